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
'mergeable summary of many scored rows: how many under each verdict, their weight with and without data, and the exact sums of weighted scores, actuals and targets; its text form lists what is not zero, ''empty'' when all is';

-- @comparisons plan_scorecard: by counts, then by sums

-- @varchar plan_scorecard: ASSIGNMENT

-- Scorecards form a commutative group.

CREATE FUNCTION _plan_scorecard_merge(plan_scorecard, plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_merge(plan_scorecard, plan_scorecard) IS
'adds two scorecards; out of range: 22003';

CREATE FUNCTION _plan_scorecard_subtract(plan_scorecard, plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_subtract(plan_scorecard, plan_scorecard) IS
'takes the second from the first of two scorecards; out of range: 22003';

CREATE FUNCTION _plan_scorecard_negate(plan_scorecard)
	RETURNS plan_scorecard
	AS 'MODULE_PATHNAME', 'plan_scorecard_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_negate(plan_scorecard) IS
'what added to the argument gives nothing; out of range: 22003';

CREATE OPERATOR + (
	FUNCTION = _plan_scorecard_merge, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_scorecard, plan_scorecard) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_scorecard_subtract, LEFTARG = plan_scorecard, RIGHTARG = plan_scorecard
);
COMMENT ON OPERATOR - (plan_scorecard, plan_scorecard) IS 'take away, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_scorecard_negate, RIGHTARG = plan_scorecard
);
COMMENT ON OPERATOR - (NONE, plan_scorecard) IS 'negate';

-- Reading.

CREATE FUNCTION plan_score(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_score' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_score(plan_scorecard) IS
'weighted mean of the scores of the rows that have data, rounded once; NULL when they weigh nothing';

CREATE FUNCTION plan_card_score(scorecard plan_scorecard, min_coverage plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_score_covered' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_card_score(plan_scorecard, plan_number) IS
'the score where coverage reaches min_coverage, else NULL; min_coverage outside [0, 1]: 22023';

CREATE FUNCTION plan_coverage(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_coverage' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_coverage(plan_scorecard) IS
'share of the weight that has data, in [0, 1]; NULL when nothing has weight';

CREATE FUNCTION plan_met_share(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_met_share' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_met_share(plan_scorecard) IS
'share of all rows, those without data included, that are met or exceeded; NULL over no rows';

CREATE FUNCTION plan_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_scorecard) IS
'number of rows, those without data included';

CREATE FUNCTION plan_count(scorecard plan_scorecard, status plan_status)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_status' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_scorecard, plan_status) IS
'number of rows under this verdict';

CREATE FUNCTION plan_scored_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_scored' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_scored_count(plan_scorecard) IS
'number of rows that have a score';

CREATE FUNCTION plan_unjudged_count(scorecard plan_scorecard)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_scorecard_count_unjudged' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_unjudged_count(plan_scorecard) IS
'number of rows that have a score but no verdict: their pace is unknown';

CREATE FUNCTION plan_attainment(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_attainment' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_attainment(plan_scorecard) IS
'sum of the actuals that have a target / sum of the targets; NULL while there is no such actual or when the targets sum to 0';

CREATE FUNCTION plan_total_actual(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_actual' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_actual(plan_scorecard) IS
'sum of all actuals, those without a target included; NULL when there are none';

CREATE FUNCTION plan_total_target(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_target' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_target(plan_scorecard) IS
'sum of the targets, of rows without an actual too; NULL when there are none';

CREATE FUNCTION plan_total_weight(scorecard plan_scorecard)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_scorecard_total_weight' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_total_weight(plan_scorecard) IS
'sum of the weights of all rows';

CREATE FUNCTION plan_card_status(scorecard plan_scorecard, expected plan_number)
	RETURNS plan_status
	AS 'MODULE_PATHNAME', 'plan_scorecard_status' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_card_status(plan_scorecard, plan_number) IS
'the verdict on the whole: its score held against 1 and against the expected share, as plan_status(actual, goal, expected) does; a scorecard does not know what was expected of its rows, so that there is no default; no_data without a score; expected outside [0, 1]: 22023';

CREATE FUNCTION plan_summary(scorecard plan_scorecard, OUT planned bigint, OUT scored bigint, OUT exceeded bigint, OUT met bigint, OUT on_track bigint, OUT at_risk bigint, OUT off_track bigint, OUT regressing bigint, OUT no_data bigint, OUT unjudged bigint, OUT weight float8, OUT coverage float8, OUT score float8, OUT met_share float8, OUT total_actual float8, OUT total_target float8, OUT attainment float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_summary(plan_scorecard) IS
'all figures of a scorecard as one row, for use in FROM; all NULL for a NULL scorecard';

CREATE FUNCTION _plan_scorecard_to_jsonb(plan_scorecard)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_scorecard_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_scorecard_to_jsonb(plan_scorecard) IS
'all that a scorecard holds, exactly, and the figures read from it, as a JSON object';

CREATE CAST (plan_scorecard AS jsonb) WITH FUNCTION _plan_scorecard_to_jsonb(plan_scorecard);
COMMENT ON CAST (plan_scorecard AS jsonb) IS 'all that a scorecard holds, exactly, and the figures read from it';

