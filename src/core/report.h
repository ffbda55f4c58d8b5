/*
 * report.h
 *		A report on a plan: one page of HTML that needs nothing from elsewhere.
 *
 * Texts are in UTF-8 and may hold anything.  Missing numbers are NaN.
 */
#ifndef TNPLAN_CORE_REPORT_H
#define TNPLAN_CORE_REPORT_H

#include "core/picture.h"

/* A verdict, or one that a period has before it begins. */
#define REPORT_UNDECIDED VERDICT_NONE
#define REPORT_NOT_STARTED NUM_VERDICTS
#define NUM_REPORT_STATUSES (NUM_VERDICTS + 1)

/* Values of a series that are drawn. */
#define REPORT_MAX_SERIES 40

/* A branch of the plan; parents stand before their children. */
typedef struct ReportNode
{
	const char *name;
	const char *kind;			/* NULL where that is not told */
	int			parent;			/* its place among the nodes, or -1 */
	int			count[NUM_REPORT_STATUSES]; /* of the rows of the branch */
	double		score;			/* of the branch, from 0 to 1 */
} ReportNode;

/*
 * A target with the figure that answers it; rows of a node stand together, in the order of nodes.
 */
typedef struct ReportRow
{
	int			node;
	const char *name;
	const char *where;			/* place, period and basis */
	const char *unit;
	const char *bound;			/* =, ~, >, >=, < or <= */
	const char *vintage;		/* NULL where there is nothing to say of it */
	/* last day of the figure, as it is written; NULL for the whole period */
	const char *as_of;
	bool		has_goal;
	bool		adds_up;		/* a total, of which limits are shared out */
	Goal		goal;
	double		actual;
	double		expected;		/* share that was due */
	double		achievement;
	int			status;			/* a Verdict or REPORT_NOT_STARTED */
	bool		is_closed;		/* as it was when its period was closed */
	int			series_count;
	double	   *series;
} ReportRow;

/* What differs from the report before. */
typedef struct ReportChange
{
	const char *name;
	const char *where;
	const char *unit;
	const char *bound_before;
	const char *bound_after;
	double		before;
	double		after;
	int			status_before;	/* -1 where it had none */
	int			status_after;
	const Goal *goal_before;	/* NULL unless it is another one now */
	const Goal *goal_after;
	bool		is_gone;		/* the target is one no more */
} ReportChange;

/* A closed period that has rows of the page. */
typedef struct ReportClosing
{
	const char *period;
	const char *closed_on;		/* as it is written */
	const char *closed_by;
	const char *note;			/* or NULL */
	int			rows;
	int			differing;		/* that would be others by what is known since */
} ReportClosing;

typedef struct ReportStanding
{
	const char *name;			/* of the ranking */
	const char *place;
	int			count;
	const char **period;
	int		   *rank;			/* 0 where there is none */
	int		   *total;			/* 0 where it is not known */
} ReportStanding;

typedef struct ReportMilestone
{
	const char *name;
	const char *due;
	const char *reached;		/* NULL: not yet */
	double		due_at;			/* share of the term */
	double		reached_at;
	double		years_ahead;
	int			status;
} ReportMilestone;

/* A milestone that was moved, reached or is new, or whose verdict is another one. */
typedef struct ReportMilestoneChange
{
	const ReportMilestone *before;	/* NULL where there was none */
	const ReportMilestone *after;
} ReportMilestoneChange;

typedef struct ReportVerdict
{
	const char *name;
	const char *where;
	double		official;		/* percent */
	double		computed;
	const char *said;			/* the official verdict, or NULL */
	int			status;
} ReportVerdict;

typedef struct Report
{
	Language	language;
	const char *title;
	const char *term;
	const char *as_of;			/* as it is written */
	const char *before;			/* the day of the report before, or NULL */
	const char *year;			/* or NULL */
	const char *basis;			/* the plan basis whose targets it has, or NULL */
	const char *other_bases;	/* those that it leaves out, or NULL */
	const char *reader;			/* who reads some places alone, or NULL where all are read */
	const char *places;			/* those of them that have targets, or NULL */
	double		term_elapsed;
	double		year_elapsed;
	double		today;			/* share of the term */
	double		score;
	const char *status_word[NUM_REPORT_STATUSES];	/* NULL: those of the language */
	int			nodes;
	const ReportNode *node;
	int			rows;
	const ReportRow *row;
	int			closings;
	const ReportClosing *closing;
	int			changes;
	const ReportChange *change;
	int			standings;
	const ReportStanding *standing;
	int			milestones;
	const ReportMilestone *milestone;
	int			milestone_changes;
	const ReportMilestoneChange *milestone_change;
	int			verdicts;
	const ReportVerdict *verdict;
} Report;

typedef enum ReportWord
{
	REPORT_ONE_MINUTE,
	REPORT_AS_KNOWN,
	REPORT_READ_ON,
	REPORT_IS_CLOSED,
	REPORT_CLOSED,
	REPORT_CLOSED_BY,
	REPORT_WOULD_DIFFER,
	REPORT_NONE_DIFFERS,
	REPORT_TERM,
	REPORT_BASIS,
	REPORT_OTHER_BASES,
	REPORT_PLACES_OF,
	REPORT_MAY_READ,
	REPORT_TERM_PASSED,
	REPORT_YEAR_PASSED,
	REPORT_SCORE,
	REPORT_SCORE_OF_SOME,
	REPORT_TARGETS,
	REPORT_NO_TARGETS,
	REPORT_JUDGED,
	REPORT_ON_PACE,
	REPORT_IN_ALL,
	REPORT_ATTENTION,
	REPORT_NO_ATTENTION,
	REPORT_CHANGES,
	REPORT_NO_CHANGES,
	REPORT_TREE,
	REPORT_INDICATOR,
	REPORT_PROGRESS,
	REPORT_ACTUAL,
	REPORT_TARGET,
	REPORT_STATUS,
	REPORT_SERIES,
	REPORT_DUE_BY,
	REPORT_DUE,
	REPORT_BY,
	REPORT_BY_NOW,
	REPORT_OF_CEILING,
	REPORT_AT_MOST,
	REPORT_FROM_BASELINE,
	REPORT_BEFORE,
	REPORT_NOW,
	REPORT_GONE,
	REPORT_STANDINGS,
	REPORT_MILESTONES,
	REPORT_MILESTONE,
	REPORT_YEAR_AHEAD,
	REPORT_YEARS_AHEAD,
	REPORT_YEAR_LATE,
	REPORT_YEARS_LATE,
	REPORT_REACHED,
	REPORT_DUE_ON,
	REPORT_NO_FIGURE,
	REPORT_OFFICIAL,
	REPORT_OFFICIAL_SHARE,
	REPORT_COMPUTED_SHARE,
	REPORT_NOTES,
	REPORT_NOTE_BULLET,
	REPORT_NOTE_CEILING,
	REPORT_NOTE_SERIES,
	REPORT_NOTE_BOUND,
	REPORT_NOTE_VINTAGE,
	REPORT_NOTE_STATUS,
	REPORT_TO_DATE,
	REPORT_NEXT_RANK,
	REPORT_OF,
	REPORT_IN_TIME,
	REPORT_LATE,
	REPORT_OVERDUE,
	REPORT_NOT_DUE,
	NUM_REPORT_WORDS
} ReportWord;

/* report_words.c */
extern const char *report_word(const Report *report, ReportWord word);
extern const char *report_status_word(const Report *report, int status);
extern const char *report_vintage(const Report *report, const char *vintage);
extern const char *report_kind(const Report *report, const char *kind);

/* report_pieces.c */
extern bool report_is_closed(const Report *report);
extern void report_where(Svg *page, const char *before, const char *where);
extern void report_amount(Svg *page, const Report *report, double value, const char *unit);
extern void report_percent(Svg *page, double share);
extern void report_status_said(Svg *page, int status, const char *word);
extern void report_status(Svg *page, const Report *report, int status);
extern double report_pace(const ReportRow *row);
extern void report_progress(Svg *page, const Report *report, const ReportRow *row);
extern void report_goal(Svg *page, const Report *report, const Goal *goal);
extern void report_bullet(Svg *page, const Report *report, const ReportRow *row);
extern void report_series(Svg *page, const Report *report, const ReportRow *row);

/* report_lists.c */
extern void report_changes(Svg *page, const Report *report);
extern void report_standings(Svg *page, const Report *report);
extern void report_milestones(Svg *page, const Report *report);
extern void report_no_figures(Svg *page, const Report *report);
extern void report_verdicts(Svg *page, const Report *report);
extern void report_notes(Svg *page, const Report *report);

/* report_tree.c */
extern const char *report_bound(const char *bound);
extern void report_table(Svg *page, const Report *report, int from, int to);
extern void report_tree(Svg *page, const Report *report);

/* report_page.c */
extern void report_write(Svg *page, const Report *report);

#endif							/* TNPLAN_CORE_REPORT_H */
