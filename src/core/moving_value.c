/*
 * moving_value.c
 *		The value of a period over rows that come and go, the oldest first.
 */
#include "core/moving_value.h"

static inline MovingFigure *
figure_at(const MovingValue *moving, uint64_t i)
{
	return &moving->figure[(moving->first + i) & (moving->capacity - 1)];
}

/* Whether a figure goes on counting once a later one has come. */
static bool
is_beaten(const PeriodValue *other, const MovingFigure *figure)
{
	if (other->period != figure->period)
		return other->period > figure->period;
	return other->value >= figure->value;
}

static void
keep_figure(MovingValue *moving, uint64_t row, const PeriodValue *other)
{
	while (moving->figures > 0 && is_beaten(other, figure_at(moving, moving->figures - 1)))
		moving->figures--;
	*figure_at(moving, moving->figures) = (MovingFigure) {row, other->period, other->value};
	moving->figures++;
}

/*
 * Add a row, for which there must be room.  What is running is merged, and never subtracted.
 */
PlanError
moving_value_add(MovingValue *moving, const PeriodValue *other)
{
	PeriodValue *total = &moving->total;
	uint64_t	row = moving->end_row;

	if (!moving_value_has_rows(moving))
		period_value_init(total, (PeriodValueKind) other->kind);
	if (total->kind != other->kind)
		return PLAN_MIXED_KINDS;
	moving->end_row++;
	if (period_value_is_group(other) || other->kind == VALUE_RUNNING)
		return period_value_merge(total, other);
	if (__builtin_add_overflow(total->count, other->count, &total->count))
		return PLAN_OUT_OF_RANGE;
	if (other->count > 0)
		keep_figure(moving, row, other);
	return PLAN_OK;
}

/* Remove the oldest row, which is this one; PLAN_UNDEFINED of what is running. */
PlanError
moving_value_remove(MovingValue *moving, const PeriodValue *other)
{
	uint64_t	row = moving->first_row++;

	if (period_value_is_invertible(other))
		return period_value_subtract(&moving->total, other);
	if (other->kind == VALUE_RUNNING)
		return PLAN_UNDEFINED;
	moving->total.count -= other->count;
	if (moving->figures > 0 && figure_at(moving, 0)->row == row)
	{
		moving->first++;
		moving->figures--;
	}
	return PLAN_OK;
}

/* Of one that has rows. */
PeriodValue
moving_value_now(const MovingValue *moving)
{
	PeriodValue now = moving->total;

	if (moving->figures > 0)
	{
		now.period = figure_at(moving, 0)->period;
		now.value = figure_at(moving, 0)->value;
	}
	return now;
}

/* In order, to where there is more room. */
void
moving_value_copy_figures(const MovingValue *moving, MovingFigure *to)
{
	for (uint64_t i = 0; i < moving->figures; i++)
		to[i] = *figure_at(moving, i);
}
