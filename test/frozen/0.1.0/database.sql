-- A database that uses every type: in columns, indexes of every kind, constraints, generated
-- columns, domains, partitions, views and functions; with live rollups and a workspace.  Read from the root of the sources.  The
-- extension may be there already, in the schema plan, in whatever version.
SET client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS plan;
CREATE EXTENSION IF NOT EXISTS tnplan SCHEMA plan;
CREATE SCHEMA plans;
SET search_path = plans, plan;

CREATE TABLE facts (programme int, actual float8, goal plan_goal NOT NULL DEFAULT '>= 95 from 44',
	status plan_status GENERATED ALWAYS AS (plan_status(actual, goal)) STORED,
	CHECK (plan_lower(goal) >= 0));
INSERT INTO facts SELECT i % 3, nullif(i, 7) * 1.1e-3 * i, CASE i % 2 WHEN 0 THEN '0.1..12.3' ELSE '<= 10 from 44' END::plan_goal
FROM generate_series(1, 50) AS i;
CREATE TABLE cards AS
SELECT programme, plan_scorecard_agg(actual, goal, 0.1::float8) AS card, plan_fixedsum_agg(actual) AS sum FROM facts GROUP BY programme;
CREATE INDEX ON cards (card);
-- Columns of other types, which cast to those of the arguments.
CREATE TABLE marks (mark float8 CHECK (plan_is_met(mark, '>= 5')), exact numeric CHECK (plan_is_met(exact, plan_goal(5, 'higher'::text))), word varchar CHECK (plan_goal(5, word) IS NOT NULL), year bigint CHECK (plan_days(year) > 300), at varchar DEFAULT '2022', span plan_period GENERATED ALWAYS AS (plan_parent(at, 'year')) STORED);
INSERT INTO marks VALUES (7, 5.0, 'up', 2022);

CREATE TABLE terms (term plan_period PRIMARY KEY, adopted date, CHECK (adopted <@ plan_shift(term, -1)));
INSERT INTO terms VALUES ('2020-2025', '2019-12-11'), ('2020-10..2025-09', '2020-09-30'), ('2022-W07', NULL);
CREATE INDEX ON terms USING gist ((term::daterange));
CREATE INDEX ON terms USING brin (term);
CREATE VIEW latest AS SELECT min(term) AS first, max(term) AS last, bool_or(timestamptz '2022-02-15 12:00+00' <@ term) AS zoned, bool_or(term @> timestamp '2022-02-15') AS plain, bool_or(extract(year FROM adopted) && term) AS in_year FROM terms;
CREATE TABLE cubes AS
SELECT plan_cube_agg(programme, date '2022-01-31' + programme * 40, actual, goal, 0.1) AS cube, (SELECT plan_tree_agg(i, nullif(i, 0) / 2, 1 / (i + 3.0)) FROM generate_series(0, 3) AS i) AS tree,
	plan_targets_agg(programme, 2020, goal) FILTER (WHERE goal::text ~ 'from') AS targets, plan_targets_agg('Số ' || programme, '2022-Q3', goal) FILTER (WHERE goal::text !~ 'from') AS by_name FROM facts;
CREATE UNIQUE INDEX ON cubes (cube);
CREATE VIEW branches AS SELECT r.* FROM cubes, plan_cube_rows(cube, '{year,year_to_date}', '2020-2025', tree) AS r;
CREATE TABLE rankings AS
SELECT plan_ranking_agg(programme, 2020 + programme % 2, actual) AS by_id, plan_ranking_agg('Số "' || programme || '"', 2020, actual) AS by_name, '8/63'::plan_standing AS standing FROM cards CROSS JOIN LATERAL (SELECT plan_score(card)) AS c (actual);
CREATE TABLE fits AS
SELECT plan_trend_agg(date '2022-01-31' + programme * 40, actual) AS trend, plan_logit_trend_agg(date '2022-01-31' + programme * 40, 0.3 + programme / 7.0, 1.1, 0.1) AS logit, plan_trend_cube_agg(programme, date '2022-01-31' + programme * 40, actual) AS cube,
	plan_figure_cube_agg(programme, date '2022-01-31' + programme * 40, 'stock across mean', actual, 'Số ' || programme, 'year from 6 April') AS figures,
	plan_earned_agg(actual, actual / 3, 0.1, 4) AS earned, plan_period_value_agg('average', date '2022-01-31' + programme * 40, actual) AS value, plan_moments_agg('theil_t', actual, 0.1) AS theil, plan_moments_agg('power_mean -Infinity', actual, 0.1, 0.5) AS least
FROM facts;
CREATE INDEX ON fits (trend, earned, theil);
CREATE TABLE by_term (at date, amount int) PARTITION BY RANGE (plan_quarter(at));
CREATE TABLE by_term_2022 PARTITION OF by_term FOR VALUES FROM ('2022') TO ('2023');
INSERT INTO by_term SELECT date '2022-01-01' + i, i FROM generate_series(0, 364) AS i;
CREATE VIEW third AS SELECT * FROM by_term WHERE at <@ '2022-Q3';
CREATE INDEX ON facts (plan_achievement(actual, goal));
CREATE VIEW term AS SELECT s.* FROM (SELECT plan_rollup(card) AS card FROM cards) AS c, plan_summary(card) AS s;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM term;
CREATE FUNCTION share() RETURNS float8 LANGUAGE sql BEGIN ATOMIC SELECT plan.plan_met_share(plan_scorecard_agg(actual, goal)) FROM plans.facts; END;

-- A live rollup: a table with a constraint that names its view, and triggers that name both.
DO $$ BEGIN PERFORM plan_create_rollup('by_month', 'by_term', '{}', 'at', '{"sum": "plan_fixedsum_agg(amount)", "last": "plan_period_value_agg(''stock'', at, amount)"}', 'month'); END $$;
-- Another, to which writers append: more is taken away than was there before.
DO $$ BEGIN PERFORM plan_create_rollup('by_fiscal_year', 'by_term', '{}', 'at', '{"sum": "plan_fixedsum_agg(amount)"}', 'year', 'year from April', 'append'); END $$;
UPDATE by_term SET amount = amount - 1000 WHERE at = '2022-06-01';
UPDATE by_term SET amount = amount + 1000 WHERE at = '2022-06-01';

-- A workspace: figures that came later than others, one of a file, a closed period, and a right.
CALL plan_create_workspace('province', sample => true);
CREATE TABLE staging ("Chỉ tiêu" text, "Kỳ" text, "Thực hiện" text, "Ngày công bố" text);
INSERT INTO staging VALUES ('Thu ngân sách nhà nước', '9 tháng năm 2023', 'trên 13.210 tỷ đồng', '30/9/2023'), ('Giá trị xuất khẩu', 'quý III/2023', '6,5 tỷ USD', '30/9/2023');
DO $$ BEGIN PERFORM plan_load_actuals('province', 'staging', place => 'Thái Nguyên', strict => true); PERFORM plan_close_period('province', '2022', '2022-12-31', note => 'Số "cuối"'); END $$;
INSERT INTO province.actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2022', 7.9, '2023-03-31');
CALL plan_grant_workspace('province', 'pg_monitor', 'reporter', '{TN}');

-- The same of each type, whatever types there are.
CREATE TABLE samples (type text, value text);
\copy samples from 'test/frozen/0.1.0/values.csv' (format csv, header, encoding 'UTF8')
CREATE VIEW types AS
SELECT t.typname AS name, CASE WHEN t.typtype = 'e' THEN 'v' ELSE format('v::text::%s', t.typname) END AS copied,
	CASE WHEN EXISTS (SELECT FROM pg_cast WHERE castsource = t.oid AND casttarget = 'jsonb'::regtype) THEN 'v::jsonb' ELSE 'to_jsonb(v)' END AS json,
	CASE t.typname WHEN 'plan_direction' THEN '*=' ELSE '=' END AS equals
FROM pg_type AS t JOIN pg_depend AS d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
	JOIN pg_extension AS e ON d.refobjid = e.oid AND e.extname = 'tnplan'
WHERE t.typelem = 0;

-- plan_number is a type of arguments alone, and compares as float8.
SELECT format('CREATE DOMAIN checked_%1$s AS %1$s CHECK (%2$s)', name, CASE name WHEN 'plan_number' THEN 'VALUE IS NOT NULL' ELSE format('VALUE %s VALUE', equals) END) FROM types \gexec
SELECT format('CREATE TYPE pair_of_%1$s AS (a %1$s, b %1$s)', name) FROM types \gexec
SELECT format('CREATE TABLE of_%1$s (v %1$s NOT NULL, copy %1$s GENERATED ALWAYS AS (%2$s) STORED CHECK (copy %3$s v), list %1$s[], pair pair_of_%1$s, checked checked_%1$s)', name, copied, equals) FROM types \gexec
SELECT format('INSERT INTO of_%1$s (v, list, pair, checked) SELECT value::%1$s, ARRAY[value::%1$s, NULL], ROW(NULL, value::%1$s)::pair_of_%1$s, value::%1$s FROM samples WHERE type = %1$L', name) FROM types \gexec
SELECT format('CREATE INDEX ON of_%1$s (v, list)', name) FROM types \gexec
SELECT format('CREATE INDEX ON of_%1$s USING hash (v)', name) FROM types \gexec
SELECT format('CREATE INDEX ON of_%1$s ((%2$s))', name, json) FROM types WHERE json = 'v::jsonb' \gexec
SELECT format('CREATE VIEW seen_of_%1$s AS SELECT v, v::text AS text, %2$s AS json FROM of_%1$s GROUP BY v ORDER BY v', name, json) FROM types \gexec
SELECT format('CREATE MATERIALIZED VIEW kept_of_%1$s AS SELECT DISTINCT * FROM seen_of_%1$s', name) FROM types \gexec
