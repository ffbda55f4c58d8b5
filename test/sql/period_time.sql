-- Timestamps lie in the period that has their day; those with time zone by the zone of the session.
SET datestyle = 'ISO';
SET timezone = 'Asia/Bangkok';
SELECT timestamp '2022-09-30 23:59:59.999999' <@ '2022-Q3' AS last, timestamp '2022-10-01' <@ '2022-Q3' AS next, '2022-Q3' @> timestamp '2022-07-01' AS first, timestamp '2022-06-30 23:59:59.999999' <@ '2022-Q3'::plan_period AS before,
	timestamptz '2022-09-30 23:59:59.999999+07' <@ '2022-Q3' AS last_here, timestamptz '2022-10-01 00:00+07' <@ '2022-Q3' AS next_here, '2022-Q3' @> timestamptz '2022-06-30 17:00+00' AS first_here, timestamp '2022-03-01 12:00' <@ 2022 AS in_a_year;
SET timezone = 'America/New_York';
SELECT timestamptz '2022-09-30 23:59:59.999999+07' <@ '2022-Q3' AS last_there, timestamptz '2022-10-01 00:00+07' <@ '2022-Q3' AS next_there, NULL::timestamptz <@ '2022-Q3' AS unknown, NULL::timestamp <@ '2022-Q3' AS unknown;
-- Infinity lies in no period; what ends where no timestamp follows ends before it.
SELECT p AS period, p::tsrange, timestamp 'infinity' <@ p AS infinity, timestamp '-infinity' <@ p AS minus_infinity, timestamp '294276-12-31 23:59:59.999999' <@ p AS last, timestamp '4714-11-24 00:00 BC' <@ p AS first
FROM unnest('{4714-11-24 BC..5874897-12-31,294276,294277,5874897,4714-11-24 BC,0001-12-31 BC..0001-01-01}'::plan_period[]) AS p;
SET timezone = 'Asia/Tokyo';
SELECT p AS period, p::tstzrange, timestamptz 'infinity' <@ p AS infinity, timestamptz '-infinity' <@ p AS minus_infinity, timestamptz '294276-12-31 23:59:59.999999+00' <@ p AS last, timestamptz '4714-11-24 00:00+00 BC' <@ p AS first
FROM unnest('{4714-11-24 BC..5874897-12-31,294276-12-31,294277-01-01,5874897,4714-11-24 BC,2022-Q3}'::plan_period[]) AS p;
-- Clocks that change at midnight: days of 23 and 25 hours, a day that never was, and two midnights in one day.
CREATE TABLE changes (zone text, day date);
INSERT INTO changes VALUES ('Europe/Paris', '2022-03-27'), ('Europe/Paris', '2022-10-30'), ('America/Sao_Paulo', '2018-11-04'), ('America/Sao_Paulo', '2018-02-17'), ('Pacific/Apia', '2011-12-29'), ('Pacific/Apia', '2011-12-30'),
	('Pacific/Apia', '2011-12-31'), ('America/Havana', '2020-03-08'), ('America/Havana', '2020-10-31'), ('America/Havana', '2020-11-01'), ('Atlantic/Azores', '2022-10-30'), ('Asia/Bangkok', '2022-10-30');
CREATE FUNCTION hours_of(zone text, p plan_period) RETURNS interval LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('timezone', zone, true);
	RETURN upper(p::tstzrange) - lower(p::tstzrange);
END
$$;
CREATE FUNCTION differences(zone text, p plan_period, OUT held int, OUT different int) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('timezone', zone, true);
	SELECT count(*) FILTER (WHERE at <@ p), count(*) FILTER (WHERE (at <@ p) <> (at::date <@ p) OR (p @> at) <> (at::date <@ p) OR (at::timestamp <@ p) <> (at::date <@ p) OR (at <@ p) <> (at <@ p::tstzrange))
		INTO held, different
	FROM generate_series(plan_first_day(p)::timestamptz - interval '30 hours', plan_last_day(p)::timestamptz + interval '54 hours', '10 minutes') AS at;
END
$$;
SELECT zone, day, hours_of(zone, plan_day(day)) AS hours, d.* FROM changes, differences(zone, plan_day(day)) AS d;
-- The day is that of the cast to date, near any change of the clocks and elsewhere.
SELECT zone, count(*) AS days, sum(held) > 0 AS some_held, sum(different) AS different
FROM unnest('{Europe/Paris,America/Havana,Australia/Lord_Howe,Asia/Kathmandu,America/Caracas,Africa/Casablanca,UTC}'::text[]) AS zone, generate_series(date '2005-01-01', '2022-12-31', '37 days') AS day, differences(zone, plan_day(day::date)) GROUP BY zone ORDER BY zone;

-- An index on the timestamp serves: for a constant, either way round, a parameter, a join.
SET timezone = 'Europe/Paris';
CREATE TABLE events AS
SELECT at AS zoned, at AT TIME ZONE 'UTC' AS plain, i FROM generate_series(1, 20000) AS i, LATERAL (SELECT timestamptz '2005-01-01 00:00+00' + (('x' || substr(md5('event' || i), 1, 8))::bit(32)::bigint % 631152000) * interval '1 second' AS at) AS v;
INSERT INTO events VALUES (NULL, NULL, 0), ('infinity', 'infinity', -1), ('-infinity', '-infinity', -2), ('294276-12-31 00:00+00', '294276-12-31', -3), ('4713-01-01 00:00+00 BC', '4713-01-01 BC', -4),
	('2022-06-30 22:00+00', '2022-07-01', -5), ('2022-09-30 21:59:59.999999+00', '2022-09-30 23:59:59.999999', -6), ('2022-09-30 22:00+00', '2022-10-01', -7);
CREATE INDEX events_zoned ON events (zoned);
CREATE INDEX events_plain ON events (plain);
VACUUM ANALYZE events;
CREATE TABLE quarters AS SELECT p FROM plan_subperiods('2005-2024', 'quarter') AS p;
INSERT INTO quarters VALUES (NULL);
ANALYZE quarters;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT count(plain) FROM events WHERE plain <@ '2022-Q3';
EXPLAIN (COSTS OFF) SELECT count(plain) FROM events WHERE '2022-Q3' @> plain;
EXPLAIN (COSTS OFF) SELECT count(zoned) FROM events WHERE zoned <@ '2022-Q3';
EXPLAIN (COSTS OFF) SELECT count(zoned) FROM events WHERE '2022-Q3' @> zoned;
EXPLAIN (COSTS OFF) SELECT count(zoned) FROM quarters JOIN events ON zoned <@ p;
SET plan_cache_mode = force_generic_plan;
PREPARE count_plain (plan_period) AS SELECT count(*) FROM events WHERE plain <@ $1;
PREPARE count_zoned (plan_period) AS SELECT count(*) FROM events WHERE zoned <@ $1;
PREPARE count_quarter AS SELECT count(*) FROM events WHERE zoned <@ '2022-Q3';
EXPLAIN (COSTS OFF) EXECUTE count_plain ('2022-Q3');
EXPLAIN (COSTS OFF) EXECUTE count_zoned ('2022-Q3');
EXECUTE count_zoned ('4714-11-24 BC..5874897-12-31');
EXECUTE count_zoned (NULL);
-- The plan is kept, and the time zone is that of the time of execution.
EXECUTE count_quarter;
SET timezone = 'Asia/Tokyo';
EXECUTE count_quarter;
SELECT count(*) FROM events WHERE zoned >= '2022-07-01 00:00+09' AND zoned < '2022-10-01 00:00+09';
SET timezone = 'Europe/Paris';
RESET plan_cache_mode;
RESET enable_bitmapscan;
-- The same rows with the index and without as a plain range finds.
CREATE FUNCTION count_each_way(condition text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	line text;
	used text := '';
	with_index bigint;
	without bigint;
BEGIN
	SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on;
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) SELECT count(*) FROM events WHERE ' || condition LOOP
		used := used || line;
	END LOOP;
	EXECUTE 'SELECT count(*) FROM events WHERE ' || condition INTO with_index;
	SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off;
	EXECUTE 'SELECT count(*) FROM events WHERE ' || condition INTO without;
	IF used !~ 'Index (Only )?Scan' OR used ~ 'Filter' THEN
		RETURN used;
	END IF;
	RETURN CASE WHEN with_index = without THEN with_index::text ELSE with_index || ' <> ' || without END;
END
$$;
SELECT p AS period, count_each_way(format('plain <@ %L::plan_period', p)) AS plain, count_each_way(format('plain <@ (SELECT %L::plan_period)', p)) AS parameter, (SELECT count(*) FROM events WHERE plain::date <@ p) AS by_date,
	count_each_way(format('zoned <@ %L::plan_period', p)) AS zoned, count_each_way(format('zoned <@ (SELECT %L::plan_period)', p)) AS parameter, (SELECT count(*) FROM events WHERE zoned::date <@ p) AS by_date,
	(SELECT count(*) FROM events WHERE NOT plain <@ p) + count_each_way(format('plain <@ %L::plan_period', p))::int = (SELECT count(plain) FROM events) AS the_rest
FROM unnest('{2022-Q3,2022-09-15,2020-2025,2022-12-31..2023-01-01,1900,294276,294277,5874897-12-31,4713 BC,4714-11-24 BC..5874897-12-31}'::plan_period[]) AS p;
SELECT (SELECT count(*) FROM events JOIN quarters ON zoned <@ p) AS joined, (SELECT count(*) FROM events JOIN quarters ON p @> plain) AS plain, (SELECT count(*) FROM events WHERE zoned >= '2005-01-01' AND zoned < '2025-01-01') AS range;
-- Partitions that hold nothing of a period are not looked at.
CREATE TABLE by_year (plain timestamp, zoned timestamptz) PARTITION BY RANGE (plain);
CREATE TABLE by_year_2021 PARTITION OF by_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE by_year_2022 PARTITION OF by_year FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE by_zoned_year (zoned timestamptz) PARTITION BY RANGE (zoned);
CREATE TABLE by_zoned_year_2021 PARTITION OF by_zoned_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE by_zoned_year_2022 PARTITION OF by_zoned_year FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE by_zoned_year_other PARTITION OF by_zoned_year DEFAULT;
EXPLAIN (COSTS OFF) SELECT * FROM by_year WHERE plain <@ '2022-Q3';
EXPLAIN (COSTS OFF) SELECT * FROM by_zoned_year AS y WHERE '2022-Q3' @> y.zoned;
EXPLAIN (COSTS OFF) SELECT * FROM by_zoned_year AS y WHERE y.zoned <@ '2021-12..2022-01';
INSERT INTO by_zoned_year SELECT zoned FROM events WHERE zoned IS NOT NULL;
SELECT (SELECT count(*) FROM by_zoned_year WHERE zoned <@ '2022-Q3') = (SELECT count(*) FROM events WHERE zoned <@ '2022-Q3') AS same;
-- A day that never was holds no timestamp, whatever it is asked of: that is false, not unknown.
SET timezone = 'Pacific/Apia';
SELECT (SELECT count(*) FROM by_zoned_year WHERE NOT zoned <@ '2011-12-30') = (SELECT count(zoned) FROM events) AS all_others, (SELECT count(*) FROM by_zoned_year WHERE zoned <@ '2011-12-30') AS held, (SELECT count(*) FROM by_zoned_year WHERE NOT zoned <@ '5874897') = (SELECT count(zoned) FROM events) AS before;
SET timezone = 'Europe/Paris';

-- Expected rows are within half and twice of what comes.
CREATE FUNCTION expects(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	plan json;
	actual float8;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
	EXECUTE 'SELECT count(*) FROM (' || query || ') AS q' INTO actual;
	RETURN CASE WHEN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 BETWEEN actual / 2 AND actual * 2 THEN 'well'
		ELSE (plan -> 0 -> 'Plan' ->> 'Plan Rows') || ' of ' || actual END;
END
$$;
SELECT format(query, moment) AS query, expects(format(query, moment)) FROM unnest('{plain,zoned}'::text[]) AS moment, unnest(ARRAY['SELECT FROM events WHERE %I <@ ''2022-Q3''', 'SELECT FROM events WHERE ''2020-2022'' @> %I', 'SELECT FROM events WHERE NOT %I <@ ''2022''',
	'SELECT FROM events JOIN quarters ON %I <@ p', 'SELECT FROM events WHERE EXISTS (SELECT FROM quarters WHERE %I <@ p)']) AS query;
SELECT expects('SELECT FROM quarters WHERE p @> timestamp ''2022-09-15 12:00''') AS plain, expects('SELECT FROM quarters WHERE timestamptz ''2022-09-15 12:00'' <@ p') AS zoned;
-- BRIN takes it too.
CREATE INDEX events_brin ON events USING brin (zoned) WITH (pages_per_range = 8);
DROP INDEX events_zoned;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM events WHERE zoned <@ '2022-Q3';
SELECT count(*) FROM events WHERE zoned <@ '2022-Q3';
RESET enable_seqscan;
-- An index on the time of another zone serves there.
CREATE INDEX events_bangkok ON events ((zoned AT TIME ZONE 'Asia/Bangkok'));
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM events WHERE (zoned AT TIME ZONE 'Asia/Bangkok') <@ '2022-Q3';
RESET enable_bitmapscan;
RESET enable_seqscan;
-- What follows the time zone is not for an index, or a generated column.
\set VERBOSITY sqlstate
CREATE INDEX ON events ((zoned <@ '2022'));
\set VERBOSITY default
CREATE INDEX ON events ((plain <@ '2022'));
RESET timezone;
DROP TABLE changes, events, quarters, by_year, by_zoned_year;
DROP FUNCTION hours_of, differences, count_each_way, expects;
