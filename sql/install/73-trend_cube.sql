-- trend_cube: trends by node in one value

CREATE TYPE plan_trend_cube;

CREATE FUNCTION plan_trend_cube_in(cstring)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_in(cstring) IS
'reads the text form of plan_trend_cube';

CREATE FUNCTION plan_trend_cube_out(plan_trend_cube)
	RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_out(plan_trend_cube) IS
'writes the text form of plan_trend_cube';

CREATE FUNCTION plan_trend_cube_recv(internal)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_recv(internal) IS
'reads the binary form of plan_trend_cube';

CREATE FUNCTION plan_trend_cube_send(plan_trend_cube)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_send(plan_trend_cube) IS
'writes the binary form of plan_trend_cube';

CREATE TYPE plan_trend_cube (
	INPUT = plan_trend_cube_in,
	OUTPUT = plan_trend_cube_out,
	RECEIVE = plan_trend_cube_recv,
	SEND = plan_trend_cube_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE plan_trend_cube IS
'trends by node, as made by plan_trend_cube_agg: ''101: n=3 w=3 ...; 102: ...'' or ''empty''; some 112 bytes a node, at most 1 GB';

-- Comparison: by the first node that differs.

CREATE FUNCTION plan_trend_cube_lt(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_lt(plan_trend_cube, plan_trend_cube) IS
'implementation of the < operator';

CREATE FUNCTION plan_trend_cube_le(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_le(plan_trend_cube, plan_trend_cube) IS
'implementation of the <= operator';

CREATE FUNCTION plan_trend_cube_eq(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_eq(plan_trend_cube, plan_trend_cube) IS
'implementation of the = operator';

CREATE FUNCTION plan_trend_cube_ne(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_ne(plan_trend_cube, plan_trend_cube) IS
'implementation of the <> operator';

CREATE FUNCTION plan_trend_cube_ge(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_ge(plan_trend_cube, plan_trend_cube) IS
'implementation of the >= operator';

CREATE FUNCTION plan_trend_cube_gt(plan_trend_cube, plan_trend_cube)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_gt(plan_trend_cube, plan_trend_cube) IS
'implementation of the > operator';

CREATE FUNCTION plan_trend_cube_cmp(plan_trend_cube, plan_trend_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_cmp(plan_trend_cube, plan_trend_cube) IS
'btree support of plan_trend_cube: -1, 0 or 1';

CREATE FUNCTION plan_trend_cube_hash(plan_trend_cube)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_hash(plan_trend_cube) IS
'hash support of plan_trend_cube';

CREATE FUNCTION plan_trend_cube_hash_extended(plan_trend_cube, bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_hash_extended(plan_trend_cube, bigint) IS
'hash support of plan_trend_cube, with a seed';

CREATE OPERATOR < (
	FUNCTION = plan_trend_cube_lt, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (plan_trend_cube, plan_trend_cube) IS 'is less than';

CREATE OPERATOR <= (
	FUNCTION = plan_trend_cube_le, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (plan_trend_cube, plan_trend_cube) IS 'is less than or equal to';

CREATE OPERATOR = (
	FUNCTION = plan_trend_cube_eq, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel,
	HASHES, MERGES
);
COMMENT ON OPERATOR = (plan_trend_cube, plan_trend_cube) IS 'equals';

CREATE OPERATOR <> (
	FUNCTION = plan_trend_cube_ne, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (plan_trend_cube, plan_trend_cube) IS 'differs from';

CREATE OPERATOR >= (
	FUNCTION = plan_trend_cube_ge, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (plan_trend_cube, plan_trend_cube) IS 'is greater than or equal to';

CREATE OPERATOR > (
	FUNCTION = plan_trend_cube_gt, LEFTARG = plan_trend_cube, RIGHTARG = plan_trend_cube,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (plan_trend_cube, plan_trend_cube) IS 'is greater than';

CREATE OPERATOR FAMILY plan_trend_cube_btree USING btree;
COMMENT ON OPERATOR FAMILY plan_trend_cube_btree USING btree IS 'order of plan_trend_cube: by the first node that differs';
CREATE OPERATOR CLASS plan_trend_cube_btree DEFAULT FOR TYPE plan_trend_cube USING btree FAMILY plan_trend_cube_btree AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 plan_trend_cube_cmp(plan_trend_cube, plan_trend_cube);
COMMENT ON OPERATOR CLASS plan_trend_cube_btree USING btree IS 'order of plan_trend_cube: by the first node that differs';

CREATE OPERATOR FAMILY plan_trend_cube_hash USING hash;
COMMENT ON OPERATOR FAMILY plan_trend_cube_hash USING hash IS 'equality of plan_trend_cube';
CREATE OPERATOR CLASS plan_trend_cube_hash DEFAULT FOR TYPE plan_trend_cube USING hash FAMILY plan_trend_cube_hash AS
	OPERATOR 1 =,
	FUNCTION 1 plan_trend_cube_hash(plan_trend_cube),
	FUNCTION 2 plan_trend_cube_hash_extended(plan_trend_cube, bigint);
COMMENT ON OPERATOR CLASS plan_trend_cube_hash USING hash IS 'equality of plan_trend_cube';

-- Reading.

CREATE FUNCTION plan_trend_cube_nodes(cube plan_trend_cube)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_nodes(plan_trend_cube) IS
'number of nodes that have rows';

CREATE FUNCTION plan_trend_cube_at(cube plan_trend_cube, node bigint)
	RETURNS plan_trend
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_at(plan_trend_cube, bigint) IS
'the trend of a node; NULL where it has no rows';

CREATE FUNCTION plan_trend_cube_rows(cube plan_trend_cube, OUT node bigint, OUT trend plan_trend)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_trend_cube_rows(plan_trend_cube) IS
'one row for each node that has rows, by number';

CREATE FUNCTION plan_trend_cube_to_jsonb(plan_trend_cube)
	RETURNS jsonb
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_to_jsonb(plan_trend_cube) IS
'the nodes of a cube as an array of objects: node, trend';

CREATE CAST (plan_trend_cube AS jsonb) WITH FUNCTION plan_trend_cube_to_jsonb(plan_trend_cube);
COMMENT ON CAST (plan_trend_cube AS jsonb) IS 'the nodes as an array of objects';

-- Transitions.

CREATE FUNCTION plan_trend_cube_add(internal, bigint, date, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_add_float8' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_add(internal, bigint, date, float8) IS
'transition: adds a row';

CREATE FUNCTION plan_trend_cube_add(internal, bigint, date, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_add_float8_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_add(internal, bigint, date, float8, float8) IS
'transition: adds a row';

CREATE FUNCTION plan_trend_cube_add(internal, bigint, date, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_add_numeric' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_add(internal, bigint, date, numeric) IS
'transition: adds a row';

CREATE FUNCTION plan_trend_cube_add(internal, bigint, date, numeric, numeric)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_trend_cube_add_numeric_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_add(internal, bigint, date, numeric, numeric) IS
'transition: adds a row';

CREATE FUNCTION plan_trend_cube_add_cube(internal, plan_trend_cube)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_add_cube(internal, plan_trend_cube) IS
'transition: merges a cube';

CREATE FUNCTION plan_trend_cube_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_combine(internal, internal) IS
'merges two states';

CREATE FUNCTION plan_trend_cube_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_serialize(internal) IS
'a state as bytes';

CREATE FUNCTION plan_trend_cube_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_deserialize(bytea, internal) IS
'a state from bytes';

CREATE FUNCTION plan_trend_cube_final(internal)
	RETURNS plan_trend_cube
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_trend_cube_final(internal) IS
'the cube of a state';

-- Aggregates.

CREATE AGGREGATE plan_trend_cube_agg(node bigint, at date, value float8) (
	SFUNC = plan_trend_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = plan_trend_cube_final,
	COMBINEFUNC = plan_trend_cube_combine, SERIALFUNC = plan_trend_cube_serialize, DESERIALFUNC = plan_trend_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_cube_agg(bigint, date, float8) IS
'trends by node, each as plan_trend_agg makes it of the same rows, in one pass and without grouping; rows without a date, value or weight are left out; NULL over no rows; node NULL: 22004; infinity and overflow: 22003; more than 9 million nodes: 54000';

CREATE AGGREGATE plan_trend_cube_agg(node bigint, at date, value float8, weight float8) (
	SFUNC = plan_trend_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = plan_trend_cube_final,
	COMBINEFUNC = plan_trend_cube_combine, SERIALFUNC = plan_trend_cube_serialize, DESERIALFUNC = plan_trend_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_cube_agg(bigint, date, float8, float8) IS
'trends by node, each as plan_trend_agg makes it of the same rows, in one pass and without grouping; rows without a date, value or weight are left out; NULL over no rows; node NULL: 22004; negative weight: 22023; weight above 0 but below 2^-24, infinity and overflow: 22003; more than 9 million nodes: 54000';

CREATE AGGREGATE plan_trend_cube_agg(node bigint, at date, value numeric) (
	SFUNC = plan_trend_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = plan_trend_cube_final,
	COMBINEFUNC = plan_trend_cube_combine, SERIALFUNC = plan_trend_cube_serialize, DESERIALFUNC = plan_trend_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_cube_agg(bigint, date, numeric) IS
'trends by node, each as plan_trend_agg makes it of the same rows, in one pass and without grouping; rows without a date, value or weight are left out; NULL over no rows; node NULL: 22004; infinity and overflow: 22003; more than 9 million nodes: 54000';

CREATE AGGREGATE plan_trend_cube_agg(node bigint, at date, value numeric, weight numeric) (
	SFUNC = plan_trend_cube_add, STYPE = internal, SSPACE = 16384, FINALFUNC = plan_trend_cube_final,
	COMBINEFUNC = plan_trend_cube_combine, SERIALFUNC = plan_trend_cube_serialize, DESERIALFUNC = plan_trend_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_trend_cube_agg(bigint, date, numeric, numeric) IS
'trends by node, each as plan_trend_agg makes it of the same rows, in one pass and without grouping; rows without a date, value or weight are left out; NULL over no rows; node NULL: 22004; negative weight: 22023; weight above 0 but below 2^-24, infinity and overflow: 22003; more than 9 million nodes: 54000';

CREATE AGGREGATE plan_rollup(cube plan_trend_cube) (
	SFUNC = plan_trend_cube_add_cube, STYPE = internal, SSPACE = 16384, FINALFUNC = plan_trend_cube_final,
	COMBINEFUNC = plan_trend_cube_combine, SERIALFUNC = plan_trend_cube_serialize, DESERIALFUNC = plan_trend_cube_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_trend_cube) IS
'merges cubes of trends, exactly; NULL of none';
