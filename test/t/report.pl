#!/usr/bin/perl
# Pages of reports as a browser shows them: nothing overflows, overlaps or is cut at the width of a phone, a
# tablet and a desktop, in light and dark; contrasts are those that text and graphics need; print has what is
# folded on the screen; and the page of the sample looks as it did.  "make looks" keeps it as it looks now.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use Test::More;

my $database = 'tnplan_report';
chomp(my $bindir = `"$ENV{PG_CONFIG}" --bindir`);
my $folder = tempdir(CLEANUP => 1);
my $kept = abs_path('test/report');
my ($chromium) = grep { -x } map { ("$_/chromium", "$_/chromium-browser") } split /:/, $ENV{PATH};
plan(skip_all => 'there is no chromium') if !$chromium;

my %scheme = (light => 1, dark => 0);
my @widths = (390, 768, 1440);

sub write_file
{
	my ($name, $text) = @_;

	open my $file, '>', "$folder/$name" or die "$name: $!\n";
	print $file $text;
	close $file;
}

sub psql
{
	my ($sql, $output) = @_;

	write_file('query.sql', $sql);
	my $to = defined $output ? "-o '$folder/$output'" : '';
	system("'$bindir/psql' -XAtq -v ON_ERROR_STOP=1 -d $database $to -f '$folder/query.sql' >'$folder/psql.out' 2>&1") == 0
	  or BAIL_OUT("psql failed: " . do { local (@ARGV, $/) = "$folder/psql.out"; <> });
}

# What chromium prints; it is asked again where it does not come up.
sub chromium
{
	my ($scheme, @arguments) = @_;
	my $arguments = join ' ', map { "'$_'" } '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--disable-extensions',
	  '--allow-file-access-from-files', '--force-color-profile=srgb', "--user-data-dir=$folder/profile", "--blink-settings=preferredColorScheme=$scheme{$scheme}", @arguments;
	my $output = '';

	for my $attempt (1 .. 3)
	{
		$output = `timeout 120 '$chromium' $arguments 2>'$folder/chromium.err'`;
		return $output if $? == 0;
	}
	diag(do { local (@ARGV, $/) = "$folder/chromium.err"; <> });
	return $output;
}

# A page that has pages in frames of so many widths, and runs a script when all of them are there.
sub frame_page
{
	my ($script, @frames) = @_;
	my $frames = join '', map { "<iframe src=\"file://$folder/$_->[0]\" width=$_->[1] height=900 data-open=\"$_->[2]\"></iframe>" } @frames;

	return "<!DOCTYPE html><meta charset=utf-8><style>:root{color-scheme:light dark}iframe{border:0;display:block}body{margin:0}</style>"
	  . "<script src=\"file://" . abs_path('test/lib/look.js') . "\"></script>$frames<pre id=out></pre><script>$script</script>";
}

system("'$bindir/dropdb' --if-exists --force $database 2>/dev/null; '$bindir/createdb' $database") == 0 or BAIL_OUT('no database');
psql(<<'SQL');
CREATE EXTENSION tnplan;
CALL plan_create_workspace('province', sample => true);
CALL plan_create_workspace('long');
UPDATE long.setting SET title = 'A plan of many branches, whose names are long and whose figures have many digits', language = 'en', term = '2016-2025';
INSERT INTO long.place (code, name) VALUES ('P', 'A place with a name of some length'), ('Q', 'Another');
INSERT INTO long.node (code, name) VALUES ('R', 'The resolution');
INSERT INTO long.node (code, parent, name, kind) SELECT 'N' || i, CASE WHEN i % 3 = 0 OR i = 1 THEN 'R' ELSE 'N' || i - 1 END, CASE i % 4 WHEN 0 THEN repeat('Unbreakable', 12) ELSE 'Branch ' || i || repeat(' of the plan', i % 7) END, 'programme' FROM generate_series(1, 14) AS i;
INSERT INTO long.indicator (code, node, name, unit, kind, direction) SELECT 'I' || i, 'N' || 1 + i % 14, CASE i % 9 WHEN 0 THEN repeat('Indicator', 15) ELSE 'Indicator ' || i || repeat(' of something', i % 6) END,
	(ARRAY['%', 'thousand billion VND a year and head', '', repeat('u', 60)])[1 + i % 4], (ARRAY['flow', 'stock', 'average'])[1 + i % 3], (ARRAY['higher', 'higher', 'lower'])[1 + i % 3] FROM generate_series(1, 90) AS i;
INSERT INTO long.target (indicator, place, period, goal, known_on) SELECT 'I' || i, CASE i % 2 WHEN 0 THEN 'P' ELSE 'Q' END, y::text, (ARRAY['>= ', '>= ', '<= '])[1 + i % 3] || 10 ^ (i % 16) * 1.23456789 || CASE i % 5 WHEN 0 THEN ' from ' || CASE i % 3 WHEN 2 THEN 9e16 ELSE -10 END ELSE '' END, '2016-01-01' FROM generate_series(1, 90) AS i, generate_series(2016, 2025) AS y;
INSERT INTO long.actual (indicator, place, period, value, bound, vintage, known_on) SELECT 'I' || i, CASE i % 2 WHEN 0 THEN 'P' ELSE 'Q' END, CASE WHEN y < 2024 THEN y::text ELSE y || '-H1' END, 10 ^ (i % 16) * (1.1 + (y * i % 17) / 40.0), (ARRAY['=', '>', '<=', '~', '='])[1 + (i + y) % 5], (ARRAY['official', 'estimate', 'preliminary'])[1 + i % 3], make_date(y, 12, 31) - CASE WHEN y < 2024 THEN 0 ELSE 184 END FROM generate_series(1, 90) AS i, generate_series(2016, 2024) AS y WHERE i % 8 > 0;
SQL
psql("SELECT plan_report('province', as_of => '2023-06-29')", 'vi.html');
psql("SELECT plan_report('province', as_of => '2023-06-29', language => 'en', since => '2023-06-08')", 'en.html');
psql("SELECT plan_report('long', as_of => '2024-06-30')", 'long.html');

# Folded as they come, and with all that is folded open.
my @frames = map { my $page = $_; map { my $width = $_; map { [ "$page.html", $width, $_ ] } 0, 1 } @widths } qw(vi en long);
write_file('look.html', frame_page(<<'JS', @frames));
addEventListener('load', () => {
	const out = document.getElementById('out');
	for (const frame of document.querySelectorAll('iframe')) {
		const page = frame.contentDocument;
		if (frame.dataset.open === '1')
			page.querySelectorAll('details').forEach((details) => { details.open = true; });
		const wrong = look(page, Number(frame.width));
		out.append(`${frame.src.split('/').pop()} ${frame.width} ${frame.dataset.open}: ${wrong.length ? wrong.slice(0, 8).join(' | ') : 'as it should be'}\n`);
	}
	out.append('done\n');
});
JS
for my $scheme (sort keys %scheme)
{
	my $found = chromium($scheme, '--window-size=1500,1000', '--virtual-time-budget=60000', '--dump-dom', "file://$folder/look.html");
	my ($out) = $found =~ m|<pre id="out">(.*?)</pre>|s;
	my @lines = split /\n/, $out // '';
	is(pop @lines, 'done', "$scheme: all pages were looked at");
	is(scalar @lines, scalar @frames, "$scheme: each of them");
	like($_, qr/: as it should be$/, "$scheme: $_") for @lines;
	my $errors = do { local (@ARGV, $/) = "$folder/chromium.err"; <> } // '';
	unlike($errors, qr/CONSOLE/, "$scheme: no error on the console");
}

# In print everything is there.
SKIP: {
	skip('there is no pdftotext', 1) if system('command -v pdftotext >/dev/null 2>&1') != 0;
	chromium('light', '--no-pdf-header-footer', "--print-to-pdf=$folder/long.pdf", "file://$folder/long.html");
	my $text = `pdftotext -raw '$folder/long.pdf' -`;
	my @missing = grep { $text !~ /\bIndicator $_\b/ } grep { $_ % 9 } 1 .. 90;
	is("@missing", '', 'print has every row');
}

# As it looked, but for the last bits of edges.
my $renew = $ENV{RENEW};
my @compared;
for my $scheme (sort keys %scheme)
{
	for my $width (@widths)
	{
		my $name = "sample-$width-$scheme.png";
		my $window = $width < 500 ? 500 : $width;
		write_file('shot.html', frame_page("document.querySelector('iframe').height = 2400", [ 'en.html', $width, 0 ]));
		chromium($scheme, "--window-size=$window,2400", '--force-device-scale-factor=0.5', "--screenshot=$folder/$name", "file://$folder/shot.html");
		system('cp', "$folder/$name", "$kept/$name") if $renew;
		push @compared, $name;
	}
}
my $images = join '', map { my $name = $_; map { "<img src=\"file://$_/$name\">" } $folder, $kept } @compared;
write_file('compare.html', "<!DOCTYPE html>$images<pre id=out></pre><script>" . <<'JS' . '</script>');
function pixels(image) {
	const canvas = document.createElement('canvas');
	canvas.width = 60;
	canvas.height = 96;
	const drawing = canvas.getContext('2d');
	drawing.imageSmoothingQuality = 'high';
	drawing.drawImage(image, 0, 0, 60, 96);
	return drawing.getImageData(0, 0, 60, 96).data;
}
addEventListener('load', () => {
	const images = [...document.images];
	for (let i = 0; i < images.length; i += 2) {
		const now = pixels(images[i]), before = pixels(images[i + 1]);
		const difference = now.reduce((sum, c, n) => sum + Math.abs(c - before[n]), 0) / now.length;
		document.getElementById('out').append(`${images[i].src.split('/').pop()} ${images[i + 1].naturalWidth ? difference.toFixed(2) : 'is not kept'}\n`);
	}
});
JS
my ($out) = chromium('light', '--dump-dom', "file://$folder/compare.html") =~ m|<pre id="out">(.*?)</pre>|s;
for my $name (@compared)
{
	my ($difference) = ($out // '') =~ /^\Q$name\E ([\d.]+)$/m;
	cmp_ok($difference // 999, '<', 4, "$name looks as it did") or diag($out);
}
system("'$bindir/dropdb' --force $database");
done_testing();
