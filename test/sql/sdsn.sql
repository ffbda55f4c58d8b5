-- Viet Nam in the Sustainable Development Report 2021: each indicator with its bounds, the
-- published score, rounded to three places, and colour.  Of one the value is not public.
CREATE TABLE sdr (goal int, indicator text, value float8, lower_bound float8, red float8, green float8, optimum float8, score float8, colour text);
INSERT INTO sdr VALUES
	(1, 'sdg1_320pov', 4.4, 51.5, 13, 2, 0, 91.456, 'yellow'),
	(1, 'sdg1_wpc', 0.85, 72.6, 13, 2, 0, 98.82900000000001, 'green'),
	(2, 'sdg2_crlyld', 5.6850000000000005, 0.2, 1.5, 2.5, 7, 80.662, 'green'),
	(2, 'sdg2_obesity', 2.1, 35.1, 25, 10, 2.8, 100, 'green'),
	(2, 'sdg2_pestexp', 52.624, 250, 50, 1, 0, 78.95, 'red'),
	(2, 'sdg2_snmi', 0.622, 1.2, 0.7, 0.3, 0, 48.167, 'orange'),
	(2, 'sdg2_stunting', 23.8, 50.2, 15, 7.5, 0, 52.59, 'red'),
	(2, 'sdg2_trophic', 2.218, 2.47, 2.4, 2.2, 2.04, 58.605000000000004, 'yellow'),
	(2, 'sdg2_undernsh', 6.4, 42.3, 15, 7.5, 0, 84.87, 'green'),
	(2, 'sdg2_wasting', 5.8, 16.3, 10, 5, 0, 64.417, 'yellow'),
	(3, 'sdg3_births', 93.8, 23.1, 90, 98, 100, 91.938, 'orange'),
	(3, 'sdg3_fertility', 29.152, 139.6, 50, 25, 2.5, 80.56, 'yellow'),
	(3, 'sdg3_hiv', 0.05, 5.5, 1, 0.2, 0, 99.09100000000001, 'green'),
	(3, 'sdg3_lifee', 73.741, 54, 70, 80, 83, 68.072, 'orange'),
	(3, 'sdg3_matmort', 43, 814, 140, 70, 3.4, 95.115, 'green'),
	(3, 'sdg3_ncds', 17.1, 31, 25, 15, 9.3, 64.055, 'yellow'),
	(3, 'sdg3_neonat', 10.5, 39.7, 18, 12, 1.1, 75.648, 'green'),
	(3, 'sdg3_pollmort', 64, 368.8, 150, 18, 0, 82.646, 'yellow'),
	(3, 'sdg3_swb', 5.5, 3.3, 5, 6, 7.6, 51.163000000000004, 'yellow'),
	(3, 'sdg3_tb', 176, 561, 75, 10, 0, 68.627, 'red'),
	(3, 'sdg3_traffic', 30.560000000000002, 33.7, 16.8, 8.4, 3.2, 10.295, 'red'),
	(3, 'sdg3_u5mort', 19.900000000000002, 130.1, 50, 25, 2.6, 86.431, 'green'),
	(3, 'sdg3_uhc', 75, 38.2, 60, 80, 100, 59.547000000000004, 'yellow'),
	(3, 'sdg3_vac', 89, 41, 80, 90, 100, 81.35600000000001, 'yellow'),
	(4, 'sdg4_literacy', 98.408, 45.2, 85, 95, 100, 97.095, 'green'),
	(4, 'sdg4_primary', 98.65, 53.8, 80, 97, 100, 97.078, 'green'),
	(4, 'sdg4_second', 97.663, 18, 75, 90, 100, 97.15, 'green'),
	(5, 'sdg5_edat', 93.023, 41.8, 75, 98, 100, 88.012, 'yellow'),
	(5, 'sdg5_familypl', 69.60000000000001, 17.5, 60, 80, 100, 63.152, 'orange'),
	(5, 'sdg5_lfpr', 88.501, 21.5, 50, 70, 100, 85.352, 'green'),
	(5, 'sdg5_parl', 26.721, 1.2, 20, 40, 50, 52.297000000000004, 'orange'),
	(6, 'sdg6_freshwat', 18.1, 100, 75, 25, 12.5, 93.60000000000001, 'green'),
	(6, 'sdg6_sanita', 83.515, 9.7, 75, 95, 100, 81.744, 'orange'),
	(6, 'sdg6_scarcew', 1.1520000000000001, 100, 50, 25, 0, 98.848, 'green'),
	(6, 'sdg6_wastewat', 0.3, 0, 15, 50, 100, 0.3, 'red'),
	(6, 'sdg6_water', 94.71900000000001, 40, 80, 98, 100, 91.19800000000001, 'yellow'),
	(7, 'sdg7_cleanfuel', 66.92, 2, 50, 85, 100, 66.245, 'orange'),
	(7, 'sdg7_co2twh', 0.982, 5.9, 1.5, 1, 0, 83.35600000000001, 'green'),
	(7, 'sdg7_elecac', 100, 9.1, 80, 98, 100, 100, 'green'),
	(8, 'sdg8_accounts', 30.796, 8, 50, 80, 100, 24.778000000000002, 'red'),
	(8, 'sdg8_adjgrowth', 1.182, -14.7, -3, 0, 5, 80.619, 'green'),
	(8, 'sdg8_impacc', 0.14, 6, 2.5, 1, 0, 97.667, 'green'),
	(8, 'sdg8_rights', 0.615, 0.3, 0.5, 0.7, 0.85, 57.273, 'yellow'),
	(8, 'sdg8_slavery', 4.5040000000000004, 22, 10, 4, 0, 79.527, 'yellow'),
	(8, 'sdg8_unemp', 2.27, 25.9, 10, 5, 0.5, 93.031, 'green'),
	(9, 'sdg9_articles', 0.045, 0, 0.05, 0.7, 1.2, 3.75, 'red'),
	(9, 'sdg9_intuse', 68.7, 2.2, 50, 80, 100, 67.996, 'yellow'),
	(9, 'sdg9_lpi', 3.005, 1.6, 2, 3, 3.8, 63.864000000000004, 'green'),
	(9, 'sdg9_mobuse', 72.458, 1.4, 40, 75, 100, 72.06700000000001, 'yellow'),
	(9, 'sdg9_qs', 20.967, 0, 0, 30, 50, 41.934, 'yellow'),
	(9, 'sdg9_rdex', 0.527, 0, 1, 1.5, 3.7, 14.243, 'red'),
	(10, 'sdg10_adjgini', 35.621, 63, 40, 30, 27.5, 77.124, 'orange'),
	(10, 'sdg10_palma', 1.478, 2.5, 1.3, 1, 0.9, 63.875, 'red'),
	(11, 'sdg11_pipedwat', 81.001, 6.1, 75, 98, 100, 79.767, 'orange'),
	(11, 'sdg11_pm25', 27.896, 87, 25, 10, 6.3, 73.239, 'red'),
	(11, 'sdg11_slums', 13.8, 90, 25, 5, 0, 84.667, 'yellow'),
	(11, 'sdg11_transport', 72, 21, 43, 72, 82.6, 82.792, 'green'),
	(12, 'sdg12_ewaste', 2.696, 23.5, 10, 5, 0.2, 89.288, 'green'),
	(12, 'sdg12_msw', 0.757, 3.7, 2, 1, 0.1, 81.75, 'green'),
	(12, 'sdg12_prodnitro', 14.191, 100, 50, 20, 2, 87.56, 'green'),
	(12, 'sdg12_reacnitro', 0.649, 45, 15, 5, 0, 98.558, 'green'),
	(12, 'sdg12_so2import', 1.059, 30, 10, 5, 0, 96.47, 'green'),
	(12, 'sdg12_so2prod', 11.698, 525, 100, 30, 0, 97.772, 'green'),
	(13, 'sdg13_co2export', 41.325, 44000, 8000, 100, 0, 99.906, 'green'),
	(13, 'sdg13_co2gcp', 2.568, 20, 4, 2, 0, 87.16, 'yellow'),
	(13, 'sdg13_co2import', 0.165, 3.2, 1, 0.5, 0, 94.84400000000001, 'green'),
	(14, 'sdg14_biomar', 0.005, 2, 1, 0.2, 0, 99.75, 'green'),
	(14, 'sdg14_cleanwat', 45.42, 28.6, 70, 80, 100, 23.557000000000002, 'red'),
	(14, 'sdg14_cpma', 23.888, 0, 65, 85, 100, 23.888, 'red'),
	(14, 'sdg14_discard', 15.272, 20, 15, 5, 0, 23.64, 'red'),
	(14, 'sdg14_fishstocks', 1.56, 90.7, 50, 25, 0, 98.28, 'green'),
	(14, 'sdg14_trawl', 66.82600000000001, 90, 60, 7, 1, 26.038, 'red'),
	(15, 'sdg15_biofrwter', 0.138, 10, 3, 1, 0, 98.62, 'green'),
	(15, 'sdg15_cpfa', 38.182, 0, 65, 85, 100, 38.182, 'red'),
	(15, 'sdg15_cpta', 39.160000000000004, 0, 65, 85, 100, 39.160000000000004, 'red'),
	(15, 'sdg15_forchg', 1.099, 1.5, 0.5, 0.05, 0, 26.733, 'red'),
	(15, 'sdg15_redlist', 0.723, 0.6, 0.8, 0.9, 1, 30.75, 'red'),
	(16, 'sdg16_clabor', 12.1, 39.3, 10, 2, 0, 69.211, 'red'),
	(16, 'sdg16_cpi', 36, 13, 40, 60, 88.6, 30.423000000000002, 'red'),
	(16, 'sdg16_detain', 12.5, 75, 50, 30, 7.000000000000001, 91.912, 'green'),
	(16, 'sdg16_homicides', 1.528, 38, 4, 1.5, 0.3, 96.743, 'yellow'),
	(16, 'sdg16_justice', 0.489, 0.1, 0.5, 0.65, 0.75, 59.846000000000004, 'red'),
	(16, 'sdg16_prs', 4.415, 2.5, 3, 4.5, 6.3, 50.395, 'yellow'),
	(16, 'sdg16_rsf', 74.71000000000001, 80, 50, 30, 10, 7.557, 'red'),
	(16, 'sdg16_u5reg', 96.10000000000001, 11, 75, 98, 100, 95.618, 'yellow'),
	(16, 'sdg16_weaponsexp', 0, 3.4, 2.5, 1, 0, 100, 'green'),
	(17, 'sdg17_cohaven', 0, 100, 70, 60, 40, 100, 'green'),
	(17, 'sdg17_govex', 6.864, 0, 5, 10, 15, 45.76, 'orange'),
	(17, 'sdg17_govrev', 21.506, 10, 16, 30, 40, 38.353, 'orange'),
	(17, 'sdg17_statperf', 65.959, 25, 50, 80, 100, 54.612, 'yellow'),
	(16, 'sdg16_safe', NULL, NULL, NULL, NULL, NULL, 57.895, 'yellow');
SELECT count(*) AS indicators, count(value) AS "values", count(score) AS scored, count(*) FILTER (WHERE abs(plan_sdsn_score(value, lower_bound, optimum) - score) > 0.000501) AS scores_apart,
	count(*) FILTER (WHERE plan_sdsn_colour(value, red, green) <> colour) AS colours_apart
FROM sdr;
-- Goals, and their colours by the two worst.
CREATE TABLE published (country text, index float8, goals float8[], colours text[]);
INSERT INTO published VALUES
	('Switzerland', 80.09503836405531, '{99.838,70.49525000000001,96.54771428571428,99.61470833333334,84.887,89.8016,96.98866666666667,80.9478,97.359,84.209,99.05825,39.424499999999995,59.35666666666666,NULL,66.13820000000001,82.345,51.24375}', '{green,orange,yellow,yellow,yellow,yellow,green,orange,orange,orange,yellow,red,red,grey,red,orange,red}'),
	('Lao PDR', 63.012275275443514, '{54.866,64.25716666666666,53.45742857142857,75.19966666666666,72.73450000000001,68.221,64.12400000000001,69.2992,18.653833333333335,52.260999999999996,81.55775,94.997,91.491,NULL,52.8888,52.268,44.26725}', '{orange,orange,red,orange,orange,red,orange,orange,red,red,orange,green,yellow,grey,red,red,red}'),
	('Vietnam', 72.84849824929974, '{95.14250000000001,71.03262500000001,72.46742857142857,97.10766666666666,72.20325,73.138,83.20033333333333,72.14916666666669,43.97566666666666,70.4995,80.11625000000001,91.89966666666668,93.97000000000001,49.19216666666667,46.68900000000001,65.96000000000001,59.68125}', '{yellow,red,red,green,orange,orange,yellow,orange,red,orange,orange,green,yellow,red,red,red,orange}');
SELECT goal, round(plan_sdsn_goal_score(array_agg(score))::numeric, 3) AS score, abs(plan_sdsn_goal_score(array_agg(score)) - goals[goal]) < 1e-9 AS as_published,
	plan_sdsn_dashboard(array_agg(plan_sdsn_level(value, lower_bound, red, green, optimum))) AS colour, plan_sdsn_dashboard(array_agg(plan_sdsn_level(value, lower_bound, red, green, optimum))) = colours[goal] AS as_published
FROM sdr, published WHERE country = 'Vietnam' GROUP BY goal, goals[goal], colours[goal] ORDER BY goal;
-- The index: landlocked countries have the mean of their region for goal 14.
SELECT country, array_position(goals, NULL) AS missing, round(plan_sdsn_index(goals, region)::numeric, 4) AS index, abs(plan_sdsn_index(goals, region) - index) < 1e-9 AS as_published, round(plan_sdsn_index(goals)::numeric, 4) AS skipping
FROM published JOIN (VALUES
	('Switzerland', '{98.69,66.76,90.9,98.3,77.46,85.63,92.47,80.68,81.26,74.48,88.91,58.06,64.11,63.36054623655915,74.1,82.32,65.77}'::float8[]),
	('Lao PDR', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,60.66508444444445,NULL,NULL,NULL}'), ('Vietnam', NULL)) AS r (country, region) USING (country) ORDER BY country;
-- Arrows, of which two of 54 are published otherwise.
CREATE TABLE arrows (indicator text, first_year int, first float8, last_year int, last float8, lower_bound float8, green float8, optimum float8, published text);
INSERT INTO arrows VALUES
	('sdg11_pipedwat', 2014, 75.395, 2017, 81.001, 6.1, 98, 100, 'on_track'),
	('sdg11_pm25', 2015, 32.875, 2019, 27.896, 87, 10, 6.3, 'moderately_increasing'),
	('sdg11_slums', 2014, 27.2, 2018, 13.8, 90, 5, 0, 'on_track'),
	('sdg13_co2gcp', 2015, 1.99, 2019, 2.568, 20, 2, 0, 'decreasing'),
	('sdg13_co2import', 2012, 0.177, 2015, 0.165, 3.2, 0.5, 0, 'on_track'),
	('sdg14_cleanwat', 2015, 43.36, 2020, 45.42, 28.6, 80, 100, 'stagnating'),
	('sdg14_cpma', 2015, 23.888, 2019, 23.888, 0, 85, 100, 'stagnating'),
	('sdg14_fishstocks', 2010, 0.76, 2014, 1.56, 90.7, 25, 0, 'on_track'),
	('sdg14_trawl', 2013, 62.163000000000004, 2016, 66.82600000000001, 90, 7, 1, 'decreasing'),
	('sdg15_cpfa', 2015, 38.182, 2019, 38.182, 0, 85, 100, 'stagnating'),
	('sdg15_cpta', 2015, 39.160000000000004, 2019, 39.160000000000004, 0, 85, 100, 'stagnating'),
	('sdg15_redlist', 2015, 0.742, 2020, 0.723, 0.6, 0.9, 1, 'decreasing'),
	('sdg16_cpi', 2015, 31, 2020, 36, 13, 60, 88.6, 'moderately_increasing'),
	('sdg16_detain', 2015, 17.6, 2018, 12.5, 75, 30, 7.000000000000001, 'on_track'),
	('sdg16_justice', 2015, 0.422, 2020, 0.489, 0.1, 0.65, 0.75, 'moderately_increasing'),
	('sdg16_prs', 2017, 3.996, 2020, 4.415, 2.5, 4.5, 6.3, 'on_track'),
	('sdg16_rsf', 2015, 74.27, 2020, 74.71000000000001, 80, 30, 10, 'decreasing'),
	('sdg17_govex', 2015, 8.015, 2018, 6.864, 0, 10, 15, 'decreasing'),
	('sdg17_statperf', 2016, 60.378, 2019, 65.959, 25, 80, 100, 'on_track'),
	('sdg1_320pov', 2015, 9.57, 2021, 4.4, 51.5, 2, 0, 'on_track'),
	('sdg1_wpc', 2015, 1.69, 2021, 0.85, 72.6, 2, 0, 'on_track'),
	('sdg2_crlyld', 2015, 5.601, 2018, 5.6850000000000005, 0.2, 2.5, 7, 'on_track'),
	('sdg2_obesity', 2013, 1.7, 2016, 2.1, 35.1, 10, 2.8, 'on_track'),
	('sdg2_snmi', 2012, 0.631, 2015, 0.622, 1.2, 0.3, 0, 'stagnating'),
	('sdg2_trophic', 2014, 2.207, 2017, 2.218, 2.47, 2.2, 2.04, 'stagnating'),
	('sdg2_undernsh', 2015, 8.2, 2018, 6.4, 42.3, 7.5, 0, 'on_track'),
	('sdg3_hiv', 2015, 0.11, 2019, 0.05, 5.5, 0.2, 0, 'on_track'),
	('sdg3_lifee', 2015, 73.165, 2019, 73.741, 54, 80, 83, 'stagnating'),
	('sdg3_matmort', 2014, 45, 2017, 43, 814, 70, 3.4, 'on_track'),
	('sdg3_ncds', 2010, 18, 2016, 17.1, 31, 15, 9.3, 'on_track'),
	('sdg3_neonat', 2015, 11.4, 2019, 10.5, 39.7, 12, 1.1, 'on_track'),
	('sdg3_tb', 2015, 199, 2019, 176, 561, 10, 0, 'stagnating'),
	('sdg3_traffic', 2015, 25.45, 2019, 30.560000000000002, 33.7, 8.4, 3.2, 'decreasing'),
	('sdg3_u5mort', 2015, 21.5, 2019, 19.900000000000002, 130.1, 25, 2.6, 'on_track'),
	('sdg3_uhc', 2010, 63, 2017, 75, 38.2, 80, 100, 'on_track'),
	('sdg3_vac', 2015, 97, 2019, 89, 41, 90, 100, 'decreasing'),
	('sdg4_primary', 2015, 99.508, 2019, 98.65, 53.8, 97, 100, 'on_track'),
	('sdg5_edat', 2015, 95.122, 2019, 93.023, 41.8, 98, 100, 'decreasing'),
	('sdg5_lfpr', 2015, 87.958, 2019, 88.501, 21.5, 70, 100, 'on_track'),
	('sdg5_parl', 2015, 24.297, 2020, 26.721, 1.2, 40, 50, 'stagnating'),
	('sdg6_sanita', 2014, 78.292, 2017, 83.515, 9.7, 95, 100, 'on_track'),
	('sdg6_scarcew', 2010, 1.006, 2013, 1.1520000000000001, 100, 25, 0, 'on_track'),
	('sdg6_water', 2014, 92.276, 2017, 94.71900000000001, 40, 98, 100, 'on_track'),
	('sdg7_cleanfuel', 2013, 57.230000000000004, 2016, 66.92, 2, 85, 100, 'on_track'),
	('sdg7_co2twh', 2015, 1.168, 2018, 0.982, 5.9, 1, 0, 'on_track'),
	('sdg7_elecac', 2015, 99.799, 2018, 100, 9.1, 98, 100, 'on_track'),
	('sdg8_accounts', 2014, 30.951, 2017, 30.796, 8, 80, 100, 'decreasing'),
	('sdg8_impacc', 2010, 0.134, 2015, 0.14, 6, 1, 0, 'on_track'),
	('sdg8_rights', 2015, 0.5740000000000001, 2020, 0.615, 0.3, 0.7, 0.85, 'moderately_increasing'),
	('sdg8_unemp', 2015, 1.85, 2020, 2.27, 25.9, 5, 0.5, 'on_track'),
	('sdg9_articles', 2015, 0.025, 2018, 0.045, 0, 0.7, 1.2, 'stagnating'),
	('sdg9_intuse', 2015, 45, 2019, 68.7, 2.2, 80, 100, 'on_track'),
	('sdg9_lpi', 2014, 3.113, 2018, 3.005, 1.6, 3, 3.8, 'on_track'),
	('sdg9_mobuse', 2015, 38.61, 2019, 72.458, 1.4, 75, 100, 'on_track');
SELECT published, count(*), count(*) FILTER (WHERE arrow = published) AS agree, string_agg(indicator || ': ' || arrow, ', ') FILTER (WHERE arrow <> published) AS others
FROM (SELECT *, plan_sdsn_trend(plan_sdsn_score(last, lower_bound, optimum, false), last_year, plan_sdsn_score(first, lower_bound, optimum, false), first_year, plan_sdsn_score(green, lower_bound, optimum, false)) AS arrow FROM arrows) AS a
GROUP BY 1 ORDER BY 1;

-- Scores clamp, unless trends are wanted; less is better where the lower bound is above the optimum.
SELECT x, plan_sdsn_score(x, 20, 70) AS more, plan_sdsn_score(x, 70, 20) AS less, plan_sdsn_score(x, 20, 70, false) AS unclamped FROM unnest('{10,20,45,70,95,NULL,NaN}'::float8[]) AS x;
-- The better side owns equality.
SELECT x, plan_sdsn_colour(x, 65, 75) AS more, plan_sdsn_colour(x, 75, 65) AS less, round(plan_sdsn_level(x, 50, 65, 75, 90)::numeric, 4) AS more_level, round(plan_sdsn_level(x, 90, 75, 65, 50)::numeric, 4) AS less_level
FROM unnest('{40,50,57.5,64.9,65,69.9,70,70.1,75,75.1,82.5,90,95,NULL}'::float8[]) AS x;
-- What lies on a cut in decimals is on it, in whatever unit: the middle of both thresholds, half of what is required and all of it.
SELECT plan_sdsn_colour(0.85, 0.8, 0.9) AS shares, plan_sdsn_colour(85, 80, 90) AS percent, plan_sdsn_colour(0.849999999, 0.8, 0.9) AS short;
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_sdsn_colour(middle, red, green) <> 'yellow') AS middle, count(*) FILTER (WHERE plan_sdsn_colour(middle - 0.000001, red, green) <> 'orange') AS short, count(*) FILTER (WHERE plan_sdsn_colour(2 * green - middle, 2 * green - red, green) <> 'yellow') AS less_is_better
FROM (SELECT green, red, (green + red) / 2 AS middle FROM generate_series(0.11, 9, 0.37) AS green, generate_series(0.05, 8, 0.21) AS red WHERE green > red) AS v;
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_sdsn_trend(s0 + c * (sg - s0) * y / 15, 2015 + y, s0, 2015, sg) <> arrow) AS off_the_cut, count(*) FILTER (WHERE plan_sdsn_trend(s0 + c * (sg - s0) * y / 15 - 0.00000001, 2015 + y, s0, 2015, sg) = arrow) AS short_of_it
FROM generate_series(10.3, 60, 4.9) AS s0, generate_series(61.7, 99, 3.7) AS sg, unnest('{3,5,6}'::int[]) AS y, (VALUES (1.0, 'on_track'), (0.5, 'moderately_increasing'), (0, 'stagnating')) AS v (c, arrow);
SELECT plan_sdsn_dashboard('{0.95,1.05}') AS orange, plan_sdsn_dashboard('{1.4,1.6}') AS yellow, plan_sdsn_dashboard(ARRAY[0.1::float8 * 3 + 1.7, 2]) AS green, plan_sdsn_level(0.1::float8 + 0.2, 0, 0.3, 0.6, 0.9) AS level;
-- Steps may coincide: the best one that is reached counts.
SELECT x, plan_sdsn_level(x, 65, 65, 75, 75) AS level FROM unnest('{64,65,70,74,75,80}'::float8[]) AS x;
-- Two worst: red only if both are, green only if both are; one alone.
SELECT levels, plan_sdsn_dashboard(levels) FROM (VALUES ('{0.2,0.9,3}'::float8[]), ('{0.2,1.2,3}'), ('{0,2.5}'), ('{0,3}'), ('{1.4,1.6}'), ('{1.5,1.4}'), ('{1.6,2.5}'), ('{1.9,3}'), ('{2,2,3}'), ('{2,NULL,NaN}'), ('{0.99}'), ('{1}'), ('{1.5}'), ('{NULL}'), ('{}')) AS v (levels);
SELECT s1, plan_sdsn_trend(s1, 2020, 40, 2015, 70) AS from_40 FROM unnest('{70,50,49.9,45,44.9,40,39.9,NULL}'::float8[]) AS s1;
SELECT plan_sdsn_trend(80, 2020, NULL, NULL, 70) AS there, plan_sdsn_trend(60, 2020, NULL, NULL, 70) AS unknown, plan_sdsn_trend(60, 2020, 60, 2020, 70) AS one_year, plan_sdsn_trend(65, 2020, 80, 2015, 70) AS lost, plan_sdsn_trend(45, 2032, 40, 2031, 70) AS too_late, plan_sdsn_trend(45, 2032, 40, 2031, 70, 2035) AS later;
SELECT plan_sdsn_goal_score('{}'), plan_sdsn_goal_score('{NULL,NaN}'), plan_sdsn_goal_score(NULL), plan_sdsn_index(NULL), plan_sdsn_index('{NULL,50}', '{NULL,1}'), plan_sdsn_index('{NULL}', '{40}'), plan_sdsn_score(NULL, 1, 2), plan_sdsn_colour(1, 2, NULL), plan_sdsn_goal_score('{0.1,0.2,0.3}') = plan_sdsn_goal_score('{0.3,0.2,0.1}') AS any_order;
-- No index for who lacks more than a fifth of the indicators.
SELECT plan_sdsn_index('{80}', '{50}', (0.1::float8 + 0.2) / 1.5) AS a_fifth;
SELECT share, round(plan_sdsn_index('{80,NULL,60}', '{50,40,30}', share)::numeric, 4) AS index, round(plan_sdsn_index('{80,NULL,60}', '{50,40,30}', share, 0.25)::numeric, 4) AS a_quarter FROM unnest('{0,0.2,0.21,0.26,NULL,NaN}'::float8[]) AS share;

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_sdsn_score(1, 5, 5);
SELECT plan_sdsn_score('Infinity', 1, 5);
SELECT plan_sdsn_score(1, -1e308, 1e308);
SELECT plan_sdsn_colour(1, 5, 5);
SELECT plan_sdsn_colour(1, 5, 'NaN');
SELECT plan_sdsn_level(1, 50, 65, 60, 90);
SELECT plan_sdsn_level(1, 50, 65, 65, 90);
SELECT plan_sdsn_dashboard('{{1,2}}');
SELECT plan_sdsn_goal_score('{Infinity}');
SELECT plan_sdsn_goal_score('{1e308}');
SELECT plan_sdsn_index('{1,2}', '{1}');
SELECT plan_sdsn_index('{1,2}', '{1}', 0.1);
SELECT plan_sdsn_trend('Infinity', 2020, 1, 2015, 70);
\set VERBOSITY default
SELECT plan_sdsn_level(1, 50, 65, 60, 90);
SELECT plan_sdsn_level(1, 50, 65.0000002, 65.0000001, 90);
DROP TABLE sdr, published, arrows;
