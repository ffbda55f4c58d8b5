#!/usr/bin/perl
# Figures and periods are read by their letters, in whatever encoding the database has them; a unit
# comes back in that encoding.
use strict;
use warnings;
use Encode ();
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $database = 'tnplan_phrase_encoding';

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

sub amount
{
	my ($text) = @_;

	return psql($database, "SELECT value, upper, bound, unit FROM plan_parse_amount('$text')");
}

# A unit in letters of each encoding, and other texts with what should be read.
my %unit = (UTF8 => "v\xc4\x83n b\xe1\xba\xa3n", SQL_ASCII => "v\xc4\x83n b\xe1\xba\xa3n", LATIN1 => "caf\xe9s", WIN1252 => "caf\xe9s", WIN1251 => "\xf8\xf2\xf3\xea",
	KOI8R => "\xdb\xd4\xd5\xcb", EUC_JP => "\xc5\xc0", EUC_KR => "\xb0\xb3", EUC_CN => "\xb8\xf6", EUC_TW => "\xd3\xe4", WIN1258 => "ng\xf4i");
my %text = (
	UTF8 => [ [ "t\xe1\xbb\xab 6,6 \xc4\x91\xe1\xba\xbfn 6,8\xc2\xa0%", '6.6|6.8|=|%' ], [ "\xe2\x89\xa5 5", '5||>=|' ], [ "5\xe2\x80\xb0", '5||=|per mille' ], [ "5 \xe2\x82\xac", '5||=|EUR' ] ],
	SQL_ASCII => [ [ "tr\xc3\xaan 3.600", '3600||>|' ], [ "5 \xb1", "5||=|\xb1" ], [ "5\xa06", 'ERROR:  22P02' ], [ "\xff\xfe5", 'ERROR:  22P02' ], [ "5 a\xc3", "5||=|a\xc3" ], [ "\xc0\xad5", 'ERROR:  22P02' ] ],
	LATIN1 => [ [ "tr\xean 3.600", '3600||>|' ], [ "5\xa0%", '5||=|%' ], [ "5 phan nghin", '5||=|per mille' ], [ "5\xbd", 'ERROR:  22P02' ], [ "\xe25", 'ERROR:  22P02' ] ],
	WIN1252 => [ [ "5\x967 %", '5|7|=|%' ], [ "5 \x80", '5||=|EUR' ], [ "5\x89", '5||=|per mille' ], [ "tr\xean 5", '5||>|' ] ],
	WIN1251 => [ [ "5\x967 %", '5|7|=|%' ], [ "5\x89", '5||=|per mille' ] ],
	WIN1258 => [ [ "tr\xean 3.600", '3600||>|' ], [ "5 \xf0\xf4\xccng", '5||=|VND' ], [ "5 \xfe", '5||=|VND' ] ],
	EUC_JP => [ [ "\xa3\xb1\xa3\xb2\xa1\xf3", '12||=|%' ], [ "5\xa1\xdd7", '5|7|=|' ] ],
	# What cannot be converted is not read.
	MULE_INTERNAL => [ [ 'tren 5', '5||>|' ], [ "5 \x81\xe9", 'ERROR:  22P02' ] ]);

delete $ENV{PGCLIENTENCODING};
my $made = 0;
for my $encoding (sort keys %text, grep { !$text{$_} } keys %unit)
{
	psql('postgres', "DROP DATABASE IF EXISTS $database");
	# Not every version has every encoding.
	next if psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'") ne '';
	$made++;
	is(psql($database, 'CREATE EXTENSION tnplan'), '', "$encoding: the extension is created");
	$ENV{PGCLIENTENCODING} = $encoding;
	is(amount("tren 3.600 $unit{$encoding}"), "3600||>|$unit{$encoding}", "$encoding: a unit in its letters") if $unit{$encoding};
	for my $length ($unit{$encoding} ? (100, 300, 400) : ())
	{
		like(psql($database, "SELECT unit = repeat('$unit{$encoding}', $length) FROM plan_parse_amount('5 ' || repeat('$unit{$encoding}', $length))"),
			qr/^(t|ERROR:  22P02)$/, "$encoding: a long unit, or none");
	}
	is(psql($database, "SELECT plan_parse_period('quy III/2022'), plan_parse_date('8 thang 6 nam 2023')::text ~ '2023', plan_parse_standing('thu 8 tren 63'), plan_parse_goal('it nhat 8')"),
		'2022-Q3|t|8/63|>= 8', "$encoding: without diacritics");
	is(amount($_->[0]), $_->[1], "$encoding: " . ($_->[0] =~ s/([^ -~])/sprintf '\\x%02x', ord $1/ger)) for @{ $text{$encoding} // [] };
	is(psql($database, "SELECT plan_format_amount(10.58e9, 'USD') IN ('10,58 ty USD', '10,58 t\xe1\xbb\xb7 USD')"), 't', "$encoding: writing")
	  if $encoding =~ /^(UTF8|SQL_ASCII)$/;
	is(psql($database, "SELECT plan_format_amount(10.58e9, 'USD')"), '10,58 ty USD', "$encoding: writing") if $encoding !~ /^UTF8$/;
	# Reasons of loading with words in Vietnamese.
	like(psql($database, "SET client_min_messages = error; CALL plan_create_workspace('loading', sample => true); CREATE TABLE staging (indicator text, don_vi text, year text, month text, value text); " .
			"INSERT INTO staging VALUES ('GRDP', '%', '2020', NULL, '5'), ('GRDP', 'TN', '2020', NULL, '5'); SELECT reason FROM plan_load_actuals('loading', 'staging') WHERE row_number = 1"),
		$encoding =~ /^(UTF8|SQL_ASCII)$/ ? qr/there is no place "%"; .*"\xc4\x90\xc6\xa1n v\xe1\xbb\x8b t\xc3\xadnh".*\n.*"c\xe1\xba\xa3 n\xc4\x83m"/ :
		  qr/there is no place "%"; .*"Don vi tinh".*\n.*"ca nam"/,
		"$encoding: reasons of loading") if $encoding ne 'MULE_INTERNAL';
	is(psql($database, "SET client_min_messages = error; TRUNCATE staging; INSERT INTO staging VALUES ('GRDP', 'TN', '2020', '11', '5'), ('GRDP', 'TN', '2020', 'H1', '5'); " .
			"SELECT reason FROM plan_load_actuals('loading', 'staging')"), '2 figures of 2 rows loaded', "$encoding: parts of years") if $encoding ne 'MULE_INTERNAL';
	delete $ENV{PGCLIENTENCODING};
}
cmp_ok($made, '>=', 8, "databases of $made encodings were made");
psql('postgres', "DROP DATABASE IF EXISTS $database");
done_testing();
