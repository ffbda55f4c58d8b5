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

-- A plan that also sets targets has a name in both languages, as have those that are there.
INSERT INTO basis (code, name, name_en) VALUES ('party', 'Nghị quyết Đại hội', 'Congress resolution');
INSERT INTO target (indicator, place, basis, period, goal, known_on) VALUES ('GRDP', 'TN', 'party', '2023', '>= 9', '2022-12-31');
SELECT code, name, name_en FROM dim_basis ORDER BY code;
SELECT basis, goal, status FROM performance WHERE indicator = 'GRDP' AND period = '2023' ORDER BY basis;
SELECT language, plan_report('province', '2023', '2023-06-29', language) ~ name AS is_named FROM (VALUES ('vi', 'Nghị quyết Đại hội'), ('en', 'Congress resolution')) AS v (language, name);
DELETE FROM target WHERE basis = 'party';
TRUNCATE change_log;

-- It can be made again, and goes only when it is told to.
CALL plan_create_workspace('province', sample => true);
SELECT count(*) AS actuals FROM actual;
RESET search_path;
CALL plan_drop_workspace('province');
CALL plan_drop_workspace('province', force => true);
CALL plan_drop_workspace('public');
CALL plan_create_workspace('information_schema');
CALL plan_create_workspace('empty');
-- Its tables are analyzed: those that never were look long, and views over them costly.
SELECT relname FROM pg_class WHERE relnamespace = 'empty'::regnamespace AND relkind = 'r' AND reltuples < 0;
CALL plan_drop_workspace('empty');
