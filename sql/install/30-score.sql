-- score: one actual held against one goal

CREATE FUNCTION plan_achievement(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_achievement(plan_number, plan_goal) IS
'how far the goal is achieved: 1 when met exactly, not clamped; (actual - baseline) / (target - baseline) from a baseline that had not met it, else 1 + d * (actual - target) / |target|, and for target 0 met (1) or not (0): give a baseline for a scale; 1 inside a band, outside it by the nearer edge; NULL or NaN actual gives NULL; infinity and overflow: 22003';

CREATE FUNCTION plan_score(actual plan_number, goal plan_goal, cap plan_number DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(plan_number, plan_goal, plan_number) IS
'achievement clamped to [0, cap], ready for averaging; NULL or NaN actual gives NULL; a cap below 0: 22023';

CREATE FUNCTION plan_status(actual plan_number, goal plan_goal, expected plan_number DEFAULT 1, cuts float8[] DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_status(plan_number, plan_goal, plan_number, float8[]) IS
'the verdict: exceeded and met whatever the pace, else by achievement / expected: on_track from 0.95, at_risk from 0.60, off_track from 0 or without a baseline, regressing below (Eurostat cuts, or those given as {on_track, at_risk [, off_track]}); expected is the share of the way that should be done by now, in [0, 1] (else 22023); with 0 whatever has not regressed is on_track; no_data without an actual or a goal; NULL when the pace matters and expected is NULL';

CREATE FUNCTION plan_gap(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_gap(plan_number, plan_goal) IS
'what is still missing to the nearest bound, in the unit of the indicator; 0 once met; NULL or NaN actual gives NULL';

CREATE FUNCTION plan_is_met(actual plan_number, goal plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_met(plan_number, plan_goal) IS
'whether the goal is met or exceeded; NULL or NaN actual gives NULL';

