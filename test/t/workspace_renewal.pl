#!/usr/bin/perl
# A workspace that an older version has made becomes, when it is created again, what a new one is: views with what others
# have made of them and privileges, functions, triggers and comments.
use strict;
use warnings;
use Test::More;

my $database = 'tnplan_workspace_renewal';
my $reader = 'tnplan_workspace_reader';

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);

# What psql prints, errors included.
sub psql
{
	my ($database, @commands) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1',
	  '-d', $database, map { ('-c', $_) } @commands
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

sub run { return psql($database, @_) }

sub clean_up
{
	psql('postgres', "DROP DATABASE IF EXISTS $database WITH (FORCE)", "DROP ROLE IF EXISTS $reader");
}

# What there is in a schema, by definition.
sub definitions
{
	my ($schema) = @_;
	my @queries = (
		"SELECT relname, relkind, pg_get_viewdef(oid), reloptions, obj_description(oid, 'pg_class') FROM pg_class WHERE relkind IN ('r', 'v', 'i') AND relnamespace = '$schema'::regnamespace",
		"SELECT attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated, col_description(attrelid, attnum) FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped
			AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = '$schema'::regnamespace)",
		"SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = '$schema'::regnamespace",
		"SELECT pg_get_indexdef(oid) FROM pg_class WHERE relkind = 'i' AND relnamespace = '$schema'::regnamespace",
		"SELECT pg_get_functiondef(oid), proacl FROM pg_proc WHERE pronamespace = '$schema'::regnamespace",
		"SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = '$schema'::regnamespace)");

	return join "\n", map { s/\b\Q$schema\E\./schema./gr =~ s/ \Q$schema\E\b/ schema/gr } map { join "\n", sort split /\n/, run($_) } @queries;
}

# Lines that one has and the other has not.
sub differences
{
	my %count;

	$count{$_}++ for split /\n/, definitions('aged');
	$count{$_}-- for split /\n/, definitions('fresh');
	return join "\n", map { "$count{$_} $_" } grep { $count{$_} != 0 } sort keys %count;
}

clean_up();
psql('postgres', "CREATE DATABASE $database", "CREATE ROLE $reader");
is(run('CREATE EXTENSION tnplan', "CALL plan_create_workspace('fresh', sample => true)", "CALL plan_create_workspace('aged', sample => true)"), '', 'there are two');
is(differences(), '', 'which are alike');

# As an older version may have left it: a view without a column that is now the last one, views of which others read what
# they no longer have, another body, a trigger that was not there yet.
my $age = <<'SQL';
SET client_min_messages = warning;
UPDATE aged.setting SET version = '0.0.9';
DROP VIEW aged.dim_basis;
CREATE VIEW aged.dim_basis AS SELECT id AS basis_key, code FROM aged.basis;
CREATE VIEW of_basis AS SELECT * FROM aged.dim_basis;
DROP VIEW aged.performance CASCADE;
CREATE VIEW aged.performance AS SELECT indicator AS indicator_code, node, status FROM aged.computed_performance;
CREATE VIEW aged.scorecard AS SELECT node, count(*) AS rows FROM aged.performance GROUP BY node;
DROP VIEW aged.fact_performance;
CREATE VIEW aged.fact_performance AS SELECT * FROM aged.performance;
CREATE OR REPLACE FUNCTION aged.refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
DROP TRIGGER log_update ON aged.place;
COMMENT ON COLUMN aged.node.weight IS 'weight';
SQL
is(run($age, "GRANT SELECT ON aged.scorecard TO $reader WITH GRANT OPTION", "GRANT SELECT ON aged.performance TO PUBLIC"), '', 'one is old');
isnt(differences(), '', 'and not like the other');
is(run('SELECT count(*) FROM aged.known_actual', "SELECT plan_report('aged', '2023') IS NULL") =~ /^\d+\nERROR:  .*does not exist/ ? 'read' : 'not', 'read', 'its tables are read');
is(run("CALL plan_create_workspace('aged')"), '', 'it is renewed');
is(differences(), '', 'and is like the new one');
is(run('SELECT version FROM aged.setting') eq run('SELECT extversion FROM pg_extension WHERE extname = $$tnplan$$'), 1, 'and knows its version');
is(run('SELECT count(*) FROM of_basis'), 2, 'what others made of it goes on');
is(run("SELECT has_table_privilege('$reader', 'aged.scorecard', 'SELECT WITH GRANT OPTION'), has_table_privilege('$reader', 'aged.performance', 'SELECT'), has_table_privilege('$reader', 'aged.pace', 'SELECT')"), 't|t|f', 'and who could read it can');
is(run('SELECT md5(string_agg(v::text, $$|$$ ORDER BY v::text)) FROM aged.scorecard AS v'), run('SELECT md5(string_agg(v::text, $$|$$ ORDER BY v::text)) FROM fresh.scorecard AS v'), 'it shows the same');
is(run("CALL plan_create_workspace('aged')", 'SELECT count(*) FROM of_basis'), 2, 'again changes nothing');

# An error that is not about columns ends all that was begun for it.
is(run("DROP VIEW aged.target_check", "CREATE MATERIALIZED VIEW aged.target_check AS SELECT 1 AS a",
	"DO 'BEGIN CALL plan_create_workspace(''aged''); EXCEPTION WHEN OTHERS THEN NULL; END'",
	"SELECT current_user = session_user, current_setting('search_path') LIKE 'pg_catalog%', now() = statement_timestamp()",
	"DROP MATERIALIZED VIEW aged.target_check", "CALL plan_create_workspace('aged')"), 't|f|t', 'a failure leaves the session as it was');

# Others depend on what cannot stay.
is(run('DROP VIEW of_basis', $age, 'CREATE VIEW of_scores AS SELECT node, rows FROM aged.scorecard'), '', 'it is old again, and somebody reads it');
is(run("CALL plan_create_workspace('aged')") =~ s/tnplan \S+,/tnplan,/r =~ s/\nCONTEXT:.*//sr,
	"ERROR:  view \"performance\" of workspace \"aged\" gets other columns in tnplan, and others depend on it\nDETAIL:  The first is view public.of_scores.\nHINT:  Drop them, call plan_create_workspace() again, and make them anew.",
	'which is not dropped');
is(run('SELECT version, (SELECT count(*) FROM of_scores) > 0 FROM aged.setting'), '0.0.9|t', 'all is as it was');
is(run('DROP VIEW of_scores', "CALL plan_create_workspace('aged')"), '', 'without it goes on');
is(differences(), '', 'to be like the new one');

# Privileges on columns come back; one of a column that is not there any more goes, and that is said.
is(run('DROP VIEW of_basis', $age, "GRANT SELECT (node, status) ON aged.performance TO $reader WITH GRANT OPTION", "GRANT SELECT (indicator_code), UPDATE (indicator_code) ON aged.performance TO PUBLIC"), '', 'columns of an old one are for others');
is(run("CALL plan_create_workspace('aged')") =~ s/tnplan \S+:/tnplan:/gr, join("\n", ("WARNING:  view \"performance\" of workspace \"aged\" has no column \"indicator_code\" in tnplan: a privilege on it is gone") x 2), 'it is renewed');
is(run(q(SELECT string_agg(attname || ' ' || attacl::text, ' ' ORDER BY attname) FROM pg_attribute WHERE attrelid = 'aged.performance'::regclass AND attacl IS NOT NULL)) =~ s/\/\w+//gr,
	"node {$reader=r*} status {$reader=r*}", 'and they have the columns that are there');
is(differences(), '', 'like the new one');

# What would go with a view that is made anew, or keep it, is named.
for my $other (
	["CREATE FUNCTION public.of_rows() RETURNS SETOF aged.scorecard LANGUAGE sql AS 'SELECT * FROM aged.scorecard'", 'DROP FUNCTION public.of_rows()', 'function of_rows()', 'public.of_rows'],
	['CREATE FUNCTION public.of_rows(aged.scorecard[]) RETURNS int LANGUAGE sql AS $$SELECT 1$$', 'DROP FUNCTION public.of_rows(aged.scorecard[])', 'function of_rows(aged.scorecard[])'],
	['CREATE TABLE public.of_rows (id int, r aged.scorecard)', 'DROP TABLE public.of_rows', 'column r of table of_rows'],
	['CREATE FUNCTION public.of_trigger() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$; CREATE TRIGGER mine INSTEAD OF UPDATE ON aged.scorecard FOR EACH ROW EXECUTE FUNCTION public.of_trigger()', 'DROP FUNCTION public.of_trigger() CASCADE', 'trigger mine on view aged.scorecard'],
	['CREATE RULE mine AS ON INSERT TO aged.scorecard DO INSTEAD NOTHING', 'DROP RULE mine ON aged.scorecard', 'rule mine on view aged.scorecard'],
	["ALTER VIEW aged.scorecard ALTER COLUMN node SET DEFAULT 'x'", 'ALTER VIEW aged.scorecard ALTER COLUMN node DROP DEFAULT', 'default value for column node of view aged.scorecard'])
{
	my ($make, $drop, $named) = @$other;

	is(run('DROP VIEW of_basis', $age, $make), '', 'it is old again, and somebody uses a view');
	like(run("CALL plan_create_workspace('aged')"), qr/^ERROR:  view "performance" .* others depend on it\nDETAIL:  The first is (?:\Q$named\E|\Q${\($named =~ s{of_rows}{public.of_rows}r)}\E)\./, "$named is not dropped");
	is(run('SET client_min_messages = warning', $drop, "CALL plan_create_workspace('aged')"), '', 'without it goes on');
}
is(differences(), '', 'to be like the new one');

# Versions.
for my $version ("'0.0.9'", "'0.0.10dev'", 'NULL', "'0.0'")
{
	is(run("UPDATE aged.setting SET version = $version", "CALL plan_create_workspace('aged')", "SELECT version = (SELECT version FROM fresh.setting) FROM aged.setting"), 't', "$version is older");
}
for my $version (1000, '1000.1', '1000.1beta2')
{
	like(run("UPDATE aged.setting SET version = '$version.0'", "CALL plan_create_workspace('aged')"),
		qr/^ERROR:  workspace "aged" was made by tnplan \Q$version\E\.0, which is later than \d\S+\nHINT:  It needs that version/, "$version is later");
}
like(run("UPDATE aged.setting SET version = 'mine'"), qr/violates check constraint "version is that of tnplan"/, 'others are none');
is(run("DELETE FROM aged.setting", "CALL plan_create_workspace('aged')", "SELECT version = (SELECT version FROM fresh.setting), term FROM aged.setting"), 't|2021-2025', 'a row of settings comes back');

# Tables that are lost come back empty.
is(run('SET client_min_messages = warning; DROP TABLE aged.closed_verdict, aged.closing CASCADE'), '', 'a table is lost');
like(run("SELECT plan_close_period('aged', '2022')"), qr/^ERROR:  workspace "aged" has lost its table "closing"\nHINT:  CALL plan_create_workspace\('aged'\) restores/, 'that is said');
is(run("CALL plan_create_workspace('aged')", "SELECT plan_close_period('aged', '2022') > 0"), 't', 'it comes back');

# The mark of a workspace is not the names of its tables.
is(run('CREATE SCHEMA mine', 'CREATE TABLE mine.target (id int)', 'CREATE TABLE mine.closing (id int)', 'CREATE TABLE mine.setting (version text)'), '', 'tables have these names');
like(run("CALL plan_create_workspace('mine')"), qr/^ERROR:  schema "mine" is not a workspace, and has a relation/, 'and are not taken');
like(run("SELECT plan_close_period('mine', '2022')"), qr/^ERROR:  schema "mine" is not a workspace/, 'nor read');

# The lock on a name is one that no other statement takes.
is(run("BEGIN; CALL plan_create_workspace('aged'); SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"), 0, 'no advisory lock is taken');

# A library that is newer than the extension in the database says so where something is missing.
is(run("UPDATE pg_extension SET extversion = '0.0.9' WHERE extname = 'tnplan'", "CALL plan_create_workspace('early', sample => true)", "SELECT count(*) > 0 FROM early.performance"), 't', 'a workspace can be made before the update');
run('ALTER EXTENSION tnplan DROP FUNCTION plan_known_on()', 'ALTER FUNCTION plan_known_on() RENAME TO plan_known_by');
like(run("CALL plan_create_workspace('late')"), qr/^ERROR:  function public\.plan_known_on\(\) does not exist\n.*ALTER EXTENSION tnplan UPDATE has not been run in this database, which has 0\.0\.9/s, 'or it is said what comes first');
clean_up();
done_testing();
