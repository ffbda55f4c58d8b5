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
'exact sum of numbers with their count, such as ''12.5 n=3''';

-- @comparisons plan_fixedsum: by sum, then by number of values

-- @varchar plan_fixedsum: ASSIGNMENT

-- Sums form a commutative group.

-- @group plan_fixedsum

-- Reading.

CREATE FUNCTION plan_value(fixedsum plan_fixedsum)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_fixedsum_total' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_fixedsum) IS
'the sum as the nearest float8; NULL for a sum of no values';

CREATE FUNCTION plan_count(fixedsum plan_fixedsum)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_fixedsum_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_fixedsum) IS
'number of values in the sum';

CREATE FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum)
	RETURNS numeric
	AS 'MODULE_PATHNAME', 'plan_fixedsum_to_numeric' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum) IS
'implementation of the cast to numeric';

CREATE FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_fixedsum_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum) IS
'implementation of the cast to jsonb';

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
'transition: adds a value';

CREATE FUNCTION _plan_fixedsum_remove(plan_fixedsum, plan_number)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_remove(plan_fixedsum, plan_number) IS
'inverse transition: subtracts a value';

CREATE AGGREGATE plan_fixedsum_agg(value plan_number) (
	SFUNC = _plan_fixedsum_add, STYPE = plan_fixedsum, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_add, MINVFUNC = _plan_fixedsum_remove, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_fixedsum_agg(plan_number) IS
'exact sum as a state; NULL and NaN are skipped, NULL if there are no rows';

CREATE AGGREGATE plan_sum(value plan_number) (
	SFUNC = _plan_fixedsum_add, STYPE = plan_fixedsum, FINALFUNC = plan_value, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_add, MINVFUNC = _plan_fixedsum_remove, MSTYPE = plan_fixedsum, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sum(plan_number) IS
'exact sum, rounded once: the same in any order; NULL and NaN are skipped, NULL if there are no values';

CREATE AGGREGATE plan_rollup(fixedsum plan_fixedsum) (
	SFUNC = _plan_fixedsum_merge, STYPE = plan_fixedsum, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_merge, MINVFUNC = _plan_fixedsum_subtract, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_fixedsum) IS
'merges sums; NULL if there are no rows';

