-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION tnplan" to load this file. \quit

-- number: the type of arguments that are values

CREATE TYPE plan_number;

CREATE FUNCTION _plan_number_in(cstring)
	RETURNS plan_number
	AS 'MODULE_PATHNAME', 'plan_number_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number_in(cstring) IS
'text input of plan_number';

CREATE FUNCTION _plan_number_out(plan_number)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_number_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number_out(plan_number) IS
'text output of plan_number';

CREATE FUNCTION _plan_number_recv(internal)
	RETURNS plan_number
	AS 'MODULE_PATHNAME', 'plan_number_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number_recv(internal) IS
'binary input of plan_number';

CREATE FUNCTION _plan_number_send(plan_number)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_number_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number_send(plan_number) IS
'binary output of plan_number';

-- Only a type of arguments: values leave as float8.  Its category lets literals of
-- numbers reach it; it is not preferred, so that float8 and numeric stay what they are.
CREATE TYPE plan_number (
	INPUT = _plan_number_in,
	OUTPUT = _plan_number_out,
	RECEIVE = _plan_number_recv,
	SEND = _plan_number_send,
	LIKE = float8,
	CATEGORY = 'N'
);
COMMENT ON TYPE plan_number IS
'an argument that is a value: every numeric type casts to it implicitly, real by the decimals that it prints';

CREATE CAST (float8 AS plan_number) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (float8 AS plan_number) IS 'the same value';

-- DISTINCT and ORDER BY inside an aggregate go by the operators of float8.
CREATE CAST (plan_number AS float8) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (plan_number AS float8) IS 'the same value';

CREATE FUNCTION _plan_number(numeric)
	RETURNS plan_number
	AS 'MODULE_PATHNAME', 'plan_number_from_numeric' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number(numeric) IS
'cast from numeric to plan_number';
CREATE CAST (numeric AS plan_number) WITH FUNCTION _plan_number(numeric) AS IMPLICIT;
COMMENT ON CAST (numeric AS plan_number) IS 'the nearest float8';

CREATE FUNCTION _plan_number(real)
	RETURNS plan_number
	AS 'MODULE_PATHNAME', 'plan_number_from_float4' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number(real) IS
'cast from real to plan_number';
CREATE CAST (real AS plan_number) WITH FUNCTION _plan_number(real) AS IMPLICIT;
COMMENT ON CAST (real AS plan_number) IS 'the decimals that it prints, as float8';

CREATE FUNCTION _plan_number(smallint)
	RETURNS plan_number
	AS 'MODULE_PATHNAME', 'plan_number_from_int2' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number(smallint) IS
'cast from smallint to plan_number';
CREATE CAST (smallint AS plan_number) WITH FUNCTION _plan_number(smallint) AS IMPLICIT;
COMMENT ON CAST (smallint AS plan_number) IS 'the same value';

CREATE FUNCTION _plan_number(integer)
	RETURNS plan_number
	AS 'MODULE_PATHNAME', 'plan_number_from_int4' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number(integer) IS
'cast from integer to plan_number';
CREATE CAST (integer AS plan_number) WITH FUNCTION _plan_number(integer) AS IMPLICIT;
COMMENT ON CAST (integer AS plan_number) IS 'the same value';

CREATE FUNCTION _plan_number(bigint)
	RETURNS plan_number
	AS 'MODULE_PATHNAME', 'plan_number_from_int8' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_number(bigint) IS
'cast from bigint to plan_number';
CREATE CAST (bigint AS plan_number) WITH FUNCTION _plan_number(bigint) AS IMPLICIT;
COMMENT ON CAST (bigint AS plan_number) IS 'the nearest float8';
-- direction: which way is better

CREATE TYPE plan_direction;

CREATE FUNCTION _plan_direction_in(cstring)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_in(cstring) IS
'text input of plan_direction';

CREATE FUNCTION _plan_direction_out(plan_direction)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_direction_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_out(plan_direction) IS
'text output of plan_direction';

CREATE FUNCTION _plan_direction_recv(internal)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_recv(internal) IS
'binary input of plan_direction';

CREATE FUNCTION _plan_direction_send(plan_direction)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_direction_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_send(plan_direction) IS
'binary output of plan_direction';

CREATE TYPE plan_direction (
	INPUT = _plan_direction_in,
	OUTPUT = _plan_direction_out,
	RECEIVE = _plan_direction_recv,
	SEND = _plan_direction_send,
	LIKE = int2
);
COMMENT ON TYPE plan_direction IS
'which way is better: higher, lower or within (a band), also 1, -1 or 0; text and numbers cast to it implicitly';

-- Text and numbers both cast to the type, so that with an operator = of directions a text could be
-- compared with a number, which is an error.  DISTINCT, GROUP BY, ORDER BY and indexes need none of
-- that name.
CREATE FUNCTION _plan_direction_lt(plan_direction, plan_direction)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_direction_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_lt(plan_direction, plan_direction) IS
'implementation of the *< operator';

CREATE FUNCTION _plan_direction_le(plan_direction, plan_direction)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_direction_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_le(plan_direction, plan_direction) IS
'implementation of the *<= operator';

CREATE FUNCTION _plan_direction_eq(plan_direction, plan_direction)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_direction_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_eq(plan_direction, plan_direction) IS
'implementation of the *= operator';

CREATE FUNCTION _plan_direction_ne(plan_direction, plan_direction)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_direction_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_ne(plan_direction, plan_direction) IS
'implementation of the *<> operator';

CREATE FUNCTION _plan_direction_ge(plan_direction, plan_direction)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_direction_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_ge(plan_direction, plan_direction) IS
'implementation of the *>= operator';

CREATE FUNCTION _plan_direction_gt(plan_direction, plan_direction)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_direction_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_gt(plan_direction, plan_direction) IS
'implementation of the *> operator';

CREATE FUNCTION _plan_direction_cmp(plan_direction, plan_direction)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_direction_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_cmp(plan_direction, plan_direction) IS
'btree support of plan_direction: -1, 0 or 1';

CREATE FUNCTION _plan_direction_hash(plan_direction)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_direction_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_hash(plan_direction) IS
'hash support of plan_direction';

CREATE FUNCTION _plan_direction_hash_extended(plan_direction, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_direction_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction_hash_extended(plan_direction, bigint) IS
'hash support of plan_direction with a seed';

CREATE OPERATOR *< (
	FUNCTION = _plan_direction_lt, LEFTARG = plan_direction, RIGHTARG = plan_direction,
	COMMUTATOR = *>, NEGATOR = *>=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR *< (plan_direction, plan_direction) IS 'less than';

CREATE OPERATOR *<= (
	FUNCTION = _plan_direction_le, LEFTARG = plan_direction, RIGHTARG = plan_direction,
	COMMUTATOR = *>=, NEGATOR = *>,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR *<= (plan_direction, plan_direction) IS 'less than or equal';

CREATE OPERATOR *= (
	FUNCTION = _plan_direction_eq, LEFTARG = plan_direction, RIGHTARG = plan_direction,
	COMMUTATOR = *=, NEGATOR = *<>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR *= (plan_direction, plan_direction) IS 'equal';

CREATE OPERATOR *<> (
	FUNCTION = _plan_direction_ne, LEFTARG = plan_direction, RIGHTARG = plan_direction,
	COMMUTATOR = *<>, NEGATOR = *=,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR *<> (plan_direction, plan_direction) IS 'not equal';

CREATE OPERATOR *>= (
	FUNCTION = _plan_direction_ge, LEFTARG = plan_direction, RIGHTARG = plan_direction,
	COMMUTATOR = *<=, NEGATOR = *<,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR *>= (plan_direction, plan_direction) IS 'greater than or equal';

CREATE OPERATOR *> (
	FUNCTION = _plan_direction_gt, LEFTARG = plan_direction, RIGHTARG = plan_direction,
	COMMUTATOR = *<, NEGATOR = *<=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR *> (plan_direction, plan_direction) IS 'greater than';

CREATE OPERATOR CLASS plan_direction_ops DEFAULT FOR TYPE plan_direction USING btree AS
	OPERATOR 1 *<, OPERATOR 2 *<=, OPERATOR 3 *=, OPERATOR 4 *>=, OPERATOR 5 *>,
	FUNCTION 1 _plan_direction_cmp(plan_direction, plan_direction);
COMMENT ON OPERATOR FAMILY plan_direction_ops USING btree IS 'order of plan_direction: lower, within, higher';
COMMENT ON OPERATOR CLASS plan_direction_ops USING btree IS 'order of plan_direction: lower, within, higher';

CREATE OPERATOR CLASS plan_direction_ops DEFAULT FOR TYPE plan_direction USING hash AS
	OPERATOR 1 *=,
	FUNCTION 1 _plan_direction_hash(plan_direction),
	FUNCTION 2 _plan_direction_hash_extended(plan_direction, bigint);
COMMENT ON OPERATOR FAMILY plan_direction_ops USING hash IS 'hashing of plan_direction';
COMMENT ON OPERATOR CLASS plan_direction_ops USING hash IS 'hashing of plan_direction';

CREATE FUNCTION _plan_direction(text)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(text) IS
'cast from text to plan_direction';
CREATE CAST (text AS plan_direction) WITH FUNCTION _plan_direction(text) AS IMPLICIT;
COMMENT ON CAST (text AS plan_direction) IS 'a word for a direction';

CREATE FUNCTION _plan_direction(character varying)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(character varying) IS
'cast from character varying to plan_direction';
CREATE CAST (character varying AS plan_direction) WITH FUNCTION _plan_direction(character varying) AS IMPLICIT;
COMMENT ON CAST (character varying AS plan_direction) IS 'a word for a direction';

CREATE FUNCTION _plan_direction(character)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(character) IS
'cast from character to plan_direction';
CREATE CAST (character AS plan_direction) WITH FUNCTION _plan_direction(character) AS IMPLICIT;
COMMENT ON CAST (character AS plan_direction) IS 'a word for a direction';

CREATE FUNCTION _plan_direction(smallint)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_int2' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(smallint) IS
'cast from smallint to plan_direction';
CREATE CAST (smallint AS plan_direction) WITH FUNCTION _plan_direction(smallint) AS IMPLICIT;
COMMENT ON CAST (smallint AS plan_direction) IS '1 is higher, -1 lower, 0 within';

CREATE FUNCTION _plan_direction(integer)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_int4' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(integer) IS
'cast from integer to plan_direction';
CREATE CAST (integer AS plan_direction) WITH FUNCTION _plan_direction(integer) AS IMPLICIT;
COMMENT ON CAST (integer AS plan_direction) IS '1 is higher, -1 lower, 0 within';

CREATE FUNCTION _plan_direction(bigint)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_int8' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(bigint) IS
'cast from bigint to plan_direction';
CREATE CAST (bigint AS plan_direction) WITH FUNCTION _plan_direction(bigint) AS IMPLICIT;
COMMENT ON CAST (bigint AS plan_direction) IS '1 is higher, -1 lower, 0 within';

CREATE FUNCTION _plan_direction(real)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_float4' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(real) IS
'cast from real to plan_direction';
CREATE CAST (real AS plan_direction) WITH FUNCTION _plan_direction(real) AS IMPLICIT;
COMMENT ON CAST (real AS plan_direction) IS '1 is higher, -1 lower, 0 within';

CREATE FUNCTION _plan_direction(float8)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_float8' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(float8) IS
'cast from float8 to plan_direction';
CREATE CAST (float8 AS plan_direction) WITH FUNCTION _plan_direction(float8) AS IMPLICIT;
COMMENT ON CAST (float8 AS plan_direction) IS '1 is higher, -1 lower, 0 within';

CREATE FUNCTION _plan_direction(numeric)
	RETURNS plan_direction
	AS 'MODULE_PATHNAME', 'plan_direction_from_numeric' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_direction(numeric) IS
'cast from numeric to plan_direction';
CREATE CAST (numeric AS plan_direction) WITH FUNCTION _plan_direction(numeric) AS IMPLICIT;
COMMENT ON CAST (numeric AS plan_direction) IS '1 is higher, -1 lower, 0 within';
-- fixedsum: exact sums of float8 values

CREATE TYPE plan_fixedsum;

CREATE FUNCTION _plan_fixedsum_in(cstring)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_in(cstring) IS
'text input of plan_fixedsum';

CREATE FUNCTION _plan_fixedsum_out(plan_fixedsum)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_fixedsum_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_out(plan_fixedsum) IS
'text output of plan_fixedsum';

CREATE FUNCTION _plan_fixedsum_recv(internal)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_recv(internal) IS
'binary input of plan_fixedsum';

CREATE FUNCTION _plan_fixedsum_send(plan_fixedsum)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_fixedsum_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_send(plan_fixedsum) IS
'binary output of plan_fixedsum';

CREATE TYPE plan_fixedsum (
	INPUT = _plan_fixedsum_in,
	OUTPUT = _plan_fixedsum_out,
	RECEIVE = _plan_fixedsum_recv,
	SEND = _plan_fixedsum_send,
	INTERNALLENGTH = 40,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_fixedsum IS
'exact sum of numbers with their count, such as ''12.5 n=3''';

CREATE FUNCTION _plan_fixedsum_lt(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_fixedsum_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_lt(plan_fixedsum, plan_fixedsum) IS
'implementation of the < operator';

CREATE FUNCTION _plan_fixedsum_le(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_fixedsum_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_le(plan_fixedsum, plan_fixedsum) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_fixedsum_eq(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_fixedsum_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_eq(plan_fixedsum, plan_fixedsum) IS
'implementation of the = operator';

CREATE FUNCTION _plan_fixedsum_ne(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_fixedsum_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_ne(plan_fixedsum, plan_fixedsum) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_fixedsum_ge(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_fixedsum_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_ge(plan_fixedsum, plan_fixedsum) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_fixedsum_gt(plan_fixedsum, plan_fixedsum)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_fixedsum_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_gt(plan_fixedsum, plan_fixedsum) IS
'implementation of the > operator';

CREATE FUNCTION _plan_fixedsum_cmp(plan_fixedsum, plan_fixedsum)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_fixedsum_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_cmp(plan_fixedsum, plan_fixedsum) IS
'btree support of plan_fixedsum: -1, 0 or 1';

CREATE FUNCTION _plan_fixedsum_hash(plan_fixedsum)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_fixedsum_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_hash(plan_fixedsum) IS
'hash support of plan_fixedsum';

CREATE FUNCTION _plan_fixedsum_hash_extended(plan_fixedsum, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_fixedsum_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_hash_extended(plan_fixedsum, bigint) IS
'hash support of plan_fixedsum with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_fixedsum_lt, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_fixedsum, plan_fixedsum) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_fixedsum_le, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_fixedsum, plan_fixedsum) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_fixedsum_eq, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_fixedsum, plan_fixedsum) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_fixedsum_ne, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_fixedsum, plan_fixedsum) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_fixedsum_ge, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_fixedsum, plan_fixedsum) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_fixedsum_gt, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_fixedsum, plan_fixedsum) IS 'greater than';

CREATE OPERATOR CLASS plan_fixedsum_ops DEFAULT FOR TYPE plan_fixedsum USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_fixedsum_cmp(plan_fixedsum, plan_fixedsum);
COMMENT ON OPERATOR FAMILY plan_fixedsum_ops USING btree IS 'order of plan_fixedsum: by sum, then by number of values';
COMMENT ON OPERATOR CLASS plan_fixedsum_ops USING btree IS 'order of plan_fixedsum: by sum, then by number of values';

CREATE OPERATOR CLASS plan_fixedsum_ops DEFAULT FOR TYPE plan_fixedsum USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_fixedsum_hash(plan_fixedsum),
	FUNCTION 2 _plan_fixedsum_hash_extended(plan_fixedsum, bigint);
COMMENT ON OPERATOR FAMILY plan_fixedsum_ops USING hash IS 'hashing of plan_fixedsum';
COMMENT ON OPERATOR CLASS plan_fixedsum_ops USING hash IS 'hashing of plan_fixedsum';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_fixedsum) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_fixedsum) IS 'the text form of plan_fixedsum';

-- Sums form a commutative group.

CREATE FUNCTION _plan_fixedsum_merge(plan_fixedsum, plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_merge(plan_fixedsum, plan_fixedsum) IS
'implementation of the + operator';

CREATE FUNCTION _plan_fixedsum_subtract(plan_fixedsum, plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_subtract(plan_fixedsum, plan_fixedsum) IS
'implementation of the - operator';

CREATE FUNCTION _plan_fixedsum_negate(plan_fixedsum)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_negate(plan_fixedsum) IS
'implementation of the unary - operator';

CREATE OPERATOR + (
	FUNCTION = _plan_fixedsum_merge, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_fixedsum, plan_fixedsum) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_fixedsum_subtract, LEFTARG = plan_fixedsum, RIGHTARG = plan_fixedsum
);
COMMENT ON OPERATOR - (plan_fixedsum, plan_fixedsum) IS 'subtract, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_fixedsum_negate, RIGHTARG = plan_fixedsum
);
COMMENT ON OPERATOR - (NONE, plan_fixedsum) IS 'negate';

-- Reading.

CREATE FUNCTION plan_value(fixedsum plan_fixedsum)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_fixedsum_total' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_fixedsum) IS
'the sum as the nearest float8; NULL for a sum of no values';

CREATE FUNCTION plan_count(fixedsum plan_fixedsum)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_fixedsum_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_fixedsum) IS
'number of values in the sum';

CREATE FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum)
	RETURNS numeric
	AS 'MODULE_PATHNAME', 'plan_fixedsum_to_numeric' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum) IS
'implementation of the cast to numeric';

CREATE FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_fixedsum_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_fixedsum AS float8) WITH FUNCTION plan_value(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS float8) IS 'the nearest float8; NULL for a sum of no values';
CREATE CAST (plan_fixedsum AS numeric) WITH FUNCTION _plan_fixedsum_to_numeric(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS numeric) IS 'all decimal digits of the sum';
CREATE CAST (plan_fixedsum AS jsonb) WITH FUNCTION _plan_fixedsum_to_jsonb(plan_fixedsum);
COMMENT ON CAST (plan_fixedsum AS jsonb) IS 'the sum and its count as a JSON object';

-- Aggregates.

CREATE FUNCTION _plan_fixedsum_add(plan_fixedsum, plan_number)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_add(plan_fixedsum, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_fixedsum_remove(plan_fixedsum, plan_number)
	RETURNS plan_fixedsum
	AS 'MODULE_PATHNAME', 'plan_fixedsum_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_fixedsum_remove(plan_fixedsum, plan_number) IS
'inverse transition: subtracts a value';

CREATE AGGREGATE plan_fixedsum_agg(value plan_number) (
	SFUNC = _plan_fixedsum_add, STYPE = plan_fixedsum, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_add, MINVFUNC = _plan_fixedsum_remove, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_fixedsum_agg(plan_number) IS
'exact sum as a state; NULL and NaN are skipped, NULL if there are no rows';

CREATE AGGREGATE plan_sum(value plan_number) (
	SFUNC = _plan_fixedsum_add, STYPE = plan_fixedsum, FINALFUNC = plan_value, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_add, MINVFUNC = _plan_fixedsum_remove, MSTYPE = plan_fixedsum, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sum(plan_number) IS
'exact sum, rounded once: the same in any order; NULL and NaN are skipped, NULL if there are no values';

CREATE AGGREGATE plan_rollup(fixedsum plan_fixedsum) (
	SFUNC = _plan_fixedsum_merge, STYPE = plan_fixedsum, COMBINEFUNC = _plan_fixedsum_merge,
	MSFUNC = _plan_fixedsum_merge, MINVFUNC = _plan_fixedsum_subtract, MSTYPE = plan_fixedsum,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_fixedsum) IS
'merges sums; NULL if there are no rows';

-- calendar: how a house cuts time

CREATE TYPE plan_calendar;

CREATE FUNCTION _plan_calendar_in(cstring)
	RETURNS plan_calendar
	AS 'MODULE_PATHNAME', 'plan_calendar_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_in(cstring) IS
'text input of plan_calendar';

CREATE FUNCTION _plan_calendar_out(plan_calendar)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_calendar_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_out(plan_calendar) IS
'text output of plan_calendar';

CREATE FUNCTION _plan_calendar_recv(internal)
	RETURNS plan_calendar
	AS 'MODULE_PATHNAME', 'plan_calendar_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_recv(internal) IS
'binary input of plan_calendar';

CREATE FUNCTION _plan_calendar_send(plan_calendar)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_calendar_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_send(plan_calendar) IS
'binary output of plan_calendar';

CREATE TYPE plan_calendar (
	INPUT = _plan_calendar_in,
	OUTPUT = _plan_calendar_out,
	RECEIVE = _plan_calendar_recv,
	SEND = _plan_calendar_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = extended
);
COMMENT ON TYPE plan_calendar IS
'fiscal years, weeks, working days: ''standard'', ''year from 6 April; week from Sunday; weekend Friday, Saturday; holidays 2024-01-01'', ''4-5-4 weeks to the Saturday nearest 31 January''';

CREATE FUNCTION _plan_calendar_lt(plan_calendar, plan_calendar)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_calendar_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_lt(plan_calendar, plan_calendar) IS
'implementation of the < operator';

CREATE FUNCTION _plan_calendar_le(plan_calendar, plan_calendar)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_calendar_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_le(plan_calendar, plan_calendar) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_calendar_eq(plan_calendar, plan_calendar)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_calendar_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_eq(plan_calendar, plan_calendar) IS
'implementation of the = operator';

CREATE FUNCTION _plan_calendar_ne(plan_calendar, plan_calendar)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_calendar_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_ne(plan_calendar, plan_calendar) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_calendar_ge(plan_calendar, plan_calendar)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_calendar_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_ge(plan_calendar, plan_calendar) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_calendar_gt(plan_calendar, plan_calendar)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_calendar_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_gt(plan_calendar, plan_calendar) IS
'implementation of the > operator';

CREATE FUNCTION _plan_calendar_cmp(plan_calendar, plan_calendar)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_calendar_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_cmp(plan_calendar, plan_calendar) IS
'btree support of plan_calendar: -1, 0 or 1';

CREATE FUNCTION _plan_calendar_hash(plan_calendar)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_calendar_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_hash(plan_calendar) IS
'hash support of plan_calendar';

CREATE FUNCTION _plan_calendar_hash_extended(plan_calendar, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_calendar_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_hash_extended(plan_calendar, bigint) IS
'hash support of plan_calendar with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_calendar_lt, LEFTARG = plan_calendar, RIGHTARG = plan_calendar,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_calendar, plan_calendar) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_calendar_le, LEFTARG = plan_calendar, RIGHTARG = plan_calendar,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_calendar, plan_calendar) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_calendar_eq, LEFTARG = plan_calendar, RIGHTARG = plan_calendar,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_calendar, plan_calendar) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_calendar_ne, LEFTARG = plan_calendar, RIGHTARG = plan_calendar,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_calendar, plan_calendar) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_calendar_ge, LEFTARG = plan_calendar, RIGHTARG = plan_calendar,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_calendar, plan_calendar) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_calendar_gt, LEFTARG = plan_calendar, RIGHTARG = plan_calendar,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_calendar, plan_calendar) IS 'greater than';

CREATE OPERATOR CLASS plan_calendar_ops DEFAULT FOR TYPE plan_calendar USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_calendar_cmp(plan_calendar, plan_calendar);
COMMENT ON OPERATOR FAMILY plan_calendar_ops USING btree IS 'order of plan_calendar: by years, then by days';
COMMENT ON OPERATOR CLASS plan_calendar_ops USING btree IS 'order of plan_calendar: by years, then by days';

CREATE OPERATOR CLASS plan_calendar_ops DEFAULT FOR TYPE plan_calendar USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_calendar_hash(plan_calendar),
	FUNCTION 2 _plan_calendar_hash_extended(plan_calendar, bigint);
COMMENT ON OPERATOR FAMILY plan_calendar_ops USING hash IS 'hashing of plan_calendar';
COMMENT ON OPERATOR CLASS plan_calendar_ops USING hash IS 'hashing of plan_calendar';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_calendar) WITH INOUT AS IMPLICIT;
COMMENT ON CAST (character varying AS plan_calendar) IS 'the text form of plan_calendar';

CREATE FUNCTION plan_calendar(base plan_calendar, holidays date[] DEFAULT NULL, working_days date[] DEFAULT NULL, half_days date[] DEFAULT NULL)
	RETURNS plan_calendar
	AS 'MODULE_PATHNAME', 'plan_calendar_with_days' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_calendar(plan_calendar, date[], date[], date[]) IS
'a calendar with more holidays, working days and half days; NULL arrays add none';

CREATE FUNCTION _plan_calendar_to_jsonb(plan_calendar)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_calendar_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_to_jsonb(plan_calendar) IS
'a calendar as an object: rule, holidays, working_days, half_days';

CREATE CAST (plan_calendar AS jsonb) WITH FUNCTION _plan_calendar_to_jsonb(plan_calendar);
COMMENT ON CAST (plan_calendar AS jsonb) IS 'an object: rule, and arrays of periods: holidays, working_days, half_days';
-- period: a span of days with a calendar name

CREATE TYPE plan_period;

CREATE FUNCTION _plan_period_in(cstring)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_in(cstring) IS
'text input of plan_period';

CREATE FUNCTION _plan_period_out(plan_period)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_period_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_out(plan_period) IS
'text output of plan_period';

CREATE FUNCTION _plan_period_recv(internal)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_recv(internal) IS
'binary input of plan_period';

CREATE FUNCTION _plan_period_send(plan_period)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_period_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_send(plan_period) IS
'binary output of plan_period';

CREATE TYPE plan_period (
	INPUT = _plan_period_in,
	OUTPUT = _plan_period_out,
	RECEIVE = _plan_period_recv,
	SEND = _plan_period_send,
	INTERNALLENGTH = 8,
	PASSEDBYVALUE,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_period IS
'a span of whole days with a calendar name: ''2020-2025'', ''2022'', ''2022-H1'', ''2022-Q3'', ''2022-09'', ''2022-W07'', ''2022-09-15'', ''2020-10..2025-09''; sorts by first day, the longer first';

CREATE FUNCTION _plan_period_lt(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_lt(plan_period, plan_period) IS
'implementation of the < operator';

CREATE FUNCTION _plan_period_le(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_le(plan_period, plan_period) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_period_eq(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_eq(plan_period, plan_period) IS
'implementation of the = operator';

CREATE FUNCTION _plan_period_ne(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_ne(plan_period, plan_period) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_period_ge(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_ge(plan_period, plan_period) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_period_gt(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_gt(plan_period, plan_period) IS
'implementation of the > operator';

CREATE FUNCTION _plan_period_cmp(plan_period, plan_period)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_period_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_cmp(plan_period, plan_period) IS
'btree support of plan_period: -1, 0 or 1';

CREATE FUNCTION _plan_period_hash(plan_period)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_period_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_hash(plan_period) IS
'hash support of plan_period';

CREATE FUNCTION _plan_period_hash_extended(plan_period, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_period_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_hash_extended(plan_period, bigint) IS
'hash support of plan_period with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_period_lt, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_period, plan_period) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_period_le, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_period, plan_period) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_period_eq, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_period, plan_period) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_period_ne, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_period, plan_period) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_period_ge, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_period, plan_period) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_period_gt, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_period, plan_period) IS 'greater than';

CREATE OPERATOR CLASS plan_period_ops DEFAULT FOR TYPE plan_period USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_period_cmp(plan_period, plan_period);
COMMENT ON OPERATOR FAMILY plan_period_ops USING btree IS 'order of plan_period: by first day, then the longer first';
COMMENT ON OPERATOR CLASS plan_period_ops USING btree IS 'order of plan_period: by first day, then the longer first';

CREATE OPERATOR CLASS plan_period_ops DEFAULT FOR TYPE plan_period USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_period_hash(plan_period),
	FUNCTION 2 _plan_period_hash_extended(plan_period, bigint);
COMMENT ON OPERATOR FAMILY plan_period_ops USING hash IS 'hashing of plan_period';
COMMENT ON OPERATOR CLASS plan_period_ops USING hash IS 'hashing of plan_period';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_period) WITH INOUT AS IMPLICIT;
COMMENT ON CAST (character varying AS plan_period) IS 'the text form of plan_period';

CREATE FUNCTION _plan_period_sortsupport(internal)
	RETURNS void
	AS 'MODULE_PATHNAME', 'plan_period_sortsupport' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_sortsupport(internal) IS
'sort support of plan_period';

ALTER OPERATOR FAMILY plan_period_ops USING btree ADD
	FUNCTION 2 (plan_period, plan_period) _plan_period_sortsupport(internal),
	FUNCTION 4 (plan_period, plan_period) pg_catalog.btequalimage(oid);

CREATE OPERATOR CLASS plan_period_ops DEFAULT FOR TYPE plan_period USING brin AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 brin_minmax_opcinfo(internal),
	FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
	FUNCTION 3 brin_minmax_consistent(internal, internal, internal),
	FUNCTION 4 brin_minmax_union(internal, internal, internal);
COMMENT ON OPERATOR FAMILY plan_period_ops USING brin IS 'least and greatest plan_period of ranges of pages';
COMMENT ON OPERATOR CLASS plan_period_ops USING brin IS 'least and greatest plan_period of ranges of pages';

CREATE FUNCTION _plan_period_smaller(plan_period, plan_period)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_smaller(plan_period, plan_period) IS
'transition of min: the one that sorts first';

CREATE FUNCTION _plan_period_larger(plan_period, plan_period)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_larger(plan_period, plan_period) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_period) (
	SFUNC = _plan_period_smaller, STYPE = plan_period, COMBINEFUNC = _plan_period_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_period) IS
'the earliest period: the first to begin, and the longest of those; NULLs are ignored';

CREATE AGGREGATE max(plan_period) (
	SFUNC = _plan_period_larger, STYPE = plan_period, COMBINEFUNC = _plan_period_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_period) IS
'the latest period: the last to begin, and the shortest of those; NULLs are ignored';

-- Containment.  Of dates and timestamps the planner knows that it is a range of them.

CREATE FUNCTION _plan_date_in_period_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_date_in_period_support' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_date_in_period_support(internal) IS
'planner support of containment of dates: as comparisons of dates, and as index conditions';

CREATE FUNCTION _plan_date_in_period_sel(internal, oid, internal, integer)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_date_in_period_sel' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_date_in_period_sel(internal, oid, internal, integer) IS
'restriction selectivity of containment of dates';

CREATE FUNCTION _plan_date_in_period_joinsel(internal, oid, internal, smallint, internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_date_in_period_joinsel' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_date_in_period_joinsel(internal, oid, internal, smallint, internal) IS
'join selectivity of containment of dates';

CREATE FUNCTION _plan_date_in_period(date, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_date_in_period' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_date_in_period(date, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_contains_date(plan_period, date)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains_date' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_period_contains_date(plan_period, date) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_timestamp_in_period(timestamp, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_timestamp_in_period' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_timestamp_in_period(timestamp, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_contains_timestamp(plan_period, timestamp)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains_timestamp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_period_contains_timestamp(plan_period, timestamp) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_timestamptz_in_period(timestamptz, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_timestamptz_in_period' LANGUAGE C STRICT STABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_timestamptz_in_period(timestamptz, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_contains_timestamptz(plan_period, timestamptz)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains_timestamptz' LANGUAGE C STRICT STABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_period_contains_timestamptz(plan_period, timestamptz) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_period_contains(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_contains(plan_period, plan_period) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_period_within(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_within' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_within(plan_period, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_overlaps(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_overlaps' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_overlaps(plan_period, plan_period) IS
'implementation of the && operator';

CREATE FUNCTION _plan_period_adjacent(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_adjacent' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_adjacent(plan_period, plan_period) IS
'implementation of the -|- operator';

CREATE OPERATOR <@ (
	FUNCTION = _plan_date_in_period, LEFTARG = date, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR <@ (date, plan_period) IS 'lies in; an index on the date serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains_date, LEFTARG = plan_period, RIGHTARG = date,
	COMMUTATOR = <@,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR @> (plan_period, date) IS 'contains; an index on the date serves';

CREATE OPERATOR <@ (
	FUNCTION = _plan_timestamp_in_period, LEFTARG = timestamp, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR <@ (timestamp, plan_period) IS 'lies in a day of; an index on the timestamp serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains_timestamp, LEFTARG = plan_period, RIGHTARG = timestamp,
	COMMUTATOR = <@,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR @> (plan_period, timestamp) IS 'contains the day of; an index on the timestamp serves';

CREATE OPERATOR <@ (
	FUNCTION = _plan_timestamptz_in_period, LEFTARG = timestamptz, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR <@ (timestamptz, plan_period) IS 'lies in a day of, by the time zone of the session; an index on the timestamp serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains_timestamptz, LEFTARG = plan_period, RIGHTARG = timestamptz,
	COMMUTATOR = <@,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR @> (plan_period, timestamptz) IS 'contains the day of, by the time zone of the session; an index on the timestamp serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = <@,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR @> (plan_period, plan_period) IS 'contains';

CREATE OPERATOR <@ (
	FUNCTION = _plan_period_within, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR <@ (plan_period, plan_period) IS 'is contained by';

CREATE OPERATOR && (
	FUNCTION = _plan_period_overlaps, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = &&,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR && (plan_period, plan_period) IS 'has days in common with';

CREATE OPERATOR -|- (
	FUNCTION = _plan_period_adjacent, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = -|-,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR -|- (plan_period, plan_period) IS 'ends the day before, or begins the day after';

-- Making.

CREATE FUNCTION plan_period(first_day date, last_day date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_make' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period(date, date) IS
'the period from a first to a last day, both included';

CREATE FUNCTION plan_period(year plan_number)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_number' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period(plan_number) IS
'the calendar year of a whole number, as extract(year from ...) gives it: -1 is 1 BC';

CREATE FUNCTION _plan_period(integer)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(integer) IS
'cast from integer to plan_period';

CREATE FUNCTION _plan_period(smallint)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_short_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(smallint) IS
'cast from smallint to plan_period';

CREATE FUNCTION _plan_period(bigint)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_long_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(bigint) IS
'cast from bigint to plan_period';

CREATE FUNCTION _plan_period(numeric)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_numeric_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(numeric) IS
'cast from numeric to plan_period';

CREATE FUNCTION plan_year(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_year(date) IS
'the calendar year that contains a date';

CREATE FUNCTION plan_half(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_half(date) IS
'the half-year, from January or July, that contains a date';

CREATE FUNCTION plan_quarter(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_quarter(date) IS
'the calendar quarter that contains a date';

CREATE FUNCTION plan_month(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_month(date) IS
'the month that contains a date';

CREATE FUNCTION plan_week(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_week(date) IS
'the ISO 8601 week, from Monday to Sunday, that contains a date';

CREATE FUNCTION plan_day(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_day(date) IS
'a date as a period';

CREATE FUNCTION plan_period_of(at date, grain text, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_of(date, text, plan_calendar) IS
'the period of a grain (year, half, quarter, month, week, day) that contains a date';

CREATE FUNCTION plan_year_to_date(at date, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_year_to_date(date, plan_calendar) IS
'from the first day of the year to the date';

CREATE FUNCTION _plan_period_to_daterange(plan_period)
	RETURNS daterange
	AS 'MODULE_PATHNAME', 'plan_period_to_daterange' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_to_daterange(plan_period) IS
'cast from plan_period to daterange';

CREATE FUNCTION _plan_period_to_tsrange(plan_period)
	RETURNS tsrange
	AS 'MODULE_PATHNAME', 'plan_period_to_tsrange' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_to_tsrange(plan_period) IS
'cast from plan_period to tsrange';

CREATE FUNCTION _plan_period_to_tstzrange(plan_period)
	RETURNS tstzrange
	AS 'MODULE_PATHNAME', 'plan_period_to_tstzrange' LANGUAGE C STRICT STABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_to_tstzrange(plan_period) IS
'cast from plan_period to tstzrange, by the time zone of the session';

CREATE FUNCTION _plan_period_from_daterange(daterange)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_from_daterange' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_from_daterange(daterange) IS
'cast from daterange to plan_period';

CREATE FUNCTION _plan_period(date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_day' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(date) IS
'implementation of the cast from date';

CREATE CAST (date AS plan_period) WITH FUNCTION _plan_period(date) AS ASSIGNMENT;
COMMENT ON CAST (date AS plan_period) IS 'the day';

CREATE CAST (integer AS plan_period) WITH FUNCTION _plan_period(integer) AS IMPLICIT;
COMMENT ON CAST (integer AS plan_period) IS 'the calendar year of that number: 2022';

CREATE CAST (smallint AS plan_period) WITH FUNCTION _plan_period(smallint) AS IMPLICIT;
COMMENT ON CAST (smallint AS plan_period) IS 'the calendar year of that number: 2022';

CREATE CAST (bigint AS plan_period) WITH FUNCTION _plan_period(bigint) AS IMPLICIT;
COMMENT ON CAST (bigint AS plan_period) IS 'the calendar year of that number: 2022';

CREATE CAST (numeric AS plan_period) WITH FUNCTION _plan_period(numeric) AS IMPLICIT;
COMMENT ON CAST (numeric AS plan_period) IS 'the calendar year of that whole number: 2022';

CREATE CAST (plan_period AS daterange) WITH FUNCTION _plan_period_to_daterange(plan_period) AS ASSIGNMENT;
COMMENT ON CAST (plan_period AS daterange) IS 'the same days';

CREATE CAST (plan_period AS tsrange) WITH FUNCTION _plan_period_to_tsrange(plan_period) AS ASSIGNMENT;
COMMENT ON CAST (plan_period AS tsrange) IS 'from the first midnight up to the one after the last day';

CREATE CAST (plan_period AS tstzrange) WITH FUNCTION _plan_period_to_tstzrange(plan_period) AS ASSIGNMENT;
COMMENT ON CAST (plan_period AS tstzrange) IS 'the same by the time zone of the session';

CREATE CAST (daterange AS plan_period) WITH FUNCTION _plan_period_from_daterange(daterange) AS ASSIGNMENT;
COMMENT ON CAST (daterange AS plan_period) IS 'the same days; an empty or unbounded range is refused';

-- Moving.

CREATE FUNCTION plan_shift(period plan_period, by integer, unit text DEFAULT NULL, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_shift(plan_period, integer, text, plan_calendar) IS
'the period moved by so many of a unit (a grain), or without one of its own length, earlier if negative; months move by months';

CREATE FUNCTION plan_prior_year(period plan_period, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_prior_year(plan_period, plan_calendar) IS
'the same period of the year before; a week keeps its number, 29 February becomes the 28th';

CREATE FUNCTION plan_same_part(period plan_period, earlier plan_period, as_of date, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_same_part(plan_period, plan_period, date, plan_calendar) IS
'the part of an earlier period that corresponds to what has passed of this one by the end of as_of; NULL before this period begins';

CREATE FUNCTION plan_to_date(period plan_period, as_of date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_to_date_period' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_to_date(plan_period, date) IS
'the part of a period that has passed by the end of as_of; NULL before the period begins';

CREATE FUNCTION plan_parent(period plan_period, grain text, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parent(plan_period, text, plan_calendar) IS
'the period of a grain that contains all of a period; NULL if there is none';

CREATE FUNCTION plan_ancestors(period plan_period, term plan_period DEFAULT NULL, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ancestors(plan_period, plan_period, plan_calendar) IS
'the period, the month, quarter, half and year that contain it, and the term, shortest first; only those within the term, if it is given';

CREATE FUNCTION plan_ancestor_rows(period plan_period, term plan_period DEFAULT NULL, calendar plan_calendar DEFAULT 'standard', OUT ancestor plan_period, OUT grain text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION plan_ancestor_rows(plan_period, plan_period, plan_calendar) IS
'plan_ancestors as rows, each with its grain; the last is the term, if it is given';

CREATE FUNCTION _plan_subperiods_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subperiods_support' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subperiods_support(internal) IS
'planner support of plan_subperiods: how many rows';

CREATE FUNCTION plan_subperiods(period plan_period, grain text, calendar plan_calendar DEFAULT 'standard')
	RETURNS SETOF plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 12 SUPPORT _plan_subperiods_support;
COMMENT ON FUNCTION plan_subperiods(plan_period, text, plan_calendar) IS
'the periods of a grain that make up a period, in order, cut at its ends';

-- Reading.

CREATE FUNCTION plan_grain(period plan_period, calendar plan_calendar DEFAULT 'standard')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_grain(plan_period, plan_calendar) IS
'the grain of a period: day, week, month, quarter, half, year, term (two or more whole years) or span';

CREATE FUNCTION plan_days(period plan_period)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_days(plan_period) IS
'number of days, at least 1';

CREATE FUNCTION plan_first_day(period plan_period)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_first_day(plan_period) IS
'first day of a period';

CREATE FUNCTION plan_last_day(period plan_period)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_last_day(plan_period) IS
'last day of a period';

CREATE FUNCTION plan_fiscal_year(at date, calendar plan_calendar)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fiscal_year(date, plan_calendar) IS
'the number of the fiscal year that contains a date';

CREATE FUNCTION plan_fiscal_name(period plan_period, calendar plan_calendar)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fiscal_name(plan_period, plan_calendar) IS
'the name of a period in a fiscal calendar: FY2025, FY2025-H1, FY2025-Q2, FY2025-M03, FY2025-W07, FY2021-FY2025; else its own name';

CREATE FUNCTION plan_period_name(period plan_period, calendar plan_calendar)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_name(plan_period, plan_calendar) IS
'the name of a period for those who use a calendar: that of plan_fiscal_name where years of the calendar are fiscal, else its own';

CREATE FUNCTION plan_fiscal_period(name text, calendar plan_calendar)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fiscal_period(text, plan_calendar) IS
'the period of a name in a fiscal calendar, as plan_fiscal_name writes it';

CREATE FUNCTION plan_working_days(period plan_period, calendar plan_calendar DEFAULT 'standard')
	RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_working_days(plan_period, plan_calendar) IS
'number of working days of a calendar, by default Mondays to Fridays; half days count half';

CREATE FUNCTION plan_elapsed(period plan_period, as_of date, calendar plan_calendar DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_elapsed(plan_period, date, plan_calendar) IS
'share of the days passed by the end of as_of, from 0 to 1; with a calendar, share of the working days, NULL if there are none';

CREATE FUNCTION plan_target_to_date(target plan_number, period plan_period, as_of date, calendar plan_calendar DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_to_date' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_target_to_date(plan_number, plan_period, date, plan_calendar) IS
'the part of a target due by the end of as_of if spread evenly over the days of the period; with a calendar, over its working days';

-- period_value: the value of one indicator over a period

CREATE TYPE plan_period_value;

CREATE FUNCTION _plan_period_value_in(cstring)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_in(cstring) IS
'text input of plan_period_value';

CREATE FUNCTION _plan_period_value_out(plan_period_value)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_period_value_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_out(plan_period_value) IS
'text output of plan_period_value';

CREATE FUNCTION _plan_period_value_recv(internal)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_recv(internal) IS
'binary input of plan_period_value';

CREATE FUNCTION _plan_period_value_send(plan_period_value)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_period_value_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_send(plan_period_value) IS
'binary output of plan_period_value';

CREATE TYPE plan_period_value (
	INPUT = _plan_period_value_in,
	OUTPUT = _plan_period_value_out,
	RECEIVE = _plan_period_value_recv,
	SEND = _plan_period_value_send,
	INTERNALLENGTH = 56,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_period_value IS
'value of one indicator over a period, as a state to merge: ''flow n=3 sum=35.5'', ''stock n=2 at=2023-06-30 value=172''';

CREATE FUNCTION _plan_period_value_lt(plan_period_value, plan_period_value)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_value_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_lt(plan_period_value, plan_period_value) IS
'implementation of the < operator';

CREATE FUNCTION _plan_period_value_le(plan_period_value, plan_period_value)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_value_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_le(plan_period_value, plan_period_value) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_period_value_eq(plan_period_value, plan_period_value)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_value_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_eq(plan_period_value, plan_period_value) IS
'implementation of the = operator';

CREATE FUNCTION _plan_period_value_ne(plan_period_value, plan_period_value)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_value_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_ne(plan_period_value, plan_period_value) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_period_value_ge(plan_period_value, plan_period_value)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_value_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_ge(plan_period_value, plan_period_value) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_period_value_gt(plan_period_value, plan_period_value)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_value_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_gt(plan_period_value, plan_period_value) IS
'implementation of the > operator';

CREATE FUNCTION _plan_period_value_cmp(plan_period_value, plan_period_value)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_period_value_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_cmp(plan_period_value, plan_period_value) IS
'btree support of plan_period_value: -1, 0 or 1';

CREATE FUNCTION _plan_period_value_hash(plan_period_value)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_period_value_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_hash(plan_period_value) IS
'hash support of plan_period_value';

CREATE FUNCTION _plan_period_value_hash_extended(plan_period_value, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_period_value_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_hash_extended(plan_period_value, bigint) IS
'hash support of plan_period_value with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_period_value_lt, LEFTARG = plan_period_value, RIGHTARG = plan_period_value,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_period_value, plan_period_value) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_period_value_le, LEFTARG = plan_period_value, RIGHTARG = plan_period_value,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_period_value, plan_period_value) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_period_value_eq, LEFTARG = plan_period_value, RIGHTARG = plan_period_value,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_period_value, plan_period_value) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_period_value_ne, LEFTARG = plan_period_value, RIGHTARG = plan_period_value,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_period_value, plan_period_value) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_period_value_ge, LEFTARG = plan_period_value, RIGHTARG = plan_period_value,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_period_value, plan_period_value) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_period_value_gt, LEFTARG = plan_period_value, RIGHTARG = plan_period_value,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_period_value, plan_period_value) IS 'greater than';

CREATE OPERATOR CLASS plan_period_value_ops DEFAULT FOR TYPE plan_period_value USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_period_value_cmp(plan_period_value, plan_period_value);
COMMENT ON OPERATOR FAMILY plan_period_value_ops USING btree IS 'order of plan_period_value: by kind, then by day, value and sum';
COMMENT ON OPERATOR CLASS plan_period_value_ops USING btree IS 'order of plan_period_value: by kind, then by day, value and sum';

CREATE OPERATOR CLASS plan_period_value_ops DEFAULT FOR TYPE plan_period_value USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_period_value_hash(plan_period_value),
	FUNCTION 2 _plan_period_value_hash_extended(plan_period_value, bigint);
COMMENT ON OPERATOR FAMILY plan_period_value_ops USING hash IS 'hashing of plan_period_value';
COMMENT ON OPERATOR CLASS plan_period_value_ops USING hash IS 'hashing of plan_period_value';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_period_value) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_period_value) IS 'the text form of plan_period_value';

CREATE FUNCTION _plan_period_value_merge(plan_period_value, plan_period_value)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_merge(plan_period_value, plan_period_value) IS
'implementation of the + operator';

CREATE FUNCTION _plan_period_value_subtract(plan_period_value, plan_period_value)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_subtract(plan_period_value, plan_period_value) IS
'implementation of the - operator';

CREATE FUNCTION _plan_period_value_negate(plan_period_value)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_negate(plan_period_value) IS
'implementation of the unary - operator';

CREATE OPERATOR + (
	FUNCTION = _plan_period_value_merge, LEFTARG = plan_period_value, RIGHTARG = plan_period_value, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_period_value, plan_period_value) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_period_value_subtract, LEFTARG = plan_period_value, RIGHTARG = plan_period_value
);
COMMENT ON OPERATOR - (plan_period_value, plan_period_value) IS 'subtract, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_period_value_negate, RIGHTARG = plan_period_value
);
COMMENT ON OPERATOR - (NONE, plan_period_value) IS 'negate';

-- Reading.

CREATE FUNCTION plan_value(value plan_period_value)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_period_value_figure' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_period_value) IS
'the value: sum of a flow, last of a stock, mean of an average, maximum of a peak, minimum of a least, first of a first; NULL if there is none';

CREATE FUNCTION plan_kind(value plan_period_value)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_period_value_kind' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kind(plan_period_value) IS
'flow, stock, cumulative, average, peak, least or first';

CREATE FUNCTION plan_count(value plan_period_value)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_period_value_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_period_value) IS
'number of values in the state';

CREATE FUNCTION _plan_period_value_to_jsonb(plan_period_value)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_period_value_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_to_jsonb(plan_period_value) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_period_value AS float8) WITH FUNCTION plan_value(plan_period_value) AS ASSIGNMENT;
COMMENT ON CAST (plan_period_value AS float8) IS 'the value of the state';
CREATE CAST (plan_period_value AS jsonb) WITH FUNCTION _plan_period_value_to_jsonb(plan_period_value);
COMMENT ON CAST (plan_period_value AS jsonb) IS 'kind, count and value as a JSON object';

-- Aggregates.

CREATE FUNCTION _plan_period_value_add(plan_period_value, text, date, plan_number)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_add(plan_period_value, text, date, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_period_value_moving_add(internal, text, date, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_add(internal, text, date, plan_number) IS
'transition of a moving frame: adds a value';

CREATE FUNCTION _plan_period_value_moving_remove(internal, text, date, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_remove(internal, text, date, plan_number) IS
'inverse transition of a moving frame: takes the oldest value away';

CREATE FUNCTION _plan_period_value_moving_merge(internal, plan_period_value)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_merge' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_merge(internal, plan_period_value) IS
'transition of a moving frame: merges a state';

CREATE FUNCTION _plan_period_value_moving_subtract(internal, plan_period_value)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_subtract' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_subtract(internal, plan_period_value) IS
'inverse transition of a moving frame: takes the oldest state away';

CREATE FUNCTION _plan_period_value_moving_final(internal)
	RETURNS plan_period_value
	AS 'MODULE_PATHNAME', 'plan_period_value_moving_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_value_moving_final(internal) IS
'final function of a moving frame';

CREATE AGGREGATE plan_period_value_agg(kind text, at date, value plan_number) (
	SFUNC = _plan_period_value_add, STYPE = plan_period_value, SSPACE = 72, COMBINEFUNC = _plan_period_value_merge,
	MSFUNC = _plan_period_value_moving_add, MINVFUNC = _plan_period_value_moving_remove, MSTYPE = internal, MSSPACE = 1024,
	MFINALFUNC = _plan_period_value_moving_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_period_value_agg(text, date, plan_number) IS
'state of the values of a period by their kind; rows with a NULL or NaN are skipped, NULL if there are no values';

CREATE AGGREGATE plan_rollup(value plan_period_value) (
	SFUNC = _plan_period_value_merge, STYPE = plan_period_value, SSPACE = 72, COMBINEFUNC = _plan_period_value_merge,
	MSFUNC = _plan_period_value_moving_merge, MINVFUNC = _plan_period_value_moving_subtract, MSTYPE = internal, MSSPACE = 1024,
	MFINALFUNC = _plan_period_value_moving_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_period_value) IS
'merges states of one kind; NULL if there are no rows';
-- spread: the target of a period in parts

CREATE FUNCTION plan_spread(target plan_number, period plan_period, grain text, by text DEFAULT NULL, weights float8[] DEFAULT NULL,
	digits integer DEFAULT NULL, calendar plan_calendar DEFAULT 'standard',
	OUT part plan_period, OUT part_target float8)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'plan_spread' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 12;
COMMENT ON FUNCTION plan_spread(plan_number, plan_period, text, text, float8[], integer, plan_calendar) IS
'rows: the periods of a grain within a period, and parts of the target that add up to it, in its unit; no rows if the target, period or grain is NULL';
-- cumulative: to date within a year or another part of the calendar

CREATE FUNCTION plan_cumulative(at date, value plan_number, grain text DEFAULT 'year', calendar plan_calendar DEFAULT 'standard')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cumulative(date, plan_number, text, plan_calendar) IS
'to date within the year, half, quarter, month or week, OVER (ORDER BY at); NULL before its first value, and behind the last value of the partition';
-- goal: what counts as done

CREATE TYPE plan_goal;

CREATE FUNCTION _plan_goal_in(cstring)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_in(cstring) IS
'text input of plan_goal';

CREATE FUNCTION _plan_goal_out(plan_goal)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_goal_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_out(plan_goal) IS
'text output of plan_goal';

CREATE FUNCTION _plan_goal_recv(internal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_recv(internal) IS
'binary input of plan_goal';

CREATE FUNCTION _plan_goal_send(plan_goal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_goal_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_send(plan_goal) IS
'binary output of plan_goal';

-- String category: a literal such as '>= 95' then needs no cast where a function
-- of the same name takes something else in its place, and text can be stored as it is.
CREATE TYPE plan_goal (
	INPUT = _plan_goal_in,
	OUTPUT = _plan_goal_out,
	RECEIVE = _plan_goal_recv,
	SEND = _plan_goal_send,
	INTERNALLENGTH = 32,
	ALIGNMENT = double,
	CATEGORY = 'S'
);
COMMENT ON TYPE plan_goal IS
'what counts as done, in the unit of the indicator: ''>= 95'', ''<= 10 from 44'' (baseline 44), ''8..12'', ''>= 6.6..6.8'', ''= 63''';

CREATE FUNCTION _plan_goal_lt(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_goal_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_lt(plan_goal, plan_goal) IS
'implementation of the < operator';

CREATE FUNCTION _plan_goal_le(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_goal_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_le(plan_goal, plan_goal) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_goal_eq(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_goal_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_eq(plan_goal, plan_goal) IS
'implementation of the = operator';

CREATE FUNCTION _plan_goal_ne(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_goal_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_ne(plan_goal, plan_goal) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_goal_ge(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_goal_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_ge(plan_goal, plan_goal) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_goal_gt(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_goal_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_gt(plan_goal, plan_goal) IS
'implementation of the > operator';

CREATE FUNCTION _plan_goal_cmp(plan_goal, plan_goal)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_goal_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_cmp(plan_goal, plan_goal) IS
'btree support of plan_goal: -1, 0 or 1';

CREATE FUNCTION _plan_goal_hash(plan_goal)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_goal_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_hash(plan_goal) IS
'hash support of plan_goal';

CREATE FUNCTION _plan_goal_hash_extended(plan_goal, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_goal_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_hash_extended(plan_goal, bigint) IS
'hash support of plan_goal with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_goal_lt, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_goal, plan_goal) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_goal_le, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_goal, plan_goal) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_goal_eq, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_goal, plan_goal) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_goal_ne, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_goal, plan_goal) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_goal_ge, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_goal, plan_goal) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_goal_gt, LEFTARG = plan_goal, RIGHTARG = plan_goal,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_goal, plan_goal) IS 'greater than';

CREATE OPERATOR CLASS plan_goal_ops DEFAULT FOR TYPE plan_goal USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_goal_cmp(plan_goal, plan_goal);
COMMENT ON OPERATOR FAMILY plan_goal_ops USING btree IS 'order of plan_goal: by direction, then by bounds, then by baseline';
COMMENT ON OPERATOR CLASS plan_goal_ops USING btree IS 'order of plan_goal: by direction, then by bounds, then by baseline';

CREATE OPERATOR CLASS plan_goal_ops DEFAULT FOR TYPE plan_goal USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_goal_hash(plan_goal),
	FUNCTION 2 _plan_goal_hash_extended(plan_goal, bigint);
COMMENT ON OPERATOR FAMILY plan_goal_ops USING hash IS 'hashing of plan_goal';
COMMENT ON OPERATOR CLASS plan_goal_ops USING hash IS 'hashing of plan_goal';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_goal) WITH INOUT AS IMPLICIT;
COMMENT ON CAST (character varying AS plan_goal) IS 'the text form of plan_goal';

CREATE FUNCTION _plan_goal_smaller(plan_goal, plan_goal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_smaller(plan_goal, plan_goal) IS
'transition of min: the one that sorts first';

CREATE FUNCTION _plan_goal_larger(plan_goal, plan_goal)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME', 'plan_goal_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_larger(plan_goal, plan_goal) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_goal) (
	SFUNC = _plan_goal_smaller, STYPE = plan_goal, COMBINEFUNC = _plan_goal_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_goal) IS
'the goal that sorts first: by direction, bounds and baseline';

CREATE AGGREGATE max(plan_goal) (
	SFUNC = _plan_goal_larger, STYPE = plan_goal, COMBINEFUNC = _plan_goal_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_goal) IS
'the goal that sorts last: by direction, bounds and baseline';

-- Making and reading.

CREATE FUNCTION plan_goal(target plan_number, direction plan_direction, baseline plan_number DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal(plan_number, plan_direction, plan_number) IS
'goal with one bound; within means exactly the target; a NULL baseline means none, any other NULL gives NULL';

CREATE FUNCTION plan_goal_range(lower plan_number, upper plan_number, direction plan_direction, baseline plan_number DEFAULT NULL)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_goal_range(plan_number, plan_number, plan_direction, plan_number) IS
'goal with two bounds: within is met between them, higher and lower are met from one and exceeded beyond the other; a NULL baseline means none';

CREATE FUNCTION plan_direction(goal plan_goal)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_direction(plan_goal) IS
'higher, lower or within';

CREATE FUNCTION plan_target(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_target(plan_goal) IS
'the bound from which the goal is met; the midpoint of a band';

CREATE FUNCTION plan_lower(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_lower(plan_goal) IS
'the lower bound; equals the upper bound if there is only one';

CREATE FUNCTION plan_upper(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_upper(plan_goal) IS
'the upper bound; equals the lower bound if there is only one';

CREATE FUNCTION plan_baseline(goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_baseline(plan_goal) IS
'the value from which progress is measured; NULL if there is none';

-- status: the verdict on an actual

CREATE TYPE plan_status AS ENUM (
	'exceeded', 'met', 'on_track', 'at_risk', 'off_track', 'regressing', 'no_data'
);
COMMENT ON TYPE plan_status IS
'the verdict on an actual, best first';

-- Operators of its own: with a cast to text at hand, those of enums in general would
-- lose to those of text where the other side is a literal.

CREATE FUNCTION _plan_status_lt(plan_status, plan_status)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_status_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_lt(plan_status, plan_status) IS
'implementation of the < operator';

CREATE FUNCTION _plan_status_le(plan_status, plan_status)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_status_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_le(plan_status, plan_status) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_status_eq(plan_status, plan_status)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_status_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_eq(plan_status, plan_status) IS
'implementation of the = operator';

CREATE FUNCTION _plan_status_ne(plan_status, plan_status)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_status_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_ne(plan_status, plan_status) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_status_ge(plan_status, plan_status)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_status_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_ge(plan_status, plan_status) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_status_gt(plan_status, plan_status)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_status_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_gt(plan_status, plan_status) IS
'implementation of the > operator';

CREATE FUNCTION _plan_status_cmp(plan_status, plan_status)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_status_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_cmp(plan_status, plan_status) IS
'btree support of plan_status: -1, 0 or 1';

CREATE FUNCTION _plan_status_hash(plan_status)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_status_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_hash(plan_status) IS
'hash support of plan_status';

CREATE FUNCTION _plan_status_hash_extended(plan_status, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_status_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_hash_extended(plan_status, bigint) IS
'hash support of plan_status with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_status_lt, LEFTARG = plan_status, RIGHTARG = plan_status,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_status, plan_status) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_status_le, LEFTARG = plan_status, RIGHTARG = plan_status,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_status, plan_status) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_status_eq, LEFTARG = plan_status, RIGHTARG = plan_status,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_status, plan_status) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_status_ne, LEFTARG = plan_status, RIGHTARG = plan_status,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_status, plan_status) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_status_ge, LEFTARG = plan_status, RIGHTARG = plan_status,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_status, plan_status) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_status_gt, LEFTARG = plan_status, RIGHTARG = plan_status,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_status, plan_status) IS 'greater than';

CREATE OPERATOR CLASS plan_status_ops DEFAULT FOR TYPE plan_status USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_status_cmp(plan_status, plan_status);
COMMENT ON OPERATOR FAMILY plan_status_ops USING btree IS 'order of plan_status: the best first';
COMMENT ON OPERATOR CLASS plan_status_ops USING btree IS 'order of plan_status: the best first';

CREATE OPERATOR CLASS plan_status_ops DEFAULT FOR TYPE plan_status USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_status_hash(plan_status),
	FUNCTION 2 _plan_status_hash_extended(plan_status, bigint);
COMMENT ON OPERATOR FAMILY plan_status_ops USING hash IS 'hashing of plan_status';
COMMENT ON OPERATOR CLASS plan_status_ops USING hash IS 'hashing of plan_status';

-- Not implicit: varchar beside a status stays text, and may be any word.

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_status) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_status) IS 'the text form of plan_status';

-- Immutable, as the cast of enums to text is not: generated columns and indexes take it.
CREATE FUNCTION _plan_status_to_text(plan_status)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_status_to_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_to_text(plan_status) IS
'cast from plan_status to text';
CREATE CAST (plan_status AS text) WITH FUNCTION _plan_status_to_text(plan_status) AS IMPLICIT;
COMMENT ON CAST (plan_status AS text) IS 'the name of the status';

CREATE FUNCTION _plan_status_smaller(plan_status, plan_status)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_status_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_smaller(plan_status, plan_status) IS
'transition of min(plan_status)';

CREATE FUNCTION _plan_status_larger(plan_status, plan_status)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_status_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_larger(plan_status, plan_status) IS
'transition of max(plan_status)';

CREATE AGGREGATE min(plan_status) (
	SFUNC = _plan_status_smaller,
	STYPE = plan_status,
	COMBINEFUNC = _plan_status_smaller,
	SORTOP = <,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_status) IS 'the best status; NULLs are ignored';

CREATE AGGREGATE max(plan_status) (
	SFUNC = _plan_status_larger,
	STYPE = plan_status,
	COMBINEFUNC = _plan_status_larger,
	SORTOP = >,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_status) IS 'the worst status, where no_data comes last; NULLs are ignored';

CREATE FUNCTION _plan_status_textcat(plan_status, text)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_status_textcat' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_status_textcat(plan_status, text) IS
'implementation of the || operator';

CREATE OPERATOR || (
	FUNCTION = _plan_status_textcat, LEFTARG = plan_status, RIGHTARG = text
);
COMMENT ON OPERATOR || (plan_status, text) IS 'concatenate';

CREATE FUNCTION _plan_textcat_status(text, plan_status)
	RETURNS text
	AS 'MODULE_PATHNAME', 'plan_textcat_status' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_textcat_status(text, plan_status) IS
'implementation of the || operator';

CREATE OPERATOR || (
	FUNCTION = _plan_textcat_status, LEFTARG = text, RIGHTARG = plan_status
);
COMMENT ON OPERATOR || (text, plan_status) IS 'concatenate';
-- score: one actual held against one goal

CREATE FUNCTION plan_achievement(actual plan_number, goal plan_goal, expected plan_number DEFAULT 1, adds_up boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_achievement(plan_number, plan_goal, plan_number, boolean) IS
'share of the way to the goal that is achieved: 1 if met exactly, not clamped; NULL without actual or goal; adds_up: of a total of whose goal the share expected is due, NULL if that matters and is NULL';

CREATE FUNCTION plan_score(actual plan_number, goal plan_goal, cap plan_number DEFAULT 1, expected plan_number DEFAULT 1, adds_up boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(plan_number, plan_goal, plan_number, plan_number, boolean) IS
'plan_achievement clamped to [0, cap], for averaging; NULL without actual, goal or cap; expected and adds_up as there';

CREATE FUNCTION plan_status(actual plan_number, goal plan_goal, expected plan_number DEFAULT 1, cuts float8[] DEFAULT NULL, adds_up boolean DEFAULT false, extreme text DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_status(plan_number, plan_goal, plan_number, float8[], boolean, text) IS
'verdict by achievement / expected, the share due by now: on_track from 0.95, at_risk from 0.60, or by cuts; no_data without actual or goal; adds_up: of a total; extreme: of a peak or least value';

CREATE FUNCTION plan_gap(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_gap(plan_number, plan_goal) IS
'the difference still missing, in the unit of the indicator; 0 if met; NULL or NaN actual: NULL';

CREATE FUNCTION plan_variance(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_variance(plan_number, plan_goal) IS
'actual less target in the unit of the indicator, favourable is positive; 0 within a band, else minus the distance to it; NULL or NaN actual: NULL';

CREATE FUNCTION plan_is_met(actual plan_number, goal plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_met(plan_number, plan_goal) IS
'whether the goal is met or exceeded; NULL or NaN actual: NULL';

CREATE FUNCTION plan_bounded_status(actual plan_number, goal plan_goal, bound text, expected plan_number DEFAULT 1, cuts float8[] DEFAULT NULL, adds_up boolean DEFAULT false, extreme text DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bounded_status(plan_number, plan_goal, text, plan_number, float8[], boolean, text) IS
'verdict of plan_status on a figure of which a bound is known (= ~ > >= < <=), if every value from there on is on pace, or none is; else NULL';

CREATE FUNCTION plan_bounded_is_met(actual plan_number, goal plan_goal, bound text)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bounded_is_met(plan_number, plan_goal, text) IS
'whether a figure of which a bound is known (= ~ > >= < <=) meets the goal; NULL if it may or may not, and for a NULL actual';
-- scorecard: the mergeable summary of many scored items

CREATE TYPE plan_scorecard;

CREATE FUNCTION _plan_scorecard_in(cstring)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_in(cstring) IS
'text input of plan_scorecard';

CREATE FUNCTION _plan_scorecard_out(plan_scorecard)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_scorecard_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_out(plan_scorecard) IS
'text output of plan_scorecard';

CREATE FUNCTION _plan_scorecard_recv(internal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_recv(internal) IS
'binary input of plan_scorecard';

CREATE FUNCTION _plan_scorecard_send(plan_scorecard)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_scorecard_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_send(plan_scorecard) IS
'binary output of plan_scorecard';

-- Plain storage: never compressed or packed, so that it is read and changed in place.
CREATE TYPE plan_scorecard (
	INPUT = _plan_scorecard_in,
	OUTPUT = _plan_scorecard_out,
	RECEIVE = _plan_scorecard_recv,
	SEND = _plan_scorecard_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = plain,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_scorecard IS
'mergeable summary of scored rows: counts by verdict, weight with and without data, exact sums of scores, actuals and targets; ''empty'' is the identity';

CREATE FUNCTION _plan_scorecard_lt(plan_scorecard, plan_scorecard)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_scorecard_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_lt(plan_scorecard, plan_scorecard) IS
'implementation of the < operator';

CREATE FUNCTION _plan_scorecard_le(plan_scorecard, plan_scorecard)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_scorecard_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_le(plan_scorecard, plan_scorecard) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_scorecard_eq(plan_scorecard, plan_scorecard)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_scorecard_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_eq(plan_scorecard, plan_scorecard) IS
'implementation of the = operator';

CREATE FUNCTION _plan_scorecard_ne(plan_scorecard, plan_scorecard)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_scorecard_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_ne(plan_scorecard, plan_scorecard) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_scorecard_ge(plan_scorecard, plan_scorecard)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_scorecard_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_ge(plan_scorecard, plan_scorecard) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_scorecard_gt(plan_scorecard, plan_scorecard)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_scorecard_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_gt(plan_scorecard, plan_scorecard) IS
'implementation of the > operator';

CREATE FUNCTION _plan_scorecard_cmp(plan_scorecard, plan_scorecard)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_scorecard_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_cmp(plan_scorecard, plan_scorecard) IS
'btree support of plan_scorecard: -1, 0 or 1';

CREATE FUNCTION _plan_scorecard_hash(plan_scorecard)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_scorecard_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_hash(plan_scorecard) IS
'hash support of plan_scorecard';

CREATE FUNCTION _plan_scorecard_hash_extended(plan_scorecard, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_hash_extended(plan_scorecard, bigint) IS
'hash support of plan_scorecard with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_scorecard_lt, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_scorecard, plan_scorecard) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_scorecard_le, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_scorecard, plan_scorecard) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_scorecard_eq, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_scorecard, plan_scorecard) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_scorecard_ne, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_scorecard, plan_scorecard) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_scorecard_ge, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_scorecard, plan_scorecard) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_scorecard_gt, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_scorecard, plan_scorecard) IS 'greater than';

CREATE OPERATOR CLASS plan_scorecard_ops DEFAULT FOR TYPE plan_scorecard USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_scorecard_cmp(plan_scorecard, plan_scorecard);
COMMENT ON OPERATOR FAMILY plan_scorecard_ops USING btree IS 'order of plan_scorecard: by counts, then by sums';
COMMENT ON OPERATOR CLASS plan_scorecard_ops USING btree IS 'order of plan_scorecard: by counts, then by sums';

CREATE OPERATOR CLASS plan_scorecard_ops DEFAULT FOR TYPE plan_scorecard USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_scorecard_hash(plan_scorecard),
	FUNCTION 2 _plan_scorecard_hash_extended(plan_scorecard, bigint);
COMMENT ON OPERATOR FAMILY plan_scorecard_ops USING hash IS 'hashing of plan_scorecard';
COMMENT ON OPERATOR CLASS plan_scorecard_ops USING hash IS 'hashing of plan_scorecard';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_scorecard) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_scorecard) IS 'the text form of plan_scorecard';

-- Scorecards form a commutative group.

CREATE FUNCTION _plan_scorecard_merge(plan_scorecard, plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_merge(plan_scorecard, plan_scorecard) IS
'implementation of the + operator';

CREATE FUNCTION _plan_scorecard_subtract(plan_scorecard, plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_subtract(plan_scorecard, plan_scorecard) IS
'implementation of the - operator';

CREATE FUNCTION _plan_scorecard_negate(plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_negate(plan_scorecard) IS
'implementation of the unary - operator';

CREATE OPERATOR + (
	FUNCTION = _plan_scorecard_merge, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_scorecard, plan_scorecard) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_scorecard_subtract, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard
);
COMMENT ON OPERATOR - (plan_scorecard, plan_scorecard) IS 'subtract, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_scorecard_negate, RIGHTARG = plan_scorecard
);
COMMENT ON OPERATOR - (NONE, plan_scorecard) IS 'negate';

-- Reading.

CREATE FUNCTION plan_score(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_score' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(plan_scorecard) IS
'weighted mean of the scores of the rows with data; NULL if they have no weight';

CREATE FUNCTION plan_scorecard_score(scorecard plan_scorecard, min_coverage plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_score_covered' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_scorecard_score(plan_scorecard, plan_number) IS
'weighted mean of the scores if the coverage is at least min_coverage, from 0 to 1; else NULL';

CREATE FUNCTION plan_coverage(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_coverage' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_coverage(plan_scorecard) IS
'share of the weight that has data, from 0 to 1; NULL if nothing has weight';

CREATE FUNCTION plan_met_share(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_met_share' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_met_share(plan_scorecard) IS
'share of all rows, including those without data, that are met or exceeded; NULL if there are no rows';

CREATE FUNCTION plan_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_scorecard) IS
'number of rows, including those without data';

CREATE FUNCTION plan_count(scorecard plan_scorecard, status plan_status)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_status' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_scorecard, plan_status) IS
'number of rows with a verdict';

CREATE FUNCTION plan_scored_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_scored' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_scored_count(plan_scorecard) IS
'number of rows with a score';

CREATE FUNCTION plan_unjudged_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_unjudged' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_unjudged_count(plan_scorecard) IS
'number of rows with a score but no verdict: their pace is unknown';

CREATE FUNCTION plan_attainment(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_attainment' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_attainment(plan_scorecard) IS
'sum of the actuals that have a target / sum of the targets; NULL if there are none or the targets sum to 0';

CREATE FUNCTION plan_total_actual(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_actual' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_actual(plan_scorecard) IS
'sum of all actuals, including those without a target; NULL if there are none';

CREATE FUNCTION plan_total_target(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_target' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_target(plan_scorecard) IS
'sum of all targets, including those without an actual; NULL if there are none';

CREATE FUNCTION plan_total_weight(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_weight' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_weight(plan_scorecard) IS
'sum of the weights of all rows';

CREATE FUNCTION plan_scorecard_status(scorecard plan_scorecard, expected plan_number, cuts float8[] DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_scorecard_status(plan_scorecard, plan_number, float8[]) IS
'the verdict on the whole: its mean score compared with 1 and with the expected share, from 0 to 1, or by cuts; no_data without a score; NULL expected: NULL';

CREATE FUNCTION _plan_summary_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_summary_support' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_summary_support(internal) IS
'planner support of plan_summary: columns alone';

CREATE FUNCTION plan_summary(scorecard plan_scorecard, OUT planned bigint, OUT scored bigint, OUT exceeded bigint, OUT met bigint, OUT on_track bigint, OUT at_risk bigint, OUT off_track bigint, OUT regressing bigint, OUT no_data bigint, OUT unjudged bigint, OUT weight float8, OUT coverage float8, OUT score float8, OUT met_share float8, OUT total_actual float8, OUT total_target float8, OUT attainment float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_summary_support;
COMMENT ON FUNCTION plan_summary(plan_scorecard) IS
'everything in a scorecard as one row; all NULL for a NULL scorecard';

CREATE FUNCTION _plan_scorecard_to_jsonb(plan_scorecard)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_scorecard_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_to_jsonb(plan_scorecard) IS
'cast from plan_scorecard to jsonb';

CREATE CAST (plan_scorecard AS jsonb) WITH FUNCTION _plan_scorecard_to_jsonb(plan_scorecard);
COMMENT ON CAST (plan_scorecard AS jsonb) IS 'everything in a scorecard, exactly, as a JSON object';

-- scorecard_agg: the aggregates over scorecards
--
-- Rows have a goal, or plain columns.  Scores by another rule have an aggregate of their own
-- name: untyped arguments could not tell a status from a goal.

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[])
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[])
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_number, plan_direction, plan_number) IS
'transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_number, plan_direction, plan_number) IS
'inverse transition of plan_scorecard_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status) IS
'transition of plan_scorecard_scored_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status) IS
'inverse transition of plan_scorecard_scored_agg';

CREATE FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_add(plan_scorecard, plan_number, plan_status, plan_number) IS
'transition of plan_scorecard_scored_agg';

CREATE FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status, plan_number)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_remove_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_remove(plan_scorecard, plan_number, plan_status, plan_number) IS
'inverse transition of plan_scorecard_scored_agg';

CREATE FUNCTION _plan_scorecard_final(plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_final(plan_scorecard) IS
'final function: equal scorecards as equal bytes';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal) IS
'scorecard of actuals and their goals; rows without an actual are counted as no_data; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number) IS
'scorecard of actuals and their goals, by weight; a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number, expected plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number, plan_number) IS
'scorecard of actuals and their goals, by weight, with the share of progress due by now, as in plan_status; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[]) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'scorecard of actuals and their goals, judged by cuts as in plan_status; NULL cuts are the usual ones, a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[], cap plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'scorecard of actuals and their goals, judged by cuts as in plan_status, with scores clamped to [0, cap]; NULL cuts are the usual ones, a NULL cap is 1, a NULL weight 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, target plan_number, direction plan_direction) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_number, plan_direction) IS
'scorecard of actuals and targets without baselines; rows without an actual are counted as no_data; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_agg(actual plan_number, target plan_number, direction plan_direction, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_agg(plan_number, plan_number, plan_direction, plan_number) IS
'scorecard of actuals and targets without baselines, by weight; a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_scored_agg(score plan_number, status plan_status) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_scored_agg(plan_number, plan_status) IS
'scorecard of scores and verdicts by your own rule, taken as given; either may be NULL; NULL if there are no rows';

CREATE AGGREGATE plan_scorecard_scored_agg(score plan_number, status plan_status, weight plan_number) (
	SFUNC = _plan_scorecard_add, STYPE = plan_scorecard, SSPACE = 144, FINALFUNC = _plan_scorecard_final, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_add, MINVFUNC = _plan_scorecard_remove, MSTYPE = plan_scorecard, MSSPACE = 144, MFINALFUNC = _plan_scorecard_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_scorecard_scored_agg(plan_number, plan_status, plan_number) IS
'scorecard of scores and verdicts by your own rule, by weight; a NULL weight is 0; NULL if there are no rows';

CREATE AGGREGATE plan_rollup(scorecard plan_scorecard) (
	SFUNC = _plan_scorecard_merge, STYPE = plan_scorecard, SSPACE = 144, COMBINEFUNC = _plan_scorecard_merge,
	MSFUNC = _plan_scorecard_merge, MINVFUNC = _plan_scorecard_subtract, MSTYPE = plan_scorecard, MSSPACE = 144,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_scorecard) IS
'merges scorecards, exactly; NULL if there are no rows';
-- tree: who is whose parent, from an adjacency list

CREATE TYPE plan_tree;

CREATE FUNCTION _plan_tree_in(cstring)
	RETURNS plan_tree
	AS 'MODULE_PATHNAME', 'plan_tree_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_in(cstring) IS
'text input of plan_tree';

CREATE FUNCTION _plan_tree_out(plan_tree)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_tree_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_out(plan_tree) IS
'text output of plan_tree';

CREATE FUNCTION _plan_tree_recv(internal)
	RETURNS plan_tree
	AS 'MODULE_PATHNAME', 'plan_tree_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_recv(internal) IS
'binary input of plan_tree';

CREATE FUNCTION _plan_tree_send(plan_tree)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_tree_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_send(plan_tree) IS
'binary output of plan_tree';

CREATE TYPE plan_tree (
	INPUT = _plan_tree_in,
	OUTPUT = _plan_tree_out,
	RECEIVE = _plan_tree_recv,
	SEND = _plan_tree_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE plan_tree IS
'nodes with their parents and, if weighted, their weights: ''1; 11 < 1'' or ''1 * 1; 11 < 1 * 0.6''';

CREATE FUNCTION _plan_tree_lt(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_tree_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_lt(plan_tree, plan_tree) IS
'implementation of the < operator';

CREATE FUNCTION _plan_tree_le(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_tree_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_le(plan_tree, plan_tree) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_tree_eq(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_tree_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_eq(plan_tree, plan_tree) IS
'implementation of the = operator';

CREATE FUNCTION _plan_tree_ne(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_tree_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_ne(plan_tree, plan_tree) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_tree_ge(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_tree_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_ge(plan_tree, plan_tree) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_tree_gt(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_tree_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_gt(plan_tree, plan_tree) IS
'implementation of the > operator';

CREATE FUNCTION _plan_tree_cmp(plan_tree, plan_tree)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_tree_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_cmp(plan_tree, plan_tree) IS
'btree support of plan_tree: -1, 0 or 1';

CREATE FUNCTION _plan_tree_hash(plan_tree)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_tree_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_hash(plan_tree) IS
'hash support of plan_tree';

CREATE FUNCTION _plan_tree_hash_extended(plan_tree, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_tree_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_hash_extended(plan_tree, bigint) IS
'hash support of plan_tree with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_tree_lt, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_tree, plan_tree) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_tree_le, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_tree, plan_tree) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_tree_eq, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_tree, plan_tree) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_tree_ne, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_tree, plan_tree) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_tree_ge, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_tree, plan_tree) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_tree_gt, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_tree, plan_tree) IS 'greater than';

CREATE OPERATOR CLASS plan_tree_ops DEFAULT FOR TYPE plan_tree USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_tree_cmp(plan_tree, plan_tree);
COMMENT ON OPERATOR FAMILY plan_tree_ops USING btree IS 'order of plan_tree: by the first node in preorder that differs';
COMMENT ON OPERATOR CLASS plan_tree_ops USING btree IS 'order of plan_tree: by the first node in preorder that differs';

CREATE OPERATOR CLASS plan_tree_ops DEFAULT FOR TYPE plan_tree USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_tree_hash(plan_tree),
	FUNCTION 2 _plan_tree_hash_extended(plan_tree, bigint);
COMMENT ON OPERATOR FAMILY plan_tree_ops USING hash IS 'hashing of plan_tree';
COMMENT ON OPERATOR CLASS plan_tree_ops USING hash IS 'hashing of plan_tree';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_tree) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_tree) IS 'the text form of plan_tree';

-- The aggregate.

CREATE FUNCTION _plan_tree_add(internal, anycompatible, anycompatible)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_add(internal, anycompatible, anycompatible) IS
'transition: adds a node';

CREATE FUNCTION _plan_tree_add(internal, anycompatible, anycompatible, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_add(internal, anycompatible, anycompatible, plan_number) IS
'transition: adds a node with its weight';

CREATE FUNCTION _plan_tree_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_tree_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_tree_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_tree_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_tree_final(internal)
	RETURNS plan_tree
	AS 'MODULE_PATHNAME', 'plan_tree_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_final(internal) IS
'makes the tree';

CREATE AGGREGATE plan_tree_agg(id anycompatible, parent anycompatible) (
	SFUNC = _plan_tree_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_tree_final,
	COMBINEFUNC = _plan_tree_combine, SERIALFUNC = _plan_tree_serialize, DESERIALFUNC = _plan_tree_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_tree_agg(anycompatible, anycompatible) IS
'tree of an adjacency table; the parent of a root is NULL; NULL if there are no rows';

CREATE AGGREGATE plan_tree_agg(id anycompatible, parent anycompatible, weight plan_number) (
	SFUNC = _plan_tree_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_tree_final,
	COMBINEFUNC = _plan_tree_combine, SERIALFUNC = _plan_tree_serialize, DESERIALFUNC = _plan_tree_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_tree_agg(anycompatible, anycompatible, plan_number) IS
'tree of an adjacency table with weights among siblings, at least 0; a NULL weight is 0';

CREATE FUNCTION plan_tree_rows(tree plan_tree, OUT node bigint, OUT parent bigint, OUT level integer, OUT weight double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_tree_rows(plan_tree) IS
'nodes of a tree, parents before children; nodes are bigint';

CREATE FUNCTION plan_tree_rows(tree plan_tree, anycompatible, OUT node anycompatible, OUT parent anycompatible, OUT level integer, OUT weight double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_tree_rows(plan_tree, anycompatible) IS
'nodes of a tree, parents before children; nodes have the type of the key, which is NULL: NULL::text, NULL::uuid';

CREATE FUNCTION _plan_tree_to_jsonb(plan_tree)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_tree_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_to_jsonb(plan_tree) IS
'the nodes of a tree as an array of objects: node, parent, level, weight';

CREATE CAST (plan_tree AS jsonb) WITH FUNCTION _plan_tree_to_jsonb(plan_tree);
COMMENT ON CAST (plan_tree AS jsonb) IS 'the nodes as an array of objects';

-- cube: scorecards by node and month in one value

CREATE TYPE plan_cube;

CREATE FUNCTION _plan_cube_in(cstring)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_in(cstring) IS
'text input of plan_cube';

CREATE FUNCTION _plan_cube_out(plan_cube)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_cube_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_out(plan_cube) IS
'text output of plan_cube';

CREATE FUNCTION _plan_cube_recv(internal)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_recv(internal) IS
'binary input of plan_cube';

CREATE FUNCTION _plan_cube_send(plan_cube)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_cube_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_send(plan_cube) IS
'binary output of plan_cube';

CREATE TYPE plan_cube (
	INPUT = _plan_cube_in,
	OUTPUT = _plan_cube_out,
	RECEIVE = _plan_cube_recv,
	SEND = _plan_cube_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_cube IS
'scorecards by node and month: ''101 2022-03: met=2 ...; 101 2022-04: ...'' or ''empty''';

CREATE FUNCTION _plan_cube_lt(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_cube_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_lt(plan_cube, plan_cube) IS
'implementation of the < operator';

CREATE FUNCTION _plan_cube_le(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_cube_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_le(plan_cube, plan_cube) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_cube_eq(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_cube_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_eq(plan_cube, plan_cube) IS
'implementation of the = operator';

CREATE FUNCTION _plan_cube_ne(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_cube_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_ne(plan_cube, plan_cube) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_cube_ge(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_cube_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_ge(plan_cube, plan_cube) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_cube_gt(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_cube_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_gt(plan_cube, plan_cube) IS
'implementation of the > operator';

CREATE FUNCTION _plan_cube_cmp(plan_cube, plan_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_cube_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_cmp(plan_cube, plan_cube) IS
'btree support of plan_cube: -1, 0 or 1';

CREATE FUNCTION _plan_cube_hash(plan_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_cube_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_hash(plan_cube) IS
'hash support of plan_cube';

CREATE FUNCTION _plan_cube_hash_extended(plan_cube, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_cube_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_hash_extended(plan_cube, bigint) IS
'hash support of plan_cube with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_cube_lt, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_cube, plan_cube) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_cube_le, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_cube, plan_cube) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_cube_eq, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_cube, plan_cube) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_cube_ne, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_cube, plan_cube) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_cube_ge, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_cube, plan_cube) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_cube_gt, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_cube, plan_cube) IS 'greater than';

CREATE OPERATOR CLASS plan_cube_ops DEFAULT FOR TYPE plan_cube USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_cube_cmp(plan_cube, plan_cube);
COMMENT ON OPERATOR FAMILY plan_cube_ops USING btree IS 'order of plan_cube: by the first cell that differs';
COMMENT ON OPERATOR CLASS plan_cube_ops USING btree IS 'order of plan_cube: by the first cell that differs';

CREATE OPERATOR CLASS plan_cube_ops DEFAULT FOR TYPE plan_cube USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_cube_hash(plan_cube),
	FUNCTION 2 _plan_cube_hash_extended(plan_cube, bigint);
COMMENT ON OPERATOR FAMILY plan_cube_ops USING hash IS 'hashing of plan_cube';
COMMENT ON OPERATOR CLASS plan_cube_ops USING hash IS 'hashing of plan_cube';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_cube) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_cube) IS 'the text form of plan_cube';

-- Reading.

CREATE FUNCTION plan_cells(cube plan_cube)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_cube_cells' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cells(plan_cube) IS
'number of cells: pairs of a node and a month that have rows';

CREATE FUNCTION plan_cube_at(cube plan_cube, node anycompatible, period plan_period)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_at(plan_cube, anycompatible, plan_period) IS
'scorecard of a node over a period of whole months; NULL without rows';

CREATE FUNCTION plan_cube_rows(cube plan_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT 'standard', OUT node bigint, OUT parent bigint, OUT level integer, OUT period plan_period, OUT grain text, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_cube_rows(plan_cube, text[], plan_period, plan_tree, plan_calendar) IS
'scorecards by node, period and grain, merged up the calendar and the tree; nodes are bigint';

CREATE FUNCTION plan_cube_rows_as(anycompatible, cube plan_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT 'standard', OUT node anycompatible, OUT parent anycompatible, OUT level integer, OUT period plan_period, OUT grain text, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_cube_rows_as(anycompatible, plan_cube, text[], plan_period, plan_tree, plan_calendar) IS
'rows of plan_cube_rows with nodes of the type of the first argument, which is NULL: NULL::text, NULL::uuid';

CREATE FUNCTION _plan_cube_to_jsonb(plan_cube)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_cube_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_to_jsonb(plan_cube) IS
'the cells of a cube as an array of objects: node, month, scorecard';

CREATE CAST (plan_cube AS jsonb) WITH FUNCTION _plan_cube_to_jsonb(plan_cube);
COMMENT ON CAST (plan_cube AS jsonb) IS 'the cells as an array of objects';

-- cube_agg: the aggregates that build cubes
--
-- The forms are those of plan_scorecard_agg and plan_scorecard_scored_agg, behind the node and the
-- day.  Nodes are keys of any type.

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_goal' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[])
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_cuts' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_plain' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add(internal, anycompatible, date, plan_number, plan_number, plan_direction, plan_number) IS
'transition of plan_cube_agg';

CREATE FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status) IS
'transition of plan_cube_scored_agg';

CREATE FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_add_scored' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_add_scored(internal, anycompatible, date, plan_number, plan_status, plan_number) IS
'transition of plan_cube_scored_agg';

CREATE FUNCTION _plan_cube_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_cube_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_cube_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_cube_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_cube_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_cube_final(internal)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_final(internal) IS
'makes the cube';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal) IS
'scorecards by node and month of rows compared with goals; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number) IS
'scorecards by node and month of rows compared with goals; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number, expected plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number, plan_number) IS
'scorecards by node and month of rows compared with goals; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[]) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[]) IS
'scorecards by node and month of rows compared with goals by cuts as in plan_status; NULL cuts are the usual ones; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, goal plan_goal, weight plan_number, expected plan_number, cuts float8[], cap plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_goal, plan_number, plan_number, float8[], plan_number) IS
'scorecards by node and month of rows compared with goals by cuts as in plan_status, their scores clamped to [0, cap]; NULL cuts are the usual ones, a NULL cap is 1; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, target plan_number, direction plan_direction) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_number, plan_direction) IS
'scorecards by node and month of rows compared with targets; NULL if there are no rows';

CREATE AGGREGATE plan_cube_agg(node anycompatible, at date, actual plan_number, target plan_number, direction plan_direction, weight plan_number) (
	SFUNC = _plan_cube_add, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_agg(anycompatible, date, plan_number, plan_number, plan_direction, plan_number) IS
'scorecards by node and month of rows compared with targets; NULL if there are no rows';

CREATE AGGREGATE plan_cube_scored_agg(node anycompatible, at date, score plan_number, status plan_status) (
	SFUNC = _plan_cube_add_scored, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_scored_agg(anycompatible, date, plan_number, plan_status) IS
'scorecards by node and month of rows scored by your own rule; NULL if there are no rows';

CREATE AGGREGATE plan_cube_scored_agg(node anycompatible, at date, score plan_number, status plan_status, weight plan_number) (
	SFUNC = _plan_cube_add_scored, STYPE = internal, SSPACE = 16384,
	FINALFUNC = _plan_cube_final, COMBINEFUNC = _plan_cube_combine,
	SERIALFUNC = _plan_cube_serialize, DESERIALFUNC = _plan_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cube_scored_agg(anycompatible, date, plan_number, plan_status, plan_number) IS
'scorecards by node and month of rows scored by your own rule; NULL if there are no rows';

-- Merging.

CREATE FUNCTION _plan_cube_merge(plan_cube, plan_cube)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_merge(plan_cube, plan_cube) IS
'implementation of the + operator';

CREATE FUNCTION _plan_cube_subtract(plan_cube, plan_cube)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_subtract(plan_cube, plan_cube) IS
'implementation of the - operator';

CREATE FUNCTION _plan_cube_whole(plan_cube)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME', 'plan_cube_whole' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_whole(plan_cube) IS
'final function of plan_rollup: the cubes gathered so far as one';

CREATE OPERATOR + (
	FUNCTION = _plan_cube_merge, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_cube, plan_cube) IS 'merges two cubes, cell by cell';

CREATE OPERATOR - (
	FUNCTION = _plan_cube_subtract, LEFTARG = plan_cube, RIGHTARG = plan_cube
);
COMMENT ON OPERATOR - (plan_cube, plan_cube) IS 'takes a cube out of another; cells that become empty vanish';

CREATE AGGREGATE plan_rollup(cube plan_cube) (
	SFUNC = _plan_cube_merge, STYPE = plan_cube, SSPACE = 16384, FINALFUNC = _plan_cube_whole,
	COMBINEFUNC = _plan_cube_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_cube) IS
'merges cubes, exactly; NULL if there are no rows';
-- figure_cube: figures by node, entity and month in one value

CREATE TYPE plan_figure_cube;

CREATE FUNCTION _plan_figure_cube_in(cstring)
	RETURNS plan_figure_cube
	AS 'MODULE_PATHNAME', 'plan_figure_cube_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_in(cstring) IS
'text input of plan_figure_cube';

CREATE FUNCTION _plan_figure_cube_out(plan_figure_cube)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_figure_cube_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_out(plan_figure_cube) IS
'text output of plan_figure_cube';

CREATE FUNCTION _plan_figure_cube_recv(internal)
	RETURNS plan_figure_cube
	AS 'MODULE_PATHNAME', 'plan_figure_cube_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_recv(internal) IS
'binary input of plan_figure_cube';

CREATE FUNCTION _plan_figure_cube_send(plan_figure_cube)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_figure_cube_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_send(plan_figure_cube) IS
'binary output of plan_figure_cube';

CREATE TYPE plan_figure_cube (
	INPUT = _plan_figure_cube_in,
	OUTPUT = _plan_figure_cube_out,
	RECEIVE = _plan_figure_cube_recv,
	SEND = _plan_figure_cube_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_figure_cube IS
'figures by node and month: ''101 2024-03: flow n=2 to=2024-03-31 sum=12; ...'' or ''empty''; a node with an entity is ''101/5''';

CREATE FUNCTION _plan_figure_cube_lt(plan_figure_cube, plan_figure_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_figure_cube_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_lt(plan_figure_cube, plan_figure_cube) IS
'implementation of the < operator';

CREATE FUNCTION _plan_figure_cube_le(plan_figure_cube, plan_figure_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_figure_cube_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_le(plan_figure_cube, plan_figure_cube) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_figure_cube_eq(plan_figure_cube, plan_figure_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_figure_cube_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_eq(plan_figure_cube, plan_figure_cube) IS
'implementation of the = operator';

CREATE FUNCTION _plan_figure_cube_ne(plan_figure_cube, plan_figure_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_figure_cube_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_ne(plan_figure_cube, plan_figure_cube) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_figure_cube_ge(plan_figure_cube, plan_figure_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_figure_cube_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_ge(plan_figure_cube, plan_figure_cube) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_figure_cube_gt(plan_figure_cube, plan_figure_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_figure_cube_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_gt(plan_figure_cube, plan_figure_cube) IS
'implementation of the > operator';

CREATE FUNCTION _plan_figure_cube_cmp(plan_figure_cube, plan_figure_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_figure_cube_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_cmp(plan_figure_cube, plan_figure_cube) IS
'btree support of plan_figure_cube: -1, 0 or 1';

CREATE FUNCTION _plan_figure_cube_hash(plan_figure_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_figure_cube_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_hash(plan_figure_cube) IS
'hash support of plan_figure_cube';

CREATE FUNCTION _plan_figure_cube_hash_extended(plan_figure_cube, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_figure_cube_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_hash_extended(plan_figure_cube, bigint) IS
'hash support of plan_figure_cube with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_figure_cube_lt, LEFTARG = plan_figure_cube, RIGHTARG = plan_figure_cube,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_figure_cube, plan_figure_cube) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_figure_cube_le, LEFTARG = plan_figure_cube, RIGHTARG = plan_figure_cube,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_figure_cube, plan_figure_cube) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_figure_cube_eq, LEFTARG = plan_figure_cube, RIGHTARG = plan_figure_cube,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_figure_cube, plan_figure_cube) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_figure_cube_ne, LEFTARG = plan_figure_cube, RIGHTARG = plan_figure_cube,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_figure_cube, plan_figure_cube) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_figure_cube_ge, LEFTARG = plan_figure_cube, RIGHTARG = plan_figure_cube,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_figure_cube, plan_figure_cube) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_figure_cube_gt, LEFTARG = plan_figure_cube, RIGHTARG = plan_figure_cube,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_figure_cube, plan_figure_cube) IS 'greater than';

CREATE OPERATOR CLASS plan_figure_cube_ops DEFAULT FOR TYPE plan_figure_cube USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_figure_cube_cmp(plan_figure_cube, plan_figure_cube);
COMMENT ON OPERATOR FAMILY plan_figure_cube_ops USING btree IS 'order of plan_figure_cube: by the first cell that differs';
COMMENT ON OPERATOR CLASS plan_figure_cube_ops USING btree IS 'order of plan_figure_cube: by the first cell that differs';

CREATE OPERATOR CLASS plan_figure_cube_ops DEFAULT FOR TYPE plan_figure_cube USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_figure_cube_hash(plan_figure_cube),
	FUNCTION 2 _plan_figure_cube_hash_extended(plan_figure_cube, bigint);
COMMENT ON OPERATOR FAMILY plan_figure_cube_ops USING hash IS 'hashing of plan_figure_cube';
COMMENT ON OPERATOR CLASS plan_figure_cube_ops USING hash IS 'hashing of plan_figure_cube';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_figure_cube) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_figure_cube) IS 'the text form of plan_figure_cube';

-- Reading.

CREATE FUNCTION plan_cells(cube plan_figure_cube)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_figure_cube_cells' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cells(plan_figure_cube) IS
'number of cells: nodes, or nodes and entities, by months that have rows';

CREATE FUNCTION plan_figure_at(cube plan_figure_cube, node anycompatible, period plan_period)
	RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_figure_at(plan_figure_cube, anycompatible, plan_period) IS
'figure of a node over a period of whole months, in the unit of the values; NULL where there is none';

CREATE FUNCTION _plan_figure_cube_to_jsonb(plan_figure_cube)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_figure_cube_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_to_jsonb(plan_figure_cube) IS
'the cells of a cube as an array of objects: node, entity, month, kind, across, count, figure';

CREATE CAST (plan_figure_cube AS jsonb) WITH FUNCTION _plan_figure_cube_to_jsonb(plan_figure_cube);
COMMENT ON CAST (plan_figure_cube AS jsonb) IS 'the cells as an array of objects';

-- Transitions.

CREATE FUNCTION _plan_figure_cube_add(internal, anycompatible, date, text, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_figure_cube_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_add(internal, anycompatible, date, text, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_figure_cube_add(internal, anycompatible, date, text, plan_number, "any")
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_figure_cube_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_add(internal, anycompatible, date, text, plan_number, "any") IS
'transition: adds a row';

CREATE FUNCTION _plan_figure_cube_add(internal, anycompatible, date, text, plan_number, "any", plan_calendar)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_figure_cube_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_add(internal, anycompatible, date, text, plan_number, "any", plan_calendar) IS
'transition: adds a row';

CREATE FUNCTION _plan_figure_cube_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_figure_cube_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_combine(internal, internal) IS
'merges two states';

CREATE FUNCTION _plan_figure_cube_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_figure_cube_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_serialize(internal) IS
'a state as bytes';

CREATE FUNCTION _plan_figure_cube_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_figure_cube_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_deserialize(bytea, internal) IS
'a state from bytes';

CREATE FUNCTION _plan_figure_cube_final(internal)
	RETURNS plan_figure_cube
	AS 'MODULE_PATHNAME', 'plan_figure_cube_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_final(internal) IS
'the cube of a state';

-- Aggregates.

CREATE AGGREGATE plan_figure_cube_agg(node anycompatible, at date, kind text, value plan_number) (
	SFUNC = _plan_figure_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_figure_cube_final,
	COMBINEFUNC = _plan_figure_cube_combine, SERIALFUNC = _plan_figure_cube_serialize, DESERIALFUNC = _plan_figure_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_figure_cube_agg(anycompatible, date, text, plan_number) IS
'figures by node and month, of a kind such as ''flow'' or ''stock across mean''; a NULL value makes a cell without a figure; NULL if there are no rows';

CREATE AGGREGATE plan_figure_cube_agg(node anycompatible, at date, kind text, value plan_number, entity "any") (
	SFUNC = _plan_figure_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_figure_cube_final,
	COMBINEFUNC = _plan_figure_cube_combine, SERIALFUNC = _plan_figure_cube_serialize, DESERIALFUNC = _plan_figure_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_figure_cube_agg(anycompatible, date, text, plan_number, "any") IS
'the same by node and entity, each of which has a figure of its own; a NULL entity is one too';

CREATE AGGREGATE plan_figure_cube_agg(node anycompatible, at date, kind text, value plan_number, entity "any", calendar plan_calendar) (
	SFUNC = _plan_figure_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_figure_cube_final,
	COMBINEFUNC = _plan_figure_cube_combine, SERIALFUNC = _plan_figure_cube_serialize, DESERIALFUNC = _plan_figure_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_figure_cube_agg(anycompatible, date, text, plan_number, "any", plan_calendar) IS
'the same with the months of a calendar, one for all rows';

-- Merging.

CREATE FUNCTION _plan_figure_cube_merge(plan_figure_cube, plan_figure_cube)
	RETURNS plan_figure_cube
	AS 'MODULE_PATHNAME', 'plan_figure_cube_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_merge(plan_figure_cube, plan_figure_cube) IS
'implementation of the + operator';

CREATE FUNCTION _plan_figure_cube_whole(plan_figure_cube)
	RETURNS plan_figure_cube
	AS 'MODULE_PATHNAME', 'plan_figure_cube_whole' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_figure_cube_whole(plan_figure_cube) IS
'final function of plan_rollup: the cubes gathered so far as one';

CREATE OPERATOR + (
	FUNCTION = _plan_figure_cube_merge, LEFTARG = plan_figure_cube, RIGHTARG = plan_figure_cube,
	COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_figure_cube, plan_figure_cube) IS 'merges two cubes of figures, cell by cell';

CREATE AGGREGATE plan_rollup(cube plan_figure_cube) (
	SFUNC = _plan_figure_cube_merge, STYPE = plan_figure_cube, SSPACE = 16384, FINALFUNC = _plan_figure_cube_whole,
	COMBINEFUNC = _plan_figure_cube_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_figure_cube) IS
'merges cubes of figures, exactly; NULL if there are no rows';
-- figure_rows: the figures of a cube by node, period and grain, up the calendar and the tree

CREATE FUNCTION plan_figure_rows(cube plan_figure_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, OUT node bigint, OUT parent bigint, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT prior_figure double precision, OUT change double precision, OUT change_percent double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_figure_rows(plan_figure_cube, text[], plan_period, plan_tree, plan_calendar) IS
'figures by node, period and grain, with those of the year before, up the calendar and the tree; NULL where there is no figure; nodes are bigint';

CREATE FUNCTION plan_figure_rows_as(anycompatible, cube plan_figure_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, OUT node anycompatible, OUT parent anycompatible, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT prior_figure double precision, OUT change double precision, OUT change_percent double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_figure_rows_as(anycompatible, plan_figure_cube, text[], plan_period, plan_tree, plan_calendar) IS
'rows of plan_figure_rows with nodes of the type of the first argument, which is NULL: NULL::text, NULL::uuid';
-- targets: the stated targets of nodes by period

CREATE TYPE plan_targets;

CREATE FUNCTION _plan_targets_in(cstring)
	RETURNS plan_targets
	AS 'MODULE_PATHNAME', 'plan_targets_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_in(cstring) IS
'text input of plan_targets';

CREATE FUNCTION _plan_targets_out(plan_targets)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_targets_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_out(plan_targets) IS
'text output of plan_targets';

CREATE FUNCTION _plan_targets_recv(internal)
	RETURNS plan_targets
	AS 'MODULE_PATHNAME', 'plan_targets_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_recv(internal) IS
'binary input of plan_targets';

CREATE FUNCTION _plan_targets_send(plan_targets)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_targets_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_send(plan_targets) IS
'binary output of plan_targets';

CREATE TYPE plan_targets (
	INPUT = _plan_targets_in,
	OUTPUT = _plan_targets_out,
	RECEIVE = _plan_targets_recv,
	SEND = _plan_targets_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_targets IS
'stated targets by node and period: ''101 2024: >= 1200; 101 2024-Q1: >= 250'' or ''empty''';

CREATE FUNCTION _plan_targets_lt(plan_targets, plan_targets)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_targets_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_lt(plan_targets, plan_targets) IS
'implementation of the < operator';

CREATE FUNCTION _plan_targets_le(plan_targets, plan_targets)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_targets_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_le(plan_targets, plan_targets) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_targets_eq(plan_targets, plan_targets)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_targets_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_eq(plan_targets, plan_targets) IS
'implementation of the = operator';

CREATE FUNCTION _plan_targets_ne(plan_targets, plan_targets)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_targets_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_ne(plan_targets, plan_targets) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_targets_ge(plan_targets, plan_targets)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_targets_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_ge(plan_targets, plan_targets) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_targets_gt(plan_targets, plan_targets)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_targets_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_gt(plan_targets, plan_targets) IS
'implementation of the > operator';

CREATE FUNCTION _plan_targets_cmp(plan_targets, plan_targets)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_targets_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_cmp(plan_targets, plan_targets) IS
'btree support of plan_targets: -1, 0 or 1';

CREATE FUNCTION _plan_targets_hash(plan_targets)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_targets_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_hash(plan_targets) IS
'hash support of plan_targets';

CREATE FUNCTION _plan_targets_hash_extended(plan_targets, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_targets_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_hash_extended(plan_targets, bigint) IS
'hash support of plan_targets with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_targets_lt, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_targets, plan_targets) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_targets_le, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_targets, plan_targets) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_targets_eq, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_targets, plan_targets) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_targets_ne, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_targets, plan_targets) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_targets_ge, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_targets, plan_targets) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_targets_gt, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_targets, plan_targets) IS 'greater than';

CREATE OPERATOR CLASS plan_targets_ops DEFAULT FOR TYPE plan_targets USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_targets_cmp(plan_targets, plan_targets);
COMMENT ON OPERATOR FAMILY plan_targets_ops USING btree IS 'order of plan_targets: by the first node, period or goal that differs';
COMMENT ON OPERATOR CLASS plan_targets_ops USING btree IS 'order of plan_targets: by the first node, period or goal that differs';

CREATE OPERATOR CLASS plan_targets_ops DEFAULT FOR TYPE plan_targets USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_targets_hash(plan_targets),
	FUNCTION 2 _plan_targets_hash_extended(plan_targets, bigint);
COMMENT ON OPERATOR FAMILY plan_targets_ops USING hash IS 'hashing of plan_targets';
COMMENT ON OPERATOR CLASS plan_targets_ops USING hash IS 'hashing of plan_targets';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_targets) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_targets) IS 'the text form of plan_targets';

-- Reading.

CREATE FUNCTION plan_target_at(targets plan_targets, node anycompatible, period plan_period)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_target_at(plan_targets, anycompatible, plan_period) IS
'goal that is stated for a node and this very period; NULL if there is none';

CREATE FUNCTION plan_targets_rows(targets plan_targets, OUT node bigint, OUT period plan_period, OUT goal plan_goal)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_targets_rows(plan_targets) IS
'stated targets by node, then by period, the longer first; nodes are bigint';

CREATE FUNCTION plan_targets_rows(targets plan_targets, anycompatible, OUT node anycompatible, OUT period plan_period, OUT goal plan_goal)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_targets_rows(plan_targets, anycompatible) IS
'stated targets by node, then by period; nodes have the type of the key, which is NULL: NULL::text, NULL::uuid';

CREATE FUNCTION _plan_targets_to_jsonb(plan_targets)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_targets_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_to_jsonb(plan_targets) IS
'the targets as an array of objects: node, period, goal and its parts';

CREATE CAST (plan_targets AS jsonb) WITH FUNCTION _plan_targets_to_jsonb(plan_targets);
COMMENT ON CAST (plan_targets AS jsonb) IS 'the targets as an array of objects';

-- The aggregates.

CREATE FUNCTION _plan_targets_add(internal, anycompatible, plan_period, plan_goal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_add(internal, anycompatible, plan_period, plan_goal) IS
'transition: adds a target';

CREATE FUNCTION _plan_targets_gather(internal, plan_targets)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_gather' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_gather(internal, plan_targets) IS
'transition of plan_rollup: adds all targets of a value';

CREATE FUNCTION _plan_targets_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_targets_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_targets_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_targets_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_targets_final(internal)
	RETURNS plan_targets
	AS 'MODULE_PATHNAME', 'plan_targets_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_final(internal) IS
'the targets of a state';

CREATE AGGREGATE plan_targets_agg(node anycompatible, period plan_period, goal plan_goal) (
	SFUNC = _plan_targets_add, STYPE = internal, SSPACE = 4096, FINALFUNC = _plan_targets_final,
	COMBINEFUNC = _plan_targets_combine, SERIALFUNC = _plan_targets_serialize, DESERIALFUNC = _plan_targets_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_targets_agg(anycompatible, plan_period, plan_goal) IS
'stated targets by node and period; rows without a period or goal are skipped; two goals of one node and period are an error; NULL if there are no rows';

-- Merging.

CREATE FUNCTION _plan_targets_merge(plan_targets, plan_targets)
	RETURNS plan_targets
	AS 'MODULE_PATHNAME', 'plan_targets_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_merge(plan_targets, plan_targets) IS
'implementation of the + operator';

CREATE OPERATOR + (
	FUNCTION = _plan_targets_merge, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_targets, plan_targets) IS
'merges the targets of two values; two goals of one node and period are an error';

CREATE AGGREGATE plan_rollup(targets plan_targets) (
	SFUNC = _plan_targets_gather, STYPE = internal, SSPACE = 4096, FINALFUNC = _plan_targets_final,
	COMBINEFUNC = _plan_targets_combine, SERIALFUNC = _plan_targets_serialize, DESERIALFUNC = _plan_targets_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_targets) IS
'merges targets; two goals of one node and period are an error; NULL if there are no rows';
-- performance: figures against the targets of their periods

CREATE FUNCTION plan_performance(figures plan_figure_cube, targets plan_targets, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, as_of date DEFAULT NULL, by text DEFAULT 'equal', cuts double precision[] DEFAULT NULL, OUT node bigint, OUT parent bigint, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT target double precision, OUT goal plan_goal, OUT source text, OUT expected double precision, OUT achievement double precision, OUT status plan_status, OUT variance double precision, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_performance(plan_figure_cube, plan_targets, text[], plan_period, plan_tree, plan_calendar, date, text, double precision[]) IS
'figures against the targets of their periods by node, period and grain, with scorecards up the tree; NULL without figure or goal; nodes are bigint';

CREATE FUNCTION plan_performance_as(anycompatible, figures plan_figure_cube, targets plan_targets, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, as_of date DEFAULT NULL, by text DEFAULT 'equal', cuts double precision[] DEFAULT NULL, OUT node anycompatible, OUT parent anycompatible, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT target double precision, OUT goal plan_goal, OUT source text, OUT expected double precision, OUT achievement double precision, OUT status plan_status, OUT variance double precision, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_performance_as(anycompatible, plan_figure_cube, plan_targets, text[], plan_period, plan_tree, plan_calendar, date, text, double precision[]) IS
'rows of plan_performance with nodes of the type of the first argument, which is NULL: NULL::text, NULL::uuid';
-- live: rollups that triggers keep up to date

CREATE FUNCTION _plan_rollup_changed()
	RETURNS trigger
	AS 'MODULE_PATHNAME', 'plan_rollup_changed' LANGUAGE C;
COMMENT ON FUNCTION _plan_rollup_changed() IS
'trigger function: changes a rollup as its source has changed';

CREATE FUNCTION plan_create_rollup(rollup text, source regclass, by text[], period text, measures json, grain text DEFAULT NULL, calendar plan_calendar DEFAULT 'standard', mode text DEFAULT 'upsert')
	RETURNS regclass
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_create_rollup(text, regclass, text[], text, json, text, plan_calendar, text) IS
'makes a table of states by key and period that triggers on the source keep up to date; mode: upsert, or append for many writers';

CREATE FUNCTION plan_drop_rollup(rollup regclass)
	RETURNS void
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
COMMENT ON FUNCTION plan_drop_rollup(regclass) IS
'drops a rollup with its triggers and views';

CREATE FUNCTION plan_refresh_rollup(rollup regclass)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
COMMENT ON FUNCTION plan_refresh_rollup(regclass) IS
'computes a rollup anew; returns the number of its groups';

CREATE FUNCTION plan_compact_rollup(rollup regclass)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
COMMENT ON FUNCTION plan_compact_rollup(regclass) IS
'folds what writers have appended into one row a group; returns the number of rows taken away, 0 in mode upsert';

CREATE FUNCTION plan_check_rollup(rollup regclass, OUT "group" text, OUT measure text, OUT stored text, OUT recomputed text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT ROWS 10;
COMMENT ON FUNCTION plan_check_rollup(regclass) IS
'rows: what differs between a rollup and its source; none if it is right';

CREATE FUNCTION plan_rollups(OUT rollup regclass, OUT source regclass, OUT mode text, OUT groups bigint, OUT deltas bigint, OUT bytes bigint, OUT untracked regclass[])
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT ROWS 10;
COMMENT ON FUNCTION plan_rollups() IS
'rows: the rollups of the database; estimated groups (NULL before ANALYZE) and deltas, size, and tables through which rows of the source are written unseen';
-- workspace: tables and views for a plan, in a schema of the user's own

CREATE FUNCTION plan_known_on()
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT STABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_known_on() IS
'the day as of which workspaces are read: the setting tnplan.known_on, or the current date if it is not set';

CREATE PROCEDURE plan_create_workspace(schema text, sample boolean DEFAULT false)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_create_workspace(text, boolean) IS
'makes, restores or renews the tables and views of a workspace in a schema; sample: with a plan to look at';

CREATE PROCEDURE plan_drop_workspace(schema text, force boolean DEFAULT false)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_drop_workspace(text, boolean) IS
'drops a workspace with its schema; an error if its tables have rows, unless forced, or if other objects would go too';

CREATE FUNCTION plan_close_period(workspace text, period text, closed_on date DEFAULT NULL, note text DEFAULT NULL, early boolean DEFAULT false)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_close_period(text, text, date, text, boolean) IS
'keeps targets and verdicts of a period as known on a day, by default plan_known_on(), on which it is over or closed early; returns how many verdicts';

CREATE FUNCTION plan_reopen_period(workspace text, period text)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_reopen_period(text, text) IS
'takes back the closing of a period, which plan_parse_period reads; returns how many verdicts go on to follow figures and targets';

CREATE PROCEDURE plan_grant_workspace(workspace text, role text, "right" text, places text[] DEFAULT NULL)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_grant_workspace(text, text, text, text[]) IS
'gives a role a right on a workspace in place of the one it has: reader, reporter of some places, or planner';

CREATE PROCEDURE plan_revoke_workspace(workspace text, role text)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_revoke_workspace(text, text) IS
'takes the right on a workspace and all privileges on its tables and views from a role';

CREATE FUNCTION _plan_reads_all(workspace oid)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_reads_all' LANGUAGE C STRICT STABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_reads_all(oid) IS
'whether the caller reads the figures of all places of the workspace that has a table; NULL without a table "actual" beside it';

CREATE FUNCTION _plan_answer(kind text, first_day date, last_day date, known_by date, first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar DEFAULT 'standard',
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date)
	AS 'MODULE_PATHNAME', 'plan_answer' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_answer(text, date, date, date, date[], date[], date[], float8[], text[], text[], plan_calendar) IS
'the figure of a period by the kind of the indicator, from what was reported of it and of its parts until the day known_by, figures to date by the years of the calendar; NULL without any';

CREATE FUNCTION _plan_answer_places(kind text, across text, first_day date, last_day date, known_by date, places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar DEFAULT 'standard',
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date, OUT places_below integer, OUT places_covered integer)
	AS 'MODULE_PATHNAME', 'plan_answer_places' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_answer_places(text, text, date, date, date, integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar) IS
'the figure of a period of a place from what was reported of the places below it, by the kind and the rule across of the indicator; NULL without any';

CREATE FUNCTION _plan_answer_history(kind text, across text, first_day date, last_day date, known_from date, known_before date,
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[],
	places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	place_first_days date[], place_last_days date[], place_known_on date[], place_values float8[], place_bounds text[], place_vintages text[], calendar plan_calendar DEFAULT 'standard')
	RETURNS TABLE (known_on_day date, actual float8, bound text, vintage text, answered_by text, figure_last_day date, coverage float8)
	AS 'MODULE_PATHNAME', 'plan_answer_history' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION _plan_answer_history(text, text, date, date, date, date, date[], date[], date[], float8[], text[], text[], integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar) IS
'the figures of a period by _plan_answer, or else _plan_answer_places, on known_from and on each later day before known_before on which a report became known';
-- workspace_load: figures and targets from files

CREATE FUNCTION plan_load_actuals(workspace text, staging regclass, place text DEFAULT NULL, period text DEFAULT NULL, known_on date DEFAULT NULL, vintage text DEFAULT NULL, source text DEFAULT NULL, decimal_mark text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_actuals(text, regclass, text, text, date, text, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the figures of a workspace; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';

CREATE FUNCTION plan_load_targets(workspace text, staging regclass, place text DEFAULT NULL, period text DEFAULT NULL, known_on date DEFAULT NULL, basis text DEFAULT 'local', note text DEFAULT NULL, decimal_mark text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_targets(text, regclass, text, text, date, text, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the targets of a workspace; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';

CREATE FUNCTION plan_load_standings(workspace text, staging regclass, place text DEFAULT NULL, period text DEFAULT NULL, known_on date DEFAULT NULL, ranking text DEFAULT NULL, source text DEFAULT NULL, decimal_mark text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_standings(text, regclass, text, text, date, text, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the standings of a workspace, such as 8/63; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';

CREATE FUNCTION plan_load_milestones(workspace text, staging regclass, place text DEFAULT NULL, due text DEFAULT NULL, known_on date DEFAULT NULL, node text DEFAULT NULL, note text DEFAULT NULL, ignore text[] DEFAULT NULL, replace boolean DEFAULT false, strict boolean DEFAULT false, check_only boolean DEFAULT false)
	RETURNS TABLE (row_number bigint, column_name text, value text, reason text)
	AS 'MODULE_PATHNAME' LANGUAGE C VOLATILE ROWS 10;
COMMENT ON FUNCTION plan_load_milestones(text, regclass, text, text, date, text, text, text[], boolean, boolean, boolean) IS
'loads a table of texts, as files have them, into the milestones of a workspace; returns how many were loaded (row_number is NULL), then each wrong cell with its reason';
-- standing: a rank with the size of its field, or a rank or band as printed

CREATE TYPE plan_standing;

CREATE FUNCTION _plan_standing_in(cstring)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_in(cstring) IS
'text input of plan_standing';

CREATE FUNCTION _plan_standing_out(plan_standing)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_standing_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_out(plan_standing) IS
'text output of plan_standing';

CREATE FUNCTION _plan_standing_recv(internal)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_recv(internal) IS
'binary input of plan_standing';

CREATE FUNCTION _plan_standing_send(plan_standing)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_standing_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_send(plan_standing) IS
'binary output of plan_standing';

CREATE TYPE plan_standing (
	INPUT = _plan_standing_in,
	OUTPUT = _plan_standing_out,
	RECEIVE = _plan_standing_recv,
	SEND = _plan_standing_send,
	INTERNALLENGTH = 8,
	PASSEDBYVALUE,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_standing IS
'a rank with the size of its field, ''8/63'', or as printed without one: ''8'', ''101-150'', ''1001+''; sorts the best rank first';

CREATE FUNCTION _plan_standing_lt(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_standing_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_lt(plan_standing, plan_standing) IS
'implementation of the < operator';

CREATE FUNCTION _plan_standing_le(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_standing_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_le(plan_standing, plan_standing) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_standing_eq(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_standing_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_eq(plan_standing, plan_standing) IS
'implementation of the = operator';

CREATE FUNCTION _plan_standing_ne(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_standing_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_ne(plan_standing, plan_standing) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_standing_ge(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_standing_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_ge(plan_standing, plan_standing) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_standing_gt(plan_standing, plan_standing)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_standing_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_gt(plan_standing, plan_standing) IS
'implementation of the > operator';

CREATE FUNCTION _plan_standing_cmp(plan_standing, plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_cmp(plan_standing, plan_standing) IS
'btree support of plan_standing: -1, 0 or 1';

CREATE FUNCTION _plan_standing_hash(plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_hash(plan_standing) IS
'hash support of plan_standing';

CREATE FUNCTION _plan_standing_hash_extended(plan_standing, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_standing_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_hash_extended(plan_standing, bigint) IS
'hash support of plan_standing with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_standing_lt, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_standing, plan_standing) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_standing_le, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_standing, plan_standing) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_standing_eq, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_standing, plan_standing) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_standing_ne, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_standing, plan_standing) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_standing_ge, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_standing, plan_standing) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_standing_gt, LEFTARG = plan_standing, RIGHTARG = plan_standing,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_standing, plan_standing) IS 'greater than';

CREATE OPERATOR CLASS plan_standing_ops DEFAULT FOR TYPE plan_standing USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_standing_cmp(plan_standing, plan_standing);
COMMENT ON OPERATOR FAMILY plan_standing_ops USING btree IS 'order of plan_standing: the better rank first, and of equal ranks that in the larger field, bands last';
COMMENT ON OPERATOR CLASS plan_standing_ops USING btree IS 'order of plan_standing: the better rank first, and of equal ranks that in the larger field, bands last';

CREATE OPERATOR CLASS plan_standing_ops DEFAULT FOR TYPE plan_standing USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_standing_hash(plan_standing),
	FUNCTION 2 _plan_standing_hash_extended(plan_standing, bigint);
COMMENT ON OPERATOR FAMILY plan_standing_ops USING hash IS 'hashing of plan_standing';
COMMENT ON OPERATOR CLASS plan_standing_ops USING hash IS 'hashing of plan_standing';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_standing) WITH INOUT AS IMPLICIT;
COMMENT ON CAST (character varying AS plan_standing) IS 'the text form of plan_standing';

CREATE FUNCTION _plan_standing_sortsupport(internal)
	RETURNS void
	AS 'MODULE_PATHNAME', 'plan_standing_sortsupport' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_sortsupport(internal) IS
'sort support of plan_standing';

ALTER OPERATOR FAMILY plan_standing_ops USING btree ADD
	FUNCTION 2 (plan_standing, plan_standing) _plan_standing_sortsupport(internal),
	FUNCTION 4 (plan_standing, plan_standing) pg_catalog.btequalimage(oid);

CREATE FUNCTION _plan_standing_smaller(plan_standing, plan_standing)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_smaller(plan_standing, plan_standing) IS
'transition of min: the one that sorts first';

CREATE FUNCTION _plan_standing_larger(plan_standing, plan_standing)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_larger(plan_standing, plan_standing) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_standing) (
	SFUNC = _plan_standing_smaller, STYPE = plan_standing, COMBINEFUNC = _plan_standing_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_standing) IS
'best standing: the lowest rank, and of equal ranks the one in the largest field';

CREATE AGGREGATE max(plan_standing) (
	SFUNC = _plan_standing_larger, STYPE = plan_standing, COMBINEFUNC = _plan_standing_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_standing) IS
'worst standing: the highest rank, and of equal ranks the one in the smallest field';

-- Making and reading.

CREATE FUNCTION plan_standing(rank bigint, field bigint)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_make' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing(bigint, bigint) IS
'standing of a rank in a field of so many';

CREATE FUNCTION plan_rank(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_rank' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rank(plan_standing) IS
'rank, from 1 for the best; NULL of a band';

CREATE FUNCTION plan_field(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_field' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_field(plan_standing) IS
'how many were ranked; NULL if it is not known, as of a band';

CREATE FUNCTION plan_best_rank(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_best' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_best_rank(plan_standing) IS
'the better edge of a band, 101 of ''101-150''; the rank of any other standing';

CREATE FUNCTION plan_worst_rank(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_worst' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_worst_rank(plan_standing) IS
'the worse edge of a band, 150 of ''101-150'', NULL of ''1001+''; the rank of any other standing';

CREATE FUNCTION plan_percentile_rank(standing plan_standing)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_standing_percentile' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_percentile_rank(plan_standing) IS
'share of the others ranked behind, 1 for the first and 0 for the last; NULL in a field of one, without a field, and of a band';

CREATE FUNCTION _plan_standing_gain(earlier plan_standing, later plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_gain' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_gain(plan_standing, plan_standing) IS
'implementation of the - operator: places gained';

CREATE FUNCTION plan_percentile_gain(earlier plan_standing, later plan_standing)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_standing_percentile_gain' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_percentile_gain(plan_standing, plan_standing) IS
'percentile rank of the later standing minus that of the earlier; NULL if either has none';

CREATE OPERATOR - (
	FUNCTION = _plan_standing_gain, LEFTARG = plan_standing, RIGHTARG = plan_standing
);
COMMENT ON OPERATOR - (plan_standing, plan_standing) IS 'places gained from the first to the second: plan_standing ''44/63'' - ''12/63'' is 32; of bands the least, NULL if they overlap';

-- rank: window functions on ranks within periods
--
-- All are meant for a window ordered by the period first and then by the score, best
-- first.  Their memory grows with the number of entities and periods of a partition.

CREATE FUNCTION plan_period_rank(period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_rank(anycompatible, plan_number) IS
'rank within the period, OVER (ORDER BY period, score DESC); equal scores share a rank, NULL without a score';

CREATE FUNCTION plan_rank_delta(entity anyelement, period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rank_delta(anyelement, anycompatible, plan_number) IS
'places gained since the entity was last ranked, OVER (ORDER BY period, score DESC); NULL in its first period';

CREATE FUNCTION plan_previous_rank(entity anyelement, period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_previous_rank(anyelement, anycompatible, plan_number) IS
'rank when the entity was last ranked, OVER (ORDER BY period, score DESC); NULL in its first period';

CREATE FUNCTION plan_is_new(entity anyelement, period anycompatible, score plan_number)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_new(anyelement, anycompatible, plan_number) IS
'whether the entity was not ranked before, OVER (ORDER BY period, score DESC); NULL in the first period of all';

-- ranking: who stood where in each period
--
-- Entities are numbers, texts or uuids.

CREATE TYPE plan_ranking;

CREATE FUNCTION _plan_ranking_in(cstring)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_in(cstring) IS
'text input of plan_ranking';

CREATE FUNCTION _plan_ranking_out(plan_ranking)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_ranking_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_out(plan_ranking) IS
'text output of plan_ranking';

CREATE FUNCTION _plan_ranking_recv(internal)
	RETURNS plan_ranking
	AS 'MODULE_PATHNAME', 'plan_ranking_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_recv(internal) IS
'binary input of plan_ranking';

CREATE FUNCTION _plan_ranking_send(plan_ranking)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_ranking_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_send(plan_ranking) IS
'binary output of plan_ranking';

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

CREATE FUNCTION _plan_ranking_lt(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_lt(plan_ranking, plan_ranking) IS
'implementation of the < operator';

CREATE FUNCTION _plan_ranking_le(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_le(plan_ranking, plan_ranking) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_ranking_eq(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_eq(plan_ranking, plan_ranking) IS
'implementation of the = operator';

CREATE FUNCTION _plan_ranking_ne(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_ne(plan_ranking, plan_ranking) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_ranking_ge(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_ge(plan_ranking, plan_ranking) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_ranking_gt(plan_ranking, plan_ranking)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_ranking_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_gt(plan_ranking, plan_ranking) IS
'implementation of the > operator';

CREATE FUNCTION _plan_ranking_cmp(plan_ranking, plan_ranking)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_ranking_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_cmp(plan_ranking, plan_ranking) IS
'btree support of plan_ranking: -1, 0 or 1';

CREATE FUNCTION _plan_ranking_hash(plan_ranking)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_ranking_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_hash(plan_ranking) IS
'hash support of plan_ranking';

CREATE FUNCTION _plan_ranking_hash_extended(plan_ranking, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_ranking_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_hash_extended(plan_ranking, bigint) IS
'hash support of plan_ranking with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_ranking_lt, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_ranking, plan_ranking) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_ranking_le, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_ranking, plan_ranking) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_ranking_eq, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_ranking, plan_ranking) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_ranking_ne, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_ranking, plan_ranking) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_ranking_ge, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_ranking, plan_ranking) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_ranking_gt, LEFTARG = plan_ranking, RIGHTARG = plan_ranking,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_ranking, plan_ranking) IS 'greater than';

CREATE OPERATOR CLASS plan_ranking_ops DEFAULT FOR TYPE plan_ranking USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_ranking_cmp(plan_ranking, plan_ranking);
COMMENT ON OPERATOR FAMILY plan_ranking_ops USING btree IS 'order of plan_ranking: equal rankings are equal bytes, and the order of others has no meaning';
COMMENT ON OPERATOR CLASS plan_ranking_ops USING btree IS 'order of plan_ranking: equal rankings are equal bytes, and the order of others has no meaning';

CREATE OPERATOR CLASS plan_ranking_ops DEFAULT FOR TYPE plan_ranking USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_ranking_hash(plan_ranking),
	FUNCTION 2 _plan_ranking_hash_extended(plan_ranking, bigint);
COMMENT ON OPERATOR FAMILY plan_ranking_ops USING hash IS 'hashing of plan_ranking';
COMMENT ON OPERATOR CLASS plan_ranking_ops USING hash IS 'hashing of plan_ranking';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_ranking) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_ranking) IS 'the text form of plan_ranking';

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
-- agreement: how far two rankings of the same things agree, and rank-biased overlap
--
-- The aggregates over (x, y) share one state, and PostgreSQL builds it once for all of them.

CREATE FUNCTION _plan_agreement_add(internal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_add(internal, plan_number, plan_number) IS
'transition of the agreement aggregates: adds a pair, unless it has a NULL or NaN';

CREATE FUNCTION _plan_agreement_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_agreement_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_agreement_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_agreement_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_agreement_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_agreement_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_kendall_tau_b_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_kendall_tau_b_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_kendall_tau_b_final(internal) IS
'final function of plan_kendall_tau_b';

CREATE FUNCTION _plan_kendall_tau_c_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_kendall_tau_c_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_kendall_tau_c_final(internal) IS
'final function of plan_kendall_tau_c';

CREATE FUNCTION _plan_weighted_tau_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_weighted_tau_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_weighted_tau_final(internal) IS
'final function of plan_weighted_tau';

CREATE FUNCTION _plan_weighted_tau_product_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_weighted_tau_product_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_weighted_tau_product_final(internal) IS
'final function of plan_weighted_tau_product';

CREATE FUNCTION _plan_spearman_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_spearman_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_spearman_final(internal) IS
'final function of plan_spearman';

CREATE FUNCTION _plan_footrule_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_footrule_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_footrule_final(internal) IS
'final function of plan_footrule';

CREATE FUNCTION _plan_footrule_normalized_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_footrule_normalized_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_footrule_normalized_final(internal) IS
'final function of plan_footrule_normalized';

CREATE FUNCTION _plan_mean_shift_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_mean_shift_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_mean_shift_final(internal) IS
'final function of plan_mean_shift';

CREATE FUNCTION _plan_max_shift_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_max_shift_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_max_shift_final(internal) IS
'final function of plan_max_shift';

CREATE AGGREGATE plan_kendall_tau_b(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_kendall_tau_b_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_kendall_tau_b(plan_number, plan_number) IS
'Kendall''s tau-b of two rankings or scores, -1 (opposite order) to 1 (same order); NULL if all x or all y tie';

CREATE AGGREGATE plan_kendall_tau_c(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_kendall_tau_c_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_kendall_tau_c(plan_number, plan_number) IS
'Kendall''s tau-c, -1 to 1, for columns with few or unequal numbers of classes; NULL if all x or all y tie';

CREATE AGGREGATE plan_weighted_tau(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_weighted_tau_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_tau(plan_number, plan_number) IS
'weighted tau, -1 to 1: exchanging the places r and s of the highest values has the weight 1/r + 1/s; NULL if all x or all y tie';

CREATE AGGREGATE plan_weighted_tau_product(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_weighted_tau_product_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_weighted_tau_product(plan_number, plan_number) IS
'weighted tau, -1 to 1: exchanging the places r and s of the highest values has the weight 1/(r s); NULL if all x or all y tie';

CREATE AGGREGATE plan_spearman(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_spearman_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_spearman(plan_number, plan_number) IS
'Spearman''s rho, the correlation of average ranks, -1 to 1; NULL if all x or all y tie';

CREATE AGGREGATE plan_footrule(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_footrule_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_footrule(plan_number, plan_number) IS
'Spearman''s footrule: sum of the shifts in average rank, in places; NULL without pairs';

CREATE AGGREGATE plan_footrule_normalized(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_footrule_normalized_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_footrule_normalized(plan_number, plan_number) IS
'Spearman''s footrule divided by its maximum, 0 (same order) to 1; NULL for fewer than two pairs';

CREATE AGGREGATE plan_mean_shift(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_mean_shift_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_mean_shift(plan_number, plan_number) IS
'mean shift in average rank, in places; NULL without pairs';

CREATE AGGREGATE plan_max_shift(x plan_number, y plan_number) (
	SFUNC = _plan_agreement_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_max_shift_final,
	COMBINEFUNC = _plan_agreement_combine, SERIALFUNC = _plan_agreement_serialize, DESERIALFUNC = _plan_agreement_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_max_shift(plan_number, plan_number) IS
'largest shift in average rank, in places; NULL without pairs';

-- Rank-biased overlap of two arrays.

CREATE FUNCTION plan_rbo(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo(text[], text[], plan_number) IS
'rank-biased overlap of two lists, 0 to 1, extrapolated; the first 1/(1-p) places weigh most; NULL if one is empty';

CREATE FUNCTION plan_rbo_min(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo_min(text[], text[], plan_number) IS
'lower bound of the rank-biased overlap of two lists, whatever follows below their ends; NULL if one is empty';

CREATE FUNCTION plan_rbo_max(a text[], b text[], p plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rbo_max(text[], text[], plan_number) IS
'upper bound of the rank-biased overlap of two lists, whatever follows below their ends; NULL if one is empty';

-- Rank-biased overlap of ranked rows.

CREATE FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number) IS
'transition: adds an item with its ranks';

CREATE FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number, text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_add(internal, anycompatible, plan_number, plan_number, plan_number, text) IS
'transition: adds an item with its ranks';

CREATE FUNCTION _plan_rbo_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_rbo_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_rbo_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_rbo_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_rbo_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_rbo_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_rbo_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_final(internal) IS
'final function of plan_rbo';

CREATE FUNCTION _plan_rbo_min_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_rbo_min_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_min_final(internal) IS
'final function of plan_rbo_min';

CREATE FUNCTION _plan_rbo_max_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_rbo_max_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_rbo_max_final(internal) IS
'final function of plan_rbo_max';

CREATE AGGREGATE plan_rbo(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo(anycompatible, plan_number, plan_number, plan_number) IS
'rank-biased overlap of two rankings, 0 to 1, extrapolated; one row an item, NULL rank if not ranked; ties are equal ranks';

CREATE AGGREGATE plan_rbo(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo(anycompatible, plan_number, plan_number, plan_number, text) IS
'rank-biased overlap of two rankings, with ties treated as w (equal ranks), a (unknown order) or b (unknown order, corrected)';

CREATE AGGREGATE plan_rbo_min(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_min_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_min(anycompatible, plan_number, plan_number, plan_number) IS
'lower bound of the rank-biased overlap of two rankings; one row an item, NULL rank if not ranked; ties are equal ranks';

CREATE AGGREGATE plan_rbo_min(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_min_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_min(anycompatible, plan_number, plan_number, plan_number, text) IS
'lower bound of the rank-biased overlap of two rankings, with ties treated as w (equal ranks), a (unknown order) or b (unknown order, corrected)';

CREATE AGGREGATE plan_rbo_max(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_max_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_max(anycompatible, plan_number, plan_number, plan_number) IS
'upper bound of the rank-biased overlap of two rankings; one row an item, NULL rank if not ranked; ties are equal ranks';

CREATE AGGREGATE plan_rbo_max(item anycompatible, rank_a plan_number, rank_b plan_number, p plan_number, ties text) (
	SFUNC = _plan_rbo_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_rbo_max_final,
	COMBINEFUNC = _plan_rbo_combine, SERIALFUNC = _plan_rbo_serialize, DESERIALFUNC = _plan_rbo_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rbo_max(anycompatible, plan_number, plan_number, plan_number, text) IS
'upper bound of the rank-biased overlap of two rankings, with ties treated as w (equal ranks), a (unknown order) or b (unknown order, corrected)';

-- ranking_rows: what a ranking tells

CREATE FUNCTION plan_ranking_entities(ranking plan_ranking)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_entities(plan_ranking) IS
'number of entities ranked in any period';

CREATE FUNCTION plan_ranking_periods(ranking plan_ranking, OUT period plan_period, OUT field integer, OUT places integer, OUT published boolean)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_ranking_periods(plan_ranking) IS
'periods of the ranking, how many were ranked in each, NULL if nobody said so, how many of them are in it, and whether others published it';

CREATE FUNCTION plan_rank_history(ranking plan_ranking, OUT entity bigint, OUT period plan_period, OUT score double precision, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_ranking) IS
'standing of each entity in each period, with the change since it was last ranked';

CREATE FUNCTION plan_rank_history(ranking plan_ranking, anycompatible, ties text DEFAULT 'competition', OUT entity anycompatible, OUT period plan_period, OUT score double precision, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_ranking, anycompatible, text) IS
'standing of each entity in each period, with ties numbered by competition, dense or max; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_rank_path(ranking plan_ranking, anycompatible, OUT entity anycompatible, OUT period plan_period, OUT score double precision, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_path(plan_ranking, anycompatible) IS
'history of one entity; reads only that part of a stored ranking';

CREATE FUNCTION plan_standing_of(ranking plan_ranking, entity anycompatible, period plan_period)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_of(plan_ranking, anycompatible, plan_period) IS
'standing of an entity in a period; NULL if it was not ranked in it';

CREATE FUNCTION plan_ranks(ranking plan_ranking, in_period plan_period DEFAULT NULL, n bigint DEFAULT NULL, OUT entity bigint, OUT period plan_period, OUT score double precision, OUT field integer, OUT competition integer, OUT dense integer, OUT fractional double precision, OUT max integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_ranks(plan_ranking, plan_period, bigint) IS
'the first n places of a period, best first, with ties numbered in four ways; all places, or periods, if NULL';

CREATE FUNCTION plan_ranks(ranking plan_ranking, in_period plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT period plan_period, OUT score double precision, OUT field integer, OUT competition integer, OUT dense integer, OUT fractional double precision, OUT max integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_ranks(plan_ranking, plan_period, bigint, anycompatible) IS
'the first n places of a period, best first; all places, or periods, if NULL; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_movers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_movers(plan_ranking, plan_period, plan_period, bigint) IS
'n entities that moved most places up or down between two periods, among those ranked in both';

CREATE FUNCTION plan_movers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_movers(plan_ranking, plan_period, plan_period, bigint, anycompatible) IS
'n entities that moved most places up or down between two periods; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_risers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_risers(plan_ranking, plan_period, plan_period, bigint) IS
'n entities that gained most places between two periods, among those ranked in both';

CREATE FUNCTION plan_risers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_risers(plan_ranking, plan_period, plan_period, bigint, anycompatible) IS
'n entities that gained most places between two periods; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_fallers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_fallers(plan_ranking, plan_period, plan_period, bigint) IS
'n entities that lost most places between two periods, among those ranked in both';

CREATE FUNCTION plan_fallers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_fallers(plan_ranking, plan_period, plan_period, bigint, anycompatible) IS
'n entities that lost most places between two periods; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_rank_volatility(ranking plan_ranking, OUT entity bigint, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_volatility(plan_ranking) IS
'how much the ranks of each entity vary; mean_shift and sd are NULL for a single period';

CREATE FUNCTION plan_rank_volatility(ranking plan_ranking, anycompatible, OUT entity anycompatible, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_volatility(plan_ranking, anycompatible) IS
'how much the ranks of one entity vary, or of all if the key is NULL; entity has the type of the key';

CREATE FUNCTION plan_rank_agreement(ranking plan_ranking, period plan_period DEFAULT NULL, other plan_period DEFAULT NULL, OUT earlier plan_period, OUT later plan_period, OUT entities bigint, OUT tau_b double precision, OUT spearman double precision, OUT footrule double precision, OUT mean_shift double precision, OUT max_shift double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_agreement(plan_ranking, plan_period, plan_period) IS
'agreement of each period with the one before, or of two periods, over the entities in both; NULL where undefined';

CREATE FUNCTION plan_rank_turnover(ranking plan_ranking, k integer, OUT earlier plan_period, OUT later plan_period, OUT stayed bigint, OUT entered bigint, OUT dropped bigint, OUT turnover double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_turnover(plan_ranking, integer) IS
'how many entities stayed in, entered and left the first k places from each period to the next';

CREATE FUNCTION _plan_ranking_to_jsonb(plan_ranking)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_ranking_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_to_jsonb(plan_ranking) IS
'the places of a ranking as an array of objects: entity, period, score, rank, or standing as published, field';

CREATE CAST (plan_ranking AS jsonb) WITH FUNCTION _plan_ranking_to_jsonb(plan_ranking);
COMMENT ON CAST (plan_ranking AS jsonb) IS 'the places as an array of objects';
-- consensus: one ranking from the scores of several criteria

CREATE FUNCTION plan_borda(entities text[], criteria text[], scores float8[], weights float8[] DEFAULT NULL, OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_borda(text[], text[], float8[], float8[]) IS
'Borda count: how many entities each beats, summed over all criteria by weight; most points first';

CREATE FUNCTION plan_copeland(entities text[], criteria text[], scores float8[], weights float8[] DEFAULT NULL, OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_copeland(text[], text[], float8[], float8[]) IS
'Copeland''s method: entities beaten by the majority of criteria less those that beat it; most points first';
-- phrase: figures, periods, goals and standings as people write them, in Vietnamese and English

CREATE FUNCTION plan_parse_amount(amount text, decimal_mark text DEFAULT ',', OUT value double precision, OUT upper double precision, OUT bound text, OUT unit text)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_amount(text, text) IS
'number, upper end of a band, bound (= ~ > >= < <=) and unit of a text such as ten billion USD in Vietnamese or English; an error where it cannot be read';

CREATE FUNCTION plan_parse_goal(goal text, direction plan_direction DEFAULT NULL, decimal_mark text DEFAULT ',')
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_goal(text, plan_direction, text) IS
'goal that a text in Vietnamese or English says, of the direction given where it says none; an error where it cannot be read or says another; NULL for NULL text';

CREATE FUNCTION plan_parse_period(period text, calendar plan_calendar DEFAULT NULL)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_period(text, plan_calendar) IS
'period that a text in Vietnamese or English names; fiscal years are those of the calendar, and without one an error, as what cannot be read; NULL for NULL text';

CREATE FUNCTION plan_parse_date(date text)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_date(text) IS
'day that a text in Vietnamese or English names, the day before the month; an error where it cannot be read';

CREATE FUNCTION plan_parse_standing(standing text)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_standing(text) IS
'rank, and of how many, that a text in Vietnamese or English says; an error where it cannot be read';

CREATE FUNCTION plan_try_parse_amount(amount text, decimal_mark text DEFAULT ',', OUT value double precision, OUT upper double precision, OUT bound text, OUT unit text)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_amount(text, text) IS
'number, upper end of a band, bound (= ~ > >= < <=) and unit of a text such as ten billion USD in Vietnamese or English; NULL where it cannot be read';

CREATE FUNCTION plan_try_parse_goal(goal text, direction plan_direction DEFAULT NULL, decimal_mark text DEFAULT ',')
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_goal(text, plan_direction, text) IS
'goal that a text in Vietnamese or English says, of the direction given where it says none; NULL where it cannot be read or says another, and for NULL text';

CREATE FUNCTION plan_try_parse_period(period text, calendar plan_calendar DEFAULT NULL)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_period(text, plan_calendar) IS
'period that a text in Vietnamese or English names; fiscal years are those of the calendar; NULL where it cannot be read, as fiscal years without a calendar';

CREATE FUNCTION plan_try_parse_date(date text)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_date(text) IS
'day that a text in Vietnamese or English names, the day before the month; NULL where it cannot be read';

CREATE FUNCTION plan_try_parse_standing(standing text)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_standing(text) IS
'rank, and of how many, that a text in Vietnamese or English says; NULL where it cannot be read';

CREATE FUNCTION plan_format_amount(value double precision, unit text DEFAULT NULL, language text DEFAULT 'vi', digits integer DEFAULT 2)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_format_amount(double precision, text, text, integer) IS
'a number in words of scale with its unit, as vi or en write it; NULL for a NULL value';
-- expected: the value expected by a day, and the rate required from there

CREATE FUNCTION plan_expected(goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected(plan_goal, plan_period, date, text) IS
'value expected by the end of as_of, on a linear, compound or stepped path from the baseline to the bound of the goal over the period; the bound itself if the goal does not build up';

CREATE FUNCTION plan_expected_share(goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_expected_share(plan_goal, plan_period, date, text) IS
'share of the path of plan_expected that is due by the end of as_of, from 0 to 1: the argument expected of plan_status; 1 if the goal does not build up';

CREATE FUNCTION plan_milestone_expected(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_milestone_expected(date[], float8[], date, text) IS
'value expected by the end of as_of on a linear, compound or stepped path through milestones; NULL before the first, the last amount after the last';

CREATE FUNCTION plan_milestone_share(dates date[], amounts float8[], as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_milestone_share(date[], float8[], date, text) IS
'position of plan_milestone_expected between the first and the last milestone, from 0 to 1: the argument expected of plan_status; NULL if their amounts are equal';

CREATE FUNCTION plan_required_rate(actual plan_number, goal plan_goal, period plan_period, as_of date, path text DEFAULT 'linear')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_required_rate(plan_number, plan_goal, plan_period, date, text) IS
'change per year required to reach the goal by the end of the period: an amount (linear) or a share, 0.05 for 5 % (compound); 0 if met, NULL if no day is left';

-- trend: the mergeable straight-line fit of values over time

CREATE TYPE plan_trend;

CREATE FUNCTION _plan_trend_in(cstring)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_in(cstring) IS
'text input of plan_trend';

CREATE FUNCTION _plan_trend_out(plan_trend)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_trend_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_out(plan_trend) IS
'text output of plan_trend';

CREATE FUNCTION _plan_trend_recv(internal)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_recv(internal) IS
'binary input of plan_trend';

CREATE FUNCTION _plan_trend_send(plan_trend)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_trend_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_send(plan_trend) IS
'binary output of plan_trend';

-- Plain storage: never compressed or packed, so that it is read and changed in place.
CREATE TYPE plan_trend (
	INPUT = _plan_trend_in,
	OUTPUT = _plan_trend_out,
	RECEIVE = _plan_trend_recv,
	SEND = _plan_trend_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = plain,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_trend IS
'mergeable straight line through values over time, as exact sums of weights, days and values; ''empty'' of no rows';

CREATE FUNCTION _plan_trend_lt(plan_trend, plan_trend)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_lt(plan_trend, plan_trend) IS
'implementation of the < operator';

CREATE FUNCTION _plan_trend_le(plan_trend, plan_trend)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_le(plan_trend, plan_trend) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_trend_eq(plan_trend, plan_trend)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_eq(plan_trend, plan_trend) IS
'implementation of the = operator';

CREATE FUNCTION _plan_trend_ne(plan_trend, plan_trend)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_ne(plan_trend, plan_trend) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_trend_ge(plan_trend, plan_trend)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_ge(plan_trend, plan_trend) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_trend_gt(plan_trend, plan_trend)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_gt(plan_trend, plan_trend) IS
'implementation of the > operator';

CREATE FUNCTION _plan_trend_cmp(plan_trend, plan_trend)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_trend_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cmp(plan_trend, plan_trend) IS
'btree support of plan_trend: -1, 0 or 1';

CREATE FUNCTION _plan_trend_hash(plan_trend)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_trend_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_hash(plan_trend) IS
'hash support of plan_trend';

CREATE FUNCTION _plan_trend_hash_extended(plan_trend, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_trend_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_hash_extended(plan_trend, bigint) IS
'hash support of plan_trend with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_trend_lt, LEFTARG = plan_trend, RIGHTARG = plan_trend,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_trend, plan_trend) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_trend_le, LEFTARG = plan_trend, RIGHTARG = plan_trend,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_trend, plan_trend) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_trend_eq, LEFTARG = plan_trend, RIGHTARG = plan_trend,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_trend, plan_trend) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_trend_ne, LEFTARG = plan_trend, RIGHTARG = plan_trend,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_trend, plan_trend) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_trend_ge, LEFTARG = plan_trend, RIGHTARG = plan_trend,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_trend, plan_trend) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_trend_gt, LEFTARG = plan_trend, RIGHTARG = plan_trend,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_trend, plan_trend) IS 'greater than';

CREATE OPERATOR CLASS plan_trend_ops DEFAULT FOR TYPE plan_trend USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_trend_cmp(plan_trend, plan_trend);
COMMENT ON OPERATOR FAMILY plan_trend_ops USING btree IS 'order of plan_trend: by kind, then by number of rows, then by sums';
COMMENT ON OPERATOR CLASS plan_trend_ops USING btree IS 'order of plan_trend: by kind, then by number of rows, then by sums';

CREATE OPERATOR CLASS plan_trend_ops DEFAULT FOR TYPE plan_trend USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_trend_hash(plan_trend),
	FUNCTION 2 _plan_trend_hash_extended(plan_trend, bigint);
COMMENT ON OPERATOR FAMILY plan_trend_ops USING hash IS 'hashing of plan_trend';
COMMENT ON OPERATOR CLASS plan_trend_ops USING hash IS 'hashing of plan_trend';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_trend) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_trend) IS 'the text form of plan_trend';

-- Trends form a commutative group.

CREATE FUNCTION _plan_trend_merge(plan_trend, plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_merge(plan_trend, plan_trend) IS
'implementation of the + operator';

CREATE FUNCTION _plan_trend_subtract(plan_trend, plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_subtract(plan_trend, plan_trend) IS
'implementation of the - operator';

CREATE FUNCTION _plan_trend_negate(plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_negate(plan_trend) IS
'implementation of the unary - operator';

CREATE OPERATOR + (
	FUNCTION = _plan_trend_merge, LEFTARG = plan_trend, RIGHTARG = plan_trend, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_trend, plan_trend) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_trend_subtract, LEFTARG = plan_trend, RIGHTARG = plan_trend
);
COMMENT ON OPERATOR - (plan_trend, plan_trend) IS 'subtract, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_trend_negate, RIGHTARG = plan_trend
);
COMMENT ON OPERATOR - (NONE, plan_trend) IS 'negate';

-- Reading.

CREATE FUNCTION plan_count(trend plan_trend)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_trend_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_trend) IS
'number of rows in the trend';

CREATE FUNCTION plan_slope_per_year(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_slope_per_year(plan_trend) IS
'slope of the line per year of 365.2425 days, in units of what is fitted; NULL for fewer than two days';

CREATE FUNCTION plan_intercept(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_intercept(plan_trend) IS
'height of the line on 2000-01-01, in units of what is fitted; NULL for fewer than two days';

CREATE FUNCTION plan_growth_per_year(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_growth_per_year(plan_trend) IS
'yearly growth of a growth trend as a share, 0.05 for 5 %; NULL for other trends and fewer than two days';

CREATE FUNCTION plan_r2(trend plan_trend)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_r2(plan_trend) IS
'coefficient of determination, 0 to 1; 1 if all values are equal, NULL for fewer than two days';

CREATE FUNCTION plan_projected(trend plan_trend, at date)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_projected(plan_trend, date) IS
'fitted value on a day, in the unit of the values; NULL for fewer than two days';

CREATE FUNCTION plan_projected_day(trend plan_trend, goal plan_goal)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_projected_day(plan_trend, plan_goal) IS
'projected day: the first, past or future, on which the fitted value meets the goal; NULL if it never does';

CREATE FUNCTION plan_projected_within(trend plan_trend, goal plan_goal, term plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_projected_within(plan_trend, plan_goal, plan_period) IS
'whether the projected day lies within the term, or the fitted value meets the goal on its last day; NULL for fewer than two days';

CREATE FUNCTION plan_time_weight(at date, predicted date, first date DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_weight(date, date, date) IS
'weight that grows toward the predicted day: 1 / years left, or days left since first / days left; NULL if a day is NULL';

CREATE FUNCTION _plan_trend_to_jsonb(plan_trend)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_trend_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_to_jsonb(plan_trend) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_trend AS jsonb) WITH FUNCTION _plan_trend_to_jsonb(plan_trend);
COMMENT ON CAST (plan_trend AS jsonb) IS 'all that a trend holds, exactly, with slope and R2';

-- What leaves an aggregate.

CREATE FUNCTION _plan_trend_final(plan_trend)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_final(plan_trend) IS
'final function: equal trends as equal bytes';

-- Aggregates.

CREATE FUNCTION _plan_trend_add(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_add(plan_trend, date, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_trend_remove(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_remove(plan_trend, date, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_trend_agg(at date, value plan_number) (
	SFUNC = _plan_trend_add, STYPE = plan_trend, SSPACE = 80, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_trend_add, MINVFUNC = _plan_trend_remove, MSTYPE = plan_trend, MSSPACE = 80, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_agg(date, plan_number) IS
'straight line through the values over time, by least squares; rows with a NULL or NaN are skipped';

CREATE FUNCTION _plan_trend_add(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_add(plan_trend, date, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_trend_remove(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_trend_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_remove(plan_trend, date, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_trend_agg(at date, value plan_number, weight plan_number) (
	SFUNC = _plan_trend_add, STYPE = plan_trend, SSPACE = 80, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_trend_add, MINVFUNC = _plan_trend_remove, MSTYPE = plan_trend, MSSPACE = 80, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_agg(date, plan_number, plan_number) IS
'straight line through the values over time, by weighted least squares; rows with a NULL or NaN are skipped';

CREATE FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_growth_trend_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_growth_trend_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_growth_trend_agg(at date, value plan_number) (
	SFUNC = _plan_growth_trend_add, STYPE = plan_trend, SSPACE = 80, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_growth_trend_add, MINVFUNC = _plan_growth_trend_remove, MSTYPE = plan_trend, MSSPACE = 80, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_growth_trend_agg(date, plan_number) IS
'line through ln(value) over time: growth at a constant rate; rows with a NULL or NaN are skipped';

CREATE FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_growth_trend_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_add(plan_trend, date, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_growth_trend_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_growth_trend_remove(plan_trend, date, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_growth_trend_agg(at date, value plan_number, weight plan_number) (
	SFUNC = _plan_growth_trend_add, STYPE = plan_trend, SSPACE = 80, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_growth_trend_add, MINVFUNC = _plan_growth_trend_remove, MSTYPE = plan_trend, MSSPACE = 80, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_growth_trend_agg(date, plan_number, plan_number) IS
'weighted line through ln(value) over time: growth at a constant rate; rows with a NULL or NaN are skipped';

CREATE FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_logit_trend_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_logit_trend_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_logit_trend_agg(at date, value plan_number, ceiling plan_number) (
	SFUNC = _plan_logit_trend_add, STYPE = plan_trend, SSPACE = 80, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_logit_trend_add, MINVFUNC = _plan_logit_trend_remove, MSTYPE = plan_trend, MSSPACE = 80, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_logit_trend_agg(date, plan_number, plan_number) IS
'line through the logit of value / ceiling over time, an S-shaped curve; rows with a NULL or NaN are skipped';

CREATE FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_logit_trend_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_add(plan_trend, date, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number, plan_number)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME', 'plan_logit_trend_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_logit_trend_remove(plan_trend, date, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_logit_trend_agg(at date, value plan_number, ceiling plan_number, weight plan_number) (
	SFUNC = _plan_logit_trend_add, STYPE = plan_trend, SSPACE = 80, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_logit_trend_add, MINVFUNC = _plan_logit_trend_remove, MSTYPE = plan_trend, MSSPACE = 80, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_logit_trend_agg(date, plan_number, plan_number, plan_number) IS
'weighted line through the logit of value / ceiling over time, an S-shaped curve; rows with a NULL or NaN are skipped';

CREATE AGGREGATE plan_rollup(trend plan_trend) (
	SFUNC = _plan_trend_merge, STYPE = plan_trend, SSPACE = 128, FINALFUNC = _plan_trend_final, COMBINEFUNC = _plan_trend_merge,
	MSFUNC = _plan_trend_merge, MINVFUNC = _plan_trend_subtract, MSTYPE = plan_trend, MSSPACE = 128, MFINALFUNC = _plan_trend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_trend) IS
'merges trends of one kind; NULL if there are no rows';

-- trend_cube: trends by node in one value

CREATE TYPE plan_trend_cube;

CREATE FUNCTION _plan_trend_cube_in(cstring)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME', 'plan_trend_cube_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_in(cstring) IS
'text input of plan_trend_cube';

CREATE FUNCTION _plan_trend_cube_out(plan_trend_cube)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_trend_cube_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_out(plan_trend_cube) IS
'text output of plan_trend_cube';

CREATE FUNCTION _plan_trend_cube_recv(internal)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME', 'plan_trend_cube_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_recv(internal) IS
'binary input of plan_trend_cube';

CREATE FUNCTION _plan_trend_cube_send(plan_trend_cube)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_trend_cube_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_send(plan_trend_cube) IS
'binary output of plan_trend_cube';

CREATE TYPE plan_trend_cube (
	INPUT = _plan_trend_cube_in,
	OUTPUT = _plan_trend_cube_out,
	RECEIVE = _plan_trend_cube_recv,
	SEND = _plan_trend_cube_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_trend_cube IS
'trends by node: ''101: n=3 w=3 ...; 102: ...'' or ''empty''';

CREATE FUNCTION _plan_trend_cube_lt(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_cube_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_lt(plan_trend_cube, plan_trend_cube) IS
'implementation of the < operator';

CREATE FUNCTION _plan_trend_cube_le(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_cube_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_le(plan_trend_cube, plan_trend_cube) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_trend_cube_eq(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_cube_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_eq(plan_trend_cube, plan_trend_cube) IS
'implementation of the = operator';

CREATE FUNCTION _plan_trend_cube_ne(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_cube_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_ne(plan_trend_cube, plan_trend_cube) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_trend_cube_ge(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_cube_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_ge(plan_trend_cube, plan_trend_cube) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_trend_cube_gt(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_trend_cube_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_gt(plan_trend_cube, plan_trend_cube) IS
'implementation of the > operator';

CREATE FUNCTION _plan_trend_cube_cmp(plan_trend_cube, plan_trend_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_trend_cube_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_cmp(plan_trend_cube, plan_trend_cube) IS
'btree support of plan_trend_cube: -1, 0 or 1';

CREATE FUNCTION _plan_trend_cube_hash(plan_trend_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_trend_cube_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_hash(plan_trend_cube) IS
'hash support of plan_trend_cube';

CREATE FUNCTION _plan_trend_cube_hash_extended(plan_trend_cube, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_trend_cube_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_hash_extended(plan_trend_cube, bigint) IS
'hash support of plan_trend_cube with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_trend_cube_lt, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_trend_cube, plan_trend_cube) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_trend_cube_le, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_trend_cube, plan_trend_cube) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_trend_cube_eq, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_trend_cube, plan_trend_cube) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_trend_cube_ne, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_trend_cube, plan_trend_cube) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_trend_cube_ge, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_trend_cube, plan_trend_cube) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_trend_cube_gt, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_trend_cube, plan_trend_cube) IS 'greater than';

CREATE OPERATOR CLASS plan_trend_cube_ops DEFAULT FOR TYPE plan_trend_cube USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_trend_cube_cmp(plan_trend_cube, plan_trend_cube);
COMMENT ON OPERATOR FAMILY plan_trend_cube_ops USING btree IS 'order of plan_trend_cube: by the first node that differs';
COMMENT ON OPERATOR CLASS plan_trend_cube_ops USING btree IS 'order of plan_trend_cube: by the first node that differs';

CREATE OPERATOR CLASS plan_trend_cube_ops DEFAULT FOR TYPE plan_trend_cube USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_trend_cube_hash(plan_trend_cube),
	FUNCTION 2 _plan_trend_cube_hash_extended(plan_trend_cube, bigint);
COMMENT ON OPERATOR FAMILY plan_trend_cube_ops USING hash IS 'hashing of plan_trend_cube';
COMMENT ON OPERATOR CLASS plan_trend_cube_ops USING hash IS 'hashing of plan_trend_cube';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_trend_cube) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_trend_cube) IS 'the text form of plan_trend_cube';

-- Reading.

CREATE FUNCTION plan_cells(cube plan_trend_cube)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_trend_cube_cells' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cells(plan_trend_cube) IS
'number of cells: nodes that have rows';

CREATE FUNCTION plan_trend_cube_at(cube plan_trend_cube, node anycompatible)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_at(plan_trend_cube, anycompatible) IS
'trend of a node; NULL without rows';

CREATE FUNCTION plan_trend_cube_rows(cube plan_trend_cube, OUT node bigint, OUT trend plan_trend)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_trend_cube_rows(plan_trend_cube) IS
'trends by node, in order; nodes are bigint';

CREATE FUNCTION plan_trend_cube_rows(cube plan_trend_cube, anycompatible, OUT node anycompatible, OUT trend plan_trend)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_trend_cube_rows(plan_trend_cube, anycompatible) IS
'trends by node, in order; nodes have the type of the key, which is NULL: NULL::text, NULL::uuid';

CREATE FUNCTION _plan_trend_cube_to_jsonb(plan_trend_cube)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_trend_cube_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_to_jsonb(plan_trend_cube) IS
'the nodes of a cube as an array of objects: node, trend';

CREATE CAST (plan_trend_cube AS jsonb) WITH FUNCTION _plan_trend_cube_to_jsonb(plan_trend_cube);
COMMENT ON CAST (plan_trend_cube AS jsonb) IS 'the nodes as an array of objects';

-- Transitions.

CREATE FUNCTION _plan_trend_cube_add(internal, anycompatible, date, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_add(internal, anycompatible, date, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_trend_cube_add(internal, anycompatible, date, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_add_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_add(internal, anycompatible, date, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_trend_cube_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_combine(internal, internal) IS
'merges two states';

CREATE FUNCTION _plan_trend_cube_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_trend_cube_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_serialize(internal) IS
'a state as bytes';

CREATE FUNCTION _plan_trend_cube_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_deserialize(bytea, internal) IS
'a state from bytes';

CREATE FUNCTION _plan_trend_cube_final(internal)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME', 'plan_trend_cube_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_final(internal) IS
'the cube of a state';

-- Aggregates.

CREATE AGGREGATE plan_trend_cube_agg(node anycompatible, at date, value plan_number) (
	SFUNC = _plan_trend_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_trend_cube_final,
	COMBINEFUNC = _plan_trend_cube_combine, SERIALFUNC = _plan_trend_cube_serialize, DESERIALFUNC = _plan_trend_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_cube_agg(anycompatible, date, plan_number) IS
'trends by node; rows without a date or value are skipped; NULL if there are no rows';

CREATE AGGREGATE plan_trend_cube_agg(node anycompatible, at date, value plan_number, weight plan_number) (
	SFUNC = _plan_trend_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = _plan_trend_cube_final,
	COMBINEFUNC = _plan_trend_cube_combine, SERIALFUNC = _plan_trend_cube_serialize, DESERIALFUNC = _plan_trend_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_cube_agg(anycompatible, date, plan_number, plan_number) IS
'weighted trends by node; rows without a date, value or weight are skipped; NULL if there are no rows';

-- Merging.

CREATE FUNCTION _plan_trend_cube_merge(plan_trend_cube, plan_trend_cube)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME', 'plan_trend_cube_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_merge(plan_trend_cube, plan_trend_cube) IS
'implementation of the + operator';

CREATE FUNCTION _plan_trend_cube_subtract(plan_trend_cube, plan_trend_cube)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME', 'plan_trend_cube_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_subtract(plan_trend_cube, plan_trend_cube) IS
'implementation of the - operator';

CREATE FUNCTION _plan_trend_cube_whole(plan_trend_cube)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME', 'plan_trend_cube_whole' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_trend_cube_whole(plan_trend_cube) IS
'final function of plan_rollup: the cubes gathered so far as one';

CREATE OPERATOR + (
	FUNCTION = _plan_trend_cube_merge, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_trend_cube, plan_trend_cube) IS 'merges two cubes of trends, cell by cell';

CREATE OPERATOR - (
	FUNCTION = _plan_trend_cube_subtract, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube
);
COMMENT ON OPERATOR - (plan_trend_cube, plan_trend_cube) IS 'takes a cube out of another; cells that become empty vanish';

CREATE AGGREGATE plan_rollup(cube plan_trend_cube) (
	SFUNC = _plan_trend_cube_merge, STYPE = plan_trend_cube, SSPACE = 16384, FINALFUNC = _plan_trend_cube_whole,
	COMBINEFUNC = _plan_trend_cube_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_trend_cube) IS
'merges cubes of trends, exactly; NULL if there are no rows';
-- earned: early and late, by the calendar and by earned value

CREATE FUNCTION plan_years_ahead(due plan_period, reached plan_period)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_years_ahead(plan_period, plan_period) IS
'calendar years from the end of the period or day in which it was reached to the end of the one due; negative if late';

CREATE FUNCTION plan_earned_schedule(pv float8[], ev plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_schedule(float8[], plan_number) IS
'earned schedule: the number of periods after which the earned value was planned; pv is cumulative; NULL if there are no periods';

CREATE FUNCTION plan_earned_value(pv plan_number, ev plan_number, ac plan_number, bac plan_number, planned float8[] DEFAULT NULL, passed plan_number DEFAULT NULL, estimate plan_number DEFAULT NULL, OUT pv float8, OUT ev float8, OUT ac float8, OUT bac float8, OUT sv float8, OUT cv float8, OUT spi float8, OUT cpi float8, OUT sci float8, OUT complete float8, OUT eac float8, OUT eac_atypical float8, OUT eac_combined float8, OUT etc float8, OUT vac float8, OUT tcpi float8, OUT tcpi_eac float8, OUT es float8, OUT sv_t float8, OUT spi_t float8, OUT ieac_t float8, OUT tspi float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_value(plan_number, plan_number, plan_number, plan_number, float8[], plan_number, plan_number) IS
'earned value management as one row; planned is cumulative, passed counts periods; NULL for what is unknown or has no ratio';

CREATE FUNCTION plan_time_estimates(pv plan_number, ev plan_number, ac plan_number, bac plan_number, planned float8[], passed plan_number, OUT planned_duration float8, OUT tv float8, OUT eac_t_pv float8, OUT eac_t_pv_spi float8, OUT eac_t_pv_sci float8, OUT ed float8, OUT eac_t_ed float8, OUT eac_t_ed_spi float8, OUT eac_t_ed_sci float8, OUT es float8, OUT eac_t_es float8, OUT eac_t_es_spi_t float8, OUT eac_t_es_sci_t float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_estimates(plan_number, plan_number, plan_number, plan_number, float8[], plan_number) IS
'duration at completion, in periods, by three methods as one row; planned is cumulative; NULL for what is unknown';

CREATE TYPE plan_earned;

CREATE FUNCTION _plan_earned_in(cstring)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_in(cstring) IS
'text input of plan_earned';

CREATE FUNCTION _plan_earned_out(plan_earned)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_earned_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_out(plan_earned) IS
'text output of plan_earned';

CREATE FUNCTION _plan_earned_recv(internal)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_recv(internal) IS
'binary input of plan_earned';

CREATE FUNCTION _plan_earned_send(plan_earned)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_earned_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_send(plan_earned) IS
'binary output of plan_earned';

CREATE TYPE plan_earned (
	INPUT = _plan_earned_in,
	OUTPUT = _plan_earned_out,
	RECEIVE = _plan_earned_recv,
	SEND = _plan_earned_send,
	INTERNALLENGTH = 144,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_earned IS
'exact sums of PV, EV, AC and BAC over tasks, and how many lack each: ''n=2 pv=30 ev=25 ac=28 bac=90 no_ac=1''';

CREATE FUNCTION _plan_earned_lt(plan_earned, plan_earned)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_earned_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_lt(plan_earned, plan_earned) IS
'implementation of the < operator';

CREATE FUNCTION _plan_earned_le(plan_earned, plan_earned)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_earned_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_le(plan_earned, plan_earned) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_earned_eq(plan_earned, plan_earned)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_earned_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_eq(plan_earned, plan_earned) IS
'implementation of the = operator';

CREATE FUNCTION _plan_earned_ne(plan_earned, plan_earned)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_earned_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_ne(plan_earned, plan_earned) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_earned_ge(plan_earned, plan_earned)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_earned_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_ge(plan_earned, plan_earned) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_earned_gt(plan_earned, plan_earned)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_earned_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_gt(plan_earned, plan_earned) IS
'implementation of the > operator';

CREATE FUNCTION _plan_earned_cmp(plan_earned, plan_earned)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_earned_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_cmp(plan_earned, plan_earned) IS
'btree support of plan_earned: -1, 0 or 1';

CREATE FUNCTION _plan_earned_hash(plan_earned)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_earned_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_hash(plan_earned) IS
'hash support of plan_earned';

CREATE FUNCTION _plan_earned_hash_extended(plan_earned, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_earned_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_hash_extended(plan_earned, bigint) IS
'hash support of plan_earned with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_earned_lt, LEFTARG = plan_earned, RIGHTARG = plan_earned,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_earned, plan_earned) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_earned_le, LEFTARG = plan_earned, RIGHTARG = plan_earned,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_earned, plan_earned) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_earned_eq, LEFTARG = plan_earned, RIGHTARG = plan_earned,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_earned, plan_earned) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_earned_ne, LEFTARG = plan_earned, RIGHTARG = plan_earned,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_earned, plan_earned) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_earned_ge, LEFTARG = plan_earned, RIGHTARG = plan_earned,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_earned, plan_earned) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_earned_gt, LEFTARG = plan_earned, RIGHTARG = plan_earned,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_earned, plan_earned) IS 'greater than';

CREATE OPERATOR CLASS plan_earned_ops DEFAULT FOR TYPE plan_earned USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_earned_cmp(plan_earned, plan_earned);
COMMENT ON OPERATOR FAMILY plan_earned_ops USING btree IS 'order of plan_earned: by number of tasks, then by sums, then by what is missing';
COMMENT ON OPERATOR CLASS plan_earned_ops USING btree IS 'order of plan_earned: by number of tasks, then by sums, then by what is missing';

CREATE OPERATOR CLASS plan_earned_ops DEFAULT FOR TYPE plan_earned USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_earned_hash(plan_earned),
	FUNCTION 2 _plan_earned_hash_extended(plan_earned, bigint);
COMMENT ON OPERATOR FAMILY plan_earned_ops USING hash IS 'hashing of plan_earned';
COMMENT ON OPERATOR CLASS plan_earned_ops USING hash IS 'hashing of plan_earned';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_earned) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_earned) IS 'the text form of plan_earned';

-- States form a commutative group.

CREATE FUNCTION _plan_earned_merge(plan_earned, plan_earned)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_merge(plan_earned, plan_earned) IS
'implementation of the + operator';

CREATE FUNCTION _plan_earned_subtract(plan_earned, plan_earned)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_subtract(plan_earned, plan_earned) IS
'implementation of the - operator';

CREATE FUNCTION _plan_earned_negate(plan_earned)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_negate(plan_earned) IS
'implementation of the unary - operator';

CREATE OPERATOR + (
	FUNCTION = _plan_earned_merge, LEFTARG = plan_earned, RIGHTARG = plan_earned, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_earned, plan_earned) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_earned_subtract, LEFTARG = plan_earned, RIGHTARG = plan_earned
);
COMMENT ON OPERATOR - (plan_earned, plan_earned) IS 'subtract, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_earned_negate, RIGHTARG = plan_earned
);
COMMENT ON OPERATOR - (NONE, plan_earned) IS 'negate';

-- Reading.

CREATE FUNCTION plan_count(earned plan_earned)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_earned_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_earned) IS
'number of tasks';

CREATE FUNCTION plan_earned_summary(earned plan_earned, planned float8[] DEFAULT NULL, passed plan_number DEFAULT NULL, estimate plan_number DEFAULT NULL, OUT pv float8, OUT ev float8, OUT ac float8, OUT bac float8, OUT sv float8, OUT cv float8, OUT spi float8, OUT cpi float8, OUT sci float8, OUT complete float8, OUT eac float8, OUT eac_atypical float8, OUT eac_combined float8, OUT etc float8, OUT vac float8, OUT tcpi float8, OUT tcpi_eac float8, OUT es float8, OUT sv_t float8, OUT spi_t float8, OUT ieac_t float8, OUT tspi float8)
	RETURNS record
	AS 'MODULE_PATHNAME', 'plan_earned_value_of' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_summary(plan_earned, float8[], plan_number, plan_number) IS
'plan_earned_value of all tasks together; a value that one task lacks is NULL; NULL row for NULL';

CREATE FUNCTION _plan_earned_to_jsonb(plan_earned)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_earned_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_to_jsonb(plan_earned) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_earned AS jsonb) WITH FUNCTION _plan_earned_to_jsonb(plan_earned);
COMMENT ON CAST (plan_earned AS jsonb) IS 'tasks, sums and tasks that lack each value, exactly';

-- Aggregates.

CREATE FUNCTION _plan_earned_add(plan_earned, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_add(plan_earned, plan_number, plan_number, plan_number, plan_number) IS
'transition: adds a task';

CREATE FUNCTION _plan_earned_remove(plan_earned, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_remove(plan_earned, plan_number, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a task';

CREATE AGGREGATE plan_earned_agg(pv plan_number, ev plan_number, ac plan_number, bac plan_number) (
	SFUNC = _plan_earned_add, STYPE = plan_earned, COMBINEFUNC = _plan_earned_merge,
	MSFUNC = _plan_earned_add, MINVFUNC = _plan_earned_remove, MSTYPE = plan_earned,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_earned_agg(plan_number, plan_number, plan_number, plan_number) IS
'state of tasks by PV, EV, AC and BAC; NULL and NaN count as missing, NULL if there are no rows';

CREATE AGGREGATE plan_rollup(earned plan_earned) (
	SFUNC = _plan_earned_merge, STYPE = plan_earned, COMBINEFUNC = _plan_earned_merge,
	MSFUNC = _plan_earned_merge, MINVFUNC = _plan_earned_subtract, MSTYPE = plan_earned,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_earned) IS
'merges states; NULL if there are no rows';

-- measure: a mean or a measure of disparity, with its parameter

CREATE TYPE plan_measure;

CREATE FUNCTION _plan_measure_in(cstring)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME', 'plan_measure_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_in(cstring) IS
'text input of plan_measure';

CREATE FUNCTION _plan_measure_out(plan_measure)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_measure_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_out(plan_measure) IS
'text output of plan_measure';

CREATE FUNCTION _plan_measure_recv(internal)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME', 'plan_measure_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_recv(internal) IS
'binary input of plan_measure';

CREATE FUNCTION _plan_measure_send(plan_measure)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_measure_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_send(plan_measure) IS
'binary output of plan_measure';

CREATE TYPE plan_measure (
	INPUT = _plan_measure_in,
	OUTPUT = _plan_measure_out,
	RECEIVE = _plan_measure_recv,
	SEND = _plan_measure_send,
	INTERNALLENGTH = 16,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_measure IS
'a mean or a measure of disparity with its parameter, such as theil_t, atkinson 0.5 or power_mean -1; 16 bytes';

CREATE FUNCTION _plan_measure_lt(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_measure_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_lt(plan_measure, plan_measure) IS
'implementation of the < operator';

CREATE FUNCTION _plan_measure_le(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_measure_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_le(plan_measure, plan_measure) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_measure_eq(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_measure_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_eq(plan_measure, plan_measure) IS
'implementation of the = operator';

CREATE FUNCTION _plan_measure_ne(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_measure_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_ne(plan_measure, plan_measure) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_measure_ge(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_measure_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_ge(plan_measure, plan_measure) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_measure_gt(plan_measure, plan_measure)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_measure_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_gt(plan_measure, plan_measure) IS
'implementation of the > operator';

CREATE FUNCTION _plan_measure_cmp(plan_measure, plan_measure)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_measure_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_cmp(plan_measure, plan_measure) IS
'btree support of plan_measure: -1, 0 or 1';

CREATE FUNCTION _plan_measure_hash(plan_measure)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_measure_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_hash(plan_measure) IS
'hash support of plan_measure';

CREATE FUNCTION _plan_measure_hash_extended(plan_measure, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_measure_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_hash_extended(plan_measure, bigint) IS
'hash support of plan_measure with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_measure_lt, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_measure, plan_measure) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_measure_le, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_measure, plan_measure) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_measure_eq, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_measure, plan_measure) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_measure_ne, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_measure, plan_measure) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_measure_ge, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_measure, plan_measure) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_measure_gt, LEFTARG = plan_measure, RIGHTARG = plan_measure,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_measure, plan_measure) IS 'greater than';

CREATE OPERATOR CLASS plan_measure_ops DEFAULT FOR TYPE plan_measure USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_measure_cmp(plan_measure, plan_measure);
COMMENT ON OPERATOR FAMILY plan_measure_ops USING btree IS 'order of plan_measure: by measure, then by parameter';
COMMENT ON OPERATOR CLASS plan_measure_ops USING btree IS 'order of plan_measure: by measure, then by parameter';

CREATE OPERATOR CLASS plan_measure_ops DEFAULT FOR TYPE plan_measure USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_measure_hash(plan_measure),
	FUNCTION 2 _plan_measure_hash_extended(plan_measure, bigint);
COMMENT ON OPERATOR FAMILY plan_measure_ops USING hash IS 'hashing of plan_measure';
COMMENT ON OPERATOR CLASS plan_measure_ops USING hash IS 'hashing of plan_measure';

-- Columns of names.

CREATE FUNCTION _plan_measure_from_text(text)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME', 'plan_measure_from_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_from_text(text) IS
'implementation of the cast from text';

CREATE CAST (text AS plan_measure) WITH FUNCTION _plan_measure_from_text(text) AS IMPLICIT;
COMMENT ON CAST (text AS plan_measure) IS 'reads the text form of plan_measure';

CREATE CAST (varchar AS plan_measure) WITH FUNCTION _plan_measure_from_text(text) AS IMPLICIT;
COMMENT ON CAST (varchar AS plan_measure) IS 'reads the text form of plan_measure';

-- moments: means and measures of disparity as sums that merge

CREATE TYPE plan_moments;

CREATE FUNCTION _plan_moments_in(cstring)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_in(cstring) IS
'text input of plan_moments';

CREATE FUNCTION _plan_moments_out(plan_moments)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'plan_moments_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_out(plan_moments) IS
'text output of plan_moments';

CREATE FUNCTION _plan_moments_recv(internal)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_recv(internal) IS
'binary input of plan_moments';

CREATE FUNCTION _plan_moments_send(plan_moments)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_moments_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_send(plan_moments) IS
'binary output of plan_moments';

CREATE TYPE plan_moments (
	INPUT = _plan_moments_in,
	OUTPUT = _plan_moments_out,
	RECEIVE = _plan_moments_recv,
	SEND = _plan_moments_send,
	INTERNALLENGTH = 256,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_moments IS
'mean or measure of disparity as exact sums to merge: ''generalized_entropy parameter=1 rows=3 w=3 x=6 f=4.68''; 256 bytes';

CREATE FUNCTION _plan_moments_lt(plan_moments, plan_moments)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_moments_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_lt(plan_moments, plan_moments) IS
'implementation of the < operator';

CREATE FUNCTION _plan_moments_le(plan_moments, plan_moments)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_moments_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_le(plan_moments, plan_moments) IS
'implementation of the <= operator';

CREATE FUNCTION _plan_moments_eq(plan_moments, plan_moments)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_moments_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_eq(plan_moments, plan_moments) IS
'implementation of the = operator';

CREATE FUNCTION _plan_moments_ne(plan_moments, plan_moments)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_moments_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_ne(plan_moments, plan_moments) IS
'implementation of the <> operator';

CREATE FUNCTION _plan_moments_ge(plan_moments, plan_moments)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_moments_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_ge(plan_moments, plan_moments) IS
'implementation of the >= operator';

CREATE FUNCTION _plan_moments_gt(plan_moments, plan_moments)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_moments_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_gt(plan_moments, plan_moments) IS
'implementation of the > operator';

CREATE FUNCTION _plan_moments_cmp(plan_moments, plan_moments)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_moments_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_cmp(plan_moments, plan_moments) IS
'btree support of plan_moments: -1, 0 or 1';

CREATE FUNCTION _plan_moments_hash(plan_moments)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_moments_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_hash(plan_moments) IS
'hash support of plan_moments';

CREATE FUNCTION _plan_moments_hash_extended(plan_moments, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_moments_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_hash_extended(plan_moments, bigint) IS
'hash support of plan_moments with a seed';

CREATE OPERATOR < (
	FUNCTION = _plan_moments_lt, LEFTARG = plan_moments, RIGHTARG = plan_moments,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_moments, plan_moments) IS 'less than';

CREATE OPERATOR <= (
	FUNCTION = _plan_moments_le, LEFTARG = plan_moments, RIGHTARG = plan_moments,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_moments, plan_moments) IS 'less than or equal';

CREATE OPERATOR = (
	FUNCTION = _plan_moments_eq, LEFTARG = plan_moments, RIGHTARG = plan_moments,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_moments, plan_moments) IS 'equal';

CREATE OPERATOR <> (
	FUNCTION = _plan_moments_ne, LEFTARG = plan_moments, RIGHTARG = plan_moments,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR <> (plan_moments, plan_moments) IS 'not equal';

CREATE OPERATOR >= (
	FUNCTION = _plan_moments_ge, LEFTARG = plan_moments, RIGHTARG = plan_moments,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_moments, plan_moments) IS 'greater than or equal';

CREATE OPERATOR > (
	FUNCTION = _plan_moments_gt, LEFTARG = plan_moments, RIGHTARG = plan_moments,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_moments, plan_moments) IS 'greater than';

CREATE OPERATOR CLASS plan_moments_ops DEFAULT FOR TYPE plan_moments USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 _plan_moments_cmp(plan_moments, plan_moments);
COMMENT ON OPERATOR FAMILY plan_moments_ops USING btree IS 'order of plan_moments: by measure and parameter, then by counts and sums';
COMMENT ON OPERATOR CLASS plan_moments_ops USING btree IS 'order of plan_moments: by measure and parameter, then by counts and sums';

CREATE OPERATOR CLASS plan_moments_ops DEFAULT FOR TYPE plan_moments USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 _plan_moments_hash(plan_moments),
	FUNCTION 2 _plan_moments_hash_extended(plan_moments, bigint);
COMMENT ON OPERATOR FAMILY plan_moments_ops USING hash IS 'hashing of plan_moments';
COMMENT ON OPERATOR CLASS plan_moments_ops USING hash IS 'hashing of plan_moments';

-- Strings of drivers come as varchar.
CREATE CAST (character varying AS plan_moments) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (character varying AS plan_moments) IS 'the text form of plan_moments';

-- Merging.

CREATE FUNCTION _plan_moments_merge(plan_moments, plan_moments)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_merge(plan_moments, plan_moments) IS
'implementation of the + operator';

CREATE FUNCTION _plan_moments_subtract(plan_moments, plan_moments)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_subtract(plan_moments, plan_moments) IS
'implementation of the - operator';

CREATE FUNCTION _plan_moments_negate(plan_moments)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_negate(plan_moments) IS
'implementation of the unary - operator';

CREATE OPERATOR + (
	FUNCTION = _plan_moments_merge, LEFTARG = plan_moments, RIGHTARG = plan_moments, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_moments, plan_moments) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_moments_subtract, LEFTARG = plan_moments, RIGHTARG = plan_moments
);
COMMENT ON OPERATOR - (plan_moments, plan_moments) IS 'subtract, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_moments_negate, RIGHTARG = plan_moments
);
COMMENT ON OPERATOR - (NONE, plan_moments) IS 'negate';

-- Reading.

CREATE FUNCTION plan_value(moments plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_moments_value' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_value(plan_moments) IS
'the mean or measure; NULL where the aggregate of that name is NULL';

CREATE FUNCTION plan_measure(moments plan_moments)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME', 'plan_moments_measure' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_measure(plan_moments) IS
'the measure with its parameter; NULL for an empty state of a measure that has one';

CREATE FUNCTION plan_count(moments plan_moments)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_moments_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_moments) IS
'number of rows with a value';

CREATE FUNCTION plan_coverage(moments plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_moments_coverage' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_coverage(plan_moments) IS
'share of the rows, unweighted, that have a value, 0 to 1; NULL if there are no rows';

CREATE FUNCTION _plan_moments_to_jsonb(plan_moments)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_moments_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_to_jsonb(plan_moments) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_moments AS jsonb) WITH FUNCTION _plan_moments_to_jsonb(plan_moments);
COMMENT ON CAST (plan_moments AS jsonb) IS 'measure, parameter, rows and value';

-- Aggregates.

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number) IS
'inverse transition: subtracts a row';

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_add(plan_moments, plan_measure, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_moments_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_moments_remove(plan_moments, plan_measure, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number) IS
'state of a measure without weights; rows without a value count as missing';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number, weight plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number, plan_number) IS
'state of a measure with weights, or with later values for beta_convergence; rows without a value count as missing';

CREATE AGGREGATE plan_moments_agg(measure plan_measure, value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_moments_add, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_add, MINVFUNC = _plan_moments_remove, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_moments_agg(plan_measure, plan_number, plan_number, plan_number) IS
'state of a mean with weights and min_coverage; for measures that take neither, both are NULL';

CREATE AGGREGATE plan_rollup(moments plan_moments) (
	SFUNC = _plan_moments_merge, STYPE = plan_moments, SSPACE = 272, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_moments_merge, MINVFUNC = _plan_moments_subtract, MSTYPE = plan_moments,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_moments) IS
'merges states of one measure; NULL if there are no rows';

-- sample: values that an aggregate keeps until all of them are known
--
-- The state of those measures of disparity that sums are not enough for.

CREATE FUNCTION _plan_sample_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_sample_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sample_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_sample_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_sample_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sample_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_sample_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_sample_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sample_deserialize(bytea, internal) IS
'receives a partial state';

-- mean: power means with weights and a minimum of coverage

CREATE FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_arithmetic_mean(value plan_number) (
	SFUNC = _plan_arithmetic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_arithmetic_mean_add, MINVFUNC = _plan_arithmetic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(plan_number) IS
'arithmetic mean of the values; NULLs are skipped, NULL if there are no values';

CREATE FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_arithmetic_mean(value plan_number, weight plan_number) (
	SFUNC = _plan_arithmetic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_arithmetic_mean_add, MINVFUNC = _plan_arithmetic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(plan_number, plan_number) IS
'weighted arithmetic mean; NULL values and weights are skipped, NULL if there are no values';

CREATE FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_arithmetic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_arithmetic_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_arithmetic_mean(value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_arithmetic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_arithmetic_mean_add, MINVFUNC = _plan_arithmetic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(plan_number, plan_number, plan_number) IS
'weighted arithmetic mean; NULL if less than the share min_coverage of the rows has a value';

CREATE FUNCTION _plan_geometric_mean_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_geometric_mean(value plan_number) (
	SFUNC = _plan_geometric_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_geometric_mean_add, MINVFUNC = _plan_geometric_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(plan_number) IS
'geometric mean of values above 0; NULLs are skipped, NULL if there are no values';

CREATE FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_geometric_mean(value plan_number, weight plan_number) (
	SFUNC = _plan_geometric_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_geometric_mean_add, MINVFUNC = _plan_geometric_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(plan_number, plan_number) IS
'weighted geometric mean of values above 0; NULL values and weights are skipped, NULL if there are no values';

CREATE FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_geometric_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_geometric_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_geometric_mean(value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_geometric_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_geometric_mean_add, MINVFUNC = _plan_geometric_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(plan_number, plan_number, plan_number) IS
'weighted geometric mean of values above 0; NULL if less than the share min_coverage of the rows has a value';

CREATE FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_harmonic_mean(value plan_number) (
	SFUNC = _plan_harmonic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_harmonic_mean_add, MINVFUNC = _plan_harmonic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(plan_number) IS
'harmonic mean of values above 0; NULLs are skipped, NULL if there are no values';

CREATE FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_harmonic_mean(value plan_number, weight plan_number) (
	SFUNC = _plan_harmonic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_harmonic_mean_add, MINVFUNC = _plan_harmonic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(plan_number, plan_number) IS
'weighted harmonic mean of values above 0; NULL values and weights are skipped, NULL if there are no values';

CREATE FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_harmonic_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_harmonic_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_harmonic_mean(value plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_harmonic_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_harmonic_mean_add, MINVFUNC = _plan_harmonic_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(plan_number, plan_number, plan_number) IS
'weighted harmonic mean of values above 0; NULL if less than the share min_coverage of the rows has a value';

CREATE FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_power_mean(value plan_number, power plan_number) (
	SFUNC = _plan_power_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_power_mean_add, MINVFUNC = _plan_power_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_power_mean(plan_number, plan_number) IS
'power mean: 1 arithmetic, 0 geometric, -1 harmonic, infinity the maximum; NULLs are skipped, NULL if there are no values';

CREATE FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_power_mean(value plan_number, power plan_number, weight plan_number) (
	SFUNC = _plan_power_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_power_mean_add, MINVFUNC = _plan_power_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_power_mean(plan_number, plan_number, plan_number) IS
'weighted power mean; NULL values, powers and weights are skipped, NULL if there are no values';

CREATE FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_add(plan_moments, plan_number, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_power_mean_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_power_mean_remove(plan_moments, plan_number, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_power_mean(value plan_number, power plan_number, weight plan_number, min_coverage plan_number) (
	SFUNC = _plan_power_mean_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_power_mean_add, MINVFUNC = _plan_power_mean_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_power_mean(plan_number, plan_number, plan_number, plan_number) IS
'weighted power mean; NULL if less than the share min_coverage of the rows has a value';
-- normalize: values of different units on a common scale
--
-- The statistics of all values are arguments, usually from window functions.

CREATE FUNCTION plan_min_max(value plan_number, min plan_number, max plan_number, low plan_number DEFAULT 0, high plan_number DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_min_max(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'(value - min) / (max - min), scaled from low to high, not clamped; NULL if min = max';

CREATE FUNCTION plan_z_score(value plan_number, mean plan_number, sd plan_number, to_mean plan_number DEFAULT 0, to_sd plan_number DEFAULT 1)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_z_score(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'(value - mean) / sd, scaled to another mean and standard deviation; NULL if sd = 0';

CREATE FUNCTION plan_distance_to_target(value plan_number, worst plan_number, target plan_number, cap plan_number DEFAULT 'Infinity')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_distance_to_target(plan_number, plan_number, plan_number, plan_number) IS
'(value - worst) / (target - worst), at most cap; NULL if worst = target';
-- disparity: how unequal places are, and whether they grow alike

-- Measures of sums.

CREATE FUNCTION _plan_theil_t_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_theil_t_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_theil_t(value plan_number) (
	SFUNC = _plan_theil_t_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_t_add, MINVFUNC = _plan_theil_t_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t(plan_number) IS
'Theil''s T, 0 for equal values; NULL if a value is negative, all are 0 or there are none';

CREATE FUNCTION _plan_theil_t_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_theil_t_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_t_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_theil_t(value plan_number, weight plan_number) (
	SFUNC = _plan_theil_t_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_t_add, MINVFUNC = _plan_theil_t_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t(plan_number, plan_number) IS
'Theil''s T weighted by population; NULL if a value is negative, all are 0 or there are none';

CREATE FUNCTION _plan_theil_l_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_theil_l_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_theil_l(value plan_number) (
	SFUNC = _plan_theil_l_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_l_add, MINVFUNC = _plan_theil_l_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l(plan_number) IS
'Theil''s L, the mean logarithmic deviation, 0 for equal values; NULL if a value is not above 0 or there are none';

CREATE FUNCTION _plan_theil_l_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_theil_l_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_theil_l_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_theil_l(value plan_number, weight plan_number) (
	SFUNC = _plan_theil_l_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_theil_l_add, MINVFUNC = _plan_theil_l_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l(plan_number, plan_number) IS
'Theil''s L weighted by population; NULL if a value is not above 0 or there are none';

CREATE FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_generalized_entropy(value plan_number, alpha plan_number) (
	SFUNC = _plan_generalized_entropy_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_generalized_entropy_add, MINVFUNC = _plan_generalized_entropy_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_generalized_entropy(plan_number, plan_number) IS
'generalized entropy: alpha 0 is Theil''s L, 1 is Theil''s T; NULL where they are';

CREATE FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_generalized_entropy_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_generalized_entropy_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_generalized_entropy(value plan_number, alpha plan_number, weight plan_number) (
	SFUNC = _plan_generalized_entropy_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_generalized_entropy_add, MINVFUNC = _plan_generalized_entropy_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_generalized_entropy(plan_number, plan_number, plan_number) IS
'generalized entropy weighted by population; NULL as without weights';

CREATE FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_atkinson(value plan_number, epsilon plan_number) (
	SFUNC = _plan_atkinson_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_atkinson_add, MINVFUNC = _plan_atkinson_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_atkinson(plan_number, plan_number) IS
'Atkinson index, from 0 for equal values to 1; NULL if a value is negative, all are 0 or there are none';

CREATE FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_atkinson_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_atkinson_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_atkinson(value plan_number, epsilon plan_number, weight plan_number) (
	SFUNC = _plan_atkinson_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_atkinson_add, MINVFUNC = _plan_atkinson_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_atkinson(plan_number, plan_number, plan_number) IS
'Atkinson index weighted by population; NULL if a value is negative, all are 0 or there are none';

CREATE FUNCTION _plan_cv_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_cv_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_cv(value plan_number) (
	SFUNC = _plan_cv_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_cv_add, MINVFUNC = _plan_cv_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cv(plan_number) IS
'coefficient of variation of a population, standard deviation by n / mean; NULL if the mean is 0';

CREATE FUNCTION _plan_cv_add(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_add(plan_moments, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_cv_remove(plan_moments, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_cv_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_remove(plan_moments, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_cv(value plan_number, weight plan_number) (
	SFUNC = _plan_cv_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_cv_add, MINVFUNC = _plan_cv_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cv(plan_number, plan_number) IS
'coefficient of variation weighted by population; NULL if the mean is 0';

CREATE FUNCTION _plan_max_min_ratio_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_max_min_ratio_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_max_min_ratio_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_max_min_ratio_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_max_min_ratio_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_max_min_ratio_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_max_min_ratio(value plan_number) (
	SFUNC = _plan_max_min_ratio_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_max_min_ratio_add, MINVFUNC = _plan_max_min_ratio_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_max_min_ratio(plan_number) IS
'maximum / minimum; NULL if the minimum is not above 0';

CREATE FUNCTION _plan_sigma_add(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_sigma_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sigma_add(plan_moments, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_sigma_remove(plan_moments, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_sigma_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sigma_remove(plan_moments, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_sigma(value plan_number) (
	SFUNC = _plan_sigma_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_sigma_add, MINVFUNC = _plan_sigma_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sigma(plan_number) IS
'standard deviation of ln(value), which falls as places converge; NULL if a value is not above 0';

-- Of the same sums, of which PostgreSQL keeps one state where both are asked for.

CREATE FUNCTION _plan_cv_sample_final(plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_cv_sample_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cv_sample_final(plan_moments) IS
'final function of plan_cv_sample';

CREATE AGGREGATE plan_cv_sample(value plan_number) (
	SFUNC = _plan_cv_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = _plan_cv_sample_final, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_cv_add, MINVFUNC = _plan_cv_remove, MSTYPE = plan_moments, MFINALFUNC = _plan_cv_sample_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_cv_sample(plan_number) IS
'coefficient of variation of a sample, standard deviation by n - 1 / mean; NULL if the mean is 0 or n < 2';

CREATE FUNCTION _plan_sigma_cv_final(plan_moments)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_sigma_cv_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_sigma_cv_final(plan_moments) IS
'final function of plan_sigma_cv';

CREATE AGGREGATE plan_sigma_cv(value plan_number) (
	SFUNC = _plan_sigma_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = _plan_sigma_cv_final, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_sigma_add, MINVFUNC = _plan_sigma_remove, MSTYPE = plan_moments, MFINALFUNC = _plan_sigma_cv_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_sigma_cv(plan_number) IS
'coefficient of variation of ln(value), which depends on the unit; NULL if a value is not above 0 or the mean of logarithms is 0';

-- Measures of all values: those over the same arguments share one state.

CREATE FUNCTION _plan_disparity_add(internal, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add(internal, plan_number) IS
'transition: adds a value';

CREATE FUNCTION _plan_disparity_add(internal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_add_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_add(internal, plan_number, plan_number) IS
'transition: adds a value with its weight';

CREATE FUNCTION _plan_disparity_remove(internal, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_remove(internal, plan_number) IS
'inverse transition: takes a value away';

CREATE FUNCTION _plan_disparity_remove(internal, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_disparity_remove_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_disparity_remove(internal, plan_number, plan_number) IS
'inverse transition: takes a value with its weight away';

CREATE FUNCTION _plan_gini_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_gini_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_gini_final(internal) IS
'final function of plan_gini';

CREATE AGGREGATE plan_gini(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_gini_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _plan_gini_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_gini(plan_number) IS
'Gini coefficient, 0 for equal values; NULL if the sum is not above 0';

CREATE AGGREGATE plan_gini(value plan_number, weight plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_gini_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _plan_gini_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_gini(plan_number, plan_number) IS
'Gini coefficient weighted by population; NULL if the sum is not above 0';

CREATE FUNCTION _plan_gini_corrected_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_gini_corrected_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_gini_corrected_final(internal) IS
'final function of plan_gini_corrected';

CREATE AGGREGATE plan_gini_corrected(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_gini_corrected_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _plan_gini_corrected_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_gini_corrected(plan_number) IS
'Gini coefficient times n / (n - 1): 1 if one place has everything; NULL if the sum is not above 0 or n < 2';

CREATE FUNCTION _plan_hoover_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_hoover_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_hoover_final(internal) IS
'final function of plan_hoover';

CREATE AGGREGATE plan_hoover(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_hoover_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _plan_hoover_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_hoover(plan_number) IS
'Hoover index, the share that would have to be redistributed; NULL if the sum is not above 0';

CREATE AGGREGATE plan_hoover(value plan_number, weight plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_hoover_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _plan_hoover_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_hoover(plan_number, plan_number) IS
'Hoover index weighted by population; NULL if the sum is not above 0';

CREATE FUNCTION _plan_palma_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_palma_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_palma_final(internal) IS
'final function of plan_palma';

CREATE AGGREGATE plan_palma(value plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_palma_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _plan_palma_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_palma(plan_number) IS
'Palma ratio, sum of the top 10 % / sum of the bottom 40 %; NULL if the latter is not above 0';

CREATE AGGREGATE plan_palma(value plan_number, weight plan_number) (
	SFUNC = _plan_disparity_add, STYPE = internal, SSPACE = 512, FINALFUNC = _plan_palma_final,
	COMBINEFUNC = _plan_sample_combine, SERIALFUNC = _plan_sample_serialize, DESERIALFUNC = _plan_sample_deserialize,
	MSFUNC = _plan_disparity_add, MINVFUNC = _plan_disparity_remove, MSTYPE = internal, MSSPACE = 512, MFINALFUNC = _plan_palma_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_palma(plan_number, plan_number) IS
'Palma ratio weighted by population; NULL if the sum of the bottom 40 % is not above 0';

-- Between and within subgroups, whose keys are bigint, text or uuid.

CREATE FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible) IS
'transition: adds a value to its subgroup';

CREATE FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_add(internal, plan_number, anycompatible, plan_number) IS
'transition: adds a value with its weight to its subgroup';

CREATE FUNCTION _plan_subgroup_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_subgroup_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_subgroup_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_subgroup_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subgroup_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subgroup_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_theil_t_between_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_t_between_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_between_final(internal) IS
'final function of plan_theil_t_between';

CREATE AGGREGATE plan_theil_t_between(value plan_number, subgroup anycompatible) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_between_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_between(plan_number, anycompatible) IS
'part of Theil''s T that lies between subgroups; NULL where plan_theil_t is';

CREATE AGGREGATE plan_theil_t_between(value plan_number, subgroup anycompatible, weight plan_number) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_between_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_between(plan_number, anycompatible, plan_number) IS
'part of Theil''s T, weighted by population, that lies between subgroups; NULL where plan_theil_t is';

CREATE FUNCTION _plan_theil_t_within_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_t_within_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_t_within_final(internal) IS
'final function of plan_theil_t_within';

CREATE AGGREGATE plan_theil_t_within(value plan_number, subgroup anycompatible) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_within_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_within(plan_number, anycompatible) IS
'part of Theil''s T that lies within subgroups; NULL where plan_theil_t is';

CREATE AGGREGATE plan_theil_t_within(value plan_number, subgroup anycompatible, weight plan_number) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_t_within_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_t_within(plan_number, anycompatible, plan_number) IS
'part of Theil''s T, weighted by population, that lies within subgroups; NULL where plan_theil_t is';

CREATE FUNCTION _plan_theil_l_between_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_l_between_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_between_final(internal) IS
'final function of plan_theil_l_between';

CREATE AGGREGATE plan_theil_l_between(value plan_number, subgroup anycompatible) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_between_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_between(plan_number, anycompatible) IS
'part of Theil''s L that lies between subgroups; NULL where plan_theil_l is';

CREATE AGGREGATE plan_theil_l_between(value plan_number, subgroup anycompatible, weight plan_number) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_between_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_between(plan_number, anycompatible, plan_number) IS
'part of Theil''s L, weighted by population, that lies between subgroups; NULL where plan_theil_l is';

CREATE FUNCTION _plan_theil_l_within_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_theil_l_within_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_theil_l_within_final(internal) IS
'final function of plan_theil_l_within';

CREATE AGGREGATE plan_theil_l_within(value plan_number, subgroup anycompatible) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_within_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_within(plan_number, anycompatible) IS
'part of Theil''s L that lies within subgroups; NULL where plan_theil_l is';

CREATE AGGREGATE plan_theil_l_within(value plan_number, subgroup anycompatible, weight plan_number) (
	SFUNC = _plan_subgroup_add, STYPE = internal, SSPACE = 2048, FINALFUNC = _plan_theil_l_within_final,
	COMBINEFUNC = _plan_subgroup_combine, SERIALFUNC = _plan_subgroup_serialize, DESERIALFUNC = _plan_subgroup_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_theil_l_within(plan_number, anycompatible, plan_number) IS
'part of Theil''s L, weighted by population, that lies within subgroups; NULL where plan_theil_l is';

-- Convergence.

CREATE FUNCTION _plan_beta_convergence_add(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_beta_convergence_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_beta_convergence_add(plan_moments, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_beta_convergence_remove(plan_moments, plan_number, plan_number, plan_number)
	RETURNS plan_moments
	AS 'MODULE_PATHNAME', 'plan_beta_convergence_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_beta_convergence_remove(plan_moments, plan_number, plan_number, plan_number) IS
'inverse transition: subtracts a row';

CREATE AGGREGATE plan_beta_convergence(before plan_number, after plan_number, years plan_number) (
	SFUNC = _plan_beta_convergence_add, STYPE = plan_moments, SSPACE = 272, FINALFUNC = plan_value, COMBINEFUNC = _plan_moments_merge,
	MSFUNC = _plan_beta_convergence_add, MINVFUNC = _plan_beta_convergence_remove, MSTYPE = plan_moments, MFINALFUNC = plan_value,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_beta_convergence(plan_number, plan_number, plan_number) IS
'slope of yearly growth, ln(after/before)/years, on ln(before): below 0 poorer places catch up; NULL if a value is not above 0';

CREATE FUNCTION plan_convergence_speed(beta plan_number, years plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_convergence_speed(plan_number, plan_number) IS
'share of the gap that closes per year, -ln(1 + beta years) / years, for beta of yearly growth; NULL without convergence';

CREATE FUNCTION plan_half_life(speed plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_half_life(plan_number) IS
'years until half of the gap is closed, ln 2 / speed; NULL if speed is not above 0';
-- report: one page for people who would rather look than read

CREATE FUNCTION plan_report(workspace text, term text DEFAULT NULL, as_of date DEFAULT NULL, language text DEFAULT NULL, since date DEFAULT NULL, basis text DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_report(text, text, date, text, date, text) IS
'page of HTML on targets of one basis of a workspace; NULL: its term, what is known now, its language (vi or en), changes since the last publication but one, the first basis with targets';

CREATE FUNCTION plan_report_query(query text, title text DEFAULT NULL, as_of text DEFAULT NULL, language text DEFAULT 'vi')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_report_query(text, text, text, text) IS
'page of HTML on the rows of a query with columns name, parent, actual, goal, expected, unit, bound, vintage, period, kind, weight, adds_up, series';
-- escap: UN ESCAP's current status, anticipated progress, and extrapolation of a series
--
-- Classes are texts in all named methods: each edition has words of its own.

CREATE FUNCTION plan_escap_current_status(current plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_index' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_current_status(plan_number, plan_goal) IS
'ESCAP''s current status: progress from baseline to target, times 10; 10 once the target is met, negative for regression; NULL: see plan_escap_reason';

CREATE FUNCTION plan_escap_anticipated_progress(predicted plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_escap_index' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_anticipated_progress(plan_number, plan_goal) IS
'ESCAP''s anticipated progress: the current status of the value predicted for the target year; NULL: see plan_escap_reason';

CREATE FUNCTION plan_escap_gap(predicted plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_gap(plan_number, plan_goal) IS
'the gap that ESCAP prints: 100 less ten times the anticipated progress, 0 if the target is met; NULL: see plan_escap_reason';

CREATE FUNCTION plan_escap_reason(current plan_number, goal plan_goal)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_reason(plan_number, plan_goal) IS
'why there is no status, progress or gap: no_target, no_data, insufficient_data or target_is_baseline; NULL if there is one';

CREATE FUNCTION plan_escap_current_class(index plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_current_class(plan_number) IS
'class of a current status: on_track above 9, slow above 0, else regression; NULL for NULL';

CREATE FUNCTION plan_escap_anticipated_class(index plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_anticipated_class(plan_number) IS
'class of an anticipated progress: will_meet above 9, accelerate above 0, else no_progress; NULL for NULL';

CREATE FUNCTION plan_escap_gap_class(gap plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_escap_gap_class(plan_number) IS
'class of a gap: maintain up to 10, accelerate up to 100, else reverse; NULL for NULL';

-- Extrapolation: one state for all, the values in the order of the rows.

CREATE FUNCTION _plan_escap_add(internal, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add(internal, plan_number, plan_number, plan_number) IS
'transition: adds a row';

CREATE FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add_share' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number) IS
'transition: adds a percentage';

CREATE FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_add_share' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_add_share(internal, plan_number, plan_number, plan_number, plan_number) IS
'transition: adds a share of a denominator';

CREATE FUNCTION _plan_escap_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_escap_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_escap_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_escap_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_escap_serialize(internal) IS
'sends a partial state';

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
	SFUNC = _plan_escap_add,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_geometric_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_geometric(plan_number, plan_number, plan_number) IS
'the value at a year by geometric growth from the first to the last value; NULL for fewer than two values, from 0 and across 0';

CREATE AGGREGATE plan_escap_logit(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit(plan_number, plan_number, plan_number) IS
'the percentage at a year by least squares on logits; NULL for fewer than two values and if one is 0 or 100';

CREATE AGGREGATE plan_escap_logit(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit(plan_number, plan_number, plan_number, plan_number) IS
'the value, a share of the denominator, at a year by least squares on logits; NULL for fewer than two values and if one is 0 or the denominator';

CREATE AGGREGATE plan_escap_logit_slope(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_slope_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit_slope(plan_number, plan_number, plan_number) IS
'the percentage at a year from the last logit with the mean slope between consecutive ones; NULL for fewer than two values';

CREATE AGGREGATE plan_escap_logit_slope(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_logit_slope_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_logit_slope(plan_number, plan_number, plan_number, plan_number) IS
'the value, a share of the denominator, at a year from the last logit with the mean slope between consecutive ones; NULL for fewer than two values';

CREATE AGGREGATE plan_escap_weighted_logit(year plan_number, value plan_number, to_year plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_weighted_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_weighted_logit(plan_number, plan_number, plan_number) IS
'the percentage at a year by least squares on logits, weighted 1 / (to_year - year); NULL for fewer than two values and if one is 0 or 100';

CREATE AGGREGATE plan_escap_weighted_logit(year plan_number, value plan_number, to_year plan_number, denominator plan_number) (
	SFUNC = _plan_escap_add_share,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = _plan_escap_weighted_logit_final,
	COMBINEFUNC = _plan_escap_combine,
	SERIALFUNC = _plan_escap_serialize,
	DESERIALFUNC = _plan_escap_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_escap_weighted_logit(plan_number, plan_number, plan_number, plan_number) IS
'the value, a share of the denominator, at a year by least squares on logits, weighted 1 / (to_year - year); NULL for fewer than two values and if one is 0 or the denominator';
-- eurostat: growth against the growth that the target requires

CREATE FUNCTION plan_eurostat_pace(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number, zero plan_number DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_pace(plan_number, plan_number, plan_goal, plan_number, plan_number, plan_number) IS
'yearly growth so far divided by the growth required to reach the target: 1 is on pace, negative the wrong way; zero replaces values of 0; NULL: see plan_eurostat_reason';

CREATE FUNCTION plan_eurostat_reason(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number, zero plan_number DEFAULT 0.001)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_reason(plan_number, plan_number, plan_goal, plan_number, plan_number, plan_number) IS
'why there is no pace: no_target, no_data, one_observation, zero_baseline, zero_target, target_is_baseline, mixed_signs or no_target_year; NULL if there is one';

CREATE FUNCTION plan_eurostat_growth(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, direction plan_direction, zero plan_number DEFAULT 0.001)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_growth(plan_number, plan_number, plan_number, plan_number, plan_direction, plan_number) IS
'yearly growth as a share, positive in the wanted direction, for indicators without a target; NULL without values of two years, from 0 and across 0';

CREATE FUNCTION plan_eurostat_score(pace plan_number, achieved boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score(plan_number, boolean) IS
'score of a pace from -5 to 5, for averaging; 5 if the target is achieved; NULL without a pace';

CREATE FUNCTION plan_eurostat_class(pace plan_number, achieved boolean DEFAULT false, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_class(plan_number, boolean, text) IS
'class of a pace, in the words of statcan, eurostat or eustat; target_achieved if it is; NULL without a pace';

CREATE FUNCTION plan_eurostat_growth_score(growth plan_number, baseline plan_number DEFAULT NULL, natural_limit plan_number DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_growth_score(plan_number, plan_number, plan_number) IS
'score from -5 to 5 of growth without a target; baseline and natural limit together lower the positive cuts; NULL without growth';

CREATE FUNCTION plan_eurostat_growth_class(growth plan_number, baseline plan_number DEFAULT NULL, natural_limit plan_number DEFAULT NULL, edition text DEFAULT 'statcan')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_growth_class(plan_number, plan_number, plan_number, text) IS
'class of growth without a target, in the words of statcan, eurostat or eustat; statcan has natural limits; NULL without growth';

CREATE FUNCTION plan_eurostat_score_class(score plan_number, all_achieved boolean DEFAULT false)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_score_class(plan_number, boolean) IS
'class of an indicator whose score is the mean of several series; target_achieved if all are; NULL for NULL';

CREATE FUNCTION plan_eurostat_reflected(value plan_number, centre plan_number, not_below plan_number DEFAULT NULL)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_reflected(plan_number, plan_number, plan_number) IS
'turns a value that should be at the centre into one that should fall to it: centre + |value - centre|; NULL below not_below';

CREATE FUNCTION plan_eurostat_parity(ratio plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_eurostat_parity(plan_number) IS
'turns a ratio that should be 1 into one that should fall to 1: max(ratio, 1 / ratio), and 1 from 0.97 to 1.03; NULL unless positive';
-- sdsn: scores, colours and arrows of the SDG Index

CREATE FUNCTION plan_sdsn_score(value plan_number, lower_bound plan_number, optimum plan_number, clamped boolean DEFAULT true)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_score(plan_number, plan_number, plan_number, boolean) IS
'score from 0 at the lower bound to 100 at the optimum, limited to this range unless clamped is false; NULL for NULL';

CREATE FUNCTION plan_sdsn_colour(value plan_number, red plan_number, green plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_colour(plan_number, plan_number, plan_number) IS
'green from the green threshold, yellow from the midpoint, orange from the red threshold, else red; NULL for NULL';

CREATE FUNCTION plan_sdsn_trend(score plan_number, year plan_number, baseline_score plan_number, baseline_year plan_number, green_score plan_number, target_year plan_number DEFAULT 2030)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_trend(plan_number, plan_number, plan_number, plan_number, plan_number, plan_number) IS
'arrow of scores that are not clamped: on_track, moderately_increasing, stagnating or decreasing; NULL without scores of two years';

CREATE FUNCTION plan_sdsn_level(value plan_number, lower_bound plan_number, red plan_number, green plan_number, optimum plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_level(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'level from 0 at the lower bound, 1 at the red and 2 at the green threshold to 3 at the optimum; NULL for NULL';

CREATE FUNCTION plan_sdsn_dashboard(levels float8[])
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_dashboard(float8[]) IS
'colour of a goal by the mean of its two lowest levels; missing levels are skipped, NULL without a level';

CREATE FUNCTION plan_sdsn_goal_score(scores float8[])
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_goal_score(float8[]) IS
'score of a goal: the mean of its indicators; missing scores are skipped, NULL without a score';

CREATE FUNCTION plan_sdsn_index(goal_scores float8[], region_scores float8[] DEFAULT NULL, missing_share plan_number DEFAULT 0, max_missing plan_number DEFAULT 0.2)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sdsn_index(float8[], float8[], plan_number, plan_number) IS
'the mean of the goals; the score of the region replaces a missing goal; NULL if missing_share, of the indicators, exceeds max_missing or is NULL';
-- hdi: UNDP's human development index

CREATE FUNCTION plan_hdi(life_expectancy plan_number, expected_schooling plan_number, mean_schooling plan_number, gni_per_capita plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi(plan_number, plan_number, plan_number, plan_number) IS
'human development index from 0 to 1, not rounded: geometric mean of health, education and income; NULL below a lower goalpost and for NULL';

CREATE FUNCTION plan_hdi_health(life_expectancy plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_health(plan_number) IS
'health index of a life expectancy in years: 0 at 20, at most 1, from 85; NULL for NULL';

CREATE FUNCTION plan_hdi_education(expected_schooling plan_number, mean_schooling plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_education(plan_number, plan_number) IS
'education index: mean of expected years / 18 and mean years / 15, each at most 1; NULL for NULL';

CREATE FUNCTION plan_hdi_income(gni_per_capita plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_hdi_income(plan_number) IS
'income index of gross national income per head in PPP dollars: 0 at 100, at most 1, from 75,000; NULL for NULL';
-- un_progress: the levels of the United Nations' SDG progress chart

CREATE FUNCTION plan_un_progress_expected(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, at_year plan_number, percent boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_expected(plan_number, plan_number, plan_number, plan_number, plan_number, boolean) IS
'the value at a year if yearly growth continues; percent limits it to 0 ... 100; NULL without values of two years, from 0 and across 0';

CREATE FUNCTION plan_un_progress_ratio(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number DEFAULT 2030, percent boolean DEFAULT false)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_ratio(plan_number, plan_number, plan_goal, plan_number, plan_number, boolean) IS
'progress expected by the target year as a share of the required progress; NULL without an expected value and if the baseline meets the target';

CREATE FUNCTION plan_un_progress_level(current plan_number, current_year plan_number, goal plan_goal, baseline_year plan_number, target_year plan_number DEFAULT 2030, percent boolean DEFAULT false)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_level(plan_number, plan_number, plan_goal, plan_number, plan_number, boolean) IS
'3 if the target is met or the ratio at least 0.95, 2 if it is at least 0.10, else 1; NULL without a ratio';

CREATE FUNCTION plan_un_progress_growth_level(current plan_number, current_year plan_number, baseline plan_number, baseline_year plan_number, direction plan_direction)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_growth_level(plan_number, plan_number, plan_number, plan_number, plan_direction) IS
'level of an indicator without a target: 3 for growth of at least 2 % a year in the wanted direction, 2 for 0.5 %, else 1; NULL without growth';

CREATE FUNCTION plan_un_progress_class(level integer)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_un_progress_class(integer) IS
'a level in words: 3 met_or_on_track, 2 fair_progress, 1 stagnation_or_regression; NULL for NULL';
-- single: methods of one function each: OECD, EU cohesion policy, OKR

CREATE FUNCTION plan_oecd_distance(value plan_number, goal plan_goal, deviation plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_oecd_distance(plan_number, plan_goal, plan_number) IS
'distance to the target in standard deviations of the peers, 0 once it is met; NULL for a missing or zero deviation unless it is met';

CREATE FUNCTION plan_cohesion_class(ratios float8[], achieved plan_number DEFAULT 0.85, tolerated plan_number DEFAULT 0.75, failed plan_number DEFAULT 0.65)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cohesion_class(float8[], plan_number, plan_number, plan_number) IS
'class of an EU cohesion policy priority by its indicators'' achieved / milestone: achieved, not_achieved or serious_failure; NULL if a ratio is missing';

CREATE FUNCTION plan_okr_colour(grade plan_number, regime text DEFAULT 'aspirational')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_okr_colour(plan_number, text) IS
'colour of a grade from 0 to 1: green from 0.7, yellow from 0.4, else red; committed: green at 1, else red; NULL for NULL';
-- kpi: key performance indicators as cubes and scorecard products judge them

CREATE FUNCTION plan_kpi_status(actual plan_number, goal plan_goal, good plan_number DEFAULT 0.95, acceptable plan_number DEFAULT 0.85)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_status(plan_number, plan_goal, plan_number, plan_number) IS
'status of a KPI as a share of its target: 1 from good, 0 from acceptable, else -1; mirrored if lower is better; NULL for NULL';

CREATE FUNCTION plan_kpi_band_status(actual plan_number, worst_low plan_number, best_low plan_number, best_high plan_number, worst_high plan_number)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_band_status(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'status of a KPI with its best in the middle: 1 between the best thresholds, 0 between the worst, else -1; NULL for NULL';

CREATE FUNCTION plan_kpi_trend(current plan_number, earlier plan_number, direction plan_direction, rise plan_number DEFAULT 0.02, fall plan_number DEFAULT NULL)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_trend(plan_number, plan_number, plan_direction, plan_number, plan_number) IS
'trend of a KPI since an earlier period: 1 for growth above rise in the wanted direction, else -1; with fall, such as -0.02, 0 down to it; NULL from 0';

CREATE FUNCTION plan_kpi_rag(performance plan_number, on_track plan_number, off_track plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_rag(plan_number, plan_number, plan_number) IS
'traffic light of a completed share of the period''s target: green from on_track, red below off_track, else amber; NULL for NULL';

CREATE FUNCTION plan_infor_score(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_infor_score(plan_number, plan_goal) IS
'100 on target, 200 one whole target beyond, without limits; NULL for NULL';

CREATE FUNCTION plan_stratec_score(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_stratec_score(plan_number, plan_goal) IS
'actual in percent of the target, mirrored if lower is better; for within it decreases on both sides of the target; NULL for NULL';
-- picture: pictures of one figure or a few

CREATE FUNCTION plan_bar(share plan_number, width integer DEFAULT 10)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bar(plan_number, integer) IS
'a bar of so many characters that is full at 1, and the share in percent; NULL for NULL';

CREATE FUNCTION plan_spark("values" double precision[], low plan_number DEFAULT NULL, high plan_number DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_spark(double precision[], plan_number, plan_number) IS
'a column of eight heights for each value, from low to high or from the lowest to the highest; a space for NULL, NULL for NULL values';

CREATE FUNCTION plan_bullet_svg(actual plan_number, goal plan_goal, expected plan_number DEFAULT 1, cuts double precision[] DEFAULT NULL, adds_up boolean DEFAULT false,
	unit text DEFAULT NULL, title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 360, height integer DEFAULT 62)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bullet_svg(plan_number, plan_goal, plan_number, double precision[], boolean, text, text, text, text, integer, integer) IS
'bullet graph of an actual beside its goal, as SVG; a NULL actual is drawn as no data, a NULL goal without verdict; adds_up: of a total, as plan_status';

CREATE FUNCTION plan_sparkline_svg("values" double precision[], goal plan_goal DEFAULT NULL, projected double precision[] DEFAULT NULL, lower double precision[] DEFAULT NULL, upper double precision[] DEFAULT NULL,
	unit text DEFAULT NULL, title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 160, height integer DEFAULT 36)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sparkline_svg(double precision[], plan_goal, double precision[], double precision[], double precision[], text, text, text, text, integer, integer) IS
'line through values, as SVG, with what is projected behind them and the band of it; NULL values are gaps';

CREATE FUNCTION plan_burnup_svg(actual double precision[], goal plan_goal DEFAULT NULL, pace double precision[] DEFAULT NULL, labels text[] DEFAULT NULL, adds_up boolean DEFAULT false,
	unit text DEFAULT NULL, title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 420, height integer DEFAULT 220)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_burnup_svg(double precision[], plan_goal, double precision[], text[], boolean, text, text, text, text, integer, integer) IS
'line of figures to date against their pace and target, as SVG; without a pace it is even; NULL values are gaps; adds_up: of totals, as plan_status';

CREATE FUNCTION plan_slope_svg(entities text[], periods plan_period[], standings plan_standing[], highlight text DEFAULT NULL,
	title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 360, height integer DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_slope_svg(text[], plan_period[], plan_standing[], text, text, text, text, integer, integer) IS
'line through the ranks of each entity by period, the best at the top, as SVG; NULL entities are one, a NULL standing is a gap';

CREATE FUNCTION plan_heatmap_svg(branches text[], periods plan_period[], statuses text[],
	title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_heatmap_svg(text[], plan_period[], text[], text, text, text, integer) IS
'statuses by branch, in the order in which they come first, and period, as SVG; of plan_status, undecided or not_started; a NULL status leaves its cell empty';
