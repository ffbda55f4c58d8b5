# The first call in a session, which loads the library and makes caches, beside the first call of
# something that every session has.
sub first_call
{
	my ($call) = @_;
	my $session = open_psql();
	my $memory = sub {
		open my $status, '<', "/proc/$session->{pid}/status" or die "no memory: $!\n";
		return join('', <$status>) =~ /RssAnon:\s+(\d+)/ ? $1 / 1024 : 0;
	};

	ask('SELECT 1', $session);
	my ($before, $memory_before) = (usage($session->{pid}), $memory->());
	my ($answer) = ask($call, $session);
	my ($after, $memory_after) = (usage($session->{pid}), $memory->());
	print STDERR "$call: $answer\n" if $answer =~ /^ERROR/;
	close_process($session);
	return (1000 * ($after->{seconds} - $before->{seconds}), $memory_after - $memory_before);
}

# A call of ours, and one that does as much.
my $rows = q{SELECT %s, count(*) FROM (SELECT date '2022-05-01' + i AS at FROM generate_series(1, 3) AS i) AS d GROUP BY 1};
my @calls = (
	[ 'plan_score', q{SELECT plan_score(8, '>= 10')}, q{SELECT power(8, 10)} ],
	[ 'plan_quarter', q{SELECT plan_quarter('2022-05-01')}, q{SELECT isfinite(date '2022-05-01')} ],
	[ 'rows by plan_quarter', sprintf($rows, 'plan_quarter(at)'), sprintf($rows, 'extract(quarter FROM at)') ],
	[ 'plan_scorecard_agg', q{SELECT plan_score(plan_scorecard_agg(x, 10, 'higher', 1)) FROM generate_series(1, 3) AS x},
		q{SELECT abs(regr_slope(x, 10)) FROM generate_series(1, 3) AS x} ]);

if (is_chosen('First call in a session'))
{
	my @used;

	for my $turn (0 .. 10)
	{
		for my $i (0 .. $#calls)
		{
			my @ours = first_call($calls[$i][1]);
			my @known = first_call($calls[$i][2]);
			my @figures = map { ($ours[$_], $known[$_], $ours[$_] - $known[$_]) } 0, 1;
			push @{ $used[$i][$_] }, $figures[$_] for 0 .. $#figures;
		}
	}
	print "\n### First call in a session\n\n",
	  "| query | ms | known call | difference | MB | known call | difference | bar: 1 ms, 0.2 MB |\n",
	  "|---|--:|--:|--:|--:|--:|--:|---|\n";
	for my $i (0 .. $#calls)
	{
		my @median = map { median(@$_) } @{ $used[$i] };
		my $verdict = $median[2] < 1 && $median[5] < 0.2 ? 'ok' : 'MISSED';
		printf "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %s |\n", $calls[$i][0], @median, $verdict;
	}
}

1;
