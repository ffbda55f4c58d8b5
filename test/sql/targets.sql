-- Targets as a plan states them: some for years, some for quarters or months.
CREATE TABLE stated (indicator int, period plan_period, goal plan_goal, revised date);
INSERT INTO stated VALUES
	(101, 2024, '>= 1200', '2023-12-01'), (101, '2024-Q1', '>= 250', '2023-12-01'), (101, '2024-Q2', '>= 300 from 240', '2023-12-01'),
	(102, 2024, '<= 10 from 44', '2023-12-01'), (102, '2020-2025', '<= 8 from 44', '2019-12-11'),
	(103, '2024-06', '8..12', '2023-12-01'), (103, '2024-W07', '>= 6.6..6.8', '2023-12-01'), (103, '2024-03-15', '= 63 from 64', '2023-12-01');
SELECT plan_targets_agg(indicator, period, goal) AS targets FROM stated;
SELECT r.* FROM (SELECT plan_targets_agg(indicator, period, goal) AS targets FROM stated) AS t, plan_targets_rows(targets) AS r;
SELECT indicator, plan_target_at(targets, indicator, 2024) AS year, plan_target_at(targets, indicator, '2024-Q1') AS quarter, plan_target_at(targets, indicator, '2024-06') AS month
FROM (SELECT plan_targets_agg(indicator, period, goal) AS targets FROM stated) AS t, generate_series(100, 104) AS indicator;
-- Nodes by name, and by uuid.
SELECT plan_targets_agg('Sở "' || indicator || '"; 1: ', period, goal) AS targets FROM stated WHERE period = 2024;
SELECT r.*, plan_target_at(targets, node, 2024) AS year FROM (SELECT plan_targets_agg(indicator::text::varchar, period, goal) AS targets FROM stated) AS t, plan_targets_rows(targets, NULL::text) AS r;
SELECT r.*, plan_target_at(targets, node, period) = goal AS same FROM (SELECT plan_targets_agg(('00000000-0000-0000-0000-000000000' || indicator)::uuid, period, goal) AS targets FROM stated WHERE period <@ 2024) AS t, plan_targets_rows(targets, NULL::uuid) AS r;
-- As JSON.
SELECT jsonb_pretty(plan_targets '101 2024: <= 10 from 44; 102 2024-Q1: 8..12'::jsonb) AS json, plan_targets 'empty'::jsonb AS empty;
SELECT plan_targets '"Hà ""Nội""" 2024-06: >= 0.1'::jsonb AS named, plan_targets '00000000-0000-0000-0000-000000000101 2024: = 1'::jsonb -> 0 ->> 'node' AS uuid;

-- A goal that is stated anew is another revision: one of each period counts.
INSERT INTO stated VALUES (101, 2024, '>= 1300', '2024-05-01'), (101, 2024, '>= 1250', '2024-03-01');
\set VERBOSITY default
SELECT plan_targets_agg(indicator, period, goal) FROM stated;
SELECT plan_targets_agg(indicator, period, goal ORDER BY revised DESC) FROM stated;
\set VERBOSITY terse
SELECT plan_targets_agg(indicator, period, goal) AS latest
FROM (SELECT DISTINCT ON (indicator, period) * FROM stated ORDER BY indicator, period, revised DESC) AS s;
SELECT plan_targets_agg(indicator, period, goal) AS at_first
FROM (SELECT DISTINCT ON (indicator, period) * FROM stated ORDER BY indicator, period, revised) AS s;
-- The same goal twice says nothing new, however it is written.
SELECT plan_targets_agg(1, 2024, goal::plan_goal) AS targets FROM unnest(ARRAY['>= 1200', '>=1200.0', '>= 1.2e3', '>= 1200..1200']) AS goal;
SELECT plan_targets_agg(1, 2024, goal::plan_goal) AS targets FROM unnest(ARRAY['= 0', '= -0', '0..0']) AS goal;

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
SELECT title, attempt('plan_targets_agg(node, period, goal) FROM (VALUES ' || rows || ') AS v (node, period, goal)') AS targets
FROM (VALUES
	('one', $$(1, '2024'::plan_period, '>= 1'::plan_goal)$$),
	('no period', $$(1, NULL::plan_period, '>= 1'::plan_goal), (2, '2024', '>= 2')$$),
	('no goal', $$(1, '2024'::plan_period, NULL::plan_goal), (2, '2024', '>= 2')$$),
	('neither', $$(1, NULL::plan_period, NULL::plan_goal)$$),
	('no node', $$(NULL::int, '2024'::plan_period, '>= 1'::plan_goal)$$),
	('nothing at all', $$(NULL::int, NULL::plan_period, NULL::plan_goal)$$),
	('two goals', $$(1, '2024'::plan_period, '>= 2'::plan_goal), (1, '2024', '>= 1')$$),
	('two goals, the other order', $$(1, '2024'::plan_period, '>= 1'::plan_goal), (1, '2024', '>= 2')$$),
	('three goals of two periods', $$(2, '2023'::plan_period, '>= 1'::plan_goal), (2, '2023', '<= 9'), (1, '2024', '>= 2'), (1, '2024', '>= 3'), (1, '2024', '>= 1')$$),
	('with a baseline and without', $$(1, '2024'::plan_period, '>= 1 from 0'::plan_goal), (1, '2024', '>= 1')$$),
	('of two directions', $$(1, '2024'::plan_period, '>= 1'::plan_goal), (1, '2024', '= 1')$$),
	('a name with two goals', $$('say "no"', '2024'::plan_period, '>= 1'::plan_goal), ('say "no"', '2024', '>= 2')$$),
	('a quarter and its months', $$(1, '2024-01'::plan_period, '>= 1'::plan_goal), (1, '2024-Q1', '>= 5'), (1, '2024-03', '>= 3')$$),
	('zero and negative nodes', $$(0, '2024'::plan_period, '<= -1'::plan_goal), (-5, '2024', '<= 0 from -7'), (5, '2024', '= 0')$$),
	('the ends', $$(9223372036854775807, '4714-11-24 BC..5874897-12-31'::plan_period, '-1e308..1e308'::plan_goal), (-9223372036854775808, '5874897-12-31', '>= 5e-324')$$)
) AS v (title, rows);
SELECT attempt('plan_targets_agg(1.5, 2024, ''>= 1'')') AS numeric, attempt('plan_targets_agg(date ''2024-01-01'', 2024, ''>= 1'')') AS date, attempt('plan_targets_agg(repeat(''x'', 1000), 2024, g::plan_goal) FROM unnest(''{>= 1,>= 2}''::text[]) AS g') AS long;
SELECT call, attempt(call) AS result
FROM unnest(ARRAY[$$plan_target_at('1 2024: = 1', 1, 2024)$$, $$plan_target_at('1 2024: = 1', 1::smallint, '2024-01..2024-12')$$, $$plan_target_at('1 2024: = 1', 2, 2024)$$, $$plan_target_at('1 2024: = 1', 1, '2024-01')$$, $$plan_target_at('empty', 1, 2024)$$, $$plan_target_at('empty', 'a', 2024)$$,
	$$plan_target_at('1 2024: = 1', 'a', 2024)$$, $$plan_target_at('"a" 2024: = 1', 1, 2024)$$, $$plan_target_at('"a" 2024: = 1', 'a', 2024)$$, $$plan_target_at('"a" 2024: = 1', 'b', 2024)$$, $$plan_target_at(NULL, 1, 2024)$$, $$plan_target_at('1 2024: = 1', NULL::int, 2024)$$, $$plan_target_at('1 2024: = 1', 1, NULL)$$,
	$$r FROM plan_targets_rows('"a" 2024: = 1') AS r$$, $$r FROM plan_targets_rows('1 2024: = 1', NULL::text) AS r$$, $$r FROM plan_targets_rows('"a" 2024: = 1', 'a') AS r$$, $$r FROM plan_targets_rows('3000000000 2024: = 1', NULL::int) AS r$$, $$r FROM plan_targets_rows('30 2024: = 1', NULL::smallint) AS r$$]) AS call;
-- No rows.
SELECT plan_targets_agg(indicator, period, goal), plan_rollup(plan_targets 'empty') AS rollup FROM stated WHERE false;
SELECT count(*) FROM plan_targets_rows(NULL);
SELECT count(*) FROM plan_targets_rows('empty', NULL::uuid);

-- Merging.
SELECT left_, right_, attempt(format('plan_targets %L + %L', left_, right_)) AS merged, attempt(format('plan_targets %2$L + %1$L', left_, right_)) AS other_way
FROM (VALUES ('1 2024: = 1', '2 2024: = 2'), ('1 2024: = 1', '1 2024: = 1'), ('1 2024: = 1', '1 2024: = 2'), ('1 2024: = 1', 'empty'), ('empty', '"b" 2024: = 2; "a" 2024: = 1'), ('empty', 'empty'),
	('"b" 2024: = 2', '"a" 2024: = 1; "c" 2024: = 3'), ('1 2024: = 1', '"a" 2024: = 1'), ('1 2024: = 1; 3 2024: = 3', '1 2024-Q1: = 1; 2 2024: = 2')) AS v (left_, right_);
SELECT plan_rollup(t) AS targets FROM (VALUES ('1 2024: = 1'::plan_targets), (NULL), ('empty'), ('1 2023: = 1; 1 2024: = 1')) AS v (t);
SELECT plan_rollup(NULL::plan_targets) AS nothing, plan_rollup(plan_targets 'empty') AS empty;
SELECT attempt('plan_rollup(t) FROM (VALUES (''1 2024: = 1''::plan_targets), (''1 2024: = 2'')) AS v (t)') AS conflict, attempt('plan_rollup(t) FROM (VALUES (''1 2024: = 1''::plan_targets), (''"a" 2024: = 2'')) AS v (t)') AS kinds;

-- Against plain SQL: many nodes, a thousand periods of five grains, each target stated up to three times.
CREATE TABLE many AS
SELECT node, period, plan_goal(node % 97 - 40 + plan_days(period) / 7.0, 1 - abs(node) % 3, CASE WHEN node % 2 = 0 THEN node / 9.0 END) AS goal, n
FROM (SELECT i * 7919 % 331 - 100 AS node, plan_period_of(date '2020-01-01' + i * 37 % 2000, (ARRAY['year', 'half', 'quarter', 'month', 'week'])[1 + i % 5]) AS period, i AS n FROM generate_series(1, 20000) AS i) AS s;
ANALYZE many;
CREATE TABLE truth AS
SELECT (SELECT plan_targets_agg(node, period, goal) FROM many) AS by_id, (SELECT plan_targets_agg('node ' || node, period, goal) FROM many) AS by_name,
	(SELECT plan_targets_agg(md5(node::text)::uuid, period, goal) FROM many) AS by_uuid;
WITH plain AS (SELECT DISTINCT node, period, goal FROM many)
SELECT (SELECT count(*) FROM plain) AS targets, (SELECT count(*) FROM many) AS rows,
	(SELECT by_id::text FROM truth) = (SELECT string_agg(format('%s %s: %s', node, period, goal), '; ' ORDER BY node, lower(period::daterange), upper(period::daterange) DESC) FROM plain) AS by_id,
	(SELECT by_name::text FROM truth) = (SELECT string_agg(format('"node %s" %s: %s', node, period, goal), '; ' ORDER BY ('node ' || node) COLLATE "C", lower(period::daterange), upper(period::daterange) DESC) FROM plain) AS by_name,
	(SELECT by_uuid::text FROM truth) = (SELECT string_agg(format('%s %s: %s', md5(node::text)::uuid, period, goal), '; ' ORDER BY md5(node::text)::uuid, lower(period::daterange), upper(period::daterange) DESC) FROM plain) AS by_uuid;
WITH plain AS (SELECT DISTINCT node, period, goal FROM many)
SELECT count(*) AS targets, count(*) FILTER (WHERE (r.node, r.period, r.goal) IS DISTINCT FROM (p.node, p.period, p.goal)) AS different, count(*) FILTER (WHERE p.n % 5 = 0 AND plan_target_at(by_id, p.node, p.period) IS DISTINCT FROM p.goal) AS not_at,
	count(*) FILTER (WHERE p.n % 5 = 0 AND plan_target_at(by_name, 'node ' || p.node, p.period) IS DISTINCT FROM p.goal) AS not_at_name
FROM (SELECT *, row_number() OVER (ORDER BY node, lower(period::daterange), upper(period::daterange) DESC) AS n FROM plain) AS p
FULL JOIN (SELECT r.* FROM truth, plan_targets_rows(by_id) WITH ORDINALITY AS r (node, period, goal, n)) AS r USING (n) CROSS JOIN truth;
-- What is not there: other nodes, and periods that others have.
SELECT count(*) AS pairs, count(plan_target_at(by_id, node, period)) AS found, count(plan_target_at(by_name, 'node ' || node, period)) AS found_by_name, (SELECT count(*) FROM (SELECT DISTINCT node, period FROM many WHERE node % 50 = 0) AS d) AS stated
FROM truth, generate_series(-150, 250, 50) AS node, (SELECT DISTINCT period FROM many) AS p;
-- Lookups in what is stored out of line fetch parts of it.
SELECT pg_column_size(by_id) > 100000 AS large, pg_column_compression(by_id) AS compressed FROM truth;

-- Any order of rows, any grouping, in parallel and partitionwise: the same bytes.
CREATE FUNCTION digest(plan_targets) RETURNS text LANGUAGE sql AS $$ SELECT md5(_plan_targets_send($1)) $$;
SELECT digest((SELECT plan_targets_agg(node, period, goal ORDER BY n DESC) FROM many)) = digest(by_id) AS descending, digest((SELECT plan_targets_agg('node ' || node, period, goal ORDER BY md5(n::text)) FROM many)) = digest(by_name) AS shuffled,
	digest((SELECT plan_targets_agg(md5(node::text)::uuid, period, goal ORDER BY goal, n) FROM many)) = digest(by_uuid) AS by_goal FROM truth;
SELECT n % 7 AS part, plan_targets_agg(node, period, goal) AS by_id, plan_targets_agg('node ' || node, period, goal) AS by_name INTO parts FROM many GROUP BY 1;
SELECT (SELECT plan_rollup(p.by_id ORDER BY part) = t.by_id AND plan_rollup(p.by_name ORDER BY part DESC) = t.by_name FROM parts AS p) AS rolled_up,
	(SELECT a.by_id + b.by_id = b.by_id + a.by_id AND (a.by_name + b.by_name) + c.by_name = a.by_name + (c.by_name + b.by_name) FROM parts AS a, parts AS b, parts AS c WHERE (a.part, b.part, c.part) = (0, 1, 2)) AS added
FROM truth AS t;
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
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
ANALYZE parts;
EXPLAIN (COSTS OFF) SELECT plan_targets_agg(node, period, goal) FROM many;
SELECT (SELECT plan_targets_agg(node, period, goal) FROM many) = by_id AS by_id, (SELECT plan_targets_agg('node ' || node, period, goal) FROM many) = by_name AS by_name,
	(SELECT plan_rollup(p.by_name) FROM parts AS p) = by_name AS rolled_up FROM truth;
-- Workers without targets, and none with any.
SELECT plan_targets_agg(node, period, goal) FILTER (WHERE n = 17) AS one, plan_targets_agg(node, period, goal) FILTER (WHERE n < 0) AS none, plan_targets_agg(node, period, nullif(goal, goal)) AS skipped FROM many;
SELECT attempt('plan_targets_agg(node, period, CASE WHEN n > 10000 THEN ''>= 1e9'' ELSE goal END) FROM many') ~ '^22023: node .* has the goals .* and .* in period' AS conflict;
RESET max_parallel_workers_per_gather;
CREATE TABLE split (LIKE many) PARTITION BY HASH (n);
CREATE TABLE split_0 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE split_1 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO split SELECT * FROM many;
ANALYZE split;
SET enable_partitionwise_aggregate = on;
SET max_parallel_workers_per_gather = 0;
SELECT plan_of('SELECT plan_targets_agg(node, period, goal) FROM split') ~ 'Append.*Partial Aggregate.*Partial Aggregate' AS partial;
SELECT plan_targets_agg(node, period, goal) = (SELECT by_id FROM truth) AS same FROM split;
RESET ALL;
-- In a window the targets grow; what is read does not end it.
SELECT n, plan_targets_agg(n % 2, 2024 - n / 2, '= 1') OVER (ORDER BY n) FROM generate_series(1, 4) AS n;
SELECT n, plan_rollup(format('%s 2024: = %s', n % 2, n % 2)::plan_targets) OVER (ORDER BY n) FROM generate_series(1, 3) AS n;
-- Each target a thousand times over: the state does not grow with the rows.
SELECT plan_targets_agg(i % 10, 2024, '= 1') AS targets FROM generate_series(1, 10000) AS i;

-- Text.
SELECT t AS text, attempt(format('plan_targets %L', t)) AS targets
FROM unnest(ARRAY['1 2024: >= 5', ' 1  2024 :>=5 ;2 2024-Q1:8..12', '2 2024: = 1; 1 2024: = 1; 1 2023: = 1', '-1 2024: <= -10 from -44', 'empty', '  empty  ', '1 2024: = 1; 1 2024: = 1', '1 2024: = 1; 1 2024: = 2',
	'"a;b: c" 2024: = 1', '"" 2024: = 1', '"say ""no""" 2024: = 1', '00000000-0000-0000-0000-00000000000A 2024: = 1', '1 2024-01-01..2024-12-31: = 1', '1 2024-13: = 1', '1 2024-02-30: = 1', '1 2025-2024: = 1', '1 [2024-01-01,2025-01-01): = 1',
	'', ' ', ';', '1', '1 2024', '1 2024:', '1: = 1', '1 : = 1', '2024: = 1', '1 2024 = 1', '1 2024: = 1;', ';1 2024: = 1', '1 2024: 1', '1 2024: > 1', '1 2024: 2..1', '1 2024: = NaN', '1 2024: = 1e999', '1 2024: = 1: = 1',
	'"a 2024: = 1', '"a"2024: = 1', 'x 2024: = 1', '1.5 2024: = 1', '1 2024: = 1; "a" 2024: = 1', '9223372036854775808 2024: = 1', 'EMPTY', 'emptyx', 'empty; 1 2024: = 1']) AS t;
SELECT by_id::text::plan_targets = by_id AND by_name::text::plan_targets = by_name AND by_uuid::text::plan_targets = by_uuid AS same FROM truth;
SELECT digest(by_id::text::plan_targets) = digest(by_id) AND digest(by_name::text::plan_targets) = digest(by_name) AS same_bytes, jsonb_array_length(by_name::jsonb) AS objects FROM truth;
CREATE TABLE kept (t varchar);
INSERT INTO kept VALUES ('1 2024: = 1');
CREATE TABLE typed (t plan_targets);
INSERT INTO typed SELECT t FROM kept;

-- Order and equality.
CREATE TABLE ordered AS
SELECT n, t::plan_targets AS t FROM unnest(ARRAY['empty', '-1 2024: = 1', '1 2023: = 1', '1 2024: >= 1', '1 2024: <= 1', '1 2024: = 1', '1 2024: = 1; 2 2024: = 1', '1 2024: = 1 from 0', '1 2024-Q1: = 1', '"" 2024: = 1', '"a" 2024: = 1', '"b" 2024: = 1', '00000000-0000-0000-0000-000000000000 2024: = 1']) WITH ORDINALITY AS v (t, n);
SELECT t FROM ordered ORDER BY t;
SELECT bool_and((a.n < b.n) = (a.t < b.t) AND (a.n = b.n) = (a.t = b.t) AND (a.n > b.n) = (a.t > b.t)) AS total, bool_and(a.n <> b.n OR _plan_targets_hash(a.t) = _plan_targets_hash(b.t)) AS hashed, count(DISTINCT _plan_targets_hash(a.t)) AS hashes FROM ordered AS a, ordered AS b;
SELECT count(*) FROM (SELECT by_name FROM truth UNION SELECT by_name::text::plan_targets FROM truth) AS u;

-- Crafted bytes: what is read at all comes back with the same bytes, and all else is an ordinary error.
CREATE FUNCTION bytes_of(plan_targets) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE FUNCTION targets_of(bytea) RETURNS plan_targets LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE FUNCTION read_back(targets plan_targets) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN CASE WHEN bytes_of(targets::text::plan_targets) = bytes_of(targets) AND bytes_of(targets + 'empty') = bytes_of(targets) THEN 'the same' ELSE 'another' END;
EXCEPTION WHEN invalid_binary_representation THEN
	RETURN 'an error';
END
$$;
CREATE FUNCTION look_up(targets plan_targets) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	key text;
	result text;
BEGIN
	FOREACH key IN ARRAY ARRAY['2', '''b''', 'uuid ''00000000-0000-0000-0000-00000000000b'''] LOOP
		BEGIN
			EXECUTE format('SELECT plan_target_at($1, %s, 2024)', key) INTO result USING targets;
			RETURN coalesce(result, 'none');
		EXCEPTION WHEN datatype_mismatch THEN
			CONTINUE;
		WHEN invalid_binary_representation THEN
			RETURN 'an error';
		END;
	END LOOP;
END
$$;
CREATE TABLE crafted AS
SELECT bytes, targets_of(CASE WHEN bits = 0 THEN substr(bytes, 1, at) ELSE set_byte(bytes, at, get_byte(bytes, at) # bits) END) AS targets
FROM (SELECT bytes_of(t::plan_targets) AS bytes FROM unnest(ARRAY['1 2023: = 1; 2 2024: <= 10 from 44; 2 2024-Q1: 8..12', '"a" 2023: = 1; "b" 2024: <= 10 from 44; "b" 2024-Q1: 8..12', '00000000-0000-0000-0000-00000000000a 2023: = 1; 00000000-0000-0000-0000-00000000000b 2024: = 1', 'empty']) AS t) AS v,
	generate_series(0, length(bytes) - 1) AS at, unnest(ARRAY[0, 1, 4, 128, 255]) AS bits;
SELECT length(bytes), count(*), count(*) FILTER (WHERE read_back(targets) IN ('the same', 'an error')) AS ordinary, count(*) FILTER (WHERE read_back(targets) = 'an error') > count(*) / 3 AS errors, count(look_up(targets)) AS looked_up FROM crafted GROUP BY bytes ORDER BY length(bytes);
-- The same where parts of it are fetched.
INSERT INTO typed SELECT targets_of(substr(b, 1, n * 1000) || decode(repeat(f, 3000), 'hex') || substr(b, n * 1000 + 3001)) FROM (SELECT bytes_of(by_name) AS b FROM truth) AS t, generate_series(1, 40) AS n, unnest('{00,ff}'::text[]) AS f;
INSERT INTO typed SELECT targets_of(substr(b, 1, n * 9001)) FROM (SELECT bytes_of(by_name) AS b FROM truth) AS t, generate_series(1, 40) AS n;
SELECT count(*), count(look_up(t)) AS looked_up, count(*) FILTER (WHERE read_back(t) = 'an error') AS errors FROM typed;

DROP FUNCTION bytes_of, targets_of, read_back, look_up;
DROP TABLE stated, crafted, many, truth, parts, split, kept, typed, ordered;
DROP FUNCTION attempt, digest, plan_of;
