-- ranking: who stood where in each period
--
-- Entities are numbers in a plan_ranking and names in a plan_named_ranking; both have the
-- same functions.

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
'who stood where in each period, by entity number, as made by plan_ranking_agg: ''2015: 17 > 42 = 43; 2016: 42 > 17'' or ''empty''; some 8 bytes for each entity and period, and 12 for each entity; at most 1 GB. Stored uncompressed, so that one entity is found without reading it all';

-- @comparisons plan_ranking: equal rankings are equal bytes, and the order of others has no meaning

-- @varchar plan_ranking: ASSIGNMENT

-- The same by name.

CREATE TYPE plan_named_ranking;

CREATE FUNCTION _plan_named_ranking_in(cstring)
	RETURNS plan_named_ranking
	AS 'MODULE_PATHNAME', 'plan_named_ranking_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_named_ranking_in(cstring) IS
'reads the text form of plan_named_ranking';

CREATE FUNCTION _plan_named_ranking_out(plan_named_ranking)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_ranking_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_named_ranking_out(plan_named_ranking) IS
'writes the text form of plan_named_ranking';

CREATE FUNCTION _plan_named_ranking_recv(internal)
	RETURNS plan_named_ranking
	AS 'MODULE_PATHNAME', 'plan_named_ranking_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_named_ranking_recv(internal) IS
'reads the binary form of plan_named_ranking';

CREATE FUNCTION _plan_named_ranking_send(plan_named_ranking)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_ranking_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_named_ranking_send(plan_named_ranking) IS
'writes the binary form of plan_named_ranking';

CREATE TYPE plan_named_ranking (
	INPUT = _plan_named_ranking_in,
	OUTPUT = _plan_named_ranking_out,
	RECEIVE = _plan_named_ranking_recv,
	SEND = _plan_named_ranking_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_named_ranking IS
'who stood where in each period, by name, as made by plan_ranking_agg: ''2015: "An Giang" > "Long An"'' or ''empty''; like plan_ranking, and names stand in it once. Names are equal when their bytes are, and stand in the order of the collation "C"';

-- @comparisons plan_named_ranking = plan_ranking: equal rankings are equal bytes, and the order of others has no meaning

-- @varchar plan_named_ranking: ASSIGNMENT

