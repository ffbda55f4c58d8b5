/*
 * keysort.h
 *		Sorting of numbers in linear time.
 */
#ifndef TNPLAN_CORE_KEYSORT_H
#define TNPLAN_CORE_KEYSORT_H

#include "core/pairsort.h"

/* Sort in place; scratch has room for as many keys. */
extern void sort_doubles(double *x, uint64_t *scratch, uint32_t count, InterruptCheck check);

#endif							/* TNPLAN_CORE_KEYSORT_H */
