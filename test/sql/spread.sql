-- A target of a year, in months: in equal parts, by days, by working days, as last year went.

-- The calendar whose years begin with a month.
CREATE FUNCTION fiscal(month int, named_by text DEFAULT 'end') RETURNS plan_calendar LANGUAGE sql IMMUTABLE AS
$$ SELECT format('year from %s; named by %s', (ARRAY['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'])[month], named_by)::plan_calendar $$;

SELECT e.part AS month, e.part_target AS equal, round(d.part_target::numeric, 2) AS days, w.part_target AS working_days, s.part_target AS as_last_year
FROM plan_spread(1200, '2024', 'month') AS e
	JOIN plan_spread(1200, '2024', 'month', 'days') AS d USING (part)
	JOIN plan_spread(1200, '2024', 'month', 'working_days', digits => 1, calendar => 'holidays 2024-01-01, 2024-09-02') AS w USING (part)
	JOIN plan_spread(1200, '2024', 'month', weights => '{80,60,90,95,100,105,100,100,110,115,120,125}', digits => 0) AS s USING (part) ORDER BY part;

-- What is left after rounding goes to the largest remainders; the parts add up to the target.
SELECT part, part_target FROM plan_spread(100, '2023', 'quarter', weights => '{1,2,3,3}', digits => 0);
SELECT digits, array_agg(part_target ORDER BY part) AS parts, sum(part_target::numeric) AS numeric_sum, plan_sum(part_target) AS sum
FROM unnest('{0,2,-1,NULL}'::int[]) AS digits, plan_spread(10, '2023', 'quarter', weights => '{1,1,1,0}', digits => digits) GROUP BY digits ORDER BY digits;
SELECT part, part_target FROM plan_spread(-100, '2023-Q1', 'month', digits => 0);
SELECT part, part_target FROM plan_spread(0, '2023-Q1', 'month');

-- Fiscal years; a term whose first and last year are cut.
SELECT part, part_target FROM plan_spread(40, '2023-10..2024-09', 'quarter', calendar => fiscal(10));
SELECT part, part_target FROM plan_spread(1826, '2020-10..2025-09', 'year', 'days');
SELECT count(*), min(part_target), max(part_target), sum(part_target) FROM plan_spread(731, '2023-2024', 'day');

-- NULL.
SELECT * FROM plan_spread(NULL, '2023', 'quarter');
SELECT * FROM plan_spread(1, NULL, 'quarter');
SELECT * FROM plan_spread(1, '2023', NULL);

-- Errors.
\set VERBOSITY terse
SELECT plan_spread(1, '2023', 'fortnight');
SELECT plan_spread('infinity', '2023', 'month');
SELECT plan_spread(1, '2023', 'month', 'evenly');
SELECT plan_spread(1, '2023', 'quarter', 'days', '{1,1,1,1}');
SELECT plan_spread(1, '2023', 'quarter', weights => '{1,1,1}');
SELECT plan_spread(1, '2023', 'quarter', weights => '{1,1,1,-1}');
SELECT plan_spread(1, '2023', 'quarter', weights => '{1,1,1,NaN}');
SELECT plan_spread(1, '2023', 'quarter', weights => '{1,1,1,Infinity}');
SELECT plan_spread(1, '2023', 'quarter', weights => '{1,1,1,NULL}');
SELECT plan_spread(1, '2023', 'quarter', weights => '{0,0,0,0}');
SELECT plan_spread(1, '2023-09-02', 'day', 'working_days');
SELECT plan_spread(1, '2023-01-01..2023-01-02', 'day', 'working_days', calendar => 'weekend Sunday, Monday');
SELECT plan_spread(1.25, '2023', 'quarter', digits => 1);
SELECT plan_spread(1e16, '2023', 'quarter', digits => 2);
SELECT plan_spread(1, '2023', 'quarter', digits => 16);
SELECT plan_spread(1, '2023', 'quarter', calendar => 'year from 13 Smarch');
SELECT plan_spread(1, '0001-5000', 'day');
\set VERBOSITY default

-- Random targets and weights, beside largest remainders in numeric arithmetic.
SELECT setseed(0.5);
CREATE TEMP TABLE spreads AS
SELECT i, digits, round((random() * 2000 - 1000)::numeric, greatest(digits, 0)) AS target,
	ARRAY(SELECT CASE WHEN i % 3 = 0 THEN floor(random() * 20) + 1 ELSE random() ^ 3 * 1000 + 0.001 END::float8 FROM generate_series(1, 12) AS j WHERE i > 0) AS weights
FROM (SELECT i, (i % 4)::int AS digits FROM generate_series(1, 3000) AS i) AS s;
UPDATE spreads SET target = round(target, -1), digits = -1 WHERE i % 7 = 0;
WITH quotas AS (
	SELECT i, n, target, digits, abs(target) * 10::numeric ^ digits * exact / sum(exact) OVER (PARTITION BY i) AS quota
	FROM spreads, unnest(weights) WITH ORDINALITY AS w (weight, n), LATERAL (SELECT weight::text::numeric AS exact) AS e
), parts AS (
	SELECT *, trunc(quota) + (row_number() OVER (PARTITION BY i ORDER BY quota - trunc(quota) DESC, n)
		<= sum(quota) OVER (PARTITION BY i) - sum(trunc(quota)) OVER (PARTITION BY i) + 0.5)::int AS units
	FROM quotas
), ours AS (
	SELECT i, row_number() OVER (PARTITION BY i ORDER BY part) AS n, part_target
	FROM spreads, plan_spread(target, '2023', 'month', weights => weights, digits => digits)
)
SELECT count(*), count(*) FILTER (WHERE part_target::numeric <> sign(target) * units / 10::numeric ^ digits) AS different FROM parts JOIN ours USING (i, n);
SELECT count(*) AS targets, count(*) FILTER (WHERE exact <> target) AS with_digits, count(*) FILTER (WHERE floats <> target::float8) AS without
FROM (SELECT target, (SELECT sum(part_target::numeric) FROM plan_spread(target, '2023', 'month', weights => weights, digits => digits)) AS exact,
		(SELECT sum(part_target) FROM plan_spread(target, '2023', 'month', weights => weights)) AS floats
	FROM spreads) AS s;
-- Without digits parts are as near to their quotas as the last bit of the target.
SELECT count(*) FILTER (WHERE abs(part_target - target * weight / total) > abs(target) * 2.3e-16) AS far
FROM spreads, LATERAL (SELECT sum(w) AS total FROM unnest(weights) AS w) AS t,
	ROWS FROM (plan_spread(target, '2023', 'month', weights => weights), unnest(weights)) AS r (part, part_target, weight);
SELECT array_agg(part_target) FROM plan_spread('5e-324', '2023-H1', 'quarter');
SELECT sum(part_target) = 1.7976931348623157e308 AS largest FROM plan_spread(1.7976931348623157e308, '2023', 'month', weights => '{1e308,1,1,1,1,1e-308,1,1e307,1,1,1,5e-324}');
DROP FUNCTION fiscal;
