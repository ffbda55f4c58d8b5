-- consensus: one ranking from the scores of several criteria

CREATE FUNCTION plan_borda(entities text[], criteria text[], scores float8[], weights float8[] DEFAULT NULL, OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_borda(text[], text[], float8[], float8[]) IS
'Borda count: how many entities each beats, summed over all criteria by weight; most points first';

CREATE FUNCTION plan_copeland(entities text[], criteria text[], scores float8[], weights float8[] DEFAULT NULL, OUT entity text, OUT points float8, OUT place integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 100;
COMMENT ON FUNCTION plan_copeland(text[], text[], float8[], float8[]) IS
'Copeland''s method: entities beaten by the majority of criteria less those that beat it; most points first';
