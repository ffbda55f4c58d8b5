-- Where does it get by the target year at the pace so far?
SELECT indicator, goal, round(plan_un_progress_expected(x, 2022, plan_baseline(goal), 2015, 2030)::numeric, 4) AS expected, round(plan_un_progress_ratio(x, 2022, goal, 2015)::numeric, 6) AS ratio, plan_un_progress_level(x, 2022, goal, 2015) AS level, plan_un_progress_class(plan_un_progress_level(x, 2022, goal, 2015)) AS class
FROM (VALUES ('electricity, %', 96::float8, '>= 100 from 85'::plan_goal), ('mothers'' deaths', 46, '<= 30 from 54'), ('stunting, %', 19.6, '<= 12.3 from 24.6'), ('road deaths', 26, '<= 12 from 24'), ('forest cover, %', 42, '>= 42 from 40.8')) AS v (indicator, x, goal);
-- A goal is written as it is planned, or made of columns; an indicator without a target is judged by its growth.
SELECT plan_un_progress_ratio(96, 2022, '>= 100 from 85', 2015, 2030) = plan_un_progress_ratio(96, 2022, plan_goal(100, 'higher', 85), 2015) AS same, plan_un_progress_level('96', '2022', '>= 100 from 85', '2015', '2030', 't') AS untyped,
	plan_un_progress_growth_level(371, 2022, 162, 2015, 'higher') AS exports, plan_un_progress_growth_level(3.7, 2022, 3.6, 2015, 'lower') AS emissions, plan_un_progress_class(plan_un_progress_growth_level(371, 2022, 162, 2015, 1)) AS class;
-- The formula, and cuts from both sides.
SELECT count(*), count(*) FILTER (WHERE ratio IS DISTINCT FROM formula AND NOT coalesce(abs(ratio - formula) < 1e-12 * greatest(1, abs(formula)), false)) AS apart, count(*) FILTER (WHERE level <> CASE WHEN d * (x - t) >= 0 THEN 3 WHEN d * (t - b) <= 0 THEN 1 WHEN ratio >= 0.95 THEN 3 WHEN ratio >= 0.10 THEN 2 ELSE 1 END) AS levels_apart,
	count(*) FILTER (WHERE level = 3) AS level_3, count(*) FILTER (WHERE level = 2) AS level_2, count(*) FILTER (WHERE level = 1) AS level_1
FROM (
	SELECT *, plan_un_progress_ratio(x, 2021, plan_goal(t, d, b), 2015) AS ratio, plan_un_progress_level(x, 2021, plan_goal(t, d, b), 2015) AS level,
		CASE WHEN d * (t - b) > 0 THEN (x * (1 + ((x / b) ^ (1 / 6.0::float8) - 1)) ^ 9 - b) / (t - b) END AS formula
	FROM (SELECT (20 + i * 37 % 61)::float8 AS x, (20 + i * 53 % 59)::float8 AS b, (15 + i * 29 % 71)::float8 AS t, 1 - i % 2 * 2 AS d FROM generate_series(1, 2000) AS i) AS v
) AS s;
SELECT g, plan_un_progress_growth_level(100 * (1 + g / 100) ^ 5, 2020, 100, 2015, 1) AS higher, plan_un_progress_growth_level(100 * (1 - g / 100) ^ 5, 2020, 100, 2015, -1) AS lower, plan_un_progress_growth_level(-100 * (1 - g / 100) ^ 5, 2020, -100, 2015, 1) AS negative
FROM unnest('{3,2.000001,1.999999,0.500001,0.499999,0,-3}'::float8[]) AS g;
-- Percentages stay between 0 and 100, and meet a target of 0 or 100 within one point.
SELECT b, x, t, plan_un_progress_level(x, 2020, plan_goal(t, d, b), 2015) AS level, plan_un_progress_level(x, 2020, plan_goal(t, d, b), 2015, percent => true) AS percent FROM (VALUES (99.5::float8, 99::float8, 100::float8, 1), (99.5, 98.9, 100, 1), (0.5, 1, 0, -1), (0.5, 1.1, 0, -1), (91, 90.5, 91.5, 1), (300, 299.5, 300, 1)) AS v (b, x, t, d);
SELECT round(plan_un_progress_expected(80, 2020, 60, 2015, 2030)::numeric, 9) AS free, plan_un_progress_expected(80, 2020, 60, 2015, 2030, true) AS percent, round(plan_un_progress_expected(80, 2020, 60, 2015, 2018)::numeric, 9) AS between, plan_un_progress_expected(0, 2020, 60, 2015, 2030) AS zero_stays;
-- Missing: one year is enough for a target that is met; a target that the baseline had met; no target year.
SELECT label, round(plan_un_progress_ratio(x, t1, goal, t0, tt)::numeric, 9) AS ratio, plan_un_progress_level(x, t1, goal, t0, tt) AS level, plan_un_progress_class(plan_un_progress_level(x, t1, goal, t0, tt)) AS class
FROM (VALUES ('one year, met', 5::float8, 2020::float8, '>= 4'::plan_goal, NULL::float8, 2030::float8), ('one year', 3, 2020, '>= 4', NULL, 2030), ('no value', NULL, 2020, '>= 4 from 3', 2015, 2030), ('target lost', 3, 2020, '>= 4 from 4', 2015, 2030), ('was above', 3, 2020, '>= 4 from 5', 2015, 2030),
	('from zero', 3, 2020, '>= 4 from 0', 2015, 2030), ('across zero', 3, 2020, '>= 4 from -1', 2015, 2030), ('no target year', 4, 2020, '>= 5 from 3', 2015, NULL), ('no target year, met', 5, 2020, '>= 5 from 3', 2015, NULL), ('2030', 4, 2020, '>= 5 from 3', 2015, 2030), ('target year is past', 4, 2020, '>= 5 from 3', 2015, 2018), ('no baseline', 3, 2020, '>= 4', 2015, 2030), ('no goal', 4, 2035, NULL, 2032, 2040)) AS v (label, x, t1, goal, t0, tt);
SELECT plan_un_progress_growth_level(4, 2035, 3, 2032, 'higher') AS growth, plan_un_progress_growth_level(0, 2020, 0, 2015, 'higher') AS none, plan_un_progress_growth_level(4, NULL, 3, 2015, 'higher') AS no_year, plan_un_progress_growth_level(NULL, NULL, NULL, NULL, NULL), plan_un_progress_ratio(NULL, NULL, NULL, NULL), plan_un_progress_class(NULL);
-- A value that lies on a cut in decimals is on it: 2 and 0.5 % a year.  Directions of any type.
SELECT b, x, plan_un_progress_growth_level(x, 2016, b, 2015, 1.0) AS higher, plan_un_progress_growth_level(2 * b - x, 2016, b, 2015, '-1') AS lower FROM (VALUES (100, 102), (1, 1.02), (100, 100.5), (1, 1.005), (100, 101.999), (100, 100.499)) AS v (b, x);

-- EUSTAT's progress page for the Basque Country (github.com/EUSTAT-DES/data, state of 2025-11-13): the indicators of a single headline
-- series whose direction and target follow from their wording, with the class in print.  The baseline is the year nearest to 2015, the
-- earlier of two.  Left out are binary indicators, growth rates, which EUSTAT judges by hand, and series that begin at 0.
CREATE TABLE euskadi (indicator text, direction int, target float8, percent boolean, base_year float8, baseline float8, year float8, value float8, class text);
\copy euskadi FROM 'test/data/un_progress.csv' CSV HEADER
CREATE VIEW judged AS SELECT *, plan_un_progress_class(CASE WHEN target IS NULL THEN plan_un_progress_growth_level(value, year, baseline, base_year, direction)
	ELSE plan_un_progress_level(value, year, plan_goal(target, direction, baseline), base_year, percent => percent) END) AS ours FROM euskadi;
SELECT count(*) AS series, count(target) AS with_a_target, count(*) FILTER (WHERE ours = class) AS classes_agree, count(*) FILTER (WHERE class = 'met_or_on_track') AS met_or_on_track, count(*) FILTER (WHERE class = 'fair_progress') AS fair, count(*) FILTER (WHERE class = 'stagnation_or_regression') AS stagnation
FROM judged;
-- The others do not follow from the method and the values: safety after dark, disaster deaths, pH of the sea, green mountains.
SELECT indicator, baseline, value, class AS printed, ours FROM judged WHERE class <> ours ORDER BY indicator;
DROP VIEW judged;
DROP TABLE euskadi;
-- A value that moves the wrong way is at level 1 even if that has no rate: from zero, or across it.
SELECT b, x, direction, plan_un_progress_growth_level(x, 2020, b, 2015, direction) AS level, plan_un_progress_level(x, 2020, plan_goal(t, direction, b), 2015) AS with_target
FROM (VALUES (0::float8, 3::float8, 'lower', -9), (0, -3, 'higher', 9), (2, -3, 'higher', 9), (-2, 3, 'lower', -9), (0, 3, 'higher', 9), (0, -3, 'lower', -9), (0, 0, 'lower', -9)) AS v (b, x, direction, t);
-- A NULL flag means no percentage.
SELECT plan_un_progress_expected(80, 2020, 60, 2015, 2030, NULL) = plan_un_progress_expected(80, 2020, 60, 2015, 2030) AS expected, plan_un_progress_ratio(80, 2020, '>= 90 from 60', 2015, 2030, NULL) = plan_un_progress_ratio(80, 2020, '>= 90 from 60', 2015) AS ratio,
	plan_un_progress_level(99.5, 2020, '>= 100 from 98.9', 2015, 2030, NULL) AS level;

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_un_progress_level(4, 2014, '>= 5 from 3', 2015);
SELECT plan_un_progress_level('Infinity', 2020, '>= 5 from 3', 2015);
SELECT plan_un_progress_level(4, 2020, '>= 5 from 3', 'NaN');
SELECT plan_un_progress_growth_level(4, 2014, 3, 2015, 1);
SELECT plan_un_progress_growth_level(4, 2020, 3, 2015, 'within');
SELECT plan_un_progress_growth_level(4, 2020, 'Infinity', 2015, 1);
SELECT plan_un_progress_expected(4, 2020, 3, 2015, 'Infinity');
SELECT plan_un_progress_expected(4, 2020, 3, 2015, 1e300);
\set VERBOSITY default
SELECT plan_un_progress_level(5, 2033, '>= 6 from 4', 2031);
SELECT plan_un_progress_ratio(5, 2020, '>= 6..7 from 4', 2015);
SELECT plan_un_progress_level(5, 2020, '= 6 from 4', 2015);
SELECT plan_un_progress_class(0);
SELECT plan_un_progress_class(4);
-- A target within the last digits of the baseline leaves the ratio as it is.
SELECT round(plan_un_progress_ratio(1000000000.0005, 2010, '>= 1000000000.001 from 1000000000', 2000, 2010)::numeric, 2) AS ratio, plan_un_progress_level(1000000000.0005, 2010, '>= 1000000000.001 from 1000000000', 2000, 2010) AS level;
