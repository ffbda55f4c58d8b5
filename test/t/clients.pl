#!/usr/bin/perl
# What drivers send and see: the programs of doc/clients.md and test/client/, with those drivers that are
# installed, print what they should.  NODE_PATH and PGJDBC say where node-postgres and pgjdbc are, unless it is where
# Debian has them.
use strict;
use warnings;
use File::Temp qw(tempdir);
use IO::Select;
use IO::Socket::INET;
use IO::Socket::UNIX;
use POSIX qw(_exit);
use Test::More;

my $database = 'tnplan_clients';

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $folder = tempdir(CLEANUP => 1);
my $jar = $ENV{PGJDBC} // '/usr/share/java/postgresql.jar';

sub text_of
{
	my ($name) = @_;

	open my $file, '<', $name or die "$name: $!";
	local $/;
	return <$file>;
}

sub psql
{
	my ($sql) = @_;

	open my $psql, '|-', "'$bindir/psql' -XAtq -v ON_ERROR_STOP=1 -d $database >'$folder/out' 2>&1" or die "psql: $!";
	print $psql $sql;
	close $psql;
	return text_of("$folder/out");
}

# A value of each type, and what every driver makes of it.
my $card = 'exceeded=1 met=2 no_data=1 unscored=1 weight_scored=3 weight_unscored=0.5 weighted_score=3 actual=290.5 target=380';
my @given = ('2022-Q3', '>= 95 from 44', 'on_track', '8/63', $card);
my $expected = join "\n", join('|', 'row', @given, '{2022-Q3,2022-10}'), 'found 1', 'any 1', 'status exceeded', 'three on_track', 'none no_data',
	'year 2022', 'within True', 'json 1', 'score 1', 'view 2022 >= 8 8.59 exceeded', '';

system("'$bindir/dropdb' --if-exists --force $database 2>/dev/null");
system("'$bindir/createdb' $database") == 0 or BAIL_OUT('no database');
is(psql("CREATE EXTENSION tnplan; CALL plan_create_workspace('province', sample => true);
	CREATE TABLE item (period plan_period, goal plan_goal, status plan_status, standing plan_standing, card plan_scorecard, periods plan_period[]);"), '', 'there is a plan');
$ENV{PGDATABASE} = $database;
chomp(my $server = psql("SELECT :'HOST'; SELECT :'PORT'; SELECT current_user"));
my ($host, $port, $user) = split /\n/, $server;
my $dsn = "Driver=PostgreSQL Unicode;Servername=$host;Port=$port;Database=$database;Username=$user";

# pgjdbc knows no sockets of Unix: what it sends to a port goes on to one.
my $relay;
if ($host =~ m{^/})
{
	my $listener = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1') or BAIL_OUT('no port');

	$ENV{JDBC_URL} = 'jdbc:postgresql://127.0.0.1:' . $listener->sockport . "/$database?user=$user";
	$relay = fork // BAIL_OUT('no process');
	if (!$relay)
	{
		$SIG{CHLD} = 'IGNORE';
		while (my $client = $listener->accept)
		{
			next if fork;
			my $to_server = IO::Socket::UNIX->new("$host/.s.PGSQL.$port") or _exit(1);
			my $both = IO::Select->new($client, $to_server);
			while (1)
			{
				for my $from ($both->can_read)
				{
					my $to = $from == $client ? $to_server : $client;

					_exit(0) if !sysread $from, my $bytes, 65536;
					$to->blocking(1);
					while (length $bytes)
					{
						my $written = syswrite($to, $bytes) or _exit(0);
						substr $bytes, 0, $written, '';
					}
				}
			}
		}
		_exit(0);
	}
}
else
{
	$ENV{JDBC_URL} = "jdbc:postgresql://$host:$port/$database?user=$user";
}

# The drivers: how one sees that they are there, how a program runs, and what it prints after what all print.
my ($python2, $python3) = map {
	my $module = $_;
	(grep { system("$_ -c 'import $module' 2>/dev/null") == 0 } 'python3', '/usr/bin/python3')[0]
} 'psycopg2', 'psycopg';
$ENV{NODE_PATH} //= '/usr/share/nodejs';
my %driver = (
	psycopg2 => { run => $python2, file => 'with_psycopg2.py', more => "binary 1\n", page => qr/^import psycopg2$/m },
	psycopg => { run => $python3, file => 'with_psycopg3.py', more => "binary 1\n", page => qr/^import psycopg$/m },
	'node-postgres' => { run => system("node -e 'require(\"pg\")' 2>/dev/null") == 0 && 'node', file => 'with_node.js', more => "binary 1\n", page => qr/require\('pg'\)/ },
	pgjdbc => { run => -e $jar && system('java --list-modules 2>/dev/null | grep -q jdk.compiler') == 0 && "java -cp '$jar'", file => 'WithJdbc.java',
		more => "binary 1\ntyped t 1 exceeded 4 4\n", page => qr/^import java\.sql/m },
	psqlODBC => { run => system("perl -MDBD::ODBC -e 'DBI->connect(shift, undef, undef, { PrintError => 0, RaiseError => 1 })' 'dbi:ODBC:$dsn' 2>/dev/null") == 0 && 'perl',
		file => 'with_odbc.pl', more => "long 6990 6990\n", page => qr/^use DBI;$/m });

# What the page says of parameters, and of a text where a period is.
for my $said (
	[ 'plan_count($1)', '42725' ],
	[ 'plan_count($1::plan_scorecard)' ],
	[ 'plan_scorecard_agg($1, $2, $3)', '42725' ],
	[ 'plan_scorecard_agg($1::float8, $2, $3)' ],
	[ q{'2022-08-01 00:00:00+00' <@ plan_period '2022-Q3'}, '22007' ],
	[ q{$1::date <@ plan_period '2022-Q3'} ],
	[ q{plan_status($1, $2)} ],
	[ q{plan_status($1::float8, $2::text::plan_goal)} ],
	[ q{plan_period '2022-Q3' = $1::varchar} ],
	[ q{plan_period '2022-Q3' LIKE '2022%'}, '42883' ],
	[ q{(plan_period '2022-Q3')::text LIKE '2022%'} ])
{
	my ($call, $state) = @$said;

	is(psql("\\set VERBOSITY sqlstate\nPREPARE said AS SELECT $call;"), $state ? "ERROR:  $state\n" : '', $call);
}

my @blocks = text_of('doc/clients.md') =~ /^```(\w+)\n(.*?)^```$/msg;
my %extension = (python => 'py', javascript => 'js', java => 'java', perl => 'pl');
my @pages;
while (my ($language, $program, undef, $shown) = splice @blocks, 0, 4)
{
	push @pages, [ $extension{$language}, $program, $shown ] if $extension{$language};
}

sub output_of
{
	my ($command) = @_;

	return `$command 2>&1`;
}

for my $name (sort keys %driver)
{
	my ($run, $file, $more, $page) = @{ $driver{$name} }{qw(run file more page)};

	SKIP:
	{
		skip "$name is not installed", 1 if !$run;
		my $arguments = join ' ', map { "'$_'" } @given;
		$ENV{ODBC_DSN} = $dsn;
		is(output_of("$run test/client/$file $arguments"), $expected . $more, "$name: writes, reads, judges");
		if ($name eq 'psqlODBC')
		{
			local $ENV{ODBC_DSN} = "$dsn;UseServerSidePrepare=0";
			is(output_of("$run test/client/$file $arguments"), $expected . $more, "$name: without statements that are prepared on the server");
		}
		for my $shown (grep { $_->[1] =~ $page } @pages)
		{
			open my $script, '>', "$folder/Show.$shown->[0]" or die 'no program';
			print $script $shown->[1];
			close $script;
			is(output_of("$run '$folder/Show.$shown->[0]'"), $shown->[2], "$name: doc/clients.md");
		}
		is(psql('DELETE FROM item'), '', "$name: is done");
	}
}

if ($relay)
{
	kill 'TERM', $relay;
	waitpid $relay, 0;
}
system("'$bindir/dropdb' --force $database");
done_testing();
