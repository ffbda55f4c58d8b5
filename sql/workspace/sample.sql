-- The sample: Thái Nguyên province, term 2020-2025 (plan years 2021-2025), from published figures with what was
-- known about each at the time.  It is added to an empty workspace only.

UPDATE workspace.setting SET title = 'Tỉnh Thái Nguyên, nhiệm kỳ 2020-2025', title_en = 'Thái Nguyên province, term 2020-2025', term = '2021-2025'

INSERT INTO workspace.place (code, parent, kind, name, name_en, valid_from, valid_until)
SELECT v.code, v.parent, v.kind, v.name, v.name_en, v.valid_from::date, v.valid_until::date
FROM (VALUES
	('VN', NULL, 'country', 'Việt Nam', 'Viet Nam', NULL, NULL),
	('TN', 'VN', 'province', 'Thái Nguyên', 'Thai Nguyen', NULL, NULL),
	('BK', 'VN', 'province', 'Bắc Kạn', 'Bac Kan', '1997-01-01', '2025-06-30'),
	('PY', 'TN', 'city', 'Phổ Yên', 'Pho Yen', NULL, NULL)
) AS v (code, parent, kind, name, name_en, valid_from, valid_until)

INSERT INTO workspace.place_change (place, became, changed_on, note)
SELECT v.place, v.became, v.changed_on::date, v.note
FROM (VALUES
	('BK', 'TN', '2025-07-01', '63 tỉnh, thành phố còn 34')
) AS v (place, became, changed_on, note)

INSERT INTO workspace.node (code, parent, kind, name, name_en, period, sort_order)
SELECT v.code, v.parent, v.kind, v.name, v.name_en, v.period, v.sort_order
FROM (VALUES
	('NQ', NULL, 'resolution', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025', 'Resolution of the XX provincial Party Congress, 2020-2025', '2021-2025', 1),
	('KT', 'NQ', 'orientation', 'Kinh tế và ngân sách', 'Economy and budget', '2021-2025', 2),
	('CN', 'KT', 'programme', 'Công nghiệp, tiểu thủ công nghiệp', 'Industry and small industry', '2021-2025', 3),
	('NN', 'KT', 'programme', 'Nông, lâm nghiệp, thủy sản và xây dựng nông thôn mới', 'Agriculture, forestry, fishery and new rural development', '2021-2025', 4),
	('TC', 'KT', 'programme', 'Tăng trưởng và thu ngân sách', 'Growth and budget revenue', '2021-2025', 5),
	('DT', 'KT', 'programme', 'Đầu tư và thương mại', 'Investment and trade', '2021-2025', 6),
	('MT', 'DT', 'scheme', 'Cải thiện môi trường đầu tư, nâng cao năng lực cạnh tranh', 'Investment climate and competitiveness', '2021-2025', 7),
	('DTH', 'NQ', 'orientation', 'Đô thị', 'Cities', '2021-2025', 8),
	('XH', 'NQ', 'orientation', 'Xã hội', 'Society', '2021-2025', 9),
	('GN', 'XH', 'programme', 'Giảm nghèo bền vững', 'Sustainable poverty reduction', '2021-2025', 10),
	('CDS', 'NQ', 'programme', 'Chuyển đổi số (Nghị quyết 01-NQ/TU)', 'Digital transformation (Resolution 01-NQ/TU)', '2021-2025', 11),
	('QH', 'NQ', 'plan', 'Quy hoạch tỉnh 2021-2030, tầm nhìn đến năm 2050', 'Provincial master plan 2021-2030 with a vision to 2050', '2021-2030', 12)
) AS v (code, parent, kind, name, name_en, period, sort_order)

INSERT INTO workspace.document (kind, number, title, issued_on, node)
SELECT v.kind, v.number, v.title, v.issued_on::date, v.node
FROM (VALUES
	('resolution', '01-NQ/TU', 'Chương trình chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030', '2020-12-31', 'CDS')
) AS v (kind, number, title, issued_on, node)

INSERT INTO workspace.document_count (kind, period, count, bound, known_on)
SELECT v.kind, v.period, v.count, v.bound, v.known_on::date
FROM (VALUES
	('resolution', '2021-01..2023-06', 9, '=', '2023-06-29'),
	('directive', '2021-01..2023-06', 21, '=', '2023-06-29'),
	('conclusion', '2021-01..2023-06', 1299, '=', '2023-06-29'),
	('notice or dispatch', '2021-01..2023-06', 3600, '>', '2023-06-29')
) AS v (kind, period, count, bound, known_on)

INSERT INTO workspace.indicator (code, node, name, name_en, unit, unit_en, scale, currency, direction, kind, across, frequency, decimals, sort_order)
SELECT v.code, v.node, v.name, v.name_en, v.unit, v.unit_en, v.scale, v.currency, v.direction, v.kind, v.across, v.frequency, v.decimals, v.sort_order
FROM (VALUES
	('GRDP', 'TC', 'Tốc độ tăng GRDP', 'GRDP growth', '%', NULL, 1, NULL, 'higher', 'average', 'none', 'half', 2, 1),
	('BUDGET', 'TC', 'Thu ngân sách nhà nước', 'Budget revenue', 'tỷ đồng', 'billion VND', 1000000000.0, 'VND', 'higher', 'flow', 'sum', 'quarter', 0, 2),
	('BUDGET_RATE', 'TC', 'Tốc độ tăng thu ngân sách, không kể tiền đất và xổ số', 'Growth of budget revenue without land and lottery', '%', NULL, 1, NULL, 'higher', 'average', 'none', 'year', 1, 3),
	('IPV', 'CN', 'Giá trị sản xuất công nghiệp', 'Industrial production', 'nghìn tỷ đồng', 'thousand billion VND', 1000000000000.0, 'VND', 'higher', 'flow', 'sum', 'quarter', 1, 4),
	('IPV_RATE', 'CN', 'Tốc độ tăng giá trị sản xuất công nghiệp', 'Growth of industrial production', '%', NULL, 1, NULL, 'higher', 'average', 'none', 'year', 1, 5),
	('FARM', 'NN', 'Giá trị sản xuất nông, lâm nghiệp và thủy sản', 'Farm, forest and fishery production', 'tỷ đồng', 'billion VND', 1000000000.0, 'VND', 'higher', 'flow', 'sum', 'half', 0, 6),
	('EXPORT', 'DT', 'Giá trị xuất khẩu', 'Exports', 'tỷ USD', 'billion USD', 1000000000.0, 'USD', 'higher', 'flow', 'sum', 'quarter', 2, 7),
	('EXPORT_RATE', 'DT', 'Tốc độ tăng xuất khẩu', 'Growth of exports', '%', NULL, 1, NULL, 'higher', 'average', 'none', 'year', 1, 8),
	('EXPORT_LOCAL_RATE', 'DT', 'Tốc độ tăng xuất khẩu của doanh nghiệp địa phương', 'Growth of exports of local enterprises', '%', NULL, 1, NULL, 'higher', 'average', 'none', 'year', 1, 9),
	('RETAIL', 'DT', 'Tổng mức bán lẻ và dịch vụ', 'Retail and services', 'tỷ đồng', 'billion VND', 1000000000.0, 'VND', 'higher', 'flow', 'sum', 'half', 1, 10),
	('FDI_COUNT', 'MT', 'Số dự án FDI còn hiệu lực', 'Foreign-invested projects in force', 'dự án', 'projects', 1, NULL, 'higher', 'stock', 'sum', 'half', 0, 11),
	('FDI', 'MT', 'Vốn đăng ký FDI còn hiệu lực', 'Capital of foreign-invested projects in force', 'tỷ USD', 'billion USD', 1000000000.0, 'USD', 'higher', 'stock', 'sum', 'half', 2, 12),
	('DDI_COUNT', 'MT', 'Số dự án đầu tư trong nước', 'Domestic investment projects', 'dự án', 'projects', 1, NULL, 'higher', 'stock', 'sum', 'half', 0, 13),
	('DDI', 'MT', 'Vốn đầu tư trong nước', 'Capital of domestic investment projects', 'nghìn tỷ đồng', 'thousand billion VND', 1000000000000.0, 'VND', 'higher', 'stock', 'sum', 'half', 1, 14),
	('INCOME', 'GN', 'Thu nhập bình quân đầu người', 'Income per head', 'triệu đồng', 'million VND', 1000000.0, 'VND', 'higher', 'stock', 'mean', 'year', 1, 15),
	('GRDP_HEAD', 'TC', 'GRDP bình quân đầu người', 'GRDP per head', 'triệu đồng', 'million VND', 1000000.0, 'VND', 'higher', 'stock', 'mean', 'year', 1, 16),
	('POVERTY_FALL', 'GN', 'Mức giảm tỷ lệ hộ nghèo hằng năm', 'Yearly fall of poor households', 'điểm %', 'percentage points', 1, NULL, 'higher', 'average', 'none', 'year', 2, 17)
) AS v (code, node, name, name_en, unit, unit_en, scale, currency, direction, kind, across, frequency, decimals, sort_order)

INSERT INTO workspace.target (indicator, place, basis, period, goal, known_on, reason)
SELECT v.indicator, v.place, v.basis, v.period, v.goal, v.known_on::date, v.reason
FROM (VALUES
	('GRDP', 'TN', 'local', '2021-2025', '>= 8', '2020-10-14', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX'),
	('IPV_RATE', 'TN', 'local', '2021-2025', '>= 9', '2020-10-14', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX'),
	('EXPORT_RATE', 'TN', 'local', '2021-2025', '>= 7', '2020-10-14', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX'),
	('EXPORT_LOCAL_RATE', 'TN', 'local', '2021-2025', '>= 11', '2020-10-14', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX'),
	('BUDGET_RATE', 'TN', 'local', '2021-2025', '>= 10', '2020-10-14', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX'),
	('POVERTY_FALL', 'TN', 'local', '2021-2025', '>= 1', '2020-10-14', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX'),
	('INCOME', 'TN', 'local', '2025', '>= 100', '2020-10-14', 'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX'),
	('GRDP', 'TN', 'local', '2022', '>= 8', '2021-12-31', 'Kế hoạch năm 2022'),
	('GRDP', 'TN', 'local', '2023', '>= 8', '2022-12-31', 'Kế hoạch năm 2023'),
	('EXPORT', 'TN', 'local', '2022', '>= 31.93', '2021-12-31', 'Suy ra từ 78,3 % kế hoạch năm công bố ngày 30/9/2022'),
	('IPV', 'TN', 'local', '2022', '>= 919.4', '2021-12-31', 'Suy ra từ 73,2 % kế hoạch năm công bố ngày 30/9/2022'),
	('BUDGET', 'TN', 'local', '2022', '>= 17940', '2021-12-31', 'Suy ra từ 74,7 % kế hoạch năm công bố ngày 30/9/2022'),
	('IPV', 'TN', 'local', '2023', '>= 1020.2', '2022-12-31', 'Suy ra từ 39,7 % kế hoạch năm công bố ngày 29/6/2023'),
	('EXPORT', 'TN', 'local', '2023', '>= 35.09', '2022-12-31', 'Suy ra từ 37,9 % kế hoạch năm công bố ngày 29/6/2023'),
	('BUDGET', 'TN', 'local', '2023', '>= 19983', '2022-12-31', 'Suy ra từ 41,4 % kế hoạch năm công bố ngày 29/6/2023'),
	('FARM', 'TN', 'local', '2023', '>= 15793', '2022-12-31', 'Suy ra từ 51,3 % kế hoạch năm công bố ngày 29/6/2023'),
	('RETAIL', 'TN', 'local', '2023', '>= 63993', '2022-12-31', 'Suy ra từ 52,3 % kế hoạch năm công bố ngày 29/6/2023'),
	('GRDP_HEAD', 'TN', 'local', '2024', '>= 123', '2023-12-31', 'Suy ra từ 96,91 % kế hoạch năm công bố ngày 31/12/2024'),
	('BUDGET', 'TN', 'central', '2024', '>= 16131', '2023-12-31', 'Suy ra từ 122 % kế hoạch năm công bố ngày 31/12/2024')
) AS v (indicator, place, basis, period, goal, known_on, reason)

INSERT INTO workspace.actual (indicator, place, period, value, bound, vintage, known_on, note)
SELECT v.indicator, v.place, v.period, v.value, v.bound, v.vintage, v.known_on::date, v.note
FROM (VALUES
	('GRDP', 'TN', '2022-H1', 7.08, '=', 'estimate', '2022-06-30', NULL),
	('EXPORT', 'TN', '2022-H1', 17.2, '=', 'estimate', '2022-06-30', NULL),
	('BUDGET', 'TN', '2022-H1', 9500, '>', 'estimate', '2022-06-30', NULL),
	('IPV', 'TN', '2022-01..2022-09', 673, '>', 'official', '2022-09-30', NULL),
	('EXPORT', 'TN', '2022-01..2022-09', 25, '>', 'official', '2022-09-30', NULL),
	('BUDGET', 'TN', '2022-01..2022-09', 13400, '>', 'official', '2022-09-30', NULL),
	('GRDP', 'TN', '2022', 8.59, '=', 'official', '2022-12-31', NULL),
	('EXPORT', 'TN', '2022', 32, '>', 'official', '2022-12-31', NULL),
	('EXPORT_RATE', 'TN', '2022', 10.4, '=', 'official', '2022-12-31', NULL),
	('IPV', 'TN', '2022', 932, '>', 'official', '2022-12-31', NULL),
	('IPV_RATE', 'TN', '2022', 10.8, '=', 'official', '2022-12-31', NULL),
	('GRDP', 'TN', '2023-H1', 5.17, '=', 'estimate', '2023-06-08', NULL),
	('IPV', 'TN', '2023-H1', 405, '=', 'estimate', '2023-06-08', NULL),
	('EXPORT', 'TN', '2023-H1', 14.07, '=', 'estimate', '2023-06-08', NULL),
	('BUDGET', 'TN', '2023-H1', 8200, '>', 'estimate', '2023-06-08', NULL),
	('FARM', 'TN', '2023-H1', 8000, '>', 'estimate', '2023-06-08', NULL),
	('IPV', 'TN', '2023-H1', 405, '=', 'official', '2023-06-29', NULL),
	('EXPORT', 'TN', '2023-H1', 13.3, '=', 'official', '2023-06-29', 'Giảm 21,7 % so với cùng kỳ'),
	('BUDGET', 'TN', '2023-H1', 8273, '=', 'official', '2023-06-29', NULL),
	('FARM', 'TN', '2023-H1', 8102, '=', 'official', '2023-06-29', NULL),
	('RETAIL', 'TN', '2023-H1', 33468.5, '=', 'official', '2023-06-29', NULL),
	('GRDP', 'TN', '2023', 5, '>', 'estimate', '2023-12-31', NULL),
	('BUDGET', 'TN', '2023', 20025, '=', 'official', '2023-12-31', NULL),
	('GRDP', 'TN', '2024', 6.5, '=', 'official', '2024-12-31', NULL),
	('BUDGET', 'TN', '2024', 19680, '=', 'estimate', '2024-12-31', NULL),
	('GRDP_HEAD', 'TN', '2024', 119.2, '=', 'official', '2024-12-31', 'Tăng 5,86 %'),
	('FDI_COUNT', 'TN', '2022-09', 172, '=', 'official', '2022-09-30', NULL),
	('FDI', 'TN', '2022-09', 10.3, '~', 'official', '2022-09-30', NULL),
	('FDI_COUNT', 'TN', '2023-06', 201, '=', 'official', '2023-06-29', NULL),
	('FDI', 'TN', '2023-06', 10.58, '=', 'official', '2023-06-29', NULL),
	('DDI_COUNT', 'TN', '2023-06', 868, '=', 'official', '2023-06-29', NULL),
	('DDI', 'TN', '2023-06', 162.7, '=', 'official', '2023-06-29', NULL)
) AS v (indicator, place, period, value, bound, vintage, known_on, note)

INSERT INTO workspace.official_verdict (indicator, place, basis, period, target_period, share, bound, known_on)
SELECT v.indicator, v.place, v.basis, v.period, v.target_period, v.share, v.bound, v.known_on::date
FROM (VALUES
	('EXPORT', 'TN', 'local', '2022-H1', '2022', 54, '<', '2022-06-30'),
	('BUDGET', 'TN', 'local', '2022-H1', '2022', 60, '~', '2022-06-30'),
	('IPV', 'TN', 'local', '2022-01..2022-09', '2022', 73.2, '=', '2022-09-30'),
	('EXPORT', 'TN', 'local', '2022-01..2022-09', '2022', 78.3, '=', '2022-09-30'),
	('BUDGET', 'TN', 'local', '2022-01..2022-09', '2022', 74.7, '=', '2022-09-30'),
	('IPV', 'TN', 'local', '2023-H1', '2023', 39.6, '=', '2023-06-08'),
	('EXPORT', 'TN', 'local', '2023-H1', '2023', 40.44, '=', '2023-06-08'),
	('BUDGET', 'TN', 'local', '2023-H1', '2023', 41.4, '=', '2023-06-08'),
	('FARM', 'TN', 'local', '2023-H1', '2023', 51.2, '=', '2023-06-08'),
	('IPV', 'TN', 'local', '2023-H1', '2023', 39.7, '=', '2023-06-29'),
	('EXPORT', 'TN', 'local', '2023-H1', '2023', 37.9, '=', '2023-06-29'),
	('BUDGET', 'TN', 'local', '2023-H1', '2023', 41.4, '=', '2023-06-29'),
	('FARM', 'TN', 'local', '2023-H1', '2023', 51.3, '=', '2023-06-29'),
	('RETAIL', 'TN', 'local', '2023-H1', '2023', 52.3, '=', '2023-06-29'),
	('BUDGET', 'TN', 'central', '2024', '2024', 122, '=', '2024-12-31'),
	('GRDP_HEAD', 'TN', 'local', '2024', '2024', 96.91, '=', '2024-12-31')
) AS v (indicator, place, basis, period, target_period, share, bound, known_on)

INSERT INTO workspace.milestone (code, node, place, name, name_en, due, reached, known_on)
SELECT v.code, v.node, v.place, v.name, v.name_en, v.due, v.reached, v.known_on::date
FROM (VALUES
	('PY_CITY', 'DTH', 'PY', 'Phổ Yên lên thành phố', 'Phổ Yên becomes a city', '2025', NULL, '2020-10-14'),
	('PY_CITY', 'DTH', 'PY', 'Phổ Yên lên thành phố', 'Phổ Yên becomes a city', '2025', '2022', '2022-12-31')
) AS v (code, node, place, name, name_en, due, reached, known_on)

INSERT INTO workspace.ranking (code, node, name, name_en)
SELECT v.code, v.node, v.name, v.name_en
FROM (VALUES
	('DTI', 'CDS', 'Chỉ số chuyển đổi số (DTI)', 'Digital transformation index (DTI)'),
	('PAR', 'MT', 'Chỉ số cải cách hành chính (PAR INDEX)', 'Administrative reform index (PAR INDEX)'),
	('SIPAS', 'MT', 'Chỉ số hài lòng về phục vụ hành chính (SIPAS)', 'Satisfaction with public services (SIPAS)')
) AS v (code, node, name, name_en)

INSERT INTO workspace.standing (ranking, place, period, rank, total, known_on)
SELECT v.ranking, v.place, v.period, v.rank, v.total, v.known_on::date
FROM (VALUES
	('DTI', 'TN', '2020', 44, 63, '2021-12-31'),
	('DTI', 'TN', '2021', 12, 63, '2022-12-31'),
	('DTI', 'TN', '2022', 8, 63, '2023-06-29'),
	('PAR', 'TN', '2022', 9, 63, '2023-06-29'),
	('SIPAS', 'TN', '2022', 2, 63, '2023-06-29')
) AS v (ranking, place, period, rank, total, known_on)
