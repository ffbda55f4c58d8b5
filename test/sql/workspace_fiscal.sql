-- Years of a ministry begin in July: all views have their names and numbers.
CALL plan_create_workspace('fiscal');
SET search_path = fiscal, public;
SET tnplan.known_on = '2023-01-31';
UPDATE setting SET term = '2021-07..2024-06', calendar = 'year from July', language = 'en';
INSERT INTO node (code, name) VALUES ('ROADS', 'Roads');
INSERT INTO place (code, kind, name) VALUES ('MIN', 'ministry', 'Ministry');
INSERT INTO indicator (code, node, name, unit, kind, frequency) VALUES ('BUILT', 'ROADS', 'Roads built', 'km', 'flow', 'quarter');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('BUILT', 'MIN', '2021-07..2022-06', '>= 100', '2021-06-30'), ('BUILT', 'MIN', '2022-07..2023-06', '>= 120', '2022-06-30'), ('BUILT', 'MIN', '2022-Q3', '>= 25', '2022-06-30'), ('BUILT', 'MIN', '2022', '>= 110', '2021-12-31');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('BUILT', 'MIN', '2021-Q3', 22, '2021-10-10'), ('BUILT', 'MIN', '2021-07..2022-06', 104, '2022-07-20'), ('BUILT', 'MIN', '2022-Q3', 20, '2022-10-10'), ('BUILT', 'MIN', '2022-Q4', 31, '2023-01-10');
INSERT INTO theme VALUES (2023, 'Đường cao tốc', 'Motorways');
SELECT period, grain, year, goal, actual, status FROM performance ORDER BY first_day, last_day;
SELECT period, status FROM performance WHERE year = 2023 ORDER BY first_day, last_day DESC;
SELECT period, year, indicators, met, off_track FROM scorecard WHERE period = 'FY2023';
SELECT period, value, previous_period, previous_value FROM growth WHERE year = 2023 AND period = 'FY2023-Q1';
SELECT year, expected, reported, missing, first_missing FROM coverage ORDER BY year;
SELECT period, year, known_on, status FROM status_history WHERE period = 'FY2022' ORDER BY known_on;
SELECT year, theme_en FROM dim_year ORDER BY year;
SELECT plan_year, plan_quarter, plan_month, year, quarter FROM dim_date WHERE date = '2022-08-15';
SELECT period, year, value FROM fact_actual WHERE year = 2023 ORDER BY first_date_key;
SELECT f.period, f.year, f.target, s.name FROM fact_performance AS f JOIN dim_status AS s USING (status_key) WHERE f.year = 2022;
SELECT * FROM actual_period ORDER BY first_day, last_day;
-- Tables have the years and names that everybody has.
SELECT period, period_name, year FROM target ORDER BY first_day, last_day;
RESET tnplan.known_on;

-- The sample, as it was and with years from July, by plain SQL.  Its views are kept as they are with the standard calendar.
CALL plan_drop_workspace('fiscal', force => true);
CALL plan_create_workspace('fiscal', sample => true);
SET tnplan.known_on = '2024-06-30';
INSERT INTO document_count (kind, period, count, known_on) VALUES ('decree', '2022-07..2023-06', 12, '2023-07-01'), ('decree', '2022', 10, '2023-01-05');
INSERT INTO official_verdict (indicator, place, period, target_period, share, known_on) VALUES ('GRDP', 'TN', '2022-07..2023-06', '2022', 98, '2023-07-01');
INSERT INTO target (indicator, place, period, goal, known_on) VALUES ('GRDP', 'TN', '2022-07..2023-06', '>= 8', '2022-01-01'), ('GRDP', 'TN', '2021-07..2024-06', '>= 8', '2022-01-01'), ('EXPORT', 'TN', '2022-Q4', '>= 8', '2022-01-01'), ('EXPORT', 'TN', '2023-06', '>= 2', '2022-01-01');
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2022-07..2023-06', 8, '2023-07-01'), ('EXPORT', 'TN', '2022-Q4', 8.5, '2023-01-01'), ('EXPORT', 'TN', '2021-Q4', 7.5, '2022-01-01'), ('EXPORT', 'TN', '2023-06', 2.5, '2023-07-01');
\set ECHO none
SELECT format('CREATE TEMP TABLE standard_%s AS SELECT * FROM %1$I', relname) FROM pg_class WHERE relkind = 'v' AND relnamespace = 'fiscal'::regnamespace ORDER BY relname \gexec
\set ECHO all
CREATE FUNCTION pg_temp.july_year(day date) RETURNS int LANGUAGE sql RETURN EXTRACT(year FROM day + interval '6 months')::int;
-- NULL for what has the name that everybody knows.
CREATE FUNCTION pg_temp.july_name(first_day date, last_day date) RETURNS text LANGUAGE sql RETURN (
	SELECT CASE WHEN EXTRACT(day FROM first_day) <> 1 OR EXTRACT(day FROM last_day + 1) <> 1 THEN NULL
		WHEN m = 3 AND s % 3 = 0 THEN 'FY' || y || '-Q' || s / 3 + 1
		WHEN m = 6 AND s % 6 = 0 THEN 'FY' || y || '-H' || s / 6 + 1
		WHEN m = 12 AND s = 0 THEN 'FY' || y
		WHEN m % 12 = 0 AND s = 0 THEN 'FY' || pg_temp.july_year(first_day) || '-FY' || y END
	FROM (SELECT (EXTRACT(year FROM last_day + 1) * 12 + EXTRACT(month FROM last_day + 1) - EXTRACT(year FROM first_day) * 12 - EXTRACT(month FROM first_day))::int,
		(EXTRACT(month FROM first_day)::int + 5) % 12, pg_temp.july_year(last_day)) AS n (m, s, y));
UPDATE setting SET calendar = 'year from July';
-- Every view that has days of periods, with how many rows whose name or year is another.
CREATE TEMP TABLE checked (view text, rows bigint, fiscal bigint, wrong bigint);
\set ECHO none
SELECT format('INSERT INTO checked SELECT %L, count(*), count(*) FILTER (WHERE period LIKE ''FY%%''), count(*) FILTER (WHERE period IS DISTINCT FROM coalesce(pg_temp.july_name(first_day, last_day), plan_period(first_day, last_day)::text) OR %s) FROM %1$I WHERE period <> ''listed''',
	c.relname, CASE WHEN EXISTS (SELECT FROM pg_attribute AS y WHERE y.attrelid = c.oid AND y.attname = 'year') THEN 'year IS DISTINCT FROM pg_temp.july_year(last_day)' ELSE 'false' END)
FROM pg_class AS c WHERE c.relkind = 'v' AND c.relnamespace = 'fiscal'::regnamespace
	AND (SELECT count(*) FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname IN ('period', 'first_day', 'last_day')) = 3 ORDER BY c.relname \gexec
\set ECHO all
SELECT * FROM checked ORDER BY view;
-- Facts, standings and verdicts, whose days are elsewhere.
SELECT count(*) AS rows, count(*) FILTER (WHERE f.year IS DISTINCT FROM pg_temp.july_year(l.date) OR f.period IS DISTINCT FROM coalesce(pg_temp.july_name(b.date, l.date), plan_period(b.date, l.date)::text)) AS wrong
FROM fact_actual AS f JOIN dim_date AS b ON b.date_key = f.first_date_key JOIN dim_date AS l ON l.date_key = f.last_date_key;
SELECT count(*) AS rows, count(*) FILTER (WHERE f.year IS DISTINCT FROM pg_temp.july_year(l.date) OR f.period IS DISTINCT FROM coalesce(pg_temp.july_name(b.date, l.date), plan_period(b.date, l.date)::text)) AS wrong
FROM fact_performance AS f JOIN dim_date AS b ON b.date_key = f.first_date_key JOIN dim_date AS l ON l.date_key = f.last_date_key;
SELECT (SELECT count(*) FROM fact_performance) = (SELECT count(*) FROM performance) AS "facts are verdicts", count(*) FILTER (WHERE year IS DISTINCT FROM pg_temp.july_year(to_date(last_date_key::text, 'YYYYMMDD'))) AS wrong FROM fact_standing;
SELECT target_period, period, official_share FROM verdict_comparison WHERE known_on = '2023-07-01';
SELECT code, due_on, reached_on, years_ahead, pg_temp.july_year(due_on) - pg_temp.july_year(reached_on) AS plain FROM milestone_status WHERE reached_on IS NOT NULL ORDER BY code LIMIT 3;
-- But for names and years nothing is another.
SELECT count(*) AS wrong FROM (SELECT indicator, place, basis, first_day, last_day, goal, actual, expected, status FROM standard_performance WHERE kind <> 'cumulative' EXCEPT ALL SELECT indicator, place, basis, first_day, last_day, goal, actual, expected, status FROM performance) AS d;
SELECT count(*) AS wrong FROM (SELECT indicator, place, first_day, last_day, value, known_on, id FROM standard_known_actual EXCEPT ALL SELECT indicator, place, first_day, last_day, value, known_on, id FROM known_actual) AS d;

-- A closed period follows the calendar too, which may change.
SELECT plan_close_period('fiscal', 'FY2023') AS verdicts;
SELECT period, year, is_closed FROM performance WHERE is_closed AND year = 2023 ORDER BY first_day, last_day, indicator LIMIT 3;
SELECT f.period, f.year, count(*) FROM fact_performance AS f WHERE is_closed GROUP BY f.period, f.year ORDER BY f.period;
SELECT DISTINCT period, year FROM closed_verdict ORDER BY period;
SELECT period FROM closing;
UPDATE setting SET calendar = 'year from April; named by start';
SELECT DISTINCT period, year FROM performance WHERE is_closed ORDER BY period;
SELECT DISTINCT period, year FROM known_target WHERE year = 2022 ORDER BY period;
UPDATE setting SET calendar = 'standard';
SELECT DISTINCT period, year FROM performance WHERE is_closed ORDER BY period;
SELECT plan_reopen_period('fiscal', 'FY2023') AS verdicts;
SELECT plan_reopen_period('fiscal', '2022-07..2023-06') AS verdicts;
CREATE TEMP TABLE changed (view text, before bigint, after bigint);
\set ECHO none
SELECT format('INSERT INTO changed SELECT %L, (SELECT count(*) FROM (SELECT v::text FROM standard_%1$s AS v EXCEPT ALL SELECT v::text FROM %1$I AS v) AS d), (SELECT count(*) FROM (SELECT v::text FROM %1$I AS v EXCEPT ALL SELECT v::text FROM standard_%1$s AS v) AS d)', relname)
FROM pg_class WHERE relkind = 'v' AND relnamespace = 'fiscal'::regnamespace ORDER BY relname \gexec
\set ECHO all
SELECT * FROM changed WHERE before > 0 OR after > 0;
-- Weeks and holidays make no other years.
UPDATE setting SET calendar = 'week from Sunday; holidays 2024-01-01';
SELECT has_fiscal_years, (SELECT min(period) FROM known_target WHERE year = 2022) FROM setting;
RESET tnplan.known_on;
RESET search_path;
CALL plan_drop_workspace('fiscal', force => true);

-- Names of periods.
SELECT calendar, plan_period_name('2022-07..2023-06', calendar) AS year, plan_period_name('2022-Q3', calendar) AS quarter, plan_period_name('2022', calendar) AS "2022"
FROM unnest(ARRAY['standard', 'week from Sunday', 'year from July', 'year from July; named by start', 'year from 6 April']::plan_calendar[]) AS calendar;
SELECT plan_period_name(NULL, 'standard') IS NULL AND plan_period_name('2022', NULL) IS NULL AS "NULL";
