-- scorecard: the mergeable summary of many scored items

-- @io plan_scorecard

-- Plain storage: never compressed or packed, so that it is read and changed in place.
CREATE TYPE plan_scorecard (
	INPUT = _plan_scorecard_in,
	OUTPUT = _plan_scorecard_out,
	RECEIVE = _plan_scorecard_recv,
	SEND = _plan_scorecard_send,
	INTERNALLENGTH = VARIABLE,
	STORAGE = plain,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_scorecard IS
'mergeable summary of scored rows: counts by verdict, weight with and without data, exact sums of scores, actuals and targets; ''empty'' is the identity';

-- @comparisons plan_scorecard: by counts, then by sums

-- @varchar plan_scorecard: ASSIGNMENT

-- Scorecards form a commutative group.

-- @group plan_scorecard

-- Reading.

CREATE FUNCTION plan_score(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_score' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(plan_scorecard) IS
'weighted mean of the scores of the rows with data; NULL if they have no weight';

CREATE FUNCTION plan_scorecard_score(scorecard plan_scorecard, min_coverage plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_score_covered' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_scorecard_score(plan_scorecard, plan_number) IS
'weighted mean of the scores if the coverage is at least min_coverage, from 0 to 1; else NULL';

CREATE FUNCTION plan_coverage(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_coverage' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_coverage(plan_scorecard) IS
'share of the weight that has data, from 0 to 1; NULL if nothing has weight';

CREATE FUNCTION plan_met_share(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_met_share' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_met_share(plan_scorecard) IS
'share of all rows, including those without data, that are met or exceeded; NULL if there are no rows';

CREATE FUNCTION plan_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_scorecard) IS
'number of rows, including those without data';

CREATE FUNCTION plan_count(scorecard plan_scorecard, status plan_status)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_status' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_scorecard, plan_status) IS
'number of rows with a verdict';

CREATE FUNCTION plan_scored_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_scored' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_scored_count(plan_scorecard) IS
'number of rows with a score';

CREATE FUNCTION plan_unjudged_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_unjudged' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_unjudged_count(plan_scorecard) IS
'number of rows with a score but no verdict: their pace is unknown';

CREATE FUNCTION plan_attainment(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_attainment' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_attainment(plan_scorecard) IS
'sum of the actuals that have a target / sum of the targets; NULL if there are none or the targets sum to 0';

CREATE FUNCTION plan_total_actual(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_actual' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_actual(plan_scorecard) IS
'sum of all actuals, including those without a target; NULL if there are none';

CREATE FUNCTION plan_total_target(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_target' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_target(plan_scorecard) IS
'sum of all targets, including those without an actual; NULL if there are none';

CREATE FUNCTION plan_total_weight(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_weight' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_weight(plan_scorecard) IS
'sum of the weights of all rows';

CREATE FUNCTION plan_scorecard_status(scorecard plan_scorecard, expected plan_number, cuts float8[] DEFAULT NULL)
	RETURNS plan_status
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_scorecard_status(plan_scorecard, plan_number, float8[]) IS
'the verdict on the whole: its mean score compared with 1 and with the expected share, from 0 to 1, or by cuts; no_data without a score; NULL expected: NULL';

CREATE FUNCTION _plan_summary_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_summary_support' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_summary_support(internal) IS
'planner support of plan_summary: columns alone';

CREATE FUNCTION plan_summary(scorecard plan_scorecard, OUT planned bigint, OUT scored bigint, OUT exceeded bigint, OUT met bigint, OUT on_track bigint, OUT at_risk bigint, OUT off_track bigint, OUT regressing bigint, OUT no_data bigint, OUT unjudged bigint, OUT weight float8, OUT coverage float8, OUT score float8, OUT met_share float8, OUT total_actual float8, OUT total_target float8, OUT attainment float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_summary_support;
COMMENT ON FUNCTION plan_summary(plan_scorecard) IS
'everything in a scorecard as one row; all NULL for a NULL scorecard';

CREATE FUNCTION _plan_scorecard_to_jsonb(plan_scorecard)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_scorecard_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_to_jsonb(plan_scorecard) IS
'cast from plan_scorecard to jsonb';

CREATE CAST (plan_scorecard AS jsonb) WITH FUNCTION _plan_scorecard_to_jsonb(plan_scorecard);
COMMENT ON CAST (plan_scorecard AS jsonb) IS 'everything in a scorecard, exactly, as a JSON object';

