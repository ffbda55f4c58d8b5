-- A star for modelling tools: dimensions and facts with integer keys.  A date is yyyymmdd.

CREATE OR REPLACE VIEW workspace.dim_date WITH (security_invoker = true) AS
SELECT (date_part('year', d.day) * 10000 + date_part('month', d.day) * 100 + date_part('day', d.day))::int AS date_key, d.day AS date, EXTRACT(year FROM d.day)::int AS year, EXTRACT(quarter FROM d.day)::int AS quarter, EXTRACT(month FROM d.day)::int AS month, EXTRACT(day FROM d.day)::int AS day,
	EXTRACT(isodow FROM d.day)::int AS weekday, tnplan.plan_period_name(tnplan.plan_period_of(d.day, 'year', g.calendar), g.calendar) AS plan_year, tnplan.plan_period_name(tnplan.plan_period_of(d.day, 'quarter', g.calendar), g.calendar) AS plan_quarter, tnplan.plan_period_name(tnplan.plan_period_of(d.day, 'month', g.calendar), g.calendar) AS plan_month
FROM (
	SELECT g.calendar::tnplan.plan_calendar AS calendar, least(g.first_day, a.first_day, t.first_day, s.first_day, c.first_day) AS first_day, greatest(g.last_day, a.last_day, t.last_day, s.last_day, c.last_day) AS last_day
	FROM workspace.setting AS g
	CROSS JOIN (SELECT to_date((SELECT min((date_part('year', first_day) * 10000 + date_part('month', first_day) * 100 + date_part('day', first_day))::int) FROM workspace.actual)::text, 'YYYYMMDD') AS first_day, to_date((SELECT max((date_part('year', last_day) * 10000 + date_part('month', last_day) * 100 + date_part('day', last_day))::int) FROM workspace.actual)::text, 'YYYYMMDD') AS last_day) AS a
	CROSS JOIN (SELECT to_date((SELECT min((date_part('year', first_day) * 10000 + date_part('month', first_day) * 100 + date_part('day', first_day))::int) FROM workspace.target)::text, 'YYYYMMDD') AS first_day, to_date((SELECT max((date_part('year', last_day) * 10000 + date_part('month', last_day) * 100 + date_part('day', last_day))::int) FROM workspace.target)::text, 'YYYYMMDD') AS last_day) AS t
	CROSS JOIN (SELECT min(first_day) AS first_day, max(last_day) AS last_day FROM workspace.standing) AS s
	CROSS JOIN (SELECT min(first_day) AS first_day, max(last_day) AS last_day FROM workspace.closed_verdict) AS c
	OFFSET 0
) AS g
CROSS JOIN LATERAL (SELECT g.first_day + i AS day FROM generate_series(0, g.last_day - g.first_day) AS i) AS d

CREATE OR REPLACE VIEW workspace.dim_year WITH (security_invoker = true) AS
SELECT y.year AS year_key, y.year, t.theme, t.theme_en
FROM (
	SELECT generate_series(tnplan.plan_fiscal_year(first_day, calendar::tnplan.plan_calendar), tnplan.plan_fiscal_year(last_day, calendar::tnplan.plan_calendar)) AS year FROM workspace.setting
	UNION SELECT year FROM workspace.theme
	UNION SELECT year FROM workspace.target_period
	UNION SELECT year FROM workspace.actual_period
	UNION SELECT tnplan.plan_fiscal_year(s.last_day, g.calendar::tnplan.plan_calendar) FROM workspace.standing AS s CROSS JOIN workspace.setting AS g
) AS y
LEFT JOIN workspace.theme AS t ON t.year = y.year

CREATE OR REPLACE VIEW workspace.dim_indicator WITH (security_invoker = true) AS
SELECT id AS indicator_key, code, name, name_en, node, unit, unit_en, currency, direction, kind, across, frequency, decimals, weight, sort_order FROM workspace.indicator

CREATE OR REPLACE VIEW workspace.dim_node WITH (security_invoker = true) AS
SELECT n.id AS node_key, n.code, n.name, n.name_en, n.kind, n.weight, n.sort_order, p.id AS parent_key, n.parent AS parent_code FROM workspace.node AS n LEFT JOIN workspace.node AS p ON p.code = n.parent

CREATE OR REPLACE VIEW workspace.dim_place WITH (security_invoker = true) AS
SELECT n.id AS place_key, n.code, n.name, n.name_en, n.kind, n.valid_from, n.valid_until, p.id AS parent_key, n.parent AS parent_code FROM workspace.place AS n LEFT JOIN workspace.place AS p ON p.code = n.parent

CREATE OR REPLACE VIEW workspace.dim_basis WITH (security_invoker = true) AS
SELECT id AS basis_key, code, name, name_en FROM workspace.basis

CREATE OR REPLACE VIEW workspace.dim_status WITH (security_invoker = true) AS
SELECT l.sort AS status_key, l.status AS code, CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END AS name, l.label_en AS name_en FROM workspace.status_label AS l CROSS JOIN workspace.setting AS g

-- The latest rows without sorting, so that joins with dimensions reach the table: both parts of the union are the bare table,
-- and one of them is left out as a whole.  Every row has its indicator and place: left joins are made only for their keys.

CREATE OR REPLACE VIEW workspace.fact_actual WITH (security_invoker = true) AS
SELECT a.id AS actual_key, i.id AS indicator_key, p.id AS place_key, (date_part('year', a.first_day) * 10000 + date_part('month', a.first_day) * 100 + date_part('day', a.first_day))::int AS first_date_key, (date_part('year', a.last_day) * 10000 + date_part('month', a.last_day) * 100 + date_part('day', a.last_day))::int AS last_date_key, a.period, a.year, a.value, a.bound, a.vintage,
	tnplan.plan_grain(tnplan.plan_period(a.first_day, a.last_day), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)) AS grain
FROM (
	SELECT false AS is_fiscal, id, indicator, place, first_day, last_day, period_name AS period, year, year AS stored_year, value, bound, vintage, known_on FROM workspace.actual
	UNION ALL
	SELECT true, id, indicator, place, first_day, last_day, tnplan.plan_period_name(tnplan.plan_period(first_day, last_day), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)),
		tnplan.plan_fiscal_year(last_day, (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)), year, value, bound, vintage, known_on FROM workspace.actual
) AS a
LEFT JOIN workspace.indicator AS i ON i.code = a.indicator
LEFT JOIN workspace.place AS p ON p.code = a.place
WHERE a.is_fiscal = EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years) AND a.known_on <= (SELECT tnplan.plan_known_on()) AND NOT EXISTS (
	SELECT FROM workspace.actual AS b
	WHERE b.year = a.stored_year AND b.indicator = a.indicator AND b.place = a.place AND b.first_day = a.first_day AND b.last_day = a.last_day
		AND b.known_on > a.known_on AND b.known_on <= (SELECT tnplan.plan_known_on())
)

-- Verdicts by indicator and last day: what dimensions say of these holds before any verdict is computed.

CREATE OR REPLACE VIEW workspace.fact_performance WITH (security_invoker = true) AS
SELECT i.id AS indicator_key, n.id AS node_key, p.id AS place_key, b.id AS basis_key, f.status_sort AS status_key, (date_part('year', f.first_day) * 10000 + date_part('month', f.first_day) * 100 + date_part('day', f.first_day))::int AS first_date_key, (date_part('year', d.last_day) * 10000 + date_part('month', d.last_day) * 100 + date_part('day', d.last_day))::int AS last_date_key,
	f.period, f.grain, d.year, f.target, f.actual, f.expected, f.achievement, f.score, f.variance, f.coverage, f.is_complete, f.is_closed, f.weight, f.goal
FROM (
	SELECT DISTINCT year, year AS stored_year, indicator, last_day FROM workspace.target
	WHERE known_on <= (SELECT tnplan.plan_known_on()) AND NOT EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
	UNION ALL
	SELECT DISTINCT p.year, t.year, t.indicator, t.last_day FROM workspace.target_period AS p JOIN workspace.target AS t ON t.period_name = p.period_name
	WHERE t.known_on <= (SELECT tnplan.plan_known_on()) AND EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
) AS d
JOIN workspace.indicator AS i ON i.code = d.indicator
CROSS JOIN LATERAL (
	SELECT c.node, c.place, c.basis, c.first_day, c.period, c.grain, c.target, c.actual, c.expected, c.achievement, c.score, c.variance, c.coverage, c.is_complete, c.weight, c.goal, c.status_sort, false AS is_closed
	FROM workspace.computed_performance AS c
	WHERE c.year = d.year AND c.indicator = d.indicator AND c.last_day = d.last_day
		AND NOT EXISTS (SELECT FROM workspace.closing AS k WHERE k.first_day <= c.first_day AND k.last_day >= c.last_day AND k.closed_on <= (SELECT tnplan.plan_known_on()))
	UNION ALL
	SELECT v.node, v.place, v.basis, v.first_day, tnplan.plan_period_name(tnplan.plan_period(v.first_day, v.last_day), (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)), v.grain, v.target, v.actual, v.expected, v.achievement, v.score, v.variance, v.coverage, v.is_complete, v.weight, v.goal, l.sort, true
	FROM workspace.closing AS k
	JOIN workspace.closed_verdict AS v ON v.closing = k.id
	LEFT JOIN workspace.status_label AS l ON l.status = v.status
	WHERE v.year = d.stored_year AND v.indicator = d.indicator AND v.last_day = d.last_day AND k.closed_on <= (SELECT tnplan.plan_known_on())
) AS f
LEFT JOIN workspace.node AS n ON n.code = f.node
LEFT JOIN workspace.place AS p ON p.code = f.place
LEFT JOIN workspace.basis AS b ON b.code = f.basis

CREATE OR REPLACE VIEW workspace.fact_standing WITH (security_invoker = true) AS
SELECT r.id AS ranking_key, p.id AS place_key, (date_part('year', s.last_day) * 10000 + date_part('month', s.last_day) * 100 + date_part('day', s.last_day))::int AS last_date_key, s.year, s.rank, s.total, s.score, s.places_gained
FROM workspace.standing_change AS s
JOIN workspace.ranking AS r ON r.code = s.ranking
JOIN workspace.place AS p ON p.code = s.place

CREATE OR REPLACE VIEW workspace.dim_ranking WITH (security_invoker = true) AS
SELECT id AS ranking_key, code, name, name_en, node FROM workspace.ranking
