-- escap: UN ESCAP's current status, anticipated progress, and extrapolation of a series
--
-- Classes are texts in all named methods: each edition has words of its own.

CREATE FUNCTION plan_escap_current_status(current plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_index' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_current_status(plan_number, plan_goal) IS
'ESCAP''s current status: progress from baseline to target, times 10; 10 once the target is met, negative for regression; NULL: see plan_escap_reason';

CREATE FUNCTION plan_escap_anticipated_progress(predicted plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_index' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_anticipated_progress(plan_number, plan_goal) IS
'ESCAP''s anticipated progress: the current status of the value predicted for the target year; NULL: see plan_escap_reason';

CREATE FUNCTION plan_escap_gap(predicted plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_gap(plan_number, plan_goal) IS
'the gap that ESCAP prints: 100 less ten times the anticipated progress, 0 if the target is met; NULL: see plan_escap_reason';

CREATE FUNCTION plan_escap_reason(current plan_number, goal plan_goal)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_reason(plan_number, plan_goal) IS
'why there is no status, progress or gap: no_target, no_data, insufficient_data or target_is_baseline; NULL if there is one';

CREATE FUNCTION plan_escap_current_class(index plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_current_class(plan_number) IS
'class of a current status: on_track above 9, slow above 0, else regression; NULL for NULL';

CREATE FUNCTION plan_escap_anticipated_class(index plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_anticipated_class(plan_number) IS
'class of an anticipated progress: will_meet above 9, accelerate above 0, else no_progress; NULL for NULL';

CREATE FUNCTION plan_escap_gap_class(gap plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_gap_class(plan_number) IS
'class of a gap: maintain up to 10, accelerate up to 100, else reverse; NULL for NULL';

-- Extrapolation: one state for all, the values in the order of the rows.

CREATE FUNCTION _plan_escap_add(internal, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add(internal, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add_share' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number) IS
'transition: adds a percentage';

CREATE FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add_share' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number, plan_number) IS
'transition: adds a share of a denominator';

CREATE FUNCTION _plan_escap_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_escap_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_escap_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_escap_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_escap_geometric_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_geometric_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_geometric_final(internal) IS
'final function of plan_escap_geometric';

CREATE FUNCTION _plan_escap_logit_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_logit_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_logit_final(internal) IS
'final function of plan_escap_logit';

CREATE FUNCTION _plan_escap_logit_slope_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_logit_slope_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_logit_slope_final(internal) IS
'final function of plan_escap_logit_slope';

CREATE FUNCTION _plan_escap_weighted_logit_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_weighted_logit_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_weighted_logit_final(internal) IS
'final function of plan_escap_weighted_logit';

CREATE AGGREGATE plan_escap_geometric(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_geometric_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_geometric(plan_number, plan_number, plan_number) IS
'the value at a year by geometric growth from the first to the last value; NULL for fewer than two values, from 0 and across 0';

CREATE AGGREGATE plan_escap_logit(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit(plan_number, plan_number, plan_number) IS
'the percentage at a year by least squares on logits; NULL for fewer than two values and if one is 0 or 100';

CREATE AGGREGATE plan_escap_logit(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit(plan_number, plan_number, plan_number, plan_number) IS
'the value, a share of the denominator, at a year by least squares on logits; NULL for fewer than two values and if one is 0 or the denominator';

CREATE AGGREGATE plan_escap_logit_slope(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_slope_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit_slope(plan_number, plan_number, plan_number) IS
'the percentage at a year from the last logit with the mean slope between consecutive ones; NULL for fewer than two values';

CREATE AGGREGATE plan_escap_logit_slope(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_slope_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit_slope(plan_number, plan_number, plan_number, plan_number) IS
'the value, a share of the denominator, at a year from the last logit with the mean slope between consecutive ones; NULL for fewer than two values';

CREATE AGGREGATE plan_escap_weighted_logit(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_weighted_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_weighted_logit(plan_number, plan_number, plan_number) IS
'the percentage at a year by least squares on logits, weighted 1 / (to_year - year); NULL for fewer than two values and if one is 0 or 100';

CREATE AGGREGATE plan_escap_weighted_logit(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_weighted_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_weighted_logit(plan_number, plan_number, plan_number, plan_number) IS
'the value, a share of the denominator, at a year by least squares on logits, weighted 1 / (to_year - year); NULL for fewer than two values and if one is 0 or the denominator';
