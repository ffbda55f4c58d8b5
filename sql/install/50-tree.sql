-- tree: who is whose parent, from an adjacency list

-- @io plan_tree

CREATE TYPE plan_tree (
	INPUT = _plan_tree_in,
	OUTPUT = _plan_tree_out,
	RECEIVE = _plan_tree_recv,
	SEND = _plan_tree_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE plan_tree IS
'nodes with their parents and, if weighted, their weights: ''1; 11 < 1'' or ''1 * 1; 11 < 1 * 0.6''';

-- @comparisons plan_tree: by the first node in preorder that differs

-- @varchar plan_tree: ASSIGNMENT

-- The aggregate.

CREATE FUNCTION _plan_tree_add(internal, anycompatible, anycompatible)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_add(internal, anycompatible, anycompatible) IS
'transition: adds a node';

CREATE FUNCTION _plan_tree_add(internal, anycompatible, anycompatible, plan_number)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_add(internal, anycompatible, anycompatible, plan_number) IS
'transition: adds a node with its weight';

CREATE FUNCTION _plan_tree_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_tree_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_tree_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_tree_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_tree_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_tree_final(internal)
	RETURNS plan_tree
	AS 'MODULE_PATHNAME', 'plan_tree_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_final(internal) IS
'makes the tree';

CREATE AGGREGATE plan_tree_agg(id anycompatible, parent anycompatible) (
	SFUNC = _plan_tree_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_tree_final,
	COMBINEFUNC = _plan_tree_combine, SERIALFUNC = _plan_tree_serialize, DESERIALFUNC = _plan_tree_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_tree_agg(anycompatible, anycompatible) IS
'tree of an adjacency table; the parent of a root is NULL; NULL if there are no rows';

CREATE AGGREGATE plan_tree_agg(id anycompatible, parent anycompatible, weight plan_number) (
	SFUNC = _plan_tree_add, STYPE = internal, SSPACE = 1024, FINALFUNC = _plan_tree_final,
	COMBINEFUNC = _plan_tree_combine, SERIALFUNC = _plan_tree_serialize, DESERIALFUNC = _plan_tree_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_tree_agg(anycompatible, anycompatible, plan_number) IS
'tree of an adjacency table with weights among siblings, at least 0; a NULL weight is 0';

CREATE FUNCTION plan_tree_rows(tree plan_tree, OUT node bigint, OUT parent bigint, OUT level integer, OUT weight double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_tree_rows(plan_tree) IS
'nodes of a tree, parents before children; nodes are bigint';

CREATE FUNCTION plan_tree_rows(tree plan_tree, anycompatible, OUT node anycompatible, OUT parent anycompatible, OUT level integer, OUT weight double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_tree_rows(plan_tree, anycompatible) IS
'nodes of a tree, parents before children; nodes have the type of the key, which is NULL: NULL::text, NULL::uuid';

CREATE FUNCTION _plan_tree_to_jsonb(plan_tree)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_tree_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_tree_to_jsonb(plan_tree) IS
'the nodes of a tree as an array of objects: node, parent, level, weight';

CREATE CAST (plan_tree AS jsonb) WITH FUNCTION _plan_tree_to_jsonb(plan_tree);
COMMENT ON CAST (plan_tree AS jsonb) IS 'the nodes as an array of objects';

