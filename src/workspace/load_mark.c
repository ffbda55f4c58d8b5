/*
 * load_mark.c
 *		Which mark of the numbers of a file is decimal, if nobody says it.
 *
 * A number that can be read in one way alone, such as 1.299,5 or 96.5, says it for those of the
 * same file that could be read in two, such as 15,250.
 */
#include "workspace/load.h"

#include "utils/memutils.h"

#include "period.h"

static void
keep_first(Loader *loader, const char **first, const char *text)
{
	if (*first == NULL && text != NULL)
		*first = MemoryContextStrdup(loader->context, text);
}

/* Note the first number of each kind, until the cell is taken or not. */
void
note_marks(Loader *loader, const char *text, const Amount *amount)
{
	SeenMarks  *cell = &loader->cell_marks;

	if (!loader->options.settles_mark)
		return;
	if ((amount->marks & AMOUNT_COMMA_IS_DECIMAL) != 0 && cell->comma == NULL)
		cell->comma = text;
	if ((amount->marks & AMOUNT_DOT_IS_DECIMAL) != 0 && cell->dot == NULL)
		cell->dot = text;
	if ((amount->marks & AMOUNT_MARK_IS_EITHER) != 0 && cell->either == NULL)
		cell->either = text;
}

/* Note a rise or a fall with the sign that the names of its indicator give it. */
void
note_change(Loader *loader, int32 indicator, const char *text, const Amount *amount)
{
	bool		is_of_fall = loader->indicator[indicator].change == AMOUNT_FALL;

	loader->is_mirrored = is_of_fall;
	if (loader->change_of_row.text == NULL && (is_of_fall || amount->change == AMOUNT_FALL))
		loader->change_of_row = (ReadChange) {
			.text = text, .indicator = indicator, .value = amount->value, .upper = amount->upper
		};
}

/* Numbers of a cell that is no figure say nothing of the others. */
void
end_cell_marks(Loader *loader, bool is_taken)
{
	const SeenMarks *cell = &loader->cell_marks;

	if (is_taken)
	{
		keep_first(loader, &loader->seen_marks.comma, cell->comma);
		keep_first(loader, &loader->seen_marks.dot, cell->dot);
		keep_first(loader, &loader->seen_marks.either, cell->either);
		if (loader->either_of_row == NULL)
		{
			loader->either_of_row = cell->either;
			loader->is_either_of_row_mirrored = loader->is_mirrored;
		}
	}
	loader->is_mirrored = false;
	memset(&loader->cell_marks, 0, sizeof(loader->cell_marks));
}

/* What is said of a number is said of one whose row has no wrong cell. */
void
end_row_marks(Loader *loader, bool is_taken)
{
	if (is_taken && loader->either_loaded == NULL)
		loader->is_either_loaded_mirrored = loader->is_either_of_row_mirrored;
	if (is_taken)
		keep_first(loader, &loader->either_loaded, loader->either_of_row);
	if (is_taken && loader->change_loaded.text == NULL && loader->change_of_row.text != NULL)
	{
		loader->change_loaded = loader->change_of_row;
		loader->change_loaded.text = MemoryContextStrdup(loader->context,
														 loader->change_of_row.text);
	}
	loader->either_of_row = NULL;
	loader->change_of_row.text = NULL;
}

/* The first number that says that this mark is decimal. */
static const char *
number_with(const SeenMarks *seen, char mark)
{
	return mark == '.' ? seen->dot : seen->comma;
}

static char
other_mark(char mark)
{
	return mark == '.' ? ',' : '.';
}

/*
 * Whether the file has to be read again: its numbers say that the unusual mark is decimal, or they
 * contradict each other, and those that could be read in two ways are wrong.
 */
bool
settle_mark(Loader *loader)
{
	const SeenMarks *seen = &loader->seen_marks;
	char		unusual = other_mark(loader->usual_mark);

	if (seen->either == NULL || number_with(seen, unusual) == NULL)
		return false;
	loader->refuses_either = number_with(seen, loader->usual_mark) != NULL;
	if (!loader->refuses_either)
		loader->options.decimal_mark = unusual;
	return true;
}

const char *
reason_either(const Loader *loader, const char *text)
{
	const SeenMarks *seen = &loader->seen_marks;

	return psprintf("number can be read in two ways: \"%s\"; the file has \"%s\" and \"%s\", so "
					"that decimal_mark must say which",
					shown_text(text, strlen(text)),
					shown_text(seen->comma, strlen(seen->comma)),
					shown_text(seen->dot, strlen(seen->dot)));
}

static const char *
number_text(double number)
{
	char	   *written = palloc(TEXT_DOUBLE_SIZE + 1);

	written[text_write_double(written, number)] = '\0';
	return written;
}

static const char *
range_text(double value, double upper)
{
	return value == upper ? number_text(value) :
		psprintf("%s to %s", number_text(value), number_text(upper));
}

/* What loading makes of the first fall, or of the first rise or fall of an indicator of falls. */
const char *
remark_of_change(const Loader *loader)
{
	const ReadChange *change = &loader->change_loaded;

	return change->text == NULL ? NULL :
		psprintf("\"%s\" is read as %s of indicator \"%s\"",
				 shown_text(change->text, strlen(change->text)),
				 range_text(change->value, change->upper),
				 loader->indicators.code[change->indicator]);
}

/* The first number that could be read in two ways, with a decimal mark; NULL where it cannot be. */
static const char *
value_by_mark(const Loader *loader, char mark)
{
	Amount		amount;

	if (amount_read(readable_text(loader->either_loaded), mark, &amount) != PLAN_OK)
		return NULL;
	if (loader->is_either_loaded_mirrored)
		amount_negate(&amount);
	return range_text(amount.value, amount.upper);
}

/* How the first number that could be read in two ways was read, if nobody might expect it. */
const char *
remark_of_mark(const Loader *loader)
{
	const SeenMarks *seen = &loader->seen_marks;
	char		mark = loader->options.decimal_mark;
	const char *says = number_with(seen, mark);
	const char *either = loader->either_loaded;
	const char *value;
	const char *other;
	const char *shown;

	if (either == NULL || number_with(seen, loader->usual_mark) != NULL ||
		(value = value_by_mark(loader, mark)) == NULL)
		return NULL;
	shown = shown_text(either, strlen(either));
	if (says != NULL)
		return psprintf("\"%s\" is read as %s, since \"%s\" has a decimal %s", shown,
						value, shown_text(says, strlen(says)),
						mark == '.' ? "dot" : "comma");
	if ((other = value_by_mark(loader, other_mark(mark))) == NULL)
		return NULL;
	return psprintf("\"%s\" is read as %s, and with decimal_mark => '%c' as %s", shown, value,
					other_mark(mark), other);
}
