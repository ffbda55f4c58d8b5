#!/usr/bin/perl
# Every fuzz target builds, and a short run of it finds nothing: the kernels alone, without
# PostgreSQL, under ASan and UBSan where the compiler has them.  "make fuzz" goes further.
use strict;
use warnings;
use Test::More;

my $runs = 3000;
my $folder = 'build/kernels';
my @compiler = split ' ', $ENV{CC} // 'cc';
my @flags = split ' ', '-O2 -g -Wall -Wextra -Werror -ffp-contract=off -Isrc -DFUZZ_MAIN';
my @sanitizers = split ' ', '-fsanitize=address,undefined -fno-sanitize-recover=all';
my @targets = map { m{([^/]+)\.c$} } sort glob('test/fuzz/*.c');

sub run
{
	my (@command) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', @command or die "$command[0]: $!\n";
	my $text = join '', <$output>;
	close $output;
	diag($text) if $? != 0;
	return $? == 0;
}

# What the regression test of the subject writes in quotes.
sub texts_of
{
	my ($subject) = @_;
	my %seen;

	open my $file, '<', "test/sql/$subject.sql" or return;
	return grep { !$seen{$_}++ } map { /'([^']*)'/g } <$file>;
}

mkdir 'build';
mkdir $folder;
my $probe = "$folder/probe.c";
open my $file, '>', $probe or die "$probe: $!\n";
print $file "int main(void) { return 0; }\n";
close $file;
@sanitizers = () if system("@compiler @sanitizers -o $folder/probe $probe >/dev/null 2>&1 && $folder/probe") != 0;
diag('without sanitizers') if !@sanitizers;

# All kernels, once.
my @objects;
for my $source (sort glob('src/core/*.c src/core/method/*.c'))
{
	my ($name) = $source =~ m{([^/]+)\.c$};

	push @objects, "$folder/$name.o";
	run(@compiler, @flags, @sanitizers, '-c', '-o', $objects[-1], $source) or BAIL_OUT("$source does not build");
}

$ENV{ASAN_OPTIONS} = 'detect_leaks=0';
for my $target (@targets)
{
	ok(run(@compiler, @flags, @sanitizers, '-o', "$folder/$target", "test/fuzz/$target.c", @objects, '-lm')
		&& run("$folder/$target", $runs, texts_of($target)), "$target survives what it is given");
}
done_testing();
