-- workspace: tables and views for a plan, in a schema of the user's own

CREATE FUNCTION plan_known_on()
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT STABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_known_on() IS
'the day as of which workspaces are read: the setting tnplan.known_on, or the current date if it is not set';

CREATE PROCEDURE plan_create_workspace(schema text, sample boolean DEFAULT false)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_create_workspace(text, boolean) IS
'makes, restores or renews the tables and views of a workspace in a schema; sample: with a plan to look at';

CREATE PROCEDURE plan_drop_workspace(schema text, force boolean DEFAULT false)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_drop_workspace(text, boolean) IS
'drops a workspace with its schema; an error if its tables have rows, unless forced, or if other objects would go too';

CREATE FUNCTION plan_close_period(workspace text, period text, closed_on date DEFAULT NULL, note text DEFAULT NULL, early boolean DEFAULT false)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_close_period(text, text, date, text, boolean) IS
'keeps targets and verdicts of a period as known on a day, by default plan_known_on(), on which it is over or closed early; returns how many verdicts';

CREATE FUNCTION plan_reopen_period(workspace text, period text)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON FUNCTION plan_reopen_period(text, text) IS
'takes back the closing of a period, which plan_parse_period reads; returns how many verdicts go on to follow figures and targets';

CREATE PROCEDURE plan_grant_workspace(workspace text, role text, "right" text, places text[] DEFAULT NULL)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_grant_workspace(text, text, text, text[]) IS
'gives a role a right on a workspace in place of the one it has: reader, reporter of some places, or planner';

CREATE PROCEDURE plan_revoke_workspace(workspace text, role text)
	AS 'MODULE_PATHNAME' LANGUAGE C;
COMMENT ON PROCEDURE plan_revoke_workspace(text, text) IS
'takes the right on a workspace and all privileges on its tables and views from a role';

CREATE FUNCTION _plan_reads_all(workspace oid)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_reads_all' LANGUAGE C STRICT STABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_reads_all(oid) IS
'whether the caller reads the figures of all places of the workspace that has a table; NULL without a table "actual" beside it';

CREATE FUNCTION _plan_answer(kind text, first_day date, last_day date, known_by date, first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar DEFAULT 'standard',
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date)
	AS 'MODULE_PATHNAME', 'plan_answer' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_answer(text, date, date, date, date[], date[], date[], float8[], text[], text[], plan_calendar) IS
'the figure of a period by the kind of the indicator, from what was reported of it and of its parts until the day known_by, figures to date by the years of the calendar; NULL without any';

CREATE FUNCTION _plan_answer(kind text, first_day date, last_day date, known_by date, first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar, there_from date,
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date)
	AS 'MODULE_PATHNAME', 'plan_answer_of_place' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_answer(text, date, date, date, date[], date[], date[], float8[], text[], text[], plan_calendar, date) IS
'the same of a place that is there from a day on, before which nothing is missing; NULL without any';

CREATE FUNCTION _plan_answer_places(kind text, across text, first_day date, last_day date, known_by date, places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar DEFAULT 'standard',
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date, OUT places_below integer, OUT places_covered integer)
	AS 'MODULE_PATHNAME', 'plan_answer_places' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_answer_places(text, text, date, date, date, integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar) IS
'the figure of a period of a place from what was reported of the places below it, by the kind and the rule across of the indicator; NULL without any';

CREATE FUNCTION _plan_answer_places(kind text, across text, first_day date, last_day date, known_by date, places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[], calendar plan_calendar, ended integer[], became integer[], became_from date[], became_on date[],
	OUT actual float8, OUT bound text, OUT vintage text, OUT answered_by text, OUT figure_first_day date, OUT figure_last_day date, OUT figures integer, OUT coverage float8, OUT is_complete boolean, OUT figure_known_on date, OUT places_below integer, OUT places_covered integer)
	AS 'MODULE_PATHNAME', 'plan_answer_changed_places' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_answer_places(text, text, date, date, date, integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar, integer[], integer[], date[], date[]) IS
'the same where places that ended became others, by ways of changes from became_from to became_on: what a report of these may have counts as withdrawn; NULL without any';

CREATE FUNCTION _plan_answer_history(kind text, across text, first_day date, last_day date, known_from date, known_before date,
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[],
	places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	place_first_days date[], place_last_days date[], place_known_on date[], place_values float8[], place_bounds text[], place_vintages text[], calendar plan_calendar DEFAULT 'standard')
	RETURNS TABLE (known_on_day date, actual float8, bound text, vintage text, answered_by text, figure_last_day date, coverage float8)
	AS 'MODULE_PATHNAME', 'plan_answer_history' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION _plan_answer_history(text, text, date, date, date, date, date[], date[], date[], float8[], text[], text[], integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar) IS
'the figures of a period by _plan_answer, or else _plan_answer_places, on known_from and on each later day before known_before on which a report became known';

CREATE FUNCTION _plan_answer_history(kind text, across text, first_day date, last_day date, known_from date, known_before date,
	first_days date[], last_days date[], known_on date[], "values" float8[], bounds text[], vintages text[],
	places integer[], parents integer[], valid_from date[], valid_until date[], report_places integer[],
	place_first_days date[], place_last_days date[], place_known_on date[], place_values float8[], place_bounds text[], place_vintages text[], calendar plan_calendar, ended integer[], became integer[], became_from date[], became_on date[], there_from date)
	RETURNS TABLE (known_on_day date, actual float8, bound text, vintage text, answered_by text, figure_last_day date, coverage float8)
	AS 'MODULE_PATHNAME', 'plan_answer_changed_history' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION _plan_answer_history(text, text, date, date, date, date, date[], date[], date[], float8[], text[], text[], integer[], integer[], date[], date[], integer[], date[], date[], date[], float8[], text[], text[], plan_calendar, integer[], integer[], date[], date[], date) IS
'the same where places that ended became others, by the ways of _plan_answer_places, and of a place that is there from a day on; NULL for none of these';
