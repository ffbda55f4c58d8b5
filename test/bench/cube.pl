# Scorecards by calendar and tree.
sub cube
{
	my ($node, $table) = @_;

	return "(SELECT plan_cube_agg($node, at, actual, target, direction, weight) FROM $table)";
}

my $calendar = join ', ', map { "date_trunc('$_', at) AS $_" } qw(year quarter month);

# Sums by small groups, which are then summed up to all: $first are keys of the table, $join makes
# of these what to group by.
sub two_steps
{
	my ($name, $first, $join, $groups, %options) = @_;
	my $form = sub {
		my ($fence) = @_;
		my $small = lean_sums($first, 'facts_leaf', $fence);
		return read_sums("(SELECT ${\summed()} FROM ($small) AS f $join GROUP BY $groups) AS sums");
	};

	return both($name, $form, %options);
}

my $rollup = 'ROLLUP (year, quarter, month)';
my $dated = "(SELECT *, $calendar FROM (SELECT at, target, actual, weight, direction FROM facts_leaf) AS f) AS f";
block('Term, years, quarters, months',
	ours('cube', read_cards('scorecard', <<~SQL)),
		plan_cube_rows(${\cube(0, 'facts_leaf')}, '{term,year,quarter,month}', '2021-2025')
		SQL
	ours('scorecards by GROUP BY', read_cards('card', <<~SQL)),
		(SELECT ancestor, plan_rollup(card) AS card
			FROM (SELECT plan_month(at) AS m, plan_scorecard_agg(actual, target, direction, weight) AS card
				FROM facts_leaf GROUP BY 1) AS months, plan_ancestor_rows(m, '2021-2025')
			WHERE grain <> 'half' GROUP BY ancestor) AS r
		SQL
	sql('ROLLUP, CASE and FILTER', read_nine(idiomatic('year, quarter, month', $dated, $rollup))),
	two_steps('by date first', 'at', "CROSS JOIN LATERAL (SELECT $calendar) AS c", $rollup),
	two_steps('by a stored month first', 'month',
		'CROSS JOIN LATERAL (SELECT floor(month / 12) AS year, floor(month / 3) AS quarter) AS c', $rollup, jit => 1));

my $keys = 'orientation, programme, scheme, leaf, year, quarter';
my @sets = map { ("($_)", "($_, year)", "($_, year, quarter)") } qw(orientation programme scheme leaf);
my $sets = 'GROUPING SETS (' . join(', ', @sets) . ')';
my $placed = "(SELECT orientation, programme, scheme, leaf, $calendar, target, actual, weight, direction
	FROM facts_leaf JOIN levels USING (leaf)) AS f";
my $levels = 'JOIN levels USING (leaf) CROSS JOIN LATERAL';
my $year = 'floor(quarter / 4) AS year';
block('Tree and calendar: 5, 12, 65 and 100 branches by term, year and quarter',
	ours('cube', read_cards('scorecard', <<~SQL), against => { DuckDB => 0.7 }),
		plan_cube_rows(${\cube('leaf', 'facts_leaf')}, '{term,year,quarter}', '2021-2025',
			(SELECT plan_tree_agg(id, parent) FROM branches))
		SQL
	sql('GROUPING SETS, CASE and FILTER', read_nine(idiomatic($keys, $placed, $sets))),
	duckdb('GROUPING SETS, lean', read_nine(lean($keys, $placed, '', $sets))),
	two_steps('by leaf and date first', 'leaf, at', "$levels (SELECT $calendar) AS c", $sets),
	two_steps('by leaf and a stored quarter first', 'leaf, quarter', "$levels (SELECT $year) AS c", $sets, jit => 1),
	both('by leaf, a stored quarter and verdict first', sub {
		my $small = sums_by_status('leaf, quarter', 'facts_leaf', @_);
		return read_nine(by_status($keys, "SELECT *, $year FROM ($small) AS f JOIN levels USING (leaf)", $sets));
	}),
	shown('count(*) at the leaves, by a stored quarter',
		'SELECT leaf, quarter, count(*) FROM facts_leaf GROUP BY leaf, quarter'));

my $cells = cube('unit', 'facts_unit');
my $by_date = "(SELECT *, date_trunc('month', at) AS first FROM facts_unit) AS f";
block('600,000 cells: 10,000 units by 60 months',
	shown('three sums', read_out([qw(actual target rows)], <<~SQL)),
		SELECT sum(actual) AS actual, sum(target) AS target, count(*) AS rows FROM facts_unit GROUP BY unit, month OFFSET 0
		SQL
	shown('the cube alone', "SELECT plan_cells($cells)", against => { 'three sums' => 0.8 }),
	ours('cube and its rows', read_cards('scorecard', "plan_cube_rows($cells, '{month}')")),
	ours('scorecards by GROUP BY', read_cards('card', <<~SQL)),
		(SELECT plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts_unit GROUP BY unit, month) AS cards
		SQL
	both('by a stored month, lean', sub { read_nine(lean('unit, month', 'facts_unit', @_)) }, jit => 1),
	both('by the date, lean', sub { read_nine(lean('unit, first', $by_date, @_)) }),
	duckdb('by a stored month and verdict', read_nine(by_status('unit, month', sums_by_status('unit, month', 'facts_unit')))));

1;
