-- period: a span of days with a calendar name

-- @io plan_period

CREATE TYPE plan_period (
	INPUT = _plan_period_in,
	OUTPUT = _plan_period_out,
	RECEIVE = _plan_period_recv,
	SEND = _plan_period_send,
	INTERNALLENGTH = 8,
	PASSEDBYVALUE,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_period IS
'a span of whole days with a calendar name: ''2020-2025'', ''2022'', ''2022-H1'', ''2022-Q3'', ''2022-09'', ''2022-W07'', ''2022-09-15'', ''2020-10..2025-09''; sorts by first day, the longer first';

-- @comparisons plan_period: by first day, then the longer first

-- @varchar plan_period: IMPLICIT

CREATE FUNCTION _plan_period_sortsupport(internal)
	RETURNS void
	AS 'MODULE_PATHNAME', 'plan_period_sortsupport' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_sortsupport(internal) IS
'sort support of plan_period';

ALTER OPERATOR FAMILY plan_period_ops USING btree ADD
	FUNCTION 2 (plan_period, plan_period) _plan_period_sortsupport(internal),
	FUNCTION 4 (plan_period, plan_period) pg_catalog.btequalimage(oid);

CREATE OPERATOR CLASS plan_period_ops DEFAULT FOR TYPE plan_period USING brin AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 brin_minmax_opcinfo(internal),
	FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
	FUNCTION 3 brin_minmax_consistent(internal, internal, internal),
	FUNCTION 4 brin_minmax_union(internal, internal, internal);
COMMENT ON OPERATOR FAMILY plan_period_ops USING brin IS 'least and greatest plan_period of ranges of pages';
COMMENT ON OPERATOR CLASS plan_period_ops USING brin IS 'least and greatest plan_period of ranges of pages';

CREATE FUNCTION _plan_period_smaller(plan_period, plan_period)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_smaller' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_smaller(plan_period, plan_period) IS
'transition of min: the one that sorts first';

CREATE FUNCTION _plan_period_larger(plan_period, plan_period)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_larger' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_larger(plan_period, plan_period) IS
'transition of max: the one that sorts last';

CREATE AGGREGATE min(plan_period) (
	SFUNC = _plan_period_smaller, STYPE = plan_period, COMBINEFUNC = _plan_period_smaller,
	SORTOP = <, PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(plan_period) IS
'the earliest period: the first to begin, and the longest of those; NULLs are ignored';

CREATE AGGREGATE max(plan_period) (
	SFUNC = _plan_period_larger, STYPE = plan_period, COMBINEFUNC = _plan_period_larger,
	SORTOP = >, PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(plan_period) IS
'the latest period: the last to begin, and the shortest of those; NULLs are ignored';

-- Containment.  Of dates and timestamps the planner knows that it is a range of them.

CREATE FUNCTION _plan_date_in_period_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_date_in_period_support' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_date_in_period_support(internal) IS
'planner support of containment of dates: as comparisons of dates, and as index conditions';

CREATE FUNCTION _plan_date_in_period_sel(internal, oid, internal, integer)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_date_in_period_sel' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_date_in_period_sel(internal, oid, internal, integer) IS
'restriction selectivity of containment of dates';

CREATE FUNCTION _plan_date_in_period_joinsel(internal, oid, internal, smallint, internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_date_in_period_joinsel' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_date_in_period_joinsel(internal, oid, internal, smallint, internal) IS
'join selectivity of containment of dates';

CREATE FUNCTION _plan_date_in_period(date, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_date_in_period' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_date_in_period(date, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_contains_date(plan_period, date)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains_date' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_period_contains_date(plan_period, date) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_timestamp_in_period(timestamp, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_timestamp_in_period' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_timestamp_in_period(timestamp, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_contains_timestamp(plan_period, timestamp)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains_timestamp' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_period_contains_timestamp(plan_period, timestamp) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_timestamptz_in_period(timestamptz, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_timestamptz_in_period' LANGUAGE C STRICT STABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_timestamptz_in_period(timestamptz, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_contains_timestamptz(plan_period, timestamptz)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains_timestamptz' LANGUAGE C STRICT STABLE PARALLEL SAFE SUPPORT _plan_date_in_period_support;
COMMENT ON FUNCTION _plan_period_contains_timestamptz(plan_period, timestamptz) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_period_contains(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_contains' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_contains(plan_period, plan_period) IS
'implementation of the @> operator';

CREATE FUNCTION _plan_period_within(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_within' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_within(plan_period, plan_period) IS
'implementation of the <@ operator';

CREATE FUNCTION _plan_period_overlaps(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_overlaps' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_overlaps(plan_period, plan_period) IS
'implementation of the && operator';

CREATE FUNCTION _plan_period_adjacent(plan_period, plan_period)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_period_adjacent' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_adjacent(plan_period, plan_period) IS
'implementation of the -|- operator';

CREATE OPERATOR <@ (
	FUNCTION = _plan_date_in_period, LEFTARG = date, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR <@ (date, plan_period) IS 'lies in; an index on the date serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains_date, LEFTARG = plan_period, RIGHTARG = date,
	COMMUTATOR = <@,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR @> (plan_period, date) IS 'contains; an index on the date serves';

CREATE OPERATOR <@ (
	FUNCTION = _plan_timestamp_in_period, LEFTARG = timestamp, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR <@ (timestamp, plan_period) IS 'lies in a day of; an index on the timestamp serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains_timestamp, LEFTARG = plan_period, RIGHTARG = timestamp,
	COMMUTATOR = <@,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR @> (plan_period, timestamp) IS 'contains the day of; an index on the timestamp serves';

CREATE OPERATOR <@ (
	FUNCTION = _plan_timestamptz_in_period, LEFTARG = timestamptz, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR <@ (timestamptz, plan_period) IS 'lies in a day of, by the time zone of the session; an index on the timestamp serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains_timestamptz, LEFTARG = plan_period, RIGHTARG = timestamptz,
	COMMUTATOR = <@,
	RESTRICT = _plan_date_in_period_sel, JOIN = _plan_date_in_period_joinsel
);
COMMENT ON OPERATOR @> (plan_period, timestamptz) IS 'contains the day of, by the time zone of the session; an index on the timestamp serves';

CREATE OPERATOR @> (
	FUNCTION = _plan_period_contains, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = <@,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR @> (plan_period, plan_period) IS 'contains';

CREATE OPERATOR <@ (
	FUNCTION = _plan_period_within, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = @>,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR <@ (plan_period, plan_period) IS 'is contained by';

CREATE OPERATOR && (
	FUNCTION = _plan_period_overlaps, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = &&,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR && (plan_period, plan_period) IS 'has days in common with';

CREATE OPERATOR -|- (
	FUNCTION = _plan_period_adjacent, LEFTARG = plan_period, RIGHTARG = plan_period,
	COMMUTATOR = -|-,
	RESTRICT = matchingsel, JOIN = matchingjoinsel
);
COMMENT ON OPERATOR -|- (plan_period, plan_period) IS 'ends the day before, or begins the day after';

-- Making.

CREATE FUNCTION plan_period(first_day date, last_day date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_make' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period(date, date) IS
'the period from a first to a last day, both included';

CREATE FUNCTION plan_period(year plan_number)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_number' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period(plan_number) IS
'the calendar year of a whole number, as extract(year from ...) gives it: -1 is 1 BC';

CREATE FUNCTION _plan_period(integer)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(integer) IS
'cast from integer to plan_period';

CREATE FUNCTION _plan_period(smallint)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_short_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(smallint) IS
'cast from smallint to plan_period';

CREATE FUNCTION _plan_period(bigint)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_long_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(bigint) IS
'cast from bigint to plan_period';

CREATE FUNCTION _plan_period(numeric)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_of_numeric_year' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(numeric) IS
'cast from numeric to plan_period';

CREATE FUNCTION plan_year(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_year(date) IS
'the calendar year that contains a date';

CREATE FUNCTION plan_half(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_half(date) IS
'the half-year, from January or July, that contains a date';

CREATE FUNCTION plan_quarter(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_quarter(date) IS
'the calendar quarter that contains a date';

CREATE FUNCTION plan_month(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_month(date) IS
'the month that contains a date';

CREATE FUNCTION plan_week(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_week(date) IS
'the ISO 8601 week, from Monday to Sunday, that contains a date';

CREATE FUNCTION plan_day(at date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_day(date) IS
'a date as a period';

CREATE FUNCTION plan_period_of(at date, grain text, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_of(date, text, plan_calendar) IS
'the period of a grain (year, half, quarter, month, week, day) that contains a date';

CREATE FUNCTION plan_year_to_date(at date, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_year_to_date(date, plan_calendar) IS
'from the first day of the year to the date';

CREATE FUNCTION _plan_period_to_daterange(plan_period)
	RETURNS daterange
	AS 'MODULE_PATHNAME', 'plan_period_to_daterange' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_to_daterange(plan_period) IS
'cast from plan_period to daterange';

CREATE FUNCTION _plan_period_to_tsrange(plan_period)
	RETURNS tsrange
	AS 'MODULE_PATHNAME', 'plan_period_to_tsrange' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_to_tsrange(plan_period) IS
'cast from plan_period to tsrange';

CREATE FUNCTION _plan_period_to_tstzrange(plan_period)
	RETURNS tstzrange
	AS 'MODULE_PATHNAME', 'plan_period_to_tstzrange' LANGUAGE C STRICT STABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_to_tstzrange(plan_period) IS
'cast from plan_period to tstzrange, by the time zone of the session';

CREATE FUNCTION _plan_period_from_daterange(daterange)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_period_from_daterange' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period_from_daterange(daterange) IS
'cast from daterange to plan_period';

CREATE FUNCTION _plan_period(date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_day' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_period(date) IS
'implementation of the cast from date';

CREATE CAST (date AS plan_period) WITH FUNCTION _plan_period(date) AS ASSIGNMENT;
COMMENT ON CAST (date AS plan_period) IS 'the day';

CREATE CAST (integer AS plan_period) WITH FUNCTION _plan_period(integer) AS IMPLICIT;
COMMENT ON CAST (integer AS plan_period) IS 'the calendar year of that number: 2022';

CREATE CAST (smallint AS plan_period) WITH FUNCTION _plan_period(smallint) AS IMPLICIT;
COMMENT ON CAST (smallint AS plan_period) IS 'the calendar year of that number: 2022';

CREATE CAST (bigint AS plan_period) WITH FUNCTION _plan_period(bigint) AS IMPLICIT;
COMMENT ON CAST (bigint AS plan_period) IS 'the calendar year of that number: 2022';

CREATE CAST (numeric AS plan_period) WITH FUNCTION _plan_period(numeric) AS IMPLICIT;
COMMENT ON CAST (numeric AS plan_period) IS 'the calendar year of that whole number: 2022';

CREATE CAST (plan_period AS daterange) WITH FUNCTION _plan_period_to_daterange(plan_period) AS ASSIGNMENT;
COMMENT ON CAST (plan_period AS daterange) IS 'the same days';

CREATE CAST (plan_period AS tsrange) WITH FUNCTION _plan_period_to_tsrange(plan_period) AS ASSIGNMENT;
COMMENT ON CAST (plan_period AS tsrange) IS 'from the first midnight up to the one after the last day';

CREATE CAST (plan_period AS tstzrange) WITH FUNCTION _plan_period_to_tstzrange(plan_period) AS ASSIGNMENT;
COMMENT ON CAST (plan_period AS tstzrange) IS 'the same by the time zone of the session';

CREATE CAST (daterange AS plan_period) WITH FUNCTION _plan_period_from_daterange(daterange) AS ASSIGNMENT;
COMMENT ON CAST (daterange AS plan_period) IS 'the same days; an empty or unbounded range is refused';

-- Moving.

CREATE FUNCTION plan_shift(period plan_period, by integer, unit text DEFAULT NULL, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_shift(plan_period, integer, text, plan_calendar) IS
'the period moved by so many of a unit (a grain), or without one of its own length, earlier if negative; months move by months';

CREATE FUNCTION plan_prior_year(period plan_period, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_prior_year(plan_period, plan_calendar) IS
'the same period of the year before; a week keeps its number, 29 February becomes the 28th';

CREATE FUNCTION plan_same_part(period plan_period, earlier plan_period, as_of date, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_same_part(plan_period, plan_period, date, plan_calendar) IS
'the part of an earlier period that corresponds to what has passed of this one by the end of as_of; NULL before this period begins';

CREATE FUNCTION plan_to_date(period plan_period, as_of date)
	RETURNS plan_period
	AS 'MODULE_PATHNAME', 'plan_to_date_period' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_to_date(plan_period, date) IS
'the part of a period that has passed by the end of as_of; NULL before the period begins';

CREATE FUNCTION plan_parent(period plan_period, grain text, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_parent(plan_period, text, plan_calendar) IS
'the period of a grain that contains all of a period; NULL if there is none';

CREATE FUNCTION plan_ancestors(period plan_period, term plan_period DEFAULT NULL, calendar plan_calendar DEFAULT 'standard')
	RETURNS plan_period[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ancestors(plan_period, plan_period, plan_calendar) IS
'the period, the month, quarter, half and year that contain it, and the term, shortest first; only those within the term, if it is given';

CREATE FUNCTION plan_ancestor_rows(period plan_period, term plan_period DEFAULT NULL, calendar plan_calendar DEFAULT 'standard', OUT ancestor plan_period, OUT grain text)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION plan_ancestor_rows(plan_period, plan_period, plan_calendar) IS
'plan_ancestors as rows, each with its grain; the last is the term, if it is given';

CREATE FUNCTION _plan_subperiods_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_subperiods_support' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_subperiods_support(internal) IS
'planner support of plan_subperiods: how many rows';

CREATE FUNCTION plan_subperiods(period plan_period, grain text, calendar plan_calendar DEFAULT 'standard')
	RETURNS SETOF plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 12 SUPPORT _plan_subperiods_support;
COMMENT ON FUNCTION plan_subperiods(plan_period, text, plan_calendar) IS
'the periods of a grain that make up a period, in order, cut at its ends';

-- Reading.

CREATE FUNCTION plan_grain(period plan_period, calendar plan_calendar DEFAULT 'standard')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_grain(plan_period, plan_calendar) IS
'the grain of a period: day, week, month, quarter, half, year, term (two or more whole years) or span';

CREATE FUNCTION plan_days(period plan_period)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_days(plan_period) IS
'number of days, at least 1';

CREATE FUNCTION plan_first_day(period plan_period)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_first_day(plan_period) IS
'first day of a period';

CREATE FUNCTION plan_last_day(period plan_period)
	RETURNS date
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_last_day(plan_period) IS
'last day of a period';

CREATE FUNCTION plan_fiscal_year(at date, calendar plan_calendar)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fiscal_year(date, plan_calendar) IS
'the number of the fiscal year that contains a date';

CREATE FUNCTION plan_fiscal_name(period plan_period, calendar plan_calendar)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fiscal_name(plan_period, plan_calendar) IS
'the name of a period in a fiscal calendar: FY2025, FY2025-H1, FY2025-Q2, FY2025-M03, FY2025-W07, FY2021-FY2025; else its own name';

CREATE FUNCTION plan_period_name(period plan_period, calendar plan_calendar)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_name(plan_period, plan_calendar) IS
'the name of a period for those who use a calendar: that of plan_fiscal_name where years of the calendar are fiscal, else its own';

CREATE FUNCTION plan_fiscal_period(name text, calendar plan_calendar)
	RETURNS plan_period
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_fiscal_period(text, plan_calendar) IS
'the period of a name in a fiscal calendar, as plan_fiscal_name writes it';

CREATE FUNCTION plan_working_days(period plan_period, calendar plan_calendar DEFAULT 'standard')
	RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_working_days(plan_period, plan_calendar) IS
'number of working days of a calendar, by default Mondays to Fridays; half days count half';

CREATE FUNCTION plan_elapsed(period plan_period, as_of date, calendar plan_calendar DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_elapsed(plan_period, date, plan_calendar) IS
'share of the days passed by the end of as_of, from 0 to 1; with a calendar, share of the working days, NULL if there are none';

CREATE FUNCTION plan_target_to_date(target plan_number, period plan_period, as_of date, calendar plan_calendar DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'plan_to_date' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_target_to_date(plan_number, plan_period, date, plan_calendar) IS
'the part of a target due by the end of as_of if spread evenly over the days of the period; with a calendar, over its working days';

