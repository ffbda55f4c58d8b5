-- ranking_agg: the aggregates that make rankings
--
-- A score is a number of any entity in any period.  Entities are numbers or names; years
-- are cast to the periods that they are.

-- Transitions.

CREATE FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number, plan_direction)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number, plan_direction) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number, plan_direction, integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number, plan_direction, integer) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_named_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number, plan_direction)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_named_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number, plan_direction) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number, plan_direction, integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_named_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number, plan_direction, integer) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add_ranking(internal, plan_ranking)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add_ranking' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add_ranking(internal, plan_ranking) IS
'transition of plan_rollup: adds a ranking';

CREATE FUNCTION _plan_ranking_add_ranking(internal, plan_named_ranking)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add_ranking' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add_ranking(internal, plan_named_ranking) IS
'transition of plan_rollup: adds a ranking';

CREATE FUNCTION _plan_ranking_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_ranking_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_ranking_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_ranking_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_ranking_final(internal)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_final(internal) IS
'makes the ranking';

CREATE FUNCTION _plan_named_ranking_final(internal)
	RETURNS plan_named_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_named_ranking_final(internal) IS
'makes the ranking';

-- Aggregates.

CREATE AGGREGATE plan_ranking_agg(entity bigint, period plan_period, score plan_number) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(bigint, plan_period, plan_number) IS
'ranking of entities by score within each period, the highest first; an entity without a score (NULL or NaN) is not in the field of the period, and no scores give NULL';

CREATE AGGREGATE plan_ranking_agg(entity bigint, period plan_period, score plan_number, direction plan_direction) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(bigint, plan_period, plan_number, plan_direction) IS
'ranking of entities by score within each period, the highest or, for lower, the lowest first; an entity without a score (NULL or NaN) is not in the field of the period, and no scores give NULL';

CREATE AGGREGATE plan_ranking_agg(entity bigint, period plan_period, score plan_number, direction plan_direction, digits integer) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(bigint, plan_period, plan_number, plan_direction, integer) IS
'ranking of entities by score within each period, rounded to digits as round(numeric, digits) rounds, the highest or, for lower, the lowest first; an entity without a score (NULL or NaN) is not in the field of the period, and no scores give NULL';

CREATE AGGREGATE plan_ranking_agg(entity text, period plan_period, score plan_number) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(text, plan_period, plan_number) IS
'ranking of entities by score within each period, the highest first; an entity without a score (NULL or NaN) is not in the field of the period, and no scores give NULL';

CREATE AGGREGATE plan_ranking_agg(entity text, period plan_period, score plan_number, direction plan_direction) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(text, plan_period, plan_number, plan_direction) IS
'ranking of entities by score within each period, the highest or, for lower, the lowest first; an entity without a score (NULL or NaN) is not in the field of the period, and no scores give NULL';

CREATE AGGREGATE plan_ranking_agg(entity text, period plan_period, score plan_number, direction plan_direction, digits integer) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(text, plan_period, plan_number, plan_direction, integer) IS
'ranking of entities by score within each period, rounded to digits as round(numeric, digits) rounds, the highest or, for lower, the lowest first; an entity without a score (NULL or NaN) is not in the field of the period, and no scores give NULL';

CREATE AGGREGATE plan_rollup(ranking plan_ranking) (
	SFUNC = _plan_ranking_add_ranking, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_ranking) IS
'one ranking of the periods of several; 22023 for a period that is in more than one of them; NULL without any';

CREATE AGGREGATE plan_rollup(ranking plan_named_ranking) (
	SFUNC = _plan_ranking_add_ranking, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_named_ranking) IS
'one ranking of the periods of several; 22023 for a period that is in more than one of them; NULL without any';

