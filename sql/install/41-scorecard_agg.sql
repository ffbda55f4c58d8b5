-- scorecard_agg: the aggregates over scorecards
--
-- Rows are given by a goal, by plain columns, or as scores of one's own.

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction, plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction, plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status, plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status, plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_final(plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_final(plan_scorecard) IS
'final function: equal scorecards as equal bytes';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number, expected plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number, plan_number) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, target plan_number, direction plan_direction) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_number, plan_direction) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, target plan_number, direction plan_direction, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_number, plan_direction, plan_number) IS
'scorecard of the rows; a planned row without an actual is counted; NULL weight weighs nothing, negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(score plan_number, status plan_status) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_status) IS
'scorecard of the rows; scores and verdicts as stated, by any rule; a verdict may stand without a score and is counted; NULL score and verdict: no_data; negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_scorecard_agg(score plan_number, status plan_status, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_status, plan_number) IS
'scorecard of the rows; scores and verdicts as stated, by any rule; a verdict may stand without a score and is counted; NULL score and verdict: no_data; negative weight: 22023; infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_rollup(scorecard plan_scorecard) (
	SFUNC = _plan_scorecard_merge, STYPE = plan_scorecard, SSPACE = 144, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_merge, MINVFUNC = _plan_scorecard_subtract, MSTYPE = plan_scorecard, MSSPACE = 144,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_scorecard) IS
'merges stored scorecards, exactly; NULL over no rows';
