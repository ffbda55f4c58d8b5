-- The page of a closed period says as of which day it is closed, by whom, and what is known since; what is new is told until something newer comes.
CALL plan_create_workspace('city');
CREATE FUNCTION pg_temp.text_of(page text) RETURNS TABLE (n bigint, line text) LANGUAGE sql AS $$
	SELECT row_number() OVER (ORDER BY ordinality), line FROM regexp_split_to_table(regexp_replace(regexp_replace(regexp_replace(page, '<style>.*?</style>', '', 'g'), '</?(p|li|tr|td|th|h[1-6]|section|summary|i|br)\y[^>]*>', E'\n', 'g'), '<[^>]*>', '', 'g'), '\n') WITH ORDINALITY AS t (line, ordinality) WHERE line ~ '\S'
$$;
CREATE FUNCTION pg_temp.section(page text, heading text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT line FROM pg_temp.text_of(substring(page FROM '<section><h2>' || heading || '.*')) WHERE n <= (SELECT count(*) FROM pg_temp.text_of(substring(page FROM '(<section><h2>' || heading || '.*?)</section>')))
$$;
SET search_path = city, public;
UPDATE setting SET title = 'City', title_en = 'City', term = '2022-07..2025-06', calendar = 'year from July', language = 'en';
INSERT INTO node (code, name) VALUES ('N', 'Climate');
INSERT INTO place (code, name) VALUES ('C', 'The city');
INSERT INTO indicator (code, node, name, unit, kind, direction) VALUES ('TREES', 'N', 'Trees', 'trees', 'flow', 'higher'), ('WASTE', 'N', 'Waste', 't', 'flow', 'within'), ('BUSES', 'N', 'Buses', 'buses', 'stock', 'higher'), ('OLD', 'N', 'Older', '', 'stock', 'higher');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i, 'C', p, g, '2022-07-01' FROM (VALUES ('TREES', '2023-07..2024-06', '>= 100'), ('WASTE', '2023-07..2024-06', '40..60'), ('TREES', '2024-07..2025-06', '>= 100'), ('WASTE', '2024-07..2025-06', '40..60'), ('BUSES', '2024-07..2025-06', '>= 20'), ('OLD', '2024-07..2025-06', '>= 1')) AS v (i, p, g);
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('TREES', 'C', '2023-07..2024-06', 90, '2024-08-01'), ('WASTE', 'C', '2023-07..2024-06', 50, '2024-08-01'), ('WASTE', 'C', '2024-07..2024-12', 26, '2025-01-10');
SELECT plan_close_period('city', 'FY2024', '2024-09-30', 'Council meeting') AS verdicts;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('TREES', 'C', '2023-07..2024-06', 105, '2024-10-15');
UPDATE indicator SET name = 'Trees planted' WHERE code = 'TREES';
UPDATE place SET name = 'The new city' WHERE code = 'C';

-- Of the closed year alone, of the whole term, and before it was closed.
\pset tuples_only on
\pset format unaligned
SELECT replace(line, CURRENT_USER, 'somebody') FROM pg_temp.text_of(plan_report('city', 'FY2024', '2025-02-01')) WHERE n <= 5;
SELECT replace(line, CURRENT_USER, 'somebody') FROM pg_temp.text_of(plan_report('city', 'FY2024', '2025-02-01', 'vi')) WHERE n <= 5;
SELECT replace(line, CURRENT_USER, 'somebody') FROM pg_temp.text_of(plan_report('city', 'FY2024', '2024-10-01')) WHERE n <= 5;
SELECT line FROM pg_temp.text_of(plan_report('city', 'FY2024', '2024-09-29')) WHERE n <= 4;
SELECT line FROM pg_temp.text_of(plan_report('city', as_of => '2025-02-01')) WHERE n <= 12;
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2024-06-30'), 'The plan') AS line;

-- A term whose targets are of a closed and of an open year.
BEGIN;
UPDATE setting SET term = '2022-07..2026-06';
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('OLD', 'C', '2022-07..2026-06', '>= 5', '2022-07-01');
SELECT replace(line, CURRENT_USER, 'somebody') FROM pg_temp.text_of(plan_report('city', as_of => '2024-06-30')) WHERE n <= 3;
DELETE FROM target WHERE period_name = '2024-07..2025-06' AND indicator = 'OLD';
SELECT plan_reopen_period('city', 'FY2024') AS verdicts;
SELECT plan_close_period('city', 'FY2024', '2024-06-30', early => true) AS verdicts;
SELECT replace(line, CURRENT_USER, 'somebody') FROM pg_temp.text_of(plan_report('city', as_of => '2024-06-30')) WHERE line ~ 'clos|As known';
ROLLBACK;

-- Days after a publication it is told still; with the next it is not. What is withdrawn is told too.
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2025-02-01'), 'Changes') AS line;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('OLD', 'C', '2024-07..2025-06', NULL, '2025-02-15');
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2025-02-20'), 'Changes') AS line;
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2025-02-20', language => 'vi'), 'Thay') AS line;
-- A part of a band has the unit of both edges.
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2025-02-20'), 'The plan') AS line WHERE line ~ 'due by';

-- One year is one year, and none is not told.
INSERT INTO milestone (code, node, name, due, reached, known_on) VALUES ('1', 'N', 'One year ahead', '2024-09', '2024-05', '2024-06-01'), ('2', 'N', 'Same fiscal year', '2025-03', '2024-09', '2024-10-01'), ('3', 'N', 'One year late', '2023-06', '2023-09', '2023-10-01'), ('4', 'N', 'Two years ahead', '2025-01', '2023-06', '2023-07-01');
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2025-02-20'), 'Milestones') AS line;

-- Changes of milestones: moved, reached, late since, new, moved out of the term and into it; not those that stay, or are of no term.
BEGIN;
DELETE FROM milestone;
INSERT INTO milestone (code, node, name, due, reached, known_on) VALUES ('A', 'N', 'Moved', '2025-03', NULL, '2024-01-01'), ('B', 'N', 'Reached', '2025-03', NULL, '2024-01-01'), ('C', 'N', 'Overdue', '2025-01', NULL, '2024-01-01'), ('D', 'N', 'Moved out', '2025-05', NULL, '2024-01-01'), ('E', 'N', 'Moved in', '2026-05', NULL, '2024-01-01'), ('F', 'N', 'Stays', '2025-05', NULL, '2024-01-01'), ('G', 'N', 'Of no term', '2026-05', NULL, '2024-01-01'), ('I', 'N', 'Renamed', '2025-05', NULL, '2024-01-01');
INSERT INTO milestone (code, node, name, name_en, due, reached, known_on) VALUES ('A', 'N', 'Moved', NULL, '2025-06', NULL, '2025-02-10'), ('B', 'N', 'Reached', NULL, '2025-03', '2024-01', '2025-02-10'), ('D', 'N', 'Moved out', NULL, '2025-09', NULL, '2025-02-10'), ('E', 'N', 'Moved in', NULL, '2025-04', NULL, '2025-02-10'), ('G', 'N', 'Of no term', NULL, '2026-06', NULL, '2025-02-10'), ('H', 'N', 'New', 'New one', '2025-04', NULL, '2025-02-10'), ('I', 'N', 'With another name', NULL, '2025-05', NULL, '2025-02-10');
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2025-02-20', since => '2025-01-15'), 'Changes') AS line;
SELECT line FROM pg_temp.section(plan_report('city', as_of => '2025-02-20', since => '2025-01-15', language => 'vi'), 'Thay') WITH ORDINALITY AS t (line, n) WHERE line ~ 'Moved' OR n BETWEEN 2 AND 4 OR line ~ 'mốc|hạn';
SELECT plan_report('city', as_of => '2025-02-20', since => '2025-02-19') ~ 'Nothing has changed' AS "no change";
ROLLBACK;
\pset format aligned
\pset tuples_only off

-- Names are those of today, of what is closed and of what is not.
SELECT indicator, indicator_name, place_name, is_closed FROM performance ORDER BY indicator, first_day;
RESET search_path;
CALL plan_drop_workspace('city', force => true);

-- Verdicts of a closed year stay with the node that they were closed in, and with their weight, wherever their indicators go.
\pset format aligned
\pset tuples_only off
CALL plan_create_workspace('moved');
SET search_path = moved, public;
UPDATE setting SET term = '2023', language = 'en';
INSERT INTO node (code, parent, name, weight) VALUES ('R', NULL, 'Root', 1), ('A', 'R', 'Light', 1), ('B', 'R', 'Heavy', 3);
INSERT INTO place (code, name) VALUES ('P', 'p');
INSERT INTO indicator (code, node, name, kind) VALUES ('I1', 'A', 'i1', 'flow'), ('I2', 'B', 'i2', 'flow'), ('I3', 'B', 'i3', 'flow');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'P', '2023', '>= 100', '2022-12-01' FROM indicator;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('I1', 'P', '2023', 100, '2024-01-05'), ('I2', 'P', '2023', 50, '2024-01-05'), ('I3', 'P', '2023', 10, '2024-01-05');
SELECT plan_close_period('moved', '2023', '2024-01-31') AS verdicts;
CREATE TEMP TABLE before AS SELECT plan_report('moved', as_of => '2024-02-15') AS page;
SELECT score, (SELECT score FROM scorecard WHERE node = 'R') AS of_root FROM overall_score;
UPDATE indicator SET node = 'A', weight = 9 WHERE code = 'I3';
SELECT score, (SELECT score FROM scorecard WHERE node = 'R') AS of_root FROM overall_score;
SELECT plan_report('moved', as_of => '2024-02-15') = page AS is_same FROM before;
RESET search_path;
CALL plan_drop_workspace('moved', force => true);
