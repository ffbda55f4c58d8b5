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

/*
 * Keep a figure, and drop those that do not count any more.  One of the same day may be dropped for
 * a higher one, which remembers its row: until that has gone too the day has two.
 */
static void
keep_figure(MovingValue *moving, uint64_t row, const PeriodValue *other)
{
	PeriodValueKind kind = (PeriodValueKind) other->kind;
	MovingFigure figure = {row, other->period, other->value, 0, other->is_ambiguous};

	while (moving->figures > 0)
	{
		const MovingFigure *last = figure_at(moving, moving->figures - 1);
		int			order = period_value_order(kind, other->period, other->value, last->period,
											   last->value);

		if (order < 0 || (order == 0 && other->value < last->value))
			break;
		if (order == 0 && figure.twin_end == 0)
			figure.twin_end = last->row + 1;
		/* A state of several rows stays in the frame as long as its row. */
		moving->figures--;
	}
	*figure_at(moving, moving->figures) = figure;
	moving->figures++;
}

/* Add a row, for which there must be room. */
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
	if (period_value_is_group(other))
		return period_value_merge(total, other);
	if (__builtin_add_overflow(total->count, other->count, &total->count))
		return PLAN_OUT_OF_RANGE;
	if (other->count > 0)
		keep_figure(moving, row, other);
	return PLAN_OK;
}

/* Remove the oldest row, which is this one. */
PlanError
moving_value_remove(MovingValue *moving, const PeriodValue *other)
{
	uint64_t	row = moving->first_row++;

	if (period_value_is_invertible(other))
		return period_value_subtract(&moving->total, other);
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
		const MovingFigure *figure = figure_at(moving, 0);

		now.period = figure->period;
		now.value = figure->value;
		now.is_ambiguous = period_value_has_day((PeriodValueKind) now.kind) &&
			(figure->is_ambiguous || figure->twin_end > moving->first_row ||
			 (moving->figures > 1 && figure_at(moving, 1)->period == figure->period));
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
