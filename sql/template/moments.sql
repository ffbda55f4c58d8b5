CREATE FUNCTION _@type@_add(plan_moments, @types@)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', '@type@_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_add(plan_moments, @types@) IS
'transition: adds a row';

CREATE FUNCTION _@type@_remove(plan_moments, @types@)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', '@type@_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_remove(plan_moments, @types@) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE @type@(@arguments@) (
	SFUNC = _@type@_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _@type@_add, MINVFUNC = _@type@_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE @type@(@types@) IS
'@order@';
