-- ranking: who stood where in each period
--
-- Entities are numbers, texts or uuids.

-- @io plan_ranking

CREATE TYPE plan_ranking (
	INPUT = _plan_ranking_in,
	OUTPUT = _plan_ranking_out,
	RECEIVE = _plan_ranking_recv,
	SEND = _plan_ranking_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_ranking IS
'ranks of all entities in all periods: ''2015: 17 > 42 = 43; 2016: 42 > 17'', as published ''2015: #1/63 17, #2 42 = 43'', or ''empty''';

-- @comparisons plan_ranking: equal rankings are equal bytes, and the order of others has no meaning

-- @varchar plan_ranking: ASSIGNMENT

-- Rankings of different periods, together and apart.

CREATE FUNCTION _plan_ranking_merge(plan_ranking, plan_ranking)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_merge(plan_ranking, plan_ranking) IS
'implementation of the + operator, transition and combine function of plan_rollup';

CREATE OPERATOR + (
	FUNCTION = _plan_ranking_merge, LEFTARG = plan_ranking, RIGHTARG = plan_ranking, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_ranking, plan_ranking) IS
'one ranking of the periods of both, which must not share a period unless its standings were published in both';

CREATE FUNCTION _plan_ranking_subtract(plan_ranking, plan_ranking)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_subtract(plan_ranking, plan_ranking) IS
'implementation of the - operator';

CREATE OPERATOR - (
	FUNCTION = _plan_ranking_subtract, LEFTARG = plan_ranking, RIGHTARG = plan_ranking
);
COMMENT ON OPERATOR - (plan_ranking, plan_ranking) IS
'the ranking without the periods of the second, which must have the same ranks in the first';

CREATE FUNCTION _plan_ranking_remove(plan_ranking, plan_ranking)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_remove' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_remove(plan_ranking, plan_ranking) IS
'inverse transition of plan_rollup';

CREATE FUNCTION _plan_ranking_whole(plan_ranking)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_whole' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_whole(plan_ranking) IS
'final function of plan_rollup';

CREATE AGGREGATE plan_rollup(ranking plan_ranking) (
	SFUNC = _plan_ranking_merge, STYPE = plan_ranking, SSPACE = 16384,
	FINALFUNC = _plan_ranking_whole, COMBINEFUNC = _plan_ranking_merge,
	MSFUNC = _plan_ranking_merge, MINVFUNC = _plan_ranking_remove, MSTYPE = plan_ranking, MSSPACE = 16384, MFINALFUNC = _plan_ranking_whole,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_ranking) IS
'one ranking of the periods of several, which must not share a period unless its standings were published; ignores NULL';
