-- scorecard_agg: the aggregates over scorecards
--
-- Every form exists for float8 and for numeric, with the goal as plan_goal or as
-- plain numbers, and in three aggregates: the state, and two that read one figure
-- from it.  The three share transition and state, so that PostgreSQL computes them
-- once where a query uses several over the same arguments.

-- Transitions.

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_goal) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_goal) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_goal, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_goal, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_goal, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_goal, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_goal, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_goal, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_goal, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_goal, float8, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text, float8, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text, float8, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, text, float8, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text, float8, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, text, float8, float8, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint, float8, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint, float8, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint, float8, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, bigint, float8, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint, float8, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, float8, smallint, float8, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint, float8, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, bigint, float8, float8, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint, float8, float8, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, float8, smallint, float8, float8, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal_all_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, plan_goal, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal, numeric, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal_all_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, plan_goal, numeric, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text, numeric, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text, numeric, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, text, numeric, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text, numeric, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_name_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, text, numeric, numeric, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint, numeric, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint, numeric, numeric)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint, numeric, numeric) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint, numeric, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, bigint, numeric, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint, numeric, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, numeric, numeric, smallint, numeric, numeric, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint, numeric, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, bigint, numeric, numeric, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint, numeric, numeric, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_short_sign_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, numeric, numeric, smallint, numeric, numeric, float8) IS
'inverse transition: takes a row away exactly';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_status, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, float8, plan_status, float8) IS
'transition: adds a row';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_status, float8)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, float8, plan_status, float8) IS
'inverse transition: takes a row away exactly';

-- What leaves an aggregate.

CREATE FUNCTION _plan_scorecard_final(plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_final(plan_scorecard) IS
'final function: equal scorecards as equal bytes';

-- Aggregates.

CREATE AGGREGATE plan_scorecard_agg(actual float8, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, plan_goal) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, plan_goal) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, plan_goal) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, goal plan_goal, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, plan_goal, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, goal plan_goal, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, plan_goal, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, goal plan_goal, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, plan_goal, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, goal plan_goal, weight float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, plan_goal, float8, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, goal plan_goal, weight float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, plan_goal, float8, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, goal plan_goal, weight float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, plan_goal, float8, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction text) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, text) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction text) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, text) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction text) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, text) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction text, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, text, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction text, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, text, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction text, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, text, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction text, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, text, float8, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction text, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, text, float8, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction text, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, text, float8, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction text, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, text, float8, float8, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction text, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, text, float8, float8, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction text, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, text, float8, float8, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction bigint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, bigint) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction smallint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, smallint) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction bigint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, bigint) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction smallint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, smallint) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction bigint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, bigint) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction smallint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, smallint) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction bigint, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, bigint, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction smallint, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, smallint, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction bigint, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, bigint, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction smallint, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, smallint, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction bigint, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, bigint, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction smallint, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, smallint, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction bigint, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, bigint, float8, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction smallint, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, smallint, float8, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction bigint, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, bigint, float8, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction smallint, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, smallint, float8, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction bigint, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, bigint, float8, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction smallint, weight float8, baseline float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, smallint, float8, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction bigint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, bigint, float8, float8, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual float8, target float8, direction smallint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, float8, smallint, float8, float8, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction bigint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, bigint, float8, float8, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual float8, target float8, direction smallint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, float8, smallint, float8, float8, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction bigint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, bigint, float8, float8, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual float8, target float8, direction smallint, weight float8, baseline float8, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, float8, smallint, float8, float8, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, plan_goal) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, plan_goal) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, plan_goal) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, goal plan_goal, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, plan_goal, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, goal plan_goal, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, plan_goal, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, goal plan_goal, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, plan_goal, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, goal plan_goal, weight numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, plan_goal, numeric, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, goal plan_goal, weight numeric, expected numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, plan_goal, numeric, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, goal plan_goal, weight numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, plan_goal, numeric, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual numeric, goal plan_goal, weight numeric, expected numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, plan_goal, numeric, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, goal plan_goal, weight numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, plan_goal, numeric, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual numeric, goal plan_goal, weight numeric, expected numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, plan_goal, numeric, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction text) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, text) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction text) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, text) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction text) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, text) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction text, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, text, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction text, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, text, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction text, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, text, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction text, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, text, numeric, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction text, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, text, numeric, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction text, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, text, numeric, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction text, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, text, numeric, numeric, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction text, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, text, numeric, numeric, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction text, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, text, numeric, numeric, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction bigint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, bigint) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction smallint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, smallint) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction bigint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, bigint) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction smallint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, smallint) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction bigint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, bigint) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction smallint) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, smallint) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction bigint, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, bigint, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction smallint, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, smallint, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction bigint, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, bigint, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction smallint, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, smallint, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction bigint, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, bigint, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction smallint, weight numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, smallint, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction bigint, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, bigint, numeric, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction smallint, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, smallint, numeric, numeric) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction bigint, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, bigint, numeric, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction smallint, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, smallint, numeric, numeric) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction bigint, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, bigint, numeric, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction smallint, weight numeric, baseline numeric) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, smallint, numeric, numeric) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction bigint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, bigint, numeric, numeric, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual numeric, target numeric, direction smallint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(numeric, numeric, smallint, numeric, numeric, float8) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction bigint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, bigint, numeric, numeric, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_weighted_score(actual numeric, target numeric, direction smallint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(numeric, numeric, smallint, numeric, numeric, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction bigint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, bigint, numeric, numeric, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_share_met(actual numeric, target numeric, direction smallint, weight numeric, baseline numeric, expected float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(numeric, numeric, smallint, numeric, numeric, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_scorecard_agg(score float8, status plan_status, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(float8, plan_status, float8) IS
'scorecard of the rows; scores and verdicts as stated, by any rule; a verdict may stand without a score and is counted; NULL score and verdict: no_data; negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_weighted_score(score float8, status plan_status, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_score, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_score,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_score(float8, plan_status, float8) IS
'plan_score of the scorecard of the rows: weighted mean of the scores of those with data';

CREATE AGGREGATE plan_share_met(score float8, status plan_status, weight float8) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = plan_met_share, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = plan_met_share,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_share_met(float8, plan_status, float8) IS
'plan_met_share of the scorecard of the rows: share of them that is met or exceeded';

CREATE AGGREGATE plan_rollup(scorecard plan_scorecard) (
	SFUNC = _plan_scorecard_merge, STYPE = plan_scorecard, SSPACE = 144, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_merge, MINVFUNC = _plan_scorecard_subtract, MSTYPE = plan_scorecard, MSSPACE = 144,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_scorecard) IS
'merges stored scorecards, exactly; NULL over no rows';

