-- What must hold for every plan: no order of rows, no split into parts, no plan of the
-- executor and no way through text or binary changes a bit.

-- Adversarial figures: subnormal, 2^-64 apart, huge with tiny, alternating signs.
CREATE TABLE facts AS
SELECT i, i % 7 AS part,
	(ARRAY[4.9406564584124654e-324, 5.421010862427522e-20, 1e18, -1e18, 1e-6, 0.1, -0.30000000000000004,
		123456.789, 0, NULL, 2.2250738585072014e-308, -7e30, 7e30])[1 + (i * 31) % 13]
		* CASE WHEN i % 5 = 3 THEN -1 ELSE 1 END AS actual,
	(ARRAY[1e18, 0, -3.7, 1e-9, 100, 5e-324, -1e18, 42.5])[1 + (i * 17) % 8] AS target,
	CASE i % 3 WHEN 0 THEN 'higher' WHEN 1 THEN 'lower' ELSE 'within' END AS direction,
	(ARRAY[1, 0, 0.1, 3, 1e-12, 7.25, NULL])[1 + (i * 13) % 7] AS weight,
	(ARRAY[NULL, 0, 50, -1e18])[1 + (i * 11) % 4] AS baseline,
	(i % 11) / 10.0 AS expected
FROM generate_series(1, 20000) AS i;
CREATE INDEX ON facts (i);
ANALYZE facts;

CREATE TABLE truth AS
SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected) AS card, plan_fixedsum_agg(actual) AS sum
FROM facts;
SELECT plan_count(card), plan_scored_count(card), plan_count(sum) FROM truth;

-- The sums against numeric, which is exact too: of every term rounded to 2^-64 the
-- way it is stated, here by numeric arithmetic alone.
CREATE FUNCTION to_units(x float8) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
	-- The float8 as sign, mantissa and exponent, from its binary form.
	bits bigint := ('x' || encode(float8send(x), 'hex'))::bit(64)::bigint;
	exponent int := (bits >> 52) & 2047;
	mantissa numeric := bits & 4503599627370495;
	units numeric;
	rest numeric;
BEGIN
	IF exponent = 0 THEN exponent := 1; ELSE mantissa := mantissa + 4503599627370496; END IF;
	exponent := exponent - 1075 + 64;
	IF exponent >= 0 THEN
		units := mantissa * 2::numeric ^ exponent;
	ELSIF exponent < -60 THEN
		units := 0;
	ELSE
		units := div(mantissa, trunc(2::numeric ^ -exponent));
		rest := mantissa - units * trunc(2::numeric ^ -exponent);
		IF rest * 2 > trunc(2::numeric ^ -exponent) OR (rest * 2 = trunc(2::numeric ^ -exponent) AND units % 2 = 1) THEN
			units := units + 1;
		END IF;
	END IF;
	RETURN CASE WHEN x < 0 THEN -units ELSE units END;
END
$$;
-- A sum reads back from decimal text without loss, so comparing text is comparing bits.
SELECT trunc(sum(to_units(actual))) = round((SELECT sum::numeric FROM truth) * 18446744073709551616) AS sum_is_exact,
	abs(sum(to_units(actual)) / 18446744073709551616 - (SELECT sum::numeric FROM truth)) < 1e-19 AS within_half_a_unit
FROM facts;

-- Scorecards are stored small while their figures are, and whole when they are not:
-- sums that pass 2^63, more than 2^15 rows without a figure.  Neither shows.
CREATE TABLE large AS
SELECT i, CASE WHEN i % 2 = 0 THEN 4e18 END::float8 AS actual, CASE WHEN i % 3 > 0 THEN 3e18 END::float8 AS target
FROM generate_series(1, 70000) AS i;
SELECT plan_scorecard_agg(actual, target, 1) FROM large;
SELECT count(actual), count(target), sum(actual::numeric), sum(target::numeric), count(*) FILTER (WHERE actual IS NULL) AS without_actual,
	count(*) FILTER (WHERE target IS NULL) AS without_target, count(*) FILTER (WHERE actual > target) AS exceeded FROM large;
SELECT pg_column_size(plan_scorecard_agg(actual, target, 1)) AS whole, pg_column_size(plan_scorecard_agg(actual, target, 1) FILTER (WHERE i <= 4)) AS small,
	pg_column_size(plan_scorecard_agg(actual, target, 1) - plan_scorecard_agg(actual, target, 1) FILTER (WHERE i > 4)) AS small_again FROM large;
SELECT plan_rollup(card) = (SELECT plan_scorecard_agg(actual, target, 1) FROM large) AS merged, min(pg_column_size(card)) AS smallest, max(pg_column_size(card)) AS largest
FROM (SELECT plan_scorecard_agg(actual, target, 1) AS card FROM large GROUP BY i % 20000) AS parts;
SELECT count(*) AS frames, count(*) FILTER (WHERE moving <> fresh) AS different
FROM (
	SELECT i, plan_scorecard_agg(actual, target, 1) OVER (ORDER BY i ROWS 6 PRECEDING) AS moving FROM large WHERE i <= 300
) AS m, LATERAL (
	SELECT plan_scorecard_agg(actual, target, 1) AS fresh FROM large AS l WHERE l.i BETWEEN m.i - 6 AND m.i AND l.i <= 300
) AS l;
DROP TABLE large;

-- Any order.
SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected ORDER BY actual) = (SELECT card FROM truth) AS ascending,
	plan_scorecard_agg(actual, target, direction, weight, baseline, expected ORDER BY i DESC) = (SELECT card FROM truth) AS descending,
	plan_scorecard_agg(actual, target, direction, weight, baseline, expected ORDER BY md5(i::text)) = (SELECT card FROM truth) AS shuffled,
	plan_fixedsum_agg(actual ORDER BY abs(actual)) = (SELECT sum FROM truth) AS sum_by_size,
	plan_fixedsum_agg(actual ORDER BY md5(i::text)) = (SELECT sum FROM truth) AS sum_shuffled
FROM facts;

-- Any split, merged in any order, in one step or in several.
SELECT plan_rollup(card ORDER BY part) = (SELECT card FROM truth) AS forward, plan_rollup(card ORDER BY part DESC) = (SELECT card FROM truth) AS backward,
	plan_rollup(sum ORDER BY sum) = (SELECT sum FROM truth) AS sums
FROM (
	SELECT part, plan_scorecard_agg(actual, target, direction, weight, baseline, expected) AS card, plan_fixedsum_agg(actual) AS sum
	FROM facts GROUP BY part
) AS parts;
SELECT plan_rollup(card) = (SELECT card FROM truth) AS pairs
FROM (
	SELECT a.card + b.card AS card
	FROM (SELECT i % 100 AS k, plan_scorecard_agg(actual, target, direction, weight, baseline, expected) AS card FROM facts WHERE i % 2 = 0 GROUP BY 1) AS a
	JOIN (SELECT i % 100 - 1 AS k, plan_scorecard_agg(actual, target, direction, weight, baseline, expected) AS card FROM facts WHERE i % 2 = 1 GROUP BY 1) AS b USING (k)
) AS pairs;

-- Plus, then minus: what was taken away again leaves no trace.
SELECT (SELECT card FROM truth) + plan_scorecard_agg(actual, target, direction, weight, baseline, expected)
	- plan_scorecard_agg(actual, target, direction, weight, baseline, expected) = (SELECT card FROM truth) AS added_and_removed
FROM facts WHERE part = 3;
SELECT (SELECT card FROM truth) - plan_scorecard_agg(actual, target, direction, weight, baseline, expected) FILTER (WHERE part = 3)
	= plan_scorecard_agg(actual, target, direction, weight, baseline, expected) FILTER (WHERE part <> 3) AS less_a_part
FROM facts;

-- Moving frames against the same frames computed from scratch.
SELECT count(*) AS frames, count(*) FILTER (WHERE moving <> fresh) AS different
FROM (
	SELECT i, plan_scorecard_agg(actual, target, direction, weight, baseline, expected) OVER (ORDER BY i ROWS 10 PRECEDING) AS moving
	FROM facts WHERE i <= 2000
) AS m, LATERAL (
	SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected) AS fresh
	FROM facts AS f WHERE f.i BETWEEN m.i - 10 AND m.i
) AS f;
SELECT count(*) AS frames, count(*) FILTER (WHERE moving <> fresh) AS different
FROM (
	SELECT i, plan_fixedsum_agg(actual) OVER (ORDER BY i ROWS BETWEEN 5 PRECEDING AND 5 FOLLOWING) AS moving
	FROM facts WHERE i <= 2000
) AS m, LATERAL (
	SELECT plan_fixedsum_agg(actual) AS fresh FROM facts AS f WHERE f.i BETWEEN m.i - 5 AND least(m.i + 5, 2000)
) AS f;
-- Every aggregate has an inverse, but those whose state grows with the data.
SELECT count(*) > 50 AS many, count(*) FILTER (WHERE aggminvtransfn = 0 OR aggmtransfn <> aggtransfn) AS without
FROM pg_aggregate JOIN pg_proc ON pg_proc.oid = aggfnoid WHERE proname LIKE 'plan\_%' AND pronamespace <> 'pg_catalog'::regnamespace AND aggtranstype NOT IN ('internal'::regtype, 'plan_period_value'::regtype);
SELECT DISTINCT proname FROM pg_aggregate JOIN pg_proc ON pg_proc.oid = aggfnoid WHERE proname LIKE 'plan\_%' AND aggtranstype = 'internal'::regtype ORDER BY 1;

-- Parallel, and the plan shows it.
CREATE FUNCTION plan_has(query text, node text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
	line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		IF line LIKE '%' || node || '%' THEN
			RETURN true;
		END IF;
	END LOOP;
	RETURN false;
END
$$;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 3;
SELECT plan_has('SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected) FROM facts', 'Partial Aggregate') AS scorecard,
	plan_has('SELECT plan_weighted_score(actual, target, direction), plan_share_met(actual, target, direction) FROM facts', 'Partial Aggregate') AS one_step,
	plan_has('SELECT part, plan_sum(actual) FROM facts GROUP BY part', 'Partial ') AS sum;
SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected) = (SELECT card FROM truth) AS card,
	plan_fixedsum_agg(actual) = (SELECT sum FROM truth) AS sum, plan_sum(actual) = (SELECT sum::float8 FROM truth) AS total
FROM facts;
SELECT plan_rollup(card) = (SELECT card FROM truth) AS grouped
FROM (SELECT part, plan_scorecard_agg(actual, target, direction, weight, baseline, expected) AS card FROM facts GROUP BY part) AS parts;
RESET max_parallel_workers_per_gather;

-- Hashed, sorted, spilled to disk, partitionwise.
SET enable_sort = off;
CREATE TABLE hashed AS SELECT part, plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts GROUP BY part;
RESET enable_sort;
SET enable_hashagg = off;
CREATE TABLE sorted AS SELECT part, plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts GROUP BY part;
RESET enable_hashagg;
SELECT count(*) AS parts FROM hashed JOIN sorted USING (part, card);
SET work_mem = '64kB';
SELECT plan_rollup(card) = (SELECT plan_scorecard_agg(actual, target, direction, weight) FROM facts) AS spilled
FROM (SELECT i % 5000 AS k, plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts GROUP BY 1) AS many;
RESET work_mem;
CREATE TABLE split (LIKE facts) PARTITION BY LIST (part);
CREATE TABLE split_low PARTITION OF split FOR VALUES IN (0, 1, 2, 3);
CREATE TABLE split_high PARTITION OF split FOR VALUES IN (4, 5, 6);
INSERT INTO split SELECT * FROM facts;
ANALYZE split;
SET enable_partitionwise_aggregate = on;
SELECT plan_has('SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected) FROM split', 'Partial Aggregate') AS partitionwise;
SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected) = (SELECT card FROM truth) AS same FROM split;
RESET enable_partitionwise_aggregate;

-- Through text, binary and storage, whatever extra_float_digits says.
CREATE TABLE stored (card plan_scorecard, sum plan_fixedsum, goal plan_goal, status plan_status);
INSERT INTO stored
SELECT plan_scorecard_agg(actual, target, direction, weight, baseline, expected), plan_fixedsum_agg(actual),
	plan_goal(min(target), min(direction), max(baseline)), 'at_risk'
FROM facts GROUP BY i % 500;
INSERT INTO stored SELECT - card, - sum, goal, NULL FROM stored;
INSERT INTO stored VALUES ('empty', '0 n=0', '>= 0', 'met'), (NULL, NULL, NULL, NULL),
	('actual=-170141183460469231731687303715884105728', '170141183460469231731687303715884105727.99999999999999999995 n=-9223372036854775808',
	'1e-320..1.7976931348623157e308 from -1.7976931348623157e308', 'no_data');
SELECT count(*) FROM stored;
SET extra_float_digits = -15;
\copy stored TO 'results/property.text'
\copy stored TO 'results/property.binary' (FORMAT binary)
RESET extra_float_digits;
CREATE TABLE from_text (LIKE stored);
CREATE TABLE from_binary (LIKE stored);
\copy from_text FROM 'results/property.text'
\copy from_binary FROM 'results/property.binary' (FORMAT binary)
SELECT (SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_text) AS t) AS lost_in_text,
	(SELECT count(*) FROM (TABLE stored EXCEPT ALL TABLE from_binary) AS b) AS lost_in_binary;
-- Indexes find what they hold.
CREATE INDEX stored_card ON stored (card);
CREATE INDEX stored_goal ON stored USING hash (goal);
CREATE INDEX stored_sum ON stored (sum);
SET enable_seqscan = off;
SELECT plan_has('SELECT FROM stored WHERE card = ''empty''', 'stored_card') AS btree, plan_has('SELECT FROM stored WHERE goal = ''>= 0''', 'stored_goal') AS hash;
SELECT count(*) FROM stored WHERE card = 'empty' AND goal = '>= 0' AND sum = '0 n=0';
RESET enable_seqscan;

-- Figures computed here hold in a generated column and an index: they are immutable.
CREATE TABLE indicators (actual float8, goal plan_goal, score float8 GENERATED ALWAYS AS (plan_score(actual, goal)) STORED,
	status plan_status GENERATED ALWAYS AS (plan_status(actual, goal)) STORED);
INSERT INTO indicators VALUES (48, '>= 95'), (9, '<= 10 from 44'), (NULL, '8..12');
SELECT * FROM indicators;
CREATE INDEX ON indicators (plan_is_met(actual, goal));

DROP TABLE facts, truth, hashed, sorted, split, stored, from_text, from_binary, indicators;
DROP FUNCTION to_units, plan_has;
