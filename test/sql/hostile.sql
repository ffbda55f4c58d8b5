-- Bytes from a client are hostile.  Every type's input function gets mangled text, and
-- every receive function mangled bytes: they may refuse them with an ordinary error or
-- read a value that comes back unchanged, nothing else.

CREATE TABLE samples (type text, value text);
INSERT INTO samples VALUES
	('plan_fixedsum', '-170141183460469231731687303715884105728 n=3'), ('plan_fixedsum', '12.50 n=3'), ('plan_fixedsum', '0.99999999999999999999 n=-1'),
	('plan_goal', '>= 95 from 44'), ('plan_goal', '-8.5..12e3 from 1'), ('plan_goal', '= 63'), ('plan_goal', '<= 1e308'),
	('plan_scorecard', 'exceeded=1 met=2 at_risk=-4 unscored=1 weight_scored=2.5 weighted_score=2.25 actual=-3 target=170141183460469231731687303715884105727'),
	('plan_scorecard', 'empty'), ('plan_status', 'on_track'),
	('plan_period', '2020–2025'), ('plan_period', '2022-W07'), ('plan_period', '2020-10..2022-Q3'), ('plan_period', '0044-03-15 BC..5874897-12-31'),
	('plan_period_value', 'stock n=2 at=2023-06-30 value=172'), ('plan_period_value', 'first n=6 at=2020-10-31 value=-41.5'), ('plan_period_value', 'average n=3 sum=170141183460469231731687303715884105727'), ('plan_period_value', 'peak n=1 value=-1e308'),
	('plan_calendar', 'year from 6 April; named by start; week from Sunday; weekend Friday; holidays 2024-01-01, 2024-02-08..2024-02-14; half days Thursday'), ('plan_calendar', '4-5-4 weeks to the Saturday nearest 31 January'), ('plan_calendar', 'standard'),
	('plan_standing', '8/63'), ('plan_standing', '101-150'), ('plan_standing', '1001+'), ('plan_standing', '2147483647/2147483647'),
	('plan_tree', '1; 11 < 1; 111 < 11; 12 < 1; 2'), ('plan_tree', '-1 * 1; 11 < -1 * 0.6; 12 < -1 * 4e-7'), ('plan_tree', 'empty'),
	('plan_targets', '-7 2022: >= 95 from 44; 101 2022-Q3: <= 1e308; 101 2022-W07: -8.5..12e3'), ('plan_targets', '"Hà Nội" 2020-10..2022-Q3: = 63; "say ""no"" 1" 0044-03-15 BC..5874897-12-31: 6.6..6.8'), ('plan_targets', 'ffffffff-ffff-ffff-ffff-ffffffffffff 2022: >= 1'), ('plan_targets', 'empty'),
	('plan_trend', 'n=3 w=3 wx=24105 wxx=193950125 wy=60.25 wxy=-489400 wyy=1400.000000000000000000000000000000000000003'), ('plan_trend', 'growth n=-2 w=0.5 wyy=170141183460469231731687303715884105727.9'), ('plan_trend', 'logit of=1e2 n=1 w=1'), ('plan_trend', 'empty'),
	('plan_trend_cube', '-7: n=1 w=1 wx=5; 101: empty; 102: n=3 w=3.5 wxy=-0.125'), ('plan_trend_cube', 'empty'),
	('plan_figure_cube', '-7 0044-03 BC: flow n=1 to=0044-03-15 BC sum=5; 101 2022-03: stock across mean n=2 to=2022-03-31 value=-1e300 ambiguous; 101 2022-04: stock across mean empty; 102 2022-04: first n=2 at=2022-04-01 to=2022-04-30 value=7'), ('plan_figure_cube', 'empty'),
	('plan_figure_cube', '"a;b"/ 2022-03: peak n=1 to=2022-03-31 value=5; "a;b"/"x/"":]" 2022-03: peak n=1 to=2022-03-31 value=5; "b"/"" 2022-03: average n=1 to=2022-03-31 sum=-170141183460469231731687303715884105728'),
	('plan_figure_cube', '[year from 6 April; named by start; week from Sunday] 5/00000000-0000-0000-0000-00000000000a FY2022-M01: least across none n=1 to=2022-05-05 value=5'), ('plan_figure_cube', '[4-5-4 weeks to the Saturday nearest 31 January] 00000000-0000-0000-0000-00000000000a/-5 FY2022-M01: cumulative n=1 to=2021-02-05 value=5'),
	('plan_earned', 'n=3 pv=100.5 ev=90 ac=-7 bac=170141183460469231731687303715884105727 no_ev=1 no_bac=-2'), ('plan_earned', 'empty'),
	('plan_moments', 'generalized_entropy parameter=-0.5 rows=3 missing=-1 zeros=1 negatives=2 w=3138550867693340381917894711603833208051177722232017256447 x=-6.25 f=4.6821312271242199681'), ('plan_moments', 'power_mean parameter=-Infinity min_coverage=0.5 rows=3 missing=1 covering=3 w=2 x=3 f=4'), ('plan_moments', 'beta_convergence parameter=10 rows=2 w=0.5 x=-1 f=3 xf=0.7'), ('plan_moments', 'cv empty'),
	('plan_measure', 'theil_t'), ('plan_measure', 'power_mean -Infinity'), ('plan_measure', 'beta_convergence 2.5e1'),
	('plan_ranking', '2015: 17 > 42 = 43; 2016: 42 > 17'), ('plan_ranking', '2015: #1/63 17, #21-30 42 = 43; 2016: #61+ 17'), ('plan_ranking', 'empty'), ('plan_ranking', '0044-03 BC: 9223372036854775807 = -9223372036854775808; 5874897: 0 > 1'),
	('plan_ranking', '2015: "Hà Nội" > "Thái ""Nguyên""" = ""; 2016: ""'), ('plan_ranking', 'empty'),
	('plan_cube', '-7 0044-03 BC: met=1; 101 2022-03: met=2 weight_scored=2; 101 2022-04: no_data=-1 actual=170141183460469231731687303715884105727; 102 2022-04: empty'), ('plan_cube', 'empty'), ('plan_cube', '1 2022-9: exceeded=5000000000');

-- Pseudo-random, the same on every machine and in every version.
CREATE FUNCTION random_below(seed int, stream int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT (('x' || substr(md5(seed || '/' || stream), 1, 7))::bit(28)::int % n) $$;

-- Text: change, drop, double or swap characters, or cut the text short.
CREATE FUNCTION mangle_text(t text, seed int) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	alphabet text := '0123456789.=<>-+eE fromnactxHQWB,;%()"''/\|' || chr(1) || chr(127) || chr(228) || chr(8805);
	at int := 1 + random_below(seed, 1, length(t));
	c text := substr(alphabet, 1 + random_below(seed, 2, length(alphabet)), 1);
BEGIN
	CASE random_below(seed, 3, 6)
		WHEN 0 THEN RETURN overlay(t placing c from at for 1);
		WHEN 1 THEN RETURN overlay(t placing '' from at for 1);
		WHEN 2 THEN RETURN overlay(t placing c from at for 0);
		WHEN 3 THEN RETURN left(t, at) || t;
		WHEN 4 THEN RETURN left(t, at);
		ELSE RETURN overlay(t placing repeat(substr(t, at, 1), 40) from at for 1);
	END CASE;
END
$$;

DO $$
DECLARE
	sample record;
	t text;
	again boolean;
	refused int := 0;
	accepted int := 0;
BEGIN
	FOR sample IN SELECT * FROM samples, generate_series(1, 400) AS seed LOOP
		t := mangle_text(sample.value, sample.seed);
		IF sample.seed % 3 = 0 THEN
			t := mangle_text(t || ' ', sample.seed + 1000);
		END IF;
		BEGIN
			EXECUTE format('SELECT v::text::%1$I = v FROM (SELECT %2$L::%1$I AS v) AS s', sample.type, t) INTO again;
			accepted := accepted + 1;
			IF again IS NOT TRUE THEN
				RAISE WARNING '% % does not come back', sample.type, t;
			END IF;
		EXCEPTION WHEN OTHERS THEN
			refused := refused + 1;
			IF SQLSTATE NOT IN ('22P02', '22003', '22023', '22007', '22008') THEN
				RAISE WARNING '% %: % %', sample.type, t, SQLSTATE, SQLERRM;
			END IF;
		END;
	END LOOP;
	RAISE NOTICE 'text: % values, some refused: %, some accepted: %', accepted + refused, refused > 500, accepted > 200;
END
$$;

-- Bytes: change, drop or add some, also to patterns that tend to hurt: through COPY,
-- since no receive function can be called from SQL.  Each takes a file, which is slow: here are a
-- few thousand, make typefuzz sends millions.
CREATE FUNCTION mangle_bytes(b bytea, seed int) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
	nasty bytea[] := ARRAY['\xff', '\x00', '\x7fffffffffffffff', '\x8000000000000000', '\x7ff8000000000000',
		'\xfff0000000000000', '\x7ff0000000000000', '\x8000000000000000', '\x0000000000000001', '\xffffffffffffffff'];
	at int := random_below(seed, 1, length(b));
	word bytea := nasty[1 + random_below(seed, 2, array_length(nasty, 1))];
BEGIN
	CASE random_below(seed, 3, 6)
		WHEN 0 THEN RETURN set_byte(b, at, random_below(seed, 4, 256));
		WHEN 1 THEN RETURN substr(b, 1, at);
		WHEN 2 THEN RETURN b || substr(b, 1, at + 1);
		WHEN 3 THEN RETURN substr(b, 1, at) || word || substr(b, at + 1 + length(word));
		WHEN 4 THEN RETURN substr(b, 1, 1 + 8 * (at / 8)) || word || substr(b, 2 + 8 * (at / 8) + length(word));
		ELSE RETURN substr(b, 1, 3 + 8 * (at / 8)) || word || substr(b, 4 + 8 * (at / 8) + length(word));
	END CASE;
END
$$;

CREATE FUNCTION int_bytes(n int, length int) RETURNS bytea LANGUAGE sql IMMUTABLE AS
$$ SELECT substr(int4send(n), 5 - length) $$;

DO $$
DECLARE
	sample record;
	original bytea;
	b bytea;
	file text := current_setting('data_directory') || '/hostile.binary';
	lo oid;
	again boolean;
	refused int := 0;
	accepted int := 0;
BEGIN
	CREATE TEMP TABLE received (plan_fixedsum plan_fixedsum, plan_goal plan_goal, plan_period plan_period, plan_moments plan_moments, plan_measure plan_measure, plan_period_value plan_period_value, plan_ranking plan_ranking, plan_scorecard plan_scorecard, plan_standing plan_standing, plan_calendar plan_calendar, plan_tree plan_tree, plan_targets plan_targets, plan_cube plan_cube, plan_trend plan_trend, plan_trend_cube plan_trend_cube, plan_figure_cube plan_figure_cube, plan_earned plan_earned);
	FOR sample IN SELECT * FROM samples, generate_series(1, 60) AS seed WHERE type <> 'plan_status' LOOP
		EXECUTE format('SELECT %I(%L::%I)', '_' || sample.type || '_send', sample.value, sample.type) INTO original;
		b := mangle_bytes(original, sample.seed);
		b := '\x5047434f50590aff0d0a00'::bytea || int_bytes(0, 4) || int_bytes(0, 4)
			|| int_bytes(1, 2) || int_bytes(length(b), 4) || b || int_bytes(-1, 2);
		lo := lo_from_bytea(0, b);
		PERFORM lo_export(lo, file);
		PERFORM lo_unlink(lo);
		BEGIN
			EXECUTE format('COPY received (%I) FROM %L (FORMAT binary)', sample.type, file);
			EXECUTE format('SELECT %1$I::text::%1$I = %1$I FROM received', sample.type) INTO again;
			accepted := accepted + 1;
			IF again IS NOT TRUE THEN
				RAISE WARNING '% % does not come back', sample.type, b;
			END IF;
		EXCEPTION WHEN OTHERS THEN
			refused := refused + 1;
			IF SQLSTATE NOT IN ('22P03', '22003', '22023', '22021', '08P01') THEN
				RAISE WARNING '% %: % %', sample.type, b, SQLSTATE, SQLERRM;
			END IF;
		END;
		DELETE FROM received;
		-- The lock on each large object is held to the end of a transaction.
		IF (accepted + refused) % 250 = 0 THEN
			TRUNCATE received;
			COMMIT;
		END IF;
	END LOOP;
	DROP TABLE received;
	RAISE NOTICE 'binary: % values, some refused: %, some accepted: %', accepted + refused, refused > 300, accepted > 100;
END
$$;

-- Every function of the extension with arguments that hurt, in all combinations of a
-- few: an ordinary error or a result, never an internal error.  Of rows a thousand will
-- do: a period has two thousand million days.
CREATE TABLE nasty (type text, literal text);
INSERT INTO nasty
SELECT 'double precision', unnest(ARRAY['NaN', 'Infinity', '-Infinity', '0', '-0', '1e308', '-1e308', '5e-324', '1', '0.1']) UNION ALL
SELECT 'numeric', unnest(ARRAY['NaN', 'Infinity', '-Infinity', '0', '1e300', '-1e-300', repeat('9', 200), '-0.00001']) UNION ALL
SELECT 'text', unnest(ARRAY['higher', 'lower', 'within', 'statcan', 'committed', 'day', 'week', 'quarter', 'start', 'flow', 'stock across mean', 'theil_t', 'stock', 'compound', 'stepped', '', repeat('x', 100000), chr(8805)]) UNION ALL
SELECT 'bigint', unnest(ARRAY['1', '-1', '0', '9223372036854775807', '-9223372036854775808']) UNION ALL
SELECT 'integer', unnest(ARRAY['1', '-1', '0', '12', '4', '2147483647', '-2147483648']) UNION ALL
SELECT 'smallint', unnest(ARRAY['1', '-1', '32767', '-32768']) UNION ALL
SELECT 'date', unnest(ARRAY['infinity', '-infinity', '4714-11-24 BC', '5874897-12-31', '2024-02-29', '0001-12-31 BC']) UNION ALL
SELECT 'timestamp without time zone', unnest(ARRAY['infinity', '-infinity', '4714-11-24 BC', '294276-12-31 23:59:59.999999', '2024-02-29 12:00']) UNION ALL
SELECT 'timestamp with time zone', unnest(ARRAY['infinity', '-infinity', '4714-11-24 00:00+00 BC', '294276-12-31 23:59:59.999999+00', '2024-02-29 12:00+00']) UNION ALL
SELECT 'date[]', unnest(ARRAY['{}', '{NULL}', '{infinity,-infinity,2024-02-29}', '{{4714-11-24 BC,5874897-12-31}}', '[5:6]={2024-02-29,2024-02-29}']) UNION ALL
SELECT 'daterange', unnest(ARRAY['empty', '(,)', '[2024-01-01,infinity]', '[4714-11-24 BC,5874897-12-31)', '[2024-02-29,2024-02-29]']) UNION ALL
SELECT 'plan_period', unnest(ARRAY['4714-11-24 BC..5874897-12-31', '4714-11-24 BC', '5874897-12-31', '2024-02-29', '4714-12 BC', '5874897-W52', '0001 BC..0001', '2020-01-31..2020-02-29']) UNION ALL
SELECT 'plan_goal', unnest(ARRAY['>= 0', '<= -1e308 from 1e308', '-1e308..1e308', '= 0 from 0']) UNION ALL
SELECT 'plan_status', unnest(ARRAY['met', 'no_data']) UNION ALL
SELECT 'plan_fixedsum', unnest(ARRAY['0 n=0', '170141183460469231731687303715884105727.99999999999999999995 n=9223372036854775807', '-170141183460469231731687303715884105728 n=-9223372036854775808']) UNION ALL
SELECT 'plan_scorecard', unnest(ARRAY['empty', 'exceeded=9223372036854775807 met=9223372036854775807 unscored=-9223372036854775808 weight_scored=-170141183460469231731687303715884105728 weight_unscored=-170141183460469231731687303715884105728 weighted_score=170141183460469231731687303715884105727 actual=-170141183460469231731687303715884105728 target=0.00000000000000000005']) UNION ALL
SELECT 'plan_period_value', unnest(ARRAY['flow n=9223372036854775807 sum=170141183460469231731687303715884105727', 'stock n=1 at=5874897-12-31 value=-1e308', 'first n=1 at=4714-11-24 BC value=0', 'average n=1 sum=-170141183460469231731687303715884105728', 'peak n=1 value=0']) UNION ALL
SELECT 'plan_standing', unnest(ARRAY['1/1', '1/2147483647', '2147483647/2147483647']) UNION ALL
SELECT 'plan_tree', unnest(ARRAY['empty', '1; -1 < 1; 0', '1 * 1e308; -1 < 1 * 1e308; 0 < 1 * 5e-324', '9223372036854775807; -9223372036854775808 < 9223372036854775807']) UNION ALL
SELECT 'plan_targets', unnest(ARRAY['empty', '1 2022: >= 0; 1 2024-02-29: = 0 from 0', '-9223372036854775808 4714-11-24 BC..5874897-12-31: -1e308..1e308; 9223372036854775807 5874897-12-31: <= -1e308 from 1e308', '"" 2022: = 1', '00000000-0000-0000-0000-000000000000 2022: = 1']) UNION ALL
SELECT 'plan_trend', unnest(ARRAY['empty', 'growth empty', 'n=3 w=3 wx=24105 wxx=193950125 wy=60 wxy=489400 wyy=1400', 'growth n=3 w=3 wx=24105 wxx=193950125 wy=6000 wxy=48949990 wyy=14000000', 'logit of=1e308 n=2 w=2 wx=1 wxx=1 wy=1', 'logit of=5e-324 n=2 w=2 wx=1 wxx=1 wy=1 wxy=-170141183460469231731687303715884105728',
	'n=-9223372036854775808 w=-170141183460469231731687303715884105728 wx=170141183460469231731687303715884105727 wxx=-170141183460469231731687303715884105728 wy=170141183460469231731687303715884105727 wxy=-170141183460469231731687303715884105728 wyy=170141183460469231731687303715884105727',
	'n=2 w=0.00000000000000000006 wx=0.00000000000000000006 wxx=170141183460469231731687303715884105727 wxy=170141183460469231731687303715884105727 wyy=-1']) UNION ALL
SELECT 'plan_trend_cube', unnest(ARRAY['empty', '0: n=9223372036854775807 w=1', '-9223372036854775808: empty; 1: n=1 w=0.3 wyy=-170141183460469231731687303715884105728; 9223372036854775807: n=2 w=2 wx=1 wxx=1 wy=5 wxy=5 wyy=25']) UNION ALL
SELECT 'plan_earned', unnest(ARRAY['empty', 'n=9223372036854775807 pv=170141183460469231731687303715884105727 ev=-170141183460469231731687303715884105728 ac=0.00000000000000000006 bac=1 no_pv=-9223372036854775808 no_ac=9223372036854775807', 'n=2 pv=1 ev=1 ac=1 bac=1']) UNION ALL
SELECT 'plan_moments', unnest(ARRAY['cv empty', 'generalized_entropy parameter=1e308 rows=9223372036854775807 w=3138550867693340381917894711603833208051177722232017256447 x=1 f=-3138550867693340381917894711603833208051177722232017256448', 'max_min_ratio rows=9223372036854775807 zeros=1 negatives=9223372036854775805 w=9223372036854775807 x=-79228162514264328797450928128 f=2', 'atkinson parameter=0.7 rows=1 missing=-9223372036854775806 w=0.0000000001 x=3 f=-7', 'power_mean parameter=-Infinity rows=2 negatives=1 w=1 x=-1 f=1', 'power_mean parameter=0.3 rows=1 w=1 f=2']) UNION ALL
SELECT 'plan_measure', unnest(ARRAY['theil_t', 'cv', 'beta_convergence 5e-324', 'generalized_entropy -1e308', 'power_mean Infinity', 'atkinson 0.7']) UNION ALL
SELECT 'plan_ranking', unnest(ARRAY['empty', '2015: 17 > 42 = 43; 2016: 42 > 17', '4714-12 BC: -9223372036854775808; 5874897: 9223372036854775807']) UNION ALL
SELECT 'plan_ranking', unnest(ARRAY['empty', '2015: "An" > "Em"']) UNION ALL
SELECT 'plan_cube', unnest(ARRAY['empty', '1 2022-01: met=1 weight_scored=1 weighted_score=1', '-1 4714-12 BC: met=9223372036854775807 weight_scored=170141183460469231731687303715884105727; 1 5874897-12: met=1 weight_scored=1',
	'-9223372036854775808 2022-01: empty; 0 2022-01: weight_scored=-1 weighted_score=170141183460469231731687303715884105727; 9223372036854775807 2022-01: unscored=-9223372036854775808']) UNION ALL
SELECT 'plan_figure_cube', unnest(ARRAY['empty', '1 2024-01: flow n=9223372036854775807 to=2024-01-01 sum=170141183460469231731687303715884105727', '-1 4714-12 BC: stock n=2 to=4714-12-01 BC value=1e308 ambiguous; 1 5874897-12: peak across mean n=1 to=5874897-12-31 value=-1e308', '-9223372036854775808 2024-01: first across sum empty; 9223372036854775807 2024-02: average n=9223372036854775807 to=2024-02-01 sum=-170141183460469231731687303715884105728',
	'-1/ 2024-02: stock n=1 to=2024-02-01 value=1; 1/5 2024-02: stock across none n=1 to=2024-02-01 value=1; 1/6 2024-02: stock across none n=1 to=2024-02-01 value=1', '""/"" 2024-02: cumulative n=1 to=2024-02-01 value=1e308', '[year from 28 December; named by start] 1 FY2024-M01: flow empty', '[4-4-5 weeks to the last Saturday of January] 1/"a" FY2024-M01: flow empty']) UNION ALL
SELECT 'text[]', unnest(ARRAY['{}', '{NULL}', '{term,year,year_to_date,half,quarter,month}', '{{year},{YEAR}}', '[5:6]={month,week}', '{""}']) UNION ALL
SELECT 'double precision[]', unnest(ARRAY['{0.9,0.5}', '{}', '{1e308,-Infinity}', '{-1e308}', '{NULL,NULL}', '{{1}}', '{NaN,NaN,NaN}', '[5:6]={0.9,0.5}']);

DO $$
DECLARE
	f record;
	args text;
	seed int;
	calls int := 0;
BEGIN
	FOR f IN
		SELECT p.oid, p.proname, p.prokind, string_to_array(pg_get_function_identity_arguments(p.oid), ', ') AS declared,
			(SELECT array_agg(format_type(t, NULL) ORDER BY n) FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (t, n)) AS types
		FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
			JOIN pg_extension AS e ON d.refobjid = e.oid AND e.extname = 'tnplan'
		WHERE NOT 'internal'::regtype = ANY (p.proargtypes) AND NOT 'cstring'::regtype = ANY (p.proargtypes) AND p.prokind <> 'w' AND p.provolatile <> 'v'
		ORDER BY p.proname, p.proargtypes::text
	LOOP
		FOR seed IN 1..25 LOOP
			SELECT string_agg(CASE WHEN random_below(seed, n::int * 7, 9) = 0 THEN format('NULL::%s', t)
					ELSE format('%L::%s', (SELECT literal FROM nasty WHERE type = t ORDER BY md5(literal || seed || n || f.oid::regprocedure::text) LIMIT 1), t) END, ', ' ORDER BY n)
				INTO args FROM unnest(f.types) WITH ORDINALITY AS a (t, n);
			BEGIN
				EXECUTE format('SELECT (%I(%s))::text LIMIT 1000', f.proname, args);
				calls := calls + 1;
				IF f.prokind = 'a' THEN
					EXECUTE format('SELECT (%I(%s) OVER (ORDER BY i ROWS 1 PRECEDING))::text FROM generate_series(1, 4) AS i', f.proname, args);
				END IF;
			EXCEPTION WHEN OTHERS THEN
				calls := calls + 1;
				IF SQLSTATE NOT IN ('22003', '22023', '22004', '22008', '2201E', '2201F') AND NOT (SQLSTATE = '42804' AND f.types && '{plan_ranking,plan_cube,plan_tree,plan_targets,plan_trend_cube,plan_figure_cube}') AND NOT (SQLSTATE IN ('22007', '22P02') AND 'text' = ANY (f.types)) THEN
					RAISE WARNING '%(%): % %', f.proname, left(args, 200), SQLSTATE, left(SQLERRM, 100);
				END IF;
			END;
		END LOOP;
	END LOOP;
	RAISE NOTICE 'calls: many: %', calls > 3000;
END
$$;

DROP TABLE samples, nasty;
DROP FUNCTION mangle_text, mangle_bytes, random_below, int_bytes;
