-- number: the type of arguments that are values

-- @io plan_number

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
