-- What is refused, and what is written down.  These functions belong to the owner of the workspace, find
-- its tables by the schema of the table that calls them, and call nothing of the extension.

CREATE OR REPLACE FUNCTION workspace.refuse_cycle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	above text := NEW.parent;
	steps int := 0;
BEGIN
	WHILE above IS NOT NULL LOOP
		steps := steps + 1;
		IF above = NEW.code OR steps > 10000 THEN
			RAISE EXCEPTION '% "%" would be below itself', TG_TABLE_NAME, NEW.code USING ERRCODE = 'check_violation', HINT = 'Choose a parent that is not below it.';
		END IF;
		EXECUTE format('SELECT parent FROM %I.%I WHERE code = $1', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO above USING above;
	END LOOP;
	RETURN NULL;
END
$$

CREATE OR REPLACE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON workspace.node
	FOR EACH ROW WHEN (NEW.parent IS NOT NULL) EXECUTE FUNCTION workspace.refuse_cycle()

CREATE OR REPLACE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON workspace.place
	FOR EACH ROW WHEN (NEW.parent IS NOT NULL) EXECUTE FUNCTION workspace.refuse_cycle()

CREATE OR REPLACE FUNCTION workspace.refuse_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	changed record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
	closed text;
BEGIN
	EXECUTE format('SELECT period FROM %I.closing WHERE first_day <= $1 AND last_day >= $2 LIMIT 1', TG_TABLE_SCHEMA)
		INTO closed USING changed.first_day, changed.last_day;
	IF closed IS NULL AND TG_OP = 'UPDATE' THEN
		EXECUTE format('SELECT period FROM %I.closing WHERE first_day <= $1 AND last_day >= $2 LIMIT 1', TG_TABLE_SCHEMA)
			INTO closed USING OLD.first_day, OLD.last_day;
	END IF;
	IF closed IS NOT NULL THEN
		RAISE EXCEPTION 'period % is closed: its targets cannot change', closed USING ERRCODE = 'object_not_in_prerequisite_state',
			DETAIL = format('The target is that of indicator "%s" for %s.', changed.indicator, changed.period),
			HINT = 'plan_reopen_period() opens it again.';
	END IF;
	RETURN NULL;
END
$$

CREATE OR REPLACE TRIGGER refuse_closed AFTER INSERT OR UPDATE OR DELETE ON workspace.target
	FOR EACH ROW EXECUTE FUNCTION workspace.refuse_closed()

-- It writes with the rights of the owner of the workspace, so that nobody else can write to the log.

CREATE OR REPLACE FUNCTION workspace.log_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	EXECUTE format('INSERT INTO %I.change_log (changed_by, table_name, action, row_id, old_row, new_row, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)', TG_TABLE_SCHEMA)
		USING SESSION_USER, TG_TABLE_NAME, lower(TG_OP), CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END,
			CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END,
			CASE WHEN TG_OP <> 'DELETE' THEN coalesce(to_jsonb(NEW) ->> 'reason', to_jsonb(NEW) ->> 'note') END;
	RETURN NULL;
END
$$

REVOKE ALL ON FUNCTION workspace.log_change() FROM PUBLIC

CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON workspace.target
	FOR EACH ROW EXECUTE FUNCTION workspace.log_change()

CREATE OR REPLACE TRIGGER log_change AFTER UPDATE OR DELETE ON workspace.actual
	FOR EACH ROW EXECUTE FUNCTION workspace.log_change()
