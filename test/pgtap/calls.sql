-- Every public function resolves, whatever an argument comes as: untyped, NULL, a number of
-- any type, a string as drivers send it.  Statements are prepared, never run, so that only
-- the parser is asked.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
BEGIN;
CREATE EXTENSION IF NOT EXISTS tnplan;

-- Public functions with each number of arguments that they can be called with.  Procedures are no
-- part of a query, and cannot be prepared.
CREATE TEMP TABLE calls AS
SELECT p.oid, p.proname, p.prokind, n, p.oid::regprocedure::text AS signature,
	p.proargtypes[0]::regtype::text AS first,
	ARRAY(SELECT CASE t WHEN 'anyelement'::regtype THEN 'text' WHEN 'anycompatible'::regtype THEN 'integer' ELSE t::regtype::text END FROM unnest(p.proargtypes[0:n - 1]) WITH ORDINALITY AS a (t, i) ORDER BY i) AS types
FROM pg_depend AS d
JOIN pg_extension AS e ON d.refobjid = e.oid AND d.refclassid = 'pg_extension'::regclass AND e.extname = 'tnplan'
JOIN pg_proc AS p ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
CROSS JOIN LATERAL generate_series((p.pronargs - p.pronargdefaults)::int, p.pronargs::int) AS n
WHERE d.deptype = 'e' AND p.proname ~ '^plan_' AND n > 0 AND p.prokind <> 'p';

-- How each argument is written: all alike, or one unlike the others.
CREATE TEMP TABLE attempts (call text, signature text, kind text, state text, message text);

CREATE FUNCTION pg_temp.attempt(c calls, kind text, arguments text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	call text := format('SELECT %I(%s)%s', c.proname, array_to_string(arguments, ', '), CASE c.prokind WHEN 'w' THEN ' OVER ()' ELSE '' END);
	state text;
	message text;
BEGIN
	BEGIN
		EXECUTE 'PREPARE attempt AS ' || call;
		DEALLOCATE attempt;
	EXCEPTION WHEN OTHERS THEN
		GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
	END;
	INSERT INTO attempts VALUES (call, c.signature, kind, state, message);
END
$$;

DO $$
DECLARE
	c calls;
	number text;
	i int;
BEGIN
	FOR c IN SELECT * FROM calls LOOP
		PERFORM pg_temp.attempt(c, 'typed', ARRAY(SELECT format('NULL::%s', t) FROM unnest(c.types) AS t));
		PERFORM pg_temp.attempt(c, 'untyped', ARRAY(SELECT format('$%s', k) FROM generate_series(1, c.n) AS k));
		PERFORM pg_temp.attempt(c, 'NULL', array_fill('NULL'::text, ARRAY[c.n]));
		FOREACH number IN ARRAY '{smallint,integer,bigint,numeric,real,double precision}'::text[] LOOP
			CONTINUE WHEN NOT 'plan_number' = ANY (c.types);
			PERFORM pg_temp.attempt(c, number, ARRAY(SELECT format('NULL::%s', CASE t WHEN 'plan_number' THEN number ELSE t END) FROM unnest(c.types) AS t));
		END LOOP;
		FOR i IN 1 .. c.n LOOP
			PERFORM pg_temp.attempt(c, 'one untyped', ARRAY(SELECT CASE WHEN j = i THEN '$1' ELSE format('NULL::%s', t) END FROM unnest(c.types) WITH ORDINALITY AS a (t, j) ORDER BY j));
			PERFORM pg_temp.attempt(c, 'others untyped', ARRAY(SELECT CASE WHEN j = i THEN format('NULL::%s', t) ELSE format('$%s', j - (j > i)::int) END FROM unnest(c.types) WITH ORDINALITY AS a (t, j) ORDER BY j));
			CONTINUE WHEN c.types[i] NOT IN ('plan_goal', 'plan_period', 'plan_direction', 'plan_standing');
			PERFORM pg_temp.attempt(c, 'varchar', ARRAY(SELECT format('NULL::%s', CASE WHEN j = i THEN 'varchar' ELSE t END) FROM unnest(c.types) WITH ORDINALITY AS a (t, j) ORDER BY j));
		END LOOP;
	END LOOP;
END
$$;

-- What cannot be told apart without a type: the accessors and the roll-up of several states,
-- which are columns; the aggregates that take plain columns as well as goals; and what takes an
-- entity, which is of any type.
CREATE TEMP VIEW forms AS
SELECT proname, n, count(*) AS forms, string_agg(signature, ', ' ORDER BY signature) AS signatures,
	bool_and(first IN (SELECT prorettype::regtype::text FROM pg_proc WHERE prokind = 'a' AND proname = 'plan_rollup' UNION ALL SELECT 'plan_tree')) AS of_states
FROM calls GROUP BY proname, n;
CREATE TEMP VIEW ambiguous AS
SELECT a.* FROM attempts AS a JOIN calls AS c USING (signature) JOIN forms USING (proname, n)
WHERE c.proname IN ('plan_scorecard_agg', 'plan_cube_agg', 'plan_rank_delta', 'plan_previous_rank', 'plan_is_new', 'plan_figure_cube_agg') OR of_states AND forms > 1;

SELECT plan(4);
SELECT is_empty($$ SELECT * FROM forms WHERE forms > 1 AND NOT of_states AND proname NOT IN ('plan_scorecard_agg', 'plan_cube_agg') $$,
	'one name with one number of arguments has one form, but for states and plain columns');
SELECT cmp_ok((SELECT count(*)::int FROM attempts), '>=', 2000, 'calls are many');
SELECT is_empty($$ SELECT DISTINCT call, kind, state, message FROM attempts WHERE state IS NOT NULL AND (call, signature, kind) NOT IN (SELECT call, signature, kind FROM ambiguous) ORDER BY call $$,
	'every call resolves');
SELECT is_empty($$ SELECT DISTINCT call, kind, state, message FROM ambiguous WHERE state NOT IN ('42725', '42804', '42P18') OR state IS NOT NULL AND kind NOT IN ('untyped', 'NULL', 'one untyped', 'others untyped') ORDER BY call $$,
	'and what is ambiguous says so, and has types at hand');
SELECT * FROM finish();
ROLLBACK;
