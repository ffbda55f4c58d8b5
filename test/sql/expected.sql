-- What should be there by now?  Half of the term 2021-2025 has passed on 30 June 2023.
SET datestyle = 'ISO';
SELECT goal, plan_expected(goal, '2021-2025', '2023-06-30') AS linear, round(plan_expected(goal, '2021-2025', '2023-06-30', 'compound')::numeric, 4) AS compound,
	round(plan_expected(goal, '2021-2025', '2023-06-30', 'stepped')::numeric, 4) AS stepped
FROM unnest(ARRAY['>= 100 from 50', '<= 10 from 44', '>= 8', '<= 100', '8..12 from 20', '8..12 from 2', '8..12 from 9', '8..12', '= 0 from 30', '>= 5 from -5', '>= -10 from -40', '>= 95 from 97']::plan_goal[]) AS goal;

-- And how is it doing, held against that?
SELECT goal, actual, plan_status(actual, goal, plan_expected_share(goal, '2021-2025', '2023-06-30')) AS linear,
	round(plan_expected_share(goal, '2021-2025', '2023-06-30', 'compound')::numeric, 4) AS share, plan_status(actual, goal, plan_expected_share(goal, '2021-2025', '2023-06-30', 'compound')) AS compound,
	plan_gap(actual, goal) AS gap, round(plan_required_rate(actual, goal, '2021-2025', '2023-06-30')::numeric, 4) AS a_year, round(plan_required_rate(actual, goal, '2021-2025', '2023-06-30', 'compound')::numeric, 4) AS rate
FROM (VALUES ('>= 160 from 100'::plan_goal, 126), ('>= 160 from 100', 160), ('<= 10 from 44', 30), ('8..12 from 2', 4), ('8..12 from 20', 15), ('>= 95', 60), ('>= 5 from -5', -1)) AS v (goal, actual);

-- On the path at each end of a year: linear adds, compound multiplies, stepped waits.
SELECT at::date, plan_expected('>= 160 from 110', '2021-2024', at::date) AS linear, plan_expected('>= 160 from 110', '2021-2024', at::date, 'stepped') AS stepped,
	round(plan_expected('>= 160 from 110', '2021-2024', at::date, 'compound')::numeric, 6) AS compound, round((110 * (160.0 / 110) ^ (greatest(0, least(1461, at::date - date '2020-12-31')) / 1461.0))::numeric, 6) AS by_definition
FROM unnest('{2020-12-30,2020-12-31,2021-01-01,2021-12-30,2021-12-31,2022-12-31,2023-06-30,2024-12-30,2024-12-31,2025-01-01}'::date[]) AS at
ORDER BY at;
SELECT plan_expected('>= 160 from 110', '2021-2024', '-infinity') AS before, plan_expected('>= 160 from 110', '2021-2024', 'infinity', 'stepped') AS behind, plan_expected_share('>= 160 from 110', '2021-2024', 'infinity', 'compound') AS share;
-- The years of a term that begins in October.
SELECT at, round(plan_expected_share('>= 1', '2020-10..2025-09', at, 'stepped')::numeric, 6) AS stepped, round(365 / 1826.0, 6) AS one_year
FROM unnest('{2021-09-29,2021-09-30,2021-12-31,2022-09-29,2025-09-29,2025-09-30}'::date[]) AS at;

-- Without a baseline a floor above 0 builds up along the pace line of plan_to_date, its share being plan_elapsed.
SELECT bool_and(plan_expected(plan_goal(target, 'higher'), '2021-2025', at) = plan_target_to_date(target, '2021-2025', at)) AS pace_line,
	bool_and(plan_expected_share(plan_goal(target, 'higher'), '2021-2025', at) = plan_elapsed('2021-2025', at)) AS elapsed
FROM unnest('{0.1,7,1e308}'::float8[]) AS target, (SELECT date '2020-12-25' + i * 7 AS at FROM generate_series(0, 300) AS i) AS days;
-- What is exactly on the path has the achievement that is expected; the path never leaves its ends.
SELECT bool_and(abs(plan_achievement(plan_expected(goal, '2021-2025', at, path), goal) - plan_expected_share(goal, '2021-2025', at, path)) < 1e-12) AS agrees,
	bool_and(plan_expected_share(goal, '2021-2025', at, path) BETWEEN 0 AND 1) AS within,
	count(*) FILTER (WHERE plan_status(plan_expected(goal, '2021-2025', at, path), goal, plan_expected_share(goal, '2021-2025', at, path)) > 'on_track') AS behind, count(*)
FROM unnest(ARRAY['>= 100 from 50', '<= 10 from 44', '>= -10 from -40', '8..12 from 20', '8..12 from 2']::plan_goal[]) AS goal, unnest('{linear,compound,stepped}'::text[]) AS path,
	(SELECT date '2020-12-25' + i * 31 AS at FROM generate_series(0, 60) AS i) AS days;

-- All else has no way without a baseline: it is expected to hold on every path and day, of a band the bound nearest to 0.
SELECT goal, array_agg(DISTINCT plan_expected(goal, '2021-2025', at, path)) AS expected, array_agg(DISTINCT plan_expected_share(goal, '2021-2025', at, path)) AS share, count(*)
FROM unnest(ARRAY['<= 10', '<= -5', '<= 3..4', '8..12', '-12..-8', '-1..1', '= 63', '>= -5', '>= 0', '>= -5..5']::plan_goal[]) AS goal, unnest('{linear,compound,stepped}'::text[]) AS path, unnest('{-infinity,2020-12-31,2021-01-01,2023-06-30,2025-12-31,infinity}'::date[]) AS at
GROUP BY goal ORDER BY goal;
SELECT plan_status(15, '<= 10', plan_expected_share('<= 10', '2021-2025', '2023-06-30')) AS ceiling, plan_status(15, '8..12', plan_expected_share('8..12', '2021-2025', '2023-06-30')) AS band, plan_status(5, '>= 10', plan_expected_share('>= 10', '2021-2025', '2023-06-30')) AS floor;
-- A baseline that had met the goal in decimals has met it.
SELECT plan_expected_share('>= 0.30000000000000004 from 0.3', '2021-2025', '2023-06-30') AS share, plan_required_rate(0.1::float8 * 3, '<= 0.3', '2021-2025', '2023-06-30') AS rate;

-- Where the baseline has met the goal already the way is to hold the bound, and inside a band what there is: on every path and day.
SELECT goal, array_agg(DISTINCT plan_expected(goal, '2021-2025', at, path)) AS expected, array_agg(DISTINCT plan_expected_share(goal, '2021-2025', at, path)) AS share, count(*)
FROM unnest(ARRAY['>= 95 from 97', '>= 95 from 95', '<= 10 from 8', '8..12 from 9', '= 63 from 63', '>= 6.6..6.8 from 7', '>= -5 from 5', '<= 0 from -3', '>= 0 from 0']::plan_goal[]) AS goal, unnest('{linear,compound,stepped}'::text[]) AS path, unnest('{-infinity,2020-12-31,2021-01-01,2023-06-30,2025-12-31,infinity}'::date[]) AS at
GROUP BY goal ORDER BY goal;
SELECT actual, plan_status(actual, '>= 95 from 97', plan_expected_share('>= 95 from 97', '2021-2025', '2021-06-30')) FROM unnest('{96,95,94,60,50}'::float8[]) AS actual;

-- No rate grows from nothing, or through it.
SELECT plan_expected('>= 10', '2021', '2021-06-30', 'compound') AS from_nothing, plan_expected('>= 10 from -10', '2021', '2021-06-30', 'compound') AS through_it, plan_expected('<= 0 from 10', '2021', '2021-12-31', 'compound') AS to_nothing,
	plan_expected_share('>= 10', '2021', '2021-06-30', 'compound') AS share, plan_required_rate(0, '>= 10', '2021', '2021-06-30', 'compound') AS rate;
SELECT plan_expected_share('>= 10 from 10', '2021', '2021-07-02', 'compound') AS level, plan_expected('>= 10 from 10', '2021', '2021-07-02', 'compound') AS value, plan_expected('>= 0', '2021', '2021-07-02', 'compound') AS nothing, plan_milestone_expected('{2021-01-01,2022-01-01}', '{0,0}', '2021-07-02', 'compound') AS of_nothing;
-- What stays as it is stays so exactly on every path, both ends are exact, and nothing between them leaves them; the second of two
-- days is the geometric mean.
SELECT path, count(*) FILTER (WHERE plan_milestone_expected(ARRAY[first, last], ARRAY[value, value], first + i, path) IS DISTINCT FROM value) AS moved,
	count(*) FILTER (WHERE plan_milestone_expected(ARRAY[first, last], ARRAY[value, 3 * value], first + i, path) NOT BETWEEN least(value, 3 * value) AND greatest(value, 3 * value)) AS left_it,
	count(*) FILTER (WHERE plan_milestone_expected(ARRAY[first, last], ARRAY[value, 3 * value], first, path) IS DISTINCT FROM value OR plan_milestone_expected(ARRAY[first, last], ARRAY[value, 3 * value], last, path) IS DISTINCT FROM 3 * value) AS ends_missed, count(*)
FROM (VALUES (date '2020-12-31', date '2025-12-31')) AS v (first, last), generate_series(0, 1826, 11) AS i, unnest('{7,10,0.1,-3.3,1e-320,5.5e307,-5.5e307}'::float8[]) AS value, unnest('{linear,compound,stepped}'::text[]) AS path GROUP BY path ORDER BY path;
SELECT value_from, value_to, round((sqrt(abs(value_from::numeric) * abs(value_to::numeric)) * sign(value_from::numeric) / plan_milestone_expected('{2021-01-01,2021-01-03}', ARRAY[value_from, value_to], '2021-01-02', 'compound')::numeric)::numeric, 12) AS share_of_mean
FROM (VALUES (100::float8, 400::float8), (50, 50.000000000001), (1e300, 1e-15), (-1e-300, -1e300), (1e-310, 1e-300), (0.3, 0.299999999999)) AS v (value_from, value_to);
SELECT round(log(plan_milestone_expected('{2021-01-01,2021-01-08}', '{5e-324,1.7e308}', '2021-01-01'::date + i, 'compound')::numeric), 6) AS from_end_to_end FROM generate_series(0, 7) AS i;

SELECT round(plan_expected('>= 1e300 from 1e-300', '2021-01-01..2021-01-02', '2021-01-01', 'compound')::numeric, 9) AS far, plan_expected_share('>= 1e300 from 1e-300', '2021', '2021-12-31', 'compound') AS share, plan_expected('<= -1e300 from -1e-300', '2021', '2021-12-31', 'compound') AS fall;

-- Through milestones.
SELECT at, plan_milestone_expected(days, "values", at) AS linear, round(plan_milestone_expected(days, "values", at, 'compound')::numeric, 4) AS compound, plan_milestone_expected(days, "values", at, 'stepped') AS stepped,
	round(plan_milestone_share(days, "values", at)::numeric, 4) AS share
FROM (VALUES ('{2020-12-31,2021-12-31,2023-12-31,2025-12-31}'::date[], '{40,44,60,100}'::float8[])) AS m (days, "values"),
	unnest('{2020-12-30,2020-12-31,2021-07-01,2021-12-31,2022-12-31,2023-12-30,2023-12-31,2025-12-31,2030-01-01,infinity}'::date[]) AS at;
-- Of two milestones, the day before the period and its last, it is the way of a goal.
SELECT bool_and(plan_milestone_expected('{2020-12-31,2025-12-31}', '{44,10}', at, path) = plan_expected('<= 10 from 44', '2021-2025', at, path)) AS same,
	bool_and(abs(plan_milestone_share('{2020-12-31,2025-12-31}', '{44,10}', at, path) - plan_expected_share('<= 10 from 44', '2021-2025', at, path)) < 1e-12) AS shares
FROM (SELECT date '2020-12-31' + i * 13 AS at FROM generate_series(0, 150) AS i) AS days, unnest('{linear,compound}'::text[]) AS path;
-- A path may go beyond its ends, but a share of it does not.
SELECT plan_milestone_share('{2021-01-01,2022-01-01,2023-01-01}', '{10,30,20}', '2022-01-01') AS beyond, plan_milestone_share('{2021-01-01,2022-01-01,2023-01-01}', '{10,5,20}', '2022-01-01') AS behind,
	plan_milestone_share('{2021-01-01,2022-01-01}', '{10,10}', '2021-06-01') AS no_way, plan_milestone_share('{2021-01-01}', '{10}', '2021-06-01') AS one, plan_milestone_expected('{2021-01-01}', '{10}', '2021-06-01') AS one_value,
	plan_milestone_expected('{}', '{}', '2021-06-01') AS none, plan_milestone_expected('{2021-01-01,2022-01-01}', '{0,10}', '2021-06-01', 'compound') AS from_nothing;
SELECT plan_milestone_expected('{2021-01-01,2021-01-03}', '{-1.7e308,1.7e308}', '2021-01-02') AS wide, plan_milestone_share('{2021-01-01,2021-01-02,2021-01-03}', '{-1.7e308,0,1.7e308}', '2021-01-02') AS share;

-- Whatever is written as literals, untyped parameters or names is the same goal and period.
SELECT plan_expected('>= 95 from 90', '2021-2025', '2023-06-30') AS literals, plan_expected('>= 95 from 90', '2021-2025', '2023-06-30', 'compound') BETWEEN 92.46 AND 92.47 AS with_path, plan_expected('>= 95 from 90', 2025, day) AS year, plan_expected(goal, '2021-2025', day) AS goal, plan_expected(goal::varchar, '2021-2025'::varchar, '2023-06-30') AS as_varchar,
	plan_expected('>= 95 from 90', term, day) AS term, plan_expected(as_of => '2023-06-30', period => '2021-2025', goal => '>= 95 from 90') AS named, plan_expected_share('>= 95 from 90', '2021-2025', '2023-06-30', 'stepped') = 730 / 1826.0 AS share
FROM (VALUES ('>= 95 from 90'::plan_goal, plan_period '2021-2025', date '2023-06-30')) AS v (goal, term, day);
PREPARE untyped AS SELECT plan_expected($1, $2, $3), plan_expected($1, $2, $3, $4) AS by_path, plan_expected_share($1, $2, $3, $4) AS share;
EXECUTE untyped('>= 95', '2020-2025', '2023-06-30', 'stepped');
DEALLOCATE untyped;
PREPARE untyped AS SELECT plan_milestone_expected($1, $2, $3), plan_milestone_share($1, $2, $3, $4);
EXECUTE untyped('{2020-12-31,2022-12-31}', '{60,64}', '2021-12-31', 'stepped');
DEALLOCATE untyped;
-- Columns make a goal, in the direction that is stated.
SELECT baseline, target, direction, plan_expected(plan_goal(target, direction, baseline), '2021-2025', '2023-06-30') AS linear
FROM (VALUES (50::numeric, 100, 'higher'), (44, 10, 'lower'), (NULL, 8, 'higher'), (97, 95, 'higher'), (50, NULL, 'higher'), (50, 60, NULL)) AS v (baseline, target, direction);
SELECT plan_expected('>= 10', NULL, '2023-06-30') AS no_period, plan_expected('>= 10', 2021, NULL) AS no_day, plan_expected('>= 10', 2021, '2021-06-30', NULL) AS no_path, plan_expected(NULL, '2021-2025', '2023-06-30') AS no_goal;

-- Required: walked for the time that is left, it gets there.
SELECT abs(actual + plan_required_rate(actual, goal, '2021-2025', at) * (date '2025-12-31' - at) / 365.2425 - target) < 1e-9 AS linear,
	abs(actual * (1 + plan_required_rate(actual, goal, '2021-2025', at, 'compound')) ^ ((date '2025-12-31' - at) / 365.2425) / target - 1) < 1e-12 AS compound
FROM (VALUES (50, '>= 100'::plan_goal, date '2023-06-30', 100), (44, '<= 10', '2024-02-29', 10), (3, '8..12', '2025-12-30', 8), (-40, '>= -10', '2021-01-01', -10), (15, '8..12', '2019-01-01', 12)) AS v (actual, goal, at, target);
-- Of what is nearly there it has as many digits: one more in a thousand million million, in two and a half years.
SELECT round(plan_required_rate(1e11, '>= 100000000001', '2021-2025', '2023-06-30')::numeric, 13) AS linear, round(1 / (915 / 365.2425), 13) AS by_hand, round(plan_required_rate(1e11, '>= 100000000001', '2021-2025', '2023-06-30', 'compound')::numeric, 20) AS compound, round(1e-11 / (915 / 365.2425), 20) AS by_hand,
	plan_required_rate(-1.7e308, '>= 1.7e308', '2021-2025', '2021-12-31') AS far;
SELECT plan_required_rate(100, '>= 100', '2021', '2021-12-31') AS met, plan_required_rate(9, '8..12', '2021', '2030-01-01') AS within, plan_required_rate(99, '>= 100', '2021', '2021-12-31') AS too_late, plan_required_rate(99, '>= 100', '2021', '2021-12-30') AS one_day,
	plan_required_rate('NaN', '>= 100', '2021', '2021-06-30') AS missing, plan_required_rate(NULL, '>= 100', '2021', '2021-06-30') AS unknown;

-- Errors.
SELECT plan_expected('>= 10', '2021', '2021-06-30', 'quadratic');
SELECT plan_expected_share('>= 10', '2021', '2021-06-30', repeat('x', 100));
SELECT plan_expected('{2020-12-31,2025-12-31}', '{44,10}', '2023-06-30');
SELECT plan_expected('>= 10', 'soon', '2021-06-30');
SELECT plan_required_rate(1, '>= 10', '2021', '2021-06-30', 'stepped');
SELECT plan_required_rate('Infinity', '>= 10', '2021', '2021-06-30');
SELECT plan_required_rate(1, '>= 10', '2021', 'infinity');
SELECT plan_required_rate(-1e308, '>= 1e308', '2021', '2021-12-30');
SELECT plan_milestone_expected('{2021-01-01,2021-01-01}', '{1,2}', '2021-01-01');
SELECT plan_milestone_expected('{2021-01-01}', '{1,2}', '2021-01-01');
SELECT plan_milestone_expected('{2021-01-01,NULL}', '{1,2}', '2021-01-01');
SELECT plan_milestone_expected('{2021-01-01,2022-01-01}', '{1,NULL}', '2021-01-01');
SELECT plan_milestone_expected('{2021-01-01,infinity}', '{1,2}', '2021-01-01');
SELECT plan_milestone_expected('{2021-01-01,2022-01-01}', '{1,NaN}', '2021-01-01');
SELECT plan_milestone_expected('{{2021-01-01,2022-01-01}}', '{{1,2}}', '2021-01-01');
