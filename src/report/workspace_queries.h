/*
 * workspace_queries.h
 *		What a report asks of the views of a workspace, whose schema takes the place of "workspace"
 *		and that of the extension the place of "tnplan".
 */
#ifndef TNPLAN_WORKSPACE_QUERIES_H
#define TNPLAN_WORKSPACE_QUERIES_H

/* A period as people write it, or as the calendar names it. */
#define REPORT_PERIOD(text, calendar) "tnplan.plan_parse_period(" text ", " calendar ")"

/*
 * What is asked for: $1 the term or NULL, $2 the language or NULL.  Years are those of the calendar
 * of the workspace, and have its names where it is not the standard one.  The day of the report
 * before is the last one on which anything became known but for the newest: what that brought is
 * new until something else comes.
 */
static const char settings_query[] =
"SELECT CASE s.language WHEN 'en' THEN coalesce(s.title_en, s.title) ELSE s.title END, s.language,"
" CASE s.language WHEN 'en' THEN to_char(s.now, 'FMDD FMMonth YYYY') ELSE to_char(s.now,"
" 'DD/MM/YYYY') END,"
" tnplan.plan_period_name(s.period, s.calendar), tnplan.plan_period_name(s.year, s.calendar),"
" tnplan.plan_elapsed(s.period, s.now), tnplan.plan_elapsed(s.year, s.now),"
" (s.now - tnplan.plan_first_day(s.period))::float8 / greatest(tnplan.plan_days(s.period), 1),"
" tnplan.plan_first_day(s.period), tnplan.plan_last_day(s.period), s.day,"
" (SELECT max(k.known_on) FROM (SELECT max(l.known_on) AS known_on"
" FROM (SELECT max(known_on) AS known_on FROM workspace.actual WHERE known_on <= s.now"
" UNION ALL SELECT max(known_on) FROM workspace.target WHERE known_on <= s.now) AS l) AS l,"
" LATERAL (SELECT max(known_on) AS known_on FROM workspace.actual WHERE known_on < l.known_on"
" UNION ALL SELECT max(known_on) FROM workspace.target WHERE known_on < l.known_on) AS k),"
" tnplan.plan_fiscal_year(tnplan.plan_first_day(s.period), s.calendar),"
" tnplan.plan_fiscal_year(tnplan.plan_last_day(s.period), s.calendar)"
" FROM (SELECT g.title, g.title_en, coalesce($2, g.language) AS language, k.now, t.period, d.day,"
" t.calendar, tnplan.plan_period_of(d.day, 'year', t.calendar) AS year"
" FROM workspace.setting AS g, LATERAL (SELECT "
REPORT_PERIOD("coalesce($1, g.term)", "g.calendar::tnplan.plan_calendar") " AS period,"
" g.calendar::tnplan.plan_calendar AS calendar) AS t,"
" (SELECT tnplan.plan_known_on() AS now) AS k,"
" LATERAL (SELECT greatest(least(k.now, tnplan.plan_last_day(t.period)),"
" tnplan.plan_first_day(t.period)) AS day) AS d) AS s";

static const char labels_query[] =
"SELECT status, CASE $1 WHEN 'en' THEN label_en ELSE label_vi END FROM workspace.status_label";

/*
 * The basis whose targets the report has, and the names of the others: $1 and $2 are the ends of
 * the term, $3 the language, $4 a basis or NULL for the first that has targets.
 */
static const char bases_query[] =
"WITH b AS (SELECT b.id, b.code, CASE $3 WHEN 'en' THEN coalesce(b.name_en, b.name) "
"ELSE b.name END AS name"
" FROM workspace.basis AS b WHERE b.code = $4 OR EXISTS (SELECT FROM workspace.target AS t"
" WHERE t.basis = b.code AND t.first_day >= $1 AND t.last_day <= $2"
" AND t.goal IS NOT NULL AND t.known_on <= (SELECT tnplan.plan_known_on()))),"
" c AS (SELECT code, name FROM b WHERE $4 IS NULL OR code = $4 ORDER BY id LIMIT 1)"
" SELECT c.code, c.name, (SELECT string_agg(b.name, ', ' ORDER BY b.id) FROM b"
" WHERE b.code <> c.code) FROM c";

/* In the order of a walk down the tree; a node in a cycle is not among them. */
static const char nodes_query[] =
"WITH RECURSIVE walk AS ("
" SELECT code, parent, ARRAY[lpad(coalesce(sort_order, 2147483647)::text, 10, '0') || code] AS path"
" FROM workspace.node WHERE parent IS NULL"
" UNION ALL SELECT n.code, n.parent, w.path || (lpad(coalesce(n.sort_order, 2147483647)::text, 10,"
" '0') || n.code)"
" FROM walk AS w JOIN workspace.node AS n ON n.parent = w.code WHERE cardinality(w.path) < 1000),"
" ordered AS (SELECT code, parent, (row_number() OVER (ORDER BY path))::int - 1 AS n FROM walk)"
" SELECT o.code, CASE $1 WHEN 'en' THEN coalesce(d.name_en, d.name) ELSE d.name END, d.kind,"
" coalesce(p.n, -1)"
" FROM ordered AS o JOIN workspace.node AS d ON d.code = o.code LEFT"
" JOIN ordered AS p ON p.code = o.parent ORDER BY o.n";

/*
 * The targets of a basis that are in force on a day: of those that hold for a year or longer all,
 * of others the longest; where there is none, the next one, or else the last one.  A place that has
 * ended has none.  They are chosen before they are judged, as in the view overall_score.  $1 and $2
 * are the ends of the term, $3 the day, $4 the language, $5 the codes of the nodes, $6 the basis.
 *
 * What a place below another has of the same indicator is a part of what that one has: it has no
 * weight in the score.  The other targets of an indicator, of several places or of a year and the
 * term, share its weight.
 */
static const char rows_query[] =
"WITH there AS (SELECT code FROM workspace.place WHERE valid_until IS NULL OR valid_until >= $3),"
" lasting AS MATERIALIZED (SELECT year, indicator, place, first_day, last_day"
" FROM workspace.known_target WHERE basis = $6 AND goal IS NOT NULL AND first_day >= $1"
" AND first_day <= $3 AND last_day >= $3 AND last_day <= $2 AND last_day - first_day >= 350"
" AND place IN (SELECT code FROM there)),"
" picked AS MATERIALIZED (SELECT * FROM lasting"
" UNION ALL SELECT t.year, k.indicator, k.place, t.first_day, t.last_day"
" FROM (SELECT array_agg(indicator) AS indicators, array_agg(place) AS places"
" FROM (SELECT indicator, place FROM workspace.target WHERE basis = $6"
" AND place IN (SELECT code FROM there)"
" EXCEPT SELECT indicator, place FROM lasting) AS w) AS w"
" CROSS JOIN LATERAL unnest(w.indicators, w.places) AS k (indicator, place)"
" CROSS JOIN LATERAL (SELECT year, first_day, last_day FROM workspace.known_target"
" WHERE indicator = k.indicator AND place = k.place AND basis = $6 AND goal IS NOT NULL"
" AND first_day >= $1 AND last_day <= $2"
" ORDER BY first_day > $3, last_day < $3, CASE WHEN first_day > $3 THEN first_day - $3"
" WHEN last_day < $3 THEN $3 - last_day ELSE first_day - last_day END, period LIMIT 1) AS t),"
" chosen AS MATERIALIZED (SELECT f.* FROM picked AS t CROSS JOIN LATERAL (SELECT *"
" FROM workspace.performance AS p WHERE p.year = t.year AND p.indicator = t.indicator"
" AND p.place = t.place AND p.basis = $6 AND p.first_day = t.first_day"
" AND p.last_day = t.last_day OFFSET 0) AS f),"
" part AS MATERIALIZED (SELECT DISTINCT c.indicator, a.place FROM chosen AS c"
" JOIN workspace.place_above AS a ON a.ancestor = c.place AND a.steps > 0)"
" SELECT o.n::int - 1, CASE $4 WHEN 'en' THEN coalesce(i.name_en, i.name) ELSE i.name END,"
" concat_ws('; ', CASE WHEN (SELECT count(DISTINCT place) FROM chosen) > 1 THEN CASE $4"
" WHEN 'en' THEN coalesce(l.name_en, l.name) ELSE l.name END END,"
" tnplan.plan_period_name(tnplan.plan_period(f.first_day, f.last_day), g.calendar)),"
" CASE $4 WHEN 'en' THEN coalesce(i.unit_en, f.unit) ELSE f.unit END, f.bound, f.vintage,"
" CASE WHEN f.figure_last_day < f.last_day THEN CASE $4 WHEN 'en' THEN to_char(f.figure_last_day,"
" 'FMDD FMMonth YYYY') ELSE to_char(f.figure_last_day, 'DD/MM/YYYY') END END,"
" f.goal::tnplan.plan_goal, f.actual, f.expected, f.achievement, f.status, f.indicator, f.place,"
" f.score,"
" CASE WHEN u.place IS NULL THEN f.weight / count(*) FILTER (WHERE u.place IS NULL)"
" OVER (PARTITION BY f.indicator) END, f.node,"
" f.indicator || chr(1) || f.place || chr(1) || f.period, f.kind IN ('flow', 'cumulative'),"
" CASE WHEN f.is_closed THEN f.first_day END, f.last_day"
" FROM chosen AS f"
" JOIN workspace.indicator AS i ON i.code = f.indicator"
" JOIN workspace.place AS l ON l.code = f.place"
" CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar"
" FROM workspace.setting OFFSET 0) AS g"
" JOIN unnest($5) WITH ORDINALITY AS o (node, n) ON o.node = f.node"
" LEFT JOIN part AS u ON u.indicator = f.indicator AND u.place = f.place"
" ORDER BY o.n, i.sort_order, i.code, f.place, f.last_day - f.first_day, f.first_day";

/*
 * The names of the places of rows, in the order in which they were entered, the first 20 of them:
 * $1 the codes, $2 the language.
 */
static const char places_query[] =
"SELECT string_agg(CASE WHEN p.n > 20 THEN '...' ELSE p.name END, ', ' ORDER BY p.n)"
" FROM (SELECT CASE $2 WHEN 'en' THEN coalesce(name_en, name) ELSE name END AS name,"
" row_number() OVER (ORDER BY id) AS n FROM workspace.place WHERE code = ANY ($1)) AS p"
" WHERE p.n <= 21";

/*
 * Closed periods of the rows, and how many of these what is known since would make others: $1 to $4
 * are indicators, places, first days, NULL of what is not closed, and last days of the rows, $5 the
 * basis, $6 the language.
 */
static const char closings_query[] =
"SELECT tnplan.plan_period_name(tnplan.plan_period(k.first_day, k.last_day), g.calendar),"
" CASE $6 WHEN 'en' THEN to_char(k.closed_on, 'FMDD FMMonth YYYY')"
" ELSE to_char(k.closed_on, 'DD/MM/YYYY') END, k.closed_by, k.note, k.rows, k.differing"
" FROM (SELECT k.first_day, k.last_day, k.closed_on, k.closed_by, k.note, count(*)::int AS rows,"
" count(*) FILTER (WHERE c.status IS DISTINCT FROM v.status OR c.actual IS DISTINCT FROM v.actual"
" OR c.bound IS DISTINCT FROM v.bound)::int AS differing"
" FROM unnest($1, $2, $3, $4) AS u (indicator, place, first_day, last_day)"
" JOIN workspace.closed_verdict AS v ON v.indicator = u.indicator AND v.place = u.place"
" AND v.first_day = u.first_day AND v.last_day = u.last_day AND v.basis = $5"
" JOIN workspace.closing AS k ON k.id = v.closing"
" AND k.closed_on <= (SELECT tnplan.plan_known_on())"
" LEFT JOIN workspace.computed_performance AS c ON c.indicator = v.indicator"
" AND c.place = v.place AND c.basis = v.basis AND c.first_day = v.first_day"
" AND c.last_day = v.last_day"
" GROUP BY k.id) AS k CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar"
" FROM workspace.setting OFFSET 0) AS g ORDER BY k.first_day, k.last_day";

/*
 * $1 to $4 are nodes, scores, statuses and weights of the rows.  Scorecards go up the tree as in
 * the view scorecard, all in one month; the first row is that of the whole.  Rows without a weight
 * are left out.
 */
static const char scores_query[] =
"WITH r AS MATERIALIZED (SELECT r.node, r.parent, r.scorecard "
"FROM (SELECT tnplan.plan_cube_scored_agg(u.node, date '2000-01-01', u.score,"
" CASE WHEN u.status NOT IN ('undecided', 'not_started') THEN u.status END::tnplan.plan_status,"
" u.weight) AS cube"
" FROM unnest($1, $2, $3, $4) AS u (node, score, status, weight) WHERE u.weight IS NOT NULL) AS c,"
" LATERAL tnplan.plan_cube_rows_as(NULL::text, c.cube, '{month}', NULL,"
" (SELECT tnplan.plan_tree_agg(code, parent, weight) FROM workspace.node)) AS r)"
" SELECT ''::text, tnplan.plan_score(tnplan.plan_rollup(scorecard)) FROM r WHERE parent IS NULL"
" UNION ALL SELECT node, tnplan.plan_score(scorecard) FROM r";

/*
 * Figures of whole years of the calendar, of the rows $1 and $2, in the years that the term from $3
 * to $4 touches but for the first $5.
 */
static const char series_query[] =
"WITH years AS MATERIALIZED (SELECT s.n::int - 1 - $5 AS n, "
"tnplan.plan_first_day(s.year) AS first_day, tnplan.plan_last_day(s.year) AS last_day,"
" tnplan.plan_fiscal_year(tnplan.plan_last_day(s.year), g.calendar) AS name"
" FROM (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS g,"
" LATERAL tnplan.plan_subperiods(tnplan.plan_period(tnplan.plan_first_day(tnplan.plan_period_of($3,"
" 'year', g.calendar)),"
" tnplan.plan_last_day(tnplan.plan_period_of($4, 'year', g.calendar))), 'year',"
" g.calendar) WITH ORDINALITY AS s (year, n) WHERE s.n > $5)"
" SELECT w.n::int - 1, s.n, s.value FROM (SELECT DISTINCT ON (a.indicator, a.place,"
" y.n) a.indicator, a.place, y.n,"
" tnplan.plan_value(tnplan.plan_period_value_agg(i.kind, a.last_day, a.value)) AS value"
" FROM years AS y JOIN workspace.known_actual AS a ON a.first_day >= y.first_day"
" AND a.last_day <= y.last_day"
" JOIN workspace.indicator AS i ON i.code = a.indicator"
" WHERE a.value IS NOT NULL AND a.year BETWEEN (SELECT min(name) FROM years)"
" AND (SELECT max(name) FROM years)"
" AND a.indicator = ANY ($1) AND a.place = ANY ($2)"
" GROUP BY a.indicator, a.place, y.n, y.first_day, y.last_day, i.kind,"
" ((a.last_day - a.first_day + 15) * 12 / 365)"
" HAVING CASE WHEN i.kind IN ('stock', 'cumulative') THEN max(a.last_day) = y.last_day AND count(*)"
" FILTER (WHERE a.last_day = y.last_day) = 1"
" ELSE sum(a.last_day - a.first_day + 1) = y.last_day - y.first_day + 1 END"
" ORDER BY a.indicator, a.place, y.n, count(*)) AS s"
" JOIN unnest($1, $2) WITH ORDINALITY AS w (indicator, place, n) ON w.indicator = s.indicator"
" AND w.place = s.place";

static const char standings_query[] =
"SELECT s.ranking || chr(1) || s.place, CASE $2 WHEN 'en' THEN coalesce(r.name_en, r.name) "
"ELSE r.name END, CASE $2 WHEN 'en' THEN coalesce(l.name_en, l.name) ELSE l.name END, s.period, "
"s.rank, s.total"
" FROM workspace.standing_change AS s JOIN workspace.ranking AS r ON r.code = s.ranking"
" JOIN workspace.place AS l ON l.code = s.place"
" WHERE s.last_day >= $1 - 366 ORDER BY s.ranking, s.place, s.last_day";

/* Those of the term are told, and those that were moved into it or out of it. */
static const char milestones_query[] =
"SELECT CASE $3 WHEN 'en' THEN coalesce(m.name_en, m.name) ELSE m.name END,"
" CASE $3 WHEN 'en' THEN to_char(m.due_on, 'FMDD FMMonth YYYY') ELSE to_char(m.due_on,"
" 'DD/MM/YYYY') END,"
" CASE $3 WHEN 'en' THEN to_char(m.reached_on, 'FMDD FMMonth YYYY') ELSE to_char(m.reached_on,"
" 'DD/MM/YYYY') END,"
" (m.due_on - $1)::float8 / greatest($2 - $1, 1), (m.reached_on - $1)::float8 / greatest($2 - $1,"
" 1), s.years_ahead::float8, s.status, m.code, m.due_on BETWEEN $1 AND $2"
" FROM workspace.known_milestone AS m JOIN workspace.milestone_status AS s ON s.code = m.code"
" ORDER BY m.due_on, m.code";

/* Those whose printed digits differ. */
static const char verdicts_query[] =
"SELECT CASE $3 WHEN 'en' THEN coalesce(i.name_en, i.name) ELSE i.name END, concat_ws(' / ', "
"v.period, v.target_period), v.official_share, v.computed_share, v.official_verdict, "
"v.computed_status"
" FROM workspace.verdict_comparison AS v JOIN workspace.indicator AS i ON i.code = v.indicator"
" CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar"
" FROM workspace.setting OFFSET 0) AS g"
" JOIN workspace.known_verdict AS k ON k.indicator = v.indicator AND k.place = v.place"
" AND k.basis = v.basis AND k.known_on = v.known_on AND k.share = v.official_share"
" AND tnplan.plan_period_name(tnplan.plan_period(k.first_day, k.last_day), g.calendar) = v.period"
" AND tnplan.plan_period_name(tnplan.plan_period(k.target_first_day, k.target_last_day),"
" g.calendar) = v.target_period"
" WHERE k.target_first_day >= $1 AND k.target_last_day <= $2 AND v.basis = $4"
" AND v.official_bound = '=' AND v.bound = '='"
" AND round(v.computed_share::numeric, scale(v.official_share::numeric)) <>"
" v.official_share::numeric"
" ORDER BY k.last_day DESC, v.indicator LIMIT 50";

#endif
