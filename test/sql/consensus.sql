-- Five districts, four criteria, more is better: who is first, all in all?
CREATE TABLE scores (district text, criterion text, score float8, weight float8);
INSERT INTO scores VALUES
	('An', 'roads', 92, 2), ('Bình', 'roads', 88, 2), ('Cẩm', 'roads', 88, 2), ('Dương', 'roads', 61, 2), ('Én', 'roads', 75, 2),
	('An', 'schools', 40, 1), ('Bình', 'schools', 80, 1), ('Cẩm', 'schools', 70, 1), ('Dương', 'schools', 90, 1), ('Én', 'schools', NULL, 1),
	('An', 'clinics', 5, 1), ('Bình', 'clinics', 7, 1), ('Cẩm', 'clinics', 6, 1), ('Dương', 'clinics', 8, 1), ('Én', 'clinics', 3, 1),
	('An', 'water', 0.9, 1), ('Bình', 'water', 0.8, 1), ('Cẩm', 'water', 0.95, 1), ('Dương', 'water', 0.2, 1), ('Én', 'water', 0.7, 1);

CREATE VIEW arrays AS SELECT array_agg(district) AS d, array_agg(criterion) AS c, array_agg(score) AS s, array_agg(weight) AS w FROM scores;
SELECT b.* FROM arrays, plan_borda(d, c, s) AS b;
SELECT b.* FROM arrays, plan_copeland(d, c, s) AS b;
SELECT district, borda.points AS borda, borda.place, copeland.points AS copeland, copeland.place
FROM arrays, plan_borda(d, c, s, w) AS borda (district), plan_copeland(d, c, s, w) AS copeland (entity) WHERE district = entity ORDER BY 3, 1;

-- The paradox: Borda need not choose whom a majority puts first.
SELECT n, b.*, c.points AS copeland FROM (
	SELECT array_agg(e) AS e, array_agg(voter::text) AS v, array_agg(-place) AS s, count(DISTINCT voter) AS n
	FROM generate_series(1, 5) AS voter, unnest(CASE WHEN voter <= 3 THEN '{a,b,c}' ELSE '{b,c,a}' END::text[]) WITH ORDINALITY AS u (e, place)) AS votes,
	plan_borda(e, v, s) AS b, plan_copeland(e, v, s) AS c WHERE b.entity = c.entity ORDER BY b.place;

-- Nobody, one, all equal; who has no score is listed, and neither beats nor is beaten; infinities are first and last.
SELECT label, b.*, c.points AS copeland FROM (VALUES
	(1, 'nobody', '{}'::text[], '{}'::text[], '{}'::float8[]), (2, 'one', '{a}', '{x}', '{1}'), (3, 'equal', '{a,b,c}', '{x,x,x}', '{1,1,1}'), (4, 'none', '{a,b}', '{x,x}', '{NULL,NaN}'),
	(5, 'gaps', '{a,b,c,c}', '{x,x,x,y}', '{1,2,NULL,9}'), (6, 'infinite', '{a,b,c,d}', '{x,x,x,x}', '{-infinity,0,-0,infinity}'), (7, 'missing', NULL, '{x}', '{1}')) AS v (n, label, e, k, s),
	plan_borda(e, k, s) AS b, plan_copeland(e, k, s) AS c WHERE b.entity = c.entity ORDER BY n, b.entity;

-- Errors name what is wrong.
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
CREATE COLLATION regardless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
SELECT error_of(format('SELECT plan_%s(%s)', f, a)) FROM (VALUES
	('borda', $$ '{a,A}'::text[] COLLATE regardless, '{x,x}', '{1,2}' $$), ('copeland', $$ '{a,b}', '{x,X}'::text[] COLLATE regardless, '{1,2}', '{1,1}' $$),
	('borda', $$ '{a,b}', '{x}', '{1,2}' $$), ('copeland', $$ '{a}', '{x}', '{1,2}' $$), ('borda', $$ '{a}', '{x}', '{1}', '{}' $$), ('borda', $$ '{{a,b}}', '{x,x}', '{1,2}' $$),
	('borda', $$ '{a,b}', '{x,x}', '{{1,2}}' $$), ('borda', $$ '{a,NULL}', '{x,x}', '{1,2}' $$), ('copeland', $$ '{a,b}', '{x,NULL}', '{1,2}' $$),
	('borda', $$ '{a,b,a}', '{x,x,x}', '{1,2,NULL}' $$), ('copeland', $$ '{é,b,é}', '{x,x,x}', '{1,2,3}' $$), ('borda', $$ '{a,b}', '{x,x}', '{1,2}', '{1,2}' $$),
	('borda', $$ '{a,b}', '{x,x}', '{1,2}', '{-1,-1}' $$), ('copeland', $$ '{a,b}', '{x,x}', '{1,2}', '{infinity,infinity}' $$), ('borda', $$ '{a,b}', '{x,x}', '{1,2}', '{1e300,1e300}' $$),
	('copeland', $$ '{a,b}', '{x,x}', '{1,2}', '{1e300,1e300}' $$), ('borda', $$ '{a,b,c}', '{x,x,y}', '{1,2,3}', '{NULL,0,NaN}' $$),
	('copeland', $$ (SELECT array_agg(i::text) FROM generate_series(1, 12000) AS i), (SELECT array_agg(i::text) FROM generate_series(1, 12000) AS i), array_fill(1, ARRAY[12000])::float8[] $$)) AS v (f, a);

-- Against their definitions in SQL, on scores with many ties and gaps; in any order of the rows.
CREATE TABLE random_scores AS
SELECT 'entity ' || e AS entity, 'criterion ' || c AS criterion, CASE WHEN hashint4(e * 97 + c) % 7 <> 0 THEN (hashint4(e * 131 + c * 17) & 1023) % (2 + c * 3) END::float8 AS score, 1 + c % 4 AS weight
FROM generate_series(1, 90) AS e, generate_series(1, 11) AS c WHERE hashint4(e + c * 1000) % 13 <> 0;
WITH borda AS (
	SELECT entity, sum(beaten) AS points, sum(weight * beaten) AS weighted FROM (SELECT *, CASE WHEN score IS NOT NULL THEN rank() OVER (PARTITION BY criterion ORDER BY score) - 1 ELSE 0 END AS beaten FROM random_scores) AS r GROUP BY entity
), duels AS (
	SELECT a.entity, sign(sum(sign(a.score - b.score))) AS result, sign(sum(a.weight * sign(a.score - b.score))) AS weighted
	FROM random_scores AS a JOIN random_scores AS b ON a.criterion = b.criterion AND a.entity <> b.entity GROUP BY a.entity, b.entity
), copeland AS (
	SELECT entity, coalesce(sum(result), 0) AS points, coalesce(sum(weighted), 0) AS weighted FROM duels GROUP BY entity
), places AS (
	SELECT entity, borda.points AS b, borda.weighted AS bw, copeland.points AS c, copeland.weighted AS cw, rank() OVER (ORDER BY borda.points DESC) AS bp, rank() OVER (ORDER BY copeland.weighted DESC) AS cp FROM borda JOIN copeland USING (entity)
)
SELECT ordering, count(*), count(*) FILTER (WHERE (b, bp, bw, c, cw, cp) = (o.points, o.place, ow.points, oc.points, ocw.points, ocw.place)) AS equal
FROM (
	SELECT 'stored' AS ordering, array_agg(entity) AS e, array_agg(criterion) AS k, array_agg(score) AS s, array_agg(weight) AS w FROM random_scores
	UNION ALL SELECT 'shuffled', array_agg(entity ORDER BY h), array_agg(criterion ORDER BY h), array_agg(score ORDER BY h), array_agg(weight ORDER BY h) FROM (SELECT *, hashtext(entity || criterion) AS h FROM random_scores) AS r) AS a,
	plan_borda(e, k, s) AS o, plan_borda(e, k, s, w) AS ow, plan_copeland(e, k, s) AS oc, plan_copeland(e, k, s, w) AS ocw, places AS p
WHERE p.entity = o.entity AND p.entity = ow.entity AND p.entity = oc.entity AND p.entity = ocw.entity GROUP BY ordering ORDER BY ordering;

-- The places of plan_borda come in order.
SELECT bool_and(place >= before) AS in_order, count(*) FROM (SELECT place, lag(place, 1, 1) OVER (ORDER BY ordinality) AS before FROM arrays, plan_borda(d, c, s) WITH ORDINALITY) AS p;

DROP VIEW arrays;
DROP TABLE scores, random_scores;
DROP FUNCTION error_of;
DROP COLLATION regardless;
