-- A star for modelling tools: dimensions and facts with integer keys.  A date is yyyymmdd.

CREATE OR REPLACE VIEW workspace.dim_date WITH (security_invoker = true) AS
SELECT to_char(d.day, 'YYYYMMDD')::int AS date_key, d.day AS date, EXTRACT(year FROM d.day)::int AS year, EXTRACT(quarter FROM d.day)::int AS quarter, EXTRACT(month FROM d.day)::int AS month, EXTRACT(day FROM d.day)::int AS day,
	EXTRACT(isodow FROM d.day)::int AS weekday, tnplan.plan_period_of(d.day, 'year', g.calendar)::text AS plan_year, tnplan.plan_period_of(d.day, 'quarter', g.calendar)::text AS plan_quarter, tnplan.plan_period_of(d.day, 'month', g.calendar)::text AS plan_month,
	tnplan.plan_fiscal_name(tnplan.plan_period_of(d.day, 'year', g.calendar), g.calendar) AS plan_year_name
FROM (
	SELECT g.calendar::tnplan.plan_calendar AS calendar, least(g.first_day, a.first_day, t.first_day, s.first_day, c.first_day) AS first_day, greatest(g.last_day, a.last_day, t.last_day, s.last_day, c.last_day) AS last_day
	FROM workspace.setting AS g
	CROSS JOIN (SELECT (SELECT min(first_day) FROM workspace.actual) AS first_day, (SELECT max(last_day) FROM workspace.actual) AS last_day) AS a
	CROSS JOIN (SELECT (SELECT min(first_day) FROM workspace.target) AS first_day, (SELECT max(last_day) FROM workspace.target) AS last_day) AS t
	CROSS JOIN (SELECT min(first_day) AS first_day, max(last_day) AS last_day FROM workspace.standing) AS s
	CROSS JOIN (SELECT min(first_day) AS first_day, max(last_day) AS last_day FROM workspace.closed_verdict) AS c
	OFFSET 0
) AS g
CROSS JOIN LATERAL (SELECT g.first_day + i AS day FROM generate_series(0, g.last_day - g.first_day) AS i) AS d

CREATE OR REPLACE VIEW workspace.dim_year WITH (security_invoker = true) AS
SELECT y.year AS year_key, y.year, t.theme, t.theme_en
FROM (
	SELECT generate_series(EXTRACT(year FROM first_day)::int, EXTRACT(year FROM last_day)::int) AS year FROM workspace.setting
	UNION SELECT year FROM workspace.theme
) AS y
LEFT JOIN workspace.theme AS t ON t.year = y.year

CREATE OR REPLACE VIEW workspace.dim_indicator WITH (security_invoker = true) AS
SELECT id AS indicator_key, code, name, name_en, node, unit, currency, direction, kind, across, frequency, decimals, weight, sort_order FROM workspace.indicator

CREATE OR REPLACE VIEW workspace.dim_node WITH (security_invoker = true) AS
SELECT n.id AS node_key, n.code, n.name, n.name_en, n.kind, n.weight, n.sort_order, p.id AS parent_key, n.parent AS parent_code FROM workspace.node AS n LEFT JOIN workspace.node AS p ON p.code = n.parent

CREATE OR REPLACE VIEW workspace.dim_place WITH (security_invoker = true) AS
SELECT n.id AS place_key, n.code, n.name, n.name_en, n.kind, n.valid_from, n.valid_until, p.id AS parent_key, n.parent AS parent_code FROM workspace.place AS n LEFT JOIN workspace.place AS p ON p.code = n.parent

CREATE OR REPLACE VIEW workspace.dim_basis WITH (security_invoker = true) AS
SELECT id AS basis_key, code, name, name_en FROM workspace.basis

CREATE OR REPLACE VIEW workspace.dim_status WITH (security_invoker = true) AS
SELECT l.sort AS status_key, l.status AS code, CASE WHEN g.language = 'vi' THEN l.label_vi ELSE l.label_en END AS name FROM workspace.status_label AS l CROSS JOIN workspace.setting AS g

CREATE OR REPLACE VIEW workspace.fact_actual WITH (security_invoker = true) AS
SELECT a.id AS actual_key, i.id AS indicator_key, p.id AS place_key, to_char(a.first_day, 'YYYYMMDD')::int AS first_date_key, to_char(a.last_day, 'YYYYMMDD')::int AS last_date_key, a.period, a.year, a.value, a.bound, a.vintage
FROM workspace.known_actual AS a
JOIN workspace.indicator AS i ON i.code = a.indicator
JOIN workspace.place AS p ON p.code = a.place

CREATE OR REPLACE VIEW workspace.fact_performance WITH (security_invoker = true) AS
SELECT i.id AS indicator_key, n.id AS node_key, p.id AS place_key, b.id AS basis_key, f.status_sort AS status_key, to_char(f.first_day, 'YYYYMMDD')::int AS first_date_key, to_char(f.last_day, 'YYYYMMDD')::int AS last_date_key,
	f.period, f.grain, f.year, f.target, f.actual, f.expected, f.achievement, f.score, f.variance, f.coverage, f.is_complete, f.is_closed, f.weight
FROM workspace.performance AS f
JOIN workspace.indicator AS i ON i.code = f.indicator
JOIN workspace.node AS n ON n.code = f.node
JOIN workspace.place AS p ON p.code = f.place
JOIN workspace.basis AS b ON b.code = f.basis

CREATE OR REPLACE VIEW workspace.fact_standing WITH (security_invoker = true) AS
SELECT r.id AS ranking_key, p.id AS place_key, to_char(s.last_day, 'YYYYMMDD')::int AS last_date_key, s.year, s.rank, s.total, s.score, s.places_gained
FROM workspace.standing_change AS s
JOIN workspace.ranking AS r ON r.code = s.ranking
JOIN workspace.place AS p ON p.code = s.place

CREATE OR REPLACE VIEW workspace.dim_ranking WITH (security_invoker = true) AS
SELECT id AS ranking_key, code, name, name_en, node FROM workspace.ranking
