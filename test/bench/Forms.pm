# The forms in which one asks for the figures of a scorecard: with it, and without it.
package Forms;
use strict;
use warnings;
use Exporter 'import';

our @EXPORT = qw(by_status card_figures figures_of idiomatic lean lean_sums read_cards read_nine read_out
	read_sums summed sums_by_status);

my @verdicts = qw(exceeded met on_track at_risk off_track);
my @nine = ('planned', @verdicts, qw(score coverage attainment));

# Read figures of all rows of a query, so that each is made.
sub read_out
{
	my ($figures, $query) = @_;

	return 'SELECT ' . join(', ', map { "sum($_)" } @$figures) . " FROM ($query) AS figures";
}

sub read_nine
{
	return read_out(\@nine, @_);
}

# The nine figures of a scorecard.
sub card_figures
{
	my ($card) = @_;

	return join ', ', "plan_count($card) AS planned", map({ "plan_count($card, '$_') AS $_" } @verdicts),
	  map { "plan_$_($card) AS $_" } qw(score coverage attainment);
}

# The same from counts and sums.
sub figures_of
{
	return join ', ', 'planned', @verdicts, 'weighted_score / nullif(weight_scored, 0) AS score',
	  'weight_scored / nullif(weight, 0) AS coverage', 'actual / nullif(target, 0) AS attainment';
}

# Nine figures of scorecards, and of counts and sums, of a query or table.
sub read_cards
{
	my ($card, $from) = @_;

	return read_nine("SELECT ${\card_figures($card)} FROM $from");
}

sub read_sums
{
	my ($from) = @_;

	return read_nine("SELECT ${\figures_of()} FROM $from");
}

sub grouped_by
{
	my ($keys) = @_;

	return ($keys ? "$keys, " : '', $keys ? "GROUP BY $keys" : '');
}

# As an analyst writes it: score, then verdict, then count and sum.  The cuts have a tolerance,
# as decimals are not exact in float8.
sub idiomatic
{
	my ($keys, $from, $group) = @_;
	my ($select, $grouped) = grouped_by($keys);
	my $counts = join ', ', map { "count(*) FILTER (WHERE status = '$_') AS $_" } @verdicts;

	$grouped = "GROUP BY $group" if $group;
	return <<~SQL;
	SELECT ${\figures_of()} FROM (
		SELECT $select count(*) AS planned, $counts,
			sum(weight) AS weight, sum(weight) FILTER (WHERE achievement IS NOT NULL) AS weight_scored,
			sum(weight * greatest(least(achievement, 1), 0)) FILTER (WHERE achievement IS NOT NULL) AS weighted_score,
			sum(actual) AS actual, sum(target) AS target
		FROM (
			SELECT *, CASE
					WHEN achievement IS NULL THEN 'no_data'
					WHEN direction * actual > direction * target THEN 'exceeded'
					WHEN actual = target THEN 'met'
					WHEN achievement >= 0.95 - 1e-9 THEN 'on_track'
					WHEN achievement >= 0.60 - 1e-9 THEN 'at_risk'
					ELSE 'off_track'
				END AS status
			FROM (
				SELECT *, CASE
						WHEN actual IS NULL THEN NULL
						WHEN target = 0 THEN CASE WHEN direction * actual >= 0 THEN 1 ELSE 0 END
						ELSE 1 + direction * (actual - target) / abs(target)
					END AS achievement
				FROM $from
			) AS scored
		) AS judged
		$grouped
	) AS sums
	SQL
}

# Rows with an achievement a.
sub scored
{
	my ($keys, $from) = @_;
	my ($select) = grouped_by($keys);

	return <<~SQL;
	SELECT $select actual, target, weight, CASE WHEN target <> 0 THEN 1 + direction * (actual - target) / abs(target)
		WHEN direction * actual >= 0 THEN 1 WHEN actual IS NOT NULL THEN 0 END AS a
	FROM $from
	SQL
}

# Leaner: how many rows reach each cut, of which those of a verdict are differences.
sub lean_sums
{
	my ($keys, $from, $fence, $group) = @_;
	my ($select, $grouped) = grouped_by($keys);

	$fence //= '';
	$grouped = "GROUP BY $group" if $group;
	return <<~SQL;
	SELECT $select planned, least_1 - met AS exceeded, met, least_2 - least_1 AS on_track, least_3 - least_2 AS at_risk,
		scored - least_3 AS off_track, weight, weight_scored, weighted_score, actual, target
	FROM (
		SELECT $select count(*) AS planned, count(a) AS scored, count(*) FILTER (WHERE actual = target) AS met,
			count(*) FILTER (WHERE a >= 1) AS least_1, count(*) FILTER (WHERE a >= 0.95 - 1e-9) AS least_2,
			count(*) FILTER (WHERE a >= 0.6 - 1e-9) AS least_3,
			sum(weight) AS weight, sum(weight) FILTER (WHERE a IS NOT NULL) AS weight_scored,
			sum(weight * CASE WHEN a > 1 THEN 1 WHEN a < 0 THEN 0 ELSE a END) AS weighted_score,
			sum(actual) AS actual, sum(target) AS target
		FROM (${\scored($keys, $from)} $fence) AS scored
		$grouped) AS counts
	SQL
}

sub lean
{
	return "SELECT ${\figures_of()} FROM (" . lean_sums(@_) . ') AS sums';
}

# The sums that figures come from, of sums of smaller groups.
sub summed
{
	return join ', ', map { "sum($_) AS $_" } 'planned', @verdicts, qw(weight weight_scored weighted_score actual target);
}

# Few sums, by a number of the verdict made once a row; and what they add up to.  $fence keeps
# PostgreSQL from making a value anew wherever it is used.
sub sums_by_status
{
	my ($keys, $from, $fence) = @_;
	my ($select) = grouped_by($keys);

	$fence //= '';
	return <<~SQL;
	SELECT $select s, count(*) AS rows, sum(weight) AS weight, sum(weight * score) AS weighted_score,
		sum(actual) AS actual, sum(target) AS target
	FROM (
		SELECT $select actual, target, weight, CASE WHEN a > 1 THEN 1 WHEN a < 0 THEN 0 ELSE a END AS score,
			CASE WHEN a >= 1 THEN CASE WHEN actual = target THEN 1 ELSE 0 END
				WHEN a >= 0.95 - 1e-9 THEN 2 WHEN a >= 0.6 - 1e-9 THEN 3 WHEN a IS NULL THEN 5 ELSE 4 END AS s
		FROM (${\scored($keys, $from)} $fence) AS scored
		$fence) AS judged
	GROUP BY $select s
	SQL
}

sub by_status
{
	my ($keys, $from, $group) = @_;
	my (undef, $grouped) = grouped_by($keys);
	my $counts = join ', ', map { "coalesce(sum(rows) FILTER (WHERE s = $_), 0) AS $verdicts[$_]" } 0 .. $#verdicts;

	$grouped = "GROUP BY $group" if $group;
	return <<~SQL;
	SELECT ${\figures_of()} FROM (
		SELECT sum(rows) AS planned, $counts, sum(weight) AS weight, sum(weight) FILTER (WHERE s < 5) AS weight_scored,
			sum(weighted_score) AS weighted_score, sum(actual) AS actual, sum(target) AS target
		FROM ($from) AS by_status
		$grouped) AS sums
	SQL
}

1;
