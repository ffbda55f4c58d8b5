# What a date belongs to.
for my $grain (qw(year half quarter month week day))
{
	block("Grouping by the $grain of a date",
		shown('a stored integer', "SELECT $grain, count(*) FROM dates GROUP BY 1"),
		shown("plan_$grain", "SELECT plan_$grain(at), count(*) FROM dates GROUP BY 1",
			against => { 'a stored integer' => 1.15 }));
}

# Groups, their rows, and those of the largest.
sub sizes
{
	my ($key, $count, $from) = @_;

	return "SELECT count(*), sum(rows), max(rows) FROM (SELECT $key, $count AS rows FROM $from GROUP BY 1) AS q";
}

my $quarter = "date_trunc('quarter', at)";
my $by_date = '(SELECT at, count(*) AS rows FROM dates GROUP BY at) AS d';
block('Rows of each quarter',
	ours('plan_quarter', sizes('plan_quarter(at)', 'count(*)', 'dates')),
	ours('plan_quarter, by date first', sizes('plan_quarter(at)', 'sum(rows)', $by_date)),
	both('date_trunc', sub { sizes($quarter, 'count(*)', 'dates') }, jit => 1),
	both('date_trunc, by date first', sub { sizes($quarter, 'sum(rows)', $by_date) }, jit => 1),
	shown('a stored quarter', 'SELECT quarter, count(*) FROM dates GROUP BY 1'));

sub so_far
{
	my ($sum, $partition, $from) = @_;

	return "SELECT sum(so_far) FROM (SELECT $sum OVER (PARTITION BY $partition ORDER BY at) AS so_far FROM $from) AS r";
}

block('Year to date of each unit, a tenth of the rows',
	ours('plan_cumulative', so_far('plan_cumulative(at, actual)', 'unit', 'running')),
	both('sum() by unit and date_trunc', sub { so_far('sum(actual)', "unit, date_trunc('year', at)", 'running') }, jit => 1),
	both('sum() by unit and the year, an integer', sub {
		so_far('sum(actual)', 'unit, year', "(SELECT unit, at, actual, extract(year FROM at)::int AS year FROM running @_) AS y")
	}));

1;
