-- The bytes that values of each type are stored in, as CSV (type, text, bytes): an array of one has them as they stand in
-- a row.  Its oid of the type is left out; enums are stored by oids.  From a database of test/lib/database.sql, on a
-- little-endian machine of 64 bits.
SET search_path = plans, plan;
SELECT format('CREATE FUNCTION pg_temp.bytes(%s[]) RETURNS bytea LANGUAGE internal AS ''byteasend''', name) FROM types WHERE name <> 'plan_status' \gexec
SELECT format('COPY (SELECT %L, v::text, encode(overlay(pg_temp.bytes(ARRAY[v]) PLACING ''\x00000000'' FROM 9), ''hex'') FROM of_%s ORDER BY v::text COLLATE "C") TO STDOUT (FORMAT csv)', name, name)
FROM types WHERE name <> 'plan_status' ORDER BY name COLLATE "C" \gexec
