-- What a period's figure means depends on the indicator.

CREATE TABLE figures (indicator text, kind text, at date, value float8);
INSERT INTO figures VALUES
	('exports', 'flow', '2022-03-31', 8.1), ('exports', 'flow', '2022-06-30', 9.1), ('exports', 'flow', '2022-09-30', 8.3),
	('projects in force', 'stock', '2022-06-30', 168), ('projects in force', 'stock', '2022-09-30', 172), ('projects in force', 'stock', '2023-06-30', 201),
	('revenue, share of plan', 'cumulative', '2022-06-30', 60), ('revenue, share of plan', 'cumulative', '2022-09-30', 74.7),
	('growth', 'average', '2022-06-30', 7.08), ('growth', 'average', '2022-12-31', 8.59), ('growth', 'average', '2023-06-30', 5.17),
	('load', 'peak', '2022-06-30', 912), ('load', 'peak', '2022-07-31', 977), ('load', 'peak', '2023-06-30', 940);

SELECT indicator, kind, plan_year(at) AS year, plan_value(plan_period_value_agg(kind, at, value)), plan_period_value_agg(kind, at, value) AS state
FROM figures GROUP BY indicator, kind, plan_year(at) ORDER BY indicator, year;

-- States of years merge into those of the term: a mean of means would be another figure.
SELECT indicator, plan_kind(term), plan_count(term), plan_value(term), term::float8 AS as_float8, term::jsonb
FROM (
	SELECT indicator, plan_rollup(year) AS term
	FROM (SELECT indicator, plan_period_value_agg(kind, at, value) AS year FROM figures GROUP BY indicator, kind, plan_year(at)) AS y
	GROUP BY indicator
) AS t ORDER BY indicator;

-- A stored value of a year takes in what comes later, from empty on; a flow gives it back exactly.
CREATE TEMP TABLE totals (kind text PRIMARY KEY, year plan_period_value);
INSERT INTO totals SELECT kind, (kind || ' empty')::plan_period_value FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) AS kind;
INSERT INTO totals SELECT kind, plan_period_value_agg(kind, at, value) FROM figures GROUP BY kind, indicator
ON CONFLICT (kind) DO UPDATE SET year = totals.year + excluded.year;
SELECT kind, year, plan_count(year), plan_value(year) FROM totals ORDER BY kind;
SELECT kind, year - part AS before, year - part + part = year AS same, - year AS negative, year - year AS nothing
FROM totals JOIN (SELECT kind, plan_period_value_agg(kind, at, value) AS part FROM figures WHERE at < '2022-07-01' GROUP BY kind) AS p USING (kind) WHERE kind IN ('flow', 'average') ORDER BY kind;
SELECT 'flow n=1 sum=3'::plan_period_value - 'flow n=2 sum=7' AS overdrawn, plan_value('flow n=1 sum=3'::plan_period_value - 'flow n=2 sum=7'), 'stock n=1 at=2022-06-30 value=1'::plan_period_value - 'stock empty' AS same;
-- In a moving window what is left is exact too, and so are the last and the highest.
SELECT at, plan_value(plan_rollup(flow) OVER w) AS flow, plan_value(plan_rollup(peak) OVER w) AS peak
FROM (SELECT at, plan_period_value_agg('flow', at, value) AS flow, plan_period_value_agg('peak', at, value) AS peak FROM figures GROUP BY at) AS f
WINDOW w AS (ORDER BY at ROWS 1 PRECEDING) ORDER BY at;
DROP TABLE totals;

CREATE TABLE months AS SELECT m::date + 14 AS at, 10 * extract(month FROM m)::float8 AS value FROM generate_series('2022-09-01'::date, '2023-05-01', '1 month') AS m;

-- No rows, no figures, one figure; NULL and NaN are none.
SELECT plan_value(plan_period_value_agg('flow', at, value)), plan_period_value_agg('stock', at, value) FROM months WHERE false;
SELECT plan_value(plan_period_value_agg(kind, at, value)) AS nothing
FROM (VALUES ('flow', NULL::date, 1::float8), ('flow', '2022-01-01', NULL), ('flow', '2022-01-01', 'NaN')) AS v (kind, at, value);
SELECT plan_value(plan_period_value_agg(NULL, at, value)) FROM months;
SELECT k, plan_period_value_agg(k, '2022-02-28', -3.5) FROM unnest(ARRAY['flow', 'stock', 'cumulative', 'average', 'peak', 'PEAK']) WITH ORDINALITY AS u (k, n) GROUP BY k, n ORDER BY n;

-- Two values on the day that decides: nobody knows which is the value of the period.  The state says so, in whatever order
-- they come; a later day decides anew.
SELECT plan_period_value_agg('stock', at, value ORDER BY value) = plan_period_value_agg('stock', at, value ORDER BY value DESC) AS same, plan_period_value_agg('stock', at, value) AS stock,
	plan_period_value_agg('first', at, value) AS first, plan_period_value_agg('peak', at, value) AS peak, plan_period_value_agg('least', at, value) AS least, plan_period_value_agg('stock', at, value)::jsonb AS json
FROM (VALUES (date '2022-06-30', 168), ('2022-06-30', 171), ('2022-03-31', 900)) AS v (at, value);
SELECT plan_value(plan_period_value_agg('stock', at, value)) AS later, plan_value(plan_period_value_agg('opening', at, value)) AS earlier FROM (VALUES (date '2022-06-30', 168), ('2022-06-30', 171), ('2022-07-31', 175), ('2022-03-31', 900)) AS v (at, value);
SELECT plan_value(plan_period_value_agg('last', at, value)) FROM (VALUES (date '2022-06-30', 50), ('2022-06-30', 120), ('2022-06-30', 220)) AS v (at, value);
SELECT plan_value(plan_period_value 'first n=2 at=2022-01-01 value=3 ambiguous');
-- What is meant: the last value of each account, added up.
SELECT sum(last) AS total FROM (SELECT plan_value(plan_period_value_agg('stock', at, value)) AS last
	FROM (VALUES ('a', date '2022-06-30', 50), ('b', '2022-06-30', 120), ('c', '2022-06-30', 220), ('b', '2022-05-31', 100)) AS v (account, at, value) GROUP BY account) AS accounts;
-- The usual words.
SELECT k, plan_period_value_agg(k, at, value) AS state, plan_value(plan_period_value_agg(k, at, value)) AS value FROM unnest('{flow,sum,stock,last,closing,cumulative,average,mean,peak,max,least,Min,first,OPENING}'::text[]) WITH ORDINALITY AS u (k, n), (VALUES (date '2022-01-31', 5), ('2022-02-28', -2), ('2022-03-31', 3)) AS v (at, value) GROUP BY k, n ORDER BY n;

-- Integers and numerics; numerics are read by their digits.
SELECT plan_value(plan_period_value_agg('average', date '2022-01-01', i)), plan_value(plan_period_value_agg('flow', date '2022-01-01', i / 10.0)) FROM generate_series(1, 4) AS i;

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
	$$ SELECT plan_value(plan_period_value_agg('stream', at, value)) FROM months $$,
	$$ SELECT plan_value(plan_period_value_agg('', at, value)) FROM months $$,
	$$ SELECT plan_value(plan_period_value_agg('running', at, value)) FROM months $$,
	$$ SELECT plan_value(plan_period_value_agg(CASE WHEN value > 50 THEN 'flow' ELSE 'stock' END, at, value ORDER BY at)) FROM months $$,
	$$ SELECT plan_value(plan_period_value_agg('flow', at, 'infinity')) FROM months $$,
	$$ SELECT plan_value(plan_period_value_agg('stock', at, '-infinity')) FROM months $$,
	$$ SELECT plan_value(plan_period_value_agg('stock', 'infinity', value)) FROM months $$,
	$$ SELECT plan_value(plan_period_value_agg(k, '2022-01-01', v)) FROM (VALUES ('flow', 1), ('stok', NULL)) AS v (k, v) $$,
	$$ SELECT plan_value(plan_period_value_agg('flow', 'infinity', NULL::float8)) $$,
	$$ SELECT plan_rollup(v::plan_period_value) FROM unnest(ARRAY['flow n=1 sum=1', 'peak n=1 value=1']) AS v $$,
	$$ SELECT 'stock n=0 at=2022-06-30 value=1'::plan_period_value $$,
	$$ SELECT 'flow empty n=1'::plan_period_value $$,
	$$ SELECT 'stock n=2 at=2022-06-30 value=1'::plan_period_value - 'stock n=1 at=2022-03-31 value=1' $$,
	$$ SELECT - 'peak n=1 value=1'::plan_period_value $$,
	$$ SELECT 'flow n=1 sum=1'::plan_period_value - 'average n=1 sum=1' $$,
	$$ SELECT 'flow n=-9223372036854775808 sum=1'::plan_period_value - 'flow n=1 sum=1' $$,
	$$ SELECT 'flow n=1 sum=1 value=1'::plan_period_value $$,
	$$ SELECT 'stock n=1 at=2022-06 value=1'::plan_period_value $$,
	$$ SELECT 'stock n=1 at=2022-06-31 value=1'::plan_period_value $$,
	$$ SELECT 'running n=1 in=2022 sum=1'::plan_period_value $$,
	$$ SELECT 'peak n=1 value=NaN'::plan_period_value $$]) AS q;

-- Against plain SQL, on dates and values with many ties, some missing.
CREATE TABLE random_figures AS
SELECT i % 7 AS unit, date '2020-06-01' + (hashint4(i) & 2047) AS at, CASE WHEN i % 11 = 0 THEN NULL ELSE (hashint4(i + 1) & 255) - 100 END::float8 AS value
FROM generate_series(1, 3000) AS i;

WITH ours AS (
	SELECT unit, plan_quarter(at) AS q, plan_value(plan_period_value_agg('flow', at, value)) AS flow, plan_value(plan_period_value_agg('stock', at, value)) AS stock,
		plan_value(plan_period_value_agg('cumulative', at, value)) AS cumulative, plan_value(plan_period_value_agg('average', at, value)) AS average, plan_value(plan_period_value_agg('peak', at, value)) AS peak,
		plan_value(plan_period_value_agg('least', at, value)) AS least, plan_value(plan_period_value_agg('first', at, value)) AS first
	FROM (SELECT DISTINCT ON (unit, at) * FROM random_figures ORDER BY unit, at, value DESC NULLS LAST) AS f GROUP BY 1, 2
), theirs AS (
	SELECT unit, plan_quarter(at) AS q, sum(value) AS flow, (array_agg(value ORDER BY at DESC, value DESC) FILTER (WHERE value IS NOT NULL))[1] AS last, avg(value) AS average, max(value) AS peak,
		min(value) AS least, (array_agg(value ORDER BY at) FILTER (WHERE value IS NOT NULL))[1] AS first
	FROM (SELECT DISTINCT ON (unit, at) * FROM random_figures ORDER BY unit, at, value DESC NULLS LAST) AS f GROUP BY 1, 2
)
SELECT count(*), count(*) FILTER (WHERE (ours.flow, ours.stock, ours.cumulative, ours.peak, ours.least, ours.first) IS NOT DISTINCT FROM (theirs.flow, last, last, theirs.peak, theirs.least, theirs.first)
	AND coalesce(abs(ours.average - theirs.average) < 1e-12, ours.average IS NULL AND theirs.average IS NULL)) AS equal
FROM ours JOIN theirs USING (unit, q);

-- A frame that moves has the state of its rows alone: of rows in any order, of ties, of rows that say nothing, of frames without rows, of partitions.
CREATE TABLE rows_of_frames AS
SELECT k, i, i / 160 AS part, at, value, CASE WHEN i % 13 = 0 THEN (k || ' empty')::plan_period_value WHEN i % 4 > 0 THEN plan_period_value_agg(k, at, value) END AS state
FROM unnest('{flow,stock,cumulative,average,peak}'::text[]) AS k, (
	SELECT i, CASE WHEN i / 7 % 5 > 0 THEN date '2024-01-01' + (hashint4(i) & 31) END AS at, CASE WHEN i % 11 = 0 THEN 'NaN' WHEN hashint4(-i) & 3 > 0 THEN (hashint4(i + 1000) & 63) / 4.0::float8 - 8 END AS value FROM generate_series(1, 320) AS i) AS r
GROUP BY k, i, at, value;
CREATE FUNCTION check_frames(frame text, rows_of_frame text) RETURNS TABLE (kind text, frames bigint, defined bigint, different bigint) LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE format($q$
		SELECT k, count(*), count(moving), count(*) FILTER (WHERE (moving, merged) IS DISTINCT FROM (anew, anew_merged))
		FROM (SELECT k, i, part, plan_period_value_agg(k, at, value) OVER o AS moving, plan_rollup(state) OVER o AS merged FROM rows_of_frames WINDOW o AS (PARTITION BY k, part ORDER BY i %s)) AS m,
			LATERAL (SELECT plan_period_value_agg(k, at, value) AS anew, plan_rollup(state) AS anew_merged FROM rows_of_frames AS f WHERE f.k = m.k AND f.part = m.part AND f.i %s) AS f
		GROUP BY k$q$, frame, rows_of_frame);
END
$$;
SELECT frame, sum(frames) AS frames, min(defined) > 150 AS defined, sum(different) AS different FROM (VALUES
	(1, 'ROWS 0 PRECEDING', '= m.i'), (2, 'ROWS 6 PRECEDING', 'BETWEEN m.i - 6 AND m.i'), (3, 'ROWS 99 PRECEDING', 'BETWEEN m.i - 99 AND m.i'), (4, 'ROWS BETWEEN 60 PRECEDING AND 20 PRECEDING', 'BETWEEN m.i - 60 AND m.i - 20'), (5, 'RANGE BETWEEN 30 FOLLOWING AND 40 FOLLOWING', 'BETWEEN m.i + 30 AND m.i + 40'),
	(6, '', '<= m.i'), (7, 'ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING', '>= m.i'), (8, 'ROWS BETWEEN 40 PRECEDING AND 10 FOLLOWING EXCLUDE CURRENT ROW', 'BETWEEN m.i - 40 AND m.i + 10 AND f.i <> m.i')) AS v (n, frame, rows_of_frame), check_frames(frame, rows_of_frame) GROUP BY n, frame ORDER BY n;
-- Two kinds that are never in one frame are no error.
SELECT i, plan_period_value_agg(kind, at, i) OVER (ORDER BY i ROWS 1 PRECEDING) FROM (VALUES (1, 'stock', date '2024-01-01'), (2, NULL, '2024-01-01'), (3, 'peak', '2024-01-02'), (4, 'Peak', NULL), (5, 'flow', '2024-01-03')) AS v (i, kind, at);
SELECT error_of($$ SELECT plan_period_value_agg(kind, '2024-01-01', 1) OVER (ORDER BY kind ROWS 1 PRECEDING) FROM unnest('{flow,peak}'::text[]) AS kind $$), error_of($$ SELECT plan_period_value_agg('flow', '2024-01-01', x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM unnest('{1,2,infinity}'::float8[]) AS x $$),
	error_of($$ SELECT plan_rollup(v) OVER (ORDER BY n ROWS 1 PRECEDING) FROM (VALUES (1, 'flow empty'::plan_period_value), (2, 'peak empty')) AS v (n, v) $$);
DROP TABLE rows_of_frames; DROP FUNCTION check_frames;

-- Any order and any split give the same state, and so does a parallel plan.
SELECT k, count(DISTINCT state) AS states
FROM unnest(ARRAY['flow', 'stock', 'cumulative', 'average', 'peak', 'least', 'first']) AS k, LATERAL (
	SELECT plan_period_value_agg(k, at, value ORDER BY value) AS state FROM random_figures
	UNION ALL SELECT plan_period_value_agg(k, at, value ORDER BY at DESC) FROM random_figures
	UNION ALL SELECT plan_rollup(part ORDER BY n DESC) FROM (SELECT at, plan_period_value_agg(k, at, value) AS part, count(*) AS n FROM random_figures GROUP BY at) AS p
	UNION ALL SELECT plan_rollup(part) FROM (SELECT unit, plan_period_value_agg(k, at, value) AS part FROM random_figures GROUP BY unit) AS p
) AS s GROUP BY k ORDER BY k;

SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT plan_value(plan_period_value_agg('average', at, value)) FROM random_figures;
CREATE TEMP TABLE parallel AS SELECT plan_value(plan_period_value_agg('average', at, value)) AS average, plan_period_value_agg('flow', at, value) AS flow FROM random_figures;
SET max_parallel_workers_per_gather = 0;
SELECT (SELECT p FROM parallel AS p) = ROW(plan_value(plan_period_value_agg('average', at, value)), plan_period_value_agg('flow', at, value)) AS same FROM random_figures;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET max_parallel_workers_per_gather;

-- A state given to a function by hand is not changed.
SELECT _plan_period_value_merge(s, s), s FROM (SELECT 'flow n=2 sum=1.5'::plan_period_value AS s OFFSET 0) AS v;

-- The type: text, order, hash.
SELECT v, v::text::plan_period_value = v AS again
FROM unnest(ARRAY[' stock  empty ', 'least empty', 'flow n=-1 sum=2', ' flow n=3  sum=-0.10', 'stock n=1 at=0044-03-15 BC value=-0', 'cumulative n=2 at=2023-06-30 value=1e300', 'peak n=9 value=-5e-324', 'average n=4 sum=2.5', 'least n=2 value=-1', 'first n=2 at=2023-01-01 value=3 ambiguous', 'stock n=2 at=2023-06-30 value=120  ambiguous ']::plan_period_value[]) AS v ORDER BY v;
SELECT count(*), count(DISTINCT v), max(plan_count(v)) FROM (SELECT plan_period_value_agg(k, at, value) AS v FROM random_figures, unnest(ARRAY['flow', 'stock', 'peak']) AS k GROUP BY k, at) AS s;

DROP TABLE figures, months, random_figures, parallel;
DROP FUNCTION error_of;
