-- hdi: UNDP's human development index

CREATE FUNCTION plan_hdi(life_expectancy plan_number, expected_schooling plan_number, mean_schooling plan_number, gni_per_capita plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi(plan_number, plan_number, plan_number, plan_number) IS
'human development index from 0 to 1, not rounded (round it to three places before ranking): the geometric mean of health, education and income; years, and gross national income per head in dollars of purchasing power. NULL for a figure below its lower goalpost, 2201E for an income of 0 or less, infinity: 22003. UNDP, Human Development Report, goalposts of the editions since 2014';

CREATE FUNCTION plan_hdi_health(life_expectancy plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_health(plan_number) IS
'(life expectancy - 20) / 65, at most 1. UNDP, Human Development Report, goalposts of the editions since 2014';

CREATE FUNCTION plan_hdi_education(expected_schooling plan_number, mean_schooling plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_education(plan_number, plan_number) IS
'mean of expected schooling / 18 and mean schooling / 15, each at most 1. UNDP, Human Development Report, goalposts of the editions since 2014';

CREATE FUNCTION plan_hdi_income(gni_per_capita plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_income(plan_number) IS
'ln(income / 100) / ln(750), at most 1; below 0 for less than 100 dollars; 2201E for 0 or less. UNDP, Human Development Report, goalposts of the editions since 2014';

