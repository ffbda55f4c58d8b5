-- complain if script is sourced in psql, rather than via ALTER EXTENSION
\echo Use "ALTER EXTENSION tnplan UPDATE TO '0.2.0dev'" to load this file. \quit
CREATE FUNCTION _plan_answer(kind text, first_day date, last_day date, known_by date, first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar, there_from date,
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date)
	AS 'MODULE_PATHNAME', 'plan_answer_of_place' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION _plan_answer(text, date, date, date, date[], date[], date[], float8[], text[], text[], plan_calendar, date) IS
'the same of a place that is there from a day on, before which nothing is missing; NULL without any';

CREATE FUNCTION _plan_answer_places(kind text, across text, first_day date, last_day date, known_by date, places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar, ended integer[], became integer[], became_from date[], became_on date[],
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date, OUT places_below integer, OUT places_covered integer)
	AS 'MODULE_PATHNAME', 'plan_answer_changed_places' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;

COMMENT ON FUNCTION _plan_answer_places(text, text, date, date, date, integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar, integer[], integer[], date[], date[]) IS
'the same where places that ended became others, by ways of changes from became_from to became_on: what a report of these may have counts as withdrawn; NULL without any';

CREATE FUNCTION _plan_answer_history(kind text, across text, first_day date, last_day date, known_from date, known_before date,
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[],
	places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	place_first_days date[], place_last_days date[], place_known_on date[], place_values float8[], place_bounds text[], place_vintages text[], calendar plan_calendar, ended integer[], became integer[], became_from date[], became_on date[], there_from date)
	RETURNS TABLE (known_on_day date, actual float8, bound text, vintage text, answered_by text, figure_last_day date, coverage float8)
	AS 'MODULE_PATHNAME', 'plan_answer_changed_history' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;

COMMENT ON FUNCTION _plan_answer_history(text, text, date, date, date, date, date[], date[], date[], float8[], text[], text[], integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar, integer[], integer[], date[], date[], date) IS
'the same where places that ended became others, by the ways of _plan_answer_places, and of a place that is there from a day on; NULL for none of these';

