/*
 * ranking_agreement.c
 *		How far the periods of a ranking agree with each other.
 */
#include "postgres.h"

#include "aggstate.h"
#include "core/agreement.h"
#include "ranking_rows.h"

/* What is known of the order of published standings. */
typedef enum BandUse
{
	NO_BANDS,
	BANDS_APART,				/* those of one are level; nobody knows how many places apart */
	BANDS_OVERLAP				/* nor who is ahead */
} BandUse;

static BandUse
bands_of_period(RankingReader *reader, int32 period)
{
	int64		field = field_of_period(reader, period);
	const uint32 *places;
	BandUse		bands = NO_BANDS;
	int32		worst = 0;

	if (!is_published(&reader->periods[period]))
		return NO_BANDS;
	fetch_ranking_up_to(reader, RANKING_PLACES);
	places = read_places(reader, period, 0, field);
	for (int64 i = 0; i < field; i++)
	{
		Standing	standing;

		CHECK_FOR_INTERRUPTS();
		if (is_level_with_last(places[i]))
			continue;
		standing = read_standing(reader, period, entity_of_place(places[i]));
		if (standing.rank <= worst)
			return BANDS_OVERLAP;
		if (standing_is_band(standing))
			bands = BANDS_APART;
		worst = standing_worst(standing);
	}
	return bands;
}

/* How far two periods agree, by those that are in both, ranked anew among themselves. */
static void
return_agreement(RowSink *rows, int64 earlier, int64 later, const ScorePair *pairs, uint32 count,
				 BandUse bands)
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
	if (bands == BANDS_OVERLAP)
		nulls[3] = nulls[4] = true;
	if (bands != NO_BANDS)
		nulls[5] = nulls[6] = nulls[7] = true;
	return_row(rows, values, nulls);
	pfree(scratch);
	pfree(ranked.pair);
}

static inline ScorePair
pair_of_ranks(int32 before, int32 after)
{
	return (ScorePair) {-(double) before, -(double) after};
}

/* (ranking, earlier, later) */
static void
return_agreement_of_two(FunctionCallInfo fcinfo, RowSink *rows, RankingReader *reader)
{
	int32		earlier = period_argument(fcinfo, 1, reader);
	int32		later = period_argument(fcinfo, 2, reader);
	BandUse		bands = Max(bands_of_period(reader, earlier), bands_of_period(reader, later));
	const int32 *before = read_ranks(reader, earlier);
	const int32 *after = read_ranks(reader, later);
	ScorePair  *pairs = allocate_huge(Min(field_of_period(reader, earlier),
										  field_of_period(reader, later)) * sizeof(ScorePair));
	uint32		count = 0;

	for (int64 i = 0; i < reader->head.entities; i++)
		if (before[i] != 0 && after[i] != 0)
			pairs[count++] = pair_of_ranks(before[i], after[i]);
	return_agreement(rows, reader->periods[earlier].period, reader->periods[later].period, pairs,
					 count, bands);
}

/*
 * (ranking): of each period with the one before.  One pass over the entities puts the
 * pairs of each period where its places would stand, which are no fewer.
 */
static void
return_agreement_of_all(RowSink *rows, RankingReader *reader)
{
	const RankingPeriod *periods = reader->periods;
	ScorePair  *pairs = allocate_huge(reader->head.cells * sizeof(ScorePair) + 1);
	int64	   *next = allocate_huge((Size) (reader->head.periods + 1) * sizeof(int64));
	EntityScan	scan;

	fetch_ranking_up_to(reader, reader->has_published ? RANKING_PLACES : RANKING_RANKS);
	memcpy(next, reader->first, (Size) (reader->head.periods + 1) * sizeof(int64));
	begin_entity_scan(&scan, reader, false);
	for (int64 i = 0; i < reader->head.entities; i++)
	{
		RankedEntity entity = scan_entity(&scan, i);

		CHECK_FOR_INTERRUPTS();
		for (int64 c = 1; c < entity.count; c++)
		{
			const RankCell *cell = &entity.cells[c];

			if (cell[-1].period != cell->period - 1)
				continue;
			if (next[cell->period] == reader->first[cell->period + 1])
				report_binary_error("plan_ranking");
			pairs[next[cell->period]++] = pair_of_ranks(cell[-1].rank, cell->rank);
		}
	}
	for (int32 p = 1; p < reader->head.periods; p++)
	{
		BandUse		bands = Max(bands_of_period(reader, p - 1), bands_of_period(reader, p));

		CHECK_FOR_INTERRUPTS();
		return_agreement(rows, periods[p - 1].period, periods[p].period,
						 pairs + reader->first[p], next[p] - reader->first[p], bands);
	}
}

/* (ranking, period, other): of two periods, or of each with the one before. */
PG_FUNCTION_INFO_V1(plan_rank_agreement);
Datum
plan_rank_agreement(PG_FUNCTION_ARGS)
{
	RankingReader reader;
	RowSink		rows;

	begin_rows(fcinfo, &rows);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	open_ranking(&reader, PG_GETARG_DATUM(0));
	if (PG_ARGISNULL(1) && PG_ARGISNULL(2))
		return_agreement_of_all(&rows, &reader);
	else if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		report_null_error(PG_ARGISNULL(1) ? "period" : "other");
	else
		return_agreement_of_two(fcinfo, &rows, &reader);
	PG_RETURN_NULL();
}
