-- What is refused, and what is written down.  These functions belong to the owner of the workspace, find
-- its tables by the schema of the table that calls them, and call nothing of the extension.  Those that run
-- as the owner can be called by triggers of the owner alone.  Of several wrong rows an error names the first by its
-- names, whatever the plan of the query; OFFSET 0 keeps that order out of the plan of the join.

-- Codes that are renamed.  What a foreign key does for a new code is the only change that closed targets take, and is not
-- written down.  It is known by what it does: the row has a code of the same row as before.  Table "renamed" says which rows have
-- had a code in a transaction, each of its codes that a row of a tree or list gave up or took.  A code that only one row has
-- had is that row's, whatever statement or function asks, and in whichever order foreign keys follow; of any other
-- code nothing is said, and what changes to it or from it counts as a change.  The row of a code that is deleted, or
-- gets another id, is none: ids can be given again.  Notes are made before the change, so that functions of the same query see
-- them, and are never taken back: what a transaction could take away, it could forge.  Those of other transactions mean nothing.

CREATE OR REPLACE FUNCTION workspace.note_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	IF TG_OP = 'UPDATE' AND OLD.id = NEW.id THEN
		EXECUTE format('INSERT INTO %I.renamed (table_name, code, row_id) VALUES ($1, $2, $4), ($1, $3, $4)', TG_TABLE_SCHEMA)
			USING TG_TABLE_NAME, OLD.code, NEW.code, OLD.id;
		RETURN NEW;
	END IF;
	EXECUTE format('UPDATE %I.renamed SET row_id = NULL WHERE transaction = pg_current_xact_id() AND table_name = $1 AND row_id = $2', TG_TABLE_SCHEMA)
		USING TG_TABLE_NAME, OLD.id;
	EXECUTE format('INSERT INTO %I.renamed (table_name, code) VALUES ($1, $2)', TG_TABLE_SCHEMA) USING TG_TABLE_NAME, OLD.code;
	IF TG_OP = 'DELETE' THEN
		RETURN OLD;
	END IF;
	EXECUTE format('INSERT INTO %I.renamed (table_name, code) VALUES ($1, $2)', TG_TABLE_SCHEMA) USING TG_TABLE_NAME, NEW.code;
	RETURN NEW;
END
$$

REVOKE ALL ON FUNCTION workspace.note_renamed() FROM PUBLIC

-- Old codes of a table and the new ones that their rows have now.

CREATE OR REPLACE FUNCTION workspace.new_codes(of_schema text, of_table text) RETURNS TABLE (old_code text, new_code text) LANGUAGE plpgsql ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN QUERY EXECUTE format('WITH notes AS MATERIALIZED (
			SELECT DISTINCT code, row_id FROM %1$I.renamed WHERE transaction = pg_current_xact_id() AND renamed_at = CURRENT_TIMESTAMP AND table_name = $1
		), owned AS MATERIALIZED (
			SELECT code, min(row_id) AS row_id FROM notes GROUP BY code HAVING count(*) = 1 AND count(row_id) = 1
		)
		SELECT o.code::text, n.code::text FROM owned AS o JOIN owned AS n USING (row_id) JOIN %1$I.%2$I AS p ON p.code = n.code AND p.id = n.row_id
		WHERE NOT EXISTS (SELECT FROM %1$I.%2$I AS h WHERE h.code = o.code)', of_schema, of_table) USING of_table;
END
$$

REVOKE ALL ON FUNCTION workspace.new_codes(text, text) FROM PUBLIC

-- A row that takes the place of another one in a query would have all that names it, which nothing sees change.

CREATE OR REPLACE FUNCTION workspace.refuse_replaced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	replaced text;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	EXECUTE format('SELECT min(o.code) FROM old_rows AS o JOIN %I.%I AS n USING (code)', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO replaced;
	IF replaced IS NOT NULL THEN
		RAISE EXCEPTION '% "%" cannot be deleted and made anew in one query', TG_TABLE_NAME, replaced USING ERRCODE = 'object_not_in_prerequisite_state',
			HINT = 'Change it, or delete it first.';
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_replaced() FROM PUBLIC

CREATE OR REPLACE TRIGGER note_renamed BEFORE UPDATE ON workspace.node
	FOR EACH ROW WHEN (OLD.code <> NEW.code OR OLD.id <> NEW.id) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_deleted BEFORE DELETE ON workspace.node
	FOR EACH ROW EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER refuse_replaced AFTER DELETE ON workspace.node
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_replaced()

CREATE OR REPLACE TRIGGER note_renamed BEFORE UPDATE ON workspace.place
	FOR EACH ROW WHEN (OLD.code <> NEW.code OR OLD.id <> NEW.id) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_deleted BEFORE DELETE ON workspace.place
	FOR EACH ROW EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER refuse_replaced AFTER DELETE ON workspace.place
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_replaced()

CREATE OR REPLACE TRIGGER note_renamed BEFORE UPDATE ON workspace.indicator
	FOR EACH ROW WHEN (OLD.code <> NEW.code OR OLD.id <> NEW.id) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_deleted BEFORE DELETE ON workspace.indicator
	FOR EACH ROW EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER refuse_replaced AFTER DELETE ON workspace.indicator
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_replaced()

CREATE OR REPLACE TRIGGER note_renamed BEFORE UPDATE ON workspace.basis
	FOR EACH ROW WHEN (OLD.code <> NEW.code OR OLD.id <> NEW.id) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_deleted BEFORE DELETE ON workspace.basis
	FOR EACH ROW EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER refuse_replaced AFTER DELETE ON workspace.basis
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_replaced()

CREATE OR REPLACE TRIGGER note_renamed BEFORE UPDATE ON workspace.ranking
	FOR EACH ROW WHEN (OLD.code <> NEW.code OR OLD.id <> NEW.id) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_deleted BEFORE DELETE ON workspace.ranking
	FOR EACH ROW EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER refuse_replaced AFTER DELETE ON workspace.ranking
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_replaced()

-- Who changes a tree waits for others who do, before it changes a row: two could make a round of which neither sees the whole.
-- Each tree has a row to lock, of a table that only the owner may touch: a lock on the table of the tree would keep out VACUUM,
-- and an advisory one could be held by anybody.  A transaction that sees what was there when it began fails if a row above has
-- changed since.

CREATE OR REPLACE FUNCTION workspace.wait_for_tree() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	locked int;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	EXECUTE format('SELECT FROM %I.tree WHERE name = $1 FOR UPDATE', TG_TABLE_SCHEMA) USING TG_TABLE_NAME;
	GET DIAGNOSTICS locked = ROW_COUNT;
	IF locked = 0 THEN
		EXECUTE format('INSERT INTO %I.tree VALUES ($1) ON CONFLICT DO NOTHING', TG_TABLE_SCHEMA) USING TG_TABLE_NAME;
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.wait_for_tree() FROM PUBLIC

CREATE OR REPLACE TRIGGER wait_for_tree BEFORE INSERT OR UPDATE OF parent, code ON workspace.node
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.wait_for_tree()

CREATE OR REPLACE TRIGGER wait_for_tree BEFORE INSERT OR UPDATE OF parent, code ON workspace.place
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.wait_for_tree()

-- No deeper than views can follow from every row.  What is moved takes what is below it with it.

CREATE OR REPLACE FUNCTION workspace.refuse_cycle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	above text := NEW.parent;
	levels int := 1;
	levels_below int := 0;
	locked constant text := CASE current_setting('transaction_isolation') WHEN 'read committed' THEN '' ELSE ' FOR SHARE' END;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	WHILE above IS NOT NULL AND levels <= 100 LOOP
		levels := levels + 1;
		IF above = NEW.code THEN
			RAISE EXCEPTION '% "%" would be below itself', TG_TABLE_NAME, NEW.code USING ERRCODE = 'check_violation', HINT = 'Choose a parent that is not below it.';
		END IF;
		EXECUTE format('SELECT parent FROM %I.%I WHERE code = $1' || locked, TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO above USING above;
	END LOOP;
	IF TG_OP = 'UPDATE' THEN
		IF OLD.parent IS DISTINCT FROM NEW.parent THEN
			EXECUTE format('WITH RECURSIVE below (code, levels) AS (
					SELECT $1 COLLATE "C", 0
					UNION ALL
					SELECT t.code, b.levels + 1 FROM below AS b JOIN %I.%I AS t ON t.parent = b.code WHERE b.levels < 100
				)
				SELECT max(levels) FROM below', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO levels_below USING NEW.code;
		END IF;
	END IF;
	IF levels + levels_below > 100 THEN
		RAISE EXCEPTION '% "%" would be in a tree of more than 100 levels', TG_TABLE_NAME, NEW.code USING ERRCODE = 'program_limit_exceeded';
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_cycle() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON workspace.node
	FOR EACH ROW WHEN (NEW.parent IS NOT NULL) EXECUTE FUNCTION workspace.refuse_cycle()

CREATE OR REPLACE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON workspace.place
	FOR EACH ROW WHEN (NEW.parent IS NOT NULL) EXECUTE FUNCTION workspace.refuse_cycle()

-- Targets and figures are written beside each other, and each write holds the row of its indicator and place as a foreign key does.  Who
-- makes stricter what these rows say waits for the writers, and they wait for that one.  What others have written since a
-- transaction began is not there for one that sees what was there then, and so it cannot make it stricter.

CREATE OR REPLACE FUNCTION workspace.wait_for_writers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
		RAISE EXCEPTION '% "%" cannot change so in a transaction of isolation level %', TG_TABLE_NAME, OLD.code, current_setting('transaction_isolation') USING ERRCODE = 'invalid_transaction_state',
			DETAIL = 'Targets and figures that others have written since it began could be against it.',
			HINT = 'Change it in a transaction of level read committed.';
	END IF;
	EXECUTE format('SELECT FROM %I.%I WHERE id = $1 FOR UPDATE', TG_TABLE_SCHEMA, TG_TABLE_NAME) USING OLD.id;
	RETURN NEW;
END
$$

REVOKE ALL ON FUNCTION workspace.wait_for_writers() FROM PUBLIC

CREATE OR REPLACE TRIGGER wait_for_writers BEFORE UPDATE OF direction ON workspace.indicator
	FOR EACH ROW WHEN (OLD.direction <> NEW.direction) EXECUTE FUNCTION workspace.wait_for_writers()

CREATE OR REPLACE TRIGGER wait_for_writers BEFORE UPDATE OF valid_from, valid_until ON workspace.place
	FOR EACH ROW WHEN (NEW.valid_from > coalesce(OLD.valid_from, '-infinity') OR NEW.valid_until < coalesce(OLD.valid_until, 'infinity')) EXECUTE FUNCTION workspace.wait_for_writers()

-- A goal and its indicator say the same of what is better, but for targets of closed periods, which do not change.  Where the
-- extension is not there, nothing says what a goal means.  A row that changes holds its indicator; the foreign key of a new one does.

CREATE OR REPLACE FUNCTION workspace.refuse_other_direction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	wrong record;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('%I.target', TG_TABLE_SCHEMA)::regclass AND attname = 'goal_direction' AND NOT attisdropped) THEN
		RETURN NULL;
	ELSIF TG_TABLE_NAME = 'target' THEN
		IF TG_OP = 'UPDATE' THEN
			EXECUTE format('SELECT FROM %I.indicator WHERE code IN (SELECT indicator FROM new_rows) ORDER BY code FOR KEY SHARE', TG_TABLE_SCHEMA);
		END IF;
		EXECUTE format('SELECT * FROM (SELECT n.goal, n.goal_direction, n.indicator, i.direction, n.first_day, n.last_day FROM new_rows AS n JOIN %1$I.indicator AS i ON i.code = n.indicator
			WHERE n.goal_direction <> i.direction OFFSET 0) AS w
			WHERE NOT EXISTS (SELECT FROM %1$I.closing AS k WHERE k.first_day <= w.first_day AND k.last_day >= w.last_day)
			ORDER BY w.indicator, w.goal LIMIT 1', TG_TABLE_SCHEMA) INTO wrong;
	ELSE
		EXECUTE format('SELECT t.goal, t.goal_direction, t.indicator, i.direction FROM %1$I.indicator AS i JOIN %1$I.target AS t ON t.indicator = i.code
			WHERE i.id = $1 AND t.goal_direction <> i.direction
				AND NOT EXISTS (SELECT FROM %1$I.closing AS k WHERE k.first_day <= t.first_day AND k.last_day >= t.last_day)
			ORDER BY t.goal LIMIT 1', TG_TABLE_SCHEMA)
			INTO wrong USING NEW.id;
	END IF;
	IF wrong.goal IS NOT NULL THEN
		RAISE EXCEPTION 'goal "%" has direction %, but indicator "%" has direction %', wrong.goal, wrong.goal_direction, wrong.indicator, wrong.direction USING ERRCODE = 'check_violation',
			HINT = 'Goals are written >= 8 or >= 6.6..6.8 where more is better, <= 8 where less is, and 8..12 where what is between is. After SET CONSTRAINTS ALL DEFERRED an indicator and its targets can change in one transaction.';
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_other_direction() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_other_direction_insert AFTER INSERT ON workspace.target
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_other_direction()

CREATE OR REPLACE TRIGGER refuse_other_direction_update AFTER UPDATE ON workspace.target
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_other_direction()

DROP TRIGGER IF EXISTS refuse_other_direction ON workspace.indicator

CREATE CONSTRAINT TRIGGER refuse_other_direction AFTER UPDATE OF direction ON workspace.indicator DEFERRABLE
	FOR EACH ROW WHEN (OLD.direction <> NEW.direction) EXECUTE FUNCTION workspace.refuse_other_direction()

-- A place has targets and figures of periods of which it has seen a part.

CREATE OR REPLACE FUNCTION workspace.refuse_other_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	wrong record;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = TG_RELID AND attname = 'first_day' AND NOT attisdropped) THEN
		RETURN NULL;
	ELSIF TG_OP = 'UPDATE' THEN
		EXECUTE format('SELECT FROM %I.place WHERE code IN (SELECT place FROM new_rows) ORDER BY code FOR KEY SHARE', TG_TABLE_SCHEMA);
	END IF;
	EXECUTE format('SELECT * FROM (SELECT n.place, n.period, p.valid_from, p.valid_until FROM new_rows AS n JOIN %I.place AS p ON p.code = n.place
		WHERE p.valid_from > n.last_day OR p.valid_until < n.first_day OFFSET 0) AS w ORDER BY w.place, w.period LIMIT 1', TG_TABLE_SCHEMA) INTO wrong;
	IF wrong.place IS NOT NULL THEN
		RAISE EXCEPTION 'place "%" was not there in period %', wrong.place, wrong.period USING ERRCODE = 'check_violation',
			DETAIL = concat_ws(' ', 'It is valid', 'from ' || to_char(wrong.valid_from, 'YYYY-MM-DD'), 'until ' || to_char(wrong.valid_until, 'YYYY-MM-DD')) || '.',
			HINT = 'Table "place_change" says what it became.';
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_other_time() FROM PUBLIC

CREATE OR REPLACE FUNCTION workspace.refuse_other_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	rows_of text;
	wrong record;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	FOREACH rows_of IN ARRAY '{target,actual}'::text[] LOOP
		CONTINUE WHEN NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('%I.%I', TG_TABLE_SCHEMA, rows_of)::regclass AND attname = 'first_day' AND NOT attisdropped);
		EXECUTE format('SELECT i.code AS indicator, w.period FROM %1$I.indicator AS i CROSS JOIN LATERAL (
				SELECT r.period, r.first_day, r.last_day FROM %1$I.%2$I AS r WHERE r.indicator = i.code AND r.place = $1 AND (r.last_day < $2 OR r.first_day > $3)
				ORDER BY r.first_day, r.last_day LIMIT 1
			) AS w ORDER BY w.first_day, w.last_day, i.code LIMIT 1', TG_TABLE_SCHEMA, rows_of)
			INTO wrong USING NEW.code, NEW.valid_from, NEW.valid_until;
		IF wrong.period IS NOT NULL THEN
			RAISE EXCEPTION 'place "%" would not be there in period %', NEW.code, wrong.period USING ERRCODE = 'check_violation',
				DETAIL = format('It has a %s of indicator "%s" for the period.', CASE rows_of WHEN 'target' THEN 'target' ELSE 'figure' END, wrong.indicator),
				HINT = 'Delete what it has of periods in which it was not there, or move it to the place that was.';
		END IF;
	END LOOP;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_other_days() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_other_days AFTER UPDATE OF valid_from, valid_until ON workspace.place
	FOR EACH ROW WHEN (NEW.valid_from > coalesce(OLD.valid_from, '-infinity') OR NEW.valid_until < coalesce(OLD.valid_until, 'infinity')) EXECUTE FUNCTION workspace.refuse_other_days()

CREATE OR REPLACE TRIGGER refuse_other_time_insert AFTER INSERT ON workspace.target
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_other_time()

CREATE OR REPLACE TRIGGER refuse_other_time_update AFTER UPDATE ON workspace.target
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_other_time()

CREATE OR REPLACE TRIGGER refuse_other_time_insert AFTER INSERT ON workspace.actual
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_other_time()

CREATE OR REPLACE TRIGGER refuse_other_time_update AFTER UPDATE ON workspace.actual
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_other_time()

-- Closing a period changes the row of settings: writers of targets wait for it, and those who cannot see
-- it yet fail.

CREATE OR REPLACE FUNCTION workspace.wait_for_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	EXECUTE format('SELECT FROM %I.setting FOR SHARE', TG_TABLE_SCHEMA);
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.wait_for_closing() FROM PUBLIC

CREATE OR REPLACE TRIGGER wait_for_closing BEFORE INSERT OR UPDATE OR DELETE ON workspace.target
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.wait_for_closing()

-- So do those who rename or delete what verdicts name: a closing could not see the new code.

CREATE OR REPLACE TRIGGER wait_for_closing BEFORE UPDATE OF code, parent, weight OR DELETE ON workspace.node
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.wait_for_closing()

CREATE OR REPLACE TRIGGER wait_for_closing BEFORE UPDATE OF code OR DELETE ON workspace.place
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.wait_for_closing()

CREATE OR REPLACE TRIGGER wait_for_closing BEFORE UPDATE OF code OR DELETE ON workspace.indicator
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.wait_for_closing()

CREATE OR REPLACE TRIGGER wait_for_closing BEFORE UPDATE OF code OR DELETE ON workspace.basis
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.wait_for_closing()

-- Codes that are renamed are all that may change, and a goal that is stated again, as it was before its day, is no change.  Both transition tables have their rows in one order, also where a row
-- changes twice.

CREATE OR REPLACE FUNCTION workspace.refuse_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
	SET extra_float_digits = 1 SET DateStyle = 'ISO, MDY' SET IntervalStyle = 'postgres' SET TimeZone = 'UTC' SET bytea_output = 'hex' SET xmlbinary = 'base64' SET lc_monetary = 'C' SET quote_all_identifiers = off AS $$
DECLARE
	changes constant text := CASE TG_OP
		WHEN 'INSERT' THEN 'SELECT NULL::jsonb, to_jsonb(n), k.period, n.indicator, n.place, n.period FROM new_rows AS n JOIN %1$I.closing AS k ON k.first_day <= n.first_day AND k.last_day >= n.last_day
			WHERE NOT EXISTS (SELECT FROM (SELECT t.goal FROM %1$I.target AS t WHERE t.year = n.year AND t.indicator = n.indicator AND t.place = n.place AND t.basis = n.basis AND t.first_day = n.first_day AND t.last_day = n.last_day AND t.known_on < n.known_on ORDER BY t.known_on DESC LIMIT 1) AS b WHERE b.goal IS NOT DISTINCT FROM n.goal)'
		WHEN 'DELETE' THEN 'SELECT to_jsonb(o), NULL::jsonb, k.period, o.indicator, o.place, o.period FROM old_rows AS o JOIN %1$I.closing AS k ON k.first_day <= o.first_day AND k.last_day >= o.last_day'
		ELSE 'SELECT to_jsonb(o), to_jsonb(n), k.period, o.indicator, o.place, CASE WHEN k.first_day <= o.first_day AND k.last_day >= o.last_day THEN o.period ELSE n.period END FROM (SELECT r.*, row_number() OVER () AS number FROM old_rows AS r) AS o JOIN (SELECT r.*, row_number() OVER () AS number FROM new_rows AS r) AS n USING (number)
			JOIN %1$I.closing AS k ON k.first_day <= o.first_day AND k.last_day >= o.last_day OR k.first_day <= n.first_day AND k.last_day >= n.last_day' END;
	closed text;
	target record;
	hint text;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	EXECUTE format('SELECT period FROM %I.closing ORDER BY first_day, last_day LIMIT 1', TG_TABLE_SCHEMA) INTO closed;
	IF closed IS NULL THEN
		RETURN NULL;
	ELSIF TG_OP = 'TRUNCATE' THEN
		RAISE EXCEPTION 'period % is closed: its targets cannot change', closed USING ERRCODE = 'object_not_in_prerequisite_state',
			HINT = 'plan_reopen_period() opens it again.';
	ELSIF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = TG_RELID AND attname = 'first_day' AND NOT attisdropped) THEN
		RAISE EXCEPTION 'targets cannot change: without extension tnplan nothing says whether they belong to closed periods' USING ERRCODE = 'object_not_in_prerequisite_state',
			HINT = 'CREATE EXTENSION tnplan, and create the workspace again: its rows stay.';
	END IF;
	EXECUTE format('WITH closed (old_row, new_row, closed, indicator, place, period) AS MATERIALIZED (' || changes || ')
		SELECT c.closed, c.indicator, c.place, c.period FROM closed AS c
		WHERE c.old_row - ''{indicator,place,basis}''::text[] IS DISTINCT FROM c.new_row - ''{indicator,place,basis}''::text[]
			OR c.old_row -> ''indicator'' <> c.new_row -> ''indicator'' AND (c.old_row ->> ''indicator'', c.new_row ->> ''indicator'') NOT IN (SELECT old_code, new_code FROM %1$I.new_codes($1, ''indicator''))
			OR c.old_row -> ''place'' <> c.new_row -> ''place'' AND (c.old_row ->> ''place'', c.new_row ->> ''place'') NOT IN (SELECT old_code, new_code FROM %1$I.new_codes($1, ''place''))
			OR c.old_row -> ''basis'' <> c.new_row -> ''basis'' AND (c.old_row ->> ''basis'', c.new_row ->> ''basis'') NOT IN (SELECT old_code, new_code FROM %1$I.new_codes($1, ''basis''))
		ORDER BY c.closed, c.indicator, c.place, c.period LIMIT 1', TG_TABLE_SCHEMA)
		INTO target USING TG_TABLE_SCHEMA;
	IF target.closed IS NOT NULL THEN
		EXECUTE format('SELECT CASE WHEN EXISTS (SELECT FROM %I.renamed WHERE transaction = pg_current_xact_id() GROUP BY table_name, code HAVING count(DISTINCT row_id) > 1) THEN '' Or give a code that another row has had to the next one in a transaction of its own.'' ELSE '''' END', TG_TABLE_SCHEMA) INTO hint;
		RAISE EXCEPTION 'period % is closed: its targets cannot change', target.closed USING ERRCODE = 'object_not_in_prerequisite_state',
			DETAIL = format('The target is that of indicator "%s" and place "%s" for %s.', target.indicator, target.place, target.period),
			HINT = 'plan_reopen_period() opens it again.' || hint;
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_closed() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_closed_insert AFTER INSERT ON workspace.target
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closed()

CREATE OR REPLACE TRIGGER refuse_closed_update AFTER UPDATE ON workspace.target
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closed()

CREATE OR REPLACE TRIGGER refuse_closed_delete AFTER DELETE ON workspace.target
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closed()

CREATE OR REPLACE TRIGGER refuse_closed_truncate BEFORE TRUNCATE ON workspace.target
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closed()

-- Scorecards of closed periods go up the tree: no weight and parent on their way changes.  Codes can, and new nodes can be
-- made: what was there has no verdict of theirs.

CREATE OR REPLACE FUNCTION workspace.refuse_closed_tree() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	changed record;
	hint text;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	EXECUTE format('WITH RECURSIVE changed (id) AS (
			SELECT n.id FROM (SELECT r.*, row_number() OVER () AS number FROM old_rows AS r) AS o JOIN (SELECT r.*, row_number() OVER () AS number FROM new_rows AS r) AS n USING (number)
			WHERE o.weight <> n.weight OR o.parent IS DISTINCT FROM n.parent
				AND coalesce((o.parent, n.parent) NOT IN (SELECT old_code, new_code FROM %1$I.new_codes($1, ''node'')), true)
		), below (id, code) AS (
			SELECT n.id, n.code FROM changed JOIN %1$I.node AS n USING (id)
			UNION
			SELECT b.id, n.code FROM below AS b JOIN %1$I.node AS n ON n.parent = b.code
		)
		SELECT k.period AS closed, n.code FROM below AS b JOIN %1$I.closed_verdict AS v ON v.node = b.code JOIN %1$I.closing AS k ON k.id = v.closing JOIN %1$I.node AS n ON n.id = b.id
		ORDER BY k.first_day, k.last_day, n.code LIMIT 1', TG_TABLE_SCHEMA) INTO changed USING TG_TABLE_SCHEMA;
	IF changed.closed IS NOT NULL THEN
		EXECUTE format('SELECT CASE WHEN EXISTS (SELECT FROM %I.renamed WHERE transaction = pg_current_xact_id() GROUP BY table_name, code HAVING count(DISTINCT row_id) > 1) THEN '' Or give a code that another row has had to the next one in a transaction of its own.'' ELSE '''' END', TG_TABLE_SCHEMA) INTO hint;
		RAISE EXCEPTION 'period % is closed: node "%" cannot change its parent or weight', changed.closed, changed.code USING ERRCODE = 'object_not_in_prerequisite_state',
			DETAIL = 'Verdicts of the period go up the tree through it.',
			HINT = 'Make a new node, and move indicators to it: verdicts of closed periods stay where they are. Or plan_reopen_period() opens the period again.' || hint;
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_closed_tree() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_closed_tree AFTER UPDATE ON workspace.node
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closed_tree()

-- A closing without its verdicts, or the other way round, would hide targets, and a note of a code that nobody renamed would hide
-- changes.

CREATE OR REPLACE FUNCTION workspace.refuse_by_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NOT pg_has_role(CURRENT_USER, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
		RAISE EXCEPTION 'table "%" cannot be changed by hand', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege',
			HINT = CASE WHEN TG_TABLE_NAME IN ('renamed', 'tree') THEN 'Triggers of the workspace alone write to it.' ELSE 'plan_close_period() closes a period, and plan_reopen_period() opens it again.' END;
	END IF;
	RETURN NULL;
END
$$

CREATE OR REPLACE TRIGGER refuse_by_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON workspace.closing
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_by_hand()

CREATE OR REPLACE TRIGGER refuse_by_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON workspace.closed_verdict
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_by_hand()

CREATE OR REPLACE TRIGGER refuse_by_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON workspace.renamed
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_by_hand()

CREATE OR REPLACE TRIGGER refuse_by_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON workspace.tree
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_by_hand()

-- Who entered a row and when is not for those to say who enter it, but for the owner, who may load what is old.

CREATE OR REPLACE FUNCTION workspace.set_recorded() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF pg_has_role(CURRENT_USER, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
		RETURN NEW;
	ELSIF TG_OP = 'UPDATE' THEN
		NEW.recorded_by := OLD.recorded_by;
		NEW.recorded_at := OLD.recorded_at;
	ELSE
		NEW.recorded_by := CURRENT_USER;
		NEW.recorded_at := CURRENT_TIMESTAMP;
	END IF;
	RETURN NEW;
END
$$

-- It writes as the owner of the workspace, so that nobody else can write to the log; who acts is the role of
-- SET ROLE, or else who has logged in.  The reason is a setting, or what the change itself states.  What follows from
-- a new code is logged with that alone.  Verdicts that come with a closing of this transaction, or go with theirs, are told by that of the closing.
-- Changes of one row follow each other as they were made.

CREATE OR REPLACE FUNCTION workspace.log_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
	SET extra_float_digits = 1 SET DateStyle = 'ISO, MDY' SET IntervalStyle = 'postgres' SET TimeZone = 'UTC' SET bytea_output = 'hex' SET xmlbinary = 'base64' SET lc_monetary = 'C' SET quote_all_identifiers = off AS $$
DECLARE
	acts_as constant text := current_setting('role');
	changes text := CASE TG_OP
		WHEN 'INSERT' THEN 'SELECT NULL::jsonb, to_jsonb(n), 1 FROM new_rows AS n'
		WHEN 'UPDATE' THEN 'SELECT o.row, n.row, number FROM (SELECT to_jsonb(r) AS row, row_number() OVER () AS number FROM old_rows AS r) AS o JOIN (SELECT to_jsonb(r) AS row, row_number() OVER () AS number FROM new_rows AS r) AS n USING (number) WHERE o.row <> n.row'
		WHEN 'DELETE' THEN 'SELECT to_jsonb(o), NULL::jsonb, 1 FROM old_rows AS o'
		ELSE 'SELECT NULL::jsonb, NULL::jsonb, 1' END;
	codes text[];
	same text;
BEGIN
	IF CURRENT_USER <> pg_get_userbyid((SELECT relowner FROM pg_class WHERE oid = TG_RELID)) THEN
		RAISE EXCEPTION 'table "%" has another owner than the function of its trigger', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', HINT = 'Triggers of a workspace are for its tables, which have one owner.';
	END IF;
	IF TG_OP = 'UPDATE' THEN
		SELECT array_agg(a.attname), string_agg(format(' AND (o.row -> %1$L = n.row -> %1$L OR coalesce((o.row ->> %1$L, n.row ->> %1$L) IN (SELECT old_code, new_code FROM %2$I.new_codes(%2$L, %3$L)), false))', a.attname, TG_TABLE_SCHEMA, c.relname), '') INTO codes, same
		FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] JOIN pg_class AS c ON c.oid = k.confrelid
		WHERE k.conrelid = TG_RELID AND k.contype = 'f' AND k.confupdtype = 'c';
		changes := changes || coalesce(' AND NOT (o.row - $6 = n.row - $6' || same || ')', '');
	ELSIF TG_TABLE_NAME = 'closed_verdict' THEN
		changes := changes || CASE TG_OP
			WHEN 'INSERT' THEN format(' WHERE NOT EXISTS (SELECT FROM %I.closing AS k WHERE k.id = n.closing AND k.closed_at = CURRENT_TIMESTAMP)', TG_TABLE_SCHEMA)
			WHEN 'DELETE' THEN format(' WHERE EXISTS (SELECT FROM %I.closing AS k WHERE k.id = o.closing)', TG_TABLE_SCHEMA)
			ELSE '' END;
	END IF;
	EXECUTE format('INSERT INTO %I.change_log (changed_by, logged_in_as, table_name, action, row_id, old_row, new_row, reason)
		SELECT $1, $2, $3, $4, c.row_id, c.old_row, c.new_row, coalesce($5, nullif(c.new_row ->> ''reason'', c.old_row ->> ''reason''), nullif(c.new_row ->> ''note'', c.old_row ->> ''note'')) FROM (SELECT (coalesce(d.old_row, d.new_row) ->> CASE $3 WHEN ''closed_verdict'' THEN ''closing'' ELSE ''id'' END)::int8 AS row_id, d.* FROM (' || replace(changes, '%', '%%') || ' OFFSET 0) AS d (old_row, new_row, number)) AS c
		ORDER BY c.row_id, c.number', TG_TABLE_SCHEMA)
		USING CASE acts_as WHEN 'none' THEN SESSION_USER ELSE acts_as END, SESSION_USER, TG_TABLE_NAME, lower(TG_OP), nullif(current_setting('tnplan.reason', true), ''), codes;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.log_change() FROM PUBLIC

CREATE OR REPLACE TRIGGER set_recorded_of_new BEFORE INSERT ON workspace.target
	FOR EACH ROW WHEN (NEW.recorded_by <> CURRENT_USER OR NEW.recorded_at <> CURRENT_TIMESTAMP) EXECUTE FUNCTION workspace.set_recorded()

CREATE OR REPLACE TRIGGER set_recorded BEFORE UPDATE ON workspace.target
	FOR EACH ROW WHEN (NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at) EXECUTE FUNCTION workspace.set_recorded()

CREATE OR REPLACE TRIGGER set_recorded_of_new BEFORE INSERT ON workspace.actual
	FOR EACH ROW WHEN (NEW.recorded_by <> CURRENT_USER OR NEW.recorded_at <> CURRENT_TIMESTAMP) EXECUTE FUNCTION workspace.set_recorded()

CREATE OR REPLACE TRIGGER set_recorded BEFORE UPDATE ON workspace.actual
	FOR EACH ROW WHEN (NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at) EXECUTE FUNCTION workspace.set_recorded()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.target
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.target
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.target
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.actual
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.actual
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.actual
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.official_verdict
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.official_verdict
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.official_verdict
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.milestone
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.milestone
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.milestone
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.standing
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.standing
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.standing
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.indicator
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.indicator
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.indicator
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.node
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.node
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.node
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.place
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.place
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.place
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.basis
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.basis
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.basis
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.ranking
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.ranking
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.ranking
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_insert AFTER INSERT ON workspace.closing
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.closing
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.closing
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.closing
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_insert AFTER INSERT ON workspace.closed_verdict
	REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_update AFTER UPDATE ON workspace.closed_verdict
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_delete AFTER DELETE ON workspace.closed_verdict
	REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_truncate AFTER TRUNCATE ON workspace.closed_verdict
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.log_change()
