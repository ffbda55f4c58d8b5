-- All rows of the relations that test/lib/database.sql makes, what its workspace reports, and how many rows each index
-- on a type finds.
SET search_path = plans, plan;
SET jit = off;
SET tnplan.known_on = '2023-10-15';
SET DateStyle = ISO;
SET TimeZone = 'UTC';
SELECT format($q$SELECT %L, count(*), md5(string_agg(t::text, E'\n' ORDER BY t::text COLLATE "C")) FROM %s AS t$q$, oid::regclass, oid::regclass)
FROM pg_class WHERE relkind IN ('r', 'p', 'm', 'v') AND relnamespace IN ('plans'::regnamespace, 'province'::regnamespace) ORDER BY oid::regclass::text COLLATE "C" \gexec
SELECT 'report', md5(plan_report('province', as_of => '2023-10-15'));
SET enable_seqscan = off;
SELECT format('SELECT %1$L, (SELECT count(*) FROM %1$s AS t WHERE EXISTS (SELECT FROM %1$s AS u WHERE u.v %2$s t.v))', oid::regclass, CASE relname WHEN 'of_plan_direction' THEN '*=' ELSE '=' END)
FROM pg_class WHERE relname LIKE 'of\_%' AND relkind = 'r' AND relnamespace = 'plans'::regnamespace ORDER BY relname COLLATE "C" \gexec
