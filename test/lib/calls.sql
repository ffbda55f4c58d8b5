-- Calls of the functions of the extension, made from the catalog and from values of each type.
-- Read by tests as \i, from the root of the sources; needs no search_path but pg_catalog.
CREATE SCHEMA calls;

CREATE TABLE calls.samples (type text, value text);
\copy calls.samples from 'test/data/values.csv' (format csv, header, encoding 'UTF8')

CREATE VIEW calls.types AS
SELECT s.type, CASE WHEN s.type LIKE 'plan\_%' THEN format('%s.%s', e.extnamespace::regnamespace, s.type) ELSE s.type END AS name, count(*)
FROM calls.samples AS s, pg_extension AS e
WHERE e.extname = 'tnplan' GROUP BY s.type, e.extnamespace;

-- The values in columns of their types, so that settings have no say in how they are read.
SELECT format('CREATE TABLE calls.typed (n bigint, %s)', string_agg(format('%I %s', type, name), ', ')) FROM calls.types \gexec
INSERT INTO calls.typed (n) SELECT generate_series(0, max(count) - 1) FROM calls.types;
SELECT format('UPDATE calls.typed SET %I = v.value::%s FROM (SELECT value, row_number() OVER () - 1 AS i FROM calls.samples WHERE type = %L) AS v WHERE n %% %s::bigint = v.i', type, name, type, count)
FROM calls.types \gexec

-- A call with arguments picked by a seed, NULL among them, and some of an aggregate's or
-- window's by the row.  Keys that give columns their type are NULL.
CREATE FUNCTION calls.call_of(f pg_proc, seed int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	rows bigint := (SELECT count(*) FROM calls.typed);
	args text;
BEGIN
	SELECT string_agg(format('(SELECT t.%I FROM calls.typed AS t WHERE t.n = %s)', type,
			CASE WHEN f.pronargs = 1 THEN format('%s', seed - 1) WHEN h % 11 = 0 OR key THEN '-1'
				WHEN f.prokind <> 'f' AND h % 3 = 0 THEN format('(%s + s.i) %% %s', h / 11 % rows, rows) ELSE format('%s', h / 11 % rows) END), ', ' ORDER BY i)
		INTO args
		FROM (SELECT i, abs(hashint8(seed * 100 + i)::bigint) AS h, coalesce(f.proargnames[i] = '' AND NOT f.proisstrict, false) AS key,
				CASE t WHEN 'anyelement'::regtype THEN 'text' WHEN 'anycompatible'::regtype THEN 'bigint' WHEN '"any"'::regtype THEN 'text' ELSE regexp_replace(format_type(t, NULL), '^.*\.', '') END AS type
			FROM unnest(f.proargtypes::oid[]) WITH ORDINALITY AS a (t, i)) AS a
		WHERE i <= f.pronargs - seed % (f.pronargdefaults + 1);
	RETURN format(CASE
		WHEN f.prokind = 'a' THEN 'SELECT %s(%s) FROM generate_series(0, 2) AS s (i)'
		WHEN f.prokind = 'w' THEN 'SELECT array_agg(r) FROM (SELECT %s(%s) OVER (ORDER BY s.i) AS r FROM generate_series(0, 2) AS s (i)) AS w'
		WHEN f.proretset THEN 'SELECT array_agg(record_send(ROW(r.*))) FROM %s(%s) AS r'
		ELSE 'SELECT %s(%s)' END, format('%s.%I', f.pronamespace::regnamespace, f.proname), args);
END
$$;

