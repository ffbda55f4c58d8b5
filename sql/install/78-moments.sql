-- moments: means and measures of disparity as sums that merge

-- @io plan_moments

CREATE TYPE plan_moments (
	INPUT = _plan_moments_in,
	OUTPUT = _plan_moments_out,
	RECEIVE = _plan_moments_recv,
	SEND = _plan_moments_send,
	INTERNALLENGTH = 256,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_moments IS
'mean or measure of disparity as exact sums to merge: ''generalized_entropy parameter=1 rows=3 w=3 x=6 f=4.68''; 256 bytes';

-- @comparisons plan_moments: by measure and parameter, then by counts and sums

-- @varchar plan_moments: ASSIGNMENT

-- Merging.

-- @group plan_moments

-- Reading.

CREATE FUNCTION plan_value(moments plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_moments_value' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_moments) IS
'the mean or measure; NULL where the aggregate of that name is NULL';

CREATE FUNCTION plan_measure(moments plan_moments)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME', 'plan_moments_measure' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure(plan_moments) IS
'the measure with its parameter; NULL for an empty state of a measure that has one';

CREATE FUNCTION plan_count(moments plan_moments)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_moments_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_moments) IS
'number of rows with a value';

CREATE FUNCTION plan_coverage(moments plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_moments_coverage' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_coverage(plan_moments) IS
'share of the rows, unweighted, that have a value, 0 to 1; NULL if there are no rows';

CREATE FUNCTION _plan_moments_to_jsonb(plan_moments)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_moments_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_to_jsonb(plan_moments) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_moments AS jsonb) WITH FUNCTION _plan_moments_to_jsonb(plan_moments);
COMMENT ON CAST (plan_moments AS jsonb) IS 'measure, parameter, rows and value';

-- Aggregates.

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number) IS
'inverse transition: subtracts a row';

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number) IS
'state of a measure without weights; rows without a value count as missing';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number, weight plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number, plan_number) IS
'state of a measure with weights, or with later values for beta_convergence; rows without a value count as missing';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number, plan_number, plan_number) IS
'state of a mean with weights and min_coverage; for measures that take neither, both are NULL';

CREATE AGGREGATE plan_rollup(moments plan_moments) (
	SFUNC = _plan_moments_merge, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_merge, MINVFUNC = _plan_moments_subtract, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_moments) IS
'merges states of one measure; NULL if there are no rows';

