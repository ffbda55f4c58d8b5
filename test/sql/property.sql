-- What must hold for every plan: no order of rows, no split into parts, no plan of the
-- executor and no way through text or binary changes a bit.

-- Adversarial figures: subnormal, 2^-64 apart, huge with tiny, alternating signs.
CREATE TABLE facts AS
SELECT i, i % 7 AS part,
	(ARRAY[4.9406564584124654e-324, 5.421010862427522e-20, 1e18, -1e18, 1e-6, 0.1, -0.30000000000000004,
		123456.789, 0, NULL, 2.2250738585072014e-308, -7e30, 7e30])[1 + (i * 31) % 13]
		* CASE WHEN i % 5 = 3 THEN -1 ELSE 1 END AS actual,
	(ARRAY[1e18, 0, -3.7, 1e-9, 100, 5e-324, -1e18, 42.5])[1 + (i * 17) % 8] AS target,
	CASE i % 3 WHEN 0 THEN 'higher' WHEN 1 THEN 'lower' ELSE 'within' END AS direction,
	(ARRAY[1, 0, 0.1, 3, 1e-12, 7.25, NULL])[1 + (i * 13) % 7] AS weight,
	(ARRAY[NULL, 0, 50, -1e18])[1 + (i * 11) % 4] AS baseline,
	(i % 11) / 10.0 AS expected
FROM generate_series(1, 20000) AS i;
CREATE INDEX ON facts (i);
ANALYZE facts;

CREATE TABLE truth AS
SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS card, plan_fixedsum_agg(actual) AS sum
FROM facts;
SELECT plan_count(card), plan_scored_count(card), plan_count(sum) FROM truth;

-- The sums against numeric, which is exact too: of every term rounded to 2^-64 the
-- way it is stated, here by numeric arithmetic alone.
CREATE FUNCTION to_units(x float8) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
	-- The float8 as sign, mantissa and exponent, from its binary form.
	bits bigint := ('x' || encode(float8send(x), 'hex'))::bit(64)::bigint;
	exponent int := (bits >> 52) & 2047;
	mantissa numeric := bits & 4503599627370495;
	units numeric;
	rest numeric;
BEGIN
	IF exponent = 0 THEN exponent := 1; ELSE mantissa := mantissa + 4503599627370496; END IF;
	exponent := exponent - 1075 + 64;
	IF exponent >= 0 THEN
		units := mantissa * 2::numeric ^ exponent;
	ELSIF exponent < -60 THEN
		units := 0;
	ELSE
		units := div(mantissa, trunc(2::numeric ^ -exponent));
		rest := mantissa - units * trunc(2::numeric ^ -exponent);
		IF rest * 2 > trunc(2::numeric ^ -exponent) OR (rest * 2 = trunc(2::numeric ^ -exponent) AND units % 2 = 1) THEN
			units := units + 1;
		END IF;
	END IF;
	RETURN CASE WHEN x < 0 THEN -units ELSE units END;
END
$$;
-- A sum reads back from decimal text without loss, so comparing text is comparing bits.
SELECT trunc(sum(to_units(actual))) = round((SELECT sum::numeric FROM truth) * 18446744073709551616) AS sum_is_exact,
	abs(sum(to_units(actual)) / 18446744073709551616 - (SELECT sum::numeric FROM truth)) < 1e-19 AS within_half_a_unit
FROM facts;

-- Ratios and totals are those of numeric, rounded once, of cards small and whole.
-- JSON has the fewest digits that tell a sum from others: units are whole numbers again.
CREATE FUNCTION units(sum text) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(sum::numeric * 18446744073709551616)';
CREATE FUNCTION ratio_of(above numeric, below numeric) RETURNS float8 LANGUAGE sql IMMUTABLE
	AS 'SELECT (trunc(above * 1e60 / nullif(below, 0)) * 1e-60)::float8';
CREATE TABLE few AS
SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS card FROM facts GROUP BY i % 1999
UNION ALL
SELECT plan_scorecard_agg(actual, target, direction, weight) FROM facts WHERE abs(actual) < 1e6 AND abs(target) < 1e6 AND i % 8 > 0 GROUP BY i % 1009
UNION ALL
SELECT plan_scorecard_agg((i % 131) / 7.0, 1 + i % 17, 'higher', 1 + i % 9) FROM facts WHERE i < 9000 GROUP BY i % 1500;
SELECT count(DISTINCT pg_column_size(card)) AS sizes, count(*) > 4000 AS many, count(*) FILTER (WHERE plan_score(card) > 0) > 2000 AS have_scores,
	bool_and(plan_score(card) IS NOT DISTINCT FROM ratio_of(units(j->>'weighted_score'), units(j->>'weight_scored'))) AS score,
	bool_and(plan_coverage(card) IS NOT DISTINCT FROM ratio_of(units(j->>'weight_scored'), units(j->>'weight_scored') + units(j->>'weight_unscored'))) AS coverage,
	bool_and(coalesce(plan_attainment(card) = ratio_of(units(j->>'total_actual') - units(j->>'untargeted_actual'), units(j->>'total_target')), true)) AS attainment,
	bool_and(plan_met_share(card) = (plan_count(card, 'met') + plan_count(card, 'exceeded'))::float8 / plan_count(card)) AS met_share,
	bool_and(plan_total_weight(card) = ratio_of(units(j->>'weight_scored') + units(j->>'weight_unscored'), 18446744073709551616)) AS weight,
	bool_and(coalesce(plan_total_actual(card) = ratio_of(units(j->>'total_actual'), 18446744073709551616), true)) AS actual,
	bool_and(coalesce(plan_total_target(card) = ratio_of(units(j->>'total_target'), 18446744073709551616), true)) AS target
FROM (SELECT card, card::jsonb AS j FROM few) AS read;
-- A summary has the same figures, for the whole of a row and column by column.
SELECT bool_and(s IS NOT DISTINCT FROM ROW(plan_count(card), plan_scored_count(card), plan_count(card, 'exceeded'), plan_count(card, 'met'), plan_count(card, 'on_track'),
		plan_count(card, 'at_risk'), plan_count(card, 'off_track'), plan_count(card, 'regressing'), plan_count(card, 'no_data'), plan_unjudged_count(card),
		plan_total_weight(card), plan_coverage(card), plan_score(card), plan_met_share(card), plan_total_actual(card), plan_total_target(card), plan_attainment(card))) AS whole,
	bool_and((SELECT s IS NOT DISTINCT FROM l FROM plan_summary(card) AS l)) AS lateral,
	bool_and((s).attainment IS NOT DISTINCT FROM (plan_summary(card)).attainment AND (s).planned = (plan_summary(card)).planned) AS by_column
FROM (SELECT card, plan_summary(card) AS s FROM few OFFSET 0) AS summaries;

-- Scorecards are stored small while their figures are, and whole when they are not:
-- sums that pass 2^63, more than 2^15 rows without a figure.  Neither shows.
CREATE TABLE large AS
SELECT i, CASE WHEN i % 2 = 0 THEN 4e18 END::float8 AS actual, CASE WHEN i % 3 > 0 THEN 3e18 END::float8 AS target
FROM generate_series(1, 70000) AS i;
SELECT plan_scorecard_agg(actual, target, 1) FROM large;
SELECT count(actual), count(target), sum(actual::numeric), sum(target::numeric), count(*) FILTER (WHERE actual IS NULL) AS without_actual,
	count(*) FILTER (WHERE target IS NULL) AS without_target, count(*) FILTER (WHERE actual > target) AS exceeded FROM large;
SELECT pg_column_size(plan_scorecard_agg(actual, target, 1)) AS whole, pg_column_size(plan_scorecard_agg(actual, target, 1) FILTER (WHERE i <= 4)) AS small,
	pg_column_size(plan_scorecard_agg(actual, target, 1) - plan_scorecard_agg(actual, target, 1) FILTER (WHERE i > 4)) AS small_again FROM large;
SELECT plan_rollup(card) = (SELECT plan_scorecard_agg(actual, target, 1) FROM large) AS merged, min(pg_column_size(card)) AS smallest, max(pg_column_size(card)) AS largest
FROM (SELECT plan_scorecard_agg(actual, target, 1) AS card FROM large GROUP BY i % 20000) AS parts;
SELECT count(*) AS frames, count(*) FILTER (WHERE moving <> fresh) AS different
FROM (
	SELECT i, plan_scorecard_agg(actual, target, 1) OVER (ORDER BY i ROWS 6 PRECEDING) AS moving FROM large WHERE i <= 300
) AS m, LATERAL (
	SELECT plan_scorecard_agg(actual, target, 1) AS fresh FROM large AS l WHERE l.i BETWEEN m.i - 6 AND m.i AND l.i <= 300
) AS l;
DROP TABLE large;

-- Any order.
SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected ORDER BY actual) = (SELECT card FROM truth) AS ascending,
	plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected ORDER BY i DESC) = (SELECT card FROM truth) AS descending,
	plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected ORDER BY md5(i::text)) = (SELECT card FROM truth) AS shuffled,
	plan_fixedsum_agg(actual ORDER BY abs(actual)) = (SELECT sum FROM truth) AS sum_by_size,
	plan_fixedsum_agg(actual ORDER BY md5(i::text)) = (SELECT sum FROM truth) AS sum_shuffled
FROM facts;

-- Any split, merged in any order, in one step or in several.
SELECT plan_rollup(card ORDER BY part) = (SELECT card FROM truth) AS forward, plan_rollup(card ORDER BY part DESC) = (SELECT card FROM truth) AS backward,
	plan_rollup(sum ORDER BY sum) = (SELECT sum FROM truth) AS sums
FROM (
	SELECT part, plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS card, plan_fixedsum_agg(actual) AS sum
	FROM facts GROUP BY part
) AS parts;
SELECT plan_rollup(card) = (SELECT card FROM truth) AS pairs
FROM (
	SELECT a.card + b.card AS card
	FROM (SELECT i % 100 AS k, plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS card FROM facts WHERE i % 2 = 0 GROUP BY 1) AS a
	JOIN (SELECT i % 100 - 1 AS k, plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS card FROM facts WHERE i % 2 = 1 GROUP BY 1) AS b USING (k)
) AS pairs;

-- Plus, then minus: what was taken away again leaves no trace.
SELECT (SELECT card FROM truth) + plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected)
	- plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) = (SELECT card FROM truth) AS added_and_removed
FROM facts WHERE part = 3;
SELECT (SELECT card FROM truth) - plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) FILTER (WHERE part = 3)
	= plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) FILTER (WHERE part <> 3) AS less_a_part
FROM facts;

-- Equal states are equal bytes, in whatever way they came about: forward, backward, merged from
-- parts in two orders, after rows were added and taken away again, in a frame that others have
-- left, through text, and by hand.  The rows that go are such as do not fit the packed form:
-- large, without a target, of other weights.
CREATE FUNCTION same_bytes(a anyelement, b anyelement) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT record_image_eq(ROW(a), ROW(b)) $$;
SELECT setseed(0.11) IS NOT NULL AS seeded;
CREATE TABLE sets AS
SELECT i, i % 200 AS g, goes, trunc(random() * 5) AS part, date '2020-01-01' + trunc(random() * 2000)::int AS at,
	CASE WHEN goes AND random() < 0.3 THEN 1e20 * random() WHEN random() < 0.8 THEN (random() * 1e4)::numeric(8, 2)::float8 + 1 END AS actual,
	CASE WHEN NOT (goes OR i % 200 % 5 = 0) OR random() < 0.6 THEN trunc(random() * 100) END AS target,
	(ARRAY['higher', 'lower', 'within'])[1 + trunc(random() * 3)] AS direction, CASE WHEN goes OR i % 200 % 3 = 0 THEN 1 + trunc(random() * 3) / 4 ELSE 1 END AS weight
FROM generate_series(1, 200 * 24) AS i, LATERAL (SELECT i > 200 * 18 AS goes) AS l;
ALTER TABLE sets ADD value float8, ADD share float8;
UPDATE sets SET value = CASE WHEN actual < 3e16 THEN actual ELSE actual * 3e-5 END, share = CASE WHEN actual < 2e4 THEN actual END;
CREATE TABLE shaped AS SELECT * FROM (
	SELECT g, 'once' AS form, plan_scorecard_agg(actual, target, direction, weight ORDER BY i) AS card, plan_trend_agg(at, value, weight ORDER BY i) AS trend,
		plan_growth_trend_agg(at, value, weight ORDER BY i) AS growth, plan_logit_trend_agg(at, share, 2e4, weight ORDER BY i) AS logit,
		plan_earned_agg(actual, target, weight, target ORDER BY i) AS earned, plan_moments_agg('power_mean 0.5', actual, weight, 0.5 ORDER BY i) AS moments, plan_fixedsum_agg(actual ORDER BY i) AS sum
	FROM sets WHERE NOT goes GROUP BY g
	UNION ALL SELECT g, 'backward', plan_scorecard_agg(actual, target, direction, weight ORDER BY i DESC), plan_trend_agg(at, value, weight ORDER BY i DESC),
		plan_growth_trend_agg(at, value, weight ORDER BY i DESC), plan_logit_trend_agg(at, share, 2e4, weight ORDER BY i DESC),
		plan_earned_agg(actual, target, weight, target ORDER BY i DESC), plan_moments_agg('power_mean 0.5', actual, weight, 0.5 ORDER BY i DESC), plan_fixedsum_agg(actual ORDER BY i DESC)
	FROM sets WHERE NOT goes GROUP BY g
	UNION ALL SELECT g, 'numeric', plan_scorecard_agg(actual::numeric, target::numeric, direction, weight::numeric), plan_trend_agg(at, value::numeric, weight::numeric),
		plan_growth_trend_agg(at, value, weight), plan_logit_trend_agg(at, share, 2e4, weight), plan_earned_agg(actual, target, weight, target), plan_moments_agg('power_mean 0.5', actual, weight, 0.5), plan_fixedsum_agg(actual)
	FROM sets WHERE NOT goes GROUP BY g
	UNION ALL SELECT g, form, card, trend, growth, logit, earned, moments, sum FROM (SELECT row_number() OVER w AS n, g, 'framed' AS form, plan_scorecard_agg(actual, target, direction, weight) OVER f AS card, plan_trend_agg(at, value, weight) OVER f AS trend,
		plan_growth_trend_agg(at, value, weight) OVER f AS growth, plan_logit_trend_agg(at, share, 2e4, weight) OVER f AS logit,
		plan_earned_agg(actual, target, weight, target) OVER f AS earned, plan_moments_agg('power_mean 0.5', actual, weight, 0.5) OVER f AS moments, plan_fixedsum_agg(actual) OVER f AS sum
		FROM sets WINDOW w AS (PARTITION BY g ORDER BY goes DESC, i), f AS (w ROWS 17 PRECEDING)) AS f WHERE n = 24
	UNION ALL SELECT g, 'taken away', plan_scorecard_agg(actual, target, direction, weight) - plan_scorecard_agg(actual, target, direction, weight) FILTER (WHERE goes),
		plan_trend_agg(at, value, weight) - plan_trend_agg(at, value, weight) FILTER (WHERE goes),
		plan_growth_trend_agg(at, value, weight) - plan_growth_trend_agg(at, value, weight) FILTER (WHERE goes),
		plan_logit_trend_agg(at, share, 2e4, weight) - plan_logit_trend_agg(at, share, 2e4, weight) FILTER (WHERE goes),
		plan_earned_agg(actual, target, weight, target) - plan_earned_agg(actual, target, weight, target) FILTER (WHERE goes),
		plan_moments_agg('power_mean 0.5', actual, weight, 0.5) - plan_moments_agg('power_mean 0.5', actual, weight, 0.5) FILTER (WHERE goes), plan_fixedsum_agg(actual) - plan_fixedsum_agg(actual) FILTER (WHERE goes)
	FROM sets GROUP BY g
) AS s;
INSERT INTO shaped
WITH parts AS (
	SELECT g, part, plan_scorecard_agg(actual, target, direction, weight) AS card, plan_trend_agg(at, value, weight) AS trend,
		plan_growth_trend_agg(at, value, weight) AS growth, plan_logit_trend_agg(at, share, 2e4, weight) AS logit,
		plan_earned_agg(actual, target, weight, target) AS earned, plan_moments_agg('power_mean 0.5', actual, weight, 0.5) AS moments, plan_fixedsum_agg(actual) AS sum
	FROM sets WHERE NOT goes GROUP BY g, part
)
SELECT g, 'merged', plan_rollup(card ORDER BY part), plan_rollup(trend ORDER BY part), plan_rollup(growth ORDER BY part), plan_rollup(logit ORDER BY part),
	plan_rollup(earned ORDER BY part), plan_rollup(moments ORDER BY part), plan_rollup(sum ORDER BY part) FROM parts GROUP BY g
UNION ALL SELECT g, 'merged backward', plan_rollup(card ORDER BY part DESC), plan_rollup(trend ORDER BY part DESC), plan_rollup(growth ORDER BY part DESC), plan_rollup(logit ORDER BY part DESC),
	plan_rollup(earned ORDER BY part DESC), plan_rollup(moments ORDER BY part DESC), plan_rollup(sum ORDER BY part DESC) FROM parts GROUP BY g
UNION ALL SELECT g, 'text', card::text::plan_scorecard, trend::text::plan_trend, growth::text::plan_trend, logit::text::plan_trend, earned::text::plan_earned, moments::text::plan_moments, sum::text::plan_fixedsum FROM shaped WHERE form = 'backward'
UNION ALL SELECT g, 'by hand', _plan_scorecard_remove(_plan_scorecard_add(_plan_scorecard_add(_plan_scorecard_remove(card, 1e20, NULL::float8, 'higher', 2), 1, 1, 'higher', 1), 1e20, NULL::float8, 'higher', 2), 1, 1, 'higher', 1),
	_plan_trend_remove(_plan_trend_add(_plan_trend_remove(_plan_trend_add(trend, '2022-02-02', 5, 0.3), '2021-01-01', 7, 1), '2021-01-01', 7, 1), '2022-02-02', 5, 0.3), growth,
	_plan_logit_trend_remove(_plan_logit_trend_add(logit, '2022-02-02', 5, 2e4, 0.3), '2022-02-02', 5, 2e4, 0.3), _plan_earned_remove(_plan_earned_add(earned, NULL, 1, 2, 3), NULL, 1, 2, 3),
	_plan_moments_add(_plan_moments_remove(moments, 'power_mean 0.5', 3, 2, 0.5), 'power_mean 0.5', 3, 2, 0.5), _plan_fixedsum_remove(_plan_fixedsum_add(sum, 5), 5) FROM shaped WHERE form = 'once'
UNION ALL SELECT g, 'negated', - (- card), - (- trend), - (- growth), - (- logit), - (- earned), - (- moments), - (- sum) FROM shaped WHERE form = 'once';
CREATE TABLE reshaped (LIKE shaped);
\copy (SELECT * FROM shaped WHERE form = 'framed') TO 'results/shaped.binary' (FORMAT binary)
\copy reshaped FROM 'results/shaped.binary' (FORMAT binary)
INSERT INTO shaped SELECT g, 'binary', card, trend, growth, logit, earned, moments, sum FROM reshaped;
SELECT s.form, count(*) AS sets, count(*) FILTER (WHERE s.card = o.card AND s.trend = o.trend) AS equal,
	count(*) FILTER (WHERE NOT same_bytes(s.card, o.card)) AS card, count(*) FILTER (WHERE NOT same_bytes(s.trend, o.trend)) AS trend, count(*) FILTER (WHERE NOT same_bytes(s.growth, o.growth)) AS growth,
	count(*) FILTER (WHERE NOT same_bytes(s.logit, o.logit)) AS logit, count(*) FILTER (WHERE NOT same_bytes(s.earned, o.earned)) AS earned, count(*) FILTER (WHERE NOT same_bytes(s.moments, o.moments)) AS moments, count(*) FILTER (WHERE NOT same_bytes(s.sum, o.sum)) AS sum
FROM shaped AS s JOIN shaped AS o USING (g) WHERE o.form = 'once' AND s.form <> 'once' GROUP BY s.form ORDER BY s.form;
SELECT count(DISTINCT pg_column_size(card)) AS card_sizes, count(DISTINCT pg_column_size(trend)) AS trend_sizes, count(DISTINCT hashtextextended(card::text, 0)) AS cards FROM shaped WHERE form = 'once';
-- What is empty at last is as empty as what always was.
SELECT same_bytes(_plan_scorecard_remove(_plan_scorecard_add(NULL, 5, NULL::float8, 1), 5, NULL::float8, 1), 'empty') AS card, same_bytes(_plan_logit_trend_remove(_plan_logit_trend_add(NULL, '2022-02-02', 5, 100), '2022-02-02', 5, 100), 'logit empty') AS logit,
	same_bytes(_plan_moments_add('cv rows=-1 w=-1 x=-2 f=-4', 'cv', 2, 1), 'cv empty') AS cv, same_bytes(_plan_moments_add('power_mean parameter=2 rows=-1 missing=-1', 'power_mean 2', NULL, 1), 'power_mean empty') AS power_mean;
SELECT same_bytes(l, 'logit empty') AS framed FROM (SELECT i, plan_logit_trend_agg(at, CASE WHEN i < 3 THEN 5 END, 100, weight) OVER (ORDER BY i ROWS 1 PRECEDING) AS l FROM sets WHERE i <= 4) AS f WHERE i = 4;
-- Cubes too: cells that need no rest any longer have none, and rests stand in the order of cells.
SELECT count(*) FILTER (WHERE NOT same_bytes(cube, forward)) AS cubes, count(*) FILTER (WHERE NOT same_bytes(trends, trends_forward)) AS trend_cubes, count(*)
FROM (SELECT plan_cube_agg(g, at, actual, target, direction, weight ORDER BY i) AS forward, plan_trend_cube_agg(g, at, value, weight ORDER BY i) AS trends_forward FROM sets WHERE NOT goes) AS o, LATERAL (
	SELECT plan_cube_agg(g, at, actual, target, direction, weight ORDER BY i DESC) AS cube, plan_trend_cube_agg(g, at, value, weight ORDER BY i DESC) AS trends FROM sets WHERE NOT goes
	UNION ALL SELECT plan_rollup(c), plan_rollup(t) FROM (SELECT plan_cube_agg(g, at, actual, target, direction, weight) AS c, plan_trend_cube_agg(g, at, value, weight) AS t FROM sets WHERE NOT goes GROUP BY part) AS p
	UNION ALL SELECT forward::text::plan_cube, trends_forward::text::plan_trend_cube
	UNION ALL SELECT (SELECT plan_rollup(c) FROM (SELECT plan_cube_agg(g, at, actual, target, direction, weight) AS c FROM sets WHERE NOT goes
		UNION ALL SELECT string_agg(format('%s %s: %s', g, month, card), '; ' ORDER BY g, month)::plan_cube FROM (SELECT g, plan_month(at) AS month, plan_scorecard_agg(1e20, NULL::float8, 1) - plan_scorecard_agg(1e20, NULL::float8, 1) AS card FROM sets WHERE NOT goes GROUP BY 1, 2) AS n
		UNION ALL SELECT plan_cube_agg(g, at, 1e20, NULL::float8, 1) FROM (SELECT DISTINCT g, date_trunc('month', at)::date AS at FROM sets WHERE NOT goes) AS d
		UNION ALL SELECT string_agg(format('%s %s: %s', g, month, card), '; ' ORDER BY g, month)::plan_cube FROM (SELECT g, plan_month(at) AS month, - plan_scorecard_agg(1e20, NULL::float8, 1) AS card FROM (SELECT DISTINCT g, date_trunc('month', at)::date AS at FROM sets WHERE NOT goes) AS d GROUP BY 1, 2) AS n) AS u), trends_forward
) AS s;
-- Figures of periods and rankings, which only grow.
SELECT count(*) AS groups, count(*) FILTER (WHERE NOT same_bytes(a, b) OR NOT same_bytes(a, c)) AS different
FROM (SELECT g, kind, plan_period_value_agg(kind, at, actual ORDER BY i) AS a, plan_period_value_agg(kind, at, actual ORDER BY i DESC) AS b FROM sets, unnest('{flow,stock,average,peak}'::text[]) AS kind WHERE NOT goes GROUP BY 1, 2) AS o
	JOIN (SELECT g, kind, plan_rollup(v ORDER BY part DESC) AS c FROM (SELECT g, part, kind, plan_period_value_agg(kind, at, actual) AS v FROM sets, unnest('{flow,stock,average,peak}'::text[]) AS kind WHERE NOT goes GROUP BY 1, 2, 3) AS p GROUP BY 1, 2) AS m USING (g, kind);
SELECT same_bytes(a, b) AS backward, same_bytes(a, c) AS merged, same_bytes(d, e) AS names_backward, same_bytes(d, f) AS names_merged
FROM (SELECT plan_ranking_agg(g, plan_year(at), actual ORDER BY i) AS a, plan_ranking_agg(g, plan_year(at), actual ORDER BY i DESC) AS b, plan_ranking_agg('n' || g, plan_year(at), actual ORDER BY i) AS d, plan_ranking_agg('n' || g, plan_year(at), actual ORDER BY i DESC) AS e FROM (SELECT DISTINCT ON (g, plan_year(at)) * FROM sets) AS s) AS o,
	(SELECT plan_rollup(r ORDER BY y DESC) AS c, plan_rollup(n ORDER BY y DESC) AS f FROM (SELECT plan_year(at) AS y, plan_ranking_agg(g, plan_year(at), actual) AS r, plan_ranking_agg('n' || g, plan_year(at), actual) AS n FROM (SELECT DISTINCT ON (g, plan_year(at)) * FROM sets) AS s GROUP BY 1) AS p) AS m;
DROP TABLE sets, shaped, reshaped;
DROP FUNCTION same_bytes;

-- Moving frames against the same frames computed from scratch.
SELECT count(*) AS frames, count(*) FILTER (WHERE moving <> fresh) AS different
FROM (
	SELECT i, plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) OVER (ORDER BY i ROWS 10 PRECEDING) AS moving
	FROM facts WHERE i <= 2000
) AS m, LATERAL (
	SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS fresh
	FROM facts AS f WHERE f.i BETWEEN m.i - 10 AND m.i
) AS f;
SELECT count(*) AS frames, count(*) FILTER (WHERE moving <> fresh) AS different
FROM (
	SELECT i, plan_fixedsum_agg(actual) OVER (ORDER BY i ROWS BETWEEN 5 PRECEDING AND 5 FOLLOWING) AS moving
	FROM facts WHERE i <= 2000
) AS m, LATERAL (
	SELECT plan_fixedsum_agg(actual) AS fresh FROM facts AS f WHERE f.i BETWEEN m.i - 5 AND least(m.i + 5, 2000)
) AS f;
-- Every aggregate has an inverse, but those whose state grows with the data.
SELECT count(*) > 40 AS many, count(*) FILTER (WHERE aggminvtransfn = 0 OR aggmtransfn <> aggtransfn) AS without
FROM pg_aggregate JOIN pg_proc ON pg_proc.oid = aggfnoid WHERE proname LIKE 'plan\_%' AND pronamespace <> 'pg_catalog'::regnamespace AND aggtranstype NOT IN ('internal'::regtype, 'plan_period_value'::regtype) AND aggfinalfn::regproc::text !~ '_whole$';
SELECT DISTINCT proname FROM pg_aggregate JOIN pg_proc ON pg_proc.oid = aggfnoid WHERE proname LIKE 'plan\_%' AND aggtranstype = 'internal'::regtype ORDER BY 1;

-- Parallel, and the plan shows it.
CREATE FUNCTION plan_has(query text, node text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		IF line LIKE '%' || node || '%' THEN
			RETURN true;
		END IF;
	END LOOP;
	RETURN false;
END
$$;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 3;
SELECT plan_has('SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) FROM facts', 'Partial Aggregate') AS scorecard,
	plan_has('SELECT plan_score(plan_scorecard_agg(actual, target, direction)), plan_met_share(plan_scorecard_agg(actual, target, direction)) FROM facts', 'Partial Aggregate') AS one_step,
	plan_has('SELECT part, plan_sum(actual) FROM facts GROUP BY part', 'Partial ') AS sum;
SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) = (SELECT card FROM truth) AS card,
	plan_fixedsum_agg(actual) = (SELECT sum FROM truth) AS sum, plan_sum(actual) = (SELECT sum::float8 FROM truth) AS total
FROM facts;
SELECT plan_rollup(card) = (SELECT card FROM truth) AS grouped
FROM (SELECT part, plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS card FROM facts GROUP BY part) AS parts;
RESET max_parallel_workers_per_gather;

-- Hashed, sorted, spilled to disk, partitionwise.
SET enable_sort = off;
CREATE TABLE hashed AS SELECT part, plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts GROUP BY part;
RESET enable_sort;
SET enable_hashagg = off;
CREATE TABLE sorted AS SELECT part, plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts GROUP BY part;
RESET enable_hashagg;
SELECT count(*) AS parts FROM hashed JOIN sorted USING (part, card);
SET work_mem = '64kB';
SELECT plan_rollup(card) = (SELECT plan_scorecard_agg(actual, target, direction, weight) FROM facts) AS spilled
FROM (SELECT i % 5000 AS k, plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts GROUP BY 1) AS many;
RESET work_mem;
CREATE TABLE split (LIKE facts) PARTITION BY LIST (part);
CREATE TABLE split_low PARTITION OF split FOR VALUES IN (0, 1, 2, 3);
CREATE TABLE split_high PARTITION OF split FOR VALUES IN (4, 5, 6);
INSERT INTO split SELECT * FROM facts;
ANALYZE split;
SET enable_partitionwise_aggregate = on;
SELECT plan_has('SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) FROM split', 'Partial Aggregate') AS partitionwise;
SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) = (SELECT card FROM truth) AS same FROM split;
RESET enable_partitionwise_aggregate;

-- Through text, binary and storage, whatever extra_float_digits says.
CREATE TABLE stored (card plan_scorecard, sum plan_fixedsum, goal plan_goal, status plan_status);
INSERT INTO stored
SELECT plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected), plan_fixedsum_agg(actual),
	plan_goal(min(target), min(direction), max(baseline)), 'at_risk'
FROM facts GROUP BY i % 500;
INSERT INTO stored SELECT - card, - sum, goal, NULL FROM stored;
INSERT INTO stored VALUES ('empty', '0 n=0', '>= 0', 'met'), (NULL, NULL, NULL, NULL),
	('actual=-170141183460469231731687303715884105728', '170141183460469231731687303715884105727.99999999999999999995 n=-9223372036854775808',
	'1e-320..1.7976931348623157e308 from -1.7976931348623157e308', 'no_data');
SELECT count(*) FROM stored;
SET extra_float_digits = -15;
\copy stored TO 'results/property.text'
\copy stored TO 'results/property.binary' (FORMAT binary)
RESET extra_float_digits;
CREATE TABLE from_text (LIKE stored);
CREATE TABLE from_binary (LIKE stored);
\copy from_text FROM 'results/property.text'
\copy from_binary FROM 'results/property.binary' (FORMAT binary)
SELECT (SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_text) AS t) AS lost_in_text,
	(SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_binary) AS b) AS lost_in_binary;
-- Indexes find what they hold.
CREATE INDEX stored_card ON stored (card);
CREATE INDEX stored_goal ON stored USING hash (goal);
CREATE INDEX stored_sum ON stored (sum);
SET enable_seqscan = off;
SELECT plan_has('SELECT FROM stored WHERE card = ''empty''', 'stored_card') AS btree, plan_has('SELECT FROM stored WHERE goal = ''>= 0''', 'stored_goal') AS hash;
SELECT count(*) FROM stored WHERE card = 'empty' AND goal = '>= 0' AND sum = '0 n=0';
RESET enable_seqscan;

-- Figures computed here hold in a generated column and an index: they are immutable.
CREATE TABLE indicators (actual float8, goal plan_goal, score float8 GENERATED ALWAYS AS (plan_score(actual, goal)) STORED,
	status plan_status GENERATED ALWAYS AS (plan_status(actual, goal)) STORED);
INSERT INTO indicators VALUES (48, '>= 95'), (9, '<= 10 from 44'), (NULL, '8..12');
SELECT * FROM indicators;
CREATE INDEX ON indicators (plan_is_met(actual, goal));

-- A stored state begins as empty, takes in by + what comes later, and gives it back by -.
CREATE TABLE kept (id int PRIMARY KEY, card plan_scorecard DEFAULT 'empty', trend plan_trend DEFAULT 'empty', sum plan_fixedsum DEFAULT 'empty',
	earned plan_earned DEFAULT 'empty', mean plan_moments DEFAULT 'power_mean empty', year plan_period_value DEFAULT 'flow empty');
INSERT INTO kept (id) VALUES (1);
CREATE VIEW reports AS
SELECT i % 2 AS id, i <= 4 AS early, plan_scorecard_agg(i, 5, 'higher') AS card, plan_trend_agg(date '2020-01-01' + i, i) AS trend, plan_fixedsum_agg(i / 10.0) AS sum,
	plan_earned_agg(i, 1, 2, 3) AS earned, plan_moments_agg('arithmetic_mean', i) AS mean, plan_period_value_agg('flow', date '2020-01-01' + i, i / 10.0) AS year
FROM generate_series(1, 8) AS i GROUP BY 1, 2;
INSERT INTO kept SELECT id, card, trend, sum, earned, mean, year FROM reports WHERE early
ON CONFLICT (id) DO UPDATE SET (card, trend, sum, earned, mean, year) = (SELECT kept.card + excluded.card, kept.trend + excluded.trend, kept.sum + excluded.sum, kept.earned + excluded.earned, kept.mean + excluded.mean, kept.year + excluded.year);
CREATE TABLE before AS TABLE kept;
INSERT INTO kept SELECT id, card, trend, sum, earned, mean, year FROM reports WHERE NOT early
ON CONFLICT (id) DO UPDATE SET (card, trend, sum, earned, mean, year) = (SELECT kept.card + excluded.card, kept.trend + excluded.trend, kept.sum + excluded.sum, kept.earned + excluded.earned, kept.mean + excluded.mean, kept.year + excluded.year);
SELECT id, plan_count(card), plan_slope_per_year(trend), plan_value(sum) AS sum, plan_count(earned), plan_value(mean) AS mean, plan_value(year) AS year FROM kept ORDER BY id;
SELECT bool_and((k.card - r.card, k.trend - r.trend, k.sum - r.sum, k.earned - r.earned, k.mean - r.mean, k.year - r.year)::text = (b.card, b.trend, b.sum, b.earned, b.mean, b.year)::text) AS given_back
FROM kept AS k JOIN before AS b USING (id) JOIN reports AS r USING (id) WHERE NOT r.early;
DROP VIEW reports;
DROP TABLE kept, before;

DROP TABLE facts, truth, few, hashed, sorted, split, stored, from_text, from_binary, indicators;
DROP FUNCTION to_units, plan_has;
