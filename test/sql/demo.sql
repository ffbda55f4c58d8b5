-- The sample plan and its scorecards, as "make demo" prints them, and the tour of the
-- README.
\i doc/demo/plan.sql
\i doc/demo/scorecards.sql
\i doc/demo/periods.sql
\i doc/demo/rankings.sql
SET datestyle = 'ISO';
\i doc/demo/outlook.sql
\i doc/demo/tour.sql
DROP VIEW mid_term, dated_reports;
DROP TABLE results, indicators, reports, yearly, branches, programmes, programme_cards, dashboards, digital_standings, competitiveness, rankings;
