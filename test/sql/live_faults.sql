-- Live rollups in adverse surroundings: statements within statements, triggers that are switched, roles that
-- mean harm.  Every check that follows a change returns no rows.
\set VERBOSITY terse
CREATE TABLE f (id int PRIMARY KEY, unit int, at date, v float8);
SELECT plan_create_rollup('sums', 'f', '{unit}', 'at', '{"s": "plan_fixedsum_agg(v)", "n": "count(v)"}', 'year');
SELECT plan_create_rollup('peaks', 'f', '{unit}', 'at', '{"p": "plan_period_value_agg(''peak'', at, v)", "n": "count(v)"}', 'year');
SELECT plan_create_rollup('appended', 'f', '{unit}', 'at', '{"s": "plan_fixedsum_agg(v)", "n": "count(v)"}', 'year', mode => 'append');
CREATE VIEW wrong AS SELECT r, c.* FROM unnest('{sums,peaks,appended}'::text[]) AS r, plan_check_rollup(r::regclass) AS c;

-- A statement with several actions fires a trigger for each: what one recomputes, the next must not add again.
INSERT INTO f VALUES (1, 1, '2024-01-01', 5);
INSERT INTO f VALUES (1, 1, '2024-01-01', 6), (2, 1, '2024-01-02', 7) ON CONFLICT (id) DO UPDATE SET v = excluded.v;
SELECT * FROM peaks;
TABLE wrong;
WITH gone AS (DELETE FROM f WHERE id = 1 RETURNING *) INSERT INTO f SELECT 3, unit, at, v FROM gone;
TABLE wrong;
MERGE INTO f USING (VALUES (2, 9), (3, NULL), (10, 10)) AS s (id, v) ON f.id = s.id
	WHEN MATCHED AND s.v IS NULL THEN DELETE WHEN MATCHED THEN UPDATE SET v = s.v
	WHEN NOT MATCHED THEN INSERT VALUES (s.id, 1, '2024-03-03', s.v);
TABLE wrong;
WITH a AS (INSERT INTO f VALUES (20, 2, '2024-01-01', 1) RETURNING 1), b AS (UPDATE f SET unit = 2, v = v + 1 RETURNING 1),
	c AS (INSERT INTO f VALUES (21, 1, '2024-01-01', 2) RETURNING 1) DELETE FROM f WHERE id = 10;
TABLE wrong;
SELECT * FROM sums ORDER BY unit, period;

-- So do triggers of rows, whose statements end before the one that fired them.
CREATE FUNCTION write_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.v < 0 THEN DELETE FROM f WHERE id = NEW.id; END IF;
	IF NEW.v = 0 THEN UPDATE f SET unit = unit + 100, v = 1 WHERE id = NEW.id; END IF;
	IF NEW.v > 100 THEN DELETE FROM f WHERE unit = NEW.unit; INSERT INTO f VALUES (NEW.id + 1000, NEW.unit, NEW.at, 3); END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER more AFTER INSERT OR UPDATE ON f FOR EACH ROW EXECUTE FUNCTION write_more();
-- Taken out of a group of one other row, of an empty group, moved to another one.
INSERT INTO f VALUES (30, 3, '2024-01-01', 5);
INSERT INTO f VALUES (31, 3, '2024-01-01', -5);
TABLE wrong;
INSERT INTO f VALUES (32, 4, '2024-01-01', -5), (33, 5, '2024-01-01', 0), (34, 3, '2024-01-01', 0);
TABLE wrong;
INSERT INTO f VALUES (35, 3, '2024-01-01', 101), (36, 6, '2024-01-01', 101), (37, 7, '2024-01-01', -1), (38, 7, '2024-01-01', 4);
TABLE wrong;
UPDATE f SET v = -v WHERE unit = 3;
UPDATE f SET v = 0;
TABLE wrong;
SELECT plan_compact_rollup('appended') > 0;
TABLE wrong;
SELECT unit, fact_rows, s FROM sums ORDER BY unit, period;
DROP TRIGGER more ON f;
DROP FUNCTION write_more;

-- Triggers are switched as a whole, as in restoring data alone: those of rows stay with rows that are replicated.
ALTER TABLE f DISABLE TRIGGER USER;
ALTER TABLE f ENABLE TRIGGER USER;
INSERT INTO f VALUES (40, 1, '2024-01-01', 5);
UPDATE f SET unit = 8 WHERE unit = 1;
TABLE wrong;
ALTER TABLE f ENABLE ALWAYS TRIGGER sums_insert, ENABLE ALWAYS TRIGGER sums_insert_row;
INSERT INTO f VALUES (41, 1, '2024-01-01', 5);
SET session_replication_role = replica;
INSERT INTO f VALUES (42, 1, '2024-01-01', 5);
RESET session_replication_role;
SELECT * FROM plan_check_rollup('sums');
SELECT plan_refresh_rollup('peaks') > 0;

-- TRUNCATE of the table alone leaves the rows of its children; replicated, it is followed too.
CREATE TABLE f_child () INHERITS (f);
SELECT plan_refresh_rollup('sums') > 0, plan_refresh_rollup('peaks') > 0, plan_refresh_rollup('appended') > 0;
INSERT INTO f_child VALUES (50, 1, '2024-01-01', 7), (51, 9, '2024-01-01', 7);
TRUNCATE ONLY f;
TABLE wrong;
SELECT unit, fact_rows FROM sums;
SET session_replication_role = replica;
TRUNCATE f;
RESET session_replication_role;
SELECT (SELECT count(*) FROM sums), (SELECT count(*) FROM appended);
DROP TABLE f_child;

-- What is computed anew while a statement further out is at work would count its rows twice.
CREATE FUNCTION refresh() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM plan_refresh_rollup('sums'); RETURN NULL; END $$;
CREATE TRIGGER more AFTER INSERT ON f FOR EACH ROW EXECUTE FUNCTION refresh();
INSERT INTO f VALUES (1, 1, '2024-01-01', 5);
DROP TRIGGER more ON f;
DROP FUNCTION refresh;

-- A rollup of a rollup, whose triggers fire within those of the first; names that are taken.
INSERT INTO f VALUES (1, 1, '2024-01-01', 5), (2, 1, '2023-01-01', 5);
SELECT plan_create_rollup('totals', 'sums', '{}', 'period', '{"s": "plan_rollup(s)"}', 'year');
INSERT INTO f VALUES (3, 1, '2024-01-01', 6);
UPDATE f SET unit = 2;
DELETE FROM f WHERE id = 1;
SELECT * FROM plan_check_rollup('totals');
SELECT * FROM totals ORDER BY 1;
CREATE SCHEMA elsewhere;
SELECT plan_create_rollup('elsewhere.sums', 'f', '{}', 'at', '{"n": "count(*)"}', 'year');
DELETE FROM f WHERE id = 2;
SELECT * FROM plan_check_rollup('elsewhere.sums');
SELECT tgname FROM pg_trigger WHERE tgrelid = 'f'::regclass AND tgname ~ '^sums' ORDER BY 1;
SELECT plan_drop_rollup('appended');
DROP TABLE f, sums, peaks CASCADE;
DROP TABLE totals CASCADE;
DROP VIEW wrong;
DROP SCHEMA elsewhere CASCADE;

-- TRUNCATE of a part computes the rest anew: not while a statement further out has written there, whose rows would
-- count twice.
CREATE TABLE parts (id int, at date, v float8) PARTITION BY LIST (id);
CREATE TABLE part_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE part_2 PARTITION OF parts FOR VALUES IN (2);
CREATE TABLE part_3 PARTITION OF parts FOR VALUES IN (3);
SELECT plan_create_rollup('sums', 'parts', '{}', 'at', '{"s": "plan_fixedsum_agg(v)"}', 'year');
CREATE FUNCTION empty_others() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN TRUNCATE part_2, part_3; RETURN NULL; END $$;
INSERT INTO parts VALUES (1, '2024-01-01', 5), (2, '2024-01-01', 6), (3, '2024-01-01', 7);
CREATE TRIGGER more AFTER INSERT OR DELETE ON part_1 FOR EACH ROW EXECUTE FUNCTION empty_others();
INSERT INTO parts VALUES (1, '2024-01-01', 8);
DELETE FROM parts WHERE id = 1;
INSERT INTO part_1 VALUES (1, '2024-01-01', 8);
SELECT * FROM sums;
SELECT * FROM plan_check_rollup('sums');
DROP TRIGGER more ON part_1;
-- A statement that writes elsewhere, or that has ended, is no obstacle.
CREATE TABLE command (at date);
CREATE TRIGGER more AFTER INSERT ON command FOR EACH ROW EXECUTE FUNCTION empty_others();
BEGIN;
INSERT INTO parts VALUES (1, '2024-01-01', 9), (2, '2024-01-01', 9);
INSERT INTO command VALUES ('2024-01-01');
COMMIT;
SELECT * FROM sums;
SELECT * FROM plan_check_rollup('sums');
DROP TABLE command, parts, sums CASCADE;
DROP FUNCTION empty_others;

-- Compacting within a statement that has rows still to add: what is less than nothing waits.
CREATE TABLE f (id int, at date, v float8);
SELECT plan_create_rollup('appended', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(v)"}', 'year', mode => 'append');
CREATE FUNCTION take_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM f WHERE id = NEW.id;
	PERFORM plan_compact_rollup('appended');
	RETURN NULL;
END $$;
CREATE TRIGGER more AFTER INSERT ON f FOR EACH ROW WHEN (NEW.v > 1) EXECUTE FUNCTION take_back();
INSERT INTO f VALUES (1, '2024-01-01', 1), (2, '2024-01-01', 2), (3, '2023-01-01', 3);
SELECT tableoid::regclass, * FROM appended ORDER BY 2, 3, 1;
SELECT * FROM plan_check_rollup('appended');
SELECT plan_compact_rollup('appended');
SELECT tableoid::regclass, * FROM appended;
-- Rows that it never had are missed by the next compaction, as ever.
ALTER TABLE f DISABLE TRIGGER USER;
INSERT INTO f VALUES (4, '2022-01-01', 4);
ALTER TABLE f ENABLE TRIGGER USER;
DELETE FROM f WHERE id = 4;
INSERT INTO f VALUES (5, '2024-01-01', 5);
SELECT plan_compact_rollup('appended');
DROP TABLE f, appended CASCADE;
DROP FUNCTION take_back;

-- A function that a statement calls for each row takes back some of its rows before they are counted.
CREATE TABLE f (id int, at date, v float8);
INSERT INTO f VALUES (1, '2024-01-01', 5);
SELECT plan_create_rollup('sums', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(v)"}', 'year');
SELECT plan_create_rollup('appended', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(v)"}', 'year', mode => 'append');
CREATE FUNCTION take_back(i int) RETURNS float8 LANGUAGE plpgsql AS $$ BEGIN DELETE FROM f WHERE id = i - 1 AND id = 2; RETURN i; END $$;
INSERT INTO f SELECT i, '2024-01-01', take_back(i) FROM generate_series(2, 4) AS i;
SELECT * FROM sums;
SELECT r, c.* FROM unnest('{sums,appended}'::text[]) AS r, plan_check_rollup(r::regclass) AS c;
DROP TABLE f, sums, appended CASCADE;
DROP FUNCTION take_back;

-- What is dropped is told to event triggers; a rollup goes even if its source belongs to another role by then.
CREATE TABLE f (at date, v float8) PARTITION BY RANGE (at);
CREATE TABLE f_2024 PARTITION OF f FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
SELECT plan_create_rollup('appended', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(v)"}', 'year', mode => 'append');
CREATE FUNCTION tell() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE NOTICE '%', (SELECT string_agg(format('%s %s', object_type, object_identity), ', ') FROM pg_event_trigger_dropped_objects() WHERE original);
END $$;
CREATE EVENT TRIGGER tell ON sql_drop EXECUTE FUNCTION tell();
SELECT plan_drop_rollup('appended');
DROP EVENT TRIGGER tell;
DROP FUNCTION tell;
CREATE ROLE live_former;
CREATE ROLE live_owner;
GRANT CREATE ON SCHEMA public TO live_former;
ALTER TABLE f OWNER TO live_former;
ALTER TABLE f_2024 OWNER TO live_former;
SET ROLE live_former;
SELECT plan_create_rollup('appended', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(v)"}', 'year', mode => 'append');
RESET ROLE;
ALTER TABLE f OWNER TO live_owner;
SET ROLE live_former;
SELECT plan_drop_rollup('appended');
RESET ROLE;
SELECT tgname FROM pg_trigger WHERE tgrelid IN ('f'::regclass, 'f_2024'::regclass);
DROP TABLE f;
REVOKE CREATE ON SCHEMA public FROM live_former;
DROP ROLE live_former, live_owner;

-- Rows that statements on other tables write, or that go without any.
CREATE TABLE whole (unit int, at date, v float8) PARTITION BY RANGE (at);
CREATE TABLE middle PARTITION OF whole FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (unit);
CREATE TABLE part PARTITION OF middle FOR VALUES IN (1);
SELECT plan_create_rollup('r', 'middle', '{unit}', 'at', '{"n": "count(*)"}', 'year');
SELECT plan_create_rollup('r', 'part', '{unit}', 'at', '{"n": "count(*)"}', 'year');
CREATE TEMP TABLE temporary (unit int, at date) ON COMMIT DELETE ROWS;
SELECT plan_create_rollup('pg_temp.r', 'temporary', '{unit}', 'at', '{"n": "count(*)"}', 'year');
CREATE UNLOGGED TABLE unlogged PARTITION OF middle FOR VALUES IN (2);
SELECT plan_create_rollup('r', 'whole', '{unit}', 'at', '{"n": "count(*)"}', 'year');
DROP TABLE unlogged;
CREATE UNLOGGED TABLE unlogged (unit int, at date);
SELECT plan_create_rollup('r', 'unlogged', '{unit}', 'at', '{"n": "count(*)"}', 'year');
SELECT relpersistence FROM pg_class WHERE oid = 'r'::regclass;
SELECT plan_drop_rollup('r');
DROP TABLE unlogged;
SELECT plan_create_rollup('r', 4294967295::regclass, '{unit}', 'at', '{"n": "count(*)"}', 'year');

-- A part that leaves is not followed any longer, at any depth, nor one that the listing cannot make sense of.
SELECT plan_create_rollup('r', 'whole', '{unit}', 'at', '{"n": "count(*)"}', 'year');
INSERT INTO part VALUES (1, '2024-01-01', 1);
ALTER TABLE middle DETACH PARTITION part;
SELECT plan_refresh_rollup('r');
INSERT INTO part VALUES (1, '2024-01-01', 1);
SELECT * FROM r;
CREATE TABLE above (unit int, at date, v float8) PARTITION BY LIST (v);
ALTER TABLE above ATTACH PARTITION whole DEFAULT;
SELECT rollup, source, untracked FROM plan_rollups() WHERE rollup = 'r'::regclass;
DROP TABLE above, part, r CASCADE;

-- Defaults of one's own would be added with each statement; comparisons that name no operator change their
-- meaning with the search_path.
CREATE TABLE g (unit int, code varchar(3), at date, v float8);
SELECT plan_create_rollup('r', 'g', '{}', 'at', '{"p": "COALESCE(plan_period_value_agg(''peak'', at, v), ''peak n=1 value=1'')"}', 'year');
CREATE DOMAIN odd AS text;
CREATE FUNCTION same(odd, odd) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) = lower($2)';
CREATE OPERATOR = (LEFTARG = odd, RIGHTARG = odd, FUNCTION = same);
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION same(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2.a';
CREATE OPERATOR = (LEFTARG = pair, RIGHTARG = pair, FUNCTION = same);
SELECT plan_create_rollup('r', 'g', '{"CASE (unit, code)::pair WHEN (1, ''a'')::pair THEN 1 ELSE 2 END AS k"}', 'at', '{"n": "count(*)"}', 'year');
SELECT plan_create_rollup('r', 'g', '{}', 'at', '{"n": "count(NULLIF((unit, code)::pair, (1, ''a'')::pair))"}', 'year');
SELECT plan_create_rollup('r', 'g', '{"CASE code WHEN ''a'' THEN -1 ELSE 2 END AS k", "(unit, code)::pair AS p", "code IN (''a'', ''b'') AS i",
	"COALESCE(unit, 0)::bigint + 1 AS u", "ARRAY[code::text COLLATE \"C\", NULL] AS t", "unit IS DISTINCT FROM 1 AND (code LIKE ''a%'' OR NOT v > -1.5) AS d"}',
	'at', '{"n": "count(v) FILTER (WHERE v BETWEEN -1 AND 1)", "s": "plan_fixedsum_agg(v * 1.5)"}', 'year');
INSERT INTO g VALUES (1, 'a', '2024-01-01', 1), (NULL, 'B', '2024-01-01', NULL), (1, 'b', '2024-01-01', -3), (NULL, NULL, NULL, 0);
UPDATE g SET unit = 2 WHERE code = 'a';
SELECT * FROM plan_check_rollup('r');
DROP TABLE g, r CASCADE;
DROP OPERATOR = (odd, odd), = (pair, pair);
DROP FUNCTION same(odd, odd), same(pair, pair);
DROP DOMAIN odd;
DROP TYPE pair;

-- Whoever makes a trigger may name any two relations in it: that makes no rollup, takes none of another away, and
-- gives no lock.
CREATE ROLE live_attacker;
CREATE ROLE live_victim;
GRANT CREATE ON SCHEMA public TO live_attacker, live_victim;
CREATE TABLE tenant_a (unit int, at date, v float8);
CREATE TABLE tenant_b (unit int, at date, v float8);
SELECT plan_create_rollup('rollup_a', 'tenant_a', '{unit}', 'at', '{"n": "count(v)"}', 'year');
SELECT plan_create_rollup('rollup_b', 'tenant_b', '{unit}', 'at', '{"n": "count(v)"}', 'year');
INSERT INTO tenant_b VALUES (1, '2024-01-01', 1);
ALTER TABLE tenant_a OWNER TO live_attacker;
SET ROLE live_attacker;
CREATE TRIGGER evil AFTER TRUNCATE ON tenant_a WHEN ('rollup_b'::regclass <> 'rollup_a_recomputed'::regclass) EXECUTE FUNCTION _plan_rollup_changed();
TRUNCATE tenant_a;
DROP TRIGGER evil ON tenant_a;
CREATE TRIGGER evil AFTER TRUNCATE ON tenant_a WHEN ('rollup_b'::regclass <> 'rollup_b_recomputed'::regclass) EXECUTE FUNCTION _plan_rollup_changed();
TRUNCATE tenant_a;
DROP TRIGGER evil ON tenant_a;
CREATE VIEW evil_view AS SELECT unit, count(*) AS fact_rows FROM tenant_b GROUP BY unit;
CREATE TABLE evil_table (unit int PRIMARY KEY, fact_rows bigint, CHECK ('evil_view'::regclass IS NOT NULL));
CREATE TABLE evil_source (unit int);
CREATE TRIGGER evil AFTER INSERT ON evil_source WHEN ('rollup_b'::regclass <> 'evil_view'::regclass) EXECUTE FUNCTION _plan_rollup_changed();
CREATE TRIGGER evil_too AFTER INSERT ON evil_source WHEN ('evil_table'::regclass <> 'evil_view'::regclass) EXECUTE FUNCTION _plan_rollup_changed();
SELECT plan_refresh_rollup('evil_table');
RESET ROLE;
SELECT * FROM rollup_b;
SELECT * FROM plan_check_rollup('rollup_b');
SELECT rollup, source FROM plan_rollups() WHERE rollup::text ~ '^rollup' ORDER BY 1;
-- A trigger of several events, or without transition tables, by the owner of the source.
CREATE TRIGGER several AFTER INSERT OR UPDATE ON tenant_b WHEN ('rollup_b'::regclass <> 'rollup_b_recomputed'::regclass) EXECUTE FUNCTION _plan_rollup_changed();
INSERT INTO tenant_b VALUES (1, '2024-01-01', 1);
DROP TRIGGER several ON tenant_b;
-- Rollups that are out of order are listed with the others, and can be dropped by who owns all of it.
ALTER TABLE rollup_a OWNER TO live_victim;
SELECT rollup, source FROM plan_rollups() WHERE rollup::text ~ '^rollup' ORDER BY 1;
SET ROLE live_victim;
SELECT plan_drop_rollup('rollup_a');
RESET ROLE;
CREATE OR REPLACE VIEW rollup_a_recomputed AS SELECT unit, plan_period_of(at, 'year') AS period, count(*) AS fact_rows, count(v) AS n FROM tenant_a WHERE unit > 1 GROUP BY 1, 2;
SELECT plan_refresh_rollup('rollup_a');
SELECT plan_drop_rollup('rollup_a');
DROP TABLE evil_table, evil_source, tenant_a CASCADE;

-- Expressions run as the owner of the rollup, whoever writes: they neither become another role nor leave anything in
-- the session.
CREATE TABLE lure (at date, command text);
ALTER TABLE lure OWNER TO live_attacker;
SET ROLE live_attacker;
CREATE FUNCTION run(command text) RETURNS float8 LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE command;
	RAISE NOTICE '% (as %)', command, current_user;
	RETURN 1;
EXCEPTION WHEN OTHERS THEN
	RAISE NOTICE '%: %', command, sqlstate;
	RETURN 0;
END $$;
CREATE FUNCTION pretend(command text) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN public.run(command); END';
CREATE TABLE later (a int);
CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'as %', current_user; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON later DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late();
SELECT plan_create_rollup('lured', 'lure', '{}', 'at', '{"s": "plan_fixedsum_agg(pretend(command))"}', 'year');
RESET ROLE;
INSERT INTO lure SELECT '2024-01-01', c FROM unnest(ARRAY['SET ROLE live_victim', 'RESET ROLE', 'RESET SESSION AUTHORIZATION', 'ALTER ROLE live_attacker SUPERUSER',
	'CREATE TEMP TABLE left_behind ()', 'PREPARE left_behind AS SELECT 1', 'DECLARE left_behind CURSOR WITH HOLD FOR SELECT 1', 'LISTEN left_behind',
	'INSERT INTO public.later VALUES (1)', 'SELECT set_config(''work_mem'', ''77kB'', false)', 'SELECT set_config(''search_path'', ''evil'', false)']) AS c;
SHOW search_path;
SELECT current_setting('work_mem') = '77kB' AS left_behind;
-- A deferred trigger on the rollup itself would run as the one who writes.
SET ROLE live_attacker;
CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON lured DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late();
RESET ROLE;
INSERT INTO lure VALUES ('2024-01-01', 'SELECT 1');
DROP TABLE lure, later CASCADE;

-- Policies on the rollup hold for its check too; policies on the source that come later hide nothing unnoticed.
GRANT SELECT ON rollup_b TO live_attacker;
ALTER TABLE rollup_b ENABLE ROW LEVEL SECURITY;
SET ROLE live_attacker;
SELECT * FROM plan_check_rollup('rollup_b');
-- Views of others on the rollup are theirs, whatever they are called.
CREATE VIEW my_figures AS SELECT unit, period, true AS grain, 1 AS first_day, 2 AS last_day FROM rollup_b;
RESET ROLE;
DROP VIEW rollup_b_figures;
SELECT plan_drop_rollup('rollup_b');
DROP VIEW my_figures;
SELECT plan_drop_rollup('rollup_b');
ALTER TABLE tenant_b OWNER TO live_victim;
SET ROLE live_victim;
SELECT plan_create_rollup('rollup_b', 'tenant_b', '{unit}', 'at', '{"p": "plan_period_value_agg(''peak'', at, v)"}', 'year');
INSERT INTO tenant_b VALUES (1, '2024-01-01', 2), (1, '2024-01-01', 3);
ALTER TABLE tenant_b ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY few ON tenant_b USING (v < 3);
RESET ROLE;
DELETE FROM tenant_b WHERE v = 2;
SELECT * FROM rollup_b;
DROP TABLE tenant_b CASCADE;
DROP OWNED BY live_attacker, live_victim CASCADE;
DROP ROLE live_attacker, live_victim;
