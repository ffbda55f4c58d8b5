#!/usr/bin/perl
# ALTER EXTENSION UPDATE from every version that was released makes what CREATE EXTENSION makes
# of this one, and leaves every row as it was.
#
# test/frozen/VERSION/ has what a version was released with: its script, and the database of its
# tests.  This version itself, under another name, shows that the test can tell.
use strict;
use warnings;
use Test::More;

chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
chomp(my $sharedir = `"$ENV{PG_CONFIG}" --sharedir`);
my ($version) = qx(cat tnplan.control) =~ /^default_version = '(.*)'/m;
my %databases = (fresh => 'tnplan_fresh', updated => 'tnplan_updated');

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

sub forget { psql('postgres', map { ('-c', "DROP DATABASE IF EXISTS $_") } values %databases) }

# Where the server under test looks for scripts of the extension.
sub folder_of_scripts
{
	my $settings = psql('postgres', '-c', "SELECT setting FROM pg_settings WHERE name IN ('extension_destdir', 'extension_control_path')");

	return $settings =~ /:/ ? ($settings =~ s/:.*//r) . '/extension' : "$settings$sharedir/extension";
}

my $folder = folder_of_scripts();
my %script = ('itself' => "$folder/tnplan--$version.sql", map { m{([^/]+)/script\.sql$} && $1 ne $version ? ($1 => $_) : () } glob('test/frozen/*/script.sql'));

plan skip_all => "$folder is not the tests' own" if !-w $folder or $folder !~ m{/stage/};
forget();
psql('postgres', '-c', "CREATE DATABASE $databases{fresh}");
psql($databases{fresh}, '-c', 'CREATE SCHEMA plan', '-c', 'CREATE EXTENSION tnplan SCHEMA plan');
my $members = psql($databases{fresh}, '-f', 'test/lib/members.sql');

for my $from (sort keys %script)
{
	my $frozen = "$folder/tnplan--$from.sql";
	my $update = "$folder/tnplan--itself--$version.sql";
	my $database = -e "test/frozen/$from/database.sql" ? "test/frozen/$from/database.sql" : 'test/lib/database.sql';

	write_text($frozen, text_of($script{$from}));
	write_text($update, "-- nothing to do\n") if $from eq 'itself';
	psql('postgres', '-c', "CREATE DATABASE $databases{updated}");
	is(psql($databases{updated}, '-c', 'CREATE SCHEMA plan', '-c', "CREATE EXTENSION tnplan SCHEMA plan VERSION '$from'", '-f', $database), '', "$from: a database");
	my $before = psql($databases{updated}, '-f', 'test/lib/rows.sql');
	is(psql($databases{updated}, '-c', 'ALTER EXTENSION tnplan UPDATE'), '', "$from: is updated to $version");
	is(psql($databases{updated}, '-c', "SELECT extversion FROM pg_extension WHERE extname = 'tnplan'"), $version, "$from: and says so");
	is(psql($databases{updated}, '-f', 'test/lib/rows.sql'), $before, "$from: every row is as it was");
	ok(psql($databases{updated}, '-f', 'test/lib/members.sql') eq $members, "$from: every member is as CREATE EXTENSION makes it");
	if ($from eq 'itself')
	{
		psql($databases{updated}, '-c', 'ALTER FUNCTION plan.plan_years_ahead(plan.plan_period, plan.plan_period) VOLATILE');
		ok(psql($databases{updated}, '-f', 'test/lib/members.sql') ne $members, 'a member that differs would be seen');
	}
	psql('postgres', '-c', "DROP DATABASE $databases{updated}");
	unlink $frozen, $update;
}
forget();
done_testing();
