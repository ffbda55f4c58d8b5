-- targets: the stated targets of nodes by period

-- @io plan_targets

CREATE TYPE plan_targets (
	INPUT = _plan_targets_in,
	OUTPUT = _plan_targets_out,
	RECEIVE = _plan_targets_recv,
	SEND = _plan_targets_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE plan_targets IS
'stated targets by node and period: ''101 2024: >= 1200; 101 2024-Q1: >= 250'' or ''empty''';

-- @comparisons plan_targets: by the first node, period or goal that differs

-- @varchar plan_targets: ASSIGNMENT

-- Reading.

CREATE FUNCTION plan_target_at(targets plan_targets, node anycompatible, period plan_period)
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_target_at(plan_targets, anycompatible, plan_period) IS
'goal that is stated for a node and this very period; NULL if there is none';

CREATE FUNCTION plan_targets_rows(targets plan_targets, OUT node bigint, OUT period plan_period, OUT goal plan_goal)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_targets_rows(plan_targets) IS
'stated targets by node, then by period, the longer first; nodes are bigint';

CREATE FUNCTION plan_targets_rows(targets plan_targets, anycompatible, OUT node anycompatible, OUT period plan_period, OUT goal plan_goal)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_targets_rows(plan_targets, anycompatible) IS
'stated targets by node, then by period; nodes have the type of the key, which is NULL: NULL::text, NULL::uuid';

CREATE FUNCTION _plan_targets_to_jsonb(plan_targets)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_targets_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_to_jsonb(plan_targets) IS
'the targets as an array of objects: node, period, goal and its parts';

CREATE CAST (plan_targets AS jsonb) WITH FUNCTION _plan_targets_to_jsonb(plan_targets);
COMMENT ON CAST (plan_targets AS jsonb) IS 'the targets as an array of objects';

-- The aggregates.

CREATE FUNCTION _plan_targets_add(internal, anycompatible, plan_period, plan_goal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_add(internal, anycompatible, plan_period, plan_goal) IS
'transition: adds a target';

CREATE FUNCTION _plan_targets_gather(internal, plan_targets)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_gather' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_gather(internal, plan_targets) IS
'transition of plan_rollup: adds all targets of a value';

CREATE FUNCTION _plan_targets_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_combine' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_combine(internal, internal) IS
'merges two partial states';

CREATE FUNCTION _plan_targets_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'plan_targets_serialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_serialize(internal) IS
'sends a partial state';

CREATE FUNCTION _plan_targets_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_targets_deserialize' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_deserialize(bytea, internal) IS
'receives a partial state';

CREATE FUNCTION _plan_targets_final(internal)
	RETURNS plan_targets
	AS 'MODULE_PATHNAME', 'plan_targets_final' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_final(internal) IS
'the targets of a state';

CREATE AGGREGATE plan_targets_agg(node anycompatible, period plan_period, goal plan_goal) (
	SFUNC = _plan_targets_add, STYPE = internal, SSPACE = 4096, FINALFUNC = _plan_targets_final,
	COMBINEFUNC = _plan_targets_combine, SERIALFUNC = _plan_targets_serialize, DESERIALFUNC = _plan_targets_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_targets_agg(anycompatible, plan_period, plan_goal) IS
'stated targets by node and period; rows without a period or goal are skipped; two goals of one node and period are an error; NULL if there are no rows';

-- Merging.

CREATE FUNCTION _plan_targets_merge(plan_targets, plan_targets)
	RETURNS plan_targets
	AS 'MODULE_PATHNAME', 'plan_targets_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_targets_merge(plan_targets, plan_targets) IS
'implementation of the + operator';

CREATE OPERATOR + (
	FUNCTION = _plan_targets_merge, LEFTARG = plan_targets, RIGHTARG = plan_targets,
	COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_targets, plan_targets) IS
'merges the targets of two values; two goals of one node and period are an error';

CREATE AGGREGATE plan_rollup(targets plan_targets) (
	SFUNC = _plan_targets_gather, STYPE = internal, SSPACE = 4096, FINALFUNC = _plan_targets_final,
	COMBINEFUNC = _plan_targets_combine, SERIALFUNC = _plan_targets_serialize, DESERIALFUNC = _plan_targets_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_targets) IS
'merges targets; two goals of one node and period are an error; NULL if there are no rows';
