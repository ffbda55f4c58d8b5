-- The target of a place that reports nothing itself is answered by the places below it.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('branches');
SET search_path = branches, public;
SET tnplan.known_on = '2024-02-15';
INSERT INTO node (code, name) VALUES ('P', 'plan');
INSERT INTO place (code, parent, kind, name) VALUES ('R', NULL, 'region', 'Region'), ('A', 'R', 'branch', 'Branch A'), ('B', 'R', 'branch', 'Branch B'), ('B1', 'B', 'shop', 'Shop 1'), ('B2', 'B', 'shop', 'Shop 2');
INSERT INTO indicator (code, node, name, unit, kind, across) VALUES ('SALES', 'P', 'Sales', 'million', 'flow', 'sum'), ('STAFF', 'P', 'Staff', '', 'stock', 'sum'), ('RATE', 'P', 'Satisfaction', '%', 'average', 'mean'), ('WAIT', 'P', 'Longest wait', 'min', 'peak', 'max'), ('OWN', 'P', 'Not added up', '', 'flow', 'none');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'R', '2023', '>= 100', '2022-12-31' FROM indicator;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES
	('SALES', 'A', '2023-Q1', 10, '2023-04-10'), ('SALES', 'A', '2023-Q2', 20, '2023-07-10'), ('SALES', 'B1', '2023-01..2023-06', 30, '2023-07-12'), ('SALES', 'B2', '2023-H1', 0.1, '2023-07-15'), ('SALES', 'B2', '2023-H2', 0.2, '2024-01-15'),
	('STAFF', 'A', '2023-06', 40, '2023-07-10'), ('STAFF', 'A', '2023-12', 42, '2024-01-10'), ('STAFF', 'B', '2023-Q2', 60, '2023-07-20'),
	('RATE', 'A', '2023', 90, '2024-01-10'), ('RATE', 'B', '2023', 80, '2024-01-10'), ('RATE', 'B1', '2023', 10, '2024-01-10'),
	('WAIT', 'A', '2023', 30, '2024-01-10'), ('OWN', 'A', '2023', 100, '2024-01-10');
SELECT indicator, bound, actual, figure_last_day, figures, places_covered AS of_these, places, round(coverage::numeric, 2) AS coverage, is_complete, answered_by, status FROM performance ORDER BY indicator;
-- A sum without a branch is at least that; the first half, of which all reported, was complete.
SET tnplan.known_on = '2023-07-15';
SELECT indicator, bound, actual, figure_last_day, places_covered AS of_these, places, round(coverage::numeric, 2) AS coverage, round(expected::numeric, 2) AS due, status FROM performance WHERE indicator = 'SALES';
SET tnplan.known_on = '2023-07-12';
SELECT indicator, bound, actual, figure_last_day, places_covered AS of_these, places, round(coverage::numeric, 2) AS coverage, status FROM performance WHERE indicator = 'SALES';
RESET tnplan.known_on;
SELECT indicator, bound, actual, figure_last_day, places_covered AS of_these, places, status FROM performance WHERE indicator = 'SALES';
SELECT known_on, bound, actual, round(coverage::numeric, 2) AS coverage, status FROM status_history WHERE indicator = 'SALES' ORDER BY known_on;
SELECT indicators, scored, undecided, no_data, at_risk FROM scorecard;
-- An own figure comes first; withdrawn, it is none.
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SALES', 'R', '2023', 101, '2024-02-01');
SELECT actual, answered_by, places, status FROM performance WHERE indicator = 'SALES';
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SALES', 'R', '2023', NULL, '2024-02-10');
SELECT actual, answered_by, places, status FROM performance WHERE indicator = 'SALES';
SELECT known_on, actual, answered_by FROM status_history WHERE indicator = 'SALES' AND known_on >= '2024-01-15' ORDER BY known_on;
-- A goal stands until it is revised or withdrawn.
BEGIN;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT indicator, place, period, goal, known_on FROM (SELECT DISTINCT indicator, place, period FROM target WHERE indicator = 'SALES' ORDER BY indicator, place, period LIMIT 1) AS t, (VALUES ('>= 1', date '2024-02-01'), (NULL, '2024-02-20'), ('>= 2', '2024-03-01')) AS v (goal, known_on);
SELECT place, period, known_on, goal, goal_until, status FROM status_history WHERE goal_until IS NOT NULL OR known_on >= '2024-02-01' ORDER BY place, period, known_on;
SET LOCAL tnplan.known_on = '2024-02-25';
SELECT place, period, known_on, goal, goal_until, status FROM status_history WHERE goal_until IS NOT NULL OR known_on >= '2024-02-01' ORDER BY place, period, known_on;
ROLLBACK;
-- What is closed keeps how many places there were.
SELECT plan_close_period('branches', '2023', '2024-02-15');
SELECT indicator, actual, places_covered, places, is_closed FROM performance ORDER BY indicator;
SELECT plan_reopen_period('branches', '2023');
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place WHERE code NOT IN ('R');

-- Places that come and go.  A stock is that of the last day that all have reported which are there on it: a report more never takes one away.
CREATE TEMP VIEW answer AS SELECT indicator, bound, actual, figure_last_day, places_covered AS of_these, places, round(coverage::numeric, 2) AS coverage, status FROM performance ORDER BY indicator;
CREATE TEMP VIEW period_sum AS SELECT indicator, period, bound, value, figures, places_covered AS of_these, places FROM place_figure WHERE place = 'R' AND NOT is_own ORDER BY indicator, first_day, last_day;
INSERT INTO place (code, parent, name, valid_from, valid_until) VALUES ('A', 'R', 'a', NULL, '2023-06-30'), ('B', 'R', 'b', '2023-07-01', NULL), ('C', 'R', 'c', NULL, NULL);
INSERT INTO indicator (code, node, name, kind, across) VALUES ('STOCK', 'P', 'stock', 'stock', 'sum'), ('TO_DATE', 'P', 'to date', 'cumulative', 'sum'), ('TWO', 'P', 'two', 'stock', 'sum'), ('FIRST', 'P', 'first', 'first', 'sum');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'R', '2023', '>= 10', '2022-12-31' FROM indicator;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, r.* FROM indicator AS i, (VALUES ('A', '2023-01..2023-06', 1, date '2024-01-10'), ('B', '2023-07..2023-12', 6, '2024-01-10'), ('C', '2023-01..2023-03', 2, '2024-01-10'), ('C', '2023', 6, '2024-01-10')) AS r WHERE i.code IN ('STOCK', 'TO_DATE');
UPDATE place SET valid_from = NULL WHERE code = 'B';
INSERT INTO actual (indicator, place, period, value, known_on) SELECT 'TWO', r.* FROM (VALUES ('A', '2023-03', 5, date '2024-01-10'), ('B', '2023-03', 3, '2024-01-10'), ('C', '2023-03', 3, '2024-01-10'), ('A', '2023-06', 4, '2024-01-10'), ('C', '2023-06', 1, '2024-01-10'), ('B', '2023-05', 9, '2024-01-10')) AS r;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FIRST', 'A', '2023-01', 5, '2024-01-10'), ('FIRST', 'C', '2023-05', 7, '2024-01-10');
SELECT * FROM answer WHERE indicator IN ('TWO', 'FIRST');
DELETE FROM actual WHERE place = 'B' AND last_day < '2023-07-01';
UPDATE place SET valid_from = '2023-07-01' WHERE code = 'B';
SELECT * FROM answer WHERE indicator IN ('STOCK', 'TO_DATE');
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place WHERE code <> 'R';
-- A place whose parts come later is counted itself, in part of a year too; the figure of its first half stands for no part that came behind it.
INSERT INTO indicator (code, node, name, kind, across) VALUES ('FLOW', 'P', 'flow', 'flow', 'sum');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('FLOW', 'R', '2023', '>= 6', '2022-12-31');
INSERT INTO place (code, parent, name, valid_from) VALUES ('A', 'R', 'a', NULL), ('B', 'R', 'b', NULL), ('A1', 'A', 'a1', '2025-01-01'), ('A2', 'A', 'a2', '2025-01-01');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'B', '2023', 6, '2024-01-10');
SELECT * FROM answer;
TABLE period_sum;
UPDATE place SET valid_until = '2023-06-30' WHERE code = 'A';
UPDATE place SET valid_from = '2023-07-01' WHERE code IN ('A1', 'A2');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'A1', '2023-H2', 3, '2024-01-10'), ('FLOW', 'A2', '2023-H2', 4, '2024-01-10');
SELECT * FROM answer;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('FLOW', 'A', '2023-H1', 3, '2024-01-10');
SELECT * FROM answer;
TABLE period_sum;
-- One that is there with it for some days is not counted beside it, and has a gap.
UPDATE place SET valid_from = '2023-04-01' WHERE code = 'A2';
SELECT * FROM answer;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place WHERE code <> 'R';
DROP VIEW answer, period_sum;

-- Days that are missing from the figure of a place say of the place above what they say of it: an average is about, a highest value a lower bound, a lowest one an upper.  A place that is missing makes no bound of what is about.
INSERT INTO place (code, parent, name) VALUES ('A', 'R', 'a'), ('B', 'A', 'b'), ('C', 'A', 'c');
INSERT INTO indicator (code, node, name, kind, across, direction) SELECT kind || ' ' || across || CASE direction WHEN 'lower' THEN ' <=' ELSE '' END, 'P', kind, kind, across, direction FROM unnest('{average,peak,least,flow}'::text[]) AS kind, unnest('{sum,mean,max,min}'::text[]) AS across, unnest('{higher,lower}'::text[]) AS direction WHERE direction = 'higher' OR kind || across = 'averagesum';
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p.code, '2023', CASE i.direction WHEN 'lower' THEN '<= ' ELSE '>= ' END || 20, '2022-12-31' FROM indicator AS i, place AS p WHERE p.code <> 'R';
CREATE TEMP TABLE reported (said text, place text, periods text);
INSERT INTO reported VALUES ('C has a gap', 'B', '2023'), ('C has a gap', 'C', '2023-Q1,2023-Q4'), ('C is behind', 'B', '2023'), ('C is behind', 'C', '2023-H1'), ('each has a gap', 'B', '2023-Q1,2023-Q4'), ('each has a gap', 'C', '2023-Q1,2023-Q4'), ('B has a gap, no C', 'B', '2023-Q1,2023-Q4');
CREATE TEMP TABLE said_above (said text, indicator text, actual float8, bound text, status text);
DO $$
DECLARE
	r record;
BEGIN
	FOR r IN SELECT DISTINCT said FROM reported LOOP
		DELETE FROM actual;
		INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, r2.place, p, 15, '2024-01-10' FROM indicator AS i, reported AS r2, unnest(string_to_array(r2.periods, ',')) AS p WHERE r2.said = r.said;
		INSERT INTO said_above SELECT r.said, indicator, actual, bound, status FROM performance WHERE place = 'A';
		INSERT INTO said_above SELECT r.said, h.indicator, h.actual, h.bound, 'in status_history' FROM status_history AS h JOIN performance AS p USING (indicator, place, period) WHERE place = 'A' AND h.known_on = '2024-01-10' AND (h.bound, h.status) IS DISTINCT FROM (p.bound, p.status);
	END LOOP;
END
$$;
SELECT said, string_agg(split_part(indicator, ' ', 2) || ' ' || coalesce(bound, '?') || actual || ' ' || status || coalesce(' of ' || nullif(split_part(indicator, ' ', 3), ''), ''), ', ' ORDER BY indicator) FILTER (WHERE indicator LIKE 'average%') AS average, string_agg(split_part(indicator, ' ', 2) || ' ' || coalesce(bound, '?') || actual, ', ' ORDER BY indicator) FILTER (WHERE indicator LIKE 'peak%') AS peak, string_agg(split_part(indicator, ' ', 2) || ' ' || coalesce(bound, '?') || actual, ', ' ORDER BY indicator) FILTER (WHERE indicator LIKE 'least%') AS least, string_agg(split_part(indicator, ' ', 2) || ' ' || coalesce(bound, '?') || actual, ', ' ORDER BY indicator) FILTER (WHERE indicator LIKE 'flow%') AS flow FROM said_above GROUP BY said ORDER BY said;
-- A mean of which a part is missing is nothing where another is a bound.  Of two stocks of one day the place above takes the one that the place itself does.
DELETE FROM actual;
INSERT INTO indicator (code, node, name, kind, across) VALUES ('stock', 'P', 'stock', 'stock', 'sum');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT 'stock', code, '2023', '>= 20', '2022-12-31' FROM place WHERE code IN ('A', 'B');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('stock', 'B', '2023-H1', 10, '2023-07-10'), ('stock', 'B', '2023-06', 12, '2023-08-01');
INSERT INTO actual (indicator, place, period, value, bound, known_on) VALUES ('average sum', 'B', '2023-Q1', 15, '>=', '2024-01-10'), ('average sum', 'B', '2023-Q4', 15, '=', '2024-01-10'), ('flow mean', 'B', '2023', 15, '>=', '2024-01-10');
SELECT indicator, place, actual, bound, status FROM performance WHERE actual IS NOT NULL ORDER BY indicator, place;
SELECT indicator, place, value, bound FROM place_figure WHERE indicator = 'flow mean' AND place = 'A';
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place WHERE code <> 'R';

-- Where a figure of the period is below zero, of whatever place below and whether it counts or not, what is missing may be, too: no bound is said of a sum that lacks something.
INSERT INTO place (code, parent, name) VALUES ('A', 'R', 'a'), ('B', 'R', 'b'), ('B1', 'B', 'b1'), ('B2', 'B', 'b2'), ('B3', 'B', 'b3');
INSERT INTO indicator (code, node, name, kind, across, frequency) SELECT kind, 'P', kind, kind, 'sum', 'month' FROM unnest('{flow,stock,cumulative,peak}'::text[]) AS kind;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R', '2023-Q1', '>= 4', '2022-12-31' FROM indicator AS i;
CREATE TEMP TABLE profit (n int, says text, reports text);
INSERT INTO profit VALUES (1, 'b is late', 'A 10 -5 4,B -2 20'), (2, 'b has a gap', 'A 10 -5 4,B -2 . 20'), (3, 'b is silent', 'A 10 -5 4'), (4, 'b is silent, losses are past', 'A -4 2 9'), (5, 'from 0 on', 'A 10 0 4,B 2 20'),
	(6, 'a loss that does not count', 'B 1 2 9,B1 -3 1 1'), (7, 'all are there', 'A 10 -5 4,B -2 20 3'), (8, 'a has losses and a gap, b the rest', 'A -1 . 9,B 2 2 2'), (9, 'b has losses, a a gap', 'A 1 . 9,B -2 2 2'), (10, 'b is below zero in all', 'A 9 9 9,B1 -2 -2 -2,B2 1 1 1');
CREATE TEMP TABLE said_of_losses (n int, indicator text, says text);
DO $$
DECLARE
	r record;
BEGIN
	FOR r IN TABLE profit LOOP
		DELETE FROM actual;
		INSERT INTO actual (indicator, place, period, value, known_on)
		SELECT i.code, split_part(e, ' ', 1), '2023-0' || m, CASE i.kind WHEN 'cumulative' THEN (SELECT sum(nullif(split_part(e, ' ', n + 1), '.')::float8) FROM generate_series(1, m) AS n) ELSE split_part(e, ' ', m + 1)::float8 END, '2023-04-05'
		FROM indicator AS i, unnest(string_to_array(r.reports, ',')) AS e, generate_series(1, 3) AS m WHERE split_part(e, ' ', m + 1) NOT IN ('', '.');
		INSERT INTO said_of_losses SELECT r.n, p.indicator, concat_ws(' ', coalesce(p.bound, '?'), p.actual, p.status, CASE WHEN (h.bound, h.status) IS DISTINCT FROM (p.bound, p.status) THEN 'but ' || h.status END) FROM performance AS p LEFT JOIN status_history AS h ON h.indicator = p.indicator AND h.place = p.place AND h.known_on = '2023-04-05';
		INSERT INTO said_of_losses SELECT r.n, 'March', concat_ws(' ', coalesce(bound, '?'), value) FROM place_figure WHERE indicator = 'flow' AND place = 'R' AND period = '2023-03';
	END LOOP;
END
$$;
SELECT p.says, max(s.says) FILTER (WHERE indicator = 'flow') AS flow, max(s.says) FILTER (WHERE indicator = 'stock') AS stock, max(s.says) FILTER (WHERE indicator = 'cumulative') AS to_date, max(s.says) FILTER (WHERE indicator = 'peak') AS peak, max(s.says) FILTER (WHERE indicator = 'March') AS march FROM profit AS p JOIN said_of_losses AS s USING (n) GROUP BY p.n, p.says ORDER BY p.n;
-- So it is of a place itself: a month below zero says so beside the quarter that counts.  What was corrected or withdrawn says nothing.
DELETE FROM actual;
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('flow', 'A', '2023', '>= 4', '2022-12-31');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('flow', 'A', '2023-01', -3, '2023-02-05'), ('flow', 'A', '2023-Q1', 5, '2023-04-05'), ('flow', 'A', '2023-Q3', 5, '2023-10-05'), ('flow', 'A', '2023-01', 3, '2023-11-05'), ('flow', 'A', '2023-02', -2, '2023-11-15'), ('flow', 'A', '2023-02', NULL, '2023-11-25');
SELECT known_on, actual, bound, status FROM status_history WHERE place = 'A' AND known_on > '2023-05-01' ORDER BY known_on;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place WHERE code <> 'R';

-- Random trees, places that come and go, and reports, beside the same in plain SQL: each nearest place that has figures has an answer of its own, and these are put together.
CREATE FUNCTION pg_temp.chance(VARIADIC text[]) RETURNS float8 LANGUAGE sql AS $$ SELECT ('x' || left(md5(array_to_string($1, '/')), 8))::bit(32)::bigint / 4294967296.0 $$;
INSERT INTO place (code, parent, name) SELECT 'L' || i, CASE WHEN i <= 4 THEN 'R' ELSE 'L' || (1 + floor(pg_temp.chance('parent', i::text) * (i - 1)))::int END, 'place' FROM generate_series(1, 40) AS i ORDER BY i;
UPDATE place SET valid_until = (ARRAY['2022-12-31', '2023-03-31', '2023-05-31', '2023-06-30', '2023-06-30']::date[])[1 + floor(pg_temp.chance('which', code) * 5)] WHERE (code = 'L3' OR pg_temp.chance('until', code) < 0.25) AND code <> 'R';
UPDATE place SET valid_from = (ARRAY['2023-02-15', '2023-03-01', '2023-07-01', '2023-07-01', '2024-02-01']::date[])[1 + floor(pg_temp.chance('which', code) * 5)] WHERE valid_until IS NULL AND pg_temp.chance('from', code) < 0.4 AND code <> 'R';
INSERT INTO indicator (code, node, name, kind, across) SELECT kind || ' ' || across || ' ' || n, 'P', kind, kind, across FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) AS kind, unnest('{sum,mean,max,min}'::text[]) AS across, generate_series(1, 3) AS n;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p.code, '2023', '>= 50', '2022-12-31' FROM indicator AS i, place AS p WHERE p.code = 'R' OR pg_temp.chance('target', i.code, p.code) < 0.3 AND daterange(p.valid_from, p.valid_until, '[]') && '[2023-01-01,2023-12-31]';
INSERT INTO actual (indicator, place, period, value, bound, vintage, known_on)
SELECT i.code, p.code, period, CASE WHEN pg_temp.chance('null', i.code, p.code, period) < 0.05 THEN NULL ELSE round((pg_temp.chance('value', i.code, p.code, period) * 40 - CASE WHEN i.code ~ '3' THEN 0.2 ELSE 4 END)::numeric, 1) END,
	(ARRAY['=', '=', '=', '=', '=', '=', '~', '>', '>=', '<', '<='])[1 + floor(pg_temp.chance('bound', i.code, p.code, period) * 11)], (ARRAY['estimate', 'official'])[1 + floor(pg_temp.chance('vintage', i.code, p.code, period) * 2)], '2024-01-10'
FROM indicator AS i, place AS p, unnest('{2023,2023-H1,2023-H2,2023-Q1,2023-Q2,2023-03,2023-05,2023-12}'::text[]) AS period
WHERE pg_temp.chance('report', i.code, p.code, period) < CASE right(i.code, 1) WHEN '1' THEN 0.04 WHEN '2' THEN 0.12 ELSE 0.3 END AND daterange(p.valid_from, p.valid_until, '[]') && daterange(plan_first_day(plan_parse_period(period)), plan_last_day(plan_parse_period(period)), '[]') AND p.code <> 'R';
-- Lives of places, and the days on which they have nothing below them; cases are what is asked of a place, of days that are due, and of those with figures.
CREATE TEMP TABLE life AS
SELECT p.code, p.parent, daterange(p.valid_from, p.valid_until, '[]') AS days,
	datemultirange(daterange(p.valid_from, p.valid_until, '[]')) - coalesce((SELECT range_agg(daterange(c.valid_from, c.valid_until, '[]')) FROM place_above AS a JOIN place AS c ON c.code = a.place WHERE a.ancestor = p.code AND a.steps > 0), '{}') AS lowest
FROM place AS p;
CREATE TEMP TABLE known AS SELECT * FROM actual WHERE value IS NOT NULL;
CREATE TEMP TABLE cases AS
SELECT row_number() OVER () AS id, c.*, CASE kind WHEN 'first' THEN daterange(day, day, '[]') WHEN 'stock' THEN daterange(day, day, '[]') ELSE daterange('2023-01-01', day, '[]') END AS due
FROM (
	SELECT DISTINCT t.indicator, t.place AS top, i.kind, i.across, NULL AS period, CASE WHEN i.kind IN ('stock', 'cumulative') THEN k.last_day WHEN i.kind = 'first' THEN k.first_day ELSE '2023-12-31' END AS day
	FROM target AS t JOIN indicator AS i ON i.code = t.indicator JOIN place_above AS a ON a.ancestor = t.place AND a.steps > 0 JOIN known AS k ON k.indicator = t.indicator AND k.place = a.place
	WHERE NOT EXISTS (SELECT FROM known AS o WHERE o.indicator = t.indicator AND o.place = t.place)
	UNION ALL
	SELECT DISTINCT k.indicator, a.ancestor, i.kind, i.across, k.period, CASE WHEN i.kind = 'first' THEN k.first_day ELSE k.last_day END
	FROM known AS k JOIN indicator AS i ON i.code = k.indicator JOIN place_above AS a ON a.place = k.place
	WHERE k.indicator IN ('flow sum 2', 'flow sum 3', 'stock sum 3', 'first sum 3') AND NOT EXISTS (SELECT FROM known AS o WHERE o.indicator = k.indicator AND o.place = a.ancestor AND o.period = k.period)
) AS c;
UPDATE cases SET due = daterange(plan_first_day(plan_parse_period(period)), plan_last_day(plan_parse_period(period)), '[]') WHERE period IS NOT NULL AND kind = 'flow';
CREATE TEMP TABLE has AS
SELECT DISTINCT c.id, k.place FROM cases AS c JOIN known AS k ON k.indicator = c.indicator AND (k.period = c.period OR c.period IS NULL AND (c.kind = 'first' OR k.last_day <= c.day));
CREATE TEMP TABLE due_below AS SELECT DISTINCT c.due, a.ancestor AS place FROM (SELECT DISTINCT due FROM cases) AS c, place_above AS a JOIN life AS l ON l.code = a.place WHERE a.steps > 0 AND l.days && c.due;
-- From the top down: who stands for a place is the nearest above it that has a figure and shares a day with it.  Where one day decides, a place that is not there has none.
ANALYZE cases, has, due_below, life;
CREATE TEMP TABLE walk AS
WITH RECURSIVE walk AS (
	SELECT c.id, c.kind, c.due, c.top AS place, '{}'::text[] COLLATE "C" AS figures, NULL::text COLLATE "C" AS stands FROM cases AS c
	UNION ALL
	SELECT w.id, w.kind, w.due, l.code, CASE WHEN n.is_own THEN w.figures || l.code ELSE w.figures END, CASE WHEN n.is_own THEN l.code ELSE n.stands END
	FROM walk AS w JOIN life AS l ON l.parent = w.place
	CROSS JOIN LATERAL (
		SELECT s.stands, s.stands IS NULL AND EXISTS (SELECT FROM has AS h WHERE h.id = w.id AND h.place = l.code) AND (l.days && w.due OR w.kind NOT IN ('stock', 'first') AND NOT EXISTS (SELECT FROM due_below AS b WHERE b.due = w.due AND b.place = l.code)) AS is_own
		FROM (SELECT (SELECT f.code FROM unnest(w.figures) WITH ORDINALITY AS u (code, n) JOIN life AS f USING (code) WHERE NOT l.days && w.due OR NOT isempty(f.days * l.days * w.due) ORDER BY u.n DESC LIMIT 1) AS stands) AS s
	) AS n
)
SELECT w.id, w.place, w.stands, l.days, l.lowest FROM walk AS w JOIN cases AS c ON c.id = w.id AND c.top <> w.place JOIN life AS l ON l.code = w.place;
-- Of the answers of a case those that are of its day.
ANALYZE walk, cases, has;
CREATE TEMP TABLE figure AS
SELECT w.id, w.place, w.days, r.covers, f.*,
	CASE c.kind WHEN 'stock' THEN f.figure_last_day = c.day WHEN 'first' THEN f.figure_first_day = c.day WHEN 'cumulative' THEN f.figure_last_day >= least(c.day, upper(w.days) - 1) ELSE true END AS is_of_day
FROM walk AS w JOIN cases AS c ON c.id = w.id AND c.period IS NULL CROSS JOIN LATERAL (
	SELECT array_agg(first_day) AS first_days, array_agg(last_day) AS last_days, array_agg(known_on) AS known_on, array_agg(value) AS figures, array_agg(bound) AS bounds, array_agg(vintage) AS vintages, range_agg(daterange(first_day, last_day, '[]')) FILTER (WHERE value IS NOT NULL) AS covers,
		CASE WHEN c.kind IN ('stock', 'first', 'cumulative') OR lower_inf(w.days) THEN '2023-01-01' ELSE greatest('2023-01-01', least(lower(w.days), min(first_day) FILTER (WHERE value IS NOT NULL))) END AS begins
	FROM actual AS a WHERE a.indicator = c.indicator AND a.place = w.place
) AS r CROSS JOIN LATERAL _plan_answer(c.kind, r.begins, CASE WHEN c.kind = 'first' THEN '2023-12-31' ELSE c.day END, '2024-02-15', r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages) AS f WHERE w.stands = w.place;
UPDATE cases AS c SET due = daterange('2023-01-01', f.last_day, '[]') FROM (SELECT id, max(figure_last_day) AS last_day FROM figure GROUP BY id) AS f WHERE f.id = c.id AND c.kind IN ('flow', 'average', 'peak', 'least');
-- The share of the days of each place that the figure which stands for it has.
CREATE TEMP TABLE share AS
SELECT w.id, w.place, w.lowest && c.due AS is_lowest, c.kind = 'cumulative' AND coalesce(upper(w.days) <= c.day, false) AS has_ended, f.id IS NOT NULL AS is_covered, f.id IS NULL OR NOT w.days * c.due <@ f.days AS lacks,
	coalesce(CASE WHEN c.kind IN ('stock', 'first', 'cumulative') OR isempty(f.days * c.due) THEN 1 ELSE coalesce((SELECT sum(upper(d) - lower(d)) FROM unnest(f.covers * datemultirange(f.days * c.due)) AS d), 0)::numeric / (upper(f.days * c.due) - lower(f.days * c.due)) END
		* CASE WHEN isempty(w.days * c.due) THEN 1 WHEN isempty(w.days * f.days * c.due) THEN 0 ELSE (upper(w.days * f.days * c.due) - lower(w.days * f.days * c.due))::numeric / (upper(w.days * c.due) - lower(w.days * c.due)) END, 0) AS share
FROM walk AS w JOIN cases AS c ON c.id = w.id AND c.period IS NULL LEFT JOIN figure AS f ON f.id = w.id AND f.place = w.stands AND f.is_of_day;
CREATE INDEX ON share (id);
ANALYZE share, figure;
-- Cases of which a figure is below zero, whether it counts or not.
CREATE TEMP TABLE losses AS SELECT DISTINCT c.id FROM cases AS c JOIN walk AS w ON w.id = c.id JOIN known AS k ON k.indicator = c.indicator AND k.place = w.place AND k.period = coalesce(c.period, k.period) WHERE k.value < 0;
CREATE TEMP TABLE by_hand AS
SELECT DISTINCT ON (c.indicator, c.top) c.indicator, c.top AS place, c.kind, c.across, f.*, s.*
FROM cases AS c
JOIN (
	SELECT f.id, sum(f.figures)::int AS figures, min(f.vintage) AS vintage, max(f.figure_last_day) AS last_day,
		CASE c.across WHEN 'sum' THEN sum(f.actual::numeric) WHEN 'mean' THEN avg(f.actual::numeric) WHEN 'max' THEN max(f.actual) ELSE min(f.actual) END AS value,
		bool_or(f.bound IN ('>', '>=') OR s.share < 1 AND c.kind IN ('flow', 'cumulative', 'peak')) AS up, bool_or(f.bound IN ('<', '<=') OR s.share < 1 AND c.kind = 'least') AS down,
		bool_or(f.bound IS NULL OR s.share < 1 AND (c.kind IN ('flow', 'cumulative') AND c.id IN (TABLE losses) OR c.kind = 'average' AND f.bound NOT IN ('=', '~'))) AS unknown, bool_or(c.id IN (TABLE losses)) AS below_zero,
		coalesce(max(lower(f.days)) FILTER (WHERE f.days && c.due) >= min(upper(f.days)) FILTER (WHERE f.days && c.due), false) AND c.kind || c.across NOT IN ('flowsum', 'cumulativesum', 'flowmax', 'cumulativemax', 'peakmax', 'leastmin')
			OR c.kind || c.across = 'averagesum' AND count(DISTINCT f.days * c.due) FILTER (WHERE f.days && c.due) > 1 AS follow_each_other,
		bool_or(s.share < 1) AS has_short, bool_or(s.share < 1 AND c.kind = 'average') AS is_rough
	FROM figure AS f JOIN cases AS c ON c.id = f.id JOIN share AS s ON s.id = f.id AND s.place = f.place WHERE f.is_of_day GROUP BY f.id, c.across, c.kind
) AS f ON f.id = c.id AND (c.kind NOT IN ('stock', 'cumulative') OR f.last_day = c.day)
CROSS JOIN LATERAL (
	SELECT count(*)::int AS places, count(*) FILTER (WHERE s.is_covered)::int AS covered, coalesce(avg(s.share), 1) AS coverage, f.has_short OR coalesce(min(s.share), 1) < 1 AS has_gap, coalesce(bool_or(s.lacks), false) AS lacks_places, coalesce(bool_or(s.share < 1 AND NOT s.has_ended), false) AS waits FROM share AS s WHERE s.id = c.id AND s.is_lowest
) AS s
ORDER BY c.indicator, c.top, CASE WHEN c.kind = 'first' THEN c.day END, s.waits, c.day DESC;
SELECT h.kind IN ('stock', 'cumulative', 'first') AS has_day, count(*) > 60 AS many, count(*) FILTER (WHERE p.is_complete) > 5 AS complete, count(*) FILTER (WHERE p.coverage < 1) > 30 AS gaps, count(*) FILTER (WHERE p.actual IS NULL OR h.across IN ('sum', 'mean') AND abs(p.actual - h.value) > 1e-9) AS values,
	count(*) FILTER (WHERE (p.figures, p.vintage, p.figure_last_day) IS DISTINCT FROM (h.figures, h.vintage, h.last_day)) AS figures,
	count(*) FILTER (WHERE (p.places, p.places_covered) IS DISTINCT FROM (h.places, h.covered)) AS places,
	count(*) FILTER (WHERE abs(p.coverage - h.coverage) > 1e-9 OR p.is_complete AND h.has_gap) AS coverage,
	count(*) FILTER (WHERE h.across IN ('sum', 'mean') AND p.bound IS DISTINCT FROM CASE WHEN h.follow_each_other OR h.unknown OR h.up AND h.down OR h.lacks_places AND (h.across = 'mean' AND (h.up OR h.down) OR h.across = 'sum' AND (h.below_zero OR h.down OR h.is_rough)) OR h.is_rough AND (h.up OR h.down) THEN NULL
		WHEN h.is_rough OR h.lacks_places AND h.across = 'mean' THEN '~' WHEN h.up OR h.lacks_places THEN CASE WHEN p.bound = '>' THEN '>' ELSE '>=' END WHEN h.down THEN CASE WHEN p.bound = '<' THEN '<' ELSE '<=' END ELSE CASE WHEN p.bound = '~' THEN '~' ELSE '=' END END
		OR h.follow_each_other AND p.bound IS NOT NULL) AS bounds
FROM by_hand AS h JOIN performance AS p USING (indicator, place) GROUP BY 1 ORDER BY 1;
SELECT count(*) AS not_answered FROM performance AS p WHERE (p.answered_by IS NOT DISTINCT FROM 'places') <> EXISTS (SELECT FROM by_hand AS h WHERE h.indicator = p.indicator AND h.place = p.place);
-- The figures of one period.
CREATE TEMP TABLE of_period AS
SELECT c.indicator, c.top AS place, c.period, sum(k.value) AS value, count(*)::int AS figures, bool_or(k.bound LIKE '>%') AS up, bool_or(k.bound LIKE '<%') AS down, c.id IN (TABLE losses) AS has_losses,
	(SELECT count(*)::int FROM walk AS w WHERE w.id = c.id AND w.lowest && c.due) AS places,
	(SELECT count(*)::int FROM walk AS w JOIN life AS l ON l.code = w.stands WHERE w.id = c.id AND w.lowest && c.due AND w.days * c.due <@ l.days) AS covered
FROM cases AS c JOIN walk AS w ON w.id = c.id AND w.stands = w.place JOIN known AS k ON k.indicator = c.indicator AND k.place = w.place AND k.period = c.period
WHERE c.period IS NOT NULL GROUP BY c.id, c.indicator, c.top, c.period, c.due;
SELECT count(*) > 200 AS many, count(*) FILTER (WHERE p.value IS NULL OR abs(p.value - h.value) > 1e-9 OR p.figures <> h.figures) AS values, count(*) FILTER (WHERE (p.places, p.places_covered) IS DISTINCT FROM (h.places, h.covered)) AS places, count(*) FILTER (WHERE (p.bound IS NULL) <> (h.up AND h.down OR h.covered < h.places AND (h.has_losses OR h.down)) OR p.bound = '=' AND h.covered < h.places) AS bounds
FROM of_period AS h FULL JOIN (SELECT * FROM place_figure WHERE NOT is_own AND indicator IN ('flow sum 2', 'flow sum 3', 'stock sum 3', 'first sum 3')) AS p USING (indicator, place, period);
SELECT count(*) AS compared, count(*) FILTER (WHERE (p.actual, p.bound, p.answered_by, p.coverage, p.expected, p.status) IS DISTINCT FROM (h.actual, h.bound, h.answered_by, h.coverage, h.expected, h.status)) AS different
FROM performance AS p JOIN (SELECT DISTINCT ON (indicator, place) * FROM status_history ORDER BY indicator, place, known_on DESC) AS h USING (indicator, place) WHERE p.actual IS NOT NULL;

-- Figures that became known on many days, and revised targets: the history is what the answers of each single day are.  Places below count where
-- nothing, or something withdrawn, was reported until today.
UPDATE actual SET known_on = known_on + floor(pg_temp.chance('day', indicator, place, period) * 8)::int, value = CASE WHEN pg_temp.chance('withdrawn', indicator, place, period) > 0.1 THEN value END;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, CASE WHEN pg_temp.chance('gone', indicator, place, period) > 0.2 THEN value + 1 END, known_on + 1 + floor(pg_temp.chance('later', indicator, place, period) * 8)::int FROM actual WHERE pg_temp.chance('revised', indicator, place, period) < 0.3;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT indicator, place, period, goal, '2024-01-14' FROM target WHERE pg_temp.chance('target', indicator, place) < 0.3;
CREATE TEMP TABLE day_by_day AS
WITH t AS (
	SELECT indicator, place, known_on, lead(known_on, 1, 'infinity') OVER (PARTITION BY indicator, place ORDER BY known_on) AS known_before FROM target
)
SELECT t.indicator, t.place, e.day, coalesce(own.actual, below.actual) AS actual, coalesce(own.bound, below.bound) AS bound, coalesce(own.vintage, below.vintage) AS vintage,
	coalesce(CASE WHEN own.answered_by = 'same period' AND own.figure_first_day > '2023-01-01' AND i.kind NOT IN ('stock', 'first', 'cumulative') THEN 'parts' ELSE own.answered_by END, below.answered_by) AS answered_by, coalesce(own.figure_last_day, below.figure_last_day) AS figure_last_day, coalesce(own.coverage, below.coverage) AS coverage
FROM t JOIN indicator AS i ON i.code = t.indicator
CROSS JOIN LATERAL (
	SELECT DISTINCT day FROM (
		SELECT t.known_on AS day UNION ALL SELECT a.known_on FROM actual AS a WHERE a.indicator = t.indicator AND a.place = t.place
		UNION ALL SELECT b.known_on FROM actual AS b JOIN place_above AS p ON p.place = b.place AND p.ancestor = t.place AND p.steps > 0
		WHERE b.indicator = t.indicator AND i.across <> 'none' AND NOT EXISTS (SELECT FROM actual AS a WHERE a.indicator = t.indicator AND a.place = t.place GROUP BY a.indicator HAVING count(*) = count(a.value))
	) AS d WHERE day >= t.known_on AND day < t.known_before
) AS e
LEFT JOIN LATERAL (
	SELECT f.* FROM (SELECT array_agg(first_day) AS first_days, array_agg(last_day) AS last_days, array_agg(known_on) AS known_on, array_agg(value) AS figures, array_agg(bound) AS bounds, array_agg(vintage) AS vintages FROM actual AS a WHERE a.indicator = t.indicator AND a.place = t.place) AS r,
		LATERAL (SELECT CASE WHEN i.kind IN ('flow', 'average', 'peak', 'least') THEN greatest('2023-01-01', least(h.valid_from, min(k.first_day))) ELSE '2023-01-01' END AS day FROM place AS h LEFT JOIN (
			SELECT DISTINCT ON (first_day, last_day) first_day, value FROM actual AS a WHERE a.indicator = t.indicator AND a.place = t.place AND known_on <= e.day AND first_day >= '2023-01-01' AND last_day <= '2023-12-31' ORDER BY first_day, last_day, known_on DESC
		) AS k ON k.value IS NOT NULL WHERE h.code = t.place AND h.valid_from > '2023-01-01' GROUP BY h.valid_from UNION ALL SELECT '2023-01-01' LIMIT 1) AS there,
		LATERAL _plan_answer(i.kind, there.day, '2023-12-31', e.day, r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages) AS f
) AS own ON true
LEFT JOIN LATERAL (
	SELECT array_agg(p.id ORDER BY a.steps) AS places, array_agg(q.id ORDER BY a.steps) AS parents, array_agg(coalesce(p.valid_from, '-infinity') ORDER BY a.steps) AS valid_from, array_agg(coalesce(p.valid_until, 'infinity') ORDER BY a.steps) AS valid_until
	FROM place_above AS a JOIN place AS p ON p.code = a.place JOIN place AS q ON q.code = p.parent WHERE a.ancestor = t.place AND a.steps > 0 AND i.across <> 'none' AND NOT EXISTS (SELECT FROM actual AS o WHERE o.indicator = t.indicator AND o.place = t.place GROUP BY o.indicator HAVING count(*) = count(o.value))
) AS tree ON true
LEFT JOIN LATERAL (
	SELECT f.* FROM (SELECT array_agg(p.id) AS places, array_agg(first_day) AS first_days, array_agg(last_day) AS last_days, array_agg(known_on) AS known_on, array_agg(value) AS figures, array_agg(bound) AS bounds, array_agg(vintage) AS vintages
			FROM actual AS a JOIN place AS p ON p.code = a.place WHERE a.indicator = t.indicator AND p.id = ANY (tree.places)) AS u,
		_plan_answer_places(i.kind, i.across, '2023-01-01', '2023-12-31', e.day, tree.places, tree.parents, tree.valid_from, tree.valid_until, u.places, u.first_days, u.last_days, u.known_on, u.figures, u.bounds, u.vintages) AS f
) AS below ON own.actual IS NULL;
CREATE TEMP TABLE history AS SELECT indicator, place, known_on, actual, bound, vintage, answered_by, figure_last_day, coverage FROM status_history;
UPDATE day_by_day SET coverage = coalesce(coverage, 0);
SELECT count(*) > 1000 AS many, count(*) FILTER (WHERE answered_by = 'places') > 200 AS of_places, count(*) FILTER (WHERE answered_by <> 'places') > 200 AS own FROM day_by_day;
(TABLE day_by_day EXCEPT ALL TABLE history) UNION ALL (TABLE history EXCEPT ALL TABLE day_by_day);

-- What is reported of a quarter: a year is none of its last quarter, and months and reports to date are where they have no gap.
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
UPDATE setting SET term = '2023';
INSERT INTO indicator (code, node, name, kind, frequency) SELECT kind, 'P', kind, kind, 'quarter' FROM unnest('{flow,stock,cumulative,average,first}'::text[]) AS kind;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'R', '2023', '>= 1', '2022-12-31' FROM indicator;
CREATE TEMP TABLE reports (case_no int, periods text);
INSERT INTO reports VALUES (1, '2023'), (2, '2023-Q1,2023-H1'), (3, '2023-Q1,2023-H1,2023-01..2023-09,2023'), (4, '2023-H1,2023-12'), (5, '2023-04,2023-05,2023-06,2023-10,2023-12'), (6, '2023-Q1,2023-Q4'), (7, '2023-01');
DO $$
DECLARE
	r record;
BEGIN
	CREATE TEMP TABLE outcome (case_no int, indicator text, reported int, first_missing text, last_reported date);
	FOR r IN SELECT * FROM reports LOOP
		DELETE FROM actual;
		INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'R', p, 1, '2024-01-10' FROM indicator, unnest(string_to_array(r.periods, ',')) AS p;
		INSERT INTO outcome SELECT r.case_no, indicator, reported, first_missing, last_reported FROM coverage;
	END LOOP;
END
$$;
SELECT periods, string_agg(indicator || ' ' || reported || coalesce(' from ' || right(first_missing, 2), ''), ', ' ORDER BY indicator) AS "reported, missing from" FROM outcome JOIN reports USING (case_no) GROUP BY case_no, periods ORDER BY case_no;
-- Errors, and values that no view gives.
SELECT * FROM _plan_answer_places('flow', 'sum', '2023-01-01', '2023-12-31', '2024-01-01', '{1,2}', '{0,1}', '{-infinity,-infinity}', '{infinity,infinity}', '{2,2,7}', '{2023-01-01,2023-07-01,2023-01-01}', '{2023-06-30,2023-12-31,2023-12-31}', '{2023-07-01,2024-01-01,2024-01-01}', '{1,2,5}', '{=,=,=}', '{official,official,official}');
SELECT _plan_answer_places('flow', 'sum', '2023-01-01', '2023-12-31', '2024-01-01', '{1,2}', '{2,0}', '{-infinity,-infinity}', '{infinity,infinity}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
SELECT _plan_answer_places('flow', 'sum', '2023-01-01', '2023-12-31', '2024-01-01', '{1}', '{1}', '{-infinity}', '{infinity}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
SELECT _plan_answer_places('flow', 'sum', '2023-01-01', '2023-12-31', '2024-01-01', '{1,2}', '{0}', '{-infinity,-infinity}', '{infinity,infinity}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
SELECT _plan_answer_places('flow', 'sum', '2023-01-01', '2023-12-31', '2024-01-01', '{1}', '{0}', '{-infinity}', '{infinity}', '{1}', '{}', '{}', '{}', '{}', '{}', '{}');
SELECT _plan_answer_places('flow', 'most', '2023-01-01', '2023-12-31', '2024-01-01', '{1}', '{0}', '{-infinity}', '{infinity}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
SELECT _plan_answer_places('flow', 'none', '2023-01-01', '2023-12-31', '2024-01-01', '{1}', '{0}', '{-infinity}', '{infinity}', '{1}', '{2023-01-01}', '{2023-12-31}', '{2024-01-01}', '{1}', '{=}', '{official}') IS NULL AS is_null;
-- The same of many days: from a day until before another one, or without an end; a NULL array has no reports, own figures come first.
CREATE TEMP TABLE asked (n int, known_from date, known_before date, own float8[], of_places float8[]);
INSERT INTO asked VALUES (1, '2023-07-01', NULL, '{1,2}', NULL), (2, '2023-07-01', '2024-01-01', '{1,2}', NULL), (3, '2022-01-01', NULL, '{NULL,2}', '{10,20}'), (4, '2022-01-01', NULL, NULL, '{10,20}'), (5, '2024-02-01', '2024-02-01', '{1,2}', NULL), (6, '-infinity', 'infinity', NULL, NULL), (7, NULL, NULL, '{1,2}', NULL);
SELECT a.n, h.* FROM asked AS a CROSS JOIN LATERAL _plan_answer_history('flow', 'sum', '2023-01-01', '2023-12-31', a.known_from, a.known_before, '{2023-01-01,2023-07-01}', '{2023-06-30,2023-12-31}', '{2023-07-01,2024-01-01}', a.own, '{=,~}', '{official,estimate}',
	'{7,8}', '{0,7}', '{-infinity,-infinity}', '{infinity,infinity}', '{7,8}', '{2023-01-01,2023-07-01}', '{2023-06-30,2023-12-31}', '{2023-07-10,2024-01-10}', a.of_places, '{=,=}', '{official,official}') AS h ORDER BY a.n, h.known_on_day;
SELECT count(*) FROM _plan_answer_history('flow', NULL, '2023-01-01', '2023-12-31', '2023-07-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT _plan_answer_history('flow', 'sum', '2023-01-01', '2023-12-31', '2023-07-01', NULL, '{2023-01-01}', '{}', '{}', '{}', '{}', '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT _plan_answer_history('flow', 'sum', '2023-01-01', '2023-12-31', '2023-07-01', NULL, '{2023-01-01,2023-07-01}', '{2023-06-30,2023-12-31}', '{2023-07-01,2024-01-01}', '{1e308,1}', '{=,=}', '{official,official}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
RESET search_path;
RESET tnplan.known_on;
CALL plan_drop_workspace('branches', force => true);
RESET DateStyle;
