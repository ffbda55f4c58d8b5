#!/usr/bin/perl
# Whatever can run long is cancelled when it should be.  Each query goes on for several times the
# timeout that it gets; and where the function that is named is entered with a cancel at hand, it
# is not left again before that is seen.  Told at a moment in the midst of it, a backend stops soon,
# by its processor time.  MOMENTS=20 takes more moments, MOST_LATE=0.2 allows so many seconds, and
# ONLY=plan_gini takes queries of that alone.
use strict;
use warnings;
use Test::More;
use Time::HiRes qw(time);

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $database = 'tnplan_interrupt';
my @timeouts = (20, 5, 1);

# Generous: a machine under load may let a backend wait.
my $most_seconds = 20;
# Of processor time, also where memory is slow, is overwritten, or is looked after by a sanitizer.
my $most_late = $ENV{MOST_LATE} // ($ENV{SERVER_PROGRAM} ? 20 : 2);
my $moments = $ENV{MOMENTS} // 1;

sub psql
{
	my (@commands) = @_;

	open my $output, '-|', "$bindir/psql", '-XqAt', '-v', 'VERBOSITY=sqlstate', '-v', 'ON_ERROR_STOP=1', '-d', $database,
		map { ('-c', $_) } @commands
		or die "psql: $!\n";
	my $text = join '', <$output>;
	close $output;
	return ($? >> 8, $text);
}

system("$bindir/dropdb", '--if-exists', $database);
system("$bindir/createdb", $database) == 0 or BAIL_OUT('no database');
my ($status) = psql(<<'SQL');
CREATE EXTENSION tnplan;
CREATE UNLOGGED TABLE pairs AS
SELECT i, hashint4(i) / 7.0::float8 AS x, hashint4(i * 7 + 1) / 3.0::float8 AS y, 2147483649 + hashint4(i)::float8 AS amount, i / 10 AS unit, 2000 + i % 10 AS year
FROM generate_series(1, 400000) AS i;
CREATE UNLOGGED TABLE arrays (a text[], b text[], k text[], s float8[]);
INSERT INTO arrays SELECT array_agg('item ' || i), array_agg('item ' || i * 7 % 400001), array_agg('criterion ' || i % 5), array_agg(x) FROM pairs;
CREATE UNLOGGED TABLE states AS
SELECT plan_ranking_agg(unit, year, x) AS ranking, plan_ranking_agg('unit ' || unit, year, x) AS named, plan_trend_cube_agg(unit, date '2000-01-01' + year, x) AS trends,
	plan_figure_cube_agg(unit % 100, date '2000-01-01' + (year - 2000) * 31, 'stock', x, 'account ' || unit) AS figures,
	plan_cube_agg(unit, date '2000-01-01' + (year - 2000) * 31, x, 1, 'higher') AS cube, plan_tree_agg(i, nullif(i / 2, 0)) AS tree, plan_targets_agg('unit ' || unit, year, plan_goal(x, 1)) AS targets,
	plan_figure_cube_agg(unit, date '2000-01-01' + (year - 2000) * 31, 'flow', x) AS flows, plan_targets_agg(unit, year, plan_goal(x, 1)) AS goals FROM pairs;
CREATE UNLOGGED TABLE facts AS SELECT unit, date '2020-01-01' + i % 2000 AS at, x AS actual, y AS target FROM pairs;
DO $$ BEGIN PERFORM plan_create_rollup('cards', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')"}', 'year'); END $$;
DO $$ BEGIN PERFORM plan_create_rollup('appended', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')"}', 'year', mode => 'append'); END $$;
CALL plan_create_workspace('w');
INSERT INTO w.place (code, name) VALUES ('P', 'Province');
INSERT INTO w.node (code, name) VALUES ('N', 'Plan');
INSERT INTO w.indicator (code, node, name) SELECT 'I' || i, 'N', 'Indicator ' || i FROM generate_series(1, 200) AS i;
INSERT INTO w.target (indicator, place, period, goal, known_on) SELECT 'I' || i, 'P', y::text, '>= 10', '2016-01-01' FROM generate_series(1, 200) AS i, generate_series(2016, 2025) AS y;
CREATE UNLOGGED TABLE staging (indicator text, period text, actual text, known_on text);
INSERT INTO staging SELECT 'Indicator ' || 1 + i % 200, 2016 + i % 8 || '-' || to_char(1 + i % 12, 'FM00'), i::text, (date '2010-01-01' + i % 4000)::text FROM generate_series(1, 20000) AS i;
CREATE UNLOGGED TABLE tasks AS SELECT 'M' || i AS code, 'N' AS node, 'Task ' || i AS name, (date '2016-01-01' + i % 4000)::text AS due FROM generate_series(1, 100000) AS i;
CREATE UNLOGGED TABLE standings AS SELECT 'R' AS ranking, 'Province' AS place, (1600 + i)::text AS period, '8/63' AS standing FROM generate_series(1, 399) AS i;
CREATE UNLOGGED TABLE goals AS SELECT 'Indicator ' || 1 + i % 200 AS indicator, (1600 + i / 200)::text AS period, '>= ' || i AS target FROM generate_series(1, 40000) AS i;
CREATE UNLOGGED TABLE wide AS SELECT array_agg(i::float8 ORDER BY i) AS x, array_agg((i % 2)::float8) AS odd, array_agg(date '1800-01-01' + i % 700000 ORDER BY i) AS days, array_agg('b' || i % 30) AS branches,
	array_agg(plan_year(date '2000-01-01' + i % 9000)) AS years, array_agg('met'::text) AS statuses, array_agg(plan_standing(1 + i % 63, 63)) AS standings
FROM generate_series(1, 3000000) AS i;
CREATE UNLOGGED TABLE texts AS SELECT ranking::text, named::text, trends::text, figures::text, cube::text, tree::text, targets::text FROM states;
SQL
is($status, 0, 'there is something to compute');

my @queries = (
	(map { "SELECT plan_$_(x, y) FROM pairs" } qw(kendall_tau_b kendall_tau_c weighted_tau weighted_tau_product spearman footrule footrule_normalized mean_shift max_shift)),
	(map { "SELECT plan_$_(i::text, x, y, 0.9999999, 'b') FROM pairs" } qw(rbo rbo_min rbo_max)),
	(map { "SELECT plan_$_(a, b, 0.9999999) FROM arrays" } qw(rbo rbo_min rbo_max)),
	(map { "SELECT plan_$_(amount) FROM pairs" } qw(gini gini_corrected hoover palma theil_t theil_l cv sigma geometric_mean)),
	(map { "SELECT plan_$_(amount, amount) FROM pairs" } qw(gini hoover palma)),
	(map { "SELECT plan_theil_$_(amount, unit), plan_theil_$_(amount, unit::text) FROM pairs" } qw(t_between t_within l_between l_within)),
	'SELECT count(*) FROM arrays, plan_borda(a, k, s)',
	'SELECT count(*) FROM arrays, plan_copeland(a[1:20000], k[1:20000], s[1:20000])',
	'SELECT plan_ranking_agg(i, 2000, x) FROM pairs',
	"SELECT plan_ranking_agg('unit ' || unit, year, x, 'higher', 2) FROM pairs",
	"SELECT plan_published_ranking_agg(i, 2000, i || '/400000') FROM pairs",
	"SELECT count(d) FROM (SELECT plan_cumulative(date '2000-01-01' + year, x) OVER (ORDER BY year) AS d FROM pairs) AS r",
	'SELECT count(d) FROM (SELECT plan_rank_delta(unit, year, x) OVER (ORDER BY year, x DESC) AS d FROM pairs) AS r',
	(map { "SELECT count(*) FROM states, plan_$_(ranking) AS r UNION ALL SELECT count(*) FROM states, plan_$_(named" . { rank_history => ', NULL::text', ranks => ', NULL, NULL, NULL::text', rank_agreement => '' }->{$_} . ') AS r' } qw(rank_history ranks rank_agreement)),
	'SELECT plan_rollup(ranking), plan_rollup(named) FROM states',
	'SELECT plan_trend_cube_agg(unit, current_date - year, x) FROM pairs',
	'SELECT count(*) FROM states, plan_trend_cube_rows(trends) AS r',
	"SELECT plan_figure_cube_agg(unit, current_date - year, 'flow', x) FROM pairs",
	"SELECT plan_figure_cube_agg(unit % 100, current_date - year, 'stock', x, i) FROM pairs",
	"SELECT count(plan_figure_at(figures, unit % 100, '2000-2001')) FROM states, pairs",
	'SELECT plan_rollup(figures) FROM states, generate_series(1, 3)',
	"SELECT count(*) FROM states, plan_figure_rows(figures, '{year,quarter,month}')",
	"SELECT count(*) FROM states, plan_performance(flows, goals, '{year}')",
	"SELECT plan_cube_agg(unit, current_date - year, x, 1, 'higher') FROM pairs",
	"SELECT count(*) FROM states, plan_cube_rows(cube, '{year,quarter,month}', NULL, tree)",
	'SELECT plan_tree_agg(i, nullif(i / 2, 0)) FROM pairs',
	'SELECT plan_targets_agg(unit, year, plan_goal(x, 1)) FROM pairs',
	'SELECT plan_rollup(targets) FROM states, generate_series(1, 3)',
	'SELECT count(*) FROM states, plan_targets_rows(targets, NULL::text) AS r',
	(map { "SELECT length(CAST($_ AS text)) FROM states" } qw(named trends figures cube tree targets)),
	(map { "SELECT CAST($$_[0] AS $$_[1]) IS NULL FROM texts" } ['named', 'plan_ranking'], ['ranking', 'plan_ranking'], ['trends', 'plan_trend_cube'], ['figures', 'plan_figure_cube'], ['cube', 'plan_cube'], ['tree', 'plan_tree'], ['targets', 'plan_targets']),
	"SELECT count(*) FROM plan_subperiods('4000 BC..9999', 'day')",
	"SELECT count(*) FROM plan_spread(100, '1800..3500', 'day')",
	"SELECT plan_calendar('standard', array_agg(date '1800-01-01' + i))::text::plan_calendar IS NULL FROM pairs",
	"SELECT plan_report('w', as_of => '2024-06-30')",
	"SELECT count(*) FROM plan_load_actuals('w', 'staging', place => 'P')",
	"SELECT count(*) FROM plan_load_milestones('w', 'tasks')",
	"SELECT plan_close_period('w', '2016-2025', early => true)",
	"CALL plan_create_workspace('v', sample => true)",
	"SELECT * FROM plan_check_rollup('cards')",
	"SELECT plan_refresh_rollup('cards')",
	"SELECT plan_compact_rollup('appended')",
	"INSERT INTO facts SELECT * FROM facts",
	'SELECT plan_moments_agg(\'theil_t\', amount) FROM pairs',
	"SELECT plan_trend_agg(date '2000-01-01' + i, x) FROM pairs",
	"SELECT plan_scorecard_agg(x, y, 'higher') FROM pairs",
	(map { "SELECT count(*) FROM states, plan_$_(ranking, '2000', '2001', 40000) AS r" } qw(movers risers fallers)),
	'SELECT count(*) FROM states, plan_rank_volatility(ranking) AS r',
	'SELECT count(*) FROM states, plan_rank_turnover(ranking, 30000) AS r',
	'SELECT count(*) FROM states, plan_tree_rows(tree) AS r',
	"SELECT count(*) FROM states, plan_cube_rows_as(NULL::bigint, cube, '{year,quarter,month}')",
	"SELECT count(*) FROM states, plan_figure_rows_as(NULL::bigint, figures, '{year,quarter,month}')",
	"SELECT count(*) FROM states, plan_performance_as(NULL::bigint, flows, goals, '{year}')",
	"SELECT plan_report_query('SELECT unit::text AS name, x AS actual, ''>= 1'' AS goal FROM pairs LIMIT 3000')",
	"SELECT count(*) FROM plan_load_targets('w', 'goals', place => 'P', known_on => '2016-01-01')",
	"SELECT count(*) FROM plan_load_standings('w', 'standings', known_on => '2016-01-01')");

# What takes arrays of any length, and may be done soon.
my @lengthy = (
	"SELECT plan_calendar('standard', days) IS NULL FROM wide",
	(map { "SELECT plan_$_ FROM wide" } qw{cohesion_class(x) sdsn_dashboard(odd) sdsn_goal_score(x) sdsn_index(x) spark(x) sparkline_svg(x) burnup_svg(x)}),
	"SELECT plan_milestone_expected(days[1:700000], x[1:700000], '2500-01-01'), plan_milestone_share(days[1:700000], x[1:700000], '2500-01-01') FROM wide",
	'SELECT plan_earned_schedule(x, 1000000), plan_time_estimates(1, 1, 1, 3000000, x, 7) FROM wide',
	'SELECT plan_earned_value(1, 1, 1, 3000000, x, 7, 8) FROM wide',
	'SELECT length(plan_heatmap_svg(branches, years, statuses)) FROM wide',
	'SELECT length(plan_slope_svg(branches, years, standings)) FROM wide',
	"SELECT plan_status(1, '>= 5', 1, x), plan_bounded_status(1, '>= 5', 'lower', 1, x) FROM wide",
	'SELECT count(*) FROM wide, plan_borda(branches, branches, x)',
	"SELECT count(*) FROM wide, plan_spread(100, '1800..3500', 'day', 'weight', x)",
	"SELECT plan_working_days('0001..9999', plan_calendar('standard', days[1:700000])) FROM wide",
	(map { "SELECT plan_parse_$_(repeat('1 ', 10000000))" } qw(amount period goal standing date)),
	(map { "SELECT repeat('1 ', 10000000)::$_" } qw(plan_goal plan_period plan_scorecard plan_trend plan_moments plan_calendar plan_ranking plan_cube plan_tree plan_targets)),
	"SELECT plan_bullet_svg(1, '>= 5', 1, x), plan_scorecard_status('empty', 1, x), plan_earned_summary('empty', x) FROM wide",
	"SELECT count(*) FROM states, plan_rank_path(ranking, 5::bigint), plan_ranking_periods(ranking)",
	"SELECT plan_standing_of(ranking, 5::bigint, '2000'), plan_ranking_entities(ranking), plan_cells(cube), plan_cube_at(cube, 5::bigint, '2000'), plan_target_at(goals, 5::bigint, '2000'), plan_trend_cube_at(trends, 5::bigint) FROM states",
	"SELECT count(*) FROM plan_rollups(), plan_ancestor_rows('2000-01'), unnest(plan_ancestors('2000-01'))",
	"CALL plan_grant_workspace('w', 'pg_monitor', 'reader')",
	"CALL plan_revoke_workspace('w', 'pg_monitor')",
	"SELECT plan_create_rollup('other', 'facts', '{unit}', 'at', '{\"card\": \"plan_scorecard_agg(actual, target, ''higher'')\"}', 'year')",
	"SELECT plan_close_period('w', '2016-2025'), plan_reopen_period('w', '2016-2025')",
	"SELECT plan_drop_rollup('appended')",
	"CALL plan_drop_workspace('w', force => true)");

# What takes arrays or states that grow with their rows, returns rows, or writes.
my ($unlisted, $names) = psql(<<'SQL');
SELECT DISTINCT p.proname FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' JOIN pg_extension AS e ON e.oid = d.refobjid AND e.extname = 'tnplan'
WHERE p.proname ~ '^plan_' AND p.prokind IN ('f', 'p') AND (p.proretset OR p.provolatile = 'v' OR EXISTS (
	SELECT FROM unnest(p.proargtypes) AS t (oid) WHERE t.oid::regtype::text ~ '^plan_(ranking|cube|figure_cube|trend_cube|targets|tree)$|\[\]'))
ORDER BY 1
SQL
my $all = join "\n", @queries, @lengthy;
is(join(' ', grep { $all !~ /\b$_\b/ } split ' ', $names), '', 'no function that can run long is left out');

my $only = $ENV{ONLY} // q{};

for my $query (grep { /$only/ } @queries)
{
	my $begin = time;
	my $state = '';

	# A fast machine may be done before the first of them.
	for my $timeout (@timeouts)
	{
		$state = qx("$bindir/psql" -XqAt -v VERBOSITY=sqlstate -d $database -c "SET statement_timeout = $timeout" -c "$query" 2>&1 >/dev/null);
		last if $state ne '';
	}
	chomp $state;
	is($state, 'ERROR:  57014', $query);
	cmp_ok(time - $begin, '<', $most_seconds, 'and soon');
}

# The seconds of processor time that a process has taken.
sub used
{
	my ($pid) = @_;

	open my $in, '<', "/proc/$pid/schedstat" or return;
	return (split ' ', <$in> // return)[0] / 1e9;
}

# The seconds of processor time that a backend still takes after it is told to stop at a moment of a query, 0
# where it is done before; and an error in the query itself.  What is too large may be refused.
sub lateness
{
	my ($query, $moment) = @_;
	my @sql = ('SET jit = off', 'SET max_parallel_workers_per_gather = 0', q{SELECT 'backend', pg_backend_pid()}, 'BEGIN', $query =~ /^SELECT/ ? "COPY ($query) TO '/dev/null'" : $query,
		'ROLLBACK', q{SELECT 'used', split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)});
	my $client = open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'VERBOSITY=sqlstate', '-d', $database, map { ('-c', $_) } @sql
	  or die "psql: $!\n";
	my ($pid) = (<$output> // '') =~ /^backend\|(\d+)/ or die "no backend\n";
	my $begin = used($pid);
	my $told = $begin;

	select undef, undef, undef, 0.001 while defined $told && $told < $begin + $moment && defined($told = used($pid)) && kill 0, $client;
	kill 'INT', $pid;
	my $answer = do { local $/; <$output> } // '';
	close $output;
	return ($answer =~ /^used\|(\d+)/m && defined $told ? $1 / 1e9 - $told : 0, $answer =~ /^ERROR:  ((?:42|55|XX).*)/m ? $1 : '');
}

SKIP:
{
	my ($failed, $server) = psql("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)");

	skip 'the kernel does not tell the processor time of a process', 1 if !defined used($$);
	skip 'the server belongs to somebody else', 1 if !kill 0, $server;

	for my $query (grep { /$only/ && !/^INSERT/ } @queries, @lengthy)
	{
		my ($latest, @errors) = (0);

		for my $i (1 .. $moments)
		{
			my ($late, $error) = lateness($query, 0.004 * (300 ** (($i - 0.5) / $moments)));

			$latest = $late if $late > $latest;
			push @errors, $error if $error ne '';
		}
		is("@errors", '', $query);
		cmp_ok($latest, '<=', $most_late, sprintf 'stopped %.0f ms after it was told', 1000 * $latest);
	}
}

# The first aggregate is finished first, and cancels the query: what follows is the final function
# of the other.  Only a function that has not looked lets the sequence go on.
($status) = psql('CREATE AGGREGATE cancel(int) (SFUNC = int4larger, STYPE = int, FINALFUNC = pg_cancel_backend)', 'CREATE SEQUENCE returned');
is($status, 0, 'a query can cancel itself');

my $cancel = 'cancel(pg_backend_pid())';
my $cancelled = 'pg_cancel_backend(pg_backend_pid())';
my @entered = (
	(map { "$cancel, plan_$_(x, y) IS NULL, nextval('returned') FROM pairs" } qw(kendall_tau_b kendall_tau_c weighted_tau weighted_tau_product spearman footrule footrule_normalized mean_shift max_shift)),
	(map { "$cancel, plan_$_(i::text, x, y, 0.9999999, 'b') IS NULL, nextval('returned') FROM pairs" } qw(rbo rbo_min rbo_max)),
	(map { "$cancel, plan_$_(amount) IS NULL, nextval('returned') FROM pairs" } qw(gini gini_corrected hoover palma)),
	(map { "$cancel, plan_$_(amount, amount) IS NULL, nextval('returned') FROM pairs" } qw(gini hoover palma)),
	(map { ("$cancel, plan_theil_$_(amount, unit) IS NULL, nextval('returned') FROM pairs", "$cancel, plan_theil_$_(amount, unit::text) IS NULL, nextval('returned') FROM pairs") } qw(t_between t_within l_between l_within)),
	"$cancel, plan_ranking_agg(i, 2000, x) IS NULL, nextval('returned') FROM pairs",
	"$cancel, plan_ranking_agg('unit ' || unit, year, x, 'higher', 2) IS NULL, nextval('returned') FROM pairs",
	"$cancel, plan_published_ranking_agg(i, 2000, i || '/400000') IS NULL, nextval('returned') FROM pairs",
	"$cancel, plan_trend_cube_agg(unit, current_date - year, x) IS NULL, nextval('returned') FROM pairs",
	"$cancel, plan_figure_cube_agg(unit, current_date - year, 'stock', x, i) IS NULL, nextval('returned') FROM pairs",
	"plan_figure_at(CASE WHEN $cancelled THEN figures END, 7, '2000-2001'), nextval('returned') FROM states",
	"$cancel, plan_cube_agg(unit, current_date - year, x, 1, 'higher') IS NULL, nextval('returned') FROM pairs",
	"$cancel, plan_tree_agg(i, nullif(i / 2, 0)) IS NULL, nextval('returned') FROM pairs",
	"$cancel, plan_targets_agg(unit, year, plan_goal(x, 1)) IS NULL, nextval('returned') FROM pairs",
	(map { "plan_$_(a, CASE WHEN $cancelled THEN b END, 0.9999999), nextval('returned') FROM arrays" } qw(rbo rbo_min rbo_max)),
	(map { ("CAST(CASE WHEN $cancelled THEN $_ END AS text) IS NULL, nextval('returned') FROM states",
		"CAST(CASE WHEN $cancelled THEN $_ END AS jsonb) IS NULL, nextval('returned') FROM states",
		"(CASE WHEN $cancelled THEN $_ END) = $_, nextval('returned') FROM states") } qw(ranking named trends figures cube tree targets)),
	(map { "CAST(CASE WHEN $cancelled THEN $$_[0] END AS $$_[1]) IS NULL, nextval('returned') FROM texts" } ['named', 'plan_ranking'], ['ranking', 'plan_ranking'], ['trends', 'plan_trend_cube'], ['figures', 'plan_figure_cube'], ['cube', 'plan_cube'], ['tree', 'plan_tree'], ['targets', 'plan_targets']));

for my $entered (grep { /$only/ } @entered)
{
	my $state = qx("$bindir/psql" -XqAt -v VERBOSITY=sqlstate -d $database -c "SET max_parallel_workers_per_gather = 0" -c "SELECT $entered" 2>&1 >/dev/null);

	chomp $state;
	my ($failed, $called) = psql('SELECT is_called FROM returned', 'ALTER SEQUENCE returned RESTART');
	is("$state, returned: $called", "ERROR:  57014, returned: f\n", $entered);
}
system("$bindir/dropdb", $database);
done_testing();
