-- The sample plan, its scorecards and rankings, as "make demo" prints them.
\i doc/demo/plan.sql
\i doc/demo/scorecards.sql
\i doc/demo/periods.sql
\i doc/demo/rankings.sql
SET datestyle = 'ISO';
\i doc/demo/outlook.sql
DROP VIEW mid_term, dated_reports;
DROP TABLE results, indicators, reports, yearly, branches, programmes, dashboards, digital_standings, competitiveness, rankings, amounts, year_goals;

-- No test has left anything behind.
SELECT c.oid::regclass AS left_behind FROM pg_class AS c
WHERE relkind IN ('r', 'v', 'm', 'p', 'f', 'S') AND relnamespace = 'public'::regnamespace;
