-- rank: window functions on ranks within periods
--
-- All are meant for a window ordered by the period first and then by the score, best
-- first.  Their memory grows with the number of entities and periods of a partition.

CREATE FUNCTION plan_period_rank(period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_rank(anycompatible, plan_number) IS
'rank within the period, OVER (ORDER BY period, score DESC); equal scores share a rank, NULL without a score';

CREATE FUNCTION plan_rank_delta(entity anyelement, period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rank_delta(anyelement, anycompatible, plan_number) IS
'places gained since the entity was last ranked, OVER (ORDER BY period, score DESC); NULL in its first period';

CREATE FUNCTION plan_previous_rank(entity anyelement, period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_previous_rank(anyelement, anycompatible, plan_number) IS
'rank when the entity was last ranked, OVER (ORDER BY period, score DESC); NULL in its first period';

CREATE FUNCTION plan_is_new(entity anyelement, period anycompatible, score plan_number)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_new(anyelement, anycompatible, plan_number) IS
'whether the entity was not ranked before, OVER (ORDER BY period, score DESC); NULL in the first period of all';

