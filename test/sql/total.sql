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
