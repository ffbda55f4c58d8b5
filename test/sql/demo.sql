-- The sample plan, its scorecards and rankings, as "make demo" prints them.
\i doc/demo/workspace.sql
\i doc/demo/periods.sql
\i doc/demo/rankings.sql
SET datestyle = 'ISO';
\i doc/demo/outlook.sql
RESET search_path;
RESET tnplan.known_on;
CALL plan_drop_workspace('province', force => true);
DROP TABLE figures, dashboards, competitiveness, rankings;

-- No test has left anything behind.
SELECT c.oid::regclass AS left_behind FROM pg_class AS c
WHERE relkind IN ('r', 'v', 'm', 'p', 'f', 'S') AND relnamespace = 'public'::regnamespace;
