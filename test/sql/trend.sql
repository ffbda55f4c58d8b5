-- Where does it lead?  Four indicators, reported at the end of each year, and their goals.
SET datestyle = 'ISO';
CREATE TABLE reports (indicator text, at date, value float8);
INSERT INTO reports VALUES
	('Income per head, million dong', '2020-12-31', 90), ('Income per head, million dong', '2021-12-31', 94), ('Income per head, million dong', '2022-12-31', 104), ('Income per head, million dong', '2023-12-31', 110),
	('Poor households, %', '2020-12-31', 7.4), ('Poor households, %', '2021-12-31', 6.1), ('Poor households, %', '2022-12-31', 4.9), ('Poor households, %', '2023-12-31', 3.5),
	('Forest cover, %', '2020-12-31', 46), ('Forest cover, %', '2021-12-31', 46), ('Forest cover, %', '2022-12-31', 46), ('Forest cover, %', '2023-12-31', 46),
	('New roads, km', '2023-12-31', 40), ('New roads, km', '2022-12-31', NULL);
CREATE TABLE goals (indicator text, goal plan_goal);
INSERT INTO goals VALUES ('Income per head, million dong', '>= 125'), ('Poor households, %', '<= 2'), ('Forest cover, %', '>= 46'), ('New roads, km', '>= 100');

SELECT indicator, plan_count(trend) AS n, round(plan_slope_per_year(trend)::numeric, 4) AS a_year, round(plan_r2(trend)::numeric, 4) AS r2,
	round(plan_projected(trend, '2025-12-31')::numeric, 3) AS in_2025, goal, plan_projected_day(trend, goal) AS reached_on, plan_projected_within(trend, goal, '2021-2025') AS in_the_term
FROM (SELECT indicator, plan_trend_agg(at, value) AS trend FROM reports GROUP BY indicator) AS t JOIN goals USING (indicator)
ORDER BY indicator;

-- The same from PostgreSQL's regression functions, which round as they go.
SELECT indicator, abs(plan_slope_per_year(plan_trend_agg(at, value)) / (regr_slope(value, at - date '2000-01-01') * 365.2425) - 1) < 1e-12 AS slope,
	abs(plan_r2(plan_trend_agg(at, value)) - regr_r2(value, at - date '2000-01-01')) < 1e-12 AS r2,
	abs(plan_intercept(plan_trend_agg(at, value)) - regr_intercept(value, at - date '2000-01-01')) < 1e-9 AS intercept,
	abs(plan_intercept(plan_growth_trend_agg(at, value)) - regr_intercept(ln(value), at - date '2000-01-01')) < 1e-9 AS of_logarithm,
	abs(plan_projected(plan_trend_agg(at, value), '2025-12-31') - regr_intercept(value, at - date '2025-12-31')) < 1e-9 AS projected
FROM reports WHERE indicator <> 'Forest cover, %' GROUP BY indicator ORDER BY indicator;
SELECT plan_r2(plan_trend_agg(at, value)) = regr_r2(value, at - date '2000-01-01') AS level, plan_slope_per_year(plan_trend_agg(at, value)) AS slope
FROM reports WHERE indicator = 'Forest cover, %';

-- Many series, of values and days spread by a hash.
CREATE TABLE series AS
SELECT g, date '2015-01-01' + (abs(hashint4(i) % 4000)) AS at, (abs(hashint4(i + 1000000) % 1000000)) / 1024.0::float8 + g * i / 64.0 AS value,
	1 + abs(hashint4(i + 2000000) % 4) AS weight
FROM generate_series(0, 39) AS g, LATERAL (SELECT g * 100 + k AS i FROM generate_series(1, 40) AS k) AS rows;
SELECT count(*) AS series, max(abs(plan_slope_per_year(trend) - slope) / abs(slope)) < 1e-9 AS slopes, max(abs(plan_r2(trend) - r2)) < 1e-12 AS r2, max(abs(plan_projected(trend, '2030-01-01') / projected - 1)) < 1e-12 AS projected
FROM (
	SELECT g, plan_trend_agg(at, value) AS trend, regr_slope(value, at - date '2000-01-01') * 365.2425 AS slope, regr_r2(value, at - date '2000-01-01') AS r2,
		regr_intercept(value, at - date '2030-01-01') AS projected
	FROM series GROUP BY g
) AS s;

-- And against exact arithmetic: to the last bit, whatever the scale.  The values are whole
-- numbers of 1024ths, which numeric takes without loss.
CREATE FUNCTION exact_line(at date[], value float8[], weight numeric[]) RETURNS TABLE (slope float8, r2 float8, projected float8) LANGUAGE sql IMMUTABLE AS $$
	SELECT ((w * wxy - wx * wy) * 365.2425 * 1e120 / (w * wxx - wx * wx) / 1e120)::float8,
		((w * wxy - wx * wy) ^ 2 * 1e120 / ((w * wxx - wx * wx) * (w * wyy - wy * wy)) / 1e120)::float8,
		((wy + (w * wxy - wx * wy) * (w * (date '2030-01-01' - date '2000-01-01') - wx) * 1e120 / (w * wxx - wx * wx) / 1e120) * 1e120 / w / 1e120)::float8
	FROM (
		SELECT sum(weight) AS w, sum(weight * x) AS wx, sum(weight * x * x) AS wxx, sum(weight * y) AS wy, sum(weight * x * y) AS wxy, sum(weight * y * y) AS wyy
		FROM (SELECT a - date '2000-01-01' AS x, trunc(v * 1024)::numeric / 1024 + (v * 1024 - trunc(v * 1024))::numeric AS y, w AS weight FROM unnest(at, value, weight) AS u (a, v, w)) AS points
	) AS sums
$$;
SELECT count(*), count(*) FILTER (WHERE plan_slope_per_year(trend) = e.slope) AS slopes, count(*) FILTER (WHERE plan_r2(trend) = e.r2) AS r2, count(*) FILTER (WHERE plan_projected(trend, '2030-01-01') = e.projected) AS projected,
	count(*) FILTER (WHERE plan_slope_per_year(heavy) = h.slope) AS slopes, count(*) FILTER (WHERE plan_r2(heavy) = h.r2) AS r2, count(*) FILTER (WHERE plan_projected(heavy, '2030-01-01') = h.projected) AS projected
FROM (
	SELECT g, plan_trend_agg(at, value) AS trend, plan_trend_agg(at, value, weight) AS heavy, array_agg(at) AS ats, array_agg(value) AS values, array_agg(weight::numeric) AS weights, array_agg(1::numeric) AS ones
	FROM series GROUP BY g
) AS s, exact_line(ats, values, ones) AS e, exact_line(ats, values, weights) AS h;
-- Sums of which the upper and the lower bits are far apart, with nothing between.
SELECT slope, plan_slope_per_year(trend) = slope AS slopes, plan_r2(trend) = r2 AS r2, plan_projected(trend, '2030-01-01') = projected AS projected
FROM (
	SELECT plan_trend_agg(at, value, weight) AS trend, array_agg(at) AS ats, array_agg(value) AS values, array_agg(exact_weight) AS weights
	FROM (VALUES (date '2000-01-01', 1024, 2::float8 ^ 94, 2::numeric ^ 94), ('2000-01-01', 32768, 2::float8 ^ 20, 2::numeric ^ 20), ('2000-01-02', 2::float8 ^ -64, 2::float8 ^ -24, 1 / 2::numeric ^ 24)) AS rows (at, value, weight, exact_weight)
) AS s, exact_line(ats, values, weights);
-- Sums of weighted rows are exact at every size: days of the whole calendar, mantissas of many
-- and of few bits, up to what the sums hold.
CREATE FUNCTION exact_figure(mantissa bigint, exponent int) RETURNS numeric LANGUAGE sql IMMUTABLE
	RETURN mantissa * CASE WHEN exponent < 0 THEN 5::numeric ^ -exponent * ('1e' || exponent)::numeric ELSE 2::numeric ^ exponent END;
CREATE TABLE hard AS
SELECT DISTINCT x, ym * 2::float8 ^ ye AS value, exact_figure(ym, ye) AS y, wm * 2::float8 ^ we AS weight, exact_figure(wm, we) AS w
FROM unnest('{-2451545,-2097152,-2097151,0,1,7305,2097151,2145031948}'::int[]) AS x,
	unnest('{1,-3,4503599627370496,-6004799503160661,9007199254740991,0}'::bigint[]) AS ym, unnest('{-64,-63,-12,-11,0,2}'::int[]) AS ye,
	unnest('{1,4503599627370497,9007199254740991,0}'::bigint[]) AS wm, unnest('{-24,-12,7}'::int[]) AS we;
SELECT count(*) AS rows, count(*) FILTER (WHERE by_row <> exact) AS wrong, count(*) FILTER (WHERE cube <> exact) AS wrong_in_cube
FROM (
	SELECT plan_trend_agg(date '2000-01-01' + x, value, weight) AS by_row, plan_trend_cube_at(plan_trend_cube_agg(1, date '2000-01-01' + x, value, weight), 1) AS cube,
		format('n=1 w=%s wx=%s wxx=%s wy=%s wxy=%s wyy=%s', w, w * x, w * x * x, w * y, w * x * y, w * y * y)::plan_trend AS exact
	FROM hard WHERE w * y * y < 2::numeric ^ 127 AND w * x * x < 2::numeric ^ 127 GROUP BY x, value, weight, w, y
) AS s;
SELECT count(*) AS rows, plan_trend_agg(date '2000-01-01' + x, value, weight) = format('n=%s w=%s wx=%s wxx=%s wy=%s wxy=%s wyy=%s', count(*), sum(w), sum(w * x), sum(w * x * x), sum(w * y), sum(w * x * y), sum(w * y * y))::plan_trend AS exact
FROM hard WHERE w * y * y < 2::numeric ^ 110 AND abs(x) < 3000000;
DROP TABLE hard;
DROP FUNCTION exact_figure;
-- A small slope far from zero, and large and tiny values: no digit is lost.
SELECT plan_slope_per_year(trend) / 365.2425 AS slope, plan_r2(trend) AS r2
FROM (
	SELECT plan_trend_agg(at, value) AS trend
	FROM (SELECT date '2020-01-01' + i AS at, 1e12::float8 + i * 2 ^ -10 AS value FROM generate_series(1, 5) AS i) AS far
) AS t;
SELECT plan_slope_per_year(trend) / 365.2425 AS slope, plan_r2(trend) AS r2, pg_column_size(trend) AS bytes
FROM (SELECT plan_trend_agg(at, value) AS trend FROM (VALUES (date '2020-01-01', 3e17::float8), ('2020-01-02', 3e17 + 64), ('2020-01-03', 3e17 + 128)) AS v (at, value)) AS t;
SELECT plan_slope_per_year(trend) / 365.2425 AS slope, plan_r2(trend) AS r2
FROM (SELECT plan_trend_agg(at, value) AS trend FROM (VALUES (date '2020-01-01', 2 ^ -40), ('2020-01-02', 2 ^ -40 + 2 ^ -60), ('2020-01-03', 2 ^ -40 + 2 ^ -59)) AS v (at, value)) AS t;

-- Weights: a row of weight 3 is three rows, to the bit; of weight 0, none but for the count.
SELECT bool_and(plan_slope_per_year(heavy) = plan_slope_per_year(often)) AS slope, bool_and(plan_r2(heavy) = plan_r2(often)) AS r2, bool_and(plan_projected(heavy, '1990-05-05') = plan_projected(often, '1990-05-05')) AS projected
FROM (SELECT g, plan_trend_agg(at, value, weight) AS heavy FROM series GROUP BY g) AS h
JOIN (SELECT g, plan_trend_agg(at, value) AS often FROM series, generate_series(1, weight) GROUP BY g) AS o USING (g);
SELECT plan_trend_agg(at, value, 1) = plan_trend_agg(at, value) AS one, plan_trend_agg(at, value, 0) AS zero, plan_count(plan_trend_agg(at, value, 0)) AS rows FROM reports;
-- Only ratios of weights matter: those from standard errors, 1 / s^2, are scaled until they
-- are numbers of ordinary size, since of tiny ones a sum would lose digits, or all of them.
SELECT bool_and(plan_slope_per_year(scaled) = plan_slope_per_year(exact)) AS scaled, max(abs(plan_slope_per_year(least) - plan_slope_per_year(exact))) < 1e-11 AS least
FROM (SELECT g, plan_trend_agg(at, value, weight * 0.7 * 2 ^ -23) AS least, plan_trend_agg(at, value, weight * 2 ^ 20) AS scaled, plan_trend_agg(at, value, weight) AS exact FROM series GROUP BY g) AS s;
SELECT plan_trend_agg(at, value, 1 / (1e9 * weight) ^ 2) FROM series WHERE weight = 1;
SELECT plan_logit_trend_agg(at, 5, 100, 1e-10) FROM series;
SELECT plan_count(plan_trend_agg('2020-01-01', 1, weight)) AS least FROM unnest(ARRAY[0, 2 ^ -24]) AS weight;
SELECT plan_trend_agg('2020-01-01', 1, 5.9604644775390618e-08::float8);
SELECT plan_trend_agg('2020-01-01', 1, 1e-300);
-- Values are rounded to multiples of 2^-64, about 5.4e-20.
SELECT plan_trend_agg(date '2000-01-02', 4e-20) AS up, plan_trend_agg(date '2000-01-02', 2e-20) AS down;
-- ESCAP: the newest weighs most.  Weighted least squares by its definition.
SELECT at, plan_time_weight(at, '2030-12-31', min(at) OVER ()) FROM reports WHERE indicator LIKE 'Poor%' ORDER BY at;
WITH w AS (SELECT at - date '2000-01-01' AS x, value AS y, plan_time_weight(at, '2030-12-31', min(at) OVER ()) AS w FROM reports WHERE indicator LIKE 'Poor%'),
	m AS (SELECT sum(w * x) / sum(w) AS mx, sum(w * y) / sum(w) AS my FROM w),
	l AS (SELECT sum(w * (x - mx) * (y - my)) / sum(w * (x - mx) ^ 2) AS slope, my, mx FROM w, m GROUP BY mx, my)
SELECT abs(plan_slope_per_year(trend) / (slope * 365.2425) - 1) < 1e-12 AS slope, abs(plan_projected(trend, '2030-12-31') - (my + slope * ((date '2030-12-31' - date '2000-01-01') - mx))) < 1e-9 AS projected
FROM l, (SELECT plan_trend_agg(date '2000-01-01' + x, y, w) AS trend FROM w) AS t;
-- In one call, since the numerator of the weights does not matter: plan_escap_weighted_logit,
-- which takes years, fits the same line.
CREATE TABLE shares AS SELECT date '2012-12-31' + 300 * i AS at, 30 + 5 * i + (i * i * 7) % 5 AS value FROM generate_series(0, 9) AS i;
SELECT at, plan_time_weight(at, '2030-12-31') FROM shares WHERE at > '2019-01-01' ORDER BY at;
SELECT round(plan_projected(plan_logit_trend_agg(at, value, 100, plan_time_weight(at, '2030-12-31')), '2030-12-31')::numeric, 9) AS in_2030,
	round(plan_escap_weighted_logit((at - date '2000-01-01') / 365.2425, value, (date '2030-12-31' - date '2000-01-01') / 365.2425)::numeric, 9) AS by_years,
	abs(plan_projected(plan_logit_trend_agg(at, value, 100, plan_time_weight(at, '2030-12-31', '2012-12-31')), '2030-12-31') - plan_projected(plan_logit_trend_agg(at, value, 100, plan_time_weight(at, '2030-12-31')), '2030-12-31')) < 1e-12 AS whatever_the_first
FROM shares;
DROP TABLE shares;
SELECT plan_time_weight('2030-12-30', '2030-12-31') AS greatest, plan_time_weight('4714-11-24 BC', '5874897-12-31') AS least, plan_time_weight(NULL, '2030-12-31') AS unknown, plan_time_weight('2020-01-01', NULL, '2010-01-01') AS unknown_too;
SELECT plan_time_weight('2030-12-31', '2030-12-31');
SELECT plan_time_weight('2030-12-31', 'infinity');
-- All the same: no weight makes that vary.
SELECT plan_slope_per_year(t), plan_r2(t), plan_projected(t, '2050-01-01') FROM (SELECT plan_trend_agg(at, 0.1, 1 / (1 + weight * 0.7)) AS t FROM series) AS s;

-- Growth at a constant rate: a straight line of logarithms.
SELECT round(plan_growth_per_year(t)::numeric, 12) AS a_year, round(plan_projected(t, '2004-01-01')::numeric, 9) AS then, plan_r2(t) > 0.9999999 AS r2, plan_projected_day(t, '>= 133.1') AS reached, plan_projected_day(t, '<= 0') AS never, plan_projected_day(t, '<= 50') AS nor_that
FROM (SELECT plan_growth_trend_agg(date '2001-01-01' + (k * 365.2425)::int, 100 * 1.1 ^ (round(k * 365.2425) / 365.2425)) AS t FROM generate_series(0, 8) AS k) AS g;
SELECT bool_and(abs(plan_growth_per_year(t) - growth) < 1e-12) AS growth, bool_and(abs(plan_r2(t) - r2) < 1e-12) AS r2
FROM (SELECT plan_growth_trend_agg(at, value + 1) AS t, exp(regr_slope(ln(value + 1), at - date '2000-01-01') * 365.2425) - 1 AS growth, regr_r2(ln(value + 1), at - date '2000-01-01') AS r2 FROM series GROUP BY g) AS s;
-- A share of 100 on its way there: a straight line of logits.
SELECT round(plan_projected(t, '2025-12-31')::numeric, 6) AS in_2025, round(100 / (1 + exp(- logit))::numeric, 6) AS by_definition, plan_projected_day(t, '>= 98') AS reached, plan_projected_day(t, '>= 100') AS never, plan_projected_within(t, '<= 100', '2025') AS always
FROM (
	SELECT plan_logit_trend_agg(at, value, 100) AS t, regr_intercept(ln(value / (100 - value)), at - date '2025-12-31') AS logit
	FROM (VALUES (date '2020-12-31', 71), ('2021-12-31', 80), ('2022-12-31', 84), ('2023-12-31', 90)) AS v (at, percent), float8(percent) AS value
) AS s;
SELECT plan_growth_trend_agg(at, value) AS growth, plan_logit_trend_agg(at, value, 100) AS logit FROM (VALUES (date '2000-01-01', 1), ('2000-01-02', 1)) AS v (at, value);
SELECT plan_growth_trend_agg(at, value, 2) = plan_growth_trend_agg(at, value) + plan_growth_trend_agg(at, value) AS growth_twice,
	plan_logit_trend_agg(at, value, 1e9, 2) = plan_logit_trend_agg(at, value, 1e9) + plan_logit_trend_agg(at, value, 1e9) AS logit_twice FROM series WHERE value > 0;
SELECT plan_growth_trend_agg(at, value) FROM (VALUES (date '2000-01-01', 0)) AS v (at, value);
SELECT plan_growth_trend_agg(at, value) FROM (VALUES (date '2000-01-01', -1)) AS v (at, value);
SELECT plan_logit_trend_agg(at, value, 100) FROM (VALUES (date '2000-01-01', 100)) AS v (at, value);
SELECT plan_logit_trend_agg(at, value, 100) FROM (VALUES (date '2000-01-01', 0)) AS v (at, value);
SELECT plan_logit_trend_agg(at, value, 0) FROM (VALUES (date '2000-01-01', 1)) AS v (at, value);
SELECT plan_logit_trend_agg(at, 1, value) FROM (VALUES (date '2000-01-01', 100), ('2000-01-01', 200)) AS v (at, value);
SELECT plan_logit_trend_agg(at, 1, 'Infinity') FROM (VALUES (date '2000-01-01')) AS v (at);
-- The error names what was given, with all its digits.
SELECT plan_logit_trend_agg('2000-01-01', 150, 100);
SELECT plan_logit_trend_agg('2000-01-01', -0.123456789, 100);
SELECT plan_logit_trend_agg('2000-01-01', 1, -1234567.25);
SELECT plan_growth_trend_agg('2000-01-01', -1234567.25);
-- Beside the ceiling the least value of all is nearly nothing, and has a logit all the same: ln(2^-1074 / 100).
SELECT round(plan_intercept(t)::numeric, 9) AS logit, round((-1074 * ln(2::numeric) - ln(100::numeric)), 9) AS exact
FROM (SELECT plan_logit_trend_agg(at, 5e-324, 100) AS t FROM (VALUES (date '2000-01-01'), ('2000-01-02')) AS v (at)) AS l;
SELECT plan_escap_logit(y, x, 2003) AS from_nearly_nothing FROM (VALUES (2001, 5e-324::float8), (2002, 1)) AS v (y, x);
\set VERBOSITY sqlstate
SELECT plan_growth_trend_agg('2000-01-01', -1);
\set VERBOSITY default

-- The day a goal is reached, against a search day by day.
SELECT count(*) AS asked, count(reached) AS reached, count(*) FILTER (WHERE reached IS DISTINCT FROM found) AS wrong
FROM (
	SELECT goal, plan_projected_day(t, goal) AS reached,
		(SELECT min(d)::date FROM generate_series(date '2019-01-01', '2021-12-31', interval '1 day') AS d WHERE plan_is_met(plan_projected(t, d::date), goal)
			AND NOT plan_is_met(plan_projected(t, d::date - 1), goal)) AS found
	FROM (
		SELECT plan_trend_agg(date '2020-01-01' + i, a + i * slope) AS t FROM (VALUES (10, 0.37), (10, -0.37), (3, 1), (3, -1)) AS l (a, slope), generate_series(0, 20) AS i GROUP BY a, slope
	) AS lines, unnest(ARRAY['>= 12.345', '<= 12.345', '>= -7', '<= -7', '4..6', '-4..18.2', '>= 10', '<= 10', '>= 100', '<= 100', '3..30']::plan_goal[]) AS goal
) AS asked;
-- A line may cross a narrow band between two days: then the day behind.
SELECT plan_projected_day(t, '= 5') AS exactly, plan_projected_day(t, '= 5.5') AS between FROM (SELECT plan_trend_agg(date '2020-01-01' + i, i) AS t FROM generate_series(0, 20) AS i) AS l;
SELECT plan_projected_day(t, '>= 10') AS rising, plan_projected_day(t, '<= 10') AS left_behind, plan_projected_day(t, '>= 5e6') AS far, plan_projected_day(t, '>= 1e300') AS never,
	plan_projected_day(t, '>= 1e12') AS behind_the_calendar, plan_projected_day(t, '>= -2e6') AS long_ago
FROM (SELECT plan_trend_agg(date '2020-01-01' + i, i) AS t FROM generate_series(0, 20) AS i) AS l;
-- Within a term: on the day that is found, or still on the last.
SELECT plan_projected_within(t, '>= 10', '2020-01') AS by_then, plan_projected_within(t, '>= 10', '2020-02') AS long_since, plan_projected_within(t, '>= 30', '2020-01-01..2020-01-30') AS not_yet, plan_projected_within(t, '>= 30', '2020-01-31') AS on_the_day,
	plan_projected_within(t, '8..12', '2020-01') AS passed_by, plan_projected_within(t, '= 5.5', '2020-01') AS between, plan_projected_within(t, '= 5.5', '2020-01-01..2020-01-06') AS before, plan_projected_within(t, '= 5.5', '2020-02') AS behind, plan_projected_within(t, '<= 10', '2020-01') AS left_behind
FROM (SELECT plan_trend_agg(date '2020-01-01' + i, i) AS t FROM generate_series(0, 20) AS i) AS l;
SELECT count(*) AS asked, count(*) FILTER (WHERE within) AS within, count(*) FILTER (WHERE within <> (coalesce(reached <@ term, false) OR plan_is_met(plan_projected(t, plan_last_day(term)), goal))) AS wrong
FROM (
	SELECT t, goal, term, plan_projected_day(t, goal) AS reached, plan_projected_within(t, goal, term) AS within
	FROM (
		SELECT plan_trend_agg(date '2020-01-01' + i, a + i * slope) AS t FROM (VALUES (10, 0.37), (10, -0.37), (3, 1), (3, -1), (5, 0)) AS l (a, slope), generate_series(0, 20) AS i GROUP BY a, slope
	) AS lines, unnest(ARRAY['>= 12.345', '<= 12.345', '>= -7', '<= -7', '4..6', '-4..18.2', '= 5', '>= 100', '<= 100', '3..30']::plan_goal[]) AS goal, plan_subperiods('2019-12..2020-03', 'week') AS term
) AS asked;
-- What growth and logits only come near to is never reached, though float8 has no room to tell.
SELECT plan_projected(t, '2400-01-01') AS rounded, plan_projected_within(t, '<= 0', '2400') AS zero, plan_projected_within(t, '-1..0', '2400') AS band, plan_projected_within(t, '>= 0', '2400') AS above, plan_projected_day(t, '<= 1e-300') AS nearly
FROM (SELECT plan_growth_trend_agg(date '2020-01-01' + i, exp(- i)) AS t FROM generate_series(0, 20) AS i) AS l;
SELECT plan_projected(t, '2400-01-01') AS rounded, plan_projected_within(t, '>= 100', '2400') AS ceiling, plan_projected_within(t, '90..100', '2400') AS band, plan_projected_day(t, '90..100') AS from, plan_projected_within(t, '= 100', '2400') AS exactly, plan_projected_day(t, '>= 100') AS never,
	plan_projected(t, '1600-01-01') AS floor, plan_projected_within(t, '<= 0', '1600') AS at_the_floor, plan_projected_within(t, '<= 100', '1600') AS always, plan_projected_within(t, '>= 0', '1600') AS always
FROM (SELECT plan_logit_trend_agg(date '2020-01-01' + i, 100 / (1 + exp(10 - i)), 100) AS t FROM generate_series(0, 20) AS i) AS l;
-- At the ends of the calendar the fitted values decide as elsewhere.
SELECT plan_projected(t, '5874897-12-31') AS last_day, plan_projected_day(t, '>= 1.5') AS reached, plan_projected_within(t, '>= 1.5', '5874897-12-31') AS within, plan_projected_day(t, '>= 1.50000000001') AS behind, plan_projected_day(t, '>= 1') AS from_the_first
FROM (SELECT plan_trend_agg(at, value) AS t FROM (VALUES (date '4714-11-24 BC', 1::float8), ('5874897-12-31', 1.5)) AS v (at, value)) AS l;

-- A line through decimals comes to a decimal on its day, and to 0 too; what is beyond by a digit is a day later.
SELECT plan_projected_day(up, '>= 0.4') AS up, plan_projected_day(up, '>= 0.40000000001') AS later, plan_projected_within(up, '>= 0.4', '2021-01-01..2021-01-04') AS within, plan_projected_day(down, '<= 0') AS down, plan_projected_within(down, '<= 0', '2021-01-01..2021-01-04') AS within_down, plan_projected_day(down, '<= -0.00000000001') AS down_later
FROM (SELECT plan_trend_agg(date '2021-01-01' + i, (i + 1) * 0.1::float8) AS up, plan_trend_agg(date '2021-01-01' + i, 0.3::float8 - i * 0.1::float8) AS down FROM generate_series(0, 2) AS i) AS s;

-- No line: no rows, one row, one day, no weight, nothing but NULL and NaN.
SELECT what, t, plan_count(t) AS n, plan_slope_per_year(t) AS slope, plan_growth_per_year(t) AS growth, plan_r2(t) AS r2, plan_projected(t, '2020-01-01') AS projected, plan_projected_day(t, '>= 1') AS reached, plan_projected_within(t, '>= 1', '2020') AS within
FROM (
	SELECT 'none' AS what, plan_trend_agg(at, value) AS t FROM reports WHERE false UNION ALL
	SELECT 'one', plan_trend_agg('2020-01-01', 5) UNION ALL
	SELECT 'one day', plan_trend_agg('2000-01-02', i) FROM generate_series(1, 3) AS i UNION ALL
	SELECT 'no weight', plan_trend_agg(date '2000-01-01' + i, i, 0) FROM generate_series(1, 3) AS i UNION ALL
	SELECT 'nothing', plan_trend_agg(at, value, weight) FROM (VALUES (NULL::date, 1::float8, 1), ('2000-01-01', NULL, 1), ('2000-01-02', 'NaN', 1), ('2000-01-03', 5, NULL)) AS v (at, value, weight) UNION ALL
	SELECT 'zeros', plan_trend_agg(date '2000-01-01' + i, 0) FROM generate_series(1, 3) AS i
) AS t;

-- Two rows make a line, from wherever they are.
SELECT plan_slope_per_year(t), plan_projected(t, '5874897-12-31') AS last_day, plan_projected(t, '4714-11-24 BC') AS first_day
FROM (SELECT plan_trend_agg(at, value) AS t FROM (VALUES (date '4714-11-24 BC', -1), ('5874897-12-31', 1)) AS v (at, value)) AS l;

-- Numeric and integer columns, plain literals.
SELECT plan_trend_agg(at, value) = plan_trend_agg(at, value::numeric) AS numeric, plan_trend_agg(at, value, 2) = plan_trend_agg(at, value::numeric, 2) AS weighted, plan_trend_agg(at, value, 2::float8) = plan_trend_agg(at, value::numeric, 2.0) AS both FROM reports;
SELECT plan_trend_agg(at, value::int) = plan_trend_agg(at, value::int::bigint) AS integers, plan_trend_agg('2020-01-01', 1.5) AS literal, plan_trend_agg('2020-01-01', 1, 1.5) AS literals, plan_trend_agg('2020-01-01', NULL) AS unknown FROM reports WHERE value::int = 90;

-- Errors name the culprit.
SELECT plan_trend_agg('2020-01-01', 1, -2);
SELECT plan_trend_agg('2020-01-01', NULL, -2::float8);
SELECT plan_trend_agg('2020-01-01', 'Infinity'::float8);
SELECT plan_trend_agg('2020-01-01', 1, 'Infinity'::float8);
SELECT plan_trend_agg('infinity', 1);
SELECT plan_trend_agg('2020-01-01', 1e20);
SELECT plan_trend_agg('2020-01-01', 1e39);
SELECT plan_trend_agg('2020-01-01', 1, 1e300);
SELECT plan_growth_trend_agg('2020-01-01', 1, 1e300);
SELECT plan_trend_agg('2020-01-01', 1e18) FROM generate_series(1, 1000);
SELECT plan_projected('empty', 'infinity');
SELECT plan_projected(plan_growth_trend_agg(at, value), '9999-12-31') FROM (VALUES (date '2020-01-01', 1), ('2020-01-02', 2)) AS v (at, value);
SELECT plan_time_weight('2030-01-01', '2030-01-01', '2020-01-01');

-- Trends merge: in any order, from any parts, and what was added can be taken away.
CREATE TABLE whole AS SELECT plan_trend_agg(at, value) AS trend, plan_trend_agg(at, value, weight) AS heavy FROM series;
SELECT plan_rollup(t) = (SELECT trend FROM whole) AS parts, plan_rollup(t ORDER BY g DESC) = (SELECT trend FROM whole) AS backward, plan_rollup(h) = (SELECT heavy FROM whole) AS heavy,
	plan_rollup(t) FILTER (WHERE g < 10) + plan_rollup(t) FILTER (WHERE g >= 10) = (SELECT trend FROM whole) AS sum,
	(SELECT trend FROM whole) - plan_rollup(t) FILTER (WHERE g >= 10) = plan_rollup(t) FILTER (WHERE g < 10) AS difference, - (- plan_rollup(t)) = plan_rollup(t) AS negated,
	plan_rollup(t) - plan_rollup(t) AS nothing, plan_slope_per_year(- (- plan_rollup(t))) = plan_slope_per_year(plan_rollup(t)) AS same_line, plan_projected_day(- (- plan_rollup(t)), '>= 2000') = plan_projected_day(plan_rollup(t), '>= 2000') AS same_day
FROM (SELECT g, plan_trend_agg(at, value) AS t, plan_trend_agg(at, value, weight) AS h FROM series GROUP BY g) AS parts;
-- There is no line through less than nothing, nor through more taken away than was there.
SELECT title, plan_count(t), plan_slope_per_year(t), plan_r2(t), plan_projected(t, '2030-01-01'), plan_projected_day(t, '>= 2000'), t::jsonb -> 'slope_per_year' AS json
FROM (
	SELECT 'negated', - trend FROM whole UNION ALL SELECT 'weighted', - heavy FROM whole UNION ALL SELECT 'growth', - plan_growth_trend_agg(at, value + 1) FROM series
	UNION ALL SELECT 'one too many', plan_trend_agg(at, value) FILTER (WHERE g = 1) - plan_trend_agg(at, value) FILTER (WHERE g IN (1, 2)) FROM series
	UNION ALL SELECT 'heavier', plan_trend_agg(at, value, 1.5) FILTER (WHERE g IN (1, 2)) - plan_trend_agg(at, value, 4) FILTER (WHERE g = 1) FROM series
	UNION ALL SELECT 'none left', plan_trend_agg(at, value, 3) - plan_trend_agg(at, value, 2) FROM series
) AS v (title, t);
SELECT plan_trend_agg(at, value ORDER BY value) = (SELECT trend FROM whole) AS by_value, plan_trend_agg(at, value, weight ORDER BY md5(value::text)) = (SELECT heavy FROM whole) AS shuffled FROM series;
SELECT 'growth empty'::plan_trend + 'empty';
SELECT 'logit of=1 n=1 w=1'::plan_trend - 'logit of=2 n=1 w=1';
SELECT 'logit of=1 n=1 w=1'::plan_trend - 'logit of=1 n=1 w=1' + 'logit of=2 n=1 w=1' AS free_again;
SELECT 'n=9223372036854775807'::plan_trend + 'n=1';
-- Moving frames against the same frames computed from scratch.
SELECT count(*) AS frames, count(*) FILTER (WHERE moving IS DISTINCT FROM fresh) AS different, count(*) FILTER (WHERE moving_heavy IS DISTINCT FROM fresh_heavy) AS heavy_different,
	count(*) FILTER (WHERE moving_growth IS DISTINCT FROM fresh_growth) AS growth_different, count(*) FILTER (WHERE moving_logit IS DISTINCT FROM fresh_logit) AS logit_different,
	count(*) FILTER (WHERE moving_heavy_logit IS DISTINCT FROM fresh_heavy_logit) AS heavy_logit_different
FROM (
	SELECT i, plan_trend_agg(at, value) OVER w AS moving, plan_trend_agg(at, value, weight) OVER w AS moving_heavy, plan_growth_trend_agg(at, abs(value) + 1) OVER w AS moving_growth, plan_logit_trend_agg(at, abs(value) + 1, 1e15) OVER w AS moving_logit,
		plan_logit_trend_agg(at, abs(value) + 1, 1e15, CASE WHEN i % 5 > 0 THEN weight - 1 END) OVER w AS moving_heavy_logit
	FROM (SELECT row_number() OVER (ORDER BY g, at, value) AS i, at, CASE WHEN value::int % 3 > 0 THEN value * CASE WHEN value::int % 7 = 0 THEN 1e9 ELSE 1 END END AS value, weight FROM series) AS s WINDOW w AS (ORDER BY i ROWS 3 PRECEDING)
) AS m JOIN LATERAL (
	SELECT plan_trend_agg(at, value) AS fresh, plan_trend_agg(at, value, weight) AS fresh_heavy, plan_growth_trend_agg(at, abs(value) + 1) AS fresh_growth, plan_logit_trend_agg(at, abs(value) + 1, 1e15) AS fresh_logit,
		plan_logit_trend_agg(at, abs(value) + 1, 1e15, CASE WHEN j % 5 > 0 THEN weight - 1 END) AS fresh_heavy_logit
	FROM (SELECT row_number() OVER (ORDER BY g, at, value) AS j, at, CASE WHEN value::int % 3 > 0 THEN value * CASE WHEN value::int % 7 = 0 THEN 1e9 ELSE 1 END END AS value, weight FROM series) AS s WHERE j BETWEEN i - 3 AND i
) AS f ON true
WHERE i <= 120;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
ANALYZE series;
EXPLAIN (COSTS OFF) SELECT plan_trend_agg(at, value, weight) FROM series;
SELECT plan_trend_agg(at, value) = trend AS parallel, plan_trend_agg(at, value, weight) = heavy AS heavy FROM series, whole GROUP BY trend, heavy;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size;

-- Small while weights are 1 and sums of ordinary size; neither shows.
SELECT pg_column_size(trend) AS small, pg_column_size(heavy) AS whole, pg_column_size(heavy - heavy + trend) AS small_again FROM whole;
SELECT pg_column_size(plan_trend_agg(at, value, 1)) AS small, pg_column_size(plan_logit_trend_agg(at, 5, 100, 1)) AS small_too FROM series WHERE g = 0;
SELECT plan_trend_agg(at, value * 1e13) = t AS large FROM series, (SELECT plan_rollup(u) AS t FROM (SELECT plan_trend_agg(at, value * 1e13) AS u FROM series GROUP BY g) AS p) AS q GROUP BY t;
SELECT plan_trend_agg(at, value) FROM (VALUES (date '2000-01-02', 1e15::float8), ('5874897-12-31', 1), ('2000-01-02', 1e-9), ('2000-01-02', -1e15)) AS v (at, value);

-- Text and binary come back unchanged.
CREATE TABLE stored (id int, trend plan_trend);
INSERT INTO stored SELECT g, plan_trend_agg(at, value) FROM series GROUP BY g;
INSERT INTO stored SELECT 100 + g, - plan_trend_agg(at, value / 3, 0.1 + weight) FROM series GROUP BY g;
INSERT INTO stored SELECT 200 + g, plan_growth_trend_agg(at, value + 1) FROM series GROUP BY g;
INSERT INTO stored SELECT 300 + g, plan_logit_trend_agg(at, value + 1, 1e6) FROM series GROUP BY g;
INSERT INTO stored VALUES (400, 'empty'), (401, 'growth empty'), (402, 'logit empty'), (403, NULL), (404, 'n=-9223372036854775808 w=-170141183460469231731687303715884105728 wyy=170141183460469231731687303715884105727.999999999999999999999999999999999999999999999999999999999');
SELECT count(*) FILTER (WHERE trend::text::plan_trend = trend) AS text, count(trend) AS all FROM stored;
\copy stored TO 'results/trend.binary' (FORMAT binary)
CREATE TABLE received (LIKE stored);
\copy received FROM 'results/trend.binary' (FORMAT binary)
SELECT count(*) AS lost FROM (TABLE stored EXCEPT ALL TABLE received) AS l;
SELECT count(DISTINCT trend) AS hashed, (SELECT count(*) FROM (SELECT trend FROM received UNION SELECT trend FROM stored) AS u) AS sorted FROM stored;
SELECT 'n=3 w=3 wx=24105 wxx=193950125 wy=60 wxy=489400 wyy=1400'::plan_trend::jsonb AS three, 'logit of=100 n=1 w=1'::plan_trend::jsonb ->> 'ceiling' AS ceiling;
SELECT '  logit   of=1e2 n=1  w=1 '::plan_trend, 'linear n=1'::plan_trend AS named, 'wx=-0.5'::plan_trend < 'wx=0'::plan_trend AS less;
SELECT 'n=0'::plan_trend, 'logit of=100 n=0'::plan_trend AS logit;
SELECT 'logit n=1'::plan_trend;
SELECT 'of=100 n=1'::plan_trend;
SELECT 'logit of=-1 n=1'::plan_trend;
SELECT 'logit of=-1 n=0'::plan_trend;
SELECT 'logit of=100'::plan_trend;
SELECT 'w=1 n=1'::plan_trend;
SELECT 'n=1w=1'::plan_trend;
SELECT 'emptyn=1'::plan_trend;
SELECT ''::plan_trend;
SELECT 'w=170141183460469231731687303715884105728'::plan_trend;
-- No rows make such sums; still there is an answer.
SELECT plan_r2('n=2 w=2 wx=1 wxx=1 wy=1 wxy=5 wyy=1') AS more_than_all, plan_r2('n=2 w=2 wx=1 wxx=1 wy=5 wxy=5 wyy=1') AS no_variance, plan_slope_per_year('n=2 w=2 wx=9 wxx=1') AS no_spread;

DROP TABLE reports, goals, series, whole, stored, received;
DROP FUNCTION exact_line;

-- However small a form a trend has, and whatever unit its values came in: it is what sums of
-- numeric make of the same rows, in any order, merged, taken apart, and in a frame.
SELECT setseed(0.31) IS NOT NULL AS seeded;
CREATE TABLE sized AS
SELECT i, g, i % 3 AS part, i % 12 < 2 AS goes, date '2000-01-01' + trunc((random() - 0.2) * CASE g % 7 WHEN 6 THEN 1000000 ELSE 9000 END)::int AS at,
	CASE g % 7 WHEN 0 THEN trunc(random() * 1000) / 8 WHEN 1 THEN trunc(random() * 100) - 50 WHEN 2 THEN 0 WHEN 3 THEN CASE WHEN i > 20 THEN trunc(random() * 90000) / 256 ELSE 0 END
		WHEN 4 THEN CASE i % 4 WHEN 0 THEN trunc(random() * 1000) * 2.0 ^ 40 WHEN 1 THEN 2.0 ^ -10 ELSE 7 END WHEN 5 THEN (1 + trunc(random() * 9)) * 1000000 * 2.0 ^ 20 ELSE trunc(random() * 1e6) / 64 END::float8 AS value
FROM generate_series(1, 140) AS g, LATERAL (SELECT i FROM generate_series(1, 1 + g * g % 37) AS i) AS r;
CREATE TABLE sized_truth AS
SELECT g, format('n=%s w=%s wx=%s wxx=%s wy=%s wxy=%s wyy=%s', n, n, x, xx, trim_scale(y), trim_scale(xy), trim_scale(yy))::plan_trend AS trend
FROM (SELECT g, count(*) AS n, sum(x) AS x, sum(x * x) AS xx, sum(y) AS y, sum(x * y) AS xy, sum(y * y) AS yy
	FROM (SELECT g, (at - date '2000-01-01')::numeric AS x, value::text::numeric AS y FROM sized) AS s GROUP BY g) AS s;
SELECT form, count(*) AS trends, count(*) FILTER (WHERE NOT record_image_eq(ROW(s.trend), ROW(t.trend))) AS differ, min(pg_column_size(s.trend)) AS least, max(pg_column_size(s.trend)) AS most
FROM sized_truth AS t JOIN (
	SELECT 'forward' AS form, g, plan_trend_agg(at, value ORDER BY i) AS trend FROM sized GROUP BY g
	UNION ALL SELECT 'backward', g, plan_trend_agg(at, value ORDER BY i DESC) FROM sized GROUP BY g
	UNION ALL SELECT 'weighted', g, plan_trend_agg(at, value, 1) FROM sized GROUP BY g
	UNION ALL SELECT 'less', g, plan_trend_agg(at, value) + plan_trend_agg(at + 1, value + 0.3, 3) - plan_trend_agg(at + 1, value + 0.3, 3) FROM sized GROUP BY g
	UNION ALL SELECT 'halves', g, coalesce(plan_trend_agg(at, value) FILTER (WHERE goes), 'empty') + coalesce(plan_trend_agg(at, value) FILTER (WHERE NOT goes), 'empty') FROM sized GROUP BY g
	UNION ALL SELECT 'merged', g, plan_rollup(trend ORDER BY part) FROM (SELECT g, part, plan_trend_agg(at, value) AS trend FROM sized GROUP BY g, part) AS p GROUP BY g
	UNION ALL SELECT 'merged backward', g, plan_rollup(trend ORDER BY i DESC) FROM (SELECT g, i, plan_trend_agg(at, value) AS trend FROM sized GROUP BY g, i) AS p GROUP BY g
	UNION ALL SELECT 'framed', g, trend FROM (SELECT g, i, max(i) OVER (PARTITION BY g) AS last, plan_trend_agg(at, value) OVER (PARTITION BY g ORDER BY i RANGE BETWEEN 36 PRECEDING AND CURRENT ROW) AS trend
		FROM (SELECT g, i, at, value FROM sized UNION ALL SELECT g, i - 1000, at + 5, value * 3 + 0.1 FROM sized) AS s) AS f WHERE i = last
	UNION ALL SELECT 'text', g, trend::text::plan_trend FROM sized_truth
	UNION ALL SELECT 'by hand', g, _plan_trend_remove(_plan_trend_add(trend, '2022-02-02', 0.7, 3), '2022-02-02', 0.7, 3) FROM sized_truth
) AS s USING (g) GROUP BY form ORDER BY form;
-- Their figures are those that numeric has.
SELECT count(*) AS trends, count(slope) AS lines, max(abs(plan_slope_per_year(trend) / nullif(slope, 0) - 1)) < 1e-12 AS slopes, max(abs(plan_r2(trend) - r2)) < 1e-12 AS shares,
	max(abs(plan_intercept(trend) - intercept) / (abs(intercept) + 1)) < 1e-9 AS intercepts, bool_and((plan_r2(trend) IS NULL) = (r2 IS NULL)) AS nulls
FROM sized_truth, LATERAL (SELECT plan_count(trend) AS n, (trend::jsonb ->> 'wx')::numeric AS x, (trend::jsonb ->> 'wxx')::numeric AS xx, (trend::jsonb ->> 'wy')::numeric AS y,
	(trend::jsonb ->> 'wxy')::numeric AS xy, (trend::jsonb ->> 'wyy')::numeric AS yy) AS s,
	LATERAL (SELECT nullif(n * xx - x * x, 0) AS base, n * xy - x * y AS rise, n * yy - y * y AS variance) AS b,
	LATERAL (SELECT (rise / base * 365.2425)::float8 AS slope, CASE WHEN base > 0 THEN coalesce(rise * rise / nullif(base * variance, 0), 1) END::float8 AS r2, ((y - rise / base * x) / n)::float8 AS intercept) AS f;
DROP TABLE sized, sized_truth;
