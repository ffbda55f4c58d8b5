-- measure: a mean or a measure of disparity, with its parameter

CREATE TYPE plan_measure;

CREATE FUNCTION plan_measure_in(cstring)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_in(cstring) IS
'reads the text form of plan_measure';

CREATE FUNCTION plan_measure_out(plan_measure)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_out(plan_measure) IS
'writes the text form of plan_measure';

CREATE FUNCTION plan_measure_recv(internal)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_recv(internal) IS
'reads the binary form of plan_measure';

CREATE FUNCTION plan_measure_send(plan_measure)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_send(plan_measure) IS
'writes the binary form of plan_measure';

CREATE TYPE plan_measure (
	INPUT = plan_measure_in,
	OUTPUT = plan_measure_out,
	RECEIVE = plan_measure_recv,
	SEND = plan_measure_send,
	INTERNALLENGTH = 16,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_measure IS
'a mean or a measure of disparity with its parameter, such as theil_t, atkinson 0.5 or power_mean -1; 16 bytes';

-- Comparison: by measure, then by parameter.

CREATE FUNCTION plan_measure_lt(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_lt(plan_measure, plan_measure) IS
'implementation of the < operator';

CREATE FUNCTION plan_measure_le(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_le(plan_measure, plan_measure) IS
'implementation of the <= operator';

CREATE FUNCTION plan_measure_eq(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_eq(plan_measure, plan_measure) IS
'implementation of the = operator';

CREATE FUNCTION plan_measure_ne(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_ne(plan_measure, plan_measure) IS
'implementation of the <> operator';

CREATE FUNCTION plan_measure_ge(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_ge(plan_measure, plan_measure) IS
'implementation of the >= operator';

CREATE FUNCTION plan_measure_gt(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_gt(plan_measure, plan_measure) IS
'implementation of the > operator';

CREATE FUNCTION plan_measure_cmp(plan_measure, plan_measure)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_cmp(plan_measure, plan_measure) IS
'btree support of plan_measure: -1, 0 or 1';

CREATE FUNCTION plan_measure_hash(plan_measure)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_hash(plan_measure) IS
'hash support of plan_measure';

CREATE FUNCTION plan_measure_hash_extended(plan_measure, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_hash_extended(plan_measure, bigint) IS
'hash support of plan_measure, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_measure_lt, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_measure, plan_measure) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_measure_le, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_measure, plan_measure) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_measure_eq, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_measure, plan_measure) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_measure_ne, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_measure, plan_measure) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_measure_ge, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_measure, plan_measure) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_measure_gt, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_measure, plan_measure) IS 'is greater than';

CREATE OPERATOR CLASS plan_measure_ops DEFAULT FOR TYPE plan_measure USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_measure_cmp(plan_measure, plan_measure);
COMMENT ON OPERATOR FAMILY plan_measure_ops USING btree IS 'order of plan_measure';
COMMENT ON OPERATOR CLASS plan_measure_ops USING btree IS 'order of plan_measure';

CREATE OPERATOR CLASS plan_measure_ops DEFAULT FOR TYPE plan_measure USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_measure_hash(plan_measure),
	FUNCTION 2 plan_measure_hash_extended(plan_measure, bigint);
COMMENT ON OPERATOR FAMILY plan_measure_ops USING hash IS 'hashing of plan_measure';
COMMENT ON OPERATOR CLASS plan_measure_ops USING hash IS 'hashing of plan_measure';

-- Columns of names.

CREATE FUNCTION plan_measure_from_text(text)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure_from_text(text) IS
'reads the text form of plan_measure';

CREATE CAST (text AS plan_measure) WITH FUNCTION plan_measure_from_text(text) AS IMPLICIT;
COMMENT ON CAST (text AS plan_measure) IS 'reads the text form of plan_measure';

CREATE CAST (varchar AS plan_measure) WITH FUNCTION plan_measure_from_text(text) AS IMPLICIT;
COMMENT ON CAST (varchar AS plan_measure) IS 'reads the text form of plan_measure';
