-- The periods that targets and figures have, each found in the index by way of the one before, with the names and years of
-- the calendar of the workspace.  Tables have those of the calendar that everybody has.

CREATE OR REPLACE VIEW workspace.target_period WITH (security_invoker = true) AS
WITH RECURSIVE stored (name) AS (
	(SELECT period_name FROM workspace.target ORDER BY period_name LIMIT 1)
	UNION ALL
	SELECT (SELECT t.period_name FROM workspace.target AS t WHERE t.period_name > s.name ORDER BY t.period_name LIMIT 1) FROM stored AS s WHERE s.name IS NOT NULL
)
SELECT tnplan.plan_fiscal_year(tnplan.plan_last_day(p.period), g.calendar) AS year, tnplan.plan_period_name(p.period, g.calendar) AS period, tnplan.plan_first_day(p.period) AS first_day, tnplan.plan_last_day(p.period) AS last_day, s.name AS period_name
FROM stored AS s
CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS g
CROSS JOIN LATERAL (SELECT s.name::tnplan.plan_period AS period) AS p
WHERE s.name IS NOT NULL OFFSET 0

CREATE OR REPLACE VIEW workspace.actual_period WITH (security_invoker = true) AS
WITH RECURSIVE stored (name) AS (
	(SELECT period_name FROM workspace.actual ORDER BY period_name LIMIT 1)
	UNION ALL
	SELECT (SELECT t.period_name FROM workspace.actual AS t WHERE t.period_name > s.name ORDER BY t.period_name LIMIT 1) FROM stored AS s WHERE s.name IS NOT NULL
)
SELECT tnplan.plan_fiscal_year(tnplan.plan_last_day(p.period), g.calendar) AS year, tnplan.plan_period_name(p.period, g.calendar) AS period, tnplan.plan_first_day(p.period) AS first_day, tnplan.plan_last_day(p.period) AS last_day, s.name AS period_name
FROM stored AS s
CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS g
CROSS JOIN LATERAL (SELECT s.name::tnplan.plan_period AS period) AS p
WHERE s.name IS NOT NULL OFFSET 0

-- What was known on the day that the setting tnplan-known-on names, or today: of each figure the latest row.
-- All columns but those that it decides are in DISTINCT ON, so that conditions on them reach the tables.
-- Where years are fiscal, years and names reach the tables by way of the periods there are.

CREATE OR REPLACE VIEW workspace.known_actual WITH (security_invoker = true) AS
(SELECT DISTINCT ON (year, indicator, place, first_day, last_day, period_name) year, indicator, place, first_day, last_day, period_name AS period, value, bound, vintage, known_on, source, note, id
FROM workspace.actual
WHERE known_on <= (SELECT tnplan.plan_known_on()) AND NOT EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
ORDER BY year, indicator, place, first_day, last_day, period_name, known_on DESC)
UNION ALL
(SELECT DISTINCT ON (d.year, a.indicator, a.place, a.first_day, a.last_day, d.period) d.year, a.indicator, a.place, a.first_day, a.last_day, d.period, a.value, a.bound, a.vintage, a.known_on, a.source, a.note, a.id
FROM workspace.actual_period AS d JOIN workspace.actual AS a ON a.period_name = d.period_name
WHERE a.known_on <= (SELECT tnplan.plan_known_on()) AND EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
ORDER BY d.year, a.indicator, a.place, a.first_day, a.last_day, d.period, a.known_on DESC)

CREATE OR REPLACE VIEW workspace.known_target WITH (security_invoker = true) AS
(SELECT DISTINCT ON (year, indicator, place, basis, first_day, last_day, period_name) year, indicator, place, basis, first_day, last_day, period_name AS period, goal, target, known_on, reason, document, id
FROM workspace.target
WHERE known_on <= (SELECT tnplan.plan_known_on()) AND NOT EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
ORDER BY year, indicator, place, basis, first_day, last_day, period_name, known_on DESC)
UNION ALL
(SELECT DISTINCT ON (d.year, t.indicator, t.place, t.basis, t.first_day, t.last_day, d.period) d.year, t.indicator, t.place, t.basis, t.first_day, t.last_day, d.period, t.goal, t.target, t.known_on, t.reason, t.document, t.id
FROM workspace.target_period AS d JOIN workspace.target AS t ON t.period_name = d.period_name
WHERE t.known_on <= (SELECT tnplan.plan_known_on()) AND EXISTS (SELECT FROM workspace.setting WHERE has_fiscal_years)
ORDER BY d.year, t.indicator, t.place, t.basis, t.first_day, t.last_day, d.period, t.known_on DESC)

CREATE OR REPLACE VIEW workspace.known_standing WITH (security_invoker = true) AS
SELECT DISTINCT ON (ranking, place, first_day, last_day) ranking, place, first_day, last_day, rank, total, score, known_on, source, id
FROM workspace.standing
WHERE known_on <= (SELECT tnplan.plan_known_on())
ORDER BY ranking, place, first_day, last_day, known_on DESC

CREATE OR REPLACE VIEW workspace.known_milestone WITH (security_invoker = true) AS
SELECT DISTINCT ON (code) code, node, place, name, name_en, due_on, CASE WHEN reached_on <= (SELECT tnplan.plan_known_on()) THEN reached_on END AS reached_on, known_on, reason, id
FROM workspace.milestone
WHERE known_on <= (SELECT tnplan.plan_known_on())
ORDER BY code, known_on DESC

CREATE OR REPLACE VIEW workspace.known_verdict WITH (security_invoker = true) AS
SELECT DISTINCT ON (indicator, place, basis, target_first_day, target_last_day, first_day, last_day) indicator, place, basis, target_first_day, target_last_day, first_day, last_day, share, bound, verdict, known_on, source, id
FROM workspace.official_verdict
WHERE known_on <= (SELECT tnplan.plan_known_on())
ORDER BY indicator, place, basis, target_first_day, target_last_day, first_day, last_day, known_on DESC
