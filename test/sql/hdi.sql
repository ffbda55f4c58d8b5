-- The human development index of 2022 as the report of 2023/24 has it: the first fourteen
-- countries, and some others, with ranks among 193.
CREATE TABLE hdr (country text, rank int, life float8, expected float8, mean float8, gni float8, published float8);
INSERT INTO hdr VALUES
	('Switzerland', 1, 84.255, 16.5837307, 13.90406622, 69432.78669, 0.967),
	('Norway', 2, 83.393, 18.63846016, 13.06234279, 69189.76165, 0.966),
	('Iceland', 3, 82.815, 19.10672951, 13.76716995, 54688.37921, 0.959),
	('Hong Kong, China (SAR)', 4, 84.315, 17.8495903, 12.34776974, 62485.50516, 0.956),
	('Denmark', 5, 81.882, 18.77403069, 12.96049023, 62018.95694, 0.952),
	('Sweden', 5, 83.505, 19.03676987, 12.67372015, 56995.84796, 0.952),
	('Germany', 7, 80.989, 17.34334946, 14.25594044, 55340.19722, 0.95),
	('Ireland', 7, 82.716, 19.12610054, 11.6569568, 87467.51391, 0.95),
	('Singapore', 9, 84.133, 16.90273094, 11.92488003, 88761.14559, 0.949),
	('Australia', 10, 83.579, 21.0800209, 12.72681999, 49257.1352, 0.946),
	('Netherlands', 10, 82.451, 18.58348083, 12.58162975, 57278.31015, 0.946),
	('Belgium', 12, 82.293, 18.94573975, 12.52857789, 53644.03854, 0.942),
	('Finland', 12, 82.351, 19.22859001, 12.92915501, 49522.09853, 0.942),
	('Liechtenstein', 12, 84.656, 15.46640015, 12.351169, 146673.2415, 0.942),
	('Luxembourg', 20, 82.591, 14.19705009, 12.9600811, 78554.2364, 0.927),
	('United States', 20, 78.203, 16.41274071, 13.57549953, 65564.93798, 0.927),
	('Thailand', 66, 79.68, 15.58131027, 8.834560711, 16886.51113, 0.803),
	('Viet Nam', 107, 74.58, 13.05294705, 8.455348794, 10813.98273, 0.726),
	('Somalia', 193, 56.107, 7.647232333, 1.900300026, 1072.201461, 0.38);
SELECT country, rank, published, round(plan_hdi(life, expected, mean, gni)::numeric, 3) = published::numeric AS as_published, round(plan_hdi(life, expected, mean, gni)::numeric, 6) AS hdi, round(plan_hdi_health(life)::numeric, 4) AS health,
	round(plan_hdi_education(expected, mean)::numeric, 4) AS education, round(plan_hdi_income(gni)::numeric, 4) AS income
FROM hdr ORDER BY rank, country;
-- All 193 countries of that report: figures and ranks in print, of three places.
CREATE TABLE hdr_2022 (iso3 text, rank int, published numeric, life float8, expected float8, mean float8, gni float8);
\copy hdr_2022 FROM 'test/data/hdi.csv' CSV HEADER
SELECT count(*) AS countries, count(*) FILTER (WHERE hdi = published) AS as_published, count(*) FILTER (WHERE rank = rounded) AS ranks
FROM (SELECT *, round(plan_hdi(life, expected, mean, gni)::numeric, 3) AS hdi, rank() OVER (ORDER BY round(plan_hdi(life, expected, mean, gni)::numeric, 3) DESC) AS rounded FROM hdr_2022) AS r;
DROP TABLE hdr_2022;
-- Ranks are of the figure in print, where places tie that more digits would part.
SELECT count(*) AS countries, count(*) FILTER (WHERE rank = rounded) AS rounded, count(*) FILTER (WHERE rank = unrounded) AS unrounded
FROM (SELECT rank, rank() OVER (ORDER BY round(plan_hdi(life, expected, mean, gni)::numeric, 3) DESC) AS rounded, rank() OVER (ORDER BY plan_hdi(life, expected, mean, gni) DESC) AS unrounded FROM hdr WHERE rank <= 12) AS r;
-- Caps before the mean: Liechtenstein and Australia would stand higher without.
SELECT country, round((((life - 20) / 65 * (expected / 18 + mean / 15) / 2 * ln(gni / 100) / ln(750)) ^ (1 / 3.0::float8) - plan_hdi(life, expected, mean, gni))::numeric, 3) AS without_caps FROM hdr WHERE country IN ('Liechtenstein', 'Australia') ORDER BY 1;
-- The formula.
SELECT count(*), count(*) FILTER (WHERE abs(plan_hdi(life, expected, mean, gni) - formula) < 1e-14) AS agree
FROM (SELECT *, (least(1, (life - 20) / 65) * (least(1, expected / 18) + least(1, mean / 15)) / 2 * least(1, (ln(gni) - ln(100)) / (ln(75000) - ln(100)))) ^ (1 / 3.0::float8) AS formula
	FROM (SELECT (30 + i % 60)::float8 AS life, (i * 7 % 23)::float8 AS expected, (i * 11 % 18)::float8 AS mean, (100 + i * 97 % 120000)::float8 AS gni FROM generate_series(1, 3000) AS i) AS v) AS f;
-- Goalposts: zero zeroes everything, what lies below has no mean.
SELECT plan_hdi(20, 10, 10, 5000) AS no_health, plan_hdi(70, 0, 0, 5000) AS no_schooling, plan_hdi(70, 10, 10, 100) AS no_income, plan_hdi(90, 20, 20, 100000) AS all_capped, plan_hdi(19, 10, 10, 5000) AS below, plan_hdi(70, 10, 10, 99) AS poorer, plan_hdi(70, -1, 10, 5000) AS negative,
	round(plan_hdi_income(50)::numeric, 9) AS poor, round(plan_hdi_health(19)::numeric, 9) AS short_lived;
SELECT plan_hdi(NULL, 10, 10, 5000), plan_hdi(70, 'NaN', 10, 5000), plan_hdi(70, 12, 8, 12000) = plan_hdi('70', 12.0, 8::smallint, 12000::bigint) AS same;

-- What is asked in the wrong way.
\set VERBOSITY sqlstate
SELECT plan_hdi(70, 10, 10, 0);
SELECT plan_hdi_income(-5);
SELECT plan_hdi('Infinity', 10, 10, 5000);
\set VERBOSITY default
SELECT plan_hdi(70, 10, 10, 0);
DROP TABLE hdr;
