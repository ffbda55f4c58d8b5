-- How far are regions from the target, in standard deviations of their field?
CREATE TABLE regions (region text, graduates float8, smokers float8);
INSERT INTO regions VALUES ('A', 62, 11), ('B', 55, 18), ('C', 48, 22), ('D', 41, 19), ('E', 34, 30);
SELECT region, round(plan_oecd_distance(graduates, 60, stddev_samp(graduates) OVER (), 'higher')::numeric, 4) AS graduates, round(plan_oecd_distance(smokers, 15, stddev_samp(smokers) OVER (), 'lower')::numeric, 4) AS smokers,
	abs(plan_oecd_distance(smokers, 15, stddev_samp(smokers) OVER (), -1) - greatest(0, (smokers - 15) / stddev_samp(smokers) OVER ())) < 1e-14 AS by_formula
FROM regions ORDER BY region;
-- Without a target the level of the best tenth of the field will do.
SELECT region, round(plan_oecd_distance(graduates, best, sd, 'higher')::numeric, 4) AS distance FROM regions, (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY graduates) AS best, stddev_samp(graduates) AS sd FROM regions) AS field ORDER BY region;
SELECT region, round(plan_oecd_distance(smokers, best, sd, 'lower')::numeric, 4) AS distance FROM regions, (SELECT percentile_cont(0.1) WITHIN GROUP (ORDER BY smokers) AS best, stddev_samp(smokers) AS sd FROM regions) AS field ORDER BY region;
-- Met needs no scale; nor has it one where all are alike.
SELECT plan_oecd_distance(70, 60, 0, 'higher') AS met, plan_oecd_distance(60, 60, NULL, 'lower') AS just_met, plan_oecd_distance(50, 60, 0, 'higher') AS no_scale, plan_oecd_distance(50, 60, NULL, 1) AS unknown, plan_oecd_distance(NULL, 60, 1, 1) AS no_figure, plan_oecd_distance('NaN', 60, 1, 1), plan_oecd_distance(50, 60, 4, NULL::text), plan_oecd_distance(50, 60, 4, 1::smallint) AS short, plan_oecd_distance(50, 60, 4, 1.0) AS the_same;

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_oecd_distance(50, 60, -1, 1);
SELECT plan_oecd_distance(50, 60, 1, 'within');
SELECT plan_oecd_distance(50, 'NaN', 1, 1);
SELECT plan_oecd_distance(-1e308, 1e308, 1e-300, 1);
\set VERBOSITY default
DROP TABLE regions;
