/*
 * word.c
 *		Finding a word in a table, ignoring ASCII case and spaces around it.
 */
#include "core/word.h"

#include "core/text.h"

/* Most words differ in their first letter, so lengths are not looked at before. */
static bool
equal_ignoring_case(const char *text, const char *lower_case, size_t length)
{
	for (size_t i = 0; i < length; i++)
	{
		char		c = text[i];

		if (c >= 'A' && c <= 'Z')
			c = (char) (c - 'A' + 'a');
		if (c != lower_case[i] || c == '\0')
			return false;
	}
	return lower_case[length] == '\0';
}

bool
word_find(const WordTable *table, const char *text, size_t length, int *value)
{
	while (length > 0 && text_is_space(*text))
		text++, length--;
	while (length > 0 && text_is_space(text[length - 1]))
		length--;
	for (int i = 0; i < table->count; i++)
		if (equal_ignoring_case(text, table->words[i].name, length))
		{
			*value = table->words[i].value;
			return true;
		}
	return false;
}

const char *
word_name(const WordTable *table, int value)
{
	for (int i = 0; i < table->count; i++)
		if (table->words[i].value == value)
			return table->words[i].name;
	return NULL;
}
