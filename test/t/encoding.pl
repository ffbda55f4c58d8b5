#!/usr/bin/perl
# The extension is created and used in a database of every encoding that a server can have.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $database = 'tnplan_encoding';

# What psql prints, errors included.
sub psql
{
	my ($name, @commands) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1',
	  '-d', $name, map { ('-c', $_) } @commands
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

# Values that every encoding has.
open my $file, '<', 'test/data/values.csv' or BAIL_OUT("test/data/values.csv: $!");
my @values;
while (my $line = <$file>)
{
	next if $line =~ /[^\x00-\x7f]/;
	my ($type, undef, $value) = $line =~ /^(plan_\w+),("?)(.*)\2$/ or next;
	$value =~ s/""/"/g;
	push @values, [ $type, $value ];
}
my $selected = join ' UNION ALL ', map {
	my ($type, $value) = ($_->[0], $_->[1] =~ s/'/''/gr);
	my $equals = $type eq 'plan_direction' ? '*=' : '=';
	"SELECT '$type', '$value', '$value'::${type}::text, '$value'::${type}::text::$type $equals '$value'::$type"
} @values;

# A name in letters of its own, and an error that repeats some.
my %letters = (
	LATIN1 => "\xc3\xa9", UTF8 => "\xe1\xbb\x99", EUC_JP => "\xe6\x97\xa5", EUC_KR => "\xed\x95\x9c", EUC_CN => "\xe4\xb8\xad",
	EUC_TW => "\xe4\xb8\xad", EUC_JIS_2004 => "\xe6\x97\xa5", KOI8R => "\xd0\x96", WIN1251 => "\xd0\x96", WIN1252 => "\xc3\xa9", WIN1258 => "\xc4\x91", ISO_8859_7 => "\xce\xa9");

# Not every encoding can be converted into another.
$ENV{PGCLIENTENCODING} = 'SQL_ASCII';
my $made = 0;
for my $encoding (split /\n/, psql('postgres', "SELECT pg_encoding_to_char(i) FROM generate_series(0, 63) AS i WHERE pg_encoding_to_char(i) <> ''"))
{
	psql('postgres', "DROP DATABASE IF EXISTS $database");
	my $created = psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	if ($created ne '')
	{
		like($created, qr/is not a valid encoding name/, "$encoding is for clients alone");
		next;
	}
	$made++;
	is(psql($database, 'CREATE EXTENSION tnplan'), '', "$encoding: it is created");
	is(psql($database, "SELECT * FROM ($selected) AS v (type, value, text, same) WHERE same IS NOT TRUE"), '', "$encoding: values come back");
	if (my $letter = $letters{$encoding})
	{
		my $name = $letter x 3;
		local $ENV{PGCLIENTENCODING} = 'UTF8';

		is(psql($database, "SELECT '2022: \"$name\"'::plan_ranking, plan_standing_of('2022: \"$name\"'::plan_ranking, '$name', '2022')"),
			"2022: \"$name\"|1/1", "$encoding: its letters are names");
		like(psql($database, "SELECT plan_goal(1, repeat('$letter', 100))"), qr/^ERROR:  unrecognized direction: "(?:$letter)+"$/m,
			"$encoding: what an error repeats ends with a whole letter");
	}
}
cmp_ok($made, '>=', 30, "databases of $made encodings were made");
psql('postgres', "DROP DATABASE IF EXISTS $database");
done_testing();
