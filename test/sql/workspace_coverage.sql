-- What is missing where places below answer for one with a target: each that is late has a row of its own, and the place has what all have sent.
CALL plan_create_workspace('shops');
SET search_path = shops, public;
SET tnplan.known_on = '2024-02-15';
UPDATE setting SET term = '2023', language = 'en';
INSERT INTO node (code, name) VALUES ('P', 'plan');
INSERT INTO place (code, parent, name, valid_from) VALUES ('HEAD', NULL, 'Head', NULL), ('WEST', 'HEAD', 'West', NULL), ('EAST', 'HEAD', 'East', NULL), ('NORTH', 'HEAD', 'North', NULL), ('N1', 'NORTH', 'North 1', NULL), ('N2', 'NORTH', 'North 2', '2023-07-01'), ('SOUTH', 'HEAD', 'South', NULL), ('S1', 'SOUTH', 'South 1', NULL);
INSERT INTO indicator (code, node, name, kind, frequency, across) VALUES ('SALES', 'P', 'Sales', 'flow', 'quarter', 'sum'), ('OWN', 'P', 'Not added up', 'flow', 'quarter', 'none'), ('QUIET', 'P', 'Nobody reports it', 'flow', 'quarter', 'sum'), ('BOTH', 'P', 'Targets of both', 'flow', 'quarter', 'sum');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'HEAD', '2023', '>= 100', '2022-12-31' FROM indicator;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('BOTH', 'WEST', '2023', '>= 10', '2022-12-31'), ('BOTH', 'EAST', '2023', '>= 10', '2022-12-31');
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i, p, '2023-Q' || q, 1, '2024-01-10' FROM (VALUES ('SALES', 'WEST', '{1,2,3}'), ('SALES', 'EAST', '{1,2,3,4}'), ('SALES', 'N1', '{1,2,3,4}'), ('SALES', 'N2', '{3,4}'), ('SALES', 'SOUTH', '{1,2,4}'), ('OWN', 'WEST', '{1}'), ('BOTH', 'HEAD', '{1,2}'), ('BOTH', 'EAST', '{1}')) AS v (i, p, qs), unnest(qs::int[]) AS q;
SELECT indicator, place, expected, reported, missing, first_missing, last_reported FROM coverage ORDER BY indicator, place;
SELECT answered_by, places_covered, places, bound, status FROM performance WHERE indicator = 'SALES';
-- One statement, and conditions reach it: West has not sent its fourth quarter.
SELECT place_name, first_missing FROM coverage WHERE indicator = 'SALES' AND place = 'WEST' AND year = 2023;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SALES', 'WEST', '2023-Q4', 1, '2024-02-01'), ('SALES', 'SOUTH', '2023-Q3', 1, '2024-02-01');
SELECT place, expected, reported, missing, last_reported FROM coverage WHERE indicator = 'SALES' ORDER BY place;
-- A figure of its own of another period leaves due what branches report.
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SALES', 'HEAD', '2023', 100, '2024-02-10');
SELECT place, expected, reported, missing, first_missing FROM coverage WHERE indicator = 'SALES' ORDER BY place;
-- Of a quarter that it has reported itself they are not due any more, unless they have targets.
DELETE FROM actual WHERE indicator = 'SALES' AND place IN ('WEST', 'SOUTH') AND period IN ('2023-Q3', '2023-Q4');
SELECT place, expected, reported, missing, first_missing FROM coverage WHERE indicator = 'SALES' ORDER BY place;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SALES', 'HEAD', '2023-Q4', 20, '2024-02-10');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('SALES', 'SOUTH', '2023', '>= 10', '2022-12-31');
SELECT place, expected, reported, missing, first_missing FROM coverage WHERE indicator = 'SALES' ORDER BY place;
SELECT place, expected, reported, missing, first_missing FROM coverage WHERE indicator = 'SALES' AND place = 'WEST';
-- Whoever reports every quarter, or has places below that all have targets, answers alone.
INSERT INTO actual (indicator, place, period, value, known_on) SELECT 'SALES', 'HEAD', '2023-Q' || q, 20, '2024-02-11' FROM generate_series(1, 3) AS q;
SELECT indicator, place, expected, reported, missing FROM coverage WHERE indicator IN ('SALES', 'BOTH') ORDER BY indicator, place;
-- Of a place that was there from February to August: figures of days on which it was there.
INSERT INTO place (code, name, valid_from, valid_until) VALUES ('FAIR', 'Fair', '2023-02-15', '2023-08-15');
INSERT INTO indicator (code, node, name, kind, frequency) VALUES ('SOLD', 'P', 'Sold', 'flow', 'quarter'), ('STAFF', 'P', 'Staff', 'stock', 'quarter'), ('OPENING', 'P', 'Opening staff', 'first', 'quarter');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i, 'FAIR', '2023', '>= 1', '2022-12-31' FROM unnest('{SOLD,STAFF,OPENING}'::text[]) AS i;
SELECT indicator, expected, first_missing FROM coverage WHERE place = 'FAIR' ORDER BY indicator;
RESET search_path;
RESET tnplan.known_on;
CALL plan_drop_workspace('shops', force => true);
