-- How unequal are the places, does that lie between the regions or within them, and do the poor catch up?
-- GDP per head of 32 Mexican states by decade, with their regions (Hanson 1998), as PySAL has them.
CREATE TABLE states AS
SELECT state, region, 1930 + 10 * n::int AS year, gdp
FROM (VALUES
	('Aguascalientes', 2, '{10384,6234,8714,16078,21022,20787,27782}'::int[]), ('Baja California', 1, '{22361,20977,17865,25321,29283,26839,29855}'::int[]),
	('Baja California Sur', 2, '{9573,16013,16707,24384,29038,25842,26103}'::int[]), ('Campeche', 5, '{3758,4929,5925,10274,12166,51123,36163}'::int[]),
	('Chiapas', 5, '{2934,4138,5280,7015,16200,8637,8684}'::int[]), ('Chihuahua', 1, '{8578,13997,16265,19178,23399,25332,30735}'::int[]),
	('Coahuila', 1, '{8537,9673,12318,20562,25688,26084,28460}'::int[]), ('Colima', 3, '{6909,6049,6036,12551,17427,18313,21358}'::int[]),
	('Distrito Federal', 4, '{17816,17119,23174,32386,42028,43810,54349}'::int[]), ('Durango', 2, '{12132,8859,9323,12700,16726,17353,17379}'::int[]),
	('Guanajuato', 3, '{4359,5686,8209,11635,13864,13607,15585}'::int[]), ('Guerrero', 5, '{2181,3629,4991,6497,8727,9084,11820}'::int[]),
	('Hidalgo', 3, '{4414,5194,6399,7767,12391,13091,12348}'::int[]), ('Jalisco', 3, '{5309,8232,9953,16288,20659,20133,21610}'::int[]),
	('Mexico', 4, '{3408,4972,9053,17164,20165,18547,16322}'::int[]), ('Michoacan', 3, '{3327,5272,5244,8109,11206,10980,11838}'::int[]),
	('Morelos', 3, '{6936,8962,10499,13892,16513,17701,18170}'::int[]), ('Nayarit', 2, '{4836,7515,7621,10880,13354,12757,11478}'::int[]),
	('Nuevo Leon', 1, '{9073,11490,20117,28206,34856,34726,38672}'::int[]), ('Oaxaca', 5, '{1892,4538,4140,5230,7730,8465,9010}'::int[]),
	('Puebla', 3, '{3569,6415,6542,9775,13374,11895,15685}'::int[]), ('Quertaro', 3, '{11016,5560,7110,14073,20088,22441,26149}'::int[]),
	('Quintana Roo', 5, '{21965,28747,9677,17046,26695,25049,33442}'::int[]), ('San Luis Potosi', 2, '{4372,7533,6440,9721,12691,15436,15866}'::int[]),
	('Sinaloa', 2, '{4840,6663,9613,14477,15312,15823,15242}'::int[]), ('Sonora', 1, '{6399,10345,12134,22662,23181,24784,24068}'::int[]),
	('Tabasco', 5, '{2459,3857,6494,9367,42361,16055,13360}'::int[]), ('Tamaulipas', 1, '{7508,8536,8383,17128,21937,19983,23546}'::int[]),
	('Tlaxcala', 3, '{3605,4178,4357,6245,9882,10339,11701}'::int[]), ('Veracruz', 3, '{5203,10143,11404,12240,14252,13796,12191}'::int[]),
	('Yucatan', 5, '{7990,8428,10067,11665,15239,13979,17509}'::int[]), ('Zacatecas', 2, '{3734,6435,5821,7426,8876,11656,11130}'::int[])
) AS v (state, region, figures), unnest(figures) WITH ORDINALITY AS u (gdp, n);

SELECT year, round(plan_gini(gdp)::numeric, 4) AS gini, round(plan_theil_t(gdp)::numeric, 4) AS theil, round(plan_theil_t_between(gdp, region)::numeric, 4) AS between,
	round(plan_theil_t_within(gdp, region)::numeric, 4) AS within, round(plan_hoover(gdp)::numeric, 4) AS hoover, round(plan_palma(gdp)::numeric, 4) AS palma,
	round(plan_max_min_ratio(gdp)::numeric, 2) AS max_min, round(plan_cv(gdp)::numeric, 4) AS cv, round(plan_sigma(gdp)::numeric, 4) AS sigma, round(plan_sigma_cv(gdp)::numeric, 4) AS sigma_cv
FROM states GROUP BY year ORDER BY year;

SELECT p.*, round(beta::numeric, 5) AS beta, round(speed::numeric, 5) AS speed, round(plan_half_life(speed)::numeric, 1) AS half_life
FROM (VALUES (1940, 2000), (1940, 1960), (1960, 1980), (1980, 2000)) AS p ("from", "to"),
	LATERAL (SELECT plan_beta_convergence(x0.gdp, x1.gdp, p.to - p.from) AS beta FROM states AS x0 JOIN states AS x1 USING (state) WHERE x0.year = p.from AND x1.year = p.to) AS b,
	LATERAL (SELECT plan_convergence_speed(beta, p.to - p.from) AS speed) AS s;

-- What PySAL's tests publish.
SELECT year, abs(plan_theil_t(gdp) - published) < 5e-9 AS theil, abs(plan_theil_t_between(gdp, region) - published_between) < 5e-9 AS between,
	abs(plan_theil_t_between(gdp, region::text) + plan_theil_t_within(gdp, region::text) - plan_theil_t(gdp)) < 1e-15 AS adds_up
FROM states JOIN (VALUES (1940, 0.20894344, 0.03458890), (1950, 0.15222451, 0.02816853), (1960, 0.10472941, 0.05260921), (1970, 0.10194725, 0.05931219), (1980, 0.09560113, 0.03205257), (1990, 0.10511256, 0.02963731), (2000, 0.10660832, 0.03635872)) AS v (year, published, published_between) USING (year)
GROUP BY year, published, published_between ORDER BY year;
SELECT abs(plan_gini(gdp) - 0.35372371173452849) < 1e-15 AS gini FROM states WHERE year = 1940;

-- What R's REAT 3.0.3 computes of the counties of Thuringia, gross domestic product per head: sigma and its quotient, whose square is
-- F with 22 and 22 degrees of freedom, and beta with its speed and half-life.  What quickens has no half-life.
CREATE TABLE counties (county text, y2010 int, y2011 int, y2014 int);
INSERT INTO counties VALUES ('DEG01', 32339, 34333, 37268), ('DEG02', 23583, 23955, 25900), ('DEG03', 31206, 33813, 36967), ('DEG04', 25414, 26755, 28701), ('DEG05', 25993, 26816, 29175), ('DEG06', 18548, 20323, 22206), ('DEG07', 18875, 19809, 22918), ('DEG09', 19140, 19607, 21418), ('DEG0A', 16537, 17494, 19179), ('DEG0B', 21261, 22614, 24391), ('DEG0C', 21137, 22966, 24637), ('DEG0D', 17157, 18250, 20692), ('DEG0E', 18068, 19507, 20709), ('DEG0F', 22213, 22872, 24837), ('DEG0G', 19067, 19911, 22333), ('DEG0H', 21629, 23248, 25418), ('DEG0I', 20103, 21749, 23949), ('DEG0J', 18820, 20300, 21349), ('DEG0K', 22232, 22945, 25916), ('DEG0L', 17054, 17845, 19689), ('DEG0M', 17184, 18473, 19065), ('DEG0N', 29093, 31754, 38445), ('DEG0P', 20372, 22692, 23420);
SELECT abs(plan_sigma(y2010) - 0.18809059924985619) < 1e-15 AS sigma_2010, abs(plan_sigma(y2014) - 0.19787412095192208) < 1e-15 AS sigma_2014, abs(plan_sigma_cv(y2010) - 0.018880151527347157) < 1e-15 AS sigma_cv, abs(plan_cv(y2010) - 0.20270607456300294) < 1e-15 AS cv, abs(plan_cv_sample(y2014) - 0.2227400220541754) < 1e-15 AS cv_sample,
	abs(plan_sigma(y2010) / plan_sigma(y2014) - 0.95055684060654388) < 1e-14 AS quotient, abs((plan_sigma(y2010) / plan_sigma(y2014)) ^ 2 - 0.90355830722389463) < 1e-14 AS f
FROM counties;
SELECT years, abs(beta - published) < 1e-14 AS beta, coalesce(abs(plan_convergence_speed(beta / years, years) - lambda) < 1e-15, lambda IS NULL) AS speed, coalesce(abs(plan_half_life(plan_convergence_speed(beta / years, years)) - half_life) < 1e-9, half_life IS NULL) AS half_life
FROM (SELECT 1 AS years, plan_beta_convergence(y2010, y2011, 1) AS beta, -0.0024209426662622113 AS published, 0.0024238778862487507 AS lambda, 285.96621327020557 AS half_life FROM counties UNION ALL SELECT 4, plan_beta_convergence(y2010, y2014, 4), 0.0082204455888093761, NULL, NULL FROM counties) AS b;
DROP TABLE counties;
-- What R's ineq prints of incomes in the United States in 1968.
SELECT abs(plan_gini(x) - 0.4620911) < 5e-8 AS gini, abs(plan_atkinson(x, 0.5) - 0.1796591) < 5e-8 AS atkinson FROM unnest('{541,1463,2445,3438,4437,5401,6392,8304,11904,22261}'::float8[]) AS x;

-- Zeros stay: T of these is ln 2, not the 0 of the others alone.
SELECT abs(plan_theil_t(x) - ln(2::float8)) < 1e-15 AS ln_2, plan_theil_l(x), plan_gini(x), plan_gini_corrected(x), plan_hoover(x), plan_cv(x), plan_atkinson(x, 0.5), plan_atkinson(x, 1), plan_atkinson(x, 3), plan_generalized_entropy(x, 2), plan_palma(x), plan_max_min_ratio(x)
FROM unnest('{0,0,0,10,10,10}'::float8[]) AS x;

-- Nothing, one value, all equal, zeros, negative values, values that nothing can hold the sum of.
CREATE FUNCTION measures(x float8[]) RETURNS TABLE (gini float8, corrected float8, t float8, l float8, ge2 float8, a1 float8, a05 float8, hoover float8, cv float8, cv_sample float8, palma float8, max_min float8, sigma float8, sigma_cv float8) LANGUAGE sql AS $$
	SELECT plan_gini(v), plan_gini_corrected(v), plan_theil_t(v), plan_theil_l(v), plan_generalized_entropy(v, 2), plan_atkinson(v, 1), plan_atkinson(v, 0.5), plan_hoover(v), plan_cv(v), plan_cv_sample(v), plan_palma(v), plan_max_min_ratio(v), plan_sigma(v), plan_sigma_cv(v)
	FROM unnest(x) AS v
$$;
SET extra_float_digits = -3;
SELECT label, m.* FROM (VALUES
	(1, 'nothing', '{}'::float8[]), (2, 'only NULL', '{NULL,NULL}'), (3, 'one value', '{7}'), (4, 'one and NULL', '{NULL,7}'), (5, 'all equal', '{0.1,0.1,0.1}'), (6, 'one has all', '{0,0,0,5}'),
	(7, 'only zeros', '{0,-0,0}'), (8, 'one negative', '{-1,2,3}'), (9, 'sum of 0', '{-1,1}'), (10, 'negative sum', '{-3,-1}'), (11, 'large', '{2e28,1e28}'), (12, 'small', '{2e-19,1e-19}'), (13, 'for comparison', '{2,1}'),
	(14, 'logs of mean 0', '{0.5,2}')) AS v (n, label, x), measures(x) AS m ORDER BY n;

-- Below zero only even powers are defined.  Ratios may be small.
SELECT alpha, plan_generalized_entropy(x, alpha) FROM unnest('{-1,0.5,1,2,2.5,3,4}'::float8[]) AS alpha, unnest('{-1,2,3}'::float8[]) AS x GROUP BY alpha ORDER BY alpha;
-- Of equal values it is none, whatever the order; of unlike ones some.
SELECT o AS "order", count(*) FILTER (WHERE atkinson <> 0) AS atkinson, count(*) FILTER (WHERE entropy <> 0) AS entropy, count(*) FILTER (WHERE nearly > 0) AS nearly
FROM (SELECT o, i, plan_atkinson(i / 7.0, o) AS atkinson, plan_generalized_entropy(i / 7.0, o) AS entropy, plan_atkinson(i / 7.0 * (1 + n * 1e-6), o) AS nearly FROM unnest('{0.1,0.37,0.5,0.9,1,1.1,1.5,2,3.3}'::float8[]) AS o, generate_series(1, 700) AS i, generate_series(1, 3) AS n GROUP BY o, i) AS e GROUP BY o ORDER BY o;
SELECT plan_atkinson(x, 0.5) AS a05, plan_atkinson(x, 0.9) AS a09, plan_atkinson(x, 1) AS a1, plan_atkinson(x, 5) AS a5, plan_theil_t(x) AS t, plan_theil_l(x) AS l, plan_generalized_entropy(x, 0.4) AS ge04 FROM unnest('{1e-12,1e13}'::float8[]) AS x;

-- What does not differ has no variation, whatever its weights, and indices without a unit do not depend on the unit.
SELECT unit, count(*) AS places, count(*) FILTER (WHERE cv = 0) AS cv, count(*) FILTER (WHERE sigma = 0) AS sigma
FROM (SELECT unit, i, plan_cv(0.001 + i * 1e-6, unit * (1 + j * 0.37)) AS cv, plan_sigma(1 + i * unit * 1e-13) AS sigma FROM generate_series(1, 200) AS i, generate_series(1, 3) AS j, unnest('{1,1e-6,1e-7,1e-12}'::float8[]) AS unit GROUP BY unit, i) AS s GROUP BY unit ORDER BY unit;
SELECT what, count(*) AS units, max(figure) - min(figure) < 2e-15 AS alike FROM (
	SELECT unit, plan_atkinson(x * unit, 0.4) AS a04, plan_atkinson(x * unit, 0.6) AS a06, plan_atkinson(x * unit, 1.4) AS a14, plan_generalized_entropy(x * unit, -0.4) AS ge_neg, plan_generalized_entropy(x * unit, 0.4) AS ge04, plan_generalized_entropy(x * unit, 0.7) AS ge07, plan_generalized_entropy(x * unit, 1.3) AS ge13, plan_cv(x * unit) AS cv, plan_sigma(x * unit) AS sigma,
		plan_power_mean(x * unit, -0.45) / unit - 1.9 AS p_neg, plan_power_mean(x * unit, 0.45) / unit - 2.1 AS p045, plan_power_mean(x * unit, 1.4) / unit - 2.3 AS p14
	FROM unnest('{1,1.5,2,4}'::float8[]) AS x, unnest('{1,1e-15,1e-6,5e7,1e14,1e25}'::float8[]) AS unit GROUP BY unit
) AS s, LATERAL (VALUES ('atkinson 0.4', a04), ('atkinson 0.6', a06), ('atkinson 1.4', a14), ('entropy -0.4', ge_neg), ('entropy 0.4', ge04), ('entropy 0.7', ge07), ('entropy 1.3', ge13), ('variation', cv), ('sigma', sigma), ('power -0.45', p_neg), ('power 0.45', p045), ('power 1.4', p14)) AS v (what, figure) GROUP BY what ORDER BY what;
-- Sigma and beta of what lies close together, against 60 digits of the same float8.
SELECT abs(plan_sigma(x) / 2.6809415907671862e-6 - 1) < 1e-9 AS sigma, abs(plan_beta_convergence(x, y, 1) - -0.5) < 1e-9 AS beta
FROM (SELECT 1 + k * 1e-6 AS x, sqrt(1 + k * 1e-6) AS y FROM unnest('{0,1,3,7}'::float8[]) AS k) AS v;
-- 7 values: the top 0.7 of them, the bottom 2.8.
SELECT plan_palma(x), 0.7 * 64 / (1 + 2 + 0.8 * 4) AS by_hand FROM unnest('{1,2,4,8,16,32,64}'::float8[]) AS x;
-- The bottom 40 % are zeros alone, also of weights that add up to 1 but for their rounding: no ratio.  One place of all weight.
SELECT count(*) AS groups, count(palma) AS ratios FROM (SELECT n, plan_palma(CASE WHEN 10 * i <= 4 * n THEN 0 ELSE i END, 1.0 / n) AS palma FROM generate_series(5, 200, 5) AS n, generate_series(1, n) AS i GROUP BY n) AS s;
SELECT plan_palma(x, w) AS unlike FROM (VALUES (3.2e-87, 2.5e-8), (1.5e-57, 3237356), (1.6e187, 0.015)) AS v (x, w);
SELECT plan_palma(5, 1.0 / 3) AS one, (SELECT plan_palma(x, w) FROM (VALUES (1, 0.4), (3, 0.5), (9, 0.1)) AS v (x, w)) AS at_the_edges;
-- Corrected Gini where one has all, however few they are.
SELECT count(*) AS groups, count(*) FILTER (WHERE abs(corrected - 1) < 3e-16) AS ones FROM (SELECT n, plan_gini_corrected(CASE WHEN i = n THEN 5.0 ELSE 0 END) AS corrected FROM generate_series(2, 60) AS n, generate_series(1, n) AS i GROUP BY n) AS s;

-- Integers, numerics and literals need no cast.
SELECT plan_gini(x::int) = plan_gini(x::numeric) AND plan_gini(x::bigint) = plan_gini(x::real) AS same, plan_gini(1), plan_gini('1'), plan_gini(NULL), plan_gini(1, 2), plan_atkinson(1.5, 1), plan_atkinson(1, NULL), plan_theil_t_between(1, 'a'), plan_theil_t_within(1, 2), plan_theil_l_between(1.5, NULL), plan_theil_l_within(1, 'a', 2)
FROM generate_series(1, 5) AS x;

CREATE TEMP VIEW subgroups AS SELECT x, x % 3 AS g FROM generate_series(1, 7) AS x;
-- Subgroups have keys of any type that says which rows belong together; others are refused.
SELECT count(DISTINCT between) AS different, count(*) AS types FROM (
	SELECT plan_theil_t_between(x, g) FROM subgroups UNION ALL SELECT plan_theil_t_between(x, g::bigint) FROM subgroups UNION ALL SELECT plan_theil_t_between(x, g::smallint) FROM subgroups
	UNION ALL SELECT plan_theil_t_between(x, 'g ' || g) FROM subgroups UNION ALL SELECT plan_theil_t_between(x, ('g ' || g)::varchar(9)) FROM subgroups UNION ALL SELECT plan_theil_t_between(x, ('g ' || g)::char(9)) FROM subgroups
	UNION ALL SELECT plan_theil_t_between(x, ('g ' || g)::name) FROM subgroups UNION ALL SELECT plan_theil_t_between(x, md5(g::text)::uuid) FROM subgroups) AS t (between);
SELECT plan_theil_t_between(x, g::float8) FROM subgroups;
DROP VIEW subgroups;

-- A NULL group is a group; rows that weigh nothing are not there; a group of zeros has no share in T.
SELECT abs(plan_theil_t_between(x, g) + plan_theil_t_within(x, g) - plan_theil_t(x)) < 1e-15 AS t, abs(plan_theil_l_between(x, g) + plan_theil_l_within(x, g) - plan_theil_l(x)) < 1e-15 AS l FROM (VALUES (1, 'a'), (2, 'a'), (3, NULL), (5, NULL), (1, ''), (9, 'a')) AS v (x, g);
SELECT plan_theil_l(x, w), plan_gini(x, w), plan_theil_t_within(x, g, w) + plan_theil_t_between(x, g, w) - plan_theil_t(x, w) AS adds_up, plan_palma(x, w) FROM (VALUES (4, 1, 1), (-7, 0, 2), (0, NULL, 2), (4, 2, 3), (NULL, 5, 3)) AS v (x, w, g);
SELECT abs(plan_theil_t_between(x, g) + plan_theil_t_within(x, g) - plan_theil_t(x)) < 1e-15 AS adds_up, plan_theil_l_between(x, g), plan_theil_t_within(x, x::text) FROM (VALUES (0, 1), (0, 1), (3, 2), (5, 2)) AS v (x, g);
SELECT plan_theil_t_between(x, x) AS t, plan_theil_l_within(x, 1) AS l FROM (VALUES (-1), (2)) AS v (x);
SELECT plan_theil_t_between(x, 1), plan_theil_t_within(x, 1) FROM (VALUES (0), (NULL)) AS v (x);

-- Errors name what is wrong.
CREATE FUNCTION error_of(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	RETURN 'none';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE || ': ' || SQLERRM;
END
$$;
CREATE COLLATION regardless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
SELECT error_of(format('SELECT plan_theil_%s(x, region COLLATE regardless%s) FROM (VALUES (1, ''a''), (2, ''A''), (3, ''b'')) AS v (x, region)', part, weight))
FROM unnest('{t_between,t_within,l_between,l_within}'::text[]) AS part, unnest(ARRAY['', ', 1']) AS weight;
SELECT error_of(q) FROM unnest(ARRAY[
	$$ SELECT plan_gini('NaN'::float8) $$,
	$$ SELECT plan_theil_t('-infinity'::numeric) $$,
	$$ SELECT plan_gini(1, -1) $$,
	$$ SELECT plan_theil_l(NULL, 'NaN') $$,
	$$ SELECT plan_cv(1, 'infinity') $$,
	$$ SELECT plan_atkinson(1, -0.5) $$,
	$$ SELECT plan_atkinson(1, 'infinity') $$,
	$$ SELECT plan_atkinson(x, x) FROM generate_series(1, 2) AS x $$,
	$$ SELECT plan_generalized_entropy(1, 'NaN', 2) $$,
	$$ SELECT plan_generalized_entropy(x, 1e5) FROM generate_series(1, 3) AS x $$,
	$$ SELECT plan_max_min_ratio(x) FROM unnest('{1e-300,1e300}'::float8[]) AS x $$,
	$$ SELECT plan_theil_t(1e29) $$,
	$$ SELECT plan_theil_l(1, 1e-20) $$,
	$$ SELECT plan_beta_convergence(1, 1e-20, 5) $$,
	$$ SELECT plan_theil_t_between('infinity', 'a') $$,
	$$ SELECT plan_theil_t_within(1, 3, -2) $$,
	$$ SELECT plan_theil_t_within(1, 1, 1e308) FROM generate_series(1, 2) $$,
	$$ SELECT plan_hoover(x) FROM unnest('{-1e300,1e300,1e-10}'::float8[]) AS x $$,
	$$ SELECT plan_beta_convergence(1, 2, 0) $$,
	$$ SELECT plan_beta_convergence(1, 'NaN', 1) $$,
	$$ SELECT plan_beta_convergence(x, 2, x) FROM generate_series(1, 2) AS x $$,
	$$ SELECT plan_convergence_speed(-0.02, -1) $$,
	$$ SELECT plan_convergence_speed('NaN', 1) $$,
	$$ SELECT plan_half_life('infinity') $$]) AS q;

-- Convergence: undefined, none, and REAT's speed.
SELECT plan_beta_convergence(x0, x1, 10) FILTER (WHERE n = 1) AS one_place, plan_beta_convergence(x0, x1, 10) FILTER (WHERE n IN (1, 2)) AS same_level, plan_beta_convergence(x0, x1, 10) FILTER (WHERE n > 2) AS zero,
	plan_beta_convergence(x0, x1, 10) FILTER (WHERE false) AS nothing FROM (VALUES (1, 5, 6), (2, 5, 7), (3, 4, 0), (4, 2, 9)) AS v (n, x0, x1);
SELECT beta, plan_convergence_speed(beta, 10) AS speed, plan_convergence_speed(beta / 10, 10) AS reat, plan_half_life(plan_convergence_speed(beta, 10)) AS half_life FROM unnest('{0.01,0,-0.02,-0.0999,-0.1,-1}'::float8[]) AS beta;
SELECT abs(plan_convergence_speed(-0.02, 10) + ln(1 - 0.2::float8) / 10) < 1e-16 AS textbook, abs(plan_convergence_speed(-0.02 / 10, 10) + ln(0.98::float8) / 10) < 1e-17 AS reat, plan_half_life(ln(2::float8)), plan_half_life(0), plan_half_life(-1);
SELECT x0.year, abs(plan_beta_convergence(x0.gdp, x1.gdp, 10) - regr_slope(ln(x1.gdp / x0.gdp::float8) / 10, ln(x0.gdp::float8))) < 1e-16 AS beta, abs(plan_sigma(x0.gdp) - stddev_pop(ln(x0.gdp::float8))) < 1e-14 AS sigma, abs(plan_sigma_cv(x0.gdp) - stddev_pop(ln(x0.gdp::float8)) / avg(ln(x0.gdp::float8))) < 1e-15 AS sigma_cv
FROM states AS x0 JOIN states AS x1 ON x0.state = x1.state AND x1.year = x0.year + 10 GROUP BY x0.year ORDER BY 1;

RESET extra_float_digits;

-- All against their definitions: values of few digits and many, with zeros and without, of few places and many, by weights that are whole.
CREATE TABLE places AS
SELECT g, i, (CASE WHEN g % 3 = 0 AND i % 5 = 0 THEN 0 WHEN g % 2 = 0 THEN ((hashint4(i * 100 + g) & 1023) % (2 + g)) + 1 ELSE exp((hashint4(i * 100 + g) & 65535) / 16384.0) END)::float8 AS x, (hashint4(i + 7 * g) & 3) + 1 AS w, 'region ' || (hashint4(i) & 3) AS region
FROM generate_series(1, 12) AS g, generate_series(1, 7 * g * g) AS i;

WITH means AS (
	SELECT *, avg(x) OVER (PARTITION BY g) AS m, avg(x) OVER (PARTITION BY g, region) AS mr, count(*) OVER (PARTITION BY g) AS n, row_number() OVER (PARTITION BY g ORDER BY x) AS r FROM places
), direct AS (
	SELECT g, n, m, min(x) > 0 AS positive, 2 * sum(r * x) / (n * sum(x)) - (n + 1.0) / n AS gini, avg(CASE WHEN x = 0 THEN 0 ELSE x / m * ln(x / m) END) AS t, CASE WHEN min(x) > 0 THEN -avg(ln(nullif(x, 0) / m)) END AS l, sum(abs(x - m)) / (2 * sum(x)) AS hoover,
		stddev_pop(x) / m AS cv, stddev_samp(x) / m AS cv_sample, avg((x / m) ^ 2 - 1) / 2 AS ge2, avg((x / m) ^ 0.5 - 1) / -0.25 AS ge05, CASE WHEN min(x) > 0 THEN avg(nullif(x / m, 0) ^ -1.5::float8 - 1) / 3.75 END AS ge_neg,
		1 - avg((x / m) ^ 0.25::float8) ^ (1 / 0.25) AS a075, CASE WHEN min(x) > 0 THEN 1 - exp(avg(ln(nullif(x, 0)))) / m ELSE 1 END AS a1, CASE WHEN min(x) > 0 THEN 1 - avg(nullif(x / m, 0) ^ -1) ^ -1 ELSE 1 END AS a2, max(x) / nullif(min(x), 0) AS max_min,
		avg(CASE WHEN x = 0 THEN 0 ELSE x / m * ln(x / mr) END) AS t_within, avg(CASE WHEN mr = 0 THEN 0 ELSE mr / m * ln(mr / m) END) AS t_between, CASE WHEN min(x) > 0 THEN avg(ln(m / mr)) END AS l_between
	FROM means GROUP BY g, n, m
), tens AS (
	-- Each value ten times, so that the parts are whole.
	SELECT g, sum(x) FILTER (WHERE place > 9 * n) / nullif(sum(x) FILTER (WHERE place <= 4 * n), 0) AS palma
	FROM (SELECT g, x, count(*) OVER (PARTITION BY g) / 10 AS n, row_number() OVER (PARTITION BY g ORDER BY x) AS place FROM places, generate_series(1, 10)) AS p GROUP BY g
), ours AS (
	SELECT g, plan_gini(x) AS gini, plan_gini_corrected(x) AS corrected, plan_theil_t(x) AS t, plan_theil_l(x) AS l, plan_hoover(x) AS hoover, plan_cv(x) AS cv, plan_cv_sample(x) AS cv_sample, plan_generalized_entropy(x, 2) AS ge2, plan_generalized_entropy(x, 0.5) AS ge05,
		plan_generalized_entropy(x, -1.5) AS ge_neg, plan_generalized_entropy(x, 1) AS ge1, plan_generalized_entropy(x, 0) AS ge0, plan_atkinson(x, 0.75) AS a075, plan_atkinson(x, 1) AS a1, plan_atkinson(x, 2) AS a2, plan_max_min_ratio(x) AS max_min, plan_palma(x) AS palma, plan_theil_t_within(x, region) AS t_within, plan_theil_t_between(x, region) AS t_between,
		plan_theil_l_within(x, region) AS l_within, plan_theil_l_between(x, region) AS l_between FROM places GROUP BY g
)
SELECT g, n, round(o.gini::numeric, 3) AS about, abs(o.gini - d.gini) < 1e-13 AND abs(corrected - d.gini * n / (n - 1)) < 1e-13 AS gini, abs(o.t - d.t) < 1e-13 AND o.t = ge1 AS t, o.l IS NOT DISTINCT FROM ge0 AND coalesce(abs(o.l - d.l) < 1e-13, NOT positive AND o.l IS NULL) AS l,
	abs(o.hoover - d.hoover) < 1e-14 AS hoover, abs(o.cv - d.cv) < 1e-13 AND abs(o.cv_sample - d.cv_sample) < 1e-13 AS cv, abs(o.ge2 - d.ge2) < 1e-13 AND abs(o.ge05 - d.ge05) < 1e-13 AND coalesce(abs(o.ge_neg / d.ge_neg - 1) < 1e-12, NOT positive AND o.ge_neg IS NULL) AS ge,
	abs(o.a075 - d.a075) < 1e-13 AND abs(o.a1 - d.a1) < 1e-13 AND abs(o.a2 - d.a2) < 1e-13 AS atkinson, o.max_min IS NOT DISTINCT FROM d.max_min AS max_min, coalesce(abs(o.palma / p.palma - 1) < 1e-12, o.palma IS NULL AND p.palma IS NULL) AS palma,
	abs(o.t_within - d.t_within) < 1e-13 AND abs(o.t_between - d.t_between) < 1e-13 AND abs(o.t_within + o.t_between - o.t) < 1e-15 AS parts_of_t, coalesce(abs(o.l_between - d.l_between) < 1e-13 AND abs(o.l_within + o.l_between - o.l) < 1e-15, NOT positive AND o.l_between IS NULL AND o.l_within IS NULL) AS parts_of_l
FROM ours AS o JOIN direct AS d USING (g) JOIN tens AS p USING (g) ORDER BY g;

-- A place that weighs 3 is three places that weigh 1, and only proportions of weights matter.
CREATE VIEW by_weight AS
SELECT g, f, ARRAY[plan_gini(x, w * f), plan_theil_t(x, w * f), plan_theil_l(x, w * f), plan_hoover(x, w * f), plan_cv(x, w * f), plan_palma(x, w * f), plan_generalized_entropy(x, 0.3, w * f), plan_atkinson(x, 0.5, w * f), plan_atkinson(x, 1, w * f), plan_theil_t_between(x, region, w * f), plan_theil_t_within(x, region, w * f), plan_theil_l_between(x, region, w * f), plan_theil_l_within(x, region, w * f)] AS measured
FROM places, unnest('{1,3e-15,1e15}'::float8[]) AS f GROUP BY g, f;
SELECT f, count(DISTINCT g) AS groups, max(abs(weighted - repeated)) < 1e-13 AS agree, count(weighted) = count(repeated) AS same_nulls
FROM by_weight JOIN (
	SELECT g, ARRAY[plan_gini(x), plan_theil_t(x), plan_theil_l(x), plan_hoover(x), plan_cv(x), plan_palma(x), plan_generalized_entropy(x, 0.3), plan_atkinson(x, 0.5), plan_atkinson(x, 1), plan_theil_t_between(x, region), plan_theil_t_within(x, region), plan_theil_l_between(x, region), plan_theil_l_within(x, region)] AS expected
	FROM places, generate_series(1, w) GROUP BY g) AS r USING (g), unnest(measured, expected) AS u (weighted, repeated)
GROUP BY f ORDER BY f;

-- The unit does not matter: of those that keep the values none of the bits when it is a power of two, whatever its size; of the others some 1e-15.
SELECT count(*) AS units, count(DISTINCT measured) AS different
FROM unnest('{-1000,-60,0,60,960}'::float8[]) AS power, LATERAL (
	SELECT (plan_gini(v), plan_hoover(v), plan_palma(v), plan_theil_t_within(v, region), plan_theil_l_between(v, region))::text AS measured
	FROM (SELECT x * 2.0::float8 ^ power AS v, w, region FROM places WHERE g = 5) AS p) AS m;
SELECT measure, max(figure) - min(figure) < CASE WHEN measure = 'generalized_entropy -2' THEN 3e-14 ELSE 1e-15 END AS alike, count(DISTINCT figure) > 0 AS defined
FROM unnest('{1e-12,1e-9,1,1e6,1e15}'::float8[]) AS unit, unnest('{theil_t,theil_l,cv,atkinson 1,atkinson 0.5,generalized_entropy -2}'::plan_measure[]) AS measure,
	LATERAL (SELECT plan_value(plan_moments_agg(measure, x * unit, w)) AS figure FROM places WHERE g = 5) AS m GROUP BY measure ORDER BY measure;

-- What is almost equal has its small measure to as many digits where values are kept or squares are summed, and to some 1e-16 otherwise: here against numeric arithmetic.
WITH near AS (
	SELECT e, (3 * 10::bigint ^ e)::bigint + k * k * sign(k)::int AS x FROM unnest('{3,6,9,12,15}'::int[]) AS e, generate_series(-5, 6) AS k
), direct AS (
	SELECT e, sum(x / m * ln(x / m)) / count(*) AS t, -sum(ln(x / m)) / count(*) AS l, sqrt(sum((x / m - 1) ^ 2) / count(*)) AS cv, sum(abs(x - m)) / (2 * sum(x)) AS hoover, sum((2 * r - 13) * x) / (12 * sum(x)) AS gini, sum((x / m) ^ 3 - 1) / count(*) / 6 AS ge3
	FROM (SELECT e, x::numeric(80, 55), avg(x::numeric(80, 55)) OVER w AS m, row_number() OVER (PARTITION BY e ORDER BY x) AS r FROM near WINDOW w AS (PARTITION BY e)) AS n GROUP BY e
)
SELECT e, d.t::float8 < 10::float8 ^ (4 - 2 * e) AS small, abs(plan_theil_t(x) - d.t::float8) < 1e-15 AS t, abs(plan_theil_l(x) - d.l::float8) < 1e-15 AS l, abs(plan_cv(x) / d.cv::float8 - 1) < 1e-15 AS cv, abs(plan_hoover(x) / d.hoover::float8 - 1) < 1e-12 AS hoover,
	abs(plan_gini(x) / d.gini::float8 - 1) < 1e-12 AS gini, abs(plan_generalized_entropy(x, 3) - d.ge3::float8) < 1e-15 AS ge3, abs(plan_atkinson(x, 1) - d.l::float8) < 1e-15 + d.l::float8 ^ 2 AS atkinson, plan_theil_t(x) >= 0 AND plan_theil_l(x) >= 0 AND plan_generalized_entropy(x, 3) >= 0 AND plan_atkinson(x, 1) >= 0 AS not_below_0
FROM near JOIN direct AS d USING (e) GROUP BY e, d.t, d.l, d.cv, d.hoover, d.gini, d.ge3 ORDER BY e;

-- Alpha near 0 and 1, and large: between its neighbours.
SELECT alpha, (plan_generalized_entropy(x, alpha - 1e-6) < plan_generalized_entropy(x, alpha + 1e-6)) = rising AS ordered, abs(plan_generalized_entropy(x, alpha) / ((plan_generalized_entropy(x, alpha - 1e-6) + plan_generalized_entropy(x, alpha + 1e-6)) / 2) - 1) < 1e-11 AS smooth
FROM unnest('{-3,0,1,1.5,2,30}'::float8[], '{f,f,t,t,t,t}'::bool[]) AS a (alpha, rising), unnest('{1,2,3,10,11,50}'::float8[]) AS x GROUP BY alpha, rising ORDER BY alpha;

-- Large epsilon: towards 1 - least / mean.
SELECT epsilon, abs(plan_atkinson(x, epsilon) - (1 - 0.1 * 3 ^ (1 / (epsilon - 1)) / 2)) < 1e-4 AS atkinson FROM unnest('{5,20,50}'::float8[]) AS epsilon, unnest('{0.1,1,4.9}'::float8[]) AS x GROUP BY epsilon;

-- However much the values have in common, they are sorted like those that come sorted.
CREATE TABLE alike AS
SELECT kind, x, w FROM (SELECT hashint4(i) & 1048575 AS h, (hashint4(-i) & 7) + 1 AS w FROM generate_series(1, 3000) AS i) AS r, LATERAL (VALUES
	('all bits', exp(h / 1e5::float8)), ('few bits', (h % 100)::float8), ('last bits', 1 + h * 2.3e-16::float8), ('last bits and a sign', CASE WHEN h % 2 = 0 THEN -1e-300 ELSE 1 END * (1 + h * 2.3e-16::float8)), ('one bit', 1 + h % 2)) AS v (kind, x);
SELECT kind, c.gini = s.gini AS "values", c.pairs = s.pairs AS pairs
FROM (SELECT kind, plan_gini(x) AS gini, plan_gini(x, w) AS pairs FROM alike GROUP BY kind) AS c
	JOIN (SELECT kind, plan_gini(x ORDER BY x) AS gini, plan_gini(x, w ORDER BY x, w) AS pairs FROM alike GROUP BY kind) AS s USING (kind)
ORDER BY kind;

-- In a window it goes on as rows come, and what sums are enough for forgets those that go.
SELECT measure, count(*) AS frames, count(*) FILTER (WHERE moving IS DISTINCT FROM fresh) AS different, count(moving) > 50 AS defined
FROM unnest('{theil_t,theil_l,generalized_entropy 2.5,atkinson 1,cv,cv_sample,sigma,sigma_cv,beta_convergence 10,max_min_ratio}'::plan_measure[]) AS measure,
	LATERAL (SELECT i, plan_value(plan_moments_agg(measure, x, CASE WHEN measure IN ('theil_t', 'atkinson 1', 'beta_convergence 10') THEN w ELSE 1 END) OVER (ORDER BY i ROWS 2 PRECEDING)) AS moving FROM places WHERE g = 6) AS m,
	LATERAL (SELECT plan_value(plan_moments_agg(measure, x, CASE WHEN measure IN ('theil_t', 'atkinson 1', 'beta_convergence 10') THEN w ELSE 1 END)) AS fresh FROM places AS p WHERE g = 6 AND p.i BETWEEN m.i - 2 AND m.i) AS f
GROUP BY measure ORDER BY measure;
SELECT count(*) AS frames, bool_and(t IS NOT DISTINCT FROM (SELECT plan_theil_t(x, w) FROM places WHERE g = 6 AND i BETWEEN m.i - 4 AND m.i)) AS theil_t, bool_and(c IS NOT DISTINCT FROM (SELECT plan_cv(x) FROM places WHERE g = 6 AND i BETWEEN m.i - 4 AND m.i)) AS cv, bool_and(r IS NOT DISTINCT FROM (SELECT plan_max_min_ratio(x) FROM places WHERE g = 6 AND i BETWEEN m.i - 4 AND m.i)) AS max_min
FROM (SELECT i, plan_theil_t(x, w) OVER o AS t, plan_cv(x) OVER o AS c, plan_max_min_ratio(x) OVER o AS r FROM places WHERE g = 6 WINDOW o AS (ORDER BY i ROWS 4 PRECEDING)) AS m;
SELECT x, round(plan_gini(x) OVER w::numeric, 6) AS gini, round(plan_theil_t_between(x, x % 2) OVER w::numeric, 6) AS between FROM generate_series(1, 5) AS x WINDOW w AS (ORDER BY hashint4(x));

-- Measures that keep the values follow a frame as it moves, and have the bits of every frame measured anew: of ties, values with a sign, rows
-- without a value or a weight, frames without rows, partitions, and values too unlike to be summed in one unit.
CREATE TABLE moving AS
SELECT kind, i, i / 150 AS part, x, CASE WHEN h2 % 5 > 0 THEN h2 % 7 / 2.0 END AS w
FROM (SELECT i, hashint4(i) & 1048575 AS h, hashint4(-i) & 1048575 AS h2 FROM generate_series(1, 300) AS i) AS r, LATERAL (VALUES
	('spread', exp(h / 131072.0::float8)), ('ties', h % 6), ('signs', h % 11 - 4), ('many NULLs', CASE WHEN h % 3 = 0 THEN h END), ('runs of NULLs', CASE WHEN i / 9 % 2 = 1 THEN h % 100 END), ('mostly zeros', CASE WHEN h % 10 = 0 THEN h ELSE 0 END),
	('unlike', CASE h % 4 WHEN 0 THEN 1e300 WHEN 1 THEN 1e-300 * h WHEN 2 THEN h ELSE -3.5 END), ('outliers', CASE WHEN h % 50 = 0 THEN 1e200 WHEN h % 51 = 0 THEN -2e-200 ELSE h END), ('subnormal', h * 5e-324), ('alike', 1 + h % 100 * 2.3e-16), ('growing', 2.0 ^ (i * 6 - 1000) * (h % 10))) AS v (kind, x);
CREATE FUNCTION check_frames(frame text, rows_of_frame text) RETURNS TABLE (kind text, frames bigint, defined bigint, different bigint) LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE format($q$
		SELECT kind, count(*), sum(cardinality(array_remove(moving, NULL))), count(*) FILTER (WHERE moving IS DISTINCT FROM anew)
		FROM (SELECT kind, i, part, ARRAY[plan_gini(x) OVER o, plan_gini_corrected(x) OVER o, plan_hoover(x) OVER o, plan_palma(greatest(x, 0.5)) OVER o, plan_gini(x, w) OVER o, plan_hoover(x, w) OVER o, plan_palma(greatest(x, 0.5), w) OVER o] AS moving
				FROM moving WINDOW o AS (PARTITION BY kind, part ORDER BY i %s)) AS m,
			LATERAL (SELECT ARRAY[plan_gini(x), plan_gini_corrected(x), plan_hoover(x), plan_palma(greatest(x, 0.5)), plan_gini(x, w), plan_hoover(x, w), plan_palma(greatest(x, 0.5), w)] AS anew
				FROM moving AS f WHERE f.kind = m.kind AND f.part = m.part AND f.i %s) AS f
		GROUP BY kind ORDER BY kind$q$, frame, rows_of_frame);
END
$$;
SELECT kind, frames, defined > frames AS defined, different FROM check_frames('ROWS 6 PRECEDING', 'BETWEEN m.i - 6 AND m.i');
SELECT frame, sum(frames) AS frames, sum(defined) > 12000 AS defined, sum(different) AS different FROM (VALUES
	(1, 'ROWS 0 PRECEDING', '= m.i'), (8, 'RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING', '= m.i - 1'), (2, 'ROWS 99 PRECEDING', 'BETWEEN m.i - 99 AND m.i'), (3, 'ROWS BETWEEN 60 PRECEDING AND 20 PRECEDING', 'BETWEEN m.i - 60 AND m.i - 20'), (4, 'RANGE BETWEEN 30 FOLLOWING AND 40 FOLLOWING', 'BETWEEN m.i + 30 AND m.i + 40'), (5, '', '<= m.i'),
	(6, 'ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING', '>= m.i'), (7, 'ROWS BETWEEN 40 PRECEDING AND 10 FOLLOWING EXCLUDE CURRENT ROW', 'BETWEEN m.i - 40 AND m.i + 10 AND f.i <> m.i')) AS v (n, frame, rows_of_frame), check_frames(frame, rows_of_frame) GROUP BY n, frame ORDER BY n;
SELECT i, plan_gini(x) OVER (ORDER BY i ROWS 1 PRECEDING) FROM unnest('{5e-324,-6336,NULL,NULL,0,NULL,2,6}'::float8[]) WITH ORDINALITY AS u (x, i);
SELECT error_of($$ SELECT plan_gini(CASE WHEN i = 50 THEN 'infinity'::float8 ELSE i END) OVER (ORDER BY i ROWS 5 PRECEDING) FROM moving $$), error_of($$ SELECT plan_gini(i, CASE WHEN i = 50 THEN -1 ELSE i END) OVER (ORDER BY i ROWS 5 PRECEDING) FROM moving $$);
-- Without weights they are exact, and rounded once: against whole numbers, whose quotient numeric has to 60 digits.
WITH s AS (SELECT g, (hashint4(g * 1000 + i) & 1048575)::numeric(100, 60) AS x FROM generate_series(1, 300) AS g, generate_series(1, 3 + g % 50) AS i),
	r AS (SELECT *, row_number() OVER (PARTITION BY g ORDER BY x) AS r, count(*) OVER (PARTITION BY g) AS n, avg(x) OVER (PARTITION BY g) AS m FROM s)
SELECT count(*) AS groups, count(*) FILTER (WHERE gini = exact_gini) AS gini, count(*) FILTER (WHERE corrected = exact_corrected) AS corrected, count(*) FILTER (WHERE hoover = exact_hoover) AS hoover, count(*) FILTER (WHERE palma = exact_palma) AS palma
FROM (SELECT plan_gini(x) AS gini, (sum((2 * r - n - 1) * x) / (n * sum(x)))::float8 AS exact_gini, plan_gini_corrected(x) AS corrected, (sum((2 * r - n - 1) * x) / ((n - 1) * sum(x)))::float8 AS exact_corrected, plan_hoover(x) AS hoover, (sum(CASE WHEN x > m THEN n * x - m * n END) / (n * sum(x)))::float8 AS exact_hoover,
		plan_palma(x) AS palma, (sum(x * least(greatest(10 * r - 9 * n, 0), 10)) / sum(x * least(greatest(4 * n - 10 * (r - 1), 0), 10)))::float8 AS exact_palma
	FROM r GROUP BY g, n) AS e;
DROP TABLE moving; DROP FUNCTION check_frames;

-- Any order gives the same to the last bit, and so does a parallel plan.
CREATE TABLE many AS SELECT i, exp((hashint4(i) & 1048575) / 65536.0) AS x, (hashint4(-i) & 1023) / 7.0::float8 AS w, 'region ' || i % 97 AS region FROM generate_series(1, 100000) AS i;
CREATE VIEW measured AS
SELECT plan_gini(x) AS gini, plan_gini_corrected(x) AS corrected, plan_theil_t(x) AS t, plan_theil_l(x) AS l, plan_generalized_entropy(x, -0.7) AS ge, plan_atkinson(x, 0.3) AS atkinson, plan_hoover(x) AS hoover, plan_cv(x) AS cv, plan_palma(x) AS palma, plan_max_min_ratio(x) AS max_min, plan_sigma(x) AS sigma,
	plan_gini(x, w) AS weighted_gini, plan_theil_t(x, w) AS weighted_t, plan_palma(x, w) AS weighted_palma, plan_atkinson(x, 1.5, w) AS weighted_atkinson, plan_theil_t_between(x, region) AS t_between, plan_theil_t_within(x, region) AS t_within, plan_theil_l_between(x, i % 13, w) AS l_between, plan_theil_l_within(x, i % 13, w) AS l_within,
	plan_beta_convergence(x, w + 1, 10) AS beta
FROM many;
CREATE TABLE results AS SELECT * FROM measured;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) CREATE TABLE parallel_results AS SELECT * FROM measured;
CREATE TABLE parallel_results AS SELECT * FROM measured;
SELECT plan_gini(x), plan_theil_t_within(x, region) FROM many WHERE x < 0;
SELECT error_of($$ SELECT plan_atkinson(x, (i > 50000)::int) FROM many $$) LIKE '22023: % must be the same in all rows of a group, not % and %' AS named;
RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET max_parallel_workers_per_gather;
CREATE TABLE shuffled AS SELECT * FROM many ORDER BY hashint4(i);
TRUNCATE many; INSERT INTO many SELECT * FROM shuffled;
SELECT count(*) FROM (SELECT * FROM results UNION SELECT * FROM parallel_results UNION SELECT * FROM measured) AS distinct_results;
SELECT abs(t_between + t_within - t) < 1e-14 AS t, abs(l_between + l_within - (SELECT plan_theil_l(x, w) FROM many)) < 1e-14 AS l FROM results;

DROP VIEW by_weight, measured;
DROP TABLE states, places, alike, many, results, parallel_results, shuffled;
DROP FUNCTION measures, error_of;
DROP COLLATION regardless;
