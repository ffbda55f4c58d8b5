# What a date belongs to in a calendar of one's own.
for my $calendar ([ 'year from 1 October', qw(year quarter) ], [ 'year from 6 April', qw(year quarter month) ],
	[ '4-4-5 weeks to the last Saturday of January', qw(year month) ], [ 'week from Sunday', 'week' ])
{
	my ($text, @grains) = @$calendar;

	for my $grain (@grains)
	{
		block("The $grain of a date: $text",
			shown('the standard calendar', "SELECT plan_period_of(at, '$grain'), count(*) FROM dates GROUP BY 1"),
			shown($text, "SELECT plan_period_of(at, '$grain', '$text'), count(*) FROM dates GROUP BY 1",
				against => { 'the standard calendar' => 1.3 }));
	}
}

# Yearly targets in equal months, and by days.
my $spread = 'SELECT count(*), sum(part_target), max(part_target) FROM';
block('100,000 targets of a year in equal months',
	ours('plan_spread', "$spread period_targets, plan_spread(target, year, 'month')", ms => 1000),
	both('a twelfth for each', sub { <<~SQL }));
		$spread (SELECT (first + m * interval '1 month')::date AS part, target / 12 AS part_target
			FROM yearly_targets, generate_series(0, 11) AS s (m) @_) AS parts
		SQL
block('100,000 targets of a year in months by their days',
	ours('plan_spread', "$spread period_targets, plan_spread(target, year, 'month', 'days')", ms => 1000),
	both('a share for each', sub { <<~SQL }));
		$spread (
			SELECT target * ((part + interval '1 month')::date - part) / ((first + interval '1 year')::date - first) AS part_target
			FROM (SELECT first, target, (first + m * interval '1 month')::date AS part
				FROM yearly_targets, generate_series(0, 11) AS s (m) @_) AS p @_) AS parts
		SQL

1;
