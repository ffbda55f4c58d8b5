-- What is read from the verdicts: scorecards up the plan tree, the pace, and what is missing.

CREATE OR REPLACE VIEW workspace.node_above WITH (security_invoker = true) AS
WITH RECURSIVE above (node, ancestor, steps) AS (
	SELECT code, code, 0 FROM workspace.node
	UNION ALL
	SELECT a.node, n.parent, a.steps + 1 FROM above AS a JOIN workspace.node AS n ON n.code = a.ancestor WHERE n.parent IS NOT NULL AND a.steps < 100
)
SELECT node, ancestor, steps FROM above

CREATE OR REPLACE VIEW workspace.place_above WITH (security_invoker = true) AS
WITH RECURSIVE above (place, ancestor, steps) AS (
	SELECT code, code, 0 FROM workspace.place
	UNION ALL
	SELECT a.place, p.parent, a.steps + 1 FROM above AS a JOIN workspace.place AS p ON p.code = a.ancestor WHERE p.parent IS NOT NULL AND a.steps < 100
)
SELECT place, ancestor, steps FROM above

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
	tnplan.plan_score(r.scorecard) AS score, tnplan.plan_met_share(r.scorecard) AS met_share, tnplan.plan_coverage(r.scorecard) AS coverage, p.kind AS place_kind
FROM (
	SELECT f.place, f.basis, f.period, f.grain, f.year, f.first_day, f.last_day, bool_and(f.status <> 'not_started') AS has_begun,
		tnplan.plan_cube_scored_agg(f.node, f.first_day, f.score, CASE WHEN f.status NOT IN ('undecided', 'not_started') THEN f.status END::tnplan.plan_status, f.weight) AS cube
	FROM workspace.performance AS f
	GROUP BY f.place, f.basis, f.period, f.grain, f.year, f.first_day, f.last_day
) AS c
CROSS JOIN LATERAL tnplan.plan_cube_rows_as(NULL::text, c.cube, '{month}', NULL, (SELECT tnplan.plan_tree_agg(code, parent, weight) FROM workspace.node)) AS r
JOIN workspace.node AS n ON n.code = r.node
JOIN workspace.place AS p ON p.code = c.place

-- The targets in force on the day of reading, within the term: of those that hold for a year or longer all, of others the longest; without one
-- the next, or else the last.  They are chosen before they are judged, and those that need a search are an array, so that the planner
-- expects few.  What a place below another has of the same indicator is a part of
-- what that one has, and the targets of an indicator share its weight.

CREATE OR REPLACE VIEW workspace.overall_score WITH (security_invoker = true) AS
WITH reading AS (
	SELECT first_day, last_day, greatest(least(tnplan.plan_known_on(), last_day), first_day) AS day FROM workspace.setting
), there AS (
	SELECT code FROM workspace.place WHERE valid_until IS NULL OR valid_until >= (SELECT day FROM reading)
), lasting AS MATERIALIZED (
	SELECT year, indicator, place, basis, first_day, last_day FROM workspace.known_target
	WHERE goal IS NOT NULL AND first_day >= (SELECT first_day FROM reading) AND first_day <= (SELECT day FROM reading)
		AND last_day >= (SELECT day FROM reading) AND last_day <= (SELECT last_day FROM reading) AND last_day - first_day >= 350 AND place IN (SELECT code FROM there)
), chosen AS MATERIALIZED (
	SELECT year, indicator, place, basis, first_day, last_day FROM lasting
	UNION ALL
	SELECT t.year, k.indicator, k.place, k.basis, t.first_day, t.last_day
	FROM (
		SELECT array_agg(indicator) AS indicators, array_agg(place) AS places, array_agg(basis) AS bases
		FROM (SELECT indicator, place, basis FROM workspace.target WHERE place IN (SELECT code FROM there) EXCEPT SELECT indicator, place, basis FROM lasting) AS w
	) AS o
	CROSS JOIN LATERAL unnest(o.indicators, o.places, o.bases) AS k (indicator, place, basis)
	CROSS JOIN LATERAL (
		SELECT n.year, n.first_day, n.last_day FROM workspace.known_target AS n CROSS JOIN reading AS d
		WHERE n.indicator = k.indicator AND n.place = k.place AND n.basis = k.basis AND n.goal IS NOT NULL AND n.first_day >= d.first_day AND n.last_day <= d.last_day
		ORDER BY n.first_day > d.day, n.last_day < d.day, CASE WHEN n.first_day > d.day THEN n.first_day - d.day WHEN n.last_day < d.day THEN d.day - n.last_day ELSE n.first_day - n.last_day END, n.period
		LIMIT 1
	) AS t
), judged AS (
	SELECT c.basis, f.node, f.status, f.score, CASE WHEN NOT c.is_part THEN f.weight / count(*) FILTER (WHERE NOT c.is_part) OVER (PARTITION BY c.basis, c.indicator) END AS weight
	FROM (
		SELECT *, (basis, indicator, place) IN (SELECT p.basis, p.indicator, a.place FROM chosen AS p JOIN workspace.place_above AS a ON a.ancestor = p.place AND a.steps > 0) AS is_part
		FROM chosen
	) AS c
	CROSS JOIN LATERAL (
		SELECT p.node, p.status, p.score, p.weight FROM workspace.performance AS p
		WHERE p.year = c.year AND p.indicator = c.indicator AND p.place = c.place AND p.basis = c.basis AND p.first_day = c.first_day AND p.last_day = c.last_day
		OFFSET 0
	) AS f
)
SELECT b.code AS basis, b.name AS basis_name, j.targets, j.scored, j.exceeded, j.met, j.on_track, j.at_risk, j.off_track, j.regressing, j.undecided, j.no_data, j.not_started,
	tnplan.plan_score(w.scorecard) AS score, tnplan.plan_coverage(w.scorecard) AS coverage
FROM (
	SELECT basis, count(*)::int AS targets, count(score)::int AS scored, count(*) FILTER (WHERE status = 'exceeded')::int AS exceeded, count(*) FILTER (WHERE status = 'met')::int AS met,
		count(*) FILTER (WHERE status = 'on_track')::int AS on_track, count(*) FILTER (WHERE status = 'at_risk')::int AS at_risk,
		count(*) FILTER (WHERE status = 'off_track')::int AS off_track, count(*) FILTER (WHERE status = 'regressing')::int AS regressing,
		count(*) FILTER (WHERE status = 'undecided')::int AS undecided, count(*) FILTER (WHERE status = 'no_data')::int AS no_data, count(*) FILTER (WHERE status = 'not_started')::int AS not_started,
		tnplan.plan_cube_scored_agg(node, date '2000-01-01', score, CASE WHEN status NOT IN ('undecided', 'not_started') THEN status END::tnplan.plan_status, weight) FILTER (WHERE weight IS NOT NULL) AS cube
	FROM judged
	GROUP BY basis
) AS j
JOIN workspace.basis AS b ON b.code = j.basis
CROSS JOIN LATERAL (
	SELECT tnplan.plan_rollup(r.scorecard) AS scorecard FROM tnplan.plan_cube_rows_as(NULL::text, j.cube, '{month}', NULL, (SELECT tnplan.plan_tree_agg(code, parent, weight) FROM workspace.node)) AS r
	WHERE r.parent IS NULL
) AS w

CREATE OR REPLACE VIEW workspace.pace WITH (security_invoker = true) AS
SELECT f.node, f.indicator, f.indicator_name, f.place, f.place_name, f.basis, f.period, f.year, f.first_day, f.last_day, f.unit, f.goal, f.target, f.actual, f.bound, f.figure_last_day AS as_of, f.coverage, f.expected,
	CASE WHEN f.baseline IS NULL OR f.kind IN ('flow', 'cumulative') THEN f.expected * CASE f.direction WHEN 'within' THEN greatest(tnplan.plan_lower(f.goal::tnplan.plan_goal), least(tnplan.plan_upper(f.goal::tnplan.plan_goal), 0)) ELSE f.target END ELSE tnplan.plan_expected(f.goal::tnplan.plan_goal, tnplan.plan_period(f.first_day, f.last_day), f.figure_last_day) END AS expected_value,
	CASE WHEN f.kind IN ('flow', 'cumulative') AND f.direction = 'lower' AND f.target >= 0 THEN tnplan.plan_required_rate(f.actual, tnplan.plan_goal(f.target, 'higher'), tnplan.plan_period(f.first_day, f.last_day), f.figure_last_day)
		WHEN f.kind IN ('flow', 'cumulative') OR f.baseline IS NOT NULL THEN tnplan.plan_required_rate(f.actual, f.goal::tnplan.plan_goal, tnplan.plan_period(f.first_day, f.last_day), f.figure_last_day) END AS required_per_year,
	CASE WHEN f.kind IN ('flow', 'cumulative') THEN f.actual / nullif(d.share * f.coverage, 0) END AS at_this_pace,
	f.status, f.status_sort, f.status_label
FROM workspace.performance AS f
CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS g
CROSS JOIN LATERAL (
	SELECT CASE WHEN f.expected < 1 THEN f.expected
		WHEN f.kind = 'cumulative' THEN tnplan.plan_elapsed(tnplan.plan_period(tnplan.plan_first_day(tnplan.plan_period_of(f.first_day, 'year', g.calendar)), f.last_day), f.figure_last_day)
		ELSE tnplan.plan_elapsed(tnplan.plan_period(f.first_day, f.last_day), f.figure_last_day) END AS share
) AS d
WHERE f.figure_last_day IS NOT NULL

-- A figure is due of each indicator that has had a target in a place, as long as the place is there: one of the very
-- period or, where a day decides, of that day, or parts of the period without a gap.  Of a flow what was reported from one
-- day to the end of the period and to the day before it is one too.  What others are is looked up where there is none.
-- Where places below report for a place with a target, the nearest of them that report, and the lowest of the others, are due what it has
-- not reported itself, and it has reported when all of them have.  They do if it has never reported, or if one of those that report has no
-- target.  The part of a row of due is "itself", "for another", "below" or "above": what is due of a place for another is due
-- where that one, above it, has not reported.
-- What is due is found for one indicator after the other, and each figure in the index, whatever the planner expects: a
-- join of few rows expected compared all figures of an indicator with each other.  Places are found by way of the one
-- before, and OFFSET 0 keeps the planner from reading all figures for the few places that it is asked of.

CREATE OR REPLACE VIEW workspace.coverage WITH (security_invoker = true) AS
WITH above AS MATERIALIZED (
	SELECT place, ancestor FROM workspace.place_above WHERE steps > 0
), divided AS MATERIALIZED (
	SELECT DISTINCT parent AS place FROM workspace.place WHERE parent IS NOT NULL
), due AS (
	SELECT DISTINCT i.node, i.code AS indicator, i.kind, i.frequency, d.place, d.answering, d.part, p.valid_from, p.valid_until
	FROM workspace.indicator AS i
	CROSS JOIN LATERAL (
		WITH RECURSIVE stated (place) AS (
			(SELECT t.place FROM workspace.target AS t WHERE t.indicator = i.code AND t.goal IS NOT NULL AND t.known_on <= (SELECT tnplan.plan_known_on()) ORDER BY t.place LIMIT 1)
			UNION ALL
			SELECT (SELECT t.place FROM workspace.target AS t WHERE t.indicator = i.code AND t.place > s.place AND t.goal IS NOT NULL AND t.known_on <= (SELECT tnplan.plan_known_on()) ORDER BY t.place LIMIT 1)
			FROM stated AS s WHERE s.place IS NOT NULL
		), target AS (
			SELECT s.place, i.across <> 'none' AND s.place IN (SELECT place FROM divided) AS has_places_below FROM stated AS s WHERE s.place IS NOT NULL
		), parent AS (
			SELECT t.place, NOT EXISTS (SELECT FROM workspace.actual AS k WHERE k.indicator = i.code AND k.place = t.place AND k.value IS NOT NULL AND k.known_on <= (SELECT tnplan.plan_known_on()) OFFSET 0) AS is_silent
			FROM target AS t WHERE t.has_places_below
		), answered AS (
			SELECT p.place, p.is_silent FROM parent AS p
			LEFT JOIN (
				SELECT DISTINCT a.ancestor FROM above AS a
				WHERE a.place NOT IN (SELECT t.place FROM target AS t) AND a.ancestor IN (SELECT t.place FROM target AS t)
					AND EXISTS (SELECT FROM workspace.actual AS k WHERE k.indicator = i.code AND k.place = a.place AND k.value IS NOT NULL AND k.known_on <= (SELECT tnplan.plan_known_on()) OFFSET 0)
			) AS o ON o.ancestor = p.place
			WHERE p.is_silent OR o.ancestor IS NOT NULL
		), reporting AS (
			SELECT b.place FROM (SELECT DISTINCT a.place FROM answered AS t JOIN above AS a ON a.ancestor = t.place) AS b
			WHERE EXISTS (SELECT FROM workspace.actual AS k WHERE k.indicator = i.code AND k.place = b.place AND k.value IS NOT NULL AND k.known_on <= (SELECT tnplan.plan_known_on()) OFFSET 0)
		), below AS (
			SELECT t.place, t.is_silent, a.place AS answering, k.place IS NOT NULL AS reports
			FROM answered AS t JOIN above AS a ON a.ancestor = t.place LEFT JOIN reporting AS k ON k.place = a.place
		), branch AS (
			SELECT b.place, b.is_silent, b.answering FROM below AS b
			WHERE (b.reports OR b.answering NOT IN (SELECT place FROM divided))
				AND b.place IN (SELECT o.place FROM below AS o WHERE o.reports)
				AND NOT EXISTS (SELECT FROM above AS a JOIN below AS o ON o.answering = a.ancestor WHERE a.place = b.answering AND o.place = b.place AND o.reports)
		)
		SELECT place, place AS answering, 'itself' AS part FROM target
		UNION ALL
		SELECT place, answering, 'below' AS part FROM branch
		UNION ALL
		SELECT answering, answering, CASE WHEN is_silent THEN 'itself' ELSE 'for another' END AS part FROM branch
		UNION ALL
		SELECT answering, place, 'above' AS part FROM branch WHERE NOT is_silent
	) AS d
	JOIN workspace.place AS p ON p.code = d.answering
)
SELECT c.node, i.code AS indicator, i.name AS indicator_name, p.code AS place, p.name AS place_name, c.year, i.frequency,
	c.expected, c.reported, c.expected - c.reported AS missing, c.first_missing, c.last_reported
FROM (
	SELECT o.node, o.indicator, o.place, o.year, count(*)::int AS expected, count(*) FILTER (WHERE o.is_reported)::int AS reported,
		min(o.name) FILTER (WHERE NOT o.is_reported) AS first_missing, max(o.last_day) FILTER (WHERE o.is_reported) AS last_reported
	FROM (
		SELECT d.node, d.indicator, d.place, s.year, s.last_day, min(s.name) AS name,
			coalesce(bool_or(r.is_reported) FILTER (WHERE d.part IN ('itself', 'for another')), false) OR coalesce(bool_and(r.is_reported) FILTER (WHERE d.part = 'below'), false) AS is_reported
		FROM due AS d
		JOIN (
			SELECT f.frequency, tnplan.plan_period_name(part, (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)) AS name, tnplan.plan_first_day(part) AS first_day, tnplan.plan_last_day(part) AS last_day, tnplan.plan_fiscal_year(tnplan.plan_last_day(part), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)) AS year
			FROM workspace.setting AS g
			CROSS JOIN (VALUES ('month'), ('quarter'), ('half'), ('year')) AS f (frequency)
			CROSS JOIN LATERAL tnplan.plan_subperiods(tnplan.plan_period(g.first_day, g.last_day), f.frequency, g.calendar::tnplan.plan_calendar) AS part
			WHERE tnplan.plan_last_day(part) <= (SELECT tnplan.plan_known_on()) OFFSET 0
		) AS s ON s.frequency = d.frequency AND (d.valid_from IS NULL OR d.valid_from <= CASE WHEN d.kind = 'first' THEN s.first_day ELSE s.last_day END) AND (d.valid_until IS NULL OR d.valid_until >= CASE WHEN d.kind = 'stock' THEN s.last_day ELSE s.first_day END)
		CROSS JOIN LATERAL (
			SELECT CASE WHEN (
					SELECT a.value IS NOT NULL FROM workspace.actual AS a
					WHERE a.year = date_part('year', s.last_day)::int AND a.indicator = d.indicator AND a.place = d.answering AND a.first_day = s.first_day AND a.last_day = s.last_day AND a.known_on <= (SELECT tnplan.plan_known_on())
					ORDER BY a.known_on DESC LIMIT 1) THEN true
				WHEN d.kind IN ('stock', 'cumulative') THEN EXISTS (
					SELECT FROM workspace.known_actual AS k WHERE k.year = s.year AND k.indicator = d.indicator AND k.place = d.answering AND k.last_day = s.last_day AND k.value IS NOT NULL)
				WHEN d.kind = 'first' THEN EXISTS (
					SELECT FROM workspace.known_actual AS k WHERE k.indicator = d.indicator AND k.place = d.answering AND k.first_day = s.first_day AND k.last_day <= s.last_day AND k.value IS NOT NULL)
				ELSE EXISTS (
					SELECT FROM workspace.known_actual AS k
					WHERE k.indicator = d.indicator AND k.place = d.answering AND k.first_day BETWEEN s.first_day AND s.last_day AND k.last_day <= s.last_day AND k.value IS NOT NULL
					HAVING range_agg(daterange(k.first_day, k.last_day, '[]')) @> daterange(s.first_day, s.last_day, '[]')
				) OR d.kind = 'flow' AND EXISTS (
					SELECT FROM workspace.known_actual AS k JOIN workspace.known_actual AS e ON e.first_day = k.first_day
					WHERE k.year = s.year AND k.indicator = d.indicator AND k.place = d.answering AND k.first_day < s.first_day AND k.last_day = s.last_day AND k.value IS NOT NULL
						AND e.indicator = d.indicator AND e.place = d.answering AND e.last_day = s.first_day - 1 AND e.value IS NOT NULL) END AS is_reported
			OFFSET 0
		) AS r
		GROUP BY d.node, d.indicator, d.place, s.year, s.last_day
		HAVING bool_or(d.part = 'itself') OR bool_or(d.part = 'for another') AND bool_or(d.part = 'above' AND NOT r.is_reported)
	) AS o
	GROUP BY o.node, o.indicator, o.place, o.year
) AS c
JOIN workspace.indicator AS i ON i.code = c.indicator
JOIN workspace.place AS p ON p.code = c.place

-- The verdict on each day on which a figure or the target became known: a target holds until it is known otherwise.
-- The tree is that of computed_performance.

CREATE OR REPLACE VIEW workspace.status_history WITH (security_invoker = true) AS
SELECT i.node, k.indicator, i.name AS indicator_name, k.place, p.name AS place_name, k.basis, k.period, k.year, k.first_day, k.last_day,
	f.known_on_day AS known_on, k.goal, k.target, k.known_before - 1 AS goal_until, f.actual, f.bound, f.vintage, f.answered_by, f.figure_last_day, coalesce(f.coverage, 0) AS coverage, x.expected, s.status, l.sort AS status_sort,
	CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END AS status_label
FROM (
	SELECT year, indicator, place, basis, first_day, last_day, period_name AS period, goal, target, goal::tnplan.plan_goal AS parsed, tnplan.plan_baseline(goal::tnplan.plan_goal) AS baseline,
		known_on, lead(known_on) OVER (PARTITION BY year, indicator, place, basis, first_day, last_day, period_name ORDER BY known_on) AS known_before
	FROM (
		SELECT year, indicator, place, basis, first_day, last_day, period_name, goal, target, known_on FROM workspace.target
		WHERE NOT EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
		UNION ALL
		SELECT d.year, t.indicator, t.place, t.basis, t.first_day, t.last_day, d.period, t.goal, t.target, t.known_on FROM workspace.target_period AS d JOIN workspace.target AS t ON t.period_name = d.period_name
		WHERE EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
	) AS t
	WHERE known_on <= (SELECT tnplan.plan_known_on())
) AS k
CROSS JOIN (SELECT language, calendar::tnplan.plan_calendar AS calendar, tnplan.plan_known_on() AS known_on FROM workspace.setting OFFSET 0) AS g
JOIN workspace.indicator AS i ON i.code = k.indicator
JOIN workspace.place AS p ON p.code = k.place
CROSS JOIN LATERAL (SELECT CASE WHEN i.kind = 'cumulative' THEN tnplan.plan_first_day(tnplan.plan_period_of(k.first_day, 'year', g.calendar)) ELSE k.first_day END AS due_from, i.kind = 'cumulative' AND k.last_day - k.first_day < 372 AND tnplan.plan_first_day(tnplan.plan_period_of(k.first_day, 'year', g.calendar)) = tnplan.plan_first_day(tnplan.plan_period_of(k.last_day, 'year', g.calendar)) AS is_to_date) AS o
CROSS JOIN LATERAL (
	SELECT array_agg(a.first_day) AS first_days, array_agg(a.last_day) AS last_days, array_agg(a.known_on) AS known_on,
		array_agg(a.value) AS figures, array_agg(a.bound) AS bounds, array_agg(a.vintage) AS vintages, coalesce(bool_or(a.value IS NULL OR CASE WHEN i.kind = 'cumulative' THEN a.first_day < tnplan.plan_first_day(tnplan.plan_period_of(a.last_day, 'year', g.calendar)) ELSE false END), true) AND i.across <> 'none' AS is_silent
	FROM workspace.actual AS a
	WHERE a.indicator = k.indicator AND a.place = k.place AND a.first_day BETWEEN o.due_from AND k.last_day AND a.last_day BETWEEN k.first_day AND k.last_day AND a.known_on <= g.known_on
) AS r
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
	) AS b WHERE r.is_silent OFFSET 0
) AS tree ON true
LEFT JOIN LATERAL (
	SELECT b.* FROM (
		SELECT array_agg(c.id) AS places, array_agg(a.first_day) AS first_days, array_agg(a.last_day) AS last_days, array_agg(a.known_on) AS known_on,
			array_agg(a.value) AS figures, array_agg(a.bound) AS bounds, array_agg(a.vintage) AS vintages
		FROM unnest(tree.places, tree.codes, tree.valid_until) AS c (id, code, ended_on)
		JOIN workspace.actual AS a ON a.indicator = k.indicator AND a.place = c.code
		WHERE a.known_on <= g.known_on AND a.last_day BETWEEN least(k.first_day, c.ended_on) AND k.last_day AND a.first_day BETWEEN o.due_from AND k.last_day
	) AS b WHERE tree.places IS NOT NULL OFFSET 0
) AS u ON true
LEFT JOIN LATERAL (
	SELECT b.* FROM (
		SELECT array_agg(u.first_day) AS first_days, array_agg(u.last_day) AS last_days, array_agg(u.step) AS steps
		FROM (
			SELECT m.first_day, m.last_day, (m.last_day - m.first_day + 15) * 12 / 365 AS months, m.target AS step FROM workspace.known_target AS m
			WHERE i.kind = 'flow' AND m.indicator = k.indicator AND m.place = k.place AND m.basis = k.basis AND m.first_day BETWEEN k.first_day AND k.last_day AND m.last_day <= k.last_day AND m.goal IS NOT NULL
			UNION ALL
			SELECT coalesce(lag(b.last_day) OVER w + 1, b.year_from), b.last_day, 0, b.target - coalesce(lag(b.target) OVER w, 0)
			FROM (
				SELECT DISTINCT ON (m.last_day) m.last_day, y.year_from, m.target FROM workspace.known_target AS m
				CROSS JOIN LATERAL (SELECT tnplan.plan_first_day(tnplan.plan_period_of(m.last_day, 'year', g.calendar)) AS year_from OFFSET 0) AS y
				WHERE i.kind = 'cumulative' AND m.indicator = k.indicator AND m.place = k.place AND m.basis = k.basis AND m.first_day BETWEEN o.due_from AND k.last_day AND m.last_day <= k.last_day AND m.goal IS NOT NULL AND m.first_day >= y.year_from
				ORDER BY m.last_day, m.first_day
			) AS b
			WINDOW w AS (PARTITION BY b.year_from ORDER BY b.last_day)
		) AS u
		GROUP BY u.months
		HAVING count(*) > 1 AND sum(u.last_day - u.first_day + 1) = k.last_day - o.due_from + 1
		ORDER BY u.months
		LIMIT 1
	) AS b WHERE i.kind IN ('flow', 'cumulative') AND k.last_day - k.first_day > 31 OFFSET 0
) AS h ON true
CROSS JOIN LATERAL tnplan._plan_answer_history(i.kind, i.across, k.first_day, k.last_day, k.known_on, k.known_before, r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages,
	tree.places, tree.parents, tree.valid_from, tree.valid_until, u.places, u.first_days, u.last_days, u.known_on, u.figures, u.bounds, u.vintages, g.calendar, tree.ended, tree.became, tree.became_from, tree.became_on, p.valid_from) AS f
CROSS JOIN LATERAL (
	SELECT CASE WHEN h.steps IS NOT NULL AND f.figure_last_day < k.last_day THEN (
		SELECT (c.due + CASE WHEN o.is_to_date THEN (k.target * c.scale - c.whole) * c.last_elapsed ELSE 0 END) / nullif(CASE WHEN o.is_to_date THEN k.target * c.scale ELSE c.whole END, 0)
		FROM (
			SELECT CASE WHEN max(abs(u.step)) < 2::float8 ^ -12 THEN 2::float8 ^ 88 ELSE 1 END AS scale,
				CASE WHEN max(abs(u.step)) < 2::float8 ^ -12 THEN tnplan.plan_sum(u.step * 2::float8 ^ 88 * v.elapsed) FILTER (WHERE abs(u.step) < 2::float8 ^ -12) ELSE tnplan.plan_sum(u.step * v.elapsed) END AS due,
				CASE WHEN max(abs(u.step)) < 2::float8 ^ -12 THEN tnplan.plan_sum(u.step * 2::float8 ^ 88) FILTER (WHERE abs(u.step) < 2::float8 ^ -12) ELSE tnplan.plan_sum(u.step) END AS whole,
				max(v.elapsed) FILTER (WHERE u.last_day = k.last_day) AS last_elapsed
			FROM unnest(h.first_days, h.last_days, h.steps) AS u (first_day, last_day, step)
			CROSS JOIN LATERAL (SELECT tnplan.plan_elapsed(tnplan.plan_period(u.first_day, u.last_day), f.figure_last_day) AS elapsed) AS v
		) AS c
	) END AS share OFFSET 0
) AS d
CROSS JOIN LATERAL (
	SELECT CASE WHEN k.first_day > f.known_on_day AND f.actual IS NULL THEN NULL
		WHEN i.kind IN ('flow', 'cumulative') THEN coalesce(CASE WHEN d.share BETWEEN 0 AND 1 THEN d.share END, tnplan.plan_elapsed(tnplan.plan_period(CASE i.kind WHEN 'flow' THEN greatest(o.due_from, p.valid_from) ELSE o.due_from END, k.last_day), coalesce(f.figure_last_day, f.known_on_day)))
		WHEN k.baseline IS NULL OR (i.kind, i.direction) IN (('peak', 'lower'), ('least', 'higher')) THEN 1
		ELSE tnplan.plan_expected_share(k.parsed, tnplan.plan_period(o.due_from, k.last_day), coalesce(f.figure_last_day, f.known_on_day)) END AS expected
) AS x
CROSS JOIN LATERAL (
	SELECT CASE WHEN f.actual IS NULL AND k.first_day > f.known_on_day THEN 'not_started'
		ELSE coalesce(tnplan.plan_bounded_status(f.actual, k.parsed, f.bound, CASE WHEN i.kind IN ('peak', 'least') THEN tnplan.plan_elapsed(tnplan.plan_period(k.first_day, k.last_day), coalesce(f.figure_last_day, f.known_on_day)) ELSE x.expected END, NULL, i.kind IN ('flow', 'cumulative'), CASE WHEN i.kind IN ('peak', 'least') THEN i.kind END)::text, 'undecided') END AS status
) AS s
LEFT JOIN workspace.status_label AS l ON l.status = s.status
WHERE k.goal IS NOT NULL

CREATE OR REPLACE VIEW workspace.verdict_comparison WITH (security_invoker = true) AS
SELECT f.node, f.indicator, f.indicator_name, f.place, f.basis, f.period AS target_period, tnplan.plan_period_name(tnplan.plan_period(v.first_day, v.last_day), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)) AS period, f.goal, a.value AS actual, a.bound,
	v.share AS official_share, v.bound AS official_bound, round((100 * tnplan.plan_achievement(a.value, f.goal::tnplan.plan_goal))::numeric, 4)::float8 AS computed_share,
	v.verdict AS official_verdict, f.status AS computed_status, v.known_on
FROM workspace.known_verdict AS v
JOIN workspace.performance AS f ON f.indicator = v.indicator AND f.place = v.place AND f.basis = v.basis AND f.first_day = v.target_first_day AND f.last_day = v.target_last_day
LEFT JOIN LATERAL (
	SELECT x.value, x.bound FROM workspace.actual AS x
	WHERE x.year = EXTRACT(year FROM v.last_day)::int AND x.indicator = v.indicator AND x.place = v.place AND x.first_day = v.first_day AND x.last_day = v.last_day AND x.known_on <= (SELECT tnplan.plan_known_on())
	ORDER BY x.known_on DESC LIMIT 1
) AS a ON true

-- Targets whose parts do not come to them.  Parts of one length that have no gap make a whole by the rule of the kind; of
-- figures to date the last of each year adds up.

CREATE OR REPLACE VIEW workspace.target_check WITH (security_invoker = true) AS
SELECT i.node, t.indicator, i.name AS indicator_name, t.place, p.name AS place_name, t.basis, t.period, t.year, t.first_day, t.last_day, i.unit, i.kind, t.goal, t.target,
	u.part_grain, u.parts, u.parts_target, tnplan.plan_variance(u.parts_target, tnplan.plan_goal(t.target, 'higher')) AS difference
FROM workspace.known_target AS t
CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS g
JOIN workspace.indicator AS i ON i.code = t.indicator
JOIN workspace.place AS p ON p.code = t.place
CROSS JOIN LATERAL (
	SELECT min(tnplan.plan_grain(tnplan.plan_period(k.first_day, k.last_day), g.calendar)) AS part_grain, count(*)::int AS parts,
		CASE WHEN i.kind IN ('flow', 'cumulative', 'average') THEN CASE WHEN max(abs(k.added)) < 2::float8 ^ -12
				THEN tnplan.plan_value(tnplan.plan_period_value_agg(CASE i.kind WHEN 'average' THEN 'mean' ELSE 'sum' END, k.last_day, k.added * 2::float8 ^ 88) FILTER (WHERE abs(k.added) < 2::float8 ^ -12)) / 2::float8 ^ 88
				ELSE tnplan.plan_value(tnplan.plan_period_value_agg(CASE i.kind WHEN 'average' THEN 'mean' ELSE 'sum' END, k.last_day, k.added)) END
			WHEN i.kind = 'peak' THEN max(k.target) WHEN i.kind = 'least' THEN min(k.target)
			WHEN i.kind = 'first' THEN max(k.target) FILTER (WHERE k.first_day = t.first_day) ELSE max(k.target) FILTER (WHERE k.last_day = t.last_day) END AS parts_target
	FROM (
		SELECT n.*, CASE WHEN i.kind <> 'cumulative' OR n.last_day = t.last_day OR n.last_day = tnplan.plan_last_day(tnplan.plan_period_of(n.last_day, 'year', g.calendar)) THEN n.target END AS added FROM workspace.known_target AS n
	) AS k
	WHERE k.indicator = t.indicator AND k.place = t.place AND k.basis = t.basis AND k.first_day BETWEEN t.first_day AND t.last_day AND k.last_day <= t.last_day AND k.last_day - k.first_day < t.last_day - t.first_day AND k.goal IS NOT NULL
	GROUP BY (k.last_day - k.first_day + 15) * 12 / 365
	HAVING sum(k.last_day - k.first_day + 1) = t.last_day - t.first_day + 1
) AS u
WHERE t.goal IS NOT NULL AND NOT tnplan.plan_is_met(u.parts_target, tnplan.plan_goal(t.target, 'within'))

-- Figures that are a hundred times what they are held against, or a hundredth of it: they may be in another unit than that of
-- their indicator.  That is the nearest goal of the same period, or else the last figure before of a period of the same length, which is looked
-- for among those of the same year first: they are read anyhow.  Of the others the planner is to expect many, so that it goes back in the index.

CREATE OR REPLACE VIEW workspace.figure_check WITH (security_invoker = true) AS
SELECT i.node, a.indicator, i.name AS indicator_name, a.place, p.name AS place_name, a.period, a.year, a.first_day, a.last_day, i.unit, i.kind, a.value, a.bound,
	CASE WHEN t.lowest IS NULL THEN 'figure' ELSE 'goal' END AS compared_with,
	CASE WHEN t.lowest IS NULL THEN tnplan.plan_period_name(tnplan.plan_period(coalesce(a.earlier_first_day, e.first_day), coalesce(a.earlier_last_day, e.last_day)), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)) ELSE a.period END AS compared_period,
	c.value AS compared_value, r.ratio, a.known_on
FROM (
	SELECT k.*, lag(k.first_day) OVER earlier AS earlier_first_day, lag(k.last_day) OVER earlier AS earlier_last_day, lag(k.value) OVER earlier AS earlier_value
	FROM workspace.known_actual AS k WHERE k.value IS NOT NULL
	WINDOW earlier AS (PARTITION BY k.year, k.indicator, k.place, (k.last_day - k.first_day + 15) * 12 / 365 ORDER BY k.first_day, k.last_day)
) AS a
JOIN workspace.indicator AS i ON i.code = a.indicator
JOIN workspace.place AS p ON p.code = a.place
LEFT JOIN (
	SELECT k.year, k.indicator, k.place, k.first_day, k.last_day, sign(k.target) AS sign, min(k.target) AS lowest, max(k.target) AS highest
	FROM workspace.known_target AS k WHERE k.goal IS NOT NULL AND k.target <> 0
	GROUP BY k.year, k.indicator, k.place, k.first_day, k.last_day, sign(k.target)
) AS t ON t.year = a.year AND t.indicator = a.indicator AND t.place = a.place AND t.first_day = a.first_day AND t.last_day = a.last_day AND t.sign = sign(a.value)
LEFT JOIN LATERAL (
	SELECT b.* FROM (
		SELECT x.first_day, x.last_day, x.value, x.known_on FROM workspace.actual AS x
		WHERE x.indicator = a.indicator AND x.place = a.place AND x.first_day < a.first_day AND x.known_on <= (SELECT tnplan.plan_known_on()) AND x.value IS NOT NULL
			AND NOT EXISTS (SELECT FROM workspace.actual AS w WHERE w.year = x.year AND w.indicator = x.indicator AND w.place = x.place AND w.first_day = x.first_day AND w.last_day = x.last_day AND w.known_on > x.known_on AND w.known_on <= (SELECT tnplan.plan_known_on()) AND w.value IS NULL)
			AND abs((x.last_day - x.first_day + 15) * 12 / 365 - (a.last_day - a.first_day + 15) * 12 / 365) < 1
		ORDER BY x.first_day DESC FETCH FIRST ROW WITH TIES
	) AS b WHERE t.lowest IS NULL AND a.earlier_first_day IS NULL ORDER BY b.last_day DESC, b.known_on DESC LIMIT 1
) AS e ON true
CROSS JOIN LATERAL (SELECT CASE WHEN t.lowest IS NOT NULL THEN greatest(t.lowest, least(t.highest, a.value)) WHEN a.earlier_first_day IS NULL THEN e.value ELSE a.earlier_value END AS value) AS c
CROSS JOIN LATERAL (SELECT a.value / nullif(c.value, 0) AS ratio) AS r
WHERE r.ratio > 0 AND tnplan.plan_is_met(greatest(r.ratio, 1 / nullif(r.ratio, 0)), tnplan.plan_goal(100, 'higher'))

CREATE OR REPLACE VIEW workspace.standing_change WITH (security_invoker = true) AS
SELECT s.ranking, r.name AS ranking_name, s.place, p.name AS place_name, tnplan.plan_period_name(tnplan.plan_period(s.first_day, s.last_day), g.calendar) AS period, tnplan.plan_fiscal_year(s.last_day, g.calendar) AS year, s.first_day, s.last_day,
	s.rank, s.total, s.score, lag(s.rank) OVER earlier AS previous_rank, lag(s.total) OVER earlier AS previous_total,
	tnplan.plan_period_name(tnplan.plan_period(lag(s.first_day) OVER earlier, lag(s.last_day) OVER earlier), g.calendar) AS previous_period,
	lag(s.rank) OVER earlier - s.rank AS places_gained,
	tnplan.plan_percentile_gain(tnplan.plan_standing(lag(s.rank) OVER earlier, lag(s.total) OVER earlier), tnplan.plan_standing(s.rank, s.total)) AS percentile_gain,
	s.known_on
FROM workspace.known_standing AS s
CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS g
JOIN workspace.ranking AS r ON r.code = s.ranking
JOIN workspace.place AS p ON p.code = s.place
WINDOW earlier AS (PARTITION BY s.ranking, s.place ORDER BY s.last_day, s.first_day)

CREATE OR REPLACE VIEW workspace.milestone_status WITH (security_invoker = true) AS
SELECT m.node, n.name AS node_name, m.code, m.name, m.name_en, m.place, m.due_on, m.reached_on,
	CASE WHEN m.reached_on IS NOT NULL THEN tnplan.plan_fiscal_year(m.due_on, g.calendar) - tnplan.plan_fiscal_year(m.reached_on, g.calendar) END AS years_ahead,
	m.due_on - coalesce(m.reached_on, (SELECT tnplan.plan_known_on())) AS days_ahead,
	CASE WHEN m.reached_on <= m.due_on THEN 'met' WHEN m.reached_on IS NOT NULL THEN 'off_track'
		WHEN m.due_on < (SELECT tnplan.plan_known_on()) THEN 'off_track' ELSE 'not_started' END AS status,
	m.known_on
FROM workspace.known_milestone AS m
CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS g
JOIN workspace.node AS n ON n.code = m.node

CREATE OR REPLACE VIEW workspace.document_summary WITH (security_invoker = true) AS
SELECT kind, tnplan.plan_period_name(tnplan.plan_period(first_day, last_day), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)) AS period, first_day, last_day, count, bound, known_on
FROM (
	SELECT DISTINCT ON (kind, first_day, last_day) * FROM workspace.document_count
	WHERE known_on <= (SELECT tnplan.plan_known_on()) ORDER BY kind, first_day, last_day, known_on DESC
) AS stated
UNION ALL
SELECT d.kind, 'listed', min(d.issued_on), max(d.issued_on), count(*), '=', max(d.issued_on)
FROM workspace.document AS d
WHERE d.issued_on <= (SELECT tnplan.plan_known_on())
GROUP BY d.kind

-- What places have become by the days on which they did.  The changes of a place come in stretches: on a day it takes in before it gives
-- away, and once it takes in again it is a whole.  What it does not give away goes on into the next stretch, and at the end stays.  A place is
-- followed from the beginning, from the day on which it is there again, and, without what it gave away, from each day on which it gave a part.
-- Shares that meet are added at each step, so that there are as many rows as places, however many ways lead to them.

CREATE OR REPLACE VIEW workspace.place_became WITH (security_invoker = true) AS
WITH RECURSIVE change AS MATERIALIZED (
	SELECT place, became, changed_on, share FROM workspace.place_change WHERE changed_on <= (SELECT tnplan.plan_known_on())
), event AS MATERIALIZED (
	SELECT place, other, gives, changed_on, share, sum((gave AND NOT gives)::int) OVER (PARTITION BY place ORDER BY changed_on, gives)::int AS stretch
	FROM (
		SELECT *, coalesce(lag(gives) OVER (PARTITION BY place ORDER BY changed_on, gives), false) AS gave
		FROM (SELECT place, became AS other, true AS gives, changed_on, share FROM change UNION ALL SELECT became AS place, place AS other, false AS gives, changed_on, share FROM change) AS b
	) AS e
), given AS MATERIALIZED (
	SELECT place, stretch, other, changed_on, share, tnplan.plan_sum(share * 2::float8 ^ 88) OVER (PARTITION BY place, stretch ORDER BY changed_on) / 2::float8 ^ 88 AS given FROM event WHERE gives
), step AS MATERIALIZED (
	SELECT g.place, g.stretch, g.changed_on, g.other AS became, e.stretch AS became_stretch, g.share
	FROM given AS g JOIN event AS e ON e.place = g.other AND e.other = g.place AND NOT e.gives WHERE g.given < 1 + 1e-9
	UNION ALL
	SELECT place, stretch, 'infinity' AS changed_on, place AS became, stretch + 1 AS became_stretch, 1 - coalesce(tnplan.plan_sum(share) FILTER (WHERE given < 1 + 1e-9), 0) AS share FROM given
	GROUP BY place, stretch HAVING coalesce(tnplan.plan_sum(share) FILTER (WHERE given < 1 + 1e-9), 0) < 1 - 1e-9
), start AS (
	SELECT place, stretch, from_day, lead(from_day) OVER (PARTITION BY place ORDER BY from_day, given) - 1 AS until_day, after, given
	FROM (
		SELECT place, stretch, CASE WHEN stretch > 0 THEN min(changed_on) ELSE '-infinity' END AS from_day, '-infinity'::date AS after, 0::float8 AS given FROM event GROUP BY place, stretch
		UNION
		SELECT place, stretch, changed_on AS from_day, changed_on AS after, given FROM given WHERE given < 1 - 1e-9
	) AS s
), way (place, from_day, until_day, became, stretch, after, given, share, steps) AS (
	SELECT p.code AS place, s.from_day, s.until_day, p.code AS became, s.stretch, s.after, s.given, 1::float8 AS share, 0 AS steps FROM workspace.place AS p LEFT JOIN start AS s ON s.place = p.code
	UNION ALL
	SELECT DISTINCT w.place, w.from_day, w.until_day, s.became, s.became_stretch AS stretch, '-infinity'::date AS after, 0::float8 AS given,
		tnplan.plan_sum(w.share * s.share / (1 - w.given) * 2::float8 ^ 88) OVER (PARTITION BY w.place, w.from_day, s.became, s.became_stretch) / 2::float8 ^ 88 AS share, w.steps + 1 AS steps
	FROM way AS w JOIN step AS s ON s.place = w.became AND s.stretch = w.stretch AND s.changed_on > w.after
	WHERE w.steps < (SELECT count(*) FROM step) AND (w.from_day <= w.until_day OR w.until_day IS NULL)
)
SELECT w.place, nullif(w.from_day, '-infinity') AS valid_from, w.until_day AS valid_until, w.became AS today, n.name AS today_name, CASE WHEN abs(tnplan.plan_sum(w.share) - 1) < 1e-9 THEN 1 ELSE tnplan.plan_sum(w.share * 2::float8 ^ 88) / 2::float8 ^ 88 END AS share
FROM way AS w JOIN workspace.place AS n ON n.code = w.became
WHERE (w.from_day <= w.until_day OR w.until_day IS NULL) AND NOT EXISTS (SELECT FROM step AS s WHERE s.place = w.became AND s.stretch = w.stretch)
GROUP BY w.place, w.from_day, w.until_day, w.became, n.name

CREATE OR REPLACE VIEW workspace.place_today WITH (security_invoker = true) AS
SELECT place, today, today_name, share FROM workspace.place_became WHERE valid_from IS NULL
