# A client of PostgreSQL's protocol, small enough to need no driver: it sends values in their
# binary or text forms, as they are, which psql cannot.
package Wire;
use strict;
use warnings;
use Errno;
use IO::Select;
use IO::Socket::INET;
use IO::Socket::UNIX;
use Time::HiRes qw(time);

# Rows that are kept of an answer, and seconds to wait for one.
use constant { ROWS => 8, PATIENCE => 180 };

sub new
{
	my ($class, $database, $user, %settings) = @_;
	my $host = $ENV{PGHOST} // '/tmp';
	my $port = $ENV{PGPORT} // 5432;
	my $socket = $host =~ /^\//
	  ? IO::Socket::UNIX->new(Peer => "$host/.s.PGSQL.$port")
	  : IO::Socket::INET->new(PeerAddr => $host, PeerPort => $port);
	my $self = bless {socket => $socket, buffer => ''}, $class;

	return undef if !$socket;
	my $start = pack('N', 196608) . join('', map { "$_\0" } 'user', $user, 'database', $database,
		'client_encoding', 'UTF8', 'options', join(' ', map { "-c $_=$settings{$_}" } sort keys %settings), '');
	$self->put(pack('N', length($start) + 4) . $start);
	my $answer = $self->answer;
	die "connection refused: $answer->{error}{M}\n" if $answer->{error} && $answer->{error}{C} !~ /^57P/;
	return undef if $answer->{lost};
	return $self;
}

sub pid { return $_[0]{pid}; }

# Send bytes, and read what comes meanwhile: a server that cannot go on writing does not read.
sub put
{
	my ($self, $bytes) = @_;
	my $select = IO::Select->new($self->{socket});
	my $sent = 0;

	local $SIG{PIPE} = 'IGNORE';
	$self->{socket}->blocking(0);
	while ($sent < length $bytes)
	{
		my ($readable, $writable) = IO::Select->select($select, $select, undef, PATIENCE) or last;
		last if @$readable && !sysread($self->{socket}, $self->{buffer}, 1 << 20, length $self->{buffer});
		next if !@$writable;
		my $written = syswrite($self->{socket}, $bytes, 1 << 20, $sent);
		last if !defined $written && !$!{EAGAIN};
		$sent += $written // 0;
	}
	$self->{socket}->blocking(1);
}

# The next message, or nothing when the connection is lost or nobody answers.
sub message
{
	my ($self) = @_;
	my $until = time + PATIENCE;

	while (1)
	{
		if (length $self->{buffer} >= 5)
		{
			my ($kind, $length) = unpack('a N', $self->{buffer});
			if (length $self->{buffer} > $length)
			{
				my $body = substr($self->{buffer}, 5, $length - 4);
				substr($self->{buffer}, 0, $length + 1) = '';
				return ($kind, $body);
			}
		}
		return () if $until < time || !IO::Select->new($self->{socket})->can_read($until - time);
		my $read = sysread($self->{socket}, $self->{buffer}, 1 << 20, length $self->{buffer});
		return () if !$read;
	}
}

# All that comes before the server is ready again.
sub answer
{
	my ($self) = @_;
	my %answer = (rows => [], count => 0, types => []);
	my $begin = time;

	while (my ($kind, $body) = $self->message)
	{
		if ($kind eq 'D')
		{
			push @{$answer{rows}}, row($body) if $answer{count}++ < ROWS;
		}
		elsif ($kind eq 'T')
		{
			$answer{types} = [];
			my ($count, $at) = (unpack('n', $body), 2);
			for (1 .. $count)
			{
				$at = index($body, "\0", $at) + 1;
				push @{$answer{types}}, unpack('N', substr($body, $at + 6, 4));
				$at += 18;
			}
		}
		elsif ($kind eq 'E')
		{
			$answer{error} //= {map { (substr($_, 0, 1), substr($_, 1)) } grep { length } split(/\0/, $body)};
		}
		elsif ($kind eq 'K')
		{
			$self->{pid} = unpack('N', $body);
		}
		elsif ($kind eq 'R')
		{
			die "this client knows no authentication but trust\n" if unpack('N', $body) != 0;
		}
		elsif ($kind eq 'Z')
		{
			$answer{time} = time - $begin;
			return \%answer;
		}
	}
	$answer{lost} = time - $begin >= PATIENCE ? 'no answer' : 'connection lost';
	return \%answer;
}

sub row
{
	my ($body) = @_;
	my ($count, $at) = (unpack('n', $body), 2);
	my @row;

	for (1 .. $count)
	{
		my $length = unpack('l>', substr($body, $at, 4));
		$at += 4;
		push @row, $length < 0 ? undef : substr($body, $at, $length);
		$at += $length if $length > 0;
	}
	return \@row;
}

sub send_message
{
	my ($kind, $body) = @_;
	return $kind . pack('N', length($body) + 4) . $body;
}

# The message of a statement without parameters, which has one answer, in texts.
sub simple
{
	my ($sql) = @_;
	return send_message('Q', "$sql\0");
}

# The message of a statement with parameters, each of [oid of its type, binary or not, bytes], which
# has one answer, in binary forms or texts.
sub extended
{
	my ($sql, $parameters, $binary) = @_;

	return send_message('P', "\0$sql\0" . pack('n N*', scalar(@$parameters), map { $_->[0] } @$parameters))
	  . send_message('B', "\0\0" . pack('n n*', scalar(@$parameters), map { $_->[1] } @$parameters) . pack('n', scalar(@$parameters))
		  . join('', map { defined $_->[2] ? pack('N', length $_->[2]) . $_->[2] : pack('l>', -1) } @$parameters) . pack('n n', 1, $binary))
	  . send_message('D', "P\0") . send_message('E', "\0" . pack('N', 0)) . send_message('S', '');
}

sub query
{
	my ($self, $sql) = @_;

	$self->put(simple($sql));
	return $self->answer;
}

sub execute
{
	my ($self, @statement) = @_;

	$self->put(extended(@statement));
	return $self->answer;
}

1;
