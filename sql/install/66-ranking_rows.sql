-- ranking_rows: what a ranking tells

-- By number.

CREATE FUNCTION plan_ranking_entities(ranking plan_ranking)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_entities(plan_ranking) IS
'how many were ranked in any period';

CREATE FUNCTION plan_ranking_periods(ranking plan_ranking, OUT period plan_period, OUT field integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_ranking_periods(plan_ranking) IS
'the periods in their order, and how many were ranked in each';

CREATE FUNCTION plan_rank_history(ranking plan_ranking, OUT entity bigint, OUT period plan_period, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_ranking) IS
'one row for each entity and period in which it was ranked, by entity and period: its standing, the standing in the last period before that it was ranked in, places gained since (negative for places lost; NULL in its first); whether it was not ranked in the period before (NULL in the first period), and is not ranked in the next (NULL in the last); and the percentile gained (NULL in its first, and in a field of one)';

CREATE FUNCTION plan_rank_history(ranking plan_ranking, ties text, OUT entity bigint, OUT period plan_period, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_ranking, text) IS
'the history with ties numbered by a method: competition (1224), dense (1223, in a field of as many as there are different ranks) or max (1334); 22023 for another. plan_ranks has fractional ranks';

CREATE FUNCTION plan_rank_path(ranking plan_ranking, entity_sought bigint, OUT entity bigint, OUT period plan_period, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_path(plan_ranking, bigint) IS
'the history of one entity: of a ranking that is stored, no more is read than that takes. No rows for an entity that was never ranked';

CREATE FUNCTION plan_standing_of(ranking plan_ranking, entity bigint, period plan_period)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_of(plan_ranking, bigint, plan_period) IS
'the standing of an entity in a period; NULL where it was not ranked. Of a ranking that is stored, no more is read than that takes';

CREATE FUNCTION plan_ranks(ranking plan_ranking, OUT entity bigint, OUT period plan_period, OUT field integer, OUT competition integer, OUT dense integer, OUT fractional double precision, OUT max integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_ranks(plan_ranking) IS
'the ranks of each period from the best down, with ties numbered in every way: competition (1224), dense (1223), fractional (1, 2.5, 2.5, 4) and max (1334)';

CREATE FUNCTION plan_movers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_movers(plan_ranking, plan_period, plan_period, bigint) IS
'the n entities that moved most, up or down between two periods, the largest move first, of equal moves the better rank now: standing before and after, places gained and percentile gained. Of those ranked in both, and only those that moved. 22023 for a period that is not in the ranking, and a negative n';

CREATE FUNCTION plan_risers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_risers(plan_ranking, plan_period, plan_period, bigint) IS
'the n entities that gained most places between two periods, the largest move first, of equal moves the better rank now: standing before and after, places gained and percentile gained. Of those ranked in both, and only those that moved. 22023 for a period that is not in the ranking, and a negative n';

CREATE FUNCTION plan_fallers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_fallers(plan_ranking, plan_period, plan_period, bigint) IS
'the n entities that lost most places between two periods, the largest move first, of equal moves the better rank now: standing before and after, places gained and percentile gained. Of those ranked in both, and only those that moved. 22023 for a period that is not in the ranking, and a negative n';

CREATE FUNCTION plan_rank_volatility(ranking plan_ranking, OUT entity bigint, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_volatility(plan_ranking) IS
'how restless each entity is: how many periods it was ranked in, the mean of the places moved from one to the next, the standard deviation of its ranks (of a sample: n - 1), its best rank and its worst; mean and deviation are NULL for a single period';

CREATE FUNCTION plan_rank_volatility(ranking plan_ranking, entity_sought bigint, OUT entity bigint, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'plan_rank_volatility_of' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION plan_rank_volatility(plan_ranking, bigint) IS
'how restless one entity is: how many periods it was ranked in, the mean of the places moved from one to the next, the standard deviation of its ranks (of a sample: n - 1), its best rank and its worst; mean and deviation are NULL for a single period';

CREATE FUNCTION plan_rank_agreement(ranking plan_ranking, OUT earlier plan_period, OUT later plan_period, OUT entities bigint, OUT tau_b double precision, OUT spearman double precision, OUT footrule double precision, OUT mean_shift double precision, OUT max_shift double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_agreement(plan_ranking) IS
'how far each period agrees with the one before: of the entities that are in both, ranked anew among themselves, how many there are, Kendalls tau-b, Spearmans rho, the footrule as a share of its largest value, and the mean and the largest shift of average ranks; NULL where undefined, as the aggregates of these names';

CREATE FUNCTION plan_rank_agreement(ranking plan_ranking, period plan_period, other plan_period, OUT earlier plan_period, OUT later plan_period, OUT entities bigint, OUT tau_b double precision, OUT spearman double precision, OUT footrule double precision, OUT mean_shift double precision, OUT max_shift double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION plan_rank_agreement(plan_ranking, plan_period, plan_period) IS
'the same for two periods; 22023 for one that is not in the ranking';

CREATE FUNCTION plan_rank_turnover(ranking plan_ranking, k integer, OUT earlier plan_period, OUT later plan_period, OUT stayed bigint, OUT entered bigint, OUT dropped bigint, OUT turnover double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_turnover(plan_ranking, integer) IS
'how the first k places turn over from each period to the next: how many stayed, entered and left, and the share that entered among those who have these places now. All who tie for the last of these places count. 22023 unless k is positive';

CREATE FUNCTION _plan_ranking_to_jsonb(plan_ranking)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_ranking_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_to_jsonb(plan_ranking) IS
'the places of a ranking as an array of objects: entity, period, rank, field';

CREATE CAST (plan_ranking AS jsonb) WITH FUNCTION _plan_ranking_to_jsonb(plan_ranking);
COMMENT ON CAST (plan_ranking AS jsonb) IS 'the places as an array of objects';

-- By name.

CREATE FUNCTION plan_ranking_entities(ranking plan_named_ranking)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_entities(plan_named_ranking) IS
'how many were ranked in any period';

CREATE FUNCTION plan_ranking_periods(ranking plan_named_ranking, OUT period plan_period, OUT field integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_ranking_periods(plan_named_ranking) IS
'the periods in their order, and how many were ranked in each';

CREATE FUNCTION plan_rank_history(ranking plan_named_ranking, OUT entity text, OUT period plan_period, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_named_ranking) IS
'one row for each entity and period in which it was ranked, by entity and period: its standing, the standing in the last period before that it was ranked in, places gained since (negative for places lost; NULL in its first); whether it was not ranked in the period before (NULL in the first period), and is not ranked in the next (NULL in the last); and the percentile gained (NULL in its first, and in a field of one)';

CREATE FUNCTION plan_rank_history(ranking plan_named_ranking, ties text, OUT entity text, OUT period plan_period, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_named_ranking, text) IS
'the history with ties numbered by a method: competition (1224), dense (1223, in a field of as many as there are different ranks) or max (1334); 22023 for another. plan_ranks has fractional ranks';

CREATE FUNCTION plan_rank_path(ranking plan_named_ranking, entity_sought text, OUT entity text, OUT period plan_period, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_path(plan_named_ranking, text) IS
'the history of one entity: of a ranking that is stored, no more is read than that takes. No rows for an entity that was never ranked';

CREATE FUNCTION plan_standing_of(ranking plan_named_ranking, entity text, period plan_period)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_of(plan_named_ranking, text, plan_period) IS
'the standing of an entity in a period; NULL where it was not ranked. Of a ranking that is stored, no more is read than that takes';

CREATE FUNCTION plan_ranks(ranking plan_named_ranking, OUT entity text, OUT period plan_period, OUT field integer, OUT competition integer, OUT dense integer, OUT fractional double precision, OUT max integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_ranks(plan_named_ranking) IS
'the ranks of each period from the best down, with ties numbered in every way: competition (1224), dense (1223), fractional (1, 2.5, 2.5, 4) and max (1334)';

CREATE FUNCTION plan_movers(ranking plan_named_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity text, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_movers(plan_named_ranking, plan_period, plan_period, bigint) IS
'the n entities that moved most, up or down between two periods, the largest move first, of equal moves the better rank now: standing before and after, places gained and percentile gained. Of those ranked in both, and only those that moved. 22023 for a period that is not in the ranking, and a negative n';

CREATE FUNCTION plan_risers(ranking plan_named_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity text, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_risers(plan_named_ranking, plan_period, plan_period, bigint) IS
'the n entities that gained most places between two periods, the largest move first, of equal moves the better rank now: standing before and after, places gained and percentile gained. Of those ranked in both, and only those that moved. 22023 for a period that is not in the ranking, and a negative n';

CREATE FUNCTION plan_fallers(ranking plan_named_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity text, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_fallers(plan_named_ranking, plan_period, plan_period, bigint) IS
'the n entities that lost most places between two periods, the largest move first, of equal moves the better rank now: standing before and after, places gained and percentile gained. Of those ranked in both, and only those that moved. 22023 for a period that is not in the ranking, and a negative n';

CREATE FUNCTION plan_rank_volatility(ranking plan_named_ranking, OUT entity text, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_volatility(plan_named_ranking) IS
'how restless each entity is: how many periods it was ranked in, the mean of the places moved from one to the next, the standard deviation of its ranks (of a sample: n - 1), its best rank and its worst; mean and deviation are NULL for a single period';

CREATE FUNCTION plan_rank_volatility(ranking plan_named_ranking, entity_sought text, OUT entity text, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'plan_rank_volatility_of' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION plan_rank_volatility(plan_named_ranking, text) IS
'how restless one entity is: how many periods it was ranked in, the mean of the places moved from one to the next, the standard deviation of its ranks (of a sample: n - 1), its best rank and its worst; mean and deviation are NULL for a single period';

CREATE FUNCTION plan_rank_agreement(ranking plan_named_ranking, OUT earlier plan_period, OUT later plan_period, OUT entities bigint, OUT tau_b double precision, OUT spearman double precision, OUT footrule double precision, OUT mean_shift double precision, OUT max_shift double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_agreement(plan_named_ranking) IS
'how far each period agrees with the one before: of the entities that are in both, ranked anew among themselves, how many there are, Kendalls tau-b, Spearmans rho, the footrule as a share of its largest value, and the mean and the largest shift of average ranks; NULL where undefined, as the aggregates of these names';

CREATE FUNCTION plan_rank_agreement(ranking plan_named_ranking, period plan_period, other plan_period, OUT earlier plan_period, OUT later plan_period, OUT entities bigint, OUT tau_b double precision, OUT spearman double precision, OUT footrule double precision, OUT mean_shift double precision, OUT max_shift double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1;
COMMENT ON FUNCTION plan_rank_agreement(plan_named_ranking, plan_period, plan_period) IS
'the same for two periods; 22023 for one that is not in the ranking';

CREATE FUNCTION plan_rank_turnover(ranking plan_named_ranking, k integer, OUT earlier plan_period, OUT later plan_period, OUT stayed bigint, OUT entered bigint, OUT dropped bigint, OUT turnover double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_turnover(plan_named_ranking, integer) IS
'how the first k places turn over from each period to the next: how many stayed, entered and left, and the share that entered among those who have these places now. All who tie for the last of these places count. 22023 unless k is positive';

CREATE FUNCTION _plan_named_ranking_to_jsonb(plan_named_ranking)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_ranking_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_named_ranking_to_jsonb(plan_named_ranking) IS
'the places of a ranking as an array of objects: entity, period, rank, field';

CREATE CAST (plan_named_ranking AS jsonb) WITH FUNCTION _plan_named_ranking_to_jsonb(plan_named_ranking);
COMMENT ON CAST (plan_named_ranking AS jsonb) IS 'the places as an array of objects';

