-- The sample plan in a workspace: Thái Nguyên province, term 2020-2025, from published figures, as the
-- mid-term review saw it on 29 June 2023.
\pset footer off
\pset null '-'

CALL plan_create_workspace('province', sample => true);
SET search_path = public, province;
SET tnplan.known_on = '2023-06-29';

\echo
\echo 'Each target: how far, and is it on pace?'
SELECT indicator_name AS indicator, unit, period, goal, concat(nullif(bound, '='), ' ', actual) AS actual, vintage,
	round(100 * achievement) AS "%", round(100 * expected) AS "due %", status_label AS status
FROM performance
WHERE basis = 'local' AND period <> '2022'
ORDER BY period, indicator;

\echo 'Each branch of the plan in 2023, and in the term'
SELECT period, node_name AS branch, indicators, exceeded + met AS met, on_track, at_risk + off_track AS behind, no_data,
	round(100 * score) AS "score %", round(100 * coverage) AS "coverage %"
FROM scorecard
WHERE period IN ('2023', '2021-2025')
ORDER BY period, node;

\echo 'What was known three weeks before? Exports were an estimate, and retail had no figure'
SET tnplan.known_on = '2023-06-08';
SELECT indicator_name AS indicator, concat(nullif(bound, '='), ' ', actual) AS actual, vintage, status_label AS status
FROM performance
WHERE period = '2023'
ORDER BY indicator;
SET tnplan.known_on = '2023-06-29';

\echo 'What was due, and where does this pace lead?'
SELECT indicator_name AS indicator, unit, actual, as_of, round(expected_value::numeric, 1) AS due, target, round(at_this_pace::numeric, 1) AS "2023 at this pace"
FROM pace
WHERE period = '2023' AND at_this_pace IS NOT NULL
ORDER BY indicator;

\echo 'Percent of the plan: as published, and as computed'
SELECT indicator_name AS indicator, period, actual, official_share, round(computed_share::numeric, 1) AS computed_share
FROM verdict_comparison
WHERE target_period = '2023'
ORDER BY indicator;

\echo 'From 44th to 12th to 8th'
SELECT ranking_name AS ranking, period, rank, total, places_gained, round(100 * percentile_gain) AS "gain, % of the field"
FROM standing_change
ORDER BY ranking, period;

\echo 'Milestones, documents, and figures that are missing'
SELECT name AS milestone, due_on, reached_on, years_ahead FROM milestone_status ORDER BY code;
SELECT kind AS documents, period, concat(nullif(bound, '='), ' ', count) AS issued FROM document_summary ORDER BY kind, period;
SELECT indicator_name AS indicator, year, expected AS due, reported, missing, first_missing FROM coverage WHERE missing > 0 AND year >= 2022 ORDER BY indicator, year;
