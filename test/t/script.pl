#!/usr/bin/perl
# The installed script suits every database: it is ASCII, which all server encodings have; it
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

for my $part (glob('sql/install/*.sql'), glob('sql/template/*.sql'))
{
	open my $file, '<:raw', $part or die "$part: $!\n";
	my $sql = do { local $/; <$file> };
	my ($line) = $sql =~ /^(.*[^\x00-\x7f].*)$/m;
	my @statements = grep { $_ ne '' } map { s/^\s+//r } split /;/, skeleton($sql);

	is($line, undef, "$part is ASCII");
	is(join('', grep { !/$allowed/ } @statements), '', "$part has definitions alone");
	is(join('', grep { /^CREATE\s+OR\s+REPLACE\b|\bIF\s+(?:NOT\s+)?EXISTS\b/i } @statements), '',
		"$part takes over nothing");
	is(join('', grep { /\bLANGUAGE\s+(?!C\b|text\s+DEFAULT\b)|\bATOMIC\b|\bRETURN\b/i } @statements), '',
		"$part has no bodies");
}
done_testing();
