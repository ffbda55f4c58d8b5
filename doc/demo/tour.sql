-- The tour of the README.

-- Goals read as they are written.
SELECT goal, actual, plan_achievement(actual, goal), plan_status(actual, goal)
FROM (VALUES
	('>= 95'::plan_goal, 90.25),	-- at least 95
	('<= 10 from 44', 8),			-- at most 10, coming down from 44
	('8..12', 12.5),				-- between 8 and 12
	('>= 6.6..6.8', 6.7)			-- met from 6.6, exceeded above 6.8
) AS v (goal, actual);

-- Two columns and a direction do as well; the pace is the share expected by now.
SELECT plan_status(45, 50, 'higher'),
	plan_status(45, 50, 'higher', expected => 0.9) AS at_this_pace,
	plan_score(60, 50, 'higher'),
	plan_score(60, 50, 'higher', cap => 1.5) AS up_to_half_more;

-- A scorecard keeps what it is made of: it can be stored, merged and taken apart.
CREATE TABLE programme_cards AS
SELECT programme, plan_scorecard_agg(actual, goal, weight, expected) AS card
FROM mid_term
GROUP BY programme;

SELECT plan_count(term) AS indicators, plan_met_share(term), plan_score(term),
	plan_score(term, 0.8) AS if_80_percent_covered
FROM (SELECT plan_rollup(card) AS term FROM programme_cards) AS t;

-- Sums do not depend on the order of their terms.
SELECT sum(x), plan_sum(x)
FROM (VALUES (1e18::float8), (0.25), (-1e18)) AS v (x);
