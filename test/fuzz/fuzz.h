/* A fuzz target aborts on what must never happen.  It defines MAX_INPUT_SIZE, the longest input
 * that says more than a shorter one: what is longer takes time and is cut off. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition) \
	do { \
		if (!(condition)) \
		{ \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
			abort(); \
		} \
	} while (0)

/* The input as a string, which the kernels take. */
static inline char *
copy_as_text(const uint8_t *data, size_t size)
{
	char	   *text = malloc(size + 1);

	memcpy(text, data, size);
	text[size] = '\0';
	return text;
}

/*
 * Whether an input is one of so many, for what takes long.  All bytes tell, so that inputs made
 * from such a one are as rare as others.
 */
static inline bool
is_one_of(uint32_t many, const uint8_t *data, size_t size)
{
	uint32_t	hash = 2166136261;

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ data[i]) * 16777619;
	return (hash >> 8) % many == 0;
}

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * Without libFuzzer: run the target on the texts given, on changed copies of them and on
 * random bytes, the same at every run.
 */
#ifdef FUZZ_MAIN

#define MAX_INPUT 512

static uint64_t random_state = 88172645463325252;

static uint64_t
next_random(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state >> 11;
}

/* An exact copy, so that reading beyond its end is seen. */
static void
run_once(const uint8_t *data, size_t size)
{
	uint8_t    *copy = malloc(size + (size == 0));

	memcpy(copy, data, size);
	LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

static void
run_changed(const uint8_t *seed, size_t size)
{
	uint8_t		data[MAX_INPUT];
	size_t		changes = next_random() % 4;

	memcpy(data, seed, size);
	for (size_t i = 0; i < changes && size > 0; i++)
	{
		uint64_t	byte = next_random();

		data[next_random() % size] = byte % 2 == 0 ? (uint8_t) "0-.:eN /"[byte / 2 % 8] :
			(uint8_t) (byte >> 8);
	}
	run_once(data, next_random() % 3 == 0 ? next_random() % (size + 1) : size);
}

static void
run_random(void)
{
	uint8_t		data[MAX_INPUT];
	size_t		size = next_random() % (MAX_INPUT + 1);
	int			spread = next_random() % 3;

	for (size_t i = 0; i < size; i++)
	{
		uint64_t	byte = next_random();

		data[i] = (uint8_t) (spread == 0 ? byte : spread == 1 ? byte % 4 : byte % 2 * 0xff);
	}
	run_once(data, size);
}

int
main(int argc, char **argv)
{
	int			runs = atoi(argv[1]);

	for (int i = 2; i < argc; i++)
		run_once((const uint8_t *) argv[i], strlen(argv[i]));
	for (int i = 0; i < runs; i++)
	{
		const char *seed = argc > 2 ? argv[2 + next_random() % (argc - 2)] : "";
		size_t		size = strlen(seed);

		run_changed((const uint8_t *) seed, size < MAX_INPUT ? size : MAX_INPUT);
		run_random();
	}
	return 0;
}

#endif

#endif
