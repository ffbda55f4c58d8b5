# Measures of disparity, and moving frames.
my $gini = '2 * sum(i * x) / (count(*) * sum(x)) - (count(*) + 1.0) / count(*) AS gini';

for my $groups ([ 'a million figures' ], [ 'a million figures in 1,000 groups', 'g' ])
{
	my ($title, $group) = @$groups;
	my ($key, $partition, $grouped) = $group ? ("$group, ", "PARTITION BY $group", "GROUP BY $group") : ('', '', '');
	my $lists = "SELECT ${key}unnest(xs) AS x, generate_subscripts(xs, 1) AS i
		FROM (SELECT ${key}list(x ORDER BY x) AS xs FROM incomes $grouped) AS a";

	block("Gini of $title",
		shown('sum()', "SELECT sum(x) FROM (SELECT sum(x) AS x FROM incomes $grouped) AS s"),
		ours('plan_gini', "SELECT sum(gini) FROM (SELECT plan_gini(x) AS gini FROM incomes $grouped) AS r",
			against => { 'sum()' => 1.3 }),
		both('row_number()', sub { <<~SQL }, jit => 1),
			SELECT sum(gini) FROM (
				SELECT $gini FROM (SELECT ${key}x, row_number() OVER ($partition ORDER BY x) AS i FROM incomes) AS s
				$grouped) AS r
			SQL
		sql('sorted arrays', <<~SQL),
			SELECT sum(gini) FROM (SELECT array_agg(x ORDER BY x) AS xs FROM incomes $grouped) AS a,
				LATERAL (SELECT $gini FROM unnest(xs) WITH ORDINALITY AS s (x, i)) AS r
			SQL
		duckdb('sorted lists', "SELECT sum(gini) FROM (SELECT $gini FROM ($lists) AS s $grouped) AS r"));
}

for my $measure (
	[ "Theil's T", 'plan_theil_t(x)', 'sum(x * ln(x)) / sum(x) - ln(avg(x))' ],
	[ 'Geometric mean', 'plan_geometric_mean(x)', 'exp(avg(ln(x)))' ])
{
	my ($title, $ours, $formula) = @$measure;
	my $of = sub { "SELECT sum(figure) FROM (SELECT $_[0] AS figure FROM incomes GROUP BY g) AS r" };

	block("$title of a million figures in 1,000 groups",
		ours('the aggregate', $of->($ours)), both('by logarithms', sub { $of->($formula) }, jit => 1));
}

# Frames of 100, 1,000 and 10,000 rows move over 20,000.
sub moving
{
	my ($figure, $rows) = @_;

	return "SELECT sum(figure) FROM (SELECT $figure AS figure FROM moving
		WINDOW w AS (ORDER BY i ROWS BETWEEN ${\($rows - 1)} PRECEDING AND CURRENT ROW)) AS m";
}

for my $figure (
	[ 'Gini', 'plan_gini(x) OVER w' ],
	map { [ "Value of a period, $_", "plan_value(plan_period_value_agg('$_', at, x) OVER w)" ] } qw(flow stock peak))
{
	my ($title, $call) = @$figure;

	block("$title, over moving frames of 20,000 rows",
		map({ shown("frames of $_", moving($call, $_)) } 100, 1000),
		shown('frames of 10000', moving($call, 10000), against => { 'frames of 100' => 3 }),
		$title =~ /flow/ ? map { shown("sum() over frames of $_", moving('sum(x) OVER w', $_)) } 100, 1000, 10000 : ());
}

1;
