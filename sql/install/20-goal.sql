-- goal: what counts as done

CREATE TYPE plan_goal;

CREATE FUNCTION plan_goal_in(cstring)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_in(cstring) IS
'reads the text form of plan_goal';

CREATE FUNCTION plan_goal_out(plan_goal)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_out(plan_goal) IS
'writes the text form of plan_goal';

CREATE FUNCTION plan_goal_recv(internal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_recv(internal) IS
'reads the binary form of plan_goal';

CREATE FUNCTION plan_goal_send(plan_goal)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_send(plan_goal) IS
'writes the binary form of plan_goal';

-- String category: a literal such as '>= 95' then needs no cast where a function
-- of the same name takes something else in its place, and text can be stored as it is.
CREATE TYPE plan_goal (
	INPUT = plan_goal_in,
	OUTPUT = plan_goal_out,
	RECEIVE = plan_goal_recv,
	SEND = plan_goal_send,
	INTERNALLENGTH = 32,
	ALIGNMENT = double,
	CATEGORY = 'S'
);
COMMENT ON TYPE plan_goal IS
'what counts as done, in the unit of the indicator: ''>= 95'', ''<= 10 from 44'' (baseline 44), ''8..12'', ''>= 6.6..6.8'' (met from 6.6, exceeded above 6.8), ''= 63''; bounds are inclusive and finite';

-- Comparison: by direction, then by bounds, then by baseline.

CREATE FUNCTION plan_goal_lt(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_lt(plan_goal, plan_goal) IS
'implementation of the < operator';

CREATE FUNCTION plan_goal_le(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_le(plan_goal, plan_goal) IS
'implementation of the <= operator';

CREATE FUNCTION plan_goal_eq(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_eq(plan_goal, plan_goal) IS
'implementation of the = operator';

CREATE FUNCTION plan_goal_ne(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_ne(plan_goal, plan_goal) IS
'implementation of the <> operator';

CREATE FUNCTION plan_goal_ge(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_ge(plan_goal, plan_goal) IS
'implementation of the >= operator';

CREATE FUNCTION plan_goal_gt(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_gt(plan_goal, plan_goal) IS
'implementation of the > operator';

CREATE FUNCTION plan_goal_cmp(plan_goal, plan_goal)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_cmp(plan_goal, plan_goal) IS
'btree support of plan_goal: -1, 0 or 1';

CREATE FUNCTION plan_goal_hash(plan_goal)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_hash(plan_goal) IS
'hash support of plan_goal';

CREATE FUNCTION plan_goal_hash_extended(plan_goal, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_hash_extended(plan_goal, bigint) IS
'hash support of plan_goal, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_goal_lt, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_goal, plan_goal) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_goal_le, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_goal, plan_goal) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_goal_eq, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_goal, plan_goal) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_goal_ne, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_goal, plan_goal) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_goal_ge, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_goal, plan_goal) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_goal_gt, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_goal, plan_goal) IS 'is greater than';

CREATE OPERATOR FAMILY plan_goal_btree USING btree;
COMMENT ON OPERATOR FAMILY plan_goal_btree USING btree IS 'order of plan_goal: by direction, then by bounds, then by baseline';
CREATE OPERATOR CLASS plan_goal_btree DEFAULT FOR TYPE plan_goal USING btree FAMILY plan_goal_btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_goal_cmp(plan_goal, plan_goal);
COMMENT ON OPERATOR CLASS plan_goal_btree USING btree IS 'order of plan_goal: by direction, then by bounds, then by baseline';

CREATE OPERATOR FAMILY plan_goal_hash USING hash;
COMMENT ON OPERATOR FAMILY plan_goal_hash USING hash IS 'equality of plan_goal';
CREATE OPERATOR CLASS plan_goal_hash DEFAULT FOR TYPE plan_goal USING hash FAMILY plan_goal_hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_goal_hash(plan_goal),
	FUNCTION 2 plan_goal_hash_extended(plan_goal, bigint);
COMMENT ON OPERATOR CLASS plan_goal_hash USING hash IS 'equality of plan_goal';

CREATE FUNCTION plan_goal_smaller(plan_goal, plan_goal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_smaller(plan_goal, plan_goal) IS
'transition of min: the one that sorts first';

CREATE FUNCTION plan_goal_larger(plan_goal, plan_goal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_larger(plan_goal, plan_goal) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_goal) (
	SFUNC = plan_goal_smaller, STYPE = plan_goal, COMBINEFUNC = plan_goal_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_goal) IS
'the goal that sorts first: by direction, bounds and baseline';

CREATE AGGREGATE max(plan_goal) (
	SFUNC = plan_goal_larger, STYPE = plan_goal, COMBINEFUNC = plan_goal_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_goal) IS
'the goal that sorts last: by direction, bounds and baseline';

-- Making and reading.

CREATE FUNCTION plan_goal(target float8, direction text, baseline float8 DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal(float8, text, float8) IS
'a goal with one bound; direction is higher, lower or within, which is exactly the target; a NULL baseline means none, NULL elsewhere gives NULL; figures that are not finite: 22003, another direction: 22023';

CREATE FUNCTION plan_goal(target float8, direction bigint, baseline float8 DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal(float8, bigint, float8) IS
'the same with the direction as 1 for higher or -1 for lower; another: 22023';

CREATE FUNCTION plan_goal_range(lower float8, upper float8, direction text, baseline float8 DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_range_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_range(float8, float8, text, float8) IS
'a goal that is set as a range: higher is met from lower and exceeded above upper, lower is met from upper and exceeded below lower; a NULL baseline means none, NULL elsewhere gives NULL; figures that are not finite: 22003, bounds in the wrong order or another direction: 22023';

CREATE FUNCTION plan_goal_range(lower float8, upper float8, direction bigint, baseline float8 DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_range_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_range(float8, float8, bigint, float8) IS
'the same with the direction as 1 for higher or -1 for lower; another: 22023';

CREATE FUNCTION plan_band(lower float8, upper float8, baseline float8 DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_band(float8, float8, float8) IS
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

