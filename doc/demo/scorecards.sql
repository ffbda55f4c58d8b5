-- The scorecards of the sample plan, as of 30 June 2023.
\pset footer off
\pset null '-'

\echo
\echo 'Each indicator: how far, and is it on pace?'
SELECT indicator, unit, goal, actual,
	round(100 * plan_achievement(actual, goal)) AS "%",
	plan_status(actual, goal, expected) AS status
FROM mid_term
ORDER BY id;

\echo 'Each programme, and the term'
SELECT coalesce(programme, 'THE TERM') AS programme,
	plan_count(card) AS indicators,
	plan_count(card, 'exceeded') + plan_count(card, 'met') AS met,
	plan_count(card, 'on_track') AS on_track,
	plan_count(card, 'at_risk') + plan_count(card, 'off_track') AS behind,
	plan_count(card, 'no_data') AS no_figure,
	round(100 * plan_score(card)) AS "score %",
	round(100 * plan_coverage(card)) AS "coverage %"
FROM (
	SELECT programme, min(id) AS id, plan_scorecard_agg(actual, goal, weight, expected) AS card
	FROM mid_term
	GROUP BY ROLLUP (programme)
) AS cards
ORDER BY programme IS NULL, cards.id;

\echo 'What is met, what is behind, what has no figure'
SELECT plan_status(actual, goal, expected) AS status, count(*),
	string_agg(indicator, '; ' ORDER BY id) AS indicators
FROM mid_term
GROUP BY 1
ORDER BY 1;
