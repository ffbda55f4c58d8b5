-- The sample plan by month, quarter, half, year and term, and by branch.

\echo 'How far is the term, as of 30 June 2023?'
SELECT period, plan_grain(period) AS grain, plan_days(period) AS days,
	round(100 * plan_elapsed(period, '2023-06-30')) AS "% passed",
	plan_to_date(period, '2023-06-30') AS part
FROM unnest(plan_ancestors('2023-06', '2021-2025')) AS period
ORDER BY period;

\echo 'Like for like: the first half of 2023 beside that of 2022'
SELECT now.indicator, before.period AS then, before.actual, now.period AS now, now.actual,
	plan_status(now.actual, now.goal, now.expected) AS status
FROM dated_reports AS now
LEFT JOIN dated_reports AS before
	ON before.indicator = now.indicator AND before.period = plan_prior_year(now.period)
WHERE now.period = '2023-H1'
ORDER BY now.indicator;

\echo 'What a figure means depends on the indicator: growth has a mean, a share of the plan its last value'
SELECT indicator, kind, CASE kind WHEN 'average' THEN '2021-2025' ELSE plan_year(at) END AS period,
	round(plan_value(plan_period_value_agg(kind, at, actual))::numeric, 2) AS figure, count(*) AS reports
FROM dated_reports
WHERE kind = 'cumulative' OR plan_grain(period) = 'year'
GROUP BY 1, 2, 3
ORDER BY 1, 3;

\echo 'One pass over the reports: a cube of scorecards by programme and month'
CREATE TABLE dashboards AS
SELECT date '2025-06-30' AS made, plan_cube_agg(programme, at, actual, goal, 1, expected) AS cube
FROM dated_reports;

\echo 'And every level out of it: the plan and its branches, the term and its years'
SELECT repeat('  ', level - 1) || name AS branch, period,
	plan_count(scorecard) AS reports,
	plan_count(scorecard, 'exceeded') + plan_count(scorecard, 'met') AS met,
	plan_count(scorecard, 'on_track') AS on_track,
	plan_count(scorecard, 'at_risk') + plan_count(scorecard, 'off_track') AS behind
FROM dashboards,
	plan_cube_rows(cube, '{term,year}', '2021-2025', (SELECT plan_tree_agg(id, parent) FROM branches))
JOIN branches ON branches.id = node
ORDER BY level, node, period;

\echo 'The plan by half and quarter'
SELECT period, grain, plan_count(scorecard) AS reports, round(100 * plan_met_share(scorecard)) AS "met %",
	plan_count(scorecard, 'on_track') AS on_track, plan_count(scorecard, 'at_risk') AS at_risk
FROM dashboards,
	plan_cube_rows(cube, '{half,quarter,month}', '2021-2025', (SELECT plan_tree_agg(id, parent) FROM branches))
WHERE node = 100
ORDER BY period;

\echo 'The same by hand, for keys of any type'
SELECT programmes.name AS branch, plan_count(term) AS reports, round(100 * plan_score(term)) AS "score %"
FROM (
	SELECT programme, plan_rollup(month_card) AS term
	FROM (
		SELECT programme, plan_month(at) AS month, plan_scorecard_agg(actual, goal, 1, expected) AS month_card
		FROM dated_reports
		GROUP BY programme, plan_month(at)
	) AS months, plan_ancestor_rows(month, '2021-2025')
	WHERE grain = 'term'
	GROUP BY programme
) AS terms
JOIN programmes ON programmes.id = programme
ORDER BY programme;

\echo 'Each year against its own plan, and its parts against the part that is due: figures since January, plans as their printed shares tell them'
CREATE TABLE amounts (indicator text, kind text, at date, value float8, PRIMARY KEY (indicator, at));
INSERT INTO amounts VALUES
	('Budget revenue, trillion VND', 'cumulative', '2022-06-30', 9.5), ('Budget revenue, trillion VND', 'cumulative', '2022-09-30', 13.4),
	('Budget revenue, trillion VND', 'cumulative', '2023-06-30', 8.273), ('Budget revenue, trillion VND', 'cumulative', '2023-12-31', 20.025),
	('Exports, billion USD', 'cumulative', '2022-06-30', 17.2), ('Exports, billion USD', 'cumulative', '2022-09-30', 25),
	('Exports, billion USD', 'cumulative', '2022-12-31', 32), ('Exports, billion USD', 'cumulative', '2023-06-30', 13.3),
	('Industrial production, trillion VND', 'cumulative', '2022-09-30', 673), ('Industrial production, trillion VND', 'cumulative', '2022-12-31', 932),
	('Industrial production, trillion VND', 'cumulative', '2023-06-30', 405),
	('GRDP growth, %', 'stock', '2022-12-31', 8.59), ('GRDP growth, %', 'stock', '2023-06-30', 5.17), ('GRDP growth, %', 'stock', '2023-12-31', 5);
CREATE TABLE year_goals (indicator text, period plan_period, goal plan_goal, PRIMARY KEY (indicator, period));
INSERT INTO year_goals VALUES
	('Budget revenue, trillion VND', '2022', '>= 17.9'), ('Budget revenue, trillion VND', '2023', '>= 20'),
	('Exports, billion USD', '2022', '>= 31.9'), ('Exports, billion USD', '2023', '>= 35.1'),
	('Industrial production, trillion VND', '2022', '>= 919.4'), ('Industrial production, trillion VND', '2023', '>= 1020.2'),
	('GRDP growth, %', '2022', '>= 8'), ('GRDP growth, %', '2023', '>= 8');
SELECT node AS indicator, period, figure, last_day, round(target::numeric, 1) AS target, source, round(100 * achievement) AS "%", status
FROM plan_performance_as(NULL::text, (SELECT plan_figure_cube_agg(indicator, at, kind, value) FROM amounts),
	(SELECT plan_targets_agg(indicator, period, goal) FROM year_goals), '{year,half}', '2022-2023');

\echo 'A table of states that stays current while figures are written: create it, write, read, check'
SELECT plan_create_rollup('amounts_by_quarter', 'amounts', '{indicator}', 'at', '{"figure": "plan_period_value_agg(kind, at, value)"}', 'quarter');
INSERT INTO amounts VALUES ('Exports, billion USD', 'cumulative', '2023-07-31', 15.6);
UPDATE amounts SET value = 15.9 WHERE at = '2023-07-31';
SELECT indicator, period, fact_rows, plan_value(figure) AS figure FROM amounts_by_quarter WHERE indicator = 'Exports, billion USD' ORDER BY period;
SELECT count(*) AS different FROM plan_check_rollup('amounts_by_quarter');
SELECT plan_drop_rollup('amounts_by_quarter');
