/*
 * mean.h
 *		Power means: arithmetic, geometric, harmonic and all between and beyond.
 */
#ifndef TNPLAN_CORE_MEAN_H
#define TNPLAN_CORE_MEAN_H

#include "sample.h"

/* Whether values as low as that have a mean of this power. */
extern bool power_mean_exists(double least, double power);

/* Of a sample that is sorted and not empty, and whose least value has one. */
extern double power_mean(const Sample *sample, double power);

#endif							/* TNPLAN_CORE_MEAN_H */
