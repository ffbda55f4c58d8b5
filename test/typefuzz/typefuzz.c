/*
 * typefuzz.c
 *		libFuzzer in a backend: what a type reads, and all functions that read its values.
 *
 * The first byte of an input says whether the rest is a text or a message.  What is read is written
 * and sent, and must read as the same bytes again; every function that takes such values and
 * nothing else is called with it.  Whatever raises an error then may, but no internal one.
 */
#include "postgres.h"

#include <fcntl.h>
#include <unistd.h>

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "parser/parse_coerce.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/typcache.h"

#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#endif

PG_MODULE_MAGIC;

#define FAIL(...) (fprintf(stderr, "typefuzz: " __VA_ARGS__), fputc('\n', stderr), abort())

extern int	LLVMFuzzerRunDriver(int *argc, char ***argv,
								int (*callback) (const uint8_t *data, size_t size));

/* What is fuzzed: one type in the life of a backend. */
static Oid	type;
static int16 length;
static bool by_value;
static bool is_float8;			/* of which not a number has many forms */
static Oid	parameter;
static FmgrInfo input;
static FmgrInfo output;
static FmgrInfo receive;
static FmgrInfo sending;
static FmgrInfo *reader;
static int	readers;
static TypeCacheEntry *entry;

/* What an execution takes, until it ends. */
static MemoryContext run;
static void *copy[8];
static int	copies;

/* A copy that ends where its memory does: ASan sees who reads on. */
static void *
exact_copy(const void *data, size_t size)
{
	void	   *result = malloc(size);

	if (result == NULL || copies == lengthof(copy))
		FAIL("out of memory");
	copy[copies++] = result;
	memcpy(result, data, size);
	return result;
}

static Datum
exact_value(Datum value)
{
	if (by_value)
		return value;
	return PointerGetDatum(exact_copy(DatumGetPointer(value),
									  datumGetSize(value, by_value, length)));
}

/* End the error that was raised. */
static ErrorData *
end_error(void)
{
	ErrorData  *error;

	MemoryContextSwitchTo(run);
	error = CopyErrorData();
	FlushErrorState();
	if (ERRCODE_TO_CATEGORY(error->sqlerrcode) == ERRCODE_TO_CATEGORY(ERRCODE_INTERNAL_ERROR))
		FAIL("internal error: %s", error->message);
	return error;
}

static char *
copy_as_text(const uint8 *data, size_t size)
{
	char	   *text = palloc(size + 1);

	memcpy(text, data, size);
	text[size] = '\0';
	return exact_copy(text, size + 1);
}

/* Without raising errors a text is read as with them. */
static void
check_soft(char *text, bool is_read)
{
#if PG_VERSION_NUM >= 160000
	ErrorSaveContext context = {T_ErrorSaveContext};
	Datum		value;

	if (InputFunctionCallSafe(&input, text, parameter, -1, (Node *) &context, &value) != is_read)
		FAIL("soft errors are others");
#endif
}

static Datum
read_text(const uint8 *data, size_t size)
{
	char	   *text = copy_as_text(data, size);

	return InputFunctionCall(&input, text, parameter, -1);
}

static Datum
read_message(const void *data, size_t size)
{
	StringInfoData message;
	Datum		value;

	message.data = exact_copy(data, size);
	message.len = message.maxlen = size;
	message.cursor = 0;
	value = ReceiveFunctionCall(&receive, &message, parameter, -1);
	/* As PostgreSQL does. */
	if (message.cursor != message.len)
		ereport(ERROR, errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg("more than a value"));
	return value;
}

/* Read an input; false where it is an error. */
static bool
read_input(const uint8 *data, size_t size, Datum *value)
{
	volatile bool is_read = false;

	PG_TRY();
	{
		*value = data[0] % 2 == 0 ? read_text(data + 1, size - 1)
			: read_message(data + 1, size - 1);
		is_read = true;
	}
	PG_CATCH();
	{
		(void) end_error();
	}
	PG_END_TRY();
	if (data[0] % 2 == 0)
		check_soft(copy_as_text(data + 1, size - 1), is_read);
	return is_read;
}

static void
check_same(Datum value, Datum again, const char *how)
{
	if (!is_float8 && !datumIsEqual(value, again, by_value, length))
		FAIL("%s reads as other bytes", how);
	if (OidIsValid(entry->eq_opr_finfo.fn_oid) &&
		!DatumGetBool(FunctionCall2(&entry->eq_opr_finfo, value, again)))
		FAIL("%s is not equal", how);
	if (OidIsValid(entry->cmp_proc_finfo.fn_oid) &&
		DatumGetInt32(FunctionCall2(&entry->cmp_proc_finfo, value, again)) != 0)
		FAIL("%s is less or more", how);
}

/* What was read can be written and sent. */
static void
check_forms(Datum value)
{
	char	   *text;
	bytea	   *message;

	PG_TRY();
	{
		text = OutputFunctionCall(&output, value);
		check_same(value, InputFunctionCall(&input, text, parameter, -1), "the text");
		message = SendFunctionCall(&sending, value);
		check_same(value, read_message(VARDATA(message), VARSIZE(message) - VARHDRSZ),
				   "the message");
	}
	PG_CATCH();
	{
		FAIL("a value that was read is not written: %s", end_error()->message);
	}
	PG_END_TRY();
}

static void
call_reader(FmgrInfo *function, Datum value)
{
	LOCAL_FCINFO(call, 2);

	InitFunctionCallInfoData(*call, function, function->fn_nargs, InvalidOid, NULL, NULL);
	for (int i = 0; i < function->fn_nargs; i++)
	{
		call->args[i].value = value;
		call->args[i].isnull = false;
	}
	PG_TRY();
	{
		(void) FunctionCallInvoke(call);
	}
	PG_CATCH();
	{
		(void) end_error();
	}
	PG_END_TRY();
}

static int
execute(const uint8_t *data, size_t size)
{
	Datum		value;

	if (size == 0)
		return 0;
	MemoryContextSwitchTo(run);
	/* A client sends no other texts. */
	if (data[0] % 2 != 0 || pg_verifymbstr((const char *) data + 1, size - 1, true))
	{
		if (read_input(data, size, &value))
		{
			value = exact_value(value);
			check_forms(value);
			for (int i = 0; i < readers; i++)
				call_reader(&reader[i], value);
		}
	}
	MemoryContextReset(run);
	while (copies > 0)
		free(copy[--copies]);
	return 0;
}

static void
find_functions(ArrayType *functions)
{
	Oid			function;
	Oid			other;
	bool		is_varlena;
	Datum	   *oids;

	get_typlenbyval(type, &length, &by_value);
	is_float8 = IsBinaryCoercible(type, FLOAT8OID);
	getTypeInputInfo(type, &function, &parameter);
	fmgr_info_cxt(function, &input, TopMemoryContext);
	getTypeOutputInfo(type, &function, &is_varlena);
	fmgr_info_cxt(function, &output, TopMemoryContext);
	getTypeBinaryInputInfo(type, &function, &other);
	fmgr_info_cxt(function, &receive, TopMemoryContext);
	getTypeBinaryOutputInfo(type, &function, &is_varlena);
	fmgr_info_cxt(function, &sending, TopMemoryContext);
	entry = lookup_type_cache(type, TYPECACHE_EQ_OPR_FINFO | TYPECACHE_CMP_PROC_FINFO);
	deconstruct_array(functions, OIDOID, sizeof(Oid), true, TYPALIGN_INT, &oids, NULL, &readers);
	reader = MemoryContextAllocZero(TopMemoryContext, (readers + 1) * sizeof(FmgrInfo));
	for (int i = 0; i < readers; i++)
		fmgr_info_cxt(DatumGetObjectId(oids[i]), &reader[i], TopMemoryContext);
}

/* (type, functions, log, arguments of libFuzzer): does not return, since libFuzzer exits. */
PG_FUNCTION_INFO_V1(typefuzz);
Datum
typefuzz(PG_FUNCTION_ARGS)
{
	char	   *log = text_to_cstring(PG_GETARG_TEXT_PP(2));
	Datum	   *texts;
	int			count;
	char	  **arguments;
	int			file = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	if (file < 0 || dup2(file, STDERR_FILENO) < 0)
		elog(ERROR, "%s: %m", log);
	type = PG_GETARG_OID(0);
	find_functions(PG_GETARG_ARRAYTYPE_P(1));
	deconstruct_array(PG_GETARG_ARRAYTYPE_P(3), TEXTOID, -1, false, TYPALIGN_INT, &texts, NULL,
					  &count);
	arguments = palloc0((count + 2) * sizeof(char *));
	arguments[0] = "typefuzz";
	for (int i = 0; i < count; i++)
		arguments[i + 1] = TextDatumGetCString(texts[i]);
	count++;
	run = AllocSetContextCreate(TopMemoryContext, "typefuzz", ALLOCSET_DEFAULT_SIZES);
	LLVMFuzzerRunDriver(&count, &arguments, execute);
	PG_RETURN_VOID();
}
