-- Pictures of one figure or a few.

-- A report in psql.
SELECT indicator, plan_bar(plan_score(actual, goal)) AS done, plan_spark(history, 0) AS history
FROM (VALUES ('Poor households, %', 3.2, '<= 2 from 6.5'::plan_goal, '{6.5, 5.8, 5.1, NULL, 3.9, 3.2}'::float8[]), ('Income, million', 81, '>= 90', '{62, 64, 70, 74, 76, 81}'), ('Communes', 63, '>= 60', '{12, 30, 41, 52, 63, 63}'), ('Forest', NULL, '>= 50', NULL)) AS v (indicator, actual, goal, history);

-- In eighths, of which the bar in ASCII knows none.  It is full from 1 on, and empty from 0 down.
SELECT share, '[' || plan_bar(share, 4) || ']' AS bar
FROM unnest('{-1e308, -1000, -0.05, -1e-9, 0, 1e-9, 0.031, 0.032, 0.125, 0.5, 0.62, 0.985, 0.999999, 1, 1.004, 1.005, 12.345, 1e4, 1e308, NaN}'::float8[]) AS share;
-- The same in SQL.
SELECT count(*) AS bars, count(*) FILTER (WHERE plan_bar(share, width) IS DISTINCT FROM
	repeat('█', n / 8) || CASE WHEN n % 8 > 0 THEN chr(9616 - n % 8) ELSE '' END || repeat(' ', width - (n + 7) / 8) || ' ' || lpad(round(share::numeric * 100) || ' %', 5)) AS others
FROM generate_series(0, 40) AS i, unnest(ARRAY[1, 7, 10, 33]) AS width,
	LATERAL (SELECT i / 40.0 AS share, CASE WHEN i = 40 THEN width * 8 ELSE greatest(least(floor(i * width * 8 / 40.0 + 0.5), width * 8 - 1), (i > 0)::int)::int END AS n) AS s;
SELECT plan_bar(NULL) IS NULL AS no_share, plan_bar(0.5, NULL) IS NULL AS no_width, plan_bar('0.5', '4') AS untyped, plan_bar(1, 1) AS int, length(plan_bar(0.5::real, 200)) AS longest;
SELECT plan_bar(0.5, 0);
SELECT plan_bar(0.5, 201);
SELECT plan_bar('Infinity');

SELECT name, '[' || plan_spark(v, low, high) || ']' AS spark
FROM (VALUES ('rising', '{1,2,3,4,5,6,7,8}'::float8[], NULL::float8, NULL::float8), ('one', '{5}', NULL, NULL), ('alike', '{5,5,5}', NULL, NULL), ('zeros', '{0,0}', NULL, NULL), ('gaps', '{NULL,1,NaN,2,NULL}', NULL, NULL),
	('none', '{NULL,NaN}', NULL, NULL), ('empty', '{}', NULL, NULL), ('negative', '{-1,-2,-3}', NULL, NULL), ('from zero', '{80,82,85}', 0, NULL), ('up to', '{80,82,85}', NULL, 160), ('clamped', '{-5,5,15}', 0, 10),
	('below low', '{1,2}', 5, NULL), ('above high', '{7,8}', NULL, 5), ('on low', '{1,5}', 5, NULL), ('wide', '{-1.7e308,0,1.7e308}', NULL, NULL), ('narrow', '{0,5e-324}', NULL, NULL), ('large', '{1e308,1.0000000000000002e308}', NULL, NULL), ('null', NULL, NULL, NULL)) AS v (name, v, low, high);
-- The same in SQL.
SELECT count(*) AS values, count(*) FILTER (WHERE substr(spark, i, 1) <> chr(9600 + least(width_bucket(v[i], 0, 100, 8), 8))) AS others
FROM (SELECT array_agg(abs(sin(n)) * 100) || '{0,100}' AS v FROM generate_series(1, 300) AS n) AS v, plan_spark(v) AS spark, generate_subscripts(v, 1) AS i;
SELECT plan_spark('{1,2,3}') AS untyped, plan_spark(ARRAY[1, 2]) AS ints, plan_spark(ARRAY[1.5, 2]) AS numerics, plan_spark('[5:6]={1,2}') AS bounds, length(plan_spark(array_agg(i))) AS longest FROM generate_series(1, 10000) AS i;
SELECT plan_spark('{1,Infinity}');
SELECT plan_spark('{1,2}', low => 'Infinity');
SELECT plan_spark('{1,2}', 5, 5);
SELECT plan_spark('{{1,2},{3,4}}');
SELECT plan_spark(array_agg(i)) FROM generate_series(1, 10001) AS i;

-- SVG.  One as it is, an element a line.
\pset format unaligned
\pset tuples_only on
SELECT regexp_replace(plan_bullet_svg(62.5, '>= 95 from 40', 0.5, unit => '%', title => 'Online <records>', language => 'en', width => 300), '>(?=<)', E'>\n', 'g');
\pset format aligned
\pset tuples_only off

-- All pictures of the figures that nobody draws, and of the texts that nobody writes.
CREATE TABLE texts (name text, t text);
INSERT INTO texts VALUES ('null', NULL), ('empty', ''), ('markup', '<script>alert(1)</script><![CDATA[x]]>&amp;'), ('quotes', '"''`" onload="x'), ('end', ']]>-->?></svg>'), ('format', '%n %s %t %d %%'),
	('control', E'a\x01\x02\x08\x0b\x1b\x7f' || U&'\0085\009F\FFFE\FFFF\FDD0' || 'b'), ('lines', E'a\tb\r\nc' || U&'\2028' || 'd'), ('bidi', U&'\202Eabc\2066\2069\202C\200F\061C'), ('long', repeat('dài ', 2500)), ('one word', repeat('W', 10000)),
	('marks', 'e' || repeat(U&'\0301', 2000)), ('wide', repeat(U&'\65E5\672C', 300)), ('other planes', repeat(U&'\+01F600', 600)), ('spaces', '   '), ('decomposed', normalize('Cải cách hành chính', NFD));
CREATE TABLE pictures AS
SELECT 'bullet' AS kind, t.name, plan_bullet_svg(actual, goal::plan_goal, expected, NULL, actual > 7, t, t, t, language, width, height) AS svg
FROM texts AS t, unnest('{NULL,NaN,-1e308,-8,0,1e-300,0.7,7,8,950,1e308}'::float8[]) AS actual,
	unnest(ARRAY[NULL, '>= 8', '<= 8 from 44', '>= 0', '<= -2', '6.6..6.8', '>= 6..8 from 5', '8..8', '>= 1e308 from -1e308', '<= 5e-324', '-1e308..1e308', '>= 1000000 from 999999.9999']) AS goal,
	(VALUES (1, 'vi', 360, 62), (NULL, 'en', 24, 24), (0, 'en', 300, 40), (0.5, 'vi', 4000, 4000)) AS o (expected, language, width, height)
WHERE t.name = 'markup' OR (goal = '>= 8' AND actual = 7)
UNION ALL SELECT 'sparkline', t.name, plan_sparkline_svg(v, goal::plan_goal, p, p, p, t, t, NULL, 'en')
FROM texts AS t, (VALUES (NULL::float8[]), ('{}'), ('{NULL}'), ('{5}'), ('{1,2,NULL,4,NaN}'), ('{-1.7e308,1.7e308}'), ('{0,5e-324}'), ('{1e308,1e308}')) AS v (v), unnest(ARRAY[NULL, '>= 3', '1..2', '-1e308..1e308']) AS goal, (VALUES (NULL::float8[]), ('{1,NULL,9}'), ('{NULL}'), ('{}')) AS p (p)
WHERE t.name = 'quotes' OR (v = '{5}' AND goal = '>= 3')
UNION ALL SELECT 'burnup', t.name, plan_burnup_svg(v, goal::plan_goal, p, l, p IS NULL, t, t, NULL, 'vi', 300)
FROM texts AS t, (VALUES (NULL::float8[]), ('{}'), ('{5}'), ('{1,2,NULL,4,NaN}'), ('{-1.7e308,1.7e308}'), ('{0,5e-324}')) AS v (v), unnest(ARRAY[NULL, '>= 3', '1..2', '<= 0 from 7', '-1e308..1e308']) AS goal, (VALUES (NULL::float8[]), ('{1,NULL,9}'), ('{}')) AS p (p), LATERAL (VALUES (NULL), (ARRAY[t, NULL, t])) AS l (l)
WHERE t.name = 'end' OR (v = '{5}' AND goal = '>= 3')
UNION ALL SELECT 'slope', t.name, plan_slope_svg(ARRAY[coalesce(t, '?'), 'b', 'b'], p, s, t, t, NULL, 'vi', 300)
FROM texts AS t, (VALUES ('{2020,2020,2021}'::plan_period[], '{44/63,2147483647/2147483647,1}'::plan_standing[]), ('{2021-W07,2020-01-05,2020}', '{101-150,1001+,NULL}'), ('{2020,2020,2021}', '{NULL,NULL,NULL}')) AS v (p, s)
UNION ALL SELECT 'heatmap', t.name, plan_heatmap_svg(ARRAY[coalesce(t, '?'), 'b', 'b'], '{2020,2020,2021-02-03..2021-04-05}', s, t, NULL, 'vi', width)
FROM texts AS t, (VALUES ('{met,NULL,not_started}'::text[]), ('{NULL,NULL,undecided}')) AS v (s), unnest('{NULL,24,300,4000}'::int[]) AS width
UNION ALL SELECT kind, 'nothing', svg FROM (VALUES ('bullet', plan_bullet_svg(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)), ('sparkline', plan_sparkline_svg(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)),
	('burnup', plan_burnup_svg(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)), ('slope', plan_slope_svg(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)), ('heatmap', plan_heatmap_svg(NULL, NULL, NULL, NULL, NULL, NULL, NULL)),
	('slope', plan_slope_svg(NULL, '{}', '{}')), ('heatmap', plan_heatmap_svg('{}', '{}', '{}')), ('slope', plan_slope_svg(NULL, '{2020}', NULL)), ('heatmap', plan_heatmap_svg(NULL, '{2020}', '{met}'))) AS v (kind, svg);

-- Each is a document of XML (where the server can tell) of balanced elements.
CREATE FUNCTION is_document(svg text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	RETURN xml_is_well_formed_document(svg);
EXCEPTION WHEN feature_not_supported THEN
	RETURN true;
END
$$;
SELECT kind, count(*) AS pictures, bool_and(is_document(svg)) AS documents,
	bool_and(svg ~ '^<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 [0-9.]+ [0-9.]+" width="[0-9.]+" height="[0-9.]+" role="img" aria-label="[^"]+"' AND svg ~ '<title>[^<]+</title>' AND svg ~ '</svg>$') AS framed,
	count(*) FILTER (WHERE regexp_replace(svg, '<(/?[a-z]+)( [-a-zA-Z]+="[^"<>]*")*/?>|[^<>]', '', 'g') <> '') AS other_markup,
	count(*) FILTER (WHERE regexp_replace(svg, '&(amp|lt|gt|quot|#[0-9]+);', '', 'g') ~ '&') AS other_entities,
	count(*) FILTER (WHERE svg ~ U&'[\0001-\001F\007F-\009F\202A-\202E\2066-\2069\FDD0-\FDEF\FFFE\FFFF]') AS controls
FROM pictures GROUP BY kind ORDER BY kind;
-- Nothing runs, is fetched, or has a name that another picture on the page could have.
SELECT DISTINCT (regexp_matches(svg, '<([a-z]+)', 'g'))[1] COLLATE "C" AS element FROM pictures ORDER BY 1;
SELECT DISTINCT (regexp_matches(regexp_replace(svg, '"[^"]*"', '""', 'g'), ' ([-a-zA-Z]+)=""', 'g'))[1] COLLATE "C" AS attribute FROM pictures ORDER BY 1;
SELECT count(*) FILTER (WHERE regexp_replace(svg, '^<svg xmlns="http:', '') ~ 'url\(|<[^>]*(href|@import)') AS references FROM pictures;
-- Numbers are short and finite, and what is drawn is of the size that was asked for.
SELECT kind, count(*) FILTER (WHERE n !~ '^-?\d{1,6}(\.\d{1,2})?$') AS other_numbers, max(length(svg)) <= 30000 AS bounded
FROM pictures LEFT JOIN LATERAL regexp_matches(svg, ' (?:x|y|cx|cy|r|x1|width|height|font-size|stroke-width)="([^"]*)"', 'g') AS m (m) ON true, unnest(m) AS n GROUP BY kind ORDER BY kind;
SELECT count(*) AS strange FROM pictures, regexp_matches(regexp_replace(svg, '<(title|desc)>[^<]*</|aria-label="[^"]*"|>[^<]*<|#[0-9a-f]{6}', '', 'g'), 'nan|inf|[0-9]e[+-]?[0-9]|[0-9.]{12}', 'gi');
-- Texts are cut at a character, with an ellipsis; marks stay with their letter.
SELECT t.name, length((regexp_match(svg, '<title>([^<]*)</title><desc>'))[1]) AS title, (regexp_match(svg, '<text [^>]*font-weight[^>]*>([^<]*)</text><rect'))[1] AS drawn
FROM texts AS t, plan_bullet_svg(NULL, '>= 8', title => t, language => 'en') AS svg WHERE t.name NOT IN ('null', 'empty', 'spaces', 'marks', 'other planes') ORDER BY t.name COLLATE "C";

-- The verdict is that of plan_status(), whatever the goal.
SELECT count(*) AS judged, count(*) FILTER (WHERE (regexp_match(plan_bullet_svg(actual, goal::plan_goal, expected, cuts, language => 'en'), ': ([a-z ]+)</title>'))[1] IS DISTINCT FROM coalesce(replace(plan_status(actual, goal::plan_goal, expected, cuts)::text, '_', ' '), 'not judged')) AS others
FROM unnest('{-1e308,-9,-8,-1,0,5,6.6,6.8,7,40,43,44,45,94,95,96,1e308}'::float8[]) AS actual, unnest(ARRAY['>= 95', '>= 95 from 44', '<= 10 from 44', '<= 10', '6.6..6.8', '= 7', '>= 6..8', '>= 0', '<= 0', '>= -2 from -8']) AS goal,
	unnest('{0,0.3,0.6,1,NULL}'::float8[]) AS expected, (VALUES (NULL::float8[]), ('{0.9,0.5}'), ('{1.2,1,-5}')) AS c (cuts);
-- Of a total as well, which has the colour of its verdict and says what a ceiling may have by now.
SELECT count(*) AS judged, count(*) FILTER (WHERE (regexp_match(svg, ': ([a-z ]+)</title>'))[1] IS DISTINCT FROM coalesce(replace(status::text, '_', ' '), 'not judged')) AS words,
	count(*) FILTER (WHERE status IS NOT NULL AND svg !~ CASE status WHEN 'exceeded' THEN '#564dd9' WHEN 'met' THEN '#13804b' WHEN 'on_track' THEN '#029be8' WHEN 'at_risk' THEN '#c98503' WHEN 'off_track' THEN '#ba2a02' ELSE '#b32a96' END) AS colours
FROM unnest('{-1e308,-9,-8,-1,0,5,6.6,6.8,7,40,43,44,45,94,95,96,1e308}'::float8[]) AS actual, unnest(ARRAY['>= 95', '>= 95 from 44', '<= 10 from 44', '<= 10', '<= 95', '6.6..6.8', '40..60', '-8..8', '= 7', '>= 6..8', '>= 0', '<= 0', '>= -2 from -8', '<= -8']) AS goal,
	unnest('{0,0.3,0.6,1,NULL}'::float8[]) AS expected, LATERAL (SELECT plan_status(actual, goal::plan_goal, expected, adds_up => true) AS status, plan_bullet_svg(actual, goal::plan_goal, expected, adds_up => true, language => 'en') AS svg) AS s;
SELECT goal, (regexp_match(plan_bullet_svg(47, goal::plan_goal, 0.5, adds_up => true, language => 'en'), '<title>([^<]*)</title>'))[1] AS said FROM unnest('{<= 60,>= 60 from 50,40..60,>= -10}'::text[]) AS goal;

-- That of figures to date is the one at the share that the pace is of the way.
SELECT count(*) AS judged, count(*) FILTER (WHERE (regexp_match(plan_burnup_svg(ARRAY[NULL, actual], goal::plan_goal, ARRAY[0, pace, 100], language => 'en'), ': ([a-z ]+)</title>'))[1] IS DISTINCT FROM replace(plan_status(actual, goal::plan_goal, plan_score(pace, goal::plan_goal))::text, '_', ' ')) AS others
FROM unnest('{-8,0,10,30,40,44,50,60,90,95,99}'::float8[]) AS actual, unnest('{0,20,47.5,60,95,120}'::float8[]) AS pace, unnest(ARRAY['>= 95', '>= 95 from 44', '<= 10 from 44', '<= 10', '40..60']) AS goal;
SELECT count(*) AS judged, count(*) FILTER (WHERE (regexp_match(plan_burnup_svg(ARRAY[NULL, actual], goal::plan_goal, ARRAY[0, pace, 100], adds_up => true, language => 'en'), ': ([a-z ]+)</title>'))[1] IS DISTINCT FROM replace(plan_status(actual, goal::plan_goal, least(greatest(pace / plan_target(goal::plan_goal), 0), 1), adds_up => true)::text, '_', ' ')) AS others
FROM unnest('{-8,0,10,30,40,44,50,60,90,95,99}'::float8[]) AS actual, unnest('{0,20,47.5,60,95,120}'::float8[]) AS pace, unnest(ARRAY['>= 95', '>= 95 from 44', '<= 10 from 44', '<= 90', '40..60', '>= -60']) AS goal;
SELECT (regexp_match(plan_burnup_svg('{20,40}', goal::plan_goal, labels => '{Q1,Q2,Q3,Q4}', adds_up => true, language => 'en'), '<title>([^<]*)</title>'))[1] AS said FROM unnest('{<= 60,<= 0,>= 100 from 80}'::text[]) AS goal;
-- A workspace has statuses that plan_status has not.
SELECT m[1] AS cell FROM plan_heatmap_svg('{a,a,a,a}', '{2020,2021,2022,2023}', ARRAY['met', 'undecided', 'not_started', 'NO_DATA'], language => 'en') AS svg, regexp_matches(svg, '<rect [^>]*><title>([^<]*)<', 'g') AS m;
SELECT length(plan_heatmap_svg('{a}', '{2020}', ARRAY['met']::varchar[])) = length(plan_heatmap_svg('{a}', '{2020}', ARRAY['met']::plan_status[])) AS alike;
SELECT plan_heatmap_svg('{a}', '{2020}', '{late}');

-- Where things stand, calculated apart.  The scale is from zero to a little beyond the target or baseline, over 200.
SELECT count(*) AS bullets, count(*) FILTER (WHERE target IS DISTINCT FROM round((4 + 200 * t / (greatest(t, b) * 1.08) - 1.5)::numeric, 2)) AS targets, count(*) FILTER (WHERE bar IS DISTINCT FROM round((200 * a / (greatest(t, b) * 1.08))::numeric, 2)) AS bars
FROM generate_series(1, 9) AS i, unnest('{0.001,1,1e6,1e290}'::float8[]) AS scale, LATERAL (SELECT i * scale AS t, (10 - i) * scale AS b, 4 * scale AS a) AS v, plan_bullet_svg(a, plan_goal(t, CASE WHEN t > b THEN 1 ELSE -1 END, b), 0.5, width => 208) AS svg,
	LATERAL (SELECT (regexp_match(svg, '<rect x="([0-9.]+)" y="[0-9.]+" width="3"'))[1]::numeric AS target, (regexp_match(svg, '<rect x="4" y="[0-9.]+" width="([0-9.]+)" height="[0-9.]+" fill="#'))[1]::numeric AS bar) AS m WHERE greatest(t, b) >= a;
SELECT count(*) AS points, count(*) FILTER (WHERE y IS DISTINCT FROM round((96 - (v - low) / (high - low) * 92)::numeric, 2)) AS others
FROM (SELECT array_agg(n * n % 17) AS values, min(n * n % 17)::float8 AS low, max(n * n % 17)::float8 AS high FROM generate_series(1, 100) AS n) AS s,
	LATERAL (SELECT (regexp_match(plan_sparkline_svg(s.values, width => 400, height => 100), ' d="(M[^"]*)"'))[1] AS d) AS p, regexp_matches(d, '[ML][0-9.]+ ([0-9.]+)', 'g') WITH ORDINALITY AS m (m, i), LATERAL (SELECT s.values[i]::float8 AS v, m[1]::numeric AS y) AS o;
-- A rank that would be written on the field of its period, as the last of 63, has room above it.
SELECT count(*) AS ranks, count(*) FILTER (WHERE y IS DISTINCT FROM round((38 + (r - 1) / 62.0 * 125)::numeric, 2)) AS others
FROM (SELECT array_agg(n * 5 % 63 + 1 ORDER BY n) AS ranks, array_agg(plan_standing(n * 5 % 63 + 1, 63) ORDER BY n) AS standings, array_agg(plan_year(make_date(1960 + n, 1, 1)) ORDER BY n) AS periods FROM generate_series(1, 60) AS n) AS s,
	LATERAL (SELECT (regexp_match(plan_slope_svg(NULL, periods, standings), 'linejoin="round" d="(M[^"]*)"'))[1] AS d) AS p, regexp_matches(d, '[ML][0-9.]+ ([0-9.]+)', 'g') WITH ORDINALITY AS m (m, i), LATERAL (SELECT ranks[i] AS r, m[1]::numeric AS y) AS o;
-- A gap begins a new line; a value by itself is a dot.
SELECT (regexp_match(svg, ' d="(M[^"]*)"'))[1] AS line, (SELECT count(*) FROM regexp_matches(svg, '<circle', 'g')) AS dots FROM plan_sparkline_svg('{1,2,NULL,4,NULL,5,6}', width => 106, height => 40) AS svg;
-- What is longer than the picture is drawn as its least and greatest values.
SELECT length(svg) < 20000 AS bounded FROM (SELECT array_agg(sin(n)) AS v FROM generate_series(1, 200000) AS n) AS s, plan_sparkline_svg(v, width => 300) AS svg;
-- Branches in their order, periods in that of the calendar.
SELECT m[1] AS cell FROM plan_heatmap_svg('{b,a,b,a}', '{2021,2020,2020,2020-Q1}', '{met,on_track,NULL,met}', language => 'en') AS svg, regexp_matches(svg, '<rect [^>]*><title>([^<]*)<', 'g') AS m;
SELECT m[1] AS name FROM plan_heatmap_svg('{b,a,b,a}', '{2021,2020,2020,2020-Q1}', '{met,on_track,NULL,met}', language => 'en') AS svg, regexp_matches(svg, '<text [^>]*>([^<]*)<', 'g') AS m;

-- Colours: each verdict has one of its own and a sign of its own, and all differ from white and from #121212 by a contrast of 3.
CREATE TABLE looks AS
SELECT 'verdict ' || status AS what, m[1] AS colour, m[2] AS sign FROM unnest(enum_range(NULL::plan_status)) AS status, regexp_match(plan_heatmap_svg('{a}', '{2020}', ARRAY[status]), 'fill="(#[0-9a-f]+)".* d="M[0-9.]+ [0-9.]+(m[^"]*)"') AS m
UNION ALL SELECT 'not judged', m[1], m[2] FROM regexp_match(plan_bullet_svg(1, NULL), 'fill="(#[0-9a-f]+)".* d="M0 0(m[^"]*)"') AS m
UNION ALL SELECT 'line', m[1], NULL FROM regexp_matches(plan_slope_svg('{1,2,3,4,5,6}', '{2020,2020,2020,2020,2020,2020}', '{1,2,3,4,5,6}'), 'stroke="(#[0-9a-f]+)"', 'g') AS m;
CREATE FUNCTION luminance(colour text) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN
	(SELECT sum(w * CASE WHEN c <= 0.04045 THEN c / 12.92 ELSE ((c + 0.055) / 1.055) ^ 2.4 END)
	FROM (VALUES (2, 0.2126), (4, 0.7152), (6, 0.0722)) AS p (at, w), LATERAL (SELECT ('x' || substr(colour, at, 2))::bit(8)::int / 255.0 AS c) AS v);
SELECT count(DISTINCT colour) AS colours, count(DISTINCT sign) AS signs, min(1.05 / (luminance(colour) + 0.05)) >= 3 AS on_white, min((luminance(colour) + 0.05) / (luminance('#121212') + 0.05)) >= 3 AS on_dark FROM looks;
-- Nor are any two alike to those who lack a kind of cones: distances (CIE76) in what they see (Machado, Oliveira and Fernandes 2009).
CREATE FUNCTION seen(colour text, m float8[]) RETURNS float8[] LANGUAGE sql IMMUTABLE RETURN
	(WITH linear AS (SELECT array_agg(CASE WHEN c <= 0.04045 THEN c / 12.92 ELSE ((c + 0.055) / 1.055) ^ 2.4 END ORDER BY at) AS l FROM unnest('{2,4,6}'::int[]) AS at, LATERAL (SELECT ('x' || substr(colour, at, 2))::bit(8)::int / 255.0::float8 AS c) AS v),
		rgb AS (SELECT array_agg(least(greatest(m[i] * l[1] + m[i + 1] * l[2] + m[i + 2] * l[3], 0), 1) ORDER BY i) AS c FROM linear, unnest('{1,4,7}'::int[]) AS i),
		xyz AS (SELECT array_agg(CASE WHEN t > 0.008856 THEN cbrt(t) ELSE 7.787 * t + 16.0 / 116 END ORDER BY n) AS f FROM rgb, LATERAL (VALUES (1, (0.4124 * c[1] + 0.3576 * c[2] + 0.1805 * c[3]) / 0.9505), (2, 0.2126 * c[1] + 0.7152 * c[2] + 0.0722 * c[3]), (3, (0.0193 * c[1] + 0.1192 * c[2] + 0.9505 * c[3]) / 1.089)) AS v (n, t))
	SELECT ARRAY[116 * f[2] - 16, 500 * (f[1] - f[2]), 200 * (f[2] - f[3])] FROM xyz);
SELECT vision, min(sqrt((s[1] - t[1]) ^ 2 + (s[2] - t[2]) ^ 2 + (s[3] - t[3]) ^ 2)) >= 20 AS apart
FROM (VALUES ('usual', '{1,0,0,0,1,0,0,0,1}'::float8[]), ('without L', '{0.152286,1.052583,-0.204868,0.114503,0.786281,0.099216,-0.003882,-0.048116,1.051998}'),
	('without M', '{0.367322,0.860646,-0.227968,0.280085,0.672501,0.047413,-0.011820,0.042940,0.968881}'), ('without S', '{1.255528,-0.076749,-0.178779,-0.078411,0.930809,0.147602,0.004733,0.691367,0.303900}')) AS v (vision, m),
	(SELECT DISTINCT colour FROM looks WHERE what <> 'line') AS a, (SELECT DISTINCT colour FROM looks WHERE what <> 'line') AS b, seen(a.colour, m) AS s, seen(b.colour, m) AS t WHERE a.colour < b.colour GROUP BY vision ORDER BY vision;
SELECT what, colour, round((1.05 / (luminance(colour) + 0.05))::numeric, 2) AS on_white, round(((luminance(colour) + 0.05) / (luminance('#121212') + 0.05))::numeric, 2) AS on_dark FROM looks WHERE what <> 'line';

-- Arguments as drivers send them, and such as are refused.
SELECT length(plan_bullet_svg('5', '>= 8', '0.5')) > 0 AS bullet, length(plan_sparkline_svg(ARRAY[1, 2.5])) > 0 AS sparkline, length(plan_burnup_svg('{1,2}', '>= 8')) > 0 AS burnup, length(plan_slope_svg('{a}', '{2020}', '{8/63}')) > 0 AS slope, length(plan_heatmap_svg('{a}', ARRAY[2020], '{met}')) > 0 AS heatmap;
SELECT plan_bullet_svg('Infinity', '>= 8');
SELECT plan_bullet_svg(5, '>= 8', 1.5);
SELECT plan_bullet_svg(5, '>= 8', cuts => '{0.5,0.9}');
SELECT plan_bullet_svg(5, '>= 8', width => 23);
SELECT plan_bullet_svg(5, '>= 8', height => 4001);
SELECT plan_bullet_svg(5, '>= 8', language => 'fr');
SELECT plan_sparkline_svg('{1,Infinity}');
SELECT plan_sparkline_svg('{1}', projected => '{1,2}', lower => '{1}', upper => '{2}');
SELECT plan_sparkline_svg('{1}', projected => '{1,2}', lower => '{1,2}');
SELECT plan_sparkline_svg('{{1,2},{3,4}}');
SELECT plan_sparkline_svg(array_fill(1::float8, ARRAY[1000001]));
SELECT plan_burnup_svg('{1}', labels => array_fill('a'::text, ARRAY[10001]));
SELECT plan_slope_svg('{a,a}', '{2020,2020}', '{1,2}');
SELECT plan_slope_svg(NULL, '{2020,2020}', '{1,2}');
SELECT plan_slope_svg('{a}', '{2020,2021}', '{1,2}');
SELECT plan_slope_svg('{a,b}', '{2020,2021}', '{1}');
SELECT plan_slope_svg('{a,NULL}', '{2020,2021}', '{1,2}');
SELECT plan_slope_svg('{a,b}', '{2020,NULL}', '{1,2}');
SELECT plan_slope_svg(array_agg(i::text), array_agg(plan_year('2020-01-01')), array_agg(plan_standing(i, 300))) FROM generate_series(1, 201) AS i;
SELECT plan_heatmap_svg(array_agg(i::text), array_agg(plan_day(date '2020-01-01' + i)), array_agg('met'::plan_status)) FROM generate_series(1, 300) AS i;

DROP TABLE texts, pictures, looks;
DROP FUNCTION is_document, luminance, seen;
