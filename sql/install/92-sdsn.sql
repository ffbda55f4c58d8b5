-- sdsn: scores, colours and arrows of the SDG Index

CREATE FUNCTION plan_sdsn_score(value plan_number, lower_bound plan_number, optimum plan_number, clamped boolean DEFAULT true)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_score(plan_number, plan_number, plan_number, boolean) IS
'score from 0 at the lower bound to 100 at the optimum, limited to this range unless clamped is false; NULL for NULL';

CREATE FUNCTION plan_sdsn_colour(value plan_number, red plan_number, green plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_colour(plan_number, plan_number, plan_number) IS
'green from the green threshold, yellow from the midpoint, orange from the red threshold, else red; NULL for NULL';

CREATE FUNCTION plan_sdsn_trend(score plan_number, year plan_number, baseline_score plan_number, baseline_year plan_number, green_score plan_number, target_year plan_number DEFAULT 2030)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_trend(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number) IS
'arrow of scores that are not clamped: on_track, moderately_increasing, stagnating or decreasing; NULL without scores of two years';

CREATE FUNCTION plan_sdsn_level(value plan_number, lower_bound plan_number, red plan_number, green plan_number, optimum plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_level(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'level from 0 at the lower bound, 1 at the red and 2 at the green threshold to 3 at the optimum; NULL for NULL';

CREATE FUNCTION plan_sdsn_dashboard(levels float8[])
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_dashboard(float8[]) IS
'colour of a goal by the mean of its two lowest levels; missing levels are skipped, NULL without a level';

CREATE FUNCTION plan_sdsn_goal_score(scores float8[])
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_goal_score(float8[]) IS
'score of a goal: the mean of its indicators; missing scores are skipped, NULL without a score';

CREATE FUNCTION plan_sdsn_index(goal_scores float8[], region_scores float8[] DEFAULT NULL, missing_share plan_number DEFAULT 0, max_missing plan_number DEFAULT 0.2)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_index(float8[], float8[], plan_number, plan_number) IS
'the mean of the goals; the score of the region replaces a missing goal; NULL if missing_share, of the indicators, exceeds max_missing or is NULL';
