-- Names of indicators and places as files have them.

SET client_min_messages = warning;
CALL plan_create_workspace('province', sample => true);
RESET client_min_messages;
INSERT INTO province.place (code, parent, kind, name, name_en) VALUES
	('SC', 'TN', 'city', 'Thành phố Sông Công', 'Song Cong City'), ('DT', 'TN', 'district', 'Huyện Đại Từ', NULL), ('PB', 'TN', 'district', 'Huyện Phú Bình', 'Phu Binh District'),
	('TLP', 'TN', 'ward', 'Phường Tân Lập', NULL), ('TLX', 'TN', 'commune', 'Xã Tân Lập', NULL), ('TLT', 'TN', 'town', 'Thị trấn Tân Láp', NULL),
	('Q1', 'TN', 'district', 'Quận 1', NULL), ('P1', 'TN', 'ward', 'Phường 1', NULL), ('HAN', 'VN', 'province', 'TP. Hà Nội', 'Hanoi'), ('XM', 'TN', 'commune', 'Xa Mát', NULL), ('XK', 'TN', 'commune', 'XA KHONG DAU', NULL),
	('PYP', 'TN', 'ward', 'Phường Phổ Yên', NULL), ('MD', 'TN', 'district', 'Huyện Mỹ Đức', NULL), ('TU', 'TN', 'office', 'Tỉnh ủy', NULL), ('LC', 'TN', 'ward', 'Phường Lương Châu', NULL), ('LCX', 'TN', 'commune', 'Xã Lương Châu (cũ)', NULL);
INSERT INTO province.indicator (code, node, name) VALUES
	('POOR', 'GN', 'Tỷ lệ hộ nghèo'), ('NEAR', 'GN', 'Tỉ lệ hộ cận nghèo'), ('SKILL', 'XH', 'Lao động có kỹ năng'), ('FINE', 'XH', 'Số tác phẩm mĩ thuật'), ('SCALE', 'XH', 'Quy mô dân số'), ('KEEP', 'XH', 'Tỷ lệ giữ chân'), ('KEPT', 'XH', 'Tỉ lệ giữ chân'),
	('NO1', 'XH', '1. Số trường học'), ('NO2', 'XH', '2. Số trường học'), ('N12', 'XH', '12 tháng tăng trưởng'), ('SCHOOL', 'XH', 'Số học sinh');
CREATE TEMP TABLE staging (n int, indicator text, place text, period text, value text);
CREATE TEMP VIEW sorted AS SELECT indicator, place, period, value FROM staging ORDER BY n;
-- What names are taken for, or the reason why they are nothing.
CREATE FUNCTION pg_temp.loaded(what text, names text[]) RETURNS TABLE (name text, taken_for text) LANGUAGE plpgsql AS $$
BEGIN
	TRUNCATE staging;
	INSERT INTO staging SELECT n, CASE what WHEN 'indicator' THEN s.name ELSE 'BUDGET' END, CASE what WHEN 'place' THEN s.name ELSE 'TN' END, 1900 + n, n FROM unnest(names) WITH ORDINALITY AS s (name, n);
	CREATE TEMP TABLE wrong AS SELECT * FROM plan_load_actuals('province', 'pg_temp.sorted', known_on => '2020-01-01');
	RETURN QUERY SELECT s.name, coalesce(w.reason, CASE what WHEN 'indicator' THEN a.indicator ELSE a.place END)
		FROM unnest(names) WITH ORDINALITY AS s (name, n) LEFT JOIN wrong AS w ON w.row_number = s.n LEFT JOIN province.actual AS a ON a.known_on = '2020-01-01' AND a.value = s.n ORDER BY s.n;
	DROP TABLE wrong;
	DELETE FROM province.actual AS a WHERE a.known_on = '2020-01-01';
END $$;

-- Places without their kind, where one alone is called so.
SELECT * FROM pg_temp.loaded('place', '{Thành phố Sông Công,Sông Công,SONG CONG,song-công,Song Cong City,Đại Từ,Dai Tu,Phú Bình,Phu Binh District,Hà Nội,ha noi,TP Hà Nội,Thành phố Hà Nội,Hanoi,Mỹ Đức,Mĩ Đức,Huyện Mĩ Đức,TP Sông Công,TP.Sông Công,khong dau,Lương Châu (cũ)}');
-- Several are called so, one has that name as a whole, another kind, and what is no name.
SELECT * FROM pg_temp.loaded('place', '{Tân Lập,Tan Lap,Tân Láp,Tân lap,P. Tân Lập,Thị trấn Tân Lập,Phổ Yên,Thành phố Phổ Yên,Huyện Sông Công,TX Sông Công,Q. Đại Từ,Thành phố,1,Quận 1,Mát,Xa Mát,Xã Mát,Lương Châu,Sông}');
-- The people's committee of a place, before its kind.
SELECT * FROM pg_temp.loaded('place', '{UBND huyện Đại Từ,Ủy ban nhân dân huyện Đại Từ,UỶ BAN NHÂN DÂN HUYỆN ĐẠI TỪ,ubnd huyen dai tu,UBND TP Sông Công,UBND P. Tân Lập,UBND xã Tân Lập,3. UBND phường Phổ Yên,UBND tỉnh Thái Nguyên,UBND Quận 1,UBND Đại Từ,UBND,UBND xã,UBND huyện Sông Công,UBND thành phố Thái Nguyên,Ban huyện Đại Từ}');
-- The number of its line before a place.
SELECT * FROM pg_temp.loaded('place', '{1. Sông Công,2) Huyện Đại Từ,(3) Phú Bình,4.P. Tân Lập,5. Tân Lập,X. Tân Lập,X. Đại Từ,I. Đại Từ,1 Đại Từ,6. Đại Tữ}');

-- Kinds in the file before names that are stored without one, where their place is of that kind or of none.
ALTER TABLE province.place ALTER COLUMN kind DROP NOT NULL;
INSERT INTO province.place (code, parent, kind, name, name_en) VALUES
	('LCH', 'VN', 'province', 'Lai Châu', 'Lai Chau'), ('CB', 'VN', 'tỉnh', 'Cao Bằng', NULL), ('LS', 'VN', NULL, 'Lạng Sơn', NULL), ('HG', 'VN', '', 'Hà Giang', NULL), ('HP', 'VN', 'city', 'Hải Phòng', 'Haiphong'), ('MN', 'VN', 'region', 'Miền Núi', NULL),
	('DH', 'TN', 'district', 'Định Hóa', NULL), ('VN1', 'TN', 'Huyện', 'Võ Nhai', NULL), ('BX', 'TN', 'town', 'Bắc Sơn', NULL), ('DU', 'TN', 'thị trấn', 'Đu', NULL), ('QT', 'TN', 'phường', 'Quan Triều', NULL), ('LT', 'TN', 'ward', 'Linh Sơn', NULL), ('LH', 'TN', 'xã', 'La Hiên', NULL), ('CD', 'VN', 'đặc khu', 'Côn Đảo', NULL),
	('HT1', 'TN', 'ward', 'Hợp Thành', NULL), ('HT2', 'TN', 'commune', 'Hợp Thành', NULL), ('HTX', 'TN', 'commune', 'Xã Hợp Tiến', NULL), ('HTY', 'TN', 'ward', 'Hợp Tiến', NULL), ('TAX', 'TN', 'office', 'Chi cục Thuế', NULL);
SELECT * FROM pg_temp.loaded('place', '{Tỉnh Lai Châu,TỈNH LAI CHÂU,tinh lai chau,T. Lai Châu,Lai Chau Province,Tỉnh Cao Bằng,Tỉnh Lạng Sơn,Thành phố Lạng Sơn,Tỉnh Hà Giang,Thành phố Hải Phòng,TP Hải Phòng,TP. Hải Phòng,Haiphong City,Huyện Định Hóa,H. Định Hóa,Định Hóa District,1. Huyện Định Hóa,Huyện Võ Nhai,Thị xã Bắc Sơn,TT. Bắc Sơn,Thị trấn Đu,Phường Quan Triều,P. Quan Triều,Linh Son Ward,Phường Linh Sơn,Xã La Hiên,X. La Hiên,Đặc khu Côn Đảo,Phường Hợp Tiến,Xã Hợp Tiến,Tỉnh Thái Nguyên}');
-- Another kind, no kind of these, several places, and what says no kind.
SELECT * FROM pg_temp.loaded('place', '{Thành phố Lai Châu,TP. Cao Bằng,Tỉnh Hải Phòng,Tỉnh Miền Núi,Xã Linh Sơn,Phường La Hiên,Quận Bắc Sơn,Xã Đu,Thị xã Đu,Phường Hợp Thành,Xã Hợp Thành,Xã Chi cục Thuế,Tỉnh,Tỉnh Lai,Tinh Lai Châu,Tỉnh ủy Lai Châu,Xã Xã La Hiên,Huyện Lai Châu Province,Huyện Hợp Tiến,Thành phố Thái Nguyên,Tỉnh 1}');

-- Indicators spelled with i or y, and with the number of their line.
SELECT * FROM pg_temp.loaded('indicator', '{Tỉ lệ hộ nghèo,TỈ LỆ HỘ NGHÈO,ti le ho ngheo,Tỷ lệ hộ cận nghèo,Lao động có kĩ năng,Số tác phẩm mỹ thuật,Qui mô dân số,Tỷ lệ giữ chân,Tỉ lệ giữ chân,Ty le giu chan,Tị lệ hộ nghèo,Tuy lệ hộ nghèo}');
SELECT * FROM pg_temp.loaded('indicator', '{1. Tốc độ tăng GRDP,1.Tốc độ tăng GRDP,1.2 Tốc độ tăng GRDP,1.2. Tỉ lệ hộ nghèo,2) Số học sinh,(3) Số học sinh,4/ Số học sinh,5 - Số học sinh,I. Số học sinh,I.2 Số học sinh,I.2.3) Số học sinh,IV - Số học sinh,a) Số học sinh,a. Số học sinh,đ) Số học sinh,- Số học sinh,+ Số học sinh,• Số học sinh,1. BUDGET,2. Tốc độ tăng GRDP (%)}');
-- Numbers that are of the name, and what is no number.
SELECT * FROM pg_temp.loaded('indicator', '{1. Số trường học,2 Số trường học,3. Số trường học,Số trường học,12 tháng tăng trưởng,1 Số học sinh,"1,2. Số học sinh",a Số học sinh,E-Số học sinh,A - Số học sinh,abc. Số học sinh,vi-Số học sinh,IVX. Số học sinh,s. Số học sinh,1. Số học sính viên,1.,(,(a}');
-- Where the cells of "Đơn vị" are places without their kind, or could be units.
CREATE TEMP TABLE either ("Chỉ tiêu" text, "Đơn vị" text, "2001" text);
INSERT INTO province.place (code, parent, kind, name) VALUES ('H1', 'TN', 'commune', 'Xã Hà');
INSERT INTO either VALUES ('BUDGET', 'Sông Công', '5');
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2020-01-01', check_only => true);
INSERT INTO either VALUES ('GRDP', '%', '7'), ('SCHOOL', 'ha', '8');
SELECT * FROM plan_load_actuals('province', 'either', known_on => '2020-01-01', check_only => true);
DELETE FROM either WHERE "Chỉ tiêu" = 'BUDGET';
SELECT * FROM plan_load_actuals('province', 'either', place => 'Đại Từ', known_on => '2020-01-01', check_only => true);

DROP FUNCTION pg_temp.loaded;
DROP VIEW sorted;
DROP TABLE staging, either;
SET client_min_messages = warning;
CALL plan_drop_workspace('province', force => true);
RESET client_min_messages;
