-- What the extension is made of, and all that defines each member but for its oids.
SET search_path = plan;
SELECT pg_describe_object(m.classid, m.objid, 0), obj_description(m.objid, m.classid::regclass::text),
	(SELECT ROW(CASE WHEN p.prokind IN ('f', 'w') THEN pg_get_functiondef(p.oid) END, p.prosupport, p.proacl) FROM pg_proc AS p WHERE m.classid = 'pg_proc'::regclass AND p.oid = m.objid),
	(SELECT ROW(a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn, a.aggfinalextra, a.aggmfinalextra,
			a.aggfinalmodify, a.aggmfinalmodify, a.aggsortop::regoperator, a.aggtranstype::regtype, a.aggtransspace, a.aggmtranstype::regtype, a.aggmtransspace, a.agginitval, a.aggminitval)
		FROM pg_aggregate AS a WHERE m.classid = 'pg_proc'::regclass AND a.aggfnoid = m.objid),
	(SELECT ROW(t.typlen, t.typbyval, t.typtype, t.typcategory, t.typispreferred, t.typinput, t.typoutput, t.typreceive, t.typsend, t.typanalyze, t.typalign, t.typstorage,
			(SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
		FROM pg_type AS t WHERE m.classid = 'pg_type'::regclass AND t.oid = m.objid),
	(SELECT ROW(o.oprcode, o.oprcom::regoperator, o.oprnegate::regoperator, o.oprrest, o.oprjoin, o.oprcanmerge, o.oprcanhash) FROM pg_operator AS o WHERE m.classid = 'pg_operator'::regclass AND o.oid = m.objid),
	(SELECT ROW(c.castfunc::regprocedure, c.castcontext, c.castmethod) FROM pg_cast AS c WHERE m.classid = 'pg_cast'::regclass AND c.oid = m.objid),
	(SELECT array_agg(pg_describe_object(d.classid, d.objid, 0) ORDER BY pg_describe_object(d.classid, d.objid, 0) COLLATE "C")
		FROM pg_depend AS d WHERE d.refclassid = m.classid AND d.refobjid = m.objid AND d.deptype = 'i' AND d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass))
FROM pg_depend AS m JOIN pg_extension AS e ON m.refclassid = 'pg_extension'::regclass AND m.refobjid = e.oid
WHERE e.extname = 'tnplan' AND m.deptype = 'e'
ORDER BY pg_describe_object(m.classid, m.objid, 0) COLLATE "C";
