/*
 * standing_phrase.c
 *		Standings as people write them, in Vietnamese and English.
 */
#include "core/standing_phrase.h"

#include "core/phrase.h"

/*
 * "8/63", "thứ 8 trên 63", "8th of 63"; words of rank may stand before, and of places behind.  And
 * what plan_standing itself reads.
 */
PlanError
standing_phrase_read(const char *text, Standing *standing)
{
	static const char *const before[] = {
		"thứ", "hạng", "vị trí", "vị trí thứ", "xếp thứ", "xếp hạng", "xếp hạng thứ",
		"đứng thứ", "đứng vị trí", "đứng vị trí thứ", "hạng thứ", "rank", "ranked", "position",
		"place", "no", "no .", "#",
	};
	static const char *const between[] = {
		"/", "trên", "trên tổng số", "trong", "trong số", "trong tổng số", "of", "out of", "among",
	};
	static const char *const behind[] = {
		"tỉnh", "tỉnh thành", "tỉnh thành phố", "tỉnh , thành", "tỉnh , thành phố",
		"tỉnh / thành", "tỉnh / thành phố", "địa phương",
		"đơn vị", "nước", "quốc gia", "nền kinh tế", "cả nước", "toàn quốc", "provinces", "places",
		"units", "countries", "economies",
	};
	Phrase		phrase;
	char		plain[PHRASE_MAX_LENGTH];
	int			i = 0;
	PlanError	error = phrase_read(&phrase, text);

	if (error != PLAN_OK || phrase.tokens == 0)
		return PLAN_SYNTAX;
	(void) phrase_copy(&phrase, 0, phrase.tokens, plain);
	if ((error = standing_read(plain, standing)) != PLAN_SYNTAX)
		return error;
	*standing = (Standing) {0, 0, 0};
	(void) PHRASE_SKIP_ANY(&phrase, &i, before);
	if (!phrase_take_integer(&phrase, &i, 9, &standing->rank) || standing->rank < 1)
		return PLAN_SYNTAX;
	(void) (phrase_skip(&phrase, &i, "st") || phrase_skip(&phrase, &i, "nd") ||
			phrase_skip(&phrase, &i, "rd") || phrase_skip(&phrase, &i, "th"));
	if (PHRASE_SKIP_ANY(&phrase, &i, between) >= 0 &&
		(!phrase_take_integer(&phrase, &i, 9, &standing->field) || standing->field < 1))
		return PLAN_SYNTAX;
	(void) PHRASE_SKIP_ANY(&phrase, &i, behind);
	if (i < phrase.tokens)
		return PLAN_SYNTAX;
	return standing->field > 0 && standing->rank > standing->field ? PLAN_OUT_OF_RANGE : PLAN_OK;
}
