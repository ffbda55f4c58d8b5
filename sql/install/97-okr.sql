-- okr: grades of objectives and key results

CREATE FUNCTION plan_okr_colour(grade plan_number, regime text DEFAULT 'aspirational')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_okr_colour(plan_number, text) IS
'colour of a grade, a share from 0 to 1: aspirational: green from 0.7, yellow from 0.4, else red; committed: green at 1, else red. The grade of an objective is the mean of those of its key results. Another regime: 22023, infinity: 22003. whatmatters.com';

