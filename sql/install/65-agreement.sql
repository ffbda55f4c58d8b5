-- agreement: how far two rankings of the same things agree, and rank-biased overlap
--
-- The aggregates over (x, y) share one state, and PostgreSQL builds it once for all of them.

CREATE FUNCTION _plan_agreement_add(internal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_add(internal, plan_number, plan_number) IS
'transition of the agreement aggregates: adds a pair, unless it has a NULL or NaN';

CREATE FUNCTION _plan_agreement_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_agreement_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_agreement_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_agreement_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_kendall_tau_b_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_kendall_tau_b_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_kendall_tau_b_final(internal) IS
'final function of plan_kendall_tau_b';

CREATE FUNCTION _plan_kendall_tau_c_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_kendall_tau_c_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_kendall_tau_c_final(internal) IS
'final function of plan_kendall_tau_c';

CREATE FUNCTION _plan_weighted_tau_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_weighted_tau_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_weighted_tau_final(internal) IS
'final function of plan_weighted_tau';

CREATE FUNCTION _plan_weighted_tau_product_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_weighted_tau_product_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_weighted_tau_product_final(internal) IS
'final function of plan_weighted_tau_product';

CREATE FUNCTION _plan_spearman_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_spearman_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_spearman_final(internal) IS
'final function of plan_spearman';

CREATE FUNCTION _plan_footrule_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_footrule_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_footrule_final(internal) IS
'final function of plan_footrule';

CREATE FUNCTION _plan_footrule_normalized_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_footrule_normalized_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_footrule_normalized_final(internal) IS
'final function of plan_footrule_normalized';

CREATE FUNCTION _plan_mean_shift_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_mean_shift_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_mean_shift_final(internal) IS
'final function of plan_mean_shift';

CREATE FUNCTION _plan_max_shift_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_max_shift_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_max_shift_final(internal) IS
'final function of plan_max_shift';

CREATE AGGREGATE plan_kendall_tau_b(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_kendall_tau_b_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_kendall_tau_b(plan_number, plan_number) IS
'Kendall''s tau-b of two rankings or scores, -1 (opposite order) to 1 (same order); NULL if all x or all y tie';

CREATE AGGREGATE plan_kendall_tau_c(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_kendall_tau_c_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_kendall_tau_c(plan_number, plan_number) IS
'Kendall''s tau-c, -1 to 1, for columns with few or unequal numbers of classes; NULL if all x or all y tie';

CREATE AGGREGATE plan_weighted_tau(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_weighted_tau_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_tau(plan_number, plan_number) IS
'weighted tau, -1 to 1: exchanging the places r and s of the highest values has the weight 1/r + 1/s; NULL if all x or all y tie';

CREATE AGGREGATE plan_weighted_tau_product(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_weighted_tau_product_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_tau_product(plan_number, plan_number) IS
'weighted tau, -1 to 1: exchanging the places r and s of the highest values has the weight 1/(r s); NULL if all x or all y tie';

CREATE AGGREGATE plan_spearman(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_spearman_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_spearman(plan_number, plan_number) IS
'Spearman''s rho, the correlation of average ranks, -1 to 1; NULL if all x or all y tie';

CREATE AGGREGATE plan_footrule(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_footrule_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_footrule(plan_number, plan_number) IS
'Spearman''s footrule: sum of the shifts in average rank, in places; NULL without pairs';

CREATE AGGREGATE plan_footrule_normalized(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_footrule_normalized_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_footrule_normalized(plan_number, plan_number) IS
'Spearman''s footrule divided by its maximum, 0 (same order) to 1; NULL for fewer than two pairs';

CREATE AGGREGATE plan_mean_shift(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_mean_shift_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_mean_shift(plan_number, plan_number) IS
'mean shift in average rank, in places; NULL without pairs';

CREATE AGGREGATE plan_max_shift(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_max_shift_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_max_shift(plan_number, plan_number) IS
'largest shift in average rank, in places; NULL without pairs';

-- Rank-biased overlap of two arrays.

CREATE FUNCTION plan_rbo(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo(text[], text[], plan_number) IS
'rank-biased overlap of two lists, 0 to 1, extrapolated; the first 1/(1-p) places weigh most; NULL if one is empty';

CREATE FUNCTION plan_rbo_min(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo_min(text[], text[], plan_number) IS
'lower bound of the rank-biased overlap of two lists, whatever follows below their ends; NULL if one is empty';

CREATE FUNCTION plan_rbo_max(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo_max(text[], text[], plan_number) IS
'upper bound of the rank-biased overlap of two lists, whatever follows below their ends; NULL if one is empty';

-- Rank-biased overlap of ranked rows.

CREATE FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number) IS
'transition: adds an item with its ranks';

CREATE FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number, text) IS
'transition: adds an item with its ranks';

CREATE FUNCTION _plan_rbo_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_rbo_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_rbo_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_rbo_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_rbo_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_rbo_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_final(internal) IS
'final function of plan_rbo';

CREATE FUNCTION _plan_rbo_min_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_rbo_min_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_min_final(internal) IS
'final function of plan_rbo_min';

CREATE FUNCTION _plan_rbo_max_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_rbo_max_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_max_final(internal) IS
'final function of plan_rbo_max';

CREATE AGGREGATE plan_rbo(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo(anycompatible, plan_number, plan_number, plan_number) IS
'rank-biased overlap of two rankings, 0 to 1, extrapolated; one row an item, NULL rank if not ranked; ties are equal ranks';

CREATE AGGREGATE plan_rbo(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo(anycompatible, plan_number, plan_number, plan_number, text) IS
'rank-biased overlap of two rankings, with ties treated as w (equal ranks), a (unknown order) or b (unknown order, corrected)';

CREATE AGGREGATE plan_rbo_min(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_min_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_min(anycompatible, plan_number, plan_number, plan_number) IS
'lower bound of the rank-biased overlap of two rankings; one row an item, NULL rank if not ranked; ties are equal ranks';

CREATE AGGREGATE plan_rbo_min(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_min_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_min(anycompatible, plan_number, plan_number, plan_number, text) IS
'lower bound of the rank-biased overlap of two rankings, with ties treated as w (equal ranks), a (unknown order) or b (unknown order, corrected)';

CREATE AGGREGATE plan_rbo_max(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_max_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_max(anycompatible, plan_number, plan_number, plan_number) IS
'upper bound of the rank-biased overlap of two rankings; one row an item, NULL rank if not ranked; ties are equal ranks';

CREATE AGGREGATE plan_rbo_max(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_max_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_max(anycompatible, plan_number, plan_number, plan_number, text) IS
'upper bound of the rank-biased overlap of two rankings, with ties treated as w (equal ranks), a (unknown order) or b (unknown order, corrected)';

