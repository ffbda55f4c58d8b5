/*
 * disparity.c
 *		Aggregates for how unequal places are, of those that need all values at once.
 *
 * They keep the values until all are known.  Those with the same arguments share one state.
 * What sums are enough for is the business of moments_agg.c.
 */
#include "postgres.h"

#include "utils/float.h"

#include "core/disparity.h"
#include "hashkey.h"
#include "keys.h"
#include "moments.h"
#include "sample.h"

/*
 * Transitions.  The state is the first argument, the value the second; a row that lacks
 * one of the arguments adds nothing.
 */

/* (state, value) */
PG_FUNCTION_INFO_V1(plan_disparity_add);
Datum
plan_disparity_add(PG_FUNCTION_ARGS)
{
	double		value;
	SampleState *state;

	if (PG_ARGISNULL(1))
		return unchanged_sample(fcinfo, 1);
	value = finite_argument(fcinfo, 1, "value");
	state = sample_argument(fcinfo, 1);
	sample_add_value(state, value);
	PG_RETURN_POINTER(state);
}

/* The inverse, of a row that was added. */
PG_FUNCTION_INFO_V1(plan_disparity_remove);
Datum
plan_disparity_remove(PG_FUNCTION_ARGS)
{
	SampleState *state = sample_argument(fcinfo, 1);

	if (!PG_ARGISNULL(1))
		remove_from_sample(state, finite_argument(fcinfo, 1, "value"), 1.0);
	PG_RETURN_POINTER(state);
}

/* Whether a row with a weight counts, which is checked in any case. */
static inline bool
weighted_row(FunctionCallInfo fcinfo, int weight_at, double *value, double *weight)
{
	*weight = checked_weight_argument(fcinfo, weight_at);
	if (PG_ARGISNULL(1))
		return false;
	*value = finite_argument(fcinfo, 1, "value");
	return *weight > 0.0;
}

/* (state, value, weight) */
PG_FUNCTION_INFO_V1(plan_disparity_add_weighted);
Datum
plan_disparity_add_weighted(PG_FUNCTION_ARGS)
{
	double		value,
				weight;
	SampleState *state;

	if (!weighted_row(fcinfo, 2, &value, &weight))
		return unchanged_sample(fcinfo, 2);
	state = sample_argument(fcinfo, 2);
	sample_add_pair(state, value, weight);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(plan_disparity_remove_weighted);
Datum
plan_disparity_remove_weighted(PG_FUNCTION_ARGS)
{
	SampleState *state = sample_argument(fcinfo, 2);
	double		value,
				weight;

	if (weighted_row(fcinfo, 2, &value, &weight))
		remove_from_sample(state, value, weight);
	PG_RETURN_POINTER(state);
}

/*
 * Final functions.
 */

#define PLAN_FINAL(name, measure) \
PG_FUNCTION_INFO_V1(plan_##name##_final); \
Datum \
plan_##name##_final(PG_FUNCTION_ARGS) \
{ \
	return measure_datum(fcinfo, measure, measure##_of_sorted); \
}

PLAN_FINAL(gini, gini)
PLAN_FINAL(gini_corrected, gini_corrected)
PLAN_FINAL(hoover, hoover)
PLAN_FINAL(palma, palma)

/*
 * Between and within groups: a sample for each group, found by its name.
 */

/* No bytes at all where the group is NULL. */
typedef struct GroupName
{
	const char *bytes;
	int32		length;
} GroupName;

#define NULL_GROUP_LENGTH (-1)

typedef struct Group
{
	GroupName	name;
	SampleState *sample;
	uint32		hash;
	char		status;
} Group;

static inline uint32
hash_group(GroupName name)
{
	return name.length <= 0 ? 0 : hash_keyed_bytes(name.bytes, name.length);
}

static inline bool
is_same_group(GroupName a, GroupName b)
{
	return a.length == b.length && (a.length <= 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

#define SH_PREFIX groups
#define SH_ELEMENT_TYPE Group
#define SH_KEY_TYPE GroupName
#define SH_KEY name
#define SH_HASH_KEY(table, key) hash_group(key)
#define SH_EQUAL(table, a, b) is_same_group(a, b)
#define SH_STORE_HASH
#define SH_GET_HASH(table, group) (group)->hash
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

/* Room for the groups of a new state. */
#define FIRST_GROUPS 8

static groups_hash *
groups_argument(FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(0))
		return groups_create(aggregate_context(fcinfo), FIRST_GROUPS, NULL);
	return (groups_hash *) PG_GETARG_POINTER(0);
}

/* The group of that name, which a new one takes a copy of. */
static Group *
find_group(groups_hash *groups, GroupName name, uint32 width)
{
	bool		found;
	Group	   *group = groups_insert(groups, name, &found);

	if (!found)
	{
		char	   *copy = MemoryContextAllocHuge(groups->ctx, Max(name.length, 1));

		if (name.length > 0)
			memcpy(copy, name.bytes, name.length);
		group->name.bytes = copy;
		group->sample = new_sample_state(groups->ctx, width);
	}
	return group;
}

/* The type of the keys, which is looked up once: for the first row that counts. */
static const KeyType *
type_of_keys(FunctionCallInfo fcinfo, groups_hash *groups)
{
	if (unlikely(groups->private_data == NULL))
	{
		KeyType    *type = MemoryContextAlloc(groups->ctx, sizeof(KeyType));

		*type = key_argument_type(fcinfo, 2, "subgroups");
		groups->private_data = type;
	}
	return groups->private_data;
}

static inline int64
number_from_datum(KeyForm form, Datum datum)
{
	if (form == KEY_INT8)
		return DatumGetInt64(datum);
	return form == KEY_INT4 ? DatumGetInt32(datum) : DatumGetInt16(datum);
}

/*
 * The key of a group as bytes: of numbers those of an int64.  Not through a Key, which is
 * written in parts and read as a whole: processors wait for that.
 */
static inline Group *
group_argument(FunctionCallInfo fcinfo, groups_hash *groups, uint32 width)
{
	const KeyType *type = type_of_keys(fcinfo, groups);
	int64		number;
	Key			key;

	if (PG_ARGISNULL(2))
		return find_group(groups, (GroupName) {NULL, NULL_GROUP_LENGTH}, width);
	if (type->kind == KEYS_NUMBER)
	{
		number = number_from_datum(type->form, PG_GETARG_DATUM(2));
		return find_group(groups, (GroupName) {(const char *) &number, sizeof(number)}, width);
	}
	key = key_of_bytes(type, PG_GETARG_DATUM(2));
	return find_group(groups, (GroupName) {key.bytes, key.length}, width);
}

/* (state, value, subgroup [, weight]) */
PG_FUNCTION_INFO_V1(plan_subgroup_add);
Datum
plan_subgroup_add(PG_FUNCTION_ARGS)
{
	bool		weighted = PG_NARGS() > 3;
	double		value,
				weight = 1.0;
	groups_hash *groups;
	Group	   *group;

	if (weighted ? !weighted_row(fcinfo, 3, &value, &weight) : PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	value = finite_argument(fcinfo, 1, "value");
	groups = groups_argument(fcinfo);
	group = group_argument(fcinfo, groups, weighted ? 2 : 1);
	if (weighted)
		sample_add_pair(group->sample, value, weight);
	else
		sample_add_value(group->sample, value);
	PG_RETURN_POINTER(groups);
}

PG_FUNCTION_INFO_V1(plan_subgroup_combine);
Datum
plan_subgroup_combine(PG_FUNCTION_ARGS)
{
	groups_hash *groups,
			   *others;
	groups_iterator iterator;
	Group	   *other;

	if (PG_ARGISNULL(1))
		return unchanged_state(fcinfo);
	others = (groups_hash *) PG_GETARG_POINTER(1);
	groups = groups_argument(fcinfo);
	groups_start_iterate(others, &iterator);
	while ((other = groups_iterate(others, &iterator)) != NULL)
	{
		Group	   *group = find_group(groups, other->name, other->sample->width);

		CHECK_FOR_INTERRUPTS();
		append_sample(group->sample, other->sample);
	}
	PG_RETURN_POINTER(groups);
}

/* A group as a worker sends it, ahead of its name and its elements. */
typedef struct GroupHead
{
	int32		name_length;
	uint32		width;
	uint64		numbers;
} GroupHead;

PG_FUNCTION_INFO_V1(plan_subgroup_serialize);
Datum
plan_subgroup_serialize(PG_FUNCTION_ARGS)
{
	groups_hash *groups = (groups_hash *) PG_GETARG_POINTER(0);
	groups_iterator iterator;
	const Group *group;
	uint64		size = 0;
	bytea	   *bytes;
	char	   *to;

	groups_start_iterate(groups, &iterator);
	while ((group = groups_iterate(groups, &iterator)) != NULL)
		size += sizeof(GroupHead) + Max(group->name.length, 0) + sample_state_size(group->sample);
	bytes = new_partial_state(size, "values");
	to = VARDATA(bytes);
	groups_start_iterate(groups, &iterator);
	while ((group = groups_iterate(groups, &iterator)) != NULL)
	{
		size_t		size_here = sample_state_size(group->sample);
		GroupHead	head = {group->name.length, group->sample->width, size_here / sizeof(double)};

		memcpy(to, &head, sizeof(head));
		to += sizeof(head);
		memcpy(to, group->name.bytes, Max(head.name_length, 0));
		to += Max(head.name_length, 0);
		copy_sample(group->sample, to);
		to += size_here;
	}
	PG_RETURN_BYTEA_P(bytes);
}

PG_FUNCTION_INFO_V1(plan_subgroup_deserialize);
Datum
plan_subgroup_deserialize(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	const char *from = VARDATA_ANY(bytes);
	const char *end = from + VARSIZE_ANY_EXHDR(bytes);
	groups_hash *groups = groups_create(CurrentMemoryContext, FIRST_GROUPS, NULL);

	while (from < end)
	{
		GroupHead	head;
		Group	   *group;

		memcpy(&head, from, sizeof(head));
		from += sizeof(head);
		group = find_group(groups, (GroupName) {from, head.name_length}, head.width);
		from += Max(head.name_length, 0);
		keep_numbers(group->sample, from, head.numbers);
		from += head.numbers * sizeof(double);
	}
	PG_RETURN_POINTER(groups);
}

/* A group as one value, its mean, with the weight of all of it. */
static PlanError
add_mean_of_group(SampleState *means, const Sample *sample, double entropy_alpha)
{
	double		least = sample_value(sample, 0);
	SampleTotals totals;
	double		weight;

	if (least < 0.0 || (least == 0.0 && entropy_alpha == 0.0))
		return PLAN_UNDEFINED;
	totals = sample_totals(sample);
	weight = sample_unscaled(totals.weight.sum, totals.weight_scale);
	sample_add_pair(means, sample_unscaled(totals.mean.sum, totals.scale), weight);
	return isinf(weight) ? PLAN_OUT_OF_RANGE : PLAN_OK;
}

static PlanError
means_of_groups(groups_hash *groups, double entropy_alpha, SampleState *means)
{
	groups_iterator iterator;
	const Group *group;
	PlanError	error = PLAN_OK;

	groups_start_iterate(groups, &iterator);
	/* One without an index leaves none to the whole, whatever the order of the groups. */
	while (error != PLAN_UNDEFINED && (group = groups_iterate(groups, &iterator)) != NULL)
	{
		Sample		sample = sorted_sample(group->sample);
		PlanError	here = add_mean_of_group(means, &sample, entropy_alpha);

		CHECK_FOR_INTERRUPTS();
		if (here != PLAN_OK)
			error = here;
	}
	return error;
}

/* The entropy of a group, times what it counts for. */
static double
part_of_group(const Sample *sample, const SampleTotals *all, double entropy_alpha)
{
	SampleTotals totals = sample_totals(sample);
	double		share = share_of_group(all, sample_unscaled(totals.mean.sum, totals.scale),
									   sample_unscaled(totals.weight.sum, totals.weight_scale),
									   entropy_alpha);
	double		entropy = 0.0;

	/* A group of zeros has no share in the whole. */
	if (share > 0.0)
		theil(sample, entropy_alpha, &entropy);
	return share * entropy;
}

/* Summed in order, whatever that of the groups. */
static PlanError
entropy_within(groups_hash *groups, const Sample *means, double entropy_alpha, double *result)
{
	SampleTotals all = sample_totals(means);
	SampleState *parts = new_sample_state(CurrentMemoryContext, 1);
	groups_iterator iterator;
	const Group *group;
	Sample		sorted;
	LongSum		sum = {0.0, 0.0};

	if (all.mean.sum <= 0.0)
		return PLAN_UNDEFINED;
	groups_start_iterate(groups, &iterator);
	while ((group = groups_iterate(groups, &iterator)) != NULL)
	{
		Sample		sample = sorted_sample(group->sample);

		CHECK_FOR_INTERRUPTS();
		sample_add_value(parts, part_of_group(&sample, &all, entropy_alpha));
	}
	sorted = sorted_sample(parts);
	for (uint32 i = 0; i < sorted.count; i++)
		longsum_add(&sum, sorted.element[i]);
	*result = longsum_value(&sum);
	return PLAN_OK;
}

/* The part of Theil's index that lies between groups, or within them. */
static Datum
entropy_of_groups(FunctionCallInfo fcinfo, double entropy_alpha, bool within)
{
	groups_hash *groups = (groups_hash *) PG_GETARG_POINTER(0);
	SampleState *means = new_sample_state(CurrentMemoryContext, 2);
	double		result = 0.0;
	PlanError	error = means_of_groups(groups, entropy_alpha, means);

	if (error == PLAN_OK)
	{
		Sample		sorted = sorted_sample(means);

		error = within ? entropy_within(groups, &sorted, entropy_alpha, &result)
			: theil(&sorted, entropy_alpha, &result);
	}
	return figure_datum(fcinfo, error, result, "result");
}

PG_FUNCTION_INFO_V1(plan_theil_t_between_final);
Datum
plan_theil_t_between_final(PG_FUNCTION_ARGS)
{
	return entropy_of_groups(fcinfo, 1.0, false);
}

PG_FUNCTION_INFO_V1(plan_theil_t_within_final);
Datum
plan_theil_t_within_final(PG_FUNCTION_ARGS)
{
	return entropy_of_groups(fcinfo, 1.0, true);
}

PG_FUNCTION_INFO_V1(plan_theil_l_between_final);
Datum
plan_theil_l_between_final(PG_FUNCTION_ARGS)
{
	return entropy_of_groups(fcinfo, 0.0, false);
}

PG_FUNCTION_INFO_V1(plan_theil_l_within_final);
Datum
plan_theil_l_within_final(PG_FUNCTION_ARGS)
{
	return entropy_of_groups(fcinfo, 0.0, true);
}

/*
 * Speed of convergence.
 */

/*
 * (beta, years), beta being of yearly growth.  There is no speed where places overtake each
 * other, nor where they do not converge.
 */
PG_FUNCTION_INFO_V1(plan_convergence_speed);
Datum
plan_convergence_speed(PG_FUNCTION_ARGS)
{
	double		beta = finite_argument(fcinfo, 0, "beta");
	double		years = checked_measure_parameter(MEASURE_BETA, PG_GETARG_FLOAT8(1));

	if (beta >= 0.0 || beta * years <= -1.0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(-log1p(beta * years) / years);
}

/* (speed) */
PG_FUNCTION_INFO_V1(plan_half_life);
Datum
plan_half_life(PG_FUNCTION_ARGS)
{
	double		speed = finite_argument(fcinfo, 0, "speed");

	if (speed <= 0.0)
		PG_RETURN_NULL();
	return figure_datum(fcinfo, PLAN_OK, log(2.0) / speed, "half-life");
}
