#!/usr/bin/perl
# Check a META.json against the PGXN Meta Spec 1.0.0, and against the files beside it: print
# what is wrong, and fail.
use strict;
use warnings;
use File::Basename qw(dirname);
use JSON::PP;

my ($name) = @ARGV;
my $folder = dirname($name);
my @errors;

sub text_of
{
	my ($file) = @_;

	open my $in, '<:raw', $file or die "$file: $!\n";
	local $/;
	return <$in>;
}

sub expect
{
	my ($holds, $what) = @_;

	push @errors, $what if !$holds;
	return $holds;
}

# A Semantic Version 1.0.0, which is what PGXN takes: no build metadata.
my $version = qr/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-?[a-zA-Z][-0-9A-Za-z]*)?$/;
my $url = qr{^[a-z][a-z0-9+.-]*://[^/\s]+\S*$};

my $term = qr/^[^\s\x00-\x1f\/\\]{2,}$/;
my $string = qr/\S/;

# What a field holds: a pattern, [pattern of each of a list or of a single one], or fields of
# its own; "!" marks what has to be there.  "*" stands for any name.
my %extension = ('file!' => $string, 'version!' => $version, docfile => $string, abstract => $string);
my %requirements = map { $_ => { '*' => qr/^(?:(?:<=?|>=?|==|!=) ?)?\d+(?:\.\d+){0,2}\S*$|^0$/ } } qw(requires recommends suggests conflicts);
my %resources = (
	homepage => $url,
	license => [$url],
	bugtracker => { web => $url, mailto => qr/\@/ },
	repository => { url => $url, web => $url, type => qr/^[a-z]+$/ });
my %fields = (
	'name!' => $term,
	'version!' => $version,
	'abstract!' => $string,
	'maintainer!' => [$string],
	'license!' => [
		qr/^(?:agpl_3|apache_[12]_[01]|artistic_[12]|bsd|freebsd|gfdl_1_[23]|gpl_[123]|lgpl_[23]_[01]|mit|mozilla_1_[01]|openssl|perl_5|postgresql|qpl_1_0|ssleay|sun|zlib|open_source|restricted|unrestricted|unknown)$/
	],
	'provides!' => { '*' => \%extension },
	'meta-spec!' => { 'version!' => qr/^1\.0\.0$/, url => $url },
	description => $string,
	generated_by => $string,
	release_status => qr/^(?:stable|testing|unstable)$/,
	tags => [qr/^[^\x00-\x1f\/\\]{1,256}$/],
	prereqs => { map { $_ => \%requirements } qw(configure build test runtime develop) },
	resources => \%resources);

sub check;

sub check_fields
{
	my ($path, $known, $value) = @_;

	return if !expect(ref $value eq 'HASH', "$path is no object");
	expect(exists $value->{$_}, "$path lacks $_") for sort map { /^(.*)!$/ ? $1 : () } keys %$known;
	for my $field (sort keys %$value)
	{
		next if $field =~ /^x_/i;
		my $rule = $known->{"$field!"} // $known->{$field} // $known->{'*'};
		check("$path.$field", $rule, $value->{$field}) if expect(defined $rule, "$path.$field is unknown");
	}
}

sub check
{
	my ($path, $rule, $value) = @_;

	return check_fields($path, $rule, $value) if ref $rule eq 'HASH';
	if (ref $rule eq 'ARRAY')
	{
		check("$path\[$_\]", $rule->[0], (ref $value eq 'ARRAY' ? @$value : $value)[$_])
		  for 0 .. (ref $value eq 'ARRAY' ? $#$value : 0);
		return;
	}
	expect(scalar(defined $value && !ref $value && $value =~ $rule), "$path has a value that is not allowed");
}

my $meta = eval { decode_json(text_of($name)) };
die "$name is no JSON: $@" if !$meta;
check_fields('META', \%fields, $meta);

# What it says of the files, and what the files say.
my ($default) = text_of("$folder/tnplan.control") =~ /^default_version = '(.*)'$/m;
for my $extension (sort keys %{ $meta->{provides} // {} })
{
	my $provided = $meta->{provides}{$extension};
	for my $file (grep { defined } @$provided{qw(file docfile)})
	{
		expect(-f "$folder/$file", "$extension: there is no file $file");
	}
	expect($provided->{version} eq $default, "$extension: version $provided->{version}, where the control file says $default");
}
expect($meta->{version} eq $default, "version $meta->{version}, where the control file says $default");

print STDERR map { "$name: $_\n" } @errors;
exit(@errors ? 1 : 0);
