/*
 * phrase.c
 *		Texts that people write, as words, numbers and signs, whatever their letter case.
 */
#include "core/phrase.h"

#include <string.h>

#include "core/text.h"

/* A letter of another script, a sign that means nothing here, and what is read as nothing. */
#define OTHER_LETTER '\1'
#define OTHER_SIGN '\2'
#define NO_CHARACTER '\3'

/* A mark that Vietnamese does not have. */
#define OTHER_MARK 512

/* A byte that does not belong to UTF-8. */
#define NO_CODE UINT32_MAX

/* Letters with marks, as a plain letter and its marks, from the first of a range of Unicode. */
typedef struct MarkedLetter
{
	char		letter;			/* 0 for none */
	uint16_t	marks;
} MarkedLetter;

static const MarkedLetter latin_letters[] = {
	{'a', 16}, {'a', 8}, {'a', 1}, {'a', 64}, {'a', 512}, {'a', 512}, {0, 0}, {'c', 512},
	{'e', 16}, {'e', 8}, {'e', 1}, {'e', 512}, {'i', 16}, {'i', 8}, {'i', 1}, {'i', 512},
	{'d', 256}, {'n', 64}, {'o', 16}, {'o', 8}, {'o', 1}, {'o', 64}, {'o', 512}, {0, 0},
	{0, 0}, {'u', 16}, {'u', 8}, {'u', 1}, {'u', 512}, {'y', 8}, {0, 0}, {0, 0},
	{'a', 16}, {'a', 8}, {'a', 1}, {'a', 64}, {'a', 512}, {'a', 512}, {0, 0}, {'c', 512},
	{'e', 16}, {'e', 8}, {'e', 1}, {'e', 512}, {'i', 16}, {'i', 8}, {'i', 1}, {'i', 512},
	{'d', 256}, {'n', 64}, {'o', 16}, {'o', 8}, {'o', 1}, {'o', 64}, {'o', 512}, {0, 0},
	{0, 0}, {'u', 16}, {'u', 8}, {'u', 1}, {'u', 512}, {'y', 8}, {0, 0}, {'y', 512},
	{'a', 512}, {'a', 512}, {'a', 2}, {'a', 2}, {'a', 512}, {'a', 512}, {'c', 8}, {'c', 8},
	{'c', 1}, {'c', 1}, {'c', 512}, {'c', 512}, {'c', 512}, {'c', 512}, {'d', 512}, {'d', 512},
	{'d', 256}, {'d', 256}, {'e', 512}, {'e', 512}, {'e', 2}, {'e', 2}, {'e', 512}, {'e', 512},
	{'e', 512}, {'e', 512}, {'e', 512}, {'e', 512}, {'g', 1}, {'g', 1}, {'g', 2}, {'g', 2},
	{'g', 512}, {'g', 512}, {'g', 512}, {'g', 512}, {'h', 1}, {'h', 1}, {0, 0}, {0, 0},
	{'i', 64}, {'i', 64}, {'i', 512}, {'i', 512}, {'i', 2}, {'i', 2}, {'i', 512}, {'i', 512},
	{'i', 512}, {0, 0}, {0, 0}, {0, 0}, {'j', 1}, {'j', 1}, {'k', 512}, {'k', 512},
	{0, 0}, {'l', 8}, {'l', 8}, {'l', 512}, {'l', 512}, {'l', 512}, {'l', 512}, {0, 0},
	{0, 0}, {0, 0}, {0, 0}, {'n', 8}, {'n', 8}, {'n', 512}, {'n', 512}, {'n', 512},
	{'n', 512}, {0, 0}, {0, 0}, {0, 0}, {'o', 512}, {'o', 512}, {'o', 2}, {'o', 2},
	{'o', 512}, {'o', 512}, {0, 0}, {0, 0}, {'r', 8}, {'r', 8}, {'r', 512}, {'r', 512},
	{'r', 512}, {'r', 512}, {'s', 8}, {'s', 8}, {'s', 1}, {'s', 1}, {'s', 512}, {'s', 512},
	{'s', 512}, {'s', 512}, {'t', 512}, {'t', 512}, {'t', 512}, {'t', 512}, {0, 0}, {0, 0},
	{'u', 64}, {'u', 64}, {'u', 512}, {'u', 512}, {'u', 2}, {'u', 2}, {'u', 512}, {'u', 512},
	{'u', 512}, {'u', 512}, {'u', 512}, {'u', 512}, {'w', 1}, {'w', 1}, {'y', 1}, {'y', 1},
	{'y', 512}, {'z', 8}, {'z', 8}, {'z', 512}, {'z', 512}, {'z', 512}, {'z', 512}, {'s', 512},
};

static const MarkedLetter horned_letters[] = {
	{'o', 4}, {'o', 4}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0},
	{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {'u', 4},
	{'u', 4},
};

static const MarkedLetter additional_letters[] = {
	{'a', 512}, {'a', 512}, {'b', 512}, {'b', 512}, {'b', 128}, {'b', 128}, {'b', 512}, {'b', 512},
	{'c', 520}, {'c', 520}, {'d', 512}, {'d', 512}, {'d', 128}, {'d', 128}, {'d', 512}, {'d', 512},
	{'d', 512}, {'d', 512}, {'d', 512}, {'d', 512}, {'e', 528}, {'e', 528}, {'e', 520}, {'e', 520},
	{'e', 512}, {'e', 512}, {'e', 512}, {'e', 512}, {'e', 514}, {'e', 514}, {'f', 512}, {'f', 512},
	{'g', 512}, {'g', 512}, {'h', 512}, {'h', 512}, {'h', 128}, {'h', 128}, {'h', 512}, {'h', 512},
	{'h', 512}, {'h', 512}, {'h', 512}, {'h', 512}, {'i', 512}, {'i', 512}, {'i', 520}, {'i', 520},
	{'k', 8}, {'k', 8}, {'k', 128}, {'k', 128}, {'k', 512}, {'k', 512}, {'l', 128}, {'l', 128},
	{'l', 640}, {'l', 640}, {'l', 512}, {'l', 512}, {'l', 512}, {'l', 512}, {'m', 8}, {'m', 8},
	{'m', 512}, {'m', 512}, {'m', 128}, {'m', 128}, {'n', 512}, {'n', 512}, {'n', 128}, {'n', 128},
	{'n', 512}, {'n', 512}, {'n', 512}, {'n', 512}, {'o', 72}, {'o', 72}, {'o', 576}, {'o', 576},
	{'o', 528}, {'o', 528}, {'o', 520}, {'o', 520}, {'p', 8}, {'p', 8}, {'p', 512}, {'p', 512},
	{'r', 512}, {'r', 512}, {'r', 128}, {'r', 128}, {'r', 640}, {'r', 640}, {'r', 512}, {'r', 512},
	{'s', 512}, {'s', 512}, {'s', 128}, {'s', 128}, {'s', 520}, {'s', 520}, {'s', 512}, {'s', 512},
	{'s', 640}, {'s', 640}, {'t', 512}, {'t', 512}, {'t', 128}, {'t', 128}, {'t', 512}, {'t', 512},
	{'t', 512}, {'t', 512}, {'u', 512}, {'u', 512}, {'u', 512}, {'u', 512}, {'u', 512}, {'u', 512},
	{'u', 72}, {'u', 72}, {'u', 512}, {'u', 512}, {'v', 64}, {'v', 64}, {'v', 128}, {'v', 128},
	{'w', 16}, {'w', 16}, {'w', 8}, {'w', 8}, {'w', 512}, {'w', 512}, {'w', 512}, {'w', 512},
	{'w', 128}, {'w', 128}, {'x', 512}, {'x', 512}, {'x', 512}, {'x', 512}, {'y', 512}, {'y', 512},
	{'z', 1}, {'z', 1}, {'z', 128}, {'z', 128}, {'z', 512}, {'z', 512}, {'h', 512}, {'t', 512},
	{'w', 512}, {'y', 512}, {0, 0}, {'s', 512}, {0, 0}, {0, 0}, {0, 0}, {0, 0},
	{'a', 128}, {'a', 128}, {'a', 32}, {'a', 32}, {'a', 9}, {'a', 9}, {'a', 17}, {'a', 17},
	{'a', 33}, {'a', 33}, {'a', 65}, {'a', 65}, {'a', 129}, {'a', 129}, {'a', 10}, {'a', 10},
	{'a', 18}, {'a', 18}, {'a', 34}, {'a', 34}, {'a', 66}, {'a', 66}, {'a', 130}, {'a', 130},
	{'e', 128}, {'e', 128}, {'e', 32}, {'e', 32}, {'e', 64}, {'e', 64}, {'e', 9}, {'e', 9},
	{'e', 17}, {'e', 17}, {'e', 33}, {'e', 33}, {'e', 65}, {'e', 65}, {'e', 129}, {'e', 129},
	{'i', 32}, {'i', 32}, {'i', 128}, {'i', 128}, {'o', 128}, {'o', 128}, {'o', 32}, {'o', 32},
	{'o', 9}, {'o', 9}, {'o', 17}, {'o', 17}, {'o', 33}, {'o', 33}, {'o', 65}, {'o', 65},
	{'o', 129}, {'o', 129}, {'o', 12}, {'o', 12}, {'o', 20}, {'o', 20}, {'o', 36}, {'o', 36},
	{'o', 68}, {'o', 68}, {'o', 132}, {'o', 132}, {'u', 128}, {'u', 128}, {'u', 32}, {'u', 32},
	{'u', 12}, {'u', 12}, {'u', 20}, {'u', 20}, {'u', 36}, {'u', 36}, {'u', 68}, {'u', 68},
	{'u', 132}, {'u', 132}, {'y', 16}, {'y', 16}, {'y', 128}, {'y', 128}, {'y', 32}, {'y', 32},
	{'y', 64}, {'y', 64}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0},
};

static const struct
{
	uint32_t	first;
	uint32_t	count;
	const MarkedLetter *letter;
}			ranges[] = {
	{0x00C0, sizeof(latin_letters) / sizeof(latin_letters[0]), latin_letters},
	{0x01A0, sizeof(horned_letters) / sizeof(horned_letters[0]), horned_letters},
	{0x1E00, sizeof(additional_letters) / sizeof(additional_letters[0]), additional_letters},
};

/* Marks that follow their letter. */
static const struct
{
	uint32_t	code;
	uint16_t	mark;
}			combining_marks[] = {
	{0x0300, 16}, {0x0301, 8}, {0x0302, 1}, {0x0303, 64}, {0x0306, 2}, {0x0309, 32}, {0x031B, 4},
	{0x0323, 128},
};

/* Signs that are written in more than one way, and spaces. */
static const struct
{
	uint32_t	code;
	char		sign;
}			signs[] = {
	{0x00A0, ' '}, {0x2007, ' '}, {0x2009, ' '}, {0x202F, ' '}, {0x3000, ' '},
	{0x2010, '-'}, {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2212, '-'},
	{0x2264, PHRASE_AT_MOST}, {0x2A7D, PHRASE_AT_MOST},
	{0x2265, PHRASE_AT_LEAST}, {0x2A7E, PHRASE_AT_LEAST},
	{0x2248, '~'}, {0x223C, '~'}, {0x00F7, PHRASE_RANGE}, {0x2030, PHRASE_PER_MILLE},
	{0x20AC, PHRASE_EURO}, {0x20AB, PHRASE_DONG}, {0x00A3, PHRASE_POUND},
};

/* What is no letter, where it is not among the signs. */
static const struct
{
	uint32_t	first;
	uint32_t	last;
	char		as;
}			others[] = {
	{0x0080, 0x009F, OTHER_SIGN}, {0x00AD, 0x00AD, NO_CHARACTER},
	{0x00A1, 0x00A9, OTHER_SIGN}, {0x00AB, 0x00AF, OTHER_SIGN}, {0x00B1, 0x00B1, OTHER_SIGN},
	{0x00B2, 0x00B3, PHRASE_POWER}, {0x00B4, 0x00B4, OTHER_SIGN}, {0x00B6, 0x00B8, OTHER_SIGN},
	{0x00B9, 0x00B9, PHRASE_POWER}, {0x00BB, 0x00BF, OTHER_SIGN}, {0x00D7, 0x00D7, OTHER_SIGN},
	/* Digits of other scripts. */
	{0x0660, 0x0669, OTHER_SIGN}, {0x06F0, 0x06F9, OTHER_SIGN}, {0x0966, 0x096F, OTHER_SIGN},
	{0x09E6, 0x09EF, OTHER_SIGN}, {0x0E50, 0x0E59, OTHER_SIGN}, {0x0ED0, 0x0ED9, OTHER_SIGN},
	{0x17E0, 0x17E9, OTHER_SIGN}, {0x1D7CE, 0x1D7FF, OTHER_SIGN},
	/* Spaces without width and direction marks; but not what turns the order of letters. */
	{0x200B, 0x200F, NO_CHARACTER}, {0x2060, 0x2060, NO_CHARACTER},
	{0xFE00, 0xFE0F, NO_CHARACTER}, {0xFEFF, 0xFEFF, NO_CHARACTER},
	/* Punctuation, superscripts, fractions and Roman numbers, arrows and pictures. */
	{0x2000, 0x206F, OTHER_SIGN}, {0x2070, 0x209C, PHRASE_POWER}, {0x2150, 0x218F, OTHER_SIGN},
	{0x2190, 0x2BFF, OTHER_SIGN}, {0x3001, 0x303F, OTHER_SIGN}, {0xFF00, 0xFFEF, OTHER_SIGN},
	{0x1F000, 0x1FAFF, OTHER_SIGN}, {0xE0000, 0x10FFFF, OTHER_SIGN},
};

/* The forms of ASCII that are as wide as Chinese letters. */
#define FIRST_WIDE 0xFF01
#define LAST_WIDE 0xFF5E

/* The code point that a text goes on with, and its length; or one byte, and NO_CODE. */
static size_t
next_code(const char *text, uint32_t *code)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *p = (const unsigned char *) text;
	size_t		length = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : p[0] >= 0xC0 ? 2 : 1;
	uint32_t	result = p[0];

	*code = p[0] < 0x80 ? p[0] : NO_CODE;
	if (length == 1 || p[0] > 0xF4)
		return 1;
	result &= 0xFF >> (length + 1);
	for (size_t i = 1; i < length; i++)
	{
		if ((p[i] & 0xC0) != 0x80)
			return 1;
		result = result << 6 | (p[i] & 0x3F);
	}
	if (result < least[length])
		return 1;
	*code = result;
	return length;
}

/* The marks of a code point that follows its letter; 0 if it is none. */
static uint16_t
combining_mark(uint32_t code)
{
	if (code < 0x0300 || code > 0x036F)
		return 0;
	for (size_t i = 0; i < sizeof(combining_marks) / sizeof(combining_marks[0]); i++)
		if (combining_marks[i].code == code)
			return combining_marks[i].mark;
	return OTHER_MARK;
}

static char
plain_ascii(uint32_t code)
{
	if (code >= 'A' && code <= 'Z')
		return (char) (code - 'A' + 'a');
	if (text_is_space((char) code))
		return ' ';
	return code < ' ' || code == 0x7F ? OTHER_SIGN : (char) code;
}

/* The plain letter or sign of a code point, and the marks of a letter. */
static char
plain_letter(uint32_t code, uint16_t *marks)
{
	*marks = 0;
	if (code >= FIRST_WIDE && code <= LAST_WIDE)
		code -= FIRST_WIDE - '!';
	if (code < 0x80)
		return plain_ascii(code);
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (code >= ranges[i].first && code - ranges[i].first < ranges[i].count &&
			ranges[i].letter[code - ranges[i].first].letter != 0)
		{
			*marks = ranges[i].letter[code - ranges[i].first].marks;
			return ranges[i].letter[code - ranges[i].first].letter;
		}
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (signs[i].code == code)
			return signs[i].sign;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (code >= others[i].first && code <= others[i].last)
			return others[i].as;
	return OTHER_LETTER;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || c == OTHER_LETTER;
}

/* Whether a number goes on with a character: marks stand between digits. */
static bool
is_in_number(const char *p)
{
	return text_is_digit(*p) || ((*p == '.' || *p == ',') && text_is_digit(p[1]));
}

/* Cut the folded text into words, numbers and signs. */
static PlanError
cut(Phrase *phrase)
{
	const char *p = phrase->folded;

	while (*p != '\0')
	{
		const char *begin = p;
		PhraseToken *token = &phrase->token[phrase->tokens];

		if (*p == ' ')
		{
			p++;
			continue;
		}
		if (phrase->tokens == PHRASE_MAX_TOKENS)
			return PLAN_SYNTAX;
		if (text_is_digit(*p))
		{
			token->kind = TOKEN_NUMBER;
			while (is_in_number(p))
				p++;
		}
		else if (is_letter(*p))
		{
			token->kind = TOKEN_WORD;
			while (is_letter(*p))
				p++;
		}
		else
		{
			token->kind = *p++;
			/* Signs of two characters. */
			if (*p == '=' && (token->kind == '<' || token->kind == '>'))
			{
				token->kind = token->kind == '<' ? PHRASE_AT_MOST : PHRASE_AT_LEAST;
				p++;
			}
		}
		token->begin = (uint16_t) (begin - phrase->folded);
		token->length = (uint16_t) (p - begin);
		phrase->tokens++;
	}
	phrase->token[phrase->tokens] = (PhraseToken) {'\0', (uint16_t) (p - phrase->folded), 0};
	return PLAN_OK;
}

/* Add a character to the folded text; marks are added to the letter before them. */
static void
fold(Phrase *phrase, size_t *length, uint32_t code, size_t origin)
{
	uint16_t	marks = combining_mark(code);
	char		c;

	if (marks != 0 && *length > 0 && is_letter(phrase->folded[*length - 1]))
	{
		phrase->marks[*length - 1] |= marks;
		return;
	}
	c = plain_letter(code, &marks);
	if (c == NO_CHARACTER)
		return;
	phrase->origin[*length] = (uint16_t) origin;
	phrase->marks[*length] = marks;
	phrase->folded[(*length)++] = combining_mark(code) != 0 ? OTHER_SIGN : c;
}

/*
 * Read a text in UTF-8; PLAN_SYNTAX where it is longer than anything that could be meant.  Bytes
 * that are not UTF-8 are letters.
 */
PlanError
phrase_read(Phrase *phrase, const char *text)
{
	size_t		length = 0;

	phrase->tokens = 0;
	phrase->text = text;
	phrase->origin[0] = 0;
	for (size_t i = 0; text[i] != '\0';)
	{
		uint32_t	code;
		size_t		size = next_code(text + i, &code);

		if (i + size >= PHRASE_MAX_LENGTH)
			return PLAN_SYNTAX;
		fold(phrase, &length, code, i);
		i += size;
		phrase->origin[length] = (uint16_t) i;
	}
	phrase->folded[length] = '\0';
	return cut(phrase);
}

/*
 * Copy tokens as they were written, with one space where there are some.  Returns the length; the
 * text ends with a NUL.
 */
size_t
phrase_copy(const Phrase *phrase, int begin, int end, char *out)
{
	const PhraseToken *last = &phrase->token[end - 1];
	size_t		to = phrase->origin[last->begin + last->length];
	size_t		length = 0;

	for (size_t i = phrase->origin[phrase->token[begin].begin]; i < to;)
	{
		uint32_t	code;
		uint16_t	marks;
		size_t		size = next_code(phrase->text + i, &code);
		char		c = plain_letter(code, &marks);

		if (c == ' ' && out[length - 1] != ' ')
			out[length++] = ' ';
		else if (c != ' ' && c != NO_CHARACTER)
		{
			memcpy(out + length, phrase->text + i, size);
			length += size;
		}
		i += size;
	}
	out[length] = '\0';
	return length;
}

/* A letter of a name; the marks of one follow it in bytes that nothing else has. */
static size_t
write_letter(const Phrase *phrase, int i, bool with_marks, char *out)
{
	uint16_t	marks = with_marks ? phrase->marks[i] : 0;
	size_t		length = 1;

	if (phrase->folded[i] == OTHER_LETTER)
	{
		length = (size_t) (phrase->origin[i + 1] - phrase->origin[i]);
		memcpy(out, phrase->text + phrase->origin[i], length);
		return length;
	}
	out[0] = phrase->folded[i];
	if (marks != 0)
	{
		out[length++] = OTHER_SIGN;
		out[length++] = (char) (1 + (marks >> 5));
		out[length++] = (char) (1 + (marks & 31));
	}
	return length;
}

/*
 * Write a phrase so that texts of the same words are equal, whatever their letter case, signs and
 * spaces, and without their marks if these are not asked for.  Returns the length; the text ends
 * with a NUL.
 */
size_t
phrase_name(const Phrase *phrase, bool with_marks, char *out)
{
	size_t		length = 0;

	for (int i = 0; i < phrase->tokens; i++)
	{
		const PhraseToken *token = &phrase->token[i];

		if (token->kind != TOKEN_WORD && token->kind != TOKEN_NUMBER)
			continue;
		if (length > 0)
			out[length++] = ' ';
		for (int k = token->begin; k < token->begin + token->length; k++)
			length += write_letter(phrase, k, with_marks, out + length);
	}
	out[length] = '\0';
	return length;
}

/*
 * Whether a token is the word that begins.  Marks count for the word as a whole, since not all
 * agree on which vowel bears the tone; a word that is written without any marks is taken for the
 * same word with them, but for one of a single letter.
 */
static bool
is_word(const Phrase *phrase, int i, const char *word, bool needs_marks)
{
	const PhraseToken *token = &phrase->token[i];
	uint16_t	marks = 0;
	uint16_t	word_marks = 0;
	int			k;

	if (i >= phrase->tokens)
		return false;
	for (k = 0; *word != '\0' && *word != ' '; k++)
	{
		uint32_t	code;
		uint16_t	more;

		word += next_code(word, &code);
		if (k == token->length ||
			phrase->folded[token->begin + k] != plain_letter(code, &more))
			return false;
		word_marks |= more;
		marks |= phrase->marks[token->begin + k];
	}
	if (k != token->length)
		return false;
	return marks == word_marks || (marks == 0 && k > 1 && !needs_marks);
}

/*
 * How many tokens from one on are the words, which spaces separate; 0 if they are not.  An
 * exclamation mark before them says that their marks must be written.
 */
int
phrase_match(const Phrase *phrase, int i, const char *words)
{
	int			first = i;
	bool		needs_marks = *words == '!';

	words += needs_marks;
	/* Most words begin with another letter, which need not be decoded. */
	if (i >= phrase->tokens ||
		((unsigned char) *words < 0x80 && *words != phrase->folded[phrase->token[i].begin]))
		return 0;
	while (*words != '\0')
	{
		if (!is_word(phrase, i++, words, needs_marks))
			return 0;
		words += strcspn(words, " ");
		words += *words == ' ';
	}
	return i - first;
}

/* Skip the words if the phrase goes on with them. */
bool
phrase_skip(const Phrase *phrase, int *i, const char *words)
{
	int			tokens = phrase_match(phrase, *i, words);

	*i += tokens;
	return tokens > 0;
}

bool
phrase_is_sign(const Phrase *phrase, int i, char sign)
{
	return i < phrase->tokens && phrase->token[i].kind == sign;
}

bool
phrase_skip_sign(const Phrase *phrase, int *i, char sign)
{
	if (!phrase_is_sign(phrase, *i, sign))
		return false;
	(*i)++;
	return true;
}

/* Whether a token follows the one before without a space. */
bool
phrase_is_joined(const Phrase *phrase, int i)
{
	return i > 0 && i < phrase->tokens &&
		phrase->token[i - 1].begin + phrase->token[i - 1].length == phrase->token[i].begin;
}

/* A number without marks, of so many digits at most. */
bool
phrase_take_integer(const Phrase *phrase, int *i, int max_digits, int32_t *number)
{
	const PhraseToken *token = &phrase->token[*i];

	if (*i >= phrase->tokens || token->kind != TOKEN_NUMBER || token->length > max_digits)
		return false;
	*number = 0;
	for (int k = 0; k < token->length; k++)
	{
		char		c = phrase->folded[token->begin + k];

		if (!text_is_digit(c))
			return false;
		*number = *number * 10 + (c - '0');
	}
	(*i)++;
	return true;
}

/* Skip the longest of some phrases; the place of it in the list, or -1. */
int
phrase_skip_any(const Phrase *phrase, int *i, const char *const *list, int count)
{
	int			best = -1;
	int			most = 0;

	for (int k = 0; k < count; k++)
	{
		int			tokens = phrase_match(phrase, *i, list[k]);

		if (tokens > most)
		{
			most = tokens;
			best = k;
		}
	}
	*i += most;
	return best;
}
