/*
 * amount.h
 *		Amounts and goals as people write them, in Vietnamese and English.
 */
#ifndef TNPLAN_CORE_AMOUNT_H
#define TNPLAN_CORE_AMOUNT_H

#include "core/goal.h"
#include "core/phrase.h"

/* What is said of an amount that is not exactly known. */
typedef enum AmountBound
{
	AMOUNT_EXACT,
	AMOUNT_ABOUT,
	AMOUNT_ABOVE,
	AMOUNT_AT_LEAST,
	AMOUNT_BELOW,
	AMOUNT_AT_MOST
} AmountBound;

/* Whether a number says by how much something rose or fell, or, without a word for it, neither. */
typedef enum AmountChange
{
	AMOUNT_NO_CHANGE,
	AMOUNT_RISE,
	AMOUNT_FALL
} AmountChange;

/* What the marks of a number say: which one is decimal, or that either could be. */
#define AMOUNT_COMMA_IS_DECIMAL 1
#define AMOUNT_DOT_IS_DECIMAL 2
#define AMOUNT_MARK_IS_EITHER 4

/* Room for a unit as text, with its NUL. */
#define AMOUNT_UNIT_SIZE (PHRASE_MAX_LENGTH + 32)

typedef struct Amount
{
	double		value;			/* the lower end of a band */
	double		upper;			/* the upper end; the value where there is no band */
	bool		is_band;
	bool		has_scale;		/* a word of scale is multiplied out */
	int			exponent;		/* that word as a power of ten, of a band that of its lower end */
	uint8_t		marks;			/* what those of its numbers say */
	AmountBound bound;
	AmountChange change;		/* a fall is negative */
	char		unit[AMOUNT_UNIT_SIZE]; /* empty without one */
} Amount;

extern const char *amount_bound_sign(AmountBound bound);
extern PlanError amount_read(const char *text, char decimal_mark, Amount *amount);
extern void amount_negate(Amount *amount);
extern AmountChange amount_change_of_name(const char *name);
extern PlanError amount_goal(const Amount *amount, bool has_direction, GoalDirection direction,
							 Goal *goal);

#endif							/* TNPLAN_CORE_AMOUNT_H */
