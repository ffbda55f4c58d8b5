-- Who moved: one window, one sort.
CREATE TABLE scores (province text, year int, score float8);
INSERT INTO scores VALUES
	('An', 2020, 60), ('Binh', 2020, 72), ('Can', 2020, 66), ('Da', 2020, 66),
	('An', 2021, 75), ('Binh', 2021, 72), ('Can', 2021, 60), ('Da', 2021, 75), ('Em', 2021, 70),
	('An', 2022, 71), ('Binh', 2022, 74), ('Em', 2022, 80),
	('An', 2023, 70), ('Can', 2023, 90), ('Em', 2023, 80);
SELECT year, province, score, plan_period_rank(year, score) OVER w AS rank, plan_previous_rank(province, year, score) OVER w AS previous,
	plan_rank_delta(province, year, score) OVER w AS gained, plan_is_new(province, year, score) OVER w AS new
FROM scores WINDOW w AS (ORDER BY year, score DESC) ORDER BY year, rank, province;

-- Less is better: order by the score upwards.
SELECT year, province, plan_rank_delta(province, year, score) OVER (ORDER BY year, score) AS gained FROM scores WHERE year < 2022 ORDER BY year, province;

-- Every list of indicators is a partition of its own.
SELECT list, province, year, plan_rank_delta(province, year, score) OVER (PARTITION BY list ORDER BY year, score DESC) AS gained
FROM scores, (VALUES ('a'), ('b')) AS lists (list) WHERE province = 'An' OR list = 'b' ORDER BY list, province, year;

-- No rows, one row; NULLs stand aside.
SELECT plan_rank_delta(province, year, score) OVER (ORDER BY year, score DESC) FROM scores WHERE false;
SELECT province, year, plan_period_rank(year, score) OVER w, plan_rank_delta(province, year, score) OVER w, plan_previous_rank(province, year, score) OVER w, plan_is_new(province, year, score) OVER w
FROM (VALUES ('An', 2020, 1), (NULL, 2020, 2), ('An', 2021, 3), (NULL, 2021, 2), ('Em', NULL, 9), ('An', NULL, 8)) AS v (province, year, score) WINDOW w AS (ORDER BY year, score DESC);
-- They do so wherever the window puts them, also among ties.
SELECT province, year, published, score, plan_period_rank(published, score) OVER w, plan_rank_delta(province, published, score) OVER w
FROM (VALUES ('Bo', 2019, NULL, 9), ('An', 2020, 2020, 5), ('Bo', 2020, NULL, 5), ('Can', 2020, 2020, 5), ('Da', 2020, 2020, 4), ('Da', 2021, 2021, 4), ('An', 2021, 2021, 3)) AS v (province, year, published, score)
WINDOW w AS (ORDER BY year, score DESC) ORDER BY year, score DESC, province;

-- Any types that can be hashed, with their own equality.
CREATE COLLATION ignoring_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
SELECT p, plan_rank_delta(p, y, s) OVER (ORDER BY y, s) FROM (VALUES ('an' COLLATE ignoring_case, 1, 2), ('Em', 1, 1), ('AN', 2, 1), ('em', 2, 2)) AS v (p, y, s);
-- Entity and period each have their own: q1 and Q1 are one to the entity's collation, but two periods.
CREATE TABLE collated (entity text COLLATE ignoring_case, period text, period_c text COLLATE "C", score int);
INSERT INTO collated SELECT e, p, p, s FROM (VALUES ('an', 'Q1', 2), ('Em', 'Q1', 1), ('AN', 'q1', 1), ('em', 'q1', 2)) AS v (e, p, s);
SELECT entity, period, plan_rank_delta(entity, period, score) OVER (ORDER BY period COLLATE "C", score) AS gained, plan_rank_delta(entity, period_c, score) OVER (ORDER BY period_c, score) AS gained_c,
	plan_rank_delta(entity COLLATE "C", period, score) OVER (ORDER BY period COLLATE "C", score) AS by_bytes FROM collated ORDER BY period_c, score;
SELECT p, y, plan_rank_delta(p, y, s) OVER (ORDER BY y, s) FROM (VALUES (1::numeric, '2022-Q1'::plan_period, 2), (2.0, '2022-Q1', 1), (1.00, '2022-Q2', 1), (2, '2022-Q2', 2)) AS v (p, y, s);

-- Whoever has no score has no place, wherever the window puts the row; the next score is compared with the last one.
CREATE TABLE gaps (place text, year int, score float8);
INSERT INTO gaps VALUES
	('An', 2020, 60), ('Binh', 2020, 72), ('Can', 2020, NULL), ('Da', 2020, 'NaN'),
	('An', 2021, NULL), ('Binh', 2021, 72), ('Can', 2021, 80), ('Da', 2021, 80),
	('An', 2022, NULL), ('Binh', 2022, NULL), ('Can', 2022, NULL), ('Da', 2022, 'NaN'),
	('An', 2023, 70), ('Binh', 2023, NULL), ('Can', 2023, 70), ('Da', 2023, 75);
SELECT year, place, score, plan_period_rank(year, score) OVER f AS rank, plan_previous_rank(place, year, score) OVER f AS previous, plan_rank_delta(place, year, score) OVER f AS delta,
	plan_is_new(place, year, score) OVER f AS new, plan_period_rank(year, score) OVER l AS rank_last, plan_rank_delta(place, year, score) OVER l AS delta_last, plan_is_new(place, year, score) OVER l AS new_last
FROM gaps WINDOW f AS (ORDER BY year, score DESC NULLS FIRST), l AS (ORDER BY year, score DESC NULLS LAST) ORDER BY year, rank, place;
-- A period in which nobody has a score is none: the first of all is the first that has one.  Two rows of one entity are no matter while one has a score at most.
SELECT place, year, score, plan_period_rank(year, score) OVER w, plan_is_new(place, year, score) OVER w
FROM (VALUES ('An', 2019, NULL), ('An', 2020, NULL), ('An', 2020, 5), ('Binh', 2020, 6), ('Can', 2021, 5)) AS v (place, year, score) WINDOW w AS (ORDER BY year, score DESC);
-- What the window is ordered by besides breaks no ties.
SELECT place, plan_period_rank(year, score) OVER (ORDER BY year, score DESC, place), plan_period_rank(year, score) OVER (ORDER BY year, score, place DESC) AS from_below
FROM gaps WHERE year = 2023 ORDER BY place;
DROP TABLE gaps;

-- A window in another order would rank wrongly: it is refused.
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
SELECT error_of(q) FROM unnest(ARRAY[
	'SELECT plan_rank_delta(province, year, score) OVER (ORDER BY score DESC) FROM scores',
	'SELECT plan_period_rank(year, score) OVER (ORDER BY score DESC, year) FROM scores',
	'SELECT plan_rank_delta(province, year, score) OVER () FROM (SELECT * FROM scores ORDER BY year, score DESC OFFSET 0) AS s',
	'SELECT plan_period_rank(year, score) OVER (ORDER BY score DESC) FROM (VALUES (2020, 7), (2021, 7)) AS v (year, score)',
	'SELECT plan_rank_delta(province, year, score) OVER (ORDER BY year, score DESC) FROM (TABLE scores UNION ALL TABLE scores) AS s',
	-- Within a period, and from one to the next: upwards in one and downwards in the other.
	'SELECT plan_period_rank(year, score) OVER (ORDER BY year, province) FROM scores',
	'SELECT plan_rank_delta(province, year, score) OVER (ORDER BY year, CASE year WHEN 2021 THEN score ELSE -score END) FROM scores',
	'SELECT plan_period_rank(year, CASE province WHEN ''Da'' THEN ''-Infinity'' ELSE score END) OVER (ORDER BY year, CASE province WHEN ''Da'' THEN ''-Infinity'' ELSE score END) FROM scores',
	'SELECT plan_rank_delta(province, year, score) FROM scores',
	'SELECT plan_rank_delta(xml, year, score) OVER (ORDER BY year, score) FROM (SELECT ''<a/>''::xml AS xml, year, score FROM scores) AS s']) AS q;

-- Against rank() and lag(), row for row: many ties, gaps, entities that come and go.
CREATE TABLE random_scores AS
SELECT e, y, (hashint4(e * 100 + y) & 31)::float8 AS score
FROM generate_series(1, 400) AS e, generate_series(2000, 2019) AS y WHERE hashint4(e * 1000 + y) & 3 <> 0;

WITH ours AS (
	SELECT e, y, plan_period_rank(y, score) OVER w AS rank, plan_previous_rank(e, y, score) OVER w AS previous, plan_rank_delta(e, y, score) OVER w AS delta, plan_is_new(e, y, score) OVER w AS new
	FROM random_scores WINDOW w AS (ORDER BY y, score DESC)
), ranked AS (
	SELECT e, y, rank() OVER (PARTITION BY y ORDER BY score DESC) AS rank FROM random_scores
), theirs AS (
	SELECT e, y, rank, lag(rank) OVER (PARTITION BY e ORDER BY y) AS previous FROM ranked
)
SELECT count(*), count(*) FILTER (WHERE (o.rank, o.previous, o.delta, o.new) IS NOT DISTINCT FROM
	(t.rank, t.previous, t.previous - t.rank, CASE WHEN y > 2000 THEN t.previous IS NULL END)) AS equal
FROM ours AS o JOIN theirs AS t USING (e, y);

-- Against the history of a ranking, row for row: with missing scores besides, whichever way the window has them and the scores.
UPDATE random_scores SET score = CASE hashint4(e * 7 + y) & 15 WHEN 0 THEN NULL WHEN 1 THEN 'NaN' ELSE score END;
UPDATE random_scores SET score = NULL WHERE y = 2007 OR y = 2000 OR (e = 17 AND y < 2012);
CREATE TABLE histories AS
SELECT best, (h).* FROM (SELECT 'highest' AS best, plan_rank_history(plan_ranking_agg(e, y, score)) AS h FROM random_scores
	UNION ALL SELECT 'lowest', plan_rank_history(plan_ranking_agg(e, y, score, 'lower')) FROM random_scores) AS r;
WITH ours AS (
	SELECT 'highest' AS best, 'first' AS nulls, e, y, score, plan_period_rank(y, score) OVER w AS rank, plan_previous_rank(e, y, score) OVER w AS previous, plan_rank_delta(e, y, score) OVER w AS delta, plan_is_new(e, y, score) OVER w AS new
	FROM random_scores WINDOW w AS (ORDER BY y, score DESC)
	UNION ALL SELECT 'highest', 'last', e, y, score, plan_period_rank(y, score) OVER w, plan_previous_rank(e, y, score) OVER w, plan_rank_delta(e, y, score) OVER w, plan_is_new(e, y, score) OVER w
	FROM random_scores WINDOW w AS (ORDER BY y, score DESC NULLS LAST, e)
	UNION ALL SELECT 'lowest', 'first', e, y, score, plan_period_rank(y, score) OVER w, plan_previous_rank(e, y, score) OVER w, plan_rank_delta(e, y, score) OVER w, plan_is_new(e, y, score) OVER w
	FROM random_scores WINDOW w AS (ORDER BY y, score NULLS FIRST)
	UNION ALL SELECT 'lowest', 'last', e, y, score, plan_period_rank(y, score) OVER w, plan_previous_rank(e, y, score) OVER w, plan_rank_delta(e, y, score) OVER w, plan_is_new(e, y, score) OVER w
	FROM random_scores WINDOW w AS (ORDER BY y, score)
)
SELECT o.best, nulls, count(*) AS rows, count(h.entity) AS ranked, count(o.previous) AS with_previous, count(*) FILTER (WHERE o.new) AS new,
	count(*) FILTER (WHERE (h.entity IS NULL) = (o.score IS NULL OR o.score = 'NaN') AND (o.rank, o.previous, o.delta) IS NOT DISTINCT FROM
		(plan_rank(h.standing)::bigint, plan_rank(h.previous)::bigint, h.delta::bigint)
		AND o.new IS NOT DISTINCT FROM (CASE WHEN o.y > 2001 AND h.entity IS NOT NULL THEN h.previous IS NULL END)) AS equal
FROM ours AS o LEFT JOIN histories AS h ON o.best = h.best AND h.entity = o.e AND h.period = o.y GROUP BY o.best, nulls ORDER BY o.best, nulls;

DROP TABLE scores, collated, random_scores, histories;
DROP FUNCTION error_of;
DROP COLLATION ignoring_case;
