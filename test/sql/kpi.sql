-- KPIs as a cube shows them, and the weight of each in what stands above them.
SELECT kpi, actual, goal, plan_kpi_status(actual, goal) AS status, plan_kpi_trend(actual, last_year, direction) AS trend, plan_infor_score(actual, goal) AS infor, plan_stratec_score(actual, goal) AS stratec
FROM (VALUES ('revenue', 97.0, 100, 94.0, 'higher'), ('margin', 8.8, 10, 8.8, 'higher'), ('complaints', 52.0, 50, 60.0, 'lower'), ('downtime', 6.0, 5, 4.0, 'lower'), ('profit', -3.0, -2, -5.0, 'higher')) AS v (kpi, actual, target, last_year, direction),
	LATERAL (SELECT plan_goal(target, direction) AS goal) AS g;
-- A goal is written as it is planned; its baseline makes no difference; untyped arguments.
SELECT plan_kpi_status(97, '>= 100'), plan_kpi_status(97, '>= 100 from 40') AS with_baseline, plan_kpi_status('97', '<= 95'::varchar, '0.95', '0.9'), plan_infor_score('97', '>= 100'), plan_stratec_score(97, '= 100'), plan_kpi_trend('5', '4', 'higher', '0.3', '0');
SELECT sum(weight * status) / sum(weight) AS parent FROM (SELECT weight, plan_kpi_status(actual, '>= 100') AS status FROM (VALUES (97, 3.0), (88, 1), (50, 1)) AS v (actual, weight)) AS s;
-- Cuts: 95 % and 85 % of the target, mirrored where less is better; a value on a cut gets the better status.
SELECT x, plan_kpi_status(x, '>= 100') AS higher, plan_kpi_status(x, '<= 100') AS lower, plan_kpi_status(-x, '<= -100') AS negative, plan_kpi_status(x, '>= 100', 1.1, 1) AS own_cuts FROM unnest('{84.9,85,94.9,95,100,105,105.1,110,115,115.1}'::float8[]) AS x;
SELECT x, plan_kpi_status(x, '>= 0') AS higher, plan_kpi_status(x, '<= 0') AS lower FROM unnest('{-1,0,1}'::float8[]) AS x;
SELECT x, plan_kpi_trend(x, 100, 'higher') AS higher, plan_kpi_trend(x, 100, 'lower') AS lower, plan_kpi_trend(-x, -100, 'lower') AS negative, plan_kpi_trend(x, 100, 1, 0.05) AS own_cut FROM unnest('{97.9,98,100,102,102.1,105.1}'::float8[]) AS x;
SELECT x, plan_kpi_band_status(x, 6, 7, 8, 9) AS band, plan_kpi_rag(x / 10, 0.8, 0.7) AS rag FROM unnest('{5.9,6,6.9,7,7.9,8,8.1,9,9.1}'::float8[]) AS x;
-- A trend with a cut of a fall.  A value that lies on a cut in decimals is on it.
SELECT x, plan_kpi_trend(x, 100, 'higher', 0.02, -0.02) AS higher, plan_kpi_trend(x, 100, 'lower', 0.02, 0) AS lower, plan_kpi_trend(x / 100, 1, 1) AS of_one FROM unnest('{97.9,98,99,100,101,102,102.1}'::float8[]) AS x;
SELECT plan_kpi_status(2.09, '>= 2.2') AS at_95_percent, plan_kpi_status(1.87, '>= 2.2') AS at_85_percent, plan_kpi_status(2.31, '<= 2.2') AS at_105_percent, plan_kpi_trend(1.02, 1, 1) AS at_2_percent, plan_kpi_trend(1.02, 1, 1, 0.05, 0.02) AS steady, plan_kpi_trend(0.9, 1, 1, fall => -0.02) AS falls, plan_kpi_trend(1, 1, 1, 0.02, NULL) AS two_trends;
SELECT count(*) AS figures, count(*) FILTER (WHERE plan_kpi_trend(x * 1.02, x, 1, 0.05, 0.02) = 0) AS steady, count(*) FILTER (WHERE plan_kpi_rag(x * 0.95 / x, 0.95, 0.85) = 'green') AS green, count(*) FILTER (WHERE plan_kpi_rag(x * 0.85 / x, 0.95, 0.85) = 'amber') AS amber,
	count(*) FILTER (WHERE plan_kpi_band_status(x * 0.95 / x, 0.5, 0.95, 1.05, 1.2) = 1) AS best, count(*) FILTER (WHERE plan_kpi_band_status(x * 1.2 / x, 0.5, 0.95, 1.05, 1.2) = 0) AS outer_end
FROM (SELECT i / 100.0::float8 AS x FROM generate_series(1, 2000) AS i) AS v;
-- Weights of the KPIs that have a status.
SELECT plan_arithmetic_mean(plan_kpi_status(actual, plan_goal(target, direction)), weight) AS parent FROM (VALUES (97, 100, 'higher', 3.0), (NULL, 50, 'lower', 1)) AS v (actual, target, direction, weight);
-- 40 % done in the second of five years can be green.
SELECT plan_kpi_rag(0.4 / 0.4, 0.95, 0.8) AS of_the_period, plan_kpi_rag(0.4, 0.95, 0.8) AS of_the_term;
-- Infor keeps its sign where actual / target does not; Stratec's tent falls away on both sides of the target.
SELECT a, t, plan_infor_score(a, up) AS infor, plan_infor_score(a, down) AS infor_lower, plan_stratec_score(a, up) AS up, plan_stratec_score(a, down) AS down, plan_stratec_score(a, plan_goal(t, 'within')) AS equal
FROM (VALUES (-1::float8, -1::float8), (3, -2), (80, 100), (100, 100), (120, 100), (-80, -100), (-120, -100), (0, 0), (5, 0), (-5, 0), (250, 100)) AS v (a, t), LATERAL (SELECT plan_goal(t, 'higher') AS up, plan_goal(t, 'lower') AS down) AS g;
SELECT plan_kpi_status(NULL, '>= 1'), plan_kpi_status('NaN', '>= 1'), plan_kpi_status(1, NULL), plan_kpi_trend(5, 0, 1), plan_kpi_trend(5, NULL, 1), plan_kpi_rag(NULL, 1, 1), plan_kpi_band_status('NaN', 1, 2, 3, 4), plan_infor_score('NaN', '>= 1'), plan_stratec_score(1, NULL), plan_kpi_trend(5, 4, NULL), plan_kpi_trend(NULL, NULL, NULL, NULL, NULL);

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_kpi_status(1, '>= 1', 0.8, 0.9);
SELECT plan_kpi_status(1, '= 1');
SELECT plan_kpi_status(1, '0.9..1.1');
SELECT plan_kpi_status('Infinity', '>= 1');
SELECT plan_infor_score(1, '= 1');
SELECT plan_stratec_score(1, '0.9..1.1');
SELECT plan_kpi_trend(1, 1, 'within');
SELECT plan_kpi_band_status(1, 4, 3, 2, 1);
SELECT plan_kpi_rag(1, 0.7, 0.8);
SELECT plan_kpi_trend(1, 1, 1, -0.1, 0.1);
SELECT plan_infor_score(1e308, '>= 1e-308');
SELECT plan_stratec_score(1e308, '>= 1e-308');
\set VERBOSITY default
SELECT plan_kpi_band_status(1, 4, 3, 2, 1);
-- Errors show all digits.
SELECT plan_kpi_status(1, '>= 2', 1000000.3, 1000000.4);
SELECT plan_kpi_trend(1, 2, 'higher', 1000000.3, 1000000.4);
SELECT plan_kpi_band_status(1, 1000000.4, 1000000.3, 1000000.2, 1000000.1);
SELECT plan_kpi_rag(1, 1000000.3, 1000000.4);
SELECT plan_infor_score(1, '= 0.30000000000000004');
