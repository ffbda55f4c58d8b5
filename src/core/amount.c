/*
 * amount.c
 *		Amounts, goals and standings as people write them, in Vietnamese and English.
 *
 * An amount has, in this order and all but the number left out at will: what bounds it, a number or
 * a band of two, a word of scale, a unit, and words such as "trở lên" (or more).
 */
#include "core/amount.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/text.h"

/* No number that is written has more digits. */
#define MAX_DIGITS 60

typedef struct BoundWords
{
	const char *words;
	AmountBound bound;
} BoundWords;

/* What stands before a number; the longest that fits counts. */
static const BoundWords words_before[] = {
	{"trên", AMOUNT_ABOVE}, {"hơn", AMOUNT_ABOVE}, {"vượt", AMOUNT_ABOVE},
	{"vượt trên", AMOUNT_ABOVE}, {"lớn hơn", AMOUNT_ABOVE}, {"cao hơn", AMOUNT_ABOVE},
	{"đạt trên", AMOUNT_ABOVE}, {"đạt hơn", AMOUNT_ABOVE}, {"ước trên", AMOUNT_ABOVE},
	{"ước đạt trên", AMOUNT_ABOVE}, {"ước đạt hơn", AMOUNT_ABOVE},
	{"more than", AMOUNT_ABOVE}, {"over", AMOUNT_ABOVE}, {"above", AMOUNT_ABOVE},
	{"greater than", AMOUNT_ABOVE}, {"higher than", AMOUNT_ABOVE}, {">", AMOUNT_ABOVE},
	{"dưới", AMOUNT_BELOW}, {"ít hơn", AMOUNT_BELOW}, {"nhỏ hơn", AMOUNT_BELOW},
	{"thấp hơn", AMOUNT_BELOW}, {"chưa đến", AMOUNT_BELOW}, {"chưa tới", AMOUNT_BELOW},
	{"less than", AMOUNT_BELOW}, {"under", AMOUNT_BELOW}, {"below", AMOUNT_BELOW},
	{"fewer than", AMOUNT_BELOW}, {"lower than", AMOUNT_BELOW}, {"<", AMOUNT_BELOW},
	{"ít nhất", AMOUNT_AT_LEAST}, {"tối thiểu", AMOUNT_AT_LEAST},
	{"không dưới", AMOUNT_AT_LEAST}, {"không ít hơn", AMOUNT_AT_LEAST},
	{"không thấp hơn", AMOUNT_AT_LEAST}, {"đạt ít nhất", AMOUNT_AT_LEAST},
	{"đạt tối thiểu", AMOUNT_AT_LEAST},
	{"at least", AMOUNT_AT_LEAST}, {"no less than", AMOUNT_AT_LEAST},
	{"not less than", AMOUNT_AT_LEAST}, {"no fewer than", AMOUNT_AT_LEAST},
	{"not below", AMOUNT_AT_LEAST}, {"minimum", AMOUNT_AT_LEAST}, {"min", AMOUNT_AT_LEAST},
	{"≥", AMOUNT_AT_LEAST}, {">=", AMOUNT_AT_LEAST},
	{"tối đa", AMOUNT_AT_MOST}, {"nhiều nhất", AMOUNT_AT_MOST}, {"cao nhất", AMOUNT_AT_MOST},
	{"không quá", AMOUNT_AT_MOST}, {"không vượt quá", AMOUNT_AT_MOST},
	{"không trên", AMOUNT_AT_MOST}, {"không hơn", AMOUNT_AT_MOST},
	{"at most", AMOUNT_AT_MOST}, {"up to", AMOUNT_AT_MOST}, {"no more than", AMOUNT_AT_MOST},
	{"not more than", AMOUNT_AT_MOST}, {"not over", AMOUNT_AT_MOST},
	{"not above", AMOUNT_AT_MOST}, {"not exceeding", AMOUNT_AT_MOST},
	{"maximum", AMOUNT_AT_MOST}, {"max", AMOUNT_AT_MOST}, {"≤", AMOUNT_AT_MOST},
	{"<=", AMOUNT_AT_MOST},
	{"khoảng", AMOUNT_ABOUT}, {"gần", AMOUNT_ABOUT}, {"xấp xỉ", AMOUNT_ABOUT},
	{"ước", AMOUNT_ABOUT}, {"ước đạt", AMOUNT_ABOUT}, {"ước tính", AMOUNT_ABOUT},
	{"đạt khoảng", AMOUNT_ABOUT}, {"đạt gần", AMOUNT_ABOUT}, {"ước khoảng", AMOUNT_ABOUT},
	{"ước đạt khoảng", AMOUNT_ABOUT}, {"vào khoảng", AMOUNT_ABOUT},
	{"about", AMOUNT_ABOUT}, {"around", AMOUNT_ABOUT}, {"approximately", AMOUNT_ABOUT},
	{"approx", AMOUNT_ABOUT}, {"nearly", AMOUNT_ABOUT}, {"almost", AMOUNT_ABOUT},
	{"roughly", AMOUNT_ABOUT}, {"est", AMOUNT_ABOUT}, {"estimated", AMOUNT_ABOUT},
	{"~", AMOUNT_ABOUT},
	{"đạt", AMOUNT_EXACT}, {"bằng", AMOUNT_EXACT}, {"là", AMOUNT_EXACT},
	{"exactly", AMOUNT_EXACT}, {"=", AMOUNT_EXACT},
};

/* What stands at the end; "từ" (from) may stand before the number. */
static const BoundWords words_behind[] = {
	{"trở lên", AMOUNT_AT_LEAST}, {"or more", AMOUNT_AT_LEAST}, {"and more", AMOUNT_AT_LEAST},
	{"or above", AMOUNT_AT_LEAST}, {"and above", AMOUNT_AT_LEAST}, {"or higher", AMOUNT_AT_LEAST},
	{"upwards", AMOUNT_AT_LEAST}, {"up", AMOUNT_AT_LEAST}, {"and up", AMOUNT_AT_LEAST},
	{"+", AMOUNT_AT_LEAST},
	{"trở xuống", AMOUNT_AT_MOST}, {"or less", AMOUNT_AT_MOST}, {"or fewer", AMOUNT_AT_MOST},
	{"or below", AMOUNT_AT_MOST}, {"and below", AMOUNT_AT_MOST}, {"or lower", AMOUNT_AT_MOST},
};

typedef struct ScaleWords
{
	const char *words;
	int			exponent;		/* of ten */
} ScaleWords;

static const ScaleWords scales[] = {
	{"nghìn", 3}, {"!ngàn", 3}, {"triệu", 6}, {"tỷ", 9}, {"!tỉ", 9}, {"!vạn", 4}, {"!trăm", 2},
	{"trăm triệu", 8}, {"chục tỷ", 10}, {"trăm tỷ", 11}, {"trăm tỉ", 11},
	{"nghìn tỷ", 12}, {"ngàn tỷ", 12}, {"nghìn tỉ", 12}, {"ngàn tỉ", 12},
	{"triệu tỷ", 15}, {"triệu tỉ", 15},
	{"thousand", 3}, {"thousands", 3}, {"million", 6}, {"millions", 6}, {"mn", 6},
	{"mln", 6}, {"mio", 6}, {"billion", 9}, {"billions", 9}, {"bn", 9}, {"trillion", 12},
	{"trillions", 12}, {"tn", 12}, {"thousand billion", 12},
};

/* What is short for a scale right behind the number, and may be a unit elsewhere. */
static const ScaleWords joined_scales[] = {
	{"k", 3}, {"tr", 6},
};

typedef struct UnitWords
{
	const char *words;
	const char *unit;
} UnitWords;

static const UnitWords units[] = {
	{"%", "%"}, {"phần trăm", "%"}, {"percent", "%"}, {"per cent", "%"}, {"pct", "%"},
	{"điểm %", "percentage points"}, {"điểm phần trăm", "percentage points"},
	{"percentage points", "percentage points"}, {"percentage point", "percentage points"},
	{"% points", "percentage points"}, {"% point", "percentage points"},
	{"pp", "percentage points"}, {"ppt", "percentage points"}, {"ppts", "percentage points"},
	{"đồng", "VND"}, {"đồng việt nam", "VND"}, {"việt nam đồng", "VND"}, {"vnd", "VND"},
	{"₫", "VND"}, {"đ", "VND"}, {"dongs", "VND"},
	{"usd", "USD"}, {"us$", "USD"}, {"us $", "USD"}, {"$", "USD"}, {"đô la", "USD"},
	{"đô la mỹ", "USD"}, {"đôla", "USD"}, {"dollars", "USD"}, {"us dollars", "USD"},
	{"eur", "EUR"}, {"€", "EUR"}, {"euro", "EUR"}, {"euros", "EUR"},
};

/* Units that stand before a number too. */
static const UnitWords currencies[] = {
	{"$", "USD"}, {"us $", "USD"}, {"usd", "USD"}, {"€", "EUR"}, {"eur", "EUR"}, {"vnd", "VND"},
	{"₫", "VND"},
};

#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))

/* Skip the longest of some words, whose tables begin with them; its entry, or NULL. */
static const void *
skip_longest(const Phrase *phrase, int *i, const void *table, int count, size_t size)
{
	const void *best = NULL;
	int			most = 0;

	for (int k = 0; k < count; k++)
	{
		const void *entry = (const char *) table + (size_t) k * size;
		int			tokens = phrase_match(phrase, *i, *(const char *const *) entry);

		if (tokens > most)
		{
			most = tokens;
			best = entry;
		}
	}
	*i += most;
	return best;
}

#define SKIP_LONGEST(phrase, i, table) \
	skip_longest(phrase, i, table, COUNT(table), sizeof((table)[0]))

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
		if (is_first && i < length ? group < 1 || group > 3 || (group == 1 && text[0] == '0')
			: group != 3)
			return false;
		is_first = false;
		group = 0;
	}
	return true;
}

/*
 * Which mark of a number is the decimal one, 0 for none.  Of two marks it is the last.  One mark
 * alone, with three digits behind it, could be either: then it is decimal if it is the mark that is
 * asked for.
 */
static PlanError
find_decimal_mark(const char *text, size_t length, char asked, char *decimal)
{
	size_t		dots = count_char(text, length, '.');
	size_t		commas = count_char(text, length, ',');
	char		mark = dots > 0 ? '.' : ',';

	*decimal = 0;
	if (dots == 0 && commas == 0)
		return PLAN_OK;
	if (dots > 0 && commas > 0)
	{
		const char *last_dot = last_char(text, length, '.');
		const char *last_comma = last_char(text, length, ',');
		const char *last = last_dot > last_comma ? last_dot : last_comma;

		*decimal = *last;
		return count_char(text, length, *last) == 1 &&
			groups_thousands(text, (size_t) (last - text), *last == '.' ? ',' : '.')
			? PLAN_OK : PLAN_SYNTAX;
	}
	if (dots + commas > 1)
		return groups_thousands(text, length, mark) ? PLAN_OK : PLAN_SYNTAX;
	if (mark == asked || !groups_thousands(text, length, mark))
		*decimal = mark;
	return PLAN_OK;
}

/* A number, with groups of three digits that spaces separate. */
static PlanError
take_number(const Phrase *phrase, int *i, char decimal_mark, Digits *digits)
{
	const PhraseToken *token = &phrase->token[*i];
	const char *text = phrase->folded + token->begin;
	size_t		length = token->length;
	char		decimal;
	PlanError	error;

	memset(digits, 0, sizeof(*digits));
	if (*i >= phrase->tokens || token->kind != TOKEN_NUMBER)
		return PLAN_SYNTAX;
	(*i)++;
	/* Groups without marks, of which the last may go on with a decimal mark. */
	while (length <= 3 && count_char(text, length, '.') + count_char(text, length, ',') == 0 &&
		   *i < phrase->tokens && phrase->token[*i].kind == TOKEN_NUMBER &&
		   phrase->token[*i].begin == (text - phrase->folded) + length + 1 &&
		   (phrase->token[*i].length == 3 ||
			(phrase->token[*i].length > 4 && !text_is_digit(phrase->folded[phrase->token[*i].begin + 3]))))
	{
		if (!add_digits(digits, text, length))
			return PLAN_SYNTAX;
		text = phrase->folded + phrase->token[*i].begin;
		length = phrase->token[*i].length;
		(*i)++;
	}
	if ((error = find_decimal_mark(text, length, digits->count > 0 ? text[3] : decimal_mark,
								   &decimal)) != PLAN_OK)
		return error;
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

/* A word of scale; false where there is none. */
static bool
take_scale(const Phrase *phrase, int *i, int *exponent)
{
	const ScaleWords *scale = SKIP_LONGEST(phrase, i, scales);

	if (scale == NULL && phrase_is_joined(phrase, *i))
		scale = SKIP_LONGEST(phrase, i, joined_scales);
	*exponent = scale != NULL ? scale->exponent : 0;
	return scale != NULL;
}

/*
 * Units.
 */

/* The rest of a phrase, up to a token, as it was written. */
static PlanError
take_rest(const Phrase *phrase, int begin, int end, char *unit)
{
	size_t		from,
				to;

	if (begin >= end)
		return PLAN_OK;
	/* A number that does not belong to a word, as in m2, is one too many. */
	for (int i = begin; i < end; i++)
		if (phrase->token[i].kind == TOKEN_NUMBER &&
			!(phrase_is_joined(phrase, i) && i > begin && phrase->token[i - 1].kind == TOKEN_WORD))
			return PLAN_SYNTAX;
	from = phrase->origin[phrase->token[begin].begin];
	to = phrase->origin[phrase->token[end - 1].begin + phrase->token[end - 1].length];
	memcpy(unit, phrase->text + from, to - from);
	unit[to - from] = '\0';
	return PLAN_OK;
}

/* A unit that is known by a name of its own, as far as it goes, and what is written behind it. */
static PlanError
take_unit(const Phrase *phrase, int i, int end, Amount *amount)
{
	const UnitWords *known = i < end ? SKIP_LONGEST(phrase, &i, units) : NULL;
	size_t		length = strlen(amount->unit);
	const char *name = known != NULL ? known->unit : "";

	if (i > end)
		return PLAN_SYNTAX;
	/* A currency may stand before the number and behind it. */
	if (length > 0 && known != NULL && strcmp(name, amount->unit) != 0)
		return PLAN_SYNTAX;
	strcpy(amount->unit, length > 0 ? amount->unit : name);
	length = strlen(amount->unit);
	if (i == end)
		return PLAN_OK;
	if (length > 0 && !phrase_is_sign(phrase, i, '/'))
	{
		amount->unit[length++] = ' ';
		amount->unit[length] = '\0';
	}
	return take_rest(phrase, i, end, amount->unit + length);
}

/*
 * Amounts.
 */

/* The end without such words as "or more", which set the bound. */
static int
end_without_words(const Phrase *phrase, AmountBound *bound)
{
	for (int k = 0; k < COUNT(words_behind); k++)
		for (int i = phrase->tokens - 1; i > 0 && i >= phrase->tokens - 2; i--)
			if (phrase_match(phrase, i, words_behind[k].words) == phrase->tokens - i)
			{
				*bound = words_behind[k].bound;
				return i;
			}
	return phrase->tokens;
}

/* The words that connect the ends of a band. */
static bool
skip_to(const Phrase *phrase, int *i)
{
	return phrase_skip_sign(phrase, i, '-') || phrase_skip(phrase, i, "đến") ||
		phrase_skip(phrase, i, "tới") || phrase_skip(phrase, i, "to") ||
		phrase_skip(phrase, i, "and");
}

/* The second number of a band, with its scale; what the first one lacks is that of the second. */
static PlanError
take_upper(const Phrase *phrase, int *i, char decimal_mark, const Digits *first, bool has_scale,
		   int exponent, bool is_negative, Amount *amount)
{
	Digits		second;
	int			second_exponent;
	PlanError	error = take_number(phrase, i, decimal_mark, &second);

	if (error != PLAN_OK)
		return error;
	if (!take_scale(phrase, i, &second_exponent))
		second_exponent = exponent;
	else if (!has_scale)
		exponent = second_exponent;
	if ((error = value_of_digits(first, exponent, is_negative, &amount->value)) != PLAN_OK ||
		(error = value_of_digits(&second, second_exponent, is_negative, &amount->upper)) != PLAN_OK)
		return error;
	amount->is_band = true;
	if (is_negative)
	{
		double		swap = amount->value;

		amount->value = amount->upper;
		amount->upper = swap;
	}
	return amount->value <= amount->upper ? PLAN_OK : PLAN_REVERSED;
}

/* A minus sign, or "giảm" (down by); "tăng" (up by) changes nothing. */
static bool
skip_direction(const Phrase *phrase, int *i)
{
	if (phrase_skip(phrase, i, "tăng") || phrase_skip(phrase, i, "up") ||
		phrase_skip_sign(phrase, i, '+'))
		return false;
	return phrase_skip(phrase, i, "giảm") || phrase_skip(phrase, i, "âm") ||
		phrase_skip(phrase, i, "minus") || phrase_skip(phrase, i, "down") ||
		phrase_skip_sign(phrase, i, '-');
}

/* A number or a band, with its scale. */
static PlanError
take_value(const Phrase *phrase, int *i, int end, char decimal_mark, bool is_negative,
		   Amount *amount)
{
	Digits		digits;
	int			exponent;
	bool		has_scale;
	int			behind;
	PlanError	error = take_number(phrase, i, decimal_mark, &digits);

	if (error != PLAN_OK)
		return error;
	has_scale = take_scale(phrase, i, &exponent);
	/* Percent signs may stand behind both numbers. */
	behind = *i;
	(void) phrase_skip_sign(phrase, &behind, '%');
	if (behind < end && skip_to(phrase, &behind) && behind < end &&
		phrase->token[behind].kind == TOKEN_NUMBER)
	{
		*i = behind;
		return take_upper(phrase, i, decimal_mark, &digits, has_scale, exponent, is_negative,
						  amount);
	}
	if ((error = value_of_digits(&digits, exponent, is_negative, &amount->value)) != PLAN_OK)
		return error;
	amount->upper = amount->value;
	return PLAN_OK;
}

/* The bound that words before the number say. */
static void
take_bound(const Phrase *phrase, int *i, AmountBound *bound)
{
	const BoundWords *words = SKIP_LONGEST(phrase, i, words_before);

	if (words != NULL)
		*bound = words->bound;
}

/*
 * Read an amount: "trên 3.600 văn bản", "10,58 tỷ USD", "6,6-6,8 %".  PLAN_REVERSED for a band whose
 * ends are the wrong way round.
 */
PlanError
amount_read(const char *text, char decimal_mark, Amount *amount)
{
	Phrase		phrase;
	AmountBound behind = AMOUNT_EXACT;
	const UnitWords *currency;
	bool		is_negative;
	int			i = 0;
	int			end;
	PlanError	error = phrase_read(&phrase, text);

	if (error != PLAN_OK)
		return error;
	memset(amount, 0, sizeof(*amount));
	end = end_without_words(&phrase, &behind);
	take_bound(&phrase, &i, &amount->bound);
	(void) (phrase_skip(&phrase, &i, "từ") || phrase_skip(&phrase, &i, "from") ||
			phrase_skip(&phrase, &i, "between"));
	is_negative = skip_direction(&phrase, &i);
	if (amount->bound == AMOUNT_EXACT)
		take_bound(&phrase, &i, &amount->bound);
	currency = SKIP_LONGEST(&phrase, &i, currencies);
	if (currency != NULL)
		strcpy(amount->unit, currency->unit);
	error = take_value(&phrase, &i, end, decimal_mark, is_negative, amount);
	if (error != PLAN_OK)
		return error;
	if (behind != AMOUNT_EXACT && (amount->bound != AMOUNT_EXACT || amount->is_band))
		return PLAN_SYNTAX;
	if (behind != AMOUNT_EXACT)
		amount->bound = behind;
	return take_unit(&phrase, i, end, amount);
}

/*
 * The goal that an amount is: bounds say the direction of theirs, and a band is to be within unless
 * a direction is given.  PLAN_NO_DIRECTION where nothing says it.
 */
PlanError
amount_goal(const Amount *amount, bool has_direction, GoalDirection direction, Goal *goal)
{
	GoalDirection own = direction;

	if (amount->is_band && !has_direction)
		own = GOAL_WITHIN;
	else if (amount->bound == AMOUNT_ABOVE || amount->bound == AMOUNT_AT_LEAST)
		own = GOAL_HIGHER;
	else if (amount->bound == AMOUNT_BELOW || amount->bound == AMOUNT_AT_MOST)
		own = GOAL_LOWER;
	else if (!has_direction)
		return PLAN_NO_DIRECTION;
	return goal_make(goal, own, amount->value, amount->upper, false, 0.0);
}

/*
 * Standings.
 */

/* "8/63", "thứ 8 trên 63", "8th of 63"; words of rank may stand before, and of places behind. */
PlanError
standing_phrase_read(const char *text, Standing *standing)
{
	static const char *const before[] = {
		"thứ", "hạng", "vị trí", "vị trí thứ", "xếp thứ", "xếp hạng", "xếp hạng thứ",
		"đứng thứ", "đứng vị trí", "đứng vị trí thứ", "hạng thứ", "rank", "ranked", "position",
		"place", "no", "#",
	};
	static const char *const between[] = {
		"/", "trên", "trên tổng số", "trong", "trong số", "trong tổng số", "of", "out of", "among",
	};
	static const char *const behind[] = {
		"tỉnh", "tỉnh thành", "tỉnh thành phố", "tinh, thanh pho", "tỉnh , thành phố", "địa phương",
		"cả nước", "toàn quốc", "provinces", "places", "units",
	};
	Phrase		phrase;
	int			i = 0;
	PlanError	error = phrase_read(&phrase, text);

	if (error != PLAN_OK)
		return error;
	*standing = (Standing) {0, 0, 0};
	(void) PHRASE_SKIP_ANY(&phrase, &i, before);
	if (!phrase_take_integer(&phrase, &i, 9, &standing->rank) || standing->rank < 1)
		return PLAN_SYNTAX;
	(void) (phrase_skip(&phrase, &i, "st") || phrase_skip(&phrase, &i, "nd") ||
			phrase_skip(&phrase, &i, "rd") || phrase_skip(&phrase, &i, "th"));
	if (PHRASE_SKIP_ANY(&phrase, &i, between) >= 0 &&
		(!phrase_take_integer(&phrase, &i, 9, &standing->field) || standing->field < 1))
		return PLAN_SYNTAX;
	(void) PHRASE_SKIP_ANY(&phrase, &i, behind);
	if (i < phrase.tokens)
		return PLAN_SYNTAX;
	return standing->field > 0 && standing->rank > standing->field ? PLAN_OUT_OF_RANGE : PLAN_OK;
}
