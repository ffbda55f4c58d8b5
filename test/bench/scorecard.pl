# Scorecards of rows.
my $sums = 'sum(actual) AS actual, sum(target) AS target, count(*) AS rows';
my $card = 'plan_scorecard_agg(actual, target, direction, weight)';

# The nine figures of scorecards.
sub cards
{
	my ($keys, $from, $aggregate) = @_;
	my $grouped = $keys ? "GROUP BY $keys" : '';

	return read_cards('card', "(SELECT $aggregate AS card FROM $from $grouped) AS cards");
}

sub three_sums
{
	my ($keys, $from) = @_;
	my $grouped = $keys ? "GROUP BY $keys" : '';

	return read_out([qw(actual target rows)], "SELECT $sums FROM $from $grouped OFFSET 0");
}

# Every form in SQL and in DuckDB.
sub peers
{
	my ($keys, $from) = @_;

	my $by_status = sub { read_nine(by_status($keys, sums_by_status($keys, $from, @_))) };

	return (
		both('CASE and FILTER', sub { read_nine(idiomatic($keys, $from)) }, jit => 1),
		both('lean', sub { read_nine(lean($keys, $from, @_)) }, jit => 1),
		both('by verdict, then summed up', $by_status, jit => 1));
}

block('One group',
	shown('three sums', three_sums('', 'facts'), jit => 1),
	ours('scorecard', cards('', 'facts', $card), jit => 1, against => { 'three sums' => 1.25 }),
	peers('', 'facts'),
	shown('count(*)', 'SELECT count(*) FROM facts'),
	shown('plan_sum of the actuals', 'SELECT plan_sum(actual) FROM facts'));

block('A plan_goal column',
	shown('three sums', three_sums('', 'facts_goal')),
	ours('scorecard', cards('', 'facts_goal', 'plan_scorecard_agg(actual, goal, weight)'), against => { 'three sums' => 1.25 }),
	sql('target and direction in columns, lean', read_nine(lean('', 'facts', 'OFFSET 0')), jit => 1));

block('A goal made in each row',
	shown('scorecard of plain columns', cards('', 'facts', "plan_scorecard_agg(actual, target, 'higher', weight)")),
	ours('plan_goal(target, direction)', cards('', 'facts', "plan_scorecard_agg(actual, plan_goal(target, 'higher'), weight)"),
		against => { 'scorecard of plain columns' => 1.5 }));

block('Numeric columns',
	shown('three sums', three_sums('', 'facts_numeric')),
	ours('scorecard', cards('', 'facts_numeric', $card), against => { 'three sums' => 1.2 }),
	sql('lean', read_nine(lean('', 'facts_numeric', 'OFFSET 0')), jit => 1),
	sql('lean, of float8', read_nine(lean('', <<~SQL, 'OFFSET 0')), jit => 1));
		(SELECT actual::float8 AS actual, target::float8 AS target, weight::float8 AS weight, direction
			FROM facts_numeric OFFSET 0) AS f
		SQL

block('600 groups: indicator, year',
	shown('three sums', three_sums('indicator, year', 'facts')),
	ours('scorecards by GROUP BY', cards('indicator, year', 'facts', $card), jit => 1, against => { 'three sums' => 1.25 }),
	ours('by the cube', read_cards('scorecard', <<~SQL), against => { DuckDB => 0.9 }),
		plan_cube_rows((SELECT plan_cube_agg(indicator, make_date(year, 1, 1), actual, target, direction, weight)
			FROM facts), '{year}')
		SQL
	peers('indicator, year', 'facts'));

block('600,000 groups: unit, indicator',
	shown('three sums', three_sums('unit, indicator', 'facts')),
	ours('scorecards by GROUP BY', cards('unit, indicator', 'facts', $card), against => { 'three sums' => 1.5 }),
	peers('unit, indicator', 'facts'));

block('Figures out of the ordinary range, a tenth of the rows',
	shown('ordinary', cards('', 'running', $card)),
	ours('sums beyond 2^63', cards('', 'facts_large', $card), against => { ordinary => 1.4 }),
	ours('digits below 2^-64', cards('', 'facts_small', $card), against => { ordinary => 1.4 }));

my $so_far = 'WINDOW w AS (PARTITION BY unit ORDER BY at)';
block('A running score of each unit, a tenth of the rows',
	ours('plan_score of a window', <<~SQL, against => { SQL => 1 }),
		SELECT sum(score) FROM (
			SELECT plan_score(plan_scorecard_agg(actual, target, direction, weight) OVER w) AS score FROM running $so_far) AS r
		SQL
	both('two running sums', sub { <<~SQL }),
		SELECT sum(score) FROM (
			SELECT sum(weight * CASE WHEN a > 1 THEN 1 WHEN a < 0 THEN 0 ELSE a END) OVER w
				/ nullif(sum(CASE WHEN a IS NOT NULL THEN weight END) OVER w, 0) AS score
			FROM (SELECT unit, at, weight, CASE WHEN target <> 0 THEN 1 + direction * (actual - target) / abs(target)
					WHEN direction * actual >= 0 THEN 1 WHEN actual IS NOT NULL THEN 0 END AS a
				FROM running @_) AS scored $so_far) AS r
		SQL
	shown('sorted', 'SELECT count(*) FROM (SELECT unit, at, weight, actual FROM running ORDER BY unit, at OFFSET 0) AS r'));

# Workers have CPU times of their own.
for my $groups ([ 'one group', '' ], [ '600 groups', 'indicator, year' ])
{
	my ($title, $keys) = @$groups;

	block("Two workers, $title, time on the clock",
		map {
			my ($name, $query) = @$_;
			(shown("$name, alone", $query, clock => 1),
			 shown("$name, two workers", $query, clock => 1, set => 'max_parallel_workers_per_gather = 2',
				 against => { "$name, alone" => undef }))
		} [ 'three sums', three_sums($keys, 'facts') ], [ 'scorecard', cards($keys, 'facts', $card) ]);
}

1;
