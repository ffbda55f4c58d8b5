-- Comments on all tables, views and their columns: a column has one meaning wherever it stands, but for those
-- that are listed with their table.

COMMENT ON TABLE workspace.setting IS 'Settings of the workspace: title, term, calendar and language'

COMMENT ON TABLE workspace.basis IS 'Plan bases: the local and the central plan may set different targets for one indicator'

COMMENT ON TABLE workspace.node IS 'The plan tree: orientations, programmes, schemes, plans'

COMMENT ON TABLE workspace.place IS 'Places or departments, with their validity'

COMMENT ON TABLE workspace.place_change IS 'What became of places that were merged, divided or renamed'

COMMENT ON TABLE workspace.document IS 'Documents issued'

COMMENT ON TABLE workspace.document_count IS 'Numbers of documents issued by kind, as published'

COMMENT ON TABLE workspace.indicator IS 'Indicators of the plan'

COMMENT ON TABLE workspace.target IS 'Targets by indicator, place, basis and period; a later row revises an earlier one'

COMMENT ON TABLE workspace.actual IS 'Figures by indicator, place and period, as they became known; a later row revises an earlier one'

COMMENT ON TABLE workspace.exchange_rate IS 'Exchange rates by day'

COMMENT ON TABLE workspace.official_verdict IS 'Shares and verdicts as published, beside those that are computed'

COMMENT ON TABLE workspace.milestone IS 'Milestones, when they are due and when they were reached; a later row revises an earlier one'

COMMENT ON TABLE workspace.ranking IS 'Published rankings'

COMMENT ON TABLE workspace.standing IS 'Standings in published rankings'

COMMENT ON TABLE workspace.theme IS 'Working themes of the years'

COMMENT ON TABLE workspace.status_label IS 'Names of the verdicts'

COMMENT ON TABLE workspace.closing IS 'Closed periods, whose targets and verdicts no longer change'

COMMENT ON TABLE workspace.closed_verdict IS 'Verdicts of closed periods as they were when these were closed'

COMMENT ON TABLE workspace.change_log IS 'Who changed what was entered, when and why; rows that were added say so themselves'

COMMENT ON TABLE workspace.renamed IS 'Codes that rows gave up or took in a transaction, for triggers: those of earlier ones mean nothing'

COMMENT ON TABLE workspace.tree IS 'A row of each tree, which is locked by who changes the tree, and of each table whose loads wait for each other'

COMMENT ON VIEW workspace.target_period IS 'Periods of targets, with their names and years by the calendar of the workspace'

COMMENT ON VIEW workspace.actual_period IS 'Periods of figures, with their names and years by the calendar of the workspace'

COMMENT ON VIEW workspace.known_actual IS 'Of each figure the latest row that was known'

COMMENT ON VIEW workspace.known_target IS 'Of each target the latest row that was known'

COMMENT ON VIEW workspace.known_standing IS 'Of each standing the latest row that was known'

COMMENT ON VIEW workspace.known_milestone IS 'Of each milestone the latest row that was known'

COMMENT ON VIEW workspace.known_verdict IS 'Of each official share or verdict the latest row that was known'

COMMENT ON VIEW workspace.computed_performance IS 'Every target with the figure that answers it, also of closed periods'

COMMENT ON VIEW workspace.performance IS 'Every target with the figure that answers it and the verdict'

COMMENT ON VIEW workspace.node_above IS 'Nodes with all nodes above them, themselves included: to filter by a branch'

COMMENT ON VIEW workspace.scorecard IS 'Verdicts by node of the plan tree, place, basis and period'

COMMENT ON VIEW workspace.overall_score IS 'Score of the whole plan and verdicts of its targets in force on the day of reading, by basis'

COMMENT ON VIEW workspace.pace IS 'Targets with figures: what was due, what is required, and where this pace leads'

COMMENT ON VIEW workspace.coverage IS 'Figures that are there and figures that are missing, by indicator, place and year'

COMMENT ON VIEW workspace.status_history IS 'Verdicts on each day on which a figure or the target became known'

COMMENT ON VIEW workspace.verdict_comparison IS 'Official shares and verdicts beside those that are computed'

COMMENT ON VIEW workspace.target_check IS 'Targets whose parts, such as the quarters of a year, do not come to them by the rule of the kind'

COMMENT ON VIEW workspace.figure_check IS 'Figures that are at least a hundred times a goal or an earlier figure, or at most a hundredth: is their unit right?'

COMMENT ON VIEW workspace.standing_change IS 'Standings with the previous ones and the places gained'

COMMENT ON VIEW workspace.milestone_status IS 'Milestones with the years that they are ahead'

COMMENT ON VIEW workspace.document_summary IS 'Documents issued by kind, as published and as listed'

COMMENT ON VIEW workspace.place_became IS 'What each place is on the day of reading, of figures of a day: it gives parts away and is there again'

COMMENT ON VIEW workspace.place_today IS 'What each place is on the day of reading'

COMMENT ON VIEW workspace.place_above IS 'Places with all places above them, themselves included: to filter by a region'

COMMENT ON VIEW workspace.place_figure IS 'Figures of places and, where a place has none of its own, what those below it make by the rule of the indicator'

COMMENT ON VIEW workspace.figure_today IS 'Figures of the places of today: those of places that were merged taken together'

COMMENT ON VIEW workspace.place_rank IS 'Places ranked by an indicator among those of their kind'

COMMENT ON VIEW workspace.growth IS 'Figures beside those of the same period of the year before'

COMMENT ON VIEW workspace.actual_in_currency IS 'Amounts in their currency and in each other one of the exchange rates'

COMMENT ON VIEW workspace.dim_year IS 'Years of the term and of the facts with their working themes'

COMMENT ON VIEW workspace.dim_date IS 'Days of the term, of targets, figures and standings'

COMMENT ON VIEW workspace.dim_indicator IS 'Indicators'

COMMENT ON VIEW workspace.dim_node IS 'Nodes of the plan tree'

COMMENT ON VIEW workspace.dim_place IS 'Places'

COMMENT ON VIEW workspace.dim_basis IS 'Plan bases'

COMMENT ON VIEW workspace.dim_status IS 'Verdicts'

COMMENT ON VIEW workspace.dim_ranking IS 'Rankings'

COMMENT ON VIEW workspace.fact_actual IS 'Figures by keys'

COMMENT ON VIEW workspace.fact_performance IS 'Targets with figures and verdicts by keys'

COMMENT ON VIEW workspace.fact_standing IS 'Standings by keys'

DO $do$
DECLARE
	comment_on text;
BEGIN
	FOR comment_on IN
		SELECT format('COMMENT ON COLUMN %s.%I IS %L', a.attrelid::regclass, a.attname, v.comment)
		FROM pg_class AS c
		JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		JOIN (VALUES
		('achievement', 'share of the way to the target that is achieved: 1 is met exactly, not clamped'),
		('across', 'what the figures of several places are together: sum, mean, max, min or none'),
		('action', 'update, delete or truncate; of closings also insert'),
		('amount', 'the figure in units of its currency, such as VND: without thousands or millions'),
		('amount_in_currency', 'the amount in into_currency; NULL without a rate'),
		('rate_from', 'first day on which the rate holds; NULL without one, and of the currency itself'),
		('change', 'value less previous value'),
		('change_percent', 'change in percent of the previous value; NULL if that is 0 or of the other sign'),
		('previous_value', 'figure of the same period of the year before; NULL without one'),
		('previous_bound', 'how the previous value is known'),
		('is_first', 'whether it is the first of its query'),
		('new_code', 'code that it has got'),
		('old_code', 'code that it had'),
		('is_own', 'whether it is a figure of the place itself'),
		('places', 'lowest places below it that were there when the figure was due; NULL of a figure of its own'),
		('places_covered', 'of these those that the figures cover'),
		('place_kind', 'what the place is: province, district, commune, department or another'),
		('year_key', 'the year'),
		('actual', 'the figure that answers the target, in the unit of the indicator; NULL without one'),
		('actual_key', 'key of the row of actuals'),
		('ancestor', 'code of the node itself or of one above it'),
		('answered_by', 'same period, to date (a report since the beginning of the period, or of the year), parts (figures of parts of it) or places (figures of places below); NULL without a figure'),
		('as_of', 'last day that the figure covers'),
		('at_risk', 'number of targets at risk'),
		('at_this_pace', 'the figure of the whole period if it goes on like this; of flows and cumulative figures'),
		('baseline', 'value from which progress is measured; NULL without one'),
		('basis', 'code of the plan basis: local, central or another'),
		('basis_name', 'name of the plan basis'),
		('basis_key', 'key of the plan basis'),
		('became', 'code of the place that it became, or became a part of'),
		('bound', 'how the figure is known: = exactly, ~ about, > >= < <= as a bound; NULL where it may be more or less'),
		('calendar', 'calendar that years and working days follow, in the notation of plan_calendar'),
		('changed_at', 'when the change was made'),
		('changed_by', 'role that made the change'),
		('changed_on', 'first day of the change'),
		('closed_at', 'when the period was closed'),
		('closed_by', 'role that closed the period'),
		('closed_on', 'day as of which the period was closed: what was known on it'),
		('closing', 'the closing that it belongs to'),
		('code', 'code by which other tables name it'),
		('compared_period', 'period of the goal or figure that it is compared with'),
		('compared_value', 'the goal or figure that it is compared with'),
		('compared_with', 'goal (the nearest of the same period) or figure (the last one before of a period of the same length, where there is no such goal)'),
		('computed_share', 'percent of the target that the figure of the period makes'),
		('computed_status', 'verdict that tnplan computes'),
		('count', 'number of documents issued'),
		('coverage', 'share of the days until the last day of the figure, and of the places below that make it, that are not missing: 0 to 1'),
		('currency', 'currency of amounts, as three capital letters; NULL where there is none'),
		('date', 'the day'),
		('date_key', 'the day as yyyymmdd'),
		('day', 'day of the month'),
		('difference', 'what the parts come to less the target'),
		('days_ahead', 'days from reaching it, or from the day of reading, to the day when it is due; negative is late'),
		('decimals', 'decimals to show'),
		('direction', 'higher, lower or within: what is better'),
		('document', 'document that stated the target'),
		('depth', 'how deep in triggers the statement was: 1 is a statement of its own'),
		('due', 'period by the end of which it is due, in the notation of plan_parse_period'),
		('due_on', 'last day on which it is in time'),
		('exceeded', 'number of targets that are exceeded'),
		('expected', 'share of the target, or of a ceiling on a flow the share that may be used, due by the last day of the figure, or without one by the day of reading: 0 to 1'),
		('expected_value', 'value that was due by the last day of the figure; of a ceiling on a flow the most that it could be, of a band its bound nearest to 0'),
		('figure_first_day', 'first day that the figure covers'),
		('figure_known_on', 'day on which the figure became known'),
		('figure_last_day', 'last day that the figure covers'),
		('figures', 'number of figures that make the actual'),
		('first_date_key', 'first day as yyyymmdd'),
		('first_day', 'first day of the period'),
		('first_missing', 'first period without a figure'),
		('frequency', 'how often a figure is due: month, quarter, half or year'),
		('goal', 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12'),
		('goal_direction', 'higher, lower or within: what the goal says is better; NULL without a goal'),
		('goal_until', 'last day on which the goal stood, before it was revised or withdrawn; NULL if it still stands'),
		('grain', 'month, quarter, half, year, term (two or more whole years), span or another, by the calendar of the workspace'),
		('id', 'number of the row, given by the workspace'),
		('indicator', 'code of the indicator'),
		('indicator_key', 'key of the indicator'),
		('indicator_name', 'name of the indicator'),
		('indicators', 'number of indicators with a target for the period'),
		('into_currency', 'currency in which the rate is expressed'),
		('is_closed', 'whether the period was closed: the verdict no longer changes'),
		('is_complete', 'whether the figure is that of the whole period, without a gap or a missing place'),
		('issued_on', 'day of issue'),
		('logged_in_as', 'role that had logged in, and may have acted as another one'),
		('kind', 'what a year is of its months: flow, stock, cumulative, average, peak, least or first'),
		('known_on', 'day from which it was known; of several rows that say the same thing the latest counts'),
		('label_en', 'name of the status in English'),
		('label_vi', 'name of the status in Vietnamese'),
		('language', 'vi or en: the language of labels'),
		('last_date_key', 'last day as yyyymmdd'),
		('last_day', 'last day of the period'),
		('last_reported', 'last day that a figure covers'),
		('met', 'number of targets that are met, and not exceeded'),
		('met_share', 'share of all indicators, also of those without a figure, that have met their targets'),
		('missing', 'number of figures that are missing'),
		('month', 'month of the calendar year: 1 to 12'),
		('name', 'name'),
		('name_en', 'name in English; NULL without one'),
		('new_row', 'the row after the change; NULL if it was deleted'),
		('no_data', 'number of targets without a figure'),
		('node', 'code of the node of the plan tree'),
		('node_key', 'key of the node of the plan tree'),
		('node_kind', 'what the node is: orientation, programme, scheme, plan or another'),
		('node_name', 'name of the node of the plan tree'),
		('not_started', 'number of targets whose period has not begun'),
		('note', 'note for readers'),
		('number', 'number of the document'),
		('off_track', 'number of targets that are off track'),
		('official_bound', 'bound of the official share'),
		('official_share', 'percent of the target as published'),
		('official_verdict', 'verdict as published'),
		('old_row', 'the row before the change'),
		('on_track', 'number of targets that are on track'),
		('parent', 'code of what it is part of; NULL at the top'),
		('parent_code', 'code of what it is part of'),
		('parent_key', 'key of what it is part of'),
		('part_grain', 'length of the parts: month, quarter, half, year or another, by the calendar of the workspace'),
		('parts', 'number of parts that have targets of their own'),
		('parts_target', 'what the targets of the parts come to: of a flow, and of the years of a cumulative figure, their sum, of an average their mean, and so on by the kind'),
		('percentile_gain', 'gain as a share of the field, which may have changed; positive is better'),
		('period', 'name of the period by the calendar of the workspace, as plan_period_name writes it'),
		('period_name', 'period in the notation of plan_period'),
		('place', 'code of the place or department'),
		('place_key', 'key of the place or department'),
		('place_name', 'name of the place or department'),
		('places_gained', 'places gained since the previous standing; positive is better'),
		('plan_month', 'name of the month in the calendar of the workspace'),
		('plan_quarter', 'name of the quarter in the calendar of the workspace'),
		('plan_year', 'name of the year in the calendar of the workspace'),
		('previous_period', 'period of the previous standing'),
		('previous_rank', 'rank of the previous standing'),
		('previous_total', 'number of entities of the previous standing'),
		('quarter', 'quarter of the calendar year: 1 to 4'),
		('rank', 'rank, counted from 1, the best'),
		('ranking', 'code of the ranking'),
		('ranking_key', 'key of the ranking'),
		('ranking_name', 'name of the ranking'),
		('rate', 'units of into_currency for one of currency'),
		('reached', 'period in which it was reached, in the notation of plan_parse_period; NULL if not yet'),
		('reached_on', 'last day of the period in which it was reached; NULL if not yet'),
		('reason', 'why the row was added or changed'),
		('recorded_at', 'when the row was entered'),
		('recorded_by', 'role that entered the row'),
		('regressing', 'number of targets whose figures are worse than their baselines'),
		('reported', 'number of figures that are there'),
		('required_per_year', 'change a year that reaches the target from here, or that a ceiling on a flow still leaves, in the unit of the indicator; 0 if it is met or broken, NULL without days left'),
		('row_id', 'id of the row that was changed, of a verdict that of its closing; NULL if all were'),
		('scale', 'how many base units one unit is: 1e9 for billion VND'),
		('score', 'achievement clamped to 0 to 1; NULL without a figure'),
		('scored', 'number of targets with a score'),
		('share', 'share; of an official verdict, percent of the target as published'),
		('sort', 'place in sorted lists, best first'),
		('sort_order', 'place in sorted lists'),
		('source', 'where it was published'),
		('steps', 'how many levels up the plan tree: 0 is the node itself'),
		('status', 'verdict: exceeded, met, on_track, at_risk, off_track, regressing, undecided, no_data or not_started'),
		('status_key', 'key of the status, which sorts best first'),
		('status_label', 'verdict in the language of the workspace'),
		('status_sort', 'place of the verdict in sorted lists, best first'),
		('table_name', 'table that was changed'),
		('target', 'the target as a number'),
		('target_first_day', 'first day of the period of the target'),
		('target_known_on', 'day on which the target became known'),
		('target_last_day', 'last day of the period of the target'),
		('target_period', 'period of the target'),
		('targets', 'number of targets in force on the day of reading, as the report has them'),
		('term', 'the term of the plan, in the notation of plan_parse_period'),
		('theme', 'working theme of the year'),
		('theme_en', 'working theme of the year in English'),
		('title', 'title'),
		('ratio', 'value as a multiple of the compared value'),
		('today', 'code of the place as it is on the day of reading'),
		('today_name', 'name of the place as it is on the day of reading'),
		('total', 'number of entities in the ranking'),
		('undecided', 'number of targets of whose figures a bound is known that does not decide; their scores are those of the bounds'),
		('unit', 'unit of the figures'),
		('title_en', 'title in English; NULL without one'),
		('unit_en', 'unit of the figures in English; NULL without one'),
		('url', 'address of the text'),
		('valid_from', 'first day of validity; NULL from the beginning'),
		('valid_until', 'last day of validity; NULL without an end'),
		('value', 'the figure in the unit of the indicator'),
		('variance', 'actual less target in the unit of the indicator, favourable is positive'),
		('verdict', 'verdict as published'),
		('version', 'version of tnplan that made the views'),
		('vintage', 'estimate, preliminary or official'),
		('weekday', 'day of the week: 1 is Monday'),
		('weight', 'weight in means; 0 leaves it out'),
		('year', 'year of the calendar of the workspace in which the period ends'),
		('years_ahead', 'years of the calendar of the workspace from reaching it to the year when it is due; negative is late'),
		('place_figure.places', 'lowest places below it: there on a day that is due, with nothing below them; NULL of a figure of its own'),
		('figure_today.places', 'places that are now part of it and were there on a day that is due'),
		('place_rank.rank', 'rank by the direction of the indicator, counted from 1, the best; NULL for a reporter, who does not read all places'),
		('place_rank.total', 'number of places of its kind with a figure; NULL for a reporter'),
		('growth.previous_period', 'the same period of the year before'),
		('growth.place_changed_on', 'last day on which the place, by table place_change, took in or gave away something, between the periods or within one of them; NULL if it did not'),
		('status_history.known_on', 'day from which the verdict held'),
		('actual_in_currency.rate', 'units of into_currency for one of currency on the last day of the period; NULL without one'),
		('place_figure.figures', 'number of figures that make the value'),
		('place_figure.value', 'the figure in the unit of the indicator; NULL if the indicator has no rule across'),
		('figure_today.figures', 'number of figures that make the value'),
		('figure_today.value', 'the figure in the unit of the indicator; NULL if the indicator has no rule for several'),
		('scorecard.coverage', 'share of the weight of indicators that have a figure, up the plan tree as the score: 0 to 1'),
		('scorecard.score', 'mean of the scores of child nodes and of the indicators of the node itself, by weight: 0 to 1'),
		('overall_score.coverage', 'share of the weight of targets that have a figure, up the plan tree as the score: 0 to 1'),
		('overall_score.score', 'mean of the scores of the nodes at the top of the plan tree by weight, as the report prints it: 0 to 1'),
		('standing.score', 'score behind the rank; NULL if it is not known'),
		('known_standing.score', 'score behind the rank; NULL if it is not known'),
		('standing_change.score', 'score behind the rank; NULL if it is not known'),
		('fact_standing.score', 'score behind the rank; NULL if it is not known'),
		('actual.value', 'the figure in the unit of the indicator; NULL withdraws it'),
		('known_actual.value', 'the figure in the unit of the indicator; NULL withdraws it'),
		('target.goal', 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12; NULL withdraws it'),
		('known_target.goal', 'the target in the notation of plan_goal, such as >= 95, <= 10 from 44, 8..12; NULL withdraws it'),
		('official_verdict.bound', 'how the share is known: = exactly, ~ about, > >= < <= as a bound'),
		('known_verdict.bound', 'how the share is known: = exactly, ~ about, > >= < <= as a bound'),
		('document_count.bound', 'how the count is known: = exactly, ~ about, > >= < <= as a bound'),
		('document_summary.bound', 'how the count is known: = exactly, ~ about, > >= < <= as a bound'),
		('document_count.kind', 'kind of documents: resolution, directive, conclusion, notice or another'),
		('document_summary.kind', 'kind of documents: resolution, directive, conclusion, notice or another'),
		('document_summary.period', 'period for which a count was published, or listed for the rows of table document'),
		('document_summary.first_day', 'first day of the period, or day of issue of the first document that is listed'),
		('document_summary.last_day', 'last day of the period, or day of issue of the last document that is listed'),
		('dim_node.kind', 'orientation, programme, scheme, plan or another'),
		('dim_place.kind', 'province, district, commune, department or another'),
		('target.year', 'calendar year in which the period ends, whatever the calendar of the workspace'),
		('actual.year', 'calendar year in which the period ends, whatever the calendar of the workspace'),
		('closed_verdict.year', 'calendar year in which the period ends, whatever the calendar of the workspace'),
		('closed_verdict.period', 'period in the notation of plan_period'),
		('dim_date.year', 'calendar year of the day'),
		('dim_year.year', 'year of the calendar of the workspace'),
		('theme.year', 'year of the calendar of the workspace'),
		('place_above.ancestor', 'code of the place itself or of one above it'),
		('place_above.steps', 'how many levels up the tree of places: 0 is the place itself'),
		('verdict_comparison.actual', 'the figure of the period, in the unit of the indicator; NULL without one'),
		('setting.first_day', 'first day of the term'),
		('setting.has_fiscal_years', 'whether years of the calendar are others than calendar years: views then have fiscal names and years'),
		('setting.last_day', 'last day of the term'),
		('milestone.place', 'code of the place or department; NULL if it is of none'),
		('official_verdict.period', 'period of the figure, in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023'),
		('official_verdict.target_period', 'period of the target, in a notation that plan_parse_period reads, such as 2023 or năm 2023'),
		('standing.period', 'period in a notation that plan_parse_period reads, such as 2023 or năm 2023'),
		('document_count.period', 'period in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023'),
		('document.title', 'title of the document'),
		('setting.title', 'title of the plan'),
		('coverage.expected', 'number of figures that were due by the day of reading'),
		('milestone_status.status', 'met, off_track (late) or not_started (not due yet)'),
		('node.kind', 'orientation, programme, scheme, plan or another'),
		('place.kind', 'province, district, commune, department or another'),
		('document.kind', 'resolution, directive, conclusion, notice or another'),
		('place_change.share', 'share of the place that went there: above 0, at most 1'),
		('place_became.share', 'share of the place that went there: above 0, at most 1'),
		('place_became.valid_from', 'first day of figures that it is true of; NULL from the beginning'),
		('place_became.valid_until', 'last day of figures that it is true of; NULL without an end'),
		('place_today.share', 'share of the place that went there: above 0, at most 1'),
		('official_verdict.share', 'percent of the target as published'),
		('known_verdict.share', 'percent of the target as published'),
		('exchange_rate.valid_from', 'first day on which the rate holds'),
		('exchange_rate.currency', 'currency that is worth the rate'),
		('actual.period', 'period in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023'),
		('target.period', 'period in a notation that plan_parse_period reads, such as 2023-Q2 or quý II/2023'),
		('closing.period', 'name of the period by the calendar of the workspace, as it was when the period was closed'),
		('node.period', 'period of the node, in a notation that plan_parse_period reads; NULL is the term')
		) AS v (name, comment) ON v.name = a.attname OR v.name = c.relname || '.' || a.attname
		WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_setting('tnplan.workspace')) AND c.relkind IN ('r', 'v')
		ORDER BY v.name LIKE '%.%'
	LOOP
		EXECUTE comment_on;
	END LOOP;
END
$do$
