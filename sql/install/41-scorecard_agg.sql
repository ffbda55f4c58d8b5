-- scorecard_agg: the aggregates over scorecards
--
-- Rows have a goal, or plain columns.  Scores by another rule have an aggregate of their own
-- name: untyped arguments could not tell a status from a goal.

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

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[])
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[])
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
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
'transition of plan_scorecard_scored_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status) IS
'inverse transition of plan_scorecard_scored_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status, plan_number) IS
'transition of plan_scorecard_scored_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status, plan_number) IS
'inverse transition of plan_scorecard_scored_agg';

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
'scorecard of actuals and their goals; rows without an actual are counted as no_data; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number) IS
'scorecard of actuals and their goals, by weight; a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number, expected plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number, plan_number) IS
'scorecard of actuals and their goals, by weight, with the share of progress due by now, as in plan_status; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[]) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'scorecard of actuals and their goals, judged by cuts as in plan_status; NULL cuts are the usual ones, a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[], cap plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'scorecard of actuals and their goals, judged by cuts as in plan_status, with scores clamped to [0, cap]; NULL cuts are the usual ones, a NULL cap is 1, a NULL weight 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, target plan_number, direction plan_direction) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_number, plan_direction) IS
'scorecard of actuals and targets without baselines; rows without an actual are counted as no_data; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, target plan_number, direction plan_direction, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_number, plan_direction, plan_number) IS
'scorecard of actuals and targets without baselines, by weight; a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_scored_agg(score plan_number, status plan_status) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_scored_agg(plan_number, plan_status) IS
'scorecard of scores and verdicts by your own rule, taken as given; either may be NULL; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_scored_agg(score plan_number, status plan_status, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_scored_agg(plan_number, plan_status, plan_number) IS
'scorecard of scores and verdicts by your own rule, by weight; a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_rollup(scorecard plan_scorecard) (
	SFUNC = _plan_scorecard_merge, STYPE = plan_scorecard, SSPACE = 144, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_merge, MINVFUNC = _plan_scorecard_subtract, MSTYPE = plan_scorecard, MSSPACE = 144,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_scorecard) IS
'merges scorecards, exactly; NULL if there are no rows';
