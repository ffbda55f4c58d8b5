-- Measures as they are written, in any letter case, and as they come back: by the shortest name.
SELECT t AS written, t::plan_measure AS measure
FROM unnest(ARRAY['arithmetic_mean', 'geometric_mean', 'harmonic_mean', 'power_mean 2', 'power_mean 1', 'power_mean 0', 'power_mean -1', 'power_mean Infinity', ' POWER_MEAN  -inf ', 'power_mean +infinity', 'power_mean -1e308',
	'theil_t', 'theil_l', 'Theil_T', 'generalized_entropy 1', 'generalized_entropy -0', 'generalized_entropy 2', 'atkinson 0.5', 'atkinson .5', 'atkinson 0', 'Atkinson	0.30000000000000004', 'cv', 'CV_Sample', 'sigma', 'sigma_cv',
	'beta_convergence 10', 'beta_convergence 1e1', 'beta_convergence 4.94e-322', E'\n max_min_ratio\t']) AS t;

-- Columns of text and varchar are read as measures; they are stored in 16 bytes.
CREATE TABLE chosen (name text, code varchar(30), measure plan_measure);
INSERT INTO chosen VALUES ('inequality', 'Atkinson 0.5', 'atkinson 0.5'), ('spread', 'cv', 'cv');
INSERT INTO chosen SELECT 'mean', code, code FROM (VALUES ('geometric_mean'::varchar), ('power_mean 3')) AS v (code);
UPDATE chosen SET measure = code::text;
SELECT name, measure, plan_value(plan_moments_agg(code, x)) = plan_value(plan_moments_agg(measure, x)) AS same, plan_value(plan_moments_agg(measure::text, x)) AS figure, pg_column_size(measure) AS bytes
FROM chosen, unnest('{1,2,4,8}'::float8[]) AS x GROUP BY name, code, measure ORDER BY measure;
PREPARE measured AS SELECT plan_value(plan_moments_agg($1, $2)), plan_value(plan_moments_agg($1, $2, $3, $4));
EXECUTE measured('power_mean 2', 3, NULL, 0.5);
DEALLOCATE measured;
SELECT plan_measure('Power_Mean 0') AS read, plan_measure(NULL), plan_measure(plan_moments_agg('Power_Mean 0', 5)) AS of_a_state;

-- Order, equality and hash go by meaning.
SELECT m, count(*) FROM unnest('{cv,theil_t,generalized_entropy 1,power_mean 2,arithmetic_mean,power_mean -Infinity,power_mean 1,atkinson 2,atkinson 0.5,CV,max_min_ratio,beta_convergence 10,sigma_cv,sigma}'::plan_measure[]) AS m GROUP BY m ORDER BY m;
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt, _plan_measure_cmp(a, b) AS cmp, _plan_measure_hash(a) = _plan_measure_hash(b) AS hash, _plan_measure_hash_extended(a, 5) = _plan_measure_hash_extended(b, 5) AS extended
FROM (VALUES ('theil_l'::plan_measure, 'theil_t'::plan_measure), ('theil_t', 'generalized_entropy 1.0'), ('cv', 'atkinson 1')) AS v (a, b);
SELECT count(*) FROM unnest('{cv,sigma}'::plan_measure[]) AS a JOIN unnest('{sigma,theil_t}'::text[]) AS b ON a = b;
SELECT 'cv'::text = 'CV'::text AS texts, 'cv'::varchar = 'CV' AS varchars, 'cv'::text = 'CV'::plan_measure AS measures;

-- In binary.
CREATE TABLE received (LIKE chosen);
\copy chosen TO 'results/measure.binary' (FORMAT binary)
\copy received FROM 'results/measure.binary' (FORMAT binary)
SELECT count(*) AS lost FROM (TABLE chosen EXCEPT ALL TABLE received) AS l;
SELECT _plan_measure_send('cv'), _plan_measure_send('atkinson 0.5');
DROP TABLE chosen, received;

-- What cannot be read says why.
DO $$
DECLARE
	t text;
	detail text;
	hint text;
	names text;
BEGIN
	FOREACH t IN ARRAY ARRAY['gini', '', ' ', 'theil', 'theil_tt', 'theil t', 'cv,', 'cv cv', 'cv 1', 'theil_t 1', 'atkinson', 'atkinson ', 'atkinson0.5', 'atkinson x', 'atkinson 0,5', 'atkinson 0.5 1', 'atkinson=0.5', 'atkinson(0.5)', 'atkinson NaN', 'power_mean NaN',
		'power_mean - Infinity', 'power_mean infinit', 'power_mean 1e999', 'power_mean 1e-999', 'atkinson -0.1', 'atkinson Infinity', 'generalized_entropy inf', 'generalized_entropy -inf', 'beta_convergence', 'beta_convergence 0', 'beta_convergence -10',
		repeat('x', 250), repeat(U&'\1EA1', 250), repeat(' ', 100000) || 'cv', 'cv' || repeat(' ', 300) || 'x']
	LOOP
		BEGIN
			RAISE NOTICE '% is %', ltrim(t), t::plan_measure;
		EXCEPTION WHEN OTHERS THEN
			GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
			IF hint = names THEN
				hint := 'the names';
			ELSIF names IS NULL THEN
				names := hint;
			END IF;
			RAISE NOTICE '% % % %', SQLSTATE, SQLERRM, detail, hint;
		END;
	END LOOP;
END
$$;
