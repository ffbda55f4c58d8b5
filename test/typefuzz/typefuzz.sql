-- What test/bin/typefuzz needs in its database: the types, the functions that take their values alone, and values to begin with.
CREATE EXTENSION tnplan;
CREATE FUNCTION typefuzz(regtype, oid[], text, text[]) RETURNS void AS :'library', 'typefuzz' LANGUAGE c;

CREATE VIEW member AS
SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
WHERE e.extname = 'tnplan' AND d.deptype = 'e';

-- Plain functions of one or two values of the type, but for those that return rows, and the type's own of text and messages, which are called apart.
CREATE VIEW fuzzed AS
SELECT t.oid, t.oid::regtype::text AS type, t.typsend,
	ARRAY(SELECT p.oid FROM pg_proc AS p JOIN member AS m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid
		WHERE p.prokind = 'f' AND NOT p.proretset AND p.provolatile = 'i' AND p.oid NOT IN (t.typoutput, t.typsend)
			AND p.proargtypes::text IN (t.oid::text, t.oid || ' ' || t.oid) AND p.prorettype <> ALL ('{internal,trigger}'::regtype[]) ORDER BY p.oid) AS readers
FROM pg_type AS t JOIN member AS m ON m.classid = 'pg_type'::regclass AND m.objid = t.oid
WHERE t.typtype = 'b' AND t.typelem = 0;

CREATE TEMP TABLE given (type text, value text);
\copy given FROM 'test/data/values.csv' CSV HEADER
CREATE TABLE seed (type text, text text, message bytea);
INSERT INTO seed SELECT type, value FROM given WHERE type IN (SELECT type FROM fuzzed);
-- Keys of each kind.
INSERT INTO seed SELECT type, replace(text, 'KEY', key) FROM (VALUES ('plan_cube', 'KEY 2022-03: met=1'), ('plan_tree', 'KEY'), ('plan_ranking', '2015: KEY'), ('plan_targets', 'KEY 2022: >= 5'),
	('plan_figure_cube', 'KEY 2022-03: flow n=1 to=2022-03-01 sum=5'),
	('plan_figure_cube', 'KEY/7 2022-03: stock n=1 to=2022-03-01 value=5'), ('plan_trend_cube', 'KEY: n=1 w=1 wx=8095 wxx=65529025 wy=5 wxy=40475 wyy=25')) AS v (type, text),
	unnest(ARRAY['7', '"a"', '00000000-0000-0000-0000-000000000001']) AS key;
DO $$
DECLARE
	f record;
BEGIN
	FOR f IN SELECT * FROM fuzzed LOOP
		EXECUTE format('UPDATE seed SET message = %s(text::%s) WHERE type = %L', f.typsend, f.type, f.type);
	END LOOP;
END $$;
