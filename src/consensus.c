/*
 * consensus.c
 *		plan_borda and plan_copeland: one ranking from the scores of several criteria.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "aggstate.h"
#include "core/consensus.h"
#include "names.h"
#include "type.h"

/* Scores by entity and criterion must fit memory, with or without gaps. */
#define MAX_CELLS (UINT64CONST(1) << 27)

typedef struct Consensus
{
	uint32		rows;
	uint32		entities;
	uint32		criteria;
	PlanName   *entity_names;	/* by row, as the next two */
	PlanName   *criterion_names;
	CriterionScore *scores;
	uint32	   *first_row;		/* by entity */
	double	   *weights;		/* by criterion */
} Consensus;

/* All arrays are by row. */
static void
check_length(uint32 rows, uint32 length, const char *what)
{
	if (length != rows)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("arrays of entities and of %s have different lengths: %u and %u",
						what, rows, length)));
}

/* The numbers of an array, NaN where it has none. */
static double *
numbers_of_array(ArrayType *array, const char *what, uint32 count)
{
	Datum	   *elements;
	bool	   *nulls;
	int			length;
	double	   *numbers;

	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE,
					  &elements, &nulls, &length);
	if (ARR_NDIM(array) > 1)
		report_dimension_error(what);
	check_length(count, length, what);
	numbers = allocate_huge(((size_t) length + 1) * sizeof(double));
	for (int i = 0; i < length; i++)
	{
		CHECK_FOR_INTERRUPTS();
		numbers[i] = nulls[i] ? NAN : DatumGetFloat8(elements[i]);
	}
	return numbers;
}

/* From the first row of the same name to numbers from 0, in the order of those rows. */
static uint32
number_first_rows(uint32 *numbers, uint32 count, uint32 *first_row)
{
	uint32		used = 0;

	for (uint32 i = 0; i < count; i++)
	{
		bool		is_first = numbers[i] == i;

		CHECK_FOR_INTERRUPTS();
		/* Earlier rows have their numbers already. */
		numbers[i] = is_first ? used : numbers[numbers[i]];
		if (is_first)
			first_row[used++] = i;
	}
	return used;
}

static void
check_scored_once(const Consensus *c)
{
	KeyedValue *keys = allocate_huge(consensus_scratch_size(c->rows));
	const KeyedValue *sorted;

	for (uint32 i = 0; i < c->rows; i++)
		keys[i] = (KeyedValue) {(uint64) c->scores[i].criterion << 32 | c->scores[i].entity, i};
	sorted = pairsort(keys, keys + c->rows, c->rows, check_for_interrupts);
	for (uint32 i = 1; i < c->rows; i++)
		if (sorted[i].key == sorted[i - 1].key)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("entity \"%s\" has two scores by criterion \"%s\"",
							SHOWN_NAME(&c->entity_names[sorted[i].value]),
							SHOWN_NAME(&c->criterion_names[sorted[i].value]))));
	pfree(keys);
}

/* A criterion weighs the same in all rows; an unknown weight weighs nothing. */
static void
set_weights(Consensus *c, ArrayType *array, const uint32 *first_row)
{
	double	   *by_row = array != NULL ? numbers_of_array(array, "weights", c->rows) : NULL;

	c->weights = allocate_huge(((size_t) c->criteria + 1) * sizeof(double));
	for (uint32 i = 0; i < c->rows; i++)
	{
		uint32		criterion = c->scores[i].criterion;
		double		weight = by_row == NULL ? 1.0 : isnan(by_row[i]) ? 0.0 : by_row[i];

		CHECK_FOR_INTERRUPTS();
		if (isinf(weight))
			report_figure_error("weight", weight);
		if (weight < 0.0)
			report_weight_error(weight);
		if (first_row[criterion] == i)
			c->weights[criterion] = weight;
		else if (weight != c->weights[criterion])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("criterion \"%s\" has two weights",
							SHOWN_NAME(&c->criterion_names[i]))));
	}
}

/* (entities, criteria, scores, weights); no rows where there are no scores */
static Consensus
consensus_arguments(FunctionCallInfo fcinfo)
{
	Consensus	c = {0};
	uint32		count = 0;
	uint32	   *entity;
	uint32	   *criterion;
	uint32	   *first_row;
	double	   *score;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return c;
	check_names_collation(fcinfo, "entities and criteria");
	c.entity_names = append_names(NULL, &c.rows, PG_GETARG_ARRAYTYPE_P(0), "entities");
	c.criterion_names = append_names(NULL, &count, PG_GETARG_ARRAYTYPE_P(1), "criteria");
	check_length(c.rows, count, "criteria");
	score = numbers_of_array(PG_GETARG_ARRAYTYPE_P(2), "scores", c.rows);
	entity = first_of_same_name(c.entity_names, c.rows);
	criterion = first_of_same_name(c.criterion_names, c.rows);
	c.first_row = allocate_huge(c.rows * sizeof(uint32));
	first_row = allocate_huge(c.rows * sizeof(uint32));
	c.entities = number_first_rows(entity, c.rows, c.first_row);
	c.criteria = number_first_rows(criterion, c.rows, first_row);
	c.scores = allocate_huge(c.rows * sizeof(CriterionScore));
	for (uint32 i = 0; i < c.rows; i++)
		c.scores[i] = (CriterionScore) {entity[i], criterion[i], score[i]};
	check_scored_once(&c);
	set_weights(&c, PG_ARGISNULL(3) ? NULL : PG_GETARG_ARRAYTYPE_P(3), first_row);
	return c;
}

/* Rows (entity, points, place), the most points first. */
static Datum
return_places(FunctionCallInfo fcinfo, const Consensus *c, const double *points)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	KeyedValue *order = allocate_huge(consensus_scratch_size(c->entities));
	const KeyedValue *sorted;
	uint32		place = 1;

	for (uint32 i = 0; i < c->entities; i++)
		order[i] = (KeyedValue) {sortable_double(-points[i]), i};
	sorted = pairsort(order, order + c->entities, c->entities, check_for_interrupts);
	InitMaterializedSRF(fcinfo, 0);
	for (uint32 i = 0; i < c->entities; i++)
	{
		const PlanName *name = &c->entity_names[c->first_row[sorted[i].value]];
		Datum		values[3];
		bool		nulls[3] = {false, false, false};

		CHECK_FOR_INTERRUPTS();
		/* Equal points share the first place among them. */
		if (sorted[i].key != sorted[place - 1].key)
			place = i + 1;
		values[0] = PointerGetDatum(cstring_to_text_with_len(name->bytes, name->length));
		values[1] = Float8GetDatum(points[sorted[i].value]);
		values[2] = Int32GetDatum(place);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		pfree(DatumGetPointer(values[0]));
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(plan_borda);
Datum
plan_borda(PG_FUNCTION_ARGS)
{
	Consensus	c = consensus_arguments(fcinfo);
	FixedSum   *sums = allocate_huge(((size_t) c.entities + 1) * sizeof(FixedSum));
	double	   *points = allocate_huge(((size_t) c.entities + 1) * sizeof(double));

	memset(sums, 0, c.entities * sizeof(FixedSum));
	if (borda_points(c.scores, c.rows, c.weights, allocate_huge(consensus_scratch_size(c.rows)),
					 check_for_interrupts, sums) != PLAN_OK)
		report_overflow("points");
	for (uint32 i = 0; i < c.entities; i++)
		points[i] = fixedsum_to_double(&sums[i]);
	return return_places(fcinfo, &c, points);
}

/* Scores by entity and criterion, NaN where there is none. */
static double *
score_matrix(const Consensus *c)
{
	uint64		cells = (uint64) c->entities * c->criteria;
	double	   *matrix;

	if (cells > MAX_CELLS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("too many entities and criteria to compare: %u and %u",
						c->entities, c->criteria),
				 errdetail("Their product can be at most %llu.", (unsigned long long) MAX_CELLS)));
	matrix = allocate_huge((cells + 1) * sizeof(double));
	for (uint64 i = 0; i < cells; i++)
	{
		if (i % ELEMENTS_BETWEEN_CHECKS == 0)
			CHECK_FOR_INTERRUPTS();
		matrix[i] = NAN;
	}
	for (uint32 i = 0; i < c->rows; i++)
		matrix[(uint64) c->scores[i].entity * c->criteria + c->scores[i].criterion] =
			c->scores[i].score;
	return matrix;
}

PG_FUNCTION_INFO_V1(plan_copeland);
Datum
plan_copeland(PG_FUNCTION_ARGS)
{
	Consensus	c = consensus_arguments(fcinfo);
	int32	   *counts = allocate_huge(((size_t) c.entities + 1) * sizeof(int32));
	double	   *points = allocate_huge(((size_t) c.entities + 1) * sizeof(double));

	memset(counts, 0, c.entities * sizeof(int32));
	if (copeland_points(score_matrix(&c), c.entities, c.criteria, c.weights, check_for_interrupts,
						counts) != PLAN_OK)
		report_overflow("weights");
	for (uint32 i = 0; i < c.entities; i++)
		points[i] = counts[i];
	return return_places(fcinfo, &c, points);
}
