#!/usr/bin/perl
# A workspace survives pg_dump, dropping the extension and moving it, renaming, encodings that lack its letters, and
# calls at the same time; an owner without other rights makes it.
use strict;
use warnings;
use Test::More;

my @databases = ('tnplan_workspace', 'tnplan_workspace_copy', 'tnplan_workspace_owned');
my $owner = 'tnplan_workspace_owner';
my $reporter = 'tnplan_workspace_reporter';

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

sub create_database
{
	my ($database, $options) = @_;

	psql('postgres', "DROP DATABASE IF EXISTS $database WITH (FORCE)");
	return psql('postgres', "CREATE DATABASE $database " . ($options // ''));
}

sub clean_up
{
	psql('postgres', "DROP DATABASE IF EXISTS $_ WITH (FORCE)") for @databases;
	psql('postgres', "DROP ROLE IF EXISTS $_") for $owner, $reporter;
}

# All that the views show, and what there is in the schema.
my @views = split /\n/, <<'END';
performance
computed_performance
scorecard
coverage
pace
status_history
target_check
figure_check
verdict_comparison
standing_change
milestone_status
fact_performance
END
sub contents
{
	my ($database, $schema) = @_;
	my $ident = '"' . ($schema =~ s/"/""/gr) . '"';
	my $literal = "'" . ($schema =~ s/'/''/gr) . "'";

	return psql($database, "SET tnplan.known_on = '2023-06-29'; SET DateStyle = ISO",
		(map { "SELECT '$_', md5(string_agg(v::text, '|' ORDER BY v::text COLLATE \"C\")) FROM $ident.$_ AS v" } @views),
		"SELECT c.relname, c.relkind, c.relrowsecurity, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, col_description(c.oid, a.attnum)
			FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $literal) AND a.attnum > 0 AND NOT attisdropped ORDER BY c.relname COLLATE \"C\", a.attname COLLATE \"C\"",
		"SELECT conrelid::regclass, conname, replace(pg_get_constraintdef(oid), 'elsewhere.', '') FROM pg_constraint WHERE connamespace = (SELECT oid FROM pg_namespace WHERE nspname = $literal) ORDER BY conrelid::regclass::text COLLATE \"C\", conname COLLATE \"C\"",
		"SELECT tgrelid::regclass, tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $literal) ORDER BY c.relname COLLATE \"C\", tgname COLLATE \"C\"",
		"SELECT policyname, roles, cmd, tablename FROM pg_policies WHERE schemaname = $literal ORDER BY policyname COLLATE \"C\", tablename COLLATE \"C\"",
		"SELECT relname, has_table_privilege('$reporter', oid, 'SELECT') FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $literal) ORDER BY relname COLLATE \"C\"");
}

clean_up();
create_database($databases[0]);
is(psql($databases[0], "CREATE ROLE $reporter", "CREATE EXTENSION tnplan", "CALL plan_create_workspace('w', sample => true)",
		"CALL plan_grant_workspace('w', '$reporter', 'reporter', '{TN}')", "SELECT plan_close_period('w', '2022', '2022-12-31')"), 4, 'there is a workspace');
like(psql($databases[0], "SELECT version FROM w.setting"), qr/^\d+\.\d+/, 'it knows the version that made it');
my $contents = contents($databases[0], 'w');
like($contents, qr/^performance\|[0-9a-f]{32}$/m, 'it shows something');

# Dumps, plain and custom, and the dump of what was restored.
sub dump_of
{
	my ($database) = @_;
	my $dump = qx("$bindir/pg_dump" $database);

	$dump =~ s/^\\(?:un)?restrict .*\n//mg;
	return $dump;
}

my $dump = dump_of($databases[0]);
create_database($databases[1]);
open my $psql, '|-', "$bindir/psql", '-Xq', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-d', $databases[1] or BAIL_OUT("psql: $!");
print $psql $dump;
ok(close $psql, 'a plain dump restores');
is(contents($databases[1], 'w'), $contents, 'and shows the same');
is(dump_of($databases[1]), $dump, 'and dumps the same again');
create_database($databases[1]);
is(system("'$bindir/pg_dump' -Fc $databases[0] | '$bindir/pg_restore' --exit-on-error -d $databases[1]"), 0, 'a custom dump restores');
is(contents($databases[1], 'w'), $contents, 'and shows the same');
like(psql($databases[1], "UPDATE w.target SET goal = '>= 1' WHERE period = '2022'"), qr/period 2022 is closed/, 'and keeps closed periods closed');
is(psql($databases[1], "INSERT INTO w.node (code, name) VALUES ('NEXT', 'Next') RETURNING id > (SELECT max(id) FROM w.node)"), 't', 'and numbers go on');
is(psql($databases[1], "DELETE FROM w.node WHERE code = 'NEXT'", "TRUNCATE w.change_log"), '', 'a row goes');

# The extension goes, and what was entered stays; it comes back, and with it all that followed.
like(psql($databases[1], "DROP EXTENSION tnplan"), qr/other objects depend on it/, 'the extension does not go by itself');
my $entered = "SELECT count(*), count(goal), count(reason), count(recorded_by) FROM w.target UNION ALL SELECT count(*), count(value), count(note), count(recorded_by) FROM w.actual";
my $rows = psql($databases[1], $entered);
is(psql($databases[1], "SET client_min_messages = error", "DROP EXTENSION tnplan CASCADE", $entered), $rows, 'what was entered stays');
is(psql($databases[1], "INSERT INTO w.actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2023', 5.1, '2023-12-31')"), '', 'figures can be entered without it');
is(psql($databases[1], "DELETE FROM w.actual WHERE value = 5.1", "TRUNCATE w.change_log"), '', 'and deleted');
like(psql($databases[1], "INSERT INTO w.target (indicator, place, period, goal) VALUES ('GRDP', 'TN', '2024', '>= 7')"), qr/without extension tnplan/, 'targets wait for it while a period is closed');
is(psql($databases[1], "CREATE EXTENSION tnplan"), '', 'it comes back');
like(psql($databases[1], "SELECT plan_close_period('w', '2023')"), qr/workspace "w" has lost its views\nHINT:  CALL plan_create_workspace\('w'\)/, 'views do not by themselves');
like(psql($databases[1], "UPDATE w.indicator SET direction = 'lower' WHERE code = 'GRDP'", "CALL plan_create_workspace('w')"), qr/^ERROR:  goal ">= [^"]*" of target \d+ has direction higher, but indicator "GRDP" has direction lower\nHINT/, 'a goal that is against its indicator by now is named');
like(psql($databases[1], "UPDATE w.indicator SET direction = 'higher' WHERE code = 'GRDP'", "UPDATE w.place SET valid_from = '2030-01-01' WHERE code = 'TN'", "CALL plan_create_workspace('w')"), qr/^ERROR:  place "TN" of target \d+ was not there in period \S+\nHINT/, 'and so is a place that was not there');
is(psql($databases[1], "UPDATE w.place SET valid_from = NULL WHERE code = 'TN'", "TRUNCATE w.change_log"), '', 'both are corrected');
is(psql($databases[1], "CALL plan_create_workspace('w')"), '', 'but when they are told to');
is(contents($databases[1], 'w'), $contents, 'and everything shows as before');

# It moves to another schema, and the workspace gets another name.
is(psql($databases[1], "CREATE SCHEMA elsewhere", "ALTER EXTENSION tnplan SET SCHEMA elsewhere"), '', 'the extension moves');
is(contents($databases[1], 'w'), $contents, 'the workspace goes on');
is(psql($databases[1], "SELECT elsewhere.plan_reopen_period('w', '2022')", "UPDATE w.target SET reason = 'x' WHERE period = '2022'", "UPDATE w.target SET reason = NULL WHERE period = '2022'",
	"SELECT elsewhere.plan_close_period('w', '2022', '2022-12-31')", "CALL elsewhere.plan_create_workspace('w')"), "4\n4", 'and is written to');
for my $name ("Tỉnh Thái Nguyên", 'a"b', "it's", 'a$$b$do$c', 'workspace.x', 'select', 'x' x 63, 'ế' x 21)
{
	my $ident = '"' . ($name =~ s/"/""/gr) . '"';
	my $literal = "'" . ($ident =~ s/'/''/gr) . "'";

	is(psql($databases[1], "ALTER SCHEMA w RENAME TO $ident", "CALL elsewhere.plan_create_workspace($literal)", "SELECT elsewhere.plan_reopen_period($literal, '2022')", "SELECT elsewhere.plan_close_period($literal, '2022', '2022-12-31')",
		"CALL elsewhere.plan_grant_workspace($literal, '$reporter', 'reporter', '{TN}')", "ALTER SCHEMA $ident RENAME TO w"), "4\n4", "a workspace can be called $name");
	is(psql($databases[1], "CALL elsewhere.plan_create_workspace($literal, sample => true)", "CALL elsewhere.plan_drop_workspace($literal, force => true)"), '', 'and be made so');
}
like(psql($databases[1], "CALL elsewhere.plan_create_workspace('" . 'y' x 64 . "')"), qr/^ERROR:  invalid name|^NOTICE|^$/, 'a longer name is cut, or refused');

# Two side by side.
is(psql($databases[1], "CALL elsewhere.plan_create_workspace('other', sample => true)", "UPDATE other.indicator SET code = 'X' WHERE code = 'GRDP'", "SELECT count(*) FROM w.indicator WHERE code IN ('X', 'GRDP')"), 1, 'two know nothing of each other');

# An owner without other rights, and what is in the way.
is(psql('postgres', "CREATE ROLE $owner LOGIN"), '', 'there is an owner');
create_database($databases[2], "OWNER $owner");
is(psql($databases[2], "SET SESSION AUTHORIZATION $owner; CREATE EXTENSION tnplan; CALL plan_create_workspace('w', sample => true); SELECT plan_close_period('w', '2022', '2022-12-31')"), 4, 'a trusted extension serves an owner without other rights');
is(psql($databases[2], "CALL plan_create_workspace('w')", "SELECT count(*) FROM pg_class WHERE relnamespace = 'w'::regnamespace AND relowner <> '$owner'::regrole"), 0, 'and what a superuser makes again stays the owner\'s');
is(psql($databases[2], "CREATE SCHEMA taken", "CREATE TABLE taken.target (id int)"), '', 'a table is in the way');
like(psql($databases[2], "CALL plan_create_workspace('taken')"), qr/^ERROR:  schema "taken" is not a workspace, and has a relation "target" already\nHINT/, 'and left alone');
like(psql($databases[2], "SET SESSION AUTHORIZATION $owner; CALL plan_create_workspace('taken')"), qr/^ERROR:  must be owner of schema taken/, 'a schema of another role is not taken');
is(psql($databases[2], "CALL plan_create_workspace('public')", "SELECT count(*) > 30 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')"), 't', 'public can be a workspace');
like(psql($databases[2], "CALL plan_drop_workspace('public', force => true)"), qr/^ERROR:  \d+ objects? (?:is|are) not of workspace "public", and would be dropped with it/, 'but not be dropped with the extension in it');
is(psql($databases[2], "CREATE SCHEMA report", "CREATE VIEW report.scores AS SELECT * FROM w.scorecard"), '', 'somebody made a view of one');
like(psql($databases[2], "CALL plan_drop_workspace('w', force => true)"), qr/^ERROR:  1 object is not of workspace "w".*\nDETAIL:  The first is view report.scores/, 'which does not go with it');

# What the owner put into the workspace does not run as a superuser.
is(psql($databases[2], "SET SESSION AUTHORIZATION $owner; CREATE TABLE w.seen (who text);
	CREATE FUNCTION w.spy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO w.seen VALUES (CURRENT_USER); RETURN NULL; END';
	CREATE TRIGGER spy AFTER INSERT OR UPDATE ON w.setting FOR EACH STATEMENT EXECUTE FUNCTION w.spy(); CREATE TRIGGER spy AFTER INSERT OR DELETE ON w.closing FOR EACH STATEMENT EXECUTE FUNCTION w.spy()"), '', 'an owner looks who comes');
is(psql($databases[2], "SELECT plan_reopen_period('w', '2022'); CALL plan_create_workspace('w'); SELECT DISTINCT who FROM w.seen"), "4\n$owner", 'and sees nobody but the owner');

# Two who make the same at the same time.
my @makers = map { my $pid = open(my $out, '-|', "'$bindir/psql' -Xq -d $databases[1] -c \"CALL elsewhere.plan_create_workspace('together', sample => true)\" 2>&1") or BAIL_OUT("psql: $!"); $out } 1 .. 4;
my $said = join '', map { my $out = $_; local $/; scalar(<$out>) // '' } @makers;
close $_ for @makers;
is($said, '', 'four make one at the same time');
is(psql($databases[1], "SELECT count(*) FROM together.actual"), psql($databases[1], "SELECT count(*) FROM other.actual"), 'and it is one');

# And so with rights.
psql('postgres', "CREATE ROLE ${reporter}_$_") for 1 .. 4;
my @grants = map { my $n = $_; open(my $out, '-|', "'$bindir/psql' -Xq -d $databases[1] -c \"CALL elsewhere.plan_grant_workspace('together', '${reporter}_$n', 'reporter', '{TN}')\" 2>&1") or BAIL_OUT("psql: $!"); $out } 1 .. 4;
$said = join '', map { my $out = $_; local $/; scalar(<$out>) // '' } @grants;
close $_ for @grants;
is($said, '', 'four roles get rights at the same time');
is(psql($databases[1], "SELECT count(DISTINCT policyname), count(*) FROM pg_policies WHERE schemaname = 'together'"), '4|20', 'each its own');
psql($databases[1], "CALL elsewhere.plan_revoke_workspace('together', '${reporter}_$_')", "DROP ROLE ${reporter}_$_") for 1 .. 4;
is(psql('postgres', "SELECT count(*) FROM pg_roles WHERE rolname ~ '^${reporter}_'"), 0, 'and can be dropped without it');

# Letters that an encoding lacks.
$ENV{PGCLIENTENCODING} = 'SQL_ASCII';
for my $encoding ('LATIN1', 'LATIN2', 'WIN1258', 'WIN1252', 'EUC_JP', 'EUC_KR', 'KOI8R', 'MULE_INTERNAL', 'SQL_ASCII', 'UTF8')
{
	# Not every version has every encoding.
	next if psql('postgres', "SELECT pg_char_to_encoding('$encoding')") < 0;
	create_database($databases[1], "TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	is(psql($databases[1], "CREATE EXTENSION tnplan", "CALL plan_create_workspace('w', sample => true)", "CALL plan_create_workspace('w')"), '', "$encoding: there is a workspace");
	my $name = $encoding eq 'UTF8' || $encoding eq 'SQL_ASCII' ? 'Đạt mục tiêu' : 'Dat muc tieu';
	is(psql($databases[1], "SELECT label_vi FROM w.status_label WHERE status = 'met'"), $name, "$encoding: its names are those that it can have");
	is(psql($databases[1], "SELECT count(*) FROM w.performance WHERE indicator_name ~ '[?]'", "SELECT count(*) FROM w.place WHERE name ~ '[?]'", "SELECT count(*) FROM w.node WHERE name ~ '[?]'"), "0\n0\n0", "$encoding: all of them");
}
clean_up();
done_testing();
