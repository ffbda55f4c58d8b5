-- What a hostile role may create in a schema that is open to it, so that others take it for
-- what they mean: functions, operators, types and collations of familiar names that fit as
-- well or better.  Needs build/lookalikes.csv and no search_path but pg_catalog.  Whatever falls for one of them advances the sequence public.captured.
CREATE SEQUENCE public.captured;
GRANT USAGE, SELECT ON SEQUENCE public.captured TO PUBLIC;

CREATE FUNCTION public.attempt(statement text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN true;
EXCEPTION WHEN duplicate_function OR duplicate_object OR invalid_function_definition OR ambiguous_function OR undefined_function OR undefined_object OR feature_not_supported THEN
	RETURN false;
END
$$;

-- Under the name of each function that is there or will be, but for what that itself takes.
CREATE TABLE public.functions (name text, types text);
\copy public.functions from 'build/lookalikes.csv' (format csv, delimiter ';')
INSERT INTO public.functions
SELECT proname, array_to_string(proargtypes::regtype[], ', ') FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND pronargs BETWEEN 1 AND 4 AND prokind = 'f';
-- What takes any number of arguments: a fixed number fits better.
INSERT INTO public.functions
SELECT proname, array_to_string(array_fill('"any"'::text, ARRAY[n]), ', ')
FROM pg_proc, generate_series(1, 10) AS n WHERE pronamespace = 'pg_catalog'::regnamespace AND provariadic = '"any"'::regtype AND prokind = 'f';

SELECT count(*) > 5000 AS many FROM (
	SELECT public.attempt(format('CREATE FUNCTION public.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', name, types, type,
		'BEGIN PERFORM pg_catalog.nextval(''public.captured''); RAISE EXCEPTION ''captured''; END')) AS made
	FROM (SELECT DISTINCT name, type, array_to_string(array_fill(type, ARRAY[array_length(string_to_array(types, ','), 1)]), ', ') AS types
		FROM public.functions, unnest(ARRAY['anyelement', 'anycompatible', 'text', 'numeric', 'double precision']) AS type) AS l
	WHERE (name, types) NOT IN (SELECT name, types FROM public.functions)) AS f
WHERE made;

SELECT count(*) = 169 AS many FROM (
	SELECT public.attempt(format('CREATE FUNCTION public.captured_operator(%s, %s) RETURNS boolean LANGUAGE plpgsql AS %L', l, r,
			'BEGIN PERFORM pg_catalog.nextval(''public.captured''); RAISE EXCEPTION ''captured''; END')),
		(SELECT bool_and(public.attempt(format('CREATE OPERATOR public.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = public.captured_operator)', name, l, r)))
			FROM unnest(ARRAY['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '^', '||', '->', '->>', '@>', '<@', '&&']) AS name) AS made
	FROM unnest(ARRAY['int2', 'int4', 'int8', 'float4', 'float8', 'numeric', 'text', 'varchar', 'date', 'timestamp', 'jsonb', 'boolean', 'daterange']) AS l,
		unnest(ARRAY['int2', 'int4', 'int8', 'float4', 'float8', 'numeric', 'text', 'varchar', 'date', 'timestamp', 'jsonb', 'boolean', 'daterange']) AS r) AS o
WHERE made;

SELECT count(*) > 20 AS many FROM (
	SELECT public.attempt(format('CREATE TYPE public.%I AS ENUM (''captured'')', typname)) AS made FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'p', 'r') AND typelem = 0) AS t
WHERE made;
CREATE COLLATION public."C" FROM "POSIX";
CREATE COLLATION public."default" FROM "POSIX";
