-- Loading milestones into a workspace.
SET client_min_messages = warning;
SET DateStyle = 'ISO';
CALL plan_create_workspace('roads', sample => true);
DELETE FROM roads.milestone;
\pset null '-'
-- As a file has them: a row for each, in Vietnamese.
CREATE TEMP TABLE file (n serial, "TT" text, "Mã" text, "Chương trình" text, "Nội dung nhiệm vụ" text, "Cơ quan chủ trì" text, "Thời hạn hoàn thành" text, "Ngày hoàn thành" text, "Lý do" text);
ALTER TABLE file DROP COLUMN n;
INSERT INTO file VALUES ('1', ' M-01 ', 'MT', 'Phê duyệt quy hoạch', 'TN', 'Quý II/2023', '15/6/2023', NULL), ('2', 'M-02', 'chuyen doi so', 'Vận hành cổng dữ liệu', 'Thái Nguyên', '30/9/2024', '-', 'Vướng mặt bằng'),
	('3', 'M-03', 'DTH', 'Phổ Yên lên thành phố', 'Phổ Yên', 'năm 2025', 'chưa hoàn thành', NULL), ('', '', '', '', '', '', '', ''), ('4', 'M-04', 'DTH', 'Tuyến đường vành đai', NULL, '6 tháng đầu năm 2024', NULL, NULL);
SELECT code, name FROM roads.node WHERE code IN ('MT', 'CDS', 'DTH') ORDER BY code;
SELECT * FROM plan_load_milestones('roads', 'file', known_on => '2023-07-01', note => 'báo cáo', check_only => true);
SELECT * FROM plan_load_milestones('roads', 'file', known_on => '2023-07-01', note => 'báo cáo', strict => true);
UPDATE file SET "Chương trình" = 'CDS' WHERE "Mã" = 'M-02';
SELECT * FROM plan_load_milestones('roads', 'file', known_on => '2023-07-01', note => 'báo cáo', strict => true);
SELECT code, node, place, name, due, reached, due_on, reached_on, known_on, reason FROM roads.milestone ORDER BY code;
-- In English, with or without diacritics in Vietnamese; columns of dates; a default for everything.
CREATE TEMP TABLE english (code text, programme text, milestone text, place text, "Due date" date, "Date reached" date, "As of" date, notes text);
INSERT INTO english VALUES ('E-1', 'mt', 'Plan approved', 'TN', '2024-03-31', '2024-04-02', '2024-04-30', 'one'), ('E-2', 'MT', 'Portal opened', NULL, '2025-12-31', NULL, '2024-04-30', NULL);
SELECT * FROM plan_load_milestones('roads', 'english');
CREATE TEMP TABLE bare (ma_moc text, noi_dung text);
INSERT INTO bare VALUES ('B-1', 'Một'), ('B-2', 'Hai');
SELECT * FROM plan_load_milestones('roads', 'bare', 'TN', 'Quý IV/2024', '2024-01-31', 'CDS', 'giao đầu năm');
SELECT code, node, place, name, due_on, reached_on, known_on, reason FROM roads.milestone WHERE code ~ '^[BE]' ORDER BY code;
-- Progress: a file of codes and days leaves the rest as it was known last, and knows later what was reached.
CREATE TEMP TABLE progress ("Mã mốc" text, "Hoàn thành" text);
INSERT INTO progress VALUES ('M-02', '20/8/2024'), ('M-04', NULL), ('M-09', '1/8/2024');
SELECT * FROM plan_load_milestones('roads', 'progress', known_on => '2024-08-31');
CREATE TEMP TABLE moved (code text, deadline text, reason text);
INSERT INTO moved VALUES ('M-01', 'H1 2025', 'moved'), ('M-02', '2024-12-31', 'no more money');
SELECT * FROM plan_load_milestones('roads', 'moved', known_on => '2024-09-30');
SELECT code, node, place, name, due_on, reached_on, known_on, reason FROM roads.milestone WHERE known_on > '2024-08-01' ORDER BY code, known_on;
SET tnplan.known_on = '2024-12-31';
SELECT code, place, due_on, reached_on, days_ahead, status FROM roads.milestone_status ORDER BY code;
RESET tnplan.known_on;
-- Again: there already; another: only if it is to be replaced.
SELECT * FROM plan_load_milestones('roads', 'moved', known_on => '2024-09-30');
UPDATE moved SET deadline = 'quý III/2025', reason = NULL WHERE code = 'M-01';
SELECT * FROM plan_load_milestones('roads', 'moved', known_on => '2024-09-30');
SELECT * FROM plan_load_milestones('roads', 'moved', known_on => '2024-09-30', replace => true, check_only => true);
SELECT * FROM plan_load_milestones('roads', 'moved', known_on => '2024-09-30', replace => true);
SELECT code, node, place, name, due, reached, reason FROM roads.milestone WHERE known_on = '2024-09-30' ORDER BY code;
SELECT table_name, action, old_row ->> 'due' AS due, new_row ->> 'due' AS new_due FROM roads.change_log WHERE table_name = 'milestone' AND action = 'update';
-- Where a column is there, an empty cell says that there is none.
ALTER TABLE moved ADD COLUMN place text, ADD COLUMN completed text;
SELECT * FROM plan_load_milestones('roads', 'moved', known_on => '2024-09-30', replace => true);
SELECT code, place, due, reached FROM roads.milestone WHERE known_on = '2024-09-30' ORDER BY code;
-- Fiscal periods by the calendar of the workspace.
UPDATE roads.setting SET calendar = 'year from 1 July';
CREATE TEMP TABLE fiscal (code text, node text, name text, due text);
INSERT INTO fiscal VALUES ('F-1', 'MT', 'Fiscal', 'FY2024-Q1'), ('F-2', 'MT', 'Either', 'tháng 1 NTC 2027'), ('F-3', 'MT', 'Years', '2026/27');
SELECT * FROM plan_load_milestones('roads', 'fiscal', known_on => '2023-07-01');
SELECT code, due, due_on FROM roads.milestone WHERE code ~ '^F' ORDER BY code;
UPDATE roads.setting SET calendar = 'standard';
-- Wrong rows, each with its reason; nothing of them is loaded.
CREATE TEMP TABLE wrong (code text, node text, place text, name text, due text, reached text, known_on text);
INSERT INTO wrong VALUES (NULL, 'MT', 'TN', 'No code', '2024', NULL, '2023-01-01'), ('W-1', 'MTX', 'TN', 'No such node', '2024', NULL, '2023-01-01'), ('W-2', NULL, 'TN', 'No node', '2024', NULL, '2023-01-01'), ('W-3', 'MT', 'Atlantis', 'No such place', '2024', NULL, '2023-01-01'),
	('W-4', 'MT', 'TN', NULL, '2024', NULL, '2023-01-01'), ('W-5', 'MT', 'TN', 'No day', NULL, NULL, '2023-01-01'), ('W-6', 'MT', 'TN', 'No day', '-', NULL, '2023-01-01'), ('W-7', 'MT', 'TN', 'When ready', 'when ready', NULL, '2023-01-01'), ('W-8', 'MT', 'TN', 'No such day', '31/6/2024', NULL, '2023-01-01'),
	('W-9', 'MT', 'TN', 'Not yet', '2024', '1/2/2023', '2023-01-01'), ('W-10', 'MT', 'TN', 'Unreadable', '2024', 'xong', '2023-01-01'), ('W-11', 'MT', 'TN', 'To be known', '2024', NULL, '2999-01-01'), ('W-12', 'MT', 'TN', 'Long ago', '1899', '1850', '2023-01-01'),
	('W-13', 'MT', 'TN', 'Twice', '2024', NULL, '2023-01-01'), ('W-13', 'MT', 'TN', 'Twice', 'năm 2024', NULL, '2023-01-01'), ('W-14', 'MT', 'TN', 'Twice', '2024', NULL, '2023-01-01'), ('W-14', 'CDS', 'PY', 'Twice', '2025', '2022', '2023-01-01'), ('W-15', 'MT', 'TN', 'Right', '2024', '2022', '2023-01-01'), (NULL, 'XX', NULL, NULL, 'soon', NULL, 'soon');
SELECT * FROM plan_load_milestones('roads', 'wrong', strict => true);
SELECT * FROM plan_load_milestones('roads', 'wrong') WHERE row_number IS NULL;
SELECT code, due, reached FROM roads.milestone WHERE code ~ '^W' ORDER BY code;
-- What constraints and triggers of one's own do not take.
ALTER TABLE roads.milestone ADD CONSTRAINT "no name is of 20 letters" CHECK (name !~ '^x{20}$');
CREATE FUNCTION roads.refuse_long() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF length(NEW.name) = 24 THEN RETURN NULL; ELSIF length(NEW.name) > 21 THEN RAISE EXCEPTION 'name of % letters', length(NEW.name); END IF; RETURN NEW; END $$;
CREATE TRIGGER refuse_long BEFORE INSERT ON roads.milestone FOR EACH ROW WHEN (NEW.name ~ '^x') EXECUTE FUNCTION roads.refuse_long();
CREATE TEMP TABLE own (code text, node text, name text, due text);
INSERT INTO own SELECT 'O-' || i, 'MT', repeat('x', i), '2025' FROM generate_series(19, 24) AS i;
SELECT * FROM plan_load_milestones('roads', 'own', known_on => '2024-01-01');
ALTER TABLE roads.milestone DROP CONSTRAINT "no name is of 20 letters";
DROP TRIGGER refuse_long ON roads.milestone;
-- A code that the index does not take is the fault of its row.
INSERT INTO own SELECT (SELECT string_agg(md5(i::text), '') FROM generate_series(1, 300) AS i), 'MT', 'long code', '2026';
SELECT row_number, left(value, 20) AS value, regexp_replace(reason, '\d+', '...', 'g') AS reason FROM plan_load_milestones('roads', 'own', known_on => '2024-02-01');
-- What is missing, comes twice, or is something else.
CREATE TEMP TABLE columns_ ("Nội dung" text);
SELECT * FROM plan_load_milestones('roads', 'columns_');
ALTER TABLE columns_ ADD COLUMN "Mã" text, ADD COLUMN "Nhiệm vụ" text;
SELECT * FROM plan_load_milestones('roads', 'columns_');
ALTER TABLE columns_ DROP COLUMN "Nhiệm vụ", ADD COLUMN "2024" text;
SELECT * FROM plan_load_milestones('roads', 'columns_');
ALTER TABLE columns_ RENAME "2024" TO "Chỉ tiêu";
SELECT * FROM plan_load_milestones('roads', 'columns_');
SELECT * FROM plan_load_milestones('roads', 'columns_', ignore => '{Chỉ tiêu}');
SELECT * FROM plan_load_milestones('roads', 'columns_', ignore => '{*}', node => 'XX');
SELECT * FROM plan_load_milestones('roads', 'columns_', ignore => '{*}', place => 'XX');
SELECT * FROM plan_load_milestones('roads', 'columns_', ignore => '{*}', due => 'soon');
SELECT * FROM plan_load_milestones('roads', 'columns_', ignore => '{*}', due => '1899');
SELECT * FROM plan_load_milestones('roads', 'columns_', ignore => '{*}', known_on => '2999-01-01');
SELECT * FROM plan_load_milestones('roads', 'columns_', strict => NULL);
SELECT * FROM plan_load_milestones('roads', 'columns_', check_only => NULL);
SELECT * FROM plan_load_milestones(NULL, 'columns_');
SELECT * FROM plan_load_milestones('nowhere', 'columns_');
SELECT * FROM plan_load_actuals('roads', 'english', 'TN');
-- Who cannot insert milestones loads none; policies are asked, of what is there too.
CREATE ROLE regress_tn_builder;
GRANT SELECT ON bare, file, progress TO regress_tn_builder;
CALL plan_grant_workspace('roads', 'regress_tn_builder', 'reporter', places => '{TN}');
SET ROLE regress_tn_builder;
SELECT * FROM plan_load_milestones('roads', 'bare', 'TN', '2024', '2024-02-01', 'MT');
RESET ROLE;
GRANT INSERT, UPDATE ON roads.milestone TO regress_tn_builder;
CREATE POLICY other_programmes ON roads.milestone AS RESTRICTIVE FOR UPDATE TO regress_tn_builder USING (node <> 'CDS');
SET ROLE regress_tn_builder;
SELECT * FROM plan_load_milestones('roads', 'file', known_on => '2023-08-01', check_only => true);
SELECT * FROM plan_load_milestones('roads', 'file', known_on => '2023-08-01');
SELECT * FROM plan_load_milestones('roads', 'file', place => 'TN', due => '2026', node => 'MT', known_on => '2023-07-01', ignore => '{Cơ quan chủ trì,Chương trình,Thời hạn hoàn thành}', replace => true);
RESET ROLE;
SELECT code, node, place, due, known_on FROM roads.milestone WHERE known_on IN ('2023-07-01', '2023-08-01') ORDER BY code, known_on;
DROP POLICY other_programmes ON roads.milestone;
REVOKE ALL ON roads.milestone FROM regress_tn_builder;
CALL plan_grant_workspace('roads', 'regress_tn_builder', 'planner');
SET ROLE regress_tn_builder;
SELECT * FROM plan_load_milestones('roads', 'bare', 'TN', '2024', '2024-02-01', 'MT');
RESET ROLE;
CALL plan_revoke_workspace('roads', 'regress_tn_builder');
DROP OWNED BY regress_tn_builder;
DROP ROLE regress_tn_builder;
-- Words in place of the day when a milestone was reached.
CREATE TEMP TABLE words ("Mã" text, "Nội dung" text, "Thời hạn" text, "Hoàn thành" text);
INSERT INTO words SELECT 'W-' || n, w, '2026', w FROM unnest('{Đang thực hiện,chưa,CHƯA,Chưa thực hiện,đang triển khai,dang thuc hien,In progress,chưa hoàn thành,"",đã hoàn thành,xong,chưa rõ}'::text[]) WITH ORDINALITY AS u (w, n);
SELECT * FROM plan_load_milestones('roads', 'words', node => 'MT', known_on => '2024-06-01');
SELECT code, name, due, reached FROM roads.milestone WHERE known_on = '2024-06-01' ORDER BY id;
-- Many: against plain SQL.
CREATE TEMP TABLE many AS SELECT 'X' || n AS code, 'MT' AS node, 'name ' || n AS name, (date '2020-01-01' + n)::text AS due, CASE WHEN n % 3 = 0 THEN (date '2020-01-01' + n / 2)::text END AS reached FROM generate_series(1, 3000) AS n;
SELECT * FROM plan_load_milestones('roads', 'many', known_on => '2025-01-01');
SELECT count(*) AS loaded, count(*) FILTER (WHERE due_on = m.due::date AND reached_on IS NOT DISTINCT FROM m.reached::date AND s.name = m.name) AS "as in the file" FROM roads.milestone AS s JOIN many AS m USING (code) WHERE s.known_on = '2025-01-01';
DROP TABLE file, english, bare, progress, moved, fiscal, wrong, own, columns_, many, words;
\pset null ''
CALL plan_drop_workspace('roads', force => true);
