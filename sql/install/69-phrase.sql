-- phrase: figures, periods, goals and standings as people write them, in Vietnamese and English

CREATE FUNCTION plan_parse_amount(amount text, decimal_mark text DEFAULT ',', OUT value double precision, OUT upper double precision, OUT bound text, OUT unit text)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_amount(text, text) IS
'number, upper end of a band, bound (= ~ > >= < <=) and unit of a text such as ten billion USD in Vietnamese or English; an error where it cannot be read';

CREATE FUNCTION plan_parse_goal(goal text, direction plan_direction DEFAULT NULL, decimal_mark text DEFAULT ',')
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_goal(text, plan_direction, text) IS
'goal that a text in Vietnamese or English says, of the direction given where it says none; an error where it cannot be read or says another; NULL for NULL text';

CREATE FUNCTION plan_parse_period(period text, calendar plan_calendar DEFAULT NULL)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_period(text, plan_calendar) IS
'period that a text in Vietnamese or English names; fiscal years are those of the calendar, and without one an error, as what cannot be read; NULL for NULL text';

CREATE FUNCTION plan_parse_date(date text)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_date(text) IS
'day that a text in Vietnamese or English names, the day before the month; an error where it cannot be read';

CREATE FUNCTION plan_parse_standing(standing text)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parse_standing(text) IS
'rank, and of how many, that a text in Vietnamese or English says; an error where it cannot be read';

CREATE FUNCTION plan_try_parse_amount(amount text, decimal_mark text DEFAULT ',', OUT value double precision, OUT upper double precision, OUT bound text, OUT unit text)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_amount(text, text) IS
'number, upper end of a band, bound (= ~ > >= < <=) and unit of a text such as ten billion USD in Vietnamese or English; NULL where it cannot be read';

CREATE FUNCTION plan_try_parse_goal(goal text, direction plan_direction DEFAULT NULL, decimal_mark text DEFAULT ',')
	RETURNS plan_goal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_goal(text, plan_direction, text) IS
'goal that a text in Vietnamese or English says, of the direction given where it says none; NULL where it cannot be read or says another, and for NULL text';

CREATE FUNCTION plan_try_parse_period(period text, calendar plan_calendar DEFAULT NULL)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_period(text, plan_calendar) IS
'period that a text in Vietnamese or English names; fiscal years are those of the calendar; NULL where it cannot be read, as fiscal years without a calendar';

CREATE FUNCTION plan_try_parse_date(date text)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_date(text) IS
'day that a text in Vietnamese or English names, the day before the month; NULL where it cannot be read';

CREATE FUNCTION plan_try_parse_standing(standing text)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_try_parse_standing(text) IS
'rank, and of how many, that a text in Vietnamese or English says; NULL where it cannot be read';

CREATE FUNCTION plan_format_amount(value double precision, unit text DEFAULT NULL, language text DEFAULT 'vi', digits integer DEFAULT 2)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_format_amount(double precision, text, text, integer) IS
'a number in words of scale with its unit, as vi or en write it; NULL for a NULL value';
