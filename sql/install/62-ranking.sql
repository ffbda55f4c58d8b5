-- ranking: who stood where in each period
--
-- Entities are numbers in a plan_ranking and names in a plan_named_ranking; both have the
-- same functions.

CREATE TYPE plan_ranking;

CREATE FUNCTION plan_ranking_in(cstring)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_in(cstring) IS
'reads the text form of plan_ranking';

CREATE FUNCTION plan_ranking_out(plan_ranking)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_out(plan_ranking) IS
'writes the text form of plan_ranking';

CREATE FUNCTION plan_ranking_recv(internal)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_recv(internal) IS
'reads the binary form of plan_ranking';

CREATE FUNCTION plan_ranking_send(plan_ranking)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_send(plan_ranking) IS
'writes the binary form of plan_ranking';

CREATE TYPE plan_ranking (
	INPUT = plan_ranking_in,
	OUTPUT = plan_ranking_out,
	RECEIVE = plan_ranking_recv,
	SEND = plan_ranking_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_ranking IS
'who stood where in each period, by entity number, as made by plan_ranking_agg: ''2015: 17 > 42 = 43; 2016: 42 > 17'' or ''empty''; some 8 bytes for each entity and period, and 12 for each entity; at most 1 GB. Stored uncompressed, so that one entity is found without reading it all';

-- Comparison: equal rankings are equal bytes, and the order of others has no meaning.

CREATE FUNCTION plan_ranking_lt(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_lt(plan_ranking, plan_ranking) IS
'implementation of the < operator';

CREATE FUNCTION plan_ranking_le(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_le(plan_ranking, plan_ranking) IS
'implementation of the <= operator';

CREATE FUNCTION plan_ranking_eq(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_eq(plan_ranking, plan_ranking) IS
'implementation of the = operator';

CREATE FUNCTION plan_ranking_ne(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_ne(plan_ranking, plan_ranking) IS
'implementation of the <> operator';

CREATE FUNCTION plan_ranking_ge(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_ge(plan_ranking, plan_ranking) IS
'implementation of the >= operator';

CREATE FUNCTION plan_ranking_gt(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_gt(plan_ranking, plan_ranking) IS
'implementation of the > operator';

CREATE FUNCTION plan_ranking_cmp(plan_ranking, plan_ranking)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_cmp(plan_ranking, plan_ranking) IS
'btree support of plan_ranking: -1, 0 or 1';

CREATE FUNCTION plan_ranking_hash(plan_ranking)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_hash(plan_ranking) IS
'hash support of plan_ranking';

CREATE FUNCTION plan_ranking_hash_extended(plan_ranking, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_hash_extended(plan_ranking, bigint) IS
'hash support of plan_ranking, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_ranking_lt, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_ranking, plan_ranking) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_ranking_le, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_ranking, plan_ranking) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_ranking_eq, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_ranking, plan_ranking) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_ranking_ne, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_ranking, plan_ranking) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_ranking_ge, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_ranking, plan_ranking) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_ranking_gt, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_ranking, plan_ranking) IS 'is greater than';

CREATE OPERATOR CLASS plan_ranking_ops DEFAULT FOR TYPE plan_ranking USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_ranking_cmp(plan_ranking, plan_ranking);
COMMENT ON OPERATOR FAMILY plan_ranking_ops USING btree IS 'order of plan_ranking';
COMMENT ON OPERATOR CLASS plan_ranking_ops USING btree IS 'order of plan_ranking';

CREATE OPERATOR CLASS plan_ranking_ops DEFAULT FOR TYPE plan_ranking USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_ranking_hash(plan_ranking),
	FUNCTION 2 plan_ranking_hash_extended(plan_ranking, bigint);
COMMENT ON OPERATOR FAMILY plan_ranking_ops USING hash IS 'hashing of plan_ranking';
COMMENT ON OPERATOR CLASS plan_ranking_ops USING hash IS 'hashing of plan_ranking';

-- The same by name.

CREATE TYPE plan_named_ranking;

CREATE FUNCTION plan_named_ranking_in(cstring)
	RETURNS plan_named_ranking
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_in(cstring) IS
'reads the text form of plan_named_ranking';

CREATE FUNCTION plan_named_ranking_out(plan_named_ranking)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_ranking_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_out(plan_named_ranking) IS
'writes the text form of plan_named_ranking';

CREATE FUNCTION plan_named_ranking_recv(internal)
	RETURNS plan_named_ranking
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_recv(internal) IS
'reads the binary form of plan_named_ranking';

CREATE FUNCTION plan_named_ranking_send(plan_named_ranking)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_ranking_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_send(plan_named_ranking) IS
'writes the binary form of plan_named_ranking';

CREATE TYPE plan_named_ranking (
	INPUT = plan_named_ranking_in,
	OUTPUT = plan_named_ranking_out,
	RECEIVE = plan_named_ranking_recv,
	SEND = plan_named_ranking_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_named_ranking IS
'who stood where in each period, by name, as made by plan_ranking_agg: ''2015: "An Giang" > "Long An"'' or ''empty''; like plan_ranking, and names stand in it once. Names are equal when their bytes are, and stand in the order of the collation "C"';

-- Comparison: equal rankings are equal bytes, and the order of others has no meaning.

CREATE FUNCTION plan_named_ranking_lt(plan_named_ranking, plan_named_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_lt(plan_named_ranking, plan_named_ranking) IS
'implementation of the < operator';

CREATE FUNCTION plan_named_ranking_le(plan_named_ranking, plan_named_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_le(plan_named_ranking, plan_named_ranking) IS
'implementation of the <= operator';

CREATE FUNCTION plan_named_ranking_eq(plan_named_ranking, plan_named_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_eq(plan_named_ranking, plan_named_ranking) IS
'implementation of the = operator';

CREATE FUNCTION plan_named_ranking_ne(plan_named_ranking, plan_named_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_ne(plan_named_ranking, plan_named_ranking) IS
'implementation of the <> operator';

CREATE FUNCTION plan_named_ranking_ge(plan_named_ranking, plan_named_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_ge(plan_named_ranking, plan_named_ranking) IS
'implementation of the >= operator';

CREATE FUNCTION plan_named_ranking_gt(plan_named_ranking, plan_named_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_gt(plan_named_ranking, plan_named_ranking) IS
'implementation of the > operator';

CREATE FUNCTION plan_named_ranking_cmp(plan_named_ranking, plan_named_ranking)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_ranking_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_cmp(plan_named_ranking, plan_named_ranking) IS
'btree support of plan_named_ranking: -1, 0 or 1';

CREATE FUNCTION plan_named_ranking_hash(plan_named_ranking)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_ranking_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_hash(plan_named_ranking) IS
'hash support of plan_named_ranking';

CREATE FUNCTION plan_named_ranking_hash_extended(plan_named_ranking, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_ranking_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_named_ranking_hash_extended(plan_named_ranking, bigint) IS
'hash support of plan_named_ranking, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_named_ranking_lt, LEFTARG = plan_named_ranking, RIGHTARG = plan_named_ranking,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_named_ranking, plan_named_ranking) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_named_ranking_le, LEFTARG = plan_named_ranking, RIGHTARG = plan_named_ranking,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_named_ranking, plan_named_ranking) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_named_ranking_eq, LEFTARG = plan_named_ranking, RIGHTARG = plan_named_ranking,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_named_ranking, plan_named_ranking) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_named_ranking_ne, LEFTARG = plan_named_ranking, RIGHTARG = plan_named_ranking,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_named_ranking, plan_named_ranking) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_named_ranking_ge, LEFTARG = plan_named_ranking, RIGHTARG = plan_named_ranking,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_named_ranking, plan_named_ranking) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_named_ranking_gt, LEFTARG = plan_named_ranking, RIGHTARG = plan_named_ranking,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_named_ranking, plan_named_ranking) IS 'is greater than';

CREATE OPERATOR CLASS plan_named_ranking_ops DEFAULT FOR TYPE plan_named_ranking USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_named_ranking_cmp(plan_named_ranking, plan_named_ranking);
COMMENT ON OPERATOR FAMILY plan_named_ranking_ops USING btree IS 'order of plan_named_ranking';
COMMENT ON OPERATOR CLASS plan_named_ranking_ops USING btree IS 'order of plan_named_ranking';

CREATE OPERATOR CLASS plan_named_ranking_ops DEFAULT FOR TYPE plan_named_ranking USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_named_ranking_hash(plan_named_ranking),
	FUNCTION 2 plan_named_ranking_hash_extended(plan_named_ranking, bigint);
COMMENT ON OPERATOR FAMILY plan_named_ranking_ops USING hash IS 'hashing of plan_named_ranking';
COMMENT ON OPERATOR CLASS plan_named_ranking_ops USING hash IS 'hashing of plan_named_ranking';
