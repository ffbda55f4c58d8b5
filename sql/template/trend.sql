CREATE FUNCTION _@type@_add(plan_trend, @types@)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', '@type@_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_add(plan_trend, @types@) IS
'transition: adds a row';

CREATE FUNCTION _@type@_remove(plan_trend, @types@)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', '@type@_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_remove(plan_trend, @types@) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE @type@_agg(@arguments@) (
	SFUNC = _@type@_add, STYPE = plan_trend, SSPACE = 80, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _@type@_add, MINVFUNC = _@type@_remove, MSTYPE = plan_trend, MSSPACE = 80, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE @type@_agg(@types@) IS
'@order@';
