# Rankings: a million units, or 100,000, in the ten years from 2016 to 2025.
my @years = (2016 .. 2025);
my $rank = 'rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank';

# Ranks and those of the year before, in the form that anybody writes; by pivoting; and by each year
# for itself, which sorts less at once.  (In DuckDB, lists and ASOF joins take longer than these.)
sub by_lag
{
	my ($table) = @_;

	return <<~SQL;
	SELECT unit, year, rank, lag(rank) OVER (PARTITION BY unit ORDER BY year) AS previous, score
	FROM (SELECT unit, year, score, $rank FROM $table) AS r
	SQL
}

sub by_pivot
{
	my ($table) = @_;
	my $columns = join ', ', map {
		my $year = $_;
		map { "max($_) FILTER (WHERE year = $year) AS ${_}_$year" } qw(rank score)
	} @years;
	my $rows = join ' UNION ALL ', map {
		my $previous = $_ > $years[0] ? 'rank_' . ($_ - 1) : 'NULL';
		"SELECT unit, $_ AS year, rank_$_ AS rank, $previous AS previous, score_$_ AS score FROM p WHERE rank_$_ IS NOT NULL"
	} @years;

	return "WITH p AS MATERIALIZED (
		SELECT unit, $columns FROM (SELECT unit, year, score, $rank FROM $table) AS r GROUP BY unit) $rows";
}

sub by_year
{
	my ($table) = @_;
	my $ranked = join ', ', map {
		"y$_ AS MATERIALIZED (SELECT unit, score, rank() OVER (ORDER BY score DESC) AS rank FROM $table WHERE year = $_)"
	} @years;
	my $rows = join ' UNION ALL ', map {
		my $previous = 'y' . ($_ - 1);
		$_ == $years[0]
		  ? "SELECT unit, $_ AS year, rank, NULL AS previous, score FROM y$_"
		  : "SELECT y.unit, $_, y.rank, p.rank, y.score FROM y$_ AS y LEFT JOIN $previous AS p ON p.unit = y.unit"
	} @years;

	return "WITH $ranked $rows";
}

# These forms, with some figures read out.
sub histories
{
	my ($table, @figures) = @_;

	return map {
		my ($form, $query) = ($_->[0], read_out(\@figures, $_->[1]));
		(sql($form, $query), duckdb($form, $query))
	} [ 'rank() and lag()', by_lag($table) ], [ 'a pivot of the ranks', by_pivot($table) ],
	  [ 'each year by itself, joined', by_year($table) ];
}

sub history
{
	my ($table) = @_;

	return "plan_rank_history((SELECT plan_ranking_agg(unit, year, score) FROM $table))";
}

my @moves = ('rank', 'previous', 'previous - rank');
my $moves = 'sum(plan_rank(standing)), sum(plan_rank(previous)), sum(delta)';
for my $shape (
	[ '100,000 units', 'by year', 'scores_tenth', 1 / 6, 0.8 ],
	[ '100,000 units', 'by unit', 'scores_tenth_by_unit', 1 / 6, 0.8 ],
	[ 'A million units', 'by year', 'scores', undef, 0.5 ],
	[ 'A million units', 'by unit', 'scores_by_unit', undef, 0.5 ])
{
	my ($units, $order, $table, $faster, $bar) = @$shape;

	block("$units in ten years: ranks and who moved, rows $order",
		ours('plan_rank_history', "SELECT $moves FROM ${\history($table)}",
			against => { $faster ? ('rank() and lag()' => $faster) : (), DuckDB => $bar }),
		histories($table, @moves),
		shown('ranking alone', "SELECT plan_ranking_entities(plan_ranking_agg(unit, year, score)) FROM $table"));
}

block('100,000 units in ten years: ranks and who moved, with the score',
	ours('plan_rank_history', "SELECT $moves, sum(score) FROM ${\history('scores_tenth')}"),
	histories('scores_tenth', @moves, 'score'),
	shown('plan_rank_history joined with the scores', <<~SQL));
		SELECT $moves, sum(s.score) FROM ${\history('scores_tenth')} AS h
			JOIN scores_tenth AS s ON s.unit = h.entity AND plan_period(s.year) = h.period
		SQL

my $delta = 'plan_rank_delta(unit, year, score) OVER (ORDER BY year, score DESC) AS delta';
block('100,000 units in ten years, by window functions',
	shown('rank() alone', "SELECT sum(rank) FROM (SELECT $rank FROM scores_tenth) AS r"),
	shown('plan_rank_delta', "SELECT sum(delta) FROM (SELECT $delta FROM scores_tenth) AS r",
		against => { 'rank() alone' => 1.3 }));

# Movers between two years.
my @mover = qw(unit before after gained);
my $mover = 'SELECT x.unit, x.rank AS before, y.rank AS after, x.rank - y.rank AS gained';
my $most = 'ORDER BY abs(x.rank - y.rank) DESC, y.rank, x.unit LIMIT 20';

sub movers_at_once
{
	my ($table) = @_;

	return read_out(\@mover, <<~SQL);
		WITH ranked AS MATERIALIZED (SELECT unit, year, $rank FROM $table WHERE year IN (2016, 2025))
		$mover FROM ranked AS x JOIN ranked AS y ON y.unit = x.unit WHERE x.year = 2016 AND y.year = 2025 $most
		SQL
}

sub movers_by_year
{
	my ($table) = @_;
	my ($earlier, $later) =
	  map { "(SELECT unit, rank() OVER (ORDER BY score DESC) AS rank FROM $table WHERE year = $_)" } 2016, 2025;

	return read_out(\@mover, "$mover FROM $earlier AS x JOIN $later AS y ON y.unit = x.unit $most");
}

my $movers = 'sum(entity), sum(plan_rank(before)), sum(plan_rank(after)), sum(delta)';
for my $shape (
	[ 'rows by year, with a BRIN index', 'scores' ],
	[ 'rows by year, no index', 'scores', set => 'enable_bitmapscan = off' ],
	[ 'rows by unit', 'scores_by_unit' ])
{
	my ($title, $table, @set) = @$shape;

	block("Top 20 movers of a million units, between two of ten years: $title",
		ours('ranking of the two years', <<~SQL, @set, against => { DuckDB => 0.9 }),
			SELECT $movers
			FROM plan_movers((SELECT plan_ranking_agg(unit, year, score) FROM $table WHERE year IN (2016, 2025)), 2016, 2025, 20)
			SQL
		sql('rank() and a join', movers_at_once($table), @set),
		sql('each year by itself, joined', movers_by_year($table), @set),
		duckdb('rank() and a join', movers_at_once($table)),
		duckdb('each year by itself, joined', movers_by_year($table)),
		shown('count(*) of the two years', "SELECT count(*) FROM $table WHERE year IN (2016, 2025)", @set));
}

# What is stored: a ranking, or a table with a row for each unit and a column for each year.
sub stored
{
	my ($query) = @_;

	return (sql('a table of ranks', $query), duckdb('a table of ranks', $query));
}

block('Top 20 movers, from what is stored',
	stored(read_out(\@mover, <<~SQL)),
		SELECT unit, r2016 AS before, r2025 AS after, r2016 - r2025 AS gained FROM ranks
		ORDER BY abs(r2016 - r2025) DESC, r2025, unit LIMIT 20
		SQL
	ours('a ranking', "SELECT $movers FROM rankings, plan_movers(ranking, 2016, 2025, 20)", against => { SQL => 1 }));

my $first_of_scores = <<~SQL;
	SELECT sum(unit), sum(rank) FROM (
		SELECT unit, rank() OVER (ORDER BY score DESC) AS rank
		FROM (SELECT unit, score FROM scores WHERE year = 2020 ORDER BY score DESC LIMIT 10) AS f) AS r
	SQL
block('First ten of one year, from what is stored',
	stored('SELECT sum(unit), sum(r2020) FROM (SELECT unit, r2020 FROM ranks ORDER BY r2020, unit LIMIT 10) AS f'),
	sql('the scores, with a BRIN index', $first_of_scores),
	duckdb('the scores', $first_of_scores),
	ours('a ranking', 'SELECT sum(entity), sum(competition) FROM rankings, plan_ranks(ranking, 2020, 10)', ms => 50));

my $path = join ', ', map { "($_, r$_)" } @years;
block('Path of one unit, from what is stored',
	sql('a table of ranks with a primary key', <<~SQL, per => 100),
		SELECT sum(rank), sum(year) FROM generate_series(1, 100) AS i JOIN ranks ON unit = i * 97
			CROSS JOIN LATERAL (VALUES $path) AS p (year, rank)
		SQL
	ours('a ranking', <<~SQL, per => 100));
		SELECT sum(plan_rank(standing)), sum(extract(year FROM plan_first_day(period)))
		FROM generate_series(1, 100) AS i, rankings, plan_rank_path(ranking, i * 97)
		SQL

my $moved = join ' + ', map { "abs(r$_ - r${\($_ - 1)})" } @years[ 1 .. $#years ];
my $worst = join ', ', map { "r$_" } @years;
block('Volatility of a million units',
	ours('ranking made', <<~SQL),
		SELECT sum(mean_shift), sum(worst)
		FROM plan_rank_volatility((SELECT plan_ranking_agg(unit, year, score) FROM scores))
		SQL
	map {
		my ($form, $history) = @$_;
		my $query = "SELECT sum(mean_shift), sum(worst) FROM (
			SELECT unit, avg(abs(rank - previous)) AS mean_shift, max(rank) AS worst FROM ($history) AS h GROUP BY unit) AS v";
		(sql($form, $query), duckdb($form, $query))
	} [ 'rank() and lag()', by_lag('scores') ], [ 'each year by itself, joined', by_year('scores') ]);
block('Volatility of a million units, from what is stored',
	stored("SELECT sum(($moved) / 9.0::float8), sum(greatest($worst)) FROM ranks"),
	ours('a ranking', 'SELECT sum(mean_shift), sum(worst) FROM rankings, plan_rank_volatility(ranking)'));

block('Agreement of ten years of a million units',
	shown('tau-b, ranking made', <<~SQL),
		SELECT avg(tau_b) FROM plan_rank_agreement((SELECT plan_ranking_agg(unit, year, score) FROM scores))
		SQL
	shown('tau-b, ranking stored', 'SELECT avg(tau_b) FROM rankings, plan_rank_agreement(ranking)'));
block('Agreement of a million pairs',
	shown('sorting them', 'SELECT count(*) FROM (SELECT x, y FROM pairs ORDER BY x, y OFFSET 0) AS p'),
	shown('tau-b', 'SELECT plan_kendall_tau_b(x, y) FROM pairs', against => { 'sorting them' => 2 }),
	shown('corr()', 'SELECT corr(x, y) FROM pairs'));

1;
