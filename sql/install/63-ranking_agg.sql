-- ranking_agg: the aggregate that makes rankings
--
-- The entity is of any type of keys; years are cast to the periods that they are.

CREATE FUNCTION _plan_ranking_add(internal, anycompatible, plan_period, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, anycompatible, plan_period, plan_number) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add(internal, anycompatible, plan_period, plan_number, plan_direction)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, anycompatible, plan_period, plan_number, plan_direction) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_ranking_add(internal, anycompatible, plan_period, plan_number, plan_direction, integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, anycompatible, plan_period, plan_number, plan_direction, integer) IS
'transition of plan_ranking_agg';

CREATE FUNCTION _plan_published_ranking_add(internal, anycompatible, plan_period, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_published_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_published_ranking_add(internal, anycompatible, plan_period, text) IS
'transition of plan_published_ranking_agg';

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

CREATE AGGREGATE plan_ranking_agg(entity anycompatible, period plan_period, score plan_number) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(anycompatible, plan_period, plan_number) IS
'ranking of entities by score in each period, highest first; a NULL or NaN score is not ranked';

CREATE AGGREGATE plan_ranking_agg(entity anycompatible, period plan_period, score plan_number, direction plan_direction) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(anycompatible, plan_period, plan_number, plan_direction) IS
'ranking of entities by score in each period, highest or lowest first; a NULL or NaN score is not ranked';

CREATE AGGREGATE plan_ranking_agg(entity anycompatible, period plan_period, score plan_number, direction plan_direction, digits integer) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(anycompatible, plan_period, plan_number, plan_direction, integer) IS
'ranking of entities by score in each period, the scores rounded first, as by round(numeric, digits)';

CREATE AGGREGATE plan_published_ranking_agg(entity anycompatible, period plan_period, standing text) (
	SFUNC = _plan_published_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_published_ranking_agg(anycompatible, plan_period, text) IS
'ranking of standings as others printed them, 8, 8/63, =12, 101-150 or 1001+; a NULL standing is not listed';
