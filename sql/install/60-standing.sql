-- standing: a rank with the size of its field, or a rank or band as printed

-- @io plan_standing

CREATE TYPE plan_standing (
	INPUT = _plan_standing_in,
	OUTPUT = _plan_standing_out,
	RECEIVE = _plan_standing_recv,
	SEND = _plan_standing_send,
	INTERNALLENGTH = 8,
	PASSEDBYVALUE,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_standing IS
'a rank with the size of its field, ''8/63'', or as printed without one: ''8'', ''101-150'', ''1001+''; sorts the best rank first';

-- @comparisons plan_standing: the better rank first, and of equal ranks that in the larger field, bands last

-- @varchar plan_standing: IMPLICIT

CREATE FUNCTION _plan_standing_sortsupport(internal)
	RETURNS void
	AS 'MODULE_PATHNAME', 'plan_standing_sortsupport' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_sortsupport(internal) IS
'sort support of plan_standing';

ALTER OPERATOR FAMILY plan_standing_ops USING btree ADD
	FUNCTION 2 (plan_standing, plan_standing) _plan_standing_sortsupport(internal),
	FUNCTION 4 (plan_standing, plan_standing) pg_catalog.btequalimage(oid);

CREATE FUNCTION _plan_standing_smaller(plan_standing, plan_standing)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_smaller(plan_standing, plan_standing) IS
'transition of min: the one that sorts first';

CREATE FUNCTION _plan_standing_larger(plan_standing, plan_standing)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_larger(plan_standing, plan_standing) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_standing) (
	SFUNC = _plan_standing_smaller, STYPE = plan_standing, COMBINEFUNC = _plan_standing_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_standing) IS
'best standing: the lowest rank, and of equal ranks the one in the largest field';

CREATE AGGREGATE max(plan_standing) (
	SFUNC = _plan_standing_larger, STYPE = plan_standing, COMBINEFUNC = _plan_standing_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_standing) IS
'worst standing: the highest rank, and of equal ranks the one in the smallest field';

-- Making and reading.

CREATE FUNCTION plan_standing(rank bigint, field bigint)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME', 'plan_standing_make' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing(bigint, bigint) IS
'standing of a rank in a field of so many';

CREATE FUNCTION plan_rank(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_rank' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rank(plan_standing) IS
'rank, from 1 for the best; NULL of a band';

CREATE FUNCTION plan_field(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_field' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_field(plan_standing) IS
'how many were ranked; NULL if it is not known, as of a band';

CREATE FUNCTION plan_best_rank(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_best' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_best_rank(plan_standing) IS
'the better edge of a band, 101 of ''101-150''; the rank of any other standing';

CREATE FUNCTION plan_worst_rank(standing plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_worst' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_worst_rank(plan_standing) IS
'the worse edge of a band, 150 of ''101-150'', NULL of ''1001+''; the rank of any other standing';

CREATE FUNCTION plan_percentile_rank(standing plan_standing)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_standing_percentile' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_percentile_rank(plan_standing) IS
'share of the others ranked behind, 1 for the first and 0 for the last; NULL in a field of one, without a field, and of a band';

CREATE FUNCTION _plan_standing_gain(earlier plan_standing, later plan_standing)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'plan_standing_gain' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_standing_gain(plan_standing, plan_standing) IS
'implementation of the - operator: places gained';

CREATE FUNCTION plan_percentile_gain(earlier plan_standing, later plan_standing)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_standing_percentile_gain' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_percentile_gain(plan_standing, plan_standing) IS
'percentile rank of the later standing minus that of the earlier; NULL if either has none';

CREATE OPERATOR - (
	FUNCTION = _plan_standing_gain, LEFTARG = plan_standing, RIGHTARG = plan_standing
);
COMMENT ON OPERATOR - (plan_standing, plan_standing) IS 'places gained from the first to the second: plan_standing ''44/63'' - ''12/63'' is 32; of bands the least, NULL if they overlap';

