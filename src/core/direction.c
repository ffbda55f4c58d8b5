/*
 * direction.c
 *		The words for directions.
 */
#include "core/direction.h"

/* The common ones stand first: a column of text is read for each row. */
static const Word words[] = {
	{"higher", GOAL_HIGHER},
	{"lower", GOAL_LOWER},
	{"within", GOAL_WITHIN},
	{"1", GOAL_HIGHER},
	{"-1", GOAL_LOWER},
	{"0", GOAL_WITHIN},
	{"+1", GOAL_HIGHER},
	{"up", GOAL_HIGHER},
	{"down", GOAL_LOWER},
	{"increase", GOAL_HIGHER},
	{"decrease", GOAL_LOWER},
	{"max", GOAL_HIGHER},
	{"min", GOAL_LOWER},
	{"maximize", GOAL_HIGHER},
	{"minimize", GOAL_LOWER},
	{"at least", GOAL_HIGHER},
	{"at most", GOAL_LOWER},
	{">=", GOAL_HIGHER},
	{"<=", GOAL_LOWER},
	{"between", GOAL_WITHIN},
};

const WordTable direction_words = WORD_TABLE("direction", words,
											 "Valid values are higher, lower and within, or 1, -1 "
											 "and 0.");
