-- Pace, trend, and how others would judge it.

\echo 'What should have been reached by the mid-term review, and what is asked for from there?'
SELECT name AS indicator, goal, actual, period,
	round(plan_expected(goal, period, '2023-06-30')::numeric, 1) AS expected,
	round(plan_required_rate(actual, goal, period, '2023-06-30')::numeric, 1) AS "a year from here"
FROM (VALUES
	('Digital standing', '<= 10 from 44'::plan_goal, '2021-2025'::plan_period, 12),
	('Retail and services of 2023, % of the plan', '>= 100 from 0', '2023', 52.3),
	('Exports of 2023, % of the plan', '>= 100 from 0', '2023', 37.9)
) AS v (name, goal, period, actual);

\echo 'Reached in 2022 against 2025'
SELECT plan_years_ahead(2025, 2022) AS years_ahead;

\echo 'Where does competitiveness lead? Figures since the weights of 2009'
SELECT province, round(plan_slope_per_year(trend)::numeric, 2) AS points_a_year,
	round(plan_r2(trend)::numeric, 2) AS r2,
	round(plan_projected(trend, '2020-12-31')::numeric, 1) AS in_2020,
	plan_projected_day(trend, '>= 65') AS reaches_65
FROM (
	SELECT province, plan_trend_agg(make_date(year, 12, 31), pci) AS trend
	FROM competitiveness
	WHERE year >= 2009 AND province IN ('Thai Nguyen', 'Quang Ninh', 'Ha Noi', 'Da Nang')
	GROUP BY province
) AS trends
ORDER BY province;

\echo 'If 65 points in 2020 were the target: as ESCAP and as Statistics Canada would judge 2016'
SELECT province, goal, current,
	round(plan_escap_current_status(current, goal)::numeric, 1) AS of_ten,
	plan_escap_current_class(plan_escap_current_status(current, goal)) AS escap,
	round(pace::numeric, 2) AS pace,
	plan_eurostat_class(pace, plan_is_met(current, goal)) AS statistics_canada
FROM (
	SELECT province, plan_goal(65, 'higher', round(min(pci) FILTER (WHERE year = 2009)::numeric, 2)) AS goal,
		round(min(pci) FILTER (WHERE year = 2016)::numeric, 2) AS current
	FROM competitiveness
	WHERE province IN ('Thai Nguyen', 'Quang Ninh', 'Ha Noi', 'Da Nang')
	GROUP BY province
) AS points, LATERAL (SELECT plan_eurostat_pace(current, 2016, goal, 2009, 2020) AS pace) AS p
ORDER BY province;

\echo 'Is the gap between provinces narrowing? Gini and the spread of logarithms'
SELECT year, round(plan_gini(pci)::numeric, 4) AS gini, round(plan_sigma(pci)::numeric, 4) AS sigma,
	round(plan_max_min_ratio(pci)::numeric, 2) AS max_to_min
FROM competitiveness
GROUP BY year
ORDER BY year;
