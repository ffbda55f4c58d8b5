#!/usr/bin/perl
# The reference prints what its queries print: every query that stands before a result is run,
# in a database of its own for each chapter.
use strict;
use warnings;
use Test::More;

my $database = 'tnplan_doc';
my $bindir = `$ENV{PG_CONFIG} --bindir`;
chomp $bindir;

sub run
{
	my ($sql, @options) = @_;

	open my $psql, '|-', "$bindir/psql -X -q -v ON_ERROR_STOP=1 @options >build/doc.out 2>&1" or die "psql: $!\n";
	print $psql $sql;
	close $psql;
	open my $file, '<', 'build/doc.out' or die "build/doc.out: $!\n";
	local $/;
	return <$file> // '';
}

# Trailing spaces and the count of rows are left out of what is shown.
sub plain
{
	my ($text) = @_;

	$text =~ s/^\(\d+ rows?\)$//mg;
	$text =~ s/[ \t]+$//mg;
	$text =~ s/\n+\z/\n/;
	return $text;
}

for my $chapter (sort glob('doc/*.md'))
{
	open my $file, '<', $chapter or die "$chapter: $!\n";
	my $text = do { local $/; <$file> };
	my @blocks = $text =~ /^```(sql|text)\n(.*?)^```$/msg;

	next if !grep { $_ eq 'text' } @blocks;
	run("DROP DATABASE IF EXISTS $database; ", '-d postgres');
	run("CREATE DATABASE $database", '-d postgres');
	run("CREATE EXTENSION tnplan", "-d $database");
	while (my ($language, $query) = splice @blocks, 0, 2)
	{
		next if $language ne 'sql';
		my $printed = run($query, "-d $database");
		my ($first) = $query =~ /^(.*)$/m;
		if (@blocks == 0 or $blocks[0] ne 'text')
		{
			unlike($printed, qr/ERROR/, "$chapter: $first");
			next;
		}
		is(plain($printed), plain($blocks[1]), "$chapter: $first");
	}
}
run("DROP DATABASE IF EXISTS $database", '-d postgres');
done_testing();
