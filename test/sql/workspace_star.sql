-- What BI tools rely on in the views of a workspace: plain types, comments, keys, and names and order of columns.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('star', sample => true);
-- Facts outside the term, a period across years, with a figure that may be in another unit, and a closed one.
INSERT INTO star.actual (indicator, place, period, value, known_on) VALUES ('EXPORT', 'TN', '2019', 20, '2020-01-15'), ('EXPORT', 'TN', '2022-10..2023-09', 30000, '2023-10-01');
INSERT INTO star.target (indicator, place, period, goal, known_on) VALUES ('EXPORT', 'TN', '2026-2030', '>= 250', '2023-01-01'), ('EXPORT', 'TN', '2026-01..2028-06', '>= 100', '2023-01-01'), ('EXPORT', 'TN', '2028-07..2030-12', '>= 140', '2023-01-01');
INSERT INTO star.standing (ranking, place, period, rank, total, known_on) VALUES ('DTI', 'TN', '2031', 1, 34, '2031-06-30');
INSERT INTO star.theme VALUES (2030, 'một chủ đề');
INSERT INTO star.exchange_rate VALUES ('USD', 'VND', '2022-01-01', 23000);
SELECT plan_close_period('star', '2022') > 0 AS closed;
CREATE TEMP VIEW columns AS
SELECT c.relname::text AS view, a.attname::text AS name, a.attnum, a.attrelid, format_type(a.atttypid, a.atttypmod) AS type, c.reloptions
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'star'::regnamespace AND c.relkind = 'v';

SELECT view COLLATE "C", string_agg(name, ' ' ORDER BY attnum) AS columns FROM pg_temp.columns GROUP BY 1 ORDER BY 1;
SELECT view, name, type FROM pg_temp.columns WHERE type NOT IN ('integer', 'bigint', 'double precision', 'text', 'date', 'timestamp with time zone', 'boolean');
SELECT DISTINCT view FROM pg_temp.columns WHERE coalesce(obj_description(attrelid, 'pg_class'), '') = '';
SELECT view, name FROM pg_temp.columns WHERE coalesce(col_description(attrelid, attnum), '') = '';
-- What has several meanings says which one it has.
SELECT name, col_description(attrelid, attnum) AS comment, string_agg(view::text, ' ' ORDER BY view::text COLLATE "C") AS views FROM pg_temp.columns WHERE name IN ('kind', 'score', 'steps') GROUP BY 1, 2 ORDER BY 1, 2;
SELECT DISTINCT view FROM pg_temp.columns WHERE NOT 'security_invoker=true' = ANY (coalesce(reloptions, '{}'));

-- Every view can be read without a search_path, and no number is infinite or NaN.
CREATE TEMP TABLE found (what text, rows bigint);
DO $$
DECLARE
	c record;
	n bigint;
BEGIN
	PERFORM set_config('search_path', '', true);
	FOR c IN SELECT * FROM pg_temp.columns WHERE type IN ('double precision', 'date', 'timestamp with time zone') LOOP
		EXECUTE format(CASE c.type WHEN 'double precision' THEN 'SELECT count(*) FROM star.%I WHERE %I IN (''NaN'', ''Infinity'', ''-Infinity'')' ELSE 'SELECT count(*) FROM star.%I WHERE NOT isfinite(%I)' END, c.view, c.name) INTO n;
		IF n > 0 THEN
			INSERT INTO pg_temp.found VALUES (format('odd values of %s.%s', c.view, c.name), n);
		END IF;
	END LOOP;
	FOR c IN SELECT DISTINCT view FROM pg_temp.columns LOOP
		EXECUTE format('SELECT count(*) FROM star.%I', c.view) INTO n;
		IF n = 0 THEN
			INSERT INTO pg_temp.found VALUES ('no rows in ' || c.view, n);
		END IF;
	END LOOP;
	-- Each key of a dimension is there once, and each key of a fact is in its dimension.
	FOR c IN SELECT view, name FROM pg_temp.columns WHERE view LIKE 'dim\_%' AND attnum = 1 LOOP
		EXECUTE format('SELECT count(*) - count(DISTINCT %2$I) FROM star.%1$I', c.view, c.name) INTO n;
		INSERT INTO pg_temp.found SELECT format('keys of %s that are not unique', c.view), n WHERE n > 0;
	END LOOP;
	FOR c IN SELECT view, name, 'dim_' || regexp_replace(regexp_replace(name, '_key$', ''), '^(first|last)_', '') AS dim, regexp_replace(name, '^(first|last)_', '') AS key FROM pg_temp.columns WHERE view LIKE 'fact\_%' AND name LIKE '%\_key' AND attnum > CASE view WHEN 'fact_actual' THEN 1 ELSE 0 END LOOP
		EXECUTE format('SELECT count(*) FROM star.%I AS f WHERE NOT EXISTS (SELECT FROM star.%I AS d WHERE d.%I = f.%I)', c.view, c.dim, c.key, c.name) INTO n;
		INSERT INTO pg_temp.found SELECT format('keys %s of %s without a dimension', c.name, c.view), n WHERE n > 0;
	END LOOP;
END
$$;
-- So are years, also those out of the term.
INSERT INTO star.standing (ranking, place, period, rank, total, known_on) SELECT r.code, p.code, '2016', 3, 63, '2017-05-01' FROM (SELECT code FROM star.ranking ORDER BY code LIMIT 1) AS r, (SELECT code FROM star.place ORDER BY code LIMIT 1) AS p;
INSERT INTO pg_temp.found
SELECT 'years of ' || f.fact || ' without a row of dim_year', count(*)
FROM (SELECT 'fact_performance' AS fact, year FROM star.fact_performance UNION ALL SELECT 'fact_actual', year FROM star.fact_actual UNION ALL SELECT 'fact_standing', year FROM star.fact_standing) AS f
WHERE NOT EXISTS (SELECT FROM star.dim_year AS y WHERE y.year_key = f.year) GROUP BY f.fact;
TABLE found;
SELECT min(date), max(date), count(*) = max(date) - min(date) + 1 AS every_day FROM star.dim_date;
SELECT count(*) - count(DISTINCT actual_key) AS actuals, (SELECT count(*) - count(DISTINCT (indicator_key, place_key, basis_key, first_date_key, last_date_key)) FROM star.fact_performance) AS performance FROM star.fact_actual;
-- Facts are what the views with names say, in other words.
DO $$
DECLARE
	named constant text := 'SELECT i.id, n.id, p.id, b.id, f.status_sort, to_char(f.first_day, ''YYYYMMDD'')::int, to_char(f.last_day, ''YYYYMMDD'')::int, f.period, f.grain, f.year, f.target, f.actual, f.expected, f.achievement, f.score, f.variance, f.coverage, f.is_complete, f.is_closed, f.weight, f.goal
		FROM star.performance AS f JOIN star.indicator AS i ON i.code = f.indicator JOIN star.node AS n ON n.code = f.node JOIN star.place AS p ON p.code = f.place JOIN star.basis AS b ON b.code = f.basis';
	known constant text := 'SELECT a.id, i.id, p.id, to_char(a.first_day, ''YYYYMMDD'')::int, to_char(a.last_day, ''YYYYMMDD'')::int, a.period, a.year, a.value, a.bound, a.vintage, plan_grain(a.period::plan_period)
		FROM star.known_actual AS a JOIN star.indicator AS i ON i.code = a.indicator JOIN star.place AS p ON p.code = a.place';
	day text;
	differ bigint;
BEGIN
	FOREACH day IN ARRAY '{"", 2021-06-30, 2022-11-15, 2024-02-01}'::text[] LOOP
		PERFORM set_config('tnplan.known_on', day, true);
		EXECUTE format('SELECT count(*) FROM ((%1$s EXCEPT ALL TABLE star.fact_performance) UNION ALL (TABLE star.fact_performance EXCEPT ALL %1$s)) AS x', named) INTO differ;
		ASSERT differ = 0, format('%s verdicts differ on %s', differ, day);
		EXECUTE format('SELECT count(*) FROM ((%1$s EXCEPT ALL TABLE star.fact_actual) UNION ALL (TABLE star.fact_actual EXCEPT ALL %1$s)) AS x', known) INTO differ;
		ASSERT differ = 0, format('%s figures differ on %s', differ, day);
	END LOOP;
END
$$;
SELECT * FROM star.dim_year ORDER BY year_key DESC LIMIT 2;
DROP VIEW pg_temp.columns;
CALL plan_drop_workspace('star', force => true);
RESET DateStyle;
