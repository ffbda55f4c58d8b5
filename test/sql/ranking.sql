-- Who stood where, and who moved.
CREATE TABLE scores (province text, year int, score float8);
INSERT INTO scores VALUES
	('An', 2020, 60), ('Binh', 2020, 72), ('Can', 2020, 66), ('Da', 2020, 66),
	('An', 2021, 75), ('Binh', 2021, 72), ('Can', 2021, 60), ('Da', 2021, 75), ('Em', 2021, 70),
	('An', 2022, 71), ('Binh', 2022, 74), ('Em', 2022, 80), ('Da', 2022, NULL),
	('An', 2023, 70), ('Can', 2023, 90), ('Em', 2023, 80);
CREATE TABLE rankings AS SELECT plan_ranking_agg(province, year, score) AS ranking FROM scores;

SELECT ranking FROM rankings;
SELECT history.* FROM rankings, plan_rank_history(ranking, NULL::text) AS history;
SELECT path.* FROM rankings, plan_rank_path(ranking, 'Can') AS path;
SELECT plan_standing_of(ranking, 'Em', 2023) AS em, plan_standing_of(ranking, 'Em', '2020') AS too_early, plan_standing_of(ranking, 'Nobody', 2023) AS nobody, plan_standing_of(ranking, 'Em', '2023-Q1') AS quarter FROM rankings;
SELECT movers.* FROM rankings, plan_movers(ranking, 2020, 2021, 10, NULL::text) AS movers;
SELECT movers.* FROM rankings, plan_movers(ranking, 2020, 2021, 2, NULL::text) AS movers;
SELECT risers.* FROM rankings, plan_risers(ranking, 2020, 2021, 10, NULL::text) AS risers;
SELECT fallers.* FROM rankings, plan_fallers(ranking, 2020, 2021, 10, NULL::text) AS fallers;
SELECT volatility.* FROM rankings, plan_rank_volatility(ranking, NULL::text) AS volatility;
SELECT volatility.* FROM rankings, plan_rank_volatility(ranking, 'Em') AS volatility;
SELECT agreement.* FROM rankings, plan_rank_agreement(ranking) AS agreement;
SELECT agreement.* FROM rankings, plan_rank_agreement(ranking, 2020, 2022) AS agreement;
SELECT turnover.* FROM rankings, plan_rank_turnover(ranking, 2) AS turnover;
SELECT periods.*, plan_ranking_entities(ranking) AS ever FROM rankings, plan_ranking_periods(ranking) AS periods;

-- Ties are numbered as one likes.
SELECT ranks.* FROM rankings, plan_ranks(ranking, NULL, NULL, NULL::text) AS ranks WHERE period <= 2021;
SELECT ties, entity, period, standing, delta, percentile_delta FROM rankings, unnest(ARRAY['competition', 'dense', 'Max']) AS ties, plan_rank_history(ranking, NULL::text, ties) WHERE period <= 2021 ORDER BY ties COLLATE "C", entity, period;

-- Numbers rather than names; any period; less is better; rounded as published.
CREATE TABLE units AS SELECT ascii(province) - 64 AS unit, plan_period(year) AS period, score FROM scores;
SELECT plan_ranking_agg(unit, period, score) FROM units;
SELECT plan_ranking_agg(unit, '2022-Q1'::plan_period, score) FROM units WHERE period = 2020;
SELECT plan_ranking_agg(unit, period, score, 'lower') FROM units;
SELECT plan_ranking_agg(province, year, score, 'lower') FROM scores WHERE year = 2020;
SELECT plan_ranking_agg(province, year, score, 'higher', -1) FROM scores WHERE year = 2020;
SELECT plan_ranking_agg(unit, period, score, 'lower', -1) FROM units WHERE period = 2020;
SELECT plan_ranking_agg(province, year, score::numeric), plan_ranking_agg(province, year, score::int) FROM scores WHERE year = 2020;
SELECT plan_ranking_agg(province::varchar, year::int2, score::numeric) FROM scores WHERE year = 2020;
SELECT plan_ranking_agg(province, '2020', score), plan_ranking_agg(unit, '2020-Q1', score, 'higher', 0) FROM scores JOIN units USING (score) WHERE year = 2020 AND period = 2020 AND score <> 66;
SELECT movers.* FROM rankings, plan_movers(ranking, 2020::int2, '2021', 1, NULL::text) AS movers;
SELECT history.* FROM plan_rank_history((SELECT plan_ranking_agg(unit, period, score) FROM units)) AS history WHERE entity = 3;
SELECT plan_standing_of(r, 3, 2023), plan_standing_of(r, 3, 2022) FROM (SELECT plan_ranking_agg(unit, period, score) FROM units) AS u (r);

-- Each year may be ranked and stored on its own.
CREATE TABLE yearly AS SELECT year, plan_ranking_agg(province, year, score) AS ranking FROM scores GROUP BY year;
SELECT plan_rollup(ranking ORDER BY year DESC) = (SELECT ranking FROM rankings) AS same FROM yearly;
SELECT plan_rollup(r) FROM (SELECT plan_ranking_agg(unit, period, score) FROM units GROUP BY period) AS u (r);

-- Forms: text, jsonb.
SELECT ' 2021 : "An"="Da" >"Say ""hi""; or: not" ;2020:"Da">"An" '::plan_ranking;
SELECT '2021: 5 = -3 > 9223372036854775807; 2020-Q1: 1'::plan_ranking, 'empty'::plan_ranking, ' empty '::plan_ranking;
SELECT ranking::text::plan_ranking = ranking AS same FROM rankings;
SELECT jsonb_pretty('2021: 5 = 3 > 7'::plan_ranking::jsonb), '2021: "b" = "a"'::plan_ranking::jsonb, 'empty'::plan_ranking::jsonb;
SELECT '2021: 2 > 1'::plan_ranking = '2021: 2 > 1', '2021: 2 > 1'::plan_ranking = '2021: 2 = 1', '2021: 2 > 1'::plan_ranking <> '2022: 2 > 1';
SELECT r, count(*) FROM (VALUES ('2021: 2 > 1'::plan_ranking), ('2021: 2=1'), ('2021: 1=2')) AS v (r) GROUP BY r ORDER BY count(*);

-- A score that is not a number is none.
SELECT plan_ranking_agg(province, year, coalesce(score, 'NaN')) = ranking AS same, plan_ranking_agg(province, year, 'NaN') AS none FROM scores, rankings GROUP BY ranking;

-- Nothing, nobody, one.
SELECT plan_ranking_agg(province, year, score) AS none, plan_rollup(NULL::plan_ranking) AS none_too FROM scores WHERE score IS NULL;
SELECT count(*) AS history, (SELECT count(*) FROM plan_ranks('empty'::plan_ranking)) AS ranks, (SELECT count(*) FROM plan_rank_agreement('empty'::plan_ranking)) AS agreement,
	(SELECT count(*) FROM plan_rank_turnover('empty'::plan_ranking, 1)) AS turnover, (SELECT count(*) FROM plan_rank_path('empty'::plan_ranking, 1)) AS path FROM plan_rank_history('empty'::plan_ranking);
SELECT history.* FROM plan_rank_history('2021: 7; 2022: 7'::plan_ranking) AS history;
SELECT volatility.*, agreement.* FROM plan_rank_volatility('2021: 7; 2022: 8'::plan_ranking) AS volatility, plan_rank_agreement('2021: 7; 2022: 8'::plan_ranking) AS agreement;
SELECT agreement.* FROM plan_rank_agreement('2021: 7 = 8; 2022: 7 > 8'::plan_ranking) AS agreement;
SELECT count(*) FROM rankings, plan_movers(ranking, 2020, 2021, 0, NULL::text);
SELECT count(*) FROM rankings, plan_movers(ranking, 2020, 2020, 10, NULL::text);

-- What is refused.
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
	'SELECT plan_ranking_agg(province, year, score) FROM (TABLE scores UNION ALL TABLE scores) AS s',
	'SELECT plan_ranking_agg(unit, period, score) FROM (TABLE units UNION ALL TABLE units) AS s',
	'SELECT plan_ranking_agg(province, year, ''-Infinity'') FROM scores',
	'SELECT plan_ranking_agg(NULL::text, year, score) FROM scores',
	'SELECT plan_ranking_agg(unit, NULL::int, score) FROM units',
	'SELECT plan_ranking_agg(province, 5874898, score) FROM scores',
	'SELECT plan_ranking_agg(province, year, score, ''higher'', 16) FROM scores',
	'SELECT plan_ranking_agg(province, year, score, ''within'') FROM scores',
	'SELECT plan_ranking_agg(province, year, score, CASE WHEN year < 2022 THEN ''higher'' ELSE ''lower'' END) FROM scores',
	'SELECT plan_ranking_agg(province, year, score, NULL::text) FROM scores',
	'SELECT plan_ranking_agg(province, year, score, ''best'') FROM scores',
	'SELECT plan_ranking_agg(province, year, score, ''higher'', CASE WHEN year < 2022 THEN 1 ELSE 2 END) FROM scores',
	'SELECT plan_ranking_agg(unit, period, score, ''lower'', CASE WHEN unit > 2 THEN -1 ELSE 0 END) FROM units',
	'SELECT plan_ranking_agg(unit, period, score, ''higher'', NULL) FROM units',
	'SELECT plan_ranking_agg(province, year, score, ''lower'', CASE WHEN year <> 2021 THEN 1 END) FROM scores',
	'SELECT plan_ranking_agg(province COLLATE regardless, year, score) FROM scores',
	'SELECT plan_rank_path(ranking, ''an'' COLLATE regardless) FROM rankings',
	'SELECT plan_standing_of(ranking, ''an'' COLLATE regardless, 2021) FROM rankings',
	'SELECT plan_rank_volatility(ranking, ''an'' COLLATE regardless) FROM rankings',
	'SELECT plan_rollup(ranking) FROM (TABLE rankings UNION ALL TABLE rankings) AS r',
	'SELECT plan_movers(ranking, 2020, 2030, 10, NULL::text) FROM rankings',
	'SELECT plan_movers(ranking, ''2020-Q1'', 2021, 10, NULL::text) FROM rankings',
	'SELECT plan_movers(ranking, 2020, 2021, -1, NULL::text) FROM rankings',
	'SELECT plan_rank_agreement(ranking, 2019, 2021) FROM rankings',
	'SELECT plan_rank_agreement(ranking, 2020) FROM rankings',
	'SELECT plan_rank_agreement(ranking, NULL, 2020) FROM rankings',
	'SELECT plan_rank_turnover(ranking, 0) FROM rankings',
	'SELECT plan_rank_history(ranking, NULL::text, ''fractional'') FROM rankings',
	'SELECT plan_period(5874898)']) AS q;
SELECT left(t, 30) AS text, error_of(format('SELECT %L::%s', t, type)) FROM (VALUES
	('plan_ranking', ''), ('plan_ranking', '2021'), ('plan_ranking', '2021:'), ('plan_ranking', '2021: 1 >'), ('plan_ranking', '2021: 1 > 2 < 3'),
	('plan_ranking', '2021: 1; '), ('plan_ranking', '2021: 1 > 2; 2021: 3'), ('plan_ranking', '2021: 1 > 2 = 1'), ('plan_ranking', 'empty; 2021: 1'),
	('plan_ranking', '2021: 9223372036854775808'), ('plan_ranking', 'yesterday: 1'), ('plan_ranking', repeat('9', 300)),
	('plan_ranking', '2021: "An'), ('plan_ranking', '2021: "An" "Da"'), ('plan_ranking', '2021: "An" > "An"')) AS v (type, t);

-- Entities of any type of keys: the same ranking whatever the width; types of the rows as asked.
CREATE DOMAIN code AS varchar(10);
CREATE DOMAIN pair AS char(2);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE keyed AS SELECT unit AS i4, unit::int2 AS i2, unit::int8 AS i8, unit::positive AS number, province AS t, province::varchar(20) AS v, province::char(8) AS c, province::name AS n, province::code AS code, md5(province)::uuid AS u, period, units.score
FROM units JOIN scores ON unit = ascii(province) - 64 AND period = plan_period(year);
SELECT plan_ranking_agg(i2, period, score) = b AS int2, plan_ranking_agg(i4, period, score) = b AS int4, plan_ranking_agg(number, period, score) = b AS domain, plan_ranking_agg(v, period, score) = r.t AS varchar, plan_ranking_agg(c, period, score) = r.t AS char,
	plan_ranking_agg(n, period, score) = r.t AS name, plan_ranking_agg(code, period, score) = r.t AS domain_too
FROM keyed, (SELECT plan_ranking_agg(i8, period, score), plan_ranking_agg(keyed.t, period, score) FROM keyed) AS r (b, t) GROUP BY b, r.t;
CREATE TABLE kinds AS SELECT plan_ranking_agg(i8, period, score) AS b, plan_ranking_agg(t, period, score) AS t, plan_ranking_agg(u, period, score) AS u FROM keyed WHERE period < 2022;
SELECT u FROM kinds;
SELECT u::text::plan_ranking = u AS same, u::jsonb -> 0 AS first, plan_ranking_entities(u), '2020: 12345678-1234-1234-1234-123456789012 > 12345678-ABCD-1234-1234-123456789012'::plan_ranking FROM kinds;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(b) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(b, NULL::int) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(b, NULL::int2) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(b, NULL::positive) GROUP BY 1;
SELECT pg_typeof(entity), entity, octet_length(entity) FROM plan_ranks('2020: "Ca" > "a" > "b "', NULL, NULL, NULL::pair);
SELECT pg_typeof(entity), octet_length(entity::text) FROM plan_ranks(('2020: "' || repeat('x', 63) || '"')::plan_ranking, NULL, NULL, NULL::name);
-- The constraints of a domain are looked up once, and hold for every key.
SELECT (SELECT sum(total_bytes) < 50000000 FROM pg_backend_memory_contexts) AS little_memory FROM (SELECT plan_ranking_agg(i, 2020, i) FROM generate_series(1, 20000) AS i) AS r (r), plan_ranks(r, NULL, NULL, NULL::positive) LIMIT 1;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(t, NULL) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(t, NULL::varchar) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(t, NULL::char(8)) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity::text), max(delta) FROM kinds, plan_rank_history(t, NULL::name) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity), max(delta) FROM kinds, plan_rank_history(t, NULL::code) GROUP BY 1;
SELECT pg_typeof(entity), count(*), min(entity::text), max(delta) FROM kinds, plan_rank_history(u, NULL::uuid, ties => 'dense') GROUP BY 1;
SELECT (plan_ranks(u, NULL, NULL, NULL::uuid)).* FROM kinds LIMIT 2;
SELECT movers.* FROM kinds, plan_movers(u, 2020, 2021, 1, NULL::uuid) AS movers;
SELECT volatility.* FROM kinds, plan_rank_volatility(u, md5('An')::uuid) AS volatility;
SELECT path.* FROM kinds, plan_rank_path(b, 3) AS path;
SELECT pg_typeof(entity), count(*) FROM kinds, plan_rank_path(t, 'Can'::varchar) GROUP BY 1;
SELECT plan_standing_of(b, 3::int2, 2020), plan_standing_of(t, 'Can'::char(8), 2020), plan_standing_of(t, 'Can'::name, 2020), plan_standing_of(u, md5('Can')::uuid, 2020), plan_standing_of(u, md5('can')::uuid, 2020), plan_standing_of(t, 'Can'::code, 2020) FROM kinds;
PREPARE standing_of AS SELECT plan_standing_of(t, $1, $2) FROM kinds;
EXECUTE standing_of ('Can', '2020');
SELECT (SELECT count(*) FROM plan_rank_history(NULL, NULL::text)) AS history, (SELECT count(*) FROM kinds, plan_rank_history(t, NULL, NULL)) AS no_ties, (SELECT count(*) FROM plan_ranks(NULL, NULL, NULL, NULL::text)) AS ranks,
	(SELECT count(*) FROM kinds, plan_movers(t, 2020, NULL::int, 1, NULL)) AS movers, (SELECT count(*) FROM plan_rank_volatility(NULL, 'An'::text)) AS volatility, (SELECT count(*) FROM plan_rank_history('empty', NULL::uuid)) AS empty, (SELECT count(*) FROM plan_rank_path('empty', 'An'::text)) AS path;
SELECT error_of(q) FROM unnest(ARRAY[
	'SELECT plan_rank_history(t) FROM kinds', 'SELECT plan_rank_history(t, NULL::uuid) FROM kinds', 'SELECT plan_ranks(b, NULL, NULL, NULL::varchar) FROM kinds', 'SELECT plan_risers(u, 2020, 2021) FROM kinds', 'SELECT plan_rank_volatility(b, ''An''::text) FROM kinds',
	'SELECT plan_rank_path(t, 3) FROM kinds', 'SELECT plan_rank_path(b, ''3'') FROM kinds', 'SELECT plan_standing_of(u, ''An''::text, 2020) FROM kinds', 'SELECT plan_rank_history(b, 3) FROM kinds', 'SELECT plan_movers(t, 2020, 2021, 1, ''An''::text) FROM kinds',
	'SELECT plan_rank_history(''2020: 32768'', NULL::int2)', 'SELECT plan_rank_history(''2020: -2147483649'', NULL::int)', 'SELECT plan_rank_history(''2020: 2 > 1 > -1'', NULL::positive)', 'SELECT plan_rank_history(b, NULL::numeric) FROM kinds',
	'SELECT plan_ranks(''2020: "Ca" > "a code too long"'', NULL, NULL, NULL::code)', 'SELECT plan_ranks(''2020: "Ca" > "Hue"'', NULL, NULL, NULL::pair)', 'SELECT plan_ranks((''2020: "'' || repeat(''é'', 32) || ''"'')::plan_ranking, NULL, NULL, NULL::name)',
	'SELECT plan_ranking_agg(score, period, score) FROM keyed', 'SELECT plan_ranking_agg(period, period, score) FROM keyed', 'SELECT plan_ranking_agg(ARRAY[t], period, score) FROM keyed',
	'SELECT ''2020: 1 > "1"''::plan_ranking', 'SELECT ''2020: "1"; 2021: 1''::plan_ranking', 'SELECT ''2020: 12345678-1234-1234-1234-123456789012 = 1''::plan_ranking', 'SELECT ''2020: 12345678-1234-1234-1234-12345678901''::plan_ranking', 'SELECT ''2020: 12345678-1234-1234-1234-123456789012 = 12345678-1234-1234-1234-123456789012''::plan_ranking']) AS q;
DO $$
DECLARE
	query text; message text; hint text;
BEGIN
	FOREACH query IN ARRAY ARRAY['plan_rank_history(t)', 'plan_rank_path(t, 3)', 'plan_rank_history(t, ''An''::text)', 'plan_ranking_agg(1.5, 2020, 1)'] LOOP
		BEGIN
			EXECUTE 'SELECT ' || query || ' FROM kinds';
		EXCEPTION WHEN OTHERS THEN
			GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, hint = PG_EXCEPTION_HINT;
			RAISE NOTICE '%: % (%)', query, message, hint;
		END;
	END LOOP;
END
$$;

-- Merged and taken apart.
SELECT '2020: 1 > 2'::plan_ranking + '2021: 3 > 1', '2020: "b" > "a"'::plan_ranking + '2019: "a"' + 'empty', 'empty'::plan_ranking + 'empty', 'empty'::plan_ranking + '2020: 1';
SELECT '2020: 1 > 2; 2021: 3 > 1'::plan_ranking - '2020: 1 > 2', '2020: "b" > "a"; 2021: "c" = "b"'::plan_ranking - '2020: "b" > "a"' AS without_a, '2020: 1 > 2; 2021: 2'::plan_ranking - '2020: 1 > 2; 2021: 2' AS nothing, '2020: 1'::plan_ranking - 'empty' AS whole, 'empty'::plan_ranking - 'empty' AS empty;
SELECT plan_rollup(r) FILTER (WHERE i < 3) = sum_of AS rollup_is_sum, plan_rollup(r) - '2019: "d" > "a"' = sum_of AS back
FROM (VALUES (1, '2020: "b" > "a"'::plan_ranking), (2, '2021: "a" = "c"'), (3, '2019: "d" > "a"')) AS v (i, r), (SELECT '2020: "b" > "a"; 2021: "a" = "c"'::plan_ranking AS sum_of) AS s GROUP BY sum_of;
SELECT error_of('SELECT ' || q) FROM unnest(ARRAY[
	'''2020: 1''::plan_ranking + ''2020: 2''', '''2020: 1''::plan_ranking + ''2021: "1"''', '''2020: "a"''::plan_ranking + ''2021: 12345678-1234-1234-1234-123456789012''', 'plan_rollup(r) FROM (SELECT b FROM kinds UNION ALL SELECT u FROM kinds) AS k (r)',
	'''2020: 1''::plan_ranking - ''2021: 1''', '''2020: 1 > 2''::plan_ranking - ''2020: 2 > 1''', '''2020: 1 > 2''::plan_ranking - ''2020: 1''', '''2020: 1 > 2''::plan_ranking - ''2020: 1 > 3''', '''2020: 2 > 3''::plan_ranking - ''2020: 1 > 2''', '''2020: 1 > 2; 2021: 3''::plan_ranking - ''2020: 3 > 1''',
	'''2020: 1 > 2''::plan_ranking - ''2020: 1 = 2''', '''2020: 1''::plan_ranking - ''2020: "1"''', '''empty''::plan_ranking - ''2020: 1''']) AS q;

-- Thousands of them, in a state that gathers pieces; moving frames; from workers; each of all kinds.
CREATE TABLE daily AS SELECT d, plan_ranking_agg(e, plan_day(date '2000-01-01' + d), hashint4(e * 10000 + d) & 7) AS b, plan_ranking_agg('unit ' || e, plan_day(date '2000-01-01' + d), hashint4(e * 10000 + d) & 7) AS t,
	plan_ranking_agg(md5(e::text)::uuid, plan_day(date '2000-01-01' + d), hashint4(e * 10000 + d) & 7) AS u
FROM generate_series(0, 2999) AS d, generate_series(1, 20) AS e WHERE hashint4(e * 777 + d) & 3 <> 0 GROUP BY d;
CREATE TABLE all_days AS SELECT plan_ranking_agg(e, plan_day(date '2000-01-01' + d), hashint4(e * 10000 + d) & 7) AS b, plan_ranking_agg('unit ' || e, plan_day(date '2000-01-01' + d), hashint4(e * 10000 + d) & 7) AS t,
	plan_ranking_agg(md5(e::text)::uuid, plan_day(date '2000-01-01' + d), hashint4(e * 10000 + d) & 7) AS u
FROM generate_series(0, 2999) AS d, generate_series(1, 20) AS e WHERE hashint4(e * 777 + d) & 3 <> 0;
SELECT (SELECT plan_rollup(b ORDER BY d) FROM daily) = b AS number, (SELECT plan_rollup(t ORDER BY hashint4(d)) FROM daily) = t AS text, (SELECT plan_rollup(u ORDER BY d DESC) FROM daily) = u AS uuid FROM all_days;
SELECT count(*), count(*) FILTER (WHERE moving = fresh) AS equal FROM (SELECT d, plan_rollup(t) OVER (ORDER BY d ROWS 3 PRECEDING) AS moving FROM daily WHERE d < 50) AS m, LATERAL (SELECT plan_rollup(t) AS fresh FROM daily AS f WHERE f.d BETWEEN m.d - 3 AND m.d) AS f;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
ALTER TABLE daily SET (parallel_workers = 2);
ALTER TABLE keyed SET (parallel_workers = 2);
EXPLAIN (COSTS OFF) SELECT plan_rollup(t) FROM daily;
SELECT (SELECT plan_rollup(b) FROM daily) = b AS number, (SELECT plan_rollup(t) FROM daily) = t AS text, (SELECT plan_rollup(u) FROM daily) = u AS uuid FROM all_days;
SELECT (SELECT plan_ranking_agg(v, period, score) FROM keyed WHERE period < 2022) = t AS text, (SELECT plan_ranking_agg(u, period, score) FROM keyed WHERE period < 2022) = u AS uuid, (SELECT plan_ranking_agg(i2, period, score) FROM keyed WHERE period < 2022) = b AS number FROM kinds;
RESET ALL;
-- A state in pieces that is stored or shipped is a ranking like any other.
CREATE AGGREGATE unfinished(plan_ranking) (SFUNC = _plan_ranking_merge, STYPE = plan_ranking);
CREATE TABLE pieces AS SELECT unfinished(t) AS t FROM daily;
SELECT pg_column_size(pieces.t) > pg_column_size(all_days.t) AS larger, pieces.t = all_days.t AS same, pieces.t::text = all_days.t::text AS same_text, plan_ranking_entities(pieces.t) AS entities, plan_standing_of(pieces.t, 'unit 7', '2000-01-05') = plan_standing_of(all_days.t, 'unit 7', '2000-01-05') AS same_standing,
	(SELECT count(*) FROM plan_rank_path(pieces.t, 'unit 7'::text)) = (SELECT count(*) FROM plan_rank_path(all_days.t, 'unit 7'::text)) AS same_path, _plan_ranking_send(pieces.t) = _plan_ranking_send(all_days.t) AS same_binary, pieces.t - all_days.t AS nothing, plan_rollup(pieces.t) = all_days.t AS same_rollup FROM pieces, all_days GROUP BY pieces.t, all_days.t;
DROP TABLE pieces;
DROP AGGREGATE unfinished(plan_ranking);

CREATE TABLE ict AS SELECT province, score, published FROM unnest(ARRAY[
	'Thừa Thiên Huế', 'Đà Nẵng', 'Lâm Đồng', 'Quảng Ninh', 'TP. Hồ Chí Minh', 'Lào Cai', 'Khánh Hòa', 'An Giang', 'Tiền Giang', 'Hà Tĩnh', 'Bình Dương',
	'Hà Nội', 'Bắc Kạn', 'Bắc Ninh', 'Nghệ An', 'Đồng Nai', 'Thanh Hóa', 'Bà Rịa - Vũng Tàu', 'Phú Thọ', 'Đồng Tháp', 'Cần Thơ', 'Tây Ninh', 'Hà Giang',
	'Gia Lai', 'Thái Bình', 'Bình Định', 'Bắc Giang', 'Bình Thuận', 'Kiên Giang', 'Thái Nguyên', 'Hải Dương', 'Đắk Nông', 'Quảng Trị', 'Hà Nam',
	'Vĩnh Long', 'Vĩnh Phúc', 'Long An', 'Hưng Yên', 'Cà Mau', 'Ninh Thuận', 'Tuyên Quang', 'Quảng Ngãi', 'Sơn La', 'Hải Phòng', 'Quảng Bình', 'Phú Yên',
	'Yên Bái', 'Đắk Lắk', 'Trà Vinh', 'Ninh Bình', 'Bạc Liêu', 'Nam Định', 'Lạng Sơn'],
	ARRAY[
	0.727, 0.716, 0.714, 0.703, 0.688, 0.679, 0.678, 0.677, 0.665, 0.662, 0.659, 0.656, 0.651, 0.649, 0.648, 0.640, 0.633, 0.633, 0.624, 0.623, 0.614,
	0.609, 0.606, 0.602, 0.594, 0.589, 0.588, 0.584, 0.580, 0.578, 0.572, 0.567, 0.567, 0.565, 0.564, 0.561, 0.559, 0.558, 0.549, 0.546, 0.546, 0.545,
	0.544, 0.543, 0.540, 0.534, 0.527, 0.525, 0.510, 0.504, 0.490, 0.485, 0.476]::float8[],
	ARRAY[
	1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 32, 34, 35, 36, 37, 38, 39,
	40, 40, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53]) AS u (province, score, published);
CREATE TABLE dti AS SELECT province, published FROM unnest(ARRAY[
	'Đà Nẵng', 'TP. Hồ Chí Minh', 'Quảng Ninh', 'Thừa Thiên Huế', 'Cần Thơ', 'Lạng Sơn', 'Bắc Ninh', 'Thái Nguyên', 'Bắc Giang', 'Nam Định', 'Long An',
	'Bình Phước', 'Hải Dương', 'Hải Phòng', 'Thanh Hóa', 'Yên Bái', 'Hậu Giang', 'Vĩnh Phúc', 'Bình Dương', 'Tiền Giang', 'Ninh Bình', 'Lâm Đồng',
	'Phú Thọ', 'Hà Nội', 'Trà Vinh', 'Quảng Ngãi', 'Ninh Thuận', 'Bà Rịa - Vũng Tàu', 'Bình Định', 'Vĩnh Long', 'Quảng Nam', 'Kiên Giang', 'Hưng Yên',
	'Hà Nam', 'Điện Biên', 'Sóc Trăng', 'Hà Tĩnh', 'Lào Cai', 'Đồng Tháp', 'Tây Ninh', 'Khánh Hòa', 'Hòa Bình', 'Đồng Nai', 'Sơn La', 'Kon Tum',
	'Quảng Bình', 'Đắk Lắk', 'Tuyên Quang', 'Đắk Nông', 'Bình Thuận', 'Bến Tre', 'Nghệ An', 'Lai Châu', 'An Giang', 'Quảng Trị', 'Thái Bình', 'Hà Giang',
	'Cà Mau', 'Phú Yên', 'Bạc Liêu', 'Cao Bằng', 'Gia Lai', 'Bắc Kạn'],
	ARRAY[
	1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39,
	40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63]) AS u (province, published);
CREATE TABLE tie_vectors (method text, scores float8[], ranks float8[]);
INSERT INTO tie_vectors VALUES
	('fractional', '{100}', '{1.0}'),
	('competition', '{100}', '{1.0}'),
	('max', '{100}', '{1.0}'),
	('dense', '{100}', '{1.0}'),
	('fractional', '{100,100,100}', '{2.0,2.0,2.0}'),
	('competition', '{100,100,100}', '{1.0,1.0,1.0}'),
	('max', '{100,100,100}', '{3.0,3.0,3.0}'),
	('dense', '{100,100,100}', '{1.0,1.0,1.0}'),
	('fractional', '{100,300,200}', '{1.0,3.0,2.0}'),
	('competition', '{100,300,200}', '{1.0,3.0,2.0}'),
	('max', '{100,300,200}', '{1.0,3.0,2.0}'),
	('dense', '{100,300,200}', '{1.0,3.0,2.0}'),
	('fractional', '{100,200,300,200}', '{1.0,2.5,4.0,2.5}'),
	('competition', '{100,200,300,200}', '{1.0,2.0,4.0,2.0}'),
	('max', '{100,200,300,200}', '{1.0,3.0,4.0,3.0}'),
	('dense', '{100,200,300,200}', '{1.0,2.0,3.0,2.0}'),
	('fractional', '{100,200,300,200,100}', '{1.5,3.5,5.0,3.5,1.5}'),
	('competition', '{100,200,300,200,100}', '{1.0,3.0,5.0,3.0,1.0}'),
	('max', '{100,200,300,200,100}', '{2.0,4.0,5.0,4.0,2.0}'),
	('dense', '{100,200,300,200,100}', '{1.0,2.0,3.0,2.0,1.0}');

-- Published ranks: ICT readiness of provinces in 2017, with three real ties; digital transformation in 2022 (15, 15, 17).
SELECT count(*), count(*) FILTER (WHERE competition = published) AS equal
FROM ict JOIN plan_ranks((SELECT plan_ranking_agg(province, 2017, score, 'higher', 3) FROM ict), NULL, NULL, NULL::text) ON entity = province;
SELECT count(*), count(*) FILTER (WHERE competition = published) AS equal
FROM dti JOIN plan_ranks((SELECT plan_ranking_agg(province, 2022, published, 'lower') FROM dti), NULL, NULL, NULL::text) ON entity = province;
SELECT entity, competition, field FROM plan_ranks((SELECT plan_ranking_agg(province, 2022, published, 'lower') FROM dti), NULL, NULL, NULL::text) WHERE entity = 'Thái Nguyên' OR competition BETWEEN 14 AND 17;

-- Ways to number ties, against the test suite of scipy 1.10.1.
SELECT v.method, count(*), count(*) FILTER (WHERE v.ranks = (
	SELECT array_agg(CASE v.method WHEN 'competition' THEN competition WHEN 'dense' THEN dense WHEN 'fractional' THEN fractional WHEN 'max' THEN max END ORDER BY entity)
	FROM plan_ranks((SELECT plan_ranking_agg(place, 2022, score, 'lower') FROM unnest(v.scores) WITH ORDINALITY AS s (score, place))))) AS equal
FROM tie_vectors AS v GROUP BY v.method ORDER BY v.method;

-- The provincial competitiveness index of all provinces, against rank() and lag(), row for row.
CREATE TABLE pci (province text, year int, pci float8);
\copy pci FROM 'doc/demo/pci.csv' (FORMAT csv, HEADER)
CREATE FUNCTION history_by_hand(source regclass, OUT entity text, OUT period plan_period, OUT standing plan_standing, OUT previous plan_standing, OUT delta int, OUT entered bool, OUT leaves bool)
RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE format('
	WITH ranked AS (
		SELECT entity::text, year, rank() OVER best AS rank, count(*) OVER (PARTITION BY year) AS field, dense_rank() OVER (ORDER BY year) AS number FROM %s
		WINDOW best AS (PARTITION BY year ORDER BY score DESC)
	)
	SELECT entity, plan_period(year), plan_standing(rank, field), lag(plan_standing(rank, field)) OVER path, (lag(rank) OVER path - rank)::int,
		CASE WHEN number > 1 THEN lag(number) OVER path IS DISTINCT FROM number - 1 END,
		CASE WHEN year < max(year) OVER () THEN lead(number) OVER path IS DISTINCT FROM number + 1 END
	FROM ranked WINDOW path AS (PARTITION BY entity ORDER BY year)', source);
END
$$;
CREATE VIEW pci_scores AS SELECT province AS entity, year, pci AS score FROM pci WHERE province <> '';
WITH ours AS (
	SELECT entity, period, standing, previous, delta, entered, leaves FROM plan_rank_history((SELECT plan_ranking_agg(entity, year, score) FROM pci_scores), NULL::text)
), theirs AS (
	SELECT * FROM history_by_hand('pci_scores')
)
SELECT (SELECT count(*) FROM ours) AS rows, (SELECT count(*) FROM (TABLE ours EXCEPT TABLE theirs) AS d) AS only_ours, (SELECT count(*) FROM (TABLE theirs EXCEPT TABLE ours) AS d) AS only_theirs;

-- Random scores with many ties, and entities that come and go: by ids close to each other and far apart, and by name.
CREATE TABLE random_scores AS
SELECT e AS entity, y AS year, (hashint4(e * 100 + y) & 63)::float8 AS score
FROM generate_series(1, 500) AS e, generate_series(2000, 2019) AS y WHERE hashint4(e * 1000 + y) & 3 <> 0;
CREATE VIEW far_apart AS SELECT hashint8extended(entity, 0) AS entity, year, score FROM random_scores
	UNION ALL VALUES ((-9223372036854775808)::int8, 2005, 1::float8), (9223372036854775807, 2005, 2);
CREATE VIEW named AS SELECT 'unit ' || entity AS entity, year, score FROM random_scores;
WITH ours AS (
	SELECT entity::text, period, standing, previous, delta, entered, leaves FROM plan_rank_history((SELECT plan_ranking_agg(entity, year, score) FROM random_scores))
), theirs AS (
	SELECT * FROM history_by_hand('random_scores')
)
SELECT (SELECT count(*) FROM ours) AS rows, (SELECT count(*) FROM (TABLE ours EXCEPT TABLE theirs) AS d) AS only_ours, (SELECT count(*) FROM (TABLE theirs EXCEPT TABLE ours) AS d) AS only_theirs;
WITH ours AS (
	SELECT entity::text, period, standing, previous, delta, entered, leaves FROM plan_rank_history((SELECT plan_ranking_agg(entity, year, score) FROM far_apart))
), theirs AS (
	SELECT * FROM history_by_hand('far_apart')
)
SELECT (SELECT count(*) FROM ours) AS rows, (SELECT count(*) FROM (TABLE ours EXCEPT TABLE theirs) AS d) AS only_ours, (SELECT count(*) FROM (TABLE theirs EXCEPT TABLE ours) AS d) AS only_theirs;
WITH ours AS (
	SELECT entity::text, period, standing, previous, delta, entered, leaves FROM plan_rank_history((SELECT plan_ranking_agg(entity, year, score) FROM named), NULL::text)
), theirs AS (
	SELECT * FROM history_by_hand('named')
)
SELECT (SELECT count(*) FROM ours) AS rows, (SELECT count(*) FROM (TABLE ours EXCEPT TABLE theirs) AS d) AS only_ours, (SELECT count(*) FROM (TABLE theirs EXCEPT TABLE ours) AS d) AS only_theirs;

-- Scores whose halves agree, whole or in part; of either sign; zeros.
CREATE TABLE close_scores AS
SELECT e AS entity, y AS year, CASE y WHEN 1 THEN 1 + (hashint4(e) & 4095) * 2.220446049250313e-16::float8 WHEN 2 THEN (hashint4(e) & 15) - 8.0
	WHEN 3 THEN (1 + (hashint4(e) & 3)) * (1 + (hashint4(e + 7) & 255) * 2.220446049250313e-16::float8) * (1 - 2 * (hashint4(e + 9) & 1))
	WHEN 4 THEN hashint4(e) * 1e298::float8 WHEN 5 THEN hashint4(e) * 1e-312::float8 ELSE '-0'::float8 * (e % 3 - 1) END::float8 AS score
FROM generate_series(1, 3000) AS e, generate_series(1, 6) AS y;
WITH ours AS (
	SELECT entity::text, period, standing, previous, delta, entered, leaves FROM plan_rank_history((SELECT plan_ranking_agg(entity, year, score) FROM close_scores))
), theirs AS (
	SELECT * FROM history_by_hand('close_scores')
)
SELECT (SELECT count(*) FROM ours) AS rows, (SELECT count(*) FROM (TABLE ours EXCEPT TABLE theirs) AS d) AS only_ours, (SELECT count(*) FROM (TABLE theirs EXCEPT TABLE ours) AS d) AS only_theirs;

-- Rounding is that of numeric: halves away from zero, 15 digits.
WITH samples AS (
	SELECT row_number() OVER () AS n, x, digits
	FROM (SELECT hashint4(i) / 1e6::float8 FROM generate_series(1, 2000) AS i UNION ALL SELECT (i + 0.5) / 1000 FROM generate_series(-1000, 1000) AS i
		UNION ALL SELECT (2 * i + 1) / 2e15 FROM generate_series(0, 200) AS i UNION ALL SELECT (i + 0.5) * 1e14 FROM generate_series(-200, 200) AS i
		UNION ALL VALUES (0::float8), (1e-320), (-1e-320), (1.7e308), (123456789012345.6), (0.6125), (1.005), (2.5), (-2.5)) AS v (x), unnest(ARRAY[-15, -3, 0, 1, 2, 3, 15]) AS digits
)
SELECT digits, count(*), plan_ranking_agg(n, 1000, x, 'higher', digits) = plan_ranking_agg(n, 1000, round(x::numeric, digits)::float8) AS same FROM samples GROUP BY digits ORDER BY digits;

-- The other questions against SQL, by ids and by names.
CREATE TABLE random_rankings AS SELECT (SELECT plan_ranking_agg(entity, year, score) FROM random_scores) AS by_id, (SELECT plan_ranking_agg(entity, year, score) FROM named) AS by_name;
CREATE TABLE ranked AS SELECT entity, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank, row_number() OVER (PARTITION BY entity ORDER BY year) AS step FROM random_scores;
SELECT count(*), count(*) FILTER (WHERE (v.periods, v.best, v.worst) = (s.periods, s.best, s.worst) AND abs(v.sd - s.sd) < 1e-12 * s.sd AND abs(v.mean_shift - s.mean_shift) <= 1e-12 * s.mean_shift) AS equal
FROM random_rankings, plan_rank_volatility(by_id) AS v JOIN (
	SELECT entity, count(*), min(rank), max(rank), stddev_samp(rank)::float8, avg(abs(moved))::float8
	FROM (SELECT entity, rank, rank - lag(rank) OVER (PARTITION BY entity ORDER BY year) AS moved FROM ranked) AS r GROUP BY entity) AS s (entity, periods, best, worst, sd, mean_shift) USING (entity);
SELECT count(*), count(*) FILTER (WHERE one IS NOT DISTINCT FROM v) AS equal
FROM random_rankings, plan_rank_volatility(by_name, NULL::text) AS v, plan_rank_volatility(by_name, v.entity) AS one;
SELECT count(*), count(*) FILTER (WHERE (a.entities, a.tau_b, a.spearman, a.footrule, a.mean_shift, a.max_shift) = (s.entities, s.tau_b, s.spearman, s.footrule, s.mean_shift, s.max_shift)) AS equal
FROM random_rankings, plan_rank_agreement(by_id) AS a JOIN (
	SELECT plan_period(x.year), count(*), plan_kendall_tau_b(x.score, y.score), plan_spearman(x.score, y.score), plan_footrule_normalized(x.score, y.score), plan_mean_shift(x.score, y.score), plan_max_shift(x.score, y.score)
	FROM random_scores AS x JOIN random_scores AS y ON y.entity = x.entity AND y.year = x.year + 1 GROUP BY x.year) AS s (earlier, entities, tau_b, spearman, footrule, mean_shift, max_shift) USING (earlier);
SELECT k, count(*), count(*) FILTER (WHERE (t.stayed, t.entered, t.dropped) = (s.stayed, s.entered, s.dropped) AND t.turnover = t.entered / (t.stayed + t.entered)::float8) AS equal
FROM random_rankings, unnest(ARRAY[1, 10, 100, 1000]) AS k, plan_rank_turnover(by_id, k) AS t, LATERAL (
	SELECT count(*) FILTER (WHERE x AND y), count(*) FILTER (WHERE y AND x IS NOT TRUE), count(*) FILTER (WHERE x AND y IS NOT TRUE)
	FROM (SELECT entity, rank <= k AS x FROM ranked WHERE year = t.earlier) AS x FULL JOIN (SELECT entity, rank <= k AS y FROM ranked WHERE year = t.later) AS y USING (entity)) AS s (stayed, entered, dropped)
GROUP BY k ORDER BY k;
WITH moves AS (
	SELECT entity, x.rank AS before, y.rank AS after, x.rank - y.rank AS delta FROM ranked AS x JOIN ranked AS y USING (entity) WHERE x.year = 2003 AND y.year = 2017 AND x.rank <> y.rank
), ours AS (
	SELECT 'moved' AS way, entity, plan_rank(before) AS before, plan_rank(after) AS after, delta, place FROM random_rankings, plan_movers(by_id, 2003, 2017, 40) WITH ORDINALITY AS m (entity, before, after, delta, percentile_delta, place)
	UNION ALL SELECT 'rose', entity, plan_rank(before), plan_rank(after), delta, place FROM random_rankings, plan_risers(by_id, 2003, 2017, 1000) WITH ORDINALITY AS m (entity, before, after, delta, percentile_delta, place)
	UNION ALL SELECT 'fell', entity, plan_rank(before), plan_rank(after), delta, place FROM random_rankings, plan_fallers(by_id, 2003, 2017, 7) WITH ORDINALITY AS m (entity, before, after, delta, percentile_delta, place)
), theirs AS (
	(SELECT 'moved', *, row_number() OVER (ORDER BY abs(delta) DESC, after, entity) AS place FROM moves ORDER BY place LIMIT 40)
	UNION ALL SELECT 'rose', *, row_number() OVER (ORDER BY delta DESC, after, entity) FROM moves WHERE delta > 0
	UNION ALL (SELECT 'fell', *, row_number() OVER (ORDER BY delta, after, entity) AS place FROM moves WHERE delta < 0 ORDER BY place LIMIT 7)
)
SELECT (SELECT count(*) > 100 FROM ours) AS many, (SELECT count(*) FROM (TABLE ours EXCEPT TABLE theirs) AS d) AS only_ours, (SELECT count(*) FROM (TABLE theirs EXCEPT TABLE ours) AS d) AS only_theirs;

-- The first places of a period, of all, and all places of one; more than there are; in the middle of ties.
SELECT r.* FROM rankings, plan_ranks(ranking, 2021, 3, NULL::text) AS r;
SELECT period, entity, score, max FROM rankings, plan_ranks(ranking, NULL, 1, NULL::text);
SELECT period, entity FROM plan_ranks('2020: 1 = 2 > 3; 2021: 3 > 2', 2021);
SELECT (SELECT count(*) FROM plan_ranks('2020: 1 > 2', 2020, 5)) AS more, (SELECT count(*) FROM plan_ranks('2020: 1 > 2', n => 0)) AS none, (SELECT count(*) FROM plan_ranks('empty', n => 1)) AS empty, (SELECT count(*) FROM plan_ranks(NULL, 2020, 1)) AS nothing,
	error_of('SELECT plan_ranks(''2020: 1 > 2'', 2021)') AS no_period, error_of('SELECT plan_ranks(''2020: 1 > 2'', 2020, -1)') AS negative, error_of('SELECT plan_ranks(''2020: 1 > 2'', 2020, 1, 1)') AS key;
-- Scores go with ranks: as they were, or as they were rounded, whichever way is best.
SELECT count(*), count(*) FILTER (WHERE h.score = s.score AND r.score = s.score AND l.score = s.score) AS same, count(*) FILTER (WHERE rounded.score = round((s.score / 3)::numeric, 1)) AS rounded
FROM random_scores AS s JOIN random_rankings ON true JOIN LATERAL plan_rank_path(by_id, s.entity) AS h ON h.period = plan_period(s.year)
	JOIN (SELECT (plan_ranks(plan_ranking_agg(entity, year, score))).* FROM random_scores) AS r ON r.entity = s.entity AND r.period = h.period
	JOIN (SELECT (plan_rank_history(plan_ranking_agg(entity, year, score, 'lower'))).* FROM random_scores) AS l ON l.entity = s.entity AND l.period = h.period
	JOIN (SELECT (plan_rank_history(plan_ranking_agg(entity, year, score / 3, 'higher', 1))).* FROM random_scores) AS rounded ON rounded.entity = s.entity AND rounded.period = h.period;
SELECT '2020: 1 (2.5) > 2 = 3 ( -1e3 ); 2021: 2 (1) > 1 (1.5); 2022: 1 > 3; 2023: 5 (0)'::plan_ranking, '2020: 1 (-0)'::plan_ranking = '2020: 1 (0)' AS zero, '2020: 1 (1)'::plan_ranking = '2020: 1' AS unscored;
SELECT h.* FROM plan_rank_history('2020: 1 (2.5) > 2 (1); 2021: 2 > 1') AS h;
SELECT plan_rollup(r) = '2020: 1 (2.5) > 2 (1); 2021: 2 (1) > 1 (3); 2022: 1 > 2' AS merged, plan_rollup(r) - '2020: 1 (2.5) > 2 (1)' - '2022: 1 > 2' AS less FROM (VALUES ('2021: 2 (1) > 1 (3)'::plan_ranking), ('2022: 1 > 2'), ('2020: 1 (2.5) > 2 (1)')) AS v (r);
SELECT t, error_of(format('SELECT %L::plan_ranking', t)) FROM unnest(ARRAY['2020: 1 (2) > 2', '2020: 1 > 2 (2)', '2020: 1 (2) > 2 (2)', '2020: 1 (2) > 2 (1) > 3 (1.5)', '2020: 1 (1) > 2 (2) > 3 (1.5)', '2020: 1 (2) = 2 (2)', '2020: 1 (NaN)', '2020: 1 (1e999)', '2020: 1 (2', '2020: 1 ()']) AS t;
SELECT error_of('SELECT ''2020: 1 (2) > 2 (1)''::plan_ranking - ''2020: 1 > 2''') AS without, error_of('SELECT ''2020: 1 (2) > 2 (1)''::plan_ranking - ''2020: 1 (3) > 2 (1)''') AS others;
-- Ranks in tiles and ranks that are listed, the last tile of any width; many periods: against rank(), from parts and from text.
CREATE TABLE tiled AS SELECT 100000 * n + 1000 * periods + every AS id, e, p, (hashint4(e * 999 + p) & 31)::float8 AS s
FROM unnest(ARRAY[1, 31, 32, 33, 100]) AS n, unnest(ARRAY[1, 10, 65, 200]) AS periods, unnest(ARRAY[1, 5]) AS every, generate_series(1, n) AS e, generate_series(1, periods) AS p WHERE (e + p) % every = 0;
CREATE TABLE tiled_rankings AS SELECT id, plan_ranking_agg(e, 1900 + p, s) AS ranking, (SELECT plan_rollup(y) FROM (SELECT plan_ranking_agg(e, 1900 + p, s) FROM tiled AS t WHERE t.id = tiled.id GROUP BY p) AS y (y)) AS merged FROM tiled GROUP BY id;
SELECT count(*), count(*) FILTER (WHERE ranking = merged) AS merged, count(*) FILTER (WHERE ranking::text::plan_ranking = ranking) AS text, sum(plan_ranking_entities(ranking)) AS entities, min(pg_column_size(ranking)) AS least, max(pg_column_size(ranking)) AS most FROM tiled_rankings;
SELECT count(*), count(*) FILTER (WHERE plan_rank(h.standing) = rank AND h.score = s) AS equal, count(*) FILTER (WHERE plan_standing_of(ranking, e, plan_period(1900 + p)) = h.standing) AS standing
FROM tiled_rankings JOIN LATERAL plan_rank_history(ranking) AS h ON true JOIN (SELECT *, rank() OVER (PARTITION BY id, p ORDER BY s DESC) FROM tiled) AS t USING (id) WHERE h.entity = e AND h.period = plan_period(1900 + p);
SELECT count(*), count(*) FILTER (WHERE (SELECT count(*) FROM plan_ranks(ranking) AS r JOIN plan_rank_history(ranking) AS h USING (entity, period, score) WHERE plan_rank(standing) = competition) = (SELECT count(*) FROM tiled AS t WHERE t.id = r.id)) AS places FROM tiled_rankings AS r;

-- However few movers are asked for, they are the first of all.
SELECT count(*) AS rows, bool_and((m.entity, m.delta) = (a.entity, a.delta)) AS equal FROM random_rankings, generate_series(1, 60) AS n JOIN LATERAL plan_movers(by_id, 2003, 2017, n) WITH ORDINALITY AS m (entity, before, after, delta, gain, place) ON true
	JOIN LATERAL (SELECT * FROM plan_movers(by_id, 2003, 2017, 1000) WITH ORDINALITY AS a (entity, before, after, delta, gain, place)) AS a USING (place);

-- Stored out of line, a ranking is read in parts; compressed, whole.
CREATE TABLE stored (how text, by_id plan_ranking, by_name plan_ranking);
INSERT INTO stored SELECT 'in parts', by_id, by_name FROM random_rankings;
ALTER TABLE stored ALTER by_id SET STORAGE extended, ALTER by_name SET STORAGE extended;
ALTER TABLE stored ALTER by_id SET COMPRESSION pglz, ALTER by_name SET COMPRESSION pglz;
INSERT INTO stored SELECT 'compressed', by_id, by_name FROM random_rankings;
SELECT how, pg_column_size(by_id) > 60000 AS large, pg_column_compression(by_id) IS NOT NULL AS compressed FROM stored;
SELECT how, count(*), count(*) FILTER (WHERE whole = path) AS equal, count(*) FILTER (WHERE plan_standing_of(by_id, path.entity, path.period) = path.standing) AS standing
FROM stored, plan_rank_history(by_id) AS whole JOIN LATERAL plan_rank_path(by_id, whole.entity) AS path USING (entity, period) WHERE entity % 10 = 0 GROUP BY how;
SELECT how, count(*), count(*) FILTER (WHERE whole = path) AS equal, count(*) FILTER (WHERE plan_standing_of(by_name, path.entity, path.period) = path.standing) AS standing
FROM stored, plan_rank_history(by_name, NULL::text) AS whole JOIN LATERAL plan_rank_path(by_name, whole.entity) AS path USING (entity, period) WHERE entity LIKE '%7' GROUP BY how;
SELECT how, count(*), count(*) FILTER (WHERE part = whole) AS equal FROM stored JOIN LATERAL plan_ranking_periods(by_name) AS p ON true JOIN LATERAL plan_ranks(by_name, p.period, 3, NULL::text) AS part ON true JOIN LATERAL plan_ranks(by_name, NULL, NULL, NULL::text) AS whole USING (entity) WHERE whole.period = p.period GROUP BY how;
SELECT how, count(*), count(*) FILTER (WHERE m = w) AS equal FROM stored JOIN LATERAL plan_movers(by_id, 2003, 2017, 400) AS m ON true JOIN random_rankings ON true JOIN LATERAL plan_movers(random_rankings.by_id, 2003, 2017, 400) AS w USING (entity) GROUP BY how;
SELECT how, count(*), count(*) FILTER (WHERE one = two) AS equal FROM stored JOIN random_rankings AS r ON true JOIN LATERAL (SELECT (plan_rank_volatility(stored.by_id)).*) AS one ON true JOIN LATERAL (SELECT (plan_rank_volatility(r.by_id)).*) AS two USING (entity) GROUP BY how;
SELECT how, plan_standing_of(by_id, 0, 2003), plan_standing_of(by_id, 501, 2003), plan_standing_of(by_name, '', 2003), plan_standing_of(by_name, 'unit 50', 1999), (SELECT count(*) FROM plan_rank_path(by_name, 'unit')) AS no_path,
	(SELECT count(*) FROM plan_ranking_periods(by_name)) AS periods FROM stored;

-- Any order of rows, any split among workers, the same ranking.
SELECT plan_ranking_agg(entity, year, score ORDER BY hashint4(entity + year)) = by_id AS ids, plan_ranking_agg('unit ' || entity, year, score ORDER BY score, entity) = by_name AS names
FROM random_scores, random_rankings GROUP BY by_id, by_name;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
ALTER TABLE random_scores SET (parallel_workers = 2);
EXPLAIN (COSTS OFF) SELECT plan_ranking_agg(entity, year, score), plan_ranking_agg('unit ' || entity, year, score) FROM random_scores;
SELECT (SELECT plan_ranking_agg(entity, year, score) FROM random_scores) = by_id AS ids, (SELECT plan_ranking_agg('unit ' || entity, year, score) FROM random_scores) = by_name AS names,
	(SELECT plan_ranking_agg(entity, year, score) FROM random_scores WHERE year > 2100) IS NULL AS none FROM random_rankings;
SELECT plan_ranking_agg(entity, year, score, 'higher', 2) = (SELECT plan_ranking_agg(entity, year, round(score::numeric, 2)) FROM random_scores) AS rounded FROM random_scores;
-- A worker may see but one of two numbers of digits.
SELECT error_of('SELECT plan_ranking_agg(entity, year, score, ''higher'', CASE ctid WHEN (SELECT max(ctid) FROM random_scores) THEN 2 ELSE 1 END) FROM random_scores');
ALTER TABLE yearly SET (parallel_workers = 2);
EXPLAIN (COSTS OFF) SELECT plan_rollup(ranking) FROM yearly;
SELECT (SELECT plan_rollup(ranking) FROM yearly) = ranking AS same FROM rankings;
RESET ALL;
SELECT count(*) AS windows, count(DISTINCT r) AS different FROM (SELECT plan_ranking_agg(entity, year, score) OVER (ORDER BY year) AS r FROM random_scores) AS w;

-- Crafted bytes: whatever a stored ranking says of itself, reading it ends with an ordinary error or some ranks.
CREATE FUNCTION bytes_of(plan_ranking) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE FUNCTION ranking_of(bytea) RETURNS plan_ranking LANGUAGE internal IMMUTABLE STRICT AS 'byteasend';
CREATE TABLE crafted (what text, n int, ranking plan_ranking);
ALTER TABLE crafted ALTER ranking SET STORAGE external;
INSERT INTO crafted
SELECT what, n, ranking_of(CASE what
		WHEN 'a byte of the head' THEN set_byte(bytes, n % 44, n * 37 & 255)
		WHEN 'a byte of the counts' THEN set_byte(bytes, 8 + n % 28, n * 53 & 3)
		WHEN 'a byte' THEN set_byte(bytes, 44 + (n * 104729) % (length(bytes) - 44), n * 89 & 255)
		WHEN 'the first bytes' THEN substr(bytes, 1, (n * 6151) % length(bytes))
		ELSE substr(bytes, 1, at) || decode(repeat('ff', 400), 'hex') || substr(bytes, at + 401) END)
FROM (SELECT what, n, bytes, 44 + (n * 15485863::bigint % (length(bytes) - 44))::int AS at
	FROM (SELECT bytes_of(plan_ranking_agg(i, y, i % 5)) AS bytes FROM generate_series(1, 200) AS i, generate_series(2001, 2009) AS y
		UNION ALL SELECT bytes_of(plan_ranking_agg('entity ' || i, y, i % 5)) FROM generate_series(1, 200) AS i, generate_series(2001, 2009) AS y
		UNION ALL SELECT bytes_of(plan_ranking_agg('entity ' || i, y, i % 5)) FROM generate_series(1, 400) AS i, generate_series(2001, 2050) AS y WHERE (i + y) % 10 = 0
		UNION ALL SELECT bytes_of(plan_ranking_agg(md5(i::text)::uuid, y, i)) FROM generate_series(1, 200) AS i, generate_series(2001, 2009) AS y) AS whole,
		unnest('{a byte of the head,a byte of the counts,a byte,the first bytes,a run of ones}'::text[]) AS what, generate_series(1, 15) AS n) AS c;
CREATE FUNCTION read_in(query text, ranking plan_ranking) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query USING ranking;
EXCEPTION WHEN invalid_binary_representation OR numeric_value_out_of_range OR invalid_parameter_value OR datatype_mismatch OR invalid_text_representation OR character_not_in_repertoire OR untranslatable_character THEN
	NULL;
END
$$;
SELECT what, count(*) FROM (
	SELECT what, read_in(query, ranking) FROM crafted, unnest(ARRAY[
		'SELECT plan_ranking_entities($1), count(*) FROM plan_ranking_periods($1)', 'SELECT length($1::text)', 'SELECT length(record_send(ROW($1)))', 'SELECT length($1::jsonb::text)',
		'SELECT count(*) FROM plan_ranks($1, ''2003'', 5, null::text)', 'SELECT count(*) FROM plan_ranks($1, null, null, null::bigint)', 'SELECT count(*) FROM plan_ranks($1, ''2003'', 5, null::uuid)',
		'SELECT count(*) FROM plan_rank_history($1, null::text, ''dense'')', 'SELECT count(*) FROM plan_rank_history($1, null::bigint, ''max'')',
		'SELECT count(*) FROM plan_movers($1, ''2002'', ''2004'', 9, null::text)', 'SELECT count(*) FROM plan_rank_volatility($1, null::uuid)', 'SELECT count(*) FROM plan_rank_turnover($1, 3)',
		'SELECT count(*) FROM plan_rank_agreement($1) AS a, plan_rank_agreement($1, ''2003'', ''2001'') AS b', 'SELECT count(*) FROM plan_rank_path($1, ''entity 17''::text)', 'SELECT plan_standing_of($1, 17, ''2003'')',
		'SELECT $1 + ''2000: "a" (2) > "b" (1)''', 'SELECT $1 - $1', 'SELECT plan_rollup(r) FROM (VALUES ($1), (''2000: 1 > 2'')) AS v (r)', 'SELECT $1 = ''empty'''
	]) AS query OFFSET 0) AS r
GROUP BY what ORDER BY what;
DROP TABLE crafted;
DROP FUNCTION bytes_of, ranking_of, read_in;

DROP VIEW pci_scores, far_apart, named;
DEALLOCATE standing_of;
DROP TABLE keyed, kinds, daily, all_days, scores, rankings, units, yearly, ict, dti, tie_vectors, pci, random_scores, close_scores, random_rankings, ranked, tiled, tiled_rankings, stored;
DROP FUNCTION error_of, history_by_hand;
DROP DOMAIN code, pair, positive;
DROP COLLATION regardless;
