/*
 * moments.h
 *		Means and measures of disparity as sums that merge.
 *
 * They are computed from sums of the weights, of the weighted values and of a function of the
 * values, such as their logarithms.  The function is computed in one or two float8; all sums are
 * integer multiples of 2^-192 within 2^191 of zero, and each term is rounded once.  So states
 * form a commutative group: results do not depend on the order of the rows or on how they are
 * split, and subtracting a state restores exactly what was there before.  Only minimum and
 * maximum cannot be subtracted.
 */
#ifndef TNPLAN_CORE_MOMENTS_H
#define TNPLAN_CORE_MOMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/error.h"
#include "core/longsum.h"
#include "core/measure.h"

#define MOMENTS_VERSION 1

/* Limbs of a sum, and how many of them stand behind the point. */
#define MOMENTS_LIMBS 6
#define MOMENTS_FRACTION 3

typedef enum MomentsSum
{
	SUM_W,						/* weights; growth for beta */
	SUM_X,						/* weighted values, or logarithms; the least value */
	SUM_F,						/* weighted function of the values; the greatest value */
	SUM_XF,						/* products, for beta */
	NUM_SUMS
} MomentsSum;

/* Stored as it is, so that fields keep this order: equal states are equal bytes. */
typedef struct Moments
{
	uint8_t		version;
	uint8_t		measure;
	uint8_t		reserved[6];	/* always zero */
	double		parameter;		/* 0 where there is none, and in what is empty */
	double		min_coverage;	/* 0 where no row asks for any */
	int64_t		rows;			/* with a value and without */
	int64_t		missing;		/* without */
	int64_t		covering;		/* rows that ask for coverage */
	int64_t		zeros;			/* values with a weight that are 0 */
	int64_t		negatives;		/* below 0 */
	uint64_t	sum[NUM_SUMS][MOMENTS_LIMBS];
} Moments;

/* How a power of the values is summed: by what is left of it when it is nearly 1 or x. */
typedef enum PowerForm
{
	FORM_LOG,					/* (x^p - 1) / p, for p = 0 ln x */
	FORM_X_LOG,					/* x (x^(p - 1) - 1) / (p - 1), for p = 1 x ln x */
	FORM_POWER,					/* x^p */
	FORM_END					/* the least and the greatest value */
} PowerForm;

/* Logarithms of powers that are summed by what they differ from 1. */
#define NEAR_ONE 0.5

/* Room for any as text. */
#define MOMENTS_TEXT_SIZE 1024

extern void moments_init(Moments *moments, Measure measure);
extern bool moments_is_empty(const Moments *moments);
extern bool moments_is_valid(const Moments *moments);
extern bool moments_is_overdrawn(const Moments *moments);
extern double moments_power(const Moments *moments);
extern PowerForm power_form(double power);
extern bool moments_is_invertible(const Moments *moments);

/* Values and weights that sums hold to all their digits. */
extern bool moments_can_hold(double x);

/* Rows are added (sign = 1) or subtracted (sign = -1). */
extern PlanError moments_set_parameter(Moments *moments, double parameter);
extern PlanError moments_cover(Moments *moments, int sign, double min_coverage);
extern PlanError moments_add_missing(Moments *moments, int sign);
extern PlanError moments_add_row(Moments *moments, int sign, double x, double second);

extern PlanError moments_add(Moments *moments, const Moments *other);
extern PlanError moments_subtract(Moments *moments, const Moments *other);
extern int	moments_compare(const Moments *a, const Moments *b);

extern PlanError moments_read(const char *text, Moments *moments);
extern size_t moments_write(char *out, const Moments *moments);

/* The figure: PLAN_UNDEFINED where there is none. */
extern PlanError moments_figure(const Moments *moments, double *figure);

/* An empty state has no parameter, so that another may come. */
static inline void
moments_forget_parameter(Moments *moments)
{
	if (moments->rows == 0 && moments_is_empty(moments))
		moments->parameter = 0.0;
}

/* ln x and what its rounding leaves, to some 2^-54 whatever the size of x. */
static inline LongSum
long_log(double x)
{
	int			exponent;
	double		mantissa = frexp(x, &exponent);

	if (mantissa < 0.70710678118654752)
	{
		mantissa *= 2.0;
		exponent--;
	}
	/* ln 2 in two parts, of which the first times any exponent is exact. */
	return (LongSum) {exponent * 0x1.62e42feep-1,
		exponent * 0x1.a39ef35793c76p-33 + log(mantissa)};
}

/* (e^(p t) - 1) / p, which for p = 0 is t. */
static inline double
expm1_over(double p, double t)
{
	return fabs(p * t) < 1e-17 ? t : expm1(p * t) / p;
}

#endif							/* TNPLAN_CORE_MOMENTS_H */
