-- rank: window functions on ranks within periods
--
-- All are meant for a window ordered by the period first and then by the score, best
-- first.  Their memory grows with the number of entities and periods of a partition.

CREATE FUNCTION plan_period_rank(period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_period_rank(anycompatible, plan_number) IS
'the rank of the row within its period, among the rows that have a score; over (ORDER BY period, score DESC), or score where less is better. Equal scores have equal ranks (1224). NULL where the period or the score is NULL, or the score is NaN; 42P20 where the window splits the rows of a period or does not order the periods and the scores, 22003 for an infinite score';

CREATE FUNCTION plan_rank_delta(entity anyelement, period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_rank_delta(anyelement, anycompatible, plan_number) IS
'places gained by the entity since the last period in which it was ranked, negative for places lost; NULL in its first; over (ORDER BY period, score DESC), or score where less is better. Equal scores have equal ranks (1224), and a row without a score has none. NULL where the entity, the period or the score is NULL, or the score is NaN; 42P20 where the window splits the rows of a period or does not order the periods and the scores, or an entity has two scores in a period, 22003 for an infinite score';

CREATE FUNCTION plan_previous_rank(entity anyelement, period anycompatible, score plan_number)
	RETURNS bigint
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_previous_rank(anyelement, anycompatible, plan_number) IS
'the rank of the entity in the last period in which it was ranked; NULL in its first; over (ORDER BY period, score DESC), or score where less is better. Equal scores have equal ranks (1224), and a row without a score has none. NULL where the entity, the period or the score is NULL, or the score is NaN; 42P20 where the window splits the rows of a period or does not order the periods and the scores, or an entity has two scores in a period, 22003 for an infinite score';

CREATE FUNCTION plan_is_new(entity anyelement, period anycompatible, score plan_number)
	RETURNS boolean
	AS 'MODULE_PATHNAME' LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_is_new(anyelement, anycompatible, plan_number) IS
'whether the entity was ranked in no earlier period; NULL in the first period of all, where that cannot be told; over (ORDER BY period, score DESC), or score where less is better. NULL where the entity, the period or the score is NULL, or the score is NaN; 42P20 where the window splits the rows of a period or does not order the periods and the scores, or an entity has two scores in a period, 22003 for an infinite score';

