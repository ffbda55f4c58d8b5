-- What is refused, and what is written down.  These functions belong to the owner of the workspace, find
-- its tables by the schema of the table that calls them, and call nothing of the extension.  Those that run
-- as the owner can be called by triggers of the owner alone.

-- Codes that are renamed.  What a foreign key does for a new code is the only change that closed targets take, and is not
-- written down: triggers know it by table "renamed", into which nobody writes but a trigger of the table whose codes are
-- renamed.  A note holds for triggers at the end of the query that it is of, whose depth is its own: those of a statement in a
-- trigger are deeper, and every statement before them takes away what an earlier one has left at its depth.  The last
-- ones go with the end of the transaction: nobody else ever sees one.

CREATE OR REPLACE FUNCTION workspace.forget_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	EXECUTE format('DELETE FROM %I.renamed WHERE depth >= $1', TG_TABLE_SCHEMA) USING CASE WHEN TG_WHEN = 'BEFORE' THEN pg_trigger_depth() ELSE 0 END;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.forget_renamed() FROM PUBLIC

CREATE OR REPLACE FUNCTION workspace.note_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	is_first boolean;
BEGIN
	EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I.renamed)', TG_TABLE_SCHEMA) INTO is_first;
	IF is_first THEN
		EXECUTE format('SET CONSTRAINTS %I.forget_renamed_at_end DEFERRED', TG_TABLE_SCHEMA);
	END IF;
	EXECUTE format('INSERT INTO %I.renamed (table_name, old_code, new_code, depth, is_first) VALUES ($1, $2, $3, $4, $5)', TG_TABLE_SCHEMA)
		USING TG_TABLE_NAME, OLD.code, NEW.code, pg_trigger_depth(), is_first;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.note_renamed() FROM PUBLIC

DROP TRIGGER IF EXISTS forget_renamed_at_end ON workspace.renamed

CREATE CONSTRAINT TRIGGER forget_renamed_at_end AFTER INSERT ON workspace.renamed DEFERRABLE INITIALLY DEFERRED
	FOR EACH ROW WHEN (NEW.is_first) EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER note_renamed AFTER UPDATE ON workspace.node
	FOR EACH ROW WHEN (OLD.code <> NEW.code) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_renamed AFTER UPDATE ON workspace.place
	FOR EACH ROW WHEN (OLD.code <> NEW.code) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_renamed AFTER UPDATE ON workspace.indicator
	FOR EACH ROW WHEN (OLD.code <> NEW.code) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_renamed AFTER UPDATE ON workspace.basis
	FOR EACH ROW WHEN (OLD.code <> NEW.code) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER note_renamed AFTER UPDATE ON workspace.ranking
	FOR EACH ROW WHEN (OLD.code <> NEW.code) EXECUTE FUNCTION workspace.note_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.target
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.actual
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.official_verdict
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.milestone
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.standing
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.indicator
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.node
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.place
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.basis
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.ranking
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

CREATE OR REPLACE TRIGGER forget_renamed BEFORE UPDATE ON workspace.closed_verdict
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.forget_renamed()

-- Who changes a tree waits for others who do, before it changes a row: two could make a round of which neither sees the whole.
-- Each tree has a row to lock, of a table that only the owner may touch: a lock on the table of the tree would keep out VACUUM,
-- and an advisory one could be held by anybody.  A transaction that sees what was there when it began fails if a row above has
-- changed since.

CREATE OR REPLACE FUNCTION workspace.wait_for_tree() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	locked int;
BEGIN
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

CREATE OR REPLACE FUNCTION workspace.refuse_cycle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	above text := NEW.parent;
	steps int := 0;
	locked constant text := CASE current_setting('transaction_isolation') WHEN 'read committed' THEN '' ELSE ' FOR SHARE' END;
BEGIN
	WHILE above IS NOT NULL LOOP
		steps := steps + 1;
		IF above = NEW.code OR steps > 10000 THEN
			RAISE EXCEPTION '% "%" would be below itself', TG_TABLE_NAME, NEW.code USING ERRCODE = 'check_violation', HINT = 'Choose a parent that is not below it.';
		END IF;
		EXECUTE format('SELECT parent FROM %I.%I WHERE code = $1' || locked, TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO above USING above;
	END LOOP;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_cycle() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON workspace.node
	FOR EACH ROW WHEN (NEW.parent IS NOT NULL) EXECUTE FUNCTION workspace.refuse_cycle()

CREATE OR REPLACE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON workspace.place
	FOR EACH ROW WHEN (NEW.parent IS NOT NULL) EXECUTE FUNCTION workspace.refuse_cycle()

-- A goal and its indicator say the same of what is better.  Where the extension is not there, nothing says what
-- a goal means.

CREATE OR REPLACE FUNCTION workspace.refuse_other_direction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	wrong record;
BEGIN
	IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('%I.target', TG_TABLE_SCHEMA)::regclass AND attname = 'goal_direction' AND NOT attisdropped) THEN
		RETURN NULL;
	ELSIF TG_TABLE_NAME = 'target' THEN
		EXECUTE format('SELECT n.goal, n.goal_direction, n.indicator, i.direction FROM new_rows AS n JOIN %I.indicator AS i ON i.code = n.indicator
			WHERE n.goal_direction <> i.direction LIMIT 1', TG_TABLE_SCHEMA) INTO wrong;
	ELSE
		EXECUTE format('SELECT t.goal, t.goal_direction, t.indicator, i.direction FROM %1$I.indicator AS i JOIN %1$I.target AS t ON t.indicator = i.code
			WHERE i.id = $1 AND t.goal_direction <> i.direction
				AND NOT EXISTS (SELECT FROM %1$I.closing AS k WHERE k.first_day <= t.first_day AND k.last_day >= t.last_day) LIMIT 1', TG_TABLE_SCHEMA)
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
	IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = TG_RELID AND attname = 'first_day' AND NOT attisdropped) THEN
		RETURN NULL;
	END IF;
	EXECUTE format('SELECT n.place, n.period, p.valid_from, p.valid_until FROM new_rows AS n JOIN %I.place AS p ON p.code = n.place
		WHERE p.valid_from > n.last_day OR p.valid_until < n.first_day LIMIT 1', TG_TABLE_SCHEMA) INTO wrong;
	IF wrong.place IS NOT NULL THEN
		RAISE EXCEPTION 'place "%" was not there in period %', wrong.place, wrong.period USING ERRCODE = 'check_violation',
			DETAIL = concat_ws(' ', 'It is valid', 'from ' || to_char(wrong.valid_from, 'YYYY-MM-DD'), 'until ' || to_char(wrong.valid_until, 'YYYY-MM-DD')) || '.',
			HINT = 'Table "place_change" says what it became.';
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_other_time() FROM PUBLIC

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

CREATE OR REPLACE FUNCTION workspace.refuse_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	changes constant text := CASE TG_OP
		WHEN 'INSERT' THEN 'SELECT NULL::jsonb, to_jsonb(n), k.period, n.indicator, n.period FROM new_rows AS n JOIN %1$I.closing AS k ON k.first_day <= n.first_day AND k.last_day >= n.last_day
			WHERE n.goal IS DISTINCT FROM (SELECT t.goal FROM %1$I.target AS t WHERE t.year = n.year AND t.indicator = n.indicator AND t.place = n.place AND t.basis = n.basis AND t.first_day = n.first_day AND t.last_day = n.last_day AND t.known_on < n.known_on ORDER BY t.known_on DESC LIMIT 1)'
		WHEN 'DELETE' THEN 'SELECT to_jsonb(o), NULL::jsonb, k.period, o.indicator, o.period FROM old_rows AS o JOIN %1$I.closing AS k ON k.first_day <= o.first_day AND k.last_day >= o.last_day'
		ELSE 'SELECT to_jsonb(o), to_jsonb(n), k.period, o.indicator, CASE WHEN k.first_day <= o.first_day AND k.last_day >= o.last_day THEN o.period ELSE n.period END FROM (SELECT r.*, row_number() OVER () AS number FROM old_rows AS r) AS o JOIN (SELECT r.*, row_number() OVER () AS number FROM new_rows AS r) AS n USING (number)
			JOIN %1$I.closing AS k ON k.first_day <= o.first_day AND k.last_day >= o.last_day OR k.first_day <= n.first_day AND k.last_day >= n.last_day' END;
	closed text;
	target record;
BEGIN
	EXECUTE format('SELECT period FROM %I.closing LIMIT 1', TG_TABLE_SCHEMA) INTO closed;
	IF closed IS NULL THEN
		RETURN NULL;
	ELSIF TG_OP = 'TRUNCATE' THEN
		RAISE EXCEPTION 'period % is closed: its targets cannot change', closed USING ERRCODE = 'object_not_in_prerequisite_state',
			HINT = 'plan_reopen_period() opens it again.';
	ELSIF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = TG_RELID AND attname = 'first_day' AND NOT attisdropped) THEN
		RAISE EXCEPTION 'targets cannot change: without extension tnplan nothing says whether they belong to closed periods' USING ERRCODE = 'object_not_in_prerequisite_state',
			HINT = 'CREATE EXTENSION tnplan, and create the workspace again: its rows stay.';
	END IF;
	EXECUTE format('WITH closed (old_row, new_row, closed, indicator, period) AS MATERIALIZED (' || changes || ')
		SELECT c.closed, c.indicator, c.period FROM closed AS c
		WHERE c.old_row - ''{indicator,place,basis}''::text[] IS DISTINCT FROM c.new_row - ''{indicator,place,basis}''::text[]
			OR c.old_row -> ''indicator'' <> c.new_row -> ''indicator'' AND NOT EXISTS (SELECT FROM %1$I.renamed WHERE table_name = ''indicator'' AND old_code = c.old_row ->> ''indicator'' AND new_code = c.new_row ->> ''indicator'' AND depth = $1)
			OR c.old_row -> ''place'' <> c.new_row -> ''place'' AND NOT EXISTS (SELECT FROM %1$I.renamed WHERE table_name = ''place'' AND old_code = c.old_row ->> ''place'' AND new_code = c.new_row ->> ''place'' AND depth = $1)
			OR c.old_row -> ''basis'' <> c.new_row -> ''basis'' AND NOT EXISTS (SELECT FROM %1$I.renamed WHERE table_name = ''basis'' AND old_code = c.old_row ->> ''basis'' AND new_code = c.new_row ->> ''basis'' AND depth = $1) LIMIT 1', TG_TABLE_SCHEMA)
		INTO target USING pg_trigger_depth();
	IF target.closed IS NOT NULL THEN
		RAISE EXCEPTION 'period % is closed: its targets cannot change', target.closed USING ERRCODE = 'object_not_in_prerequisite_state',
			DETAIL = format('The target is that of indicator "%s" for %s.', target.indicator, target.period),
			HINT = 'plan_reopen_period() opens it again.';
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
BEGIN
	EXECUTE format('WITH RECURSIVE changed (id) AS (
			SELECT n.id FROM (SELECT r.*, row_number() OVER () AS number FROM old_rows AS r) AS o JOIN (SELECT r.*, row_number() OVER () AS number FROM new_rows AS r) AS n USING (number)
			WHERE o.weight <> n.weight OR o.parent IS DISTINCT FROM n.parent
				AND NOT EXISTS (SELECT FROM %1$I.renamed WHERE table_name = ''node'' AND old_code = o.parent AND new_code = n.parent AND depth = $1)
		), below (id, code) AS (
			SELECT n.id, n.code FROM changed JOIN %1$I.node AS n USING (id)
			UNION
			SELECT b.id, n.code FROM below AS b JOIN %1$I.node AS n ON n.parent = b.code
		)
		SELECT k.period AS closed, n.code FROM below AS b JOIN %1$I.closed_verdict AS v ON v.node = b.code JOIN %1$I.closing AS k ON k.id = v.closing JOIN %1$I.node AS n ON n.id = b.id
		LIMIT 1', TG_TABLE_SCHEMA) INTO changed USING pg_trigger_depth();
	IF changed.closed IS NOT NULL THEN
		RAISE EXCEPTION 'period % is closed: node "%" cannot change its parent or weight', changed.closed, changed.code USING ERRCODE = 'object_not_in_prerequisite_state',
			DETAIL = 'Verdicts of the period go up the tree through it.',
			HINT = 'Make a new node, and move indicators to it: verdicts of closed periods stay where they are. Or plan_reopen_period() opens the period again.';
	END IF;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.refuse_closed_tree() FROM PUBLIC

CREATE OR REPLACE TRIGGER refuse_closed_tree AFTER UPDATE ON workspace.node
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closed_tree()

-- A closing without its verdicts, or the other way round, would hide targets.

CREATE OR REPLACE FUNCTION workspace.refuse_closing_by_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF NOT pg_has_role(CURRENT_USER, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
		RAISE EXCEPTION 'table "%" cannot be changed by hand', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege',
			HINT = 'plan_close_period() closes a period, and plan_reopen_period() opens it again.';
	END IF;
	RETURN NULL;
END
$$

CREATE OR REPLACE TRIGGER refuse_closing_by_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON workspace.closing
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closing_by_hand()

CREATE OR REPLACE TRIGGER refuse_closing_by_hand BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON workspace.closed_verdict
	FOR EACH STATEMENT EXECUTE FUNCTION workspace.refuse_closing_by_hand()

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

CREATE OR REPLACE FUNCTION workspace.log_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	acts_as constant text := current_setting('role');
	changes text := CASE TG_OP
		WHEN 'INSERT' THEN 'SELECT NULL::jsonb, to_jsonb(n) FROM new_rows AS n'
		WHEN 'UPDATE' THEN 'SELECT o.row, n.row FROM (SELECT to_jsonb(r) AS row, row_number() OVER () AS number FROM old_rows AS r) AS o JOIN (SELECT to_jsonb(r) AS row, row_number() OVER () AS number FROM new_rows AS r) AS n USING (number) WHERE o.row <> n.row'
		WHEN 'DELETE' THEN 'SELECT to_jsonb(o), NULL::jsonb FROM old_rows AS o'
		ELSE 'SELECT NULL::jsonb, NULL::jsonb' END;
	codes text[];
	same text;
BEGIN
	IF TG_OP = 'UPDATE' THEN
		SELECT array_agg(a.attname), string_agg(format(' AND (o.row -> %1$L = n.row -> %1$L OR EXISTS (SELECT FROM %2$I.renamed AS c WHERE c.table_name = %3$L AND c.old_code = o.row ->> %1$L AND c.new_code = n.row ->> %1$L AND c.depth = $7))', a.attname, TG_TABLE_SCHEMA, c.relname), '') INTO codes, same
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
		SELECT $1, $2, $3, $4, c.row_id, c.old_row, c.new_row, coalesce($5, nullif(c.new_row ->> ''reason'', c.old_row ->> ''reason''), nullif(c.new_row ->> ''note'', c.old_row ->> ''note'')) FROM (SELECT (coalesce(d.old_row, d.new_row) ->> CASE $3 WHEN ''closed_verdict'' THEN ''closing'' ELSE ''id'' END)::int8 AS row_id, d.* FROM (' || replace(changes, '%', '%%') || ' OFFSET 0) AS d (old_row, new_row)) AS c
		ORDER BY c.row_id', TG_TABLE_SCHEMA)
		USING CASE acts_as WHEN 'none' THEN SESSION_USER ELSE acts_as END, SESSION_USER, TG_TABLE_NAME, lower(TG_OP), nullif(current_setting('tnplan.reason', true), ''), codes, pg_trigger_depth();
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
