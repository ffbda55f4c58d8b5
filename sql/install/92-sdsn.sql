-- sdsn: scores, colours and arrows of the SDG Index

CREATE FUNCTION plan_sdsn_score(value plan_number, lower_bound plan_number, optimum plan_number, clamped boolean DEFAULT true)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_score(plan_number, plan_number, plan_number, boolean) IS
'100 (value - lower_bound) / (optimum - lower_bound), clamped to 0 to 100 unless clamped is false, as trends need it; less is better where the lower bound is above the optimum; equal bounds: 22023, infinity: 22003. SDSN, Sustainable Development Report 2021';

CREATE FUNCTION plan_sdsn_colour(value plan_number, green plan_number, red plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_colour(plan_number, plan_number, plan_number) IS
'green from the green threshold on, yellow from the middle between both, orange from the red threshold on, else red; less is better where green is below red; equal thresholds: 22023, infinity: 22003. SDSN, Sustainable Development Report 2021';

CREATE FUNCTION plan_sdsn_trend(first_score plan_number, first_year plan_number, last_score plan_number, last_year plan_number, green_score plan_number, target_year plan_number DEFAULT 2030)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_trend(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number) IS
'arrow of an indicator, on scores that are not clamped: on_track where the score of the green threshold is reached or observed change a year is at least what it takes to get there, moderately_increasing from half of it, decreasing below 0, else stagnating. NULL without a last score or green score, and, where that is not reached, without two years in order or past the target year. SDSN, Sustainable Development Report 2021';

CREATE FUNCTION plan_sdsn_level(value plan_number, lower_bound plan_number, red plan_number, green plan_number, optimum plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_level(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'a figure on the scale of the goal dashboards: 0 at the lower bound, 1 at the red threshold, 2 at the green one, 3 at the optimum, linear between, not beyond; bounds that are not in order: 22023, infinity: 22003. SDSN, Sustainable Development Report 2021';

CREATE FUNCTION plan_sdsn_dashboard(levels float8[])
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_dashboard(float8[]) IS
'colour of a goal by the mean of its two lowest levels: red below 1, orange below 1.5, yellow below 2, else green, but red only if both are red and green only if both are green; of one level alone by that; NULL and NaN are left out, NULL without a level. SDSN, Sustainable Development Report 2021';

CREATE FUNCTION plan_sdsn_goal_score(scores float8[])
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_goal_score(float8[]) IS
'score of a goal: the mean of the scores of its indicators; NULL and NaN are left out, NULL without a score; exact up to the last rounding. SDSN, Sustainable Development Report 2021';

CREATE FUNCTION plan_sdsn_index(goal_scores float8[], region_scores float8[] DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_index(float8[], float8[]) IS
'index of a unit: the mean of its goals, a goal without a score having that of its region, the mean of the units there; a goal without either is left out, NULL without a score. SDSN gives no index to who lacks more than 20 % of the indicators: give that share as a third argument. Arrays of different lengths: 22023, infinity: 22003. SDSN, Sustainable Development Report 2021';

CREATE FUNCTION plan_sdsn_index(goal_scores float8[], region_scores float8[], missing_share plan_number, max_missing plan_number DEFAULT 0.2)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_sdsn_index_covered' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_index(float8[], float8[], plan_number, plan_number) IS
'the same, but NULL for a unit of whose indicators a larger share than max_missing has no score, or an unknown one, whatever its scores; else errors as there. SDSN, Sustainable Development Report 2021';

