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

-- Two districts with three communes each; most districts go, and their communes become new ones, of the same district or not, some of them before.  In every other province what new communes
-- say since January has what their former ones had.
CREATE TEMP TABLE province AS SELECT 'T' || t AS code, t % 2 = 0 AS is_since_january FROM generate_series(1, 80) AS t;
CREATE TEMP TABLE former AS
SELECT p.code AS top, p.code || '.d' || d AS district, p.code || '.d' || d || c AS code, pg_temp.chance('stays', p.code, d::text) < 0.2 AS stays,
	CASE WHEN pg_temp.chance('March', p.code, d::text, c::text) < 0.1 THEN date '2025-03-31' ELSE '2025-06-30' END AS until, p.code || '.n' || 1 + floor(pg_temp.chance('became', p.code, d::text, c::text) * 4)::int AS became
FROM province AS p, generate_series(1, 2) AS d, generate_series(1, 3) AS c;
UPDATE former SET until = NULL, became = NULL WHERE stays;
INSERT INTO place (code, name) SELECT code, 'province' FROM province;
INSERT INTO place (code, parent, name, valid_until) SELECT DISTINCT district, top, 'district', CASE WHEN NOT stays THEN date '2025-06-30' END FROM former;
INSERT INTO place (code, parent, name, valid_until) SELECT code, district, 'commune', until FROM former;
INSERT INTO place (code, parent, name, valid_from) SELECT became, top, 'new commune', min(until) + 1 FROM former WHERE became IS NOT NULL GROUP BY became, top;
INSERT INTO place_change (place, became, changed_on) SELECT code, became, until + 1 FROM former WHERE became IS NOT NULL;
-- What happened in each month, by the commune that was there.
CREATE TEMP TABLE month AS
SELECT p.code AS place, coalesce(f.top, q.code) AS top, f.district, m::date AS first_day, (m + interval '1 month')::date - 1 AS last_day, round(10 * pg_temp.chance('value', p.code, m::text))::int AS value
FROM place AS p LEFT JOIN former AS f ON f.code = p.code LEFT JOIN place AS q ON q.code = p.parent AND p.name = 'new commune', generate_series(timestamp '2025-01-01', '2025-12-01', '1 month') AS m
WHERE p.name ~ 'commune' AND m >= coalesce(p.valid_from, '2025-01-01') AND m <= coalesce(p.valid_until, '2025-12-31');
ANALYZE;
-- Districts report until their end, and communes while they are there; both, one of them or neither.  Districts that went state their year in some provinces: what they had, or 0 where others have it.
CREATE TEMP TABLE reported AS
SELECT r.place, r.period, i.code AS indicator, coalesce(sum(m.value), 0) + CASE WHEN v.is_since_january AND r.is_new AND plan_first_day(plan_parse_period(r.period)) < r.valid_from OR v.is_since_january AND r.is_new AND i.kind = 'cumulative'
	THEN coalesce((SELECT sum(o.value) FROM former AS f JOIN month AS o ON o.place = f.code WHERE f.became = r.place), 0) ELSE 0 END AS value
FROM (
	SELECT p.code AS place, p.valid_from, coalesce(f.top, q.code) AS top, t AS period, p.name = 'new commune' AS is_new
	FROM place AS p LEFT JOIN (SELECT code, top FROM former UNION SELECT district, top FROM former) AS f ON f.code = p.code LEFT JOIN place AS q ON q.code = p.parent AND p.name = 'new commune',
		unnest('{2025-Q1,2025-H1,2025-Q2,2025-Q3,2025-H2,2025-07,2025-01..2025-09,2025}'::text[]) AS t
	WHERE p.name <> 'province' AND daterange(p.valid_from, p.valid_until, '[]') && daterange(plan_first_day(plan_parse_period(t)), plan_last_day(plan_parse_period(t)), '[]')
		AND plan_last_day(plan_parse_period(t)) <= coalesce(p.valid_until, '2025-12-31') AND (p.name <> 'new commune' OR plan_last_day(plan_parse_period(t)) >= '2025-07-01')
		AND pg_temp.chance('reports', CASE p.name WHEN 'district' THEN p.code ELSE split_part(p.code, '.', 1) || p.name END) < 0.7
) AS r
JOIN province AS v ON v.code = r.top CROSS JOIN indicator AS i
LEFT JOIN month AS m ON (m.place = r.place OR m.district = r.place) AND m.last_day <= plan_last_day(plan_parse_period(r.period)) AND (i.kind = 'cumulative' OR m.first_day >= plan_first_day(plan_parse_period(r.period)))
WHERE pg_temp.chance('report', i.code, r.place, r.period) < 0.5
GROUP BY r.place, r.period, r.valid_from, r.is_new, i.code, i.kind, v.is_since_january;
INSERT INTO actual (indicator, place, period, value, known_on) SELECT indicator, place, period, value, plan_last_day(plan_parse_period(period)) + 1 + floor(pg_temp.chance('known', indicator, place, period) * 25)::int FROM reported;
INSERT INTO actual (indicator, place, period, value, known_on)
SELECT i.code, d.district, '2025', CASE WHEN d.is_since_january THEN 0 ELSE d.value END, '2026-02-01' FROM indicator AS i, (
	SELECT f.district, v.is_since_january, sum(m.value) AS value FROM former AS f JOIN province AS v ON v.code = f.top JOIN month AS m ON m.place = f.code WHERE NOT f.stays GROUP BY f.district, v.is_since_january HAVING bool_and(f.until = '2025-06-30')
) AS d WHERE pg_temp.chance('states', split_part(d.district, '.', 1)) < 0.3 AND EXISTS (SELECT FROM reported AS r WHERE r.place = d.district AND r.indicator = i.code);
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
	count(*) FILTER (WHERE s.bound = '=' AND s.actual <> m.value) AS false_exact, count(*) FILTER (WHERE s.bound = '>=' AND s.actual > m.value) AS false_bounds, count(*) FILTER (WHERE s.bound NOT IN ('=', '>=')) AS others
FROM said AS s
CROSS JOIN LATERAL (SELECT sum(m.value) AS value FROM month AS m WHERE m.top = s.place AND m.last_day <= s.last_day AND (s.indicator = 'to date' OR m.first_day >= plan_first_day(plan_parse_period(s.period)))) AS m
GROUP BY s.by, s.indicator ORDER BY s.by, s.indicator;
CALL plan_drop_workspace('truth', force => true);
RESET DateStyle;
