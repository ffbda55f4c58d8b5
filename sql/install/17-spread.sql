-- spread: the target of a period in parts

CREATE FUNCTION plan_spread(target plan_number, period plan_period, grain text, by text DEFAULT NULL, weights float8[] DEFAULT NULL,
	digits integer DEFAULT NULL, calendar plan_calendar DEFAULT 'standard',
	OUT part plan_period, OUT part_target float8)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'plan_spread' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 12;
COMMENT ON FUNCTION plan_spread(plan_number, plan_period, text, text, float8[], integer, plan_calendar) IS
'rows: the periods of a grain within a period, and parts of the target that add up to it, in its unit; no rows if the target, period or grain is NULL';
