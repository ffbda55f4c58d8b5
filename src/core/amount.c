/*
 * amount.c
 *		Amounts and goals as people write them, in Vietnamese and English.
 *
 * An amount has, in this order and all but the number left out at will: what bounds it, a number or
 * a band of two, a word of scale, a unit, and words such as "trở lên" (or more).
 */
#include "core/amount.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/amount_words.h"
#include "core/text.h"

/* No number that is written has more digits. */
#define MAX_DIGITS 60

const char *
amount_bound_sign(AmountBound bound)
{
	static const char *const signs[] = {"=", "~", ">", ">=", "<", "<="};

	return signs[bound];
}

/*
 * Numbers.
 */

/* The digits of a number without its marks, and how many of them stand behind the decimal mark. */
typedef struct Digits
{
	char		digits[MAX_DIGITS + 1];
	int			count;
	int			behind;
	uint8_t		marks;
} Digits;

static bool
add_digits(Digits *digits, const char *from, size_t length)
{
	for (size_t i = 0; i < length; i++)
	{
		if (!text_is_digit(from[i]))
			continue;
		if (digits->count == MAX_DIGITS)
			return false;
		digits->digits[digits->count++] = from[i];
	}
	digits->digits[digits->count] = '\0';
	return true;
}

static size_t
count_char(const char *text, size_t length, char c)
{
	size_t		count = 0;

	for (size_t i = 0; i < length; i++)
		count += text[i] == c;
	return count;
}

static const char *
last_char(const char *text, size_t length, char c)
{
	while (length > 0)
		if (text[--length] == c)
			return text + length;
	return NULL;
}

/* Whether a mark separates groups of three digits, up to an end. */
static bool
groups_thousands(const char *text, size_t length, char mark)
{
	size_t		group = 0;
	bool		is_first = true;

	for (size_t i = 0; i <= length; i++)
	{
		if (i < length && text[i] != mark)
		{
			if (!text_is_digit(text[i]))
				return false;
			group++;
			continue;
		}
		if (is_first && i < length ? group < 1 || group > 3 || text[0] == '0' : group != 3)
			return false;
		is_first = false;
		group = 0;
	}
	return true;
}

static uint8_t
mark_that_is_decimal(char mark)
{
	return mark == '.' ? AMOUNT_DOT_IS_DECIMAL : AMOUNT_COMMA_IS_DECIMAL;
}

/*
 * Which mark of a number is the decimal one, 0 for none.  Of two marks it is the last.  One mark
 * alone, with three digits behind it, could be either: then it is decimal if it is the mark that is
 * asked for.  "marks" says which it is whatever is asked for.
 */
static PlanError
find_decimal_mark(const char *text, size_t length, char asked, char *decimal, uint8_t *marks)
{
	size_t		dots = count_char(text, length, '.');
	size_t		commas = count_char(text, length, ',');
	char		mark = dots > 0 ? '.' : ',';

	*decimal = 0;
	*marks = 0;
	if (dots == 0 && commas == 0)
		return PLAN_OK;
	if (dots > 0 && commas > 0)
	{
		const char *last_dot = last_char(text, length, '.');
		const char *last_comma = last_char(text, length, ',');
		const char *last = last_dot > last_comma ? last_dot : last_comma;

		*decimal = *last;
		*marks = mark_that_is_decimal(*last);
		return count_char(text, length, *last) == 1 &&
			groups_thousands(text, (size_t) (last - text), *last == '.' ? ',' : '.')
			? PLAN_OK : PLAN_SYNTAX;
	}
	if (dots + commas > 1)
	{
		*marks = mark_that_is_decimal(mark == '.' ? ',' : '.');
		return groups_thousands(text, length, mark) ? PLAN_OK : PLAN_SYNTAX;
	}
	*marks = groups_thousands(text, length, mark) ? AMOUNT_MARK_IS_EITHER :
		mark_that_is_decimal(mark);
	if (mark == asked || *marks != AMOUNT_MARK_IS_EITHER)
		*decimal = mark;
	return PLAN_OK;
}

static bool
has_mark(const char *text, size_t length)
{
	return count_char(text, length, '.') + count_char(text, length, ',') > 0;
}

/* Whether a token goes on with the digits of the one before, as one space between groups says. */
static bool
is_next_group(const Phrase *phrase, int i)
{
	const PhraseToken *before = &phrase->token[i - 1];
	const PhraseToken *token = &phrase->token[i];
	const char *text = phrase->folded + token->begin;
	char		space;

	if (i >= phrase->tokens || token->kind != TOKEN_NUMBER ||
		token->begin != before->begin + before->length + 1)
		return false;
	space = phrase->text[phrase->origin[token->begin - 1]];
	return space != '\t' && space != '\n' && space != '\v' && space != '\f' && space != '\r' &&
		(token->length == 3 ? !has_mark(text, 3)
		 : token->length > 4 && !has_mark(text, 3) && has_mark(text + 3, 1) &&
		 !has_mark(text + 4, (size_t) token->length - 4));
}

/* A number, with groups of three digits that spaces separate. */
static PlanError
take_number(const Phrase *phrase, int *i, char decimal_mark, Digits *digits)
{
	const PhraseToken *token = &phrase->token[*i];
	const char *text = phrase->folded + token->begin;
	size_t		length = token->length;
	bool		is_grouped = false;
	char		decimal;
	PlanError	error;

	memset(digits, 0, sizeof(*digits));
	if (*i >= phrase->tokens || token->kind != TOKEN_NUMBER)
		return PLAN_SYNTAX;
	(*i)++;
	/* Groups without marks, of which the last may go on with a decimal mark. */
	while ((is_grouped || text[0] != '0') && length <= 3 && !has_mark(text, length) &&
		   is_next_group(phrase, *i))
	{
		if (!add_digits(digits, text, length))
			return PLAN_SYNTAX;
		is_grouped = true;
		text = phrase->folded + phrase->token[*i].begin;
		length = phrase->token[*i].length;
		(*i)++;
	}
	if ((error = find_decimal_mark(text, length, is_grouped ? text[3] : decimal_mark, &decimal,
								   &digits->marks)) != PLAN_OK)
		return error;
	if (is_grouped && decimal != 0)
		digits->marks = mark_that_is_decimal(decimal);
	if (decimal != 0)
		digits->behind = (int) (text + length - 1 - last_char(text, length, decimal));
	return add_digits(digits, text, length) ? PLAN_OK : PLAN_SYNTAX;
}

static PlanError
value_of_digits(const Digits *digits, int exponent, bool is_negative, double *value)
{
	char		text[MAX_DIGITS + 16];
	const char *cursor = text;
	PlanError	error;

	sprintf(text, "%s%se%d", is_negative ? "-" : "", digits->digits, exponent - digits->behind);
	error = text_read_double(&cursor, value);
	*value += 0.0;				/* -0 becomes 0 */
	return error;
}

/*
 * Units.
 */

/* What a unit may hold beside words. */
static bool
is_sign_of_unit(char kind)
{
	return kind != '\0' && strchr("/-.,'()&", kind) != NULL;
}

/*
 * Whether a token may stand in a unit: a word, a sign between words, or a power as in m2, km² and
 * CO2. Other numbers do not belong to a unit.
 */
static bool
is_in_unit(const Phrase *phrase, int i)
{
	const PhraseToken *token = &phrase->token[i];
	char		digit = phrase->folded[token->begin];

	if (token->kind == TOKEN_NUMBER)
		return phrase_is_joined(phrase, i) && phrase->token[i - 1].kind == TOKEN_WORD &&
			token->length == 1 && (digit == '2' || digit == '3');
	if (token->kind == PHRASE_POWER)
		return phrase_is_joined(phrase, i) && phrase->token[i - 1].kind != TOKEN_NUMBER;
	return token->kind == TOKEN_WORD || is_sign_of_unit(token->kind);
}

/* Whether a number goes on, or is none of an amount: "1e3", "5x3", "5th". */
static bool
is_part_of_number(const Phrase *phrase, int i)
{
	static const char *const ordinals[] = {"st", "nd", "rd", "th"};

	if (phrase_match(phrase, i, "e") > 0 || phrase_match(phrase, i, "x") > 0)
		return phrase_is_joined(phrase, i + 1) && phrase->token[i + 1].kind == TOKEN_NUMBER;
	return phrase_is_joined(phrase, i) && PHRASE_SKIP_ANY(phrase, &i, ordinals) >= 0;
}

/* The rest of a phrase, up to a token, as it was written. */
static PlanError
take_rest(const Phrase *phrase, int begin, int end, char *unit)
{
	char		last = phrase->token[end - 1].kind;
	int			depth = 0;

	for (int i = begin; i < end; i++)
	{
		depth += phrase_is_sign(phrase, i, '(') - phrase_is_sign(phrase, i, ')');
		if (!is_in_unit(phrase, i) || depth < 0)
			return PLAN_SYNTAX;
	}
	if (depth > 0 || (is_sign_of_unit(last) && last != ')') || is_part_of_number(phrase, begin) ||
		amount_is_no_unit(phrase, begin, end))
		return PLAN_SYNTAX;
	(void) phrase_copy(phrase, begin, end, unit);
	return PLAN_OK;
}

/* Set the unit; false if it is another already. */
static bool
set_unit(Amount *amount, const AmountUnit *unit)
{
	if (amount->unit[0] != '\0' && strcmp(amount->unit, unit->name) != 0)
		return false;
	strcpy(amount->unit, unit->name);
	return true;
}

static bool
set_currency_of_scale(Amount *amount, const AmountScale *scale)
{
	return scale->currency == NULL || set_unit(amount, scale->currency);
}

/* A unit that is known by a name of its own, as far as it goes, and what is written behind it. */
static PlanError
take_unit(const Phrase *phrase, int i, int end, Amount *amount)
{
	const AmountUnit *known = i < end ? amount_skip_unit(phrase, &i) : NULL;
	size_t		length;

	if (i > end || (known != NULL && !set_unit(amount, known)))
		return PLAN_SYNTAX;
	if (i == end)
		return PLAN_OK;
	length = strlen(amount->unit);
	if (phrase_is_sign(phrase, i, '/') ? length == 0 : phrase->token[i].kind != TOKEN_WORD)
		return PLAN_SYNTAX;
	if (length > 0 && !phrase_is_sign(phrase, i, '/'))
		amount->unit[length++] = ' ';
	return take_rest(phrase, i, end, amount->unit + length);
}

/*
 * Amounts.
 */

/* What has been read of an amount, beside the result. */
typedef struct Reading
{
	const Phrase *phrase;
	int			i;				/* the next token */
	int			end;			/* without the words behind */
	char		decimal_mark;
	bool		is_from;		/* "from": a band, or words behind, must follow */
	bool		is_between;		/* "between": a band must follow */
	bool		is_down;		/* a fall: a negative number, and bounds of its size */
	Amount	   *amount;
} Reading;

/* The words that connect the ends of a band. */
static bool
skip_to(const Reading *r, int *i)
{
	return phrase_skip_sign(r->phrase, i, '-') || phrase_skip_sign(r->phrase, i, PHRASE_RANGE) ||
		phrase_skip(r->phrase, i, "đến") || phrase_skip(r->phrase, i, "tới") ||
		phrase_skip(r->phrase, i, "to") ||
		(r->is_between &&
		 (phrase_skip(r->phrase, i, "and") || phrase_skip(r->phrase, i, "và")));
}

/* The bound that words before the number say: of "ước đạt trên" the last.  Signs stand alone. */
static PlanError
take_bound(Reading *r)
{
	AmountBound bound;
	bool		is_after_sign = false;
	int			at = r->i;

	for (; amount_skip_bound(r->phrase, &r->i, &bound); at = r->i)
	{
		bool		is_sign = r->phrase->token[at].kind != TOKEN_WORD;

		if ((r->amount->bound != AMOUNT_EXACT && r->amount->bound != AMOUNT_ABOUT) ||
			(is_sign && is_after_sign))
			return PLAN_SYNTAX;
		is_after_sign = is_sign;
		if (bound != AMOUNT_EXACT)
			r->amount->bound = bound;
	}
	return PLAN_OK;
}

static void
skip_from(Reading *r)
{
	if (phrase_skip(r->phrase, &r->i, "từ") || phrase_skip(r->phrase, &r->i, "from"))
		r->is_from = true;
	else if (phrase_skip(r->phrase, &r->i, "giữa") || phrase_skip(r->phrase, &r->i, "between") ||
			 phrase_skip(r->phrase, &r->i, "trong khoảng"))
		r->is_between = true;
}

static void
take_change(Reading *r)
{
	r->amount->change = amount_skip_change(r->phrase, &r->i);
	r->is_down = r->amount->change == AMOUNT_FALL;
}

/*
 * The sign of a number, which a space does not separate from it; false for a sign that cannot be.
 */
static bool
take_sign(Reading *r, bool *is_negative)
{
	bool		is_sign = true;

	*is_negative = false;
	if (phrase_skip_sign(r->phrase, &r->i, '-'))
		*is_negative = true;
	else if (phrase_skip(r->phrase, &r->i, "!âm") || phrase_skip(r->phrase, &r->i, "minus"))
	{
		*is_negative = true;
		return !r->is_down;
	}
	else if (!phrase_skip_sign(r->phrase, &r->i, '+'))
		is_sign = false;
	return !is_sign || (!r->is_down && phrase_is_joined(r->phrase, r->i));
}

static bool
take_currency(Reading *r)
{
	const AmountUnit *currency = amount_skip_currency(r->phrase, &r->i);

	return currency == NULL || set_unit(r->amount, currency);
}

/* Go to the second number of a band, if there is one behind a known unit or none. */
static bool
goes_on_to_second(Reading *r, const AmountUnit **unit, bool *is_dash)
{
	int			i = r->i;

	*unit = amount_skip_unit(r->phrase, &i);
	*is_dash = phrase_is_sign(r->phrase, i, '-');
	if (!skip_to(r, &i) || i >= r->end)
		return false;
	r->i = i;
	return true;
}

/* The second number of a band; a scale that the first one lacks is that of the second. */
static PlanError
take_second(Reading *r, const Digits *first, bool is_negative, AmountScale *scale)
{
	Digits		second;
	AmountScale upper;
	bool		is_upper_negative;
	Amount	   *amount = r->amount;
	PlanError	error;

	if (!take_sign(r, &is_upper_negative) || !take_currency(r))
		return PLAN_SYNTAX;
	if ((error = take_number(r->phrase, &r->i, r->decimal_mark, &second)) != PLAN_OK ||
		(error = amount_take_scale(r->phrase, &r->i, amount->unit[0] != '\0', &upper)) != PLAN_OK)
		return error;
	amount->marks = first->marks | second.marks;
	if (!set_currency_of_scale(amount, &upper))
		return PLAN_SYNTAX;
	if (scale->has_words && !upper.has_words)
		return PLAN_SYNTAX;
	if (!scale->has_words)
		*scale = upper;
	amount->has_scale = scale->has_words;
	amount->exponent = scale->exponent;
	if ((error = value_of_digits(first, scale->exponent, is_negative, &amount->value)) != PLAN_OK ||
		(error = value_of_digits(&second, upper.exponent, is_upper_negative || r->is_down,
								 &amount->upper)) != PLAN_OK)
		return error;
	amount->is_band = true;
	if (r->is_down)
	{
		double		swap = amount->value;

		amount->value = amount->upper;
		amount->upper = swap;
	}
	return PLAN_OK;
}

/* A number or a band, with its scale. */
static PlanError
take_value(Reading *r)
{
	Digits		digits;
	AmountScale scale;
	bool		is_negative;
	bool		is_dash;
	const AmountUnit *unit;
	PlanError	error;

	if (!take_sign(r, &is_negative) || !take_currency(r))
		return PLAN_SYNTAX;
	if ((error = take_number(r->phrase, &r->i, r->decimal_mark, &digits)) != PLAN_OK ||
		(error = amount_take_scale(r->phrase, &r->i, r->amount->unit[0] != '\0',
								   &scale)) != PLAN_OK)
		return error;
	if (!set_currency_of_scale(r->amount, &scale))
		return PLAN_SYNTAX;
	if (goes_on_to_second(r, &unit, &is_dash))
	{
		/* Of "-5-3" nobody knows how far the minus goes. */
		if ((is_negative && is_dash) || (unit != NULL && !set_unit(r->amount, unit)))
			return PLAN_SYNTAX;
		return take_second(r, &digits, is_negative || r->is_down, &scale);
	}
	r->amount->has_scale = scale.has_words;
	r->amount->exponent = scale.exponent;
	r->amount->marks = digits.marks;
	error = value_of_digits(&digits, scale.exponent, is_negative || r->is_down, &r->amount->value);
	r->amount->upper = r->amount->value;
	return error;
}

/* The bound of the negative of a number: where that is at least 2, it is -2 or less. */
static AmountBound
mirrored_bound(AmountBound bound)
{
	static const AmountBound mirrored[] = {
		[AMOUNT_EXACT] = AMOUNT_EXACT, [AMOUNT_ABOUT] = AMOUNT_ABOUT,
		[AMOUNT_ABOVE] = AMOUNT_BELOW, [AMOUNT_AT_LEAST] = AMOUNT_AT_MOST,
		[AMOUNT_BELOW] = AMOUNT_ABOVE, [AMOUNT_AT_MOST] = AMOUNT_AT_LEAST,
	};

	return mirrored[bound];
}

/* What is written before the unit. */
static PlanError
take_words_and_value(Reading *r)
{
	PlanError	error = take_bound(r);

	if (error != PLAN_OK)
		return error;
	skip_from(r);
	take_change(r);
	skip_from(r);
	if ((error = take_bound(r)) != PLAN_OK)
		return error;
	return take_value(r);
}

/*
 * Read an amount: "trên 3.600 văn bản", "10,58 tỷ USD", "6,6-6,8 %".  PLAN_REVERSED for a band
 * whose ends are the wrong way round.
 */
PlanError
amount_read(const char *text, char decimal_mark, Amount *amount)
{
	Phrase		phrase;
	AmountBound behind = AMOUNT_EXACT;
	Reading		r = {.phrase = &phrase, .decimal_mark = decimal_mark, .amount = amount};
	PlanError	error = phrase_read(&phrase, text);

	if (error != PLAN_OK)
		return error;
	memset(amount, 0, sizeof(*amount));
	r.end = amount_end_without_words(&phrase, &behind);
	if ((error = take_words_and_value(&r)) != PLAN_OK)
		return error;
	if (behind != AMOUNT_EXACT && (amount->bound != AMOUNT_EXACT || amount->is_band))
		return PLAN_SYNTAX;
	if (!amount->is_band && (r.is_between || (r.is_from && behind == AMOUNT_EXACT)))
		return PLAN_SYNTAX;
	if (behind != AMOUNT_EXACT)
		amount->bound = behind;
	if (r.is_down)
		amount->bound = mirrored_bound(amount->bound);
	if ((error = take_unit(&phrase, r.i, r.end, amount)) != PLAN_OK)
		return error;
	return amount->value <= amount->upper ? PLAN_OK : PLAN_REVERSED;
}

/* Make the number or the band its negative, with its bound. */
void
amount_negate(Amount *amount)
{
	double		value = amount->value;

	/* -0 becomes 0. */
	amount->value = 0.0 - amount->upper;
	amount->upper = 0.0 - value;
	amount->bound = mirrored_bound(amount->bound);
}

/* The direction that an amount says, if it does. */
static bool
own_direction(const Amount *amount, GoalDirection *direction)
{
	if (amount->bound == AMOUNT_ABOVE || amount->bound == AMOUNT_AT_LEAST)
		*direction = GOAL_HIGHER;
	else if (amount->bound == AMOUNT_BELOW || amount->bound == AMOUNT_AT_MOST)
		*direction = GOAL_LOWER;
	else
		return false;
	return true;
}

/*
 * The goal that an amount is: bounds say the direction of theirs, and a band is to be within unless
 * a direction is given.  PLAN_NO_DIRECTION where nothing says it, PLAN_BAD_PARAMETER where the
 * amount says another than is given.
 */
PlanError
amount_goal(const Amount *amount, bool has_direction, GoalDirection direction, Goal *goal)
{
	GoalDirection own = direction;

	if (!own_direction(amount, &own) && !has_direction)
	{
		if (!amount->is_band)
			return PLAN_NO_DIRECTION;
		own = GOAL_WITHIN;
	}
	if (has_direction && own != direction)
		return PLAN_BAD_PARAMETER;
	return goal_make(goal, own, amount->value, amount->upper, false, 0.0);
}
