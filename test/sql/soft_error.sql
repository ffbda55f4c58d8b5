-- Input that cannot be read is an answer, not an error, to who asks (PostgreSQL 16).
SELECT t, pg_input_is_valid(t, 'plan_goal') AS goal, pg_input_is_valid(t, 'plan_fixedsum') AS fixedsum,
	pg_input_is_valid(t, 'plan_scorecard') AS scorecard, pg_input_is_valid(t, 'plan_period') AS period, pg_input_is_valid(t, 'plan_tree') AS tree, pg_input_is_valid(t, 'plan_cube') AS cube
FROM unnest(ARRAY['>= 95', '8..5', '95', '> 5', '>= 1e999', '12 n=1', '12 n=9223372036854775808', '12', 'met=1', 'met=x', 'empty', '2022-Q3', '2022-Q5', '2025-2020', '1; 2 < 1', '1; 1', '2 < 1', '1 < 1', '1 2022-01: met=1', '1 2022: met=1', '1 2022-01: met=1; 1 2022-01: met=1', '']) AS t;
SELECT t, e.sql_error_code, e.message
FROM (VALUES ('plan_goal', '>= x'), ('plan_goal', '8..5'), ('plan_goal', '>= 1e999'), ('plan_fixedsum', '1e5 n=1'),
	('plan_scorecard', 'met=99999999999999999999'), ('plan_period', '2022Q'), ('plan_period', '2022-Q5'), ('plan_period', '2025-2020'),
	('plan_tree', '1 <'), ('plan_tree', '1; 1'), ('plan_tree', '2 < 1'), ('plan_tree', '1 < 1'), ('plan_tree', '9223372036854775808'), ('plan_targets', '1 2022 = 1'), ('plan_targets', '1 2022-13: = 1'), ('plan_targets', '1 2022: 1'), ('plan_targets', '1 2022: 2..1'), ('plan_targets', '9223372036854775808 2022: = 1'), ('plan_targets', '"a" 2022: = 2; "a" 2022: = 1'), ('plan_ranking', '2022: 1 >'), ('plan_ranking', '2022: 1 > 1'), ('plan_ranking', '2022: "1" = "1"'), ('plan_cube', '1 2022: x'), ('plan_cube', '1 2022-01: met=99999999999999999999'),
	('plan_standing', '64/63'), ('plan_standing', '1/2147483648')) AS v (type, t), pg_input_error_info(t, type) AS e;
SELECT t, pg_input_is_valid(t, 'plan_ranking') AS ranking, pg_input_is_valid(t, 'plan_trend') AS trend, pg_input_is_valid(t, 'plan_trend_cube') AS trend_cube, pg_input_is_valid(t, 'plan_earned') AS earned, pg_input_is_valid(t, 'plan_moments') AS moments, pg_input_is_valid(t, 'plan_period_value') AS period_value
FROM unnest(ARRAY['empty', 'n=1 w=1', 'n=1 pv=1', '1: n=1 w=1', '1: n=1 w=1; 1: n=1 w=1', 'cv empty', 'cv rows=1 w=1', 'cv', 'max_min_ratio rows=1 w=1 x=2 f=1', 'n=1 w=1e5', 'n=9223372036854775808', '2022: 1 > 2', 'flow n=1 sum=5', '']) AS t;
SELECT t, e.sql_error_code, e.message
FROM (VALUES ('plan_trend', 'n=1 w=x'), ('plan_trend', 'n=9223372036854775808'), ('plan_trend', 'w=170141183460469231731687303715884105728'), ('plan_trend_cube', '1: n=1; 1: n=1'), ('plan_earned', 'n=1 pv='), ('plan_earned', 'pv=170141183460469231731687303715884105728'),
	('plan_moments', 'gini empty'), ('plan_moments', 'cv x=3138550867693340381917894711603833208051177722232017256448'), ('plan_period_value', 'sum')) AS v (type, t), pg_input_error_info(t, type) AS e;
SELECT t, pg_input_is_valid(t, 'plan_measure') AS measure, e.sql_error_code, e.message, e.detail
FROM unnest(ARRAY['Atkinson 0.5', 'gini', 'cv 1', 'atkinson', 'atkinson -1', 'power_mean 1e999']) AS t, pg_input_error_info(t, 'plan_measure') AS e;
