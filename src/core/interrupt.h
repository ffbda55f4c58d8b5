/*
 * interrupt.h
 *		How long loops let themselves be interrupted.
 */
#ifndef TNPLAN_CORE_INTERRUPT_H
#define TNPLAN_CORE_INTERRUPT_H

#include <stdint.h>

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

#endif							/* TNPLAN_CORE_INTERRUPT_H */
