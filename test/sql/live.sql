-- Live rollups: tables of states that triggers keep up to date.

CREATE SCHEMA sales;
CREATE TABLE sales.fact (unit_id int NOT NULL, indicator text, at date NOT NULL, actual float8, target float8);
INSERT INTO sales.fact VALUES
	(1, 'exports', '2024-01-15', 20, 10), (1, 'exports', '2024-02-15', 0, 10), (1, 'jobs', '2024-01-31', 7, 8),
	(2, 'exports', '2024-01-15', 30, 40), (2, NULL, '2024-03-01', 1, NULL);

-- What one writes, and what is there afterwards.
SELECT plan_create_rollup('sales.monthly', 'sales.fact', '{unit_id,indicator}', 'at',
	'{"card": "plan_scorecard_agg(actual, target, ''higher'')", "filled": "count(actual)", "sum": "plan_fixedsum_agg(actual)"}', 'month');
\d sales.monthly
\d sales.monthly_recomputed
\d sales.monthly_figures
SELECT unit_id, indicator, period, fact_rows, card, filled, sum FROM sales.monthly ORDER BY 1, 2, 3;

-- Facts are written; the rollup follows.
INSERT INTO sales.fact VALUES (1, 'exports', '2024-02-20', 5, 5), (3, 'jobs', '2024-04-30', 9, 8);
UPDATE sales.fact SET actual = 50, at = '2024-03-15' WHERE unit_id = 2 AND indicator = 'exports';
DELETE FROM sales.fact WHERE indicator IS NULL;
SELECT unit_id, indicator, period, fact_rows, card, filled, sum FROM sales.monthly ORDER BY 1, 2, 3;
SELECT * FROM plan_check_rollup('sales.monthly');

-- A dashboard reads plain columns, by any grain.
SELECT unit_id, indicator, period, card_score, card_coverage, card_attainment, filled, sum_value
FROM sales.monthly_figures WHERE grain = 'year' ORDER BY 1, 2;

-- Up the tree and the calendar by hand, from the states.
SELECT plan_parent(period, 'quarter') AS quarter, plan_score(plan_rollup(card)) AS score FROM sales.monthly GROUP BY 1 ORDER BY 1;

-- A statement that changes nothing of a rollup does not touch it.
CREATE TEMP TABLE places AS SELECT ctid AS place, unit_id FROM sales.monthly;
UPDATE sales.fact SET target = target;
UPDATE sales.fact SET actual = actual + 0 WHERE unit_id = 1;
SELECT count(*) AS moved FROM places WHERE NOT EXISTS (SELECT FROM sales.monthly AS m WHERE m.ctid = place);

-- Everything follows renames.
ALTER TABLE sales.fact RENAME actual TO "Achieved ""so far""";
ALTER TABLE sales.fact RENAME TO "Fact's";
ALTER TABLE sales.monthly RENAME card TO "Card";
ALTER TABLE sales.monthly RENAME TO months;
ALTER SCHEMA sales RENAME TO "Sales";
SET search_path = '';
INSERT INTO "Sales"."Fact's" VALUES (1, 'exports', '2024-02-21', 1, 2);
DELETE FROM "Sales"."Fact's" WHERE unit_id = 3;
SET search_path = public;
SELECT * FROM plan_check_rollup('"Sales".months');
SELECT unit_id, indicator, period, "Card" FROM "Sales".months ORDER BY 1, 2, 3;
SELECT rollup, source, mode, deltas, untracked FROM plan_rollups();
-- How many groups there are is known from the first ANALYZE on.
CREATE TABLE few (at date, v float8);
SELECT plan_create_rollup('few_rollup', 'few', '{}', 'at', '{"n": "count(v)"}', 'year');
INSERT INTO few VALUES ('2024-01-01', 1), ('2023-01-01', 1);
SELECT groups FROM plan_rollups() WHERE rollup = 'few_rollup'::regclass;
ANALYZE few_rollup;
SELECT groups FROM plan_rollups() WHERE rollup = 'few_rollup'::regclass;
DROP TABLE few, few_rollup CASCADE;

-- A column that is used stays; its type too.
\set VERBOSITY terse
ALTER TABLE "Sales"."Fact's" DROP COLUMN target;
ALTER TABLE "Sales"."Fact's" ALTER COLUMN target TYPE numeric;
DROP TABLE "Sales".months;
\set VERBOSITY default
ALTER TABLE "Sales"."Fact's" ADD COLUMN note text;

-- What has gone out of step is found, said, and put right.
ALTER TABLE "Sales"."Fact's" DISABLE TRIGGER USER;
DELETE FROM "Sales"."Fact's" WHERE at = '2024-02-21';
INSERT INTO "Sales"."Fact's" VALUES (7, 'late', '2024-05-01', 1, 2);
ALTER TABLE "Sales"."Fact's" ENABLE TRIGGER USER;
SELECT * FROM plan_check_rollup('"Sales".months');
DELETE FROM "Sales"."Fact's" WHERE unit_id = 7;
SELECT plan_refresh_rollup('"Sales".months');
SELECT * FROM plan_check_rollup('"Sales".months');
DELETE FROM "Sales"."Fact's" WHERE unit_id = 7;
TRUNCATE "Sales"."Fact's";
SELECT count(*) FROM "Sales".months;

SELECT plan_drop_rollup('"Sales".months');
SELECT count(*) FROM pg_class WHERE relnamespace = '"Sales"'::regnamespace AND relname ~ '^month';
SELECT count(*) FROM pg_trigger WHERE tgrelid = '"Sales"."Fact''s"'::regclass;

-- Measures without an inverse are recomputed where rows are taken away.
CREATE TABLE stocks (account text NOT NULL, at date NOT NULL, value float8);
INSERT INTO stocks VALUES ('a', '2024-01-31', 5), ('a', '2024-01-20', 8), ('b', '2024-01-31', 2);
SELECT plan_create_rollup('stock_rollup', 'stocks', '{account}', 'at',
	'{"last": "plan_period_value_agg(''stock'', at, value)", "peak": "plan_period_value_agg(''peak'', at, value)"}', 'quarter');
DELETE FROM stocks WHERE at = '2024-01-31' AND account = 'a';
UPDATE stocks SET value = 9, at = '2024-02-01' WHERE account = 'b';
SELECT * FROM stock_rollup ORDER BY account;
SELECT * FROM plan_check_rollup('stock_rollup');
UPDATE stocks SET value = NULL;
SELECT * FROM stock_rollup ORDER BY account;
DELETE FROM stocks;
SELECT * FROM stock_rollup;
DROP TABLE stocks CASCADE;

-- Partitions: writes to the whole and to each part; those that come later are named.
CREATE TABLE parts (id int, at date NOT NULL, value float8) PARTITION BY RANGE (at);
CREATE TABLE parts_2023 PARTITION OF parts FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE parts_2024 (value float8, gone int, at date NOT NULL, id int);
ALTER TABLE parts_2024 DROP COLUMN gone;
ALTER TABLE parts ATTACH PARTITION parts_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
SELECT plan_create_rollup('part_rollup', 'parts', '{}', 'at', '{"sum": "plan_fixedsum_agg(value)"}', 'year');
INSERT INTO parts VALUES (1, '2023-05-05', 1.5), (2, '2024-05-05', 2.5);
INSERT INTO parts_2024 (id, at, value) VALUES (3, '2024-06-06', 10);
UPDATE parts SET at = at + 366 WHERE id = 1;
CREATE TABLE parts_2025 PARTITION OF parts FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO parts VALUES (4, '2025-01-01', 100);
SELECT untracked FROM plan_rollups() WHERE rollup = 'part_rollup'::regclass;
SELECT * FROM part_rollup ORDER BY 1;
SELECT * FROM plan_check_rollup('part_rollup');
SELECT plan_refresh_rollup('part_rollup');
SELECT untracked FROM plan_rollups() WHERE rollup = 'part_rollup'::regclass;
INSERT INTO parts_2025 VALUES (5, '2025-01-02', 1000);
ALTER TABLE parts DETACH PARTITION parts_2024;
INSERT INTO parts_2024 (id, at, value) VALUES (3, '2024-06-06', 10);
SELECT plan_refresh_rollup('part_rollup');
TRUNCATE parts_2025;
SELECT * FROM part_rollup ORDER BY 1;
SELECT * FROM plan_check_rollup('part_rollup');

-- Rights: who may write facts sees nothing of the rollup, and needs no right on it.
CREATE ROLE live_writer;
CREATE ROLE live_reader;
GRANT INSERT, UPDATE, DELETE, SELECT ON parts TO live_writer;
SET ROLE live_writer;
INSERT INTO parts VALUES (6, '2023-05-05', 7);
SELECT * FROM part_rollup;
SELECT plan_refresh_rollup('part_rollup');
SELECT * FROM plan_check_rollup('part_rollup');
SELECT plan_drop_rollup('part_rollup');
SELECT plan_create_rollup('mine', 'parts', '{}', 'at', '{"n": "count(*)"}', 'year');
RESET ROLE;
SELECT * FROM plan_check_rollup('part_rollup');
-- Expressions run with the rights of the owner of the rollup, whoever writes.
CREATE FUNCTION who(float8) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RAISE NOTICE 'as %', current_user; RETURN $1; END $$;
GRANT CREATE ON SCHEMA public TO live_reader;
CREATE TABLE theirs (at date, value float8);
ALTER TABLE theirs OWNER TO live_reader;
SET ROLE live_reader;
SELECT plan_create_rollup('their_rollup', 'theirs', '{}', 'at', '{"sum": "plan_fixedsum_agg(who(value))"}', 'year');
RESET ROLE;
INSERT INTO theirs VALUES ('2023-05-05', 1);
SELECT count(*) FROM plan_check_rollup('their_rollup');
-- Row-level security may hide facts even from their owner.
ALTER TABLE theirs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
SET ROLE live_reader;
SELECT plan_create_rollup('mine', 'theirs', '{}', 'at', '{"n": "count(*)"}', 'year');
RESET ROLE;
DROP TABLE theirs CASCADE;
DROP FUNCTION who;
DROP TABLE parts CASCADE;
DROP OWNED BY live_writer, live_reader;
DROP ROLE live_writer, live_reader;

-- What cannot be kept up to date is refused, before anything is made.
CREATE TABLE facts (k int, at date, seen timestamptz, period plan_period, v float8, t float8);
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "v"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "sum(v)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "plan_fixedsum_agg(DISTINCT v)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "plan_fixedsum_agg(v) FROM facts AS f, facts AS g --"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)); DROP TABLE facts; --"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "plan_fixedsum_agg((SELECT v))"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "plan_fixedsum_agg(v * random())"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'seen', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"n": "count(*)", "v": "plan_fixedsum_agg(v) FILTER (WHERE at < CURRENT_DATE)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k, "to_char(seen, ''YY'') AS yy"}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{"k, v"}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{nothing}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{ctid}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)"}');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'fortnight');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '["count(*)"]', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '"count(*)"', 'month');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": null}', 'month');
SELECT plan_create_rollup('r', 'facts', NULL, 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k,NULL}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'facts', '{k,k}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('r', 'pg_views', '{viewname}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup(repeat('r', 60), 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('facts', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('twice', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month');
SELECT plan_create_rollup('twice', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'year', mode => 'append');
SELECT plan_create_rollup('TWICE', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'year', mode => 'append');
SELECT plan_drop_rollup('twice');
CREATE VIEW twice_figures AS SELECT 1 AS one;
SELECT plan_create_rollup('twice', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month');
DROP VIEW twice_figures;
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month');
ROLLBACK;
SELECT plan_drop_rollup('facts');
SELECT plan_check_rollup('facts');
SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname ~ '^r(_|$)';

-- A time with its zone stated, periods as they are, and no keys at all.
SELECT plan_create_rollup('r1', 'facts', '{k % 2 AS odd}', '(seen AT TIME ZONE ''Asia/Bangkok'')', '{"n": "count(v)"}', 'week');
SELECT plan_create_rollup('r2', 'facts', '{}', 'period', '{"n": "count(v)"}');
SELECT plan_create_rollup('r3', 'facts', '{}', 'period', '{"n": "count(v)"}', 'year');
INSERT INTO facts VALUES (1, '2024-01-01', '2024-01-07 20:00+00', '2024-Q1', 1, 1), (2, NULL, NULL, NULL, NULL, 1), (3, '2024-01-01', '2024-01-07 10:00+00', '2024-W40', 1, 1);
SELECT * FROM r1 ORDER BY odd, period;
SELECT * FROM r2 ORDER BY period;
SELECT * FROM r3 ORDER BY period;

-- Weeks cross the ends of months and years, and other periods anything: figures are those of the periods themselves.
INSERT INTO facts VALUES (1, NULL, '2024-12-31 10:00+00', NULL, 5, 1), (1, NULL, '2024-12-28 10:00+00', NULL, 5, 1);
SELECT odd, period, grain, fact_rows, n FROM r1_figures ORDER BY odd, first_day NULLS FIRST;
SELECT period, grain, n FROM r2_figures ORDER BY 1;
-- A value that two accounts have on one day is not shown, and keeps no other from being read.
CREATE TABLE twins (unit int, at date, v float8);
SELECT plan_create_rollup('twin_rollup', 'twins', '{unit}', 'at', '{"last": "plan_period_value_agg(''stock'', at, v)"}', 'month');
INSERT INTO twins VALUES (1, '2024-03-31', 5), (1, '2024-03-31', 7), (2, '2024-03-31', 8);
SELECT unit, period, last_value, last_ambiguous FROM twin_rollup_figures WHERE grain = 'quarter' ORDER BY 1;
DROP TABLE twins CASCADE;

-- Table and view have one owner, whose rights are used.
CREATE ROLE live_other;
ALTER TABLE r2 OWNER TO live_other;
INSERT INTO facts VALUES (1);
ALTER TABLE r2 OWNER TO CURRENT_USER;
DROP ROLE live_other;

-- Years of the house: periods and figures are cut by a calendar.
SELECT plan_create_rollup('fiscal', 'facts', '{k}', 'at', '{"n": "count(v)"}', 'quarter', 'year from October');
SELECT plan_create_rollup('retail', 'facts', '{}', 'at', '{"n": "count(v)"}', 'week', calendar => '4-5-4 weeks to the Saturday nearest 31 January; named by start');
SELECT plan_create_rollup('tax', 'facts', '{}', 'period', '{"n": "count(v)"}', 'year', 'year from 6 April');
INSERT INTO facts VALUES (7, '2024-09-30', NULL, '2024-03', 1), (7, '2024-10-01', NULL, '2024-05', 1);
SELECT period, fiscal_name, grain, n FROM fiscal_figures WHERE k = 7 ORDER BY first_day, last_day DESC;
SELECT period, fiscal_name, grain, n FROM retail_figures WHERE first_day > '2024-08-01' ORDER BY first_day, last_day DESC;
SELECT period, fiscal_name, n FROM tax_figures WHERE first_day IS NOT NULL ORDER BY first_day;
SELECT substring(pg_get_viewdef('fiscal_recomputed') FROM '''quarter''.*AS period');
SELECT count(*) FROM plan_check_rollup('fiscal');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month', 'year from nowhere');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month', NULL);
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month', mode => 'eager');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"v": "count(*)"}', 'month', mode => NULL);

-- Moments of some measures cannot be subtracted: they are recomputed.  Rankings cannot be merged.
SELECT plan_create_rollup('spread', 'facts', '{k}', 'at', '{"ratio": "plan_moments_agg(''max_min_ratio'', v)"}', 'year');
INSERT INTO facts VALUES (8, '2024-01-01', NULL, NULL, 1), (8, '2024-01-02', NULL, NULL, 4), (8, '2024-01-03', NULL, NULL, 8);
DELETE FROM facts WHERE k = 8 AND v = 8;
SELECT period, ratio_value FROM spread_figures WHERE k = 8;
SELECT count(*) FROM plan_check_rollup('spread');
SELECT plan_create_rollup('r', 'facts', '{k}', 'at', '{"rank": "plan_ranking_agg(k, plan_month(at), v)"}', 'month');

-- A trigger function of ours does nothing without a rollup.
CREATE TRIGGER alone AFTER INSERT ON facts FOR EACH STATEMENT EXECUTE FUNCTION _plan_rollup_changed();
INSERT INTO facts VALUES (1);
DROP TRIGGER alone ON facts;
CREATE TRIGGER stranger AFTER INSERT ON facts FOR EACH STATEMENT WHEN ('facts'::regclass <> 'r1'::regclass) EXECUTE FUNCTION _plan_rollup_changed();
INSERT INTO facts VALUES (1);
DROP TABLE facts, r1, r2, r3, fiscal, retail, tax, spread CASCADE;
DROP SCHEMA "Sales" CASCADE;

-- Many writers: they append what they add and take away, readers merge, and now and then it is compacted.
CREATE TABLE visits (clinic int, at date NOT NULL, actual float8, target float8) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
INSERT INTO visits VALUES (1, '2024-01-15', 20, 10), (2, '2024-01-15', 30, 40);
SELECT plan_create_rollup('seen', 'visits', '{clinic}', 'at',
	'{"card": "plan_scorecard_agg(actual, target, ''higher'')", "filled": "count(actual)", "sum": "plan_fixedsum_agg(actual)"}', 'month', mode => 'append');
\d seen
SELECT attname, atttypid::regtype, attnotnull FROM pg_attribute WHERE attrelid = 'seen_deltas'::regclass AND attnum > 0 ORDER BY attnum;
SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = 'seen_deltas'::regclass;
INSERT INTO visits VALUES (1, '2024-01-20', 5, 10), (1, '2024-01-21', 6, 10), (3, '2025-02-01', 1, 1);
UPDATE visits SET actual = 8 WHERE actual = 6;
DELETE FROM visits WHERE clinic = 2;
-- One row of each group for each statement that has changed it; none for one that changes nothing.
UPDATE visits SET actual = actual + 0;
SELECT tableoid::regclass, clinic, period, fact_rows, card, filled, sum FROM seen ORDER BY 2, 3, 1, 4, sum;
-- The figures are those of all, and groups without rows are gone.
SELECT clinic, period, grain, fact_rows, card_score, filled, sum_value FROM seen_figures ORDER BY clinic, first_day, last_day DESC;
SELECT clinic, period, plan_rollup(card) AS card FROM seen GROUP BY 1, 2 HAVING sum(fact_rows) > 0 ORDER BY 1, 2;
SELECT * FROM plan_check_rollup('seen');
SELECT rollup, source, mode FROM plan_rollups() WHERE mode = 'append';
SELECT plan_compact_rollup('seen');
SELECT tableoid::regclass, clinic, period, fact_rows, card, filled, sum FROM seen ORDER BY 2, 3;
SELECT * FROM plan_check_rollup('seen');
SELECT plan_compact_rollup('seen');
-- What is rolled back is not appended.
BEGIN;
INSERT INTO visits VALUES (1, '2024-05-05', 1, 1);
SELECT plan_compact_rollup('seen');
SELECT count(*) FROM plan_check_rollup('seen');
ROLLBACK;
SELECT clinic, period FROM seen ORDER BY 1, 2;
-- TRUNCATE of a part and of all, COPY and MERGE.
COPY visits FROM stdin;
3	2025-02-02	4	1
3	2024-02-02	4	1
\.
MERGE INTO visits AS v USING (VALUES (3), (4)) AS s (clinic) ON v.clinic = s.clinic AND v.at < '2025-01-01'
	WHEN MATCHED THEN UPDATE SET actual = 9 WHEN NOT MATCHED THEN INSERT VALUES (s.clinic, '2025-03-03', 7, 7);
SELECT clinic, period, sum_value FROM seen_figures WHERE grain = 'month' ORDER BY 1, 2;
TRUNCATE visits_2025;
SELECT tableoid::regclass, clinic, period, fact_rows, sum FROM seen ORDER BY 2, 3;
SELECT * FROM plan_check_rollup('seen');
INSERT INTO visits VALUES (5, '2024-05-05', 1, 1);
-- Out of step: found, said at the compaction, put right.
ALTER TABLE visits DISABLE TRIGGER USER;
INSERT INTO visits VALUES (6, '2024-06-06', 6, 6), (6, '2024-06-07', 6, 6);
ALTER TABLE visits ENABLE TRIGGER USER;
DELETE FROM visits WHERE clinic = 6 AND actual = 6 AND at = '2024-06-06';
SELECT * FROM plan_check_rollup('seen');
SELECT clinic, period, fact_rows FROM seen_figures WHERE clinic >= 5 AND grain = 'month';
\set VERBOSITY terse
SELECT plan_compact_rollup('seen');
\set VERBOSITY default
SELECT plan_refresh_rollup('seen');
SELECT * FROM plan_check_rollup('seen');
SELECT tableoid::regclass, clinic, period, fact_rows, sum FROM seen ORDER BY 2, 3;
TRUNCATE visits;
SELECT count(*) FROM seen;
-- Who may select from the rollup reads the deltas; who writes needs no right on them.
CREATE ROLE live_writer;
CREATE ROLE live_reader;
GRANT INSERT ON visits TO live_writer;
GRANT SELECT ON seen, seen_figures TO live_reader;
SET ROLE live_writer;
INSERT INTO visits VALUES (1, '2024-07-07', 7, 7);
SELECT count(*) FROM seen;
SELECT plan_compact_rollup('seen');
SET ROLE live_reader;
SELECT clinic, period, sum FROM seen;
SELECT clinic, period, sum_value FROM seen_figures WHERE grain = 'year';
RESET ROLE;
ALTER TABLE seen_deltas OWNER TO live_reader;
INSERT INTO visits VALUES (1, '2024-07-07', 7, 7);
ALTER TABLE seen_deltas OWNER TO CURRENT_USER;
DROP OWNED BY live_writer, live_reader;
DROP ROLE live_writer, live_reader;
-- It follows renames, and stands and falls with the rollup.
CREATE SCHEMA live_other;
ALTER TABLE seen_deltas RENAME TO waiting;
ALTER TABLE waiting SET SCHEMA live_other;
ALTER TABLE seen RENAME filled TO "Filled";
INSERT INTO visits VALUES (1, '2024-07-07', 7, 7);
SELECT * FROM plan_check_rollup('seen');
SELECT plan_compact_rollup('live_other.waiting');
SELECT plan_compact_rollup('seen');
\set VERBOSITY terse
DROP TABLE live_other.waiting;
\set VERBOSITY default
SELECT plan_drop_rollup('seen');
SELECT to_regclass('seen'), to_regclass('live_other.waiting'), to_regclass('seen_figures');
DROP SCHEMA live_other;
-- In mode upsert there is nothing to compact.
SELECT plan_create_rollup('seen', 'visits', '{clinic}', 'at', '{"last": "plan_period_value_agg(''stock'', at, actual)"}', 'month');
SELECT plan_compact_rollup('seen');
-- What cannot be subtracted cannot be appended.
SELECT plan_create_rollup('seen2', 'visits', '{clinic}', 'at', '{"last": "plan_period_value_agg(''stock'', at, actual)"}', 'month', mode => 'append');
SELECT plan_create_rollup('seen2', 'visits', '{clinic}', 'at', '{"spread": "plan_moments_agg(''cv'', actual)"}', 'month', mode => 'append');
SELECT plan_compact_rollup('visits');
DROP TABLE visits, seen CASCADE;
DROP VIEW stock_rollup_figures, part_rollup_figures, twin_rollup_figures;
DROP TABLE stock_rollup, part_rollup, twin_rollup, parts_2024;
