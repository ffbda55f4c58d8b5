-- cumulative: to date within a year or another part of the calendar

CREATE FUNCTION plan_cumulative(at date, value plan_number, grain text DEFAULT 'year', calendar plan_calendar DEFAULT 'standard')
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cumulative(date, plan_number, text, plan_calendar) IS
'to date within the year, half, quarter, month or week, OVER (ORDER BY at); NULL before its first value, and behind the last value of the partition';
