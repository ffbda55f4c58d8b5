-- score: one actual held against one goal

CREATE TYPE plan_status AS ENUM (
	'exceeded', 'met', 'on_track', 'at_risk', 'off_track', 'regressing', 'no_data'
);
COMMENT ON TYPE plan_status IS
'the verdict on an actual, best first';

-- Each function on (actual, goal) and on plain numbers, with the direction by
-- name or by sign.

CREATE FUNCTION plan_achievement(actual float8, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_achievement_by_goal' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_achievement(float8, plan_goal) IS
'how far the goal is achieved: 1 when met exactly, not clamped; (actual - baseline) / (target - baseline) from a baseline that had not met it, else 1 + d * (actual - target) / |target|, and for target 0 met (1) or not (0): give a baseline for a scale; 1 inside a band, outside it by the nearer edge; NULL or NaN actual gives NULL; infinity and overflow: 22003';

CREATE FUNCTION plan_achievement(actual float8, target float8, direction text, baseline float8 DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_achievement_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_achievement(float8, float8, text, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (higher, lower or within; another: 22023)';

CREATE FUNCTION plan_achievement(actual float8, target float8, direction bigint, baseline float8 DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_achievement_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_achievement(float8, float8, bigint, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (1 for higher or -1 for lower; another: 22023)';

CREATE FUNCTION plan_score(actual float8, goal plan_goal, cap float8 DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_score_by_goal' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(float8, plan_goal, float8) IS
'achievement clamped to [0, cap], ready for averaging; NULL or NaN actual gives NULL; a cap below 0: 22023';

CREATE FUNCTION plan_score(actual float8, target float8, direction text, baseline float8 DEFAULT NULL, cap float8 DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_score_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(float8, float8, text, float8, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (higher, lower or within; another: 22023)';

CREATE FUNCTION plan_score(actual float8, target float8, direction bigint, baseline float8 DEFAULT NULL, cap float8 DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_score_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(float8, float8, bigint, float8, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (1 for higher or -1 for lower; another: 22023)';

CREATE FUNCTION plan_status(actual float8, goal plan_goal, expected float8 DEFAULT 1, cuts float8[] DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_status_by_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_status(float8, plan_goal, float8, float8[]) IS
'the verdict: exceeded and met whatever the pace, else by achievement / expected: on_track from 0.95, at_risk from 0.60, off_track from 0 or without a baseline, regressing below (Eurostat cuts, or those given as {on_track, at_risk [, off_track]}); expected is the share of the way that should be done by now, in [0, 1] (else 22023); with 0 whatever has not regressed is on_track; no_data without an actual or a goal; NULL when the pace matters and expected is NULL';

CREATE FUNCTION plan_status(actual float8, target float8, direction text, baseline float8 DEFAULT NULL, expected float8 DEFAULT 1, cuts float8[] DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_status_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_status(float8, float8, text, float8, float8, float8[]) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (higher, lower or within; another: 22023)';

CREATE FUNCTION plan_status(actual float8, target float8, direction bigint, baseline float8 DEFAULT NULL, expected float8 DEFAULT 1, cuts float8[] DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_status_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_status(float8, float8, bigint, float8, float8, float8[]) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (1 for higher or -1 for lower; another: 22023)';

CREATE FUNCTION plan_gap(actual float8, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_gap_by_goal' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_gap(float8, plan_goal) IS
'what is still missing to the nearest bound, in the unit of the indicator; 0 once met; NULL or NaN actual gives NULL';

CREATE FUNCTION plan_gap(actual float8, target float8, direction text, baseline float8 DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_gap_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_gap(float8, float8, text, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (higher, lower or within; another: 22023)';

CREATE FUNCTION plan_gap(actual float8, target float8, direction bigint, baseline float8 DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_gap_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_gap(float8, float8, bigint, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (1 for higher or -1 for lower; another: 22023)';

CREATE FUNCTION plan_is_met(actual float8, goal plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_is_met_by_goal' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_met(float8, plan_goal) IS
'whether the goal is met or exceeded; NULL or NaN actual gives NULL';

CREATE FUNCTION plan_is_met(actual float8, target float8, direction text, baseline float8 DEFAULT NULL)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_is_met_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_met(float8, float8, text, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (higher, lower or within; another: 22023)';

CREATE FUNCTION plan_is_met(actual float8, target float8, direction bigint, baseline float8 DEFAULT NULL)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_is_met_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_met(float8, float8, bigint, float8) IS
'the same on plain numbers, as for a goal made of target, baseline and direction (1 for higher or -1 for lower; another: 22023)';

