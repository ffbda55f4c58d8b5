-- direction: which way is better

-- @io plan_direction

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
-- @ordering plan_direction: lower, within, higher

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
