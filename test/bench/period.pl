# What a date belongs to.
for my $grain (qw(year half quarter month week day))
{
	block("Grouping by the $grain of a date",
		shown('a stored integer', "SELECT $grain, count(*) FROM dates GROUP BY 1"),
		shown("plan_$grain", "SELECT plan_$grain(at), count(*) FROM dates GROUP BY 1", against => { 'a stored integer' => 1.15 }));
}

my $quarter = "date_trunc('quarter', at)";
my $by_date = '(SELECT at, count(*) AS rows FROM dates GROUP BY at) AS d';
block('Rows of each quarter',
	ours('plan_quarter', 'SELECT count(*), sum(rows), max(rows) FROM (SELECT plan_quarter(at), count(*) AS rows FROM dates GROUP BY 1) AS q'),
	ours('plan_quarter, by date first', "SELECT count(*), sum(rows), max(rows) FROM (SELECT plan_quarter(at), sum(rows) AS rows FROM $by_date GROUP BY 1) AS q"),
	sql('date_trunc', "SELECT count(*), sum(rows), max(rows) FROM (SELECT $quarter, count(*) AS rows FROM dates GROUP BY 1) AS q", jit => 1),
	sql('date_trunc, by date first', "SELECT count(*), sum(rows), max(rows) FROM (SELECT $quarter, sum(rows) AS rows FROM $by_date GROUP BY 1) AS q", jit => 1),
	duckdb('date_trunc', "SELECT count(*), sum(rows), max(rows) FROM (SELECT $quarter, count(*) AS rows FROM dates GROUP BY 1) AS q"),
	duckdb('date_trunc, by date first', "SELECT count(*), sum(rows), max(rows) FROM (SELECT $quarter, sum(rows) AS rows FROM $by_date GROUP BY 1) AS q"),
	shown('a stored quarter', 'SELECT quarter, count(*) FROM dates GROUP BY 1'));

my $year = "date_trunc('year', at)";
block('Year to date of each unit, a tenth of the rows',
	ours('plan_cumulative', 'SELECT sum(so_far) FROM (SELECT plan_cumulative(at, actual) OVER (PARTITION BY unit ORDER BY at) AS so_far FROM running) AS r'),
	map({ my ($kind, @jit) = @$_; ($kind->('sum() by unit and date_trunc', "SELECT sum(so_far) FROM (
			SELECT sum(actual) OVER (PARTITION BY unit, $year ORDER BY at) AS so_far FROM running) AS r", @jit)) }
		[ \&sql, jit => 1 ], [ \&duckdb ]),
	sql('sum() by unit and the year, an integer', 'SELECT sum(so_far) FROM (
		SELECT sum(actual) OVER (PARTITION BY unit, year ORDER BY at) AS so_far
		FROM (SELECT unit, at, actual, extract(year FROM at)::int AS year FROM running OFFSET 0) AS y) AS r'));

1;
