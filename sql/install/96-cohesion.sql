-- cohesion: when a priority of EU cohesion policy has achieved its milestones

CREATE FUNCTION plan_cohesion_class(ratios float8[], achieved plan_number DEFAULT 0.85, tolerated plan_number DEFAULT 0.75, failed plan_number DEFAULT 0.65)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cohesion_class(float8[], plan_number, plan_number, plan_number) IS
'achieved if every indicator of the priority has reached 0.85 of its milestone, of three or more all but one, which has reached 0.75; serious_failure if one of two at most, of more than two two, are below 0.65; else not_achieved. Ratios are achieved / milestone, output and financial indicators alike. NULL without ratios, or if one is NULL or NaN; cuts that do not descend: 22023, infinity: 22003. Regulation (EU) 1303/2013, annex II; 215/2014, article 6';

