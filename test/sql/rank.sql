-- Who moved: one window, one sort.
CREATE TABLE scores (province text, year int, score float8);
INSERT INTO scores VALUES
	('An', 2020, 60), ('Binh', 2020, 72), ('Can', 2020, 66), ('Da', 2020, 66),
	('An', 2021, 75), ('Binh', 2021, 72), ('Can', 2021, 60), ('Da', 2021, 75), ('Em', 2021, 70),
	('An', 2022, 71), ('Binh', 2022, 74), ('Em', 2022, 80),
	('An', 2023, 70), ('Can', 2023, 90), ('Em', 2023, 80);
SELECT year, province, score, plan_period_rank(year) OVER w AS rank, plan_previous_rank(province, year) OVER w AS previous,
	plan_rank_delta(province, year) OVER w AS gained, plan_is_new(province, year) OVER w AS new
FROM scores WINDOW w AS (ORDER BY year, score DESC) ORDER BY year, rank, province;

-- Less is better: order by the score upwards.
SELECT year, province, plan_rank_delta(province, year) OVER (ORDER BY year, score) AS gained FROM scores WHERE year < 2022 ORDER BY year, province;

-- Every list of indicators is a partition of its own.
SELECT list, province, year, plan_rank_delta(province, year) OVER (PARTITION BY list ORDER BY year, score DESC) AS gained
FROM scores, (VALUES ('a'), ('b')) AS lists (list) WHERE province = 'An' OR list = 'b' ORDER BY list, province, year;

-- No rows, one row; NULLs stand aside.
SELECT plan_rank_delta(province, year) OVER (ORDER BY year, score DESC) FROM scores WHERE false;
SELECT province, year, plan_period_rank(year) OVER w, plan_rank_delta(province, year) OVER w, plan_previous_rank(province, year) OVER w, plan_is_new(province, year) OVER w
FROM (VALUES ('An', 2020, 1), (NULL, 2020, 2), ('An', 2021, 3), (NULL, 2021, 2), ('Em', NULL, 9), ('An', NULL, 8)) AS v (province, year, score) WINDOW w AS (ORDER BY year, score DESC);
-- They do so wherever the window puts them, also among ties.
SELECT province, year, published, score, plan_period_rank(published) OVER w, plan_rank_delta(province, published) OVER w
FROM (VALUES ('Bo', 2019, NULL, 9), ('An', 2020, 2020, 5), ('Bo', 2020, NULL, 5), ('Can', 2020, 2020, 5), ('Da', 2020, 2020, 4), ('Da', 2021, 2021, 4), ('An', 2021, 2021, 3)) AS v (province, year, published, score)
WINDOW w AS (ORDER BY year, score DESC) ORDER BY year, score DESC, province;

-- Any types that can be hashed, with their own equality.
CREATE COLLATION ignoring_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
SELECT p, plan_rank_delta(p, y) OVER (ORDER BY y, s) FROM (VALUES ('an' COLLATE ignoring_case, 1, 2), ('Em', 1, 1), ('AN', 2, 1), ('em', 2, 2)) AS v (p, y, s);
-- Entity and period each have their own: q1 and Q1 are one to the entity's collation, but two periods.
CREATE TABLE collated (entity text COLLATE ignoring_case, period text, period_c text COLLATE "C", score int);
INSERT INTO collated SELECT e, p, p, s FROM (VALUES ('an', 'Q1', 2), ('Em', 'Q1', 1), ('AN', 'q1', 1), ('em', 'q1', 2)) AS v (e, p, s);
SELECT entity, period, plan_rank_delta(entity, period) OVER (ORDER BY period COLLATE "C", score) AS gained, plan_rank_delta(entity, period_c) OVER (ORDER BY period_c, score) AS gained_c,
	plan_rank_delta(entity COLLATE "C", period) OVER (ORDER BY period COLLATE "C", score) AS by_bytes FROM collated ORDER BY period_c, score;
SELECT p, y, plan_rank_delta(p, y) OVER (ORDER BY y, s) FROM (VALUES (1::numeric, '2022-Q1'::plan_period, 2), (2.0, '2022-Q1', 1), (1.00, '2022-Q2', 1), (2, '2022-Q2', 2)) AS v (p, y, s);

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
	'SELECT plan_rank_delta(province, year) OVER (ORDER BY score DESC) FROM scores',
	'SELECT plan_period_rank(year) OVER (ORDER BY score DESC, year) FROM scores',
	'SELECT plan_rank_delta(province, year) OVER () FROM (SELECT * FROM scores ORDER BY year, score DESC OFFSET 0) AS s',
	'SELECT plan_period_rank(year) OVER (ORDER BY score DESC) FROM (VALUES (2020, 7), (2021, 7)) AS v (year, score)',
	'SELECT plan_rank_delta(province, year) OVER (ORDER BY year, score DESC) FROM (TABLE scores UNION ALL TABLE scores) AS s',
	'SELECT plan_rank_delta(province, year) FROM scores',
	'SELECT plan_rank_delta(xml, year) OVER (ORDER BY year, score) FROM (SELECT ''<a/>''::xml AS xml, year, score FROM scores) AS s']) AS q;

-- Against rank() and lag(), row for row: many ties, gaps, entities that come and go.
CREATE TABLE random_scores AS
SELECT e, y, (hashint4(e * 100 + y) & 31)::float8 AS score
FROM generate_series(1, 400) AS e, generate_series(2000, 2019) AS y WHERE hashint4(e * 1000 + y) & 3 <> 0;

WITH ours AS (
	SELECT e, y, plan_period_rank(y) OVER w AS rank, plan_previous_rank(e, y) OVER w AS previous, plan_rank_delta(e, y) OVER w AS delta, plan_is_new(e, y) OVER w AS new
	FROM random_scores WINDOW w AS (ORDER BY y, score DESC)
), ranked AS (
	SELECT e, y, rank() OVER (PARTITION BY y ORDER BY score DESC) AS rank FROM random_scores
), theirs AS (
	SELECT e, y, rank, lag(rank) OVER (PARTITION BY e ORDER BY y) AS previous FROM ranked
)
SELECT count(*), count(*) FILTER (WHERE (o.rank, o.previous, o.delta, o.new) IS NOT DISTINCT FROM
	(t.rank, t.previous, t.previous - t.rank, CASE WHEN y > 2000 THEN t.previous IS NULL END)) AS equal
FROM ours AS o JOIN theirs AS t USING (e, y);

DROP TABLE scores, collated, random_scores;
DROP FUNCTION error_of;
DROP COLLATION ignoring_case;
