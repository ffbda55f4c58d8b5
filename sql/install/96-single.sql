-- single: methods of one function each: OECD, EU cohesion policy, OKR

CREATE FUNCTION plan_oecd_distance(value plan_number, goal plan_goal, deviation plan_number)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_oecd_distance(plan_number, plan_goal, plan_number) IS
'distance to the target in standard deviations of the peers, 0 once it is met; NULL for a missing or zero deviation unless it is met';

CREATE FUNCTION plan_cohesion_class(ratios float8[], achieved plan_number DEFAULT 0.85, tolerated plan_number DEFAULT 0.75, failed plan_number DEFAULT 0.65)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cohesion_class(float8[], plan_number, plan_number, plan_number) IS
'class of an EU cohesion policy priority by its indicators'' achieved / milestone: achieved, not_achieved or serious_failure; NULL if a ratio is missing';

CREATE FUNCTION plan_okr_colour(grade plan_number, regime text DEFAULT 'aspirational')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_okr_colour(plan_number, text) IS
'colour of a grade from 0 to 1: green from 0.7, yellow from 0.4, else red; committed: green at 1, else red; NULL for NULL';
