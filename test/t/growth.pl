#!/usr/bin/perl
# What an aggregate needs does not grow with its rows, where its state does not: the most that the
# kernel saw a backend take, over few rows and over many.  ROWS=10000000 for a long run.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $database = 'tnplan_growth';
my $rows = $ENV{ROWS} // 100000;
# States that hold every value.
my $keeps_rows = qr/^plan_(published_ranking_agg|\w+_shift|footrule|palma|hoover|gini|theil_._(within|between)|kendall|spearman|weighted_tau|sample)|^plan_rollup\(plan_ranking/;
my $peak = q{SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+)')};

sub psql
{
	my (@commands) = @_;

	open my $output, '-|', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', $database, map { ('-c', $_) } @commands
		or die "psql: $!\n";
	my @lines = <$output>;
	close $output;
	chomp @lines;
	return @lines;
}

plan skip_all => 'the kernel does not tell how much memory a process took' if !-r '/proc/self/status';
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};
system("$bindir/dropdb --if-exists $database 2>/dev/null");
system("$bindir/createdb", $database) == 0 or BAIL_OUT('createdb failed');
system("$bindir/psql", '-Xq', '-v', 'ON_ERROR_STOP=1', '-d', $database, '-c', 'CREATE EXTENSION tnplan', '-f', 'test/lib/calls.sql') == 0 or BAIL_OUT('no calls');

# A call of each aggregate, with the same arguments in each row, that gives something for three
# rows, or at least no error.
psql(<<'SQL');
CREATE TABLE chosen (signature text, call text, is_moving boolean);
DO $$
DECLARE
	f pg_proc;
	call text;
	chosen text;
	result text;
BEGIN
	FOR f IN SELECT p.* FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
		JOIN pg_extension AS e ON d.refobjid = e.oid AND e.extname = 'tnplan' WHERE p.prokind = 'a'
	LOOP
		chosen := NULL;
		FOR seed IN 1 .. 2000 LOOP
			call := regexp_replace(calls.call_of(f, seed), '\((\d+) \+ s\.i\) % \d+', '\1', 'g');
			BEGIN
				EXECUTE call INTO result;
				chosen := coalesce(chosen, call);
				IF result IS NOT NULL THEN
					chosen := call;
					EXIT;
				END IF;
			EXCEPTION WHEN OTHERS THEN
				CONTINUE;
			END;
			-- Some have nothing to say about rows that are all alike.
			EXIT WHEN seed > 500 AND chosen IS NOT NULL;
		END LOOP;
		INSERT INTO chosen SELECT f.oid::regprocedure, chosen, aggmtransfn <> 0 FROM pg_aggregate WHERE aggfnoid = f.oid;
	END LOOP;
END
$$
SQL

# What takes an entity only once, and so no rows that are all alike.
my @without = psql(q{SELECT signature FROM chosen WHERE call IS NULL ORDER BY 1});
is(join(' ', grep { !/^plan_(tree_agg|ranking_agg|rbo)/ } @without), '', 'every other aggregate has a call');

for (psql(q{SELECT concat_ws(E'\t', signature, call, is_moving) FROM chosen WHERE call IS NOT NULL ORDER BY signature COLLATE "C"}))
{
	my ($signature, $call, $is_moving) = split /\t/;
	my @forms = ([$signature, $call]);

	push @forms, ["$signature, moving", "SELECT count(a) FROM ($call) AS w" =~ s/SELECT (?!count)(.*) FROM generate/SELECT $1 OVER (ORDER BY i ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS a FROM generate/r]
	  if $is_moving eq 't';
	for my $form (@forms)
	{
		my ($title, $sql) = @$form;
		my ($few, $many) = map { $sql =~ s/generate_series\(0, 2\)/generate_series(1, $_)/r } $rows / 100, $rows;
		my ($before, $after) = psql("SET jit = off; SET work_mem = '64kB'", "COPY ($few) TO '/dev/null'", $peak, "COPY ($many) TO '/dev/null'", $peak);
		# Values that are kept, and their weights, in arrays that double.
		my $most = 1500 + ($signature =~ $keeps_rows ? $rows * 16 * 4 / 1024 : 0);

		cmp_ok(defined $after ? $after - $before : $most + 1, '<=', $most, $title) or diag($many);
		note(($after // 0) - ($before // 0), ' kB');
	}
}
system("$bindir/dropdb", $database);
done_testing();
