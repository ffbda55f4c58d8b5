#!/usr/bin/perl
# A database that uses every type survives pg_dump and a restore, bit for bit, and the
# dump of what was restored is the same dump.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my @databases = ('tnplan_dump', 'tnplan_restore');

sub run
{
	my (@command) = @_;
	my $program = shift @command;

	system("$bindir/$program", @command) == 0 or BAIL_OUT("$program @command failed");
}

sub dump_of
{
	my ($database) = @_;
	my $dump = qx("$bindir/pg_dump" --no-owner $database);

	# Newer minor releases mark each dump with a key of its own.
	$dump =~ s/^\\(?:un)?restrict .*\n//mg;
	return $dump;
}

for my $database (@databases)
{
	run('dropdb', '--if-exists', $database);
	run('createdb', $database);
}
run('psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-d', $databases[0], '-c', <<'SQL');
CREATE SCHEMA plan;
CREATE EXTENSION tnplan SCHEMA plan;
SET search_path = plan, public;
CREATE TABLE facts (programme int, actual float8, goal plan_goal NOT NULL DEFAULT '>= 95 from 44',
	status plan_status GENERATED ALWAYS AS (plan_status(actual, goal)) STORED,
	CHECK (plan_low(goal) >= 0));
INSERT INTO facts SELECT i % 3, nullif(i, 7) * 1.1e-3 * i, CASE i % 2 WHEN 0 THEN '0.1..12.3' ELSE '<= 10 from 44' END::plan_goal
FROM generate_series(1, 50) AS i;
CREATE TABLE cards AS
SELECT programme, plan_scorecard_agg(actual, goal, 0.1::float8) AS card, plan_fixedsum_agg(actual) AS sum FROM facts GROUP BY programme;
CREATE INDEX ON cards (card);
CREATE TABLE terms (term plan_period PRIMARY KEY, adopted date, CHECK (adopted <@ plan_shift(term, -1)));
INSERT INTO terms VALUES ('2020-2025', '2019-12-11'), ('2020-10..2025-09', '2020-09-30'), ('2022-W07', NULL);
CREATE INDEX ON terms USING gist ((term::daterange));
CREATE TABLE cubes AS
SELECT plan_cube_agg(programme, date '2022-01-31' + programme * 40, actual, goal, 0.1) AS cube, (SELECT plan_tree_agg(i, nullif(i, 0) / 2, 1 / (i + 3.0)) FROM generate_series(0, 3) AS i) AS tree FROM facts;
CREATE UNIQUE INDEX ON cubes (cube);
CREATE VIEW branches AS SELECT r.* FROM cubes, plan_cube_rows(cube, '{year,year_to_date}', '2020-2025', tree) AS r;
CREATE TABLE rankings AS
SELECT plan_ranking_agg(programme, 2020 + programme % 2, actual) AS by_id, plan_ranking_agg('Số "' || programme || '"', 2020, actual) AS by_name, '8/63'::plan_standing AS standing FROM cards CROSS JOIN LATERAL (SELECT plan_score(card)) AS c (actual);
CREATE TABLE fits AS
SELECT plan_trend_agg(date '2022-01-31' + programme * 40, actual) AS trend, plan_logit_trend_agg(date '2022-01-31' + programme * 40, 0.3 + programme / 7.0, 1.1, 0.1) AS logit, plan_trend_cube_agg(programme, date '2022-01-31' + programme * 40, actual) AS cube,
	plan_earned_agg(actual, actual / 3, 0.1, 4) AS earned, plan_period_value_agg('average', date '2022-01-31' + programme * 40, actual) AS value, plan_moments_agg('theil_t', actual, 0.1) AS theil, plan_moments_agg('power_mean', actual, 0.1, '-Infinity', 0.5) AS least
FROM facts;
CREATE INDEX ON fits (trend, earned, theil);
CREATE TABLE by_term (at date, amount int) PARTITION BY RANGE (plan_quarter(at));
CREATE TABLE by_term_2022 PARTITION OF by_term FOR VALUES FROM ('2022') TO ('2023');
INSERT INTO by_term SELECT date '2022-01-01' + i, i FROM generate_series(0, 364) AS i;
CREATE VIEW third AS SELECT * FROM by_term WHERE at <@ '2022-Q3';
CREATE INDEX ON facts (plan_achievement(actual, goal));
CREATE VIEW term AS SELECT s.* FROM (SELECT plan_rollup(card) AS card FROM cards) AS c, plan_summary(card) AS s;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM term;
CREATE FUNCTION share() RETURNS float8 LANGUAGE sql BEGIN ATOMIC SELECT plan.plan_share_met(actual, goal) FROM plan.facts; END;
SQL

my $dump = dump_of($databases[0]);
open my $psql, '|-', "$bindir/psql", '-Xq', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-d', $databases[1]
  or BAIL_OUT("psql: $!");
print $psql $dump;
ok(close $psql, 'the dump restores');
like($dump, qr/weighted_score=/, 'the dump holds scorecards');
like($dump, qr/^0 2022-01: .*; 2 2022-04: .*\t0 \* 0\.333/m, 'the dump holds cubes and trees');
like($dump, qr/^2020: \d > \d; 2021: \d\t2020: "Số ""\d""" > .*\t8\/63$/m, 'the dump holds rankings');
like($dump, qr/^n=\d+ .*\tlogit of=1\.1 .*\tgeneralized_entropy parameter=1 .*\tpower_mean parameter=-Infinity min_coverage=0\.5 /m, 'the dump holds trends, earned value and moments');
like($dump, qr/2020-10\.\.2025-09\t2020-09-30/, 'the dump holds periods');
is(dump_of($databases[1]), $dump, 'and dumps the same again');

run('dropdb', $_) for @databases;
done_testing();
