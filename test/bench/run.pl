#!/usr/bin/perl
# Time the questions below by the CPU time of the process that answers them; prints Markdown.
# Usage: run.pl DATABASE RUNS [PATTERN [FOLDER]]: PATTERN chooses blocks by title, and FOLDER
# is where DuckDB is installed.  Every query runs RUNS times after one warm-up, in turn with the
# others of its block; times are medians, ratios are medians of the ratios of turns.  A query that
# takes more than 5 seconds runs once.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Bench;
use Forms;

$| = 1;
start(@ARGV);
for my $subject (qw(scorecard period calendar cube figure ranking trend sample state live workspace report session))
{
	do "$FindBin::Bin/$subject.pl" // die $@ || "$subject.pl: $!\n";
}
exit !all_agree();
