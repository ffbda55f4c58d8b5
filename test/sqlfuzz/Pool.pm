# Values of every type that the extension takes: those of test/data/values.csv, extremes of
# PostgreSQL's own types, and what calls and mutations made of them.  A value is [binary or not,
# bytes], as it goes to the server.
package Pool;
use strict;
use warnings;
no warnings 'portable';

# Values kept of a type; bytes of a value that is kept, and of one in an array; and of one that is
# taken less often than others, since it costs as much as hundreds of them.
use constant { MOST => 60, KEPT_SIZE => 30000, ARRAY_MEMBER => 100000, LARGE => 3000 };

# What lies at the ends of each type, in SQL: below.
my %ends;
while (<DATA>)
{
	push @{$ends{$1}}, $2 if /^([^:]+): (.*)$/;
}

# Samples are pairs of a type and a text.
sub new
{
	my ($class, $wire, $samples) = @_;
	my $self = bless {wire => $wire, values => {}, fixed => {}}, $class;
	# All types in one value, since the client keeps few rows of an answer.
	my $list = $wire->execute(q{SELECT string_agg(concat_ws(E'\t', format_type(oid, NULL), oid, typarray), E'\n' ORDER BY oid)
		FROM pg_type WHERE typtype IN ('b', 'e', 'r') OR oid = 'cstring'::regtype}, [], 0);

	for (split /\n/, $list->{rows}[0][0])
	{
		my ($name, $oid, $array) = split /\t/;
		$self->{oid}{$name} = $oid;
		$self->{array}{$name} = $array;
		$self->{name}{$oid} = $name;
	}
	my %literals;
	push @{$literals{$_->[0]}}, $_->[1] =~ s/'/''/gr for @$samples;
	for my $type (sort keys %{{%literals, %ends}})
	{
		next if !$self->{oid}{$type};
		$self->{samples}{$type} = @{$literals{$type} // []};
		$self->keep_text($type, $_ =~ s/''/'/gr) for @{$literals{$type} // []};
		my @sql = ((map { "'$_'" } @{$literals{$type} // []}), @{$ends{$type} // []});
		for my $sql (@sql)
		{
			my $answer = $wire->execute("SELECT ($sql)::$type", [], 1);
			die "a value of $type cannot be read: $sql: $answer->{error}{M}\n" if $answer->{error};
			push @{$self->{values}{$type}}, [1, $answer->{rows}[0][0]];
		}
	}
	for my $type (sort keys %{$self->{values}})
	{
		$self->add_arrays($type);
	}
	$self->{fixed}{$_} = scalar @{$self->{values}{$_}} for keys %{$self->{values}};
	return $self;
}

# Arrays of a type: empty, with a NULL, of two dimensions.
sub add_arrays
{
	my ($self, $type) = @_;
	my $array = $self->{name}{$self->{array}{$type} // 0} // return;
	my @values = map { $_->[1] } @{$self->{values}{$type}};
	my $oid = $self->{oid}{$type};

	push @{$self->{values}{$array}}, map { [1, $_] } pack('N N N', 0, 0, $oid), array_of($oid, undef), array_of($oid, $values[0], undef),
	  pack('N N N N N N N', 2, 0, $oid, 1, 1, 2, 1) . join('', map { pack('N', length) . $_ } @values[0, -1]);
}

# The binary form of an array of one dimension.
sub array_of
{
	my ($oid, @values) = @_;
	my $has_null = grep { !defined } @values;

	return pack('N N N', 0, 0, $oid) if !@values;
	return pack('N N N N N', 1, $has_null ? 1 : 0, $oid, scalar @values, 1)
	  . join('', map { defined $_ ? pack('N', length $_) . $_ : pack('l>', -1) } @values);
}

sub has { return exists $_[0]{values}{$_[1]}; }

sub pick { return $_[int rand @_]; }

# A value of a type, NULL at times; of the usual ones alone, where a statement is to get far.
sub value
{
	my ($self, $type, $usual) = @_;
	my $values = $self->{values}{$type};

	return [1, undef] if !$values || rand() < ($usual ? 0.02 : 0.08);
	return pick(@$values[0 .. ($self->{samples}{$type} || @$values) - 1]) if $usual;
	my $value = pick(@$values);
	$value = pick(@$values) if length($value->[1] // '') > LARGE && rand() < 0.9;
	return $value;
}

# As a parameter of a statement, or its argument.
sub parameter
{
	my ($self, $type, $usual) = @_;
	return [$self->{oid}{$type} // 25, @{$self->value($type, $usual)}];
}

# As many values in one array; binary forms alone go into it.
sub parameter_array
{
	my ($self, $type, $count, $usual) = @_;
	my $most = $usual ? 1000 : ARRAY_MEMBER;
	my @values = map { my $v = $self->value($type, $usual); $v->[0] && length($v->[1] // '') < $most ? $v->[1] : undef } 1 .. $count;

	return [$self->{array}{$type}, 1, array_of($self->{oid}{$type}, @values)];
}

# Keep a value: what was there from the beginning stays.
sub keep
{
	my ($self, $type, $value) = @_;
	my $values = $self->{values}{$type} // return;
	my $size = length($value->[1] // '');

	return if $size > KEPT_SIZE || $size > LARGE && rand() < 0.9;
	if (@$values < $self->{fixed}{$type} + MOST)
	{
		push @$values, $value;
		return;
	}
	$values->[$self->{fixed}{$type} + int rand MOST] = $value;
}

# Text forms, apart: those of mutations and of INITCOND.
sub keep_text
{
	my ($self, $type, $text) = @_;
	my $texts = $self->{texts}{$type} //= [];

	$texts->[@$texts < MOST ? @$texts : int rand MOST] = $text if length $text < LARGE || rand() < 0.1 && length $text < KEPT_SIZE;
}

sub text
{
	my ($self, $type) = @_;
	return $self->{texts}{$type} ? pick(@{$self->{texts}{$type}}) : '';
}

my @numbers = (map { pack('q>', $_) } 0, 1, -1, 2, 0x7fffffffffffffff, -0x7fffffffffffffff - 1, 0x7fffffff, 0x80000000, 0xffffffff, 1 << 53);
push @numbers, map { pack('d>', $_) } 9**9**9, -9**9**9, -sin(9**9**9), 1e308, -1e308, 5e-324, -0.0, 0.5, 1e15, 2**63;
push @numbers, map { pack('l>', $_) } 0, 1, -1, 0x7fffffff, -0x80000000, 65536, 1000000;
push @numbers, map { pack('s>', $_) } 0, 1, -1, 0x7fff, -0x8000, 256;

# Bytes changed in one to four places.
sub mutated
{
	my ($self, $type, $bytes) = @_;

	for (1 .. pick(1, 1, 1, 2, 4))
	{
		my $at = int rand(length($bytes) + 1);
		my $some = 1 + int rand pick(4, 16, 64);
		my $way = int rand 8;
		my $other = pick(@{$self->{values}{$type}})->[1] // '';

		if ($way <= 1 && length $bytes)
		{
			$at = int rand length $bytes;
			substr($bytes, $at, 1) = chr(ord(substr($bytes, $at, 1)) ^ (1 << int rand 8));
		}
		elsif ($way == 2 && length $bytes)
		{
			substr($bytes, int rand length $bytes, 1) = chr pick(0, 1, 0x7f, 0x80, 0xff, int rand 256);
		}
		elsif ($way <= 4)
		{
			my $number = pick(@numbers);
			# Fields begin where their size says.
			$at -= $at % length $number if rand() < 0.7;
			substr($bytes, $at, length $number) = $number;
		}
		elsif ($way == 5)
		{
			substr($bytes, $at, $some) = '' if $at < length $bytes;
		}
		elsif ($way == 6)
		{
			substr($bytes, $at, 0) = substr($bytes, int rand(length($bytes) + 1), $some);
		}
		else
		{
			my $from = int rand(length($other) + 1);
			substr($bytes, $at, $some) = substr($other, $from, $some) if $at < length $bytes;
		}
	}
	return $bytes;
}

my @words = ('NaN', 'Infinity', '-Infinity', '-0', '1e308', '1e400', '9223372036854775807', '-9223372036854775808', '99999999999999999999', '0',
	'-1', ';', ':', ',', '..', '/', '=', '<', '>', '(', ')', '"', '\\', "'", ' ', "\n", "\x01", "\xc3", "\xe1\xbb\xb3", '4714-11-24 BC', '5874897-12', 'infinity',
	'2020-2025', '2022-W53', '#', '%', 'x' x 300);

# A text changed in one to three places; it may be no longer in UTF-8.
sub mutated_text
{
	my ($self, $text, $other) = @_;

	for (1 .. pick(1, 1, 2, 3))
	{
		my $at = int rand(length($text) + 1);
		my $some = 1 + int rand 8;
		my $way = int rand 5;

		if ($way == 0)
		{
			substr($text, $at, 0) = pick(@words);
		}
		elsif ($way == 1)
		{
			my @found;
			push @found, [$-[0], $+[0] - $-[0]] while $text =~ /[0-9.]+/g && @found < 1000;
			substr($text, $_->[0], $_->[1]) = pick(@words) for @found ? pick(@found) : ();
		}
		elsif ($way == 2)
		{
			substr($text, $at, $some) = '' if $at < length $text;
		}
		elsif ($way == 3)
		{
			substr($text, $at, 0) = substr($text, int rand(length($text) + 1), $some * 4);
		}
		else
		{
			substr($text, $at, $some) = substr($other, int rand(length($other) + 1), $some * 4) if $at < length $text;
		}
	}
	return $text;
}

1;

__DATA__
double precision: 'NaN'
double precision: 'Infinity'
double precision: '-Infinity'
double precision: 0
double precision: '-0'
double precision: 1e308
double precision: -1.7e308
double precision: 5e-324
double precision: 9007199254740993
double precision: 1e15
double precision: 1e-9
double precision: -1
double precision: 100
real: 'NaN'
real: 'Infinity'
real: '-0'
real: 3.4e38
real: 1e-45
numeric: 'NaN'
numeric: 'Infinity'
numeric: '-Infinity'
numeric: 0
numeric: 1e131071
numeric: -1e131071
numeric: 1e-16000
numeric: 1e308
numeric: 1e309
numeric: 0.1
bigint: 0
bigint: -9223372036854775808
bigint: 9223372036854775807
bigint: 2147483648
bigint: 4294967296
bigint: -2
bigint: 100
integer: 0
integer: -2147483648
integer: 2147483647
integer: -1
integer: 1000000
integer: 366
smallint: 0
smallint: -32768
smallint: 32767
date: 'infinity'
date: '-infinity'
date: '4714-11-24BC'
date: '5874897-12-31'
date: '2000-01-01'
date: '0001-01-01'
date: '9999-12-31'
timestamp without time zone: 'infinity'
timestamp without time zone: '-infinity'
timestamp without time zone: '4714-11-24BC'
timestamp without time zone: '294276-12-31T23:59:59.999999'
timestamp with time zone: 'infinity'
timestamp with time zone: '-infinity'
timestamp with time zone: '4714-11-25BC'
timestamp with time zone: '294276-12-30'
time without time zone: '00:00'
time without time zone: '24:00'
interval: '178000000 years'
interval: '-178000000 years'
interval: '0'
interval: '1 mon -1 day'
daterange: 'empty'
daterange: '(,)'
daterange: '[2020-01-01,)'
daterange: '(-infinity,infinity)'
daterange: '[4714-11-24BC,5874897-12-31)'
tsrange: 'empty'
tsrange: '(,)'
tstzrange: 'empty'
tstzrange: '(,)'
boolean: true
boolean: false
text: ''
text: 'x'
text: 'NaN'
text: 'Infinity'
text: '-0'
text: '>=1'
text: 'empty'
text: '1e400'
text: '{}'
text: '.'
text: '2020-2025'
text: repeat('x', 1000000)
text: repeat('1,', 500000)
text: repeat('(', 100000)
text: repeat('1 2022-01: met=1; ', 50000)
text: repeat(U&'\1EF3', 100000)
text: U&'\FFFD\200B\00A0'
text: E'\x01\n\t'
text: repeat('9', 5000)
text: ' '
text: '"a".b'
text: 'work'
character varying: ''
character varying: 'x'
character varying: repeat('x', 1000000)
character: ''
character: 'x'
character: repeat('x', 100000)
cstring: ''
cstring: 'x'
cstring: '1'
cstring: 'NaN'
cstring: repeat('x', 100000)::cstring
name: ''
name: 'x'
name: '"'
json: '{}'
json: '[]'
json: '1'
json: 'null'
json: '"x"'
json: repeat('[', 5000) || repeat(']', 5000)
jsonb: '{}'
jsonb: '[]'
jsonb: '1'
jsonb: 'null'
uuid: '00000000-0000-0000-0000-000000000000'
uuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff'
bytea: ''
bytea: '\\\\x00'
bytea: repeat('x', 1000000)::bytea
oid: 0
oid: 1
oid: 4294967295
regclass: 0
regclass: 4294967295
regclass: 'pg_catalog.pg_class'
regclass: 'public.facts'
regclass: 'public.facts_n'
regclass: 'public.seen'
regclass: 'public.rolled'
regclass: 'public.by_n'
regclass: 'public.appended'
regclass: 'public.numbers'
regclass: 'public.staging'
regclass: 'work.actual'
regclass: 'work.performance'
double precision[]: '[3:4]={1,2}'
double precision[]: array_fill(1.0, ARRAY[100000])
double precision[]: array_fill(1.0, ARRAY[1, 1, 1, 1, 1, 2])
bigint[]: '[-2147483648:-2147483647]={1,2}'
text[]: array_fill('x'::text, ARRAY[10000])
text[]: ARRAY[repeat('x', 1000000)]
date[]: ARRAY(SELECT date '2020-01-01' + i FROM generate_series(1, 10000) AS i)
