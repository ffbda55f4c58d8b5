-- After any history a live rollup is what computing it anew would give: rows inserted, updated, moved
-- between groups and partitions, deleted, merged, truncated, and statements that are rolled back.

SET client_min_messages = warning;
CREATE SCHEMA history;
SET search_path = history, public;
CREATE TABLE fact (id bigserial PRIMARY KEY, unit int, grp text NOT NULL, d date, actual float8, target float8) PARTITION BY RANGE (id);
CREATE TABLE fact_1 PARTITION OF fact FOR VALUES FROM (0) TO (3000);
-- A partition whose columns stand in another order.
CREATE TABLE fact_2 (target float8, d date, gone int, unit int, grp text NOT NULL, actual float8, id bigint NOT NULL DEFAULT nextval('fact_id_seq'));
ALTER TABLE fact_2 DROP COLUMN gone;
ALTER TABLE fact ATTACH PARTITION fact_2 FOR VALUES FROM (3000) TO (1000000000);
SELECT plan_create_rollup('cards', 'fact', '{unit,grp}', 'd',
	'{"card": "plan_scorecard_agg(actual, target, ''higher'')", "total": "plan_fixedsum_agg(actual)", "n": "count(actual)", "trend": "plan_trend_agg(d, actual)"}', 'quarter');
SELECT plan_create_rollup('peaks', 'fact', '{grp}', 'd',
	'{"peak": "plan_period_value_agg(''peak'', d, actual)", "card": "plan_scorecard_agg(actual, target, ''higher'')"}', 'month');

CREATE PROCEDURE run(statements int, seed float8) LANGUAGE plpgsql AS $$
DECLARE
	kind float8;
	chosen text;
	value text;
	part text;
BEGIN
	PERFORM setseed(seed);
	FOR i IN 1..statements LOOP
		kind := random();
		chosen := format('id %% 41 = %s', (random() * 40)::int);
		value := CASE WHEN random() < 0.1 THEN 'NULL' ELSE (round((random() * 200 - 100)::numeric, (random() * 3)::int))::text END;
		part := CASE WHEN random() < 0.7 THEN 'fact' WHEN random() < 0.5 THEN 'fact_2' ELSE 'fact_1' END;
		IF kind < 0.35 THEN
			EXECUTE format('INSERT INTO %s (id, unit, grp, d, actual, target)
				SELECT nextval(''fact_id_seq'') + %s, nullif((random() * 5)::int, 5), chr(97 + (random() * 3)::int), date ''2024-01-01'' + (random() * 500)::int, %s, (random() * 10)::int
				FROM generate_series(1, %s)', CASE part WHEN 'fact_1' THEN 'fact' ELSE part END, CASE part WHEN 'fact_2' THEN 100000 ELSE 0 END, value, 1 + (random() * 5)::int);
		ELSIF kind < 0.6 THEN
			EXECUTE format('UPDATE %s SET actual = %s%s WHERE %s', part, value,
				CASE WHEN random() < 0.3 THEN ', unit = nullif((random() * 5)::int, 5), grp = chr(97 + (random() * 3)::int), d = d + (random() * 60 - 30)::int' ELSE '' END, chosen);
		ELSIF kind < 0.8 THEN
			EXECUTE format('DELETE FROM %s WHERE %s AND random() < 0.6', part, chosen);
		ELSIF kind < 0.85 THEN
			EXECUTE format('INSERT INTO fact SELECT * FROM fact WHERE %s ON CONFLICT (id) DO UPDATE SET actual = excluded.actual + 1, d = excluded.d - 1', chosen);
		ELSIF kind < 0.9 THEN
			EXECUTE format('MERGE INTO fact AS f USING (SELECT id, random() AS x FROM fact WHERE %s UNION ALL SELECT -1, 0.1) AS s ON f.id = s.id
				WHEN MATCHED AND s.x < 0.5 THEN DELETE WHEN MATCHED THEN UPDATE SET target = 5, actual = %s
				WHEN NOT MATCHED THEN INSERT (unit, grp, d, actual, target) VALUES (1, ''z'', ''2024-05-05'', %s, 4)', chosen, value, value);
		ELSIF kind < 0.91 THEN
			-- Rows move to another partition.
			UPDATE fact SET id = id + 7000 WHERE id < 3000 AND id % 5 = 1 AND NOT EXISTS (SELECT FROM fact AS g WHERE g.id = fact.id + 7000);
		ELSIF kind < 0.94 THEN
			BEGIN
				DELETE FROM fact WHERE id % 3 = 1;
				INSERT INTO fact (grp, actual) VALUES ('q', 1);
				RAISE division_by_zero;
			EXCEPTION WHEN division_by_zero THEN
				NULL;
			END;
		ELSIF kind < 0.945 THEN
			EXECUTE CASE WHEN random() < 0.3 THEN 'TRUNCATE fact' ELSE 'TRUNCATE fact_1' END;
		ELSE
			EXECUTE format('UPDATE fact SET target = target WHERE %s', chosen);
		END IF;
		IF i % 777 = 0 THEN
			PERFORM plan_compact_rollup(rollup) FROM plan_rollups() WHERE mode = 'append';
		END IF;
		IF i % 1000 = 0 THEN
			IF EXISTS (SELECT FROM plan_rollups() AS r, plan_check_rollup(r.rollup) WHERE r.source = 'fact'::regclass) THEN
				RAISE EXCEPTION 'a rollup differs after statement %', i;
			END IF;
			COMMIT;
		END IF;
	END LOOP;
END
$$;
CALL run(10000, 0.1);
-- Groups and rows are left, and those of both agree.
SELECT count(*) > 20 AS groups, sum(fact_rows) = (SELECT count(*) FROM fact) AS rows FROM cards;
SELECT * FROM plan_check_rollup('cards');
SELECT * FROM plan_check_rollup('peaks');

-- Rollups that writers append to, beside the others and compacted now and then.
SELECT plan_create_rollup('deltas', 'fact', '{unit,grp}', 'd',
	'{"card": "plan_scorecard_agg(actual, target, ''higher'')", "total": "plan_fixedsum_agg(actual)", "n": "count(actual)", "trend": "plan_trend_agg(d, actual)"}', 'quarter', mode => 'append');
SELECT plan_create_rollup('cubes', 'fact', '{grp}', 'd',
	'{"cube": "plan_cube_agg(coalesce(unit, 9), coalesce(d, ''2023-01-01''), actual, target, ''higher'')", "trend": "plan_trend_cube_agg(coalesce(unit, 9), d, actual)", "earned": "plan_earned_agg(actual, target, actual, target)"}', 'year', 'year from July', 'append');
CALL run(3000, 0.2);
SELECT count(*) > 20 AS groups, sum(fact_rows) = (SELECT count(*) FROM fact) AS rows FROM cards;
SELECT * FROM plan_check_rollup('cards');
-- What was appended comes to the same, row for row, before and after it is compacted.
SELECT * FROM plan_check_rollup('deltas');
SELECT * FROM plan_check_rollup('cubes');
CREATE VIEW merged AS SELECT unit, grp, period, sum(fact_rows)::bigint AS fact_rows, plan_rollup(card) AS card, plan_rollup(total) AS total,
	sum(n)::bigint AS n, plan_rollup(trend) AS trend FROM deltas GROUP BY 1, 2, 3 HAVING sum(fact_rows) > 0;
(TABLE cards EXCEPT TABLE merged) UNION ALL (TABLE merged EXCEPT TABLE cards);
SELECT plan_compact_rollup('deltas') > 0 AS compacted, plan_compact_rollup('cubes') > 0 AS compacted;
(TABLE cards EXCEPT TABLE deltas) UNION ALL (TABLE deltas EXCEPT TABLE cards);
SELECT * FROM plan_check_rollup('cubes');
DROP SCHEMA history CASCADE;
