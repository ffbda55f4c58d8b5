/*
 * encoding.c
 *		Statements in the encoding of the database.
 *
 * They are written in UTF-8, with names in Vietnamese.  Where the encoding of the database lacks
 * some of their letters, all names of the script are written without marks: "Dat muc tieu".
 */
#include "workspace/workspace.h"

#include "catalog/namespace.h"
#include "common/unicode_norm.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

static bool
is_in_ascii(const char *text)
{
	while (*text != '\0')
		if (IS_HIGHBIT_SET(*text++))
			return false;
	return true;
}

/* NULL if it has characters that the encoding of the database has not. */
static char *
convert_whole(const char *text)
{
	int			encoding = GetDatabaseEncoding();
	Oid			conversion = FindDefaultConversionProc(PG_UTF8, encoding);
	int			length = strlen(text);
	int			size = length * MAX_CONVERSION_GROWTH + 1;
	char	   *converted = palloc(size);

	if (!OidIsValid(conversion) ||
		pg_do_encoding_conversion_buf(conversion, PG_UTF8, encoding, (unsigned char *) text, length,
									  (unsigned char *) converted, size, true) != length)
		return NULL;
	return converted;
}

/* Letters without their marks, and a question mark for what is no letter of Vietnamese. */
static void
append_plain(StringInfo plain, pg_wchar letter)
{
	pg_wchar	text[2] = {letter, 0};
	pg_wchar   *part = unicode_normalize(UNICODE_NFD, text);

	for (; *part != 0; part++)
	{
		if (*part == 0x0110 || *part == 0x0111)
			appendStringInfoChar(plain, *part == 0x0110 ? 'D' : 'd');
		else if (*part < 0x80)
			appendStringInfoChar(plain, (char) *part);
		else if (*part < 0x0300 || *part > 0x036f)
			appendStringInfoChar(plain, '?');
	}
}

static char *
without_marks(const char *text)
{
	const unsigned char *letter = (const unsigned char *) text;
	StringInfoData plain;

	initStringInfo(&plain);
	for (; *letter != '\0'; letter += pg_utf_mblen(letter))
		append_plain(&plain, utf8_to_unicode(letter));
	return plain.data;
}

/* Whether a statement can be taken as it is. */
static bool
needs_no_conversion(const char *statement)
{
	return GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII ||
		is_in_ascii(statement);
}

bool
can_convert_script(const char *const *statements)
{
	for (; *statements != NULL; statements++)
		if (!needs_no_conversion(*statements) && convert_whole(*statements) == NULL)
			return false;
	return true;
}

const char *
converted_statement(const char *statement, bool can_convert)
{
	if (needs_no_conversion(statement))
		return statement;
	return can_convert ? convert_whole(statement) : without_marks(statement);
}
