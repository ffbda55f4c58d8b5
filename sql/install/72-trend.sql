-- trend: the mergeable straight-line fit of values over time

-- @io plan_trend

-- Plain storage: never compressed or packed, so that it is read and changed in place.
CREATE TYPE plan_trend (
	INPUT = _plan_trend_in,
	OUTPUT = _plan_trend_out,
	RECEIVE = _plan_trend_recv,
	SEND = _plan_trend_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = plain,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_trend IS
'mergeable straight line through values over time, as exact sums of weights, days and values; ''empty'' of no rows';

-- @comparisons plan_trend: by kind, then by number of rows, then by sums

-- @varchar plan_trend: ASSIGNMENT

-- Trends form a commutative group.

-- @group plan_trend

-- Reading.

CREATE FUNCTION plan_count(trend plan_trend)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_trend_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_trend) IS
'number of rows in the trend';

CREATE FUNCTION plan_slope_per_year(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_slope_per_year(plan_trend) IS
'slope of the line per year of 365.2425 days, in units of what is fitted; NULL for fewer than two days';

CREATE FUNCTION plan_intercept(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_intercept(plan_trend) IS
'height of the line on 2000-01-01, in units of what is fitted; NULL for fewer than two days';

CREATE FUNCTION plan_growth_per_year(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_growth_per_year(plan_trend) IS
'yearly growth of a growth trend as a share, 0.05 for 5 %; NULL for other trends and fewer than two days';

CREATE FUNCTION plan_r2(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_r2(plan_trend) IS
'coefficient of determination, 0 to 1; 1 if all values are equal, NULL for fewer than two days';

CREATE FUNCTION plan_projected(trend plan_trend, at date)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_projected(plan_trend, date) IS
'fitted value on a day, in the unit of the values; NULL for fewer than two days';

CREATE FUNCTION plan_projected_day(trend plan_trend, goal plan_goal)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_projected_day(plan_trend, plan_goal) IS
'projected day: the first, past or future, on which the fitted value meets the goal; NULL if it never does';

CREATE FUNCTION plan_projected_within(trend plan_trend, goal plan_goal, term plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_projected_within(plan_trend, plan_goal, plan_period) IS
'whether the projected day lies within the term, or the fitted value meets the goal on its last day; NULL for fewer than two days';

CREATE FUNCTION plan_time_weight(at date, predicted date, first date DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_weight(date, date, date) IS
'weight that grows toward the predicted day: 1 / years left, or days left since first / days left; NULL if a day is NULL';

CREATE FUNCTION _plan_trend_to_jsonb(plan_trend)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_trend_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_to_jsonb(plan_trend) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_trend AS jsonb) WITH FUNCTION _plan_trend_to_jsonb(plan_trend);
COMMENT ON CAST (plan_trend AS jsonb) IS 'all that a trend holds, exactly, with slope and R2';

-- What leaves an aggregate.

CREATE FUNCTION _plan_trend_final(plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_final(plan_trend) IS
'final function: equal trends as equal bytes';

-- Aggregates.

-- @trend plan_trend(at date, value): straight line through the values over time, by least squares; rows with a NULL or NaN are skipped

-- @trend plan_trend(at date, value, weight): straight line through the values over time, by weighted least squares; rows with a NULL or NaN are skipped

-- @trend plan_growth_trend(at date, value): line through ln(value) over time: growth at a constant rate; rows with a NULL or NaN are skipped

-- @trend plan_growth_trend(at date, value, weight): weighted line through ln(value) over time: growth at a constant rate; rows with a NULL or NaN are skipped

-- @trend plan_logit_trend(at date, value, ceiling): line through the logit of value / ceiling over time, an S-shaped curve; rows with a NULL or NaN are skipped

-- @trend plan_logit_trend(at date, value, ceiling, weight): weighted line through the logit of value / ceiling over time, an S-shaped curve; rows with a NULL or NaN are skipped

CREATE AGGREGATE plan_rollup(trend plan_trend) (
	SFUNC = _plan_trend_merge, STYPE = plan_trend, SSPACE = 128, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_trend_merge, MINVFUNC = _plan_trend_subtract, MSTYPE = plan_trend, MSSPACE = 128, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_trend) IS
'merges trends of one kind; NULL if there are no rows';

