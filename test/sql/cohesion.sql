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
