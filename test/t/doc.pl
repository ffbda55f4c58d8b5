#!/usr/bin/perl
# What README.md and doc/ show can be typed: each page runs from its first query to its last in a
# database of its own that has the extension and nothing else (not even that where the page
# creates it), and prints what the page prints.
use strict;
use warnings;
use Test::More;

my $database = 'tnplan_doc';
my $bindir = `$ENV{PG_CONFIG} --bindir`;
chomp $bindir;

sub read_file
{
	my ($name) = @_;

	open my $file, '<', $name or die "$name: $!\n";
	local $/;
	return <$file> // '';
}

# Run a script in one session.  It ends at the first error.
sub run
{
	my ($sql, $on) = @_;

	open my $psql, '|-', "$bindir/psql -X -q -v ON_ERROR_STOP=1 -d $on >build/doc.out 2>build/doc.err"
		or die "psql: $!\n";
	print $psql $sql;
	close $psql;
	return (read_file('build/doc.out'), read_file('build/doc.err'));
}

# Trailing spaces, empty lines at the end and the count of rows are left out of what is shown.
sub plain
{
	my ($text) = @_;

	$text =~ s/^\(\d+ rows?\)\n//mg;
	$text =~ s/[ \t]+$//mg;
	$text =~ s/\n{2,}/\n/g;
	return $text;
}

my %named;

for my $page ('README.md', sort glob('doc/*.md'))
{
	my $text = read_file($page);
	my @blocks = $text =~ /^```(\w*)\n(.*?)^```$/msg;
	my ($script, @queries, $printed, $error) = ('');

	$named{$_} = $page for map { /\b(plan_\w*[a-z0-9])\b/g } $text =~ /`([^`\n]+)`/g;

	unlike($text =~ s{^```.*?^```$}{}msgr, qr/^(?: {4}|\t)(?:SELECT|CREATE|INSERT|WITH)\b/m, "$page: queries stand in blocks of sql");
	while (my ($language, $block) = splice @blocks, 0, 2)
	{
		next if $language ne 'sql';
		push @queries, [ $block, @blocks && $blocks[0] eq 'text' ? $blocks[1] : undef ];
		$script .= "\\echo == query $#queries\n$block";
	}
	next if !@queries;

	run("DROP DATABASE IF EXISTS $database", 'postgres');
	run("CREATE DATABASE $database TEMPLATE template0", 'postgres');
	run('CREATE EXTENSION tnplan', $database) if $script !~ /^CREATE EXTENSION tnplan/m;
	($printed, $error) = run($script, $database);
	unlike($error, qr/ERROR|FATAL|invalid command/, "$page: every query runs") or diag($error);

	my %results = $printed =~ /^== query (\d+)\n(.*?)(?=^== query |\z)/msg;
	for my $n (0 .. $#queries)
	{
		my ($query, $shown) = @{ $queries[$n] };
		my ($first) = $query =~ /^(.*)$/m;

		is(plain($results{$n} // ''), plain($shown // ''), "$page: $first") if defined $shown or plain($results{$n} // '') ne '';
	}
}
# A function that was renamed is renamed in the text too.
run("DROP DATABASE IF EXISTS $database", 'postgres');
run("CREATE DATABASE $database TEMPLATE template0", 'postgres');
my ($known) = run("CREATE EXTENSION tnplan; SELECT proname FROM pg_proc UNION SELECT typname FROM pg_type", $database);
my %known = map { $_ => 1 } $known =~ /(\w+)/g;
is(join(' ', map { "$_ in $named{$_}" } grep { !$known{$_} } sort keys %named), '', 'every name of the pages exists');

# The states that merge, and those that can be taken apart.
my ($merge) = run(<<'SQL', $database);
\pset tuples_only
\pset format unaligned
SELECT typname, EXISTS (SELECT FROM pg_operator WHERE oprname = '+' AND oprleft = t.oid AND oprright = t.oid),
	EXISTS (SELECT FROM pg_operator WHERE oprname = '-' AND oprleft = t.oid AND oprright = t.oid)
FROM pg_type AS t WHERE EXISTS (SELECT FROM pg_proc WHERE proname = 'plan_rollup' AND proargtypes[0] = t.oid)
SQL
my @said;
for my $row (read_file('doc/scale-out.md') =~ /^\| (`plan_\w+`.* \| `\+`, `plan_rollup`.* \|.*) \|$/mg)
{
	my ($states, $by, $apart) = split / \| /, $row;

	push @said, map { "$_|t|" . ($apart && $apart =~ /^`-`/ ? 't' : 'f') } $states =~ /`(\w+)`/g;
}
is_deeply([ sort @said ], [ sort split /\n/, $merge ], 'doc/scale-out.md lists the states that merge');

run("DROP DATABASE IF EXISTS $database", 'postgres');
done_testing();
