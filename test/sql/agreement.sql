-- Do the rankings of two years agree?  Ranks of ten units, two of which tie.
CREATE TABLE ranks (unit text, before int, now int);
INSERT INTO ranks VALUES ('A', 1, 2), ('B', 2, 1), ('C', 3, 3), ('D', 4, 6), ('E', 5, 4), ('F', 6, 4), ('G', 7, 9), ('H', 8, 7), ('I', 9, 8), ('J', 10, NULL);

SELECT count(now) AS units, round(plan_kendall_tau_b(before, now)::numeric, 4) AS tau_b, round(plan_kendall_tau_c(before, now)::numeric, 4) AS tau_c,
	round(plan_spearman(before, now)::numeric, 4) AS rho, round(plan_weighted_tau(-before, -now)::numeric, 4) AS weighted_tau,
	round(plan_weighted_tau_product(-before, -now)::numeric, 4) AS by_product
FROM ranks;
SELECT plan_footrule(before, now), plan_footrule_normalized(before, now), plan_mean_shift(before, now), plan_max_shift(before, now) FROM ranks;

-- Which indicator ranks units as the index does?
SELECT indicator, plan_spearman(score, index), plan_mean_shift(score, index), plan_max_shift(score, index)
FROM ranks, LATERAL (VALUES ('exports', 100 - now, 100 - before), ('growth', before % 3, 100 - before)) AS v (indicator, score, index)
WHERE now IS NOT NULL GROUP BY indicator ORDER BY indicator;

-- Rank-biased overlap looks at the top first, and bears items that only one has.
SELECT round(plan_rbo(unit, before, now, 0.9)::numeric, 6) AS rbo, round(plan_rbo_min(unit, before, now, 0.9)::numeric, 6) AS least,
	round(plan_rbo_max(unit, before, now, 0.9)::numeric, 6) AS greatest, round(plan_rbo(unit, before, now, 0.9, 'a')::numeric, 6) AS order_unknown
FROM ranks;
SELECT plan_rbo('{roads,schools,clinics}', '{schools,roads,clinics}', 0.9), plan_rbo('{roads,schools}', '{bridges,roads,schools,ports}', 0.5);

-- Vectors of scipy's test suite (cross-checked with R; two after Kendall 1970).
SELECT measure, v.x, v.y, expected, coalesce(abs(got - expected) < 1e-8, got IS NULL AND expected IS NULL) AS agrees
FROM (VALUES
	('tau-b', '{5,2,1,3,6,4,7,8}'::float8[], '{5,2,6,3,1,8,7,4}'::float8[], 0.0),
	('tau-b', '{5,2,1,3,6,4,7}', '{5,2,6,3,1,7,4}', -0.14285714286),
	('tau-b', '{2,1,3,6,4,7,8}', '{2,6,3,1,8,7,4}', 0.047619047619),
	('tau-b', '{0,1,2,3,4,5,6,7,8,9}', '{0,2,1,3,4,5,6,7,8,9}', 0.9555555555555556),
	('tau-b', '{0,1,2,3,4,5,6,7,8,9}', '{0,2,1,3,4,6,5,7,8,9}', 0.9111111111111111),
	('tau-b', '{0,1,2,3,4,5,6,7,8,9}', '{9,8,7,6,5,4,3,2,1,0}', -1.0),
	('tau-b', '{1,2,2,4,4,6,6,8,9,9}', '{1,2,4,4,4,4,8,8,8,10}', 0.85895569),
	('tau-c', '{1,2,2,4,4,6,6,8,9,9}', '{1,2,4,4,4,4,8,8,8,10}', 0.825),
	('tau-b', '{12,2,1,12,2}', '{1,4,7,1,0}', -0.47140452079103173),
	('tau-b', '{1,1,2}', '{1,1,2}', 1.0),
	('tau-c', '{1,1,2}', '{1,1,2}', 0.888888888889),
	('tau-b', '{2,2,2}', '{2,2,2}', NULL),
	('tau-b', '{2,0,2}', '{2,2,2}', NULL),
	('weighted', '{12,2,1,12,2}', '{1,4,7,1,0}', -0.5669496815368272),
	('product', '{12,2,1,12,2}', '{1,4,7,1,0}', -0.6220571695180104),
	('rho', '{12,2,1,12,2}', '{1,4,7,1,0}', -0.5407380704358752),
	('rho', '{1,2,2,4,4,6,6,8,9,9}', '{1,2,4,4,4,4,8,8,8,10}', 0.917137868553807)) AS v (measure, x, y, expected), LATERAL (
	SELECT CASE measure WHEN 'tau-b' THEN plan_kendall_tau_b(a, b) WHEN 'tau-c' THEN plan_kendall_tau_c(a, b) WHEN 'weighted' THEN plan_weighted_tau(a, b)
		WHEN 'product' THEN plan_weighted_tau_product(a, b) WHEN 'rho' THEN plan_spearman(a, b) END AS got
	FROM unnest(v.x, v.y) AS u (a, b)) AS g;

-- scipy's average ranks, one against the other: what the shifts are taken on.
SELECT "values", plan_max_shift(v, expected) AS furthest, plan_footrule(v, expected) = 0 AS same
FROM (VALUES ('{100}'::float8[], '{1}'::float8[]), ('{100,100,100}', '{2,2,2}'), ('{100,300,200}', '{1,3,2}'), ('{100,200,300,200}', '{1,2.5,4,2.5}'),
	('{100,200,300,200,100}', '{1.5,3.5,5,3.5,1.5}')) AS t ("values", ranks), unnest("values", ranks) AS u (v, expected) GROUP BY 1 ORDER BY 1;
SELECT plan_footrule(v, place), plan_mean_shift(v, place), plan_max_shift(v, place)
FROM unnest('{100,200,300,200,100}'::float8[]) WITH ORDINALITY AS u (v, place);

-- Nothing, one pair, all tied; NULL and NaN are left out; infinities are the last, and -0 is 0.
CREATE FUNCTION measures(x float8[], y float8[]) RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws(' ', count(*), 'tau', plan_kendall_tau_b(a, b), plan_kendall_tau_c(a, b), 'weighted', plan_weighted_tau(a, b), plan_weighted_tau_product(a, b),
		'rho', plan_spearman(a, b), 'footrule', plan_footrule(a, b), plan_footrule_normalized(a, b), 'shift', plan_mean_shift(a, b), plan_max_shift(a, b))
	FROM unnest(x, y) AS u (a, b)
$$;
SELECT label, measures(x, y) FROM (VALUES
	('nothing', '{}'::float8[], '{}'::float8[]), ('one pair', '{1}', '{7}'), ('all tied', '{1,1,1}', '{2,2,2}'), ('x tied', '{1,1,1}', '{2,3,1}'), ('y tied', '{1,2,3}', '{2,2,2}'),
	('two', '{1,2}', '{7,9}'), ('two reversed', '{1,2}', '{9,7}'), ('only missing', '{NULL,NaN,NULL}', '{1,2,NaN}'), ('some missing', '{1,NULL,2,NaN,3}', '{1,2,2,2,4}'),
	('infinite', '{-infinity,1e308,infinity,0}', '{-1,1,2,0}'), ('minus zero', '{-0,0,1}', '{5,5,6}'), ('tiny', '{5e-324,0,-5e-324}', '{3,2,1}'),
	('same', '{3,1,2,2,5}', '{3,1,2,2,5}'), ('reversed', '{3,1,2,2,5}', '{-3,-1,-2,-2,-5}'), ('missing in the shorter', '{1,2,3}', '{1,2}')) AS v (label, x, y);

-- Other numbers come by implicit casts.
SELECT plan_kendall_tau_b(before, now::numeric), plan_kendall_tau_b(before::bigint, now::real), plan_spearman(before::smallint, now) FROM ranks;

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
SELECT error_of(q) FROM unnest(ARRAY[
	$$ SELECT plan_rbo('{a}', '{a}', 0) $$,
	$$ SELECT plan_rbo('{a}', '{a}', 1) $$,
	$$ SELECT plan_rbo_min('{a}', '{a}', 'NaN') $$,
	$$ SELECT plan_rbo_max('{a}', '{a}', '-infinity') $$,
	$$ SELECT plan_rbo('{a,b,a}', '{a}', 0.9) $$,
	$$ SELECT plan_rbo(ARRAY['a'], ARRAY['a'], 0.9, 'c') $$,
	$$ SELECT plan_rbo('{a}', '{b,ä,c,ä}', 0.9) $$,
	$$ SELECT plan_rbo('{a}', ARRAY[repeat('ă', 1000), repeat('ă', 1000)], 0.9) $$,
	$$ SELECT plan_rbo('{x,y}', '{x,x}', 0.9) $$,
	$$ SELECT plan_rbo_min('{x,y}', '{z,y,y}', 0.9) $$,
	$$ SELECT plan_rbo_max('{y,x,x}', '{x}', 0.9) $$,
	$$ SELECT plan_rbo('{a,b}', '{A,b}'::text[] COLLATE regardless, 0.9) $$,
	$$ SELECT plan_rbo_min('{a,b}'::text[] COLLATE regardless, '{A,b}', 0.9) $$,
	$$ SELECT plan_rbo(unit COLLATE regardless, before, now, 0.9) FROM ranks $$,
	$$ SELECT plan_rbo_max(unit COLLATE regardless, before, now, 0.9, 'a') FROM ranks $$,
	$$ SELECT plan_rbo('{a,NULL}', '{a}', 0.9) $$,
	$$ SELECT plan_rbo('{{a,b}}', '{a}', 0.9) $$,
	$$ SELECT plan_rbo(unit, before, now, 1.5) FROM ranks $$,
	$$ SELECT plan_rbo(unit, before, now, 0.9, 'c') FROM ranks $$,
	$$ SELECT plan_rbo(unit, before, now, 0.9, '') FROM ranks $$,
	$$ SELECT plan_rbo(unit, before, now, before / 20.0) FROM ranks $$,
	$$ SELECT plan_rbo(unit, before, now, 0.9, CASE WHEN before < 5 THEN 'a' ELSE 'w' END) FROM ranks $$,
	$$ SELECT plan_rbo(NULL, before, now, 0.9) FROM ranks $$,
	$$ SELECT plan_rbo(unit, before, now, 0.9) FROM (SELECT * FROM ranks UNION ALL SELECT 'D', 11, NULL) AS r $$,
	$$ SELECT plan_rbo_min(item, a, b, 0.9) FROM (VALUES ('x', 1, NULL), ('y', 2, 1), ('x', NULL, 2)) AS v (item, a, b) $$]) AS q;

-- Of no row, of an empty ranking, of a NULL there is none; whose ranks are both missing is in neither.
SELECT plan_rbo(unit, before, now, 0.9), plan_rbo_min(unit, before, now, 0.9), plan_rbo_max(unit, before, now, 0.9) FROM ranks WHERE false;
SELECT plan_rbo('{}', '{}', 0.9), plan_rbo('{a}', '{}', 0.9), plan_rbo(NULL, '{a}', 0.9), plan_rbo('{a}', '{a}', NULL);
SELECT plan_rbo(unit, before, NULL, 0.9) AS one_only, plan_rbo(unit, before, now, NULL) AS no_p, plan_rbo(unit, before, now, 0.9, NULL) AS no_ties FROM ranks;
SELECT plan_rbo(i, a, b, 0.9), round(plan_rbo_min(i, a, b, 0.9)::numeric, 12) AS least, plan_rbo_max(i, a, b, 0.9) FROM (VALUES ('', 1::float8, 1::float8), ('x', 'NaN', NULL), ('x', NULL, NULL)) AS v (i, a, b);

-- Rank-biased overlap: values of the reference implementation (Corsi and Urbano 2024), (w, a, b) by (extrapolated, least, greatest).
CREATE FUNCTION ranking(notation text) RETURNS TABLE (item text, rank float8) LANGUAGE sql AS $$
	SELECT item, rank() OVER (ORDER BY grp)
	FROM regexp_matches(notation, '\([^)]*\)|\w+', 'g') WITH ORDINALITY AS g (t, grp), regexp_split_to_table(btrim(t[1], '()'), ' ') AS item
$$;
SELECT v.x, v.y, t AS ties, bool_and(abs(got - published) < 1e-12) AS agrees
FROM (VALUES
	('(i5 i9 i13 i15 i16 i19 i20) (i3 i8)', 'i6 (i4 i18) i2 i7 i8 i17 i14 (i11 i12) i1', 0.958074765324023,
		'{0.0816485573277354,0.0370062754797617,0.59493569657566,0.0808189832771587,0.0354671825076603,0.593396603603558,0.0813693619867344,0.0356267307324464,0.593556151828344}'::float8[]),
	('i13 (i1 i4 i5 i6)', 'i3 i14 i11 (i10 i15) i12 (i6 i9) i4 i2', 0.92238320668128,
		'{0.117578490431637,0.0763135264223449,0.53999366118093,0.114619469221414,0.0733545052121218,0.537945108035391,0.11474835409049,0.0734833900811979,0.538589532380772}'),
	('i11 (i8 i21) (i2 i18) (i6 i16 i20) (i4 i10)', 'i8 (i9 i20 i21) (i2 i3) i13 i1 i11 i14 i19', 0.93912403977192,
		'{0.482369482292872,0.346394412736983,0.712103626756557,0.46852753894333,0.332552469387441,0.698261683407016,0.486650566878314,0.350675497322425,0.716384711341999}'),
	('i23 (i1 i7 i9 i11 i17 i18) i3 i15', '(i3 i11 i17 i18 i23) i1 (i7 i15 i19) i5 (i9 i14) i21 i2', 0.937283622416433,
		'{0.829709983835696,0.556794903569998,0.84967027009363,0.771054717340052,0.498792987041842,0.791927771934917,0.843515651496785,0.571149913548087,0.864425108769321}')
) AS v (x, y, p, expected), unnest('{w,a,b}'::text[]) WITH ORDINALITY AS w (t, n), LATERAL (
	SELECT unnest(ARRAY[plan_rbo(item, a.rank, b.rank, v.p, t), plan_rbo_min(item, a.rank, b.rank, v.p, t), plan_rbo_max(item, a.rank, b.rank, v.p, t)]) AS got, unnest(v.expected[n * 3 - 2 : n * 3]) AS published
	FROM ranking(v.x) AS a FULL JOIN ranking(v.y) AS b USING (item)) AS g
GROUP BY 1, 2, 3, n ORDER BY v.x, n;

-- With itself a ranking has 1; a permutation of the arguments changes nothing.
SELECT p, plan_rbo(i::text, i / 3, i / 3, p) AS w, plan_rbo(i::text, i / 3, i / 3, p, 'b') AS b, plan_rbo(i::text, i / 3, i / 3, p, 'a') < 1 AS a,
	plan_rbo(i::text, i % 7, i % 5, p, 'b') = plan_rbo(i::text, i % 5, i % 7, p, 'b') AS symmetric
FROM unnest('{0.1,0.5,0.9,0.99,0.99999}'::float8[]) AS p, generate_series(1, 500) AS i GROUP BY p ORDER BY p;

-- Variant a is the mean over all ways to break the ties.
SELECT abs(avg(plan_rbo(x, y, 0.8)) - (SELECT plan_rbo(i, a, b, 0.8, 'a') FROM (VALUES ('p', 1, 1), ('q', 1, 3), ('r', 1, 1), ('s', 4, 3)) AS v (i, a, b))) < 1e-14 AS mean
FROM unnest('{"{p,q,r,s}","{p,r,q,s}","{q,p,r,s}","{q,r,p,s}","{r,p,q,s}","{r,q,p,s}"}'::text[]) AS a (x_text), unnest('{"{p,r,q,s}","{p,r,s,q}","{r,p,q,s}","{r,p,s,q}"}'::text[]) AS b (y_text), LATERAL (SELECT x_text::text[] AS x, y_text::text[] AS y) AS t;

-- The series by its definition, from what each item counts at each depth; for a small p its first 60 terms are all of it.
CREATE TABLE items AS SELECT i::text AS item, CASE WHEN i <= 70 THEN rank() OVER (ORDER BY i > 70, hashint4(i) & 31) END AS a, CASE WHEN i > 15 THEN rank() OVER (ORDER BY i <= 15, hashint4(i + 1000) & 31) END AS b FROM generate_series(1, 85) AS i;
WITH counted AS (
	SELECT d, item, CASE WHEN d < a THEN 0 WHEN d >= a + na - 1 THEN 1 ELSE (d - a + 1) / na::float8 END AS ca, CASE WHEN d < b THEN 0 WHEN d >= b + nb - 1 THEN 1 ELSE (d - b + 1) / nb::float8 END AS cb, (d >= a)::int AS wa, (d >= b)::int AS wb
	FROM (SELECT *, count(*) OVER (PARTITION BY a) AS na, count(*) OVER (PARTITION BY b) AS nb FROM items) AS i, generate_series(1, 60) AS d
), agreement AS (
	SELECT d, 2.0 * sum(wa * wb) / (sum(wa) + sum(wb)) AS w, sum(ca * cb) / d AS a, sum(ca * cb) / sqrt(sum(ca * ca) * sum(cb * cb)) AS b FROM counted GROUP BY d
), series AS (
	SELECT p, sum((1 - p) * p ^ (d - 1) * w) AS w, sum((1 - p) * p ^ (d - 1) * a) AS a, sum((1 - p) * p ^ (d - 1) * b) AS b FROM agreement, unnest('{0.1,0.3,0.6}'::float8[]) AS p GROUP BY p
)
SELECT p, t AS ties, abs(ext - series) < 1e-12 AS extrapolated, abs(least - series) < 1e-12 AS least, abs(greatest - series) < 1e-12 AS greatest
FROM series, LATERAL (VALUES ('w', w), ('a', a), ('b', b)) AS v (t, series),
	LATERAL (SELECT plan_rbo(item, i.a, i.b, p, t) AS ext, plan_rbo_min(item, i.a, i.b, p, t) AS least, plan_rbo_max(item, i.a, i.b, p, t) AS greatest FROM items AS i) AS g
ORDER BY p, t;

-- Without ties all variants and both forms are one, and the bounds hold; a longer prefix narrows them.
WITH lists AS (
	SELECT n, p, array_agg(i::text ORDER BY hashint4(i)) FILTER (WHERE ra <= n) AS x, array_agg(i::text ORDER BY hashint4(i + 7777)) FILTER (WHERE rb <= n + 5) AS y
	FROM unnest('{1,2,10,50,90}'::int[]) AS n, unnest('{0.5,0.95}'::float8[]) AS p, (SELECT i, rank() OVER (ORDER BY hashint4(i)) AS ra, rank() OVER (ORDER BY hashint4(i + 7777)) AS rb FROM generate_series(1, 100) AS i) AS r
	GROUP BY n, p
), bounds AS (
	SELECT n, p, x, y, plan_rbo_min(x, y, p) AS least, plan_rbo(x, y, p) AS ext, plan_rbo_max(x, y, p) AS greatest FROM lists
)
SELECT p, n, least <= ext + 1e-12 AND ext <= greatest + 1e-12 AS ordered, least >= lag(least, 1, 0) OVER w - 1e-12 AND greatest <= lag(greatest, 1, 1) OVER w + 1e-12 AS narrower, rows_agree
FROM bounds, LATERAL (
	SELECT bool_and(abs(of_rows - ext) < 1e-14) AS rows_agree FROM (
		SELECT plan_rbo(item, a, b, p, t) AS of_rows
		FROM unnest(x) WITH ORDINALITY AS x (item, a) FULL JOIN unnest(y) WITH ORDINALITY AS y (item, b) USING (item) CROSS JOIN unnest('{w,a,b}'::text[]) AS t GROUP BY t) AS r) AS l
WINDOW w AS (PARTITION BY p ORDER BY n) ORDER BY p, n;

-- Plain literals find their function, be they arrays or a row.
SELECT plan_rbo('{a,b}', '{b,a}', 0.9), plan_rbo_min('{a}', '{b}', 0.9) AS least, plan_rbo_max('{a,b}', '{b,a}', 0.9) AS greatest;
SELECT plan_rbo('a', 1, 2, 0.9), plan_rbo('a', 1, 2, 0.9, 'a') AS order_unknown, plan_rbo('a', 1, NULL, 0.9) AS one_only, plan_rbo('a', NULL, NULL, 0.9) AS neither;

-- All against their definitions, over all pairs of pairs: many ties, some missing, columns that agree, oppose or have nothing to do with each other.
CREATE TABLE pairs AS
SELECT g, i, CASE WHEN hashint4(i) % 17 <> 0 THEN x END AS x, CASE WHEN hashint4(i + 1) % 19 <> 0 THEN y ELSE 'NaN' END AS y
FROM generate_series(1, 12) AS g, generate_series(1, 40 + 10 * g) AS i, LATERAL (SELECT ((hashint4(i * 100 + g) & 1023) % (1 + g * g))::float8 AS x, (hashint4(i * 100 + g + 50) & 1023) / 32 AS noise) AS a,
	LATERAL (SELECT CASE g % 4 WHEN 0 THEN x + noise / 4 WHEN 1 THEN -x ELSE noise % (2 + g) END AS y) AS b;

WITH ranked AS (
	SELECT *, count(*) OVER (PARTITION BY g) AS n, rank() OVER x + (count(*) OVER (PARTITION BY g, x) - 1) / 2.0 AS rx, rank() OVER y + (count(*) OVER (PARTITION BY g, y) - 1) / 2.0 AS ry,
		row_number() OVER (PARTITION BY g ORDER BY x DESC, y DESC, i) AS by_x, row_number() OVER (PARTITION BY g ORDER BY y DESC, x DESC, i) AS by_y
	FROM (SELECT g, i, x, y FROM pairs WHERE x IS NOT NULL AND y <> 'NaN') AS p WINDOW x AS (PARTITION BY g ORDER BY x), y AS (PARTITION BY g ORDER BY y)
), compared AS (
	SELECT a.g, sign(a.x - b.x) AS sx, sign(a.y - b.y) AS sy, 1.0 / a.by_x + 1.0 / b.by_x AS wx, 1.0 / a.by_y + 1.0 / b.by_y AS wy, 1.0 / a.by_x / b.by_x AS px, 1.0 / a.by_y / b.by_y AS py
	FROM ranked AS a JOIN ranked AS b ON a.g = b.g AND a.i < b.i
), taus AS (
	SELECT g, sum(sx * sy) / sqrt(sum(sx * sx) * sum(sy * sy)) AS tau_b, sum(sx * sy) AS difference,
		(sum(wx * sx * sy) / sqrt(sum(wx * sx * sx) * sum(wx * sy * sy)) + sum(wy * sx * sy) / sqrt(sum(wy * sx * sx) * sum(wy * sy * sy))) / 2 AS weighted,
		(sum(px * sx * sy) / sqrt(sum(px * sx * sx) * sum(px * sy * sy)) + sum(py * sx * sy) / sqrt(sum(py * sx * sx) * sum(py * sy * sy))) / 2 AS product
	FROM compared GROUP BY g
), ranks AS (
	SELECT g, corr(rx, ry) AS rho, sum(abs(rx - ry)) AS footrule, avg(abs(rx - ry)) AS mean_shift, max(abs(rx - ry)) AS max_shift, count(*) AS n, least(count(DISTINCT x), count(DISTINCT y)) AS m FROM ranked GROUP BY g
), ours AS (
	SELECT g, plan_kendall_tau_b(x, y) AS tau_b, plan_kendall_tau_c(x, y) AS tau_c, plan_weighted_tau(x, y) AS weighted, plan_weighted_tau_product(x, y) AS product, plan_spearman(x, y) AS rho,
		plan_footrule(x, y) AS footrule, plan_footrule_normalized(x, y) AS normalized, plan_mean_shift(x, y) AS mean_shift, plan_max_shift(x, y) AS max_shift FROM pairs GROUP BY g
)
SELECT g, n, round(o.tau_b::numeric, 3) AS tau, abs(o.tau_b - t.tau_b) < 1e-14 AS tau_b, abs(o.tau_c - 2 * difference / (n * n * (m - 1) / m::float8)) < 1e-14 AS tau_c,
	abs(o.weighted - t.weighted) < 1e-13 AS weighted, abs(o.product - t.product) < 1e-13 AS product, abs(o.rho - r.rho) < 1e-13 AS rho,
	o.footrule = r.footrule AND abs(normalized - r.footrule / (n * n / 2)) < 1e-15 AS footrule, abs(o.mean_shift - r.mean_shift) < 1e-13 AND o.max_shift = r.max_shift AS shifts
FROM taus AS t JOIN ranks AS r USING (g) JOIN ours AS o USING (g) ORDER BY g;

-- Reversing one column turns the sign; a strictly increasing function of a column changes nothing at all.
SELECT count(*) FILTER (WHERE plain.tau_b = -reversed.tau_b AND plain.rho = -reversed.rho) AS reversed, count(*) FILTER (WHERE (plain.tau_b, plain.tau_c, plain.weighted, plain.product, plain.rho, plain.shift) = (curved.tau_b, curved.tau_c, curved.weighted, curved.product, curved.rho, curved.shift)) AS curved
FROM (SELECT g, plan_kendall_tau_b(x, y) AS tau_b, plan_kendall_tau_c(x, y) AS tau_c, plan_weighted_tau(x, y) AS weighted, plan_weighted_tau_product(x, y) AS product, plan_spearman(x, y) AS rho, plan_mean_shift(x, y) AS shift FROM pairs GROUP BY g) AS plain
	JOIN (SELECT g, plan_kendall_tau_b(x, y) AS tau_b, plan_kendall_tau_c(x, y) AS tau_c, plan_weighted_tau(x, y) AS weighted, plan_weighted_tau_product(x, y) AS product, plan_spearman(x, y) AS rho, plan_mean_shift(x, y) AS shift FROM (SELECT g, x * x * x - 1e9 AS x, exp(y / 10) AS y FROM pairs OFFSET 0) AS c GROUP BY g) AS curved USING (g)
	JOIN (SELECT g, plan_kendall_tau_b(-x, y) AS tau_b, plan_spearman(-x, y) AS rho FROM pairs GROUP BY g) AS reversed USING (g);

-- In a window it goes on as rows come.
SELECT i, plan_kendall_tau_b(x, y) OVER w AS tau, plan_max_shift(x, y) OVER w AS furthest FROM (VALUES (1, 1, 1), (2, 2, 3), (3, 3, 2), (4, 4, 0)) AS v (i, x, y) WINDOW w AS (ORDER BY i);

-- Any order gives the same to the last bit, and so does a parallel plan.
CREATE TABLE many AS SELECT i, (i::bigint * 7919 % 100003)::int AS x, 100003 - i AS y FROM generate_series(1, 100002) AS i;
CREATE VIEW measured AS
SELECT plan_kendall_tau_b(x / 10, y / 7) AS tau_b, plan_kendall_tau_c(x / 10, y / 7) AS tau_c, plan_weighted_tau(x / 10, y / 7) AS weighted, plan_weighted_tau_product(x / 10, y / 7) AS product,
	plan_spearman(x / 10, y / 7) AS rho, plan_footrule(x / 10, y / 7) AS footrule, plan_mean_shift(x / 10, y / 7) AS mean_shift, plan_max_shift(x / 10, y / 7) AS max_shift,
	plan_rbo(i::text, x / 10, y / 7, 0.999) AS rbo, plan_rbo_min(i::text, x / 10, y / 7, 0.999, 'b') AS least, plan_rbo_max(i::text, x / 10, y / 7, 0.999, 'a') AS greatest
FROM many;
CREATE TABLE results AS SELECT * FROM measured;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) CREATE TABLE parallel_results AS SELECT * FROM measured;
CREATE TABLE parallel_results AS SELECT * FROM measured;
SELECT plan_spearman(x, y), plan_rbo(i::text, x, y, 0.9) FROM many WHERE x < 0;
SELECT error_of($$ SELECT plan_rbo((i % 1000)::text, x, y, 0.9) FROM many $$) LIKE '22023: item "%" is in more than one row' AS named;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET max_parallel_workers_per_gather;
CREATE TABLE shuffled AS SELECT * FROM many ORDER BY hashint4(i);
TRUNCATE many; INSERT INTO many SELECT * FROM shuffled;
SELECT count(*) FROM (SELECT * FROM results UNION SELECT * FROM parallel_results UNION SELECT * FROM measured) AS distinct_results;
SELECT plan_kendall_tau_b(i, -y) AS same, plan_kendall_tau_b(i, y) AS opposite, plan_spearman(i, y) AS rho, plan_weighted_tau(x, x) AS weighted, plan_weighted_tau_product(x, -x) AS product, plan_footrule_normalized(i, y) AS farthest, plan_max_shift(i, y) AS shift FROM many;

-- Items of any type of keys.
CREATE TABLE keyed_items AS SELECT row_number() OVER (ORDER BY unit) AS i8, unit AS t, unit::varchar AS v, md5(unit)::uuid AS u, before, now FROM ranks;
ALTER TABLE keyed_items SET (parallel_workers = 2);
SELECT plan_rbo(i8, before, now, 0.9) = plan_rbo(t, before, now, 0.9) AS int8, plan_rbo(i8::int2, before, now, 0.9, 'a') = plan_rbo(t, before, now, 0.9, 'a') AS int2, plan_rbo_min(u, before, now, 0.9) = plan_rbo_min(t, before, now, 0.9) AS uuid, plan_rbo_max(v, before, now, 0.9) = plan_rbo_max(t, before, now, 0.9) AS varchar FROM keyed_items;
SELECT error_of(q) FROM unnest(ARRAY[$$ SELECT plan_rbo(7, before, now, 0.9) FROM keyed_items $$, $$ SELECT plan_rbo(md5('7')::uuid, before, now, 0.9) FROM keyed_items $$, $$ SELECT plan_rbo(1.5, before, now, 0.9) FROM keyed_items $$]) AS q;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
SELECT plan_rbo(i8, before, now, 0.9) = plan_rbo(u, before, now, 0.9) AS parallel FROM keyed_items;
RESET ALL;
DROP TABLE keyed_items;

DROP VIEW measured;
DROP TABLE ranks, items, pairs, many, results, parallel_results, shuffled;
DROP FUNCTION measures, error_of, ranking;
DROP COLLATION regardless;
