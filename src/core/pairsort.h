/*
 * pairsort.h
 *		Stable sorting of keys that carry a value, in linear time.
 */
#ifndef TNPLAN_CORE_PAIRSORT_H
#define TNPLAN_CORE_PAIRSORT_H

#include <stdint.h>
#include <string.h>

typedef struct KeyedValue
{
	uint64_t	key;
	uint64_t	value;
} KeyedValue;

/*
 * Called between the passes of long loops.  It may leave them for good: kernels hold
 * nothing but the memory they were given.
 */
typedef void (*InterruptCheck) (void);

/* Long loops ask now and then whether to go on: after so many elements, some 0.1 ms to 1 ms. */
#define ELEMENTS_BETWEEN_CHECKS 65536

static inline void
check_at_times(uint32_t i, InterruptCheck check)
{
	if (i % ELEMENTS_BETWEEN_CHECKS == 0)
		check();
}

/* Where the stretch that begins there ends, which a loop goes through without asking. */
static inline uint32_t
end_of_stretch(uint32_t begin, uint32_t count)
{
	return count - begin > ELEMENTS_BETWEEN_CHECKS ? begin + ELEMENTS_BETWEEN_CHECKS : count;
}

/* A key whose order as an unsigned number is that of the double: -0 equals 0, no NaN. */
static inline uint64_t
sortable_double(double x)
{
	uint64_t	bits;

	x += 0.0;
	memcpy(&bits, &x, sizeof(bits));
	return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

/* Sort by key.  The result stands in one of the two arrays, the one that is returned. */
extern KeyedValue *pairsort(KeyedValue *pairs, KeyedValue *scratch, uint32_t count,
							InterruptCheck check);

#endif							/* TNPLAN_CORE_PAIRSORT_H */
