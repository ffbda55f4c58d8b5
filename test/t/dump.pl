#!/usr/bin/perl
# A database that uses every type, with live rollups and a workspace, survives pg_dump and a restore in every format, bit for
# bit: the dump of what was restored is the same dump, every row is as it was, and rollups and workspace go on.
use strict;
use warnings;
use File::Temp 'tempdir';
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

# What psql prints, errors included.
sub psql
{
	my (@options) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', @options
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

sub make_database
{
	my ($database) = @_;

	run('dropdb', '--if-exists', $database);
	run('createdb', $database);
}

# Lines that are not the same: all of them are too many to read.
sub is_same_rows
{
	my ($rows, $expected, $title) = @_;
	my %expected = map { $_ => 1 } split /\n/, $expected;
	my %rows = map { $_ => 1 } split /\n/, $rows;

	is_deeply([grep { !$expected{$_} } sort keys %rows], [grep { !$rows{$_} } sort keys %expected], $title);
}

# What was restored is whole, and goes on.
sub check_restored
{
	my ($how, $dump, $rows) = @_;
	my @at = ('-d', $databases[1]);

	my $again = dump_of($databases[1]);
	# PostgreSQL prints a condition that begins with BETWEEN otherwise once it was restored.
	is_same_rows($again, $dump, "$how: dumps the same again");
	ok($again eq $dump, "$how: in the same order");
	is_same_rows(psql(@at, '-f', 'test/lib/rows.sql'), $rows, "$how: every relation has the rows that it had, by index too");
	is(psql(@at, '-c', "INSERT INTO plans.by_term VALUES ('2022-05-05', 1)", '-c', 'SELECT rollup, (SELECT count(*) FROM plan.plan_check_rollup(rollup)) FROM plan.plan_rollups() ORDER BY rollup::text'),
		"plans.by_fiscal_year|0\nplans.by_month|0", "$how: rollups follow what is written");
	like(psql(@at, '-c', "UPDATE province.target SET goal = '>= 1' WHERE period = '2022'"), qr/period 2022 is closed/, "$how: a closed period stays closed");
	is(psql(@at, '-c', "SELECT plan.plan_close_period('province', '2023', '2023-12-31') > 0", '-c', "CALL plan.plan_create_workspace('province')"), 't', "$how: another can be closed");
}

make_database($_) for @databases;
run('psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-d', $databases[0], '-f', 'test/lib/database.sql');

my $dump = dump_of($databases[0]);
my $rows = psql('-d', $databases[0], '-f', 'test/lib/rows.sql');
open my $psql, '|-', "$bindir/psql", '-Xq', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-d', $databases[1]
  or BAIL_OUT("psql: $!");
print $psql $dump;
ok(close $psql, 'the dump restores');
like($dump, qr/weighted_score=/, 'the dump holds scorecards');
like($dump, qr/^0 2022-01: .*; 2 2022-04: .*\t0 \* 0\.333/m, 'the dump holds cubes and trees');
like($dump, qr/^2020: \d \(\S+\) > \d \(\S+\); 2021: \d \(\S+\)\t2020: "Số ""\d""" \(\S+\) > .*\t8\/63$/m, 'the dump holds rankings');
like($dump, qr/^n=\d+ .*\tlogit of=1\.1 .*\tgeneralized_entropy parameter=1 .*\tpower_mean parameter=-Infinity min_coverage=0\.5 /m, 'the dump holds trends, earned value and moments');
like($dump, qr/2020-10\.\.2025-09\t2020-09-30/, 'the dump holds periods');
check_restored('plain', $dump, $rows);

my $folder = tempdir(CLEANUP => 1);
for my $format (['custom', '--format=custom'], ['directory', '--format=directory', '--jobs=4'])
{
	my ($how, @options) = @$format;

	make_database($databases[1]);
	run('pg_dump', @options, "--file=$folder/$how", $databases[0]);
	is(system("$bindir/pg_restore", '--exit-on-error', '--jobs=4', '-d', $databases[1], "$folder/$how"), 0, "$how: restores, by four at a time");
	check_restored($how, $dump, $rows);
}

run('dropdb', $_) for @databases;
done_testing();
