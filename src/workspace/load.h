/*
 * load.h
 *		Loading tables of texts into a workspace: what is checked, and what is kept of it.
 *
 * The rows of the staging table are read in their order, and checked here; what is right becomes a
 * Figure.  They are read again if the numbers of the file turn out to have the other decimal mark.
 * Figures are then held against each other and, in one statement, against those of the workspace.
 * They are written by one more for those that are new and one for those that change: in trials,
 * which are taken back, until all that are left are taken.
 */
#ifndef TNPLAN_WORKSPACE_LOAD_H
#define TNPLAN_WORKSPACE_LOAD_H

#include "workspace/workspace.h"

#include "executor/spi.h"
#include "nodes/params.h"
#include "utils/array.h"
#include "utils/date.h"
#include "utils/queryenvironment.h"
#include "utils/resowner.h"
#include "utils/tuplestore.h"

#include "core/amount.h"
#include "core/calendar.h"
#include "core/goal.h"
#include "core/heading.h"
#include "core/period.h"

/* Not found, or not one alone. */
#define NOT_FOUND (-1)

/* Things that have a name in common, in the order of their codes. */
typedef struct SharedName
{
	int32		number;			/* of the name, among those of its table */
	int			count;
	int			room;
	int32	   *thing;
} SharedName;

/* What was read of texts before, since most of them come again. */
typedef struct MemoKey
{
	const char *bytes;
	uint32		length;
} MemoKey;

typedef struct MemoEntry
{
	MemoKey		key;
	uint32		hash;
	char		status;
	int32		number;			/* what it stands for */
	const char *reason;			/* or why it stands for nothing */
	SharedName *shared;			/* the things that it could stand for, if several; else NULL */
} MemoEntry;

#define SH_PREFIX memo
#define SH_ELEMENT_TYPE MemoEntry
#define SH_KEY_TYPE MemoKey
#define SH_SCOPE extern
#define SH_DECLARE
#include "lib/simplehash.h"

/* Things that texts name by their code or by one of their names. */
typedef struct NameTable
{
	const char *what;			/* "indicator" */
	int			count;
	const char **code;
	const char **name;			/* NULL where there is none */
	uint8	   *kinds;			/* of places, those that each may be; else NULL */
	memo_hash  *keys;			/* by code and name, in several forms */
	memo_hash  *read;			/* by the texts of the staging table */
	int			shared_names;	/* so many have been found */
	int64		comparisons;	/* left for finding the nearest */
	MemoryContext context;
} NameTable;

/* The day of a period on which a figure counts, as its kind says. */
typedef enum CountingDay
{
	COUNTS_ON_ALL_DAYS,
	COUNTS_ON_FIRST_DAY,
	COUNTS_ON_LAST_DAY
} CountingDay;

typedef struct Indicator
{
	const char *unit;
	const char *unit_en;		/* or NULL */
	const char *currency;		/* or NULL */
	double		scale;
	int			exponent;		/* of the scale, where it is a power of ten */
	bool		has_exponent;
	/* the unit without its word of scale; NULL where that is not read */
	const char *base_unit;
	const char *base_unit_en;
	double		unit_scale;		/* what that word says; 0 without one */
	GoalDirection direction;
	const char *kind;
	bool		is_to_date;		/* counted anew each year */
	CountingDay counting_day;
	AmountChange change;		/* what its names say that its figures are */
	Grain		frequency;
} Indicator;

typedef struct PlaceTime
{
	DateADT		from;
	DateADT		until;
} PlaceTime;

typedef struct PeriodInfo
{
	Period		period;
	Datum		text;
	const char *closed;			/* the closed period that it is in, or NULL */
	int			year;
	Grain		grain;			/* of the period around a day that was asked for last */
	int32		whole;			/* that period, or NOT_FOUND */
} PeriodInfo;

/* A unit of its own column: what is to be multiplied, and the rest of the unit. */
typedef struct WrittenUnit
{
	double		factor;
	bool		has_scale;
	int			exponent;		/* of its scale */
	const char *unit;
} WrittenUnit;

typedef enum LoadKind
{
	LOAD_ACTUALS,
	LOAD_TARGETS,
	LOAD_STANDINGS,
	LOAD_MILESTONES
} LoadKind;

typedef enum FigureState
{
	FIGURE_NEW,
	FIGURE_STORED,				/* it is there already */
	FIGURE_KEPT,				/* with another source, note or reason, which stays */
	FIGURE_CLOSED,				/* the same, of a closed period */
	FIGURE_CHANGES,				/* one that is there changes */
	FIGURE_WRONG
} FigureState;

typedef struct Figure
{
	int64		row;
	int32		column;			/* of its value */
	int32		indicator;		/* of a standing, its ranking; of a milestone, its code */
	int32		place;
	int32		basis;			/* of a target; of a milestone, its node */
	int32		period;			/* of a milestone, when it is due */
	DateADT		known_on;
	uint8		state;
	uint8		bound;
	uint8		vintage;
	bool		is_taken;		/* when others that were tried with it were left out */
	int32		reached;		/* of a milestone, the period in which it was, or NOT_FOUND */
	double		value;			/* of an actual; of a standing, its score or NaN */
	int32		rank;			/* of a standing */
	int32		total;			/* 0 where it is not known */
	Goal		goal;			/* of a target */
	const text *source;			/* or NULL; of a milestone, its name */
	const text *note;			/* or NULL; of targets and milestones, their reason */
	int64		stored;			/* the row that changes */
} Figure;

/* A column of the staging table. */
typedef struct StagingColumn
{
	const char *name;
	int			number;			/* in its rows, from 1 */
	bool		is_text;		/* values are texts, which need no output function */
	bool		is_number;		/* the dot is decimal, whatever is asked for */
	FmgrInfo	output;
	int32		period;			/* that its name says, or NOT_FOUND */
	const char *part;			/* of a year that its name does not say, or NULL */
	bool		says_kind;		/* and whether its figures are planned or were reached */
	bool		is_revised;		/* which it says too */
	ColumnKind	kind;			/* that it says, with its vintage or NO_VINTAGE */
	const char *unit;			/* of its numbers, or NULL */
	int32		total;			/* of the places that it ranks, or 0 */
} StagingColumn;

/* A cell with a figure or a target, and what its row and its column say of it. */
typedef struct FigureCell
{
	const char *text;
	bool		is_number;
	const char *unit;			/* or NULL */
	const char *bound;			/* of a figure, or NULL */
	const char *baseline;		/* of a target, or NULL */
	Heading		at;				/* what the reason is about; HEADING_UNKNOWN for the cell */
} FigureCell;

/* Numbers by what their marks say: the first of each, or NULL. */
typedef struct SeenMarks
{
	const char *comma;			/* in which the comma is decimal */
	const char *dot;
	const char *either;			/* in which the only mark could be either */
} SeenMarks;

/* A rise or a fall as it was read. */
typedef struct ReadChange
{
	const char *text;			/* or NULL */
	int32		indicator;
	double		value;
	double		upper;
} ReadChange;

/* A day as it was read: the period that begins or ends with it. */
typedef struct ReadDay
{
	const char *text;			/* or NULL */
	int32		indicator;
	int32		period;
} ReadDay;

typedef struct LoadOptions
{
	const char *place;
	const char *period;
	const char *vintage;
	const char *basis;
	const char *ranking;
	const char *node;
	const text *source;			/* of targets and milestones, their reason */
	DateADT		known_on;
	char		decimal_mark;
	bool		settles_mark;	/* numbers of the file say which one it is, if it is not given */
	ArrayType  *ignore;
	bool		replace;
	bool		strict;
	bool		check_only;
} LoadOptions;

typedef struct Loader
{
	Workspace	workspace;
	LoadKind	kind;
	LoadOptions options;
	MemoryContext context;		/* of all that lasts */
	MemoryContext row_context;	/* of a row */
	DateADT		today;

	const char *staging;		/* its name, qualified and quoted */
	const char *staging_name;
	StagingColumn *column;
	int			columns;
	int			column_of[NUM_HEADINGS];	/* or NOT_FOUND */
	bool		has_fiscal_years;	/* in the column of years */
	bool		could_be_units;		/* what stands in the column of places */
	int		   *period_column;
	int			period_columns;
	StringInfo	left_out;		/* columns that are not known, where these are; or NULL */
	int			columns_left_out;
	const char *unstated_column;	/* the first that was left to figures, or NULL */
	const char *stated_column;	/* the first that says that it has targets */

	NameTable	indicators;
	Indicator  *indicator;
	NameTable	places;
	PlaceTime  *place_time;
	memo_hash  *shared_places;	/* by the number of their name and a period */
	NameTable	bases;
	NameTable	rankings;
	NameTable	nodes;
	NameTable	milestones;		/* by the codes of the file */
	int			milestone_room;
	int32		default_place;
	const SharedName *default_shared_place; /* where the option names several; else NULL */
	int32		default_period;
	int32		default_basis;
	int32		default_ranking;
	int32		default_node;
	Vintage		default_vintage;

	CalendarRule calendar;		/* of the workspace, which fiscal years follow, once it is read */
	bool		has_calendar;
	memo_hash  *period_texts;
	memo_hash  *date_texts;
	memo_hash  *unit_texts;
	PeriodInfo *period;
	int			periods;
	WrittenUnit *unit;
	int			units;
	SPITupleTable *closings;

	char		usual_mark;		/* the decimal mark of the language of the workspace */
	SeenMarks	seen_marks;		/* of cells that are taken */
	SeenMarks	cell_marks;		/* of the cell that is read */
	const char *either_of_row;	/* the first of the row that could be read in two ways */
	const char *either_loaded;	/* the first of rows without a wrong cell */
	bool		is_mirrored;	/* the number of the cell that is read, since it is a fall */
	bool		is_either_of_row_mirrored;
	bool		is_either_loaded_mirrored;
	ReadChange	change_of_row;	/* the first of the row whose sign may surprise */
	ReadChange	change_loaded;	/* the first of rows without a wrong cell */
	ReadDay		day_of_row;		/* the first of the row that stands for a longer period */
	ReadDay		day_loaded;		/* the first of rows without a wrong cell */
	bool		refuses_either; /* since the numbers of the file contradict each other */

	Figure	   *figure;
	int64		figures;
	int64		figure_room;
	int64		rows;
	int64		empty_rows;		/* without figures */
	uint8	   *wrong;			/* a bit for each row */
	int64		wrong_room;
	int64		wrong_rows;
	int64		stored;
	int64		kept;			/* of those that are stored */
	int64		closed;			/* the same, of closed periods */
	int64		changed;
	Tuplestorestate *reasons;
	TupleDesc	reasons_desc;
} Loader;

/* A row of the staging table, while it is read. */
typedef struct StagingRow
{
	Loader	   *loader;
	HeapTuple	tuple;
	TupleDesc	desc;
	Figure		common;			/* what its figures have in common */
	const SharedName *shared_place; /* where the period of a figure says which one; else NULL */
	const char *place_text;		/* that names these */
	bool		is_place_refused;
	bool		is_checked;		/* that has been read */
	const char *unit;
	bool		has_unit_cell;	/* in which the unit stands */
	bool		is_unit_refused;
	bool		is_year_refused;
	const char *bound;
	const char *baseline;
	bool		is_wrong;
} StagingRow;

/* Figures of one state, by their place in the loader. */
typedef struct FigureList
{
	int64	   *figure;
	int64		count;
	FigureState state;
} FigureList;

/* Figures as a relation that statements read. */
typedef struct FigureRelation
{
	EphemeralNamedRelationData enr;
	Tuplestorestate *store;
	TupleDesc	desc;
	int64		rows;
} FigureRelation;

/* A statement that writes figures, and how many of them it has read. */
typedef struct FigureStatement
{
	SPIPlanPtr	plan;
	ParamListInfo params;
	int64		rows_read;
	bool		returns;		/* the figures that were taken */
} FigureStatement;

/* So many columns that are left out are named. */
#define MAX_LEFT_OUT 10

/* Milestones are of this year or later. */
#define FIRST_YEAR_OF_MILESTONES 1900

/* load.c */
extern void add_reason(Loader *loader, int64 row, int column, const char *value,
					   const char *reason);
extern bool row_is_wrong(const Loader *loader, int64 row);

/* load_names.c */
extern memo_hash *create_memo(MemoryContext context);
extern MemoEntry *memo_entry(memo_hash *memo, const char *bytes, size_t length,
							 MemoryContext context,
							 bool *found);
extern void create_names(NameTable *names, const char *what, int count, MemoryContext context);
extern void add_name(NameTable *names, int i, const char *code, const char *name,
					 const char *name_en);
extern void set_kind(NameTable *names, int i, const char *kind);
extern bool is_name(NameTable *names, const char *text);
extern int32 find_name(NameTable *names, const char *text, size_t length, const char **reason);
extern const SharedName *shared_name(const NameTable *names, const char *text, size_t length);

/* load_line_number.c */
extern const char *without_line_number(const char *text, bool with_letters);

/* load_place.c */
extern const SharedName *shared_place_option(Loader *loader);
extern int32 find_place(StagingRow *row, bool is_needed);
extern int32 place_of_period(StagingRow *row, int column, const char *cell, int32 period);
extern int32 place_of_milestone(StagingRow *row);

/* load_workspace.c */
extern void read_workspace(Loader *loader);
extern const CalendarRule *workspace_calendar(Loader *loader);
extern void refuse_figure(Loader *loader, Figure *figure, const char *reason);
extern void compare_with_workspace(Loader *loader);

/* load_write.c */
extern void offer_figures(const Loader *loader, const FigureList *list, FigureRelation *relation);
extern void withdraw_figures(FigureRelation *relation);
extern FigureList figures_of_state(const Loader *loader, FigureState state);
extern void free_list(FigureList *list);
extern bool may_use_columns(Oid table, const char *columns, AclMode right);
extern Oid	table_of_figures(const Loader *loader);
extern const char *name_of_table(const Loader *loader);
extern const char *noun_of_figures(const Loader *loader);
extern const char *noun_of_figure(const Loader *loader);
extern bool may_write(const Loader *loader, FigureState state);
extern bool has_policies(const Loader *loader, FigureState state);
extern void prepare_writing(const Loader *loader, FigureState state, int64 figures, bool returns,
							FigureStatement *statement);
extern void end_writing(FigureStatement *statement);
extern bool try_lists(const Loader *loader, const FigureList *const *lists,
					  FigureStatement *statements, int count, bool keep, ErrorData **error);
extern bool write_figures(Loader *loader);

/* load_search.c */
extern void refuse_others_figure(Loader *loader, Figure *figure);
extern void refuse_untaken_figures(Loader *loader, const FigureList *const *lists, int count,
								   bool for_rights);

/* load_rights.c */
extern void refuse_figures_of_others(Loader *loader);

/* load_heading.c */
extern void set_heading(Loader *loader, Heading heading, int column);
extern char *split_parentheses(const char *text, char **inside);
extern bool place_last_column(Loader *loader);

/* load_columns.c */
extern void find_columns(Loader *loader, TupleDesc desc);
extern const char *remark_of_columns(const Loader *loader);

/* load_staging.c */
extern const char *heading_text(const StagingRow *row, Heading heading);
extern void refuse_cell(StagingRow *row, int column, const char *value, const char *reason);
extern void read_staging(Loader *loader);

/* load_period.c */
extern int32 period_of_row(StagingRow *row);
extern int32 period_of_column(StagingRow *row, int column, const char *cell);
extern const char *remark_of_day(const Loader *loader);
extern void end_row_day(Loader *loader, bool is_taken);
extern bool is_part_of_year(Loader *loader, const char *name);
extern int32 read_part_of_year(Loader *loader, Heading heading, const char *part, const char *year,
							   const char **reason);

/* load_value.c */
extern int32 read_period(Loader *loader, const char *text, size_t length, const char **reason);
extern bool read_date(Loader *loader, const char *text, size_t length, DateADT *day,
					  const char **reason);
extern bool vintage_of_text(const char *text, Vintage *vintage);
extern const char *vintage_name(Vintage vintage);
extern const char *server_text(const char *utf8);
extern const char *words_of_reason(const char *words);
extern bool is_no_figure(const char *text);
extern const char *read_actual(Loader *loader, Figure *figure, FigureCell *cell);
extern const char *read_target(Loader *loader, Figure *figure, FigureCell *cell);
extern bool set_baseline(Goal *goal, double baseline);
extern const char *reason_unreadable(PlanError error, const char *what, const char *text);
extern const char *read_score_cell(Loader *loader, const char *text, bool is_number,
								   double *score);
extern const char *figure_text(const Loader *loader, const Figure *figure);
extern const char *other_text(const Loader *loader, const Figure *figure, const Figure *other);
extern bool is_same_value(const Loader *loader, const Figure *a, const Figure *b);

/* load_unit.c */
extern void prepare_indicator(Indicator *indicator);
extern bool are_same_units(const Loader *loader, int32 indicator, const char *a, const char *b);
extern const char *bring_into_unit(Loader *loader, int32 indicator, FigureCell *cell,
								   Amount *amount);
extern bool is_scaled_money(const char *text);
extern bool could_be_unit(const Loader *loader, const char *text, bool *is_sure);
extern bool unit_fits(Loader *loader, int32 indicator, const char *unit);

/* load_standing.c */
extern const NameTable *things_of(const Loader *loader);
extern const char *read_rank_cell(Figure *figure, const char *text);
extern const char *read_total_cell(const char *text, int32 *total);
extern bool read_total_of_heading(const char *text, int32 *total);
extern const char *standing_text(const Figure *figure);
extern bool is_same_standing(const Figure *a, const Figure *b);

/* load_milestone.c */
extern void begin_milestones(Loader *loader);
extern bool is_not_reached(const char *text);
extern int32 number_of_milestone(Loader *loader, const char *code);
extern const char *milestone_text(const Loader *loader, const Figure *figure);
extern bool is_same_milestone(const Loader *loader, const Figure *a, const Figure *b);
extern void take_stored_milestone(Loader *loader, HeapTuple tuple, TupleDesc desc,
								  Figure *stored);
extern void complete_milestone(const Loader *loader, Figure *figure, const Figure *stored);
extern void changes_of_milestones(const Loader *loader, StringInfo columns, StringInfo values);
extern void refuse_incomplete_milestones(Loader *loader);

/* load_mark.c */
extern void note_change(Loader *loader, int32 indicator, const char *text, const Amount *amount);
extern const char *remark_of_change(const Loader *loader);
extern void note_marks(Loader *loader, const char *text, const Amount *amount);
extern void end_cell_marks(Loader *loader, bool is_taken);
extern void end_row_marks(Loader *loader, bool is_taken);
extern bool settle_mark(Loader *loader);
extern const char *reason_either(const Loader *loader, const char *text);
extern const char *remark_of_mark(const Loader *loader);

/* load_duplicates.c */
extern void find_duplicates(Loader *loader);

#endif							/* TNPLAN_WORKSPACE_LOAD_H */
