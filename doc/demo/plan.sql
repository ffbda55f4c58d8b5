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
	period plan_period NOT NULL,
	builds_up boolean NOT NULL	-- over the period; a rate is due in full all along
);
INSERT INTO indicators (id, programme, name, unit, goal, period, builds_up) VALUES
	(1, 1, 'GRDP growth, yearly mean', '%', '>= 8', '2021-2025', false),
	(2, 1, 'GRDP growth in 2023', '%', '>= 8', '2023', false),
	(3, 1, 'Budget revenue growth, yearly mean', '%', '>= 10', '2021-2025', false),
	(4, 1, 'Budget revenue of 2023', '% of plan', '>= 100 from 0', '2023', true),
	(5, 2, 'Industrial growth, yearly mean', '%', '>= 9', '2021-2025', false),
	(6, 2, 'Industrial production of 2023', '% of plan', '>= 100 from 0', '2023', true),
	(7, 3, 'Farm, forest and fishery output of 2023', '% of plan', '>= 100 from 0', '2023', true),
	(8, 4, 'Export growth, yearly mean', '%', '>= 7', '2021-2025', false),
	(9, 4, 'Exports of 2023', '% of plan', '>= 100 from 0', '2023', true),
	(10, 4, 'Retail and services of 2023', '% of plan', '>= 100 from 0', '2023', true),
	(11, 5, 'Phổ Yên becomes a city', 'milestone', '>= 1 from 0', '2021-2025', true),
	(12, 6, 'Income per head', 'million VND', '>= 100', '2021-2025', true),
	(13, 6, 'Poor households, yearly fall', '% points', '>= 1', '2021-2025', false);

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
		THEN plan_elapsed(i.period, '2023-06-30')
		ELSE 1
	END AS expected
FROM indicators AS i
JOIN programmes AS p ON p.id = i.programme
LEFT JOIN LATERAL (
	SELECT actual FROM results
	WHERE indicator = i.id AND published <= '2023-06-30'
	ORDER BY published DESC LIMIT 1
) AS r ON true;

-- The plan tree: the plan, and its programmes.
CREATE TABLE branches (
	id int PRIMARY KEY,
	parent int REFERENCES branches,
	name text NOT NULL
);
INSERT INTO branches VALUES (100, NULL, 'THE PLAN');
INSERT INTO branches SELECT id, 100, name FROM programmes;

-- What the yearly plans ask for every year, and what was reported: of growth the rate, of
-- the others the share of the year's plan that was done since January.
CREATE TABLE yearly (
	id int PRIMARY KEY,
	programme int NOT NULL REFERENCES programmes,
	name text NOT NULL,
	kind text NOT NULL,
	goal plan_goal NOT NULL
);
INSERT INTO yearly VALUES
	(1, 1, 'GRDP growth', 'average', '>= 8'),
	(2, 1, 'Budget revenue', 'cumulative', '>= 100 from 0'),
	(3, 2, 'Industrial production', 'cumulative', '>= 100 from 0'),
	(4, 3, 'Farm, forest and fishery output', 'cumulative', '>= 100 from 0'),
	(5, 4, 'Exports', 'cumulative', '>= 100 from 0'),
	(6, 4, 'Retail and services', 'cumulative', '>= 100 from 0');

CREATE TABLE reports (
	indicator int NOT NULL REFERENCES yearly,
	period plan_period NOT NULL,
	actual float8 NOT NULL,
	PRIMARY KEY (indicator, period)
);
INSERT INTO reports VALUES
	(1, '2022-H1', 7.08), (1, '2022', 8.59), (1, '2023-H1', 5.17), (1, '2023', 5), (1, '2024', 6.5),
	(2, '2022-H1', 60), (2, '2022-01..2022-09', 74.7), (2, '2023-H1', 41.4), (2, '2024', 122),
	(3, '2022-01..2022-09', 73.2), (3, '2023-H1', 39.7),
	(4, '2023-H1', 51.3),
	(5, '2022-H1', 54), (5, '2022-01..2022-09', 78.3), (5, '2023-H1', 37.9),
	(6, '2023-H1', 52.3);

-- Each report on the day that it is about, with the share of the way that was due by then.
CREATE VIEW dated_reports AS
SELECT y.programme, y.name AS indicator, y.kind, y.goal, r.period, plan_last_day(r.period) AS at, r.actual,
	CASE y.kind
		WHEN 'cumulative' THEN plan_elapsed(plan_year(plan_last_day(r.period)), plan_last_day(r.period))
		ELSE 1
	END AS expected
FROM reports AS r
JOIN yearly AS y ON y.id = r.indicator;
