-- Sales by day, as an analyst would ask: by quarter, one quarter, so far this year.

-- The calendar whose years begin with a month.
CREATE FUNCTION fiscal(month int, named_by text DEFAULT 'end') RETURNS plan_calendar LANGUAGE sql IMMUTABLE AS
$$ SELECT format('year from %s; named by %s', (ARRAY['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'])[month], named_by)::plan_calendar $$;

SET datestyle = 'ISO';
CREATE TABLE sales AS
SELECT date '2021-01-01' + i AS at, 100 + i % 7 AS amount FROM generate_series(0, 729) AS i;
SELECT plan_quarter(at) AS quarter, count(*) AS days, sum(amount) AS sold FROM sales GROUP BY 1 ORDER BY 1;
SELECT count(*), min(at), max(at) FROM sales WHERE at <@ '2022-Q3';
SELECT p AS period, (SELECT sum(amount) FROM sales WHERE at <@ p) AS sold
FROM plan_year_to_date('2022-05-15') AS this, plan_same_part('2022', '2021', '2022-05-15') AS last, unnest(ARRAY[this, last]) AS p;
-- A year's target as a pace line: over all days, over working days.
SELECT as_of, plan_elapsed('2022', as_of) AS elapsed, plan_target_to_date(36500, '2022', as_of) AS due,
	round(plan_target_to_date(36500, '2022', as_of, 'holidays 2022-01-03, 2022-09-02')::numeric, 2) AS due_by_working_days
FROM unnest('{2021-12-31,2022-01-01,2022-01-03,2022-07-01,2022-12-31,2023-06-30}'::date[]) AS as_of;
-- A plan's tree reads from the top: the whole before its parts.
SELECT p AS period, plan_grain(p) AS grain, plan_first_day(p), plan_last_day(p), plan_days(p), plan_prior_year(p), plan_shift(p, 1) AS next
FROM unnest('{2022-09,2022-Q3,2020-2025,2022-09-15,2022,2022-09-01,2022-W35,2022-Q4,2020-10..2025-09,2022-H1,2022-H2,2022-08-29..2022-09-11,2020}'::plan_period[]) AS p
ORDER BY p;
-- Where a day is counted, and in a fiscal year from October.
SELECT * FROM plan_ancestor_rows(plan_day('2022-09-15'), '2020-2025');
SELECT ancestor, grain, plan_fiscal_name(ancestor, fiscal(10)) FROM plan_ancestor_rows('2022-11', '2020-10..2025-09', fiscal(10));
-- The term is what is given as such: one row, the last, whatever it is.
SELECT p AS period, term, array_agg(ancestor || ' ' || grain) AS ancestors
FROM (VALUES ('2022-09'::plan_period, '2022'::plan_period), ('2021-2023', '2020-2025'), ('2020-2025', '2020-2025'), ('2022-09', '2022-09'), ('2021-2023', NULL)) AS v (p, term), plan_ancestor_rows(p, term)
GROUP BY p, term ORDER BY term NULLS LAST, p;
SELECT plan_subperiods('2022-11-15..2023-02', 'month');

-- What can go wrong says why.
CREATE FUNCTION attempt(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
BEGIN
	EXECUTE 'SELECT (' || expression || ')::text' INTO result;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
-- Pseudo-random, the same on every machine and in every version.
CREATE FUNCTION pick(stream text, i int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT (('x' || substr(md5(stream || i), 1, 8))::bit(32)::bigint % n)::int $$;

-- Text: what is read, and how it comes back.
SELECT t AS written, p AS period, plan_grain(p) AS grain, plan_first_day(p), plan_last_day(p), p::text::plan_period = p AS again
FROM (
	SELECT t, t::plan_period AS p FROM unnest(ARRAY['2020-2025', '2020 - 2025', '2020–2025', ' 2020 – 2025 ', '2020..2025', '2022-2022', '2022',
		'2022-H1', '2022-h2', '2022H1', '2022-Q3', '2022 q3', '2022-Q1..2022-Q2', '2022-Q2..2022-Q3', '2022-09', '2022-9', '2022 - 09', '2022-01..2022-12',
		'2022-W07', '2022-w7', '2022–W07', '2020-W53', '2022-01-03..2022-01-09', '2022-09-15', '2022-9-5', '2022-02-28..2022-03-01',
		'2022-09-01..2022-09-30', '2020-10..2025-09', '2020-10 .. 2025-09', '2020-10-15..2025-10-14', '2020-Q4..2022', '2020..2022-W01',
		'2024-02-29', '0044 BC', '0044-03-15 bc', '0044 BC-0014', '0004 BC..0001 BC', '0001', '0001-Q1 BC', '0001-W01', '12022', '12022-Q3', '9999-10000', '202213', '202209-01..202209-12', '202209-Q1', '202208-01..202213',
		'4713 BC', '4714-11-24 BC', '4714-12 BC', '5874897', '5874897-12-31', '4714-11-24 BC..5874897-12-31']) AS t
) AS v;
SELECT t AS text, attempt(format('plan_period %L', t)) AS refused
FROM unnest(ARRAY['', ' ', 'x', '22', '202', '22-Q3', '2022-', '2022-Q', '2022-Q33', '2022-W123', '2022-H', '2022-X1', '2022Q3x', '2022-123', '2022-09-',
	'2022-09-123', '2022-09-15-16', '2022-09-15T00:00', '2022/09', '+2022', '-2022', '2022--2023', '2022-Q1-2022-Q2', '2022-09-2023-10', '2022-2023-09', '2022...2023',
	'2022..', '..2022', '2022..2023..2024', '2022-2023-2024', '2022 AD', '2022 BCE', '[2022-01-01,2023-01-01)', 'infinity', 'today', '2022—2023', '12345678', '202209', '202209-202212', '02022', '0202209-01',
	'2025-2020', '2022-02..2022-01', '2022-09-15..2022-09-14', '0001..0001 BC',
	'0000', '2022-Q0', '2022-Q5', '2022-H0', '2022-H3', '2022-00', '2022-13', '2022-W00', '2022-W53', '2021-W53', '2022-09-00', '2022-09-31', '2023-02-29', '1900-02-29',
	'4714 BC', '4714-H2 BC', '4714-11 BC', '4714-11-23 BC', '4714-W47 BC', '4715 BC', '5874898', '5874897-W53', '5874898-01-01', '9999999', '2022-2023-02-29..2024']) AS t;
-- As SDMX writes them; T is a trimester of four months there, a quarter in French and a month in Vietnamese.
SELECT t AS written, p AS period, plan_grain(p) AS grain, plan_first_day(p), plan_last_day(p)
FROM (SELECT t, t::plan_period AS p FROM unnest('{2022-A1,2022A1,2022-S1,2022-S2,2022S2,2022-s2,2022-Q3,2022Q3,2022-M09,2022M09,2022M9,2022 - m9,2022-W07,2022W07,2022-W7,2020-W53,2022-D001,2022D258,2022-D365,2024-D366,2022-M09..2022-M11,2022-S1..2023-A1,2022-A1..2025-A1,0044-M03 BC,2022–M09}'::text[]) AS t) AS v;
SELECT t AS text, attempt(format('plan_period %L', t)) AS refused
FROM unnest('{2022-T1,2022T3,2022-A0,2022-A2,2022-A,2022-A00,2022-S0,2022-S3,2022-S,2022-M,2022-M00,2022-M13,2022-M123,2022-M09-15,2022-D000,2022-D366,2024-D367,2022-D1,2022-D45,2022-D0045,2022-A1-2025-A1,2022-B1,2022-01-01/P1Y}'::text[]) AS t;
SELECT count(*) AS days, count(*) FILTER (WHERE to_char(at, 'YYYY-"D"DDD')::plan_period <> plan_day(at)) AS of_the_year, count(*) FILTER (WHERE to_char(at, 'YYYY-"M"MM')::plan_period <> plan_month(at)) AS months,
	count(*) FILTER (WHERE to_char(at, 'YYYY"Q"Q')::plan_period <> plan_quarter(at)) AS quarters, count(*) FILTER (WHERE to_char(at, 'IYYY"W"IW')::plan_period <> plan_week(at)) AS weeks
FROM (SELECT date '1999-01-01' + i AS at FROM generate_series(0, 3000) AS i) AS v;

-- Made of dates.
SELECT plan_period('2022-07-01', '2022-09-30'), plan_period('2022-07-02', '2022-07-02'), plan_period('4714-11-24 BC', '5874897-12-31'),
	plan_period(NULL, '2022-07-01') AS none;
SELECT plan_year(d), plan_half(d), plan_quarter(d), plan_month(d), plan_week(d), plan_day(d)
FROM unnest('{2021-01-01,2024-02-29,2024-12-31,0001-12-31 BC,NULL}'::date[]) AS d;
SELECT grain, plan_period_of('2024-12-31', grain), plan_period_of('2024-12-31', grain, fiscal(10)) AS from_october
FROM unnest('{year,Half,QUARTER,month,week,day,NULL}'::text[]) AS grain;
SELECT plan_year_to_date('2022-05-15'), plan_year_to_date('2022-05-15', fiscal(4)) AS from_april, plan_year_to_date('2022-05-15', fiscal(6)) AS from_june, plan_year_to_date('2022-06-01', fiscal(6)) AS first_day;
SELECT e AS expression, attempt(e) AS refused
FROM unnest(ARRAY[$$plan_period('2022-01-02', '2022-01-01')$$, $$plan_period('-infinity', '2022-01-01')$$, $$plan_period('2022-01-02', 'infinity')$$,
	$$plan_year('infinity')$$, $$plan_half('-infinity')$$, $$plan_quarter('infinity')$$, $$plan_month('infinity')$$, $$plan_week('infinity')$$, $$plan_day('infinity')$$,
	$$plan_year('4714-12-31 BC')$$, $$plan_month('4714-11-30 BC')$$, $$plan_period_of('4714-12-31 BC', 'quarter')$$, $$plan_week('5874897-12-31')$$,
	$$plan_period_of('5874897-12-31', 'year', fiscal(4))$$, $$plan_period_of('2022-01-01', 'term')$$, $$plan_period_of('2022-01-01', '')$$, $$plan_period_of('2022-01-01', 'years')$$,
	$$plan_period_of('2022-01-01', repeat('x', 100))$$, $$plan_period_of('2022-01-01', 'year', fiscal(0))$$, $$plan_period_of('2022-01-01', 'day', fiscal(13))$$,
	$$plan_period_of('infinity', 'year')$$, $$plan_year_to_date('2022-01-01', fiscal(13))$$, $$plan_year_to_date('infinity')$$]) AS e;

-- To and from daterange; both need to be asked for, but for storing.
SELECT '2022-Q3'::plan_period::daterange, '5874897'::plan_period::daterange AS to_the_end, '[2022-07-01,2022-09-30]'::daterange::plan_period,
	'(2022-07-01,2022-09-30)'::daterange::plan_period AS open;
CREATE TABLE moved (p plan_period, r daterange);
INSERT INTO moved SELECT r, p FROM (VALUES ('2022'::plan_period, '[2022-01-01,2022-02-01)'::daterange)) AS v (p, r);
TABLE moved;
SELECT r AS range, attempt(format('%L::daterange::plan_period', r)) AS refused
FROM unnest('{empty,"(,)","[2022-01-01,)","(,2022-01-01)","[-infinity,2022-01-01)","[2022-01-01,infinity)","[2022-01-01,infinity]"}'::daterange[]) AS r;

-- Moved by their own length.
SELECT p AS period, plan_shift(p, -1) AS before, plan_shift(p, 1) AS after, plan_shift(p, 5) AS fifth, plan_prior_year(p)
FROM unnest('{2020-2025,2022,2022-H1,2022-Q3,2022-01,2022-W01,2020-W53,2022-09-15,2024-02-29,2024-02,2024-01-31..2024-02-28,2024-02-29..2024-03-28,
	2022-01-15..2022-02-14,2022-11..2023-02,2020-10..2025-09,2022-09-15..2022-09-20,2023-02-28..2023-03-01,0001,2022-08-29..2022-09-25}'::plan_period[]) AS p;
-- Of two days or weeks that have one of the year before, a join takes that of the first alone.
SELECT plan_grain(this.p) AS grain, count(*), count(last.p) AS joined, count(DISTINCT last.p) AS different, count(last.p) FILTER (WHERE plan_prior_year(this.p) <> plan_prior_year(plan_shift(this.p, -1))) AS once
FROM (SELECT plan_subperiods('2024', 'day') AS p UNION ALL SELECT plan_week(plan_first_day(w)) FROM plan_subperiods('2020-01-01..2021-01-03', 'week') AS w UNION ALL SELECT plan_subperiods('2024', 'month')) AS this
	LEFT JOIN (SELECT plan_subperiods('2023', 'day') AS p UNION ALL SELECT plan_subperiods('2018-12-31..2019-12-29', 'week') UNION ALL SELECT plan_subperiods('2023', 'month')) AS last ON last.p = plan_prior_year(this.p) GROUP BY 1 ORDER BY 1;
SELECT this.p AS period, this.sold, last.sold AS year_before
FROM (VALUES ('2024-02-28'::plan_period, 10), ('2024-02-29', 20), ('2024-03-01', 30), ('2020-W52', 1), ('2020-W53', 2), ('2021-W01', 3)) AS this (p, sold)
	LEFT JOIN (VALUES ('2023-02-28'::plan_period, 5), ('2023-03-01', 15), ('2019-W52', 7), ('2020-W01', 8)) AS last (p, sold)
	ON last.p = plan_prior_year(this.p) AND plan_prior_year(this.p) <> plan_prior_year(plan_shift(this.p, -1)) ORDER BY this.p;
SELECT e AS expression, attempt(e) AS refused
FROM unnest(ARRAY[$$plan_shift('5874897', 1)$$, $$plan_shift('4713 BC', -1)$$, $$plan_shift('2022', 2147483647)$$, $$plan_shift('2022', -2147483648)$$,
	$$plan_shift('2022-09-15', 2147483647)$$, $$plan_shift('4714-11-24 BC..5874897-12-31', -2147483648)$$, $$plan_shift('4714-11-24 BC..5874897-12-31', 0)$$,
	$$plan_prior_year('4714-12-31 BC')$$, $$plan_prior_year('4713-11-23 BC')$$, $$plan_prior_year('4713-11-24 BC')$$, $$plan_prior_year('4713-11 BC')$$, $$plan_prior_year('4713-W01 BC')$$]) AS e;
-- What has passed, and the same of an earlier one.
SELECT as_of, plan_to_date('2022-Q3', as_of) FROM unnest('{2022-06-30,2022-07-01,2022-08-15,2022-09-29,2022-09-30,infinity,-infinity,NULL}'::date[]) AS as_of;
SELECT period, earlier, as_of, plan_same_part(period, earlier, as_of) AS part, plan_same_part(period, earlier, as_of) IS NOT DISTINCT FROM expected AS as_expected
FROM (VALUES
	-- leap days: the 28th of February answers to the 28th, the 29th to the end of February
	('2024'::plan_period, '2023'::plan_period, '2024-02-28'::date, '2023-01..2023-02'::plan_period), ('2024', '2023', '2024-02-29', '2023-01..2023-02'), ('2024', '2023', '2024-03-01', '2023-01-01..2023-03-01'),
	('2023', '2022', '2023-02-28', '2022-01..2022-02'), ('2025', '2024', '2025-02-27', '2024-01-01..2024-02-27'), ('2025', '2024', '2025-02-28', '2024-01..2024-02'),
	('2025', '2024', '2025-03-01', '2024-01-01..2024-03-01'), ('2024-02', '2023-02', '2024-02-28', '2023-02'), ('2025-02', '2024-02', '2025-02-27', '2024-02-01..2024-02-27'),
	('2025-02', '2024-02', '2025-02-28', '2024-02'),
	-- month ends
	('2022-03', '2022-02', '2022-03-15', '2022-02-01..2022-02-15'), ('2022-03', '2022-02', '2022-03-29', '2022-02'), ('2022-04', '2022-03', '2022-04-29', '2022-03-01..2022-03-29'),
	('2022-04', '2022-03', '2022-04-30', '2022-03'), ('2022-Q2', '2022-Q1', '2022-05-31', '2022-01..2022-02'), ('2022-Q2', '2022-Q1', '2022-05-30', '2022-01..2022-02'),
	('2022-Q2', '2022-Q1', '2022-05-28', '2022-01..2022-02'), ('2022-Q2', '2022-Q1', '2022-05-27', '2022-01-01..2022-02-27'), ('2022-Q1', '2021-Q4', '2022-02-28', '2021-10..2021-11'),
	-- weeks, and years of 52 and 53 weeks: by days
	('2022-W10', '2021-W10', '2022-03-09', '2021-03-08..2021-03-10'), ('2022-01-03..2022-01-30', '2021-01-04..2021-01-31', '2022-01-16', '2021-01-04..2021-01-17'),
	('2022-01-31..2022-03-06', '2021-02-01..2021-02-28', '2022-02-28', '2021-02-01..2021-02-28'), ('2020-W53', '2019-W52', '2021-01-02', '2019-12-23..2019-12-28'),
	('2021-01-04..2022-01-02', '2019-12-30..2021-01-03', '2021-02-03', '2019-12-30..2020-01-29'),
	-- terms and plan years that begin in mid-month
	('2020-2025', '2015-2019', '2023-06-30', '2015-01..2018-06'), ('2020-10-15..2025-10-14', '2015-10-15..2020-10-14', '2020-11-14', '2015-10-15..2015-11-14'),
	('2020-10-15..2025-10-14', '2015-10-15..2020-10-14', '2024-02-29', '2015-10-15..2019-03-01'), ('2022-01-31..2022-12-31', '2021-01-31..2021-12-31', '2022-03-01', '2021-01-31..2021-03-01'),
	-- before, at the last day, after; a shorter one is soon whole
	('2022', '2021', '2021-12-31', NULL), ('2022', '2021', '2022-01-01', '2021-01-01'), ('2022', '2021', '2022-12-30', '2021-01-01..2021-12-30'), ('2022', '2021', '2022-12-31', '2021'),
	('2022', '2021', '2023-12-31', '2021'), ('2022', '2021', 'infinity', '2021'), ('2022', '2021', '-infinity', NULL), ('2022', '2021-01', '2022-03-01', '2021-01'),
	('2022-Q1', '2021', '2022-03-30', '2021-01-01..2021-03-30'), ('2022-Q1', '2021', '2022-03-31', '2021')
) AS v (period, earlier, as_of, expected);

-- Above and below.
SELECT p AS period, plan_parent(p, 'week') AS week, plan_parent(p, 'month') AS month, plan_parent(p, 'quarter') AS quarter, plan_parent(p, 'half') AS half,
	plan_parent(p, 'year') AS year, plan_parent(p, 'year', fiscal(10)) AS from_october
FROM unnest('{2022-09-15,2022-W07,2022-W35,2022-09,2022-Q3,2022-H1,2022,2020-2025,2022-06-15..2022-07-15}'::plan_period[]) AS p;
SELECT p AS period, term, plan_ancestors(p, term) AS ancestors, plan_ancestors(p, term, fiscal(10)) AS from_october
FROM (VALUES ('2022-11-15'::plan_period, NULL::plan_period), ('2022-11', '2022'), ('2022-11', '2020-10..2025-09'), ('2025-08', '2020-10..2025-09'), ('2020-11-15', '2020-10-15..2025-10-14'),
	('2022-W44', '2020-2025'), ('2020-2025', NULL), ('2020-2025', '2020-2025'), ('2022', '2022'), ('2019', '2020-2025'), ('2019-2020', '2020-2025'), (NULL, '2022')) AS v (p, term);
SELECT plan_ancestors('2022', NULL, NULL) AS none, (SELECT count(*) FROM plan_ancestor_rows(NULL, '2022')) AS rows, (SELECT count(*) FROM plan_ancestor_rows('2022', NULL, NULL)) AS rows;
SELECT p AS period, grain, array_agg(part ORDER BY part) AS parts
FROM (VALUES ('2022'::plan_period, 'half'), ('2020-2025', 'year'), ('2022-Q3', 'month'), ('2022-09', 'week'), ('2022-W07', 'day'), ('2022-02-15..2022-05', 'quarter'), ('2022-09-15', 'year'),
	('4714-11-24 BC..4712 BC', 'year'), ('5874897-12-15..5874897-12-31', 'week')) AS v (p, grain), plan_subperiods(p, grain) AS part GROUP BY 1, 2 ORDER BY 1, 2;
SELECT grain, array_agg(part ORDER BY part) AS parts FROM unnest('{year,half,quarter}'::text[]) AS grain, plan_subperiods('2022', grain, fiscal(4)) AS part GROUP BY 1 ORDER BY 1;
SELECT count(*), max(plan_last_day(part)) FROM (SELECT plan_subperiods('4714-11-24 BC..5874897-12-31', 'day') AS part LIMIT 1000) AS days;
SELECT e AS expression, attempt(e) AS refused
FROM unnest(ARRAY[$$plan_parent('2022', 'term')$$, $$plan_parent('2022', 'year', fiscal(0))$$, $$plan_ancestors('2022', NULL, fiscal(13))$$, $$plan_ancestor_rows('2022', NULL, fiscal(0))$$,
	$$plan_subperiods('2022', 'decade')$$, $$plan_subperiods('2022', 'year', fiscal(-1))$$]) AS e;

-- Units by the first month of their years; three fiscal calendars by hand.
SELECT p AS period, plan_grain(p) AS calendar, plan_grain(p, fiscal(2)) AS february, plan_grain(p, fiscal(4)) AS april, plan_grain(p, fiscal(7)) AS july, plan_grain(p, fiscal(10)) AS october
FROM unnest('{2022,2022-H1,2022-Q2,2022-Q3,2022-04..2023-03,2022-10..2023-03,2022-09,2022-W07,2022-09-15,2022-04..2024-03,2020-2025,2022-02..2022-04,2022-01..2022-04,2022-05..2022-07,2022-10..2024-09}'::plan_period[]) AS p;
SELECT v.*, plan_period_of(at, 'year', fiscal(m)) = year::plan_period AND plan_period_of(at, 'half', fiscal(m)) = half::plan_period AND plan_period_of(at, 'quarter', fiscal(m)) = quarter::plan_period AS as_expected,
	plan_fiscal_name(year::plan_period, fiscal(m)) = name AND plan_fiscal_name(half::plan_period, fiscal(m)) = name || '-H' || h AND plan_fiscal_name(quarter::plan_period, fiscal(m)) = name || '-Q' || q AS named,
	'FY' || plan_fiscal_year(at, fiscal(m)) = name AS numbered, plan_fiscal_year(at, fiscal(m, 'start')) = plan_fiscal_year(at, fiscal(m)) - 1 AS by_start
FROM (VALUES
	(4, '2022-03-31'::date, '2021-04..2022-03', '2021-10..2022-03', '2022-Q1', 'FY2022', 2, 4),
	(4, '2022-04-01', '2022-04..2023-03', '2022-04..2022-09', '2022-Q2', 'FY2023', 1, 1),
	(4, '2022-09-30', '2022-04..2023-03', '2022-04..2022-09', '2022-Q3', 'FY2023', 1, 2),
	(4, '2022-10-01', '2022-04..2023-03', '2022-10..2023-03', '2022-Q4', 'FY2023', 2, 3),
	(4, '2024-02-29', '2023-04..2024-03', '2023-10..2024-03', '2024-Q1', 'FY2024', 2, 4),
	(7, '2022-06-30', '2021-07..2022-06', '2022-H1', '2022-Q2', 'FY2022', 2, 4),
	(7, '2022-07-01', '2022-07..2023-06', '2022-H2', '2022-Q3', 'FY2023', 1, 1),
	(7, '2022-12-31', '2022-07..2023-06', '2022-H2', '2022-Q4', 'FY2023', 1, 2),
	(7, '2023-01-01', '2022-07..2023-06', '2023-H1', '2023-Q1', 'FY2023', 2, 3),
	(10, '2022-09-30', '2021-10..2022-09', '2022-04..2022-09', '2022-Q3', 'FY2022', 2, 4),
	(10, '2022-10-01', '2022-10..2023-09', '2022-10..2023-03', '2022-Q4', 'FY2023', 1, 1),
	(10, '2023-03-31', '2022-10..2023-09', '2022-10..2023-03', '2023-Q1', 'FY2023', 1, 2),
	(10, '2023-04-01', '2022-10..2023-09', '2023-04..2023-09', '2023-Q2', 'FY2023', 2, 3)
) AS v (m, at, year, half, quarter, name, h, q);
SELECT p AS period, m AS first_month, plan_fiscal_name(p, fiscal(m)) AS by_end, plan_fiscal_name(p, fiscal(m, 'Start')) AS by_start
FROM (VALUES ('2022'::plan_period, 1), ('2022-Q3', 1), ('2020-2025', 1), ('2020-10..2025-09', 10), ('2022-04..2023-03', 4), ('2022', 4), ('2022-H1', 4), ('2022-Q2', 2), ('2022-02..2022-04', 2),
	('2022-09', 10), ('2022-W07', 10), ('2022-09-15', 10), ('2020-10-15..2025-10-14', 10), ('0002-10 BC..0001-09 BC', 10), ('0003-10 BC..0002-09', 10)) AS v (p, m);
SELECT plan_fiscal_year('2022-09-15', fiscal(1)), plan_fiscal_year('2022-09-15', fiscal(1, 'start')), plan_fiscal_year('0001-12-31 BC', fiscal(1)) AS bc,
	plan_fiscal_year('0001-12-31 BC', fiscal(10)) AS by_end, plan_fiscal_year('0001-12-31 BC', fiscal(10, 'start')) AS by_start;
SELECT e AS expression, attempt(e) AS refused
FROM unnest(ARRAY[$$plan_grain('2022', fiscal(0))$$, $$plan_fiscal_year('2022-01-01', fiscal(13))$$, $$plan_fiscal_year('infinity', fiscal(4))$$, $$plan_fiscal_year('2022-01-01', fiscal(4, 'middle'))$$,
	$$plan_fiscal_name('2022', fiscal(4, ''))$$, $$plan_fiscal_name('2022', fiscal(-2147483648))$$, $$plan_fiscal_name('2022', fiscal(4, repeat('ơ', 100)))$$]) AS e;

-- Days passed.
SELECT plan_working_days('2022'), plan_working_days('2022-W07') AS week, plan_working_days('2022-02-12..2022-02-13') AS weekend,
	plan_working_days('2022-W07', 'holidays 2022-02-16, 2022-02-16, 2022-02-14, 2022-02-19, 2022-03-01') AS without_two, plan_working_days('2022-W07', 'standard') AS no_holidays,
	plan_working_days('2022-W07', plan_calendar('standard', '{{2022-02-14,2022-02-15},{2022-02-16,2022-02-17}}')) AS one_left, plan_working_days('2022-W07', NULL) AS no_calendar, plan_working_days('4714-11-24 BC..5874897-12-31') AS most;
SELECT as_of, plan_elapsed('2022-W07', as_of) AS days, plan_elapsed('2022-W07', as_of, 'standard') AS working_days, plan_elapsed('2022-W07', as_of, 'holidays 2022-02-15') AS less_a_holiday, plan_target_to_date(-700, '2022-W07', as_of) AS due
FROM unnest('{-infinity,2022-02-13,2022-02-14,2022-02-15,2022-02-18,2022-02-19,2022-02-20,infinity,NULL}'::date[]) AS as_of;
-- Without a calendar all days count, with one its working days.  Other NULLs give NULL.
SELECT plan_elapsed('2022-W07', '2022-02-15', NULL) AS of_days, plan_elapsed('2022-W07', '2022-02-15', 'standard') AS of_working_days, plan_target_to_date(70, '2022-W07', '2022-02-15', NULL) AS due, plan_target_to_date(70, '2022-W07', '2022-02-15', 'standard') AS due_of_working_days,
	plan_elapsed(NULL, '2022-02-15') AS no_period, plan_elapsed('2022-W07', NULL, 'standard') AS no_day, plan_target_to_date(NULL, '2022-W07', '2022-02-15') AS no_target, plan_target_to_date(70, NULL, '2022-02-15', 'standard') AS no_period, plan_working_days(NULL, 'standard') AS no_period, plan_period_of('2022-02-15', 'year', NULL) AS no_month, plan_fiscal_year('2022-02-15', NULL) AS no_calendar;
PREPARE untyped AS SELECT plan_period_of($1, $2), plan_period_of($1, $2, $3), plan_parent($4, $2, $3), plan_grain($4, $3), plan_elapsed($4, $1, $5), plan_target_to_date($6, $4, $1), plan_working_days($4, $5), plan_fiscal_name($4, $3), plan_fiscal_year($1, $3);
EXECUTE untyped('2022-11-15', 'year', 'year from October', '2022-Q4', NULL, '92');
DEALLOCATE untyped;
-- It ends on the target, whatever that is, and begins with nothing.
SELECT count(*), count(*) FILTER (WHERE plan_target_to_date(t / 100.0, '2022', '2022-12-31') <> t / 100.0::float8 OR plan_target_to_date(t / 100.0, '2022', 'infinity', 'standard') <> t / 100.0::float8
	OR plan_target_to_date(-t / 100.0, '2022-Q3', '2022-09-30') <> -t / 100.0::float8) AS off,
	min(plan_target_to_date('-0', '2022', d)::text) AS zero, min(plan_target_to_date('-5e-324', '2022', '2021-12-31')::text) AS nothing
FROM generate_series(1, 2000) AS t, (VALUES (date '2022-01-01'), ('2022-12-31')) AS v (d);
SELECT plan_elapsed('2022-02-12..2022-02-13', '2022-02-13', 'standard') AS no_working_days, plan_target_to_date(1, '2022-02-14', '2022-02-14', 'holidays 2022-02-14') AS all_holidays,
	plan_target_to_date(1e308, '2020-2025', '2025-12-31') AS large, plan_target_to_date(1e308, '2022-07', '2022-07-30') AS nearly, plan_target_to_date(0, '2022', '2022-05-01') AS zero;
SELECT e AS expression, attempt(e) AS refused
FROM unnest(ARRAY[$$plan_working_days('2022', plan_calendar('standard', '{NULL}'))$$, $$plan_working_days('2022', '')$$, $$plan_elapsed('2022', '2022-01-01', 'holidays')$$,
	$$plan_target_to_date('NaN', '2022', '2022-01-01')$$, $$plan_target_to_date('Infinity', '2022', '2022-01-01', 'standard')$$]) AS e;

-- Every date of 1900 to 2100 against PostgreSQL's own calendar.
CREATE TABLE dates AS
SELECT d::date AS at, plan_year(d::date) AS y, plan_half(d::date) AS h, plan_quarter(d::date) AS q, plan_month(d::date) AS m, plan_week(d::date) AS w, plan_day(d::date) AS d
FROM generate_series(timestamp '1900-01-01', '2100-12-31', '1 day') AS d;
SELECT count(*) AS dates,
	count(*) FILTER (WHERE y::text <> to_char(at, 'YYYY') OR y::daterange <> daterange(date_trunc('year', at::timestamp)::date, (date_trunc('year', at::timestamp) + '1 year')::date)) AS years,
	count(*) FILTER (WHERE h::text <> extract(year FROM at) || CASE WHEN extract(month FROM at) <= 6 THEN '-H1' ELSE '-H2' END
		OR h::daterange <> daterange(make_date(extract(year FROM at)::int, CASE WHEN extract(month FROM at) <= 6 THEN 1 ELSE 7 END, 1),
			make_date(extract(year FROM at)::int + (extract(month FROM at) > 6)::int, CASE WHEN extract(month FROM at) <= 6 THEN 7 ELSE 1 END, 1))) AS halves,
	count(*) FILTER (WHERE q::text <> extract(year FROM at) || '-Q' || extract(quarter FROM at)
		OR q::daterange <> daterange(date_trunc('quarter', at::timestamp)::date, (date_trunc('quarter', at::timestamp) + '3 months')::date)) AS quarters,
	count(*) FILTER (WHERE m::text <> to_char(at, 'YYYY-MM') OR m::daterange <> daterange(date_trunc('month', at::timestamp)::date, (date_trunc('month', at::timestamp) + '1 month')::date)) AS months,
	count(*) FILTER (WHERE w::text <> extract(isoyear FROM at) || '-W' || to_char(extract(week FROM at), 'FM00')
		OR w::daterange <> daterange(date_trunc('week', at::timestamp)::date, (date_trunc('week', at::timestamp) + '7 days')::date) OR at - plan_first_day(w) + 1 <> extract(isodow FROM at)) AS weeks,
	count(*) FILTER (WHERE d::text <> at::text OR d::daterange <> daterange(at, at, '[]') OR plan_working_days(d) <> (extract(isodow FROM at) < 6)::int) AS days
FROM dates;
SELECT grain, count(*) AS periods, count(*) FILTER (WHERE p::text::plan_period <> p) AS lost_in_text, count(*) FILTER (WHERE plan_grain(p) <> grain) AS of_another_grain,
	count(*) FILTER (WHERE plan_period_of(plan_last_day(p), grain) <> p) AS not_found_again, sum(plan_days(p)) AS days
FROM (
	SELECT DISTINCT grain, p FROM dates, LATERAL (VALUES ('year', y), ('half', h), ('quarter', q), ('month', m), ('week', w), ('day', d)) AS v (grain, p)
) AS v GROUP BY grain ORDER BY min(plan_days(p));
-- A fiscal unit is the calendar unit of the date so many months before, so many months later.
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_period_of(at, grain, fiscal(n)) <> plan_period((plan_first_day(c) + make_interval(months => n - 1))::date, ((plan_last_day(c) + 1) + make_interval(months => n - 1))::date - 1)) AS different,
	count(*) FILTER (WHERE plan_fiscal_year(at, fiscal(n, 'start')) <> plan_fiscal_year(at, fiscal(n)) - (n > 1)::int OR plan_fiscal_year(at, fiscal(n, 'start')) <> extract(year FROM at - make_interval(months => n - 1))) AS other_years,
	count(*) FILTER (WHERE plan_grain(plan_period_of(at, grain, fiscal(n)), fiscal(n)) <> grain) AS of_another_grain
FROM dates, unnest('{year,half,quarter,month}'::text[]) AS grain, generate_series(1, 12) AS n, LATERAL plan_period_of((at - make_interval(months => n - 1))::date, grain) AS c
WHERE pick('fiscal', at - date '1900-01-01', 73) = 0;

-- Any date there is, and the first and last ones.
CREATE TABLE any_dates AS
SELECT date '4714-11-24 BC' + pick('day', i, 2147483494) AS at FROM generate_series(1, 3000) AS i
UNION SELECT date '4714-11-24 BC' + i FROM generate_series(0, 500) AS i UNION SELECT date '5874897-12-31' - i FROM generate_series(0, 500) AS i
UNION SELECT date '0001-12-31 BC' + i FROM generate_series(-800, 800) AS i;
SELECT count(*) AS dates, min(at), max(at), count(*) FILTER (WHERE plan_day(at)::text <> at::text OR at::text::plan_period <> plan_day(at)) AS days,
	count(*) FILTER (WHERE at >= '4713-01-01 BC' AND (plan_first_day(plan_month(at)) <> make_date(y, m, 1) OR plan_first_day(plan_year(at)) <> make_date(y, 1, 1)
		OR plan_first_day(plan_quarter(at)) <> make_date(y, extract(quarter FROM at)::int * 3 - 2, 1) OR plan_last_day(plan_year(at)) <> make_date(y, 12, 31))) AS months_and_years,
	count(*) FILTER (WHERE at <= '5874897-12-24' AND (plan_first_day(plan_week(at)) <> at + 1 - extract(isodow FROM at)::int OR plan_days(plan_week(at)) <> 7
		OR split_part(week, '-W', 1)::int <> abs(extract(isoyear FROM at)) OR left(split_part(week, '-W', 2), 2)::int <> extract(week FROM at) OR (week LIKE '% BC') <> (extract(isoyear FROM at) < 0))) AS weeks
FROM any_dates, LATERAL (SELECT extract(year FROM at)::int AS y, extract(month FROM at)::int AS m, CASE WHEN at <= '5874897-12-24' THEN plan_week(at)::text END AS week) AS e;

-- Random periods of all kinds: short and long, whole months and not, near and far.
CREATE TABLE periods AS
SELECT i, CASE i % 8
	WHEN 0 THEN plan_period_of(at, (ARRAY['year', 'half', 'quarter', 'month', 'week', 'day'])[1 + i / 8 % 6])
	WHEN 1 THEN plan_period(at, at + pick('length', i, 10))
	WHEN 2 THEN plan_period(at, at + pick('length', i, 1000))
	WHEN 3 THEN plan_period(plan_first_day(plan_month(at)), plan_last_day(plan_month(at + pick('length', i, 2000))))
	WHEN 4 THEN plan_period(at, (at + make_interval(months => 1 + pick('length', i, 30)))::date - 1)
	WHEN 5 THEN plan_period(plan_first_day(plan_year(at)), plan_last_day(plan_year(at + pick('length', i, 3000))))
	WHEN 6 THEN plan_period(plan_first_day(plan_week(at)), plan_last_day(plan_week(at + pick('length', i, 100))))
	ELSE plan_period_of(at, (ARRAY['year', 'half', 'quarter'])[1 + i / 8 % 3], fiscal(1 + i / 24 % 12)) END AS p
FROM (SELECT i, date '1890-01-01' + pick('at', i, 80000) AS at FROM generate_series(1, 1000) AS i) AS v;
SELECT plan_grain(p) AS grain, count(*) FROM periods GROUP BY 1 ORDER BY 1;
SELECT count(*) FILTER (WHERE p::text::plan_period <> p) AS lost_in_text, count(*) FILTER (WHERE p::daterange::plan_period <> p) AS lost_in_ranges,
	count(*) FILTER (WHERE plan_period(plan_first_day(p), plan_last_day(p)) <> p) AS lost_in_days, count(*) FILTER (WHERE plan_days(p) <> plan_last_day(p) - plan_first_day(p) + 1) AS other_days,
	count(*) FILTER (WHERE NOT p -|- plan_shift(p, 1) OR plan_shift(p, 1) < p) AS not_next, count(*) FILTER (WHERE plan_grain(plan_shift(p, 7)) <> plan_grain(p) AND plan_grain(p) <> 'span') AS of_another_grain
FROM periods;
-- Shifted by months where it begins and ends with the same day of the month, by days otherwise; what is known by name comes back.
SELECT count(*) AS moved, count(*) FILTER (WHERE by_months) AS by_months,
	count(*) FILTER (WHERE plan_shift(p, n) <> CASE WHEN by_months THEN plan_period((f + make_interval(months => n * months))::date, (e + make_interval(months => n * months))::date - 1)
		ELSE plan_period(f + n * plan_days(p), e - 1 + n * plan_days(p)) END) AS different,
	count(*) FILTER (WHERE plan_shift(plan_shift(p, n), -n) <> p AND (by_months OR plan_days(p) IN (1, 7))) AS not_back,
	count(*) FILTER (WHERE plan_prior_year(p) <> CASE WHEN plan_grain(p) = 'week' THEN plan_week((to_date(extract(isoyear FROM f) - 1 || '-01', 'IYYY-IW')
			+ 7 * (least(extract(week FROM f), extract(week FROM make_date(extract(isoyear FROM f)::int - 1, 12, 28)))::int - 1)))
		WHEN by_months THEN plan_period((f - interval '1 year')::date, (e - interval '1 year')::date - 1)
		ELSE plan_period((f - interval '1 year')::date, (e - 1 - interval '1 year')::date) END) AS other_prior_year
FROM (
	SELECT p, f, e, extract(day FROM f) = extract(day FROM e) AND extract(day FROM f) <= 28 AS by_months,
		(12 * (extract(year FROM e) - extract(year FROM f)) + extract(month FROM e) - extract(month FROM f))::int AS months
	FROM (SELECT p, plan_first_day(p) AS f, plan_last_day(p) + 1 AS e FROM periods) AS d
) AS m, unnest('{-200,-13,-1,0,1,5,12,400}'::int[]) AS n;
-- Working days and elapsed days, counted one by one.
SELECT count(*) AS periods, sum(weekdays) AS weekdays, count(*) FILTER (WHERE plan_working_days(p) <> weekdays) AS different, count(*) FILTER (WHERE plan_working_days(p, plan_calendar('standard', holidays)) <> working) AS different_with_holidays
FROM periods, LATERAL (
	SELECT array_agg(plan_first_day(p) + pick('holiday', i * 50 + k, plan_days(p) + 20) - 10) AS holidays FROM generate_series(1, 20) AS k
) AS h, LATERAL (
	SELECT count(*) FILTER (WHERE extract(isodow FROM plan_first_day(p) + n) < 6) AS weekdays,
		count(*) FILTER (WHERE extract(isodow FROM plan_first_day(p) + n) < 6 AND plan_first_day(p) + n <> ALL (holidays)) AS working
	FROM generate_series(0, plan_days(p) - 1) AS n
) AS c WHERE i % 8 IN (0, 1, 4, 6);
SELECT count(*) AS cases,
	count(*) FILTER (WHERE plan_elapsed(p, as_of) <> least(greatest(as_of - plan_first_day(p) + 1, 0), plan_days(p)) / plan_days(p)::float8) AS elapsed,
	count(*) FILTER (WHERE plan_to_date(p, as_of) IS DISTINCT FROM CASE WHEN as_of >= plan_first_day(p) THEN plan_period(plan_first_day(p), least(as_of, plan_last_day(p))) END) AS to_date,
	count(*) FILTER (WHERE plan_elapsed(p, as_of, 'standard') IS DISTINCT FROM coalesce(plan_working_days(plan_to_date(p, as_of)), 0) / nullif(plan_working_days(p), 0)::float8) AS working,
	count(*) FILTER (WHERE plan_target_to_date(plan_days(p), p, as_of) <> coalesce(plan_days(plan_to_date(p, as_of)), 0) OR plan_target_to_date(plan_working_days(p), p, as_of, 'standard') <> coalesce(plan_working_days(plan_to_date(p, as_of)), 0)) AS due,
	count(*) FILTER (WHERE NOT plan_same_part(p, plan_prior_year(p), as_of) <@ plan_prior_year(p)) AS outside, count(*) FILTER (WHERE plan_same_part(p, p, as_of) <> plan_to_date(p, as_of)) AS of_itself
FROM periods, LATERAL (SELECT plan_first_day(p) + pick('as of', i * 4 + k, plan_days(p) + 20) - 10 AS as_of FROM generate_series(1, 4) AS k) AS d;
-- What is below makes up the period; what is above holds it, each within the next.
SELECT grain, first_month, count(*) AS periods, sum(parts) AS parts, count(*) FILTER (WHERE whole <> p OR days <> plan_days(p) OR NOT in_order) AS not_made_up, count(*) FILTER (WHERE NOT within) AS across_units
FROM periods, unnest('{year,half,quarter,month,week,day}'::text[]) AS grain, unnest('{1,4,12}'::int[]) AS first_month, LATERAL (
	SELECT count(*) AS parts, plan_period(min(plan_first_day(part)), max(plan_last_day(part))) AS whole, sum(plan_days(part)) AS days, bool_and(part <= following) AS in_order,
		bool_and(part <@ plan_period_of(plan_first_day(part), grain, fiscal(first_month))) AS within
	FROM (SELECT part, lead(part) OVER (ORDER BY n) AS following FROM plan_subperiods(p, grain, fiscal(first_month)) WITH ORDINALITY AS s (part, n)) AS s
) AS s WHERE i % 5 = 0 AND (first_month = 1 OR grain IN ('year', 'half', 'quarter')) GROUP BY 1, 2 ORDER BY min(parts) DESC, 1, 2;
SELECT count(*) AS cases, count(*) FILTER (WHERE a[1] <> p OR NOT nested) AS not_nested, count(*) FILTER (WHERE a <> parents) AS other_than_parents
FROM periods, generate_series(1, 12) AS n, LATERAL plan_ancestors(p, NULL, fiscal(n)) AS a,
	LATERAL (SELECT bool_and(x < p OR x = p) AND bool_and(x <@ larger) IS NOT FALSE AS nested FROM (SELECT x, lead(x) OVER (ORDER BY k) AS larger FROM unnest(a) WITH ORDINALITY AS u (x, k)) AS u) AS o,
	LATERAL (SELECT array_agg(DISTINCT x ORDER BY x DESC) AS parents FROM (SELECT p UNION ALL SELECT plan_parent(p, g, fiscal(n)) FROM unnest('{month,quarter,half,year}'::text[]) AS g) AS v (x) WHERE x IS NOT NULL) AS q
WHERE i % 4 = 0;
-- Within a term: the same, less what the term does not hold.
SELECT count(*) AS cases, count(*) FILTER (WHERE plan_ancestors(p, term, fiscal(n)) <> CASE WHEN p <@ term THEN ARRAY(SELECT x FROM unnest(plan_ancestors(p, NULL, fiscal(n))) WITH ORDINALITY AS u (x, k) WHERE x <@ term ORDER BY k)
		|| CASE WHEN term = ANY (plan_ancestors(p, NULL, fiscal(n))) THEN '{}' ELSE ARRAY[term] END ELSE '{}' END) AS different,
	count(*) FILTER (WHERE plan_ancestors(p, term, fiscal(n)) <> ARRAY(SELECT ancestor FROM plan_ancestor_rows(p, term, fiscal(n)))) AS other_rows
FROM (SELECT plan_period_of('2020-01-01'::date + pick('p', i, 2500), (ARRAY['day', 'week', 'month', 'quarter'])[1 + i % 4]) AS p, 1 + i % 12 AS n FROM generate_series(1, 300) AS i) AS v,
	unnest('{2020-2025,2020-10..2025-09,2020-10-15..2025-10-14,2022,2022-Q3}'::plan_period[]) AS term;
-- Operators as those of ranges.
CREATE TABLE near AS SELECT plan_period(f, f + pick('l', i, 12)) AS p FROM (SELECT i, date '2022-01-01' + pick('f', i, 25) AS f FROM generate_series(1, 60) AS i) AS v;
SELECT count(*) AS pairs, count(*) FILTER (WHERE a @> b) AS hold, count(*) FILTER (WHERE a && b) AS overlap, count(*) FILTER (WHERE a -|- b) AS adjoin,
	count(*) FILTER (WHERE (a @> b) <> (ra @> rb) OR (a <@ b) <> (ra <@ rb) OR (a && b) <> (ra && rb) OR (a -|- b) <> (ra -|- rb)) AS different,
	count(*) FILTER (WHERE (a = b) <> (ra = rb) OR (a < b) <> ((lower(ra), -(upper(ra) - date '2000-01-01')) < (lower(rb), -(upper(rb) - date '2000-01-01'))) OR (a <= b) <> (a < b OR a = b)
		OR (a <> b) = (a = b) OR (a > b) <> (b < a) OR (a >= b) <> (b <= a) OR _plan_period_cmp(a, b) <> (a > b)::int - (a < b)::int) AS out_of_order,
	count(*) FILTER (WHERE (plan_first_day(a) <@ b) <> (lower(ra) <@ rb) OR (b @> plan_last_day(a)) <> (rb @> (upper(ra) - 1))) AS dates_different
FROM (SELECT a.p AS a, b.p AS b, a.p::daterange AS ra, b.p::daterange AS rb FROM near AS a, near AS b) AS pairs;
SELECT 'infinity'::date <@ p AS infinity, '-infinity'::date <@ p AS minus_infinity, p @> '5874897-12-31'::date AS last, p @> '4714-11-24 BC'::date AS first, NULL::date <@ p AS unknown
FROM (VALUES ('4714-11-24 BC..5874897-12-31'::plan_period)) AS v (p);

-- Sorted, grouped, hashed, joined, sent.
SELECT p FROM unnest('{5874897-12-31,4714-11-24 BC,4714-11-24 BC..5874897-12-31,0001,0001 BC,2000,1999-12-31..2000-01-01,2000-01-01,2000-2001,NULL}'::plan_period[]) AS p ORDER BY p;
SELECT count(DISTINCT p), count(DISTINCT _plan_period_hash(p)) > 0.9999 * count(DISTINCT p) AS spread, count(DISTINCT _plan_period_hash_extended(p, 1)) > 0.9999 * count(DISTINCT p) AS seeded,
	bool_and(_plan_period_hash_extended(p, 0)::bit(32) = _plan_period_hash(p)::bit(32)) AS agree FROM (TABLE periods UNION ALL SELECT 0, d FROM dates) AS v;
CREATE INDEX periods_p ON periods (p);
CREATE INDEX near_p ON near USING hash (p);
ANALYZE dates;
ANALYZE periods;
ANALYZE near;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT p FROM periods WHERE p >= '2000' AND p < '2001' ORDER BY p;
EXPLAIN (COSTS OFF) SELECT * FROM near WHERE p = '2022-01-03';
SELECT (SELECT count(*) FROM periods WHERE p >= '2000' AND p < '2001') = (SELECT count(*) FROM periods WHERE _plan_period_ge(p, '2000') AND _plan_period_lt(p, '2001')) AS btree,
	(SELECT count(*) FROM near WHERE p = '2022-01-03') = (SELECT count(*) FROM near WHERE p::text = '2022-01-03') AS hash;
RESET enable_seqscan;
RESET enable_bitmapscan;
SET enable_nestloop = off;
SET enable_mergejoin = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM dates AS a JOIN dates AS b ON a.m = b.d;
SELECT count(*) FROM dates AS a JOIN dates AS b ON a.m = plan_month(b.at);
RESET enable_mergejoin;
SET enable_hashjoin = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM dates AS a JOIN dates AS b ON a.m = b.d;
SELECT count(*) FROM dates AS a JOIN dates AS b ON a.m = plan_month(b.at);
RESET enable_hashjoin;
RESET enable_nestloop;
SELECT _plan_period_send('2000'), _plan_period_send('4714-11-24 BC..5874897-12-31');
CREATE TABLE sent (p plan_period);
\copy (SELECT p FROM periods UNION ALL SELECT plan_day(at) FROM any_dates UNION ALL SELECT '4714-11-24 BC..5874897-12-31' UNION ALL SELECT NULL) TO 'results/period.binary' (FORMAT binary)
\copy sent FROM 'results/period.binary' (FORMAT binary)
SELECT count(*) AS lost FROM (TABLE sent EXCEPT ALL (SELECT p FROM periods UNION ALL SELECT plan_day(at) FROM any_dates UNION ALL SELECT '4714-11-24 BC..5874897-12-31' UNION ALL SELECT NULL)) AS v;

-- An index on the date serves: for a constant, either way round, a parameter, a join.
CREATE TABLE facts AS SELECT date '2005-01-01' + pick('fact', i, 7305) AS at, i FROM generate_series(1, 20000) AS i;
INSERT INTO facts VALUES (NULL, 0), ('infinity', -1), ('-infinity', -2), ('5874897-12-31', -3), ('4714-11-24 BC', -4);
CREATE INDEX facts_at ON facts (at);
VACUUM ANALYZE facts;
CREATE TABLE quarters AS SELECT p FROM plan_subperiods('2005-2024', 'quarter') AS p;
INSERT INTO quarters VALUES (NULL);
ANALYZE quarters;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM facts WHERE at <@ '2022-Q3';
EXPLAIN (COSTS OFF) SELECT count(*) FROM facts WHERE '2022-Q3' @> at;
EXPLAIN (COSTS OFF) SELECT count(*) FROM facts WHERE at <@ plan_shift('2022-Q3', -4) AND NOT at <@ '2021-09';
SELECT p, at FROM quarters LEFT JOIN facts ON at <@ p WHERE at <@ '2022-09-15';
SET plan_cache_mode = force_generic_plan;
PREPARE count_in (plan_period) AS SELECT count(*) FROM facts WHERE at <@ $1;
EXPLAIN (COSTS OFF) EXECUTE count_in ('2022-Q3');
EXECUTE count_in ('2022-Q3');
EXECUTE count_in ('5874897-12-31');
EXECUTE count_in ('4714-11-24 BC..5874897-12-31');
EXECUTE count_in (NULL);
EXPLAIN (COSTS OFF) SELECT count(*) FROM quarters JOIN facts ON at <@ p;
RESET enable_bitmapscan;
-- The same rows as a plain range of dates finds, with the index and without.
CREATE FUNCTION count_each_way(condition text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	line text;
	used text := '';
	with_index bigint;
	without bigint;
BEGIN
	SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on;
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) SELECT count(*) FROM facts WHERE ' || condition LOOP
		used := used || line;
	END LOOP;
	EXECUTE 'SELECT count(*) FROM facts WHERE ' || condition INTO with_index;
	SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off;
	EXECUTE 'SELECT count(*) FROM facts WHERE ' || condition INTO without;
	IF used !~ 'Index (Only )?Scan' OR used ~ 'Filter' THEN
		RETURN used;
	END IF;
	RETURN CASE WHEN with_index = without THEN with_index::text ELSE with_index || ' <> ' || without END;
END
$$;
SELECT p AS period, count_each_way(format('at <@ %L::plan_period', p)) AS constant, count_each_way(format('at <@ (SELECT %L::plan_period)', p)) AS parameter,
	(SELECT count(*) FROM facts WHERE at >= plan_first_day(p) AND at <= plan_last_day(p)) AS plain,
	(SELECT count(*) FROM facts WHERE NOT at <@ p) AS outside, (SELECT count(*) FROM facts WHERE at < plan_first_day(p) OR at > plan_last_day(p)) AS plain_outside
FROM unnest('{2022-Q3,2022-09-15,2020-2025,2022-12-31..2023-01-01,1900,5874897-12-31,4714-11-24 BC,4714-11-24 BC..5874897-12-31}'::plan_period[]) AS p;
SELECT count(*) AS joined, (SELECT count(*) FROM facts WHERE at BETWEEN '2005-01-01' AND '2024-12-31') AS plain FROM facts JOIN quarters ON at <@ p;
RESET plan_cache_mode;
-- Partitions that hold nothing of a period are not looked at.
CREATE TABLE by_year (at date, i int) PARTITION BY RANGE (at);
CREATE TABLE by_year_2021 PARTITION OF by_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE by_year_2022 PARTITION OF by_year FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE by_year_other PARTITION OF by_year DEFAULT;
EXPLAIN (COSTS OFF) SELECT * FROM by_year WHERE at <@ '2022-Q3';
EXPLAIN (COSTS OFF) SELECT * FROM by_year WHERE '2021-12..2022-01' @> at;
-- A condition on a date may be stored: it is checked as it was written.
CREATE TABLE checked (at date CHECK (at <@ '2020-2025'));
INSERT INTO checked VALUES ('2020-01-01'), ('2025-12-31'), (NULL);
SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'checked'::regclass;
INSERT INTO checked VALUES ('2026-01-01');

-- Expected rows are within half and twice of what comes.
CREATE FUNCTION expects(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	plan json;
	actual float8;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
	EXECUTE 'SELECT count(*) FROM (' || query || ') AS q' INTO actual;
	RETURN CASE WHEN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 BETWEEN actual / 2 AND actual * 2 THEN 'well'
		ELSE (plan -> 0 -> 'Plan' ->> 'Plan Rows') || ' of ' || actual END;
END
$$;
CREATE TABLE mixed AS SELECT CASE WHEN i % 10 = 0 THEN plan_month(date '2005-01-15' + i * 3) WHEN i % 200 = 1 THEN '2010'::plan_period END AS p FROM generate_series(1, 2000) AS i;
CREATE TABLE days AS SELECT plan_day(date '2005-01-01' + i) AS p FROM generate_series(0, 7304) AS i;
ANALYZE mixed;
ANALYZE days;
CREATE TABLE repeated AS SELECT plan_quarter(date '2022-01-01' + i % 180) AS p FROM generate_series(1, 1000) AS i;
CREATE TABLE nested AS SELECT ancestor AS p FROM plan_subperiods('2011-2015', 'month') AS m, plan_ancestor_rows(m, '2011-2015');
CREATE TABLE many AS SELECT p FROM plan_subperiods('2010-2013', 'day') AS p, generate_series(1, 3);
ANALYZE repeated, nested, many;
SELECT query, expects(query)
FROM unnest(ARRAY['SELECT FROM facts WHERE at <@ ''2022-Q3''', 'SELECT FROM facts WHERE ''2020-2022'' @> at', 'SELECT FROM facts WHERE NOT at <@ ''2022''',
	'SELECT FROM facts WHERE _plan_date_in_period(at, ''2022-Q3'')',
	'SELECT FROM facts JOIN quarters ON at <@ p', 'SELECT FROM quarters JOIN facts ON p @> at', 'SELECT FROM facts JOIN mixed ON at <@ p', 'SELECT FROM facts JOIN days ON at <@ p',
	'SELECT FROM facts JOIN quarters ON at <@ p AND p < ''2015''', 'SELECT FROM facts WHERE EXISTS (SELECT FROM quarters WHERE at <@ p)', 'SELECT FROM facts WHERE EXISTS (SELECT FROM repeated WHERE at <@ p)',
	'SELECT FROM facts WHERE NOT EXISTS (SELECT FROM repeated WHERE at <@ p)', 'SELECT FROM facts WHERE EXISTS (SELECT FROM nested WHERE p @> at)', 'SELECT FROM facts WHERE EXISTS (SELECT FROM many WHERE at <@ p)',
	'SELECT FROM quarters WHERE EXISTS (SELECT FROM facts WHERE at <@ p)',
	'SELECT FROM days WHERE p @> ''2022-09-15''::date', 'SELECT FROM quarters WHERE date ''2022-09-15'' <@ p', 'SELECT FROM mixed WHERE p @> date ''2010-06-15''',
	'SELECT plan_subperiods(''2005-2024'', ''month'')', 'SELECT FROM plan_subperiods(''2022'', ''day'', fiscal(4))', 'SELECT * FROM plan_subperiods(''2022'', ''half'')']) AS query;
-- BRIN takes it too; GiST holds periods as ranges.
CREATE INDEX facts_brin ON facts USING brin (at) WITH (pages_per_range = 8);
DROP INDEX facts_at;
SET plan_cache_mode = force_generic_plan;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) EXECUTE count_in ('2022-Q3');
EXECUTE count_in ('2022-Q3');
RESET enable_seqscan;
RESET plan_cache_mode;
CREATE INDEX periods_range ON periods USING gist ((p::daterange));
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM periods WHERE p::daterange && '[2000-01-01,2000-02-01)';
RESET enable_seqscan;
RESET enable_bitmapscan;
SELECT count(*) FILTER (WHERE p::daterange && '[2000-01-01,2000-02-01)') AS ranges, count(*) FILTER (WHERE p && '2000-01') AS periods FROM periods;

DROP TABLE repeated, nested, many, sales, moved, dates, any_dates, periods, near, sent, facts, quarters, by_year, checked, mixed, days;
DROP FUNCTION pick, count_each_way, expects;

-- A number is the year of that number, as dates count: before 1 comes -1, which is 1 BC.
SELECT 2022::plan_period, 2022::int2::plan_period AS short, 2022::bigint::plan_period AS long, 2022.0::plan_period AS "numeric", plan_period(2022), '2022-Q3' <@ 2022 AS within, date '2022-03-01' <@ 2022 AS day_within,
	plan_period(-4713) AS first, plan_period(5874897) AS last, plan_period(-1) AS before_christ, plan_period(-44) AS ides;
SELECT count(*) AS years, count(*) FILTER (WHERE plan_period(y) <> p OR plan_period(y::int) <> p OR plan_period(y::bigint) <> p OR (y BETWEEN -32768 AND 32767 AND plan_period(y::smallint) <> p)) AS not_of_extract,
	count(*) FILTER (WHERE plan_fiscal_year(at, fiscal(1)) <> y OR plan_fiscal_year(at, fiscal(1, 'start')) <> y) AS not_fiscal, count(*) FILTER (WHERE plan_first_day(p) <> make_date(y::int, 1, 1)) AS not_of_make_date,
	count(*) FILTER (WHERE to_char(abs(y), 'FM0000000') || CASE WHEN y < 0 THEN ' BC' ELSE '' END <> CASE WHEN p::text ~ 'BC' THEN lpad(split_part(p::text, ' ', 1), 7, '0') || ' BC' ELSE lpad(p::text, 7, '0') END AND NOT p::text ~ '\.\.') AS not_of_text
FROM (SELECT at, plan_year(at) AS p, extract(year FROM at) AS y
	FROM (SELECT date '4713-01-01 BC' + i AS at FROM generate_series(0, 2000000, 997) AS i UNION ALL SELECT date '0002-12-30 BC' + i FROM generate_series(0, 1200, 7) AS i UNION ALL SELECT date '5870000-01-01' + i FROM generate_series(0, 1700000, 9973) AS i) AS d) AS v;
SELECT plan_fiscal_year('0001-06-01 BC', fiscal(1)) AS calendar, plan_fiscal_year('0001-12-31 BC', fiscal(10)) AS by_end, plan_fiscal_year('0001-12-31 BC', fiscal(10, 'start')) AS by_start, plan_period(plan_fiscal_year('0001-06-01 BC', fiscal(1))) = plan_year('0001-06-01 BC') AS same,
	plan_fiscal_name('0002-10 BC..0001-09 BC', fiscal(10)), plan_fiscal_name('0001-10 BC..0001-09', fiscal(10));
SELECT y AS year, attempt(format('%s::plan_period', y)) AS refused FROM unnest('{0,(-4714),5874898,0::smallint,0::bigint,5874898::bigint,9223372036854775807,(-9223372036854775808),0.0,2022.5,2022.00000000000000000000001,(-0.5),5874898.0,1e30,''NaN''::numeric,''Infinity''::numeric,''-Infinity''::numeric,2022::float8,2022::real}'::text[]) AS y;
-- Years of every number type serve wherever a period does, and numbers are compared as numbers.
SELECT date '2022-03-01' <@ 2022::bigint AS "bigint", date '2022-03-01' <@ extract(year FROM date '2022-05-05') AS "numeric", timestamp '2022-03-01' <@ 2022::bigint AS plain, 2022::bigint @> date '2022-03-01' AS holds, '2022-Q3'::plan_period <@ 2022.0 AS within, 2022::bigint && '2022-Q3'::plan_period AS overlaps,
	plan_period '2022' = 2022::bigint AS equal, 2022.0 = plan_period '2022' AS equal, plan_period '2022' < 2023.0 AS less, plan_elapsed(2022.0, '2022-12-31') AS elapsed, plan_elapsed(2022::bigint, '2022-12-31', 'standard') AS working, plan_target_to_date(365, 2022::bigint, '2022-01-31') AS due, plan_to_date(2022.0, '2022-01-31') AS part,
	plan_shift(2022::bigint, 1), plan_parent(2022.0, 'year'), plan_ancestors(2022::bigint, 2022.0), (SELECT count(*) FROM plan_subperiods(2022::bigint, 'month')) AS months, plan_days(extract(year FROM date '2024-01-01')) AS days, plan_prior_year(2022.0);
CREATE TABLE numbers AS SELECT i::smallint AS s, i::int AS i, i::bigint AS b, i::numeric AS n, i::float8 AS f, i::real AS r FROM generate_series(2000, 2100) AS i;
CREATE INDEX ON numbers (b);
SET enable_seqscan = off; SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT b FROM numbers WHERE b = 2022;
EXPLAIN (COSTS OFF) SELECT b FROM numbers WHERE b < 2022::smallint;
RESET enable_seqscan; RESET enable_bitmapscan;
-- What an operator on two numbers gave before, it gives still: what is not of numbers has the names of the extension's.
SELECT format('%s %s %s', l, o, r) AS changed FROM unnest('{s,i,b,n,f,r}'::text[]) AS l, unnest('{s,i,b,n,f,r,''7'',7,7.5}'::text[]) AS r, unnest('{=,<>,<,<=,>,>=}'::text[]) AS o,
	attempt(format('SELECT bool_and((%s %s %s) = (%s::float8 %s %s::float8)) FROM numbers', l, o, r, l, o, r)) AS same WHERE same <> 'true';
SELECT count(*) AS calls, count(*) FILTER (WHERE result ~ '^42725') AS ambiguous
FROM (SELECT attempt(format('SELECT pg_typeof(NULL::%s OPERATOR(%s) NULL::%s)', l, o, r)) AS result
	FROM unnest('{smallint,integer,bigint,numeric,double precision,real}'::text[]) AS l, unnest('{smallint,integer,bigint,numeric,double precision,real}'::text[]) AS r, unnest('{=,<>,<,<=,>,>=,+,-,*,/,%,^}'::text[]) AS o) AS v;
DROP TABLE numbers;
DROP FUNCTION attempt;

-- The earliest and the latest: of those that begin together the whole is before its parts.
CREATE FUNCTION steps_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	line text;
	steps text[];
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		steps := steps || substring(line FROM '(?:Partial Aggregate|Index Only Scan Backward|Index Only Scan|Parallel Seq Scan|Bitmap Index Scan|Seq Scan).*');
	END LOOP;
	RETURN array_to_string(steps, ', ');
END
$$;
CREATE TABLE known AS SELECT plan_period_of(date '2015-01-01' + i, (ARRAY['year', 'quarter', 'month'])[1 + i % 3]) AS p, i FROM generate_series(0, 2999) AS i;
INSERT INTO known VALUES (NULL, -1);
SELECT min(p), max(p), max(p) FILTER (WHERE plan_grain(p) = 'year') AS year, max(p) FILTER (WHERE i < 0) AS none, (SELECT p FROM known ORDER BY p LIMIT 1) AS first, (SELECT p FROM known WHERE p IS NOT NULL ORDER BY p DESC LIMIT 1) AS last FROM known;
SELECT min(p), max(p) FROM unnest('{2022-Q1,2022,2022-01-01,2022-01}'::plan_period[]) AS p;
SELECT p, max(p) OVER (ORDER BY p ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), min(p) OVER (ORDER BY p DESC) FROM unnest('{2022-Q1,2022,NULL,2021}'::plan_period[]) AS p ORDER BY p;
SELECT min(g), max(g) FROM unnest('{>= 95,<= 10,8..12,NULL,>= 95 from 44}'::plan_goal[]) AS g;
SELECT min(status), max(status) FROM unnest('{at_risk,met,NULL,off_track}'::plan_status[]) AS status;
-- min and max of what has them already are what they were.
SELECT pg_typeof(min(1)), pg_typeof(min(1::smallint)), pg_typeof(max(1::bigint)), pg_typeof(max(1.5)), pg_typeof(max(1.5::float4)), pg_typeof(min('x')), pg_typeof(min('x'::varchar)), pg_typeof(min('x'::name)), pg_typeof(min('x'::char(3))),
	pg_typeof(max(NULL)), pg_typeof(min(current_date)), pg_typeof(min('{1}'::int[])), pg_typeof(max('1'::oid)), pg_typeof(max('met'::plan_status));
CREATE INDEX ON known (p);
VACUUM ANALYZE known;
SELECT steps_of('SELECT max(p) FROM known') AS latest, steps_of('SELECT min(p) FROM known') AS earliest;
SELECT min(p), max(p) FROM known;
SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
SELECT steps_of('SELECT min(p), max(p) FROM known');
SELECT min(p), max(p) FROM known;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET max_parallel_workers_per_gather;
RESET enable_indexscan; RESET enable_indexonlyscan; RESET enable_bitmapscan;
-- BRIN holds the least and the greatest period of each range of pages.
CREATE TABLE logged AS SELECT plan_day(date '2000-01-01' + i) AS p, repeat('x', 100) AS pad FROM generate_series(0, 8000) AS i;
INSERT INTO logged VALUES (NULL), ('2030');
CREATE INDEX logged_brin ON logged USING brin (p) WITH (pages_per_range = 4);
INSERT INTO logged SELECT plan_month(date '2022-01-01' + i * 30), repeat('y', 100) FROM generate_series(0, 200) AS i;
SELECT brin_summarize_new_values('logged_brin') > 0 AS summarized;
ANALYZE logged;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM logged WHERE p >= '2010' AND p < '2010-03';
CREATE FUNCTION count_logged(condition text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	n bigint;
BEGIN
	EXECUTE 'SELECT count(*) FROM logged WHERE ' || condition INTO n;
	RETURN n;
END
$$;
CREATE TABLE with_brin AS SELECT c, count_logged(c) AS n, steps_of('SELECT FROM logged WHERE ' || c) AS steps
FROM unnest('{p >= ''2010'' AND p < ''2010-03'',p = ''2010-05-05'',p > ''2021-06'',p <= ''2000-01-10'',p IS NULL,p = ''2030'',p > ''2040'',p < ''1990''}'::text[]) AS c;
SET enable_seqscan = on; SET enable_bitmapscan = off;
SELECT c AS condition, steps, n AS with_brin, count_logged(c) AS without FROM with_brin;
RESET enable_seqscan; RESET enable_bitmapscan;
DROP TABLE known, logged, with_brin;
DROP FUNCTION count_logged, steps_of;
DROP FUNCTION fiscal;
