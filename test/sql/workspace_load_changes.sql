-- Figures that say by how much something rose or fell.

SET datestyle = 'ISO, YMD';
CALL plan_create_workspace('province', sample => true);
INSERT INTO province.indicator (code, node, name, name_en, unit, direction, kind) VALUES
	('POOR', 'GN', 'Tỷ lệ hộ nghèo', 'Poor households', '%', 'lower', 'stock'),
	('BLOOD', 'GN', 'Tỷ lệ tăng huyết áp', 'High blood pressure', '%', 'lower', 'stock'),
	('BOTH', 'GN', 'Mức giảm (tăng) tỷ lệ hộ nghèo', NULL, '%', 'higher', 'average'),
	('UNLIKE', 'GN', 'Tốc độ tăng chi', 'Reduction of spending', '%', 'higher', 'average'),
	('EMISSION', 'GN', 'Phát thải', 'Yearly reduction in emissions (tonnes)', 'tấn', 'higher', 'flow'),
	('PEOPLE', 'GN', 'Tốc độ tăng (giảm) dân số', NULL, '%', 'lower', 'average');

-- Of an indicator of growth a fall is negative, of one of a fall a rise is; of a level neither is a figure.
CREATE TEMP TABLE changes (id int GENERATED ALWAYS AS IDENTITY, indicator text, value text);
INSERT INTO changes (indicator, value) VALUES ('GRDP', 'giảm 0,5%'), ('GRDP', 'tăng 3,2%'), ('GRDP', 'decreased by 0,6%'), ('GRDP', 'increase of 0,7%'), ('GRDP', 'giảm trên 0,8%'), ('GRDP', '-0,9%'),
	('POVERTY_FALL', 'giảm 1,5 điểm %'), ('POVERTY_FALL', 'tăng 0,2 điểm %'), ('POVERTY_FALL', 'giảm ít nhất 1 điểm %'), ('POVERTY_FALL', '1,4'), ('POVERTY_FALL', '-0,3'),
	('EMISSION', 'giảm 5 nghìn tấn'), ('EMISSION', 'rose by about 30'), ('PEOPLE', 'giảm 0,1%'),
	('POOR', 'giảm 0,5%'), ('POOR', 'tăng 0,5%'), ('POOR', 'giảm xuống 4,1%'), ('POOR', 'giảm còn 4%'), ('BUDGET', 'tăng 500 tỷ đồng'), ('BUDGET', 'tăng lên 500 tỷ đồng'),
	('BLOOD', 'giảm 1%'), ('BOTH', 'giảm 1%'), ('UNLIKE', 'giảm 1%');
ALTER TABLE changes ADD COLUMN period text;
UPDATE changes SET period = (1990 + id)::text;
SELECT * FROM plan_load_actuals('province', 'changes', place => 'TN', known_on => '2025-06-30', decimal_mark => ',', ignore => '{id}');
SELECT indicator, value, bound FROM province.actual WHERE known_on = '2025-06-30' ORDER BY period;
-- Goals are read alike.
TRUNCATE changes;
INSERT INTO changes (indicator, period, value) VALUES ('GRDP', '1991', 'tăng 8-8,5%'), ('GRDP', '1992', 'giảm 0,5%'), ('POVERTY_FALL', '1991', 'giảm 1 điểm %'), ('POVERTY_FALL', '1992', 'giảm ít nhất 1 điểm %'), ('POVERTY_FALL', '1993', 'giảm 1-1,5 điểm %'),
	('POVERTY_FALL', '1994', 'giảm không quá 1 điểm %'), ('POOR', '1995', 'giảm 1%'), ('POOR', '1996', 'giảm xuống dưới 4%'), ('POOR', '1997', 'dưới 3%');
SELECT * FROM plan_load_targets('province', 'changes', place => 'TN', known_on => '1990-06-30', decimal_mark => ',', ignore => '{id}');
SELECT indicator, period, goal FROM province.target WHERE known_on = '1990-06-30' ORDER BY period, indicator;
ALTER TABLE changes ADD COLUMN baseline text;
TRUNCATE changes;
INSERT INTO changes (indicator, period, value, baseline) VALUES ('POVERTY_FALL', '1991', '2', 'giảm 1 điểm %'), ('POOR', '1991', '2', 'giảm 1%');
SELECT * FROM plan_load_targets('province', 'changes', place => 'TN', known_on => '1990-07-31', ignore => '{id}');
SELECT indicator, period, goal FROM province.target WHERE known_on = '1990-07-31' ORDER BY period, indicator;
-- What the first row says of the first: its sign, and how its number is read.
ALTER TABLE changes DROP COLUMN baseline;
TRUNCATE changes;
INSERT INTO changes (indicator, period, value) VALUES ('POOR', '1991', 'giảm 1%'), ('GRDP', '1991', 'tăng 2%'), ('EMISSION', '1991', 'giảm 1.250'), ('GRDP', '1992', 'giảm 2,5%');
SELECT reason FROM plan_load_actuals('province', 'changes', place => 'TN', known_on => '2025-07-31', ignore => '{id}', check_only => true) LIMIT 1;
DELETE FROM changes WHERE indicator = 'GRDP';
SELECT reason FROM plan_load_actuals('province', 'changes', place => 'TN', known_on => '2025-07-31', ignore => '{id}', check_only => true) LIMIT 1;
UPDATE changes SET indicator = 'GRDP', value = 'giảm 1.250 - 1.500' WHERE indicator = 'EMISSION';
SELECT reason FROM plan_load_targets('province', 'changes', place => 'TN', known_on => '1990-07-31', ignore => '{id}', check_only => true) LIMIT 1;
-- A score is no change.
CREATE TEMP TABLE scores (ranking text, rank text, score text);
INSERT INTO scores VALUES ('DTI', '1', 'tăng 0,5'), ('PAR', '2', '80');
SELECT * FROM plan_load_standings('province', 'scores', place => 'TN', period => '2001', known_on => '2002-01-01', check_only => true);

DROP TABLE changes, scores;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
RESET datestyle;
