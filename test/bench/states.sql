-- What one would store: states, and the plain columns or tables that one would keep instead.

-- The scorecards of 600,000 groups.
CREATE TABLE cards AS
SELECT unit, indicator, plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts GROUP BY unit, indicator;

CREATE TABLE cards_plain AS
SELECT unit, indicator, count(*) AS planned, count(*) FILTER (WHERE s = 'exceeded') AS exceeded, count(*) FILTER (WHERE s = 'met') AS met,
	count(*) FILTER (WHERE s = 'on_track') AS on_track, count(*) FILTER (WHERE s = 'at_risk') AS at_risk,
	count(*) FILTER (WHERE s = 'off_track') AS off_track, sum(weight) AS weight, sum(weight) FILTER (WHERE score IS NOT NULL) AS weight_scored,
	sum(weight * score) AS weighted_score, sum(actual) AS actual, sum(target) AS target
FROM (
	SELECT unit, indicator, actual, target, weight, plan_score(actual, plan_goal(target, direction)) AS score,
		plan_status(actual, plan_goal(target, direction)) AS s
	FROM facts OFFSET 0) AS judged
GROUP BY unit, indicator;

-- Their figures as stored columns.
CREATE TABLE figures_plain AS SELECT unit, indicator, s.* FROM cards, plan_summary(card) AS s;

-- Other states of the same groups.
CREATE TABLE trends AS
SELECT unit, indicator, plan_trend_agg(at, actual) AS trend, count(actual) AS n, sum(x) AS x, sum(x * x) AS xx, sum(actual) AS y, sum(x * actual) AS xy
FROM (SELECT unit, indicator, at, actual, CASE WHEN actual IS NOT NULL THEN (at - '2021-01-01')::float8 END AS x FROM series) AS s
GROUP BY unit, indicator;

CREATE TABLE earned AS
SELECT unit, indicator, plan_earned_agg(target, actual, weight * 20, target * 2) AS state,
	sum(target) AS pv, sum(actual) AS ev, sum(weight * 20) AS ac, sum(target * 2) AS bac
FROM facts WHERE actual IS NOT NULL GROUP BY unit, indicator;

CREATE TABLE moments AS
SELECT unit, indicator, plan_moments_agg('cv', actual) AS state, count(actual) AS n, sum(actual) AS x, sum(actual * actual) AS xx
FROM facts GROUP BY unit, indicator;

CREATE TABLE period_values AS
SELECT unit, indicator, plan_period_value_agg('flow', at, actual) AS state, sum(actual) AS value FROM series GROUP BY unit, indicator;

-- Cubes of 600,000 cells, 10,000 units by 60 months, and of 6,000, 100 leaves by 60 months.  What is to be
-- read in part is stored as it is, not compressed.
CREATE TABLE cubes (cells text, cube plan_cube);
ALTER TABLE cubes ALTER COLUMN cube SET STORAGE EXTERNAL;
INSERT INTO cubes SELECT 'many', plan_cube_agg(unit, at, actual, target, direction, weight) FROM facts_unit;
INSERT INTO cubes SELECT 'few', plan_cube_agg(leaf, at, actual, target, direction, weight) FROM facts_leaf;

CREATE TABLE cells_plain AS
SELECT unit, date_trunc('month', at)::date AS month, count(*) AS planned, count(*) FILTER (WHERE s = 'exceeded') AS exceeded,
	count(*) FILTER (WHERE s = 'met') AS met, count(*) FILTER (WHERE s = 'on_track') AS on_track,
	count(*) FILTER (WHERE s = 'at_risk') AS at_risk, count(*) FILTER (WHERE s = 'off_track') AS off_track,
	sum(weight) AS weight, sum(weight) FILTER (WHERE score IS NOT NULL) AS weight_scored,
	sum(weight * score) AS weighted_score, sum(actual) AS actual, sum(target) AS target
FROM (
	SELECT unit, at, actual, target, weight, plan_score(actual, plan_goal(target, direction)) AS score,
		plan_status(actual, plan_goal(target, direction)) AS s
	FROM facts_unit OFFSET 0) AS judged
GROUP BY 1, 2 ORDER BY 1, 2;
ALTER TABLE cells_plain ADD PRIMARY KEY (unit, month);

-- Its rows as one would keep them to show.
CREATE MATERIALIZED VIEW few_rows AS
SELECT node, period, grain, plan_count(scorecard) AS planned, plan_count(scorecard, 'exceeded') AS exceeded, plan_count(scorecard, 'met') AS met,
	plan_count(scorecard, 'on_track') AS on_track, plan_count(scorecard, 'at_risk') AS at_risk, plan_count(scorecard, 'off_track') AS off_track,
	plan_score(scorecard) AS score, plan_coverage(scorecard) AS coverage, plan_attainment(scorecard) AS attainment
FROM cubes, plan_cube_rows(cube) WHERE cells = 'few';

CREATE TABLE trend_cubes (cube plan_trend_cube);
ALTER TABLE trend_cubes ALTER COLUMN cube SET STORAGE EXTERNAL;
INSERT INTO trend_cubes SELECT plan_trend_cube_agg(node, at, actual) FROM series;

-- A ranking, and a table of the same ranks: a row a unit, a column a year.
CREATE TABLE rankings AS SELECT plan_ranking_agg(unit, year, score) AS ranking FROM scores;

CREATE TABLE ranks AS
SELECT unit, max(rank) FILTER (WHERE year = 2016)::int AS r2016, max(rank) FILTER (WHERE year = 2017)::int AS r2017,
	max(rank) FILTER (WHERE year = 2018)::int AS r2018, max(rank) FILTER (WHERE year = 2019)::int AS r2019,
	max(rank) FILTER (WHERE year = 2020)::int AS r2020, max(rank) FILTER (WHERE year = 2021)::int AS r2021,
	max(rank) FILTER (WHERE year = 2022)::int AS r2022, max(rank) FILTER (WHERE year = 2023)::int AS r2023,
	max(rank) FILTER (WHERE year = 2024)::int AS r2024, max(rank) FILTER (WHERE year = 2025)::int AS r2025
FROM (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM scores) AS r
GROUP BY unit ORDER BY unit;
ALTER TABLE ranks ADD PRIMARY KEY (unit);

VACUUM (ANALYZE, FREEZE) cards, cards_plain, figures_plain, trends, earned, moments, period_values, cubes, cells_plain, few_rows, trend_cubes, rankings, ranks;
