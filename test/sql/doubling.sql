-- States of 2^58 rows and more: one that is merged with itself again and again holds exactly as many times what
-- it held, gives back what was merged, and reads again from its text, until it is out of range (22003).
SET client_min_messages = warning;
\i test/lib/calls.sql
CREATE TABLE doubled (type text, value text, doublings int, state text, wrong text);
-- Figures in the order in which jsonb has them: sums and counts are doubled, ratios and dates stay.  One that two
-- rows of a day leave open is none.
CREATE FUNCTION differs(one jsonb, many jsonb, times numeric) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	RETURN many::text !~ 'ambiguous' AND (SELECT NOT coalesce(bool_and(coalesce(abs(b - a) <= 1e-9 * abs(a) OR abs(b - a * times) <= 1e-9 * abs(a * times), false)), true)
		FROM (SELECT i, j::text::numeric AS a FROM jsonb_path_query(one, 'strict $.** ? (@.type() == "number")') WITH ORDINALITY AS f (j, i)) AS f
		FULL JOIN (SELECT i, j::text::numeric AS b FROM jsonb_path_query(many, 'strict $.** ? (@.type() == "number")') WITH ORDINALITY AS f (j, i)) AS g USING (i));
END
$$;
CREATE FUNCTION double_up(type text, value text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	doublings int := 0;
	state text := value;
	after text;
	one jsonb;
	many jsonb;
	is_same boolean;
	is_back boolean := true;
	wrong text;
BEGIN
	EXECUTE format('SELECT %L::%s::jsonb', value, type) INTO one;
	WHILE doublings < 130 AND wrong IS NULL LOOP
		EXECUTE format('SELECT m::text, m::jsonb, m::text::%1$s = m AND m = rolled_up FROM (SELECT v + v AS m, (SELECT plan_rollup(w.v) FROM (VALUES (v), (v)) AS w (v)) AS rolled_up FROM (SELECT $1::%1$s) AS one (v)) AS m', type)
			INTO after, many, is_same USING state;
		BEGIN
			EXECUTE format('SELECT $1::%1$s - $2::%1$s = $2::%1$s', type) INTO is_back USING after, state;
		EXCEPTION WHEN invalid_parameter_value OR undefined_function THEN
			is_back := true;
		END;
		doublings := doublings + 1;
		wrong := CASE WHEN NOT is_same THEN 'not read again, or not what plan_rollup gives' WHEN NOT is_back THEN 'not taken back'
			WHEN doublings <= 58 AND differs(one, many, 2::numeric ^ doublings) THEN 'not a multiple: ' || many::text END;
		state := after;
	END LOOP;
	INSERT INTO doubled VALUES (type, value, doublings, '00000', wrong);
EXCEPTION WHEN OTHERS THEN
	INSERT INTO doubled VALUES (type, value, doublings, SQLSTATE, CASE WHEN SQLSTATE <> '22003' THEN SQLERRM END);
END
$$;
-- A ranking is the set of its periods, and has each once.
DO $$
DECLARE
	sample record;
BEGIN
	FOR sample IN SELECT s.* FROM calls.samples AS s JOIN pg_type AS t ON t.typname = s.type JOIN pg_operator AS o ON o.oprname = '+' AND o.oprleft = t.oid AND o.oprright = t.oid AND o.oprresult = t.oid
		WHERE s.type LIKE 'plan\_%' AND s.type <> 'plan_ranking'
	LOOP
		PERFORM double_up(sample.type, sample.value);
	END LOOP;
END
$$;
SELECT type, min(doublings) FILTER (WHERE value !~ '^-1701') > 58 AS many, string_agg(DISTINCT state, ' ' ORDER BY state) AS ends FROM doubled GROUP BY type ORDER BY type COLLATE "C";
SELECT * FROM doubled WHERE wrong IS NOT NULL;

DROP SCHEMA calls CASCADE;
DROP TABLE doubled;
DROP FUNCTION differs, double_up;
