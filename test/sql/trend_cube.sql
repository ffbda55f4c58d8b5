-- Where do all of them lead?  One pass makes the trend of every node.
SET datestyle = 'ISO';
CREATE TABLE reports (indicator bigint, at date, value float8, weight int);
INSERT INTO reports
SELECT i, make_date(2019 + y, 12, 31), 10 * i + y * (i - 2) + (y * y * i) % 3, 1 + y FROM generate_series(1, 4) AS i, generate_series(1, 5) AS y;
INSERT INTO reports VALUES (3, '2024-12-31', NULL, 1), (5, NULL, 7, 1), (NULL, '2024-12-31', 7, 1);

SELECT node, plan_count(trend) AS n, round(plan_slope_per_year(trend)::numeric, 4) AS a_year, round(plan_r2(trend)::numeric, 4) AS r2, round(plan_projected(trend, '2025-12-31')::numeric, 3) AS in_2025, plan_projected_day(trend, '>= 50') AS reached
FROM (SELECT plan_trend_cube_agg(indicator, at, value) FILTER (WHERE indicator IS NOT NULL) AS cube FROM reports) AS c, plan_trend_cube_rows(cube);

-- The same as by GROUP BY, to the bit, for few nodes and for so many that rows are kept back.
CREATE TABLE facts AS
SELECT abs(hashint4(i)) % 3000 - 1500 AS node, date '2015-01-01' + abs(hashint4(i + 100000)) % 4000 AS at,
	CASE i % 50 WHEN 0 THEN NULL WHEN 1 THEN 'NaN' WHEN 2 THEN 1e15 WHEN 3 THEN -1e-12 ELSE (abs(hashint4(i + 200000)) % 1000000) / 1000.0 END::float8 AS value,
	CASE i % 40 WHEN 0 THEN NULL WHEN 1 THEN 0.3 ELSE 1 END::float8 AS weight
FROM generate_series(1, 30000) AS i;
CREATE FUNCTION differences(nodes int) RETURNS TABLE (groups bigint, cells bigint, different bigint, weighted_different bigint, numeric_different bigint) LANGUAGE sql AS $$
	WITH grouped AS (
		SELECT node % nodes AS node, plan_trend_agg(at, value) AS trend, plan_trend_agg(at, value, weight) AS heavy, plan_trend_agg(at, value::numeric) AS exact FROM facts GROUP BY 1
	), cube AS (
		SELECT plan_trend_cube_agg(node % nodes, at, value) AS cube, plan_trend_cube_agg(node % nodes, at, value, weight) AS heavy, plan_trend_cube_agg(node % nodes, at, value::numeric, 1) AS exact FROM facts
	)
	SELECT (SELECT count(*) FROM grouped WHERE plan_count(trend) > 0), plan_cells(cube), (SELECT count(*) FROM plan_trend_cube_rows(cube) AS r JOIN grouped USING (node) WHERE r.trend <> grouped.trend),
		(SELECT count(*) FROM plan_trend_cube_rows(cube.heavy) AS r JOIN grouped USING (node) WHERE r.trend <> grouped.heavy), (SELECT count(*) FROM plan_trend_cube_rows(cube.exact) AS r JOIN grouped USING (node) WHERE r.trend <> grouped.exact)
	FROM cube
$$;
SELECT * FROM differences(1) UNION ALL SELECT * FROM differences(100) UNION ALL SELECT * FROM differences(10000);

-- One node.
SELECT plan_trend_cube_at(cube, 3) = (SELECT plan_trend_agg(at, value) FROM reports WHERE indicator = 3) AS found, plan_trend_cube_at(cube, 5) AS only_undated, plan_trend_cube_at(cube, -1) AS none, plan_cells(cube) AS nodes
FROM (SELECT plan_trend_cube_agg(indicator, at, value) AS cube FROM reports WHERE indicator IS NOT NULL) AS c;

-- Cubes merge, and so do the parts of a parallel plan.
CREATE TABLE whole AS SELECT plan_trend_cube_agg(node, at, value) AS cube, plan_trend_cube_agg(node, at, value, weight) AS heavy FROM facts;
SELECT plan_rollup(cube ORDER BY part) = (SELECT cube FROM whole) AS merged, plan_rollup(heavy ORDER BY part DESC) = (SELECT heavy FROM whole) AS heavy
FROM (SELECT value::text::bytea < '\x35' AS half, node % 7 AS part, plan_trend_cube_agg(node, at, value) AS cube, plan_trend_cube_agg(node, at, value, weight) AS heavy FROM facts GROUP BY 1, 2) AS parts;
SELECT plan_trend_cube_agg(node, at, value ORDER BY md5(value::text)) = (SELECT cube FROM whole) AS shuffled FROM facts;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
ANALYZE facts;
EXPLAIN (COSTS OFF) SELECT plan_trend_cube_agg(node, at, value, weight) FROM facts;
SELECT plan_trend_cube_agg(node, at, value) = (SELECT cube FROM whole) AS parallel, plan_trend_cube_agg(node, at, value, weight) = (SELECT heavy FROM whole) AS heavy FROM facts;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size;
-- With enable_partitionwise_aggregate the states of partitions are merged as they are.
CREATE TABLE split (LIKE facts) PARTITION BY HASH (node);
CREATE TABLE split_0 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE split_1 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO split SELECT * FROM facts;
ANALYZE split;
SET enable_partitionwise_aggregate = on; SET max_parallel_workers_per_gather = 0;
SELECT plan_trend_cube_agg(node, at, value, weight) = (SELECT heavy FROM whole) AS partitionwise FROM split;
RESET enable_partitionwise_aggregate; RESET max_parallel_workers_per_gather;

-- No rows, and none that tell anything.
SELECT plan_trend_cube_agg(1, at, value) AS none FROM reports WHERE false;
SELECT plan_trend_cube_agg(1, at, value) AS nothing, plan_rollup(plan_trend_cube 'empty') AS merged, plan_rollup(NULL::plan_trend_cube) AS of_null FROM reports WHERE at IS NULL;
SELECT count(*) FROM plan_trend_cube_rows('empty');
SELECT count(*) FROM plan_trend_cube_rows(NULL);

-- Text and binary come back unchanged.
SELECT cube::text::plan_trend_cube = cube AS text, heavy::text::plan_trend_cube = heavy AS heavy FROM whole;
\copy whole TO 'results/trend_cube.binary' (FORMAT binary)
CREATE TABLE received (LIKE whole);
\copy received FROM 'results/trend_cube.binary' (FORMAT binary)
SELECT received.cube = whole.cube AS binary, received.heavy = whole.heavy AS heavy FROM received, whole;
SELECT count(DISTINCT cube) AS hashed FROM (TABLE whole UNION ALL TABLE received) AS twice;
SELECT ' 1 : n=1 w=1;2:empty '::plan_trend_cube AS cube, '1: n=1'::plan_trend_cube < '1: n=2' AS by_trend, '1: n=1'::plan_trend_cube < '2: n=1' AS by_node, '1: n=1'::plan_trend_cube < '1: n=1; 2: n=1' AS by_number, '-5: n=1 w=1'::plan_trend_cube::jsonb AS json;
SELECT '2: n=1; 1: n=1'::plan_trend_cube;
SELECT '1: n=1; 1: n=1'::plan_trend_cube;
SELECT '1: growth n=1'::plan_trend_cube;
SELECT '1 n=1'::plan_trend_cube;
SELECT '1: n=1;'::plan_trend_cube;
SELECT ';;;;;;;;;;'::plan_trend_cube;
SELECT ''::plan_trend_cube;

-- + merges and - takes apart; plan_rollup merges any number of cubes.
CREATE TABLE parts AS SELECT abs(hashint4((at - date '2000-01-01'))) % 5 AS part, plan_trend_cube_agg(node, at, value, 0.5) AS cube FROM facts GROUP BY 1;
SELECT bool_and(a.cube + b.cube = b.cube + a.cube) AS commutes, bool_and((a.cube + b.cube) - b.cube = a.cube) AS inverse, bool_and(a.cube - a.cube = 'empty' AND a.cube + 'empty' = a.cube) AS neutral,
	bool_and((a.cube + b.cube) + c.cube = a.cube + (b.cube + c.cube)) AS associates FROM parts AS a, parts AS b, parts AS c WHERE c.part = 4;
SELECT plan_rollup(cube) = (SELECT plan_trend_cube_agg(node, at, value, 0.5) FROM facts) AS whole, plan_rollup(cube) - (SELECT cube FROM parts WHERE part = 1) = plan_rollup(cube) FILTER (WHERE part <> 1) AS without FROM parts;
SELECT plan_trend_cube '1: n=2 w=2; 2: n=1 w=1' - '1: n=1 w=1; 2: n=1 w=1; 3: n=1 w=1' AS difference;
SELECT plan_cells(plan_rollup(format('%s: n=1 w=1', i % 3000)::plan_trend_cube)) AS nodes, plan_rollup(format('%s: n=1 w=1', i % 3)::plan_trend_cube) AS few FROM generate_series(1, 20000) AS i;
DROP TABLE parts;

-- Errors.
SELECT plan_trend_cube_agg(indicator, at, value) FROM reports;
SELECT plan_trend_cube_agg(1, '2020-01-01', 'Infinity'::float8);
SELECT plan_trend_cube_agg(1, 'infinity', 1);
SELECT plan_trend_cube_agg(1, '2020-01-01', 1, -1);
SELECT plan_trend_cube_agg(1, '2020-01-01', 1, 1e-10);
SELECT plan_trend_cube_agg(1, '2020-01-01', 1, 'Infinity'::float8);
SELECT plan_trend_cube_agg(1, '2020-01-01', 1e20);
SELECT plan_trend_cube_agg(1, '2020-01-01', 1, 1e300);
SELECT plan_trend_cube_agg(node, at, CASE WHEN at = '2020-06-06' THEN 'Infinity' ELSE value END) FROM facts;
SELECT plan_rollup(c) FROM unnest('{"1: n=9223372036854775807","1: n=1"}'::plan_trend_cube[]) AS c;

DROP TABLE reports, facts, whole, received, split;
DROP FUNCTION differences;
