#!/usr/bin/perl
# The pages of the repository lead where they say, and state one version.
use strict;
use warnings;
use Test::More;

sub read_file
{
	my ($name) = @_;

	open my $file, '<', $name or die "$name: $!\n";
	local $/;
	return <$file>;
}

# The anchors that headings get on a page.
sub anchors
{
	my ($text) = @_;

	return map { my $name = lc; $name =~ s/[^\w\- ]//g; $name =~ tr/ /-/; $name => 1 } $text =~ /^#+ (.*)$/mg;
}

my @pages = ('README.md', glob('doc/*.md'));
my %linked;

for my $page (@pages)
{
	my $text = read_file($page);
	my ($folder) = $page =~ m|^(.*/)|;
	my @broken;

	for my $link ($text =~ /\]\(([^()\s]+)\)/g)
	{
		next if $link =~ /^https?:/;
		my ($name, $anchor) = $link =~ /^([^#]*)#?(.*)$/;
		my $target = $name eq '' ? $page : ($folder // '') . $name;
		$linked{$target} = 1;
		my %known = -f $target && $anchor ne '' ? anchors(read_file($target)) : ();
		push @broken, $link if !-e $target or ($anchor ne '' and !$known{$anchor});
	}
	is("@broken", '', "$page: links lead somewhere");
}
is(join(' ', grep { !$linked{$_} } grep { $_ ne 'README.md' } @pages), '', 'every page of doc/ is linked');

my $meta = read_file('META.json');
my ($version) = read_file('tnplan.control') =~ /^default_version = '(.*)'$/m;
is_deeply([ $meta =~ /"version": "(.*?)"/g ], [ $version, $version, '1.0.0' ],
	'META.json states the version of the control file');
like(read_file('CHANGELOG.md'), qr/^## \[?(?:Unreleased|\Q$version\E)/m, 'CHANGELOG.md knows the version');

done_testing();
