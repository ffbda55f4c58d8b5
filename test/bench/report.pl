# The page of a plan of 1,000 indicators and ten years, and a picture.
my $title = 'Reports';

if (is_chosen($title))
{
	ask($_) for split /;\n/, <<'SQL';
CALL plan_create_workspace('reported');
UPDATE reported.setting SET term = '2016-2025';
INSERT INTO reported.place (code, name) VALUES ('P', 'Province');
INSERT INTO reported.node (code, name) VALUES ('R', 'Root');
INSERT INTO reported.node (code, parent, name) SELECT 'N' || i, 'R', 'Branch ' || i FROM generate_series(1, 50) AS i;
INSERT INTO reported.indicator (code, node, name, unit, kind) SELECT 'I' || i, 'N' || 1 + i % 50, 'Indicator number ' || i || ' of the plan', 'billion VND', (ARRAY['flow', 'stock', 'average'])[1 + i % 3] FROM generate_series(1, 1000) AS i;
INSERT INTO reported.target (indicator, place, period, goal, known_on) SELECT 'I' || i, 'P', y::text, '>= ' || 1000 + i + y - 2016, '2016-01-01' FROM generate_series(1, 1000) AS i, generate_series(2016, 2025) AS y;
INSERT INTO reported.actual (indicator, place, period, value, known_on) SELECT 'I' || i, 'P', y::text, 950 + i + (i * y) % 100, make_date(y, 12, 31) FROM generate_series(1, 1000) AS i, generate_series(2016, 2023) AS y;
VACUUM (ANALYZE) reported.target, reported.actual, reported.indicator, reported.node
SQL
	block("$title: the page of 1,000 indicators and ten years",
		ours('plan_report()', "SELECT 1, 0, length(plan_report('reported', as_of => '2024-06-30')) < 2000000", ms => 1000));
	block("$title: a picture",
		ours('plan_bullet_svg()', "SELECT count(*), 0, max(length(plan_bullet_svg(i, '>= 1000', 0.5)) ) > 0 FROM generate_series(1, 1000) AS i", per => 1000, ms => 0.2),
		ours('plan_sparkline_svg()', "SELECT count(*), 0, max(length(plan_sparkline_svg(ARRAY[i, 2, 3, 5, 4, 6, 8, NULL, 9, 7]::float8[]))) > 0 FROM generate_series(1, 1000) AS i", per => 1000, ms => 0.2));
	ask("CALL plan_drop_workspace('reported', force => true)");
}

1;
