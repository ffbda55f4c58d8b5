/*
 * load_standing.c
 *		Reading cells of published standings: 8/63, hạng 8 trên 63, 8th of 63.
 */
#include "workspace/load.h"

#include <math.h>

#include "core/standing_phrase.h"
#include "core/text.h"
#include "period.h"
#include "type.h"

/* What the figures of a loader are of: indicators, rankings of standings, codes of milestones. */
const NameTable *
things_of(const Loader *loader)
{
	return loader->kind == LOAD_STANDINGS ? &loader->rankings :
		loader->kind == LOAD_MILESTONES ? &loader->milestones : &loader->indicators;
}

/*
 * Read the rank of a cell, whose row may have said the total already; returns the reason why it
 * cannot be one.
 */
const char *
read_rank_cell(Figure *figure, const char *text)
{
	const char *shown = shown_text(text, strlen(text));
	Standing	standing;
	PlanError	error = standing_phrase_read(readable_text(text), &standing);

	if (error == PLAN_OUT_OF_RANGE)
		return psprintf("rank is out of range, or beyond the number of places: \"%s\"", shown);
	if (error != PLAN_OK)
		return reason_unreadable(error, "standing", text);
	if (standing_is_band(standing))
		return psprintf("a band of ranks is no standing of one place: \"%s\"", shown);
	if (standing.field > 0 && figure->total > 0 && standing.field != figure->total)
		return psprintf("total is %d, but the rank says another: \"%s\"", figure->total, shown);
	figure->rank = standing.rank;
	if (standing.field > 0)
		figure->total = standing.field;
	if (figure->total > 0 && figure->rank > figure->total)
		return psprintf("rank is beyond the number of places, which is %d: \"%s\"", figure->total,
						shown);
	return NULL;
}

/* Read how many were ranked: 63, 63 tỉnh. */
const char *
read_total_cell(const char *text, int32 *total)
{
	Standing	standing;
	PlanError	error = standing_phrase_read(readable_text(text), &standing);

	if (error != PLAN_OK || standing.field > 0 || standing_is_band(standing))
		return reason_unreadable(PLAN_SYNTAX, "number of places", text);
	*total = standing.rank;
	return NULL;
}

/* Read the same behind a heading of ranks: "of 118", "/63", "63 tỉnh". */
bool
read_total_of_heading(const char *text, int32 *total)
{
	Standing	standing;

	if (standing_phrase_read(readable_text(psprintf("1 %s", text)), &standing) == PLAN_OK &&
		standing.field > 0 && !standing_is_band(standing))
		*total = standing.field;
	else
		return read_total_cell(text, total) == NULL;
	return true;
}

/* "8/63, score 81.25" */
const char *
standing_text(const Figure *figure)
{
	char		rank[STANDING_TEXT_SIZE];
	char		score[TEXT_DOUBLE_SIZE + 1];
	Standing	standing = {figure->rank, figure->total, 0};

	rank[standing_write(rank, standing)] = '\0';
	if (isnan(figure->value))
		return pstrdup(rank);
	score[text_write_double(score, figure->value)] = '\0';
	return psprintf("%s, score %s", rank, score);
}

bool
is_same_standing(const Figure *a, const Figure *b)
{
	return a->rank == b->rank && a->total == b->total &&
		(isnan(a->value) ? isnan(b->value) : a->value == b->value);
}
