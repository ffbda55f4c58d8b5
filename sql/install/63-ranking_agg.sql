-- ranking_agg: the aggregates that make rankings
--
-- A score is a number of any entity in any period.  The forms differ in whether entities
-- are numbers or names, the highest score is best or the lowest, and whether scores are
-- rounded first.  Years are cast to the periods that they are.

-- Transitions.

CREATE FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number) IS
'transition: adds a score';

CREATE FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number, integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, bigint, plan_period, plan_number, integer) IS
'transition: adds a score';

CREATE FUNCTION _plan_ranking_add_lower(internal, bigint, plan_period, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add_lower' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add_lower(internal, bigint, plan_period, plan_number) IS
'transition: adds a score';

CREATE FUNCTION _plan_ranking_add_lower(internal, bigint, plan_period, plan_number, integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_ranking_add_lower' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add_lower(internal, bigint, plan_period, plan_number, integer) IS
'transition: adds a score';

CREATE FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_named_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number) IS
'transition: adds a score';

CREATE FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number, integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_named_ranking_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add(internal, text, plan_period, plan_number, integer) IS
'transition: adds a score';

CREATE FUNCTION _plan_ranking_add_lower(internal, text, plan_period, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_named_ranking_add_lower' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add_lower(internal, text, plan_period, plan_number) IS
'transition: adds a score';

CREATE FUNCTION _plan_ranking_add_lower(internal, text, plan_period, plan_number, integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_named_ranking_add_lower' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_add_lower(internal, text, plan_period, plan_number, integer) IS
'transition: adds a score';

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
'the ranking of entities by score within each period, the highest score being first. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period, 22023 for two scores of one entity in one period, 54000 where the result would reach 1 GB';

CREATE AGGREGATE plan_ranking_agg(entity bigint, period plan_period, score plan_number, digits integer) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(bigint, plan_period, plan_number, integer) IS
'the ranking of entities by score within each period, the highest score being first, of scores rounded to digits behind the point (-15 to 15) as round(score::numeric, digits) does. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period or NULL digits, 22023 for two scores of one entity in one period and for digits that are not the same in all rows, 54000 where the result would reach 1 GB';

CREATE AGGREGATE plan_ranking_lower_agg(entity bigint, period plan_period, score plan_number) (
	SFUNC = _plan_ranking_add_lower, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_lower_agg(bigint, plan_period, plan_number) IS
'the ranking of entities by score within each period, the lowest score being first. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period, 22023 for two scores of one entity in one period, 54000 where the result would reach 1 GB';

CREATE AGGREGATE plan_ranking_lower_agg(entity bigint, period plan_period, score plan_number, digits integer) (
	SFUNC = _plan_ranking_add_lower, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_lower_agg(bigint, plan_period, plan_number, integer) IS
'the ranking of entities by score within each period, the lowest score being first, of scores rounded to digits behind the point (-15 to 15) as round(score::numeric, digits) does. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period or NULL digits, 22023 for two scores of one entity in one period and for digits that are not the same in all rows, 54000 where the result would reach 1 GB';

CREATE AGGREGATE plan_ranking_agg(entity text, period plan_period, score plan_number) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(text, plan_period, plan_number) IS
'the ranking of names by score within each period, the highest score being first. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period, 22023 for two scores of one entity in one period, 54000 where the result would reach 1 GB';

CREATE AGGREGATE plan_ranking_agg(entity text, period plan_period, score plan_number, digits integer) (
	SFUNC = _plan_ranking_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_agg(text, plan_period, plan_number, integer) IS
'the ranking of names by score within each period, the highest score being first, of scores rounded to digits behind the point (-15 to 15) as round(score::numeric, digits) does. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period or NULL digits, 22023 for two scores of one entity in one period and for digits that are not the same in all rows, 54000 where the result would reach 1 GB';

CREATE AGGREGATE plan_ranking_lower_agg(entity text, period plan_period, score plan_number) (
	SFUNC = _plan_ranking_add_lower, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_lower_agg(text, plan_period, plan_number) IS
'the ranking of names by score within each period, the lowest score being first. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period, 22023 for two scores of one entity in one period, 54000 where the result would reach 1 GB';

CREATE AGGREGATE plan_ranking_lower_agg(entity text, period plan_period, score plan_number, digits integer) (
	SFUNC = _plan_ranking_add_lower, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_named_ranking_final, COMBINEFUNC = _plan_ranking_combine,
	SERIALFUNC = _plan_ranking_serialize, DESERIALFUNC = _plan_ranking_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_ranking_lower_agg(text, plan_period, plan_number, integer) IS
'the ranking of names by score within each period, the lowest score being first, of scores rounded to digits behind the point (-15 to 15) as round(score::numeric, digits) does. Whoever has no score (NULL or NaN) in a period is not in its field; NULL without scores. State in memory that grows by 16 bytes a score. 22003 for an infinite score, 22004 for a NULL entity or period or NULL digits, 22023 for two scores of one entity in one period and for digits that are not the same in all rows, 54000 where the result would reach 1 GB';

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

