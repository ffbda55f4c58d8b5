#!/usr/bin/perl
# pg_upgrade carries over a database that uses every type: the same rows, and indexes, generated
# columns, views, functions, live rollups and a workspace that work as before.
#
# From the same PostgreSQL as a rule; OLD_BINDIR names the programs of an older one in which the
# extension is installed, and OLD_SETTINGS a file of what its server needs to find it.
use strict;
use warnings;
use Test::More;

# Its servers are PostgreSQL's own, which cannot load what is built to be run under another.
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};

chomp(my $new_bindir = `"$ENV{PG_CONFIG}" --bindir`);
chomp(my $new_libdir = `"$ENV{PG_CONFIG}" --pkglibdir`);
# From 18 on pg_upgrade looks for libraries there alone.
plan skip_all => "the library is not in $new_libdir" if `"$ENV{PG_CONFIG}" --version` =~ /(\d+)/ && $1 >= 18 && !-e "$new_libdir/tnplan.so";
my $old_bindir = $ENV{OLD_BINDIR} || $new_bindir;
my @as_server = $> == 0 ? ('runuser', '-u', 'postgres', '--') : ();
chomp(my $folder = `@as_server mktemp -d /tmp/tnplan.XXXXXX`);
my %bindir = (old => $old_bindir, new => $new_bindir);

delete $ENV{PGDATA};

# What the server under test was told to find the extension, for servers like it.
sub settings_of_this_server
{
	my $query = "SELECT name || ' = ' || quote_literal(setting) FROM pg_settings WHERE name IN ('extension_destdir', 'extension_control_path', 'dynamic_library_path')";

	return scalar qx("$new_bindir/psql" -XqAtc "$query" postgres);
}

sub text_of
{
	my ($name) = @_;

	open my $file, '<', $name or BAIL_OUT("$name: $!");
	local $/;
	return <$file> // '';
}

# Run a program of one of the two as the server's user, in the folder; say what is wrong with it.
sub run
{
	my ($which, $program, @arguments) = @_;
	my $log = "$folder/$which.$program";
	my $status = system(@as_server, 'sh', '-c', 'cd "$1" && shift && log=$1 && shift && exec "$@" >"$log" 2>&1 </dev/null',
		'sh', $folder, $log, "$bindir{$which}/$program", @arguments);

	diag(text_of($log)) if $status != 0;
	return $status == 0;
}

sub make_cluster
{
	my ($which, $settings) = @_;

	run($which, 'initdb', '-D', "$folder/$which", '-U', 'postgres', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--data-checksums', '--no-sync')
	  or BAIL_OUT('initdb failed');
	open my $conf, '|-', @as_server, 'sh', '-c', 'cat >>"$1"', 'sh', "$folder/$which/postgresql.conf" or BAIL_OUT("postgresql.conf: $!");
	print $conf "listen_addresses = ''\nunix_socket_directories = '$folder'\nport = 5432\nfsync = off\n$settings";
	close $conf;
}

sub start { return run($_[0], 'pg_ctl', '-D', "$folder/$_[0]", '-l', "$folder/$_[0].log", '-w', '-t', '300', 'start') }
sub stop { return run($_[0], 'pg_ctl', '-D', "$folder/$_[0]", '-m', 'fast', '-w', 'stop') }

# What psql of the newer PostgreSQL prints, errors included.
sub psql
{
	my (@options) = @_;

	local @ENV{qw(PGHOST PGPORT PGUSER PGCLIENTENCODING)} = ($folder, 5432, 'postgres', 'UTF8');
	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$new_bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', 'plans', @options
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

# Lines that are not the same: all of them are too many to read.
sub is_same_rows
{
	my ($rows, $expected, $title) = @_;
	my %expected = map { $_ => 1 } split /\n/, $expected;
	my %rows = map { $_ => 1 } split /\n/, $rows;

	is_deeply([grep { !$expected{$_} } sort keys %rows], [grep { !$rows{$_} } sort keys %expected], $title);
}

# What amcheck says of the btree indexes, each held against its table.  Without amcheck it is not known.
sub indexes_with_faults
{
	return '' if psql('-c', "SELECT count(*) FROM pg_available_extensions WHERE name = 'amcheck'") eq '0';
	return psql('-c', 'CREATE EXTENSION amcheck', '-c', q(DO $$
		DECLARE
			checked regclass;
		BEGIN
			FOR checked IN SELECT c.oid FROM pg_class AS c JOIN pg_am AS a ON a.oid = c.relam JOIN pg_index AS i ON i.indexrelid = c.oid WHERE amname = 'btree' AND indisvalid AND relkind = 'i'
			LOOP
				PERFORM bt_index_parent_check(checked, true, true);
			END LOOP;
		END $$), '-c', 'SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid', '-c', 'DROP EXTENSION amcheck');
}

my $settings = settings_of_this_server();
make_cluster('old', $ENV{OLD_SETTINGS} ? text_of($ENV{OLD_SETTINGS}) : $settings);
make_cluster('new', $settings);
start('old') or BAIL_OUT('the old server did not start');
{
	local @ENV{qw(PGHOST PGPORT PGUSER)} = ($folder, 5432, 'postgres');
	system("$new_bindir/createdb", 'plans') == 0 or BAIL_OUT('createdb failed');
}
is(psql('-f', 'test/lib/database.sql'), '', 'a database that uses every type');
my $before = psql('-f', 'test/lib/rows.sql');
# Some minor releases note a version with each column, which earlier ones of the next major version
# do not know: not even a database with one plain table could be upgraded to them.
psql('-c', q(UPDATE pg_attribute SET attoptions = NULL WHERE attoptions::text LIKE '{pg_attver=%'))
  if system('grep', '-q', 'pg_attver', "$new_bindir/postgres") != 0;
stop('old');

my $upgraded = run('new', 'pg_upgrade', '-b', $old_bindir, '-B', $new_bindir, '-d', "$folder/old", '-D', "$folder/new", '-U', 'postgres', '-s', $folder);
my @log = map { split /^/, text_of($_) } glob("$folder/new/pg_upgrade_output.d/*/log/*.log");
SKIP:
{
	ok($upgraded, 'pg_upgrade') or diag(grep { /error|ERROR|[Cc]ommand was/ } @log);
	skip 'nothing was upgraded', 9 if !$upgraded;
	start('new') or BAIL_OUT('the new server did not start');
	is_same_rows(psql('-f', 'test/lib/rows.sql'), $before, 'every relation has the rows that it had, by index too');
	is(indexes_with_faults(), '', 'every index is whole, and finds all rows');
	is(psql('-c', "INSERT INTO plans.facts (programme, actual, goal) VALUES (7, 12, '8..12') RETURNING status", '-c', 'REFRESH MATERIALIZED VIEW plans.kept'), 'met', 'and takes more');
	is(psql('-c', "INSERT INTO plans.by_term VALUES ('2022-05-05', 1)", '-c', "DELETE FROM plans.by_term WHERE at = '2022-12-31'",
			'-c', "SELECT r.fact_rows, (SELECT count(*) FROM plan.plan_check_rollup('plans.by_month')) FROM plans.by_month AS r WHERE period::text IN ('2022-05', '2022-12') ORDER BY period::text"),
		"32|0\n30|0", 'a live rollup follows what is written');
	is(psql('-c', "SELECT count(*) >= 2 FROM plans.by_fiscal_year_deltas", '-c', "SELECT count(*) FROM plan.plan_check_rollup('plans.by_fiscal_year')", '-c', "SELECT plan.plan_compact_rollup('plans.by_fiscal_year') > 0",
			'-c', "SELECT count(*) FROM plan.plan_check_rollup('plans.by_fiscal_year')"), "t\n0\nt\n0", 'and one to which writers append');
	like(psql('-c', "UPDATE province.target SET goal = '>= 1' WHERE period = '2022'"), qr/period 2022 is closed/, 'a period that was closed stays so');
	is(psql('-c', "SET tnplan.known_on = '2024-01-15'", '-c', "INSERT INTO province.actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2023', 5.1, '2024-01-15')",
			'-c', "SELECT actual, status FROM province.performance WHERE indicator = 'GRDP' AND period = '2023'", '-c', "SELECT plan.plan_close_period('province', '2023', '2023-12-31') > 0"),
		"5.1|at_risk\nt", 'a workspace judges new figures, and closes another');
	is(psql('-c', "CALL plan.plan_create_workspace('province')"), '', 'and can be made again');
	is(psql('-c', 'SET client_min_messages = warning', '-c', 'CREATE SCHEMA elsewhere', '-c', 'ALTER EXTENSION tnplan SET SCHEMA elsewhere', '-c', 'DROP EXTENSION tnplan CASCADE', '-c', 'CREATE EXTENSION tnplan SCHEMA elsewhere'), '',
		'the extension can be moved, dropped and created anew');
	stop('new');
}
system(@as_server, 'rm', '-rf', $folder);
done_testing();
