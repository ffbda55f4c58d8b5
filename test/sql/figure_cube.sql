-- How much was that a month, a quarter, a year?  One pass keeps what each month tells; the kind of
-- an indicator says what makes up longer periods.
SET datestyle = 'ISO';
CREATE TABLE facts (indicator text, at date, kind text, value float8);
INSERT INTO facts VALUES
	('rainfall', '2024-01-10', 'flow', 40), ('rainfall', '2024-01-20', 'flow', 10), ('rainfall', '2024-03-05', 'flow', 25), ('rainfall', '2024-07-01', 'flow', 5),
	('staff', '2024-01-31', 'stock', 110), ('staff', '2024-02-29', 'stock', 120), ('staff', '2024-03-31', 'stock', 115), ('staff', '2024-12-31', 'stock', 118),
	('spent', '2024-01-31', 'cumulative', 5), ('spent', '2024-02-29', 'cumulative', 12), ('spent', '2024-05-31', 'cumulative', 30),
	('waiting', '2024-01-31', 'average', 10), ('waiting', '2024-02-29', 'average', 20), ('waiting', '2024-05-31', 'average', 60),
	('load', '2024-02-11', 'peak', 97), ('load', '2024-01-11', 'peak', 80), ('load', '2024-08-11', 'peak', 99),
	('level', '2024-02-11', 'least', 3), ('level', '2024-01-11', 'least', -4), ('level', '2024-08-11', 'least', 7),
	('opening', '2024-02-01', 'first', 210), ('opening', '2024-01-02', 'first', 200), ('opening', '2024-07-02', 'first', 250);
CREATE TABLE cube AS SELECT plan_figure_cube_agg(indicator, at, kind, value) AS cube FROM facts;
SELECT indicator, kind, plan_figure_at(cube, indicator, '2024-01') AS january, plan_figure_at(cube, indicator, '2024-Q1') AS q1, plan_figure_at(cube, indicator, '2024-H2') AS h2,
	plan_figure_at(cube, indicator, '2024') AS year, plan_figure_at(cube, indicator, '2023') AS before
FROM cube, (SELECT DISTINCT indicator, kind FROM facts) AS i ORDER BY indicator;
SELECT unnest(string_to_array(cube::text, '; ')) AS cells FROM cube;
SELECT plan_cells(cube) AS cells, jsonb_pretty(cube::jsonb -> 0) AS first, cube::jsonb -> 16 AS other FROM cube;

-- Three accounts, whose balances are of different days: the quarter closes with all of them.
CREATE TABLE balances (unit int, account text, at date, balance numeric);
INSERT INTO balances VALUES (7, 'cash', '2024-01-31', 100), (7, 'cash', '2024-03-30', 110), (7, 'bank', '2024-02-29', 120), (7, 'bank', '2024-01-15', 999), (7, 'fund', '2024-03-31', 160), (7, 'fund', '2024-04-30', 150), (8, 'cash', '2024-03-01', 1);
SELECT across, plan_figure_at(cube, 7, '2024-Q1') AS q1, plan_figure_at(cube, 7, '2024-02') AS february, plan_figure_at(cube, 7, '2024') AS year, plan_figure_at(cube, 8, '2024') AS one
FROM unnest('{sum,mean,max,min,none}'::text[]) AS across, LATERAL (SELECT plan_figure_cube_agg(unit, at, 'stock across ' || across, balance, account) AS cube FROM balances) AS c;
SELECT plan_figure_cube_agg(unit, at, 'stock', balance, account) AS cube FROM balances;
-- Without accounts, what is the figure of the last day?  The same number twice is no answer either.
SELECT plan_figure_at(plan_figure_cube_agg(7, '2024-03-31', 'stock', v), 7, '2024-Q1') FROM unnest('{1,2}'::int[]) AS v;
SELECT plan_figure_at(plan_figure_cube_agg('a b'::text, '0044-03-15 BC', 'first', 1), 'a b'::text, '0044 BC') FROM generate_series(1, 2);
SELECT plan_figure_at(c, 7, '2024-01') AS before, plan_figure_at(c, 7, '2024') AS later_day, c FROM (SELECT plan_figure_cube_agg(7, at, 'stock', v) AS c
	FROM (VALUES (date '2024-01-31', 5), ('2024-02-29', 1), ('2024-02-29', 2), ('2024-03-31', 3)) AS v (at, v)) AS c;

-- What kinds there are, and how they may be written.
SELECT kind, plan_figure_cube_agg(1, '2024-01-01', kind, 5) AS cube FROM unnest('{flow,Sum,"  STOCK ",last,closing,cumulative,average,mean,peak,max,least,min,first,opening,stock across sum,stock  ACROSS  mean,average across mean,average across sum,flow across none,peak across max}'::text[]) WITH ORDINALITY AS k (kind, n) GROUP BY kind, n ORDER BY n;
SELECT plan_figure_cube_agg(1, '2024-01-01', 'running', 5);
SELECT plan_figure_cube_agg(1, '2024-01-01', '', 5);
SELECT plan_figure_cube_agg(1, '2024-01-01', k, 5) FROM unnest(ARRAY['stock                                                                     across mean', '']) AS k;
SELECT plan_figure_cube_agg(1, '2024-01-01', 'stock across', 5);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'stock across median', 5);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'stock mean', 5);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'stock across mean max', 5);
SELECT plan_figure_cube_agg(1, '2024-01-01', repeat('flow ', 20000), 5);
-- One kind for a node, in a month, in several, of several entities, of many rows, and between cubes.
SELECT plan_figure_cube_agg(1, '2024-01-01', k, 5) FROM unnest('{flow,stock}'::text[]) AS k;
SELECT plan_figure_cube_agg(1, '2024-01-01', k, 5) FROM unnest('{stock across max,stock}'::text[]) AS k;
SELECT plan_figure_cube_agg(1, date '2024-01-01' + 31 * (k = 'stock')::int, k, 5) FROM unnest('{flow,stock}'::text[]) AS k;
SELECT plan_figure_cube_agg('x'::text, '2024-01-01', k, NULL, k) FROM unnest('{flow,stock}'::text[]) AS k;
SELECT plan_figure_cube_agg(i % 5000, '2024-01-01', CASE i WHEN 9990 THEN 'peak' ELSE 'flow' END, 1) FROM generate_series(1, 10000) AS i;
SELECT plan_figure_cube '1 2024-01: stock empty' + '1 2024-01: flow empty';
SELECT plan_figure_cube '1 2024-01: stock empty' + '1 2024-02: flow empty';
SELECT plan_rollup(c) FROM unnest('{1/5 2024-01: stock empty,1/6 2024-01: flow empty}'::plan_figure_cube[]) AS c;
SELECT plan_rollup(c) FROM unnest('{1/5 2024-01: stock empty,1/5 2024-01: flow empty}'::plan_figure_cube[]) AS c;
SELECT '1 2024-01: stock empty; 1 2024-02: flow empty'::plan_figure_cube;
SELECT plan_figure_cube '1 2024-01: stock empty' + '2 2024-01: flow empty' AS other_node;

-- Rows that say nothing; values that are none; nodes without any value.
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', 1) AS no_rows FROM facts WHERE false;
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', NULL) AS of_null, plan_figure_at(plan_figure_cube_agg(1, '2024-01-01', 'flow', NULL), 1, '2024') AS at, plan_figure_cube_agg(1, '2024-01-01', 'flow', 'NaN'::float8) AS of_nan,
	plan_figure_cube_agg(1, '2024-01-01', 'stock', '-0'::float8) AS minus_zero, plan_figure_cube_agg(1, '2024-01-01', 'flow', '-0'::float8) = plan_figure_cube_agg(1, '2024-01-01', 'flow', 0) AS same_zero;
SELECT plan_figure_cube_agg(1, at, 'stock', v) AS cube, plan_figure_at(plan_figure_cube_agg(1, at, 'stock', v), 1, '2024-Q1') AS last_known FROM (VALUES (date '2024-01-31', 0.1), ('2024-02-29', NULL)) AS v (at, v);
SELECT plan_figure_cube_agg(NULL::int, '2024-01-01', 'flow', 1);
SELECT plan_figure_cube_agg(1, NULL, 'flow', 1);
SELECT plan_figure_cube_agg(1, '2024-01-01', NULL, 1);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', 1, NULL, NULL);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'peak', 'Infinity'::float8);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', '-Infinity'::numeric);
SELECT plan_figure_cube_agg(1, 'infinity', 'flow', 1);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', v) FROM unnest('{1.7e38,1.7e38}'::float8[]) AS v;
SELECT plan_figure_cube_agg(1, '2024-01-01', 'peak', 1e300) AS peak, plan_figure_at(plan_figure_cube_agg(1, '2024-01-01', 'peak', 1e300), 1, '2024') AS at;
SELECT plan_rollup(c) FROM unnest('{1 2024-01: flow n=9223372036854775807 to=2024-01-01 sum=1,1 2024-01: flow n=1 to=2024-01-01 sum=1}'::plan_figure_cube[]) AS c;
SELECT plan_figure_at(c, 1, '2024') FROM (SELECT plan_figure_cube_agg(1, '2024-01-01', 'stock', 1.7e38, i) AS c FROM generate_series(1, 2) AS i) AS c;

-- Periods are whole months, of nodes of the cube's kind.
SELECT plan_figure_at(c, 1, '2024-01..2024-02') AS two_months, plan_figure_at(c, 2, '2024') AS other_node, plan_figure_at(c, 1, '2020-2025') AS term, plan_figure_at(c, 1, '4714-12 BC..5874897-12') AS all_time,
	plan_figure_at('empty', 1, '2024') AS empty, plan_figure_at(c, NULL, '2024') AS no_node, plan_figure_at(c, 1, NULL) AS no_period, plan_figure_at(NULL, 1, '2024') AS no_cube
FROM (SELECT plan_figure_cube '1 2024-01: flow n=2 to=2024-01-31 sum=3.5' AS c) AS c;
SELECT plan_figure_at(c, 9223372036854775807, '2024') AS last, plan_figure_at(c, -9223372036854775808, '2024') AS first
FROM (SELECT plan_figure_cube_agg(node, '2024-01-31', 'flow', 5) AS c FROM unnest('{9223372036854775807,-9223372036854775808}'::bigint[]) AS node) AS c;
SELECT plan_figure_at(c, 9223372036854775807, '2024') AS last, plan_figure_at(c, -9223372036854775808, '2024') AS first, plan_figure_at(c, 0, '2024') AS none
FROM (SELECT plan_figure_cube_agg(node, '2024-01-31', 'flow', 5, node) AS c FROM unnest('{9223372036854775807,-9223372036854775808}'::bigint[]) AS node) AS c;
SELECT plan_figure_at('1 2024-01: flow empty', 1, '2024-W07');
SELECT plan_figure_at('1 2024-01: flow empty', 1, '2024-01-02..2024-12-31');
SELECT plan_figure_at('1 2024-01: flow empty', 'x'::text, '2024');
SELECT plan_figure_at('"a"/1 2024-01: flow empty', 1, '2024');
SELECT plan_figure_cube_agg(1.5, '2024-01-01', 'flow', 1);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', 1, 1.5);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', 1, 'a');
-- The ends of the calendar.
SELECT plan_figure_cube_agg(1, at, 'flow', 1) FROM unnest('{4714-12-01 BC,5874897-12-31}'::date[]) AS at;
SELECT plan_figure_cube_agg(1, '4714-11-24 BC', 'flow', 1);
CREATE FUNCTION outcome(at date, calendar plan_calendar) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	cube plan_figure_cube;
BEGIN
	SELECT plan_figure_cube_agg(1, at, 'stock', 1, NULL, calendar) INTO cube;
	RETURN CASE WHEN cube::text::plan_figure_cube = cube THEN 'same' ELSE 'differs' END;
EXCEPTION WHEN datetime_field_overflow THEN
	RETURN SQLERRM;
END
$$;
CREATE TABLE houses AS SELECT unnest(ARRAY['standard', 'year from 6 April', 'year from 28 December', '4-4-5 weeks to the last Saturday of January', '4-5-4 weeks to the Saturday nearest 31 January; named by start', '5-4-4 weeks to the Sunday nearest 31 December', 'year from October']::plan_calendar[]) AS calendar;
SELECT calendar, string_agg(DISTINCT outcome(d, calendar), ', ') AS first_days, string_agg(DISTINCT outcome(e, calendar), ', ') AS last_days
FROM houses, generate_series(0, 430, 3) AS n, LATERAL (SELECT date '4714-11-24 BC' + n AS d, date '5874897-12-31' - n AS e) AS d GROUP BY calendar ORDER BY calendar::text;

-- Calendars: the months of the tax year begin on the 6th, and a year of weeks has months of 4, 4 and 5.
CREATE TABLE dated AS SELECT plan_figure_cube_agg(1, at, 'flow', 1, NULL, 'year from 6 April; holidays 2024-01-01') AS tax, plan_figure_cube_agg('x y'::text, at, 'flow', 1, NULL, '4-4-5 weeks to the last Saturday of January') AS weeks,
	plan_figure_cube_agg(1, at, 'flow', 1, NULL, 'standard') AS standard, plan_figure_cube_agg(1, at, 'flow', 1, NULL) AS none, plan_figure_cube_agg(1, at, 'flow', 1, NULL, 'year from October') AS october
FROM (SELECT date '2023-03-01' + n AS at FROM generate_series(0, 499) AS n) AS d;
SELECT left(tax::text, 140) AS tax, left(weeks::text, 140) AS weeks, left(october::text, 90) AS october FROM dated;
SELECT plan_figure_at(tax, 1, '2023-04-06..2024-04-05') AS tax_year, plan_figure_at(tax, 1, plan_fiscal_period('FY2024-Q1', 'year from 6 April')) AS q1, plan_figure_at(tax, 1, '2023-12-06..2024-01-05') AS a_month,
	plan_figure_at(weeks, 'x y'::text, plan_fiscal_period('FY2024', '4-4-5 weeks to the last Saturday of January')) AS weeks, plan_figure_at(weeks, 'x y'::text, plan_fiscal_period('FY2024-M03', '4-4-5 weeks to the last Saturday of January')) AS third, standard = none AS same, october::jsonb -> 0 ->> 'month' AS month, tax::jsonb -> 0 ->> 'month' AS tax_month
FROM dated;
SELECT plan_figure_at(tax, 1, '2024-01') FROM dated;
SELECT tax + standard FROM dated;
SELECT plan_rollup(c) FROM dated, unnest(ARRAY[tax, october]) AS c;
SELECT plan_figure_cube_agg(1, '2024-01-01', 'flow', 1, NULL, calendar) FROM houses;
SELECT tax + 'empty' = tax AS kept, plan_figure_cube 'empty' + tax = tax AS kept_too, plan_rollup(c) = tax AS rolled FROM dated, unnest(ARRAY['empty', tax, 'empty']) AS c GROUP BY tax::text, tax;

-- Entities: NULL is one of its own, and a cube with entities is not one without.
SELECT plan_figure_cube_agg(1, '2024-01-01', 'stock', v, e) AS cube, plan_figure_at(plan_figure_cube_agg(1, '2024-01-01', 'stock', v, e), 1, '2024') AS at FROM (VALUES (1, 5), (2, NULL), (4, 6)) AS v (v, e);
SELECT plan_figure_cube_agg(1, '2024-01-01', 'stock', 1, NULL) AS untyped, plan_figure_cube_agg(1, '2024-01-01', 'stock', 1, NULL) = plan_figure_cube_agg(1, '2024-01-01', 'stock', 1, NULL::uuid) AS of_any_type;
SELECT plan_figure_cube '1/ 2024-01: flow empty' + '1/5 2024-01: flow empty' AS numbers, plan_figure_cube '1/ 2024-01: flow empty' + '1/"x" 2024-01: flow empty' AS texts, plan_figure_cube '1/5 2024-01: flow empty' + 'empty' AS with_nothing;
SELECT plan_figure_cube '1/5 2024-01: flow empty' + '1 2024-01: flow empty';
SELECT plan_figure_cube '1/5 2024-01: flow empty' + '1/"x" 2024-01: flow empty';
SELECT plan_figure_cube '1/5 2024-01: flow empty' + '"a"/5 2024-01: flow empty';
-- Nodes where one begins with the other, and entities that look like what is around them.
CREATE TABLE odd (node text, entity text);
INSERT INTO odd SELECT n, e FROM unnest(ARRAY['', 'a', 'a"', 'a/', 'a;b', '1', chr(1), 'ab: ]', '[x] ', U&'\1EA0n']) AS n, unnest(ARRAY[NULL, '', '/', ';', ':', '"', ']', '" 2024-01: flow n=1 ;', chr(1), 'a']) AS e;
CREATE TABLE odd_cube AS SELECT plan_figure_cube_agg(node, '2024-01-01', 'flow', 1, entity) AS cube FROM odd;
SELECT plan_cells(cube) AS cells, cube::text::plan_figure_cube = cube AS same, (SELECT count(*) FROM (SELECT DISTINCT node FROM odd) AS n WHERE plan_figure_at(cube, node, '2024') = 10) AS nodes,
	(SELECT count(*) FROM jsonb_array_elements(cube::jsonb) AS j JOIN odd ON j ->> 'node' = node AND j ->> 'entity' IS NOT DISTINCT FROM entity) AS json FROM odd_cube;
SELECT plan_figure_cube_agg(node, '2024-01-01', 'stock', 5, entity) AS cube FROM (VALUES ('00000000-0000-0000-0000-00000000000a'::uuid, 'ffffffff-0000-0000-0000-000000000000'::uuid), ('00000000-0000-0000-0000-00000000000b', NULL)) AS v (node, entity);
-- Numbers are ordered as numbers, negative ones first.
SELECT plan_figure_cube_agg(n, '2024-01-01', 'flow', n, e) AS cube FROM (VALUES (-1), (0), (256), (-256), (1)) AS n (n), (VALUES (-5), (300)) AS e (e);

-- Text: spaces are free, cells ascend, and days lie in their month.
SELECT '  1/5   2024-01 :  stock   across  mean  n=2  to=2024-01-31  value=5  ambiguous ;1/6 2024-1:flow across mean empty'::plan_figure_cube;
SELECT '  1/5   2024-01 :  stock   across  mean  n=2  to=2024-01-31  value=5  ambiguous ;1/6 2024-1: stock across mean empty'::plan_figure_cube AS cube, '1 0044-03 BC: first n=2 at=0044-03-01 BC to=0044-03-15 BC value=-1e-300'::plan_figure_cube AS before;
CREATE FUNCTION reads(t text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN t::plan_figure_cube::text;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ' ' || SQLERRM;
END
$$;
SELECT reads(t) FROM unnest(ARRAY['', ';', '1', '1 2024-01', '1 2024-01:', '1 2024-01: flow', '1 2024-01: empty', '1 2024-01: flow n=0 to=2024-01-01 sum=0', '1 2024-01: flow n=-1 to=2024-01-01 sum=0', '1 2024-01: flow n=1 sum=0', '1 2024-01: flow n=1 to=2024-02-01 sum=0', '1 2024-01: flow n=1 to=2023-12-31 sum=0',
	'1 2024-01: first n=2 at=2023-12-31 to=2024-01-05 value=1', '1 2024-01: first n=2 at=2024-01-06 to=2024-01-05 value=1', '1 2024-01: first n=2 to=2024-01-05 value=1', '1 2024-01: stock n=1 to=2024-01-05 sum=1', '1 2024-01: stock n=1 to=2024-01-05 value=NaN', '1 2024-01: stock n=1 to=2024-01-05 value=Infinity',
	'1 2024-01: stock n=1 to=2024-01-05 value=1 ambiguous', '1 2024-01: peak n=2 to=2024-01-05 value=1 ambiguous', '1 2024-01: flow n=2 to=2024-01-05 sum=1 ambiguous', '1 2024-01: flow n=2 to=2024-01 sum=1', '1 2024-01: flow n=2 to=2024-01-05 sum=1 x', '1 2024-01: running n=2 to=2024-01-05 sum=1', '1 2024-Q1: flow empty',
	'2 2024-01: flow empty; 1 2024-01: flow empty', '1 2024-01: flow empty; 1 2024-01: flow empty', '1/5 2024-01: flow empty; 1/ 2024-01: flow empty', '1/ 2024-01: flow empty; 1/-5 2024-01: flow empty', '1/5 2024-01: flow empty; 2 2024-01: flow empty', '1 2024-01: flow empty; 2/5 2024-01: flow empty', '1/5 2024-01: flow empty; 2/"x" 2024-01: flow empty',
	'1/"x 2024-01: flow empty', '1/x 2024-01: flow empty', '/5 2024-01: flow empty', '1//5 2024-01: flow empty', '1/5/6 2024-01: flow empty', '1 /5 2024-01: flow empty', '1/99999999999999999999 2024-01: flow empty', '1 2024-01: flow n=1 to=2024-01-01 sum=1e39', '1 2024-01: flow n=9223372036854775808 to=2024-01-01 sum=1',
	'[year from 6 April] 1 2024-01: flow empty', '[year from 6 April] 1 FY2024-M09: flow empty', '[year from 6 April] 1 FY2024-Q1: flow empty', '[year from 6 April; weekend Friday] 1 FY2024-M09: flow empty', '[year from 6 April', '[] 1 2024-01: flow empty', '[nonsense] 1 2024-01: flow empty', '[standard] 1 2024-01: flow empty', '[year from January] 1 2024-01: flow empty', '[year from 6 April]', '[year from 6 April] empty',
	'[year from 6 April] 1 FY2024-M09: flow n=1 to=2024-01-05 sum=1', '[year from 6 April] 1 FY2024-M09: flow n=1 to=2024-01-06 sum=1', '[week from Sunday] 1 2024-01: flow empty', 'empty; 1 2024-01: flow empty', ' empty ', '"a"/"b"2024-01: flow empty']) AS t;
SELECT plan_figure_cube '1 2024-01: flow n=1 to=2024-01-01 sum=1' < '1 2024-01: flow n=1 to=2024-01-01 sum=2' AS by_sum, plan_figure_cube '1 2024-01: flow empty' < '1/ 2024-01: flow empty' AS by_kind_of_nodes, plan_figure_cube '1 2024-01: flow empty' < '1 2024-02: flow empty' AS by_month,
	plan_figure_cube 'empty' < '1 2024-02: flow empty' AS by_number, plan_figure_cube '1 2024-01: flow empty' <> '[year from April] 1 2024-01: flow empty' AS by_calendar, '[year from April] 1 2024-01: flow empty'::plan_figure_cube::varchar AS varchar;

-- All kinds and rules against plain SQL: node n is of kind n / 5 and rule n % 5, and has values, some NULL, on days
-- of its own.  Spans are of the months of three calendars, which plain SQL makes as well.
CREATE TABLE kinds AS SELECT (k - 1) * 5 + a - 1 AS node, kind, across, kind || ' across ' || across AS whole
FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) WITH ORDINALITY AS k (kind, k), unnest('{sum,mean,max,min,none}'::text[]) WITH ORDINALITY AS a (across, a);
CREATE TABLE series AS
SELECT i, abs(hashint4(i)) % 35 AS node, nullif(abs(hashint4(i + 100000)) % 7, 0) AS entity, date '2019-01-01' + abs(hashint4(i + 200000)) % 2000 AS at,
	CASE WHEN i % 17 = 0 THEN NULL ELSE abs(hashint4(i + 300000)) % 4000 / 4.0 - 300 END::float8 AS value
FROM generate_series(1, 12000) AS i;
-- Where one day decides, it has one value: this is said apart for what has entities and what has none.
CREATE TABLE facts_of AS
SELECT DISTINCT ON (node, entity, at) true AS has_entities, s.*, whole, kind, across FROM series AS s JOIN kinds USING (node) ORDER BY node, entity, at, i;
INSERT INTO facts_of SELECT DISTINCT ON (node, at) false, i, node, NULL::int, at, value, whole, kind, across FROM series JOIN kinds USING (node) ORDER BY node, at, i;
CREATE TABLE months (calendar plan_calendar, n int, first date);
INSERT INTO months SELECT 'standard', m, make_date(2018 + m / 12, 1 + m % 12, 1) FROM generate_series(0, 95) AS m;
INSERT INTO months SELECT 'year from 6 April', m, make_date(2018 + m / 12, 1 + m % 12, 6) FROM generate_series(0, 95) AS m;
INSERT INTO months SELECT '4-4-5 weeks to the Sunday nearest 31 December', y * 12 + m - 1, to_date((2018 + y)::text || '-01', 'IYYY-IW') + 7 * week FROM generate_series(0, 7) AS y, unnest('{0,4,8,13,17,21,26,30,34,39,43,47}'::int[]) WITH ORDINALITY AS w (week, m);
CREATE TABLE spans AS
SELECT DISTINCT a.calendar, a.first, b.first - 1 AS last FROM generate_series(1, 60) AS i, months AS a JOIN months AS b USING (calendar)
WHERE a.n = abs(hashint4(i)) % 70 AND b.n = a.n + 1 + CASE WHEN i % 3 = 0 THEN 0 ELSE abs(hashint4(i + 1000)) % 25 END;
CREATE TABLE cubes AS
SELECT calendar, has_entities, CASE WHEN has_entities THEN plan_figure_cube_agg(node, at, whole, value, entity, calendar) ELSE plan_figure_cube_agg(node, at, whole, value, NULL::uuid, calendar) END AS cube,
	CASE WHEN has_entities THEN plan_figure_cube_agg('node ' || node, at, whole, value::numeric, md5(entity::text)::uuid, calendar) ELSE plan_figure_cube_agg('node ' || node, at, whole, value::numeric, NULL, calendar) END AS named
FROM facts_of, (SELECT DISTINCT calendar FROM months) AS c GROUP BY 1, 2;
CREATE TABLE expected AS
SELECT has_entities, calendar, first, last, node, kind, across, CASE across WHEN 'sum' THEN sum(figure) WHEN 'mean' THEN sum(figure) / count(*) WHEN 'max' THEN max(figure) WHEN 'min' THEN min(figure) WHEN 'none' THEN CASE WHEN count(*) = 1 THEN max(figure) END END AS figure
FROM (SELECT has_entities, calendar, first, last, node, kind, across, entity,
		CASE kind WHEN 'flow' THEN sum(value) WHEN 'average' THEN sum(value) / count(*) WHEN 'peak' THEN max(value) WHEN 'least' THEN min(value) WHEN 'first' THEN (array_agg(value ORDER BY at))[1] ELSE (array_agg(value ORDER BY at DESC))[1] END AS figure
	FROM facts_of JOIN spans ON at BETWEEN first AND last WHERE value IS NOT NULL GROUP BY has_entities, calendar, first, last, node, kind, across, entity) AS s
GROUP BY has_entities, calendar, first, last, node, kind, across;
-- Means of means are rounded twice, in the order of the rows.
CREATE FUNCTION differs(figure float8, expected float8, kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN kind = 'average' AND figure IS NOT NULL AND expected IS NOT NULL THEN abs(figure - expected) > 1e-9 ELSE figure IS DISTINCT FROM expected END $$;
SELECT calendar, has_entities, count(*) AS figures, count(e.figure) AS known, count(*) FILTER (WHERE differs(plan_figure_at(cube, node, plan_period(first, last)), e.figure, kind)) AS different, count(*) FILTER (WHERE differs(plan_figure_at(named, 'node ' || node, plan_period(first, last)), e.figure, kind)) AS named
FROM (SELECT * FROM spans, kinds) AS s JOIN cubes USING (calendar) LEFT JOIN expected AS e USING (has_entities, calendar, first, last, node, kind, across) GROUP BY 1, 2 ORDER BY 1, 2;

-- Merged in any order and grouping, in a parallel plan, through partitions, text and binary: the same bytes.
CREATE FUNCTION same_bytes(a plan_figure_cube, b plan_figure_cube) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT record_image_eq(ROW(a), ROW(b)) $$;
CREATE TABLE parts AS SELECT i % 11 AS part, has_entities, plan_figure_cube_agg(node, at, whole, value, entity, 'year from 6 April') AS cube FROM facts_of WHERE has_entities GROUP BY 1, 2;
INSERT INTO parts SELECT i % 11, false, plan_figure_cube_agg(node, at, whole, value) FROM facts_of WHERE NOT has_entities GROUP BY 1;
CREATE TABLE whole AS SELECT true AS has_entities, plan_figure_cube_agg(node, at, whole, value, entity, 'year from 6 April') AS cube FROM facts_of WHERE has_entities;
INSERT INTO whole SELECT false, plan_figure_cube_agg(node, at, whole, value) FROM facts_of WHERE NOT has_entities;
SELECT has_entities, same_bytes(whole.cube, up) AS up, same_bytes(whole.cube, down) AS down, same_bytes(whole.cube, shuffled) AS shuffled
FROM whole JOIN (SELECT has_entities, plan_rollup(cube ORDER BY part) AS up, plan_rollup(cube ORDER BY part DESC) AS down, plan_rollup(cube ORDER BY part * 7 % 11) AS shuffled FROM parts GROUP BY 1) AS r USING (has_entities);
SELECT w.has_entities, count(*) AS halves, count(*) FILTER (WHERE same_bytes(a.cube + b.cube, w.cube) AND same_bytes(b.cube + a.cube, w.cube)) AS same
FROM whole AS w, generate_series(1, 20) AS seed, LATERAL (SELECT plan_rollup(cube) AS cube FROM parts AS p WHERE p.has_entities = w.has_entities AND abs(hashint4(part * 100 + seed)) % 3 > 0) AS a,
	LATERAL (SELECT plan_rollup(cube) AS cube FROM parts AS p WHERE p.has_entities = w.has_entities AND abs(hashint4(part * 100 + seed)) % 3 = 0) AS b GROUP BY 1 ORDER BY 1;
SELECT count(*) AS triples, bool_and(same_bytes((a.cube + b.cube) + c.cube, a.cube + (b.cube + c.cube))) AS associates FROM parts AS a JOIN parts AS b USING (has_entities) JOIN parts AS c USING (has_entities) WHERE a.part < 4 AND b.part < 6 AND c.part > 7;
SELECT same_bytes(plan_figure_cube_agg(node, at, whole, value, entity, 'year from 6 April' ORDER BY md5(i::text)), (SELECT cube FROM whole WHERE has_entities)) AS shuffled FROM facts_of WHERE has_entities;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
ANALYZE facts_of;
EXPLAIN (COSTS OFF) SELECT plan_figure_cube_agg(node, at, whole, value, entity) FROM facts_of;
SELECT same_bytes(plan_figure_cube_agg(node, at, whole, value, entity, 'year from 6 April'), (SELECT cube FROM whole WHERE has_entities)) AS parallel FROM facts_of WHERE has_entities;
SELECT same_bytes(plan_figure_cube_agg(node, at, whole, value), (SELECT cube FROM whole WHERE NOT has_entities)) AS parallel FROM facts_of WHERE NOT has_entities;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size;
\copy whole TO 'results/figure_cube.binary' (FORMAT binary)
CREATE TABLE received (LIKE whole);
\copy received FROM 'results/figure_cube.binary' (FORMAT binary)
SELECT whole.has_entities, same_bytes(received.cube, whole.cube) AS binary, same_bytes(whole.cube::text::plan_figure_cube, whole.cube) AS text FROM received JOIN whole USING (has_entities);
SELECT count(DISTINCT cube) AS hashed FROM (TABLE whole UNION ALL TABLE received) AS twice;
SELECT count(*) AS cells, count(*) FILTER (WHERE j ? 'entity') AS with_entity FROM whole, jsonb_array_elements(cube::jsonb) AS j WHERE has_entities;

-- Stored values are read in parts, with the same figures.
CREATE TABLE stored (how text, cube plan_figure_cube);
INSERT INTO stored SELECT 'external', plan_figure_cube_agg('unit ' || u, date '2020-01-15' + 31 * m, 'stock', u * m, 'account ' || a) FROM generate_series(1, 60) AS u, generate_series(0, 20) AS m, generate_series(1, 5) AS a WHERE (u + a) % 3 > 0;
ALTER TABLE stored ALTER cube SET STORAGE EXTENDED;
INSERT INTO stored SELECT 'extended', cube::text::plan_figure_cube FROM stored;
SELECT how, pg_column_compression(cube) IS NOT NULL AS compressed, pg_column_size(cube) > 2000 AS large, count(*) AS units, sum(plan_figure_at(cube, 'unit ' || u, '2020-Q4')) AS figures, sum(plan_figure_at(cube, 'unit ' || u, '2020-Q4')) = (SELECT sum(u * 11) FROM generate_series(1, 60) AS u, generate_series(1, 5) AS a WHERE (u + a) % 3 > 0) AS same
FROM stored, generate_series(0, 61) AS u GROUP BY how, cube ORDER BY how;

DROP TABLE facts, cube, balances, houses, dated, odd, odd_cube, kinds, series, facts_of, months, spans, cubes, expected, parts, whole, received, stored;
DROP FUNCTION outcome, reads, differs, same_bytes;

-- A value that was altered where it is stored is refused by what reads it as a whole: a month, a kind, a
-- rule, a day, a count or the order of cells that no function would write.
BEGIN;
UPDATE pg_type SET typalign = 'i' WHERE typname = 'plan_figure_cube';
CREATE CAST (bytea AS plan_figure_cube) WITHOUT FUNCTION;
CREATE CAST (plan_figure_cube AS bytea) WITHOUT FUNCTION;
CREATE FUNCTION reading(call text, value bytea) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT %s', call) USING value;
	RETURN 'read';
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END
$$;
CREATE TEMP TABLE stored AS SELECT '1 2024-01: stock n=1 to=2024-01-31 value=5; 1 2024-02: stock n=1 to=2024-02-29 value=6'::plan_figure_cube::bytea AS value;
SELECT altered, string_agg(reading(call, value), ' ') AS outcomes
FROM (SELECT 0, 'nothing', value FROM stored
	UNION ALL SELECT 1, 'month far away', overlay(value PLACING '\x7f7f7f7f' FROM 29) FROM stored
	UNION ALL SELECT 2, 'month far before', overlay(value PLACING '\x80808080' FROM 29) FROM stored
	UNION ALL SELECT 3, 'overflow', overlay(value PLACING '\x01010101' FROM 33) FROM stored
	UNION ALL SELECT 4, 'kind', overlay(value PLACING '\xff' FROM 37) FROM stored
	UNION ALL SELECT 5, 'rule', overlay(value PLACING '\xff' FROM 38) FROM stored
	UNION ALL SELECT 6, 'ambiguous', overlay(value PLACING '\x01' FROM 39) FROM stored
	UNION ALL SELECT 7, 'last day', overlay(value PLACING '\x80808080' FROM 41) FROM stored
	UNION ALL SELECT 8, 'count', overlay(value PLACING '\xffffffffffffffff' FROM 45) FROM stored
	UNION ALL SELECT 9, 'value', overlay(value PLACING '\xffffffffffffffff' FROM 53) FROM stored
	UNION ALL SELECT 10, 'order', overlay(value PLACING substr(value, 29, 4) FROM 85) FROM stored) AS a (n, altered, value),
	unnest(ARRAY['$1::plan_figure_cube::text', '_plan_figure_cube_send($1::plan_figure_cube)', '$1::plan_figure_cube::jsonb', '$1::plan_figure_cube = $1::plan_figure_cube', '_plan_figure_cube_hash($1::plan_figure_cube)',
		'$1::plan_figure_cube + $1::plan_figure_cube', 'plan_rollup($1::plan_figure_cube)', 'plan_figure_rows($1::plan_figure_cube, ''{rolling_year,month}'')', 'plan_performance($1::plan_figure_cube, ''1 2024: >= 5'')']) AS call
GROUP BY n, altered ORDER BY n;
ROLLBACK;
