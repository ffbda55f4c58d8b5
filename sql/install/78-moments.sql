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
'a mean or measure of disparity as a state to keep and merge: what is measured and for which parameter, how many rows, and the exact sums: ''generalized_entropy parameter=1 rows=3 w=3 x=6 f=4.68''; 256 bytes, however many rows';

-- @comparisons plan_moments: by measure and parameter, then by counts and sums

-- @varchar plan_moments: ASSIGNMENT

-- Merging.

CREATE FUNCTION _plan_moments_merge(plan_moments, plan_moments)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_merge(plan_moments, plan_moments) IS
'merges two states, exactly; 22003 out of range, 22023 for different measures, parameters or coverage';

CREATE FUNCTION _plan_moments_subtract(plan_moments, plan_moments)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_subtract(plan_moments, plan_moments) IS
'takes the second from the first of two states, exactly; 22003 out of range, 22023 for different measures, parameters or coverage, and for greatest and least values, which cannot be taken away';

CREATE FUNCTION _plan_moments_negate(plan_moments)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_negate(plan_moments) IS
'what added to the argument gives nothing; 22003 out of range, 22023 for greatest and least values';

CREATE OPERATOR + (
	FUNCTION = _plan_moments_merge, LEFTARG = plan_moments, RIGHTARG = plan_moments, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_moments, plan_moments) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_moments_subtract, LEFTARG = plan_moments, RIGHTARG = plan_moments
);
COMMENT ON OPERATOR - (plan_moments, plan_moments) IS 'take away, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_moments_negate, RIGHTARG = plan_moments
);
COMMENT ON OPERATOR - (NONE, plan_moments) IS 'negate';

-- Reading.

CREATE FUNCTION plan_value(moments plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_moments_value' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_moments) IS
'the figure that the state is of: a mean, Theil''s T, ...; NULL where it is undefined, as in the aggregates of that name; 22003 where it is out of range: choose another unit';

CREATE FUNCTION plan_measure(moments plan_moments)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME', 'plan_moments_measure' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure(plan_moments) IS
'the measure with its parameter; NULL for an empty state of a measure that has a parameter';

CREATE FUNCTION plan_count(moments plan_moments)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_moments_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_moments) IS
'number of rows with a value';

CREATE FUNCTION plan_coverage(moments plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_moments_coverage' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_coverage(plan_moments) IS
'share of the rows, counted without weights, that have a value, in [0, 1]: what min_coverage is compared with; NULL of no rows';

CREATE FUNCTION _plan_moments_to_jsonb(plan_moments)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_moments_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_to_jsonb(plan_moments) IS
'measure, parameter, rows, rows without a value, and the figure, as a JSON object';

CREATE CAST (plan_moments AS jsonb) WITH FUNCTION _plan_moments_to_jsonb(plan_moments);
COMMENT ON CAST (plan_moments AS jsonb) IS 'measure, parameter, rows and figure as a JSON object';

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
'inverse transition: takes a row away';

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number) IS
'inverse transition: takes a row away';

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number, plan_number) IS
'inverse transition: takes a row away';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number) IS
'the state of a measure without weights, which plan_value reads and plan_rollup merges; 22004 for a NULL measure';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number, weight plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number, plan_number) IS
'the state of a measure with weights, for beta_convergence with later values; weights are NULL or 1 where the measure takes none, else 22023';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number, plan_number, plan_number) IS
'the state of a mean with weights and a minimum of coverage; min_coverage is NULL for measures that are no means, else 22023';

CREATE AGGREGATE plan_rollup(moments plan_moments) (
	SFUNC = _plan_moments_merge, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_merge, MINVFUNC = _plan_moments_subtract, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_moments) IS
'merges stored states, as those of regions into that of a country; NULL over no rows; 22023 for different measures or parameters';

