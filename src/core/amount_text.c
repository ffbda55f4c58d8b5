/*
 * amount_text.c
 *		Writing amounts in words of scale, in Vietnamese and English.
 */
#include "core/amount_text.h"

#include <math.h>
#include <string.h>

static const Word words[] = {
	{"vi", LANGUAGE_VIETNAMESE},
	{"en", LANGUAGE_ENGLISH},
};

const WordTable language_words = WORD_TABLE("language", words, "Use vi or en.");

typedef struct ScaleName
{
	int			exponent;		/* of ten */
	const char *name[NUM_LANGUAGES];
	const char *plain;			/* Vietnamese in encodings that lack its letters */
} ScaleName;

/* From the largest. */
static const ScaleName scale_names[] = {
	{12, {"ngh\xc3\xacn t\xe1\xbb\xb7", "trillion"}, "nghin ty"},
	{9, {"t\xe1\xbb\xb7", "billion"}, "ty"},
	{6, {"tri\xe1\xbb\x87u", "million"}, "trieu"},
	{0, {"", ""}, ""},
};

#define NUM_SCALES ((int) (sizeof(scale_names) / sizeof(scale_names[0])))

/* The largest scale that a number reaches, when it is rounded at the next smaller one. */
static const ScaleName *
scale_of_amount(double value, int digits)
{
	int			i = 0;

	while (i < NUM_SCALES - 1 &&
		   fabs(value) < pow(10.0, scale_names[i].exponent) -
		   pow(10.0, scale_names[i + 1].exponent - digits) / 2)
		i++;
	return &scale_names[i];
}

/*
 * Write a finite number with a word of scale from a million on, rounded to at most
 * GROUPED_MAX_DIGITS digits behind the decimal mark.  In UTF-8, or "plain" in ASCII.  Returns the
 * length.
 */
size_t
amount_write(char *out, double value, int digits, Language language, bool plain)
{
	const ScaleName *scale = scale_of_amount(value, digits);
	size_t		length = grouped_write(out, value, scale->exponent, digits,
									   decimal_mark_of(language));

	if (scale->exponent > 0)
	{
		const char *name = plain && language == LANGUAGE_VIETNAMESE ? scale->plain
			: scale->name[language];

		out[length++] = ' ';
		strcpy(out + length, name);
		length += strlen(name);
	}
	return length;
}
