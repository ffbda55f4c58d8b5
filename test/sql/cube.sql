-- A plan of two programmes and their schemes, with a result for each scheme now and then:
-- how is each branch doing in the term, in each year, in each quarter of the last?

-- The calendar whose years begin with a month.
CREATE FUNCTION fiscal(month int, named_by text DEFAULT 'end') RETURNS plan_calendar LANGUAGE sql IMMUTABLE AS
$$ SELECT format('year from %s; named by %s', (ARRAY['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'])[month], named_by)::plan_calendar $$;

CREATE TABLE plan (id int PRIMARY KEY, parent int REFERENCES plan, name text, weight numeric);
INSERT INTO plan VALUES (1, NULL, 'The plan', 1), (10, 1, 'Economy', 3), (11, 10, 'Industry', 1), (12, 10, 'Farming', 1), (20, 1, 'Society', 1), (21, 20, 'Schools', 1);
CREATE TABLE results (scheme int, at date, actual numeric, target numeric, weight int);
INSERT INTO results VALUES
	(11, '2021-02-10', 8, 10, 1), (11, '2021-06-30', 10, 10, 1), (11, '2022-01-20', 9, 12, 2), (11, '2022-05-05', 12, 12, 1),
	(12, '2021-03-15', 2, 4, 1), (12, '2022-02-28', NULL, 4, 1), (12, '2022-08-09', 4, 4, 1),
	(21, '2021-09-01', 3, 6, 1), (21, '2022-09-01', 6, 6, 1), (10, '2022-09-30', 1, 4, 1);
CREATE VIEW dashboard AS
SELECT repeat('  ', level - 1) || name AS branch, period, r.grain, plan_count(scorecard) AS items, round(100 * plan_score(scorecard)) AS "score %", node
FROM (SELECT plan_cube_agg(scheme, at, actual, target, 'higher', weight) AS cube FROM results) AS c,
	(SELECT plan_tree_agg(id, parent) AS tree FROM plan) AS t,
	plan_cube_rows(cube, NULL, '2020-2025', tree) AS r JOIN plan ON plan.id = node;
SELECT branch, max("score %") FILTER (WHERE grain = 'term') AS term, max("score %") FILTER (WHERE period = '2021') AS "2021", max("score %") FILTER (WHERE period = '2022') AS "2022",
	max("score %") FILTER (WHERE period = '2022-Q1') AS q1, max("score %") FILTER (WHERE period = '2022-Q2') AS q2, max("score %") FILTER (WHERE period = '2022-Q3') AS q3
FROM dashboard GROUP BY branch, node ORDER BY min(array_position('{1,10,11,12,20,21}', node::int));
SELECT branch, period, grain, items, "score %" FROM dashboard WHERE node IN (1, 12) AND grain IN ('term', 'year', 'half', 'quarter');
-- The cube itself: one value with a cell for each scheme and month.
CREATE TABLE kept AS SELECT plan_cube_agg(scheme, at, actual, target, 'higher', weight) AS cube, (SELECT plan_tree_agg(id, parent, weight) FROM plan) AS tree FROM results;
SELECT cube FROM kept;
SELECT plan_cells(cube) AS cells, plan_cube_at(cube, 12, '2022-02') AS "12 in February", plan_score(plan_cube_at(cube, 11, '2022-H1')) AS "11 in the half", plan_cube_at(cube, 1, '2022') AS none FROM kept;
-- With weights a parent has the weighted mean of its children.
SELECT node, parent, level, period, grain, plan_count(scorecard) AS items, plan_score(scorecard) AS score, plan_coverage(scorecard) AS coverage
FROM kept, plan_cube_rows(cube, '{year}', NULL, tree);
-- So far this year, month by month, and in a fiscal year from October.
SELECT node, period, plan_score(scorecard) FROM kept, plan_cube_rows(cube, '{year_to_date}', '2022') WHERE node = 11;
SELECT node, period, grain, plan_fiscal_name(period, fiscal(10)), plan_count(scorecard) AS items FROM kept, plan_cube_rows(cube, '{year,half}', NULL, NULL, fiscal(10)) WHERE node = 21;
-- As JSON.
SELECT jsonb_path_query_array(cube::jsonb, '$[*] ? (@.node == 12)."month"') AS months, jsonb_path_query(cube::jsonb, '$[*] ? (@.node == 12 && @.month == "2022-02").no_data') AS no_data,
	plan_cube 'empty'::jsonb FROM kept;

-- What can go wrong says why.
CREATE FUNCTION attempt(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text;
BEGIN
	EXECUTE 'SELECT ' || query INTO result;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;

-- Every form of the aggregates of scorecards is there, and puts into the cell what it makes of the rows.
CREATE TABLE figures AS
SELECT x AS actual, t AS target, d AS direction, w AS weight, b AS baseline, e AS expected, CASE WHEN t <> 0 THEN plan_goal(t, d, b) END AS goal,
	plan_score(x, plan_goal(t, 'higher')) AS score, plan_status(x, plan_goal(t, 'higher')) AS status, CASE WHEN b IS NOT NULL THEN ARRAY[0.9, e / 2] END AS cuts, CASE WHEN w > 0 THEN 1.5 END AS cap
FROM unnest(ARRAY[-20, 0, 9.99, 10, NULL, 1e18, -7e30]::float8[]) AS x, unnest(ARRAY[-10, 0, 10, NULL, 5e-20]::float8[]) AS t, unnest(ARRAY[NULL, -20, 15]::float8[]) AS b,
	unnest(ARRAY['higher', 'lower']) AS d, unnest(ARRAY[0, 0.7, NULL]::float8[]) AS w, unnest(ARRAY[0, 0.5, 1]::float8[]) AS e;
DO $$
DECLARE
	form record;
	args text;
	same boolean;
	forms int := 0;
BEGIN
	FOR form IN SELECT proname, coalesce((SELECT min(c.proname::text) FROM pg_proc AS c WHERE c.proname = replace(p.proname, 'scorecard', 'cube')), 'plan_cube_agg') AS cube, proargnames AS names, string_to_array(oidvectortypes(proargtypes), ', ') AS types FROM pg_proc AS p WHERE proname ~ '^plan_scorecard_.*agg$' ORDER BY proargtypes::text LOOP
		SELECT string_agg(CASE WHEN name = 'direction' AND type <> 'text' THEN format('(CASE direction WHEN ''higher'' THEN 1 ELSE -1 END)::%s', type)
			ELSE format('%I::%s', name, type) END, ', ' ORDER BY n) INTO args FROM unnest(form.names, form.types) WITH ORDINALITY AS a (name, type, n);
		EXECUTE format('SELECT plan_cube_at(%2$s(-3, ''2024-02-29'', %1$s), -3, ''2024-02'') = %3$s(%1$s) FROM figures', args, form.cube, form.proname) INTO same;
		forms := forms + 1;
		IF same IS NOT TRUE THEN
			RAISE WARNING '% differs', args;
		END IF;
	END LOOP;
	RAISE NOTICE 'forms: %, of cubes: %', forms, (SELECT count(*) FROM pg_proc WHERE proname ~ '^plan_cube_.*agg$');
END
$$;
-- They resolve for columns and literals of any kind.
SELECT count(DISTINCT cube) AS different_cubes, count(*) AS forms
FROM (
	SELECT plan_cube_agg(7, '2022-09-15', 45, 50, 'higher')
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45, 50, 1)
	UNION ALL SELECT plan_cube_agg(7::smallint, date '2022-09-30', 45.0, 50, 1::smallint)
	UNION ALL SELECT plan_cube_agg(7::bigint, '2022-09-01', 45, 50, 1::bigint, 1)
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45::numeric, 50::numeric, 'HIGHER', 1::numeric)
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45::real, plan_goal(50::bigint, 1), 1)
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45, plan_goal(50, 'higher'), 1, 1)
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45::numeric, plan_goal(50::numeric, -(-1)), 1::numeric, 1.0)
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45, '>= 50')
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45, '>= 50', 1)
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45::numeric, '>= 50', 1::numeric, 1)
	UNION ALL SELECT plan_cube_agg(7, '2022-09-15', 45, plan_goal(50, 'higher'), 1::real, 1::float8)
	UNION ALL SELECT plan_cube_agg(7, timestamp '2022-09-15 23:59'::date, 45, '>= 50', 1, 1.0)
) AS forms (cube);
SELECT plan_cube_scored_agg(1, '2022-01-01', score, status) AS unweighted, plan_cube_scored_agg(1, '2022-01-01', score, status, weight) AS weighted
FROM (VALUES (0.5, 'at_risk'::plan_status, 2), (NULL, 'exceeded', 1), (0.7, NULL, 1), (NULL, NULL, 4)) AS v (score, status, weight);
SELECT plan_cube_agg(1, '2022-01-01', NULL::float8, NULL::float8, NULL::text) AS all_null, plan_cube_agg(1, '2022-01-01', NULL::numeric, NULL::plan_goal) AS goal;
-- No rows, FILTER, and errors that name what is wrong.
SELECT plan_cube_agg(node, at, 1, '>= 1') IS NULL AS no_rows, plan_cube_agg(node, at, 1, '>= 1') FILTER (WHERE node > 5) IS NULL AS filtered,
	plan_rollup(NULL::plan_cube) IS NULL AS no_cubes FROM (SELECT 1 AS node, date '2022-01-01' AS at WHERE false) AS v;
SELECT plan_rollup(c) AS empty, plan_rollup(NULL::plan_cube) AS nulls FROM (VALUES ('empty'::plan_cube), (NULL)) AS v (c);
SELECT plan_cube_agg(node, at, 1, '>= 1') FILTER (WHERE at IS NOT NULL) FROM (VALUES (1, '2022-01-01'::date), (2, NULL)) AS v (node, at);
SELECT call, attempt(CASE WHEN call LIKE '%plan_status%' THEN 'plan_cube_scored_agg(' ELSE 'plan_cube_agg(' END || call || ')') AS refused
FROM unnest(ARRAY[$$NULL, '2022-01-01', 1, 1, 1$$, $$1, NULL, 1, 1, 1$$, $$NULL, NULL, NULL, '>= 1'$$, $$NULL, '2022-01-01', 0.5, 'met'::plan_status$$, $$1, NULL, 0.5, 'met'::plan_status, 1$$,
	$$1, 'infinity', 1, 1, 1$$, $$1, '-infinity', 1, '>= 1'$$, $$1, '4714-11-24 BC', 1, 1, 1$$, $$1, '4714-11-30 BC', NULL, 1, 1$$, $$1, '4714-12-01 BC', 1, 1, 1$$, $$1, '5874897-12-31', 1, 1, 1$$,
	$$9223372036854775807, '2022-01-01', 1, 1, 1$$, $$-9223372036854775808, '0001-01-01 BC', 1, 1, 1$$, $$1.5, '2022-01-01', 1, 1, 1$$, $$1, '2022-01-01'::timestamp, 1, 1, 1$$,
	$$1, '2022-01-01', 1, 1, 'sideways'$$, $$1, '2022-01-01', 1, 1, 2$$, $$1, '2022-01-01', 1, 1, 1, -1$$, $$1, '2022-01-01', 1, 1, 1, 'NaN'$$, $$1, '2022-01-01', NULL, 1, 1, -2$$, $$1, '2022-01-01', 1, 1, 1, 'Infinity'$$,
	$$1, '2022-01-01', 'Infinity', 1, 1$$, $$1, '2022-01-01', 1, '-Infinity'::float8, 1$$, $$1, '2022-01-01', 1, 'NaN'::float8, 1$$, $$1, '2022-01-01', 1, 1, 1, 1, 'NaN'$$, $$1, '2022-01-01', 1, 1, 1, 1, NULL, 1.5$$,
	$$1, '2022-01-01', 1e300, 1, 1$$, $$1, '2022-01-01', 'Infinity', 'met'::plan_status$$, $$1, '2022-01-01', 1, 'met'::plan_status, -1$$]) AS call;

-- Adversarial figures in thousands of cells: rows wait in batches, sums and counts outgrow
-- the packed form and come back.
CREATE TABLE facts AS
SELECT i, i * 7919 % 601 - 100 AS node, date '2019-11-15' + i * 31 % 2500 AS at,
	(ARRAY[4.9406564584124654e-324, 5.421010862427522e-20, 1e18, -1e18, 1e-6, 0.1, -0.30000000000000004, 123456.789, 0, NULL, 1e-30, -7e30, 7e30, 12])[1 + (i * 31) % 14] AS actual,
	(ARRAY[1e18, 0, -3.7, 1e-9, 100, 5e-324, 1e30, 42.5, NULL])[1 + (i * 17) % 9] AS target,
	(ARRAY['higher', 'lower', 'within'])[1 + i % 3] AS direction, (ARRAY[1, 0, 0.1, 3, 1e-12, 7.25, NULL, 1e15])[1 + (i * 13) % 8] AS weight,
	(ARRAY[NULL, 0, 50, -1e18])[1 + (i * 11) % 4] AS baseline, (ARRAY[0, 0.3, 1, NULL])[1 + i % 4] AS expected
FROM generate_series(1, 30000) AS i;
ANALYZE facts;
CREATE TABLE cells AS
SELECT node, plan_month(at) AS month, plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected) AS card FROM facts GROUP BY 1, 2;
ANALYZE cells;
CREATE TABLE truth AS SELECT plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) AS cube FROM facts;
-- What a query says of rows against what a cube says, both ways.
CREATE FUNCTION compare(by_cube text, by_hand text, OUT rows bigint, OUT different bigint) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SELECT count(*), count(*) FILTER (WHERE c IS DISTINCT FROM h OR n <> 1 OR m <> 1)
		FROM (SELECT node, period, grain, (array_agg(scorecard))[1] AS c, count(*) AS n FROM (%s) AS c (node, period, grain, scorecard) GROUP BY 1, 2, 3) AS c
		FULL JOIN (SELECT node, period, grain, (array_agg(scorecard))[1] AS h, count(*) AS m FROM (%s) AS h (node, period, grain, scorecard) GROUP BY 1, 2, 3) AS h USING (node, period, grain)',
		by_cube, by_hand) INTO rows, different;
END
$$;
SELECT plan_cells(cube) > 10000 AS many, plan_cells(cube) = (SELECT count(*) FROM cells) AS cells FROM truth;
SELECT different FROM compare($$ SELECT node, period, grain, scorecard FROM truth, plan_cube_rows(cube, '{month}') $$, $$ SELECT node, month, 'month', card FROM cells $$);
SELECT count(*) FILTER (WHERE plan_cube_at(cube, node, month) IS DISTINCT FROM card) AS different FROM truth, (SELECT * FROM cells WHERE node % 200 = 0) AS c;
-- How cells are found makes no difference: nodes close together, far apart, at both ends of
-- bigint, and one far from all others; by node, by date backwards, and mixed.
CREATE FUNCTION laid_out(node bigint, layout text) RETURNS bigint LANGUAGE sql AS $$
	SELECT CASE layout WHEN 'apart' THEN node * 9000000000000000
		WHEN 'ends' THEN CASE WHEN node < 200 THEN -9223372036854775708 + node ELSE 9223372036854775307 + node END
		WHEN 'outlier' THEN CASE node WHEN 317 THEN 1000000000000 ELSE node END ELSE node END
$$;
SELECT layout, by_node = truth AS by_node, by_date = truth AS by_date, mixed = truth AS mixed
FROM (SELECT layout, plan_cube_agg(laid_out(node, layout), at, actual, goal, weight, expected ORDER BY node, at) AS by_node,
		plan_cube_agg(laid_out(node, layout), at, actual, goal, weight, expected ORDER BY at DESC, node) AS by_date,
		plan_cube_agg(laid_out(node, layout), at, actual, goal, weight, expected ORDER BY i) AS mixed
	FROM (SELECT *, plan_goal(target, direction, baseline) AS goal FROM facts) AS f, unnest('{close,apart,ends,outlier}'::text[]) AS layout GROUP BY 1) AS c
JOIN (SELECT layout, string_agg(format('%s %s: %s', laid_out(node, layout), month, card), '; ' ORDER BY laid_out(node, layout), month)::plan_cube AS truth
	FROM cells, unnest('{close,apart,ends,outlier}'::text[]) AS layout GROUP BY 1) AS t USING (layout) ORDER BY 1;
DROP FUNCTION laid_out;
-- Of plan_cube_at, longer periods too.
SELECT count(*) > 100 AS many, count(*) FILTER (WHERE plan_cube_at(cube, node, p) IS DISTINCT FROM card) AS different
FROM truth, (SELECT node, p, plan_rollup(card) AS card FROM cells, unnest('{2020,2021-Q2,2020-2025,2021-11..2022-02}'::plan_period[]) AS p WHERE month <@ p AND node % 15 = 0 GROUP BY 1, 2) AS c;
SELECT plan_cube_at(cube, 1000, '2020') IS NULL AS no_node, plan_cube_at(cube, 1, '1999') IS NULL AS before, plan_cube_at(cube, 1, '2099') IS NULL AS after, plan_cube_at(NULL, 1, '2020') IS NULL AS no_cube,
	plan_cube_at(cube, NULL, '2020') IS NULL AS null_node, plan_cube_at(cube, 1, NULL) IS NULL AS no_period, plan_cube_at(cube, 1, '4714-12 BC..5874897-12') = (SELECT plan_rollup(card) FROM cells WHERE node = 1) AS ever FROM truth;

-- Up the calendar, against plan_ancestor_rows: in the calendar, fiscal years from April,
-- July and October, in a term, and in terms that cut quarters, halves and years.
SELECT first_month, c.*
FROM generate_series(1, 10, 3) AS first_month, compare(format($$ SELECT node, period, grain, scorecard FROM truth, plan_cube_rows(cube, NULL, NULL, NULL, fiscal(%s)) $$, first_month),
	format($$ SELECT node, ancestor, grain, plan_rollup(card) FROM cells, plan_ancestor_rows(month, NULL, fiscal(%s)) GROUP BY 1, 2, 3 $$, first_month)) AS c;
SELECT term, first_month, c.rows > 1000 AS many, c.different
FROM (VALUES ('2020-2025', 1), ('2020-10..2025-09', 10), ('2020-10..2025-09', 1), ('2021-02..2022-04', 1), ('2021-02..2022-04', 4)) AS v (term, first_month),
	compare(format($$ SELECT node, period, grain, scorecard FROM truth, plan_cube_rows(cube, NULL, %L, calendar => fiscal(%s)) $$, term, first_month),
		format($$ SELECT node, ancestor, grain, plan_rollup(card) FROM cells, plan_ancestor_rows(month, %L, fiscal(%s)) GROUP BY 1, 2, 3 $$, term, first_month)) AS c;
-- A term that is a year as well is both.
SELECT different FROM compare($$ SELECT node, period, grain, scorecard FROM truth, plan_cube_rows(cube, '{term,year}', '2021') $$,
	$$ SELECT node, '2021'::plan_period, grain, plan_rollup(card) FROM cells, unnest('{term,year}'::text[]) AS grain WHERE month <@ '2021' GROUP BY 1, 3 $$);
-- Years to date: every month from the first one of a node's year, to the last that any node has.
SELECT first_month, term, c.rows > 500 AS many, c.different
FROM (VALUES (1, NULL), (4, NULL), (7, NULL), (10, NULL), (1, '2020-2025'), (1, '2020-02..2021-10'), (10, '2020-10..2021-09')) AS v (first_month, term),
	compare(format($$ SELECT node, period, grain, scorecard FROM truth, plan_cube_rows(cube, '{year_to_date}', %L, NULL, fiscal(%s)) WHERE node %% 10 = 0 $$, term, first_month),
		format($$ SELECT node, period, 'year_to_date', plan_rollup(card) FROM (
				SELECT DISTINCT plan_year_to_date(plan_last_day(month), fiscal(%2$s)) AS period FROM cells WHERE %1$L IS NULL OR month <@ %1$L
			) AS p JOIN cells ON month <@ period WHERE node %% 10 = 0 AND (%1$L IS NULL OR period <@ %1$L) GROUP BY 1, 2 $$, term, first_month)) AS c;
-- So they add up in each month, though not every child has rows in each.
SELECT node, period, plan_count(scorecard) AS items
FROM plan_cube_rows('2 2021-12: met=1; 2 2022-02: met=1; 2 2022-03: met=1; 3 2022-01: met=1; 3 2022-04: met=1; 4 2020-11: met=1', '{year_to_date}', NULL, '1; 2 < 1; 3 < 1; 4 < 1') ORDER BY node, period;
-- Nothing is asked for; grains in any case and twice; what none is.
SELECT (SELECT count(*) FROM plan_cube_rows(cube, '{}')) AS nothing, (SELECT count(*) FROM plan_cube_rows(cube, '{Year,YEAR}') WHERE node = 11) AS years, (SELECT count(*) FROM plan_cube_rows(NULL)) AS no_cube,
	(SELECT count(*) FROM plan_cube_rows('empty')) AS empty, (SELECT count(*) FROM plan_cube_rows('empty', tree => tree)) AS empty_tree, (SELECT count(*) FROM plan_cube_rows(cube, calendar => NULL)) AS no_month,
	(SELECT count(*) FROM plan_cube_rows(cube, '{{month},{year}}') WHERE node = 21) AS nested, (SELECT count(*) FROM plan_cube_rows(cube, term => '1999')) AS elsewhere FROM kept;
SELECT call, attempt('count(*) FROM plan_cube_rows(''1 2022-01: met=1; 5 2022-01: met=1'', ' || call || ')') AS refused
FROM unnest(ARRAY[$$'{week}'$$, $$'{year,""}'$$, $$'{NULL}'$$, $$'{term}'$$, $$ARRAY[repeat('x', 100)]$$, $$ARRAY[repeat('é', 100)]$$, $$NULL, '2022-01-02..2022'$$, $$NULL, '2022-W07'$$, $$NULL, '4714-11-24 BC..2022'$$, $$NULL, NULL, NULL, 'year from 6 April'$$, $$NULL, NULL, NULL, 'year from 13'$$,
	$$NULL, NULL, '1'$$, $$NULL, NULL, 'empty'$$, $$'{}', '1999', '1; 2; 4; 6'$$, $$'{month}', NULL, '5; 1 < 5'$$]) AS call;
SELECT p AS period, attempt(format('plan_cube_at(''1 2022-01: met=1'', 1, %L)', p)) AS refused FROM unnest('{2022-01-01,2022-W01,2022-01-02..2022-12,4714-11-24 BC..2022}'::plan_period[]) AS p;
-- The ends of the calendar: years that reach beyond it have no row.
SELECT node, period, grain FROM plan_cube_rows('1 4714-12 BC: met=1; 1 4713-01 BC: met=1; 2 5874897-12: met=1', '{month,quarter,year,year_to_date}', NULL, NULL, fiscal(4));

-- Up the tree without weights, against a recursive query: every node has all below it.
CREATE TABLE nodes AS
SELECT n AS id, CASE WHEN n > -100 THEN (n + 99) / 4 - 100 ELSE -1000 END AS parent, (n + 100) % 5 / 2.0 AS weight FROM generate_series(-100, 500) AS n
UNION ALL VALUES (-1000, NULL, 1.0), (9999, 3, 1), (10000, NULL, 1);
CREATE TABLE trees AS SELECT plan_tree_agg(id, parent) AS plain, plan_tree_agg(id, parent, weight) AS weighted FROM nodes;
CREATE TABLE above AS
WITH RECURSIVE up AS (SELECT id AS node, id AS ancestor FROM nodes UNION ALL SELECT node, parent FROM up JOIN nodes ON id = ancestor WHERE parent IS NOT NULL)
SELECT * FROM up;
SELECT term, c.*
FROM (VALUES (NULL), ('2020-2025')) AS v (term), compare(format($$ SELECT node, period, grain, scorecard FROM truth, trees, plan_cube_rows(cube, NULL, %L, plain) $$, term),
	format($$ SELECT above.ancestor, a.ancestor, grain, plan_rollup(card) FROM cells JOIN above USING (node), plan_ancestor_rows(month, %L) AS a GROUP BY 1, 2, 3 $$, term)) AS c;
SELECT different FROM compare($$ SELECT node, period, grain, scorecard FROM truth, trees, plan_cube_rows(cube, '{year_to_date}', NULL, plain, fiscal(7)) WHERE node < -90 $$,
	$$ SELECT ancestor, period, 'year_to_date', plan_rollup(card) FROM (SELECT DISTINCT plan_year_to_date(plan_last_day(month), fiscal(7)) AS period FROM cells) AS p JOIN cells ON month <@ period
		JOIN above USING (node) WHERE ancestor < -90 GROUP BY 1, 2 $$);
-- Rows stand in preorder, periods in their order, each with its parent and its level.
SELECT count(*) AS rows, count(*) FILTER (WHERE (n, period) <= (last_n, last_period) AND grain = 'month' AND last_grain = 'month') AS out_of_order, count(*) FILTER (WHERE (r.parent, r.level) IS DISTINCT FROM (t.parent, t.level)) AS different
FROM (SELECT r.*, t.n, t.parent AS tree_parent, lag(t.n) OVER (ORDER BY place) AS last_n, lag(period) OVER (ORDER BY place) AS last_period, lag(grain) OVER (ORDER BY place) AS last_grain
	FROM truth, trees, plan_cube_rows(cube, NULL, NULL, plain) WITH ORDINALITY AS r (node, parent, level, period, grain, scorecard, place)
	JOIN (SELECT t.* FROM trees, plan_tree_rows(plain) WITH ORDINALITY AS t (node, parent, level, weight, n)) AS t USING (node)) AS r
JOIN (SELECT t.node, t.parent, t.level FROM trees, plan_tree_rows(plain) AS t) AS t USING (node);
-- The pattern by hand serves text keys and grains of one's own; both ways give the same bits.
CREATE TABLE units AS SELECT 'unit ' || id AS unit, 'unit ' || parent AS parent FROM nodes;
CREATE TABLE cards AS
SELECT 'unit ' || node AS unit, plan_month(at) AS month, plan_scorecard_agg(actual, target, direction) AS card
FROM facts GROUP BY 1, 2;
CREATE VIEW by_unit AS
WITH RECURSIVE up AS (
	SELECT unit, unit AS ancestor FROM units
	UNION ALL
	SELECT up.unit, units.parent FROM up JOIN units ON units.unit = up.ancestor WHERE units.parent IS NOT NULL
)
SELECT up.ancestor AS unit, a.ancestor AS period, a.grain, plan_rollup(card) AS card
FROM cards JOIN up USING (unit), plan_ancestor_rows(month, '2020-2025') AS a
GROUP BY 1, 2, 3;
SELECT different FROM compare($$ SELECT 'unit ' || node, period, grain, scorecard FROM (SELECT plan_cube_agg(node, at, actual, target, direction) AS cube FROM facts) AS c, trees, plan_cube_rows(cube, NULL, '2020-2025', plain) $$,
	$$ SELECT unit, period, grain, card FROM by_unit $$);
SELECT count(*) AS weeks, sum(plan_count(card)) AS items
FROM (SELECT 'unit ' || node AS unit, plan_parent(day, 'week') AS week, plan_rollup(card) AS card
	FROM (SELECT node, plan_day(at) AS day, plan_scorecard_agg(actual, target, direction) AS card FROM facts WHERE i <= 2000 GROUP BY 1, 2) AS days GROUP BY 1, 2) AS by_week;

-- With weights. A case to follow by hand: 4 has (1 + 0.5) / 2 = 0.75, 5 has 0.25, so 2 has
-- 0.5; 3 has 1, of half its weight; 1 has (3 * 0.5 + 1 * 1 + an item of its own, 0) / 5 = 0.5,
-- and of its weight (3 * 1 + 1 * 0.5 + 1) / 5 = 0.9 is covered.
CREATE TABLE small AS
SELECT plan_cube_scored_agg(node, '2022-05-05', score, status) AS cube
FROM (VALUES (4, 1, 'met'::plan_status), (4, 0.5, 'off_track'), (5, 0.25, 'off_track'), (3, 1, 'met'), (3, NULL, 'no_data'), (1, 0, 'off_track'), (6, NULL, 'no_data'), (8, 0.75, 'met')) AS v (node, score, status);
SELECT node, plan_score(scorecard) AS score, plan_coverage(scorecard) AS coverage, plan_count(scorecard) AS items, plan_scored_count(scorecard) AS scored, plan_met_share(scorecard) AS met_share
FROM small, plan_cube_rows(cube, '{year}', NULL, '1 * 9; 2 < 1 * 3; 3 < 1 * 1; 4 < 2 * 1; 5 < 2 * 1; 6 < 3 * 0; 7 * 1; 8 < 7 * 0');
-- A child that has no row in a period does not count in it; one without a score counts as not covered.
SELECT node, period, plan_score(scorecard) AS score, plan_coverage(scorecard) AS coverage
FROM plan_cube_rows('2 2022-01: met=1 weight_scored=1 weighted_score=1; 2 2022-04: at_risk=1 weight_scored=8 weighted_score=4; 3 2022-04: no_data=1 unscored=1 weight_unscored=1', '{quarter,year}', NULL, '1 * 1; 2 < 1 * 1; 3 < 1 * 3');
-- 3 has one of two figures and 4 one of three: 2 is covered by half of their coverages, 5/12,
-- though 2 of 5 rows have a figure, and so is 1, whose only child it is.  The score is the mean
-- of 0.2 and 0.8, whatever they cover.  5 has items without weight, 6 has none, and 0 both.
CREATE VIEW thin AS
SELECT plan_cube_scored_agg(node, '2022-05-05', score, NULL::plan_status, weight) AS cube
FROM (VALUES (3, 0.2, 1), (3, NULL, 1), (4, 0.8, 1), (4, NULL, 1), (4, NULL, 1), (5, 0.5, 0), (6, NULL, 3)) AS v (node, score, weight);
SELECT node, plan_score(scorecard) AS score, plan_coverage(scorecard) AS coverage, plan_scorecard_score(scorecard, 0.5) AS half_covered, plan_total_weight(scorecard) AS weight
FROM thin, plan_cube_rows(cube, '{year}', NULL, '1 * 1; 2 < 1 * 4; 3 < 2 * 1; 4 < 2 * 1; 0 * 1; 5 < 0 * 1; 6 < 0 * 1');
SELECT node, plan_coverage(scorecard) AS coverage FROM thin, plan_cube_rows(cube, '{year}', NULL, '1; 2 < 1; 3 < 2; 4 < 2; 5 < 2; 6 < 2') WHERE node = 1;
SELECT node, scorecard, scorecard::text::plan_scorecard = scorecard AS same, plan_coverage(scorecard - scorecard + scorecard) AS again
FROM thin, plan_cube_rows(cube, '{year}', NULL, '2 * 1; 3 < 2 * 1; 4 < 2 * 1; 5 * 1; 6 * 1') WHERE node = 2;
-- Down a chain of 200 nodes, each with a sibling that has nothing, the score stays what it is,
-- also where the coverage is lost below the unit of weights.
SELECT plan_score(scorecard) AS score, abs(plan_coverage(scorecard) - 0.5::float8 ^ (200 - level)) < 1e-19 AS halved, level
FROM (SELECT plan_cube_scored_agg(n, '2022-05-05', CASE WHEN n = 200 THEN 0.7 END, NULL::plan_status) AS cube FROM (SELECT 200 AS n UNION ALL SELECT 1000 + generate_series(2, 200)) AS v) AS c,
	(SELECT plan_tree_agg(n, nullif(n % 1000 - 1, 0), 1) AS tree FROM (SELECT generate_series(1, 200) AS n UNION ALL SELECT 1000 + generate_series(2, 200)) AS v) AS t,
	plan_cube_rows(cube, '{year}', NULL, tree) WHERE node IN (1, 150, 160, 200);
-- Ordinary figures, and the same by SQL, level by level from the leaves.
CREATE TABLE ordinary AS SELECT node, at, nullif(i % 37, 5) / 36.0::float8 AS score, 1 + i % 4 AS weight FROM facts WHERE i <= 10000;
CREATE TABLE by_hand AS
SELECT node, a.ancestor AS period, a.grain, sum(weight * score) AS scored_sum, coalesce(sum(weight) FILTER (WHERE score IS NOT NULL), 0)::float8 AS scored, coalesce(sum(weight) FILTER (WHERE score IS NULL), 0)::float8 AS unscored,
	count(*) AS items, count(*) FILTER (WHERE score IS NOT NULL) AS scored_items
FROM ordinary, plan_ancestor_rows(plan_month(at), '2020-2025') AS a GROUP BY 1, 2, 3;
CREATE TABLE done (node bigint, period plan_period, grain text, score float8, coverage float8, items bigint, scored_items bigint);
DO $$
DECLARE
	depth int;
BEGIN
	FOR depth IN REVERSE (SELECT max(level) FROM trees, plan_tree_rows(weighted))..1 LOOP
		INSERT INTO done
		SELECT node, period, grain, sum(scored_sum) / nullif(sum(scored), 0), sum(covered) / nullif(sum(scored + unscored), 0), sum(items), sum(scored_items)
		FROM (
			SELECT node, period, grain, scored_sum, scored, unscored, scored AS covered, items, scored_items FROM by_hand
			UNION ALL SELECT n.parent, d.period, d.grain, n.weight * d.score, CASE WHEN d.score IS NOT NULL THEN n.weight ELSE 0 END, CASE WHEN d.score IS NULL THEN n.weight ELSE 0 END, coalesce(n.weight * d.coverage, 0), d.items, d.scored_items
			FROM done AS d JOIN nodes AS n ON d.node = n.id
		) AS parts JOIN (SELECT t.* FROM trees, plan_tree_rows(weighted) AS t) AS t USING (node)
		WHERE t.level = depth GROUP BY 1, 2, 3;
	END LOOP;
END
$$;
SELECT count(*) AS rows, max(abs(plan_score(scorecard) - score)) < 1e-12 AS scores, count(*) FILTER (WHERE (plan_score(scorecard) IS NULL) <> (score IS NULL)) AS one_sided,
	max(abs(plan_coverage(scorecard) - coverage)) < 1e-12 AS coverages, count(*) FILTER (WHERE (plan_count(scorecard), plan_scored_count(scorecard)) IS DISTINCT FROM (items, scored_items)) AS different_counts
FROM (SELECT r.* FROM (SELECT plan_cube_scored_agg(node, at, score, NULL::plan_status, weight) AS cube FROM ordinary) AS c, trees, plan_cube_rows(cube, NULL, '2020-2025', weighted) AS r) AS r FULL JOIN done USING (node, period, grain);
-- Thousands of children hand up their rows: they are merged on the way.
SELECT node, grain, count(*), sum(plan_count(scorecard)) AS items, min(plan_score(scorecard)) AS lowest, max(plan_score(scorecard)) AS highest
FROM (SELECT plan_cube_scored_agg(1 + i % 5000, date '2000-01-01' + i % 100 * 31, 0.5, NULL::plan_status) AS cube FROM generate_series(1, 50000) AS i) AS c,
	(SELECT plan_tree_agg(i, CASE WHEN i > 0 THEN 0 END, 1) AS tree FROM generate_series(0, 5000) AS i) AS t, plan_cube_rows(cube, '{month,year,year_to_date}', NULL, tree) WHERE node = 0 GROUP BY 1, 2;

-- Any order of rows; any split, merged in any order; at once or in steps.
SELECT plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected ORDER BY i DESC) = (SELECT cube FROM truth) AS backward,
	plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected ORDER BY md5(i::text)) = (SELECT cube FROM truth) AS shuffled,
	plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected ORDER BY node, at) = (SELECT cube FROM truth) AS sorted FROM facts;
CREATE TABLE parts AS SELECT i % 7 AS part, plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) AS cube FROM facts GROUP BY 1;
SELECT plan_rollup(cube ORDER BY part) = (SELECT cube FROM truth) AS forward, plan_rollup(cube ORDER BY part DESC) = (SELECT cube FROM truth) AS backward FROM parts;
SELECT plan_rollup(cube) = (SELECT cube FROM truth) AS in_steps FROM (SELECT plan_rollup(cube) AS cube FROM parts GROUP BY part % 3) AS p;
SELECT plan_rollup(cube) = (SELECT cube FROM truth) AS by_cells FROM (SELECT format('%s %s: %s', node, month, card)::plan_cube AS cube FROM cells) AS c;
-- In parallel, partitionwise, hashed, sorted, spilled.
CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	line text;
	lines text := '';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		lines := lines || line;
	END LOOP;
	RETURN lines;
END
$$;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) FROM facts;
SELECT plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) = (SELECT cube FROM truth) AS parallel FROM facts;
SELECT plan_rollup(cube) = (SELECT cube FROM truth) AS parallel FROM parts;
SELECT plan_cube_agg(node, at, actual, target, direction) FILTER (WHERE i < 0) IS NULL AS none, plan_cells(plan_cube_agg(node, at, actual, target, direction) FILTER (WHERE i = 77)) AS one FROM facts;
SELECT count(*) AS groups, plan_rollup(cube) = (SELECT cube FROM truth) AS same FROM (SELECT i % 3 AS part, plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) AS cube FROM facts GROUP BY 1) AS p;
SELECT attempt('plan_cube_agg(node, at, actual, target, direction, CASE WHEN i = 23456 THEN -1 ELSE 1 END) FROM facts') AS in_a_worker;
SET max_parallel_workers_per_gather = 0;
CREATE TABLE split (LIKE facts) PARTITION BY HASH (i);
CREATE TABLE split_0 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE split_1 PARTITION OF split FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO split SELECT * FROM facts;
ANALYZE split;
SET enable_partitionwise_aggregate = on;
SELECT plan_of('SELECT plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) FROM split') ~ 'Append.*Partial Aggregate.*Partial Aggregate' AS partitionwise;
SELECT plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) = (SELECT cube FROM truth) AS partitionwise FROM split;
RESET enable_partitionwise_aggregate;
SET enable_sort = off;
SET work_mem = '64kB';
SELECT plan_of('SELECT i % 5000, plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) FROM facts GROUP BY 1') ~ 'HashAggregate' AS hashed;
CREATE TABLE spilled AS SELECT i % 5000 AS k, plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) AS cube FROM facts GROUP BY 1;
RESET ALL;
SET enable_hashagg = off;
CREATE TABLE sorted AS SELECT i % 5000 AS k, plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected) AS cube FROM facts GROUP BY 1;
RESET enable_hashagg;
SELECT (SELECT count(*) FROM spilled JOIN sorted USING (k, cube)) AS groups, (SELECT plan_rollup(cube) FROM spilled) = (SELECT cube FROM truth) AS same;
SELECT count(*) AS sets, count(DISTINCT cube) AS cubes FROM (SELECT plan_cube_agg(node, at, actual, target, direction) AS cube FROM facts GROUP BY GROUPING SETS ((i % 2), (direction), ())) AS s;
-- In a window the cube grows, also when it begins to batch; frames that move are computed anew.
SELECT count(*) AS frames, count(*) FILTER (WHERE running <> fresh) AS different
FROM (SELECT i, plan_cube_agg(node, at, actual, target, direction) OVER (ORDER BY i) AS running FROM facts WHERE i <= 1200) AS r,
	LATERAL (SELECT plan_cube_agg(node, at, actual, target, direction) AS fresh FROM facts AS f WHERE f.i <= r.i) AS f WHERE r.i % 100 = 0 OR r.i BETWEEN 1010 AND 1040;
SELECT count(*) AS frames, count(*) FILTER (WHERE moving <> fresh) AS different
FROM (SELECT i, plan_cube_agg(node, at, actual, target, direction) OVER (ORDER BY i ROWS 3 PRECEDING) AS moving FROM facts WHERE i <= 200) AS m,
	LATERAL (SELECT plan_cube_agg(node, at, actual, target, direction) AS fresh FROM facts AS f WHERE f.i BETWEEN m.i - 3 AND m.i) AS f;
-- What is wrong with a row is told though it waited in a batch.
SELECT call, attempt(format('%s(i %% 3000, date ''2022-01-01'' + i %% 40, %s) FROM generate_series(1, 20000) AS i', CASE WHEN call LIKE '%plan_status%' THEN 'plan_cube_scored_agg' ELSE 'plan_cube_agg' END, call)) AS refused
FROM unnest(ARRAY[$$5, 5, 1, CASE WHEN i = 19990 THEN -3 ELSE 1 END$$, $$5, 5, 1, CASE WHEN i = 9999 THEN 'NaN'::float8 ELSE 1 END$$, $$CASE WHEN i = 9999 THEN '-Infinity'::float8 ELSE 1 END, 5, 1$$,
	$$5, CASE WHEN i = 20000 THEN 'Infinity'::float8 ELSE 1 END, 1$$, $$CASE WHEN i = 7777 THEN 1e39::float8 ELSE 1 END, 5, 1$$, $$CASE WHEN i > 16000 THEN -1.7e38::float8 ELSE 1 END, 5, 1$$, $$CASE WHEN i = 7777 THEN 'Infinity'::float8 ELSE 1 END, 'met'::plan_status$$,
	$$NULL, 5, 1, CASE WHEN i = 7777 THEN -0.5 ELSE 1 END$$]) AS call;
-- More than 2^15 rows of a cell without a figure; counts and sums at their bounds.
SELECT plan_cube_agg(1, '2022-01-01', CASE WHEN i % 40000 = 0 THEN 1e19 END::float8, CASE WHEN i % 2 = 0 THEN 3e18 END::float8, 1) FROM generate_series(1, 80000) AS i;
SELECT a, b, attempt(format('plan_rollup(c) FROM (VALUES (''1 2022-01: %s''::plan_cube), (''1 2022-01: %s'')) AS v (c)', a, b)) AS merged
FROM (VALUES ('met=2147483647', 'met=1'), ('met=2147483648', 'met=-1'), ('without_actual=32767', 'without_actual=1'), ('met=9223372036854775807', 'met=1'), ('actual=9223372036854775807.5', 'actual=1'),
	('actual=170141183460469231731687303715884105727', 'actual=-170141183460469231731687303715884105728'), ('actual=170141183460469231731687303715884105727', 'actual=1'), ('empty', 'empty')) AS v (a, b);
SELECT attempt('plan_cube_at(''1 2022-01: met=9223372036854775807; 1 2022-02: met=1'', 1, ''2022'')') AS at, attempt('count(*) FROM plan_cube_rows(''1 2022-01: met=9223372036854775807; 1 2022-02: met=1'')') AS rows,
	attempt('count(*) FROM plan_cube_rows(''1 2022-01: actual=170141183460469231731687303715884105727; 2 2022-01: actual=1'', tree => ''1; 2 < 1'')') AS tree,
	attempt('count(*) FROM plan_cube_rows(''2 2022-01: met=1 weight_scored=1 weighted_score=1'', tree => ''1 * 1; 2 < 1 * 1e308'')') AS weighted;

-- Text.
SELECT t AS text, attempt(format('plan_cube %L', t)) AS cube
FROM unnest(ARRAY['empty', ' empty ', '1 2022-01: empty', ' -1  2022-1 :met=1;1 0044-03 BC:  actual=-0.50 ;1 12022-12: empty', '1 4714-12 BC: met=1; 1 5874897-12: met=1', '-9223372036854775808 2022-01: met=1; 9223372036854775807 2022-01: met=1',
	'', ' ', ';', '1', '1 2022-01', '1 2022-01:', '1 2022-01: x', '1 2022-01: empty;', '2022-01: empty', '1 2022: empty', '1 2022-Q1: empty', '1 2022-01-01: empty', '1 2022-W01: empty', '1 2022-13: empty', '1 4714-11 BC: empty', '12022-01: empty',
	'x 2022-01: empty', '1.5 2022-01: empty', '9223372036854775808 2022-01: empty', '1 2022-01: met=99999999999999999999', '1 2022-01: empty; 1 2022-01: empty', '1 2022-02: empty; 1 2022-01: empty', '2 2022-01: empty; 1 2022-02: empty',
	'1 2022-01: empty: empty', 'emptyx', 'EMPTY', 'empty; 1 2022-01: empty', repeat('é', 150)]) AS t;
-- The shortest parts there are, in a long text; and too many parts to be read.
SELECT plan_cells(string_agg(format('%s %s-%s:met=1', n, y, m), ';' ORDER BY n, y, m)::plan_cube) FROM generate_series(0, 9) AS n, generate_series(1000, 1200) AS y, generate_series(1, 9) AS m;
SELECT attempt('repeat('';'', 10000000)::plan_cube') AS semicolons, attempt('(''1 2022-01:empty'' || repeat('';'', 1000000))::plan_cube') AS more;
-- Storage, text and binary: nothing is lost, whatever extra_float_digits says.
CREATE TABLE stored (n int, cube plan_cube);
INSERT INTO stored SELECT 1, cube FROM truth UNION ALL SELECT 2, 'empty' UNION ALL SELECT 3, NULL UNION ALL SELECT 100 + k, cube FROM sorted WHERE k < 300
	UNION ALL SELECT 4, '-5 0044-03 BC: met=-3; 0 2022-01: empty; 0 2022-02: actual=-170141183460469231731687303715884105728 target=170141183460469231731687303715884105727.99999999999999999995; 7 5874897-12: met=9223372036854775807';
SELECT n, plan_cells(cube) * 136 > 1000000 AS large, pg_relation_size((SELECT reltoastrelid FROM pg_class WHERE oid = 'stored'::regclass)) > 100000 AS toasted, cube = (SELECT cube FROM truth) AS same FROM stored WHERE n = 1;
SELECT plan_cube_at(cube, 11, '2021') = (SELECT plan_rollup(card) FROM cells WHERE node = 11 AND month <@ '2021') AS same FROM stored WHERE n = 1;
SET extra_float_digits = -15;
\copy stored TO 'results/cube.text'
\copy stored TO 'results/cube.binary' (FORMAT binary)
RESET extra_float_digits;
CREATE TABLE from_text (LIKE stored);
CREATE TABLE from_binary (LIKE stored);
\copy from_text FROM 'results/cube.text'
\copy from_binary FROM 'results/cube.binary' (FORMAT binary)
SELECT (SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_text) AS t) AS lost_in_text,
	(SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_binary) AS b) AS lost_in_binary;
SELECT left(encode(_plan_cube_send('-1 2022-09: met=1; 5 2022-10: met=2'), 'hex'), 64) AS begins, length(_plan_cube_send('-1 2022-09: met=1; 5 2022-10: met=2')) AS length;
-- Crafted binary forms: a version, a count, the order of keys, months that are none.
CREATE FUNCTION received(b bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/cube.binary';
	lo oid := lo_from_bytea(0, '\x5047434f50590aff0d0a0000000000000000000001'::bytea || int4send(length(b)) || b || '\xffff');
	result text;
BEGIN
	PERFORM lo_export(lo, file), lo_unlink(lo);
	CREATE TEMP TABLE received (cube plan_cube);
	EXECUTE format('COPY received FROM %L (FORMAT binary)', file);
	SELECT cube::text FROM received INTO result;
	DROP TABLE received;
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
CREATE FUNCTION cell(node bigint, month int, card bytea DEFAULT substr(_plan_scorecard_send('met=1'), 2)) RETURNS bytea LANGUAGE sql AS $$ SELECT int8send(node) || int4send(month) || card $$;
SELECT title, received(b) AS cube FROM (VALUES
	('good', '\x010100000002'::bytea || cell(1, 0) || cell(1, 1)),
	('empty', '\x010000000000'),
	('no bytes', ''),
	('version', '\x000100000000'),
	('short', '\x01010000'),
	('huge', '\x0101ffffffff'),
	('huge, with a cell', '\x0101ffffffff' || cell(1, 0)),
	('seven million', '\x0101006acfc0' || cell(1, 0)),
	('one too many', '\x010100000002' || cell(1, 0)),
	('trailing', '\x010100000001' || cell(1, 0) || '\x00'),
	('cut', '\x010100000001' || substr(cell(1, 0), 1, 100)),
	('twice', '\x010100000002' || cell(1, 0) || cell(1, 0)),
	('months down', '\x010100000002' || cell(1, 1) || cell(1, 0)),
	('nodes down', '\x010100000002' || cell(2, 0) || cell(1, 0)),
	('first month', '\x010100000001' || cell(1, (-4713 - 2000) * 12 + 11)),
	('month before the first', '\x010100000001' || cell(1, (-4713 - 2000) * 12 + 10)),
	('first of all numbers', '\x010100000001' || cell(1, -2147483648)),
	('last of all numbers', '\x010100000001' || cell(1, 2147483647)),
	('last month', '\x010100000001' || cell(1, (5874897 - 2000) * 12 + 11)),
	('month behind the last', '\x010100000001' || cell(1, (5874897 - 2000) * 12 + 12)),
	('all ones', '\x010100000001' || cell(1, 0, decode(repeat('ff', 264), 'hex'))),
	('large', '\x010100000002' || cell(1, 0, decode(repeat('7f', 264), 'hex')) || cell(1, 1, decode(repeat('80', 264), 'hex')))
) AS v (title, b);
SELECT pg_column_size(c) AS whole, pg_column_size(plan_rollup(c)) AS merged FROM (SELECT '1 2022-01: actual=170141183460469231731687303715884105727; 2 2022-01: met=1'::plan_cube AS c) AS v GROUP BY c;

-- Order, grouping, hashing; merging what takes each other away leaves no trace.
SELECT c FROM (VALUES ('1 2022-01: met=1'::plan_cube), ('empty'), ('1 2022-01: met=1; 2 2022-01: met=1'), ('1 2022-01: met=2'), ('1 2021-12: met=9'), ('-1 2022-01: met=1'), ('1 2022-01: exceeded=1')) AS v (c) ORDER BY c;
SELECT c, count(*) FROM (VALUES ('1 2022-01: met=1'::plan_cube), ('1 2022-1:met=1 actual=0'), ('1 2022-01: met=2')) AS v (c) GROUP BY c ORDER BY c;
SELECT count(*) FROM stored AS a JOIN from_text AS b USING (cube);
SET enable_hashjoin = off;
SELECT count(*) FROM stored AS a JOIN from_text AS b USING (cube);
RESET enable_hashjoin;
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt FROM (VALUES ('1 2022-01: met=1'::plan_cube, '1 2022-01: met=2'::plan_cube)) AS v (a, b);
SELECT merged = 'empty' AS same, _plan_cube_hash(merged) = _plan_cube_hash('empty') AS same_hash, _plan_cube_hash_extended(merged, 1) <> _plan_cube_hash_extended(merged, 2) AS seeded
FROM (SELECT plan_rollup(c) AS merged FROM (VALUES ('1 2022-01: met=5000000000'::plan_cube), ('1 2022-01: met=-5000000000')) AS v (c)) AS m;

-- + merges and - takes apart: an upsert keeps a stored cube up to date, and a correction takes a load out again.
CREATE TABLE kept_cubes (plan int PRIMARY KEY, cube plan_cube NOT NULL DEFAULT 'empty');
INSERT INTO kept_cubes AS t SELECT 1, cube FROM parts WHERE part = 0 ON CONFLICT (plan) DO UPDATE SET cube = t.cube + excluded.cube;
DO $$ BEGIN FOR i IN 1..6 LOOP
	INSERT INTO kept_cubes AS t SELECT 1, cube FROM parts WHERE part = i ON CONFLICT (plan) DO UPDATE SET cube = t.cube + excluded.cube;
END LOOP; END $$;
SELECT cube = (SELECT cube FROM truth) AS same FROM kept_cubes;
UPDATE kept_cubes SET cube = cube - (SELECT cube FROM parts WHERE part = 3);
SELECT cube = (SELECT plan_rollup(cube) FROM parts WHERE part <> 3) AS same FROM kept_cubes;
SELECT a.part, bool_and(a.cube + b.cube = b.cube + a.cube) AS commutes, bool_and((a.cube + b.cube) - b.cube = a.cube) AS inverse, bool_and(a.cube + (b.cube - a.cube) = b.cube) AS replaced,
	bool_and((a.cube + b.cube) + c.cube = a.cube + (b.cube + c.cube)) AS associates, bool_and(a.cube - a.cube = 'empty' AND a.cube + 'empty' = a.cube AND a.cube - 'empty' = a.cube) AS neutral,
	bool_and('empty' - ('empty' - a.cube) = a.cube) AS negated
FROM parts AS a, parts AS b, parts AS c WHERE a.part < 2 AND b.part = 3 AND c.part = 6 GROUP BY 1 ORDER BY 1;
SELECT plan_cube '1 2022-01: met=2; 2 2022-01: met=1' - '1 2022-01: met=1; 3 2022-01: met=1' AS difference, plan_cube '1 2022-01: met=1' + NULL AS nulls;
SELECT attempt($q$plan_cube '1 2022-01: met=9223372036854775807' + '1 2022-01: met=1'$q$) AS too_many, attempt($q$plan_cube '1 2022-01: met=-9223372036854775808' - '1 2022-01: met=1'$q$) AS too_few;
-- plan_rollup keeps a map while it runs, whatever the number and size of the cubes: the result shows nothing of it.
SELECT n, plan_rollup(cube) = (SELECT format('1 2022-01: met=%s', n)::plan_cube) AS same FROM (VALUES (1), (2), (100), (20000)) AS v (n), LATERAL (SELECT '1 2022-01: met=1'::plan_cube AS cube FROM generate_series(1, n)) AS c GROUP BY n ORDER BY n;
SELECT plan_cells(plan_rollup(format('%s 2022-01: met=1; %s 2022-02: met=1', i % 5000, i % 5000)::plan_cube)) AS cells FROM generate_series(1, 20000) AS i;
SELECT count(*) AS sets, count(DISTINCT plan_cells(cube)) AS sizes, bool_or(cube = (SELECT cube FROM truth)) AS all_of_them FROM (SELECT plan_rollup(cube) AS cube FROM parts GROUP BY GROUPING SETS ((part), (part % 2), ())) AS g;
SELECT part, running = fresh AS same FROM (SELECT part, plan_rollup(cube) OVER (ORDER BY part) AS running FROM parts) AS r, LATERAL (SELECT plan_rollup(cube) AS fresh FROM parts AS p WHERE p.part <= r.part) AS f ORDER BY part;
SELECT part, moving = fresh AS same FROM (SELECT part, plan_rollup(cube) OVER (ORDER BY part ROWS 1 PRECEDING) AS moving FROM parts) AS r, LATERAL (SELECT plan_rollup(cube) AS fresh FROM parts AS p WHERE p.part BETWEEN r.part - 1 AND r.part) AS f ORDER BY part;
-- The state of an aggregate of one's own, stored without a final function, is a cube like any other.
CREATE AGGREGATE unfinished(plan_cube) (SFUNC = _plan_cube_merge, STYPE = plan_cube, COMBINEFUNC = _plan_cube_merge, PARALLEL = SAFE);
CREATE TYPE state_in_row AS (cube plan_cube, n integer);
CREATE TABLE states AS SELECT unfinished(cube) AS cube, plan_rollup(cube) AS whole FROM parts WHERE part < 3 UNION ALL SELECT unfinished(cube), plan_rollup(cube) FROM stored WHERE n BETWEEN 100 AND 120;
SELECT cube = whole AS equal, cube::text = whole::text AS text, _plan_cube_send(cube) = _plan_cube_send(whole) AS binary, _plan_cube_hash(cube) = _plan_cube_hash(whole) AS hash, plan_cells(cube) = plan_cells(whole) AS cells,
	plan_cube_at(cube, 1, '2020-2025') IS NOT DISTINCT FROM plan_cube_at(whole, 1, '2020-2025') AS at, cube + cube = whole + whole AS doubled, cube - whole AS nothing, (SELECT plan_rollup(c) FROM (VALUES (p.cube), (p.whole)) AS v (c)) = whole + whole AS merged FROM states AS p;
-- In a window, in a row, and read again once it has been stored, a state goes on.
SELECT part, unfinished(cube) OVER (ORDER BY part) = plan_rollup(cube) OVER (ORDER BY part) AS same FROM parts ORDER BY part;
SELECT (r.state).cube = r.whole AS same, plan_cells((r.state).cube) = plan_cells(r.whole) AS cells FROM (SELECT ROW(unfinished(p.cube), 1)::state_in_row AS state, plan_rollup(p.cube) AS whole FROM parts AS p) AS r;
SELECT unfinished(cube) IS NULL AS none, unfinished(cube) + NULL IS NULL AS nulls FROM parts WHERE part < 0;
DROP AGGREGATE unfinished(plan_cube);
DROP TYPE state_in_row;

DROP VIEW dashboard, by_unit, thin;
DROP TABLE kept_cubes, states, plan, results, units, cards, kept, figures, facts, cells, truth, nodes, trees, above, small, ordinary, by_hand, done, parts, split, spilled, sorted, stored, from_text, from_binary;
DROP FUNCTION attempt, compare, plan_of, received, cell;
DROP FUNCTION fiscal;
