-- earned: early and late, by the calendar and by earned value

CREATE FUNCTION plan_years_ahead(due date, reached date)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_years_ahead(date, date) IS
'calendar years by which a day lies before the one that was due, below 0 when late: whole years from the earlier to its anniversaries, and of the rest its share of the days to the next; infinite date: 22008';

CREATE FUNCTION plan_years_ahead(due plan_period, reached plan_period)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_years_ahead_periods' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_years_ahead(plan_period, plan_period) IS
'calendar years from the end of the period in which it was reached to the end of the one that was due, below 0 when late: reached in 2022 against 2025 is 3; of two days what plan_years_ahead(date, date) has';

CREATE FUNCTION plan_years_ahead(due plan_period, reached date)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_years_ahead_period_date' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_years_ahead(plan_period, date) IS
'calendar years from the end of the day on which it was reached to the end of the period that was due, below 0 when late: reached on 31 December 2022 against 2025 is 3; infinite date: 22008';

CREATE FUNCTION plan_years_ahead(due text, reached text)
	RETURNS float8
	AS 'MODULE_PATHNAME', 'plan_years_ahead_of_text' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_years_ahead(text, text) IS
'the same of two periods, or days, by their names; text that names none: 22007';

CREATE FUNCTION plan_earned_schedule(pv float8[], ev plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_schedule(float8[], plan_number) IS
'earned schedule, in periods from the start: ES = C + (EV - PV[C]) / (PV[C + 1] - PV[C]), where C is the number of periods of which the cumulative planned value, pv[n] at the end of period n, is not above the earned value, and PV[0] = 0; the first period that has all where the earned value is all that is planned or more, 0 where it is below 0; NULL for no periods; values that fall, lie below 0 or are not finite: 22023, NULL among them: 22004; source: Lipke and Henderson';

CREATE FUNCTION plan_earned_value(pv plan_number, ev plan_number, ac plan_number, bac plan_number, planned float8[] DEFAULT NULL, passed plan_number DEFAULT NULL, estimate plan_number DEFAULT NULL, OUT pv float8, OUT ev float8, OUT ac float8, OUT bac float8, OUT sv float8, OUT cv float8, OUT spi float8, OUT cpi float8, OUT sci float8, OUT complete float8, OUT eac float8, OUT eac_atypical float8, OUT eac_combined float8, OUT etc float8, OUT vac float8, OUT tcpi float8, OUT tcpi_eac float8, OUT es float8, OUT sv_t float8, OUT spi_t float8, OUT ieac_t float8, OUT tspi float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_value(plan_number, plan_number, plan_number, plan_number, float8[], plan_number, plan_number) IS
'earned value management as one row: PV, EV, AC, BAC; schedule and cost variance SV = EV - PV and CV = EV - AC; performance SPI = EV / PV, CPI = EV / AC, SCI = SPI * CPI; complete = EV / BAC; estimates at completion, by the cost so far EAC = BAC / CPI, as planned from here on AC + BAC - EV, by cost and schedule AC + (BAC - EV) / SCI; of the estimate, one''s own or else EAC, ETC = estimate - AC, VAC = BAC - estimate; to-complete performance TCPI = (BAC - EV) / (BAC - AC), and against the estimate; given the cumulative planned values of the periods, earned schedule ES; and given the periods that have passed, SV(t) = ES - passed, SPI(t) = ES / passed, the duration it comes to, PD / SPI(t), and TSPI = (PD - ES) / (PD - passed); NULL for what is not known or has no ratio; infinity, out of range: 22003; planned values that fall, lie below 0 or are not finite: 22023, NULL among them: 22004; after PMI''s Practice Standard for Earned Value Management, 2nd edition, and Lipke and Henderson''s earned schedule';

CREATE FUNCTION plan_time_estimates(pv plan_number, ev plan_number, ac plan_number, bac plan_number, planned float8[], passed plan_number, OUT planned_duration float8, OUT tv float8, OUT eac_t_pv float8, OUT eac_t_pv_spi float8, OUT eac_t_pv_sci float8, OUT ed float8, OUT eac_t_ed float8, OUT eac_t_ed_spi float8, OUT eac_t_ed_sci float8, OUT es float8, OUT eac_t_es float8, OUT eac_t_es_spi_t float8, OUT eac_t_es_sci_t float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_estimates(plan_number, plan_number, plan_number, plan_number, float8[], plan_number) IS
'when all will be done, in periods from the start, by three methods as one row, with SPI, CPI, SCI, ES and SPI(t) of plan_earned_value: the planned duration PD, the first period by which all is planned; by the planned value method, time variance TV = (EV - PV) / (BAC / PD), and PD - TV, PD / SPI, PD / SCI; by earned duration ED = passed * SPI, passed + (PD - ED), and passed + (PD - ED) / SPI, / SCI; by earned schedule, passed + (PD - ES), and passed + (PD - ES) / SPI(t), / (SPI(t) * CPI); PD stays when more than PD periods have passed; NULL for what is not known or has no ratio; infinity, out of range: 22003; planned values that fall, lie below 0 or are not finite: 22023, NULL among them: 22004; after Vandevoorde and Vanhoucke, "A comparison of different project duration forecasting methods using earned value metrics", International Journal of Project Management 24 (2006)';

-- @io plan_earned

CREATE TYPE plan_earned (
	INPUT = _plan_earned_in,
	OUTPUT = _plan_earned_out,
	RECEIVE = _plan_earned_recv,
	SEND = _plan_earned_send,
	INTERNALLENGTH = 144,
	ALIGNMENT = double
);
COMMENT ON TYPE plan_earned IS
'exact sums of planned value, earned value, actual cost and budget over tasks, how many they are, and how many lack each figure: ''n=2 pv=30 ev=25 ac=28 bac=90 no_ac=1'', zeros left out, or ''empty''';

-- @comparisons plan_earned: by number of tasks, then by sums, then by what is missing

-- @varchar plan_earned: ASSIGNMENT

-- States form a commutative group.

CREATE FUNCTION _plan_earned_merge(plan_earned, plan_earned)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_merge' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_merge(plan_earned, plan_earned) IS
'adds two states; out of range: 22003';

CREATE FUNCTION _plan_earned_subtract(plan_earned, plan_earned)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_subtract' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_subtract(plan_earned, plan_earned) IS
'takes the second from the first of two states; out of range: 22003';

CREATE FUNCTION _plan_earned_negate(plan_earned)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_negate' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_negate(plan_earned) IS
'what added to the argument gives nothing; out of range: 22003';

CREATE OPERATOR + (
	FUNCTION = _plan_earned_merge, LEFTARG = plan_earned, RIGHTARG = plan_earned, COMMUTATOR = +
);
COMMENT ON OPERATOR + (plan_earned, plan_earned) IS 'merge, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_earned_subtract, LEFTARG = plan_earned, RIGHTARG = plan_earned
);
COMMENT ON OPERATOR - (plan_earned, plan_earned) IS 'take away, exactly';

CREATE OPERATOR - (
	FUNCTION = _plan_earned_negate, RIGHTARG = plan_earned
);
COMMENT ON OPERATOR - (NONE, plan_earned) IS 'negate';

-- Reading.

CREATE FUNCTION plan_count(earned plan_earned)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'plan_earned_count' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_count(plan_earned) IS
'number of tasks';

CREATE FUNCTION plan_earned_summary(earned plan_earned, planned float8[] DEFAULT NULL, passed plan_number DEFAULT NULL, estimate plan_number DEFAULT NULL, OUT pv float8, OUT ev float8, OUT ac float8, OUT bac float8, OUT sv float8, OUT cv float8, OUT spi float8, OUT cpi float8, OUT sci float8, OUT complete float8, OUT eac float8, OUT eac_atypical float8, OUT eac_combined float8, OUT etc float8, OUT vac float8, OUT tcpi float8, OUT tcpi_eac float8, OUT es float8, OUT sv_t float8, OUT spi_t float8, OUT ieac_t float8, OUT tspi float8)
	RETURNS record
	AS 'MODULE_PATHNAME', 'plan_earned_value_of' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_summary(plan_earned, float8[], plan_number, plan_number) IS
'earned value management of all tasks together, as plan_earned_value has it of one: a figure that any task lacks is not known of them all, so it is NULL, and so is what is computed from it; leave such tasks out, FILTER (WHERE ac IS NOT NULL), or count them as nothing, coalesce(ac, 0); NULL for NULL; errors as there';

CREATE FUNCTION plan_time_estimates(earned plan_earned, planned float8[], passed plan_number, OUT planned_duration float8, OUT tv float8, OUT eac_t_pv float8, OUT eac_t_pv_spi float8, OUT eac_t_pv_sci float8, OUT ed float8, OUT eac_t_ed float8, OUT eac_t_ed_spi float8, OUT eac_t_ed_sci float8, OUT es float8, OUT eac_t_es float8, OUT eac_t_es_spi_t float8, OUT eac_t_es_sci_t float8)
	RETURNS record
	AS 'MODULE_PATHNAME', 'plan_time_estimates_of' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_estimates(plan_earned, float8[], plan_number) IS
'when all tasks together will be done, as plan_time_estimates has it of one; NULL for NULL, and where any task lacks a figure that it takes; errors as there';

CREATE FUNCTION _plan_earned_to_jsonb(plan_earned)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_earned_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_to_jsonb(plan_earned) IS
'the number of tasks, the sums and how many tasks lack each figure, exactly, as a JSON object';

CREATE CAST (plan_earned AS jsonb) WITH FUNCTION _plan_earned_to_jsonb(plan_earned);
COMMENT ON CAST (plan_earned AS jsonb) IS 'the number of tasks, the sums and how many tasks lack each figure, exactly';

-- Aggregates.

CREATE FUNCTION _plan_earned_add(plan_earned, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_add' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_add(plan_earned, plan_number, plan_number, plan_number, plan_number) IS
'transition: adds a task';

CREATE FUNCTION _plan_earned_remove(plan_earned, plan_number, plan_number, plan_number, plan_number)
	RETURNS plan_earned
	AS 'MODULE_PATHNAME', 'plan_earned_remove' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_remove(plan_earned, plan_number, plan_number, plan_number, plan_number) IS
'inverse transition: takes a task away exactly';

CREATE AGGREGATE plan_earned_agg(pv plan_number, ev plan_number, ac plan_number, bac plan_number) (
	SFUNC = _plan_earned_add, STYPE = plan_earned, COMBINEFUNC = _plan_earned_merge,
	MSFUNC = _plan_earned_add, MINVFUNC = _plan_earned_remove, MSTYPE = plan_earned,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_earned_agg(plan_number, plan_number, plan_number, plan_number) IS
'planned value, earned value, actual cost and budget of tasks, summed up exactly; a task that lacks a figure, which is then NULL or NaN, is counted as such, and that figure is not known of all: plan_earned_value gives NULL for it unless such tasks are left out, FILTER (WHERE ac IS NOT NULL), or counted as nothing, coalesce(ac, 0); infinity and overflow: 22003; NULL over no rows';

CREATE AGGREGATE plan_rollup(earned plan_earned) (
	SFUNC = _plan_earned_merge, STYPE = plan_earned, COMBINEFUNC = _plan_earned_merge,
	MSFUNC = _plan_earned_merge, MINVFUNC = _plan_earned_subtract, MSTYPE = plan_earned,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_earned) IS
'merges stored states, exactly; NULL over no rows';

