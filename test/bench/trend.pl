# Trends of series.
# DuckDB's regr_slope() of a single day is NaN, which is no slope.
sub slopes
{
	my ($keys, $slope, $from) = @_;

	$from //= 'series';
	return "SELECT sum(abs(365.2425 * slope)) FILTER (WHERE slope <> 'NaN'::float8) FROM (
		SELECT $slope AS slope FROM $from GROUP BY $keys) AS s";
}

sub slopes_by_hand
{
	my ($keys, $fence) = @_;

	my $days = "(SELECT $keys, actual, CASE WHEN actual IS NOT NULL THEN (day - 7671)::float8 END AS x FROM series $fence) AS d";

	return slopes($keys, <<~SQL, $days);
		(count(actual) * sum(x * actual) - sum(x) * sum(actual)) / nullif(count(actual) * sum(x * x) - sum(x) ^ 2, 0)
		SQL
}

sub trends
{
	my ($keys) = @_;
	my $trends = "(SELECT plan_trend_agg(at, actual) AS trend FROM series GROUP BY $keys) AS s";

	return (
		shown('sum()', "SELECT sum(x) FROM (SELECT sum(actual) AS x FROM series GROUP BY $keys) AS s"),
		shown('trend', "SELECT count(trend) FROM $trends", against => { 'sum()' => 1.25 }),
		ours('slope of the trend', "SELECT sum(abs(plan_slope_per_year(trend))) FROM $trends"),
		sql('regr_slope() of the date as a number', slopes($keys, 'regr_slope(actual, extract(epoch FROM at) / 86400)')),
		sql('regr_slope() of days', slopes($keys, "regr_slope(actual, at - '2000-01-01')")),
		both('regr_slope() of a stored day', sub { slopes($keys, 'regr_slope(actual, day)') }, jit => 1),
		both('sums by hand', sub { slopes_by_hand($keys, @_) }));
}

sub cubes
{
	my ($node) = @_;
	my $cube = "plan_trend_cube_agg($node, at, actual)";

	return (
		ours("trend cube of $node and its slopes",
			"SELECT sum(abs(plan_slope_per_year(trend))) FROM plan_trend_cube_rows((SELECT $cube FROM series))"),
		shown("trend cube of $node", "SELECT plan_cells($cube) FROM series", against => { 'sum()' => 0.4 }));
}

block('Trends of 166,680 series', trends('unit, indicator'), cubes('node'), cubes('unit * 60 + indicator'));
block('Trends of a million series of ten values', trends('fine'),
	ours('trend cube and its slopes', <<~SQL));
		SELECT sum(abs(plan_slope_per_year(trend)))
		FROM plan_trend_cube_rows((SELECT plan_trend_cube_agg(fine, at, actual) FROM series))
		SQL

1;
