-- cube: scorecards by node and month in one value

-- @io plan_cube

CREATE TYPE plan_cube (
	INPUT = _plan_cube_in,
	OUTPUT = _plan_cube_out,
	RECEIVE = _plan_cube_recv,
	SEND = _plan_cube_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE plan_cube IS
'scorecards by node and month, as made by plan_cube_agg: ''101 2022-03: met=2 ...; 101 2022-04: ...'' or ''empty''; some 140 bytes a cell, at most 1 GB';

-- @comparisons plan_cube: by the first cell that differs

-- @varchar plan_cube: ASSIGNMENT

-- Reading.

CREATE FUNCTION plan_cells(cube plan_cube)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_cube_cells' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cells(plan_cube) IS
'number of cells: of nodes and months with rows';

CREATE FUNCTION plan_cube_at(cube plan_cube, node bigint, period plan_period)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_at(plan_cube, bigint, plan_period) IS
'the scorecard of a node over the months of a period; NULL where it has no rows; 22023 for a period that is not made of whole months';

CREATE FUNCTION plan_cube_rows(cube plan_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, first_month integer DEFAULT 1, OUT node bigint, OUT parent bigint, OUT level integer, OUT period plan_period, OUT grain text, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_cube_rows(plan_cube, text[], plan_period, plan_tree, integer) IS
'the cells of a cube merged up the calendar and, where a tree is given, up the tree: one row for each node, period and grain that has any. Grains are month, quarter, half, year, year_to_date and term; NULL stands for all but year_to_date, and term needs a term. Where a term is given only periods within it count. Years to date run on to the end of the year, but not beyond the last month in which any node has rows, so that they add up. In a tree without weights a parent merges all items below it; in a weighted one it counts them, but its score is the weighted mean of the scores of its children, an item of its own weighing as one of them. Nodes stand in preorder, or by number without a tree, and periods in their order. 22023 for a node that is not in the tree and for a term that is not made of whole months';

CREATE FUNCTION _plan_cube_to_jsonb(plan_cube)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_cube_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_cube_to_jsonb(plan_cube) IS
'the cells of a cube as an array of objects: node, month, scorecard';

CREATE CAST (plan_cube AS jsonb) WITH FUNCTION _plan_cube_to_jsonb(plan_cube);
COMMENT ON CAST (plan_cube AS jsonb) IS 'the cells as an array of objects';

