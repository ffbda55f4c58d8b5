-- How much of the way is done, and will the target be met?
CREATE TABLE series (indicator text, direction text, baseline float8, target float8, year int, value float8);
INSERT INTO series VALUES
	('safe water, %', 'higher', 60, 95, 2015, 60), ('safe water, %', 'higher', 60, 95, 2018, 66), ('safe water, %', 'higher', 60, 95, 2020, 75), ('safe water, %', 'higher', 60, 95, 2023, 78),
	('stunting, %', 'lower', 24.6, 15, 2015, 24.6), ('stunting, %', 'lower', 24.6, 15, 2019, 22.2), ('stunting, %', 'lower', 24.6, 15, 2023, 18.1),
	('forest cover, %', 'higher', 41, 42, 2015, 41), ('forest cover, %', 'higher', 41, 42, 2023, 42.02),
	('road deaths', 'lower', 24, 12, 2015, 24), ('road deaths', 'lower', 24, 12, 2023, 30);
SELECT indicator, goal, current, round(predicted::numeric, 4) AS predicted, round(plan_escap_current_status(current, goal)::numeric, 4) AS status,
	plan_escap_current_class(plan_escap_current_status(current, goal)) AS class, round(plan_escap_anticipated_progress(predicted, goal)::numeric, 4) AS anticipated,
	plan_escap_anticipated_class(plan_escap_anticipated_progress(predicted, goal)) AS outlook, round(plan_escap_gap(predicted, goal)::numeric, 4) AS gap,
	plan_escap_gap_class(plan_escap_gap(predicted, goal)) AS dashboard
FROM (
	SELECT indicator, plan_goal(target, direction, baseline) AS goal, max(value) FILTER (WHERE year = 2023) AS current, plan_escap_logit_slope(year, value, 2030) AS predicted
	FROM series GROUP BY indicator, direction, baseline, target
) AS s ORDER BY indicator;

-- The formula, and what ESCAP prints: P = 100 - 10 AP where the baseline had not met the target.
SELECT count(*) AS values, count(*) FILTER (WHERE status IS DISTINCT FROM expected) AS different, count(*) FILTER (WHERE abs(gap - (100 - 10 * status)) > 1e-9 AND sign * (target - baseline) > 0) AS gaps_apart,
	min(status), max(status), count(*) FILTER (WHERE status IS NULL) AS undefined
FROM (
	SELECT sign, target, baseline, plan_escap_current_status(x, plan_goal(target, sign, baseline)) AS status, plan_escap_gap(x, plan_goal(target, sign, baseline)) AS gap,
		CASE WHEN sign * (x - target) >= 0 THEN 10 WHEN target <> baseline THEN 10 * sign * (x - baseline) / abs(target - baseline) END AS expected
	FROM (SELECT (i * 37 % 101) / 4.0::float8 - 10 AS x, (i * 53 % 47) / 2.0::float8 - 8 AS baseline, (i * 29 % 23)::float8 - 6 AS target, 1 - i % 2 * 2 AS sign FROM generate_series(1, 2000) AS i) AS v
) AS s;

-- A goal is written as it is planned, or made of columns; values of any type, and untyped ones.
SELECT plan_escap_current_status(45, '>= 60 from 30') AS literal, plan_escap_current_status(45, plan_goal(60, 'higher', 30)) AS columns, plan_escap_current_status(45.0, '>= 60 from 30'::varchar) AS "varchar", plan_escap_current_status('45', '>= 60 from 30') AS untyped,
	plan_escap_anticipated_progress(5::smallint, '<= 2 from 10') AS progress, plan_escap_gap('5', '<= 2 from 10') AS gap, plan_escap_current_class(plan_escap_current_status(45, '>= 60 from 30')) AS class;
-- UNICEF's run of 2025 for the Middle East and North Africa: every third of the series of which the target can be told, with
-- published values, indices and classes.  A year without a value is extrapolated too.
CREATE TABLE menaro (series text, direction int, denominator float8, target float8, years float8[], amounts float8[], baseline float8, current float8, predicted float8, status float8, class text, anticipated float8, outlook text);
\copy menaro FROM 'test/data/escap.csv' CSV HEADER
SELECT count(*) AS series, sum(values) AS values, count(*) FILTER (WHERE abs(baseline - baseline_in_print) <= 1e-12 * baseline_in_print) AS baselines, count(*) FILTER (WHERE abs(current - current_in_print) <= 1e-12 * current_in_print) AS currents,
	count(*) FILTER (WHERE abs(predicted - predicted_in_print) <= 1e-12 * predicted_in_print) AS predictions, count(*) FILTER (WHERE abs(plan_escap_current_status(current, goal) - status) < 1e-9) AS status,
	count(*) FILTER (WHERE coalesce(plan_escap_current_class(plan_escap_current_status(current, goal)), CASE plan_escap_reason(current, goal) WHEN 'target_is_baseline' THEN 'regression' END) = class) AS classes, count(*) FILTER (WHERE abs(plan_escap_anticipated_progress(predicted, goal) - anticipated) < 1e-9) AS anticipated,
	count(*) FILTER (WHERE coalesce(plan_escap_anticipated_class(plan_escap_anticipated_progress(predicted, goal)), CASE plan_escap_reason(predicted, goal) WHEN 'target_is_baseline' THEN 'no_progress' END) = outlook) AS outlooks
FROM (
	SELECT plan_goal(target, direction, ours.baseline) AS goal, cardinality(years) AS values, status, class, anticipated, outlook, menaro.baseline AS baseline_in_print, menaro.current AS current_in_print, menaro.predicted AS predicted_in_print, ours.*
	FROM menaro, LATERAL (
		SELECT coalesce(max(v) FILTER (WHERE t = 2015), plan_escap_logit_slope(t, v, 2015, denominator)) AS baseline, coalesce(max(v) FILTER (WHERE t = 2025), plan_escap_logit_slope(t, v, 2025, denominator)) AS current, plan_escap_logit_slope(t, v, 2030, denominator) AS predicted
		FROM unnest(years, amounts) AS u (t, v)
	) AS ours
) AS s;
SELECT class, outlook, count(*), round(min(status)::numeric, 2) AS least, round(max(status)::numeric, 2) AS most FROM menaro GROUP BY 1, 2 ORDER BY 1, 2;
-- A target that equals the baseline leaves no scale: the published index is infinite, here it is NULL; the reason stands for the published class.
SELECT series, target, baseline, round(current::numeric, 3) AS current, status AS printed, plan_escap_current_status(current, goal) AS status, class AS printed_class, plan_escap_reason(current, goal) AS reason FROM menaro, LATERAL (SELECT plan_goal(target, direction, baseline) AS goal) AS g WHERE baseline = target AND status IS NULL;
-- Its weighted regression takes the weighted slope through the unweighted mean.  With the weights 1 / (to_year - year) that is the
-- weighted line, since the residuals of that line add up to 0 without weights too.
SELECT count(*) AS series, count(*) FILTER (WHERE abs(ours - theirs) <= 1e-12 * ours) AS agree
FROM (
	SELECT ours, denominator / (1 + exp(-(mean_l + (wtl - wt * wl / w) / (wtt - wt * wt / w) * (2030 - mean_t)))) AS theirs
	FROM menaro, LATERAL (
		SELECT avg(l) AS mean_l, avg(t) AS mean_t, sum(w) AS w, sum(w * d) AS wt, sum(w * l) AS wl, sum(w * d * l) AS wtl, sum(w * d * d) AS wtt
		FROM (SELECT t, l, t - avg(t) OVER () AS d, (2030 - min(t) OVER ()) / (2030 - t) AS w FROM (SELECT t, ln(v / (denominator - v)) AS l FROM unnest(years, amounts) AS u (t, v)) AS logits) AS weighted
	) AS sums, LATERAL (SELECT plan_escap_weighted_logit(t, v, 2030, denominator) AS ours FROM unnest(years, amounts) AS u (t, v)) AS line
	WHERE cardinality(years) > 1 AND 0 < ALL (amounts) AND denominator > ALL (amounts)
) AS s;
DROP TABLE menaro;
-- Parity: either side of the target is short of it.
SELECT x, plan_escap_current_status(x, '= 1 from 0.6') AS status, plan_escap_gap(x, '= 1 from 0.6') AS gap, plan_escap_current_class(plan_escap_current_status(x, '= 1 from 0.6')) FROM unnest('{0.6,0.8,1,1.2,1.5,0.5}'::float8[]) AS x;
-- A value on a cut gets the worse class of the index, and the better class of the gap.
SELECT i, plan_escap_current_class(i), plan_escap_anticipated_class(i) FROM unnest('{10,9.000001,9,0.000001,0,-36}'::float8[]) AS i;
SELECT gap, plan_escap_gap_class(gap) FROM unnest('{0,10,10.000001,100,100.000001,460}'::float8[]) AS gap;
-- A value that lies on a cut in decimals is on it, in any unit: nine tenths of the way, no change, twice as far away.
SELECT unit, plan_escap_current_status(23 * unit, away) AS nine_tenths, plan_escap_current_class(plan_escap_current_status(23 * unit, away)) AS class, plan_escap_gap_class(plan_escap_gap(23 * unit, away)) AS gap, plan_escap_current_class(plan_escap_current_status(14 * unit, parity)) AS none
FROM unnest('{1,0.1,0.01,1e-3}'::float8[]) AS unit, LATERAL (SELECT plan_goal(20 * unit, 'lower', 50 * unit) AS away, plan_goal(10 * unit, 'within', 6 * unit) AS parity) AS g;
SELECT count(*) AS units, count(*) FILTER (WHERE plan_escap_current_class(plan_escap_current_status(23 * u, away)) = 'slow') AS nine_tenths, count(*) FILTER (WHERE plan_escap_gap_class(plan_escap_gap(23 * u, away)) = 'maintain') AS tenth, count(*) FILTER (WHERE plan_escap_current_class(plan_escap_current_status(14 * u, parity)) = 'regression') AS none,
	count(*) FILTER (WHERE plan_escap_gap_class(plan_escap_gap(14 * u, parity)) = 'accelerate') AS whole
FROM (SELECT i / 1000.0::float8 AS u FROM generate_series(1, 2000) AS i) AS v, LATERAL (SELECT plan_goal(20 * u, 'lower', 50 * u) AS away, plan_goal(10 * u, 'within', 6 * u) AS parity) AS g;
-- One value, none, a target that equals the baseline, a baseline that had met the target, NULL and NaN: the reason takes the place of the class.
SELECT label, status, coalesce(plan_escap_current_class(status), plan_escap_reason(x, goal)) AS class, coalesce(plan_escap_anticipated_class(status), plan_escap_reason(x, goal)) AS outlook, plan_escap_gap(x, goal) AS gap
FROM (VALUES ('one value, met', 96::float8, '>= 95'), ('one value, not met', 90, '>= 95'), ('the baseline only', NULL, '>= 95 from 60'), ('no value', NULL, '>= 95'), ('not a number', 'NaN', '>= 95 from 60'), ('no goal', 70, NULL), ('target held', 95, '>= 95 from 95'), ('target lost', 94, '>= 95 from 95'),
	('had met it, holds', 96, '>= 95 from 97'), ('had met it, lost it', 90, '>= 95 from 97'), ('no change', 60, '>= 95 from 60'), ('negative', -3, '>= -1 from -5'), ('to zero', -1, '>= 0 from -4'), ('parity held', 1, '= 1 from 1'), ('parity lost', 0.9, '= 1 from 1')) AS v (label, x, written),
	LATERAL (SELECT written::plan_goal AS goal) AS g, LATERAL (SELECT plan_escap_current_status(x, goal) AS status) AS s;
-- The gap is 100 less ten times the progress if both exist, also from a baseline that had met the target, and their classes agree.
SELECT count(*), count(*) FILTER (WHERE abs(gap - (100 - 10 * index)) > 1e-9 * greatest(1, abs(gap))) AS apart, count(*) FILTER (WHERE (index IS NULL) <> (gap IS NULL)) AS one_missing,
	count(*) FILTER (WHERE index <> 9 AND index <> 0 AND plan_escap_gap_class(gap) <> CASE plan_escap_anticipated_class(index) WHEN 'will_meet' THEN 'maintain' WHEN 'accelerate' THEN 'accelerate' ELSE 'reverse' END) AS classes_apart
FROM (SELECT plan_escap_anticipated_progress(x, plan_goal(t, d, b)) AS index, plan_escap_gap(x, plan_goal(t, d, b)) AS gap FROM generate_series(-10, 20, 3) AS x, generate_series(-10, 20, 2) AS b, generate_series(-8, 12, 4) AS t, unnest('{higher,lower,within}'::text[]) AS d) AS s;
SELECT x, plan_escap_anticipated_progress(x, '>= 90 from 100') AS progress, plan_escap_gap(x, '>= 90 from 100') AS gap, plan_escap_gap_class(plan_escap_gap(x, '>= 90 from 100')) AS class, plan_escap_anticipated_class(plan_escap_anticipated_progress(x, '>= 90 from 100')) FROM unnest('{95,90,89,80}'::float8[]) AS x;
-- A value that meets the target in decimals has met it; between large values that are close the cuts are where they are in decimals.
SELECT plan_escap_current_status(sum(x), '>= 1 from 0.5') AS met, plan_escap_gap(sum(x), '>= 1 from 0.5') AS gap, plan_escap_current_status(sum(x), '= 1 from 0.5') AS parity FROM (SELECT 0.1::float8 AS x FROM generate_series(1, 10)) AS s;
SELECT count(*), count(*) FILTER (WHERE plan_escap_current_class(plan_escap_current_status(b + 0.9 * w, goal)) <> 'slow') AS passed, count(*) FILTER (WHERE plan_escap_current_class(plan_escap_current_status(b + 0.9 * w + 0.000001, goal)) <> 'on_track') AS held_back
FROM generate_series(10000.1, 10100, 1.7) AS b, generate_series(0.1, 2, 0.3) AS w, LATERAL (SELECT plan_goal(b + w, 'higher', b) AS goal) AS g;
-- Where the last digits of the values would show in the index, it stays as computed.
SELECT plan_escap_current_status(1000000000004, '>= 1000000000010 from 1000000000000') AS status, plan_escap_gap(1000000000004, '>= 1000000000010 from 1000000000000') AS gap;
SELECT plan_escap_current_status(NULL, NULL), plan_escap_current_status(1, NULL), plan_escap_reason(NULL, NULL), plan_escap_current_class(NULL), plan_escap_anticipated_class('NaN'), plan_escap_gap_class(NULL);

-- Extrapolations against SQL of their own.
CREATE VIEW points AS SELECT indicator, year::float8 AS t, value / 100 AS y, ln(value / 100 / (1 - value / 100)) AS l FROM series WHERE value < 100;
WITH ours AS (
	SELECT indicator, plan_escap_geometric(year, value, 2030) AS a, plan_escap_logit(year, value, 2030) AS b, plan_escap_logit_slope(year, value, 2030) AS c, plan_escap_weighted_logit(year, value, 2030) AS d
	FROM series GROUP BY indicator
), a AS (
	SELECT indicator, last * (last / first) ^ ((2030 - t1) / (t1 - t0)) AS a
	FROM (SELECT indicator, (array_agg(y * 100 ORDER BY t))[1] AS first, (array_agg(y * 100 ORDER BY t DESC))[1] AS last, min(t) AS t0, max(t) AS t1 FROM points GROUP BY indicator) AS s
), b AS (
	SELECT indicator, 100 / (1 + exp(-(regr_intercept(l, t - 2020) + regr_slope(l, t - 2020) * 10))) AS b FROM points GROUP BY indicator
), c AS (
	SELECT indicator, 100 / (1 + exp(-(max(l) FILTER (WHERE t = last) + avg(slope) * (2030 - max(last))))) AS c
	FROM (SELECT *, (l - lag(l) OVER w) / (t - lag(t) OVER w) AS slope, max(t) OVER (PARTITION BY indicator) AS last FROM points WINDOW w AS (PARTITION BY indicator ORDER BY t)) AS s GROUP BY indicator
), d AS (
	SELECT indicator, 100 / (1 + exp(-(wl / w + (wtl - wt * wl / w) / (wtt - wt * wt / w) * (10 - wt / w)))) AS d
	FROM (SELECT indicator, sum(w) AS w, sum(w * l) AS wl, sum(w * x) AS wt, sum(w * x * l) AS wtl, sum(w * x * x) AS wtt FROM (SELECT indicator, l, t - 2020 AS x, 15 / (2030 - t) AS w FROM points) AS p GROUP BY indicator) AS s
)
SELECT indicator, round(ours.a::numeric, 6) AS geometric, round(ours.b::numeric, 6) AS logit, round(ours.c::numeric, 6) AS logit_slope, round(ours.d::numeric, 6) AS weighted_logit,
	abs(ours.a / a.a - 1) < 1e-12 AND abs(ours.b / b.b - 1) < 1e-10 AND abs(ours.c / c.c - 1) < 1e-12 AND abs(ours.d / d.d - 1) < 1e-10 AS agree
FROM ours JOIN a USING (indicator) JOIN b USING (indicator) JOIN c USING (indicator) JOIN d USING (indicator) ORDER BY indicator;
-- A line of logits is found by all three, whatever the weights; the year may be fractional, or before the series; shares of another denominator.
SELECT round(plan_escap_logit(t, y, 2030)::numeric, 9) AS regression, round(plan_escap_logit_slope(t, y, 2030)::numeric, 9) AS slopes, round(plan_escap_weighted_logit(t, y, 2030)::numeric, 9) AS weighted, round((100 / (1 + exp(-2)))::numeric, 9) AS exact,
	round(plan_escap_logit_slope(t, y, 2025.5)::numeric, 9) AS half, round(plan_escap_logit(t, y, 2005)::numeric, 9) AS earlier, round(plan_escap_logit_slope(t, y / 100, 2030, 1)::numeric, 9) AS share, round(plan_escap_logit(t, y * 5, 2030, 500)::numeric, 9) AS of_500,
	round(plan_escap_weighted_logit(t, y / 4, 2030, 25)::numeric, 9) AS of_25
FROM (SELECT t, 100 / (1 + exp(-(t - 2010) / 10.0)) AS y FROM unnest('{2011,2012,2016,2021,2023}'::float8[]) AS t) AS s;
-- 0 and 100 have no logit: the mean of slopes keeps the last value, a regression has none.  Constant series; zero and signs in geometric growth.
SELECT label, round(plan_escap_geometric(t, y, 2030)::numeric, 6) AS geometric, round(plan_escap_logit(t, y, 2030)::numeric, 6) AS logit, plan_escap_logit_slope(t, y, 2030) AS logit_slope, round(plan_escap_weighted_logit(t, y, 2030)::numeric, 6) AS weighted
FROM (VALUES ('at 100', '{80,100}'::float8[]), ('was at 100', '{100,99,98}'), ('at 0', '{5,0}'), ('from 0', '{0,5}'), ('constant', '{98.7,98.7,98.7}'), ('one', '{50}'), ('none', '{}'), ('of NULL and NaN', '{NULL,NaN,30}')) AS v (label, ys)
	LEFT JOIN LATERAL (SELECT 2009 + n AS t, y FROM unnest(ys) WITH ORDINALITY AS u (y, n)) AS s ON true GROUP BY label, ys ORDER BY label;
SELECT label, plan_escap_geometric(t, y, 2020) AS y2020, plan_escap_geometric(t, y, 2000) AS y2000
FROM (VALUES ('negative', '{-8,-4}'::float8[]), ('to zero', '{8,0}'), ('across zero', '{-8,4}'), ('above 100', '{800,1600}')) AS v (label, ys), LATERAL (SELECT n * 10 + 1990 AS t, y FROM unnest(ys) WITH ORDINALITY AS u (y, n)) AS s GROUP BY label, ys ORDER BY label;
-- Any order of rows and any split give the same to the last bit.
CREATE TABLE many AS SELECT i % 500 AS k, 2000 + i / 500.0 AS t, 1 + (i * 7919 % 9800) / 100.0 AS y FROM generate_series(0, 19999) AS i;
SELECT count(*) AS series, count(*) FILTER (WHERE (a, b, c, d) IS DISTINCT FROM (a2, b2, c2, d2)) AS different
FROM (
	SELECT k, plan_escap_geometric(t, y, 2050 ORDER BY t) AS a, plan_escap_logit(t, y, 2050 ORDER BY t) AS b, plan_escap_logit_slope(t, y, 2050 ORDER BY t) AS c, plan_escap_weighted_logit(t, y, 2050 ORDER BY t) AS d,
		plan_escap_geometric(t, y, 2050 ORDER BY y) AS a2, plan_escap_logit(t, y, 2050 ORDER BY y) AS b2, plan_escap_logit_slope(t, y, 2050 ORDER BY y) AS c2, plan_escap_weighted_logit(t, y, 2050 ORDER BY y DESC) AS d2
	FROM many GROUP BY k
) AS s;
CREATE TABLE serial AS SELECT k, plan_escap_logit_slope(t, y, 2050) AS c, plan_escap_weighted_logit(t, y, 2050) AS d FROM many GROUP BY k;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 3;
EXPLAIN (COSTS OFF) SELECT plan_escap_logit_slope(t, y, 2050) FROM many WHERE k = 7;
SELECT count(*) AS series, count(*) FILTER (WHERE (s.c, s.d) IS DISTINCT FROM (p.c, p.d)) AS different
FROM serial AS s JOIN (SELECT k, plan_escap_logit_slope(t, y, 2050) AS c, plan_escap_weighted_logit(t, y, 2050) AS d FROM many GROUP BY k) AS p USING (k);
RESET max_parallel_workers_per_gather;
-- A moving frame.
SELECT t, round(plan_escap_geometric(t, y, 2030) OVER (ORDER BY t ROWS 1 PRECEDING)::numeric, 4) FROM (VALUES (2010, 4.0), (2015, 8), (2020, 4)) AS v (t, y);

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_escap_current_status(5, '10 from 2');
SELECT plan_escap_current_status('Infinity', '>= 10 from 2');
SELECT plan_escap_reason('-Infinity', '>= 10 from 2');
SELECT plan_escap_current_status(1, '<= -1e308 from 1e308');
SELECT plan_escap_current_status(1e308, '<= 1e-308 from 0');
SELECT plan_escap_gap(-1e308, '>= 1e-308 from 0');
SELECT plan_escap_current_class('Infinity');
SELECT plan_escap_logit(2000 + i, 101, 2030) FROM generate_series(1, 2) AS i;
SELECT plan_escap_logit_slope(2000 + i, -1, 2030) FROM generate_series(1, 2) AS i;
SELECT plan_escap_weighted_logit(2000 + i, 2, 2030, 1) FROM generate_series(1, 2) AS i;
SELECT plan_escap_logit(2000 + i, 1, 2030, 0) FROM generate_series(1, 2) AS i;
SELECT plan_escap_weighted_logit(2000 + i, 50, 2002) FROM generate_series(1, 2) AS i;
SELECT plan_escap_geometric(2000, i, 2030) FROM generate_series(1, 2) AS i;
SELECT plan_escap_geometric(2000 + i, i, 2030 + i) FROM generate_series(1, 2) AS i;
SELECT plan_escap_logit(2000 + i, 50, 2030, 100 + i) FROM generate_series(1, 2) AS i;
SELECT plan_escap_geometric(2000 + i, i, NULL) FROM generate_series(1, 2) AS i;
SELECT plan_escap_logit(2000 + i, i, 2030, NULL) FROM generate_series(1, 2) AS i;
SELECT plan_escap_geometric('Infinity', 1, 2030);
SELECT plan_escap_geometric(i, i, 1e308) FROM generate_series(1, 2) AS i;
\set VERBOSITY default
SELECT plan_escap_geometric(2000, i, 2030) FROM generate_series(1, 2) AS i;
SELECT plan_escap_weighted_logit(2000 + i, 50, 2002) FROM generate_series(1, 2) AS i;
SELECT plan_escap_logit(2000, 101, 2030);
SELECT plan_escap_current_status(5, '8..12 from 2');
SELECT plan_escap_gap(5, '>= 6.6..6.8 from 2');
DROP VIEW points;
DROP TABLE series, many, serial;
