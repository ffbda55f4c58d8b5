# Measures of disparity, and moving frames.
my $ranked = 'row_number() OVER (%s ORDER BY x) AS i';
my $gini = '2 * sum(i * x) / (count(*) * sum(x)) - (count(*) + 1.0) / count(*) AS gini';

for my $groups ([ 'a million figures', '', '', '' ], [ 'a million figures in 1,000 groups', 'g, ', 'PARTITION BY g', 'GROUP BY g' ])
{
	my ($title, $key, $partition, $grouped) = @$groups;
	my $window = "SELECT sum(gini) FROM (SELECT $gini FROM (SELECT ${key}x, ${\sprintf $ranked, $partition} FROM incomes) AS s $grouped) AS r";
	my $arrays = "SELECT sum(gini) FROM (SELECT array_agg(x ORDER BY x) AS xs FROM incomes $grouped) AS a, LATERAL (
		SELECT $gini FROM unnest(xs) WITH ORDINALITY AS s (x, i)) AS r";

	block("Gini of $title",
		shown('sum()', "SELECT sum(x) FROM (SELECT sum(x) AS x FROM incomes $grouped) AS s"),
		ours('plan_gini', "SELECT sum(gini) FROM (SELECT plan_gini(x) AS gini FROM incomes $grouped) AS r", against => { 'sum()' => 1.3 }),
		sql('row_number()', $window, jit => 1),
		sql('sorted arrays', $arrays),
		duckdb('row_number()', $window),
		duckdb('sorted lists', "SELECT sum(gini) FROM (SELECT $gini FROM (SELECT ${key}unnest(xs) AS x, generate_subscripts(xs, 1) AS i
			FROM (SELECT ${key}list(x ORDER BY x) AS xs FROM incomes $grouped) AS a) AS s $grouped) AS r"));
}

for my $measure (
	[ "Theil's T", 'plan_theil_t(x)', 'sum(x * ln(x)) / sum(x) - ln(avg(x))' ],
	[ 'Geometric mean', 'plan_geometric_mean(x)', 'exp(avg(ln(x)))' ])
{
	my ($title, $ours, $formula) = @$measure;
	my $of = sub { "SELECT sum(figure) FROM (SELECT $_[0] AS figure FROM incomes GROUP BY g) AS r" };

	block("$title of a million figures in 1,000 groups",
		ours('the aggregate', $of->($ours)), sql('by logarithms', $of->($formula), jit => 1), duckdb('by logarithms', $of->($formula)));
}

# Frames of 100, 1,000 and 10,000 rows move over 20,000.
for my $moving (
	[ 'Gini', 'plan_gini(x)' ],
	[ 'Value of a period, a flow', q{plan_value(plan_period_value_agg('flow', at, x) OVER w)} ],
	[ 'Value of a period, a stock', q{plan_value(plan_period_value_agg('stock', at, x) OVER w)} ],
	[ 'Value of a period, a peak', q{plan_value(plan_period_value_agg('peak', at, x) OVER w)} ])
{
	my ($title, $call) = @$moving;
	my $over = $call =~ /OVER/ ? $call : "$call OVER w";

	block("$title over moving frames of 20,000 rows", map {
		my $rows = $_;
		my $window = "FROM moving WINDOW w AS (ORDER BY i ROWS BETWEEN ${\($rows - 1)} PRECEDING AND CURRENT ROW)";
		(shown("frames of $rows", "SELECT sum(figure) FROM (SELECT $over AS figure $window) AS m",
				against => $rows == 10000 ? { 'frames of 100' => 3 } : {}),
		 $title =~ /flow/ ? shown("sum() over frames of $rows", "SELECT sum(figure) FROM (SELECT sum(x) OVER w AS figure $window) AS m") : ())
	} 100, 1000, 10000);
}

1;
