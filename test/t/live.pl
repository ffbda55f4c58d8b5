#!/usr/bin/perl
# Live rollups under writers at the same time, under each isolation level, and compactions beside them; a dump,
# restored and written to; a cancelled refresh.  Whatever happens, the rollup is what computing it anew gives.
use strict;
use warnings;
use IO::Handle;
use File::Temp qw(tempdir);
use Test::More;

my $database = 'tnplan_live';
my $restored = 'tnplan_live_restored';

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $folder = tempdir(CLEANUP => 1);

sub psql
{
	my ($database, $sql) = @_;

	open my $file, '>', "$folder/query.sql" or die "cannot write a query";
	print $file $sql;
	close $file;
	my $output = `"$bindir/psql" -XAtq -v ON_ERROR_STOP=1 -d $database -f "$folder/query.sql" 2>&1`;
	return ($? >> 8, $output);
}

sub differences
{
	my ($database) = @_;
	my ($status, $output) = psql($database, "SELECT count(*) FROM plan_rollups(), plan_check_rollup(rollup)");

	return "$status: $output";
}

system("'$bindir/dropdb' --if-exists --force $_ 2>/dev/null") for $database, $restored, "${database}_open";
system("'$bindir/createdb' $database") == 0 or BAIL_OUT('no database');
my ($status, $output) = psql($database, <<'SQL');
CREATE EXTENSION tnplan;
CREATE TABLE facts (id bigserial PRIMARY KEY, unit int NOT NULL, at date NOT NULL, actual float8, target float8);
INSERT INTO facts (unit, at, actual, target) SELECT i % 7, date '2024-01-01' + i % 300, i % 23, 10 FROM generate_series(1, 2000) AS i;
SELECT plan_create_rollup('cards', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')", "total": "plan_fixedsum_agg(actual)"}', 'quarter');
SELECT plan_create_rollup('appended', 'facts', '{unit}', 'at', '{"card": "plan_scorecard_agg(actual, target, ''higher'')", "total": "plan_fixedsum_agg(actual)"}', 'quarter', mode => 'append');
SELECT plan_create_rollup('lasts', 'facts', '{unit}', 'at', '{"peak": "plan_period_value_agg(''peak'', at, actual)"}', 'month');
SQL
is($status, 0, 'there are rollups') or diag($output);

# Statements of several rows, which change groups in an order of their own: in one statement each writer locks
# the groups in the order of their keys.
my %statements = (
	insert => "INSERT INTO facts (unit, at, actual, target) SELECT (:a + i * 3) % 7, date '2024-01-01' + (:a * i) % 300, :b - i, 10 FROM generate_series(1, 5) AS i;",
	update => "UPDATE facts SET actual = actual + 1, unit = (unit + 1) % 7 WHERE id BETWEEN :a AND :a + 5;",
	delete => "DELETE FROM facts WHERE id BETWEEN :a + 40 AND :a + 42;",
	compact => "SELECT plan_compact_rollup('appended');");
for my $kind (keys %statements)
{
	open my $script, '>', "$folder/$kind.sql" or die "cannot write a script";
	print $script "\\set a random(1, 4000)\n\\set b random(1, 40)\n$statements{$kind}\n";
	close $script;
}
sub pgbench
{
	my ($database) = @_;
	my $scripts = join ' ', map { "-f '$folder/$_.sql'" } sort keys %statements;
	my $run = `"$bindir/pgbench" -n -c 6 -j 2 -t 100 --max-tries=100000 $scripts $database 2>&1`;

	return ($? >> 8, $run);
}

for my $level ('read committed', 'repeatable read', 'serializable')
{
	local $ENV{PGOPTIONS} = "-c default_transaction_isolation='$level'" =~ s/ (?=read|committed)/\\ /gr =~ s/'//gr;
	my ($ended, $run) = pgbench($database);

	is($ended, 0, "$level: all writers are done") or diag($run);
	like($run, qr/number of failed transactions: 0 /, "$level: none failed") or diag($run);
	unlike($run, qr/number of deadlock failures: [1-9]|deadlock detected/, "$level: none waited for another in a circle");
	is(differences($database), "0: 0\n", "$level: the rollups are right");
}

# What was appended comes to the same as what was added in place, before and after the last compaction.
my $merged = "SELECT unit, period, sum(fact_rows)::bigint, plan_rollup(card), plan_rollup(total) FROM appended GROUP BY 1, 2 HAVING sum(fact_rows) > 0";
my $apart = "SELECT count(*) FROM ((SELECT * FROM cards EXCEPT ($merged)) UNION ALL (($merged) EXCEPT SELECT * FROM cards)) AS d;";
($status, $output) = psql($database, "INSERT INTO facts (unit, at, actual, target) VALUES (3, '2024-01-01', 5, 5); $apart SELECT plan_compact_rollup('appended') > 0; $apart
	SELECT count(*) FROM appended_deltas");
is($output, "0\nt\n0\n0\n", 'both modes come to the same');

# A writer that has not committed makes no other writer of its groups wait, and no compaction.
system("'$bindir/createdb' -T $database ${database}_open") == 0 or BAIL_OUT('no database');
psql("${database}_open", "SELECT plan_drop_rollup('cards'); SELECT plan_drop_rollup('lasts')");
open my $writer, '|-', "'$bindir/psql' -XAtq -d ${database}_open >/dev/null" or BAIL_OUT('no writer');
$writer->autoflush(1);
print $writer "BEGIN; INSERT INTO facts (unit, at, actual, target) VALUES (3, '2024-01-01', 6, 5); SELECT pg_advisory_lock(1);\n";
for (1 .. 600)
{
	last if (psql("${database}_open", "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))[1] eq "1\n";
	select undef, undef, undef, 0.1;
}
my $one = "INSERT INTO facts (unit, at, actual, target) VALUES (3, '2024-01-01', 5, 5); SELECT plan_compact_rollup('appended'), count(*) FROM plan_check_rollup('appended');";
($status, $output) = psql("${database}_open", "SET lock_timeout = '5s'; $one $one");
is($output, "1|0\n1|0\n", 'nobody waits for an open transaction');
print $writer "COMMIT;\n";
close $writer;
($status, $output) = psql("${database}_open", "SELECT count(*) FROM appended_deltas; SELECT count(*) FROM plan_check_rollup('appended'); SELECT plan_compact_rollup('appended'); SELECT count(*) FROM plan_check_rollup('appended')");
is($output, "1\n0\n1\n0\n", 'and what it has appended counts when it has committed');
is((pgbench("${database}_open"))[0], 0, 'all writers and compactions are done');
is(differences("${database}_open"), "0: 0\n", 'and nothing was counted twice or lost');
system("'$bindir/dropdb' ${database}_open");

# A dump has it all: it is restored with its data, triggers and views, and goes on.
system("'$bindir/createdb' $restored") == 0 or BAIL_OUT('no database');
is(system("'$bindir/pg_dump' $database | '$bindir/psql' -Xq -v ON_ERROR_STOP=1 -d $restored >'$folder/restore.log' 2>&1"), 0, 'a dump is restored')
	or diag(`cat '$folder/restore.log'`);
is(differences($restored), "0: 0\n", 'with what the rollups had');
($status, $output) = psql($restored, "INSERT INTO facts (unit, at, actual, target) VALUES (3, '2025-01-01', 5, 5); DELETE FROM facts WHERE unit = 2;
	SELECT count(*) FROM cards WHERE unit = 2; SELECT total FROM cards WHERE period = '2025-Q1'");
is($output, "0\n5 n=1\n", 'and goes on with what is written');
is(differences($restored), "0: 0\n", 'exactly');

# Replicated rows fire triggers of rows, and no others.
($status, $output) = psql($restored, "SET session_replication_role = replica; INSERT INTO facts (id, unit, at, actual, target) VALUES (900001, 4, '2025-02-01', 7, 5), (900002, 4, '2025-03-01', 8, 5);
	UPDATE facts SET actual = 9, at = '2025-04-01' WHERE id = 900001; DELETE FROM facts WHERE id = 900002; SELECT period, total FROM cards WHERE unit = 4 AND period >= '2025'");
is($output, "2025-Q2|9 n=1\n", 'replicated rows are followed one by one');
is(differences($restored), "0: 0\n", 'exactly');

# A refresh that is cancelled leaves what was there.
($status, $output) = psql($restored, "ALTER TABLE facts DISABLE TRIGGER USER; INSERT INTO facts (unit, at, actual, target) SELECT 0, '2026-01-01', 1, 1 FROM generate_series(1, 300000); ALTER TABLE facts ENABLE TRIGGER USER;");
is($status, 0, 'facts without triggers');
($status, $output) = psql($restored, "SET statement_timeout = '20ms'; SELECT plan_refresh_rollup('lasts');");
like($output, qr/canceling statement due to statement timeout/, 'a refresh is cancelled');
($status, $output) = psql($restored, "SELECT count(*) FROM lasts WHERE period >= '2026'; SELECT count(*) > 0 FROM lasts; SELECT plan_refresh_rollup('lasts') > 0; SELECT count(*) FROM plan_check_rollup('lasts')");
is($output, "0\nt\nt\n0\n", 'and leaves the rollup as it was; the next one is done');

system("'$bindir/dropdb' $_") for $database, $restored;
done_testing();
