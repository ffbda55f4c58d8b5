#!/usr/bin/perl
# What a backend takes is bounded by what it is given and by work_mem, not by how many rows
# come out of it: the most that each query needed, as the kernel tells, held against a bound
# of about three times what it should be.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $database = 'tnplan_memory';
my $peak = q{(SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+)')::bigint / 1024)};

sub psql
{
	my (@commands) = @_;

	open my $output, '-|', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', $database, map { ('-c', $_) } @commands
		or die "psql: $!\n";
	my @lines = <$output>;
	close $output or BAIL_OUT("psql failed: @commands");
	chomp @lines;
	return @lines;
}

if (!-r '/proc/self/status')
{
	plan skip_all => 'the kernel does not tell how much memory a process took';
}
for my $command (['dropdb', '--if-exists', $database], ['createdb', $database])
{
	my $program = shift @$command;
	system("$bindir/$program", @$command) == 0 or BAIL_OUT("$program failed");
}
# A sanitizer takes memory of its own.
if ((psql(q{SELECT pg_read_file('/proc/self/maps') ~ 'libasan|valgrind'}))[0] eq 't')
{
	plan skip_all => 'a sanitizer runs the backend';
}
psql('CREATE EXTENSION tnplan', <<'SQL');
CREATE TABLE kept AS
SELECT (SELECT plan_tree_agg(i, nullif(i - 1, 0)) FROM generate_series(1, 1000) AS i) AS chain,
	(SELECT plan_tree_agg(i, nullif(i / 10, 0)) FROM generate_series(1, 300000) AS i) AS wide,
	(SELECT plan_tree_agg(i, CASE WHEN i > 500 THEN i - 500 ELSE nullif(i - 1, 0) END) FROM generate_series(1, 1000) AS i) AS spine,
	(SELECT plan_cube_agg(500 + i / 100, make_date(1900 + i % 100, 1, 1), 1, 60.0, 'higher') FROM generate_series(100, 49999) AS i) AS beside,
	(SELECT plan_cube_agg(1000, date '1800-01-01' + i * 30, i, 60.0, 'higher') FROM generate_series(0, 2000) AS i) AS months,
	(SELECT plan_cube_agg(7, date '1000-01-01' + i * 300, i, 60.0, 'higher') FROM generate_series(0, 20000) AS i) AS sparse,
	(SELECT plan_cube_agg(i % 1000, date '2020-01-01' + i / 1000 * 31, i, 60.0, 'higher') FROM generate_series(0, 59999) AS i) AS cells,
	(SELECT plan_ranking_agg(i % 1000, 2000 + i / 1000, i * 7919 % 1009) FROM generate_series(0, 199999) AS i) AS ranking,
	(SELECT plan_trend_cube_agg(i % 30000, date '2020-01-01' + i / 1000, i) FROM generate_series(0, 59999) AS i) AS trends,
	(SELECT plan_figure_cube_agg(i % 100, date '2020-01-01' + i / 10000 * 31, 'stock', i, 'account ' || i % 10000) FROM generate_series(0, 199999) AS i) AS figures;
SQL

# Megabytes that a query may take, beside those of the state itself.
my @queries = (
	[40, 'rows of a cube up a chain', q{count(*) FROM kept, plan_cube_rows(months, '{year,month}', NULL, chain)}],
	[40, 'rows of a cube up a chain with a leaf beside each node', q{count(*) FROM kept, plan_cube_rows(beside, '{year,year_to_date,month}', NULL, spine)}],
	[40, 'years to date of a cube without a tree', q{count(*) FROM kept, plan_cube_rows(sparse, '{year_to_date,month}')}],
	[150, 'a cube as jsonb', 'pg_column_size(cells::jsonb) FROM kept'],
	[150, 'a tree as jsonb', 'pg_column_size(wide::jsonb) FROM kept'],
	[100, 'a ranking as jsonb', 'pg_column_size(ranking::jsonb) FROM kept'],
	[70, 'a cube of trends as jsonb', 'pg_column_size(trends::jsonb) FROM kept'],
	[250, 'a cube of figures as jsonb', 'pg_column_size(figures::jsonb) FROM kept'],
	[150, 'a cube of figures as text and back', 'pg_column_size(figures::text::plan_figure_cube) FROM kept'],
	[40, 'figures of a node of many entities', q{count(plan_figure_at(figures, i, '2020-2021')) FROM kept, generate_series(0, 99) AS i}],
	[150, 'cubes of figures merged', 'pg_column_size(plan_rollup(figures)) FROM kept, generate_series(1, 3)'],
	[70, 'the history of a ranking', 'count(*) FROM kept, plan_rank_history(ranking)'],
	[70, 'the places of a ranking', 'count(*) FROM kept, plan_ranks(ranking)'],
	[70, 'the rows of a tree', 'count(*) FROM kept, plan_tree_rows(wide)'],
	[70, 'the rows of a cube of trends', 'count(*) FROM kept, plan_trend_cube_rows(trends)'],
	[40, 'days of a long period', q{count(*) FROM plan_subperiods('1000-3000', 'day')}],
);
for my $query (@queries)
{
	my ($most, $title, $select) = @$query;
	my ($before, $rows, $after) = psql("SET work_mem = '1MB'", "SELECT $peak FROM kept WHERE plan_tree '1' = '1'", "SELECT $select", "SELECT $peak");

	cmp_ok($after - $before, '<=', $most, "$title: $rows");
	note($after - $before . " MB");
}
system("$bindir/dropdb", $database);
done_testing();
