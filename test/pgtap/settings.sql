-- What is IMMUTABLE gives the same bytes whatever the session has set: an index on it would
-- answer wrongly otherwise.  Every function, aggregate and type of the extension is called with
-- values of the types that it takes, under usual settings and under odd ones.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
BEGIN;
CREATE EXTENSION IF NOT EXISTS tnplan;
\i test/lib/calls.sql
CREATE SCHEMA settings;

-- As far from the usual as settings go.  Not every locale is on every machine.
CREATE TABLE settings.choices (name text, usual text, odd text);
INSERT INTO settings.choices VALUES
	('extra_float_digits', '1', '-15'), ('DateStyle', 'ISO, MDY', 'SQL, DMY'), ('IntervalStyle', 'postgres', 'sql_standard'), ('TimeZone', 'UTC', 'Pacific/Apia'),
	('bytea_output', 'hex', 'escape'), ('xmlbinary', 'base64', 'hex'), ('search_path', 'public', ''), ('quote_all_identifiers', 'off', 'on'), ('array_nulls', 'on', 'off'),
	('standard_conforming_strings', 'on', 'off'), ('escape_string_warning', 'on', 'off'), ('transform_null_equals', 'off', 'on'), ('default_text_search_config', 'simple', 'english');
-- From 19 on strings are standard.
DELETE FROM settings.choices WHERE current_setting('server_version_num')::int >= 190000 AND name IN ('standard_conforming_strings', 'escape_string_warning');
DO $$
DECLARE
	setting text;
	locale text;
BEGIN
	FOREACH setting IN ARRAY ARRAY['lc_numeric', 'lc_time', 'lc_monetary', 'lc_messages'] LOOP
		FOREACH locale IN ARRAY ARRAY['de_DE.utf8', 'vi_VN.utf8', 'C.utf8', 'POSIX'] LOOP
			BEGIN
				PERFORM set_config(setting, locale, true);
				INSERT INTO settings.choices VALUES (setting, 'C', locale);
				EXIT;
			EXCEPTION WHEN invalid_parameter_value THEN
				CONTINUE;
			END;
		END LOOP;
	END LOOP;
END
$$;

CREATE FUNCTION settings.set_odd(is_odd boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config(name, CASE WHEN is_odd THEN odd ELSE usual END, true) FROM settings.choices;
END
$$;

-- Whether a query gives the same bytes under odd settings as under the usual ones, which are set.
CREATE FUNCTION settings.compare(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	usual record;
	odd record;
	odd_error text;
BEGIN
	BEGIN
		EXECUTE query INTO usual;
	EXCEPTION WHEN OTHERS THEN
		RETURN 'error';
	END;
	IF usual IS NULL THEN
		RETURN 'null';
	END IF;
	PERFORM settings.set_odd(true);
	BEGIN
		EXECUTE query INTO odd;
	EXCEPTION WHEN OTHERS THEN
		odd_error := SQLERRM;
	END;
	PERFORM settings.set_odd(false);
	RETURN CASE WHEN odd_error IS NOT NULL THEN odd_error WHEN usual OPERATOR(pg_catalog.*=) odd THEN 'same' ELSE 'differs' END;
END
$$;

CREATE TABLE settings.outcomes (object text, call text, outcome text);

-- Up to three calls of each function that give something, among as many as it takes to find one, or
-- of those with one argument all.
DO $$
DECLARE
	f pg_proc;
	call text;
	outcome text;
	found int;
BEGIN
	PERFORM settings.set_odd(false);
	FOR f IN SELECT p.* FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
		JOIN pg_extension AS e ON d.refobjid = e.oid AND e.extname = 'tnplan'
		WHERE p.provolatile = 'i' AND NOT p.proargtypes::oid[] && ARRAY['internal', 'cstring', 'oid']::regtype[]::oid[]
			AND p.prorettype NOT IN ('internal'::regtype, 'cstring'::regtype)
	LOOP
		found := 0;
		FOR seed IN 1..CASE f.pronargs WHEN 1 THEN (SELECT greatest(count(*), 5) FROM calls.samples WHERE type = format_type(f.proargtypes[0], NULL)) ELSE 2000 END LOOP
			call := calls.call_of(f, seed);
			outcome := settings.compare(call);
			IF outcome NOT IN ('error', 'null') THEN
				INSERT INTO settings.outcomes VALUES (f.oid::regprocedure, call, outcome);
				found := found + 1;
				EXIT WHEN f.pronargs > 1 AND (found = 3 OR seed > 100);
			END IF;
		END LOOP;
		IF found = 0 THEN
			INSERT INTO settings.outcomes VALUES (f.oid::regprocedure, call, 'no call gave anything');
		END IF;
	END LOOP;
END
$$;

-- The same of their text, which casts take through input and output functions.
INSERT INTO settings.outcomes
SELECT type, call, settings.compare(call)
FROM (SELECT type, format('SELECT %2$L::%1$s::text, %2$L::%1$s', name, value) AS call
	FROM calls.samples JOIN calls.types USING (type) WHERE type LIKE 'plan\_%') AS c;

SELECT plan(3);
SELECT is_empty($$
	SELECT format_type(t.type, NULL)
	FROM pg_extension AS e JOIN pg_depend AS d ON d.refobjid = e.oid AND d.deptype = 'e', LATERAL (
		SELECT oid FROM pg_type WHERE d.classid = 'pg_type'::regclass AND oid = d.objid AND typelem = 0
		UNION SELECT unnest(proargtypes) FROM pg_proc WHERE d.classid = 'pg_proc'::regclass AND oid = d.objid AND provolatile <> 'v'
		EXCEPT SELECT unnest(ARRAY['internal', 'cstring', 'oid', 'bytea', 'anyelement', 'anycompatible', '"any"', 'record']::regtype[])) AS t (type)
	WHERE e.extname = 'tnplan'
	EXCEPT SELECT type FROM calls.samples
$$, 'test/data/values.csv has values of every type');

-- Least and greatest values are never taken away: this one has nothing but NULL to give.  An answer takes arrays
-- of one length, and an extreme is of two kinds.
SELECT is_empty($$
	SELECT object FROM settings.outcomes WHERE outcome = 'no call gave anything' AND object !~ '^_plan_(max_min_ratio_remove|answer|answer_history|answer_places|extreme_status)\('
$$, 'every immutable function was called');
SELECT is_empty($$
	SELECT DISTINCT ON (object) object, call, outcome FROM settings.outcomes WHERE outcome NOT IN ('same', 'no call gave anything') ORDER BY object, call
$$, 'and gives the same bytes under odd settings');

SELECT * FROM finish();
ROLLBACK;
