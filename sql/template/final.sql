CREATE FUNCTION _@type@_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME', '@type@_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_final(internal) IS
'final function of @type@';
