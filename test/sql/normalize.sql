-- Three indicators of unlike units on one scale: more is better for two of them, less for the third.
CREATE TABLE figures AS SELECT * FROM (VALUES
	('North', 'income', 52.3), ('South', 'income', 41.0), ('East', 'income', 60.1), ('West', 'income', NULL),
	('North', 'poverty', 6.1), ('South', 'poverty', 2.5), ('East', 'poverty', 9.4), ('West', 'poverty', 5.0),
	('North', 'schools', 120), ('South', 'schools', 80), ('East', 'schools', 80), ('West', 'schools', 200)) AS v (unit, indicator, x);
SELECT indicator, unit, round(CASE indicator WHEN 'poverty' THEN plan_min_max(x, max(x) OVER w, min(x) OVER w, 0, 100) ELSE plan_min_max(x, min(x) OVER w, max(x) OVER w, 0, 100) END::numeric, 1) AS min_max,
	round(plan_z_score(x, avg(x) OVER w, stddev_samp(x) OVER w)::numeric, 3) AS z, CASE WHEN x IS NOT NULL THEN round(((rank() OVER (w ORDER BY x) - 1)::float8 / nullif(count(x) OVER w - 1, 0))::numeric, 3) END AS percentile,
	CASE WHEN x IS NOT NULL THEN rank() OVER (w ORDER BY x) - 1 END AS borda, round(plan_distance_to_target(x, min(x) OVER w, 100)::numeric, 3) AS of_100, round(plan_distance_to_target(x, min(x) OVER w, 100, cap => 1)::numeric, 3) AS capped
FROM figures WINDOW w AS (PARTITION BY indicator) ORDER BY 1, 2;

-- The ASEM sustainable connectivity index as COINr 1.1.14 has it (MIT): 49 indicators of 51 countries, of which three are shown normalized.
CREATE TABLE indicators (code text, parent text, direction int, target float8, worst float8, figures float8[]);
CREATE TABLE means (unit text, code text, arithmetic float8, rank int, geometric float8, harmonic float8, quadratic float8);
CREATE TABLE published (unit text, code text, raw float8, minmax_0_100 float8, zscore float8, pct_rank float8, borda float8, rank_min float8, dist2max float8, minmax_1_100 float8, dist2targ float8);
\copy indicators FROM 'test/data/asem_indicators.csv' CSV HEADER
\copy means FROM 'test/data/asem_means.csv' CSV HEADER
\copy published FROM 'test/data/asem_normalized.csv' CSV HEADER
CREATE VIEW treated AS
SELECT unit, code, direction, target, worst, direction * figure AS x
FROM indicators, LATERAL unnest((SELECT array_agg(unit ORDER BY unit COLLATE "C") FROM (SELECT DISTINCT unit FROM means) AS d), figures) AS u (unit, figure);
WITH known AS (
	SELECT *, min(x) OVER w AS low, max(x) OVER w AS high, avg(x) OVER w AS mean, stddev_samp(x) OVER w AS sd, rank() OVER (w ORDER BY x) AS place, count(x) OVER w AS n FROM treated WINDOW w AS (PARTITION BY code)
)
SELECT unit, count(*) AS indicators, max(abs(plan_min_max(x, low, high, 0, 100) - minmax_0_100)) < 1e-13 AS min_max, max(abs(plan_min_max(x, low, high, 1, 100) - minmax_1_100)) < 1e-13 AS from_1, max(abs(plan_min_max(x, low, high) - dist2max)) < 1e-15 AS to_max, max(abs(plan_z_score(x, mean, sd) - zscore)) < 1e-14 AS z,
	max(abs((place - 1)::float8 / nullif(n - 1, 0) - pct_rank)) < 1e-15 AS percentile, bool_and(place = rank_min AND place - 1 = borda) AS ranks, count(raw) AS with_raw, max(abs(plan_distance_to_target(raw, worst, target) - dist2targ)) < 1e-15 AS to_target, count(dist2targ) FILTER (WHERE plan_distance_to_target(raw, worst, target) IS NOT NULL) AS agree
FROM known JOIN published USING (unit, code) GROUP BY unit ORDER BY unit;

-- Nowhere to go, no spread, alone: NULL.  Beyond the ends it goes on.
SELECT plan_min_max(3, 3, 3), plan_min_max(1, 2, 2, 0, 100), plan_z_score(1, 2, 0), plan_distance_to_target(5, 4, 4), plan_distance_to_target(5, 4, 4, 1), plan_min_max(NULL, 1, 2), plan_z_score(1, NULL, 1);
SELECT plan_min_max(12, 0, 10), plan_min_max(-1.5, 0, 10, 1, 100), plan_min_max('3', '4', '2'), plan_min_max(2, 4, 2, 100, 0), plan_z_score(7, 5.0, 4), plan_z_score(7, 5, 4, 50, 10), plan_distance_to_target(44, 44, 10), plan_distance_to_target(5, 44, 10), plan_distance_to_target(5, 44, 10, 1), plan_distance_to_target(50, 44, 10, 1), plan_distance_to_target(5, 44, 10, 'infinity') AS no_cap, plan_z_score(7, 5, 4, to_mean => 50) AS by_name;

CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
-- The ends are reached exactly, also where their difference is rounded.
SELECT count(*) AS scales, count(*) FILTER (WHERE plan_min_max(hi, lo, hi, low, high) = high AND plan_min_max(lo, lo, hi, low, high) = low) AS exact
FROM (SELECT i / 7.0::float8 AS lo, i / 3.0::float8 + 1 AS hi, (i * 13 % 97) / 10.0::float8 AS low, (i * 31 % 89) / 10.0::float8 AS high FROM generate_series(1, 2000) AS i) AS v;

-- Whatever fits comes out, also where a difference or a share on the way to it does not.
SELECT call, got, abs(got - expected) <= 1e-15 * abs(expected) AS right FROM (VALUES
	('ends', plan_min_max(5, 0, 10, -1.7e308, 1.7e308), 0::float8), ('far ends', plan_min_max(8, 0, 10, -1.7e308, 1.7e308), 1.02e308), ('far scale', plan_min_max(0, -1.7e308, 1.7e308), 0.5),
	('both', plan_min_max(-0.85e308, -1.7e308, 1.7e308, -1.7e308, 1.7e308), -0.85e308), ('the last', plan_min_max(1.7e308, -1.7e308, 1.7e308, 1.7e308, -1.7e308), -1.7e308), ('beyond', plan_min_max(1.7e308, -1.7e308, 0, 0, 10), 20),
	('a share too large', plan_min_max(1e10, 0, 1e-300, 0, 1e-10), 1e300), ('a share too small', plan_min_max(1e-200, 0, 1e200, 0, 1e300), 1e-100),
	('z', plan_z_score(1.7e308, -1.7e308, 1.7e308), 2), ('z too large', plan_z_score(1e300, 0, 1e-300, 7, 1e-300), 1e300), ('z with a far mean', plan_z_score(1, 2, 1, 1.7e308, 1.7e308), 0),
	('far target', plan_distance_to_target(0, 1.7e308, -1.7e308), 0.5), ('beyond it', plan_distance_to_target(-1.7e308, 1.7e308, 1e308), 4.857142857142857), ('up to the cap', plan_distance_to_target(1e308, 0, 1e-300, 1), 1)) AS v (call, got, expected);

SELECT error_of(q) FROM unnest(ARRAY[
	$$ SELECT plan_min_max('NaN', 1, 2) $$,
	$$ SELECT plan_min_max(1, '-infinity', 2) $$,
	$$ SELECT plan_min_max(1.7e308, 0, 1, 0, -2) $$,
	$$ SELECT plan_z_score(1.7e308, -1.7e308, 1, 0, 1) $$,
	$$ SELECT plan_distance_to_target(-1e308, 1, 1.5, 1) $$,
	$$ SELECT plan_min_max(1, 0, 1e-300, 0, 1e300) $$,
	$$ SELECT plan_min_max(1, 0, 2, 'NaN', 100) $$,
	$$ SELECT plan_z_score(1, 2, -3) $$,
	$$ SELECT plan_z_score(1, 2, 3, 50, -1) $$,
	$$ SELECT plan_z_score(1, 2, 'infinity') $$,
	$$ SELECT plan_z_score(1e300, 0, 1e-300) $$,
	$$ SELECT plan_distance_to_target(1, 2, 'NaN') $$,
	$$ SELECT plan_distance_to_target(1, 2, 3, 'NaN') $$]) AS q;

DROP VIEW treated;
DROP TABLE figures, indicators, means, published;
DROP FUNCTION error_of;
