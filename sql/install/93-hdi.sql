-- hdi: UNDP's human development index

CREATE FUNCTION plan_hdi(life_expectancy plan_number, expected_schooling plan_number, mean_schooling plan_number, gni_per_capita plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi(plan_number, plan_number, plan_number, plan_number) IS
'human development index from 0 to 1, not rounded: geometric mean of health, education and income; NULL below a lower goalpost and for NULL';

CREATE FUNCTION plan_hdi_health(life_expectancy plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_health(plan_number) IS
'health index of a life expectancy in years: 0 at 20, at most 1, from 85; NULL for NULL';

CREATE FUNCTION plan_hdi_education(expected_schooling plan_number, mean_schooling plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_education(plan_number, plan_number) IS
'education index: mean of expected years / 18 and mean years / 15, each at most 1; NULL for NULL';

CREATE FUNCTION plan_hdi_income(gni_per_capita plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_income(plan_number) IS
'income index of gross national income per head in PPP dollars: 0 at 100, at most 1, from 75,000; NULL for NULL';
