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
run('psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-d', $databases[0], '-f', 'test/lib/database.sql');

my $dump = dump_of($databases[0]);
open my $psql, '|-', "$bindir/psql", '-Xq', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-d', $databases[1]
  or BAIL_OUT("psql: $!");
print $psql $dump;
ok(close $psql, 'the dump restores');
like($dump, qr/weighted_score=/, 'the dump holds scorecards');
like($dump, qr/^0 2022-01: .*; 2 2022-04: .*\t0 \* 0\.333/m, 'the dump holds cubes and trees');
like($dump, qr/^2020: \d \(\S+\) > \d \(\S+\); 2021: \d \(\S+\)\t2020: "Số ""\d""" \(\S+\) > .*\t8\/63$/m, 'the dump holds rankings');
like($dump, qr/^n=\d+ .*\tlogit of=1\.1 .*\tgeneralized_entropy parameter=1 .*\tpower_mean parameter=-Infinity min_coverage=0\.5 /m, 'the dump holds trends, earned value and moments');
like($dump, qr/2020-10\.\.2025-09\t2020-09-30/, 'the dump holds periods');
is(dump_of($databases[1]), $dump, 'and dumps the same again');

run('dropdb', $_) for @databases;
done_testing();
