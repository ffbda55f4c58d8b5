CREATE FUNCTION _@type@_merge(@type@, @type@)
	RETURNS @type@
	AS 'MODULE_PATHNAME', '@symbol@_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_merge(@type@, @type@) IS
'implementation of the + operator';

CREATE FUNCTION _@type@_subtract(@type@, @type@)
	RETURNS @type@
	AS 'MODULE_PATHNAME', '@symbol@_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_subtract(@type@, @type@) IS
'implementation of the - operator';

CREATE FUNCTION _@type@_negate(@type@)
	RETURNS @type@
	AS 'MODULE_PATHNAME', '@symbol@_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_negate(@type@) IS
'implementation of the unary - operator';

CREATE OPERATOR + (
	FUNCTION = _@type@_merge, LEFTARG = @type@, RIGHTARG = @type@, COMMUTATOR = +
);
COMMENT ON OPERATOR + (@type@, @type@) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _@type@_subtract, LEFTARG = @type@, RIGHTARG = @type@
);
COMMENT ON OPERATOR - (@type@, @type@) IS 'subtract, exactly';

CREATE OPERATOR - (
	FUNCTION = _@type@_negate, RIGHTARG = @type@
);
COMMENT ON OPERATOR - (NONE, @type@) IS 'negate';
