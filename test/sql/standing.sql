-- The province in the index of digital transformation: 44th, 12th, 8th of 63.
CREATE TABLE dti (year plan_period, standing plan_standing);
INSERT INTO dti VALUES ('2020', '44/63'), ('2021', '12/63'), ('2022', '8/63');
SELECT year, standing, plan_rank(standing) AS rank, plan_field(standing) AS field, round(plan_percentile_rank(standing)::numeric, 4) AS percentile,
	lag(standing) OVER w - standing AS places_gained,
	round(plan_percentile_gain(lag(standing) OVER w, standing)::numeric, 4) AS percentile_gained
FROM dti WINDOW w AS (ORDER BY year) ORDER BY year;

-- From 63 provinces to 34: places are lost or gained by the merger, percentiles tell who moved.
SELECT earlier, later, earlier - later AS places, round(plan_percentile_gain(earlier, later)::numeric, 4) AS percentile
FROM (VALUES ('8/63'::plan_standing, '8/34'::plan_standing), ('12/63', '7/34'), ('63/63', '34/34'), ('1/63', '1/34')) AS v (earlier, later);

-- Better first; of equal ranks, the larger field.
SELECT s FROM unnest(ARRAY['8/63', '2/63', '8/64', '1/1', '8/8', '2147483647/2147483647', '1/2147483647', '2/2']::plan_standing[]) AS s ORDER BY s;
SELECT min(s::text), count(DISTINCT s), bool_and((s < '8/63') = (plan_rank(s) < 8 OR (plan_rank(s) = 8 AND plan_field(s) > 63))) AS order_holds,
	bool_and(s::text::plan_standing = s AND plan_standing(plan_rank(s), plan_field(s)) = s) AS again
FROM (SELECT plan_standing(r, f) AS s FROM generate_series(1, 64) AS r, generate_series(r, 65) AS f) AS all_of_them;

SELECT min(s) AS best, max(s) AS worst FROM unnest(ARRAY['8/63', '2/63', NULL, '2/64', '9/10', '9/9']::plan_standing[]) AS s;

-- The only one in its field is neither first nor last.
SELECT plan_percentile_rank('1/1'), plan_percentile_rank('1/2'), plan_percentile_rank('2/2'), plan_percentile_gain('1/1', '1/2'), plan_percentile_gain('1/2', '1/1');
SELECT plan_standing '44/63' - '12/63' AS gained, '1/2147483647'::plan_standing - '2147483647/2147483647'::plan_standing AS lost, ' 8 / 63 '::plan_standing, '008/063'::plan_standing, NULL::plan_standing - '1/2';

-- As printed without a field: a rank, a band, an open band.  Places are gained as far as that is sure.
SELECT s AS standing, plan_rank(s) AS rank, plan_best_rank(s) AS best, plan_worst_rank(s) AS worst, plan_field(s) AS field, plan_percentile_rank(s) AS percentile
FROM unnest('{1001+,101-150,=12,8,8/63,12=,101-152,2147483647,2147483646+,1-2147483646,9-9,8/64}'::plan_standing[]) AS s ORDER BY s;
SELECT earlier, later, earlier - later AS places, plan_percentile_gain(earlier, later) AS percentile
FROM (VALUES ('151-200'::plan_standing, '101-150'::plan_standing), ('101-150', '151-200'), ('101-150', '101-150'), ('101-150', '120'), ('101-150', '100'), ('98/500', '101-150'), ('1001+', '801-1000'), ('801-1000', '1001+'), ('1001+', '1500'), ('44', '12/63'), ('12', '12')) AS v (earlier, later);
SELECT count(*), count(*) FILTER (WHERE s::text::plan_standing = s) AS again, count(*) FILTER (WHERE (s < '101-150') = (plan_best_rank(s) < 101 OR plan_best_rank(s) = 101 AND coalesce(plan_worst_rank(s), 9999) < 150)) AS order_holds
FROM (SELECT (a || '-' || b)::plan_standing FROM generate_series(95, 105) AS a, generate_series(a, 160) AS b UNION ALL SELECT (a || '+')::plan_standing FROM generate_series(95, 105) AS a UNION ALL SELECT (a || '/120')::plan_standing FROM generate_series(95, 105) AS a) AS v (s);
SELECT encode(_plan_standing_send('101-150'), 'hex') AS band, encode(_plan_standing_send('8'), 'hex') AS rank, encode(_plan_standing_send('1001+'), 'hex') AS open;

CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT q AS text, error_of(format('SELECT %L::plan_standing', q)) FROM unnest(ARRAY['', '8+9', '101-150/1000', '1001+/1500', '150-101', '101-', '+', '2147483647+', '1-2147483647', '==8', '8th', '8/', '/63', '8/63/2', '0/63', '64/63', '-1/63', '8/-63', '8.5/63', '1/2147483648', '99999999999999999999/1', 'eighth/63', '8/63x']) AS q;
SELECT q AS call, error_of('SELECT ' || q) FROM unnest(ARRAY['plan_standing(0, 63)', 'plan_standing(64, 63)', 'plan_standing(1, 2147483648)', 'plan_standing(-9223372036854775808, 9223372036854775807)']) AS q;

-- Indexes, joins and binary form.
CREATE TABLE standings AS SELECT plan_standing(1 + i % 63, 63 + i % 2) AS s, i FROM generate_series(1, 2000) AS i;
CREATE INDEX ON standings (s);
CREATE INDEX ON standings USING hash (s);
ANALYZE standings;
SET enable_seqscan = off; SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM standings WHERE s < '2/63';
SELECT count(*) FROM standings WHERE s < '2/63';
EXPLAIN (COSTS OFF) SELECT s FROM standings ORDER BY s LIMIT 1;
SELECT min(s), max(s) FROM standings;
RESET enable_seqscan; RESET enable_bitmapscan;
SELECT count(*), sum(n) FROM (SELECT s, count(*) AS n FROM standings GROUP BY s) AS g;
SELECT encode(_plan_standing_send('8/63'), 'hex');

DROP TABLE dti, standings;
DROP FUNCTION error_of;
