-- period_value: the value of one indicator over a period

-- @io plan_period_value

CREATE TYPE plan_period_value (
	INPUT = _plan_period_value_in,
	OUTPUT = _plan_period_value_out,
	RECEIVE = _plan_period_value_recv,
	SEND = _plan_period_value_send,
	INTERNALLENGTH = 56,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_period_value IS
'value of one indicator over a period, as a state to merge: ''flow n=3 sum=35.5'', ''stock n=2 at=2023-06-30 value=172''';

-- @comparisons plan_period_value: by kind, then by day, value and sum

-- @varchar plan_period_value: ASSIGNMENT

-- @group plan_period_value

-- Reading.

CREATE FUNCTION plan_value(value plan_period_value)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_period_value_figure' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_period_value) IS
'the value: sum of a flow, last of a stock, mean of an average, maximum of a peak, minimum of a least, first of a first; NULL if there is none';

CREATE FUNCTION plan_kind(value plan_period_value)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_period_value_kind' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kind(plan_period_value) IS
'flow, stock, cumulative, average, peak, least or first';

CREATE FUNCTION plan_count(value plan_period_value)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_period_value_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_period_value) IS
'number of values in the state';

CREATE FUNCTION _plan_period_value_to_jsonb(plan_period_value)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_period_value_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_to_jsonb(plan_period_value) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_period_value AS float8) WITH FUNCTION plan_value(plan_period_value) AS ASSIGNMENT;
COMMENT ON CAST (plan_period_value AS float8) IS 'the value of the state';
CREATE CAST (plan_period_value AS jsonb) WITH FUNCTION _plan_period_value_to_jsonb(plan_period_value);
COMMENT ON CAST (plan_period_value AS jsonb) IS 'kind, count and value as a JSON object';

-- Aggregates.

CREATE FUNCTION _plan_period_value_add(plan_period_value, text, date, plan_number)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_add(plan_period_value, text, date, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_period_value_moving_add(internal, text, date, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_add(internal, text, date, plan_number) IS
'transition of a moving frame: adds a value';

CREATE FUNCTION _plan_period_value_moving_remove(internal, text, date, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_remove(internal, text, date, plan_number) IS
'inverse transition of a moving frame: takes the oldest value away';

CREATE FUNCTION _plan_period_value_moving_merge(internal, plan_period_value)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_merge' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_merge(internal, plan_period_value) IS
'transition of a moving frame: merges a state';

CREATE FUNCTION _plan_period_value_moving_subtract(internal, plan_period_value)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_subtract' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_subtract(internal, plan_period_value) IS
'inverse transition of a moving frame: takes the oldest state away';

CREATE FUNCTION _plan_period_value_moving_final(internal)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_final(internal) IS
'final function of a moving frame';

CREATE AGGREGATE plan_period_value_agg(kind text, at date, value plan_number) (
	SFUNC = _plan_period_value_add, STYPE = plan_period_value, SSPACE = 72, COMBINEFUNC = _plan_period_value_merge,
	MSFUNC = _plan_period_value_moving_add, MINVFUNC = _plan_period_value_moving_remove, MSTYPE = internal, MSSPACE = 1024,
	MFINALFUNC = _plan_period_value_moving_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_period_value_agg(text, date, plan_number) IS
'state of the values of a period by their kind; rows with a NULL or NaN are skipped, NULL if there are no values';

CREATE AGGREGATE plan_rollup(value plan_period_value) (
	SFUNC = _plan_period_value_merge, STYPE = plan_period_value, SSPACE = 72, COMBINEFUNC = _plan_period_value_merge,
	MSFUNC = _plan_period_value_moving_merge, MINVFUNC = _plan_period_value_moving_subtract, MSTYPE = internal, MSSPACE = 1024,
	MFINALFUNC = _plan_period_value_moving_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_period_value) IS
'merges states of one kind; NULL if there are no rows';
