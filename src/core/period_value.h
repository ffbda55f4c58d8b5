/*
 * period_value.h
 *		The value of one indicator over a period, from values dated within it.
 *
 * What the value is depends on the indicator: flows add up, stocks and cumulative values take
 * the last one, rates their mean, peaks their maximum, and so on.  Where one day decides, a second
 * value on that day makes the state ambiguous: it can be merged, but not read.
 */
#ifndef TNPLAN_CORE_PERIOD_VALUE_H
#define TNPLAN_CORE_PERIOD_VALUE_H

#include "core/fixedsum.h"
#include "core/period.h"

#define PERIOD_VALUE_VERSION 1

typedef enum PeriodValueKind
{
	VALUE_FLOW,
	VALUE_STOCK,
	VALUE_CUMULATIVE,			/* since the period began: the last says it all */
	VALUE_AVERAGE,
	VALUE_PEAK,
	VALUE_LEAST,
	VALUE_FIRST
} PeriodValueKind;

#define NUM_VALUE_KINDS (VALUE_FIRST + 1)

/* Stored as it is, so that fields keep this order.  What a kind does not need is zero. */
typedef struct PeriodValue
{
	uint8_t		version;
	uint8_t		kind;
	uint8_t		is_ambiguous;	/* 1 if the day that decides has more than one figure */
	uint8_t		reserved[5];	/* always zero */
	int64_t		count;			/* figures */
	int64_t		period;			/* packed: the day that decides */
	double		value;			/* of that day, or the highest or the lowest */
	FixedSum	sum;
} PeriodValue;

/* Room for any of them as text. */
#define PERIOD_VALUE_TEXT_SIZE (FIXEDSUM_TEXT_SIZE + PERIOD_TEXT_SIZE + 96)

extern const WordTable value_kind_words;
extern const char *period_value_kind_name(PeriodValueKind kind);
extern void period_value_init(PeriodValue *state, PeriodValueKind kind);
extern PlanError period_value_add(PeriodValue *state, int64_t period, double value);
extern bool period_value_has_day(PeriodValueKind kind);
extern int	period_value_order(PeriodValueKind kind, int64_t period, double value,
								   int64_t other_period, double other_value);
extern bool period_value_is_group(const PeriodValue *state);
extern bool period_value_is_invertible(const PeriodValue *state);
extern PlanError period_value_merge(PeriodValue *state, const PeriodValue *other);
extern PlanError period_value_subtract(PeriodValue *state, const PeriodValue *other);
extern PlanError period_value_figure(const PeriodValue *state, double *figure);
extern bool period_value_is_valid(const PeriodValue *state);
extern int	period_value_compare(const PeriodValue *a, const PeriodValue *b);
extern PlanError period_value_read(const char *text, PeriodValue *state);
extern size_t period_value_write(char *out, const PeriodValue *state);

#endif							/* TNPLAN_CORE_PERIOD_VALUE_H */
