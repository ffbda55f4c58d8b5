#!/usr/bin/perl
# Closing a period beside writers of its targets, under each isolation level: a target is either judged by the
# closing or refused.  Renewing and dropping a workspace, and giving rights on it, beside those who use it.
use strict;
use warnings;
use IPC::Open2;
use Test::More;

my $database = 'tnplan_workspace';

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);

# A session of psql that runs a statement and goes on: what it prints is read up to a mark.
sub session
{
	my ($level) = @_;
	local $ENV{PGOPTIONS} = "-c default_transaction_isolation=" . $level =~ s/ /\\ /gr;
	open2(my $out, my $in, 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XAtq', '-d', $database);

	return { in => $in, out => $out };
}

sub start
{
	my ($session, $sql) = @_;

	print { $session->{in} } "$sql;\n\\echo done\n";
	$session->{in}->flush;
	return $session;
}

sub finish
{
	my ($session) = @_;
	my $text = '';

	while (defined(my $line = readline $session->{out}))
	{
		last if $line eq "done\n";
		$text .= $line unless $line =~ /^(?:DETAIL|HINT|CONTEXT):|^PL\/pgSQL|^SQL statement/;
	}
	return $text =~ s/^psql:.*?: //mgr =~ s/\n\z//r;
}

sub run
{
	my ($session, $sql) = @_;

	return finish(start($session, $sql));
}

my $watch;

# A statement that waits for a lock has come as far as it does.
sub start_and_wait
{
	my ($session, $sql) = @_;

	start($session, $sql);
	for (1 .. 600)
	{
		return if run($watch, "SELECT count(*) FROM pg_stat_activity WHERE datname = '$database' AND wait_event_type = 'Lock'") > 0;
		select undef, undef, undef, 0.05;
	}
	fail("it waits: $sql");
}

system("'$bindir/dropdb' --if-exists --force $database 2>/dev/null");
system("'$bindir/createdb' $database") == 0 or BAIL_OUT('no database');
$watch = session('read committed');
is(run($watch, "CREATE EXTENSION tnplan; CALL plan_create_workspace('w', sample => true)"), '', 'there is a workspace');

my $add = "INSERT INTO w.target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2022-Q1', '>= 7')";
my $close = "SELECT plan_close_period('w', '2022')";
my $serialization = 'ERROR:  could not serialize access due to concurrent update';
my $refused = 'ERROR:  period 2022 is closed: its targets cannot change';

sub open_again
{
	run($watch, "SELECT plan_reopen_period('w', '2022')");
	run($watch, "DELETE FROM w.target WHERE period = '2022-Q1'");
}

for my $level ('read committed', 'repeatable read', 'serializable')
{
	my ($writer, $closer) = (session($level), session($level));
	my $sees_old = $level ne 'read committed';

	# The closing waits for the writer, and judges what it has written, also where its own snapshot is older;
	# a serializable one would have to come before the writer, and fails.
	my $fails = $level eq 'serializable';
	run($closer, 'BEGIN; SELECT FROM w.target LIMIT 1');
	run($writer, "BEGIN; $add");
	start_and_wait($closer, $close);
	run($writer, 'COMMIT');
	is(finish($closer), $fails ? 'ERROR:  could not serialize access due to read/write dependencies among transactions' : 5,
		"$level: a closing waits for a writer, and judges what it wrote");
	run($closer, 'COMMIT');
	is(run($watch, "SELECT count(*) FROM w.performance WHERE period IN ('2022', '2022-Q1') AND is_closed"), $fails ? 0 : 5, "$level: and so it stays");
	open_again();

	# A writer that is taken back is not judged.
	run($writer, "BEGIN; $add");
	start_and_wait($closer, $close);
	run($writer, 'ROLLBACK');
	is(finish($closer), 4, "$level: what was taken back is not judged");
	open_again();

	# A writer waits for the closing, and is refused.
	run($closer, "BEGIN; $close");
	start_and_wait($writer, $add);
	run($closer, 'COMMIT');
	is(finish($writer), $sees_old ? $serialization : $refused, "$level: a writer waits for a closing, and is refused");
	is(run($writer, $add), $refused, "$level: also when it tries again");
	open_again();

	# One that waits for a closing that is taken back goes on.
	run($closer, "BEGIN; $close");
	start_and_wait($writer, $add);
	run($closer, 'ROLLBACK');
	is(finish($writer), '', "$level: a closing that is taken back refuses nothing");
	open_again();

	# A transaction that began before the closing does not write after it.
	run($writer, 'BEGIN; SELECT FROM w.target LIMIT 1');
	run($closer, $close);
	is(run($writer, $add), $sees_old ? $serialization : $refused, "$level: nor does a transaction that began before it");
	run($writer, 'ROLLBACK');
	open_again();

	# Two who close the same.
	run($closer, "BEGIN; $close");
	start_and_wait($writer, $close);
	run($closer, 'COMMIT');
	is(finish($writer), $sees_old ? $serialization : 'ERROR:  period 2022 is closed already', "$level: a period is closed once");
	open_again();
	is(run($watch, 'SELECT count(*) FROM w.closing'), 0, "$level: it is open again");
	close $_->{in} for $writer, $closer;
}

# A code that is renamed while a closing runs, and the other way round: one waits for the other, and verdicts have the new code.
for my $level ('read committed', 'repeatable read', 'serializable')
{
	my $sees_old = $level ne 'read committed';

	for my $change ("UPDATE w.node SET code = 'X' WHERE code = 'TC'", "UPDATE w.indicator SET code = 'X' WHERE code = 'GRDP'", "UPDATE w.place SET code = 'X' WHERE code = 'TN'", "UPDATE w.basis SET code = 'X' WHERE code = 'local'")
	{
		my ($writer, $closer) = (session($level), session($level));
		my ($table, $code) = $change =~ /w\.(\w+) .* '(\w+)'$/;
		my $verdicts = "SELECT count(*) FROM w.closed_verdict WHERE $table = 'X'";
		my $back = "UPDATE w.$table SET code = '$code' WHERE code = 'X'";

		# A snapshot from before has no row of the new code for the verdicts to name.
		run($writer, "BEGIN; $change");
		start_and_wait($closer, $close);
		run($writer, 'COMMIT');
		like(finish($closer), $sees_old ? qr/^ERROR:  could not serialize access/ : qr/^4$/, "$level: a closing waits for who renames a $table");
		run($closer, $close) if $sees_old;
		cmp_ok(run($watch, $verdicts), '>', 0, 'and knows the new code');
		is(run($watch, "SELECT plan_reopen_period('w', '2022'); $back"), 4, 'it is taken back');

		run($writer, 'BEGIN; SELECT FROM w.target LIMIT 1');
		run($closer, "BEGIN; $close");
		start_and_wait($writer, $change);
		run($closer, 'COMMIT');
		is(finish($writer), $sees_old ? $serialization : '', "$level: who renames a $table waits for a closing");
		run($writer, $sees_old ? "ROLLBACK; $change" : 'COMMIT');
		cmp_ok(run($watch, $verdicts), '>', 0, 'and renames its verdicts');
		is(run($watch, "SELECT plan_reopen_period('w', '2022'); $back"), 4, 'it is taken back');
		close $_->{in} for $writer, $closer;
	}
}

# What a closing names is not deleted under it: whoever comes second is refused.
{
	my ($writer, $closer) = (session('read committed'), session('read committed'));

	run($watch, "INSERT INTO w.node (code, name) VALUES ('GONE', 'Gone'); UPDATE w.indicator SET node = 'GONE' WHERE code = 'GRDP'");
	run($writer, "BEGIN; UPDATE w.indicator SET node = 'TC' WHERE code = 'GRDP'; DELETE FROM w.node WHERE code = 'GONE'");
	start_and_wait($closer, $close);
	run($writer, 'COMMIT');
	is(finish($closer), 4, 'a closing waits for who deletes a node');
	open_again();
	close $_->{in} for $writer, $closer;
}

# Who changes a tree keeps out nobody who maintains its table or writes targets; a reader keeps out nobody who changes it.
{
	my ($writer, $other) = (session('read committed'), session('read committed'));

	run($writer, "BEGIN; INSERT INTO w.node (code, name) VALUES ('E', 'E'); INSERT INTO w.place (code, name) VALUES ('E', 'E')");
	for my $table ('node', 'place')
	{
		is(run($other, "SET lock_timeout = '10s'; ANALYZE w.$table; VACUUM w.$table; COMMENT ON COLUMN w.$table.note IS 'note'; UPDATE w.$table SET note = 'x' WHERE code = 'A'; BEGIN; $add; ROLLBACK"), '', "a $table is analyzed, vacuumed and commented on while the tree changes");
	}
	is(run($other, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"), 0, 'no lock is taken that everybody could take');
	run($writer, 'ROLLBACK');
	run($watch, "CREATE ROLE tnplan_workspace_reader; CALL plan_grant_workspace('w', 'tnplan_workspace_reader', 'reader')");
	is(run($other, 'SET ROLE tnplan_workspace_reader; SELECT FROM w.tree FOR UPDATE'), 'ERROR:  permission denied for table tree', 'a reader locks no tree');
	is(run($other, 'SELECT FROM w.renamed'), 'ERROR:  permission denied for table renamed', 'nor sees notes');
	is(run($other, "INSERT INTO w.renamed (table_name, code, row_id) VALUES ('place', 'TN', 1)"), 'ERROR:  permission denied for table renamed', 'nor makes some');
	is(run($other, 'RESET ROLE'), '', 'it goes');
	run($watch, 'DROP OWNED BY tnplan_workspace_reader; DROP ROLE tnplan_workspace_reader');

	# A row that is lost comes back.
	run($watch, 'DELETE FROM w.tree');
	run($writer, "BEGIN; INSERT INTO w.node (code, name) VALUES ('E', 'E')");
	start_and_wait($other, "INSERT INTO w.node (code, name) VALUES ('F', 'F')");
	run($writer, 'ROLLBACK');
	is(finish($other), '', 'a tree without a row is locked too');
	is(run($watch, "DELETE FROM w.node WHERE code = 'F' RETURNING (SELECT count(*) FROM w.tree)"), 1, 'and has one again');
	close $_->{in} for $writer, $other;
}

# Two who each put a node below that of the other: whoever comes second is refused, or fails.
run($watch, "INSERT INTO w.node (code, name) VALUES ('A', 'A'), ('B', 'B'), ('C', 'C'), ('D', 'D')");
for my $level ('read committed', 'repeatable read', 'serializable')
{
	for my $table ('node', 'place')
	{
		my ($first, $second) = (session($level), session($level));

		run($watch, "INSERT INTO w.place (code, name) VALUES ('A', 'A'), ('B', 'B'), ('C', 'C'), ('D', 'D')") if $table eq 'place' && $level eq 'read committed';
		run($watch, "UPDATE w.$table SET parent = NULL WHERE code IN ('A', 'B', 'C', 'D')");
		run($watch, "UPDATE w.$table SET parent = 'C' WHERE code = 'A'; UPDATE w.$table SET parent = 'D' WHERE code = 'B'");
		run($second, 'BEGIN; SELECT FROM w.target LIMIT 1');
		run($first, "BEGIN; UPDATE w.$table SET parent = 'B' WHERE code = 'C'");
		start_and_wait($second, "UPDATE w.$table SET parent = 'A' WHERE code = 'D'");
		run($first, 'COMMIT');
		like(finish($second), $level eq 'read committed' ? qr/^ERROR:  $table "D" would be below itself$/ : qr/^ERROR:  could not serialize access/, "$level: a round of a $table is refused");
		run($second, 'ROLLBACK');
		is(run($watch, "SELECT string_agg(code || parent, ' ' ORDER BY code) FROM w.$table WHERE code IN ('A', 'B', 'C', 'D')"), 'AC BD CB', "$level: and not made");
		if ($level eq 'read committed')
		{
			is(run($second, "BEGIN; UPDATE w.$table SET name = 'x' WHERE code = 'C'"), '', 'a name changes');
			is(run($first, "UPDATE w.$table SET parent = 'A' WHERE code = 'D'"), "ERROR:  $table \"D\" would be below itself", 'and keeps nobody who changes the tree');
			run($second, 'ROLLBACK');
		}
		close $_->{in} for $first, $second;
	}
}

# Who writes targets and figures, beside one who changes the direction of their indicator or the days of their place: whoever comes second
# is refused, or fails.
run($watch, "INSERT INTO w.indicator (code, node, name) VALUES ('X', 'A', 'x'); INSERT INTO w.place (code, name) VALUES ('X', 'x')");
for my $level ('read committed', 'repeatable read', 'serializable')
{
	my $sees_old = $level ne 'read committed';
	my $target = "INSERT INTO w.target (indicator, place, period, goal) VALUES ('X', 'X', '2019', '>= 8')";
	my $direction = "UPDATE w.indicator SET direction = 'lower' WHERE code = 'X'";
	my $days = "UPDATE w.place SET valid_from = '2020-01-01' WHERE code = 'X'";
	my $other_direction = 'ERROR:  goal ">= 8" has direction higher, but indicator "X" has direction lower';

	for ([ $target, $direction, $other_direction, $other_direction ],
		[ "INSERT INTO w.actual (indicator, place, period, value) VALUES ('X', 'X', '2019', 1)", $days, 'ERROR:  place "X" was not there in period 2019', 'ERROR:  place "X" would not be there in period 2019' ],
		[ "UPDATE w.target SET goal = '>= 8' WHERE indicator = 'X'", $direction, $other_direction, $other_direction, 'INSERT INTO w.target (indicator, place, period, goal) VALUES (\'X\', \'X\', \'2021\', NULL)' ],
		[ "UPDATE w.actual SET period = '2019' WHERE indicator = 'X'", $days, 'ERROR:  place "X" was not there in period 2019', 'ERROR:  place "X" would not be there in period 2019', 'INSERT INTO w.actual (indicator, place, period, value) VALUES (\'X\', \'X\', \'2021\', 1)' ])
	{
		my ($write, $change, $refused, $would, $prepare) = @$_;
		my ($writer, $changer) = (session($level), session('read committed'));
		my $reset = "DELETE FROM w.target WHERE indicator = 'X'; DELETE FROM w.actual WHERE indicator = 'X'; UPDATE w.indicator SET direction = 'higher' WHERE code = 'X'; UPDATE w.place SET valid_from = NULL WHERE code = 'X'; " . ($prepare // '');

		run($watch, $reset);
		run($writer, 'BEGIN; SELECT FROM w.target LIMIT 1');
		run($changer, "BEGIN; $change");
		start_and_wait($writer, $write);
		run($changer, 'COMMIT');
		is(finish($writer), $sees_old ? $serialization : $refused, "$level: a writer waits for who makes a guard stricter: $write");
		run($writer, 'ROLLBACK');
		run($watch, $reset);
		run($writer, "BEGIN; $write");
		start_and_wait($changer, $change);
		run($writer, 'COMMIT');
		is(finish($changer), $would, "$level: and the other way round: $change");
		close $_->{in} for $writer, $changer;
	}
}
run($watch, "DELETE FROM w.target WHERE indicator = 'X'; DELETE FROM w.actual WHERE indicator = 'X'");

# Two who each take more than half of a place.
for my $level ('read committed', 'repeatable read', 'serializable')
{
	my ($first, $second) = (session($level), session($level));

	run($second, 'BEGIN; SELECT FROM w.target LIMIT 1');
	run($first, "BEGIN; INSERT INTO w.place_change (place, became, changed_on, share) VALUES ('A', 'C', '2020-01-01', 0.6)");
	start_and_wait($second, "INSERT INTO w.place_change (place, became, changed_on, share) VALUES ('A', 'D', '2020-01-01', 0.6)");
	run($first, 'COMMIT');
	like(finish($second), $level eq 'read committed' ? qr/^ERROR:  shares of place "A" add up to 1.2, more than 1$/ : qr/^ERROR:  could not serialize access/, "$level: more than a place is refused");
	run($second, 'ROLLBACK');
	is(run($watch, "DELETE FROM w.place_change WHERE place = 'A' RETURNING became"), 'C', 'and not there');
	close $_->{in} for $first, $second;
}

# One takes a place again that was there again by a row that another one deletes.
for my $level ('read committed', 'repeatable read', 'serializable')
{
	my ($first, $second) = (session($level), session($level));

	run($watch, "INSERT INTO w.place_change (place, became, changed_on) VALUES ('A', 'C', '2020-01-01'), ('C', 'A', '2021-01-01')");
	run($second, 'BEGIN; SELECT FROM w.target LIMIT 1');
	run($first, "BEGIN; INSERT INTO w.place_change (place, became, changed_on) VALUES ('A', 'D', '2022-01-01')");
	start_and_wait($second, "DELETE FROM w.place_change WHERE place = 'C'");
	run($first, 'COMMIT');
	like(finish($second), $level eq 'read committed' ? qr/^ERROR:  shares of place "A" add up to 2, more than 1$/ : qr/^ERROR:  could not serialize access/, "$level: the row stays by which the place was there again");
	run($second, 'ROLLBACK');
	run($watch, 'DELETE FROM w.place_change');
	close $_->{in} for $first, $second;
}

# Who drops a workspace waits for who makes it, and the other way round.
{
	my ($creator, $dropper) = (session('read committed'), session('read committed'));

	run($creator, "CALL plan_create_workspace('made')");
	run($creator, "BEGIN; CALL plan_create_workspace('made')");
	start_and_wait($dropper, "CALL plan_drop_workspace('made')");
	is(run($creator, "CALL plan_create_workspace('made'); COMMIT"), '', 'a workspace is renewed while another waits to drop it');
	is(finish($dropper), '', 'then it is dropped');
	run($creator, "CALL plan_create_workspace('made')");
	run($dropper, "BEGIN; CALL plan_drop_workspace('made')");
	start_and_wait($creator, "CALL plan_drop_workspace('made')");
	run($dropper, 'COMMIT');
	is(finish($creator), 'ERROR:  schema "made" does not exist', 'and not twice');
	close $_->{in} for $creator, $dropper;
}

# Who drops a workspace waits for who writes to it, and sees what was written, also where its own snapshot is older.
for my $level ('read committed', 'repeatable read', 'serializable')
{
	my ($writer, $dropper) = (session('read committed'), session($level));

	run($watch, "CALL plan_create_workspace('made')");
	run($dropper, 'BEGIN; SELECT FROM made.node');
	run($writer, "BEGIN; INSERT INTO made.node (code, name) VALUES ('R', 'R')");
	start_and_wait($dropper, "CALL plan_drop_workspace('made')");
	run($writer, 'COMMIT');
	is(finish($dropper), 'ERROR:  workspace "made" has rows in table "node"', "$level: who drops a workspace waits for a writer, and is refused");
	run($dropper, 'ROLLBACK');
	is(run($watch, 'SELECT count(*) FROM made.node'), 1, 'the row is there');
	run($writer, "BEGIN; UPDATE made.node SET name = 'S'");
	start_and_wait($dropper, "CALL plan_drop_workspace('made', force => true)");
	is(run($writer, "INSERT INTO made.place (code, name) VALUES ('P', 'P')"), '', 'a writer goes on while another waits to drop it');
	run($writer, 'COMMIT');
	is(finish($dropper), '', 'unless it is forced');
	close $_->{in} for $writer, $dropper;
}

# Who renews a workspace, drops it or gives rights on it waits for who uses it, and holds nothing that others need next.
run($watch, "CREATE ROLE tnplan_workspace_reader");
for my $call ("CALL plan_create_workspace('w')", "CALL plan_drop_workspace('w', force => true)", "CALL plan_grant_workspace('w', 'tnplan_workspace_reader', 'reader')")
{
	for (['INSERT INTO w.actual (indicator, place, period, value) VALUES (\'X\', \'X\', \'2021\', 1)', $add],
		['SELECT FROM w.closed_verdict', 'SELECT count(*) >= 0 FROM w.performance'])
	{
		my ($user, $owner) = (session('read committed'), session('read committed'));
		my ($first, $second) = @$_;

		run($user, "BEGIN; $first");
		start_and_wait($owner, "BEGIN; $call");
		unlike(run($user, $second), qr/ERROR/, "goes on: $second");
		run($user, 'ROLLBACK');
		is(finish($owner), '', "and then: $call");
		run($owner, 'ROLLBACK');
		close $_->{in} for $user, $owner;
	}
}
run($watch, 'DROP OWNED BY tnplan_workspace_reader; DROP ROLE tnplan_workspace_reader');

# Where others always come first, it waits for one table after the other.
{
	my ($one, $two, $owner) = map { session('read committed') } 1 .. 3;

	run($one, 'BEGIN; SELECT FROM w.theme');
	start_and_wait($owner, "CALL plan_create_workspace('w')");
	for (1 .. 300)
	{
		my ($next, $last) = $_ % 2 ? ($two, $one) : ($one, $two);

		last if run($watch, "SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND NOT granted") > 0;
		run($next, 'BEGIN; SELECT FROM w.theme');
		run($last, 'COMMIT');
		run($watch, 'SELECT pg_sleep(0.02)');
	}
	is(run($watch, "SELECT string_agg(relation::regclass::text, ' ') FROM pg_locks WHERE locktype = 'relation' AND NOT granted"), 'w.theme', 'a table is waited for when others have come first a hundred times');
	run($_, 'COMMIT') for $one, $two;
	is(finish($owner), '', 'and then it is renewed');
	close $_->{in} for $one, $two, $owner;
}

# Who reopens a period, beside one who changes the direction of an indicator that has targets in it.
for my $level ('read committed', 'repeatable read', 'serializable')
{
	my ($reopener, $changer) = (session($level), session('read committed'));
	my $direction = "UPDATE w.indicator SET direction = 'lower' WHERE code = 'X'";
	my $reopen = "SELECT plan_reopen_period('w', '2019')";

	run($watch, "INSERT INTO w.target (indicator, place, period, goal, known_on) VALUES ('X', 'X', '2019', '>= 8', '2019-01-01'); SELECT plan_close_period('w', '2019', '2020-01-31')");
	run($reopener, 'BEGIN; SELECT FROM w.target LIMIT 1');
	run($changer, "BEGIN; $direction");
	start_and_wait($reopener, $reopen);
	run($changer, 'COMMIT');
	like(finish($reopener), $level eq 'read committed' ? qr/^ERROR:  period 2019 cannot be reopened: goal ">= 8" has direction higher, but indicator "X" has direction lower$/ : qr/^$serialization$/m, "$level: who reopens a period waits for another direction, and is refused");
	run($reopener, 'ROLLBACK');
	run($watch, "UPDATE w.indicator SET direction = 'higher' WHERE code = 'X'");
	is(run($reopener, "BEGIN; $reopen"), 1, "$level: it is reopened with its own");
	start_and_wait($changer, $direction);
	run($reopener, 'COMMIT');
	is(finish($changer), 'ERROR:  goal ">= 8" has direction higher, but indicator "X" has direction lower', "$level: another direction waits for that, and is refused");
	run($watch, "DELETE FROM w.target WHERE indicator = 'X'");
	close $_->{in} for $reopener, $changer;
}

close $watch->{in};
system("'$bindir/dropdb' --force $database");

done_testing();
