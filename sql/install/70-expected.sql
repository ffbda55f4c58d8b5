-- expected: the value expected by a day, and the rate that is required from there

CREATE FUNCTION plan_expected(goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected(plan_goal, plan_period, date, text) IS
'the value expected by the end of as_of, on the way from the baseline of the goal, or from 0 to a floor above it that has none, at the beginning of the period to its nearest bound at the end of it: by the same amount each day (linear), by the same share each day (compound), or linear as of the last year that is complete, counted from the first day (stepped); on every path and day the bound where there is no way: where the baseline has met the goal already, inside a band the baseline itself, and without a baseline for a ceiling, a floor of 0 or below and a band, of that the bound nearest to 0; NULL for compound where baseline and bound differ and have not one sign; unknown path: 22023';

CREATE FUNCTION plan_expected_share(goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected_share(plan_goal, plan_period, date, text) IS
'the share of the way from baseline to bound that should be done by the end of as_of, in [0, 1], on the paths of plan_expected: what plan_status takes as expected; 1 where there is no way to be part of, as there; NULL for compound where baseline and bound differ and have not one sign; unknown path: 22023';

CREATE FUNCTION plan_expected(goal text, period text, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_expected_of_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected(text, text, date, text) IS
'the same of a goal and a period as they are written; text that is no goal: 22P02, no period: 22007';

CREATE FUNCTION plan_expected_share(goal text, period text, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_expected_share_of_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected_share(text, text, date, text) IS
'the same of a goal and a period as they are written; text that is no goal: 22P02, no period: 22007';

-- The path has no default: four literals could then be a goal with a path as well.
CREATE FUNCTION plan_expected(baseline plan_number, target plan_number, period plan_period, as_of date, path text)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_expected_from' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected(plan_number, plan_number, plan_period, date, text) IS
'the value expected by the end of as_of, on the way from a baseline at the beginning of the period to a target at the end of it, on the paths that a goal has; without a direction nothing is met already, and without a baseline there is no way; NULL for compound where baseline and target differ and have not one sign; baseline or target that is not finite: 22003, unknown path: 22023';

CREATE FUNCTION plan_milestone_expected(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_milestone_expected(date[], float8[], date, text) IS
'the value expected by the end of as_of on a path through milestones, of which the dates ascend: between two of them linear or compound, or the last one that is due (stepped); the last value behind them all; NULL before the first, and for compound between values that differ and have not one sign; dates that do not ascend, as many values, unknown path: 22023; NULL in an array: 22004; values that are not finite: 22003';

CREATE FUNCTION plan_milestone_share(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_milestone_share(date[], float8[], date, text) IS
'where the value expected by as_of stands between the first milestone and the last, clamped to [0, 1]: what plan_status takes as expected; NULL where the two are equal and where plan_milestone_expected is NULL; errors as there';

CREATE FUNCTION plan_expected(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_milestone_expected' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected(date[], float8[], date, text) IS
'the value expected by the end of as_of on a path through milestones: plan_milestone_expected by the name that goals have, NULL and errors as there; two literals are read as goal and period, so cast or name them, dates => ''{2021-12-31,2025-12-31}''';

CREATE FUNCTION plan_expected_share(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_milestone_share' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected_share(date[], float8[], date, text) IS
'where the value expected by as_of stands between the first milestone and the last: plan_milestone_share by the name that goals have, NULL and errors as there; two literals are read as goal and period, so cast or name them';

CREATE FUNCTION plan_required_rate(actual plan_number, goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_required_rate(plan_number, plan_goal, plan_period, date, text) IS
'the change a year of 365.2425 days that brings the actual of the end of as_of to its nearest bound by the end of the period: an amount in the unit of the value (linear), or a share of it, 0.05 for 5 % a year (compound); 0 once met; NULL for a NaN actual, when no day is left, and for compound where actual and bound have not one sign; infinite actual: 22003; other paths: 22023';

