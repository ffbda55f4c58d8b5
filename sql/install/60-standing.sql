-- standing: a rank with the size of its field

CREATE TYPE plan_standing;

CREATE FUNCTION plan_standing_in(cstring)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_in(cstring) IS
'reads the text form of plan_standing';

CREATE FUNCTION plan_standing_out(plan_standing)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_out(plan_standing) IS
'writes the text form of plan_standing';

CREATE FUNCTION plan_standing_recv(internal)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_recv(internal) IS
'reads the binary form of plan_standing';

CREATE FUNCTION plan_standing_send(plan_standing)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_send(plan_standing) IS
'writes the binary form of plan_standing';

CREATE TYPE plan_standing (
	INPUT = plan_standing_in,
	OUTPUT = plan_standing_out,
	RECEIVE = plan_standing_recv,
	SEND = plan_standing_send,
	INTERNALLENGTH = 8,
	PASSEDBYVALUE,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_standing IS
'a rank with the size of its field: ''8/63'' is 8th of 63; from 1, the best; sorts the better rank first, and of equal ranks that in the larger field';

-- Comparison: the better rank first, and of equal ranks that in the larger field.

CREATE FUNCTION plan_standing_lt(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_lt(plan_standing, plan_standing) IS
'implementation of the < operator';

CREATE FUNCTION plan_standing_le(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_le(plan_standing, plan_standing) IS
'implementation of the <= operator';

CREATE FUNCTION plan_standing_eq(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_eq(plan_standing, plan_standing) IS
'implementation of the = operator';

CREATE FUNCTION plan_standing_ne(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_ne(plan_standing, plan_standing) IS
'implementation of the <> operator';

CREATE FUNCTION plan_standing_ge(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_ge(plan_standing, plan_standing) IS
'implementation of the >= operator';

CREATE FUNCTION plan_standing_gt(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_gt(plan_standing, plan_standing) IS
'implementation of the > operator';

CREATE FUNCTION plan_standing_cmp(plan_standing, plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_cmp(plan_standing, plan_standing) IS
'btree support of plan_standing: -1, 0 or 1';

CREATE FUNCTION plan_standing_sortsupport(internal)
	RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_sortsupport(internal) IS
'btree support of plan_standing: how to sort fast';

CREATE FUNCTION plan_standing_hash(plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_hash(plan_standing) IS
'hash support of plan_standing';

CREATE FUNCTION plan_standing_hash_extended(plan_standing, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_hash_extended(plan_standing, bigint) IS
'hash support of plan_standing, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_standing_lt, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_standing, plan_standing) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_standing_le, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_standing, plan_standing) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_standing_eq, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_standing, plan_standing) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_standing_ne, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_standing, plan_standing) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_standing_ge, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_standing, plan_standing) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_standing_gt, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_standing, plan_standing) IS 'is greater than';

CREATE OPERATOR CLASS plan_standing_ops DEFAULT FOR TYPE plan_standing USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_standing_cmp(plan_standing, plan_standing),
	FUNCTION 2 plan_standing_sortsupport(internal),
	FUNCTION 4 btequalimage(oid);
COMMENT ON OPERATOR FAMILY plan_standing_ops USING btree IS 'order of plan_standing';
COMMENT ON OPERATOR CLASS plan_standing_ops USING btree IS 'order of plan_standing';

CREATE OPERATOR CLASS plan_standing_ops DEFAULT FOR TYPE plan_standing USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_standing_hash(plan_standing),
	FUNCTION 2 plan_standing_hash_extended(plan_standing, bigint);
COMMENT ON OPERATOR FAMILY plan_standing_ops USING hash IS 'hashing of plan_standing';
COMMENT ON OPERATOR CLASS plan_standing_ops USING hash IS 'hashing of plan_standing';

CREATE FUNCTION plan_standing_smaller(plan_standing, plan_standing)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_smaller(plan_standing, plan_standing) IS
'transition of min: the one that sorts first';

CREATE FUNCTION plan_standing_larger(plan_standing, plan_standing)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_larger(plan_standing, plan_standing) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_standing) (
	SFUNC = plan_standing_smaller, STYPE = plan_standing, COMBINEFUNC = plan_standing_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_standing) IS
'the best standing: the lowest rank number, and of equal ranks that in the largest field';

CREATE AGGREGATE max(plan_standing) (
	SFUNC = plan_standing_larger, STYPE = plan_standing, COMBINEFUNC = plan_standing_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_standing) IS
'the worst standing: the highest rank number, and of equal ranks that in the smallest field';

-- Making and reading.

CREATE FUNCTION plan_standing(rank bigint, field bigint)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_make' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing(bigint, bigint) IS
'the standing of a rank in a field of so many; 22023 unless 1 <= rank <= field < 2^31';

CREATE FUNCTION plan_rank(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_rank' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rank(plan_standing) IS
'the rank, from 1, the best';

CREATE FUNCTION plan_field(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_field' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_field(plan_standing) IS
'how many were ranked';

CREATE FUNCTION plan_percentile(standing plan_standing)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_standing_percentile' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_percentile(plan_standing) IS
'the share of the others that are behind: (field - rank) / (field - 1), 1 for the first and 0 for the last; NULL in a field of one';

CREATE FUNCTION plan_standing_gain(earlier plan_standing, later plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_gain(plan_standing, plan_standing) IS
'implementation of the - operator: places gained';

CREATE FUNCTION plan_percentile_gain(earlier plan_standing, later plan_standing)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_standing_percentile_gain' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_percentile_gain(plan_standing, plan_standing) IS
'the percentile of the later standing less that of the earlier, which tells who moved where the size of the field has changed; NULL where either is of a field of one';

CREATE OPERATOR - (
	FUNCTION = plan_standing_gain, LEFTARG = plan_standing, RIGHTARG = plan_standing
);
COMMENT ON OPERATOR - (plan_standing, plan_standing) IS 'places gained from the first to the second: plan_standing ''44/63'' - ''12/63'' is 32';
