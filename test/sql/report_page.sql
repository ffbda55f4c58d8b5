-- One statement, one page.  Its text, without tags:
CALL plan_create_workspace('province', sample => true);
CREATE FUNCTION pg_temp.text_of(page text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT line FROM regexp_split_to_table(regexp_replace(regexp_replace(regexp_replace(page, '<style>.*?</style>', '', 'g'), '</?(p|li|tr|td|th|h[1-6]|section|summary|span|i|br)\y[^>]*>', E'\n', 'g'), '<[^>]*>', '', 'g'), '\n') AS line WHERE line ~ '\S'
$$;
\pset tuples_only on
\pset format unaligned
SELECT text_of FROM pg_temp.text_of(plan_report('province', as_of => '2023-06-29', language => 'en', since => '2023-06-08'));
SELECT text_of FROM pg_temp.text_of(plan_report('province', as_of => '2023-06-29')) LIMIT 20;
\pset format aligned
\pset tuples_only off

-- The setting of the session says the day unless the call does, and stays as it was.
SET tnplan.known_on = '2023-06-29';
SELECT plan_report('province') = plan_report('province', '2021-2025', '2023-06-29', 'vi', '2023-06-08') AS same, plan_known_on();
SELECT plan_report('province', as_of => '2024-12-31', basis => 'central') LIKE '%19.680%' AS later, plan_report('province', as_of => '2020-12-31') LIKE '%13,3%' AS earlier, plan_known_on();
RESET tnplan.known_on;
SET datestyle = 'German, DMY';
SELECT md5(plan_report('province', as_of => '29.06.2023', language => 'en')) = (SELECT md5(plan_report('province', as_of => '29.06.2023', language => 'en', since => '08.06.2023'))) AS same;
RESET datestyle;

-- A baseline that was dropped, and a target that was raised, are changes, though figure and verdict stay.
BEGIN;
INSERT INTO province.target (indicator, place, basis, period, goal, known_on) SELECT t.indicator, t.place, t.basis, t.period, t.goal || ' from 1', '2023-06-27' FROM province.known_target AS t JOIN province.performance AS p USING (indicator, place, basis, period) WHERE p.year = 2025 AND t.goal !~ 'from|[.][.]' ORDER BY t.indicator, t.place LIMIT 1;
INSERT INTO province.target (indicator, place, basis, period, goal, known_on) SELECT t.indicator, t.place, t.basis, t.period, regexp_replace(t.goal, ' from .*', ''), '2023-06-28' FROM province.known_target AS t WHERE t.known_on = '2023-06-27';
SELECT line FROM pg_temp.text_of(plan_report('province', as_of => '2023-06-28', language => 'en', since => '2023-06-27')) WITH ORDINALITY AS t (line, n) WHERE n BETWEEN (SELECT min(u.n) FROM pg_temp.text_of(plan_report('province', as_of => '2023-06-28', language => 'en', since => '2023-06-27')) WITH ORDINALITY AS u (line, n) WHERE u.line ~ 'Changes since') AND (SELECT min(u.n) + 12 FROM pg_temp.text_of(plan_report('province', as_of => '2023-06-28', language => 'en', since => '2023-06-27')) WITH ORDINALITY AS u (line, n) WHERE u.line ~ 'Changes since');
ROLLBACK;

-- It needs nothing from elsewhere, runs no script, and is small.
SELECT page !~* '<script|javascript:|@import|url\(|https?://|<link|<img|<iframe|\son\w+=' AS alone, length(page) < 60000 AS small, page LIKE '<!DOCTYPE html>%</html>%' AS whole FROM plan_report('province', as_of => '2023-06-29') AS page;

-- Names may hold anything.
CREATE TEMP TABLE evil (n int, name text);
INSERT INTO evil VALUES (1, '</title></style><script>alert(1)</script>'), (2, '"><img src=x onerror=alert(1)>'), (3, ''''' onmouseover=''alert(1)'), (4, E'bidi \u202Eevil\u202C'), (5, E'\x01\x02\x1b[31m'), (6, repeat('x', 10000)), (7, '&amp;<![CDATA[ ]]>'), (8, ''), (9, '%s%n%d%t');
UPDATE province.indicator AS i SET name = e.name, unit = e.name, name_en = e.name FROM (SELECT *, row_number() OVER (ORDER BY code) AS k FROM province.indicator) AS k, evil AS e WHERE k.code = i.code AND e.n = (k.k - 1) % 9 + 1;
UPDATE province.node AS i SET name = e.name, name_en = e.name, kind = e.name FROM (SELECT *, row_number() OVER (ORDER BY code) AS k FROM province.node) AS k, evil AS e WHERE k.code = i.code AND e.n = (k.k - 1) % 9 + 1;
UPDATE province.place SET name = (SELECT name FROM evil WHERE n = 2);
UPDATE province.milestone SET name = (SELECT name FROM evil WHERE n = 1), name_en = NULL;
UPDATE province.ranking SET name = (SELECT name FROM evil WHERE n = 3), name_en = NULL;
UPDATE province.setting SET title = (SELECT name FROM evil WHERE n = 1);
UPDATE province.status_label SET label_vi = (SELECT name FROM evil WHERE n = 2), label_en = (SELECT name FROM evil WHERE n = 3);
UPDATE province.official_verdict SET verdict = (SELECT name FROM evil WHERE n = 1), share = share + 1;
SELECT page !~ '<script|<img|x{255}x{255}' AS escaped, page !~ E'[\u0001-\u0009\u000b-\u001f\u202a-\u202e]' AS clean, (SELECT count(*) FROM regexp_matches(page, '</title>', 'g')) AS titles, (SELECT count(*) FROM regexp_matches(page, '</style>', 'g')) AS styles,
	(SELECT string_agg(DISTINCT lower(tag[1]), ' ') FROM regexp_matches(page, '</?([^ >]*)', 'g') AS tag) AS tags
FROM unnest('{vi,en}'::text[]) AS language, plan_report('province', as_of => '2023-06-29', language => language) AS page;

-- Years are those of the calendar of the workspace: what has passed of them, their names and the lines of their figures.
CALL plan_create_workspace('fiscal');
UPDATE fiscal.setting SET title = 'Sector', term = '2021-07..2024-06', calendar = 'year from July', language = 'en';
INSERT INTO fiscal.node (code, name) VALUES ('N', 'Node');
INSERT INTO fiscal.place (code, name, name_en) VALUES ('A', 'Bộ', 'Ministry'), ('B', 'Cục', NULL);
INSERT INTO fiscal.indicator (code, node, name, kind, frequency) VALUES ('C', 'N', 'To date', 'cumulative', 'month');
INSERT INTO fiscal.target (indicator, place, period, goal, known_on) SELECT 'C', p, '2023-07..2024-06', '>= 360', '2021-06-30' FROM unnest('{A,B}'::text[]) AS p;
INSERT INTO fiscal.actual (indicator, place, period, value, known_on)
SELECT 'C', p, to_char(m, 'YYYY-MM'), 10 * ((n - 1) % 12 + 1) * ((n + 11) / 12), (m + interval '1 month 9 days')::date FROM unnest('{A,B}'::text[]) AS p, generate_series(timestamp '2021-07-01', '2023-12-01', '1 month') WITH ORDINALITY AS g (m, n);
\pset tuples_only on
\pset format unaligned
SELECT text_of FROM pg_temp.text_of(plan_report('fiscal', as_of => '2024-01-15')) LIMIT 40;
SELECT term, line FROM unnest('{FY2023,2022-07..2023-06}'::text[]) AS term, pg_temp.text_of(plan_report('fiscal', term, '2024-01-15')) WITH ORDINALITY AS t (line, n) WHERE n BETWEEN 5 AND 11;
\pset format aligned
\pset tuples_only off
SELECT line[1] FROM regexp_matches(plan_report('fiscal', as_of => '2024-01-15'), '<path class=l d="([^"]*)"', 'g') AS line;
SELECT plan_report('fiscal', 'FY2023-Q9');
SELECT plan_report('fiscal', 'FYI');
CALL plan_drop_workspace('fiscal', force => true);

-- The targets of one basis, and each actual once in the score: what a province and its districts have, and what has two plans.
CALL plan_create_workspace('places');
UPDATE places.setting SET title = 'Places', term = '2023', language = 'en';
INSERT INTO places.node (code, name) VALUES ('N', 'Node');
INSERT INTO places.place (code, parent, name) VALUES ('P', NULL, 'Province'), ('D1', 'P', 'One'), ('D2', 'P', 'Two'), ('D3', 'D2', 'Three');
INSERT INTO places.indicator (code, node, name, name_en, unit, unit_en, direction, kind, weight) VALUES ('A', 'N', 'Nhà', 'Homes', 'nhà', 'homes', 'higher', 'flow', 1), ('B', 'N', 'Tai nạn', 'Accidents', 'vụ', 'cases', 'lower', 'flow', 2), ('C', 'N', 'Chi', 'Spent', 'tỷ', 'billion', 'within', 'cumulative', 1),
	('E', 'N', 'Nghèo', 'Poor', '%', NULL, 'lower', 'stock', 1), ('F', 'N', 'Lãi', 'Profit', 'tỷ', 'billion', 'higher', 'flow', 0), ('G', 'N', 'Khác', 'Other', '', NULL, 'within', 'stock', 1);
INSERT INTO places.target (indicator, place, basis, period, goal, known_on)
SELECT indicator, place, basis, '2023', goal, '2022-12-31' FROM (VALUES ('A', 'P', 'local', '>= 100'), ('A', 'D1', 'local', '>= 30'), ('A', 'D2', 'local', '>= 70'), ('A', 'D3', 'local', '>= 20'), ('A', 'P', 'central', '>= 80'),
	('B', 'D1', 'local', '<= 40'), ('B', 'D3', 'local', '<= 10'), ('C', 'P', 'local', '80..100'), ('E', 'P', 'local', '<= 3..4'), ('E', 'P', 'central', '<= 3.5'), ('F', 'P', 'local', '>= 6.6..6.8'), ('G', 'P', 'local', '= 63')) AS v (indicator, place, basis, goal);
INSERT INTO places.actual (indicator, place, period, value, known_on)
SELECT indicator, place, CASE WHEN indicator IN ('E', 'G') THEN '2023-06' ELSE '2023-H1' END, value, '2023-06-30' FROM (VALUES ('A', 'P', 40), ('A', 'D1', 30), ('A', 'D2', 10), ('A', 'D3', 5), ('B', 'D1', 25), ('B', 'D3', 4), ('C', 'P', 60), ('E', 'P', 3.5), ('F', 'P', 5), ('G', 'P', 60)) AS v (indicator, place, value);
INSERT INTO places.milestone (code, node, name, due, reached, known_on) VALUES ('1', 'N', 'In time', '2023-06', '2023-05', '2023-06-01'), ('2', 'N', 'Late', '2023-03', '2023-05', '2023-06-01'), ('3', 'N', 'Overdue', '2023-03', NULL, '2023-01-01'), ('4', 'N', 'To come', '2023-12', NULL, '2023-01-01');
\pset tuples_only on
\pset format unaligned
SELECT text_of FROM pg_temp.text_of(plan_report('places', as_of => '2023-06-30'));
SELECT text_of FROM pg_temp.text_of(plan_report('places', as_of => '2023-06-30', language => 'vi', basis => 'central')) LIMIT 70;
\pset format aligned
\pset tuples_only off
-- In plain SQL: of homes the province, of accidents both districts, of which none is part of the other.
SET tnplan.known_on = '2023-06-30';
SELECT round(100 * sum(weight * score) / sum(weight)) AS score
FROM (SELECT indicator, weight, avg(score) AS score FROM places.performance WHERE basis = 'local' AND (place = 'P' OR indicator = 'B') GROUP BY indicator, weight) AS i;
-- The view has the score and the counts of the page.
CREATE FUNCTION pg_temp.score_of(page text) RETURNS text LANGUAGE sql AS $$ SELECT substring(page FROM 'Score of the plan</span><i[^>]*><b[^>]*></b></i><b class=v>([0-9]+)&#160;%') $$;
CREATE FUNCTION pg_temp.counts_of(page text) RETURNS text LANGUAGE sql AS $$ SELECT string_agg(c[1] || ' ' || c[2], ', ' ORDER BY c[2] COLLATE "C") FROM regexp_matches(substring(page FROM '<ul class=chips>.*?</ul>'), '<li><b>([0-9]+)</b>(?:<[^>]*>)*([^<>]+)', 'g') AS c $$;
CREATE TEMP VIEW places_score AS
SELECT o.*, pg_temp.score_of(page) AS score_of_page, (SELECT string_agg((to_jsonb(o) ->> status) || ' ' || label_en, ', ' ORDER BY label_en COLLATE "C") FROM places.status_label WHERE to_jsonb(o) ->> status <> '0') AS counts, pg_temp.counts_of(page) AS counts_of_page
FROM places.overall_score AS o, plan_report('places', language => 'en', basis => o.basis) AS page;
SELECT basis, basis_name, targets, scored, round(100 * score) AS score, score_of_page, round(coverage::numeric, 3) AS coverage, counts, counts_of_page FROM pg_temp.places_score ORDER BY basis;
-- A place that has ended has no targets in force, and those of accidents share the weight without it.
BEGIN;
ALTER TABLE places.place DISABLE TRIGGER USER;
UPDATE places.place SET valid_until = '2023-06-29' WHERE code = 'D3';
SELECT basis, targets, round(100 * score) AS score, score_of_page, counts = counts_of_page AS equal_counts FROM pg_temp.places_score ORDER BY basis;
SELECT round(100 * sum(weight * score) / sum(weight)) AS score
FROM (SELECT indicator, weight, avg(score) AS score FROM places.performance WHERE basis = 'local' AND (place = 'P' OR indicator = 'B' AND place = 'D1') GROUP BY indicator, weight) AS i;
UPDATE places.place SET valid_until = '2023-06-30' WHERE code = 'D3';
SELECT basis, targets, score_of_page FROM pg_temp.places_score ORDER BY basis;
ROLLBACK;
BEGIN;
-- Two nodes at the top and one below, targets of the term, of quarters, of what is over and what is to come, and withdrawn ones.
UPDATE places.setting SET term = '2021-2025';
INSERT INTO places.node (code, parent, name, weight) VALUES ('M', NULL, 'Other', 3), ('M1', 'M', 'Below', 2), ('M2', 'M', 'Below', 0);
UPDATE places.indicator SET node = CASE code WHEN 'A' THEN 'M' WHEN 'B' THEN 'M1' WHEN 'G' THEN 'M2' ELSE 'N' END;
INSERT INTO places.indicator (code, node, name, kind) SELECT 'Q' || n, (ARRAY['N', 'M', 'M1'])[1 + n % 3], 'q', 'flow' FROM generate_series(1, 6) AS n;
INSERT INTO places.target (indicator, place, basis, period, goal, known_on) SELECT i, p, b, period, '>= ' || 10 * length(period), '2020-12-31'
FROM (VALUES ('Q1', '2021-2025'), ('Q1', '2023'), ('Q2', '2023-Q2'), ('Q2', '2023-06'), ('Q3', '2023-Q3'), ('Q3', '2023-Q4'), ('Q4', '2022-Q3'), ('Q4', '2022-H2'), ('Q5', '2026'), ('Q6', '2023'), ('Q6', '2024')) AS v (i, period), unnest('{P,D1,D2}'::text[]) AS p, unnest('{local,central}'::text[]) AS b;
INSERT INTO places.target (indicator, place, period, goal, known_on) VALUES ('Q6', 'P', '2023', NULL, '2023-05-31');
INSERT INTO places.actual (indicator, place, period, value, known_on) SELECT code, p, period, 20 + n, '2023-06-30' FROM places.indicator, unnest('{P,D1}'::text[]) AS p, unnest('{2022,2022-H2,2023-06,2023-04}'::text[]) WITH ORDINALITY AS u (period, n) WHERE code ~ 'Q';
SELECT basis, targets, scored, round(100 * score) AS score, score_of_page, round(coverage::numeric, 3) AS coverage, counts, counts_of_page FROM pg_temp.places_score ORDER BY basis;
SET LOCAL tnplan.known_on = '2022-11-30';
SELECT basis, targets, scored, round(100 * score) AS score, score_of_page, counts, counts_of_page FROM pg_temp.places_score ORDER BY basis;
SET LOCAL tnplan.known_on = '2030-01-01';
SELECT basis, targets, scored, round(100 * score) AS score, score_of_page, counts, counts_of_page FROM pg_temp.places_score ORDER BY basis;
UPDATE places.setting SET term = '2022-07..2025-06', calendar = 'year from July';
SET LOCAL tnplan.known_on = '2023-06-30';
SELECT plan_close_period('places', 'FY2023') AS verdicts;
UPDATE places.indicator SET weight = 5, node = 'M1' WHERE code = 'Q2';
SELECT basis, targets, scored, round(100 * score) AS score, score_of_page, counts, counts_of_page FROM pg_temp.places_score ORDER BY basis;
ROLLBACK;
RESET tnplan.known_on;
DROP VIEW pg_temp.places_score;
SELECT plan_report('places', basis => 'other');
SELECT plan_report('places', '2030', basis => 'central') LIKE '%Plan%>There are no targets of this period, nor of parts of it.<%</html>%' AS "no targets", plan_report('places', '2030', language => 'vi') LIKE '%>Không có mục tiêu nào của kỳ này hay của một phần kỳ này.<%</html>%' AS "no basis", plan_report('places', '2030') LIKE '%behind its pace%' AS behind;
CALL plan_drop_workspace('places', force => true);
-- The rows of a query, of which some add up.
\pset tuples_only on
\pset format unaligned
SELECT text_of FROM pg_temp.text_of(plan_report_query($$SELECT * FROM (VALUES ('Accidents', 250, '<= 400', 0.5, true), ('Accidents of a rate', 250, '<= 400', 0.5, NULL), ('Broken', 401, '<= 400', 0.5, true), ('None', 0, '<= 0', 0.5, true), ('Band', 25, '40..60', 0.5, true)) AS v (name, actual, goal, expected, adds_up)$$, language => 'en')) LIMIT 80;
\pset format aligned
\pset tuples_only off
SELECT plan_report_query($$SELECT 'a' AS name, 'perhaps' AS adds_up$$);

-- No rows, no tree, no settings; others' workspaces.
CALL plan_create_workspace('bare');
SELECT plan_report('bare', as_of => '2023-06-29') LIKE '%</html>%' AS whole;
DELETE FROM bare.setting;
SELECT plan_report('bare');
CALL plan_drop_workspace('bare');
SELECT plan_report(NULL) IS NULL AS nothing;
SELECT plan_report('nowhere');
SELECT plan_report('public');
SELECT plan_report('province', term => 'the term');
SELECT plan_report('province', language => 'fr');
SELECT plan_report('province', as_of => 'infinity');
-- What has changed since a later day is not known on the day; since the day itself nothing has.
SET DateStyle = 'SQL, DMY';
SELECT plan_report('province', as_of => '29/06/2023', since => '30/06/2023');
SELECT plan_report('province', as_of => '29/06/2023', since => '29/06/2023', language => 'en') ~ 'Nothing has changed' AS "no change";
SET tnplan.known_on = '2023-06-29';
SELECT plan_report('province', since => '15/12/2026');
RESET tnplan.known_on;
RESET DateStyle;
CREATE ROLE regress_visitor;
SET ROLE regress_visitor;
SELECT plan_report('province');
RESET ROLE;
DROP ROLE regress_visitor;
CALL plan_drop_workspace('province', force => true);

-- Without a workspace: the rows of a query.
\pset tuples_only on
\pset format unaligned
SELECT text_of FROM pg_temp.text_of(plan_report_query($$
	SELECT * FROM (VALUES
		('Economy', NULL, NULL::float8, NULL::text, NULL::float8, NULL::text, NULL::text, NULL::float8[]),
		('Exports', 'Economy', 13.3, '>= 35.09', 0.5, 'billion USD', '=', '{25,29,32,NULL}'),
		('Documents', 'Economy', 3600, '>= 4000', 1, NULL, '>', NULL),
		('Poor households', NULL, 4.2, '<= 3 from 8.6', 0.6, '%', NULL, '{8.6,7.1,6.0,5.5,4.2,NULL}'),
		('Waiting', NULL, NULL, '<= 8', NULL, 'days', NULL, NULL)
	) AS v (name, parent, actual, goal, expected, unit, bound, series)
$$, 'A company', 'the end of June', 'en')) LIMIT 75;
\pset format aligned
\pset tuples_only off
-- The score is a sum in any order: of these the weights and what they weigh, added as they stand, come to other last digits.
SELECT way, exponent, pg_temp.score_of(page) AS score
FROM unnest('{ASC,DESC}'::text[]) AS way, unnest('{0,700,-700}'::int[]) AS exponent, plan_report_query(format($$SELECT 'r' || n AS name, s AS actual, '>= 1' AS goal, w * 2::float8 ^ %s AS weight FROM unnest('{0.375,0.375,0.25,0.5,1}'::float8[], '{0.4,0.7,0.8,0.3,0.1}'::float8[]) WITH ORDINALITY AS v (s, w, n) ORDER BY n %s$$, exponent, way), language => 'en') AS page;
SELECT plan_report_query('SELECT 1 AS name WHERE false') LIKE '%</html>%' AS no_rows, plan_report_query(NULL) IS NULL AS nothing;
SELECT plan_report_query('SELECT 1 AS id');
SELECT plan_report_query('DELETE FROM pg_class');
SELECT plan_report_query('CREATE TABLE x ()');
SELECT plan_report_query('SELECT 1 AS name; SELECT 2 AS name');
SELECT plan_report_query('SELECT NULL::text AS name');
SELECT plan_report_query($$SELECT 'a' AS name, 'b' AS parent$$);
SELECT plan_report_query($$VALUES ('a', 'b'), ('b', 'a')$$);
SELECT plan_report_query($$SELECT * FROM (VALUES ('a', 'b'), ('b', 'a')) AS v (name, parent)$$);
SELECT plan_report_query($$SELECT * FROM (VALUES ('a', 'b'), ('b', NULL), ('b', NULL)) AS v (name, parent)$$);
SELECT plan_report_query($$SELECT 'a' AS name, 'soon' AS goal$$);
SELECT plan_report_query($$SELECT 'a' AS name, 2 AS expected$$);
SELECT plan_report_query($$SELECT 'a' AS name, 'Infinity'::float8 AS actual$$);
SELECT plan_report_query($$SELECT 'a' AS name, -1 AS weight$$);
SELECT plan_report_query($$SELECT 'a' AS name, 'b' AS series$$);
SELECT plan_report_query($$SELECT n::text AS name, CASE WHEN n > 1 THEN (n - 1)::text END AS parent FROM generate_series(1, 3000) AS n$$) LIKE '%</html>%' AS deep;
