-- What was known on the day that the setting tnplan-known-on names, or today: of each figure the latest row.
-- All columns but those that it decides are in DISTINCT ON, so that conditions on them reach the tables.

CREATE OR REPLACE VIEW workspace.known_actual WITH (security_invoker = true) AS
SELECT DISTINCT ON (year, indicator, place, first_day, last_day, period_name) year, indicator, place, first_day, last_day, period_name AS period, value, bound, vintage, known_on, source, note, id
FROM workspace.actual
WHERE known_on <= (SELECT tnplan.plan_known_on())
ORDER BY year, indicator, place, first_day, last_day, period_name, known_on DESC

CREATE OR REPLACE VIEW workspace.known_target WITH (security_invoker = true) AS
SELECT DISTINCT ON (year, indicator, place, basis, first_day, last_day, period_name) year, indicator, place, basis, first_day, last_day, period_name AS period, goal, target, known_on, reason, document, id
FROM workspace.target
WHERE known_on <= (SELECT tnplan.plan_known_on())
ORDER BY year, indicator, place, basis, first_day, last_day, period_name, known_on DESC

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
