# What a live rollup adds to the statements that write its facts: a table without one, and one in
# each mode.  Statements are parsed, sent and committed one by one, as those of clients are.
my $title = 'Live rollups: a statement that inserts';
my $facts = 'id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, unit int NOT NULL, at date NOT NULL, actual float8, target float8';
my $measures = q('{"card": "plan_scorecard_agg(actual, target, ''higher'')"}');

# Many statements at once: a query that is timed, for each kind of table.
sub inserts
{
	my ($what, $count, $bar, $statement) = @_;
	my $all = sub { my ($table) = @_; join ";\n", map { $statement->($table, $_) } 1 .. $count };

	block("$title $what",
		shown('no rollup', $all->('written'), per => $count),
		shown('mode upsert', $all->('written_upsert'), per => $count, after => 'VACUUM upserted'),
		ours('mode append', $all->('written_append'), per => $count, against => { 'no rollup' => $bar },
			after => "SELECT plan_compact_rollup('appended');\nVACUUM appended, appended_deltas"));
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

if (is_chosen($title))
{
	ask("CREATE TABLE $_ ($facts)") for qw(written written_upsert written_append);
	ask("SELECT plan_create_rollup('upserted', 'written_upsert', '{unit}', 'at', $measures, 'month')");
	ask("SELECT plan_create_rollup('appended', 'written_append', '{unit}', 'at', $measures, 'month', mode => 'append')");
	ask("PREPARE one_$_ (int, date, float8, float8) AS INSERT INTO $_ (unit, at, actual, target) VALUES (\$1, \$2, \$3, \$4)")
	  for qw(written written_upsert written_append);
	inserts('1,000 rows of 1,000 groups', 50, 2, of_groups(1000));
	inserts('1,000 rows of 10 groups', 50, 2, of_groups(10));
	inserts('a row', 1000, 2.5, sub { "INSERT INTO $_[0] (unit, at, actual, target) VALUES " . one_row(@_) });
	inserts('a row, prepared', 1000, 2.5, sub { "EXECUTE one_$_[0] " . one_row(@_) });
	ask("DROP TABLE $_ CASCADE") for qw(written written_upsert written_append upserted appended);
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
