-- fixedsum: exact sums of float8 values

-- @io plan_fixedsum

CREATE TYPE plan_fixedsum (
	INPUT = _plan_fixedsum_in,
	OUTPUT = _plan_fixedsum_out,
	RECEIVE = _plan_fixedsum_recv,
	SEND = _plan_fixedsum_send,
	INTERNALLENGTH = 40,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_fixedsum IS
'exact sum of float8 values with their number, such as ''12.5 n=3''; kept in units of 2^-64, to which each value is rounded once, within 2^127 of zero';

-- @comparisons plan_fixedsum: by sum, then by number of values

-- @varchar plan_fixedsum: ASSIGNMENT

-- Sums form a commutative group.

CREATE FUNCTION _plan_fixedsum_merge(plan_fixedsum, plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_merge(plan_fixedsum, plan_fixedsum) IS
'adds two sums; out of range: 22003';

CREATE FUNCTION _plan_fixedsum_subtract(plan_fixedsum, plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_subtract(plan_fixedsum, plan_fixedsum) IS
'takes the second from the first of two sums; out of range: 22003';

CREATE FUNCTION _plan_fixedsum_negate(plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_negate(plan_fixedsum) IS
'what added to the argument gives nothing; out of range: 22003';

CREATE OPERATOR + (
	FUNCTION = _plan_fixedsum_merge, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_fixedsum, plan_fixedsum) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_fixedsum_subtract, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum
);
COMMENT ON OPERATOR - (plan_fixedsum, plan_fixedsum) IS 'take away, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_fixedsum_negate, RIGHTARG = plan_fixedsum
);
COMMENT ON OPERATOR - (NONE, plan_fixedsum) IS 'negate';

-- Reading.

CREATE FUNCTION plan_value(fixedsum plan_fixedsum)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_fixedsum_total' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_fixedsum) IS
'the sum as the nearest float8, half to even; NULL for a sum of no values';

CREATE FUNCTION plan_count(fixedsum plan_fixedsum)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_fixedsum_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_fixedsum) IS
'the number of values in the sum; NULL and NaN were never counted';

CREATE FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum)
	RETURNS numeric
	AS 'MODULE_PATHNAME', 'plan_fixedsum_to_numeric' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum) IS
'the sum as decimal digits that read back as the same sum';

CREATE FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_fixedsum_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum) IS
'the sum and its count as a JSON object';

CREATE CAST (plan_fixedsum AS float8) WITH FUNCTION plan_value(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS float8) IS 'the nearest float8; NULL for a sum of no values';
CREATE CAST (plan_fixedsum AS numeric) WITH FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS numeric) IS 'all decimal digits of the sum';
CREATE CAST (plan_fixedsum AS jsonb) WITH FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS jsonb) IS 'the sum and its count as a JSON object';

-- Aggregates.

CREATE FUNCTION _plan_fixedsum_add(plan_fixedsum, plan_number)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_add(plan_fixedsum, plan_number) IS
'transition of plan_sum: adds a value; NULL and NaN are skipped, infinity is an error (22003)';

CREATE FUNCTION _plan_fixedsum_remove(plan_fixedsum, plan_number)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_remove(plan_fixedsum, plan_number) IS
'inverse transition of plan_sum: takes a value away exactly';

CREATE AGGREGATE plan_fixedsum_agg(value plan_number) (
	SFUNC = _plan_fixedsum_add, STYPE = plan_fixedsum, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_add, MINVFUNC = _plan_fixedsum_remove, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_fixedsum_agg(plan_number) IS
'exact sum of the values as a state to keep and merge; NULL over no rows; NULL and NaN are skipped, infinity and overflow are errors (22003)';

CREATE AGGREGATE plan_sum(value plan_number) (
	SFUNC = _plan_fixedsum_add, STYPE = plan_fixedsum, FINALFUNC = plan_value, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_add, MINVFUNC = _plan_fixedsum_remove, MSTYPE = plan_fixedsum, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sum(plan_number) IS
'exact sum of the values, rounded once at the end: the same in any order, in parallel and in a moving window; NULL over no values; NULL and NaN are skipped, infinity and overflow are errors (22003)';

CREATE AGGREGATE plan_rollup(fixedsum plan_fixedsum) (
	SFUNC = _plan_fixedsum_merge, STYPE = plan_fixedsum, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_merge, MINVFUNC = _plan_fixedsum_subtract, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_fixedsum) IS
'merges stored sums; NULL over no rows';

