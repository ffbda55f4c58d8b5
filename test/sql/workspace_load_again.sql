-- Loading again what is there already, with other words beside it.

SET datestyle = 'ISO, YMD';
SET client_min_messages = warning;
CALL plan_create_workspace('province', sample => true);
RESET client_min_messages;

-- Figures: another source or note is replaced if it is asked for, and what the file does not say stays.
CREATE TEMP TABLE figures (indicator text, period text, value text, source text, note text);
INSERT INTO figures VALUES ('BUDGET', '2015', '5', 'Sở Tài chính', NULL), ('IPV', '2015', '6', NULL, 'tạm tính'), ('FARM', '2015', '7', NULL, NULL), ('EXPORT', '2015', '8', 'Cục Thống kê', 'x');
SELECT * FROM plan_load_actuals('province', 'figures', place => 'TN', known_on => '2016-01-31');
UPDATE figures SET source = 'Cục Thống kê', note = NULL;
SELECT * FROM plan_load_actuals('province', 'figures', place => 'TN', known_on => '2016-01-31');
SELECT indicator, source, note FROM province.actual WHERE known_on = '2016-01-31' ORDER BY indicator;
SELECT * FROM plan_load_actuals('province', 'figures', place => 'TN', known_on => '2016-01-31', replace => true, check_only => true);
SELECT * FROM plan_load_actuals('province', 'figures', place => 'TN', known_on => '2016-01-31', replace => true);
SELECT indicator, value, source, note FROM province.actual WHERE known_on = '2016-01-31' ORDER BY indicator;
SELECT * FROM plan_load_actuals('province', 'figures', place => 'TN', known_on => '2016-01-31', replace => true);
-- The source of all rows, and a row that is wrong.
ALTER TABLE figures DROP COLUMN source;
INSERT INTO figures VALUES ('nothing', '2015', '9', NULL);
SELECT * FROM plan_load_actuals('province', 'figures', place => 'TN', known_on => '2016-01-31', source => 'Niên giám');
UPDATE figures SET value = '50' WHERE indicator = 'BUDGET';
UPDATE figures SET note = 'y';
SELECT * FROM plan_load_actuals('province', 'figures', place => 'TN', known_on => '2016-01-31', strict => true);

-- Targets: another reason on the same day, on a later one, and in a closed period.
CREATE TEMP TABLE plan (indicator text, period text, target text, reason text);
INSERT INTO plan VALUES ('BUDGET', '2018', '5', 'QĐ 1'), ('IPV', '2018', '6', NULL), ('FARM', '2019', '7', 'QĐ 1');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2017-12-31');
UPDATE plan SET reason = 'QĐ 2';
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2017-12-31');
SELECT indicator, known_on, goal, reason FROM province.target WHERE period IN ('2018', '2019') ORDER BY known_on, indicator;
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2018-01-31');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2017-12-31', replace => true);
SELECT indicator, known_on, goal, reason FROM province.target WHERE period IN ('2018', '2019') ORDER BY known_on, indicator;
SET client_min_messages = warning;
SELECT plan_close_period('province', '2018', '2019-01-31') IS NOT NULL AS closed;
RESET client_min_messages;
UPDATE plan SET reason = 'QĐ 3';
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2018-01-31', replace => true);
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2018-01-31', note => 'QĐ 4');
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2018-02-28');
UPDATE plan SET reason = 'QĐ 2' WHERE indicator = 'IPV';
SELECT * FROM plan_load_targets('province', 'plan', place => 'TN', known_on => '2018-02-28');
SELECT indicator, known_on, goal, reason FROM province.target WHERE period IN ('2018', '2019') ORDER BY known_on, indicator;

-- Standings and milestones.
CREATE TEMP TABLE ranks (ranking text, period text, rank text, source text);
INSERT INTO ranks VALUES ('DTI', '2010', '5/63', 'Bộ');
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2011-01-31');
UPDATE ranks SET source = 'Bộ Thông tin';
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2011-01-31');
SELECT * FROM plan_load_standings('province', 'ranks', place => 'TN', known_on => '2011-01-31', replace => true);
SELECT rank, total, source FROM province.standing WHERE known_on = '2011-01-31';
CREATE TEMP TABLE milestones (code text, name text, due text, reason text);
INSERT INTO milestones VALUES ('M', 'Phê duyệt', '2023-06-30', 'QĐ 1');
SELECT * FROM plan_load_milestones('province', 'milestones', node => 'MT', known_on => '2023-01-31');
UPDATE milestones SET reason = 'QĐ 2';
SELECT * FROM plan_load_milestones('province', 'milestones', node => 'MT', known_on => '2023-01-31');
SELECT * FROM plan_load_milestones('province', 'milestones', node => 'MT', known_on => '2023-01-31', replace => true);
SELECT name, due_on, reason FROM province.milestone WHERE code = 'M';

DROP TABLE figures, plan, ranks, milestones;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
RESET datestyle;
