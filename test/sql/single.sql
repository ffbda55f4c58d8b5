-- How far are regions from the target, in standard deviations of their field?
CREATE TABLE regions (region text, graduates float8, smokers float8);
INSERT INTO regions VALUES ('A', 62, 11), ('B', 55, 18), ('C', 48, 22), ('D', 41, 19), ('E', 34, 30);
SELECT region, round(plan_oecd_distance(graduates, '>= 60', stddev_samp(graduates) OVER ())::numeric, 4) AS graduates, round(plan_oecd_distance(smokers, '<= 15', stddev_samp(smokers) OVER ())::numeric, 4) AS smokers,
	abs(plan_oecd_distance(smokers, plan_goal(15, 'lower'), stddev_samp(smokers) OVER ()) - greatest(0, (smokers - 15) / stddev_samp(smokers) OVER ())) < 1e-14 AS by_formula
FROM regions ORDER BY region;
-- Without a target the level of the best tenth of the field will do.
SELECT region, round(plan_oecd_distance(graduates, plan_goal(best, 'higher'), sd)::numeric, 4) AS distance FROM regions, (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY graduates) AS best, stddev_samp(graduates) AS sd FROM regions) AS field ORDER BY region;
SELECT region, round(plan_oecd_distance(smokers, plan_goal(best, 'lower'), sd)::numeric, 4) AS distance FROM regions, (SELECT percentile_cont(0.1) WITHIN GROUP (ORDER BY smokers) AS best, stddev_samp(smokers) AS sd FROM regions) AS field ORDER BY region;
-- Met needs no scale; nor has it one where all are alike.
SELECT plan_oecd_distance(70, '>= 60', 0) AS met, plan_oecd_distance(60, '<= 60', NULL) AS just_met, plan_oecd_distance(50, '>= 60', 0) AS no_scale, plan_oecd_distance(50, '>= 60', NULL) AS unknown, plan_oecd_distance(NULL, '>= 60', 1) AS no_value, plan_oecd_distance('NaN', '>= 60', 1), plan_oecd_distance(50, NULL, 4) AS no_goal, plan_oecd_distance(50, '>= 60 from 40', 4) AS short;

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_oecd_distance(50, '>= 60', -1);
SELECT plan_oecd_distance(50, '= 60', 1);
SELECT plan_oecd_distance(50, '50..60', 1);
SELECT plan_oecd_distance(50, '>= 60', 'NaN');
SELECT plan_oecd_distance(-1e308, '>= 1e308', 1e-300);
\set VERBOSITY default
DROP TABLE regions;

-- Which priorities have achieved their milestones?
CREATE TABLE milestones (priority text, indicator text, milestone float8, achieved float8);
INSERT INTO milestones VALUES
	('research', 'enterprises', 120, 118), ('research', 'new researchers', 40, 34), ('research', 'spent, million', 90, 68),
	('roads', 'km built', 100, 64), ('roads', 'spent, million', 300, 290),
	('schools', 'pupils', 5000, 4000), ('schools', 'spent, million', 30, 30),
	('energy', 'capacity, MW', 50, 30), ('energy', 'households', 800, 400), ('energy', 'spent, million', 70, 69);
SELECT priority, array_agg(round((achieved / milestone)::numeric, 3) ORDER BY indicator) AS ratios, plan_cohesion_class(array_agg(achieved / milestone)) AS class FROM milestones GROUP BY priority ORDER BY priority;
-- One of three may lag, not two, nor one of two; equality belongs to the better side.
SELECT ratios, plan_cohesion_class(ratios) FROM (VALUES ('{0.85}'::float8[]), ('{0.849}'), ('{0.65}'), ('{0.649}'), ('{0.85,0.84}'), ('{1,0.64}'), ('{1,1,0.75}'), ('{1,1,0.749}'), ('{1,0.84,0.84}'), ('{1,1,0.64}'), ('{1,0.64,0.64}'), ('{2,2,2,0.8}'), ('{1,NULL}'), ('{NaN}'), ('{}'), (NULL), ('{0,0,0}'), ('{-1}')) AS v (ratios);
SELECT plan_cohesion_class(array_agg(achieved / milestone)) AS exactly_85_percent FROM (VALUES (10.54::float8, 12.4::float8)) AS v (achieved, milestone);
SELECT count(*) AS priorities, count(*) FILTER (WHERE plan_cohesion_class(ARRAY[0.85 * x / x]) = 'achieved') AS at_85, count(*) FILTER (WHERE plan_cohesion_class(ARRAY[1, 1, 0.75 * x / x]) = 'achieved') AS at_75, count(*) FILTER (WHERE plan_cohesion_class(ARRAY[0.65 * x / x]) = 'not_achieved') AS at_65
FROM (SELECT i / 100.0::float8 AS x FROM generate_series(1, 2000) AS i) AS v;
SELECT plan_cohesion_class('{0.9,0.9,0.7}', 0.9, 0.7), plan_cohesion_class('{0.6}', failed => 0.5);

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_cohesion_class('{1}', 0.5);
SELECT plan_cohesion_class('{1,Infinity}');
SELECT plan_cohesion_class('{{1,2}}');
SELECT plan_cohesion_class('{1}', 'NaN');
\set VERBOSITY default
SELECT plan_cohesion_class('{1}', 0.5);
SELECT plan_cohesion_class('{1}', 0.7500001, 0.7500002);
DROP TABLE milestones;

-- Objectives are the mean of their key results; what is promised has to be done.
SELECT objective, regime, round(avg(grade), 2) AS grade, plan_okr_colour(avg(grade), regime) AS colour
FROM (VALUES ('faster permits', 'aspirational', 0.9), ('faster permits', 'aspirational', 0.6), ('faster permits', 'aspirational', 0.7), ('open data', 'aspirational', 0.4), ('open data', 'aspirational', 0.3), ('online payment', 'committed', 1.0), ('online payment', 'committed', 0.6), ('hotline', 'committed', 1.0)) AS v (objective, regime, grade)
GROUP BY objective, regime ORDER BY objective;
SELECT g, plan_okr_colour(g) AS aspirational, plan_okr_colour(g, 'committed') AS committed FROM unnest('{0,0.3,0.39,0.4,0.6,0.69,0.7,0.8,0.999,1,1.2,NULL,NaN}'::float8[]) AS g;
SELECT plan_okr_colour(avg(g)) AS exactly_70_percent FROM unnest('{0.6,0.7,0.8}'::float8[]) AS g;
SELECT count(*) AS grades, count(*) FILTER (WHERE plan_okr_colour(0.4 * x / x) = 'yellow') AS yellow, count(*) FILTER (WHERE plan_okr_colour(0.7 * x / x) = 'green') AS green, count(*) FILTER (WHERE plan_okr_colour(x * 0.1 / x * 10, 'committed') = 'green') AS committed
FROM (SELECT i / 100.0::float8 AS x FROM generate_series(1, 2000) AS i) AS v;
SELECT plan_okr_colour(0.7), plan_okr_colour('0.5'), plan_okr_colour(1, 'Committed'), plan_okr_colour(1, NULL);

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_okr_colour(1, 'moonshot');
SELECT plan_okr_colour('-Infinity');
\set VERBOSITY default
SELECT plan_okr_colour(1, 'moonshot');
