-- Every target that was known, and the figure that answers it: that of the same period, or else what the reports
-- of its parts make, or else those of the places below.  Targets of parts say how much was due: of a flow
-- the share of what parts of one length that have no gap come to, and of a cumulative figure the way through every target on it, which
-- is one to date; of years, those of years.  So all of it is due at the end.
-- Places below are read where there is no own figure; a recursive query has parents before their children.  What is not
-- needed of a target is not run: a condition over a subquery with OFFSET 0 is looked at first.  The tree depends on the place and on
-- a boolean, so that it is walked once for each place (Memoize), whatever is known of the number of targets.
-- What places below became is found with the tree, by the first and the last day of each way of changes: a report of days until behind the end of
-- another place, which became the one that reports, may have what that place reported of them (core/answer_places.h).  Ways are found from arrays, of which
-- the planner expects few rows, and not from those of a recursive query; one to a place elsewhere says nothing.

CREATE OR REPLACE VIEW workspace.computed_performance WITH (security_invoker = true) AS
SELECT i.node, t.indicator, i.name AS indicator_name, t.place, p.name AS place_name, t.basis,
	t.period, tnplan.plan_grain(tnplan.plan_period(t.first_day, t.last_day), g.calendar) AS grain,
	t.year, t.first_day, t.last_day, i.unit, i.kind, i.direction, t.goal, t.target, o.baseline,
	f.actual, f.bound, f.vintage, f.answered_by, f.figure_first_day, f.figure_last_day, f.figures, f.coverage, f.is_complete,
	e.expected,
	tnplan.plan_achievement(f.actual, o.goal, e.expected, i.kind IN ('flow', 'cumulative')) AS achievement,
	tnplan.plan_score(f.actual, o.goal, 1, e.expected, i.kind IN ('flow', 'cumulative')) AS score,
	tnplan.plan_variance(f.actual, o.goal) AS variance,
	s.status, l.sort AS status_sort,
	CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END AS status_label,
	f.known_on AS figure_known_on, t.known_on AS target_known_on, i.weight, f.places, f.places_covered
FROM workspace.known_target AS t
CROSS JOIN (SELECT language, calendar::tnplan.plan_calendar AS calendar, tnplan.plan_known_on() AS known_on FROM workspace.setting OFFSET 0) AS g
JOIN workspace.indicator AS i ON i.code = t.indicator
JOIN workspace.place AS p ON p.code = t.place
CROSS JOIN LATERAL (
	SELECT t.goal::tnplan.plan_goal AS goal, tnplan.plan_baseline(t.goal::tnplan.plan_goal) AS baseline,
		CASE WHEN i.kind = 'cumulative' THEN tnplan.plan_first_day(tnplan.plan_period_of(t.first_day, 'year', g.calendar)) ELSE t.first_day END AS due_from
) AS o
LEFT JOIN LATERAL (
	SELECT a.indicator, a.value, a.bound, a.vintage, a.known_on FROM workspace.actual AS a
	WHERE a.year = date_part('year', t.last_day)::int AND a.indicator = t.indicator AND a.place = t.place AND a.first_day = t.first_day AND a.last_day = t.last_day AND a.known_on <= g.known_on
	ORDER BY a.known_on DESC LIMIT 1
) AS same ON same.value IS NOT NULL
LEFT JOIN LATERAL (
	SELECT b.* FROM (
		SELECT array_agg(a.first_day) AS first_days, array_agg(a.last_day) AS last_days, array_agg(a.known_on) AS known_on,
			array_agg(a.value) AS figures, array_agg(a.bound) AS bounds, array_agg(a.vintage) AS vintages
		FROM workspace.actual AS a
		WHERE a.indicator = t.indicator AND a.place = t.place
			AND a.first_day BETWEEN o.due_from AND t.last_day AND a.last_day BETWEEN t.first_day AND t.last_day AND a.known_on <= g.known_on
	) AS b WHERE same.indicator IS NULL OFFSET 0
) AS r ON true
LEFT JOIN LATERAL (
	SELECT b.* FROM tnplan._plan_answer(i.kind, t.first_day, t.last_day, g.known_on, r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages, g.calendar, coalesce(p.valid_from, '-infinity')) AS b WHERE r.first_days IS NOT NULL OFFSET 0
) AS part ON true
CROSS JOIN LATERAL (SELECT same.indicator IS NULL AND part.actual IS NULL AND i.across <> 'none' AS is_silent OFFSET 0) AS q
LEFT JOIN LATERAL (
	SELECT b.* FROM (
		SELECT d.places, d.codes, d.parents, d.valid_from, d.valid_until, w.ended, w.became, w.became_from, w.became_on
		FROM (
			SELECT array_agg(l.id) AS places, array_agg(l.code) AS codes, array_agg(l.above) AS parents, array_agg(coalesce(l.valid_from, '-infinity')) AS valid_from, array_agg(coalesce(l.valid_until, 'infinity')) AS valid_until
			FROM (
				WITH RECURSIVE below AS (
					SELECT c.id, c.code, p.id AS above, c.valid_from, c.valid_until, 1 AS steps FROM workspace.place AS c WHERE c.parent = p.code
					UNION ALL
					SELECT c.id, c.code, b.id, c.valid_from, c.valid_until, b.steps + 1 FROM below AS b JOIN workspace.place AS c ON c.parent = b.code WHERE b.steps < 100
				)
				SELECT id, code, above, valid_from, valid_until FROM below
			) AS l
		) AS d
		CROSS JOIN LATERAL (
			SELECT coalesce(array_agg(m.id), '{}') AS ended, coalesce(array_agg((SELECT b.id FROM workspace.place AS b WHERE b.code = m.became)), '{}') AS became, coalesce(array_agg(m.from_day), '{}') AS became_from, coalesce(array_agg(m.changed_on), '{}') AS became_on
			FROM (
				WITH RECURSIVE way AS (
					SELECT u.id, u.code, c.became, c.changed_on AS from_day, c.changed_on FROM unnest(d.places, d.codes) AS u (id, code) JOIN workspace.place_change AS c ON c.place = u.code
					UNION
					SELECT w.id, w.code, c.became, w.from_day, c.changed_on FROM way AS w JOIN workspace.place_change AS c ON c.place = w.became AND c.changed_on >= w.changed_on
				)
				SELECT * FROM way WHERE became <> code
			) AS m
		) AS w
		OFFSET 0
	) AS b WHERE q.is_silent OFFSET 0
) AS tree ON true
LEFT JOIN LATERAL (
	SELECT b.* FROM (
		SELECT array_agg(c.id) AS places, array_agg(a.first_day) AS first_days, array_agg(a.last_day) AS last_days, array_agg(a.known_on) AS known_on,
			array_agg(a.value) AS figures, array_agg(a.bound) AS bounds, array_agg(a.vintage) AS vintages
		FROM unnest(tree.places, tree.codes, tree.valid_until) AS c (id, code, ended_on)
		JOIN workspace.actual AS a ON a.indicator = t.indicator AND a.place = c.code
		WHERE a.known_on <= g.known_on AND a.last_day BETWEEN least(t.first_day, c.ended_on) AND t.last_day AND a.first_day BETWEEN o.due_from AND t.last_day
	) AS b WHERE tree.places IS NOT NULL OFFSET 0
) AS u ON true
LEFT JOIN LATERAL (
	SELECT b.* FROM tnplan._plan_answer_places(i.kind, i.across, t.first_day, t.last_day, g.known_on, tree.places, tree.parents, tree.valid_from, tree.valid_until, u.places, u.first_days, u.last_days, u.known_on, u.figures, u.bounds, u.vintages, g.calendar, tree.ended, tree.became, tree.became_from, tree.became_on) AS b WHERE u.first_days IS NOT NULL OFFSET 0
) AS below ON true
CROSS JOIN LATERAL (
	SELECT coalesce(same.value, part.actual, below.actual) AS actual, CASE WHEN same.indicator IS NULL THEN coalesce(part.bound, below.bound) ELSE same.bound END AS bound, coalesce(same.vintage, part.vintage, below.vintage) AS vintage,
		CASE WHEN same.indicator IS NULL THEN coalesce(part.answered_by, below.answered_by) ELSE 'same period' END AS answered_by,
		CASE WHEN same.indicator IS NULL THEN coalesce(part.figure_first_day, below.figure_first_day) ELSE t.first_day END AS figure_first_day,
		CASE WHEN same.indicator IS NULL THEN coalesce(part.figure_last_day, below.figure_last_day) ELSE t.last_day END AS figure_last_day,
		CASE WHEN same.indicator IS NULL THEN coalesce(part.figures, below.figures, 0) ELSE 1 END AS figures,
		CASE WHEN same.indicator IS NULL THEN coalesce(part.coverage, below.coverage, 0) ELSE 1 END AS coverage,
		CASE WHEN same.indicator IS NULL THEN coalesce(part.is_complete, below.is_complete, false) ELSE true END AS is_complete,
		coalesce(same.known_on, part.figure_known_on, below.figure_known_on) AS known_on, below.places_below AS places, below.places_covered
) AS f
CROSS JOIN LATERAL (
	SELECT CASE WHEN f.figure_last_day < t.last_day THEN CASE i.kind WHEN 'flow' THEN (
		SELECT CASE WHEN max(abs(u.target)) < 2::float8 ^ -12
			THEN tnplan.plan_sum(u.target * 2::float8 ^ 88 * tnplan.plan_elapsed(tnplan.plan_period(u.first_day, u.last_day), f.figure_last_day)) FILTER (WHERE abs(u.target) < 2::float8 ^ -12) / nullif(tnplan.plan_sum(u.target * 2::float8 ^ 88) FILTER (WHERE abs(u.target) < 2::float8 ^ -12), 0)
			ELSE tnplan.plan_sum(u.target * tnplan.plan_elapsed(tnplan.plan_period(u.first_day, u.last_day), f.figure_last_day)) / nullif(tnplan.plan_sum(u.target), 0) END
		FROM (
			SELECT k.first_day, k.last_day, k.target, (k.last_day - k.first_day + 15) * 12 / 365 AS months FROM workspace.known_target AS k
			WHERE k.indicator = t.indicator AND k.place = t.place AND k.basis = t.basis AND k.first_day BETWEEN t.first_day AND t.last_day AND k.last_day <= t.last_day AND k.goal IS NOT NULL
		) AS u
		GROUP BY u.months
		HAVING count(*) > 1 AND sum(u.last_day - u.first_day + 1) = t.last_day - t.first_day + 1
		ORDER BY u.months
		LIMIT 1
	) WHEN 'cumulative' THEN (
		SELECT CASE WHEN max(abs(u.step)) < 2::float8 ^ -12
			THEN tnplan.plan_sum(u.step * 2::float8 ^ 88 * tnplan.plan_elapsed(tnplan.plan_period(u.first_day, u.last_day), f.figure_last_day)) FILTER (WHERE abs(u.step) < 2::float8 ^ -12) / nullif(tnplan.plan_sum(u.step * 2::float8 ^ 88) FILTER (WHERE abs(u.step) < 2::float8 ^ -12), 0)
			ELSE tnplan.plan_sum(u.step * tnplan.plan_elapsed(tnplan.plan_period(u.first_day, u.last_day), f.figure_last_day)) / nullif(tnplan.plan_sum(u.step), 0) END
		FROM (
			SELECT coalesce(lag(b.last_day) OVER w + 1, b.year_from) AS first_day, b.last_day, b.target - coalesce(lag(b.target) OVER w, 0) AS step
			FROM (
				SELECT DISTINCT ON (k.last_day) k.last_day, y.year_from, CASE WHEN k.last_day = t.last_day AND y.year_from = o.due_from THEN t.target ELSE k.target END AS target FROM workspace.known_target AS k
				CROSS JOIN LATERAL (SELECT tnplan.plan_first_day(tnplan.plan_period_of(k.last_day, 'year', g.calendar)) AS year_from OFFSET 0) AS y
				WHERE k.indicator = t.indicator AND k.place = t.place AND k.basis = t.basis AND k.first_day BETWEEN o.due_from AND t.last_day AND k.last_day <= t.last_day AND k.goal IS NOT NULL AND k.first_day >= y.year_from
				ORDER BY k.last_day, k.first_day
			) AS b
			WINDOW w AS (PARTITION BY b.year_from ORDER BY b.last_day)
		) AS u
		HAVING count(*) > 1 AND sum(u.last_day - u.first_day + 1) = t.last_day - o.due_from + 1
	) END END AS share OFFSET 0
) AS d
CROSS JOIN LATERAL (
	SELECT CASE WHEN t.first_day > g.known_on AND f.figures = 0 THEN NULL
		WHEN i.kind IN ('flow', 'cumulative') THEN coalesce(CASE WHEN d.share BETWEEN 0 AND 1 THEN d.share END, tnplan.plan_elapsed(tnplan.plan_period(CASE i.kind WHEN 'flow' THEN greatest(o.due_from, p.valid_from) ELSE o.due_from END, t.last_day), coalesce(f.figure_last_day, g.known_on)))
		WHEN o.baseline IS NULL OR (i.kind, i.direction) IN (('peak', 'lower'), ('least', 'higher')) THEN 1
		ELSE tnplan.plan_expected_share(o.goal, tnplan.plan_period(o.due_from, t.last_day), coalesce(f.figure_last_day, g.known_on)) END AS expected
) AS e
CROSS JOIN LATERAL (
	SELECT CASE WHEN f.actual IS NULL AND t.first_day > g.known_on THEN 'not_started'
		ELSE coalesce(tnplan.plan_bounded_status(f.actual, o.goal, f.bound, CASE WHEN i.kind IN ('peak', 'least') THEN tnplan.plan_elapsed(tnplan.plan_period(t.first_day, t.last_day), coalesce(f.figure_last_day, g.known_on)) ELSE e.expected END, NULL, i.kind IN ('flow', 'cumulative'), CASE WHEN i.kind IN ('peak', 'least') THEN i.kind END)::text, 'undecided') END AS status
) AS s
LEFT JOIN workspace.status_label AS l ON l.status = s.status
WHERE t.goal IS NOT NULL

-- The same, with the verdicts of closed periods as they were when these were closed; names are those of today in both.

CREATE OR REPLACE VIEW workspace.performance WITH (security_invoker = true) AS
SELECT c.node, c.indicator, c.indicator_name, c.place, c.place_name, c.basis, c.period, c.grain, c.year, c.first_day, c.last_day, c.unit, c.kind, c.direction, c.goal, c.target, c.baseline, c.actual, c.bound, c.vintage, c.answered_by, c.figure_first_day, c.figure_last_day, c.figures, c.coverage, c.is_complete, c.expected, c.achievement, c.score, c.variance, c.status, c.status_sort, c.status_label, c.figure_known_on, c.target_known_on, c.weight, false AS is_closed, c.places, c.places_covered
FROM workspace.computed_performance AS c
WHERE NOT EXISTS (SELECT FROM workspace.closing AS k WHERE k.first_day <= c.first_day AND k.last_day >= c.last_day AND k.closed_on <= (SELECT tnplan.plan_known_on()))
UNION ALL
SELECT v.node, v.indicator, i.name, v.place, p.name, v.basis, v.period, v.grain, v.year, v.first_day, v.last_day, v.unit, v.kind, v.direction, v.goal, v.target, v.baseline, v.actual, v.bound, v.vintage, v.answered_by, v.figure_first_day, v.figure_last_day, v.figures, v.coverage, v.is_complete, v.expected, v.achievement, v.score, v.variance, v.status, l.sort, CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END, v.figure_known_on, v.target_known_on, v.weight, true, v.places, v.places_covered
FROM workspace.closing AS k
JOIN workspace.closed_verdict AS v ON v.closing = k.id
JOIN workspace.indicator AS i ON i.code = v.indicator
JOIN workspace.place AS p ON p.code = v.place
JOIN workspace.setting AS g ON NOT g.has_fiscal_years
LEFT JOIN workspace.status_label AS l ON l.status = v.status
WHERE k.closed_on <= (SELECT tnplan.plan_known_on())
UNION ALL
SELECT v.node, v.indicator, i.name, v.place, p.name, v.basis, tnplan.plan_period_name(tnplan.plan_period(v.first_day, v.last_day), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)), v.grain, tnplan.plan_fiscal_year(v.last_day, (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)), v.first_day, v.last_day, v.unit, v.kind, v.direction, v.goal, v.target, v.baseline, v.actual, v.bound, v.vintage, v.answered_by, v.figure_first_day, v.figure_last_day, v.figures, v.coverage, v.is_complete, v.expected, v.achievement, v.score, v.variance, v.status, l.sort, CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END, v.figure_known_on, v.target_known_on, v.weight, true, v.places, v.places_covered
FROM workspace.closing AS k
JOIN workspace.closed_verdict AS v ON v.closing = k.id
JOIN workspace.indicator AS i ON i.code = v.indicator
JOIN workspace.place AS p ON p.code = v.place
JOIN workspace.setting AS g ON g.has_fiscal_years
LEFT JOIN workspace.status_label AS l ON l.status = v.status
WHERE k.closed_on <= (SELECT tnplan.plan_known_on())
