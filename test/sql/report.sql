-- An error quotes at most 200 characters of what it was given, whole ones, and "..." for the rest.
CREATE FUNCTION error_of(query text, OUT message text, OUT detail text) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
END
$$;
SELECT length(t) AS length, regexp_replace(message, '(.)\1{20,}', '\1 and so on') AS message, length(substring(message FROM '"(.*)"')) AS quoted
FROM unnest(ARRAY[repeat('x', 200), repeat('x', 201), repeat('ế', 200), repeat('ế', 201), repeat('𝄞', 10000)]) AS t, error_of(format('SELECT %L::plan_period', t));
-- Every input function: of a text that is wrong from its beginning, and of one that goes wrong at its end.
CREATE TABLE long_texts AS SELECT t FROM unnest(ARRAY[repeat('x', 10000), repeat('ế', 10000), '2022' || repeat('x', 10000), '>= ' || repeat('9', 10000), '1' || repeat(' ', 10000) || 'x', 'n=' || repeat('1', 10000), '2022: "' || repeat('ế', 10000), '2022: "' || repeat('ế', 10000) || '" > "' || repeat('ế', 10000) || '"', '1 2022-01: met=1; 1 2022-01' || repeat('x', 10000), '1; 2 < 1; ' || repeat('3', 10000), repeat('7', 10000) || '/8', '20' || repeat('2', 10000)]) AS t;
CREATE TABLE members AS SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON d.refobjid = e.oid WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'tnplan';
CREATE TABLE raised AS
SELECT format_type(t.oid, NULL) AS what, e.* FROM members JOIN pg_type AS t ON classid = 'pg_type'::regclass AND objid = t.oid AND typtype = 'b' AND typelem = 0, long_texts AS l, error_of(format('SELECT %L::%s', l.t, t.oid::regtype)) AS e;
-- Every text argument, alone, in an array and as a name that stands twice.
CREATE TABLE sane (type text, literal text);
INSERT INTO sane VALUES ('text', 'higher'), ('double precision', '0.5'), ('numeric', '0.5'), ('integer', '1'), ('bigint', '1'), ('smallint', '1'), ('boolean', 'true'), ('date', '2022-01-01'), ('date[]', '{2022-01-01,2023-01-01}'), ('plan_period', '2022'), ('plan_goal', '>= 1 from 0'), ('plan_status', 'met'),
	('plan_ranking', '2022: "a" > "b"'), ('plan_cube', '1 2022-01: met=1'), ('plan_tree', '1'), ('double precision[]', '{1,1}'), ('text[]', '{a,b}');
INSERT INTO raised
SELECT p.oid::regprocedure::text, e.* FROM members JOIN pg_proc AS p ON classid = 'pg_proc'::regclass AND objid = p.oid, generate_series(1, pronargs) AS at, unnest(ARRAY['x', 'ế']) AS c, LATERAL (
	SELECT format('SELECT %I(%s) %s', proname, string_agg(CASE WHEN n <> at THEN format('%L::%s', literal, type) WHEN t = 'text[]'::regtype THEN format('ARRAY[repeat(%1$L, 10000), repeat(%1$L, 10000)]', c) ELSE format('repeat(%L, 10000)', c) END, ', ' ORDER BY n),
		CASE prokind WHEN 'w' THEN 'OVER ()' ELSE '' END || ' FROM generate_series(1, 2)') AS query
	FROM (SELECT t, n, CASE t WHEN 'anycompatible'::regtype THEN 'text' ELSE format_type(t, NULL) END AS type FROM unnest(proargtypes::oid[]) WITH ORDINALITY AS u (t, n)) AS a LEFT JOIN sane USING (type)
) AS q, error_of(query) AS e
WHERE proargtypes[at - 1] IN ('text'::regtype, 'text[]'::regtype, 'anycompatible'::regtype) AND NOT 'internal'::regtype = ANY (proargtypes);
INSERT INTO raised SELECT 'plan_rank_delta', e.* FROM error_of($$SELECT plan_rank_delta(repeat('x', 10000), p, s) OVER (ORDER BY p, s) FROM (VALUES (2022, 1), (2022, 2)) AS v (p, s)$$) AS e
UNION ALL SELECT 'plan_period(numeric)', e.* FROM error_of($$SELECT plan_period(repeat('9', 10000)::numeric)$$) AS e UNION ALL SELECT 'plan_period(numeric)', e.* FROM error_of($$SELECT plan_period(('1.' || repeat('9', 10000))::numeric)$$) AS e
UNION ALL SELECT 'numeric', e.* FROM unnest(ARRAY[$$plan_period_value_agg('flow', '2022-01-01', %s)$$, 'plan_score(plan_scorecard_agg(%s, 1, 1, 1))']) AS call, unnest(ARRAY[repeat('9', 10000), '-' || repeat('9', 10000), '0.' || repeat('0', 10000) || '1']) AS number, error_of(format('SELECT ' || call, quote_literal(number) || '::numeric')) AS e;
SELECT what, length(message) AS message, length(detail) AS detail, left(message, 60) AS beginning FROM raised WHERE length(message) >= 500 OR length(detail) >= 500;
SELECT count(DISTINCT what) > 40 AS many, count(DISTINCT what) FILTER (WHERE message ~ '\.\.\.' OR detail ~ '\.\.\.') > 30 AS cut FROM raised WHERE message IS NOT NULL;
DROP TABLE long_texts, members, raised, sane;
DROP FUNCTION error_of;
