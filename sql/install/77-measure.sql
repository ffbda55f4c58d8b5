-- measure: a mean or a measure of disparity, with its parameter

-- @io plan_measure

CREATE TYPE plan_measure (
	INPUT = _plan_measure_in,
	OUTPUT = _plan_measure_out,
	RECEIVE = _plan_measure_recv,
	SEND = _plan_measure_send,
	INTERNALLENGTH = 16,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_measure IS
'a mean or a measure of disparity with its parameter, such as theil_t, atkinson 0.5 or power_mean -1; 16 bytes';

-- @comparisons plan_measure: by measure, then by parameter

-- Columns of names.

CREATE FUNCTION _plan_measure_from_text(text)
	RETURNS plan_measure
	AS 'MODULE_PATHNAME', 'plan_measure_from_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_measure_from_text(text) IS
'implementation of the cast from text';

CREATE CAST (text AS plan_measure) WITH FUNCTION _plan_measure_from_text(text) AS IMPLICIT;
COMMENT ON CAST (text AS plan_measure) IS 'reads the text form of plan_measure';

CREATE CAST (varchar AS plan_measure) WITH FUNCTION _plan_measure_from_text(text) AS IMPLICIT;
COMMENT ON CAST (varchar AS plan_measure) IS 'reads the text form of plan_measure';

