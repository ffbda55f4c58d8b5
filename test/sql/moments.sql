-- Each region keeps the state of its measures, and the country merges them: exactly what all districts give at once.
CREATE TABLE districts AS
SELECT i, 'region ' || i % 7 AS region, CASE WHEN i % 11 <> 0 THEN exp((hashint4(i) & 65535) / 16384.0)::float8 END AS income, ((hashint4(-i) & 1023) + 1)::float8 AS population, exp((hashint4(i + 500) & 65535) / 16384.0)::float8 AS later FROM generate_series(1, 500) AS i;
CREATE TABLE regions AS
SELECT region, plan_moments_agg('geometric_mean', income, population) AS mean, plan_moments_agg('theil_t', income, population) AS theil FROM districts GROUP BY region;
SELECT plan_value(plan_rollup(mean)) = (SELECT plan_geometric_mean(income, population) FROM districts) AS mean, plan_value(plan_rollup(theil)) = (SELECT plan_theil_t(income, population) FROM districts) AS theil,
	plan_measure(plan_rollup(theil)), plan_count(plan_rollup(theil)), count(*) AS regions, max(pg_column_size(theil)) AS bytes FROM regions;

-- Every measure is what its aggregate gives, in one step, merged in any order, and with a region taken away and put back.
CREATE TABLE measures AS
SELECT m.* FROM (
	SELECT plan_arithmetic_mean(income, population) AS arithmetic, plan_geometric_mean(income, population, 0.5) AS geometric, plan_harmonic_mean(income, population, 0.95) AS harmonic, plan_power_mean(income, 0.7, population) AS p07, plan_power_mean(income, 3, population) AS p3, plan_power_mean(income, 'infinity', population) AS best,
		plan_theil_t(income, population) AS t, plan_theil_l(income, population) AS l, plan_generalized_entropy(income, -1, population) AS ge, plan_atkinson(income, 0.7, population) AS a07, plan_atkinson(income, 1, population) AS a1, plan_cv(income, population) AS cv, plan_cv_sample(income) AS cv_sample,
		plan_sigma(income) AS sigma, plan_sigma_cv(income) AS sigma_cv, plan_beta_convergence(income, later, 10) AS beta, plan_max_min_ratio(income) AS max_min FROM districts) AS a,
	LATERAL (VALUES ('arithmetic_mean'::plan_measure, 'population', NULL::float8, arithmetic), ('geometric_mean', 'population', 0.5, geometric), ('harmonic_mean', 'population', 0.95, harmonic), ('power_mean 0.7', 'population', NULL, p07), ('power_mean 3', 'population', NULL, p3), ('power_mean infinity', 'population', NULL, best),
		('theil_t', 'population', NULL, t), ('theil_l', 'population', NULL, l), ('generalized_entropy -1', 'population', NULL, ge), ('atkinson 0.7', 'population', NULL, a07), ('atkinson 1', 'population', NULL, a1), ('cv', 'population', NULL, cv), ('cv_sample', '', NULL, cv_sample),
		('sigma', '', NULL, sigma), ('sigma_cv', '', NULL, sigma_cv), ('beta_convergence 10', 'later', NULL, beta), ('max_min_ratio', '', NULL, max_min)) AS m (measure, second, coverage, aggregate);
CREATE TABLE states AS
SELECT measure, coverage, aggregate, region, plan_moments_agg(measure, income, CASE second WHEN 'population' THEN population WHEN 'later' THEN later ELSE 1 END, coverage) AS state FROM measures, districts GROUP BY measure, coverage, aggregate, region;
CREATE TABLE wholes AS
SELECT measure, plan_moments_agg(measure, income, CASE second WHEN 'population' THEN population WHEN 'later' THEN later ELSE 1 END, coverage) AS whole FROM measures, districts GROUP BY measure;
SELECT measure, coverage, round(plan_value(whole)::numeric, 6) AS figure, plan_value(whole) IS NOT DISTINCT FROM aggregate AS same, plan_measure(whole) = measure AS measured, plan_rollup(state ORDER BY region) = whole AND plan_rollup(state ORDER BY region DESC) = whole AND plan_rollup(state ORDER BY state) = whole AS merged,
	CASE WHEN measure NOT IN ('max_min_ratio', 'power_mean Infinity') THEN whole - plan_rollup(state) FILTER (WHERE region < 'region 3') = plan_rollup(state) FILTER (WHERE region >= 'region 3') END AS taken_away
FROM states JOIN wholes USING (measure) GROUP BY measure, coverage, aggregate, whole ORDER BY measure;
SELECT DISTINCT whole - whole AS nothing, - (- whole) = whole AS twice, whole + (- whole) = whole - whole AS inverse FROM wholes WHERE measure NOT IN ('max_min_ratio', 'power_mean Infinity') ORDER BY 1;

-- Moving states of regions.
SELECT measure, count(*) AS frames, bool_and(moving = fresh) AS same
FROM (SELECT measure, region, plan_rollup(state) OVER (PARTITION BY measure ORDER BY region ROWS 2 PRECEDING) AS moving FROM states) AS m,
	LATERAL (SELECT plan_rollup(state) AS fresh FROM states AS s WHERE s.measure = m.measure AND s.region <= m.region AND s.region >= 'region ' || right(m.region, 1)::int - 2) AS f
GROUP BY measure ORDER BY measure;

-- The sums are exact: here against numeric arithmetic.
SELECT plan_moments_agg('arithmetic_mean', x, w) AS state, sum(w::numeric * x::numeric) AS x, sum(w::numeric) AS w FROM (VALUES (1e15::float8, 0.5::float8), (-12345.75, 3), (0.0009765625, 1e9), (1e15, 123456)) AS v (x, w);
SELECT plan_moments_agg('cv', x, w) AS state, sum(w::numeric * x::numeric * x::numeric) AS f FROM (VALUES (123456789.5::float8, 0.5::float8), (-12345.75, 3), (0.0009765625, 1e9)) AS v (x, w);
SELECT plan_moments_agg('power_mean 2', x) AS state FROM unnest('{1e-19,5e28,-0}'::float8[]) AS x;

-- As text, binary, JSON; by order and hash.
CREATE TABLE stored AS SELECT state FROM states UNION ALL SELECT - state FROM states WHERE measure NOT IN ('max_min_ratio', 'power_mean Infinity') UNION ALL SELECT state - state FROM states WHERE measure = 'cv'
	UNION ALL VALUES ('cv empty'::plan_moments), ('max_min_ratio rows=2 negatives=1 w=2 x=-79228162514264328797450928128 f=79228162514264328797450928128'), (NULL);
SELECT count(*), bool_and(state::text::plan_moments = state) AS text FROM stored;
\copy stored TO 'results/moments.binary' (FORMAT binary)
CREATE TABLE received (LIKE stored);
\copy received FROM 'results/moments.binary' (FORMAT binary)
SELECT count(*) AS lost FROM (TABLE stored EXCEPT ALL TABLE received) AS l;
SELECT count(DISTINCT state) = (SELECT count(*) FROM (SELECT state FROM stored WHERE state IS NOT NULL GROUP BY state) AS g) AS distinct, bool_and(_plan_moments_hash(state) = _plan_moments_hash(state::text::plan_moments)) AS hash FROM stored;
SELECT v, v::plan_moments AS moments, plan_value(v::plan_moments), v::plan_moments::jsonb FROM unnest(ARRAY[' cv  rows=2 w=2 x=6 f=20 ', 'power_mean parameter=-Infinity min_coverage=0.5 rows=3 missing=1 covering=3 w=2 x=3 f=4', 'power_mean parameter=1 min_coverage=0.7 rows=3 missing=1 covering=3 w=2 x=6', 'sigma empty', 'generalized_entropy parameter=1 rows=2 w=2 x=-1 f=3', 'cv rows=2 w=2 x=6 f=0']) AS v;
SELECT 'cv empty'::plan_moments < 'sigma empty' AS by_measure, 'cv rows=1 w=1 x=1 f=1'::plan_moments < 'cv rows=1 w=1 x=2 f=4' AS by_sum, 'cv rows=1 w=1 x=-1 f=1'::plan_moments >= 'cv rows=1 w=1 x=0.5 f=1' AS negative;

-- How much of it is known, which a minimum of coverage is compared with.
SELECT plan_coverage(s), plan_count(s), plan_value(s) AS mean FROM (SELECT plan_moments_agg('arithmetic_mean', x) AS s FROM unnest('{4,NULL,6,NULL,NULL}'::float8[]) AS x) AS v;
SELECT plan_coverage('cv empty'::plan_moments), plan_coverage(NULL::plan_moments), plan_coverage(plan_moments_agg('cv', NULL)) AS none;

-- The measure of a state, with its parameter, which an empty state does not have.
SELECT s AS state, plan_measure(s::plan_moments), s::plan_moments::jsonb FROM unnest(ARRAY['atkinson empty', 'beta_convergence empty', 'sigma_cv empty', 'generalized_entropy parameter=1 rows=1 missing=1', 'generalized_entropy parameter=0 rows=1 missing=1', 'generalized_entropy parameter=-0.5 rows=1 missing=1',
	'power_mean parameter=-1 rows=1 missing=1', 'power_mean parameter=-Infinity rows=1 missing=1', 'atkinson parameter=0 rows=1 missing=1', 'cv rows=1 missing=1']) AS s;

-- Both variations share a transition, so that PostgreSQL builds the state once for both.
SELECT count(DISTINCT (a.aggtransfn, a.aggcombinefn, a.aggminvtransfn)) AS transitions, count(DISTINCT a.aggfinalfn) AS results FROM pg_aggregate AS a WHERE a.aggfnoid IN ('plan_cv(plan_number)'::regprocedure, 'plan_cv_sample(plan_number)'::regprocedure);
SELECT count(DISTINCT (a.aggtransfn, a.aggcombinefn, a.aggminvtransfn)) AS transitions, count(DISTINCT a.aggfinalfn) AS results FROM pg_aggregate AS a WHERE a.aggfnoid IN ('plan_sigma(plan_number)'::regprocedure, 'plan_sigma_cv(plan_number)'::regprocedure);
CREATE TEMP TABLE calls AS SELECT plan_cv(income) AS cv, plan_cv_sample(income) AS cv_sample, plan_sigma(income) AS sigma, plan_sigma_cv(income) AS sigma_cv FROM districts;
SELECT cv = plan_value(c) AND cv_sample = plan_value(cs) AND sigma = plan_value(s) AND sigma_cv = plan_value(sc) AND cv < cv_sample AS same
FROM calls, (SELECT plan_moments_agg('cv', income) AS c, plan_moments_agg('cv_sample', income) AS cs, plan_moments_agg('sigma', income) AS s, plan_moments_agg('sigma_cv', income) AS sc FROM districts) AS m;
DROP TABLE calls;

-- What is not known, NULL and errors.
SELECT plan_value(NULL::plan_moments), plan_rollup(NULL::plan_moments), plan_moments_agg('cv', 1) FILTER (WHERE false), plan_moments_agg('theil_t', NULL), plan_moments_agg('beta_convergence 10', 5, NULL), plan_value(plan_moments_agg('cv', 3, 1, NULL)), plan_value(plan_moments_agg('geometric_mean', 0, 0)), plan_measure(NULL::plan_moments);
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT error_of(q) FROM unnest(ARRAY[
	$$ SELECT plan_moments_agg('gini', 1) $$,
	$$ SELECT plan_moments_agg(NULL, 1) $$,
	$$ SELECT plan_moments_agg('atkinson', 1) $$,
	$$ SELECT plan_moments_agg('atkinson 1', 1, NULL, 0.5) $$,
	$$ SELECT plan_moments_agg('sigma', 1, 2) $$,
	$$ SELECT plan_moments_agg('sigma', 1, 1) $$,
	$$ SELECT plan_moments_agg('cv', 1, 2, 0.5) $$,
	$$ SELECT plan_moments_agg('beta_convergence 10', 1) $$,
	$$ SELECT plan_moments_agg('beta_convergence 10', 1, 2, 0.5) $$,
	$$ SELECT plan_moments_agg(m, 1) FROM unnest('{cv,sigma}'::text[]) AS m $$,
	$$ SELECT plan_moments_agg(m, 1) FROM unnest('{atkinson 1,atkinson 2}'::plan_measure[]) AS m $$,
	$$ SELECT plan_moments_agg(m, 1) FROM unnest('{atkinson 1,generalized_entropy 2}'::varchar[]) AS m $$,
	$$ SELECT _plan_cv_sample_final('cv empty') $$,
	$$ SELECT _plan_cv_sample_final('sigma empty') $$,
	$$ SELECT _plan_sigma_cv_final('cv empty') $$,
	$$ SELECT _plan_sigma_cv_final('sigma_cv empty') $$,
	$$ SELECT 'cv empty'::plan_moments + 'sigma empty' $$,
	$$ SELECT 'power_mean parameter=1 rows=1 w=1 x=1'::plan_moments + 'power_mean parameter=2 rows=1 w=1 x=1 f=1' $$,
	$$ SELECT 'power_mean parameter=1 min_coverage=1 rows=1 covering=1 w=1 x=1'::plan_moments - 'power_mean parameter=1 min_coverage=0.5 rows=1 covering=1 w=1 x=1' $$,
	$$ SELECT - 'max_min_ratio rows=1 w=1 x=1 f=1'::plan_moments $$,
	$$ SELECT 'cv rows=9223372036854775807'::plan_moments + 'cv rows=1' $$,
	$$ SELECT 'cv x=3138550867693340381917894711603833208051177722232017256447'::plan_moments + 'cv x=1' $$,
	$$ SELECT 'cv x=3138550867693340381917894711603833208051177722232017256448'::plan_moments $$,
	$$ SELECT 'cv'::plan_moments $$,
	$$ SELECT ''::plan_moments $$,
	$$ SELECT 'cv parameter=1 rows=1'::plan_moments $$,
	$$ SELECT 'cv empty rows=1'::plan_moments $$,
	$$ SELECT 'cv rows=0'::plan_moments || '' = 'cv empty' $$,
	$$ SELECT 'power_mean parameter=NaN rows=1'::plan_moments $$,
	$$ SELECT 'beta_convergence parameter=0 rows=1'::plan_moments $$,
	$$ SELECT 'cv min_coverage=0.5 rows=1'::plan_moments $$,
	$$ SELECT 'cv rows=1 rows=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=1 x=5 f=6'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=1 w=1 x=6 f=5'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=1 w=-1 x=5 f=6'::plan_moments $$,
	$$ SELECT 'power_mean parameter=Infinity rows=1 f=6'::plan_moments $$,
	-- States that no rows make, and so none that are merged or taken away.
	$$ SELECT 'max_min_ratio rows=1 w=1 x=1 f=2 xf=5'::plan_moments + 'max_min_ratio rows=1 w=1 x=1 f=2' $$,
	$$ SELECT 'max_min_ratio rows=1 w=1 x=1 f=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=3 w=2 x=1 f=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=2 missing=-1 w=3 x=1 f=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=2 w=2 x=-1 f=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=2 negatives=2 w=2 x=-1 f=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=2 zeros=1 w=2 x=1 f=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=2 w=2 x=0 f=2'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=2 w=2 x=1 f=1e29'::plan_moments $$,
	$$ SELECT 'max_min_ratio rows=2 w=2 x=1 f=100000000000000000000000000000'::plan_moments $$,
	$$ SELECT 'power_mean parameter=Infinity rows=1 w=2 x=1 f=2'::plan_moments $$,
	$$ SELECT 'power_mean parameter=-Infinity rows=2 covering=3 min_coverage=1 w=2 x=1 f=2'::plan_moments $$,
	$$ SELECT 'power_mean parameter=0 rows=1 w=1 x=1 f=2'::plan_moments $$,
	$$ SELECT 'power_mean parameter=0 rows=1 zeros=1 w=1 f=2'::plan_moments $$,
	$$ SELECT 'power_mean parameter=1 rows=1 w=1 x=1 f=2'::plan_moments $$,
	$$ SELECT 'power_mean parameter=2 rows=1 negatives=1 w=1 x=-1 f=1'::plan_moments $$,
	$$ SELECT 'power_mean parameter=1 rows=1 w=1 x=1 xf=1'::plan_moments $$,
	$$ SELECT 'cv rows=1 covering=1 w=1 x=1 f=1'::plan_moments $$,
	$$ SELECT 'cv rows=9223372036854775807 missing=-1 w=1 x=1 f=1'::plan_moments $$,
	$$ SELECT 'cv_sample rows=2 w=1 x=1 f=1'::plan_moments $$,
	$$ SELECT 'sigma rows=2 zeros=1 w=2 x=1 f=1'::plan_moments $$,
	$$ SELECT 'beta_convergence parameter=1 rows=2 missing=1 w=2 x=1 f=1'::plan_moments $$,
	$$ SELECT plan_value('power_mean parameter=0.3 rows=1 w=1 f=2'::plan_moments) $$,
	$$ SELECT plan_value('cv rows=1 w=1 x=1'::plan_moments) $$,
	$$ SELECT plan_cv(x) FROM unnest('{1e-18,1.000000001e-18,1.000000002e-18}'::float8[]) AS x $$,
	$$ SELECT plan_cv(7e28::float8) $$,
	$$ SELECT plan_harmonic_mean(1e25, 1e-19) $$,
	$$ SELECT plan_value('power_mean parameter=30 rows=1 w=1 x=0.001'::plan_moments) $$]) AS q;

-- Where more was taken away than was there, there is no figure and no coverage.
SELECT m AS moments, plan_value(m) AS figure, plan_coverage(m) AS coverage, m::jsonb -> 'value' AS json
FROM (VALUES (- plan_moments 'power_mean parameter=1 rows=2 w=2 x=6'), ('power_mean parameter=1 rows=-2 w=2 x=6'), ('power_mean parameter=1 rows=2 missing=-1 w=2 x=6'), ('power_mean parameter=1 rows=2 missing=3 w=2 x=6'),
	('cv rows=3 zeros=-1 w=3 x=6 f=20'), ('cv rows=3 negatives=-1 w=3 x=6 f=20'), ('cv rows=3 zeros=2 negatives=2 w=3 x=6 f=20'), ('power_mean parameter=1 min_coverage=0.5 rows=2 covering=3 w=2 x=6'),
	('power_mean parameter=1 rows=3 missing=1 w=2 x=6')) AS v (m);

-- Least and greatest values cannot be taken away, nor a missing one where there are no rows: what comes of it could not be stored.
SELECT _plan_power_mean_remove('power_mean empty', NULL, '-infinity') AS least, _plan_moments_remove('power_mean empty', 'power_mean infinity', NULL) AS greatest, _plan_max_min_ratio_remove('max_min_ratio empty', NULL) AS max_min;

DROP TABLE districts, regions, measures, states, wholes, stored, received;
DROP FUNCTION error_of;
