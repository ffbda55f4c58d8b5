-- Readers, reporters of places, and planners.
\set SHOW_CONTEXT never
CREATE ROLE regress_tn_owner;
CREATE ROLE regress_tn_reader;
CREATE ROLE "regress tn ""reporter""";
CREATE ROLE regress_tn_planner;
CREATE ROLE regress_tn_alice;
GRANT "regress tn ""reporter""" TO regress_tn_alice;
SELECT format('GRANT CREATE ON DATABASE %I TO regress_tn_owner', current_database()) \gexec
SET ROLE regress_tn_owner;
CALL plan_create_workspace('province', sample => true);
SET search_path = province, public;
SET tnplan.known_on = '2023-06-29';
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('BUDGET', 'PY', '2023', '>= 900', '2022-12-31'), ('BUDGET', 'BK', '2023', '>= 800', '2022-12-31');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('BUDGET', 'PY', '2023-H1', 500, '2023-06-29'), ('BUDGET', 'BK', '2023-H1', 100, '2023-06-29');
INSERT INTO milestone (code, node, name, due, known_on) VALUES ('LAUNCH', 'CDS', 'Launch', '2023', '2020-12-31');
CALL plan_grant_workspace('province', 'regress_tn_reader', 'reader');
CALL plan_grant_workspace('province', '"regress tn ""reporter"""', 'reporter', '{PY}');
CALL plan_grant_workspace('province', 'regress_tn_planner', 'planner');
SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relnamespace = 'province'::regnamespace AND relrowsecurity ORDER BY relname;
-- Every table and view is read by readers, but for the log; views are the caller's.
SELECT relname FROM pg_class WHERE relnamespace = 'province'::regnamespace AND relkind IN ('r', 'v') AND NOT has_table_privilege('regress_tn_reader', oid, 'SELECT') ORDER BY relname;
SELECT relname FROM pg_class WHERE relnamespace = 'province'::regnamespace AND relkind IN ('r', 'v') AND has_table_privilege('regress_tn_reader', oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') ORDER BY relname;
SELECT relname FROM pg_class WHERE relnamespace = 'province'::regnamespace AND relkind = 'r' AND has_table_privilege('regress_tn_alice', oid, 'INSERT, UPDATE, DELETE') ORDER BY relname;
SELECT relname FROM pg_class WHERE relnamespace = 'province'::regnamespace AND relkind IN ('r', 'v') AND NOT has_table_privilege('regress_tn_planner', oid, 'INSERT, UPDATE, DELETE') AND relkind = 'r' ORDER BY relname;
SELECT relname FROM pg_class WHERE relnamespace = 'province'::regnamespace AND relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (reloptions), false) ORDER BY relname;
SELECT relname FROM pg_class WHERE relnamespace = 'province'::regnamespace AND CASE relkind WHEN 'S' THEN has_sequence_privilege('regress_tn_planner', oid, 'USAGE, SELECT, UPDATE') END;

-- What each of them sees: places by table and view.
CREATE FUNCTION province.places() RETURNS TABLE (relation text, places text) LANGUAGE plpgsql AS $$
BEGIN
	FOR relation IN SELECT c.relname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND attname = 'place' WHERE c.relnamespace = 'province'::regnamespace AND c.relkind IN ('r', 'v') ORDER BY c.relname COLLATE "C" LOOP
		EXECUTE format('SELECT string_agg(DISTINCT coalesce(place, ''none''), '' '' ORDER BY coalesce(place, ''none'')) FROM province.%I', relation) INTO places;
		RETURN NEXT;
	END LOOP;
END
$$;
SELECT plan_close_period('province', '2023', '2023-06-29', early => true) AS verdicts;
SELECT r.relation, r.places AS owner FROM places() AS r;
SET ROLE regress_tn_reader;
SELECT r.relation, r.places AS reader FROM places() AS r;
SET ROLE regress_tn_alice;
SELECT r.relation, r.places AS reporter FROM places() AS r;
SET ROLE regress_tn_planner;
SELECT r.relation, r.places AS planner FROM places() AS r;

-- Who reads some places alone has no rank among all of them, and a page that says whose it is.
SET ROLE regress_tn_owner;
CREATE FUNCTION province.page(language text, term text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT match[1] FROM regexp_matches(regexp_replace(regexp_replace(plan_report('province', term, language => language), '<style>.*?</style>', ''), '</?(b|i|small)\y[^>]*>', '', 'g'), '<(?:p|span)>([^<]*(?:may read|được xem|Score of|Điểm của|no targets|Không có mục tiêu|on track or better)[^<]*)<', 'g') AS match
$$;
SELECT 'owner' AS role, place, period, value, rank, total FROM place_rank WHERE indicator = 'BUDGET' AND period = '2023-H1' AND place IN ('PY', 'BK') ORDER BY place;
SELECT page('en', '2023') AS owner;
SET ROLE regress_tn_planner;
SELECT CURRENT_USER AS role, place, period, value, rank, total FROM place_rank WHERE indicator = 'BUDGET' AND period = '2023-H1' AND place IN ('PY', 'BK') ORDER BY place;
SET ROLE regress_tn_reader;
SELECT CURRENT_USER AS role, place, period, value, rank, total FROM place_rank WHERE indicator = 'BUDGET' AND period = '2023-H1' AND place IN ('PY', 'BK') ORDER BY place;
SELECT page('en', '2023') AS reader;
SET ROLE regress_tn_alice;
SELECT CURRENT_USER AS role, place, period, value, rank, total FROM place_rank WHERE indicator = 'BUDGET' AND period = '2023-H1' AND place IN ('PY', 'BK') ORDER BY place;
SELECT page(language, term) AS reporter FROM unnest('{en,vi}'::text[]) AS language, unnest('{2023,2023-Q1}'::text[]) AS term;
SET ROLE regress_tn_owner;
-- A right to all, of the role or by way of another one, makes it whole; what restricts it does not.
BEGIN;
RESET ROLE;
GRANT regress_tn_reader TO regress_tn_alice;
SET LOCAL ROLE regress_tn_alice;
SELECT place, rank, total FROM place_rank WHERE indicator = 'BUDGET' AND period = '2023-H1' AND place IN ('PY', 'BK') ORDER BY place;
SELECT page('en', '2023') AS both;
SET LOCAL ROLE regress_tn_owner;
CREATE POLICY a_part ON actual AS RESTRICTIVE FOR SELECT USING (place <> 'BK');
SET LOCAL ROLE regress_tn_alice;
SELECT place, rank, total FROM place_rank WHERE indicator = 'BUDGET' AND period = '2023-H1' AND place IN ('PY', 'BK') ORDER BY place;
ROLLBACK;
SET ROLE regress_tn_planner;

-- A reporter writes figures of the own place, and learns nothing of others.
SET ROLE regress_tn_alice;
SELECT CURRENT_USER;
INSERT INTO actual (indicator, place, period, value) VALUES ('BUDGET', 'PY', '2023-Q1', 200) RETURNING place, period, recorded_by;
UPDATE actual SET value = 210 WHERE period = '2023-Q1';
UPDATE actual SET value = 0 WHERE place = 'BK';
DELETE FROM actual WHERE place = 'TN';
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('BUDGET', 'BK', '2023-H1', 200, '2023-06-29');
INSERT INTO actual (indicator, place, period, value) VALUES ('BUDGET', 'TN', '2023-Q1', 200);
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('BUDGET', 'BK', '2023-H1', 200, '2023-06-29') ON CONFLICT (year, indicator, place, first_day, last_day, known_on) DO UPDATE SET value = excluded.value;
INSERT INTO actual (indicator, place, period, value) VALUES ('BUDGET', 'nowhere', '2023-Q1', 200);
UPDATE actual SET place = 'BK' WHERE period = '2023-Q1';
\copy actual (indicator, place, period, value) FROM /dev/null
DELETE FROM actual WHERE period = '2023-Q1';
INSERT INTO target (indicator, place, period, goal) VALUES ('BUDGET', 'PY', '2024', '>= 1');
UPDATE indicator SET weight = 2;
SELECT plan_close_period('province', '2022');
SELECT plan_reopen_period('province', '2022');
SELECT count(*) FROM change_log;
SELECT setval('actual_id_seq', 1);
SELECT count(*) FROM pg_stats WHERE schemaname = 'province' AND tablename IN ('target', 'actual', 'closed_verdict', 'official_verdict', 'milestone');
CALL plan_grant_workspace('province', 'regress_tn_alice', 'planner');
CALL plan_revoke_workspace('province', 'regress_tn_reader');
CALL plan_drop_workspace('province', force => true);
CALL plan_create_workspace('province');
SET ROLE regress_tn_reader;
INSERT INTO actual (indicator, place, period, value) VALUES ('BUDGET', 'PY', '2023-Q1', 200);
SELECT plan_close_period('province', '2022');

-- A planner plans and closes, but not by hand.
SET ROLE regress_tn_planner;
SELECT plan_reopen_period('province', '2023') AS verdicts;
UPDATE target SET goal = '>= 850' WHERE place = 'BK';
INSERT INTO node (code, parent, name) VALUES ('NEW', 'NQ', 'New');
DELETE FROM node WHERE code = 'NEW';
SELECT plan_close_period('province', '2023', '2023-06-29', early => true) AS verdicts;
SELECT closed_by FROM closing;
INSERT INTO closing (period, first_day, last_day, closed_on) VALUES ('2022', '2022-01-01', '2022-12-31', '2023-01-01');
DELETE FROM closing;
UPDATE closing SET note = '';
INSERT INTO closed_verdict SELECT * FROM closed_verdict;
DELETE FROM change_log;
UPDATE setting SET title = '';
UPDATE target SET goal = '>= 1' WHERE place = 'BK';

-- Policies name places by their ids, and the log and the star rows by theirs: nobody but the owner writes ids.
UPDATE place SET id = DEFAULT WHERE code = 'PY';
INSERT INTO place (id, code, name) OVERRIDING SYSTEM VALUE VALUES (1000, 'XX', 'x');
UPDATE ranking SET id = DEFAULT;
INSERT INTO place (code, name) VALUES ('XX', 'x');
UPDATE place SET name = 'y' WHERE code = 'XX';
DELETE FROM place WHERE code = 'XX';
INSERT INTO theme VALUES (2026, 'theme');
SET ROLE regress_tn_alice;
UPDATE actual SET id = DEFAULT;
INSERT INTO actual (id, indicator, place, period, value) OVERRIDING SYSTEM VALUE VALUES (1000, 'BUDGET', 'PY', '2023-Q1', 200);
RESET ROLE;
SELECT r.role, c.relname, p.privilege, string_agg(a.attname, ' ' ORDER BY a.attnum) AS not_these
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND attnum > 0 AND NOT attisdropped, (VALUES ('regress_tn_alice'), ('regress_tn_planner')) AS r (role), (VALUES ('INSERT'), ('UPDATE')) AS p (privilege)
WHERE c.relnamespace = 'province'::regnamespace AND c.relkind = 'r' AND c.relname <> 'closing' AND has_any_column_privilege(r.role, c.oid, p.privilege) AND NOT has_column_privilege(r.role, c.oid, attnum, p.privilege)
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
-- What a workspace has of an earlier version, or as a new column or view, follows when it is renewed; what the owner has taken does not come back.
SET ROLE regress_tn_owner;
GRANT INSERT, UPDATE ON place TO regress_tn_planner;
SET client_min_messages = warning;
ALTER TABLE standing DROP COLUMN last_day CASCADE;
RESET client_min_messages;
REVOKE UPDATE ON node FROM regress_tn_planner;
REVOKE SELECT ON pace FROM regress_tn_reader;
SELECT count(*) AS views_gone FROM (VALUES ('standing_change'), ('pace')) AS v (name) WHERE to_regclass('province.' || name) IS NULL;
CALL plan_create_workspace('province');
SELECT c.relname, has_column_privilege('regress_tn_planner', c.oid, 'id', 'INSERT') AS id, has_column_privilege('regress_tn_planner', c.oid, a.attname, 'INSERT') AS last_column, has_any_column_privilege('regress_tn_planner', c.oid, 'UPDATE') AS updates
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = c.relnatts WHERE c.oid IN ('province.place'::regclass, 'province.node'::regclass, 'province.standing'::regclass) ORDER BY 1;
SELECT has_table_privilege('regress_tn_reader', 'province.standing_change', 'SELECT') AS of_new_view, has_table_privilege('regress_tn_reader', 'province.pace', 'SELECT') AS of_taken_view;
GRANT SELECT ON pace TO regress_tn_reader;
-- What the owner has given on single columns, or to give on, stays as it is, whoever gets a right and when the workspace is renewed.
REVOKE UPDATE ON indicator FROM regress_tn_planner;
GRANT UPDATE (note) ON indicator TO regress_tn_planner;
GRANT UPDATE (note) ON place TO "regress tn ""reporter""";
GRANT INSERT (code, name) ON basis TO "regress tn ""reporter""" WITH GRANT OPTION;
GRANT UPDATE ON theme TO regress_tn_planner WITH GRANT OPTION;
GRANT UPDATE ON document TO regress_tn_planner WITH GRANT OPTION;
GRANT UPDATE ON standing TO regress_tn_planner;
GRANT UPDATE (source) ON standing TO regress_tn_planner WITH GRANT OPTION;
SET ROLE regress_tn_planner;
GRANT UPDATE ON province.document TO regress_tn_reader, "regress tn ""reporter""";
GRANT UPDATE (source) ON province.standing TO regress_tn_reader;
SET ROLE regress_tn_owner;
CREATE TEMPORARY VIEW given AS SELECT c.relname, a.attname, x.grantee, x.grantor, x.privilege_type, x.is_grantable
FROM pg_class AS c CROSS JOIN LATERAL (SELECT NULL::name, relacl UNION ALL SELECT attname, attacl FROM pg_attribute WHERE attrelid = c.oid) AS a (attname, acl) CROSS JOIN aclexplode(a.acl) AS x
WHERE c.relnamespace = 'province'::regnamespace;
CREATE TEMPORARY TABLE given_before AS TABLE given;
CALL plan_grant_workspace('province', 'regress_tn_alice', 'reporter', '{BK}');
CALL plan_revoke_workspace('province', 'regress_tn_alice');
(TABLE given EXCEPT TABLE given_before) UNION ALL (TABLE given_before EXCEPT TABLE given);
CALL plan_create_workspace('province');
(TABLE given EXCEPT TABLE given_before) UNION ALL (TABLE given_before EXCEPT TABLE given);
SELECT has_column_privilege('regress tn "reporter"', 'place', 'parent', 'UPDATE') AS reporter, has_column_privilege('regress_tn_planner', 'indicator', 'direction', 'UPDATE') AS planner;
-- What a role has passed on is taken from the others before its right is.
CALL plan_revoke_workspace('province', 'regress_tn_planner');
CALL plan_grant_workspace('province', 'regress_tn_planner', 'reader');
BEGIN;
REVOKE ALL ON province.document FROM regress_tn_planner CASCADE;
REVOKE ALL ON province.standing FROM regress_tn_planner CASCADE;
CALL plan_grant_workspace('province', 'regress_tn_planner', 'reader');
SELECT has_table_privilege('regress_tn_planner', 'document', 'SELECT') AS planner, has_table_privilege('regress_tn_reader', 'document', 'UPDATE') AS reader;
GRANT USAGE ON SCHEMA province TO "regress tn ""reporter""" WITH GRANT OPTION;
SET LOCAL ROLE "regress tn ""reporter""";
GRANT USAGE ON SCHEMA province TO regress_tn_planner;
SET LOCAL ROLE regress_tn_owner;
CALL plan_revoke_workspace('province', '"regress tn ""reporter"""');
ROLLBACK;
DROP VIEW given;
REVOKE INSERT, UPDATE ON place, basis, theme, document, standing FROM "regress tn ""reporter""", regress_tn_planner CASCADE;
CALL plan_grant_workspace('province', 'regress_tn_planner', 'planner');

-- Codes of places, names of roles and of schemas change, and rights stay.
SET ROLE regress_tn_owner;
UPDATE place SET code = 'PYC' WHERE code = 'PY';
RESET ROLE;
ALTER ROLE "regress tn ""reporter""" RENAME TO regress_tn_reporter;
ALTER SCHEMA province RENAME TO "Tỉnh";
SET search_path = "Tỉnh", public;
SET ROLE regress_tn_alice;
SELECT place, count(*) FROM performance GROUP BY place;
INSERT INTO actual (indicator, place, period, value) VALUES ('BUDGET', 'PYC', '2023-Q1', 200);
-- A right takes the place of the one before.
SET ROLE regress_tn_owner;
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reporter', 'reporter', '{BK,TN}');
SET ROLE regress_tn_alice;
SELECT place, count(*) FROM performance GROUP BY place ORDER BY place;
SET ROLE regress_tn_owner;
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reporter', 'reader');
SET ROLE regress_tn_alice;
SELECT place, count(*) FROM performance GROUP BY place ORDER BY place;
DELETE FROM actual;
-- Two rights by way of two roles add up.
SET ROLE regress_tn_owner;
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reporter', 'reporter', '{BK}');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_alice', 'reporter', '{PYC}');
SET ROLE regress_tn_alice;
SELECT place, count(*) FROM performance GROUP BY place ORDER BY place;

-- What makes no sense.
SET ROLE regress_tn_owner;
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'admin');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'owner');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'reporter');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'reporter', '{}');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'reporter', '{BK,XX}');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'reporter', '{BK,pyc}');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'reporter', '{BK,NULL}');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', 'reader', '{BK}');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_nobody', 'reader');
CALL plan_grant_workspace('"Tỉnh"', 'public', 'reader');
CALL plan_grant_workspace('"Tỉnh"', 'a.b', 'reader');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_owner', 'reader');
CALL plan_revoke_workspace('"Tỉnh"', 'regress_tn_owner');
CALL plan_grant_workspace('public', 'regress_tn_reader', 'reader');
CALL plan_grant_workspace(NULL, 'regress_tn_reader', 'reader');
CALL plan_grant_workspace('"Tỉnh"', NULL, 'reader');
CALL plan_grant_workspace('"Tỉnh"', 'regress_tn_reader', NULL);
CALL plan_revoke_workspace(NULL, NULL);
-- A revoked role has nothing, and can be dropped; DROP OWNED takes the rest.
CALL plan_revoke_workspace('"Tỉnh"', 'regress_tn_reader');
CALL plan_revoke_workspace('"Tỉnh"', 'regress_tn_reader');
CALL plan_revoke_workspace('"Tỉnh"', 'regress_tn_planner');
CALL plan_revoke_workspace('"Tỉnh"', 'regress_tn_alice');
RESET ROLE;
DROP ROLE regress_tn_reader, regress_tn_planner, regress_tn_alice;
\set VERBOSITY terse
DROP ROLE regress_tn_reporter;
DROP OWNED BY regress_tn_reporter;
DROP ROLE regress_tn_reporter;
SELECT count(*) FROM pg_policies WHERE schemaname = 'Tỉnh';
RESET search_path;
RESET tnplan.known_on;
-- A superuser acts on the workspace as its owner.
\set VERBOSITY default
CALL plan_drop_workspace('"Tỉnh"', force => true);
DROP FUNCTION "Tỉnh".places(), "Tỉnh".page;
CALL plan_drop_workspace('"Tỉnh"', force => true);
DROP OWNED BY regress_tn_owner;
DROP ROLE regress_tn_owner;
