-- cube_agg: the aggregates that build cubes
--
-- The forms are those of plan_scorecard_agg, behind the node and the day.

-- Transitions.

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_goal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_goal) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_goal, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_goal, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_goal, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_goal, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text, float8, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, text, float8, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint, float8, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, bigint, float8, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint, float8, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, float8, smallint, float8, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal, numeric, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal, numeric, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal_all_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, plan_goal, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text, numeric, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text, numeric, numeric, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, text, numeric, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint, numeric, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint, numeric, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint, numeric, numeric, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, bigint, numeric, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint, numeric, numeric, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, numeric, numeric, smallint, numeric, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_status, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_status, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_status)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, bigint, date, float8, plan_status) IS
'transition: adds a row';

CREATE FUNCTION _plan_cube_add_cube(internal, plan_cube)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_cube' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add_cube(internal, plan_cube) IS
'transition of plan_rollup: adds a cube';

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

-- Aggregates.

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, goal plan_goal) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, plan_goal) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, goal plan_goal, weight float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, plan_goal, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, goal plan_goal, weight float8, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, plan_goal, float8, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction text) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, text) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction text, weight float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, text, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction text, weight float8, baseline float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, text, float8, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction text, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, text, float8, float8, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction bigint) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, bigint) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction smallint) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, smallint) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction bigint, weight float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, bigint, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction smallint, weight float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, smallint, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction bigint, weight float8, baseline float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, bigint, float8, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction smallint, weight float8, baseline float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, smallint, float8, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction bigint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, bigint, float8, float8, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual float8, target float8, direction smallint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, float8, smallint, float8, float8, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, goal plan_goal) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, plan_goal) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, goal plan_goal, weight numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, plan_goal, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, goal plan_goal, weight numeric, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, plan_goal, numeric, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, goal plan_goal, weight numeric, expected numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, plan_goal, numeric, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction text) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, text) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction text, weight numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, text, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction text, weight numeric, baseline numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, text, numeric, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction text, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, text, numeric, numeric, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction bigint) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, bigint) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction smallint) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, smallint) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction bigint, weight numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, bigint, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction smallint, weight numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, smallint, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction bigint, weight numeric, baseline numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, bigint, numeric, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction smallint, weight numeric, baseline numeric) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, smallint, numeric, numeric) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction bigint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, bigint, numeric, numeric, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, actual numeric, target numeric, direction smallint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, numeric, numeric, smallint, numeric, numeric, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, score float8, status plan_status, weight float8) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, plan_status, float8) IS
'scorecards by node and month of the day, each as plan_scorecard_agg makes it of the same figures; NULL of no rows; 22004 where node or day is NULL, 54000 for more than 7 million cells';

CREATE AGGREGATE plan_cube_agg(node bigint, at date, score float8, status plan_status) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(bigint, date, float8, plan_status) IS
'scorecards by node and month of the day, of rows scored by a rule of the users own, each of weight 1';

CREATE AGGREGATE plan_rollup(cube plan_cube) (
	SFUNC = _plan_cube_add_cube, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_cube_final,
	COMBINEFUNC = _plan_cube_combine, SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_cube) IS
'merges cubes; NULL of none';
