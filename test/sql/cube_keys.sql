-- Units by code, schemes by uuid: nodes are keys of any type, and come back as they went in.
CREATE TABLE units (code text PRIMARY KEY, parent text, weight numeric);
INSERT INTO units VALUES ('ministry', NULL, 1), ('roads', 'ministry', 3), ('roads/north', 'roads', 1), ('schools', 'ministry', 1);
CREATE TABLE results (code text, at date, actual float8, target float8);
INSERT INTO results VALUES ('roads/north', '2021-03-01', 8, 10), ('schools', '2021-05-05', 5, 10), ('roads/north', '2022-03-01', 10, 10), ('ministry', '2022-12-31', 1, 4);
CREATE TABLE kept AS SELECT plan_cube_agg(code, at, actual, target, 'higher') AS cube, (SELECT plan_tree_agg(code, parent) FROM units) AS tree, (SELECT plan_tree_agg(code, parent, weight) FROM units) AS weighted FROM results;
SELECT node, parent, level, period, plan_count(scorecard) AS items, round(plan_score(scorecard)::numeric, 3) AS score, pg_typeof(node) AS type FROM kept, plan_cube_rows_as(NULL::text, cube, '{year}', NULL, tree);
SELECT node, period, round(plan_score(scorecard)::numeric, 3) AS score FROM kept, plan_cube_rows_as(NULL::text, cube, '{year}', NULL, weighted) WHERE level = 1;
SELECT node, period FROM kept, plan_cube_rows_as(NULL::text, cube, '{year}');
SELECT plan_score(plan_cube_at(cube, 'schools', '2021')) AS schools, plan_cube_at(cube, 'none', '2021') AS none, plan_cells(cube) FROM kept;
SELECT * FROM kept, plan_tree_rows(weighted, NULL::text);
SELECT cube, tree, weighted FROM kept;
SELECT cube::jsonb -> 0 ->> 'node' AS node, tree::jsonb -> 1 AS child FROM kept;
-- Other types of text, numbers and uuid, literals and parameters, domains: the same cube for the same keys.
CREATE DOMAIN unit_code AS varchar(20) CHECK (VALUE <> '');
SELECT count(DISTINCT cube) AS cubes, count(*) AS forms FROM (
	SELECT plan_cube_agg(code, at, actual, target, 'higher') AS cube FROM results
	UNION ALL SELECT plan_cube_agg(code::varchar, at, actual, target, 'higher') FROM results UNION ALL SELECT plan_cube_agg(code::name, at, actual, target, 'higher') FROM results
	UNION ALL SELECT plan_cube_agg(code::unit_code, at, actual, target, 'higher') FROM results UNION ALL SELECT plan_cube_agg(code::char(30), at, actual, target, 'higher') FROM results) AS f;
SELECT count(DISTINCT cube) AS cubes FROM (SELECT plan_cube_agg(length(code), at, actual, target, 'higher') AS cube FROM results UNION ALL SELECT plan_cube_agg(length(code)::bigint, at, actual, target, 'higher') FROM results UNION ALL SELECT plan_cube_agg(length(code)::smallint, at, actual, target, 'higher') FROM results) AS f;
SELECT plan_cube_agg('roads', '2022-01-01', 1, '>= 1') AS literal, plan_tree_agg('a', NULL) AS tree, plan_trend_cube_agg('a', '2022-01-01', 1) AS trends;
CREATE DOMAIN long_code AS text CHECK (VALUE <> '');
SELECT pg_typeof(node), count(*), count(DISTINCT node), sum(length(node)) FROM (SELECT plan_cube_agg(repeat('x', i), '2022-01-01', 1, '>= 1') FROM generate_series(1, 2000) AS i) AS c (cube), plan_cube_rows_as(NULL::long_code, cube, '{month, year}') GROUP BY 1;
PREPARE untyped AS SELECT plan_cube_agg($1, '2022-01-01', 1, '>= 1');
EXECUTE untyped('from a driver');
DEALLOCATE untyped;
SELECT plan_cube_agg(id, '2022-01-01', 1, '>= 1') AS cube FROM (VALUES ('b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid), ('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11')) AS v (id);
SELECT node, pg_typeof(node), plan_cube_at('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 2022-01: met=1', node, '2022') AS card FROM plan_cube_rows_as(NULL::uuid, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 2022-01: met=1', '{month}');
SELECT * FROM plan_tree_rows('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11; b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 < a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', NULL::uuid);
SELECT node, pg_typeof(node) FROM plan_cube_rows_as(NULL::int, '7 2022-01: met=1', '{month}');
SELECT node, plan_count(trend) FROM plan_trend_cube_rows((SELECT plan_trend_cube_agg(code, at, actual) FROM results), NULL::varchar);
SELECT plan_count(plan_trend_cube_at((SELECT plan_trend_cube_agg(code, at, actual) FROM results), 'schools')) AS schools, plan_trend_cube_at('1: n=1', 2) AS none, plan_trend_cube_at('empty', 'x'::text) AS empty;

-- What does not go together says so.
CREATE FUNCTION attempt(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
BEGIN
	EXECUTE 'SELECT ' || query INTO result;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT call, attempt(call) AS result FROM unnest(ARRAY[$$node FROM kept, plan_cube_rows(cube)$$, $$node FROM kept, plan_cube_rows_as(NULL::uuid, cube)$$, $$node FROM plan_cube_rows_as(NULL::text, '1 2022-01: met=1')$$, $$node FROM kept, plan_cube_rows_as('roads'::text, cube)$$,
	$$node FROM plan_cube_rows_as(NULL::smallint, '70000 2022-01: met=1')$$, $$plan_cube_at(cube, 5, '2022') FROM kept$$, $$plan_cube_at('1 2022-01: met=1', 'a'::text, '2022')$$, $$plan_cube_at('empty', 'a'::text, '2022')$$,
	$$node FROM plan_cube_rows('1 2022-01: met=1', tree => '"a"')$$, $$node FROM plan_cube_rows_as(NULL::text, '"b" 2022-01: met=1', NULL, NULL, '"a"; "c" < "a"')$$, $$node FROM plan_cube_rows_as(NULL::text, '"c" 2022-01: met=1', '{year}', NULL, '"a"; "c" < "a"')$$,
	$$node FROM plan_tree_rows('"a"')$$, $$node FROM plan_trend_cube_rows('"a": n=1')$$, $$plan_trend_cube_at('"a": n=1', 1)$$, $$plan_cube_agg(1.5, '2022-01-01', 1, '>= 1')$$, $$plan_cube_agg(true, '2022-01-01', 1, '>= 1')$$, $$plan_tree_agg(1.5, NULL)$$,
	$$plan_cube '1 2022-01: met=1' + '"a" 2022-01: met=1'$$, $$plan_cube '"a" 2022-01: met=1' - '1 2022-01: met=1'$$, $$plan_cube '"a" 2022-01: met=1' - '"a" 2022-01: met=1; "b" 2022-01: met=1'$$, $$plan_cube 'empty' + '"a" 2022-01: met=1'$$,
	$$plan_rollup(c) FROM (VALUES ('1 2022-01: met=1'::plan_cube), ('"a" 2022-01: met=1')) AS v (c)$$, $$plan_rollup(c) FROM (VALUES ('"b" 2022-01: met=1'::plan_cube), ('empty'), ('"a" 2022-01: met=1')) AS v (c)$$,
	$$plan_tree_agg(a, b) FROM (VALUES ('a', 'b'), ('b', 'a')) AS v (a, b)$$, $$plan_tree_agg(a, b) FROM (VALUES ('a', NULL), ('b', 'x')) AS v (a, b)$$, $$plan_tree_agg(a, b) FROM (VALUES ('a', NULL), ('a', NULL)) AS v (a, b)$$, $$plan_tree_agg(NULL::text, 'a')$$, $$plan_cube_agg(NULL::text, '2022-01-01', 1, '>= 1')$$]) AS call;
SELECT t AS text, attempt(format('plan_cube %L', t)) AS cube FROM unnest(ARRAY['"" 2022-01: met=1', '"a""b" 2022-01: met=1', '"a;b:c" 2022-01: met=1; "d" 2022-01: met=1', '"b" 2022-01: met=1; "a" 2022-01: met=1', '"a" 2022-02: met=1; "a" 2022-01: met=1', '"a" 2022-01: met=1; 1 2022-01: met=1',
	'1 2022-01: met=1; "a" 2022-01: met=1', '"a 2022-01: met=1', 'a 2022-01: met=1', '"a" 2022-01: empty; "b" 2022-01: met=1', '"a" 2022-01: empty', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11 2022-01: met=1', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1 2022-01: met=1', '"é" 2022-01: met=1']) AS t;
SELECT t AS text, attempt(format('plan_tree %L', t)) AS tree FROM unnest(ARRAY['"b" < "a"; "a"', '"a"; "b" < "a" * 2', '"a" * 1; "b" < "a" * 0.5', '"a"; 1', '"a"; "a"', '"a" < "b"', '"a', '"x" < "x"']) AS t;

-- Many texts, in parallel, merged and taken apart, stored and sent.
CREATE TABLE facts AS SELECT i, 'node ' || md5((i % 3000)::text) AS node, md5((i % 700)::text)::uuid AS id, date '2020-01-01' + i % 900 AS at, (i % 17)::float8 AS actual FROM generate_series(1, 40000) AS i;
ANALYZE facts;
CREATE TABLE cubes AS SELECT plan_cube_agg(node, at, actual, 9, 'higher') AS cube, plan_cube_agg(id, at, actual, 9, 'higher') AS by_id, plan_trend_cube_agg(node, at, actual) AS trends FROM facts;
SELECT count(*) AS cells, count(*) FILTER (WHERE r.scorecard IS DISTINCT FROM f.card) AS different
FROM cubes, plan_cube_rows_as(NULL::text, cube, '{month}') AS r FULL JOIN (SELECT node, plan_month(at) AS period, plan_scorecard_agg(actual, 9, 'higher') AS card FROM facts GROUP BY 1, 2) AS f USING (node, period);
SELECT bool_and(before < after) AS ordered FROM (SELECT node COLLATE "C" AS after, lag(node COLLATE "C") OVER (ORDER BY n) AS before FROM cubes, plan_trend_cube_rows(trends, NULL::text) WITH ORDINALITY AS r (node, trend, n)) AS o;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT plan_cube_agg(node, at, actual, 9, 'higher') FROM facts;
SELECT plan_cube_agg(node, at, actual, 9, 'higher') = (SELECT cube FROM cubes) AS text, plan_cube_agg(id, at, actual, 9, 'higher') = (SELECT by_id FROM cubes) AS uuid, plan_trend_cube_agg(node, at, actual) = (SELECT trends FROM cubes) AS trends FROM facts;
SELECT plan_tree_agg(node, CASE WHEN node <> 'a' THEN 'a' END) = (SELECT plan_tree_agg(node, CASE WHEN node <> 'a' THEN 'a' END ORDER BY node DESC) FROM (SELECT DISTINCT node FROM facts UNION ALL SELECT 'a') AS f) AS tree FROM (SELECT DISTINCT node FROM facts UNION ALL SELECT 'a') AS f;
RESET max_parallel_workers_per_gather;
CREATE TABLE parts AS SELECT i % 5 AS part, plan_cube_agg(node, at, actual, 9, 'higher') AS cube FROM facts GROUP BY 1;
SELECT plan_rollup(cube) = (SELECT cube FROM cubes) AS merged, plan_rollup(cube) - (SELECT cube FROM parts WHERE part = 2) = plan_rollup(cube) FILTER (WHERE part <> 2) AS without FROM parts;
SELECT count(*) AS sets, bool_or(cube = (SELECT cube FROM cubes)) AS all_of_them FROM (SELECT plan_rollup(cube) AS cube FROM parts GROUP BY GROUPING SETS ((part), ())) AS g;
SELECT part, running = fresh AS same FROM (SELECT part, plan_rollup(cube) OVER (ORDER BY part) AS running FROM parts) AS r, LATERAL (SELECT plan_rollup(cube) AS fresh FROM parts AS p WHERE p.part <= r.part) AS f ORDER BY part;
CREATE TABLE sent AS SELECT cubes.cube, by_id, trends, tree FROM cubes, kept UNION ALL SELECT '"only" 2022-01: met=1', 'empty', '"x": n=1 w=1', '"x"';
CREATE TABLE received (LIKE sent);
\copy sent TO 'results/cube_keys.binary' (FORMAT binary)
\copy received FROM 'results/cube_keys.binary' (FORMAT binary)
SELECT count(*) AS same FROM sent JOIN received USING (cube, by_id, trends, tree);
SELECT count(*) AS same FROM sent WHERE cube::text::plan_cube = cube AND by_id::text::plan_cube = by_id AND trends::text::plan_trend_cube = trends AND tree::text::plan_tree = tree;
SELECT c FROM (VALUES ('"b" 2022-01: met=1'::plan_cube), ('"a" 2022-01: met=1'), ('"ab" 2022-01: met=1'), ('5 2022-01: met=1'), ('empty'), ('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 2022-01: met=1')) AS v (c) ORDER BY c;
-- Crafted messages: the kind, keys twice, out of order or too many, and places that are none.
CREATE FUNCTION received(b bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/cube_keys.binary';
	lo oid := lo_from_bytea(0, '\x5047434f50590aff0d0a0000000000000000000001'::bytea || int4send(length(b)) || b || '\xffff');
	result text;
BEGIN
	PERFORM lo_export(lo, file), lo_unlink(lo);
	CREATE TEMP TABLE received_one (cube plan_cube);
	EXECUTE format('COPY received_one FROM %L (FORMAT binary)', file);
	SELECT cube::text FROM received_one INTO result;
	DROP TABLE received_one;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
CREATE FUNCTION cell(node bigint) RETURNS bytea LANGUAGE sql AS $$ SELECT int8send(node) || int4send(0) || substr(_plan_scorecard_send('met=1'), 2) $$;
CREATE FUNCTION keys(VARIADIC keys text[]) RETURNS bytea LANGUAGE sql AS $$ SELECT '\x0102'::bytea || int4send(cardinality(keys)) || string_agg(int4send(length(k)) || k::bytea, '' ORDER BY n) FROM unnest(keys) WITH ORDINALITY AS k (k, n) $$;
SELECT title, received(b) AS cube FROM (VALUES ('good', keys('a', 'b') || '\x00000002' || cell(0) || cell(1)), ('a key without cells', keys('a', 'b', 'c') || '\x00000002' || cell(0) || cell(2)), ('out of order', keys('b', 'a') || '\x00000002' || cell(0) || cell(1)),
	('in order by cells', keys('b', 'a') || '\x00000002' || cell(1) || cell(0)), ('twice', keys('a', 'a') || '\x00000001' || cell(0)), ('no such place', keys('a', 'b') || '\x00000001' || cell(2)), ('before the first', keys('a', 'b') || '\x00000001' || cell(-1)),
	('kind', '\x0104'::bytea || '\x00000000'), ('no kind with cells', '\x0100'::bytea || '\x00000001' || cell(0)), ('too many keys', '\x0102ffffffff'::bytea || int4send(1) || 'a'), ('length of a key', '\x010200000001'::bytea || int4send(-1) || 'a'),
	('bytes that are no text', '\x010200000001'::bytea || int4send(2) || '\xc328' || '\x00000001' || cell(0)), ('cut uuid', '\x010300000001'::bytea || '\x0011')) AS v (title, b);
-- The constraints of a domain are kept while nodes come and go.
SELECT count(*), count(DISTINCT node), count(DISTINCT parent) FROM kept, plan_cube_rows_as(NULL::unit_code, cube, '{month,year}', NULL, tree);
SELECT count(*), count(DISTINCT node) FROM (SELECT plan_cube_agg('unit ' || i, '2022-01-01', 1, 1, 'higher') AS cube, plan_tree_agg('unit ' || i, CASE WHEN i > 1 THEN 'unit ' || i / 2 END) AS tree FROM generate_series(1, 2000) AS i) AS many, plan_cube_rows_as(NULL::unit_code, cube, '{month}', NULL, tree);
DROP FUNCTION attempt, received, cell, keys;
DROP TABLE units, results, kept, facts, cubes, parts, sent, received;
DROP DOMAIN unit_code, long_code;

-- However many cells there are, in lists and in maps: the rollup is the cube of all rows.
WITH rows AS (SELECT i, i * 7 % 13 - 6 AS node, date '2022-01-01' + i * 11 % 400 AS at, CASE WHEN i % 9 = 0 THEN 1e30 ELSE i END AS actual FROM generate_series(1, 90) AS i),
one AS (SELECT i, plan_cube_agg(node, at, actual, 50, 'higher', 1 + i % 2) AS numbers, plan_cube_agg('node ' || node, at, actual, 50, 'higher') AS texts, plan_trend_cube_agg(node, at, i) AS trends FROM rows GROUP BY i)
SELECT count(*) AS rollups, count(*) FILTER (WHERE (SELECT plan_rollup(numbers) FROM one WHERE i <= n) = (SELECT plan_cube_agg(node, at, actual, 50, 'higher', 1 + i % 2) FROM rows WHERE i <= n)) AS numbers,
	count(*) FILTER (WHERE (SELECT plan_rollup(texts ORDER BY i DESC) FROM one WHERE i <= n) = (SELECT plan_cube_agg('node ' || node, at, actual, 50, 'higher') FROM rows WHERE i <= n)) AS texts,
	count(*) FILTER (WHERE (SELECT plan_rollup(trends) FROM one WHERE i <= n) = (SELECT plan_trend_cube_agg(node, at, i) FROM rows WHERE i <= n)) AS trends
FROM generate_series(1, 90) AS n;
SELECT plan_rollup(cube) FROM (VALUES ('1 2022-01: met=1'::plan_cube), ('empty'), (NULL), ('1 2022-01: met=-1'), ('2 2022-01: met=1')) AS v (cube);
SELECT plan_rollup(cube) FROM (VALUES ('1 2022-01: met=1'::plan_cube), ('"1" 2022-01: met=1')) AS v (cube);
