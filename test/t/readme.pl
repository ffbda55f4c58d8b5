#!/usr/bin/perl
# The README shows no query that a test does not run, and no result that one did not give.
use strict;
use warnings;
use Test::More;

sub read_files
{
	local $/;
	return join '', map { open my $file, '<', $_ or die "$_: $!"; <$file> } @_;
}

my $readme = read_files('README.md');
my $queries = read_files(map { "doc/demo/$_.sql" } qw(scorecards periods rankings outlook tour));
my $results = read_files('expected/demo.out');

while ($readme =~ /^```(\w+)\n(.*?)^```$/msg)
{
	my ($language, $block) = ($1, $2);
	my ($first) = $block =~ /^(.*)$/m;

	if ($language eq 'sql')
	{
		ok(index($queries, $block) >= 0, "the tests run: $first");
	}
	elsif ($language eq 'text')
	{
		ok(index($results, $block) >= 0, "the tests print: $first");
	}
}

my $meta = read_files('META.json');
my ($version) = read_files('tnplan.control') =~ /^default_version = '(.*)'$/m;
is_deeply([ $meta =~ /"version": "(.*?)"/g ], [ $version, $version, '1.0.0' ],
	'META.json states the version of the control file');
like(read_files('CHANGELOG.md'), qr/^## \[?(?:Unreleased|\Q$version\E)/m, 'CHANGELOG.md knows the version');

done_testing();
