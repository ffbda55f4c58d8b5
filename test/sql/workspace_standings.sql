-- Loading published standings into a workspace.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('league', sample => true);
DELETE FROM league.standing;
\pset null '-'
-- As a file has them: a row for each, in Vietnamese.
CREATE TEMP TABLE file (n serial, "Chỉ số" text, "Tỉnh, thành phố" text, "Năm" text, "Xếp hạng" text, "Điểm" text, "Nguồn" text);
ALTER TABLE file DROP COLUMN n;
INSERT INTO file VALUES ('DTI', 'TN', '2020', 'hạng 44/63', NULL, 'mic.gov.vn'), ('Chỉ số chuyển đổi số (DTI)', 'Thái Nguyên', 'năm 2021', 'thứ 12 trên 63 tỉnh, thành phố', '0,5512', NULL), ('dti', 'Bắc Kạn', '2021', '30/63', '-', NULL),
	('PCI', 'TN', '2022', '25', '66.1', NULL), ('PAR', 'TN', '2022', '9', '-', NULL);
SELECT * FROM plan_load_standings('league', 'file', known_on => '2023-04-30', source => 'báo cáo');
SELECT ranking, place, period, rank, total, score, known_on, source FROM league.standing ORDER BY ranking, place, period;
-- One column a period, in English; the number of places beside them, or in the cells.
CREATE TEMP TABLE wide (place text, "Number ranked" int, "Rank 2019" text, "Rank of 2022" text, "2023 standing" text, "Target 2023" text);
INSERT INTO wide VALUES ('TN', 63, '50', '8', '11 of 63', '5'), ('BK', NULL, '...', '33rd of 63', NULL, NULL);
SELECT * FROM plan_load_standings('league', 'wide', ranking => 'DTI', known_on => '2024-10-30', ignore => '{Rank of 2022}');
ALTER TABLE wide RENAME "Rank of 2022" TO "Rank 2022";
SELECT * FROM plan_load_standings('league', 'wide', ranking => 'DTI', known_on => '2024-10-30');
SELECT place, period, rank, total, places_gained FROM league.standing_change WHERE ranking = 'DTI' ORDER BY place, first_day;
-- Columns of numbers, and a default for everything.
CREATE TEMP TABLE bare (rank int, total bigint, score numeric);
INSERT INTO bare VALUES (2, 63, 88.25);
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2022', '2023-04-30', 'SIPAS', 'moha.gov.vn');
SELECT rank, total, score, source FROM league.standing WHERE ranking = 'SIPAS';
-- Again: there already; another: only if it is to be replaced; what the file does not say stays.
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2022', '2023-04-30', 'SIPAS');
UPDATE bare SET rank = 3;
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2022', '2023-04-30', 'SIPAS');
ALTER TABLE bare DROP COLUMN total, DROP COLUMN score;
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2022', '2023-04-30', 'SIPAS', replace => true, check_only => true);
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2022', '2023-04-30', 'SIPAS', replace => true);
SELECT rank, total, score, source FROM league.standing WHERE ranking = 'SIPAS';
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2022', '2023-04-30', 'SIPAS');
-- Wrong rows, each with its reason; nothing of them is loaded.
CREATE TEMP TABLE wrong (ranking text, place text, period text, rank text, total text, score text, known_on text);
INSERT INTO wrong VALUES ('DTJ', 'TN', '2024', '8/63', NULL, NULL, '2025-01-01'), ('DTI', 'Thai Binh', '2024', '8/63', NULL, NULL, '2025-01-01'), ('DTI', 'TN', 'last year', '8/63', NULL, NULL, '2025-01-01'), ('DTI', 'TN', '2024', '64/63', NULL, NULL, '2025-01-01'),
	('DTI', 'TN', '2024', '101-150', NULL, NULL, '2025-01-01'), ('DTI', 'TN', '2024', 'eighth', NULL, NULL, '2025-01-01'), ('DTI', 'TN', '2024', '0', NULL, NULL, '2025-01-01'), ('DTI', 'TN', '2024', '8/63', '34', NULL, '2025-01-01'), ('DTI', 'TN', '2024', '40', '34', NULL, '2025-01-01'),
	('DTI', 'TN', '2024', '8', 'many', NULL, '2025-01-01'), ('DTI', 'TN', '2024', '8', '8/63', NULL, '2025-01-01'), ('DTI', 'TN', '2024', '8', '63', 'over 70', '2025-01-01'), ('DTI', 'TN', '2024', '8', '63', '60-70', '2025-01-01'), ('DTI', 'BK', '2026', '8', '34', NULL, '2025-01-01'),
	('DTI', 'TN', '2026', '8', '34', NULL, '2025-01-01'), (NULL, 'TN', '2024', '8', '34', NULL, '2025-01-01'), ('DTI', NULL, '2024', '8', '34', NULL, '2025-01-01'), ('DTI', 'TN', NULL, '8', '34', NULL, '2025-01-01'), ('DTI', 'TN', '2024', '8', '34', NULL, 'soon'), ('DTI', 'TN', '2018', NULL, '63', NULL, NULL),
	('DTI', 'TN', '2017', '8/63', NULL, NULL, '2025-01-01'), ('DTI', 'TN', '2017', '8', '63', NULL, '2025-01-01'), ('DTI', 'TN', '2016', '8/63', NULL, '5', '2025-01-01'), ('DTI', 'TN', '2016', '8/63', NULL, '6', '2025-01-01'), ('DTI', 'TN', '2015', '-8', NULL, NULL, '2025-01-01'), ('DTI', 'TN', '2015', '9999999999', NULL, NULL, '2025-01-01');
SELECT * FROM plan_load_standings('league', 'wrong', strict => true);
SELECT * FROM plan_load_standings('league', 'wrong') WHERE row_number IS NULL;
SELECT period, rank, total FROM league.standing WHERE known_on = '2025-01-01';
-- What is missing, comes twice, or is something else.
CREATE TEMP TABLE columns_ (rank text);
SELECT * FROM plan_load_standings('league', 'columns_');
SELECT * FROM plan_load_standings('league', 'columns_', ranking => 'DTI');
SELECT * FROM plan_load_standings('league', 'columns_', 'TN', ranking => 'DTI');
SELECT * FROM plan_load_standings('league', 'columns_', 'TN', '2024', ranking => 'XYZ');
ALTER TABLE columns_ ADD COLUMN "Vị trí" text;
SELECT * FROM plan_load_standings('league', 'columns_', 'TN', '2024', ranking => 'DTI');
ALTER TABLE columns_ RENAME "Vị trí" TO "2022";
SELECT * FROM plan_load_standings('league', 'columns_', 'TN', ranking => 'DTI');
ALTER TABLE columns_ RENAME rank TO score;
SELECT * FROM plan_load_standings('league', 'columns_', 'TN', ranking => 'DTI');
ALTER TABLE columns_ RENAME score TO "Rank 2021";
SELECT * FROM plan_load_standings('league', 'columns_', 'TN', ranking => 'DTI');
ALTER TABLE columns_ RENAME "Rank 2021" TO place;
SELECT * FROM plan_load_standings('league', 'columns_', 'TN', ranking => NULL);
CREATE TEMP TABLE of_figures ("Chỉ tiêu" text, "Kỳ" text, "Giá trị" text, "Tổng số" text);
SELECT * FROM plan_load_actuals('league', 'of_figures', 'TN');
ALTER TABLE of_figures DROP COLUMN "Tổng số", ADD COLUMN "Hạng 2022" text;
SELECT * FROM plan_load_targets('league', 'of_figures', 'TN');
SELECT * FROM plan_load_standings(NULL, 'of_figures');
-- Who cannot insert standings loads none.
CREATE ROLE regress_tn_ranker;
GRANT SELECT ON bare TO regress_tn_ranker;
CALL plan_grant_workspace('league', 'regress_tn_ranker', 'reader');
SET ROLE regress_tn_ranker;
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2024', '2025-01-01', 'SIPAS');
RESET ROLE;
CALL plan_grant_workspace('league', 'regress_tn_ranker', 'planner');
SET ROLE regress_tn_ranker;
SELECT * FROM plan_load_standings('league', 'bare', 'TN', '2024', '2025-01-01', 'SIPAS');
RESET ROLE;
CALL plan_revoke_workspace('league', 'regress_tn_ranker');
DROP OWNED BY regress_tn_ranker;
DROP ROLE regress_tn_ranker;
-- Many: against plain SQL.
CREATE TEMP TABLE many AS SELECT 'P' || n AS place, 2000 + y AS "Năm", 1 + (n * 7 + y * 13) % 500 || '/500' AS "Hạng", ((n * 37 + y * 11) % 10000) / 100.0 AS "Điểm" FROM generate_series(1, 500) AS n, generate_series(0, 9) AS y;
INSERT INTO league.place (code, name) SELECT 'P' || n, 'P' || n FROM generate_series(1, 500) AS n;
SELECT * FROM plan_load_standings('league', 'many', ranking => 'PAR', known_on => '2020-01-01');
SELECT count(*) AS loaded, count(*) FILTER (WHERE s.rank || '/' || s.total = m."Hạng" AND s.score = m."Điểm"::float8) AS "as in the file" FROM league.standing AS s JOIN many AS m ON m.place = s.place AND m."Năm"::text = s.period WHERE s.known_on = '2020-01-01';
DROP TABLE file, wide, bare, wrong, columns_, of_figures, many;
\pset null ''
CALL plan_drop_workspace('league', force => true);
