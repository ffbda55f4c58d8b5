# What a live rollup adds to the statements that write its facts, beside what one would write instead: a table
# without anything, a rollup in each mode, a trigger that adds plain sums to a table, a materialized view that is
# refreshed, and pg_ivm where it is installed.  Statements are parsed, sent and committed one by one, as those of
# clients are.
my $title = 'Live rollups: a statement that inserts';
my $facts = 'id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, unit int NOT NULL, at date NOT NULL, actual float8, target float8';
my $measures = q('{"card": "plan_scorecard_agg(actual, target, ''higher'')"}');
my $compact = "SELECT plan_compact_rollup('appended');\nVACUUM appended, appended_deltas";
my $sums = "unit, date_trunc('month', at::timestamp) AS month, count(*) AS rows, sum(actual) AS actual, sum(target) AS target";
my $writers = 'Live rollups: transactions a second of 8 writers into 10 groups';
my $is_chosen = is_chosen($title) || is_chosen($writers);
my ($ivm) = $is_chosen ? ask("SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_ivm'") : 0;
my @written = (qw(written written_upsert written_append written_trigger written_view), $ivm ? 'written_ivm' : ());

# Many statements at once: a query that is timed, for each kind of table.  A view is computed anew from all facts:
# a few statements show that.
sub inserts
{
	my ($what, $count, $bar, $statement) = @_;
	my $all = sub { my ($table) = @_; join ";\n", map { $statement->($table, $_) } 1 .. $count };
	my @shown = (per => $count, against => { 'no rollup' => undef });
	my $refreshed = join ";\n", map { $statement->('written_view', $_), 'REFRESH MATERIALIZED VIEW summary_view' } 1 .. 2;

	block("$title $what",
		shown('no rollup', $all->('written'), per => $count),
		shown('mode upsert', $all->('written_upsert'), @shown, after => 'VACUUM upserted'),
		ours('mode append', $all->('written_append'), per => $count, against => { 'no rollup' => $bar }, after => $compact),
		sql('trigger in PL/pgSQL that adds sums', $all->('written_trigger'), @shown, after => 'VACUUM summary'),
		$ivm ? sql('pg_ivm, sums', $all->('written_ivm'), @shown, after => 'VACUUM summary_ivm') : (),
		sql('materialized view of 100,000 facts, refreshed', $refreshed, per => 2));
}

sub of_groups
{
	my ($groups) = @_;

	return sub { my ($table) = @_; <<~SQL };
		INSERT INTO $table (unit, at, actual, target)
		SELECT i % $groups, date '2024-01-15', i % 23, 10 FROM generate_series(1, 1000) AS i
		SQL
}

sub one_row
{
	my ($table, $i) = @_;

	return sprintf "($i, '2024-%02d-15', %d, 10)", 1 + $i % 12, $i % 23;
}

sub make_peers
{
	my @answer = ask(<<~SQL);
		CREATE TABLE summary (unit int, month timestamp, rows bigint, actual float8, target float8, PRIMARY KEY (unit, month));
		CREATE FUNCTION add_sums() RETURNS trigger LANGUAGE plpgsql AS \$\$
		BEGIN
			INSERT INTO summary AS s SELECT $sums FROM new_rows GROUP BY 1, 2 ORDER BY 1, 2
			ON CONFLICT (unit, month) DO UPDATE SET rows = s.rows + excluded.rows, actual = s.actual + excluded.actual, target = s.target + excluded.target;
			RETURN NULL;
		END \$\$;
		CREATE TRIGGER add_sums AFTER INSERT ON written_trigger REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION add_sums();
		INSERT INTO written_view (unit, at, actual, target) SELECT i % 1000, date '2023-01-15' + i % 300, i % 23, 10 FROM generate_series(1, 100000) AS i;
		CREATE MATERIALIZED VIEW summary_view AS SELECT unit, plan_period_of(at, 'month') AS period, plan_scorecard_agg(actual, target, 'higher') AS card FROM written_view GROUP BY 1, 2
		SQL
	push @answer, ask("CREATE EXTENSION pg_ivm; SELECT pgivm.create_immv('summary_ivm', \$\$SELECT $sums FROM written_ivm GROUP BY 1, 2\$\$)") if $ivm;
	print STDERR "$_\n" for grep { /^ERROR/ } @answer;
}

# Facts that writers have inserted are in all of them.
sub check_peers
{
	for my $pair ([ 'written_trigger', 'summary', 'sum(rows)' ], [ 'written_append', 'appended', 'sum(fact_rows)' ], $ivm ? [ 'written_ivm', 'summary_ivm', 'sum(rows)' ] : ())
	{
		my ($table, $summary, $rows) = @$pair;

		print STDERR "$summary lacks rows\n" if (ask("SELECT (SELECT count(*) FROM $table) = (SELECT $rows FROM $summary)"))[0] ne 't';
	}
}

if ($is_chosen)
{
	ask("CREATE TABLE $_ ($facts)") for @written;
	ask("SELECT plan_create_rollup('upserted', 'written_upsert', '{unit}', 'at', $measures, 'month')");
	ask("SELECT plan_create_rollup('appended', 'written_append', '{unit}', 'at', $measures, 'month', mode => 'append')");
	make_peers();
	ask("PREPARE one_$_ (int, date, float8, float8) AS INSERT INTO $_ (unit, at, actual, target) VALUES (\$1, \$2, \$3, \$4)") for @written;
	inserts('1,000 rows of 1,000 groups', 50, 2, of_groups(1000));
	inserts('1,000 rows of 10 groups', 50, 2, of_groups(10));
	inserts('a row', 1000, 2.5, sub { "INSERT INTO $_[0] (unit, at, actual, target) VALUES " . one_row(@_) });
	inserts('a row, prepared', 1000, 2.5, sub { "EXECUTE one_$_[0] " . one_row(@_) });
	check_peers();
	my $fill = join ";\n", map { of_groups(1000)->('written_append') } 1 .. 50;
	ask($fill);
	block('Live rollups: a statement that inserts, later: compacting the rows of 50 statements of 1,000 groups',
		ours('plan_compact_rollup', q{SELECT plan_compact_rollup('appended')}, after => "VACUUM appended, appended_deltas;\n$fill"));
	ask($compact);
}

# Writers at the same time, each of which waits for its WAL.
sub transactions
{
	my ($table) = @_;
	my $script = "\\\\set u random(1, 10)\\nINSERT INTO $table (unit, at, actual, target) VALUES (:u, '2024-01-15', :u, 10);\\n";
	my ($database) = ask('SELECT current_database()');
	my $printed = qx{printf "$script" | pgbench -n -M prepared -c 8 -j 2 -T 5 -f - "$database" 2>&1};

	return $printed =~ /^tps = ([\d.]+)/m ? $1 : die "pgbench: $printed\n";
}

if (is_chosen($writers))
{
	my %of;
	my @tables = ([ 'no rollup', 'written' ], [ 'mode upsert', 'written_upsert' ], [ 'mode append', 'written_append', 0.7 ], [ 'trigger in PL/pgSQL that adds sums', 'written_trigger' ]);

	ask("ALTER SYSTEM SET fsync = on;\nSELECT pg_reload_conf()");
	for my $turn (1 .. 5)
	{
		push @{ $of{$_} }, transactions($_) for map { $_->[1] } @tables;
		ask($compact);
	}
	ask("ALTER SYSTEM RESET fsync;\nSELECT pg_reload_conf()");
	print "\n### $writers\n\nWall clock.\n\n| | transactions a second | of those without | bar | |\n|---|--:|--:|---|---|\n";
	for my $line (@tables)
	{
		my ($name, $table, $bar) = @$line;
		my $share = median(map { $of{$table}[$_] / $of{written}[$_] } 0 .. $#{ $of{$table} });

		printf "| %s | %.0f | %.2f | %s | %s |\n", $name, median(@{ $of{$table} }), $share, $bar ? ">= $bar" : '', $bar ? $share >= $bar ? 'ok' : 'MISSED' : '';
	}
}
if ($is_chosen)
{
	ask("DROP TABLE $_ CASCADE") for @written, qw(upserted appended summary);
	ask('DROP FUNCTION add_sums');
	ask('DROP EXTENSION pg_ivm CASCADE') if $ivm;
}
# What a dashboard reads, the scorecards of a year, from a rollup of so many facts; beside computing them from
# the most.
my $read = 'Live rollups: scorecards of 100 units for a year';
if (is_chosen($read))
{
	for my $part (4, 2, 1)
	{
		ask("CREATE TABLE read_$part AS SELECT leaf AS unit, at, actual, target FROM (SELECT *, row_number() OVER () AS i FROM facts_leaf) AS f WHERE i % $part = 0");
		ask("SELECT plan_create_rollup('rolled_$part', 'read_$part', '{unit}', 'at', $measures, 'month')");
		ask("VACUUM (ANALYZE) read_$part, rolled_$part");
	}
	my $cards = "FROM (SELECT unit, plan_rollup(card) AS card FROM rolled_%d WHERE period <@ '2023' GROUP BY unit) AS c";
	my $answer = 'SELECT count(*), sum(plan_score(card)), sum(plan_count(card))';
	block($read,
		shown('a quarter of the facts', sprintf("$answer $cards", 4)),
		shown('half of them', sprintf("$answer $cards", 2), against => { 'a quarter of the facts' => 1.2 }),
		ours('all', sprintf("$answer $cards", 1), against => { 'a quarter of the facts' => 1.2, 'plan_scorecard_agg() over the facts' => 0.005 }),
		sql('plan_scorecard_agg() over the facts', "$answer FROM (SELECT unit, plan_scorecard_agg(actual, target, 'higher') AS card FROM read_1 WHERE at BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY unit) AS c"));
	ask("DROP TABLE read_$_ CASCADE; DROP TABLE rolled_$_ CASCADE") for 4, 2, 1;
}

1;
