CREATE TYPE @type@;

CREATE FUNCTION _@type@_in(cstring)
	RETURNS @type@
	AS 'MODULE_PATHNAME', '@symbol@_in' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_in(cstring) IS
'text input of @type@';

CREATE FUNCTION _@type@_out(@type@)
	RETURNS cstring
	AS 'MODULE_PATHNAME', '@symbol@_out' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_out(@type@) IS
'text output of @type@';

CREATE FUNCTION _@type@_recv(internal)
	RETURNS @type@
	AS 'MODULE_PATHNAME', '@symbol@_recv' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_recv(internal) IS
'binary input of @type@';

CREATE FUNCTION _@type@_send(@type@)
	RETURNS bytea
	AS 'MODULE_PATHNAME', '@symbol@_send' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_send(@type@) IS
'binary output of @type@';
