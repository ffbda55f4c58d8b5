#!/usr/bin/perl
# ALTER EXTENSION UPDATE from every version that was released makes what CREATE EXTENSION makes of this one, leaves every
# row as it was, and what hangs on the extension goes on: views, indexes, generated columns, live rollups and workspaces.
#
# test/frozen/VERSION/ has what a version was released with (test/bin/freeze).  A version to come, made up here, shows
# that the test can tell: an update that lacks something does not pass.
use strict;
use warnings;
use File::Temp qw(tempdir);
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
chomp(my $sharedir = `"$ENV{PG_CONFIG}" --sharedir`);
chomp(my $pkglibdir = `"$ENV{PG_CONFIG}" --pkglibdir`);
my ($version) = text_of('tnplan.control') =~ /^default_version = '(.*)'/m;
my @frozen = sort map { m{^sql/tnplan--([^-]+)--} ? $1 : () } glob('sql/tnplan--*--*.sql');
my $next = 'next';
my $owner = 'tnplan_update_owner';
my %database = map { $_ => "tnplan_update_$_" } qw(fresh updated restored owned);

# What psql prints, errors included.
sub psql
{
	my ($database, @options) = @_;

	open my $output, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', "$bindir/psql", '-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', $database, @options
	  or BAIL_OUT("psql: $!");
	my $text = do { local $/; <$output> } // '';
	close $output;
	return $text =~ s/\n\z//r;
}

# The same of statements.
sub query
{
	my ($name, @statements) = @_;

	return psql($database{$name} // $name, map { ('-c', $_) } @statements);
}

sub text_of
{
	my ($name) = @_;

	open my $file, '<', $name or BAIL_OUT("$name: $!");
	local $/;
	return <$file>;
}

sub write_text
{
	my ($name, $text) = @_;

	open my $file, '>', $name or BAIL_OUT("$name: $!");
	print $file $text;
	close $file;
}

sub drop { query('postgres', map { "DROP DATABASE IF EXISTS $database{$_} WITH (FORCE)" } @_) }

sub create
{
	my ($name, @statements) = @_;

	drop($name);
	return query('postgres', "CREATE DATABASE $database{$name}") . query($name, 'SET client_min_messages = warning', @statements);
}

# Where the server under test looks for scripts of the extension.
sub folder_of_scripts
{
	my $settings = query('postgres', "SELECT setting FROM pg_settings WHERE name IN ('extension_destdir', 'extension_control_path')");

	return $settings =~ /:/ ? ($settings =~ s/:.*//r) . '/extension' : "$settings$sharedir/extension";
}

my $folder = folder_of_scripts();
plan skip_all => "$folder is not the tests' own" if !-w $folder or !$ENV{OWN_SERVER} && $folder !~ m{/stage/};

# The members of the extension in a database, after statements that are taken back.
sub members_of
{
	my ($name, @changes) = @_;

	return psql($database{$name}, (map { ('-c', $_) } 'BEGIN', @changes), '-f', 'test/lib/members.sql', '-c', 'ROLLBACK');
}

# What two lists of members differ in, the first few lines of each.
sub differences
{
	my ($expected, $found) = @_;
	my %expected = map { $_ => 1 } split /\n/, $expected;
	my %found = map { $_ => 1 } split /\n/, $found;
	my @missing = map { "- $_" } grep { !$found{$_} } sort keys %expected;
	my @strange = map { "+ $_" } grep { !$expected{$_} } sort keys %found;

	splice @$_, 20 for grep { @$_ > 20 } \@missing, \@strange;
	return join "\n", @missing, @strange;
}

sub dump_of
{
	my ($name) = @_;
	my $dump = qx("$bindir/pg_dump" --no-owner $database{$name});

	# Newer minor releases mark each dump with a key of its own.
	return $dump =~ s/^\\(?:un)?restrict .*\n//mgr;
}

# Restore a dump where the extension may be in the schema plan already.
sub restore
{
	my ($dump, $name) = @_;
	my $database = $database{$name // 'restored'};
	my $log = '/tmp/tnplan.update.' . $$;

	$dump =~ s/^CREATE SCHEMA plan;$/CREATE SCHEMA IF NOT EXISTS plan;/m;
	open my $psql, '|-', "'$bindir/psql' -Xq -v ON_ERROR_STOP=1 -o /dev/null -d $database >$log 2>&1" or BAIL_OUT("psql: $!");
	print $psql $dump;
	close $psql;
	my $text = text_of($log);
	unlink $log;
	return $text;
}

# What users have goes on: it takes rows, follows them, and finds them.
sub goes_on
{
	my ($name, $from) = @_;

	is(query($name, "INSERT INTO plans.facts (programme, actual, goal) VALUES (7, 12, '8..12') RETURNING status", 'REFRESH MATERIALIZED VIEW plans.kept', 'SELECT plans.share() > 0'), "met\nt", "$from: a table takes more");
	is(query($name, "INSERT INTO plans.by_term VALUES ('2022-05-05', 1)", "DELETE FROM plans.by_term WHERE at = '2022-12-31'",
			"SELECT fact_rows FROM plans.by_month WHERE period::text IN ('2022-05', '2022-12') ORDER BY period::text"), "32\n30", "$from: a rollup follows");
	is(query($name, 'SELECT count(*) >= 2 FROM plans.by_fiscal_year_deltas', map { "SELECT * FROM plan.plan_check_rollup('$_')" } 'plans.by_month', 'plans.by_fiscal_year'), 't', "$from: and one to which writers append, without a fault");
	is(query($name, "SELECT plan.plan_compact_rollup('plans.by_fiscal_year') > 0", "SELECT * FROM plan.plan_check_rollup('plans.by_fiscal_year')", "SELECT plan.plan_refresh_rollup('plans.by_month')"), "t\n12", "$from: they are compacted and computed anew");
	is(query($name, "SET client_min_messages = warning; CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA plans",
			"SELECT count(plans.bt_index_check(c.oid, true)) > 20 FROM pg_class AS c JOIN pg_am AS a ON a.oid = c.relam WHERE amname = 'btree' AND c.relkind = 'i' AND relnamespace = 'plans'::regnamespace", 'DROP EXTENSION amcheck'), 't', "$from: indexes are whole")
	  if query('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name = 'amcheck'");
	like(query($name, "UPDATE province.target SET goal = '>= 1' WHERE period = '2022'"), qr/period 2022 is closed/, "$from: a closed period stays so");
	is(query($name, "SET tnplan.known_on = '2024-01-15'", "INSERT INTO province.actual (indicator, place, period, value, known_on) VALUES ('GRDP', 'TN', '2023', 5.1, '2024-01-15')",
			"SELECT actual, status IS NOT NULL FROM province.performance WHERE indicator = 'GRDP' AND period = '2023'", "SELECT plan.plan_close_period('province', '2023', '2023-12-31') > 0"), "5.1|t\nt", "$from: a workspace judges new figures");
}

# All that a workspace is made of, whatever the order in which columns came.
sub workspace_of
{
	my ($name, $schema) = @_;
	my $here = "(SELECT oid FROM pg_namespace WHERE nspname = '$schema')";
	my $text = query($name, "SET search_path = $schema, plan",
		"SELECT c.relname, c.relkind, c.reloptions, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum), obj_description(c.oid)
			FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE c.relnamespace = $here AND a.attnum > 0 AND NOT attisdropped AND c.relkind IN ('r', 'v')",
		"SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = $here",
		"SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = '$schema'",
		"SELECT c.relname, pg_get_triggerdef(t.oid) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND c.relnamespace = $here",
		"SELECT oid::regprocedure, replace(prosrc, E'\\n', ' '), proconfig, prosecdef FROM pg_proc WHERE pronamespace = $here",
		"SELECT viewname, replace(definition, E'\\n', ' ') FROM pg_views WHERE schemaname = '$schema'");

	return $text =~ s/\b\Q$schema\E(?=\.)/SCHEMA/gr;
}

# An update of a database that uses every type, and what comes of its dump.
sub check_update
{
	my ($from, $to, $source, $members) = @_;

	is(create('updated', 'CREATE SCHEMA plan', "CREATE EXTENSION tnplan SCHEMA plan VERSION '$from'"), '', "$from: there is its extension");
	# What is made with the library of a released version is in its dump: a workspace of this one may need the update.
	my $said = -e "$source/dump.sql" ? restore(text_of("$source/dump.sql"), 'updated') : psql($database{updated}, '-f', "$source/database.sql");
	is($said, '', "$from: and a database");
	my $rows = psql($database{updated}, '-f', "$source/rows.sql");
	my $dump = dump_of('updated');
	is(query('updated', "ALTER EXTENSION tnplan UPDATE TO '$to'"), '', "$from: is updated to $to");
	is(query('updated', "SELECT extversion FROM pg_extension WHERE extname = 'tnplan'"), $to, "$from: and says so");
	is(differences($members, members_of('updated')), '', "$from: every member is as CREATE EXTENSION makes it");
	is(differences($rows, psql($database{updated}, '-f', "$source/rows.sql")), '', "$from: every row is as it was");
	ok(dump_of('updated') eq $dump, "$from: and the dump");
	goes_on('updated', $from);

	create('restored', 'CREATE SCHEMA plan', "CREATE EXTENSION tnplan SCHEMA plan VERSION '$to'");
	is(restore($dump), '', "$from: the dump of before restores into $to");
	is(differences($rows, psql($database{restored}, '-f', "$source/rows.sql")), '', "$from: with the same rows");
	goes_on('restored', "$from, restored");
}

# What an owner without other rights has, in a schema of any name.
sub check_update_of_owner
{
	my ($from, $to) = @_;
	my $schema = '"a ""plan"" of ours"';

	drop('owned');
	query('postgres', "DROP ROLE IF EXISTS $owner", "CREATE ROLE $owner", "CREATE DATABASE $database{owned} OWNER $owner");
	is(query('owned', "SET SESSION AUTHORIZATION $owner", "CREATE SCHEMA $schema", "CREATE EXTENSION tnplan SCHEMA $schema VERSION '$from'", "CREATE VIEW scores AS SELECT $schema.plan_score(9, '>= 10')", "ALTER EXTENSION tnplan UPDATE TO '$to'",
			'SELECT * FROM scores', "SELECT count(*) FROM pg_proc WHERE pronamespace = '$schema'::regnamespace AND proowner = '$owner'::regrole"), "0.9\n0", "$from: an owner of a database updates it");
	drop('owned');
	query('postgres', "DROP ROLE $owner");
}

# Bytes that one version has stored, as this one reads them.
sub read_stored
{
	my ($name, $bytes) = @_;
	my $file = '/tmp/tnplan.stored.' . $$;

	write_text($file, $bytes);
	my $found = qx("$bindir/psql" -XqAt -v ON_ERROR_STOP=1 -d $database{$name} -f test/lib/read_stored.sql <$file 2>&1);
	unlink $file;
	return $found;
}

# Types of which a value is read with a version that nobody has written yet: it is the first byte behind the head of the
# array, or that of the value.
sub versions_read
{
	my ($bytes) = @_;
	my $head = query('restored', "SELECT string_agg(typname, ' ') FROM pg_type WHERE typname ~ '^plan_' AND typlen = -1");
	my @read;

	for my $type (grep { !/^plan_(?:number|direction|period|standing)$/ } keys %{ { map { $_ => 1 } $bytes =~ /^(\w+),/mg } })
	{
		my $at = 40 + ($head =~ /\b$type\b/ ? 8 : 0);
		my ($line) = $bytes =~ /^($type,.*\n)/m;

		push @read, $type if read_stored('restored', $line =~ s/^(.*,.{$at})01(?=[0-9a-f]*$)/${1}02/r) !~ /ERROR:  $type value has unknown format version 2/;
	}
	return join ' ', sort @read;
}

sub count_by_type
{
	my ($bytes) = @_;
	my %count;

	$count{$_}++ for $bytes =~ /^(\w+),/mg;
	return join '', map { "$_|$count{$_}\n" } sort keys %count;
}

# A version to come: this one with changes of several kinds.
sub script_of_next
{
	my $script = text_of("$folder/tnplan--$version.sql");

	$script =~ s/(CREATE FUNCTION plan_years_ahead\([^;]*LANGUAGE C STRICT IMMUTABLE)/$1 COST 7/ or BAIL_OUT('no plan_years_ahead');
	$script =~ s/(COMMENT ON FUNCTION plan_years_ahead\([^;]*) IS\s+'/$1 IS 'changed: / or BAIL_OUT('no comment on plan_years_ahead');
	$script =~ s/(CREATE AGGREGATE max\(plan_goal\) \()/$1INITCOND = '>= 0', / or BAIL_OUT('no max(plan_goal)');
	return $script . <<'END';

CREATE FUNCTION _plan_goal_like(plan_goal, plan_goal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'plan_goal_eq' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION _plan_goal_like(plan_goal, plan_goal) IS
'implementation of the ~~ operator; it''s new';
CREATE OPERATOR ~~ (
	LEFTARG = plan_goal, RIGHTARG = plan_goal, FUNCTION = _plan_goal_like,
	COMMUTATOR = ~~, RESTRICT = eqsel, JOIN = eqjoinsel
);
COMMENT ON OPERATOR ~~ (plan_goal, plan_goal) IS
'the same goal';
END
}

# The members with a change, and what the comparison says of it.
my @changes = (
	['ALTER FUNCTION plan.plan_years_ahead(plan.plan_period, plan.plan_period) COST 8', qr/^- function plan_years_ahead\(plan_period,plan_period\): procost = 7\n\+ .*procost = 8$/],
	['COMMENT ON FUNCTION plan.plan_gap(plan.plan_number, plan.plan_goal) IS NULL', qr/^- function plan_gap\(plan_number,plan_goal\): comment = .*$/],
	['ALTER EXTENSION tnplan DROP FUNCTION plan.plan_gap(plan.plan_number, plan.plan_goal)', qr/^- function plan_gap\(plan_number,plan_goal\): comment = /],
	['ALTER OPERATOR plan.~~ (plan.plan_goal, plan.plan_goal) SET (JOIN = NONE)', qr/^- operator ~~\(plan_goal,plan_goal\): oprjoin = function eqjoinsel/],
	['REVOKE EXECUTE ON FUNCTION plan.plan_rollups() FROM PUBLIC', qr/\A\+ function plan_rollups\(\): proacl = .*\z/],
	["ALTER TYPE plan.plan_status ADD VALUE 'unknown'", qr/^\+ type plan_status unknown: enumlabel = unknown$/m],
	['ALTER TYPE plan.plan_scorecard SET (STORAGE = external)', qr/^- type plan_scorecard: typstorage = .*\n\+ type plan_scorecard: typstorage = e/m],
	['ALTER EXTENSION tnplan DROP CAST (plan.plan_period AS daterange)', qr/\A(?:- cast from plan_period to daterange: .*(?:\n|\z))+\z/],
	['CREATE FUNCTION plan.more(plan.plan_goal) RETURNS plan.plan_goal LANGUAGE internal AS $$byteasend$$', qr/\A\z/],
	['ALTER FUNCTION plan.plan_score(plan.plan_scorecard) DEPENDS ON EXTENSION plpgsql', qr/^\+ function plan_score\(plan_scorecard\): depends \(x\) on extension plpgsql$/],
	['ALTER OPERATOR FAMILY plan.plan_goal_ops USING btree ADD FUNCTION 4 (plan.plan_goal, plan.plan_goal) btequalimage(oid)', qr/^\+ function 4 \(plan_goal, plan_goal\) of operator family plan_goal_ops for access method btree: btequalimage\(oid\): /m]);

sub check_next
{
	my %file = (this => "$folder/tnplan--$version.sql", next => "$folder/tnplan--$next.sql", update => "$folder/tnplan--$version--$next.sql");
	my $head = "\\echo Use \"ALTER EXTENSION tnplan UPDATE\" to load this file. \\quit\n";

	write_text($file{next}, script_of_next());
	write_text($file{update}, $head);
	my $draft = qx(test/bin/update $file{this} $file{next} $file{update} 2>&1);
	like($draft, qr/\ACREATE OR REPLACE AGGREGATE max\(plan_goal\).*CREATE OR REPLACE FUNCTION plan_years_ahead.*CREATE FUNCTION _plan_goal_like/s, 'an update is drafted');
	write_text($file{update}, $head . $draft);
	is(qx(test/bin/update $file{this} $file{next} $file{update} 2>&1), '', 'and then is complete');

	is(create('fresh', 'CREATE SCHEMA plan', "CREATE EXTENSION tnplan SCHEMA plan VERSION '$next'"), '', 'there is a version to come');
	my $members = members_of('fresh');
	cmp_ok(scalar(() = $members =~ /\n/g), '>', 20000, 'its members are known');
	is(differences($members, members_of('fresh')), '', 'and are the same when one looks again');
	# Nothing of this is the extension's own code.
	for my $change ($ENV{SERVER_PROGRAM} ? () : @changes)
	{
		my ($statement, $said) = @$change;

		like(differences($members, members_of('fresh', $statement)), $said, "one sees: $statement");
	}
	check_update($version, $next, 'test/lib', $members);
	check_update_of_owner($version, $next);

	# An update that lacks something.
	write_text($file{update}, $head . ($draft =~ s/CREATE OPERATOR.*//sr));
	create('updated', 'CREATE SCHEMA plan', "CREATE EXTENSION tnplan SCHEMA plan VERSION '$version'", "ALTER EXTENSION tnplan UPDATE TO '$next'");
	my $said = differences($members, members_of('updated'));
	like($said, qr/\A(?:- operator ~~\(plan_goal,plan_goal\): .*(?:\n|\z))+\z/, 'an operator that was forgotten');
	like(qx(test/bin/update $file{this} $file{next} $file{update} 2>&1), qr/\ACREATE OPERATOR ~~ .*COMMENT ON OPERATOR/s, 'is drafted again');
	unlink @file{qw(next update)};
}

# What the library of this version makes of what those of released versions have stored.
sub check_frozen
{
	my ($from, $source) = @_;
	my %changed = -e "$source/changed.txt" ? map { /^(\S+): ./ ? ($1 => 1) : () } split /\n/, text_of("$source/changed.txt") : ();
	my $kept = sub { join "\n", grep { /^([^|]+)/ && !$changed{$1} } split /\n/, $_[0] };

	create('restored');
	is(restore(text_of("$source/dump.sql")), '', "$from: its dump restores");
	is(differences($kept->(text_of("$source/rows.txt")), $kept->(psql($database{restored}, '-f', "$source/rows.sql"))), '', "$from: with the rows that it had");
	is(query('restored', "CALL plan.plan_create_workspace('province')"), '', "$from: its workspace is renewed");
	# It notes which version has made it.
	$changed{'province.setting'} = 1;
	is(differences($kept->(text_of("$source/rows.txt")), $kept->(psql($database{restored}, '-f', "$source/rows.sql"))), '', "$from: and answers the same");
	query('restored', "CALL plan.plan_create_workspace('anew', sample => true)");
	is(differences(workspace_of('restored', 'anew'), workspace_of('restored', 'province')), '', "$from: it is what a new one is");
	goes_on('restored', "$from, restored");
  SKIP:
	{
		skip 'bytes are those of another machine', 1 if unpack('H*', pack('J', 1)) ne '0100000000000000';
		is(read_stored('restored', text_of("$source/stored.txt")), count_by_type(text_of("$source/stored.txt")), "$from: values that it stored are read");
	}
}

# What test/bin/freeze keeps of a version, in a folder that is forgotten.
sub keep_this
{
	my $source = tempdir(CLEANUP => 1);

	create('restored');
	psql($database{restored}, '-f', 'test/lib/database.sql');
	write_text("$source/rows.sql", text_of('test/lib/rows.sql'));
	write_text("$source/rows.txt", psql($database{restored}, '-f', 'test/lib/rows.sql'));
	write_text("$source/stored.txt", psql($database{restored}, '-f', 'test/lib/stored.sql') . "\n");
	write_text("$source/dump.sql", dump_of('restored'));
	return $source;
}

# Functions that a script of a released version names stay in the library: they are called until the extension is
# updated in each database.
sub symbols_lacking
{
	my ($script) = @_;
	my $library = ($folder =~ s/\Q$sharedir\E\/extension$//r) . "$pkglibdir/tnplan.so";
	my %symbol = map { $_ => 1 } split /\n/, qx(nm -D --defined-only '$library' | awk '{print \$3}');
	my @named;

	push @named, $2 // $1 while $script =~ /CREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\s+(\w+)[^;']*?(?:'[^']*'[^;']*?)*?AS\s+'MODULE_PATHNAME'(?:,\s*'(\w+)')?/g;
	return join ' ', scalar(@named) > 500 ? () : ('too few', scalar(@named)), grep { !$symbol{$_} } @named;
}

drop(keys %database);
is(symbols_lacking(text_of("$folder/tnplan--$_.sql")), '', "$_: the library has its functions") for $version, @frozen;
like(symbols_lacking(text_of("$folder/tnplan--$version.sql") =~ s/'plan_goal_eq'/'plan_goal_gone'/r), qr/^plan_goal_gone$/, 'one that is gone is named');
check_next();
my $source = keep_this();
check_frozen($version, $source);
if (unpack('H*', pack('J', 1)) eq '0100000000000000')
{
	my $stored = text_of("$source/stored.txt");

	is(versions_read($stored), '', 'bytes of a later format are not read');
	isnt(read_stored('restored', $stored =~ s/^(plan_goal,.*)0000c05740/${1}0000c05840/mr), count_by_type($stored), 'and other bytes are another value');
}
if (@frozen)
{
	create('fresh', 'CREATE SCHEMA plan', 'CREATE EXTENSION tnplan SCHEMA plan');
	my $members = members_of('fresh');

	for my $from (@frozen)
	{
		check_update($from, $version, "test/frozen/$from", $members);
		check_update_of_owner($from, $version);
		check_frozen($from, "test/frozen/$from");
	}
}
drop(keys %database);
done_testing();
