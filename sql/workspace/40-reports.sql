-- What is read from the verdicts: scorecards up the plan tree, the pace, and what is missing.

CREATE OR REPLACE VIEW workspace.node_above WITH (security_invoker = true) AS
WITH RECURSIVE above (node, ancestor, steps) AS (
	SELECT code, code, 0 FROM workspace.node
	UNION ALL
	SELECT a.node, n.parent, a.steps + 1 FROM above AS a JOIN workspace.node AS n ON n.code = a.ancestor WHERE n.parent IS NOT NULL
) CYCLE ancestor SET is_cycle USING path
SELECT node, ancestor, steps FROM above WHERE NOT is_cycle

-- One cube for each place, basis and period brings scorecards up the tree as plan_cube_rows does, all in one
-- month.  Verdicts of one period have begun all or none: what has no figure then tells which.

CREATE OR REPLACE VIEW workspace.scorecard WITH (security_invoker = true) AS
SELECT r.node, n.name AS node_name, r.parent, n.kind AS node_kind, c.place, p.name AS place_name, c.basis, c.period, c.grain, c.year, c.first_day, c.last_day,
	tnplan.plan_count(r.scorecard) AS indicators, tnplan.plan_scored_count(r.scorecard) AS scored,
	tnplan.plan_count(r.scorecard, 'exceeded') AS exceeded, tnplan.plan_count(r.scorecard, 'met') AS met,
	tnplan.plan_count(r.scorecard, 'on_track') AS on_track, tnplan.plan_count(r.scorecard, 'at_risk') AS at_risk,
	tnplan.plan_count(r.scorecard, 'off_track') AS off_track, tnplan.plan_count(r.scorecard, 'regressing') AS regressing,
	tnplan.plan_unjudged_count(r.scorecard) AS undecided,
	CASE WHEN c.has_begun THEN tnplan.plan_count(r.scorecard, 'no_data') ELSE 0 END AS no_data,
	CASE WHEN c.has_begun THEN 0 ELSE tnplan.plan_count(r.scorecard, 'no_data') END AS not_started,
	tnplan.plan_score(r.scorecard) AS score, tnplan.plan_met_share(r.scorecard) AS met_share, tnplan.plan_coverage(r.scorecard) AS coverage
FROM (
	SELECT f.place, f.basis, f.period, f.grain, f.year, f.first_day, f.last_day, bool_and(f.status <> 'not_started') AS has_begun,
		tnplan.plan_cube_scored_agg(f.node, f.first_day, f.score, CASE WHEN f.status NOT IN ('undecided', 'not_started') THEN f.status END::tnplan.plan_status, f.weight) AS cube
	FROM workspace.performance AS f
	GROUP BY f.place, f.basis, f.period, f.grain, f.year, f.first_day, f.last_day
) AS c
CROSS JOIN LATERAL tnplan.plan_cube_rows_as(NULL::text, c.cube, '{month}', NULL, (SELECT tnplan.plan_tree_agg(code, parent, weight) FROM workspace.node)) AS r
JOIN workspace.node AS n ON n.code = r.node
JOIN workspace.place AS p ON p.code = c.place

CREATE OR REPLACE VIEW workspace.pace WITH (security_invoker = true) AS
SELECT f.node, f.indicator, f.indicator_name, f.place, f.place_name, f.basis, f.period, f.year, f.first_day, f.last_day, f.unit, f.goal, f.target, f.actual, f.bound, f.figure_last_day AS as_of, f.expected,
	CASE WHEN b.builds_up THEN tnplan.plan_expected(f.goal::tnplan.plan_goal, tnplan.plan_period(f.first_day, f.last_day), f.figure_last_day) ELSE f.target END AS expected_value,
	CASE WHEN b.builds_up AND f.figure_last_day < f.last_day THEN tnplan.plan_required_rate(f.actual, f.goal::tnplan.plan_goal, tnplan.plan_period(f.first_day, f.last_day), f.figure_last_day) END AS required_per_year,
	CASE WHEN f.kind IN ('flow', 'cumulative') AND f.expected > 0 THEN f.actual / f.expected END AS at_this_pace,
	f.status, f.status_sort, f.status_label
FROM workspace.performance AS f
CROSS JOIN LATERAL (SELECT f.kind IN ('flow', 'cumulative') OR f.baseline IS NOT NULL AS builds_up) AS b
WHERE f.figure_last_day IS NOT NULL

CREATE OR REPLACE VIEW workspace.coverage WITH (security_invoker = true) AS
SELECT i.node, t.indicator, i.name AS indicator_name, t.place, p.name AS place_name, y.year, i.frequency,
	count(*)::int AS expected, count(a.last_day)::int AS reported, (count(*) - count(a.last_day))::int AS missing,
	min(s.name) FILTER (WHERE a.last_day IS NULL) AS first_missing, max(a.last_day) AS last_reported
FROM (SELECT DISTINCT indicator, place FROM workspace.target) AS t
JOIN workspace.indicator AS i ON i.code = t.indicator
JOIN workspace.place AS p ON p.code = t.place
CROSS JOIN workspace.setting AS g
CROSS JOIN LATERAL generate_series(EXTRACT(year FROM g.first_day)::int, EXTRACT(year FROM least(g.last_day, tnplan.plan_known_on()))::int) AS y (year)
CROSS JOIN LATERAL (
	SELECT tnplan.plan_last_day(part) AS last_day, part::text AS name FROM tnplan.plan_subperiods(tnplan.plan_period(y.year), i.frequency) AS part
	WHERE tnplan.plan_last_day(part) <= tnplan.plan_known_on()
) AS s
LEFT JOIN (SELECT DISTINCT year, indicator, place, last_day FROM workspace.known_actual WHERE value IS NOT NULL) AS a
	ON a.year = y.year AND a.indicator = t.indicator AND a.place = t.place AND a.last_day = s.last_day
GROUP BY i.node, t.indicator, i.name, t.place, p.name, y.year, i.frequency

CREATE OR REPLACE VIEW workspace.status_history WITH (security_invoker = true) AS
SELECT i.node, t.indicator, i.name AS indicator_name, t.place, p.name AS place_name, t.basis, tnplan.plan_period(t.first_day, t.last_day)::text AS period, t.year, t.first_day, t.last_day,
	a.known_on, t.goal, a.value AS actual, a.bound, a.vintage, a.last_day AS figure_last_day, e.expected, s.status, l.sort AS status_sort,
	CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END AS status_label
FROM workspace.actual AS a
CROSS JOIN workspace.setting AS g
JOIN LATERAL (
	SELECT DISTINCT ON (u.basis, u.last_day) u.* FROM workspace.target AS u
	WHERE u.indicator = a.indicator AND u.place = a.place AND u.first_day = a.first_day AND u.last_day >= a.last_day AND u.known_on <= a.known_on
	ORDER BY u.basis, u.last_day, u.known_on DESC
) AS t ON t.goal IS NOT NULL
JOIN workspace.indicator AS i ON i.code = t.indicator
JOIN workspace.place AS p ON p.code = t.place
CROSS JOIN LATERAL (
	SELECT CASE WHEN i.kind IN ('flow', 'cumulative') OR tnplan.plan_baseline(t.goal::tnplan.plan_goal) IS NOT NULL
		THEN tnplan.plan_elapsed(tnplan.plan_period(t.first_day, t.last_day), a.last_day) ELSE 1 END AS expected
) AS e
CROSS JOIN LATERAL (
	SELECT coalesce(tnplan.plan_bounded_status(a.value, t.goal::tnplan.plan_goal, a.bound, e.expected)::text, 'undecided') AS status
) AS s
LEFT JOIN workspace.status_label AS l ON l.status = s.status
WHERE a.known_on <= (SELECT tnplan.plan_known_on())

CREATE OR REPLACE VIEW workspace.verdict_comparison WITH (security_invoker = true) AS
SELECT f.node, f.indicator, f.indicator_name, f.place, f.basis, f.period AS target_period, tnplan.plan_period(v.first_day, v.last_day)::text AS period, f.goal, a.value AS actual, a.bound,
	v.share AS official_share, v.bound AS official_bound, round((100 * tnplan.plan_achievement(a.value, f.goal::tnplan.plan_goal))::numeric, 4)::float8 AS computed_share,
	v.verdict AS official_verdict, f.status AS computed_status, v.known_on
FROM workspace.known_verdict AS v
JOIN workspace.performance AS f ON f.indicator = v.indicator AND f.place = v.place AND f.basis = v.basis AND f.first_day = v.target_first_day AND f.last_day = v.target_last_day
LEFT JOIN workspace.known_actual AS a ON a.indicator = v.indicator AND a.place = v.place AND a.first_day = v.first_day AND a.last_day = v.last_day

CREATE OR REPLACE VIEW workspace.standing_change WITH (security_invoker = true) AS
SELECT s.ranking, r.name AS ranking_name, s.place, p.name AS place_name, tnplan.plan_period(s.first_day, s.last_day)::text AS period, EXTRACT(year FROM s.last_day)::int AS year, s.first_day, s.last_day,
	s.rank, s.total, s.score, lag(s.rank) OVER earlier AS previous_rank, lag(s.total) OVER earlier AS previous_total,
	tnplan.plan_period(lag(s.first_day) OVER earlier, lag(s.last_day) OVER earlier)::text AS previous_period,
	lag(s.rank) OVER earlier - s.rank AS places_gained,
	tnplan.plan_percentile_gain(tnplan.plan_standing(lag(s.rank) OVER earlier, lag(s.total) OVER earlier), tnplan.plan_standing(s.rank, s.total)) AS percentile_gain,
	s.known_on
FROM workspace.known_standing AS s
JOIN workspace.ranking AS r ON r.code = s.ranking
JOIN workspace.place AS p ON p.code = s.place
WINDOW earlier AS (PARTITION BY s.ranking, s.place ORDER BY s.last_day, s.first_day)

CREATE OR REPLACE VIEW workspace.milestone_status WITH (security_invoker = true) AS
SELECT m.node, n.name AS node_name, m.code, m.name, m.place, m.due_on, m.reached_on,
	CASE WHEN m.reached_on IS NOT NULL THEN EXTRACT(year FROM m.due_on)::int - EXTRACT(year FROM m.reached_on)::int END AS years_ahead,
	m.due_on - coalesce(m.reached_on, (SELECT tnplan.plan_known_on())) AS days_ahead,
	CASE WHEN m.reached_on <= m.due_on THEN 'met' WHEN m.reached_on IS NOT NULL THEN 'off_track'
		WHEN m.due_on < (SELECT tnplan.plan_known_on()) THEN 'off_track' ELSE 'not_started' END AS status,
	m.known_on
FROM workspace.known_milestone AS m
JOIN workspace.node AS n ON n.code = m.node

CREATE OR REPLACE VIEW workspace.document_summary WITH (security_invoker = true) AS
SELECT kind, tnplan.plan_period(first_day, last_day)::text AS period, first_day, last_day, count, bound, known_on
FROM (
	SELECT DISTINCT ON (kind, first_day, last_day) * FROM workspace.document_count
	WHERE known_on <= (SELECT tnplan.plan_known_on()) ORDER BY kind, first_day, last_day, known_on DESC
) AS stated
UNION ALL
SELECT d.kind, 'listed', min(d.issued_on), max(d.issued_on), count(*), '=', max(d.issued_on)
FROM workspace.document AS d
WHERE d.issued_on <= (SELECT tnplan.plan_known_on())
GROUP BY d.kind

CREATE OR REPLACE VIEW workspace.place_today WITH (security_invoker = true) AS
WITH RECURSIVE today (place, became, share, steps) AS (
	SELECT code, code, 1::float8, 0 FROM workspace.place
	UNION ALL
	SELECT t.place, c.became, t.share * c.share, t.steps + 1 FROM today AS t JOIN workspace.place_change AS c ON c.place = t.became
	WHERE c.changed_on <= tnplan.plan_known_on() AND t.steps < 100
)
SELECT t.place, t.became AS today, n.name AS today_name, t.share FROM today AS t JOIN workspace.place AS n ON n.code = t.became
WHERE NOT EXISTS (SELECT FROM workspace.place_change AS c WHERE c.place = t.became AND c.changed_on <= tnplan.plan_known_on())
