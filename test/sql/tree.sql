-- A plan as a province keeps it: orientations, programmes, schemes, each with its parent.
CREATE TABLE plan (id int PRIMARY KEY, parent int REFERENCES plan, name text, weight numeric);
INSERT INTO plan VALUES
	(1, NULL, 'Plan 2020-2025', NULL),
	(10, 1, 'Economy', 0.6), (20, 1, 'Society', 0.4),
	(11, 10, 'Industry', 3), (12, 10, 'Farming', 1), (21, 20, 'Schools', 1), (22, 20, 'Health', NULL),
	(111, 11, 'Clusters', 1);
SELECT plan_tree_agg(id, parent) AS tree FROM plan;
SELECT repeat('  ', level - 1) || name AS branch, node, t.parent, level
FROM (SELECT plan_tree_agg(id, parent) AS tree FROM plan) AS p, plan_tree_rows(tree) AS t JOIN plan ON plan.id = t.node;
-- With weights among siblings; a NULL weight weighs nothing.
SELECT plan_tree_agg(id, parent, weight) AS tree FROM plan;
SELECT t.* FROM (SELECT plan_tree_agg(id, parent, weight) AS tree FROM plan) AS p, plan_tree_rows(tree) AS t;
-- One branch alone: its top is the root.
SELECT plan_tree_agg(id, nullif(parent, 1)) FILTER (WHERE id = 10 OR parent IN (10, 11)) AS branch FROM plan;
-- As JSON.
SELECT plan_tree '1; 11 < 1'::jsonb, plan_tree '1 * 0.5'::jsonb AS weighted, plan_tree 'empty'::jsonb AS empty;

-- What can go wrong says why.
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
SELECT title, attempt('plan_tree_agg(id, parent) FROM (VALUES ' || nodes || ') AS v (id, parent)') AS tree
FROM (VALUES
	('twice', '(1, NULL::int), (2, 1), (3, 1), (2, 3)'),
	('twice, the same', '(1, NULL::int), (1, NULL)'),
	('twice, before all else', '(1, NULL::int), (5, 99), (5, NULL)'),
	('twice, the other order', '(1, NULL::int), (5, NULL), (5, 99)'),
	('no such parent', '(1, NULL::int), (2, 1), (3, 7)'),
	('no root', '(2, 1)'),
	('its own parent', '(1, NULL::int), (2, 2)'),
	('its own parent, alone', '(1, 1)'),
	('two in a circle', '(1, 2), (2, 1)'),
	('a circle beside a root', '(1, NULL::int), (2, 1), (5, 7), (6, 5), (7, 6)'),
	('a tail that leads to a circle', '(1, 2), (2, 3), (3, 4), (4, 3)'),
	('no node', '(1, NULL::int), (NULL, 1)'),
	('zero is a number like any other', '(0, NULL::int), (5, 0), (-5, 0)'),
	('several roots', '(3, NULL::int), (1, NULL), (2, 3), (4, 1)'),
	('the ends', '(-9223372036854775808, NULL::bigint), (9223372036854775807, -9223372036854775808)')
) AS v (title, nodes);
SELECT weight, attempt(format('plan_tree_agg(1, NULL, %L)', weight)) AS tree
FROM unnest(ARRAY['0', '-0', '0.1', '1e308', '5e-324', '-1', '-5e-324', 'NaN', 'Infinity', '-Infinity', NULL]::float8[]) AS weight;
SELECT plan_tree_agg(1, NULL, 1::numeric) AS exact, plan_tree_agg(1::smallint, NULL) AS small, plan_tree_agg(id, NULL) AS root FROM plan WHERE id = 1 GROUP BY id;
-- No rows.
SELECT plan_tree_agg(id, parent), plan_tree_agg(id, parent, 1) AS weighted FROM plan WHERE false;
SELECT count(*) FROM plan_tree_rows(NULL);
SELECT count(*) FROM plan_tree_rows('empty');
-- A thousand levels, and one more; wide ones have no such bound.
SELECT max(level) AS levels, count(*) FROM (SELECT plan_tree_agg(i, nullif(i - 1, 0)) AS tree FROM generate_series(1, 1000) AS i) AS t, plan_tree_rows(tree);
SELECT attempt('plan_tree_agg(i, nullif(i - 1, 0)) FROM generate_series(1, 1001) AS i') AS deep;
SELECT max(level) AS levels, count(*), count(DISTINCT parent) AS parents FROM (SELECT plan_tree_agg(i, nullif(i / 3, 0)) AS tree FROM generate_series(1, 50000) AS i) AS t, plan_tree_rows(tree);
SELECT attempt('plan_tree_agg(i, CASE WHEN i = 50000 THEN 7 ELSE i + 1 END) FROM generate_series(1, 50000) AS i') AS circle;

-- Preorder by an independent way: a recursive query with paths.
CREATE TABLE nodes AS
SELECT i * 7919 % 10007 AS id, CASE WHEN i > 20 THEN (i / 5) * 7919 % 10007 END AS parent, (i % 9) / 4.0 AS weight FROM generate_series(1, 10006) AS i;
ANALYZE nodes;
WITH RECURSIVE down AS (
	SELECT id, parent, weight, 1 AS level, ARRAY[id] AS path FROM nodes WHERE parent IS NULL
	UNION ALL SELECT n.id, n.parent, n.weight, level + 1, path || n.id FROM nodes AS n JOIN down ON n.parent = down.id
)
SELECT count(*) AS nodes, count(*) FILTER (WHERE (t.node, t.parent, t.level, t.weight::numeric) IS DISTINCT FROM (d.id, d.parent, d.level, d.weight)) AS different
FROM (SELECT row_number() OVER (ORDER BY path) AS n, * FROM down) AS d
FULL JOIN (SELECT plan_tree_agg(id, parent, weight) AS tree FROM nodes) AS a CROSS JOIN LATERAL plan_tree_rows(tree) WITH ORDINALITY AS t (node, parent, level, weight, n) USING (n);
CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	line text;
	lines text := '';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		lines := lines || line;
	END LOOP;
	RETURN lines;
END
$$;
-- Any order of rows, in parallel, and partitionwise.
CREATE TABLE truth AS SELECT plan_tree_agg(id, parent) AS plain, plan_tree_agg(id, parent, weight) AS weighted FROM nodes;
SELECT plan_tree_agg(id, parent ORDER BY id) = (SELECT plain FROM truth) AS ascending, plan_tree_agg(id, parent ORDER BY md5(id::text)) = (SELECT plain FROM truth) AS shuffled,
	plan_tree_agg(id, parent, weight ORDER BY id DESC) = (SELECT weighted FROM truth) AS descending, (SELECT plain <> weighted FROM truth) AS weights_count FROM nodes;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT plan_tree_agg(id, parent, weight) FROM nodes;
SELECT plan_tree_agg(id, parent) = (SELECT plain FROM truth) AS plain, plan_tree_agg(id, parent, weight) = (SELECT weighted FROM truth) AS weighted FROM nodes;
-- Workers without rows, and none with any.
SELECT plan_tree_agg(id, parent) FILTER (WHERE parent IS NULL) IS NULL AS roots, plan_tree_agg(id, parent) FILTER (WHERE id < 0) IS NULL AS none FROM nodes;
RESET max_parallel_workers_per_gather;
CREATE TABLE split (LIKE nodes) PARTITION BY HASH (id);
CREATE TABLE split_0 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE split_1 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO split SELECT * FROM nodes;
ANALYZE split;
SET enable_partitionwise_aggregate = on;
SET max_parallel_workers_per_gather = 0;
SELECT plan_of('SELECT plan_tree_agg(id, parent, weight) FROM split') ~ 'Append.*Partial Aggregate.*Partial Aggregate' AS partial;
SELECT plan_tree_agg(id, parent, weight) = (SELECT weighted FROM truth) AS same FROM split;
RESET ALL;
-- In a window the tree grows; what is read does not end it.
SELECT id, plan_tree_agg(id, parent) OVER (ORDER BY id) FROM (VALUES (1, NULL::int), (2, 1), (3, 1), (4, 2)) AS v (id, parent);

-- Text.
SELECT t AS text, attempt(format('plan_tree %L', t)) AS tree
FROM unnest(ARRAY['1', ' 1 ;  12<1;11  <  1 ', '11 < 1; 1', '-1', '1*1', ' 1 * 2.5e-1 ; 2<1*0', 'empty', '  empty  ', '3; 1; 2 < 1',
	'', ' ', ';', '1;', ';1', 'x', '1 x', '1 < x', '1 <', '1 > 2', '1 * x', '1 *', '1 * -1', '1 * NaN', '1 * 1e999', '1 * Infinity', '1.5', '1 1', 'emptyx', 'empty; 1', 'EMPTY',
	'1 * 1; 2 < 1', '1; 2 < 1 * 1', '9223372036854775808', '1; 1', '2 < 1', '1 < 1', '1 < 2; 2 < 1', '1;;2', '1 < 2 < 3']) AS t;
SELECT plan_tree_agg(i, nullif(i - 1, 0))::text::plan_tree = plan_tree_agg(i, nullif(i - 1, 0)) AS deepest FROM generate_series(1, 1000) AS i;
SELECT plan_tree_agg(1, NULL, w)::text::plan_tree = plan_tree_agg(1, NULL, w) AS same FROM unnest(ARRAY[0.1, 1 / 3::float8, 1e308, 5e-324, 123456789.12345679]::float8[]) AS w GROUP BY w;
-- Binary and storage; the text has all that there is, whatever extra_float_digits says.
CREATE TABLE stored (n int, tree plan_tree);
INSERT INTO stored SELECT 1, plain FROM truth UNION ALL SELECT 2, weighted FROM truth UNION ALL SELECT 3, 'empty' UNION ALL SELECT 4, NULL
	UNION ALL SELECT 5, '0 * 0.1; -5 < 0 * 1e-300' UNION ALL SELECT 6, plan_tree_agg(i, nullif(i / 100, 0)) FROM generate_series(1, 100000) AS i;
SET extra_float_digits = -15;
\copy stored TO 'results/tree.text'
\copy stored TO 'results/tree.binary' (FORMAT binary)
RESET extra_float_digits;
CREATE TABLE from_text (LIKE stored);
CREATE TABLE from_binary (LIKE stored);
\copy from_text FROM 'results/tree.text'
\copy from_binary FROM 'results/tree.binary' (FORMAT binary)
SELECT (SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_text) AS t) AS lost_in_text,
	(SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_binary) AS b) AS lost_in_binary;
SELECT encode(_plan_tree_send('1 * 0.5; 2 < 1 * 1'), 'hex');
-- Crafted binary forms: a version, a count, a flag, a root with a parent, weights.
CREATE FUNCTION received(b bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/tree.binary';
	lo oid := lo_from_bytea(0, '\x5047434f50590aff0d0a0000000000000000000001'::bytea || int4send(length(b)) || b || '\xffff');
	result text;
BEGIN
	PERFORM lo_export(lo, file), lo_unlink(lo);
	CREATE TEMP TABLE received (tree plan_tree);
	EXECUTE format('COPY received FROM %L (FORMAT binary)', file);
	SELECT tree::text FROM received INTO result;
	DROP TABLE received;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT title, received(decode(b, 'hex')) AS tree FROM (VALUES
	('good', '01 01 00 00000001 01 0000000000000005 3ff0000000000000'),
	('weighted', '01 01 01 00000001 01 0000000000000005 4000000000000000'),
	('minus nothing', '01 01 01 00000001 01 0000000000000005 8000000000000000'),
	('empty', '01 00 00 00000000'),
	('no bytes', ''),
	('version', '02 00 00 00000000'),
	('weighted, of none', '01 00 01 00000000'),
	('flag', '01 01 02 00000001 01 0000000000000005 3ff0000000000000'),
	('huge', '01 01 00 ffffffff 01 0000000000000005 3ff0000000000000'),
	('one too many', '01 01 00 00000002 01 0000000000000005 3ff0000000000000'),
	('trailing', '01 00 00 00000000 01'),
	('root of another', '01 01 00 00000001 01 0000000000000005 0000000000000004 3ff0000000000000'),
	('half a root', '01 01 00 00000001 02 0000000000000005 3ff0000000000000'),
	('weight without', '01 01 00 00000001 01 0000000000000005 4000000000000000'),
	('negative', '01 01 01 00000001 01 0000000000000005 bff0000000000000'),
	('NaN', '01 01 01 00000001 01 0000000000000005 7ff8000000000000'),
	('infinite', '01 01 01 00000001 01 0000000000000005 7ff0000000000000'),
	('orphan', '01 01 00 00000001 00 0000000000000005 0000000000000004 3ff0000000000000'),
	('kind', '01 04 00 00000001 01 0000000000000005 3ff0000000000000'),
	('no kind', '01 00 00 00000001 01 0000000000000005 3ff0000000000000'),
	('circle', '01 01 00 00000001 00 0000000000000005 0000000000000005 3ff0000000000000')
) AS v (title, b);

-- Order, grouping, hashing.
SELECT t FROM (VALUES ('1'::plan_tree), ('empty'), ('1; 2'), ('1; 2 < 1'), ('1 * 1'), ('1 * 2'), ('-3'), ('1 * 0.5; 2 < 1 * 1')) AS v (t) ORDER BY t;
SELECT t, count(*) FROM (VALUES ('1; 2 < 1'::plan_tree), ('2<1;1'), ('1'), ('1 * 1')) AS v (t) GROUP BY t ORDER BY t;
SELECT count(*) FROM stored AS a JOIN from_text AS b USING (tree);
SET enable_hashjoin = off;
SELECT count(*) FROM stored AS a JOIN from_text AS b USING (tree);
RESET enable_hashjoin;
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt
FROM (VALUES ('1'::plan_tree, '1; 2'::plan_tree)) AS v (a, b);
SELECT _plan_tree_hash('1 * 0') = _plan_tree_hash(plan_tree_agg(1, NULL, '-0')) AS zeros, _plan_tree_hash('1') <> _plan_tree_hash('2') AS others,
	_plan_tree_hash_extended('1', 0) <> _plan_tree_hash_extended('1', 1) AS seeded;

DROP TABLE plan, nodes, truth, split, stored, from_text, from_binary;
DROP FUNCTION attempt, plan_of, received;
