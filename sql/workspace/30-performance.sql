-- Every target that was known, and the figure that answers it: that of the same period, or else what the
-- figures of its parts make: of months, quarters, halves or years those that cover most of it, or, of a
-- stock, those that reach furthest.  A report since the beginning, such as that of nine months, is one part.

CREATE OR REPLACE VIEW workspace.computed_performance WITH (security_invoker = true) AS
SELECT i.node, t.indicator, i.name AS indicator_name, t.place, p.name AS place_name, t.basis,
	tnplan.plan_period(t.first_day, t.last_day)::text AS period,
	coalesce(tnplan.plan_grain(tnplan.plan_period(t.first_day, t.last_day)), 'other') AS grain,
	t.year, t.first_day, t.last_day, i.unit, i.kind, i.direction, t.goal,
	tnplan.plan_target(t.goal::tnplan.plan_goal) AS target, tnplan.plan_baseline(t.goal::tnplan.plan_goal) AS baseline,
	f.actual, f.bound, f.vintage, f.answered_by, f.figure_first_day, f.figure_last_day, f.figures, f.coverage,
	f.figure_last_day IS NOT DISTINCT FROM t.last_day AS is_complete,
	e.expected,
	round(tnplan.plan_achievement(f.actual, t.goal::tnplan.plan_goal)::numeric, 12)::float8 AS achievement,
	tnplan.plan_score(f.actual, t.goal::tnplan.plan_goal) AS score,
	tnplan.plan_variance(f.actual, t.goal::tnplan.plan_goal) AS variance,
	s.status, l.sort AS status_sort,
	CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END AS status_label,
	f.known_on AS figure_known_on, t.known_on AS target_known_on, i.weight
FROM workspace.known_target AS t
CROSS JOIN (SELECT language, tnplan.plan_known_on() AS known_on FROM workspace.setting) AS g
JOIN workspace.indicator AS i ON i.code = t.indicator
JOIN workspace.place AS p ON p.code = t.place
LEFT JOIN workspace.known_actual AS same ON same.year = t.year AND same.indicator = t.indicator AND same.place = t.place
	AND same.first_day = t.first_day AND same.last_day = t.last_day AND same.value IS NOT NULL
LEFT JOIN LATERAL (
	SELECT CASE WHEN count(*) = 1 OR i.kind NOT IN ('flow', 'average') OR min(a.first_day) = max(a.first_day) OR sum(a.last_day - a.first_day + 1) <= max(a.last_day) - min(a.first_day) + 1
			THEN tnplan.plan_value(tnplan.plan_period_value_agg(i.kind, a.last_day, a.value)) END AS actual,
		CASE WHEN i.kind IN ('stock', 'cumulative') THEN (array_agg(a.bound ORDER BY a.last_day DESC))[1]
			WHEN i.kind = 'first' THEN (array_agg(a.bound ORDER BY a.last_day))[1]
			WHEN bool_and(a.bound = '=') THEN '='
			WHEN count(*) = 1 THEN min(a.bound)
			WHEN bool_and(a.bound IN ('=', '>', '>=')) THEN '>='
			WHEN bool_and(a.bound IN ('=', '<', '<=')) THEN '<='
			ELSE '~' END AS bound,
		CASE WHEN bool_or(a.vintage = 'estimate') THEN 'estimate' WHEN bool_or(a.vintage = 'preliminary') THEN 'preliminary' ELSE 'official' END AS vintage,
		min(a.first_day) AS first_day, max(a.last_day) AS last_day, count(*)::int AS figures,
		sum(a.last_day - a.first_day + 1)::float8 / (max(a.last_day) - t.first_day + 1) AS coverage,
		max(a.known_on) AS known_on
	FROM workspace.known_actual AS a
	WHERE same.indicator IS NULL AND a.indicator = t.indicator AND a.place = t.place
		AND a.first_day >= t.first_day AND a.last_day <= t.last_day AND a.value IS NOT NULL
	GROUP BY ((a.last_day - a.first_day + 15) * 12 / 365)
	ORDER BY CASE WHEN i.kind IN ('stock', 'cumulative') THEN max(a.last_day) END DESC, sum(a.last_day - a.first_day + 1) DESC, max(a.last_day) DESC, count(*)
	LIMIT 1
) AS part ON true
CROSS JOIN LATERAL (
	SELECT CASE WHEN same.indicator IS NOT NULL THEN same.value ELSE part.actual END AS actual,
		CASE WHEN same.indicator IS NOT NULL THEN same.bound ELSE part.bound END AS bound,
		CASE WHEN same.indicator IS NOT NULL THEN same.vintage ELSE part.vintage END AS vintage,
		CASE WHEN same.indicator IS NOT NULL THEN 'same period' WHEN part.figures = 1 AND part.first_day = t.first_day THEN 'to date' WHEN part.figures > 0 THEN 'parts' END AS answered_by,
		CASE WHEN same.indicator IS NOT NULL THEN t.first_day ELSE part.first_day END AS figure_first_day,
		CASE WHEN same.indicator IS NOT NULL THEN t.last_day ELSE part.last_day END AS figure_last_day,
		CASE WHEN same.indicator IS NOT NULL THEN 1 ELSE coalesce(part.figures, 0) END AS figures,
		CASE WHEN same.indicator IS NOT NULL THEN 1 ELSE coalesce(part.coverage, 0) END AS coverage,
		CASE WHEN same.indicator IS NOT NULL THEN same.known_on ELSE part.known_on END AS known_on
) AS f
CROSS JOIN LATERAL (
	SELECT CASE WHEN t.first_day > g.known_on AND f.figures = 0 THEN NULL
		WHEN i.kind IN ('flow', 'cumulative') OR tnplan.plan_baseline(t.goal::tnplan.plan_goal) IS NOT NULL
		THEN tnplan.plan_elapsed(tnplan.plan_period(t.first_day, t.last_day), coalesce(f.figure_last_day, g.known_on))
		ELSE 1 END AS expected
) AS e
CROSS JOIN LATERAL (
	SELECT CASE WHEN t.goal IS NULL THEN 'no_data' WHEN f.actual IS NULL AND t.first_day > g.known_on THEN 'not_started'
		ELSE coalesce(tnplan.plan_bounded_status(f.actual, t.goal::tnplan.plan_goal, coalesce(f.bound, '='), e.expected)::text, 'undecided') END AS status
) AS s
LEFT JOIN workspace.status_label AS l ON l.status = s.status
WHERE t.goal IS NOT NULL

-- The same, with the verdicts of closed periods as they were when these were closed.

CREATE OR REPLACE VIEW workspace.performance WITH (security_invoker = true) AS
SELECT c.node, c.indicator, c.indicator_name, c.place, c.place_name, c.basis, c.period, c.grain, c.year, c.first_day, c.last_day, c.unit, c.kind, c.direction, c.goal, c.target, c.baseline, c.actual, c.bound, c.vintage, c.answered_by, c.figure_first_day, c.figure_last_day, c.figures, c.coverage, c.is_complete, c.expected, c.achievement, c.score, c.variance, c.status, c.status_sort, c.status_label, c.figure_known_on, c.target_known_on, c.weight, false AS is_closed
FROM workspace.computed_performance AS c
WHERE NOT EXISTS (SELECT FROM workspace.closing AS k WHERE k.first_day <= c.first_day AND k.last_day >= c.last_day AND k.closed_on <= (SELECT tnplan.plan_known_on()))
UNION ALL
SELECT v.node, v.indicator, v.indicator_name, v.place, v.place_name, v.basis, v.period, v.grain, v.year, v.first_day, v.last_day, v.unit, v.kind, v.direction, v.goal, v.target, v.baseline, v.actual, v.bound, v.vintage, v.answered_by, v.figure_first_day, v.figure_last_day, v.figures, v.coverage, v.is_complete, v.expected, v.achievement, v.score, v.variance, v.status, l.sort, CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END, v.figure_known_on, v.target_known_on, v.weight, true
FROM workspace.closing AS k
JOIN workspace.closed_verdict AS v ON v.closing = k.id
CROSS JOIN workspace.setting AS g
LEFT JOIN workspace.status_label AS l ON l.status = v.status
WHERE k.closed_on <= (SELECT tnplan.plan_known_on())
