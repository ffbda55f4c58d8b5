-- single: methods of one function each: OECD, EU cohesion policy, OKR

CREATE FUNCTION plan_oecd_distance(value plan_number, target plan_number, deviation plan_number, direction plan_direction)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_oecd_distance(plan_number, plan_number, plan_number, plan_direction) IS
'how many standard deviations of its peers a figure is short of the target, 0 once it is met: max(0, d (target - value) / deviation). NULL without a value, target or direction, and while the target is not met without a deviation or if it is 0; below 0: 22023, figures that are not finite: 22003. OECD, Measuring Distance to the SDG Targets; direction is higher or lower, another: 22023';


CREATE FUNCTION plan_cohesion_class(ratios float8[], achieved plan_number DEFAULT 0.85, tolerated plan_number DEFAULT 0.75, failed plan_number DEFAULT 0.65)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_cohesion_class(float8[], plan_number, plan_number, plan_number) IS
'achieved if every indicator of the priority has reached 0.85 of its milestone, of three or more all but one, which has reached 0.75; serious_failure if one of two at most, of more than two two, are below 0.65; else not_achieved. Ratios are achieved / milestone, output and financial indicators alike. NULL without ratios, or if one is NULL or NaN; cuts that do not descend: 22023, infinity: 22003. Regulation (EU) 1303/2013, annex II; 215/2014, article 6';


CREATE FUNCTION plan_okr_colour(grade plan_number, regime text DEFAULT 'aspirational')
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_okr_colour(plan_number, text) IS
'colour of a grade, a share from 0 to 1: aspirational: green from 0.7, yellow from 0.4, else red; committed: green at 1, else red. The grade of an objective is the mean of those of its key results. Another regime: 22023, infinity: 22003. whatmatters.com';
