-- Sums of figures, targets and shares do not depend on the order of rows, nor on how they are joined.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
SET tnplan.known_on = '2024-08-15';
SET jit = off;
CALL plan_create_workspace('order_up');
CALL plan_create_workspace('order_down');
SET search_path = order_up, public;
INSERT INTO node (code, parent, name) VALUES ('P', NULL, 'plan'), ('P1', 'P', 'goal'), ('P2', 'P', 'goal');
INSERT INTO place (code, parent, kind, name) VALUES ('R', NULL, 'region', 'r');
INSERT INTO place (code, parent, kind, name) SELECT 'D' || i, 'R', 'district', 'd' FROM generate_series(1, 4) AS i;
INSERT INTO place (code, parent, kind, name) SELECT 'C' || i, 'D' || 1 + i % 4, 'commune', 'c' FROM generate_series(1, 14) AS i;
INSERT INTO place (code, kind, name) SELECT 'OLD' || i, 'commune', 'o' FROM generate_series(1, 6) AS i;
INSERT INTO place (code, kind, name) SELECT 'NEW' || i, 'commune', 'n' FROM generate_series(1, 3) AS i;
INSERT INTO place_change (place, became, changed_on, share) SELECT 'OLD' || i, 'NEW' || n, date '2024-01-01' + i % 2, (ARRAY[0.1, 0.2, 0.7])[1 + (i + n) % 3] FROM generate_series(1, 6) AS i, generate_series(1, 3) AS n;
INSERT INTO indicator (code, node, name, kind, across, frequency, currency) SELECT upper(kind || '_' || across), 'P' || 1 + length(kind) % 2, 'i', kind, across, 'month', CASE WHEN across = 'sum' THEN 'VND' END
FROM unnest('{flow,cumulative,average}'::text[]) AS kind, unnest('{sum,mean}'::text[]) AS across;
INSERT INTO exchange_rate VALUES ('VND', 'USD', '2020-01-01', 0.00004);
INSERT INTO ranking (code, node, name) VALUES ('K', 'P', 'k');
INSERT INTO standing (ranking, place, period, rank, known_on) SELECT 'K', 'D' || i, y::text, 1 + (i + y) % 4, make_date(y + 1, 1, 31) FROM generate_series(1, 4) AS i, generate_series(2022, 2023) AS y;
INSERT INTO milestone (code, node, name, due, known_on) VALUES ('M', 'P', 'm', '2024-06', '2024-01-01'), ('M2', 'P1', 'm', '2024-07', '2024-01-01');
-- Tenths, numbers next to which they are lost, and their negatives.
CREATE TEMP TABLE number AS SELECT (ARRAY[0.1, 0.2, 0.3, 1e16, 0.7, -1e16, 1, 1e-5, 3.3])[1 + i] AS number, i FROM generate_series(0, 8) AS i;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, p.code, y || '-' || to_char(m, 'FM00'), n.number, make_date(y, m, 1) + 40 FROM indicator AS i, place AS p, generate_series(2024, 2024) AS y, generate_series(1, 6) AS m JOIN number AS n ON true
WHERE p.kind = 'commune' AND n.i = (i.id + 5 * p.id + m + y) % 9;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, p.code, y::text, n.number, make_date(y, 12, 1) + 40 FROM indicator AS i, place AS p, generate_series(2022, 2023) AS y, number AS n
WHERE p.kind = 'commune' AND n.i = (i.id + 4 * p.id + y) % 9;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p.code, y::text, '>= 1', make_date(y - 1, 12, 1) FROM indicator AS i, place AS p, generate_series(2022, 2024) AS y WHERE p.kind <> 'commune' OR p.id % 5 = 0;
INSERT INTO target (indicator, place, period, goal, known_on)
SELECT i.code, p.code, y || '-' || to_char(m, 'FM00'), '>= ' || n.number, make_date(y - 1, 12, 1 + p.id % 9) FROM indicator AS i, place AS p, generate_series(2024, 2024) AS y, generate_series(1, 12) AS m JOIN number AS n ON true
WHERE (p.kind <> 'commune' OR p.id % 5 = 0) AND n.i = CASE WHEN p.id % 2 = 0 THEN m % 3 ELSE (i.id + 3 * p.id + m) % 9 END;
-- The same rows, loaded the other way round.
DO $$
DECLARE
	name text;
	columns text;
BEGIN
	FOREACH name IN ARRAY '{node,place,place_change,indicator,exchange_rate,ranking,standing,milestone,actual,target}'::text[] LOOP
		SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute AS a WHERE a.attrelid = format('order_up.%I', name)::regclass AND a.attnum > 0 AND a.attgenerated = '' AND NOT a.attisdropped;
		EXECUTE format('INSERT INTO order_down.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM order_up.%1$I ORDER BY ctid DESC', name, columns);
	END LOOP;
END
$$;
ANALYZE order_up.actual, order_up.target, order_up.indicator, order_up.place, order_up.place_change, order_down.actual, order_down.target, order_down.indicator, order_down.place, order_down.place_change;
SELECT (SELECT count(*) FROM order_up.actual) AS figures, (SELECT count(*) FROM order_up.target) AS targets,
	(SELECT code FROM order_up.place ORDER BY ctid LIMIT 1) AS first_place, (SELECT code FROM order_down.place ORDER BY ctid LIMIT 1) AS other_first_place;
-- What the views of one say and those of the other do not.
CREATE FUNCTION pg_temp.other_rows(settings text[]) RETURNS TABLE (of_view text, up bigint, down bigint) LANGUAGE plpgsql AS $$
DECLARE
	setting text;
BEGIN
	FOR of_view IN SELECT c.relname FROM pg_class AS c WHERE c.relnamespace = 'order_up'::regnamespace AND c.relkind = 'v' ORDER BY c.relname COLLATE "C" LOOP
		EXECUTE format('CREATE TEMP TABLE is_up AS TABLE order_up.%I', of_view);
		FOREACH setting IN ARRAY settings LOOP
			PERFORM set_config(setting, 'off', true);
		END LOOP;
		EXECUTE format('CREATE TEMP TABLE is_down AS TABLE order_down.%I', of_view);
		FOREACH setting IN ARRAY settings LOOP
			PERFORM set_config(setting, 'on', true);
		END LOOP;
		SELECT count(*) INTO up FROM (TABLE is_up EXCEPT ALL TABLE is_down) AS u;
		SELECT count(*) INTO down FROM (TABLE is_down EXCEPT ALL TABLE is_up) AS d;
		IF up > 0 OR down > 0 THEN
			RETURN NEXT;
		END IF;
		DROP TABLE is_up, is_down;
	END LOOP;
END
$$;
SELECT * FROM pg_temp.other_rows('{}');
SELECT * FROM pg_temp.other_rows('{enable_hashagg,enable_hashjoin}');
SELECT * FROM pg_temp.other_rows('{enable_nestloop,enable_sort}');
-- Pages say the same.
UPDATE order_up.setting SET title = 'order';
UPDATE order_down.setting SET title = 'order';
SELECT plan_report('order_up', y::text) = plan_report('order_down', y::text) AS same_page, plan_report('order_up', y::text) ~ '<b class=v>[0-9]+&#160;%' AS has_scores FROM generate_series(2022, 2024) AS y;
-- Verdicts and place_figure have the same sums and means of the same figures, to the last bit.
SELECT count(*) AS answered, count(*) FILTER (WHERE p.actual IS DISTINCT FROM f.value) AS differing
FROM order_up.performance AS p JOIN order_up.place_figure AS f USING (indicator, place, period) WHERE p.year = 2022 AND p.answered_by = 'places' AND NOT f.is_own;
RESET search_path;
CALL plan_drop_workspace('order_up', force => true);
CALL plan_drop_workspace('order_down', force => true);
-- Scores are exact too: here 37.5 percent, of which sums of float8 are 37 or 38 by the order of the rows.
DO $$
DECLARE
	name text;
	way text;
BEGIN
	FOR name, way IN VALUES ('tie_up', 'ASC'), ('tie_down', 'DESC') LOOP
		CALL plan_create_workspace(name);
		PERFORM set_config('search_path', name || ', public', true);
		UPDATE setting SET title = 'tie', term = '2019', language = 'en';
		INSERT INTO node (code, name) VALUES ('P', 'plan');
		INSERT INTO place (code, name) VALUES ('R', 'r');
		EXECUTE 'INSERT INTO node (code, parent, name, weight) SELECT ''P'' || m, ''P'', ''p'', m * 0.1 FROM generate_series(1, 4) AS m ORDER BY m ' || way;
		EXECUTE 'INSERT INTO indicator (code, node, name, kind, weight) SELECT m || ''.'' || n, ''P'' || m, ''i'', ''stock'', w FROM generate_series(1, 4) AS m, unnest(''{0.4,0.7,0.8,0.3,0.1}''::float8[]) WITH ORDINALITY AS v (w, n) ORDER BY m * 10 + n ' || way;
		EXECUTE 'INSERT INTO target (indicator, place, period, goal, known_on) SELECT m || ''.'' || n, ''R'', ''2019'', ''>= 1'', ''2018-12-31'' FROM generate_series(1, 4) AS m, generate_series(1, 5) AS n ORDER BY m * 10 + n ' || way;
		EXECUTE 'INSERT INTO actual (indicator, place, period, value, known_on) SELECT m || ''.'' || n, ''R'', ''2019'', s, ''2020-01-31'' FROM generate_series(1, 4) AS m, unnest(''{0.375,0.375,0.25,0.5,1}''::float8[]) WITH ORDINALITY AS v (s, n) ORDER BY m * 10 + n ' || way;
	END LOOP;
END
$$;
SELECT plan_report('tie_up') = plan_report('tie_down') AS same_page, u.score, u.score = d.score AS same_score, (SELECT string_agg(m[1], ' ') FROM regexp_matches(plan_report('tie_down'), '([0-9]+)&#160;%', 'g') AS m) AS percents FROM tie_up.overall_score AS u, tie_down.overall_score AS d;
RESET search_path;
CALL plan_drop_workspace('tie_up', force => true);
CALL plan_drop_workspace('tie_down', force => true);
-- The sum is that of the figures, rounded once, also where most of it goes away again; small figures keep their digits, and one is itself.
CALL plan_create_workspace('small');
SET search_path = small, public;
INSERT INTO node (code, name) VALUES ('P', 'plan');
INSERT INTO place (code, name) VALUES ('R', 'r');
INSERT INTO place (code, parent, name) SELECT 'D' || i, 'R', 'd' FROM generate_series(1, 6) AS i;
INSERT INTO indicator (code, node, name, kind, across) VALUES ('SUM', 'P', 's', 'flow', 'sum'), ('MEAN', 'P', 'm', 'average', 'mean'), ('TO_DATE', 'P', 't', 'cumulative', 'sum');
CREATE TEMP TABLE figure (year, numbers) AS VALUES (2020, '{0.1,0.2,0.3,1e16,1,-1e16}'::float8[]), (2021, '{1e-25,2e-25,4e-25}'), (2022, '{1.1e-30}'), (2023, '{0.0001,0.0002,0.0004,-0.0001}');
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, 'D' || n.i, f.year::text, n.number, make_date(f.year + 1, 1, 31) FROM indicator AS i, figure AS f, unnest(f.numbers) WITH ORDINALITY AS n (number, i);
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R', f.year::text, '>= 7e-25', make_date(f.year - 1, 12, 31) FROM indicator AS i, figure AS f;
SELECT p.indicator, p.year, p.actual, f.value = p.actual AS place_figure FROM performance AS p JOIN place_figure AS f USING (indicator, place, period) ORDER BY p.indicator, p.year;
-- Of merged places too; a part of a share keeps its digits.
INSERT INTO place (code, name) VALUES ('NEW', 'n'), ('NEAR', 'n'), ('PART', 'p'), ('REST', 'r');
INSERT INTO place_change (place, became, changed_on, share) SELECT code, 'NEW', '2024-01-01', 1 FROM place WHERE code LIKE 'D%';
SELECT t.indicator, t.year, t.value, t.value = f.value AS place_figure FROM figure_today AS t JOIN place_figure AS f USING (indicator, period) WHERE t.place = 'NEW' AND f.place = 'R' ORDER BY t.indicator, t.year;
INSERT INTO place_change (place, became, changed_on, share) VALUES ('NEAR', 'PART', '2024-01-01', 1e-8), ('NEAR', 'REST', '2024-01-01', 0.1), ('PART', 'NEW', '2024-02-01', 1e-8);
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('SUM', 'NEAR', '2019', 3, '2020-01-31');
SELECT today, share FROM place_today WHERE place IN ('NEAR', 'PART') ORDER BY place, today;
SELECT place, value FROM figure_today WHERE indicator = 'SUM' AND year = 2019 ORDER BY place;
-- Targets of the parts of a year come to it, and say how much of it was due.
DELETE FROM target;
DELETE FROM actual;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R', '2024', CASE i.kind WHEN 'average' THEN '>= 2.1e-25' WHEN 'flow' THEN '>= 6.9e-25' ELSE '>= 7e-25' END, '2023-12-31' FROM indicator AS i;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, 'R', '2024-Q' || q, '>= ' || ((CASE i.kind WHEN 'cumulative' THEN '{1e-25,3e-25,6e-25,7e-25}' ELSE '{1e-25,2e-25,3e-25,1e-25}' END)::float8[])[q], '2023-12-31' FROM indicator AS i, generate_series(1, 4) AS q;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT i.code, 'R', '2024-H1', 3e-25, '2024-07-31' FROM indicator AS i;
SELECT indicator, target, parts_target, difference FROM target_check ORDER BY indicator;
SELECT p.indicator, p.actual, p.expected, p.expected = h.expected AS status_history FROM performance AS p JOIN status_history AS h USING (indicator, place, period) WHERE p.period = '2024' AND h.known_on = '2024-07-31' ORDER BY indicator;
RESET search_path;
CALL plan_drop_workspace('small', force => true);
