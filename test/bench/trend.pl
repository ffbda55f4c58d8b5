# Trends of series.
# DuckDB's regr_slope() of a single day is NaN, which is no slope.
my $per_year = "sum(abs(365.2425 * slope)) FILTER (WHERE slope <> 'NaN'::float8)";

sub slopes
{
	my ($keys, $slope) = @_;

	return "SELECT $per_year FROM (SELECT $slope AS slope FROM series GROUP BY $keys) AS s";
}

sub trends
{
	my ($keys, @queries) = @_;
	my $sum = shown('sum()', "SELECT sum(x) FROM (SELECT sum(actual) AS x FROM series GROUP BY $keys) AS s");
	my $by_hand = '(count(actual) * sum(x * actual) - sum(x) * sum(actual)) / nullif(count(actual) * sum(x * x) - sum(x) ^ 2, 0)';
	my $days = "(SELECT $keys, actual, CASE WHEN actual IS NOT NULL THEN (day - 7671)::float8 END AS x FROM series OFFSET 0) AS d";

	return ($sum, @queries,
		ours('slope of the trend', "SELECT sum(abs(plan_slope_per_year(trend))) FROM (SELECT plan_trend_agg(at, actual) AS trend FROM series GROUP BY $keys) AS s"),
		sql('regr_slope() of the date as a number', slopes($keys, "regr_slope(actual, extract(epoch FROM at) / 86400)")),
		sql('regr_slope() of days', slopes($keys, "regr_slope(actual, at - '2000-01-01')")),
		sql('regr_slope() of a stored day', slopes($keys, 'regr_slope(actual, day)'), jit => 1),
		sql('sums by hand', "SELECT $per_year FROM (SELECT $by_hand AS slope FROM $days GROUP BY $keys) AS s"),
		duckdb('regr_slope() of a stored day', slopes($keys, 'regr_slope(actual, day)')),
		duckdb('sums by hand', "SELECT $per_year FROM (SELECT $by_hand AS slope FROM ${\$days =~ s/OFFSET 0//r} GROUP BY $keys) AS s"));
}

sub from_cube
{
	my ($node) = @_;

	return "SELECT sum(abs(plan_slope_per_year(trend))) FROM plan_trend_cube_rows((SELECT plan_trend_cube_agg($node, at, actual) FROM series))";
}

block('Trends of 166,680 series',
	trends('unit, indicator',
		ours('trend cube and its slopes', from_cube('node')),
		shown('trend', 'SELECT count(trend) FROM (SELECT plan_trend_agg(at, actual) AS trend FROM series GROUP BY unit, indicator) AS s', against => { 'sum()' => 1.25 }),
		shown('trend cube', 'SELECT plan_cells(plan_trend_cube_agg(node, at, actual)) FROM series', against => { 'sum()' => 0.4 }),
		shown('trend cube, node from two columns', 'SELECT plan_cells(plan_trend_cube_agg(unit * 60 + indicator, at, actual)) FROM series', against => { 'sum()' => 0.4 })));

block('Trends of a million series of ten values',
	trends('fine',
		ours('trend cube and its slopes', from_cube('fine')),
		shown('trend', 'SELECT count(trend) FROM (SELECT plan_trend_agg(at, actual) AS trend FROM series GROUP BY fine) AS s', against => { 'sum()' => 1.25 })));

1;
