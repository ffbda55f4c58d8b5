#!/usr/bin/perl
# Time the questions below, in one session, by the CPU time of its backend.
#
# The queries of a block run in turn, so that a machine that slows down slows all
# of them; each figure is the median of the runs after one warm-up.  Prints
# Markdown.  Usage: run.pl DATABASE RUNS [PATTERN], of titles of blocks
use strict;
use warnings;
use IPC::Open2;
use POSIX qw(sysconf _SC_CLK_TCK);
use Time::HiRes qw(time);

my ($database, $runs, $pattern) = @ARGV;
$pattern //= '';

$| = 1;
open2(my $from, my $to, 'psql', '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', $database);

# Send a command, and return what it prints.
sub ask
{
	my ($sql) = @_;
	my @lines;

	print $to "$sql;\n\\echo end-of-answer\n";
	while (my $line = <$from>)
	{
		chomp $line;
		return @lines if $line eq 'end-of-answer';
		push @lines, $line;
	}
	die "psql ended at: $sql\n";
}

my ($pid) = ask('SELECT pg_backend_pid()');

# CPU seconds of the backend so far.
sub cpu_time
{
	if (open my $stat, '<', "/proc/$pid/schedstat")
	{
		return (split ' ', <$stat>)[0] / 1e9;
	}
	open my $stat, '<', "/proc/$pid/stat" or die "no CPU times: $!\n";
	my ($after) = <$stat> =~ /.*\) (.*)/;
	my @field = split ' ', $after;
	return ($field[11] + $field[12]) / sysconf(_SC_CLK_TCK);
}

sub median
{
	my @sorted = sort { $a <=> $b } @_;
	return $sorted[ $#sorted / 2 ];
}

# Time named queries in turn by a clock; returns their medians in milliseconds.  One that
# is marked "once" runs in the first turn after the warm-up only.
sub times_of
{
	my ($clock, @named) = @_;
	my %times;

	for my $run (0 .. $runs)
	{
		for my $query (@named)
		{
			next if ($query->[3] // '') eq 'once' and $run != 1;
			my $start = $clock->();
			ask($query->[1]);
			push @{ $times{ $query->[0] } }, 1000 * ($clock->() - $start) if $run > 0;
		}
	}
	return map { $_->[0] => median(@{ $times{ $_->[0] } }) } @named;
}

# Print a table: the first query is the measure, the others may have a bar, as
# "<= 1.25" of the measure, or "<= 1.15 of NAME", or ">= 6 of NAME": that one takes at least
# 6 times as long.
sub block
{
	my ($title, $clock, @queries) = @_;
	return if $title !~ /$pattern/i;
	my %time = times_of($clock, @queries);
	my $measure = $queries[0][0];

	print "\n### $title\n\n| query | ms | ratio | bar | |\n|---|--:|--:|---|---|\n";
	for my $query (@queries)
	{
		my ($name, undef, $bar) = @$query;
		my $ratio = $time{$name} / $time{$measure};
		my $verdict = '';

		if (defined $bar and $bar =~ /^<= ([\d.]+)$/)
		{
			$verdict = $ratio <= $1 ? 'ok' : 'MISSED';
		}
		elsif (defined $bar and $bar =~ /^([<>])= ([\d.]+) of (.*)$/)
		{
			$ratio = $time{$name} / $time{$3};
			$verdict = ($1 eq '>' ? $ratio >= $2 : $ratio <= $2) ? 'ok' : 'MISSED';
		}
		printf "| %s | %.0f | %.2f | %s | %s |\n", $name, $time{$name}, $ratio, $bar // '', $verdict;
	}
	return %time;
}

# The same figures as the scorecard, as one would write them without it: score,
# then status, then count and sum.
sub idiomatic
{
	my ($keys, $table, $group) = @_;
	my $select = $keys ? "$keys, " : '';
	$table //= 'facts';
	$group = $keys ? 'GROUP BY ' . ($group // $keys) : '';
	my $count = join ', ',
	  map { "count(*) FILTER (WHERE status = '$_') AS $_" }
	  qw(exceeded met on_track at_risk off_track no_data);

	return <<~SQL =~ s/\s+/ /gr;
	SELECT $select count(*) AS planned, $count,
		sum(weight) AS weight, sum(weight) FILTER (WHERE achievement IS NOT NULL) AS weight_scored,
		sum(weight * greatest(least(achievement, 1), 0)) AS weighted_score,
		sum(actual) AS actual, sum(target) AS target
	FROM (
		SELECT *, CASE
				WHEN achievement IS NULL THEN 'no_data'
				WHEN direction * actual > direction * target THEN 'exceeded'
				WHEN actual = target THEN 'met'
				WHEN achievement >= 0.95 THEN 'on_track'
				WHEN achievement >= 0.60 THEN 'at_risk'
				ELSE 'off_track'
			END AS status
		FROM (
			SELECT *, CASE
					WHEN target = 0 THEN CASE WHEN direction * actual >= 0 THEN 1 ELSE 0 END
					ELSE 1 + direction * (actual - target) / abs(target)
				END AS achievement
			FROM $table
		) AS scored
	) AS judged
	$group
	SQL
}

# Count every figure of a grouped query, so that each is made though no group travels.
sub counted
{
	my ($query) = @_;
	my ($select) = $query =~ /^\s*SELECT (.*?) FROM/;
	my $counts = join ', ', map { "count($_)" } $select =~ /\bAS (\w+)/g;

	return "SELECT $counts FROM ($query OFFSET 0) AS g";
}

sub grouped
{
	my ($keys, $figures, $table) = @_;

	return counted("SELECT $keys, $figures FROM $table GROUP BY $keys");
}

my $sums = 'sum(actual) AS actual, sum(target) AS target, count(*) AS rows';
my $card = 'plan_scorecard_agg(actual, target, direction, weight) AS card';
my $goal_card = 'plan_scorecard_agg(actual, goal, weight) AS card';

ask("SET jit = off; SET max_parallel_workers_per_gather = 0; SET work_mem = '1GB'");

block('One group', \&cpu_time,
	[ 'three sums', "SELECT $sums FROM facts" ],
	[ 'scorecard', "SELECT $card FROM facts", '<= 1.25' ],
	[ 'CASE and FILTER', idiomatic(''), '>= 6 of scorecard' ],
	[ 'count(*)', 'SELECT count(*) FROM facts' ],
	[ 'plan_sum of the actuals', 'SELECT plan_sum(actual) FROM facts' ]);

block('A plan_goal column', \&cpu_time,
	[ 'three sums', "SELECT $sums FROM facts_goal" ],
	[ 'scorecard', "SELECT $goal_card FROM facts_goal", '<= 1.25' ]);

block('A goal made in each row', \&cpu_time,
	[ 'scorecard of plain columns', "SELECT plan_scorecard_agg(actual, target, 'higher', weight) FROM facts" ],
	[ 'plan_goal(target, direction)', "SELECT plan_scorecard_agg(actual, plan_goal(target, 'higher'), weight) FROM facts", '<= 1.5' ]);

block('Numeric columns', \&cpu_time,
	[ 'three sums', "SELECT $sums FROM facts_numeric" ],
	[ 'scorecard', "SELECT $card FROM facts_numeric", '<= 1.2' ]);

block('600 groups: indicator, year', \&cpu_time,
	[ 'three sums', grouped('indicator, year', $sums, 'facts') ],
	[ 'scorecard', grouped('indicator, year', $card, 'facts'), '<= 1.25' ],
	[ 'CASE and FILTER', counted(idiomatic('indicator, year')),
		'>= 5 of scorecard' ]);

block('600,000 groups: unit, indicator', \&cpu_time,
	[ 'three sums', grouped('unit, indicator', $sums, 'facts') ],
	[ 'scorecard', grouped('unit, indicator', $card, 'facts'), '<= 1.5' ]);
print "\n", (grep { /Batches|Memory Usage/ }
	ask('EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ' . grouped('unit, indicator', $card, 'facts')))[0], "\n";

ask('SET jit = on');
block('One group, JIT on', \&cpu_time,
	[ 'three sums', "SELECT $sums FROM facts" ],
	[ 'scorecard', "SELECT $card FROM facts" ],
	[ 'CASE and FILTER', idiomatic(''), '>= 3 of scorecard' ]);
ask('SET jit = off');

# What a date belongs to, beside the same stored as an integer.
my %truncated = (half => 'make_date(extract(year FROM at)::int, CASE WHEN extract(month FROM at) <= 6 THEN 1 ELSE 7 END, 1)');
block('Grouping by what a date belongs to', \&cpu_time, map {
	([ "stored $_", "SELECT $_, count(*) FROM dates GROUP BY 1" ],
	 [ "plan_$_", "SELECT plan_$_(at), count(*) FROM dates GROUP BY 1", "<= 1.15 of stored $_" ],
	 [ "truncated to $_", 'SELECT ' . ($truncated{$_} // "date_trunc('$_', at)::date") . ', count(*) FROM dates GROUP BY 1',
		 ">= 2 of plan_$_" ])
} qw(year half quarter month week day));

my $calendar = "date_trunc('year', at) AS year, date_trunc('quarter', at) AS quarter, date_trunc('month', at) AS month";
my $dated = '(SELECT leaf, at, target, actual, weight, direction FROM facts_leaf) AS f';
block('Term, years, quarters, months', \&cpu_time,
	[ 'by hand', <<~'SQL' ],
		SELECT count(card) FROM (
			SELECT ancestor, plan_rollup(card) AS card
			FROM (SELECT plan_month(at) AS m, plan_scorecard_agg(actual, target, direction, weight) AS card
				FROM facts_leaf GROUP BY 1) AS months, plan_ancestor_rows(m, '2021-2025')
			WHERE grain <> 'half' GROUP BY ancestor) AS r
		SQL
	[ 'cube', <<~'SQL' ],
		SELECT count(scorecard) FROM plan_cube_rows(
			(SELECT plan_cube_agg(0, at, actual, target, direction, weight) FROM facts_leaf),
			'{term,year,quarter,month}', '2021-2025')
		SQL
	[ 'ROLLUP, CASE and FILTER', counted(idiomatic('year, quarter, month',
		"(SELECT *, $calendar FROM $dated) AS f", 'ROLLUP (year, quarter, month)')), '>= 6 of by hand', 'once' ]);

# The leaner form of the same: a status number, and groups of it, are made once a row.
my $by_leaf = <<~'SQL';
	SELECT leaf, quarter, s, count(*) AS rows, sum(weight) AS weight, sum(weight * a) AS weighted_score,
		sum(actual) AS actual, sum(target) AS target
	FROM (
		SELECT leaf, quarter, actual, target, weight, CASE WHEN a > 1 THEN 1 WHEN a < 0 THEN 0 ELSE a END AS a,
			CASE WHEN a >= 1 THEN CASE WHEN actual = target THEN 1 ELSE 0 END
				WHEN a >= 0.95 THEN 2 WHEN a >= 0.6 THEN 3 WHEN a IS NULL THEN NULL ELSE 4 END AS s
		FROM (
			SELECT leaf, quarter, actual, target, weight,
				CASE WHEN target = 0 THEN CASE WHEN direction * actual >= 0 THEN 1 ELSE 0 END
					ELSE 1 + direction * (actual - target) / abs(target) END AS a
			FROM facts_leaf OFFSET 0
		) AS scored OFFSET 0
	) AS judged
	GROUP BY leaf, quarter, s
	SQL
my $sets = join ', ', map { ("($_)", "($_, year)", "($_, year, quarter)") } qw(orientation programme scheme leaf);
my $sums_up = join ', ', map { "sum($_) AS $_" } qw(rows weight weighted_score actual target);
block('Tree and calendar: 5, 12, 65 and 100 branches by term, year and quarter', \&cpu_time,
	[ 'cube', <<~'SQL' ],
		SELECT count(scorecard) FROM plan_cube_rows(
			(SELECT plan_cube_agg(leaf, at, actual, target, direction, weight) FROM facts_leaf),
			'{term,year,quarter}', '2021-2025', (SELECT plan_tree_agg(id, parent) FROM branches))
		SQL
	[ 'GROUPING SETS, CASE and FILTER', counted(idiomatic('orientation, programme, scheme, leaf, year, quarter',
		"(SELECT *, $calendar FROM $dated JOIN levels USING (leaf)) AS f", "GROUPING SETS ($sets)")), '>= 40 of cube', 'once' ],
	[ 'hand-tuned: leaves by a stored quarter first', <<~SQL, '>= 3 of cube' ],
		SELECT count(rows), count(weighted_score) FROM (
			SELECT orientation, programme, scheme, leaf, year, quarter, s, $sums_up
			FROM (SELECT *, quarter / 4 AS year FROM ($by_leaf) AS l JOIN levels USING (leaf)) AS l
			GROUP BY s, GROUPING SETS ($sets) OFFSET 0) AS g
		SQL
	[ 'count(*) at the leaves, by a stored quarter', 'SELECT leaf, quarter, count(*) FROM facts_leaf GROUP BY leaf, quarter', '>= 1.43 of cube' ],
	[ 'count(*) at the leaves, by a stored month', 'SELECT leaf, month, count(*) FROM facts_leaf GROUP BY leaf, month' ]);

block('A cube of 600,000 cells: 10,000 units by 60 months', \&cpu_time,
	[ 'three sums', grouped('unit, month', $sums, 'facts_unit') ],
	[ 'cube', 'SELECT plan_cells(plan_cube_agg(unit, at, actual, target, direction, weight)) FROM facts_unit', '<= 0.8' ],
	[ 'scorecards by GROUP BY', grouped('unit, month', $card, 'facts_unit') ]);

# History: all ranks, and places gained since the year before.
my $history = sub {
	my ($table) = @_;

	return <<~SQL;
		SELECT count(rank), count(previous), count(previous - rank) FROM (
			SELECT unit, year, rank, lag(rank) OVER (PARTITION BY unit ORDER BY year) AS previous
			FROM (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM $table) AS r OFFSET 0) AS h
		SQL
};
for my $shape ([ 'scores_tenth', '100,000 units', '' ], [ 'scores', 'A million units', 'once' ])
{
	my ($table, $title, $mark) = @$shape;

	block("$title by ten years: ranks and who moved", \&cpu_time,
		[ 'ranking, history as rows', <<~SQL ],
			SELECT count(standing), count(previous), count(delta)
			FROM plan_rank_history((SELECT plan_ranking_agg(unit, year, score) FROM $table))
			SQL
		[ 'rank() and lag()', $history->($table), '>= 6 of ranking, history as rows', $mark ],
		[ 'ranking alone', "SELECT plan_ranking_entities(plan_ranking_agg(unit, year, score)) FROM $table" ],
		[ 'rank() alone', "SELECT count(rank) FROM (SELECT rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM $table OFFSET 0) AS r", undef, $mark ],
		[ 'window: plan_rank_delta', "SELECT count(delta) FROM (SELECT plan_rank_delta(unit, year, score) OVER (ORDER BY year, score DESC) AS delta FROM $table OFFSET 0) AS r",
			'<= 1.3 of rank() alone', $mark ],
		[ 'rank() and lag(), beside the window form', $history->($table), '>= 1.5 of window: plan_rank_delta', $mark ]);
}

block('Top 20 movers of a million units, between two of ten years', \&cpu_time,
	[ 'ranking of the two years', <<~'SQL' ],
		SELECT count(delta) FROM plan_movers((SELECT plan_ranking_agg(unit, year, score) FROM scores WHERE year IN (2016, 2025)), 2016, 2025, 20)
		SQL
	[ 'rank() and a join', <<~'SQL', '>= 10 of ranking of the two years' ],
		WITH ranked AS (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM scores WHERE year IN (2016, 2025))
		SELECT count(delta) FROM (SELECT unit, x.rank, y.rank, x.rank - y.rank AS delta FROM ranked AS x JOIN ranked AS y USING (unit)
			WHERE x.year = 2016 AND y.year = 2025 ORDER BY abs(x.rank - y.rank) DESC, y.rank, unit LIMIT 20) AS m
		SQL
	[ 'from the stored ranking', 'SELECT count(delta) FROM rankings, plan_movers(ranking, 2016, 2025, 20)' ],
	[ 'count(*) of the two years', 'SELECT count(*) FROM scores WHERE year IN (2016, 2025)' ]);

block('Inside the ranking of a million units', \&cpu_time,
	[ 'rank() and lag(), then per unit', <<~'SQL', undef, 'once' ],
		SELECT avg(mean_shift), max(worst) FROM (
			SELECT unit, avg(abs(rank - previous)) AS mean_shift, max(rank) AS worst FROM (
				SELECT unit, rank, lag(rank) OVER (PARTITION BY unit ORDER BY year) AS previous
				FROM (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM scores) AS r) AS h
			GROUP BY unit OFFSET 0) AS v
		SQL
	[ 'volatility, ranking made', 'SELECT avg(mean_shift), max(worst) FROM plan_rank_volatility((SELECT plan_ranking_agg(unit, year, score) FROM scores))' ],
	[ 'volatility, ranking stored', 'SELECT avg(mean_shift), max(worst) FROM rankings, plan_rank_volatility(ranking)' ],
	[ 'tau-b of ten years, ranking made', 'SELECT avg(tau_b) FROM plan_rank_agreement((SELECT plan_ranking_agg(unit, year, score) FROM scores))' ],
	[ 'tau-b of ten years, ranking stored', 'SELECT avg(tau_b) FROM rankings, plan_rank_agreement(ranking)' ],
	[ 'paths of 1,000 units, ranking stored (bar: 1000 ms)', 'SELECT count(*) FROM generate_series(1, 1000) AS i, rankings, plan_rank_path(ranking, i * 977)' ]);

block('Agreement of a million pairs', \&cpu_time,
	[ 'sorting them', 'SELECT count(*) FROM (SELECT x, y FROM pairs ORDER BY x, y OFFSET 0) AS p' ],
	[ 'tau-b', 'SELECT plan_kendall_tau_b(x, y) FROM pairs', '<= 2' ],
	[ 'corr()', 'SELECT corr(x, y) FROM pairs' ]);

block('Trends of 166,680 series', \&cpu_time,
	[ 'regr_slope', grouped('unit, indicator', 'regr_slope(actual, day) AS figure', 'series') ],
	[ 'trend', grouped('unit, indicator', 'plan_trend_agg(at, actual) AS figure', 'series'), '<= 1.2' ],
	[ 'slope of the trend', grouped('unit, indicator', 'plan_slope_per_year(plan_trend_agg(at, actual)) AS figure', 'series'), '<= 1.2' ],
	[ 'sum() by unit and indicator', grouped('unit, indicator', 'sum(actual) AS figure', 'series') ],
	[ 'trend cube', 'SELECT plan_cells(plan_trend_cube_agg(node, at, actual)) FROM series', '<= 0.4 of sum() by unit and indicator' ],
	[ 'trend cube, node from two columns', 'SELECT plan_cells(plan_trend_cube_agg(unit * 60 + indicator, at, actual)) FROM series',
		'<= 0.4 of sum() by unit and indicator' ],
	[ 'slopes from the cube', 'SELECT count(plan_slope_per_year(trend)) FROM plan_trend_cube_rows((SELECT plan_trend_cube_agg(node, at, actual) FROM series))' ]);

block('Disparity of a million figures in 1,000 groups', \&cpu_time,
	[ 'sum()', grouped('g', 'sum(x) AS figure', 'incomes') ],
	[ 'Gini', grouped('g', 'plan_gini(x) AS figure', 'incomes') ],
	[ 'Gini, window', <<~'SQL', '>= 6 of Gini' ],
		SELECT count(gini) FROM (
			SELECT g, 2 * sum(i * x) / (count(*) * sum(x)) - (count(*) + 1.0) / count(*) AS gini
			FROM (SELECT g, x, row_number() OVER (PARTITION BY g ORDER BY x) AS i FROM incomes) AS s GROUP BY g OFFSET 0) AS r
		SQL
	[ 'Theil T', grouped('g', 'plan_theil_t(x) AS figure', 'incomes') ],
	[ 'Theil T, sums of logarithms', grouped('g', 'sum(x * ln(x)) / sum(x) - ln(avg(x)) AS figure', 'incomes') ],
	[ 'geometric mean', grouped('g', 'plan_geometric_mean(x) AS figure', 'incomes') ],
	[ 'geometric mean, exp(avg(ln(x)))', grouped('g', 'exp(avg(ln(x))) AS figure', 'incomes') ]);

exit if $pattern;

# Workers have CPU times of their own: here it is the time on the clock.
for my $shape ([ 'one group', '' ], [ '600 groups', 'indicator, year' ])
{
	my ($title, $keys) = @$shape;
	my $query = sub { $keys ? grouped($keys, $_[0], 'facts') : "SELECT $_[0] FROM facts" };
	my @queries = ([ 'three sums', $query->($sums) ], [ 'scorecard', $query->($card) ]);

	ask('SET max_parallel_workers_per_gather = 0');
	my %alone = times_of(\&time, @queries);
	ask('SET max_parallel_workers_per_gather = 2');
	my %helped = times_of(\&time, @queries);
	print "\n### Two workers, $title (time on the clock)\n\n",
		"| query | alone | with two | factor |\n|---|--:|--:|--:|\n";
	printf "| %s | %.0f | %.0f | %.2f |\n", $_, $alone{$_}, $helped{$_}, $alone{$_} / $helped{$_}
	  for map { $_->[0] } @queries;
}
