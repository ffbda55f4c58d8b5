-- The sample plan by month, quarter, half, year and term, from the tables of the workspace.

\echo 'How far is the term, as of 29 June 2023?'
SELECT period, plan_grain(period) AS grain, plan_days(period) AS days,
	round(100 * plan_elapsed(period, '2023-06-29')) AS "% passed",
	plan_to_date(period, '2023-06-29') AS part
FROM unnest(plan_ancestors('2023-06', '2021-2025')) AS period
ORDER BY period;

\echo 'Like for like: the first half of 2023 beside that of 2022'
SELECT i.name AS indicator, before.value AS "2022-H1", now.value AS "2023-H1", round(100 * (now.value / before.value - 1)::numeric, 1) AS "change, %"
FROM known_actual AS now
JOIN known_actual AS before USING (indicator, place)
JOIN indicator AS i ON i.code = indicator
WHERE plan_period(now.first_day, now.last_day) = '2023-H1' AND plan_period(before.first_day, before.last_day) = plan_prior_year('2023-H1')
ORDER BY indicator;

\echo 'Each year against its plan, and each half against the part that is due: reports since January'
CREATE TABLE figures AS
SELECT plan_figure_cube_agg(indicator, last_day, CASE kind WHEN 'flow' THEN 'cumulative' ELSE 'stock' END, value) AS cube
FROM known_actual JOIN indicator AS i ON i.code = indicator
WHERE extract(month FROM first_day) = 1;
SELECT node AS indicator, period, figure, last_day, round(target::numeric, 1) AS target, source, round(100 * achievement) AS "%", status
FROM figures, plan_performance_as(NULL::text, cube,
	(SELECT plan_targets_agg(indicator, plan_period(first_day, last_day), goal::plan_goal) FROM known_target WHERE basis = 'local' AND year < 2025), '{year,half}', '2022-2023', as_of => '2023-06-29')
WHERE figure IS NOT NULL;

\echo 'One pass over the verdicts: a cube of scorecards by branch and month'
CREATE TABLE dashboards AS
SELECT date '2023-06-29' AS made, plan_cube_scored_agg(n.id, f.figure_last_day, f.score, f.status::plan_status, f.weight) AS cube
FROM performance AS f JOIN node AS n ON n.code = f.node
WHERE f.status <> 'undecided' AND f.figure_last_day IS NOT NULL;

\echo 'And every level out of it: the plan and its branches, the term and its years'
SELECT repeat('  ', level - 1) || name AS branch, r.period,
	plan_count(scorecard) AS verdicts,
	plan_count(scorecard, 'exceeded') + plan_count(scorecard, 'met') AS met,
	plan_count(scorecard, 'on_track') AS on_track,
	plan_count(scorecard, 'at_risk') + plan_count(scorecard, 'off_track') AS behind
FROM dashboards,
	plan_cube_rows(cube, '{term,year}', '2021-2025', (SELECT plan_tree_agg(node_key, parent_key) FROM dim_node)) AS r
JOIN dim_node ON node_key = node
ORDER BY level, node, r.period;

\echo 'A table of states that stays current while figures are written: create it, write, read, check'
SELECT plan_create_rollup('province.figures_by_year', 'province.actual', '{indicator}', 'last_day', '{"figure": "plan_period_value_agg(''peak'', last_day, value)"}', 'year');
INSERT INTO actual (indicator, place, period, value, vintage, known_on, source) VALUES ('EXPORT', 'TN', '7 tháng đầu năm 2023', 15.6, 'estimate', '2023-07-28', 'an example');
UPDATE actual SET value = 15.9 WHERE source = 'an example';
SELECT indicator, period, fact_rows, plan_value(figure) AS figure FROM figures_by_year WHERE indicator = 'EXPORT' ORDER BY period;
SELECT count(*) AS different FROM plan_check_rollup('province.figures_by_year');
SELECT changed_by = session_user AS by_me, action, old_row ->> 'value' AS before, new_row ->> 'value' AS after FROM change_log;
SELECT plan_drop_rollup('province.figures_by_year');
DELETE FROM actual WHERE source = 'an example';
