/*
 * picture.h
 *		Arguments that pictures share.
 */
#ifndef TNPLAN_PICTURE_H
#define TNPLAN_PICTURE_H

#include "utils/array.h"

#include "argument.h"

/* Values in the order of an array, NaN where one is NULL. */
typedef struct PictureValues
{
	double	   *value;
	uint32		count;
} PictureValues;

extern uint32 picture_count(ArrayType *array, const char *name, int most);
extern const char *drawn_text(const char *bytes, int length);
extern PictureValues picture_values(ArrayType *array, const char *name, int most);

#endif							/* TNPLAN_PICTURE_H */
