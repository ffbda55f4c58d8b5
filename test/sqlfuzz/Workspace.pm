# Statements about a workspace, made from the catalog: rows of its tables are changed, and its
# views are read as of some day, alone and as reports.
package Workspace;
use strict;
use warnings;

sub pick { return $_[int rand @_]; }

sub new
{
	my ($class, $wire, $pool, $schema) = @_;
	my $self = bless {pool => $pool, schema => $schema}, $class;
	# What is generated is not written.
	my $list = $wire->execute(q{SELECT string_agg(concat_ws(E'\t', c.relkind, c.relname, a.attname, format_type(a.atttypid, NULL)), E'\n' ORDER BY c.relname, a.attnum)
		FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
		WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'v')}, [[25, 0, $schema]], 0);

	die "cannot read the catalog: $list->{error}{M}\n" if $list->{error};
	for (split /\n/, $list->{rows}[0][0])
	{
		my ($kind, $name, $column, $type) = split /\t/;
		push @{$self->{columns}{$name}}, [$column, $type];
		$self->{$kind}{$name} = 1;
	}
	return $self;
}

# Some rows in a row.
sub rows_of
{
	my ($self, $table) = @_;
	return "FROM $self->{schema}.$table ORDER BY ctid OFFSET " . int(rand 40) * int(rand 2) . ' LIMIT ' . pick(1, 1, 2, 5);
}

# What a column becomes: what another row has, or any value of its type.
sub new_value
{
	my ($self, $table, $column, $parameters) = @_;
	my ($name, $type) = @$column;

	return "(SELECT \"$name\" FROM $self->{schema}.$table ORDER BY ctid OFFSET " . int(rand 30) . ' LIMIT 1)' if rand() < 0.6;
	push @$parameters, $self->{pool}->parameter($type, rand() < 0.5);
	return '$' . @$parameters . "::$type";
}

sub change
{
	my ($self) = @_;
	my $table = pick(sort keys %{$self->{r}});
	my @columns = @{$self->{columns}{$table}};
	my $name = "$self->{schema}.$table";
	my $rows = $self->rows_of($table);
	my $x = rand;
	my @parameters;

	return ["DELETE FROM $name WHERE ctid IN (SELECT ctid $rows)"] if $x < 0.1;
	if ($x < 0.5)
	{
		my $column = pick(@columns);
		return ["UPDATE $name SET \"$column->[0]\" = " . $self->new_value($table, $column, \@parameters) . " WHERE ctid IN (SELECT ctid $rows)", @parameters];
	}
	my $column = pick(@columns);
	my %changed = ($column->[0] => $self->new_value($table, $column, \@parameters));
	my $list = join(', ', map { "\"$_->[0]\"" } @columns);
	return ["INSERT INTO $name ($list) SELECT " . join(', ', map { $changed{$_->[0]} // "\"$_->[0]\"" } @columns) . " $rows" . (rand() < 0.3 ? ' ON CONFLICT DO NOTHING' : ''), @parameters];
}

sub reading
{
	my ($self) = @_;
	my $view = pick(sort keys %{$self->{v}});
	my $name = "$self->{schema}.$view";
	my ($column, $type) = @{pick(@{$self->{columns}{$view}})};
	my $parameter = $self->{pool}->parameter($type, rand() < 0.5);
	my @conditions = map { "SELECT * FROM $name WHERE \"$column\" $_ \$1::$type" } '=', '<', 'IS NOT DISTINCT FROM';

	return ["view $view", "SELECT * FROM $name", []] if rand() < 0.4;
	return ["view $view", "SELECT plan_report_query('SELECT \"$column\"::text AS name, 1 AS actual FROM $name', 'x', NULL, \$1)", [[25, 0, pick('vi', 'en')]]] if rand() < 0.1;
	return ['plan_report', 'SELECT plan_report($1, as_of => $2, language => $3, since => $4)', [[25, 0, $self->{schema}], (map { $self->{pool}->parameter($_, rand() < 0.7) } 'date'), [25, 0, pick('vi', 'en')], $self->{pool}->parameter('date')]] if rand() < 0.1;
	return ["view $view", "SELECT \"$column\", count(*) FROM $name GROUP BY 1 ORDER BY 1", []] if rand() < 0.2;
	return ["view $view", pick(@conditions), [$parameter]];
}

sub statement
{
	my ($self) = @_;
	my ($what, $sql, $parameters) = @{$self->reading};
	my @before = (["SELECT set_config('tnplan.known_on', \$1::date::text, true)", $self->{pool}->parameter('date', rand() < 0.7)]) x int rand 2;

	push @before, map { $self->change } 1 .. pick(0, 1, 1, 2);
	return {what => "workspace $what", alone => 1, before => \@before, sql => $sql, parameters => $parameters};
}

1;
