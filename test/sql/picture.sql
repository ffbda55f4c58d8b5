-- Pictures of one figure or a few.

-- A report in psql.
SELECT indicator, plan_bar(plan_score(actual, goal)) AS done, plan_spark(history, 0) AS history
FROM (VALUES ('Poor households, %', 3.2, '<= 2 from 6.5'::plan_goal, '{6.5, 5.8, 5.1, NULL, 3.9, 3.2}'::float8[]), ('Income, million', 81, '>= 90', '{62, 64, 70, 74, 76, 81}'), ('Communes', 63, '>= 60', '{12, 30, 41, 52, 63, 63}'), ('Forest', NULL, '>= 50', NULL)) AS v (indicator, actual, goal, history);

-- In eighths, of which the bar in ASCII knows none.  It is full from 1 on, and empty from 0 down.
SELECT share, '[' || plan_bar(share, 4) || ']' AS bar
FROM unnest('{-1e308, -1000, -0.05, -1e-9, 0, 1e-9, 0.031, 0.032, 0.125, 0.5, 0.62, 0.985, 0.999999, 1, 1.004, 1.005, 12.345, 1e4, 1e308, NaN}'::float8[]) AS share;
-- The same in SQL.
SELECT count(*) AS bars, count(*) FILTER (WHERE plan_bar(share, width) IS DISTINCT FROM
	repeat('█', n / 8) || CASE WHEN n % 8 > 0 THEN chr(9616 - n % 8) ELSE '' END || repeat(' ', width - (n + 7) / 8) || ' ' || lpad(round(share::numeric * 100) || ' %', 5)) AS others
FROM generate_series(0, 40) AS i, unnest(ARRAY[1, 7, 10, 33]) AS width,
	LATERAL (SELECT i / 40.0 AS share, CASE WHEN i = 40 THEN width * 8 ELSE greatest(least(floor(i * width * 8 / 40.0 + 0.5), width * 8 - 1), (i > 0)::int)::int END AS n) AS s;
SELECT plan_bar(NULL) IS NULL AS no_share, plan_bar(0.5, NULL) IS NULL AS no_width, plan_bar('0.5', '4') AS untyped, plan_bar(1, 1) AS int, length(plan_bar(0.5::real, 200)) AS longest;
SELECT plan_bar(0.5, 0);
SELECT plan_bar(0.5, 201);
SELECT plan_bar('Infinity');

SELECT name, '[' || plan_spark(v, low, high) || ']' AS spark
FROM (VALUES ('rising', '{1,2,3,4,5,6,7,8}'::float8[], NULL::float8, NULL::float8), ('one', '{5}', NULL, NULL), ('alike', '{5,5,5}', NULL, NULL), ('zeros', '{0,0}', NULL, NULL), ('gaps', '{NULL,1,NaN,2,NULL}', NULL, NULL),
	('none', '{NULL,NaN}', NULL, NULL), ('empty', '{}', NULL, NULL), ('negative', '{-1,-2,-3}', NULL, NULL), ('from zero', '{80,82,85}', 0, NULL), ('up to', '{80,82,85}', NULL, 160), ('clamped', '{-5,5,15}', 0, 10),
	('below low', '{1,2}', 5, NULL), ('above high', '{7,8}', NULL, 5), ('on low', '{1,5}', 5, NULL), ('wide', '{-1.7e308,0,1.7e308}', NULL, NULL), ('narrow', '{0,5e-324}', NULL, NULL), ('large', '{1e308,1.0000000000000002e308}', NULL, NULL), ('null', NULL, NULL, NULL)) AS v (name, v, low, high);
-- The same in SQL.
SELECT count(*) AS values, count(*) FILTER (WHERE substr(spark, i, 1) <> chr(9600 + least(width_bucket(v[i], 0, 100, 8), 8))) AS others
FROM (SELECT array_agg(abs(sin(n)) * 100) || '{0,100}' AS v FROM generate_series(1, 300) AS n) AS v, plan_spark(v) AS spark, generate_subscripts(v, 1) AS i;
SELECT plan_spark('{1,2,3}') AS untyped, plan_spark(ARRAY[1, 2]) AS ints, plan_spark(ARRAY[1.5, 2]) AS numerics, plan_spark('[5:6]={1,2}') AS bounds, length(plan_spark(array_agg(i))) AS longest FROM generate_series(1, 10000) AS i;
SELECT plan_spark('{1,Infinity}');
SELECT plan_spark('{1,2}', low => 'Infinity');
SELECT plan_spark('{1,2}', 5, 5);
SELECT plan_spark('{{1,2},{3,4}}');
SELECT plan_spark(array_agg(i)) FROM generate_series(1, 10001) AS i;
