-- How far are we, by the month, the quarter and the year?  What is measured and what was meant to be
-- stand in two tables; one query compares them.
SET datestyle = 'ISO';
CREATE TABLE facts (indicator text, at date, kind text, value float8);
CREATE TABLE goals (indicator text, period text, goal text);
INSERT INTO facts SELECT 'homes built', at, 'flow', 200 FROM generate_series(date '2024-01-31', '2024-06-30', '1 month') AS at;
INSERT INTO facts VALUES
	('staff', '2024-03-31', 'stock', 110), ('staff', '2024-06-30', 'stock', 130),
	('spent', '2024-01-31', 'cumulative', 5), ('spent', '2024-03-31', 'cumulative', 30), ('spent', '2024-06-30', 'cumulative', 66),
	('waiting days', '2024-01-31', 'average', 10), ('waiting days', '2024-02-29', 'average', 12), ('waiting days', '2024-05-31', 'average', 7);
INSERT INTO goals VALUES
	('homes built', '2024', '>= 1200'), ('homes built', '2024-Q1', '>= 400'),
	('staff', '2024', '>= 140 from 100'), ('spent', '2024', '>= 100'), ('waiting days', '2024', '<= 8');
SELECT node, period, kind, figure, target, goal, source, round(expected::numeric, 3) AS due, round(achievement::numeric, 3) AS achievement, status, variance
FROM plan_performance_as(NULL::text, (SELECT plan_figure_cube_agg(indicator, at, kind, value) FROM facts), (SELECT plan_targets_agg(indicator, period::plan_period, goal::plan_goal) FROM goals), '{year,quarter}');

-- The same up a plan, over a term whose target is stated for all of it.
CREATE TABLE units (unit text, parent text);
INSERT INTO units VALUES ('the plan', NULL), ('building', 'the plan'), ('homes built', 'building'), ('staff', 'building'), ('money', 'the plan'), ('spent', 'money'), ('waiting days', 'the plan');
INSERT INTO goals VALUES ('homes built', '2024-2026', '>= 4000'), ('staff', '2024-2026', '>= 200 from 100');
SELECT repeat('  ', level - 1) || node AS node, parent, period, figure, goal, source, round(expected::numeric, 3) AS due, status, plan_count(scorecard) AS judged, plan_count(scorecard, 'met') AS met, round(plan_score(scorecard)::numeric, 3) AS score
FROM plan_performance_as(NULL::text, (SELECT plan_figure_cube_agg(indicator, at, kind, value) FROM facts), (SELECT plan_targets_agg(indicator, period::plan_period, goal::plan_goal) FROM goals), '{term,year,half}', '2024-2026', (SELECT plan_tree_agg(unit, parent) FROM units), as_of => '2024-09-30');

-- Where the target of a period comes from.  Of what is stated for no part, parts get what the stated parts leave over.
CREATE FUNCTION figures(kind text, from_month text, months int, value float8 DEFAULT 10, node int DEFAULT 1) RETURNS plan_figure_cube LANGUAGE sql AS
$$ SELECT plan_figure_cube_agg(node, ((from_month || '-01')::date + m * interval '1 month')::date, kind, value + m) FROM generate_series(0, months - 1) AS m $$;
SELECT period, grain, target, source FROM plan_performance(figures('flow', '2024-01', 1), '1 2024: >= 1200; 1 2024-Q1: >= 400; 1 2024-02: >= 100; 1 2024-Q4: >= 200; 1 2024-12: >= 200');
-- Finer ones that cover a period without a gap, by kind; a gap leaves it without.
SELECT k.kind, string_agg(period || ' ' || goal, ', ' ORDER BY period) FILTER (WHERE source = 'finer') AS finer, string_agg(period::text, ', ' ORDER BY period) FILTER (WHERE source IS NULL) AS without
FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) WITH ORDINALITY AS k (kind, n),
	LATERAL plan_performance(figures(k.kind, '2024-01', 1), '1 2024-01: >= 40; 1 2024-02: >= 10; 1 2024-03: >= 19; 1 2024-Q2: >= 30; 1 2024-H2: >= 25; 1 2025-01: >= 9', '{year,half,quarter}')
GROUP BY k.kind, n ORDER BY n;
-- From coarser ones, by kind, with a baseline and without.
SELECT k.kind, string_agg(period || ' ' || goal, ', ' ORDER BY period) AS coarser
FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) WITH ORDINALITY AS k (kind, n), unnest(ARRAY['>= 120', '<= 60 from 120', '24..36']) WITH ORDINALITY AS g (stated, m),
	LATERAL plan_performance(figures(k.kind, '2024-01', 1), ('1 2024: ' || stated)::plan_targets, '{half,quarter}')
GROUP BY k.kind, n, m ORDER BY n, m;
-- By what a flow is spread.  In the year before there was nothing in the first half; other kinds do not go by it.
SELECT by, k.kind, string_agg(round(target::numeric, 3)::text, ' ' ORDER BY period) AS quarters
FROM unnest('{EQUAL,days,working_days,last_year}'::text[]) WITH ORDINALITY AS b (by, n), unnest('{flow,cumulative,stock}'::text[]) AS k (kind),
	LATERAL plan_performance(figures(k.kind, '2023-07', 8), '1 2024: >= 1200 from 0', '{quarter}', '2024', calendar => plan_calendar 'holidays 2024-02-08..2024-02-14', by => by)
GROUP BY by, k.kind, n ORDER BY n, k.kind;
-- What a cumulative figure grew by is what its months weigh, from the year's beginning on; falling back weighs nothing.
SELECT period, target, expected FROM plan_performance((SELECT plan_figure_cube_agg(1, at, 'cumulative', value) FROM (VALUES (date '2023-01-31', 10), ('2023-02-28', 40), ('2023-04-30', 30), ('2023-09-30', 100), ('2024-08-31', 70)) AS v (at, value)),
	'1 2024: >= 220', '{month}', '2024', by => 'last_year') ORDER BY period;
SELECT node, period, target, round(expected::numeric, 4) AS due FROM plan_performance(figures('cumulative', '2024-08', 1, 10, 1) + figures('cumulative', '2023-01', 20, 10, 2), '1 2024-Q3: >= 90; 2 2024-Q3: >= 90', '{quarter,month}', '2024', by => 'last_year') WHERE source IS NOT NULL;
-- Nothing in the year before: equal.
SELECT DISTINCT target FROM plan_performance(figures('flow', '2024-01', 2), '1 2024: >= 120', '{month}', by => 'last_year');
-- A target that its parts exceed; what starts with the year is due from there, what has a baseline on a line from it.
SELECT period, target, source FROM plan_performance(figures('flow', '2024-01', 1), '1 2024: >= 100; 1 2024-H1: >= 160', '{quarter}');
SELECT k.kind, period, goal, source, round(expected::numeric, 3) AS due, status FROM unnest('{flow,cumulative,stock}'::text[]) WITH ORDINALITY AS k (kind, n), plan_performance(figures(k.kind, '2024-01', 4, 20), '1 2024-Q2: >= 100 from 10', '{quarter,month}', '2024-Q2', as_of => '2024-05-15') ORDER BY n, period;

-- What was due by a day.  Before it begins, a period has a goal and no verdict; where it has begun, no figure is a verdict too.
SELECT as_of, string_agg(concat_ws(' ', period, coalesce(round(expected::numeric, 3)::text, '-'), coalesce(status::text, '-')), ', ' ORDER BY period) AS half_years
FROM unnest('{0001-01-01,2023-12-31,2024-01-01,2024-02-29,2024-06-30,2024-07-01,2024-12-30,2024-12-31,2031-01-01,NULL}'::date[]) WITH ORDINALITY AS a (as_of, n),
	LATERAL plan_performance(figures('flow', '2024-01', 3), '1 2024: >= 100', '{year,half}', as_of => as_of)
GROUP BY as_of, n ORDER BY n;
SELECT by, round(expected::numeric, 4) AS due FROM unnest('{equal,days,working_days,last_year}'::text[]) AS by, plan_performance(figures('flow', '2023-01', 14), '1 2024: >= 100', '{year}', '2024', as_of => '2024-02-15', by => by);
SELECT plan_elapsed('2024', '2024-02-15') AS by_days, plan_elapsed('2024', '2024-02-15', 'standard') AS by_working_days, (10 + 11 * 15 / 29.0) / (12 * 10 + 66) AS last_year;
-- All of a year is due on its last day, also where its quarters come to less or more: by hand, of what they come to; what runs leads
-- through them to the target of the year.
SELECT rule.kind, as_of, quarters, round(expected::numeric, 6) AS due, status
FROM (VALUES ('flow', '1 2024: >= 1200; 1 2024-Q1: >= 100; 1 2024-Q2: >= 200; 1 2024-Q3: >= 300; 1 2024-Q4: >= 400', 'less'), ('flow', '1 2024: <= 1200; 1 2024-Q1: <= 100; 1 2024-Q2: <= 200; 1 2024-Q3: <= 300; 1 2024-Q4: <= 900', 'more'),
	('cumulative', '1 2024: >= 1200; 1 2024-Q1: >= 100; 1 2024-Q2: >= 300; 1 2024-Q3: >= 600; 1 2024-Q4: >= 1000', 'less')) AS rule (kind, targets, quarters),
	unnest('{2024-03-31,2024-06-30,2024-12-30,2024-12-31}'::date[]) WITH ORDINALITY AS a (as_of, n), LATERAL plan_performance(figures(rule.kind, '2024-01', 1, 250), rule.targets::plan_targets, '{year}', as_of => as_of)
ORDER BY rule.kind, quarters, as_of;
SELECT 100 / 1000.0 AS less_q1, 300 / 1000.0 AS less_q2, round((600 + 400 * (2 + 30 / 31.0) / 3) / 1000, 6) AS less_december, round(100 / 1500.0, 6) AS more_q1, round((600 + 900 * (2 + 30 / 31.0) / 3) / 1500, 6) AS more_december, round(100 / 1200.0, 6) AS running_q1, round((1000 + 200 * 30 / 31.0) / 1200, 6) AS running_december;
-- A month without figures for some is a month for all: the last one with a figure counts.
SELECT node, period, figure, status FROM plan_performance(figures('flow', '2024-01', 1) + figures('flow', '2024-01', 3, 10, 2) + '2 2024-05: flow empty', '1 2024-02: >= 5; 1 2024-04: >= 5; 2 2024-Q1: >= 33', '{quarter,month}', '2024') ORDER BY 1, 2;

-- Rows are where something is known; a kind that is not known lets only what is stated stand.
SELECT 'no targets' AS what, count(*), count(figure) AS figures, count(goal) AS goals, count(status) AS statuses, count(scorecard) AS scorecards FROM plan_performance(figures('flow', '2024-01', 3), 'empty')
UNION ALL SELECT 'no figures', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance('empty', '1 2024: >= 5')
UNION ALL SELECT 'no figures, begun', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance('empty', '1 2024: >= 5', as_of => '2024-01-01')
UNION ALL SELECT 'figures without a value', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance('1 2024-02: flow empty', '1 2024: >= 5', '{year,half}', as_of => '2024-01-01')
UNION ALL SELECT 'nothing', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance('empty', 'empty')
UNION ALL SELECT 'NULL figures', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance(NULL, '1 2024: >= 5')
UNION ALL SELECT 'NULL targets', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance(figures('flow', '2024-01', 3), NULL)
UNION ALL SELECT 'other term', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance(figures('flow', '2024-01', 3), '1 2024: >= 5', NULL, '2025-2026')
UNION ALL SELECT 'NULL options', count(*), count(figure), count(goal), count(status), count(scorecard) FROM plan_performance(figures('flow', '2024-01', 3), '1 2024: >= 5', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT node, period, kind, figure, coverage, goal, source, expected, status, plan_count(scorecard) AS judged FROM plan_performance(figures('flow', '2024-01', 2), '2 2024: >= 5; 2 2024-Q1: >= 1; 2 2024-07: <= 3', '{year,quarter,month}', as_of => '2024-03-31');
-- The kind is that of all figures, also of those beyond the term.
SELECT node, period, kind, figure, goal, source FROM plan_performance(figures('flow', '2023-01', 2), '1 2024: >= 120', '{year,half}', '2024');
-- Unlike kinds have no figure together, and no kind.
SELECT node, period, kind, figure, goal, source, expected, status FROM plan_performance(figures('flow', '2024-01', 1, 10, 2) + figures('stock', '2024-01', 1, 10, 3), '1 2024: >= 5; 2 2024: >= 5', '{year,quarter}', tree => '1; 2 < 1; 3 < 1') WHERE goal IS NOT NULL;
-- Goals of two directions have none together, and a baseline is lost that some of them lack.
SELECT t, string_agg(concat_ws(' ', period, coalesce(goal::text, '-')), ', ' ORDER BY period) AS goals
FROM unnest(ARRAY['1 2024-H1: >= 4; 1 2024-H2: <= 5', '1 2024: <= 8; 1 2024-Q2: >= 1', '1 2024-H1: >= 4 from 1; 1 2024-H2: >= 5', '1 2024-H1: 4..6; 1 2024-H2: 5..9', '1 2024-H1: >= 4 from 1; 1 2024-H2: >= 5 from 2']::plan_targets[]) WITH ORDINALITY AS t (t, n),
	LATERAL plan_performance(figures('flow', '2024-01', 1), t, '{year,half,quarter}') GROUP BY t, n ORDER BY n;
-- A revised target takes the place of the old one before targets are made.
SELECT period, target, source FROM plan_performance(figures('flow', '2024-01', 1), (SELECT plan_targets_agg(1, period, goal) FROM (SELECT DISTINCT ON (period) period::plan_period, goal::plan_goal
	FROM (VALUES ('2024', '>= 1200', 1), ('2024', '>= 900', 2), ('2024-H1', '>= 500', 1)) AS v (period, goal, revision) ORDER BY period, revision DESC) AS newest), '{year,half}');

-- A term cuts rows, not what targets are for.
SELECT by, period, grain, figure, round(target::numeric, 2) AS target, source FROM unnest('{equal,last_year}'::text[]) AS by, plan_performance(figures('flow', '2023-01', 20), '1 2024: >= 120', '{term,year,half,quarter,month}', '2024-02..2024-09', by => by) WHERE grain <> 'month' ORDER BY by, period, grain;
-- Years to date and rolling years end with the last month that has figures.
SELECT period, grain, figure, target, source, status FROM plan_performance(figures('flow', '2023-11', 4), '1 2023: >= 24; 1 2024: >= 120', '{year_to_date,rolling_year}') WHERE target IS NOT NULL;
-- Calendars: a year from April, and one from the 6th, whose months the cube has.
SELECT period, grain, target, source FROM plan_performance(figures('flow', '2024-01', 6), '1 2023-04..2024-03: >= 120; 1 2024-04..2025-03: >= 240', '{year,half}', NULL, NULL, 'year from April');
CREATE TABLE tax AS SELECT plan_figure_cube_agg(1, at::date, 'flow', 10, NULL, 'year from 6 April') AS cube FROM generate_series(date '2024-04-05', '2024-09-05', '1 month') AS at;
SELECT period, grain, figure, target, round(expected::numeric, 3) AS due, status FROM tax, plan_performance(cube, (SELECT plan_targets_agg(1, plan_fiscal_period('FY2024', 'year from 6 April'), '>= 120')), '{year,half}', as_of => '2024-10-05');
SELECT * FROM tax, plan_performance(cube, '1 2024: >= 120');
SELECT * FROM tax, plan_performance(cube, '1 2024-04-06..2025-04-05: >= 120', calendar => 'standard');
SELECT * FROM plan_performance(figures('flow', '2024-01', 6), '1 2024-W07: >= 120');
SELECT * FROM plan_performance(figures('flow', '2024-01', 6), '1 2024-04-06..2025-04-05: >= 120', calendar => 'year from 6 April');

-- Trees: who has targets must be in it, and so must who has figures; keys are of one kind.
SELECT * FROM plan_performance(figures('flow', '2024-01', 1), '2 2024: >= 5', tree => '1');
SELECT * FROM plan_performance(figures('flow', '2024-01', 1), '2 2024: >= 5', tree => '2');
SELECT * FROM plan_performance_as(NULL::text, '"a" 2024-01: flow empty', '"b" 2024: >= 5', tree => '"a"');
SELECT * FROM plan_performance('1 2024-01: flow empty', '"a" 2024: >= 5');
SELECT * FROM plan_performance_as(NULL::text, '"a" 2024-01: flow empty', '1 2024: >= 5');
SELECT * FROM plan_performance_as(NULL::text, 'empty', '"a" 2024: >= 5', tree => '1');
SELECT * FROM plan_performance('"a" 2024-01: flow empty', '"a" 2024: >= 5');
SELECT * FROM plan_performance_as(NULL::uuid, '"a" 2024-01: flow empty', '"a" 2024: >= 5');
SELECT node, parent, level, period, figure, target, pg_typeof(node) FROM plan_performance_as(NULL::uuid, (SELECT plan_figure_cube_agg('a0000000-0000-0000-0000-000000000001'::uuid, '2024-01-31', 'flow', 5)),
	(SELECT plan_targets_agg(u::uuid, '2024', '>= 5') FROM unnest('{a0000000-0000-0000-0000-000000000001,00000000-0000-0000-0000-000000000002}'::text[]) AS u), '{year}');
SELECT node, parent, level, figure, target, status FROM plan_performance_as(NULL::int, (SELECT plan_figure_cube_agg(n, '2024-01-31', 'flow', n, e) FROM unnest('{-7,0,9,3000000000}'::bigint[]) AS n, generate_series(1, 3) AS e WHERE n < 10), (SELECT plan_targets_agg(n, '2024', '>= 5') FROM unnest('{-8,-7,1,9,12}'::int[]) AS n), '{year}');
SELECT node, figure, target FROM plan_performance_as(NULL::text, (SELECT plan_figure_cube_agg(n, '2024-01-31', 'flow', 5, e) FROM unnest('{b,a,c}'::text[]) AS n, generate_series(1, 2) AS e), (SELECT plan_targets_agg(n, '2024', '>= 5') FROM unnest('{d,b,aa}'::text[]) AS n), '{year}');
-- A parent with a target of its own is judged beside its children; without one it has their scorecard.
SELECT node, parent, figure, target, status, plan_count(scorecard) AS judged, plan_score(scorecard) AS score, plan_coverage(scorecard) AS coverage
FROM unnest('{"1; 2 < 1; 3 < 1; 4 < 3; 5 < 3","1 * 1; 2 < 1 * 3; 3 < 1 * 1; 4 < 3 * 1; 5 < 3 * 0"}'::plan_tree[]) WITH ORDINALITY AS t (tree, n),
	plan_performance(figures('flow', '2024-01', 1, 10, 2) + figures('flow', '2024-01', 1, 30, 4), '1 2024: >= 80; 2 2024: >= 20; 4 2024: >= 30; 5 2024: >= 10', '{year}', NULL, tree, as_of => '2024-12-31') ORDER BY n, node;
-- Cuts of one's own.
SELECT cuts, string_agg(status::text, ' ' ORDER BY node) AS statuses FROM unnest(ARRAY[NULL, '0.95,0.6', '0.9,0.7,0.5', '0.3,0.2']) WITH ORDINALITY AS c (cuts, n),
	LATERAL plan_performance(figures('flow', '2024-01', 1, 10, 1) + figures('flow', '2024-01', 1, 7, 2) + figures('flow', '2024-01', 1, 3, 3), '1 2024-01: >= 10; 2 2024-01: >= 10; 3 2024-01: >= 10', '{month}', cuts => ('{' || cuts || '}')::float8[]) GROUP BY cuts, n ORDER BY n;

-- What cannot be.
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', by => 'weeks');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', '{term}');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', '{week}');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', '{NULL}');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', NULL, '2024-W07');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', as_of => 'infinity');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', cuts => '{0.5,0.6}');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 5', cuts => '{NULL}');
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 0001-01..9999-12: >= 5; 1 1000-01..11000-01: >= 5');
SELECT count(*), count(source), round(sum(target)::numeric, 6) AS sum FROM plan_performance('1 2024-01: flow empty', '1 0001-01..9999-12: >= 5', '{year}');
SELECT node, period, target FROM plan_performance('1 2024-01: flow empty', '1 4713-01 BC: >= 5; 1 20000-12: >= 6', '{month}') WHERE target IS NOT NULL;
SELECT * FROM plan_performance('1 2024-01: flow empty', '1 2024: >= 1e300', '{half}');
SELECT * FROM plan_performance('1 2024-01: stock empty', '1 2024: >= 1e308 from -1e308', '{half}');
SELECT * FROM plan_performance('1 2024-01: flow n=1 to=2024-01-31 sum=1', '1 2024: >= 1e300', '{year}');
SELECT * FROM plan_performance('1 2024-01: flow n=1 to=2024-01-31 sum=1', '1 2024: >= 1e-320', '{year}');
SELECT period, figure, target, achievement, status FROM plan_performance('1 2024-01: peak n=1 to=2024-01-31 value=-0', '1 2024-01: >= 0; 1 2024-02: <= -0', '{month}', as_of => '2024-02-01');

-- 30 indicators of all kinds over 30 months, with gaps, with targets of years, quarters and months here and there, in a tree.
CREATE TABLE many AS SELECT n, m, (ARRAY['flow', 'stock', 'cumulative', 'average', 'peak', 'least', 'first'])[1 + n % 7] AS kind, (date '2022-01-01' + m * interval '1 month' + (n + m) % 28 * interval '1 day')::date AS at,
	CASE WHEN (n * 31 + m * 17) % 11 > 0 THEN (n * 7919 + m * 104729) % 1000 / 8.0 END AS value
FROM generate_series(1, 30) AS n, generate_series(0, 29) AS m WHERE (n * 13 + m * 7) % 9 > 1;
CREATE TABLE planned AS SELECT n, period::plan_period, plan_goal((n * 6151 + i * 3571) % 900 / 4.0 - (n % 5) * 10, CASE n % 4 WHEN 0 THEN 'lower' WHEN 1 THEN 'within' ELSE 'higher' END, CASE n % 3 WHEN 0 THEN n END) AS goal
FROM generate_series(1, 32) AS n, LATERAL (SELECT (2022 + y)::text, y FROM generate_series(0, 2) AS y WHERE (n + y) % 4 > 0
	UNION ALL SELECT format('%s-Q%s', 2022 + q / 4, 1 + q % 4), 10 + q FROM generate_series(0, 11) AS q WHERE (n * 5 + q * 7) % 5 = 0
	UNION ALL SELECT format('%s-%s', 2022 + m / 12, lpad((1 + m % 12)::text, 2, '0')), 30 + m FROM generate_series(0, 35) AS m WHERE (n * 3 + m * 11) % 7 = 0) AS p (period, i);
INSERT INTO planned VALUES (0, '2022-2024', '>= 5000'), (-3, '2023', '>= 12');
INSERT INTO planned SELECT n, q, plan_goal(n * plan_days(q), 'higher') FROM generate_series(3, 31, 4) AS n, plan_subperiods('2023', 'quarter') AS q WHERE NOT EXISTS (SELECT FROM planned AS p WHERE p.n = n.n AND p.period = q);
CREATE TABLE branches AS SELECT n, CASE WHEN n > 0 THEN -(n % 7) - 1 WHEN n < 0 THEN 0 END AS parent FROM generate_series(-7, 32) AS n;
CREATE TABLE input AS SELECT cube, targets, tree FROM (SELECT plan_figure_cube_agg(n, at, kind, value) AS cube FROM many) AS c, (SELECT plan_targets_agg(n, period, goal) AS targets FROM planned) AS t, (SELECT plan_tree_agg(n, parent) AS tree FROM branches) AS b;
CREATE TABLE answers AS SELECT by, as_of, in_tree, p.* FROM input, unnest('{equal,days,working_days,last_year}'::text[]) AS by, unnest('{NULL,2023-02-10}'::date[]) AS as_of, unnest('{f,t}'::bool[]) AS in_tree,
	LATERAL plan_performance(cube, targets, '{term,year,year_to_date,rolling_year,half,quarter,month}', '2022-2024', CASE WHEN in_tree THEN tree END, as_of => as_of, by => by, cuts => CASE by WHEN 'days' THEN '{0.8,0.5}'::float8[] END) AS p;
SELECT by, count(*), count(status) AS judged, count(DISTINCT status) AS statuses, count(DISTINCT source) AS sources FROM answers GROUP BY by ORDER BY by;
-- Each row says what the functions say of its figure, goal and what was due; it has them or not together.
SELECT count(*) FILTER (WHERE goal IS NOT NULL) AS rows, count(*) FILTER (WHERE figure IS NOT NULL AND status IS NOT NULL) AS judged,
	count(*) FILTER (WHERE status IS NOT NULL AND achievement IS DISTINCT FROM plan_achievement(figure, goal, coalesce(expected, 1), kind ~ '^(flow|cumulative)')) AS achievements,
	count(*) FILTER (WHERE status IS NOT NULL AND variance IS DISTINCT FROM plan_variance(figure, goal)) AS variances,
	count(*) FILTER (WHERE status IS NOT NULL AND status IS DISTINCT FROM CASE
		WHEN kind ~ '^peak' AND plan_direction(goal)::text <> 'higher' AND figure > plan_upper(goal) OR kind ~ '^least' AND plan_direction(goal)::text <> 'lower' AND figure < plan_lower(goal) THEN greatest(s.status_of_pace, 'off_track')
		WHEN (kind ~ '^peak' AND plan_direction(goal)::text <> 'higher' OR kind ~ '^least' AND plan_direction(goal)::text <> 'lower') AND plan_is_met(figure, goal) AND coalesce(as_of, '2024-06-30') < plan_last_day(period) THEN 'on_track'
		ELSE s.status_of_pace END) AS statuses,
	count(*) FILTER (WHERE target IS DISTINCT FROM plan_target(goal) OR (source IS NULL) <> (goal IS NULL)) AS goals,
	count(*) FILTER (WHERE status IS NULL AND (expected IS NOT NULL OR achievement IS NOT NULL OR variance IS NOT NULL)) AS unjudged,
	count(*) FILTER (WHERE (status IS NOT NULL) <> (goal IS NOT NULL AND coalesce(as_of, '2024-06-30') >= plan_first_day(period))) AS begun
FROM answers, LATERAL (SELECT CASE by WHEN 'days' THEN plan_status(figure, goal, coalesce(expected, 1), '{0.8,0.5}', kind ~ '^(flow|cumulative)') ELSE plan_status(figure, goal, coalesce(expected, 1), adds_up => kind ~ '^(flow|cumulative)') END AS status_of_pace) AS s;
-- What is due of a flow is the part that has passed, whatever the goal;
-- where parts have targets of their own it is what these make of the months that have passed.
CREATE VIEW parted AS SELECT a.*, EXISTS (SELECT FROM planned AS p WHERE p.n = a.node AND p.period && a.period AND NOT a.period <@ p.period) AS has_parts FROM answers AS a;
SELECT by, count(*) AS rows, count(*) FILTER (WHERE expected <> CASE WHEN by = 'working_days' THEN plan_elapsed(period, coalesce(as_of, '2024-06-30'), 'standard') ELSE plan_elapsed(period, coalesce(as_of, '2024-06-30')) END) AS others
FROM parted WHERE kind = 'flow' AND status IS NOT NULL AND by <> 'last_year' AND NOT (has_parts AND plan_last_day(period) > coalesce(as_of, '2024-06-30')) GROUP BY by ORDER BY by;
SELECT by, count(*) > 20 AS "are many", count(*) FILTER (WHERE abs(expected - CASE WHEN share BETWEEN 0 AND 1 THEN share WHEN by = 'working_days' THEN plan_elapsed(period, as_of, 'standard') ELSE plan_elapsed(period, as_of) END) > 1e-12) AS others
FROM (SELECT by, period, as_of, expected, (SELECT sum(m.target * CASE WHEN plan_last_day(m.period) < p.as_of THEN 1 WHEN plan_first_day(m.period) > p.as_of THEN 0 ELSE 10 / 28.0 END) / sum(m.target)
		FROM answers AS m WHERE m.grain = 'month' AND m.period <@ p.period AND (m.by, m.as_of, m.in_tree, m.node) = (p.by, p.as_of, p.in_tree, p.node) HAVING count(m.target) = count(*)) AS share
	FROM parted AS p WHERE kind = 'flow' AND status IS NOT NULL AND by <> 'last_year' AND has_parts AND as_of = '2023-02-10' AND plan_last_day(period) > as_of AND target > 0 AND plan_direction(goal) = 'higher') AS s
WHERE share IS NOT NULL GROUP BY by ORDER BY by;
DROP VIEW parted;
-- Figures are those of plan_figure_rows, of which no row is missing.
SELECT in_tree, count(*) AS rows, count(*) FILTER (WHERE (f.figure, f.coverage, f.kind, f.parent, f.level) IS DISTINCT FROM (a.figure, a.coverage, a.kind, a.parent, a.level)) AS others
FROM (SELECT in_tree, r.* FROM input, unnest('{f,t}'::bool[]) AS in_tree, LATERAL plan_figure_rows(cube, '{term,year,year_to_date,rolling_year,half,quarter,month}', '2022-2024', CASE WHEN in_tree THEN tree END) AS r) AS f
	LEFT JOIN (SELECT * FROM answers WHERE by = 'last_year' AND as_of IS NULL) AS a USING (in_tree, node, period, grain) GROUP BY in_tree ORDER BY in_tree;
-- Rows of targets are of stated periods or of such within or around them; every stated period that is asked for has one.
SELECT count(*) AS stated, count(*) FILTER (WHERE a.goal = p.goal AND a.source = 'stated') AS there FROM planned AS p
	LEFT JOIN answers AS a ON a.node = p.n AND a.period = p.period AND a.grain IN ('term', 'year', 'quarter', 'month') AND a.by = 'equal' AND a.as_of IS NULL AND a.in_tree;
-- Scorecards against those of the rows of each node and of all below it, but for the verdicts, which are counted, and the scores, which are those of totals where figures add up.
WITH RECURSIVE below AS (SELECT n AS node, n FROM branches UNION ALL SELECT below.node, branches.n FROM below JOIN branches ON branches.parent = below.n),
cards AS (SELECT by, as_of, below.node, period, grain, CASE by WHEN 'days' THEN plan_scorecard_agg(figure, goal, 1, coalesce(expected, 1), '{0.8,0.5}') ELSE plan_scorecard_agg(figure, goal, 1, coalesce(expected, 1)) END AS card, jsonb_build_object(
		'exceeded', count(*) FILTER (WHERE status = 'exceeded'), 'met', count(*) FILTER (WHERE status = 'met'), 'on_track', count(*) FILTER (WHERE status = 'on_track'), 'at_risk', count(*) FILTER (WHERE status = 'at_risk'), 'off_track', count(*) FILTER (WHERE status = 'off_track'), 'regressing', count(*) FILTER (WHERE status = 'regressing'), 'met_share', count(*) FILTER (WHERE status <= 'met') / count(*)::float8, 'score', plan_score(plan_scorecard_scored_agg(plan_score(figure, goal, 1, coalesce(expected, 1), kind ~ '^(flow|cumulative)'), status, 1))) AS verdicts
	FROM below JOIN answers AS a ON a.node = below.n WHERE in_tree AND status IS NOT NULL GROUP BY 1, 2, 3, 4, 5)
SELECT by, count(*) AS rows, count(card) AS cards, count(*) FILTER (WHERE (card::jsonb || verdicts) - 'weighted_score' IS DISTINCT FROM scorecard::jsonb - 'weighted_score') AS others FROM cards FULL JOIN (SELECT * FROM answers WHERE in_tree AND scorecard IS NOT NULL) AS a USING (node, period, grain, by)
WHERE cards.as_of IS NOT DISTINCT FROM a.as_of GROUP BY by ORDER BY by;
SELECT count(*) AS rows, count(*) FILTER (WHERE scorecard::jsonb - 'weighted_score' IS DISTINCT FROM (card::jsonb || verdict) - 'weighted_score') AS others FROM (SELECT scorecard, '{"exceeded": 0, "met": 0, "on_track": 0, "at_risk": 0, "off_track": 0, "regressing": 0}' || coalesce(jsonb_object_agg(status, 1) FILTER (WHERE status <> 'no_data'), '{}') || jsonb_build_object('met_share', count(*) FILTER (WHERE status <= 'met'), 'score', plan_score(plan_scorecard_scored_agg(plan_score(figure, goal, 1, coalesce(expected, 1), kind ~ '^(flow|cumulative)'), status, 1) FILTER (WHERE status IS NOT NULL))) AS verdict, plan_scorecard_agg(figure, goal, 1, coalesce(expected, 1)) FILTER (WHERE status IS NOT NULL) AS card
	FROM answers WHERE NOT in_tree AND by <> 'days' GROUP BY by, as_of, node, period, grain, scorecard) AS c;

-- Equal spreading of flows in plain SQL: what is not stated shares what is left.
CREATE TABLE stated AS SELECT n, period, plan_target(goal) AS target, goal, plan_days(period) > 360 AS is_year, plan_days(period) BETWEEN 80 AND 100 AS is_quarter, plan_first_day(period) AS first FROM planned WHERE n > 0 AND n <= 30 AND n % 7 = 0;
CREATE TABLE months AS SELECT n, m::date AS month, date_trunc('quarter', m)::date AS quarter, date_trunc('year', m)::date AS year, (SELECT target FROM stated AS s WHERE s.n = nodes.n AND s.first = m AND NOT is_year AND NOT is_quarter) AS own,
	(SELECT target FROM stated AS s WHERE s.n = nodes.n AND s.first = date_trunc('quarter', m) AND is_quarter) AS of_quarter, (SELECT target FROM stated AS s WHERE s.n = nodes.n AND s.first = date_trunc('year', m) AND is_year) AS of_year
FROM (SELECT DISTINCT n FROM stated) AS nodes, generate_series(timestamp '2022-01-01', '2024-12-01', '1 month') AS m;
CREATE TABLE spread AS SELECT n, month, CASE WHEN own IS NOT NULL THEN own
	WHEN of_quarter IS NOT NULL THEN (of_quarter - coalesce(sum(own) OVER q, 0)) / (3 - count(own) OVER q)
	ELSE (of_year - coalesce(sum(coalesce(of_quarter / 3, own)) OVER y, 0)) / (12 - count(coalesce(of_quarter, own)) OVER y) END AS target
FROM months WINDOW q AS (PARTITION BY n, quarter), y AS (PARTITION BY n, year);
WITH periods AS (SELECT grain, p AS period FROM unnest('{year,half,quarter,month}'::text[]) AS grain, plan_subperiods('2022-2024', grain) AS p),
wanted AS (SELECT s.n AS node, period, grain, coalesce((SELECT target FROM stated WHERE stated.n = s.n AND stated.period = p.period), CASE WHEN count(target) = count(*) THEN sum(target) END) AS target
	FROM periods AS p JOIN spread AS s ON s.month <@ p.period GROUP BY s.n, period, grain)
SELECT grain, count(*) AS rows, count(w.target) AS targets, count(*) FILTER (WHERE a.source = 'stated') AS stated, count(*) FILTER (WHERE a.source = 'finer') AS finer, count(*) FILTER (WHERE a.source = 'coarser') AS coarser,
	count(*) FILTER (WHERE (a.target IS NULL) <> (w.target IS NULL) OR abs(a.target - w.target) > 1e-12 * (100 + abs(w.target))) AS others
FROM wanted AS w LEFT JOIN (SELECT * FROM answers WHERE by = 'equal' AND as_of IS NULL AND in_tree) AS a USING (node, period, grain) GROUP BY grain ORDER BY grain;
-- Parts add up to their whole: to the last bit where they can be written down, else as far as they can.
CREATE TABLE sums AS SELECT by, exact, node, period, target, grain FROM unnest('{equal,days,working_days,last_year}'::text[]) AS by, unnest('{t,f}'::bool[]) AS exact,
	LATERAL plan_performance((SELECT plan_figure_cube_agg(n, (date '2023-01-31' + m * interval '1 month')::date, 'flow', (n * 7919 + m * 104729) % 97) FROM generate_series(1, 50) AS n, generate_series(0, 11) AS m),
		(SELECT plan_targets_agg(n, '2024', plan_goal(CASE WHEN exact THEN (n * 389 % 101) * CASE by WHEN 'equal' THEN 12 WHEN 'days' THEN 366 WHEN 'working_days' THEN plan_working_days('2024', 'standard') ELSE (SELECT sum((n * 7919 + m * 104729) % 97) FROM generate_series(0, 11) AS m) END
			ELSE (n * 6151 % 1009) / 7.0 END, 'higher')) FROM generate_series(1, 50) AS n), '{year,half,quarter,month}', '2024', by => by);
SELECT by, exact, count(*) AS sums, count(*) FILTER (WHERE parts = whole) AS same, count(*) FILTER (WHERE abs(parts - whole) <= 4e-16 * abs(whole)) AS nearly, max(least_parts) AS different_months
FROM (SELECT by, exact, node, s.grain, plan_sum(s.target) AS parts, max(w.target) AS whole, count(DISTINCT s.target) FILTER (WHERE s.grain = 'month') AS least_parts FROM sums AS s JOIN (SELECT * FROM sums WHERE grain = 'year') AS w USING (by, exact, node) GROUP BY by, exact, node, s.grain) AS p (by, exact, node, grain, parts, whole, least_parts)
WHERE grain <> 'year' GROUP BY by, exact ORDER BY exact DESC, by;
SELECT by, count(*) AS months, count(*) FILTER (WHERE target <> node * 389 % 101 * CASE by WHEN 'equal' THEN 1 WHEN 'days' THEN plan_days(period) WHEN 'working_days' THEN plan_working_days(period, 'standard') ELSE (node * 7919 + (extract(month FROM plan_first_day(period))::int - 1) * 104729) % 97 END) AS others
FROM sums WHERE exact AND grain = 'month' GROUP BY by ORDER BY by;

-- In little memory and in much; a row for each of a deep chain.
CREATE TABLE deep AS SELECT plan_tree_agg(i, nullif(i - 1, 0)) AS tree FROM generate_series(1, 900) AS i;
SET work_mem = '64MB';
CREATE TABLE in_memory AS SELECT p.* FROM deep, plan_performance(figures('flow', '2023-01', 20, 10, 900), (SELECT plan_targets_agg(n * 100, '2024', '>= 50') FROM generate_series(1, 9) AS n), '{year,month}', tree => tree) WITH ORDINALITY AS p (node, parent, level, period, grain, kind, figure, coverage, last_day, target, goal, source, expected, achievement, status, variance, scorecard, place);
SET work_mem = '64kB';
CREATE TABLE spilled AS SELECT p.* FROM deep, plan_performance(figures('flow', '2023-01', 20, 10, 900), (SELECT plan_targets_agg(n * 100, '2024', '>= 50') FROM generate_series(1, 9) AS n), '{year,month}', tree => tree) WITH ORDINALITY AS p (node, parent, level, period, grain, kind, figure, coverage, last_day, target, goal, source, expected, achievement, status, variance, scorecard, place);
RESET work_mem;
SELECT count(*) AS rows, count(*) FILTER (WHERE m = s) AS same, max(plan_count(s.scorecard)) AS judged, max(s.level) AS levels FROM in_memory AS m FULL JOIN spilled AS s USING (place);

-- Figures far from all targets cost nothing: months are weighed from the first to the last target.
SELECT node, period, goal, source FROM plan_performance('1 4714-12 BC: flow n=1 to=4714-12-01 BC sum=1; 1 2023-02: flow n=1 to=2023-02-01 sum=1; 1 2023-08: flow n=1 to=2023-08-01 sum=3; 1 5874897-12: flow n=1 to=5874897-12-31 sum=1', '1 2024: >= 366', '{half}', '2024', by => 'days') UNION ALL
SELECT node, period, goal, source FROM plan_performance('1 4714-12 BC: flow n=1 to=4714-12-01 BC sum=1; 1 2023-02: flow n=1 to=2023-02-01 sum=1; 1 2023-08: flow n=1 to=2023-08-01 sum=3; 1 5874897-12: flow n=1 to=5874897-12-31 sum=1', '1 2024: >= 400', '{half}', '2024', by => 'last_year');

-- Of finer goals that begin together the longest counts, even where only a shorter one leads on.
SELECT targets, goal, source FROM unnest('{1 2024-Q1: >= 30; 1 2024-04..2024-12: >= 90,1 2024-H1: >= 60; 1 2024-Q1: >= 30; 1 2024-H2: >= 50,1 2024-H1: >= 60; 1 2024-Q1: >= 30; 1 2024-04..2024-12: >= 90}'::text[]) AS targets,
	plan_performance('1 2024-01: flow n=1 to=2024-01-31 sum=70', targets::plan_targets, '{year}');

-- Figures far from all targets cost nothing: months are weighed from the first to the last target.
SELECT node, period, goal, source FROM plan_performance('1 4714-12 BC: flow n=1 to=4714-12-01 BC sum=1; 1 2023-02: flow n=1 to=2023-02-01 sum=1; 1 2023-08: flow n=1 to=2023-08-01 sum=3; 1 5874897-12: flow n=1 to=5874897-12-31 sum=1', '1 2024: >= 366', '{half}', '2024', by => 'days') UNION ALL
SELECT node, period, goal, source FROM plan_performance('1 4714-12 BC: flow n=1 to=4714-12-01 BC sum=1; 1 2023-02: flow n=1 to=2023-02-01 sum=1; 1 2023-08: flow n=1 to=2023-08-01 sum=3; 1 5874897-12: flow n=1 to=5874897-12-31 sum=1', '1 2024: >= 400', '{half}', '2024', by => 'last_year');

-- Years that are counted anew add up to their term: the last figure of each, and targets of years.  A year without one has its share of the
-- rest, and what is to date builds up within the year; beside it the same from plain sums.
CREATE TEMP TABLE spent AS SELECT plan_figure_cube_agg('spent'::text, at::date, 'cumulative', value, NULL, 'year from July') AS cube
FROM (VALUES ('2023-09-30', 250), ('2024-06-30', 1198), ('2025-03-31', 1010), ('2025-06-30', 1410), ('2026-06-30', 1702), ('2026-09-30', 301)) AS v (at, value);
SELECT period, grain, figure, goal, source, round(expected::numeric, 4) AS due, round(achievement::numeric, 4) AS achieved, status
FROM spent, plan_performance_as(NULL::text, cube, (SELECT plan_targets_agg('spent'::text, period::plan_period, goal::plan_goal) FROM (VALUES ('2023-07..2030-06', '>= 12000'), ('2023-07..2024-06', '>= 1250.5'), ('2024-07..2025-06', '>= 1400'), ('2025-07..2026-06', '>= 1650')) AS t (period, goal)),
	'{term,year,half,quarter}', '2023-07..2030-06') WHERE grain IN ('term', 'year') OR plan_first_day(period) >= '2026-07-01' AND plan_last_day(period) < '2028-01-01';
SELECT 1198 + 1410 + 1702 + 301 AS term, (12000 - 1250.5 - 1400 - 1650) / 4 AS year, (12000 - 1250.5 - 1400 - 1650) / 4 / 4 AS first_quarter, round((1250.5 + 1400 + 1650 + (12000 - 1250.5 - 1400 - 1650) / 16) / 12000, 4) AS due;
-- Without targets of years each has its share; targets of years alone make that of the term, and a quarter leads through its own.
SELECT period, goal, source, round(expected::numeric, 4) AS due FROM spent, plan_performance_as(NULL::text, cube, (SELECT plan_targets_agg('spent'::text, period::plan_period, goal::plan_goal) FROM (VALUES ('2023-07..2027-06', '>= 4800')) AS t (period, goal)), '{term,year,quarter}', '2023-07..2027-06') WHERE grain <> 'quarter' OR plan_first_day(period) >= '2026-07-01';
SELECT period, goal, source, round(expected::numeric, 4) AS due, round(((1000 + 2000 + 3000 + 900.0) / 10000), 4) AS by_hand FROM spent, plan_performance_as(NULL::text, cube, (SELECT plan_targets_agg('spent'::text, period::plan_period, goal::plan_goal) FROM (VALUES ('2023-07..2024-06', '>= 1000'), ('2024-07..2025-06', '>= 2000'), ('2025-07..2026-06', '>= 3000'), ('2026-07..2027-06', '>= 4000'), ('2026-Q3', '>= 900'), ('2024-Q1', '>= 100')) AS t (period, goal)), '{term}', '2023-07..2027-06');
SELECT period, grain, figure, prior_figure, round(coverage::numeric, 3) AS coverage, last_day FROM spent, plan_figure_rows_as(NULL::text, cube, '{term,year}', '2025-07..2027-06');

-- A highest value does not come back: within a ceiling it is on track until the period is over, and beyond it off track for good.  A lowest one is
-- the mirror of that.
SELECT v.kind, value, v.goal, as_of, expected, round(achievement::numeric, 3) AS achieved, status, round(plan_score(scorecard)::numeric, 3) AS score
FROM (VALUES (1, 'peak', 0.7, '<= 1'), (2, 'peak', 1.05, '<= 1'), (3, 'peak', 0.99, '<= 1 from 1.5'), (4, 'peak', 1.2, '<= 1 from 1.5'), (5, 'peak', 4.9, '>= 5'), (6, 'peak', 5, '>= 5'), (7, 'peak', 3, '2..5'), (8, 'peak', 5.1, '2..5'), (9, 'peak', 1.95, '2..5'), (10, 'peak', -6, '<= -5'),
	(11, 'least', 2.1, '>= 2'), (12, 'least', 1.97, '>= 2'), (13, 'least', 2.1, '<= 2'), (14, 'least', 3, '2..5'), (15, 'least', 1.99, '2..5'), (16, 'stock', 1.05, '<= 1')) AS v (n, kind, value, goal),
	unnest('{2024-05-31,2024-12-31}'::date[]) AS as_of, plan_performance(figures(v.kind, '2024-05', 1, value), ('1 2024: ' || v.goal)::plan_targets, '{year}', as_of => as_of) ORDER BY n, as_of;

DROP TABLE spent, facts, goals, units, tax, many, planned, branches, input, answers, stated, months, spread, sums, deep, in_memory, spilled;
DROP FUNCTION figures(text, text, int, float8, int);
