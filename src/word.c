/*
 * word.c
 *		Words as arguments: the one reader of all of them.
 */
#include "postgres.h"

#include "word.h"

int
word_from_datum(Datum datum, const WordTable *table)
{
	text	   *value = DatumGetTextPP(datum);
	const char *bytes = VARDATA_ANY(value);
	size_t		length = VARSIZE_ANY_EXHDR(value);
	int			result;

	if (!word_find(table, bytes, length, &result))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized %s: \"%s\"", table->what, shown_text(bytes, length)),
				 errhint("%s", table->hint)));
	return result;
}
