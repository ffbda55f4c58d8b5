-- A cube stored out of line and uncompressed is read in parts: the same figures as from all of it.

-- The calendar whose years begin with a month.
CREATE FUNCTION fiscal(month int, named_by text DEFAULT 'end') RETURNS plan_calendar LANGUAGE sql IMMUTABLE AS
$$ SELECT format('year from %s; named by %s', (ARRAY['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'])[month], named_by)::plan_calendar $$;

CREATE TABLE facts AS
SELECT 10 * (i % 37) - 50 AS node, (date '2019-01-15' + i % 1500) AS at,
	CASE i % 11 WHEN 0 THEN NULL WHEN 1 THEN 1e15 * (i % 7) ELSE i % 97 / 7.0 END AS actual,
	CASE i % 13 WHEN 0 THEN NULL ELSE i % 50 / 3.0 END AS target, 1 + i % 3 AS weight
FROM generate_series(0, 9999) AS i;
CREATE FUNCTION name_of(node int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT repeat(chr(225 + node % 7), node & 63) || 'unit ' || node $$;
CREATE FUNCTION uuid_of(node int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5(node::text)::uuid $$;
CREATE TABLE whole AS
SELECT plan_cube_agg(node, at, actual, target, 'higher', weight) AS by_id, plan_cube_agg(name_of(node), at, actual, target, 'higher', weight) AS by_name,
	plan_cube_agg(uuid_of(node), at, actual, target, 'higher', weight) AS by_uuid FROM facts;
CREATE TABLE stored (how text, by_id plan_cube, by_name plan_cube, by_uuid plan_cube);
INSERT INTO stored SELECT 'in parts', * FROM whole;
ALTER TABLE stored ALTER by_id SET STORAGE extended, ALTER by_name SET STORAGE extended, ALTER by_uuid SET STORAGE extended;
INSERT INTO stored SELECT 'compressed', * FROM whole;
SELECT how, plan_cells(by_id), plan_cells(by_name), plan_cells(by_uuid), pg_column_size(by_id) > 200000 AS uncompressed, pg_column_compression(by_id) IS NOT NULL AS compressed FROM stored ORDER BY how;
SELECT pg_column_size(by_id) - plan_cells(by_id) * 136 > 264 * 100 AS overflows FROM whole;

-- Every node, and some that are none, over periods of all sizes, also where there is nothing.
CREATE TABLE asked AS
SELECT node, period FROM generate_series(-51, 311) AS node, (SELECT p::plan_period FROM unnest('{2020-03,2020-Q3,2021,2019-07..2022-02,1990,2018-12..2019-01,2023-02,1900-2100}'::text[]) AS p) AS p (period)
WHERE node % 10 IN (0, -1, 1);
CREATE TABLE truth AS
SELECT a.node, a.period, plan_scorecard_agg(actual, target, 'higher', weight) AS card
FROM asked AS a LEFT JOIN facts AS f ON f.node = a.node AND f.at <@ a.period GROUP BY a.node, a.period HAVING count(f.node) > 0;
SELECT how, count(*), count(card) AS cards, count(*) FILTER (WHERE plan_cube_at(by_id, node, period) IS NOT DISTINCT FROM card) AS by_id,
	count(*) FILTER (WHERE plan_cube_at(by_name, name_of(node), period) IS NOT DISTINCT FROM card) AS by_name,
	count(*) FILTER (WHERE plan_cube_at(by_uuid, uuid_of(node), period) IS NOT DISTINCT FROM card) AS by_uuid
FROM (SELECT * FROM stored UNION ALL SELECT 'in memory', by_id + 'empty', by_name + 'empty', by_uuid + 'empty' FROM whole) AS s, asked LEFT JOIN truth USING (node, period)
GROUP BY how ORDER BY how;
-- What another aggregate leaves unfinished is not flat.
CREATE AGGREGATE unfinished(plan_cube) (SFUNC = _plan_cube_merge, STYPE = plan_cube);
SELECT count(*), count(*) FILTER (WHERE plan_cube_at(cube, node, period) IS NOT DISTINCT FROM card) AS same
FROM (SELECT unfinished(by_id) AS cube FROM (SELECT by_id FROM whole UNION ALL SELECT 'empty') AS w) AS u, asked LEFT JOIN truth USING (node, period);
DROP AGGREGATE unfinished(plan_cube);
-- Small cubes stand in line, with a header of one byte, as they are, or compressed.
CREATE TABLE small (n int, cube plan_cube);
INSERT INTO small VALUES (1, 'empty'), (2, '5 2020-01: met=1; 5 2020-03: met=2; 7 2020-01: met=4'), (3, '"x" 2020-02: at_risk=1'), (4, NULL);
ALTER TABLE small ALTER cube SET STORAGE main;
ALTER TABLE small ALTER cube SET COMPRESSION pglz;
INSERT INTO small SELECT 5, plan_cube_agg(5, date '2020-01-01' + i, 1, 1, 'higher') FROM generate_series(0, 900) AS i;
SELECT n, pg_column_size(cube) AS bytes, pg_column_compression(cube) IS NOT NULL AS compressed, plan_cells(cube), plan_count(plan_cube_at(cube, 5, '2020')) AS rows FROM small WHERE n <> 3 ORDER BY n;
SELECT plan_cube_at(cube, 'x'::text, '2020-Q1') AS x, plan_cube_at(cube, 'y'::text, '2020-Q1') AS y FROM small WHERE n = 3;
DROP TABLE small;
-- Keys of another kind, and parts of months, are errors however a cube is stored.
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'no error';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT how, error_of(format(query, quote_literal(how))) FROM stored, unnest(ARRAY['SELECT plan_cube_at(by_id, ''5''::text, ''2020'') FROM stored WHERE how = %s',
	'SELECT plan_cube_at(by_name, 5, ''2020'') FROM stored WHERE how = %s', 'SELECT plan_cube_at(by_uuid, 5, ''2020-01-01..2020-01-30'') FROM stored WHERE how = %s']) AS query ORDER BY how, query;

-- Rows of all grains are what the facts of their periods make, also where some do not fit a packed scorecard.
CREATE TABLE rows AS
SELECT 'by_id' AS keys, node::text, grain, period, scorecard FROM whole, plan_cube_rows(by_id, '{term,year,year_to_date,half,quarter,month}', '2019-07..2022-02', NULL, fiscal(4))
UNION ALL SELECT 'by_name', node, grain, period, scorecard FROM whole, plan_cube_rows_as(NULL::text, by_name, '{term,year,year_to_date,half,quarter,month}', '2019-07..2022-02', NULL, fiscal(4))
UNION ALL SELECT 'by_uuid', node::text, grain, period, scorecard FROM whole, plan_cube_rows_as(NULL::uuid, by_uuid, '{term,year,year_to_date,half,quarter,month}', '2019-07..2022-02', NULL, fiscal(4));
CREATE TABLE periods AS
SELECT f.node, p.grain, p.period, plan_scorecard_agg(actual, target, 'higher', weight) AS card
FROM facts AS f JOIN (SELECT DISTINCT grain, period FROM rows) AS p ON f.at <@ p.period GROUP BY 1, 2, 3;
SELECT keys, grain, count(*), count(*) FILTER (WHERE scorecard = card) AS same, count(card) AS made, count(*) FILTER (WHERE pg_column_size(scorecard) > 128) > 20 AS some_wide
FROM rows FULL JOIN (SELECT keys, CASE keys WHEN 'by_id' THEN node::text WHEN 'by_name' THEN name_of(node) ELSE uuid_of(node)::text END AS node, grain, period, card FROM periods, (VALUES ('by_id'), ('by_name'), ('by_uuid')) AS v (keys)) AS p USING (keys, node, grain, period)
GROUP BY keys, grain ORDER BY keys, min(period), grain;
-- Up a tree, where each inner node has cells too: what the facts below it make.
CREATE TABLE parents AS SELECT node, CASE WHEN node > -50 THEN -50 + (node + 50) / 30 * 10 END AS parent FROM (SELECT DISTINCT node FROM facts) AS n;
CREATE TABLE below AS WITH RECURSIVE up AS (SELECT node, node AS ancestor FROM parents UNION ALL SELECT up.node, p.parent FROM up JOIN parents AS p ON p.node = up.ancestor WHERE p.parent IS NOT NULL) TABLE up;
SELECT grain, count(*), count(*) FILTER (WHERE r.scorecard = (SELECT plan_scorecard_agg(actual, target, 'higher', weight) FROM below AS b JOIN facts AS f USING (node) WHERE b.ancestor = r.node AND f.at <@ r.period)) AS same
FROM whole, (SELECT plan_tree_agg(node, parent) AS tree FROM parents) AS t, plan_cube_rows(by_id, '{term,year,year_to_date,quarter}', '2019-07..2022-02', tree) AS r GROUP BY grain ORDER BY grain;
DROP TABLE rows, periods, parents, below;

-- Trends by node.
CREATE TABLE trends AS SELECT plan_trend_cube_agg(node, at, actual) AS by_id, plan_trend_cube_agg(name_of(node), at, actual, weight) AS by_name FROM (SELECT node + k AS node, at, actual, weight FROM facts, generate_series(0, 3) AS k) AS f;
CREATE TABLE stored_trends (how text, by_id plan_trend_cube, by_name plan_trend_cube);
INSERT INTO stored_trends SELECT 'in parts', * FROM trends;
ALTER TABLE stored_trends ALTER by_id SET STORAGE extended, ALTER by_name SET STORAGE extended;
INSERT INTO stored_trends SELECT 'compressed', * FROM trends;
INSERT INTO stored_trends SELECT 'merged', by_id + 'empty', by_name + 'empty' FROM trends;
SELECT how, plan_cells(by_id), plan_cells(by_name), pg_column_size(by_id) > 13000 AS uncompressed, pg_column_compression(by_id) IS NOT NULL AS compressed FROM stored_trends WHERE how <> 'merged' ORDER BY how;
WITH truth AS (
	SELECT node + k AS node, plan_trend_agg(at, actual) AS trend, plan_trend_agg(at, actual, weight) AS weighted FROM facts, generate_series(0, 3) AS k GROUP BY 1
)
SELECT how, count(*), count(trend) AS trends, count(*) FILTER (WHERE plan_trend_cube_at(by_id, node) IS NOT DISTINCT FROM trend) AS by_id,
	count(*) FILTER (WHERE plan_trend_cube_at(by_name, name_of(node)) IS NOT DISTINCT FROM weighted) AS by_name
FROM stored_trends, generate_series(-60, 320) AS node LEFT JOIN truth USING (node) GROUP BY how ORDER BY how;

-- Crafted bytes: whatever a stored cube says of itself, reading a part of it ends with an ordinary error or some figures.
CREATE FUNCTION bytes_of(plan_cube) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE FUNCTION cube_of(bytea) RETURNS plan_cube LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE TABLE crafted (n int, what text, cube plan_cube);
INSERT INTO crafted
SELECT n, what, cube_of(cube)
FROM (SELECT n, what, CASE what
		WHEN 'a byte of the head' THEN set_byte(bytes, n % 12, n * 37 & 255)
		WHEN 'a byte of the keys' THEN set_byte(bytes, length(bytes) - 1 - (n * 7919) % greatest(keys, 1), n * 53 & 255)
		WHEN 'a byte of a cell' THEN set_byte(bytes, 12 + (n * 104729) % (length(bytes) - 12), n * 89 & 255)
		WHEN 'the first bytes' THEN substr(bytes, 1, (n * 6151) % length(bytes))
		ELSE substr(bytes, 1, (n * 15485863::bigint % length(bytes))::int) || decode(repeat('ff', 4000), 'hex') || substr(bytes, (n * 15485863::bigint % length(bytes))::int + 4001) END AS cube
	FROM (SELECT bytes_of(by_id) AS bytes, 0 AS keys FROM whole UNION ALL SELECT bytes_of(by_name), 2000 FROM whole UNION ALL SELECT bytes_of(by_uuid), 37 * 16 FROM whole) AS w,
		unnest('{a byte of the head,a byte of the keys,a byte of a cell,the first bytes,a run of ones}'::text[]) AS what, generate_series(1, 40) AS n) AS c;
CREATE FUNCTION read_part(cube plan_cube) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM plan_cells(cube);
	FOR node IN -50..310 BY 30 LOOP
		BEGIN
			PERFORM plan_cube_at(cube, node, '2020'), plan_cube_at(cube, node, '1900-2100');
		EXCEPTION WHEN datatype_mismatch THEN
			BEGIN
				PERFORM plan_cube_at(cube, name_of(node), '2020');
			EXCEPTION WHEN datatype_mismatch THEN
				PERFORM plan_cube_at(cube, uuid_of(node), '2020');
			END;
		END;
	END LOOP;
	RETURN 'figures';
EXCEPTION WHEN invalid_binary_representation OR numeric_value_out_of_range THEN
	RETURN 'an error';
END
$$;
SELECT what, count(*), count(read) AS ordinary
FROM (SELECT what, read_part(cube) AS read FROM crafted OFFSET 0) AS r GROUP BY what ORDER BY what;
DROP TABLE crafted;
DROP TABLE facts, whole, stored, asked, truth, trends, stored_trends;
DROP FUNCTION name_of, uuid_of, error_of, bytes_of, cube_of, read_part;
DROP FUNCTION fiscal;
