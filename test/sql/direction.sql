-- plan_direction: the words for directions, and columns of any type.
SELECT word, word::plan_direction, plan_goal(5, word) AS goal
FROM unnest('{higher,lower,within,Higher,LOWER,up,down,increase,decrease,max,min,maximize,minimize,at least,at most,between,1,-1,0,+1,>=,<=," up "}'::text[]) AS word;
SELECT plan_goal(5, 'higher'), plan_goal(5, 'lower'::varchar), plan_goal(5, 'within'::char(10)), plan_goal(5, 1), plan_goal(5, -1::smallint), plan_goal(5, 0::bigint),
	plan_goal(5, 1.0), plan_goal(5, -1::real), plan_goal(5, 1::float8), plan_goal(5, NULL) AS none;
CREATE TABLE indicators (name text, sign smallint, target numeric, actual real);
INSERT INTO indicators VALUES ('growth', 1, 8, 8.6), ('poverty', -1, 3.5, 3.5), ('inflation', -1, 4, 3.1);
SELECT name, plan_status(actual, plan_goal(target, sign)) FROM indicators ORDER BY name;

CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
-- What is none.
SELECT error FROM unnest(ARRAY[$$'sideways'$$, $$''$$, $$'sideways'::text$$, $$'higherr'::varchar$$, '2', '-2::bigint', '9223372036854775807', '1.5', $$'NaN'::float8$$, '0.5::real', $$'Infinity'::numeric$$]) AS value,
	LATERAL (SELECT error_of(format('SELECT (%s)::plan_direction', value)) AS error) AS e;

-- The type: text and binary forms, order, hash; text columns compare as before.
SELECT array_agg(d ORDER BY d) AS sorted, count(DISTINCT d) AS different, bool_and(d::text::plan_direction *= d) AS text, bool_and(_plan_direction_hash(d) = _plan_direction_hash(d::text)) AS hash
FROM unnest('{within,higher,lower,1}'::plan_direction[]) AS d;
SELECT d, count(*) FROM unnest('{within,higher,lower,1}'::plan_direction[]) AS d GROUP BY d ORDER BY d DESC;
SELECT plan_scorecard_agg(DISTINCT actual, target, sign) FROM indicators;
-- A text is not compared with a number by way of the type.
SELECT error_of('SELECT ' || comparison) FROM unnest(ARRAY[$$'up'::text = 1$$, $$'up'::text IN (1, -1)$$, $$'a'::char(2) < 1.5$$, $$1::bigint <> 'a'::text$$, $$'up'::plan_direction = 'up'$$]) AS comparison;
SELECT _plan_direction_send('lower'), 'up'::text = 'up' AS text, 1 = 1.0 AS numbers, 1::smallint = 1::real AS mixed;
SELECT plan_direction('<= 5'::plan_goal) AS word, plan_goal(5, plan_direction('<= 5'::plan_goal)) AS goal;
DROP TABLE indicators;
DROP FUNCTION error_of;
