-- What is said of provinces whose districts are dissolved in July, beside what really happened: of each month of each commune a value is known, reports are made of
-- these, and what is called exact or a bound has to be true, whoever reports what, and as of each day.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('truth');
SET search_path = truth, public;
UPDATE setting SET term = '2021-2030';
CREATE FUNCTION pg_temp.chance(VARIADIC text[]) RETURNS float8 LANGUAGE sql AS $$ SELECT ('x' || left(md5(array_to_string($1, '/')), 8))::bit(32)::bigint / 4294967296.0 $$;
INSERT INTO node (code, name) VALUES ('P', 'plan');
INSERT INTO indicator (code, node, name, kind, across) VALUES ('flow', 'P', 'flow', 'flow', 'sum'), ('to date', 'P', 'to date', 'cumulative', 'sum');

-- Two districts with three communes each; most districts go, and their communes become new ones, some of them before. New ones are below the province or, some, below a district that stays, where
-- communes of another one that stays go too. In every other province what new communes, or the district above them, say since January has what their former ones had.
CREATE TEMP TABLE province AS SELECT 'T' || t AS code, t % 2 = 0 AS is_since_january FROM generate_series(1, 160) AS t;
CREATE TEMP TABLE former AS
SELECT p.code AS top, p.code || '.d' || d AS district, p.code || '.d' || d || c AS code, pg_temp.chance('stays', p.code, d::text) < 0.4 AS stays,
	CASE WHEN pg_temp.chance('March', p.code, d::text, c::text) < 0.1 THEN date '2025-03-31' ELSE '2025-06-30' END AS until, p.code || '.n' || 1 + floor(pg_temp.chance('became', p.code, d::text, c::text) * 4)::int AS became
FROM province AS p, generate_series(1, 2) AS d, generate_series(1, 3) AS c;
CREATE TEMP TABLE host AS SELECT top, min(district) AS district FROM former WHERE stays GROUP BY top;
UPDATE former AS f SET until = NULL, became = NULL WHERE stays AND NOT EXISTS (SELECT FROM host AS h WHERE h.top = f.top AND h.district <> f.district AND f.became ~ '[34]$' AND pg_temp.chance('moves', f.code) < 0.7);
INSERT INTO place (code, name) SELECT code, 'province' FROM province;
INSERT INTO place (code, parent, name, valid_until) SELECT DISTINCT district, top, 'district', CASE WHEN NOT stays THEN date '2025-06-30' END FROM former;
INSERT INTO place (code, parent, name, valid_until) SELECT code, district, 'commune', until FROM former;
INSERT INTO place (code, parent, name, valid_from)
SELECT f.became, CASE WHEN f.became ~ '[34]$' THEN coalesce(h.district, f.top) ELSE f.top END, 'new commune', min(f.until) + 1 FROM former AS f LEFT JOIN host AS h ON h.top = f.top WHERE f.became IS NOT NULL GROUP BY f.became, f.top, h.district;
INSERT INTO place_change (place, became, changed_on) SELECT code, became, until + 1 FROM former WHERE became IS NOT NULL;
-- What happened in each month, by the commune that was there.
CREATE TEMP TABLE month AS
SELECT p.code AS place, split_part(p.code, '.', 1) AS top, p.parent AS district, m::date AS first_day, (m + interval '1 month')::date - 1 AS last_day, round(10 * pg_temp.chance('value', p.code, m::text))::int AS value
FROM place AS p, generate_series(timestamp '2025-01-01', '2025-12-01', '1 month') AS m
WHERE p.name ~ 'commune' AND m >= coalesce(p.valid_from, '2025-01-01') AND m <= coalesce(p.valid_until, '2025-12-31');
CREATE INDEX ON month (place);
CREATE INDEX ON month (district);
CREATE INDEX ON month (top);
ANALYZE;
-- Districts report until their end, and communes while they are there; both, one of them or neither.  A district that says some months since January has no others behind the change.
CREATE TEMP TABLE told AS
SELECT f.code AS place, f.district, f.until, CASE q.name WHEN 'district' THEN q.code ELSE n.code END AS by FROM former AS f JOIN province AS v ON v.code = f.top AND v.is_since_january JOIN place AS n ON n.code = f.became JOIN place AS q ON q.code = n.parent;
CREATE TEMP TABLE reported AS
SELECT r.place, r.period, i.code AS indicator, d.first_day, d.last_day, d.last_day + 1 + floor(pg_temp.chance('known', i.code, r.place, r.period) * 25)::int AS known_on,
	coalesce((SELECT sum(m.value) FROM month AS m WHERE (m.place = r.place OR m.district = r.place) AND m.first_day >= d.first_day AND m.last_day <= d.last_day), 0)
	+ coalesce((SELECT sum(m.value) FROM told AS t JOIN month AS m ON m.place = t.place WHERE t.by = r.place AND t.until >= d.first_day AND t.until < d.last_day AND m.first_day >= d.first_day), 0) AS value
FROM (
	SELECT p.code AS place, split_part(p.code, '.', 1) AS top, t AS period
	FROM place AS p, unnest('{2025-Q1,2025-H1,2025-Q2,2025-Q3,2025-H2,2025-07,2025-01..2025-09,2025}'::text[]) AS t
	WHERE p.name <> 'province' AND daterange(p.valid_from, p.valid_until, '[]') && daterange(plan_first_day(plan_parse_period(t)), plan_last_day(plan_parse_period(t)), '[]')
		AND plan_last_day(plan_parse_period(t)) <= coalesce(p.valid_until, '2025-12-31') AND (p.name <> 'new commune' OR plan_last_day(plan_parse_period(t)) >= '2025-07-01')
		AND pg_temp.chance('reports', CASE p.name WHEN 'district' THEN p.code ELSE split_part(p.code, '.', 1) || p.name END) < 0.7
) AS r
CROSS JOIN indicator AS i
CROSS JOIN LATERAL (SELECT CASE i.kind WHEN 'flow' THEN plan_first_day(plan_parse_period(r.period)) ELSE '2025-01-01' END AS first_day, plan_last_day(plan_parse_period(r.period)) AS last_day) AS d
WHERE pg_temp.chance('report', i.code, r.place, r.period) < 0.5
	AND NOT (i.kind = 'flow' AND EXISTS (SELECT FROM told AS t JOIN host AS h ON h.district = t.by WHERE t.by = r.place) AND r.period IN (SELECT unnest(CASE WHEN pg_temp.chance('since January', r.place) < 0.5 THEN '{2025-H2,2025-Q3,2025-07}'::text[] ELSE '{2025-01..2025-09,2025}' END)));
CREATE INDEX ON reported (place);
ANALYZE reported;
-- A district leaves out what it had until a change where the district of what its communes became says it since January: of the same periods.
CREATE TEMP TABLE twice AS
SELECT r.place, r.period, r.indicator, sum(m.value) AS value, max(w.known_on) AS known_on, bool_and(w.place IS NOT NULL) AS is_told
FROM reported AS r JOIN told AS t ON t.district = r.place AND t.until >= r.first_day AND t.until < r.last_day JOIN host AS h ON h.district = t.by
LEFT JOIN reported AS w ON w.place = t.by AND w.indicator = r.indicator AND w.period = r.period
CROSS JOIN LATERAL (SELECT sum(m.value) AS value FROM month AS m WHERE m.place = t.place AND m.first_day >= r.first_day) AS m
WHERE EXISTS (SELECT FROM reported AS o WHERE o.place = t.by AND o.indicator = r.indicator)
GROUP BY r.place, r.period, r.indicator;
DELETE FROM reported AS r USING twice AS t WHERE t.place = r.place AND t.period = r.period AND t.indicator = r.indicator AND NOT t.is_told;
UPDATE reported AS r SET value = r.value - t.value, known_on = greatest(r.known_on, t.known_on) FROM twice AS t WHERE t.place = r.place AND t.period = r.period AND t.indicator = r.indicator;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, value, known_on FROM reported;
-- Districts that went state their year in some provinces: what they had, but for what others have.
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, f.district, '2025', sum(CASE WHEN t.has_it THEN 0 ELSE m.value END), '2026-02-01'
FROM indicator AS i CROSS JOIN former AS f
CROSS JOIN LATERAL (SELECT sum(m.value) AS value FROM month AS m WHERE m.place = f.code) AS m
CROSS JOIN LATERAL (
	SELECT count(*) > 0 AND (i.kind = 'cumulative' OR bool_or(r.period = '2025')) AS has_it, i.kind = 'flow' AND coalesce(bool_or(r.period = '2025-01..2025-09') AND NOT bool_or(r.period = '2025'), false) AS has_some
	FROM told AS t LEFT JOIN reported AS r ON r.place = t.by AND r.indicator = i.code WHERE t.place = f.code
) AS t
WHERE NOT f.stays AND pg_temp.chance('states', f.top) < 0.3 AND EXISTS (SELECT FROM reported AS r WHERE r.place = f.district AND r.indicator = i.code)
GROUP BY i.code, f.district HAVING bool_and(f.until = '2025-06-30' AND NOT t.has_some);
INSERT INTO target (indicator, place, period, goal, known_on) SELECT i.code, p.code, t, '>= 100', '2024-12-31' FROM indicator AS i, province AS p, unnest('{2025,2025-H2,2025-Q4}'::text[]) AS t WHERE i.kind = 'cumulative' OR t = '2025';
ANALYZE;
CREATE TEMP TABLE said (day date, by text, indicator text, place text, period text, actual float8, bound text, last_day date);
DO $$
DECLARE
	day date;
BEGIN
	FOREACH day IN ARRAY '{2025-07-20,2025-08-25,2025-10-20,2026-01-20,2026-03-01}'::date[] LOOP
		PERFORM set_config('tnplan.known_on', day::text, true);
		INSERT INTO said SELECT day, 'performance', indicator, place, period, actual, bound, figure_last_day FROM performance WHERE actual IS NOT NULL;
		INSERT INTO said SELECT day, 'place_figure', f.indicator, f.place, f.period, f.value, f.bound, f.last_day FROM place_figure AS f JOIN province AS p ON p.code = f.place WHERE f.value IS NOT NULL;
	END LOOP;
END
$$;
SELECT s.by, s.indicator, count(*) > 100 AS many, count(*) FILTER (WHERE s.bound = '=') > 20 AS exact, count(*) FILTER (WHERE s.bound = '>=') > 50 AS bounds,
	count(*) FILTER (WHERE s.bound = '=' AND s.actual <> m.value) AS false_exact, count(*) FILTER (WHERE s.bound = '>=' AND s.actual > m.value OR s.bound = '<=' AND s.actual < m.value) AS false_bounds, count(*) FILTER (WHERE s.bound NOT IN ('=', '>=', '<=')) AS others
FROM said AS s
CROSS JOIN LATERAL (SELECT sum(m.value) AS value FROM month AS m WHERE m.top = s.place AND m.last_day <= s.last_day AND (s.indicator = 'to date' OR m.first_day >= plan_first_day(plan_parse_period(s.period)))) AS m
GROUP BY s.by, s.indicator ORDER BY s.by, s.indicator;
CALL plan_drop_workspace('truth', force => true);
RESET DateStyle;
