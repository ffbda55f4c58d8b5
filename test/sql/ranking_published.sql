-- A league table as it was printed: the Academic Ranking of World Universities (ShanghaiRanking), 24 universities of
-- 500 and, in 2020, of 1000 that are listed.  2005, 2010 and 2015 from github.com/data-slinky/college_rankings
-- (shanghaiData.csv), 2020 from github.com/edomt/shanghai_arwu, both from shanghairanking.com.
CREATE TABLE arwu (university text, year int, standing text);
\copy arwu FROM 'test/data/arwu.csv' CSV HEADER
CREATE TABLE rankings AS SELECT plan_published_ranking_agg(university, year, standing) AS ranking FROM arwu;

SELECT period, standing, previous, delta, entered, leaves FROM rankings, plan_rank_path(ranking, 'University of Geneva');
SELECT period, standing, previous, delta FROM rankings, plan_rank_path(ranking, 'Tsinghua University');
-- Who moved, by what was printed: a move into or out of a band is as long as it is for sure, and within a band none is.
SELECT movers.* FROM rankings, plan_movers(ranking, 2005, 2015, 9, NULL::text) AS movers;
SELECT movers.* FROM rankings, plan_risers(ranking, 2015, 2020, 5, NULL::text) AS movers;
SELECT movers.* FROM rankings, plan_fallers(ranking, 2015, 2020, 4, NULL::text) AS movers;
SELECT ranks.* FROM rankings, plan_ranks(ranking, 2005, 10, NULL::text) AS ranks;
SELECT volatility.* FROM rankings, plan_rank_volatility(ranking, NULL::text) AS volatility ORDER BY sd, best, worst, entity;
-- Bands are ties to the measures of order; how many places lie between them nobody knows.
SELECT agreement.* FROM rankings, plan_rank_agreement(ranking) AS agreement;
SELECT agreement.* FROM rankings, plan_rank_agreement(ranking, 2005, 2020) AS agreement;
SELECT plan_kendall_tau_b(-a.edge, -b.edge) AS tau_b, plan_spearman(-a.edge, -b.edge) AS spearman FROM (SELECT *, split_part(standing, '-', 1)::float8 AS edge FROM arwu) AS a JOIN (SELECT *, split_part(standing, '-', 1)::float8 AS edge FROM arwu) AS b USING (university) WHERE a.year = 2005 AND b.year = 2020;
SELECT periods.* FROM rankings, plan_ranking_periods(ranking) AS periods;
SELECT plan_standing_of(ranking, 'Fudan University', 2010) AS band, plan_standing_of(ranking, 'Fudan University', 2020) AS rank, plan_standing_of(ranking, 'Waseda University', 2015) AS not_listed FROM rankings;

-- Every standing is that of the table; every delta follows from the edges that were printed.
CREATE VIEW edges AS SELECT university, plan_period(year) AS period, standing, split_part(standing, '-', 1)::int AS best, split_part(standing, '-', -1)::int AS worst FROM arwu;
CREATE VIEW moves AS SELECT *, CASE WHEN lag(best) OVER w > worst THEN lag(best) OVER w - worst WHEN best > lag(worst) OVER w THEN lag(worst) OVER w - best WHEN lag(best) OVER w = best AND lag(worst) OVER w = worst AND best = worst THEN 0 END AS delta
FROM edges WINDOW w AS (PARTITION BY university ORDER BY period);
SELECT count(*), count(*) FILTER (WHERE h.standing::text = m.standing) AS standings, count(*) FILTER (WHERE h.delta IS NOT DISTINCT FROM m.delta) AS deltas, count(h.delta) AS known, count(h.score) AS scores, count(h.percentile_delta) AS percentiles,
	count(*) FILTER (WHERE plan_standing_of(ranking, university, m.period) = h.standing) AS looked_up, count(*) FILTER (WHERE plan_best_rank(h.standing) = best AND plan_worst_rank(h.standing) = worst) AS edges
FROM rankings JOIN LATERAL plan_rank_history(ranking, NULL::text) AS h ON true JOIN moves AS m ON (m.university, m.period) = (h.entity, h.period);
SELECT count(*), count(*) FILTER (WHERE r.competition = best AND r.max = worst) AS edges FROM rankings JOIN LATERAL plan_ranks(ranking, NULL, NULL, NULL::text) AS r ON true JOIN edges AS e ON (university, e.period) = (entity, r.period);

-- Random lists against plain SQL: ranks, bands and open bands that may overlap, and entities that are not listed.
CREATE TABLE random_standings AS
SELECT e, 2000 + y AS year, best, CASE kind WHEN 1 THEN best + r % 9 + 1 WHEN 2 THEN 2147483647 ELSE best END AS worst, best || CASE kind WHEN 1 THEN '-' || best + r % 9 + 1 WHEN 2 THEN '+' ELSE '' END AS s
FROM (SELECT e, y, 1 + abs(hashint4(e * 31 + y)) % 60 AS best, abs(hashint4(e * 77 + y * 5)) % (CASE WHEN e < 80 THEN 1 ELSE 5 END) AS kind, abs(hashint4(e + y * 999)) AS r FROM generate_series(1, 160) AS e, generate_series(1, 9) AS y OFFSET 0) AS v WHERE kind < 4;
CREATE TABLE random_ranking AS SELECT plan_published_ranking_agg(e, year, s) AS r FROM random_standings;
SELECT count(*), count(*) FILTER (WHERE h.standing::text = s AND h.previous::text IS NOT DISTINCT FROM before) AS standings, count(*) FILTER (WHERE h.delta IS NOT DISTINCT FROM CASE WHEN from_best > worst THEN from_best - worst WHEN best > from_worst THEN from_worst - best WHEN from_best = from_worst AND best = worst THEN 0 END) AS deltas, count(h.delta) AS known
FROM random_ranking JOIN LATERAL plan_rank_history(r) AS h ON true JOIN (SELECT *, lag(s) OVER w AS before, lag(best) OVER w AS from_best, lag(worst) OVER w AS from_worst FROM random_standings WINDOW w AS (PARTITION BY e ORDER BY year)) AS t ON (t.e, plan_period(t.year)) = (h.entity, h.period);
SELECT count(*), count(*) FILTER (WHERE m.delta = t.delta) AS deltas, bool_and(abs(m.delta) <= coalesce(before, 2147483647)) AS in_order
FROM (SELECT *, lag(abs(delta)) OVER (ORDER BY place) AS before FROM random_ranking JOIN LATERAL plan_movers(r, 2003, 2008, 1000) WITH ORDINALITY AS m (entity, earlier, later, delta, gain, place) ON true) AS m
FULL JOIN (SELECT e, CASE WHEN a.best > b.worst THEN a.best - b.worst ELSE a.worst - b.best END AS delta FROM random_standings AS a JOIN random_standings AS b USING (e) WHERE a.year = 2003 AND b.year = 2008 AND (a.best > b.worst OR b.best > a.worst)) AS t ON m.entity = t.e;
SELECT count(*), count(*) FILTER (WHERE (v.mean_shift IS NULL) = (bands > 0 OR n < 2) AND round(coalesce(v.mean_shift, 0)::numeric, 9) = CASE WHEN bands > 0 OR n < 2 THEN 0 ELSE round(shift::numeric, 9) END AND round(coalesce(v.sd, 0)::numeric, 9) = CASE WHEN bands > 0 OR n < 2 THEN 0 ELSE round(t.sd::numeric, 9) END) AS spread,
	count(*) FILTER (WHERE v.best IS NOT DISTINCT FROM CASE WHEN t.best = all_best THEN t.best END AND v.worst IS NOT DISTINCT FROM CASE WHEN t.worst = all_worst THEN t.worst END) AS extremes, count(v.best) AS best, count(v.worst) AS worst
FROM random_ranking JOIN LATERAL plan_rank_volatility(r) AS v ON true JOIN (SELECT e, count(*) AS n, count(*) FILTER (WHERE best < worst) AS bands, avg(abs(best - previous)) AS shift, stddev_samp(best) AS sd, min(best) FILTER (WHERE best = worst) AS best, max(best) FILTER (WHERE best = worst) AS worst, min(best) AS all_best, max(worst) AS all_worst
	FROM (SELECT *, lag(best) OVER (PARTITION BY e ORDER BY year) AS previous FROM random_standings) AS l GROUP BY e) AS t ON t.e = v.entity;
SELECT count(*), count(*) FILTER (WHERE (v.stayed, v.entered, v.dropped) IS NOT DISTINCT FROM CASE WHEN known THEN (t.stayed, t.entered, t.dropped) END OR (NOT known AND v.stayed IS NULL AND v.entered IS NULL AND v.dropped IS NULL)) AS equal, count(v.turnover) AS known
FROM (SELECT plan_published_ranking_agg(e, year, s) AS r FROM random_standings WHERE best = worst OR best > 30) AS few_bands, unnest('{1,5,20,30,31,40,60,70}'::int[]) AS k JOIN LATERAL plan_rank_turnover(r, k) AS v ON true JOIN LATERAL (
	SELECT count(*) FILTER (WHERE a.worst <= k AND b.worst <= k) AS stayed, count(*) FILTER (WHERE b.worst <= k AND coalesce(a.worst, 2147483647) > k) AS entered, count(*) FILTER (WHERE a.worst <= k AND coalesce(b.worst, 2147483647) > k) AS dropped,
		count(*) FILTER (WHERE a.worst <= k) >= k AND count(*) FILTER (WHERE b.worst <= k) >= k AND NOT coalesce(bool_or(a.best <= k AND a.worst > k) OR bool_or(b.best <= k AND b.worst > k), false) AS known
	FROM (SELECT * FROM random_standings WHERE plan_period(year) = v.earlier AND (best = worst OR best > 30)) AS a FULL JOIN (SELECT * FROM random_standings WHERE plan_period(year) = v.later AND (best = worst OR best > 30)) AS b USING (e)) AS t ON true;

-- Lists may be partial, with or without the size of the field; a field is that of its period.
SELECT plan_published_ranking_agg(id, 2021, s) AS ranking FROM (VALUES (17, '1'), (42, '2/63'), (43, '=5'), (44, '5='), (7, NULL), (9, ' 11 - 20 '), (10, '61+'), (12, U&'21\201330'), (-5, '6')) AS v (id, s);
SELECT h.* FROM plan_rank_history('2020: #44/63 17; 2021: #12/63 17; 2022: #8/63 17, #1 42; 2023: #9 17') AS h;
SELECT h.entity, h.standing, h.previous, h.delta FROM plan_rank_history('2020: #1-10 1 = 2, #11 3; 2021: #11-20 1, #10 2, #5-15 3; 2022: #1001+ 1 = 2, #16+ 3; 2023: #1002+ 1, #1000 2, #15 3') AS h ORDER BY entity, period;
SELECT p.* FROM plan_ranking_periods('2020: #44/63 17; 2021: #12 17; 2022: 17 > 42') AS p;
SELECT v.* FROM plan_rank_volatility('2020: #4 1, #1-3 2, #11+ 3; 2021: #2 1, #3 2, #9 3; 2022: #9 1, #4 2, #10 3') AS v;
SELECT t.* FROM plan_rank_turnover('2020: #1 1, #2 2, #3 3, #5 5; 2021: #1 2, #2 1, #4 3; 2022: #1/3 1, #2 2, #3 5', 2) AS t;
SELECT k, t.* FROM unnest('{1,3,5,10}'::int[]) AS k, plan_rank_turnover('2020: #1 1, #2 2, #3 3, #4-8 5 = 6; 2021: #1/5 2, #2 1, #3 5, #4 6, #5 7', k) AS t;
SELECT a.* FROM plan_rank_agreement('2020: #1 1, #2 2, #5 3; 2021: #1 2, #2 1, #9 3; 2022: #1-10 1, #8 2, #11 3') AS a;

-- Rankings from scores and published ones are in one value, though not in one period.
SELECT r, h.entity, h.period, h.score, h.standing, h.previous, h.delta, h.entered FROM (SELECT '2021: #1/3 2, #3 1'::plan_ranking + plan_ranking_agg(id, 2022, s) AS r FROM (VALUES (1, 5.5), (2, 4), (3, 3)) AS v (id, s)) AS t, plan_rank_history(r) AS h;
SELECT m.* FROM plan_movers('2021: #1/3 2, #3 1; 2022: 1 > 2 > 3', 2021, 2022) AS m;

-- Merging: lists of one period are united; what two say alike is said once.
SELECT plan_rollup(r), plan_rollup(r ORDER BY r DESC) = plan_rollup(r ORDER BY r) AS any_order FROM (VALUES ('2021: #1/63 1, #2 2'::plan_ranking), ('2021: #2 2, #11-20 3; 2022: #4 1'), ('empty'), ('2022: #5/34 2')) AS v (r);
SELECT '2021: #1/63 1, #2 2'::plan_ranking + '2021: #2 2' = '2021: #1/63 1, #2 2' AS same, ('2021: #1 1'::plan_ranking + '2022: #1 1') - '2022: #1 1' AS less;
SELECT (SELECT plan_rollup(r) FROM (SELECT plan_published_ranking_agg(university, year, standing) FROM arwu GROUP BY year, hashtext(university) % 3) AS part (r)) = ranking AS parts,
	(SELECT plan_published_ranking_agg(university, year, standing ORDER BY hashtext(university || year)) FROM arwu) = ranking AS rows,
	(SELECT plan_published_ranking_agg(university, year, standing) FROM (TABLE arwu UNION ALL TABLE arwu) AS twice) = ranking AS twice FROM rankings;
SELECT i, plan_rollup(r) OVER (ORDER BY i ROWS 1 PRECEDING) FROM (VALUES (1, '2021: #1 1'::plan_ranking), (2, '2021: #1 1, #2 2'), (3, '2021: #2 2'), (4, '2022: 1 > 2'), (5, NULL), (6, '2021: #1 1'), (7, '2021: #1 1')) AS v (i, r);
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
ALTER TABLE arwu SET (parallel_workers = 2);
EXPLAIN (COSTS OFF) SELECT plan_published_ranking_agg(university, year, standing) FROM arwu;
SELECT (SELECT plan_published_ranking_agg(university, year, standing) FROM arwu) = ranking AS same FROM rankings;
RESET ALL;

-- Forms: text, binary, jsonb.
SELECT '2021:#21-30 1,#1/63 -5 = 4 , #1 9,#31+ 2; 2020: 1 (2) > 2 (1); 2022: #7  "3"'::plan_ranking::text AS kinds_do_not_mix;
SELECT '2021:#21-30 1,#1/63 -5 = 4 , #1 9,#31+ 2; 2020: 1 (2) > 2 (1); 2022: #7-7  3'::plan_ranking;
SELECT '2021: #61-63/63 1'::plan_ranking, '2021: #61+/63 "A", #1 ""'::plan_ranking, '2021: #2147483647 1'::plan_ranking, '2021: #1/2147483646 1, #2147483646+ 2'::plan_ranking;
SELECT '2021: #1/63 1, #21-30 2'::plan_ranking::jsonb, '2021: #1 "b", #31+ "a"'::plan_ranking::jsonb;
SELECT encode(_plan_ranking_send('2021: #1/63 1, #21-30 2'), 'hex');
CREATE TABLE listed AS SELECT ranking AS r FROM rankings UNION ALL SELECT plan_rollup(format('%s: #%s %s, #%s-%s 999', 1900 + i, i, i, i + 1, i + 10)::plan_ranking) FROM generate_series(1, 99) AS i;
\copy listed TO 'results/ranking_published.bin' (FORMAT binary)
CREATE TABLE copied (r plan_ranking);
\copy copied FROM 'results/ranking_published.bin' (FORMAT binary)
SELECT count(*), count(*) FILTER (WHERE l.r::text::plan_ranking = l.r) AS text FROM listed AS l JOIN copied AS c ON l.r = c.r;
-- Stored out of line, rankings are read in parts.
CREATE TABLE stored AS SELECT plan_published_ranking_agg(i, y, CASE WHEN i <= 999 THEN i::text ELSE i / 500 * 500 + 1 || '-' || i / 500 * 500 + 500 END) AS r FROM generate_series(1, 4000) AS i, generate_series(2001, 2003) AS y WHERE (i + y) % 7 > 0;
SELECT pg_column_size(r) > 60000 AS large, plan_standing_of(r, 998, 2002), plan_standing_of(r, 3999, 2003), (SELECT count(*) FROM plan_ranks(r, 2002, 5)) AS first, (SELECT sum(max) FROM plan_ranks(r, 2002, 3000)) AS edges, (SELECT count(delta) FROM plan_movers(r, 2001, 2003, 9)) AS movers,
	(SELECT string_agg(standing::text, ' ') FROM plan_rank_path(r, 1400)) AS path, (SELECT count(*) FROM plan_rank_history(r)) AS history, (SELECT string_agg(entities || ' ' || tau_b, '; ') FROM plan_rank_agreement(r)) AS agreement, (SELECT sum(turnover) FROM plan_rank_turnover(r, 100)) AS turnover, (SELECT count(mean_shift) FROM plan_rank_volatility(r)) AS volatility FROM stored;

-- What cannot be is an error that names it.
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT s, error_of(format('SELECT plan_published_ranking_agg(1, 2021, %L)', s)) FROM unnest(ARRAY['', '0', '-1', 'n/a', '8th', '8/', '/63', '64/63', '150-101', '101-', '+', '101-150/120', '101-150/1000', '1001+/1500', '1501+/1500', '2147483648', '1-2147483647', '2147483647+', '2147483647', '1/2147483647', '1 2', '1.5', '==3', '=3=', '5-5']) AS s;
SELECT error_of($$SELECT plan_published_ranking_agg(e, 2021, s) FROM (VALUES ('An', '8'), ('An', '9/63')) AS v (e, s)$$) AS unlike, error_of($$SELECT plan_published_ranking_agg(1, 2021, s) FROM (VALUES ('101-150'), ('101+')) AS v (s)$$) AS bands,
	error_of($$SELECT plan_published_ranking_agg(i, 2021, s) FROM (VALUES (1, '8/64'), (2, '9/63')) AS v (i, s)$$) AS fields, error_of($$SELECT plan_published_ranking_agg(i, 2021, s) FROM (VALUES (1, '8/63'), (2, '61-70')) AS v (i, s)$$) AS beyond;
SELECT error_of($$SELECT '2021: #1 1'::plan_ranking + '2021: #2 1'$$) AS unlike, error_of($$SELECT '2021: #1/63 1'::plan_ranking + '2021: #2/64 2'$$) AS fields, error_of($$SELECT '2021: #1/63 1'::plan_ranking + '2021: #64 2'$$) AS beyond, error_of($$SELECT '2021: #1 1'::plan_ranking + '2021: 2'$$) AS mixed, error_of($$SELECT '2021: 2'::plan_ranking + '2021: #1 1'$$) AS mixed_too,
	error_of($$SELECT '2021: #1 1, #2 2'::plan_ranking - '2021: #1 1'$$) AS less, error_of($$SELECT '2021: #1 1'::plan_ranking - '2021: #1/2 1'$$) AS less_of_field, error_of($$SELECT '2021: #1 1'::plan_ranking - '2021: 1'$$) AS less_of_scores;
SELECT error_of($$SELECT plan_rank_history('2021: #1 1', NULL::bigint, 'dense')$$) AS ties, error_of($$SELECT plan_published_ranking_agg(NULL::int, 2021, '1')$$) AS entity, error_of($$SELECT plan_published_ranking_agg(1, NULL, '1')$$) AS period, error_of($$SELECT plan_published_ranking_agg(1, 2021, NULL)$$) AS standing, (SELECT plan_published_ranking_agg(1, 2021, NULL)) AS nobody;
SELECT t, error_of(format('SELECT %L::plan_ranking', t)) FROM unnest(ARRAY['2021: #1', '2021: # 1', '2021: #1 1 > #2 2', '2021: #1 1, 2', '2021: 1 > #2 2', '2021: #1 1 (5)', '2021: #1 1,', '2021: #0 1', '2021: #3-2 1', '2021: #1/2 1, #2/3 2', '2021: #1/2 1, #3 2', '2021: #1 1, #2 1', '2021: #1 1, #1 1', '2021: #1/2147483647 1', '2021: #1 1; 2021: #2 2', '2021: #99999999999999999999999999999999999999999 1']) AS t;

-- Crafted bytes end with an ordinary error or some ranks.
CREATE FUNCTION bytes_of(plan_ranking) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE FUNCTION ranking_of(bytea) RETURNS plan_ranking LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE TABLE crafted (what text, ranking plan_ranking);
ALTER TABLE crafted ALTER ranking SET STORAGE external;
INSERT INTO crafted
SELECT what, ranking_of(CASE what WHEN 'a byte' THEN set_byte(bytes, 4 + (n * 104729) % (length(bytes) - 4), n * 89 & 255) WHEN 'a period' THEN set_byte(bytes, 44 + n * 7 % 48, n * 53 & 255)
	ELSE substr(bytes, 1, at) || decode(repeat('ff', 40), 'hex') || substr(bytes, at + 41) END)
FROM (SELECT what, n, bytes, 44 + (n * 15485863::bigint % (length(bytes) - 44))::int AS at
	FROM (SELECT bytes_of(plan_published_ranking_agg(i, y, CASE WHEN i < 50 THEN i || '/200' ELSE '50-200' END)) AS bytes FROM generate_series(1, 100) AS i, generate_series(2001, 2003) AS y
		UNION ALL SELECT bytes_of(plan_published_ranking_agg('entity ' || i, y, CASE WHEN i < 50 THEN i::text ELSE '50+' END)) FROM generate_series(1, 99) AS i, generate_series(2001, 2030) AS y WHERE (i + y) % 5 = 0) AS whole,
		unnest('{a byte,a period,a run of ones}'::text[]) AS what, generate_series(1, 60) AS n) AS c;
CREATE FUNCTION read_in(query text, ranking plan_ranking) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query USING ranking;
EXCEPTION WHEN invalid_binary_representation OR numeric_value_out_of_range OR invalid_parameter_value OR datatype_mismatch OR invalid_text_representation OR character_not_in_repertoire OR untranslatable_character THEN
	NULL;
END
$$;
SELECT what, count(*) FROM (
	SELECT what, read_in(query, ranking) FROM crafted, unnest(ARRAY[
		'SELECT count(*) FROM plan_ranking_periods($1)', 'SELECT length($1::text)', 'SELECT length(record_send(ROW($1)))', 'SELECT length($1::jsonb::text)', 'SELECT count(*) FROM plan_ranks($1, null, null, null::bigint)', 'SELECT count(*) FROM plan_ranks($1, ''2003'', 5, null::text)',
		'SELECT count(*) FROM plan_rank_history($1)', 'SELECT count(*) FROM plan_rank_history($1, null::text)', 'SELECT count(*) FROM plan_movers($1, ''2001'', ''2003'')', 'SELECT count(*) FROM plan_rank_volatility($1, null::text)', 'SELECT count(*) FROM plan_rank_turnover($1, 3)',
		'SELECT count(*) FROM plan_rank_agreement($1) AS a, plan_rank_agreement($1, ''2003'', ''2001'') AS b', 'SELECT count(*) FROM plan_rank_path($1, ''entity 17''::text)', 'SELECT plan_standing_of($1, 17, ''2003'')', 'SELECT $1 + ''2000: #1 "a"''', 'SELECT $1 - $1', 'SELECT $1 + $1'
	]) AS query OFFSET 0) AS r
GROUP BY what ORDER BY what;

DROP VIEW moves, edges;
DROP TABLE arwu, rankings, random_standings, random_ranking, listed, copied, stored, crafted;
DROP FUNCTION error_of, bytes_of, ranking_of, read_in;
