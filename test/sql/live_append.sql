-- Appending to live rollups: what is set up for a trigger stays from one statement to the next, whatever these are
-- like and whatever happens between them.  Every check that follows a change returns no rows.
\set VERBOSITY terse
CREATE TABLE f (id int, at date, v float8, code text);
SELECT plan_create_rollup('r', 'f', '{code}', 'at', '{"s": "plan_fixedsum_agg(v)", "c": "plan_scorecard_agg(v, 1, ''higher'') FILTER (WHERE v > 0)", "n": "count(v)"}', 'month', mode => 'append');

-- Statements of one row and of many, in turn; all that they append is in the deltas.
INSERT INTO f VALUES (1, '2024-01-01', 1, 'a');
INSERT INTO f SELECT i, date '2024-01-01' + i % 300, i % 7 - 1, chr(97 + i % 5) FROM generate_series(2, 2000) AS i;
INSERT INTO f VALUES (2001, '2024-02-01', NULL, NULL);
UPDATE f SET v = v + 1 WHERE id < 10;
UPDATE f SET v = 2 WHERE id = 1;
DELETE FROM f WHERE id % 3 = 0;
DELETE FROM f WHERE id = 2001;
INSERT INTO f SELECT WHERE false;
UPDATE f SET v = 1 WHERE id = -1;
SELECT count(*) FROM ONLY r;
SELECT fact_rows, s, c, n, period FROM r_deltas WHERE code IS NULL ORDER BY fact_rows;
SELECT * FROM plan_check_rollup('r');
SELECT code, sum(fact_rows), plan_rollup(s), sum(n) FROM r WHERE period <@ '2024-02' GROUP BY 1 ORDER BY 1;
SELECT code, count(*), sum(v), count(v) FROM f WHERE at BETWEEN '2024-02-01' AND '2024-02-29' GROUP BY 1 ORDER BY 1;

-- An error in the middle leaves nothing behind, nor does the end of a transaction, whole or in part.
INSERT INTO f SELECT i, CASE i WHEN 3000 THEN 'infinity'::date ELSE '2024-01-01' END, 1, i::text FROM generate_series(2900, 3001) AS i;
INSERT INTO f VALUES (2, 'infinity', 1, 'a');
BEGIN;
INSERT INTO f VALUES (3, '2024-01-01', 1, 'a');
SAVEPOINT one;
INSERT INTO f VALUES (4, '2024-01-01', 1, 'a');
INSERT INTO f VALUES (4, 'infinity', 1, 'a');
ROLLBACK TO one;
INSERT INTO f VALUES (5, '2024-01-01', 1, 'a');
COMMIT;
DO $$
BEGIN
	FOR i IN 1..200 LOOP
		BEGIN
			INSERT INTO f SELECT j, CASE j % 50 WHEN i THEN 'infinity'::date ELSE '2024-03-03' END, j, j FROM generate_series(1, i) AS j;
		EXCEPTION WHEN OTHERS THEN
			DELETE FROM f WHERE id = i;
		END;
	END LOOP;
END $$;
SELECT * FROM plan_check_rollup('r');

-- More groups than fit into memory, rows larger than a page.
SET work_mem = '64kB';
INSERT INTO f SELECT i, date '2020-01-01' + i % 700, i % 100, repeat(md5((i % 400)::text), CASE WHEN i % 400 < 3 THEN 400 ELSE 1 END) FROM generate_series(1, 6000) AS i;
INSERT INTO f VALUES (1, '2024-01-01', 1, repeat(md5('1'), 400));
UPDATE f SET v = v + 1, at = at + 1 WHERE at < '2021-01-01';
SELECT max(length(code)) FROM r_deltas;
SELECT * FROM plan_check_rollup('r');
RESET work_mem;
INSERT INTO f VALUES (1, '2024-01-01', 1, 'a');
SELECT plan_compact_rollup('r') > 5000;
SELECT * FROM plan_check_rollup('r');

-- The source, the rollup and the deltas change between statements.
ALTER TABLE f ADD COLUMN more text DEFAULT 'x';
INSERT INTO f VALUES (1, '2024-04-01', 1, 'b', 'y');
ALTER TABLE f DROP COLUMN id;
INSERT INTO f VALUES ('2024-04-01', 2, 'b', 'y');
ALTER TABLE f RENAME v TO worth;
ALTER TABLE r RENAME s TO total;
UPDATE f SET worth = worth + 1 WHERE code = 'b';
SELECT * FROM plan_check_rollup('r');
CREATE INDEX ON r_deltas (code);
INSERT INTO f VALUES ('2024-04-01', 3, 'indexed', 'y');
SET enable_seqscan = off;
SELECT code, n FROM r_deltas WHERE code = 'indexed';
RESET enable_seqscan;
DROP INDEX r_deltas_code_idx;
VACUUM r_deltas;
CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'appended % of %', NEW.n, NEW.code; RETURN NULL; END $$;
CREATE TRIGGER tell AFTER INSERT ON r_deltas FOR EACH ROW EXECUTE FUNCTION tell();
INSERT INTO f VALUES ('2024-04-01', 4, 'told', 'y');
DROP TRIGGER tell ON r_deltas;
DROP FUNCTION tell;
ALTER TABLE r_deltas ADD CHECK (n < 3);
INSERT INTO f VALUES ('2024-04-01', 1, 'many', 'y'), ('2024-04-01', 2, 'many', 'y'), ('2024-04-01', 3, 'many', 'y');
ALTER TABLE r_deltas DROP CONSTRAINT r_deltas_n_check;
INSERT INTO f VALUES ('2024-04-01', 1, 'many', 'y'), ('2024-04-01', 2, 'many', 'y'), ('2024-04-01', 3, 'many', 'y');
ALTER TABLE r_deltas ADD COLUMN noted timestamptz DEFAULT now();
INSERT INTO f VALUES ('2024-04-01', 4, 'noted', 'y');
SELECT code, n, noted IS NOT NULL AS noted FROM r_deltas WHERE code = 'noted';
ALTER TABLE r_deltas DROP COLUMN noted;
INSERT INTO f VALUES ('2024-04-01', 4, 'noted', 'y');
ALTER TABLE r_deltas ALTER code SET NOT NULL;
INSERT INTO f VALUES ('2024-04-01', 4, NULL, 'y');
ALTER TABLE r_deltas ALTER code DROP NOT NULL;
INSERT INTO f VALUES ('2024-04-01', 4, NULL, 'y');
SELECT * FROM plan_check_rollup('r');
SELECT plan_compact_rollup('r') > 0;
SELECT * FROM plan_check_rollup('r');
DROP TABLE f, r CASCADE;

-- Rights, roles and settings: functions run as the owner of the rollup, under a path of their own, whoever writes and
-- however often; what the owner may no longer call stops at the next statement.
CREATE ROLE live_owner;
CREATE ROLE live_friend;
CREATE ROLE live_writer;
GRANT live_friend TO live_owner;
GRANT CREATE ON SCHEMA public TO live_owner;
CREATE FUNCTION seen(float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS
$$ BEGIN RAISE NOTICE 'as %, path %', current_user, current_setting('search_path'); RETURN $1; END $$;
CREATE FUNCTION trusted(float8) RETURNS float8 LANGUAGE internal IMMUTABLE STRICT AS 'float8abs';
REVOKE EXECUTE ON FUNCTION trusted(float8) FROM public;
GRANT EXECUTE ON FUNCTION trusted(float8) TO live_friend;
CREATE TABLE f (at date, v float8);
ALTER TABLE f OWNER TO live_owner;
GRANT INSERT ON f TO live_writer;
SET ROLE live_owner;
SELECT plan_create_rollup('seen_rollup', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(seen(v))"}', 'year', mode => 'append');
SELECT plan_create_rollup('trusted_rollup', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(trusted(v))"}', 'year', mode => 'append');
SET ROLE live_writer;
SET search_path = public, pg_catalog;
INSERT INTO f VALUES ('2024-01-01', 1);
INSERT INTO f VALUES ('2024-01-01', -2);
SELECT current_user, current_setting('search_path');
RESET search_path;
RESET ROLE;
REVOKE live_friend FROM live_owner;
INSERT INTO f VALUES ('2024-01-01', 1);
GRANT live_friend TO live_owner;
INSERT INTO f VALUES ('2024-01-01', 1);
REVOKE EXECUTE ON FUNCTION trusted(float8) FROM live_friend;
INSERT INTO f VALUES ('2024-01-01', 1);
GRANT EXECUTE ON FUNCTION trusted(float8) TO live_owner;
-- Other code under the same name.
CREATE OR REPLACE FUNCTION seen(float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 10';
SET ROLE live_writer;
INSERT INTO f VALUES ('2023-01-01', 3);
RESET ROLE;
SELECT period, s FROM seen_rollup WHERE period = '2023';
SET ROLE live_owner;
SELECT * FROM plan_check_rollup('trusted_rollup');
REVOKE INSERT ON trusted_rollup_deltas FROM live_owner;
RESET ROLE;
INSERT INTO f VALUES ('2023-01-01', 4);
SET ROLE live_owner;
GRANT INSERT ON trusted_rollup_deltas TO live_owner;
RESET ROLE;
-- The owner of it all changes.
ALTER TABLE trusted_rollup OWNER TO CURRENT_USER;
ALTER TABLE trusted_rollup_deltas OWNER TO CURRENT_USER;
ALTER VIEW trusted_rollup_recomputed OWNER TO CURRENT_USER;
REVOKE EXECUTE ON FUNCTION trusted(float8) FROM live_owner;
INSERT INTO f VALUES ('2023-01-01', 5);
SELECT period, plan_rollup(s) FROM trusted_rollup GROUP BY 1 ORDER BY 1;
SELECT * FROM plan_check_rollup('trusted_rollup');
DROP TABLE f, seen_rollup, trusted_rollup CASCADE;
DROP FUNCTION seen, trusted;

-- Keys of types whose comparison or output is code of their users.
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN short AS text CHECK (length(VALUE) < 4);
CREATE TABLE f (at date, p pair, s short, list int[]);
SELECT plan_create_rollup('r', 'f', '{p,s,list,"(p).b AS of_pair","s::text::short AS again"}', 'at', '{"n": "count(*)"}', 'year', mode => 'append');
INSERT INTO f VALUES ('2024-01-01', (1, 'a'), 'abc', '{1,2}'), ('2024-01-01', (1, 'a'), 'abc', '{1,2}'), ('2024-01-01', NULL, NULL, NULL);
INSERT INTO f VALUES ('2024-01-01', (1, 'a'), 'abc', '{1,2}');
UPDATE f SET list = list || 3 WHERE s = 'abc';
SELECT * FROM plan_check_rollup('r');
SELECT p, s, list, of_pair, again, sum(n) FROM r GROUP BY p, s, list, of_pair, again HAVING sum(n) > 0 ORDER BY 1;
DROP TABLE f, r CASCADE;
DROP TYPE pair;
DROP DOMAIN short;

-- Functions in SQL that are not made part of the query, and that keep something from one call to the next.
CREATE TABLE f (at date, v float8, code text);
CREATE FUNCTION twice(float8) RETURNS float8 LANGUAGE sql IMMUTABLE SET enable_sort = off AS 'SELECT $1 * 2';
CREATE FUNCTION first_of(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN (regexp_split_to_array($1, '-'))[1]; END $$;
SELECT plan_create_rollup('r', 'f', '{"first_of(code) AS first"}', 'at', '{"s": "plan_fixedsum_agg(twice(v))"}', 'year', mode => 'append');
INSERT INTO f VALUES ('2024-01-01', 1, 'a-b'), ('2024-01-01', 2, 'a-c'), ('2024-01-01', 3, 'b');
BEGIN;
INSERT INTO f VALUES ('2024-01-01', 4, 'a-b');
SAVEPOINT one;
INSERT INTO f VALUES ('2024-01-01', 5, 'a-d');
RELEASE one;
ROLLBACK;
INSERT INTO f VALUES ('2024-01-01', 6, 'a-d');
UPDATE f SET v = 7 WHERE code = 'a-c';
UPDATE f SET v = 8 WHERE code = 'a-c';
SELECT * FROM plan_check_rollup('r');
SELECT first, plan_rollup(s) FROM r GROUP BY 1 ORDER BY 1;
DROP TABLE f, r CASCADE;
DROP FUNCTION twice, first_of;

-- A statement within one of the same trigger, by a function that is not what it says.
CREATE TABLE f (at date, v float8);
CREATE FUNCTION echo(float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
SELECT plan_create_rollup('r', 'f', '{}', 'at', '{"s": "plan_fixedsum_agg(echo(v))"}', 'year', mode => 'append');
CREATE FUNCTION write_again(float8) RETURNS void LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.f VALUES ('2024-01-01', $1 - 1); END $$;
CREATE OR REPLACE FUNCTION echo(float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN IF $1 > 5 THEN PERFORM public.write_again($1); END IF; RETURN $1; END $$;
INSERT INTO f VALUES ('2024-01-01', 1);
INSERT INTO f VALUES ('2024-01-01', 8);
CREATE OR REPLACE FUNCTION echo(float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1; END';
SELECT * FROM plan_check_rollup('r');
SELECT plan_rollup(s) FROM r;
DROP TABLE f, r CASCADE;
DROP FUNCTION echo, write_again;
REVOKE CREATE ON SCHEMA public FROM live_owner;
DROP ROLE live_owner, live_friend, live_writer;
