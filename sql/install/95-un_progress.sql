-- un_progress: the levels of the United Nations' SDG progress chart

CREATE FUNCTION plan_un_progress_expected(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, at_year plan_number, percent boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_expected(plan_number, plan_number, plan_number, plan_number, plan_number, boolean) IS
'the value at a year if yearly growth continues; percent limits it to 0 ... 100; NULL without values of two years, from 0 and across 0';

CREATE FUNCTION plan_un_progress_ratio(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number DEFAULT 2030, percent boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_ratio(plan_number, plan_number, plan_goal, plan_number, plan_number, boolean) IS
'progress expected by the target year as a share of the required progress; NULL without an expected value and if the baseline meets the target';

CREATE FUNCTION plan_un_progress_level(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number DEFAULT 2030, percent boolean DEFAULT false)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_level(plan_number, plan_number, plan_goal, plan_number, plan_number, boolean) IS
'3 if the target is met or the ratio at least 0.95, 2 if it is at least 0.10, else 1; NULL without a ratio';

CREATE FUNCTION plan_un_progress_growth_level(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, direction plan_direction)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_growth_level(plan_number, plan_number, plan_number, plan_number, plan_direction) IS
'level of an indicator without a target: 3 for growth of at least 2 % a year in the wanted direction, 2 for 0.5 %, else 1; NULL without growth';

CREATE FUNCTION plan_un_progress_class(level integer)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_class(integer) IS
'a level in words: 3 met_or_on_track, 2 fair_progress, 1 stagnation_or_regression; NULL for NULL';
