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
	plan_goal(target, NULL, direction) AS goal
FROM facts;

CREATE TABLE facts_numeric AS
SELECT unit, indicator, year, target::numeric AS target, actual::numeric AS actual,
	weight::numeric AS weight, direction
FROM facts;

VACUUM (ANALYZE, FREEZE) facts, facts_goal, facts_numeric;
