-- eurostat: growth against the growth that the target requires

CREATE FUNCTION plan_eurostat_pace(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number, zero plan_number DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_pace(plan_number, plan_number, plan_goal, plan_number, plan_number, plan_number) IS
'yearly growth so far divided by the growth required to reach the target: 1 is on pace, negative the wrong way; zero replaces values of 0; NULL: see plan_eurostat_reason';

CREATE FUNCTION plan_eurostat_reason(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number, zero plan_number DEFAULT 0.001)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_reason(plan_number, plan_number, plan_goal, plan_number, plan_number, plan_number) IS
'why there is no pace: no_target, no_data, one_observation, zero_baseline, zero_target, target_is_baseline, mixed_signs or no_target_year; NULL if there is one';

CREATE FUNCTION plan_eurostat_growth(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, direction plan_direction, zero plan_number DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_growth(plan_number, plan_number, plan_number, plan_number, plan_direction, plan_number) IS
'yearly growth as a share, positive in the wanted direction, for indicators without a target; NULL without values of two years, from 0 and across 0';

CREATE FUNCTION plan_eurostat_score(pace plan_number, achieved boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score(plan_number, boolean) IS
'score of a pace from -5 to 5, for averaging; 5 if the target is achieved; NULL without a pace';

CREATE FUNCTION plan_eurostat_class(pace plan_number, achieved boolean DEFAULT false, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_class(plan_number, boolean, text) IS
'class of a pace, in the words of statcan, eurostat or eustat; target_achieved if it is; NULL without a pace';

CREATE FUNCTION plan_eurostat_growth_score(growth plan_number, baseline plan_number DEFAULT NULL, natural_limit plan_number DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_growth_score(plan_number, plan_number, plan_number) IS
'score from -5 to 5 of growth without a target; baseline and natural limit together lower the positive cuts; NULL without growth';

CREATE FUNCTION plan_eurostat_growth_class(growth plan_number, baseline plan_number DEFAULT NULL, natural_limit plan_number DEFAULT NULL, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_growth_class(plan_number, plan_number, plan_number, text) IS
'class of growth without a target, in the words of statcan, eurostat or eustat; statcan has natural limits; NULL without growth';

CREATE FUNCTION plan_eurostat_score_class(score plan_number, all_achieved boolean DEFAULT false)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score_class(plan_number, boolean) IS
'class of an indicator whose score is the mean of several series; target_achieved if all are; NULL for NULL';

CREATE FUNCTION plan_eurostat_reflected(value plan_number, centre plan_number, not_below plan_number DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_reflected(plan_number, plan_number, plan_number) IS
'turns a value that should be at the centre into one that should fall to it: centre + |value - centre|; NULL below not_below';

CREATE FUNCTION plan_eurostat_parity(ratio plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_parity(plan_number) IS
'turns a ratio that should be 1 into one that should fall to 1: max(ratio, 1 / ratio), and 1 from 0.97 to 1.03; NULL unless positive';
