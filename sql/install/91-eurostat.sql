-- eurostat: growth against the growth that the target asks for

CREATE FUNCTION plan_eurostat_pace(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, target plan_number, target_year plan_number, direction plan_direction, natural_limit plan_number DEFAULT NULL, zero plan_number DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_pace(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number, plan_direction, plan_number, plan_number) IS
'growth a year from baseline to current, as a ratio to the growth a year that leads from baseline to target: 1 is on pace, below 0 it goes the wrong way; with a NULL target the growth itself, positive in the wanted direction, as a share (0.015 is 1.5 % a year). Growth is compound; where all figures are negative the direction is turned. zero stands for a baseline or target of 0; NULL: nothing does. The natural limit makes no difference to the pace. NULL without two figures of different years, for figures of different signs, a baseline of 0 that nothing stands for, a target that is the baseline, or no target year: plan_eurostat_reason says why; years that run backwards from the baseline: 22023, figures that are not finite: 22003. Statistics Canada, progress measure of 2026, after Eurostat; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_eurostat_reason(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, target plan_number, target_year plan_number, direction plan_direction, natural_limit plan_number DEFAULT NULL, zero plan_number DEFAULT 0.001)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_reason(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number, plan_direction, plan_number, plan_number) IS
'why there is no pace: no_data (no current value), one_observation (no baseline, or both of one year), zero_baseline or zero_target (and zero is NULL, or the other of the two), target_is_baseline, mixed_signs, no_target_year; NULL where there is one, and without a direction; errors as of plan_eurostat_pace; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_eurostat_score(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, target plan_number, target_year plan_number, direction plan_direction, natural_limit plan_number DEFAULT NULL, zero plan_number DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number, plan_direction, plan_number, plan_number) IS
'the pace as a score from -5 to 5, for averaging: 5 once the target is met; else for a pace R 7.1429 R - 4.2857 from 0.6 on and 4.1667 R - 2.5 below, at most 5 and at least -5; without a target linear through -2 %: -5, 0: -2.5, 0.5 %: 0, 1.5 %: 2.5, 2 %: 5, where a natural limit, such as 100 for percentages, shortens what is above 0 by 1 - (baseline / limit)^4.44 (beyond the limit 1 - ((2 limit - baseline) / limit)^4.44); -5 if the target is the baseline and not met, else NULL where the pace is; years that run backwards from the baseline: 22023, figures that are not finite: 22003. Statistics Canada, progress measure of 2026, after Eurostat; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_eurostat_class(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, target plan_number, target_year plan_number, direction plan_direction, natural_limit plan_number DEFAULT NULL, zero plan_number DEFAULT 0.001, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_class(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number, plan_direction, plan_number, plan_number, text) IS
'class of the pace: target_achieved; with a target from 0.95 substantial_progress, from 0.6 moderate_progress, from 0 limited_progress, below deterioration; without one the same from 1.5 %, 0.5 % and 0 a year, shortened by a natural limit as in plan_eurostat_score; not_available where the pace does not exist. Editions: statcan; eurostat, whose words are significant_progress, moderate_progress, insufficient_progress and movement_away, and without a target significant_progress from 1 %, moderate_progress from 0, moderate_movement_away from -1 %, else significant_movement_away; eustat, the same but without a target significant_progress above 1 %, moderate_progress above 0.1 %, no_movement from -0.1 %; these two know no natural limit. A pace within 1e-12 of a cut is on it. Another edition: 22023; years that run backwards from the baseline: 22023, figures that are not finite: 22003. Statistics Canada, progress measure of 2026, after Eurostat; Eurostat, SDG monitoring report; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_eurostat_score(pace plan_number, has_target boolean DEFAULT true)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_eurostat_pace_score' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score(plan_number, boolean) IS
'score from -5 to 5 of a pace that is known, such as one in print: of a ratio to the growth that the target asks for, or, if has_target is false, of the growth a year itself, without a natural limit; what has achieved its target has 5 whatever its pace; infinity: 22003. Statistics Canada, progress measure of 2026, after Eurostat';

CREATE FUNCTION plan_eurostat_class(pace plan_number, has_target boolean DEFAULT true, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_eurostat_pace_class' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_class(plan_number, boolean, text) IS
'class of a pace that is known, such as one in print, by the cuts of an edition; what has achieved its target has done so whatever its pace; infinity: 22003, another edition: 22023. Statistics Canada, progress measure of 2026, after Eurostat';

CREATE FUNCTION plan_eurostat_score_class(score plan_number, all_achieved boolean DEFAULT false)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score_class(plan_number, boolean) IS
'class of an indicator whose score is the mean of several series: target_achieved if every series has, else substantial_progress from 2.5, moderate_progress from 0, limited_progress from -2.5, else deterioration; infinity: 22003. Statistics Canada, progress measure of 2026, after Eurostat';

CREATE FUNCTION plan_eurostat_reflected(value plan_number, centre plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_reflected(plan_number, plan_number) IS
'a figure that should be at a centre, as one that should fall to it: centre + |value - centre|; a share around 50, the execution of a budget around 100; infinity, overflow: 22003. Statistics Canada, progress measure of 2026, after Eurostat';

CREATE FUNCTION plan_eurostat_reflected(value plan_number, centre plan_number, not_below plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_reflected(plan_number, plan_number, plan_number) IS
'the same, but NULL for a value below not_below, where there is no assessment: unemployment below 3 %, the execution of a budget below 25 %';

CREATE FUNCTION plan_eurostat_parity(ratio plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_parity(plan_number) IS
'a ratio that should be 1, as one that should fall to 1: max(ratio, 1 / ratio), and 1 from 0.97 to 1.03; NULL unless positive; infinity, overflow: 22003. Statistics Canada, progress measure of 2026, after Eurostat';

