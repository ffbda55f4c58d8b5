/*
 * agreement.c
 *		Aggregates for how far two rankings of the same things agree.
 *
 * All of them share one internal state: the pairs as they come.  A final function ranks
 * them and keeps the ranks beside the state, for the other final functions of the query.
 */
#include "postgres.h"

#include <math.h>

#include "aggstate.h"
#include "argument.h"
#include "core/agreement.h"
#include "type.h"

typedef struct PairState
{
	MemoryContext context;
	uint64		count;
	uint64		capacity;
	ScorePair  *pair;
	RankedPairs ranked;			/* of as many pairs as there were then */
	bool		has_discordant;
	int64		discordant;
} PairState;

static PairState *
new_pair_state(MemoryContext context)
{
	PairState  *state = MemoryContextAllocZero(context, sizeof(PairState));

	state->context = context;
	return state;
}

static inline PairState *
pair_state_argument(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		return new_pair_state(aggregate_context(fcinfo));
	return (PairState *) PG_GETARG_POINTER(0);
}

/* Make room for some pairs more. */
static inline void
reserve_pairs(PairState *state, uint64 more)
{
	if (unlikely(state->count + more > AGREEMENT_MAX_PAIRS))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many pairs to rank"),
				 errdetail("At most %d pairs can be ranked.", AGREEMENT_MAX_PAIRS)));
	state->pair = reserve_elements(state->context, state->pair, &state->capacity,
								   state->count + more, sizeof(ScorePair));
}

/* (state, x, y): a pair without x or y is skipped. */
PG_FUNCTION_INFO_V1(plan_agreement_add);
Datum
plan_agreement_add(PG_FUNCTION_ARGS)
{
	PairState  *state;
	ScorePair	pair;

	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return unchanged_state(fcinfo);
	pair.x = PG_GETARG_FLOAT8(1);
	pair.y = PG_GETARG_FLOAT8(2);
	if (isnan(pair.x) || isnan(pair.y))
		return unchanged_state(fcinfo);
	state = pair_state_argument(fcinfo);
	reserve_pairs(state, 1);
	state->pair[state->count++] = pair;
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_agreement_combine);
Datum
plan_agreement_combine(PG_FUNCTION_ARGS)
{
	const PairState *other;
	PairState  *state;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	other = (const PairState *) PG_GETARG_POINTER(1);
	state = pair_state_argument(fcinfo);
	reserve_pairs(state, other->count);
	memcpy(state->pair + state->count, other->pair, other->count * sizeof(ScorePair));
	state->count += other->count;
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_agreement_serialize);
Datum
plan_agreement_serialize(PG_FUNCTION_ARGS)
{
	const PairState *state = (const PairState *) PG_GETARG_POINTER(0);
	size_t		size = state->count * sizeof(ScorePair);
	bytea	   *bytes = new_partial_state(size, "pairs");

	copy_huge(VARDATA(bytes), state->pair, size);
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_agreement_deserialize);
Datum
plan_agreement_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	PairState  *state = new_pair_state(CurrentMemoryContext);

	reserve_pairs(state, VARSIZE_ANY_EXHDR(bytes) / sizeof(ScorePair));
	copy_huge(state->pair, VARDATA_ANY(bytes), VARSIZE_ANY_EXHDR(bytes));
	state->count = VARSIZE_ANY_EXHDR(bytes) / sizeof(ScorePair);
	PG_RETURN_POINTER(state);
}

/*
 * Final functions.
 */

/* The pairs ranked: once, unless there are more of them by now. */
static const RankedPairs *
ranked_argument(FunctionCallInfo fcinfo)
{
	PairState  *state = (PairState *) PG_GETARG_POINTER(0);
	void	   *scratch;

	if (state->ranked.pair != NULL && state->ranked.count == state->count)
		return &state->ranked;
	if (state->ranked.pair != NULL)
		pfree(state->ranked.pair);
	state->ranked.pair = NULL;
	state->has_discordant = false;
	state->ranked.pair = allocate_huge_in(state->context, state->count * sizeof(RankedPair));
	scratch = allocate_huge(agreement_scratch_size(state->count));
	agreement_rank(state->pair, state->count, scratch, check_for_interrupts, &state->ranked);
	pfree(scratch);
	return &state->ranked;
}

static int64
discordant_pairs(FunctionCallInfo fcinfo)
{
	PairState  *state = (PairState *) PG_GETARG_POINTER(0);
	const RankedPairs *ranked = ranked_argument(fcinfo);
	void	   *scratch;

	if (state->has_discordant)
		return state->discordant;
	scratch = allocate_huge(agreement_scratch_size(ranked->count));
	state->discordant = agreement_discordant(ranked, scratch, check_for_interrupts);
	state->has_discordant = true;
	pfree(scratch);
	return state->discordant;
}

PG_FUNCTION_INFO_V1(plan_kendall_tau_b_final);
Datum
plan_kendall_tau_b_final(PG_FUNCTION_ARGS)
{
	int64		discordant = discordant_pairs(fcinfo);
	double		tau = 0.0;
	PlanError	error = kendall_tau_b(ranked_argument(fcinfo), discordant, &tau);

	return figure_datum(fcinfo, error, tau, "coefficient");
}

PG_FUNCTION_INFO_V1(plan_kendall_tau_c_final);
Datum
plan_kendall_tau_c_final(PG_FUNCTION_ARGS)
{
	int64		discordant = discordant_pairs(fcinfo);
	double		tau = 0.0;
	PlanError	error = kendall_tau_c(ranked_argument(fcinfo), discordant, &tau);

	return figure_datum(fcinfo, error, tau, "coefficient");
}

static Datum
weighted_tau_final(FunctionCallInfo fcinfo, ExchangeWeight form)
{
	const RankedPairs *ranked = ranked_argument(fcinfo);
	void	   *scratch = allocate_huge(agreement_scratch_size(ranked->count));
	double		tau = 0.0;
	PlanError	error = weighted_tau(ranked, form, scratch, check_for_interrupts, &tau);

	pfree(scratch);
	return figure_datum(fcinfo, error, tau, "coefficient");
}

PG_FUNCTION_INFO_V1(plan_weighted_tau_final);
Datum
plan_weighted_tau_final(PG_FUNCTION_ARGS)
{
	return weighted_tau_final(fcinfo, WEIGHT_SUM);
}

PG_FUNCTION_INFO_V1(plan_weighted_tau_product_final);
Datum
plan_weighted_tau_product_final(PG_FUNCTION_ARGS)
{
	return weighted_tau_final(fcinfo, WEIGHT_PRODUCT);
}

PG_FUNCTION_INFO_V1(plan_spearman_final);
Datum
plan_spearman_final(PG_FUNCTION_ARGS)
{
	double		rho = 0.0;
	PlanError	error = spearman_rho(ranked_argument(fcinfo), check_for_interrupts, &rho);

	return figure_datum(fcinfo, error, rho, "coefficient");
}

PG_FUNCTION_INFO_V1(plan_footrule_final);
Datum
plan_footrule_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(footrule(ranked_argument(fcinfo), check_for_interrupts));
}

PG_FUNCTION_INFO_V1(plan_footrule_normalized_final);
Datum
plan_footrule_normalized_final(PG_FUNCTION_ARGS)
{
	double		result = 0.0;
	PlanError	error = footrule_normalized(ranked_argument(fcinfo), check_for_interrupts, &result);

	return figure_datum(fcinfo, error, result, "coefficient");
}

/* Where there is a state there is a pair. */
PG_FUNCTION_INFO_V1(plan_mean_shift_final);
Datum
plan_mean_shift_final(PG_FUNCTION_ARGS)
{
	const RankedPairs *ranked = ranked_argument(fcinfo);

	PG_RETURN_FLOAT8(footrule(ranked, check_for_interrupts) / ranked->count);
}

PG_FUNCTION_INFO_V1(plan_max_shift_final);
Datum
plan_max_shift_final(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(largest_shift(ranked_argument(fcinfo), check_for_interrupts));
}
