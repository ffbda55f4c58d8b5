-- performance: figures against the targets of their periods

CREATE FUNCTION plan_performance(figures plan_figure_cube, targets plan_targets, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, as_of date DEFAULT NULL, by text DEFAULT 'equal', cuts double precision[] DEFAULT NULL, OUT node bigint, OUT parent bigint, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT target double precision, OUT goal plan_goal, OUT source text, OUT expected double precision, OUT achievement double precision, OUT status plan_status, OUT variance double precision, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_performance(plan_figure_cube, plan_targets, text[], plan_period, plan_tree, plan_calendar, date, text, double precision[]) IS
'figures against the targets of their periods by node, period and grain, with scorecards up the tree; NULL without figure or goal; nodes are bigint';

CREATE FUNCTION plan_performance_as(anycompatible, figures plan_figure_cube, targets plan_targets, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, as_of date DEFAULT NULL, by text DEFAULT 'equal', cuts double precision[] DEFAULT NULL, OUT node anycompatible, OUT parent anycompatible, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT target double precision, OUT goal plan_goal, OUT source text, OUT expected double precision, OUT achievement double precision, OUT status plan_status, OUT variance double precision, OUT scorecard plan_scorecard)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_performance_as(anycompatible, plan_figure_cube, plan_targets, text[], plan_period, plan_tree, plan_calendar, date, text, double precision[]) IS
'rows of plan_performance with nodes of the type of the first argument, which is NULL: NULL::text, NULL::uuid';
