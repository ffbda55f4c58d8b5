CREATE AGGREGATE @type@(@arguments@) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _@type@_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE @type@(@types@) IS
'@order@';
