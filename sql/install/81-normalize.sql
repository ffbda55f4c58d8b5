-- normalize: figures of unlike units on a common scale
--
-- What is known of all of them is given, usually by window functions.

CREATE FUNCTION plan_min_max(value plan_number, min plan_number, max plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_min_max(plan_number, plan_number, plan_number) IS
'where value lies on the way from min (0) to max (1): (value - min) / (max - min), not clamped; where less is better, give the greatest value first and the least second. NULL when min = max; 22003 for NaN, infinity and a result too large. COINr n_minmax';

CREATE FUNCTION plan_min_max(value plan_number, min plan_number, max plan_number, low plan_number, high plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_min_max(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'where value lies on the way from min (0) to max (1): (value - min) / (max - min), not clamped; where less is better, give the greatest value first and the least second; low + that * (high - low), such as from 0 to 100, or from 1 to 100 ahead of a geometric mean. NULL when min = max; 22003 for NaN, infinity and a result too large. COINr n_minmax';

CREATE FUNCTION plan_z_score(value plan_number, mean plan_number, sd plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_z_score(plan_number, plan_number, plan_number) IS
'how many standard deviations value lies above the mean: (value - mean) / sd. NULL when sd = 0; 22023 for a negative sd, 22003 for NaN, infinity and a result too large. COINr n_zscore, with the sd of a sample, stddev_samp';

CREATE FUNCTION plan_z_score(value plan_number, mean plan_number, sd plan_number, to_mean plan_number, to_sd plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_z_score(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'value on a scale with another mean and standard deviation: to_mean + (value - mean) / sd * to_sd. NULL when sd = 0; 22023 for a negative sd, 22003 for NaN, infinity and a result too large. COINr n_zscore, with the sd of a sample, stddev_samp';

CREATE FUNCTION plan_distance_to_target(value plan_number, worst plan_number, target plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_distance_to_target(plan_number, plan_number, plan_number) IS
'how much of the way from the worst value to the target is done: (value - worst) / (target - worst), whichever of them is greater; 1 at the target, below 0 when value is worse than the worst, above 1 beyond the target. NULL when worst = target; 22003 for NaN, infinity and a result too large. COINr n_dist2targ, whose worst is the least value of the sample, or the greatest where less is better: so it moves when others do';

CREATE FUNCTION plan_distance_to_target(value plan_number, worst plan_number, target plan_number, cap plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_distance_to_target(plan_number, plan_number, plan_number, plan_number) IS
'how much of the way from the worst value to the target is done: (value - worst) / (target - worst), whichever of them is greater; 1 at the target, below 0 when value is worse than the worst, at most cap beyond the target, usually 1. NULL when worst = target; 22003 for NaN, infinity and a result too large. COINr n_dist2targ, whose worst is the least value of the sample, or the greatest where less is better: so it moves when others do; its cap_max';

CREATE FUNCTION plan_percentile_rank(rank bigint, n bigint)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_percentile_rank(bigint, bigint) IS
'share of the others that a rank leaves behind, (rank - 1) / (n - 1), for the lowest value having rank 1 among n, as rank() OVER (ORDER BY value) gives it: 0 for the lowest, 1 for the highest. NULL when n = 1; 22023 for a rank that is not from 1 to n. COINr n_prank; for the highest having rank 1 see plan_standing';

