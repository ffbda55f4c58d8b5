# Figures of periods by node: the sum of a flow, the last value of a stock of several accounts.
sub figure_cube
{
	my ($arguments, $from) = @_;

	return "(SELECT plan_figure_cube_agg($arguments) FROM $from)";
}

# How many figures there are, and what they add up to.
sub read_figures
{
	my ($from) = @_;

	return "SELECT count(figure), sum(figure), max(figure) FROM $from";
}

sub sums_of_groups
{
	my ($keys, $from, $fence) = @_;

	return read_figures("(SELECT sum(actual) AS figure FROM $from GROUP BY $keys $fence) AS f");
}

# Flows, whose figures of months are sums: two numbers of nodes.
for my $nodes ([ 'node', 600, 1.25, 1 ], [ 'unit', '10,000', 0.5, undef ])
{
	my ($node, $count, $bar, $of_duckdb) = @$nodes;
	my $cube = figure_cube("$node, at, 'flow', actual", 'figures');
	my $by_date = "(SELECT $node, actual, date_trunc('month', at) AS first FROM figures) AS f";
	my $days = sub {
		my ($fence) = @_;
		return read_figures(<<~SQL);
			(SELECT sum(actual) AS figure FROM (SELECT $node, at, sum(actual) AS actual FROM figures GROUP BY $node, at $fence) AS d
			GROUP BY $node, date_trunc('month', at)) AS f
			SQL
	};

	block("Figures of $count nodes by 60 months",
		shown('sum() by a stored month', "SELECT sum(actual) FROM figures GROUP BY $node, month OFFSET 1000000000"),
		shown('the cube alone', "SELECT plan_cells($cube)", against => { 'sum() by a stored month' => $bar }),
		ours('cube and its rows', read_figures("plan_figure_rows($cube, '{month}')"), against => { DuckDB => $of_duckdb }),
		both('by a stored month', sub { sums_of_groups("$node, month", 'figures', @_) }, jit => 1),
		both('by the month of the date', sub { sums_of_groups("$node, first", $by_date, @_) }),
		both('by date first', $days));
}

# The same for the term, its years, quarters and months, each with the figure of the year before.
my $placed = '(SELECT node, month, floor(month / 12) AS year, floor(month / 3) AS quarter, actual FROM figures) AS f';
my $months = "(SELECT node, month, sum(actual) AS actual FROM figures GROUP BY node, month) AS m";
my $of_months = "(SELECT node, month, floor(month / 12) AS year, floor(month / 3) AS quarter, actual FROM $months) AS f";
my $sets = 'GROUPING SETS ((node), (node, year), (node, year, quarter), (node, year, quarter, month))';
my $grains = "'{term,year,quarter,month}', '2021-2025'";
block('Figures of 600 nodes for the term, its years, quarters and months',
	ours('cube and its rows', read_figures("plan_figure_rows(${\figure_cube(q(node, at, 'flow', actual), 'figures')}, $grains)")),
	both('GROUPING SETS', sub { read_figures("(SELECT sum(actual) AS figure FROM $placed GROUP BY $sets) AS f") }),
	both('by a stored month first', sub { read_figures("(SELECT sum(actual) AS figure FROM $of_months GROUP BY $sets) AS f") }, jit => 1));

# Stocks: the last value of each account in a month, then the sum of all accounts of a node.
sub stocks
{
	my ($last) = @_;

	return read_figures("(SELECT sum(last) AS figure FROM ($last) AS l GROUP BY node, month) AS f");
}

my $accounts = 'accounts WHERE actual IS NOT NULL';
block('Stocks of 600 nodes by 60 months, each the sum of its accounts',
	ours('cube and its rows', read_figures("plan_figure_rows(${\figure_cube(q(node, at, 'stock', actual, unit), 'accounts')}, '{month}')")),
	sql('DISTINCT ON', stocks("SELECT DISTINCT ON (unit, month) node, month, actual AS last FROM $accounts ORDER BY unit, month, at DESC")),
	sql('array_agg() in order', stocks("SELECT node, month, (array_agg(actual ORDER BY at DESC))[1] AS last FROM $accounts GROUP BY node, unit, month")),
	both('the last day, joined', sub { stocks(<<~SQL) }, jit => 1),
		SELECT a.node, a.month, a.actual AS last
		FROM (SELECT unit, month, max(at) AS at FROM $accounts GROUP BY unit, month) AS d JOIN accounts AS a USING (unit, at)
		SQL
	sql('the highest day and value in one', stocks(<<~SQL)),
		SELECT node, month, (max(ARRAY[(at - '2000-01-01')::float8, actual]))[2] AS last FROM $accounts GROUP BY node, unit, month
		SQL
	duckdb('arg_max()', stocks("SELECT node, month, arg_max(actual, at) AS last FROM $accounts GROUP BY node, unit, month")));

# A stored cube of 600,000 cells, beside the sums that one would store instead.  What is to be read in
# part is stored as it is, not compressed.
my $stored = 'Rows of a stored figure cube of 600,000 cells: term, years, quarters, months of 10,000 nodes';
if (is_chosen($stored))
{
	ask('DROP TABLE IF EXISTS figure_cubes, figure_cells');
	ask('CREATE TABLE figure_cubes (cube plan_figure_cube); ALTER TABLE figure_cubes ALTER COLUMN cube SET STORAGE EXTERNAL');
	ask("INSERT INTO figure_cubes SELECT plan_figure_cube_agg(unit, at, 'flow', actual) FROM figures");
	ask('CREATE TABLE figure_cells AS SELECT unit, month, sum(actual) AS actual FROM figures GROUP BY unit, month ORDER BY unit, month');
	ask('VACUUM (ANALYZE, FREEZE) figure_cubes, figure_cells');
}
my $of_cells = "(SELECT unit AS node, month, floor(month / 12) AS year, floor(month / 3) AS quarter, actual FROM figure_cells) AS f";
block($stored,
	ours('plan_figure_rows', read_figures("figure_cubes, plan_figure_rows(cube, $grains)"), ms => 1000),
	both('GROUPING SETS of stored sums', sub { read_figures("(SELECT sum(actual) AS figure FROM $of_cells GROUP BY $sets) AS f") }, jit => 1));

1;
