-- Rows of cubes that have many times more rows than cells: where they wait makes no difference.

-- The calendar whose years begin with a month.
CREATE FUNCTION fiscal(month int, named_by text DEFAULT 'end') RETURNS plan_calendar LANGUAGE sql IMMUTABLE AS
$$ SELECT format('year from %s; named by %s', (ARRAY['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'])[month], named_by)::plan_calendar $$;

CREATE TABLE cubes AS
SELECT 'every month' AS figures, plan_cube_agg(4, (date '1500-01-01' + i * interval '1 month')::date, i % 97, 60.0, 'higher', 0.1) AS cube FROM generate_series(0, 1499) AS i
UNION ALL SELECT 'now and then', plan_cube_agg(4, date '1500-01-01' + i * 211, i % 97, 60.0, 'higher', 0.1) FROM generate_series(0, 1299) AS i
UNION ALL SELECT 'once in twelve years', plan_cube_agg(4, date '1500-01-01' + i * 4400, i % 97, 60.0, 'higher', 0.1) FROM generate_series(0, 1099) AS i;
CREATE TABLE asked AS
SELECT * FROM (VALUES (NULL::text[], NULL::plan_period, 1), ('{term,year,year_to_date,half,quarter,month}', '1501-02..1600-11', 4), ('{term}', '1500-2500', 1), ('{year_to_date}', NULL, 7), ('{quarter,half}', NULL, 2)) AS v (grains, term, first_month);
-- Without a tree, and in a tree of one node.
SELECT figures, grains, term, first_month, count(*) AS rows, count(*) FILTER (WHERE f = t) AS same
FROM cubes, asked, LATERAL (SELECT * FROM plan_cube_rows(cube, grains, term, NULL, fiscal(first_month)) WITH ORDINALITY AS f (node, parent, level, period, grain, scorecard, n)
	FULL JOIN plan_cube_rows(cube, grains, term, '4', fiscal(first_month)) WITH ORDINALITY AS t (node, parent, level, period, grain, scorecard, n) USING (n)) AS r (n, a, b, c, d, e, f, g, h, i, j, k, t)
GROUP BY figures, grains, term, first_month ORDER BY 1, 2, 3, 4;
-- Up a chain, in little memory and in much: each node has what the last one has.
CREATE TABLE chain AS SELECT plan_tree_agg(i, nullif(i - 1, 0)) AS tree FROM generate_series(1, 4) AS i;
CREATE TABLE bush AS SELECT plan_tree_agg(i, nullif(i / 3, 0), 1 + i % 3) AS tree FROM generate_series(1, 500) AS i;
-- Each node down to the lowest has a leaf behind its other child: all of them wait with rows.
CREATE TABLE spine AS SELECT plan_tree_agg(i, CASE WHEN i > 500 THEN i - 500 ELSE nullif(i - 1, 0) END, 1 + i % 3) AS tree FROM generate_series(1, 999) AS i WHERE i <> 500;
CREATE TABLE leaves AS SELECT plan_cube_agg(i % 499 + 1, date '2015-01-01' + i % 1800, i % 97, 60.0, 'higher', 0.1) AS cube FROM generate_series(0, 9999) AS i;
CREATE TABLE beside AS SELECT plan_cube_agg(501 + i % 499, date '2015-01-01' + i % 1800, i % 97, 60.0, 'higher') AS cube FROM generate_series(0, 9999) AS i;
SET work_mem = '64MB';
CREATE TABLE in_memory AS
SELECT 'chain ' || figures AS up, r.* FROM cubes, chain, plan_cube_rows(cube, '{year,year_to_date,month}', NULL, tree) WITH ORDINALITY AS r (node, parent, level, period, grain, scorecard, n)
UNION ALL SELECT 'bush', r.* FROM leaves, bush, plan_cube_rows(cube, NULL, '2015-2020', tree) WITH ORDINALITY AS r (node, parent, level, period, grain, scorecard, n)
UNION ALL SELECT 'spine', r.* FROM beside, spine, plan_cube_rows(cube, '{month}', NULL, tree) WITH ORDINALITY AS r (node, parent, level, period, grain, scorecard, n);
SET work_mem = '64kB';
CREATE TABLE spilled AS
SELECT 'chain ' || figures AS up, r.* FROM cubes, chain, plan_cube_rows(cube, '{year,year_to_date,month}', NULL, tree) WITH ORDINALITY AS r (node, parent, level, period, grain, scorecard, n)
UNION ALL SELECT 'bush', r.* FROM leaves, bush, plan_cube_rows(cube, NULL, '2015-2020', tree) WITH ORDINALITY AS r (node, parent, level, period, grain, scorecard, n)
UNION ALL SELECT 'spine', r.* FROM beside, spine, plan_cube_rows(cube, '{month}', NULL, tree) WITH ORDINALITY AS r (node, parent, level, period, grain, scorecard, n);
RESET work_mem;
SELECT up, count(*) AS rows, count(*) FILTER (WHERE m = s) AS same FROM in_memory AS m FULL JOIN spilled AS s USING (up, n) GROUP BY up ORDER BY up;
SELECT up, count(*) AS rows, count(*) FILTER (WHERE s.scorecard = leaf.scorecard) AS same, bool_and(s.n = (s.node - 1) * last + (leaf.n - 1) % last + 1) AS in_order
FROM spilled AS s JOIN spilled AS leaf USING (up, period, grain) JOIN (SELECT up, count(*) / 4 AS last FROM spilled GROUP BY up) AS l USING (up) WHERE leaf.node = 4 AND up LIKE 'chain%' GROUP BY up ORDER BY up;
-- What a temporary file may not hold is an error like any other.
SET temp_file_limit = '1MB';
SET work_mem = '64kB';
\set VERBOSITY sqlstate
SELECT count(*) FROM cubes, chain, plan_cube_rows(cube, '{year,year_to_date,month}', NULL, tree);
\set VERBOSITY default
RESET temp_file_limit;
RESET work_mem;

DROP TABLE cubes, asked, chain, bush, spine, leaves, beside, in_memory, spilled;
DROP FUNCTION fiscal;
