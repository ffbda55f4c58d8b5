-- disparity: how unequal places are, and whether they grow alike
--
-- Those that need all values share one state where their arguments are the same, and PostgreSQL
-- builds it once for all of them; so do both variations, and sigma and its variation.

CREATE FUNCTION _plan_disparity_add(internal, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add(internal, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_disparity_add(internal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add(internal, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_disparity_add_group(internal, plan_number, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add_group' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add_group(internal, plan_number, text) IS
'transition: adds a value of a group';

CREATE FUNCTION _plan_disparity_add_group(internal, plan_number, plan_number, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add_group' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add_group(internal, plan_number, plan_number, text) IS
'transition: adds a value of a group with its weight';

CREATE FUNCTION _plan_disparity_add_group(internal, plan_number, bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add_group_number' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add_group(internal, plan_number, bigint) IS
'transition: adds a value of a group';

CREATE FUNCTION _plan_disparity_add_group(internal, plan_number, plan_number, bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add_group_number' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add_group(internal, plan_number, plan_number, bigint) IS
'transition: adds a value of a group with its weight';

CREATE FUNCTION _plan_disparity_combine_groups(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_combine_groups' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_combine_groups(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_disparity_serialize_groups(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_disparity_serialize_groups' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_serialize_groups(internal) IS
'sends a partial state; 54000 beyond 1 GB';

CREATE FUNCTION _plan_disparity_deserialize_groups(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_deserialize_groups' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_deserialize_groups(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_theil_t_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_add(plan_moments, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_theil_t_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_remove(plan_moments, plan_number) IS
'inverse transition: takes a value away';

CREATE FUNCTION _plan_theil_t_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_theil_t_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

CREATE FUNCTION _plan_theil_l_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_add(plan_moments, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_theil_l_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_remove(plan_moments, plan_number) IS
'inverse transition: takes a value away';

CREATE FUNCTION _plan_theil_l_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_theil_l_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

CREATE FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value, for alpha';

CREATE FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value, for alpha away';

CREATE FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a value with its weight, for alpha';

CREATE FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: takes a value with its weight, for alpha away';

CREATE FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value, for epsilon';

CREATE FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value, for epsilon away';

CREATE FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a value with its weight, for epsilon';

CREATE FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: takes a value with its weight, for epsilon away';

CREATE FUNCTION _plan_cv_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_add(plan_moments, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_cv_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_remove(plan_moments, plan_number) IS
'inverse transition: takes a value away';

CREATE FUNCTION _plan_cv_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_add(plan_moments, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_cv_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

CREATE FUNCTION _plan_max_min_ratio_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_max_min_ratio_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_max_min_ratio_add(plan_moments, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_max_min_ratio_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_max_min_ratio_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_max_min_ratio_remove(plan_moments, plan_number) IS
'inverse transition: has it computed anew';

CREATE FUNCTION _plan_sigma_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_sigma_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sigma_add(plan_moments, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_sigma_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_sigma_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sigma_remove(plan_moments, plan_number) IS
'inverse transition: takes a value away';

CREATE FUNCTION _plan_beta_convergence_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_beta_convergence_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_beta_convergence_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a place by its values before and after, for years';

CREATE FUNCTION _plan_beta_convergence_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_beta_convergence_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_beta_convergence_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: takes a place by its values before and after, for years away';

CREATE FUNCTION _plan_cv_sample_final(plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_cv_sample_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_sample_final(plan_moments) IS
'final function of plan_cv_sample, which shares the state of plan_cv';

CREATE FUNCTION _plan_sigma_cv_final(plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_sigma_cv_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sigma_cv_final(plan_moments) IS
'final function of plan_sigma_cv, which shares the state of plan_sigma';

CREATE FUNCTION _plan_gini_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_gini_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_gini_final(internal) IS
'final function of plan_gini';

CREATE FUNCTION _plan_gini_corrected_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_gini_corrected_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_gini_corrected_final(internal) IS
'final function of plan_gini_corrected';

CREATE FUNCTION _plan_hoover_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_hoover_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_hoover_final(internal) IS
'final function of plan_hoover';

CREATE FUNCTION _plan_palma_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_palma_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_palma_final(internal) IS
'final function of plan_palma';

CREATE FUNCTION _plan_theil_t_between_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_t_between_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_between_final(internal) IS
'final function of plan_theil_t_between';

CREATE FUNCTION _plan_theil_t_within_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_t_within_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_within_final(internal) IS
'final function of plan_theil_t_within';

CREATE FUNCTION _plan_theil_l_between_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_l_between_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_between_final(internal) IS
'final function of plan_theil_l_between';

CREATE FUNCTION _plan_theil_l_within_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_l_within_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_within_final(internal) IS
'final function of plan_theil_l_within';

CREATE AGGREGATE plan_gini(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 256, FINALFUNC = _plan_gini_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_gini(plan_number) IS
'Gini coefficient: 2 sum(i x_i) / (n sum x) - (n + 1) / n over the values in ascending order; 0 when all are equal, up to (n - 1)/n when one has all. Negative values may take it above 1; NULL when the sum is not above 0 or there are no values. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Gini 1912';

CREATE AGGREGATE plan_gini(value plan_number, weight plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_gini_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_gini(plan_number, plan_number) IS
'Gini coefficient weighted by population: sum of w_i w_j |x_i - x_j| over all pairs / (2 W^2 mean); weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Negative values may take it above 1; NULL when the sum is not above 0 or there are no values. NULL values are left out; 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Gini 1912';

CREATE AGGREGATE plan_gini_corrected(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 256, FINALFUNC = _plan_gini_corrected_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_gini_corrected(plan_number) IS
'Gini coefficient times n / (n - 1), without the bias of few values: 1 when one has all. Negative values may take it above 1; NULL when the sum is not above 0 or there are fewer than two values. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Gini 1912';

CREATE AGGREGATE plan_theil_t(value plan_number) (
	SFUNC = _plan_theil_t_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_t_add, MINVFUNC = _plan_theil_t_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t(plan_number) IS
'Theil''s T: mean of (x/m) ln(x/m), m being the mean; 0 when all are equal, up to ln n. Zeros are kept and add 0 ln 0 = 0. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Theil 1967, generalized entropy of alpha 1';

CREATE AGGREGATE plan_theil_t(value plan_number, weight plan_number) (
	SFUNC = _plan_theil_t_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_t_add, MINVFUNC = _plan_theil_t_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t(plan_number, plan_number) IS
'Theil''s T weighted by population: weighted mean of (x/m) ln(x/m), m being the weighted mean; 0 when all are equal. Zeros are kept and add 0 ln 0 = 0; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, 22023 for a negative or NaN weight. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Theil 1967, generalized entropy of alpha 1';

CREATE AGGREGATE plan_theil_l(value plan_number) (
	SFUNC = _plan_theil_l_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_l_add, MINVFUNC = _plan_theil_l_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l(plan_number) IS
'Theil''s L, the mean logarithmic deviation: - mean of ln(x/m), m being the mean; 0 when all are equal. NULL when a value is not above 0 or there are none. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Theil 1967, generalized entropy of alpha 0';

CREATE AGGREGATE plan_theil_l(value plan_number, weight plan_number) (
	SFUNC = _plan_theil_l_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_l_add, MINVFUNC = _plan_theil_l_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l(plan_number, plan_number) IS
'Theil''s L weighted by population, the mean logarithmic deviation: - weighted mean of ln(x/m), m being the weighted mean; 0 when all are equal; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. NULL when a value is not above 0 or there are none. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, 22023 for a negative or NaN weight. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Theil 1967, generalized entropy of alpha 0';

CREATE AGGREGATE plan_hoover(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 256, FINALFUNC = _plan_hoover_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_hoover(plan_number) IS
'Hoover index: sum |x - m| / (2 sum x), m being the mean: the share that would have to move for all to be equal, 0 to 1. Negative values may take it above 1; NULL when the sum is not above 0 or there are no values. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Hoover 1936';

CREATE AGGREGATE plan_hoover(value plan_number, weight plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_hoover_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_hoover(plan_number, plan_number) IS
'Hoover index weighted by population: sum w |x - m| / (2 sum w x), m being the weighted mean: the share that would have to move for all to be equal, 0 to 1; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Negative values may take it above 1; NULL when the sum is not above 0 or there are no values. NULL values are left out; 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Hoover 1936';

CREATE AGGREGATE plan_cv(value plan_number) (
	SFUNC = _plan_cv_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_cv_add, MINVFUNC = _plan_cv_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cv(plan_number) IS
'coefficient of variation: standard deviation of the POPULATION (divided by n) / mean. Has the sign of the mean; NULL when the mean is 0 or there are no values. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also where rounding leaves the variance no digits. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. plan_cv_sample divides by n - 1';

CREATE AGGREGATE plan_cv(value plan_number, weight plan_number) (
	SFUNC = _plan_cv_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_cv_add, MINVFUNC = _plan_cv_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cv(plan_number, plan_number) IS
'coefficient of variation weighted by population: square root of the weighted mean of squared deviations / weighted mean; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Has the sign of the mean; NULL when the mean is 0 or there are no values. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also where rounding leaves the variance no digits, 22023 for a negative or NaN weight. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. plan_cv_sample divides by n - 1';

CREATE AGGREGATE plan_cv_sample(value plan_number) (
	SFUNC = _plan_cv_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = _plan_cv_sample_final, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_cv_add, MINVFUNC = _plan_cv_remove, MSTYPE = plan_moments, MFINALFUNC = _plan_cv_sample_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cv_sample(plan_number) IS
'coefficient of variation of a SAMPLE: standard deviation (divided by n - 1) / mean. Has the sign of the mean; NULL when the mean is 0 or there are fewer than two values. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also where rounding leaves the variance no digits. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. plan_cv divides by n';

CREATE AGGREGATE plan_palma(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 256, FINALFUNC = _plan_palma_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_palma(plan_number) IS
'Palma ratio: sum of the top 10 % of the values / sum of the bottom 40 %. Where n is not a multiple of 10 a value on the edge counts by the fraction of it that is needed: of 7 values the top 0.7 and the bottom 2.8; 0.25 when all are equal. NULL when the bottom 40 % have no sum above 0 or there are no values. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Palma 2011';

CREATE AGGREGATE plan_palma(value plan_number, weight plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_palma_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_palma(plan_number, plan_number) IS
'Palma ratio weighted by population: sum w x of the top 10 % of all weight / sum w x of the bottom 40 %. A value on the edge counts by the part of its weight that is needed; 0.25 when all are equal; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. NULL when the bottom 40 % have no sum above 0 or there are no values. NULL values are left out; 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Palma 2011';

CREATE AGGREGATE plan_max_min_ratio(value plan_number) (
	SFUNC = _plan_max_min_ratio_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_max_min_ratio_add, MINVFUNC = _plan_max_min_ratio_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_max_min_ratio(plan_number) IS
'the greatest value / the least; 1 when all are equal. NULL when the least is not above 0 or there are no values. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, but a moving window computes it anew. 22003 when the ratio is too large';

CREATE AGGREGATE plan_sigma(value plan_number) (
	SFUNC = _plan_sigma_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_sigma_add, MINVFUNC = _plan_sigma_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sigma(plan_number) IS
'sigma convergence: standard deviation of the POPULATION (divided by n) of ln x; places converge when it falls over time. NULL when a value is not above 0 or there are none. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also where rounding leaves the variance no digits. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Barro and Sala-i-Martin 1992; REAT, sigmaconv with sigma.log';

CREATE AGGREGATE plan_sigma_cv(value plan_number) (
	SFUNC = _plan_sigma_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = _plan_sigma_cv_final, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_sigma_add, MINVFUNC = _plan_sigma_remove, MSTYPE = plan_moments, MFINALFUNC = _plan_sigma_cv_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sigma_cv(plan_number) IS
'sigma convergence: coefficient of variation of ln x (not of x, which is plan_cv), with the standard deviation of the POPULATION (divided by n); depends on the unit of x, since the mean of ln x does. NULL when a value is not above 0, the mean of ln x is 0 or there are no values. NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also where rounding leaves the variance no digits. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. REAT, sigmaconv with sigma.measure cv and sigma.log';

CREATE AGGREGATE plan_generalized_entropy(value plan_number, alpha plan_number) (
	SFUNC = _plan_generalized_entropy_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_generalized_entropy_add, MINVFUNC = _plan_generalized_entropy_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_generalized_entropy(plan_number, plan_number) IS
'generalized entropy GE(alpha): mean of ((x/m)^alpha - 1) / (alpha (alpha - 1)), m being the mean; alpha 0 is Theil''s L, 1 Theil''s T, 2 half the squared coefficient of variation; 0 when all are equal. Any finite alpha. NULL when alpha <= 0 and a value is 0, when a value is negative (but for alpha 2, 4, 6 ...), when the sum is not above 0 or there are no values; 22003 when a power is too large. Rows with a NULL alpha and NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191; 22023 when alpha is not the same in all rows or is out of range. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Shorrocks 1980';

CREATE AGGREGATE plan_generalized_entropy(value plan_number, weight plan_number, alpha plan_number) (
	SFUNC = _plan_generalized_entropy_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_generalized_entropy_add, MINVFUNC = _plan_generalized_entropy_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_generalized_entropy(plan_number, plan_number, plan_number) IS
'generalized entropy GE(alpha): mean of ((x/m)^alpha - 1) / (alpha (alpha - 1)), m being the mean; alpha 0 is Theil''s L, 1 Theil''s T, 2 half the squared coefficient of variation; 0 when all are equal. Any finite alpha; mean and m are weighted by population, weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. NULL when alpha <= 0 and a value is 0, when a value is negative (but for alpha 2, 4, 6 ...), when the sum is not above 0 or there are no values; 22003 when a power is too large. Rows with a NULL alpha and NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191, 22023 for a negative or NaN weight; 22023 when alpha is not the same in all rows or is out of range. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Shorrocks 1980';

CREATE AGGREGATE plan_atkinson(value plan_number, epsilon plan_number) (
	SFUNC = _plan_atkinson_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_atkinson_add, MINVFUNC = _plan_atkinson_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_atkinson(plan_number, plan_number) IS
'Atkinson index: 1 - mean((x/m)^(1 - epsilon))^(1/(1 - epsilon)), for epsilon 1 1 - geometric mean/m, m being the mean; 0 when all are equal, to 1. Epsilon, at least 0 and finite, is how much inequality is disliked; with 1 and more a single 0 gives 1. NULL when a value is negative, all are 0 or there are none. Rows with a NULL epsilon and NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191; 22023 when epsilon is not the same in all rows or is out of range. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Atkinson 1970';

CREATE AGGREGATE plan_atkinson(value plan_number, weight plan_number, epsilon plan_number) (
	SFUNC = _plan_atkinson_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_atkinson_add, MINVFUNC = _plan_atkinson_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_atkinson(plan_number, plan_number, plan_number) IS
'Atkinson index: 1 - mean((x/m)^(1 - epsilon))^(1/(1 - epsilon)), for epsilon 1 1 - geometric mean/m, m being the mean; 0 when all are equal, to 1. Epsilon, at least 0 and finite, is how much inequality is disliked; with 1 and more a single 0 gives 1; mean and m are weighted by population, weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. NULL when a value is negative, all are 0 or there are none. Rows with a NULL epsilon and NULL values are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, also of the sum of powers beyond 2^-128 to 2^191, 22023 for a negative or NaN weight; 22023 when epsilon is not the same in all rows or is out of range. Exact to some 1e-16, and at least 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Atkinson 1970';

CREATE AGGREGATE plan_theil_t_between(value plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_between(plan_number, text) IS
'the part of Theil''s T that lies between groups: sum over groups of s_g ln(s_g / (n_g/n)), s_g being the share of group g in the total; between and within add up to plan_theil_t. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_t_between(value plan_number, weight plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_between(plan_number, plan_number, text) IS
'the part of Theil''s T, weighted by population, that lies between groups: sum over groups of s_g ln(s_g / (n_g/n)), s_g being the share of group g in the total, and n their weight; between and within add up to plan_theil_t; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_t_between(value plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_between(plan_number, bigint) IS
'the part of Theil''s T that lies between groups: sum over groups of s_g ln(s_g / (n_g/n)), s_g being the share of group g in the total; between and within add up to plan_theil_t. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_t_between(value plan_number, weight plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_between(plan_number, plan_number, bigint) IS
'the part of Theil''s T, weighted by population, that lies between groups: sum over groups of s_g ln(s_g / (n_g/n)), s_g being the share of group g in the total, and n their weight; between and within add up to plan_theil_t; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_t_within(value plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_within(plan_number, text) IS
'the part of Theil''s T that lies within groups: sum over groups of s_g T_g, s_g being the share of group g in the total; between and within add up to plan_theil_t. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_t_within(value plan_number, weight plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_within(plan_number, plan_number, text) IS
'the part of Theil''s T, weighted by population, that lies within groups: sum over groups of s_g T_g, s_g being the share of group g in the total, and n their weight; between and within add up to plan_theil_t; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_t_within(value plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_within(plan_number, bigint) IS
'the part of Theil''s T that lies within groups: sum over groups of s_g T_g, s_g being the share of group g in the total; between and within add up to plan_theil_t. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_t_within(value plan_number, weight plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_within(plan_number, plan_number, bigint) IS
'the part of Theil''s T, weighted by population, that lies within groups: sum over groups of s_g T_g, s_g being the share of group g in the total, and n their weight; between and within add up to plan_theil_t; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is negative, all are 0 or there are none. NULL values are left out; 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_between(value plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_between(plan_number, text) IS
'the part of Theil''s L that lies between groups: sum over groups of (n_g/n) ln(m / m_g), m_g being the mean of group g; between and within add up to plan_theil_l. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_between(value plan_number, weight plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_between(plan_number, plan_number, text) IS
'the part of Theil''s L, weighted by population, that lies between groups: sum over groups of (n_g/n) ln(m / m_g), m_g being the mean of group g, and n their weight; between and within add up to plan_theil_l; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_between(value plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_between(plan_number, bigint) IS
'the part of Theil''s L that lies between groups: sum over groups of (n_g/n) ln(m / m_g), m_g being the mean of group g; between and within add up to plan_theil_l. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_between(value plan_number, weight plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_between_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_between(plan_number, plan_number, bigint) IS
'the part of Theil''s L, weighted by population, that lies between groups: sum over groups of (n_g/n) ln(m / m_g), m_g being the mean of group g, and n their weight; between and within add up to plan_theil_l; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_within(value plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_within(plan_number, text) IS
'the part of Theil''s L that lies within groups: sum over groups of (n_g/n) L_g, m_g being the mean of group g; between and within add up to plan_theil_l. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_within(value plan_number, weight plan_number, subgroup text) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_within(plan_number, plan_number, text) IS
'the part of Theil''s L, weighted by population, that lies within groups: sum over groups of (n_g/n) L_g, m_g being the mean of group g, and n their weight; between and within add up to plan_theil_l; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 0A000 for a nondeterministic collation, 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_within(value plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_within(plan_number, bigint) IS
'the part of Theil''s L that lies within groups: sum over groups of (n_g/n) L_g, m_g being the mean of group g; between and within add up to plan_theil_l. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

CREATE AGGREGATE plan_theil_l_within(value plan_number, weight plan_number, subgroup bigint) (
	SFUNC = _plan_disparity_add_group, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_within_final,
	COMBINEFUNC = _plan_disparity_combine_groups, SERIALFUNC = _plan_disparity_serialize_groups, DESERIALFUNC = _plan_disparity_deserialize_groups,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_within(plan_number, plan_number, bigint) IS
'the part of Theil''s L, weighted by population, that lies within groups: sum over groups of (n_g/n) L_g, m_g being the mean of group g, and n their weight; between and within add up to plan_theil_l; weights are at least 0, and NULL or 0 weighs nothing; only their proportions matter. Rows whose group is NULL are a group, as in GROUP BY. NULL when a value is not above 0 or there are none. NULL values are left out; 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit. Theil 1967, Shorrocks 1984';

-- Convergence.

CREATE AGGREGATE plan_beta_convergence(before plan_number, after plan_number, years plan_number) (
	SFUNC = _plan_beta_convergence_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_beta_convergence_add, MINVFUNC = _plan_beta_convergence_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_beta_convergence(plan_number, plan_number, plan_number) IS
'beta convergence: the slope of yearly growth, ln(after/before)/years, on ln(before), by ordinary least squares, one row a place. Below 0 those behind catch up. NULL when a value is not above 0 or there are fewer than two different values before. Rows with a NULL are left out; 22003 for NaN, infinity and sizes beyond 2^-64 to 2^96, 22023 when years is not the same in all rows or not above 0. The state has a fixed length; any order of the rows and any parallel plan give the same to the last bit, and a moving window takes rows away. Barro and Sala-i-Martin 1992';

CREATE FUNCTION plan_convergence_speed(beta plan_number, years plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_convergence_speed(plan_number, plan_number) IS
'speed of convergence per year, lambda = -ln(1 + beta years) / years, for beta of yearly growth as plan_beta_convergence gives it: the share of the gap to the common level that is closed each year, in continuous time. NULL when beta >= 0 (no convergence) or 1 + beta years <= 0 (places overtake each other); 22003 for beta not finite, 22023 when years is not finite and above 0. Barro and Sala-i-Martin 1992';

CREATE FUNCTION plan_convergence_speed_reat(beta plan_number, years plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_convergence_speed_reat(plan_number, plan_number) IS
'speed of convergence per year as the R package REAT has it (betaconv.speed), lambda = -ln(1 + beta) / years; right for beta of the growth of all years together, and too slow for beta of yearly growth, which plan_convergence_speed is for. NULL when beta >= 0 or beta <= -1; 22003 for beta not finite, 22023 when years is not finite and above 0';

CREATE FUNCTION plan_half_life(speed plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_half_life(plan_number) IS
'years until half of the gap to the common level is closed, ln 2 / speed, for a speed of convergence per year. NULL when speed <= 0: no convergence; 22003 when it is not finite';

