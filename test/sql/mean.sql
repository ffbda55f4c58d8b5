-- What is the score of each unit, when a figure is missing, and how much does the worst pull it down?
CREATE TABLE scores AS SELECT * FROM (VALUES
	('North', 'income', 40.0, 2), ('North', 'poverty', 90, 1), ('North', 'schools', 70, 1),
	('South', 'income', 55, 2), ('South', 'poverty', NULL, 1), ('South', 'schools', 65, 1),
	('East', 'income', NULL, 2), ('East', 'poverty', NULL, 1), ('East', 'schools', 80, 1),
	('West', 'income', NULL, 2), ('West', 'poverty', NULL, 1), ('West', 'schools', NULL, 1)) AS v (unit, indicator, x, weight);
SELECT unit, count(x) AS figures, round(plan_arithmetic_mean(x, weight)::numeric, 4) AS arithmetic, round(plan_geometric_mean(x, weight)::numeric, 4) AS geometric, round(plan_harmonic_mean(x, weight)::numeric, 4) AS harmonic,
	round(plan_power_mean(x, 2, weight)::numeric, 4) AS quadratic, plan_power_mean(x, '-infinity', weight) AS worst, plan_power_mean(x, 'infinity', weight) AS best,
	round(plan_geometric_mean(x, weight, 2.0 / 3)::numeric, 4) AS covered, round(plan_geometric_mean(x, weight, 0.67)::numeric, 4) AS above_two_thirds
FROM scores GROUP BY unit ORDER BY unit;

-- The ASEM sustainable connectivity index as COINr 1.1.14 has it (MIT): 49 indicators of 51 countries over three levels.
CREATE TABLE indicators (code text, parent text, direction int, target float8, worst float8, figures float8[]);
CREATE TABLE published (unit text, code text, arithmetic float8, rank int, geometric float8, harmonic float8, quadratic float8);
\copy indicators FROM 'test/data/asem_indicators.csv' CSV HEADER
\copy published FROM 'test/data/asem_means.csv' CSV HEADER
CREATE TABLE normalized AS
SELECT unit, parent, plan_min_max(x, min(x) OVER w, max(x) OVER w, 0, 100) AS from_0, plan_min_max(x, min(x) OVER w, max(x) OVER w, 1, 100) AS from_1
FROM indicators, LATERAL unnest((SELECT array_agg(unit ORDER BY unit COLLATE "C") FROM (SELECT DISTINCT unit FROM published) AS d), figures) AS u (unit, figure), LATERAL (SELECT direction * figure AS x) AS d
WINDOW w AS (PARTITION BY code);
CREATE TABLE pillars AS
SELECT unit, parent AS code, CASE WHEN parent IN ('Environ', 'Social', 'SusEcFin') THEN 'Sust' ELSE 'Conn' END AS parent, plan_arithmetic_mean(from_0, 1) AS a, plan_geometric_mean(from_1, 1, 1) AS g, plan_harmonic_mean(from_1, 1) AS h, plan_power_mean(from_1, 2) AS q, plan_power_mean(from_1, -1) AS p
FROM normalized GROUP BY 1, 2;
CREATE TABLE subindices AS
SELECT unit, parent AS code, 'Index' AS parent, plan_arithmetic_mean(a, 1) AS a, plan_geometric_mean(g, 1, 1) AS g, plan_harmonic_mean(h, 1) AS h, plan_power_mean(q, 2) AS q, plan_power_mean(p, -1) AS p FROM pillars GROUP BY 1, 2;
CREATE TABLE composite AS
SELECT unit, parent AS code, '' AS parent, plan_arithmetic_mean(a, 1) AS a, plan_geometric_mean(g, 1, 1) AS g, plan_harmonic_mean(h, 1) AS h, plan_power_mean(q, 2) AS q, plan_power_mean(p, -1) AS p FROM subindices GROUP BY 1, 2;
SELECT CASE WHEN l.parent = '' THEN 'index' WHEN l.parent = 'Index' THEN 'sub-index' ELSE 'pillar' END AS level, count(*), max(abs(a - arithmetic)) < 1e-12 AS arithmetic, max(abs(g - geometric)) < 1e-12 AS geometric, max(abs(h - harmonic)) < 1e-12 AS harmonic, max(abs(q - quadratic)) < 1e-12 AS quadratic, max(abs(p - harmonic)) < 1e-12 AS power_minus_1, bool_and(place = rank) AS ranks
FROM (SELECT *, rank() OVER (PARTITION BY code ORDER BY a DESC) AS place FROM (TABLE pillars UNION ALL TABLE subindices UNION ALL TABLE composite) AS u) AS l JOIN published USING (unit, code)
GROUP BY 1 ORDER BY 1;

-- Nothing, missing values, one, equal ones, zeros, negative values, no weight; the power makes the difference.
SET extra_float_digits = -3;
CREATE FUNCTION means(x float8[], w float8[]) RETURNS TABLE (arithmetic float8, p0_5 float8, p2 float8, p30 float8, worst float8, best float8, geometric float8, harmonic float8, p_2 float8, p_30 float8) LANGUAGE sql AS $$
	SELECT plan_arithmetic_mean(a, b), plan_power_mean(a, 0.5, b) FILTER (WHERE min >= 0), plan_power_mean(a, 2, b) FILTER (WHERE min >= 0), plan_power_mean(a, 30, b) FILTER (WHERE min >= 0), plan_power_mean(a, '-infinity', b), plan_power_mean(a, 'infinity', b),
		plan_geometric_mean(a, b) FILTER (WHERE min > 0), plan_harmonic_mean(a, b) FILTER (WHERE min > 0), plan_power_mean(a, -2, b) FILTER (WHERE min > 0), plan_power_mean(a, -30, b) FILTER (WHERE min > 0)
	FROM unnest(x, w) AS u (a, b), (SELECT min(a) FROM unnest(x) AS a) AS m
$$;
SELECT label, m.* FROM (VALUES
	(1, 'nothing', '{}'::float8[], '{}'::float8[]), (2, 'only NULL', '{NULL,NULL}', '{1,2}'), (3, 'one', '{0.1}', '{0.3}'), (4, 'one and NULL', '{NULL,7}', '{5,1}'), (5, 'all equal', '{0.1,0.1,0.1}', '{1,0.2,7}'), (6, 'zero', '{0,4}', '{1,1}'), (7, 'only zeros', '{0,-0}', '{1,1}'),
	(8, 'negative', '{-4,2}', '{1,1}'), (9, 'no weight', '{3,4}', '{0,NULL}'), (10, 'some without', '{3,4,8}', '{0,1,1}'), (11, 'weights', '{1,2,4}', '{1,2,1}'), (12, 'weights far apart', '{1,2,4}', '{1e15,2e-15,1e15}')) AS v (n, label, x, w), means(x, w) AS m ORDER BY n;
RESET extra_float_digits;

-- Coverage counts rows, not weights, also those that weigh nothing; equal is enough.
SELECT needed, plan_arithmetic_mean(x, w, needed) AS mean, plan_power_mean(x, 1, w, needed) AS power FROM (VALUES (1, 1), (2, 0), (NULL, 100), (3, NULL), (NULL, 0)) AS v (x, w), unnest('{0,0.5,0.6,0.61,1,NULL}'::float8[]) AS needed GROUP BY needed ORDER BY needed;
SELECT plan_arithmetic_mean(x, 1, 0.7) AS seven_of_ten, plan_arithmetic_mean(x, 1, 0.7000000000000001) AS in_decimals, plan_arithmetic_mean(x, 1, 0.70000000001) AS not_enough FROM generate_series(1, 10) AS i, LATERAL (SELECT CASE WHEN i <= 7 THEN i END AS x) AS v;

-- Integers, numerics and literals need no cast; whose power is NULL is not there.
SELECT plan_geometric_mean(x::int) = plan_geometric_mean(x::numeric) AND plan_harmonic_mean(x, 1) = plan_harmonic_mean(x::bigint, 1.0, 0) AS same, plan_arithmetic_mean(NULL), plan_arithmetic_mean('3'), plan_power_mean(x, NULL), plan_power_mean(x, 2, 1, NULL), plan_power_mean(x, CASE WHEN x > 2 THEN 3 END, 1.5, 1)
FROM generate_series(1, 3) AS x;

-- Errors name what is wrong.
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT error_of(q) FROM unnest(ARRAY[
	$$ SELECT plan_geometric_mean(0) $$,
	$$ SELECT plan_geometric_mean(x) FROM unnest('{3,-2,5}'::float8[]) AS x $$,
	$$ SELECT plan_harmonic_mean(0, 1) $$,
	$$ SELECT plan_power_mean(-1, 2) $$,
	$$ SELECT plan_power_mean(0, -0.5) $$,
	$$ SELECT plan_power_mean(0, 0) $$,
	$$ SELECT plan_arithmetic_mean('NaN'::float8) $$,
	$$ SELECT plan_arithmetic_mean('infinity'::numeric, 1) $$,
	$$ SELECT plan_arithmetic_mean(1, -2) $$,
	$$ SELECT plan_arithmetic_mean(NULL, 'NaN') $$,
	$$ SELECT plan_arithmetic_mean(1, 'infinity') $$,
	$$ SELECT plan_arithmetic_mean(1, 1, 1.5) $$,
	$$ SELECT plan_arithmetic_mean(1, 1, 'NaN') $$,
	$$ SELECT plan_arithmetic_mean(1, 1, x / 2.0) FROM generate_series(1, 2) AS x $$,
	$$ SELECT plan_power_mean(1, 'NaN') $$,
	$$ SELECT plan_power_mean(1, x) FROM generate_series(1, 2) AS x $$,
	$$ SELECT plan_power_mean(1, 1, 1, -0.1) $$,
	$$ SELECT plan_arithmetic_mean(1e29) $$,
	$$ SELECT plan_geometric_mean(1e-20) $$,
	$$ SELECT plan_arithmetic_mean(1, 1e-20) $$,
	$$ SELECT plan_power_mean(100, 30) $$,
	$$ SELECT plan_power_mean(0.001, 30) $$,
	$$ SELECT plan_power_mean(10, 1000) $$]) AS q;

-- All against their definitions.
CREATE TABLE figures AS
SELECT g, i, CASE WHEN hashint4(i) % 7 <> 0 THEN exp((hashint4(i * 100 + g) & 65535) / 16384.0)::float8 END AS x, (hashint4(i + 7 * g) & 15) / 4.0::float8 AS w FROM generate_series(1, 12) AS g, generate_series(1, 5 * g * g) AS i;
SELECT g, count(x) AS n, round(plan_geometric_mean(x, w)::numeric, 3) AS about, abs(plan_arithmetic_mean(x) / avg(x) - 1) < 1e-13 AND abs(plan_arithmetic_mean(x, w) / (sum(w * x) / sum(w) FILTER (WHERE x IS NOT NULL)) - 1) < 1e-13 AS arithmetic,
	abs(plan_geometric_mean(x) / exp(avg(ln(x))) - 1) < 1e-13 AND abs(plan_geometric_mean(x, w) / exp(sum(w * ln(x)) / sum(w) FILTER (WHERE x IS NOT NULL)) - 1) < 1e-13 AS geometric, abs(plan_harmonic_mean(x) * avg(1 / x) - 1) < 1e-13 AND abs(plan_harmonic_mean(x, w) * (sum(w / x) / sum(w) FILTER (WHERE x IS NOT NULL)) - 1) < 1e-13 AS harmonic,
	abs(plan_power_mean(x, 3, w) / (sum(w * x ^ 3) / sum(w) FILTER (WHERE x IS NOT NULL)) ^ (1.0 / 3) - 1) < 1e-13 AS p3, abs(plan_power_mean(x, -0.3, w) / (sum(w * x ^ -0.3::float8) / sum(w) FILTER (WHERE x IS NOT NULL)) ^ (1 / -0.3) - 1) < 1e-12 AS p_0_3, abs(plan_power_mean(x, 0.005, w) / (sum(w * x ^ 0.005::float8) / sum(w) FILTER (WHERE x IS NOT NULL)) ^ (1 / 0.005) - 1) < 1e-12 AS p0_005
FROM figures GROUP BY g ORDER BY g;

-- The mean rises with the power, without a step where the formula changes, and its limits are the geometric mean and the ends.
SELECT count(*) AS powers, bool_and(mean > coalesce(below, 0)) AS rising, bool_and(power <> 0 OR mean = (SELECT plan_geometric_mean(x, w) FROM figures WHERE g = 4)) AS geometric
FROM (SELECT power, mean, lag(mean) OVER (ORDER BY power) AS below FROM (SELECT power, plan_power_mean(x, power, w) AS mean FROM figures, unnest('{-Infinity,-30,-1,-0.500001,-0.5,-0.499999,-1e-6,-1e-9,0,1e-9,1e-6,0.499999,0.5,0.500001,0.999999,1,1.000001,1.499999,1.5,1.500001,30,Infinity}'::float8[]) AS power WHERE g = 4 GROUP BY power) AS p) AS q;
SELECT abs(plan_power_mean(x, 1e-12) / plan_geometric_mean(x) - 1) < 1e-10 AS near_0, plan_power_mean(x, 5e-324) = plan_geometric_mean(x) AS nearest FROM unnest('{1e-3,1,1000}'::float8[]) AS x;

-- Large money and small shares keep their digits: in dong as in billions of dong.
SELECT unit, abs(plan_harmonic_mean(x * unit) / (plan_harmonic_mean(x) * unit) - 1) < 1e-15 AS harmonic, abs(plan_geometric_mean(x * unit) / (plan_geometric_mean(x) * unit) - 1) < 1e-15 AS geometric, abs(plan_power_mean(x * unit, 2) / (plan_power_mean(x, 2) * unit) - 1) < 1e-15 AS quadratic, abs(plan_power_mean(x * unit, -2) / (plan_power_mean(x, -2) * unit) - 1) < 1e-15 AS inverse_square
FROM generate_series(1, 9) AS x, unnest('{1e15,1e-9}'::float8[]) AS unit GROUP BY unit ORDER BY unit;

-- The mean of equal values is that value.
SELECT power, count(*) AS values, count(*) FILTER (WHERE abs(mean / x - 1) < 4e-16) AS alike, count(*) FILTER (WHERE mean = x) AS same
FROM (SELECT x, power, plan_power_mean(x, power) AS mean FROM generate_series(1, 1000) AS x, unnest('{-Infinity,-3,-1,0,1,2,3,4,7,Infinity}'::float8[]) AS power GROUP BY x, power) AS m GROUP BY power ORDER BY power;
-- What cancels in float8 does not: 1e18, 1 and -1e18 add up to 1.
SELECT plan_arithmetic_mean(x) AS exact, plan_arithmetic_mean(x, 0.1) AS weighted, sum(x) / 3 AS float8 FROM unnest('{1e18,1,-1e18}'::float8[]) AS x;

-- In a window it goes on as rows come, and forgets those that go.
SELECT count(*) AS frames, count(DISTINCT power) AS powers, count(*) FILTER (WHERE moving IS DISTINCT FROM fresh) AS different, count(moving) BETWEEN 100 AND 1000 AS some_covered
FROM (SELECT i, x, w, power, array_agg(f.i) OVER o AS frame, plan_power_mean(x, power, w, CASE WHEN i % 5 = 0 THEN 0.9 END) OVER o AS moving FROM figures AS f, unnest('{-Infinity,-1,-0.3,0,0.7,1,2,Infinity}'::float8[]) AS power WHERE g = 5 WINDOW o AS (PARTITION BY power ORDER BY i ROWS 6 PRECEDING)) AS m,
	LATERAL (SELECT plan_power_mean(f.x, m.power, f.w, CASE WHEN f.i % 5 = 0 THEN 0.9 END) AS fresh FROM figures AS f WHERE f.g = 5 AND f.i = ANY (m.frame)) AS f;
SELECT x, round(plan_geometric_mean(x) OVER w::numeric, 6) AS geometric, plan_arithmetic_mean(x, 1, 0.6) OVER w AS covered FROM (VALUES (1, 8), (2, NULL), (3, 2), (4, 4)) AS v (i, x) WINDOW w AS (ORDER BY i);

-- Any order gives the same to the last bit, and so does a parallel plan.
CREATE TABLE many AS SELECT i, CASE WHEN i % 11 <> 0 THEN exp((hashint4(i) & 1048575) / 65536.0) END AS x, (hashint4(-i) & 1023) / 7.0::float8 AS w FROM generate_series(1, 100000) AS i;
CREATE VIEW measured AS
SELECT plan_arithmetic_mean(x) AS a, plan_geometric_mean(x) AS g, plan_harmonic_mean(x) AS h, plan_arithmetic_mean(x, w) AS wa, plan_geometric_mean(x, w, 0.9) AS wg, plan_harmonic_mean(x, w, 0.91) AS none, plan_power_mean(x, 1.7, w) AS p, plan_power_mean(x, -0.001, w, 0.9) AS q FROM many;
CREATE TABLE results AS SELECT * FROM measured;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) CREATE TABLE parallel_results AS SELECT * FROM measured;
CREATE TABLE parallel_results AS SELECT * FROM measured;
SELECT plan_geometric_mean(x), plan_power_mean(x, 2, w) FROM many WHERE x < 0;
SELECT error_of($$ SELECT plan_arithmetic_mean(x, w, i / 200000.0) FROM many $$) LIKE '22023: % must be the same in all rows of a group, not % and %' AS named;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET max_parallel_workers_per_gather;
CREATE TABLE shuffled AS SELECT * FROM many ORDER BY hashint4(i);
TRUNCATE many; INSERT INTO many SELECT * FROM shuffled;
SELECT count(*), bool_and(none IS NULL AND wg IS NOT NULL) AS covered FROM (SELECT * FROM results UNION SELECT * FROM parallel_results UNION SELECT * FROM measured) AS distinct_results;

DROP VIEW measured;
DROP TABLE scores, indicators, published, composite, subindices, pillars, normalized, figures, many, results, parallel_results, shuffled;
DROP FUNCTION means, error_of;

-- The mean of one value, or of equal ones, is that value, whatever the power, the weights and the size.
SELECT power, count(*) AS means, count(*) FILTER (WHERE one = x) AS one, count(*) FILTER (WHERE weighted = x) AS weighted, count(*) FILTER (WHERE equal = x) AS equal
FROM unnest('{-Infinity,-10,-2.5,-1,-0.7,-0.5,-0.3,-0.01,0,1e-9,0.25,0.49999,0.5,0.75,1,1.3,1.4999,1.5,2,2.2,3,10.5,Infinity}'::float8[]) AS power,
	(SELECT (hashint4(i) & 1023) / 10.0::float8 + 0.1 AS x, (i * 37 % 100 + 1) / 10.0::float8 AS w FROM generate_series(1, 200) AS i
		UNION ALL SELECT 10::float8 ^ e / 3, 0.3 FROM generate_series(-2, 4) AS e) AS v,
	LATERAL (SELECT plan_power_mean(r.x, power) AS one, plan_power_mean(r.x, power, r.w) AS weighted FROM (VALUES (v.x, v.w)) AS r (x, w)) AS m,
	LATERAL (SELECT plan_power_mean(r.x, power, r.w) AS equal FROM (VALUES (v.x, v.w), (v.x, 0.1), (v.x, 2)) AS r (x, w)) AS e
GROUP BY power ORDER BY power;
-- So it is after others have come and gone, in windows and from states; and nothing else is taken for equal.
SELECT power, bool_and(mean = 7.7) AS same, bool_and(mean_of_two > 7.7 AND mean_of_two < 7.7000001) AS between FROM unnest('{-0.3,0.3,0.7,1.7}'::float8[]) AS power, LATERAL (
	SELECT plan_power_mean(x, power, w) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS mean FROM (VALUES (1, 1e6, 0.5), (2, 3e-3, 7), (3, 7.7, 0.1), (4, 7.7, 13)) AS v (i, x, w) ORDER BY i OFFSET 3) AS m, LATERAL (
	SELECT plan_power_mean(x, power) AS mean_of_two FROM (VALUES (7.7), (7.7000001)) AS v (x)) AS n GROUP BY power ORDER BY power;
