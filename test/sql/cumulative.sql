-- To date: it begins again where a year, a fiscal year, a quarter begins, and a line drawn through it ends with the last figure.
CREATE TABLE months AS
SELECT m::date + 14 AS at, CASE WHEN m <> '2022-11-01' AND m <= '2023-05-01' THEN 10 * extract(month FROM m) END::float8 AS value
FROM generate_series('2022-09-01'::date, '2023-08-01', '1 month') AS m;
SELECT at, value, plan_cumulative(at, value) OVER w AS year_to_date,
	plan_cumulative(at, value, 'year', 'year from April') OVER w AS fiscal_year_to_date,
	plan_cumulative(at, value, calendar => 'year from October') OVER w AS october_to_date,
	plan_cumulative(at, value, 'quarter') OVER w AS quarter_to_date,
	plan_cumulative(at, CASE WHEN at <@ '2022-11..2023-03'::plan_period THEN value END) OVER w AS part_of_the_plan
FROM months WINDOW w AS (ORDER BY at) ORDER BY at;

-- The pace line beside it goes on: a target spread over the days of the year.
SELECT at, plan_cumulative(at, value) OVER (ORDER BY at) AS done, round(plan_target_to_date(780, plan_year(at), at)::numeric, 2) AS due
FROM months WHERE at >= '2023-01-01' ORDER BY at;

-- A year that has begun without a figure yet: NULL, not last year's.
SELECT at, plan_cumulative(at, value) OVER (ORDER BY at)
FROM (VALUES (date '2022-11-30', NULL), ('2022-12-31', 5), ('2023-01-31', NULL), ('2023-02-28', 7), ('2023-03-31', NULL), ('2024-01-31', NULL)) AS v (at, value);
-- NULL and NaN are no figures, and a row without a date counts nowhere.
SELECT at, value, plan_cumulative(at, value) OVER (ORDER BY at, value) FROM (VALUES (date '2022-01-01', 'NaN'::float8), ('2022-01-02', 1), ('2022-01-03', 'NaN'), ('2022-01-04', 2), ('2022-01-05', 'NaN'), (NULL, 3), (NULL, NULL)) AS v (at, value);
SELECT at, value, plan_cumulative(at, value) OVER (ORDER BY at NULLS FIRST) FROM (VALUES (date '2022-01-02', 1), (NULL, 3)) AS v (at, value);
SELECT at, plan_cumulative(at, NULL) OVER (ORDER BY at) AS no_values, plan_cumulative(at, value, NULL) OVER (ORDER BY at) AS no_grain, plan_cumulative(at, value, 'year', NULL) OVER (ORDER BY at) AS no_calendar
FROM months WHERE at < '2022-11-01' ORDER BY at;
SELECT plan_cumulative(at, value) OVER (ORDER BY at) FROM months WHERE false;
SELECT plan_cumulative('2022-01-01', x) OVER () AS one, plan_cumulative('2022-01-01', x / 10, 'day') OVER () AS of_day, plan_cumulative('2022-01-01', 0) OVER () AS zero, plan_cumulative(NULL, x) OVER () AS no_date FROM (VALUES (-5.5)) AS v (x);
-- Rows of one day have one sum where the window is ordered by the day alone, whatever its frame; their order may be told.
SELECT at, id, value, plan_cumulative(at, value) OVER (ORDER BY at) AS by_day, plan_cumulative(at, value) OVER (ORDER BY at, id) AS by_row, plan_cumulative(at, value) OVER (ORDER BY at, id / 2) AS by_pair,
	plan_cumulative(at, value) OVER (ORDER BY at ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS of_no_frame
FROM (VALUES (date '2022-01-01', 1, 1), ('2022-01-01', 2, NULL), ('2022-01-01', 3, 4), ('2022-01-02', 4, NULL), ('2022-01-02', 5, 16), ('2022-01-02', 6, NULL), ('2022-01-03', 7, NULL), ('2022-01-03', 8, NULL)) AS v (at, id, value) ORDER BY id;
-- Any numbers; numerics and reals by their digits; sums are exact.
SELECT i, plan_cumulative('2022-01-01', i / 10.0) OVER w AS "numeric", plan_cumulative('2022-01-01', (i / 10.0)::real) OVER w AS "real", plan_cumulative('2022-01-01', i) OVER w AS "integer" FROM generate_series(1, 4) AS i WINDOW w AS (ORDER BY i);
SELECT i, plan_cumulative('2022-01-01', x) OVER (ORDER BY i) AS ours, sum(x) OVER (ORDER BY i) AS rounded FROM (VALUES (1, 1e18::float8), (2, 0.25), (3, -1e18)) AS v (i, x) ORDER BY i;

-- Errors name what is wrong.
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	hint text;
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
	RETURN SQLSTATE || ': ' || SQLERRM || coalesce(' HINT: ' || nullif(hint, ''), '');
END
$$;
SELECT error_of(q) FROM unnest(ARRAY[
	$$ SELECT plan_cumulative(at, value) FROM months $$,
	$$ SELECT plan_cumulative(at, value) OVER (ORDER BY at DESC) FROM months $$,
	$$ SELECT plan_cumulative(at, value) OVER (ORDER BY i) FROM (VALUES (1, date '2022-02-01', NULL::int), (2, NULL, 1), (3, '2022-01-01', 1)) AS v (i, at, value) $$,
	$$ SELECT plan_cumulative('-infinity', value) OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative('infinity', value, 'month') OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(at, CASE WHEN at > '2023-07-01' THEN '-infinity' ELSE value END) OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(at, 1e38) OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(NULL, value, 'yaer') OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(at, value, 'decade') OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(at, value, '2021-2025') OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(at, value, 'year', 'year from Smarch') OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(at, value, CASE WHEN at < '2023-02-01' THEN 'quarter' ELSE 'year' END) OVER (ORDER BY at) FROM months $$,
	$$ SELECT plan_cumulative(at, value) FILTER (WHERE value > 0) OVER (ORDER BY at) FROM months $$]) AS q;
-- Grains that differ and do not overlap; those of parameters.
SELECT at, plan_cumulative(at, value, CASE WHEN at < '2023-01-01' THEN 'year' ELSE 'month' END) OVER (ORDER BY at) FROM months WHERE value IS NOT NULL ORDER BY at;
SET plan_cache_mode = force_generic_plan;
PREPARE to_date AS SELECT array_agg(c) FROM (SELECT plan_cumulative(at, value, $1, $2) OVER (ORDER BY at) AS c FROM months) AS m;
EXECUTE to_date('half', 'standard');
EXECUTE to_date('year', 'year from April');
EXECUTE to_date(NULL, 'standard');
DEALLOCATE to_date;
RESET plan_cache_mode;

-- Against plain SQL, on integers: dates with many ties, figures that are missing at the beginning, within and at the end.
CREATE TABLE random_figures AS
SELECT i, i % 7 AS unit, date '2020-06-01' + d AS at, CASE WHEN i % 11 > 0 AND d BETWEEN i % 7 * 40 AND 2047 - i % 7 * 150 THEN (hashint4(i + 1) & 255) - 100 END AS value
FROM (SELECT i, hashint4(i) & 2047 AS d FROM generate_series(1, 6000) AS i) AS f;
CREATE FUNCTION check_order(by text) RETURNS TABLE (rows bigint, behind bigint, gaps bigint, different bigint) LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE format($q$
		SELECT count(*), count(*) FILTER (WHERE is_behind), count(*) FILTER (WHERE value IS NULL AND ours IS NOT NULL),
			count(*) FILTER (WHERE (ours, fiscal, half, week) IS DISTINCT FROM ROW(CASE WHEN NOT is_behind THEN theirs END::float8, CASE WHEN NOT is_behind THEN fiscal_theirs END::float8, CASE WHEN NOT is_behind THEN half_theirs END::float8, CASE WHEN NOT is_behind THEN week_theirs END::float8))
		FROM (
			SELECT value, plan_cumulative(at, value) OVER w AS ours, sum(value) OVER (PARTITION BY unit, extract(year FROM at) ORDER BY %1$s) AS theirs,
				plan_cumulative(at, value, 'year', 'year from July') OVER w AS fiscal, sum(value) OVER (PARTITION BY unit, extract(year FROM at - interval '6 months') ORDER BY %1$s) AS fiscal_theirs,
				plan_cumulative(at, value, 'half') OVER w AS half, sum(value) OVER (PARTITION BY unit, plan_half(at) ORDER BY %1$s) AS half_theirs,
				plan_cumulative(at, value, 'week') OVER w AS week, sum(value) OVER (PARTITION BY unit, date_trunc('week', at) ORDER BY %1$s) AS week_theirs,
				count(value) OVER (PARTITION BY unit ORDER BY %2$s) = 0 AS is_behind
			FROM random_figures WINDOW w AS (PARTITION BY unit ORDER BY %1$s)
		) AS w$q$, by, regexp_replace(by, '(,|$)', ' DESC\1', 'g'));
END
$$;
SELECT by, c.* FROM unnest('{at,"at, i","at, i % 3"}'::text[]) AS by, check_order(by) AS c;
-- As before where a partition ends with a figure: the sum of all rows so far.
SELECT count(*), count(*) FILTER (WHERE ours IS DISTINCT FROM theirs) AS different
FROM (SELECT plan_cumulative(at, value) OVER w AS ours, sum(value) OVER (PARTITION BY unit, extract(year FROM at) ORDER BY at)::float8 AS theirs
	FROM (SELECT unit, at, value FROM random_figures UNION ALL SELECT unit, '2026-06-01', 1 FROM random_figures GROUP BY unit) AS f WINDOW w AS (PARTITION BY unit ORDER BY at)) AS w;
-- Long gaps, a long end and many rows of a day, in memory and on disk, take a time by the number of rows.
CREATE TABLE long_gaps AS
SELECT i, date '1900-01-01' + i / 3 AS at, CASE WHEN i IN (1, 12000, 12001, 23999) OR i % 1000 < 500 AND i < 6000 THEN i END AS value FROM generate_series(0, 30000) AS i
UNION ALL SELECT i, date '2100-01-01', CASE WHEN i = 38000 THEN 7 END FROM generate_series(30001, 40000) AS i
UNION ALL SELECT i, date '2100-01-02', NULL FROM generate_series(40001, 50000) AS i;
SET work_mem = '64kB';
SELECT count(ours), sum(ours), min(ours), max(ours), count(*) FILTER (WHERE ours IS DISTINCT FROM theirs) AS different
FROM (SELECT plan_cumulative(at, value, 'year') OVER (ORDER BY at) AS ours, CASE WHEN at <= '2100-01-01' THEN sum(value) OVER (PARTITION BY extract(year FROM at) ORDER BY at) END AS theirs FROM long_gaps) AS w;
SELECT count(ours), sum(ours), count(*) FILTER (WHERE ours IS DISTINCT FROM theirs) AS different
FROM (SELECT plan_cumulative(at, value, 'year') OVER (ORDER BY at, i) AS ours, CASE WHEN i <= 38000 THEN sum(value) OVER (PARTITION BY extract(year FROM at) ORDER BY at, i) END AS theirs FROM long_gaps) AS w;
RESET work_mem;

DROP TABLE months, random_figures, long_gaps;
DROP FUNCTION error_of, check_order;
