# What packagers rely on: a build outside the source folder, the files that are installed,
# and a library that shows PostgreSQL its functions and nothing else.
use strict;
use warnings;
use File::Temp qw(tempdir);
use Test::More;

my $config = $ENV{PG_CONFIG} or die "PG_CONFIG is not set";
# Those build a copy of the checkout.
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};
delete $ENV{MAKEFLAGS};
delete $ENV{MAKELEVEL};

chomp(my @symbols = `nm -D --defined-only tnplan.so | awk '{print \$3}'`);
cmp_ok(scalar(grep { /^plan_/ } @symbols), '>', 300, 'the library shows its functions');
is_deeply([grep { !/^(plan_|pg_finfo_plan_|Pg_magic_func$|_PG_init$)/ } @symbols], [], 'and nothing else');

chomp(my $version = `sed -n "s/^default_version *= *'\\(.*\\)'/\\1/p" tnplan.control`);
my $script = "sql/tnplan--$version.sql";

# Sources as they are unpacked, and a folder beside them to build in.
my $source = tempdir(CLEANUP => 1);
my $folder = tempdir(CLEANUP => 1);
system("cp -r Makefile tnplan.control doc sql src test '$source' && rm -f '$source/$script' && find '$source/src' -name '*.o' -delete") == 0
	or die "cannot copy the sources";

sub run_make
{
	my $output = `cd '$folder' && make -s -f '$source/Makefile' VPATH='$source' PG_CONFIG='$config' with_llvm=no @_ 2>&1`;
	return ($? == 0, $output);
}

# One object and the script: the whole build takes as long as the one in place.
my ($ok, $output) = run_make('src/core/method/hdi.o', $script);
ok($ok && -s "$folder/src/core/method/hdi.o", 'an object is built elsewhere') or diag($output);
is(`cmp '$folder/$script' '$script' 2>&1`, '', 'and the same script');
($ok, $output) = run_make('-n', 'all');
my @sources = (glob('src/*.c src/core/*.c src/method/*.c src/core/method/*.c src/live/*.c'));
cmp_ok(scalar(() = $output =~ / -c -o src\//g), '>=', @sources - 1, 'and every other object would be');

# Where there are no wide integers, one line says so.
($ok, $output) = run_make('src/core/method/sdsn.o', 'CC=false');
ok(!$ok, 'nothing is built for a platform of 32 bits');
like($output, qr/\Atnplan needs a 64-bit platform [^\n]*\nmake: [^\n]*\n\z/, 'and one line says why');

# What was built beside the sources would be taken for what is built elsewhere.
system("touch '$source/tnplan.so'") == 0 or die 'cannot touch a file';
($ok, $output) = run_make('-n', 'install');
ok(!$ok, 'nothing is built elsewhere from sources that were built in place');
like($output, qr/were built in place: run "make clean" there first/, 'and the reason is said');
($ok, $output) = run_make('-n', 'clean');
ok($ok, 'what is built elsewhere can be removed');
unlink "$source/tnplan.so";

# What "make install" leaves, and "make uninstall" takes away.
($ok, $output) = run_make('-n', 'install', "DESTDIR=$folder/staged");
like($output, qr/doc\S*\/tnplan\/'?$/m, 'the documentation goes to a folder of its own');

# The sources themselves: headers that include each other have no order to be read in, the
# kernels do without PostgreSQL, and what is too long to be read at once is split.
my @files = map { glob("$_/*.[ch]") } qw(src src/method src/core src/core/method src/live src/workspace src/report);
my (%lines, %includes);
for my $file (@files)
{
	open my $in, '<', $file or die "cannot read $file";
	while (my $line = <$in>)
	{
		push @{$includes{$file}}, $1 if $line =~ /^#include "([^"]+)"/;
		$lines{$file}++;
	}
}

my %own = map { s/^src\///r => $_ } grep { /\.h$/ } @files;
my %state;
my @circles;

sub visit
{
	my ($header, @path) = @_;

	return if ($state{$header} // '') eq 'done';
	if (($state{$header} // '') eq 'open')
	{
		push @circles, join(' -> ', @path, $header);
		return;
	}
	$state{$header} = 'open';
	visit($_, @path, $header) for grep { $own{$_} } @{$includes{$own{$header}} // []};
	$state{$header} = 'done';
}

visit($_) for sort keys %own;
is_deeply(\@circles, [], 'no header includes itself by way of others');

my @strange;
for my $file (grep { /^src\/core\// } @files)
{
	push @strange, map { "$file: $_" } grep { !/^core\// } @{$includes{$file} // []};
}
is_deeply(\@strange, [], 'kernels include nothing but kernels');

my @long = map { "$_: $lines{$_}" } grep { $lines{$_} > 700 } @files;
is_deeply(\@long, [], 'no source file is longer than 700 lines');

# Tabs go to every fourth column, and letters are what is counted.
my @wide;
for my $file (@files, glob('test/fuzz/*.[ch]'))
{
	open my $in, '<:encoding(UTF-8)', $file or die "cannot read $file";
	while (my $line = <$in>)
	{
		chomp $line;
		1 while $line =~ s/^([^\t]*)\t/$1 . ' ' x (4 - length($1) % 4)/e;
		push @wide, "$file:$." if length $line > 100;
	}
}
is_deeply(\@wide, [], 'no line is longer than 100 columns');

done_testing();
