/*
 * tnplan.c
 *		Module magic: what PostgreSQL checks when it loads the library.
 */
#include "postgres.h"

#include "compat.h"

#ifdef PG_MODULE_MAGIC_EXT
PG_MODULE_MAGIC_EXT(.name = "tnplan", .version = TNPLAN_VERSION);
#else
PG_MODULE_MAGIC;
#endif
