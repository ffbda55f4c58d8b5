-- figure_rows: the figures of a cube by node, period and grain, up the calendar and the tree

CREATE FUNCTION plan_figure_rows(cube plan_figure_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, OUT node bigint, OUT parent bigint, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT prior_figure double precision, OUT change double precision, OUT change_percent double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_figure_rows(plan_figure_cube, text[], plan_period, plan_tree, plan_calendar) IS
'figures by node, period and grain, with those of the year before, up the calendar and the tree; NULL where there is no figure; nodes are bigint';

CREATE FUNCTION plan_figure_rows_as(anycompatible, cube plan_figure_cube, grains text[] DEFAULT NULL, term plan_period DEFAULT NULL, tree plan_tree DEFAULT NULL, calendar plan_calendar DEFAULT NULL, OUT node anycompatible, OUT parent anycompatible, OUT level integer, OUT period plan_period, OUT grain text, OUT kind text, OUT figure double precision, OUT coverage double precision, OUT last_day date, OUT prior_figure double precision, OUT change double precision, OUT change_percent double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_figure_rows_as(anycompatible, plan_figure_cube, text[], plan_period, plan_tree, plan_calendar) IS
'rows of plan_figure_rows with nodes of the type of the first argument, which is NULL: NULL::text, NULL::uuid';
