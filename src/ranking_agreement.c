/*
 * ranking_agreement.c
 *		How far the periods of a ranking agree with each other.
 */
#include "postgres.h"

#include "aggstate.h"
#include "core/agreement.h"
#include "ranking_rows.h"

/* How far two periods agree, by those that are in both, ranked anew among themselves. */
static void
return_agreement(RowSink *rows, int64 earlier, int64 later, const ScorePair *pairs, uint32 count)
{
	void	   *scratch = allocate_huge(agreement_scratch_size(count) + 1);
	RankedPairs ranked = {.pair = allocate_huge(count * sizeof(RankedPair) + 1)};
	Datum		values[8] = {Int64GetDatum(earlier), Int64GetDatum(later), Int64GetDatum(count)};
	bool		nulls[8] = {false};
	double		figure = 0.0;

	agreement_rank(pairs, count, scratch, check_for_interrupts, &ranked);
	nulls[3] = kendall_tau_b(&ranked, agreement_discordant(&ranked, scratch, check_for_interrupts),
							 &figure) != PLAN_OK;
	values[3] = Float8GetDatum(figure);
	nulls[4] = spearman_rho(&ranked, check_for_interrupts, &figure) != PLAN_OK;
	values[4] = Float8GetDatum(figure);
	nulls[5] = footrule_normalized(&ranked, check_for_interrupts, &figure) != PLAN_OK;
	values[5] = Float8GetDatum(figure);
	nulls[6] = nulls[7] = count == 0;
	values[6] = Float8GetDatum(count > 0 ? footrule(&ranked, check_for_interrupts) / count : 0.0);
	values[7] = Float8GetDatum(count > 0 ? largest_shift(&ranked, check_for_interrupts) : 0.0);
	return_row(rows, values, nulls);
	pfree(scratch);
	pfree(ranked.pair);
}

static inline ScorePair
pair_of_cells(const RankCell *before, const RankCell *after)
{
	return (ScorePair) {-(double) before->rank, -(double) after->rank};
}

/* (ranking, earlier, later) */
static void
return_agreement_of_two(FunctionCallInfo fcinfo, RowSink *rows, const PlanRanking *ranking)
{
	const RankingPeriod *periods = ranking_periods(ranking);
	int32		earlier = period_argument(fcinfo, 1, ranking);
	int32		later = period_argument(fcinfo, 2, ranking);
	ScorePair  *pairs = allocate_huge(Min(periods[earlier].field, periods[later].field) *
									  sizeof(ScorePair));
	uint32		count = 0;

	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);
		const RankCell *before = cell_of_period(&entity, ranking->periods, earlier);
		const RankCell *after = cell_of_period(&entity, ranking->periods, later);

		CHECK_FOR_INTERRUPTS();
		if (before != NULL && after != NULL)
			pairs[count++] = pair_of_cells(before, after);
	}
	return_agreement(rows, periods[earlier].period, periods[later].period, pairs, count);
}

/*
 * (ranking): of each period with the one before.  One pass over the entities puts the
 * pairs of each period where its places would stand, which are no fewer.
 */
static void
return_agreement_of_all(RowSink *rows, const PlanRanking *ranking)
{
	const RankingPeriod *periods = ranking_periods(ranking);
	ScorePair  *pairs = allocate_huge(ranking->cells * sizeof(ScorePair));
	const int64 *first = first_places(ranking);
	uint32	   *counts = palloc0((Size) (ranking->periods + 1) * sizeof(uint32));

	for (int64 i = 0; i < ranking->entities; i++)
	{
		RankedEntity entity = numbered_entity(ranking, i);

		CHECK_FOR_INTERRUPTS();
		for (int64 c = 1; c < entity.count; c++)
		{
			const RankCell *cell = &entity.cells[c];

			if (cell[-1].period == cell->period - 1)
				pairs[first[cell->period] + counts[cell->period]++] = pair_of_cells(cell - 1, cell);
		}
	}
	for (int32 p = 1; p < ranking->periods; p++)
	{
		CHECK_FOR_INTERRUPTS();
		return_agreement(rows, periods[p - 1].period, periods[p].period, pairs + first[p],
						 counts[p]);
	}
}

/* (ranking, period, other): of two periods, or of each with the one before. */
PG_FUNCTION_INFO_V1(plan_rank_agreement);
Datum
plan_rank_agreement(PG_FUNCTION_ARGS)
{
	const PlanRanking *ranking;
	RowSink		rows;

	begin_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	ranking = PG_GETARG_PLAN_RANKING_P(0);
	if (PG_ARGISNULL(1) && PG_ARGISNULL(2))
		return_agreement_of_all(&rows, ranking);
	else if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		report_null_error(PG_ARGISNULL(1) ? "period" : "other");
	else
		return_agreement_of_two(fcinfo, &rows, ranking);
	PG_RETURN_NULL();
}
