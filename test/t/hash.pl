#!/usr/bin/perl
# Keys that would share one slot under known constants cost no more than others: with time
# that grows with the square of their number, none of these statements would end in time.
use strict;
use warnings;
no warnings 'portable';
use Test::More;

my $keys = 300000;
my $timeout = '60s';
my $database = 'tnplan_hash';

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);

# Numbers of 64 bits that wrap around.
sub times64 { use integer; return $_[0] * $_[1]; }
sub half_shifted { my ($x) = @_; return $x ^ (($x >> 32) & 0xffffffff); }

sub inverse
{
	my ($odd) = @_;
	my $inverse = 1;

	use integer;
	$inverse *= 2 - $odd * $inverse for 1 .. 6;
	return $inverse;
}

# The numbers whose (n * c ^ upper half) * d are 1, 2, 3 ...
sub numbers
{
	my ($c, $d) = map { inverse($_) } unpack 'q2', pack 'Q2', 0x9e3779b97f4a7c15, 0xd6e8feb86659fd93;

	return map { unpack 'q', pack 'Q', times64(half_shifted(unpack 'Q', pack 'q', times64($_, $d)), $c) } 1 .. $keys;
}

sub rotate { my ($x, $by) = @_; return ($x << $by | $x >> (32 - $by)) & 0xffffffff; }

# Names of 24 bytes that hash_bytes() maps to one word: the second half makes up for the first.
sub names
{
	my @names;

	for (my $i = 0; @names < $keys; $i++)
	{
		my $half = sprintf '%012d', $i;
		my ($a, $b, $c) = map { ($_ + 0x9e3779b9 + 24 + 3923095) & 0xffffffff } unpack 'V3', $half;

		for my $turn ([4, 6], [8, 16], [19, 4])
		{
			my ($first, $second) = @$turn;
			$a = ($a - $c) & 0xffffffff; $a ^= rotate($c, $first); $c = ($c + $b) & 0xffffffff;
			$b = ($b - $a) & 0xffffffff; $b ^= rotate($a, $second); $a = ($a + $c) & 0xffffffff;
			($a, $b, $c) = ($c, $a, $b);
		}
		# Three turns bring the words back to their places.
		my $rest = pack 'V3', map { (0x55555555 - $_) & 0xffffffff } $a, $b, $c;
		push @names, $half . $rest unless $rest =~ /[\0\t\n\r\\]/;
	}
	return @names;
}

for my $command (['dropdb', '--if-exists', $database],
	['createdb', '--encoding=LATIN1', '--locale=C', '--template=template0', $database])
{
	my ($program, @arguments) = @$command;
	system("$bindir/$program", @arguments) == 0 or BAIL_OUT("$program failed");
}
$ENV{PGCLIENTENCODING} = 'LATIN1';
open my $psql, '|-', "$bindir/psql", '-Xq', '-v', 'ON_ERROR_STOP=1', '-d', $database or die "psql: $!\n";
print $psql "CREATE EXTENSION tnplan;\nCREATE TABLE numbers (node bigint);\nCOPY numbers FROM STDIN;\n";
print $psql "$_\n" for numbers();
print $psql "\\.\nCREATE TABLE names (name text);\nCOPY names FROM STDIN;\n";
print $psql "$_\n" for names();
print $psql "\\.\nVACUUM ANALYZE;\n";
close $psql or BAIL_OUT('the keys could not be made');

my @statements = (
	['a cube', 'plan_cells(plan_cube_agg(node, date \'2000-01-01\', 1, 1, 1)) FROM numbers'],
	['a cube of trends', 'plan_cells(plan_trend_cube_agg(node, date \'2000-01-01\', 1)) FROM numbers'],
	['a cube of figures', 'plan_cells(plan_figure_cube_agg(node, date \'2000-01-01\', \'flow\', 1)) FROM numbers'],
	['a cube of figures by node and entity', 'plan_cells(plan_figure_cube_agg(name, date \'2000-01-01\', \'flow\', 1, name)) FROM names'],
	# 109 days on and 62959 back, or 135 and 151288: products that hardly differ.
	['a ranking of many periods', 'count(*) FROM (SELECT plan_ranking_agg(1, daterange(date \'2000-01-01\' + 109 * i + 135 * j,
		date \'2000-01-01\' + 2100000000 - 62959 * i + 151288 * j)::plan_period, 1) AS ranking FROM generate_series(0, 9999) AS i, generate_series(0, 29) AS j) AS r, plan_ranking_periods(ranking)'],
	['a ranking of names', 'plan_ranking_entities(plan_ranking_agg(name, 2020, 1)) FROM names'],
	['an overlap of names', 'count(*) FROM (SELECT plan_rbo(array_agg(name), array_agg(name), 0.9) FROM names) AS o'],
	['groups by name', 'count(*) FROM (SELECT plan_theil_t_between(1, name) FROM names) AS t'],
);
for my $statement (@statements)
{
	my ($title, $select) = @$statement;
	my $rows = qx("$bindir/psql" -XAtq -d $database -c "SET statement_timeout = '$timeout'" -c "SELECT $select" 2>&1);

	chomp $rows;
	like($rows, qr/^(?:1|$keys)$/, $title) or diag($rows);
}
system("$bindir/dropdb", $database);
done_testing();
