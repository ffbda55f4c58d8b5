#!/usr/bin/perl
# A short run of test/sqlfuzz/run.pl, always the same.
use strict;
use warnings;
use Test::More;

my $output = `RUNS=8000 SECONDS=20 SEED=1 perl test/sqlfuzz/run.pl 2>&1`;

is($?, 0, 'hostile calls find nothing') or diag($output);
cmp_ok($output =~ /^(\d+) statements in/m ? $1 : 0, '>', $ENV{SERVER_PROGRAM} ? 100 : 1000, 'and are many');
cmp_ok($output =~ /^(\d+) of \d+ routines gave/m ? $1 : 0, '>', 300, 'of many functions') if !$ENV{SERVER_PROGRAM};
note($output);
done_testing();
