-- Large inputs, values at the ends of their ranges, and what is not in order: each against plain SQL.
SET client_min_messages = warning;
-- 100,000 entities in a period: places as rank() has them.
CREATE TABLE scored AS SELECT i AS entity, (i * 7919 % 50021)::float8 AS score FROM generate_series(1, 100000) AS i;
SELECT count(*) AS rows, count(*) FILTER (WHERE r.competition IS DISTINCT FROM s.place OR r.dense IS DISTINCT FROM s.dense) AS wrong
FROM (SELECT plan_ranking_agg(entity, 2024, score) AS ranking FROM scored) AS t, plan_ranks(ranking) AS r
FULL JOIN (SELECT entity, rank() OVER by_score AS place, dense_rank() OVER by_score AS dense FROM scored WINDOW by_score AS (ORDER BY score DESC)) AS s USING (entity);
-- Scores that are far below the digits kept are zeros.
SELECT r.entity, r.score, r.competition FROM (SELECT plan_ranking_agg(entity, 2024, score, 'up', 2) AS ranking FROM (VALUES (1, 1e-30), (2, 0), (3, -1e-30), (4, 0.01)) AS v (entity, score)) AS t, plan_ranks(ranking) AS r ORDER BY 1;
DROP TABLE scored;

-- 300 entities under three criteria: points as comparing all pairs gives.
CREATE TABLE judged AS SELECT i AS entity, c AS criterion, (i * c * 37 % 101)::float8 AS score FROM generate_series(1, 300) AS i, generate_series(1, 3) AS c;
SELECT count(*) AS rows, count(*) FILTER (WHERE c.points <> w.points) AS wrong
FROM (SELECT c.* FROM (SELECT array_agg(entity::text) AS e, array_agg(criterion::text) AS k, array_agg(score) AS s FROM judged) AS a, plan_copeland(e, k, s) AS c) AS c
JOIN (SELECT entity::text, sum(sign(balance)) AS points FROM (SELECT a.entity, b.entity AS other, sum(sign(a.score - b.score)) AS balance FROM judged AS a JOIN judged AS b USING (criterion) WHERE a.entity <> b.entity GROUP BY 1, 2) AS p GROUP BY 1) AS w USING (entity);
DROP TABLE judged;

-- Compounding between ends that are further apart than any factor: halfway is the geometric mean.
SELECT abs(plan_expected('>= 1e308 from 1e-308', plan_period '2024-01-01..2024-01-04', '2024-01-02', 'compound') - 1) < 1e-12 AS is_one;

-- Months of 4-4-5 years, asked for by their own calendar, and by one whose weeks differ.
CREATE TABLE weekly AS SELECT plan_figure_cube_agg(1, date '2023-01-29' + i, 'flow', 1, NULL, '4-4-5 weeks to the last Saturday of January') AS cube FROM generate_series(0, 363) AS i;
SELECT r.period = plan_fiscal_period('FY2024', calendar) AS is_year, r.figure FROM weekly, (VALUES (plan_calendar '4-4-5 weeks to the last Saturday of January; holidays 2023-05-01')) AS c (calendar), plan_figure_rows(cube, '{year}', NULL, NULL, calendar) AS r;
SELECT r.figure FROM weekly, plan_figure_rows(cube, '{year}', NULL, NULL, '4-5-4 weeks to the last Saturday of January') AS r;
SELECT r.figure FROM weekly, plan_figure_rows(cube, '{year}', NULL, NULL, '4-4-5 weeks to the last Friday of January') AS r;
DROP TABLE weekly;

-- The mean of zeros is zero under a power too.
SELECT plan_power_mean(v, 0.5) AS of_zeros FROM (VALUES (0), (0)) AS t (v);

-- Sums have the range of 2^127, about 1.7e38: 22003 beyond.
SELECT plan_scorecard_agg(actual, NULL::plan_goal) FROM (VALUES (1.2e38), (1.2e38)) AS v (actual);
SELECT plan_scorecard_agg(NULL, '>= 1.2e38') FROM generate_series(1, 2);
SELECT plan_scorecard_agg(actual, '>= 1') FROM (VALUES (1.2e38), (1.2e38)) AS v (actual);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', v) FROM (VALUES (1.2e38), (1.2e38)) AS t (v);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', 1e39);
SELECT r.figure FROM plan_figure_rows('1 2024-01: flow n=1 to=2024-01-01 sum=120000000000000000000000000000000000000; 1 2024-02: flow n=1 to=2024-02-01 sum=120000000000000000000000000000000000000', '{year}') AS r;
SELECT plan_cumulative(at, v) OVER (ORDER BY at) FROM (VALUES (date '2024-01-01', 1.2e38), (date '2024-01-02', 1.2e38)) AS t (at, v);
SELECT plan_earned_agg(v, 1, 1, 1) FROM (VALUES (1.2e38), (1.2e38)) AS t (v);

-- Fiscal years from one to another.
SELECT plan_fiscal_period('FY2024-FY2026', 'year from 1 April') AS three, plan_fiscal_period('2024-2026', 'year from 1 April') AS plain;
SELECT plan_fiscal_period('FY2024-FY2026 x', 'year from 1 April');
SELECT plan_fiscal_period('FY2024-FY9999999', 'year from 1 April');
SELECT plan_fiscal_period('FY2024-', 'year from 1 April');

-- Amounts that are almost ones.
SELECT amount, r.* FROM unnest(ARRAY['1 234 567 890 123 456 789 012 345 678 901 234 567 890 123 456', 'từ 5 tỷ đến 7', '5-7 tỷ đồng', '5 tỷ - đồng', 'từ 5 đến khoảng', '-', 'trên', 'trên trên 5', '1.234.567.8']) AS amount, plan_try_parse_amount(amount) AS r;

-- A text beyond what a calendar reads as a day, and more spans than one has.
SELECT ('holidays ' || repeat('x', 500))::plan_calendar;
SELECT length(('holidays ' || string_agg(to_char(date '1900-01-01' + 2 * i, 'YYYY-MM-DD'), ', '))::plan_calendar::text) FROM generate_series(1, 100001) AS i;

-- What is missing sorts behind sums.
SELECT array_agg(t.name ORDER BY e) AS sorted FROM (SELECT 'pv' AS name, plan_earned_agg(NULL, 0, 0, 0) AS e UNION ALL SELECT 'ev', plan_earned_agg(0, NULL, 0, 0) UNION ALL SELECT 'none', plan_earned_agg(0, 0, 0, 0)) AS t;

-- Pictures: of more entities than have their first ranks written, of one value, of more periods than are wide.
SELECT entities, (length(svg) - length(replace(svg, 'text-anchor="end"', ''))) / 17 AS first_ranks FROM (SELECT entities, plan_slope_svg(array_agg('e' || e), array_agg(p::text::plan_period), array_agg((e || '/40')::plan_standing), 'e7') AS svg
	FROM (VALUES (12), (13)) AS n (entities), generate_series(1, entities) AS e, generate_series(2023, 2025) AS p GROUP BY 1) AS s ORDER BY 1;
SELECT plan_sparkline_svg('{5,5,5}') LIKE '<svg%' AS of_one_value, plan_sparkline_svg('{-1.7e308,-1.7e308}') LIKE '<svg%' AS of_the_end, plan_bullet_svg(5, '>= 5') LIKE '<svg%' AS bullet;
SELECT length(plan_heatmap_svg(array_agg('b' || b), array_agg((p::text || '-01-01')::plan_period), array_agg('met'::plan_status))) > 1000 AS many FROM generate_series(1, 3) AS b, generate_series(1900, 1960) AS p;
