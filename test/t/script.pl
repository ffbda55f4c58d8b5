#!/usr/bin/perl
# The installed scripts suit every database: it is ASCII, which all server encodings have; it
# takes over nothing that is there already; and nothing in it is an expression, whose functions
# and operators could be those that others have put into the schema.
use strict;
use warnings;
use Test::More;

my $allowed = qr/^(?:CREATE (?:FUNCTION|PROCEDURE|AGGREGATE|TYPE|OPERATOR|CAST)|ALTER OPERATOR|COMMENT ON)\b/;

# A part without comments, what is meant for psql, and the text between quotes.
sub skeleton
{
	my ($sql) = @_;

	$sql =~ s/^\\.*$//m;
	$sql =~ s/'(?:[^']|'')*'|--[^\n]*/substr($&, 0, 1) eq "'" ? "''" : ''/ge;
	return $sql;
}

# Updates change, too, what the extension has; what they replace is its own, or PostgreSQL refuses.
my $in_update = qr/$allowed|^(?:CREATE OR REPLACE (?:FUNCTION|PROCEDURE|AGGREGATE)|ALTER (?:FUNCTION|PROCEDURE|AGGREGATE|TYPE|OPERATOR)|DROP (?:FUNCTION|PROCEDURE|AGGREGATE|TYPE|OPERATOR|CAST))\b/;

sub text_of
{
	my ($name) = @_;

	open my $file, '<:raw', $name or die "$name: $!\n";
	local $/;
	return <$file>;
}

for my $part (glob('sql/install/*.sql'), glob('sql/template/*.sql'), glob('sql/tnplan--*--*.sql'))
{
	my $is_update = $part =~ /--/;
	my $sql = text_of($part);
	my ($line) = $sql =~ /^(.*[^\x00-\x7f].*)$/m;
	my @statements = grep { $_ ne '' } map { s/^\s+//r } split /;/, skeleton($sql);

	is($line, undef, "$part is ASCII");
	is(join('', grep { !/@{[ $is_update ? $in_update : $allowed ]}/ } @statements), '', "$part has definitions alone");
	is(join('', grep { /\bIF\s+(?:NOT\s+)?EXISTS\b/i || !$is_update && /^CREATE\s+OR\s+REPLACE\b/i } @statements), '',
		"$part takes over nothing");
	is(join('', grep { /\bLANGUAGE\s+(?!C\b|text\s+DEFAULT\b)|\bATOMIC\b|\bRETURN\b/i } @statements), '',
		"$part has no bodies");
}
# An update says what it is for where it is read by psql, and goes from a script that is kept to this version or to another.
my ($version) = text_of('tnplan.control') =~ /^default_version = '(.*)'$/m;
my %script = map { m{/tnplan--(.*)\.sql$} ? ($1 => 1) : () } glob('sql/tnplan--*.sql');
for my $update (grep { /--/ } keys %script)
{
	my ($from, $to) = split /--/, $update;

	like(text_of("sql/tnplan--$update.sql"), qr/^\\echo Use "ALTER EXTENSION tnplan UPDATE TO '\Q$to\E'" to load this file\. \\quit$/m, "$update is for ALTER EXTENSION");
	ok($script{$from}, "$from has a script");
	ok($to eq $version || grep({ /^\Q$to\E--/ } keys %script), "$to has one, or is updated further");
}
done_testing();
