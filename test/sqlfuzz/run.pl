#!/usr/bin/perl
# Calls what the extension has with values at the ends of their types and with values that were
# changed at random, as a role that has no rights but on its own tables.  It is a defect if the
# server is lost, if an error is an internal one (XX...), if a statement goes on long after
# its statement_timeout, if memory is kept from one statement to the next, and if a value that was
# sent or written is not read as the same.
#
#   RUNS=100000    statements
#   SEED=1         where it begins: the same seed calls the same
#   SHOW=_rollup   prints what came of the statements about that
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Time::HiRes qw(time);
use POSIX qw(sysconf _SC_CLK_TCK);
use Calls;
use Pool;
use Wire;
use Workspace;

# Statements of a session, of its warm-up, and between looks at its memory; processor time in
# seconds that a statement may take under TIMEOUT; bytes that a session may keep; megabytes of the
# largest process; defects to stop at; statements that are sent at once.
use constant { SESSION => 20000, WARM_UP => 2000, LOOK => 1000, TIMEOUT => '2s', SLOW => 6, KEPT => 1 << 20, LARGEST => 1200, FINDINGS => 20, TOGETHER => 20 };

my $runs = $ENV{RUNS} // 100000;
my $seed = $ENV{SEED} // time ^ $$;
my $limit = $ENV{SECONDS} // 0;
my $shown = $ENV{SHOW} ? qr/$ENV{SHOW}/ : undef;
my $database = $ENV{DATABASE} // 'tnplan_sqlfuzz';
# A sanitizer takes time and memory of its own.
my $slowed = defined $ENV{SERVER_PROGRAM};
my $role = $database;
my ($wire, $pool, $calls, $keeper);
my ($done, $kept, $largest, $bare, $session, $number) = (0, undef, 0, 0, SESSION, 0);
my (%states, %found, %gave);

$| = 1;
$seed = int $seed;
srand $seed;
print "SEED=$seed RUNS=$runs\n";

sub admin
{
	my ($name, @statements) = @_;
	my $session = Wire->new($name, $ENV{PGUSER} // $ENV{USER}) or die "no server\n";

	for (@statements)
	{
		my $answer = $session->query($_);
		die "$_: $answer->{error}{M}\n" if $answer->{error};
	}
}

sub make_database
{
	admin('postgres', "DROP DATABASE IF EXISTS $database", "DROP ROLE IF EXISTS $role", "CREATE ROLE $role LOGIN", "GRANT pg_read_all_stats TO $role", "CREATE DATABASE $database", "GRANT CREATE ON DATABASE $database TO $role");
	admin($database, 'CREATE SCHEMA plan', 'CREATE EXTENSION tnplan SCHEMA plan', "GRANT USAGE ON SCHEMA plan TO $role", "GRANT CREATE ON SCHEMA public TO $role",
		"ALTER DATABASE $database SET search_path = plan, public",
		"ALTER DATABASE $database SET temp_file_limit = '1GB'",
		"SET search_path = plan; SET SESSION AUTHORIZATION $role; CREATE TABLE public.facts AS
			SELECT i AS id, CASE WHEN i % 7 > 0 THEN date '2020-01-01' + i END AS at, (i % 10)::float8 AS actual, '>= 5'::plan_goal AS goal, i % 3 AS n, plan_month(date '2020-01-01' + i) AS period
			FROM generate_series(1, 300) AS i;
		CREATE TABLE public.rolled AS SELECT n, at, actual, goal FROM public.facts;
		SELECT plan_create_rollup('public.by_n', 'public.rolled', '{n}', 'at', '{\"c\": \"plan_scorecard_agg(actual, goal)\", \"s\": \"plan_fixedsum_agg(actual)\"}', 'month');
		SELECT plan_create_rollup('public.appended', 'public.rolled', '{n}', 'at', '{\"t\": \"plan_trend_agg(at, actual)\"}', 'year', mode => 'append');
		CREATE INDEX facts_n ON public.facts (at); CREATE VIEW public.seen AS SELECT * FROM public.facts; CREATE SEQUENCE public.numbers; ANALYZE public.facts;
		CREATE TABLE public.staging (indicator text, place text, period text, value text, unit text, known_on text);
		INSERT INTO public.staging VALUES ('GRDP', 'TN', '2023', '6,5', '%', '2023-10-01'), ('EXPORT', 'TN', 'quý III/2023', 'trên 19,8', 'tỷ USD', '1/10/2023'), ('x', '', '2023', '-', NULL, NULL);
		CREATE TABLE public.planned (indicator text, period text, goal text); INSERT INTO public.planned VALUES ('GRDP', '2025', '>= 8'), ('EXPORT', '2025', '130-135'), (NULL, 'x', '8..');
		CREATE TABLE public.tasks (code text, node text, name text, due text, reached text); INSERT INTO public.tasks VALUES ('M-1', 'MT', 'One', 'quý IV/2025', NULL), ('M-2', 'CDS', 'Two', '30/6/2023', '1/6/2023'), (NULL, 'x', NULL, 'soon', '-');
		CALL plan_create_workspace('work', sample => true)", "SET search_path = plan; SET SESSION AUTHORIZATION $role; SELECT plan_close_period('work', '2021', '2022-06-30')");
}

sub samples
{
	open my $in, '<', "$FindBin::Bin/../data/values.csv" or die "values.csv: $!\n";
	my ($header, @lines) = <$in>;
	my @samples = map { my ($type, $quoted, $plain) = /^([^,]+),(?:"(.*)"|(.*))$/s; [$type, $quoted // $plain] } map { s/\r?\n\z//r } @lines;

	$_->[1] =~ s/""/"/g for @samples;
	return \@samples;
}

sub connect_anew
{
	for (1 .. 300)
	{
		$wire = Wire->new($database, $role, statement_timeout => TIMEOUT, lock_timeout => '1s', jit => 'off', $calls ? $calls->settings : ());
		last if $wire;
		select undef, undef, undef, 0.2;
	}
	die "no server\n" if !$wire;
	$_->{wire} = $wire for grep { $_ } $calls, $pool;
	($bare, $kept) = (0, undef);
	# Where each statement takes processes of its own, which is slow.
	$session = $calls && rand() < 0.2 && $wire->query("SET " . ($number < 160000 ? 'force_parallel_mode' : 'debug_parallel_query') . ' = on') ? SESSION / 50 : SESSION;
}

# What the kernel tells of the backend: seconds of processor time, and megabytes at most.
sub cpu
{
	open my $in, '<', '/proc/' . $wire->pid . '/stat' or return 0;
	my @fields = split ' ', (<$in> // return 0) =~ s/^.*\) //sr;
	return ($fields[11] + $fields[12]) / sysconf(_SC_CLK_TCK);
}

sub peak
{
	open my $in, '<', '/proc/' . $wire->pid . '/status' or return 0;
	my ($line) = grep { /^VmHWM/ } <$in>;
	return ($line // '') =~ /(\d+)/ ? $1 / 1024 : 0;
}

# The parameters of a statement as texts, where the server reads them.
sub show
{
	my ($statement) = @_;
	my $session = Wire->new($database, $role);
	my @lines = map { "    $_->[0]" } @{$statement->{before} // []};

	push @lines, "    $statement->{sql}";
	for my $i (1 .. @{$statement->{parameters}})
	{
		my ($oid, $binary, $bytes) = @{$statement->{parameters}[$i - 1]};
		my $answer = defined $bytes && $session ? $session->execute("SELECT \$1::$pool->{name}{$oid}::text", [[$oid, $binary, $bytes]], 0) : {};
		my $text = !defined $bytes ? 'NULL' : $answer->{count} && !$answer->{error} ? "'" . ($answer->{rows}[0][0] // '') . "'" : ($binary ? 'binary ' : 'text ') . unpack('H*', $bytes);
		push @lines, "    \$$i " . substr($text, 0, 500);
	}
	return join("\n", @lines) . "\n";
}

sub report
{
	my ($kind, $statement, $detail) = @_;

	return if $found{"$kind: $statement->{what}"}++;
	print "FOUND $kind: $statement->{what}: $detail (statement $done)\n", show($statement);
}

# Whether an answer is what may be; the session is opened anew when it was lost.
sub judge
{
	my ($statement, $answer, $spent) = @_;

	if ($answer->{lost})
	{
		report($answer->{lost}, $statement, '');
		connect_anew();
		return 0;
	}
	my $state = $answer->{error} ? $answer->{error}{C} : '00000';
	$states{$state}++;
	print "$statement->{what}: ", $answer->{error} ? "$state $answer->{error}{M}" : "$answer->{count} rows", "\n" if defined $shown && $statement->{what} =~ $shown;
	report('internal error', $statement, $answer->{error}{M}) if $state =~ /^XX/;
	report('slow', $statement, sprintf('%.1f s, %s', $spent, $state)) if $spent > SLOW && !$slowed;
	return !$answer->{error};
}

# Values that were sent or written are read as the same.  A plan_number is a float8, whose NaN has many
# forms.
sub check_forms
{
	my @values = grep { $calls->{of_own}{$_->{type}} && $_->{type} ne 'plan_number' && length $_->{bytes} < 200000 } @_;
	my $binary = sub { my ($v) = @_; return [$pool->{oid}{$v->{type}}, 1, $v->{bytes}] };

	return if !@values;
	$wire->put(join('', map { my $v = $_; map { Wire::extended("SELECT \$1::$v->{type}", [$binary->($v)], $_) } 1, 0 } @values));
	for my $value (@values)
	{
		check_form($value, 'binary', $wire->answer);
		$value->{text} = ($wire->answer)->{rows}[0][0];
		$pool->keep_text($value->{type}, $value->{text}) if defined $value->{text};
	}
	@values = grep { defined $_->{text} } @values;
	$wire->put(join('', map { Wire::extended("SELECT \$1::$_->{type}", [[$pool->{oid}{$_->{type}}, 0, $_->{text}]], 1) } @values));
	check_form($_, 'text', $wire->answer) for @values;
}

sub check_form
{
	my ($value, $form, $answer) = @_;
	my $what = {what => "$form form of $value->{type}", sql => "SELECT \$1::$value->{type}", parameters => [[$pool->{oid}{$value->{type}}, 1, $value->{bytes}]]};
	my $read = $answer->{rows}[0][0] // '';

	return if !$answer->{error} && !$answer->{lost} && $read eq $value->{bytes};
	report($answer->{error} || $answer->{lost} ? 'not read again' : 'read as another', $what, "$value->{from} gave it; " . ($answer->{error}{M} // unpack('H*', $read)));
}

# Send statements at once, and judge what comes of each.
sub run
{
	my @statements = @_;
	my $begin = cpu();
	my (@answers, $bytes);

	for my $statement (@statements)
	{
		$statement->{binary} = rand() < 0.7 ? 1 : 0;
		my @before = map { Wire::extended($_->[0], [@$_[1 .. $#$_]], 0) } @{$statement->{before} // []};
		my @messages = ((map { Wire::simple('BEGIN') } grep { $_ } $statement->{alone}), @before, Wire::extended(@$statement{qw(sql parameters binary)}));
		$bytes .= join('', @messages, map { Wire::simple('ROLLBACK') } grep { $_ } $statement->{alone});
		$statement->{leading} = $#messages;
	}
	$wire->put($bytes);
	for my $statement (@statements)
	{
		my @all = map { $wire->answer } 0 .. $statement->{leading} + ($statement->{alone} ? 1 : 0);
		my ($lost) = grep { $_->{lost} } @all;
		# Also of a statement that was to come first.
		my ($internal) = grep { $_->{error} && $_->{error}{C} =~ /^XX/ } @all;

		push @answers, $lost // $internal // $all[$statement->{leading}];
		last if $lost;
	}
	my $spent = cpu() - $begin;
	my @values;
	for my $i (0 .. $#answers)
	{
		$done++;
		judge($statements[$i], $answers[$i], $spent < $answers[$i]{time} ? $spent : $answers[$i]{time}) and push @values, use_value($statements[$i], $answers[$i]);
	}
	check_forms(@values) if !grep { $_->{lost} } @answers;
}

# Values that were returned are there to call with, and so are the parameters that led to them.
sub use_value
{
	my ($statement, $answer) = @_;
	my $value = $answer->{count} ? $answer->{rows}[0][0] : undef;

	report('rollup wrong', $statement, "@{[map { $_ // 'NULL' } @{$answer->{rows}[0]}]}") if $statement->{none} && $answer->{count};
	return () if !defined $value;
	$gave{$statement->{what}}++;
	$calls->keep($statement);
	return () if !$statement->{binary} || @{$answer->{rows}[0]} != 1;
	my $type = $pool->{name}{$answer->{types}[0]} // return ();
	return () if !$statement->{kept} && rand() > 0.1 || !$pool->has($type);
	$pool->keep($type, [1, $value]);
	return {type => $type, bytes => $value, from => $statement->{sql}};
}

# Memory of the session by context, but for the caches that all sessions have.  PostgreSQL keeps plans of
# foreign keys and functions in PL/pgSQL, also of a workspace that was rolled back: of plans, those of
# rollups alone are looked at.
sub look_at_memory
{
	my ($statement) = @_;
	my $answer = $wire->query(q{SELECT string_agg(name || '=' || bytes, ',') FROM (SELECT name, sum(total_bytes) AS bytes FROM pg_backend_memory_contexts
		WHERE name NOT IN ('CacheMemoryContext', 'LocalBufferContext', 'PL/pgSQL function') AND name NOT LIKE 'CachedPlan%' AND parent IS DISTINCT FROM 'CacheMemoryContext'
			OR name = 'CachedPlanSource' AND ident LIKE '%public.%' GROUP BY name) AS c});
	my %bytes = map { split /=/ } split /,/, $answer->{rows}[0][0] // return;
	my $peak = peak();

	$largest = $peak if $peak > $largest;
	report('large', $statement, sprintf('%d MB', $peak)) if $peak > LARGEST && !$slowed;
	return if $bare < WARM_UP;
	$kept //= \%bytes;
	for (sort keys %bytes)
	{
		my $more = $bytes{$_} - ($kept->{$_} // 0);
		report('memory kept', {%$statement, what => "in $_"}, "$more bytes in $_") if $more > KEPT;
	}
}

make_database();
connect_anew();
$number = $wire->query('SHOW server_version_num')->{rows}[0][0];
$pool = Pool->new($wire, samples());
$calls = Calls->new($wire, $pool);
$calls->{workspace} = Workspace->new($wire, $pool, 'work');
$calls->teach(@$_)
  for ['plan_create_workspace', 'other', 'true'], ['plan_create_workspace', 'work', 'true'], ['plan_drop_workspace', 'work', 'true'], ['plan_close_period', 'work', '2022', '2023-06-29', 'x'], ['plan_close_period', 'work', '2020-2025', '2023-06-29', 'x', 'true'],
  ['plan_reopen_period', 'work', '2021'], ['plan_grant_workspace', 'work', $role, 'reader'], ['plan_grant_workspace', 'work', $role, 'reporter', '{TN}'], ['plan_revoke_workspace', 'work', $role],
  ['plan_load_actuals', 'work', 'public.staging', (undef) x 5, ',', '{}', 'true', 'false', 'false'], ['plan_load_targets', 'work', 'public.planned', 'TN', undef, undef, 'local', undef, ',', '{}', 'true', 'false', 'false'],
  ['plan_load_milestones', 'work', 'public.tasks', 'TN', '2025', undef, 'MT', undef, '{}', 'true', 'false', 'false'],
  ['plan_report', 'work', '2020-2025', '2023-06-29', 'vi', '2022-06-29'], ['plan_report', 'work'], ['plan_report_query', 'SELECT indicator AS name, actual, goal FROM work.performance', 'x', '2023', 'en'];
$calls->teach('plan_create_rollup', 'public.own', 'public.facts', '{n}', 'at', $_, 'month', 'standard', 'append')
  for '{"c": "plan_scorecard_agg(actual, goal)"}', '{"a b": "plan_cube_agg(n, at, actual, goal)"}', '{"c": "count(*)", "x\"y": "plan_fixedsum_agg(actual)"}';
printf "%d routines, %d operators, %d casts, %d types\n", map { scalar @{$calls->{$_}} } qw(routines operators casts types);

my $begin = time;
while ($done < $runs && keys %found < FINDINGS && (!$limit || time - $begin < $limit))
{
	connect_anew() if $bare >= $session;
	my @statements = map { $calls->statement } 1 .. TOGETHER;
	run(@statements);
	$bare += TOGETHER;
	look_at_memory($statements[-1]) if $bare % LOOK < TOGETHER;
	printf "%d statements, %d s, at most %d MB\n", $done, time - $begin, $largest if $done % 50000 < TOGETHER;
}

my @silent = grep { !$gave{$_} } map { $_->[0] } grep { $_->[6] !~ /^(void|trigger|event_trigger)$/ } @{$calls->{routines}};
printf "%d statements in %d s; %s\n", $done, time - $begin, join(', ', map { "$_ $states{$_}" } sort { $states{$b} <=> $states{$a} } keys %states);
printf "%d of %d routines gave a value; at most %d MB\n", @{$calls->{routines}} - @silent, scalar @{$calls->{routines}}, $largest;
print "none from: @silent\n" if @silent && @silent < 150;
admin('postgres', "DROP DATABASE IF EXISTS $database WITH (FORCE)", "DROP ROLE $role");
exit(keys %found ? 1 : 0);
