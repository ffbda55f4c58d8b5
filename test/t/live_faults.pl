#!/usr/bin/perl
# Live rollups through faults: changes of definition under writers, a backend that is killed and a server that stops at once while facts are written, a
# prepared transaction in between, a standby that replays and is promoted, and a subscriber that has rollups of its
# own of the facts that it receives.  Afterwards each rollup is what computing it anew gives.
use strict;
use warnings;
use IPC::Open2;
use Test::More;
use Time::HiRes qw(sleep time);

# Its servers are PostgreSQL's own, which cannot load what is built to be run under another.
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my @as_server = $> == 0 ? ('runuser', '-u', 'postgres', '--') : ();
chomp(my $folder = `@as_server mktemp -d /tmp/tnplan.XXXXXX`);
my %port = (primary => 5432, standby => 5433, subscriber => 5434);
my %running;
my $load;

delete $ENV{PGDATA};

# What the server under test was told to find the extension, for servers like it.
my $query = "SELECT name || ' = ' || quote_literal(setting) FROM pg_settings WHERE name IN ('extension_destdir', 'extension_control_path', 'dynamic_library_path')";
my $settings = qx("$bindir/psql" -XqAtc "$query" postgres);

@ENV{qw(PGHOST PGUSER PGCLIENTENCODING)} = ($folder, 'postgres', 'UTF8');

sub run
{
	my ($program, @arguments) = @_;
	my $log = "$folder/$program.log";
	my $status = system(@as_server, 'sh', '-c', 'cd "$1" && shift && log=$1 && shift && exec "$@" >"$log" 2>&1 </dev/null',
		'sh', $folder, $log, "$bindir/$program", @arguments);

	diag("$program @arguments: " . `cat "$log"`) if $status != 0;
	return $status == 0;
}

sub append_to
{
	my ($file, $text) = @_;

	open my $out, '|-', @as_server, 'sh', '-c', 'cat >>"$1"', 'sh', "$folder/$file" or BAIL_OUT("$file: $!");
	print $out $text;
	close $out;
}

sub start
{
	my ($server) = @_;

	$running{$server} = run('pg_ctl', '-D', "$folder/$server", '-l', "$folder/$server.out", '-w', '-t', '120', 'start');
	return $running{$server} || BAIL_OUT("$server did not start");
}

sub stop
{
	my ($server, $mode) = @_;

	delete $running{$server};
	return run('pg_ctl', '-D', "$folder/$server", '-m', $mode, '-w', '-t', '120', 'stop');
}

sub make_server
{
	my ($server) = @_;

	run('initdb', '-D', "$folder/$server", '-U', 'postgres', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--no-sync') or BAIL_OUT('initdb failed');
	append_to("$server/postgresql.conf", "listen_addresses = ''\nunix_socket_directories = '$folder'\nfsync = off\nwal_level = logical\n"
		  . "max_prepared_transactions = 4\nport = $port{$server}\n$settings");
	start($server);
}

# What psql prints, errors included.
sub psql
{
	my ($server, @sql) = @_;

	local $ENV{PGPORT} = $port{$server};
	open my $psql, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', 'postgres', map { ('-c', $_) } @sql
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$psql> } // '';
	close $psql;
	return $text =~ s/\n\z//r;
}

# Ask until the answer is the one that is waited for; the last answer.
sub wait_for
{
	my ($server, $sql, $wanted) = @_;
	my $end = time() + 60;
	my $answer;

	do
	{
		$answer = psql($server, $sql);
		return $answer if $answer eq $wanted;
		sleep 0.1;
	} while (time() < $end);
	return $answer;
}

# Sessions to which statements are sent one by one; what they print is read when it is asked for.
sub session
{
	my ($server) = @_;
	my %session;

	local $ENV{PGPORT} = $port{$server};
	$session{pid} = open2($session{out}, $session{in}, 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'VERBOSITY=terse', '-d', 'postgres');
	send_to(\%session, "SET statement_timeout = '30s'");
	answer_of(\%session);
	return \%session;
}

sub send_to
{
	my ($session, $sql) = @_;

	print { $session->{in} } "$sql;\n\\echo == done\n";
	$session->{in}->flush;
}

sub answer_of
{
	my ($session) = @_;
	my $answer = '';

	while (defined(my $line = readline $session->{out}))
	{
		return $answer =~ s/\n\z//r if $line eq "== done\n";
		$answer .= $line;
	}
	return $answer . 'the session has ended';
}

sub ask
{
	send_to(@_);
	return answer_of($_[0]);
}

sub end_session
{
	my ($session) = @_;

	close $session->{in};
	waitpid $session->{pid}, 0;
}

sub wait_for_lock
{
	return wait_for('primary', "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'", 1);
}

sub differences
{
	my ($server) = @_;

	return psql($server, q(SELECT count(*) FROM plan_rollups() AS r, plan_check_rollup(r.rollup) AS c));
}

# Writers of facts, until they are stopped or their connections are gone.
sub start_load
{
	my ($server) = @_;
	my $facts = psql($server, 'SELECT count(*) FROM facts');

	$load = fork() // BAIL_OUT("fork: $!");
	if ($load == 0)
	{
		$ENV{PGPORT} = $port{$server};
		open STDOUT, '>', '/dev/null';
		open STDERR, '>', '/dev/null';
		exec "$bindir/pgbench", '-n', '-c', 4, '-T', 60, '--max-tries=1000', (map { ('-f', "$folder/$_.sql") } qw(insert update delete move)), 'postgres';
		exit 1;
	}
	return wait_for($server, "SELECT count(*) <> $facts FROM facts", 't');
}

sub stop_load
{
	return if !$load;
	kill 'TERM', $load;
	waitpid $load, 0;
	undef $load;
}

END
{
	my $status = $?;

	stop_load();
	stop($_, 'immediate') for sort keys %running;
	system(@as_server, 'rm', '-rf', $folder) if $folder;
	$? = $status;
}

my $rollups = <<'SQL';
SELECT plan_create_rollup('cards', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')", "total": "plan_fixedsum_agg(actual)"}', 'quarter');
SELECT plan_create_rollup('appended', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')", "total": "plan_fixedsum_agg(actual)"}', 'quarter', mode => 'append');
SELECT plan_create_rollup('peaks', 'facts', '{unit}', 'at', '{"peak": "plan_period_value_agg(''peak'', at, actual)"}', 'year');
SELECT plan_create_rollup('parts_rollup', 'parts', '{}', 'at', '{"total": "plan_fixedsum_agg(actual)"}', 'year');
SQL
my $tables = <<'SQL';
CREATE EXTENSION tnplan;
CREATE TABLE facts (id bigint PRIMARY KEY DEFAULT (random() * 1e15)::bigint, unit int NOT NULL, at date NOT NULL, actual float8, target float8);
CREATE INDEX ON facts (unit, plan_period_of(at, 'year'));
CREATE TABLE parts (id int PRIMARY KEY, at date, actual float8) PARTITION BY RANGE (id);
CREATE TABLE parts_low PARTITION OF parts FOR VALUES FROM (0) TO (100);
CREATE TABLE parts_high PARTITION OF parts FOR VALUES FROM (100) TO (200);
SQL
my $figures = q(SELECT md5(string_agg(r::text, ' ' ORDER BY r::text)) FROM (SELECT c::text FROM cards AS c UNION ALL SELECT a::text FROM appended_figures AS a UNION ALL SELECT p::text FROM peaks AS p UNION ALL SELECT p::text FROM parts_rollup AS p) AS r);
my %scripts = (
	insert => "INSERT INTO facts (unit, at, actual, target) SELECT (:a + i * 3) % 7, date '2024-01-01' + (:a * i) % 300, :b - i, 10 FROM generate_series(1, 5) AS i;",
	update => "UPDATE facts SET actual = actual + 1, unit = (unit + 1) % 7 WHERE id IN (SELECT id FROM facts WHERE unit < 100 ORDER BY id OFFSET :b LIMIT 3);",
	delete => "DELETE FROM facts WHERE id IN (SELECT id FROM facts WHERE unit < 100 ORDER BY id OFFSET :b LIMIT 3);",
	move => "INSERT INTO facts SELECT id, unit, at, actual, target FROM facts WHERE unit < 100 ORDER BY id OFFSET :b LIMIT 2 ON CONFLICT (id) DO UPDATE SET at = excluded.at + 30, actual = 0;");
append_to("$_.sql", "\\set a random(1, 4000)\n\\set b random(1, 40)\n$scripts{$_}\n") for keys %scripts;

make_server('primary');
psql('primary', $tables);
psql('primary', "INSERT INTO facts SELECT i, i % 7, date '2024-01-01' + i % 300, i % 23, 10 FROM generate_series(1, 1000) AS i");
unlike(psql('primary', $rollups), qr/ERROR/, 'rollups are made') or die;
psql('primary', q(CREATE UNLOGGED TABLE scratch (at date); SELECT plan_create_rollup('scratched', 'scratch', '{}', 'at', '{"n": "count(*)"}', 'year')));

# What is done to a rollup waits for its writers, and they for it, without going round in circles.
my ($first, $second) = (session('primary'), session('primary'));
ask($second, "INSERT INTO facts VALUES (-19, 9, '2024-01-01', 1, 1)");
ask($first, 'BEGIN; ALTER TABLE cards RENAME card TO cards_card');
send_to($second, "INSERT INTO facts VALUES (-11, 9, '2024-01-01', 1, 1)");
is(wait_for_lock(), 1, 'a writer waits while a column is renamed');
is(ask($first, 'ALTER TABLE cards RENAME cards_card TO last_card; COMMIT'), '', 'which ends');
is(answer_of($second), '', 'and goes on under the new name');
ask($second, "BEGIN; INSERT INTO facts VALUES (-12, 9, '2024-01-01', 1, 1)");
send_to($first, "SELECT plan_drop_rollup('cards')");
is(wait_for_lock(), 1, 'a rollup is dropped after its writers');
is(ask($second, "INSERT INTO facts VALUES (-13, 9, '2024-01-01', 1, 1); COMMIT"), '', 'who can write more before');
is(answer_of($first), '', 'no one is a victim');
psql('primary', $rollups =~ s/\n.*//sr);

# TRUNCATE takes away what its snapshot cannot see, and what is left of a source is what others have committed.
for my $level ('REPEATABLE READ', 'SERIALIZABLE')
{
	psql('primary', q(CREATE TABLE short (unit int, at date); SELECT plan_create_rollup('short_rollup', 'short', '{unit}', 'at', '{"n": "count(*)"}', 'year')));
	ask($first, "BEGIN ISOLATION LEVEL $level; SELECT count(*) FROM facts");
	ask($second, "INSERT INTO short VALUES (1, '2024-01-01'), (2, '2024-01-01')");
	is(ask($first, 'TRUNCATE short; COMMIT'), '', "TRUNCATE under $level");
	is(psql('primary', 'SELECT count(*) FROM short_rollup'), 0, 'leaves no group');
	psql('primary', 'DROP TABLE short, short_rollup CASCADE');

	ask($first, "BEGIN ISOLATION LEVEL $level; SELECT count(*) FROM facts");
	ask($second, "BEGIN; INSERT INTO parts VALUES (101, '2024-01-01', 1), (102, '2025-01-01', 1)");
	send_to($first, 'TRUNCATE parts_low');
	is(wait_for_lock(), 1, 'TRUNCATE of a partition waits for writers of others');
	is(ask($second, 'COMMIT'), '', 'who commit');
	is(answer_of($first), '', 'and is done');
	send_to($second, "INSERT INTO parts VALUES (103, '2026-01-01', 1)");
	is(wait_for_lock(), 1, 'the next writer waits for it');
	is(ask($first, 'COMMIT'), '', 'and');
	is(answer_of($second), '', 'goes on');
	is(psql('primary', 'SELECT * FROM plan_check_rollup($$parts_rollup$$)'), '', 'the rollup is right');
	psql('primary', 'DELETE FROM parts');
}
end_session($_) for $first, $second;
is(differences('primary'), 0, 'all rollups are right');

# A crash in the middle: what is unlogged is emptied, and tells that it has happened.
for my $fault ('a backend is killed', 'the server stops at once')
{
	psql('primary', "INSERT INTO scratch VALUES ('2024-01-01')");
	psql('primary', "INSERT INTO facts (id, unit, at, actual, target) VALUES (-1, 100, '2024-01-01', 5, 2), (-2, 100, '2024-01-01', 1, 2)");
	psql('primary', "BEGIN; INSERT INTO facts (id, unit, at, actual, target) VALUES (-3, 101, '2024-01-01', 1, 2); DELETE FROM facts WHERE id = -1; PREPARE TRANSACTION 'between'");
	is(start_load('primary'), 't', 'writers are at work');
	sleep 0.5;
	like(psql('primary', "SELECT plan_compact_rollup('appended')"), qr/^[1-9]\d*$/, 'what they append is folded');
	if ($fault =~ /backend/)
	{
		kill 'KILL', psql('primary', q(SELECT pid FROM pg_stat_activity WHERE application_name = 'pgbench' LIMIT 1));
	}
	else
	{
		stop('primary', 'immediate');
		start('primary');
	}
	is(wait_for('primary', 'SELECT count(*) FROM scratch', 0), 0, "$fault, and the database recovers");
	stop_load();
	is(differences('primary'), 0, 'all rollups are right');
	is(psql('primary', q(SELECT count(*) FROM scratched)), 0, 'that of an unlogged table is empty with it');
	is(psql('primary', q(COMMIT PREPARED 'between')), '', 'a prepared transaction ends');
	is(psql('primary', q(SELECT unit, peak FROM peaks WHERE unit > 99 ORDER BY unit)), "100|peak n=1 value=1\n101|peak n=1 value=1", 'and is in the rollups');
	psql('primary', 'DELETE FROM facts WHERE id < 0', "SELECT plan_compact_rollup('appended')");
	is(differences('primary'), 0, 'as all is that has been folded');
	is(start_load('primary'), 't', 'and writing goes on');
	sleep 0.5;
	stop_load();
	is(differences('primary'), 0, 'exactly');
}

# A standby has the same, and goes on by itself.
psql('primary', 'DROP TABLE scratch, scratched CASCADE');
ok(run('pg_basebackup', '-h', $folder, '-p', $port{primary}, '-D', "$folder/standby", '-R', '-c', 'fast', '--no-sync'), 'a standby is made');
append_to('standby/postgresql.conf', "port = $port{standby}\n");
start('standby');
start_load('primary');
sleep 0.5;
stop_load();
psql('primary', "INSERT INTO parts SELECT i, '2024-01-01', i FROM generate_series(1, 199) AS i; TRUNCATE parts_low");
my $position = psql('primary', 'SELECT pg_current_wal_lsn()');
is(wait_for('standby', "SELECT pg_last_wal_replay_lsn() >= '$position'", 't'), 't', 'it replays');
is(psql('standby', $figures), psql('primary', $figures), 'and shows the same figures');
is(differences('standby'), 0, 'which are right');
ok(run('pg_ctl', '-D', "$folder/standby", '-w', 'promote'), 'it is promoted');
is(start_load('standby'), 't', 'and written to');
sleep 0.5;
stop_load();
psql('standby', "INSERT INTO parts VALUES (7, '2024-01-01', 1)", "SELECT plan_compact_rollup('appended')");
is(differences('standby'), 0, 'exactly');
stop('standby', 'fast');

# A subscriber has rollups of its own: of the rows that are copied at first, of those that follow, and of TRUNCATE.
make_server('subscriber');
psql('subscriber', $tables . $rollups);
psql('primary', 'CREATE PUBLICATION all_facts FOR TABLE facts, parts');
is(psql('subscriber', 'SET client_min_messages = warning', "CREATE SUBSCRIPTION received CONNECTION 'host=$folder port=$port{primary} user=postgres dbname=postgres' PUBLICATION all_facts"), '', 'there is a subscriber');
start_load('primary');
is(wait_for('subscriber', "SELECT count(*) FROM pg_subscription_rel WHERE srsubstate <> 'r'", 0), 0, 'rows are copied while others are written');
sleep 0.5;
stop_load();
for my $via_root ('false', 'true')
{
	psql('primary', "ALTER PUBLICATION all_facts SET (publish_via_partition_root = $via_root)");
	psql('subscriber', 'ALTER SUBSCRIPTION received REFRESH PUBLICATION WITH (copy_data = false)');
	psql('primary', "TRUNCATE parts; INSERT INTO parts SELECT i, '2024-01-01', i FROM generate_series(1, 199) AS i; UPDATE parts SET actual = 5, id = id + 1 WHERE id = 99; DELETE FROM parts WHERE id % 2 = 0");
	is(wait_for('subscriber', $figures, psql('primary', $figures)), psql('primary', $figures), "its figures become the same, published via the root: $via_root");
	is(differences($_), 0, "those of the $_ are right") for qw(primary subscriber);
}
psql('primary', 'TRUNCATE facts');
is(wait_for('subscriber', 'SELECT count(*) FROM facts', 0), 0, 'facts are truncated');
is(psql('subscriber', 'SELECT (SELECT count(*) FROM cards), (SELECT count(*) FROM appended)'), '0|0', 'and the rollups with them');
psql('subscriber', "INSERT INTO facts SELECT -i, 1, '2024-01-01', i, 1 FROM generate_series(1, 10) AS i");
is(differences('subscriber'), 0, 'statements on the subscriber are followed too');

done_testing();
