-- expected: the value expected by a day, and the rate required from there

CREATE FUNCTION plan_expected(goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected(plan_goal, plan_period, date, text) IS
'value expected by the end of as_of, on a linear, compound or stepped path from the baseline to the bound of the goal over the period; the bound itself if the goal does not build up';

CREATE FUNCTION plan_expected_share(goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected_share(plan_goal, plan_period, date, text) IS
'share of the path of plan_expected that is due by the end of as_of, from 0 to 1: the argument expected of plan_status; 1 if the goal does not build up';

CREATE FUNCTION plan_milestone_expected(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_milestone_expected(date[], float8[], date, text) IS
'value expected by the end of as_of on a linear, compound or stepped path through milestones; NULL before the first, the last amount after the last';

CREATE FUNCTION plan_milestone_share(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_milestone_share(date[], float8[], date, text) IS
'position of plan_milestone_expected between the first and the last milestone, from 0 to 1: the argument expected of plan_status; NULL if their amounts are equal';

CREATE FUNCTION plan_required_rate(actual plan_number, goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_required_rate(plan_number, plan_goal, plan_period, date, text) IS
'change per year required to reach the goal by the end of the period: an amount (linear) or a share, 0.05 for 5 % (compound); 0 if met, NULL if no day is left';

