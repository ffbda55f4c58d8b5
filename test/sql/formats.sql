-- formats: what doc/formats.md says of binary messages, sent and received as drivers do.
-- No receive function can be called from SQL, but COPY calls it.
CREATE FUNCTION received(type text, message bytea) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	file text := current_setting('data_directory') || '/formats.binary';
	lo oid := lo_from_bytea(0, '\x5047434f50590aff0d0a0000000000000000000001'::bytea || int4send(length(message)) || message || '\xffff');
	value text;
	detail text;
BEGIN
	PERFORM lo_export(lo, file), lo_unlink(lo);
	EXECUTE format('CREATE TEMP TABLE message (value %I)', type);
	EXECUTE format('COPY message FROM %L (FORMAT binary)', file);
	SELECT m.value::text INTO value FROM message AS m;
	DROP TABLE message;
	RETURN value;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
	RETURN concat_ws(': ', SQLSTATE, SQLERRM, nullif(detail, ''));
END
$$;
CREATE FUNCTION sent(type text, value text) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
	message bytea;
BEGIN
	EXECUTE format('SELECT %I(%L::%I)', '_' || type || '_send', value, type) INTO message;
	RETURN message;
END
$$;

-- Every field at its place: numbers count up in the order of doc/formats.md, and sums have
-- their most significant limb first.
CREATE TABLE example (type text, value text);
INSERT INTO example VALUES
	('plan_scorecard', 'exceeded=1 met=2 on_track=3 at_risk=4 off_track=5 regressing=6 no_data=7 unjudged=8 unscored=9 without_actual=10 without_target=11 untargeted=12 weight_scored=13 weight_unscored=14 weighted_score=15 actual=16 target=17 untargeted_actual=18 weight_uncovered=19'),
	('plan_trend', 'logit of=1 n=2 w=3 wx=4 wxx=5 wy=6 wxy=7 wyy=8'),
	('plan_fixedsum', '2 n=1'),
	('plan_moments', 'beta_convergence parameter=1 rows=3 zeros=1 negatives=2 w=6 x=7 f=8 xf=9'),
	('plan_earned', 'n=1 pv=2 ev=3 ac=4 bac=5 no_pv=6 no_ev=7 no_ac=8 no_bac=9'),
	('plan_period_value', 'first n=2 at=2000-01-02 value=4 ambiguous'),
	('plan_period_value', 'average n=1 sum=4'),
	('plan_measure', 'atkinson 1'),
	('plan_goal', '2..3 from 1'),
	('plan_period', '2000-01-02..2000-01-03'),
	('plan_standing', '1/2'),
	('plan_standing', '3-5'),
	('plan_ranking', '2000-01-02: 5 > 4 = 6; 2000-01-03: 4'),
	('plan_ranking', '2000-01-02: 5 (2) > 4 = 6 (-1)'),
	('plan_ranking', '2000-01-02: "b" > "a"'),
	('plan_ranking', '2000-01-02: #1/9 5, #2-3 4 = 6, #7+ 1'),
	('plan_ranking', '2000-01-02: 00000000-0000-0000-0000-00000000000a'),
	('plan_cube', '4 2000-02: met=2 actual=17; 5 2000-03: no_data=7'),
	('plan_cube', '"a" 2000-02: met=2; "b" 2000-02: met=3'),
	('plan_trend_cube', '4: n=2 w=3 wyy=8'),
	('plan_figure_cube', '6 2000-02: flow n=2 to=2000-02-03 sum=4; 7 2000-02: first across mean n=2 at=2000-02-01 to=2000-02-03 value=1'),
	('plan_figure_cube', '[year from 6 April; named by start; week from Sunday] 6/"a" FY2000-M09: stock n=2 to=2001-01-05 value=1 ambiguous'),
	('plan_tree', '5; 4 < 5; 3 < 4'),
	('plan_tree', '"b" * 1; "a" < "b" * 0.5'),
	('plan_targets', '4 2000-01-02..2000-01-03: >= 2..3 from 1; 5 2000-01-02: <= 6'),
	('plan_targets', '"a" 2000-01-02: = 1; "b" 2000-01-02: = 2; "b" 2000-01-03: = 3'),
	('plan_targets', '00000000-0000-0000-0000-00000000000a 2000-01-02: = 1');
SELECT type, length(sent(type, value)), encode(sent(type, value), 'hex') AS message FROM example;

-- What was sent comes back, differences with negative counts too.
INSERT INTO example VALUES
	('plan_scorecard', 'empty'),
	('plan_scorecard', 'met=-1 unscored=-9223372036854775808 weight_scored=-1 actual=-170141183460469231731687303715884105728'),
	('plan_trend', 'empty'),
	('plan_trend', 'growth n=-1 w=-1 wxy=-170141183460469231731687303715884105727.5'),
	('plan_fixedsum', 'empty'),
	('plan_fixedsum', '-0.5 n=-1'),
	('plan_moments', 'cv empty'),
	('plan_moments', 'power_mean parameter=-Infinity rows=2 w=2 x=1 f=2'),
	('plan_moments', 'cv rows=-1 w=-1 x=-2 f=-4'),
	('plan_earned', 'empty'),
	('plan_earned', 'n=-1 pv=-2 no_ac=-1'),
	('plan_period_value', 'flow n=-2 sum=-3.5'),
	('plan_period_value', 'stock empty'),
	('plan_period_value', 'stock n=2 at=2023-06-30 value=172'),
	('plan_period_value', 'peak n=1 value=-1'),
	('plan_goal', '>= 95'),
	('plan_goal', '= 63 from 64'),
	('plan_period', '4714-11-24 BC..5874897-12-31'),
	('plan_standing', '2147483647/2147483647'),
	('plan_standing', '2147483646+'),
	('plan_ranking', 'empty'),
	('plan_ranking', '4714-11-24 BC: -9223372036854775808 = 9223372036854775807; 5874897: 0'),
	('plan_ranking', '2020: 1 (1e-300) > 2 (0); 2021: 2 > 1; 2022: 1 (-1e+300) > 2 = 3 (0.1)'),
	('plan_ranking', '2020: "" > "say ""no"""; 2021: ""'),
	('plan_cube', 'empty'),
	('plan_cube', '-9223372036854775808 2000-01: met=-1; 9223372036854775807 2000-01: actual=0.5'),
	('plan_cube', '"" 2020-01: met=1; "a;b: ""c""" 2020-01: met=1'),
	('plan_cube', '00000000-0000-0000-0000-00000000000a 2020-01: met=1'),
	('plan_trend_cube', 'empty'),
	('plan_trend_cube', '"x": n=1 w=1'),
	('plan_figure_cube', 'empty'),
	('plan_figure_cube', '-5/ 2024-01: flow empty; 5/ 2024-01: flow across max empty'),
	('plan_figure_cube', '""/"" 2024-01: peak n=1 to=2024-01-31 value=-1e+300; ""/"say ""no""; /:]" 2024-01: peak empty'),
	('plan_figure_cube', '[4-4-5 weeks to the last Saturday of January] 00000000-0000-0000-0000-00000000000a/5 FY2024-M12: stock n=1 to=2024-01-01 value=1'),
	('plan_tree', 'empty'),
	('plan_tree', '1; 2 < 1; 3'),
	('plan_tree', '"" * 1; ";" < "" * 0'),
	('plan_targets', 'empty'),
	('plan_targets', '-9223372036854775808 4714-11-24 BC..5874897-12-31: >= -1.7976931348623157e+308; 9223372036854775807 2022: 8..12 from -1e-300'),
	('plan_targets', '"" 2022: = 63; "a;b: ""c"" d" 2022: <= 10 from 44');
SELECT type, value, received(type, sent(type, value)) FROM example WHERE received(type, sent(type, value)) IS DISTINCT FROM value;

-- A message that is too short, too long or of another version is refused, whatever its type.
SELECT DISTINCT type, how, received(type, message)
	FROM example, LATERAL (VALUES
		('empty', ''::bytea),
		('one byte less', substr(sent(type, value), 1, length(sent(type, value)) - 1)),
		('one byte more', sent(type, value) || '\x00'),
		('version 2', set_byte(sent(type, value), 0, 2))) AS wrong (how, message)
	WHERE value IN (SELECT min(value) FROM example GROUP BY type)
	ORDER BY type, how;

-- So is what no value has: another kind, a ceiling of none, a reserved combination.
SELECT what, received(type, overlay(sent(type, value) PLACING bytes FROM at + 1))
	FROM (VALUES
		('trend of an unknown kind', 'plan_trend', 'empty', 1, '\x03'::bytea),
		('ceiling of a linear trend', 'plan_trend', 'n=1 w=1', 2, float8send(1)),
		('logit with a ceiling of NaN', 'plan_trend', 'logit of=1 n=1 w=1', 2, float8send('NaN')),
		('ceiling below zero', 'plan_trend', 'logit of=1 n=1 w=1', 2, float8send(-1)),
		('ceiling of an empty trend', 'plan_trend', 'logit empty', 2, float8send(1)),
		('ceiling of -0', 'plan_trend', 'empty', 2, float8send('-0')),
		('unknown measure', 'plan_moments', 'cv empty', 1, '\xff'),
		('parameter of a measure without any', 'plan_moments', 'cv rows=1 w=1 x=1 f=1', 2, float8send(1)),
		('epsilon of NaN', 'plan_moments', 'atkinson parameter=1 rows=1 w=1', 2, float8send('NaN')),
		('coverage above 1', 'plan_moments', 'power_mean parameter=1 min_coverage=0.5 rows=1 covering=1 w=1 x=1', 10, float8send(2)),
		('more that cover than there are', 'plan_moments', 'max_min_ratio rows=1 w=1 x=1 f=1', 34, int8send(2)),
		('greatest value below the least', 'plan_moments', 'max_min_ratio rows=2 w=2 x=1 f=2', 154, '\xffff'),
		('unknown kind of value', 'plan_period_value', 'flow n=1 sum=1', 1, '\x08'),
		('ambiguous flow', 'plan_period_value', 'flow n=2 sum=1', 2, '\x01'),
		('ambiguous stock of one value', 'plan_period_value', 'stock n=1 at=2000-01-01 value=1', 2, '\x01'),
		('stock of no values', 'plan_period_value', 'stock n=1 at=2000-01-01 value=1', 3, int8send(0)),
		('flow with a period', 'plan_period_value', 'flow n=1 sum=1', 11, int4send(1) || int4send(2)),
		('stock of two days', 'plan_period_value', 'stock n=1 at=2000-01-01 value=1', 15, int4send(2)),
		('stock of NaN', 'plan_period_value', 'stock n=1 at=2000-01-01 value=1', 19, float8send('NaN')),
		('peak with a sum', 'plan_period_value', 'peak n=1 value=1', 26, int8send(1)),
		('epsilon below zero', 'plan_measure', 'atkinson 1', 2, float8send(-1)),
		('parameter of theil_t as -0', 'plan_measure', 'cv', 2, float8send('-0')),
		('unknown direction', 'plan_goal', '>= 1', 1, '\x03'),
		('bounds reversed', 'plan_goal', '1..2', 3, float8send(3)),
		('baseline of none', 'plan_goal', '>= 1', 19, float8send(1)),
		('empty period', 'plan_period', '2000-01-01', 1, int4send(1) || int4send(1)),
		('period beyond the calendar', 'plan_period', '2000-01-01', 5, int4send(2147483647)),
		('entities of an unknown kind', 'plan_ranking', '2020: 1', 1, '\x04'::bytea),
		('entities of no kind', 'plan_ranking', '2020: 1', 1, '\x00'::bytea),
		('fewer entities than told', 'plan_ranking', '2020: 1', 6, int8send(9)),
		('a negative number of them', 'plan_ranking', '2020: 1', 6, int8send(-1)),
		('a text longer than the message', 'plan_ranking', '2020: "a"', 14, int4send(1000)),
		('a text that is not in the encoding', 'plan_ranking', '2020: "ab"', 18, '\xff00'::bytea),
		('a text with a zero', 'plan_ranking', '2020: "ab"', 18, '\x6100'::bytea),
		('fewer periods than told', 'plan_ranking', '2020: 1', 2, int4send(2)),
		('nodes of an unknown kind', 'plan_cube', '1 2020-01: met=1', 1, '\x04'::bytea),
		('nodes of no kind', 'plan_cube', '1 2020-01: met=1', 1, '\x00'::bytea),
		('fewer cells than told', 'plan_cube', '1 2020-01: met=1', 2, int4send(2)),
		('a negative number of cells', 'plan_cube', '1 2020-01: met=1', 2, int4send(-1)),
		('cells that do not ascend', 'plan_cube', '1 2020-01: met=1; 2 2020-01: met=1', 6, int8send(3)),
		('a month beyond the calendar', 'plan_cube', '1 2020-01: met=1', 14, int4send(2147483647)),
		('a place without a key', 'plan_cube', '"a" 2020-01: met=1', 15, int8send(1)),
		('keys that do not ascend', 'plan_cube', '"a" 2020-01: met=1; "b" 2020-01: met=1', 10, '\x63'::bytea),
		('more keys than the message has', 'plan_cube', '"a" 2020-01: met=1', 2, int4send(1000000000)),
		('a trend of an unknown kind', 'plan_trend_cube', '1: n=1 w=1', 14, '\x03'::bytea),
		('an unknown kind of value', 'plan_figure_cube', '1 2024-01: flow empty', 26, '\x08'::bytea),
		('a rule across of none', 'plan_figure_cube', '1 2024-01: flow empty', 27, '\x06'::bytea),
		('an ambiguous flow', 'plan_figure_cube', '1 2024-01: flow n=2 to=2024-01-31 sum=1', 28, '\x01'::bytea),
		('a day of another month', 'plan_figure_cube', '1 2024-01: flow n=2 to=2024-01-31 sum=1', 29, int4send(8797)),
		('a flow of a day', 'plan_figure_cube', '1 2024-01: flow n=2 to=2024-01-31 sum=1', 33, int4send(1)),
		('a first value of the month before', 'plan_figure_cube', '1 2024-01: first n=2 at=2024-01-01 to=2024-01-31 value=1', 33, int4send(8765)),
		('a negative number of values', 'plan_figure_cube', '1 2024-01: flow n=2 to=2024-01-31 sum=1', 37, int8send(-1)),
		('a flow with a value', 'plan_figure_cube', '1 2024-01: flow n=2 to=2024-01-31 sum=1', 45, float8send(1)),
		('a stock of NaN', 'plan_figure_cube', '1 2024-01: stock n=2 to=2024-01-31 value=1', 45, float8send('NaN')),
		('a stock of -0', 'plan_figure_cube', '1 2024-01: stock n=2 to=2024-01-31 value=1', 45, float8send('-0')),
		('a stock with a sum', 'plan_figure_cube', '1 2024-01: stock n=2 to=2024-01-31 value=1', 53, int8send(1)),
		('two kinds of one node', 'plan_figure_cube', '1/5 2024-01: flow empty; 1/6 2024-01: flow empty', 127, '\x02'::bytea),
		('a calendar that is none', 'plan_figure_cube', '1 2024-01: flow empty', 1, '\x03'::bytea),
		('a calendar with something in reserve', 'plan_figure_cube', '1 2024-01: flow empty', 8, '\x01'::bytea),
		('pairs of no kind', 'plan_figure_cube', '1/5 2024-01: flow empty', 9, '\x10'::bytea),
		('pairs of entities alone', 'plan_figure_cube', '1/5 2024-01: flow empty', 9, '\x14'::bytea),
		('pairs of an unknown kind', 'plan_figure_cube', '1/5 2024-01: flow empty', 9, '\x20'::bytea),
		('an entity where there are none', 'plan_figure_cube', '1/5 2024-01: flow empty', 9, '\x11'::bytea),
		('an entity that is there or not', 'plan_figure_cube', '1/5 2024-01: flow empty', 22, '\x02'::bytea),
		('an entity with a zero', 'plan_figure_cube', '1/"ab" 2024-01: flow empty', 27, '\x6100'::bytea),
		('pairs in a cube of scorecards', 'plan_cube', '"a" 2020-01: met=1', 1, '\x12'::bytea),
		('a weight that is neither', 'plan_tree', '1; 2 < 1', 2, '\x02'::bytea),
		('a parent that is missing', 'plan_tree', '1; 2 < 1', 33, int8send(7)),
		('a negative number of nodes', 'plan_tree', '1; 2 < 1', 3, int4send(-1)),
		('more nodes than the message has', 'plan_tree', '1; 2 < 1', 3, int4send(1000000000)),
		('nodes of an unknown kind', 'plan_targets', '1 2022: = 1', 1, '\x04'::bytea),
		('nodes of no kind', 'plan_targets', '1 2022: = 1', 1, '\x00'::bytea),
		('a kind without nodes', 'plan_targets', 'empty', 1, '\x01'::bytea),
		('more targets than the message has', 'plan_targets', '1 2022: = 1', 2, int4send(1000000000)),
		('a negative number of targets', 'plan_targets', '1 2022: = 1', 2, int4send(-1)),
		('an empty period', 'plan_targets', '1 2000-01-01: = 1', 14, int4send(1) || int4send(1)),
		('a period beyond the calendar', 'plan_targets', '1 2000-01-01: = 1', 18, int4send(2147483647)),
		('a goal without direction', 'plan_targets', '1 2000-01-01: = 1', 22, '\x03'::bytea),
		('a baseline of none', 'plan_targets', '1 2000-01-01: = 1', 40, float8send(1)),
		('a bound of NaN', 'plan_targets', '1 2000-01-01: = 1', 24, float8send('NaN')),
		('a place without a key', 'plan_targets', '"a" 2000-01-01: = 1', 15, int8send(1)),
		('a key without a target', 'plan_targets', '"a" 2000-01-01: = 1; "b" 2000-01-01: = 1', 62, int8send(0) || int4send(1) || int4send(2)),
		('a key twice', 'plan_targets', '"a" 2000-01-01: = 1; "b" 2000-01-01: = 1', 15, '\x61'::bytea),
		('two goals of a period', 'plan_targets', '1 2000-01-01: = 1; 2 2000-01-01: = 2', 48, int8send(1)),
		('targets out of order', 'plan_targets', '1 2000-01-01: = 1; 2 2000-01-01: = 2', 6, int8send(3)),
		('a period without days', 'plan_ranking', '2000-01-01: 1', 26, int4send(0)),
		('a period twice', 'plan_ranking', '2000-01-01: 1; 2000-01-02: 1', 40, int4send(0) || int4send(1)),
		('no places', 'plan_ranking', '2000-01-01: 1', 30, int4send(0)),
		('more places than told', 'plan_ranking', '2000-01-01: 1', 30, int4send(2147483647)),
		('a place of nobody', 'plan_ranking', '2000-01-01: 1', 35, int4send(1)),
		('a place of one before the first', 'plan_ranking', '2000-01-01: 1', 35, int4send(-1)),
		('a first place level with the one before', 'plan_ranking', '2000-01-01: 1', 39, '\x01'::bytea),
		('a place neither level nor not', 'plan_ranking', '2000-01-01: 1 > 2', 52, '\x02'::bytea),
		('two places of one entity', 'plan_ranking', '2000-01-01: 1 > 2', 48, int4send(0)),
		('scores neither there nor not', 'plan_ranking', '2000-01-01: 1', 34, '\x03'::bytea),
		('a score that is not a number', 'plan_ranking', '2000-01-01: 1 (2)', 40, float8send('NaN')),
		('scores that fall and rise', 'plan_ranking', '2000-01-01: 1 (2) > 2 (1) > 3 (0)', 82, float8send(3)),
		('a published field below 0', 'plan_ranking', '2000-01-01: #1/9 1', 35, int4send(-1)),
		('a published field that is too large', 'plan_ranking', '2000-01-01: #1/9 1', 35, int4send(2147483647)),
		('a published rank beyond its field', 'plan_ranking', '2000-01-01: #1/9 1', 43, int4send(10) || int4send(10)),
		('a published place of nobody', 'plan_ranking', '2000-01-01: #1/9 1', 39, int4send(1)),
		('a published rank 0', 'plan_ranking', '2000-01-01: #1/9 1', 43, int4send(0)),
		('a band that ends before it begins', 'plan_ranking', '2000-01-01: #2/9 1', 47, int4send(1)),
		('two standings of one entity', 'plan_ranking', '2000-01-01: #1 1, #2 2', 59, int4send(0)),
		('a band of a field', 'plan_standing', '1/2', 9, int4send(2)),
		('a band that ends before it begins', 'plan_standing', '3-5', 9, int4send(3)),
		('a band that ends below 0', 'plan_standing', '3-5', 9, int4send(-5)),
		('rank 0', 'plan_standing', '1/1', 1, int4send(0)),
		('rank beyond its field', 'plan_standing', '1/1', 1, int4send(2))) AS wrong (what, type, value, at, bytes);

DROP TABLE example;
DROP FUNCTION received, sent;
