-- agreement: how far two rankings of the same things agree, and rank-biased overlap
--
-- The aggregates over (x, y) share one state, and PostgreSQL builds it once for all of them.

CREATE FUNCTION _plan_agreement_add(internal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_add(internal, plan_number, plan_number) IS
'transition: adds a pair; one with NULL or NaN is none';

CREATE FUNCTION _plan_agreement_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_agreement_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_agreement_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_serialize(internal) IS
'sends a partial state; 54000 beyond 1 GB, which is 67 million pairs';

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
'Kendall''s tau-b of two rankings or scores, -1 (reversed) to 1 (the same order): concordant less discordant pairs, as a share of the pairs that do not tie, by the geometric mean of x and y. O(n log n), exact up to the last division. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL if all x or all y tie, or there are fewer than two pairs; 54000 for more than 2147483647 pairs. Knight 1966, Kendall 1970';

CREATE AGGREGATE plan_kendall_tau_c(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_kendall_tau_c_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_kendall_tau_c(plan_number, plan_number) IS
'Kendall''s tau-c (Stuart), -1 to 1: 2 (concordant - discordant) / (n^2 (m - 1) / m), m being the number of distinct x or of distinct y, the smaller one; for columns of few classes, and of unequal numbers of them. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL if all x or all y tie, or there are fewer than two pairs';

CREATE AGGREGATE plan_weighted_tau(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_weighted_tau_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_tau(plan_number, plan_number) IS
'weighted tau, -1 to 1: tau-b in which an exchange of the places r and s, the highest score being of place 1, weighs 1/r + 1/s; the mean of ranking by x (then y) and by y (then x). The HIGHEST values weigh most: negate ranks of which 1 is the best. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL if all x or all y tie, or there are fewer than two pairs. Vigna 2015; scipy.stats.weightedtau';

CREATE AGGREGATE plan_weighted_tau_product(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_weighted_tau_product_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_tau_product(plan_number, plan_number) IS
'weighted tau, -1 to 1, in which an exchange of the places r and s weighs 1/(r s): closer still to the top than plan_weighted_tau. The HIGHEST values weigh most: negate ranks of which 1 is the best. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL if all x or all y tie, or there are fewer than two pairs. Vigna 2015';

CREATE AGGREGATE plan_spearman(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_spearman_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_spearman(plan_number, plan_number) IS
'Spearman''s rho, -1 to 1: Pearson''s correlation of the average ranks, exact up to the last division. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL if all x or all y tie, or there are fewer than two pairs';

CREATE AGGREGATE plan_footrule(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_footrule_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_footrule(plan_number, plan_number) IS
'Spearman''s footrule, in places: the sum of |rank by x - rank by y| over all pairs, where ties have their average rank. x and y are ranked among the pairs at hand, both from the same end. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. 0 where both orders are the same; NULL of no pairs. Fagin et al. 2006';

CREATE AGGREGATE plan_footrule_normalized(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_footrule_normalized_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_footrule_normalized(plan_number, plan_number) IS
'Spearman''s footrule as a share, 0 (the same order) to 1, of the largest there can be, floor(n^2 / 2). Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL of fewer than two pairs';

CREATE AGGREGATE plan_mean_shift(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_mean_shift_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_mean_shift(plan_number, plan_number) IS
'mean of |rank by x - rank by y|, in places, where ties have their average rank: the footrule for each pair. x and y are ranked among the pairs at hand, both from the same end. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL of no pairs';

CREATE AGGREGATE plan_max_shift(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_max_shift_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_max_shift(plan_number, plan_number) IS
'largest |rank by x - rank by y|, in places, where ties have their average rank. x and y are ranked among the pairs at hand, both from the same end. Only the order of x and of y matters: infinities are the last, and a pair with NULL or NaN is left out. NULL of no pairs';

-- Rank-biased overlap of two arrays.

CREATE FUNCTION plan_rbo(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo(text[], text[], plan_number) IS
'rank-biased overlap of two rankings, 0 (nothing in common) to 1 (the same), extrapolated below their ends; the first item is the top. (1 - p) * sum of p^(d - 1) * A(d), A(d) being the share of common items among the first d: the first 1/(1 - p) places have the most say. The rankings need not have the same items nor be equally long. NULL if one is empty; 22023 if p is not within (0, 1) or an item is in one of them twice, 22004 for a NULL item, 0A000 for a nondeterministic collation. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024 for unequal lengths';

CREATE FUNCTION plan_rbo_min(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo_min(text[], text[], plan_number) IS
'the least that the rank-biased overlap can be, whatever follows below the ends of the two rankings; the first item is the top. (1 - p) * sum of p^(d - 1) * A(d), A(d) being the share of common items among the first d: the first 1/(1 - p) places have the most say. The rankings need not have the same items nor be equally long. NULL if one is empty; 22023 if p is not within (0, 1) or an item is in one of them twice, 22004 for a NULL item, 0A000 for a nondeterministic collation. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024 for unequal lengths';

CREATE FUNCTION plan_rbo_max(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo_max(text[], text[], plan_number) IS
'the greatest that the rank-biased overlap can be, whatever follows below the ends of the two rankings; the first item is the top. (1 - p) * sum of p^(d - 1) * A(d), A(d) being the share of common items among the first d: the first 1/(1 - p) places have the most say. The rankings need not have the same items nor be equally long. NULL if one is empty; 22023 if p is not within (0, 1) or an item is in one of them twice, 22004 for a NULL item, 0A000 for a nondeterministic collation. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024 for unequal lengths';

-- Rank-biased overlap of ranked rows.

CREATE FUNCTION _plan_rbo_add(internal, text, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_add(internal, text, plan_number, plan_number, plan_number) IS
'transition: adds an item with its ranks';

CREATE FUNCTION _plan_rbo_add(internal, text, plan_number, plan_number, plan_number, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_add(internal, text, plan_number, plan_number, plan_number, text) IS
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
'sends a partial state; 54000 beyond 1 GB';

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

CREATE AGGREGATE plan_rbo(item text, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo(text, plan_number, plan_number, plan_number) IS
'rank-biased overlap of two rankings, 0 (nothing in common) to 1 (the same), extrapolated below their ends; one row an item, the smallest rank is the top, and a NULL or NaN rank says that the ranking does not have the item. Ties are equal ranks (w). Only the order of the ranks matters. A row with a NULL p is left out; NULL if one ranking is empty; 22023 if p is not within (0, 1) or not the same in all rows, or an item has two rows; 22004 for a NULL item; 0A000 for a nondeterministic collation; 54000 for more than 2147483647 items. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024';

CREATE AGGREGATE plan_rbo(item text, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo(text, plan_number, plan_number, plan_number, text) IS
'rank-biased overlap of two rankings, 0 (nothing in common) to 1 (the same), extrapolated below their ends; one row an item, the smallest rank is the top, and a NULL or NaN rank says that the ranking does not have the item. Ties: w where they are equal ranks, as in sport; a where their order is unknown: the mean over all orders; b the same, corrected so that a ranking has 1 with itself. Without ties all three are the same. Only the order of the ranks matters. A row with a NULL p or NULL ties is left out; NULL if one ranking is empty; 22023 if p is not within (0, 1) or not the same in all rows, for other ties, or an item has two rows; 22004 for a NULL item; 0A000 for a nondeterministic collation; 54000 for more than 2147483647 items. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024';

CREATE AGGREGATE plan_rbo_min(item text, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_min_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_min(text, plan_number, plan_number, plan_number) IS
'the least that the rank-biased overlap can be, whatever follows below the ends of the two rankings; one row an item, the smallest rank is the top, and a NULL or NaN rank says that the ranking does not have the item. Ties are equal ranks (w). Only the order of the ranks matters. A row with a NULL p is left out; NULL if one ranking is empty; 22023 if p is not within (0, 1) or not the same in all rows, or an item has two rows; 22004 for a NULL item; 0A000 for a nondeterministic collation; 54000 for more than 2147483647 items. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024';

CREATE AGGREGATE plan_rbo_min(item text, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_min_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_min(text, plan_number, plan_number, plan_number, text) IS
'the least that the rank-biased overlap can be, whatever follows below the ends of the two rankings; one row an item, the smallest rank is the top, and a NULL or NaN rank says that the ranking does not have the item. Ties: w where they are equal ranks, as in sport; a where their order is unknown: the mean over all orders; b the same, corrected so that a ranking has 1 with itself. Without ties all three are the same. Only the order of the ranks matters. A row with a NULL p or NULL ties is left out; NULL if one ranking is empty; 22023 if p is not within (0, 1) or not the same in all rows, for other ties, or an item has two rows; 22004 for a NULL item; 0A000 for a nondeterministic collation; 54000 for more than 2147483647 items. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024';

CREATE AGGREGATE plan_rbo_max(item text, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_max_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_max(text, plan_number, plan_number, plan_number) IS
'the greatest that the rank-biased overlap can be, whatever follows below the ends of the two rankings; one row an item, the smallest rank is the top, and a NULL or NaN rank says that the ranking does not have the item. Ties are equal ranks (w). Only the order of the ranks matters. A row with a NULL p is left out; NULL if one ranking is empty; 22023 if p is not within (0, 1) or not the same in all rows, or an item has two rows; 22004 for a NULL item; 0A000 for a nondeterministic collation; 54000 for more than 2147483647 items. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024';

CREATE AGGREGATE plan_rbo_max(item text, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_max_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_max(text, plan_number, plan_number, plan_number, text) IS
'the greatest that the rank-biased overlap can be, whatever follows below the ends of the two rankings; one row an item, the smallest rank is the top, and a NULL or NaN rank says that the ranking does not have the item. Ties: w where they are equal ranks, as in sport; a where their order is unknown: the mean over all orders; b the same, corrected so that a ranking has 1 with itself. Without ties all three are the same. Only the order of the ranks matters. A row with a NULL p or NULL ties is left out; NULL if one ranking is empty; 22023 if p is not within (0, 1) or not the same in all rows, for other ties, or an item has two rows; 22004 for a NULL item; 0A000 for a nondeterministic collation; 54000 for more than 2147483647 items. Webber, Moffat and Zobel 2010, Corsi and Urbano 2024';

