#!/usr/bin/perl
# Shards of one table of facts behind postgres_fdw: states that are made there and merged here are, bit for bit,
# those of all facts at once.  So are those of parallel, partitionwise and windowed plans, and of tables that are
# kept up to date.  The shards are databases of one server, which for postgres_fdw is the same as servers apart.
use strict;
use warnings;
use File::Temp qw(tempdir);
use Test::More;

my $whole = 'tnplan_fdw';
my @shards = map { "tnplan_fdw_$_" } 0 .. 2;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $folder = tempdir(CLEANUP => 1);

sub psql
{
	my ($database, $sql) = @_;

	open my $file, '>', "$folder/query.sql" or die "cannot write a query";
	print $file $sql;
	close $file;
	my $output = `"$bindir/psql" -XAtq -v ON_ERROR_STOP=1 -d $database -f "$folder/query.sql" 2>&1`;
	chomp $output;
	return $output;
}

sub drop_databases
{
	system("'$bindir/dropdb' --if-exists --force $_ 2>/dev/null") for $whole, @shards;
}

plan skip_all => 'there is no postgres_fdw'
	if psql('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'") ne '1';

# Figures that break sums which round: 1e18 beside 0.25.  Zeros of both signs, NaN, none, ties of
# figures and of days.  All are multiples of 0.25, so that numeric has their sum too.  Of place 'silent' nobody
# knows anything; 'here' is in one shard alone; shard 2 is empty.
my $facts = <<'SQL';
CREATE TABLE facts (shard int, i int, place text, node int, name text, at date, year int, kind text, actual float8, target float8, direction text,
	weight float8, baseline float8, expected float8,
	known float8 GENERATED ALWAYS AS (nullif(actual, 'NaN')) STORED,
	small float8 GENERATED ALWAYS AS (actual / 1024) STORED);
SQL
my $fill = <<'SQL';
INSERT INTO facts (shard, i, place, node, name, at, year, kind, actual, target, direction, weight, baseline, expected)
SELECT i % 2, i, place, node, 'n' || i / 4, date '2020-01-15' + i * 37 % 11 * 29, 2020 + i % 4, (ARRAY['flow', 'stock', 'average', 'peak', 'least', 'first', 'cumulative'])[1 + node % 7],
	CASE WHEN place <> 'silent' THEN (ARRAY[1e18, 0.25, '-0', 'NaN', NULL, -1e18, 0, 3.5, 0.25, 1e18, 120.75, -7.25, 2])[1 + i * 31 % 13]
		WHEN i % 3 = 0 THEN 'NaN'::float8 END,
	(ARRAY[100, 0.25, 1e18, '-0', NULL, 8, 2])[1 + i * 17 % 7], (ARRAY['higher', 'lower', 'within'])[1 + i % 3],
	(ARRAY[1, 0.25, 0, '-0', 3, NULL])[1 + i * 13 % 6], (ARRAY[NULL, 0, '-0', -1e18, 50])[1 + i * 11 % 5], i % 11 / 10.0
FROM generate_series(1, 1500) AS i,
	LATERAL (SELECT (ARRAY['TN', 'PY', 'SC', 'silent', CASE i % 2 WHEN 0 THEN 'here' ELSE 'TN' END])[1 + i * 7 % 5], i % 23) AS p (place, node)
SQL

# States that merge; first those that also give back what they took in.
my %group = (
	card => 'plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected)',
	plain => 'plan_scorecard_agg(actual, target, direction)',
	sum => 'plan_fixedsum_agg(actual)',
	cube => 'plan_cube_agg(node, at, actual, plan_goal(target, direction, baseline), weight, expected)',
	named_cube => 'plan_cube_agg(name, at, actual, target, direction, weight)',
	trend_cube => 'plan_trend_cube_agg(node, at, small, weight)',
	trend => 'plan_trend_agg(at, small, weight)',
	growth => 'plan_growth_trend_agg(at, abs(actual) + 0.25, weight)',
	logit => 'plan_logit_trend_agg(at, CASE WHEN abs(actual) < 200 THEN abs(actual) + 0.25 END, 250, weight)',
	earned => 'plan_earned_agg(actual, target, expected, 100)',
	mean => "plan_moments_agg('arithmetic_mean', known, weight)",
	cv => "plan_moments_agg('cv', known / 1024, weight)",
	theil => "plan_moments_agg('theil_t', known, weight)",
	atkinson => "plan_moments_agg('atkinson 0.5', abs(known), weight)",
	power => "plan_moments_agg('power_mean 0.5', abs(known), weight, 0.5)",
	flow => "plan_period_value_agg('flow', at, actual)",
	stock => "plan_period_value_agg('stock', at, actual)",
	average => "plan_period_value_agg('average', at, actual)",
	peak => "plan_period_value_agg('peak', at, actual)",
	least => "plan_period_value_agg('least', at, actual)",
	first => "plan_period_value_agg('first', at, actual)");
my %state = (
	%group,
	range => "plan_moments_agg('max_min_ratio', abs(known))",
	figures => 'plan_figure_cube_agg(node, at, kind, actual)',
	entities => 'plan_figure_cube_agg(node, at, kind, actual, i % 5)',
	ranking => 'plan_ranking_agg(i / 4, year, actual)',
	named_ranking => "plan_ranking_agg(name, year, actual, 'lower')",
	targets => "plan_targets_agg(node, 2020 + node % 4, plan_goal(100 + node, 'higher'))",
	stated => 'plan_targets_agg(i, plan_month(at), plan_goal(target, direction, baseline))');
my @names = sort keys %state;

# Figures that are no states: of these the rows travel, or one server computes them.
my %figure = (
	total => 'plan_sum(actual)',
	gini => "plan_gini(abs(known), weight)",
	between => "plan_theil_t_between(abs(known), node, weight)",
	tau => "plan_kendall_tau_b(known, target)",
	score => 'plan_score(plan_scorecard_agg(actual, plan_goal(target, direction, baseline), weight, expected))');
my %all = (%state, %figure);

sub columns
{
	my ($of) = @_;

	return join ', ', map { "$of->{$_} AS $_" } sort keys %$of;
}

sub merged
{
	my ($from) = @_;

	return 'SELECT place, ' . join(', ', map { "plan_rollup($_) AS $_" } @names) . " FROM $from GROUP BY place";
}

# Which columns of a query are not, bit for bit, what the whole is: none, of five places.
sub compare
{
	my ($what, $query, $columns, %more) = @_;
	my $truth = $more{truth} // 'truth';
	my $different = join ', ', map { "CASE WHEN bool_or(NOT record_image_eq(ROW(t.$_), ROW(w.$_))) THEN '$_' END" } @$columns;

	is(psql($whole, ($more{set} // '') . "SELECT concat_ws(' ', count(*), $different) FROM $truth AS t FULL JOIN ($query) AS w USING (place)"),
		$more{rows} // 5, $what);
}

# What a plan says, and what it sends to the shards.
sub plan_of
{
	my ($query, $set) = @_;

	return psql($whole, "$set EXPLAIN (VERBOSE, COSTS OFF) $query");
}

drop_databases();
system("'$bindir/createdb' $shards[2]") == 0 or BAIL_OUT('no database');
my $states = 'SELECT shard, place, ' . columns(\%state) . ' FROM facts GROUP BY shard, place';
is(psql($shards[2], "CREATE EXTENSION tnplan; $facts CREATE VIEW states AS $states;
	CREATE VIEW everything AS SELECT ''::text AS place, " . columns(\%state) . ' FROM facts;'), '', 'a shard, which is empty');
for ($whole, @shards[0, 1])
{
	system("'$bindir/createdb' -T $shards[2] $_") == 0 or BAIL_OUT('no database');
}
is(psql($shards[$_], "$fill WHERE i % 2 = $_; ANALYZE facts;"), '', "shard $_ has facts") for 0, 1;

# The whole at once, by the simplest of plans.
is(psql($whole, <<"SQL"), '', 'the whole') or die 'no facts';
SET max_parallel_workers_per_gather = 0;
DROP VIEW states, everything;
$fill;
ALTER TABLE facts RENAME TO whole;
ANALYZE whole;
CREATE TABLE truth AS SELECT place, @{[columns(\%all)]} FROM whole GROUP BY place;
CREATE TABLE grand AS SELECT ''::text AS place, @{[columns(\%all)]} FROM whole;
SQL
my ($host, $port) = map { psql($whole, "\\echo :$_") } 'HOST', 'PORT';
my $foreign = "CREATE EXTENSION postgres_fdw;
	CREATE TABLE facts (LIKE whole) PARTITION BY LIST (shard); CREATE TABLE states (shard int, LIKE truth) PARTITION BY LIST (shard);
	ALTER TABLE states " . join(', ', map { "DROP COLUMN $_" } sort keys %figure) . ';';
for my $shard (0 .. 2)
{
	$foreign .= "CREATE SERVER shard_$shard FOREIGN DATA WRAPPER postgres_fdw
			OPTIONS (host '$host', port '$port', dbname '$shards[$shard]', extensions 'tnplan', async_capable 'true');
		CREATE USER MAPPING FOR CURRENT_USER SERVER shard_$shard OPTIONS (user :'USER');
		CREATE FOREIGN TABLE facts_$shard PARTITION OF facts FOR VALUES IN ($shard) SERVER shard_$shard OPTIONS (table_name 'facts');
		CREATE FOREIGN TABLE states_$shard PARTITION OF states FOR VALUES IN ($shard) SERVER shard_$shard OPTIONS (table_name 'states');
		IMPORT FOREIGN SCHEMA public LIMIT TO (everything) FROM SERVER shard_$shard INTO public;
		ALTER FOREIGN TABLE everything RENAME TO everything_$shard;";
}
is(psql($whole, $foreign . 'ANALYZE facts'), '', 'and its shards');

# What numeric says of it, and what is in it.
is(psql($whole, "SELECT count(*), count(*) FILTER (WHERE t.sum::numeric = n.sum), count(*) FILTER (WHERE (t.flow::jsonb->>'value')::float8 = n.sum),
		count(*) FILTER (WHERE t.total = n.sum::float8), count(*) FILTER (WHERE plan_count(t.card) = n.rows), bool_and(rounded = n.sum)
	FROM truth AS t JOIN (SELECT place, sum(known::numeric), count(*) AS rows, sum(known)::numeric AS rounded FROM whole GROUP BY place) AS n USING (place)"),
	'5|4|4|4|5|f', 'sums are those of numeric, of the four places that have any; those of float8 are not');
is(psql($whole, "SELECT string_agg(place || ' ' || shards, ', ' ORDER BY place)
	FROM (SELECT place, string_agg(DISTINCT shard::text, '') AS shards FROM facts GROUP BY 1) AS s"),
	'PY 01, SC 01, TN 01, here 0, silent 01', 'places are in both shards, in one, or unknown');

# Views of states on the shards.
my $rollup = merged('states');
like(plan_of($rollup, ''),
	qr/Foreign Scan on public\.states_0.*Remote SQL: SELECT[^\n]*card[^\n]*FROM public\.states\b/s, 'states come from the shards');
compare('views of states, merged', $rollup, \@names);
compare('in the order of shards backward', merged('(SELECT * FROM states ORDER BY shard DESC OFFSET 0) AS s'), \@names, set => 'SET enable_hashagg = off;');
my $union = join ' UNION ALL ', map { "SELECT * FROM everything_$_" } 2, 0, 1;
compare('all of a shard at once; an empty one has no state', merged("($union) AS s"), \@names, truth => 'grand', rows => 1);
compare('one after another', 'SELECT place, ' . join(', ', map { "coalesce(a.$_ + b.$_, a.$_, b.$_) AS $_" } @names)
	. ' FROM states_1 AS a FULL JOIN states_0 AS b USING (place)', \@names);

# Two levels: the shards aggregate by the key of the partitions too, and send states.  What has a text that is a
# constant, the kind of a value, is not sent: postgres_fdw trusts no collation but that of a column.
my $partitionwise = 'SET enable_partitionwise_aggregate = on;';
my ($sent, $not_sent) = ({ %state }, {});
$not_sent->{$_} = delete $sent->{$_} for qw(flow stock average peak least first);
for my $case ([$sent, qr/Async Foreign Scan.*Relations: Aggregate on \(public\.facts_1\b.*GROUP BY/s, 'states come from the shards'],
	[$not_sent, qr/Remote SQL: SELECT [^(]* FROM public\.facts\b/, 'rows come from the shards'])
{
	my ($columns, $plan, $what) = @$case;
	my @list = sort keys %$columns;
	my $levels = 'SELECT place, ' . join(', ', map { "plan_rollup($_) AS $_" } @list)
		. ' FROM (SELECT shard, place, ' . columns($columns) . ' FROM facts GROUP BY shard, place) AS s GROUP BY place';

	like(plan_of($levels, $partitionwise), $plan, "two levels: $what");
	compare("two levels: $what", $levels, \@list, set => $partitionwise);
}

# Rows travel, and are aggregated by shard, or all together.
my $rows = 'SELECT place, ' . columns(\%all) . ' FROM facts GROUP BY place';
like(plan_of($rows, $partitionwise), qr/Partial .*Aggregate.*Foreign Scan on public\.facts_0.*Partial .*Aggregate/s, 'partitionwise: states are made here');
compare('partitionwise', $rows, [sort keys %all], set => $partitionwise);
compare('one aggregate over all rows', $rows, [sort keys %all]);
compare('the same of a single shard is sent whole', 'SELECT place, ' . columns(\%figure) . ' FROM facts_0 GROUP BY place', [sort keys %figure],
	truth => '(SELECT place, ' . columns(\%figure) . ' FROM whole WHERE shard = 0 GROUP BY place)');
like(plan_of("SELECT plan_sum(actual) FROM facts_0 WHERE at <@ plan_period '2020-Q2' AND plan_goal(target, direction) > '>= 2'", ''),
	qr/Remote SQL: SELECT[^\n]*plan_sum[^\n]*WHERE/, 'so is a condition on a period and a goal');

# On one server: parallel, hashed and sorted.
my $parallel = 'SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 3;';
my $local = $rows =~ s/FROM facts/FROM whole/r;
like(plan_of($local, $parallel), qr/Gather.*Partial .*Aggregate/s, 'parallel: workers make states');
compare('parallel', $local, [sort keys %all], set => $parallel);
compare('parallel, all at once',
	$local =~ s/SELECT place/SELECT ''::text AS place/r =~ s/GROUP BY place//r, [sort keys %all], truth => 'grand', rows => 1, set => $parallel);
compare('backward',
	$local =~ s/FROM whole/FROM (SELECT * FROM whole ORDER BY i DESC OFFSET 0) AS w/r, [sort keys %all], set => 'SET enable_hashagg = off; SET enable_sort = on;');

# A window that other rows have left: larger ones, with other weights.
is(psql($whole, "CREATE TABLE noise (LIKE whole INCLUDING GENERATED);
	INSERT INTO noise (shard, i, place, node, name, at, year, kind, actual, target, direction, weight, baseline, expected)
	SELECT shard, -i, place, node, name, at + 3, year, kind, 3 * coalesce(known, 7) + 0.75, target, direction, coalesce(weight, 2) * 5, baseline, expected FROM whole WHERE i < 400"), '', 'other rows');
my @windowed = sort grep { !/cube/ } keys %group;
compare('windowed', 'SELECT place, ' . join(', ', @windowed) . '
	FROM (SELECT place, i, min(i) FILTER (WHERE i > 0) OVER (PARTITION BY place) AS first_row, '
	. join(', ', map { "$group{$_} OVER f AS $_" } @windowed)
	. " FROM (TABLE whole UNION ALL TABLE noise) AS n
	WINDOW f AS (PARTITION BY place ORDER BY i ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)) AS w WHERE i = first_row",
	\@windowed);

# Tables of states that are kept: shard by shard, with rows that are taken back; year by year.
sub change
{
	my ($sign, $from, $columns) = @_;
	my $list = join ', ', @$columns;
	my $rule = join ', ', map { "$_ = coalesce(kept.$_ $sign excluded.$_, kept.$_, excluded.$_)" } @$columns;

	return "INSERT INTO kept (place, $list) SELECT place, $list FROM $from ON CONFLICT (place) DO UPDATE SET $rule;";
}
my $keep = "CREATE TABLE kept AS SELECT place, @{[join ', ', @names]} FROM truth WITH NO DATA; ALTER TABLE kept ADD PRIMARY KEY (place);";
my @sums = sort grep { !/^(?:stock|peak|least|first)$/ } keys %group;
my $noise = '(SELECT place, ' . columns(\%group) . ' FROM noise WHERE place <> \'silent\' GROUP BY place) AS n';
is(psql($whole, join '', $keep, change('+', 'states_2', \@names), change('+', 'states_1', \@names), change('+', $noise, \@sums),
	change('+', 'states_0', \@names), change('-', $noise, \@sums)), '', 'a table of states is kept');
compare('kept, shard by shard, rows taken back', 'TABLE kept', \@names);
is(psql($whole, join '', 'DROP TABLE kept;', $keep,
	map { change('+', '(SELECT place, ' . columns(\%state) . " FROM whole WHERE year = $_ GROUP BY place) AS y", \@names) } 2023, 2020, 2022, 2021),
	'', 'and another');
compare('kept, year by year', 'TABLE kept', \@names);

drop_databases();
done_testing();
