-- normalize: values of different units on a common scale
--
-- The statistics of all values are arguments, usually from window functions.

CREATE FUNCTION plan_min_max(value plan_number, min plan_number, max plan_number, low plan_number DEFAULT 0, high plan_number DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_min_max(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'(value - min) / (max - min), scaled from low to high, not clamped; NULL if min = max';

CREATE FUNCTION plan_z_score(value plan_number, mean plan_number, sd plan_number, to_mean plan_number DEFAULT 0, to_sd plan_number DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_z_score(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'(value - mean) / sd, scaled to another mean and standard deviation; NULL if sd = 0';

CREATE FUNCTION plan_distance_to_target(value plan_number, worst plan_number, target plan_number, cap plan_number DEFAULT 'Infinity')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_distance_to_target(plan_number, plan_number, plan_number, plan_number) IS
'(value - worst) / (target - worst), at most cap; NULL if worst = target';
