-- Headings of columns: what they say of a period and of its figures.

CALL plan_create_workspace('province', sample => true);

-- Periods alone are of figures beside one of targets, and of targets where none says that it has some.
CREATE TEMP TABLE report ("Chỉ tiêu" text, "Năm 2021" text, "2022 (tỷ đồng)" text, "KH 2025" text);
INSERT INTO report VALUES ('BUDGET', '17.950', '19.100', '20.500');
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31');
SELECT * FROM plan_load_actuals('province', 'report', place => 'TN', known_on => '2024-12-31');
SELECT period, goal FROM province.target WHERE known_on = '2024-12-31';
SELECT period, value FROM province.actual WHERE known_on = '2024-12-31' AND period < '2024' ORDER BY period;
-- What is left to figures needs no year, and no column of its own beside it.
ALTER TABLE report RENAME COLUMN "Năm 2021" TO "Quý I";
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31');
ALTER TABLE report RENAME COLUMN "KH 2025" TO "TH 2023";
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31', ignore => '{Quý I}', check_only => true, decimal_mark => ',');
ALTER TABLE report RENAME COLUMN "TH 2023" TO "2023";
SELECT * FROM plan_load_targets('province', 'report', place => 'TN', known_on => '2024-12-31', ignore => '{Quý I}', check_only => true, decimal_mark => ',');
DROP TABLE report;

SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
