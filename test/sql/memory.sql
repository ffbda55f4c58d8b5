-- Values of many megabytes, which are read in slices where they were not compressed.
CREATE TEMP TABLE large (ranking plan_ranking, cube plan_cube);
CREATE TEMP TABLE packed (LIKE large);
ALTER TABLE large ALTER ranking SET STORAGE external, ALTER cube SET STORAGE external;
ALTER TABLE packed ALTER ranking SET STORAGE extended, ALTER cube SET STORAGE extended;
INSERT INTO large
SELECT plan_ranking_agg(i, 2000 + y, i * 7919 % (5000 * y)),
	plan_cube_agg(i % 6000, make_date(2000 + y, 1, 1), i, 30000, 'higher')
FROM generate_series(1, 60000) AS i, generate_series(1, 10) AS y;
INSERT INTO packed SELECT ranking + 'empty', cube + 'empty' FROM large;

SELECT pg_column_size(l.ranking) > 4194304 AS large_ranking, pg_column_size(l.cube) > 4194304 AS large_cube,
	pg_column_size(p.ranking) < pg_column_size(l.ranking) AS packed_ranking, pg_column_size(p.cube) < pg_column_size(l.cube) AS packed_cube
FROM large AS l, packed AS p;
SELECT l.ranking = p.ranking AS ranking, l.cube = p.cube AS cube FROM large AS l, packed AS p;

-- Reading the scores of a ranking, tiled or listed, takes no memory for each of them.
CREATE FUNCTION memory_now(int) RETURNS bigint LANGUAGE sql AS 'SELECT sum(total_bytes)::bigint FROM pg_backend_memory_contexts';
SELECT what, memory_now(length(ranking::text)) - memory_now(0) < 8000000 AS text, memory_now(length(record_send(ROW(ranking)))) - memory_now(2) < 8000000 AS binary,
	memory_now(pg_column_size(ranking::jsonb)) - memory_now(1) < 8000000 AS jsonb
FROM (
	SELECT 'listed' AS what, plan_ranking_agg(i, 1900 + y, i % 7) AS ranking FROM generate_series(1, 1000) AS i, generate_series(1, 1000) AS y WHERE (i + y) % 100 = 0
	UNION ALL
	SELECT 'tiled', plan_ranking_agg(i, 1900 + y, i % 7) FROM generate_series(1, 10) AS i, generate_series(1, 1000) AS y) AS r
ORDER BY what;
DROP FUNCTION memory_now;

-- Many rows: the same with little memory for them and with much.
SET work_mem = '1MB';
SELECT count(*), sum(plan_rank(standing)), sum(abs(delta)) FROM large, plan_rank_history(ranking);
SET work_mem = '200MB';
SELECT count(*), sum(plan_rank(standing)), sum(abs(delta)) FROM large, plan_rank_history(ranking);
WITH facts AS (SELECT i, y, i * 7919 % (5000 * y) AS score FROM generate_series(1, 60000) AS i, generate_series(1, 10) AS y)
SELECT count(*), sum(rank), sum(abs(previous - rank)) FROM (
	SELECT rank, lag(rank) OVER (PARTITION BY i ORDER BY y) AS previous
	FROM (SELECT i, y, rank() OVER (PARTITION BY y ORDER BY score DESC) AS rank FROM facts) AS ranked) AS history;
-- The memory of many rows goes with them, not with the query.
CREATE FUNCTION row_memory(int) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM pg_backend_memory_contexts WHERE name = 'tnplan rows'); END $$;
SELECT count(*), sum(rows) AS rows, max(contexts) <= 1 AS given_back
FROM (SELECT (SELECT count(*) FROM plan_rank_history(ranking) WHERE g > 0) AS rows, row_memory(g) AS contexts FROM large, generate_series(1, 3) AS g) AS r;
DROP FUNCTION row_memory;
