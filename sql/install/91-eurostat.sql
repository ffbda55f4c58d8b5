-- eurostat: growth against the growth that the target asks for

CREATE FUNCTION plan_eurostat_pace(current float8, current_year float8, baseline float8, baseline_year float8, target float8, target_year float8, direction text, zero float8 DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_eurostat_pace_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_pace(float8, float8, float8, float8, float8, float8, text, float8) IS
'growth a year from baseline to current, as a ratio to the growth a year that leads from baseline to target: 1 is on pace, below 0 it goes the wrong way; with a NULL target the growth itself, positive in the wanted direction, as a share (0.015 is 1.5 % a year). Growth is compound; where all figures are negative the direction is turned. zero stands for a baseline or target of 0; NULL: nothing does. NULL without two figures of different years, for figures of different signs, a baseline of 0 that nothing stands for, a target that is the baseline, or no target year; years that run backwards from the baseline: 22023, figures that are not finite: 22003. Statistics Canada, progress measure of 2026, after Eurostat; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_eurostat_pace(current float8, current_year float8, baseline float8, baseline_year float8, target float8, target_year float8, direction bigint, zero float8 DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_eurostat_pace_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_pace(float8, float8, float8, float8, float8, float8, bigint, float8) IS
'the same with the direction as 1 for higher or -1 for lower; another: 22023';

CREATE FUNCTION plan_eurostat_score(current float8, current_year float8, baseline float8, baseline_year float8, target float8, target_year float8, direction text, natural_limit float8 DEFAULT NULL, zero float8 DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_eurostat_score_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score(float8, float8, float8, float8, float8, float8, text, float8, float8) IS
'the pace as a score from -5 to 5, for averaging: 5 once the target is met; else for a pace R 7.1429 R - 4.2857 from 0.6 on and 4.1667 R - 2.5 below, at most 5 and at least -5; without a target linear through -2 %: -5, 0: -2.5, 0.5 %: 0, 1.5 %: 2.5, 2 %: 5, where a natural limit, such as 100 for percentages, shortens what is above 0 by 1 - (baseline / limit)^4.44 (beyond the limit 1 - ((2 limit - baseline) / limit)^4.44); -5 if the target is the baseline and not met, else NULL where the pace is; years that run backwards from the baseline: 22023, figures that are not finite: 22003. Statistics Canada, progress measure of 2026, after Eurostat; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_eurostat_score(current float8, current_year float8, baseline float8, baseline_year float8, target float8, target_year float8, direction bigint, natural_limit float8 DEFAULT NULL, zero float8 DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_eurostat_score_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score(float8, float8, float8, float8, float8, float8, bigint, float8, float8) IS
'the same with the direction as 1 for higher or -1 for lower; another: 22023';

CREATE FUNCTION plan_eurostat_class(current float8, current_year float8, baseline float8, baseline_year float8, target float8, target_year float8, direction text, natural_limit float8 DEFAULT NULL, zero float8 DEFAULT 0.001, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_eurostat_class_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_class(float8, float8, float8, float8, float8, float8, text, float8, float8, text) IS
'class of the pace: target_achieved; with a target from 0.95 substantial_progress, from 0.6 moderate_progress, from 0 limited_progress, below deterioration; without one the same from 1.5 %, 0.5 % and 0 a year, shortened by a natural limit as in plan_eurostat_score; not_available where the pace does not exist. Editions: statcan; eurostat, whose words are significant_progress, moderate_progress, insufficient_progress and movement_away, and without a target significant_progress from 1 %, moderate_progress from 0, moderate_movement_away from -1 %, else significant_movement_away; eustat, the same but without a target significant_progress above 1 %, moderate_progress above 0.1 %, no_movement from -0.1 %. Another edition: 22023; years that run backwards from the baseline: 22023, figures that are not finite: 22003. Statistics Canada, progress measure of 2026, after Eurostat; Eurostat, SDG monitoring report; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_eurostat_class(current float8, current_year float8, baseline float8, baseline_year float8, target float8, target_year float8, direction bigint, natural_limit float8 DEFAULT NULL, zero float8 DEFAULT 0.001, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_eurostat_class_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_class(float8, float8, float8, float8, float8, float8, bigint, float8, float8, text) IS
'the same with the direction as 1 for higher or -1 for lower; another: 22023';

CREATE FUNCTION plan_eurostat_score_class(score float8, all_achieved boolean DEFAULT false)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score_class(float8, boolean) IS
'class of an indicator whose score is the mean of several series: target_achieved if every series has, else substantial_progress from 2.5, moderate_progress from 0, limited_progress from -2.5, else deterioration. Statistics Canada, progress measure of 2026, after Eurostat';

CREATE FUNCTION plan_eurostat_parity(ratio float8)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_parity(float8) IS
'a ratio that should be 1, as one that should fall to 1: max(ratio, 1 / ratio), and 1 from 0.97 to 1.03; NULL unless positive. Statistics Canada, progress measure of 2026, after Eurostat';
