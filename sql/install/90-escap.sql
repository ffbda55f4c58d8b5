-- escap: UN ESCAP's current status, anticipated progress, and extrapolation of a series
--
-- Classes are texts in all named methods: each edition has words of its own.

CREATE FUNCTION plan_escap_current_status(current plan_number, baseline plan_number, target plan_number, direction plan_direction)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_index' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_current_status(plan_number, plan_number, plan_number, plan_direction) IS
'how much of the way from baseline to target is done, times 10: 10 once the target is met, else 10 d (current - baseline) / |target - baseline|; 0 is no change, below 0 regression, without a floor; within stands for parity: 10 - 10 |target - current| / |target - baseline|. NULL without a current value, target or direction, and while the target is not met without a baseline or if that is the target; figures that are not finite: 22003. ESCAP progress assessment methodology, Asia-Pacific SDG Gateway, edition of 2026; direction is higher, lower or within, another: 22023';

CREATE FUNCTION plan_escap_anticipated_progress(predicted plan_number, baseline plan_number, target plan_number, direction plan_direction)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_index' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_anticipated_progress(plan_number, plan_number, plan_number, plan_direction) IS
'the current status of the value that is predicted for the target year: 10 if it meets the target, else 10 d (predicted - baseline) / |target - baseline|; within stands for parity. NULL without a predicted value, target or direction, and while the target is not met without a baseline or if that is the target; figures that are not finite: 22003. ESCAP progress assessment methodology, Asia-Pacific SDG Gateway, edition of 2026; direction is higher, lower or within, another: 22023';

CREATE FUNCTION plan_escap_gap(predicted plan_number, baseline plan_number, target plan_number, direction plan_direction)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_gap(plan_number, plan_number, plan_number, plan_direction) IS
'the gap P that ESCAP prints: 0 if the predicted value meets the target, else 100 less ten times the anticipated progress, which from a baseline that had not met the target is 100 |target - predicted| / |target - baseline|. NULL as there; figures that are not finite: 22003. ESCAP progress assessment methodology, Asia-Pacific SDG Gateway, edition of 2026; direction is higher, lower or within, another: 22023';

CREATE FUNCTION plan_escap_current_class(index plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_current_class(plan_number) IS
'class of a current status index: on_track above 9, slow above 0, else regression; infinity: 22003. As UNICEF ran it in 2025';

CREATE FUNCTION plan_escap_current_class(current plan_number, baseline plan_number, target plan_number, direction plan_direction)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_escap_current_class_of_values' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_current_class(plan_number, plan_number, plan_number, plan_direction) IS
'class of the current status: on_track above 9 and once the target is met, slow above 0, else regression, also where the baseline is the target and it is not met; of one figure alone, current or baseline, the class if it meets the target, else insufficient_data; no_data without any or without a target; an index within 1e-11 of a cut is on it; NULL without a direction; figures that are not finite: 22003. As UNICEF ran it in 2025; direction is higher, lower or within, another: 22023';

CREATE FUNCTION plan_escap_anticipated_class(index plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_anticipated_class(plan_number) IS
'class of an anticipated progress index: will_meet above 9, accelerate above 0, else no_progress; infinity: 22003. As UNICEF ran it in 2025';

CREATE FUNCTION plan_escap_anticipated_class(predicted plan_number, baseline plan_number, target plan_number, direction plan_direction)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_escap_anticipated_class_of_values' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_anticipated_class(plan_number, plan_number, plan_number, plan_direction) IS
'class of the anticipated progress: will_meet above 9 and if the target is met, accelerate above 0, else no_progress, also where the baseline is the target and it is not met; of one figure alone, predicted or baseline, the class if it meets the target, else insufficient_data; no_data without any or without a target; an index within 1e-11 of a cut is on it; NULL without a direction; figures that are not finite: 22003. As UNICEF ran it in 2025; direction is higher, lower or within, another: 22023';

CREATE FUNCTION plan_escap_gap_class(gap plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_gap_class(plan_number) IS
'class of the printed gap, as on ESCAP''s dashboard: maintain up to 10, accelerate up to 100, reverse above; a gap within 1e-10 of a cut is on it; infinity: 22003';

-- Extrapolation: one state for all, the figures as they come.

CREATE FUNCTION _plan_escap_add(internal, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add(internal, plan_number, plan_number, plan_number) IS
'transition: adds a figure';

CREATE FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add_share' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number) IS
'transition: adds a figure, which is a percentage';

CREATE FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add_share' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number, plan_number) IS
'transition: adds a figure, which is a share of a denominator';

CREATE FUNCTION _plan_escap_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_escap_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_escap_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_serialize(internal) IS
'sends a partial state; 54000 beyond 1 GB';

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
	SFUNC = _plan_escap_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_escap_geometric_final,
	COMBINEFUNC = _plan_escap_combine, SERIALFUNC = _plan_escap_serialize, DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_geometric(plan_number, plan_number, plan_number) IS
'the value at a year by geometric growth from the first to the last figure: last * (last / first)^((to_year - last year) / (last year - first year)); years may be fractional. NULL if the first is 0 or their signs differ. NULL or NaN years and values are left out; fewer than two figures give NULL; two figures of one year, another year to predict or denominator in some row: 22023; NULL for one of them: 22004; infinity: 22003. ESCAP progress assessment methodology, Asia-Pacific SDG Gateway, edition of 2026';

CREATE AGGREGATE plan_escap_logit(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_escap_logit_final,
	COMBINEFUNC = _plan_escap_combine, SERIALFUNC = _plan_escap_serialize, DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit(plan_number, plan_number, plan_number) IS
'the percentage at a year by least squares on the logits ln(y / (1 - y)); NULL if a figure is 0 or 100; one outside: 2201E. NULL or NaN years and values are left out; fewer than two figures give NULL; two figures of one year, another year to predict or denominator in some row: 22023; NULL for one of them: 22004; infinity: 22003. ESCAP progress assessment methodology, Asia-Pacific SDG Gateway, edition of 2026';

CREATE AGGREGATE plan_escap_logit(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_escap_logit_final,
	COMBINEFUNC = _plan_escap_combine, SERIALFUNC = _plan_escap_serialize, DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit(plan_number, plan_number, plan_number, plan_number) IS
'the same for shares of a denominator: NULL if a figure is 0 or the denominator, one outside: 2201E; a denominator that is not positive: 22023';

CREATE AGGREGATE plan_escap_logit_slope(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_escap_logit_slope_final,
	COMBINEFUNC = _plan_escap_combine, SERIALFUNC = _plan_escap_serialize, DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit_slope(plan_number, plan_number, plan_number) IS
'the percentage at a year, on from the last logit by the mean of the slopes from figure to figure; a series that has been at 0 or 100 keeps its last figure; a figure outside: 2201E. NULL or NaN years and values are left out; fewer than two figures give NULL; two figures of one year, another year to predict or denominator in some row: 22023; NULL for one of them: 22004; infinity: 22003. As UNICEF ran it in 2025';

CREATE AGGREGATE plan_escap_logit_slope(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_escap_logit_slope_final,
	COMBINEFUNC = _plan_escap_combine, SERIALFUNC = _plan_escap_serialize, DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit_slope(plan_number, plan_number, plan_number, plan_number) IS
'the same for shares of a denominator: a series that has been at 0 or at the denominator keeps its last figure, one outside: 2201E; a denominator that is not positive: 22023';

CREATE AGGREGATE plan_escap_weighted_logit(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_escap_weighted_logit_final,
	COMBINEFUNC = _plan_escap_combine, SERIALFUNC = _plan_escap_serialize, DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_weighted_logit(plan_number, plan_number, plan_number) IS
'the percentage at a year by weighted least squares on the logits, the weights being 1 / (to_year - year), so that the newest figure weighs most; NULL if a figure is 0 or 100; one outside: 2201E; a year to predict that is not after the last figure: 22023. NULL or NaN years and values are left out; fewer than two figures give NULL; two figures of one year, another year to predict or denominator in some row: 22023; NULL for one of them: 22004; infinity: 22003. ESCAP SD/WP/04 of 2017, with the weighted means that belong to weighted least squares';

CREATE AGGREGATE plan_escap_weighted_logit(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_escap_weighted_logit_final,
	COMBINEFUNC = _plan_escap_combine, SERIALFUNC = _plan_escap_serialize, DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_weighted_logit(plan_number, plan_number, plan_number, plan_number) IS
'the same for shares of a denominator: NULL if a figure is 0 or the denominator, one outside: 2201E; a denominator that is not positive: 22023';

