-- consensus: one ranking from the scores of several criteria

CREATE FUNCTION plan_borda(entities text[], criteria text[], scores float8[], OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_borda(text[], text[], float8[]) IS
'Borda count, one row an entity: the sum over all criteria of how many entities it beats, ties not being beaten; higher scores are better. The most points have place 1, equal points the same (1224). Arrays are by row, as array_agg makes them. A NULL or NaN score is none: who has it neither beats nor is beaten by that criterion. No rows for a NULL array or for empty ones; 22023 if the arrays differ in length, an entity has two scores by a criterion, 22004 for a NULL entity or criterion, 0A000 for a nondeterministic collation';

CREATE FUNCTION plan_borda(entities text[], criteria text[], scores float8[], weights float8[], OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_borda(text[], text[], float8[], float8[]) IS
'Borda count, one row an entity: the sum over all criteria, each times its weight, of how many entities it beats, ties not being beaten; higher scores are better. The most points have place 1, equal points the same (1224). Arrays are by row, as array_agg makes them; weights, at least 0, are those of the criteria, the same in all rows of one, and NULL weighs nothing; they are summed exactly, but 0.1 and 0.2 are not exact in float8: use whole numbers where sums must balance. A NULL or NaN score is none: who has it neither beats nor is beaten by that criterion. No rows for a NULL array or for empty ones; 22023 if the arrays differ in length, an entity has two scores by a criterion or a criterion two weights, or a weight is negative, 22004 for a NULL entity or criterion, 0A000 for a nondeterministic collation, 22003 for an infinite weight or sums beyond 2^127';

CREATE FUNCTION plan_copeland(entities text[], criteria text[], scores float8[], OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_copeland(text[], text[], float8[]) IS
'Copeland''s method, one row an entity: for each other entity 1 point if it is better by the majority of criteria on which both have scores, -1 if it is worse; higher scores are better. The most points have place 1, equal points the same (1224). Time grows with the square of the entities. Arrays are by row, as array_agg makes them. A NULL or NaN score is none: who has it neither beats nor is beaten by that criterion. No rows for a NULL array or for empty ones; 22023 if the arrays differ in length, an entity has two scores by a criterion, 22004 for a NULL entity or criterion, 0A000 for a nondeterministic collation; 54000 if entities times criteria exceed 134217728';

CREATE FUNCTION plan_copeland(entities text[], criteria text[], scores float8[], weights float8[], OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_copeland(text[], text[], float8[], float8[]) IS
'Copeland''s method, one row an entity: for each other entity 1 point if it is better by the majority of criteria by weight on which both have scores, -1 if it is worse; higher scores are better. The most points have place 1, equal points the same (1224). Time grows with the square of the entities. Arrays are by row, as array_agg makes them; weights, at least 0, are those of the criteria, the same in all rows of one, and NULL weighs nothing; they are summed exactly, but 0.1 and 0.2 are not exact in float8: use whole numbers where sums must balance. A NULL or NaN score is none: who has it neither beats nor is beaten by that criterion. No rows for a NULL array or for empty ones; 22023 if the arrays differ in length, an entity has two scores by a criterion or a criterion two weights, or a weight is negative, 22004 for a NULL entity or criterion, 0A000 for a nondeterministic collation, 22003 for an infinite weight or sums beyond 2^127; 54000 if entities times criteria exceed 134217728';

