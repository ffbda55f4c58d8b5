-- tree: who is whose parent, from an adjacency list

CREATE TYPE plan_tree;

CREATE FUNCTION plan_tree_in(cstring)
	RETURNS plan_tree
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_in(cstring) IS
'reads the text form of plan_tree';

CREATE FUNCTION plan_tree_out(plan_tree)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_out(plan_tree) IS
'writes the text form of plan_tree';

CREATE FUNCTION plan_tree_recv(internal)
	RETURNS plan_tree
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_recv(internal) IS
'reads the binary form of plan_tree';

CREATE FUNCTION plan_tree_send(plan_tree)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_send(plan_tree) IS
'writes the binary form of plan_tree';

CREATE TYPE plan_tree (
	INPUT = plan_tree_in,
	OUTPUT = plan_tree_out,
	RECEIVE = plan_tree_recv,
	SEND = plan_tree_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE plan_tree IS
'nodes with their parents and, in a weighted tree, their weights among siblings: ''1; 11 < 1; 12 < 1'' or ''1 * 1; 11 < 1 * 0.6; 12 < 1 * 0.4''; in preorder, siblings by number; several roots are allowed';

-- Comparison: by the first node in preorder that differs.

CREATE FUNCTION plan_tree_lt(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_lt(plan_tree, plan_tree) IS
'implementation of the < operator';

CREATE FUNCTION plan_tree_le(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_le(plan_tree, plan_tree) IS
'implementation of the <= operator';

CREATE FUNCTION plan_tree_eq(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_eq(plan_tree, plan_tree) IS
'implementation of the = operator';

CREATE FUNCTION plan_tree_ne(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_ne(plan_tree, plan_tree) IS
'implementation of the <> operator';

CREATE FUNCTION plan_tree_ge(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_ge(plan_tree, plan_tree) IS
'implementation of the >= operator';

CREATE FUNCTION plan_tree_gt(plan_tree, plan_tree)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_gt(plan_tree, plan_tree) IS
'implementation of the > operator';

CREATE FUNCTION plan_tree_cmp(plan_tree, plan_tree)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_cmp(plan_tree, plan_tree) IS
'btree support of plan_tree: -1, 0 or 1';

CREATE FUNCTION plan_tree_hash(plan_tree)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_hash(plan_tree) IS
'hash support of plan_tree';

CREATE FUNCTION plan_tree_hash_extended(plan_tree, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_hash_extended(plan_tree, bigint) IS
'hash support of plan_tree, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_tree_lt, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_tree, plan_tree) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_tree_le, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_tree, plan_tree) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_tree_eq, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_tree, plan_tree) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_tree_ne, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_tree, plan_tree) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_tree_ge, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_tree, plan_tree) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_tree_gt, LEFTARG = plan_tree, RIGHTARG = plan_tree,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_tree, plan_tree) IS 'is greater than';

CREATE OPERATOR CLASS plan_tree_ops DEFAULT FOR TYPE plan_tree USING btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_tree_cmp(plan_tree, plan_tree);
COMMENT ON OPERATOR FAMILY plan_tree_ops USING btree IS 'order of plan_tree';
COMMENT ON OPERATOR CLASS plan_tree_ops USING btree IS 'order of plan_tree';

CREATE OPERATOR CLASS plan_tree_ops DEFAULT FOR TYPE plan_tree USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_tree_hash(plan_tree),
	FUNCTION 2 plan_tree_hash_extended(plan_tree, bigint);
COMMENT ON OPERATOR FAMILY plan_tree_ops USING hash IS 'hashing of plan_tree';
COMMENT ON OPERATOR CLASS plan_tree_ops USING hash IS 'hashing of plan_tree';

-- The aggregate.

CREATE FUNCTION plan_tree_add(internal, bigint, bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_add(internal, bigint, bigint) IS
'transition: adds a node';

CREATE FUNCTION plan_tree_add(internal, bigint, bigint, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_add(internal, bigint, bigint, float8) IS
'transition: adds a node with its weight';

CREATE FUNCTION plan_tree_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION plan_tree_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION plan_tree_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION plan_tree_final(internal)
	RETURNS plan_tree
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_final(internal) IS
'makes the tree';

CREATE AGGREGATE plan_tree_agg(id bigint, parent bigint) (
	SFUNC = plan_tree_add, STYPE = internal, SSPACE = 1024, FINALFUNC = plan_tree_final,
	COMBINEFUNC = plan_tree_combine, SERIALFUNC = plan_tree_serialize, DESERIALFUNC = plan_tree_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_tree_agg(bigint, bigint) IS
'the tree of an adjacency table; the parent of a root is NULL; NULL of no rows; 22023 for a node that is there twice, whose parent is missing, or that is its own ancestor, 54000 for more than 1000 levels, each naming a node; 22004 for a NULL node';

CREATE AGGREGATE plan_tree_agg(id bigint, parent bigint, weight float8) (
	SFUNC = plan_tree_add, STYPE = internal, SSPACE = 1024, FINALFUNC = plan_tree_final,
	COMBINEFUNC = plan_tree_combine, SERIALFUNC = plan_tree_serialize, DESERIALFUNC = plan_tree_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_tree_agg(bigint, bigint, float8) IS
'the tree of an adjacency table with weights among siblings, at least 0: in plan_cube_rows a parent then has the weighted mean of the scores of its children; a NULL weight weighs nothing';

CREATE FUNCTION plan_tree_rows(tree plan_tree, OUT node bigint, OUT parent bigint, OUT level integer, OUT weight double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_tree_rows(plan_tree) IS
'the nodes of a tree in preorder, a parent before its children; roots have level 1 and no parent; the weight is NULL in a tree without weights';

CREATE FUNCTION plan_tree_to_jsonb(plan_tree)
	RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_tree_to_jsonb(plan_tree) IS
'the nodes of a tree as an array of objects: node, parent, level, weight';

CREATE CAST (plan_tree AS jsonb) WITH FUNCTION plan_tree_to_jsonb(plan_tree);
COMMENT ON CAST (plan_tree AS jsonb) IS 'the nodes as an array of objects';
