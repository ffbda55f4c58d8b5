SET client_min_messages = warning;
SET TimeZone = 'UTC';
SET datestyle = 'ISO';
-- Figures to date over several years, highest and lowest values: a workspace of fiscal years.
CALL plan_create_workspace('ministry');
SET search_path = ministry, public;
UPDATE setting SET title = 'Ministry', term = '2023-07..2030-06', calendar = 'year from July', language = 'en';
INSERT INTO place (code, name) VALUES ('ALL', 'All');
INSERT INTO node (code, name) VALUES ('P', 'Programme');
INSERT INTO indicator (code, node, name, unit, direction, kind, frequency) VALUES
	('SPENT', 'P', 'Spent', 'million', 'higher', 'cumulative', 'quarter'), ('GAP', 'P', 'Spent, with gaps', 'million', 'higher', 'cumulative', 'quarter'),
	('PLAIN', 'P', 'Spent, without targets of years', 'million', 'higher', 'cumulative', 'quarter'), ('BELOW', 'P', 'With a year below zero', 'million', 'higher', 'cumulative', 'quarter'),
	('HIGHEST', 'P', 'Highest', 'm', 'lower', 'peak', 'quarter'), ('RECORD', 'P', 'Record', 'm', 'higher', 'peak', 'quarter'), ('LOWEST', 'P', 'Lowest', 'm', 'higher', 'least', 'quarter'), ('BAND', 'P', 'Highest within', 'm', 'within', 'peak', 'quarter'),
	('FLOW', 'P', 'Flow', 'km', 'within', 'flow', 'quarter');
SET tnplan.known_on = '2026-10-15';

-- The last figure of each year adds up, and the way goes through the targets of the years.
INSERT INTO target (indicator, place, period, goal, known_on) VALUES
	('SPENT', 'ALL', '2023-07..2030-06', '>= 12000', '2023-07-01'), ('PLAIN', 'ALL', '2023-07..2030-06', '>= 12000', '2023-07-01'), ('GAP', 'ALL', '2023-07..2030-06', '>= 12000', '2023-07-01'), ('BELOW', 'ALL', '2023-07..2030-06', '>= 12000', '2023-07-01'),
	('SPENT', 'ALL', '2023-07..2024-06', '>= 1250.5', '2023-07-01'), ('SPENT', 'ALL', '2024-07..2025-06', '>= 1400', '2023-07-01'), ('SPENT', 'ALL', '2025-07..2026-06', '>= 1650', '2023-07-01'), ('SPENT', 'ALL', '2026-07..2027-06', '>= 1900', '2023-07-01'), ('SPENT', 'ALL', '2026-Q3', '>= 479', '2023-07-01'),
	('SPENT', 'ALL', '2027-07..2028-06', '>= 2000', '2023-07-01'), ('SPENT', 'ALL', '2028-07..2029-06', '>= 2000', '2023-07-01'), ('SPENT', 'ALL', '2029-07..2030-06', '>= 1799.5', '2023-07-01');
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i, 'ALL', period, value, plan_last_day(period::plan_period) FROM unnest('{SPENT,PLAIN,GAP,BELOW}'::text[]) AS i, (VALUES ('2023-Q3', 250), ('2023-07..2024-06', 1198), ('2024-07..2025-03', 1010), ('2025-Q2', 1410), ('2025-07..2026-06', 1702), ('2026-Q3', 301)) AS v (period, value)
WHERE NOT (i = 'GAP' AND period IN ('2023-Q3', '2023-07..2024-06', '2025-Q2'));
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('BELOW', 'ALL', '2023-07..2024-06', -5, '2026-07-01'), ('GAP', 'ALL', '2026-01..2026-09', 5000, '2026-10-01'), ('PLAIN', 'ALL', '2024-07..2026-06', 9000, '2026-10-01');
SELECT indicator, bound, actual, answered_by, figure_first_day, figure_last_day, figures, round(coverage::numeric, 4) AS coverage, round(expected::numeric, 4) AS due, round(achievement::numeric, 4) AS achieved, status
FROM performance WHERE first_day = '2023-07-01' AND last_day = '2030-06-30' ORDER BY indicator;
-- Plain SQL: the last figure of each fiscal year, and the targets that were due.
SELECT sum(value) AS spent, (1250.5 + 1400 + 1650 + 479) / 12000 AS due FROM (
	SELECT DISTINCT ON (extract(year FROM last_day + interval '6 months')) value FROM actual WHERE indicator = 'SPENT' ORDER BY extract(year FROM last_day + interval '6 months'), last_day DESC
) AS years;
SELECT (SELECT count(*) FROM target_check) AS do_not_add_up;
UPDATE target SET goal = '>= 1800', known_on = known_on WHERE indicator = 'SPENT' AND last_day = '2030-06-30' AND first_day > '2024-01-01';
SELECT indicator, period, part_grain, parts, parts_target, difference FROM target_check;
SELECT known_on, actual, bound, figure_last_day, round(coverage::numeric, 4) AS coverage, round(expected::numeric, 4) AS due, status FROM status_history WHERE indicator = 'SPENT' AND last_day = '2030-06-30' AND first_day < '2024-01-01' ORDER BY known_on;
SELECT indicator, actual, as_of, round(expected_value::numeric, 1) AS due, round(required_per_year::numeric, 1) AS required, round(at_this_pace::numeric, 1) AS at_this_pace FROM pace WHERE last_day = '2030-06-30' AND first_day < '2024-01-01' ORDER BY indicator;

-- The last day within the year counts, not the name.
INSERT INTO target (indicator, place, period, goal, known_on)
SELECT 'SPENT', 'ALL', period, '>= 620', '2025-07-01' FROM unnest('{2025-Q4,2025-H2,2026-Q1,2025-07..2026-03,2026-Q2,2025-12}'::text[]) AS period;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SPENT', 'ALL', '2025-H2', 604.5, '2026-01-10');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SPENT', 'ALL', '2025-07..2026-03', 1100, '2026-04-10');
SELECT first_day, last_day, actual, answered_by, figure_first_day, figure_last_day, is_complete, round(expected::numeric, 3) AS due, status FROM performance WHERE indicator = 'SPENT' AND first_day BETWEEN '2025-07-01' AND '2026-06-30' AND last_day <= '2026-06-30' ORDER BY last_day, first_day;
-- Plain SQL: of the reports whose last day is within the target, the one with the latest.
SELECT count(*) AS compared, count(*) FILTER (WHERE p.actual IS DISTINCT FROM h.value) AS others FROM performance AS p LEFT JOIN LATERAL (
	SELECT a.value FROM actual AS a WHERE a.indicator = p.indicator AND a.last_day BETWEEN p.first_day AND p.last_day AND a.first_day >= '2025-07-01' ORDER BY a.last_day DESC, a.known_on DESC LIMIT 1
) AS h ON true WHERE p.indicator = 'SPENT' AND p.first_day BETWEEN '2025-07-01' AND '2026-06-30' AND p.last_day <= '2026-06-30';
-- Of one day what became known last counts, and what is withdrawn leaves the other; the history says the same.
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SPENT', 'ALL', '2025-12', 610, '2026-02-10'), ('SPENT', 'ALL', '2025-12', NULL, '2026-03-10');
SELECT known_on, period, actual, answered_by, status FROM status_history WHERE indicator = 'SPENT' AND last_day = '2025-12-31' AND first_day < '2025-12-01' ORDER BY period, known_on;
SELECT indicator, expected, reported, missing FROM coverage WHERE indicator = 'SPENT' AND year = (SELECT max(year) FROM coverage WHERE indicator = 'SPENT');

-- A highest value does not come back: within a ceiling it is on track until the year is over, and beyond it off track for good.
INSERT INTO target (indicator, place, period, goal, known_on) VALUES
	('HIGHEST', 'ALL', '2026-07..2027-06', '<= 1', '2026-06-30'), ('HIGHEST', 'ALL', '2025-07..2026-06', '<= 1.2', '2025-06-30'), ('HIGHEST', 'ALL', '2024-07..2025-06', '<= 1.2', '2024-06-30'), ('HIGHEST', 'ALL', '2026-07..2028-06', '<= 1 from 1.5', '2026-06-30'),
	('RECORD', 'ALL', '2026-07..2027-06', '>= 5', '2026-06-30'), ('RECORD', 'ALL', '2025-07..2026-06', '>= 5', '2025-06-30'),
	('LOWEST', 'ALL', '2026-07..2027-06', '>= 2', '2026-06-30'), ('LOWEST', 'ALL', '2025-07..2026-06', '>= 2', '2025-06-30'), ('LOWEST', 'ALL', '2024-07..2025-06', '>= -2', '2024-06-30'),
	('BAND', 'ALL', '2026-07..2027-06', '2..5', '2026-06-30'), ('BAND', 'ALL', '2025-07..2026-06', '2..5', '2025-06-30');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES
	('HIGHEST', 'ALL', '2026-Q3', 0.7, '2026-09-30'), ('HIGHEST', 'ALL', '2025-07..2026-06', 1.31, '2026-06-30'), ('HIGHEST', 'ALL', '2024-07..2025-06', 1.1, '2025-06-30'),
	('RECORD', 'ALL', '2026-Q3', 4.9, '2026-09-30'), ('RECORD', 'ALL', '2025-Q3', 5.2, '2025-09-30'),
	('LOWEST', 'ALL', '2026-Q3', 2.1, '2026-09-30'), ('LOWEST', 'ALL', '2025-Q3', 1.97, '2025-09-30'), ('LOWEST', 'ALL', '2024-07..2025-06', -1, '2025-06-30'),
	('BAND', 'ALL', '2026-Q3', 3, '2026-09-30'), ('BAND', 'ALL', '2025-Q3', 5.1, '2025-09-30');
SELECT indicator, period, goal, actual, expected AS due, round(achievement::numeric, 3) AS achieved, round(score::numeric, 3) AS score, status FROM performance WHERE kind IN ('peak', 'least') ORDER BY indicator, last_day;
SET tnplan.known_on = '2027-01-10';
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('HIGHEST', 'ALL', '2026-Q4', 1.05, '2027-01-05'), ('BAND', 'ALL', '2026-Q4', 1.9, '2027-01-05');
SELECT known_on, period, goal, actual, bound, status FROM status_history WHERE indicator = 'HIGHEST' AND first_day = '2026-07-01' ORDER BY period, known_on;
-- Bounds: what may be beyond is undecided, and what is beyond is not.
SELECT bound, value, goal, plan_bounded_status(value, goal::plan_goal, bound, CASE WHEN is_over THEN 1 ELSE 0.5 END, extreme => kind) AS status
FROM (VALUES ('>=', 0.9, '<= 1', 'peak', false), ('>', 1, '<= 1', 'peak', false), ('>=', 1, '<= 1', 'peak', false), ('<=', 0.9, '<= 1', 'peak', false), ('<=', 0.9, '<= 1', 'peak', true), ('~', 1.01, '<= 1', 'peak', true),
	('<=', 2.5, '>= 2', 'least', false), ('<', 2, '>= 2', 'least', false), ('=', 1, '<= 0', 'peak', false), ('=', 0, '<= 0', 'peak', false), ('=', -6, '<= -5', 'peak', false), ('=', -4, '<= -5', 'peak', false), (NULL, 3, '<= 5', 'peak', false),
	('=', NULL, '<= 5', 'peak', false), ('=', 1.6, '<= 1 from 1.5', 'peak', false), ('=', 1.4, '<= 1 from 1.5', 'peak', false), ('>=', 3, '2..5', 'peak', false), ('>', 5, '2..5', 'peak', false), ('=', 1.99, '2..5', 'peak', false)) AS v (bound, value, goal, kind, is_over);
-- By hand it is the same, from the share of the period that has passed.
SELECT kind, count(*) AS verdicts, count(DISTINCT status) AS different, count(*) FILTER (WHERE status <> plan_status(actual, goal::plan_goal, plan_elapsed(plan_period(first_day, last_day), figure_last_day), extreme => kind)::text) AS others, count(*) FILTER (WHERE status <> plan_status(actual, goal::plan_goal, expected)::text) AS "without extreme"
FROM performance WHERE kind IN ('peak', 'least') AND actual IS NOT NULL GROUP BY kind ORDER BY kind;
SELECT expected, plan_status(0.9, '<= 1', expected, extreme => 'peak') AS within, plan_status(1.1, '<= 1', expected, extreme => 'PEAK') AS beyond, plan_status(3, '>= 5', expected, extreme => 'peak') AS floor, plan_status(6, '>= 5', expected, extreme => 'peak') AS record,
	plan_status(3, '>= 5 from 1', expected, extreme => 'peak') AS "from baseline", plan_status(1.1, '>= 1', expected, extreme => 'least') AS least, plan_status(NULL, '<= 1', expected, extreme => 'peak') AS nothing, plan_status(0.9, '<= 1', expected, extreme => NULL) AS none
FROM unnest('{0,0.5,1,NULL}'::float8[]) AS expected;
SELECT plan_status(1, '<= 1', extreme => 'stock');
SELECT plan_status(1, '<= 1', 2, extreme => 'peak');
SELECT plan_bounded_status(1, '<= 1', '=', adds_up => true, extreme => 'peak');

-- What is due of a band is its nearest bound.
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('FLOW', 'ALL', '2026-07..2027-06', '450..650', '2026-06-30'), ('FLOW', 'ALL', '2025-07..2026-06', '-650..-450', '2025-06-30'), ('FLOW', 'ALL', '2024-07..2025-06', '-10..20', '2024-06-30');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'ALL', '2026-Q3', 118, '2026-09-30'), ('FLOW', 'ALL', '2025-Q3', -118, '2025-09-30'), ('FLOW', 'ALL', '2024-Q3', 1, '2024-09-30');
SELECT period, goal, actual, round(expected::numeric, 3) AS due, round(expected_value::numeric, 1) AS expected_value, status FROM pace WHERE indicator = 'FLOW' ORDER BY period;

-- A file brings no figure to date that begins before the year in which it ends.
CREATE TEMP TABLE lines (indicator text, period text, value text);
INSERT INTO lines VALUES ('SPENT', '9 months of 2026', '900'), ('SPENT', 'first half of FY2025', '640'), ('SPENT', 'first half of 2025', '1410'), ('SPENT', '2023-07..2025-06', '2608'), ('HIGHEST', '9 months of 2026', '0.5');
SELECT * FROM plan_load_actuals('ministry', 'lines', place => 'ALL', known_on => '2026-10-14', check_only => true);

SET search_path = public;
RESET tnplan.known_on;
CALL plan_drop_workspace('ministry', force => true);
