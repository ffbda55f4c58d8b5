-- trend_cube: trends by node in one value

-- @io plan_trend_cube

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

-- @comparisons plan_trend_cube: by the first node that differs

-- @varchar plan_trend_cube: ASSIGNMENT

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
