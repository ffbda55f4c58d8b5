/*
 * query_report.c
 *		The report of what a query returns.
 */
#include "report/report.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "argument.h"
#include "core/fixedsum.h"
#include "core/total.h"
#include "period.h"
#include "word.h"

/* Rows of a query beyond these are not fetched. */
#define MOST_ROWS 100000

/* Columns, by their names; all but the name may be left out. */
typedef enum QueryColumn
{
	COLUMN_NAME,
	COLUMN_PARENT,
	COLUMN_ACTUAL,
	COLUMN_GOAL,
	COLUMN_EXPECTED,
	COLUMN_UNIT,
	COLUMN_BOUND,
	COLUMN_VINTAGE,
	COLUMN_PERIOD,
	COLUMN_KIND,
	COLUMN_WEIGHT,
	COLUMN_ADDS_UP,
	COLUMN_SERIES,
	NUM_QUERY_COLUMNS
} QueryColumn;

static const char *const column_names[NUM_QUERY_COLUMNS] = {
	"name", "parent", "actual", "goal", "expected", "unit", "bound", "vintage", "period", "kind",
	"weight", "adds_up", "series"
};

/* What the query returned, and the tree of it. */
typedef struct QueryReport
{
	ReportResult result;
	int			column[NUM_QUERY_COLUMNS];	/* 0 for one that is left out */
	int			rows;
	int		   *parent;			/* of each row: the place of the row above it, or -1 */
	bool	   *is_branch;
	double	   *weight;
	ReportRow  *row;
} QueryReport;

static const char *
cell(const QueryReport *asked, int row, QueryColumn column)
{
	return asked->column[column] == 0 ? NULL
		: result_text(&asked->result, row, asked->column[column]);
}

static double
number_cell(const QueryReport *asked, int row, QueryColumn column)
{
	char	   *text = asked->column[column] == 0 ? NULL
		: SPI_getvalue(asked->result.table->vals[row], asked->result.table->tupdesc,
					   asked->column[column]);
	double		value;

	if (text == NULL)
		return NAN;
	value = DatumGetFloat8(DirectFunctionCall1(float8in, CStringGetDatum(text)));
	if (isinf(value))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("\"%s\" must be finite in row %d", column_names[column], row + 1)));
	return value;
}

static bool
boolean_cell(const QueryReport *asked, int row, QueryColumn column)
{
	char	   *text = asked->column[column] == 0 ? NULL
		: SPI_getvalue(asked->result.table->vals[row], asked->result.table->tupdesc,
					   asked->column[column]);

	return text != NULL && DatumGetBool(DirectFunctionCall1(boolin, CStringGetDatum(text)));
}

static void
find_columns(QueryReport *asked)
{
	for (int i = 0; i < NUM_QUERY_COLUMNS; i++)
	{
		int			n = SPI_fnumber(asked->result.table->tupdesc, column_names[i]);

		asked->column[i] = n > 0 ? n : 0;
	}
	if (asked->column[COLUMN_NAME] == 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("query of a report has no column \"name\""),
				 errhint("Columns are name, parent, actual, goal, expected, unit, bound, vintage, "
						 "period, kind, weight, adds_up and series.")));
}

static void
read_goal(const QueryReport *asked, int i, ReportRow *row)
{
	const char *text = cell(asked, i, COLUMN_GOAL);

	row->has_goal = text != NULL;
	if (text != NULL && goal_read(text, &row->goal) != PLAN_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid goal in row %d: \"%s\"", i + 1, text)));
}

static void
read_series(const QueryReport *asked, int i, ReportRow *row)
{
	int			column = asked->column[COLUMN_SERIES];
	bool		is_null;
	Datum		value;
	Datum	   *element;
	bool	   *nulls;
	int			count;

	if (column == 0)
		return;
	if (SPI_gettypeid(asked->result.table->tupdesc, column) != FLOAT8ARRAYOID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"series\" of a report must be of type double precision[]")));
	value =
		SPI_getbinval(asked->result.table->vals[i], asked->result.table->tupdesc, column, &is_null);
	if (is_null)
		return;
	deconstruct_array(DatumGetArrayTypeP(value), FLOAT8OID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE,
					  &element, &nulls, &count);
	row->series_count = Min(count, REPORT_MAX_SERIES);
	row->series = palloc(sizeof(double) * Max(row->series_count, 1));
	for (int n = 0; n < row->series_count; n++)
	{
		int			from = count - row->series_count + n;

		row->series[n] = nulls[from] || !isfinite(DatumGetFloat8(element[from])) ? NAN :
			DatumGetFloat8(element[from]);
	}
}

/* The bound of an actual; that of a word that is none is an exact figure. */
static FigureBound
figure_bound(const char *bound)
{
	if (bound == NULL)
		return FIGURE_EXACT;
	if (*bound == '>')
		return bound[1] == '=' ? FIGURE_AT_LEAST : FIGURE_ABOVE;
	if (*bound == '<')
		return bound[1] == '=' ? FIGURE_AT_MOST : FIGURE_BELOW;
	return FIGURE_EXACT;
}

/* The verdict of plan_bounded_status(), by the usual cuts. */
static void
judge(ReportRow *row)
{
	Bound		bound;
	double		expected;

	row->achievement = NAN;
	row->status = VERDICT_NO_DATA;
	if (!row->has_goal || isnan(row->actual))
		return;
	bound = goal_bound(&row->goal, row->actual);
	expected = isnan(row->expected) ? 1.0 : row->expected;
	row->achievement = row->adds_up ? total_achievement(&row->goal, row->actual, expected)
		: score_achievement(&bound);
	if (row->adds_up)
	{
		row->status =
			total_bounded_verdict(&row->goal, row->actual, figure_bound(row->bound), expected,
								  &default_cuts);
		return;
	}
	row->expected = expected = score_expected(&bound, expected);
	row->status = score_verdict(&bound, row->achievement, expected, &default_cuts);
	if (!bounded_is_decided(&row->goal, figure_bound(row->bound), &bound,
							row->status <= VERDICT_ON_TRACK))
		row->status = REPORT_UNDECIDED;
}

static void
read_row(QueryReport *asked, int i)
{
	ReportRow  *row = &asked->row[i];

	row->name = cell(asked, i, COLUMN_NAME);
	if (row->name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("name must not be NULL in row %d of a report", i + 1)));
	row->unit = cell(asked, i, COLUMN_UNIT);
	row->bound = cell(asked, i, COLUMN_BOUND);
	row->vintage = cell(asked, i, COLUMN_VINTAGE);
	row->where = cell(asked, i, COLUMN_PERIOD);
	row->actual = number_cell(asked, i, COLUMN_ACTUAL);
	row->expected = number_cell(asked, i, COLUMN_EXPECTED);
	if (row->expected < 0.0 || row->expected > 1.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("expected share must be between 0 and 1 in row %d, not %g", i + 1,
						row->expected)));
	row->adds_up = boolean_cell(asked, i, COLUMN_ADDS_UP);
	asked->weight[i] = number_cell(asked, i, COLUMN_WEIGHT);
	if (isnan(asked->weight[i]))
		asked->weight[i] = asked->column[COLUMN_WEIGHT] == 0 ? 1.0 : 0.0;
	if (asked->weight[i] < 0.0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("weight must not be negative in row %d of a report", i + 1)));
	read_goal(asked, i, row);
	read_series(asked, i, row);
	judge(row);
}

/* Texts of any length as keys: sorted, then found by halves. */
typedef struct NamedRow
{
	const char *name;
	int			row;
} NamedRow;

static int
compare_named(const void *a, const void *b)
{
	const NamedRow *x = a;
	const NamedRow *y = b;
	int			order = strcmp(x->name, y->name);

	return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(((const NamedRow *) a)->name, ((const NamedRow *) b)->name);
}

/* Whom each row is below.  A name that two rows have cannot be told apart where it is a parent. */
static void
find_parents(QueryReport *asked)
{
	NamedRow   *named = palloc(sizeof(NamedRow) * Max(asked->rows, 1));

	for (int i = 0; i < asked->rows; i++)
		named[i] = (NamedRow) {asked->row[i].name, i};
	qsort(named, asked->rows, sizeof(NamedRow), compare_named);
	for (int i = 0; i < asked->rows; i++)
	{
		const char *parent = cell(asked, i, COLUMN_PARENT);
		NamedRow	key = {parent, 0};
		NamedRow   *found;

		asked->parent[i] = -1;
		if (parent == NULL)
			continue;
		found = bsearch(&key, named, asked->rows, sizeof(NamedRow), compare_names);
		if (found == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("parent \"%s\" of row %d has no row of its own",
							shown_text(parent, strlen(parent)), i + 1)));
		if ((found > named && strcmp(found[-1].name, parent) == 0) ||
			(found + 1 < named + asked->rows && strcmp(found[1].name, parent) == 0))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("parent \"%s\" of row %d is the name of several rows",
							shown_text(parent, strlen(parent)), i + 1)));
		asked->parent[i] = found->row;
		asked->is_branch[found->row] = true;
	}
	pfree(named);
}

/* A walk down the tree of rows, which writes nodes and rows in the order of a report. */
typedef struct TreeWalk
{
	QueryReport *asked;
	Report	   *report;
	ReportNode *node;
	ReportRow  *row;
	int			exponent;		/* of the power of two by which weights are multiplied */
	FixedSum   *weight;			/* of each node: of what has a score */
	FixedSum   *score;			/* of each node: of scores by weight */
	int		   *first_child;	/* of each row, -1 for none */
	int		   *next_sibling;
	int			nodes;
	int			rows;
	int			reached;		/* rows that were reached from the top */
} TreeWalk;

/*
 * The greatest weight is brought to about 2^32, where a sum of as many as there can be rows has
 * room, and of lesser ones no digits are lost that count.
 */
static int
exponent_of_weights(const QueryReport *asked)
{
	double		greatest = 0.0;
	int			exponent;

	for (int i = 0; i < asked->rows; i++)
		greatest = Max(greatest, asked->weight[i]);
	(void) frexp(greatest, &exponent);
	return 32 - exponent;
}

/* Its verdict counts in all branches above. */
static void
place_row(TreeWalk *walk, int i, int node)
{
	ReportRow  *row = &walk->row[walk->rows++];
	double		weight = ldexp(walk->asked->weight[i], walk->exponent);
	double		score;

	*row = walk->asked->row[i];
	row->node = node;
	score = score_clamp(row->achievement, 1.0);
	for (int n = node; n >= 0; n = walk->node[n].parent)
	{
		CHECK_FOR_INTERRUPTS();
		walk->node[n].count[row->status]++;
		if (isnan(row->achievement))
			continue;
		(void) fixedsum_add_double(&walk->weight[n], weight);
		(void) fixedsum_add_product(&walk->score[n], weight, score);
	}
}

static bool
has_own_target(const ReportRow *row)
{
	return row->has_goal || !isnan(row->actual);
}

/* The rows of a node stand before its branches. */
static void
walk_node(TreeWalk *walk, int i, int parent)
{
	int			n = walk->nodes++;
	ReportNode *node = &walk->node[n];

	check_stack_depth();
	CHECK_FOR_INTERRUPTS();
	node->name = i >= 0 ? walk->asked->row[i].name : walk->report->title;
	node->kind = i >= 0 ? cell(walk->asked, i, COLUMN_KIND) : NULL;
	node->parent = parent;
	if (i >= 0)
		walk->reached++;
	if (i >= 0 && has_own_target(&walk->asked->row[i]))
		place_row(walk, i, n);
	for (int child = walk->first_child[i + 1]; child >= 0; child = walk->next_sibling[child])
		if (!walk->asked->is_branch[child])
		{
			walk->reached++;
			place_row(walk, child, n);
		}
	for (int child = walk->first_child[i + 1]; child >= 0; child = walk->next_sibling[child])
		if (walk->asked->is_branch[child])
			walk_node(walk, child, n);
}

/* The whole is a branch of its own, whose name is the title. */
static void
make_tree(QueryReport *asked, Report *report)
{
	TreeWalk	walk = {.asked = asked,.report = report};

	walk.node = palloc0(sizeof(ReportNode) * (asked->rows + 1));
	walk.row = palloc0(sizeof(ReportRow) * Max(asked->rows, 1));
	walk.exponent = exponent_of_weights(asked);
	walk.weight = palloc0(sizeof(FixedSum) * (asked->rows + 1));
	walk.score = palloc0(sizeof(FixedSum) * (asked->rows + 1));
	walk.first_child = palloc(sizeof(int) * (asked->rows + 1));
	walk.next_sibling = palloc(sizeof(int) * Max(asked->rows, 1));
	for (int i = 0; i <= asked->rows; i++)
		walk.first_child[i] = -1;
	for (int i = asked->rows - 1; i >= 0; i--)
	{
		walk.next_sibling[i] = walk.first_child[asked->parent[i] + 1];
		walk.first_child[asked->parent[i] + 1] = i;
	}
	walk_node(&walk, -1, -1);
	if (walk.reached < asked->rows)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rows of a report are below themselves")));
	for (int n = 0; n < walk.nodes; n++)
		walk.node[n].score = fixedsum_ratio(&walk.score[n], &walk.weight[n]);
	report->nodes = walk.nodes;
	report->node = walk.node;
	report->rows = walk.rows;
	report->row = walk.row;
	report->score = walk.node[0].score;
}

static void
run_query(QueryReport *asked, const char *query)
{
	SPIPlanPtr	plan = SPI_prepare(query, 0, NULL);

	if (plan == NULL || !SPI_is_cursor_plan(plan))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("query of a report must be one statement that returns rows")));
	(void) SPI_execute_plan(plan, NULL, NULL, true, MOST_ROWS + 1);
	asked->result.table = SPI_tuptable;
	asked->result.rows = SPI_processed;
	if (SPI_processed > MOST_ROWS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("report has too many rows"),
				 errdetail("At most %d rows are shown.", MOST_ROWS)));
	asked->rows = (int) SPI_processed;
}

/*
 * plan_report_query(query [, title [, as_of [, language]]]) returns text: the page of a report on
 * the rows of a query, whose columns are found by name: name, parent (the name of another row),
 * actual, goal, expected, unit, bound, vintage, period, kind, weight, adds_up and series.  22023
 * for a parent that is no row, and for rows below themselves.
 */
PG_FUNCTION_INFO_V1(plan_report_query);
Datum
plan_report_query(PG_FUNCTION_ARGS)
{
	QueryReport asked = {0};
	Report		report = {.term_elapsed = NAN,.year_elapsed = NAN,.today = NAN};
	MemoryContext context = CurrentMemoryContext;
	Datum		result;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	report.title = PG_ARGISNULL(1) ? "" : text_as_utf8(TextDatumGetCString(PG_GETARG_DATUM(1)));
	report.as_of = PG_ARGISNULL(2) ? NULL : text_as_utf8(TextDatumGetCString(PG_GETARG_DATUM(2)));
	report.language = PG_ARGISNULL(3) ? LANGUAGE_VIETNAMESE :
		word_argument(fcinfo, 3, &language_words);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	run_query(&asked, text_to_cstring(PG_GETARG_TEXT_PP(0)));
	find_columns(&asked);
	asked.row = palloc0(sizeof(ReportRow) * Max(asked.rows, 1));
	asked.parent = palloc(sizeof(int) * Max(asked.rows, 1));
	asked.is_branch = palloc0(sizeof(bool) * Max(asked.rows, 1));
	asked.weight = palloc(sizeof(double) * Max(asked.rows, 1));
	for (int i = 0; i < asked.rows; i++)
		read_row(&asked, i);
	find_parents(&asked);
	make_tree(&asked, &report);
	result = report_datum(&report, context);
	SPI_finish();
	PG_RETURN_DATUM(result);
}
