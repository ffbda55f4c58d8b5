-- Two programmes, as an analyst would ask: how are they doing?
CREATE TABLE results (id int, programme text, indicator text, actual float8, target float8,
	direction text, weight float8);
INSERT INTO results VALUES
	(1, 'industry', 'output growth', 10.8, 9, 'higher', 3),
	(2, 'industry', 'exports', 32, 40, 'higher', 2),
	(3, 'industry', 'new clusters', NULL, 4, 'higher', 1),
	(4, 'society', 'poor households', 12, 10, 'lower', 1),
	(5, 'society', 'forest cover', 46, 46, 'higher', 1),
	(6, 'society', 'literacy', 40, 98, 'higher', 0.5);

SELECT programme, s.*
FROM (
	SELECT programme, plan_scorecard_agg(actual, target, direction, weight) AS card
	FROM results GROUP BY programme
) AS p, plan_summary(card) AS s ORDER BY programme;

-- The state keeps all of it, merges, and a part can be taken out again.
SELECT programme, plan_scorecard_agg(actual, target, direction, weight) AS card
FROM results GROUP BY programme ORDER BY programme;
CREATE TABLE cards AS
SELECT programme, plan_scorecard_agg(actual, target, direction, weight) AS card FROM results GROUP BY programme;
SELECT plan_rollup(card) AS term FROM cards;
SELECT plan_rollup(card) = (SELECT plan_scorecard_agg(actual, target, direction, weight) FROM results) AS same,
	plan_rollup(card) - (SELECT card FROM cards WHERE programme = 'industry') = (SELECT card FROM cards WHERE programme = 'society') AS less
FROM cards;
SELECT card - card AS nothing, card + 'empty' = card AS identity, - (- card) = card AS twice, card::text::plan_scorecard = card AS text
FROM cards;
SELECT jsonb_pretty(card::jsonb) FROM cards WHERE programme = 'industry';

-- The figures one by one, against the same computed by hand.
SELECT programme, plan_score(card), plan_scorecard_score(card, 0.8) AS if_covered, plan_coverage(card), plan_met_share(card),
	plan_count(card), plan_count(card, 'no_data') AS no_data, plan_scored_count(card), plan_attainment(card),
	plan_total_actual(card), plan_total_target(card), plan_total_weight(card), plan_scorecard_status(card, 1), plan_scorecard_status(card, 0.5) AS half_way
FROM cards ORDER BY programme;
SELECT programme,
	round(sum(weight * least(greatest(CASE direction WHEN 'higher' THEN actual / target ELSE 2 - actual / target END, 0), 1))::numeric
		/ sum(weight) FILTER (WHERE actual IS NOT NULL)::numeric, 12) AS score,
	sum(weight) FILTER (WHERE actual IS NOT NULL) / sum(weight) AS coverage, sum(actual) / sum(target) AS attainment
FROM results GROUP BY programme ORDER BY programme;

-- One-step aggregates, and all three forms of the goal.
SELECT programme, plan_score(plan_scorecard_agg(actual, target, direction, weight)), plan_met_share(plan_scorecard_agg(actual, target, direction, weight))
FROM results GROUP BY programme ORDER BY programme;
SELECT count(DISTINCT card) AS different_cards, count(*) AS forms
FROM (
	SELECT plan_scorecard_agg(actual, target, direction, weight) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual, target, CASE direction WHEN 'higher' THEN 1 ELSE -1 END, weight) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual, target, (CASE direction WHEN 'higher' THEN 1 ELSE -1 END)::smallint, weight) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual, target, (CASE direction WHEN 'higher' THEN 1 ELSE -1 END)::bigint, weight) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual, plan_goal(target, direction), weight) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual, plan_goal(target, direction), weight) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual, plan_goal(target, direction), weight, 1) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual, target, upper(direction COLLATE "C"), weight) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual::numeric, target::numeric, direction, weight::numeric) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual::numeric, target::numeric, CASE direction WHEN 'higher' THEN 1 ELSE -1 END, weight::numeric) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual::numeric, plan_goal(target, direction), weight::numeric) FROM results
) AS forms (card);
-- Weight left out is 1; so is the pace; the goal may be a literal.
SELECT plan_scorecard_agg(actual, target, direction) = plan_scorecard_agg(actual, target, direction, 1) AS same FROM results;
SELECT plan_scorecard_agg(actual, '>= 40'), plan_scorecard_agg(actual, '>= 40', weight) AS weighted,
	plan_scorecard_agg(actual, '>= 40', 1, 0.5) AS half_way FROM results;
-- A literal goal needs no cast, whatever the other arguments are.
SELECT count(DISTINCT card) AS different_cards, count(*) AS forms
FROM (
	SELECT plan_scorecard_agg(actual, '>= 40', weight, 0.5) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual::numeric, '>= 40', weight, 0.5) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual::numeric, '>= 40', weight::numeric, 0.5) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual::numeric, '>= 40', weight::numeric, 0.5::float8) FROM results
	UNION ALL SELECT plan_scorecard_agg(actual::numeric, '>= 40', weight::real, 0.5::real) FROM results
) AS forms (card);
SELECT count(DISTINCT card) AS different_cards, count(*) AS forms
FROM (
	SELECT plan_scorecard_agg(45, '>= 40') UNION ALL SELECT plan_scorecard_agg(45, '>= 40', 1)
	UNION ALL SELECT plan_scorecard_agg(45, '>= 40', 1, 0.5) UNION ALL SELECT plan_scorecard_agg(45.0, '>= 40', 1, 1)
	UNION ALL SELECT plan_scorecard_agg(45::numeric, '>= 40', 1) UNION ALL SELECT plan_scorecard_agg(45::bigint, '>= 40', 1::smallint)
	UNION ALL SELECT plan_scorecard_agg(45::float8, '>= 40', 1::bigint::float8)
) AS forms (card);
-- Rows equal the scalar functions, also with a baseline and a pace.
SELECT bool_and(plan_count(card, status) = n) AS counts_agree, max(abs(plan_score(card) - mean)) < 1e-15 AS scores_agree
FROM (
	SELECT plan_scorecard_agg(x, plan_goal(t, d, b), 1, e) AS card, avg(plan_score(x, plan_goal(t, d, b))) AS mean
	FROM unnest(ARRAY[-20, -1, 0, 9.99, 10, 11, NULL]::float8[]) AS x, unnest(ARRAY[-10, 0, 10]::float8[]) AS t,
		unnest(ARRAY[NULL, -20, 0, 15]::float8[]) AS b, unnest(ARRAY['higher', 'lower', 'within']) AS d, unnest(ARRAY[0, 0.5, 1]::float8[]) AS e
) AS c, LATERAL (
	SELECT plan_status(x, plan_goal(t, d, b), e) AS status, count(*) AS n
	FROM unnest(ARRAY[-20, -1, 0, 9.99, 10, 11, NULL]::float8[]) AS x, unnest(ARRAY[-10, 0, 10]::float8[]) AS t,
		unnest(ARRAY[NULL, -20, 0, 15]::float8[]) AS b, unnest(ARRAY['higher', 'lower', 'within']) AS d, unnest(ARRAY[0, 0.5, 1]::float8[]) AS e
	GROUP BY 1
) AS s;

-- A house with cuts of its own, green from 0.90 and amber from 0.85, lets what is exceeded make up for others, up to 1.2.
SELECT programme, plan_count(card, 'on_track') AS on_track, plan_count(card, 'at_risk') AS at_risk, plan_count(card, 'off_track') AS off_track, round(plan_score(card)::numeric, 4) AS score,
	plan_count(usual, 'on_track') AS usual_on_track, plan_count(usual, 'at_risk') AS usual_at_risk, plan_count(usual, 'off_track') AS usual_off_track, round(plan_score(usual)::numeric, 4) AS usual_score,
	plan_scorecard_status(card, 1, '{0.90,0.85}') AS whole, plan_scorecard_status(card, 1) AS usual_whole
FROM (
	SELECT programme, plan_scorecard_agg(actual, plan_goal(target, direction), weight, 1, '{0.90,0.85}', 1.2) AS card, plan_scorecard_agg(actual, plan_goal(target, direction), weight, 1) AS usual
	FROM results GROUP BY programme
) AS c ORDER BY programme;
-- They mean what they mean in plan_status and plan_score, row by row.
SELECT setseed(0.5);
CREATE TABLE judged AS
SELECT i, CASE WHEN random() < 0.1 THEN NULL ELSE round((random() * 30 - 5)::numeric, 1) END AS actual,
	CASE WHEN random() < 0.05 THEN NULL ELSE plan_goal((random() * 20)::int, (ARRAY['higher', 'lower', 'within'])[1 + i % 3], (ARRAY[NULL, 0, -10, 25])[1 + (random() * 3)::int]) END AS goal,
	(ARRAY[NULL, 0, 1, 2.5])[1 + (random() * 3)::int] AS weight, (ARRAY[NULL, 0, 0.5, 0.8, 1])[1 + (random() * 4)::int] AS expected,
	(ARRAY[NULL, '{0.9,0.85}', '{0.9,0.5,0.2}', '{1,0,-1}', '{0.5,0.5}', '{Infinity,-5,-Infinity}'])[1 + (random() * 5)::int]::float8[] AS cuts,
	(ARRAY[NULL, 0, 0.5, 1, 1.2, 100, 'Infinity'])[1 + (random() * 6)::int]::float8 AS cap
FROM generate_series(1, 20000) AS i;
SELECT count(*) AS cases, count(DISTINCT status) AS statuses, count(*) FILTER (WHERE status <> usual) > 1000 AS many_unusual, count(*) FILTER (WHERE score > 1) > 1000 AS many_beyond_1,
	count(*) FILTER (WHERE plan_count(by_cuts, coalesce(status, 'no_data')) <> (status IS NOT NULL)::int OR plan_unjudged_count(by_cuts) <> (status IS NULL)::int OR plan_score(by_cuts) IS DISTINCT FROM CASE WHEN weight > 0 AND score IS NOT NULL THEN least(score, 1) END) AS cuts_differ,
	count(*) FILTER (WHERE plan_count(by_both, coalesce(status, 'no_data')) <> (status IS NOT NULL)::int OR plan_unjudged_count(by_both) <> (status IS NULL)::int OR plan_score(by_both) IS DISTINCT FROM CASE WHEN weight > 0 AND score IS NOT NULL THEN least(score, coalesce(cap, 1)) END) AS both_differ,
	count(*) FILTER (WHERE plan_cube_at(cube_by_cuts, 1, '2022') IS DISTINCT FROM by_cuts OR plan_cube_at(cube_by_both, 1, '2022') IS DISTINCT FROM by_both) AS cubes_differ,
	count(*) FILTER (WHERE by_both <> by_hand) AS by_hand_differ
FROM (
	SELECT i, any_of.*, plan_scorecard_agg(actual, goal, weight, expected, cuts) AS by_cuts, plan_scorecard_agg(actual, goal, weight, expected, cuts, cap) AS by_both,
		plan_cube_agg(1, '2022-01-31', actual, goal, weight, expected, cuts) AS cube_by_cuts, plan_cube_agg(1, '2022-01-31', actual, goal, weight, expected, cuts, cap) AS cube_by_both,
		plan_scorecard_agg(actual, goal, weight) + (plan_scorecard_scored_agg(any_of.capped, any_of.status, weight) - plan_scorecard_scored_agg(plan_score(actual, goal), plan_status(actual, goal), weight)) AS by_hand
	FROM judged, LATERAL (SELECT judged.weight AS weight_of, plan_status(actual, goal, expected, cuts) AS status, plan_status(actual, goal, expected) AS usual, plan_score(actual, goal, 'Infinity') AS score, plan_score(actual, goal, coalesce(cap, 1)) AS capped) AS any_of
	GROUP BY i, any_of.weight_of, any_of.status, any_of.usual, any_of.score, any_of.capped
) AS rows JOIN judged USING (i);
-- The same written apart: (x - b) / (t - b) of the share that is due.
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_count(card, status) <> 1) AS different
FROM (
	SELECT x, e, plan_scorecard_agg(x, '>= 100 from 20', 1, e, '{0.9,0.5,0.2}') AS card,
		(CASE WHEN x > 100 THEN 'exceeded' WHEN x = 100 THEN 'met' WHEN x - 20 >= 0.9 * e * 80 THEN 'on_track' WHEN x - 20 >= 0.5 * e * 80 THEN 'at_risk' WHEN x - 20 >= 0.2 * e * 80 THEN 'off_track' ELSE 'regressing' END)::plan_status AS status
	FROM generate_series(0, 110) AS x, unnest(ARRAY[0.1, 0.5, 0.75, 1]) AS e GROUP BY x, e
) AS c;
-- No cuts and no cap are the usual ones; cuts are read from rows, merged and moved over like all else.
SELECT plan_scorecard_agg(actual, goal, weight, expected) = plan_scorecard_agg(actual, goal, weight, expected, NULL) AS no_cuts,
	plan_scorecard_agg(actual, goal, weight, expected) = plan_scorecard_agg(actual, goal, weight, expected, NULL, NULL) AS no_cap,
	plan_scorecard_agg(actual, goal, weight, expected) = plan_scorecard_agg(actual, goal, weight, expected, '{0.95,0.60,0}', 1) AS written_out,
	plan_cube_agg(1, '2022-01-31', actual, goal, weight, expected) = plan_cube_agg(1, '2022-01-31', actual, goal, weight, expected, NULL, NULL) AS in_cubes
FROM judged;
SELECT (SELECT plan_rollup(card) FROM (SELECT plan_scorecard_agg(actual, goal, weight, expected, cuts, cap) AS card FROM judged GROUP BY i % 97) AS parts)
	= (SELECT plan_scorecard_agg(actual, goal, weight, expected, cuts, cap) FROM judged) AS merged;
SELECT count(*) FILTER (WHERE moving <> (SELECT plan_scorecard_agg(actual, goal, weight, expected, cuts, cap) FROM judged WHERE i BETWEEN m.i - 6 AND m.i)) AS different
FROM (SELECT i, plan_scorecard_agg(actual, goal, weight, expected, cuts, cap) OVER (ORDER BY i ROWS 6 PRECEDING) AS moving FROM judged WHERE i <= 300) AS m;
DROP TABLE judged;
-- The verdict on the whole takes the same cuts.
SELECT plan_scorecard_status(card, 1), plan_scorecard_status(card, 1, NULL) AS no_cuts, plan_scorecard_status(card, 1, '{0.4,0.3}') AS low, plan_scorecard_status(card, 0.5, cuts => '{0.9,0.85,0.5}') AS high,
	plan_scorecard_status(card, NULL, '{0.4,0.3}') AS no_pace, plan_scorecard_status('empty', 1, '{0.4,0.3}') AS no_rows, plan_scorecard_status(NULL, 1, '{0.4,0.3}') AS no_card
FROM (SELECT plan_scorecard_agg(42, '>= 100 from 0') AS card) AS c;
-- Bad cuts and caps are errors whatever the row holds.
SELECT plan_scorecard_agg(NULL, '>= 5', 1, 1, '{0.5,0.9}');
SELECT plan_scorecard_agg(5, '>= 5', 1, 1, '{0.9}');
SELECT plan_scorecard_agg(5, '>= 5', 1, 1, '{0.9,NULL}');
SELECT plan_scorecard_agg(5, '>= 5', 1, 1, '{{0.9,0.5},{0.9,0.5}}');
SELECT plan_scorecard_agg(5, '>= 5', 1, 1, '{}');
SELECT plan_scorecard_agg(5, '>= 5', 1, 1, '{NaN,0.5}');
SELECT plan_scorecard_agg(5, '>= 5', 1, 1.5, '{0.9,0.5}');
SELECT plan_scorecard_agg(5, NULL::plan_goal, 1, 1, NULL, -0.1);
SELECT plan_scorecard_agg(5, '>= 5', 1, 1, NULL, 'NaN');
SELECT plan_scorecard_agg(1e308, '>= 1e-10', 1, 1, NULL, 'Infinity');
SELECT plan_scorecard_agg(1e308, '>= 1e-10', 1, 1, NULL, 1.5);
SELECT plan_cube_agg(1, '2022-01-31', NULL, '>= 5', 1, 1, '{0.5,0.9}');
SELECT plan_cube_agg(1, '2022-01-31', 5, '>= 5', 1, 1, '{0.9,0.5}', -1);
SELECT plan_scorecard_status('met=1 weight_scored=1 weighted_score=1', 1, '{0.5,0.9}');

-- Any rule of one's own: scores and stated verdicts, one without a figure.
SELECT plan_scorecard_scored_agg(score, status, weight)
FROM (VALUES (0.5, 'at_risk'::plan_status, 2), (1.2, 'exceeded', 1), (NULL, 'exceeded', 1), (NULL, NULL, 1), (0.7, NULL, 1), (-0.5, 'regressing', 1), ('NaN', 'no_data', 1))
	AS v (score, status, weight);
-- Scores of one's own are taken as given, those against a goal are clamped.
-- Untyped, a score without a verdict has a score, and an actual without a goal is without data.
PREPARE untyped AS SELECT plan_scorecard_scored_agg($1, $2) AS scored, plan_scorecard_scored_agg($1, $2, $3) AS weighted, plan_scorecard_agg($1, $4) AS judged;
EXECUTE untyped(0.5, NULL, 2, NULL);
EXECUTE untyped(0.5, 'at_risk', 2, '>= 1');
DEALLOCATE untyped;
-- Beside a typed actual, what is untyped is columns; if nothing is typed, the call says that it is ambiguous.
SELECT plan_scorecard_agg(1, NULL, 'higher') AS no_target, plan_scorecard_agg(1, '50', NULL) AS no_direction, plan_scorecard_agg(1, '>= 50'::plan_goal, NULL) AS no_weight;
\set VERBOSITY terse
PREPARE untyped AS SELECT plan_scorecard_agg($1, $2, $3);
\set VERBOSITY default
SELECT plan_score(plan_scorecard_scored_agg(s, 'exceeded'::plan_status, 1)) AS given, plan_score(plan_scorecard_scored_agg(-s, 'regressing'::plan_status, 1)) AS below, plan_score(plan_scorecard_agg(s, 1, 1)) AS clamped,
	plan_score(plan_scorecard_scored_agg(-s, 'regressing'::plan_status, 1)) AS one_step, plan_score(plan_cube_at(plan_cube_scored_agg(1, '2022-01-01', s, 'exceeded'::plan_status), 1, '2022')) AS in_cube FROM (VALUES (1.5), (2)) AS v (s);
-- A sum that leaves its range on the way is an error, though its end has room.
SELECT plan_total_actual(plan_scorecard_agg(x, 1, 1 ORDER BY i)) FROM (VALUES (1, 1.5e38::float8), (2, -1.5e38), (3, 1.5e38)) AS v (i, x);
SELECT plan_total_actual(plan_scorecard_agg(x, 1, 1 ORDER BY i)) FROM (VALUES (1, 1.5e38::float8), (2, 1.5e38), (3, -1.5e38)) AS v (i, x);

-- Moving windows: what leaves the frame is taken away exactly.
SELECT id, plan_scorecard_agg(actual, target, direction, weight) OVER w AS card, plan_score(plan_scorecard_agg(actual, target, direction, weight) OVER w) AS score
FROM results WINDOW w AS (ORDER BY id ROWS 1 PRECEDING) ORDER BY id;
SELECT programme, plan_rollup(card) OVER (ORDER BY programme ROWS BETWEEN CURRENT ROW AND CURRENT ROW) = card AS same FROM cards ORDER BY programme;

-- No rows; only NULL; one row; missing pieces; zero weights.
SELECT plan_scorecard_agg(actual, target, direction), plan_score(plan_scorecard_agg(actual, target, direction)), plan_met_share(plan_scorecard_agg(actual, target, direction)) FROM results WHERE false;
SELECT plan_rollup(card), plan_score(plan_rollup(card)) FROM cards WHERE false;
SELECT plan_scorecard_agg(NULL::float8, NULL::float8, NULL::text), plan_scorecard_agg(NULL::float8, NULL::plan_goal) AS goal,
	plan_scorecard_agg(NULL::numeric, plan_goal(NULL::numeric, NULL::int, NULL::numeric), NULL::numeric, NULL) AS all_null;
SELECT plan_scorecard_agg(5, '>= 5');
SELECT plan_scorecard_agg(5, NULL::float8, 'higher') AS no_target, plan_scorecard_agg(NULL, 5, 'higher') AS no_actual,
	plan_scorecard_agg(5, 5, NULL::text) AS no_direction, plan_scorecard_agg('NaN', 5, 'higher') AS nan, plan_scorecard_agg(5, 5, 'higher', NULL) AS no_weight,
	plan_scorecard_agg(4, plan_goal(5, 'higher'), 1, NULL) AS no_pace;
SELECT s.* FROM plan_summary('empty') AS s;
SELECT s.* FROM plan_summary(NULL) AS s;
SELECT plan_score(c), plan_coverage(c), plan_met_share(c), plan_attainment(c), plan_total_actual(c), plan_total_target(c), plan_total_weight(c), plan_scorecard_status(c, 1)
FROM (VALUES ('empty'::plan_scorecard)) AS v (c);
SELECT plan_score(c), plan_coverage(c), plan_met_share(c), plan_scorecard_status(c, 1) FROM (SELECT plan_scorecard_agg(5, 5, 'higher', 0) AS c) AS z;
SELECT plan_scorecard_status(c, 1), plan_score(c) FROM (VALUES (plan_scorecard 'met=3 weight_scored=0.3 weighted_score=0.3'), ('at_risk=1 weight_scored=1 weighted_score=0.7'),
	('exceeded=1 weight_scored=1 weighted_score=1.5'), ('regressing=1 weight_scored=1 weighted_score=-0.2'), ('no_data=1 unscored=1 weight_unscored=1')) AS v (c);
-- Totals know whether there was any figure.
SELECT plan_total_actual(c), plan_total_target(c), plan_attainment(c)
FROM (VALUES (plan_scorecard 'met=1 without_actual=1 without_target=1 weight_scored=1 weighted_score=1')) AS v (c)
UNION ALL SELECT plan_total_actual(c), plan_total_target(c), plan_attainment(c) FROM (SELECT plan_scorecard_agg(NULL, 0, 'lower') AS c) AS s
UNION ALL SELECT plan_total_actual(c), plan_total_target(c), plan_attainment(c) FROM (SELECT plan_scorecard_agg(0, NULL::float8, 'lower') AS c) AS s
UNION ALL SELECT plan_total_actual(c), plan_total_target(c), plan_attainment(c) FROM (SELECT plan_scorecard_scored_agg(1, 'met'::plan_status, 1) AS c) AS s;
-- What has no target adds to no attainment: (50 of 100) and (30, no target) are 0.5, not 0.8.
SELECT c AS card, plan_attainment(c), plan_total_actual(c), plan_total_target(c) FROM (SELECT plan_scorecard_agg(x, t, 'higher') AS c FROM (VALUES (50, 100), (30, NULL)) AS v (x, t)) AS s
UNION ALL SELECT c, plan_attainment(c), plan_total_actual(c), plan_total_target(c) FROM (SELECT plan_scorecard_agg(x, t, 'higher') AS c FROM (VALUES (NULL, 100), (0, NULL)) AS v (x, t)) AS s
UNION ALL SELECT c, plan_attainment(c), plan_total_actual(c), plan_total_target(c) FROM (SELECT plan_scorecard_agg(x, t, 'higher') AS c FROM (VALUES (0, 100), (NULL, NULL)) AS v (x, t)) AS s
UNION ALL SELECT c, plan_attainment(c), plan_total_actual(c), plan_total_target(c) FROM (SELECT plan_scorecard_agg(x, t, NULL::text) AS c FROM (VALUES (50, 100), (30, NULL)) AS v (x, t)) AS s;
-- Against the same in SQL, in groups that lack some, all or none of both, in every form: the
-- figures are quarters and eighths, of which float8 makes exact sums.
CREATE TABLE mixed AS
SELECT i, i % 97 AS part, CASE WHEN (i * 7) % 5 < i % 97 % 6 THEN (i * 37) % 1001 / 4.0 - 20 END AS actual, CASE WHEN (i * 11) % 6 < i % 97 % 8 THEN (i * 53) % 997 / 8.0 END AS target,
	(ARRAY['higher', 'lower', NULL])[1 + i % 3] AS direction
FROM generate_series(1, 20000) AS i;
CREATE TABLE attained AS
SELECT part, sum(actual::float8) FILTER (WHERE target IS NOT NULL) / nullif(sum(target::float8), 0) AS attainment, sum(actual) AS actual, sum(target) AS target, count(actual) FILTER (WHERE target IS NULL) AS untargeted FROM mixed GROUP BY 1;
SELECT form, count(*) AS parts, count(attainment) AS attained, count(*) FILTER (WHERE untargeted > 0) AS with_untargeted,
	count(*) FILTER (WHERE plan_attainment(card) IS DISTINCT FROM attainment) AS different, count(*) FILTER (WHERE (plan_total_actual(card), plan_total_target(card)) IS DISTINCT FROM (actual::float8, target::float8)) AS totals,
	count(*) FILTER (WHERE (card::jsonb ->> 'untargeted')::bigint IS DISTINCT FROM untargeted OR (SELECT s.attainment FROM plan_summary(card) AS s) IS DISTINCT FROM attainment) AS elsewhere
FROM attained JOIN (
	SELECT 'float8' AS form, part, plan_scorecard_agg(actual::float8, target::float8, direction) AS card FROM mixed GROUP BY part
	UNION ALL SELECT 'numeric', part, plan_scorecard_agg(actual, target, direction) FROM mixed GROUP BY part
	UNION ALL SELECT 'backward', part, plan_scorecard_agg(actual, target, 1 ORDER BY i DESC) FROM mixed GROUP BY part
	UNION ALL SELECT 'goal', part, plan_scorecard_agg(actual::float8, plan_goal(target::float8, 'higher')) FROM mixed GROUP BY part
	UNION ALL SELECT 'merged', part, plan_rollup(card) FROM (SELECT part, plan_scorecard_agg(actual, target, direction) AS card FROM mixed GROUP BY part, i % 7) AS p GROUP BY part
	UNION ALL SELECT 'cube', part, plan_cube_at(cube, part, '2022') FROM (SELECT plan_cube_agg(part, '2022-02-02', actual, target, direction) AS cube FROM mixed) AS c, generate_series(0, 96) AS part
	UNION ALL SELECT 'text', part, card::text::plan_scorecard FROM (SELECT part, plan_scorecard_agg(actual, target, direction) AS card FROM mixed GROUP BY part) AS p
) AS forms USING (part) GROUP BY form ORDER BY form;
-- Rows that leave a moving frame take what they had with them.
SELECT count(*) AS frames, count(*) FILTER (WHERE plan_attainment(card) IS DISTINCT FROM attainment) AS different
FROM (SELECT plan_scorecard_agg(actual, target, direction) OVER w AS card, sum(actual::float8) FILTER (WHERE target IS NOT NULL) OVER w / nullif(sum(target::float8) OVER w, 0) AS attainment FROM mixed WHERE part % 8 = 3 WINDOW w AS (ORDER BY i ROWS 2 PRECEDING)) AS f;

-- From more rows than there were nothing follows but counts and sums: no ratio, in no order.
SELECT title, c AS card, plan_score(c) AS score, plan_scorecard_score(c, 0) AS covered, plan_coverage(c) AS coverage, plan_met_share(c) AS met_share, plan_attainment(c) AS attainment, plan_scorecard_status(c, 0.5) AS status
FROM (
	SELECT title, a - b AS c
	FROM (VALUES
		('the other way round', plan_scorecard 'empty', (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3}'::float8[]) AS x)),
		('one too many', (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3}'::float8[]) AS x), (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3,4}'::float8[]) AS x)),
		('another verdict', (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3,3}'::float8[]) AS x), (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{9}'::float8[]) AS x)),
		('another score', (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3}'::float8[]) AS x), (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{4}'::float8[]) AS x)),
		('another weight', (SELECT plan_scorecard_agg(x, 10, 'higher', 1) FROM unnest('{3,4}'::float8[]) AS x), (SELECT plan_scorecard_agg(x, 10, 'higher', 5) FROM unnest('{3}'::float8[]) AS x)),
		('one without a figure', (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3,4,5}'::float8[]) AS x), (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{NULL}'::float8[]) AS x)),
		('one without a target', (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3,4,NULL}'::float8[]) AS x), (SELECT plan_scorecard_agg(x, NULL::float8, 'higher') FROM unnest('{3}'::float8[]) AS x)),
		('what was there', (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{3,4}'::float8[]) AS x), (SELECT plan_scorecard_agg(x, 10, 'higher') FROM unnest('{4}'::float8[]) AS x))
	) AS v (title, a, b)
) AS d;
SELECT s.planned, s.met, s.weight, s.coverage, s.score, s.met_share, s.total_actual, s.total_target, s.attainment, - c + c = 'empty' AS undone
FROM (VALUES (plan_scorecard 'met=-1 weight_scored=-1 weighted_score=-1 actual=-5 target=-5'), ('met=1 weight_scored=1 weighted_score=1 weight_uncovered=2'), ('no_data=1 unscored=1 without_target=1 untargeted=2 weight_unscored=1')) AS v (c), plan_summary(c) AS s;
-- Rows of less than nothing do not hide in a cube, nor in its parents.
SELECT node, plan_score(scorecard) AS score, plan_coverage(scorecard) AS coverage, plan_count(scorecard) AS items
FROM plan_cube_rows('2 2022-01: met=-1 weight_scored=-1 weighted_score=-1; 3 2022-01: met=2 weight_scored=2 weighted_score=2', '{year}', NULL, '1 * 1; 2 < 1 * 1; 3 < 1 * 1');

-- The verdict on the whole: one light row that is not met shows, as far as twelve digits go.
SELECT heavy, plan_scorecard_status(c, 1), plan_scorecard_status(- c, 1) AS negated
FROM unnest('{1e9,1e11,1e18}'::float8[]) AS heavy, LATERAL (SELECT plan_scorecard_agg(x, 1, 'higher', w) AS c FROM (VALUES (1, heavy), (0, 1)) AS v (x, w)) AS s ORDER BY heavy;
-- A score that lies on 1 or on a cut in decimals is on it.
SELECT scores, expected, plan_scorecard_status(card, expected)
FROM (VALUES ('{0.6,1.4}'::float8[], 1), ('{0.9,1.1}', 1), ('{0.9,1.1000000001}', 1), ('{0.9,1}', 1), ('{0.53,0.61}', 0.6), ('{0.53,0.6099999999}', 0.6), ('{0.33,0.09}', 0.35), ('{0.3,-0.1,-0.2}', 1), ('{0.3,-0.1,-0.2000000001}', 1)) AS v (scores, expected),
	LATERAL (SELECT plan_scorecard_scored_agg(score, NULL::plan_status, 0.1) AS card FROM unnest(scores) AS score) AS s;
SELECT plan_scorecard_score(plan_scorecard_agg(x, 5, 'higher', w), 0.1::float8 + 0.2) AS covered FROM (VALUES (5, 3), (NULL, 7)) AS v (x, w);
-- The pace of a whole is stated: its rows were judged by a pace that it does not know.
SELECT plan_count(card, 'on_track') AS rows_on_track, plan_scorecard_status(card, 0.5), plan_scorecard_status(card, NULL) FROM (SELECT plan_scorecard_agg(50, '>= 100', 1, 0.5) AS card) AS s;
\set VERBOSITY terse
SELECT plan_scorecard_status(card) FROM cards;
\set VERBOSITY default
SELECT s.planned, s.scored, s.unjudged FROM plan_summary('met=1 unjudged=2') AS s;
-- The score is a ratio of exact sums, rounded once: equal scores have that score as mean.
SELECT plan_score(plan_scorecard_scored_agg(0.1, 'at_risk'::plan_status, w)) = 0.1::float8 AS exactly FROM unnest(ARRAY[0.1, 0.2, 0.7, 3, 1e9, 1e-9]::float8[]) AS w;

-- Numeric columns come out as the cast to float8 would make them.
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_scorecard_agg <> cast_first) AS different
FROM (
	SELECT x, plan_scorecard_agg(x, x, 1, abs(x)), plan_scorecard_agg(x::float8, x::float8, 1, abs(x)::float8) AS cast_first
	FROM (
		SELECT (n::numeric / d) * 10 ^ e::numeric AS x
		FROM unnest(ARRAY[0, 1, -7, 9999, 10000, 10001, 123456789, 9007199254740993]) AS n,
			unnest(ARRAY[1, 3, 8, 1000, 99999]) AS d, unnest(ARRAY[-15, -4, -1, 0, 3, 8, 20]) AS e
		UNION SELECT unnest('{NaN,10.58,162.7,3600,0.00001,12345.678912,9007199254740992,9007199254740991,90071992547409.93,0.1234567890123456789012345,1e22,1e-22}'::numeric[])
		UNION SELECT repeat('9', 38)::numeric
	) AS x WHERE x <> 'NaN' GROUP BY x
) AS g;
SELECT plan_scorecard_agg('NaN'::numeric, 5::numeric, 1);

-- Errors name what is wrong.
SELECT plan_scorecard_agg(5, 5, 'higher', -1);
SELECT plan_scorecard_agg(5, 5, 'higher', 'NaN');
SELECT plan_scorecard_agg(5, 5, 'higher', 'Infinity');
SELECT plan_scorecard_agg(NULL, 5, 'higher', -2);
SELECT plan_scorecard_agg(5, 5, 'sideways');
SELECT plan_scorecard_agg(5, 5, 0);
SELECT plan_scorecard_agg(5, 5, 7::smallint);
SELECT plan_scorecard_agg('Infinity', 5, 1);
SELECT plan_scorecard_agg(5, '-Infinity'::float8, 1);
SELECT plan_scorecard_agg(5, 'NaN'::float8, 1);
SELECT plan_scorecard_agg(NULL, 'NaN'::float8, 1);
SELECT plan_scorecard_agg(5, plan_goal(5, 1, 'NaN'), 1);
SELECT plan_scorecard_agg(5, plan_goal(5, 1), 1, 1.5);
SELECT plan_scorecard_agg(NULL, 5, 'sideways');
SELECT plan_scorecard_agg(NULL, 5, 2);
SELECT plan_scorecard_agg(5, NULL::float8, 'sideways');
SELECT plan_scorecard_agg(NULL, plan_goal(5, 1, 'Infinity'), 1);
SELECT plan_scorecard_agg(5, '>= 5', 1, -0.5);
SELECT plan_scorecard_agg('Infinity'::numeric, 5::numeric, 1);
SELECT plan_scorecard_agg(1e300, 1e300, 1);
SELECT plan_scorecard_agg(x, 1, 1) FROM (VALUES (1e38::float8), (1e38)) AS v (x);
SELECT plan_scorecard_scored_agg('Infinity', 'met'::plan_status, 1);
SELECT plan_scorecard_scored_agg(0.5, 'met'::plan_status, -1);
SELECT plan_scorecard_score(card, 2) FROM cards;
SELECT plan_scorecard_status(card, -1) FROM cards;
SELECT 'met=9223372036854775807'::plan_scorecard + 'met=1';
SELECT 'actual=170141183460469231731687303715884105727'::plan_scorecard + 'actual=1';
SELECT 'actual=-170141183460469231731687303715884105728'::plan_scorecard - 'actual=1';
SELECT plan_count('met=9223372036854775807 exceeded=1'::plan_scorecard);
SELECT plan_count('exceeded=1 met=9223372036854775807'::plan_scorecard);
SELECT plan_coverage('met=1 no_data=1 unscored=1 weight_scored=170141183460469231731687303715884105727 weight_unscored=1'::plan_scorecard);

-- Text.
SELECT ' empty '::plan_scorecard, 'met=-3  actual=-0.50 '::plan_scorecard, 'met=0'::plan_scorecard;
SELECT ''::plan_scorecard;
SELECT 'met'::plan_scorecard;
SELECT 'met=1 met=1'::plan_scorecard;
SELECT 'met=1 exceeded=1'::plan_scorecard;
SELECT 'met=1,actual=1'::plan_scorecard;
SELECT 'met=1 actual=1e5'::plan_scorecard;
SELECT 'met=1.5'::plan_scorecard;
SELECT 'emptyx'::plan_scorecard;
SELECT 'unknown=1'::plan_scorecard;
SELECT 'met=99999999999999999999'::plan_scorecard;

-- Order, grouping, distinct.
SELECT c FROM (VALUES ('met=1'::plan_scorecard), ('empty'), ('exceeded=1'), ('met=1 actual=-1'), ('met=-1')) AS v (c) ORDER BY c;
SELECT c, count(*) FROM (VALUES ('met=1'::plan_scorecard), ('met=1 actual=0'), ('met=2')) AS v (c) GROUP BY c ORDER BY c;
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt
FROM (VALUES ('met=1'::plan_scorecard, 'met=2'::plan_scorecard)) AS v (a, b);

-- Called by hand, a transition function returns a new state and leaves the old alone.
WITH s AS MATERIALIZED (SELECT 'met=1'::plan_scorecard AS state)
SELECT _plan_scorecard_add(state, 5, 5, 1) AS added, _plan_scorecard_remove(_plan_scorecard_add(state, 5, 5, 1), 5, 5, 1) = state AS removed,
	_plan_scorecard_merge(state, state) AS merged, state FROM s;

DROP TABLE results, cards, mixed, attained;

-- Columns alone are read each by its own function, also of what is merged first and of
-- subqueries; a summary that is used as a whole stays one, and that of NULL is NULL.
CREATE TABLE summarized AS
SELECT i % 5 AS k, plan_scorecard_agg(i % 7, 1 + i % 3, 'higher', 1 + i % 2) AS card FROM generate_series(1, 60) AS i GROUP BY i % 20, i % 5
UNION ALL SELECT 5, 'no_data=1 unscored=1 without_actual=1 without_target=1 weight_unscored=2' UNION ALL SELECT 6, NULL UNION ALL SELECT 7, 'met=1 without_target=1 untargeted=1 actual=5 untargeted_actual=5';
EXPLAIN (VERBOSE, COSTS OFF) SELECT (plan_summary(card)).* FROM summarized;
EXPLAIN (VERBOSE, COSTS OFF) SELECT (plan_summary(plan_rollup(card))).score FROM summarized;
EXPLAIN (VERBOSE, COSTS OFF) SELECT k, s.score, s.met FROM summarized, LATERAL (SELECT (plan_summary(card)).*) AS s WHERE s.attainment > 1;
EXPLAIN (VERBOSE, COSTS OFF) SELECT plan_summary(card), (plan_summary(card)).score FROM summarized;
EXPLAIN (VERBOSE, COSTS OFF) SELECT s.score FROM summarized, plan_summary(card) AS s;
SELECT count(*) AS cards, count(*) FILTER (WHERE (a, a.no_data, a.score) IS DISTINCT FROM (b, b.no_data, b.score)) AS differ
FROM (SELECT card, (plan_summary(card)).* FROM summarized) AS a JOIN (SELECT s.card, f.* FROM summarized AS s LEFT JOIN LATERAL plan_summary(s.card) AS f ON true) AS b ON a.card IS NOT DISTINCT FROM b.card;
SELECT k, (plan_summary(plan_rollup(card))).* FROM summarized GROUP BY k ORDER BY k;
SELECT k, (SELECT (plan_summary(plan_rollup(card))).planned FROM summarized AS t WHERE t.k <= s.k) AS up_to FROM summarized AS s GROUP BY k HAVING (plan_summary(plan_rollup(card))).planned > 0 ORDER BY (plan_summary(plan_rollup(card))).score DESC NULLS LAST, k;
SELECT plan_summary(card) IS DISTINCT FROM NULL AS has_summary, (plan_summary(NULL)).planned, (plan_summary('met=2 weight_scored=2 weighted_score=2')).score FROM summarized WHERE k > 4 ORDER BY k;
PREPARE by_card(plan_scorecard) AS SELECT (plan_summary($1)).planned, (plan_summary($1)).score;
EXECUTE by_card('met=2 weight_scored=2 weighted_score=2');
EXECUTE by_card(NULL);
DROP TABLE summarized;
