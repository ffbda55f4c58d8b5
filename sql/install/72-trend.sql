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
'mergeable straight-line fit of values over time: how many, and the exact sums of weights, days, values and their products; of the values themselves, of their logarithm (growth) or of the logit of their share of a ceiling (logit); its text form lists what is not zero, ''empty'' when all is';

-- @comparisons plan_trend: by kind, then by number of rows, then by sums

-- @varchar plan_trend: ASSIGNMENT

-- Trends form a commutative group.

CREATE FUNCTION _plan_trend_merge(plan_trend, plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_merge(plan_trend, plan_trend) IS
'adds two trends; of different kinds or ceilings: 22023; out of range: 22003';

CREATE FUNCTION _plan_trend_subtract(plan_trend, plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_subtract(plan_trend, plan_trend) IS
'takes the second from the first of two trends; of different kinds or ceilings: 22023; out of range: 22003';

CREATE FUNCTION _plan_trend_negate(plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_negate(plan_trend) IS
'what added to the argument gives nothing; out of range: 22003';

CREATE OPERATOR + (
	FUNCTION = _plan_trend_merge, LEFTARG = plan_trend, RIGHTARG = plan_trend, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_trend, plan_trend) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_trend_subtract, LEFTARG = plan_trend, RIGHTARG = plan_trend
);
COMMENT ON OPERATOR - (plan_trend, plan_trend) IS 'take away, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_trend_negate, RIGHTARG = plan_trend
);
COMMENT ON OPERATOR - (NONE, plan_trend) IS 'negate';

-- Reading.

CREATE FUNCTION plan_count(trend plan_trend)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_trend_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_trend) IS
'number of rows that had a date, a value and a weight';

CREATE FUNCTION plan_slope_per_year(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_slope_per_year(plan_trend) IS
'slope of the fitted line in units of the value a year of 365.2425 days, rounded once; of a growth or logit trend in units of the logarithm or logit; NULL for fewer than two days with weight';

CREATE FUNCTION plan_intercept(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_intercept(plan_trend) IS
'where the fitted line is on 2000-01-01, in units of the value; of a growth or logit trend in units of the logarithm or logit; rounded once; NULL for fewer than two days with weight; plan_projected gives the value on any day';

CREATE FUNCTION plan_growth_per_year(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_growth_per_year(plan_trend) IS
'of a growth trend, the share by which the fitted value grows in a year of 365.2425 days: 0.05 for 5 % a year; NULL for other trends and for fewer than two days; out of range: 22003';

CREATE FUNCTION plan_r2(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_r2(plan_trend) IS
'coefficient of determination, in [0, 1]: the share of the variance of what is fitted that the line explains, rounded once; 1 when all values are the same, as regr_r2 has it; NULL for fewer than two days with weight';

CREATE FUNCTION plan_projected(trend plan_trend, at date)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_projected(plan_trend, date) IS
'the fitted value on a day, in the unit of the values; NULL for fewer than two days with weight; infinite date: 22008; out of range: 22003';

CREATE FUNCTION plan_reached_on(trend plan_trend, goal plan_goal)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_reached_on(plan_trend, plan_goal) IS
'the first day, past or future, on which the fitted line has come to meet the goal: of a band, the edge that it meets first; NULL when it is level, runs the other way, never gets there within the calendar, or there is no line; growth never comes to 0, nor a logit trend to its ceiling or to 0';

CREATE FUNCTION plan_reached_within(trend plan_trend, goal plan_goal, term plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_reached_within(plan_trend, plan_goal, plan_period) IS
'whether plan_reached_on lies within the term, or the fitted line meets the goal on the last day of it; NULL for fewer than two days with weight';

CREATE FUNCTION plan_time_weight(at date, predicted date)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_time_weight_of_years' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_weight(date, date) IS
'weight of an observation for extrapolation, 1 / (years of 365.2425 days left until the day that is to be predicted): the nearer, the more; a fit by these weights is that by ESCAP''s, since only ratios of weights matter; at not before predicted: 22023; source: ESCAP SD/WP/04/March 2017';

CREATE FUNCTION plan_time_weight(at date, first date, predicted date)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_weight(date, date, date) IS
'ESCAP''s weight of an observation, (predicted - first) / (predicted - at) in days: 1 for the first, more the nearer to the day that is to be predicted; at or first not before predicted: 22023; source: ESCAP SD/WP/04/March 2017';

CREATE FUNCTION _plan_trend_to_jsonb(plan_trend)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_trend_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_to_jsonb(plan_trend) IS
'all that a trend holds, exactly, with slope and R2, as a JSON object';

CREATE CAST (plan_trend AS jsonb) WITH FUNCTION _plan_trend_to_jsonb(plan_trend);
COMMENT ON CAST (plan_trend AS jsonb) IS 'all that a trend holds, exactly, with slope and R2';

-- Transitions.

CREATE FUNCTION _plan_trend_add(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add_float8' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_add(plan_trend, date, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_trend_remove(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove_float8' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_remove(plan_trend, date, plan_number) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_trend_add(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add_float8_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_add(plan_trend, date, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_trend_remove(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove_float8_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_remove(plan_trend, date, plan_number, plan_number) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add_growth' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove_growth' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add_growth_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove_growth_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number, plan_number) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add_logit' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove_logit' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add_logit_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove_logit_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number, plan_number) IS
'inverse transition: takes a row away exactly';

-- What leaves an aggregate.

CREATE FUNCTION _plan_trend_final(plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_final(plan_trend) IS
'final function: equal trends as equal bytes';

-- Aggregates.

CREATE AGGREGATE plan_trend_agg(at date, value plan_number) (
	SFUNC = _plan_trend_add, STYPE = plan_trend, SSPACE = 144, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_trend_add, MINVFUNC = _plan_trend_remove, MSTYPE = plan_trend, MSSPACE = 144, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_agg(date, plan_number) IS
'trend of the values over time, a straight line by least squares; rows where anything is NULL or NaN are left out; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_trend_agg(at date, value plan_number, weight plan_number) (
	SFUNC = _plan_trend_add, STYPE = plan_trend, SSPACE = 144, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_trend_add, MINVFUNC = _plan_trend_remove, MSTYPE = plan_trend, MSSPACE = 144, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_agg(date, plan_number, plan_number) IS
'trend of the values over time, a straight line by least squares; negative weight: 22023; weight above 0 but below 2^-24: 22003 (multiply all by one number: only ratios matter); rows where anything is NULL or NaN are left out; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_growth_trend_agg(at date, value plan_number) (
	SFUNC = _plan_growth_trend_add, STYPE = plan_trend, SSPACE = 144, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_growth_trend_add, MINVFUNC = _plan_growth_trend_remove, MSTYPE = plan_trend, MSSPACE = 144, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_growth_trend_agg(date, plan_number) IS
'trend of the logarithm of the values over time: growth at a constant rate; a value that is not positive: 2201E; rows where anything is NULL or NaN are left out; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_growth_trend_agg(at date, value plan_number, weight plan_number) (
	SFUNC = _plan_growth_trend_add, STYPE = plan_trend, SSPACE = 144, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_growth_trend_add, MINVFUNC = _plan_growth_trend_remove, MSTYPE = plan_trend, MSSPACE = 144, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_growth_trend_agg(date, plan_number, plan_number) IS
'trend of the logarithm of the values over time: growth at a constant rate; a value that is not positive: 2201E; negative weight: 22023; weight above 0 but below 2^-24: 22003 (multiply all by one number: only ratios matter); rows where anything is NULL or NaN are left out; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_logit_trend_agg(at date, value plan_number, ceiling plan_number) (
	SFUNC = _plan_logit_trend_add, STYPE = plan_trend, SSPACE = 144, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_logit_trend_add, MINVFUNC = _plan_logit_trend_remove, MSTYPE = plan_trend, MSSPACE = 144, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_logit_trend_agg(date, plan_number, plan_number) IS
'trend of the logit of the values as shares of the ceiling over time: an S-shaped approach to it, such as 100 for percentages; a value that does not lie between 0 and the ceiling: 2201E; a ceiling that is not positive, or several: 22023; rows where anything is NULL or NaN are left out; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_logit_trend_agg(at date, value plan_number, ceiling plan_number, weight plan_number) (
	SFUNC = _plan_logit_trend_add, STYPE = plan_trend, SSPACE = 144, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_logit_trend_add, MINVFUNC = _plan_logit_trend_remove, MSTYPE = plan_trend, MSSPACE = 144, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_logit_trend_agg(date, plan_number, plan_number, plan_number) IS
'trend of the logit of the values as shares of the ceiling over time: an S-shaped approach to it, such as 100 for percentages; a value that does not lie between 0 and the ceiling: 2201E; a ceiling that is not positive, or several: 22023; negative weight: 22023; weight above 0 but below 2^-24: 22003 (multiply all by one number: only ratios matter); rows where anything is NULL or NaN are left out; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_rollup(trend plan_trend) (
	SFUNC = _plan_trend_merge, STYPE = plan_trend, SSPACE = 144, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_trend_merge, MINVFUNC = _plan_trend_subtract, MSTYPE = plan_trend, MSSPACE = 144,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_trend) IS
'merges stored trends, exactly; of different kinds or ceilings: 22023; NULL over no rows';

