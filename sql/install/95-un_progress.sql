-- un_progress: the levels of the United Nations' SDG progress chart

CREATE FUNCTION plan_un_progress_expected(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, at_year plan_number, percent boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_expected(plan_number, plan_number, plan_number, plan_number, plan_number, boolean) IS
'the value at a year if growth goes on as from baseline to current: current (1 + growth)^(at_year - current_year), growth being compound; percent keeps it from 0 to 100. NULL without two years in order, for a baseline of 0 or figures of different signs; infinity, overflow: 22003. UNSD, Progress Chart 2023';

CREATE FUNCTION plan_un_progress_ratio(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, target plan_number, target_year plan_number, direction plan_direction, percent boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_ratio(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number, plan_direction, boolean) IS
'(expected - baseline) / (target - baseline), expected being the value at the target year if growth goes on, 2030 where that is NULL; percent says that figures are percentages, which keep from 0 to 100. NULL where plan_un_progress_expected is, without a target, and where the baseline had met it; years that run backwards from the baseline: 22023, figures that are not finite: 22003. UNSD, Progress Chart 2023; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_un_progress_level(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, target plan_number, target_year plan_number, direction plan_direction, percent boolean DEFAULT false)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_level(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number, plan_direction, boolean) IS
'3, 2 or 1: 3 once the target is met, for percentages within 1 point of a target of 0 or 100, and for a ratio of at least 0.95, 2 for at least 0.10, else 1, also where it has gone the other way, or the baseline had met the target and it is not met now; with a NULL target 3 from 2 % growth a year in the wanted direction, 2 from 0.5 %, else 1. NULL where that does not exist; a NULL percent is false; years that run backwards from the baseline: 22023, figures that are not finite: 22003. UNSD, Progress Chart 2023; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_un_progress_class(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, target plan_number, target_year plan_number, direction plan_direction, percent boolean DEFAULT false)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_class(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number, plan_direction, boolean) IS
'the level in words: met_or_on_track, fair_progress, stagnation_or_regression. UNSD, Progress Chart 2023; direction is higher or lower, another: 22023';

