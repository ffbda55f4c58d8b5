-- A place becomes no more than it is, until another one becomes it again, and changes of a day do not go round.  Ways have a
-- length that views can follow.  Rows that go count as those that come: without the one by which a place was there again its shares add up to more.
-- The row of the tree is changed, not only locked: of two transactions that do not see each other's rows one fails.

CREATE OR REPLACE FUNCTION workspace.refuse_place_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	changed constant text := CASE TG_OP WHEN 'INSERT' THEN 'TABLE new_rows' WHEN 'DELETE' THEN 'TABLE old_rows' ELSE 'TABLE new_rows UNION ALL TABLE old_rows' END;
	wrong record;
	found_rows int;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	EXECUTE format('SELECT FROM (%s) AS c LIMIT 1', changed);
	GET DIAGNOSTICS found_rows = ROW_COUNT;
	IF found_rows = 0 THEN
		RETURN NULL;
	END IF;
	EXECUTE format('UPDATE %I.tree SET name = name WHERE name = $1', TG_TABLE_SCHEMA) USING TG_TABLE_NAME;
	GET DIAGNOSTICS found_rows = ROW_COUNT;
	IF found_rows = 0 THEN
		EXECUTE format('INSERT INTO %I.tree VALUES ($1) ON CONFLICT DO NOTHING', TG_TABLE_SCHEMA) USING TG_TABLE_NAME;
	END IF;
	EXECUTE format('SELECT s.place, s.shares FROM (SELECT d.place, d.changed_on, (
			SELECT sum(b.share::numeric) FROM %1$I.place_change AS b
			WHERE b.place = d.place AND b.changed_on <= d.changed_on
				AND NOT EXISTS (SELECT FROM %1$I.place_change AS r WHERE r.became = d.place AND r.changed_on > b.changed_on AND r.changed_on <= d.changed_on)
		) AS shares
		FROM %1$I.place_change AS d WHERE d.place IN (SELECT c.place FROM %1$I.place_change AS c
			WHERE c.place IN (SELECT unnest(ARRAY[n.place, n.became]) FROM (%2$s) AS n) GROUP BY c.place HAVING sum(c.share::numeric) > 1 + 1e-9)) AS s
		WHERE s.shares > 1 + 1e-9 ORDER BY s.place, s.changed_on LIMIT 1', TG_TABLE_SCHEMA, changed) INTO wrong;
	IF wrong.place IS NOT NULL THEN
		RAISE EXCEPTION 'shares of place "%" add up to %, more than 1', wrong.place, wrong.shares USING ERRCODE = 'check_violation',
			HINT = 'If the place was there again in between, a row says which place became it.';
	ELSIF TG_OP = 'DELETE' THEN
		RETURN NULL;
	END IF;
	EXECUTE format('WITH RECURSIVE later (start, place, changed_on, steps) AS (
			SELECT place, became, changed_on, 1 FROM new_rows
			UNION
			SELECT l.start, c.became, c.changed_on, l.steps + 1 FROM later AS l JOIN %1$I.place_change AS c ON c.place = l.place AND c.changed_on >= l.changed_on WHERE l.steps <= 100
		), earlier (start, place, changed_on, steps) AS (
			SELECT place, place, changed_on, 1 FROM new_rows
			UNION
			SELECT e.start, c.place, c.changed_on, e.steps + 1 FROM earlier AS e JOIN %1$I.place_change AS c ON c.became = e.place AND c.changed_on <= e.changed_on WHERE e.steps <= 100
		)
		SELECT w.place, (SELECT min(l.changed_on) FROM later AS l JOIN new_rows AS n USING (place, changed_on) WHERE l.start = w.place AND l.place = w.place) AS changed_on
		FROM (SELECT min(b.start) AS place FROM (
			SELECT u.start FROM (SELECT start, max(steps) AS steps FROM later GROUP BY start UNION ALL SELECT start, max(steps) FROM earlier GROUP BY start) AS u GROUP BY u.start HAVING sum(u.steps) > 101
		) AS b) AS w', TG_TABLE_SCHEMA) INTO wrong;
	IF wrong.changed_on IS NOT NULL THEN
		RAISE EXCEPTION 'place "%" would become itself on %', wrong.place, to_char(wrong.changed_on, 'YYYY-MM-DD') USING ERRCODE = 'check_violation',
			HINT = 'A place can be there again on a later day.';
	ELSIF wrong.place IS NOT NULL THEN
		RAISE EXCEPTION 'more than 100 changes would follow each other with that of place "%"', wrong.place USING ERRCODE = 'program_limit_exceeded';
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_place_change() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_place_change_insert AFTER INSERT ON workspace.place_change
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_place_change()

CREATE OR REPLACE TRIGGER refuse_place_change_update AFTER UPDATE ON workspace.place_change
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_place_change()

CREATE OR REPLACE TRIGGER refuse_place_change_delete AFTER DELETE ON workspace.place_change
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_place_change()
