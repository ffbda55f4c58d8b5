/*
 * load_line_number.c
 *		The number of a line that stands before a name: "1. ", "I.2 " or "a) ".
 */
#include "workspace/load.h"

#include "core/phrase.h"
#include "period.h"
#include "type.h"

/* Whether a token is the number of a line by letters: "a", "đ" or "IV". */
static bool
is_letter_number(const Phrase *phrase, int i)
{
	static const char *const numbers[] = {
		"a", "b", "c", "d", "đ", "e", "g", "h", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii",
		"ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
	};

	for (int k = 0; k < lengthof(numbers); k++)
		if (phrase_match(phrase, i, numbers[k]) > 0)
			return true;
	return false;
}

/*
 * The tokens of the number of a line before a name: "1.", "(2)", "I.2", "a)", "III -"; 0 for none.
 * Places have numbers in digits: "X. Tân Lập" is a commune.
 */
static int
tokens_of_number(const Phrase *phrase, bool with_letters)
{
	int			i = 0;
	int			levels = 0;
	bool		is_digits;

	(void) phrase_skip_sign(phrase, &i, '(');
	is_digits = i < phrase->tokens && phrase->token[i].kind == TOKEN_NUMBER;
	if (!is_digits && !(with_letters && is_letter_number(phrase, i)))
		return 0;
	if (is_digits && memchr(phrase->folded + phrase->token[i].begin, ',', phrase->token[i].length))
		return 0;
	/* "1.2" is one number. */
	levels = is_digits && memchr(phrase->folded + phrase->token[i].begin, '.',
								 phrase->token[i].length) != NULL ? 2 : 1;
	i++;
	while (phrase_is_sign(phrase, i, '.') && i + 1 < phrase->tokens &&
		   phrase->token[i + 1].kind == TOKEN_NUMBER)
	{
		i += 2;
		levels++;
	}
	if (phrase_skip_sign(phrase, &i, '.') || phrase_skip_sign(phrase, &i, ')') ||
		phrase_skip_sign(phrase, &i, '/') || levels > 1)
		return i;
	/* "E-learning" has no number. */
	if (phrase_is_sign(phrase, i, '-') && !phrase_is_joined(phrase, i + 1))
		return i + 1;
	return 0;
}

/* A text without the number of its line, or NULL where it has none. */
const char *
without_line_number(const char *text, bool with_letters)
{
	Phrase		phrase;
	char	   *rest;
	int			begin;

	if (phrase_read(&phrase, readable_text(text)) != PLAN_OK)
		return NULL;
	begin = tokens_of_number(&phrase, with_letters);
	if (begin == 0 || begin >= phrase.tokens)
		return NULL;
	rest = palloc(PHRASE_MAX_LENGTH + 1);
	(void) phrase_copy(&phrase, begin, phrase.tokens, rest);
	return server_text(rest);
}
