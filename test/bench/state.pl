# Stored states, beside the plain columns that one would store instead.
my @verdicts = qw(exceeded met on_track at_risk off_track);
my @sums = ('planned', @verdicts, qw(weight weight_scored weighted_score actual target));

# Figures are read out; and made only, where nothing but making them is timed.
my @nine = ('planned', @verdicts, qw(score coverage attainment));
my @summary = ('planned', 'scored', @verdicts, qw(regressing no_data unjudged weight coverage score met_share),
	qw(total_actual total_target attainment));
my $scored = join ' + ', @verdicts;
my $summary = join ', ', 'planned', "$scored AS scored", @verdicts, '0 AS regressing', "planned - ($scored) AS no_data",
  '0 AS unjudged', 'weight', 'coalesce(weight_scored, 0) / nullif(weight, 0) AS coverage',
  'weighted_score / nullif(weight_scored, 0) AS score', '(exceeded + met)::float8 / nullif(planned, 0) AS met_share',
  'coalesce(actual, 0) AS total_actual', 'target AS total_target', 'actual / nullif(target, 0) AS attainment';
for my $figures (
	[ 'Scores', ['score'], 'weighted_score / nullif(weight_scored, 0) AS score', 'plan_score(card) AS score FROM cards', 1.5 ],
	[ 'Nine figures', \@nine, figures_of(), "${\card_figures('card')} FROM cards", 2.5 ],
	[ 'Summaries', \@summary, $summary, 's.* FROM cards, plan_summary(card) AS s', 4.5 ])
{
	my ($title, $names, $plain, $ours, $bar) = @$figures;
	my $columns = join ', ', @$names;

	block("$title of 600,000 stored scorecards",
		sql('plain columns', read_out($names, "SELECT $plain FROM cards_plain")),
		ours('the states', read_out($names, "SELECT $ours"), against => { 'plain columns' => $bar }));
	block("$title of 600,000 stored scorecards, made and dropped",
		shown('stored figures', "SELECT $columns FROM figures_plain OFFSET 1000000000"),
		ours('the states', "SELECT $ours OFFSET 1000000000", against => { 'stored figures' => $bar }));
}

my $by_indicator = 'GROUP BY indicator, unit % 10';
block('600,000 stored scorecards to 600 groups',
	sql('sums of the plain columns', read_sums("(SELECT ${\summed()} FROM cards_plain $by_indicator) AS sums")),
	ours('plan_rollup', read_cards('card', "(SELECT plan_rollup(card) AS card FROM cards $by_indicator) AS cards"),
		against => { SQL => 0.9 }));

# Other states: what is read of each, and of all rolled up to 60 groups.  $ours and $plain make
# one figure of a state, and of the columns.
sub other_states
{
	my ($title, $table, $state, $ours, $plain, @columns) = @_;
	my $sums = join ', ', map { "sum($_) AS $_" } @columns;
	my $rollup = "plan_rollup($state) AS $state";

	block("$title of stored states",
		sql('plain columns', "SELECT sum($plain) FROM $table"),
		ours('the states', "SELECT sum($ours) FROM $table"));
	block("$title of stored states, rolled up to 60 groups",
		sql('sums of the plain columns', "SELECT sum($plain) FROM (SELECT $sums FROM $table GROUP BY indicator) AS sums"),
		ours('plan_rollup', "SELECT sum($ours) FROM (SELECT $rollup FROM $table GROUP BY indicator) AS states"));
}

my $slope = 'abs(365.2425 * (n * xy - x * y) / nullif(n * xx - x * x, 0))';
other_states('Slopes', 'trends', 'trend', 'abs(plan_slope_per_year(trend))', $slope, qw(n x xx y xy));
other_states('Coefficients of variation', 'moments', 'state', 'plan_value(state)',
	'sqrt(greatest(xx / n - (x / n) ^ 2, 0)) / (x / n)', qw(n x xx));
other_states('Values of periods', 'period_values', 'state', 'plan_value(state)', 'value', 'value');

my @indices = qw(sv cv spi cpi);
block('Indices of earned value of stored states',
	sql('plain columns', read_out(\@indices,
		'SELECT ev - pv AS sv, ev - ac AS cv, ev / nullif(pv, 0) AS spi, ev / nullif(ac, 0) AS cpi FROM earned')),
	ours('plan_earned_summary', read_out(\@indices, 'SELECT s.* FROM earned, plan_earned_summary(state) AS s')));

# A part of a large cube, by a hundred calls; and all of a small one.
block('One node and year of a cube of 600,000 cells',
	sql('plain columns with a primary key', read_sums(<<~SQL), per => 100),
		generate_series(1, 100) AS i, LATERAL (SELECT ${\summed()} FROM cells_plain
			WHERE unit = i * 97 AND month BETWEEN '2022-01-01' AND '2022-12-31') AS sums
		SQL
	ours('plan_cube_at', read_cards('card', <<~SQL), per => 100, ms => 2));
		generate_series(1, 100) AS i, cubes, plan_cube_at(cube, i * 97, '2022') AS card WHERE cells = 'many'
		SQL

block('All rows of a cube of 6,000 cells, with nine figures',
	sql('a materialized view of them', read_nine('SELECT * FROM few_rows')),
	ours('plan_cube_rows', read_cards('scorecard', "cubes, plan_cube_rows(cube) WHERE cells = 'few'"), ms => 5));

my $many = "cubes, plan_cube_rows(cube, '{month}') WHERE cells = 'many'";
block('Rows of a cube of 600,000 cells',
	sql('plain columns', 'SELECT sum(planned) FROM cells_plain'),
	ours('plan_cube_rows', "SELECT sum(plan_count(scorecard)) FROM $many", ms => 700));
block('Rows of a cube of 600,000 cells, with nine figures',
	sql('plain columns', read_sums('cells_plain')),
	ours('plan_cube_rows', read_cards('scorecard', $many)));

block('Slopes of a stored trend cube of 166,680 nodes',
	sql('plain columns', "SELECT sum($slope) FROM trends"),
	ours('plan_trend_cube_rows', <<~SQL));
		SELECT sum(abs(plan_slope_per_year(trend))) FROM trend_cubes, plan_trend_cube_rows(cube)
		SQL

# Casts and COPY.
my $object = join ', ', map { "'$_', $_" } @sums;
block('Scorecards to jsonb',
	shown('jsonb_build_object of plain columns', "SELECT sum(pg_column_size(jsonb_build_object($object))) FROM cards_plain"),
	ours('cast', 'SELECT sum(pg_column_size(card::jsonb)) FROM cards',
		against => { 'jsonb_build_object of plain columns' => 1 / 3 }));
block('Cubes to jsonb',
	ours('6,000 cells', "SELECT pg_column_size(cube::jsonb) FROM cubes WHERE cells = 'few'"),
	shown('600,000 cells', "SELECT pg_column_size(cube::jsonb) FROM cubes WHERE cells = 'many'"));

my $columns = join ', ', @sums;
for my $format ([ 'text', 1.3, 1.2 ], [ 'binary', undef, undef ])
{
	my ($form, $out, $in) = @$format;
	my ($cards, $plain) = map { server_file("$_.$form") } qw(cards plain);

	next unless is_chosen("COPY of 600,000 scorecards, $form");
	ask('DROP TABLE IF EXISTS copied, copied_plain');
	ask('CREATE TEMP TABLE copied AS SELECT card FROM cards WITH NO DATA');
	ask("CREATE TEMP TABLE copied_plain AS SELECT $columns FROM cards_plain WITH NO DATA");
	block("COPY of 600,000 scorecards, $form, out",
		shown('plain columns', "COPY cards_plain ($columns) TO '$plain' (FORMAT $form)"),
		ours('scorecards', "COPY cards (card) TO '$cards' (FORMAT $form)", against => { 'plain columns' => $out }));
	block("COPY of 600,000 scorecards, $form, in",
		shown('plain columns', "COPY copied_plain FROM '$plain' (FORMAT $form)", after => 'TRUNCATE copied_plain'),
		ours('scorecards', "COPY copied FROM '$cards' (FORMAT $form)", after => 'TRUNCATE copied',
			against => { 'plain columns' => $in }));
	ask("COPY (SELECT) TO '$_'") for $cards, $plain;
}

1;
