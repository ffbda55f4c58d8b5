-- plan_number: every numeric type in one parameter, exactly.
SELECT plan_sum(x) AS of_real, plan_sum(x::numeric) AS of_numeric, plan_sum(x::text::float8) AS of_float8, sum(x) AS inexact FROM unnest('{0.1,0.7,16777216,-2.5}'::real[]) AS x;
SELECT plan_sum(1::smallint), plan_sum(1), plan_sum(1::bigint), plan_sum(1.5), plan_sum('0.25'), plan_sum(NULL) AS none;
SELECT x::plan_number AS number FROM unnest('{0.1,1e-45,3.4028235e38,-0,0.3,16777217,1e6,1234567.9,NaN,Infinity,-Infinity}'::real[]) AS x;
SELECT x::plan_number AS number, x::plan_number = x::float8 AS as_float8 FROM unnest('{0.1,12345678901234567890.12345,1e-300,0,-1e300,NaN,Infinity}'::numeric[]) AS x;
SELECT 9007199254740993::plan_number, -9223372036854775808::plan_number, 32767::smallint::plan_number, 2147483647::plan_number;
-- Every real reads back as itself: its decimals are those that it prints.
SELECT count(*) AS numbers, count(*) FILTER (WHERE (x::plan_number)::float8 IS DISTINCT FROM x::text::float8) AS different
FROM (SELECT (hashint4(i) / 7.0 * 10 ^ (i % 60 - 30))::real AS x FROM generate_series(1, 20000) AS i) AS v;

-- DISTINCT and ORDER BY inside an aggregate.
SELECT plan_sum(DISTINCT x) AS of_different, plan_sum(x ORDER BY x DESC) AS ordered FROM unnest('{1,2,2,3.5}'::numeric[]) AS x;

CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
-- What is none.
SELECT value, error FROM unnest(ARRAY[$$'many'$$, $$''$$, $$'1e400'$$, '1e400::numeric', '-1e400']) AS value, LATERAL (SELECT left(error_of(format('SELECT plan_sum(%s)', value)), 60) AS error) AS e;
SELECT _plan_number_send(1.5), ('NaN'::plan_number)::float8;
-- Other expressions mean what they meant.
SELECT pg_typeof(1 + 1.5), pg_typeof(1::real + 1), pg_typeof(1::bigint * 2::smallint), 0.1::real = 0.1::float8 AS real_and_float8, round(2.5) AS numeric, abs(-1), greatest(1, 2.5), sum(x) FROM unnest('{1,2}'::int[]) AS x;
DROP FUNCTION error_of;
