/*
 * consensus.c
 *		One ranking from the scores of several criteria.
 *
 * Borda: by each criterion an entity has a point for each other one that it beats (J.-C. de
 * Borda, 1781).  Copeland: it has a point for each other one that it beats by the majority of
 * the criteria, and loses one for each that beats it (A. H. Copeland, 1951).  Who has no
 * score neither beats nor is beaten.  Weights are summed exactly.
 */
#include "core/consensus.h"

#include <math.h>

/* Add the points of one criterion, whose scores are in ascending order. */
static PlanError
add_criterion(const CriterionScore *scores, const KeyedValue *sorted, uint32_t first, uint32_t end,
			  double weight, InterruptCheck check, FixedSum *points)
{
	uint32_t	beaten = 0;

	for (uint32_t i = first; i < end; i++)
	{
		const CriterionScore *score = &scores[sorted[i].value];

		check_at_times(i, check);
		if (i > first && score->score != scores[sorted[i - 1].value].score)
			beaten = i - first;
		if (!fixedsum_add_any_product(&points[score->entity], weight, beaten))
			return PLAN_OUT_OF_RANGE;
	}
	return PLAN_OK;
}

/* "points", by entity, are zero to begin with; weights, by criterion, are finite. */
PlanError
borda_points(const CriterionScore *scores, uint32_t count, const double *weights, void *scratch,
			 InterruptCheck check, FixedSum *points)
{
	KeyedValue *work = scratch;
	KeyedValue *other = work + count;
	KeyedValue *sorted;
	uint32_t	scored = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		check_at_times(i, check);
		if (!isnan(scores[i].score))
			work[scored++] = (KeyedValue) {sortable_double(scores[i].score), i};
	}
	sorted = pairsort(work, other, scored, check);
	for (uint32_t i = 0; i < scored; i++)
	{
		check_at_times(i, check);
		sorted[i].key = scores[sorted[i].value].criterion;
	}
	sorted = pairsort(sorted, sorted == work ? other : work, scored, check);

	for (uint32_t first = 0, end; first < scored; first = end)
	{
		PlanError	error;

		for (end = first + 1; end < scored && sorted[end].key == sorted[first].key;)
			end++;
		error = add_criterion(scores, sorted, first, end, weights[sorted[first].key], check,
							  points);
		if (error != PLAN_OK)
			return error;
	}
	return PLAN_OK;
}

/* Whether the first beats the second by the weight of criteria: 1, 0 or -1. */
static PlanError
compare_entities(const double *a, const double *b, uint32_t criteria, const double *weights,
				 int *result)
{
	FixedSum	balance = {{0}};

	for (uint32_t i = 0; i < criteria; i++)
	{
		/* Both are false of NaN. */
		double		weight = a[i] > b[i] ? weights[i] : a[i] < b[i] ? -weights[i] : 0.0;

		if (weight != 0.0 && !fixedsum_add_any_double(&balance, weight))
			return PLAN_OUT_OF_RANGE;
	}
	*result = fixedsum_sign(&balance);
	return PLAN_OK;
}

/* Scores by entity, then by criterion; "points" are zero to begin with. */
PlanError
copeland_points(const double *scores, uint32_t entities, uint32_t criteria, const double *weights,
				InterruptCheck check, int32_t *points)
{
	uint32_t	unchecked = 0;

	for (uint32_t i = 0; i < entities; i++)
	{
		for (uint32_t j = 0; j < i; j++)
		{
			int			result;
			PlanError	error = compare_entities(scores + (size_t) i * criteria,
												 scores + (size_t) j * criteria, criteria, weights,
												 &result);

			if (error != PLAN_OK)
				return error;
			points[i] += result;
			points[j] -= result;
			unchecked += criteria;
			if (unchecked >= ELEMENTS_BETWEEN_CHECKS)
			{
				check();
				unchecked = 0;
			}
		}
	}
	return PLAN_OK;
}
