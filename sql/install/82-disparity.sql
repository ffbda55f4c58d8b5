-- disparity: how unequal places are, and whether they grow alike

-- Measures of sums.

-- @moments plan_theil_t(value): Theil''s T, 0 for equal values; NULL if a value is negative, all are 0 or there are none

-- @moments plan_theil_t(value, weight): Theil''s T weighted by population; NULL if a value is negative, all are 0 or there are none

-- @moments plan_theil_l(value): Theil''s L, the mean logarithmic deviation, 0 for equal values; NULL if a value is not above 0 or there are none

-- @moments plan_theil_l(value, weight): Theil''s L weighted by population; NULL if a value is not above 0 or there are none

-- @moments plan_generalized_entropy(value, alpha): generalized entropy: alpha 0 is Theil''s L, 1 is Theil''s T; NULL where they are

-- @moments plan_generalized_entropy(value, alpha, weight): generalized entropy weighted by population; NULL as without weights

-- @moments plan_atkinson(value, epsilon): Atkinson index, from 0 for equal values to 1; NULL if a value is negative, all are 0 or there are none

-- @moments plan_atkinson(value, epsilon, weight): Atkinson index weighted by population; NULL if a value is negative, all are 0 or there are none

-- @moments plan_cv(value): coefficient of variation of a population, standard deviation by n / mean; NULL if the mean is 0

-- @moments plan_cv(value, weight): coefficient of variation weighted by population; NULL if the mean is 0

-- @moments plan_max_min_ratio(value): maximum / minimum; NULL if the minimum is not above 0

-- @moments plan_sigma(value): standard deviation of ln(value), which falls as places converge; NULL if a value is not above 0

-- Of the same sums, of which PostgreSQL keeps one state where both are asked for.

CREATE FUNCTION _plan_cv_sample_final(plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_cv_sample_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_sample_final(plan_moments) IS
'final function of plan_cv_sample';

CREATE AGGREGATE plan_cv_sample(value plan_number) (
	SFUNC = _plan_cv_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = _plan_cv_sample_final, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_cv_add, MINVFUNC = _plan_cv_remove, MSTYPE = plan_moments, MFINALFUNC = _plan_cv_sample_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cv_sample(plan_number) IS
'coefficient of variation of a sample, standard deviation by n - 1 / mean; NULL if the mean is 0 or n < 2';

CREATE FUNCTION _plan_sigma_cv_final(plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_sigma_cv_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sigma_cv_final(plan_moments) IS
'final function of plan_sigma_cv';

CREATE AGGREGATE plan_sigma_cv(value plan_number) (
	SFUNC = _plan_sigma_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = _plan_sigma_cv_final, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_sigma_add, MINVFUNC = _plan_sigma_remove, MSTYPE = plan_moments, MFINALFUNC = _plan_sigma_cv_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sigma_cv(plan_number) IS
'coefficient of variation of ln(value), which depends on the unit; NULL if a value is not above 0 or the mean of logarithms is 0';

-- Measures of all values: those over the same arguments share one state.

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

CREATE FUNCTION _plan_disparity_remove(internal, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_remove(internal, plan_number) IS
'inverse transition: takes a value away';

CREATE FUNCTION _plan_disparity_remove(internal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_remove_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_remove(internal, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

-- @final plan_gini

-- @sample plan_gini(value): Gini coefficient, 0 for equal values; NULL if the sum is not above 0

-- @sample plan_gini(value, weight): Gini coefficient weighted by population; NULL if the sum is not above 0

-- @final plan_gini_corrected

-- @sample plan_gini_corrected(value): Gini coefficient times n / (n - 1): 1 if one place has everything; NULL if the sum is not above 0 or n < 2

-- @final plan_hoover

-- @sample plan_hoover(value): Hoover index, the share that would have to be redistributed; NULL if the sum is not above 0

-- @sample plan_hoover(value, weight): Hoover index weighted by population; NULL if the sum is not above 0

-- @final plan_palma

-- @sample plan_palma(value): Palma ratio, sum of the top 10 % / sum of the bottom 40 %; NULL if the latter is not above 0

-- @sample plan_palma(value, weight): Palma ratio weighted by population; NULL if the sum of the bottom 40 % is not above 0

-- Between and within subgroups, whose keys are bigint, text or uuid.

CREATE FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible) IS
'transition: adds a value to its subgroup';

CREATE FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible, plan_number) IS
'transition: adds a value with its weight to its subgroup';

CREATE FUNCTION _plan_subgroup_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_subgroup_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_subgroup_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_subgroup_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_deserialize(bytea, internal) IS
'receives a partial state';

-- @final plan_theil_t_between

-- @subgroups plan_theil_t_between(value, subgroup anycompatible): part of Theil''s T that lies between subgroups; NULL where plan_theil_t is

-- @subgroups plan_theil_t_between(value, subgroup anycompatible, weight): part of Theil''s T, weighted by population, that lies between subgroups; NULL where plan_theil_t is

-- @final plan_theil_t_within

-- @subgroups plan_theil_t_within(value, subgroup anycompatible): part of Theil''s T that lies within subgroups; NULL where plan_theil_t is

-- @subgroups plan_theil_t_within(value, subgroup anycompatible, weight): part of Theil''s T, weighted by population, that lies within subgroups; NULL where plan_theil_t is

-- @final plan_theil_l_between

-- @subgroups plan_theil_l_between(value, subgroup anycompatible): part of Theil''s L that lies between subgroups; NULL where plan_theil_l is

-- @subgroups plan_theil_l_between(value, subgroup anycompatible, weight): part of Theil''s L, weighted by population, that lies between subgroups; NULL where plan_theil_l is

-- @final plan_theil_l_within

-- @subgroups plan_theil_l_within(value, subgroup anycompatible): part of Theil''s L that lies within subgroups; NULL where plan_theil_l is

-- @subgroups plan_theil_l_within(value, subgroup anycompatible, weight): part of Theil''s L, weighted by population, that lies within subgroups; NULL where plan_theil_l is

-- Convergence.

-- @moments plan_beta_convergence(before, after, years): slope of yearly growth, ln(after/before)/years, on ln(before): below 0 poorer places catch up; NULL if a value is not above 0

CREATE FUNCTION plan_convergence_speed(beta plan_number, years plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_convergence_speed(plan_number, plan_number) IS
'share of the gap that closes per year, -ln(1 + beta years) / years, for beta of yearly growth; NULL without convergence';

CREATE FUNCTION plan_half_life(speed plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_half_life(plan_number) IS
'years until half of the gap is closed, ln 2 / speed; NULL if speed is not above 0';
