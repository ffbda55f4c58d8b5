-- Figures in another unit than that of their indicator, as figure_check finds them.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
SET extra_float_digits = 0;
CALL plan_create_workspace('units');
SET search_path = units, public;
\pset null '-'
INSERT INTO node (code, name) VALUES ('N', 'n');
INSERT INTO place (code, name) VALUES ('X', 'x'), ('Y', 'y');
INSERT INTO indicator (code, node, name, kind, direction, frequency) VALUES ('FLOW', 'N', 'f', 'flow', 'higher', 'month'), ('TO_DATE', 'N', 'c', 'cumulative', 'higher', 'month'), ('STOCK', 'N', 's', 'stock', 'higher', 'month'), ('RATE', 'N', 'r', 'average', 'within', 'year');
SELECT * FROM figure_check;
-- Against the nearest goal of the same period, of whatever basis; a withdrawn goal is none, and one of another period or place neither.
INSERT INTO target (indicator, place, basis, period, goal, known_on) VALUES ('FLOW', 'X', 'local', '2023', '>= 20', '2022-12-31'), ('FLOW', 'X', 'central', '2023', '>= 2000', '2022-12-31'), ('FLOW', 'X', 'local', '2022', '>= 7', '2021-12-31'), ('FLOW', 'X', 'local', '2021', '>= 0.07', '2020-12-31'),
	('FLOW', 'X', 'local', '2020', '>= 5', '2019-12-31'), ('FLOW', 'X', 'local', '2020', NULL, '2020-06-30'), ('FLOW', 'X', 'local', '2019', '>= 0', '2018-12-31'), ('FLOW', 'X', 'local', '2018', '>= -5', '2017-12-31'), ('RATE', 'X', 'local', '2023', '-8..-4', '2022-12-31');
CREATE VIEW found AS SELECT indicator, place, period, value, compared_with, compared_period AS of_period, compared_value AS than, ratio FROM figure_check ORDER BY indicator, place, first_day, last_day;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'X', '2023', 199999, '2024-01-31');
SELECT * FROM found;
UPDATE actual SET value = 200000;
SELECT * FROM found;
UPDATE actual SET value = 0.21;
SELECT * FROM found;
UPDATE actual SET value = 0.2;
SELECT * FROM found;
UPDATE actual SET value = 0;
SELECT * FROM found;
UPDATE actual SET value = -200000;
SELECT * FROM found;
UPDATE actual SET value = NULL;
SELECT * FROM found;
DELETE FROM actual;
-- Decimals on the line are on it, to either side.
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'X', '2022', 0.07, '2023-01-31'), ('FLOW', 'X', '2021', 7, '2022-01-31');
SELECT * FROM found;
DELETE FROM actual;
-- A goal of zero or of the other sign is none; signs are compared alike below zero.
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'X', '2019', 10000, '2020-01-31'), ('FLOW', 'X', '2018', -5000, '2019-01-31'), ('FLOW', 'X', '2020', 10100, '2021-01-31'), ('RATE', 'X', '2023', -0.01, '2024-01-31');
SELECT * FROM found;
DELETE FROM actual;
DELETE FROM target;
-- Without a goal, against the last figure before of a period of the same length, of whatever kind.
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT indicator, place, period, value, '2024-06-30' FROM unnest('{FLOW,TO_DATE,STOCK}'::text[]) AS indicator, (VALUES ('X', '2022', 5), ('X', '2023-01', 1000), ('X', '2023-02', 1000), ('X', '2023-03', 10), ('X', '2023-04', 11), ('X', '2023', 12000), ('Y', '2023', 5)) AS v (place, period, value);
SELECT * FROM found;
-- With a zero nothing is compared; what was withdrawn is skipped, and what was corrected is as it is now.
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'X', '2023-02', 0, '2024-07-31' FROM indicator WHERE code <> 'RATE';
SELECT * FROM found WHERE of_period LIKE '2023-0%';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'X', '2023-02', NULL, '2024-08-31' FROM indicator WHERE code <> 'RATE';
SELECT * FROM found WHERE of_period LIKE '2023-0%';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'X', p, 12, '2024-09-30' FROM indicator, unnest('{2023-01,2023-02,2023}'::text[]) AS p WHERE code <> 'RATE';
SELECT * FROM found;
SET tnplan.known_on = '2024-06-30';
SELECT count(*) AS "as was known before" FROM found;
RESET tnplan.known_on;
-- By hand, of figures that go up and down, in plain SQL.
DELETE FROM actual;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i, p, y || '-' || to_char(m, 'FM00'), round((10 ^ (n * 7919 % 6007 / 1000.0 - 3))::numeric, 3) * CASE WHEN n % 5 = 0 THEN -1 ELSE 1 END, '2024-12-31' FROM unnest('{FLOW,STOCK}'::text[]) WITH ORDINALITY AS i (i, k), unnest('{X,Y}'::text[]) WITH ORDINALITY AS p (p, l), generate_series(2014, 2023) AS y, generate_series(1, 12) AS m, LATERAL (SELECT k * 240 + l * 120 + (y - 2014) * 12 + m AS n) AS n;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT indicator, place, period, '>= ' || round(value::numeric * 70, 3), '2012-12-31' FROM actual WHERE value > 0.5 AND id % 3 = 0;
INSERT INTO target (indicator, place, basis, period, goal, known_on) SELECT indicator, place, 'central', period, '>= ' || round(value::numeric / 130, 3), '2012-12-31' FROM actual WHERE value > 0.5 AND id % 5 = 0;
CREATE VIEW by_hand AS WITH compared AS (
	SELECT a.*, (SELECT t.target FROM target AS t WHERE (t.indicator, t.place, t.period) = (a.indicator, a.place, a.period) AND t.target * a.value > 0 ORDER BY abs(ln(t.target / a.value)) LIMIT 1) AS goal, lag(a.value) OVER (PARTITION BY a.indicator, a.place ORDER BY a.first_day) AS earlier FROM known_actual AS a WHERE a.value IS NOT NULL
)
SELECT indicator, place, period, value / coalesce(goal, earlier) AS ratio FROM compared WHERE coalesce(goal, earlier) * value > 0 AND (abs(value / coalesce(goal, earlier)) >= 100 OR abs(coalesce(goal, earlier) / value) >= 100);
SELECT count(*) > 50 AS many, count(*) FILTER (WHERE h.ratio IS NULL OR f.ratio IS NULL OR abs(h.ratio / f.ratio - 1) > 1e-9) AS different, count(DISTINCT compared_with) AS ways FROM by_hand AS h FULL JOIN figure_check AS f USING (indicator, place, period);
-- The same where some were withdrawn, and some of these are there again.
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, NULL, '2025-01-31' FROM actual WHERE id % 4 = 0;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, 700, '2025-02-28' FROM actual WHERE known_on = '2025-01-31' AND id % 3 = 0;
SELECT count(*) > 50 AS many, count(*) FILTER (WHERE h.ratio IS NULL OR f.ratio IS NULL OR abs(h.ratio / f.ratio - 1) > 1e-9) AS different, count(DISTINCT compared_with) AS ways FROM by_hand AS h FULL JOIN figure_check AS f USING (indicator, place, period);
DROP VIEW by_hand;
-- Years of the calendar of the workspace.
DELETE FROM actual;
DELETE FROM target;
UPDATE setting SET calendar = 'year from 1 July', term = 'FY2023-FY2025';
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('FLOW', 'X', '2022-07..2023-06', '>= 3', '2022-01-31');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'X', '2022-07..2023-06', 3000, '2024-01-31'), ('FLOW', 'X', '2023-07..2024-06', 3, '2024-08-31');
SELECT indicator, period, year, value, compared_with, compared_period, compared_value, ratio FROM figure_check ORDER BY first_day;
SELECT count(*) FROM figure_check WHERE year = 2024;
DROP VIEW found;
RESET search_path;
\pset null ''
CALL plan_drop_workspace('units', force => true);
