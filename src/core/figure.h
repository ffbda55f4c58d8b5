/*
 * figure.h
 *		The figure of one series by its kind, and the figures of several taken together.
 *
 * A series is an indicator of a node, or of an entity of a node.  Over time its kind says what
 * its figure is, as for period_value.h: a flow adds up, a stock is its last value.  The figures
 * of several series, or of the branches of a tree, are put together by a rule of their own.
 */
#ifndef TNPLAN_CORE_FIGURE_H
#define TNPLAN_CORE_FIGURE_H

#include <math.h>

#include "core/fixedsum.h"
#include "core/period_value.h"

/* Stored as they are: never renumber. */
typedef enum AcrossRule
{
	ACROSS_SUM = 1,
	ACROSS_MEAN = 2,			/* each counts once, or by its weight */
	ACROSS_MAX = 3,
	ACROSS_MIN = 4,
	ACROSS_NONE = 5				/* several have no figure together */
} AcrossRule;

/* Both parts are there, or both are 0 for no kind. */
typedef struct FigureKind
{
	uint8_t		kind;			/* a PeriodValueKind, plus 1 */
	uint8_t		across;			/* an AcrossRule */
} FigureKind;

/* Room for any kind as text. */
#define FIGURE_KIND_SIZE 32

/*
 * Of one series in a span of time.  All zeros where there is nothing; with a kind and without a
 * count where there is a series and no figure.  Stored as it is.
 */
typedef struct Figure
{
	FigureKind	kind;
	uint8_t		is_ambiguous;	/* 1 if the day that decides has more than one value */
	uint8_t		reserved;		/* always zero */
	int32_t		last_day;		/* of all values */
	int64_t		count;			/* of values */
	union
	{
		FixedSum	sum;		/* of flows and averages */
		struct
		{
			double		value;
			int32_t		day;	/* that decides, of a first; 0 for other kinds */
			int32_t		zero[3];
		}			one;
	}			is;
} Figure;

/* Room for any of them as text. */
#define FIGURE_TEXT_SIZE (FIGURE_KIND_SIZE + FIXEDSUM_TEXT_SIZE + 2 * PERIOD_TEXT_SIZE + 64)

/* A value with its day; NaN is none. */
typedef struct DatedValue
{
	double		value;
	int32_t		day;
	FigureKind	kind;
} DatedValue;

/* Figures that are put together. */
typedef struct FigureParts
{
	int64_t		count;
	double		value;			/* the only one, the highest or the lowest */
	FixedSum	sum;
	FixedSum	weight;			/* of means */
	bool		is_too_large;	/* the sums do not have all parts */
} FigureParts;

extern PlanError figure_kind_read(const char *text, size_t length, FigureKind *kind);
extern size_t figure_kind_write(char *out, FigureKind kind);
extern const char *figure_across_name(FigureKind kind);
extern PlanError figure_add_any(Figure *figure, const DatedValue *value);
extern PlanError figure_merge(Figure *figure, const Figure *other);
extern PlanError figure_value(const Figure *figure, double *value);
extern int32_t figure_deciding_day(const Figure *figure);
extern bool figure_is_valid(const Figure *figure);
extern int	figure_compare(const Figure *a, const Figure *b);
extern PlanError figure_read(const char *text, Figure *figure);
extern size_t figure_write(char *out, const Figure *figure);

extern const WordTable across_rule_words;

extern void figure_parts_add(FigureParts *parts, AcrossRule rule, double value, double weight);
extern PlanError figure_parts_value(const FigureParts *parts, AcrossRule rule, double *value);

static inline bool
figure_kinds_are_equal(FigureKind a, FigureKind b)
{
	return a.kind == b.kind && a.across == b.across;
}

static inline PeriodValueKind
figure_value_kind(FigureKind kind)
{
	return (PeriodValueKind) (kind.kind - 1);
}

/* Whether figures of a kind are sums, or sums by their count. */
static inline bool
figure_kind_has_sum(FigureKind kind)
{
	return kind.kind == VALUE_FLOW + 1 || kind.kind == VALUE_AVERAGE + 1;
}

/* Add a value: PLAN_MIXED_KINDS where it is of another kind. */
static inline __attribute__((always_inline)) PlanError
figure_add(Figure *figure, const DatedValue *value)
{
	if (__builtin_expect(figure->count > 0 && figure_kind_has_sum(value->kind) &&
						 figure_kinds_are_equal(figure->kind, value->kind) &&
						 fixedsum_has_term(value->value), 1))
	{
		if (!fixedsum_add_term(&figure->is.sum, fixedsum_term(value->value)))
			return PLAN_OUT_OF_RANGE;
		if (figure->last_day < value->day)
			figure->last_day = value->day;
		figure->count++;
		return PLAN_OK;
	}
	return figure_add_any(figure, value);
}

#endif							/* TNPLAN_CORE_FIGURE_H */
