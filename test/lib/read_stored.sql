-- Read the bytes that test/lib/stored.sql wrote, from standard input: values that are not equal to their text, have
-- another text or another hash, and how many of each type were read.
SET search_path = plan;
CREATE TEMP TABLE kept (type text, value text, bytes bytea);
CREATE TEMP TABLE coded (type text, value text, bytes text);
\copy coded from pstdin (format csv)
INSERT INTO kept SELECT type, value, overlay(decode(bytes, 'hex') PLACING (SELECT string_agg(set_byte('\x00', 0, (type::regtype::oid::bigint >> at & 255)::int), '' ORDER BY at) FROM generate_series(0, 24, 8) AS at) FROM 9) FROM coded;
SELECT DISTINCT ON (type) format('CREATE FUNCTION pg_temp.%1$I(bytea) RETURNS %1$s[] LANGUAGE internal IMMUTABLE AS ''byteasend''', type) FROM kept ORDER BY type \gexec
SELECT DISTINCT ON (type) format('CREATE TEMP TABLE stored_%1$s AS SELECT value, (pg_temp.%1$I(bytes))[1] AS stored FROM kept WHERE type = %1$L', type) FROM kept ORDER BY type \gexec
SELECT DISTINCT ON (type) format('SELECT %1$L, value, stored FROM stored_%1$s WHERE NOT stored::text = value OR NOT stored %2$s value::%1$s OR %3$s', type,
	CASE type WHEN 'plan_direction' THEN '*=' ELSE '=' END,
	CASE WHEN to_regprocedure(format('_%s_hash(%s)', type, type)) IS NULL THEN 'false' ELSE format('_%1$s_hash(stored) <> _%1$s_hash(value::%1$s)', type) END)
FROM kept ORDER BY type \gexec
SELECT DISTINCT ON (type) format('SELECT %1$L, count(*) FROM stored_%1$s', type) FROM kept ORDER BY type \gexec
