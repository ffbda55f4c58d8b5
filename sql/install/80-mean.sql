-- mean: power means with weights and a minimum of coverage

CREATE FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number) IS
'transition: adds a value, and counts one that is missing';

CREATE FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number) IS
'inverse transition: takes a value, and counts one that is missing away';

CREATE FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

CREATE FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a value with its weight, for a minimum of coverage';

CREATE FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: takes a value with its weight, for a minimum of coverage away';

CREATE FUNCTION _plan_geometric_mean_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_add(plan_moments, plan_number) IS
'transition: adds a value, and counts one that is missing';

CREATE FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number) IS
'inverse transition: takes a value, and counts one that is missing away';

CREATE FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

CREATE FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a value with its weight, for a minimum of coverage';

CREATE FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: takes a value with its weight, for a minimum of coverage away';

CREATE FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number) IS
'transition: adds a value, and counts one that is missing';

CREATE FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number) IS
'inverse transition: takes a value, and counts one that is missing away';

CREATE FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

CREATE FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a value with its weight, for a minimum of coverage';

CREATE FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: takes a value with its weight, for a minimum of coverage away';

CREATE FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a value with its weight, for a power';

CREATE FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: takes a value with its weight, for a power away';

CREATE FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number, plan_number) IS
'transition: adds a value with its weight, for a power and a minimum of coverage';

CREATE FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number, plan_number) IS
'inverse transition: takes a value with its weight, for a power and a minimum of coverage away';

CREATE AGGREGATE plan_arithmetic_mean(value plan_number) (
	SFUNC = _plan_arithmetic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_arithmetic_mean_add, MINVFUNC = _plan_arithmetic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(plan_number) IS
'arithmetic mean: sum x / n. NULL values are left out, and the mean is that of the others; NULL when there are none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_arithmetic_mean(value plan_number, weight plan_number) (
	SFUNC = _plan_arithmetic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_arithmetic_mean_add, MINVFUNC = _plan_arithmetic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(plan_number, plan_number) IS
'weighted arithmetic mean: sum w x / sum w; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, 22023 for a negative or NaN weight. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_arithmetic_mean(value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_arithmetic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_arithmetic_mean_add, MINVFUNC = _plan_arithmetic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(plan_number, plan_number, plan_number) IS
'weighted arithmetic mean with a minimum of coverage: sum w x / sum w; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_geometric_mean(value plan_number) (
	SFUNC = _plan_geometric_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_geometric_mean_add, MINVFUNC = _plan_geometric_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(plan_number) IS
'geometric mean: exp(sum ln x / n). NULL values are left out, and the mean is that of the others; NULL when there are none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96; 2201E when a value is not above 0: normalize to 1 to 100, not to 0 to 100. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_geometric_mean(value plan_number, weight plan_number) (
	SFUNC = _plan_geometric_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_geometric_mean_add, MINVFUNC = _plan_geometric_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(plan_number, plan_number) IS
'weighted geometric mean: exp(sum w ln x / sum w); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, 22023 for a negative or NaN weight; 2201E when a value is not above 0: normalize to 1 to 100, not to 0 to 100. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_geometric_mean(value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_geometric_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_geometric_mean_add, MINVFUNC = _plan_geometric_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(plan_number, plan_number, plan_number) IS
'weighted geometric mean with a minimum of coverage: exp(sum w ln x / sum w); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows; 2201E when a value is not above 0: normalize to 1 to 100, not to 0 to 100. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_harmonic_mean(value plan_number) (
	SFUNC = _plan_harmonic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_harmonic_mean_add, MINVFUNC = _plan_harmonic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(plan_number) IS
'harmonic mean: n / sum (1/x). NULL values are left out, and the mean is that of the others; NULL when there are none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191; 2201F when a value is not above 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_harmonic_mean(value plan_number, weight plan_number) (
	SFUNC = _plan_harmonic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_harmonic_mean_add, MINVFUNC = _plan_harmonic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(plan_number, plan_number) IS
'weighted harmonic mean: sum w / sum (w/x); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191, 22023 for a negative or NaN weight; 2201F when a value is not above 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_harmonic_mean(value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_harmonic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_harmonic_mean_add, MINVFUNC = _plan_harmonic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(plan_number, plan_number, plan_number) IS
'weighted harmonic mean with a minimum of coverage: sum w / sum (w/x); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows; 2201F when a value is not above 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_power_mean(value plan_number, weight plan_number, power plan_number) (
	SFUNC = _plan_power_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_power_mean_add, MINVFUNC = _plan_power_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_power_mean(plan_number, plan_number, plan_number) IS
'weighted power mean: (sum w x^p / sum w)^(1/p); p = 1 is the arithmetic, 0 the geometric, -1 the harmonic mean, -infinity the least and infinity the greatest value; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; rows with a NULL power are not there; NULL when there are none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191, 22023 for a negative or NaN weight, and for a NaN power or one that is not the same in all rows; 2201F when a value is below 0, or is 0 for a power below 0 (but for power 1 and infinite ones), 2201E when it is not above 0 for power 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

CREATE AGGREGATE plan_power_mean(value plan_number, weight plan_number, power plan_number, min_coverage plan_number) (
	SFUNC = _plan_power_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_power_mean_add, MINVFUNC = _plan_power_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_power_mean(plan_number, plan_number, plan_number, plan_number) IS
'weighted power mean with a minimum of coverage: (sum w x^p / sum w)^(1/p); p = 1 is the arithmetic, 0 the geometric, -1 the harmonic mean, -infinity the least and infinity the greatest value; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; rows with a NULL power are not there; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows, and for a NaN power or one that is not the same in all rows; 2201F when a value is below 0, or is 0 for a power below 0 (but for power 1 and infinite ones), 2201E when it is not above 0 for power 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away';

