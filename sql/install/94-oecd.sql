-- oecd: distance to a target in standard deviations

CREATE FUNCTION plan_oecd_distance(value float8, target float8, deviation float8, direction text)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_oecd_distance_by_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_oecd_distance(float8, float8, float8, text) IS
'how many standard deviations of its peers a figure is short of the target, 0 once it is met: max(0, d (target - value) / deviation). NULL without a value, target or direction, and while the target is not met without a deviation or if it is 0; below 0: 22023, figures that are not finite: 22003. OECD, Measuring Distance to the SDG Targets; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_oecd_distance(value float8, target float8, deviation float8, direction float8)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_oecd_distance_by_sign' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_oecd_distance(float8, float8, float8, float8) IS
'the same with the direction as 1 for higher or -1 for lower; another: 22023';
