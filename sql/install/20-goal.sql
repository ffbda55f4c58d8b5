-- goal: what counts as done

-- @io plan_goal

-- String category: a literal such as '>= 95' then needs no cast where a function
-- of the same name takes something else in its place, and text can be stored as it is.
CREATE TYPE plan_goal (
	INPUT = _plan_goal_in,
	OUTPUT = _plan_goal_out,
	RECEIVE = _plan_goal_recv,
	SEND = _plan_goal_send,
	INTERNALLENGTH = 32,
	ALIGNMENT = double,
	CATEGORY = 'S'
);
COMMENT ON TYPE plan_goal IS
'what counts as done, in the unit of the indicator: ''>= 95'', ''<= 10 from 44'' (baseline 44), ''8..12'', ''>= 6.6..6.8'' (met from 6.6, exceeded above 6.8), ''= 63''; bounds are inclusive and finite';

-- @comparisons plan_goal: by direction, then by bounds, then by baseline

-- @varchar plan_goal: IMPLICIT

CREATE FUNCTION _plan_goal_smaller(plan_goal, plan_goal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_smaller(plan_goal, plan_goal) IS
'transition of min: the one that sorts first';

CREATE FUNCTION _plan_goal_larger(plan_goal, plan_goal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_larger(plan_goal, plan_goal) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_goal) (
	SFUNC = _plan_goal_smaller, STYPE = plan_goal, COMBINEFUNC = _plan_goal_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_goal) IS
'the goal that sorts first: by direction, bounds and baseline';

CREATE AGGREGATE max(plan_goal) (
	SFUNC = _plan_goal_larger, STYPE = plan_goal, COMBINEFUNC = _plan_goal_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_goal) IS
'the goal that sorts last: by direction, bounds and baseline';

-- Making and reading.

CREATE FUNCTION plan_goal(target plan_number, direction plan_direction, baseline plan_number DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal(plan_number, plan_direction, plan_number) IS
'a goal with one bound; direction is higher, lower or within, which is exactly the target; a NULL baseline means none, NULL elsewhere gives NULL; figures that are not finite: 22003, another direction: 22023';

CREATE FUNCTION plan_goal_range(lower plan_number, upper plan_number, direction plan_direction, baseline plan_number DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_range(plan_number, plan_number, plan_direction, plan_number) IS
'a goal that is set as a range: higher is met from lower and exceeded above upper, lower is met from upper and exceeded below lower; a NULL baseline means none, NULL elsewhere gives NULL; figures that are not finite: 22003, bounds in the wrong order or another direction: 22023';

CREATE FUNCTION plan_band(lower plan_number, upper plan_number, baseline plan_number DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_band(plan_number, plan_number, plan_number) IS
'a goal that is met between two bounds, both included; a NULL baseline means none, NULL elsewhere gives NULL; figures that are not finite: 22003, bounds in the wrong order: 22023';

CREATE FUNCTION plan_direction(goal plan_goal)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_direction(plan_goal) IS
'higher, lower or within';

CREATE FUNCTION plan_target(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_target(plan_goal) IS
'the bound from which the goal is met; the middle of the band for within';

CREATE FUNCTION plan_low(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_low(plan_goal) IS
'the lower bound; equals the upper one where there is only one';

CREATE FUNCTION plan_high(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_high(plan_goal) IS
'the upper bound; equals the lower one where there is only one';

CREATE FUNCTION plan_baseline(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_baseline(plan_goal) IS
'the value from which progress is measured; NULL when there is none';

