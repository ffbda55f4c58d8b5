-- calendar: how a house cuts time

-- @io plan_calendar

CREATE TYPE plan_calendar (
	INPUT = _plan_calendar_in,
	OUTPUT = _plan_calendar_out,
	RECEIVE = _plan_calendar_recv,
	SEND = _plan_calendar_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = extended
);
COMMENT ON TYPE plan_calendar IS
'fiscal years, weeks, working days: ''standard'', ''year from 6 April; week from Sunday; weekend Friday, Saturday; holidays 2024-01-01'', ''4-5-4 weeks to the Saturday nearest 31 January''';

-- @comparisons plan_calendar: by years, then by days

-- @varchar plan_calendar: IMPLICIT

CREATE FUNCTION plan_calendar(base plan_calendar, holidays date[] DEFAULT NULL, working_days date[] DEFAULT NULL, half_days date[] DEFAULT NULL)
	RETURNS plan_calendar
	AS 'MODULE_PATHNAME', 'plan_calendar_with_days' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_calendar(plan_calendar, date[], date[], date[]) IS
'a calendar with more holidays, working days and half days; NULL arrays add none';

CREATE FUNCTION _plan_calendar_to_jsonb(plan_calendar)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_calendar_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_calendar_to_jsonb(plan_calendar) IS
'a calendar as an object: rule, holidays, working_days, half_days';

CREATE CAST (plan_calendar AS jsonb) WITH FUNCTION _plan_calendar_to_jsonb(plan_calendar);
COMMENT ON CAST (plan_calendar AS jsonb) IS 'an object: rule, and arrays of periods: holidays, working_days, half_days';
