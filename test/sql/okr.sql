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
