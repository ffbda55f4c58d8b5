/*
 * report_page.c
 *		The page of a report: what it opens with, and its style.
 */
#include "core/report.h"

#include <math.h>

/* Targets that are named among those that need attention. */
#define MOST_ATTENTION 5

/*
 * One column of cards on a phone, tables elsewhere.  Colours of verdicts differ from both
 * backgrounds by a contrast of 3, and no text has them.
 */
static const char style[] =
":root{color-scheme:light dark;--ink:#1b1b1b;--soft:#505050;--paper:#fff;--line:#d4d4d4;"
"--card:#fff}"
"@media(prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#b4b4b4;--paper:#121212;"
"--line:#3d3d3d;--card:#1d1e20}}"
"*{box-sizing:border-box}"
"body{margin:0 auto;max-width:76rem;padding:1rem;color:var(--ink);background:var(--paper);"
"font:1rem/1.45 system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;overflow-wrap:anywhere}"
"h1{font-size:1.7rem;line-height:1.2;margin:.4rem 0}"
"h2{font-size:1.25rem;margin:2rem 0 .6rem;border-bottom:2px solid var(--line)}"
"h3,h4,h5,h6{font-size:1rem;margin:.2rem 0}h3{font-size:1.08rem}"
"small{color:var(--soft);font-weight:400}p{margin:.4rem 0}"
"ul{padding-left:1.2rem}.cards,.chips{list-style:none;padding:0;display:grid;gap:.7rem;"
"grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}"
".chips{grid-template-columns:repeat(auto-fill,minmax(min(100%,9rem),1fr));gap:.4rem}"
".cards .b{margin:.3rem 0}.cards>li,.chips>li{background:var(--card);border:1px solid var(--line);"
"border-radius:.5rem;padding:.6rem .8rem;min-width:0}"
".chips b{font-size:1.25rem;margin-right:.4rem}"
".scale{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr 3.6rem;gap:.45rem .8rem;"
"align-items:center;margin:.8rem 0}"
".scale i{display:block;height:1rem;background:var(--line);border-radius:.2rem;overflow:hidden}"
".scale i b{display:block;height:100%;background:#767676}.scale i b.c{background:#0072b2}"
".scale b.v{text-align:right}"
"table{border-collapse:collapse;width:100%;margin:.4rem 0}"
"th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid var(--line);"
"font-weight:400;min-width:0}"
"thead th{color:var(--soft);font-size:.85rem}td.n{white-space:normal}"
".m{display:none;color:var(--soft)}"
".rows{table-layout:fixed}.rows th:first-child{width:30%}.rows thead th:nth-child(2){width:11.5rem}"
".rows thead th:nth-child(5):not(:last-child){width:9.5rem}"
".rows thead th:nth-child(6){width:6.8rem}.pl{table-layout:fixed}.pl th:first-child{width:46%}"
"svg{fill:currentColor;vertical-align:middle}svg text{font-size:11px}"
".k{width:1.05rem;height:1.05rem;margin-right:.3rem;flex:none}"
".b{width:10rem;max-width:100%;height:1.13rem}.y{width:5.6rem;height:1.4rem}"
".rk{width:100%;max-width:20rem}.tl{width:100%;max-width:20rem}"
".t{opacity:.16}.g,.o,.l,.p,.ax{fill:none;stroke:currentColor}.g{stroke-width:3}"
".o{stroke-width:1.5;stroke-dasharray:2 2}.l{stroke-width:2}"
".p{stroke-width:1.5;stroke-dasharray:3 2}"
".u{opacity:.16}.ax{stroke-width:1;opacity:.5}.h{fill:var(--paper);stroke:currentColor;"
"stroke-width:2}"
".st{display:inline-flex;align-items:center;max-width:100%;overflow-wrap:break-word}"
".cs{display:inline-flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:center}"
".cs>span{display:inline-flex;align-items:center}"
"details>summary{cursor:pointer;padding:.5rem .2rem;display:flex;flex-wrap:wrap;gap:.3rem 1rem;"
"align-items:center;border-bottom:1px solid var(--line)}"
"summary::before{content:'\\25B8';width:1em;flex:none}"
"details[open]>summary::before{content:'\\25BE'}summary::-webkit-details-marker{display:none}"
"summary h2{border:0;margin:0}summary h3,summary h4,summary h5,summary h6{flex:1 1 16rem;"
"min-width:0}.sc{min-width:3.4rem;text-align:right}"
".in{padding-left:1rem;border-left:3px solid var(--line)}"
":focus-visible{outline:3px solid #0072b2;outline-offset:2px}"
"@media screen and (max-width:60rem){.rows thead{position:absolute;width:1px;height:1px;"
"overflow:hidden;clip-path:inset(50%)}"
".rows,.rows tbody{display:block}.rows tr{display:grid;grid-template-columns:1fr 1fr;"
"border-bottom:1px solid var(--line);padding:.5rem 0}"
".rows th:first-child{grid-column:1/-1;width:auto}.rows th,.rows td{border:0;padding:.15rem .3rem}"
".rows .pb{grid-column:1/-1}.rows .b{width:min(100%,20rem);height:auto}.m{display:inline}"
".in{padding-left:.4rem}}"
"@media screen and (max-width:40rem){.pl th:first-child{width:34%}"
".pl th,.pl td{padding:.4rem .25rem}.scale{grid-template-columns:1fr 3.6rem}"
".scale span{grid-column:1/-1;margin-bottom:-.3rem}}"
"@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--line:#999;--card:#fff}"
"body{max-width:none;font-size:.8rem;padding:0}.rows thead th:nth-child(2){width:8.5rem}"
".b{width:7.5rem}"
"*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
"details::details-content{content-visibility:visible;display:block;height:auto}"
"details>*{display:block}summary::before{content:none!important}tr,li{break-inside:avoid}"
"h2,summary{break-after:avoid}}";

/* The signs of the verdicts, drawn once. */
static void
write_signs(Svg *page)
{
	svg_put(page, "<svg width=0 height=0 style=\"position:absolute\" aria-hidden=true>");
	for (int status = 0; status < NUM_REPORT_STATUSES; status++)
	{
		svg_put(page, "<symbol id=s%d viewBox=\"-8 -8 16 16\">", status);
		if (status == REPORT_NOT_STARTED)
			svg_put(page,
					"<circle r=6 fill=none stroke=\"#767676\" stroke-width=1.6 "
					"stroke-dasharray=\"2.2 2.2\" />");
		else
			svg_put(page,
					"<circle r=7 fill=\"%s\"/><path d=\"M0 0%s\" fill=none stroke=\"#fff\" "
					"stroke-width=1.8"
					" stroke-linecap=round stroke-linejoin=round />",
					verdict_looks[status].colour, verdict_looks[status].sign);
		svg_put(page, "</symbol>");
	}
	svg_put(page, "</svg>\n");
}

static void
write_style(Svg *page)
{
	svg_put(page, "<style>%s", style);
	for (int status = 0; status < NUM_REPORT_STATUSES; status++)
		svg_put(page, ".c%d{fill:%s}", status,
				status == REPORT_NOT_STARTED ? "#767676" : verdict_looks[status].colour);
	svg_put(page, "</style>\n");
}

/* What is closed says as of which day it is, and what it leaves out. */
static void
write_closings(Svg *page, const Report *report)
{
	for (int i = 0; i < report->closings; i++)
	{
		const ReportClosing *closing = &report->closing[i];

		svg_put(page, "<p><b>%t %t %t</b>, %t %t", closing->period,
				report_word(report, REPORT_IS_CLOSED), closing->closed_on,
				report_word(report, REPORT_CLOSED_BY), closing->closed_by);
		if (closing->note != NULL && *closing->note != '\0')
			svg_put(page, " (%t)", closing->note);
		svg_put(page, ". ");
		if (closing->differing > 0)
			svg_put(page, "%d %t %d %t", closing->differing, report_word(report, REPORT_OF),
					closing->rows, report_word(report, REPORT_WOULD_DIFFER));
		else
			svg_put(page, "%t", report_word(report, REPORT_NONE_DIFFERS));
		svg_put(page, "</p>\n");
	}
}

/* Who does not read all places has a part of the plan, and says which. */
static void
write_reader(Svg *page, const Report *report)
{
	if (report->reader == NULL)
		return;
	svg_put(page, "<p><b>%t %t %t</b>", report_word(report, REPORT_PLACES_OF), report->reader,
			report_word(report, REPORT_MAY_READ));
	if (report->places != NULL)
		svg_put(page, ": %t", report->places);
	svg_put(page, "</p>\n");
}

static void
write_head(Svg *page, const Report *report)
{
	ReportWord	day = report_is_closed(report) ? REPORT_READ_ON : REPORT_AS_KNOWN;

	svg_put(page, "<!DOCTYPE html>\n<html lang=%s>\n<head>\n<meta charset=\"utf-8\">\n"
			"<meta name=viewport content=\"width=device-width, "
			"initial-scale=1\">\n<title>%t</title>\n",
			report->language == LANGUAGE_ENGLISH ? "en" : "vi", report->title);
	write_style(page);
	svg_put(page, "</head>\n<body>\n");
	write_signs(page);
	svg_put(page, "<header><h1>%t</h1>", report->title);
	if (report->as_of != NULL)
		svg_put(page, "<p>%t %t", report_word(report, day), report->as_of);
	if (report->as_of != NULL && report->term != NULL)
		svg_put(page, "; %t %t", report_word(report, REPORT_TERM), report->term);
	if (report->as_of != NULL && report->basis != NULL)
		svg_put(page, "; %t %t", report_word(report, REPORT_BASIS), report->basis);
	if (report->as_of != NULL && report->other_bases != NULL)
		svg_put(page, " (%t %t)", report_word(report, REPORT_OTHER_BASES), report->other_bases);
	svg_put(page, "%s\n", report->as_of != NULL ? "</p>" : "");
	write_reader(page, report);
	write_closings(page, report);
	svg_put(page, "</header>\n<main>\n");
}

static void
write_bar(Svg *page, const char *what, const char *of, double share, bool is_score)
{
	if (isnan(share))
		return;
	svg_put(page,
			"<span>%t%s%t</span><i aria-hidden=true><b%s style=\"width:%n%%\"></b></i><b class=v>",
			what,
			of != NULL ? " " : "", of != NULL ? of : "", is_score ? " class=c" : "",
			100.0 * fmin(fmax(share, 0.0), 1.0));
	report_percent(page, share);
	svg_put(page, "</b>\n");
}

static void
count_statuses(const Report *report, int *count)
{
	for (int status = 0; status < NUM_REPORT_STATUSES; status++)
		count[status] = 0;
	for (int i = 0; i < report->rows; i++)
		count[report->row[i].status]++;
}

/* The next row behind by pace, then by place; -1 at the end. */
static int
next_behind(const Report *report, int after)
{
	int			next = -1;

	for (int i = 0; i < report->rows; i++)
	{
		double		pace = report_pace(&report->row[i]);

		if (isnan(pace) || (after >= 0 && (pace < report_pace(&report->row[after]) ||
										   (pace == report_pace(&report->row[after]) &&
											i <= after))))
			continue;
		if (next < 0 || pace < report_pace(&report->row[next]))
			next = i;
	}
	return next;
}

static void
write_attention(Svg *page, const Report *report)
{
	int			next = next_behind(report, -1);

	svg_put(page, "<h3>%t</h3>\n", report_word(report, REPORT_ATTENTION));
	if (next < 0)
	{
		svg_put(page, "<p>%t</p>\n", report_word(report, REPORT_NO_ATTENTION));
		return;
	}
	svg_put(page, "<ul class=cards>\n");
	for (int i = 0; i < MOST_ATTENTION && next >= 0; i++)
	{
		const ReportRow *row = &report->row[next];

		svg_put(page, "<li><b>%t</b>", row->name);
		report_where(page, " ", row->where);
		svg_put(page, "<br>");
		report_bullet(page, report, row);
		svg_put(page, "<br>");
		report_status(page, report, row->status);
		report_progress(page, report, row);
		svg_put(page, "</li>\n");
		next = next_behind(report, next);
	}
	svg_put(page, "</ul>\n");
}

/* "3 of 4 targets that could be judged are on track or better", and how many have which verdict. */
static void
write_judged(Svg *page, const Report *report)
{
	int			count[NUM_REPORT_STATUSES];
	int			judged = 0;

	count_statuses(report, count);
	for (int status = 0; status < VERDICT_NO_DATA; status++)
		judged += count[status];
	svg_put(page, "<p><b>%d</b> %t %d %t %t",
			count[VERDICT_EXCEEDED] + count[VERDICT_MET] + count[VERDICT_ON_TRACK],
			report_word(report, REPORT_OF), judged,
			report_word(report, judged < report->rows ? REPORT_JUDGED : REPORT_TARGETS),
			report_word(report, REPORT_ON_PACE));
	if (judged < report->rows)
		svg_put(page, "; %t %d", report_word(report, REPORT_IN_ALL), report->rows);
	svg_put(page, ".</p>\n<ul class=chips>\n");
	for (int status = 0; status < NUM_REPORT_STATUSES; status++)
		if (count[status] > 0)
		{
			svg_put(page, "<li><b>%d</b>", count[status]);
			report_status(page, report, status);
			svg_put(page, "</li>\n");
		}
	svg_put(page, "</ul>\n");
}

static void
write_minute(Svg *page, const Report *report)
{
	svg_put(page, "<section><h2>%t</h2>\n<div class=scale>",
			report_word(report, REPORT_ONE_MINUTE));
	write_bar(page, report_word(report, REPORT_TERM_PASSED), report->term, report->term_elapsed,
			  false);
	write_bar(page, report_word(report, REPORT_YEAR_PASSED), report->year, report->year_elapsed,
			  false);
	write_bar(page,
			  report_word(report,
						  report->reader != NULL ? REPORT_SCORE_OF_SOME : REPORT_SCORE),
			  NULL, report->score, true);
	svg_put(page, "</div>\n");
	if (report->rows > 0)
	{
		write_judged(page, report);
		write_attention(page, report);
	}
	else
		svg_put(page, "<p>%t</p>\n", report_word(report, REPORT_NO_TARGETS));
	svg_put(page, "</section>\n");
}

void
report_write(Svg *page, const Report *report)
{
	write_head(page, report);
	write_minute(page, report);
	report_changes(page, report);
	report_tree(page, report);
	report_standings(page, report);
	report_milestones(page, report);
	report_no_figures(page, report);
	report_verdicts(page, report);
	report_notes(page, report);
	svg_put(page, "</main>\n</body>\n</html>\n");
}
