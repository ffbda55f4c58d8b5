#!/usr/bin/perl
# The extension is installed into a schema where a hostile role has put look-alikes of all that
# it could mean: it needs none of them and calls none.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my %owner = (tnplan_lookalike => $ENV{PGUSER} // getpwuid($>), tnplan_trusted => 'tnplan_planner');

# What psql prints, errors included.
sub psql
{
	my ($database, @options) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', '-v',
	  'VERBOSITY=verbose', '-d', $database, @options
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

sub forget_all
{
	psql('postgres', map { ('-c', $_) } (map { "DROP DATABASE IF EXISTS $_" } keys %owner), 'DROP ROLE IF EXISTS tnplan_mallory, tnplan_planner');
}

# What is member of the extension, or part of a member, and needs what is neither.
my $foreign = <<'SQL';
WITH members AS (
	SELECT classid, objid FROM pg_depend AS d JOIN pg_extension AS e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
	WHERE e.extname = 'tnplan' AND d.deptype = 'e'),
parts AS (
	SELECT * FROM members
	UNION SELECT d.classid, d.objid FROM pg_depend AS d JOIN members AS m ON d.refclassid = m.classid AND d.refobjid = m.objid WHERE d.deptype IN ('a', 'i'))
SELECT pg_describe_object(classid, objid, 0), pg_describe_object(refclassid, refobjid, 0)
FROM (SELECT classid, objid, refclassid, refobjid FROM parts JOIN pg_depend USING (classid, objid)
	UNION ALL SELECT 'pg_operator'::regclass, oid, 'pg_operator'::regclass, unnest(ARRAY[oprcom, oprnegate]) FROM pg_operator
		WHERE ('pg_operator'::regclass, oid) IN (SELECT * FROM members)) AS n
WHERE refobjid >= 16384 AND refclassid NOT IN ('pg_extension'::regclass, 'pg_namespace'::regclass)
	AND (refclassid, refobjid) NOT IN (SELECT * FROM parts)
SQL
my $owned = <<'SQL';
SELECT pg_describe_object(d.classid, d.objid, 0) FROM pg_depend AS d JOIN pg_extension AS e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
	JOIN pg_shdepend AS s ON s.classid = d.classid AND s.objid = d.objid AND s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
WHERE e.extname = 'tnplan' AND d.deptype = 'e' AND s.refobjid = 'tnplan_mallory'::regrole
SQL

# Every function, twenty times: whatever else comes of it, nothing is captured.
my $calls = <<'SQL';
DO $$
DECLARE
	f pg_proc;
BEGIN
	FOR f IN SELECT p.* FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
		JOIN pg_extension AS e ON d.refobjid = e.oid AND e.extname = 'tnplan'
		WHERE NOT p.proargtypes::oid[] && ARRAY['internal', 'cstring', 'oid']::regtype[]::oid[] AND p.prorettype NOT IN ('internal'::regtype, 'cstring'::regtype)
	LOOP
		FOR seed IN 1..20 LOOP
			BEGIN
				EXECUTE calls.call_of(f, seed);
			EXCEPTION WHEN OTHERS THEN
				CONTINUE;
			END;
		END LOOP;
	END LOOP;
END
$$
SQL

# Thousands of definitions say nothing about memory.
plan skip_all => 'not under sanitizers' if $ENV{SERVER_PROGRAM};

forget_all();
psql('postgres', map { ('-c', $_) } 'CREATE ROLE tnplan_mallory', 'CREATE ROLE tnplan_planner', map { "CREATE DATABASE $_ OWNER $owner{$_}" } keys %owner);
# A function that takes a key of any type is less near to a call than one of its name and of a
# certain type, which PostgreSQL would choose from the same schema: those have no look-alikes.
psql('tnplan_lookalike', '-c', 'CREATE EXTENSION tnplan', '-o', 'build/lookalikes.csv',
	'-c', q{SELECT proname || ';' || array_to_string(proargtypes::regtype[], ', ') FROM pg_proc WHERE proname LIKE 'plan\_%' AND pronargs > 0
		AND NOT proargtypes::oid[] && '{anycompatible,anyelement}'::regtype[]::oid[]});
psql('tnplan_lookalike', '-c', 'DROP EXTENSION tnplan');

for my $database (sort keys %owner)
{
	my $installer = $owner{$database};

	psql($database, '-c', 'GRANT CREATE ON SCHEMA public TO PUBLIC');
	is(psql($database, '-c', 'SET SESSION AUTHORIZATION tnplan_mallory', '-c', 'SET search_path = pg_catalog', '-f', 'test/lib/lookalikes.sql'), "t\nt\nt", "$database: the look-alikes are there");
	is(psql($database, '-c', "SET SESSION AUTHORIZATION $installer", '-c', 'CREATE EXTENSION tnplan SCHEMA public'), '', "$installer installs it among them");
	is(psql($database, '-c', 'SET search_path = pg_catalog', '-c', $foreign), '', "$database: it needs nothing of others");
	is(psql($database, '-c', 'SET search_path = pg_catalog', '-c', $owned), '', "$database: none of it is of others");
	is(psql($database, '-c', 'SET search_path = pg_catalog', '-f', 'test/lib/calls.sql', '-c', $calls, '-c', 'SELECT is_called FROM public.captured'), 'f',
		"$database: nothing was captured");
	like(psql($database, '-c', 'SET search_path = public; SELECT 0.5::float8 <= 0.2::numeric'), qr/captured/, "$database: what is not qualified falls for them");
}

# What has the very name of a member stops the installation, rather than becoming one.
psql('tnplan_lookalike', '-c', 'DROP EXTENSION tnplan CASCADE');
for my $name ('TYPE public.plan_goal AS ENUM ()', 'FUNCTION public.plan_day(date) RETURNS float8 LANGUAGE sql RETURN 1.0', 'FUNCTION public.plan_year(date) RETURNS float8 LANGUAGE sql RETURN 1.0')
{
	my ($kind, $object) = $name =~ /^(\w+) ([\w.]+(?:\([\w, ]*\))?)/;
	psql('tnplan_lookalike', '-c', 'SET SESSION AUTHORIZATION tnplan_mallory', '-c', "CREATE $name");
	like(psql('tnplan_lookalike', '-c', 'CREATE EXTENSION tnplan SCHEMA public'), qr/ERROR:  (?:42710|42723): (?:type|function) .* already exists/, "$object is not adopted");
	psql('tnplan_lookalike', '-c', "DROP $kind $object");
}
is(psql('tnplan_lookalike', '-c', 'CREATE EXTENSION tnplan SCHEMA public'), '', 'without them it installs');

forget_all();
done_testing();
