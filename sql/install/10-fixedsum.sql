-- fixedsum: exact sums of float8 values

CREATE TYPE plan_fixedsum;

CREATE FUNCTION plan_fixedsum_in(cstring)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_in(cstring) IS
'reads the text form of plan_fixedsum';

CREATE FUNCTION plan_fixedsum_out(plan_fixedsum)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_out(plan_fixedsum) IS
'writes the text form of plan_fixedsum';

CREATE FUNCTION plan_fixedsum_recv(internal)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_recv(internal) IS
'reads the binary form of plan_fixedsum';

CREATE FUNCTION plan_fixedsum_send(plan_fixedsum)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_send(plan_fixedsum) IS
'writes the binary form of plan_fixedsum';

CREATE TYPE plan_fixedsum (
	INPUT = plan_fixedsum_in,
	OUTPUT = plan_fixedsum_out,
	RECEIVE = plan_fixedsum_recv,
	SEND = plan_fixedsum_send,
	INTERNALLENGTH = 40,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_fixedsum IS
'exact sum of float8 values with their number, such as ''12.5 n=3''; kept in units of 2^-64, to which each value is rounded once, within 2^127 of zero';

-- Comparison: by sum, then by number of values.

CREATE FUNCTION plan_fixedsum_lt(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_lt(plan_fixedsum, plan_fixedsum) IS
'implementation of the < operator';

CREATE FUNCTION plan_fixedsum_le(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_le(plan_fixedsum, plan_fixedsum) IS
'implementation of the <= operator';

CREATE FUNCTION plan_fixedsum_eq(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_eq(plan_fixedsum, plan_fixedsum) IS
'implementation of the = operator';

CREATE FUNCTION plan_fixedsum_ne(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_ne(plan_fixedsum, plan_fixedsum) IS
'implementation of the <> operator';

CREATE FUNCTION plan_fixedsum_ge(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_ge(plan_fixedsum, plan_fixedsum) IS
'implementation of the >= operator';

CREATE FUNCTION plan_fixedsum_gt(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_gt(plan_fixedsum, plan_fixedsum) IS
'implementation of the > operator';

CREATE FUNCTION plan_fixedsum_cmp(plan_fixedsum, plan_fixedsum)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_cmp(plan_fixedsum, plan_fixedsum) IS
'btree support of plan_fixedsum: -1, 0 or 1';

CREATE FUNCTION plan_fixedsum_hash(plan_fixedsum)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_hash(plan_fixedsum) IS
'hash support of plan_fixedsum';

CREATE FUNCTION plan_fixedsum_hash_extended(plan_fixedsum, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_hash_extended(plan_fixedsum, bigint) IS
'hash support of plan_fixedsum, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_fixedsum_lt, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_fixedsum, plan_fixedsum) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_fixedsum_le, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_fixedsum, plan_fixedsum) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_fixedsum_eq, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_fixedsum, plan_fixedsum) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_fixedsum_ne, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_fixedsum, plan_fixedsum) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_fixedsum_ge, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_fixedsum, plan_fixedsum) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_fixedsum_gt, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_fixedsum, plan_fixedsum) IS 'is greater than';

CREATE OPERATOR FAMILY plan_fixedsum_btree USING btree;
COMMENT ON OPERATOR FAMILY plan_fixedsum_btree USING btree IS 'order of plan_fixedsum: by sum, then by number of values';
CREATE OPERATOR CLASS plan_fixedsum_btree DEFAULT FOR TYPE plan_fixedsum USING btree FAMILY plan_fixedsum_btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_fixedsum_cmp(plan_fixedsum, plan_fixedsum);
COMMENT ON OPERATOR CLASS plan_fixedsum_btree USING btree IS 'order of plan_fixedsum: by sum, then by number of values';

CREATE OPERATOR FAMILY plan_fixedsum_hash USING hash;
COMMENT ON OPERATOR FAMILY plan_fixedsum_hash USING hash IS 'equality of plan_fixedsum';
CREATE OPERATOR CLASS plan_fixedsum_hash DEFAULT FOR TYPE plan_fixedsum USING hash FAMILY plan_fixedsum_hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_fixedsum_hash(plan_fixedsum),
	FUNCTION 2 plan_fixedsum_hash_extended(plan_fixedsum, bigint);
COMMENT ON OPERATOR CLASS plan_fixedsum_hash USING hash IS 'equality of plan_fixedsum';

-- Sums form a commutative group.

CREATE FUNCTION plan_fixedsum_merge(plan_fixedsum, plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_merge(plan_fixedsum, plan_fixedsum) IS
'adds two sums; out of range: 22003';

CREATE FUNCTION plan_fixedsum_subtract(plan_fixedsum, plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_subtract(plan_fixedsum, plan_fixedsum) IS
'takes the second from the first of two sums; out of range: 22003';

CREATE FUNCTION plan_fixedsum_negate(plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_negate(plan_fixedsum) IS
'what added to the argument gives nothing; out of range: 22003';

CREATE OPERATOR + (
	FUNCTION = plan_fixedsum_merge, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_fixedsum, plan_fixedsum) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = plan_fixedsum_subtract, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum
);
COMMENT ON OPERATOR - (plan_fixedsum, plan_fixedsum) IS 'take away, exactly';

CREATE OPERATOR - (
	FUNCTION = plan_fixedsum_negate, RIGHTARG = plan_fixedsum
);
COMMENT ON OPERATOR - (NONE, plan_fixedsum) IS 'negate';

-- Reading.

CREATE FUNCTION plan_total(fixedsum plan_fixedsum)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_fixedsum_total' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total(plan_fixedsum) IS
'the sum as the nearest float8, half to even; NULL for a sum of no values';

CREATE FUNCTION plan_count(fixedsum plan_fixedsum)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_fixedsum_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_fixedsum) IS
'the number of values in the sum; NULL and NaN were never counted';

CREATE FUNCTION plan_fixedsum_to_numeric(plan_fixedsum)
	RETURNS numeric
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_to_numeric(plan_fixedsum) IS
'the sum as decimal digits that read back as the same sum';

CREATE FUNCTION plan_fixedsum_to_jsonb(plan_fixedsum)
	RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_to_jsonb(plan_fixedsum) IS
'the sum and its count as a JSON object';

CREATE CAST (plan_fixedsum AS float8) WITH FUNCTION plan_total(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS float8) IS 'the nearest float8; NULL for a sum of no values';
CREATE CAST (plan_fixedsum AS numeric) WITH FUNCTION plan_fixedsum_to_numeric(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS numeric) IS 'all decimal digits of the sum';
CREATE CAST (plan_fixedsum AS jsonb) WITH FUNCTION plan_fixedsum_to_jsonb(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS jsonb) IS 'the sum and its count as a JSON object';

-- Aggregates.

CREATE FUNCTION plan_fixedsum_add(plan_fixedsum, float8)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_add(plan_fixedsum, float8) IS
'transition of plan_sum: adds a value; NULL and NaN are skipped, infinity is an error (22003)';

CREATE FUNCTION plan_fixedsum_remove(plan_fixedsum, float8)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fixedsum_remove(plan_fixedsum, float8) IS
'inverse transition of plan_sum: takes a value away exactly';

CREATE AGGREGATE plan_fixedsum_agg(value float8) (
	SFUNC = plan_fixedsum_add, STYPE = plan_fixedsum, COMBINEFUNC = plan_fixedsum_merge,
	MSFUNC = plan_fixedsum_add, MINVFUNC = plan_fixedsum_remove, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_fixedsum_agg(float8) IS
'exact sum of the values as a state to keep and merge; NULL over no rows; NULL and NaN are skipped, infinity and overflow are errors (22003)';

CREATE AGGREGATE plan_sum(value float8) (
	SFUNC = plan_fixedsum_add, STYPE = plan_fixedsum, FINALFUNC = plan_total, COMBINEFUNC = plan_fixedsum_merge,
	MSFUNC = plan_fixedsum_add, MINVFUNC = plan_fixedsum_remove, MSTYPE = plan_fixedsum, MFINALFUNC = plan_total,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sum(float8) IS
'exact sum of the values, rounded once at the end: the same in any order, in parallel and in a moving window; NULL over no values; NULL and NaN are skipped, infinity and overflow are errors (22003)';

CREATE AGGREGATE plan_rollup(fixedsum plan_fixedsum) (
	SFUNC = plan_fixedsum_merge, STYPE = plan_fixedsum, COMBINEFUNC = plan_fixedsum_merge,
	MSFUNC = plan_fixedsum_merge, MINVFUNC = plan_fixedsum_subtract, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_fixedsum) IS
'merges stored sums; NULL over no rows';

