#!/usr/bin/perl
# Pictures are valid in every encoding: texts of SVG are in ASCII where the database is not in UTF-8, with
# references for other characters.  The pictures of the reference are those of its queries.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $database = 'tnplan_picture';

sub psql
{
	my ($name, $command) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-d', $name, '-c', $command
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

sub create
{
	my ($encoding) = @_;

	psql('postgres', "DROP DATABASE IF EXISTS $database");
	psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	psql($database, 'CREATE EXTENSION tnplan');
}

# A title in letters of each encoding, and the references for it; U+FFFD for bytes that are no characters.
my %title = (
	LATIN1 => [ "caf\xe9", 'caf&#233;' ], WIN1251 => [ "\xf8\xf2", '&#1096;&#1090;' ], EUC_JP => [ "\xc6\xfc", '&#26085;' ], EUC_KR => [ "\xb0\xa1", '&#44032;' ],
	WIN1258 => [ "\xf0\xea\xec", '&#273;&#234;&#769;' ], SQL_ASCII => [ "\xc4\x91\xff", '&#273;&#65533;' ], MULE_INTERNAL => [ "\x81\xe9", '&#65533;&#65533;' ], UTF8 => [ "\xc4\x91", "\xc4\x91" ]);

# No conversion: not every encoding has one.
$ENV{PGCLIENTENCODING} = 'SQL_ASCII';
for my $encoding (sort keys %title)
{
	my ($letters, $references) = @{ $title{$encoding} };
	my $ascii = $encoding ne 'UTF8';

	# Not every version has every encoding.
	next if psql('postgres', "SELECT pg_char_to_encoding('$encoding')") < 0;
	create($encoding);
	local $ENV{PGCLIENTENCODING} = $encoding;
	is(psql($database, 'SELECT plan_bar(0.62)'), $ascii ? '######      62 %' : ("\xe2\x96\x88" x 6) . "\xe2\x96\x8e     62 %", "$encoding: a bar");
	is(psql($database, q{SELECT plan_spark('{1,2,NULL,3}')}), $ascii ? '15 8' : "\xe2\x96\x81\xe2\x96\x85 \xe2\x96\x88", "$encoding: a line of columns");
	my $svg = psql($database, "SELECT plan_bullet_svg(10.58e9, '>= 12e9', unit => '$letters', title => '$letters')");
	like($svg, qr/<title>\Q$references\E<\/title>/, "$encoding: its letters");
	$ascii ? unlike($svg, qr/[^\x20-\x7e]/, "$encoding: all in ASCII") : like($svg, qr/t\xe1\xbb\xb7/, "$encoding: words as they are");
	# A long text is cut at a character.
	like(psql($database, "SELECT plan_bullet_svg(1, NULL, title => repeat('$letters', 5000))"), qr/<title>(?:\Q$references\E)+/, "$encoding: a long one");
	is(psql($database, "SELECT length(plan_heatmap_svg(ARRAY[repeat('$letters', 5000)], '{2020}', '{met}')) > 0"), 't', "$encoding: a long branch");
}

# The pictures of the reference.
create('UTF8');
$ENV{PGCLIENTENCODING} = 'UTF8';
open my $page, '<', 'doc/picture.md' or BAIL_OUT("doc/picture.md: $!");
my $text = do { local $/; <$page> };
my $pictures = 0;
while ($text =~ /^```postgresql\n(.*?)^```\n!\[[^]]*\]\((picture\/\w+\.svg)\)/msg)
{
	my ($query, $file) = ($1, "doc/$2");
	my $drawn = psql($database, $query);

	if ($ENV{DRAW_PICTURES})
	{
		open my $out, '>', $file or die "$file: $!";
		print $out "$drawn\n";
		close $out;
	}
	open my $in, '<', $file or do { fail("$file is there"); next };
	my $kept = do { local $/; <$in> };
	is("$drawn\n", $kept, "$file is what its query draws");
	$pictures++;
}
cmp_ok($pictures, '>=', 5, 'the reference shows a picture of each kind');
psql('postgres', "DROP DATABASE IF EXISTS $database");
done_testing();
