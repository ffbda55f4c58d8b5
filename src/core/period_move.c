/*
 * period_move.c
 *		Moving periods, and the parts of them that correspond.
 */
#include "core/period.h"

#define DAYS_IN_WEEK 7

/*
 * The length of a period in months, or 0 if it must be counted in days.  A period of months
 * ends before the day of the month on which it began, up to the 28th, since later days are not
 * in every month.
 */
static int32_t
length_in_months(Period period)
{
	GregorianDate first = gregorian_date(period.first);
	GregorianDate end = gregorian_date(period.end);

	return first.day == end.day && first.day <= 28 ? end.month - first.month : 0;
}

/*
 * The day some months of a rule later, as far behind the beginning of its month, or the last day of
 * a shorter month.
 */
static int64_t
add_months(const CalendarRule *rule, int32_t day, int64_t months)
{
	int32_t		month = calendar_month(rule, day);
	int64_t		offset = day - calendar_month_start(rule, month);
	int64_t		start = calendar_month_start(rule, (int32_t) (month + months));
	int64_t		end = calendar_month_start(rule, (int32_t) (month + months + 1));

	return start + offset < end ? start + offset : end - 1;
}

/* Months that can be added to those of days, so that the result can be numbered. */
static bool
can_add_months(int64_t months)
{
	return months >= -12 * ((int64_t) GREGORIAN_LAST_YEAR - GREGORIAN_FIRST_YEAR) &&
		months <= 12 * ((int64_t) GREGORIAN_LAST_YEAR - GREGORIAN_FIRST_YEAR);
}

static bool
is_countable_month(int64_t month)
{
	return month >= gregorian_year_start(GREGORIAN_FIRST_YEAR - 1) &&
		month <= gregorian_year_start(GREGORIAN_LAST_YEAR + 2);
}

/*
 * Both ends moved by months.  Where a period consists of months its ends stay boundaries of months,
 * and so does the day of the month on which it begins and ends.
 */
static PlanError
move_months(Period period, int64_t months, const CalendarRule *rule, Period *result)
{
	int32_t		first = calendar_month(rule, period.first);
	int32_t		last = calendar_month(rule, period.end - 1);
	int64_t		length = length_in_months(period);
	int64_t		end;

	if (!can_add_months(months) || !is_countable_month(first + months) ||
		!is_countable_month(last + months))
		return PLAN_BAD_DATE;
	if (calendar_month_start(rule, first) == period.first &&
		calendar_month_start(rule, last + 1) == period.end)
		end = calendar_month_start(rule, (int32_t) (last + months + 1));
	else if (length > 0 && calendar_has_gregorian_months(rule))
		end = add_months(rule, period.first, months + length);
	else
		end = add_months(rule, period.end - 1, months) + 1;
	return period_from_days(add_months(rule, period.first, months), end, result);
}

static PlanError
move_days(Period period, int64_t days, Period *result)
{
	return period_from_days(period.first + days, period.end + days, result);
}

/* Move a period by a multiple of its length: a month by months, a week by weeks. */
PlanError
period_shift(Period period, int32_t by, const CalendarRule *rule, Period *result)
{
	int32_t		first,
				end;
	int64_t		months = length_in_months(period);

	if (period_rule_months(period, rule, &first, &end))
		return move_months(period, (int64_t) by * (end - first), rule, result);
	if (months > 0 && calendar_has_gregorian_months(rule))
		return move_months(period, by * months, rule, result);
	return move_days(period, (int64_t) by * period_days(period), result);
}

/* Move a period by a multiple of a unit. */
PlanError
period_shift_by(Period period, int32_t by, Grain unit, const CalendarRule *rule, Period *result)
{
	if (unit >= GRAIN_MONTH)
		return move_months(period, (int64_t) by * grain_months(unit), rule, result);
	return move_days(period, (int64_t) by * (unit == GRAIN_WEEK ? DAYS_IN_WEEK : 1), result);
}

/* The week of the same number by ISO 8601, or the last week of a shorter year. */
static PlanError
iso_week_of_prior_year(Period period, Period *result)
{
	int32_t		year,
				week,
				weeks;

	period_iso_week(period.first, &year, &week);
	weeks = period_weeks_in_year(year - 1);
	return period_from_week(year - 1, week < weeks ? week : weeks, result);
}

/*
 * As far behind the beginning of the year of weeks before; from a 53rd week, that many days from
 * the end of a shorter year.
 */
static PlanError
weeks_of_prior_year(Period period, const CalendarRule *rule, Period *result)
{
	int32_t		year = 12 * calendar_floor(calendar_month(rule, period.first), 12);
	int64_t		start = calendar_month_start(rule, year);
	int64_t		prior = calendar_month_start(rule, year - 12);
	int64_t		days = prior - start;

	/* A year of 53 weeks has a last week that the year before may lack. */
	while (period.first + days >= start)
		days -= DAYS_IN_WEEK;
	return move_days(period, days, result);
}

/* The same period of the year before. */
PlanError
period_prior_year(Period period, const CalendarRule *rule, Period *result)
{
	int32_t		first,
				end;

	if (gregorian_year_of(gregorian_month(period.first)) <= GREGORIAN_FIRST_YEAR)
		return PLAN_BAD_DATE;
	if (period_rule_months(period, rule, &first, &end))
		return move_months(period, -12, rule, result);
	if (calendar_has_years_of_weeks(rule))
		return weeks_of_prior_year(period, rule, result);
	if (length_in_months(period) == 0 && period_grain(period, rule) == GRAIN_WEEK)
		return rule->weekday == 0 ? iso_week_of_prior_year(period, result)
			: move_days(period, -52 * DAYS_IN_WEEK, result);
	return move_months(period, -12, rule, result);
}

/*
 * Whether two periods start alike, so that months can be counted from both: on the same day of a
 * month, up to the 28th, or where months of the rule begin.
 */
static bool
start_alike(Period period, Period earlier, const CalendarRule *rule)
{
	int64_t		offset =
		period.first - calendar_month_start(rule, calendar_month(rule, period.first));
	int64_t		other =
		earlier.first - calendar_month_start(rule, calendar_month(rule, earlier.first));

	return offset == other && (offset == 0 || (offset < 28 && !calendar_has_years_of_weeks(rule)));
}

/*
 * The end in the earlier period that corresponds to an end in this one: the same months and
 * days from the start if both start alike, else the same number of days.  A shorter month ends
 * early.
 */
static int64_t
corresponding_end(Period period, Period earlier, int32_t end, const CalendarRule *rule)
{
	int64_t		months,
				day,
				next;

	if (!start_alike(period, earlier, rule))
		return (int64_t) earlier.first + (end - period.first);
	months = calendar_month(rule, end) - calendar_month(rule, period.first);
	if (add_months(rule, period.first, months) > end)
		months--;
	day = add_months(rule, earlier.first, months) + (end - add_months(rule, period.first, months));
	next = add_months(rule, earlier.first, months + 1);
	return day < next ? day : next;
}

/*
 * The part of an earlier period that corresponds to the part of this one that has passed by
 * the end of a day: undefined before the period begins, and all of it after it ends.
 */
PlanError
period_same_part(Period period, Period earlier, int32_t as_of, const CalendarRule *rule,
				 Period *part)
{
	int64_t		end;

	if (as_of < period.first)
		return PLAN_UNDEFINED;
	*part = earlier;
	if (as_of >= period.end - 1)
		return PLAN_OK;
	end = corresponding_end(period, earlier, as_of + 1, rule);
	if (end < earlier.end)
		part->end = (int32_t) end;
	return PLAN_OK;
}
