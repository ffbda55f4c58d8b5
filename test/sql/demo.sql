-- The sample plan and its scorecards, as "make demo" prints them, and the tour of the
-- README.
\i doc/demo/plan.sql
\i doc/demo/scorecards.sql
\i doc/demo/tour.sql
DROP VIEW mid_term;
DROP TABLE results, indicators, programmes, programme_cards;
