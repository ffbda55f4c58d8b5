#!/usr/bin/perl
# A workspace through faults: a backend that is killed and a server that stops at once while figures are entered and periods
# closed, a standby that replays and is promoted, and a subscriber that receives its rows.  What was committed is there,
# once; a period is closed with all of its verdicts or not at all; and the others show the same.
use strict;
use warnings;
use Test::More;
use Time::HiRes qw(sleep time);

# Its servers are PostgreSQL's own, which cannot load what is built to be run under another.
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my @as_server = $> == 0 ? ('runuser', '-u', 'postgres', '--') : ();
chomp(my $folder = `@as_server mktemp -d /tmp/tnplan.XXXXXX`);
my %port = (primary => 5432, standby => 5433, subscriber => 5434);
my %running;
my @writers;

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
	append_to("$server/postgresql.conf", "listen_addresses = ''\nunix_socket_directories = '$folder'\nfsync = off\nwal_level = logical\nport = $port{$server}\n$settings");
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

# Two who enter figures, the next each time, and one who closes a year and opens it again.  What they were answered, so that
# it was committed, is in their files.
my %statement = (
	first => q(INSERT INTO w.actual (indicator, place, period, value, known_on, note) SELECT 'GRDP', 'TN', '2023-Q1', n, date '2024-01-01' + n::int, 'first' FROM (SELECT count(*) FROM w.actual WHERE note = 'first') AS c (n) RETURNING value),
	second => q(INSERT INTO w.actual (indicator, place, period, value, known_on, note) SELECT 'EXPORT', 'TN', '2023-Q2', n, date '2024-01-01' + n::int, 'second' FROM (SELECT count(*) FROM w.actual WHERE note = 'second') AS c (n) RETURNING value),
	closer => q(SELECT CASE WHEN EXISTS (SELECT FROM w.closing WHERE period = '2023') THEN plan_reopen_period('w', '2023') ELSE plan_close_period('w', '2023', '2024-12-31') END));
append_to("$_.sql", "$statement{$_};\n" x 20000) for keys %statement;

sub start_writers
{
	my ($server) = @_;
	my $before = psql($server, 'SELECT count(*) FROM w.actual');

	for my $name (sort keys %statement)
	{
		my $pid = fork() // BAIL_OUT("fork: $!");

		if ($pid == 0)
		{
			@ENV{qw(PGPORT PGAPPNAME)} = ($port{$server}, 'writer');
			open STDOUT, '>', "$folder/$name.answers";
			open STDERR, '>', '/dev/null';
			exec "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', 'postgres', '-f', "$folder/$name.sql";
			exit 1;
		}
		push @writers, $pid;
	}
	return wait_for($server, "SELECT count(*) > $before + 20 FROM w.actual", 't');
}

# They end with the server to which they write, or when they are told to.
sub end_writers
{
	my ($signal) = @_;

	kill $signal, @writers if $signal;
	waitpid $_, 0 for @writers;
	@writers = ();
}

# The last answer that a writer got.
sub last_answer
{
	my ($name) = @_;

	return (qx(cat "$folder/$name.answers") =~ /(\d+)\n\z/)[0] // 0;
}

END
{
	my $status = $?;

	end_writers('TERM');
	stop($_, 'immediate') for sort keys %running;
	system(@as_server, 'rm', '-rf', $folder) if $folder;
	$? = $status;
}

# Everything that a workspace shows, as of a day.
sub contents
{
	my ($server) = @_;
	my @relations = split /\n/, psql('primary', q(SELECT oid::regclass FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace = 'w'::regnamespace ORDER BY relname COLLATE "C"));

	return psql($server, "SET tnplan.known_on = '2024-06-30'", "SET TimeZone = 'UTC'",
		(map { "SELECT '$_', count(*), md5(string_agg(t::text, ' ' ORDER BY t::text COLLATE \"C\")) FROM $_ AS t" } @relations), "SELECT md5(plan_report('w', as_of => '2024-06-30'))");
}

# Periods that are closed without all of their verdicts, and verdicts of no closing.
sub halves
{
	my ($server) = @_;

	return psql($server, q(SELECT count(*) FROM w.closing AS k WHERE (SELECT count(*) FROM w.closed_verdict WHERE closing = k.id) <> (SELECT count(*) FROM w.performance WHERE first_day >= k.first_day AND last_day <= k.last_day)),
		'SELECT count(*) FROM w.closed_verdict WHERE closing NOT IN (SELECT id FROM w.closing)');
}

make_server('primary');
is(psql('primary', 'CREATE EXTENSION tnplan', "CALL plan_create_workspace('w', sample => true)", "SELECT plan_close_period('w', '2022', '2022-12-31')"), 4, 'there is a workspace');
my $closed = "SELECT md5(string_agg(p::text, ' ' ORDER BY p::text COLLATE \"C\")) FROM w.performance AS p WHERE period = '2022'";
my $verdicts = psql('primary', $closed);
for my $fault ('a backend is killed', 'the server stops at once')
{
	is(start_writers('primary'), 't', 'figures are entered, and periods closed');
	sleep 0.5;
	if ($fault =~ /backend/)
	{
		kill 'KILL', psql('primary', q(SELECT pid FROM pg_stat_activity WHERE application_name = 'writer' ORDER BY random() LIMIT 1));
	}
	else
	{
		stop('primary', 'immediate');
		start('primary');
	}
	end_writers();
	is(wait_for('primary', 'SELECT 1', 1), 1, "$fault, and the database recovers");
	for my $writer ('first', 'second')
	{
		my ($rows, $days, $last) = split /\|/, psql('primary', "SELECT count(*), count(DISTINCT known_on), max(value) FROM w.actual WHERE note = '$writer'");
		my $seen = last_answer($writer);

		ok($last == $seen || $last == $seen + 1, "what the $writer was answered is there: $seen, $last");
		is("$rows, $days", $last + 1 . ', ' . ($last + 1), 'and all before it, once');
	}
	is(halves('primary'), "0\n0", 'a period is closed wholly or not at all');
	is(psql('primary', $closed), $verdicts, 'what was closed before shows the same');
	like(psql('primary', "UPDATE w.target SET goal = '>= 1' WHERE period = '2022'"), qr/period 2022 is closed/, 'and stays closed');
}

# A standby shows the same, and goes on by itself.
ok(run('pg_basebackup', '-h', $folder, '-p', $port{primary}, '-D', "$folder/standby", '-R', '-c', 'fast', '--no-sync'), 'a standby is made');
append_to('standby/postgresql.conf', "port = $port{standby}\n");
start('standby');
is(start_writers('primary'), 't', 'figures are entered');
sleep 0.5;
end_writers('TERM');
is(wait_for('primary', q(SELECT count(*) FROM pg_stat_activity WHERE application_name = 'writer'), 0), 0, 'and no more');
my $position = psql('primary', 'SELECT pg_current_wal_lsn()');
is(wait_for('standby', "SELECT pg_last_wal_replay_lsn() >= '$position'", 't'), 't', 'it replays');
is(contents('standby'), contents('primary'), 'and shows and reports the same');
like(psql('standby', "SELECT plan_close_period('w', '2021')"), qr/^ERROR:  cannot execute \w+.* in a read-only transaction/, 'it closes nothing');
ok(run('pg_ctl', '-D', "$folder/standby", '-w', 'promote'), 'it is promoted');
is(start_writers('standby'), 't', 'and written to');
sleep 0.5;
end_writers('TERM');
is(halves('standby'), "0\n0", 'and closes wholly');
is(psql('standby', $closed), $verdicts, 'what was closed before shows the same');
stop('standby', 'fast');

# A subscriber gets the tables by pg_dump, and the rows of the publisher.
make_server('subscriber');
psql('subscriber', 'CREATE EXTENSION tnplan');
is(system("'$bindir/pg_dump' -p $port{primary} --schema-only --schema=w postgres | '$bindir/psql' -Xq -v ON_ERROR_STOP=1 -p $port{subscriber} -o /dev/null postgres"), 0, 'the tables are dumped and restored');
psql('primary', 'CREATE PUBLICATION workspace FOR TABLES IN SCHEMA w');
is(psql('subscriber', 'SET client_min_messages = warning', "CREATE SUBSCRIPTION received CONNECTION 'host=$folder port=$port{primary} user=postgres dbname=postgres' PUBLICATION workspace"), '', 'there is a subscriber');
is(start_writers('primary'), 't', 'figures are entered');
is(wait_for('subscriber', "SELECT count(*) FROM pg_subscription_rel WHERE srsubstate <> 'r'", 0), 0, 'rows are copied while others are written');
sleep 0.5;
end_writers('TERM');
is(wait_for('primary', q(SELECT count(*) FROM pg_stat_activity WHERE application_name = 'writer'), 0), 0, 'and no more');
psql('primary', "UPDATE w.indicator SET code = 'TRADE' WHERE code = 'EXPORT'", 'DELETE FROM w.actual WHERE value = 1', 'TRUNCATE w.change_log', "INSERT INTO w.place (code, parent, kind, name) VALUES ('last', 'TN', 'city', 'Last')");
is(wait_for('subscriber', q(SELECT count(*) FROM w.place WHERE code = 'last'), 1), 1, 'all has come');
is(contents('subscriber'), contents('primary'), 'it shows and reports the same');
is(halves('subscriber'), "0\n0", 'periods are closed wholly');
like(psql('subscriber', "UPDATE w.target SET goal = '>= 1' WHERE period = '2022'"), qr/period 2022 is closed/, 'and to those who write there too');

done_testing();
