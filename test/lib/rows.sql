-- All rows of the relations that test/lib/database.sql makes, and how many of them each index on
-- a type finds.
SET search_path = plans, plan;
SELECT format($q$SELECT %L, count(*), md5(string_agg(t::text, E'\n' ORDER BY t::text COLLATE "C")) FROM %s AS t$q$, oid::regclass, oid::regclass)
FROM pg_class WHERE relkind IN ('r', 'p', 'm', 'v') AND relnamespace = 'plans'::regnamespace ORDER BY relname COLLATE "C" \gexec
SET enable_seqscan = off;
SELECT format('SELECT %1$L, (SELECT count(*) FROM %1$s AS t WHERE EXISTS (SELECT FROM %1$s AS u WHERE u.v %2$s t.v))', oid::regclass, CASE relname WHEN 'of_plan_direction' THEN '*=' ELSE '=' END)
FROM pg_class WHERE relname LIKE 'of\_%' AND relkind = 'r' AND relnamespace = 'plans'::regnamespace ORDER BY relname COLLATE "C" \gexec
