-- The contract that the catalogs show: what each object is marked as, and that none is
-- missing a comment, a binary form, an operator class or a combine function.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
BEGIN;
CREATE EXTENSION IF NOT EXISTS tnplan;

CREATE VIEW members AS
SELECT d.classid, d.objid, d.objsubid, pg_describe_object(d.classid, d.objid, d.objsubid) AS object
FROM pg_depend AS d JOIN pg_extension AS e ON d.refobjid = e.oid AND d.refclassid = 'pg_extension'::regclass
WHERE e.extname = 'tnplan' AND d.deptype = 'e';

CREATE VIEW functions AS
SELECT p.*, p.oid::regprocedure::text AS signature
FROM members AS m JOIN pg_proc AS p ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid;

SELECT plan(28);

SELECT cmp_ok((SELECT count(*)::int FROM members), '>', 200, 'the extension has members to look at');

-- Array types come with their element type, and have no comment anywhere.
SELECT is_empty($$
	SELECT object FROM members
	WHERE coalesce(obj_description(objid, classid::regclass::name), '') = ''
		AND NOT (classid = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type WHERE typarray = objid))
$$, 'every member object has a comment');

SELECT is_empty($$
	SELECT object FROM members WHERE object !~ '\m_?plan_' AND classid <> 'pg_cast'::regclass
	UNION SELECT signature FROM functions WHERE proname !~ '^_?plan_' AND NOT (prokind = 'a' AND proname IN ('min', 'max'))
$$, 'every name begins with plan_ or _plan_, but for min and max');

-- What PostgreSQL calls by itself, and what views of workspaces call: nobody has to find it in a list of
-- functions.
CREATE VIEW machinery AS
SELECT f.* FROM functions AS f WHERE f.proname IN ('_plan_answer', '_plan_answer_history', '_plan_answer_places', '_plan_reads_all') OR f.prokind = 'f' AND f.oid IN (
	SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn, aggmtransfn, aggminvtransfn, aggmfinalfn]::oid[]) FROM pg_aggregate
	UNION ALL SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend]::oid[]) FROM pg_type
	UNION ALL SELECT unnest(ARRAY[oprcode, oprrest, oprjoin]::oid[]) FROM pg_operator
	UNION ALL SELECT amproc FROM pg_amproc UNION ALL SELECT castfunc FROM pg_cast UNION ALL SELECT prosupport FROM pg_proc)
	OR f.prorettype = 'trigger'::regtype;
SELECT set_eq($$ SELECT DISTINCT proname::text COLLATE "C" FROM machinery WHERE proname !~ '^_plan_' ORDER BY 1 $$,
	ARRAY['plan_value', 'plan_value', 'plan_value'], 'machinery begins with _plan_, but for what people call too');
SELECT is_empty($$ SELECT signature FROM functions WHERE proname ~ '^_' AND oid NOT IN (SELECT oid FROM machinery) $$, 'and nothing else does');
SELECT is_empty($$
	SELECT object, obj_description(objid, classid::regclass::name) FROM members
	WHERE length(obj_description(objid, classid::regclass::name)) > 200
		OR obj_description(objid, classid::regclass::name) ~ '\m[0-9][0-9A-Z]{4}\M'
$$, 'comments are short, and leave errors to the documentation');
SELECT cmp_ok((SELECT count(*)::int FROM functions WHERE proname ~ '^plan_'), '<=', 350, 'what people call is a list of at most 350');

SELECT is_empty($$ SELECT signature FROM functions WHERE prosecdef $$, 'no function runs with its owner''s rights');
SELECT is_empty($$ SELECT signature FROM functions WHERE proconfig IS NOT NULL $$, 'no function sets a parameter');
SELECT set_eq($$ SELECT DISTINCT proname::text COLLATE "C" FROM functions WHERE provolatile = 'v' $$,
	ARRAY['_plan_rollup_changed', 'plan_check_rollup', 'plan_compact_rollup', 'plan_create_rollup', 'plan_drop_rollup', 'plan_refresh_rollup', 'plan_rollups',
		'plan_create_workspace', 'plan_drop_workspace', 'plan_close_period', 'plan_reopen_period', 'plan_grant_workspace', 'plan_revoke_workspace', 'plan_load_actuals', 'plan_load_milestones', 'plan_load_standings', 'plan_load_targets', 'plan_report', 'plan_report_query'],
	'what reads and changes tables are the functions of live rollups, workspaces and reports');
SELECT is_empty($$ SELECT signature FROM functions WHERE (proparallel = 's') = (provolatile = 'v') $$, 'every other function is parallel safe');
SELECT set_eq($$ SELECT proname::text COLLATE "C" FROM functions WHERE provolatile = 's' OR proname ~ 'timestamptz|tstz' $$,
	$$ SELECT proname::text COLLATE "C" FROM functions WHERE provolatile = 's' AND ('timestamptz'::regtype = ANY (proargtypes) OR prorettype = 'tstzrange'::regtype OR proname IN ('plan_known_on', '_plan_reads_all')) $$,
	'every function is immutable but those that follow the time zone, a setting of the session or rights, which are stable');
SELECT is_empty($$ SELECT signature FROM functions WHERE proacl IS NOT NULL $$,
	'every function is executable as PostgreSQL grants it: by all, and harmless to all');

-- Strict, but for those that have a meaning for NULL, or call one that has and stand in its place.
SELECT set_eq($$
	SELECT DISTINCT proname::text COLLATE "C" FROM functions WHERE prokind = 'f' AND NOT proisstrict AND provolatile <> 'v' ORDER BY 1
$$, ARRAY['plan_achievement', 'plan_borda', 'plan_bullet_svg', 'plan_burnup_svg', 'plan_bounded_status', 'plan_score', 'plan_calendar', 'plan_copeland', '_plan_agreement_add', '_plan_agreement_combine', '_plan_answer_history', 'plan_ancestor_rows', 'plan_ancestors', '_plan_arithmetic_mean_add', '_plan_arithmetic_mean_remove', '_plan_atkinson_add',
	'_plan_atkinson_remove', '_plan_beta_convergence_add', '_plan_beta_convergence_remove', '_plan_cube_add', '_plan_cube_add_scored', '_plan_cube_combine', 'plan_cube_rows', 'plan_cube_rows_as', '_plan_cv_add', '_plan_cv_remove',
	'_plan_disparity_add', '_plan_disparity_remove', '_plan_subgroup_add', '_plan_subgroup_combine', '_plan_earned_add', '_plan_earned_remove', 'plan_earned_summary', 'plan_earned_value', 'plan_elapsed', '_plan_escap_add',
	'_plan_escap_add_share', '_plan_escap_combine', 'plan_escap_reason', 'plan_eurostat_class', 'plan_eurostat_growth', 'plan_eurostat_growth_class', 'plan_eurostat_growth_score',
	'plan_eurostat_pace', 'plan_eurostat_reason', 'plan_eurostat_reflected', 'plan_eurostat_score', 'plan_fallers', 'plan_format_amount', '_plan_figure_cube_add', '_plan_figure_cube_combine', 'plan_figure_rows', 'plan_figure_rows_as', '_plan_fixedsum_add', '_plan_fixedsum_remove', '_plan_generalized_entropy_add', '_plan_generalized_entropy_remove', '_plan_geometric_mean_add',
	'_plan_geometric_mean_remove', 'plan_goal', 'plan_goal_range', 'plan_heatmap_svg', '_plan_growth_trend_add', '_plan_growth_trend_remove', '_plan_harmonic_mean_add', '_plan_harmonic_mean_remove', 'plan_kpi_trend', '_plan_logit_trend_add', '_plan_logit_trend_remove',
	'_plan_max_min_ratio_add', '_plan_max_min_ratio_remove', '_plan_moments_add', '_plan_moments_remove', 'plan_movers', 'plan_oecd_distance', 'plan_parse_goal', 'plan_try_parse_goal', 'plan_parse_period', 'plan_try_parse_period', 'plan_performance', 'plan_performance_as', '_plan_period_value_add', '_plan_period_value_moving_add', '_plan_period_value_moving_merge', '_plan_period_value_moving_remove', '_plan_period_value_moving_subtract', '_plan_power_mean_add', '_plan_power_mean_remove', '_plan_published_ranking_add', '_plan_ranking_add',
	'plan_rank_agreement', '_plan_ranking_combine', 'plan_rank_history', 'plan_ranks', 'plan_rank_volatility', '_plan_rbo_add', '_plan_rbo_combine', 'plan_risers', '_plan_sample_combine', '_plan_scorecard_add', '_plan_scorecard_remove', 'plan_scorecard_status', 'plan_sdsn_index',
	'plan_sdsn_trend', '_plan_sigma_add', '_plan_sigma_remove', 'plan_shift', 'plan_slope_svg', 'plan_spark', 'plan_sparkline_svg', 'plan_spread', 'plan_status', 'plan_target_to_date', '_plan_targets_add', '_plan_targets_combine', '_plan_targets_gather', 'plan_targets_rows', '_plan_theil_l_add', '_plan_theil_l_remove', '_plan_theil_t_add',
	'_plan_theil_t_remove', 'plan_time_estimates', 'plan_time_weight', '_plan_tree_add', '_plan_tree_combine', 'plan_tree_rows', '_plan_trend_add', '_plan_trend_cube_add', '_plan_trend_cube_combine', 'plan_trend_cube_rows', '_plan_trend_remove', 'plan_un_progress_expected',
	'plan_un_progress_growth_level', 'plan_un_progress_level', 'plan_un_progress_ratio'], 'functions are strict but for these');

-- A body in SQL is parsed with the schema of the extension on the path, where any role that
-- may create in it can have put a better fit for a name; and the names of the extension itself
-- cannot be qualified, since it is relocatable.  What a body casts, sorts or compares records
-- no dependency on cast or operator class, so that pg_upgrade restores them in the wrong order.
SELECT is_empty($$
	SELECT f.signature, l.lanname FROM functions AS f JOIN pg_language AS l ON f.prolang = l.oid
	WHERE l.lanname <> CASE WHEN f.prokind = 'a' THEN 'internal' ELSE 'c' END
$$, 'every function is in C, and none has a body in SQL');

-- Members, what belongs to them, such as the operators of an operator class, and what
-- PostgreSQL records no dependency on.
CREATE VIEW parts AS
SELECT classid, objid FROM members
UNION SELECT d.classid, d.objid FROM pg_depend AS d JOIN members AS m ON d.refclassid = m.classid AND d.refobjid = m.objid
WHERE d.deptype IN ('a', 'i');
SELECT is_empty($$
	SELECT pg_describe_object(classid, objid, 0) AS member, pg_describe_object(refclassid, refobjid, 0) AS needs
	FROM (SELECT classid, objid, refclassid, refobjid FROM parts JOIN pg_depend USING (classid, objid)
		UNION ALL SELECT 'pg_operator'::regclass, oid, 'pg_operator'::regclass, unnest(ARRAY[oprcom, oprnegate]) FROM pg_operator
			WHERE oid IN (SELECT objid FROM members WHERE classid = 'pg_operator'::regclass)) AS n
	WHERE refobjid >= 16384 AND refclassid NOT IN ('pg_extension'::regclass, 'pg_namespace'::regclass)
		AND (refclassid, refobjid) NOT IN (SELECT classid, objid FROM parts)
$$, 'members need nothing but each other and what PostgreSQL has built in');

-- Aggregates.
CREATE VIEW aggregates AS SELECT f.signature, a.* FROM functions AS f JOIN pg_aggregate AS a ON f.oid = a.aggfnoid;
SELECT is_empty($$
	SELECT signature FROM aggregates AS a JOIN pg_proc AS c ON c.oid = a.aggcombinefn WHERE c.proisstrict = (aggtranstype = 'internal'::regtype)
	UNION SELECT signature FROM aggregates WHERE aggcombinefn = 0
$$, 'every aggregate has a combine function, strict unless the state cannot be copied');
SELECT is_empty($$
	SELECT signature FROM aggregates WHERE (aggserialfn = 0) = (aggtranstype = 'internal'::regtype) OR (aggdeserialfn = 0) = (aggtranstype = 'internal'::regtype)
$$, 'internal states, and no others, are sent as bytes');
SELECT is_empty($$
	SELECT signature FROM aggregates WHERE aggtranstype <> 'internal'::regtype AND (aggtranstype NOT IN (SELECT objid FROM members WHERE classid = 'pg_type'::regclass)
		OR (aggtranstype <> to_regtype('plan_period_value') AND aggsortop = 0 AND aggfinalfn::regproc::text !~ '_whole$' AND (aggminvtransfn = 0 OR aggmtransfn <> aggtransfn)))
$$, 'other states have a type of the extension, and an exact inverse unless they take the last or the highest, or merge whole values');
SELECT is_empty($$
	SELECT a.signature FROM aggregates AS a JOIN pg_proc AS p ON p.oid = a.aggfnoid
	WHERE aggtranstype = 'internal'::regtype AND (prorettype NOT IN (SELECT objid FROM members WHERE classid = 'pg_type'::regclass UNION ALL SELECT 'float8'::regtype) OR aggtransspace = 0 OR aggmtransfn NOT IN (0, aggtransfn))
$$, 'of internal states the result has one or is a figure, the planner knows that they are large, and they move in windows as they grow');
SELECT is_empty($$
	SELECT signature FROM aggregates WHERE aggfinalmodify <> 'r' OR aggmfinalmodify <> 'r' OR agginitval IS NOT NULL
$$, 'no final function changes the state, and none begins with a value');
SELECT set_eq($$
	SELECT a.signature COLLATE "C", o.oprname::text COLLATE "C" FROM aggregates AS a LEFT JOIN pg_operator AS o ON o.oid = aggsortop WHERE aggsortop <> 0 OR a.signature ~ '^(min|max)'
$$, $$ SELECT format('%s(%s)', name, type) COLLATE "C", sign FROM (VALUES ('min', '<'), ('max', '>')) AS v (name, sign), unnest('{plan_goal,plan_period,plan_standing,plan_status}'::text[]) AS type $$,
	'min and max are of the types whose order says something, and an index serves them');
SELECT is_empty($$
	SELECT a.signature FROM aggregates AS a JOIN pg_proc AS p ON p.oid = a.aggfnoid
	WHERE p.proname IN ('plan_weighted_score', 'plan_share_met') AND NOT EXISTS (
		SELECT FROM aggregates AS b JOIN pg_proc AS q ON q.oid = b.aggfnoid
		WHERE q.proname = 'plan_scorecard_agg' AND q.proargtypes = p.proargtypes AND b.aggtransfn = a.aggtransfn AND b.aggtranstype = a.aggtranstype
			AND b.aggcombinefn = a.aggcombinefn AND b.agginitval IS NOT DISTINCT FROM a.agginitval)
$$, 'the one-step aggregates share the transition of plan_scorecard_agg');
SELECT set_eq($$
	SELECT regexp_replace(oidvectortypes(proargtypes), '^anycompatible, date, ', '') FROM functions WHERE proname ~ '^plan_cube_(scored_)?agg$'
$$, $$ SELECT oidvectortypes(proargtypes) FROM functions WHERE proname ~ '^plan_scorecard_(scored_)?agg$' $$,
	'cubes have the aggregates of scorecards');
-- PostgreSQL takes the type of such columns from the arguments as they stand in the call: named
-- ones may stand elsewhere, and a number is then read as a text.
SELECT is_empty($$
	SELECT p.oid::regprocedure::text FROM functions AS p, unnest(p.proallargtypes, p.proargmodes, p.proargnames) AS a (type, mode, name)
	WHERE a.mode = 'i' AND a.name <> '' AND a.type::regtype::text ~ '^any' AND EXISTS (
		SELECT FROM unnest(p.proallargtypes, p.proargmodes) AS o (type, mode) WHERE o.mode IN ('o', 't') AND o.type::regtype::text ~ '^any')
$$, 'an argument that sets the type of columns has no name');

-- Types.
CREATE VIEW types AS
SELECT t.* FROM members AS m JOIN pg_type AS t ON m.classid = 'pg_type'::regclass AND m.objid = t.oid WHERE t.typtype = 'b' AND t.typelem = 0;
SELECT set_eq($$
	SELECT typname::text, typlen::int, typalign::text, typbyval, typstorage::text FROM types
$$, $$ VALUES ('plan_calendar', -1, 'i', false, 'x'), ('plan_cube', -1, 'd', false, 'e'), ('plan_direction', 2, 's', true, 'p'), ('plan_earned', 144, 'd', false, 'p'), ('plan_figure_cube', -1, 'd', false, 'e'), ('plan_fixedsum', 40, 'd', false, 'p'), ('plan_goal', 32, 'd', false, 'p'), ('plan_measure', 16, 'd', false, 'p'), ('plan_moments', 256, 'd', false, 'p'), ('plan_number', 8, 'd', true, 'p'), ('plan_period', 8, 'd', true, 'p'), ('plan_period_value', 56, 'd', false, 'p'), ('plan_ranking', -1, 'd', false, 'e'), ('plan_scorecard', -1, 'd', false, 'p'), ('plan_standing', 8, 'd', true, 'p'), ('plan_targets', -1, 'd', false, 'e'), ('plan_tree', -1, 'd', false, 'x'), ('plan_trend', -1, 'd', false, 'p'), ('plan_trend_cube', -1, 'd', false, 'e') $$,
	'types are stored as they always were');
SELECT is_empty($$
	SELECT typname FROM types WHERE typreceive = 0 OR typsend = 0 OR typname <> 'plan_number' AND (
		NOT EXISTS (SELECT FROM pg_opclass AS c JOIN pg_am AS a ON c.opcmethod = a.oid WHERE c.opcintype = types.oid AND c.opcdefault AND a.amname = 'btree')
		OR NOT EXISTS (SELECT FROM pg_opclass AS c JOIN pg_am AS a ON c.opcmethod = a.oid WHERE c.opcintype = types.oid AND c.opcdefault AND a.amname = 'hash'))
$$, 'every type has binary forms, btree and hash, but that those of plan_number are float8''s');
SELECT is_empty($$
	SELECT object FROM members JOIN pg_operator AS o ON classid = 'pg_operator'::regclass AND objid = o.oid
	WHERE o.oprname IN ('=', '<>', '<', '<=', '>', '>=') AND (o.oprcom = 0 OR o.oprnegate = 0 OR o.oprrest = 0 OR o.oprjoin = 0)
		OR o.oprname = '=' AND NOT (o.oprcanhash AND o.oprcanmerge)
$$, 'comparison operators tell the planner all it asks');

SELECT * FROM finish();
ROLLBACK;
