#!/usr/bin/perl
# What packages are made of: the metadata, the archive, an installation that can be taken away
# again, objects that do not depend on where they were built, and the regression tests run
# from another folder.  "make deb" does the same with whole packages.
use strict;
use warnings;
use Cwd qw(getcwd);
use File::Basename qw(basename dirname);
use File::Temp qw(tempdir);
use Test::More;

my $config = $ENV{PG_CONFIG} or die "PG_CONFIG is not set";
# Those build a copy of the checkout.
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};
my $here = getcwd();

sub text_of
{
	my ($name) = @_;

	open my $file, '<:raw', $name or die "$name: $!\n";
	local $/;
	return <$file>;
}

sub run
{
	my ($command, $name) = @_;
	my $output = `$command 2>&1`;
	my $passed = ok($? == 0, $name);

	diag($output) if !$passed;
	return $output;
}

my ($version) = text_of('tnplan.control') =~ /^default_version = '(.*)'$/m;

# The metadata, and that its checker finds what is wrong.
run('perl test/package/meta.pl META.json', 'META.json is as PGXN wants it');
my $wrong = tempdir(CLEANUP => 1);
system("cp -r tnplan.control doc '$wrong'") == 0 or die "cannot copy files";
for my $change (
	[ 'no license', qr/"license": "postgresql",/, '' ],
	[ 'an unknown status', qr/"unstable"|"stable"/, '"good"' ],
	[ 'a file that is not there', qr/tnplan\.control/, 'tnplan.sql' ],
	[ 'another version', qr/"version": "\Q$version\E"/, '"version": "9.9.9"' ],
	[ 'a version of two numbers', qr/15\.0\.0/, 'fifteen' ])
{
	my ($name, $from, $to) = @$change;

	open my $file, '>:raw', "$wrong/META.json" or die "$wrong: $!\n";
	print $file text_of('META.json') =~ s/$from/$to/r;
	close $file;
	isnt(system("perl test/package/meta.pl '$wrong/META.json' 2>/dev/null"), 0, "$name is found");
}

# The changelog has the sections of Keep a Changelog, and nothing outside them.
my @headings = text_of('CHANGELOG.md') =~ /^(##+ .*)$/mg;
my $release = qr/^## (?:\[Unreleased\]|\[?\d+\.\d+\.\d+\]? - \d{4}-\d\d-\d\d)$/;
is_deeply([ grep { !/$release|^### (?:Added|Changed|Deprecated|Removed|Fixed|Security)$/ } @headings ], [],
	'the changelog has releases and sections alone');
like($headings[0], $release, 'and begins with a release');

for my $script (glob('test/bin/* test/package/check test/package/debian/tests/*'))
{
	my $shell = text_of($script) =~ /^#!.*perl/ ? 'perl -c' : 'sh -n';

	system("$shell '$script' 2>/dev/null") == 0 or fail("$script is no script");
}

# Two archives of one commit, where there is a commit.
SKIP:
{
	my $top = `git -c safe.directory='*' rev-parse --show-toplevel 2>/dev/null` // '';
	skip 'no checkout of git', 3 if $top ne "$here\n";
	chomp(my $archive = (split /\n/, run('umask 022 && TZ=Asia/Ho_Chi_Minh test/bin/dist', 'an archive is made'))[-1]);
	my $bytes = text_of($archive);

	run('umask 077 && TZ=America/Lima test/bin/dist', 'and once more');
	ok(text_of($archive) eq $bytes, 'with the same bytes');
}

# What "make install" leaves, "make uninstall" takes away.
my $stage = tempdir(CLEANUP => 1);
my $flags = $ENV{MAKEFLAGS} && $ENV{MAKEFLAGS} =~ /(with_llvm=\w+)/ ? $1 : '';
delete @ENV{qw(MAKEFLAGS MAKELEVEL MAKEOVERRIDES)};
run("make -s WERROR=1 $flags PG_CONFIG='$config' install DESTDIR='$stage'", 'it is installed below a folder');
my @pages = map { s/^.*\///r } glob('doc/*.md doc/picture/*.svg');
chomp(my @installed = map { s/^.*\///r } `find '$stage' -type f -not -path '*/bitcode/*'`);
my @updates = map { s/^sql\///r } glob('sql/tnplan--*--*.sql');
my %older = map { /^(tnplan--.*?)--/ ? ("$1.sql" => 1) : () } @updates;
is_deeply([ sort @installed ], [ sort @pages, 'tnplan.so', 'tnplan.control', "tnplan--$version.sql", @updates, keys %older ],
	'the library, the control file, the scripts of all versions and of updates, and the pages');
chomp(my $docs = dirname(`find '$stage' -name tour.md`));
for my $page (glob("$docs/*.md"))
{
	my @links = grep { !/^https?:|^#/ } text_of($page) =~ /\]\(([^()\s]+)\)/g;

	is_deeply([ grep { !-f "$docs/" . s/#.*//r } @links ], [], basename($page) . ' links to what is installed');
}
run("make -s WERROR=1 $flags PG_CONFIG='$config' uninstall DESTDIR='$stage'", 'it is taken away');
is(`find '$stage' -type f -o -name '*tnplan*'`, '', 'and nothing is left');

# Sources in two places, and a folder to build in: paths as long as they like.
my $one = tempdir(CLEANUP => 1);
my $other = tempdir(CLEANUP => 1) . '/of/a longer name';
my $apart = tempdir(CLEANUP => 1);
for my $folder ($one, $other)
{
	system("mkdir -p '$folder' && cp -r Makefile tnplan.control doc expected sql src test '$folder'"
		  . " && rm -f '$folder/sql/tnplan--$version.sql' && find '$folder/src' -name '*.o' -delete") == 0
	  or die "cannot copy the sources";
}
my $object = 'src/score.o';
run("make -s -C '$_' PG_CONFIG='$config' with_llvm=no $object", 'an object is built in place') for $one, $other;
run("cd '$apart' && make -s -f '$one/Makefile' PG_CONFIG='$config' with_llvm=no $object", 'and elsewhere');
ok(text_of("$one/$object") eq text_of("$_/$object"), 'with the same bytes') for $other, $apart;

# The regression tests that read files: they are found from elsewhere, and write there.
run("cd '$apart' && make -s -f '$one/Makefile' PG_CONFIG='$config' with_llvm=no installcheck REGRESS='score normalize cube demo'",
	'tests run elsewhere');
ok(!-e "$one/results" && -e "$apart/results/demo.out", 'and leave the sources as they are');
run("cd '$apart' && make -s -f '$one/Makefile' PG_CONFIG='$config' with_llvm=no clean", 'what was made is cleaned');
is(`cd '$apart' && find . -type f -o -type l`, '', 'all of it');
ok(-d "$one/expected" && -d "$one/test" && -d "$one/doc", 'and nothing of the sources');

done_testing();
