-- Figures to date of places below: those of a part of the year are of the days from the first of the year on, also of places that ended in it.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('to_date');
SET search_path = to_date, public;
SET tnplan.known_on = '2026-02-15';
UPDATE setting SET term = '2021-2030';
INSERT INTO node (code, name) VALUES ('P', 'plan');

-- X is there until June; what it reported counts with what Y reports of later periods, but not beside it where Y is what X became, and they are added up.
CREATE TEMP TABLE tried (n int, says text, y_from date, became boolean, reports text);
INSERT INTO tried VALUES (1, 'new Y', '2025-07-01', true, 'X 2025-06 330,Y 2025-10 900,Y 2025-12 1120'), (2, 'Y was there', NULL, true, 'X 2025-06 330,Y 2025-06 800,Y 2025-12 1920'), (3, 'Y silent', '2025-07-01', true, 'X 2025-06 330'),
	(4, 'X silent', '2025-07-01', true, 'Y 2025-12 1120'), (5, 'X its year', '2025-07-01', true, 'X 2025 330,Y 2025-12 1120'), (6, 'X has 0', '2025-07-01', true, 'X 2025-06 330,X 2025 0,Y 2025-12 1450'), (7, 'no change', '2025-07-01', false, 'X 2025-06 330,Y 2025-12 1120'),
	(8, 'no change, X silent', '2025-07-01', false, 'Y 2025-12 1120'), (9, 'X until March', '2025-07-01', false, 'X 2025-03 150,Y 2025-12 1120'), (10, 'no change, Y late', '2025-07-01', false, 'X 2025-06 330,Y 2025-10 900'),
	(11, 'X says less', '2025-07-01', false, 'X 2025-06 -330,Y 2025-12 1120'), (12, 'X silent, Y below 0', '2025-07-01', false, 'Y 2025-12 -5'),
	(13, 'Y its year', '2025-07-01', false, 'X 2025-06 330,Y 2025 1120'), (14, 'X gone', '2025-07-01', false, 'X 2025-06 330,X 2025-H1 340,X 2025-06 gone,Y 2025-12 1120'), (15, 'of two years', '2025-07-01', false, 'X 2025-06 330,Y 2024..2025 1120');
INSERT INTO place (code, name) SELECT 'R' || n, says FROM tried;
INSERT INTO place (code, parent, name, valid_from, valid_until) SELECT 'X' || n, 'R' || n, 'x', NULL, date '2025-06-30' FROM tried UNION ALL SELECT 'Y' || n, 'R' || n, 'y', y_from, NULL FROM tried;
INSERT INTO place_change (place, became, changed_on) SELECT 'X' || n, 'Y' || n, '2025-07-01' FROM tried WHERE became;
INSERT INTO indicator (code, node, name, kind, across) SELECT across, 'P', across, 'cumulative', across FROM unnest('{sum,mean,max,min}'::text[]) AS across;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, split_part(r, ' ', 1) || n, split_part(r, ' ', 2), nullif(split_part(r, ' ', 3), 'gone')::float8, plan_last_day(plan_parse_period(split_part(r, ' ', 2))) + CASE WHEN r LIKE '%gone' THEN 30 ELSE 10 END FROM indicator AS i, tried, unnest(string_to_array(reports, ',')) AS r;
CREATE TEMP VIEW shown AS SELECT t.n, t.says, f.indicator, f.first_day, f.last_day, format('%s %s %s/%s', coalesce(f.bound, '?'), f.value, f.places_covered, f.places) AS said, f.period FROM place_figure AS f JOIN tried AS t ON f.place = 'R' || t.n;
SELECT n, says, indicator, string_agg(period || ' ' || said, ', ' ORDER BY first_day, last_day) AS said FROM shown GROUP BY indicator, n, says ORDER BY indicator DESC, n;
-- The same is said of a target of the period, but of one of which the period itself has not all of it: there Y counts with December.
INSERT INTO target (indicator, place, period, goal, known_on) SELECT DISTINCT indicator, 'R' || n, period, '>= 1000', date '2024-12-31' FROM shown;
SELECT count(*), count(*) FILTER (WHERE (p.actual, p.bound, p.figures, p.places, p.places_covered, p.figure_known_on) IS DISTINCT FROM (f.value, f.bound, f.figures, f.places, f.places_covered, f.known_on)) AS different
FROM place_figure AS f JOIN performance AS p USING (indicator, place, period);
SELECT f.indicator, f.place, f.period, f.bound, f.value, p.bound AS of_target, p.actual FROM place_figure AS f JOIN performance AS p USING (indicator, place, period) WHERE f.indicator = 'sum' AND (p.actual, p.bound) IS DISTINCT FROM (f.value, f.bound) ORDER BY f.place;
-- So it is of the places of today, where X became Y.
SELECT t.n, t.says, f.place, string_agg(f.period || ' ' || format('%s %s %s/%s', coalesce(f.bound, '?'), f.value, f.figures, f.places), ', ' ORDER BY f.first_day, f.last_day) AS said
FROM figure_today AS f JOIN tried AS t ON substr(f.place, 2) = t.n::text WHERE f.indicator = 'sum' GROUP BY t.n, t.says, f.place ORDER BY t.n, f.place;
-- A place that gives parts away: figures to date of any later part of the year are divided, as that of the year is.  Where another part is missing besides, nothing is known of the sum.
INSERT INTO place (code, name, valid_until) VALUES ('D', 'divided', '2025-06-30'), ('E', 'ceding', NULL), ('U', 'u', NULL), ('V', 'v', NULL);
INSERT INTO place_change (place, became, changed_on, share) VALUES ('D', 'U', '2025-07-01', 0.5), ('D', 'V', '2025-07-01', 0.5), ('E', 'V', '2025-07-01', 0.25);
INSERT INTO actual (indicator, place, period, value, known_on) SELECT 'sum', v.place, p, v.value, '2026-01-10' FROM (VALUES ('E', 100), ('U', 30), ('V', 40)) AS v (place, value), unnest('{2025,2025-12,2025-06}'::text[]) AS p;
SELECT place, period, bound, value, figures, places FROM figure_today WHERE place IN ('D', 'E', 'U', 'V') ORDER BY place, first_day, last_day;
INSERT INTO actual (indicator, place, period, value, known_on) VALUES ('sum', 'D', '2025', 12, '2026-01-10'), ('sum', 'D', '2025-06', 12, '2026-01-10');
SELECT place, period, bound, value, figures, places FROM figure_today WHERE place IN ('D', 'E', 'U', 'V') ORDER BY place, first_day, last_day;
DELETE FROM actual;
DELETE FROM target;
DELETE FROM place_change;
DELETE FROM place;

-- Years that begin in July: a place that ended in June is of the year before, one that ended in September of this.  Places may have ended before any calendar.
UPDATE setting SET calendar = 'year from July';
INSERT INTO place (code, parent, name, valid_until) VALUES ('R', NULL, 'r', NULL), ('J', 'R', 'until June', '2025-06-30'), ('S', 'R', 'until September', '2025-09-30'), ('T', 'R', 'long ago', '0100-01-01'), ('K', 'R', 'for long', '9999-12-31'), ('Y', 'R', 'y', NULL);
INSERT INTO actual (indicator, place, period, value, known_on) SELECT 'sum', split_part(r, ' ', 1), split_part(r, ' ', 2), split_part(r, ' ', 3)::float8, '2026-01-20'
FROM unnest('{J 2025-06 10,J 2025-01..2025-06 10,S 2025-06 20,S 2025-07..2025-09 5,S 2025-09 4,Y 2025-06 100,Y 2025-09 30,Y 2025-12 40,K 2025-12 1,K 2025-06 2}'::text[]) AS r;
SELECT year, period, bound, value, figures, places_covered AS of_these, places FROM place_figure WHERE place = 'R' ORDER BY first_day, last_day;
SELECT period, bound, value FROM place_figure WHERE place = 'R' AND year = 2026 AND indicator = 'sum' AND period = '2025-12';
UPDATE setting SET calendar = DEFAULT;
SELECT year, period, bound, value, figures, places_covered AS of_these, places FROM place_figure WHERE place = 'R' ORDER BY first_day, last_day;
DELETE FROM actual;
DELETE FROM place;

-- Random trees, lives, changes and reports that are revised and taken back, beside targets of October, in which nothing else ends: what is said of it is the same.
CREATE FUNCTION pg_temp.chance(VARIADIC text[]) RETURNS float8 LANGUAGE sql AS $$ SELECT ('x' || left(md5(array_to_string($1, '/')), 8))::bit(32)::bigint / 4294967296.0 $$;
CREATE FUNCTION pg_temp.one_of(choice text, VARIADIC of text[]) RETURNS text LANGUAGE sql AS $$ SELECT (string_to_array(choice, ' '))[1 + floor(pg_temp.chance(VARIADIC of) * (1 + length(choice) - length(replace(choice, ' ', ''))))::int] $$;
INSERT INTO place (code, name) SELECT 't' || t, 'tree' FROM generate_series(1, 100) AS t;
INSERT INTO place (code, parent, name, valid_from)
SELECT 't' || t || '.' || n, CASE WHEN n <= 3 OR pg_temp.chance('root', t::text, n::text) < 0.2 THEN 't' || t ELSE 't' || t || '.' || 1 + floor(pg_temp.chance('parent', t::text, n::text) * (n - 1))::int END, 'place', CASE WHEN pg_temp.chance('from', t::text, n::text) < 0.25 THEN pg_temp.one_of('2025-04-01 2025-07-01 2025-10-01', 'from day', t::text, n::text)::date END
FROM generate_series(1, 100) AS t, generate_series(1, 9) AS n;
UPDATE place SET valid_until = pg_temp.one_of('2024-12-31 2025-03-31 2025-06-30 2025-06-30 2025-09-30', 'day', code)::date WHERE parent IS NOT NULL AND valid_from IS NULL AND pg_temp.chance('until', code) < 0.5;
-- Of three places in a line the first and the last are there together: otherwise each of the two views has another figure stand for the last.
UPDATE place SET valid_from = NULL WHERE code IN (SELECT unnest(CASE WHEN a.valid_until IS NULL THEN ARRAY[p.ancestor] ELSE ARRAY[p.place, p.ancestor] END) FROM place_above AS p JOIN place AS a ON a.code = p.ancestor WHERE p.steps >= 2);
INSERT INTO place_change (place, became, changed_on, share)
SELECT DISTINCT ON (c.place, c.became) c.place, c.became, CASE WHEN pg_temp.chance('other', c.place, c.became) < 0.2 THEN pg_temp.one_of('2025-01-01 2025-02-10 2025-12-31', 'on', c.place, c.became)::date ELSE c.ended_on + 1 END, 0.5
FROM (SELECT p.code AS place, p.valid_until AS ended_on, split_part(p.code, '.', 1) || '.' || split_part(p.code, '.', 2)::int + 1 + floor(pg_temp.chance('became', p.code, n::text) * (9 - split_part(p.code, '.', 2)::int))::int AS became FROM place AS p, generate_series(1, 2) AS n WHERE p.valid_until IS NOT NULL AND p.code NOT LIKE '%.9' AND pg_temp.chance('changed', p.code, n::text) < 0.4) AS c;
-- Districts that go, with most of the communes below them, which become new ones beside or below them, or others.
INSERT INTO place (code, parent, name, valid_until) SELECT 't' || t || '.d', 't' || t, 'district', '2025-06-30' FROM generate_series(1, 100) AS t;
INSERT INTO place (code, parent, name, valid_until) SELECT 't' || t || '.d' || n, 't' || t || '.d', 'commune', CASE WHEN pg_temp.chance('goes on', t::text, n::text) > 0.15 THEN pg_temp.one_of('2025-06-30 2025-06-30 2025-06-30 2025-09-30 2025-03-31', 'commune', t::text, n::text)::date END FROM generate_series(1, 100) AS t, generate_series(1, 3) AS n;
INSERT INTO place (code, parent, name, valid_from) SELECT 't' || t || '.n' || n, 't' || t || CASE WHEN pg_temp.chance('new below', t::text, n::text) < 0.3 THEN '.d' ELSE '' END, 'new commune', CASE WHEN pg_temp.chance('new', t::text, n::text) < 0.8 THEN '2025-07-01'::date END FROM generate_series(1, 100) AS t, generate_series(1, 2) AS n;
INSERT INTO place_change (place, became, changed_on) SELECT c.code, pg_temp.one_of(format('%1$s.n1 %1$s.n1 %1$s.n2 %1$s.9', split_part(c.code, '.', 1)), 'new of', c.code), c.valid_until + 1 FROM place AS c WHERE c.code ~ 'd[1-3]$' AND c.valid_until IS NOT NULL;
INSERT INTO actual (indicator, place, period, value, bound, known_on)
SELECT i.code, p.code, t, round((pg_temp.chance('value', i.code, p.code, t) * 40 - 1)::numeric, 1), CASE WHEN i.across IN ('sum', 'mean') THEN pg_temp.one_of('= = = = = = ~ >= <=', 'bound', i.code, p.code, t) ELSE '=' END, plan_last_day(plan_parse_period(t)) + 1 + floor(pg_temp.chance('known', i.code, p.code, t) * 20)::int
FROM indicator AS i, place AS p, unnest('{2024,2025-H1,2025-Q1,2025-Q2,2025-06,2025-01..2025-09,2025-Q3,2025-10}'::text[]) AS t
WHERE p.parent IS NOT NULL AND daterange(p.valid_from, p.valid_until, '[]') && daterange(plan_first_day(plan_parse_period(t)), plan_last_day(plan_parse_period(t)), '[]') AND pg_temp.chance('report', i.code, p.code, t) < CASE t WHEN '2025-10' THEN 0.6 ELSE 0.3 END;
INSERT INTO actual (indicator, place, period, value, bound, known_on) SELECT indicator, place, period, CASE WHEN pg_temp.chance('gone', indicator, place, period) < 0.5 THEN value + 1 END, bound, known_on + 3 + floor(pg_temp.chance('later', indicator, place, period) * 30)::int FROM actual WHERE pg_temp.chance('revised', indicator, place, period) < 0.2;
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p.code, '2025-10', '>= 20', '2023-12-31' FROM indicator AS i, place AS p WHERE p.valid_until IS NULL;
ANALYZE;
CREATE TEMP TABLE compared AS
SELECT coalesce(f.place, p.place) AS place, coalesce(f.indicator, p.indicator) AS indicator, f.value, f.bound, f.figures, f.places, f.places_covered, f.known_on, p.actual AS t_actual, p.bound AS t_bound, p.figures AS t_figures, p.places AS t_places, p.places_covered AS t_covered, p.figure_known_on AS t_known_on
FROM (SELECT * FROM place_figure WHERE period = '2025-10' AND NOT is_own AND place IN (SELECT place FROM target)) AS f FULL JOIN (SELECT * FROM performance WHERE answered_by = 'places') AS p USING (indicator, place);
SELECT count(*) > 500 AS many, count(*) FILTER (WHERE bound = '=') > 50 AS exact, count(*) FILTER (WHERE value IS NULL OR t_actual IS NULL) AS one_alone, count(*) FILTER (WHERE value <> t_actual OR figures <> t_figures) AS values,
	count(*) FILTER (WHERE bound IS DISTINCT FROM t_bound) AS bounds, count(*) FILTER (WHERE places <> t_places OR places_covered > t_covered) AS places, count(*) FILTER (WHERE known_on <> t_known_on) AS known_on FROM compared;
DELETE FROM target;
DELETE FROM actual;
DELETE FROM place_change;
DELETE FROM place;

-- Where all places below one have become the last of them, that has the same figures today, in each period.
INSERT INTO place (code, name) SELECT 'm' || t, 'all' FROM generate_series(1, 60) AS t;
INSERT INTO place (code, parent, name, valid_until) SELECT 'm' || t || '.' || n, 'm' || t, 'place', ('{2025-03-31,2025-03-31,2025-06-30,2025-06-30,2025-09-30,NULL}'::date[])[n] FROM generate_series(1, 60) AS t, generate_series(1, 6) AS n;
INSERT INTO place_change (place, became, changed_on) SELECT p.code, p.parent || '.' || n + 1 + floor(pg_temp.chance('became', p.code) * (6 - n))::int, p.valid_until + 1 FROM place AS p, split_part(p.code, '.', 2) AS s, CAST(nullif(s, '') AS int) AS n WHERE n < 6;
INSERT INTO actual (indicator, place, period, value, bound, known_on)
SELECT i.code, p.code, t, round((pg_temp.chance('value', i.code, p.code, t) * 40 - 1)::numeric, 1), pg_temp.one_of('= = = = = = = = = ~ >= <=', 'bound', i.code, p.code, t), plan_last_day(plan_parse_period(t)) + 1
FROM indicator AS i, place AS p, unnest('{2025-Q1,2025-03,2025-H1,2025-06,2025-01..2025-09,2025-Q3,2025-10,2025-12,2025}'::text[]) AS t
WHERE p.parent IS NOT NULL AND daterange(p.valid_from, p.valid_until, '[]') && daterange(plan_first_day(plan_parse_period(t)), plan_last_day(plan_parse_period(t)), '[]') AND pg_temp.chance('report', i.code, p.code, t) < CASE WHEN right(p.code, 1) = '6' THEN 0.7 ELSE 0.4 END;
ANALYZE;
SELECT f.across = 'mean' AS is_mean, count(*) > 300 AS many, count(*) FILTER (WHERE f.figures > 1 AND f.places_covered = f.places) > 2 AS complete, count(*) FILTER (WHERE t.place IS NULL OR f.place IS NULL) AS one_alone, count(*) FILTER (WHERE t.value <> f.value OR t.figures <> f.figures OR t.known_on <> f.known_on) AS values,
	count(*) FILTER (WHERE t.places <> f.places OR f.figures <> f.places_covered) AS places, count(*) FILTER (WHERE t.bound IS DISTINCT FROM f.bound AND f.across <> 'mean' OR t.bound = '=' AND f.across = 'mean' AND t.places > 1) AS bounds
FROM (SELECT * FROM place_figure WHERE NOT is_own) AS f FULL JOIN (SELECT * FROM figure_today WHERE place LIKE '%.6') AS t ON t.place = f.place || '.6' AND t.indicator = f.indicator AND t.period = f.period GROUP BY f.across = 'mean' ORDER BY 1;
DROP VIEW shown;
RESET search_path;
RESET tnplan.known_on;
CALL plan_drop_workspace('to_date', force => true);
RESET DateStyle;
