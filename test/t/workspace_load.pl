#!/usr/bin/perl
# Loads beside each other and beside those who write by hand, under each isolation level: what a file does not say stays as
# others have left it.
use strict;
use warnings;
use IPC::Open2;
use Test::More;

my $database = 'tnplan_workspace_load';

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
is(run($watch, <<'SQL'), '', 'there is a workspace');
CREATE EXTENSION tnplan;
CALL plan_create_workspace('w', sample => true);
CREATE TABLE due (code text, due text); INSERT INTO due VALUES ('M', '2022-Q4');
CREATE TABLE names (code text, name text); INSERT INTO names VALUES ('M', 'New name');
CREATE TABLE from_4 (indicator text, period text, target text, baseline text); INSERT INTO from_4 VALUES ('GRDP', '2020', '>= 10', '4');
CREATE TABLE goals (indicator text, period text, target text); INSERT INTO goals VALUES ('GRDP', '2020', '>= 12');
CREATE TABLE figures (indicator text, period text, value text); INSERT INTO figures VALUES ('GRDP', '2020', '7')
SQL

my $serialization = 'ERROR:  could not serialize access due to concurrent update';
my $milestones = "SELECT string_agg(concat_ws(' ', known_on, name, due), ', ' ORDER BY known_on) FROM w.milestone WHERE code = 'M'";
my $targets = "SELECT string_agg(concat_ws(' ', known_on, goal), ', ' ORDER BY known_on) FROM w.target WHERE indicator = 'GRDP' AND place = 'TN' AND period = '2020'";

sub milestones { return "SELECT reason FROM plan_load_milestones('w', '$_[0]', known_on => '$_[1]', replace => true)" }
sub targets { return "SELECT reason FROM plan_load_targets('w', '$_[0]', place => 'TN', known_on => '$_[1]', replace => true)" }

sub begin_anew
{
	run($watch, "DELETE FROM w.milestone; INSERT INTO w.milestone (code, node, name, due, known_on) VALUES ('M', 'TC', 'Old name', '2022-Q2', '2022-01-01'); DELETE FROM w.target WHERE indicator = 'GRDP'");
}

for my $level ('read committed', 'repeatable read', 'serializable')
{
	my $sees_old = $level ne 'read committed';

	# The second load waits for the first, and takes over what that has written.
	for ([ \&milestones, 'due', '2022-05-01', 'names', '2022-05-02', '1 milestone of 1 row loaded', $milestones, '2022-01-01 Old name 2022-Q2, 2022-05-01 Old name 2022-Q4, 2022-05-02 New name 2022-Q4' ],
		[ \&milestones, 'due', '2022-01-01', 'names', '2022-01-01', '0 milestones of 1 row loaded, 1 milestone replaced', $milestones, '2022-01-01 New name 2022-Q4' ],
		[ \&targets, 'from_4', '2020-01-01', 'goals', '2020-02-01', '1 target of 1 row loaded', $targets, '2020-01-01 >= 10 from 4, 2020-02-01 >= 12 from 4' ],
		[ \&targets, 'from_4', '2020-01-01', 'goals', '2020-01-01', '0 targets of 1 row loaded, 1 target replaced', $targets, '2020-01-01 >= 12 from 4' ])
	{
		my ($load, $one, $day, $two, $next_day, $loaded, $rows, $expected) = @$_;
		my ($first, $second) = (session($level), session($level));

		begin_anew();
		run($second, 'BEGIN; SELECT FROM w.milestone LIMIT 1');
		run($first, 'BEGIN; ' . $load->($one, $day));
		start_and_wait($second, $load->($two, $next_day));
		run($first, 'COMMIT');
		is(finish($second), $sees_old ? $serialization : $loaded, "$level: a load of $two waits for one of $one");
		run($second, 'COMMIT');
		is(run($second, $load->($two, $next_day)), $loaded, 'and is loaded when it tries again') if $sees_old;
		is(run($watch, $rows), $expected, 'nothing is lost');

		# One that is taken back has changed nothing.
		begin_anew();
		run($first, 'BEGIN; ' . $load->('due', '2022-05-01')) if $load == \&milestones;
		run($first, 'BEGIN; ' . $load->('from_4', '2020-01-01')) if $load == \&targets;
		start_and_wait($second, $load->($two, '2022-05-02'));
		run($first, 'ROLLBACK');
		like(finish($second), qr/^1 (?:milestone|target) of 1 row loaded$/, "$level: one that is taken back hinders nothing");
		close $_->{in} for $first, $second;
	}
}

# Nobody else waits: those who only check a file, who load something else, who read, and who write by hand.
{
	my ($loader, $other) = (session('read committed'), session('read committed'));

	begin_anew();
	run($loader, 'BEGIN; ' . milestones('due', '2022-05-01') . '; ' . targets('from_4', '2020-01-01'));
	is(run($other, "SET lock_timeout = '10s'; SELECT reason FROM plan_load_milestones('w', 'names', check_only => true)"), '1 milestone of 1 row could be loaded', 'who checks a file does not wait');
	is(run($other, "SELECT reason FROM plan_load_actuals('w', 'figures', place => 'TN', known_on => '2021-05-01')"), '1 figure of 1 row loaded', 'nor who loads figures');
	is(run($other, "UPDATE w.milestone SET name = 'By hand'; INSERT INTO w.milestone (code, node, name, due) VALUES ('N', 'TC', 'n', '2023'); INSERT INTO w.node (code, name) VALUES ('Z', 'z'); DELETE FROM w.node WHERE code = 'Z'; VACUUM w.milestone; ANALYZE w.tree"), '', 'nor who writes by hand');
	is(run($other, 'SELECT count(*) > 0 FROM w.milestone_status'), 't', 'nor who reads');
	run($loader, 'ROLLBACK');

	# What is changed by hand under a load stays where the file does not say it.
	begin_anew();
	run($other, "BEGIN; UPDATE w.milestone SET due = '2022-Q3', reason = 'by hand'");
	start_and_wait($loader, milestones('names', '2022-01-01'));
	run($other, 'COMMIT');
	is(finish($loader), '0 milestones of 1 row loaded, 1 milestone replaced', 'a load waits for a row that is changed by hand');
	is(run($watch, "SELECT name, due, reason FROM w.milestone"), 'New name|2022-Q3|by hand', 'and changes what its file says');
	close $_->{in} for $loader, $other;
}

# A file of codes alone changes nothing of one that is there, and states it again on another day.
run($watch, "CREATE TABLE codes (code text); INSERT INTO codes VALUES ('M')");
begin_anew();
is(run($watch, milestones('codes', '2022-01-01')), '0 milestones of 1 row loaded, 1 there already', 'codes alone');
is(run($watch, milestones('codes', '2022-05-01')), '1 milestone of 1 row loaded', 'on another day');
is(run($watch, $milestones), '2022-01-01 Old name 2022-Q2, 2022-05-01 Old name 2022-Q2', 'are the same milestone');

# Rights on the columns of a file are enough; who has none on the table keeps nobody waiting.
{
	my ($loader, $other) = (session('read committed'), session('read committed'));

	run($watch, <<'SQL');
CREATE ROLE tnplan_workspace_planner; CREATE ROLE tnplan_workspace_clerk;
CALL plan_grant_workspace('w', 'tnplan_workspace_planner', 'planner'); CALL plan_grant_workspace('w', 'tnplan_workspace_clerk', 'reader');
GRANT SELECT ON due, names, goals, from_4 TO PUBLIC
SQL
	begin_anew();
	is(run($loader, 'BEGIN; SET ROLE tnplan_workspace_clerk; SAVEPOINT s; ' . milestones('due', '2022-01-01')), 'ERROR:  permission denied for table milestone', 'a reader loads nothing');
	is(run($other, 'SET ROLE tnplan_workspace_planner; ' . milestones('due', '2022-05-01')), '1 milestone of 1 row loaded', 'a planner does');
	is(run($other, targets('from_4', '2020-01-01')), '1 target of 1 row loaded', 'also targets');
	run($loader, 'ROLLBACK');
	run($watch, 'GRANT UPDATE (due) ON w.milestone TO tnplan_workspace_clerk');
	is(run($loader, 'SET ROLE tnplan_workspace_clerk; ' . milestones('due', '2022-01-01')), '0 milestones of 1 row loaded, 1 milestone replaced', 'rights on the columns of the file are enough');
	is(run($loader, milestones('names', '2022-01-01')), 'ERROR:  permission denied for table milestone', 'and needed');
	is(run($loader, 'RESET ROLE; SELECT current_user = session_user'), 't', 'who loads stays who it is');
	run($watch, 'DROP OWNED BY tnplan_workspace_planner, tnplan_workspace_clerk; DROP ROLE tnplan_workspace_planner, tnplan_workspace_clerk');
	close $_->{in} for $loader, $other;
}

close $watch->{in};
system("'$bindir/dropdb' --force $database");
done_testing();
