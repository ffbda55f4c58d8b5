-- ranking_rows: what a ranking tells

CREATE FUNCTION plan_ranking_entities(ranking plan_ranking)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_ranking_entities(plan_ranking) IS
'number of entities ranked in any period';

CREATE FUNCTION plan_ranking_periods(ranking plan_ranking, OUT period plan_period, OUT field integer, OUT places integer, OUT published boolean)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_ranking_periods(plan_ranking) IS
'periods of the ranking, how many were ranked in each, NULL if nobody said so, how many of them are in it, and whether others published it';

CREATE FUNCTION plan_rank_history(ranking plan_ranking, OUT entity bigint, OUT period plan_period, OUT score double precision, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_ranking) IS
'standing of each entity in each period, with the change since it was last ranked';

CREATE FUNCTION plan_rank_history(ranking plan_ranking, anycompatible, ties text DEFAULT 'competition', OUT entity anycompatible, OUT period plan_period, OUT score double precision, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_history(plan_ranking, anycompatible, text) IS
'standing of each entity in each period, with ties numbered by competition, dense or max; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_rank_path(ranking plan_ranking, anycompatible, OUT entity anycompatible, OUT period plan_period, OUT score double precision, OUT standing plan_standing, OUT previous plan_standing, OUT delta integer, OUT entered boolean, OUT leaves boolean, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_path(plan_ranking, anycompatible) IS
'history of one entity; reads only that part of a stored ranking';

CREATE FUNCTION plan_standing_of(ranking plan_ranking, entity anycompatible, period plan_period)
	RETURNS plan_standing
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_standing_of(plan_ranking, anycompatible, plan_period) IS
'standing of an entity in a period; NULL if it was not ranked in it';

CREATE FUNCTION plan_ranks(ranking plan_ranking, in_period plan_period DEFAULT NULL, n bigint DEFAULT NULL, OUT entity bigint, OUT period plan_period, OUT score double precision, OUT field integer, OUT competition integer, OUT dense integer, OUT fractional double precision, OUT max integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_ranks(plan_ranking, plan_period, bigint) IS
'the first n places of a period, best first, with ties numbered in four ways; all places, or periods, if NULL';

CREATE FUNCTION plan_ranks(ranking plan_ranking, in_period plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT period plan_period, OUT score double precision, OUT field integer, OUT competition integer, OUT dense integer, OUT fractional double precision, OUT max integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_ranks(plan_ranking, plan_period, bigint, anycompatible) IS
'the first n places of a period, best first; all places, or periods, if NULL; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_movers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_movers(plan_ranking, plan_period, plan_period, bigint) IS
'n entities that moved most places up or down between two periods, among those ranked in both';

CREATE FUNCTION plan_movers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_movers(plan_ranking, plan_period, plan_period, bigint, anycompatible) IS
'n entities that moved most places up or down between two periods; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_risers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_risers(plan_ranking, plan_period, plan_period, bigint) IS
'n entities that gained most places between two periods, among those ranked in both';

CREATE FUNCTION plan_risers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_risers(plan_ranking, plan_period, plan_period, bigint, anycompatible) IS
'n entities that gained most places between two periods; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_fallers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint DEFAULT 10, OUT entity bigint, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_fallers(plan_ranking, plan_period, plan_period, bigint) IS
'n entities that lost most places between two periods, among those ranked in both';

CREATE FUNCTION plan_fallers(ranking plan_ranking, earlier plan_period, later plan_period, n bigint, anycompatible, OUT entity anycompatible, OUT before plan_standing, OUT after plan_standing, OUT delta integer, OUT percentile_delta double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_fallers(plan_ranking, plan_period, plan_period, bigint, anycompatible) IS
'n entities that lost most places between two periods; entity has the type of the key, which is NULL';

CREATE FUNCTION plan_rank_volatility(ranking plan_ranking, OUT entity bigint, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 1000;
COMMENT ON FUNCTION plan_rank_volatility(plan_ranking) IS
'how much the ranks of each entity vary; mean_shift and sd are NULL for a single period';

CREATE FUNCTION plan_rank_volatility(ranking plan_ranking, anycompatible, OUT entity anycompatible, OUT periods integer, OUT mean_shift double precision, OUT sd double precision, OUT best integer, OUT worst integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_volatility(plan_ranking, anycompatible) IS
'how much the ranks of one entity vary, or of all if the key is NULL; entity has the type of the key';

CREATE FUNCTION plan_rank_agreement(ranking plan_ranking, period plan_period DEFAULT NULL, other plan_period DEFAULT NULL, OUT earlier plan_period, OUT later plan_period, OUT entities bigint, OUT tau_b double precision, OUT spearman double precision, OUT footrule double precision, OUT mean_shift double precision, OUT max_shift double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_agreement(plan_ranking, plan_period, plan_period) IS
'agreement of each period with the one before, or of two periods, over the entities in both; NULL where undefined';

CREATE FUNCTION plan_rank_turnover(ranking plan_ranking, k integer, OUT earlier plan_period, OUT later plan_period, OUT stayed bigint, OUT entered bigint, OUT dropped bigint, OUT turnover double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION plan_rank_turnover(plan_ranking, integer) IS
'how many entities stayed in, entered and left the first k places from each period to the next';

CREATE FUNCTION _plan_ranking_to_jsonb(plan_ranking)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'plan_ranking_to_jsonb' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION _plan_ranking_to_jsonb(plan_ranking) IS
'the places of a ranking as an array of objects: entity, period, score, rank, or standing as published, field';

CREATE CAST (plan_ranking AS jsonb) WITH FUNCTION _plan_ranking_to_jsonb(plan_ranking);
COMMENT ON CAST (plan_ranking AS jsonb) IS 'the places as an array of objects';
