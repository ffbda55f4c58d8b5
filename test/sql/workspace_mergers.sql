-- Places that were merged, as the place above them, its target and the place of today see them.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('mergers');
SET search_path = mergers, public;
SET tnplan.known_on = '2026-02-15';
UPDATE setting SET term = '2021-2030';
INSERT INTO node (code, name) VALUES ('P', 'plan');
INSERT INTO place (code, parent, name, valid_until) VALUES ('R', NULL, 'Region', NULL), ('X', 'R', 'x', '2025-06-30'), ('Y', 'R', 'y', NULL);
INSERT INTO place (code, parent, name, valid_from) VALUES ('Z', 'R', 'z', '2025-07-01');
INSERT INTO place_change (place, became, changed_on) VALUES ('X', 'Y', '2025-07-01');
INSERT INTO indicator (code, node, name, kind, across) SELECT kind || ' ' || across, 'P', kind, kind, across FROM unnest('{stock,first,flow}'::text[]) AS kind, unnest('{sum,max}'::text[]) AS across;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'R', '2025', '>= 100', '2024-12-31' FROM indicator;

-- The figure of a day on which its place is not there counts for none above: the stock of the year of X, the first value of Z.  A flow is of all days.
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, v.place, '2025', v.value, '2026-01-10' FROM indicator AS i, (VALUES ('X', 330), ('Y', 192), ('Z', 700)) AS v (place, value);
SELECT indicator, place, is_own, value, bound, figures, places_covered AS of_these, places FROM place_figure WHERE place = 'R' OR place = 'X' AND indicator LIKE 'stock%' ORDER BY indicator, place;
SELECT indicator, actual, bound, figures, places_covered AS of_these, places FROM performance ORDER BY indicator;
SELECT indicator, value, bound, figures, places FROM figure_today WHERE place = 'Y' ORDER BY indicator;
-- Without another one there is none.
DELETE FROM actual WHERE place <> 'X';
SELECT indicator, place, is_own, value FROM place_figure ORDER BY indicator, place;
SELECT indicator, actual, status FROM performance ORDER BY indicator;
SELECT indicator, place, value FROM figure_today ORDER BY indicator;
-- It does not stand for what is there below it either, and the place above counts that.
UPDATE place SET parent = 'X' WHERE code = 'Z';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'Z', '2025', 7, '2026-01-10' FROM indicator WHERE kind = 'stock';
SELECT indicator, place, is_own, value, figures, places_covered AS of_these, places FROM place_figure WHERE indicator LIKE 'stock%' ORDER BY indicator, place;
SELECT indicator, actual, figures, places_covered AS of_these, places FROM performance WHERE indicator LIKE 'stock%' ORDER BY indicator;
UPDATE place SET parent = 'R' WHERE code = 'Z';
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
RESET search_path;
RESET tnplan.known_on;
CALL plan_drop_workspace('mergers', force => true);
RESET DateStyle;
