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
'what counts as done, in the unit of the indicator: ''>= 95'', ''<= 10 from 44'' (baseline 44), ''8..12'', ''>= 6.6..6.8'', ''= 63''';

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
'goal with one bound; within means exactly the target; a NULL baseline means none, any other NULL gives NULL';

CREATE FUNCTION plan_goal_range(lower plan_number, upper plan_number, direction plan_direction, baseline plan_number DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_range(plan_number, plan_number, plan_direction, plan_number) IS
'goal with two bounds: within is met between them, higher and lower are met from one and exceeded beyond the other; a NULL baseline means none';

CREATE FUNCTION plan_direction(goal plan_goal)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_direction(plan_goal) IS
'higher, lower or within';

CREATE FUNCTION plan_target(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_target(plan_goal) IS
'the bound from which the goal is met; the midpoint of a band';

CREATE FUNCTION plan_lower(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_lower(plan_goal) IS
'the lower bound; equals the upper bound if there is only one';

CREATE FUNCTION plan_upper(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_upper(plan_goal) IS
'the upper bound; equals the lower bound if there is only one';

CREATE FUNCTION plan_baseline(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_baseline(plan_goal) IS
'the value from which progress is measured; NULL if there is none';

