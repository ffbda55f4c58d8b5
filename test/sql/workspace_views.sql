-- Views of workspaces, each compared with the same written in another way.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('office');
SET search_path = office, public;
INSERT INTO node (code, parent, name, weight) VALUES ('P', NULL, 'plan', 1), ('A', 'P', 'a', 3), ('B', 'P', 'b', 1), ('A1', 'A', 'a1', 1), ('C', 'P', 'c', 1);
INSERT INTO place (code, name) VALUES ('X', 'x'), ('Y', 'y');

-- Which figure answers a target.
CREATE TEMP TABLE cases (case_no int, what text, kind text, goal text, period text, reports text);
INSERT INTO cases VALUES
	(1, 'the same period', 'flow', '>= 100', '2023', '2023=90 2023-H1=70 2023-12=9'),
	(2, 'the report to date', 'flow', '>= 100', '2023', '2023-01=8 2023-02=9 2023-01..2023-09=80'),
	(3, 'a report to date and what came after', 'flow', '>= 100', '2023', '2023-01=8 2023-Q1=25 2023-01..2023-09=80 2023-10=9 2023-11=9'),
	(4, 'months', 'flow', '>= 40', '2023-Q1', '2023-01=10 2023-02=11 2023-03=12'),
	(5, 'a missing month: more than this', 'flow', '>= 40', '2023-Q1', '2023-01=10 2023-03=12'),
	(6, 'a missing month, enough all the same', 'flow', '>= 40', '2023-Q1', '2023-01=20 2023-03=22'),
	(7, 'a missing month, and figures below zero', 'flow', '>= 40', '2023-Q1', '2023-01=-1 2023-03=50'),
	(8, 'a missing month under a ceiling', 'flow', '<= 40', '2023-Q1', '2023-01=10 2023-03=12'),
	(9, 'windows that overlap', 'flow', '>= 100', '2023', '2023-01..2023-03=25 2023-02..2023-04=26 2023-03..2023-05=27 2023-04..2023-06=28'),
	(10, 'bounds add up', 'flow', '>= 100', '2023', '2023-H1=50> 2023-H2=60>='),
	(11, 'bounds on both sides', 'flow', '>= 100', '2023', '2023-H1=50> 2023-H2=60<'),
	(12, 'a stock', 'stock', '>= 100', '2023', '2023-03=80 2023-06=90 2023-H1=91'),
	(13, 'a cumulative figure', 'cumulative', '>= 100', '2023', '2023-Q1=20 2023-Q2=45 2023-07=50'),
	(14, 'a cumulative quarter, due from January', 'cumulative', '>= 60', '2023-Q2', '2023-04=39'),
	(15, 'an average of unequal parts', 'average', '>= 8', '2023', '2023-H1=6 2023-Q3=8 2023-10=10'),
	(16, 'an average of years', 'average', '>= 8', '2021-2025', '2021=6.51 2022=8.59 2023-H1=5.17'),
	(17, 'a peak', 'peak', '<= 10', '2023-Q1', '2023-01=7 2023-02=9 2023-03=8'),
	(18, 'a peak with a gap', 'peak', '<= 10', '2023-Q1', '2023-01=7 2023-03=8'),
	(19, 'a peak with a gap, passed', 'peak', '<= 10', '2023-Q1', '2023-01=17 2023-03=8'),
	(20, 'a least value with bounds', 'least', '>= 5', '2023-Q1', '2023-01=7 2023-02=6< 2023-03=8'),
	(21, 'an opening value', 'first', '>= 5', '2023-Q1', '2023-01=7 2023-02=9'),
	(22, 'a ceiling, more than its share', 'flow', '<= 100', '2023', '2023-H1=60'),
	(23, 'from a baseline', 'stock', '>= 140 from 100', '2023', '2023-06=120'),
	(24, 'a withdrawn figure', 'flow', '>= 100', '2023', '2023= 2023-H1=40'),
	(25, 'a band', 'average', '6..7', '2023', '2023-01=6.5'),
	(26, 'no figure', 'flow', '>= 100', '2023', ''),
	(27, 'a fiscal year', 'flow', '>= 100', '2022-10..2023-09', '2022-12=10 2022-10..2023-03=45'),
	(28, 'a year to come', 'flow', '>= 100', '2024', ''),
	(30, 'a ceiling, within its share', 'flow', '<= 100', '2023', '2023-H1=49'),
	(31, 'a ceiling that is broken', 'flow', '<= 100', '2023', '2023-H1=101'),
	(32, 'a ceiling at the end of the year', 'flow', '<= 100', '2023', '2023-H1=49 2023-H2=51'),
	(33, 'a ceiling, broken at the end', 'flow', '<= 100', '2023', '2023-H1=49 2023-H2=52'),
	(34, 'more than the share of a ceiling', 'flow', '<= 100', '2023', '2023-H1=60>'),
	(35, 'more than less than that', 'flow', '<= 100', '2023', '2023-H1=30>'),
	(36, 'more than the ceiling', 'flow', '<= 100', '2023', '2023-H1=100>'),
	(37, 'a missing quarter, more than the ceiling', 'flow', '<= 100', '2023', '2023-Q1=101 2023-Q3=1'),
	(38, 'no accidents', 'flow', '<= 0', '2023', '2023-H1=0'),
	(39, 'one accident', 'flow', '<= 0', '2023', '2023-H1=1'),
	(40, 'a loss, within its share', 'flow', '>= -10', '2023', '2023-H1=-4'),
	(41, 'a loss, beyond it', 'flow', '>= -10', '2023', '2023-H1=-6'),
	(42, 'a reduction', 'flow', '<= -10', '2023', '2023-H1=-5'),
	(43, 'a cumulative ceiling', 'cumulative', '<= 100', '2023', '2023-01..2023-03=20 2023-01..2023-06=60'),
	(44, 'a ceiling of a cumulative quarter', 'cumulative', '<= 50', '2023-Q2', '2023-04=30'),
	(45, 'a ceiling on a stock', 'stock', '<= 100', '2023', '2023-06=60'),
	(46, 'a ceiling on an average', 'average', '<= 100', '2023', '2023-H1=60'),
	(47, 'a band of a flow', 'flow', '80..100', '2023', '2023-H1=45'),
	(48, 'a band of a flow, too fast', 'flow', '80..100', '2023', '2023-H1=60'),
	(49, 'a band of a flow, too slow', 'flow', '80..100', '2023', '2023-H1=30'),
	(50, 'a band on a stock', 'stock', '80..100', '2023', '2023-06=60'),
	(51, 'a ceiling lower than last year', 'flow', '<= 80 from 100', '2023', '2023-H1=45'),
	(52, 'a ceiling without a figure', 'flow', '<= 100', '2023', '');
INSERT INTO indicator (code, node, name, kind, direction) SELECT 'K' || case_no, 'P', what, kind, plan_direction(goal::plan_goal) FROM cases;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT 'K' || case_no, 'X', period, goal, '2020-12-31' FROM cases;
INSERT INTO actual (indicator, place, period, value, bound, vintage, known_on)
SELECT 'K' || case_no, 'X', m[1], nullif(m[2], '')::float8, coalesce(nullif(m[3], ''), '='), CASE WHEN n % 2 = 0 THEN 'estimate' ELSE 'official' END, date '2023-12-01' + n::int
FROM cases, regexp_matches(reports, '([^= ]+)=([-0-9.]*)([<>~]?=?)', 'g') WITH ORDINALITY AS r (m, n);
SET tnplan.known_on = '2023-12-31';
SELECT case_no AS n, what, actual, bound AS b, answered_by, figure_last_day AS until, figures AS f, round(coverage::numeric, 2) AS coverage, is_complete AS c, round(expected::numeric, 2) AS due, status
FROM cases JOIN performance ON indicator = 'K' || case_no ORDER BY n;

-- What is due follows the targets of the parts, if these have no gap.
INSERT INTO indicator (code, node, name, kind) VALUES ('S1', 'P', 'season', 'flow'), ('S2', 'P', 'season so far', 'cumulative'), ('S3', 'P', 'half a season', 'flow');
INSERT INTO target (indicator, place, period, goal, known_on)
SELECT i, 'X', period, '>= ' || (CASE i WHEN 'S2' THEN cumulative ELSE goal END), '2020-12-31'
FROM unnest('{S1,S2,S3}'::text[]) AS i, (VALUES ('2023', 100, 100), ('2023-Q1', 10, 10), ('2023-Q2', 20, 30), ('2023-Q3', 30, 60), ('2023-Q4', 40, 100)) AS v (period, goal, cumulative)
WHERE i <> 'S3' OR period IN ('2023', '2023-Q1');
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i, 'X', '2023-01..2023-05', 22, '2023-06-01' FROM unnest('{S1,S2,S3}'::text[]) AS i;
SELECT indicator, actual, expected, status FROM performance WHERE grain = 'year' AND indicator LIKE 'S%' ORDER BY indicator;
SELECT indicator, round(expected_value::numeric, 6) AS due, round(required_per_year::numeric, 4) AS a_year, round(at_this_pace::numeric, 4) AS at_this_pace FROM pace WHERE indicator LIKE 'S%' AND first_day = '2023-01-01' AND last_day = '2023-12-31' ORDER BY indicator;
-- Ceilings follow their parts too: 10 and 20 of 100 by the end of June.
INSERT INTO indicator (code, node, name, kind, direction) VALUES ('S4', 'P', 'ceiling', 'flow', 'lower'), ('S5', 'P', 'ceiling so far', 'cumulative', 'lower');
INSERT INTO target (indicator, place, period, goal, known_on) SELECT CASE indicator WHEN 'S1' THEN 'S4' ELSE 'S5' END, place, period, replace(goal, '>', '<'), known_on FROM target WHERE indicator IN ('S1', 'S2');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('S4', 'X', '2023-H1', 31, '2023-07-01'), ('S5', 'X', '2023-H1', 29, '2023-07-01');
SELECT indicator, actual, expected, status FROM performance WHERE grain = 'year' AND indicator IN ('S4', 'S5') ORDER BY indicator;
SELECT indicator, expected_value AS due, round(required_per_year::numeric, 4) AS left_a_year, round(((100 - actual) / (184 / 365.2425))::numeric, 4) AS the_same, round(at_this_pace::numeric, 4) AS at_this_pace FROM pace WHERE indicator IN ('S4', 'S5') AND target = 100 AND first_day = '2023-01-01' ORDER BY indicator;
-- Parts that come to more or less than the whole make all of it due on the last day; target_check names them.
SELECT * FROM target_check;
UPDATE target SET goal = '>= 50' WHERE indicator IN ('S1', 'S2') AND period = '2023-Q4';
SELECT indicator, period, target, part_grain, parts, parts_target, difference FROM target_check ORDER BY indicator;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i, 'X', '2023-01-01..2023-12-30', 80, '2023-12-31' FROM unnest('{S1,S2}'::text[]) AS i;
SELECT indicator, round(expected::numeric, 6) AS expected, round(CASE indicator WHEN 'S1' THEN (60 + 50 * 91 / 92.0) / 110 ELSE (60 + 40 * 91 / 92.0) / 100 END, 6) AS by_hand FROM performance WHERE period = '2023' AND indicator IN ('S1', 'S2') ORDER BY indicator;
SELECT count(*) AS compared, count(*) FILTER (WHERE abs(p.expected - h.expected) > 1e-12 OR p.status <> h.status) AS different FROM performance AS p JOIN status_history AS h USING (indicator, place, basis, period) WHERE h.known_on = '2023-12-31';
SELECT 'S1' AS like, (10 + 20 * (31 + 30)::float8 / (31 + 30 + 30)) / 100 AS "S1 and S2", (31 + 28 + 31 + 30 + 31)::float8 / 365 AS "S3";
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;

-- What the parts of each kind come to.
INSERT INTO indicator (code, node, name, kind) SELECT kind, 'P', kind, kind FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) AS kind;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'X', period, '>= ' || value, '2022-12-31' FROM indicator, (VALUES ('2023', 100), ('2023-Q1', 1), ('2023-Q2', 2), ('2023-Q3', 6), ('2023-Q4', 3), ('2023-H1', 3), ('2023-H2', 97), ('2023-01', 1), ('2024', 0.3), ('2024-H1', 0.1), ('2024-H2', 0.2), ('2023-01..2024-12', 100.3)) AS v (period, value);
SELECT indicator, period, target, part_grain, parts, parts_target, difference FROM target_check ORDER BY indicator, period, part_grain;
DELETE FROM target;
DELETE FROM indicator;
-- By plan_performance, of a figure cube, all kinds and goals have the same figures, due shares and verdicts.
INSERT INTO indicator (code, node, name, kind, direction)
SELECT kind || ' ' || goal, 'P', goal, kind, CASE WHEN goal LIKE '<%' THEN 'lower' WHEN goal LIKE '%..%' THEN 'within' ELSE 'higher' END
FROM unnest('{flow,stock,cumulative,average,peak,least}'::text[]) AS kind, unnest('{>= 100,<= 100,>= 100 from 20,<= 10 from 60,40..60}'::text[]) AS goal;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT code, 'X', '2023', name, '2022-12-31' FROM indicator;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT code, 'X', '2023-0' || m, m * 7 + (length(code) * 13 + m * 29) % 23, '2023-06-01' FROM indicator, generate_series(1, 5) AS m;
SELECT count(*) AS compared, count(DISTINCT p.status) AS verdicts, count(*) FILTER (WHERE (p.actual, round(p.expected::numeric, 9), round(p.achievement::numeric, 9), p.status) IS DISTINCT FROM (q.figure, round(q.expected::numeric, 9), round(q.achievement::numeric, 9), q.status::text)) AS different
FROM performance AS p JOIN plan_performance_as(NULL::text, (SELECT plan_figure_cube_agg(a.indicator, a.last_day, i.kind, a.value) FROM actual AS a JOIN indicator AS i ON i.code = a.indicator),
	(SELECT plan_targets_agg(indicator, plan_parse_period(period), goal::plan_goal) FROM target), '{year}', as_of => '2023-05-31') AS q ON q.node = p.indicator AND q.period::text = p.period;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;

-- Random reports of all kinds, with revisions, gaps, overlaps, bounds and withdrawn figures.
CREATE FUNCTION pg_temp.chance(VARIADIC text[]) RETURNS float8 LANGUAGE sql AS $$ SELECT ('x' || left(md5(array_to_string($1, '/')), 8))::bit(32)::bigint / 4294967296.0 $$;
INSERT INTO indicator (code, node, name, kind, direction, weight)
SELECT 'R' || i, (ARRAY['P', 'A', 'B', 'A1'])[1 + i % 4], 'r', (ARRAY['flow', 'stock', 'cumulative', 'average', 'peak', 'least', 'first'])[1 + i % 7], CASE WHEN i % 3 = 0 THEN 'lower' ELSE 'higher' END, i % 5
FROM generate_series(1, 70) AS i;
INSERT INTO target (indicator, place, basis, period, goal, known_on)
SELECT code, place, basis, period, CASE WHEN pg_temp.chance('1', code, place, basis, period, known) < 0.05 THEN NULL WHEN direction = 'lower' THEN '<= ' || round((pg_temp.chance('2', code, place, basis, period, known) * 50)::numeric) WHEN pg_temp.chance('3', code, place, basis, period, known) < 0.2 THEN '>= 50 from 10' ELSE '>= ' || round((pg_temp.chance('4', code, place, basis, period, known) * 50)::numeric) END, known::date
FROM indicator, unnest('{X,Y}'::text[]) AS place, unnest('{local,central}'::text[]) AS basis, unnest('{2023,2023-H1,2023-Q3,2023-04..2023-10,2023-05,2024}'::text[]) AS period, unnest('{2022-12-31,2023-07-15}'::text[]) AS known
WHERE pg_temp.chance('5', code, place, basis, period, known) < 0.5;
INSERT INTO actual (indicator, place, period, value, bound, vintage, known_on)
SELECT code, place, period, CASE WHEN pg_temp.chance('6', code, place, period, known) < 0.05 THEN NULL ELSE round((pg_temp.chance('7', code, place, period, known) * 40 - 4)::numeric, 1) END, (ARRAY['=', '=', '=', '=', '~', '>', '>=', '<', '<='])[1 + floor(pg_temp.chance('8', code, place, period, known) * 9)], (ARRAY['estimate', 'preliminary', 'official'])[1 + floor(pg_temp.chance('9', code, place, period, known) * 3)], known::date
FROM indicator, unnest('{X,Y}'::text[]) AS place, unnest('{2023,2023-H1,2023-H2,2023-Q1,2023-Q2,2023-Q3,2023-01..2023-09,2023-04,2023-05,2023-06,2023-07,2023-08,2023-09,2023-10,2023-W40,2023-10-03,2024-01}'::text[]) AS period, unnest('{2023-06-30,2023-11-01}'::text[]) AS known
WHERE known::date >= plan_first_day(plan_parse_period(period)) AND pg_temp.chance('10', code, place, period, known) < CASE period WHEN '2023' THEN 0.05 ELSE 0.3 END;

-- All ways to choose reports that do not overlap, the best of them, and the figure as an interval.
CREATE FUNCTION pg_temp.answer(kind text, first date, last date, of_indicator text, of_place text, day date) RETURNS TABLE (actual float8, bound text, vintage text, figures int, coverage float8, answered_by text, known date) LANGUAGE plpgsql AS $$
DECLARE
	chosen bigint[];
	gap boolean;
	lo float8;
	hi float8;
	below_zero boolean;
	reports office.actual[];
BEGIN
	SELECT array_agg(a ORDER BY a.last_day, a.first_day) INTO reports FROM (
		SELECT DISTINCT ON (b.first_day, b.last_day) b.* FROM office.actual AS b
		WHERE b.indicator = of_indicator AND b.place = of_place AND b.first_day >= CASE WHEN kind = 'cumulative' THEN date_trunc('year', first)::date ELSE first END AND b.last_day BETWEEN first AND last AND b.known_on <= day
		ORDER BY b.first_day, b.last_day, b.known_on DESC) AS a
	WHERE a.value IS NOT NULL;
	reports := coalesce(reports, '{}');
	SELECT ARRAY[ordinality] INTO chosen FROM unnest(reports) WITH ORDINALITY AS r WHERE first_day = first AND last_day = last;
	IF chosen IS NULL AND kind IN ('stock', 'cumulative') THEN
		SELECT ARRAY[ordinality] INTO chosen FROM unnest(reports) WITH ORDINALITY AS r ORDER BY last_day DESC, known_on DESC, first_day LIMIT 1;
	ELSIF chosen IS NULL AND kind = 'first' THEN
		SELECT ARRAY[ordinality] INTO chosen FROM unnest(reports) WITH ORDINALITY AS r ORDER BY first_day, known_on DESC, last_day DESC LIMIT 1;
	ELSIF chosen IS NULL THEN
		WITH RECURSIVE choice (way, until, days) AS (
			SELECT ARRAY[ordinality], last_day, last_day - first_day + 1 FROM unnest(reports) WITH ORDINALITY AS r
			UNION ALL
			SELECT r.ordinality || c.way, r.last_day, c.days + r.last_day - r.first_day + 1 FROM choice AS c JOIN unnest(reports) WITH ORDINALITY AS r ON r.first_day > c.until
		)
		SELECT array(SELECT w FROM unnest(way) AS w ORDER BY w) INTO chosen FROM choice ORDER BY days DESC, cardinality(way), way DESC LIMIT 1;
	END IF;
	SELECT sum(r.last_day - r.first_day + 1)::float8 / (max(r.last_day) - first + 1), count(*), max(r.known_on), (ARRAY['estimate', 'preliminary', 'official'])[min(array_position(ARRAY['estimate', 'preliminary', 'official'], r.vintage))],
			CASE WHEN kind = 'cumulative' AND (min(r.first_day), max(r.last_day)) <> (first, last) THEN 'to date' WHEN count(*) > 1 OR min(r.first_day) > first THEN 'parts' WHEN max(r.last_day) < last THEN 'to date' WHEN count(*) = 1 THEN 'same period' END
		INTO coverage, figures, known, vintage, answered_by FROM unnest(reports) WITH ORDINALITY AS r WHERE ordinality = ANY (chosen);
	IF kind IN ('stock', 'cumulative', 'first') AND coverage IS NOT NULL THEN
		coverage := 1;
	END IF;
	gap := coverage < 1;
	below_zero := EXISTS (SELECT FROM unnest(reports) AS r WHERE r.value < 0);
	SELECT CASE kind WHEN 'flow' THEN sum(l) WHEN 'average' THEN sum(l * weight) / sum(weight) WHEN 'peak' THEN max(l) WHEN 'least' THEN min(l) ELSE min(l) END,
			CASE kind WHEN 'flow' THEN sum(h) WHEN 'average' THEN sum(h * weight) / sum(weight) WHEN 'peak' THEN max(h) WHEN 'least' THEN min(h) ELSE min(h) END,
			CASE kind WHEN 'flow' THEN sum(value) WHEN 'average' THEN sum(value * weight) / sum(weight) END
		INTO lo, hi, actual
		FROM (SELECT CASE WHEN r.bound LIKE '<%' THEN '-Infinity' ELSE value END AS l, CASE WHEN r.bound LIKE '>%' THEN 'Infinity' ELSE value END AS h, r.value,
				CASE WHEN min(last_day - first_day) OVER () < 16 THEN last_day - first_day + 1 ELSE round((last_day - first_day + 1) / 30.4) END AS weight
			FROM unnest(reports) WITH ORDINALITY AS r WHERE ordinality = ANY (chosen)) AS s;
	IF gap AND kind = 'flow' THEN
		hi := 'Infinity';
		lo := CASE WHEN below_zero THEN '-Infinity' ELSE lo END;
	ELSIF gap AND kind = 'peak' THEN
		hi := 'Infinity';
	ELSIF gap AND kind = 'least' THEN
		lo := '-Infinity';
	ELSIF gap AND kind = 'average' AND lo < hi THEN
		lo := '-Infinity';
		hi := 'Infinity';
	END IF;
	bound := CASE WHEN lo > '-Infinity' AND hi < 'Infinity' THEN CASE WHEN lo = hi THEN '=' ELSE '<' END WHEN lo > '-Infinity' THEN '>' WHEN hi < 'Infinity' THEN '<' END;
	actual := coalesce(actual, CASE WHEN hi < 'Infinity' AND kind = 'peak' THEN hi WHEN lo > '-Infinity' THEN lo WHEN hi < 'Infinity' THEN hi END);
	IF bound = '<' AND kind = 'least' AND lo > '-Infinity' THEN
		bound := '>';
	END IF;
	RETURN NEXT;
END
$$;
CREATE FUNCTION pg_temp.differences(day date, OUT compared bigint, OUT answered bigint, OUT bounded bigint, OUT gaps bigint, OUT different bigint) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('tnplan.known_on', day::text, true);
	SELECT count(*), count(p.actual), count(*) FILTER (WHERE p.bound ~ '[<>]'), count(*) FILTER (WHERE p.coverage < 1 AND p.figures > 0),
		count(*) FILTER (WHERE p.bound IS NOT NULL AND abs(p.actual - a.actual) > 1e-9 OR (p.actual IS NULL) <> (a.figures = 0) OR translate(p.bound, '~=', '') IS DISTINCT FROM translate(a.bound, '~=', '') OR (p.vintage, p.figures, p.answered_by, p.figure_known_on) IS DISTINCT FROM (a.vintage, a.figures, a.answered_by, a.known)
			OR abs(p.coverage - coalesce(a.coverage, 0)) > 1e-9)
	INTO compared, answered, bounded, gaps, different
	FROM computed_performance AS p CROSS JOIN LATERAL pg_temp.answer(p.kind, p.first_day, p.last_day, p.indicator, p.place, day) AS a;
END
$$;
SELECT d.* FROM pg_temp.differences('2023-06-30') AS d UNION ALL SELECT d.* FROM pg_temp.differences('2023-12-31') AS d;

-- Scorecards up the tree, by recursion from the leaves.
CREATE FUNCTION pg_temp.card(of_node text, of_place text, of_basis text, of_period text, OUT weight float8, OUT rows bigint, OUT score float8, OUT coverage float8) LANGUAGE plpgsql AS $$
BEGIN
	SELECT sum(i.n), sum(i.w * i.s) FILTER (WHERE i.s IS NOT NULL) / nullif(sum(i.w) FILTER (WHERE i.s IS NOT NULL), 0), sum(i.w * i.c) / nullif(sum(i.w), 0)
	INTO rows, score, coverage
	FROM (
		SELECT 1 AS n, p.weight AS w, p.score AS s, CASE WHEN p.score IS NULL THEN 0 ELSE 1 END AS c FROM office.performance AS p WHERE p.node = of_node AND p.place = of_place AND p.basis = of_basis AND p.period = of_period
		UNION ALL
		SELECT c.rows, n.weight, c.score, c.coverage FROM office.node AS n CROSS JOIN LATERAL pg_temp.card(n.code, of_place, of_basis, of_period) AS c WHERE n.parent = of_node AND c.rows > 0
	) AS i;
	SELECT n.weight INTO weight FROM office.node AS n WHERE n.code = of_node;
END
$$;
SET tnplan.known_on = '2023-07-31';
SELECT count(*) AS compared, count(s.score) AS scored, sum(s.undecided) > 0 AS "undecided", sum(s.not_started) > 0 AS "not started",
	count(*) FILTER (WHERE (s.indicators, round(s.score::numeric, 12), round(s.coverage::numeric, 12)) IS DISTINCT FROM (c.rows, round(c.score::numeric, 12), round(c.coverage::numeric, 12))) AS different
FROM scorecard AS s CROSS JOIN LATERAL pg_temp.card(s.node, s.place, s.basis, s.period) AS c;
SELECT count(*) AS different FROM (
	SELECT node, place, basis, period, exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data, not_started FROM scorecard
	EXCEPT
	SELECT ancestor, place, basis, period, count(*) FILTER (WHERE status = 'exceeded'), count(*) FILTER (WHERE status = 'met'), count(*) FILTER (WHERE status = 'on_track'), count(*) FILTER (WHERE status = 'at_risk'), count(*) FILTER (WHERE status = 'off_track'),
		count(*) FILTER (WHERE status = 'regressing'), count(*) FILTER (WHERE status = 'undecided'), count(*) FILTER (WHERE status = 'no_data'), count(*) FILTER (WHERE status = 'not_started')
	FROM performance JOIN node_above USING (node) GROUP BY ancestor, place, basis, period
) AS d;
-- Programme A has three times the weight of B and C, however many indicators it has.
SELECT node, parent, indicators, round(score::numeric, 3) AS score, round(coverage::numeric, 3) AS coverage FROM scorecard WHERE place = 'X' AND basis = 'local' AND period = '2023-H1' ORDER BY node;

-- The last verdict of the history is that of today.
SELECT count(*) AS compared, count(*) FILTER (WHERE (h.goal, h.actual, h.bound, h.answered_by, h.figure_last_day, h.status) IS DISTINCT FROM (p.goal, p.actual, p.bound, p.answered_by, p.figure_last_day, p.status) OR abs(h.expected - p.expected) > 1e-12) AS different
FROM (SELECT DISTINCT ON (indicator, place, basis, period) * FROM status_history ORDER BY indicator, place, basis, period, known_on DESC) AS h JOIN performance AS p USING (indicator, place, basis, period)
WHERE p.status NOT IN ('not_started', 'no_data');
DELETE FROM actual;
DELETE FROM target;
DELETE FROM indicator;
DELETE FROM place;

-- Figures across places: own ones, and what those below make.
INSERT INTO place (code, parent, kind, name, valid_from, valid_until) VALUES ('VN', NULL, 'country', 'vn', NULL, NULL), ('TN', 'VN', 'province', 'tn', NULL, NULL), ('BK', 'VN', 'province', 'bk', NULL, '2025-06-30'),
	('PY', 'TN', 'city', 'py', NULL, NULL), ('SC', 'TN', 'city', 'sc', NULL, NULL), ('DT', 'TN', 'city', 'dt', '2023-01-01', NULL);
INSERT INTO place_change (place, became, changed_on) VALUES ('BK', 'TN', '2025-07-01');
INSERT INTO indicator (code, node, name, kind, across, direction, currency, scale, frequency) VALUES ('SUM', 'P', 's', 'flow', 'sum', 'higher', 'USD', 1000, 'quarter'), ('MEAN', 'P', 'm', 'average', 'mean', 'lower', NULL, 1, 'year'), ('MAX', 'P', 'x', 'peak', 'max', 'higher', NULL, 1, 'year'), ('NONE', 'P', 'n', 'average', 'none', 'within', NULL, 1, 'year');
INSERT INTO actual (indicator, place, period, value, bound, known_on)
SELECT i, place, period, value, bound, '2024-01-31' FROM unnest('{SUM,MEAN,MAX,NONE}'::text[]) AS i, (VALUES
	('PY', '2022', 4, '='), ('SC', '2022', 6, '='), ('BK', '2022', 3, '='), ('PY', '2023', 5, '='), ('SC', '2023', 7, '='), ('BK', '2023', 2, '>'), ('TN', '2023-Q1', 3, '='), ('PY', '2023-Q1', 1, '='), ('BK', '2023-Q1', 1, '=')) AS v (place, period, value, bound);
SET tnplan.known_on = '2024-12-31';
SELECT indicator, period, place, value, bound, is_own, figures, places_covered, places FROM place_figure WHERE NOT is_own ORDER BY indicator, period, place;
SELECT indicator, place, period, value, rank, total FROM place_rank WHERE period = '2023' AND indicator <> 'MAX' ORDER BY indicator, rank;
SELECT place, period, value, previous_period, previous_value, change, change_percent FROM growth WHERE indicator = 'SUM' ORDER BY period, place;
-- Decimals less decimals are decimals, and what is short in percent is.
BEGIN;
UPDATE actual SET value = CASE place WHEN 'PY' THEN 1.07 WHEN 'SC' THEN 100.1 ELSE 0.3 END WHERE period = '2023';
UPDATE actual SET value = CASE place WHEN 'PY' THEN 1 WHEN 'SC' THEN 100 ELSE -0.1 END WHERE period = '2022';
SELECT place, value, previous_value, change, change_percent FROM growth WHERE indicator = 'SUM' AND period = '2023' ORDER BY place;
ROLLBACK;
-- The country has had two provinces, and has one.
SET tnplan.known_on = '2025-06-30';
SELECT indicator, place, period, value, bound, figures, places FROM figure_today WHERE place IN ('TN', 'BK') AND period <> '2022' ORDER BY indicator, place, period;
SET tnplan.known_on = '2025-07-01';
SELECT indicator, place, period, value, bound, figures, places FROM figure_today WHERE place IN ('TN', 'BK') AND period <> '2022' ORDER BY indicator, place, period;
SET tnplan.known_on = '2024-12-31';
-- Without a rate there is no amount, and a rate to come is not known yet.
INSERT INTO exchange_rate (currency, into_currency, valid_from, rate) VALUES ('USD', 'VND', '2023-01-01', 23000), ('USD', 'VND', '2023-10-01', 24000), ('USD', 'EUR', '2024-06-01', 0.9);
SELECT place, period, value, amount, into_currency, rate, rate_from, amount_in_currency FROM actual_in_currency WHERE place IN ('PY', 'BK') AND into_currency <> 'EUR' ORDER BY place, period, into_currency;
SELECT count(*) AS figures, count(amount_in_currency) AS amounts FROM actual_in_currency WHERE into_currency = 'EUR';

-- What is missing follows the term, the calendar and the places that are there.
UPDATE setting SET term = '2022-10..2024-09', calendar = 'year from October';
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('SUM', 'BK', '2022-10..2023-09', '>= 8', '2022-10-01'), ('SUM', 'DT', '2022-10..2023-09', '>= 8', '2022-10-01');
SELECT place, year, expected, reported, missing, first_missing, last_reported FROM coverage ORDER BY place, year;
SELECT period, grain, year FROM performance ORDER BY period LIMIT 1;

-- As known on a day: each view before and after what it shows was revised.
DELETE FROM actual;
DELETE FROM target;
UPDATE setting SET term = '2021-2025', calendar = 'standard';
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('SUM', 'TN', '2023', '>= 10', '2022-12-31'), ('SUM', 'TN', '2023', '>= 12', '2023-07-10');
INSERT INTO actual (indicator, place, period, value, vintage, known_on) VALUES ('SUM', 'TN', '2023-Q1', 2, 'estimate', '2023-03-20'), ('SUM', 'TN', '2023-Q1', 3, 'official', '2023-04-20'), ('SUM', 'TN', '2023-H1', 6, 'official', '2023-07-01'), ('SUM', 'TN', '2023-H1', NULL, 'official', '2023-08-01');
INSERT INTO milestone (code, node, name, due, reached, known_on) VALUES ('M', 'P', 'm', '2023-H1', NULL, '2022-12-31'), ('M', 'P', 'm', '2024', NULL, '2023-06-01'), ('M', 'P', 'm', '2024', '2023-Q3', '2023-09-30');
INSERT INTO document (kind, number, title, issued_on) VALUES ('resolution', '1', 't', '2023-02-01'), ('resolution', '2', 't', '2023-07-05');
INSERT INTO document_count (kind, period, count, known_on) VALUES ('directive', '2023', 3, '2023-03-31'), ('directive', '2023', 5, '2023-07-31');
INSERT INTO ranking (code, name) VALUES ('R', 'r');
INSERT INTO standing (ranking, place, period, rank, total, known_on) VALUES ('R', 'TN', '2021', 12, 63, '2022-04-01'), ('R', 'TN', '2022', 8, 63, '2023-04-01'), ('R', 'TN', '2022', 9, 63, '2023-07-01');
INSERT INTO official_verdict (indicator, place, period, target_period, share, known_on) VALUES ('SUM', 'TN', '2023-H1', '2023', 55, '2023-07-02'), ('SUM', 'TN', '2023-H1', '2023', 50, '2023-07-20');
SELECT plan_close_period('office', '2023', '2023-08-31', early => true);
UPDATE indicator SET name = 'renamed';
CREATE FUNCTION pg_temp.as_known(query text) RETURNS TABLE (known_on text, row_as_known json) LANGUAGE plpgsql AS $$
BEGIN
	FOREACH known_on IN ARRAY '{2023-03-31,2023-06-30,2023-07-15,2023-08-31,2023-12-31}'::text[] LOOP
		PERFORM set_config('tnplan.known_on', known_on, true);
		FOR row_as_known IN EXECUTE format('SELECT json_strip_nulls(row_to_json(q)) FROM (%s) AS q', query) LOOP
			RETURN NEXT;
		END LOOP;
	END LOOP;
END
$$;
SELECT * FROM pg_temp.as_known('SELECT goal, actual, vintage, figure_last_day AS until, round(expected::numeric, 2) AS due, status, is_closed AS closed, indicator_name AS name FROM performance');
SELECT * FROM pg_temp.as_known('SELECT indicators, at_risk, off_track, score FROM scorecard');
SELECT * FROM pg_temp.as_known('SELECT expected, reported, missing, first_missing FROM coverage WHERE year = 2023');
SELECT * FROM pg_temp.as_known('SELECT count(*), max(known_on) FROM status_history');
SELECT * FROM pg_temp.as_known('SELECT due_on, reached_on, days_ahead, status FROM milestone_status');
SELECT * FROM pg_temp.as_known('SELECT kind, period, count FROM document_summary ORDER BY kind');
SELECT * FROM pg_temp.as_known('SELECT period, rank, places_gained FROM standing_change WHERE year = 2022');
SELECT * FROM pg_temp.as_known('SELECT official_share, round(computed_share::numeric, 1) AS computed FROM verdict_comparison');
SELECT * FROM pg_temp.as_known('SELECT period, value FROM known_actual ORDER BY period');

-- Workers read as of the same day.
CREATE FUNCTION office.pid() RETURNS int LANGUAGE plpgsql PARALLEL SAFE AS $$ BEGIN RETURN pg_backend_pid(); END $$;
SET parallel_leader_participation = off;
SELECT pg_backend_pid() AS pid \gset
SET tnplan.known_on = '2023-03-31';
SELECT count(*) AS settings FROM pg_settings, set_config(name, CASE WHEN name LIKE '%mode' OR name LIKE 'debug%' THEN 'on' WHEN name LIKE '%gather' THEN '2' ELSE '0' END, false)
WHERE name IN ('force_parallel_mode', 'debug_parallel_query', 'parallel_setup_cost', 'parallel_tuple_cost', 'min_parallel_table_scan_size', 'max_parallel_workers_per_gather');
SELECT DISTINCT plan_known_on() AS day, office.pid() <> :pid AS in_worker FROM place;
SELECT period, actual, status FROM performance;
SET tnplan.known_on = 'soon';
SELECT count(*) FROM performance;
SET tnplan.known_on = 'infinity';
SELECT count(*) FROM scorecard;
RESET ALL;
DROP FUNCTION office.pid();

CALL plan_drop_workspace('office', force => true);

-- Changes that take more than all of a place, or go round in a day, as of rows that no trigger has seen: the first are left out, places of the others are nowhere today, and no query runs round in them.
CALL plan_create_workspace('round', sample => true);
INSERT INTO round.place (code, name) SELECT 'X' || i, 'X' || i FROM generate_series(1, 4) AS i;
ALTER TABLE round.place_change DISABLE TRIGGER USER;
INSERT INTO round.place_change (place, became, changed_on) SELECT 'X' || i, 'X' || j, '2020-01-01' FROM generate_series(1, 4) AS i, generate_series(1, 4) AS j WHERE i <> j;
SELECT place, today FROM round.place_today WHERE place IN ('BK', 'TN', 'X1') ORDER BY place;
DELETE FROM round.place_change WHERE became <> 'X' || substr(place, 2)::int % 4 + 1 AND place <> 'BK';
SELECT place, today FROM round.place_today WHERE place IN ('BK', 'TN', 'X1') ORDER BY place;
CALL plan_drop_workspace('round', force => true);
