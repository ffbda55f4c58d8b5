-- sample: values that an aggregate keeps until all of them are known
--
-- The state of those measures of disparity that sums are not enough for.

CREATE FUNCTION _plan_sample_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_sample_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sample_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_sample_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_sample_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sample_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_sample_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_sample_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sample_deserialize(bytea, internal) IS
'receives a partial state';

