-- figure_cube: figures by node, entity and month in one value

-- @io plan_figure_cube

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

-- @comparisons plan_figure_cube: by the first cell that differs

-- @varchar plan_figure_cube: ASSIGNMENT

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
