# Rankings: a million units, or 100,000, in the ten years from 2016 to 2025.
my @years = (2016 .. 2025);
my $rank = 'rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank';

# Ranks and those of the year before, in the form that anybody writes; by pivoting; and by each year
# for itself, which sorts less at once.
sub by_lag
{
	my ($table) = @_;

	return "SELECT unit, year, rank, lag(rank) OVER (PARTITION BY unit ORDER BY year) AS previous, score FROM (SELECT unit, year, score, $rank FROM $table) AS r";
}

sub by_pivot
{
	my ($table) = @_;
	my $pivoted = join ', ', map { "max(rank) FILTER (WHERE year = $_) AS r$_, max(score) FILTER (WHERE year = $_) AS s$_" } @years;
	my $rows = join ' UNION ALL ', map { "SELECT unit, $_ AS year, r$_ AS rank, " . ($_ > 2016 ? 'r' . ($_ - 1) : 'NULL') . " AS previous, s$_ AS score FROM p WHERE r$_ IS NOT NULL" } @years;

	return "WITH p AS MATERIALIZED (SELECT unit, $pivoted FROM (SELECT unit, year, score, $rank FROM $table) AS r GROUP BY unit) $rows";
}

sub by_year
{
	my ($table) = @_;
	my $ranked = join ', ', map { "y$_ AS MATERIALIZED (SELECT unit, score, rank() OVER (ORDER BY score DESC) AS rank FROM $table WHERE year = $_)" } @years;
	my $rows = join ' UNION ALL ', 'SELECT unit, 2016 AS year, rank, NULL AS previous, score FROM y2016',
	  map { "SELECT y.unit, $_, y.rank, p.rank, y.score FROM y$_ AS y LEFT JOIN y${\($_ - 1)} AS p ON p.unit = y.unit" } @years[ 1 .. $#years ];

	return "WITH $ranked $rows";
}

my @moves = ('rank', 'previous', 'previous - rank');
for my $shape (
	[ '100,000 units', 'by year', 'scores_tenth', 1 / 6, 0.8 ],
	[ '100,000 units', 'by unit', 'scores_tenth_by_unit', 1 / 6, 0.8 ],
	[ 'A million units', 'by year', 'scores', undef, 0.5 ],
	[ 'A million units', 'by unit', 'scores_by_unit', undef, 0.5 ])
{
	my ($units, $order, $table, $faster, $bar) = @$shape;
	my $ranking = 'plan_ranking_agg(unit, year, score)';

	block("$units in ten years: ranks and who moved, rows $order",
		ours('plan_rank_history', <<~SQL, against => { $faster ? ('rank() and lag()' => $faster) : (), DuckDB => $bar }),
			SELECT sum(plan_rank(standing)), sum(plan_rank(previous)), sum(delta) FROM plan_rank_history((SELECT $ranking FROM $table))
			SQL
		map({
			my ($form, $query) = @$_;
			(sql($form, read_out(\@moves, $query)), duckdb($form, read_out(\@moves, $query)))
		} [ 'rank() and lag()', by_lag($table) ], [ 'a pivot of the ranks', by_pivot($table) ], [ 'each year by itself, joined', by_year($table) ]),
		shown('ranking alone', "SELECT plan_ranking_entities($ranking) FROM $table"),
		$table eq 'scores_tenth' ? (
			shown('rank() alone', "SELECT sum(rank) FROM (SELECT $rank FROM $table) AS r"),
			shown('plan_rank_delta of a window', "SELECT sum(delta) FROM (SELECT plan_rank_delta(unit, year, score) OVER (ORDER BY year, score DESC) AS delta FROM $table) AS r",
				against => { 'rank() alone' => 1.3 })) : ());
}

block('100,000 units in ten years: ranks and who moved, with the score',
	ours('plan_rank_history', <<~SQL),
		SELECT sum(plan_rank(standing)), sum(plan_rank(previous)), sum(delta), sum(score) FROM plan_rank_history((SELECT plan_ranking_agg(unit, year, score) FROM scores_tenth))
		SQL
	map({
		my ($form, $query) = @$_;
		(sql($form, read_out([ @moves, 'score' ], $query)), duckdb($form, read_out([ @moves, 'score' ], $query)))
	} [ 'rank() and lag()', by_lag('scores_tenth') ], [ 'a pivot of the ranks', by_pivot('scores_tenth') ], [ 'each year by itself, joined', by_year('scores_tenth') ]),
	shown('plan_rank_history joined with the scores', <<~SQL));
		SELECT sum(plan_rank(standing)), sum(plan_rank(previous)), sum(delta), sum(s.score)
		FROM plan_rank_history((SELECT plan_ranking_agg(unit, year, score) FROM scores_tenth)) AS h JOIN scores_tenth AS s ON s.unit = h.entity AND plan_period(s.year) = h.period
		SQL

# Movers between two years.
my $top = 'ORDER BY abs(before - after) DESC, after, unit LIMIT 20';
my @mover = qw(unit before after gained);

sub movers_at_once
{
	my ($table) = @_;

	return read_out(\@mover, "WITH ranked AS MATERIALIZED (SELECT unit, year, $rank FROM $table WHERE year IN (2016, 2025))
		SELECT x.unit, x.rank AS before, y.rank AS after, x.rank - y.rank AS gained FROM ranked AS x JOIN ranked AS y ON y.unit = x.unit
		WHERE x.year = 2016 AND y.year = 2025 ORDER BY abs(x.rank - y.rank) DESC, y.rank, x.unit LIMIT 20");
}

sub movers_by_year
{
	my ($table) = @_;
	my $year = sub { "(SELECT unit, rank() OVER (ORDER BY score DESC) AS rank FROM $table WHERE year = $_[0])" };

	return read_out(\@mover, "SELECT x.unit, x.rank AS before, y.rank AS after, x.rank - y.rank AS gained
		FROM ${\$year->(2016)} AS x JOIN ${\$year->(2025)} AS y ON y.unit = x.unit ORDER BY abs(x.rank - y.rank) DESC, y.rank, x.unit LIMIT 20");
}

my $movers = 'sum(entity), sum(plan_rank(before)), sum(plan_rank(after)), sum(delta)';
for my $shape (
	[ 'rows by year, with a BRIN index', 'scores' ],
	[ 'rows by year, no index', 'scores', set => 'enable_bitmapscan = off' ],
	[ 'rows by unit', 'scores_by_unit' ])
{
	my ($title, $table, @set) = @$shape;

	block("Top 20 movers of a million units, between two of ten years: $title",
		ours('ranking of the two years', "SELECT $movers FROM plan_movers((
			SELECT plan_ranking_agg(unit, year, score) FROM $table WHERE year IN (2016, 2025)), 2016, 2025, 20)", @set, against => { DuckDB => 0.9 }),
		sql('rank() and a join', movers_at_once($table), @set),
		sql('each year by itself, joined', movers_by_year($table), @set),
		duckdb('rank() and a join', movers_at_once($table)),
		duckdb('each year by itself, joined', movers_by_year($table)),
		shown('count(*) of the two years', "SELECT count(*) FROM $table WHERE year IN (2016, 2025)", @set));
}

# What is stored: a ranking, or a table of a row a unit.
block('Top 20 movers, from what is stored',
	sql('a pivot table', read_out(\@mover, "SELECT unit, r2016 AS before, r2025 AS after, r2016 - r2025 AS gained FROM pivot
		ORDER BY abs(r2016 - r2025) DESC, r2025, unit LIMIT 20")),
	ours('a ranking', "SELECT $movers FROM rankings, plan_movers(ranking, 2016, 2025, 20)", against => { SQL => 1 }));

block('First ten of one year, from what is stored',
	sql('a pivot table', 'SELECT sum(unit), sum(r2020) FROM (SELECT unit, r2020 FROM pivot ORDER BY r2020, unit LIMIT 10) AS f'),
	ours('a ranking', 'SELECT sum(entity), sum(competition) FROM rankings, plan_ranks(ranking, 2020, 10)', ms => 50));

my $path = join ', ', map { "($_, r$_)" } @years;
block('Path of one unit, from what is stored',
	sql('a pivot table with a primary key', "SELECT sum(rank), sum(year) FROM generate_series(1, 100) AS i JOIN pivot ON unit = i * 97 CROSS JOIN LATERAL (VALUES $path) AS p (year, rank)", per => 100),
	ours('a ranking', 'SELECT sum(plan_rank(standing)), sum(extract(year FROM plan_first_day(period))) FROM generate_series(1, 100) AS i, rankings, plan_rank_path(ranking, i * 97)', per => 100));

my @of_pivot = (join(' + ', map { "abs(r$_ - r${\($_ - 1)})" } @years[ 1 .. 9 ]), join(', ', map { "r$_" } @years));
block('Volatility of a million units',
	ours('ranking made', 'SELECT sum(mean_shift), sum(worst) FROM plan_rank_volatility((SELECT plan_ranking_agg(unit, year, score) FROM scores))'),
	map({ $_->('rank() and lag()', "SELECT sum(mean_shift), sum(worst) FROM (SELECT unit, avg(abs(rank - previous)) AS mean_shift, max(rank) AS worst
		FROM (${\by_lag('scores')}) AS h GROUP BY unit) AS v") } \&sql, \&duckdb),
	map({ $_->('each year by itself, joined', "SELECT sum(mean_shift), sum(worst) FROM (SELECT unit, avg(abs(rank - previous)) AS mean_shift, max(rank) AS worst
		FROM (${\by_year('scores')}) AS h GROUP BY unit) AS v") } \&sql, \&duckdb));
block('Volatility of a million units, from what is stored',
	sql('a pivot table', "SELECT sum(($of_pivot[0]) / 9.0::float8), sum(greatest($of_pivot[1])) FROM pivot"),
	ours('a ranking', 'SELECT sum(mean_shift), sum(worst) FROM rankings, plan_rank_volatility(ranking)'));

block('Agreement of ten years of a million units',
	shown('tau-b, ranking made', 'SELECT avg(tau_b) FROM plan_rank_agreement((SELECT plan_ranking_agg(unit, year, score) FROM scores))'),
	shown('tau-b, ranking stored', 'SELECT avg(tau_b) FROM rankings, plan_rank_agreement(ranking)'));
block('Agreement of a million pairs',
	shown('sorting them', 'SELECT count(*) FROM (SELECT x, y FROM pairs ORDER BY x, y OFFSET 0) AS p'),
	shown('tau-b', 'SELECT plan_kendall_tau_b(x, y) FROM pairs', against => { 'sorting them' => 2 }),
	shown('corr()', 'SELECT corr(x, y) FROM pairs'));

1;
