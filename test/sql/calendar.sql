-- Calendars: fiscal years from any day, weeks from any weekday, 52 and 53 weeks, working days.

-- The same day by the calendars of several houses.
SELECT calendar, plan_fiscal_name(plan_period_of('2024-02-02', 'year', calendar), calendar) AS year, plan_period_of('2024-02-02', 'quarter', calendar) AS quarter,
	plan_fiscal_name(plan_period_of('2024-02-02', 'month', calendar), calendar) AS month, plan_period_of('2024-02-02', 'month', calendar) AS days
FROM unnest(ARRAY['standard', 'year from April', 'year from 6 April', 'year from October', 'year from 25 December', '4-5-4 weeks to the Saturday nearest 31 January; named by start',
	'4-4-5 weeks to the last Saturday of January', '5-4-4 weeks to the last Friday of December', 'week from Sunday']::plan_calendar[]) AS calendar;

-- The retail calendar of the National Retail Federation: 2012, 2017 and 2023 had 53 weeks.  Its months of 2023, from
-- the calendar that it published.
SELECT y AS year, plan_fiscal_period('FY' || y, retail) AS days, plan_days(plan_fiscal_period('FY' || y, retail)) / 7 AS weeks
FROM generate_series(2010, 2025) AS y, (VALUES ('4-5-4 weeks to the Saturday nearest 31 January; named by start'::plan_calendar)) AS v (retail);
SELECT name, plan_fiscal_period('FY2023-M' || lpad(n::text, 2, '0'), retail) AS month, plan_first_day(plan_fiscal_period('FY2023-M' || n, retail)) = first AS first, plan_last_day(plan_fiscal_period('FY2023-M' || n, retail)) = last AS last
FROM (VALUES (1, 'February', date '2023-01-29', date '2023-02-25'), (2, 'March', '2023-02-26', '2023-04-01'), (3, 'April', '2023-04-02', '2023-04-29'), (4, 'May', '2023-04-30', '2023-05-27'),
	(5, 'June', '2023-05-28', '2023-07-01'), (6, 'July', '2023-07-02', '2023-07-29'), (7, 'August', '2023-07-30', '2023-08-26'), (8, 'September', '2023-08-27', '2023-09-30'), (9, 'October', '2023-10-01', '2023-10-28'),
	(10, 'November', '2023-10-29', '2023-11-25'), (11, 'December', '2023-11-26', '2023-12-30'), (12, 'January', '2023-12-31', '2024-02-03')) AS m (n, name, first, last),
	(VALUES ('4-5-4 weeks to the Saturday nearest 31 January; named by start'::plan_calendar)) AS v (retail) ORDER BY n;

-- Years of ISO weeks, against extract().
SELECT count(*) AS days, count(*) FILTER (WHERE plan_fiscal_year(at, iso) <> extract(isoyear FROM at)) AS other_years,
	count(*) FILTER (WHERE plan_fiscal_name(plan_period_of(at, 'week', iso), iso) <> 'FY' || to_char(at, 'IYYY-"W"IW')) AS other_weeks
FROM (SELECT date '1990-01-01' + n AS at FROM generate_series(0, 25000) AS n) AS d, (VALUES ('4-4-5 weeks to the Sunday nearest 31 December'::plan_calendar)) AS v (iso);

-- Fiscal years from a day of a month, and their months, against intervals: every day of 2000 to 2040.
SELECT calendar, count(*) AS days, count(*) FILTER (WHERE plan_first_day(plan_period_of(at, 'year', calendar)) <> (date_trunc('year', at - shift) + shift)::date) AS years,
	count(*) FILTER (WHERE plan_first_day(plan_period_of(at, 'quarter', calendar)) <> (date_trunc('quarter', at - shift) + shift)::date) AS quarters,
	count(*) FILTER (WHERE plan_fiscal_year(at, calendar) <> extract(year FROM at - shift) + 1) AS names
FROM (SELECT date '2000-01-01' + n AS at FROM generate_series(0, 14974) AS n) AS d,
	(VALUES ('year from October'::plan_calendar, interval '9 months'), ('year from April', '3 months'), ('year from July', '6 months')) AS c (calendar, shift) GROUP BY 1 ORDER BY 1;
SELECT count(*) AS days, count(*) FILTER (WHERE plan_first_day(plan_period_of(at, 'year', tax)) <> CASE WHEN at >= make_date(y, 4, 6) THEN make_date(y, 4, 6) ELSE make_date(y - 1, 4, 6) END) AS tax_years,
	count(*) FILTER (WHERE plan_first_day(plan_period_of(at, 'month', tax)) <> CASE WHEN extract(day FROM at) >= 6 THEN date_trunc('month', at)::date + 5 ELSE (date_trunc('month', at) - interval '1 month')::date + 5 END) AS tax_months,
	count(*) FILTER (WHERE plan_last_day(plan_period_of(at, 'month', pay)) <> CASE WHEN extract(day FROM at) >= 25 THEN (date_trunc('month', at) + interval '1 month')::date + 23 ELSE date_trunc('month', at)::date + 23 END) AS pay_months,
	count(*) FILTER (WHERE plan_first_day(plan_period_of(at, 'week', 'week from Sunday')) <> at - extract(dow FROM at)::int) AS weeks
FROM (SELECT date '2000-01-01' + n AS at, extract(year FROM date '2000-01-01' + n)::int AS y FROM generate_series(0, 14974) AS n) AS d, (VALUES ('year from 6 April'::plan_calendar, 'year from 25 December'::plan_calendar)) AS v (tax, pay);

-- Under each calendar the periods of each grain tile the days, lie within those of coarser grains, keep their grain and
-- their name, and come back when they are moved there and back.
CREATE TABLE houses AS SELECT calendar::plan_calendar FROM unnest(ARRAY['standard', 'year from 6 April', 'year from 25 December', 'year from 28 February', 'year from October; named by start', 'week from Sunday', 'year from July; week from Saturday',
	'4-5-4 weeks to the Saturday nearest 31 January; named by start', '4-4-5 weeks to the last Saturday of January', '5-4-4 weeks to the last Friday of December', '4-4-5 weeks to the Sunday nearest 31 December', '4-4-5 weeks to the Sunday nearest 1 January',
	'4-5-4 weeks to the last Wednesday of June', '5-4-4 weeks to the Thursday nearest 28 February']) AS calendar;
SELECT grain, count(*) AS periods, count(*) FILTER (WHERE plan_first_day(p) <> plan_last_day(before) + 1) AS gaps, count(*) FILTER (WHERE plan_grain(p, calendar) <> grain) AS of_another_grain,
	count(*) FILTER (WHERE plan_fiscal_period(plan_fiscal_name(p, calendar), calendar) <> p) AS of_another_name, count(*) FILTER (WHERE plan_shift(plan_shift(p, 5, NULL, calendar), -5, NULL, calendar) <> p) AS lost,
	count(*) FILTER (WHERE plan_shift(p, 1, grain, calendar) <> after) AS not_next, count(*) FILTER (WHERE plan_shift(plan_prior_year(p, calendar), 4, 'quarter', calendar) <> p AND grain IN ('month', 'quarter', 'half', 'year')) AS not_prior
FROM (SELECT calendar, grain, p, lag(p) OVER w AS before, lead(p) OVER w AS after FROM (SELECT DISTINCT calendar, grain, plan_period_of(date '2000-01-01' + n, grain, calendar) AS p
	FROM houses, unnest('{year,half,quarter,month,week,day}'::text[]) AS grain, generate_series(0, 14974, 5) AS n UNION SELECT calendar, grain, plan_period_of(date '2000-01-01' + n, grain, calendar)
	FROM houses, unnest('{week,day}'::text[]) AS grain, generate_series(0, 14974) AS n) AS d WINDOW w AS (PARTITION BY calendar, grain ORDER BY p)) AS t
WHERE before IS NOT NULL AND after IS NOT NULL GROUP BY 1 ORDER BY 2;
SELECT count(*) AS months, count(*) FILTER (WHERE cardinality(a) <> 4 OR NOT (a[1] <@ a[2] AND a[2] <@ a[3] AND a[3] <@ a[4])) AS not_nested, count(*) FILTER (WHERE (SELECT count(*) FROM plan_subperiods(a[4], 'month', calendar)) <> 12) AS not_twelve
FROM (SELECT calendar, plan_ancestors(plan_period_of(date '2000-01-15' + n, 'month', calendar), NULL, calendar) AS a FROM houses, generate_series(0, 14974, 28) AS n) AS t;

-- Working days: the Chinese New Year of 2024 with its working weekends, weekends on Friday and Saturday, half days.
SELECT calendar, plan_working_days('2024-02', calendar) AS february, plan_working_days('2024-02-04', calendar) AS sunday, plan_working_days('2024-02-09', calendar) AS friday, plan_elapsed('2024-02', '2024-02-18', calendar) AS elapsed
FROM unnest(ARRAY['standard', 'holidays 2024-02-10..2024-02-17; working days 2024-02-04, 2024-02-18', 'weekend Friday, Saturday', 'half days Saturday', 'weekend Sunday; half days 2024-02-09', 'weekend none']::plan_calendar[]) AS calendar;
SELECT count(*) AS periods, count(*) FILTER (WHERE plan_working_days(p, calendar) <> counted) AS different
FROM (SELECT plan_period(date '2023-12-01' + n * 7 % 400, date '2023-12-01' + n * 7 % 400 + n * 13 % 90) AS p FROM generate_series(1, 300) AS n) AS periods,
	(VALUES ('weekend Friday, Saturday; holidays 2024-01-01, 2024-04-08..2024-04-12; working days 2024-01-05; half days Thursday, 2024-12-24'::plan_calendar)) AS c (calendar),
	LATERAL (SELECT sum(CASE WHEN at = '2024-01-01' OR at BETWEEN '2024-04-08' AND '2024-04-12' THEN 0 WHEN at = '2024-01-05' THEN 1 WHEN at = '2024-12-24' THEN 0.5
		WHEN extract(isodow FROM at) IN (5, 6) THEN 0 WHEN extract(isodow FROM at) = 4 THEN 0.5 ELSE 1 END) AS counted
		FROM generate_series(plan_first_day(p)::timestamp, plan_last_day(p), '1 day') AS g, LATERAL (SELECT g::date AS at) AS d) AS w;

-- From tables, in any order and repeated.
SELECT plan_calendar('year from April; holidays 2024-05-01', '{2024-09-02,2024-01-01,2024-09-03,2024-01-01}', working_days => '{2024-05-04}'), plan_calendar('standard'), plan_calendar('standard', NULL, NULL, '{2024-12-24}'), plan_calendar(NULL) IS NULL AS no_base;
-- A target by the working days of a calendar, in its quarters.
SELECT plan_fiscal_name(part, calendar) AS quarter, part, part_target FROM (VALUES ('year from October; holidays 2024-12-25, 2025-01-01'::plan_calendar)) AS c (calendar), plan_spread(1000, plan_fiscal_period('FY2025', calendar), 'quarter', 'working_days', digits => 0, calendar => calendar);
-- Moving by another unit, the week 53 of a year and the same part of the year before.
SELECT plan_shift('2024-03-03..2024-03-09', -52, 'week') AS weeks, plan_shift('2024-01-31', 1, 'month') AS clipped, plan_shift('2024-Q1', 1, 'year') AS year, plan_shift('2024-01-10..2024-02-09', 1, 'quarter') AS span, plan_shift('2024-05-01', 3, 'day') AS day,
	plan_prior_year(plan_fiscal_period('FY2023-W53', retail), retail) AS week_53, plan_prior_year(plan_fiscal_period('FY2024-W01', retail), retail) AS week_1,
	plan_same_part(plan_fiscal_period('FY2024', retail), plan_fiscal_period('FY2023', retail), plan_last_day(plan_fiscal_period('FY2024-M02', retail)), retail) = plan_period(plan_first_day(plan_fiscal_period('FY2023-M01', retail)), plan_last_day(plan_fiscal_period('FY2023-M02', retail))) AS two_months
FROM (VALUES ('4-5-4 weeks to the Saturday nearest 31 January; named by start'::plan_calendar)) AS v (retail);
-- A cube knows calendar months, in years from any of them.
SELECT plan_fiscal_name(period, 'year from July') AS period FROM plan_cube_rows('1 2024-06: met=1; 1 2024-07: met=1', '{year}', calendar => 'year from July');
SELECT * FROM plan_cube_rows('1 2024-06: met=1', calendar => 'year from 6 April');

-- Text: clauses in any order and letter case come back in one form; equal calendars are equal.
SELECT c::plan_calendar FROM unnest(ARRAY['standard', ' STANDARD ', 'YEAR FROM april 6', 'year from 1 January', 'named by end', 'named by START', 'week from monday; weekend saturday,SUNDAY', 'holidays 2024-01-02, 2024-01-01, 2024-01-03..2024-01-05, 2024-01-04',
	'half days 2024-12-24,Saturday;holidays 2024-02', '4-4-5 weeks to last saturday of january', '4-4-5 weeks to the Saturday nearest to January 31', 'holidays 2023, 2025', 'weekend none; half days Sunday', 'working days 0044-03-15 BC']) AS c;
SELECT plan_calendar 'year from April' = 'year from 1 april' AS equal, plan_calendar 'week from Sunday' = 'standard' AS unlike, plan_calendar 'holidays 2024-01-01, 2024-01-02' = 'holidays 2024-01-01..2024-01-02' AS spans;
SELECT count(*) = count(DISTINCT calendar) AND count(DISTINCT calendar) = count(DISTINCT hash) AS different FROM (SELECT calendar, _plan_calendar_hash(calendar) AS hash FROM houses) AS h;
SELECT count(*) FROM houses WHERE calendar::text::plan_calendar = calendar AND calendar = plan_calendar(calendar);

SELECT plan_calendar 'standard'::jsonb AS standard, plan_calendar 'week from Sunday; weekend Friday; holidays 2024-01-01, 2024-02-08..2024-02-14; half days Saturday, 2024-12-24'::jsonb AS json;

-- What cannot be read, or says two things.
\set VERBOSITY sqlstate
CREATE FUNCTION refused(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END $$;
SELECT c AS calendar, refused(format('SELECT %L::plan_calendar', c)) FROM unnest(ARRAY['', ';', 'standard; week from Sunday', 'year from', 'year from 31 January', 'year from 29 February', 'year from 0 April', 'year from 32 January', 'year from 4', 'year from Smarch', 'year from April; year from May', 'year from April; 4-4-5 weeks to the last Saturday of January',
	'4-4-4 weeks to the last Saturday of January', '4-4-5 weeks to the Saturday nearest 30 February', '4-4-5 weeks to the Saturday', '4-4-5 weeks to the last Saturday of January; week from Monday', 'week from', 'week from Sunday Monday', 'weekend', 'weekend Friday, Friday', 'weekend Saturday; half days Saturday', 'half days Monday, Monday',
	'holidays', 'holidays 2024-02-30', 'holidays someday', 'holidays 2024-01-01; working days 2024-01-01', 'holidays 2024-02-08..2024-02-14; half days 2024-02-10', 'named by middle', 'holidays 2024-01-01;', 'standard standard', repeat('x', 200)]) AS c;
SELECT q AS call, refused('SELECT ' || q) FROM unnest(ARRAY[$$plan_calendar('standard', '{2024-01-01}', '{2024-01-01}')$$, $$plan_calendar('standard', '{NULL}')$$, $$plan_calendar('standard', '{infinity}')$$, $$plan_fiscal_period('FY2023-W54', '4-4-5 weeks to the last Saturday of January')$$, $$plan_fiscal_period('FY2023-W01', 'year from April')$$,
	$$plan_fiscal_period('FY23', 'standard')$$, $$plan_fiscal_period('FY2025-', 'year from October')$$, $$plan_fiscal_period('FY0044 BC- ', 'standard')$$, $$plan_fiscal_period('FY2023-Q5', 'standard')$$, $$plan_fiscal_period('FY2023-X1', 'standard')$$, $$plan_fiscal_period('FY2025-FY2021', 'standard')$$, $$plan_fiscal_period('FY9999999', 'standard')$$, $$plan_fiscal_period('FY0000', 'standard')$$,
	$$plan_shift('2024', 1, 'decade')$$, $$plan_shift('2024', 2147483647, 'year')$$, $$plan_shift('2024', 2147483647, NULL, '4-4-5 weeks to the last Saturday of January')$$, $$plan_period_of('5874897-12-31', 'year', '4-4-5 weeks to the last Saturday of January')$$, $$plan_period_of('4714-11-24 BC', 'month', 'year from 25 December')$$]) AS q;
\set VERBOSITY default
SELECT plan_fiscal_period(name, 'year from April; named by start') FROM unnest('{FY2025,fy2025-h2,FY2025-Q3,FY2025-M12,FY2021-FY2025,2022-Q3,2022-09-15,FY0044 BC}'::text[]) AS name;
SELECT 'FY2025-Q3'::plan_period;
SELECT plan_fiscal_period('FY2024–FY2025', 'standard') AS dash, '4–4–5 weeks to the last Saturday of January'::plan_calendar AS pattern, plan_fiscal_period(plan_fiscal_name('4714-11-25 BC..4714-12-24 BC', c), c) AS first FROM (SELECT 'year from 25 December; named by start'::plan_calendar AS c) AS v;
-- Of a large calendar in a table years read the head alone.
CREATE TABLE large AS SELECT plan_calendar('year from July', array_agg(date '1000-01-01' + i * 3)) AS calendar FROM generate_series(1, 50000) AS i;
SELECT pg_column_size(calendar) > 2000 AS large, plan_fiscal_year('2024-08-01', calendar), plan_period_of('2024-08-01', 'quarter', calendar), plan_working_days('1000-01', calendar) FROM large;
DROP TABLE large;
-- Days that follow each other are one span, however many times and in what order they are given; too many that do not are refused.
SELECT plan_calendar('standard', array_agg(date '2024-01-01' + (i::bigint * 7919 % 100000)::int)), date '2024-01-01' + 99999 AS last FROM generate_series(1, 300000) AS i;
SELECT left(q, 90) AS call, refused('SELECT ' || q) FROM unnest(ARRAY[$$plan_calendar('standard', (SELECT array_agg(date '1000-01-01' + i * 2) FROM generate_series(1, 100001) AS i))$$, $$plan_calendar('standard', (SELECT array_agg(date '1000-01-01' + i * 2) FROM generate_series(1, 200001) AS i))$$]) AS q;
-- The ends of the calendar.
SELECT plan_period_of('5874897-12-31', 'day', calendar), plan_period_of('4714-12-31 BC', 'week', calendar), plan_fiscal_year('5874897-12-31', calendar), plan_fiscal_year('4714-11-24 BC', calendar) FROM houses ORDER BY calendar LIMIT 3;
DROP FUNCTION refused;
DROP TABLE houses;
