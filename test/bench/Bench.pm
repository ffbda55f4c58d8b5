# What times questions: one session of psql and one process of DuckDB, whose queries run in
# turn, so that a machine that slows down slows all of them.
#
# A query is one of:
#   ours    of this extension
#   sql     the same question without it: every form that somebody would write
#   duckdb  the same question in DuckDB
#   shown   something else, to compare with
# Queries of the first three kinds of a block answer the same question in one row, and are
# compared: a figure that differs by more than 1e-9 of itself is reported.
package Bench;
use strict;
use warnings;
use Exporter 'import';
use IPC::Open2;
use List::Util qw(max reduce);
use POSIX qw(sysconf _SC_CLK_TCK);
use Time::HiRes qw(time);

our @EXPORT = qw(all_agree ask block both close_process duckdb is_chosen median open_psql ours server_file
	shown sql start usage);

# Seconds: what takes longer in the first turn is not repeated.
use constant SLOW => 5;

my ($database, $runs, $pattern, $folder);
my ($psql, $duckdb, %loaded);
my $differ = 0;

# Open a process that answers; what it prints ends in a line "end-of-answer".
sub open_process
{
	my (@command) = @_;
	my %process;

	$process{child} = $process{pid} = open2($process{from}, $process{to}, @command);
	return \%process;
}

# Send a text, and return the lines printed.
sub answer
{
	my ($process, $text) = @_;
	my @lines;

	print { $process->{to} } $text;
	while (my $line = readline $process->{from})
	{
		chomp $line;
		return @lines if $line eq 'end-of-answer';
		push @lines, $line;
	}
	die "ended at: $text\n";
}

# Open a session; its process is that of the server.
sub open_psql
{
	my $session = open_process('sh', '-c', 'exec psql -XqAt -d "$1" 2>&1', 'sh', $database);

	($session->{pid}) = ask('SELECT pg_backend_pid()', $session);
	return $session;
}

sub close_process
{
	my ($process) = @_;

	close $process->{$_} for 'to', 'from';
	waitpid $process->{child}, 0;
}

# Run a command, by default in the session of all; an error is a line of the answer.
sub ask
{
	my ($command, $session) = @_;

	return answer($session // $psql, "$command\n;\n\\echo end-of-answer\n");
}

# A file that the server reads and writes.
sub server_file
{
	my ($name) = @_;

	return (ask('SHOW data_directory'))[0] . "/$name";
}

sub start
{
	($database, $runs, $pattern, $folder) = @_;
	$pattern //= '';
	$psql = open_psql();
	ask("SET jit = off; SET max_parallel_workers_per_gather = 0; SET work_mem = '1GB'");
	return unless $folder;
	$duckdb = open_process('node', 'test/bench/duckdb.mjs', $folder);
	print "DuckDB: ", answer($duckdb, "SELECT version()\n"), ", native tables, one thread.\n";
}

# CPU seconds and minor page faults of a process so far; and the time of day.
sub usage
{
	my ($pid) = @_;
	my $seconds = 0;

	open my $stat, '<', "/proc/$pid/stat" or die "no CPU times: $!\n";
	my @field = split ' ', readline($stat) =~ s/.*\) //r;
	for my $file (glob "/proc/$pid/task/*/schedstat")
	{
		open my $schedstat, '<', $file or next;
		$seconds += (split ' ', readline $schedstat)[0] / 1e9;
	}
	$seconds ||= ($field[11] + $field[12]) / sysconf(_SC_CLK_TCK);
	return { seconds => $seconds, faults => $field[7], time => time };
}

sub median
{
	my @sorted = sort { $a <=> $b } @_;
	return $sorted[ $#sorted / 2 ];
}

# Queries.  Options:
#   jit      true adds the same with JIT
#   set      a setting for this query
#   clock    true takes the time of day, where workers have CPU times of their own
#   after    what is done after it and not timed
#   per      how many calls it makes, by which the time is divided
#   against  bars: at most so many times as long as a query of the block that is named, or as
#            the fastest of "SQL" or "DuckDB"
#   ms       a bar: at most so many milliseconds
sub query
{
	my ($kind, $name, $sql, %options) = @_;
	my %query = (kind => $kind, name => $name, sql => $sql, against => {}, %options);

	return \%query unless $query{jit};
	return (\%query, { %query, name => "$name, JIT", set => 'jit = on', against => {} });
}

sub ours { return query('ours', @_) }
sub sql { return query('sql', @_) }
sub shown { return query('shown', @_) }
sub duckdb { return $duckdb ? query('duckdb', @_) : () }

# The same form in SQL, with a fence behind subqueries that PostgreSQL would make part of their
# callers, and in DuckDB.
sub both
{
	my ($name, $form, %options) = @_;

	return (sql($name, $form->('OFFSET 0'), %options), duckdb($name, $form->('')));
}

# Copy to DuckDB the tables that its queries name.
sub load
{
	my ($sql) = @_;

	for my $table (ask("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))
	{
		next if $loaded{$table} or $sql !~ /\b$table\b/;
		my ($columns) = ask(<<~SQL);
			SELECT string_agg(format('"%s": ''%s''', attname, upper(format_type(atttypid, NULL))), ', ' ORDER BY attnum)
			FROM pg_attribute WHERE attrelid = '$table'::regclass AND attnum > 0
			SQL
		my $file = "$folder/$table.csv";
		my $read = "read_csv('$file', header = true, nullstr = '', columns = {$columns})";
		print ask("\\copy $table TO '$file' (FORMAT csv, HEADER)");
		print answer($duckdb, "CREATE TABLE $table AS SELECT * FROM $read\n");
		unlink $file;
		$loaded{$table} = 1;
	}
}

# A query as DuckDB takes it: "at" is a word of its own there.
sub one_line
{
	my ($sql) = @_;

	return $sql =~ s/(?<!")\bat\b(?!")/"at"/gr =~ s/\s+/ /gr . "\n";
}

# Run a query once: its time in milliseconds and its page faults are kept.
sub run
{
	my ($query) = @_;
	my $native = $query->{kind} eq 'duckdb';
	my $process = $native ? $duckdb : $psql;
	my $clock = $query->{clock} ? 'time' : 'seconds';

	ask("BEGIN; SET LOCAL $query->{set}") if $query->{set};
	my $before = usage($process->{pid});
	my @lines = $native ? answer($duckdb, one_line($query->{sql})) : ask($query->{sql});
	my $after = usage($process->{pid});
	ask('COMMIT') if $query->{set};
	ask($query->{after}) if $query->{after};

	$query->{error} = join ' ', @lines if grep { /^ERROR/ } @lines;
	$query->{answer} = join '|', @lines;
	return {
		ms => 1000 * ($after->{$clock} - $before->{$clock}) / ($query->{per} // 1),
		faults => $after->{faults} - $before->{faults} };
}

# Run all of them in turn.  The first turn warms up: its times are kept of slow queries only.
sub run_in_turns
{
	my @queries = @_;

	for my $turn (0 .. $runs)
	{
		for my $query (@queries)
		{
			next if $query->{error} or $query->{slow};
			my $used = run($query);
			$query->{slow} = ($turn == 0 and $used->{ms} * ($query->{per} // 1) > 1000 * SLOW);
			next if $turn == 0 and !$query->{slow};
			push @{ $query->{ms_of_turns} }, $used->{ms};
			push @{ $query->{faults_of_turns} }, $used->{faults};
		}
	}
	for my $query (grep { !$_->{error} } @queries)
	{
		$query->{time} = median(@{ $query->{ms_of_turns} });
		$query->{faults} = median(@{ $query->{faults_of_turns} });
	}
}

# Whether two answers are the same: figures may differ in the order of floating-point sums.
sub is_same
{
	my ($answer, $other) = map { [ split /\|/, $_, -1 ] } @_;

	return 0 if @$answer != @$other;
	for my $i (0 .. $#$answer)
	{
		my ($x, $y) = ($answer->[$i], $other->[$i]);
		next if $x eq $y;
		return 0 if grep { !/^-?[\d.]+(e[-+]?\d+)?$/i } $x, $y;
		return 0 if abs($x - $y) > 1e-9 * max(abs($x), abs($y), 1e-9);
	}
	return 1;
}

# How many times as long one query took as another, turn by turn.
sub ratio
{
	my ($query, $other) = @_;
	my ($times, $others) = map { $_->{ms_of_turns} } $query, $other;

	return $query->{time} / $other->{time} if @$times != @$others;
	return median(map { $times->[$_] / $others->[$_] } 0 .. $#$times);
}

# The query of that name, or the fastest that is "SQL" or "DuckDB".
sub peer
{
	my ($name, @queries) = @_;
	my ($same) = grep { $_->{name} eq $name and $_->{kind} ne 'duckdb' } @queries;

	return $same // reduce { $a->{time} <= $b->{time} ? $a : $b } grep { $_->{kind} eq lc $name and !$_->{error} } @queries;
}

# A line of the comparison, if there is anything to compare with.
sub comparison
{
	my ($query, $name, @queries) = @_;
	my $bar = $query->{against}{$name};
	my $peer = peer($name, @queries);

	return if !$peer or $peer->{error} or $peer == $query;
	my $ratio = ratio($query, $peer);
	my $named = $peer->{name} eq $name ? $name : "$name: $peer->{name}";
	return sprintf "| %s | %s | %.*f | %s | %s |\n", $query->{name}, $named, $ratio < 0.1 ? 3 : 2, $ratio,
	  defined $bar ? sprintf('<= %.3g', $bar) : '', defined $bar ? $ratio <= $bar ? 'ok' : 'MISSED' : '';
}

# What a query is compared with: what it has bars for, and the fastest peers if it is ours.
sub comparisons
{
	my ($query, @queries) = @_;
	my @names = grep { exists $query->{against}{$_} } map { $_->{name} } grep { $_->{kind} ne 'duckdb' } @queries;
	my @lines;

	push @lines, sprintf "| %s | milliseconds | %.2f | < %s | %s |\n", $query->{name}, $query->{time}, $query->{ms},
	  $query->{time} < $query->{ms} ? 'ok' : 'MISSED' if defined $query->{ms};
	push @lines, map { comparison($query, $_, @queries) } @names, $query->{kind} eq 'ours' ? ('SQL', 'DuckDB') : ();
	return @lines;
}

sub is_chosen
{
	return $_[0] =~ /$pattern/i;
}

# Time the queries of a block and print what came out; false if it was not chosen.
sub block
{
	my ($title, @queries) = @_;

	return 0 if !is_chosen($title);
	load($_->{sql}) for grep { $_->{kind} eq 'duckdb' } @queries;
	run_in_turns(@queries);

	my %who = (ours => 'tnplan', sql => 'SQL', duckdb => 'DuckDB', shown => '');
	print "\n### $title\n\n| | query | ms | faults |\n|---|---|--:|--:|\n";
	for my $query (@queries)
	{
		my $digits = grep({ ($_->{time} // 1) < 10 } @queries) ? 2 : 0;
		printf "| %s | %s | %s | %s |\n", $who{ $query->{kind} }, $query->{name},
		  $query->{error} ? ('failed', '') : (sprintf('%.*f', $digits, $query->{time}), $query->{faults});
		print STDERR "$query->{name}: $query->{error}\n" if $query->{error};
	}

	my @lines = map { comparisons($_, @queries) } grep { !$_->{error} and $_->{name} !~ /, JIT$/ } @queries;
	print "\n| | in units of | ratio | bar | |\n|---|---|--:|---|---|\n", @lines if @lines;

	my ($first) = grep { $_->{kind} eq 'ours' and !$_->{error} } @queries;
	for my $query ($first ? grep { $_->{kind} ne 'shown' and !$_->{error} } @queries : ())
	{
		next if is_same($first->{answer}, $query->{answer});
		print "\nDIFFERENT: $query->{name}: $query->{answer}; $first->{name}: $first->{answer}\n";
		$differ = 1;
	}
	return 1;
}

# Whether all queries of all blocks answered their questions alike.
sub all_agree
{
	return !$differ;
}

1;
