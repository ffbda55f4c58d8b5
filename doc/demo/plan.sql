-- A sample plan: Thái Nguyên province, term 2020-2025, from published figures.
--
-- Of the resolution's indicators and of the yearly plan for 2023, with what was known
-- about each at the time: estimates are revised later, and some figures never came.

CREATE TABLE programmes (
	id int PRIMARY KEY,
	name text NOT NULL
);
INSERT INTO programmes VALUES
	(1, 'Growth and budget'),
	(2, 'Industry'),
	(3, 'Agriculture and rural areas'),
	(4, 'Investment and trade'),
	(5, 'Cities'),
	(6, 'Poverty reduction');

CREATE TABLE indicators (
	id int PRIMARY KEY,
	programme int NOT NULL REFERENCES programmes,
	name text NOT NULL,
	unit text NOT NULL,
	goal plan_goal NOT NULL,
	weight float8 NOT NULL DEFAULT 1,
	starts date NOT NULL,
	due date NOT NULL,
	builds_up boolean NOT NULL	-- over the period; a rate is due in full all along
);
INSERT INTO indicators (id, programme, name, unit, goal, starts, due, builds_up) VALUES
	(1, 1, 'GRDP growth, yearly mean', '%', '>= 8', '2021-01-01', '2025-12-31', false),
	(2, 1, 'GRDP growth in 2023', '%', '>= 8', '2023-01-01', '2023-12-31', false),
	(3, 1, 'Budget revenue growth, yearly mean', '%', '>= 10', '2021-01-01', '2025-12-31', false),
	(4, 1, 'Budget revenue of 2023', '% of plan', '>= 100 from 0', '2023-01-01', '2023-12-31', true),
	(5, 2, 'Industrial growth, yearly mean', '%', '>= 9', '2021-01-01', '2025-12-31', false),
	(6, 2, 'Industrial production of 2023', '% of plan', '>= 100 from 0', '2023-01-01', '2023-12-31', true),
	(7, 3, 'Farm, forest and fishery output of 2023', '% of plan', '>= 100 from 0', '2023-01-01', '2023-12-31', true),
	(8, 4, 'Export growth, yearly mean', '%', '>= 7', '2021-01-01', '2025-12-31', false),
	(9, 4, 'Exports of 2023', '% of plan', '>= 100 from 0', '2023-01-01', '2023-12-31', true),
	(10, 4, 'Retail and services of 2023', '% of plan', '>= 100 from 0', '2023-01-01', '2023-12-31', true),
	(11, 5, 'Phổ Yên becomes a city', 'milestone', '>= 1 from 0', '2021-01-01', '2025-12-31', true),
	(12, 6, 'Income per head', 'million VND', '>= 100', '2021-01-01', '2025-12-31', true),
	(13, 6, 'Poor households, yearly fall', '% points', '>= 1', '2021-01-01', '2025-12-31', false);

CREATE TABLE results (
	indicator int NOT NULL REFERENCES indicators,
	published date NOT NULL,
	actual float8 NOT NULL,
	PRIMARY KEY (indicator, published)
);
INSERT INTO results VALUES
	(1, '2022-12-31', 8.59),
	(2, '2023-06-08', 5.17),
	(4, '2023-06-29', 41.4),
	(5, '2022-12-31', 10.8),
	(6, '2023-06-08', 39.6), (6, '2023-06-29', 39.7),
	(7, '2023-06-08', 51.2), (7, '2023-06-29', 51.3),
	(8, '2022-12-31', 10.4),
	(9, '2023-06-08', 40.44), (9, '2023-06-29', 37.9),
	(10, '2023-06-29', 52.3),
	(11, '2022-12-31', 1),
	(2, '2023-12-31', 5);

-- The plan as the mid-term review saw it: what was published by 30 June 2023, and the
-- share of the way that should be done by then.
CREATE VIEW mid_term AS
SELECT p.name AS programme, i.id, i.name AS indicator, i.unit, i.goal, i.weight, r.actual,
	CASE WHEN builds_up
		THEN (date '2023-06-30' - starts + 1)::float8 / (due - starts + 1)
		ELSE 1
	END AS expected
FROM indicators AS i
JOIN programmes AS p ON p.id = i.programme
LEFT JOIN LATERAL (
	SELECT actual FROM results
	WHERE indicator = i.id AND published <= '2023-06-30'
	ORDER BY published DESC LIMIT 1
) AS r ON true;
