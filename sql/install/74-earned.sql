-- earned: early and late, by the calendar and by earned value

CREATE FUNCTION plan_years_ahead(due plan_period, reached plan_period)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_years_ahead(plan_period, plan_period) IS
'calendar years from the end of the period or day in which it was reached to the end of the one due; negative if late';

CREATE FUNCTION plan_earned_schedule(pv float8[], ev plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_schedule(float8[], plan_number) IS
'earned schedule: the number of periods after which the earned value was planned; pv is cumulative; NULL if there are no periods';

CREATE FUNCTION plan_earned_value(pv plan_number, ev plan_number, ac plan_number, bac plan_number, planned float8[] DEFAULT NULL, passed plan_number DEFAULT NULL, estimate plan_number DEFAULT NULL, OUT pv float8, OUT ev float8, OUT ac float8, OUT bac float8, OUT sv float8, OUT cv float8, OUT spi float8, OUT cpi float8, OUT sci float8, OUT complete float8, OUT eac float8, OUT eac_atypical float8, OUT eac_combined float8, OUT etc float8, OUT vac float8, OUT tcpi float8, OUT tcpi_eac float8, OUT es float8, OUT sv_t float8, OUT spi_t float8, OUT ieac_t float8, OUT tspi float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_earned_value(plan_number, plan_number, plan_number, plan_number, float8[], plan_number, plan_number) IS
'earned value management as one row; planned is cumulative, passed counts periods; NULL for what is unknown or has no ratio';

CREATE FUNCTION plan_time_estimates(pv plan_number, ev plan_number, ac plan_number, bac plan_number, planned float8[], passed plan_number, OUT planned_duration float8, OUT tv float8, OUT eac_t_pv float8, OUT eac_t_pv_spi float8, OUT eac_t_pv_sci float8, OUT ed float8, OUT eac_t_ed float8, OUT eac_t_ed_spi float8, OUT eac_t_ed_sci float8, OUT es float8, OUT eac_t_es float8, OUT eac_t_es_spi_t float8, OUT eac_t_es_sci_t float8)
	RETURNS record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_time_estimates(plan_number, plan_number, plan_number, plan_number, float8[], plan_number) IS
'duration at completion, in periods, by three methods as one row; planned is cumulative; NULL for what is unknown';

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
'exact sums of PV, EV, AC and BAC over tasks, and how many lack each: ''n=2 pv=30 ev=25 ac=28 bac=90 no_ac=1''';

-- @comparisons plan_earned: by number of tasks, then by sums, then by what is missing

-- @varchar plan_earned: ASSIGNMENT

-- States form a commutative group.

-- @group plan_earned

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
'plan_earned_value of all tasks together; a value that one task lacks is NULL; NULL row for NULL';

CREATE FUNCTION _plan_earned_to_jsonb(plan_earned)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_earned_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_earned_to_jsonb(plan_earned) IS
'implementation of the cast to jsonb';

CREATE CAST (plan_earned AS jsonb) WITH FUNCTION _plan_earned_to_jsonb(plan_earned);
COMMENT ON CAST (plan_earned AS jsonb) IS 'tasks, sums and tasks that lack each value, exactly';

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
'inverse transition: subtracts a task';

CREATE AGGREGATE plan_earned_agg(pv plan_number, ev plan_number, ac plan_number, bac plan_number) (
	SFUNC = _plan_earned_add, STYPE = plan_earned, COMBINEFUNC = _plan_earned_merge,
	MSFUNC = _plan_earned_add, MINVFUNC = _plan_earned_remove, MSTYPE = plan_earned,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_earned_agg(plan_number, plan_number, plan_number, plan_number) IS
'state of tasks by PV, EV, AC and BAC; NULL and NaN count as missing, NULL if there are no rows';

CREATE AGGREGATE plan_rollup(earned plan_earned) (
	SFUNC = _plan_earned_merge, STYPE = plan_earned, COMBINEFUNC = _plan_earned_merge,
	MSFUNC = _plan_earned_merge, MINVFUNC = _plan_earned_subtract, MSTYPE = plan_earned,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_rollup(plan_earned) IS
'merges states; NULL if there are no rows';

