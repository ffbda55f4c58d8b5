-- score: one actual held against one goal

CREATE FUNCTION plan_achievement(actual plan_number, goal plan_goal, expected plan_number DEFAULT 1, adds_up boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_achievement(plan_number, plan_goal, plan_number, boolean) IS
'share of the way to the goal that is achieved: 1 if met exactly, not clamped; NULL without actual or goal; adds_up: of a total of whose goal the share expected is due, NULL if that matters and is NULL';

CREATE FUNCTION plan_score(actual plan_number, goal plan_goal, cap plan_number DEFAULT 1, expected plan_number DEFAULT 1, adds_up boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(plan_number, plan_goal, plan_number, plan_number, boolean) IS
'plan_achievement clamped to [0, cap], for averaging; NULL without actual, goal or cap; expected and adds_up as there';

CREATE FUNCTION plan_status(actual plan_number, goal plan_goal, expected plan_number DEFAULT 1, cuts float8[] DEFAULT NULL, adds_up boolean DEFAULT false, extreme text DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_status(plan_number, plan_goal, plan_number, float8[], boolean, text) IS
'verdict by achievement / expected, the share due by now: on_track from 0.95, at_risk from 0.60, or by cuts; no_data without actual or goal; adds_up: of a total; extreme: of a peak or least value';

CREATE FUNCTION plan_gap(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_gap(plan_number, plan_goal) IS
'the difference still missing, in the unit of the indicator; 0 if met; NULL or NaN actual: NULL';

CREATE FUNCTION plan_variance(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_variance(plan_number, plan_goal) IS
'actual less target in the unit of the indicator, favourable is positive; 0 within a band, else minus the distance to it; NULL or NaN actual: NULL';

CREATE FUNCTION plan_is_met(actual plan_number, goal plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_met(plan_number, plan_goal) IS
'whether the goal is met or exceeded; NULL or NaN actual: NULL';

CREATE FUNCTION plan_bounded_status(actual plan_number, goal plan_goal, bound text, expected plan_number DEFAULT 1, cuts float8[] DEFAULT NULL, adds_up boolean DEFAULT false, extreme text DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bounded_status(plan_number, plan_goal, text, plan_number, float8[], boolean, text) IS
'verdict of plan_status on a figure of which a bound is known (= ~ > >= < <=), if every value from there on is on pace, or none is; else NULL';

CREATE FUNCTION plan_bounded_is_met(actual plan_number, goal plan_goal, bound text)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bounded_is_met(plan_number, plan_goal, text) IS
'whether a figure of which a bound is known (= ~ > >= < <=) meets the goal; NULL if it may or may not, and for a NULL actual';
