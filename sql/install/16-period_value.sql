-- period_value: the figure of one indicator over a period

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
'the figure of one indicator over a period, as a state to keep and merge: ''flow n=3 sum=35.5'', ''stock n=2 at=2023-06-30 value=172'', ''average n=3 sum=23.67'', ''running n=6 in=2023 sum=41.5''';

-- @comparisons plan_period_value: by kind, then by day, value and sum

-- @varchar plan_period_value: ASSIGNMENT

-- Reading.

CREATE FUNCTION plan_value(figure plan_period_value)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_period_value_figure' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_period_value) IS
'the figure: the sum of a flow, the last of a stock or cumulative figure, the mean of an average, the highest of a peak; NULL where there was none yet';

CREATE FUNCTION plan_kind(figure plan_period_value)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_period_value_kind' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kind(plan_period_value) IS
'flow, stock, cumulative, average, peak, or running for what plan_cumulative keeps';

CREATE FUNCTION plan_count(figure plan_period_value)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_period_value_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_period_value) IS
'number of figures in it';

CREATE FUNCTION _plan_period_value_to_jsonb(plan_period_value)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_period_value_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_to_jsonb(plan_period_value) IS
'kind, count and value as a JSON object';

CREATE CAST (plan_period_value AS float8) WITH FUNCTION plan_value(plan_period_value) AS ASSIGNMENT;
COMMENT ON CAST (plan_period_value AS float8) IS 'the figure';
CREATE CAST (plan_period_value AS jsonb) WITH FUNCTION _plan_period_value_to_jsonb(plan_period_value);
COMMENT ON CAST (plan_period_value AS jsonb) IS 'kind, count and value as a JSON object';

-- Aggregates.

CREATE FUNCTION _plan_period_value_add(plan_period_value, text, date, plan_number)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_add(plan_period_value, text, date, plan_number) IS
'transition: adds a figure';

CREATE FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_cumulative_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number) IS
'transition: adds a figure to what is running';

CREATE FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number, text)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_cumulative_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number, text) IS
'transition: adds a figure to what is running';

CREATE FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number, text, integer)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_cumulative_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number, text, integer) IS
'transition: adds a figure to what is running';

CREATE FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number, plan_period)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_cumulative_add_in_term' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cumulative_add(plan_period_value, date, plan_number, plan_period) IS
'transition: adds a figure to the term';

CREATE FUNCTION _plan_period_value_merge(plan_period_value, plan_period_value)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_merge(plan_period_value, plan_period_value) IS
'merges two states of one kind; 22023 for two kinds, 22003 out of range';

CREATE AGGREGATE plan_period_value_agg(kind text, at date, value plan_number) (
	SFUNC = _plan_period_value_add, STYPE = plan_period_value, SSPACE = 72, COMBINEFUNC = _plan_period_value_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_period_value_agg(text, date, plan_number) IS
'the figure of an indicator over a period as a state, by its kind: flow adds up, stock and cumulative take the value of the last day, average the mean, peak the maximum. Of two figures of the last day the higher counts. NULL and NaN are no figures; NULL without any; 22003 for infinity, 22023 for another kind or for two in one group';

CREATE AGGREGATE plan_period_value(kind text, at date, value plan_number) (
	SFUNC = _plan_period_value_add, STYPE = plan_period_value, SSPACE = 72, FINALFUNC = plan_value, COMBINEFUNC = _plan_period_value_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_period_value(text, date, plan_number) IS
'the figure of an indicator over a period, in one step: plan_value of plan_period_value_agg';

CREATE AGGREGATE plan_cumulative(at date, value plan_number) (
	SFUNC = _plan_cumulative_add, STYPE = plan_period_value, SSPACE = 72, FINALFUNC = plan_value, COMBINEFUNC = _plan_period_value_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cumulative(date, plan_number) IS
'year to date: the sum of the figures of the latest year there is; in a window ordered by the date it grows within each year and begins again with the next. Exact; NULL and NaN are no figures, and before the first of a year it is NULL; 22003 for infinity';

CREATE AGGREGATE plan_cumulative(at date, value plan_number, grain text) (
	SFUNC = _plan_cumulative_add, STYPE = plan_period_value, SSPACE = 72, FINALFUNC = plan_value, COMBINEFUNC = _plan_period_value_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cumulative(date, plan_number, text) IS
'to date within the year, half, quarter, month or week: the sum of the figures of the latest one there is; in a window ordered by the date it begins again with each';

CREATE AGGREGATE plan_cumulative(at date, value plan_number, grain text, first_month integer) (
	SFUNC = _plan_cumulative_add, STYPE = plan_period_value, SSPACE = 72, FINALFUNC = plan_value, COMBINEFUNC = _plan_period_value_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cumulative(date, plan_number, text, integer) IS
'to date within the year, half or quarter of a calendar whose years begin with the given month (1 to 12)';

CREATE AGGREGATE plan_cumulative(at date, value plan_number, term plan_period) (
	SFUNC = _plan_cumulative_add, STYPE = plan_period_value, SSPACE = 72, FINALFUNC = plan_value, COMBINEFUNC = _plan_period_value_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cumulative(date, plan_number, plan_period) IS
'term to date: the sum of the figures within the term; what lies outside does not count';

CREATE AGGREGATE plan_rollup(figure plan_period_value) (
	SFUNC = _plan_period_value_merge, STYPE = plan_period_value, SSPACE = 72, COMBINEFUNC = _plan_period_value_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_period_value) IS
'merges states of one kind, as those of months into that of a year; NULL of none, 22023 for two kinds';

