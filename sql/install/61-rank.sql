-- rank: window functions on ranks within periods
--
-- All are meant for a window ordered by the period first and then by the score, best
-- first.  Their memory grows with the number of entities and periods of a partition.

CREATE FUNCTION plan_period_rank(period anycompatible)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_rank(anycompatible) IS
'the rank of the row within its period; over (ORDER BY period, score DESC); equal scores have equal ranks (1224); 42P20 where the window splits the rows of a period or does not order the periods';

CREATE FUNCTION plan_rank_delta(entity anyelement, period anycompatible)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rank_delta(anyelement, anycompatible) IS
'places gained by the entity since the last period that it was in, negative for places lost; NULL in its first; over (ORDER BY period, score DESC), or score where less is better. Equal scores have equal ranks (1224). NULL where the entity or the period is NULL; 42P20 where the window splits the rows of a period or does not order the periods, or an entity is twice in a period';

CREATE FUNCTION plan_previous_rank(entity anyelement, period anycompatible)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_previous_rank(anyelement, anycompatible) IS
'the rank of the entity in the last period that it was in; NULL in its first; over (ORDER BY period, score DESC), or score where less is better. Equal scores have equal ranks (1224). NULL where the entity or the period is NULL; 42P20 where the window splits the rows of a period or does not order the periods, or an entity is twice in a period';

CREATE FUNCTION plan_is_new(entity anyelement, period anycompatible)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_new(anyelement, anycompatible) IS
'whether the entity was in no earlier period; NULL in the first period of all, where that cannot be told; over (ORDER BY period, score DESC), or score where less is better. Equal scores have equal ranks (1224). NULL where the entity or the period is NULL; 42P20 where the window splits the rows of a period or does not order the periods, or an entity is twice in a period';
