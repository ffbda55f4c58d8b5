-- cube_agg: the aggregates that build cubes
--
-- The forms are those of plan_scorecard_agg and plan_scorecard_scored_agg, behind the node and the
-- day.  Nodes are keys of any type.

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[])
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction, plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status) IS
'transition of plan_cube_scored_agg';

CREATE FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status, plan_number) IS
'transition of plan_cube_scored_agg';

CREATE FUNCTION _plan_cube_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_cube_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_cube_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_cube_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_cube_final(internal)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_final(internal) IS
'makes the cube';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal) IS
'scorecards by node and month of rows compared with goals; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number) IS
'scorecards by node and month of rows compared with goals; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number, expected plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number, plan_number) IS
'scorecards by node and month of rows compared with goals; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[]) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'scorecards by node and month of rows compared with goals by cuts as in plan_status; NULL cuts are the usual ones; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[], cap plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'scorecards by node and month of rows compared with goals by cuts as in plan_status, their scores clamped to [0, cap]; NULL cuts are the usual ones, a NULL cap is 1; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, target plan_number, direction plan_direction) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_number, plan_direction) IS
'scorecards by node and month of rows compared with targets; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, target plan_number, direction plan_direction, weight plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_number, plan_direction, plan_number) IS
'scorecards by node and month of rows compared with targets; NULL if there are no rows';

CREATE AGGREGATE plan_cube_scored_agg(node anycompatible, at date, score plan_number, status plan_status) (
	SFUNC = _plan_cube_add_scored, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_scored_agg(anycompatible, date, plan_number, plan_status) IS
'scorecards by node and month of rows scored by your own rule; NULL if there are no rows';

CREATE AGGREGATE plan_cube_scored_agg(node anycompatible, at date, score plan_number, status plan_status, weight plan_number) (
	SFUNC = _plan_cube_add_scored, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_scored_agg(anycompatible, date, plan_number, plan_status, plan_number) IS
'scorecards by node and month of rows scored by your own rule; NULL if there are no rows';

-- Merging.

CREATE FUNCTION _plan_cube_merge(plan_cube, plan_cube)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_merge(plan_cube, plan_cube) IS
'implementation of the + operator';

CREATE FUNCTION _plan_cube_subtract(plan_cube, plan_cube)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_subtract(plan_cube, plan_cube) IS
'implementation of the - operator';

CREATE FUNCTION _plan_cube_whole(plan_cube)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_whole' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_whole(plan_cube) IS
'final function of plan_rollup: the cubes gathered so far as one';

CREATE OPERATOR + (
	FUNCTION = _plan_cube_merge, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_cube, plan_cube) IS 'merges two cubes, cell by cell';

CREATE OPERATOR - (
	FUNCTION = _plan_cube_subtract, LEFTARG = plan_cube, RIGHTARG = plan_cube
);
COMMENT ON OPERATOR - (plan_cube, plan_cube) IS 'takes a cube out of another; cells that become empty vanish';

CREATE AGGREGATE plan_rollup(cube plan_cube) (
	SFUNC = _plan_cube_merge, STYPE = plan_cube, SSPACE = 16384, FINALFUNC = _plan_cube_whole,
	COMBINEFUNC = _plan_cube_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_cube) IS
'merges cubes, exactly; NULL if there are no rows';
