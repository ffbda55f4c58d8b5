#!/usr/bin/perl
# Memory and disk run out at many points of whatever takes much of them: that is an error of its own class, the session and
# the server go on, what is asked for again is as it was, and rollups are what computing them anew gives.
#
# prlimit of util-linux takes memory from a backend; a small tmpfs, which only root can mount, is the full disk.
use strict;
use warnings;
use IPC::Open2;
use Test::More;

# Sanitizers take memory of their own, and PostgreSQL's own servers cannot load what is built for them.
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my @as_server = $> == 0 ? ('runuser', '-u', 'postgres', '--') : ();
chomp(my $folder = `@as_server mktemp -d /tmp/tnplan.XXXXXX`);
my ($running, @mounted);
my ($without_memory, $without_disk) = (0, 0);

delete $ENV{PGDATA};

# A session that has ended is told from what it answers.
$SIG{PIPE} = 'IGNORE';

# What the server under test was told to find the extension, for servers like it.
my $query = "SELECT name || ' = ' || quote_literal(setting) FROM pg_settings WHERE name IN ('extension_destdir', 'extension_control_path', 'dynamic_library_path')";
my $settings = qx("$bindir/psql" -XqAtc "$query" postgres);

@ENV{qw(PGHOST PGPORT PGUSER PGCLIENTENCODING)} = ($folder, 5432, 'postgres', 'UTF8');

sub run
{
	my ($program, @arguments) = @_;
	my $log = "$folder/$program.log";
	my $status = system(@as_server, 'sh', '-c', 'cd "$1" && shift && log=$1 && shift && exec "$@" >"$log" 2>&1 </dev/null',
		'sh', $folder, $log, "$bindir/$program", @arguments);

	diag("$program @arguments: " . `cat "$log"`) if $status != 0;
	return $status == 0;
}

sub start
{
	my ($data) = @_;

	$running = $data if run('pg_ctl', '-D', $data, '-l', "$folder/server.out", '-w', '-t', '120', 'start');
	return $running || BAIL_OUT('the server did not start');
}

sub stop
{
	my ($mode) = @_;
	my $data = $running;

	undef $running;
	return run('pg_ctl', '-D', $data, '-m', $mode, '-w', '-t', '120', 'stop');
}

sub make_server
{
	my ($data) = @_;

	run('initdb', '-D', $data, '-U', 'postgres', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--no-sync', '--wal-segsize=1') or BAIL_OUT('initdb failed');
	open my $conf, '|-', @as_server, 'sh', '-c', 'cat >>"$1"', 'sh', "$data/postgresql.conf" or BAIL_OUT("$data: $!");
	print $conf "listen_addresses = ''\nunix_socket_directories = '$folder'\nfsync = off\nshared_buffers = 16MB\nmin_wal_size = 2MB\nmax_wal_size = 8MB\njit = off\n"
	  . "max_parallel_workers_per_gather = 0\nautovacuum = off\n$settings";
	close $conf;
	start($data);
}

# What psql prints, errors included.
sub psql
{
	my (@sql) = @_;

	open my $psql, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'VERBOSITY=verbose', '-v', 'ON_ERROR_STOP=1', '-d', 'postgres', map { ('-c', $_) } @sql
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$psql> } // '';
	close $psql;
	return $text =~ s/\n\z//r;
}

# A session to which statements are sent one by one.
sub session
{
	my %session;

	$session{psql} = open2($session{out}, $session{in}, 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'VERBOSITY=sqlstate', '-d', 'postgres');
	# Errors are reported from a stack that cannot grow any more: let it be deep enough.
	ask(\%session, q(SELECT length((repeat('[', 4000) || repeat(']', 4000))::json::text)));
	$session{pid} = ask(\%session, 'SELECT pg_backend_pid()');
	return \%session;
}

sub ask
{
	my ($session, $sql) = @_;
	my $answer = '';

	print { $session->{in} } "$sql;\n\\echo == done\n";
	$session->{in}->flush;
	while (defined(my $line = readline $session->{out}))
	{
		return $answer =~ s/\n\z//r if $line eq "== done\n";
		$answer .= $line;
	}
	return $answer . 'the session has ended';
}

sub end_session
{
	my ($session) = @_;

	close $session->{in};
	waitpid $session->{psql}, 0;
}

# Let a backend have so many megabytes more than it has, or as many as it wants.
sub allow
{
	my ($session, $megabytes) = @_;
	my $limit = 'unlimited';

	if (defined $megabytes)
	{
		open my $status, '<', "/proc/$session->{pid}/status" or return 0;
		my ($size) = join('', <$status>) =~ /^VmSize:\s+(\d+)/m or return 0;
		$limit = ($size + $megabytes * 1024) * 1024;
	}
	return system(@as_server, 'prlimit', "--pid=$session->{pid}", "--as=$limit:unlimited") == 0;
}

my $differences = 'SELECT count(*) FROM plan_rollups() AS r, plan_check_rollup(r.rollup) AS c';

END
{
	my $status = $?;

	stop('immediate') if $running;
	system('umount', $_) for @mounted;
	system(@as_server, 'rm', '-rf', $folder) if $folder;
	$? = $status;
}

my $tables = <<'SQL';
CREATE EXTENSION tnplan;
CREATE TABLE facts (unit int NOT NULL, at date NOT NULL, actual float8, target float8);
SELECT plan_create_rollup('cards', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')"}', 'month');
SELECT plan_create_rollup('appended', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')"}', 'month', mode => 'append');
CALL plan_create_workspace('w', sample => true);
CREATE TABLE staging ("Chỉ tiêu" text, "Kỳ" text, "Thực hiện" text, "Ngày công bố" text);
INSERT INTO staging SELECT 'Thu ngân sách nhà nước', '2023-Q1', i::text, (date '2000-01-01' + i)::text FROM generate_series(1, 5000) AS i;
SQL
my $load = q(SELECT value FROM plan_load_actuals('w', 'staging', place => 'Thái Nguyên') WHERE row_number IS NULL);

make_server("$folder/data");
is(psql($tables) =~ s/\n/ /r, 'cards appended', 'there are rollups and a workspace');
SKIP:
{
	my $session = session();

	skip 'prlimit cannot take memory from a backend', 1 if system("command -v prlimit >/dev/null 2>&1") != 0 || !allow($session, 1000);
	end_session($session);
	is(psql(<<'SQL'), '', 'there is something that takes memory');
CREATE UNLOGGED TABLE pairs AS
SELECT i, hashint4(i) / 7.0::float8 AS x, hashint4(i * 7 + 1) / 3.0::float8 AS y, 2147483649 + hashint4(i)::float8 AS amount, 1 + i / 10 AS unit, 2000 + i % 10 AS year
FROM generate_series(1, 50000) AS i;
CREATE UNLOGGED TABLE arrays AS SELECT array_agg('item ' || i) AS a, array_agg('item ' || i * 11 % 50001) AS b, array_agg('criterion ' || i % 5) AS k, array_agg(x) AS s, array_agg(date '2000-01-01' + i % 10000) AS days FROM pairs;
CREATE UNLOGGED TABLE states AS
SELECT plan_ranking_agg(unit, year, x) AS ranking, plan_ranking_agg('unit ' || unit, year, x) AS named, plan_trend_cube_agg(unit, date '2000-01-01' + year, x) AS trends,
	plan_figure_cube_agg(unit % 100, date '2000-01-01' + (year - 2000) * 31, 'stock', x, 'account ' || unit) AS figures, plan_figure_cube_agg(unit, date '2000-01-01' + (year - 2000) * 31, 'flow', x) AS flows,
	plan_cube_agg(unit, date '2000-01-01' + (year - 2000) * 31, x, 1, 'higher') AS cube, plan_tree_agg(i, nullif(i / 2, 0)) AS tree, plan_targets_agg('unit ' || unit, year, plan_goal(x, 1)) AS targets, plan_targets_agg(unit, year, plan_goal(x, 1)) AS goals FROM pairs;
CREATE UNLOGGED TABLE texts AS SELECT ranking::text, named::text, trends::text, figures::text, cube::text, tree::text, targets::text FROM states;
SQL
	my @queries = (
		'plan_kendall_tau_b(x, y), plan_weighted_tau(x, y), plan_spearman(x, y) FROM pairs',
		"plan_rbo(i::text, x, y, 0.9999999, 'b') FROM pairs",
		'plan_rbo(a, b, 0.9999999) FROM arrays',
		'plan_gini(amount), plan_palma(amount, amount) FROM pairs',
		'plan_theil_t_within(amount, unit::text) FROM pairs',
		'count(*), sum(place) FROM arrays, plan_borda(a, k, s)',
		'count(*), sum(place) FROM arrays, plan_copeland(a[1:2000], k[1:2000], s[1:2000])',
		"count(d) FROM (SELECT plan_rank_delta(unit, year, x) OVER (ORDER BY year, x DESC) AS d FROM pairs) AS r",
		"pg_column_size(plan_ranking_agg('unit ' || i, year, x)) FROM pairs",
		"pg_column_size(plan_published_ranking_agg(i, year, i || '/50000')) FROM pairs",
		'pg_column_size(plan_trend_cube_agg(i, current_date, x)) FROM pairs',
		"pg_column_size(plan_figure_cube_agg(unit % 100, date '2000-01-01', 'stock', x, 'account ' || i)) FROM pairs",
		"pg_column_size(plan_cube_agg(i, date '2000-01-01', x, 1, 'higher')) FROM pairs",
		"pg_column_size(plan_tree_agg('node ' || i, 'node ' || nullif(i / 2, 0))) FROM pairs",
		"pg_column_size(plan_targets_agg('unit ' || unit, year, plan_goal(x, 1))) FROM pairs",
		(map { "count(*), max(r::text) FROM states, $_ AS r" } 'plan_rank_history(ranking)', 'plan_ranks(named, NULL, NULL, NULL::text)', 'plan_rank_volatility(named, NULL::text)', 'plan_rank_agreement(ranking)',
			'plan_trend_cube_rows(trends)', 'plan_tree_rows(tree)', 'plan_targets_rows(targets, NULL::text)', "plan_figure_rows(figures, '{year,month}')", "plan_cube_rows(cube, '{year,month}', NULL, tree)",
			"plan_performance(flows, goals, '{year}', NULL, tree)"),
		(map { "pg_column_size(plan_rollup($_)) FROM states" } qw(ranking named trends figures cube targets)),
		(map { "length(CAST($_ AS text)) FROM states" } qw(named figures cube tree targets)),
		(map { "pg_column_size(CAST($_ AS jsonb)) FROM states" } qw(named figures cube tree targets)),
		(map { "pg_column_size(CAST($$_[0] AS $$_[1])) FROM texts" } ['named', 'plan_ranking'], ['trends', 'plan_trend_cube'], ['figures', 'plan_figure_cube'], ['cube', 'plan_cube'], ['tree', 'plan_tree'], ['targets', 'plan_targets']),
		"count(*) FROM plan_subperiods('1800..2500', 'day')",
		"length(plan_calendar('standard', days)::text::plan_calendar::text) FROM arrays",
		"length(plan_report('w', as_of => '2023-06-29'))",
		q(length(plan_report_query('SELECT ''indicator '' || i AS name, x AS actual, ''>= 1'' AS goal FROM pairs WHERE i < 500', 'T', '2023-06-29'))));

	for my $query (@queries)
	{
		my $session = session();
		my $expected = ask($session, "SELECT $query");
		my ($lacked, @wrong) = (0);

		end_session($session);
		$session = session();
		# Catalogs and libraries are read before.
		ask($session, "EXPLAIN SELECT $query");
		for my $megabytes (0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128)
		{
			last if !allow($session, $megabytes);
			my $answer = ask($session, "SELECT $query");

			allow($session);
			$lacked++, $without_memory++ if $answer eq 'ERROR:  53200';
			push @wrong, "$megabytes MB: $answer" if $answer ne 'ERROR:  53200' && $answer ne $expected;
			last if $answer eq $expected;
		}
		my $again = ask($session, "SELECT $query");
		push @wrong, "afterwards: $again" if $again ne $expected;
		end_session($session);
		like($expected, qr/^\d|^-/, "$query: an answer");
		is_deeply(\@wrong, [], "or, $lacked times, no memory");
	}

	my @statements = (
		['INSERT INTO facts SELECT i, date \'2020-01-01\' + i % 900, i, 1 FROM generate_series(1, 30000) AS i', 'DELETE FROM facts'],
		["SELECT count(*) FROM plan_check_rollup('cards')"], ["SELECT plan_refresh_rollup('cards')"], ["SELECT plan_compact_rollup('appended') >= 0"],
		['UPDATE facts SET unit = unit + 1'], ['DELETE FROM facts WHERE unit % 2 = 0'],
		[$load, "DELETE FROM w.actual WHERE known_on < '2014-01-01'"], ["SELECT plan_close_period('w', '2022')", "SELECT plan_reopen_period('w', '2022')"],
		["CALL plan_create_workspace('v', sample => true)", "CALL plan_drop_workspace('v', force => true)"]);
	my $facts = 'INSERT INTO facts SELECT i, date \'2020-01-01\' + i % 900, i, 1 FROM generate_series(1, 20000) AS i';

	for my $case (@statements)
	{
		my ($statement, $undo) = @$case;
		my $session = session();
		my ($lacked, @wrong) = (0);

		ask($session, $facts) if ask($session, 'SELECT count(*) FROM facts') eq '0';
		ask($session, $load) if !$undo;
		# Libraries are loaded before.
		ask($session, 'SET client_min_messages = error');
		ask($session, $statement);
		for my $megabytes (0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 32, 64, 128)
		{
			ask($session, $undo) if $undo;
			last if !allow($session, $megabytes);
			my $answer = ask($session, $statement);

			allow($session);
			$lacked++, $without_memory++ if $answer eq 'ERROR:  53200';
			push @wrong, "$megabytes MB: $answer" if $answer =~ /ERROR|ended/ && $answer ne 'ERROR:  53200';
			last if $answer ne 'ERROR:  53200';
			push @wrong, "$megabytes MB: a rollup is not right" if ask($session, $differences) ne '0';
		}
		end_session($session);
		is_deeply(\@wrong, [], "$statement: is done wholly, or, $lacked times, not at all");
		is(psql($differences), 0, 'rollups are right');
	}
	unlike(`cat "$folder/server.out"`, qr/terminated by signal|PANIC|crash/, 'the server has not noticed');
}

# A small disk, which a file fills up to so many kilobytes.
sub mount_small
{
	my ($name, $megabytes) = @_;

	return 0 if system(@as_server, 'mkdir', "$folder/$name") != 0
	  || system("mount -t tmpfs -o size=${megabytes}m,mode=700,uid=\$(id -u postgres),gid=\$(id -g postgres) tmpfs '$folder/$name' 2>/dev/null") != 0;
	push @mounted, "$folder/$name";
	return 1;
}

sub leave_free
{
	my ($name, $kilobytes) = @_;

	unlink "$folder/$name/filler";
	return if !defined $kilobytes;
	my ($free) = `df -k --output=avail "$folder/$name"` =~ /(\d+)\s*\z/;
	return system('fallocate', '-l', $free - $kilobytes . 'KiB', "$folder/$name/filler") == 0 if $free > $kilobytes;
}

my $new_facts = 'INSERT INTO facts SELECT i, date \'2020-01-01\' + i % 900, i, 1 FROM generate_series(1, 3000) AS i';

SKIP:
{
	skip 'only root can mount a small disk', 1 if $> != 0 || !mount_small('small', 24);
	my $session = session();
	is(ask($session, "CREATE TABLESPACE small LOCATION '$folder/small'"), '', 'there is a small disk');
	ask($session, "DROP TABLE facts CASCADE; DROP TABLE cards, appended, staging CASCADE; CALL plan_drop_workspace('w', force => true); DROP EXTENSION tnplan CASCADE; SET default_tablespace = small");
	is(ask($session, $tables) =~ s/\n/ /r, 'cards appended', 'with rollups and a workspace on it');
	ask($session, 'SET client_min_messages = error');

	my @statements = (
		[$new_facts, 'DELETE FROM facts; VACUUM FULL facts; VACUUM FULL cards; VACUUM FULL appended_deltas'],
		["SELECT plan_refresh_rollup('cards') > 0"], ["SELECT plan_compact_rollup('appended') > 0", "UPDATE facts SET actual = actual + 1"],
		['UPDATE facts SET unit = unit + 1'], ['DELETE FROM facts WHERE unit % 2 = 0'],
		["SELECT plan_create_rollup('more', 'facts', '{unit}', 'at', '{\"n\": \"count(*)\"}', 'day')", "SELECT plan_drop_rollup('more')"],
		[$load, 'TRUNCATE w.actual, w.change_log'], ["SELECT plan_close_period('w', '2022')", "SELECT plan_reopen_period('w', '2022'); VACUUM FULL w.closed_verdict; TRUNCATE w.change_log"],
		["CALL plan_create_workspace('v', sample => true)", "CALL plan_drop_workspace('v', force => true)"]);

	for my $case (@statements)
	{
		my ($statement, $undo) = @$case;
		my ($lacked, @wrong) = (0);

		ask($session, $new_facts) if ask($session, 'SELECT count(*) FROM facts') eq '0';
		for my $kilobytes (0, 8, 24, 48, 96, 192, 384, 768, 1500, 3000)
		{
			ask($session, $undo) if $undo;
			ask($session, 'CHECKPOINT');
			leave_free('small', $kilobytes);
			my $answer = ask($session, $statement);

			$lacked++, $without_disk++ if $answer eq 'ERROR:  53100';
			push @wrong, "$kilobytes kB: $answer" if $answer =~ /ERROR|ended/ && $answer ne 'ERROR:  53100';
			# Reading, too, may need room: for what says that all can see the rows of a page.
			leave_free('small');
			push @wrong, "$kilobytes kB: a rollup is not right" if ask($session, $differences) ne '0';
		}
		is_deeply(\@wrong, [], "$statement: is done wholly, or, $lacked times, not at all");
	}

	# Rows that do not fit into work_mem.
	ask($session, "CALL plan_drop_workspace('w', force => true); DROP TABLE facts, staging, cards, appended CASCADE; SET default_tablespace = ''; SET temp_tablespaces = small; SET work_mem = '64kB'");
	for my $select ("count(*) FROM plan_subperiods('1800..2500', 'day')", "count(*) FROM plan_spread(100, '1800..2500', 'day')",
		"count(*) FROM plan_rank_history((SELECT plan_ranking_agg(i, 2000, i) FROM generate_series(1, 30000) AS i))", "count(*) FROM plan_tree_rows((SELECT plan_tree_agg(i, nullif(i / 2, 0)) FROM generate_series(1, 30000) AS i))",
		"count(*) FROM plan_cube_rows((SELECT plan_cube_agg(i, date '2020-01-01', i, 1, 'higher') FROM generate_series(1, 30000) AS i), '{year,month}', NULL, (SELECT plan_tree_agg(i, nullif(i / 2, 0)) FROM generate_series(1, 30000) AS i))")
	{
		my $expected = ask($session, "SELECT $select");
		my ($lacked, @wrong) = (0);

		like($expected, qr/^\d+$/, "$select: rows");
		for my $kilobytes (0, 64, 256, 1024, 4096)
		{
			leave_free('small', $kilobytes);
			my $answer = ask($session, "SELECT $select");

			$lacked++, $without_disk++ if $answer eq 'ERROR:  53100';
			push @wrong, "$kilobytes kB: $answer" if $answer ne $expected && $answer ne 'ERROR:  53100';
			leave_free('small');
		}
		push @wrong, 'afterwards' if ask($session, "SELECT $select") ne $expected;
		is_deeply(\@wrong, [], "or, $lacked times, no disk");
	}
	end_session($session);
	cmp_ok($without_disk, '>', 50, 'the disk was full at many points');
	unlike(`cat "$folder/server.out"`, qr/terminated by signal|PANIC|crash/, 'the server has not noticed');
}
stop('fast');

# The whole server is on the small disk: without room for its log it stops, and with some it recovers.
SKIP:
{
	skip 'only root can mount a small disk', 1 if $> != 0 || !mount_small('whole', 100);
	make_server("$folder/whole/data");
	like(psql($tables), qr/appended/, 'a server on it');
	my ($session, $answer, $committed) = (session(), '', 0);

	ask($session, 'SET client_min_messages = error');
	for (1 .. 5)
	{
		ask($session, $new_facts);
		ask($session, "SELECT plan_compact_rollup('appended')");
	}
	leave_free('whole', 1000);
	while ($answer =~ /^\d*$/)
	{
		$answer = ask($session, 'SELECT count(*) FROM facts');
		$committed = $answer if $answer =~ /^\d+$/;
		$answer = ask($session, $new_facts) if $answer =~ /^\d+$/;
	}
	end_session($session);
	ok($committed >= 15000, "$committed rows, then " . $answer =~ s{\n.*}{}sr);
	leave_free('whole');
	# It may have stopped, or be about to start again by itself.
	run('pg_ctl', '-D', $running, '-m', 'immediate', '-w', 'stop') if -e "$folder/whole/data/postmaster.pid";
	start("$folder/whole/data");
	is(psql('SELECT count(*) FROM facts'), $committed, 'what was committed is there, and no more');
	is(psql($differences), 0, 'rollups are right');
	is(psql($new_facts, "SELECT plan_compact_rollup('appended') > 0", $differences), "t\n0", 'and go on');
	is(psql("SELECT plan_close_period('w', '2022')"), 4, 'as the workspace does');
	stop('fast');
}
done_testing();
