-- oecd: distance to a target in standard deviations

CREATE FUNCTION plan_oecd_distance(value plan_number, target plan_number, deviation plan_number, direction plan_direction)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_oecd_distance(plan_number, plan_number, plan_number, plan_direction) IS
'how many standard deviations of its peers a figure is short of the target, 0 once it is met: max(0, d (target - value) / deviation). NULL without a value, target or direction, and while the target is not met without a deviation or if it is 0; below 0: 22023, figures that are not finite: 22003. OECD, Measuring Distance to the SDG Targets; direction is higher or lower, another: 22023';

