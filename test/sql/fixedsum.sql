-- Exact sums.  One large figure no longer swallows the small ones, whatever the
-- order they come in.
CREATE TABLE figures (id int, x float8);
INSERT INTO figures VALUES (1, 1e18), (2, 1e-6), (3, -1e18), (4, 1e-6), (5, 0.25);

SELECT sum(x ORDER BY id) AS sum, plan_sum(x ORDER BY id) AS plan_sum,
	plan_sum(x ORDER BY id DESC) AS backwards
FROM figures;

-- A moving frame takes rows away again, exactly.
SELECT id, x, plan_sum(x) OVER (ORDER BY id ROWS 1 PRECEDING) FROM figures ORDER BY id;

-- The state can be kept, merged and read.
SELECT plan_fixedsum_agg(x) AS state, plan_value(plan_fixedsum_agg(x)), plan_count(plan_fixedsum_agg(x))
FROM figures;
SELECT plan_rollup(part) AS merged, plan_rollup(part) = (SELECT plan_fixedsum_agg(x) FROM figures) AS same
FROM (SELECT id % 2, plan_fixedsum_agg(x) AS part FROM figures GROUP BY 1) AS parts;
SELECT plan_fixedsum_agg(x)::numeric, plan_fixedsum_agg(x)::float8, plan_fixedsum_agg(x)::jsonb FROM figures;

-- No rows, nothing but NULL, NaN among figures, one row.
SELECT plan_sum(x), plan_fixedsum_agg(x), plan_rollup(plan_fixedsum_agg) FROM figures,
	(SELECT plan_fixedsum_agg(NULL)) AS none WHERE false;
SELECT plan_sum(x), plan_fixedsum_agg(x) FROM (VALUES (NULL::float8), (NULL)) AS v (x);
SELECT plan_sum(x), plan_fixedsum_agg(x) FROM (VALUES ('NaN'::float8), (2), (NULL)) AS v (x);
SELECT plan_sum(7), plan_sum(7.5), plan_sum(7::smallint);
SELECT x, plan_sum(x) OVER (ORDER BY i ROWS 1 PRECEDING)
FROM (VALUES (1, 5::float8), (2, NULL), (3, NULL), (4, 'NaN'), (5, 6)) AS v (i, x) ORDER BY i;

-- Each value is rounded once, to a multiple of 2^-64, half to even.
SELECT x, plan_fixedsum_agg(x) FROM (VALUES
	(5.421010862427522e-20::float8),	-- 2^-64
	(2.710505431213761e-20),			-- 2^-65: half, to even 0
	(8.131516293641283e-20),			-- 3 * 2^-65: half, to even 2
	(1.3552527156068805e-19),			-- 5 * 2^-65: half, to even 2
	(4.9406564584124654e-324), (0), ('-0'), (-0.3)) AS v (x) GROUP BY x ORDER BY x DESC;

-- Out of range.
SELECT plan_sum('Infinity');
SELECT plan_sum('-Infinity');
SELECT plan_sum(1.7e38);
SELECT plan_sum(1.8e38);
SELECT plan_sum(-170141183460469231731687303715884105728::float8);
SELECT plan_sum(x) FROM (VALUES (1e38::float8), (1e38)) AS v (x);
SELECT plan_sum(x) FROM (VALUES (-1e38::float8), (-1e38)) AS v (x);
SELECT '170141183460469231731687303715884105727 n=1'::plan_fixedsum + '1 n=1';
SELECT '-170141183460469231731687303715884105728 n=1'::plan_fixedsum - '0.00000000000000000006 n=1';
SELECT - '-170141183460469231731687303715884105728 n=1'::plan_fixedsum;
SELECT '0 n=9223372036854775807'::plan_fixedsum + '0 n=1';

-- Text that reads back unchanged, and text that cannot be read.
SELECT t, t::plan_fixedsum FROM (VALUES ('0 n=0'), (' empty '), ('  -12.50   n=3 '), ('+7 n=-1'),
	('0.00000000000000000001 n=1'), ('0.00000000000000000003 n=1'), ('0.99999999999999999999 n=1'),
	('0.1 n=1'), ('007.10 n=1'), ('0.5' || repeat('0', 200) || ' n=1'),
	('0.' || repeat('0', 19) || '2710505431213761085018632002174854278564453125' || repeat('0', 200) || '1 n=1'),
	('170141183460469231731687303715884105727.99999999999999999995 n=1'),
	('-170141183460469231731687303715884105728 n=1')) AS v (t);
SELECT ''::plan_fixedsum;
SELECT '12'::plan_fixedsum;
SELECT '12 n='::plan_fixedsum;
SELECT '12. n=1'::plan_fixedsum;
SELECT '1e3 n=1'::plan_fixedsum;
SELECT 'NaN n=1'::plan_fixedsum;
SELECT '12 n=1 x'::plan_fixedsum;
SELECT '12 n=9223372036854775808'::plan_fixedsum;
SELECT '170141183460469231731687303715884105728 n=1'::plan_fixedsum;
SELECT '170141183460469231731687303715884105727.99999999999999999999 n=1'::plan_fixedsum;
SELECT '-170141183460469231731687303715884105728.1 n=1'::plan_fixedsum;

-- A group: what is added can be taken away; order and hash agree with equality.
SELECT a + b - b = a AS back, a - a = '0 n=0' AS nothing, - (- a) = a AS twice, a + b = b + a AS either
FROM (VALUES ('0.1 n=1'::plan_fixedsum, '-7.3 n=2'::plan_fixedsum)) AS v (a, b);
SELECT s FROM (VALUES ('2 n=1'::plan_fixedsum), ('-1 n=1'), ('2 n=0'), ('-1.5 n=9')) AS v (s) ORDER BY s;
SELECT s, count(*) FROM (VALUES ('2 n=1'::plan_fixedsum), ('2.0 n=1'), ('2 n=2')) AS v (s) GROUP BY s ORDER BY s;
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt
FROM (VALUES ('1 n=1'::plan_fixedsum, '2 n=1'::plan_fixedsum)) AS v (a, b);

-- The transition functions are safe to call by hand, and change nothing then.
WITH s AS MATERIALIZED (SELECT '1 n=1'::plan_fixedsum AS state)
SELECT _plan_fixedsum_add(state, 2), _plan_fixedsum_remove(state, 2), _plan_fixedsum_add(NULL, 2),
	_plan_fixedsum_add(NULL, NULL), _plan_fixedsum_add(state, NULL), state FROM s;

DROP TABLE figures;
