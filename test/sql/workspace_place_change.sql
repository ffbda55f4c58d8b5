-- What places become: shares that meet again are added, and a way back is followed by its days.
\set SHOW_CONTEXT never
CALL plan_create_workspace('changes');
SET search_path = changes, public;
SET tnplan.known_on = '2024-06-30';
INSERT INTO node (code, name) VALUES ('P', 'plan');
INSERT INTO place (code, name, valid_until) SELECT code, code, CASE WHEN code IN ('A', 'B', 'C', 'G') THEN '2020-12-31'::date END FROM unnest('{A,B,C,D,E,F,G,H,I,J,K}'::text[]) AS code;
INSERT INTO indicator (code, node, name, across) VALUES ('S', 'P', 's', 'sum'), ('M', 'P', 'm', 'mean');
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i, p, '2019', 100, '2020-01-31' FROM unnest('{S,M}'::text[]) AS i, unnest('{A,E,G}'::text[]) AS p;
UPDATE place SET valid_from = '2020-01-01' WHERE code IN ('B', 'C', 'D', 'F', 'H', 'I');
INSERT INTO place_change (place, became, changed_on, share) VALUES
	('A', 'B', '2020-01-01', 0.5), ('A', 'C', '2020-01-01', 0.5), ('B', 'D', '2020-07-01', 1), ('C', 'D', '2021-01-01', 1),
	('E', 'F', '2020-01-01', 1), ('F', 'E', '2022-01-01', 1), ('E', 'J', '2024-01-01', 0.25), ('E', 'K', '2024-01-01', 0.75),
	('G', 'H', '2020-01-01', 0.1), ('G', 'I', '2021-01-01', 0.9);
SELECT place, today, share FROM place_today ORDER BY place, today;
SELECT indicator, place, period, bound, value, figures FROM figure_today ORDER BY indicator, place;
SET tnplan.known_on = '2021-06-30';
SELECT place, today, share FROM place_today WHERE place IN ('E', 'F', 'G') ORDER BY place, today;
SET tnplan.known_on = '2022-06-30';
SELECT place, today, share FROM place_today WHERE place IN ('E', 'F', 'G') ORDER BY place, today;
SET tnplan.known_on = '2024-06-30';
-- Thirds are a whole.
BEGIN;
INSERT INTO place_change (place, became, changed_on, share) SELECT 'D', became, '2021-06-01', 1.0 / 3 FROM unnest('{H,I,J}'::text[]) AS became;
INSERT INTO place_change (place, became, changed_on) SELECT place, 'K', '2021-07-01' FROM unnest('{H,I,J}'::text[]) AS place;
SELECT place, today, share FROM place_today WHERE today = 'K' ORDER BY place;
ROLLBACK;
-- No more of a place than it is, as long as it was not there again.
INSERT INTO place_change (place, became, changed_on, share) VALUES ('D', 'H', '2023-01-01', 0.9), ('D', 'I', '2023-01-01', 0.9);
INSERT INTO place_change (place, became, changed_on, share) VALUES ('G', 'J', '2022-01-01', 0.1);
UPDATE place_change SET share = 0.2 WHERE became = 'H';
UPDATE place_change SET changed_on = '2021-12-31' WHERE place = 'E' AND became = 'J';
-- So too where the row goes by which a place was there again, and where a new one makes it there in between.
INSERT INTO place (code, name) SELECT code, code FROM unnest('{U,V,W,X}'::text[]) AS code;
INSERT INTO place_change (place, became, changed_on) VALUES ('U', 'V', '2020-01-01'), ('V', 'U', '2022-01-01'), ('U', 'W', '2023-01-01');
DELETE FROM place_change WHERE place = 'V' AND became = 'U';
UPDATE place_change SET became = 'X' WHERE place = 'V' AND became = 'U';
UPDATE place_change SET changed_on = '2024-01-01' WHERE place = 'V' AND became = 'U';
SELECT place, today, share FROM place_today WHERE place IN ('U', 'V', 'X') ORDER BY place;
DELETE FROM place_change WHERE 'U' IN (place, became);
SELECT count(*) FROM place_change WHERE place IN ('U', 'V', 'X');
-- No round within a day, and no way without an end.
INSERT INTO place_change (place, became, changed_on) VALUES ('H', 'I', '2023-01-01'), ('I', 'J', '2023-01-01'), ('J', 'H', '2023-01-01');
BEGIN;
INSERT INTO place_change (place, became, changed_on) VALUES ('H', 'I', '2023-01-01'), ('I', 'J', '2023-01-01'), ('J', 'H', '2023-01-02');
SELECT place, today, share FROM place_today WHERE place IN ('H', 'I', 'J') ORDER BY place;
ROLLBACK;
BEGIN;
INSERT INTO place (code, name) SELECT 'N' || n, n FROM generate_series(0, 101) AS n;
INSERT INTO place_change (place, became, changed_on) SELECT 'N' || n, 'N' || n + 1, '2000-01-01'::date + n FROM generate_series(0, 99) AS n;
SELECT today FROM place_today WHERE place = 'N0';
SAVEPOINT a;
INSERT INTO place_change (place, became, changed_on) VALUES ('N100', 'N101', '2001-01-01');
ROLLBACK TO a;
INSERT INTO place_change (place, became, changed_on) VALUES ('N101', 'N0', '1999-01-01');
ROLLBACK TO a;
-- Those that came in can be written again, together too, and two chains are joined as one.
UPDATE place_change SET note = 'x' WHERE place ~ '^N';
DELETE FROM place_change WHERE place IN ('N0', 'N50');
INSERT INTO place_change (place, became, changed_on) VALUES ('N100', 'N101', '2001-01-01');
SAVEPOINT b;
INSERT INTO place_change (place, became, changed_on) VALUES ('N50', 'N51', '2000-02-20');
INSERT INTO place_change (place, became, changed_on) VALUES ('N0', 'N1', '2000-01-01');
ROLLBACK TO b;
INSERT INTO place_change (place, became, changed_on) VALUES ('N0', 'N1', '2000-01-01');
INSERT INTO place_change (place, became, changed_on) VALUES ('N50', 'N51', '2000-02-20');
ROLLBACK;
-- Places and their codes change as before.
UPDATE place SET code = 'A-' || code;
SELECT place, became FROM place_change ORDER BY place, became;
-- A place that gives a part away keeps the rest, and what it reports from that day on is of the rest.
DELETE FROM actual;
DELETE FROM place_change;
UPDATE place SET code = substr(code, 3), valid_from = NULL, valid_until = NULL;
INSERT INTO indicator (code, node, name, kind, across) VALUES ('T', 'P', 't', 'stock', 'sum'), ('X', 'P', 'x', 'flow', 'max'), ('N', 'P', 'n', 'flow', 'min');
INSERT INTO place_change (place, became, changed_on, share) VALUES ('A', 'B', '2020-07-01', 0.3), ('C', 'A', '2021-01-01', 1), ('A', 'D', '2022-01-01', 0.5), ('A', 'E', '2023-01-01', 0.25), ('E', 'F', '2023-01-01', 1);
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i, p, y::text, 100, '2024-01-31' FROM unnest('{S,T}'::text[]) AS i, unnest('{A,B}'::text[]) AS p, generate_series(2019, 2023) AS y;
SELECT place, today, share FROM place_today WHERE place <> today OR share <> 1 ORDER BY place, today;
SELECT place, valid_from, valid_until, today, share FROM place_became WHERE place IN ('A', 'B', 'C', 'E') ORDER BY place, valid_from NULLS FIRST, today;
SELECT indicator, period, place, bound, value, figures, places FROM figure_today ORDER BY indicator, period, place;
SET tnplan.known_on = '2020-12-31';
SELECT place, valid_from, valid_until, today, share FROM place_became WHERE place IN ('A', 'B', 'C', 'E') ORDER BY place, valid_from NULLS FIRST, today;
SET tnplan.known_on = '2024-06-30';
-- A place that ended and gave less than the whole is itself with the rest.
UPDATE place SET valid_until = '2020-12-31' WHERE code = 'G';
INSERT INTO place_change (place, became, changed_on, share) VALUES ('G', 'H', '2021-01-01', 0.75);
SELECT place, today, share FROM place_today WHERE place = 'G' ORDER BY today;

-- All places that were there on a day that is due count, also those that ended in between.
DELETE FROM actual;
DELETE FROM place_change;
UPDATE place SET valid_until = '2023-06-30' WHERE code IN ('A', 'B');
UPDATE place SET valid_from = '2023-07-01' WHERE code = 'C';
INSERT INTO indicator (code, node, name, kind, across) VALUES ('F', 'P', 'f', 'first', 'sum');
INSERT INTO place_change (place, became, changed_on) VALUES ('A', 'C', '2023-07-01'), ('B', 'C', '2023-07-01');
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'A', '2023', 50, '2024-01-31' FROM indicator;
SELECT indicator, place, period, bound, value, figures, places FROM figure_today ORDER BY indicator;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'C', '2023', 70, '2024-01-31' FROM indicator;
SELECT indicator, place, period, bound, value, figures, places FROM figure_today ORDER BY indicator;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'B', '2023', 60, '2024-01-31' FROM indicator;
SELECT indicator, place, period, bound, value, figures, places FROM figure_today ORDER BY indicator;

-- Ways that multiply: each of ten places is divided in four, which become the next one a day later.
BEGIN;
INSERT INTO place (code, name) SELECT 'D' || i || p, p FROM generate_series(0, 10) AS i, unnest('{a,b,c,d,e}'::text[]) AS p;
INSERT INTO place_change (place, became, changed_on, share) SELECT 'D' || i || 'a', 'D' || i || p, '2000-01-01'::date + 2 * i, 0.25 FROM generate_series(0, 9) AS i, unnest('{b,c,d,e}'::text[]) AS p;
INSERT INTO place_change (place, became, changed_on) SELECT 'D' || i || p, 'D' || i + 1 || 'a', '2000-01-01'::date + 2 * i + 1 FROM generate_series(0, 9) AS i, unnest('{b,c,d,e}'::text[]) AS p;
SET LOCAL statement_timeout = '20s';
SELECT today, share, count(*) FROM place_today WHERE place LIKE 'D_%' GROUP BY today, share ORDER BY count(*) DESC LIMIT 1;
ROLLBACK;
RESET search_path;
RESET tnplan.known_on;
CALL plan_drop_workspace('changes', force => true);
