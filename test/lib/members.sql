-- The extension as the catalogs have it: each member, and what goes with it (array types, operators and functions of
-- operator families), with every column of its rows, its comments, first privileges and dependencies, one a line.
-- Objects go by their names in place of their oids, by what PostgreSQL says of its own foreign keys: columns that a
-- later version adds are there too.  Lines are in no order.  The extension is in the schema plan.
SET search_path = plan;

CREATE TEMP TABLE object AS
WITH RECURSIVE found AS (
	SELECT 'pg_extension'::regclass::oid AS classid, oid AS objid FROM pg_extension WHERE extname = 'tnplan'
	UNION
	SELECT d.classid, d.objid
	FROM found AS f JOIN pg_depend AS d ON d.refclassid = f.classid AND d.refobjid = f.objid
	WHERE CASE f.classid WHEN 'pg_extension'::regclass THEN d.deptype = 'e'
		ELSE d.deptype = 'i' OR d.deptype = 'a' AND d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) END)
SELECT classid, objid, pg_describe_object(classid, objid, 0) AS name FROM found;

-- Catalogs whose rows belong to an object of another.
CREATE TEMP TABLE part (catalog regclass, key name, owner regclass, label text);
INSERT INTO part VALUES ('pg_aggregate', 'aggfnoid', 'pg_proc', ''''''), ('pg_enum', 'enumtypid', 'pg_type', 'enumlabel'),
	('pg_range', 'rngtypid', 'pg_type', ''''''), ('pg_attribute', 'attrelid', 'pg_class', 'attname');
INSERT INTO part SELECT DISTINCT classid::regclass, 'oid'::name, classid::regclass, '''''' FROM object;

-- Where values are kept, and how many, is no part of what they are.
CREATE TEMP TABLE shown AS
SELECT p.*, a.attname AS name, a.attnum, a.atttypid = 'pg_node_tree'::regtype AS is_tree, k.pktable, k.is_array
FROM part AS p JOIN pg_attribute AS a ON a.attrelid = p.catalog AND a.attnum > 0 AND p.owner IN (SELECT classid FROM object)
	LEFT JOIN pg_get_catalog_foreign_keys() AS k ON k.fktable = p.catalog AND k.fkcols = ARRAY[a.attname::text] AND k.pkcols = '{oid}'
WHERE a.attname <> ALL ('{oid,relfilenode,relpages,reltuples,relallvisible,relallfrozen,reltoastrelid,relfrozenxid,relminmxid,relpartbound}')
	AND (a.atttypid <> 'pg_node_tree'::regtype OR p.catalog IN ('pg_proc'::regclass, 'pg_type'::regclass) AND a.attname <> 'prosqlbody');

SELECT format('SELECT concat(o.name, '' '' || nullif(%s::text, ''''), %L, v.value) FROM object AS o JOIN %s AS c ON c.%I = o.objid AND o.classid = %s,
		LATERAL (SELECT %s) AS v (value) WHERE v.value IS NOT NULL',
	label, ': ' || name || ' = ', catalog, key, owner::oid,
	CASE WHEN is_tree THEN format('pg_get_expr(c.%I, 0)', name)
		WHEN is_array THEN format('(SELECT string_agg(coalesce(pg_describe_object(%s, u.id, 0), ''-''), '', '' ORDER BY u.at) FROM unnest(c.%I::oid[]) WITH ORDINALITY AS u (id, at))', pktable::oid, name)
		WHEN pktable IS NOT NULL THEN format('pg_describe_object(%s, nullif(c.%I::oid, 0), 0)', pktable::oid, name)
		ELSE format('replace(c.%I::text, E''\n'', '' '')', name) END)
FROM shown ORDER BY catalog::text, attnum \gexec

SELECT concat(pg_describe_object(o.classid, o.objid, c.objsubid), ': comment = ', replace(c.description, E'\n', ' '))
FROM object AS o JOIN pg_description AS c ON c.classoid = o.classid AND c.objoid = o.objid;
SELECT concat(pg_describe_object(o.classid, o.objid, p.objsubid), ': first privileges = ', p.privtype, ' ', p.initprivs)
FROM object AS o JOIN pg_init_privs AS p ON p.classoid = o.classid AND p.objoid = o.objid;
SELECT concat(pg_describe_object(o.classid, o.objid, d.objsubid), ': depends (', d.deptype, ') on ', pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid))
FROM object AS o JOIN pg_depend AS d ON d.classid = o.classid AND d.objid = o.objid;
SELECT concat(name, ': body = ', replace(body, E'\n', ' '))
FROM object, LATERAL (SELECT CASE classid WHEN 'pg_class'::regclass THEN pg_get_viewdef(objid) WHEN 'pg_proc'::regclass THEN pg_get_function_sqlbody(objid) END) AS b (body)
WHERE body IS NOT NULL;
