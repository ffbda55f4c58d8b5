-- Early or late, in years of the calendar.  Reached in 2022 against 2025, by date and by name.
SET datestyle = 'ISO';
SELECT plan_years_ahead(plan_period '2025', plan_period '2022') AS years, plan_years_ahead(date '2025-12-31'::plan_period, plan_day('2022-12-31')) AS dates, plan_years_ahead('2025', '2022') AS names,
	plan_years_ahead(due => '2025', reached => '2025-06') AS half, plan_years_ahead('2023-Q4', '2024-Q2') AS late, plan_years_ahead('2025', '2021-2025') AS in_time;
SELECT plan_years_ahead(plan_period '2025', plan_day('2022-12-31')) AS by_the_day, plan_years_ahead(2025, plan_day('2025-06-30')) AS half, plan_years_ahead(plan_period '2023-Q4', plan_day('2024-01-01')) AS late, plan_years_ahead(plan_period '2024-02', plan_day('2023-02-28')) AS ends_of_february;
SELECT due, reached, plan_years_ahead(plan_day(due), plan_day(reached))
FROM (VALUES (date '2025-06-30', date '2022-06-30'), ('2025-06-30', '2022-07-01'), ('2022-06-30', '2025-06-30'), ('2024-02-29', '2020-02-29'), ('2025-02-28', '2024-02-29'), ('2025-03-01', '2024-02-29'), ('2024-02-29', '2023-02-28'),
	('2024-07-01', '2024-01-01'), ('2023-07-02', '2023-01-01'), ('2025-01-01', '2025-01-01'), ('0001-01-01', '0001-01-01 BC'), ('5874897-12-31', '4714-11-24 BC')) AS v (due, reached);
SELECT plan_years_ahead(plan_period '2024-02', plan_period '2023-02') AS ends_of_february, plan_years_ahead(plan_period '5874897', plan_period '5874896') AS last;
-- The day n years on is n years ahead, and what is ahead one way is behind the other.
SELECT count(*) AS days, count(*) FILTER (WHERE plan_years_ahead(plan_day((day + n * interval '1 year')::date), plan_day(day)) <> n) AS wrong, count(*) FILTER (WHERE plan_years_ahead(plan_day(day), plan_day(day + n * 17)) <> - plan_years_ahead(plan_day(day + n * 17), plan_day(day))) AS lopsided,
	count(*) FILTER (WHERE plan_years_ahead(plan_day(day + n * 17 + 1), plan_day(day)) <= plan_years_ahead(plan_day(day + n * 17), plan_day(day))) AS not_later
FROM (SELECT date '2019-12-25' + i AS day FROM generate_series(0, 1500, 7) AS i) AS days, generate_series(0, 12) AS n;
-- Of two days it is the same however they are written.
SELECT count(*) FILTER (WHERE plan_years_ahead(plan_day(due), plan_day(reached)) IS DISTINCT FROM plan_years_ahead(plan_period(due, due), reached::plan_period)) AS periods_differ, count(*) FILTER (WHERE plan_years_ahead(plan_day(due), plan_day(reached)) IS DISTINCT FROM plan_years_ahead(due::text::plan_period, reached::text::plan_period)) AS names_differ, count(*)
FROM (SELECT date '2023-02-20' + i AS due FROM generate_series(0, 20) AS i) AS d, (SELECT date '2020-02-20' + i AS reached FROM generate_series(0, 1500, 11) AS i) AS r;
SELECT plan_years_ahead('2024-02-29', '2023-02-28') AS literals, plan_years_ahead('2024-02-29', plan_day(reached)) AS one_literal, plan_years_ahead(plan_day(reached), '2022-02-28') AS other, plan_years_ahead(2025, '2022') AS year, plan_years_ahead('2025', plan_period '2022') AS period FROM (VALUES (date '2023-02-28')) AS v (reached);
SELECT plan_years_ahead(date 'infinity'::plan_period, '2022-01-01');
SELECT plan_years_ahead('2022', date '-infinity'::plan_period);
-- A date is no period by itself: a comparison with a year by mistake stays an error.
\set VERBOSITY terse
SELECT plan_years_ahead('2025', date '2022-12-31');
SELECT date '2022-12-31' > 2022;
\set VERBOSITY default
SELECT plan_years_ahead('2025', 'soon');

-- The figures of the PRA package's test suite, each with its inputs, but for PV, which is an
-- input here.  Where it takes CPI and SPI as they come, the values are such that they have them.
SELECT what, got, expected, abs(got - expected) < 1e-6 AS agrees
FROM (
	SELECT 'sv' AS what, sv AS got, -5000.0 AS expected FROM plan_earned_value(40000, 35000, NULL, NULL) UNION ALL
	SELECT 'cv', cv, -1000 FROM plan_earned_value(NULL, 35000, 36000, NULL) UNION ALL
	SELECT 'spi', spi, 0.875 FROM plan_earned_value(40000, 35000, NULL, NULL) UNION ALL
	SELECT 'cpi', cpi, 0.9722222 FROM plan_earned_value(NULL, 35000, 36000, NULL) UNION ALL
	SELECT 'ev', bac * complete, 35000 FROM plan_earned_value(NULL, 35000, NULL, 100000) UNION ALL
	SELECT 'eac_typical', eac, 125000 FROM plan_earned_value(NULL, 40000, 50000, 100000) UNION ALL
	SELECT 'eac_atypical', eac_atypical, 128000 FROM plan_earned_value(NULL, 35000, 63000, 100000) UNION ALL
	SELECT 'eac_combined', 63000 + eac_combined - ac, 153277.777777778 FROM plan_earned_value(35000 / 0.9, 35000, 35000 / 0.8, 100000) UNION ALL
	SELECT 'etc_atypical', eac_atypical - ac, 65000 FROM plan_earned_value(NULL, 35000, 63000, 100000) UNION ALL
	SELECT 'etc_cpi', etc, 81250 FROM plan_earned_value(NULL, 35000, 35000 / 0.8, 100000) UNION ALL
	SELECT 'vac', vac, -20000 FROM plan_earned_value(NULL, NULL, NULL, 100000, estimate => 120000) UNION ALL
	SELECT 'tcpi_bac', tcpi, 1.083333333333333 FROM plan_earned_value(NULL, 35000, 40000, 100000) UNION ALL
	SELECT 'tcpi_eac', tcpi_eac, 0.8125 FROM plan_earned_value(NULL, 35000, 40000, 100000, estimate => 120000)
) AS v;

-- A programme of twelve months, of which five have passed; the last two columns of the plan
-- are flat.  Worked by hand: 300 was to be earned after 3 + (300 - 270) / (400 - 270) months.
SELECT * FROM plan_earned_value(550, 300, 360, 1000, '{60,150,270,400,550,680,790,880,950,1000,1000,1000}', 5) \gx
SELECT round(es::numeric, 12) AS es, round((3 + 30 / 130.0), 12) AS by_hand, round(sv_t::numeric, 12) AS sv_t, round((3 + 30 / 130.0 - 5), 12) AS by_hand, round(spi_t::numeric, 12) AS spi_t, round((3 + 30 / 130.0) / 5, 12) AS by_hand,
	round(ieac_t::numeric, 10) AS ieac_t, round(10 / ((3 + 30 / 130.0) / 5), 10) AS by_hand, round(tspi::numeric, 12) AS tspi, round((10 - 3 - 30 / 130.0) / (10 - 5), 12) AS by_hand
FROM plan_earned_value(550, 300, 360, 1000, '{60,150,270,400,550,680,790,880,950,1000,1000,1000}', 5);
-- Done in month 13 of a plan of nine: SPI has forgotten it, SPI(t) has not.
SELECT spi, sv, round(spi_t::numeric, 3) AS spi_t, sv_t, ieac_t FROM plan_earned_value(900, 900, 950, 900, '{100,200,300,400,500,600,700,800,900}', 13);
-- A target of 2025 reached in 2022 is all earned after two of five years of which it was due:
-- weights take the place of money.
SELECT sv_t AS years_ahead, spi_t FROM plan_earned_value(40, 100, NULL, 100, '{20,40,60,80,100}', 2);

-- Where the plan is flat, what is due has been earned to the end of that; all is due when it first is.
SELECT ev, plan_earned_schedule('{10,20,20,50,80,80}', ev) FROM unnest('{0,-5,5,10,15,20,20.000001,35,50,79,80,100,NULL,NaN}'::float8[]) AS ev;
SELECT plan_earned_schedule('{99.99999,100}', 100) AS all_is_due_at_last, plan_earned_schedule('{99.999999999999986,100}', 100) AS by_a_bit;
SELECT plan_earned_schedule('{}', 5) AS no_periods, plan_earned_schedule('{0,0}', 5) AS nothing_planned, plan_earned_schedule('{0,0,10}', 0) AS nothing_earned, plan_earned_schedule('{0,0,10}', -1) AS less, plan_earned_schedule('{0,0,10}', 5) AS late_start, plan_earned_schedule(ARRAY[10, 20], 15) AS integers;
SELECT es, sv_t, spi_t, ieac_t FROM plan_earned_value(10, 10, 10, 20, '{10,10,10,20}', 3);
-- Against the definition, at values of the plan, between them and beyond it.
SELECT count(*), count(*) FILTER (WHERE abs(plan_earned_schedule(pv, ev) - es) > 1e-12) AS wrong
FROM (SELECT array_agg(s ORDER BY i) AS pv FROM (SELECT i, (sum(abs(hashint4(i)) % 50 / 7) OVER (ORDER BY i))::float8 AS s FROM generate_series(1, 40) AS i) AS c) AS p, generate_series(0, 140) AS ev,
	LATERAL (SELECT CASE WHEN ev >= pv[40] THEN (SELECT min(n) FROM generate_series(1, 40) AS n WHERE pv[n] = pv[40]) ELSE c + (ev - coalesce(pv[c], 0)) / (pv[c + 1] - coalesce(pv[c], 0)) END AS es
		FROM (SELECT count(*)::int AS c FROM generate_series(1, 40) AS n WHERE pv[n] <= ev) AS c) AS defined;

-- When will it be done?  By the planned value method, earned duration and earned schedule, each as planned from here on, as the
-- schedule has been kept so far, and as schedule and cost have.
SELECT * FROM plan_time_estimates(550, 300, 360, 1000, '{60,150,270,400,550,680,790,880,950,1000,1000,1000}', 5) \gx
SELECT t = plan_time_estimates(550, 300, 360, 1000, '{60,150,270,400,550,680,790,880,950,1000,1000,1000}', 5) AS of_tasks
FROM (SELECT plan_earned_agg(pv, ev, ac, bac) AS earned FROM (VALUES (300, 250, 300, 600), (250, 50, 60, 400)) AS v (pv, ev, ac, bac)) AS e, plan_earned_summary(earned) AS s, plan_time_estimates(s.pv, s.ev, s.ac, s.bac, '{60,150,270,400,550,680,790,880,950,1000,1000,1000}', 5) AS t;
-- Thirteen months of a plan of nine, from the worksheet of castor00's EVapp, with all of its figures.  For the planned value rate it
-- divides the budget by the cost of the last month and not by the planned duration: what depends on that is compared at its rate.
CREATE TABLE evm (bac float8, planned_duration float8, at float8, ac float8, ev float8, pv float8, sv float8, spi float8, cv float8, cpi float8, sci float8, pv_rate float8, tv float8, eact_pv1 float8, eact_pv2 float8, eact_pv3 float8,
	ed float8, eact_ed_pf1 float8, eact_ed_spi float8, eact_ed_sci float8, es float8, spi_t float8, sci_t float8, eact_es_pf1 float8, eact_es_spit float8, eact_es_scit float8);
\copy evm FROM 'test/data/evm.csv' CSV HEADER
SELECT measure IN ('pv_rate', 'tv', 'eact_pv1') AS at_its_rate, count(*) AS figures, count(*) FILTER (WHERE abs(ours - sheet) <= 1e-9) AS agree, count(DISTINCT measure) AS measures, count(DISTINCT month) AS months
FROM (
	SELECT s.at AS month, m.*
	FROM evm AS s, (SELECT array_agg(pv ORDER BY at) AS planned, max(ac) AS last_cost FROM evm) AS p, plan_earned_value(s.pv, s.ev, s.ac, s.bac, p.planned, s.at) AS v, plan_time_estimates(s.pv, s.ev, s.ac, s.bac, p.planned, s.at) AS t,
		LATERAL (SELECT t.tv * (s.bac / t.planned_duration) / s.pv_rate AS tv) AS at_its_rate,
		LATERAL (VALUES ('sv', v.sv, s.sv), ('spi', v.spi, s.spi), ('cv', v.cv, s.cv), ('cpi', v.cpi, s.cpi), ('sci', v.sci, s.sci), ('pv_rate', s.bac / p.last_cost, s.pv_rate), ('tv', at_its_rate.tv, s.tv), ('eact_pv1', t.planned_duration - at_its_rate.tv, s.eact_pv1),
			('eact_pv2', t.eac_t_pv_spi, s.eact_pv2), ('eact_pv3', t.eac_t_pv_sci, s.eact_pv3), ('ed', t.ed, s.ed), ('eact_ed_pf1', t.eac_t_ed, s.eact_ed_pf1), ('eact_ed_spi', t.eac_t_ed_spi, s.eact_ed_spi), ('eact_ed_sci', t.eac_t_ed_sci, s.eact_ed_sci),
			('es', t.es, s.es), ('spi_t', v.spi_t, s.spi_t), ('sci_t', v.spi_t * v.cpi, s.sci_t), ('eact_es_pf1', t.eac_t_es, s.eact_es_pf1), ('eact_es_spit', t.eac_t_es_spi_t, s.eact_es_spit), ('eact_es_scit', t.eac_t_es_sci_t, s.eact_es_scit)) AS m (measure, ours, sheet)
) AS figures GROUP BY 1 ORDER BY 1;
-- Done on time, all methods say the planned duration; what is not known, or has no ratio, is NULL.
SELECT * FROM plan_time_estimates(20, 20, 20, 20, '{10,20,20}', 2);
SELECT what, planned_duration, tv, eac_t_pv, eac_t_pv_spi, eac_t_pv_sci, ed, eac_t_ed, eac_t_ed_spi, eac_t_ed_sci, es, eac_t_es, eac_t_es_spi_t, eac_t_es_sci_t
FROM (VALUES ('no cost', 15::float8, 10::float8, NULL::float8, 20::float8, '{10,20,20}'::float8[], 2::float8), ('no plan', 15, 10, 12, 20, NULL, 2), ('no periods', 15, 10, 12, 20, '{}', 2), ('nothing planned', 0, 0, 0, 0, '{0,0}', 1), ('nothing earned', 15, 0, 12, 20, '{10,20,20}', 2),
	('nothing spent', 15, 10, 0, 20, '{10,20,20}', 2), ('not begun', 0, 0, 0, 20, '{10,20,20}', 0), ('no date', 15, 10, 12, 20, '{10,20,20}', NULL)) AS v (what, pv, ev, ac, bac, planned, passed), LATERAL plan_time_estimates(pv, ev, ac, bac, planned, passed) AS t;
SELECT count(*) AS rows, count(t.ed) AS figures FROM plan_time_estimates(NULL, NULL, NULL, NULL, '{10}', 1) AS t;

-- Nothing planned, earned or spent makes no ratio.
SELECT * FROM plan_earned_value(0, 0, 0, 100) \gx
SELECT tcpi FROM plan_earned_value(100, 90, 100, 100);
SELECT tcpi FROM plan_earned_value(100, 90, 120, 100);
SELECT count(*) AS rows, count(sv) AS figures FROM plan_earned_value(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT (plan_earned_value(40, 30, 32, 100)).cpi, (plan_earned_value(40, 'NaN', 32, 100)).cpi AS missing;

-- Over tasks: an aggregate, which merges.  What one of them lacks is not known of them all, as
-- the third of the roads lacks what it has earned and cost.
CREATE TABLE tasks (programme text, task int, pv numeric, ev float8, ac int, bac float8);
INSERT INTO tasks VALUES ('roads', 1, 100, 100, 110, 100), ('roads', 2, 80, 60, 70, 120), ('roads', 3, 0, NULL, NULL, 80), ('schools', 1, 50, 55, 40, 90), ('schools', 2, 20.5, 20.25, 30, 60);
SELECT programme, plan_count(earned), sv, cv, round(spi::numeric, 4) AS spi, round(cpi::numeric, 4) AS cpi, round(eac::numeric, 3) AS eac, vac < 0 AS overrun
FROM (SELECT programme, plan_earned_agg(pv, ev, ac, bac) AS earned FROM tasks GROUP BY ROLLUP (programme)) AS t, plan_earned_summary(earned) ORDER BY programme;
-- The two ways out: without such tasks, or with nothing in the place of what is missing.
SELECT (plan_earned_summary(plan_earned_agg(pv, ev, ac, bac) FILTER (WHERE ac IS NOT NULL))).*, sum(ev) / sum(ac) = (plan_earned_summary(plan_earned_agg(pv, ev, ac, bac) FILTER (WHERE ac IS NOT NULL))).cpi AS same_cpi FROM tasks \gx
SELECT how, pv, ev, ac, bac, cpi, tcpi, complete
FROM (SELECT plan_earned_agg(pv, ev, ac, bac) AS e1, plan_earned_agg(pv, ev, ac, bac) FILTER (WHERE ac IS NOT NULL) AS e2, plan_earned_agg(pv, coalesce(ev, 0), coalesce(ac, 0), bac) AS e3 FROM tasks) AS t,
	LATERAL (VALUES ('as it is', e1), ('without', e2), ('as nothing', e3)) AS v (how, e), plan_earned_summary(e);
-- One task is what the scalar form has of it, whatever is missing.
SELECT count(*), count(*) FILTER (WHERE plan_earned_summary(plan_earned_agg) IS DISTINCT FROM plan_earned_value(pv, ev, ac, bac)) AS different
FROM (SELECT pv, ev, ac, bac, plan_earned_agg(pv, ev, ac, bac) FROM unnest('{10,NULL}'::float8[]) AS pv, unnest('{8,NaN}'::float8[]) AS ev, unnest('{9,NULL}'::float8[]) AS ac, unnest('{100,NULL}'::float8[]) AS bac GROUP BY 1, 2, 3, 4) AS t;
SELECT plan_earned_agg(pv, ev, ac, bac), plan_earned_agg(pv, ev, ac, bac)::jsonb AS json, (SELECT spi_t FROM plan_earned_summary(plan_earned_agg(pv, ev, ac, bac) FILTER (WHERE ev IS NOT NULL), '{100,200,400,450}', 2)) AS spi_t FROM tasks;
SELECT plan_rollup(e) = (SELECT plan_earned_agg(pv, ev, ac, bac) FROM tasks) AS merged, plan_rollup(e) - plan_rollup(e) AS nothing, - (- plan_rollup(e)) = plan_rollup(e) AS negated, plan_rollup(e) FILTER (WHERE programme = 'roads') + plan_rollup(e) FILTER (WHERE programme <> 'roads') = plan_rollup(e) AS sum
FROM (SELECT programme, plan_earned_agg(pv, ev, ac, bac) AS e FROM tasks GROUP BY programme) AS parts;
SELECT programme, task, plan_earned_agg(pv, ev, ac, bac) OVER (ORDER BY programme, task ROWS 1 PRECEDING) AS moving FROM tasks ORDER BY 1, 2;
SELECT plan_earned_agg(pv, ev, ac, bac) AS none FROM tasks WHERE false;
SELECT plan_earned_agg(NULL, NULL, NULL, NULL) AS nothing_known, plan_earned_agg(1, NULL, 'NaN', 4)::jsonb AS json, (SELECT count(cpi) FROM plan_earned_summary(NULL::plan_earned)) AS of_null;
SELECT e::text::plan_earned = e AS text, e FROM unnest(ARRAY['empty', ' n=3  pv=1.5 ac=-0.25 ', 'n=2 pv=30 ev=25 ac=28 bac=90 no_ac=1', ' no_pv=-1 no_ev=9223372036854775807 no_bac=-9223372036854775808', 'n=-9223372036854775808 bac=170141183460469231731687303715884105727.99999999999999999995']::plan_earned[]) AS e;
CREATE TABLE stored AS SELECT task, plan_earned_agg(pv, ev, ac, bac / 3) AS e FROM tasks GROUP BY task;
\copy stored TO 'results/earned.binary' (FORMAT binary)
CREATE TABLE received (LIKE stored);
\copy received FROM 'results/earned.binary' (FORMAT binary)
SELECT count(*) AS lost FROM (TABLE stored EXCEPT ALL TABLE received) AS l;
SELECT count(DISTINCT e) AS hashed, (SELECT count(*) FROM (SELECT e FROM received UNION SELECT e FROM stored) AS u) AS sorted FROM stored;

-- Errors.
SELECT plan_earned_schedule('{10,5}', 5);
SELECT plan_earned_schedule('{10,NULL}', 5);
SELECT plan_earned_schedule('{-10,5}', 5);
SELECT plan_earned_schedule('{10,20,-0.5}', 5);
SELECT plan_earned_schedule('{10,Infinity}', 5);
SELECT plan_earned_schedule('{10,-Infinity}', 5);
SELECT plan_earned_schedule('{NaN}', 5);
SELECT plan_earned_schedule('{{1,2}}', 5);
SELECT plan_earned_schedule('{1}', 'Infinity');
SELECT plan_earned_value(1, 2, 3, 4, '{1,3,2.5}', 1);
SELECT plan_earned_value(1, 2, '-Infinity', 4);
SELECT plan_earned_value(-1e308, 1e308, 1, 1);
SELECT plan_time_estimates(1, 2, 3, 4, '{2,1}', 1);
SELECT plan_time_estimates(1, 5e-324, 3, 4, '{1,2}', 1);
SELECT plan_time_estimates(1, 2, 3, 4, '{1,2}', 'Infinity');
SELECT plan_earned_agg(1, 'Infinity', 1, 1);
SELECT 'n=1 ev=1 pv=1'::plan_earned;
SELECT 'n=1pv=1'::plan_earned;
SELECT ''::plan_earned;
SELECT 'n=1 no_ac=1 ac=1'::plan_earned;
SELECT 'no_ac=9223372036854775808'::plan_earned;
SELECT 'n=9223372036854775807'::plan_earned + 'n=1';
SELECT 'no_bac=9223372036854775807'::plan_earned + 'no_bac=1';
SELECT - plan_earned 'no_pv=-9223372036854775808';
-- Where more was taken away than was there, there are no figures.
SELECT e AS earned, v.pv, v.ev, v.spi, v.cpi, v.complete, v.eac
FROM (VALUES (plan_earned 'n=-1 pv=-10 ev=-8 ac=-9 bac=-20'), ('pv=10 ev=8 ac=9 bac=20'), ('n=1 pv=10 ev=8 ac=9 bac=20 no_pv=-1'), ('n=1 ev=8 ac=9 bac=20 no_pv=2'), ('n=2 pv=10 ev=8 ac=9 bac=20 no_pv=1'), ('n=1 pv=10 ev=8 ac=9 bac=20')) AS s (e), plan_earned_summary(e) AS v;
SELECT plan_count(d), t.es FROM (SELECT plan_earned_agg(1, 1, 1, 4) - plan_earned_agg(2, 2, 2, 5) - plan_earned_agg(2, 2, 2, 5) AS d) AS d, plan_earned_summary(d, '{1,2,4}', 1) AS t;

DROP TABLE tasks, stored, received, evm;

-- Every figure is what decimal arithmetic gives, rounded once: of figures with cents, of tenths, of whole numbers.
SELECT tv FROM plan_time_estimates(0.9, 0.6, 1, 3, '{1,2,3}', 1);
CREATE TABLE plans AS
SELECT i, (pv / unit)::numeric(70, 45) AS pv, (ev / unit)::numeric(70, 45) AS ev, (ac / unit)::numeric(70, 45) AS ac, (bac / unit)::numeric(70, 45) AS bac, (4 * bac / unit / 10)::numeric(70, 45) AS first, (passed / 4.0)::numeric(70, 45) AS passed, (estimate / unit)::numeric(70, 45) AS estimate
FROM (SELECT i, (ARRAY[1, 10, 100, 1000])[1 + i % 4]::numeric AS unit, 1 + abs(hashint4(i)) % 200000 AS pv, 1 + abs(hashint4(i + 5000)) % 200000 AS ev, 1 + abs(hashint4(i + 10000)) % 200000 AS ac, 10 * (20001 + abs(hashint4(i + 15000)) % 20000) AS bac,
	1 + abs(hashint4(i + 20000)) % 11 AS passed, CASE WHEN i % 3 = 0 THEN 1 + abs(hashint4(i + 25000)) % 300000 END AS estimate FROM generate_series(1, 2000) AS i) AS v;
CREATE VIEW by_numeric AS
SELECT p.*, spi * cpi AS sci, ac + (bac - ev) / (spi * cpi) AS eac_combined, coalesce(estimate, eac) AS at_end, es - passed AS sv_t, es / passed AS spi_t, (ev - pv) / (bac / 3) AS tv, passed * spi AS ed
FROM (SELECT *, ev / pv AS spi, ev / ac AS cpi, bac / (ev / ac) AS eac, CASE WHEN ev >= bac THEN 3 WHEN ev >= 2 * first THEN 2 + (ev - 2 * first) / (bac - 2 * first) WHEN ev >= first THEN 1 + (ev - first) / first ELSE ev / first END AS es FROM plans) AS p;
SELECT figure, count(*) AS plans, count(*) FILTER (WHERE ours IS NOT DISTINCT FROM theirs::float8) AS equal
FROM by_numeric AS n, plan_earned_value(pv::float8, ev::float8, ac::float8, bac::float8, ARRAY[first, 2 * first, bac]::float8[], passed::float8, estimate::float8) AS v,
	LATERAL (VALUES (1, 'sv', v.sv, n.ev - n.pv), (2, 'cv', v.cv, n.ev - n.ac), (3, 'spi', v.spi, n.spi), (4, 'cpi', v.cpi, n.cpi), (5, 'sci', v.sci, n.sci), (6, 'complete', v.complete, n.ev / n.bac), (7, 'eac', v.eac, n.eac),
		(8, 'eac_atypical', v.eac_atypical, n.ac + n.bac - n.ev), (9, 'eac_combined', v.eac_combined, n.eac_combined), (10, 'etc', v.etc, n.at_end - n.ac), (11, 'vac', v.vac, n.bac - n.at_end), (12, 'tcpi', v.tcpi, (n.bac - n.ev) / nullif(n.bac - n.ac, 0)),
		(13, 'tcpi_eac', v.tcpi_eac, (n.bac - n.ev) / nullif(round(n.at_end - n.ac, 30), 0)), (14, 'es', v.es, n.es), (15, 'sv_t', v.sv_t, n.sv_t), (16, 'spi_t', v.spi_t, n.spi_t), (17, 'ieac_t', v.ieac_t, 3 / n.spi_t), (18, 'tspi', v.tspi, (3 - n.es) / nullif(3 - n.passed, 0))) AS f (place, figure, ours, theirs)
GROUP BY place, figure ORDER BY place;
SELECT figure, count(*) AS plans, count(*) FILTER (WHERE ours IS NOT DISTINCT FROM theirs::float8) AS equal
FROM by_numeric AS n, plan_time_estimates(pv::float8, ev::float8, ac::float8, bac::float8, ARRAY[first, 2 * first, bac]::float8[], passed::float8) AS v,
	LATERAL (VALUES (1, 'tv', v.tv, n.tv), (2, 'eac_t_pv', v.eac_t_pv, 3 - n.tv), (3, 'eac_t_pv_spi', v.eac_t_pv_spi, 3 / n.spi), (4, 'eac_t_pv_sci', v.eac_t_pv_sci, 3 / n.sci), (5, 'ed', v.ed, n.ed), (6, 'eac_t_ed', v.eac_t_ed, n.passed + 3 - n.ed),
		(7, 'eac_t_ed_spi', v.eac_t_ed_spi, n.passed + (3 - n.ed) / n.spi), (8, 'eac_t_ed_sci', v.eac_t_ed_sci, n.passed + (3 - n.ed) / n.sci), (9, 'es', v.es, n.es), (10, 'eac_t_es', v.eac_t_es, n.passed + 3 - n.es),
		(11, 'eac_t_es_spi_t', v.eac_t_es_spi_t, n.passed + (3 - n.es) / n.spi_t), (12, 'eac_t_es_sci_t', v.eac_t_es_sci_t, n.passed + (3 - n.es) / (n.spi_t * n.cpi))) AS f (place, figure, ours, theirs)
GROUP BY place, figure ORDER BY place;
DROP VIEW by_numeric;
DROP TABLE plans;
