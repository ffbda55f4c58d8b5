-- cube: scorecards by node and month in one value

CREATE TYPE plan_cube;

CREATE FUNCTION plan_cube_in(cstring)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_in(cstring) IS
'reads the text form of plan_cube';

CREATE FUNCTION plan_cube_out(plan_cube)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_out(plan_cube) IS
'writes the text form of plan_cube';

CREATE FUNCTION plan_cube_recv(internal)
	RETURNS plan_cube
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_recv(internal) IS
'reads the binary form of plan_cube';

CREATE FUNCTION plan_cube_send(plan_cube)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_send(plan_cube) IS
'writes the binary form of plan_cube';

CREATE TYPE plan_cube (
	INPUT = plan_cube_in,
	OUTPUT = plan_cube_out,
	RECEIVE = plan_cube_recv,
	SEND = plan_cube_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE plan_cube IS
'scorecards by node and month, as made by plan_cube_agg: ''101 2022-03: met=2 ...; 101 2022-04: ...'' or ''empty''; some 140 bytes a cell, at most 1 GB';

-- Comparison: by the first cell that differs.

CREATE FUNCTION plan_cube_lt(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_lt(plan_cube, plan_cube) IS
'implementation of the < operator';

CREATE FUNCTION plan_cube_le(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_le(plan_cube, plan_cube) IS
'implementation of the <= operator';

CREATE FUNCTION plan_cube_eq(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_eq(plan_cube, plan_cube) IS
'implementation of the = operator';

CREATE FUNCTION plan_cube_ne(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_ne(plan_cube, plan_cube) IS
'implementation of the <> operator';

CREATE FUNCTION plan_cube_ge(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_ge(plan_cube, plan_cube) IS
'implementation of the >= operator';

CREATE FUNCTION plan_cube_gt(plan_cube, plan_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_gt(plan_cube, plan_cube) IS
'implementation of the > operator';

CREATE FUNCTION plan_cube_cmp(plan_cube, plan_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_cmp(plan_cube, plan_cube) IS
'btree support of plan_cube: -1, 0 or 1';

CREATE FUNCTION plan_cube_hash(plan_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_hash(plan_cube) IS
'hash support of plan_cube';

CREATE FUNCTION plan_cube_hash_extended(plan_cube, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_hash_extended(plan_cube, bigint) IS
'hash support of plan_cube, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_cube_lt, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_cube, plan_cube) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_cube_le, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_cube, plan_cube) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_cube_eq, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_cube, plan_cube) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_cube_ne, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_cube, plan_cube) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_cube_ge, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_cube, plan_cube) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_cube_gt, LEFTARG = plan_cube, RIGHTARG = plan_cube,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_cube, plan_cube) IS 'is greater than';

CREATE OPERATOR CLASS plan_cube_ops DEFAULT FOR TYPE plan_cube USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_cube_cmp(plan_cube, plan_cube);
COMMENT ON OPERATOR FAMILY plan_cube_ops USING btree IS 'order of plan_cube';
COMMENT ON OPERATOR CLASS plan_cube_ops USING btree IS 'order of plan_cube';

CREATE OPERATOR CLASS plan_cube_ops DEFAULT FOR TYPE plan_cube USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_cube_hash(plan_cube),
	FUNCTION 2 plan_cube_hash_extended(plan_cube, bigint);
COMMENT ON OPERATOR FAMILY plan_cube_ops USING hash IS 'hashing of plan_cube';
COMMENT ON OPERATOR CLASS plan_cube_ops USING hash IS 'hashing of plan_cube';

-- Reading.

CREATE FUNCTION plan_cube_cells(cube plan_cube)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_cells(plan_cube) IS
'number of cells, one for each node and month that has rows';

CREATE FUNCTION plan_cube_at(cube plan_cube, node bigint, period plan_period)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_at(plan_cube, bigint, plan_period) IS
'the scorecard of a node over the months of a period; NULL where it has no rows; 22023 for a period that is not made of whole months';

CREATE FUNCTION plan_cube_rows(cube plan_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL,
	first_month integer DEFAULT 1,
	OUT node bigint, OUT parent bigint, OUT level integer, OUT period plan_period, OUT grain text, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_cube_rows(plan_cube, text[], plan_period, plan_tree, integer) IS
'the cells of a cube merged up the calendar and, where a tree is given, up the tree: one row for each node, period and grain that has any. Grains are month, quarter, half, year, year_to_date and term; NULL stands for all but year_to_date, and term needs a term. Where a term is given only periods within it count. Years to date run on to the end of the year, but not beyond the last month in which any node has rows, so that they add up. In a tree without weights a parent merges all items below it; in a weighted one it counts them, but its score is the weighted mean of the scores of its children, an item of its own weighing as one of them. Nodes stand in preorder, or by number without a tree, and periods in their order. 22023 for a node that is not in the tree and for a term that is not made of whole months';

CREATE FUNCTION plan_cube_to_jsonb(plan_cube)
	RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cube_to_jsonb(plan_cube) IS
'the cells of a cube as an array of objects: node, month, scorecard';

CREATE CAST (plan_cube AS jsonb) WITH FUNCTION plan_cube_to_jsonb(plan_cube);
COMMENT ON CAST (plan_cube AS jsonb) IS 'the cells as an array of objects';
