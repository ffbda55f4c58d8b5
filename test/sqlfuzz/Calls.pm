# Statements that use what the extension has, made from the catalog: what is added to it is
# called too.  A statement is {what, sql, parameters, result, alone}: what it tries, its text, its
# parameters, the type of its one column if that is known, and whether it changes the database.
package Calls;
use strict;
use warnings;

# Parameters of earlier calls that are kept for each argument of a routine.
use constant { KEPT => 12 };

# What stands for any type.
my @any = ('bigint', 'bigint', 'text', 'text', 'uuid', 'double precision', 'numeric', 'date', 'jsonb', 'boolean', 'bytea', 'interval', 'text[]', 'plan_cube', 'plan_goal', 'plan_status');
my @aggregate_forms = ('F() FROM R', 'F() FROM R', 'F() FROM R GROUP BY i % 3', 'F( ORDER BY i DESC) FILTER (WHERE i <> 2) FROM R', 'F( ORDER BY K) FROM R', 'F() OVER (ORDER BY i) FROM R',
	'F() OVER (ORDER BY i ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) FROM R', 'F() OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) FROM R');
my @window_forms = ('F() OVER (ORDER BY i) FROM R', 'F() OVER (ORDER BY i % 3) FROM R', 'F() OVER (PARTITION BY i % 2 ORDER BY K) FROM R', 'F() OVER () FROM R');
my %settings = (
	work_mem => ['64kB', '4MB'], enable_hashagg => ['on', 'off'], enable_sort => ['on', 'off'], enable_indexscan => ['on', 'off'],
	extra_float_digits => [1, 0, -15, 3], DateStyle => ['ISO', 'SQL\,DMY'], TimeZone => ['UTC', 'Pacific/Apia'],
	IntervalStyle => ['postgres', 'iso_8601'], standard_conforming_strings => ['on', 'off'], plan_cache_mode => ['auto', 'force_generic_plan']);

sub pick { return $_[int rand @_]; }

sub new
{
	my ($class, $wire, $pool) = @_;
	my $self = bless {wire => $wire, pool => $pool}, $class;

	$self->{routines} = [$self->members(q{SELECT concat_ws(E'\t', p.oid::regprocedure, p.oid::regproc, p.prokind, p.provolatile,
			p.proretset, p.pronargdefaults, format_type(p.prorettype, NULL), p.provariadic <> 0,
			(SELECT string_agg(format_type(t, NULL), ';' ORDER BY i) FROM unnest(p.proargtypes) WITH ORDINALITY AS a (t, i)))
		FROM pg_proc AS p WHERE p.oid = m.objid AND m.classid = 'pg_proc'::regclass
			AND NOT 'internal'::regtype = ANY (p.proargtypes) AND p.prorettype <> 'internal'::regtype AND p.prorettype <> 'event_trigger'::regtype})];
	$self->{operators} = [$self->members(q{SELECT concat_ws(E'\t', o.oprname, coalesce(format_type(nullif(o.oprleft, 0), NULL), ''), format_type(o.oprright, NULL), format_type(o.oprresult, NULL))
		FROM pg_operator AS o WHERE o.oid = m.objid AND m.classid = 'pg_operator'::regclass})];
	$self->{casts} = [$self->members(q{SELECT concat_ws(E'\t', format_type(c.castsource, NULL), format_type(c.casttarget, NULL))
		FROM pg_cast AS c WHERE c.oid = m.objid AND m.classid = 'pg_cast'::regclass})];
	$self->{types} = [map { $_->[0] } $self->members(q{SELECT format_type(t.oid, NULL)
		FROM pg_type AS t WHERE t.oid = m.objid AND m.classid = 'pg_type'::regclass AND t.typtype IN ('b', 'e') AND t.typcategory <> 'A'})];
	$self->{of_own} = {map { $_ => 1 } @{$self->{types}}};
	return $self;
}

# Rows of what the extension is made of, in the order of their texts: oids are not the same everywhere.
sub members
{
	my ($self, $query) = @_;
	my $answer = $self->{wire}->execute(qq{SELECT string_agg(line, E'\\n' ORDER BY line COLLATE "C")
		FROM pg_extension AS e JOIN pg_depend AS m ON m.refclassid = 'pg_extension'::regclass AND m.refobjid = e.oid AND m.deptype = 'e',
			LATERAL ($query) AS l (line) WHERE e.extname = 'tnplan'}, [], 0);

	die "cannot read the catalog: $answer->{error}{M}\n" if $answer->{error};
	return map { [split /\t/, $_, -1] } split /\n/, $answer->{rows}[0][0];
}

# Settings of the next session.
sub settings
{
	return map { $_ => pick(@{$settings{$_}}) } grep { rand() < 0.3 } sort keys %settings;
}

sub statement
{
	my ($self) = @_;
	my $x = rand;

	return $self->call if $x < 0.62;
	return $self->mutation if $x < 0.77;
	return $self->read_text if $x < 0.83;
	return $self->of_type if $x < 0.90;
	return $self->operator if $x < 0.95;
	return $self->cast if $x < 0.97;
	return $self->own_aggregate if $x < 0.985;
	return $self->change if $x < 0.991;
	return $self->trigger if $x < 0.994;
	return $self->{workspace}->statement;
}

# The types that a routine is called with: those of its arguments, certain ones for any.
sub types_of_call
{
	my ($self, $routine) = @_;
	my ($defaults, $list) = @$routine[5, 8];
	my @types = split /;/, $list // '';
	my $common = pick(@any);

	$#types -= int rand($defaults + 1) if $defaults && rand() < 0.5;
	return map { $_ eq '"any"' ? pick(@any) : /^any(element|compatible|nonarray)$/ ? $common : /^any/ ? 'text[]' : $_ } @types;
}

# How often a call takes what an earlier one gave something with.
sub nearness { return rand() < 0.3 ? 0.85 : 0.25; }

sub kept
{
	my ($self, $nearness, $place) = @_;
	return rand() < $nearness && $self->{kept}{$place} ? pick(@{$self->{kept}{$place}}) : undef;
}

# A call gave something: others get there with some of its parameters.
sub keep
{
	my ($self, $statement) = @_;

	for my $i (1 .. @{$statement->{types} // []})
	{
		my $kept = $self->{kept}{"$statement->{what} $statement->{types}[$i - 1] $i"} //= [];
		my $parameter = $statement->{parameters}[$i - 1];

		next if !defined $parameter->[2] || length $parameter->[2] > 20000;
		$kept->[@$kept < KEPT ? @$kept : int rand KEPT] = $parameter;
	}
}

# What needs arguments that fit together, to begin with.
sub teach
{
	my ($self, $name, @arguments) = @_;
	my ($routine) = grep { $_->[1] eq $name } @{$self->{routines}};
	my @types = split /;/, ($routine // die "no $name\n")->[8];

	$#types = $#arguments;
	$self->keep({what => $routine->[0], types => \@types, parameters => [map { [$self->{pool}{oid}{$types[$_]}, 0, $arguments[$_]] } 0 .. $#types]});
}

sub call
{
	my ($self, $routine) = @_;
	my ($signature, $name, $kind, $volatile, $is_set, undef, $result, $is_variadic) = @{$routine //= pick(@{$self->{routines}})};
	my @types = $self->types_of_call($routine);

	return $self->trigger if $result eq 'trigger';
	return $self->many($routine, @types) if $kind eq 'a' || $kind eq 'w';
	my @arguments = map { "\$$_\::$types[$_ - 1]" } 1 .. @types;
	$arguments[-1] = "VARIADIC $arguments[-1]" if $is_variadic eq 't';
	my $list = join(', ', @arguments);
	my $sql = $kind eq 'p' ? "CALL $name($list)" : $is_set eq 't' ? "SELECT * FROM $name($list)" : "SELECT $name($list)";
	my ($usual, $nearness) = (rand() < 0.3, nearness());
	return {what => $signature, sql => $sql, result => $result, alone => $volatile eq 'v', types => \@types,
		parameters => [map { $self->kept($nearness, "$signature $types[$_ - 1] $_") // $self->{pool}->parameter($types[$_ - 1], $usual) } 1 .. @types]};
}

# Aggregates and window functions over the members of arrays; arguments that are arrays are the
# same in each row.
sub many
{
	my ($self, $routine, @types) = @_;
	my ($signature, $name, $kind, undef, undef, undef, $result) = @$routine;
	my $pool = $self->{pool};
	my $rows = pick(0, 1, 2, 3, 3, 8, 50);
	my @rowwise = grep { $types[$_ - 1] !~ /\[\]$/ } 1 .. @types;
	my $arguments = join(', ', map { $types[$_ - 1] =~ /\[\]$/ ? "\$$_\::$types[$_ - 1]" : "v$_" } 1 .. @types);
	my $from = @rowwise
	  ? 'unnest(' . join(', ', map { "\$$_\::" . $self->array_name($types[$_ - 1]) } @rowwise) . ') WITH ORDINALITY AS r (' . join(', ', (map { "v$_" } @rowwise), 'i') . ')'
	  : "generate_series(1, $rows) AS r (i)";
	my $key = @rowwise ? 'v' . pick(@rowwise) : 'i';
	my ($usual, $nearness) = (rand() < 0.3, nearness());
	my $forms = $kind eq 'a' ? \@aggregate_forms : \@window_forms;

	return {what => $signature, sql => 'SELECT ' . pick(@$forms) =~ s/F\(/$name($arguments/r =~ s/FROM R/FROM $from/r =~ s/BY K/BY $key/r, result => $result, types => \@types,
		parameters => [map { my $type = $types[$_ - 1]; $self->kept($nearness, "$signature $type $_")
			// ($type =~ /\[\]$/ ? $pool->parameter($type, $usual) : $pool->parameter_array($type, $rows, $usual)) } 1 .. @types]};
}

sub array_name
{
	my ($self, $type) = @_;
	my $pool = $self->{pool};

	return $pool->{name}{$pool->{array}{$type}};
}

# Bytes that were changed, to the function that receives them.
sub mutation
{
	my ($self) = @_;
	my $pool = $self->{pool};
	my $type = pick(@{$self->{types}});
	my $bytes = pick(@{$pool->{values}{$type}})->[1] // '';

	return {what => "binary form of $type", sql => "SELECT \$1::$type", parameters => [[$pool->{oid}{$type}, 1, $pool->mutated($type, $bytes)]], result => $type, kept => 1};
}

# A text that was changed, to the function that reads it.
sub read_text
{
	my ($self) = @_;
	my $pool = $self->{pool};
	my $type = pick(@{$self->{types}});

	return {what => "text form of $type", sql => "SELECT \$1::$type", result => $type, kept => 1,
		parameters => [[$pool->{oid}{$type}, 0, $pool->mutated_text($pool->text($type), $pool->text($type))]]};
}

# What PostgreSQL itself does with values of a type.
sub of_type
{
	my ($self) = @_;
	my $pool = $self->{pool};
	my $type = pick(@{$self->{types}});
	my $from = "unnest(\$1::${type}[]) AS r (v)";
	my @forms = ("SELECT array_agg(v ORDER BY v) FROM $from", "SELECT v, count(*) FROM $from GROUP BY v", "SELECT count(DISTINCT v) FROM $from",
		"SELECT to_jsonb(v), v::text FROM $from", "SELECT array_agg(v)::text::${type}[] FROM $from",
		"SELECT v FROM $from ORDER BY v DESC NULLS FIRST",
		"SELECT count(*) FROM $from JOIN unnest(\$1::${type}[]) AS s (v) USING (v)", "SELECT v = ANY (\$1), v <> ALL (\$1) FROM $from",
		"SELECT count(*) FROM $from LEFT JOIN unnest(\$1::${type}[]) AS s (v) ON r.v < s.v", "SELECT ROW(v) = ROW(v), ROW(v) < ROW(v), record_send(ROW(v)) FROM $from",
		"SELECT hash_array(\$1::${type}[]), hash_array_extended(\$1::${type}[], 1)",
		"SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY v), mode() WITHIN GROUP (ORDER BY v) FROM $from", "SELECT lag(v) OVER (ORDER BY v), rank() OVER (ORDER BY v) FROM $from",
		"SELECT CASE v WHEN \$1[1] THEN 1 END, nullif(v, \$1[1]), coalesce(v, \$1[1]), greatest(v, \$1[1]) FROM $from");

	# With statistics, and an index.
	return {what => "index on $type", alone => 1, sql => 'SELECT count(*) FROM t WHERE v = $1 OR v < $1 OR v >= $2', parameters => [map { $pool->parameter($type) } 1, 2],
		before => [["CREATE TEMP TABLE t (v $type) ON COMMIT DROP"], ["INSERT INTO t SELECT (\$1::${type}[])[i % 20 + 1] FROM generate_series(1, 200) AS i", $pool->parameter_array($type, 20, 1000)],
			['CREATE INDEX ON t (v)'], ['ANALYZE t']]} if rand() < 0.05;
	return {what => "use of $type", sql => pick(@forms), parameters => [$pool->parameter_array($type, pick(0, 1, 3, 20))]};
}

sub operator
{
	my ($self) = @_;
	my $pool = $self->{pool};
	my ($name, $left, $right, $result) = @{pick(@{$self->{operators}})};

	return {what => "$name $right", sql => "SELECT OPERATOR(plan.$name) \$1::$right", parameters => [$pool->parameter($right)], result => $result} if $left eq '';
	return {what => "$left $name $right", sql => "SELECT \$1::$left OPERATOR(plan.$name) \$2::$right", parameters => [map { $pool->parameter($_) } $left, $right], result => $result} if rand() < 0.6;
	# Columns, and what the planner makes of a condition on them.
	my $table = "(SELECT unnest(\$1::" . $self->array_name($left) . ") AS v) AS r";
	return {what => "$left $name $right", sql => "SELECT v OPERATOR(plan.$name) \$2::$right FROM $table WHERE (v OPERATOR(plan.$name) \$2::$right) IS NOT NULL",
		parameters => [$pool->parameter_array($left, 10), $pool->parameter($right)]} if rand() < 0.6 || $result ne 'boolean';
	my @columns = grep { rand() < 0.9 } $left eq 'date' ? 'at' : $left eq 'plan_period' ? 'period' : $left eq 'plan_goal' ? 'goal' : 'NULL::' . $left;
	return {what => "$left $name $right", sql => 'SELECT count(*) FROM public.facts WHERE ' . ($columns[0] // "\$2::$left") . " OPERATOR(plan.$name) \$1::$right" . (@columns ? ' OR $2 IS NULL' x int rand 2 : ''),
		parameters => [map { $pool->parameter($_) } $right, $left]};
}

sub cast
{
	my ($self) = @_;
	my ($source, $target) = @{pick(@{$self->{casts}})};

	return {what => "cast from $source to $target", sql => "SELECT CAST(\$1::$source AS $target)", parameters => [$self->{pool}->parameter($source)], result => $target};
}

# Anybody may make aggregates of the functions that are there, with a state of their own choice.
sub own_aggregate
{
	my ($self) = @_;
	my $pool = $self->{pool};
	my @fitting = grep { my ($first) = split /;/, $_->[8] // ''; $_->[2] eq 'f' && $_->[4] eq 'f' && defined $first && $first eq $_->[6] && $self->{of_own}{$first} } @{$self->{routines}};
	my $routine = pick(@fitting);
	my ($state, @types) = map { /^any/ ? 'bigint' : $_ } split /;/, $routine->[8];
	my @readers = grep { ($_->[8] // '') eq $state && $_->[2] eq 'f' && $_->[4] eq 'f' && $_->[6] !~ /^(void|trigger)/ } @{$self->{routines}};
	my $reader = rand() < 0.5 && @readers ? pick(@readers) : undef;
	my $text = $pool->text($state);
	my $begin = rand() < 0.8 ? ', INITCOND = \'' . $text =~ s/'/''/gr . "'" : '';
	my $moving = rand() < 0.3 ? ", MSFUNC = $routine->[1], MINVFUNC = $routine->[1], MSTYPE = $state" . $begin =~ s/INITCOND/MINITCOND/r : '';
	my $combine = "$state;$state" eq $routine->[8] && rand() < 0.5 ? ", COMBINEFUNC = $routine->[1], PARALLEL = SAFE" : '';

	return {what => "aggregate of $routine->[0]", alone => 1,
		before => [['CREATE AGGREGATE public.own(' . (join(', ', @types) || '*') . ") (SFUNC = $routine->[1], STYPE = $state" . ($reader ? ", FINALFUNC = $reader->[1]" : '') . "$begin$moving$combine)"]],
		sql => $self->many(['', 'public.own', 'a', 'i', 'f', 0, '', 'f', ''], @types)->{sql} =~ s/own\(\)/own(*)/r,
		parameters => [map { $pool->parameter_array($_, pick(0, 1, 3, 8)) } @types]};
}

# Changes of a table with rollups, which are right afterwards.
sub change
{
	my ($self) = @_;
	my $pool = $self->{pool};
	my @types = ('integer', 'date', 'double precision', 'plan_goal');
	my @changes = ('INSERT INTO public.rolled VALUES ($1, $2, $3, $4)', 'INSERT INTO public.rolled SELECT i, $2, $3, $4 FROM generate_series(1, 3) AS i WHERE i > $1',
		'UPDATE public.rolled SET at = $2, actual = $3, goal = $4 WHERE n = $1', 'UPDATE public.rolled SET n = $1 WHERE at <= $2 AND $3 > 0 AND $4 IS NOT NULL',
		'DELETE FROM public.rolled WHERE n = $1 OR at > $2 OR actual > $3 OR goal = $4', 'INSERT INTO public.rolled SELECT $1, d, $3, $4 FROM (SELECT at + 40 FROM public.rolled WHERE at < $2) AS s (d)');

	return {what => 'rollups', alone => 1, none => 1, parameters => [], before => [map { [pick(@changes), map { $pool->parameter($_, rand() < 0.7) } @types] } 1 .. pick(1, 1, 2, 4)],
		sql => q{SELECT r, c.* FROM unnest('{public.by_n,public.appended}'::regclass[]) AS r, plan_check_rollup(r) AS c}};
}

# The functions of triggers, on tables and with arguments that they were not made for.
sub trigger
{
	my ($self) = @_;
	my @functions = grep { $_->[6] eq 'trigger' } @{$self->{routines}};
	my @arguments = map { pick(q('facts'), q('public.facts'), q('x'), q(''), '0', '16384', q('at'), q(E'\\t'), q('own'), q('{1,2}')) } 1 .. pick(0, 1, 2, 3, 5, 8);
	my ($event, $change) = @{pick(['INSERT', 'INSERT INTO public.facts (actual) VALUES (1), (2)'], ['UPDATE', 'UPDATE public.facts SET actual = 1 WHERE actual < 3'],
		['DELETE', 'DELETE FROM public.facts WHERE actual < 3'], ['TRUNCATE', 'TRUNCATE public.facts'])};
	my $tables = $event eq 'TRUNCATE' || rand() < 0.2 ? '' : 'REFERENCING ' . {INSERT => 'NEW TABLE AS n', DELETE => 'OLD TABLE AS n', UPDATE => 'OLD TABLE AS o NEW TABLE AS n'}->{$event};
	my ($when, $level) = @{pick(['AFTER', 'STATEMENT'], ['AFTER', 'STATEMENT'], ['AFTER', 'ROW'], ['BEFORE', 'ROW'], ['BEFORE', 'STATEMENT'])};

	return $self->of_type if !@functions;
	my $function = pick(@functions);
	$tables = '' if $when eq 'BEFORE';
	$level = 'STATEMENT' if $event eq 'TRUNCATE';
	return {what => $function->[0], alone => 1, sql => $change, parameters => [],
		before => [["CREATE TRIGGER own $when $event ON public.facts $tables FOR EACH $level EXECUTE FUNCTION $function->[1](" . join(', ', @arguments) . ')']]};
}

1;
