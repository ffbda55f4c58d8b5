# coverage.pl FOLDER PERCENT: what gcov says of the sources in a folder.  A table of the files, with the
# lines that nothing ran; fails where less than so many percent of the lines of src/core/ ran.
use strict;
use warnings;

my ($folder, $least) = @ARGV;
my %lines;

chdir $folder or die "$folder: $!\n";
for my $object (sort glob('src/*.o src/*/*.o src/core/method/*.o'))
{
	my ($source) = $object =~ /(.*)\.o$/;
	open my $output, '-|', 'gcov', '--stdout', '-o', $object, "$source.c" or die "gcov: $!\n";
	my $current;
	while (<$output>)
	{
		$current = $1 if /^ +-: +0:Source:(.*)/;
		my ($count, $line, $text) = /^ *([^:]+): *(\d+):(.*)/ or next;
		next if !defined $current || $line == 0 || $count eq '-' || $current =~ m{^/};
		my $ran = $count !~ /^[#=]/;
		$lines{$current}{$line}{ran} ||= $ran;
		$lines{$current}{$line}{text} = $text;
	}
	close $output or die "gcov failed on $source.c\n";
}

my %sum;
for my $file (sort keys %lines)
{
	my @all = keys %{ $lines{$file} };
	my @missed = sort { $a <=> $b } grep { !$lines{$file}{$_}{ran} } @all;
	my $part = $file =~ m{^src/core/} ? 'src/core' : 'the rest of src';

	$sum{$part}[0] += @all - @missed;
	$sum{$part}[1] += @all;
	printf "%-40s %5d of %5d %6.1f %%\n", $file, @all - @missed, scalar @all, 100 * (@all - @missed) / @all;
	print map { sprintf "%8d:%s\n", $_, $lines{$file}{$_}{text} } @missed;
}
printf "%s: %d of %d lines, %.2f %%\n", $_, @{ $sum{$_} }, 100 * $sum{$_}[0] / $sum{$_}[1] for sort keys %sum;
exit(100 * $sum{'src/core'}[0] < $least * $sum{'src/core'}[1] ? 1 : 0);
