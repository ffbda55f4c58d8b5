# psqlODBC, by DBD::ODBC: text both ways; the driver has no binary form of other types.
use strict;
use warnings;
use DBI;

my @given = @ARGV[0 .. 4];
my $card = $given[4];
my $database = DBI->connect("dbi:ODBC:$ENV{ODBC_DSN}", undef, undef, { RaiseError => 1, PrintError => 0, LongReadLen => 100000 });
$database->begin_work;

sub one
{
	my ($sql, @arguments) = @_;

	return ($database->selectrow_array($sql, undef, @arguments))[0];
}

$database->do('INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)', undef, @given, '{2022-Q3,2022-10}');
print join('|', 'row', $database->selectrow_array('SELECT * FROM item')), "\n";
print 'found ', one('SELECT count(*) FROM item WHERE period = ? AND goal = ? AND status = ? AND card = ?', @given[0 .. 2], $card), "\n";
print 'any ', one('SELECT count(*) FROM item WHERE period = ANY (?)', '{2022-Q3,2023}'), "\n";
print 'status ', one('SELECT plan_status(?, ?)', 96.5, '>= 95'), "\n";
print 'three ', one('SELECT plan_status(?, ?, ?)', 90.25, '>= 95 from 44', 0.95), "\n";
print 'none ', one('SELECT plan_status(?, ?)', undef, '>= 95'), "\n";
print 'year ', one('SELECT plan_period(?)', 2022), "\n";
print 'within ', one("SELECT CASE WHEN CAST(? AS date) <@ plan_period '2022-Q3' THEN 'True' END", '2022-08-01'), "\n";
print 'json ', one("SELECT CAST(CAST(? AS plan_scorecard) AS jsonb)->>'exceeded'", $card), "\n";
print 'score ', one('SELECT plan_score(card) FROM item'), "\n";
print join(' ', 'view', $database->selectrow_array(
	"SELECT period, goal, actual, status FROM province.performance WHERE indicator = 'GRDP' AND period = ?", undef, '2022')), "\n";

# Of a value that is longer than the driver says, all comes.
my $cube = "SELECT plan_cube_agg(i, '2020-01-01', 1, 1, 'higher') FROM generate_series(1, 100) AS i";
print join(' ', 'long', length(one($cube)), length(one("SELECT CAST(($cube) AS text)"))), "\n";
$database->rollback;
