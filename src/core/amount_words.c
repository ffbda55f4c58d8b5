/*
 * amount_words.c
 *		The words of amounts, in Vietnamese and English: bounds, scales and units.
 *
 * Of the words that fit, the longest count.
 */
#include "core/amount_words.h"

#include <string.h>

typedef struct BoundWords
{
	const char *words;
	AmountBound bound;
} BoundWords;

/* What stands before a number. */
static const BoundWords words_before[] = {
	{"trên", AMOUNT_ABOVE}, {"hơn", AMOUNT_ABOVE}, {"vượt", AMOUNT_ABOVE},
	{"vượt trên", AMOUNT_ABOVE}, {"lớn hơn", AMOUNT_ABOVE}, {"cao hơn", AMOUNT_ABOVE},
	{"nhiều hơn", AMOUNT_ABOVE}, {"!quá", AMOUNT_ABOVE},
	{"more than", AMOUNT_ABOVE}, {"over", AMOUNT_ABOVE}, {"above", AMOUNT_ABOVE},
	{"greater than", AMOUNT_ABOVE}, {"higher than", AMOUNT_ABOVE}, {">", AMOUNT_ABOVE},
	{"dưới", AMOUNT_BELOW}, {"ít hơn", AMOUNT_BELOW}, {"nhỏ hơn", AMOUNT_BELOW},
	{"thấp hơn", AMOUNT_BELOW}, {"chưa đến", AMOUNT_BELOW}, {"chưa tới", AMOUNT_BELOW},
	{"chưa đầy", AMOUNT_BELOW}, {"không đầy", AMOUNT_BELOW},
	{"less than", AMOUNT_BELOW}, {"under", AMOUNT_BELOW}, {"below", AMOUNT_BELOW},
	{"fewer than", AMOUNT_BELOW}, {"lower than", AMOUNT_BELOW}, {"<", AMOUNT_BELOW},
	{"ít nhất", AMOUNT_AT_LEAST}, {"tối thiểu", AMOUNT_AT_LEAST},
	{"không dưới", AMOUNT_AT_LEAST}, {"không ít hơn", AMOUNT_AT_LEAST},
	{"không thấp hơn", AMOUNT_AT_LEAST}, {"đạt và vượt", AMOUNT_AT_LEAST},
	{"đạt hoặc vượt", AMOUNT_AT_LEAST},
	{"at least", AMOUNT_AT_LEAST}, {"no less than", AMOUNT_AT_LEAST},
	{"not less than", AMOUNT_AT_LEAST}, {"no fewer than", AMOUNT_AT_LEAST},
	{"not below", AMOUNT_AT_LEAST}, {"minimum", AMOUNT_AT_LEAST}, {"min", AMOUNT_AT_LEAST},
	{"min .", AMOUNT_AT_LEAST}, {"≥", AMOUNT_AT_LEAST}, {">=", AMOUNT_AT_LEAST},
	{"tối đa", AMOUNT_AT_MOST}, {"nhiều nhất", AMOUNT_AT_MOST}, {"cao nhất", AMOUNT_AT_MOST},
	{"không quá", AMOUNT_AT_MOST}, {"không vượt quá", AMOUNT_AT_MOST},
	{"không trên", AMOUNT_AT_MOST}, {"không hơn", AMOUNT_AT_MOST},
	{"at most", AMOUNT_AT_MOST}, {"up to", AMOUNT_AT_MOST}, {"no more than", AMOUNT_AT_MOST},
	{"not more than", AMOUNT_AT_MOST}, {"not over", AMOUNT_AT_MOST},
	{"not above", AMOUNT_AT_MOST}, {"not exceeding", AMOUNT_AT_MOST},
	{"maximum", AMOUNT_AT_MOST}, {"max", AMOUNT_AT_MOST}, {"max .", AMOUNT_AT_MOST},
	{"≤", AMOUNT_AT_MOST}, {"<=", AMOUNT_AT_MOST},
	{"khoảng", AMOUNT_ABOUT}, {"gần", AMOUNT_ABOUT}, {"xấp xỉ", AMOUNT_ABOUT},
	{"trên dưới", AMOUNT_ABOUT}, {"!chừng", AMOUNT_ABOUT}, {"vào khoảng", AMOUNT_ABOUT},
	{"ước", AMOUNT_ABOUT}, {"ước đạt", AMOUNT_ABOUT}, {"ước tính", AMOUNT_ABOUT},
	{"about", AMOUNT_ABOUT}, {"around", AMOUNT_ABOUT}, {"approximately", AMOUNT_ABOUT},
	{"approx", AMOUNT_ABOUT}, {"approx .", AMOUNT_ABOUT}, {"nearly", AMOUNT_ABOUT},
	{"almost", AMOUNT_ABOUT}, {"roughly", AMOUNT_ABOUT}, {"est", AMOUNT_ABOUT},
	{"est .", AMOUNT_ABOUT}, {"estimated", AMOUNT_ABOUT}, {"~", AMOUNT_ABOUT},
	{"đạt", AMOUNT_EXACT}, {"bằng", AMOUNT_EXACT}, {"là", AMOUNT_EXACT},
	{"phấn đấu", AMOUNT_EXACT}, {"exactly", AMOUNT_EXACT}, {"=", AMOUNT_EXACT},
	/* Where something came to, other than by how much it fell or rose. */
	{"!còn", AMOUNT_EXACT}, {"giảm còn", AMOUNT_EXACT}, {"giảm xuống", AMOUNT_EXACT},
	{"giảm xuống còn", AMOUNT_EXACT}, {"xuống còn", AMOUNT_EXACT}, {"tăng lên", AMOUNT_EXACT},
	{"down to", AMOUNT_EXACT},
};

/* What stands at the end. */
static const BoundWords words_behind[] = {
	{"trở lên", AMOUNT_AT_LEAST}, {"hoặc hơn", AMOUNT_AT_LEAST},
	{"or more", AMOUNT_AT_LEAST}, {"and more", AMOUNT_AT_LEAST}, {"or above", AMOUNT_AT_LEAST},
	{"and above", AMOUNT_AT_LEAST}, {"or higher", AMOUNT_AT_LEAST}, {"upwards", AMOUNT_AT_LEAST},
	{"and up", AMOUNT_AT_LEAST}, {"+", AMOUNT_AT_LEAST},
	{"trở xuống", AMOUNT_AT_MOST}, {"or less", AMOUNT_AT_MOST}, {"or fewer", AMOUNT_AT_MOST},
	{"or below", AMOUNT_AT_MOST}, {"and below", AMOUNT_AT_MOST}, {"or lower", AMOUNT_AT_MOST},
};

/* What says that a number is by how much something rose or fell. */
typedef struct ChangeWords
{
	const char *words;
	AmountChange change;
} ChangeWords;

static const ChangeWords changes[] = {
	{"giảm", AMOUNT_FALL}, {"down", AMOUNT_FALL}, {"down by", AMOUNT_FALL},
	{"decrease of", AMOUNT_FALL}, {"decrease by", AMOUNT_FALL}, {"decreased by", AMOUNT_FALL},
	{"fall of", AMOUNT_FALL}, {"fell by", AMOUNT_FALL}, {"reduction of", AMOUNT_FALL},
	{"reduce by", AMOUNT_FALL}, {"reduced by", AMOUNT_FALL},
	{"tăng", AMOUNT_RISE}, {"tăng thêm", AMOUNT_RISE}, {"up", AMOUNT_RISE},
	{"up by", AMOUNT_RISE}, {"increase of", AMOUNT_RISE}, {"increase by", AMOUNT_RISE},
	{"increased by", AMOUNT_RISE}, {"rise of", AMOUNT_RISE}, {"rose by", AMOUNT_RISE},
	{"growth of", AMOUNT_RISE}, {"grew by", AMOUNT_RISE},
};

/*
 * Scales.  Without marks, those that begin with an exclamation mark could be other words: văn (of
 * documents), trạm (a station), ngân (of money).
 */
typedef struct ScaleWords
{
	const char *words;
	int			exponent;		/* of ten */
} ScaleWords;

static const ScaleWords scales[] = {
	{"!trăm", 2}, {"nghìn", 3}, {"!ngàn", 3}, {"!vạn", 4}, {"triệu", 6}, {"tỷ", 9}, {"!tỉ", 9},
	{"!chục", 1}, {"hundred", 2}, {"thousand", 3}, {"thousands", 3}, {"million", 6},
	{"millions", 6},
	{"mn", 6}, {"mln", 6}, {"mio", 6}, {"billion", 9}, {"billions", 9}, {"bn", 9},
	{"trillion", 12}, {"trillions", 12}, {"tn", 12},
};

/*
 * Short for a scale right behind the number or before a currency; the unit of something elsewhere.
 */
static const ScaleWords short_scales[] = {
	{"k", 3}, {"tr", 6},
};

/* The same, but where the number is one of money alone: 5m are meters, $5m are not. */
static const ScaleWords money_scales[] = {
	{"m", 6}, {"b", 9},
};

/* The same with the letter of the currency, in one word. */
static const ScaleWords scales_of_dong[] = {
	{"!trđ", 6},
};

/* What begins as a scale and is another word. */
static const char *const no_scales[] = {
	"tỷ lệ", "tỷ trọng", "tỷ suất", "tỷ giá", "tỷ phú", "tỉ lệ", "tỉ trọng", "tỉ suất", "ti vi",
	"văn bản", "văn phòng", "ngân hàng", "ngân sách", "trạm y tế", "trạm bơm", "trạm biến áp",
};

/*
 * Units.
 */
static const AmountUnit units[] = {
	{"%", "%", false}, {"phần trăm", "%", false}, {"percent", "%", false},
	{"per cent", "%", false}, {"pct", "%", false},
	{"‰", "per mille", false}, {"phần nghìn", "per mille", false},
	{"điểm %", "percentage points", false}, {"điểm phần trăm", "percentage points", false},
	{"percentage points", "percentage points", false},
	{"percentage point", "percentage points", false}, {"% points", "percentage points", false},
	{"% point", "percentage points", false}, {"pp", "percentage points", false},
	{"ppt", "percentage points", false}, {"ppts", "percentage points", false},
	{"đồng", "VND", true}, {"đồng việt nam", "VND", true}, {"việt nam đồng", "VND", true},
	{"vnd", "VND", true}, {"vnđ", "VND", true}, {"₫", "VND", true}, {"đ", "VND", true},
	{"usd", "USD", true}, {"us $", "USD", true}, {"$", "USD", true}, {"đô la", "USD", true},
	{"đô la mỹ", "USD", true}, {"đôla", "USD", true}, {"!đô", "USD", true},
	{"dollar", "USD", true}, {"dollars", "USD", true}, {"us dollars", "USD", true},
	{"eur", "EUR", true}, {"€", "EUR", true}, {"euro", "EUR", true}, {"euros", "EUR", true},
	{"gbp", "GBP", true}, {"£", "GBP", true}, {"jpy", "JPY", true}, {"yên nhật", "JPY", true},
	{"!yên", "JPY", true}, {"cny", "CNY", true}, {"nhân dân tệ", "CNY", true},
};

/* Units that stand before a number too. */
static const AmountUnit currencies[] = {
	{"$", "USD", true}, {"us $", "USD", true}, {"usd", "USD", true}, {"€", "EUR", true},
	{"eur", "EUR", true}, {"£", "GBP", true}, {"gbp", "GBP", true}, {"jpy", "JPY", true},
	{"cny", "CNY", true}, {"vnd", "VND", true}, {"₫", "VND", true},
};

/*
 * What goes on with the number, joins two of them or says something of it: no unit begins with it.
 */
static const char *const no_units[] = {
	"and", "or", "to", "up", "down", "dozen", "est", "approx", "max", "over", "under",
	"và", "hoặc", "đến", "tới", "trên", "dưới", "hơn", "ước", "khoảng",
	"mươi", "!lẻ", "tá", "hai", "ba", "bốn", "tư", "sáu", "bảy", "!tám", "chín", "trđ", "tỷđ",
};

#define COUNT(array) ((int) (sizeof(array) / sizeof((array)[0])))

/* Skip the longest of some words, which the entries of a table begin with; its entry, or NULL. */
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

/* What the words before a number say; false where there are none. */
bool
amount_skip_bound(const Phrase *phrase, int *i, AmountBound *bound)
{
	const BoundWords *words = SKIP_LONGEST(phrase, i, words_before);

	if (words != NULL)
		*bound = words->bound;
	return words != NULL;
}

/* The tokens without such words as "or more", which set the bound. */
int
amount_end_without_words(const Phrase *phrase, AmountBound *bound)
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

/* Whether a number that follows is a rise or a fall. */
AmountChange
amount_skip_change(const Phrase *phrase, int *i)
{
	const ChangeWords *words = SKIP_LONGEST(phrase, i, changes);

	return words == NULL ? AMOUNT_NO_CHANGE : words->change;
}

/* A unit that has a name of its own, or NULL. */
const AmountUnit *
amount_skip_unit(const Phrase *phrase, int *i)
{
	return SKIP_LONGEST(phrase, i, units);
}

/* A currency before a number, or NULL. */
const AmountUnit *
amount_skip_currency(const Phrase *phrase, int *i)
{
	return SKIP_LONGEST(phrase, i, currencies);
}

/* Whether a currency comes next. */
static bool
is_money(const Phrase *phrase, int i)
{
	const AmountUnit *unit = amount_skip_unit(phrase, &i);

	return unit != NULL && unit->is_currency;
}

/* Whether tokens are something else than a unit. */
bool
amount_is_no_unit(const Phrase *phrase, int begin, int end)
{
	for (int i = begin; i < end; i++)
		if (phrase_match(phrase, i, "rưỡi") > 0 || phrase_match(phrase, i, "half") > 0)
			return true;
	return PHRASE_SKIP_ANY(phrase, &begin, no_units) >= 0;
}

static const ScaleWords *
skip_scale(const Phrase *phrase, int *i, bool *is_sure)
{
	int			at = *i;
	const ScaleWords *scale;

	if (PHRASE_SKIP_ANY(phrase, &at, no_scales) >= 0)
		return NULL;
	for (int k = 0; k < COUNT(scales); k++)
	{
		scale = &scales[k];
		if (!phrase_skip(phrase, &at, scale->words + (scale->words[0] == '!')))
			continue;
		*is_sure = scale->words[0] != '!' || phrase_match(phrase, *i, scale->words) > 0;
		*i = at;
		return scale;
	}
	return NULL;
}

/* What is short for a scale: "5k", "500 tr đồng", "500 tr.đ", "$5m". */
static PlanError
take_short_scale(const Phrase *phrase, int *i, bool has_currency, AmountScale *result)
{
	int			at = *i;
	bool		is_joined = phrase_is_joined(phrase, *i);
	const ScaleWords *scale = SKIP_LONGEST(phrase, &at, short_scales);

	if (scale == NULL)
	{
		scale = SKIP_LONGEST(phrase, &at, money_scales);
		if (scale == NULL || !(has_currency || is_money(phrase, at)))
			return PLAN_OK;
	}
	else
	{
		if (phrase_is_sign(phrase, at, '.') && is_money(phrase, at + 1))
			at++;
		if (!is_joined && !has_currency && !is_money(phrase, at))
			return PLAN_SYNTAX;
	}
	*i = at;
	result->has_words = true;
	result->exponent = scale->exponent;
	return PLAN_OK;
}

/* What is short for a scale and đồng: "500 trđ".  No other currency stands behind it. */
static bool
take_scale_of_dong(const Phrase *phrase, int *i, AmountScale *result)
{
	static const AmountUnit dong = {"đồng", "VND", true};
	int			at = *i;
	const ScaleWords *scale = SKIP_LONGEST(phrase, &at, scales_of_dong);

	if (scale == NULL || is_money(phrase, at))
		return false;
	*i = at;
	*result = (AmountScale) {true, scale->exponent, &dong};
	return true;
}

/*
 * The words of scale behind a number: "nghìn tỷ" is a thousand times a billion.  PLAN_SYNTAX where
 * words do not go up, or could be others.
 */
PlanError
amount_take_scale(const Phrase *phrase, int *i, bool has_currency, AmountScale *result)
{
	const ScaleWords *scale;
	bool		is_sure = true;
	int			last = 0;

	*result = (AmountScale) {false, 0, NULL};
	while ((scale = skip_scale(phrase, i, &is_sure)) != NULL)
	{
		if (scale->exponent <= last)
			return PLAN_SYNTAX;
		last = scale->exponent;
		result->has_words = true;
		result->exponent += scale->exponent;
	}
	if (!result->has_words && !take_scale_of_dong(phrase, i, result))
		return take_short_scale(phrase, i, has_currency, result);
	return is_sure || has_currency || is_money(phrase, *i) ? PLAN_OK : PLAN_SYNTAX;
}
