-- Figures by node, period and grain, up the calendar and the tree.
\pset null -
-- What a query and its table look like: cases add up, debt of three accounts is the sum of
-- their last values, a rate is averaged.
CREATE TEMP TABLE fact (node text, account int, at date, kind text, value float8);
INSERT INTO fact VALUES
	('cases', NULL, '2023-01-31', 'flow', 10), ('cases', NULL, '2023-02-28', 'flow', 20), ('cases', NULL, '2023-03-31', 'flow', 30),
	('cases', NULL, '2024-01-31', 'flow', 11), ('cases', NULL, '2024-02-29', 'flow', 22),
	('debt', 1, '2023-03-01', 'stock', 110), ('debt', 2, '2023-02-11', 'stock', 120), ('debt', 3, '2023-03-31', 'stock', 160),
	('debt', 1, '2024-01-15', 'stock', 100),
	('rate', NULL, '2024-01-31', 'average', 4), ('rate', NULL, '2024-02-29', 'average', 5);
CREATE TEMP TABLE cube AS SELECT plan_figure_cube_agg(node, at, kind, value, account) AS cube FROM fact;
SELECT node, period, grain, kind, figure, round(coverage::numeric, 3) AS coverage, last_day, prior_figure AS prior, change, round(change_percent::numeric, 2) AS percent
	FROM cube, plan_figure_rows_as(NULL::text, cube, '{year,quarter}');

-- Twelve months to each month, and years to date.
SELECT node, period, grain, figure, prior_figure AS prior, change
	FROM cube, plan_figure_rows_as(NULL::text, cube, '{year_to_date,rolling_year}', '2024') WHERE node = 'cases';

-- A term, with the term before it.
SELECT node, period, grain, figure, last_day, prior_figure AS prior FROM cube, plan_figure_rows_as(NULL::text, cube, '{term}', '2024');

-- Up a tree, where parts of one kind are put together by its rule, and parts of two kinds are not; leaves
-- without figures count in the coverage.
CREATE TEMP TABLE tree AS SELECT plan_tree_agg(node, parent) AS tree
	FROM (VALUES ('all', NULL), ('health', 'all'), ('cases', 'health'), ('deaths', 'health'), ('debt', 'all'), ('rate', 'all')) AS t (node, parent);
SELECT node, parent, level, period, kind, figure, round(coverage::numeric, 3) AS coverage, last_day
	FROM cube, tree, plan_figure_rows_as(NULL::text, cube, '{year}', tree => tree);

-- Nothing.
SELECT * FROM plan_figure_rows(NULL);
SELECT * FROM plan_figure_rows('empty');
SELECT * FROM plan_figure_rows('empty', tree => '1; 2 < 1');
SELECT node, period, grain, kind, figure, coverage, last_day FROM plan_figure_rows('7 2024-05: flow empty');
-- A month that is planned and has no figure yet is no month to compare with.
SELECT period, grain, figure, coverage, prior_figure AS prior
	FROM plan_figure_rows('7 2023-01: flow n=1 to=2023-01-31 sum=5; 7 2023-02: flow n=1 to=2023-02-01 sum=7; 7 2024-01: flow n=1 to=2024-01-31 sum=6; 7 2024-12: flow empty', '{year,month}', '2024');

-- Calendars: that of the cube, or another one of the same months.
SELECT plan_fiscal_name(period, 'year from April') AS name, grain, figure, prior_figure AS prior
	FROM plan_figure_rows('7 2023-03: flow n=1 to=2023-03-31 sum=5; 7 2023-04: flow n=1 to=2023-04-01 sum=7; 7 2024-04: flow n=1 to=2024-04-30 sum=6', '{year,quarter}', calendar => 'year from April');
SELECT period, grain, figure, prior_figure AS prior
	FROM plan_figure_rows('[year from 6 April] 7 FY2023-M12: flow n=1 to=2023-04-05 sum=5; 7 FY2024-M01: flow n=1 to=2023-04-06 sum=7; 7 FY2025-M01: flow n=1 to=2024-04-30 sum=6', '{year,month}');
SELECT * FROM plan_figure_rows('[year from 6 April] 7 FY2023-M12: flow empty', calendar => 'standard');
SELECT * FROM plan_figure_rows('[year from 6 April] 7 FY2023-M12: flow empty', term => '2023');
SELECT plan_fiscal_name(period, '4-4-5 weeks to the last Saturday of January') AS name, grain, figure, prior_figure AS prior
	FROM plan_figure_rows('[4-4-5 weeks to the last Saturday of January] 7 FY2022-M12: flow n=1 to=2022-01-29 sum=5; 7 FY2023-M12: flow n=1 to=2023-01-28 sum=7', '{year,quarter,month}');

-- Errors.
SELECT * FROM plan_figure_rows('7 2024-05: flow empty', '{week}');
SELECT * FROM plan_figure_rows('7 2024-05: flow empty', '{term}');
SELECT * FROM plan_figure_rows('7 2024-05: flow empty', '{NULL}');
SELECT * FROM plan_figure_rows('7 2024-05: flow empty', term => '2024-05-01..2024-05-30');
SELECT * FROM plan_figure_rows('"a" 2024-05: flow empty');
SELECT * FROM plan_figure_rows('8 2024-05: flow empty', tree => '1; 2 < 1');
SELECT * FROM plan_figure_rows('1 2024-05: stock n=2 to=2024-05-31 value=7 ambiguous');
SELECT * FROM plan_figure_rows('1/5 2024-05: stock n=2 to=2024-05-31 value=7 ambiguous', tree => '0; 1 < 0');
-- A later value settles it.
SELECT period, grain, figure FROM plan_figure_rows('1 2024-05: stock n=2 to=2024-05-31 value=7 ambiguous; 1 2024-06: stock n=1 to=2024-06-30 value=8', '{quarter}');

/*
 * Against plain SQL: seven kinds by five rules, with entities and without, in every grain.
 */
CREATE TEMP TABLE indicator AS
SELECT row_number() OVER (ORDER BY k, r)::int AS node, k AS kind, r AS across, k || ' across ' || r AS written
	FROM unnest('{flow,stock,cumulative,average,peak,least,first}'::text[]) AS k, unnest('{sum,mean,max,min,none}'::text[]) AS r;
CREATE TEMP TABLE value AS
SELECT DISTINCT ON (node, entity, at) node, entity, at, value FROM (
	SELECT node, h % 3 AS entity, date '2021-03-07' + (h / 3 % 1250)::int AS at, (h / 4000 % 2001 - 1000)::float8 AS value
	FROM indicator, generate_series(1, 60) AS i, LATERAL (SELECT abs(hashint8(node * 1000 + i)::bigint) AS h) AS x) AS v
	ORDER BY node, entity, at, value;
CREATE TEMP TABLE cubes AS
SELECT 'entities' AS form, plan_figure_cube_agg(node, at, written, value, entity) AS cube FROM value JOIN indicator USING (node)
UNION ALL
SELECT 'none', plan_figure_cube_agg(node, at, written, value) FROM (SELECT DISTINCT ON (node, at) * FROM value ORDER BY node, at, entity) AS v JOIN indicator USING (node);
CREATE TEMP TABLE series AS
SELECT 'entities' AS form, node, entity, at, value FROM value
UNION ALL
SELECT * FROM (SELECT DISTINCT ON (node, at) 'none', node, 0, at, value FROM value ORDER BY node, at, entity) AS v;
CREATE INDEX ON series (form, node, at);
ANALYZE series;

-- The figure of each series in a span, then those together.
CREATE FUNCTION pg_temp.plain(f text, n int, first date, till date) RETURNS float8 LANGUAGE sql AS $$
	WITH one AS (
		SELECT CASE kind WHEN 'flow' THEN sum(value) WHEN 'average' THEN avg(value::numeric)::float8 WHEN 'peak' THEN max(value) WHEN 'least' THEN min(value) WHEN 'cumulative' THEN sum(value) FILTER (WHERE at = last_of_year)
				WHEN 'first' THEN (array_agg(value ORDER BY at))[1] ELSE (array_agg(value ORDER BY at DESC))[1] END AS figure
		FROM (SELECT *, max(at) OVER (PARTITION BY entity, CASE WHEN till > first + interval '12 months' THEN extract(year FROM at) END) AS last_of_year FROM series JOIN indicator USING (node) WHERE form = f AND node = n AND at >= first AND at < till) AS s GROUP BY entity, kind)
	SELECT CASE across WHEN 'sum' THEN sum(figure) WHEN 'mean' THEN avg(figure) WHEN 'max' THEN max(figure) WHEN 'min' THEN min(figure)
			ELSE CASE WHEN count(*) = 1 THEN min(figure) END END
	FROM one, indicator WHERE node = n GROUP BY across
$$;
CREATE TEMP TABLE made AS
SELECT form, r.*, plan_first_day(r.period) AS first, plan_last_day(r.period) + 1 AS till
	FROM cubes, plan_figure_rows(cube, '{term,year,half,quarter,month,year_to_date,rolling_year}', '2021-2024') AS r;
CREATE TEMP TABLE last_month AS SELECT form, (date_trunc('month', max(at)) + interval '1 month')::date AS till FROM series GROUP BY form;
SELECT form, grain, count(*) > 100 AS "are many",
		count(*) FILTER (WHERE round(figure::numeric, 9) IS DISTINCT FROM round(pg_temp.plain(form, node::int, first, m.till)::numeric, 9)) AS "other figures",
		count(*) FILTER (WHERE round(prior_figure::numeric, 9) IS DISTINCT FROM round(pg_temp.plain(form, node::int,
			(first - CASE grain WHEN 'term' THEN interval '4 years' ELSE interval '1 year' END)::date,
			(least(m.till, l.till) - CASE grain WHEN 'term' THEN interval '4 years' ELSE interval '1 year' END)::date)::numeric, 9)) AS "other priors",
		count(*) FILTER (WHERE last_day IS DISTINCT FROM (SELECT max(at) FROM series AS s WHERE s.form = m.form AND s.node = m.node AND at >= first AND at < m.till)) AS "other days",
		count(*) FILTER (WHERE round(coverage::numeric, 12) IS DISTINCT FROM round((SELECT count(DISTINCT (entity, date_trunc('month', at))) FILTER (WHERE at >= first AND at < m.till)::numeric
			/ (count(DISTINCT entity) * (12 * extract(year FROM age(m.till, first)) + extract(month FROM age(m.till, first)))) FROM series AS s WHERE s.form = m.form AND s.node = m.node), 12)) AS "other coverage"
	FROM made AS m JOIN last_month AS l USING (form) GROUP BY form, grain ORDER BY form, grain;
-- What has no rows, and what should not have any.
WITH month AS (
	SELECT DISTINCT form, node, date_trunc('month', at)::date AS month FROM series),
expected AS (
	SELECT form, node::bigint, 'year' AS grain, date_trunc('year', month)::date AS first, (date_trunc('year', month) + interval '1 year')::date AS till FROM month
	UNION SELECT form, node, 'quarter', date_trunc('quarter', month)::date, (date_trunc('quarter', month) + interval '3 months')::date FROM month
	UNION SELECT form, node, 'half', h.first, (h.first + interval '6 months')::date FROM month, LATERAL (SELECT (date_trunc('year', month) + CASE WHEN extract(month FROM month) > 6 THEN interval '6 months' ELSE interval '0' END)::date AS first) AS h
	UNION SELECT form, node, 'month', month, (month + interval '1 month')::date FROM month
	UNION SELECT form, node, 'term', '2021-01-01', '2025-01-01' FROM month
	UNION SELECT form, node, 'year_to_date', date_trunc('year', m)::date, (m + interval '1 month')::date
		FROM month JOIN last_month AS l USING (form), generate_series(month, least(date_trunc('year', month) + interval '11 months', l.till - interval '1 month'), interval '1 month') AS m
	UNION SELECT form, node, 'rolling_year', (m - interval '11 months')::date, (m + interval '1 month')::date
		FROM month JOIN last_month AS l USING (form), generate_series(month, least(month + interval '11 months', l.till - interval '1 month'), interval '1 month') AS m WHERE m >= '2021-12-01')
SELECT count(*) FROM ((TABLE expected EXCEPT SELECT form, node, grain, first, till FROM made) UNION ALL (SELECT form, node, grain, first, till FROM made EXCEPT TABLE expected)) AS d;
-- In order.
SELECT count(*) FROM (SELECT form, node, period, row_number() OVER () AS r FROM made) AS a JOIN (SELECT form, node, period, row_number() OVER () AS r FROM made) AS b
	ON b.r = a.r + 1 AND b.form = a.form AND (b.node < a.node OR b.node = a.node AND b.period < a.period);

-- Up trees: figures of a node are those of its children and its own series put together, of each kind
-- in a tree of its own; weights count in means.
CREATE TEMP TABLE branch AS
SELECT kind, across, node::bigint, CASE WHEN node % 5 <> 1 THEN node / 2 * 2 + 1000 END AS parent, (node % 4)::float8 AS weight FROM indicator
UNION ALL SELECT DISTINCT ON (node / 2) kind, across, node / 2 * 2 + 1000, NULL::int, 1 FROM indicator;
CREATE TEMP TABLE trees AS
SELECT weighted, CASE WHEN weighted THEN plan_tree_agg(node, parent, weight) ELSE plan_tree_agg(node, parent) END AS tree FROM branch, unnest('{f,t}'::bool[]) AS weighted GROUP BY weighted;
CREATE TEMP TABLE up AS
SELECT form, weighted, r.* FROM cubes, trees, plan_figure_rows(cube, '{year,quarter,year_to_date}', tree => tree) AS r;
-- Leaves are as they are without a tree.
SELECT count(*) > 1000 AS "are many", count(*) FILTER (WHERE (u.kind, u.figure, u.coverage, u.last_day, u.prior_figure) IS DISTINCT FROM (f.kind, f.figure, f.coverage, f.last_day, f.prior_figure)) AS other
	FROM up AS u LEFT JOIN (SELECT form, r.* FROM cubes, plan_figure_rows(cube, '{year,quarter,year_to_date}') AS r) AS f USING (form, node, period, grain) WHERE node < 1000;
-- Parents are their children.
SELECT weighted, count(*) > 100 AS "are many",
		count(*) FILTER (WHERE c.kinds = 1 AND p.kind IS DISTINCT FROM c.kind OR c.kinds > 1 AND (p.kind, p.figure) IS DISTINCT FROM (NULL::text, NULL::float8)) AS "other kinds",
		count(*) FILTER (WHERE c.kinds = 1 AND round(p.figure::numeric, 9) IS DISTINCT FROM round(c.figure::numeric, 9)) AS "other figures",
		count(*) FILTER (WHERE p.last_day IS DISTINCT FROM c.last_day) AS "other days"
	FROM up AS p JOIN LATERAL (
		SELECT count(DISTINCT c.kind) AS kinds, min(c.kind) AS kind, max(c.last_day) AS last_day,
			CASE min(i.across) WHEN 'sum' THEN sum(c.figure) WHEN 'max' THEN max(c.figure) WHEN 'min' THEN min(c.figure)
				WHEN 'mean' THEN CASE WHEN p.weighted THEN sum(c.figure * weight) / nullif(sum(weight) FILTER (WHERE c.figure IS NOT NULL), 0) ELSE avg(c.figure) END
				ELSE CASE WHEN count(c.figure) = 1 AND count(*) = 1 THEN min(c.figure) END END AS figure
		FROM up AS c JOIN branch AS b ON b.node = c.node JOIN indicator AS i ON i.node = c.node
		WHERE c.parent = p.node AND c.form = p.form AND c.weighted = p.weighted AND c.period = p.period AND c.grain = p.grain) AS c ON true
	WHERE p.node >= 1000 GROUP BY weighted ORDER BY weighted;

-- Rows that wait on disk are the same rows.
SET work_mem = '64kB';
SELECT count(*) FROM (
	(SELECT form, weighted, r.* FROM cubes, trees, plan_figure_rows(cube, '{year,quarter,year_to_date}', tree => tree) AS r EXCEPT TABLE up)
	UNION ALL (TABLE up EXCEPT SELECT form, weighted, r.* FROM cubes, trees, plan_figure_rows(cube, '{year,quarter,year_to_date}', tree => tree) AS r)) AS d;
RESET work_mem;

-- Both ends of the calendar.
SELECT node, period, grain, figure, prior_figure AS prior FROM plan_figure_rows('1 4714-12 BC: flow n=1 to=4714-12-01 BC sum=1; 1 5874897-11: flow n=1 to=5874897-11-01 sum=2', '{year,month,rolling_year}') WHERE grain <> 'rolling_year' OR figure > 1;

-- What takes long can be stopped.
SET statement_timeout = '100ms';
SELECT count(*) FROM (SELECT plan_figure_cube_agg(n, date '2000-01-01' + n % 9000 * 30, 'flow', 1) AS cube FROM generate_series(1, 200000) AS n) AS c, plan_figure_rows(cube, '{rolling_year,year_to_date}');
RESET statement_timeout;

-- One figure may be of any size; several must fit a sum.
SELECT grain, figure FROM plan_figure_rows('1/1 2024-01: stock n=1 to=2024-01-31 value=1e300', '{year}');
SELECT grain, figure FROM plan_figure_rows('1/1 2024-01: stock n=1 to=2024-01-31 value=1e300; 1/2 2024-01: stock n=1 to=2024-01-31 value=1', '{year}');
