--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: plan; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA plan;


--
-- Name: plans; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA plans;


--
-- Name: province; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA province;


--
-- Name: tnplan; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS tnplan WITH SCHEMA plan;


--
-- Name: EXTENSION tnplan; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION tnplan IS 'plan-tracking analytics: goals, scores, scorecards';


--
-- Name: checked_plan_calendar; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_calendar AS plan.plan_calendar
	CONSTRAINT checked_plan_calendar_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_cube; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_cube AS plan.plan_cube
	CONSTRAINT checked_plan_cube_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_direction; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_direction AS plan.plan_direction
	CONSTRAINT checked_plan_direction_check CHECK ((VALUE OPERATOR(plan.*=) VALUE));


--
-- Name: checked_plan_earned; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_earned AS plan.plan_earned
	CONSTRAINT checked_plan_earned_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_figure_cube; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_figure_cube AS plan.plan_figure_cube
	CONSTRAINT checked_plan_figure_cube_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_fixedsum; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_fixedsum AS plan.plan_fixedsum
	CONSTRAINT checked_plan_fixedsum_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_goal; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_goal AS plan.plan_goal
	CONSTRAINT checked_plan_goal_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_measure; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_measure AS plan.plan_measure
	CONSTRAINT checked_plan_measure_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_moments; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_moments AS plan.plan_moments
	CONSTRAINT checked_plan_moments_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_number; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_number AS plan.plan_number
	CONSTRAINT checked_plan_number_check CHECK ((VALUE IS NOT NULL));


--
-- Name: checked_plan_period; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_period AS plan.plan_period
	CONSTRAINT checked_plan_period_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_period_value; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_period_value AS plan.plan_period_value
	CONSTRAINT checked_plan_period_value_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_ranking; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_ranking AS plan.plan_ranking
	CONSTRAINT checked_plan_ranking_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_scorecard; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_scorecard AS plan.plan_scorecard
	CONSTRAINT checked_plan_scorecard_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_standing; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_standing AS plan.plan_standing
	CONSTRAINT checked_plan_standing_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_status; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_status AS plan.plan_status
	CONSTRAINT checked_plan_status_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_targets; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_targets AS plan.plan_targets
	CONSTRAINT checked_plan_targets_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_tree; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_tree AS plan.plan_tree
	CONSTRAINT checked_plan_tree_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_trend; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_trend AS plan.plan_trend
	CONSTRAINT checked_plan_trend_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: checked_plan_trend_cube; Type: DOMAIN; Schema: plans; Owner: -
--

CREATE DOMAIN plans.checked_plan_trend_cube AS plan.plan_trend_cube
	CONSTRAINT checked_plan_trend_cube_check CHECK ((VALUE OPERATOR(plan.=) VALUE));


--
-- Name: pair_of_plan_calendar; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_calendar AS (
	a plan.plan_calendar,
	b plan.plan_calendar
);


--
-- Name: pair_of_plan_cube; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_cube AS (
	a plan.plan_cube,
	b plan.plan_cube
);


--
-- Name: pair_of_plan_direction; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_direction AS (
	a plan.plan_direction,
	b plan.plan_direction
);


--
-- Name: pair_of_plan_earned; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_earned AS (
	a plan.plan_earned,
	b plan.plan_earned
);


--
-- Name: pair_of_plan_figure_cube; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_figure_cube AS (
	a plan.plan_figure_cube,
	b plan.plan_figure_cube
);


--
-- Name: pair_of_plan_fixedsum; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_fixedsum AS (
	a plan.plan_fixedsum,
	b plan.plan_fixedsum
);


--
-- Name: pair_of_plan_goal; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_goal AS (
	a plan.plan_goal,
	b plan.plan_goal
);


--
-- Name: pair_of_plan_measure; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_measure AS (
	a plan.plan_measure,
	b plan.plan_measure
);


--
-- Name: pair_of_plan_moments; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_moments AS (
	a plan.plan_moments,
	b plan.plan_moments
);


--
-- Name: pair_of_plan_number; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_number AS (
	a plan.plan_number,
	b plan.plan_number
);


--
-- Name: pair_of_plan_period; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_period AS (
	a plan.plan_period,
	b plan.plan_period
);


--
-- Name: pair_of_plan_period_value; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_period_value AS (
	a plan.plan_period_value,
	b plan.plan_period_value
);


--
-- Name: pair_of_plan_ranking; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_ranking AS (
	a plan.plan_ranking,
	b plan.plan_ranking
);


--
-- Name: pair_of_plan_scorecard; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_scorecard AS (
	a plan.plan_scorecard,
	b plan.plan_scorecard
);


--
-- Name: pair_of_plan_standing; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_standing AS (
	a plan.plan_standing,
	b plan.plan_standing
);


--
-- Name: pair_of_plan_status; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_status AS (
	a plan.plan_status,
	b plan.plan_status
);


--
-- Name: pair_of_plan_targets; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_targets AS (
	a plan.plan_targets,
	b plan.plan_targets
);


--
-- Name: pair_of_plan_tree; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_tree AS (
	a plan.plan_tree,
	b plan.plan_tree
);


--
-- Name: pair_of_plan_trend; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_trend AS (
	a plan.plan_trend,
	b plan.plan_trend
);


--
-- Name: pair_of_plan_trend_cube; Type: TYPE; Schema: plans; Owner: -
--

CREATE TYPE plans.pair_of_plan_trend_cube AS (
	a plan.plan_trend_cube,
	b plan.plan_trend_cube
);


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: facts; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.facts (
    programme integer,
    actual double precision,
    goal plan.plan_goal DEFAULT '>= 95 from 44'::plan.plan_goal NOT NULL,
    status plan.plan_status GENERATED ALWAYS AS (plan.plan_status((actual)::plan.plan_number, goal)) STORED,
    CONSTRAINT facts_goal_check CHECK ((plan.plan_lower(goal) >= (0)::double precision))
);


--
-- Name: share(); Type: FUNCTION; Schema: plans; Owner: -
--

CREATE FUNCTION plans.share() RETURNS double precision
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT plan.plan_met_share(plan.plan_scorecard_agg((facts.actual)::plan.plan_number, facts.goal)) AS plan_met_share
    FROM plans.facts;
END;


--
-- Name: log_change(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.log_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET extra_float_digits TO '1'
    SET "DateStyle" TO 'ISO, MDY'
    SET "IntervalStyle" TO 'postgres'
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    SET xmlbinary TO 'base64'
    SET lc_monetary TO 'C'
    SET quote_all_identifiers TO 'off'
    AS $_$
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
$_$;


--
-- Name: new_codes(text, text); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.new_codes(of_schema text, of_table text) RETURNS TABLE(old_code text, new_code text)
    LANGUAGE plpgsql ROWS 10
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
BEGIN
	RETURN QUERY EXECUTE format('WITH notes AS MATERIALIZED (
			SELECT DISTINCT code, row_id FROM %1$I.renamed WHERE transaction = pg_current_xact_id() AND renamed_at = CURRENT_TIMESTAMP AND table_name = $1
		), owned AS MATERIALIZED (
			SELECT code, min(row_id) AS row_id FROM notes GROUP BY code HAVING count(*) = 1 AND count(row_id) = 1
		)
		SELECT o.code::text, n.code::text FROM owned AS o JOIN owned AS n USING (row_id) JOIN %1$I.%2$I AS p ON p.code = n.code AND p.id = n.row_id
		WHERE NOT EXISTS (SELECT FROM %1$I.%2$I AS h WHERE h.code = o.code)', of_schema, of_table) USING of_table;
END
$_$;


--
-- Name: note_renamed(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.note_renamed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
BEGIN
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
$_$;


--
-- Name: refuse_by_hand(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_by_hand() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
	IF NOT pg_has_role(CURRENT_USER, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
		RAISE EXCEPTION 'table "%" cannot be changed by hand', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege',
			HINT = CASE WHEN TG_TABLE_NAME IN ('renamed', 'tree') THEN 'Triggers of the workspace alone write to it.' ELSE 'plan_close_period() closes a period, and plan_reopen_period() opens it again.' END;
	END IF;
	RETURN NULL;
END
$$;


--
-- Name: refuse_closed(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_closed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET extra_float_digits TO '1'
    SET "DateStyle" TO 'ISO, MDY'
    SET "IntervalStyle" TO 'postgres'
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    SET xmlbinary TO 'base64'
    SET lc_monetary TO 'C'
    SET quote_all_identifiers TO 'off'
    AS $_$
DECLARE
	changes constant text := CASE TG_OP
		WHEN 'INSERT' THEN 'SELECT NULL::jsonb, to_jsonb(n), k.period, n.indicator, n.period FROM new_rows AS n JOIN %1$I.closing AS k ON k.first_day <= n.first_day AND k.last_day >= n.last_day
			WHERE NOT EXISTS (SELECT FROM (SELECT t.goal FROM %1$I.target AS t WHERE t.year = n.year AND t.indicator = n.indicator AND t.place = n.place AND t.basis = n.basis AND t.first_day = n.first_day AND t.last_day = n.last_day AND t.known_on < n.known_on ORDER BY t.known_on DESC LIMIT 1) AS b WHERE b.goal IS NOT DISTINCT FROM n.goal)'
		WHEN 'DELETE' THEN 'SELECT to_jsonb(o), NULL::jsonb, k.period, o.indicator, o.period FROM old_rows AS o JOIN %1$I.closing AS k ON k.first_day <= o.first_day AND k.last_day >= o.last_day'
		ELSE 'SELECT to_jsonb(o), to_jsonb(n), k.period, o.indicator, CASE WHEN k.first_day <= o.first_day AND k.last_day >= o.last_day THEN o.period ELSE n.period END FROM (SELECT r.*, row_number() OVER () AS number FROM old_rows AS r) AS o JOIN (SELECT r.*, row_number() OVER () AS number FROM new_rows AS r) AS n USING (number)
			JOIN %1$I.closing AS k ON k.first_day <= o.first_day AND k.last_day >= o.last_day OR k.first_day <= n.first_day AND k.last_day >= n.last_day' END;
	closed text;
	target record;
	hint text;
BEGIN
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
	EXECUTE format('WITH closed (old_row, new_row, closed, indicator, period) AS MATERIALIZED (' || changes || ')
		SELECT c.closed, c.indicator, c.period FROM closed AS c
		WHERE c.old_row - ''{indicator,place,basis}''::text[] IS DISTINCT FROM c.new_row - ''{indicator,place,basis}''::text[]
			OR c.old_row -> ''indicator'' <> c.new_row -> ''indicator'' AND (c.old_row ->> ''indicator'', c.new_row ->> ''indicator'') NOT IN (SELECT old_code, new_code FROM %1$I.new_codes($1, ''indicator''))
			OR c.old_row -> ''place'' <> c.new_row -> ''place'' AND (c.old_row ->> ''place'', c.new_row ->> ''place'') NOT IN (SELECT old_code, new_code FROM %1$I.new_codes($1, ''place''))
			OR c.old_row -> ''basis'' <> c.new_row -> ''basis'' AND (c.old_row ->> ''basis'', c.new_row ->> ''basis'') NOT IN (SELECT old_code, new_code FROM %1$I.new_codes($1, ''basis''))
		ORDER BY c.closed, c.indicator, c.period LIMIT 1', TG_TABLE_SCHEMA)
		INTO target USING TG_TABLE_SCHEMA;
	IF target.closed IS NOT NULL THEN
		EXECUTE format('SELECT CASE WHEN EXISTS (SELECT FROM %I.renamed WHERE transaction = pg_current_xact_id() GROUP BY table_name, code HAVING count(DISTINCT row_id) > 1) THEN '' Or give a code that another row has had to the next one in a transaction of its own.'' ELSE '''' END', TG_TABLE_SCHEMA) INTO hint;
		RAISE EXCEPTION 'period % is closed: its targets cannot change', target.closed USING ERRCODE = 'object_not_in_prerequisite_state',
			DETAIL = format('The target is that of indicator "%s" for %s.', target.indicator, target.period),
			HINT = 'plan_reopen_period() opens it again.' || hint;
	END IF;
	RETURN NULL;
END
$_$;


--
-- Name: refuse_closed_tree(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_closed_tree() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
	changed record;
	hint text;
BEGIN
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
$_$;


--
-- Name: refuse_cycle(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_cycle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
	above text := NEW.parent;
	levels int := 1;
	levels_below int := 0;
	locked constant text := CASE current_setting('transaction_isolation') WHEN 'read committed' THEN '' ELSE ' FOR SHARE' END;
BEGIN
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
$_$;


--
-- Name: refuse_other_days(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_other_days() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
	rows_of text;
	wrong record;
BEGIN
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
$_$;


--
-- Name: refuse_other_direction(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_other_direction() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
	wrong record;
BEGIN
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
$_$;


--
-- Name: refuse_other_time(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_other_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
	wrong record;
BEGIN
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
$$;


--
-- Name: refuse_place_change(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_place_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
	wrong record;
	locked int;
BEGIN
	IF NOT EXISTS (SELECT FROM new_rows) THEN
		RETURN NULL;
	END IF;
	EXECUTE format('UPDATE %I.tree SET name = name WHERE name = $1', TG_TABLE_SCHEMA) USING TG_TABLE_NAME;
	GET DIAGNOSTICS locked = ROW_COUNT;
	IF locked = 0 THEN
		EXECUTE format('INSERT INTO %I.tree VALUES ($1) ON CONFLICT DO NOTHING', TG_TABLE_SCHEMA) USING TG_TABLE_NAME;
	END IF;
	EXECUTE format('SELECT s.place, s.shares FROM (SELECT d.place, d.changed_on, (
			SELECT sum(b.share) FROM %1$I.place_change AS b
			WHERE b.place = d.place AND b.changed_on <= d.changed_on
				AND NOT EXISTS (SELECT FROM %1$I.place_change AS r WHERE r.became = d.place AND r.changed_on > b.changed_on AND r.changed_on <= d.changed_on)
		) AS shares
		FROM %1$I.place_change AS d WHERE d.place IN (SELECT c.place FROM %1$I.place_change AS c WHERE c.place IN (SELECT place FROM new_rows) GROUP BY c.place HAVING sum(c.share) > 1 + 1e-9)) AS s
		WHERE s.shares > 1 + 1e-9 ORDER BY s.place, s.changed_on LIMIT 1', TG_TABLE_SCHEMA) INTO wrong;
	IF wrong.place IS NOT NULL THEN
		RAISE EXCEPTION 'shares of place "%" add up to %, more than 1', wrong.place, wrong.shares::numeric USING ERRCODE = 'check_violation',
			HINT = 'If the place was there again in between, a row says which place became it.';
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
		FROM (SELECT min(start) AS place FROM (TABLE later UNION ALL TABLE earlier) AS u WHERE u.steps > 100) AS w', TG_TABLE_SCHEMA) INTO wrong;
	IF wrong.changed_on IS NOT NULL THEN
		RAISE EXCEPTION 'place "%" would become itself on %', wrong.place, to_char(wrong.changed_on, 'YYYY-MM-DD') USING ERRCODE = 'check_violation',
			HINT = 'A place can be there again on a later day.';
	ELSIF wrong.place IS NOT NULL THEN
		RAISE EXCEPTION 'more than 100 changes would follow each other with that of place "%"', wrong.place USING ERRCODE = 'program_limit_exceeded';
	END IF;
	RETURN NULL;
END
$_$;


--
-- Name: refuse_replaced(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.refuse_replaced() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
	replaced text;
BEGIN
	EXECUTE format('SELECT min(o.code) FROM old_rows AS o JOIN %I.%I AS n USING (code)', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO replaced;
	IF replaced IS NOT NULL THEN
		RAISE EXCEPTION '% "%" cannot be deleted and made anew in one query', TG_TABLE_NAME, replaced USING ERRCODE = 'object_not_in_prerequisite_state',
			HINT = 'Change it, or delete it first.';
	END IF;
	RETURN NULL;
END
$$;


--
-- Name: set_recorded(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.set_recorded() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
$$;


--
-- Name: wait_for_closing(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.wait_for_closing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
	EXECUTE format('SELECT FROM %I.setting FOR SHARE', TG_TABLE_SCHEMA);
	RETURN NULL;
END
$$;


--
-- Name: wait_for_tree(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.wait_for_tree() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
$_$;


--
-- Name: wait_for_writers(); Type: FUNCTION; Schema: province; Owner: -
--

CREATE FUNCTION province.wait_for_writers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
BEGIN
	IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
		RAISE EXCEPTION '% "%" cannot change so in a transaction of isolation level %', TG_TABLE_NAME, OLD.code, current_setting('transaction_isolation') USING ERRCODE = 'invalid_transaction_state',
			DETAIL = 'Targets and figures that others have written since it began could be against it.',
			HINT = 'Change it in a transaction of level read committed.';
	END IF;
	EXECUTE format('SELECT FROM %I.%I WHERE id = $1 FOR UPDATE', TG_TABLE_SCHEMA, TG_TABLE_NAME) USING OLD.id;
	RETURN NEW;
END
$_$;


--
-- Name: cubes; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.cubes (
    cube plan.plan_cube,
    tree plan.plan_tree,
    targets plan.plan_targets,
    by_name plan.plan_targets
);


--
-- Name: branches; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.branches AS
 SELECT r.node,
    r.parent,
    r.level,
    r.period,
    r.grain,
    r.scorecard
   FROM plans.cubes,
    LATERAL plan.plan_cube_rows(cubes.cube, '{year,year_to_date}'::text[], '2020-2025'::plan.plan_period, cubes.tree) r(node, parent, level, period, grain, scorecard);


--
-- Name: by_term; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.by_term (
    at date,
    amount integer
)
PARTITION BY RANGE (plan.plan_quarter(at));


--
-- Name: by_fiscal_year_recomputed; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.by_fiscal_year_recomputed AS
 SELECT plan.plan_period_of(by_term.at, 'year'::text, 'year from 1 April'::plan.plan_calendar) AS period,
    count(*) AS fact_rows,
    COALESCE(plan.plan_fixedsum_agg((by_term.amount)::plan.plan_number), 'empty'::plan.plan_fixedsum) AS sum
   FROM plans.by_term
  GROUP BY (plan.plan_period_of(by_term.at, 'year'::text, 'year from 1 April'::plan.plan_calendar));


--
-- Name: VIEW by_fiscal_year_recomputed; Type: COMMENT; Schema: plans; Owner: -
--

COMMENT ON VIEW plans.by_fiscal_year_recomputed IS 'what the rollup plans.by_fiscal_year is computed from';


--
-- Name: by_fiscal_year; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.by_fiscal_year (
    period plan.plan_period,
    fact_rows bigint NOT NULL,
    sum plan.plan_fixedsum NOT NULL,
    CONSTRAINT by_fiscal_year_check CHECK (('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL)) NO INHERIT
)
WITH (fillfactor='50');


--
-- Name: TABLE by_fiscal_year; Type: COMMENT; Schema: plans; Owner: -
--

COMMENT ON TABLE plans.by_fiscal_year IS 'rollup of plans.by_term, kept up to date by triggers';


--
-- Name: by_fiscal_year_deltas; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.by_fiscal_year_deltas (
)
INHERITS (plans.by_fiscal_year);


--
-- Name: TABLE by_fiscal_year_deltas; Type: COMMENT; Schema: plans; Owner: -
--

COMMENT ON TABLE plans.by_fiscal_year_deltas IS 'what writers have added to the rollup plans.by_fiscal_year since it was compacted';


--
-- Name: by_fiscal_year_figures; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.by_fiscal_year_figures WITH (security_invoker='true') AS
 SELECT (a.ancestor)::text AS period,
    a.grain,
    plan.plan_first_day(a.ancestor) AS first_day,
    plan.plan_last_day(a.ancestor) AS last_day,
    plan.plan_fiscal_name(a.ancestor, 'year from 1 April'::plan.plan_calendar) AS fiscal_name,
    (sum(t.fact_rows))::bigint AS fact_rows,
    plan.plan_value(plan.plan_rollup(t.sum)) AS sum_value
   FROM (plans.by_fiscal_year t
     CROSS JOIN LATERAL plan.plan_ancestor_rows(t.period, NULL::plan.plan_period, 'year from 1 April'::plan.plan_calendar) a(ancestor, grain))
  GROUP BY a.ancestor, a.grain
 HAVING (sum(t.fact_rows) > (0)::numeric);


--
-- Name: by_month_recomputed; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.by_month_recomputed AS
 SELECT plan.plan_period_of(by_term.at, 'month'::text) AS period,
    count(*) AS fact_rows,
    COALESCE(plan.plan_fixedsum_agg((by_term.amount)::plan.plan_number), 'empty'::plan.plan_fixedsum) AS sum,
    plan.plan_period_value_agg('stock'::text, by_term.at, (by_term.amount)::plan.plan_number) AS last
   FROM plans.by_term
  GROUP BY (plan.plan_period_of(by_term.at, 'month'::text));


--
-- Name: VIEW by_month_recomputed; Type: COMMENT; Schema: plans; Owner: -
--

COMMENT ON VIEW plans.by_month_recomputed IS 'what the rollup plans.by_month is computed from';


--
-- Name: by_month; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.by_month (
    period plan.plan_period,
    fact_rows bigint NOT NULL,
    sum plan.plan_fixedsum NOT NULL,
    last plan.plan_period_value,
    CONSTRAINT by_month_check CHECK (('plans.by_month_recomputed'::regclass IS NOT NULL)) NO INHERIT
)
WITH (fillfactor='50');


--
-- Name: TABLE by_month; Type: COMMENT; Schema: plans; Owner: -
--

COMMENT ON TABLE plans.by_month IS 'rollup of plans.by_term, kept up to date by triggers';


--
-- Name: by_month_figures; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.by_month_figures WITH (security_invoker='true') AS
 SELECT (a.ancestor)::text AS period,
    a.grain,
    plan.plan_first_day(a.ancestor) AS first_day,
    plan.plan_last_day(a.ancestor) AS last_day,
    (sum(t.fact_rows))::bigint AS fact_rows,
    plan.plan_value(plan.plan_rollup(t.sum)) AS sum_value,
    (((plan.plan_rollup(t.last))::jsonb ->> 'value'::text))::double precision AS last_value,
    COALESCE((((plan.plan_rollup(t.last))::jsonb ->> 'ambiguous'::text))::boolean, false) AS last_ambiguous
   FROM (plans.by_month t
     CROSS JOIN LATERAL plan.plan_ancestor_rows(t.period) a(ancestor, grain))
  GROUP BY a.ancestor, a.grain;


--
-- Name: by_term_2022; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.by_term_2022 (
    at date,
    amount integer
);


--
-- Name: cards; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.cards (
    programme integer,
    card plan.plan_scorecard,
    sum plan.plan_fixedsum
);


--
-- Name: fits; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.fits (
    trend plan.plan_trend,
    logit plan.plan_trend,
    cube plan.plan_trend_cube,
    figures plan.plan_figure_cube,
    earned plan.plan_earned,
    value plan.plan_period_value,
    theil plan.plan_moments,
    "least" plan.plan_moments
);


--
-- Name: term; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.term AS
 SELECT s.planned,
    s.scored,
    s.exceeded,
    s.met,
    s.on_track,
    s.at_risk,
    s.off_track,
    s.regressing,
    s.no_data,
    s.unjudged,
    s.weight,
    s.coverage,
    s.score,
    s.met_share,
    s.total_actual,
    s.total_target,
    s.attainment
   FROM ( SELECT plan.plan_rollup(cards.card) AS card
           FROM plans.cards) c,
    LATERAL plan.plan_summary(c.card) s(planned, scored, exceeded, met, on_track, at_risk, off_track, regressing, no_data, unjudged, weight, coverage, score, met_share, total_actual, total_target, attainment);


--
-- Name: kept; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept AS
 SELECT term.planned,
    term.scored,
    term.exceeded,
    term.met,
    term.on_track,
    term.at_risk,
    term.off_track,
    term.regressing,
    term.no_data,
    term.unjudged,
    term.weight,
    term.coverage,
    term.score,
    term.met_share,
    term.total_actual,
    term.total_target,
    term.attainment
   FROM plans.term
  WITH NO DATA;


--
-- Name: of_plan_calendar; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_calendar (
    v plan.plan_calendar NOT NULL,
    copy plan.plan_calendar GENERATED ALWAYS AS (((v)::text)::plan.plan_calendar) STORED,
    list plan.plan_calendar[],
    pair plans.pair_of_plan_calendar,
    checked plans.checked_plan_calendar,
    CONSTRAINT of_plan_calendar_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_calendar; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_calendar AS
 SELECT of_plan_calendar.v,
    (of_plan_calendar.v)::text AS text,
    (of_plan_calendar.v)::jsonb AS json
   FROM plans.of_plan_calendar
  GROUP BY of_plan_calendar.v
  ORDER BY of_plan_calendar.v;


--
-- Name: kept_of_plan_calendar; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_calendar AS
 SELECT DISTINCT seen_of_plan_calendar.v,
    seen_of_plan_calendar.text,
    seen_of_plan_calendar.json
   FROM plans.seen_of_plan_calendar
  WITH NO DATA;


--
-- Name: of_plan_cube; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_cube (
    v plan.plan_cube NOT NULL,
    copy plan.plan_cube GENERATED ALWAYS AS (((v)::text)::plan.plan_cube) STORED,
    list plan.plan_cube[],
    pair plans.pair_of_plan_cube,
    checked plans.checked_plan_cube,
    CONSTRAINT of_plan_cube_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_cube; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_cube AS
 SELECT of_plan_cube.v,
    (of_plan_cube.v)::text AS text,
    (of_plan_cube.v)::jsonb AS json
   FROM plans.of_plan_cube
  GROUP BY of_plan_cube.v
  ORDER BY of_plan_cube.v;


--
-- Name: kept_of_plan_cube; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_cube AS
 SELECT DISTINCT seen_of_plan_cube.v,
    seen_of_plan_cube.text,
    seen_of_plan_cube.json
   FROM plans.seen_of_plan_cube
  WITH NO DATA;


--
-- Name: of_plan_direction; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_direction (
    v plan.plan_direction NOT NULL,
    copy plan.plan_direction GENERATED ALWAYS AS (((v)::text)::plan.plan_direction) STORED,
    list plan.plan_direction[],
    pair plans.pair_of_plan_direction,
    checked plans.checked_plan_direction,
    CONSTRAINT of_plan_direction_check CHECK ((copy OPERATOR(plan.*=) v))
);


--
-- Name: seen_of_plan_direction; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_direction AS
 SELECT of_plan_direction.v,
    (of_plan_direction.v)::text AS text,
    to_jsonb(of_plan_direction.v) AS json
   FROM plans.of_plan_direction
  GROUP BY of_plan_direction.v
  ORDER BY of_plan_direction.v;


--
-- Name: kept_of_plan_direction; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_direction AS
 SELECT DISTINCT seen_of_plan_direction.v,
    seen_of_plan_direction.text,
    seen_of_plan_direction.json
   FROM plans.seen_of_plan_direction
  WITH NO DATA;


--
-- Name: of_plan_earned; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_earned (
    v plan.plan_earned NOT NULL,
    copy plan.plan_earned GENERATED ALWAYS AS (((v)::text)::plan.plan_earned) STORED,
    list plan.plan_earned[],
    pair plans.pair_of_plan_earned,
    checked plans.checked_plan_earned,
    CONSTRAINT of_plan_earned_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_earned; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_earned AS
 SELECT of_plan_earned.v,
    (of_plan_earned.v)::text AS text,
    (of_plan_earned.v)::jsonb AS json
   FROM plans.of_plan_earned
  GROUP BY of_plan_earned.v
  ORDER BY of_plan_earned.v;


--
-- Name: kept_of_plan_earned; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_earned AS
 SELECT DISTINCT seen_of_plan_earned.v,
    seen_of_plan_earned.text,
    seen_of_plan_earned.json
   FROM plans.seen_of_plan_earned
  WITH NO DATA;


--
-- Name: of_plan_figure_cube; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_figure_cube (
    v plan.plan_figure_cube NOT NULL,
    copy plan.plan_figure_cube GENERATED ALWAYS AS (((v)::text)::plan.plan_figure_cube) STORED,
    list plan.plan_figure_cube[],
    pair plans.pair_of_plan_figure_cube,
    checked plans.checked_plan_figure_cube,
    CONSTRAINT of_plan_figure_cube_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_figure_cube; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_figure_cube AS
 SELECT of_plan_figure_cube.v,
    (of_plan_figure_cube.v)::text AS text,
    (of_plan_figure_cube.v)::jsonb AS json
   FROM plans.of_plan_figure_cube
  GROUP BY of_plan_figure_cube.v
  ORDER BY of_plan_figure_cube.v;


--
-- Name: kept_of_plan_figure_cube; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_figure_cube AS
 SELECT DISTINCT seen_of_plan_figure_cube.v,
    seen_of_plan_figure_cube.text,
    seen_of_plan_figure_cube.json
   FROM plans.seen_of_plan_figure_cube
  WITH NO DATA;


--
-- Name: of_plan_fixedsum; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_fixedsum (
    v plan.plan_fixedsum NOT NULL,
    copy plan.plan_fixedsum GENERATED ALWAYS AS (((v)::text)::plan.plan_fixedsum) STORED,
    list plan.plan_fixedsum[],
    pair plans.pair_of_plan_fixedsum,
    checked plans.checked_plan_fixedsum,
    CONSTRAINT of_plan_fixedsum_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_fixedsum; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_fixedsum AS
 SELECT of_plan_fixedsum.v,
    (of_plan_fixedsum.v)::text AS text,
    (of_plan_fixedsum.v)::jsonb AS json
   FROM plans.of_plan_fixedsum
  GROUP BY of_plan_fixedsum.v
  ORDER BY of_plan_fixedsum.v;


--
-- Name: kept_of_plan_fixedsum; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_fixedsum AS
 SELECT DISTINCT seen_of_plan_fixedsum.v,
    seen_of_plan_fixedsum.text,
    seen_of_plan_fixedsum.json
   FROM plans.seen_of_plan_fixedsum
  WITH NO DATA;


--
-- Name: of_plan_goal; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_goal (
    v plan.plan_goal NOT NULL,
    copy plan.plan_goal GENERATED ALWAYS AS (((v)::text)::plan.plan_goal) STORED,
    list plan.plan_goal[],
    pair plans.pair_of_plan_goal,
    checked plans.checked_plan_goal,
    CONSTRAINT of_plan_goal_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_goal; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_goal AS
 SELECT of_plan_goal.v,
    (of_plan_goal.v)::text AS text,
    to_jsonb(of_plan_goal.v) AS json
   FROM plans.of_plan_goal
  GROUP BY of_plan_goal.v
  ORDER BY of_plan_goal.v;


--
-- Name: kept_of_plan_goal; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_goal AS
 SELECT DISTINCT seen_of_plan_goal.v,
    seen_of_plan_goal.text,
    seen_of_plan_goal.json
   FROM plans.seen_of_plan_goal
  WITH NO DATA;


--
-- Name: of_plan_measure; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_measure (
    v plan.plan_measure NOT NULL,
    copy plan.plan_measure GENERATED ALWAYS AS (((v)::text)::plan.plan_measure) STORED,
    list plan.plan_measure[],
    pair plans.pair_of_plan_measure,
    checked plans.checked_plan_measure,
    CONSTRAINT of_plan_measure_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_measure; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_measure AS
 SELECT of_plan_measure.v,
    (of_plan_measure.v)::text AS text,
    to_jsonb(of_plan_measure.v) AS json
   FROM plans.of_plan_measure
  GROUP BY of_plan_measure.v
  ORDER BY of_plan_measure.v;


--
-- Name: kept_of_plan_measure; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_measure AS
 SELECT DISTINCT seen_of_plan_measure.v,
    seen_of_plan_measure.text,
    seen_of_plan_measure.json
   FROM plans.seen_of_plan_measure
  WITH NO DATA;


--
-- Name: of_plan_moments; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_moments (
    v plan.plan_moments NOT NULL,
    copy plan.plan_moments GENERATED ALWAYS AS (((v)::text)::plan.plan_moments) STORED,
    list plan.plan_moments[],
    pair plans.pair_of_plan_moments,
    checked plans.checked_plan_moments,
    CONSTRAINT of_plan_moments_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_moments; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_moments AS
 SELECT of_plan_moments.v,
    (of_plan_moments.v)::text AS text,
    (of_plan_moments.v)::jsonb AS json
   FROM plans.of_plan_moments
  GROUP BY of_plan_moments.v
  ORDER BY of_plan_moments.v;


--
-- Name: kept_of_plan_moments; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_moments AS
 SELECT DISTINCT seen_of_plan_moments.v,
    seen_of_plan_moments.text,
    seen_of_plan_moments.json
   FROM plans.seen_of_plan_moments
  WITH NO DATA;


--
-- Name: of_plan_number; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_number (
    v plan.plan_number NOT NULL,
    copy plan.plan_number GENERATED ALWAYS AS (((v)::text)::plan.plan_number) STORED,
    list plan.plan_number[],
    pair plans.pair_of_plan_number,
    checked plans.checked_plan_number,
    CONSTRAINT of_plan_number_check CHECK (((copy)::double precision = (v)::double precision))
);


--
-- Name: seen_of_plan_number; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_number AS
 SELECT of_plan_number.v,
    (of_plan_number.v)::text AS text,
    to_jsonb(of_plan_number.v) AS json
   FROM plans.of_plan_number
  GROUP BY of_plan_number.v
  ORDER BY of_plan_number.v;


--
-- Name: kept_of_plan_number; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_number AS
 SELECT DISTINCT seen_of_plan_number.v,
    seen_of_plan_number.text,
    seen_of_plan_number.json
   FROM plans.seen_of_plan_number
  WITH NO DATA;


--
-- Name: of_plan_period; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_period (
    v plan.plan_period NOT NULL,
    copy plan.plan_period GENERATED ALWAYS AS (((v)::text)::plan.plan_period) STORED,
    list plan.plan_period[],
    pair plans.pair_of_plan_period,
    checked plans.checked_plan_period,
    CONSTRAINT of_plan_period_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_period; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_period AS
 SELECT of_plan_period.v,
    (of_plan_period.v)::text AS text,
    to_jsonb(of_plan_period.v) AS json
   FROM plans.of_plan_period
  GROUP BY of_plan_period.v
  ORDER BY of_plan_period.v;


--
-- Name: kept_of_plan_period; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_period AS
 SELECT DISTINCT seen_of_plan_period.v,
    seen_of_plan_period.text,
    seen_of_plan_period.json
   FROM plans.seen_of_plan_period
  WITH NO DATA;


--
-- Name: of_plan_period_value; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_period_value (
    v plan.plan_period_value NOT NULL,
    copy plan.plan_period_value GENERATED ALWAYS AS (((v)::text)::plan.plan_period_value) STORED,
    list plan.plan_period_value[],
    pair plans.pair_of_plan_period_value,
    checked plans.checked_plan_period_value,
    CONSTRAINT of_plan_period_value_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_period_value; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_period_value AS
 SELECT of_plan_period_value.v,
    (of_plan_period_value.v)::text AS text,
    (of_plan_period_value.v)::jsonb AS json
   FROM plans.of_plan_period_value
  GROUP BY of_plan_period_value.v
  ORDER BY of_plan_period_value.v;


--
-- Name: kept_of_plan_period_value; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_period_value AS
 SELECT DISTINCT seen_of_plan_period_value.v,
    seen_of_plan_period_value.text,
    seen_of_plan_period_value.json
   FROM plans.seen_of_plan_period_value
  WITH NO DATA;


--
-- Name: of_plan_ranking; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_ranking (
    v plan.plan_ranking NOT NULL,
    copy plan.plan_ranking GENERATED ALWAYS AS (((v)::text)::plan.plan_ranking) STORED,
    list plan.plan_ranking[],
    pair plans.pair_of_plan_ranking,
    checked plans.checked_plan_ranking,
    CONSTRAINT of_plan_ranking_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_ranking; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_ranking AS
 SELECT of_plan_ranking.v,
    (of_plan_ranking.v)::text AS text,
    (of_plan_ranking.v)::jsonb AS json
   FROM plans.of_plan_ranking
  GROUP BY of_plan_ranking.v
  ORDER BY of_plan_ranking.v;


--
-- Name: kept_of_plan_ranking; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_ranking AS
 SELECT DISTINCT seen_of_plan_ranking.v,
    seen_of_plan_ranking.text,
    seen_of_plan_ranking.json
   FROM plans.seen_of_plan_ranking
  WITH NO DATA;


--
-- Name: of_plan_scorecard; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_scorecard (
    v plan.plan_scorecard NOT NULL,
    copy plan.plan_scorecard GENERATED ALWAYS AS (((v)::text)::plan.plan_scorecard) STORED,
    list plan.plan_scorecard[],
    pair plans.pair_of_plan_scorecard,
    checked plans.checked_plan_scorecard,
    CONSTRAINT of_plan_scorecard_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_scorecard; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_scorecard AS
 SELECT of_plan_scorecard.v,
    (of_plan_scorecard.v)::text AS text,
    (of_plan_scorecard.v)::jsonb AS json
   FROM plans.of_plan_scorecard
  GROUP BY of_plan_scorecard.v
  ORDER BY of_plan_scorecard.v;


--
-- Name: kept_of_plan_scorecard; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_scorecard AS
 SELECT DISTINCT seen_of_plan_scorecard.v,
    seen_of_plan_scorecard.text,
    seen_of_plan_scorecard.json
   FROM plans.seen_of_plan_scorecard
  WITH NO DATA;


--
-- Name: of_plan_standing; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_standing (
    v plan.plan_standing NOT NULL,
    copy plan.plan_standing GENERATED ALWAYS AS (((v)::text)::plan.plan_standing) STORED,
    list plan.plan_standing[],
    pair plans.pair_of_plan_standing,
    checked plans.checked_plan_standing,
    CONSTRAINT of_plan_standing_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_standing; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_standing AS
 SELECT of_plan_standing.v,
    (of_plan_standing.v)::text AS text,
    to_jsonb(of_plan_standing.v) AS json
   FROM plans.of_plan_standing
  GROUP BY of_plan_standing.v
  ORDER BY of_plan_standing.v;


--
-- Name: kept_of_plan_standing; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_standing AS
 SELECT DISTINCT seen_of_plan_standing.v,
    seen_of_plan_standing.text,
    seen_of_plan_standing.json
   FROM plans.seen_of_plan_standing
  WITH NO DATA;


--
-- Name: of_plan_status; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_status (
    v plan.plan_status NOT NULL,
    copy plan.plan_status GENERATED ALWAYS AS (v) STORED,
    list plan.plan_status[],
    pair plans.pair_of_plan_status,
    checked plans.checked_plan_status,
    CONSTRAINT of_plan_status_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_status; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_status AS
 SELECT of_plan_status.v,
    (of_plan_status.v)::text AS text,
    to_jsonb(of_plan_status.v) AS json
   FROM plans.of_plan_status
  GROUP BY of_plan_status.v
  ORDER BY of_plan_status.v;


--
-- Name: kept_of_plan_status; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_status AS
 SELECT DISTINCT seen_of_plan_status.v,
    seen_of_plan_status.text,
    seen_of_plan_status.json
   FROM plans.seen_of_plan_status
  WITH NO DATA;


--
-- Name: of_plan_targets; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_targets (
    v plan.plan_targets NOT NULL,
    copy plan.plan_targets GENERATED ALWAYS AS (((v)::text)::plan.plan_targets) STORED,
    list plan.plan_targets[],
    pair plans.pair_of_plan_targets,
    checked plans.checked_plan_targets,
    CONSTRAINT of_plan_targets_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_targets; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_targets AS
 SELECT of_plan_targets.v,
    (of_plan_targets.v)::text AS text,
    (of_plan_targets.v)::jsonb AS json
   FROM plans.of_plan_targets
  GROUP BY of_plan_targets.v
  ORDER BY of_plan_targets.v;


--
-- Name: kept_of_plan_targets; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_targets AS
 SELECT DISTINCT seen_of_plan_targets.v,
    seen_of_plan_targets.text,
    seen_of_plan_targets.json
   FROM plans.seen_of_plan_targets
  WITH NO DATA;


--
-- Name: of_plan_tree; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_tree (
    v plan.plan_tree NOT NULL,
    copy plan.plan_tree GENERATED ALWAYS AS (((v)::text)::plan.plan_tree) STORED,
    list plan.plan_tree[],
    pair plans.pair_of_plan_tree,
    checked plans.checked_plan_tree,
    CONSTRAINT of_plan_tree_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_tree; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_tree AS
 SELECT of_plan_tree.v,
    (of_plan_tree.v)::text AS text,
    (of_plan_tree.v)::jsonb AS json
   FROM plans.of_plan_tree
  GROUP BY of_plan_tree.v
  ORDER BY of_plan_tree.v;


--
-- Name: kept_of_plan_tree; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_tree AS
 SELECT DISTINCT seen_of_plan_tree.v,
    seen_of_plan_tree.text,
    seen_of_plan_tree.json
   FROM plans.seen_of_plan_tree
  WITH NO DATA;


--
-- Name: of_plan_trend; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_trend (
    v plan.plan_trend NOT NULL,
    copy plan.plan_trend GENERATED ALWAYS AS (((v)::text)::plan.plan_trend) STORED,
    list plan.plan_trend[],
    pair plans.pair_of_plan_trend,
    checked plans.checked_plan_trend,
    CONSTRAINT of_plan_trend_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_trend; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_trend AS
 SELECT of_plan_trend.v,
    (of_plan_trend.v)::text AS text,
    (of_plan_trend.v)::jsonb AS json
   FROM plans.of_plan_trend
  GROUP BY of_plan_trend.v
  ORDER BY of_plan_trend.v;


--
-- Name: kept_of_plan_trend; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_trend AS
 SELECT DISTINCT seen_of_plan_trend.v,
    seen_of_plan_trend.text,
    seen_of_plan_trend.json
   FROM plans.seen_of_plan_trend
  WITH NO DATA;


--
-- Name: of_plan_trend_cube; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.of_plan_trend_cube (
    v plan.plan_trend_cube NOT NULL,
    copy plan.plan_trend_cube GENERATED ALWAYS AS (((v)::text)::plan.plan_trend_cube) STORED,
    list plan.plan_trend_cube[],
    pair plans.pair_of_plan_trend_cube,
    checked plans.checked_plan_trend_cube,
    CONSTRAINT of_plan_trend_cube_check CHECK ((copy OPERATOR(plan.=) v))
);


--
-- Name: seen_of_plan_trend_cube; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.seen_of_plan_trend_cube AS
 SELECT of_plan_trend_cube.v,
    (of_plan_trend_cube.v)::text AS text,
    (of_plan_trend_cube.v)::jsonb AS json
   FROM plans.of_plan_trend_cube
  GROUP BY of_plan_trend_cube.v
  ORDER BY of_plan_trend_cube.v;


--
-- Name: kept_of_plan_trend_cube; Type: MATERIALIZED VIEW; Schema: plans; Owner: -
--

CREATE MATERIALIZED VIEW plans.kept_of_plan_trend_cube AS
 SELECT DISTINCT seen_of_plan_trend_cube.v,
    seen_of_plan_trend_cube.text,
    seen_of_plan_trend_cube.json
   FROM plans.seen_of_plan_trend_cube
  WITH NO DATA;


--
-- Name: terms; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.terms (
    term plan.plan_period NOT NULL,
    adopted date,
    CONSTRAINT terms_check CHECK ((adopted OPERATOR(plan.<@) plan.plan_shift(term, '-1'::integer)))
);


--
-- Name: latest; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.latest AS
 SELECT plan.min(terms.term) AS first,
    plan.max(terms.term) AS last,
    bool_or(('2022-02-15 12:00:00+00'::timestamp with time zone OPERATOR(plan.<@) terms.term)) AS zoned,
    bool_or((terms.term OPERATOR(plan.@>) '2022-02-15 00:00:00'::timestamp without time zone)) AS plain,
    bool_or(((EXTRACT(year FROM terms.adopted))::plan.plan_period OPERATOR(plan.&&) terms.term)) AS in_year
   FROM plans.terms;


--
-- Name: marks; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.marks (
    mark double precision,
    exact numeric,
    word character varying,
    year bigint,
    at character varying DEFAULT '2022'::character varying,
    span plan.plan_period GENERATED ALWAYS AS (plan.plan_parent((at)::plan.plan_period, 'year'::text)) STORED,
    CONSTRAINT marks_exact_check CHECK (plan.plan_is_met((exact)::plan.plan_number, plan.plan_goal((5)::plan.plan_number, ('higher'::text)::plan.plan_direction))),
    CONSTRAINT marks_mark_check CHECK (plan.plan_is_met((mark)::plan.plan_number, '>= 5'::plan.plan_goal)),
    CONSTRAINT marks_word_check CHECK ((plan.plan_goal((5)::plan.plan_number, (word)::plan.plan_direction) IS NOT NULL)),
    CONSTRAINT marks_year_check CHECK ((plan.plan_days((year)::plan.plan_period) > 300))
);


--
-- Name: rankings; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.rankings (
    by_id plan.plan_ranking,
    by_name plan.plan_ranking,
    standing plan.plan_standing
);


--
-- Name: samples; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.samples (
    type text,
    value text
);


--
-- Name: staging; Type: TABLE; Schema: plans; Owner: -
--

CREATE TABLE plans.staging (
    "Chỉ tiêu" text,
    "Kỳ" text,
    "Thực hiện" text,
    "Ngày công bố" text
);


--
-- Name: third; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.third AS
 SELECT by_term.at,
    by_term.amount
   FROM plans.by_term
  WHERE (by_term.at OPERATOR(plan.<@) '2022-Q3'::plan.plan_period);


--
-- Name: types; Type: VIEW; Schema: plans; Owner: -
--

CREATE VIEW plans.types AS
 SELECT t.typname AS name,
        CASE
            WHEN (t.typtype = 'e'::"char") THEN 'v'::text
            ELSE format('v::text::%s'::text, t.typname)
        END AS copied,
        CASE
            WHEN (EXISTS ( SELECT
               FROM pg_cast
              WHERE ((pg_cast.castsource = t.oid) AND (pg_cast.casttarget = ('jsonb'::regtype)::oid)))) THEN 'v::jsonb'::text
            ELSE 'to_jsonb(v)'::text
        END AS json,
        CASE t.typname
            WHEN 'plan_direction'::name THEN '*='::text
            ELSE '='::text
        END AS equals
   FROM ((pg_type t
     JOIN pg_depend d ON (((d.classid = ('pg_type'::regclass)::oid) AND (d.objid = t.oid) AND (d.deptype = 'e'::"char"))))
     JOIN pg_extension e ON (((d.refobjid = e.oid) AND (e.extname = 'tnplan'::name))))
  WHERE (t.typelem = (0)::oid);


--
-- Name: actual; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.actual (
    id bigint NOT NULL,
    indicator text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL,
    value double precision,
    bound text DEFAULT '='::text NOT NULL,
    vintage text DEFAULT 'official'::text NOT NULL,
    known_on date DEFAULT CURRENT_DATE NOT NULL,
    source text,
    note text,
    recorded_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    recorded_by text DEFAULT CURRENT_USER NOT NULL,
    first_day date GENERATED ALWAYS AS (plan.plan_first_day(plan.plan_parse_period(period))) STORED NOT NULL,
    last_day date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(period))) STORED NOT NULL,
    period_name text GENERATED ALWAYS AS ((plan.plan_parse_period(period))::text) STORED NOT NULL COLLATE pg_catalog."C",
    year integer GENERATED ALWAYS AS (EXTRACT(year FROM plan.plan_last_day(plan.plan_parse_period(period)))) STORED NOT NULL,
    CONSTRAINT "a figure is known from the first day of its period on" CHECK (((known_on >= first_day) OR (NOT isfinite(known_on)))),
    CONSTRAINT "bound is =, ~, >, >=, < or <=" CHECK ((bound = ANY (ARRAY['='::text, '~'::text, '>'::text, '>='::text, '<'::text, '<='::text]))),
    CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
    CONSTRAINT "period begins in 1800 or later" CHECK ((first_day >= '1800-01-01'::date)),
    CONSTRAINT "period ends before 2200" CHECK ((last_day < '2200-01-01'::date)),
    CONSTRAINT "recorded_at is a finite time" CHECK (isfinite(recorded_at)),
    CONSTRAINT "value without its sign is 0 or between 1e-30 and 1e30" CHECK (((value = (0)::double precision) OR ((abs(value) > (0.000000000000000000000000000001)::double precision) AND (abs(value) < ('1000000000000000000000000000000'::numeric)::double precision)))),
    CONSTRAINT "vintage is estimate, preliminary or official" CHECK ((vintage = ANY (ARRAY['estimate'::text, 'preliminary'::text, 'official'::text])))
);


--
-- Name: TABLE actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.actual IS 'Figures by indicator, place and period, as they became known; a later row revises an earlier one';


--
-- Name: COLUMN actual.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN actual.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.indicator IS 'code of the indicator';


--
-- Name: COLUMN actual.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.place IS 'code of the place or department';


--
-- Name: COLUMN actual.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.period IS 'period in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023';


--
-- Name: COLUMN actual.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.value IS 'the figure in the unit of the indicator; NULL withdraws it';


--
-- Name: COLUMN actual.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN actual.vintage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.vintage IS 'estimate, preliminary or official';


--
-- Name: COLUMN actual.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN actual.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.source IS 'where it was published';


--
-- Name: COLUMN actual.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.note IS 'note for readers';


--
-- Name: COLUMN actual.recorded_at; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.recorded_at IS 'when the row was entered';


--
-- Name: COLUMN actual.recorded_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.recorded_by IS 'role that entered the row';


--
-- Name: COLUMN actual.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.first_day IS 'first day of the period';


--
-- Name: COLUMN actual.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.last_day IS 'last day of the period';


--
-- Name: COLUMN actual.period_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.period_name IS 'period in the notation of plan_period';


--
-- Name: COLUMN actual.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual.year IS 'calendar year in which the period ends, whatever the calendar of the workspace';


--
-- Name: actual_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.actual ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.actual_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: setting; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.setting (
    id integer DEFAULT 1 NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    title_en text,
    term text NOT NULL,
    calendar text DEFAULT 'standard'::text NOT NULL,
    language text DEFAULT 'vi'::text NOT NULL,
    version text,
    first_day date GENERATED ALWAYS AS (plan.plan_first_day(plan.plan_parse_period(term, (calendar)::plan.plan_calendar))) STORED NOT NULL,
    last_day date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(term, (calendar)::plan.plan_calendar))) STORED NOT NULL,
    has_fiscal_years boolean GENERATED ALWAYS AS ((plan.plan_period_name(plan.plan_period_of('2000-07-01'::date, 'year'::text, (calendar)::plan.plan_calendar), (calendar)::plan.plan_calendar) <> '2000'::text)) STORED,
    CONSTRAINT "calendar is read by plan_calendar" CHECK (((calendar)::plan.plan_calendar IS NOT NULL)),
    CONSTRAINT "language is vi or en" CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
    CONSTRAINT "term begins in 1800 or later" CHECK ((first_day >= '1800-01-01'::date)),
    CONSTRAINT "term ends before 2200" CHECK ((last_day < '2200-01-01'::date)),
    CONSTRAINT "there is one row of settings" CHECK ((id = 1)),
    CONSTRAINT "version is that of tnplan" CHECK ((version ~ '^[0-9]+[.][0-9]'::text))
);


--
-- Name: TABLE setting; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.setting IS 'Settings of the workspace: title, term, calendar and language';


--
-- Name: COLUMN setting.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN setting.title; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.title IS 'title of the plan';


--
-- Name: COLUMN setting.title_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.title_en IS 'title in English; NULL without one';


--
-- Name: COLUMN setting.term; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.term IS 'the term of the plan, in the notation of plan_parse_period';


--
-- Name: COLUMN setting.calendar; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.calendar IS 'calendar that years and working days follow, in the notation of plan_calendar';


--
-- Name: COLUMN setting.language; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.language IS 'vi or en: the language of labels';


--
-- Name: COLUMN setting.version; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.version IS 'version of tnplan that made the views';


--
-- Name: COLUMN setting.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.first_day IS 'first day of the term';


--
-- Name: COLUMN setting.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.last_day IS 'last day of the term';


--
-- Name: COLUMN setting.has_fiscal_years; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.setting.has_fiscal_years IS 'whether years of the calendar are others than calendar years: views then have fiscal names and years';


--
-- Name: actual_period; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.actual_period WITH (security_invoker='true') AS
 WITH RECURSIVE stored(name) AS (
        ( SELECT actual.period_name
           FROM province.actual
          ORDER BY actual.period_name
         LIMIT 1)
        UNION ALL
         SELECT ( SELECT t.period_name
                   FROM province.actual t
                  WHERE (t.period_name > s_1.name)
                  ORDER BY t.period_name
                 LIMIT 1) AS period_name
           FROM stored s_1
          WHERE (s_1.name IS NOT NULL)
        )
 SELECT plan.plan_fiscal_year(plan.plan_last_day(p.period), g.calendar) AS year,
    plan.plan_period_name(p.period, g.calendar) AS period,
    plan.plan_first_day(p.period) AS first_day,
    plan.plan_last_day(p.period) AS last_day,
    s.name AS period_name
   FROM ((stored s
     CROSS JOIN ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting
         OFFSET 0) g)
     CROSS JOIN LATERAL ( SELECT (s.name)::plan.plan_period AS period) p)
  WHERE (s.name IS NOT NULL)
 OFFSET 0;


--
-- Name: VIEW actual_period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.actual_period IS 'Periods of figures, with their names and years by the calendar of the workspace';


--
-- Name: COLUMN actual_period.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_period.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN actual_period.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_period.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN actual_period.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_period.first_day IS 'first day of the period';


--
-- Name: COLUMN actual_period.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_period.last_day IS 'last day of the period';


--
-- Name: COLUMN actual_period.period_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_period.period_name IS 'period in the notation of plan_period';


--
-- Name: exchange_rate; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.exchange_rate (
    currency text NOT NULL,
    into_currency text NOT NULL,
    valid_from date NOT NULL,
    rate double precision NOT NULL,
    source text,
    CONSTRAINT "a rate is between two currencies" CHECK ((currency <> into_currency)),
    CONSTRAINT "currencies have three capital letters" CHECK (((currency ~ '^[A-Z]{3}$'::text) AND (into_currency ~ '^[A-Z]{3}$'::text))),
    CONSTRAINT "rate is a number between 1e-30 and 1e30" CHECK (((rate > (0.000000000000000000000000000001)::double precision) AND (rate < ('1000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT "valid_from is a finite date" CHECK (isfinite(valid_from))
);


--
-- Name: TABLE exchange_rate; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.exchange_rate IS 'Exchange rates by day';


--
-- Name: COLUMN exchange_rate.currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.exchange_rate.currency IS 'currency that is worth the rate';


--
-- Name: COLUMN exchange_rate.into_currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.exchange_rate.into_currency IS 'currency in which the rate is expressed';


--
-- Name: COLUMN exchange_rate.valid_from; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.exchange_rate.valid_from IS 'first day on which the rate holds';


--
-- Name: COLUMN exchange_rate.rate; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.exchange_rate.rate IS 'units of into_currency for one of currency';


--
-- Name: COLUMN exchange_rate.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.exchange_rate.source IS 'where it was published';


--
-- Name: indicator; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.indicator (
    id integer NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    node text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    name_en text,
    unit text DEFAULT ''::text NOT NULL,
    unit_en text,
    scale double precision DEFAULT 1 NOT NULL,
    currency text,
    direction text DEFAULT 'higher'::text NOT NULL,
    kind text DEFAULT 'flow'::text NOT NULL,
    across text DEFAULT 'sum'::text NOT NULL,
    frequency text DEFAULT 'year'::text NOT NULL,
    decimals integer DEFAULT 2 NOT NULL,
    weight double precision DEFAULT 1 NOT NULL,
    sort_order integer,
    note text,
    CONSTRAINT "across says what several places are together" CHECK ((across = ANY (ARRAY['sum'::text, 'mean'::text, 'max'::text, 'min'::text, 'none'::text]))),
    CONSTRAINT "code is a text without spaces around it" CHECK (((code <> ''::text) AND (code = btrim(code)))),
    CONSTRAINT "currency has three capital letters" CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT "decimals are 0 to 15" CHECK (((decimals >= 0) AND (decimals <= 15))),
    CONSTRAINT "direction is higher, lower or within" CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text, 'within'::text]))),
    CONSTRAINT "frequency is month, quarter, half or year" CHECK ((frequency = ANY (ARRAY['month'::text, 'quarter'::text, 'half'::text, 'year'::text]))),
    CONSTRAINT "kind says what a year is of its months" CHECK ((kind = ANY (ARRAY['flow'::text, 'stock'::text, 'cumulative'::text, 'average'::text, 'peak'::text, 'least'::text, 'first'::text]))),
    CONSTRAINT "scale is a number between 1e-30 and 1e30" CHECK (((scale > (0.000000000000000000000000000001)::double precision) AND (scale < ('1000000000000000000000000000000'::numeric)::double precision))),
    CONSTRAINT "weight is 0 or a number between 1e-30 and 1e30" CHECK (((weight = (0)::double precision) OR ((weight > (0.000000000000000000000000000001)::double precision) AND (weight < ('1000000000000000000000000000000'::numeric)::double precision))))
);


--
-- Name: TABLE indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.indicator IS 'Indicators of the plan';


--
-- Name: COLUMN indicator.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN indicator.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.code IS 'code by which other tables name it';


--
-- Name: COLUMN indicator.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN indicator.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.name IS 'name';


--
-- Name: COLUMN indicator.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN indicator.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.unit IS 'unit of the figures';


--
-- Name: COLUMN indicator.unit_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.unit_en IS 'unit of the figures in English; NULL without one';


--
-- Name: COLUMN indicator.scale; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.scale IS 'how many base units one unit is: 1e9 for billion VND';


--
-- Name: COLUMN indicator.currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.currency IS 'currency of amounts, as three capital letters; NULL where there is none';


--
-- Name: COLUMN indicator.direction; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.direction IS 'higher, lower or within: what is better';


--
-- Name: COLUMN indicator.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.kind IS 'what a year is of its months: flow, stock, cumulative, average, peak, least or first';


--
-- Name: COLUMN indicator.across; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.across IS 'what the figures of several places are together: sum, mean, max, min or none';


--
-- Name: COLUMN indicator.frequency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.frequency IS 'how often a figure is due: month, quarter, half or year';


--
-- Name: COLUMN indicator.decimals; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.decimals IS 'decimals to show';


--
-- Name: COLUMN indicator.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN indicator.sort_order; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.sort_order IS 'place in sorted lists';


--
-- Name: COLUMN indicator.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.indicator.note IS 'note for readers';


--
-- Name: known_actual; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.known_actual WITH (security_invoker='true') AS
( SELECT DISTINCT ON (actual.year, actual.indicator, actual.place, actual.first_day, actual.last_day, actual.period_name) actual.year,
    actual.indicator,
    actual.place,
    actual.first_day,
    actual.last_day,
    actual.period_name AS period,
    actual.value,
    actual.bound,
    actual.vintage,
    actual.known_on,
    actual.source,
    actual.note,
    actual.id
   FROM province.actual
  WHERE ((actual.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (NOT (EXISTS ( SELECT
           FROM province.setting
          WHERE setting.has_fiscal_years))))
  ORDER BY actual.year, actual.indicator, actual.place, actual.first_day, actual.last_day, actual.period_name, actual.known_on DESC)
UNION ALL
( SELECT DISTINCT ON (d.year, a.indicator, a.place, a.first_day, a.last_day, d.period) d.year,
    a.indicator,
    a.place,
    a.first_day,
    a.last_day,
    d.period,
    a.value,
    a.bound,
    a.vintage,
    a.known_on,
    a.source,
    a.note,
    a.id
   FROM (province.actual_period d
     JOIN province.actual a ON ((a.period_name = d.period_name)))
  WHERE ((a.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (EXISTS ( SELECT
           FROM province.setting
          WHERE setting.has_fiscal_years)))
  ORDER BY d.year, a.indicator, a.place, a.first_day, a.last_day, d.period, a.known_on DESC);


--
-- Name: VIEW known_actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.known_actual IS 'Of each figure the latest row that was known';


--
-- Name: COLUMN known_actual.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN known_actual.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.indicator IS 'code of the indicator';


--
-- Name: COLUMN known_actual.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.place IS 'code of the place or department';


--
-- Name: COLUMN known_actual.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.first_day IS 'first day of the period';


--
-- Name: COLUMN known_actual.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.last_day IS 'last day of the period';


--
-- Name: COLUMN known_actual.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN known_actual.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.value IS 'the figure in the unit of the indicator; NULL withdraws it';


--
-- Name: COLUMN known_actual.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN known_actual.vintage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.vintage IS 'estimate, preliminary or official';


--
-- Name: COLUMN known_actual.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN known_actual.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.source IS 'where it was published';


--
-- Name: COLUMN known_actual.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.note IS 'note for readers';


--
-- Name: COLUMN known_actual.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_actual.id IS 'number of the row, given by the workspace';


--
-- Name: place; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.place (
    id integer NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    parent text COLLATE pg_catalog."C",
    kind text DEFAULT 'province'::text NOT NULL,
    name text NOT NULL,
    name_en text,
    valid_from date,
    valid_until date,
    note text,
    CONSTRAINT "a place ends after it begins" CHECK ((valid_until >= valid_from)),
    CONSTRAINT "a place is not its own parent" CHECK ((parent <> code)),
    CONSTRAINT "code is a text without spaces around it" CHECK (((code <> ''::text) AND (code = btrim(code)))),
    CONSTRAINT "valid_from is a finite date" CHECK (isfinite(valid_from)),
    CONSTRAINT "valid_until is a finite date" CHECK (isfinite(valid_until))
);


--
-- Name: TABLE place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.place IS 'Places or departments, with their validity';


--
-- Name: COLUMN place.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN place.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.code IS 'code by which other tables name it';


--
-- Name: COLUMN place.parent; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.parent IS 'code of what it is part of; NULL at the top';


--
-- Name: COLUMN place.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.kind IS 'province, district, commune, department or another';


--
-- Name: COLUMN place.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.name IS 'name';


--
-- Name: COLUMN place.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN place.valid_from; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.valid_from IS 'first day of validity; NULL from the beginning';


--
-- Name: COLUMN place.valid_until; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.valid_until IS 'last day of validity; NULL without an end';


--
-- Name: COLUMN place.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place.note IS 'note for readers';


--
-- Name: actual_in_currency; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.actual_in_currency WITH (security_invoker='true') AS
 SELECT i.node,
    a.indicator,
    i.name AS indicator_name,
    a.place,
    p.name AS place_name,
    a.period,
    a.year,
    a.first_day,
    a.last_day,
    i.unit,
    a.value,
    a.bound,
    i.currency,
    (a.value * i.scale) AS amount,
    c.into_currency,
        CASE
            WHEN (c.into_currency = i.currency) THEN (1)::double precision
            ELSE r.rate
        END AS rate,
    r.valid_from AS rate_from,
    ((a.value * i.scale) *
        CASE
            WHEN (c.into_currency = i.currency) THEN (1)::double precision
            ELSE r.rate
        END) AS amount_in_currency,
    a.known_on
   FROM ((((province.known_actual a
     JOIN province.indicator i ON (((i.code = a.indicator) AND (i.currency IS NOT NULL))))
     JOIN province.place p ON ((p.code = a.place)))
     JOIN ( SELECT exchange_rate.into_currency
           FROM province.exchange_rate
        UNION
         SELECT indicator.currency
           FROM province.indicator
          WHERE (indicator.currency IS NOT NULL)) c ON (true))
     LEFT JOIN LATERAL ( SELECT x.rate,
            x.valid_from
           FROM province.exchange_rate x
          WHERE ((x.currency = i.currency) AND (x.into_currency = c.into_currency) AND (x.valid_from <= LEAST(a.last_day, ( SELECT plan.plan_known_on() AS plan_known_on))))
          ORDER BY x.valid_from DESC
         LIMIT 1) r ON (true))
  WHERE (a.value IS NOT NULL);


--
-- Name: VIEW actual_in_currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.actual_in_currency IS 'Amounts in their currency and in each other one of the exchange rates';


--
-- Name: COLUMN actual_in_currency.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN actual_in_currency.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.indicator IS 'code of the indicator';


--
-- Name: COLUMN actual_in_currency.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN actual_in_currency.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.place IS 'code of the place or department';


--
-- Name: COLUMN actual_in_currency.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.place_name IS 'name of the place or department';


--
-- Name: COLUMN actual_in_currency.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN actual_in_currency.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN actual_in_currency.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.first_day IS 'first day of the period';


--
-- Name: COLUMN actual_in_currency.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.last_day IS 'last day of the period';


--
-- Name: COLUMN actual_in_currency.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.unit IS 'unit of the figures';


--
-- Name: COLUMN actual_in_currency.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.value IS 'the figure in the unit of the indicator';


--
-- Name: COLUMN actual_in_currency.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN actual_in_currency.currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.currency IS 'currency of amounts, as three capital letters; NULL where there is none';


--
-- Name: COLUMN actual_in_currency.amount; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.amount IS 'the figure in units of its currency, such as VND: without thousands or millions';


--
-- Name: COLUMN actual_in_currency.into_currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.into_currency IS 'currency in which the rate is expressed';


--
-- Name: COLUMN actual_in_currency.rate; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.rate IS 'units of into_currency for one of currency on the last day of the period; NULL without one';


--
-- Name: COLUMN actual_in_currency.rate_from; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.rate_from IS 'first day on which the rate holds; NULL without one, and of the currency itself';


--
-- Name: COLUMN actual_in_currency.amount_in_currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.amount_in_currency IS 'the amount in into_currency; NULL without a rate';


--
-- Name: COLUMN actual_in_currency.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.actual_in_currency.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: basis; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.basis (
    id integer NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    name_en text,
    CONSTRAINT "code is a text without spaces around it" CHECK (((code <> ''::text) AND (code = btrim(code))))
);


--
-- Name: TABLE basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.basis IS 'Plan bases: the local and the central plan may set different targets for one indicator';


--
-- Name: COLUMN basis.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.basis.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN basis.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.basis.code IS 'code by which other tables name it';


--
-- Name: COLUMN basis.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.basis.name IS 'name';


--
-- Name: COLUMN basis.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.basis.name_en IS 'name in English; NULL without one';


--
-- Name: basis_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.basis ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.basis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: change_log; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.change_log (
    id bigint NOT NULL,
    changed_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    changed_by text NOT NULL,
    logged_in_as text NOT NULL,
    table_name text NOT NULL,
    action text NOT NULL,
    row_id bigint,
    old_row jsonb,
    new_row jsonb,
    reason text
);


--
-- Name: TABLE change_log; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.change_log IS 'Who changed what was entered, when and why; rows that were added say so themselves';


--
-- Name: COLUMN change_log.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN change_log.changed_at; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.changed_at IS 'when the change was made';


--
-- Name: COLUMN change_log.changed_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.changed_by IS 'role that made the change';


--
-- Name: COLUMN change_log.logged_in_as; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.logged_in_as IS 'role that had logged in, and may have acted as another one';


--
-- Name: COLUMN change_log.table_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.table_name IS 'table that was changed';


--
-- Name: COLUMN change_log.action; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.action IS 'update, delete or truncate; of closings also insert';


--
-- Name: COLUMN change_log.row_id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.row_id IS 'id of the row that was changed, of a verdict that of its closing; NULL if all were';


--
-- Name: COLUMN change_log.old_row; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.old_row IS 'the row before the change';


--
-- Name: COLUMN change_log.new_row; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.new_row IS 'the row after the change; NULL if it was deleted';


--
-- Name: COLUMN change_log.reason; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.change_log.reason IS 'why the row was added or changed';


--
-- Name: change_log_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.change_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.change_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: closed_verdict; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.closed_verdict (
    closing bigint NOT NULL,
    node text NOT NULL COLLATE pg_catalog."C",
    indicator text NOT NULL COLLATE pg_catalog."C",
    indicator_name text NOT NULL,
    place text NOT NULL COLLATE pg_catalog."C",
    place_name text NOT NULL,
    basis text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL,
    grain text NOT NULL,
    year integer NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    direction text NOT NULL,
    goal text NOT NULL,
    target double precision,
    baseline double precision,
    actual double precision,
    bound text,
    vintage text,
    answered_by text,
    figure_first_day date,
    figure_last_day date,
    figures integer,
    coverage double precision,
    is_complete boolean,
    expected double precision,
    achievement double precision,
    score double precision,
    variance double precision,
    status text COLLATE pg_catalog."C",
    figure_known_on date,
    target_known_on date,
    weight double precision,
    places integer,
    places_covered integer,
    CONSTRAINT "days are finite dates" CHECK ((isfinite(first_day) AND isfinite(last_day) AND isfinite(figure_first_day) AND isfinite(figure_last_day) AND isfinite(figure_known_on) AND isfinite(target_known_on)))
);


--
-- Name: TABLE closed_verdict; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.closed_verdict IS 'Verdicts of closed periods as they were when these were closed';


--
-- Name: COLUMN closed_verdict.closing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.closing IS 'the closing that it belongs to';


--
-- Name: COLUMN closed_verdict.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN closed_verdict.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.indicator IS 'code of the indicator';


--
-- Name: COLUMN closed_verdict.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN closed_verdict.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.place IS 'code of the place or department';


--
-- Name: COLUMN closed_verdict.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.place_name IS 'name of the place or department';


--
-- Name: COLUMN closed_verdict.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN closed_verdict.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.period IS 'period in the notation of plan_period';


--
-- Name: COLUMN closed_verdict.grain; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.grain IS 'month, quarter, half, year, term (two or more whole years), span or another, by the calendar of the workspace';


--
-- Name: COLUMN closed_verdict.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.year IS 'calendar year in which the period ends, whatever the calendar of the workspace';


--
-- Name: COLUMN closed_verdict.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.first_day IS 'first day of the period';


--
-- Name: COLUMN closed_verdict.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.last_day IS 'last day of the period';


--
-- Name: COLUMN closed_verdict.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.unit IS 'unit of the figures';


--
-- Name: COLUMN closed_verdict.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.kind IS 'what a year is of its months: flow, stock, cumulative, average, peak, least or first';


--
-- Name: COLUMN closed_verdict.direction; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.direction IS 'higher, lower or within: what is better';


--
-- Name: COLUMN closed_verdict.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: COLUMN closed_verdict.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.target IS 'the target as a number';


--
-- Name: COLUMN closed_verdict.baseline; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.baseline IS 'value from which progress is measured; NULL without one';


--
-- Name: COLUMN closed_verdict.actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.actual IS 'the figure that answers the target, in the unit of the indicator; NULL without one';


--
-- Name: COLUMN closed_verdict.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN closed_verdict.vintage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.vintage IS 'estimate, preliminary or official';


--
-- Name: COLUMN closed_verdict.answered_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.answered_by IS 'same period, to date (a report since the beginning of the period, or of the year), parts (figures of parts of it) or places (figures of places below); NULL without a figure';


--
-- Name: COLUMN closed_verdict.figure_first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.figure_first_day IS 'first day that the figure covers';


--
-- Name: COLUMN closed_verdict.figure_last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.figure_last_day IS 'last day that the figure covers';


--
-- Name: COLUMN closed_verdict.figures; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.figures IS 'number of figures that make the actual';


--
-- Name: COLUMN closed_verdict.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.coverage IS 'share of the days until the last day of the figure, and of the places below that make it, that are not missing: 0 to 1';


--
-- Name: COLUMN closed_verdict.is_complete; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.is_complete IS 'whether the figure is that of the whole period, without a gap or a missing place';


--
-- Name: COLUMN closed_verdict.expected; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.expected IS 'share of the target, or of a ceiling on a flow the share that may be used, due by the last day of the figure, or without one by the day of reading: 0 to 1';


--
-- Name: COLUMN closed_verdict.achievement; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.achievement IS 'share of the way to the target that is achieved: 1 is met exactly, not clamped';


--
-- Name: COLUMN closed_verdict.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.score IS 'achievement clamped to 0 to 1; NULL without a figure';


--
-- Name: COLUMN closed_verdict.variance; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.variance IS 'actual less target in the unit of the indicator, favourable is positive';


--
-- Name: COLUMN closed_verdict.status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.status IS 'verdict: exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data or not_started';


--
-- Name: COLUMN closed_verdict.figure_known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.figure_known_on IS 'day on which the figure became known';


--
-- Name: COLUMN closed_verdict.target_known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.target_known_on IS 'day on which the target became known';


--
-- Name: COLUMN closed_verdict.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN closed_verdict.places; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.places IS 'lowest places below it that were there when the figure was due; NULL of a figure of its own';


--
-- Name: COLUMN closed_verdict.places_covered; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closed_verdict.places_covered IS 'of these those that the figures cover';


--
-- Name: closing; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.closing (
    id bigint NOT NULL,
    period text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    closed_on date NOT NULL,
    note text,
    closed_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    closed_by text DEFAULT CURRENT_USER NOT NULL,
    CONSTRAINT "closed_at is a finite time" CHECK (isfinite(closed_at)),
    CONSTRAINT "closed_on is a finite date" CHECK (isfinite(closed_on)),
    CONSTRAINT "first_day is a finite date" CHECK (isfinite(first_day)),
    CONSTRAINT "last_day is a finite date" CHECK (isfinite(last_day))
);


--
-- Name: TABLE closing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.closing IS 'Closed periods, whose targets and verdicts no longer change';


--
-- Name: COLUMN closing.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN closing.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.period IS 'name of the period by the calendar of the workspace, as it was when the period was closed';


--
-- Name: COLUMN closing.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.first_day IS 'first day of the period';


--
-- Name: COLUMN closing.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.last_day IS 'last day of the period';


--
-- Name: COLUMN closing.closed_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.closed_on IS 'day as of which the period was closed: what was known on it';


--
-- Name: COLUMN closing.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.note IS 'note for readers';


--
-- Name: COLUMN closing.closed_at; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.closed_at IS 'when the period was closed';


--
-- Name: COLUMN closing.closed_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.closing.closed_by IS 'role that closed the period';


--
-- Name: closing_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.closing ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.closing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: target; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.target (
    id bigint NOT NULL,
    indicator text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL COLLATE pg_catalog."C",
    basis text DEFAULT 'local'::text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL,
    goal text,
    known_on date DEFAULT CURRENT_DATE NOT NULL,
    reason text,
    document bigint,
    recorded_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    recorded_by text DEFAULT CURRENT_USER NOT NULL,
    first_day date GENERATED ALWAYS AS (plan.plan_first_day(plan.plan_parse_period(period))) STORED NOT NULL,
    last_day date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(period))) STORED NOT NULL,
    period_name text GENERATED ALWAYS AS ((plan.plan_parse_period(period))::text) STORED NOT NULL COLLATE pg_catalog."C",
    year integer GENERATED ALWAYS AS (EXTRACT(year FROM plan.plan_last_day(plan.plan_parse_period(period)))) STORED NOT NULL,
    target double precision GENERATED ALWAYS AS (plan.plan_target((goal)::plan.plan_goal)) STORED,
    goal_direction text GENERATED ALWAYS AS (plan.plan_direction((goal)::plan.plan_goal)) STORED,
    CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
    CONSTRAINT "numbers of goal are 0 or between 1e-30 and 1e30, unsigned" CHECK ((((plan.plan_lower((goal)::plan.plan_goal) = (0)::double precision) OR ((abs(plan.plan_lower((goal)::plan.plan_goal)) > (0.000000000000000000000000000001)::double precision) AND (abs(plan.plan_lower((goal)::plan.plan_goal)) < ('1000000000000000000000000000000'::numeric)::double precision))) AND ((plan.plan_upper((goal)::plan.plan_goal) = (0)::double precision) OR ((abs(plan.plan_upper((goal)::plan.plan_goal)) > (0.000000000000000000000000000001)::double precision) AND (abs(plan.plan_upper((goal)::plan.plan_goal)) < ('1000000000000000000000000000000'::numeric)::double precision))) AND ((plan.plan_baseline((goal)::plan.plan_goal) = (0)::double precision) OR ((abs(plan.plan_baseline((goal)::plan.plan_goal)) > (0.000000000000000000000000000001)::double precision) AND (abs(plan.plan_baseline((goal)::plan.plan_goal)) < ('1000000000000000000000000000000'::numeric)::double precision))))),
    CONSTRAINT "period begins in 1800 or later" CHECK ((first_day >= '1800-01-01'::date)),
    CONSTRAINT "period ends before 2200" CHECK ((last_day < '2200-01-01'::date)),
    CONSTRAINT "recorded_at is a finite time" CHECK (isfinite(recorded_at))
);


--
-- Name: TABLE target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.target IS 'Targets by indicator, place, basis and period; a later row revises an earlier one';


--
-- Name: COLUMN target.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN target.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.indicator IS 'code of the indicator';


--
-- Name: COLUMN target.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.place IS 'code of the place or department';


--
-- Name: COLUMN target.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN target.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.period IS 'period in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023';


--
-- Name: COLUMN target.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12; NULL withdraws it';


--
-- Name: COLUMN target.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN target.reason; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.reason IS 'why the row was added or changed';


--
-- Name: COLUMN target.document; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.document IS 'document that stated the target';


--
-- Name: COLUMN target.recorded_at; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.recorded_at IS 'when the row was entered';


--
-- Name: COLUMN target.recorded_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.recorded_by IS 'role that entered the row';


--
-- Name: COLUMN target.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.first_day IS 'first day of the period';


--
-- Name: COLUMN target.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.last_day IS 'last day of the period';


--
-- Name: COLUMN target.period_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.period_name IS 'period in the notation of plan_period';


--
-- Name: COLUMN target.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.year IS 'calendar year in which the period ends, whatever the calendar of the workspace';


--
-- Name: COLUMN target.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.target IS 'the target as a number';


--
-- Name: COLUMN target.goal_direction; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target.goal_direction IS 'higher, lower or within: what the goal says is better; NULL without a goal';


--
-- Name: target_period; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.target_period WITH (security_invoker='true') AS
 WITH RECURSIVE stored(name) AS (
        ( SELECT target.period_name
           FROM province.target
          ORDER BY target.period_name
         LIMIT 1)
        UNION ALL
         SELECT ( SELECT t.period_name
                   FROM province.target t
                  WHERE (t.period_name > s_1.name)
                  ORDER BY t.period_name
                 LIMIT 1) AS period_name
           FROM stored s_1
          WHERE (s_1.name IS NOT NULL)
        )
 SELECT plan.plan_fiscal_year(plan.plan_last_day(p.period), g.calendar) AS year,
    plan.plan_period_name(p.period, g.calendar) AS period,
    plan.plan_first_day(p.period) AS first_day,
    plan.plan_last_day(p.period) AS last_day,
    s.name AS period_name
   FROM ((stored s
     CROSS JOIN ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting
         OFFSET 0) g)
     CROSS JOIN LATERAL ( SELECT (s.name)::plan.plan_period AS period) p)
  WHERE (s.name IS NOT NULL)
 OFFSET 0;


--
-- Name: VIEW target_period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.target_period IS 'Periods of targets, with their names and years by the calendar of the workspace';


--
-- Name: COLUMN target_period.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_period.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN target_period.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_period.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN target_period.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_period.first_day IS 'first day of the period';


--
-- Name: COLUMN target_period.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_period.last_day IS 'last day of the period';


--
-- Name: COLUMN target_period.period_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_period.period_name IS 'period in the notation of plan_period';


--
-- Name: known_target; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.known_target WITH (security_invoker='true') AS
( SELECT DISTINCT ON (target.year, target.indicator, target.place, target.basis, target.first_day, target.last_day, target.period_name) target.year,
    target.indicator,
    target.place,
    target.basis,
    target.first_day,
    target.last_day,
    target.period_name AS period,
    target.goal,
    target.target,
    target.known_on,
    target.reason,
    target.document,
    target.id
   FROM province.target
  WHERE ((target.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (NOT (EXISTS ( SELECT
           FROM province.setting
          WHERE setting.has_fiscal_years))))
  ORDER BY target.year, target.indicator, target.place, target.basis, target.first_day, target.last_day, target.period_name, target.known_on DESC)
UNION ALL
( SELECT DISTINCT ON (d.year, t.indicator, t.place, t.basis, t.first_day, t.last_day, d.period) d.year,
    t.indicator,
    t.place,
    t.basis,
    t.first_day,
    t.last_day,
    d.period,
    t.goal,
    t.target,
    t.known_on,
    t.reason,
    t.document,
    t.id
   FROM (province.target_period d
     JOIN province.target t ON ((t.period_name = d.period_name)))
  WHERE ((t.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (EXISTS ( SELECT
           FROM province.setting
          WHERE setting.has_fiscal_years)))
  ORDER BY d.year, t.indicator, t.place, t.basis, t.first_day, t.last_day, d.period, t.known_on DESC);


--
-- Name: VIEW known_target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.known_target IS 'Of each target the latest row that was known';


--
-- Name: COLUMN known_target.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN known_target.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.indicator IS 'code of the indicator';


--
-- Name: COLUMN known_target.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.place IS 'code of the place or department';


--
-- Name: COLUMN known_target.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN known_target.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.first_day IS 'first day of the period';


--
-- Name: COLUMN known_target.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.last_day IS 'last day of the period';


--
-- Name: COLUMN known_target.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN known_target.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12; NULL withdraws it';


--
-- Name: COLUMN known_target.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.target IS 'the target as a number';


--
-- Name: COLUMN known_target.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN known_target.reason; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.reason IS 'why the row was added or changed';


--
-- Name: COLUMN known_target.document; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.document IS 'document that stated the target';


--
-- Name: COLUMN known_target.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_target.id IS 'number of the row, given by the workspace';


--
-- Name: status_label; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.status_label (
    status text NOT NULL COLLATE pg_catalog."C",
    sort integer NOT NULL,
    label_vi text NOT NULL,
    label_en text NOT NULL
);


--
-- Name: TABLE status_label; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.status_label IS 'Names of the verdicts';


--
-- Name: COLUMN status_label.status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_label.status IS 'verdict: exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data or not_started';


--
-- Name: COLUMN status_label.sort; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_label.sort IS 'place in sorted lists, best first';


--
-- Name: COLUMN status_label.label_vi; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_label.label_vi IS 'name of the status in Vietnamese';


--
-- Name: COLUMN status_label.label_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_label.label_en IS 'name of the status in English';


--
-- Name: computed_performance; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.computed_performance WITH (security_invoker='true') AS
 SELECT i.node,
    t.indicator,
    i.name AS indicator_name,
    t.place,
    p.name AS place_name,
    t.basis,
    t.period,
    plan.plan_grain(plan.plan_period(t.first_day, t.last_day), g.calendar) AS grain,
    t.year,
    t.first_day,
    t.last_day,
    i.unit,
    i.kind,
    i.direction,
    t.goal,
    t.target,
    o.baseline,
    f.actual,
    f.bound,
    f.vintage,
    f.answered_by,
    f.figure_first_day,
    f.figure_last_day,
    f.figures,
    f.coverage,
    f.is_complete,
    e.expected,
    plan.plan_achievement((f.actual)::plan.plan_number, o.goal, (e.expected)::plan.plan_number, (i.kind = ANY (ARRAY['flow'::text, 'cumulative'::text]))) AS achievement,
    plan.plan_score((f.actual)::plan.plan_number, o.goal, (1)::plan.plan_number, (e.expected)::plan.plan_number, (i.kind = ANY (ARRAY['flow'::text, 'cumulative'::text]))) AS score,
    plan.plan_variance((f.actual)::plan.plan_number, o.goal) AS variance,
    s.status,
    l.sort AS status_sort,
        CASE
            WHEN (g.language = 'vi'::text) THEN l.label_vi
            ELSE l.label_en
        END AS status_label,
    f.known_on AS figure_known_on,
    t.known_on AS target_known_on,
    i.weight,
    f.places,
    f.places_covered
   FROM ((((((((((((((((province.known_target t
     CROSS JOIN ( SELECT setting.language,
            (setting.calendar)::plan.plan_calendar AS calendar,
            plan.plan_known_on() AS known_on
           FROM province.setting
         OFFSET 0) g)
     JOIN province.indicator i ON ((i.code = t.indicator)))
     JOIN province.place p ON ((p.code = t.place)))
     CROSS JOIN LATERAL ( SELECT (t.goal)::plan.plan_goal AS goal,
            plan.plan_baseline((t.goal)::plan.plan_goal) AS baseline,
                CASE
                    WHEN (i.kind = 'cumulative'::text) THEN plan.plan_first_day(plan.plan_period_of(t.first_day, 'year'::text, g.calendar))
                    ELSE t.first_day
                END AS due_from) o)
     LEFT JOIN LATERAL ( SELECT a.indicator,
            a.value,
            a.bound,
            a.vintage,
            a.known_on
           FROM province.actual a
          WHERE ((a.year = (date_part('year'::text, t.last_day))::integer) AND (a.indicator = t.indicator) AND (a.place = t.place) AND (a.first_day = t.first_day) AND (a.last_day = t.last_day) AND (a.known_on <= g.known_on))
          ORDER BY a.known_on DESC
         LIMIT 1) same ON ((same.value IS NOT NULL)))
     LEFT JOIN LATERAL ( SELECT b.first_days,
            b.last_days,
            b.known_on,
            b.figures,
            b.bounds,
            b.vintages
           FROM ( SELECT array_agg(a.first_day) AS first_days,
                    array_agg(a.last_day) AS last_days,
                    array_agg(a.known_on) AS known_on,
                    array_agg(a.value) AS figures,
                    array_agg(a.bound) AS bounds,
                    array_agg(a.vintage) AS vintages
                   FROM province.actual a
                  WHERE ((a.indicator = t.indicator) AND (a.place = t.place) AND ((a.first_day >= o.due_from) AND (a.first_day <= t.last_day)) AND ((a.last_day >= t.first_day) AND (a.last_day <= t.last_day)) AND (a.known_on <= g.known_on))) b
          WHERE (same.indicator IS NULL)
         OFFSET 0) r ON (true))
     LEFT JOIN LATERAL ( SELECT b.actual,
            b.bound,
            b.vintage,
            b.answered_by,
            b.figure_first_day,
            b.figure_last_day,
            b.figures,
            b.coverage,
            b.is_complete,
            b.figure_known_on
           FROM plan._plan_answer(i.kind, t.first_day, t.last_day, g.known_on, r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages, g.calendar) b(actual, bound, vintage, answered_by, figure_first_day, figure_last_day, figures, coverage, is_complete, figure_known_on)
          WHERE (r.first_days IS NOT NULL)
         OFFSET 0) part ON (true))
     CROSS JOIN LATERAL ( SELECT ((same.indicator IS NULL) AND (part.actual IS NULL) AND (i.across <> 'none'::text)) AS is_silent
         OFFSET 0) q)
     LEFT JOIN LATERAL ( SELECT b.places,
            b.codes,
            b.parents,
            b.valid_from,
            b.valid_until
           FROM ( SELECT array_agg(d_1.id) AS places,
                    array_agg(d_1.code) AS codes,
                    array_agg(d_1.above) AS parents,
                    array_agg(COALESCE(d_1.valid_from, '-infinity'::date)) AS valid_from,
                    array_agg(COALESCE(d_1.valid_until, 'infinity'::date)) AS valid_until
                   FROM ( WITH RECURSIVE below AS (
                                 SELECT c.id,
                                    c.code,
                                    p.id AS above,
                                    c.valid_from,
                                    c.valid_until
                                   FROM province.place c
                                  WHERE (c.parent = p.code)
                                UNION ALL
                                 SELECT c.id,
                                    c.code,
                                    b_1.id,
                                    c.valid_from,
                                    c.valid_until
                                   FROM (below b_1
                                     JOIN province.place c ON ((c.parent = b_1.code)))
                                ) CYCLE id SET is_cycle USING path
                         SELECT below_1.id,
                            below_1.code,
                            below_1.above,
                            below_1.valid_from,
                            below_1.valid_until
                           FROM below below_1
                          WHERE (NOT below_1.is_cycle)) d_1) b
          WHERE q.is_silent
         OFFSET 0) tree ON (true))
     LEFT JOIN LATERAL ( SELECT b.places,
            b.first_days,
            b.last_days,
            b.known_on,
            b.figures,
            b.bounds,
            b.vintages
           FROM ( SELECT array_agg(c.id) AS places,
                    array_agg(a.first_day) AS first_days,
                    array_agg(a.last_day) AS last_days,
                    array_agg(a.known_on) AS known_on,
                    array_agg(a.value) AS figures,
                    array_agg(a.bound) AS bounds,
                    array_agg(a.vintage) AS vintages
                   FROM (UNNEST(tree.places, tree.codes) c(id, code)
                     JOIN province.actual a ON (((a.indicator = t.indicator) AND (a.place = c.code))))
                  WHERE ((a.known_on <= g.known_on) AND ((a.last_day >= t.first_day) AND (a.last_day <= t.last_day)) AND ((a.first_day >= o.due_from) AND (a.first_day <= t.last_day)))) b
          WHERE (tree.places IS NOT NULL)
         OFFSET 0) u ON (true))
     LEFT JOIN LATERAL ( SELECT b.actual,
            b.bound,
            b.vintage,
            b.answered_by,
            b.figure_first_day,
            b.figure_last_day,
            b.figures,
            b.coverage,
            b.is_complete,
            b.figure_known_on,
            b.places_below,
            b.places_covered
           FROM plan._plan_answer_places(i.kind, i.across, t.first_day, t.last_day, g.known_on, tree.places, tree.parents, tree.valid_from, tree.valid_until, u.places, u.first_days, u.last_days, u.known_on, u.figures, u.bounds, u.vintages, g.calendar) b(actual, bound, vintage, answered_by, figure_first_day, figure_last_day, figures, coverage, is_complete, figure_known_on, places_below, places_covered)
          WHERE (u.first_days IS NOT NULL)
         OFFSET 0) below ON (true))
     CROSS JOIN LATERAL ( SELECT COALESCE(same.value, part.actual, below.actual) AS actual,
                CASE
                    WHEN (same.indicator IS NULL) THEN COALESCE(part.bound, below.bound)
                    ELSE same.bound
                END AS bound,
            COALESCE(same.vintage, part.vintage, below.vintage) AS vintage,
                CASE
                    WHEN (same.indicator IS NULL) THEN COALESCE(part.answered_by, below.answered_by)
                    ELSE 'same period'::text
                END AS answered_by,
                CASE
                    WHEN (same.indicator IS NULL) THEN COALESCE(part.figure_first_day, below.figure_first_day)
                    ELSE t.first_day
                END AS figure_first_day,
                CASE
                    WHEN (same.indicator IS NULL) THEN COALESCE(part.figure_last_day, below.figure_last_day)
                    ELSE t.last_day
                END AS figure_last_day,
                CASE
                    WHEN (same.indicator IS NULL) THEN COALESCE(part.figures, below.figures, 0)
                    ELSE 1
                END AS figures,
                CASE
                    WHEN (same.indicator IS NULL) THEN COALESCE(part.coverage, below.coverage, (0)::double precision)
                    ELSE (1)::double precision
                END AS coverage,
                CASE
                    WHEN (same.indicator IS NULL) THEN COALESCE(part.is_complete, below.is_complete, false)
                    ELSE true
                END AS is_complete,
            COALESCE(same.known_on, part.figure_known_on, below.figure_known_on) AS known_on,
            below.places_below AS places,
            below.places_covered) f)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (f.figure_last_day < t.last_day) THEN
                    CASE i.kind
                        WHEN 'flow'::text THEN ( SELECT (sum((u_1.target * plan.plan_elapsed(plan.plan_period(u_1.first_day, u_1.last_day), f.figure_last_day))) / NULLIF(sum(u_1.target), (0)::double precision))
                           FROM ( SELECT k.first_day,
                                    k.last_day,
                                    k.target,
                                    ((((k.last_day - k.first_day) + 15) * 12) / 365) AS months
                                   FROM province.known_target k
                                  WHERE ((k.indicator = t.indicator) AND (k.place = t.place) AND (k.basis = t.basis) AND ((k.first_day >= t.first_day) AND (k.first_day <= t.last_day)) AND (k.last_day <= t.last_day) AND (k.goal IS NOT NULL))) u_1
                          GROUP BY u_1.months
                         HAVING ((count(*) > 1) AND (sum(((u_1.last_day - u_1.first_day) + 1)) = ((t.last_day - t.first_day) + 1)))
                          ORDER BY u_1.months
                         LIMIT 1)
                        WHEN 'cumulative'::text THEN ( SELECT (sum((u_1.step * plan.plan_elapsed(plan.plan_period(u_1.first_day, u_1.last_day), f.figure_last_day))) / NULLIF(sum(u_1.step), (0)::double precision))
                           FROM ( SELECT COALESCE((lag(b.last_day) OVER w + 1), b.year_from) AS first_day,
                                    b.last_day,
                                    (b.target - COALESCE(lag(b.target) OVER w, (0)::double precision)) AS step
                                   FROM ( SELECT DISTINCT ON (k.last_day) k.last_day,
    y.year_from,
  CASE
   WHEN ((k.last_day = t.last_day) AND (y.year_from = o.due_from)) THEN t.target
   ELSE k.target
  END AS target
   FROM (province.known_target k
     CROSS JOIN LATERAL ( SELECT plan.plan_first_day(plan.plan_period_of(k.last_day, 'year'::text, g.calendar)) AS year_from
   OFFSET 0) y)
  WHERE ((k.indicator = t.indicator) AND (k.place = t.place) AND (k.basis = t.basis) AND ((k.first_day >= o.due_from) AND (k.first_day <= t.last_day)) AND (k.last_day <= t.last_day) AND (k.goal IS NOT NULL) AND (k.first_day >= y.year_from))
  ORDER BY k.last_day, k.first_day) b
                                  WINDOW w AS (PARTITION BY b.year_from ORDER BY b.last_day)) u_1
                         HAVING ((count(*) > 1) AND (sum(((u_1.last_day - u_1.first_day) + 1)) = ((t.last_day - o.due_from) + 1))))
                        ELSE NULL::double precision
                    END
                    ELSE NULL::double precision
                END AS share
         OFFSET 0) d)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN ((t.first_day > g.known_on) AND (f.figures = 0)) THEN NULL::double precision
                    WHEN (i.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])) THEN COALESCE(
                    CASE
                        WHEN ((d.share >= (0)::double precision) AND (d.share <= (1)::double precision)) THEN d.share
                        ELSE NULL::double precision
                    END, plan.plan_elapsed(plan.plan_period(o.due_from, t.last_day), COALESCE(f.figure_last_day, g.known_on)))
                    WHEN ((o.baseline IS NULL) OR (((i.kind = 'peak'::text) AND (i.direction = 'lower'::text)) OR ((i.kind = 'least'::text) AND (i.direction = 'higher'::text)))) THEN (1)::double precision
                    ELSE plan.plan_expected_share(o.goal, plan.plan_period(o.due_from, t.last_day), COALESCE(f.figure_last_day, g.known_on))
                END AS expected) e)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN ((f.actual IS NULL) AND (t.first_day > g.known_on)) THEN 'not_started'::text
                    ELSE COALESCE((plan.plan_bounded_status((f.actual)::plan.plan_number, o.goal, f.bound, (
                    CASE
                        WHEN (i.kind = ANY (ARRAY['peak'::text, 'least'::text])) THEN plan.plan_elapsed(plan.plan_period(t.first_day, t.last_day), COALESCE(f.figure_last_day, g.known_on))
                        ELSE e.expected
                    END)::plan.plan_number, NULL::double precision[], (i.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])),
                    CASE
                        WHEN (i.kind = ANY (ARRAY['peak'::text, 'least'::text])) THEN i.kind
                        ELSE NULL::text
                    END))::text, 'undecided'::text)
                END AS status) s)
     LEFT JOIN province.status_label l ON ((l.status = s.status)))
  WHERE (t.goal IS NOT NULL);


--
-- Name: VIEW computed_performance; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.computed_performance IS 'Every target with the figure that answers it, also of closed periods';


--
-- Name: COLUMN computed_performance.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN computed_performance.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.indicator IS 'code of the indicator';


--
-- Name: COLUMN computed_performance.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN computed_performance.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.place IS 'code of the place or department';


--
-- Name: COLUMN computed_performance.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.place_name IS 'name of the place or department';


--
-- Name: COLUMN computed_performance.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN computed_performance.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN computed_performance.grain; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.grain IS 'month, quarter, half, year, term (two or more whole years), span or another, by the calendar of the workspace';


--
-- Name: COLUMN computed_performance.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN computed_performance.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.first_day IS 'first day of the period';


--
-- Name: COLUMN computed_performance.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.last_day IS 'last day of the period';


--
-- Name: COLUMN computed_performance.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.unit IS 'unit of the figures';


--
-- Name: COLUMN computed_performance.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.kind IS 'what a year is of its months: flow, stock, cumulative, average, peak, least or first';


--
-- Name: COLUMN computed_performance.direction; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.direction IS 'higher, lower or within: what is better';


--
-- Name: COLUMN computed_performance.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: COLUMN computed_performance.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.target IS 'the target as a number';


--
-- Name: COLUMN computed_performance.baseline; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.baseline IS 'value from which progress is measured; NULL without one';


--
-- Name: COLUMN computed_performance.actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.actual IS 'the figure that answers the target, in the unit of the indicator; NULL without one';


--
-- Name: COLUMN computed_performance.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN computed_performance.vintage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.vintage IS 'estimate, preliminary or official';


--
-- Name: COLUMN computed_performance.answered_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.answered_by IS 'same period, to date (a report since the beginning of the period, or of the year), parts (figures of parts of it) or places (figures of places below); NULL without a figure';


--
-- Name: COLUMN computed_performance.figure_first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.figure_first_day IS 'first day that the figure covers';


--
-- Name: COLUMN computed_performance.figure_last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.figure_last_day IS 'last day that the figure covers';


--
-- Name: COLUMN computed_performance.figures; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.figures IS 'number of figures that make the actual';


--
-- Name: COLUMN computed_performance.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.coverage IS 'share of the days until the last day of the figure, and of the places below that make it, that are not missing: 0 to 1';


--
-- Name: COLUMN computed_performance.is_complete; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.is_complete IS 'whether the figure is that of the whole period, without a gap or a missing place';


--
-- Name: COLUMN computed_performance.expected; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.expected IS 'share of the target, or of a ceiling on a flow the share that may be used, due by the last day of the figure, or without one by the day of reading: 0 to 1';


--
-- Name: COLUMN computed_performance.achievement; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.achievement IS 'share of the way to the target that is achieved: 1 is met exactly, not clamped';


--
-- Name: COLUMN computed_performance.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.score IS 'achievement clamped to 0 to 1; NULL without a figure';


--
-- Name: COLUMN computed_performance.variance; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.variance IS 'actual less target in the unit of the indicator, favourable is positive';


--
-- Name: COLUMN computed_performance.status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.status IS 'verdict: exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data or not_started';


--
-- Name: COLUMN computed_performance.status_sort; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.status_sort IS 'place of the verdict in sorted lists, best first';


--
-- Name: COLUMN computed_performance.status_label; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.status_label IS 'verdict in the language of the workspace';


--
-- Name: COLUMN computed_performance.figure_known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.figure_known_on IS 'day on which the figure became known';


--
-- Name: COLUMN computed_performance.target_known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.target_known_on IS 'day on which the target became known';


--
-- Name: COLUMN computed_performance.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN computed_performance.places; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.places IS 'lowest places below it that were there when the figure was due; NULL of a figure of its own';


--
-- Name: COLUMN computed_performance.places_covered; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.computed_performance.places_covered IS 'of these those that the figures cover';


--
-- Name: place_above; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.place_above WITH (security_invoker='true') AS
 WITH RECURSIVE above(place, ancestor, steps) AS (
         SELECT place.code,
            place.code,
            0 AS "?column?"
           FROM province.place
        UNION ALL
         SELECT a.place,
            p.parent,
            (a.steps + 1)
           FROM (above a
             JOIN province.place p ON ((p.code = a.ancestor)))
          WHERE (p.parent IS NOT NULL)
        ) CYCLE ancestor SET is_cycle USING path
 SELECT above.place,
    above.ancestor,
    above.steps
   FROM above
  WHERE (NOT above.is_cycle);


--
-- Name: VIEW place_above; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.place_above IS 'Places with all places above them, themselves included: to filter by a region';


--
-- Name: COLUMN place_above.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_above.place IS 'code of the place or department';


--
-- Name: COLUMN place_above.ancestor; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_above.ancestor IS 'code of the place itself or of one above it';


--
-- Name: COLUMN place_above.steps; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_above.steps IS 'how many levels up the tree of places: 0 is the place itself';


--
-- Name: coverage; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.coverage WITH (security_invoker='true') AS
 WITH above AS MATERIALIZED (
         SELECT place_above.place,
            place_above.ancestor
           FROM province.place_above
          WHERE (place_above.steps > 0)
        ), due AS (
         SELECT DISTINCT i_1.node,
            i_1.code AS indicator,
            i_1.kind,
            i_1.frequency,
            d.place,
            d.answering,
            d.part,
            p_1.valid_from,
            p_1.valid_until
           FROM ((province.indicator i_1
             CROSS JOIN LATERAL ( WITH RECURSIVE stated(place) AS (
                        ( SELECT t.place
                           FROM province.target t
                          WHERE ((t.indicator = i_1.code) AND (t.goal IS NOT NULL) AND (t.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
                          ORDER BY t.place
                         LIMIT 1)
                        UNION ALL
                         SELECT ( SELECT t.place
                                   FROM province.target t
                                  WHERE ((t.indicator = i_1.code) AND (t.place > s.place) AND (t.goal IS NOT NULL) AND (t.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
                                  ORDER BY t.place
                                 LIMIT 1) AS place
                           FROM stated s
                          WHERE (s.place IS NOT NULL)
                        ), target AS (
                         SELECT s.place,
                            ((i_1.across <> 'none'::text) AND (s.place IN ( SELECT above.ancestor
                                   FROM above))) AS has_places_below
                           FROM stated s
                          WHERE (s.place IS NOT NULL)
                        ), parent AS (
                         SELECT t.place,
                            (NOT (EXISTS ( SELECT
                                   FROM province.actual k
                                  WHERE ((k.indicator = i_1.code) AND (k.place = t.place) AND (k.value IS NOT NULL) AND (k.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
                                 OFFSET 0))) AS is_silent
                           FROM target t
                          WHERE t.has_places_below
                        ), answered AS (
                         SELECT p_2.place,
                            p_2.is_silent
                           FROM (parent p_2
                             LEFT JOIN ( SELECT DISTINCT a.ancestor
                                   FROM above a
                                  WHERE ((NOT (a.place IN ( SELECT t.place
   FROM target t))) AND (a.ancestor IN ( SELECT t.place
   FROM target t)) AND (EXISTS ( SELECT
   FROM province.actual k
  WHERE ((k.indicator = i_1.code) AND (k.place = a.place) AND (k.value IS NOT NULL) AND (k.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
 OFFSET 0)))) o ON ((o.ancestor = p_2.place)))
                          WHERE (p_2.is_silent OR (o.ancestor IS NOT NULL))
                        ), reporting AS (
                         SELECT b.place
                           FROM ( SELECT DISTINCT a.place
                                   FROM (answered t
                                     JOIN above a ON ((a.ancestor = t.place)))) b
                          WHERE (EXISTS ( SELECT
                                   FROM province.actual k
                                  WHERE ((k.indicator = i_1.code) AND (k.place = b.place) AND (k.value IS NOT NULL) AND (k.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
                                 OFFSET 0))
                        ), below AS (
                         SELECT t.place,
                            t.is_silent,
                            a.place AS answering,
                            (k.place IS NOT NULL) AS reports
                           FROM ((answered t
                             JOIN above a ON ((a.ancestor = t.place)))
                             LEFT JOIN reporting k ON ((k.place = a.place)))
                        ), branch AS (
                         SELECT b.place,
                            b.is_silent,
                            b.answering
                           FROM below b
                          WHERE ((b.reports OR (NOT (b.answering IN ( SELECT above.ancestor
                                   FROM above)))) AND (b.place IN ( SELECT o.place
                                   FROM below o
                                  WHERE o.reports)) AND (NOT (EXISTS ( SELECT
                                   FROM (above a
                                     JOIN below o ON ((o.answering = a.ancestor)))
                                  WHERE ((a.place = b.answering) AND (o.place = b.place) AND o.reports)))))
                        )
                 SELECT target.place,
                    target.place AS answering,
                    'itself'::text AS part
                   FROM target
                UNION ALL
                 SELECT branch.place,
                    branch.answering,
                    'below'::text AS part
                   FROM branch
                UNION ALL
                 SELECT branch.answering,
                    branch.answering,
                        CASE
                            WHEN branch.is_silent THEN 'itself'::text
                            ELSE 'for another'::text
                        END AS part
                   FROM branch
                UNION ALL
                 SELECT branch.answering,
                    branch.place,
                    'above'::text AS part
                   FROM branch
                  WHERE (NOT branch.is_silent)) d)
             JOIN province.place p_1 ON ((p_1.code = d.answering)))
        )
 SELECT c.node,
    i.code AS indicator,
    i.name AS indicator_name,
    p.code AS place,
    p.name AS place_name,
    c.year,
    i.frequency,
    c.expected,
    c.reported,
    (c.expected - c.reported) AS missing,
    c.first_missing,
    c.last_reported
   FROM ((( SELECT o.node,
            o.indicator,
            o.place,
            o.year,
            (count(*))::integer AS expected,
            (count(*) FILTER (WHERE o.is_reported))::integer AS reported,
            min(o.name) FILTER (WHERE (NOT o.is_reported)) AS first_missing,
            max(o.last_day) FILTER (WHERE o.is_reported) AS last_reported
           FROM ( SELECT d.node,
                    d.indicator,
                    d.place,
                    s.year,
                    s.last_day,
                    min(s.name) AS name,
                    (COALESCE(bool_or(r.is_reported) FILTER (WHERE (d.part = ANY (ARRAY['itself'::text, 'for another'::text]))), false) OR COALESCE(bool_and(r.is_reported) FILTER (WHERE (d.part = 'below'::text)), false)) AS is_reported
                   FROM ((due d
                     JOIN ( SELECT f.frequency,
                            plan.plan_period_name(part.part, ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
                                   FROM province.setting)) AS name,
                            plan.plan_first_day(part.part) AS first_day,
                            plan.plan_last_day(part.part) AS last_day,
                            plan.plan_fiscal_year(plan.plan_last_day(part.part), ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
                                   FROM province.setting)) AS year
                           FROM ((province.setting g
                             CROSS JOIN ( VALUES ('month'::text), ('quarter'::text), ('half'::text), ('year'::text)) f(frequency))
                             CROSS JOIN LATERAL plan.plan_subperiods(plan.plan_period(g.first_day, g.last_day), f.frequency, (g.calendar)::plan.plan_calendar) part(part))
                          WHERE (plan.plan_last_day(part.part) <= ( SELECT plan.plan_known_on() AS plan_known_on))
                         OFFSET 0) s ON (((s.frequency = d.frequency) AND ((d.valid_from IS NULL) OR (d.valid_from <= s.last_day)) AND ((d.valid_until IS NULL) OR (d.valid_until >= s.first_day)))))
                     CROSS JOIN LATERAL ( SELECT
                                CASE
                                    WHEN ( SELECT (a.value IS NOT NULL)
                                       FROM province.actual a
                                      WHERE ((a.year = (date_part('year'::text, s.last_day))::integer) AND (a.indicator = d.indicator) AND (a.place = d.answering) AND (a.first_day = s.first_day) AND (a.last_day = s.last_day) AND (a.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
                                      ORDER BY a.known_on DESC
                                     LIMIT 1) THEN true
                                    WHEN (d.kind = ANY (ARRAY['stock'::text, 'cumulative'::text])) THEN (EXISTS ( SELECT
                                       FROM province.known_actual k
                                      WHERE ((k.year = s.year) AND (k.indicator = d.indicator) AND (k.place = d.answering) AND (k.last_day = s.last_day) AND (k.value IS NOT NULL))))
                                    WHEN (d.kind = 'first'::text) THEN (EXISTS ( SELECT
                                       FROM province.known_actual k
                                      WHERE ((k.indicator = d.indicator) AND (k.place = d.answering) AND (k.first_day = s.first_day) AND (k.last_day <= s.last_day) AND (k.value IS NOT NULL))))
                                    ELSE ((EXISTS ( SELECT
                                       FROM province.known_actual k
                                      WHERE ((k.indicator = d.indicator) AND (k.place = d.answering) AND ((k.first_day >= s.first_day) AND (k.first_day <= s.last_day)) AND (k.last_day <= s.last_day) AND (k.value IS NOT NULL))
                                     HAVING (range_agg(daterange(k.first_day, k.last_day, '[]'::text)) @> daterange(s.first_day, s.last_day, '[]'::text)))) OR ((d.kind = 'flow'::text) AND (EXISTS ( SELECT
                                       FROM (province.known_actual k
                                         JOIN province.known_actual e ON ((e.first_day = k.first_day)))
                                      WHERE ((k.year = s.year) AND (k.indicator = d.indicator) AND (k.place = d.answering) AND (k.first_day < s.first_day) AND (k.last_day = s.last_day) AND (k.value IS NOT NULL) AND (e.indicator = d.indicator) AND (e.place = d.answering) AND (e.last_day = (s.first_day - 1)) AND (e.value IS NOT NULL))))))
                                END AS is_reported
                         OFFSET 0) r)
                  GROUP BY d.node, d.indicator, d.place, s.year, s.last_day
                 HAVING (bool_or((d.part = 'itself'::text)) OR (bool_or((d.part = 'for another'::text)) AND bool_or(((d.part = 'above'::text) AND (NOT r.is_reported)))))) o
          GROUP BY o.node, o.indicator, o.place, o.year) c
     JOIN province.indicator i ON ((i.code = c.indicator)))
     JOIN province.place p ON ((p.code = c.place)));


--
-- Name: VIEW coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.coverage IS 'Figures that are there and figures that are missing, by indicator, place and year';


--
-- Name: COLUMN coverage.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN coverage.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.indicator IS 'code of the indicator';


--
-- Name: COLUMN coverage.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN coverage.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.place IS 'code of the place or department';


--
-- Name: COLUMN coverage.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.place_name IS 'name of the place or department';


--
-- Name: COLUMN coverage.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN coverage.frequency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.frequency IS 'how often a figure is due: month, quarter, half or year';


--
-- Name: COLUMN coverage.expected; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.expected IS 'number of figures that were due by the day of reading';


--
-- Name: COLUMN coverage.reported; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.reported IS 'number of figures that are there';


--
-- Name: COLUMN coverage.missing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.missing IS 'number of figures that are missing';


--
-- Name: COLUMN coverage.first_missing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.first_missing IS 'first period without a figure';


--
-- Name: COLUMN coverage.last_reported; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.coverage.last_reported IS 'last day that a figure covers';


--
-- Name: dim_basis; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_basis WITH (security_invoker='true') AS
 SELECT basis.id AS basis_key,
    basis.code,
    basis.name,
    basis.name_en
   FROM province.basis;


--
-- Name: VIEW dim_basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_basis IS 'Plan bases';


--
-- Name: COLUMN dim_basis.basis_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_basis.basis_key IS 'key of the plan basis';


--
-- Name: COLUMN dim_basis.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_basis.code IS 'code by which other tables name it';


--
-- Name: COLUMN dim_basis.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_basis.name IS 'name';


--
-- Name: COLUMN dim_basis.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_basis.name_en IS 'name in English; NULL without one';


--
-- Name: standing; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.standing (
    id bigint NOT NULL,
    ranking text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL,
    rank integer NOT NULL,
    total integer,
    score double precision,
    known_on date DEFAULT CURRENT_DATE NOT NULL,
    source text,
    first_day date GENERATED ALWAYS AS (plan.plan_first_day(plan.plan_parse_period(period))) STORED NOT NULL,
    last_day date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(period))) STORED NOT NULL,
    CONSTRAINT "a standing is known from the first day of its period on" CHECK (((known_on >= first_day) OR (NOT isfinite(known_on)))),
    CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
    CONSTRAINT "period begins in 1800 or later" CHECK ((first_day >= '1800-01-01'::date)),
    CONSTRAINT "period ends before 2200" CHECK ((last_day < '2200-01-01'::date)),
    CONSTRAINT "rank is counted from 1" CHECK ((rank >= 1)),
    CONSTRAINT "rank is within the total" CHECK ((rank <= total)),
    CONSTRAINT "score without its sign is 0 or between 1e-30 and 1e30" CHECK (((score = (0)::double precision) OR ((abs(score) > (0.000000000000000000000000000001)::double precision) AND (abs(score) < ('1000000000000000000000000000000'::numeric)::double precision))))
);


--
-- Name: TABLE standing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.standing IS 'Standings in published rankings';


--
-- Name: COLUMN standing.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN standing.ranking; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.ranking IS 'code of the ranking';


--
-- Name: COLUMN standing.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.place IS 'code of the place or department';


--
-- Name: COLUMN standing.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.period IS 'period in a notation that plan_parse_period reads, such as 2023 or năm 2023';


--
-- Name: COLUMN standing.rank; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.rank IS 'rank, counted from 1, the best';


--
-- Name: COLUMN standing.total; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.total IS 'number of entities in the ranking';


--
-- Name: COLUMN standing.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.score IS 'score behind the rank; NULL if it is not known';


--
-- Name: COLUMN standing.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN standing.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.source IS 'where it was published';


--
-- Name: COLUMN standing.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.first_day IS 'first day of the period';


--
-- Name: COLUMN standing.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing.last_day IS 'last day of the period';


--
-- Name: dim_date; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_date WITH (security_invoker='true') AS
 SELECT ((((date_part('year'::text, d.day) * (10000)::double precision) + (date_part('month'::text, d.day) * (100)::double precision)) + date_part('day'::text, d.day)))::integer AS date_key,
    d.day AS date,
    (EXTRACT(year FROM d.day))::integer AS year,
    (EXTRACT(quarter FROM d.day))::integer AS quarter,
    (EXTRACT(month FROM d.day))::integer AS month,
    (EXTRACT(day FROM d.day))::integer AS day,
    (EXTRACT(isodow FROM d.day))::integer AS weekday,
    plan.plan_period_name(plan.plan_period_of(d.day, 'year'::text, g.calendar), g.calendar) AS plan_year,
    plan.plan_period_name(plan.plan_period_of(d.day, 'quarter'::text, g.calendar), g.calendar) AS plan_quarter,
    plan.plan_period_name(plan.plan_period_of(d.day, 'month'::text, g.calendar), g.calendar) AS plan_month
   FROM (( SELECT (g_1.calendar)::plan.plan_calendar AS calendar,
            LEAST(g_1.first_day, a.first_day, t.first_day, s.first_day, c.first_day) AS first_day,
            GREATEST(g_1.last_day, a.last_day, t.last_day, s.last_day, c.last_day) AS last_day
           FROM ((((province.setting g_1
             CROSS JOIN ( SELECT to_date((( SELECT min(((((date_part('year'::text, actual.first_day) * (10000)::double precision) + (date_part('month'::text, actual.first_day) * (100)::double precision)) + date_part('day'::text, actual.first_day)))::integer) AS min
                           FROM province.actual))::text, 'YYYYMMDD'::text) AS first_day,
                    to_date((( SELECT max(((((date_part('year'::text, actual.last_day) * (10000)::double precision) + (date_part('month'::text, actual.last_day) * (100)::double precision)) + date_part('day'::text, actual.last_day)))::integer) AS max
                           FROM province.actual))::text, 'YYYYMMDD'::text) AS last_day) a)
             CROSS JOIN ( SELECT to_date((( SELECT min(((((date_part('year'::text, target.first_day) * (10000)::double precision) + (date_part('month'::text, target.first_day) * (100)::double precision)) + date_part('day'::text, target.first_day)))::integer) AS min
                           FROM province.target))::text, 'YYYYMMDD'::text) AS first_day,
                    to_date((( SELECT max(((((date_part('year'::text, target.last_day) * (10000)::double precision) + (date_part('month'::text, target.last_day) * (100)::double precision)) + date_part('day'::text, target.last_day)))::integer) AS max
                           FROM province.target))::text, 'YYYYMMDD'::text) AS last_day) t)
             CROSS JOIN ( SELECT min(standing.first_day) AS first_day,
                    max(standing.last_day) AS last_day
                   FROM province.standing) s)
             CROSS JOIN ( SELECT min(closed_verdict.first_day) AS first_day,
                    max(closed_verdict.last_day) AS last_day
                   FROM province.closed_verdict) c)
         OFFSET 0) g
     CROSS JOIN LATERAL ( SELECT (g.first_day + i.i) AS day
           FROM generate_series(0, (g.last_day - g.first_day)) i(i)) d);


--
-- Name: VIEW dim_date; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_date IS 'Days of the term, of targets, figures and standings';


--
-- Name: COLUMN dim_date.date_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.date_key IS 'the day as yyyymmdd';


--
-- Name: COLUMN dim_date.date; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.date IS 'the day';


--
-- Name: COLUMN dim_date.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.year IS 'calendar year of the day';


--
-- Name: COLUMN dim_date.quarter; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.quarter IS 'quarter of the calendar year: 1 to 4';


--
-- Name: COLUMN dim_date.month; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.month IS 'month of the calendar year: 1 to 12';


--
-- Name: COLUMN dim_date.day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.day IS 'day of the month';


--
-- Name: COLUMN dim_date.weekday; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.weekday IS 'day of the week: 1 is Monday';


--
-- Name: COLUMN dim_date.plan_year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.plan_year IS 'name of the year in the calendar of the workspace';


--
-- Name: COLUMN dim_date.plan_quarter; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.plan_quarter IS 'name of the quarter in the calendar of the workspace';


--
-- Name: COLUMN dim_date.plan_month; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_date.plan_month IS 'name of the month in the calendar of the workspace';


--
-- Name: dim_indicator; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_indicator WITH (security_invoker='true') AS
 SELECT indicator.id AS indicator_key,
    indicator.code,
    indicator.name,
    indicator.name_en,
    indicator.node,
    indicator.unit,
    indicator.unit_en,
    indicator.currency,
    indicator.direction,
    indicator.kind,
    indicator.across,
    indicator.frequency,
    indicator.decimals,
    indicator.weight,
    indicator.sort_order
   FROM province.indicator;


--
-- Name: VIEW dim_indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_indicator IS 'Indicators';


--
-- Name: COLUMN dim_indicator.indicator_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.indicator_key IS 'key of the indicator';


--
-- Name: COLUMN dim_indicator.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.code IS 'code by which other tables name it';


--
-- Name: COLUMN dim_indicator.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.name IS 'name';


--
-- Name: COLUMN dim_indicator.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN dim_indicator.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN dim_indicator.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.unit IS 'unit of the figures';


--
-- Name: COLUMN dim_indicator.unit_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.unit_en IS 'unit of the figures in English; NULL without one';


--
-- Name: COLUMN dim_indicator.currency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.currency IS 'currency of amounts, as three capital letters; NULL where there is none';


--
-- Name: COLUMN dim_indicator.direction; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.direction IS 'higher, lower or within: what is better';


--
-- Name: COLUMN dim_indicator.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.kind IS 'what a year is of its months: flow, stock, cumulative, average, peak, least or first';


--
-- Name: COLUMN dim_indicator.across; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.across IS 'what the figures of several places are together: sum, mean, max, min or none';


--
-- Name: COLUMN dim_indicator.frequency; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.frequency IS 'how often a figure is due: month, quarter, half or year';


--
-- Name: COLUMN dim_indicator.decimals; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.decimals IS 'decimals to show';


--
-- Name: COLUMN dim_indicator.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN dim_indicator.sort_order; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_indicator.sort_order IS 'place in sorted lists';


--
-- Name: node; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.node (
    id integer NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    parent text COLLATE pg_catalog."C",
    kind text DEFAULT 'programme'::text NOT NULL,
    name text NOT NULL,
    name_en text,
    weight double precision DEFAULT 1 NOT NULL,
    period text,
    sort_order integer,
    note text,
    CONSTRAINT "a node is not its own parent" CHECK ((parent <> code)),
    CONSTRAINT "code is a text without spaces around it" CHECK (((code <> ''::text) AND (code = btrim(code)))),
    CONSTRAINT "period is read by plan_parse_period" CHECK (((period IS NULL) OR (plan.plan_parse_period(period) IS NOT NULL))),
    CONSTRAINT "weight is 0 or a number between 1e-30 and 1e30" CHECK (((weight = (0)::double precision) OR ((weight > (0.000000000000000000000000000001)::double precision) AND (weight < ('1000000000000000000000000000000'::numeric)::double precision))))
);


--
-- Name: TABLE node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.node IS 'The plan tree: orientations, programmes, schemes, plans';


--
-- Name: COLUMN node.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN node.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.code IS 'code by which other tables name it';


--
-- Name: COLUMN node.parent; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.parent IS 'code of what it is part of; NULL at the top';


--
-- Name: COLUMN node.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.kind IS 'orientation, programme, scheme, plan or another';


--
-- Name: COLUMN node.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.name IS 'name';


--
-- Name: COLUMN node.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN node.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN node.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.period IS 'period of the node, in a notation that plan_parse_period reads; NULL is the term';


--
-- Name: COLUMN node.sort_order; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.sort_order IS 'place in sorted lists';


--
-- Name: COLUMN node.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node.note IS 'note for readers';


--
-- Name: dim_node; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_node WITH (security_invoker='true') AS
 SELECT n.id AS node_key,
    n.code,
    n.name,
    n.name_en,
    n.kind,
    n.weight,
    n.sort_order,
    p.id AS parent_key,
    n.parent AS parent_code
   FROM (province.node n
     LEFT JOIN province.node p ON ((p.code = n.parent)));


--
-- Name: VIEW dim_node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_node IS 'Nodes of the plan tree';


--
-- Name: COLUMN dim_node.node_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.node_key IS 'key of the node of the plan tree';


--
-- Name: COLUMN dim_node.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.code IS 'code by which other tables name it';


--
-- Name: COLUMN dim_node.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.name IS 'name';


--
-- Name: COLUMN dim_node.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN dim_node.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.kind IS 'orientation, programme, scheme, plan or another';


--
-- Name: COLUMN dim_node.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN dim_node.sort_order; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.sort_order IS 'place in sorted lists';


--
-- Name: COLUMN dim_node.parent_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.parent_key IS 'key of what it is part of';


--
-- Name: COLUMN dim_node.parent_code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_node.parent_code IS 'code of what it is part of';


--
-- Name: dim_place; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_place WITH (security_invoker='true') AS
 SELECT n.id AS place_key,
    n.code,
    n.name,
    n.name_en,
    n.kind,
    n.valid_from,
    n.valid_until,
    p.id AS parent_key,
    n.parent AS parent_code
   FROM (province.place n
     LEFT JOIN province.place p ON ((p.code = n.parent)));


--
-- Name: VIEW dim_place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_place IS 'Places';


--
-- Name: COLUMN dim_place.place_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.place_key IS 'key of the place or department';


--
-- Name: COLUMN dim_place.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.code IS 'code by which other tables name it';


--
-- Name: COLUMN dim_place.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.name IS 'name';


--
-- Name: COLUMN dim_place.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN dim_place.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.kind IS 'province, district, commune, department or another';


--
-- Name: COLUMN dim_place.valid_from; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.valid_from IS 'first day of validity; NULL from the beginning';


--
-- Name: COLUMN dim_place.valid_until; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.valid_until IS 'last day of validity; NULL without an end';


--
-- Name: COLUMN dim_place.parent_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.parent_key IS 'key of what it is part of';


--
-- Name: COLUMN dim_place.parent_code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_place.parent_code IS 'code of what it is part of';


--
-- Name: ranking; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.ranking (
    id integer NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    node text COLLATE pg_catalog."C",
    name text NOT NULL,
    name_en text,
    note text,
    CONSTRAINT "code is a text without spaces around it" CHECK (((code <> ''::text) AND (code = btrim(code))))
);


--
-- Name: TABLE ranking; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.ranking IS 'Published rankings';


--
-- Name: COLUMN ranking.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.ranking.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN ranking.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.ranking.code IS 'code by which other tables name it';


--
-- Name: COLUMN ranking.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.ranking.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN ranking.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.ranking.name IS 'name';


--
-- Name: COLUMN ranking.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.ranking.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN ranking.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.ranking.note IS 'note for readers';


--
-- Name: dim_ranking; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_ranking WITH (security_invoker='true') AS
 SELECT ranking.id AS ranking_key,
    ranking.code,
    ranking.name,
    ranking.name_en,
    ranking.node
   FROM province.ranking;


--
-- Name: VIEW dim_ranking; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_ranking IS 'Rankings';


--
-- Name: COLUMN dim_ranking.ranking_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_ranking.ranking_key IS 'key of the ranking';


--
-- Name: COLUMN dim_ranking.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_ranking.code IS 'code by which other tables name it';


--
-- Name: COLUMN dim_ranking.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_ranking.name IS 'name';


--
-- Name: COLUMN dim_ranking.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_ranking.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN dim_ranking.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_ranking.node IS 'code of the node of the plan tree';


--
-- Name: dim_status; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_status WITH (security_invoker='true') AS
 SELECT l.sort AS status_key,
    l.status AS code,
        CASE
            WHEN (g.language = 'vi'::text) THEN l.label_vi
            ELSE l.label_en
        END AS name,
    l.label_en AS name_en
   FROM (province.status_label l
     CROSS JOIN province.setting g);


--
-- Name: VIEW dim_status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_status IS 'Verdicts';


--
-- Name: COLUMN dim_status.status_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_status.status_key IS 'key of the status, which sorts best first';


--
-- Name: COLUMN dim_status.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_status.code IS 'code by which other tables name it';


--
-- Name: COLUMN dim_status.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_status.name IS 'name';


--
-- Name: COLUMN dim_status.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_status.name_en IS 'name in English; NULL without one';


--
-- Name: theme; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.theme (
    year integer NOT NULL,
    theme text NOT NULL,
    theme_en text,
    CONSTRAINT "year is between 1900 and 2199" CHECK (((year >= 1900) AND (year <= 2199)))
);


--
-- Name: TABLE theme; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.theme IS 'Working themes of the years';


--
-- Name: COLUMN theme.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.theme.year IS 'year of the calendar of the workspace';


--
-- Name: COLUMN theme.theme; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.theme.theme IS 'working theme of the year';


--
-- Name: COLUMN theme.theme_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.theme.theme_en IS 'working theme of the year in English';


--
-- Name: dim_year; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.dim_year WITH (security_invoker='true') AS
 SELECT y.year AS year_key,
    y.year,
    t.theme,
    t.theme_en
   FROM (( SELECT generate_series(plan.plan_fiscal_year(setting.first_day, (setting.calendar)::plan.plan_calendar), plan.plan_fiscal_year(setting.last_day, (setting.calendar)::plan.plan_calendar)) AS year
           FROM province.setting
        UNION
         SELECT theme.year
           FROM province.theme
        UNION
         SELECT target_period.year
           FROM province.target_period
        UNION
         SELECT actual_period.year
           FROM province.actual_period
        UNION
         SELECT plan.plan_fiscal_year(s.last_day, (g.calendar)::plan.plan_calendar) AS plan_fiscal_year
           FROM (province.standing s
             CROSS JOIN province.setting g)) y
     LEFT JOIN province.theme t ON ((t.year = y.year)));


--
-- Name: VIEW dim_year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.dim_year IS 'Years of the term and of the facts with their working themes';


--
-- Name: COLUMN dim_year.year_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_year.year_key IS 'the year';


--
-- Name: COLUMN dim_year.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_year.year IS 'year of the calendar of the workspace';


--
-- Name: COLUMN dim_year.theme; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_year.theme IS 'working theme of the year';


--
-- Name: COLUMN dim_year.theme_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.dim_year.theme_en IS 'working theme of the year in English';


--
-- Name: document; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.document (
    id bigint NOT NULL,
    kind text NOT NULL,
    number text,
    title text NOT NULL,
    issued_on date NOT NULL,
    node text COLLATE pg_catalog."C",
    url text,
    CONSTRAINT "issued_on is a finite date" CHECK (isfinite(issued_on))
);


--
-- Name: TABLE document; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.document IS 'Documents issued';


--
-- Name: COLUMN document.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN document.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document.kind IS 'resolution, directive, conclusion, notice or another';


--
-- Name: COLUMN document.number; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document.number IS 'number of the document';


--
-- Name: COLUMN document.title; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document.title IS 'title of the document';


--
-- Name: COLUMN document.issued_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document.issued_on IS 'day of issue';


--
-- Name: COLUMN document.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN document.url; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document.url IS 'address of the text';


--
-- Name: document_count; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.document_count (
    kind text NOT NULL,
    period text NOT NULL,
    count bigint NOT NULL,
    bound text DEFAULT '='::text NOT NULL,
    known_on date DEFAULT CURRENT_DATE NOT NULL,
    source text,
    first_day date GENERATED ALWAYS AS (plan.plan_first_day(plan.plan_parse_period(period))) STORED NOT NULL,
    last_day date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(period))) STORED NOT NULL,
    CONSTRAINT "a count is known from the first day of its period on" CHECK (((known_on >= first_day) OR (NOT isfinite(known_on)))),
    CONSTRAINT "bound is =, ~, >, >=, < or <=" CHECK ((bound = ANY (ARRAY['='::text, '~'::text, '>'::text, '>='::text, '<'::text, '<='::text]))),
    CONSTRAINT "documents are counted from 0" CHECK ((count >= 0)),
    CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
    CONSTRAINT "period begins in 1800 or later" CHECK ((first_day >= '1800-01-01'::date)),
    CONSTRAINT "period ends before 2200" CHECK ((last_day < '2200-01-01'::date))
);


--
-- Name: TABLE document_count; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.document_count IS 'Numbers of documents issued by kind, as published';


--
-- Name: COLUMN document_count.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.kind IS 'kind of documents: resolution, directive, conclusion, notice or another';


--
-- Name: COLUMN document_count.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.period IS 'period in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023';


--
-- Name: COLUMN document_count.count; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.count IS 'number of documents issued';


--
-- Name: COLUMN document_count.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.bound IS 'how the count is known: = exactly, ~ about, > >= < <= as a bound';


--
-- Name: COLUMN document_count.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN document_count.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.source IS 'where it was published';


--
-- Name: COLUMN document_count.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.first_day IS 'first day of the period';


--
-- Name: COLUMN document_count.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_count.last_day IS 'last day of the period';


--
-- Name: document_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.document ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: document_summary; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.document_summary WITH (security_invoker='true') AS
 SELECT stated.kind,
    plan.plan_period_name(plan.plan_period(stated.first_day, stated.last_day), ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting)) AS period,
    stated.first_day,
    stated.last_day,
    stated.count,
    stated.bound,
    stated.known_on
   FROM ( SELECT DISTINCT ON (document_count.kind, document_count.first_day, document_count.last_day) document_count.kind,
            document_count.period,
            document_count.count,
            document_count.bound,
            document_count.known_on,
            document_count.source,
            document_count.first_day,
            document_count.last_day
           FROM province.document_count
          WHERE (document_count.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on))
          ORDER BY document_count.kind, document_count.first_day, document_count.last_day, document_count.known_on DESC) stated
UNION ALL
 SELECT d.kind,
    'listed'::text AS period,
    min(d.issued_on) AS first_day,
    max(d.issued_on) AS last_day,
    count(*) AS count,
    '='::text AS bound,
    max(d.issued_on) AS known_on
   FROM province.document d
  WHERE (d.issued_on <= ( SELECT plan.plan_known_on() AS plan_known_on))
  GROUP BY d.kind;


--
-- Name: VIEW document_summary; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.document_summary IS 'Documents issued by kind, as published and as listed';


--
-- Name: COLUMN document_summary.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_summary.kind IS 'kind of documents: resolution, directive, conclusion, notice or another';


--
-- Name: COLUMN document_summary.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_summary.period IS 'period for which a count was published, or listed for the rows of table document';


--
-- Name: COLUMN document_summary.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_summary.first_day IS 'first day of the period, or day of issue of the first document that is listed';


--
-- Name: COLUMN document_summary.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_summary.last_day IS 'last day of the period, or day of issue of the last document that is listed';


--
-- Name: COLUMN document_summary.count; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_summary.count IS 'number of documents issued';


--
-- Name: COLUMN document_summary.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_summary.bound IS 'how the count is known: = exactly, ~ about, > >= < <= as a bound';


--
-- Name: COLUMN document_summary.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.document_summary.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: fact_actual; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.fact_actual WITH (security_invoker='true') AS
 SELECT a.id AS actual_key,
    i.id AS indicator_key,
    p.id AS place_key,
    ((((date_part('year'::text, a.first_day) * (10000)::double precision) + (date_part('month'::text, a.first_day) * (100)::double precision)) + date_part('day'::text, a.first_day)))::integer AS first_date_key,
    ((((date_part('year'::text, a.last_day) * (10000)::double precision) + (date_part('month'::text, a.last_day) * (100)::double precision)) + date_part('day'::text, a.last_day)))::integer AS last_date_key,
    a.period,
    a.year,
    a.value,
    a.bound,
    a.vintage
   FROM ((( SELECT false AS is_fiscal,
            actual.id,
            actual.indicator,
            actual.place,
            actual.first_day,
            actual.last_day,
            actual.period_name AS period,
            actual.year,
            actual.year AS stored_year,
            actual.value,
            actual.bound,
            actual.vintage,
            actual.known_on
           FROM province.actual
        UNION ALL
         SELECT true,
            actual.id,
            actual.indicator,
            actual.place,
            actual.first_day,
            actual.last_day,
            plan.plan_period_name(plan.plan_period(actual.first_day, actual.last_day), ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
                   FROM province.setting)) AS plan_period_name,
            plan.plan_fiscal_year(actual.last_day, ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
                   FROM province.setting)) AS plan_fiscal_year,
            actual.year,
            actual.value,
            actual.bound,
            actual.vintage,
            actual.known_on
           FROM province.actual) a
     JOIN province.indicator i ON ((i.code = a.indicator)))
     JOIN province.place p ON ((p.code = a.place)))
  WHERE ((a.is_fiscal = (EXISTS ( SELECT
           FROM province.setting
          WHERE setting.has_fiscal_years))) AND (a.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (NOT (EXISTS ( SELECT
           FROM province.actual b
          WHERE ((b.year = a.stored_year) AND (b.indicator = a.indicator) AND (b.place = a.place) AND (b.first_day = a.first_day) AND (b.last_day = a.last_day) AND (b.known_on > a.known_on) AND (b.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))))));


--
-- Name: VIEW fact_actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.fact_actual IS 'Figures by keys';


--
-- Name: COLUMN fact_actual.actual_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.actual_key IS 'key of the row of actuals';


--
-- Name: COLUMN fact_actual.indicator_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.indicator_key IS 'key of the indicator';


--
-- Name: COLUMN fact_actual.place_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.place_key IS 'key of the place or department';


--
-- Name: COLUMN fact_actual.first_date_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.first_date_key IS 'first day as yyyymmdd';


--
-- Name: COLUMN fact_actual.last_date_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.last_date_key IS 'last day as yyyymmdd';


--
-- Name: COLUMN fact_actual.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN fact_actual.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN fact_actual.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.value IS 'the figure in the unit of the indicator';


--
-- Name: COLUMN fact_actual.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN fact_actual.vintage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_actual.vintage IS 'estimate, preliminary or official';


--
-- Name: fact_performance; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.fact_performance WITH (security_invoker='true') AS
 SELECT i.id AS indicator_key,
    n.id AS node_key,
    p.id AS place_key,
    b.id AS basis_key,
    f.status_sort AS status_key,
    ((((date_part('year'::text, f.first_day) * (10000)::double precision) + (date_part('month'::text, f.first_day) * (100)::double precision)) + date_part('day'::text, f.first_day)))::integer AS first_date_key,
    ((((date_part('year'::text, d.last_day) * (10000)::double precision) + (date_part('month'::text, d.last_day) * (100)::double precision)) + date_part('day'::text, d.last_day)))::integer AS last_date_key,
    f.period,
    f.grain,
    d.year,
    f.target,
    f.actual,
    f.expected,
    f.achievement,
    f.score,
    f.variance,
    f.coverage,
    f.is_complete,
    f.is_closed,
    f.weight,
    f.goal
   FROM (((((( SELECT DISTINCT target.year,
            target.year AS stored_year,
            target.indicator,
            target.last_day
           FROM province.target
          WHERE ((target.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (NOT (EXISTS ( SELECT
                   FROM province.setting
                  WHERE setting.has_fiscal_years))))
        UNION ALL
         SELECT DISTINCT p_1.year,
            t.year,
            t.indicator,
            t.last_day
           FROM (province.target_period p_1
             JOIN province.target t ON ((t.period_name = p_1.period_name)))
          WHERE ((t.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (EXISTS ( SELECT
                   FROM province.setting
                  WHERE setting.has_fiscal_years)))) d
     JOIN province.indicator i ON ((i.code = d.indicator)))
     CROSS JOIN LATERAL ( SELECT c.node,
            c.place,
            c.basis,
            c.first_day,
            c.period,
            c.grain,
            c.target,
            c.actual,
            c.expected,
            c.achievement,
            c.score,
            c.variance,
            c.coverage,
            c.is_complete,
            c.weight,
            c.goal,
            c.status_sort,
            false AS is_closed
           FROM province.computed_performance c
          WHERE ((c.year = d.year) AND (c.indicator = d.indicator) AND (c.last_day = d.last_day) AND (NOT (EXISTS ( SELECT
                   FROM province.closing k
                  WHERE ((k.first_day <= c.first_day) AND (k.last_day >= c.last_day) AND (k.closed_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))))))
        UNION ALL
         SELECT v.node,
            v.place,
            v.basis,
            v.first_day,
            plan.plan_period_name(plan.plan_period(v.first_day, v.last_day), ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
                   FROM province.setting)) AS plan_period_name,
            v.grain,
            v.target,
            v.actual,
            v.expected,
            v.achievement,
            v.score,
            v.variance,
            v.coverage,
            v.is_complete,
            v.weight,
            v.goal,
            l.sort,
            true
           FROM ((province.closing k
             JOIN province.closed_verdict v ON ((v.closing = k.id)))
             LEFT JOIN province.status_label l ON ((l.status = v.status)))
          WHERE ((v.year = d.stored_year) AND (v.indicator = d.indicator) AND (v.last_day = d.last_day) AND (k.closed_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))) f)
     LEFT JOIN province.node n ON ((n.code = f.node)))
     LEFT JOIN province.place p ON ((p.code = f.place)))
     LEFT JOIN province.basis b ON ((b.code = f.basis)));


--
-- Name: VIEW fact_performance; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.fact_performance IS 'Targets with figures and verdicts by keys';


--
-- Name: COLUMN fact_performance.indicator_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.indicator_key IS 'key of the indicator';


--
-- Name: COLUMN fact_performance.node_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.node_key IS 'key of the node of the plan tree';


--
-- Name: COLUMN fact_performance.place_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.place_key IS 'key of the place or department';


--
-- Name: COLUMN fact_performance.basis_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.basis_key IS 'key of the plan basis';


--
-- Name: COLUMN fact_performance.status_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.status_key IS 'key of the status, which sorts best first';


--
-- Name: COLUMN fact_performance.first_date_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.first_date_key IS 'first day as yyyymmdd';


--
-- Name: COLUMN fact_performance.last_date_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.last_date_key IS 'last day as yyyymmdd';


--
-- Name: COLUMN fact_performance.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN fact_performance.grain; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.grain IS 'month, quarter, half, year, term (two or more whole years), span or another, by the calendar of the workspace';


--
-- Name: COLUMN fact_performance.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN fact_performance.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.target IS 'the target as a number';


--
-- Name: COLUMN fact_performance.actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.actual IS 'the figure that answers the target, in the unit of the indicator; NULL without one';


--
-- Name: COLUMN fact_performance.expected; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.expected IS 'share of the target, or of a ceiling on a flow the share that may be used, due by the last day of the figure, or without one by the day of reading: 0 to 1';


--
-- Name: COLUMN fact_performance.achievement; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.achievement IS 'share of the way to the target that is achieved: 1 is met exactly, not clamped';


--
-- Name: COLUMN fact_performance.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.score IS 'achievement clamped to 0 to 1; NULL without a figure';


--
-- Name: COLUMN fact_performance.variance; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.variance IS 'actual less target in the unit of the indicator, favourable is positive';


--
-- Name: COLUMN fact_performance.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.coverage IS 'share of the days until the last day of the figure, and of the places below that make it, that are not missing: 0 to 1';


--
-- Name: COLUMN fact_performance.is_complete; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.is_complete IS 'whether the figure is that of the whole period, without a gap or a missing place';


--
-- Name: COLUMN fact_performance.is_closed; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.is_closed IS 'whether the period was closed: the verdict no longer changes';


--
-- Name: COLUMN fact_performance.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN fact_performance.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_performance.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: known_standing; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.known_standing WITH (security_invoker='true') AS
 SELECT DISTINCT ON (standing.ranking, standing.place, standing.first_day, standing.last_day) standing.ranking,
    standing.place,
    standing.first_day,
    standing.last_day,
    standing.rank,
    standing.total,
    standing.score,
    standing.known_on,
    standing.source,
    standing.id
   FROM province.standing
  WHERE (standing.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on))
  ORDER BY standing.ranking, standing.place, standing.first_day, standing.last_day, standing.known_on DESC;


--
-- Name: VIEW known_standing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.known_standing IS 'Of each standing the latest row that was known';


--
-- Name: COLUMN known_standing.ranking; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.ranking IS 'code of the ranking';


--
-- Name: COLUMN known_standing.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.place IS 'code of the place or department';


--
-- Name: COLUMN known_standing.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.first_day IS 'first day of the period';


--
-- Name: COLUMN known_standing.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.last_day IS 'last day of the period';


--
-- Name: COLUMN known_standing.rank; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.rank IS 'rank, counted from 1, the best';


--
-- Name: COLUMN known_standing.total; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.total IS 'number of entities in the ranking';


--
-- Name: COLUMN known_standing.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.score IS 'score behind the rank; NULL if it is not known';


--
-- Name: COLUMN known_standing.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN known_standing.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.source IS 'where it was published';


--
-- Name: COLUMN known_standing.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_standing.id IS 'number of the row, given by the workspace';


--
-- Name: standing_change; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.standing_change WITH (security_invoker='true') AS
 SELECT s.ranking,
    r.name AS ranking_name,
    s.place,
    p.name AS place_name,
    plan.plan_period_name(plan.plan_period(s.first_day, s.last_day), g.calendar) AS period,
    plan.plan_fiscal_year(s.last_day, g.calendar) AS year,
    s.first_day,
    s.last_day,
    s.rank,
    s.total,
    s.score,
    lag(s.rank) OVER earlier AS previous_rank,
    lag(s.total) OVER earlier AS previous_total,
    plan.plan_period_name(plan.plan_period(lag(s.first_day) OVER earlier, lag(s.last_day) OVER earlier), g.calendar) AS previous_period,
    (lag(s.rank) OVER earlier - s.rank) AS places_gained,
    plan.plan_percentile_gain(plan.plan_standing((lag(s.rank) OVER earlier)::bigint, (lag(s.total) OVER earlier)::bigint), plan.plan_standing((s.rank)::bigint, (s.total)::bigint)) AS percentile_gain,
    s.known_on
   FROM (((province.known_standing s
     CROSS JOIN ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting
         OFFSET 0) g)
     JOIN province.ranking r ON ((r.code = s.ranking)))
     JOIN province.place p ON ((p.code = s.place)))
  WINDOW earlier AS (PARTITION BY s.ranking, s.place ORDER BY s.last_day, s.first_day);


--
-- Name: VIEW standing_change; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.standing_change IS 'Standings with the previous ones and the places gained';


--
-- Name: COLUMN standing_change.ranking; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.ranking IS 'code of the ranking';


--
-- Name: COLUMN standing_change.ranking_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.ranking_name IS 'name of the ranking';


--
-- Name: COLUMN standing_change.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.place IS 'code of the place or department';


--
-- Name: COLUMN standing_change.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.place_name IS 'name of the place or department';


--
-- Name: COLUMN standing_change.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN standing_change.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN standing_change.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.first_day IS 'first day of the period';


--
-- Name: COLUMN standing_change.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.last_day IS 'last day of the period';


--
-- Name: COLUMN standing_change.rank; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.rank IS 'rank, counted from 1, the best';


--
-- Name: COLUMN standing_change.total; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.total IS 'number of entities in the ranking';


--
-- Name: COLUMN standing_change.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.score IS 'score behind the rank; NULL if it is not known';


--
-- Name: COLUMN standing_change.previous_rank; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.previous_rank IS 'rank of the previous standing';


--
-- Name: COLUMN standing_change.previous_total; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.previous_total IS 'number of entities of the previous standing';


--
-- Name: COLUMN standing_change.previous_period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.previous_period IS 'period of the previous standing';


--
-- Name: COLUMN standing_change.places_gained; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.places_gained IS 'places gained since the previous standing; positive is better';


--
-- Name: COLUMN standing_change.percentile_gain; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.percentile_gain IS 'gain as a share of the field, which may have changed; positive is better';


--
-- Name: COLUMN standing_change.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.standing_change.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: fact_standing; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.fact_standing WITH (security_invoker='true') AS
 SELECT r.id AS ranking_key,
    p.id AS place_key,
    ((((date_part('year'::text, s.last_day) * (10000)::double precision) + (date_part('month'::text, s.last_day) * (100)::double precision)) + date_part('day'::text, s.last_day)))::integer AS last_date_key,
    s.year,
    s.rank,
    s.total,
    s.score,
    s.places_gained
   FROM ((province.standing_change s
     JOIN province.ranking r ON ((r.code = s.ranking)))
     JOIN province.place p ON ((p.code = s.place)));


--
-- Name: VIEW fact_standing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.fact_standing IS 'Standings by keys';


--
-- Name: COLUMN fact_standing.ranking_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.ranking_key IS 'key of the ranking';


--
-- Name: COLUMN fact_standing.place_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.place_key IS 'key of the place or department';


--
-- Name: COLUMN fact_standing.last_date_key; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.last_date_key IS 'last day as yyyymmdd';


--
-- Name: COLUMN fact_standing.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN fact_standing.rank; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.rank IS 'rank, counted from 1, the best';


--
-- Name: COLUMN fact_standing.total; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.total IS 'number of entities in the ranking';


--
-- Name: COLUMN fact_standing.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.score IS 'score behind the rank; NULL if it is not known';


--
-- Name: COLUMN fact_standing.places_gained; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.fact_standing.places_gained IS 'places gained since the previous standing; positive is better';


--
-- Name: figure_check; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.figure_check WITH (security_invoker='true') AS
 SELECT i.node,
    a.indicator,
    i.name AS indicator_name,
    a.place,
    p.name AS place_name,
    a.period,
    a.year,
    a.first_day,
    a.last_day,
    i.unit,
    i.kind,
    a.value,
    a.bound,
        CASE
            WHEN (t.lowest IS NULL) THEN 'figure'::text
            ELSE 'goal'::text
        END AS compared_with,
        CASE
            WHEN (t.lowest IS NULL) THEN plan.plan_period_name(plan.plan_period(COALESCE(a.earlier_first_day, e.first_day), COALESCE(a.earlier_last_day, e.last_day)), ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
               FROM province.setting))
            ELSE a.period
        END AS compared_period,
    c.value AS compared_value,
    r.ratio,
    a.known_on
   FROM ((((((( SELECT k.year,
            k.indicator,
            k.place,
            k.first_day,
            k.last_day,
            k.period,
            k.value,
            k.bound,
            k.vintage,
            k.known_on,
            k.source,
            k.note,
            k.id,
            lag(k.first_day) OVER earlier AS earlier_first_day,
            lag(k.last_day) OVER earlier AS earlier_last_day,
            lag(k.value) OVER earlier AS earlier_value
           FROM province.known_actual k
          WINDOW earlier AS (PARTITION BY k.year, k.indicator, k.place, ((((k.last_day - k.first_day) + 15) * 12) / 365) ORDER BY k.first_day, k.last_day)) a
     JOIN province.indicator i ON ((i.code = a.indicator)))
     JOIN province.place p ON ((p.code = a.place)))
     LEFT JOIN ( SELECT k.year,
            k.indicator,
            k.place,
            k.first_day,
            k.last_day,
            sign(k.target) AS sign,
            min(k.target) AS lowest,
            max(k.target) AS highest
           FROM province.known_target k
          WHERE ((k.goal IS NOT NULL) AND (k.target <> (0)::double precision))
          GROUP BY k.year, k.indicator, k.place, k.first_day, k.last_day, (sign(k.target))) t ON (((t.year = a.year) AND (t.indicator = a.indicator) AND (t.place = a.place) AND (t.first_day = a.first_day) AND (t.last_day = a.last_day) AND (t.sign = sign(a.value)))))
     LEFT JOIN LATERAL ( SELECT b.first_day,
            b.last_day,
            b.value
           FROM ( SELECT x.first_day,
                    x.last_day,
                    x.value
                   FROM province.actual x
                  WHERE ((x.indicator = a.indicator) AND (x.place = a.place) AND (x.first_day < a.first_day) AND (x.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) AND (abs((((((x.last_day - x.first_day) + 15) * 12) / 365) - ((((a.last_day - a.first_day) + 15) * 12) / 365))) < 1))
                  ORDER BY x.first_day DESC, x.last_day DESC, x.known_on DESC
                 LIMIT 1) b
          WHERE ((t.lowest IS NULL) AND (a.earlier_first_day IS NULL))
         OFFSET 0) e ON (true))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (t.lowest IS NOT NULL) THEN GREATEST(t.lowest, LEAST(t.highest, a.value))
                    WHEN (a.earlier_first_day IS NULL) THEN e.value
                    ELSE a.earlier_value
                END AS value) c)
     CROSS JOIN LATERAL ( SELECT (a.value / NULLIF(c.value, (0)::double precision)) AS ratio) r)
  WHERE ((r.ratio > (0)::double precision) AND plan.plan_is_met((GREATEST(r.ratio, ((1)::double precision / NULLIF(r.ratio, (0)::double precision))))::plan.plan_number, plan.plan_goal((100)::plan.plan_number, 'higher'::plan.plan_direction)));


--
-- Name: VIEW figure_check; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.figure_check IS 'Figures that are at least a hundred times a goal or an earlier figure, or at most a hundredth: is their unit right?';


--
-- Name: COLUMN figure_check.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN figure_check.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.indicator IS 'code of the indicator';


--
-- Name: COLUMN figure_check.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN figure_check.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.place IS 'code of the place or department';


--
-- Name: COLUMN figure_check.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.place_name IS 'name of the place or department';


--
-- Name: COLUMN figure_check.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN figure_check.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN figure_check.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.first_day IS 'first day of the period';


--
-- Name: COLUMN figure_check.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.last_day IS 'last day of the period';


--
-- Name: COLUMN figure_check.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.unit IS 'unit of the figures';


--
-- Name: COLUMN figure_check.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.kind IS 'what a year is of its months: flow, stock, cumulative, average, peak, least or first';


--
-- Name: COLUMN figure_check.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.value IS 'the figure in the unit of the indicator';


--
-- Name: COLUMN figure_check.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN figure_check.compared_with; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.compared_with IS 'goal (the nearest of the same period) or figure (the last one before of a period of the same length, where there is no such goal)';


--
-- Name: COLUMN figure_check.compared_period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.compared_period IS 'period of the goal or figure that it is compared with';


--
-- Name: COLUMN figure_check.compared_value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.compared_value IS 'the goal or figure that it is compared with';


--
-- Name: COLUMN figure_check.ratio; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.ratio IS 'value as a multiple of the compared value';


--
-- Name: COLUMN figure_check.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_check.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: place_change; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.place_change (
    place text NOT NULL COLLATE pg_catalog."C",
    became text NOT NULL COLLATE pg_catalog."C",
    changed_on date NOT NULL,
    share double precision DEFAULT 1 NOT NULL,
    note text,
    CONSTRAINT "a place becomes another one" CHECK ((place <> became)),
    CONSTRAINT "changed_on is a finite date" CHECK (isfinite(changed_on)),
    CONSTRAINT "share is above 1e-9 and at most 1" CHECK (((share > (0.000000001)::double precision) AND (share <= (1)::double precision)))
);


--
-- Name: TABLE place_change; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.place_change IS 'What became of places that were merged, divided or renamed';


--
-- Name: COLUMN place_change.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_change.place IS 'code of the place or department';


--
-- Name: COLUMN place_change.became; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_change.became IS 'code of the place that it became, or became a part of';


--
-- Name: COLUMN place_change.changed_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_change.changed_on IS 'first day of the change';


--
-- Name: COLUMN place_change.share; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_change.share IS 'share of the place that went there: above 0, at most 1';


--
-- Name: COLUMN place_change.note; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_change.note IS 'note for readers';


--
-- Name: place_today; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.place_today WITH (security_invoker='true') AS
 WITH RECURSIVE change AS MATERIALIZED (
         SELECT place_change.place,
            place_change.became,
            place_change.changed_on,
            place_change.share
           FROM province.place_change
          WHERE (place_change.changed_on <= plan.plan_known_on())
        ), today(place, became, share, since) AS (
         SELECT place.code,
            place.code,
            (1)::double precision AS float8,
            '-infinity'::date AS date
           FROM province.place
        UNION ALL
         SELECT t_1.place,
            c.became,
            (t_1.share * c.share),
            c.changed_on
           FROM (today t_1
             JOIN change c ON (((c.place = t_1.became) AND (c.changed_on >= t_1.since))))
          WHERE (( SELECT sum(b.share) AS sum
                   FROM province.place_change b
                  WHERE ((b.place = c.place) AND (b.changed_on >= t_1.since) AND (b.changed_on <= c.changed_on))) < (((1)::numeric + 0.000000001))::double precision)
        ) CYCLE became, since SET is_cycle USING path
 SELECT t.place,
    t.became AS today,
    n.name AS today_name,
        CASE
            WHEN (abs((sum(t.share) - (1)::double precision)) < (0.000000001)::double precision) THEN (1)::double precision
            ELSE sum(t.share)
        END AS share
   FROM (today t
     JOIN province.place n ON ((n.code = t.became)))
  WHERE ((NOT t.is_cycle) AND (NOT (EXISTS ( SELECT
           FROM change c
          WHERE ((c.place = t.became) AND (c.changed_on >= t.since))))))
  GROUP BY t.place, t.became, n.name;


--
-- Name: VIEW place_today; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.place_today IS 'What each place is on the day of reading';


--
-- Name: COLUMN place_today.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_today.place IS 'code of the place or department';


--
-- Name: COLUMN place_today.today; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_today.today IS 'code of the place as it is on the day of reading';


--
-- Name: COLUMN place_today.today_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_today.today_name IS 'name of the place as it is on the day of reading';


--
-- Name: COLUMN place_today.share; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_today.share IS 'share of the place that went there: above 0, at most 1';


--
-- Name: figure_today; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.figure_today WITH (security_invoker='true') AS
 WITH today AS MATERIALIZED (
         SELECT t.place,
            t.today,
            t.share,
            array_agg(p_1.valid_from) OVER places AS valid_from,
            array_agg(p_1.valid_until) OVER places AS valid_until
           FROM (province.place_today t
             JOIN province.place p_1 ON ((p_1.code = t.place)))
          WINDOW places AS (PARTITION BY t.today)
        ), figure AS (
         SELECT a.year,
            a.indicator,
            t.today AS place,
            a.period,
            a.first_day,
            a.last_day,
            (count(*))::integer AS figures,
            sum((a.value * t.share)) AS total,
            avg(a.value) AS mean,
            min(a.value) AS lowest,
            max(a.value) AS highest,
            bool_and((t.share = (1)::double precision)) AS is_whole,
            bool_or((a.bound = ANY (ARRAY['>'::text, '>='::text]))) AS goes_up,
            bool_or((a.bound = ANY (ARRAY['<'::text, '<='::text]))) AS goes_down,
            bool_or((a.bound = '~'::text)) AS is_about,
            min(a.bound) AS bound,
            max(a.known_on) AS known_on,
            min(t.valid_from) AS valid_from,
            min(t.valid_until) AS valid_until
           FROM (province.known_actual a
             JOIN today t ON ((t.place = a.place)))
          WHERE (a.value IS NOT NULL)
          GROUP BY a.year, a.indicator, t.today, a.period, a.first_day, a.last_day
        )
 SELECT i.node,
    f.indicator,
    i.name AS indicator_name,
    f.place,
    p.name AS place_name,
    f.period,
    f.year,
    f.first_day,
    f.last_day,
    i.unit,
    i.across,
        CASE
            WHEN ((d.places = 1) AND (f.figures = 1) AND f.is_whole) THEN f.highest
            WHEN (i.across = 'sum'::text) THEN f.total
            WHEN (NOT f.is_whole) THEN NULL::double precision
            WHEN (i.across = 'mean'::text) THEN f.mean
            WHEN (i.across = 'max'::text) THEN f.highest
            WHEN (i.across = 'min'::text) THEN f.lowest
            ELSE NULL::double precision
        END AS value,
        CASE
            WHEN ((d.places = 1) AND (f.figures = 1) AND f.is_whole) THEN f.bound
            WHEN (i.across = 'none'::text) THEN NULL::text
            WHEN ((NOT f.is_whole) OR ((i.across = 'mean'::text) AND (f.figures < d.places))) THEN
            CASE
                WHEN (NOT (f.goes_up OR f.goes_down)) THEN '~'::text
                ELSE NULL::text
            END
            WHEN ((f.goes_up AND f.goes_down) OR ((i.across = 'sum'::text) AND (f.figures < d.places) AND ((f.lowest < (0)::double precision) OR f.goes_down)) OR ((i.across = 'max'::text) AND f.goes_down) OR ((i.across = 'min'::text) AND f.goes_up)) THEN NULL::text
            WHEN (f.goes_up OR ((i.across = ANY (ARRAY['sum'::text, 'max'::text])) AND (f.figures < d.places))) THEN '>='::text
            WHEN (f.goes_down OR ((i.across = 'min'::text) AND (f.figures < d.places))) THEN '<='::text
            WHEN (f.is_about OR (i.across = 'mean'::text)) THEN '~'::text
            ELSE '='::text
        END AS bound,
    f.figures,
    d.places,
    f.known_on
   FROM (((figure f
     JOIN province.indicator i ON ((i.code = f.indicator)))
     JOIN province.place p ON ((p.code = f.place)))
     CROSS JOIN LATERAL ( SELECT (count(*))::integer AS places
           FROM UNNEST(f.valid_from, f.valid_until) v(valid_from, valid_until)
          WHERE (((v.valid_from IS NULL) OR (v.valid_from <= f.last_day)) AND ((v.valid_until IS NULL) OR (v.valid_until >= f.last_day)))) d);


--
-- Name: VIEW figure_today; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.figure_today IS 'Figures of the places of today: those of places that were merged taken together';


--
-- Name: COLUMN figure_today.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN figure_today.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.indicator IS 'code of the indicator';


--
-- Name: COLUMN figure_today.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN figure_today.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.place IS 'code of the place or department';


--
-- Name: COLUMN figure_today.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.place_name IS 'name of the place or department';


--
-- Name: COLUMN figure_today.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN figure_today.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN figure_today.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.first_day IS 'first day of the period';


--
-- Name: COLUMN figure_today.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.last_day IS 'last day of the period';


--
-- Name: COLUMN figure_today.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.unit IS 'unit of the figures';


--
-- Name: COLUMN figure_today.across; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.across IS 'what the figures of several places are together: sum, mean, max, min or none';


--
-- Name: COLUMN figure_today.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.value IS 'the figure in the unit of the indicator; NULL if the indicator has no rule for several';


--
-- Name: COLUMN figure_today.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN figure_today.figures; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.figures IS 'number of figures that make the value';


--
-- Name: COLUMN figure_today.places; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.places IS 'places that are now part of it and were there on the last day';


--
-- Name: COLUMN figure_today.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.figure_today.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: growth; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.growth WITH (security_invoker='true') AS
 SELECT i.node,
    a.indicator,
    i.name AS indicator_name,
    a.place,
    p.name AS place_name,
    a.period,
    a.year,
    a.first_day,
    a.last_day,
    i.unit,
    a.value,
    a.bound,
    q.period AS previous_period,
    q.value AS previous_value,
    q.bound AS previous_bound,
    d.change,
        CASE
            WHEN ((sign(a.value) * sign(q.value)) >= (0)::double precision) THEN (((((100)::double precision * d.change) / NULLIF(abs(q.value), (0)::double precision)))::numeric)::double precision
            ELSE NULL::double precision
        END AS change_percent,
    a.known_on
   FROM (((((province.known_actual a
     JOIN province.indicator i ON ((i.code = a.indicator)))
     JOIN province.place p ON ((p.code = a.place)))
     CROSS JOIN LATERAL ( SELECT plan.plan_prior_year(plan.plan_period(a.first_day, a.last_day)) AS period
         OFFSET 0) b)
     LEFT JOIN LATERAL ( SELECT plan.plan_period_name(b.period, ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
                   FROM province.setting)) AS period,
            x.value,
            x.bound
           FROM province.actual x
          WHERE ((x.year = (EXTRACT(year FROM plan.plan_last_day(b.period)))::integer) AND (x.indicator = a.indicator) AND (x.place = a.place) AND (x.first_day = plan.plan_first_day(b.period)) AND (x.last_day = plan.plan_last_day(b.period)) AND (x.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
          ORDER BY x.known_on DESC
         LIMIT 1) q ON ((q.value IS NOT NULL)))
     CROSS JOIN LATERAL ( SELECT plan.plan_variance((a.value)::plan.plan_number, plan.plan_goal((q.value)::plan.plan_number, 'higher'::plan.plan_direction)) AS change
         OFFSET 0) d)
  WHERE (a.value IS NOT NULL);


--
-- Name: VIEW growth; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.growth IS 'Figures beside those of the same period of the year before';


--
-- Name: COLUMN growth.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN growth.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.indicator IS 'code of the indicator';


--
-- Name: COLUMN growth.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN growth.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.place IS 'code of the place or department';


--
-- Name: COLUMN growth.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.place_name IS 'name of the place or department';


--
-- Name: COLUMN growth.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN growth.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN growth.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.first_day IS 'first day of the period';


--
-- Name: COLUMN growth.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.last_day IS 'last day of the period';


--
-- Name: COLUMN growth.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.unit IS 'unit of the figures';


--
-- Name: COLUMN growth.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.value IS 'the figure in the unit of the indicator';


--
-- Name: COLUMN growth.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN growth.previous_period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.previous_period IS 'the same period of the year before';


--
-- Name: COLUMN growth.previous_value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.previous_value IS 'figure of the same period of the year before; NULL without one';


--
-- Name: COLUMN growth.previous_bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.previous_bound IS 'how the previous value is known';


--
-- Name: COLUMN growth.change; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.change IS 'value less previous value';


--
-- Name: COLUMN growth.change_percent; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.change_percent IS 'change in percent of the previous value; NULL if that is 0 or of the other sign';


--
-- Name: COLUMN growth.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.growth.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: indicator_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.indicator ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: milestone; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.milestone (
    id bigint NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    node text NOT NULL COLLATE pg_catalog."C",
    place text COLLATE pg_catalog."C",
    name text NOT NULL,
    name_en text,
    due text NOT NULL,
    reached text,
    known_on date DEFAULT CURRENT_DATE NOT NULL,
    reason text,
    due_on date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(due))) STORED NOT NULL,
    reached_on date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(reached))) STORED,
    CONSTRAINT "code is a text without spaces around it" CHECK (((code <> ''::text) AND (code = btrim(code)))),
    CONSTRAINT "due is between 1900 and 2199" CHECK (((due_on >= '1900-01-01'::date) AND (due_on <= '2199-12-31'::date))),
    CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
    CONSTRAINT "reached is between 1900 and 2199" CHECK (((reached_on >= '1900-01-01'::date) AND (reached_on <= '2199-12-31'::date)))
);


--
-- Name: TABLE milestone; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.milestone IS 'Milestones, when they are due and when they were reached; a later row revises an earlier one';


--
-- Name: COLUMN milestone.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN milestone.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.code IS 'code by which other tables name it';


--
-- Name: COLUMN milestone.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN milestone.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.place IS 'code of the place or department; NULL if it is of none';


--
-- Name: COLUMN milestone.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.name IS 'name';


--
-- Name: COLUMN milestone.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN milestone.due; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.due IS 'period by the end of which it is due, in the notation of plan_parse_period';


--
-- Name: COLUMN milestone.reached; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.reached IS 'period in which it was reached, in the notation of plan_parse_period; NULL if not yet';


--
-- Name: COLUMN milestone.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN milestone.reason; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.reason IS 'why the row was added or changed';


--
-- Name: COLUMN milestone.due_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.due_on IS 'last day on which it is in time';


--
-- Name: COLUMN milestone.reached_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone.reached_on IS 'last day of the period in which it was reached; NULL if not yet';


--
-- Name: known_milestone; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.known_milestone WITH (security_invoker='true') AS
 SELECT DISTINCT ON (milestone.code) milestone.code,
    milestone.node,
    milestone.place,
    milestone.name,
    milestone.name_en,
    milestone.due_on,
        CASE
            WHEN (milestone.reached_on <= ( SELECT plan.plan_known_on() AS plan_known_on)) THEN milestone.reached_on
            ELSE NULL::date
        END AS reached_on,
    milestone.known_on,
    milestone.reason,
    milestone.id
   FROM province.milestone
  WHERE (milestone.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on))
  ORDER BY milestone.code, milestone.known_on DESC;


--
-- Name: VIEW known_milestone; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.known_milestone IS 'Of each milestone the latest row that was known';


--
-- Name: COLUMN known_milestone.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.code IS 'code by which other tables name it';


--
-- Name: COLUMN known_milestone.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN known_milestone.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.place IS 'code of the place or department';


--
-- Name: COLUMN known_milestone.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.name IS 'name';


--
-- Name: COLUMN known_milestone.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN known_milestone.due_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.due_on IS 'last day on which it is in time';


--
-- Name: COLUMN known_milestone.reached_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.reached_on IS 'last day of the period in which it was reached; NULL if not yet';


--
-- Name: COLUMN known_milestone.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN known_milestone.reason; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.reason IS 'why the row was added or changed';


--
-- Name: COLUMN known_milestone.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_milestone.id IS 'number of the row, given by the workspace';


--
-- Name: official_verdict; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.official_verdict (
    id bigint NOT NULL,
    indicator text NOT NULL COLLATE pg_catalog."C",
    place text NOT NULL COLLATE pg_catalog."C",
    basis text DEFAULT 'local'::text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL,
    target_period text NOT NULL,
    share double precision,
    bound text DEFAULT '='::text NOT NULL,
    verdict text,
    known_on date DEFAULT CURRENT_DATE NOT NULL,
    source text,
    first_day date GENERATED ALWAYS AS (plan.plan_first_day(plan.plan_parse_period(period))) STORED NOT NULL,
    last_day date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(period))) STORED NOT NULL,
    target_first_day date GENERATED ALWAYS AS (plan.plan_first_day(plan.plan_parse_period(target_period))) STORED NOT NULL,
    target_last_day date GENERATED ALWAYS AS (plan.plan_last_day(plan.plan_parse_period(target_period))) STORED NOT NULL,
    CONSTRAINT "a verdict is known from the first day of its period on" CHECK (((known_on >= first_day) OR (NOT isfinite(known_on)))),
    CONSTRAINT "bound is =, ~, >, >=, < or <=" CHECK ((bound = ANY (ARRAY['='::text, '~'::text, '>'::text, '>='::text, '<'::text, '<='::text]))),
    CONSTRAINT "known_on is a finite date" CHECK (isfinite(known_on)),
    CONSTRAINT "period begins in 1800 or later" CHECK ((first_day >= '1800-01-01'::date)),
    CONSTRAINT "period ends before 2200" CHECK ((last_day < '2200-01-01'::date)),
    CONSTRAINT "share without its sign is 0 or between 1e-30 and 1e30" CHECK (((share = (0)::double precision) OR ((abs(share) > (0.000000000000000000000000000001)::double precision) AND (abs(share) < ('1000000000000000000000000000000'::numeric)::double precision)))),
    CONSTRAINT "target_period begins in 1800 or later" CHECK ((target_first_day >= '1800-01-01'::date)),
    CONSTRAINT "target_period ends before 2200" CHECK ((target_last_day < '2200-01-01'::date))
);


--
-- Name: TABLE official_verdict; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.official_verdict IS 'Shares and verdicts as published, beside those that are computed';


--
-- Name: COLUMN official_verdict.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN official_verdict.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.indicator IS 'code of the indicator';


--
-- Name: COLUMN official_verdict.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.place IS 'code of the place or department';


--
-- Name: COLUMN official_verdict.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN official_verdict.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.period IS 'period of the figure, in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023';


--
-- Name: COLUMN official_verdict.target_period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.target_period IS 'period of the target, in a notation that plan_parse_period reads, such as 2023 or năm 2023';


--
-- Name: COLUMN official_verdict.share; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.share IS 'percent of the target as published';


--
-- Name: COLUMN official_verdict.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.bound IS 'how the share is known: = exactly, ~ about, > >= < <= as a bound';


--
-- Name: COLUMN official_verdict.verdict; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.verdict IS 'verdict as published';


--
-- Name: COLUMN official_verdict.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN official_verdict.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.source IS 'where it was published';


--
-- Name: COLUMN official_verdict.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.first_day IS 'first day of the period';


--
-- Name: COLUMN official_verdict.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.last_day IS 'last day of the period';


--
-- Name: COLUMN official_verdict.target_first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.target_first_day IS 'first day of the period of the target';


--
-- Name: COLUMN official_verdict.target_last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.official_verdict.target_last_day IS 'last day of the period of the target';


--
-- Name: known_verdict; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.known_verdict WITH (security_invoker='true') AS
 SELECT DISTINCT ON (official_verdict.indicator, official_verdict.place, official_verdict.basis, official_verdict.target_first_day, official_verdict.target_last_day, official_verdict.first_day, official_verdict.last_day) official_verdict.indicator,
    official_verdict.place,
    official_verdict.basis,
    official_verdict.target_first_day,
    official_verdict.target_last_day,
    official_verdict.first_day,
    official_verdict.last_day,
    official_verdict.share,
    official_verdict.bound,
    official_verdict.verdict,
    official_verdict.known_on,
    official_verdict.source,
    official_verdict.id
   FROM province.official_verdict
  WHERE (official_verdict.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on))
  ORDER BY official_verdict.indicator, official_verdict.place, official_verdict.basis, official_verdict.target_first_day, official_verdict.target_last_day, official_verdict.first_day, official_verdict.last_day, official_verdict.known_on DESC;


--
-- Name: VIEW known_verdict; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.known_verdict IS 'Of each official share or verdict the latest row that was known';


--
-- Name: COLUMN known_verdict.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.indicator IS 'code of the indicator';


--
-- Name: COLUMN known_verdict.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.place IS 'code of the place or department';


--
-- Name: COLUMN known_verdict.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN known_verdict.target_first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.target_first_day IS 'first day of the period of the target';


--
-- Name: COLUMN known_verdict.target_last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.target_last_day IS 'last day of the period of the target';


--
-- Name: COLUMN known_verdict.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.first_day IS 'first day of the period';


--
-- Name: COLUMN known_verdict.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.last_day IS 'last day of the period';


--
-- Name: COLUMN known_verdict.share; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.share IS 'percent of the target as published';


--
-- Name: COLUMN known_verdict.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.bound IS 'how the share is known: = exactly, ~ about, > >= < <= as a bound';


--
-- Name: COLUMN known_verdict.verdict; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.verdict IS 'verdict as published';


--
-- Name: COLUMN known_verdict.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: COLUMN known_verdict.source; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.source IS 'where it was published';


--
-- Name: COLUMN known_verdict.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.known_verdict.id IS 'number of the row, given by the workspace';


--
-- Name: milestone_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.milestone ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: milestone_status; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.milestone_status WITH (security_invoker='true') AS
 SELECT m.node,
    n.name AS node_name,
    m.code,
    m.name,
    m.name_en,
    m.place,
    m.due_on,
    m.reached_on,
        CASE
            WHEN (m.reached_on IS NOT NULL) THEN (plan.plan_fiscal_year(m.due_on, g.calendar) - plan.plan_fiscal_year(m.reached_on, g.calendar))
            ELSE NULL::integer
        END AS years_ahead,
    (m.due_on - COALESCE(m.reached_on, ( SELECT plan.plan_known_on() AS plan_known_on))) AS days_ahead,
        CASE
            WHEN (m.reached_on <= m.due_on) THEN 'met'::text
            WHEN (m.reached_on IS NOT NULL) THEN 'off_track'::text
            WHEN (m.due_on < ( SELECT plan.plan_known_on() AS plan_known_on)) THEN 'off_track'::text
            ELSE 'not_started'::text
        END AS status,
    m.known_on
   FROM ((province.known_milestone m
     CROSS JOIN ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting
         OFFSET 0) g)
     JOIN province.node n ON ((n.code = m.node)));


--
-- Name: VIEW milestone_status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.milestone_status IS 'Milestones with the years that they are ahead';


--
-- Name: COLUMN milestone_status.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN milestone_status.node_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.node_name IS 'name of the node of the plan tree';


--
-- Name: COLUMN milestone_status.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.code IS 'code by which other tables name it';


--
-- Name: COLUMN milestone_status.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.name IS 'name';


--
-- Name: COLUMN milestone_status.name_en; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.name_en IS 'name in English; NULL without one';


--
-- Name: COLUMN milestone_status.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.place IS 'code of the place or department';


--
-- Name: COLUMN milestone_status.due_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.due_on IS 'last day on which it is in time';


--
-- Name: COLUMN milestone_status.reached_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.reached_on IS 'last day of the period in which it was reached; NULL if not yet';


--
-- Name: COLUMN milestone_status.years_ahead; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.years_ahead IS 'years of the calendar of the workspace from reaching it to the year when it is due; negative is late';


--
-- Name: COLUMN milestone_status.days_ahead; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.days_ahead IS 'days from reaching it, or from the day of reading, to the day when it is due; negative is late';


--
-- Name: COLUMN milestone_status.status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.status IS 'met, off_track (late) or not_started (not due yet)';


--
-- Name: COLUMN milestone_status.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.milestone_status.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: node_above; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.node_above WITH (security_invoker='true') AS
 WITH RECURSIVE above(node, ancestor, steps) AS (
         SELECT node.code,
            node.code,
            0 AS "?column?"
           FROM province.node
        UNION ALL
         SELECT a.node,
            n.parent,
            (a.steps + 1)
           FROM (above a
             JOIN province.node n ON ((n.code = a.ancestor)))
          WHERE (n.parent IS NOT NULL)
        ) CYCLE ancestor SET is_cycle USING path
 SELECT above.node,
    above.ancestor,
    above.steps
   FROM above
  WHERE (NOT above.is_cycle);


--
-- Name: VIEW node_above; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.node_above IS 'Nodes with all nodes above them, themselves included: to filter by a branch';


--
-- Name: COLUMN node_above.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node_above.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN node_above.ancestor; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node_above.ancestor IS 'code of the node itself or of one above it';


--
-- Name: COLUMN node_above.steps; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.node_above.steps IS 'how many levels up the plan tree: 0 is the node itself';


--
-- Name: node_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.node ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.node_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: official_verdict_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.official_verdict ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.official_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: performance; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.performance WITH (security_invoker='true') AS
 SELECT c.node,
    c.indicator,
    c.indicator_name,
    c.place,
    c.place_name,
    c.basis,
    c.period,
    c.grain,
    c.year,
    c.first_day,
    c.last_day,
    c.unit,
    c.kind,
    c.direction,
    c.goal,
    c.target,
    c.baseline,
    c.actual,
    c.bound,
    c.vintage,
    c.answered_by,
    c.figure_first_day,
    c.figure_last_day,
    c.figures,
    c.coverage,
    c.is_complete,
    c.expected,
    c.achievement,
    c.score,
    c.variance,
    c.status,
    c.status_sort,
    c.status_label,
    c.figure_known_on,
    c.target_known_on,
    c.weight,
    false AS is_closed,
    c.places,
    c.places_covered
   FROM province.computed_performance c
  WHERE (NOT (EXISTS ( SELECT
           FROM province.closing k
          WHERE ((k.first_day <= c.first_day) AND (k.last_day >= c.last_day) AND (k.closed_on <= ( SELECT plan.plan_known_on() AS plan_known_on))))))
UNION ALL
 SELECT v.node,
    v.indicator,
    i.name AS indicator_name,
    v.place,
    p.name AS place_name,
    v.basis,
    v.period,
    v.grain,
    v.year,
    v.first_day,
    v.last_day,
    v.unit,
    v.kind,
    v.direction,
    v.goal,
    v.target,
    v.baseline,
    v.actual,
    v.bound,
    v.vintage,
    v.answered_by,
    v.figure_first_day,
    v.figure_last_day,
    v.figures,
    v.coverage,
    v.is_complete,
    v.expected,
    v.achievement,
    v.score,
    v.variance,
    v.status,
    l.sort AS status_sort,
        CASE
            WHEN (g.language = 'vi'::text) THEN l.label_vi
            ELSE l.label_en
        END AS status_label,
    v.figure_known_on,
    v.target_known_on,
    v.weight,
    true AS is_closed,
    v.places,
    v.places_covered
   FROM (((((province.closing k
     JOIN province.closed_verdict v ON ((v.closing = k.id)))
     JOIN province.indicator i ON ((i.code = v.indicator)))
     JOIN province.place p ON ((p.code = v.place)))
     JOIN province.setting g ON ((NOT g.has_fiscal_years)))
     LEFT JOIN province.status_label l ON ((l.status = v.status)))
  WHERE (k.closed_on <= ( SELECT plan.plan_known_on() AS plan_known_on))
UNION ALL
 SELECT v.node,
    v.indicator,
    i.name AS indicator_name,
    v.place,
    p.name AS place_name,
    v.basis,
    plan.plan_period_name(plan.plan_period(v.first_day, v.last_day), ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting)) AS period,
    v.grain,
    plan.plan_fiscal_year(v.last_day, ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting)) AS year,
    v.first_day,
    v.last_day,
    v.unit,
    v.kind,
    v.direction,
    v.goal,
    v.target,
    v.baseline,
    v.actual,
    v.bound,
    v.vintage,
    v.answered_by,
    v.figure_first_day,
    v.figure_last_day,
    v.figures,
    v.coverage,
    v.is_complete,
    v.expected,
    v.achievement,
    v.score,
    v.variance,
    v.status,
    l.sort AS status_sort,
        CASE
            WHEN (g.language = 'vi'::text) THEN l.label_vi
            ELSE l.label_en
        END AS status_label,
    v.figure_known_on,
    v.target_known_on,
    v.weight,
    true AS is_closed,
    v.places,
    v.places_covered
   FROM (((((province.closing k
     JOIN province.closed_verdict v ON ((v.closing = k.id)))
     JOIN province.indicator i ON ((i.code = v.indicator)))
     JOIN province.place p ON ((p.code = v.place)))
     JOIN province.setting g ON (g.has_fiscal_years))
     LEFT JOIN province.status_label l ON ((l.status = v.status)))
  WHERE (k.closed_on <= ( SELECT plan.plan_known_on() AS plan_known_on));


--
-- Name: VIEW performance; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.performance IS 'Every target with the figure that answers it and the verdict';


--
-- Name: COLUMN performance.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN performance.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.indicator IS 'code of the indicator';


--
-- Name: COLUMN performance.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN performance.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.place IS 'code of the place or department';


--
-- Name: COLUMN performance.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.place_name IS 'name of the place or department';


--
-- Name: COLUMN performance.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN performance.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN performance.grain; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.grain IS 'month, quarter, half, year, term (two or more whole years), span or another, by the calendar of the workspace';


--
-- Name: COLUMN performance.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN performance.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.first_day IS 'first day of the period';


--
-- Name: COLUMN performance.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.last_day IS 'last day of the period';


--
-- Name: COLUMN performance.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.unit IS 'unit of the figures';


--
-- Name: COLUMN performance.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.kind IS 'what a year is of its months: flow, stock, cumulative, average, peak, least or first';


--
-- Name: COLUMN performance.direction; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.direction IS 'higher, lower or within: what is better';


--
-- Name: COLUMN performance.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: COLUMN performance.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.target IS 'the target as a number';


--
-- Name: COLUMN performance.baseline; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.baseline IS 'value from which progress is measured; NULL without one';


--
-- Name: COLUMN performance.actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.actual IS 'the figure that answers the target, in the unit of the indicator; NULL without one';


--
-- Name: COLUMN performance.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN performance.vintage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.vintage IS 'estimate, preliminary or official';


--
-- Name: COLUMN performance.answered_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.answered_by IS 'same period, to date (a report since the beginning of the period, or of the year), parts (figures of parts of it) or places (figures of places below); NULL without a figure';


--
-- Name: COLUMN performance.figure_first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.figure_first_day IS 'first day that the figure covers';


--
-- Name: COLUMN performance.figure_last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.figure_last_day IS 'last day that the figure covers';


--
-- Name: COLUMN performance.figures; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.figures IS 'number of figures that make the actual';


--
-- Name: COLUMN performance.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.coverage IS 'share of the days until the last day of the figure, and of the places below that make it, that are not missing: 0 to 1';


--
-- Name: COLUMN performance.is_complete; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.is_complete IS 'whether the figure is that of the whole period, without a gap or a missing place';


--
-- Name: COLUMN performance.expected; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.expected IS 'share of the target, or of a ceiling on a flow the share that may be used, due by the last day of the figure, or without one by the day of reading: 0 to 1';


--
-- Name: COLUMN performance.achievement; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.achievement IS 'share of the way to the target that is achieved: 1 is met exactly, not clamped';


--
-- Name: COLUMN performance.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.score IS 'achievement clamped to 0 to 1; NULL without a figure';


--
-- Name: COLUMN performance.variance; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.variance IS 'actual less target in the unit of the indicator, favourable is positive';


--
-- Name: COLUMN performance.status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.status IS 'verdict: exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data or not_started';


--
-- Name: COLUMN performance.status_sort; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.status_sort IS 'place of the verdict in sorted lists, best first';


--
-- Name: COLUMN performance.status_label; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.status_label IS 'verdict in the language of the workspace';


--
-- Name: COLUMN performance.figure_known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.figure_known_on IS 'day on which the figure became known';


--
-- Name: COLUMN performance.target_known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.target_known_on IS 'day on which the target became known';


--
-- Name: COLUMN performance.weight; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.weight IS 'weight in means; 0 leaves it out';


--
-- Name: COLUMN performance.is_closed; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.is_closed IS 'whether the period was closed: the verdict no longer changes';


--
-- Name: COLUMN performance.places; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.places IS 'lowest places below it that were there when the figure was due; NULL of a figure of its own';


--
-- Name: COLUMN performance.places_covered; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.performance.places_covered IS 'of these those that the figures cover';


--
-- Name: overall_score; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.overall_score WITH (security_invoker='true') AS
 WITH reading AS (
         SELECT setting.first_day,
            setting.last_day,
            GREATEST(LEAST(plan.plan_known_on(), setting.last_day), setting.first_day) AS day
           FROM province.setting
        ), there AS (
         SELECT place.code
           FROM province.place
          WHERE ((place.valid_until IS NULL) OR (place.valid_until >= ( SELECT reading.day
                   FROM reading)))
        ), lasting AS MATERIALIZED (
         SELECT known_target.year,
            known_target.indicator,
            known_target.place,
            known_target.basis,
            known_target.first_day,
            known_target.last_day
           FROM province.known_target
          WHERE ((known_target.goal IS NOT NULL) AND (known_target.first_day >= ( SELECT reading.first_day
                   FROM reading)) AND (known_target.first_day <= ( SELECT reading.day
                   FROM reading)) AND (known_target.last_day >= ( SELECT reading.day
                   FROM reading)) AND (known_target.last_day <= ( SELECT reading.last_day
                   FROM reading)) AND ((known_target.last_day - known_target.first_day) >= 350) AND (known_target.place IN ( SELECT there.code
                   FROM there)))
        ), chosen AS MATERIALIZED (
         SELECT lasting.year,
            lasting.indicator,
            lasting.place,
            lasting.basis,
            lasting.first_day,
            lasting.last_day
           FROM lasting
        UNION ALL
         SELECT t.year,
            k.indicator,
            k.place,
            k.basis,
            t.first_day,
            t.last_day
           FROM ((( SELECT array_agg(w_1.indicator) AS indicators,
                    array_agg(w_1.place) AS places,
                    array_agg(w_1.basis) AS bases
                   FROM ( SELECT target.indicator,
                            target.place,
                            target.basis
                           FROM province.target
                          WHERE (target.place IN ( SELECT there.code
                                   FROM there))
                        EXCEPT
                         SELECT lasting.indicator,
                            lasting.place,
                            lasting.basis
                           FROM lasting) w_1) o
             CROSS JOIN LATERAL UNNEST(o.indicators, o.places, o.bases) k(indicator, place, basis))
             CROSS JOIN LATERAL ( SELECT n.year,
                    n.first_day,
                    n.last_day
                   FROM (province.known_target n
                     CROSS JOIN reading d)
                  WHERE ((n.indicator = k.indicator) AND (n.place = k.place) AND (n.basis = k.basis) AND (n.goal IS NOT NULL) AND (n.first_day >= d.first_day) AND (n.last_day <= d.last_day))
                  ORDER BY (n.first_day > d.day), (n.last_day < d.day),
                        CASE
                            WHEN (n.first_day > d.day) THEN (n.first_day - d.day)
                            WHEN (n.last_day < d.day) THEN (d.day - n.last_day)
                            ELSE (n.first_day - n.last_day)
                        END, n.period
                 LIMIT 1) t)
        ), judged AS (
         SELECT c.basis,
            f.node,
            f.status,
            f.score,
                CASE
                    WHEN (NOT c.is_part) THEN (f.weight / (count(*) FILTER (WHERE (NOT c.is_part)) OVER (PARTITION BY c.basis, c.indicator))::double precision)
                    ELSE NULL::double precision
                END AS weight
           FROM (( SELECT chosen.year,
                    chosen.indicator,
                    chosen.place,
                    chosen.basis,
                    chosen.first_day,
                    chosen.last_day,
                    ((chosen.basis, chosen.indicator, chosen.place) IN ( SELECT p.basis,
                            p.indicator,
                            a.place
                           FROM (chosen p
                             JOIN province.place_above a ON (((a.ancestor = p.place) AND (a.steps > 0)))))) AS is_part
                   FROM chosen) c
             CROSS JOIN LATERAL ( SELECT p.node,
                    p.status,
                    p.score,
                    p.weight
                   FROM province.performance p
                  WHERE ((p.year = c.year) AND (p.indicator = c.indicator) AND (p.place = c.place) AND (p.basis = c.basis) AND (p.first_day = c.first_day) AND (p.last_day = c.last_day))
                 OFFSET 0) f)
        )
 SELECT b.code AS basis,
    b.name AS basis_name,
    j.targets,
    j.scored,
    j.exceeded,
    j.met,
    j.on_track,
    j.at_risk,
    j.off_track,
    j.regressing,
    j.undecided,
    j.no_data,
    j.not_started,
    plan.plan_score(w.scorecard) AS score,
    plan.plan_coverage(w.scorecard) AS coverage
   FROM ((( SELECT judged.basis,
            (count(*))::integer AS targets,
            (count(judged.score))::integer AS scored,
            (count(*) FILTER (WHERE (judged.status = 'exceeded'::text)))::integer AS exceeded,
            (count(*) FILTER (WHERE (judged.status = 'met'::text)))::integer AS met,
            (count(*) FILTER (WHERE (judged.status = 'on_track'::text)))::integer AS on_track,
            (count(*) FILTER (WHERE (judged.status = 'at_risk'::text)))::integer AS at_risk,
            (count(*) FILTER (WHERE (judged.status = 'off_track'::text)))::integer AS off_track,
            (count(*) FILTER (WHERE (judged.status = 'regressing'::text)))::integer AS regressing,
            (count(*) FILTER (WHERE (judged.status = 'undecided'::text)))::integer AS undecided,
            (count(*) FILTER (WHERE (judged.status = 'no_data'::text)))::integer AS no_data,
            (count(*) FILTER (WHERE (judged.status = 'not_started'::text)))::integer AS not_started,
            plan.plan_cube_scored_agg(judged.node, '2000-01-01'::date, (judged.score)::plan.plan_number, (
                CASE
                    WHEN (judged.status <> ALL (ARRAY['undecided'::text, 'not_started'::text])) THEN judged.status
                    ELSE NULL::text
                END)::plan.plan_status, (judged.weight)::plan.plan_number) FILTER (WHERE (judged.weight IS NOT NULL)) AS cube
           FROM judged
          GROUP BY judged.basis) j
     JOIN province.basis b ON ((b.code = j.basis)))
     CROSS JOIN LATERAL ( SELECT plan.plan_rollup(r.scorecard) AS scorecard
           FROM plan.plan_cube_rows_as(NULL::text, j.cube, '{month}'::text[], NULL::plan.plan_period, ( SELECT plan.plan_tree_agg(node.code, node.parent, (node.weight)::plan.plan_number) AS plan_tree_agg
                   FROM province.node)) r(node, parent, level, period, grain, scorecard)
          WHERE (r.parent IS NULL)) w);


--
-- Name: VIEW overall_score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.overall_score IS 'Score of the whole plan and verdicts of its targets in force on the day of reading, by basis';


--
-- Name: COLUMN overall_score.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN overall_score.basis_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.basis_name IS 'name of the plan basis';


--
-- Name: COLUMN overall_score.targets; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.targets IS 'number of targets in force on the day of reading, as the report has them';


--
-- Name: COLUMN overall_score.scored; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.scored IS 'number of targets with a score';


--
-- Name: COLUMN overall_score.exceeded; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.exceeded IS 'number of targets that are exceeded';


--
-- Name: COLUMN overall_score.met; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.met IS 'number of targets that are met, and not exceeded';


--
-- Name: COLUMN overall_score.on_track; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.on_track IS 'number of targets that are on track';


--
-- Name: COLUMN overall_score.at_risk; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.at_risk IS 'number of targets at risk';


--
-- Name: COLUMN overall_score.off_track; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.off_track IS 'number of targets that are off track';


--
-- Name: COLUMN overall_score.regressing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.regressing IS 'number of targets whose figures are worse than their baselines';


--
-- Name: COLUMN overall_score.undecided; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.undecided IS 'number of targets of whose figures a bound is known that does not decide; their scores are those of the bounds';


--
-- Name: COLUMN overall_score.no_data; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.no_data IS 'number of targets without a figure';


--
-- Name: COLUMN overall_score.not_started; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.not_started IS 'number of targets whose period has not begun';


--
-- Name: COLUMN overall_score.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.score IS 'mean of the scores of the nodes at the top of the plan tree by weight, as the report prints it: 0 to 1';


--
-- Name: COLUMN overall_score.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.overall_score.coverage IS 'share of the weight of targets that have a figure, up the plan tree as the score: 0 to 1';


--
-- Name: pace; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.pace WITH (security_invoker='true') AS
 SELECT f.node,
    f.indicator,
    f.indicator_name,
    f.place,
    f.place_name,
    f.basis,
    f.period,
    f.year,
    f.first_day,
    f.last_day,
    f.unit,
    f.goal,
    f.target,
    f.actual,
    f.bound,
    f.figure_last_day AS as_of,
    f.coverage,
    f.expected,
        CASE
            WHEN ((f.baseline IS NULL) OR (f.kind = ANY (ARRAY['flow'::text, 'cumulative'::text]))) THEN (f.expected *
            CASE f.direction
                WHEN 'within'::text THEN GREATEST(plan.plan_lower((f.goal)::plan.plan_goal), LEAST(plan.plan_upper((f.goal)::plan.plan_goal), (0)::double precision))
                ELSE f.target
            END)
            ELSE plan.plan_expected((f.goal)::plan.plan_goal, plan.plan_period(f.first_day, f.last_day), f.figure_last_day)
        END AS expected_value,
        CASE
            WHEN ((f.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])) AND (f.direction = 'lower'::text) AND (f.target >= (0)::double precision)) THEN plan.plan_required_rate((f.actual)::plan.plan_number, plan.plan_goal((f.target)::plan.plan_number, 'higher'::plan.plan_direction), plan.plan_period(f.first_day, f.last_day), f.figure_last_day)
            WHEN ((f.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])) OR (f.baseline IS NOT NULL)) THEN plan.plan_required_rate((f.actual)::plan.plan_number, (f.goal)::plan.plan_goal, plan.plan_period(f.first_day, f.last_day), f.figure_last_day)
            ELSE NULL::double precision
        END AS required_per_year,
        CASE
            WHEN (f.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])) THEN (f.actual / NULLIF((d.share * f.coverage), (0)::double precision))
            ELSE NULL::double precision
        END AS at_this_pace,
    f.status,
    f.status_sort,
    f.status_label
   FROM ((province.performance f
     CROSS JOIN ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting
         OFFSET 0) g)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (f.expected < (1)::double precision) THEN f.expected
                    WHEN (f.kind = 'cumulative'::text) THEN plan.plan_elapsed(plan.plan_period(plan.plan_first_day(plan.plan_period_of(f.first_day, 'year'::text, g.calendar)), f.last_day), f.figure_last_day)
                    ELSE plan.plan_elapsed(plan.plan_period(f.first_day, f.last_day), f.figure_last_day)
                END AS share) d)
  WHERE (f.figure_last_day IS NOT NULL);


--
-- Name: VIEW pace; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.pace IS 'Targets with figures: what was due, what is required, and where this pace leads';


--
-- Name: COLUMN pace.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN pace.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.indicator IS 'code of the indicator';


--
-- Name: COLUMN pace.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN pace.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.place IS 'code of the place or department';


--
-- Name: COLUMN pace.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.place_name IS 'name of the place or department';


--
-- Name: COLUMN pace.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN pace.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN pace.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN pace.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.first_day IS 'first day of the period';


--
-- Name: COLUMN pace.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.last_day IS 'last day of the period';


--
-- Name: COLUMN pace.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.unit IS 'unit of the figures';


--
-- Name: COLUMN pace.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: COLUMN pace.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.target IS 'the target as a number';


--
-- Name: COLUMN pace.actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.actual IS 'the figure that answers the target, in the unit of the indicator; NULL without one';


--
-- Name: COLUMN pace.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN pace.as_of; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.as_of IS 'last day that the figure covers';


--
-- Name: COLUMN pace.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.coverage IS 'share of the days until the last day of the figure, and of the places below that make it, that are not missing: 0 to 1';


--
-- Name: COLUMN pace.expected; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.expected IS 'share of the target, or of a ceiling on a flow the share that may be used, due by the last day of the figure, or without one by the day of reading: 0 to 1';


--
-- Name: COLUMN pace.expected_value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.expected_value IS 'value that was due by the last day of the figure; of a ceiling on a flow the most that it could be, of a band its bound nearest to 0';


--
-- Name: COLUMN pace.required_per_year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.required_per_year IS 'change a year that reaches the target from here, or that a ceiling on a flow still leaves, in the unit of the indicator; 0 if it is met or broken, NULL without days left';


--
-- Name: COLUMN pace.at_this_pace; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.at_this_pace IS 'the figure of the whole period if it goes on like this; of flows and cumulative figures';


--
-- Name: COLUMN pace.status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.status IS 'verdict: exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data or not_started';


--
-- Name: COLUMN pace.status_sort; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.status_sort IS 'place of the verdict in sorted lists, best first';


--
-- Name: COLUMN pace.status_label; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.pace.status_label IS 'verdict in the language of the workspace';


--
-- Name: place_figure; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.place_figure WITH (security_invoker='true') AS
 WITH life AS (
         SELECT place.code,
            COALESCE(place.valid_from, '-infinity'::date) AS from_day,
            COALESCE(place.valid_until, 'infinity'::date) AS until_day,
            daterange(place.valid_from, place.valid_until, '[]'::text) AS days
           FROM province.place
        ), above AS MATERIALIZED (
         SELECT a.place,
            a.ancestor,
            a.steps,
            p_1.from_day,
            p_1.until_day,
            p_1.days,
                CASE
                    WHEN (p_1.days && q.days) THEN GREATEST(p_1.from_day, q.from_day)
                    ELSE 'infinity'::date
                END AS both_from,
                CASE
                    WHEN (p_1.days && q.days) THEN LEAST(p_1.until_day, q.until_day)
                    ELSE '-infinity'::date
                END AS both_until
           FROM ((province.place_above a
             JOIN life p_1 ON ((p_1.code = a.place)))
             JOIN life q ON ((q.code = a.ancestor)))
        ), part AS MATERIALIZED (
         SELECT q.code AS place,
            q.from_day,
            q.until_day,
            a.from_day AS part_from,
            a.until_day AS part_until
           FROM (above a
             JOIN life q ON (((q.code = a.ancestor) AND ((q.from_day > '-infinity'::date) OR (q.until_day < 'infinity'::date)))))
          WHERE (a.steps > 0)
        ), lowest AS MATERIALIZED (
         SELECT a.ancestor,
            a.place,
            a.from_day,
            a.until_day,
            a.both_from,
            a.both_until,
            COALESCE(lower(d.days), '-infinity'::date) AS lowest_from,
            COALESCE((upper(d.days) - 1), 'infinity'::date) AS lowest_until,
                CASE
                    WHEN (d.days <> datemultirange(range_merge(d.days))) THEN d.days
                    ELSE NULL::datemultirange
                END AS lowest_days
           FROM (above a
             JOIN ( SELECT l.code,
                    (datemultirange(l.days) - COALESCE(b.days, '{}'::datemultirange)) AS days
                   FROM (life l
                     LEFT JOIN ( SELECT above.ancestor,
                            range_agg(above.days) AS days
                           FROM above
                          WHERE (above.steps > 0)
                          GROUP BY above.ancestor) b ON ((b.ancestor = l.code)))) d ON (((d.code = a.place) AND (NOT isempty(d.days)))))
        )
 SELECT i.node,
    f.indicator,
    i.name AS indicator_name,
    v.place,
    p.name AS place_name,
    f.period,
    f.year,
    f.first_day,
    f.last_day,
    i.unit,
    i.across,
    v.value,
    v.bound,
    v.is_own,
    v.figures,
    v.places,
    v.places_covered,
    v.known_on
   FROM (((((( SELECT known_actual.year,
            known_actual.indicator,
            known_actual.period,
            known_actual.first_day,
            known_actual.last_day,
            array_agg(known_actual.place) AS places,
            array_agg(known_actual.value) AS figures,
            array_agg(known_actual.bound) AS bounds,
            array_agg(known_actual.known_on) AS known_on
           FROM province.known_actual
          WHERE (known_actual.value IS NOT NULL)
          GROUP BY known_actual.year, known_actual.indicator, known_actual.period, known_actual.first_day, known_actual.last_day) f
     JOIN province.indicator i ON ((i.code = f.indicator)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (i.kind = 'stock'::text) THEN f.last_day
                    ELSE f.first_day
                END AS from_day,
                CASE
                    WHEN (i.kind = 'first'::text) THEN f.first_day
                    ELSE f.last_day
                END AS until_day) w)
     CROSS JOIN LATERAL ( SELECT array_agg(u.place) AS places
           FROM unnest(f.places) u(place)
          WHERE (NOT (EXISTS ( SELECT
                   FROM part n
                  WHERE ((n.place = u.place) AND ((n.from_day > w.until_day) OR (n.until_day < w.from_day)) AND (n.part_from <= w.until_day) AND (n.part_until >= w.from_day)))))
         OFFSET 0) t)
     CROSS JOIN LATERAL ( SELECT o.place,
            o.value,
            o.bound,
            true AS is_own,
            1 AS figures,
            NULL::integer AS places,
            NULL::integer AS places_covered,
            o.known_on
           FROM UNNEST(f.places, f.figures, f.bounds, f.known_on) o(place, value, bound, known_on)
        UNION ALL
         SELECT b.place,
                CASE i.across
                    WHEN 'sum'::text THEN b.total
                    WHEN 'mean'::text THEN (b.total / (b.figures)::double precision)
                    WHEN 'max'::text THEN b.highest
                    WHEN 'min'::text THEN b.lowest
                    ELSE NULL::double precision
                END AS "case",
                CASE
                    WHEN ((b.goes_up AND b.goes_down) OR ((i.across = 'sum'::text) AND (c.covered < c.places) AND ((b.lowest < (0)::double precision) OR b.goes_down))) THEN NULL::text
                    WHEN (i.across = 'mean'::text) THEN
                    CASE
                        WHEN (c.covered < c.places) THEN
                        CASE
                            WHEN (NOT (b.goes_up OR b.goes_down)) THEN '~'::text
                            ELSE NULL::text
                        END
                        WHEN b.goes_up THEN '>='::text
                        WHEN b.goes_down THEN '<='::text
                        WHEN b.is_about THEN '~'::text
                        ELSE '='::text
                    END
                    WHEN (i.across = 'min'::text) THEN
                    CASE
                        WHEN b.goes_up THEN NULL::text
                        WHEN (b.goes_down OR (c.covered < c.places)) THEN '<='::text
                        WHEN b.is_about THEN '~'::text
                        ELSE '='::text
                    END
                    WHEN ((i.across = 'max'::text) AND b.goes_down) THEN NULL::text
                    WHEN (b.goes_up OR (c.covered < c.places)) THEN '>='::text
                    WHEN b.goes_down THEN '<='::text
                    WHEN b.is_about THEN '~'::text
                    ELSE '='::text
                END AS "case",
            false,
            (b.figures)::integer AS figures,
            c.places,
            c.covered,
            b.known_on
           FROM (( SELECT a.ancestor AS place,
                    count(*) AS figures,
                    sum(o.value) AS total,
                    min(o.value) AS lowest,
                    max(o.value) AS highest,
                    bool_or((o.bound = ANY (ARRAY['>'::text, '>='::text]))) AS goes_up,
                    bool_or((o.bound = ANY (ARRAY['<'::text, '<='::text]))) AS goes_down,
                    bool_or((o.bound = '~'::text)) AS is_about,
                    max(o.known_on) AS known_on,
                    array_agg(o.place) AS places
                   FROM (( SELECT o_1.place,
                            o_1.value,
                            o_1.bound,
                            o_1.known_on
                           FROM (UNNEST(f.places, f.figures, f.bounds, f.known_on) o_1(place, value, bound, known_on)
                             JOIN above h ON (((h.place = o_1.place) AND (h.steps = 1))))
                          WHERE ((NOT (EXISTS ( SELECT
                                   FROM unnest(t.places) n(place)
                                  WHERE ((n.place = h.ancestor) AND (((h.both_from <= w.until_day) AND (h.both_until >= w.from_day)) OR (h.from_day > w.until_day) OR (h.until_day < w.from_day)))))) AND (NOT (EXISTS ( SELECT
                                   FROM part n
                                  WHERE ((n.place = o_1.place) AND ((n.from_day > w.until_day) OR (n.until_day < w.from_day)) AND (n.part_from <= w.until_day) AND (n.part_until >= w.from_day))))))
                         OFFSET 0) o
                     JOIN above a ON (((a.place = o.place) AND (a.steps > 0))))
                  WHERE ((NOT (EXISTS ( SELECT
                           FROM unnest(f.places) n(place)
                          WHERE (n.place = a.ancestor)))) AND (NOT (EXISTS ( SELECT
                           FROM (above b_1
                             JOIN unnest(t.places) n(place) ON ((n.place = b_1.ancestor)))
                          WHERE ((b_1.place = o.place) AND ((b_1.steps >= 1) AND (b_1.steps <= a.steps)) AND (((b_1.both_from <= w.until_day) AND (b_1.both_until >= w.from_day)) OR (b_1.from_day > w.until_day) OR (b_1.until_day < w.from_day)))))))
                  GROUP BY a.ancestor) b
             CROSS JOIN LATERAL ( SELECT (( SELECT count(*) AS count
                           FROM lowest l
                          WHERE ((l.ancestor = b.place) AND (l.place <> b.place) AND (l.lowest_from <= w.until_day) AND (l.lowest_until >= w.from_day) AND ((l.lowest_days IS NULL) OR (l.lowest_days && daterange(w.from_day, w.until_day, '[]'::text))))))::integer AS places,
                    (( SELECT count(*) AS count
                           FROM (unnest(b.places) u(place)
                             JOIN lowest l ON ((l.ancestor = u.place)))
                          WHERE ((l.lowest_from <= w.until_day) AND (l.lowest_until >= w.from_day) AND ((l.lowest_days IS NULL) OR (l.lowest_days && daterange(w.from_day, w.until_day, '[]'::text))) AND (GREATEST(l.from_day, w.from_day) >= l.both_from) AND (LEAST(l.until_day, w.until_day) <= l.both_until))))::integer AS covered
                 OFFSET 0) c)
          WHERE (i.across <> 'none'::text)) v)
     JOIN province.place p ON ((p.code = v.place)));


--
-- Name: VIEW place_figure; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.place_figure IS 'Figures of places and, where a place has none of its own, what those below it make by the rule of the indicator';


--
-- Name: COLUMN place_figure.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN place_figure.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.indicator IS 'code of the indicator';


--
-- Name: COLUMN place_figure.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN place_figure.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.place IS 'code of the place or department';


--
-- Name: COLUMN place_figure.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.place_name IS 'name of the place or department';


--
-- Name: COLUMN place_figure.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN place_figure.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN place_figure.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.first_day IS 'first day of the period';


--
-- Name: COLUMN place_figure.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.last_day IS 'last day of the period';


--
-- Name: COLUMN place_figure.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.unit IS 'unit of the figures';


--
-- Name: COLUMN place_figure.across; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.across IS 'what the figures of several places are together: sum, mean, max, min or none';


--
-- Name: COLUMN place_figure.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.value IS 'the figure in the unit of the indicator; NULL if the indicator has no rule across';


--
-- Name: COLUMN place_figure.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN place_figure.is_own; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.is_own IS 'whether it is a figure of the place itself';


--
-- Name: COLUMN place_figure.figures; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.figures IS 'number of figures that make the value';


--
-- Name: COLUMN place_figure.places; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.places IS 'lowest places below it: there on a day that is due, with nothing below them; NULL of a figure of its own';


--
-- Name: COLUMN place_figure.places_covered; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.places_covered IS 'of these those that the figures cover';


--
-- Name: COLUMN place_figure.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_figure.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: place_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.place ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: place_rank; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.place_rank WITH (security_invoker='true') AS
 SELECT i.node,
    a.indicator,
    i.name AS indicator_name,
    a.place,
    p.name AS place_name,
    p.kind AS place_kind,
    a.period,
    a.year,
    a.first_day,
    a.last_day,
    i.unit,
    i.direction,
    a.value,
    a.bound,
        CASE
            WHEN ( SELECT plan._plan_reads_all(setting.tableoid) AS _plan_reads_all
               FROM province.setting) THEN (rank() OVER (PARTITION BY a.year, a.indicator, a.period, p.kind ORDER BY
            CASE i.direction
                WHEN 'higher'::text THEN (- a.value)
                ELSE a.value
            END))::integer
            ELSE NULL::integer
        END AS rank,
        CASE
            WHEN ( SELECT plan._plan_reads_all(setting.tableoid) AS _plan_reads_all
               FROM province.setting) THEN (count(*) OVER (PARTITION BY a.year, a.indicator, a.period, p.kind))::integer
            ELSE NULL::integer
        END AS total,
    a.known_on
   FROM ((province.known_actual a
     JOIN province.indicator i ON (((i.code = a.indicator) AND (i.direction <> 'within'::text))))
     JOIN province.place p ON ((p.code = a.place)))
  WHERE (a.value IS NOT NULL);


--
-- Name: VIEW place_rank; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.place_rank IS 'Places ranked by an indicator among those of their kind';


--
-- Name: COLUMN place_rank.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN place_rank.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.indicator IS 'code of the indicator';


--
-- Name: COLUMN place_rank.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN place_rank.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.place IS 'code of the place or department';


--
-- Name: COLUMN place_rank.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.place_name IS 'name of the place or department';


--
-- Name: COLUMN place_rank.place_kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.place_kind IS 'what the place is: province, district, commune, department or another';


--
-- Name: COLUMN place_rank.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN place_rank.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN place_rank.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.first_day IS 'first day of the period';


--
-- Name: COLUMN place_rank.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.last_day IS 'last day of the period';


--
-- Name: COLUMN place_rank.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.unit IS 'unit of the figures';


--
-- Name: COLUMN place_rank.direction; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.direction IS 'higher, lower or within: what is better';


--
-- Name: COLUMN place_rank.value; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.value IS 'the figure in the unit of the indicator';


--
-- Name: COLUMN place_rank.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN place_rank.rank; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.rank IS 'rank by the direction of the indicator, counted from 1, the best; NULL for a reporter, who does not read all places';


--
-- Name: COLUMN place_rank.total; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.total IS 'number of places of its kind with a figure; NULL for a reporter';


--
-- Name: COLUMN place_rank.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.place_rank.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: ranking_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.ranking ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.ranking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: renamed; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.renamed (
    id bigint NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
    renamed_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    table_name text NOT NULL COLLATE pg_catalog."C",
    code text NOT NULL COLLATE pg_catalog."C",
    row_id integer,
    CONSTRAINT "renamed_at is a finite time" CHECK (isfinite(renamed_at))
);


--
-- Name: TABLE renamed; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.renamed IS 'Codes that rows gave up or took in a transaction, for triggers: those of earlier ones mean nothing';


--
-- Name: COLUMN renamed.id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.renamed.id IS 'number of the row, given by the workspace';


--
-- Name: COLUMN renamed.table_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.renamed.table_name IS 'table that was changed';


--
-- Name: COLUMN renamed.code; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.renamed.code IS 'code by which other tables name it';


--
-- Name: COLUMN renamed.row_id; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.renamed.row_id IS 'id of the row that was changed, of a verdict that of its closing; NULL if all were';


--
-- Name: renamed_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.renamed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.renamed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: scorecard; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.scorecard WITH (security_invoker='true') AS
 SELECT r.node,
    n.name AS node_name,
    r.parent,
    n.kind AS node_kind,
    c.place,
    p.name AS place_name,
    c.basis,
    c.period,
    c.grain,
    c.year,
    c.first_day,
    c.last_day,
    plan.plan_count(r.scorecard) AS indicators,
    plan.plan_scored_count(r.scorecard) AS scored,
    plan.plan_count(r.scorecard, 'exceeded'::plan.plan_status) AS exceeded,
    plan.plan_count(r.scorecard, 'met'::plan.plan_status) AS met,
    plan.plan_count(r.scorecard, 'on_track'::plan.plan_status) AS on_track,
    plan.plan_count(r.scorecard, 'at_risk'::plan.plan_status) AS at_risk,
    plan.plan_count(r.scorecard, 'off_track'::plan.plan_status) AS off_track,
    plan.plan_count(r.scorecard, 'regressing'::plan.plan_status) AS regressing,
    plan.plan_unjudged_count(r.scorecard) AS undecided,
        CASE
            WHEN c.has_begun THEN plan.plan_count(r.scorecard, 'no_data'::plan.plan_status)
            ELSE (0)::bigint
        END AS no_data,
        CASE
            WHEN c.has_begun THEN (0)::bigint
            ELSE plan.plan_count(r.scorecard, 'no_data'::plan.plan_status)
        END AS not_started,
    plan.plan_score(r.scorecard) AS score,
    plan.plan_met_share(r.scorecard) AS met_share,
    plan.plan_coverage(r.scorecard) AS coverage
   FROM (((( SELECT f.place,
            f.basis,
            f.period,
            f.grain,
            f.year,
            f.first_day,
            f.last_day,
            bool_and((f.status <> 'not_started'::text)) AS has_begun,
            plan.plan_cube_scored_agg(f.node, f.first_day, (f.score)::plan.plan_number, (
                CASE
                    WHEN (f.status <> ALL (ARRAY['undecided'::text, 'not_started'::text])) THEN f.status
                    ELSE NULL::text
                END)::plan.plan_status, (f.weight)::plan.plan_number) AS cube
           FROM province.performance f
          GROUP BY f.place, f.basis, f.period, f.grain, f.year, f.first_day, f.last_day) c
     CROSS JOIN LATERAL plan.plan_cube_rows_as(NULL::text, c.cube, '{month}'::text[], NULL::plan.plan_period, ( SELECT plan.plan_tree_agg(node.code, node.parent, (node.weight)::plan.plan_number) AS plan_tree_agg
           FROM province.node)) r(node, parent, level, period, grain, scorecard))
     JOIN province.node n ON ((n.code = r.node)))
     JOIN province.place p ON ((p.code = c.place)));


--
-- Name: VIEW scorecard; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.scorecard IS 'Verdicts by node of the plan tree, place, basis and period';


--
-- Name: COLUMN scorecard.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN scorecard.node_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.node_name IS 'name of the node of the plan tree';


--
-- Name: COLUMN scorecard.parent; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.parent IS 'code of what it is part of; NULL at the top';


--
-- Name: COLUMN scorecard.node_kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.node_kind IS 'what the node is: orientation, programme, scheme, plan or another';


--
-- Name: COLUMN scorecard.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.place IS 'code of the place or department';


--
-- Name: COLUMN scorecard.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.place_name IS 'name of the place or department';


--
-- Name: COLUMN scorecard.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN scorecard.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN scorecard.grain; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.grain IS 'month, quarter, half, year, term (two or more whole years), span or another, by the calendar of the workspace';


--
-- Name: COLUMN scorecard.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN scorecard.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.first_day IS 'first day of the period';


--
-- Name: COLUMN scorecard.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.last_day IS 'last day of the period';


--
-- Name: COLUMN scorecard.indicators; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.indicators IS 'number of indicators with a target for the period';


--
-- Name: COLUMN scorecard.scored; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.scored IS 'number of targets with a score';


--
-- Name: COLUMN scorecard.exceeded; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.exceeded IS 'number of targets that are exceeded';


--
-- Name: COLUMN scorecard.met; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.met IS 'number of targets that are met, and not exceeded';


--
-- Name: COLUMN scorecard.on_track; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.on_track IS 'number of targets that are on track';


--
-- Name: COLUMN scorecard.at_risk; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.at_risk IS 'number of targets at risk';


--
-- Name: COLUMN scorecard.off_track; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.off_track IS 'number of targets that are off track';


--
-- Name: COLUMN scorecard.regressing; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.regressing IS 'number of targets whose figures are worse than their baselines';


--
-- Name: COLUMN scorecard.undecided; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.undecided IS 'number of targets of whose figures a bound is known that does not decide; their scores are those of the bounds';


--
-- Name: COLUMN scorecard.no_data; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.no_data IS 'number of targets without a figure';


--
-- Name: COLUMN scorecard.not_started; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.not_started IS 'number of targets whose period has not begun';


--
-- Name: COLUMN scorecard.score; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.score IS 'mean of the scores of child nodes and of the indicators of the node itself, by weight: 0 to 1';


--
-- Name: COLUMN scorecard.met_share; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.met_share IS 'share of all indicators, also of those without a figure, that have met their targets';


--
-- Name: COLUMN scorecard.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.scorecard.coverage IS 'share of the weight of indicators that have a figure, up the plan tree as the score: 0 to 1';


--
-- Name: standing_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.standing ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.standing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: status_history; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.status_history WITH (security_invoker='true') AS
 SELECT i.node,
    k.indicator,
    i.name AS indicator_name,
    k.place,
    p.name AS place_name,
    k.basis,
    k.period,
    k.year,
    k.first_day,
    k.last_day,
    f.known_on_day AS known_on,
    k.goal,
    k.target,
    (k.known_before - 1) AS goal_until,
    f.actual,
    f.bound,
    f.vintage,
    f.answered_by,
    f.figure_last_day,
    COALESCE(f.coverage, (0)::double precision) AS coverage,
    x.expected,
    s.status,
    l.sort AS status_sort,
        CASE
            WHEN (g.language = 'vi'::text) THEN l.label_vi
            ELSE l.label_en
        END AS status_label
   FROM (((((((((((((( SELECT t.year,
            t.indicator,
            t.place,
            t.basis,
            t.first_day,
            t.last_day,
            t.period_name AS period,
            t.goal,
            t.target,
            (t.goal)::plan.plan_goal AS parsed,
            plan.plan_baseline((t.goal)::plan.plan_goal) AS baseline,
            t.known_on,
            lead(t.known_on) OVER (PARTITION BY t.year, t.indicator, t.place, t.basis, t.first_day, t.last_day, t.period_name ORDER BY t.known_on) AS known_before
           FROM ( SELECT target.year,
                    target.indicator,
                    target.place,
                    target.basis,
                    target.first_day,
                    target.last_day,
                    target.period_name,
                    target.goal,
                    target.target,
                    target.known_on
                   FROM province.target
                  WHERE (NOT (EXISTS ( SELECT
                           FROM province.setting
                          WHERE setting.has_fiscal_years)))
                UNION ALL
                 SELECT d_1.year,
                    t_1.indicator,
                    t_1.place,
                    t_1.basis,
                    t_1.first_day,
                    t_1.last_day,
                    d_1.period,
                    t_1.goal,
                    t_1.target,
                    t_1.known_on
                   FROM (province.target_period d_1
                     JOIN province.target t_1 ON ((t_1.period_name = d_1.period_name)))
                  WHERE (EXISTS ( SELECT
                           FROM province.setting
                          WHERE setting.has_fiscal_years))) t
          WHERE (t.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on))) k
     CROSS JOIN ( SELECT setting.language,
            (setting.calendar)::plan.plan_calendar AS calendar,
            plan.plan_known_on() AS known_on
           FROM province.setting
         OFFSET 0) g)
     JOIN province.indicator i ON ((i.code = k.indicator)))
     JOIN province.place p ON ((p.code = k.place)))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (i.kind = 'cumulative'::text) THEN plan.plan_first_day(plan.plan_period_of(k.first_day, 'year'::text, g.calendar))
                    ELSE k.first_day
                END AS due_from,
            ((i.kind = 'cumulative'::text) AND ((k.last_day - k.first_day) < 372) AND (plan.plan_first_day(plan.plan_period_of(k.first_day, 'year'::text, g.calendar)) = plan.plan_first_day(plan.plan_period_of(k.last_day, 'year'::text, g.calendar)))) AS is_to_date) o)
     CROSS JOIN LATERAL ( SELECT array_agg(a.first_day) AS first_days,
            array_agg(a.last_day) AS last_days,
            array_agg(a.known_on) AS known_on,
            array_agg(a.value) AS figures,
            array_agg(a.bound) AS bounds,
            array_agg(a.vintage) AS vintages,
            (COALESCE(bool_or(((a.value IS NULL) OR
                CASE
                    WHEN (i.kind = 'cumulative'::text) THEN (a.first_day < plan.plan_first_day(plan.plan_period_of(a.last_day, 'year'::text, g.calendar)))
                    ELSE false
                END)), true) AND (i.across <> 'none'::text)) AS is_silent
           FROM province.actual a
          WHERE ((a.indicator = k.indicator) AND (a.place = k.place) AND ((a.first_day >= o.due_from) AND (a.first_day <= k.last_day)) AND ((a.last_day >= k.first_day) AND (a.last_day <= k.last_day)) AND (a.known_on <= g.known_on))) r)
     LEFT JOIN LATERAL ( SELECT b.places,
            b.codes,
            b.parents,
            b.valid_from,
            b.valid_until
           FROM ( SELECT array_agg(d_1.id) AS places,
                    array_agg(d_1.code) AS codes,
                    array_agg(d_1.above) AS parents,
                    array_agg(COALESCE(d_1.valid_from, '-infinity'::date)) AS valid_from,
                    array_agg(COALESCE(d_1.valid_until, 'infinity'::date)) AS valid_until
                   FROM ( WITH RECURSIVE below AS (
                                 SELECT c.id,
                                    c.code,
                                    p.id AS above,
                                    c.valid_from,
                                    c.valid_until
                                   FROM province.place c
                                  WHERE (c.parent = p.code)
                                UNION ALL
                                 SELECT c.id,
                                    c.code,
                                    b_1.id,
                                    c.valid_from,
                                    c.valid_until
                                   FROM (below b_1
                                     JOIN province.place c ON ((c.parent = b_1.code)))
                                ) CYCLE id SET is_cycle USING path
                         SELECT below.id,
                            below.code,
                            below.above,
                            below.valid_from,
                            below.valid_until
                           FROM below
                          WHERE (NOT below.is_cycle)) d_1) b
          WHERE r.is_silent
         OFFSET 0) tree ON (true))
     LEFT JOIN LATERAL ( SELECT b.places,
            b.first_days,
            b.last_days,
            b.known_on,
            b.figures,
            b.bounds,
            b.vintages
           FROM ( SELECT array_agg(q.id) AS places,
                    array_agg(a.first_day) AS first_days,
                    array_agg(a.last_day) AS last_days,
                    array_agg(a.known_on) AS known_on,
                    array_agg(a.value) AS figures,
                    array_agg(a.bound) AS bounds,
                    array_agg(a.vintage) AS vintages
                   FROM (UNNEST(tree.places, tree.codes) q(id, code)
                     JOIN province.actual a ON (((a.indicator = k.indicator) AND (a.place = q.code))))
                  WHERE ((a.known_on <= g.known_on) AND ((a.last_day >= k.first_day) AND (a.last_day <= k.last_day)) AND ((a.first_day >= o.due_from) AND (a.first_day <= k.last_day)))) b
          WHERE (tree.places IS NOT NULL)
         OFFSET 0) u ON (true))
     LEFT JOIN LATERAL ( SELECT b.first_days,
            b.last_days,
            b.steps
           FROM ( SELECT array_agg(u_1.first_day) AS first_days,
                    array_agg(u_1.last_day) AS last_days,
                    array_agg(u_1.step) AS steps
                   FROM ( SELECT m.first_day,
                            m.last_day,
                            ((((m.last_day - m.first_day) + 15) * 12) / 365) AS months,
                            m.target AS step
                           FROM province.known_target m
                          WHERE ((i.kind = 'flow'::text) AND (m.indicator = k.indicator) AND (m.place = k.place) AND (m.basis = k.basis) AND ((m.first_day >= k.first_day) AND (m.first_day <= k.last_day)) AND (m.last_day <= k.last_day) AND (m.goal IS NOT NULL))
                        UNION ALL
                         SELECT COALESCE((lag(b_1.last_day) OVER w + 1), b_1.year_from) AS "coalesce",
                            b_1.last_day,
                            0,
                            (b_1.target - COALESCE(lag(b_1.target) OVER w, (0)::double precision))
                           FROM ( SELECT DISTINCT ON (m.last_day) m.last_day,
                                    y.year_from,
                                    m.target
                                   FROM (province.known_target m
                                     CROSS JOIN LATERAL ( SELECT plan.plan_first_day(plan.plan_period_of(m.last_day, 'year'::text, g.calendar)) AS year_from
 OFFSET 0) y)
                                  WHERE ((i.kind = 'cumulative'::text) AND (m.indicator = k.indicator) AND (m.place = k.place) AND (m.basis = k.basis) AND ((m.first_day >= o.due_from) AND (m.first_day <= k.last_day)) AND (m.last_day <= k.last_day) AND (m.goal IS NOT NULL) AND (m.first_day >= y.year_from))
                                  ORDER BY m.last_day, m.first_day) b_1
                          WINDOW w AS (PARTITION BY b_1.year_from ORDER BY b_1.last_day)) u_1
                  GROUP BY u_1.months
                 HAVING ((count(*) > 1) AND (sum(((u_1.last_day - u_1.first_day) + 1)) = ((k.last_day - o.due_from) + 1)))
                  ORDER BY u_1.months
                 LIMIT 1) b
          WHERE ((i.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])) AND ((k.last_day - k.first_day) > 31))
         OFFSET 0) h ON (true))
     CROSS JOIN LATERAL plan._plan_answer_history(i.kind, i.across, k.first_day, k.last_day, k.known_on, k.known_before, r.first_days, r.last_days, r.known_on, r.figures, r.bounds, r.vintages, tree.places, tree.parents, tree.valid_from, tree.valid_until, u.places, u.first_days, u.last_days, u.known_on, u.figures, u.bounds, u.vintages, g.calendar) f(known_on_day, actual, bound, vintage, answered_by, figure_last_day, coverage))
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN ((h.steps IS NOT NULL) AND (f.figure_last_day < k.last_day)) THEN ( SELECT ((sum((u_1.step * v.elapsed)) +
                            CASE
                                WHEN o.is_to_date THEN ((k.target - sum(u_1.step)) * max(v.elapsed) FILTER (WHERE (u_1.last_day = k.last_day)))
                                ELSE (0)::double precision
                            END) / NULLIF(
                            CASE
                                WHEN o.is_to_date THEN k.target
                                ELSE sum(u_1.step)
                            END, (0)::double precision))
                       FROM (UNNEST(h.first_days, h.last_days, h.steps) u_1(first_day, last_day, step)
                         CROSS JOIN LATERAL ( SELECT plan.plan_elapsed(plan.plan_period(u_1.first_day, u_1.last_day), f.figure_last_day) AS elapsed) v))
                    ELSE NULL::double precision
                END AS share
         OFFSET 0) d)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN ((k.first_day > f.known_on_day) AND (f.actual IS NULL)) THEN NULL::double precision
                    WHEN (i.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])) THEN COALESCE(
                    CASE
                        WHEN ((d.share >= (0)::double precision) AND (d.share <= (1)::double precision)) THEN d.share
                        ELSE NULL::double precision
                    END, plan.plan_elapsed(plan.plan_period(o.due_from, k.last_day), COALESCE(f.figure_last_day, f.known_on_day)))
                    WHEN ((k.baseline IS NULL) OR (((i.kind = 'peak'::text) AND (i.direction = 'lower'::text)) OR ((i.kind = 'least'::text) AND (i.direction = 'higher'::text)))) THEN (1)::double precision
                    ELSE plan.plan_expected_share(k.parsed, plan.plan_period(o.due_from, k.last_day), COALESCE(f.figure_last_day, f.known_on_day))
                END AS expected) x)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN ((f.actual IS NULL) AND (k.first_day > f.known_on_day)) THEN 'not_started'::text
                    ELSE COALESCE((plan.plan_bounded_status((f.actual)::plan.plan_number, k.parsed, f.bound, (
                    CASE
                        WHEN (i.kind = ANY (ARRAY['peak'::text, 'least'::text])) THEN plan.plan_elapsed(plan.plan_period(k.first_day, k.last_day), COALESCE(f.figure_last_day, f.known_on_day))
                        ELSE x.expected
                    END)::plan.plan_number, NULL::double precision[], (i.kind = ANY (ARRAY['flow'::text, 'cumulative'::text])),
                    CASE
                        WHEN (i.kind = ANY (ARRAY['peak'::text, 'least'::text])) THEN i.kind
                        ELSE NULL::text
                    END))::text, 'undecided'::text)
                END AS status) s)
     LEFT JOIN province.status_label l ON ((l.status = s.status)))
  WHERE (k.goal IS NOT NULL);


--
-- Name: VIEW status_history; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.status_history IS 'Verdicts on each day on which a figure or the target became known';


--
-- Name: COLUMN status_history.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN status_history.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.indicator IS 'code of the indicator';


--
-- Name: COLUMN status_history.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN status_history.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.place IS 'code of the place or department';


--
-- Name: COLUMN status_history.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.place_name IS 'name of the place or department';


--
-- Name: COLUMN status_history.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN status_history.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN status_history.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN status_history.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.first_day IS 'first day of the period';


--
-- Name: COLUMN status_history.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.last_day IS 'last day of the period';


--
-- Name: COLUMN status_history.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.known_on IS 'day from which the verdict held';


--
-- Name: COLUMN status_history.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: COLUMN status_history.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.target IS 'the target as a number';


--
-- Name: COLUMN status_history.goal_until; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.goal_until IS 'last day on which the goal stood, before it was revised or withdrawn; NULL if it still stands';


--
-- Name: COLUMN status_history.actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.actual IS 'the figure that answers the target, in the unit of the indicator; NULL without one';


--
-- Name: COLUMN status_history.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN status_history.vintage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.vintage IS 'estimate, preliminary or official';


--
-- Name: COLUMN status_history.answered_by; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.answered_by IS 'same period, to date (a report since the beginning of the period, or of the year), parts (figures of parts of it) or places (figures of places below); NULL without a figure';


--
-- Name: COLUMN status_history.figure_last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.figure_last_day IS 'last day that the figure covers';


--
-- Name: COLUMN status_history.coverage; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.coverage IS 'share of the days until the last day of the figure, and of the places below that make it, that are not missing: 0 to 1';


--
-- Name: COLUMN status_history.expected; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.expected IS 'share of the target, or of a ceiling on a flow the share that may be used, due by the last day of the figure, or without one by the day of reading: 0 to 1';


--
-- Name: COLUMN status_history.status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.status IS 'verdict: exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data or not_started';


--
-- Name: COLUMN status_history.status_sort; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.status_sort IS 'place of the verdict in sorted lists, best first';


--
-- Name: COLUMN status_history.status_label; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.status_history.status_label IS 'verdict in the language of the workspace';


--
-- Name: target_check; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.target_check WITH (security_invoker='true') AS
 SELECT i.node,
    t.indicator,
    i.name AS indicator_name,
    t.place,
    p.name AS place_name,
    t.basis,
    t.period,
    t.year,
    t.first_day,
    t.last_day,
    i.unit,
    i.kind,
    t.goal,
    t.target,
    u.part_grain,
    u.parts,
    u.parts_target,
    plan.plan_variance((u.parts_target)::plan.plan_number, plan.plan_goal((t.target)::plan.plan_number, 'higher'::plan.plan_direction)) AS difference
   FROM ((((province.known_target t
     CROSS JOIN ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting
         OFFSET 0) g)
     JOIN province.indicator i ON ((i.code = t.indicator)))
     JOIN province.place p ON ((p.code = t.place)))
     CROSS JOIN LATERAL ( SELECT min(plan.plan_grain(plan.plan_period(k.first_day, k.last_day), g.calendar)) AS part_grain,
            (count(*))::integer AS parts,
                CASE i.kind
                    WHEN 'flow'::text THEN sum(k.target)
                    WHEN 'cumulative'::text THEN sum(k.target) FILTER (WHERE ((k.last_day = t.last_day) OR (k.last_day = plan.plan_last_day(plan.plan_period_of(k.last_day, 'year'::text, g.calendar)))))
                    WHEN 'average'::text THEN avg(k.target)
                    WHEN 'peak'::text THEN max(k.target)
                    WHEN 'least'::text THEN min(k.target)
                    WHEN 'first'::text THEN max(k.target) FILTER (WHERE (k.first_day = t.first_day))
                    ELSE max(k.target) FILTER (WHERE (k.last_day = t.last_day))
                END AS parts_target
           FROM province.known_target k
          WHERE ((k.indicator = t.indicator) AND (k.place = t.place) AND (k.basis = t.basis) AND ((k.first_day >= t.first_day) AND (k.first_day <= t.last_day)) AND (k.last_day <= t.last_day) AND ((k.last_day - k.first_day) < (t.last_day - t.first_day)) AND (k.goal IS NOT NULL))
          GROUP BY ((((k.last_day - k.first_day) + 15) * 12) / 365)
         HAVING (sum(((k.last_day - k.first_day) + 1)) = ((t.last_day - t.first_day) + 1))) u)
  WHERE ((t.goal IS NOT NULL) AND (NOT plan.plan_is_met((u.parts_target)::plan.plan_number, plan.plan_goal((t.target)::plan.plan_number, 'within'::plan.plan_direction))));


--
-- Name: VIEW target_check; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.target_check IS 'Targets whose parts, such as the quarters of a year, do not come to them by the rule of the kind';


--
-- Name: COLUMN target_check.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN target_check.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.indicator IS 'code of the indicator';


--
-- Name: COLUMN target_check.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN target_check.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.place IS 'code of the place or department';


--
-- Name: COLUMN target_check.place_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.place_name IS 'name of the place or department';


--
-- Name: COLUMN target_check.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN target_check.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN target_check.year; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.year IS 'year of the calendar of the workspace in which the period ends';


--
-- Name: COLUMN target_check.first_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.first_day IS 'first day of the period';


--
-- Name: COLUMN target_check.last_day; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.last_day IS 'last day of the period';


--
-- Name: COLUMN target_check.unit; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.unit IS 'unit of the figures';


--
-- Name: COLUMN target_check.kind; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.kind IS 'what a year is of its months: flow, stock, cumulative, average, peak, least or first';


--
-- Name: COLUMN target_check.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: COLUMN target_check.target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.target IS 'the target as a number';


--
-- Name: COLUMN target_check.part_grain; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.part_grain IS 'length of the parts: month, quarter, half, year or another, by the calendar of the workspace';


--
-- Name: COLUMN target_check.parts; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.parts IS 'number of parts that have targets of their own';


--
-- Name: COLUMN target_check.parts_target; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.parts_target IS 'what the targets of the parts come to: of a flow, and of the years of a cumulative figure, their sum, of an average their mean, and so on by the kind';


--
-- Name: COLUMN target_check.difference; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.target_check.difference IS 'what the parts come to less the target';


--
-- Name: target_id_seq; Type: SEQUENCE; Schema: province; Owner: -
--

ALTER TABLE province.target ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME province.target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: tree; Type: TABLE; Schema: province; Owner: -
--

CREATE TABLE province.tree (
    name text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: TABLE tree; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON TABLE province.tree IS 'A row of each tree, which is locked by who changes the tree';


--
-- Name: COLUMN tree.name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.tree.name IS 'name';


--
-- Name: verdict_comparison; Type: VIEW; Schema: province; Owner: -
--

CREATE VIEW province.verdict_comparison WITH (security_invoker='true') AS
 SELECT f.node,
    f.indicator,
    f.indicator_name,
    f.place,
    f.basis,
    f.period AS target_period,
    plan.plan_period_name(plan.plan_period(v.first_day, v.last_day), ( SELECT (setting.calendar)::plan.plan_calendar AS calendar
           FROM province.setting)) AS period,
    f.goal,
    a.value AS actual,
    a.bound,
    v.share AS official_share,
    v.bound AS official_bound,
    (round((((100)::double precision * plan.plan_achievement((a.value)::plan.plan_number, (f.goal)::plan.plan_goal)))::numeric, 4))::double precision AS computed_share,
    v.verdict AS official_verdict,
    f.status AS computed_status,
    v.known_on
   FROM ((province.known_verdict v
     JOIN province.performance f ON (((f.indicator = v.indicator) AND (f.place = v.place) AND (f.basis = v.basis) AND (f.first_day = v.target_first_day) AND (f.last_day = v.target_last_day))))
     LEFT JOIN LATERAL ( SELECT x.value,
            x.bound
           FROM province.actual x
          WHERE ((x.year = (EXTRACT(year FROM v.last_day))::integer) AND (x.indicator = v.indicator) AND (x.place = v.place) AND (x.first_day = v.first_day) AND (x.last_day = v.last_day) AND (x.known_on <= ( SELECT plan.plan_known_on() AS plan_known_on)))
          ORDER BY x.known_on DESC
         LIMIT 1) a ON (true));


--
-- Name: VIEW verdict_comparison; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON VIEW province.verdict_comparison IS 'Official shares and verdicts beside those that are computed';


--
-- Name: COLUMN verdict_comparison.node; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.node IS 'code of the node of the plan tree';


--
-- Name: COLUMN verdict_comparison.indicator; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.indicator IS 'code of the indicator';


--
-- Name: COLUMN verdict_comparison.indicator_name; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.indicator_name IS 'name of the indicator';


--
-- Name: COLUMN verdict_comparison.place; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.place IS 'code of the place or department';


--
-- Name: COLUMN verdict_comparison.basis; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.basis IS 'code of the plan basis: local, central or another';


--
-- Name: COLUMN verdict_comparison.target_period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.target_period IS 'period of the target';


--
-- Name: COLUMN verdict_comparison.period; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.period IS 'name of the period by the calendar of the workspace, as plan_period_name writes it';


--
-- Name: COLUMN verdict_comparison.goal; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.goal IS 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12';


--
-- Name: COLUMN verdict_comparison.actual; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.actual IS 'the figure of the period, in the unit of the indicator; NULL without one';


--
-- Name: COLUMN verdict_comparison.bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.bound IS 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less';


--
-- Name: COLUMN verdict_comparison.official_share; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.official_share IS 'percent of the target as published';


--
-- Name: COLUMN verdict_comparison.official_bound; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.official_bound IS 'bound of the official share';


--
-- Name: COLUMN verdict_comparison.computed_share; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.computed_share IS 'percent of the target that the figure of the period makes';


--
-- Name: COLUMN verdict_comparison.official_verdict; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.official_verdict IS 'verdict as published';


--
-- Name: COLUMN verdict_comparison.computed_status; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.computed_status IS 'verdict that tnplan computes';


--
-- Name: COLUMN verdict_comparison.known_on; Type: COMMENT; Schema: province; Owner: -
--

COMMENT ON COLUMN province.verdict_comparison.known_on IS 'day from which it was known; of several rows that say the same thing the latest counts';


--
-- Name: by_term_2022; Type: TABLE ATTACH; Schema: plans; Owner: -
--

ALTER TABLE ONLY plans.by_term ATTACH PARTITION plans.by_term_2022 FOR VALUES FROM ('2022') TO ('2023');


--
-- Data for Name: by_fiscal_year; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.by_fiscal_year (period, fact_rows, sum) FROM stdin;
2021-04..2022-03	90	4005 n=90
2022-04..2023-03	275	62425 n=275
\.


--
-- Data for Name: by_fiscal_year_deltas; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.by_fiscal_year_deltas (period, fact_rows, sum) FROM stdin;
2022-04..2023-03	0	-1000 n=0
2022-04..2023-03	0	1000 n=0
\.


--
-- Data for Name: by_month; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.by_month (period, fact_rows, sum, last) FROM stdin;
2022-01	31	465 n=31	stock n=31 at=2022-01-31 value=30
2022-02	28	1246 n=28	stock n=28 at=2022-02-28 value=58
2022-03	31	2294 n=31	stock n=31 at=2022-03-31 value=89
2022-04	30	3135 n=30	stock n=30 at=2022-04-30 value=119
2022-05	31	4185 n=31	stock n=31 at=2022-05-31 value=150
2022-07	31	6076 n=31	stock n=31 at=2022-07-31 value=211
2022-08	31	7037 n=31	stock n=31 at=2022-08-31 value=242
2022-09	30	7725 n=30	stock n=30 at=2022-09-30 value=272
2022-10	31	8928 n=31	stock n=31 at=2022-10-31 value=303
2022-11	30	9555 n=30	stock n=30 at=2022-11-30 value=333
2022-12	31	10819 n=31	stock n=31 at=2022-12-31 value=364
2022-06	30	4965 n=30	stock n=30 at=2022-06-30 value=180
\.


--
-- Data for Name: by_term_2022; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.by_term_2022 (at, amount) FROM stdin;
2022-01-01	0
2022-01-02	1
2022-01-03	2
2022-01-04	3
2022-01-05	4
2022-01-06	5
2022-01-07	6
2022-01-08	7
2022-01-09	8
2022-01-10	9
2022-01-11	10
2022-01-12	11
2022-01-13	12
2022-01-14	13
2022-01-15	14
2022-01-16	15
2022-01-17	16
2022-01-18	17
2022-01-19	18
2022-01-20	19
2022-01-21	20
2022-01-22	21
2022-01-23	22
2022-01-24	23
2022-01-25	24
2022-01-26	25
2022-01-27	26
2022-01-28	27
2022-01-29	28
2022-01-30	29
2022-01-31	30
2022-02-01	31
2022-02-02	32
2022-02-03	33
2022-02-04	34
2022-02-05	35
2022-02-06	36
2022-02-07	37
2022-02-08	38
2022-02-09	39
2022-02-10	40
2022-02-11	41
2022-02-12	42
2022-02-13	43
2022-02-14	44
2022-02-15	45
2022-02-16	46
2022-02-17	47
2022-02-18	48
2022-02-19	49
2022-02-20	50
2022-02-21	51
2022-02-22	52
2022-02-23	53
2022-02-24	54
2022-02-25	55
2022-02-26	56
2022-02-27	57
2022-02-28	58
2022-03-01	59
2022-03-02	60
2022-03-03	61
2022-03-04	62
2022-03-05	63
2022-03-06	64
2022-03-07	65
2022-03-08	66
2022-03-09	67
2022-03-10	68
2022-03-11	69
2022-03-12	70
2022-03-13	71
2022-03-14	72
2022-03-15	73
2022-03-16	74
2022-03-17	75
2022-03-18	76
2022-03-19	77
2022-03-20	78
2022-03-21	79
2022-03-22	80
2022-03-23	81
2022-03-24	82
2022-03-25	83
2022-03-26	84
2022-03-27	85
2022-03-28	86
2022-03-29	87
2022-03-30	88
2022-03-31	89
2022-04-01	90
2022-04-02	91
2022-04-03	92
2022-04-04	93
2022-04-05	94
2022-04-06	95
2022-04-07	96
2022-04-08	97
2022-04-09	98
2022-04-10	99
2022-04-11	100
2022-04-12	101
2022-04-13	102
2022-04-14	103
2022-04-15	104
2022-04-16	105
2022-04-17	106
2022-04-18	107
2022-04-19	108
2022-04-20	109
2022-04-21	110
2022-04-22	111
2022-04-23	112
2022-04-24	113
2022-04-25	114
2022-04-26	115
2022-04-27	116
2022-04-28	117
2022-04-29	118
2022-04-30	119
2022-05-01	120
2022-05-02	121
2022-05-03	122
2022-05-04	123
2022-05-05	124
2022-05-06	125
2022-05-07	126
2022-05-08	127
2022-05-09	128
2022-05-10	129
2022-05-11	130
2022-05-12	131
2022-05-13	132
2022-05-14	133
2022-05-15	134
2022-05-16	135
2022-05-17	136
2022-05-18	137
2022-05-19	138
2022-05-20	139
2022-05-21	140
2022-05-22	141
2022-05-23	142
2022-05-24	143
2022-05-25	144
2022-05-26	145
2022-05-27	146
2022-05-28	147
2022-05-29	148
2022-05-30	149
2022-05-31	150
2022-06-02	152
2022-06-03	153
2022-06-04	154
2022-06-05	155
2022-06-06	156
2022-06-07	157
2022-06-08	158
2022-06-09	159
2022-06-10	160
2022-06-11	161
2022-06-12	162
2022-06-13	163
2022-06-14	164
2022-06-15	165
2022-06-16	166
2022-06-17	167
2022-06-18	168
2022-06-19	169
2022-06-20	170
2022-06-21	171
2022-06-22	172
2022-06-23	173
2022-06-24	174
2022-06-25	175
2022-06-26	176
2022-06-27	177
2022-06-28	178
2022-06-29	179
2022-06-30	180
2022-07-01	181
2022-07-02	182
2022-07-03	183
2022-07-04	184
2022-07-05	185
2022-07-06	186
2022-07-07	187
2022-07-08	188
2022-07-09	189
2022-07-10	190
2022-07-11	191
2022-07-12	192
2022-07-13	193
2022-07-14	194
2022-07-15	195
2022-07-16	196
2022-07-17	197
2022-07-18	198
2022-07-19	199
2022-07-20	200
2022-07-21	201
2022-07-22	202
2022-07-23	203
2022-07-24	204
2022-07-25	205
2022-07-26	206
2022-07-27	207
2022-07-28	208
2022-07-29	209
2022-07-30	210
2022-07-31	211
2022-08-01	212
2022-08-02	213
2022-08-03	214
2022-08-04	215
2022-08-05	216
2022-08-06	217
2022-08-07	218
2022-08-08	219
2022-08-09	220
2022-08-10	221
2022-08-11	222
2022-08-12	223
2022-08-13	224
2022-08-14	225
2022-08-15	226
2022-08-16	227
2022-08-17	228
2022-08-18	229
2022-08-19	230
2022-08-20	231
2022-08-21	232
2022-08-22	233
2022-08-23	234
2022-08-24	235
2022-08-25	236
2022-08-26	237
2022-08-27	238
2022-08-28	239
2022-08-29	240
2022-08-30	241
2022-08-31	242
2022-09-01	243
2022-09-02	244
2022-09-03	245
2022-09-04	246
2022-09-05	247
2022-09-06	248
2022-09-07	249
2022-09-08	250
2022-09-09	251
2022-09-10	252
2022-09-11	253
2022-09-12	254
2022-09-13	255
2022-09-14	256
2022-09-15	257
2022-09-16	258
2022-09-17	259
2022-09-18	260
2022-09-19	261
2022-09-20	262
2022-09-21	263
2022-09-22	264
2022-09-23	265
2022-09-24	266
2022-09-25	267
2022-09-26	268
2022-09-27	269
2022-09-28	270
2022-09-29	271
2022-09-30	272
2022-10-01	273
2022-10-02	274
2022-10-03	275
2022-10-04	276
2022-10-05	277
2022-10-06	278
2022-10-07	279
2022-10-08	280
2022-10-09	281
2022-10-10	282
2022-10-11	283
2022-10-12	284
2022-10-13	285
2022-10-14	286
2022-10-15	287
2022-10-16	288
2022-10-17	289
2022-10-18	290
2022-10-19	291
2022-10-20	292
2022-10-21	293
2022-10-22	294
2022-10-23	295
2022-10-24	296
2022-10-25	297
2022-10-26	298
2022-10-27	299
2022-10-28	300
2022-10-29	301
2022-10-30	302
2022-10-31	303
2022-11-01	304
2022-11-02	305
2022-11-03	306
2022-11-04	307
2022-11-05	308
2022-11-06	309
2022-11-07	310
2022-11-08	311
2022-11-09	312
2022-11-10	313
2022-11-11	314
2022-11-12	315
2022-11-13	316
2022-11-14	317
2022-11-15	318
2022-11-16	319
2022-11-17	320
2022-11-18	321
2022-11-19	322
2022-11-20	323
2022-11-21	324
2022-11-22	325
2022-11-23	326
2022-11-24	327
2022-11-25	328
2022-11-26	329
2022-11-27	330
2022-11-28	331
2022-11-29	332
2022-11-30	333
2022-12-01	334
2022-12-02	335
2022-12-03	336
2022-12-04	337
2022-12-05	338
2022-12-06	339
2022-12-07	340
2022-12-08	341
2022-12-09	342
2022-12-10	343
2022-12-11	344
2022-12-12	345
2022-12-13	346
2022-12-14	347
2022-12-15	348
2022-12-16	349
2022-12-17	350
2022-12-18	351
2022-12-19	352
2022-12-20	353
2022-12-21	354
2022-12-22	355
2022-12-23	356
2022-12-24	357
2022-12-25	358
2022-12-26	359
2022-12-27	360
2022-12-28	361
2022-12-29	362
2022-12-30	363
2022-12-31	364
2022-06-01	151
\.


--
-- Data for Name: cards; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.cards (programme, card, sum) FROM stdin;
0	exceeded=8 met=7 off_track=1 weight_scored=1.6000000000000000888 weighted_score=1.53960000000000008733 actual=14.81040000000000009424 target=129.6000000000000014211	14.81040000000000009424 n=16
2	exceeded=8 met=7 at_risk=1 off_track=1 weight_scored=1.70000000000000009437 weighted_score=1.57480000000000008306 actual=16.6803999999999999519 target=135.8000000000000015987	16.6803999999999999519 n=17
1	exceeded=8 met=7 off_track=1 no_data=1 unscored=1 without_actual=1 weight_scored=1.6000000000000000888 weight_unscored=0.10000000000000000555 weighted_score=1.51760000000000008324 actual=15.6727999999999998077 target=139.6000000000000014211	15.6727999999999998077 n=16
\.


--
-- Data for Name: cubes; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.cubes (cube, tree, targets, by_name) FROM stdin;
0 2022-01: exceeded=8 met=7 off_track=1 weight_scored=1.6000000000000000888 weighted_score=1.53960000000000008733 actual=14.81040000000000009424 target=129.6000000000000014211; 1 2022-03: exceeded=8 met=7 off_track=1 no_data=1 unscored=1 without_actual=1 weight_scored=1.6000000000000000888 weight_unscored=0.10000000000000000555 weighted_score=1.51760000000000008324 actual=15.6727999999999998077 target=139.6000000000000014211; 2 2022-04: exceeded=8 met=7 at_risk=1 off_track=1 weight_scored=1.70000000000000009437 weighted_score=1.57480000000000008306 actual=16.6803999999999999519 target=135.8000000000000015987	0 * 0.3333333333333333; 1 < 0 * 0.25; 2 < 1 * 0.2; 3 < 1 * 0.16666666666666666	0 2020: <= 10 from 44; 1 2020: <= 10 from 44; 2 2020: <= 10 from 44	"Số 0" 2022-Q3: 0.1..12.3; "Số 1" 2022-Q3: 0.1..12.3; "Số 2" 2022-Q3: 0.1..12.3
\.


--
-- Data for Name: facts; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.facts (programme, actual, goal) FROM stdin;
1	0.0011	<= 10 from 44
2	0.0044	0.1..12.3
0	0.0099	<= 10 from 44
1	0.0176	0.1..12.3
2	0.0275	<= 10 from 44
0	0.0396	0.1..12.3
1	\N	<= 10 from 44
2	0.0704	0.1..12.3
0	0.0891	<= 10 from 44
1	0.11	0.1..12.3
2	0.1331	<= 10 from 44
0	0.1584	0.1..12.3
1	0.1859	<= 10 from 44
2	0.2156	0.1..12.3
0	0.2475	<= 10 from 44
1	0.2816	0.1..12.3
2	0.3179	<= 10 from 44
0	0.3564	0.1..12.3
1	0.3971	<= 10 from 44
2	0.44	0.1..12.3
0	0.4851	<= 10 from 44
1	0.5324	0.1..12.3
2	0.5819	<= 10 from 44
0	0.6336	0.1..12.3
1	0.6875	<= 10 from 44
2	0.7436	0.1..12.3
0	0.8019	<= 10 from 44
1	0.8624	0.1..12.3
2	0.9251	<= 10 from 44
0	0.99	0.1..12.3
1	1.0571	<= 10 from 44
2	1.1264	0.1..12.3
0	1.1979	<= 10 from 44
1	1.2716	0.1..12.3
2	1.3475	<= 10 from 44
0	1.4256	0.1..12.3
1	1.5059	<= 10 from 44
2	1.5884	0.1..12.3
0	1.6731	<= 10 from 44
1	1.76	0.1..12.3
2	1.8491	<= 10 from 44
0	1.9404	0.1..12.3
1	2.0339	<= 10 from 44
2	2.1296	0.1..12.3
0	2.2275	<= 10 from 44
1	2.3276	0.1..12.3
2	2.4299	<= 10 from 44
0	2.5344	0.1..12.3
1	2.6411	<= 10 from 44
2	2.75	0.1..12.3
\.


--
-- Data for Name: fits; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.fits (trend, logit, cube, figures, earned, value, theil, "least") FROM stdin;
n=49 w=49 wx=397234 wxx=3220355844 wy=47.16359999999999985382907741193747597208 wxy=382382.94159999999880944444516361890862299333 wyy=79.4537594399999989390536545702527444378297057889023798766487	logit of=1.1 n=50 w=5.00000000000000027756 wx=40534.000000000002250089 wxx=328606308.00000001824131445893 wy=-2.019148613203539328561565047356297446307 wxy=-16295.60197371426185558595932180497584109334 wyy=1.83277340833850036331672581770607711975383497228382236444	0: n=16 w=16 wx=129056 wxx=1040965696 wy=14.81040000000000009423850588774485004251 wxy=119460.68640000000076012778849054996044287691 wyy=23.8995424800000007331459389581241403704058719818772265422257; 1: n=16 w=16 wx=129696 wxx=1051315776 wy=15.672799999999999807703474075104566054506 wxy=127043.716799999998441244360852797612437825592 wyy=26.413438479999998695838513765310548174327642154098141084125; 2: n=17 w=17 wx=138482 wxx=1128074372 wy=16.680399999999999951887097449088059875066 wxy=135878.53839999999960807229582027133574229083 wyy=29.140778479999999510069201846818055893096191652927012250298	[year from 6 April] 0/"Số 0" FY2022-M10: stock across mean n=16 to=2022-01-31 value=2.5344 ambiguous; 1/"Số 1" FY2022-M12: stock across mean n=16 to=2022-03-12 value=2.6411 ambiguous; 2/"Số 2" FY2023-M01: stock across mean n=17 to=2022-04-21 value=2.75 ambiguous	n=50 pv=47.16359999999999985383 ev=15.7211999999999998753 ac=5.00000000000000027756 bac=200 no_pv=1 no_ev=1	average n=49 sum=47.16359999999999985383	generalized_entropy parameter=1 rows=50 missing=1 w=4.9000000000000002720046410331633524037897586822509765625 x=4.7163600000000003005062691741056113414742867462337017059326 f=1.7376365699452892901030666778546531839307413522767095634939	power_mean parameter=-Infinity min_coverage=0.5 rows=50 missing=1 covering=50 w=4.9000000000000002720046410331633524037897586822509765625 x=0.0011000000000000000662664367823140310065355151891708374023 f=2.75
\.


--
-- Data for Name: marks; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.marks (mark, exact, word, year, at) FROM stdin;
7	5.0	up	2022	2022
\.


--
-- Data for Name: of_plan_calendar; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_calendar (v, list, pair, checked) FROM stdin;
standard	{standard,NULL}	(,standard)	standard
year from 6 April; named by start; week from Sunday; weekend Friday; holidays 2024-01-01; working days 2024-02-04; half days Thursday	{"year from 6 April; named by start; week from Sunday; weekend Friday; holidays 2024-01-01; working days 2024-02-04; half days Thursday",NULL}	(,"year from 6 April; named by start; week from Sunday; weekend Friday; holidays 2024-01-01; working days 2024-02-04; half days Thursday")	year from 6 April; named by start; week from Sunday; weekend Friday; holidays 2024-01-01; working days 2024-02-04; half days Thursday
4-5-4 weeks to the Saturday nearest 31 January	{"4-5-4 weeks to the Saturday nearest 31 January",NULL}	(,"4-5-4 weeks to the Saturday nearest 31 January")	4-5-4 weeks to the Saturday nearest 31 January
year from 1 October	{"year from 1 October",NULL}	(,"year from 1 October")	year from 1 October
\.


--
-- Data for Name: of_plan_cube; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_cube (v, list, pair, checked) FROM stdin;
0 2022-03: regressing=1 weight_scored=0.10000000000000000555 actual=0.10000000000000000555 target=95; 95 2023-06: met=1 weight_scored=0.10000000000000000555 weighted_score=0.10000000000000000555 actual=95 target=95	{"0 2022-03: regressing=1 weight_scored=0.10000000000000000555 actual=0.10000000000000000555 target=95; 95 2023-06: met=1 weight_scored=0.10000000000000000555 weighted_score=0.10000000000000000555 actual=95 target=95",NULL}	(,"0 2022-03: regressing=1 weight_scored=0.10000000000000000555 actual=0.10000000000000000555 target=95; 95 2023-06: met=1 weight_scored=0.10000000000000000555 weighted_score=0.10000000000000000555 actual=95 target=95")	0 2022-03: regressing=1 weight_scored=0.10000000000000000555 actual=0.10000000000000000555 target=95; 95 2023-06: met=1 weight_scored=0.10000000000000000555 weighted_score=0.10000000000000000555 actual=95 target=95
-7 0044-03 BC: met=1; 12 2022-03: met=2 weight_scored=2 weighted_score=2	{"-7 0044-03 BC: met=1; 12 2022-03: met=2 weight_scored=2 weighted_score=2",NULL}	(,"-7 0044-03 BC: met=1; 12 2022-03: met=2 weight_scored=2 weighted_score=2")	-7 0044-03 BC: met=1; 12 2022-03: met=2 weight_scored=2 weighted_score=2
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_direction; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_direction (v, list, pair, checked) FROM stdin;
higher	{higher,NULL}	(,higher)	higher
lower	{lower,NULL}	(,lower)	lower
within	{within,NULL}	(,within)	within
\.


--
-- Data for Name: of_plan_earned; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_earned (v, list, pair, checked) FROM stdin;
n=2 pv=95.10000000000000000555 ev=31.7000000000000011838 ac=0.2000000000000000111 bac=8	{"n=2 pv=95.10000000000000000555 ev=31.7000000000000011838 ac=0.2000000000000000111 bac=8",NULL}	(,"n=2 pv=95.10000000000000000555 ev=31.7000000000000011838 ac=0.2000000000000000111 bac=8")	n=2 pv=95.10000000000000000555 ev=31.7000000000000011838 ac=0.2000000000000000111 bac=8
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_figure_cube; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_figure_cube (v, list, pair, checked) FROM stdin;
0 2022-03: flow n=2 to=2022-03-04 sum=95.1; 95 2023-06: stock across mean n=2 to=2023-06-30 value=0.1; 101 2022-03: average n=3 to=2022-03-31 sum=0.30000000000000004	{"0 2022-03: flow n=2 to=2022-03-04 sum=95.1; 95 2023-06: stock across mean n=2 to=2023-06-30 value=0.1; 101 2022-03: average n=3 to=2022-03-31 sum=0.30000000000000004",NULL}	(,"0 2022-03: flow n=2 to=2022-03-04 sum=95.1; 95 2023-06: stock across mean n=2 to=2023-06-30 value=0.1; 101 2022-03: average n=3 to=2022-03-31 sum=0.30000000000000004")	0 2022-03: flow n=2 to=2022-03-04 sum=95.1; 95 2023-06: stock across mean n=2 to=2023-06-30 value=0.1; 101 2022-03: average n=3 to=2022-03-31 sum=0.30000000000000004
1 2022-03: stock n=1 to=2022-03-04 value=190.5; 1 2022-11: stock empty; 12 2022-03: first across none n=2 at=2022-03-01 to=2022-03-31 value=-0.5	{"1 2022-03: stock n=1 to=2022-03-04 value=190.5; 1 2022-11: stock empty; 12 2022-03: first across none n=2 at=2022-03-01 to=2022-03-31 value=-0.5",NULL}	(,"1 2022-03: stock n=1 to=2022-03-04 value=190.5; 1 2022-11: stock empty; 12 2022-03: first across none n=2 at=2022-03-01 to=2022-03-31 value=-0.5")	1 2022-03: stock n=1 to=2022-03-04 value=190.5; 1 2022-11: stock empty; 12 2022-03: first across none n=2 at=2022-03-01 to=2022-03-31 value=-0.5
-7/ 0044-03 BC: peak n=1 to=0044-03-15 BC value=12.345678901234567; 1/5 2022-03: least n=2 to=2022-03-31 value=1; 1/6 2022-11: least n=1 to=2022-11-12 value=-1	{"-7/ 0044-03 BC: peak n=1 to=0044-03-15 BC value=12.345678901234567; 1/5 2022-03: least n=2 to=2022-03-31 value=1; 1/6 2022-11: least n=1 to=2022-11-12 value=-1",NULL}	(,"-7/ 0044-03 BC: peak n=1 to=0044-03-15 BC value=12.345678901234567; 1/5 2022-03: least n=2 to=2022-03-31 value=1; 1/6 2022-11: least n=1 to=2022-11-12 value=-1")	-7/ 0044-03 BC: peak n=1 to=0044-03-15 BC value=12.345678901234567; 1/5 2022-03: least n=2 to=2022-03-31 value=1; 1/6 2022-11: least n=1 to=2022-11-12 value=-1
[year from 6 April] 1 FY2023-M01: cumulative n=1 to=2022-05-01 value=0.1	{"[year from 6 April] 1 FY2023-M01: cumulative n=1 to=2022-05-01 value=0.1",NULL}	(,"[year from 6 April] 1 FY2023-M01: cumulative n=1 to=2022-05-01 value=0.1")	[year from 6 April] 1 FY2023-M01: cumulative n=1 to=2022-05-01 value=0.1
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_fixedsum; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_fixedsum (v, list, pair, checked) FROM stdin;
12.5 n=3	{"12.5 n=3",NULL}	(,"12.5 n=3")	12.5 n=3
-170141183460469231731687303715884105728 n=3	{"-170141183460469231731687303715884105728 n=3",NULL}	(,"-170141183460469231731687303715884105728 n=3")	-170141183460469231731687303715884105728 n=3
1 n=-1	{"1 n=-1",NULL}	(,"1 n=-1")	1 n=-1
\.


--
-- Data for Name: of_plan_goal; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_goal (v, list, pair, checked) FROM stdin;
>= 95 from 44	{">= 95 from 44",NULL}	(,">= 95 from 44")	>= 95 from 44
<= 0.1	{"<= 0.1",NULL}	(,"<= 0.1")	<= 0.1
8.5..12.25 from 0.30000000000000004	{"8.5..12.25 from 0.30000000000000004",NULL}	(,"8.5..12.25 from 0.30000000000000004")	8.5..12.25 from 0.30000000000000004
= 63 from 64	{"= 63 from 64",NULL}	(,"= 63 from 64")	= 63 from 64
\.


--
-- Data for Name: of_plan_measure; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_measure (v, list, pair, checked) FROM stdin;
theil_t	{theil_t,NULL}	(,theil_t)	theil_t
atkinson 0.5	{"atkinson 0.5",NULL}	(,"atkinson 0.5")	atkinson 0.5
power_mean -Infinity	{"power_mean -Infinity",NULL}	(,"power_mean -Infinity")	power_mean -Infinity
beta_convergence 10	{"beta_convergence 10",NULL}	(,"beta_convergence 10")	beta_convergence 10
\.


--
-- Data for Name: of_plan_moments; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_moments (v, list, pair, checked) FROM stdin;
cv rows=2 w=2 x=95.1000000000000000055511151231257827021181583404541015625 f=9025.0100000000000000011102230246251565712385107782865939613956	{"cv rows=2 w=2 x=95.1000000000000000055511151231257827021181583404541015625 f=9025.0100000000000000011102230246251565712385107782865939613956",NULL}	(,"cv rows=2 w=2 x=95.1000000000000000055511151231257827021181583404541015625 f=9025.0100000000000000011102230246251565712385107782865939613956")	cv rows=2 w=2 x=95.1000000000000000055511151231257827021181583404541015625 f=9025.0100000000000000011102230246251565712385107782865939613956
generalized_entropy parameter=-0.5 rows=2 w=0.200000000000000011102230246251565404236316680908203125 x=9.5100000000000005284661597215745132724635531214262423988956 f=0.3264875495376894671543971125743071621082211400314671169118	{"generalized_entropy parameter=-0.5 rows=2 w=0.200000000000000011102230246251565404236316680908203125 x=9.5100000000000005284661597215745132724635531214262423988956 f=0.3264875495376894671543971125743071621082211400314671169118",NULL}	(,"generalized_entropy parameter=-0.5 rows=2 w=0.200000000000000011102230246251565404236316680908203125 x=9.5100000000000005284661597215745132724635531214262423988956 f=0.3264875495376894671543971125743071621082211400314671169118")	generalized_entropy parameter=-0.5 rows=2 w=0.200000000000000011102230246251565404236316680908203125 x=9.5100000000000005284661597215745132724635531214262423988956 f=0.3264875495376894671543971125743071621082211400314671169118
power_mean parameter=-Infinity min_coverage=0.5 rows=2 covering=2 w=0.200000000000000011102230246251565404236316680908203125 x=0.1000000000000000055511151231257827021181583404541015625 f=95	{"power_mean parameter=-Infinity min_coverage=0.5 rows=2 covering=2 w=0.200000000000000011102230246251565404236316680908203125 x=0.1000000000000000055511151231257827021181583404541015625 f=95",NULL}	(,"power_mean parameter=-Infinity min_coverage=0.5 rows=2 covering=2 w=0.200000000000000011102230246251565404236316680908203125 x=0.1000000000000000055511151231257827021181583404541015625 f=95")	power_mean parameter=-Infinity min_coverage=0.5 rows=2 covering=2 w=0.200000000000000011102230246251565404236316680908203125 x=0.1000000000000000055511151231257827021181583404541015625 f=95
max_min_ratio rows=3 w=3 x=0.1 f=95	{"max_min_ratio rows=3 w=3 x=0.1 f=95",NULL}	(,"max_min_ratio rows=3 w=3 x=0.1 f=95")	max_min_ratio rows=3 w=3 x=0.1 f=95
sigma rows=2 w=2 x=2.7725887222397812376689283876850090702876434553547646544303 f=4.8045301391820142466710248872777824093568791355977903513636	{"sigma rows=2 w=2 x=2.7725887222397812376689283876850090702876434553547646544303 f=4.8045301391820142466710248872777824093568791355977903513636",NULL}	(,"sigma rows=2 w=2 x=2.7725887222397812376689283876850090702876434553547646544303 f=4.8045301391820142466710248872777824093568791355977903513636")	sigma rows=2 w=2 x=2.7725887222397812376689283876850090702876434553547646544303 f=4.8045301391820142466710248872777824093568791355977903513636
\.


--
-- Data for Name: of_plan_number; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_number (v, list, pair, checked) FROM stdin;
-0.5	{-0.5,NULL}	(,-0.5)	-0.5
0.1	{0.1,NULL}	(,0.1)	0.1
0.30000000000000004	{0.30000000000000004,NULL}	(,0.30000000000000004)	0.30000000000000004
0.5	{0.5,NULL}	(,0.5)	0.5
0.95	{0.95,NULL}	(,0.95)	0.95
1	{1,NULL}	(,1)	1
-1	{-1,NULL}	(,-1)	-1
2	{2,NULL}	(,2)	2
12.345678901234567	{12.345678901234567,NULL}	(,12.345678901234567)	12.345678901234567
95	{95,NULL}	(,95)	95
2020	{2020,NULL}	(,2020)	2020
2030	{2030,NULL}	(,2030)	2030
\.


--
-- Data for Name: of_plan_period; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_period (v, list, pair, checked) FROM stdin;
2020-2025	{2020-2025,NULL}	(,2020-2025)	2020-2025
2022	{2022,NULL}	(,2022)	2022
2022-H1	{2022-H1,NULL}	(,2022-H1)	2022-H1
2022-Q3	{2022-Q3,NULL}	(,2022-Q3)	2022-Q3
2022-11	{2022-11,NULL}	(,2022-11)	2022-11
2022-W07	{2022-W07,NULL}	(,2022-W07)	2022-W07
2022-03-04	{2022-03-04,NULL}	(,2022-03-04)	2022-03-04
2020-10..2025-09	{2020-10..2025-09,NULL}	(,2020-10..2025-09)	2020-10..2025-09
0044-03 BC	{"0044-03 BC",NULL}	(,"0044-03 BC")	0044-03 BC
\.


--
-- Data for Name: of_plan_period_value; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_period_value (v, list, pair, checked) FROM stdin;
stock n=2 at=2023-06-30 value=0.30000000000000004	{"stock n=2 at=2023-06-30 value=0.30000000000000004",NULL}	(,"stock n=2 at=2023-06-30 value=0.30000000000000004")	stock n=2 at=2023-06-30 value=0.30000000000000004
flow n=3 sum=12.1	{"flow n=3 sum=12.1",NULL}	(,"flow n=3 sum=12.1")	flow n=3 sum=12.1
average n=3 sum=290.30000000000000001665	{"average n=3 sum=290.30000000000000001665",NULL}	(,"average n=3 sum=290.30000000000000001665")	average n=3 sum=290.30000000000000001665
first n=6 at=2020-10-31 value=-41.5	{"first n=6 at=2020-10-31 value=-41.5",NULL}	(,"first n=6 at=2020-10-31 value=-41.5")	first n=6 at=2020-10-31 value=-41.5
peak n=1 value=-1e+308	{"peak n=1 value=-1e+308",NULL}	(,"peak n=1 value=-1e+308")	peak n=1 value=-1e+308
\.


--
-- Data for Name: of_plan_ranking; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_ranking (v, list, pair, checked) FROM stdin;
2022: 1 > 2 = 12; 2022-11: 2 > 1	{"2022: 1 > 2 = 12; 2022-11: 2 > 1",NULL}	(,"2022: 1 > 2 = 12; 2022-11: 2 > 1")	2022: 1 > 2 = 12; 2022-11: 2 > 1
0044-03 BC: -9223372036854775808 = 9223372036854775807; 5874897: 0 > 1	{"0044-03 BC: -9223372036854775808 = 9223372036854775807; 5874897: 0 > 1",NULL}	(,"0044-03 BC: -9223372036854775808 = 9223372036854775807; 5874897: 0 > 1")	0044-03 BC: -9223372036854775808 = 9223372036854775807; 5874897: 0 > 1
2022: 00000000-0000-0000-0000-000000000001 > ffffffff-ffff-ffff-ffff-ffffffffffff; 2022-11: ffffffff-ffff-ffff-ffff-ffffffffffff	{"2022: 00000000-0000-0000-0000-000000000001 > ffffffff-ffff-ffff-ffff-ffffffffffff; 2022-11: ffffffff-ffff-ffff-ffff-ffffffffffff",NULL}	(,"2022: 00000000-0000-0000-0000-000000000001 > ffffffff-ffff-ffff-ffff-ffffffffffff; 2022-11: ffffffff-ffff-ffff-ffff-ffffffffffff")	2022: 00000000-0000-0000-0000-000000000001 > ffffffff-ffff-ffff-ffff-ffffffffffff; 2022-11: ffffffff-ffff-ffff-ffff-ffffffffffff
2022: "An" > "" = "Em"; 2022-11: "Em" > "An"	{"2022: \\"An\\" > \\"\\" = \\"Em\\"; 2022-11: \\"Em\\" > \\"An\\"",NULL}	(,"2022: ""An"" > """" = ""Em""; 2022-11: ""Em"" > ""An""")	2022: "An" > "" = "Em"; 2022-11: "Em" > "An"
2015: "Hà Nội" > "" = "Thái ""Nguyên"""; 2016: ""	{"2015: \\"Hà Nội\\" > \\"\\" = \\"Thái \\"\\"Nguyên\\"\\"\\"; 2016: \\"\\"",NULL}	(,"2015: ""Hà Nội"" > """" = ""Thái """"Nguyên""""""; 2016: """"")	2015: "Hà Nội" > "" = "Thái ""Nguyên"""; 2016: ""
2022: 1 (2.5) > 2 = 12 (-1e-300); 2022-11: 2 > 1; 2023: 1 (3) > 2 (4)	{"2022: 1 (2.5) > 2 = 12 (-1e-300); 2022-11: 2 > 1; 2023: 1 (3) > 2 (4)",NULL}	(,"2022: 1 (2.5) > 2 = 12 (-1e-300); 2022-11: 2 > 1; 2023: 1 (3) > 2 (4)")	2022: 1 (2.5) > 2 = 12 (-1e-300); 2022-11: 2 > 1; 2023: 1 (3) > 2 (4)
2022: #1/63 1, #2 -12 = 2, #21-30 3; 2022-11: #7 2, #1001+ 1; 2023: 1 (3) > 2 (4)	{"2022: #1/63 1, #2 -12 = 2, #21-30 3; 2022-11: #7 2, #1001+ 1; 2023: 1 (3) > 2 (4)",NULL}	(,"2022: #1/63 1, #2 -12 = 2, #21-30 3; 2022-11: #7 2, #1001+ 1; 2023: 1 (3) > 2 (4)")	2022: #1/63 1, #2 -12 = 2, #21-30 3; 2022-11: #7 2, #1001+ 1; 2023: 1 (3) > 2 (4)
2022: #5 "" = "An", #6-10 "Em"	{"2022: #5 \\"\\" = \\"An\\", #6-10 \\"Em\\"",NULL}	(,"2022: #5 """" = ""An"", #6-10 ""Em""")	2022: #5 "" = "An", #6-10 "Em"
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_scorecard; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_scorecard (v, list, pair, checked) FROM stdin;
met=1 regressing=1 weight_scored=0.2000000000000000111 weighted_score=0.10000000000000000555 actual=95.10000000000000000555 target=190	{"met=1 regressing=1 weight_scored=0.2000000000000000111 weighted_score=0.10000000000000000555 actual=95.10000000000000000555 target=190",NULL}	(,"met=1 regressing=1 weight_scored=0.2000000000000000111 weighted_score=0.10000000000000000555 actual=95.10000000000000000555 target=190")	met=1 regressing=1 weight_scored=0.2000000000000000111 weighted_score=0.10000000000000000555 actual=95.10000000000000000555 target=190
exceeded=1 met=2 no_data=1 unscored=1 weight_scored=3 weight_unscored=0.5 weighted_score=3 actual=290.5 target=380	{"exceeded=1 met=2 no_data=1 unscored=1 weight_scored=3 weight_unscored=0.5 weighted_score=3 actual=290.5 target=380",NULL}	(,"exceeded=1 met=2 no_data=1 unscored=1 weight_scored=3 weight_unscored=0.5 weighted_score=3 actual=290.5 target=380")	exceeded=1 met=2 no_data=1 unscored=1 weight_scored=3 weight_unscored=0.5 weighted_score=3 actual=290.5 target=380
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_standing; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_standing (v, list, pair, checked) FROM stdin;
8/63	{8/63,NULL}	(,8/63)	8/63
44/63	{44/63,NULL}	(,44/63)	44/63
1/2147483647	{1/2147483647,NULL}	(,1/2147483647)	1/2147483647
8	{8,NULL}	(,8)	8
101-150	{101-150,NULL}	(,101-150)	101-150
1001+	{1001+,NULL}	(,1001+)	1001+
\.


--
-- Data for Name: of_plan_status; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_status (v, list, pair, checked) FROM stdin;
met	{met,NULL}	(,met)	met
at_risk	{at_risk,NULL}	(,at_risk)	at_risk
no_data	{no_data,NULL}	(,no_data)	no_data
\.


--
-- Data for Name: of_plan_targets; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_targets (v, list, pair, checked) FROM stdin;
1 2022: >= 95 from 44; 1 2022-Q3: <= 0.1; 12 2022-03-04: 8.5..12.25 from 0.30000000000000004	{"1 2022: >= 95 from 44; 1 2022-Q3: <= 0.1; 12 2022-03-04: 8.5..12.25 from 0.30000000000000004",NULL}	(,"1 2022: >= 95 from 44; 1 2022-Q3: <= 0.1; 12 2022-03-04: 8.5..12.25 from 0.30000000000000004")	1 2022: >= 95 from 44; 1 2022-Q3: <= 0.1; 12 2022-03-04: 8.5..12.25 from 0.30000000000000004
"An" 2020-2025: = 63; "Hà ""Nội""" 2022: >= -1e-300	{"\\"An\\" 2020-2025: = 63; \\"Hà \\"\\"Nội\\"\\"\\" 2022: >= -1e-300",NULL}	(,"""An"" 2020-2025: = 63; ""Hà """"Nội"""""" 2022: >= -1e-300")	"An" 2020-2025: = 63; "Hà ""Nội""" 2022: >= -1e-300
00000000-0000-0000-0000-000000000001 0044-03 BC: = 1e+300	{"00000000-0000-0000-0000-000000000001 0044-03 BC: = 1e+300",NULL}	(,"00000000-0000-0000-0000-000000000001 0044-03 BC: = 1e+300")	00000000-0000-0000-0000-000000000001 0044-03 BC: = 1e+300
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_tree; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_tree (v, list, pair, checked) FROM stdin;
1; 11 < 1; 111 < 11; 12 < 1; 2	{"1; 11 < 1; 111 < 11; 12 < 1; 2",NULL}	(,"1; 11 < 1; 111 < 11; 12 < 1; 2")	1; 11 < 1; 111 < 11; 12 < 1; 2
1 * 0.30000000000000004; 11 < 1 * 0.6; 12 < 1 * 4e-07	{"1 * 0.30000000000000004; 11 < 1 * 0.6; 12 < 1 * 4e-07",NULL}	(,"1 * 0.30000000000000004; 11 < 1 * 0.6; 12 < 1 * 4e-07")	1 * 0.30000000000000004; 11 < 1 * 0.6; 12 < 1 * 4e-07
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_trend; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_trend (v, list, pair, checked) FROM stdin;
n=2 w=2 wx=16679 wxx=139211165 wy=95.100000000000000005551115123125782702118 wxy=816004.800000000000044952930267072588321752846 wyy=9025.0100000000000000011102230246251565712385107782865939613956	{"n=2 w=2 wx=16679 wxx=139211165 wy=95.100000000000000005551115123125782702118 wxy=816004.800000000000044952930267072588321752846 wyy=9025.0100000000000000011102230246251565712385107782865939613956",NULL}	(,"n=2 w=2 wx=16679 wxx=139211165 wy=95.100000000000000005551115123125782702118 wxy=816004.800000000000044952930267072588321752846 wyy=9025.0100000000000000011102230246251565712385107782865939613956")	n=2 w=2 wx=16679 wxx=139211165 wy=95.100000000000000005551115123125782702118 wxy=816004.800000000000044952930267072588321752846 wyy=9025.0100000000000000011102230246251565712385107782865939613956
growth n=2 w=2 wx=16679 wxx=139211165 wy=2.251291798606495309087449641083367168903 wxy=20430.483523758460203012532474531326442956924 wyy=26.0396928543318002801043674150481766518338273351809586295499	{"growth n=2 w=2 wx=16679 wxx=139211165 wy=2.251291798606495309087449641083367168903 wxy=20430.483523758460203012532474531326442956924 wyy=26.0396928543318002801043674150481766518338273351809586295499",NULL}	(,"growth n=2 w=2 wx=16679 wxx=139211165 wy=2.251291798606495309087449641083367168903 wxy=20430.483523758460203012532474531326442956924 wyy=26.0396928543318002801043674150481766518338273351809586295499")	growth n=2 w=2 wx=16679 wxx=139211165 wy=2.251291798606495309087449641083367168903 wxy=20430.483523758460203012532474531326442956924 wyy=26.0396928543318002801043674150481766518338273351809586295499
logit of=100.1 n=2 w=2 wx=16679 wxx=139211165 wy=-3.983118927111874985058648235280998051167 wxy=-30842.69771379862716509379083618114236742258 wyy=56.2705807849865727892732827654035934567423656036657010840997	{"logit of=100.1 n=2 w=2 wx=16679 wxx=139211165 wy=-3.983118927111874985058648235280998051167 wxy=-30842.69771379862716509379083618114236742258 wyy=56.2705807849865727892732827654035934567423656036657010840997",NULL}	(,"logit of=100.1 n=2 w=2 wx=16679 wxx=139211165 wy=-3.983118927111874985058648235280998051167 wxy=-30842.69771379862716509379083618114236742258 wyy=56.2705807849865727892732827654035934567423656036657010840997")	logit of=100.1 n=2 w=2 wx=16679 wxx=139211165 wy=-3.983118927111874985058648235280998051167 wxy=-30842.69771379862716509379083618114236742258 wyy=56.2705807849865727892732827654035934567423656036657010840997
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: of_plan_trend_cube; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.of_plan_trend_cube (v, list, pair, checked) FROM stdin;
1: n=1 w=1 wx=8098 wxx=65577604 wy=0.100000000000000005551115123125782702118 wxy=809.800000000000044952930267072588321752846 wyy=0.0100000000000000011102230246251565712385107782865939613956; 12: n=1 w=1 wx=8581 wxx=73633561 wy=95 wxy=815195 wyy=9025	{"1: n=1 w=1 wx=8098 wxx=65577604 wy=0.100000000000000005551115123125782702118 wxy=809.800000000000044952930267072588321752846 wyy=0.0100000000000000011102230246251565712385107782865939613956; 12: n=1 w=1 wx=8581 wxx=73633561 wy=95 wxy=815195 wyy=9025",NULL}	(,"1: n=1 w=1 wx=8098 wxx=65577604 wy=0.100000000000000005551115123125782702118 wxy=809.800000000000044952930267072588321752846 wyy=0.0100000000000000011102230246251565712385107782865939613956; 12: n=1 w=1 wx=8581 wxx=73633561 wy=95 wxy=815195 wyy=9025")	1: n=1 w=1 wx=8098 wxx=65577604 wy=0.100000000000000005551115123125782702118 wxy=809.800000000000044952930267072588321752846 wyy=0.0100000000000000011102230246251565712385107782865939613956; 12: n=1 w=1 wx=8581 wxx=73633561 wy=95 wxy=815195 wyy=9025
empty	{empty,NULL}	(,empty)	empty
\.


--
-- Data for Name: rankings; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.rankings (by_id, by_name, standing) FROM stdin;
2020: 0 (0.96225) > 2 (0.9263529411764706); 2021: 1 (0.9485)	2020: "Số ""0""" (0.96225) > "Số ""1""" (0.9485) > "Số ""2""" (0.9263529411764706)	8/63
\.


--
-- Data for Name: samples; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.samples (type, value) FROM stdin;
double precision	-0.5
double precision	0.1
double precision	0.30000000000000004
double precision	0.5
double precision	0.95
double precision	1
double precision	-1
double precision	2
double precision	12.345678901234567
double precision	95
double precision	2020
double precision	2030
numeric	0.1
numeric	0.333333333333333333333
numeric	0.5
numeric	1
numeric	95.5
bigint	1
bigint	-1
bigint	2
bigint	12
bigint	9007199254740993
integer	1
integer	2
integer	4
integer	12
smallint	1
smallint	-1
boolean	true
boolean	false
date	2020-02-29
date	2022-03-04
date	2022-11-12
date	2023-06-30
date	0044-03-15 BC
date[]	{2022-03-04,2023-05-06}
date[]	{2022-03-04,2022-11-12,2023-06-30}
daterange	[2022-03-04,2023-05-06)
daterange	[2022-11-12,2022-11-13)
double precision[]	{0.1,0.30000000000000004}
double precision[]	{0.95,0.6}
double precision[]	{0.1,0.2,0.3}
double precision[]	{95.000000000000001,12.345678901234567,NaN}
text	higher
text	lower
text	within
text	month
text	quarter
text	year
text	start
text	end
text	flow
text	stock
text	average
text	linear
text	compound
text	statcan
text	aspirational
text	competition
text	w
text	b
text	theil_t
text	power_mean
text	>=
text	>= 95 from 44
text	2020-2025
text	ngày 31/12/2020
text	An
text	Em
text	Hà Nội
integer[]	{1,2}
plan_period[]	{2022-Q1,2022-Q2}
plan_standing[]	{44/63,8}
plan_status[]	{met,off_track}
text[]	{term,year,month}
text[]	{An,Em}
text[]	{Em,An,"Hà Nội"}
text[]	{x,y,z}
plan_status	met
plan_status	at_risk
plan_status	no_data
plan_period	2020-2025
plan_period	2022
plan_period	2022-H1
plan_period	2022-Q3
plan_period	2022-11
plan_period	2022-W07
plan_period	2022-03-04
plan_period	2020-10..2025-09
plan_period	0044-03 BC
plan_goal	>= 95 from 44
plan_goal	<= 0.1
plan_goal	8.5..12.25 from 0.30000000000000004
plan_goal	= 63 from 64
plan_standing	8/63
plan_standing	44/63
plan_standing	1/2147483647
plan_standing	8
plan_standing	101-150
plan_standing	1001+
plan_fixedsum	12.50 n=3
plan_fixedsum	-170141183460469231731687303715884105728 n=3
plan_fixedsum	0.99999999999999999999 n=-1
plan_period_value	stock n=2 at=2023-06-30 value=0.30000000000000004
plan_period_value	flow n=3 sum=12.1
plan_period_value	average n=3 sum=290.30000000000000001665
plan_period_value	first n=6 at=2020-10-31 value=-41.5
plan_period_value	peak n=1 value=-1e308
plan_tree	1; 11 < 1; 111 < 11; 12 < 1; 2
plan_tree	1 * 0.30000000000000004; 11 < 1 * 0.6; 12 < 1 * 4e-7
plan_tree	empty
plan_targets	1 2022: >= 95 from 44; 1 2022-Q3: <= 0.1; 12 2022-03-04: 8.5..12.25 from 0.30000000000000004
plan_targets	"An" 2020-2025: = 63; "Hà ""Nội""" 2022: >= -1e-300
plan_targets	00000000-0000-0000-0000-000000000001 0044-03 BC: = 1e+300
plan_targets	empty
plan_ranking	2022: 1 > 2 = 12; 2022-11: 2 > 1
plan_ranking	0044-03 BC: 9223372036854775807 = -9223372036854775808; 5874897: 0 > 1
plan_ranking	2022: 00000000-0000-0000-0000-000000000001 > ffffffff-ffff-ffff-ffff-ffffffffffff; 2022-11: ffffffff-ffff-ffff-ffff-ffffffffffff
plan_ranking	2022: "An" > "Em" = ""; 2022-11: "Em" > "An"
plan_ranking	2015: "Hà Nội" > "Thái ""Nguyên""" = ""; 2016: ""
plan_ranking	2022: 1 (2.5) > 2 = 12 (-1e-300); 2022-11: 2 > 1; 2023: 1 (3) > 2 (4)
plan_ranking	2022: #1/63 1, #2 2 = -12, #21-30 3; 2022-11: #7 2, #1001+ 1; 2023: 1 (3) > 2 (4)
plan_ranking	2022: #5 "An" = "", #6-10 "Em"
plan_ranking	empty
plan_scorecard	met=1 regressing=1 weight_scored=0.2000000000000000111 weighted_score=0.10000000000000000555 actual=95.10000000000000000555 target=190
plan_scorecard	exceeded=1 met=2 no_data=1 unscored=1 weight_scored=3 weight_unscored=0.5 weighted_score=3 actual=290.5 target=380
plan_scorecard	empty
plan_cube	0 2022-03: regressing=1 weight_scored=0.10000000000000000555 actual=0.10000000000000000555 target=95; 95 2023-06: met=1 weight_scored=0.10000000000000000555 weighted_score=0.10000000000000000555 actual=95 target=95
plan_cube	-7 0044-03 BC: met=1; 12 2022-03: met=2 weight_scored=2 weighted_score=2; 12 2022-11: empty
plan_cube	empty
plan_trend	n=2 w=2 wx=16679 wxx=139211165 wy=95.100000000000000005551115123125782702118 wxy=816004.800000000000044952930267072588321752846 wyy=9025.0100000000000000011102230246251565712385107782865939613956
plan_trend	growth n=2 w=2 wx=16679 wxx=139211165 wy=2.251291798606495309087449641083367168903 wxy=20430.483523758460203012532474531326442956924 wyy=26.0396928543318002801043674150481766518338273351809586295499
plan_trend	logit of=100.1 n=2 w=2 wx=16679 wxx=139211165 wy=-3.983118927111874985058648235280998051167 wxy=-30842.69771379862716509379083618114236742258 wyy=56.2705807849865727892732827654035934567423656036657010840997
plan_trend	empty
plan_trend_cube	1: n=1 w=1 wx=8098 wxx=65577604 wy=0.100000000000000005551115123125782702118 wxy=809.800000000000044952930267072588321752846 wyy=0.0100000000000000011102230246251565712385107782865939613956; 12: n=1 w=1 wx=8581 wxx=73633561 wy=95 wxy=815195 wyy=9025
plan_trend_cube	empty
plan_figure_cube	0 2022-03: flow n=2 to=2022-03-04 sum=95.1; 95 2023-06: stock across mean n=2 to=2023-06-30 value=0.1; 101 2022-03: average n=3 to=2022-03-31 sum=0.30000000000000004
plan_figure_cube	1 2022-03: stock n=1 to=2022-03-04 value=190.5; 1 2022-11: stock empty; 12 2022-03: first across none n=2 at=2022-03-01 to=2022-03-31 value=-0.5
plan_figure_cube	-7/ 0044-03 BC: peak n=1 to=0044-03-15 BC value=12.345678901234567; 1/5 2022-03: least n=2 to=2022-03-31 value=1; 1/6 2022-11: least n=1 to=2022-11-12 value=-1
plan_figure_cube	[year from 6 April] 1 FY2023-M01: cumulative n=1 to=2022-05-01 value=0.1
plan_figure_cube	empty
plan_earned	n=2 pv=95.10000000000000000555 ev=31.7000000000000011838 ac=0.2000000000000000111 bac=8
plan_earned	empty
plan_moments	cv rows=2 w=2 x=95.1000000000000000055511151231257827021181583404541015625 f=9025.0100000000000000011102230246251565712385107782865939613956
plan_moments	generalized_entropy parameter=-0.5 rows=2 w=0.200000000000000011102230246251565404236316680908203125 x=9.5100000000000005284661597215745132724635531214262423988956 f=0.3264875495376894671543971125743071621082211400314671169118
plan_moments	power_mean parameter=-Infinity min_coverage=0.5 rows=2 covering=2 w=0.200000000000000011102230246251565404236316680908203125 x=0.1000000000000000055511151231257827021181583404541015625 f=95
plan_moments	max_min_ratio rows=3 w=3 x=0.1 f=95
plan_moments	sigma rows=2 w=2 x=2.7725887222397812376689283876850090702876434553547646544303 f=4.8045301391820142466710248872777824093568791355977903513636
plan_measure	theil_t
plan_measure	atkinson 0.5
plan_measure	power_mean -Infinity
plan_measure	beta_convergence 10
timestamp without time zone	2022-03-04 05:06:07.89
timestamp without time zone	2022-11-12 00:00:00
timestamp with time zone	2022-03-04 05:06:07.89+07
timestamp with time zone	2022-11-12 00:00:00+00
plan_direction	higher
plan_direction	lower
plan_direction	within
plan_number	-0.5
plan_number	0.1
plan_number	0.30000000000000004
plan_number	0.5
plan_number	0.95
plan_number	1
plan_number	-1
plan_number	2
plan_number	12.345678901234567
plan_number	95
plan_number	2020
plan_number	2030
real	0.7
real	1
real	-1
character varying	higher
character varying	lower
character varying	-1
character	1
plan_calendar	standard
plan_calendar	year from 6 April; named by start; week from Sunday; weekend Friday; holidays 2024-01-01; working days 2024-02-04; half days Thursday
plan_calendar	4-5-4 weeks to the Saturday nearest 31 January
plan_calendar	year from 1 October
\.


--
-- Data for Name: staging; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.staging ("Chỉ tiêu", "Kỳ", "Thực hiện", "Ngày công bố") FROM stdin;
Thu ngân sách nhà nước	9 tháng năm 2023	trên 13.210 tỷ đồng	30/9/2023
Giá trị xuất khẩu	quý III/2023	6,5 tỷ USD	30/9/2023
\.


--
-- Data for Name: terms; Type: TABLE DATA; Schema: plans; Owner: -
--

COPY plans.terms (term, adopted) FROM stdin;
2020-2025	2019-12-11
2020-10..2025-09	2020-09-30
2022-W07	\N
\.


--
-- Data for Name: actual; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.actual (id, indicator, place, period, value, bound, vintage, known_on, source, note, recorded_at, recorded_by) FROM stdin;
1	GRDP	TN	2022-H1	7.08	=	estimate	2022-06-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
2	EXPORT	TN	2022-H1	17.2	=	estimate	2022-06-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
3	BUDGET	TN	2022-H1	9500	>	estimate	2022-06-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
4	IPV	TN	2022-01..2022-09	673	>	official	2022-09-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
5	EXPORT	TN	2022-01..2022-09	25	>	official	2022-09-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
6	BUDGET	TN	2022-01..2022-09	13400	>	official	2022-09-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
7	GRDP	TN	2022	8.59	=	official	2022-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
8	EXPORT	TN	2022	32	>	official	2022-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
9	EXPORT_RATE	TN	2022	10.4	=	official	2022-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
10	IPV	TN	2022	932	>	official	2022-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
11	IPV_RATE	TN	2022	10.8	=	official	2022-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
12	GRDP	TN	2023-H1	5.17	=	estimate	2023-06-08	\N	\N	2026-11-29 01:13:18.123499+00	postgres
13	IPV	TN	2023-H1	405	=	estimate	2023-06-08	\N	\N	2026-11-29 01:13:18.123499+00	postgres
14	EXPORT	TN	2023-H1	14.07	=	estimate	2023-06-08	\N	\N	2026-11-29 01:13:18.123499+00	postgres
15	BUDGET	TN	2023-H1	8200	>	estimate	2023-06-08	\N	\N	2026-11-29 01:13:18.123499+00	postgres
16	FARM	TN	2023-H1	8000	>	estimate	2023-06-08	\N	\N	2026-11-29 01:13:18.123499+00	postgres
17	IPV	TN	2023-H1	405	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
18	EXPORT	TN	2023-H1	13.3	=	official	2023-06-29	\N	Giảm 21,7 % so với cùng kỳ	2026-11-29 01:13:18.123499+00	postgres
19	BUDGET	TN	2023-H1	8273	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
20	FARM	TN	2023-H1	8102	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
21	RETAIL	TN	2023-H1	33468.5	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
22	GRDP	TN	2023	5	>	estimate	2023-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
23	BUDGET	TN	2023	20025	=	official	2023-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
24	GRDP	TN	2024	6.5	=	official	2024-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
25	BUDGET	TN	2024	19680	=	estimate	2024-12-31	\N	\N	2026-11-29 01:13:18.123499+00	postgres
26	GRDP_HEAD	TN	2024	119.2	=	official	2024-12-31	\N	Tăng 5,86 %	2026-11-29 01:13:18.123499+00	postgres
27	FDI_COUNT	TN	2022-09	172	=	official	2022-09-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
28	FDI	TN	2022-09	10.3	~	official	2022-09-30	\N	\N	2026-11-29 01:13:18.123499+00	postgres
29	FDI_COUNT	TN	2023-06	201	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
30	FDI	TN	2023-06	10.58	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
31	DDI_COUNT	TN	2023-06	868	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
32	DDI	TN	2023-06	162.7	=	official	2023-06-29	\N	\N	2026-11-29 01:13:18.123499+00	postgres
33	BUDGET	TN	2023-01..2023-09	13210	>	official	2023-09-30	\N	\N	2026-11-29 01:13:18.299443+00	postgres
34	EXPORT	TN	2023-Q3	6.5	=	official	2023-09-30	\N	\N	2026-11-29 01:13:18.299443+00	postgres
35	GRDP	TN	2022	7.9	=	official	2023-03-31	\N	\N	2026-11-29 01:13:18.328753+00	postgres
\.


--
-- Data for Name: basis; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.basis (id, code, name, name_en) FROM stdin;
1	local	Kế hoạch của đơn vị	Own plan
2	central	Kế hoạch trung ương giao	Plan set by the centre
\.


--
-- Data for Name: change_log; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.change_log (id, changed_at, changed_by, logged_in_as, table_name, action, row_id, old_row, new_row, reason) FROM stdin;
1	2026-11-29 01:13:18.299443+00	postgres	postgres	closing	insert	1	\N	{"id": 1, "note": "Số \\"cuối\\"", "period": "2022", "last_day": "2022-12-31", "closed_at": "2026-11-29T01:13:18.299443+00:00", "closed_by": "postgres", "closed_on": "2022-12-31", "first_day": "2022-01-01"}	Số "cuối"
\.


--
-- Data for Name: closed_verdict; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.closed_verdict (closing, node, indicator, indicator_name, place, place_name, basis, period, grain, year, first_day, last_day, unit, kind, direction, goal, target, baseline, actual, bound, vintage, answered_by, figure_first_day, figure_last_day, figures, coverage, is_complete, expected, achievement, score, variance, status, figure_known_on, target_known_on, weight, places, places_covered) FROM stdin;
1	TC	GRDP	Tốc độ tăng GRDP	TN	Thái Nguyên	local	2022	year	2022	2022-01-01	2022-12-31	%	average	higher	>= 8	8	\N	8.59	=	official	same period	2022-01-01	2022-12-31	1	1	t	1	1.07375	1	0.59	exceeded	2022-12-31	2021-12-31	1	\N	\N
1	TC	BUDGET	Thu ngân sách nhà nước	TN	Thái Nguyên	local	2022	year	2022	2022-01-01	2022-12-31	tỷ đồng	flow	higher	>= 17940	17940	\N	13400	>	official	to date	2022-01-01	2022-09-30	1	1	f	0.7479452054794521	0.7469342251950948	0.7469342251950948	-4540	on_track	2022-09-30	2021-12-31	1	\N	\N
1	CN	IPV	Giá trị sản xuất công nghiệp	TN	Thái Nguyên	local	2022	year	2022	2022-01-01	2022-12-31	nghìn tỷ đồng	flow	higher	>= 919.4	919.4	\N	932	>	official	same period	2022-01-01	2022-12-31	1	1	t	1	1.0137045899499675	1	12.6	exceeded	2022-12-31	2021-12-31	1	\N	\N
1	DT	EXPORT	Giá trị xuất khẩu	TN	Thái Nguyên	local	2022	year	2022	2022-01-01	2022-12-31	tỷ USD	flow	higher	>= 31.93	31.93	\N	32	>	official	same period	2022-01-01	2022-12-31	1	1	t	1	1.0021922956467273	1	0.07	exceeded	2022-12-31	2021-12-31	1	\N	\N
\.


--
-- Data for Name: closing; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.closing (id, period, first_day, last_day, closed_on, note, closed_at, closed_by) FROM stdin;
1	2022	2022-01-01	2022-12-31	2022-12-31	Số "cuối"	2026-11-29 01:13:18.299443+00	postgres
\.


--
-- Data for Name: document; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.document (id, kind, number, title, issued_on, node, url) FROM stdin;
1	resolution	01-NQ/TU	Chương trình chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030	2020-12-31	CDS	\N
\.


--
-- Data for Name: document_count; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.document_count (kind, period, count, bound, known_on, source) FROM stdin;
resolution	2021-01..2023-06	9	=	2023-06-29	\N
directive	2021-01..2023-06	21	=	2023-06-29	\N
conclusion	2021-01..2023-06	1299	=	2023-06-29	\N
notice or dispatch	2021-01..2023-06	3600	>	2023-06-29	\N
\.


--
-- Data for Name: exchange_rate; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.exchange_rate (currency, into_currency, valid_from, rate, source) FROM stdin;
\.


--
-- Data for Name: indicator; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.indicator (id, code, node, name, name_en, unit, unit_en, scale, currency, direction, kind, across, frequency, decimals, weight, sort_order, note) FROM stdin;
1	GRDP	TC	Tốc độ tăng GRDP	GRDP growth	%	\N	1	\N	higher	average	none	half	2	1	1	\N
2	BUDGET	TC	Thu ngân sách nhà nước	Budget revenue	tỷ đồng	billion VND	1000000000	VND	higher	flow	sum	quarter	0	1	2	\N
3	BUDGET_RATE	TC	Tốc độ tăng thu ngân sách, không kể tiền đất và xổ số	Growth of budget revenue without land and lottery	%	\N	1	\N	higher	average	none	year	1	1	3	\N
4	IPV	CN	Giá trị sản xuất công nghiệp	Industrial production	nghìn tỷ đồng	thousand billion VND	1000000000000	VND	higher	flow	sum	quarter	1	1	4	\N
5	IPV_RATE	CN	Tốc độ tăng giá trị sản xuất công nghiệp	Growth of industrial production	%	\N	1	\N	higher	average	none	year	1	1	5	\N
6	FARM	NN	Giá trị sản xuất nông, lâm nghiệp và thủy sản	Farm, forest and fishery production	tỷ đồng	billion VND	1000000000	VND	higher	flow	sum	half	0	1	6	\N
7	EXPORT	DT	Giá trị xuất khẩu	Exports	tỷ USD	billion USD	1000000000	USD	higher	flow	sum	quarter	2	1	7	\N
8	EXPORT_RATE	DT	Tốc độ tăng xuất khẩu	Growth of exports	%	\N	1	\N	higher	average	none	year	1	1	8	\N
9	EXPORT_LOCAL_RATE	DT	Tốc độ tăng xuất khẩu của doanh nghiệp địa phương	Growth of exports of local enterprises	%	\N	1	\N	higher	average	none	year	1	1	9	\N
10	RETAIL	DT	Tổng mức bán lẻ và dịch vụ	Retail and services	tỷ đồng	billion VND	1000000000	VND	higher	flow	sum	half	1	1	10	\N
11	FDI_COUNT	MT	Số dự án FDI còn hiệu lực	Foreign-invested projects in force	dự án	projects	1	\N	higher	stock	sum	half	0	1	11	\N
12	FDI	MT	Vốn đăng ký FDI còn hiệu lực	Capital of foreign-invested projects in force	tỷ USD	billion USD	1000000000	USD	higher	stock	sum	half	2	1	12	\N
13	DDI_COUNT	MT	Số dự án đầu tư trong nước	Domestic investment projects	dự án	projects	1	\N	higher	stock	sum	half	0	1	13	\N
14	DDI	MT	Vốn đầu tư trong nước	Capital of domestic investment projects	nghìn tỷ đồng	thousand billion VND	1000000000000	VND	higher	stock	sum	half	1	1	14	\N
15	INCOME	GN	Thu nhập bình quân đầu người	Income per head	triệu đồng	million VND	1000000	VND	higher	stock	mean	year	1	1	15	\N
16	GRDP_HEAD	TC	GRDP bình quân đầu người	GRDP per head	triệu đồng	million VND	1000000	VND	higher	stock	mean	year	1	1	16	\N
17	POVERTY_FALL	GN	Mức giảm tỷ lệ hộ nghèo hằng năm	Yearly fall of poor households	điểm %	percentage points	1	\N	higher	average	none	year	2	1	17	\N
\.


--
-- Data for Name: milestone; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.milestone (id, code, node, place, name, name_en, due, reached, known_on, reason) FROM stdin;
1	PY_CITY	DTH	PY	Phổ Yên lên thành phố	Phổ Yên becomes a city	2025	\N	2020-10-14	\N
2	PY_CITY	DTH	PY	Phổ Yên lên thành phố	Phổ Yên becomes a city	2025	2022	2022-12-31	\N
\.


--
-- Data for Name: node; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.node (id, code, parent, kind, name, name_en, weight, period, sort_order, note) FROM stdin;
1	NQ	\N	resolution	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025	Resolution of the XX provincial Party Congress, 2020-2025	1	2021-2025	1	\N
2	KT	NQ	orientation	Kinh tế và ngân sách	Economy and budget	1	2021-2025	2	\N
3	CN	KT	programme	Công nghiệp, tiểu thủ công nghiệp	Industry and small industry	1	2021-2025	3	\N
4	NN	KT	programme	Nông, lâm nghiệp, thủy sản và xây dựng nông thôn mới	Agriculture, forestry, fishery and new rural development	1	2021-2025	4	\N
5	TC	KT	programme	Tăng trưởng và thu ngân sách	Growth and budget revenue	1	2021-2025	5	\N
6	DT	KT	programme	Đầu tư và thương mại	Investment and trade	1	2021-2025	6	\N
7	MT	DT	scheme	Cải thiện môi trường đầu tư, nâng cao năng lực cạnh tranh	Investment climate and competitiveness	1	2021-2025	7	\N
8	DTH	NQ	orientation	Đô thị	Cities	1	2021-2025	8	\N
9	XH	NQ	orientation	Xã hội	Society	1	2021-2025	9	\N
10	GN	XH	programme	Giảm nghèo bền vững	Sustainable poverty reduction	1	2021-2025	10	\N
11	CDS	NQ	programme	Chuyển đổi số (Nghị quyết 01-NQ/TU)	Digital transformation (Resolution 01-NQ/TU)	1	2021-2025	11	\N
12	QH	NQ	plan	Quy hoạch tỉnh 2021-2030, tầm nhìn đến năm 2050	Provincial master plan 2021-2030 with a vision to 2050	1	2021-2030	12	\N
\.


--
-- Data for Name: official_verdict; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.official_verdict (id, indicator, place, basis, period, target_period, share, bound, verdict, known_on, source) FROM stdin;
1	EXPORT	TN	local	2022-H1	2022	54	<	\N	2022-06-30	\N
2	BUDGET	TN	local	2022-H1	2022	60	~	\N	2022-06-30	\N
3	IPV	TN	local	2022-01..2022-09	2022	73.2	=	\N	2022-09-30	\N
4	EXPORT	TN	local	2022-01..2022-09	2022	78.3	=	\N	2022-09-30	\N
5	BUDGET	TN	local	2022-01..2022-09	2022	74.7	=	\N	2022-09-30	\N
6	IPV	TN	local	2023-H1	2023	39.6	=	\N	2023-06-08	\N
7	EXPORT	TN	local	2023-H1	2023	40.44	=	\N	2023-06-08	\N
8	BUDGET	TN	local	2023-H1	2023	41.4	=	\N	2023-06-08	\N
9	FARM	TN	local	2023-H1	2023	51.2	=	\N	2023-06-08	\N
10	IPV	TN	local	2023-H1	2023	39.7	=	\N	2023-06-29	\N
11	EXPORT	TN	local	2023-H1	2023	37.9	=	\N	2023-06-29	\N
12	BUDGET	TN	local	2023-H1	2023	41.4	=	\N	2023-06-29	\N
13	FARM	TN	local	2023-H1	2023	51.3	=	\N	2023-06-29	\N
14	RETAIL	TN	local	2023-H1	2023	52.3	=	\N	2023-06-29	\N
15	BUDGET	TN	central	2024	2024	122	=	\N	2024-12-31	\N
16	GRDP_HEAD	TN	local	2024	2024	96.91	=	\N	2024-12-31	\N
\.


--
-- Data for Name: place; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.place (id, code, parent, kind, name, name_en, valid_from, valid_until, note) FROM stdin;
1	VN	\N	country	Việt Nam	Viet Nam	\N	\N	\N
2	TN	VN	province	Thái Nguyên	Thai Nguyen	\N	\N	\N
3	BK	VN	province	Bắc Kạn	Bac Kan	1997-01-01	2025-06-30	\N
4	PY	TN	city	Phổ Yên	Pho Yen	\N	\N	\N
\.


--
-- Data for Name: place_change; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.place_change (place, became, changed_on, share, note) FROM stdin;
BK	TN	2025-07-01	1	63 tỉnh, thành phố còn 34
\.


--
-- Data for Name: ranking; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.ranking (id, code, node, name, name_en, note) FROM stdin;
1	DTI	CDS	Chỉ số chuyển đổi số (DTI)	Digital transformation index (DTI)	\N
2	PAR	MT	Chỉ số cải cách hành chính (PAR INDEX)	Administrative reform index (PAR INDEX)	\N
3	SIPAS	MT	Chỉ số hài lòng về phục vụ hành chính (SIPAS)	Satisfaction with public services (SIPAS)	\N
\.


--
-- Data for Name: renamed; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.renamed (id, transaction, renamed_at, table_name, code, row_id) FROM stdin;
\.


--
-- Data for Name: setting; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.setting (id, title, title_en, term, calendar, language, version) FROM stdin;
1	Tỉnh Thái Nguyên, nhiệm kỳ 2020-2025	Thái Nguyên province, term 2020-2025	2021-2025	standard	vi	0.1.0
\.


--
-- Data for Name: standing; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.standing (id, ranking, place, period, rank, total, score, known_on, source) FROM stdin;
1	DTI	TN	2020	44	63	\N	2021-12-31	\N
2	DTI	TN	2021	12	63	\N	2022-12-31	\N
3	DTI	TN	2022	8	63	\N	2023-06-29	\N
4	PAR	TN	2022	9	63	\N	2023-06-29	\N
5	SIPAS	TN	2022	2	63	\N	2023-06-29	\N
\.


--
-- Data for Name: status_label; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.status_label (status, sort, label_vi, label_en) FROM stdin;
exceeded	1	Vượt mục tiêu	Exceeded
met	2	Đạt mục tiêu	Met
on_track	3	Đúng tiến độ	On track
at_risk	4	Có nguy cơ	At risk
off_track	5	Chậm tiến độ	Off track
regressing	6	Thụt lùi	Regressing
undecided	7	Chưa rõ	Undecided
no_data	8	Chưa có số liệu	No data
not_started	9	Chưa bắt đầu	Not started
\.


--
-- Data for Name: target; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.target (id, indicator, place, basis, period, goal, known_on, reason, document, recorded_at, recorded_by) FROM stdin;
1	GRDP	TN	local	2021-2025	>= 8	2020-10-14	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX	\N	2026-11-29 01:13:18.123499+00	postgres
2	IPV_RATE	TN	local	2021-2025	>= 9	2020-10-14	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX	\N	2026-11-29 01:13:18.123499+00	postgres
3	EXPORT_RATE	TN	local	2021-2025	>= 7	2020-10-14	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX	\N	2026-11-29 01:13:18.123499+00	postgres
4	EXPORT_LOCAL_RATE	TN	local	2021-2025	>= 11	2020-10-14	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX	\N	2026-11-29 01:13:18.123499+00	postgres
5	BUDGET_RATE	TN	local	2021-2025	>= 10	2020-10-14	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX	\N	2026-11-29 01:13:18.123499+00	postgres
6	POVERTY_FALL	TN	local	2021-2025	>= 1	2020-10-14	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX	\N	2026-11-29 01:13:18.123499+00	postgres
7	INCOME	TN	local	2025	>= 100	2020-10-14	Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX	\N	2026-11-29 01:13:18.123499+00	postgres
8	GRDP	TN	local	2022	>= 8	2021-12-31	Kế hoạch năm 2022	\N	2026-11-29 01:13:18.123499+00	postgres
9	GRDP	TN	local	2023	>= 8	2022-12-31	Kế hoạch năm 2023	\N	2026-11-29 01:13:18.123499+00	postgres
10	EXPORT	TN	local	2022	>= 31.93	2021-12-31	Suy ra từ 78,3 % kế hoạch năm công bố ngày 30/9/2022	\N	2026-11-29 01:13:18.123499+00	postgres
11	IPV	TN	local	2022	>= 919.4	2021-12-31	Suy ra từ 73,2 % kế hoạch năm công bố ngày 30/9/2022	\N	2026-11-29 01:13:18.123499+00	postgres
12	BUDGET	TN	local	2022	>= 17940	2021-12-31	Suy ra từ 74,7 % kế hoạch năm công bố ngày 30/9/2022	\N	2026-11-29 01:13:18.123499+00	postgres
13	IPV	TN	local	2023	>= 1020.2	2022-12-31	Suy ra từ 39,7 % kế hoạch năm công bố ngày 29/6/2023	\N	2026-11-29 01:13:18.123499+00	postgres
14	EXPORT	TN	local	2023	>= 35.09	2022-12-31	Suy ra từ 37,9 % kế hoạch năm công bố ngày 29/6/2023	\N	2026-11-29 01:13:18.123499+00	postgres
15	BUDGET	TN	local	2023	>= 19983	2022-12-31	Suy ra từ 41,4 % kế hoạch năm công bố ngày 29/6/2023	\N	2026-11-29 01:13:18.123499+00	postgres
16	FARM	TN	local	2023	>= 15793	2022-12-31	Suy ra từ 51,3 % kế hoạch năm công bố ngày 29/6/2023	\N	2026-11-29 01:13:18.123499+00	postgres
17	RETAIL	TN	local	2023	>= 63993	2022-12-31	Suy ra từ 52,3 % kế hoạch năm công bố ngày 29/6/2023	\N	2026-11-29 01:13:18.123499+00	postgres
18	GRDP_HEAD	TN	local	2024	>= 123	2023-12-31	Suy ra từ 96,91 % kế hoạch năm công bố ngày 31/12/2024	\N	2026-11-29 01:13:18.123499+00	postgres
19	BUDGET	TN	central	2024	>= 16131	2023-12-31	Suy ra từ 122 % kế hoạch năm công bố ngày 31/12/2024	\N	2026-11-29 01:13:18.123499+00	postgres
\.


--
-- Data for Name: theme; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.theme (year, theme, theme_en) FROM stdin;
\.


--
-- Data for Name: tree; Type: TABLE DATA; Schema: province; Owner: -
--

COPY province.tree (name) FROM stdin;
node
place
place_change
\.


--
-- Name: actual_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.actual_id_seq', 35, true);


--
-- Name: basis_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.basis_id_seq', 2, true);


--
-- Name: change_log_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.change_log_id_seq', 1, true);


--
-- Name: closing_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.closing_id_seq', 1, true);


--
-- Name: document_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.document_id_seq', 1, true);


--
-- Name: indicator_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.indicator_id_seq', 17, true);


--
-- Name: milestone_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.milestone_id_seq', 2, true);


--
-- Name: node_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.node_id_seq', 12, true);


--
-- Name: official_verdict_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.official_verdict_id_seq', 16, true);


--
-- Name: place_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.place_id_seq', 4, true);


--
-- Name: ranking_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.ranking_id_seq', 3, true);


--
-- Name: renamed_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.renamed_id_seq', 1, false);


--
-- Name: standing_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.standing_id_seq', 5, true);


--
-- Name: target_id_seq; Type: SEQUENCE SET; Schema: province; Owner: -
--

SELECT pg_catalog.setval('province.target_id_seq', 19, true);


--
-- Name: by_fiscal_year by_fiscal_year_period_key; Type: CONSTRAINT; Schema: plans; Owner: -
--

ALTER TABLE ONLY plans.by_fiscal_year
    ADD CONSTRAINT by_fiscal_year_period_key UNIQUE NULLS NOT DISTINCT (period);


--
-- Name: by_month by_month_period_key; Type: CONSTRAINT; Schema: plans; Owner: -
--

ALTER TABLE ONLY plans.by_month
    ADD CONSTRAINT by_month_period_key UNIQUE NULLS NOT DISTINCT (period);


--
-- Name: terms terms_pkey; Type: CONSTRAINT; Schema: plans; Owner: -
--

ALTER TABLE ONLY plans.terms
    ADD CONSTRAINT terms_pkey PRIMARY KEY (term);


--
-- Name: actual actual_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.actual
    ADD CONSTRAINT actual_pkey PRIMARY KEY (id);


--
-- Name: basis basis_id_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.basis
    ADD CONSTRAINT basis_id_key UNIQUE (id);


--
-- Name: basis basis_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.basis
    ADD CONSTRAINT basis_pkey PRIMARY KEY (code);


--
-- Name: change_log change_log_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.change_log
    ADD CONSTRAINT change_log_pkey PRIMARY KEY (id);


--
-- Name: closed_verdict closed_verdict_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closed_verdict
    ADD CONSTRAINT closed_verdict_pkey PRIMARY KEY (closing, year, indicator, place, basis, first_day, last_day);


--
-- Name: closing closing_first_day_last_day_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closing
    ADD CONSTRAINT closing_first_day_last_day_key UNIQUE (first_day, last_day);


--
-- Name: closing closing_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closing
    ADD CONSTRAINT closing_pkey PRIMARY KEY (id);


--
-- Name: document_count document_count_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.document_count
    ADD CONSTRAINT document_count_pkey PRIMARY KEY (kind, period, known_on);


--
-- Name: document document_kind_number_issued_on_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.document
    ADD CONSTRAINT document_kind_number_issued_on_key UNIQUE (kind, number, issued_on);


--
-- Name: document document_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);


--
-- Name: exchange_rate exchange_rate_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.exchange_rate
    ADD CONSTRAINT exchange_rate_pkey PRIMARY KEY (currency, into_currency, valid_from);


--
-- Name: indicator indicator_id_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.indicator
    ADD CONSTRAINT indicator_id_key UNIQUE (id);


--
-- Name: indicator indicator_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (code);


--
-- Name: milestone milestone_code_known_on_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.milestone
    ADD CONSTRAINT milestone_code_known_on_key UNIQUE (code, known_on);


--
-- Name: milestone milestone_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.milestone
    ADD CONSTRAINT milestone_pkey PRIMARY KEY (id);


--
-- Name: node node_id_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.node
    ADD CONSTRAINT node_id_key UNIQUE (id);


--
-- Name: node node_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.node
    ADD CONSTRAINT node_pkey PRIMARY KEY (code);


--
-- Name: official_verdict official_verdict_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.official_verdict
    ADD CONSTRAINT official_verdict_pkey PRIMARY KEY (id);


--
-- Name: place_change place_change_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.place_change
    ADD CONSTRAINT place_change_pkey PRIMARY KEY (place, became);


--
-- Name: place place_id_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.place
    ADD CONSTRAINT place_id_key UNIQUE (id);


--
-- Name: place place_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (code);


--
-- Name: ranking ranking_id_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.ranking
    ADD CONSTRAINT ranking_id_key UNIQUE (id);


--
-- Name: ranking ranking_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.ranking
    ADD CONSTRAINT ranking_pkey PRIMARY KEY (code);


--
-- Name: renamed renamed_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.renamed
    ADD CONSTRAINT renamed_pkey PRIMARY KEY (id);


--
-- Name: setting setting_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (id);


--
-- Name: standing standing_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.standing
    ADD CONSTRAINT standing_pkey PRIMARY KEY (id);


--
-- Name: status_label status_label_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.status_label
    ADD CONSTRAINT status_label_pkey PRIMARY KEY (status);


--
-- Name: status_label status_label_sort_key; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.status_label
    ADD CONSTRAINT status_label_sort_key UNIQUE (sort);


--
-- Name: target target_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (id);


--
-- Name: theme theme_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.theme
    ADD CONSTRAINT theme_pkey PRIMARY KEY (year);


--
-- Name: tree tree_pkey; Type: CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.tree
    ADD CONSTRAINT tree_pkey PRIMARY KEY (name);


--
-- Name: cards_card_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX cards_card_idx ON plans.cards USING btree (card);


--
-- Name: cubes_cube_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE UNIQUE INDEX cubes_cube_idx ON plans.cubes USING btree (cube);


--
-- Name: facts_plan_achievement_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX facts_plan_achievement_idx ON plans.facts USING btree (plan.plan_achievement((actual)::plan.plan_number, goal));


--
-- Name: fits_trend_earned_theil_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX fits_trend_earned_theil_idx ON plans.fits USING btree (trend, earned, theil);


--
-- Name: of_plan_calendar_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_calendar_v_idx ON plans.of_plan_calendar USING hash (v);


--
-- Name: of_plan_calendar_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_calendar_v_idx1 ON plans.of_plan_calendar USING btree (((v)::jsonb));


--
-- Name: of_plan_calendar_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_calendar_v_list_idx ON plans.of_plan_calendar USING btree (v, list);


--
-- Name: of_plan_cube_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_cube_v_idx ON plans.of_plan_cube USING hash (v);


--
-- Name: of_plan_cube_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_cube_v_idx1 ON plans.of_plan_cube USING btree (((v)::jsonb));


--
-- Name: of_plan_cube_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_cube_v_list_idx ON plans.of_plan_cube USING btree (v, list);


--
-- Name: of_plan_direction_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_direction_v_idx ON plans.of_plan_direction USING hash (v);


--
-- Name: of_plan_direction_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_direction_v_list_idx ON plans.of_plan_direction USING btree (v, list);


--
-- Name: of_plan_earned_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_earned_v_idx ON plans.of_plan_earned USING hash (v);


--
-- Name: of_plan_earned_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_earned_v_idx1 ON plans.of_plan_earned USING btree (((v)::jsonb));


--
-- Name: of_plan_earned_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_earned_v_list_idx ON plans.of_plan_earned USING btree (v, list);


--
-- Name: of_plan_figure_cube_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_figure_cube_v_idx ON plans.of_plan_figure_cube USING hash (v);


--
-- Name: of_plan_figure_cube_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_figure_cube_v_idx1 ON plans.of_plan_figure_cube USING btree (((v)::jsonb));


--
-- Name: of_plan_figure_cube_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_figure_cube_v_list_idx ON plans.of_plan_figure_cube USING btree (v, list);


--
-- Name: of_plan_fixedsum_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_fixedsum_v_idx ON plans.of_plan_fixedsum USING hash (v);


--
-- Name: of_plan_fixedsum_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_fixedsum_v_idx1 ON plans.of_plan_fixedsum USING btree (((v)::jsonb));


--
-- Name: of_plan_fixedsum_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_fixedsum_v_list_idx ON plans.of_plan_fixedsum USING btree (v, list);


--
-- Name: of_plan_goal_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_goal_v_idx ON plans.of_plan_goal USING hash (v);


--
-- Name: of_plan_goal_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_goal_v_list_idx ON plans.of_plan_goal USING btree (v, list);


--
-- Name: of_plan_measure_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_measure_v_idx ON plans.of_plan_measure USING hash (v);


--
-- Name: of_plan_measure_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_measure_v_list_idx ON plans.of_plan_measure USING btree (v, list);


--
-- Name: of_plan_moments_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_moments_v_idx ON plans.of_plan_moments USING hash (v);


--
-- Name: of_plan_moments_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_moments_v_idx1 ON plans.of_plan_moments USING btree (((v)::jsonb));


--
-- Name: of_plan_moments_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_moments_v_list_idx ON plans.of_plan_moments USING btree (v, list);


--
-- Name: of_plan_number_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_number_v_idx ON plans.of_plan_number USING hash (v);


--
-- Name: of_plan_number_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_number_v_list_idx ON plans.of_plan_number USING btree (v, list);


--
-- Name: of_plan_period_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_period_v_idx ON plans.of_plan_period USING hash (v);


--
-- Name: of_plan_period_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_period_v_list_idx ON plans.of_plan_period USING btree (v, list);


--
-- Name: of_plan_period_value_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_period_value_v_idx ON plans.of_plan_period_value USING hash (v);


--
-- Name: of_plan_period_value_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_period_value_v_idx1 ON plans.of_plan_period_value USING btree (((v)::jsonb));


--
-- Name: of_plan_period_value_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_period_value_v_list_idx ON plans.of_plan_period_value USING btree (v, list);


--
-- Name: of_plan_ranking_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_ranking_v_idx ON plans.of_plan_ranking USING hash (v);


--
-- Name: of_plan_ranking_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_ranking_v_idx1 ON plans.of_plan_ranking USING btree (((v)::jsonb));


--
-- Name: of_plan_ranking_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_ranking_v_list_idx ON plans.of_plan_ranking USING btree (v, list);


--
-- Name: of_plan_scorecard_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_scorecard_v_idx ON plans.of_plan_scorecard USING hash (v);


--
-- Name: of_plan_scorecard_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_scorecard_v_idx1 ON plans.of_plan_scorecard USING btree (((v)::jsonb));


--
-- Name: of_plan_scorecard_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_scorecard_v_list_idx ON plans.of_plan_scorecard USING btree (v, list);


--
-- Name: of_plan_standing_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_standing_v_idx ON plans.of_plan_standing USING hash (v);


--
-- Name: of_plan_standing_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_standing_v_list_idx ON plans.of_plan_standing USING btree (v, list);


--
-- Name: of_plan_status_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_status_v_idx ON plans.of_plan_status USING hash (v);


--
-- Name: of_plan_status_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_status_v_list_idx ON plans.of_plan_status USING btree (v, list);


--
-- Name: of_plan_targets_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_targets_v_idx ON plans.of_plan_targets USING hash (v);


--
-- Name: of_plan_targets_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_targets_v_idx1 ON plans.of_plan_targets USING btree (((v)::jsonb));


--
-- Name: of_plan_targets_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_targets_v_list_idx ON plans.of_plan_targets USING btree (v, list);


--
-- Name: of_plan_tree_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_tree_v_idx ON plans.of_plan_tree USING hash (v);


--
-- Name: of_plan_tree_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_tree_v_idx1 ON plans.of_plan_tree USING btree (((v)::jsonb));


--
-- Name: of_plan_tree_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_tree_v_list_idx ON plans.of_plan_tree USING btree (v, list);


--
-- Name: of_plan_trend_cube_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_trend_cube_v_idx ON plans.of_plan_trend_cube USING hash (v);


--
-- Name: of_plan_trend_cube_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_trend_cube_v_idx1 ON plans.of_plan_trend_cube USING btree (((v)::jsonb));


--
-- Name: of_plan_trend_cube_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_trend_cube_v_list_idx ON plans.of_plan_trend_cube USING btree (v, list);


--
-- Name: of_plan_trend_v_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_trend_v_idx ON plans.of_plan_trend USING hash (v);


--
-- Name: of_plan_trend_v_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_trend_v_idx1 ON plans.of_plan_trend USING btree (((v)::jsonb));


--
-- Name: of_plan_trend_v_list_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX of_plan_trend_v_list_idx ON plans.of_plan_trend USING btree (v, list);


--
-- Name: terms_term_idx; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX terms_term_idx ON plans.terms USING gist (((term)::daterange));


--
-- Name: terms_term_idx1; Type: INDEX; Schema: plans; Owner: -
--

CREATE INDEX terms_term_idx1 ON plans.terms USING brin (term);


--
-- Name: actual_of_first_date_key; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX actual_of_first_date_key ON province.actual USING btree ((((((date_part('year'::text, first_day) * (10000)::double precision) + (date_part('month'::text, first_day) * (100)::double precision)) + date_part('day'::text, first_day)))::integer));


--
-- Name: actual_of_indicator; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX actual_of_indicator ON province.actual USING btree (indicator, place, first_day, last_day);


--
-- Name: actual_of_last_date_key; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX actual_of_last_date_key ON province.actual USING btree ((((((date_part('year'::text, last_day) * (10000)::double precision) + (date_part('month'::text, last_day) * (100)::double precision)) + date_part('day'::text, last_day)))::integer));


--
-- Name: actual_of_period; Type: INDEX; Schema: province; Owner: -
--

CREATE UNIQUE INDEX actual_of_period ON province.actual USING btree (year, indicator, place, first_day, last_day, known_on DESC);


--
-- Name: actual_of_period_name; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX actual_of_period_name ON province.actual USING btree (period_name);


--
-- Name: change_log_row; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX change_log_row ON province.change_log USING btree (table_name, row_id);


--
-- Name: closed_verdict_of_node; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX closed_verdict_of_node ON province.closed_verdict USING btree (node);


--
-- Name: closed_verdict_of_year; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX closed_verdict_of_year ON province.closed_verdict USING btree (year, indicator, place);


--
-- Name: indicator_node; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX indicator_node ON province.indicator USING btree (node);


--
-- Name: node_parent; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX node_parent ON province.node USING btree (parent);


--
-- Name: official_verdict_of_period; Type: INDEX; Schema: province; Owner: -
--

CREATE UNIQUE INDEX official_verdict_of_period ON province.official_verdict USING btree (indicator, place, basis, target_first_day, target_last_day, first_day, last_day, known_on);


--
-- Name: place_parent; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX place_parent ON province.place USING btree (parent);


--
-- Name: renamed_in_transaction; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX renamed_in_transaction ON province.renamed USING btree (transaction, table_name, row_id);


--
-- Name: standing_of_period; Type: INDEX; Schema: province; Owner: -
--

CREATE UNIQUE INDEX standing_of_period ON province.standing USING btree (ranking, place, first_day, last_day, known_on);


--
-- Name: target_of_first_date_key; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX target_of_first_date_key ON province.target USING btree ((((((date_part('year'::text, first_day) * (10000)::double precision) + (date_part('month'::text, first_day) * (100)::double precision)) + date_part('day'::text, first_day)))::integer));


--
-- Name: target_of_indicator; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX target_of_indicator ON province.target USING btree (indicator, place, first_day, last_day);


--
-- Name: target_of_last_date_key; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX target_of_last_date_key ON province.target USING btree ((((((date_part('year'::text, last_day) * (10000)::double precision) + (date_part('month'::text, last_day) * (100)::double precision)) + date_part('day'::text, last_day)))::integer));


--
-- Name: target_of_period; Type: INDEX; Schema: province; Owner: -
--

CREATE UNIQUE INDEX target_of_period ON province.target USING btree (year, indicator, place, basis, first_day, last_day, known_on DESC);


--
-- Name: target_of_period_name; Type: INDEX; Schema: province; Owner: -
--

CREATE INDEX target_of_period_name ON province.target USING btree (period_name);


--
-- Name: by_term by_fiscal_year_delete; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_delete AFTER DELETE ON plans.by_term REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term_2022 by_fiscal_year_delete; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_delete AFTER DELETE ON plans.by_term_2022 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term by_fiscal_year_delete_row; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_delete_row AFTER DELETE ON plans.by_term FOR EACH ROW WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE REPLICA TRIGGER by_fiscal_year_delete_row;


--
-- Name: by_term by_fiscal_year_insert; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_insert AFTER INSERT ON plans.by_term REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term_2022 by_fiscal_year_insert; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_insert AFTER INSERT ON plans.by_term_2022 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term by_fiscal_year_insert_row; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_insert_row AFTER INSERT ON plans.by_term FOR EACH ROW WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE REPLICA TRIGGER by_fiscal_year_insert_row;


--
-- Name: by_term by_fiscal_year_truncate; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_truncate AFTER TRUNCATE ON plans.by_term FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE ALWAYS TRIGGER by_fiscal_year_truncate;


--
-- Name: by_term_2022 by_fiscal_year_truncate; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_truncate AFTER TRUNCATE ON plans.by_term_2022 FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term_2022 ENABLE ALWAYS TRIGGER by_fiscal_year_truncate;


--
-- Name: by_term by_fiscal_year_update; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_update AFTER UPDATE ON plans.by_term REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term_2022 by_fiscal_year_update; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_update AFTER UPDATE ON plans.by_term_2022 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term by_fiscal_year_update_row; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_fiscal_year_update_row AFTER UPDATE ON plans.by_term FOR EACH ROW WHEN ((('plans.by_fiscal_year'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_recomputed'::regclass IS NOT NULL) AND ('plans.by_fiscal_year_deltas'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE REPLICA TRIGGER by_fiscal_year_update_row;


--
-- Name: by_term by_month_delete; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_delete AFTER DELETE ON plans.by_term REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term_2022 by_month_delete; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_delete AFTER DELETE ON plans.by_term_2022 REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term by_month_delete_row; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_delete_row AFTER DELETE ON plans.by_term FOR EACH ROW WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE REPLICA TRIGGER by_month_delete_row;


--
-- Name: by_term by_month_insert; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_insert AFTER INSERT ON plans.by_term REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term_2022 by_month_insert; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_insert AFTER INSERT ON plans.by_term_2022 REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term by_month_insert_row; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_insert_row AFTER INSERT ON plans.by_term FOR EACH ROW WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE REPLICA TRIGGER by_month_insert_row;


--
-- Name: by_term by_month_truncate; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_truncate AFTER TRUNCATE ON plans.by_term FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE ALWAYS TRIGGER by_month_truncate;


--
-- Name: by_term_2022 by_month_truncate; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_truncate AFTER TRUNCATE ON plans.by_term_2022 FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term_2022 ENABLE ALWAYS TRIGGER by_month_truncate;


--
-- Name: by_term by_month_update; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_update AFTER UPDATE ON plans.by_term REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term_2022 by_month_update; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_update AFTER UPDATE ON plans.by_term_2022 REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();


--
-- Name: by_term by_month_update_row; Type: TRIGGER; Schema: plans; Owner: -
--

CREATE TRIGGER by_month_update_row AFTER UPDATE ON plans.by_term FOR EACH ROW WHEN ((('plans.by_month'::regclass IS NOT NULL) AND ('plans.by_month_recomputed'::regclass IS NOT NULL))) EXECUTE FUNCTION plan._plan_rollup_changed();

ALTER TABLE plans.by_term ENABLE REPLICA TRIGGER by_month_update_row;


--
-- Name: actual log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.actual REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: basis log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.basis REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closed_verdict log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.closed_verdict REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closing log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.closing REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: indicator log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.indicator REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: milestone log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.milestone REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: node log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.node REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: official_verdict log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.official_verdict REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: place log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.place REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: ranking log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.ranking REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: standing log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.standing REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: target log_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_delete AFTER DELETE ON province.target REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closed_verdict log_insert; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_insert AFTER INSERT ON province.closed_verdict REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closing log_insert; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_insert AFTER INSERT ON province.closing REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: actual log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.actual FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: basis log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.basis FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closed_verdict log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.closed_verdict FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closing log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.closing FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: indicator log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.indicator FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: milestone log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.milestone FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: node log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.node FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: official_verdict log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.official_verdict FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: place log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.place FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: ranking log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.ranking FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: standing log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.standing FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: target log_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_truncate AFTER TRUNCATE ON province.target FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: actual log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.actual REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: basis log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.basis REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closed_verdict log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.closed_verdict REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: closing log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.closing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: indicator log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.indicator REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: milestone log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.milestone REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: node log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.node REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: official_verdict log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.official_verdict REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: place log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.place REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: ranking log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.ranking REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: standing log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.standing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: target log_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER log_update AFTER UPDATE ON province.target REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.log_change();


--
-- Name: basis note_deleted; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_deleted BEFORE DELETE ON province.basis FOR EACH ROW EXECUTE FUNCTION province.note_renamed();


--
-- Name: indicator note_deleted; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_deleted BEFORE DELETE ON province.indicator FOR EACH ROW EXECUTE FUNCTION province.note_renamed();


--
-- Name: node note_deleted; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_deleted BEFORE DELETE ON province.node FOR EACH ROW EXECUTE FUNCTION province.note_renamed();


--
-- Name: place note_deleted; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_deleted BEFORE DELETE ON province.place FOR EACH ROW EXECUTE FUNCTION province.note_renamed();


--
-- Name: ranking note_deleted; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_deleted BEFORE DELETE ON province.ranking FOR EACH ROW EXECUTE FUNCTION province.note_renamed();


--
-- Name: basis note_renamed; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_renamed BEFORE UPDATE ON province.basis FOR EACH ROW WHEN (((old.code <> new.code) OR (old.id <> new.id))) EXECUTE FUNCTION province.note_renamed();


--
-- Name: indicator note_renamed; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_renamed BEFORE UPDATE ON province.indicator FOR EACH ROW WHEN (((old.code <> new.code) OR (old.id <> new.id))) EXECUTE FUNCTION province.note_renamed();


--
-- Name: node note_renamed; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_renamed BEFORE UPDATE ON province.node FOR EACH ROW WHEN (((old.code <> new.code) OR (old.id <> new.id))) EXECUTE FUNCTION province.note_renamed();


--
-- Name: place note_renamed; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_renamed BEFORE UPDATE ON province.place FOR EACH ROW WHEN (((old.code <> new.code) OR (old.id <> new.id))) EXECUTE FUNCTION province.note_renamed();


--
-- Name: ranking note_renamed; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER note_renamed BEFORE UPDATE ON province.ranking FOR EACH ROW WHEN (((old.code <> new.code) OR (old.id <> new.id))) EXECUTE FUNCTION province.note_renamed();


--
-- Name: closed_verdict refuse_by_hand; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_by_hand BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON province.closed_verdict FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_by_hand();


--
-- Name: closing refuse_by_hand; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_by_hand BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON province.closing FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_by_hand();


--
-- Name: renamed refuse_by_hand; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_by_hand BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON province.renamed FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_by_hand();


--
-- Name: tree refuse_by_hand; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_by_hand BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON province.tree FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_by_hand();


--
-- Name: target refuse_closed_delete; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_closed_delete AFTER DELETE ON province.target REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_closed();


--
-- Name: target refuse_closed_insert; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_closed_insert AFTER INSERT ON province.target REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_closed();


--
-- Name: node refuse_closed_tree; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_closed_tree AFTER UPDATE ON province.node REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_closed_tree();


--
-- Name: target refuse_closed_truncate; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_closed_truncate BEFORE TRUNCATE ON province.target FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_closed();


--
-- Name: target refuse_closed_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_closed_update AFTER UPDATE ON province.target REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_closed();


--
-- Name: node refuse_cycle; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON province.node FOR EACH ROW WHEN ((new.parent IS NOT NULL)) EXECUTE FUNCTION province.refuse_cycle();


--
-- Name: place refuse_cycle; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_cycle AFTER INSERT OR UPDATE OF parent, code ON province.place FOR EACH ROW WHEN ((new.parent IS NOT NULL)) EXECUTE FUNCTION province.refuse_cycle();


--
-- Name: place refuse_other_days; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_other_days AFTER UPDATE OF valid_from, valid_until ON province.place FOR EACH ROW WHEN (((new.valid_from > COALESCE(old.valid_from, '-infinity'::date)) OR (new.valid_until < COALESCE(old.valid_until, 'infinity'::date)))) EXECUTE FUNCTION province.refuse_other_days();


--
-- Name: indicator refuse_other_direction; Type: TRIGGER; Schema: province; Owner: -
--

CREATE CONSTRAINT TRIGGER refuse_other_direction AFTER UPDATE OF direction ON province.indicator DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((old.direction <> new.direction)) EXECUTE FUNCTION province.refuse_other_direction();


--
-- Name: target refuse_other_direction_insert; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_other_direction_insert AFTER INSERT ON province.target REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_other_direction();


--
-- Name: target refuse_other_direction_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_other_direction_update AFTER UPDATE ON province.target REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_other_direction();


--
-- Name: actual refuse_other_time_insert; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_other_time_insert AFTER INSERT ON province.actual REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_other_time();


--
-- Name: target refuse_other_time_insert; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_other_time_insert AFTER INSERT ON province.target REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_other_time();


--
-- Name: actual refuse_other_time_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_other_time_update AFTER UPDATE ON province.actual REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_other_time();


--
-- Name: target refuse_other_time_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_other_time_update AFTER UPDATE ON province.target REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_other_time();


--
-- Name: place_change refuse_place_change_insert; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_place_change_insert AFTER INSERT ON province.place_change REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_place_change();


--
-- Name: place_change refuse_place_change_update; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_place_change_update AFTER UPDATE ON province.place_change REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_place_change();


--
-- Name: basis refuse_replaced; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_replaced AFTER DELETE ON province.basis REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_replaced();


--
-- Name: indicator refuse_replaced; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_replaced AFTER DELETE ON province.indicator REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_replaced();


--
-- Name: node refuse_replaced; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_replaced AFTER DELETE ON province.node REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_replaced();


--
-- Name: place refuse_replaced; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_replaced AFTER DELETE ON province.place REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_replaced();


--
-- Name: ranking refuse_replaced; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER refuse_replaced AFTER DELETE ON province.ranking REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION province.refuse_replaced();


--
-- Name: actual set_recorded; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER set_recorded BEFORE UPDATE ON province.actual FOR EACH ROW WHEN (((new.recorded_by <> old.recorded_by) OR (new.recorded_at <> old.recorded_at))) EXECUTE FUNCTION province.set_recorded();


--
-- Name: target set_recorded; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER set_recorded BEFORE UPDATE ON province.target FOR EACH ROW WHEN (((new.recorded_by <> old.recorded_by) OR (new.recorded_at <> old.recorded_at))) EXECUTE FUNCTION province.set_recorded();


--
-- Name: actual set_recorded_of_new; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER set_recorded_of_new BEFORE INSERT ON province.actual FOR EACH ROW WHEN (((new.recorded_by <> CURRENT_USER) OR (new.recorded_at <> CURRENT_TIMESTAMP))) EXECUTE FUNCTION province.set_recorded();


--
-- Name: target set_recorded_of_new; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER set_recorded_of_new BEFORE INSERT ON province.target FOR EACH ROW WHEN (((new.recorded_by <> CURRENT_USER) OR (new.recorded_at <> CURRENT_TIMESTAMP))) EXECUTE FUNCTION province.set_recorded();


--
-- Name: basis wait_for_closing; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_closing BEFORE DELETE OR UPDATE OF code ON province.basis FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_closing();


--
-- Name: indicator wait_for_closing; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_closing BEFORE DELETE OR UPDATE OF code ON province.indicator FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_closing();


--
-- Name: node wait_for_closing; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_closing BEFORE DELETE OR UPDATE OF code, parent, weight ON province.node FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_closing();


--
-- Name: place wait_for_closing; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_closing BEFORE DELETE OR UPDATE OF code ON province.place FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_closing();


--
-- Name: target wait_for_closing; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_closing BEFORE INSERT OR DELETE OR UPDATE ON province.target FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_closing();


--
-- Name: node wait_for_tree; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_tree BEFORE INSERT OR UPDATE OF parent, code ON province.node FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_tree();


--
-- Name: place wait_for_tree; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_tree BEFORE INSERT OR UPDATE OF parent, code ON province.place FOR EACH STATEMENT EXECUTE FUNCTION province.wait_for_tree();


--
-- Name: indicator wait_for_writers; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_writers BEFORE UPDATE OF direction ON province.indicator FOR EACH ROW WHEN ((old.direction <> new.direction)) EXECUTE FUNCTION province.wait_for_writers();


--
-- Name: place wait_for_writers; Type: TRIGGER; Schema: province; Owner: -
--

CREATE TRIGGER wait_for_writers BEFORE UPDATE OF valid_from, valid_until ON province.place FOR EACH ROW WHEN (((new.valid_from > COALESCE(old.valid_from, '-infinity'::date)) OR (new.valid_until < COALESCE(old.valid_until, 'infinity'::date)))) EXECUTE FUNCTION province.wait_for_writers();


--
-- Name: actual actual_indicator_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.actual
    ADD CONSTRAINT actual_indicator_fkey FOREIGN KEY (indicator) REFERENCES province.indicator(code) ON UPDATE CASCADE;


--
-- Name: actual actual_place_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.actual
    ADD CONSTRAINT actual_place_fkey FOREIGN KEY (place) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: closed_verdict closed_verdict_basis_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closed_verdict
    ADD CONSTRAINT closed_verdict_basis_fkey FOREIGN KEY (basis) REFERENCES province.basis(code) ON UPDATE CASCADE;


--
-- Name: closed_verdict closed_verdict_closing_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closed_verdict
    ADD CONSTRAINT closed_verdict_closing_fkey FOREIGN KEY (closing) REFERENCES province.closing(id) ON DELETE CASCADE;


--
-- Name: closed_verdict closed_verdict_indicator_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closed_verdict
    ADD CONSTRAINT closed_verdict_indicator_fkey FOREIGN KEY (indicator) REFERENCES province.indicator(code) ON UPDATE CASCADE;


--
-- Name: closed_verdict closed_verdict_node_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closed_verdict
    ADD CONSTRAINT closed_verdict_node_fkey FOREIGN KEY (node) REFERENCES province.node(code) ON UPDATE CASCADE;


--
-- Name: closed_verdict closed_verdict_place_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.closed_verdict
    ADD CONSTRAINT closed_verdict_place_fkey FOREIGN KEY (place) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: document document_node_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.document
    ADD CONSTRAINT document_node_fkey FOREIGN KEY (node) REFERENCES province.node(code) ON UPDATE CASCADE;


--
-- Name: indicator indicator_node_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.indicator
    ADD CONSTRAINT indicator_node_fkey FOREIGN KEY (node) REFERENCES province.node(code) ON UPDATE CASCADE;


--
-- Name: milestone milestone_node_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.milestone
    ADD CONSTRAINT milestone_node_fkey FOREIGN KEY (node) REFERENCES province.node(code) ON UPDATE CASCADE;


--
-- Name: milestone milestone_place_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.milestone
    ADD CONSTRAINT milestone_place_fkey FOREIGN KEY (place) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: node node_parent_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.node
    ADD CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES province.node(code) ON UPDATE CASCADE;


--
-- Name: official_verdict official_verdict_basis_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.official_verdict
    ADD CONSTRAINT official_verdict_basis_fkey FOREIGN KEY (basis) REFERENCES province.basis(code) ON UPDATE CASCADE;


--
-- Name: official_verdict official_verdict_indicator_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.official_verdict
    ADD CONSTRAINT official_verdict_indicator_fkey FOREIGN KEY (indicator) REFERENCES province.indicator(code) ON UPDATE CASCADE;


--
-- Name: official_verdict official_verdict_place_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.official_verdict
    ADD CONSTRAINT official_verdict_place_fkey FOREIGN KEY (place) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: place_change place_change_became_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.place_change
    ADD CONSTRAINT place_change_became_fkey FOREIGN KEY (became) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: place_change place_change_place_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.place_change
    ADD CONSTRAINT place_change_place_fkey FOREIGN KEY (place) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: place place_parent_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.place
    ADD CONSTRAINT place_parent_fkey FOREIGN KEY (parent) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: ranking ranking_node_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.ranking
    ADD CONSTRAINT ranking_node_fkey FOREIGN KEY (node) REFERENCES province.node(code) ON UPDATE CASCADE;


--
-- Name: standing standing_place_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.standing
    ADD CONSTRAINT standing_place_fkey FOREIGN KEY (place) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: standing standing_ranking_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.standing
    ADD CONSTRAINT standing_ranking_fkey FOREIGN KEY (ranking) REFERENCES province.ranking(code) ON UPDATE CASCADE;


--
-- Name: target target_basis_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.target
    ADD CONSTRAINT target_basis_fkey FOREIGN KEY (basis) REFERENCES province.basis(code) ON UPDATE CASCADE;


--
-- Name: target target_document_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.target
    ADD CONSTRAINT target_document_fkey FOREIGN KEY (document) REFERENCES province.document(id);


--
-- Name: target target_indicator_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.target
    ADD CONSTRAINT target_indicator_fkey FOREIGN KEY (indicator) REFERENCES province.indicator(code) ON UPDATE CASCADE;


--
-- Name: target target_place_fkey; Type: FK CONSTRAINT; Schema: province; Owner: -
--

ALTER TABLE ONLY province.target
    ADD CONSTRAINT target_place_fkey FOREIGN KEY (place) REFERENCES province.place(code) ON UPDATE CASCADE;


--
-- Name: actual; Type: ROW SECURITY; Schema: province; Owner: -
--

ALTER TABLE province.actual ENABLE ROW LEVEL SECURITY;

--
-- Name: closed_verdict; Type: ROW SECURITY; Schema: province; Owner: -
--

ALTER TABLE province.closed_verdict ENABLE ROW LEVEL SECURITY;

--
-- Name: milestone; Type: ROW SECURITY; Schema: province; Owner: -
--

ALTER TABLE province.milestone ENABLE ROW LEVEL SECURITY;

--
-- Name: official_verdict; Type: ROW SECURITY; Schema: province; Owner: -
--

ALTER TABLE province.official_verdict ENABLE ROW LEVEL SECURITY;

--
-- Name: actual reporter 1; Type: POLICY; Schema: province; Owner: -
--

CREATE POLICY "reporter 1" ON province.actual TO pg_monitor USING ((place = ANY (ARRAY( SELECT place.code
   FROM province.place
  WHERE (place.id = ANY ('{2}'::integer[]))))));


--
-- Name: closed_verdict reporter 1; Type: POLICY; Schema: province; Owner: -
--

CREATE POLICY "reporter 1" ON province.closed_verdict TO pg_monitor USING ((place = ANY (ARRAY( SELECT place.code
   FROM province.place
  WHERE (place.id = ANY ('{2}'::integer[]))))));


--
-- Name: milestone reporter 1; Type: POLICY; Schema: province; Owner: -
--

CREATE POLICY "reporter 1" ON province.milestone TO pg_monitor USING (((place IS NULL) OR (place = ANY (ARRAY( SELECT place.code
   FROM province.place
  WHERE (place.id = ANY ('{2}'::integer[])))))));


--
-- Name: official_verdict reporter 1; Type: POLICY; Schema: province; Owner: -
--

CREATE POLICY "reporter 1" ON province.official_verdict TO pg_monitor USING ((place = ANY (ARRAY( SELECT place.code
   FROM province.place
  WHERE (place.id = ANY ('{2}'::integer[]))))));


--
-- Name: target reporter 1; Type: POLICY; Schema: province; Owner: -
--

CREATE POLICY "reporter 1" ON province.target TO pg_monitor USING ((place = ANY (ARRAY( SELECT place.code
   FROM province.place
  WHERE (place.id = ANY ('{2}'::integer[]))))));


--
-- Name: target; Type: ROW SECURITY; Schema: province; Owner: -
--

ALTER TABLE province.target ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA province; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA province TO pg_monitor;


--
-- Name: FUNCTION log_change(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.log_change() FROM PUBLIC;


--
-- Name: FUNCTION new_codes(of_schema text, of_table text); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.new_codes(of_schema text, of_table text) FROM PUBLIC;


--
-- Name: FUNCTION note_renamed(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.note_renamed() FROM PUBLIC;


--
-- Name: FUNCTION refuse_closed(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_closed() FROM PUBLIC;


--
-- Name: FUNCTION refuse_closed_tree(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_closed_tree() FROM PUBLIC;


--
-- Name: FUNCTION refuse_cycle(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_cycle() FROM PUBLIC;


--
-- Name: FUNCTION refuse_other_days(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_other_days() FROM PUBLIC;


--
-- Name: FUNCTION refuse_other_direction(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_other_direction() FROM PUBLIC;


--
-- Name: FUNCTION refuse_other_time(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_other_time() FROM PUBLIC;


--
-- Name: FUNCTION refuse_place_change(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_place_change() FROM PUBLIC;


--
-- Name: FUNCTION refuse_replaced(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.refuse_replaced() FROM PUBLIC;


--
-- Name: FUNCTION wait_for_closing(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.wait_for_closing() FROM PUBLIC;


--
-- Name: FUNCTION wait_for_tree(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.wait_for_tree() FROM PUBLIC;


--
-- Name: FUNCTION wait_for_writers(); Type: ACL; Schema: province; Owner: -
--

REVOKE ALL ON FUNCTION province.wait_for_writers() FROM PUBLIC;


--
-- Name: TABLE actual; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT,DELETE ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.indicator; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(indicator),UPDATE(indicator) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.place; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(place),UPDATE(place) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.period; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(period),UPDATE(period) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.value; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(value),UPDATE(value) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.bound; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(bound),UPDATE(bound) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.vintage; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(vintage),UPDATE(vintage) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.known_on; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(known_on),UPDATE(known_on) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.source; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(source),UPDATE(source) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.note; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(note),UPDATE(note) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.recorded_at; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.recorded_by; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(recorded_by),UPDATE(recorded_by) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.first_day; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(first_day),UPDATE(first_day) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.last_day; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(last_day),UPDATE(last_day) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.period_name; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(period_name),UPDATE(period_name) ON TABLE province.actual TO pg_monitor;


--
-- Name: COLUMN actual.year; Type: ACL; Schema: province; Owner: -
--

GRANT INSERT(year),UPDATE(year) ON TABLE province.actual TO pg_monitor;


--
-- Name: TABLE setting; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.setting TO pg_monitor;


--
-- Name: TABLE actual_period; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.actual_period TO pg_monitor;


--
-- Name: TABLE exchange_rate; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.exchange_rate TO pg_monitor;


--
-- Name: TABLE indicator; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.indicator TO pg_monitor;


--
-- Name: TABLE known_actual; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.known_actual TO pg_monitor;


--
-- Name: TABLE place; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.place TO pg_monitor;


--
-- Name: TABLE actual_in_currency; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.actual_in_currency TO pg_monitor;


--
-- Name: TABLE basis; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.basis TO pg_monitor;


--
-- Name: TABLE closed_verdict; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.closed_verdict TO pg_monitor;


--
-- Name: TABLE closing; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.closing TO pg_monitor;


--
-- Name: TABLE target; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.target TO pg_monitor;


--
-- Name: TABLE target_period; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.target_period TO pg_monitor;


--
-- Name: TABLE known_target; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.known_target TO pg_monitor;


--
-- Name: TABLE status_label; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.status_label TO pg_monitor;


--
-- Name: TABLE computed_performance; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.computed_performance TO pg_monitor;


--
-- Name: TABLE place_above; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.place_above TO pg_monitor;


--
-- Name: TABLE coverage; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.coverage TO pg_monitor;


--
-- Name: TABLE dim_basis; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_basis TO pg_monitor;


--
-- Name: TABLE standing; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.standing TO pg_monitor;


--
-- Name: TABLE dim_date; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_date TO pg_monitor;


--
-- Name: TABLE dim_indicator; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_indicator TO pg_monitor;


--
-- Name: TABLE node; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.node TO pg_monitor;


--
-- Name: TABLE dim_node; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_node TO pg_monitor;


--
-- Name: TABLE dim_place; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_place TO pg_monitor;


--
-- Name: TABLE ranking; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.ranking TO pg_monitor;


--
-- Name: TABLE dim_ranking; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_ranking TO pg_monitor;


--
-- Name: TABLE dim_status; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_status TO pg_monitor;


--
-- Name: TABLE theme; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.theme TO pg_monitor;


--
-- Name: TABLE dim_year; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.dim_year TO pg_monitor;


--
-- Name: TABLE document; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.document TO pg_monitor;


--
-- Name: TABLE document_count; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.document_count TO pg_monitor;


--
-- Name: TABLE document_summary; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.document_summary TO pg_monitor;


--
-- Name: TABLE fact_actual; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.fact_actual TO pg_monitor;


--
-- Name: TABLE fact_performance; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.fact_performance TO pg_monitor;


--
-- Name: TABLE known_standing; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.known_standing TO pg_monitor;


--
-- Name: TABLE standing_change; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.standing_change TO pg_monitor;


--
-- Name: TABLE fact_standing; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.fact_standing TO pg_monitor;


--
-- Name: TABLE figure_check; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.figure_check TO pg_monitor;


--
-- Name: TABLE place_change; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.place_change TO pg_monitor;


--
-- Name: TABLE place_today; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.place_today TO pg_monitor;


--
-- Name: TABLE figure_today; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.figure_today TO pg_monitor;


--
-- Name: TABLE growth; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.growth TO pg_monitor;


--
-- Name: TABLE milestone; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.milestone TO pg_monitor;


--
-- Name: TABLE known_milestone; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.known_milestone TO pg_monitor;


--
-- Name: TABLE official_verdict; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.official_verdict TO pg_monitor;


--
-- Name: TABLE known_verdict; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.known_verdict TO pg_monitor;


--
-- Name: TABLE milestone_status; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.milestone_status TO pg_monitor;


--
-- Name: TABLE node_above; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.node_above TO pg_monitor;


--
-- Name: TABLE performance; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.performance TO pg_monitor;


--
-- Name: TABLE overall_score; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.overall_score TO pg_monitor;


--
-- Name: TABLE pace; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.pace TO pg_monitor;


--
-- Name: TABLE place_figure; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.place_figure TO pg_monitor;


--
-- Name: TABLE place_rank; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.place_rank TO pg_monitor;


--
-- Name: TABLE scorecard; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.scorecard TO pg_monitor;


--
-- Name: TABLE status_history; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.status_history TO pg_monitor;


--
-- Name: TABLE target_check; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.target_check TO pg_monitor;


--
-- Name: TABLE verdict_comparison; Type: ACL; Schema: province; Owner: -
--

GRANT SELECT ON TABLE province.verdict_comparison TO pg_monitor;


--
-- Name: kept; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept;


--
-- Name: kept_of_plan_calendar; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_calendar;


--
-- Name: kept_of_plan_cube; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_cube;


--
-- Name: kept_of_plan_direction; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_direction;


--
-- Name: kept_of_plan_earned; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_earned;


--
-- Name: kept_of_plan_figure_cube; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_figure_cube;


--
-- Name: kept_of_plan_fixedsum; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_fixedsum;


--
-- Name: kept_of_plan_goal; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_goal;


--
-- Name: kept_of_plan_measure; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_measure;


--
-- Name: kept_of_plan_moments; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_moments;


--
-- Name: kept_of_plan_number; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_number;


--
-- Name: kept_of_plan_period; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_period;


--
-- Name: kept_of_plan_period_value; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_period_value;


--
-- Name: kept_of_plan_ranking; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_ranking;


--
-- Name: kept_of_plan_scorecard; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_scorecard;


--
-- Name: kept_of_plan_standing; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_standing;


--
-- Name: kept_of_plan_status; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_status;


--
-- Name: kept_of_plan_targets; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_targets;


--
-- Name: kept_of_plan_tree; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_tree;


--
-- Name: kept_of_plan_trend; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_trend;


--
-- Name: kept_of_plan_trend_cube; Type: MATERIALIZED VIEW DATA; Schema: plans; Owner: -
--

REFRESH MATERIALIZED VIEW plans.kept_of_plan_trend_cube;


--
-- PostgreSQL database dump complete
--


