-- cube: scorecards by node and month in one value

-- @io plan_cube

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

-- @comparisons plan_cube: by the first cell that differs

-- @varchar plan_cube: ASSIGNMENT

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

