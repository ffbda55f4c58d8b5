-- Trees are at most 100 levels deep, in whatever way they grow: views follow them from every place.
\set SHOW_CONTEXT never
CALL plan_create_workspace('deep');
SET search_path = deep, public;
INSERT INTO place (code, parent, name) SELECT 'P' || i, CASE WHEN i > 1 THEN 'P' || i - 1 END, 'p' FROM generate_series(1, 100) AS i;
INSERT INTO node (code, parent, name) SELECT 'N' || i, CASE WHEN i > 1 THEN 'N' || i - 1 END, 'n' FROM generate_series(1, 100) AS i;
SELECT count(*), max(steps) FROM place_above;
INSERT INTO place (code, parent, name) VALUES ('Q', 'P100', 'q');
INSERT INTO node (code, parent, name) VALUES ('Q', 'N100', 'q');
INSERT INTO node (code, parent, name) SELECT 'M' || i, CASE WHEN i > 1 THEN 'M' || i - 1 ELSE 'N90' END, 'm' FROM generate_series(1, 11) AS i;
-- What is moved takes with it what is below it.
INSERT INTO place (code, parent, name) SELECT 'Q' || i, CASE WHEN i > 1 THEN 'Q' || i - 1 END, 'q' FROM generate_series(1, 51) AS i;
UPDATE place SET parent = 'P50' WHERE code = 'Q1';
UPDATE place SET parent = 'P50' WHERE code = 'Q2';
UPDATE place SET parent = 'Q1' WHERE code = 'P1';
UPDATE place SET parent = CASE code WHEN 'Q2' THEN 'P51' ELSE 'P2' END WHERE code IN ('Q2', 'P4');
-- A round is one, however long it is.
UPDATE place SET parent = 'P100' WHERE code = 'P1';
UPDATE place SET parent = 'P3' WHERE code = 'P2';
-- Codes change at any depth.
UPDATE place SET code = 'T' || code;
SELECT count(*), max(steps) FROM place_above;
-- What is expected of figures across places does not multiply with their number, nor with the days on which they are there.
INSERT INTO place (code, parent, name) VALUES ('top', NULL, 'top');
INSERT INTO place (code, parent, name) SELECT 'W' || i, CASE WHEN i > 100 THEN 'W' || i % 100 + 1 ELSE 'top' END, 'w' FROM generate_series(1, 2000) AS i;
UPDATE place SET valid_until = '2025-06-30' WHERE code LIKE 'W%1';
ANALYZE place;
CREATE FUNCTION pg_temp.rows_expected(query text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	plan text;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT JSON) ' || query INTO plan;
	RETURN (SELECT max(m[1]::bigint) FROM regexp_matches(plan, '"Plan Rows": (\d+)', 'g') AS m);
END
$$;
SELECT pg_temp.rows_expected('TABLE place_figure') < 1000000 AS place_figure;
RESET search_path;
CALL plan_drop_workspace('deep', force => true);
