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
-- What is closed keeps how many places there were.
SELECT plan_close_period('branches', '2023', '2024-02-15');
SELECT indicator, actual, places_covered, places, is_closed FROM performance ORDER BY indicator;
SELECT plan_reopen_period('branches', '2023');
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place WHERE code NOT IN ('R');

-- Random trees, places that come and go, and reports, beside the same in plain SQL: each nearest place that has figures has an answer of its own, and these are put together.
CREATE FUNCTION pg_temp.chance(VARIADIC text[]) RETURNS float8 LANGUAGE sql AS $$ SELECT ('x' || left(md5(array_to_string($1, '/')), 8))::bit(32)::bigint / 4294967296.0 $$;
INSERT INTO place (code, parent, name) SELECT 'L' || i, CASE WHEN i <= 4 THEN 'R' ELSE 'L' || (1 + floor(pg_temp.chance('parent', i::text) * (i - 1)))::int END, 'place' FROM generate_series(1, 40) AS i ORDER BY i;
UPDATE place SET valid_until = '2023-05-31' WHERE code IN ('L17', 'L23') OR pg_temp.chance('until', code) < 0.1 AND code <> 'R';
UPDATE place SET valid_from = '2023-03-01' WHERE valid_until IS NULL AND pg_temp.chance('from', code) < 0.15 AND code <> 'R';
INSERT INTO indicator (code, node, name, kind, across) SELECT kind || ' ' || across || ' ' || n, 'P', kind, kind, across FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) AS kind, unnest('{sum,mean,max,min}'::text[]) AS across, generate_series(1, 3) AS n;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p.code, '2023', '>= 50', '2022-12-31' FROM indicator AS i, place AS p WHERE p.code = 'R' OR pg_temp.chance('target', i.code, p.code) < 0.3;
INSERT INTO actual (indicator, place, period, value, bound, vintage, known_on)
SELECT i.code, p.code, period, CASE WHEN pg_temp.chance('null', i.code, p.code, period) < 0.05 THEN NULL ELSE round((pg_temp.chance('value', i.code, p.code, period) * 40 - 2)::numeric, 1) END,
	(ARRAY['=', '=', '=', '=', '=', '=', '~', '>', '>=', '<', '<='])[1 + floor(pg_temp.chance('bound', i.code, p.code, period) * 11)], (ARRAY['estimate', 'official'])[1 + floor(pg_temp.chance('vintage', i.code, p.code, period) * 2)], '2024-01-10'
FROM indicator AS i, place AS p, unnest('{2023,2023-H1,2023-H2,2023-Q1,2023-Q2,2023-04,2023-05}'::text[]) AS period
WHERE pg_temp.chance('report', i.code, p.code, period) < CASE right(i.code, 1) WHEN '1' THEN 0.04 WHEN '2' THEN 0.12 ELSE 0.3 END AND (p.valid_from IS NULL OR period NOT IN ('2023-Q1')) AND (p.valid_until IS NULL OR period NOT IN ('2023-H2')) AND p.code <> 'R';
CREATE TEMP TABLE own AS
SELECT i.code AS indicator, p.code AS place, f.* FROM indicator AS i CROSS JOIN place AS p CROSS JOIN LATERAL (
	SELECT array_agg(first_day) AS first_days, array_agg(last_day) AS last_days, array_agg(known_on) AS known_on, array_agg(value) AS figures, array_agg(bound) AS bounds, array_agg(vintage) AS vintages FROM actual AS a WHERE a.indicator = i.code AND a.place = p.code
) AS r CROSS JOIN LATERAL _plan_answer(i.kind, '2023-01-01', '2023-12-31', '2024-02-15', r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages) AS f WHERE f.actual IS NOT NULL;
CREATE TEMP TABLE by_hand AS
WITH nearest AS (
	SELECT t.indicator, t.place AS top, o.place, o.actual, o.bound, o.vintage, o.figures, o.coverage, o.figure_first_day, o.figure_last_day, p.valid_from, p.valid_until
	FROM target AS t JOIN place_above AS a ON a.ancestor = t.place AND a.steps > 0 JOIN own AS o ON o.indicator = t.indicator AND o.place = a.place JOIN place AS p ON p.code = o.place
	WHERE NOT EXISTS (SELECT FROM own AS n JOIN place_above AS b ON b.ancestor = n.place AND b.place = o.place AND b.steps > 0 JOIN place_above AS c ON c.place = n.place AND c.ancestor = t.place WHERE n.indicator = t.indicator)
), due AS (
	SELECT indicator, top, min(figure_last_day) AS common, max(figure_last_day) AS furthest, min(figure_first_day) AS opening FROM nearest GROUP BY 1, 2
)
SELECT n.indicator, n.top AS place, i.kind, i.across, d.common = d.furthest AS is_even, sum(n.figures)::int AS figures, min(n.vintage) AS vintage,
	CASE i.across WHEN 'sum' THEN sum(n.actual::numeric) WHEN 'mean' THEN avg(n.actual::numeric) WHEN 'max' THEN max(n.actual) ELSE min(n.actual) END AS value,
	bool_or(n.bound IN ('>', '>=')) AS up, bool_or(n.bound IN ('<', '<=')) AS down, bool_or(n.bound IS NULL) AS unknown, bool_or(n.actual < 0) AS below_zero, bool_or(n.coverage < 1 OR n.figure_last_day < least(d.furthest, n.valid_until)) AS has_gap,
	(SELECT count(*) FROM place_above AS a JOIN place AS l ON l.code = a.place WHERE a.ancestor = n.top AND NOT EXISTS (SELECT FROM place AS c WHERE c.parent = l.code) AND coalesce(l.valid_from, '-infinity') <= d.furthest AND coalesce(l.valid_until, 'infinity') >= '2023-01-01') AS places,
	(SELECT count(*) FROM place_above AS a JOIN place AS l ON l.code = a.place WHERE a.ancestor = n.top AND NOT EXISTS (SELECT FROM place AS c WHERE c.parent = l.code) AND coalesce(l.valid_from, '-infinity') <= d.furthest AND coalesce(l.valid_until, 'infinity') >= '2023-01-01'
		AND EXISTS (SELECT FROM place_above AS b JOIN nearest AS m ON m.place = b.ancestor WHERE b.place = l.code AND m.indicator = n.indicator AND m.top = n.top)) AS covered
FROM nearest AS n JOIN due AS d USING (indicator, top) JOIN indicator AS i ON i.code = n.indicator
WHERE NOT EXISTS (SELECT FROM own AS o WHERE o.indicator = n.indicator AND o.place = n.top)
GROUP BY n.indicator, n.top, i.kind, i.across, d.common, d.furthest;
-- Of what a day decides those compared here end on one day, since others leave some out.
SELECT count(*) AS compared, count(*) FILTER (WHERE p.bound = '=') AS exact, count(*) FILTER (WHERE p.actual IS NULL OR h.across IN ('sum', 'mean') AND abs(p.actual - h.value) > 1e-9) AS values,
	count(*) FILTER (WHERE (p.figures, p.vintage) IS DISTINCT FROM (h.figures, h.vintage)) AS figures,
	count(*) FILTER (WHERE p.places <> h.places OR p.places_covered <> h.covered) AS places,
	count(*) FILTER (WHERE p.coverage >= 1 AND (h.has_gap OR h.covered < h.places)) AS coverage,
	count(*) FILTER (WHERE h.across = 'sum' AND p.bound IS DISTINCT FROM CASE WHEN h.unknown OR h.up AND h.down OR (h.covered < h.places OR h.has_gap) AND (h.below_zero OR h.down) THEN NULL
		WHEN h.up OR h.covered < h.places OR h.has_gap THEN CASE WHEN p.bound = '>' THEN '>' ELSE '>=' END WHEN h.down THEN CASE WHEN p.bound = '<' THEN '<' ELSE '<=' END ELSE CASE WHEN p.bound = '~' THEN '~' ELSE '=' END END) AS bounds
FROM by_hand AS h JOIN performance AS p USING (indicator, place) WHERE h.kind IN ('flow', 'average', 'peak', 'least');
SELECT count(*) AS not_answered FROM performance AS p WHERE (p.answered_by IS NOT DISTINCT FROM 'places') <> EXISTS (SELECT FROM by_hand AS h WHERE h.indicator = p.indicator AND h.place = p.place);
SELECT count(*) AS compared, count(*) FILTER (WHERE (p.actual, p.bound, p.answered_by, p.coverage, p.expected, p.status) IS DISTINCT FROM (h.actual, h.bound, h.answered_by, coalesce(h.coverage, 0), h.expected, h.status)) AS different
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
	coalesce(own.answered_by, below.answered_by) AS answered_by, coalesce(own.figure_last_day, below.figure_last_day) AS figure_last_day, coalesce(own.coverage, below.coverage) AS coverage
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
		_plan_answer(i.kind, '2023-01-01', '2023-12-31', e.day, r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages) AS f
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
CREATE TEMP TABLE history AS SELECT indicator, place, known_on, actual, bound, vintage, answered_by, figure_last_day, coalesce(coverage, 0) AS coverage FROM status_history;
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
