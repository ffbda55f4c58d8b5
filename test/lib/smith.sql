SET client_min_messages = warning;
-- A database for sqlsmith: tables with columns of all types, owned by a role without rights, and
-- in place of pg_proc and pg_operator views that show the extension and what goes with it.
CREATE ROLE smith LOGIN;
CREATE SCHEMA plan;
CREATE EXTENSION tnplan SCHEMA plan;
GRANT USAGE ON SCHEMA plan TO smith;
SET search_path = plan, public;
\i test/lib/calls.sql
-- sqlsmith quotes no names.
SELECT format('CREATE TABLE public.typed AS SELECT n, %s FROM calls.typed', string_agg(format('%I AS %I', type, 'of_' || regexp_replace(replace(type, '[]', '_array'), '\W', '_', 'g')), ', '))
FROM calls.types \gexec
DROP SCHEMA calls CASCADE;
ALTER TABLE public.typed OWNER TO smith;
GRANT CREATE, USAGE ON SCHEMA public TO smith;

SET search_path = plan, public;
CREATE TABLE public.facts AS
SELECT i AS n, date '2020-01-01' + i * 11 AS at, plan_month(date '2020-01-01' + i * 11) AS period, plan_goal(i % 10, 'higher') AS goal, (i % 17)::float8 AS actual,
	('{flow,stock,average}'::text[])[i % 3 + 1] AS kind, plan_scorecard_agg(i, '>= 5') AS card
FROM generate_series(1, 100) AS i GROUP BY i;
CREATE TABLE public.states AS
SELECT n % 5 AS n, plan_cube_agg(n % 7, at, actual, goal) AS cube, plan_trend_agg(at, actual) AS trend, plan_figure_cube_agg(n % 7, at, 'flow', actual) AS figures,
	plan_ranking_agg(n, 2020 + n % 3, actual) AS ranking, plan_rollup(card) AS card, plan_moments_agg('cv', actual) AS moments
FROM public.facts GROUP BY n % 5;
ALTER TABLE public.facts OWNER TO smith;
ALTER TABLE public.states OWNER TO smith;
-- A workspace: its views are read like tables.
SELECT format('GRANT CREATE ON DATABASE %I TO smith', current_database()) \gexec
SET SESSION AUTHORIZATION smith;
CALL plan_create_workspace('work', sample => true);
RESET SESSION AUTHORIZATION;
ANALYZE;

-- sqlsmith takes all functions that pg_proc shows it: those of the extension, and as many of PostgreSQL's own.
-- What writes into tables and files is left out.
CREATE SCHEMA smith;
GRANT USAGE ON SCHEMA smith TO smith;
CREATE VIEW smith.pg_proc AS
SELECT p.* FROM pg_catalog.pg_proc AS p WHERE pronamespace = 'plan'::regnamespace AND provolatile <> 'v'
UNION ALL (
	SELECT p.* FROM pg_catalog.pg_proc AS p WHERE pronamespace = 'pg_catalog'::regnamespace AND provolatile = 'i' AND prokind = 'f' AND NOT proretset
		AND prorettype IN ('bigint'::regtype, 'text'::regtype, 'date'::regtype, 'float8'::regtype, 'boolean'::regtype, 'integer'::regtype)
		AND NOT proargtypes::oid[] && ARRAY(SELECT oid FROM pg_type WHERE typtype = 'p')
	ORDER BY hashint8(oid::bigint) LIMIT 500);
GRANT SELECT ON smith.pg_proc TO smith;
CREATE VIEW public.reached AS
SELECT sum(calls) AS calls, count(*) AS functions FROM pg_stat_user_functions WHERE schemaname = 'plan';
ALTER ROLE smith SET search_path = smith, plan, public, pg_catalog;
ALTER ROLE smith SET statement_timeout = '1s';
