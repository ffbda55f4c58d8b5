CREATE FUNCTION _@type@_lt(@type@, @type@)
	RETURNS boolean
	AS 'MODULE_PATHNAME', '@symbol@_lt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_lt(@type@, @type@) IS
'implementation of the @prefix@< operator';

CREATE FUNCTION _@type@_le(@type@, @type@)
	RETURNS boolean
	AS 'MODULE_PATHNAME', '@symbol@_le' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_le(@type@, @type@) IS
'implementation of the @prefix@<= operator';

CREATE FUNCTION _@type@_eq(@type@, @type@)
	RETURNS boolean
	AS 'MODULE_PATHNAME', '@symbol@_eq' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_eq(@type@, @type@) IS
'implementation of the @prefix@= operator';

CREATE FUNCTION _@type@_ne(@type@, @type@)
	RETURNS boolean
	AS 'MODULE_PATHNAME', '@symbol@_ne' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_ne(@type@, @type@) IS
'implementation of the @prefix@<> operator';

CREATE FUNCTION _@type@_ge(@type@, @type@)
	RETURNS boolean
	AS 'MODULE_PATHNAME', '@symbol@_ge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_ge(@type@, @type@) IS
'implementation of the @prefix@>= operator';

CREATE FUNCTION _@type@_gt(@type@, @type@)
	RETURNS boolean
	AS 'MODULE_PATHNAME', '@symbol@_gt' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_gt(@type@, @type@) IS
'implementation of the @prefix@> operator';

CREATE FUNCTION _@type@_cmp(@type@, @type@)
	RETURNS integer
	AS 'MODULE_PATHNAME', '@symbol@_cmp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_cmp(@type@, @type@) IS
'btree support of @type@: -1, 0 or 1';

CREATE FUNCTION _@type@_hash(@type@)
	RETURNS integer
	AS 'MODULE_PATHNAME', '@symbol@_hash' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_hash(@type@) IS
'hash support of @type@';

CREATE FUNCTION _@type@_hash_extended(@type@, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', '@symbol@_hash_extended' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _@type@_hash_extended(@type@, bigint) IS
'hash support of @type@ with a seed';

CREATE OPERATOR @prefix@< (
	FUNCTION = _@type@_lt, LEFTARG = @type@, RIGHTARG = @type@,
	COMMUTATOR = @prefix@>, NEGATOR = @prefix@>=,
	RESTRICT = pg_catalog.scalarltsel, JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR @prefix@< (@type@, @type@) IS 'less than';

CREATE OPERATOR @prefix@<= (
	FUNCTION = _@type@_le, LEFTARG = @type@, RIGHTARG = @type@,
	COMMUTATOR = @prefix@>=, NEGATOR = @prefix@>,
	RESTRICT = pg_catalog.scalarlesel, JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR @prefix@<= (@type@, @type@) IS 'less than or equal';

CREATE OPERATOR @prefix@= (
	FUNCTION = _@type@_eq, LEFTARG = @type@, RIGHTARG = @type@,
	COMMUTATOR = @prefix@=, NEGATOR = @prefix@<>,
	RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR @prefix@= (@type@, @type@) IS 'equal';

CREATE OPERATOR @prefix@<> (
	FUNCTION = _@type@_ne, LEFTARG = @type@, RIGHTARG = @type@,
	COMMUTATOR = @prefix@<>, NEGATOR = @prefix@=,
	RESTRICT = pg_catalog.neqsel, JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR @prefix@<> (@type@, @type@) IS 'not equal';

CREATE OPERATOR @prefix@>= (
	FUNCTION = _@type@_ge, LEFTARG = @type@, RIGHTARG = @type@,
	COMMUTATOR = @prefix@<=, NEGATOR = @prefix@<,
	RESTRICT = pg_catalog.scalargesel, JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR @prefix@>= (@type@, @type@) IS 'greater than or equal';

CREATE OPERATOR @prefix@> (
	FUNCTION = _@type@_gt, LEFTARG = @type@, RIGHTARG = @type@,
	COMMUTATOR = @prefix@<, NEGATOR = @prefix@<=,
	RESTRICT = pg_catalog.scalargtsel, JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR @prefix@> (@type@, @type@) IS 'greater than';

CREATE OPERATOR CLASS @type@_ops DEFAULT FOR TYPE @type@ USING btree AS
	OPERATOR 1 @prefix@<, OPERATOR 2 @prefix@<=, OPERATOR 3 @prefix@=, OPERATOR 4 @prefix@>=, OPERATOR 5 @prefix@>,
	FUNCTION 1 _@type@_cmp(@type@, @type@);
COMMENT ON OPERATOR FAMILY @type@_ops USING btree IS 'order of @type@: @order@';
COMMENT ON OPERATOR CLASS @type@_ops USING btree IS 'order of @type@: @order@';

CREATE OPERATOR CLASS @type@_ops DEFAULT FOR TYPE @type@ USING hash AS
	OPERATOR 1 @prefix@=,
	FUNCTION 1 _@type@_hash(@type@),
	FUNCTION 2 _@type@_hash_extended(@type@, bigint);
COMMENT ON OPERATOR FAMILY @type@_ops USING hash IS 'hashing of @type@';
COMMENT ON OPERATOR CLASS @type@_ops USING hash IS 'hashing of @type@';
