#!/usr/bin/perl
# Periods read an en dash as the encoding of the database has it: by its character, not by its
# bytes in UTF-8, which are other characters elsewhere.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $database = 'tnplan_period_encoding';

# What psql prints, errors included; the client writes in the encoding of the server.
sub psql
{
	my ($name, $command) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'VERBOSITY=sqlstate', '-d', $name, '-c', $command
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

# The bytes of an en dash in each encoding that has one, and of other texts that are none.
my $utf8 = "\xe2\x80\x93";
my %dash = (UTF8 => $utf8, SQL_ASCII => $utf8, WIN1251 => "\x96", WIN1252 => "\x96", WIN1258 => "\x96", WIN874 => "\x96", EUC_JIS_2004 => "\xa3\xfc",
	EUC_TW => "\xa1\xb9", LATIN1 => undef, EUC_JP => undef, KOI8R => undef, MULE_INTERNAL => undef);
my %other = (WIN1252 => $utf8, WIN1258 => $utf8, WIN1251 => $utf8, LATIN1 => "\x96", EUC_JP => "\xa1\xbd", KOI8R => "\x96", WIN874 => "\xa1", EUC_TW => "\xa4\xa4", UTF8 => "\xe2\x80\x94", SQL_ASCII => "\x96", MULE_INTERNAL => "\x81\xe9");

delete $ENV{PGCLIENTENCODING};
my $made = 0;
for my $encoding (sort keys %dash)
{
	psql('postgres', "DROP DATABASE IF EXISTS $database");
	# Not every version has every encoding.
	next if psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'") ne '';
	$made++;
	is(psql($database, 'CREATE EXTENSION tnplan'), '', "$encoding: the extension is created");
	$ENV{PGCLIENTENCODING} = $encoding;
	is(psql($database, "SELECT plan_period '2020-2025', plan_period '2022-Q3'"), '2020-2025|2022-Q3', "$encoding: a hyphen");
	if (my $dash = $dash{$encoding})
	{
		is(psql($database, "SELECT plan_period '2020${dash}2025', plan_period ' 2022 $dash Q3 ', plan_period '2022${dash}09${dash}15'"), '2020-2025|2022-Q3|2022-09-15', "$encoding: an en dash");
		is(psql($database, "SELECT plan_ranking '2022${dash}09: 1', plan_cube '1 2022${dash}09: met=1', plan_period_value 'stock n=1 at=2022${dash}09${dash}15 value=1'"), '2022-09: 1|1 2022-09: met=1|stock n=1 at=2022-09-15 value=1', "$encoding: in other texts");
	}
	if (my $other = $other{$encoding})
	{
		is(psql($database, "SELECT plan_period '2020${other}2025'"), 'ERROR:  22007', "$encoding: another character");
		is(psql($database, "SELECT plan_period '" . $other x 2000 . "'"), 'ERROR:  22007', "$encoding: many of them");
	}
	delete $ENV{PGCLIENTENCODING};
}
cmp_ok($made, '>=', 10, "databases of $made encodings were made");
psql('postgres', "DROP DATABASE IF EXISTS $database");
done_testing();
