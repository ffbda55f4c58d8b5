-- What a file brings that the tables of a workspace do not take: a wrong row each, with its reason, and nothing half-loaded.

SET datestyle = 'ISO, YMD';
CALL plan_create_workspace('province', sample => true);

-- A rank without the number of places, beyond the number that is there.
CREATE TEMP TABLE ranks (ranking text, period text, rank text, total text);
INSERT INTO ranks VALUES ('DTI', '2019', '11', '63'), ('SIPAS', '2019', '12', '63');
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2020-04-30');
UPDATE ranks SET rank = '64', total = NULL WHERE ranking = 'DTI';
UPDATE ranks SET rank = '13', total = NULL WHERE ranking = 'SIPAS';
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2020-04-30', replace => true, check_only => true);
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2020-04-30', replace => true);
SELECT ranking, rank, total FROM province.standing WHERE known_on = '2020-04-30' ORDER BY ranking;
UPDATE ranks SET total = '70';
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2020-04-30', replace => true);
SELECT ranking, rank, total FROM province.standing WHERE known_on = '2020-04-30' ORDER BY ranking;

-- Constraints and triggers that the owner has added.
ALTER TABLE province.actual ADD CONSTRAINT "no figure is 13" CHECK (value <> 13), ADD CONSTRAINT "sources of a year differ" EXCLUDE (source WITH =, period WITH =) WHERE (known_on = '2016-01-31');
CREATE FUNCTION province.refuse_77() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.value = 77 THEN RAISE EXCEPTION 'nobody believes %', NEW.value; ELSIF NEW.value = 78 THEN RETURN NULL; END IF; RETURN NEW; END $$;
CREATE TRIGGER refuse_77 BEFORE INSERT OR UPDATE ON province.actual FOR EACH ROW EXECUTE FUNCTION province.refuse_77();
CREATE TEMP TABLE facts (indicator text, "2014" text, "2015" text, source text);
INSERT INTO facts SELECT code, 100 + id, 200 + id, 'report ' || id FROM province.indicator WHERE code IN ('GRDP', 'IPV', 'EXPORT', 'BUDGET', 'FARM', 'RETAIL', 'FDI') ORDER BY id;
UPDATE facts SET "2015" = '13' WHERE indicator = 'IPV';
UPDATE facts SET "2014" = '77' WHERE indicator = 'EXPORT';
UPDATE facts SET "2014" = '78' WHERE indicator = 'FDI';
UPDATE facts SET source = 'report of all' WHERE indicator IN ('FARM', 'RETAIL');
SELECT * FROM plan_load_actuals('province', 'facts', place => 'TN', known_on => '2016-01-31', strict => true);
SELECT count(*) FROM province.actual WHERE known_on = '2016-01-31';
SELECT * FROM plan_load_actuals('province', 'facts', place => 'TN', known_on => '2016-01-31');
SELECT indicator, period, value, source FROM province.actual WHERE known_on = '2016-01-31' ORDER BY indicator, period;
-- The same when figures change.
UPDATE facts SET "2014" = '13' WHERE indicator = 'GRDP';
UPDATE facts SET "2014" = '1' WHERE indicator = 'BUDGET';
SELECT * FROM plan_load_actuals('province', 'facts', place => 'TN', known_on => '2016-01-31', replace => true);
SELECT indicator, period, value FROM province.actual WHERE known_on = '2016-01-31' AND indicator IN ('GRDP', 'BUDGET') ORDER BY indicator, period;
-- What no row is to blame for is an error, and nothing is loaded.
CREATE FUNCTION province.refuse_many() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT count(*) FROM new_rows) > 2 THEN RAISE EXCEPTION 'too many rows'; END IF; RETURN NULL; END $$;
CREATE TRIGGER refuse_many AFTER INSERT ON province.actual REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_many();
SELECT * FROM plan_load_actuals('province', 'facts', place => 'PY', known_on => '2016-02-01');
SELECT count(*) FROM province.actual WHERE known_on = '2016-02-01';
DROP TRIGGER refuse_many ON province.actual;
CREATE FUNCTION province.be_slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$;
CREATE TRIGGER be_slow BEFORE INSERT ON province.actual FOR EACH ROW WHEN (NEW.place = 'PY') EXECUTE FUNCTION province.be_slow();
SET statement_timeout = '300ms';
SELECT * FROM plan_load_actuals('province', 'facts', place => 'PY', known_on => '2016-02-01');
RESET statement_timeout;

-- Policies are asked, whatever they look at; what goes wrong meanwhile is told.
CREATE ROLE plan_taken_reporter;
CALL plan_grant_workspace('province', 'plan_taken_reporter', 'reporter', places => '{TN,PY}');
GRANT SELECT ON facts TO plan_taken_reporter;
SET ROLE plan_taken_reporter;
SET statement_timeout = '300ms';
SELECT * FROM plan_load_actuals('province', 'facts', place => 'PY', known_on => '2016-02-01', check_only => true);
RESET statement_timeout;
BEGIN READ ONLY;
SELECT * FROM plan_load_actuals('province', 'facts', place => 'TN', known_on => '2016-02-02', check_only => true);
ROLLBACK;
RESET ROLE;
-- Without policies nothing needs to be written to check a file.
BEGIN READ ONLY;
SELECT * FROM plan_load_actuals('province', 'facts', place => 'TN', known_on => '2016-02-02', check_only => true) WHERE row_number IS NULL;
ROLLBACK;
DROP TRIGGER be_slow ON province.actual;
DROP TRIGGER refuse_77 ON province.actual;
DROP FUNCTION province.refuse_77, province.refuse_many, province.be_slow;
ALTER TABLE province.actual DROP CONSTRAINT "no figure is 13", DROP CONSTRAINT "sources of a year differ";
-- A policy of the owner that looks at the indicator, the period, the value or the row.
CREATE TEMP TABLE seen (indicator text, period text, value text);
INSERT INTO seen VALUES ('GRDP', '2013', '1'), ('IPV', '2013', '2'), ('GRDP', '2014', '3'), ('IPV', '2014', '400'), ('FARM', '2014', '5'), ('FARM', '2013', 'x');
GRANT SELECT ON seen TO plan_taken_reporter;
CREATE POLICY other ON province.actual AS RESTRICTIVE FOR INSERT TO plan_taken_reporter WITH CHECK (indicator <> 'IPV');
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'seen', place => 'TN', known_on => '2016-03-01', check_only => true);
RESET ROLE;
ALTER POLICY other ON province.actual WITH CHECK (first_day >= '2014-01-01');
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'seen', place => 'TN', known_on => '2016-03-01', check_only => true);
RESET ROLE;
ALTER POLICY other ON province.actual WITH CHECK (value < 100);
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'seen', place => 'TN', known_on => '2016-03-01', check_only => true);
RESET ROLE;
CREATE FUNCTION province.is_odd(r province.actual) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN r.value::int % 2 = 1;
ALTER POLICY other ON province.actual WITH CHECK (province.is_odd(actual) AND EXISTS (SELECT FROM province.indicator AS i WHERE i.code = actual.indicator AND i.code <> 'FARM'));
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'seen', place => 'TN', known_on => '2016-03-01');
RESET ROLE;
SELECT indicator, period, value FROM province.actual WHERE known_on = '2016-03-01' ORDER BY indicator, period;
DROP POLICY other ON province.actual;
DROP FUNCTION province.is_odd;
-- One that lets a reporter add figures, and see them, but change none.
CREATE POLICY other ON province.actual AS RESTRICTIVE FOR UPDATE TO plan_taken_reporter USING (indicator <> 'GRDP');
UPDATE seen SET value = '7' WHERE period = '2013' AND indicator IN ('GRDP', 'IPV');
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'seen', place => 'TN', known_on => '2016-03-01', replace => true);
RESET ROLE;
SELECT indicator, period, value FROM province.actual WHERE known_on = '2016-03-01' ORDER BY indicator, period;
-- Many scattered figures that are not taken: each is found, and no other, whoever refuses it and when.
CREATE TEMP TABLE many AS SELECT row_number() OVER () AS n, code AS indicator, y || '-' || to_char(m, 'FM00') AS period, (row_number() OVER ())::text AS value
FROM (SELECT code FROM province.indicator ORDER BY code LIMIT 10) AS i, generate_series(1970, 2011) AS y, generate_series(1, 12) AS m LIMIT 5000;
CREATE TEMP VIEW many_wrong AS SELECT count(*) FILTER (WHERE row_number IS NOT NULL) AS wrong, min(reason) FILTER (WHERE row_number IS NULL) AS summary, string_agg(DISTINCT (value::numeric::int % 100)::text, ',') FILTER (WHERE row_number IS NOT NULL) AS ends_with, min(regexp_replace(reason, '[0-9]+', 'N')) FILTER (WHERE row_number IS NOT NULL) AS reason
FROM plan_load_actuals('province', 'many', place => 'TN', known_on => '2016-04-01', ignore => '{n}', replace => true);
GRANT SELECT ON many, pg_temp.many_wrong TO plan_taken_reporter;
DROP POLICY other ON province.actual;
CREATE POLICY other ON province.actual AS RESTRICTIVE FOR INSERT TO plan_taken_reporter WITH CHECK (value::int % 100 <> 0);
BEGIN;
SET LOCAL ROLE plan_taken_reporter;
SELECT * FROM pg_temp.many_wrong;
RESET ROLE;
SELECT (SELECT count(*) FROM province.actual WHERE known_on = '2016-04-01') AS written, (SELECT count(*) FROM (SELECT indicator, period, value::float8 FROM many WHERE n % 100 <> 0 EXCEPT SELECT indicator, period, value FROM province.actual WHERE known_on = '2016-04-01') AS x) AS missing;
ROLLBACK;
DROP POLICY other ON province.actual;
CREATE FUNCTION province.refuse_50() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.value::int % 100 = 50 THEN RAISE EXCEPTION 'nobody believes %', NEW.value; END IF; RETURN NULL; END $$;
CREATE FUNCTION province.leave_out_25() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN NEW.value::int % 100 <> 25 THEN NEW END; END $$;
BEGIN;
ALTER TABLE province.actual ADD CONSTRAINT "no figure ends with 00" CHECK (value::int % 100 <> 0) NOT VALID;
SELECT * FROM pg_temp.many_wrong;
CREATE TRIGGER refuse_50 AFTER INSERT OR UPDATE ON province.actual FOR EACH ROW EXECUTE FUNCTION province.refuse_50();
CREATE TRIGGER leave_out_25 BEFORE INSERT OR UPDATE ON province.actual FOR EACH ROW EXECUTE FUNCTION province.leave_out_25();
DELETE FROM province.actual WHERE known_on = '2016-04-01' AND value > 2500;
UPDATE many SET value = n + 1 WHERE n <= 2500;
SELECT * FROM pg_temp.many_wrong;
SELECT count(*), count(*) FILTER (WHERE value::int % 100 IN (0, 25, 50)) AS refused, count(*) FILTER (WHERE value <= 2501) AS first FROM province.actual WHERE known_on = '2016-04-01';
ROLLBACK;
DROP FUNCTION province.refuse_50, province.leave_out_25;
-- Where a policy hides the figures that would change.
BEGIN;
SELECT * FROM pg_temp.many_wrong;
UPDATE many SET value = n + 0.25;
CREATE POLICY other ON province.actual AS RESTRICTIVE FOR UPDATE TO plan_taken_reporter USING (value::int % 100 <> 0);
SET LOCAL ROLE plan_taken_reporter;
SELECT * FROM pg_temp.many_wrong;
RESET ROLE;
SELECT count(*) FILTER (WHERE value::numeric % 1 = 0) AS old, count(*) FILTER (WHERE value::numeric % 1 <> 0) AS new FROM province.actual WHERE known_on = '2016-04-01';
ROLLBACK;
DROP VIEW pg_temp.many_wrong;
-- One that lets a reporter change its own figures alone, or those whose period was written in some way.
CREATE ROLE plan_taken_other;
CALL plan_grant_workspace('province', 'plan_taken_other', 'reporter', places => '{TN,BK}');
CALL plan_grant_workspace('province', 'plan_taken_reporter', 'reporter', places => '{TN,BK}');
CREATE TEMP TABLE own (indicator text, place text, period text, value text);
INSERT INTO own VALUES ('GRDP', 'TN', '2012', '1'), ('GRDP', 'BK', '2012', '2');
GRANT SELECT ON own TO plan_taken_other, plan_taken_reporter;
SET ROLE plan_taken_other;
INSERT INTO province.actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2012', 5, '2016-05-01');
SET ROLE plan_taken_reporter;
INSERT INTO province.actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'BK', 'năm 2012', 6, '2016-05-01');
RESET ROLE;
CREATE POLICY own ON province.actual AS RESTRICTIVE FOR UPDATE USING (recorded_by = current_user);
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-01', replace => true);
RESET ROLE;
ALTER POLICY own ON province.actual USING (period = 'năm 2012');
UPDATE own SET value = '3';
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-01', replace => true);
RESET ROLE;
SELECT place, period, value, recorded_by FROM province.actual WHERE known_on = '2016-05-01' ORDER BY place;
DROP POLICY own ON province.actual;
-- A change that a trigger leaves out is not one that the caller has no right to.
CREATE FUNCTION province.leave_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN NEW.value <> 4 THEN NEW END; END $$;
CREATE TRIGGER leave_out BEFORE INSERT OR UPDATE ON province.actual FOR EACH ROW EXECUTE FUNCTION province.leave_out();
UPDATE own SET value = '4';
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-01', replace => true);
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-02');
CALL plan_grant_workspace('province', 'plan_taken_reporter', 'reporter', places => '{BK,PY}');
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-01', replace => true);
RESET ROLE;
CALL plan_grant_workspace('province', 'plan_taken_reporter', 'reporter', places => '{BK,TN}');
CREATE POLICY own ON province.actual AS RESTRICTIVE FOR UPDATE USING (place <> 'TN');
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-01', replace => true);
RESET ROLE;
DROP POLICY own ON province.actual;
DROP TRIGGER leave_out ON province.actual;
DROP FUNCTION province.leave_out;
-- Rights on the columns that are written are enough, and without one of them the statement says what is missing.
CALL plan_grant_workspace('province', 'plan_taken_reporter', 'reporter', places => '{BK}');
REVOKE INSERT, UPDATE ON province.actual FROM plan_taken_reporter;
GRANT INSERT (indicator, place, period, value, bound, vintage, known_on, source, note), UPDATE (value, bound, vintage, source, note) ON province.actual TO plan_taken_reporter;
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-03');
RESET ROLE;
UPDATE own SET value = '5';
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-03', replace => true);
RESET ROLE;
REVOKE INSERT (note) ON province.actual FROM plan_taken_reporter;
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-04');
RESET ROLE;
-- Who may not read the language of the workspace loads with a comma that is decimal.
UPDATE province.setting SET language = 'en';
REVOKE SELECT ON province.setting FROM plan_taken_reporter;
GRANT INSERT (note) ON province.actual TO plan_taken_reporter;
UPDATE own SET value = '1,250' WHERE place = 'BK';
SET ROLE plan_taken_reporter;
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-05', check_only => true);
SELECT * FROM plan_load_actuals('province', 'own', known_on => '2016-05-05', decimal_mark => '.');
RESET ROLE;
UPDATE province.setting SET language = 'vi';
CALL plan_revoke_workspace('province', 'plan_taken_other');
DROP OWNED BY plan_taken_other;
DROP ROLE plan_taken_other;
DROP TABLE own;
CALL plan_revoke_workspace('province', 'plan_taken_reporter');
DROP OWNED BY plan_taken_reporter;
DROP ROLE plan_taken_reporter;
DROP TABLE ranks, facts, seen, many;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
RESET datestyle;
