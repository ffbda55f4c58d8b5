-- Every state as jsonb: what it holds, in any setting, as bytes that jsonb itself would store.
CREATE TABLE figures AS
SELECT i % 97 AS node, date '1999-12-31' + i * 11 AS at, (i * 7919 % 1009 - 300) / 7.0 AS actual, i * 104729 % 997 / 3.0 AS target FROM generate_series(1, 3000) AS i;
CREATE TABLE cubes AS
SELECT n AS size, plan_cube_agg(node, at, nullif(actual, 0), target, 'higher', 0.1) AS cube, plan_trend_cube_agg(node, at, actual) AS trends
FROM unnest(ARRAY[1, 2, 31, 32, 33, 64, 65, 3000]) AS n, LATERAL (SELECT * FROM figures LIMIT n) AS f GROUP BY n UNION ALL SELECT 0, 'empty', 'empty';
CREATE TABLE rankings AS
SELECT n AS size, plan_ranking_agg(entity, period, score) AS by_id, plan_ranking_agg('Số "' || entity || '"', period, score) AS by_name
FROM unnest(ARRAY[1, 2, 31, 32, 33, 64, 65, 3000]) AS n, LATERAL (SELECT i % 211 - 100 AS entity, 2020 + i / 211 AS period, i * i % 37 AS score FROM generate_series(1, n) AS i) AS f GROUP BY n UNION ALL SELECT 0, 'empty', 'empty';
CREATE TABLE trees AS
SELECT n AS size, plan_tree_agg(i, nullif(i / 3, 0)) AS tree, plan_tree_agg(i, nullif(i / 3, 0), 1 / (i + 0.5)) AS weighted
FROM unnest(ARRAY[1, 2, 31, 32, 33, 64, 65, 3000]) AS n, generate_series(1, n) AS i GROUP BY n UNION ALL SELECT 0, 'empty', 'empty';
CREATE VIEW documents AS
SELECT 'cube' AS state, size, cube::jsonb AS document FROM cubes UNION ALL SELECT 'trend cube', size, trends::jsonb FROM cubes
UNION ALL SELECT 'ranking', size, by_id::jsonb FROM rankings UNION ALL SELECT 'named ranking', size, by_name::jsonb FROM rankings
UNION ALL SELECT 'tree', size, tree::jsonb FROM trees UNION ALL SELECT 'weighted tree', size, weighted::jsonb FROM trees
UNION ALL SELECT 'period value', count(*), plan_period_value_agg(kind, at, actual)::jsonb FROM figures, unnest('{flow,stock,cumulative,average,peak}'::text[]) AS kind GROUP BY kind
UNION ALL SELECT 'scorecard', count(*), plan_scorecard_agg(actual, target, 'higher', 0.1)::jsonb FROM figures GROUP BY node
UNION ALL SELECT 'trend', count(*), plan_trend_agg(at, actual, 0.1)::jsonb FROM figures GROUP BY node
UNION ALL SELECT 'logit trend', count(*), plan_logit_trend_agg(at, 0.3 + node / 1000.0, 1.1)::jsonb FROM figures GROUP BY node
UNION ALL SELECT 'earned', count(*), plan_earned_agg(actual, actual / 3, 0.1, nullif(node, 3))::jsonb FROM figures GROUP BY node
UNION ALL SELECT 'fixedsum', count(*), plan_fixedsum_agg(actual)::jsonb FROM figures GROUP BY node
UNION ALL SELECT 'moments', count(*), plan_moments_agg('theil_t', abs(actual), 0.1)::jsonb FROM figures GROUP BY node;
-- The bytes are those that the text makes, and nothing that lies between the elements shows.
SELECT state, count(*) AS documents, count(*) FILTER (WHERE record_image_eq(ROW (document), ROW (document::text::jsonb))) AS same_bytes, sum(jsonb_array_length(CASE jsonb_typeof(document) WHEN 'array' THEN document END)) AS elements
FROM documents GROUP BY state ORDER BY state;
-- They are what the rows say, in their order.
-- A cell has the fields of its scorecard that are not zero, and the score.
SELECT count(*) AS cubes, count(*) FILTER (WHERE cube::jsonb = (SELECT coalesce(jsonb_agg(jsonb_build_object('node', node, 'month', period::text) || (SELECT jsonb_object_agg(key, value) FROM jsonb_each(scorecard::jsonb) WHERE key = 'score' AND value <> 'null' OR value <> '0' AND key NOT IN ('score', 'coverage', 'met_share', 'attainment')) ORDER BY node, period), '[]') FROM plan_cube_rows(cube, '{month}'))) AS same,
	count(*) FILTER (WHERE trends::jsonb = (SELECT coalesce(jsonb_agg(jsonb_build_object('node', node) || trend::jsonb ORDER BY node), '[]') FROM plan_trend_cube_rows(trends))) AS same_trends FROM cubes;
SELECT count(*) AS rankings, count(*) FILTER (WHERE by_id::jsonb = (SELECT coalesce(jsonb_agg(jsonb_build_object('entity', entity, 'period', period::text, 'score', score, 'rank', competition, 'field', field) ORDER BY period, competition, entity), '[]') FROM plan_ranks(by_id))) AS same,
	count(*) FILTER (WHERE by_name::jsonb = (SELECT coalesce(jsonb_agg(jsonb_build_object('entity', entity, 'period', period::text, 'score', score, 'rank', competition, 'field', field) ORDER BY period, competition, entity COLLATE "C"), '[]') FROM plan_ranks(by_name, NULL, NULL, NULL::text))) AS same_named FROM rankings;
SELECT count(*) AS trees, count(*) FILTER (WHERE tree::jsonb = (SELECT coalesce(jsonb_agg(jsonb_build_object('node', node, 'parent', parent, 'level', level, 'weight', weight) ORDER BY n), '[]') FROM plan_tree_rows(tree) WITH ORDINALITY AS r (node, parent, level, weight, n))) AS same,
	count(*) FILTER (WHERE weighted::jsonb = (SELECT coalesce(jsonb_agg(jsonb_build_object('node', node, 'parent', parent, 'level', level, 'weight', weight) ORDER BY n), '[]') FROM plan_tree_rows(weighted) WITH ORDINALITY AS r (node, parent, level, weight, n))) AS same_weighted FROM trees;
SELECT plan_tree '1 * 0.1; -5 < 1 * 1e22; 7 < 1 * 2e-20; 8 < 1 * 0.3333333333333333; 9 < 1 * 123456789.12345679'::jsonb AS numbers, 'average n=3 sum=1'::plan_period_value::jsonb AS third;
-- Numbers are those that numeric's own input makes, to the byte: of every size and sign, with short and long digits, and at the ends of what there is.
CREATE FUNCTION is_stored_right(document jsonb) RETURNS boolean LANGUAGE sql RETURN record_image_eq(ROW (document), ROW (document::text::jsonb));
SELECT count(*) AS figures, count(*) FILTER (WHERE is_stored_right(document)) AS same_bytes, count(*) FILTER (WHERE (document ->> 'value')::float8 = x AND document -> 'value' = to_jsonb(x)) AS same_numbers
FROM (
	SELECT sign * (mantissa * 1e-3)::numeric(30, 3)::float8 * ('1e' || e)::float8 AS x FROM generate_series(-305, 294) AS e, unnest('{1,-1}'::int[]) AS sign, LATERAL (SELECT 1 + abs(hashint8extended(e * 10 + i, 0) / (7 * 10.0 ^ (i * 3))) AS mantissa FROM generate_series(0, 5) AS i) AS m
	UNION ALL SELECT sign * x FROM unnest('{0,1,9,10,9999,10000,10001,99990000,1e15,1e16,1e22,1e23,9007199254740991,9007199254740992,9007199254740993,1.7976931348623157e308,2.2250738585072014e-308,5e-324,1e-4,1e-5,0.00012,0.1,0.3,1e-63,1e-64,1.5e-63,1e-253,1e-256,1e-257}'::float8[]) AS x, unnest('{1,-1}'::int[]) AS sign
) AS f, LATERAL (SELECT format('peak n=1 value=%s', x)::plan_period_value::jsonb AS document) AS d;
SELECT count(*) AS sums, count(*) FILTER (WHERE is_stored_right(document)) AS same_bytes, count(*) FILTER (WHERE document ->> 'sum' = split_part(sum::text, ' ', 1)) AS same_numbers
FROM (
	SELECT format('%s%s n=1', sign, s)::plan_fixedsum AS sum
	FROM unnest('{1,9999,10000,10001,100000000,99999999,9223372036854775807,9223372036854775808,18446744073709551616,170141183460469231731687303715884105727,170141183460469231731687303715884105726.5,0.5,0.25,0.125,0.0000000000000000001,0.00004,1000.0001,123456789012345678901234567890.12345,9223372036854775807.75}'::text[]) AS s, unnest(ARRAY['', '-']) AS sign
	UNION ALL SELECT plan_fixedsum_agg(((hashint8extended(i, 1) / 1e5 ^ (i % 6))::float8)) FROM generate_series(1, 600) AS i GROUP BY i
) AS s, LATERAL (SELECT sum::jsonb AS document) AS d;
SELECT count(*) AS cells, is_stored_right(jsonb_agg(cell)) AS same_bytes, array_agg((cell ->> 'node')::bigint ORDER BY ordinality) = array_agg(i ORDER BY i) AS same_numbers
FROM unnest(ARRAY[-9223372036854775808, -9223372036854775807, -10000, -9999, -1, 0, 1, 9999, 10000, 10001, 100000000, 9223372036854775806, 9223372036854775807]) WITH ORDINALITY AS n (i, place),
	LATERAL jsonb_array_elements((SELECT plan_cube_agg(i, '2022-01-01', 1, 1, 1) FROM unnest(ARRAY[i]) AS i)::jsonb) WITH ORDINALITY AS c (cell);
SELECT plan_cube '1 2022-01: met=1'::jsonb AS least, '1 2022-01: exceeded=1 met=2 on_track=3 at_risk=4 off_track=5 regressing=6 no_data=7 unjudged=8 unscored=15 without_actual=9 without_target=8 untargeted=7 weight_scored=21.5 weight_unscored=15 weighted_score=12.25 actual=-3.5 target=1000000000000000000000000000000 untargeted_actual=-1 weight_uncovered=2'::plan_cube::jsonb AS most;
-- No setting shows.
CREATE TABLE plain AS SELECT md5(string_agg(document::text, ' ' ORDER BY state, size, document::text COLLATE "C")) AS sum FROM documents;
SET extra_float_digits = -15;
SET DateStyle = 'SQL, DMY';
SET IntervalStyle = 'sql_standard';
SET TimeZone = 'Asia/Ho_Chi_Minh';
SET bytea_output = 'escape';
SELECT md5(string_agg(document::text, ' ' ORDER BY state, size, document::text COLLATE "C")) = sum AS same FROM documents, plain GROUP BY sum;
SELECT plan_tree '1 * 0.3333333333333333'::jsonb AS tree, 'average n=3 sum=1'::plan_period_value::jsonb AS value;
RESET ALL;
-- So an index on them answers rightly whoever asks.
CREATE TABLE kept (value plan_period_value);
CREATE INDEX ON kept ((value::jsonb));
SET extra_float_digits = 0;
INSERT INTO kept VALUES ('average n=3 sum=1');
RESET extra_float_digits;
SET enable_seqscan = off;
SELECT value FROM kept WHERE value::jsonb = 'average n=3 sum=1'::plan_period_value::jsonb;
RESET enable_seqscan;
-- Cells of a plan by month, of which many fit.
SELECT jsonb_array_length(document) AS cells, is_stored_right(document -> 599999) AS same_bytes, document -> 599999 AS last
FROM (SELECT plan_cube_agg(i % 10000, (date '2021-01-01' + i / 10000 * interval '1 month')::date, i % 97 / 7.0, i % 89 / 3.0, 'higher', 0.1)::jsonb AS document FROM generate_series(0, 599999) AS i OFFSET 0) AS large;
-- An array has no more than 256 MB of elements: what cannot fit is refused before it is made,
-- and what does not as soon as it shows.
CREATE FUNCTION attempt(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
BEGIN
	EXECUTE 'SELECT ' || query INTO result;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT attempt('pg_column_size(plan_cube_agg(repeat(i::text, 50000), date ''1990-01-01'' + p * 31, 1, 1, 1)::jsonb) FROM generate_series(1, 50) AS i, generate_series(1, 110) AS p') AS cube,
	attempt('pg_column_size(plan_ranking_agg(repeat(i::text, 50000), 2000 + p, i)::jsonb) FROM generate_series(1, 50) AS i, generate_series(1, 110) AS p') AS ranking;

DROP VIEW documents;
DROP TABLE figures, cubes, rankings, trees, plain, kept;
DROP FUNCTION attempt;
DROP FUNCTION is_stored_right;
