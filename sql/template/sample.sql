CREATE AGGREGATE @type@(@arguments@) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _@type@_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _@type@_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE @type@(@types@) IS
'@order@';
