-- Rows of figure cubes against plain SQL.
-- All kinds, rules and grains against plain SQL, which knows months as numbers: node 10 * k + j is of kind k, and is the
-- j-th of a tree in which some inner nodes have rows, and some leaves have none.  Values are quarters, so that sums are exact.
CREATE TABLE kinds AS SELECT (k - 1) * 5 + a - 1 AS k, kind, across, kind || ' across ' || across AS whole
FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) WITH ORDINALITY AS k (kind, k), unnest('{sum,mean,max,min,none}'::text[]) WITH ORDINALITY AS a (across, a);
CREATE TABLE branches AS SELECT 10 * k + j AS node, 10 * k + p AS parent, w AS weight, k
FROM kinds, (VALUES (0, NULL, 1), (1, 0, 2), (2, 0, 0.5), (3, 1, 0), (4, 1, 1), (5, 2, 3), (6, 5, 0), (7, 5, 0), (8, 0, 1), (9, 8, 4)) AS b (j, p, w);
CREATE TABLE facts AS
SELECT DISTINCT ON (node, at, CASE WHEN with_entities THEN entity END) with_entities, node, CASE WHEN with_entities THEN entity END AS entity, at, value, whole FROM (
	SELECT i, i % 2 = 0 AS with_entities, k, 10 * k + ('{1,3,4,5,6,7}'::int[])[1 + h2 % 6] AS node, nullif(h1 % 3, 0) AS entity,
		CASE WHEN i % 41 = 0 THEN date '2015-03-01' + h1 % 40 WHEN i % 29 = 0 THEN date '2023-08-01' + h1 % 70 ELSE date '2019-01-01' + h1 % 1260 END AS at,
		CASE WHEN i % 29 = 0 OR i % 13 = 0 THEN NULL ELSE h2 % 4000 / 4.0 - 300 END AS value
	FROM (SELECT i, i / 2 % 35 AS k, abs(hashint4(i)) AS h1, abs(hashint4(i + 100000)) AS h2 FROM generate_series(1, 1400) AS i) AS r) AS r JOIN kinds USING (k)
ORDER BY node, at, CASE WHEN with_entities THEN entity END, i;
-- Without entities these come from other days than with them, lest two rows of one day decide.
CREATE TABLE variants AS
SELECT row_number() OVER () AS v, with_entities, up, made, asked, behind, month - 1 AS months, term::plan_period, tree
FROM (VALUES ('none', NULL), ('tree', (SELECT plan_tree_agg(node, parent) FROM branches)), ('weighted', (SELECT plan_tree_agg(node, parent, weight) FROM branches))) AS t (up, tree),
	(VALUES (true), (false)) AS e (with_entities),
	(VALUES ('standard'::plan_calendar, NULL::plan_calendar, 0, 1, NULL), ('year from 6 April', 'year from 6 November', 5, 11, '2019-12-06..2022-02-05')) AS c (made, asked, behind, month, term)
UNION ALL SELECT 90, false, 'tree', 'standard', 'year from July', 0, 6, '2020-03..2024-10', (SELECT plan_tree_agg(node, parent) FROM branches);
CREATE FUNCTION month_number(day date, behind int, months int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT 12 * extract(year FROM day - behind)::int + extract(month FROM day - behind)::int - 1 - months $$;
CREATE TABLE figures AS
SELECT v, r.* FROM variants AS v, LATERAL (SELECT plan_figure_cube_agg(node, at, whole, value, entity, made) AS with_e, plan_figure_cube_agg(node, at, whole, value, NULL, made) AS without_e FROM facts AS f WHERE f.with_entities = v.with_entities) AS c,
	plan_figure_rows(CASE WHEN with_entities THEN with_e ELSE without_e END, CASE WHEN term IS NOT NULL THEN '{term}'::text[] ELSE '{}' END || '{year,year_to_date,rolling_year,half,quarter,month}', term, tree, asked) WITH ORDINALITY AS r;

-- The same: facts by month, the series below each node, and periods with those that they are compared with.
CREATE TABLE dated AS SELECT v, node, entity, month_number(at, behind, months) AS m, at, value, whole FROM variants JOIN facts USING (with_entities);
CREATE TABLE below AS
WITH RECURSIVE b AS (SELECT node, node AS root FROM branches UNION ALL SELECT c.node, b.root FROM b JOIN branches AS c ON c.parent = b.node)
SELECT up, root, node FROM b, (VALUES ('tree'), ('weighted')) AS u (up) UNION ALL SELECT 'none', node, node FROM branches;
CREATE TABLE series AS
SELECT v, root, count(*) AS series FROM variants JOIN below USING (up) JOIN (SELECT DISTINCT v, node, entity FROM dated
	UNION ALL SELECT v, b.node, NULL FROM variants, branches AS b WHERE NOT EXISTS (SELECT FROM dated AS d WHERE d.v = variants.v AND d.node = b.node) AND NOT EXISTS (SELECT FROM branches AS c WHERE c.parent = b.node)) AS s USING (v, node) GROUP BY 1, 2;
CREATE TABLE periods AS
WITH last AS (SELECT v, max(m) AS last, min(m) AS least FROM dated WHERE value IS NOT NULL GROUP BY v),
	months AS (SELECT v, last, m, term, CASE WHEN term IS NOT NULL THEN month_number(lower(term::daterange), behind, months) END AS t, CASE WHEN term IS NOT NULL THEN month_number(upper(term::daterange), behind, months) END AS t_end
		FROM last JOIN variants USING (v), generate_series(least - 24, last + 36) AS m),
	spans AS (
		SELECT v, last, t, t_end, grain, (m / n * n) AS first, (m / n * n) + n AS "end" FROM months, (VALUES ('year', 12), ('half', 6), ('quarter', 3), ('month', 1)) AS g (grain, n)
		UNION SELECT v, last, t, t_end, 'year_to_date', m / 12 * 12, m + 1 FROM months WHERE m <= last
		UNION SELECT v, last, t, t_end, 'rolling_year', m - 11, m + 1 FROM months WHERE m <= last
		UNION SELECT v, last, t, t_end, 'term', t, t_end FROM months WHERE t IS NOT NULL)
SELECT v, grain, first, "end", first - by AS prior, least("end", last + 1) - by AS prior_end
FROM (SELECT *, CASE grain WHEN 'term' THEN "end" - first ELSE 12 END AS by FROM spans WHERE t IS NULL OR first >= t AND "end" <= t_end) AS s;
ANALYZE;
-- What each series says of a period, and of the one before; kinds over time.  A term adds up the years of what is counted anew each year.
CREATE TABLE said AS
SELECT v, grain, first, "end", before, node, entity, max(at) FILTER (WHERE value IS NOT NULL) AS last_day, count(DISTINCT m) FILTER (WHERE value IS NOT NULL) AS known,
	CASE split_part(min(whole), ' ', 1) WHEN 'flow' THEN sum(value) WHEN 'average' THEN avg(value) WHEN 'peak' THEN max(value) WHEN 'least' THEN min(value) WHEN 'cumulative' THEN sum(value) FILTER (WHERE at = last_of_year)
		WHEN 'first' THEN (array_agg(value ORDER BY at) FILTER (WHERE value IS NOT NULL))[1] ELSE (array_agg(value ORDER BY at DESC) FILTER (WHERE value IS NOT NULL))[1] END AS figure
FROM (
	SELECT *, max(at) FILTER (WHERE value IS NOT NULL) OVER (PARTITION BY v, grain, first, "end", before, node, entity, CASE grain WHEN 'term' THEN m / 12 END) AS last_of_year
	FROM (SELECT *, false AS before, generate_series(first, "end" - 1) AS m FROM periods UNION ALL SELECT *, true, generate_series(prior, prior_end - 1) FROM periods) AS p JOIN dated USING (v, m)
) AS p
GROUP BY v, grain, first, "end", before, node, entity;
ANALYZE;
-- Rules across, of all series below; a mean is of the own series and of the means of the children.
CREATE TABLE expected AS
SELECT v, grain, first, "end", root AS node, bool_or(NOT before) AS is_there, max(last_day) FILTER (WHERE NOT before) AS last_day, sum(known) FILTER (WHERE NOT before)::float8 / (("end" - first) * min(series)) AS coverage
FROM said JOIN variants USING (v) JOIN below USING (up, node) JOIN series USING (v, root) GROUP BY v, grain, first, "end", root;
CREATE TABLE across AS
SELECT v, grain, first, "end", before, root AS node, sum(figure) AS sum, max(figure) AS max, min(figure) AS min, CASE WHEN count(figure) = 1 THEN max(figure) END AS none
FROM said JOIN variants USING (v) JOIN below USING (up, node) GROUP BY v, grain, first, "end", before, root;
CREATE TABLE means (v bigint, grain text, first int, "end" int, before boolean, node int, mean numeric);
DO $$
DECLARE
	level int;
BEGIN
	FOREACH level IN ARRAY '{4,3,2,1}'::int[] LOOP
		INSERT INTO means
		SELECT v, grain, first, "end", before, node, sum(w * figure) / sum(w) FROM (
			SELECT v, grain, first, "end", before, node, figure, 1 AS w FROM said
			UNION ALL SELECT v, grain, first, "end", before, parent, mean, CASE up WHEN 'weighted' THEN weight ELSE 1 END FROM means JOIN branches USING (node) JOIN variants USING (v) WHERE up <> 'none') AS parts
		WHERE figure IS NOT NULL AND (CASE node % 10 WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 2 WHEN 8 THEN 2 WHEN 6 THEN 4 WHEN 7 THEN 4 ELSE 3 END) = level
		GROUP BY v, grain, first, "end", before, node HAVING sum(w) > 0;
	END LOOP;
END
$$;
ANALYZE;
CREATE TABLE wanted AS
WITH put AS (SELECT *, (CASE across WHEN 'sum' THEN sum WHEN 'max' THEN max WHEN 'min' THEN min WHEN 'none' THEN none WHEN 'mean' THEN mean END)::float8 AS put
	FROM across LEFT JOIN means USING (v, grain, first, "end", before, node) JOIN kinds ON k = node / 10)
SELECT e.v, grain, first, "end", node, k.whole, k.kind = 'average' OR k.across = 'mean' AS rounded, now.put AS figure, coverage, last_day, old.put AS prior_figure
FROM expected AS e JOIN kinds AS k ON k.k = node / 10 LEFT JOIN (SELECT * FROM put WHERE NOT before) AS now USING (v, grain, first, "end", node) LEFT JOIN (SELECT * FROM put WHERE before) AS old USING (v, grain, first, "end", node)
WHERE is_there;
CREATE FUNCTION differs(figure float8, wanted float8, rounded boolean) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN rounded AND figure IS NOT NULL AND wanted IS NOT NULL THEN abs(figure - wanted) > 1e-12 * abs(wanted) ELSE figure IS DISTINCT FROM wanted END $$;
ANALYZE;
CREATE TABLE compared AS
SELECT variants.up, variants.with_entities, variants.made, v, f.node AS node, f.grain AS grain, f.period, w.node AS wanted, f.figure IS NOT NULL AS known, f.prior_figure IS NOT NULL AS with_prior, f.ordinality,
	f.node IS NULL OR w.node IS NULL AS lacks, f.kind IS DISTINCT FROM plan_kind AS kind, differs(f.figure, w.figure, rounded) AS figure, f.coverage IS DISTINCT FROM w.coverage AS coverage, f.last_day IS DISTINCT FROM w.last_day AS last_day,
	differs(f.prior_figure, w.prior_figure, rounded) AS prior, f.change IS DISTINCT FROM f.figure - f.prior_figure OR f.change_percent IS DISTINCT FROM CASE WHEN f.prior_figure <> 0 AND f.figure * f.prior_figure >= 0 THEN 100 * (f.change / abs(f.prior_figure)) END AS change,
	f.figure AS f_figure, w.figure AS w_figure, f.prior_figure AS f_prior, w.prior_figure AS w_prior, first, "end", whole
FROM (SELECT f.*, month_number(lower(period::daterange), behind, months) AS first, month_number(upper(period::daterange), behind, months) AS "end" FROM figures AS f JOIN variants USING (v)) AS f
	FULL JOIN (SELECT *, CASE WHEN whole = ANY ('{flow across sum,stock across sum,cumulative across sum,first across sum,average across mean,peak across max,least across min}') THEN split_part(whole, ' ', 1) ELSE whole END AS plan_kind FROM wanted) AS w USING (v, node, grain, first, "end") JOIN variants USING (v);
SELECT up, with_entities, made, term, count(*) > 3000 AS "are many", count(*) FILTER (WHERE lacks) AS lacking, count(*) FILTER (WHERE kind) AS "other kinds", count(*) FILTER (WHERE figure) AS "other figures", count(*) FILTER (WHERE coverage) AS "other coverage",
	count(*) FILTER (WHERE last_day) AS "other days", count(*) FILTER (WHERE prior) AS "other priors", count(*) FILTER (WHERE change) AS "other changes"
FROM compared JOIN (SELECT v, term FROM variants) AS t USING (v) GROUP BY up, with_entities, made, term ORDER BY up, with_entities, made, term;
-- A child that weighs nothing has no part in a mean, also where it is the only one.
SELECT node, period, figure FROM plan_figure_rows('2 2024-01: average n=1 to=2024-01-31 sum=5; 2 2024-02: average n=1 to=2024-02-29 sum=6; 3 2024-01: average n=1 to=2024-01-31 sum=9', '{month}', tree => '1 * 1; 2 < 1 * 0; 3 < 1 * 2');
-- Months at both ends of the calendar take no more than what lies between them asks for.
SELECT count(*) AS rows, count(DISTINCT period) AS periods FROM plan_figure_rows('1 4714-12 BC: flow n=1 to=4714-12-01 BC sum=1; 1 5874897-11: flow n=1 to=5874897-11-01 sum=2', '{term,year,half,quarter,month,year_to_date,rolling_year}', '4714-12 BC..5874897-12');
SELECT grain, figure, prior_figure FROM plan_figure_rows('1 1990-01: flow n=1 to=1990-01-01 sum=1; 1 2020-03: flow n=1 to=2020-03-01 sum=2; 1 2032-01: flow n=1 to=2032-01-01 sum=4', '{term}', '2010-2029') AS gap;

DROP TABLE kinds, branches, facts, variants, figures, dated, below, series, periods, said, expected, across, means, wanted, compared;
DROP FUNCTION month_number, differs;
