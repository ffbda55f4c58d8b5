# Scorecards by calendar and tree.
my $cube = 'plan_cube_agg(%s, at, actual, target, direction, weight)';
my $calendar = "date_trunc('year', at) AS year, date_trunc('quarter', at) AS quarter, date_trunc('month', at) AS month";

# Forms in SQL and in DuckDB of sums by small groups, which are then summed up to all.  $first
# are keys of the table, $join makes of those what to group by.
sub two_steps
{
	my ($name, $first, $from, $join, $groups) = @_;

	return map {
		my ($kind, $fence) = @$_;
		$kind->($name, read_nine("SELECT ${\figures_of()} FROM (SELECT ${\summed()} FROM ("
			. lean_sums($first, $from, $fence) . ") AS f $join GROUP BY $groups) AS sums"))
	} [ \&sql, 'OFFSET 0' ], [ \&duckdb, '' ];
}

block('Term, years, quarters, months',
	ours('cube', read_nine("SELECT ${\card_figures('scorecard')} FROM plan_cube_rows(
		(SELECT ${\sprintf $cube, 0} FROM facts_leaf), '{term,year,quarter,month}', '2021-2025')")),
	ours('scorecards by GROUP BY', read_nine(<<~SQL)),
		SELECT ${\card_figures('card')} FROM (
			SELECT ancestor, plan_rollup(card) AS card
			FROM (SELECT plan_month(at) AS m, plan_scorecard_agg(actual, target, direction, weight) AS card
				FROM facts_leaf GROUP BY 1) AS months, plan_ancestor_rows(m, '2021-2025')
			WHERE grain <> 'half' GROUP BY ancestor) AS r
		SQL
	sql('ROLLUP, CASE and FILTER', read_nine(idiomatic('year, quarter, month',
		"(SELECT *, $calendar FROM (SELECT at, target, actual, weight, direction FROM facts_leaf) AS f) AS f", 'ROLLUP (year, quarter, month)'))),
	two_steps('by date first', 'at', 'facts_leaf', "CROSS JOIN LATERAL (SELECT $calendar) AS c", 'ROLLUP (year, quarter, month)'),
	two_steps('by a stored month first', 'month', 'facts_leaf',
		'CROSS JOIN LATERAL (SELECT floor(month / 12) AS year, floor(month / 3) AS quarter) AS c', 'ROLLUP (year, quarter, month)'));

my $sets = join ', ', map { ("($_)", "($_, year)", "($_, year, quarter)") } qw(orientation programme scheme leaf);
block('Tree and calendar: 5, 12, 65 and 100 branches by term, year and quarter',
	ours('cube', read_nine("SELECT ${\card_figures('scorecard')} FROM plan_cube_rows(
		(SELECT ${\sprintf $cube, 'leaf'} FROM facts_leaf), '{term,year,quarter}', '2021-2025', (SELECT plan_tree_agg(id, parent) FROM branches))"),
		against => { DuckDB => 0.7 }),
	sql('GROUPING SETS, CASE and FILTER', read_nine(idiomatic('orientation, programme, scheme, leaf, year, quarter',
		"(SELECT *, $calendar FROM (SELECT leaf, at, target, actual, weight, direction FROM facts_leaf) AS f JOIN levels USING (leaf)) AS f", "GROUPING SETS ($sets)"))),
	duckdb('GROUPING SETS, lean', read_nine("SELECT ${\figures_of()} FROM (" . lean_sums('orientation, programme, scheme, leaf, year, quarter',
		"(SELECT leaf, target, actual, weight, direction, $calendar FROM facts_leaf) AS f JOIN levels USING (leaf)", '', "GROUPING SETS ($sets)") . ') AS sums')),
	two_steps('by leaf and date first', 'leaf, at', 'facts_leaf', "JOIN levels USING (leaf) CROSS JOIN LATERAL (SELECT $calendar) AS c", "GROUPING SETS ($sets)"),
	two_steps('by leaf and a stored quarter first', 'leaf, quarter', 'facts_leaf',
		'JOIN levels USING (leaf) CROSS JOIN LATERAL (SELECT floor(quarter / 4) AS year) AS c', "GROUPING SETS ($sets)"),
	map({ my ($kind, $fence) = @$_; $kind->('by leaf, a stored quarter and verdict first', read_nine(by_status('orientation, programme, scheme, leaf, year, quarter',
		'SELECT *, floor(quarter / 4) AS year FROM (' . sums_by_status('leaf, quarter', 'facts_leaf', $fence) . ') AS f JOIN levels USING (leaf)', "GROUPING SETS ($sets)"))) }
		[ \&sql, 'OFFSET 0' ], [ \&duckdb, '' ]),
	shown('count(*) at the leaves, by a stored quarter', 'SELECT leaf, quarter, count(*) FROM facts_leaf GROUP BY leaf, quarter'));

block('600,000 cells: 10,000 units by 60 months',
	shown('three sums', read_out([qw(actual target rows)],
		'SELECT sum(actual) AS actual, sum(target) AS target, count(*) AS rows FROM facts_unit GROUP BY unit, month OFFSET 0')),
	shown('the cube alone', "SELECT plan_cells(${\sprintf $cube, 'unit'}) FROM facts_unit", against => { 'three sums' => 0.8 }),
	ours('cube and its rows', read_nine("SELECT ${\card_figures('scorecard')} FROM plan_cube_rows((SELECT ${\sprintf $cube, 'unit'} FROM facts_unit), '{month}')")),
	ours('scorecards by GROUP BY', read_nine("SELECT ${\card_figures('card')} FROM (
		SELECT plan_scorecard_agg(actual, target, direction, weight) AS card FROM facts_unit GROUP BY unit, month) AS cards")),
	sql('by a stored month, fenced and lean', read_nine(lean('unit, month', 'facts_unit', 'OFFSET 0'))),
	sql('by the date, fenced and lean', read_nine(lean('unit, first', "(SELECT *, date_trunc('month', at) AS first FROM facts_unit) AS f", 'OFFSET 0'))),
	duckdb('by a stored month, lean', read_nine(lean('unit, month', 'facts_unit'))),
	duckdb('by the date, lean', read_nine(lean('unit, first', "(SELECT *, date_trunc('month', at) AS first FROM facts_unit) AS f"))),
	duckdb('by a stored month and verdict', read_nine(by_status('unit, month', sums_by_status('unit, month', 'facts_unit')))));

1;
