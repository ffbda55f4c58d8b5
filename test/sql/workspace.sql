-- Four statements: a plan with figures, targets and verdicts.
CALL plan_create_workspace('province', sample => true);
SET search_path = province, public;
SET tnplan.known_on = '2023-06-29';
SELECT node, node_name, indicators, on_track, at_risk, round(100 * score) AS "score %" FROM scorecard WHERE period = '2023' ORDER BY node;
SELECT indicator, goal, bound, actual, vintage, answered_by, round(expected::numeric, 2) AS expected, round(100 * achievement) AS "%", status FROM performance WHERE period IN ('2022', '2023') ORDER BY period, indicator;

-- Three weeks before, less was known.
SET tnplan.known_on = '2023-06-08';
SELECT indicator, bound, actual, vintage, status FROM performance WHERE period = '2023' ORDER BY indicator;
RESET tnplan.known_on;

-- It can be made again, and goes only when it is told to.
CALL plan_create_workspace('province', sample => true);
SELECT count(*) AS actuals FROM actual;
RESET search_path;
CALL plan_drop_workspace('province');
CALL plan_drop_workspace('province', force => true);
CALL plan_drop_workspace('public');
CALL plan_create_workspace('empty'); 
CALL plan_drop_workspace('empty');
