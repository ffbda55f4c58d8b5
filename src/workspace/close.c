/*
 * close.c
 *		Closing periods: their targets and verdicts are kept as they were known on a day.
 *
 * A closing changes the row of settings, which writers of targets lock: it waits for those who
 * are not done, and a transaction that began before it and writes after it fails, whatever its
 * isolation level.  Verdicts are then computed from what is committed, which the snapshot of a
 * repeatable read does not show.
 */
#include "workspace/workspace.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/guc.h"

#include "period.h"

/*
 * What is stored of a verdict is what the view has, but for labels, and for the name and year of
 * the period: tables have those that do not change with the calendar of the workspace.
 */
#define VERDICT \
	"node, indicator, indicator_name, place, place_name, basis, grain, first_day, " \
	"last_day, unit, kind, direction, goal, target, baseline, actual, bound, vintage, " \
	"answered_by, figure_first_day, figure_last_day, figures, coverage, is_complete, expected, " \
	"achievement, score, variance, status, figure_known_on, target_known_on, weight, " \
	"places, places_covered"

#define THIS_CLOSING "first_day = $1 AND last_day = $2"

static const char add_closing[] =
	"INSERT INTO workspace.closing (first_day, last_day, period, closed_on, note, closed_by)\n"
	"VALUES ($1, $2, $3, $4, $5, $6)";

static const char add_verdicts[] =
	"INSERT INTO workspace.closed_verdict (closing, period, year, " VERDICT ")\n"
	"SELECT (SELECT id FROM workspace.closing WHERE " THIS_CLOSING "), "
	"tnplan.plan_period(first_day, last_day)::text, EXTRACT(year FROM last_day)::int, "
	VERDICT "\n"
	"FROM workspace.computed_performance AS c\n"
	"WHERE first_day >= $1 AND last_day <= $2 AND NOT EXISTS (\n"
	"	SELECT FROM workspace.closed_verdict AS v\n"
	"	WHERE v.indicator = c.indicator AND v.place = c.place\n"
	"		AND v.basis = c.basis AND v.first_day = c.first_day AND v.last_day = c.last_day)";

/*
 * A period to close or to open, as the arguments of statements: its first and last day, its name,
 * the day as of which it is closed, the note, and who closes it.
 */
typedef struct Closing
{
	Workspace	workspace;
	char		name[PERIOD_TEXT_SIZE];
	Datum		value[6];
	char		is_null[6];
} Closing;

static Oid	closing_types[] = {DATEOID, DATEOID, TEXTOID, DATEOID, TEXTOID, TEXTOID};

/* Runs a statement on what is committed now; returns how many rows it has changed or found. */
static uint64
run_now(Closing *closing, const char *statement)
{
	return run_on_committed(workspace_statement(&closing->workspace, statement),
							lengthof(closing_types), closing_types, closing->value,
							closing->is_null);
}

/* A schema that someone else has made may have no text where a workspace has one. */
static const char *
found_text(int column)
{
	const char *text = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, column);

	return text == NULL ? "" : text;
}

/*
 * Waits for those who write targets or close periods, and keeps others from it until this
 * transaction ends.
 */
static void
lock_targets(Closing *closing)
{
	if (run_now(closing, "UPDATE workspace.setting SET id = id") == 0)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA_FOUND),
				 errmsg("workspace \"%s\" has no row in table \"setting\"",
						closing->workspace.name),
				 errhint("CALL plan_create_workspace(%s) adds it.",
						 quote_literal_cstr(closing->workspace.schema))));
}

/* The period that a person has written, and its name, by the calendar of the workspace. */
static Period
read_closed_period(Closing *closing, const char *text)
{
	CalendarRule rule = workspace_rule(&closing->workspace);
	Period		period = period_of_phrase(text, period_needs_calendar(text) ? &rule :
										  &standard_rule);

	period_write_by_calendar(closing->name, period, &rule);
	return period;
}

static void
begin_closing(Closing *closing, FunctionCallInfo fcinfo, AclMode privilege)
{
	Period		period;
	char	   *written;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be NULL", PG_ARGISNULL(0) ? "workspace" : "period")));
	written = text_to_cstring(PG_GETARG_TEXT_PP(1));
	find_workspace(&closing->workspace, fcinfo, 0);
	check_workspace_privilege(&closing->workspace, "closing", privilege);
	closing->value[5] = CStringGetTextDatum(GetUserNameFromId(GetUserId(), false));
	act_as_owner(&closing->workspace);
	period = read_closed_period(closing, written);
	if (!in_years_of_workspace(period))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
				 errmsg("period %s is out of range", closing->name),
				 errdetail("Periods of a workspace lie between %d and %d.", FIRST_YEAR,
						   LAST_YEAR)));
	memset(closing->is_null, 'n', sizeof(closing->is_null));
	memset(closing->is_null, ' ', 3);
	closing->value[0] = DateADTGetDatum(period.first);
	closing->value[1] = DateADTGetDatum(period.end - 1);
	closing->value[2] = CStringGetTextDatum(closing->name);
	closing->is_null[5] = ' ';
	lock_targets(closing);
}

/* What is known of a day becomes the setting of this call, and an argument of its statements. */
static void
close_as_known_on(Closing *closing, DateADT day)
{
	char		text[PERIOD_TEXT_SIZE] = "infinity";

	if (!DATE_NOT_FINITE(day))
		period_write(text, (Period) {day, day + 1});
	if (day > GetSQLCurrentDate() || DATE_NOT_FINITE(day))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("period %s cannot be closed as known on %s%s", closing->name,
						DATE_IS_NOBEGIN(day) ? "-" : "", text),
				 errhint("closed_on is the current date or an earlier one.")));
	closing->value[3] = DateADTGetDatum(day);
	closing->is_null[3] = ' ';
	(void) set_config_option("tnplan.known_on", text, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
							 true, 0, false);
}

/* What is closed before it is over stays as it is then, whatever the rest of it brings. */
static void
check_is_over(Closing *closing, DateADT day, bool early)
{
	DateADT		last_day = DatumGetDateADT(closing->value[1]);
	char		day_text[PERIOD_TEXT_SIZE];
	char		last_day_text[PERIOD_TEXT_SIZE];

	if (early || last_day <= day)
		return;
	period_write(day_text, (Period) {day, day + 1});
	period_write(last_day_text, (Period) {last_day, last_day + 1});
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("period %s is not over on %s: its last day is %s", closing->name, day_text,
					last_day_text),
			 last_day > GetSQLCurrentDate() ?
			 errhint("Close it when it is over, or before with early => true.") :
			 errhint("Close it as known on that day or a later one, or with early => true.")));
}

/* A verdict belongs to one closing, and those that overlap follow each other in time. */
static void
check_other_closings(Closing *closing)
{
	if (run_now(closing, "SELECT period FROM workspace.closing "
				"WHERE first_day <= $1 AND last_day >= $2 LIMIT 1") > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 strcmp(found_text(1), closing->name) == 0 ?
				 errmsg("period %s is closed already", closing->name) :
				 errmsg("period %s is closed already, as part of %s", closing->name,
						found_text(1))));
	if (run_now(closing,
				"SELECT period, to_char(closed_on, 'YYYY-MM-DD'), to_char($4, 'YYYY-MM-DD') "
				"FROM workspace.closing WHERE first_day <= $2 AND last_day >= $1 "
				"AND closed_on > $4 "
				"ORDER BY closed_on DESC LIMIT 1") > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("period %s cannot be closed as known on %s: "
						"%s, which it overlaps, was closed as known on %s", closing->name,
						found_text(3), found_text(1), found_text(2)),
				 errhint("Close it as known on that day or a later one.")));
}

/* Targets of the period that have no goal yet on the day as of which it is closed. */
static const char late_targets[] =
	"SELECT t.indicator, t.place, t.period, to_char(t.known_on, 'YYYY-MM-DD'), "
	"to_char($4, 'YYYY-MM-DD'), to_char(max(t.known_on) OVER (), 'YYYY-MM-DD'), "
	"count(*) OVER ()\n"
	"FROM (SELECT DISTINCT ON (indicator, place, basis, first_day, last_day) *\n"
	"	FROM workspace.target\n"
	"	WHERE first_day >= $1 AND last_day <= $2 AND known_on > $4 AND goal IS NOT NULL\n"
	"	ORDER BY indicator, place, basis, first_day, last_day, known_on) AS t\n"
	"WHERE (SELECT b.goal FROM workspace.target AS b\n"
	"	WHERE b.year = t.year AND b.indicator = t.indicator AND b.place = t.place\n"
	"		AND b.basis = t.basis AND b.first_day = t.first_day AND b.last_day = t.last_day\n"
	"		AND b.known_on <= $4 ORDER BY b.known_on DESC LIMIT 1) IS NULL\n"
	"ORDER BY t.indicator, t.place, t.first_day, t.last_day, t.basis LIMIT 1";

/* They would be in no verdict, and could not change any more. */
static void
check_no_target_is_late(Closing *closing)
{
	if (run_now(closing, late_targets) > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg_plural("period %s cannot be closed as known on %s: %s target of it became "
							   "known later",
							   "period %s cannot be closed as known on %s: %s targets of it "
							   "became known later",
							   strtoul(found_text(7), NULL, 10), closing->name, found_text(5),
							   found_text(7)),
				 errdetail("The first is that of indicator \"%s\" and place \"%s\" for %s, "
						   "which became known on %s.", found_text(1), found_text(2),
						   found_text(3), found_text(4)),
				 errhint("Close it as known on %s or a later day, or correct \"known_on\" of "
						 "targets that were known before.", found_text(6))));
}

/*
 * Keys that verdicts refer to are looked up as the transaction sees them: what was renamed since it
 * began is not there for it, as it could not have been for one that came first.
 */
static uint64
keep_verdicts(Closing *closing)
{
	MemoryContext context = CurrentMemoryContext;
	uint64		volatile verdicts = 0;

	if (!IsolationUsesXactSnapshot())
		return run_now(closing, add_verdicts);
	PG_TRY();
	{
		verdicts = run_now(closing, add_verdicts);
	}
	PG_CATCH();
	{
		if (geterrcode() != ERRCODE_FOREIGN_KEY_VIOLATION)
			PG_RE_THROW();
		MemoryContextSwitchTo(context);
		FlushErrorState();
		ereport(ERROR,
				(errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
				 errmsg("could not serialize access due to concurrent update"),
				 errdetail("What period %s has verdicts of was renamed since the transaction "
						   "began.", closing->name)));
	}
	PG_END_TRY();
	return verdicts;
}

static void
read_note(Closing *closing, FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(3))
		return;
	closing->value[4] = PG_GETARG_DATUM(3);
	closing->is_null[4] = ' ';
}

/*
 * plan_close_period(workspace, period [, closed_on [, note [, early]]]) returns bigint: keeps the
 * verdicts of all target periods within the period, which plan_parse_period() reads, as they were
 * known on a day, by default that of plan_known_on(); their targets can then no longer change.
 * Returns how many verdicts it has kept: those that another closing keeps stay with that.  Whoever
 * may insert into table closing may call it; what it reads and writes it does as the owner of the
 * workspace.  22004 without a workspace, period or early, 22008 for a period out of the years of
 * workspaces, 22023 for a day to come, 55000 for a period that is closed, that ends after the day
 * and is not closed early, that has targets which became known after it, or that overlaps one that
 * was closed as known later.
 */
PG_FUNCTION_INFO_V1(plan_close_period);
Datum
plan_close_period(PG_FUNCTION_ARGS)
{
	DateADT		day = PG_ARGISNULL(2) ? DatumGetDateADT(plan_known_on(fcinfo)) :
		PG_GETARG_DATEADT(2);
	Closing		closing;
	uint64		verdicts;

	if (PG_ARGISNULL(4))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("early must not be NULL")));
	begin_closing(&closing, fcinfo, ACL_INSERT);
	read_note(&closing, fcinfo);
	close_as_known_on(&closing, day);
	check_is_over(&closing, day, PG_GETARG_BOOL(4));
	check_other_closings(&closing);
	check_no_target_is_late(&closing);
	(void) run_now(&closing, add_closing);
	verdicts = keep_verdicts(&closing);
	end_workspace(&closing.workspace);
	if (verdicts == 0)
		ereport(NOTICE,
				(errmsg("the closing of period %s keeps no verdict", closing.name),
				 errdetail("No target that is not closed yet has a period within it."),
				 errhint("A target of a longer period is closed with that.")));
	PG_RETURN_INT64(verdicts);
}

static void
check_is_closed(Closing *closing)
{
	if (run_now(closing, "SELECT FROM workspace.closing WHERE " THIS_CLOSING) > 0)
		return;
	if (run_now(closing, "SELECT period FROM workspace.closing "
				"WHERE first_day <= $1 AND last_day >= $2 LIMIT 1") > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("period %s is closed as part of %s", closing->name, found_text(1)),
				 errhint("Reopen %s.", found_text(1))));
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("period %s is not closed", closing->name)));
}

/* A later closing left to this one the verdicts that both cover. */
static void
check_is_last(Closing *closing)
{
	if (run_now(closing, "SELECT period FROM workspace.closing "
				"WHERE first_day <= $2 AND last_day >= $1 AND id > "
				"(SELECT id FROM workspace.closing WHERE " THIS_CLOSING ") "
				"ORDER BY id DESC LIMIT 1") > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("period %s cannot be reopened: %s, which it overlaps, was closed after it",
						closing->name, found_text(1)),
				 errhint("Reopen %s first.", found_text(1))));
}

/* Who changes the direction of an indicator waits until this transaction ends. */
static const char lock_indicators[] =
	"SELECT FROM workspace.indicator WHERE code IN (SELECT indicator FROM workspace.target\n"
	"	WHERE first_day >= $1 AND last_day <= $2) ORDER BY code FOR KEY SHARE";

static const char targets_of_other_direction[] =
	"SELECT t.goal, t.goal_direction, t.indicator, i.direction, t.place, t.period\n"
	"FROM workspace.target AS t JOIN workspace.indicator AS i ON i.code = t.indicator\n"
	"WHERE t.first_day >= $1 AND t.last_day <= $2 AND t.goal_direction <> i.direction\n"
	"	AND NOT EXISTS (SELECT FROM workspace.closing AS k\n"
	"		WHERE k.first_day <= t.first_day AND k.last_day >= t.last_day)\n"
	"ORDER BY t.indicator, t.place, t.first_day, t.last_day, t.id LIMIT 1";

/* While targets are closed, the direction of their indicator can change; open, they have it. */
static void
check_directions(Closing *closing)
{
	if (run_now(closing, targets_of_other_direction) > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("period %s cannot be reopened: goal \"%s\" has direction %s, but indicator "
						"\"%s\" has direction %s", closing->name, found_text(1), found_text(2),
						found_text(3), found_text(4)),
				 errdetail("The target is that of place \"%s\" for %s.", found_text(5),
						   found_text(6)),
				 errhint("Give the indicator its direction back first, and make another indicator "
						 "for the other direction.")));
}

/*
 * plan_reopen_period(workspace, period) returns bigint: takes back a closing of this period, and
 * returns how many verdicts go on to follow figures and targets.  Whoever may delete from table
 * closing may call it.  22004 without a workspace or period, 22008 for a period out of the years of
 * workspaces, 55000 for one that was not closed as it is, that overlaps one closed later, or that
 * has a target against the direction that its indicator has since.
 */
PG_FUNCTION_INFO_V1(plan_reopen_period);
Datum
plan_reopen_period(PG_FUNCTION_ARGS)
{
	Closing		closing;
	uint64		verdicts;

	begin_closing(&closing, fcinfo, ACL_DELETE);
	check_is_closed(&closing);
	check_is_last(&closing);
	(void) run_now(&closing, lock_indicators);
	verdicts = run_now(&closing, "SELECT FROM workspace.closed_verdict WHERE closing = "
					   "(SELECT id FROM workspace.closing WHERE " THIS_CLOSING ")");
	SPI_freetuptable(SPI_tuptable);

	/* Its verdicts go with it, and so the log has one row of both. */
	(void) run_now(&closing, "DELETE FROM workspace.closing WHERE " THIS_CLOSING);
	check_directions(&closing);
	end_workspace(&closing.workspace);
	PG_RETURN_INT64(verdicts);
}
