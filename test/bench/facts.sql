-- The facts of the benchmark: :scale rows by 10,000 units, 60 indicators and 10
-- years, spread by PostgreSQL's own hash, so that every run sees the same figures.
-- About 3 % of the actuals are missing, and one target in 500 is zero.
CREATE TABLE facts AS
SELECT (r1 % 10000)::int AS unit,
	(r2 % 60)::int AS indicator,
	(2016 + r3 % 10)::int AS year,
	CASE WHEN r4 % 500 = 7 THEN 0 ELSE 50 + r4 % 100 END::float8 AS target,
	CASE WHEN r5 % 33 = 5 THEN NULL ELSE 40 + (r5 % 131072) / 1000.0 END::float8 AS actual,
	(1 + r6 % 5)::float8 AS weight,
	(CASE WHEN r2 % 3 = 0 THEN -1 ELSE 1 END)::smallint AS direction
FROM (
	SELECT abs(hashint8extended(i, 1) >> 1) AS r1, abs(hashint8extended(i, 2) >> 1) AS r2,
		abs(hashint8extended(i, 3) >> 1) AS r3, abs(hashint8extended(i, 4) >> 1) AS r4,
		abs(hashint8extended(i, 5) >> 1) AS r5, abs(hashint8extended(i, 6) >> 1) AS r6
	FROM generate_series(1, :scale::bigint) AS i
	OFFSET 0
) AS random;

-- The same with the goal in one column, and with numeric figures.
CREATE TABLE facts_goal AS
SELECT unit, indicator, year, target, actual, weight,
	plan_goal(target, direction) AS goal
FROM facts;

CREATE TABLE facts_numeric AS
SELECT unit, indicator, year, target::numeric AS target, actual::numeric AS actual,
	weight::numeric AS weight, direction
FROM facts;

-- Facts with a date in the five years of a term.  What one would store beside it to group
-- by, if grouping by the date itself is too slow, is stored too.
CREATE TABLE facts_leaf AS
SELECT (r2 % 100 + 1)::bigint AS leaf, at, target, actual, weight, direction,
	(extract(year FROM at) * 4 + extract(quarter FROM at) - 1)::int AS quarter,
	(extract(year FROM at) * 12 + extract(month FROM at) - 1)::int AS month
FROM (
	SELECT f.*, abs(hashint8extended(i, 7) >> 1) AS r2, date '2021-01-01' + (abs(hashint8extended(i, 8) >> 1) % 1826)::int AS at
	FROM (SELECT *, row_number() OVER () AS i FROM facts) AS f
	OFFSET 0
) AS dated;

CREATE TABLE facts_unit AS
SELECT (abs(hashint8extended(i, 9) >> 1) % 10000)::bigint AS unit, at, target, actual, weight, direction, quarter, month
FROM (SELECT *, row_number() OVER () AS i FROM facts_leaf) AS f;

CREATE TABLE dates AS
SELECT extract(year FROM at)::int AS year, (extract(year FROM at) * 2 + div(extract(month FROM at) - 1, 6))::int AS half, quarter,
	at, month, (extract(isoyear FROM at) * 53 + extract(week FROM at))::int AS week, at - date '2000-01-01' AS day
FROM facts_leaf;

-- A plan tree of 5 orientations, 12 programmes, 65 schemes and 100 leaves; and the
-- same with the branch of each leaf on every level.
CREATE TABLE branches (id bigint, parent bigint);
INSERT INTO branches
SELECT 400 + i, NULL FROM generate_series(1, 5) AS i UNION ALL
SELECT 300 + i, 401 + i % 5 FROM generate_series(1, 12) AS i UNION ALL
SELECT 200 + i, 301 + i % 12 FROM generate_series(1, 65) AS i UNION ALL
SELECT i, 201 + i % 65 FROM generate_series(1, 100) AS i;

CREATE TABLE levels AS
SELECT l.id AS leaf, s.id AS scheme, p.id AS programme, p.parent AS orientation
FROM branches AS l JOIN branches AS s ON s.id = l.parent JOIN branches AS p ON p.id = s.parent;

-- A tenth of them in the order of units; and the same in figures that are not of ordinary size: sums
-- beyond 2^63, and values of which some digits lie below 2^-64.
CREATE TABLE running AS
SELECT unit, at, target, actual, weight, direction FROM facts_unit ORDER BY unit, at LIMIT :scale::bigint / 10;

CREATE TABLE facts_large AS SELECT target * 1e15 AS target, actual * 1e15 AS actual, weight, direction FROM running;

CREATE TABLE facts_small AS SELECT target * 1e-9 AS target, actual * 1e-9 AS actual, weight, direction FROM running;

-- Scores of a tenth as many units in ten years, as they are loaded: year by year, units in no
-- order.  Rows come by year, so that a BRIN index finds the years as DuckDB's zone maps do.  Then
-- the same as a table grows that is kept by unit, where no index helps; and both of every tenth unit.
CREATE TABLE scores AS
SELECT unit, year, 100 * (abs(hashint8extended(unit * 10, year) >> 1) % 1000000007) / 1000000007.0::float8 + unit % 50 AS score
FROM generate_series(2016, 2025) AS year, generate_series(1, :scale::bigint / 10) AS unit
ORDER BY year, hashint8extended(unit, year);

CREATE INDEX ON scores USING brin (year);

CREATE TABLE scores_by_unit AS SELECT * FROM scores ORDER BY unit, year;

CREATE TABLE scores_tenth AS SELECT (unit / 10)::bigint AS unit, year, score FROM scores WHERE unit % 10 = 0;

CREATE TABLE scores_tenth_by_unit AS SELECT * FROM scores_tenth ORDER BY unit, year;

-- Pairs of scores that partly agree.
CREATE TABLE pairs AS
SELECT x.score AS x, y.score AS y FROM scores AS x JOIN scores AS y USING (unit) WHERE x.year = 2016 AND y.year = 2017;

-- A million figures in 1,000 groups, and a few to move a window over.
CREATE TABLE incomes AS
SELECT (abs(hashint8extended(i, 12) >> 1) % 1000)::int AS g, exp(3 * (abs(hashint8extended(i, 13) >> 1) % 1000000007) / 1000000007.0::float8) AS x
FROM generate_series(1, :scale::bigint / 10) AS i;

CREATE TABLE moving AS
SELECT i, date '2000-01-01' + (i / 10)::int AS at, exp(3 * (abs(hashint8extended(i, 13) >> 1) % 1000000007) / 1000000007.0::float8) AS x
FROM generate_series(1, 20000) AS i;

-- Series over time, one for each of 166,680 nodes, and ten values for each of a million; the day
-- as an integer too.
CREATE TABLE series AS
SELECT f.unit % 2778 * 60 + f.indicator AS node, (f.unit % 2778)::int AS unit, f.indicator,
	abs(hashint8extended(i, 14) >> 1) % (:scale::bigint / 10) AS fine, d.at, d.at - date '2000-01-01' AS day, f.actual
FROM (SELECT unit::bigint, indicator, actual, row_number() OVER () AS i FROM facts) AS f
JOIN (SELECT at, row_number() OVER () AS i FROM facts_leaf) AS d USING (i);

-- Figures of 10,000 units, and of 600 nodes that they belong to; the same as stocks of accounts, of which
-- a day has one value.
CREATE TABLE figures AS SELECT unit % 600 AS node, unit, at, month, actual FROM facts_unit;

CREATE TABLE accounts AS
SELECT node, unit, at, month, max(actual) AS actual FROM figures GROUP BY node, unit, at, month ORDER BY hashint8extended(unit, at - date '2000-01-01');

VACUUM (ANALYZE, FREEZE) figures, accounts;

-- Yearly targets.
CREATE TABLE yearly_targets AS
SELECT make_date((2016 + i % 10)::int, 1, 1) AS first, 1000 + i % 5003 + 0.25::float8 AS target FROM generate_series(1, :scale::bigint / 100) AS s (i);

CREATE TABLE period_targets AS SELECT plan_year(first) AS year, target FROM yearly_targets;

VACUUM (ANALYZE, FREEZE) yearly_targets, period_targets;
VACUUM (ANALYZE, FREEZE) facts, facts_goal, facts_numeric, facts_leaf, facts_unit, dates, branches, levels;
VACUUM (ANALYZE, FREEZE) running, facts_large, facts_small, incomes, moving, series;
VACUUM (ANALYZE, FREEZE) scores, scores_by_unit, scores_tenth, scores_tenth_by_unit, pairs;
