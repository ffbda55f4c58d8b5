/*
 * In the place of valgrind's header: what PostgreSQL tells valgrind about its memory it tells ASan as
 * well, where a server runs with it.  So both see the ends of what palloc gave.
 */
#ifndef TNPLAN_MEMCHECK_H
#define TNPLAN_MEMCHECK_H

#include_next <valgrind/memcheck.h>
#include <stddef.h>

extern void __asan_poison_memory_region(void const volatile *address, size_t size) __attribute__((weak));
extern void __asan_unpoison_memory_region(void const volatile *address, size_t size) __attribute__((weak));

static inline void
memcheck_close(void const volatile *address, size_t size)
{
	if (__asan_poison_memory_region)
		__asan_poison_memory_region(address, size);
	else
		VALGRIND_MAKE_MEM_NOACCESS(address, size);
}

static inline void
memcheck_open(void const volatile *address, size_t size, int is_defined)
{
	if (__asan_unpoison_memory_region)
		__asan_unpoison_memory_region(address, size);
	else if (is_defined)
		VALGRIND_MAKE_MEM_DEFINED(address, size);
	else
		VALGRIND_MAKE_MEM_UNDEFINED(address, size);
}

static inline void
memcheck_alloc(void const volatile *pool, void const volatile *address, size_t size)
{
	if (__asan_unpoison_memory_region)
		__asan_unpoison_memory_region(address, size);
	else
		VALGRIND_MEMPOOL_ALLOC(pool, address, size);
}

#undef VALGRIND_MAKE_MEM_NOACCESS
#undef VALGRIND_MAKE_MEM_DEFINED
#undef VALGRIND_MAKE_MEM_UNDEFINED
#undef VALGRIND_MEMPOOL_ALLOC
#define VALGRIND_MAKE_MEM_NOACCESS(address, size) memcheck_close(address, size)
#define VALGRIND_MAKE_MEM_DEFINED(address, size) memcheck_open(address, size, 1)
#define VALGRIND_MAKE_MEM_UNDEFINED(address, size) memcheck_open(address, size, 0)
#define VALGRIND_MEMPOOL_ALLOC(pool, address, size) memcheck_alloc(pool, address, size)

#endif
