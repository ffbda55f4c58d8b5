-- Where does each indicator stand?
SELECT indicator, goal, actual, plan_achievement(actual, goal) AS achievement,
	plan_score(actual, goal) AS score, plan_status(actual, goal) AS status,
	plan_gap(actual, goal) AS gap, plan_is_met(actual, goal) AS met
FROM (VALUES
	(1, 'forest cover', '>= 50'::plan_goal, 45::float8),
	(2, 'poor households', '<= 10 from 44', 27),
	(3, 'price rise', '8..12', 13.2),
	(4, 'growth', '>= 6.6..6.8', 6.7),
	(5, 'provinces reporting', '= 63', 63),
	(6, 'no figure yet', '>= 95', NULL)) AS v (id, indicator, goal, actual)
ORDER BY id;

-- Columns make a goal, whatever their types.
SELECT plan_achievement(45, plan_goal(50, 'higher')), plan_achievement(45::numeric, plan_goal(50::int, 1)),
	plan_achievement(27, plan_goal(10, 'lower', 44)), plan_achievement(27::smallint, plan_goal(10::bigint, -1, 44.0)),
	plan_achievement(62, plan_goal(63, 'within'));
SELECT plan_score(60, plan_goal(50, 'higher')), plan_score(60, plan_goal(50, 1), cap => 2), plan_score(60, '>= 50', 1.1),
	plan_score(60, '>= 50', 2), plan_score(-5, '>= 50'), plan_score(60, '>= 50', 'Infinity'::float8);
SELECT plan_status(45, plan_goal(50, 'higher')), plan_status(45, plan_goal(50, 'higher'), expected => 0.9),
	plan_status(45, plan_goal(50, 1, 40), 0.5), plan_status(45, '>= 50', 0.9), plan_status(45, '>= 50', 1);
SELECT plan_gap(45, plan_goal(50, 'higher')), plan_gap(12, plan_goal(10, -1)), plan_is_met(50, plan_goal(50, 1)), plan_is_met(11, plan_goal(10, 'lower'));

-- Whole numbers are exact, however large: what is missing of a budget is missing.
SELECT x, t, plan_is_met(x, plan_goal(t, 'higher')) AS met, plan_gap(x, plan_goal(t, 'higher')) AS gap, plan_status(t + 1, plan_goal(t, 'higher')) AS one_more, plan_status(x, plan_goal(t, 'higher', t - 10), 0.5) AS from_near,
	plan_count(plan_scorecard_agg(x, t, 'higher'), 'met') AS rows_met
FROM (VALUES (2999999999999000::bigint, 3000000000000000::bigint), (9007199254740990, 9007199254740991), (999999999999, 1000000000000), (5000000000000000, 5000000000000000)) AS v (x, t) GROUP BY x, t ORDER BY t;
SELECT plan_status(1e12, plan_goal(1e12 + 2, 'higher', 1e12), 0.5) AS nothing_done, plan_status(1e12 + 1, plan_goal(1e12 + 2, 'higher', 1e12), 0.5) AS half_done, plan_status(1e12 - 0.1, plan_goal(1e12, 'higher')) AS off_by_decimals;
-- A band is as large as its larger edge: what is off by the last places of its values is on an edge of 0.
SELECT x, plan_status(x, '0..5'), plan_score(x, '-5..0') FROM (VALUES (0.1::float8 + 0.2 - 0.3), (0.3::float8 - 0.2 - 0.1), (-0.001)) AS v (x);

-- A real counts as the decimals that it prints, in functions and aggregates.
SELECT x, plan_status(x, plan_goal(t, 'higher')) AS floor, plan_status(x, plan_goal(t, 'lower')) AS ceiling, plan_gap(x, plan_goal(t, 'higher')) AS gap,
	plan_count(plan_scorecard_agg(x, t, 'higher'), 'met') AS met, plan_total_actual(plan_scorecard_agg(x, t, 'higher')) AS total,
	plan_status(x, plan_goal(t::real, 'higher')) AS both_real
FROM (VALUES (0.7::real, 0.7::float8), (0.1::real, 0.1), (16777216::real, 16777216), (1e-7::real, 1e-7), (123456.7::real, 123456.7)) AS v (x, t) GROUP BY x, t ORDER BY x;

-- Without a baseline: the sign-safe formula 1 + d * (x - T) / |T|, written out here
-- in numeric; for T = 0 met or not, no invented scale.
SELECT d, t, x, plan_achievement(x, plan_goal(t, d)) AS achievement,
	CASE WHEN t <> 0 THEN 1 + d * (x - t)::numeric / abs(t) ELSE (d * x >= 0)::int END AS formula
FROM unnest(ARRAY[1, -1]) AS d, unnest(ARRAY[-4, 0, 4]) AS t, unnest(ARRAY[-8, -4, -1, 0, 1, 4, 8]) AS x
ORDER BY d DESC, t, x;
SELECT count(*) AS cases, max(abs(plan_achievement(x, plan_goal(t, d)) - (1 + d * (x - t)::numeric / abs(t)))) < 1e-12 AS agree
FROM unnest(ARRAY[1, -1]) AS d, generate_series(-50, 50, 7) AS t, generate_series(-60, 60, 0.37) AS x WHERE t <> 0;

-- With a baseline: (x - b) / (T - b), also for targets of zero and below.
SELECT d, b, t, x, plan_achievement(x, plan_goal(t, d, b))
FROM (VALUES (1, 0, 10, 4), (-1, 44, 10, 27), (1, -10, 0, -5), (-1, 10, 0, 5), (-1, -2, -10, -4), (1, -10, -2, -12),
	(1, 5, 10, 20), (-1, 44, 10, 50)) AS v (d, b, t, x);
-- A baseline that had met the target, or equals it, is no way to measure.
SELECT d, b, t, x, plan_achievement(x, plan_goal(t, d, b)) AS achievement, plan_achievement(x, plan_goal(t, d)) AS without
FROM (VALUES (1, 60, 50, 40), (1, 50, 50, 40), (-1, 70, 100, 90), (-1, 70, 100, 120), (1, 5, 0, -3)) AS v (d, b, t, x);

-- Bands: 1 inside, else progress to the nearer edge.
SELECT goal, x, plan_achievement(x, goal), plan_status(x, goal), plan_gap(x, goal)
FROM unnest(ARRAY['8..12', '8..12 from 4', '8..12 from 20', '-5..0', '= 63']::plan_goal[]) AS goal,
	unnest(ARRAY[6, 8, 10, 12, 15, 63]::float8[]) AS x ORDER BY goal, x;
-- Met from one bound, exceeded beyond the other; strictly.
SELECT goal, x, plan_status(x, goal), plan_is_met(x, goal), plan_achievement(x, goal)
FROM (VALUES ('>= 6.6..6.8'::plan_goal, ARRAY[6.5, 6.6, 6.7, 6.8, 6.9]::float8[]), ('<= 3..4', ARRAY[5, 4, 3.5, 3, 2]),
	('>= 8', ARRAY[7.9, 8, 8.1]), ('<= 8', ARRAY[8.1, 8, 7.9]), ('= 8', ARRAY[7.9, 8, 8.1])) AS v (goal, xs), unnest(xs) AS x;

-- The pace: cuts at 0.95 and 0.60, the better side owns equality; only a goal with
-- a baseline can regress.
SELECT x, plan_status(x, '>= 100') AS full_way, plan_status(x, '>= 100', 0.5) AS half_way, plan_status(x, '>= 100', 0) AS beginning,
	plan_status(x, '>= 100 from 0', 0.5) AS from_0, plan_status(x, '>= 100 from 0', 0) AS from_0_beginning
FROM unnest(ARRAY[101, 100, 99, 95, 94.9, 60, 59.9, 47.5, 47.4, 30, 29.9, 0, -1]::float8[]) AS x;
-- Thresholds of another house; and several levels of a goal: 90 % good, 50 % enough, none below 20 %.
SELECT x, plan_status(x, '>= 100', 1, '{0.90,0.85}') AS house, plan_status(x, '>= 100 from 0', cuts => '{0.9,0.5,0.2}') AS levels,
	plan_status(x, plan_goal(100, 'higher'), cuts => ARRAY[0.90, 0.85]) AS plain
FROM unnest(ARRAY[100, 90, 89, 85, 84, 50, 49, 20, 19]::float8[]) AS x;

-- On which day was the target reached, and since when has it been kept?  A missing figure is no miss.
CREATE TABLE figures AS
SELECT unit, date '2020-01-01' + day AS at, CASE WHEN h % 6 > 0 THEN (h / 8 % 100 + 2 * day + unit) % 130 END AS value, CASE WHEN unit % 2 = 0 THEN '>= 40' ELSE '<= 90' END::plan_goal AS goal
FROM generate_series(1, 400) AS unit, LATERAL (SELECT day, hashint4(unit * 1000 + day) & 1048575 AS h FROM generate_series(0, unit % 24) AS day) AS d
UNION ALL SELECT 401, '2020-01-01', NULL, '>= 40' UNION ALL SELECT 402, '2020-01-01', v, '>= 40' FROM unnest('{50,30}'::int[]) AS v UNION ALL SELECT 403, '2020-01-01', v, '>= 40' FROM unnest('{NULL,50}'::int[]) AS v;
-- Row by row, without a window and without plan_is_met.
CREATE FUNCTION walk(of_unit int, OUT first_reached date, OUT held_since date) LANGUAGE plpgsql AS $$
DECLARE
	d record;
BEGIN
	FOR d IN SELECT at, bool_or(value IS NOT NULL) AS known, bool_or(CASE WHEN unit % 2 = 0 THEN value < 40 ELSE value > 90 END) AS misses, bool_or(CASE WHEN unit % 2 = 0 THEN value >= 40 ELSE value <= 90 END) AS meets
		FROM figures WHERE unit = of_unit GROUP BY at ORDER BY at
	LOOP
		CONTINUE WHEN NOT d.known;
		IF d.meets AND first_reached IS NULL THEN first_reached := d.at; END IF;
		IF d.misses THEN held_since := NULL; ELSIF held_since IS NULL THEN held_since := d.at; END IF;
	END LOOP;
END
$$;
SELECT count(*) AS units, count(first_reached) AS reached, count(held_since) AS held, count(*) FILTER (WHERE held_since > first_reached) AS lost_and_regained,
	count(*) FILTER (WHERE (first_reached, held_since) IS DISTINCT FROM (SELECT ROW(w.first_reached, w.held_since) FROM walk(unit) AS w)) AS different
FROM (
	SELECT unit, min(at) FILTER (WHERE met) AS first_reached, min(at) FILTER (WHERE met AND kept) AS held_since
	FROM (SELECT unit, at, plan_is_met(value, goal) AS met, bool_and(plan_is_met(value, goal)) OVER (PARTITION BY unit ORDER BY at DESC) AS kept FROM figures) AS f
	GROUP BY unit
) AS s;
DROP TABLE figures; DROP FUNCTION walk;

-- What lies on its target in decimals meets it exactly, and does not exceed it.
SELECT x, goal, plan_status(x, goal), plan_is_met(x, goal), plan_gap(x, goal), plan_achievement(x, goal), plan_score(x, goal)
FROM (VALUES (1 - 0.9::float8, '>= 0.1'::plan_goal), (0.1::float8 + 0.2, '>= 0.3'), (0.1::float8 + 0.2, '<= 0.3'), (0.1::float8 + 0.2, '= 0.3'), (0.1::float8 + 0.2, '0.1..0.3'), (0.1::float8 + 0.2, '>= 0.1..0.3'),
	(0.1::float8 + 0.2, '>= 0..0.3'), (0.8 - 0.7::float8, '<= 0.1..0.2'), (0.1::float8 + 0.2 - 0.3, '<= 0 from 0.3'), (0.3 - 0.1::float8 - 0.2, '<= 0 from 0.3'), (0.1::float8 + 0.2, '>= 0.3 from 0.1'), (-0.1::float8 - 0.2, '>= -0.3'), (100.1 - 100::float8, '>= 0.1')) AS v (x, goal);
SELECT n, plan_status(sum(x), plan_goal(n * 0.1, 'higher')) AS higher, plan_status(sum(x), plan_goal(n * 0.1, 'lower')) AS lower, plan_gap(sum(x), plan_goal(n * 0.1, 'higher')) AS gap
FROM unnest('{10,100,1000,10000}'::int[]) AS n, LATERAL (SELECT 0.1::float8 AS x FROM generate_series(1, n)) AS s GROUP BY n ORDER BY n;
-- Figures of twelve digits that differ are not the same.
SELECT count(*) AS targets, count(*) FILTER (WHERE plan_is_met(t - 1, plan_goal(t, 'higher')) OR plan_is_met(t + 1, plan_goal(t, 'lower')) OR plan_is_met(t + 1, plan_goal(t, 'within'))) AS met, count(*) FILTER (WHERE plan_status(t + 1, plan_goal(t, 'higher')) <> 'exceeded' OR plan_status(t - 1, plan_goal(t, 'lower')) <> 'exceeded') AS not_exceeded,
	count(*) FILTER (WHERE plan_is_met((t - 1) / 1e6, plan_goal(t / 1e6, 'higher')) OR plan_gap((t - 1) / 1e6, plan_goal(t / 1e6, 'higher')) = 0) AS small_met
FROM (SELECT (999999999999 - i * 8888888888)::float8 AS t FROM generate_series(0, 100) AS i) AS v;
SELECT plan_is_met(1e300, '>= 1.0000000001e300') AS large, plan_is_met(4.9e-324, '>= 1e-323') AS small, plan_is_met(-1e-300, '>= 0') AS zero, plan_status(1e-300, '>= 0');
-- A baseline that the target had been met at in decimals gives no way, as the same in numeric does not.
SELECT round(plan_achievement(0.27, plan_goal(0.1::float8 + 0.2, 'higher', 0.3))::numeric, 12) AS noise, round(plan_achievement(0.27, plan_goal(0.3, 'higher', 0.3))::numeric, 12) AS exactly;

-- On a cut in decimals the better verdict, a unit of the eleventh digit short of it the worse: against numeric arithmetic,
-- without a baseline, from one, in both directions, with and without a pace; in the aggregates as in the function.
CREATE TABLE on_cuts AS
SELECT form, t, b, d, e, c, x, (greatest(abs(t), abs(coalesce(b, 0))) * 1e-11 * d) AS little, CASE c WHEN 0.95 THEN 'on_track' WHEN 0.60 THEN 'at_risk' ELSE 'off_track' END::plan_status AS verdict, CASE c WHEN 0.95 THEN 'at_risk' WHEN 0.60 THEN 'off_track' ELSE 'regressing' END::plan_status AS short
FROM (
	SELECT 'higher' AS form, t, NULL::numeric AS b, 1 AS d, e, c, t * c * e AS x FROM generate_series(0.13, 99, 3.41) AS t, unnest('{1,0.5,0.3,0.7,0.35,0.01}'::numeric[]) AS e, unnest('{0.95,0.6}'::numeric[]) AS c
	UNION ALL SELECT 'lower', t, NULL, -1, 1, c, t * (2 - c) FROM generate_series(0.13, 99, 0.29) AS t, unnest('{0.95,0.6}'::numeric[]) AS c
	UNION ALL SELECT 'from', t, b, 1, e, c, b + (t - b) * c * e FROM generate_series(-7.9, 60, 5.3) AS b, generate_series(-7.7, 99, 6.1) AS t, unnest('{1,0.5,0.3,0.01}'::numeric[]) AS e, unnest('{0.95,0.6,0}'::numeric[]) AS c WHERE b < t
	UNION ALL SELECT 'down from', t, b, -1, e, c, b + (t - b) * c * e FROM generate_series(-7.9, 60, 5.3) AS t, generate_series(-7.7, 99, 6.1) AS b, unnest('{1,0.7,0.1}'::numeric[]) AS e, unnest('{0.95,0.6,0}'::numeric[]) AS c WHERE t < b
	UNION ALL SELECT 'short way', b + w, b, 1, e, c, b + w * c * e FROM generate_series(1000.1, 99999, 4321.7) AS b, unnest('{0.1,0.37,2.9}'::numeric[]) AS w, unnest('{1,0.5,0.3}'::numeric[]) AS e, unnest('{0.95,0.6,0}'::numeric[]) AS c
) AS v;
SELECT form, count(*) AS cases, count(*) FILTER (WHERE plan_status(x::float8, plan_goal(t::float8, d, b::float8), e::float8) <> verdict) AS wrong, count(*) FILTER (WHERE plan_status((x - little)::float8, plan_goal(t::float8, d, b::float8), e::float8) <> short) AS misses_not_seen
FROM on_cuts GROUP BY form ORDER BY form;
SELECT form, bool_and(plan_count(card, s) = n) AND bool_and(plan_count(exact, s) = n) AND bool_and(plan_count(goals, s) = n) AS scorecards, bool_and(plan_count(cube, s) = n) AS cubes, bool_and(plan_count(short, s) = m) AS short
FROM (
	SELECT form, plan_scorecard_agg(x::float8, plan_goal(t::float8, d, b::float8), 1, e::float8) AS card, plan_scorecard_agg(x, plan_goal(t, d, b), 1, e::float8) AS exact, plan_scorecard_agg(x::float8, plan_goal(t, d, b), 1, e::float8) AS goals, plan_scorecard_agg((x - little)::float8, plan_goal(t::float8, d, b::float8), 1, e::float8) AS short
	FROM on_cuts GROUP BY form
) AS a JOIN (
	SELECT form, scorecard AS cube FROM (SELECT form, plan_cube_agg(1, '2022-09-15', x::float8, plan_goal(t::float8, d, b::float8), 1, e::float8) AS cube FROM on_cuts GROUP BY form) AS c, plan_cube_rows(cube) WHERE period = '2022-09'
) AS c USING (form) JOIN (
	SELECT form, s, count(*) FILTER (WHERE verdict = s) AS n, count(*) FILTER (WHERE on_cuts.short = s) AS m FROM on_cuts, unnest(enum_range(NULL::plan_status)) AS s GROUP BY form, s
) AS k USING (form) GROUP BY form ORDER BY form;
-- Cuts of another house, of ten digits and of few.
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_status((t * c)::float8, plan_goal(t::float8, 'higher'), cuts => ARRAY[c, 0.1]::float8[]) <> 'on_track') AS wrong, count(*) FILTER (WHERE plan_status((t * (c - 1e-11))::float8, plan_goal(t::float8, 'higher'), cuts => ARRAY[c, 0.1]::float8[]) = 'on_track') AS misses_not_seen
FROM generate_series(0.13, 99, 3.41) AS t, unnest('{0.9,0.85,0.7,0.123456789,0.9999}'::numeric[]) AS c;
DROP TABLE on_cuts;

-- The pace of what does not build up: ceilings and bands, floors of 0 and below, without a baseline, and what had been met are judged as at
-- the end on every day, and need no pace; in the aggregates too.
SELECT goal, x, plan_status(x, goal) AS at_the_end, array_agg(DISTINCT plan_status(x, goal, e)) AS on_any_day
FROM unnest(ARRAY['<= 10', '<= -5', '8..12', '= 63', '>= -5', '>= 0', '>= 95 from 97', '8..12 from 9']::plan_goal[]) AS goal, unnest('{-7,15,88}'::float8[]) AS x, unnest('{0,0.1,0.5,1,NULL}'::float8[]) AS e GROUP BY goal, x ORDER BY goal, x;
SELECT goal, x, plan_status(x, goal, 0) AS beginning, plan_status(x, goal, 0.5) AS half_way, plan_status(x, goal, NULL) AS unknown
FROM (VALUES ('>= 10'::plan_goal, 5), ('<= 10 from 44', 27), ('8..12 from 2', 5), ('8..12 from 2', 15)) AS v (goal, x);
SELECT bool_and(plan_scorecard_agg = plan_scorecard_agg_1) AS goals_as_columns, bool_and(plan_count(plan_scorecard_agg, plan_status(x, goal, e)) = 1) AND count(plan_status(x, goal, e)) = count(*) AS as_the_function, count(*)
FROM (
	SELECT goal, x, e, plan_scorecard_agg(x, goal, 1, e), plan_scorecard_agg(x, plan_goal(plan_target(goal), plan_direction(goal), plan_baseline(goal)), 1, e) AS plan_scorecard_agg_1
	FROM unnest(ARRAY['<= 10', '<= -5', '= 63', '>= -5', '>= 0', '>= 95 from 97']::plan_goal[]) AS goal, unnest('{-7,15,88}'::float8[]) AS x, unnest('{0,0.1,0.5,1,NULL}'::float8[]) AS e GROUP BY goal, x, e
) AS s;

-- NULL and NaN: no data.  An unknown pace leaves open what is not met.
SELECT plan_achievement(NULL, '>= 5'), plan_score('NaN'::float8, '>= 5'), plan_gap('NaN', '>= 5'), plan_is_met(NULL, '>= 5'),
	plan_status(NULL::float8, '>= 5'), plan_status('NaN'::float8, '>= 5'), plan_status(5, NULL::plan_goal), plan_status(5, plan_goal(NULL::float8, 'higher')),
	plan_status(5, plan_goal(5, NULL::text)), plan_achievement(5, plan_goal(NULL::float8, 'higher')), plan_achievement(5, NULL::plan_goal);
SELECT plan_status(4, '>= 5', NULL::float8), plan_status(5, '>= 5', NULL::float8), plan_score(4, '>= 5', NULL::float8);

-- Large and small figures.
SELECT plan_achievement(1e308, '>= 1e308 from -1e308'), plan_achievement(0, '>= 1e308 from -1e308'),
	plan_achievement(1e-320, '>= 2e-320'), plan_score(1e300, '>= 1e-300');
SELECT plan_achievement(1e300, '>= 1e-300');
SELECT plan_score(1e300, '>= 1e-300', 'Infinity'::float8);
SELECT plan_gap(-1e308, '>= 1e308');
SELECT plan_variance(-1e308, '>= 1e308');
-- Actual less target, favourable positive: over all goals met exactly where it is not negative, and the gap with its sign where it is.
SELECT x, goal, plan_variance(x, goal) FROM (VALUES (45, '>= 50'), (55, '>= 50'), (50, '>= 50'), (12, '<= 10'), (8, '<= 10'), (-3, '<= -2 from 4'), (7, '8..12'), (10, '8..12'), (15, '8..12'), (7, '>= 6.6..6.8'), (60, '= 63'), (0.3, '>= 0.1')) AS v (x, g), LATERAL (SELECT g::plan_goal AS goal) AS c;
SELECT count(*) AS cases, count(*) FILTER (WHERE (plan_variance(x, goal) < 0) = plan_is_met(x, goal) OR greatest(-plan_variance(x, goal), 0) <> plan_gap(x, goal)) AS different,
	count(*) FILTER (WHERE plan_variance(x, goal) <> CASE d WHEN 'higher' THEN x - t ELSE t - x END) AS other
FROM (SELECT x, t, d, plan_goal(t, d) AS goal FROM generate_series(-20, 20) AS x, generate_series(-20, 20, 5) AS t, unnest('{higher,lower}'::text[]) AS d) AS g;
-- Of decimals it is the decimal that numeric has, and of others what float8 has.
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_variance(x, plan_goal(t, 'higher')) <> (x::numeric - t::numeric)::float8 OR plan_variance(x, plan_goal(t, 'lower')) <> (t::numeric - x::numeric)::float8) AS different, count(*) FILTER (WHERE x - t <> (x::numeric - t::numeric)::float8) AS "by float8"
FROM (SELECT (a.units / 10 ^ a.digits)::float8 AS x, (b.units / 10 ^ b.digits)::float8 AS t FROM (SELECT (i * 7919 % 19997 - 9000)::numeric * (1 + i % 3 * 4099) AS units, i % 9 AS digits FROM generate_series(1, 400) AS i) AS a, (SELECT (i * 104729 % 20011 - 9000)::numeric AS units, i % 7 AS digits FROM generate_series(1, 100) AS i) AS b) AS v;
SELECT x, t, plan_variance(x, plan_goal(t, 'higher')) FROM unnest('{100.1,100,1e-20,123456789012.34,1e30,0.3333333333333333,0,9007199254740992,-5e-324}'::float8[], '{100,100.1,3e-20,0.33,0.1,0.3,0,1,1e-323}'::float8[]) AS v (x, t);
SELECT plan_variance(NULL, '>= 5') AS nothing, plan_variance('NaN', '>= 5') AS no_number, plan_variance(5, NULL) AS no_goal;
-- No progress is 0, not -0; nor does a cap of -0 let anything through.
SELECT plan_achievement(44, '<= 10 from 44'), plan_achievement(0, '<= -5'), plan_score(200, '>= 100', '-0'::float8), plan_target('= 5e-324'::plan_goal);

-- What cannot be scored.
SELECT plan_achievement('Infinity', '>= 5');
SELECT plan_score('-Infinity', plan_goal(5, 'higher'));
SELECT plan_achievement(5, plan_goal('Infinity', 'higher'));
SELECT plan_achievement(5, plan_goal('NaN', 1));
SELECT plan_achievement(5, plan_goal(5, 'higher', 'Infinity'));
SELECT plan_achievement(5, plan_goal(5, 'upward'));
SELECT plan_achievement(5, plan_goal(5, 3));
SELECT plan_is_met(NULL, plan_goal(5, 1, 'NaN'));
SELECT plan_score(5, '>= 5', -1);
SELECT plan_score(5, '>= 5', 'NaN'::float8);
SELECT plan_status(5, '>= 5', 1.1);
SELECT plan_status(5, '>= 5', -0.1);
SELECT plan_status(NULL::float8, '>= 5', 'NaN'::float8);
SELECT plan_status(5, '>= 5', 1, '{0.9}');
SELECT plan_status(5, '>= 5', 1, '{0.5,0.9}');
SELECT plan_status(5, '>= 5', 1, '{0.9,NULL}');
SELECT plan_status(5, '>= 5', 1, '{0.9,NaN}');
SELECT plan_status(5, '>= 5', 1, '{}');
SELECT plan_status(5, '>= 5', 1, '{{0.9,0.5}}');

-- The verdicts that were published on Vietnam's national plans of 2011-2015, 2019 and
-- 2020.  The rule agrees with 22 of the 24; the other two contradict each other.  (A
-- trade surplus, published in words, is a deficit below 0.)
CREATE TABLE published (plan text, no int, goal plan_goal, actual float8, verdict text);
INSERT INTO published VALUES
	('2019', 1, '>= 6.6..6.8', 7.02, 'exceeded'), ('2019', 2, '<= 4', 2.79, 'exceeded'),
	('2019', 3, '>= 7..8', 8.1, 'exceeded'), ('2019', 4, '<= 3', 0, 'exceeded'),
	('2019', 5, '>= 33..34', 33.9, 'met'), ('2019', 6, '>= 1..1.5', 1.1, 'exceeded'),
	('2019', 7, '<= 4', 3.1, 'met'), ('2019', 8, '>= 60..62', 61.5, 'met'),
	('2019', 9, '>= 27', 27.5, 'exceeded'), ('2019', 10, '>= 88.1', 89.3, 'exceeded'),
	('2019', 11, '>= 89', 89, 'met'), ('2019', 12, '>= 41.85', 41.85, 'met'),
	('2011-2015', 1, '>= 6.5..7', 5.91, 'not met'), ('2011-2015', 2, '>= 33.5..35', 31.7, 'not met'),
	('2011-2015', 3, '<= 10', 2.0, 'exceeded'), ('2011-2015', 4, '<= 4.5', 6.1, 'not met'),
	('2011-2015', 5, '>= 2.5..3', 6.55, 'exceeded'), ('2011-2015', 6, '>= 30', 18.37, 'not met'),
	('2011-2015', 7, '>= 13', 10.68, 'not met'), ('2011-2015', 8, '>= 29..32', 23.6, 'not met'),
	('2020', 1, '>= 6.8', 2, 'not met'), ('2020', 2, '>= 7', 1, 'not met'),
	('2020', 3, '<= 4', 4.39, 'not met'), ('2020', 4, '>= 65', 64.5, 'not met');
SELECT *, plan_status(actual, goal) AS rule FROM published
WHERE verdict IS DISTINCT FROM
	CASE WHEN plan_is_met(actual, goal) THEN plan_status(actual, goal)::text ELSE 'not met' END;

-- Where rule and published verdict disagree, the published one can be stated; the
-- counts then match the press: 9 exceeded, 5 met, 10 not met.
SELECT plan_count(card, 'exceeded') AS exceeded, plan_count(card, 'met') AS met,
	plan_count(card) - plan_count(card, 'exceeded') - plan_count(card, 'met') AS not_met
FROM (
	SELECT plan_scorecard_scored_agg(plan_score(actual, goal),
			CASE verdict WHEN 'not met' THEN plan_status(actual, goal) ELSE verdict::plan_status END, 1) AS card
	FROM published
) AS stated;
DROP TABLE published;

-- Of some figures a bound is known: "more than 3,600" meets a floor of 3,500; of 4,000 nobody knows.
SELECT goal, bound || ' ' || actual AS figure, plan_bounded_is_met(actual, goal::plan_goal, bound) AS met, plan_bounded_status(actual, goal::plan_goal, bound) AS status,
	plan_bounded_status(actual, goal::plan_goal, bound, 0.5) AS at_half
FROM (VALUES ('>= 3500', '>', 3600), ('>= 4000', '>', 3600), ('>= 4000', '>', 1600), ('>= 4000', '<', 1600), ('>= 4000', '<', 4000), ('>= 4000', '>=', 4000), ('<= 4', '<', 4), ('<= 4', '>', 4), ('<= 4', '>=', 4), ('<= 4', '>', 9), ('<= 4', '<=', 9),
	('6..7', '>', 6.5), ('6..7', '>', 3), ('6..7', '>', 7), ('6..7', '>=', 7), ('6..7', '>', 20), ('6..7', '<', 6), ('6..7', '<=', 6), ('6..7', '<', 1), ('<= 4', '~', 4), ('>= 4', '=', 5)) AS v (goal, bound, actual);
-- The verdict holds for all values from the bound on, on a grid of them, or there is none.
WITH judged AS (
	SELECT goal, bound, x, plan_bounded_is_met(x, goal, bound) AS met, plan_bounded_status(x, goal, bound, expected) <= 'on_track' AS on_pace,
		array_agg(DISTINCT plan_is_met(y, goal)) AS mets, array_agg(DISTINCT plan_status(y, goal, expected) <= 'on_track') AS paces
	FROM unnest('{>= 4,<= 4,2..4,>= 4 from 1,<= 4 from 9,= 3,>= 0,<= 0}'::plan_goal[]) AS goal, unnest('{>,>=,<,<=}'::text[]) AS bound, unnest('{0.5,1}'::float8[]) AS expected, generate_series(-12, 24) AS i,
		LATERAL (SELECT i / 2.0 AS x) AS x, generate_series(-400, 800) AS j, LATERAL (SELECT j / 20.0 AS y) AS y
	WHERE CASE bound WHEN '>' THEN y > x WHEN '>=' THEN y >= x WHEN '<' THEN y < x ELSE y <= x END
	GROUP BY goal, bound, expected, x
)
SELECT count(*) AS calls, count(*) FILTER (WHERE CASE WHEN cardinality(mets) = 1 THEN met IS DISTINCT FROM mets[1] ELSE met IS NOT NULL END) AS wrongly_met,
	count(*) FILTER (WHERE NOT on_pace = ALL (paces)) AS wrong_pace, count(*) FILTER (WHERE on_pace IS NULL AND cardinality(paces) = 1) AS pace_left_out
FROM judged;
SELECT plan_bounded_status(NULL, '>= 4', '>'), plan_bounded_status(5, '>= 4', NULL), plan_bounded_status(5, NULL, '>'), plan_bounded_is_met(NULL, '>= 4', '>'), plan_bounded_status(5, '>= 7', '>', NULL);
SELECT plan_bounded_is_met(5, '>= 4', 'about');
SELECT plan_bounded_status(5, '>= 4', '>', 2);
