/*
 * Scores of entities by criteria: Borda and Copeland points against their definitions,
 * whatever the order of the rows.
 */
#include "core/consensus.h"

#include <math.h>

#include "fuzz.h"

#define MAX_INPUT_SIZE 138

#define MAX_ENTITIES 16
#define MAX_CRITERIA 8
#define MAX_ROWS (MAX_ENTITIES * MAX_CRITERIA)

/* Scores by entity, then by criterion, and the same as rows. */
typedef struct Sample
{
	uint32_t	entities;
	uint32_t	criteria;
	uint32_t	rows;
	double		matrix[MAX_ROWS];
	double		weights[MAX_CRITERIA];
	CriterionScore row[MAX_ROWS];
} Sample;

static void
never(void)
{
}

static double
score_of(const Sample *s, uint32_t entity, uint32_t criterion)
{
	return s->matrix[entity * s->criteria + criterion];
}

/* Weights are whole numbers, whose sums double has exactly. */
static double
borda_by_definition(const Sample *s, uint32_t entity)
{
	double		points = 0.0;

	for (uint32_t c = 0; c < s->criteria; c++)
		for (uint32_t other = 0; other < s->entities; other++)
			if (score_of(s, entity, c) > score_of(s, other, c))
				points += s->weights[c];
	return points;
}

static int32_t
copeland_by_definition(const Sample *s, uint32_t entity)
{
	int32_t		points = 0;

	for (uint32_t other = 0; other < s->entities; other++)
	{
		double		balance = 0.0;

		for (uint32_t c = 0; c < s->criteria; c++)
		{
			if (score_of(s, entity, c) > score_of(s, other, c))
				balance += s->weights[c];
			if (score_of(s, entity, c) < score_of(s, other, c))
				balance -= s->weights[c];
		}
		points += (balance > 0.0) - (balance < 0.0);
	}
	return points;
}

static void
check_sample(const Sample *s)
{
	void	   *scratch = malloc(consensus_scratch_size(s->rows) + 1);
	FixedSum	borda[MAX_ENTITIES] = {{{0}}};
	int32_t		copeland[MAX_ENTITIES] = {0};

	CHECK(borda_points(s->row, s->rows, s->weights, scratch, never, borda) == PLAN_OK);
	CHECK(copeland_points(s->matrix, s->entities, s->criteria, s->weights, never,
						  copeland) == PLAN_OK);
	for (uint32_t i = 0; i < s->entities; i++)
	{
		CHECK(fixedsum_to_double(&borda[i]) == borda_by_definition(s, i));
		CHECK(copeland[i] == copeland_by_definition(s, i));
	}
	free(scratch);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static Sample s;

	if (size < 2 + MAX_CRITERIA)
		return 0;
	s.entities = 1 + data[0] % MAX_ENTITIES;
	s.criteria = 1 + data[1] % MAX_CRITERIA;
	s.rows = 0;
	for (uint32_t c = 0; c < s.criteria; c++)
		s.weights[c] = data[2 + c] % 16;
	for (uint32_t i = 0; i < s.entities * s.criteria; i++)
		s.matrix[i] = NAN;
	for (size_t i = 2 + MAX_CRITERIA; i < size && s.rows < s.entities * s.criteria; i++)
	{
		/* From the last cell to the first, some without a row. */
		uint32_t	cell = s.entities * s.criteria - 1 - s.rows;
		double		score = data[i] >= 250 ? NAN : data[i] >= 245 ? HUGE_VAL : data[i] / 16;

		s.matrix[cell] = score;
		s.row[s.rows++] = (CriterionScore) {cell / s.criteria, cell % s.criteria, score};
	}
	check_sample(&s);
	return 0;
}
