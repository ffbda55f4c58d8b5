-- Goals of totals: what grows until the end of its period, such as a year's spending.
-- Half of the year has passed.  A ceiling is shared out; within its share a total is on pace, beyond it at risk, and beyond
-- all of it off track for good.
SELECT actual, plan_status(actual, '<= 100', 0.5, adds_up => true) AS "at half", plan_status(actual, '<= 100', 1, adds_up => true) AS "at the end",
	plan_status(actual, '<= 100', 0.5) AS "of a stock"
FROM unnest('{0,49,50,50.1,52,75,99.9,100,100.1,150}'::float8[]) AS actual;
-- A floor keeps its pace, whatever adds up.
SELECT actual, plan_status(actual, '>= 100', 0.5, adds_up => true) AS "at half", plan_status(actual, '>= 100', 1, adds_up => true) AS "at the end", plan_status(actual, '>= 100', 0.5) AS before
FROM unnest('{0,29,30,47,48,50,99,100,101}'::float8[]) AS actual;
-- A band is a floor and a ceiling: 40 to 60 by the end, 20 to 30 by now.
SELECT actual, plan_status(actual, '40..60', 0.5, adds_up => true) AS "at half", plan_status(actual, '40..60', 1, adds_up => true) AS "at the end"
FROM unnest('{0,11,12,18,19,20,30,30.5,38,40,50,60,60.5}'::float8[]) AS actual;
-- Other goals: exactly one figure, met from one bound and exceeded beyond the other, none at all, less than nothing.
SELECT goal, actual, plan_status(actual, goal::plan_goal, 0.5, adds_up => true) AS "at half", plan_status(actual, goal::plan_goal, 1, adds_up => true) AS "at the end"
FROM (VALUES ('= 60', '{20,29,30,31,60,61}'), ('<= 30..40', '{10,20,21,29,30,40,41}'), ('<= 0', '{-1,0,1}'), ('>= 0', '{-1,0,1}'), ('= 0', '{-1,0,1}'),
	('<= -10', '{1,0,-2,-4,-5,-10,-11}'), ('>= -10', '{1,0,-4,-5,-6,-10,-11}'), ('-10..20', '{-11,-6,-5,0,10,11,21}'), ('-20..-10', '{-21,-20,-11,-10,-5,-4,0}')) AS v (goal, actuals),
	unnest(actuals::float8[]) AS actual;
-- A ceiling is shared out from zero, also with a baseline, which counts at the end.
SELECT actual, plan_status(actual, '<= 80 from 100', 0.5, adds_up => true) AS "at half", plan_status(actual, '<= 80 from 100', 1, adds_up => true) AS "at the end"
FROM unnest('{30,40,41,80,81,90,101}'::float8[]) AS actual;
-- So is a floor: last year 100 km were built, this year 120 shall be, and 55 by the middle are near the 60 that are due.
SELECT actual, plan_status(actual, '>= 120 from 100', 0.5, adds_up => true) AS "at half", plan_achievement(actual, '>= 120 from 100', 0.5, adds_up => true) AS share,
	plan_status(actual, '>= 120 from 100', 1, adds_up => true) AS "at the end", plan_achievement(actual, '>= 120 from 100', 1, adds_up => true) AS "share then"
FROM unnest('{-1,30,48,55,57,60,99,115,120,130}'::float8[]) AS actual;
-- What is due is not known, or nothing: met is a floor, and broken a ceiling, in any case.
SELECT goal, actual, plan_status(actual, goal::plan_goal, NULL, adds_up => true) AS unknown, plan_status(actual, goal::plan_goal, 0, adds_up => true) AS nothing
FROM (VALUES ('<= 100', '{0,50,101}'), ('>= 100', '{0,50,101}'), ('40..60', '{0,50,61}')) AS v (goal, actuals), unnest(actuals::float8[]) AS actual;
-- Decimals count, not bits: three times 0.1 are within 0.3.
SELECT plan_status(0.1 + 0.1 + 0.1::float8, '<= 0.6', 0.5, adds_up => true) AS on_the_share, plan_status(0.1::float8 + 0.2::float8, '<= 0.3', 0.5, adds_up => true) AS on_the_ceiling,
	plan_status(1e300, '<= 1.5e300', 0.5, adds_up => true) AS large, plan_status(-1e308, '-1.7e308..1.7e308', 0.5, adds_up => true) AS wide, plan_status(5e-324, '<= 0', 0.5, adds_up => true) AS least;
-- Only a bound is known.
SELECT goal, bound || ' ' || actual AS figure, plan_bounded_status(actual, goal::plan_goal, bound, 0.5, adds_up => true) AS "at half", plan_bounded_status(actual, goal::plan_goal, bound, 1, adds_up => true) AS "at the end"
FROM (VALUES ('<= 100', '{30,50,60,100,110}', '{=,~,<,<=,>,>=}'), ('>= 100', '{30,50,100}', '{<,>}'), ('40..60', '{10,20,30,40,60}', '{<,<=,>,>=}'), ('<= 0', '{0}', '{<,>,>=}')) AS v (goal, actuals, bounds),
	unnest(actuals::float8[]) AS actual, unnest(bounds::text[]) AS bound;
-- NULLs, and errors.
SELECT plan_status(5, '<= 4', 0.5, NULL, NULL) AS "NULL is false", plan_status(NULL, '<= 4', 0.5, adds_up => true) AS "no actual", plan_status(5, NULL, 0.5, adds_up => true) AS "no goal", plan_bounded_status(5, '<= 4', NULL, 0.5, adds_up => true) AS "no bound";
SELECT plan_status(5, '<= 4', 2, adds_up => true);
SELECT plan_status('Infinity'::float8, '<= 4', 0.5, adds_up => true);
-- Against the rule in plain SQL: of each edge the worst, by sign; cuts of floors.
CREATE TEMP TABLE told AS
SELECT goal::text AS goal, x, due, plan_status(x, goal, due, adds_up => true)::text AS status, goal AS parsed, plan_direction(goal) AS direction, plan_lower(goal) AS lower, plan_upper(goal) AS upper
FROM unnest('{<= 8,<= 0,<= -8,>= 8,>= 0,>= -8,2..8,-2..8,-8..-2,= 8,= -8}'::plan_goal[]) AS goal, generate_series(-20, 20) AS n, LATERAL (SELECT n / 2.0 AS x) AS a, unnest('{0.25,0.5,0.75,1}'::float8[]) AS due;
SELECT count(*), count(DISTINCT status) AS statuses, count(*) FILTER (WHERE status <> CASE
	WHEN direction <> 'higher' AND upper >= 0 AND x > upper OR direction <> 'lower' AND lower <= 0 AND x < lower THEN 'off_track'
	WHEN due = 1 THEN plan_status(x, parsed)::text
	WHEN direction = 'higher' AND lower > 0 AND x >= lower THEN CASE WHEN x > lower THEN 'exceeded' ELSE 'met' END
	WHEN direction = 'lower' AND upper < 0 AND x <= upper THEN CASE WHEN x < upper THEN 'exceeded' ELSE 'met' END
	WHEN direction <> 'lower' AND lower > 0 AND x / lower / due < 0.6 OR direction <> 'higher' AND upper < 0 AND x / upper / due < 0.6 THEN 'off_track'
	WHEN direction <> 'lower' AND lower > 0 AND x / lower / due < 0.95 OR direction <> 'higher' AND upper < 0 AND x / upper / due < 0.95 THEN 'at_risk'
	WHEN direction <> 'higher' AND upper >= 0 AND x > due * upper OR direction <> 'lower' AND lower <= 0 AND x < due * lower THEN 'at_risk'
	ELSE 'on_track' END) AS others
FROM told;
-- A bound has a verdict where all values from there on are on one side: those of a grid, by plan_status.
SELECT bound, count(*), count(said) AS decided, count(*) FILTER (WHERE (said <= 'on_track') IS DISTINCT FROM CASE WHEN all_good THEN true WHEN none_good THEN false END) AS others
FROM (SELECT bound, plan_bounded_status(x, goal, bound, due, adds_up => true) AS said,
		bool_and(plan_status(y, goal, due, adds_up => true) <= 'on_track') AS all_good, bool_and(plan_status(y, goal, due, adds_up => true) > 'on_track') AS none_good
	FROM unnest('{<= 8,<= 0,<= -8,>= 8,>= 0,>= -8,2..8,-2..8,-8..-2}'::plan_goal[]) AS goal, generate_series(-20, 20) AS n, LATERAL (SELECT n / 2.0 AS x) AS a, unnest('{0.25,0.5,1}'::float8[]) AS due,
		unnest('{<,<=,=,>,>=}'::text[]) AS bound, LATERAL (SELECT i / 8.0 AS y FROM generate_series(-200, 200) AS i UNION ALL SELECT x + s * 1e-6 FROM (VALUES (-1), (1)) AS v (s)) AS g
	WHERE CASE bound WHEN '<' THEN y < x WHEN '<=' THEN y <= x WHEN '=' THEN y = x WHEN '>' THEN y > x ELSE y >= x END
	GROUP BY goal, x, due, bound) AS v
GROUP BY bound ORDER BY bound;
DROP TABLE told;
-- Scores.  Of at most 60 accidents 45 are due by September: 47 are 2 too many, which is a thirtieth of 60, and 60 in March are a
-- quarter of the year's.  The score is 1 within the share, falls as soon as the total is beyond it, and ends where that of a year does.
SELECT actual, due, plan_status(actual, '<= 60', due, adds_up => true), round(plan_achievement(actual, '<= 60', due, adds_up => true)::numeric, 4) AS achievement,
	round(plan_score(actual, '<= 60', 1, due, adds_up => true)::numeric, 4) AS score, round(plan_score(actual, '<= 60')::numeric, 4) AS "of a stock"
FROM (VALUES (0, 0.75), (45, 0.75), (47, 0.75), (60, 0.75), (61, 0.75), (105, 0.75), (110, 0.75), (60, 0.25), (1, 0), (45, 1), (60, 1), (61, 1), (120, 1)) AS v (actual, due);
-- A floor has the share of all of it that is there; a band the worse of its floor and its ceiling.
SELECT actual, plan_achievement(actual, '>= 100', 0.5, adds_up => true) AS floor, plan_achievement(actual, '40..60', 0.5, adds_up => true) AS band, plan_achievement(actual, '= 40', 0.5, adds_up => true) AS exactly,
	plan_achievement(actual, '>= -40', 0.5, adds_up => true) AS loss, plan_achievement(actual, '<= -40', 0.5, adds_up => true) AS below, plan_achievement(actual, '-40..40', 0.5, adds_up => true) AS around
FROM unnest('{-80,-60,-40,-30,-20,0,20,30,36,40,60,80,120}'::float8[]) AS actual;
-- A NULL share gives NULL where it matters, adds_up is false where it is NULL, and a cap holds here too.
SELECT goal, plan_achievement(30, goal::plan_goal, NULL, true) AS unknown, plan_achievement(30, goal::plan_goal, NULL) AS stock, plan_achievement(30, goal::plan_goal, 0.5, NULL) AS "NULL is false", plan_score(130, goal::plan_goal, 1.2, 0.5, true) AS capped
FROM unnest('{<= 40,>= 40,>= 100 from 50,20..40,<= 0}'::text[]) AS goal;
SELECT plan_achievement(NULL, '<= 4', 0.5, true) AS "no actual", plan_achievement('NaN', '<= 4', 0.5, true) AS "NaN", plan_achievement(5, NULL, 0.5, true) AS "no goal", plan_score(5, '<= 4', NULL, 0.5, true) AS "no cap", plan_score('5', '<= 4', '1', '0.5', 'true') AS texts;
SELECT plan_achievement(5, '<= 4', 1.5);
SELECT plan_score(5, '<= 4', 1, -0.5, true);
SELECT plan_score(5, '<= 4', -1, 0.5, true);
SELECT plan_achievement('Infinity'::float8, '<= 4', 0.5, true);
SELECT plan_achievement(1.5e308, '<= 1.7e308', 0.5, adds_up => true) AS large, plan_achievement(-1.7e308, '-1.7e308..1.7e308', 0.5, adds_up => true) AS wide, plan_score(1e308, '<= 1e-308', 1, 0.5, true) AS beyond;
SELECT plan_achievement(1e308, '<= 1e-308', 0.5, true);
-- Against the rule in plain SQL, which takes goals apart: of each edge the share, the worst of them; at the end what a stock has.
CREATE TEMP TABLE told AS
SELECT goal::text AS goal, x, due, plan_achievement(x, goal, due, adds_up => true) AS achievement, plan_score(x, goal, 1, due, true) AS score, plan_status(x, goal, due, adds_up => true) AS status,
	plan_achievement(x, goal) AS stock, plan_direction(goal) AS direction, plan_lower(goal) AS lower, plan_upper(goal) AS upper
FROM unnest('{<= 8,<= 0,<= -8,>= 8,>= 0,>= -8,2..8,-2..8,-8..-2,= 8,= -8,= 0,<= 6..8,>= 6..8,<= 8 from 12,<= 8 from 4,<= -8 from 2,>= 8 from 5,>= 8 from 10,>= -8 from -10,2..8 from 1,<= 0 from 5}'::plan_goal[]) AS goal,
	generate_series(-25, 25) AS n, LATERAL (SELECT n / 2.0 AS x) AS a, unnest('{0,0.1,0.25,0.5,0.75,0.9,1}'::float8[]) AS due;
CREATE TEMP VIEW told_apart AS
SELECT t.*, CASE WHEN due = 1 THEN stock ELSE (
	SELECT min(CASE WHEN side * edge > 0 THEN CASE WHEN direction = 'within' AND side * x >= side * edge THEN 1 WHEN edge > 0 THEN x / edge ELSE 2 - (2 * edge - x) / edge END
		WHEN side * x >= side * due * edge THEN 1 WHEN edge = 0 THEN 0 ELSE 1 - abs(x - due * edge) / abs(edge) END)
	FROM (VALUES (1, CASE WHEN direction <> 'lower' THEN lower END), (-1, CASE WHEN direction <> 'higher' THEN upper END)) AS e (side, edge) WHERE edge IS NOT NULL) END AS by_sql
FROM told AS t;
SELECT count(*), count(DISTINCT goal) AS goals, count(*) FILTER (WHERE abs(achievement - by_sql) > 1e-12) AS others, count(*) FILTER (WHERE score <> least(greatest(achievement, 0), 1)) AS scores
FROM told_apart;
-- Within its limits a total has a full score if nothing is wrong with its floor, and beyond them less; the more that is due, the better a ceiling and the worse nothing.
SELECT count(*) FILTER (WHERE direction = 'lower' AND upper > 0 AND (status <= 'on_track') <> (score = 1)) AS unlike_status,
	count(*) FILTER (WHERE direction = 'lower' AND upper > 0 AND score < before) AS falls
FROM (SELECT *, lag(score) OVER (PARTITION BY goal, x ORDER BY due) AS before FROM told WHERE goal NOT LIKE '%from%') AS t;
DROP VIEW told_apart;
DROP TABLE told;
-- In a workspace: the score of a ceiling falls with its verdict, up the tree too, and a baseline of a flow counts when the year is over.
CALL plan_create_workspace('total');
UPDATE total.setting SET term = '2023', language = 'en';
INSERT INTO total.node (code, name) VALUES ('N', 'Roads');
INSERT INTO total.place (code, name) VALUES ('P', 'Province');
INSERT INTO total.indicator (code, node, name, direction, kind) VALUES ('ACCIDENTS', 'N', 'Accidents', 'lower', 'flow'), ('BUILT', 'N', 'Built', 'higher', 'flow'), ('SPENT', 'N', 'Spent', 'within', 'cumulative'), ('STAFF', 'N', 'Staff', 'lower', 'stock');
INSERT INTO total.target (indicator, place, period, goal, known_on) SELECT indicator, 'P', '2023', goal, '2022-12-31' FROM (VALUES ('ACCIDENTS', '<= 60'), ('BUILT', '>= 120 from 100'), ('SPENT', '80..100'), ('STAFF', '<= 60')) AS v (indicator, goal);
INSERT INTO total.actual (indicator, place, period, value, known_on) SELECT indicator, 'P', period, value, plan_last_day(period::plan_period) FROM (VALUES ('ACCIDENTS', '2023-H1', 32), ('BUILT', '2023-H1', 58), ('SPENT', '2023-06', 60), ('STAFF', '2023-06', 62),
	('ACCIDENTS', '2023-H2', 29), ('BUILT', '2023-H2', 55), ('SPENT', '2023-12', 90), ('STAFF', '2023-12', 58)) AS v (indicator, period, value);
SET tnplan.known_on = '2023-06-30';
SELECT indicator, goal, actual, round(expected::numeric, 3) AS expected, round(achievement::numeric, 4) AS achievement, round(score::numeric, 4) AS score, status, round(expected_value::numeric, 2) AS due FROM total.performance JOIN (SELECT indicator, expected_value FROM total.pace) AS p USING (indicator) ORDER BY indicator;
SELECT count(*) FILTER (WHERE (c.at_risk, c.on_track) = (2, 2)) AS verdicts, count(*) FILTER (WHERE c.score = m.score) AS scores FROM total.scorecard AS c, (SELECT avg(score) AS score FROM total.performance) AS m;
RESET tnplan.known_on;
SELECT indicator, known_on, actual, round(expected::numeric, 3) AS expected, status FROM total.status_history WHERE figure_last_day IS NOT NULL ORDER BY indicator, known_on;
SELECT indicator, actual, achievement, score, status FROM total.performance ORDER BY indicator;
-- Targets to date, of the quarter, the half and nine months, shape the way of a cumulative figure to that of the year, and so do any of its months: against the line through them.
INSERT INTO total.indicator (code, node, name, kind) VALUES ('PAID', 'N', 'Paid', 'cumulative'), ('HALF', 'N', 'Half', 'cumulative'), ('MIXED', 'N', 'Mixed', 'cumulative'), ('YEARS', 'N', 'Years', 'cumulative');
CREATE TEMP TABLE on_way AS SELECT * FROM (VALUES ('PAID', '2023-Q1', 10), ('PAID', '2023-H1', 40), ('PAID', '2023-01..2023-09', 80), ('PAID', '2023', 100), ('HALF', '2023-H1', 30), ('HALF', '2023', 100), ('MIXED', '2023-01', 1), ('MIXED', '2023-02', 5), ('MIXED', '2023-Q1', 20),
	('MIXED', '2023-Q2', 30), ('MIXED', '2023-04..2023-06', 30), ('MIXED', '2023-H2', 99), ('MIXED', '2023', 100), ('YEARS', '2023', 40), ('YEARS', '2024', 50), ('YEARS', '2024-01', 1), ('YEARS', '2023-2024', 50)) AS v (indicator, period, target);
INSERT INTO total.target (indicator, place, period, goal, known_on) SELECT DISTINCT ON (indicator, period::plan_period) indicator, 'P', period, '>= ' || target, '2022-12-31' FROM on_way;
INSERT INTO total.actual (indicator, place, period, value, known_on) SELECT i, 'P', plan_month(m::date)::text, 5, m + interval '1 month' FROM unnest('{PAID,HALF,MIXED,YEARS}'::text[]) AS i, generate_series(timestamp '2023-01-01', '2024-11-01', '1 month') AS m WHERE i = 'YEARS' OR m < '2024-01-01';
CREATE TEMP VIEW by_line AS
SELECT h.indicator, h.period, h.figure_last_day, h.expected, h.status, (coalesce(a.target, 0) + (b.target - coalesce(a.target, 0)) * (h.figure_last_day - coalesce(a.day, h.first_day - 1))::float8 / (b.day - coalesce(a.day, h.first_day - 1))) / h.target AS by_sql
FROM total.status_history AS h
LEFT JOIN LATERAL (SELECT plan_last_day(w.period::plan_period) AS day, w.target FROM on_way AS w WHERE w.indicator = h.indicator AND h.period::plan_period @> w.period::plan_period AND plan_last_day(w.period::plan_period) <= h.figure_last_day ORDER BY 1 DESC LIMIT 1) AS a ON true
JOIN LATERAL (SELECT plan_last_day(w.period::plan_period) AS day, CASE WHEN plan_last_day(w.period::plan_period) = h.last_day THEN h.target ELSE w.target END AS target FROM on_way AS w WHERE w.indicator = h.indicator AND h.period::plan_period @> w.period::plan_period AND plan_last_day(w.period::plan_period) > h.figure_last_day ORDER BY 1, plan_days(w.period::plan_period) LIMIT 1) AS b ON true
WHERE h.period = '2023' AND h.target > 0
-- Of two years, the way of one behind that of the other, of what both come to.
UNION ALL SELECT indicator, period, figure_last_day, expected, status,
	CASE WHEN figure_last_day < '2024-01-01' THEN 40 * (figure_last_day - date '2022-12-31') / 365.0 WHEN figure_last_day < '2024-02-01' THEN 40 + (figure_last_day - date '2023-12-31') / 31.0 ELSE 41 + 49 * (figure_last_day - date '2024-01-31') / 335.0 END / 90.0
FROM total.status_history WHERE period = '2023-2024' AND figure_last_day IS NOT NULL;
SELECT indicator, period, count(*), count(*) FILTER (WHERE abs(expected - by_sql) > 1e-12) AS others FROM by_line GROUP BY indicator, period ORDER BY indicator, period;
SET tnplan.known_on = '2023-06-01';
SELECT p.indicator, p.period, round(p.expected::numeric, 4) AS expected, p.status, abs(p.expected - l.by_sql) < 1e-12 AS alike FROM total.performance AS p JOIN by_line AS l USING (indicator, period, figure_last_day) ORDER BY indicator, period;
SET tnplan.known_on = '2023-11-01';
SELECT count(*), count(*) FILTER (WHERE abs(p.expected - l.by_sql) > 1e-12) AS others FROM total.performance AS p JOIN by_line AS l USING (indicator, period, figure_last_day);
RESET tnplan.known_on;
DROP VIEW by_line;
DROP TABLE on_way;
CALL plan_drop_workspace('total', force => true);
