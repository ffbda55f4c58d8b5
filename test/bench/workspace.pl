# What a BI tool asks of the views of a workspace: a year, a period, an indicator or a place, of 80
# indicators by month in 100 places for ten years, with reports to date and revisions: a million figures, and
# targets of all years and of the months of a quarter of the indicators; then of all, 104 000 verdicts a year.
my $title = 'Workspaces: a million figures';

if (is_chosen($title))
{
	ask($_) for split /\n/, <<'SQL';
CALL plan_create_workspace('office')
UPDATE office.setting SET term = '2016-2025'
INSERT INTO office.node (code, parent, name, weight) SELECT 'N' || i, CASE WHEN i > 1 THEN 'N' || greatest(i / 4, 1) END, 'node', 1 + i % 3 FROM generate_series(1, 40) AS i
INSERT INTO office.place (code, parent, name) SELECT 'P' || i, CASE WHEN i > 10 THEN 'P' || (i % 10 + 1) WHEN i > 1 THEN 'P1' END, 'place' FROM generate_series(1, 100) AS i
INSERT INTO office.indicator (code, node, name, kind, direction, frequency, currency) SELECT 'I' || i, 'N' || (1 + i % 40), 'indicator', (ARRAY['flow', 'stock', 'average', 'flow'])[1 + i % 4], CASE WHEN i % 5 = 0 THEN 'lower' ELSE 'higher' END, 'month', CASE WHEN i % 4 = 0 THEN 'VND' END FROM generate_series(1, 80) AS i
INSERT INTO office.target (indicator, place, period, goal, known_on) SELECT i.code, p.code, y::text, CASE WHEN i.direction = 'lower' THEN '<= 700' ELSE '>= 600' END, make_date(y - 1, 12, 31) FROM office.indicator AS i, office.place AS p, generate_series(2016, 2025) AS y
INSERT INTO office.target (indicator, place, period, goal, known_on) SELECT i.code, p.code, y || '-' || to_char(m, 'FM00'), CASE WHEN i.direction = 'lower' THEN '<= 60' ELSE '>= 50' END, make_date(y - 1, 12, 31) FROM office.indicator AS i, office.place AS p, generate_series(2016, 2025) AS y, generate_series(1, 12) AS m WHERE i.id % 4 = 1
INSERT INTO office.target (indicator, place, period, goal, known_on) SELECT i.code, p.code, y::text, '>= 610', make_date(y, 7, 1) FROM office.indicator AS i, office.place AS p, generate_series(2016, 2025) AS y WHERE i.id % 10 = 1
INSERT INTO office.actual (indicator, place, period, value, known_on) SELECT i.code, p.code, y || '-' || to_char(m, 'FM00'), (i.id * 7919 + p.id * 104729 + y * 31 + m * 17) % 1009 / 10.0, (make_date(y, m, 1) + interval '1 month 10 days')::date FROM office.indicator AS i, office.place AS p, generate_series(2016, 2025) AS y, generate_series(1, 12) AS m WHERE (i.id + p.id + m + y) % 50 <> 0
INSERT INTO office.actual (indicator, place, period, value, vintage, known_on) SELECT i.code, p.code, y || '-01..' || y || '-' || to_char(m, 'FM00'), m * 50, 'estimate', (make_date(y, m, 1) + interval '1 month 5 days')::date FROM office.indicator AS i, office.place AS p, generate_series(2016, 2025) AS y, unnest('{6,9}'::int[]) AS m WHERE i.id % 4 = 2
INSERT INTO office.actual (indicator, place, period, value, known_on) SELECT i.code, p.code, y || '-' || to_char(m, 'FM00'), (i.id * 7919 + p.id * 104729 + y * 31 + m * 17) % 1009 / 10.0 + 1, make_date(y + 1, 3, 1) FROM office.indicator AS i, office.place AS p, generate_series(2016, 2025) AS y, generate_series(1, 12) AS m WHERE (i.id * 7 + p.id + m + y) % 20 = 0
SQL
	my @views = (
		[ 'performance', 'score', q(year = 2022), q(period = '2022'), q(indicator = 'I9'), q(place = 'P7') ],
		[ 'scorecard', 'score', q(year = 2022), q(period = '2022'), q(place = 'P7') ],
		[ 'overall_score', 'score', q(basis = 'local') ],
		[ 'pace', 'at_this_pace', q(year = 2022) ],
		[ 'coverage', 'missing', q(year = 2022), q(indicator = 'I9') ],
		[ 'status_history', 'expected', q(year = 2022), q(period = '2022'), q(indicator = 'I9' AND year = 2022) ],
		[ 'target_check', 'difference', q(year = 2022) ],
		[ 'figure_check', 'ratio', q(year = 2022) ],
		[ 'place_figure', 'value', q(year = 2022), q(period = '2022-05'), q(indicator = 'I9') ],
		[ 'figure_today', 'value', q(year = 2022) ],
		[ 'place_rank', 'rank', q(year = 2022) ],
		[ 'growth', 'change', q(year = 2022) ],
		[ 'actual_in_currency', 'amount', q(year = 2022) ],
		[ 'fact_performance', 'score', q(year = 2022) ],
		[ 'fact_actual', 'value', q(year = 2022), q(period = '2022-05') ]);

	for my $when ('before ANALYZE', 'after it')
	{
		ask('VACUUM (ANALYZE) office.target, office.actual, office.indicator, office.place, office.node') if $when eq 'after it';
		block("$title, $when", map {
			my ($view, $figure, @conditions) = @$_;
			map { shown("$view WHERE $_", "SELECT count(*), sum($figure) FROM office.$view WHERE $_", ms => 1000) } @conditions
		} @views);
	}
	# What was known of a year when it was over is all that is known.
	for my $view (qw(performance scorecard fact_performance))
	{
		my $query = "SELECT count(*), sum(score) FROM office.$view WHERE year = 2022";

		block("$title: $view, as known on a day",
			shown('today', "SET tnplan.known_on = '';\n$query"),
			shown('on a day', "SET tnplan.known_on = '2023-12-31';\n$query", against => { today => 1.2 }));
	}
	ask("SET tnplan.known_on = ''");

	# As tools ask that model: by the columns of dimensions, or by keys alone.
	my %dimensions = (
		'JOIN dim_date, year' => 'JOIN office.dim_date AS d ON d.date_key = f.last_date_key WHERE d.year = 2022',
		'JOIN dim_date, month' => 'JOIN office.dim_date AS d ON d.date_key = f.last_date_key WHERE d.year = 2022 AND d.month = 12',
		'JOIN dim_year' => 'JOIN office.dim_year AS y ON y.year_key = f.year WHERE y.year = 2022',
		'JOIN dim_indicator' => "JOIN office.dim_indicator AS i USING (indicator_key) WHERE i.code = 'I9'",
		'date_key' => 'WHERE last_date_key BETWEEN 20220101 AND 20221231',
		'indicator_key' => 'WHERE indicator_key = 9');
	for my $fact ([ 'fact_actual', 'value' ], [ 'fact_performance', 'score' ])
	{
		my ($view, $figure) = @$fact;

		block("$title: $view by dimensions", map {
			shown($_, "SELECT count(*), sum(f.$figure) FROM office.$view AS f $dimensions{$_}", ms => 1000)
		} sort keys %dimensions);
	}

	my $known = 'SELECT DISTINCT ON (indicator, place, first_day, last_day) indicator, place, first_day, last_day, value FROM office.actual '
	  . 'WHERE last_day BETWEEN %s AND known_on <= CURRENT_DATE ORDER BY indicator, place, first_day, last_day, known_on DESC';
	my $year = sprintf $known, "'2022-01-01' AND '2022-12-31'";
	my $years = sprintf $known, "'2021-01-01' AND '2022-12-31'";

	block("$title: figures of a year",
		ours('fact_actual', 'SELECT count(*), sum(value) FROM office.fact_actual WHERE year = 2022'),
		sql('DISTINCT ON', "SELECT count(*), sum(value) FROM ($year) AS a"));
	block("$title: growth",
		ours('growth', 'SELECT count(*), sum(change) FROM office.growth WHERE year = 2022'),
		sql('self-join', "WITH a AS ($years) SELECT count(*), sum(a.value - b.value) FROM a LEFT JOIN a AS b ON b.indicator = a.indicator AND b.place = a.place "
			. "AND b.first_day = a.first_day - interval '1 year' AND b.last_day = a.last_day - interval '1 year' WHERE a.last_day >= '2022-01-01'"));

	ask(q(INSERT INTO office.target (indicator, place, period, goal, known_on) SELECT i.code, p.code, y || '-' || to_char(m, 'FM00'), CASE WHEN i.direction = 'lower' THEN '<= 60' ELSE '>= 50' END, make_date(y - 1, 12, 31) FROM office.indicator AS i, office.place AS p, generate_series(2016, 2025) AS y, generate_series(1, 12) AS m WHERE i.id % 4 <> 1));
	ask('VACUUM (ANALYZE) office.target');
	block("$title, and targets of all months", map {
		my ($view, $figure) = @$_;
		shown("$view WHERE year = 2022", "SELECT count(*), sum($figure) FROM office.$view WHERE year = 2022")
	} [ 'performance', 'score' ], [ 'scorecard', 'score' ], [ 'pace', 'at_this_pace' ], [ 'status_history', 'expected' ], [ 'target_check', 'difference' ], [ 'fact_performance', 'score' ]);
	ask("CALL plan_drop_workspace('office', force => true)");

	# A country whose lowest places were merged in the middle of a year.
	ask($_) for split /\n/, <<'SQL';
CALL plan_create_workspace('country')
INSERT INTO country.node (code, name) VALUES ('N', 'node')
INSERT INTO country.place (code, name) VALUES ('R', 'place')
INSERT INTO country.place (code, parent, name) SELECT 'P' || i, 'R', 'place' FROM generate_series(1, 63) AS i
INSERT INTO country.place (code, parent, name) SELECT 'D' || i, 'P' || 1 + i % 63, 'place' FROM generate_series(1, 700) AS i
INSERT INTO country.place (code, parent, name, valid_until) SELECT 'C' || i, 'D' || 1 + i % 700, 'place', CASE WHEN i % 6 = 0 THEN date '2025-06-30' END FROM generate_series(1, 10600) AS i
INSERT INTO country.place (code, parent, name, valid_from) SELECT 'W' || i, 'P' || 1 + i % 63, 'place', '2025-07-01' FROM generate_series(1, 3300) AS i
INSERT INTO country.indicator (code, node, name, frequency) SELECT 'I' || i, 'N', 'indicator', 'year' FROM generate_series(1, 3) AS i
INSERT INTO country.actual (indicator, place, period, value, known_on) SELECT i.code, p.code, '2024', p.id, '2025-01-31' FROM country.indicator AS i, country.place AS p WHERE p.code LIKE 'C%'
VACUUM (ANALYZE) country.actual, country.indicator, country.place, country.node
SQL
	block('Workspaces: places with days', shown('place_figure WHERE year = 2024', 'SELECT count(*), sum(value) FROM country.place_figure WHERE year = 2024'));
	ask("CALL plan_drop_workspace('country', force => true)");
}

1;
