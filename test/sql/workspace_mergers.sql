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

-- The target of the place above in the year of a merger.  What Y reports of days before and behind it may have what X reported: that of X counts as withdrawn from the day on which that of Y is known.
INSERT INTO indicator (code, node, name, kind, across) SELECT CASE WHEN across = 'sum' THEN kind ELSE kind || ' ' || across END, 'P', kind, kind, across FROM unnest('{flow,cumulative,average,peak,stock}'::text[]) AS kind, unnest('{sum,mean,max}'::text[]) AS across WHERE kind IN ('flow', 'cumulative') OR across = 'sum';
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R', p, '>= 2000', '2024-12-31' FROM indicator AS i, unnest('{2025,2025-H1}'::text[]) AS p;
UPDATE place SET parent = NULL WHERE code = 'Z';
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, v.place, CASE WHEN i.kind = 'cumulative' THEN v.month ELSE v.period END, v.value, v.known_on FROM indicator AS i,
	(VALUES ('X', '2025-H1', '2025-06', 330, date '2025-07-10'), ('Y', '2025-H1', '2025-06', 800, '2025-07-12'), ('Y', '2025-01..2025-09', '2025-09', 1400, '2025-10-10'), ('Y', '2025', '2025-12', 1920, '2026-01-10')) AS v (place, period, month, value, known_on);
CREATE TEMP VIEW answer AS SELECT indicator, period, bound, actual, figure_last_day, figures, places_covered AS of_these, places, round(coverage::numeric, 2) AS coverage, is_complete, figure_known_on FROM performance;
SELECT * FROM answer ORDER BY indicator, period;
SELECT indicator, period, known_on, bound, actual, round(coverage::numeric, 2) AS coverage FROM status_history WHERE known_on > '2025-01-01' AND indicator IN ('cumulative', 'flow', 'stock') ORDER BY indicator, period, known_on;
SELECT indicator, value, bound, places_covered AS of_these, places FROM place_figure WHERE place = 'R' AND period = '2025' AND NOT is_own ORDER BY indicator;
-- Months before and behind the merger add up, and so does what X reports of as many days as Y: all of its year, or that it is in the figure of Y.
BEGIN;
DELETE FROM actual WHERE place = 'Y' AND last_day - first_day > 200 AND indicator LIKE 'flow%';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'Y', '2025-H2', 1120, '2026-01-10' FROM indicator WHERE kind = 'flow';
SELECT * FROM answer WHERE indicator LIKE 'flow%' AND period = '2025' ORDER BY indicator;
ROLLBACK;
BEGIN;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'X', '2025', CASE kind WHEN 'flow' THEN 0 ELSE 330 END, '2026-01-20' FROM indicator WHERE kind IN ('flow', 'cumulative');
SELECT * FROM answer WHERE indicator IN ('flow', 'cumulative') AND period = '2025' ORDER BY indicator;
SELECT indicator, bound, value, places_covered AS of_these, places FROM place_figure WHERE place = 'R' AND period = '2025' AND indicator IN ('flow', 'cumulative') ORDER BY indicator;
ROLLBACK;
-- A figure of Y that is taken back gives that of X back; what becomes known of X later, for the same days, is superseded as well.
BEGIN;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, NULL, date '2026-01-15' + EXTRACT(month FROM last_day)::int FROM actual WHERE place = 'Y' AND last_day > '2025-07-01' AND indicator IN ('cumulative', 'flow');
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, 340, '2025-11-11' FROM actual WHERE place = 'X' AND indicator IN ('cumulative', 'flow');
SELECT known_on, indicator, bound, actual FROM status_history WHERE known_on > '2025-07-11' AND indicator IN ('cumulative', 'flow') AND period = '2025' ORDER BY indicator, known_on;
SELECT * FROM answer WHERE indicator IN ('cumulative', 'flow') AND period = '2025' ORDER BY indicator;
ROLLBACK;
-- Not where X is there for longer, its change is of another time, or Y is not below the place.  By way of another one and in part it is what X became.
CREATE TEMP TABLE outcome (n int, said text, actual float8, bound text);
DO $$
DECLARE
	r record;
BEGIN
	FOR r IN SELECT * FROM (VALUES
		(1, 'as it is', '{}'::text[]),
		(2, 'X is there', '{"UPDATE place SET valid_until = NULL WHERE code = ''X''"}'),
		(3, 'X is there until the last day', '{"UPDATE place SET valid_until = ''2025-12-31'' WHERE code = ''X''"}'),
		(4, 'no change', '{"DELETE FROM place_change"}'),
		(5, 'part of it before the year', '{"UPDATE place_change SET changed_on = ''2024-07-01'', share = 0.3"}'),
		(6, 'a change to come', '{"UPDATE place_change SET changed_on = ''2026-01-01''"}'),
		(7, 'a part of it', '{"UPDATE place_change SET share = 0.3"}'),
		(8, 'by way of Z', '{"UPDATE place_change SET became = ''Z''","INSERT INTO place_change (place, became, changed_on) VALUES (''Z'', ''Y'', ''2025-10-01'')"}'),
		(9, 'by way of Z, before', '{"UPDATE place_change SET became = ''Z''","INSERT INTO place_change (place, became, changed_on) VALUES (''Z'', ''Y'', ''2025-06-01'')"}'),
		(10, 'Y elsewhere', '{"INSERT INTO place (code, parent, name) VALUES (''Q'', ''R'', ''q'')","UPDATE place SET parent = ''Z'' WHERE code = ''Y''","INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, ''Q'', ''2025'', 1920, ''2026-01-10'' FROM indicator"}'),
		(11, 'both further down', '{"INSERT INTO place (code, parent, name) VALUES (''Q'', ''R'', ''q'')","UPDATE place SET parent = ''Q'' WHERE code = ''Y''"}')) AS v (n, said, changes)
	LOOP
		BEGIN
			FOR i IN 1 .. cardinality(r.changes) LOOP
				EXECUTE r.changes[i];
			END LOOP;
			INSERT INTO outcome SELECT r.n, r.said, actual, bound FROM performance WHERE place = 'R' AND indicator = 'flow' AND period = '2025';
			RAISE EXCEPTION USING ERRCODE = 'TN000', MESSAGE = (SELECT actual || coalesce(bound, '?') FROM outcome WHERE n = r.n);
		EXCEPTION WHEN SQLSTATE 'TN000' THEN
			INSERT INTO outcome VALUES (r.n, r.said, rtrim(SQLERRM, '<=>~?')::float8, ltrim(SQLERRM, '0123456789.'));
		END;
	END LOOP;
END
$$;
SELECT said, actual, bound FROM outcome ORDER BY n;
DROP VIEW answer;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place_change;
DELETE FROM place;

-- Figures to date of a part of the year are those of all of it, and so is what is missing: X from the first days on, whatever the new place Y reports.  A report of X of its year says what it has.
CREATE TEMP TABLE tried (n int, says text, y_from date, became boolean, reports text);
INSERT INTO tried VALUES (1, 'new Y', '2025-07-01', true, 'X 2025-06 330,Y 2025-10 900,Y 2025-12 1120'), (2, 'Y was there', NULL, true, 'X 2025-06 330,Y 2025-06 800,Y 2025-12 1920'), (3, 'Y silent', '2025-07-01', true, 'X 2025-06 330'),
	(4, 'X silent', '2025-07-01', true, 'Y 2025-12 1120'), (5, 'X its year', '2025-07-01', true, 'X 2025 330,Y 2025-12 1120'), (6, 'X has 0', '2025-07-01', true, 'X 2025-06 330,X 2025 0,Y 2025-12 1450'), (7, 'no change', '2025-07-01', false, 'X 2025-06 330,Y 2025-12 1120'),
	(8, 'no change, X silent', '2025-07-01', false, 'Y 2025-12 1120'), (9, 'X until March', '2025-07-01', false, 'X 2025-03 150,Y 2025-12 1120'), (10, 'no change, Y late', '2025-07-01', false, 'X 2025-06 330,Y 2025-10 900');
INSERT INTO place (code, name) SELECT 'R' || n, says FROM tried;
INSERT INTO place (code, parent, name, valid_from, valid_until) SELECT 'X' || n, 'R' || n, 'x', NULL, date '2025-06-30' FROM tried UNION ALL SELECT 'Y' || n, 'R' || n, 'y', y_from, NULL FROM tried;
INSERT INTO place_change (place, became, changed_on) SELECT 'X' || n, 'Y' || n, '2025-07-01' FROM tried WHERE became;
INSERT INTO indicator (code, node, name, kind, across) SELECT across, 'P', across, 'cumulative', across FROM unnest('{sum,mean,max}'::text[]) AS across;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R' || n, t, '>= 1000', '2024-12-31' FROM indicator AS i, tried, unnest('{2025,2025-H2,2025-Q4,2025-12}'::text[]) AS t;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, split_part(r, ' ', 1) || n, split_part(r, ' ', 2), split_part(r, ' ', 3)::float8, plan_last_day(plan_parse_period(split_part(r, ' ', 2))) + 10 FROM indicator AS i, tried, unnest(string_to_array(reports, ',')) AS r;
SELECT n, says, indicator, string_agg(format('%s %s %s/%s %s', coalesce(bound, '?'), coalesce(actual::text, '-'), places_covered, places, CASE WHEN indicator = 'sum' THEN status END), ', ' ORDER BY p.first_day, p.last_day DESC) AS "2025, H2, Q4, December"
FROM performance AS p JOIN tried ON p.place = 'R' || n GROUP BY indicator, n, says ORDER BY indicator DESC, n;
-- What X reported says nothing before the period has a figure of its own; what it corrects later does.
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, 340, date '2026-01-20' FROM actual WHERE indicator = 'sum' AND place IN ('X1', 'X7') AND period = '2025-06';
SELECT place, known_on, bound, actual, round(coverage::numeric, 2) AS coverage, status FROM status_history WHERE indicator = 'sum' AND place IN ('R1', 'R3', 'R7') AND period = '2025-Q4' ORDER BY place, known_on;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place_change;
DELETE FROM place;

-- D ended, and places below it go on: what these have until December includes what D had until its end. As long as they lack something, D stands for the year; of a part behind its end they say what they have.
CREATE TEMP TABLE kept (n int, says text, w_from date, reports text);
INSERT INTO kept VALUES (1, 'both', NULL, 'D 2025-06 100,V 2025-12 120,W 2025-12 130'), (2, 'W silent', NULL, 'D 2025-06 100,V 2025-12 120'), (3, 'both silent', NULL, 'D 2025-06 100'), (4, 'W late', NULL, 'D 2025-06 100,V 2025-12 120,W 2025-09 80'),
	(5, 'D its year', NULL, 'D 2025 100,V 2025-12 120,W 2025-12 130'), (6, 'W new in July', '2025-07-01', 'D 2025-06 100,V 2025-12 120,W 2025-12 130'), (7, 'both new in July', '2025-07-01', 'D 2025-06 100,V 2025-12 120,W 2025-12 130'), (8, 'D in 2024', NULL, 'D 2024-12 500,D 2025-06 100,V 2025-12 120,W 2025-12 130');
INSERT INTO place (code, name) SELECT 'R' || n, says FROM kept;
INSERT INTO place (code, parent, name, valid_until) SELECT 'D' || n, 'R' || n, 'd', '2025-06-30' FROM kept;
INSERT INTO place (code, parent, name, valid_from) SELECT 'V' || n, 'D' || n, 'v', CASE WHEN n = 7 THEN w_from END FROM kept UNION ALL SELECT 'W' || n, 'D' || n, 'w', w_from FROM kept;
INSERT INTO indicator (code, node, name, kind, across) SELECT across, 'P', across, 'cumulative', across FROM unnest('{sum,mean,max}'::text[]) AS across;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R' || n, t, '>= 1000', '2023-12-31' FROM indicator AS i, kept, unnest('{2024..2025,2025,2025-H1,2025-H2,2025-Q4}'::text[]) AS t;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, split_part(r, ' ', 1) || n, split_part(r, ' ', 2), split_part(r, ' ', 3)::float8, plan_last_day(plan_parse_period(split_part(r, ' ', 2))) + 10 FROM indicator AS i, kept, unnest(string_to_array(reports, ',')) AS r;
SELECT n, says, indicator, string_agg(format('%s %s %s/%s %s', coalesce(bound, '?'), coalesce(actual::text, '-'), places_covered, places, to_char(figure_last_day, 'MM')), ', ' ORDER BY p.first_day, p.last_day DESC) AS "2024..2025, 2025, H1, H2, Q4"
FROM performance AS p JOIN kept ON p.place = 'R' || n GROUP BY indicator, n, says ORDER BY indicator DESC, n;
SELECT place, bound, value, figures, places_covered, places FROM place_figure WHERE indicator = 'sum' AND period = '2025-12' AND place ~ '^R' ORDER BY place;
SELECT period, known_on, bound, actual, figure_last_day, round(coverage::numeric, 2) AS coverage, status FROM status_history WHERE indicator = 'sum' AND place = 'R4' AND period IN ('2025', '2025-Q4') ORDER BY period, known_on;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place;

-- A level that goes: the district D of the communes C1 and C2, which become N1 and N2 beside it.  What they report of the year may have what D had, and D stands for its communes until its end.
CREATE TEMP TABLE gone (n int, says text, c2_until date, reports text);
INSERT INTO gone VALUES (1, 'D until June, the year', '2025-06-30', 'D 2025-H1 100,N1 2025 120,N2 2025 130'), (2, 'D until June, H2', '2025-06-30', 'D 2025-H1 100,N1 2025-H2 70,N2 2025-H2 80'), (3, 'D its year', '2025-06-30', 'D 2025-H1 100,D 2025 100,N1 2025 70,N2 2025 80'),
	(4, 'D has 0', '2025-06-30', 'D 2025-H1 100,D 2025 0,N1 2025 120,N2 2025 130'), (5, 'communes too', '2025-06-30', 'D 2025-H1 100,C1 2025-H1 40,C2 2025-H1 60,N1 2025 120,N2 2025 130'), (6, 'C2 stays below D', NULL, 'D 2025-H1 100,N1 2025 120,C2 2025 130'),
	(7, 'N1 and N2 silent', '2025-06-30', 'D 2025-H1 100'), (8, 'the year before', '2025-06-30', 'D 2024 200,C1 2024 90,C2 2024 110');
INSERT INTO place (code, name) SELECT 'R' || n, says FROM gone;
INSERT INTO place (code, parent, name, valid_until) SELECT 'D' || n, 'R' || n, 'd', date '2025-06-30' FROM gone UNION ALL SELECT 'C1' || n, 'D' || n, 'c1', '2025-06-30' FROM gone UNION ALL SELECT 'C2' || n, 'D' || n, 'c2', c2_until FROM gone;
INSERT INTO place (code, parent, name, valid_from) SELECT 'N1' || n, 'R' || n, 'n1', date '2025-07-01' FROM gone UNION ALL SELECT 'N2' || n, 'R' || n, 'n2', '2025-07-01' FROM gone WHERE c2_until IS NOT NULL;
INSERT INTO place_change (place, became, changed_on) SELECT 'C' || i || n, 'N' || i || n, '2025-07-01' FROM gone, unnest('{1,2}'::int[]) AS i WHERE i = 1 OR c2_until IS NOT NULL;
INSERT INTO indicator (code, node, name, kind, across) SELECT kind || ' ' || across, 'P', kind, kind, across FROM unnest('{flow,cumulative}'::text[]) AS kind, unnest('{sum,mean,max}'::text[]) AS across WHERE kind = 'flow' OR across = 'sum';
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R' || n, t, '>= 1000', '2023-12-31' FROM indicator AS i, gone, unnest('{2024,2025}'::text[]) AS t;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, split_part(r, ' ', 1) || n, split_part(r, ' ', 2), split_part(r, ' ', 3)::float8, plan_last_day(plan_parse_period(split_part(r, ' ', 2))) + 10 FROM indicator AS i, gone, unnest(string_to_array(reports, ',')) AS r;
SELECT n, says, indicator, period, bound, actual, places_covered AS of_these, places, figure_last_day FROM performance AS p JOIN gone ON p.place = 'R' || n WHERE actual IS NOT NULL ORDER BY indicator DESC, n;
SELECT place, period, bound, value, figures, places_covered AS of_these, places FROM place_figure WHERE indicator = 'cumulative sum' AND place ~ '^R' AND period IN ('2024', '2025') ORDER BY period, place;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place_change;
DELETE FROM place;

-- Figures to date have others withdrawn on the day that decides alone: June, until all communes have July.
INSERT INTO place (code, parent, name, valid_from, valid_until) VALUES ('R', NULL, 'r', NULL, NULL), ('D1', 'R', 'd1', NULL, '2025-06-30'), ('D2', 'R', 'd2', NULL, '2025-06-30'), ('C1', 'D1', 'c1', NULL, '2025-06-30'), ('C2', 'D1', 'c2', NULL, '2025-06-30'), ('C3', 'D2', 'c3', NULL, '2025-06-30'),
	('N1', 'R', 'n1', '2025-07-01', NULL), ('N2', 'R', 'n2', '2025-07-01', NULL), ('N3', 'R', 'n3', '2025-07-01', NULL);
INSERT INTO place_change (place, became, changed_on) SELECT 'C' || i, 'N' || i, '2025-07-01' FROM generate_series(1, 3) AS i;
INSERT INTO indicator (code, node, name, kind, across) SELECT kind, 'P', kind, kind, 'sum' FROM unnest('{flow,cumulative}'::text[]) AS kind;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT 'cumulative', 'R', t, '>= 2000', '2024-12-31' FROM unnest('{2025,2025-H2,2025-06}'::text[]) AS t;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('cumulative', 'D1', '2025-06', 500, '2025-07-10'), ('cumulative', 'D2', '2025-06', 480, '2025-07-11'), ('cumulative', 'N1', '2025-07', 5, '2025-08-05'), ('cumulative', 'N3', '2025-07', 7, '2025-08-06'), ('cumulative', 'N2', '2025-07', 9, '2025-08-20');
SELECT period, known_on, bound, actual, figure_last_day, round(coverage::numeric, 2) AS coverage FROM status_history ORDER BY first_day, last_day DESC, known_on;
SELECT period, bound, value, figures, places_covered AS of_these, places FROM place_figure WHERE place = 'R' ORDER BY last_day;
DELETE FROM actual;
DELETE FROM target;
-- A commune that went to another district in April is in the first quarter of its own: it counts as withdrawn.  Not where a place came below a district that had ended, and became another one later.
UPDATE place SET valid_until = '2025-03-31' WHERE code = 'C1';
UPDATE place_change SET became = 'C3', changed_on = '2025-04-01' WHERE place = 'C1';
INSERT INTO place (code, parent, name, valid_from, valid_until) VALUES ('S', NULL, 's', NULL, NULL), ('D', 'S', 'd', NULL, '2025-06-30'), ('C', 'D', 'c', NULL, '2025-06-30'), ('T', 'D', 't', '2025-07-01', '2025-09-30'), ('Y', 'S', 'y', NULL, NULL);
INSERT INTO place_change (place, became, changed_on) VALUES ('T', 'Y', '2025-10-01');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p, t, '>= 2000', '2024-12-31' FROM indicator AS i, unnest('{R,S}'::text[]) AS p, unnest('{2025,2025-Q4}'::text[]) AS t WHERE i.code = 'cumulative' OR t = '2025';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, split_part(r, ' ', 1), split_part(r, ' ', 2), split_part(r, ' ', 3)::float8, '2026-01-10'
FROM indicator AS i, unnest('{D1 2025-H1 100,D2 2025-H1 50,D2 2025 0,N2 2025-H2 80,N3 2025 170,D 2025-H1 100,Y 2025 120,T 2025 7}'::text[]) AS r;
SELECT place, indicator, period, bound, actual, figure_last_day, round(coverage::numeric, 2) AS coverage, is_complete FROM performance ORDER BY place, indicator, period;
-- What communes state of their year stands beside the figure of the district until June, which has it.
DELETE FROM actual WHERE place ~ '[TY]';
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('cumulative', 'C', '2025', 90, '2026-01-10');
SELECT period, bound, actual, places_covered AS of_these, places FROM performance WHERE place = 'S' AND indicator = 'cumulative' ORDER BY period;
SELECT period, bound, value, places_covered AS of_these, places FROM place_figure WHERE place = 'S' AND indicator = 'cumulative' AND period = '2025';
-- A report of days before its place was there, or behind its end, has none of the others.
DELETE FROM actual;
DELETE FROM target;
DELETE FROM place_change;
DELETE FROM indicator;
INSERT INTO indicator (code, node, name, kind, across) SELECT kind || ' ' || across, 'P', kind, kind, across FROM unnest('{flow,average,peak}'::text[]) AS kind, unnest('{sum,max}'::text[]) AS across;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, p, '2025', '>= 2000', '2024-12-31' FROM indicator, unnest('{R,S}'::text[]) AS p;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, split_part(r, ' ', 1), split_part(r, ' ', 2), split_part(r, ' ', 3)::float8, '2026-01-10'
FROM indicator AS i, unnest('{D1 2025 200,D2 2025 100,N1 2025-01..2025-09 100,N2 2025-H2 10,N3 2025-H2 10,D 2025-04..2025-12 60,Y 2025 120}'::text[]) AS r;
SELECT place, indicator, bound, actual, round(coverage::numeric, 3) AS coverage, is_complete, places_covered AS of_these, places FROM performance ORDER BY place, indicator;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place;

-- A commune that goes to another district, which has its months since January in what it reports then: nobody knows.  The first district goes on, or ends; the target is that of the province.
INSERT INTO place (code, parent, name) VALUES ('R', NULL, 'region'), ('A', 'R', 'a'), ('A2', 'A', 'a2'), ('D', 'R', 'd'), ('B', 'D', 'b'), ('B2', 'B', 'b2'), ('C', 'A', 'c');
INSERT INTO place (code, parent, name, valid_from) VALUES ('C2', 'B', 'c, of b', '2025-07-01');
UPDATE place SET valid_until = '2025-06-30' WHERE code = 'C';
INSERT INTO place_change (place, became, changed_on) VALUES ('C', 'C2', '2025-07-01');
INSERT INTO indicator (code, node, name, kind, across) VALUES ('flow', 'P', 'flow', 'flow', 'sum'), ('to date', 'P', 'to date', 'cumulative', 'sum'), ('mean', 'P', 'mean', 'average', 'mean');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'R', '2025', '>= 150', '2024-12-31' FROM indicator;
CREATE TEMP TABLE moved (n int, says text, reports text, a_until date);
INSERT INTO moved VALUES (1, 'communes report, and b', 'C 2025-H1 30,A2 2025 60,B 2025 130', NULL), (2, 'c says its year', 'C 2025-H1 30,C 2025 0,A2 2025 60,B 2025 130', NULL), (3, 'b says both halves', 'C 2025-H1 30,A2 2025 60,B 2025-H1 50,B 2025-H2 80', NULL),
	(4, 'a reports halves', 'A 2025-H1 60,A 2025-H2 30,B 2025 130', NULL), (5, 'a says its year', 'A 2025-H1 60,A 2025-H2 30,A 2025 60,B 2025 130', NULL), (6, 'a lacks its end', 'A 2025-H1 60,B 2025 130', NULL), (7, 'a ended', 'A 2025-H1 60,A2 2025-H2 30,B 2025 130', '2025-06-30'),
	(8, 'a has losses', 'A 2025-H1 -60,A 2025-H2 30,B 2025 130', NULL), (9, 'c has losses', 'C 2025-H1 -30,A 2025-H1 60,A 2025-H2 30,B 2025 130', NULL), (10, 'c has losses, alone', 'C 2025-H1 -30,A2 2025 60,B 2025 130', NULL),
	(11, 'a ended later', 'A 2025-H1 60,A 2025-Q3 15,B 2025-01..2025-09 90,B 2025-Q4 40', '2025-09-30'), (12, 'b is below d', 'A 2025-H1 60,A 2025-H2 30,B 2025 130,D 2025-H1 50,D 2025-H2 80', NULL);
CREATE TEMP TABLE said_of_moved (n int, indicator text, bound text, actual float8, status text, by_figure text, coverage numeric);
DO $$
DECLARE
	m record;
BEGIN
	FOR m IN SELECT * FROM moved LOOP
		UPDATE place SET valid_until = CASE WHEN code = 'A' OR m.a_until > '2025-06-30' THEN m.a_until END WHERE code IN ('A', 'A2');
		DELETE FROM actual;
		INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, split_part(r, ' ', 1), split_part(r, ' ', 2), split_part(r, ' ', 3)::float8, '2026-01-10' FROM indicator AS i, unnest(string_to_array(m.reports, ',')) AS r WHERE i.code <> 'to date' OR r !~ 'H2|Q';
		INSERT INTO said_of_moved SELECT m.n, p.indicator, p.bound, p.actual, p.status, (SELECT concat(f.bound, ' ', f.value) FROM place_figure AS f WHERE f.place = 'R' AND f.indicator = p.indicator AND f.period = '2025'), round(p.coverage::numeric, 2) FROM performance AS p;
	END LOOP;
END
$$;
SELECT m.says, f.bound, f.actual, f.coverage, f.status, c.bound AS bound_to_date, c.actual AS to_date, c.by_figure, a.bound AS bound_of_mean, round(a.actual::numeric, 2) AS mean FROM moved AS m JOIN said_of_moved AS f ON f.n = m.n AND f.indicator = 'flow' JOIN said_of_moved AS c ON c.n = m.n AND c.indicator = 'to date' JOIN said_of_moved AS a ON a.n = m.n AND a.indicator = 'mean' ORDER BY m.n;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place_change;
DELETE FROM place;

-- Levels of a place and of what it became are not two levels, and no mean, highest or lowest amount is that of half a year: where one place ended before another began no bound is said.  Not so of a place that began later than the others, and of what adds up or is an end by itself.
INSERT INTO place (code, parent, name, valid_from, valid_until) VALUES ('R', NULL, 'region', NULL, NULL), ('X', 'R', 'x', NULL, '2025-06-30'), ('Y', 'R', 'y', '2025-07-01', NULL), ('Z', 'R', 'z', NULL, NULL), ('S', NULL, 'new in July', NULL, NULL), ('SY', 'S', 'y', '2025-07-01', NULL), ('SZ', 'S', 'z', NULL, NULL);
INSERT INTO place_change (place, became, changed_on) VALUES ('X', 'Y', '2025-07-01');
INSERT INTO indicator (code, node, name, kind, across) SELECT k || ' ' || a, 'P', k, k, a FROM unnest('{flow,cumulative,average,peak,least,stock}'::text[]) AS k, unnest('{sum,mean,max,min}'::text[]) AS a;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, p, '2025', '>= 80', '2024-12-31' FROM indicator, unnest('{R,S}'::text[]) AS p;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, w[1], CASE WHEN i.kind = 'cumulative' AND w[2] = '2025-H2' THEN '2025' ELSE w[2] END, w[3]::float8, '2026-01-10' FROM indicator AS i, unnest('{X 2025-H1 100,X 2025 100,Y 2025-H2 100,Z 2025 100,SY 2025-H2 100,SZ 2025 100}'::text[]) AS r, string_to_array(r, ' ') AS w WHERE w[1] || w[2] <> 'X2025' OR i.kind = 'cumulative';
CREATE TEMP TABLE of_level AS SELECT * FROM performance;
SELECT place, split_part(indicator, ' ', 1) AS kind, string_agg(split_part(indicator, ' ', 2) || ' ' || coalesce(bound, '?') || ' ' || actual || ' ' || status, ', ' ORDER BY indicator) AS says FROM of_level GROUP BY 1, 2 ORDER BY 1, 2;
SELECT count(*) AS compared, count(*) FILTER (WHERE (f.value, f.bound) IS DISTINCT FROM (p.actual, p.bound)) AS different FROM of_level AS p JOIN place_figure AS f ON f.place = p.place AND f.indicator = p.indicator AND f.period = p.period WHERE p.kind = 'cumulative';
-- Of the present place, figures of the year of each.
UPDATE actual SET period = '2025' WHERE place = 'Y' AND period = '2025-H2';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'X', '2025', 100, '2026-01-10' FROM indicator WHERE kind <> 'cumulative';
SELECT split_part(indicator, ' ', 1) AS kind, string_agg(split_part(indicator, ' ', 2) || ' ' || coalesce(bound, '?') || ' ' || value || ' of ' || places, ', ' ORDER BY indicator) AS says FROM figure_today WHERE place = 'Y' AND period = '2025' GROUP BY 1 ORDER BY 1;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place_change;
DELETE FROM place;

-- What became of a part of a year, of a part of a place, or of one that is there again: of each tree 100 happened in each month, of which what is reported may have some twice.
INSERT INTO indicator (code, node, name, kind, across) VALUES ('flow', 'P', 'flow', 'flow', 'sum'), ('to date', 'P', 'to date', 'cumulative', 'sum');
CREATE TEMP TABLE shared (tree text, says text, places text, changes text, reports text);
INSERT INTO shared VALUES ('A', 'x has eight months, y the third quarter', 'X ..2025-08-31,Y ..', 'X Y 2025-09-01 1', 'X 2025-01..2025-08 400,Y 2025-Q1 150,Y 2025-Q2 150,Y 2025-Q3 300,Y 2025-Q4 300'),
	('B', 'so has y', 'X ..2025-08-31,Y ..', 'X Y 2025-09-01 1', 'X 2025-01..2025-08 400,Y 2025-01..2025-08 400,Y 2025-09..2025-12 400'),
	('C', 'places below y report', 'X ..2025-06-30,Y ..,Y1@Y ..,Y2@Y 2025-07-01..', 'X Y 2025-07-01 1', 'X 2025-H1 300,Y1 2025 600,Y2 2025 600'),
	('D', 'x gives a part away', 'X ..,Y ..', 'X Y 2025-07-01 0.3', 'X 2025-H1 300,X 2025-H2 210,Y 2025 780'),
	('E', 'both report halves', 'X ..,Y ..', 'X Y 2025-07-01 0.3', 'X 2025-H1 300,X 2025-H2 210,Y 2025-H1 300,Y 2025-H2 390'),
	('F', 'and ends later', 'X ..2025-09-30,Y ..,Z 2025-10-01..', 'X Y 2025-07-01 0.3,X Z 2025-10-01 0.7', 'X 2025-H1 300,X 2025-Q3 105,Y 2025-01..2025-09 585,Y 2025-Q4 195,Z 2025-Q4 105'),
	('G', 'x is there again', 'X ..,M 2025-04-01..2025-06-30,Y ..', 'X M 2025-04-01 1,M X 2025-07-01 1', 'X 2025-Q1 150,M 2025-H1 300,X 2025-H2 300,Y 2025 600');
INSERT INTO place (code, name) SELECT tree, says FROM shared;
INSERT INTO place (code, parent, name, valid_from, valid_until)
SELECT tree || split_part(c.code, '@', 1), tree || split_part(c.code, '@', 2), 'place', nullif(split_part(c.days, '..', 1), '')::date, nullif(split_part(c.days, '..', 2), '')::date
FROM shared, unnest(string_to_array(places, ',')) WITH ORDINALITY AS e (place, n), LATERAL (SELECT split_part(e.place, ' ', 1) AS code, split_part(e.place, ' ', 2) AS days) AS c ORDER BY tree, n;
INSERT INTO place_change (place, became, changed_on, share) SELECT tree || w[1], tree || w[2], w[3]::date, w[4]::float8 FROM shared, unnest(string_to_array(changes, ',')) AS c, string_to_array(c, ' ') AS w;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, tree, '2025', '>= 1290', '2024-12-31' FROM indicator AS i, shared;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT 'flow', tree || w[1], w[2], w[3]::float8, '2026-01-10' FROM shared, unnest(string_to_array(reports, ',')) AS r, string_to_array(r, ' ') AS w;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('to date', 'CX', '2025-06', 300, '2026-01-10'), ('to date', 'CY1', '2025-12', 600, '2026-01-10'), ('to date', 'CY2', '2025-12', 600, '2026-01-10'), ('to date', 'DX', '2025-06', 300, '2026-01-10'), ('to date', 'DX', '2025-12', 510, '2026-01-10'), ('to date', 'DY', '2025-12', 690, '2026-01-10');
SELECT p.place_name, p.indicator, p.bound, p.actual, round(p.coverage::numeric, 2) AS coverage, p.status, CASE p.bound WHEN '=' THEN p.actual = 1200 WHEN '>=' THEN p.actual <= 1200 WHEN '<=' THEN p.actual >= 1200 END AS is_true,
	concat(f.bound, ' ', f.value) AS december, (h.actual, h.bound) IS NOT DISTINCT FROM (p.actual, p.bound) AS history
FROM performance AS p LEFT JOIN (SELECT * FROM place_figure WHERE period = '2025-12' OFFSET 0) AS f USING (place, indicator) LEFT JOIN (SELECT * FROM status_history WHERE known_on = '2026-01-10' OFFSET 0) AS h USING (place, indicator) WHERE p.figures > 0 ORDER BY p.place, p.indicator;
-- A figure of two years counts on its own day alone: on that of September, which all have, the year before of the former place stays.
INSERT INTO place (code, parent, name, valid_from, valid_until) VALUES ('H', NULL, 'two years', NULL, NULL), ('HX', 'H', 'x', NULL, '2025-06-30'), ('HY', 'H', 'y', '2025-07-01', NULL), ('HZ', 'H', 'z', NULL, NULL);
INSERT INTO place_change (place, became, changed_on) VALUES ('HX', 'HY', '2025-07-01');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('to date', 'H', '2024..2025', '>= 500', '2023-12-31');
INSERT INTO actual (indicator, place, period, value, known_on) SELECT 'to date', w[1], w[2], w[3]::float8, '2026-01-10' FROM unnest('{HX 2024 100,HX 2025-06 50,HY 2025-09 30,HY 2024..2025 500,HZ 2024 10,HZ 2025-09 20}'::text[]) AS r, string_to_array(r, ' ') AS w;
SELECT bound, actual, figure_last_day, figures FROM performance WHERE place = 'H';
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place_change;
DELETE FROM place;

-- Growth of a place that is not what it was: what it, or one below it, took in or gave away behind the first day of the earlier period that is due, until the last one of this.
-- Not what moved below it, nor what is to come; by the day of reading, as figure_today has it.
INSERT INTO place (code, parent, name) VALUES ('N', NULL, 'n'), ('P1', 'N', 'p1'), ('P2', 'N', 'p2'), ('X', 'P1', 'x'), ('W', 'P1', 'w'), ('E', 'P1', 'e'), ('Y', 'P2', 'y'), ('V', 'P2', 'v'), ('Z', 'Y', 'z');
UPDATE place SET valid_until = CASE code WHEN 'X' THEN date '2025-06-30' WHEN 'Z' THEN '2025-09-30' ELSE '2026-02-28' END WHERE code IN ('X', 'Z', 'E');
INSERT INTO place_change (place, became, changed_on, share) VALUES ('X', 'Y', '2025-07-01', 1), ('Z', 'Y', '2025-10-01', 1), ('W', 'V', '2026-01-15', 0.3), ('E', 'W', '2026-03-01', 1);
INSERT INTO indicator (code, node, name, kind) SELECT kind, 'P', kind, kind FROM unnest('{flow,stock,first,cumulative}'::text[]) AS kind;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, p.code, t, 100, plan_first_day(plan_parse_period(t)) FROM indicator AS i, place AS p, unnest('{2024,2025,2026,2024-H1,2025-H1,2024-Q3,2025-Q3,2025-Q1,2026-Q1,2025-H2,2026-H2}'::text[]) AS t
WHERE daterange(p.valid_from, p.valid_until, '[]') && daterange(plan_first_day(plan_parse_period(t)), plan_last_day(plan_parse_period(t)), '[]');
UPDATE actual SET value = 170 WHERE place = 'Y' AND period = '2025';
SELECT place, previous_value, value, bound, change_percent, place_changed_on FROM growth WHERE indicator = 'flow' AND period = '2025' AND place IN ('N', 'W', 'Y') ORDER BY place;
SELECT indicator, period, string_agg(place, ' ' ORDER BY place) FILTER (WHERE place_changed_on = '2025-07-01') AS "1 July", string_agg(place, ' ' ORDER BY place) FILTER (WHERE place_changed_on = '2025-10-01') AS "1 October",
	string_agg(place, ' ' ORDER BY place) FILTER (WHERE place_changed_on = '2026-01-15') AS "15 January", string_agg(place, ' ' ORDER BY place) FILTER (WHERE place_changed_on > '2026-01-15') AS later
FROM growth WHERE previous_value IS NOT NULL GROUP BY indicator, first_day, last_day, period ORDER BY indicator, first_day, last_day;
SET tnplan.known_on = '2026-12-31';
SELECT indicator, period, place, place_changed_on FROM growth WHERE period LIKE '2026%' AND place IN ('P1', 'W', 'Y') ORDER BY indicator, first_day, last_day, place;
-- Years that begin in July, and figures to date with them.
UPDATE setting SET calendar = 'year from July';
SELECT indicator, period, place_changed_on FROM growth WHERE first_day = '2026-01-01' AND last_day = '2026-12-31' AND place = 'Y' OR first_day = '2026-07-01' AND place = 'Y' ORDER BY indicator, first_day;
UPDATE setting SET calendar = DEFAULT;
-- A figure without an earlier one has the day as well.
SET tnplan.known_on = '2026-02-15';
DELETE FROM actual WHERE place = 'Y' AND period = '2024';
SELECT place, previous_value, place_changed_on FROM growth WHERE indicator = 'flow' AND period = '2025' AND place = 'Y';
DELETE FROM actual;
DELETE FROM indicator;
DELETE FROM place_change;
DELETE FROM place;

-- Random trees, changes and reports that are revised and taken back, beside the same said of one day after the other: what is superseded is left out, and the rest is the answer.
CREATE FUNCTION pg_temp.chance(VARIADIC text[]) RETURNS float8 LANGUAGE sql AS $$ SELECT ('x' || left(md5(array_to_string($1, '/')), 8))::bit(32)::bigint / 4294967296.0 $$;
CREATE FUNCTION pg_temp.one_of(choices text, VARIADIC text[]) RETURNS text LANGUAGE sql AS $$ SELECT c[1 + floor(pg_temp.chance(VARIADIC $2) * cardinality(c))] FROM string_to_array(choices, ' ') AS c $$;
INSERT INTO place (code, name) SELECT 'T' || t, 'tree' FROM generate_series(1, 18) AS t;
INSERT INTO place (code, parent, name, valid_from) SELECT 'T' || t || '.' || n, 'T' || t || CASE WHEN n > 1 AND pg_temp.chance('below', t::text, n::text) < 0.35 THEN '.' || 1 + floor(pg_temp.chance('parent', t::text, n::text) * (n - 1)) ELSE '' END, 'place',
	CASE WHEN pg_temp.chance('from', t::text, n::text) < 0.15 THEN '2025-07-01'::date END FROM generate_series(1, 18) AS t, generate_series(1, 7) AS n;
UPDATE place SET valid_until = pg_temp.one_of('2024-12-31 2025-03-31 2025-06-30 2025-06-30 2025-09-30', 'day', code)::date WHERE parent IS NOT NULL AND valid_from IS NULL AND pg_temp.chance('until', code) < 0.65;
-- A place becomes others of higher numbers, so that no change goes round.
INSERT INTO place_change (place, became, changed_on, share)
SELECT DISTINCT ON (c.place, c.became) c.place, c.became, CASE WHEN pg_temp.chance('other', c.place, c.became) < 0.2 THEN pg_temp.one_of('2025-01-01 2025-02-10 2025-12-31', 'on', c.place, c.became)::date ELSE c.ended_on + 1 END, 0.5
FROM (SELECT p.code AS place, p.valid_until AS ended_on, split_part(p.code, '.', 1) || '.' || split_part(p.code, '.', 2)::int + 1 + floor(pg_temp.chance('became', p.code, n::text) * (7 - split_part(p.code, '.', 2)::int))::int AS became FROM place AS p, generate_series(1, 2) AS n WHERE p.valid_until IS NOT NULL AND p.code NOT LIKE '%.7') AS c;
-- Districts of which most go, with most of the communes below them, which become new ones beside or below them, or below another one that stays, or others.
INSERT INTO place (code, parent, name, valid_until) SELECT 'T' || t || '.d', 'T' || t, 'district', nullif(pg_temp.one_of('2025-06-30 2025-06-30 2025-09-30 infinity', 'district', t::text), 'infinity')::date FROM generate_series(1, 18) AS t;
INSERT INTO place (code, parent, name) SELECT 'T' || t || '.b', 'T' || t, 'district' FROM generate_series(1, 18) AS t;
INSERT INTO place (code, parent, name, valid_until) SELECT 'T' || t || '.d' || n, 'T' || t || '.d', 'commune', pg_temp.one_of('2025-06-30 2025-06-30 2025-06-30 2025-09-30 2025-03-31', 'commune', t::text, n::text)::date FROM generate_series(1, 18) AS t, generate_series(1, 3) AS n;
INSERT INTO place (code, parent, name, valid_from) SELECT 'T' || t || '.n' || n, 'T' || t || CASE WHEN pg_temp.chance('new below', t::text, n::text) < 0.2 THEN '.d' WHEN pg_temp.chance('new below', t::text, n::text) < 0.8 THEN '.b' ELSE '' END, 'new commune', CASE WHEN pg_temp.chance('new', t::text, n::text) < 0.5 THEN '2025-07-01'::date END FROM generate_series(1, 18) AS t, generate_series(1, 2) AS n;
INSERT INTO place_change (place, became, changed_on) SELECT c.code, pg_temp.one_of(format('%1$s.n1 %1$s.n1 %1$s.n2 %1$s.7', split_part(c.code, '.', 1)), 'new of', c.code), c.valid_until + 1 FROM place AS c WHERE c.code ~ 'd[1-3]$';
-- Some that stay give a part away.
INSERT INTO place_change (place, became, changed_on, share) SELECT p.code, split_part(p.code, '.', 1) || '.7', pg_temp.one_of('2025-07-01 2025-07-01 2025-09-01', 'cedes on', p.code)::date, 0.3 FROM place AS p WHERE p.valid_until IS NULL AND p.code ~ '[.][1-6]$' AND pg_temp.chance('cedes', p.code) < 0.3;
INSERT INTO indicator (code, node, name, kind, across) SELECT kind || ' ' || across, 'P', kind, kind, across FROM unnest('{flow,cumulative,average,stock}'::text[]) AS kind, unnest('{sum,mean,max}'::text[]) AS across WHERE across = 'sum' OR kind = 'flow';
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p.code, t, '>= 20', '2023-12-31' FROM indicator AS i, place AS p, unnest('{2025,2024..2025,2025-Q3,2025-Q4}'::text[]) AS t WHERE p.parent IS NULL AND (i.kind = 'cumulative' OR t !~ 'Q');
INSERT INTO actual (indicator, place, period, value, bound, known_on)
SELECT i.code, p.code, t, round((pg_temp.chance('value', i.code, p.code, t) * 40 - 1)::numeric, 1), pg_temp.one_of('= = = ~ >= <=', 'bound', i.code, p.code, t), plan_last_day(plan_parse_period(t)) + 1 + floor(pg_temp.chance('known', i.code, p.code, t) * 20)::int
FROM indicator AS i, place AS p, unnest('{2024,2025,2025-H1,2025-Q1,2025-Q2,2025-06,2025-05..2025-08,2025-01..2025-09,2025-10,2025-12,2025-H2,2024..2025}'::text[]) AS t
WHERE p.parent IS NOT NULL AND daterange(p.valid_from, p.valid_until, '[]') && daterange(plan_first_day(plan_parse_period(t)), plan_last_day(plan_parse_period(t)), '[]') AND pg_temp.chance('report', i.code, p.code, t) < 0.2;
INSERT INTO actual (indicator, place, period, value, bound, known_on) SELECT indicator, place, period, CASE WHEN pg_temp.chance('gone', indicator, place, period) < 0.5 THEN value + 1 END, bound, known_on + 3 + floor(pg_temp.chance('later', indicator, place, period) * 30)::int FROM actual WHERE pg_temp.chance('revised', indicator, place, period) < 0.3;
INSERT INTO actual (indicator, place, period, value, bound, known_on) SELECT indicator, place, period, 7, bound, max(known_on) + 5 FROM actual GROUP BY indicator, place, period, bound HAVING count(value) < count(*) AND pg_temp.chance('again', indicator, place, period) < 0.4;
ANALYZE;
-- All ways of each place, one change after the other.
CREATE TEMP TABLE way (place text, became text, from_day date, changed_on date);
CREATE FUNCTION pg_temp.walk(start text, place text, from_day date, changed_on date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	c record;
BEGIN
	FOR c IN SELECT * FROM place_change AS x WHERE x.place = walk.place AND (walk.changed_on IS NULL OR x.changed_on >= walk.changed_on) LOOP
		INSERT INTO way VALUES (start, c.became, coalesce(walk.from_day, c.changed_on), c.changed_on);
		PERFORM pg_temp.walk(start, c.became, coalesce(walk.from_day, c.changed_on), c.changed_on);
	END LOOP;
END
$$;
SELECT pg_temp.walk(code, code, NULL, NULL) FROM place ORDER BY code \g /dev/null
-- What became of a place became of those above it, but for what was below them already; and what is above that, but not above the place, or below it, may have what was reported as well.
CREATE TEMP TABLE way_above AS
SELECT DISTINCT a.ancestor AS place, w.place AS of, w.became, w.from_day, w.changed_on FROM way AS w JOIN place AS c ON c.code = w.place JOIN place_above AS a ON a.place = w.place AND a.steps > 0 JOIN place AS p ON p.code = a.ancestor
WHERE daterange(c.valid_from, NULL) && daterange(NULL, p.valid_until, '[]') AND NOT EXISTS (SELECT FROM place_above AS b JOIN place AS q ON q.code = b.place WHERE b.place = w.became AND b.ancestor = a.ancestor AND daterange(q.valid_from, NULL) && daterange(NULL, p.valid_until, '[]'));
CREATE TEMP TABLE taken AS
SELECT w.*, c.valid_from AS there_from, c.valid_until AS ended_on, b.by, b.is_above AS by_above, b.is_below AS by_below
FROM (SELECT place, place AS of, became, from_day, changed_on, false AS is_above FROM way UNION ALL SELECT *, true FROM way_above) AS w JOIN place AS c ON c.code = w.of
JOIN (
	SELECT b.place AS became, b.ancestor AS by, b.steps > 0 AS is_above, false AS is_below FROM place_above AS b
	UNION ALL
	SELECT b.ancestor, b.place, false, true FROM place_above AS b WHERE b.steps > 0
) AS b ON b.became = w.became JOIN place AS p ON p.code = b.became JOIN place AS q ON q.code = b.by
WHERE b.became = b.by OR daterange(p.valid_from, p.valid_until, '[]') && daterange(q.valid_from, q.valid_until, '[]') AND NOT EXISTS (SELECT FROM place_above AS o WHERE o.place = w.place AND o.ancestor = CASE WHEN b.is_below THEN b.became ELSE b.by END);
CREATE TEMP TABLE there_above AS
SELECT u.place, u.ancestor, p.valid_until FROM place_above AS u JOIN place AS p ON p.code = u.ancestor JOIN place AS q ON q.code = u.place
WHERE u.steps > 0 AND daterange(p.valid_from, p.valid_until, '[]') && daterange(q.valid_from, q.valid_until, '[]');
CREATE INDEX ON there_above (place);
ANALYZE taken, there_above;
CREATE TEMP TABLE day AS SELECT d FROM unnest('{2025-07-25,2025-10-20,2026-01-08,2026-01-20,2026-02-15}'::date[]) AS d;
CREATE TEMP TABLE known AS
SELECT k.*, p.valid_until, CASE WHEN i.kind = 'cumulative' THEN least(k.first_day, date_trunc('year', k.last_day)::date) ELSE k.first_day END AS begins, i.kind = 'cumulative' AND k.first_day < date_trunc('year', k.last_day) AS is_no_figure_to_date
FROM (SELECT DISTINCT ON (d.d, a.indicator, a.place, a.period) d.d, a.* FROM day AS d JOIN actual AS a ON a.known_on <= d.d ORDER BY d.d, a.indicator, a.place, a.period, a.known_on DESC) AS k
JOIN indicator AS i ON i.code = k.indicator JOIN place AS p ON p.code = k.place WHERE k.value IS NOT NULL;
CREATE TEMP TABLE due AS
SELECT d.d, t.id AS target, k.id, k.indicator, k.place, k.period, k.first_day, k.last_day, k.begins, k.is_no_figure_to_date, k.valid_until, k.value, k.bound
FROM target AS t JOIN known AS k ON k.indicator = t.indicator AND k.place LIKE t.place || '.%' JOIN day AS d ON d.d = k.d
WHERE k.first_day >= CASE WHEN t.period ~ 'Q' THEN '2025-01-01' ELSE t.first_day END AND k.last_day <= t.last_day AND k.last_day >= least(t.first_day, k.valid_until) AND (NOT k.is_no_figure_to_date OR k.period = t.period);
CREATE INDEX ON due (target, d, place);
ANALYZE due;
CREATE TEMP TABLE answered AS SELECT '2025-01-01'::date AS d, indicator, place, period, actual, bound, vintage, answered_by, figure_first_day, figure_last_day, figures, coverage, is_complete, figure_known_on, places AS places_below, places_covered FROM performance WHERE false;
DO $$
DECLARE
	r record;
BEGIN
	FOR r IN SELECT d FROM day LOOP
		PERFORM set_config('tnplan.known_on', r.d::text, false);
		INSERT INTO answered SELECT r.d, indicator, place, period, actual, bound, vintage, answered_by, figure_first_day, figure_last_day, figures, coverage, is_complete, figure_known_on, places, places_covered FROM performance WHERE actual IS NOT NULL;
	END LOOP;
END
$$;
ANALYZE answered;
CREATE TEMP TABLE history AS SELECT * FROM status_history;
SELECT count(*) > 500 AS many, count(*) FILTER (WHERE (h.actual, h.bound, h.vintage, h.answered_by, h.figure_last_day, h.coverage) IS DISTINCT FROM (a.actual, a.bound, a.vintage, a.answered_by, a.figure_last_day, a.coverage)) AS different
FROM answered AS a CROSS JOIN LATERAL (SELECT * FROM history AS h WHERE h.indicator = a.indicator AND h.place = a.place AND h.period = a.period AND h.known_on <= a.d ORDER BY h.known_on DESC LIMIT 1) AS h;
-- Of figures to date only those until the day of the answer have others withdrawn, where their place has one of that day or ended before.  Those of places that were there longer than what became another one stay, and are bounds.
CREATE TEMP TABLE superseded AS
SELECT a.d, a.id, a.target, a.value, a.bound, bool_and(w.is_above) AS is_above, bool_and(w.by_above) AS by_above, bool_and(w.by_below) AS by_below, bool_and(s.begins > a.begins) AS begins_later, bool_and(a.valid_until IS NULL) AND NOT bool_and(w.is_above) AS goes_on, bool_or(f.is_whole) AS is_whole, bool_or(NOT f.is_whole AND a.valid_until < t.last_day) AS ended_later,
	EXISTS (SELECT FROM due AS l WHERE l.d = a.d AND l.target = a.target AND l.value < 0) AS has_losses
FROM due AS a JOIN target AS t ON t.id = a.target JOIN taken AS w ON w.place = a.place JOIN due AS s ON s.d = a.d AND s.target = a.target AND s.place = w.by
CROSS JOIN LATERAL (SELECT coalesce(a.valid_until < t.last_day AND a.valid_until < s.last_day, false) AND s.begins <= a.begins AS is_whole, least(w.ended_on, w.from_day - 1) AS cut) AS f
LEFT JOIN answered AS x ON a.indicator ~ 'cumulative' AND x.indicator = t.indicator AND x.place = t.place AND x.period = t.period_name AND x.d = a.d
WHERE w.from_day > a.begins AND coalesce(w.there_from <= a.last_day, true) AND w.changed_on <= s.last_day AND a.last_day < s.last_day AND a.indicator !~ 'stock|max'
	AND (f.is_whole OR a.begins <= f.cut AND s.begins <= least(a.last_day, f.cut) AND s.last_day > f.cut)
	AND (a.indicator !~ 'cumulative' OR s.last_day <= x.figure_last_day AND (s.valid_until < x.figure_last_day OR EXISTS (SELECT FROM due AS l WHERE l.d = s.d AND l.target = s.target AND l.place = s.place AND l.last_day = x.figure_last_day)))
	-- One above it that goes on stands for it.
	AND NOT EXISTS (
		SELECT FROM there_above AS u JOIN due AS l ON l.d = s.d AND l.target = s.target AND l.place = u.ancestor
		WHERE u.place = s.place AND coalesce(u.valid_until >= t.last_day, true) AND coalesce(l.last_day <= x.figure_last_day, true)
	)
GROUP BY a.d, a.id, a.target, a.value, a.bound;
CREATE INDEX ON superseded (target, d, id);
ANALYZE superseded;
-- Of a part of the year: figures to date of the whole of it, of which none is for the very period, if they reach into it.
CREATE TEMP TABLE by_hand AS
SELECT d.d, t.indicator, t.place, t.period_name AS period, f.actual, f.bound, f.vintage, f.answered_by, f.figure_first_day - (t.period ~ 'Q' AND f.figure_first_day = '2025-01-02')::int AS figure_first_day, f.figure_last_day, f.figures, f.coverage, f.is_complete, f.figure_known_on, f.places_below, f.places_covered
FROM day AS d CROSS JOIN target AS t JOIN indicator AS i ON i.code = t.indicator
CROSS JOIN LATERAL (
	SELECT array_agg(p.id ORDER BY a.steps) AS places, array_agg(q.id ORDER BY a.steps) AS parents, array_agg(coalesce(p.valid_from, '-infinity') ORDER BY a.steps) AS valid_from, array_agg(coalesce(p.valid_until, 'infinity') ORDER BY a.steps) AS valid_until
	FROM place_above AS a JOIN place AS p ON p.code = a.place JOIN place AS q ON q.code = p.parent WHERE a.ancestor = t.place AND a.steps > 0
) AS tree
CROSS JOIN LATERAL (
	SELECT array_agg(p.id) AS places, array_agg(CASE WHEN t.period ~ 'Q' THEN greatest(k.first_day, '2025-01-02') ELSE k.first_day END) AS first_days, array_agg(k.last_day) AS last_days, array_agg(k.known_on) AS known_on, array_agg(k.value) AS figures, array_agg(CASE WHEN s.id IS NULL THEN k.bound WHEN i.kind = 'average' THEN '~' ELSE '<=' END) AS bounds, array_agg(k.vintage) AS vintages
	FROM known AS k JOIN place AS p ON p.code = k.place LEFT JOIN superseded AS s ON s.d = d.d AND s.id = k.id AND s.target = t.id
	WHERE k.d = d.d AND k.id IN (SELECT u.id FROM due AS u WHERE u.d = d.d AND u.target = t.id) AND s.is_whole IS NOT TRUE
) AS u
CROSS JOIN LATERAL _plan_answer_places(i.kind, i.across, CASE WHEN t.period ~ 'Q' THEN '2025-01-01' ELSE t.first_day END, t.last_day, d.d, tree.places, tree.parents, tree.valid_from, tree.valid_until, u.places, u.first_days, u.last_days, u.known_on, u.figures, u.bounds, u.vintages) AS f WHERE f.actual IS NOT NULL;
-- No bound says that a report may be more or less; nor does any where what is missing was below zero.
CREATE TEMP TABLE unknown AS
SELECT h.d, h.indicator, h.place, h.period FROM by_hand AS h JOIN target AS t ON t.indicator = h.indicator AND t.place = h.place AND t.period_name = h.period JOIN superseded AS s ON s.target = t.id AND s.d = h.d
WHERE CASE WHEN s.is_whole THEN s.has_losses AND h.coverage < 1 AND h.indicator ~ 'sum' AND h.bound <> '~' WHEN h.indicator ~ 'average' THEN s.bound NOT IN ('=', '~') ELSE s.has_losses OR s.bound NOT IN ('=', '<=') END;
SELECT count(*) > 20 AS some, count(*) FILTER (WHERE a.bound IS NULL) > 10 AS unknown FROM (SELECT DISTINCT * FROM unknown) AS u JOIN answered AS a USING (d, indicator, place, period);
UPDATE by_hand AS h SET bound = NULL FROM unknown AS u WHERE (h.d, h.indicator, h.place, h.period) = (u.d, u.indicator, u.place, u.period);
UPDATE answered AS h SET bound = NULL FROM unknown AS u WHERE (h.d, h.indicator, h.place, h.period) = (u.d, u.indicator, u.place, u.period);
-- Where all is reported of a day before the part, that of the part lacks something.
CREATE TEMP TABLE early AS SELECT h.d, h.indicator, h.place, h.period FROM by_hand AS h WHERE h.period ~ 'Q' AND h.figure_last_day < plan_first_day(plan_parse_period(h.period));
SELECT count(*) > 5 AS early, count(*) FILTER (WHERE a.bound = '=') AS exact FROM early LEFT JOIN answered AS a USING (d, indicator, place, period);
DELETE FROM by_hand AS h USING early AS e WHERE (h.d, h.indicator, h.place, h.period) = (e.d, e.indicator, e.place, e.period);
SELECT (SELECT count(*) > 500 FROM by_hand) AS many, (SELECT count(*) > 50 FROM by_hand WHERE period ~ 'Q') AS parts, (SELECT count(DISTINCT id) > 50 FROM superseded) AS superseded, (SELECT count(DISTINCT id) FROM superseded WHERE is_above AND is_whole) AS above, (SELECT count(DISTINCT id) FROM superseded WHERE by_above) AS by_above, (SELECT count(DISTINCT id) FROM superseded WHERE by_below) AS by_below, (SELECT count(DISTINCT id) FROM superseded WHERE begins_later) AS begins_later, (SELECT count(DISTINCT id) FROM superseded WHERE goes_on) AS goes_on, (SELECT count(DISTINCT id) FROM superseded WHERE NOT is_whole) AS in_part, (SELECT count(DISTINCT id) FROM superseded WHERE ended_later) AS ended_later, (SELECT count(*) FROM (TABLE by_hand EXCEPT TABLE answered) AS m) AS missing,
	(SELECT count(*) FROM (SELECT * FROM answered AS a WHERE (a.d, a.indicator, a.place, a.period) NOT IN (TABLE early) EXCEPT TABLE by_hand) AS m) AS more;
-- The days on which places changed, beside the same said of the places below each: one of the two is below it, and the other is not.
SELECT count(*) > 500 AS many, count(DISTINCT place_changed_on) > 5 AS days, count(*) FILTER (WHERE g.place_changed_on IS DISTINCT FROM h.day) AS different
FROM growth AS g JOIN indicator AS i ON i.code = g.indicator
CROSS JOIN LATERAL (
	SELECT max(c.changed_on) AS day FROM place_change AS c
	WHERE c.changed_on <= CASE i.kind WHEN 'first' THEN g.first_day ELSE g.last_day END AND c.changed_on > CASE i.kind WHEN 'stock' THEN g.last_day ELSE g.first_day END - interval '1 year' + CASE WHEN i.kind = 'cumulative' THEN date_trunc('year', g.first_day) - g.first_day ELSE '0' END
		AND EXISTS (SELECT FROM place_above AS a WHERE a.ancestor = g.place AND a.place = c.place) <> EXISTS (SELECT FROM place_above AS a WHERE a.ancestor = g.place AND a.place = c.became)
) AS h;
-- What the functions say of ways is what they say without the report that is superseded; ways of other places say nothing, and where an array is NULL the history has none.
CREATE TEMP TABLE asked (n int, ended int[], became int[], became_from date[], became_on date[]);
INSERT INTO asked VALUES (1, '{}', '{}', '{}', '{}'), (2, '{1}', '{2}', '{2025-07-01}', '{2025-07-01}'), (3, '{1,7,1}', '{7,2,1}', '{2025-07-01,2025-07-01,2025-07-01}', '{2025-07-01,2025-07-01,2025-07-01}'),
	(4, '{2}', '{1}', '{2025-07-01}', '{2025-07-01}'), (5, '{1,1}', '{2,2}', '{2024-07-01,infinity}', '{2025-07-01,infinity}'), (6, '{1}', '{2}', '{infinity}', '{-infinity}'), (7, NULL, '{2}', '{2025-07-01}', '{2025-07-01}');
SELECT a.n, f.actual, f.bound, f.figures, f.places_covered AS of_these, f.places_below AS places FROM asked AS a
LEFT JOIN LATERAL _plan_answer_places('flow', 'sum', '2025-01-01', '2025-12-31', '2026-02-15', '{1,2}', '{0,0}', '{-infinity,-infinity}', '{2025-06-30,infinity}', '{1,2}', '{2025-01-01,2025-01-01}', '{2025-06-30,2025-12-31}', '{2025-07-10,2026-01-10}', '{330,1920}', '{=,=}', '{official,official}', 'standard', a.ended, a.became, a.became_from, a.became_on) AS f ON true ORDER BY a.n;
SELECT a.n, h.known_on_day, h.actual, h.bound FROM asked AS a
CROSS JOIN LATERAL _plan_answer_history('flow', 'sum', '2025-01-01', '2025-12-31', '2025-08-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{1,2}', '{0,0}', '{-infinity,-infinity}', '{2025-06-30,infinity}', '{1,2,2}', '{2025-01-01,2025-01-01,2025-01-01}', '{2025-06-30,2025-12-31,2025-12-31}', '{2025-07-10,2026-01-10,2026-01-20}', '{330,1920,NULL}', '{=,=,=}', '{official,official,official}', 'standard', a.ended, a.became, a.became_from, a.became_on, NULL) AS h WHERE a.n IN (1, 2, 7) ORDER BY a.n, h.known_on_day;
SELECT _plan_answer_places('flow', 'sum', '2025-01-01', '2025-12-31', '2026-02-15', '{1}', '{0}', '{-infinity}', '{infinity}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 'standard', '{1}', '{}', '{}', '{}');
SELECT _plan_answer_places('flow', 'sum', '2025-01-01', '2025-12-31', '2026-02-15', '{1}', '{0}', '{-infinity}', '{infinity}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 'standard', '{1}', '{1}', '{2025-07-01}', '{NULL}');
SELECT _plan_answer_places('flow', 'sum', '2025-01-01', '2025-12-31', '2026-02-15', '{1}', '{0}', '{-infinity}', '{infinity}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 'standard', '{{1}}', '{1}', '{2025-07-01}', '{2025-07-01}');

-- A place that begins in the year: nothing of the days before is missing, and its own days are due.  What begins before them is taken as it is.
INSERT INTO place (code, name, valid_from) VALUES ('NEW', 'New', '2025-07-01');
INSERT INTO indicator (code, node, name, kind) SELECT 'NEW ' || kind, 'P', kind, kind FROM unnest('{flow,average,peak,least,stock,cumulative}'::text[]) AS kind;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'NEW', '2025', '>= 100', '2025-07-01' FROM indicator WHERE code ~ '^NEW';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'NEW', period, value, known_on::date FROM indicator, (VALUES ('2025-Q3', 37, '2025-10-10'), ('2025-Q4', 9, '2026-01-10')) AS v (period, value, known_on) WHERE code ~ '^NEW';
SELECT indicator, actual, bound, answered_by, figure_first_day AS begins, coverage, is_complete, expected, status FROM performance WHERE place = 'NEW' ORDER BY indicator;
SELECT known_on, actual, bound, answered_by, coverage, round(expected::numeric, 3) AS due, status FROM status_history WHERE indicator = 'NEW flow' ORDER BY known_on;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('NEW flow', 'NEW', '2025-01..2025-11', 200, '2026-02-01'), ('NEW average', 'NEW', '2025-H2', 50, '2026-02-01');
SELECT indicator, actual, bound, answered_by, figure_first_day AS begins, figure_last_day AS ends, coverage, is_complete, status FROM performance WHERE indicator IN ('NEW flow', 'NEW average') ORDER BY indicator;
(SELECT indicator, known_on, actual, bound, answered_by, coverage, expected, status FROM status_history WHERE place = 'NEW' AND known_on = '2026-02-01')
EXCEPT ALL SELECT indicator, '2026-02-01', actual, bound, answered_by, coverage, expected, status FROM performance WHERE place = 'NEW';
-- A target of several years of a place that begins in the third of them, and of the place above it: figures to date of the years before are not due.  A place that was there and has no figure of a year lacks it.
INSERT INTO place (code, parent, name, valid_from) VALUES ('ABOVE', NULL, 'Above', NULL), ('OLD', 'ABOVE', 'Old', NULL), ('NEW2', 'ABOVE', 'New 2', '2025-07-01');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT 'NEW cumulative', p, '2023-2027', '>= 1000', '2025-07-01' FROM unnest('{ABOVE,OLD,NEW2}'::text[]) AS p;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('NEW cumulative', 'NEW2', '2025-Q3', '>= 30', '2025-07-01'), ('NEW cumulative', 'NEW2', '2024-07..2025-12', '>= 70', '2025-07-01');
INSERT INTO actual (indicator, place, period, value, known_on) SELECT 'NEW cumulative', place, period, value, '2026-01-10'
FROM (VALUES ('OLD', '2023', 100), ('OLD', '2024', 110), ('OLD', '2025', 120), ('NEW2', '2025-09', 40), ('NEW2', '2025-12', 70)) AS v (place, period, value);
SELECT place, period, actual, bound, figures, answered_by, figure_first_day AS begins, figure_last_day AS ends, coverage, places_covered AS of_these, places FROM performance WHERE place IN ('ABOVE', 'OLD', 'NEW2') ORDER BY place, first_day, last_day;
DELETE FROM actual WHERE place = 'OLD' AND period = '2024';
SELECT place, actual, bound, figures, round(coverage::numeric, 4) AS coverage FROM performance WHERE place IN ('ABOVE', 'OLD') ORDER BY place;
-- A target of several years goes on where a place has become another one, which may have its figures of that year, and those of the year before stay: OLD3 has 50 of
-- 2024, and 30 to June 2025, when it becomes NEW3; STAYS has 100 of 2024.  What the former place has of its last year, or 0, makes it exact.
INSERT INTO place (code, parent, name, valid_from, valid_until) VALUES ('TERM', NULL, 'Term', NULL, NULL), ('STAYS', 'TERM', 'Stays', NULL, NULL), ('OLD3', 'TERM', 'Old 3', NULL, '2025-06-30'), ('NEW3', 'TERM', 'New 3', '2025-07-01', NULL);
INSERT INTO place_change (place, became, changed_on) VALUES ('OLD3', 'NEW3', '2025-07-01');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('NEW cumulative', 'TERM', '2024-2028', '>= 1000', '2024-01-01');
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT 'NEW cumulative', place, period, value, known_on::date
FROM (VALUES ('STAYS', '2024', 100, '2025-01-10'), ('OLD3', '2024', 50, '2025-01-10'), ('STAYS', '2025-06', 60, '2025-07-10'), ('OLD3', '2025-06', 30, '2025-07-10'),
	('STAYS', '2025-07', 70, '2025-08-10'), ('NEW3', '2025-07', 40, '2025-08-10'), ('STAYS', '2025-12', 110, '2026-01-10'), ('NEW3', '2025-12', 70, '2026-01-10'), ('OLD3', '2025', 0, '2026-02-10')) AS v (place, period, value, known_on);
SELECT known_on, actual, bound, figure_last_day AS ends, round(coverage::numeric, 4) AS coverage FROM status_history WHERE place = 'TERM' ORDER BY known_on;
SET tnplan.known_on = '2026-01-20';
SELECT actual, bound, figures, figure_last_day AS ends, round(coverage::numeric, 4) AS coverage, places_covered AS of_these, places FROM performance WHERE place = 'TERM';
RESET search_path;
RESET tnplan.known_on;
CALL plan_drop_workspace('mergers', force => true);
RESET DateStyle;
