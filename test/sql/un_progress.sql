-- Where does it get by the target year at the pace so far?
SELECT indicator, round(plan_un_progress_expected(x, 2022, b, 2015, 2030)::numeric, 4) AS expected, round(plan_un_progress_ratio(x, 2022, b, 2015, t, 2030, d)::numeric, 6) AS ratio, plan_un_progress_level(x, 2022, b, 2015, t, 2030, d) AS level, plan_un_progress_class(x, 2022, b, 2015, t, 2030, d) AS class
FROM (VALUES ('electricity, %', 96::float8, 85::float8, 100::float8, 'higher'), ('mothers'' deaths', 46, 54, 30, 'lower'), ('stunting, %', 19.6, 24.6, 12.3, 'lower'), ('road deaths', 26, 24, 12, 'lower'), ('forest cover, %', 42, 40.8, 42, 'higher'), ('exports', 371, 162, NULL, 'higher'), ('emissions', 3.7, 3.6, NULL, 'lower')) AS v (indicator, x, b, t, d);
-- The formula, and cuts from both sides.
SELECT count(*), count(*) FILTER (WHERE ratio IS DISTINCT FROM formula AND NOT coalesce(abs(ratio - formula) < 1e-12 * greatest(1, abs(formula)), false)) AS apart, count(*) FILTER (WHERE level <> CASE WHEN d * (x - t) >= 0 THEN 3 WHEN d * (t - b) <= 0 THEN 1 WHEN ratio >= 0.95 THEN 3 WHEN ratio >= 0.10 THEN 2 ELSE 1 END) AS levels_apart,
	count(*) FILTER (WHERE level = 3) AS level_3, count(*) FILTER (WHERE level = 2) AS level_2, count(*) FILTER (WHERE level = 1) AS level_1
FROM (
	SELECT *, plan_un_progress_ratio(x, 2021, b, 2015, t, 2030, d) AS ratio, plan_un_progress_level(x, 2021, b, 2015, t, 2030, d) AS level,
		CASE WHEN d * (t - b) > 0 THEN (x * (1 + ((x / b) ^ (1 / 6.0::float8) - 1)) ^ 9 - b) / (t - b) END AS formula
	FROM (SELECT (20 + i * 37 % 61)::float8 AS x, (20 + i * 53 % 59)::float8 AS b, (15 + i * 29 % 71)::float8 AS t, 1 - i % 2 * 2 AS d FROM generate_series(1, 2000) AS i) AS v
) AS s;
SELECT g, plan_un_progress_level(100 * (1 + g / 100) ^ 5, 2020, 100, 2015, NULL, NULL, 1) AS higher, plan_un_progress_level(100 * (1 - g / 100) ^ 5, 2020, 100, 2015, NULL, NULL, -1) AS lower, plan_un_progress_level(-100 * (1 - g / 100) ^ 5, 2020, -100, 2015, NULL, NULL, 1) AS negative
FROM unnest('{3,2.000001,1.999999,0.500001,0.499999,0,-3}'::float8[]) AS g;
-- Percentages keep their limits, and come close enough to them within one point.
SELECT b, x, t, plan_un_progress_level(x, 2020, b, 2015, t, 2030, d) AS level, plan_un_progress_level(x, 2020, b, 2015, t, 2030, d, true) AS percent FROM (VALUES (99.5::float8, 99::float8, 100::float8, 1), (99.5, 98.9, 100, 1), (0.5, 1, 0, -1), (0.5, 1.1, 0, -1), (91, 90.5, 91.5, 1), (300, 299.5, 300, 1)) AS v (b, x, t, d);
SELECT round(plan_un_progress_expected(80, 2020, 60, 2015, 2030)::numeric, 9) AS free, plan_un_progress_expected(80, 2020, 60, 2015, 2030, true) AS percent, round(plan_un_progress_expected(80, 2020, 60, 2015, 2018)::numeric, 9) AS between, plan_un_progress_expected(0, 2020, 60, 2015, 2030) AS zero_stays;
-- Missing: one year is enough for what is met; a target that is or was met at the baseline; 2030 unless said.
SELECT label, round(plan_un_progress_ratio(x, t1, b, t0, t, tt, d)::numeric, 9) AS ratio, plan_un_progress_level(x, t1, b, t0, t, tt, d) AS level, plan_un_progress_class(x, t1, b, t0, t, tt, d) AS class
FROM (VALUES ('one year, met', 5::float8, 2020::float8, NULL::float8, NULL::float8, 4::float8, 2030::float8, 'higher'), ('one year', 3, 2020, NULL, NULL, 4, 2030, 'higher'), ('no figure', NULL, 2020, 3, 2015, 4, 2030, 'higher'), ('target lost', 3, 2020, 4, 2015, 4, 2030, 'higher'), ('was above', 3, 2020, 5, 2015, 4, 2030, 'higher'),
	('from zero', 3, 2020, 0, 2015, 4, 2030, 'higher'), ('across zero', 3, 2020, -1, 2015, 4, 2030, 'higher'), ('no target year', 4, 2020, 3, 2015, 5, NULL, 'higher'), ('2030', 4, 2020, 3, 2015, 5, 2030, 'higher'), ('target year is past', 4, 2020, 3, 2015, 5, 2018, 'higher'), ('no baseline', 3, 2020, 'NaN', 2015, 4, 2030, 'higher'), ('no target', 4, 2035, 3, 2032, NULL, NULL, 'higher'), ('no direction', 4, 2020, 3, 2015, 5, 2030, NULL), ('no target, no growth', 0, 2020, 0, 2015, NULL, NULL, 'higher')) AS v (label, x, t1, b, t0, t, tt, d);
-- What lies on a cut in decimals is on it: 2 and 0.5 % a year.  Directions of any kind.
SELECT b, x, plan_un_progress_level(x, 2016, b, 2015, NULL, NULL, 1.0) AS higher, plan_un_progress_level(2 * b - x, 2016, b, 2015, NULL, NULL, '-1') AS lower FROM (VALUES (100, 102), (1, 1.02), (100, 100.5), (1, 1.005), (100, 101.999), (100, 100.499)) AS v (b, x);

-- EUSTAT's progress page for the Basque Country (github.com/EUSTAT-DES/data, state of 2025-11-13): the indicators of a single headline
-- series whose direction and target follow from their wording, with the class in print.  The baseline is the year nearest to 2015, the
-- earlier of two.  Left out are binary indicators, growth rates, which EUSTAT judges by hand, and series that begin at 0.
CREATE TABLE euskadi (indicator text, direction int, target float8, percent boolean, base_year float8, baseline float8, year float8, figure float8, class text);
\copy euskadi FROM 'test/data/un_progress.csv' CSV HEADER
SELECT count(*) AS series, count(target) AS with_a_target, count(*) FILTER (WHERE ours = class) AS classes_agree, count(*) FILTER (WHERE class = 'met_or_on_track') AS met_or_on_track, count(*) FILTER (WHERE class = 'fair_progress') AS fair, count(*) FILTER (WHERE class = 'stagnation_or_regression') AS stagnation
FROM (SELECT *, plan_un_progress_class(figure, year, baseline, base_year, target, NULL, direction, percent) AS ours FROM euskadi) AS s;
-- The others are not what the method makes of the figures: safety after dark, disaster deaths, pH of the sea, green mountains.
SELECT indicator, baseline, figure, class AS printed, plan_un_progress_class(figure, year, baseline, base_year, target, NULL, direction, percent) AS ours FROM euskadi
WHERE class <> plan_un_progress_class(figure, year, baseline, base_year, target, NULL, direction, percent) ORDER BY indicator;
DROP TABLE euskadi;
-- What goes the wrong way is at level 1 even where that has no rate: from zero, or across it.
SELECT b, x, d, plan_un_progress_level(x, 2020, b, 2015, NULL, NULL, d) AS level, plan_un_progress_class(x, 2020, b, 2015, NULL, NULL, d) AS class, plan_un_progress_level(x, 2020, b, 2015, d * 9, 2030, d) AS with_target
FROM (VALUES (0::float8, 3::float8, 'lower'), (0, -3, 'higher'), (2, -3, 'higher'), (-2, 3, 'lower'), (0, 3, 'higher'), (0, -3, 'lower'), (0, 0, 'lower')) AS v (b, x, name), LATERAL (SELECT CASE name WHEN 'higher' THEN 1 ELSE -1 END AS d) AS s;
-- An unknown flag is no percentage.
SELECT plan_un_progress_expected(80, 2020, 60, 2015, 2030, NULL) = plan_un_progress_expected(80, 2020, 60, 2015, 2030) AS expected, plan_un_progress_ratio(80, 2020, 60, 2015, 90, 2030, 'higher', NULL) = plan_un_progress_ratio(80, 2020, 60, 2015, 90, 2030, 'higher') AS ratio,
	plan_un_progress_level(99.5, 2020, 98.9, 2015, 100, 2030, 1, NULL) AS level, plan_un_progress_class(0.5, 2020, 1.1, 2015, 0, 2030, -1, NULL) AS class;

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_un_progress_level(4, 2014, 3, 2015, 5, 2030, 1);
SELECT plan_un_progress_level(4, 2020, 3, 2015, 5, 2030, 'within');
SELECT plan_un_progress_level(4, 2020, 'Infinity', 2015, 5, 2030, 1);
SELECT plan_un_progress_ratio(60, 2035, 50, 2032, 75, NULL, 1);
SELECT plan_un_progress_expected(4, 2020, 3, 2015, 'Infinity');
SELECT plan_un_progress_expected(4, 2020, 3, 2015, 1e300);
\set VERBOSITY default
SELECT plan_un_progress_class(5, 2033, 4, 2031, 6, NULL, 'higher');
SELECT plan_un_progress_class(5, 2033, 4, 2031, 6, 2030, 'higher');
