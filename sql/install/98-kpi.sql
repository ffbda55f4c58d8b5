-- kpi: key performance indicators as cubes and scorecard products judge them

CREATE FUNCTION plan_kpi_status(actual plan_number, target plan_number, direction plan_direction, good plan_number DEFAULT 0.95, acceptable plan_number DEFAULT 0.85)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_status(plan_number, plan_number, plan_direction, plan_number, plan_number) IS
'status of a KPI: 1 (good) from 0.95 of the target on, 0 from 0.85, else -1; lower mirrors it at the target: 1 up to 1.05 of it, 0 up to 1.15; for a target of 0: 1 if met, else -1. Cuts that do not descend: 22023, figures that are not finite: 22003. SQL Server Analysis Services, KPI of the Adventure Works sample; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_kpi_band_status(actual plan_number, worst_low plan_number, best_low plan_number, best_high plan_number, worst_high plan_number)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_band_status(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'status of a KPI whose best is in the middle: 1 from best_low to best_high, 0 from worst_low to worst_high, else -1, ends included; thresholds that do not ascend: 22023, infinity: 22003. Four thresholds of a KPI in tabular models';

CREATE FUNCTION plan_kpi_trend(current plan_number, earlier plan_number, direction plan_direction, cut plan_number DEFAULT 0.02)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_trend(plan_number, plan_number, plan_direction, plan_number) IS
'trend of a KPI against the same period of the year before: 1 if it grew by more than 2 % in the wanted direction, else -1; NULL if the earlier value is 0; infinity: 22003. SQL Server Analysis Services, KPI of the Adventure Works sample; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_kpi_trend(current plan_number, earlier plan_number, direction plan_direction, rise plan_number, fall plan_number)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_trend(plan_number, plan_number, plan_direction, plan_number, plan_number) IS
'the same with what is steady told apart: 1 if it grew by more than rise in the wanted direction, -1 by less than fall, else 0; fall, such as -0.02, above rise: 22023; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_kpi_rag(performance plan_number, on_track plan_number, off_track plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_rag(plan_number, plan_number, plan_number) IS
'traffic light of a performance, what is complete as a share of the target of the period: green from on_track, red below off_track, else amber; off_track above on_track: 22023, infinity: 22003. CAMMS';

CREATE FUNCTION plan_infor_score(actual plan_number, target plan_number, direction plan_direction)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_infor_score(plan_number, plan_number, plan_direction) IS
'100 (1 + d (actual - target) / |target|), |target| being 1 for a target of 0: 100 is on target, 200 one whole target beyond, not clamped; infinity: 22003. Infor CPM 10.4; direction is higher or lower, another: 22023';

CREATE FUNCTION plan_stratec_score(actual plan_number, target plan_number, direction plan_direction)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_stratec_score(plan_number, plan_number, plan_direction) IS
'higher: 100 actual / target; lower: 200 - that for a positive target, else that; within: of both the one that falls away from the target on the side of the actual; for a target of 0: 100 if met, else 0; infinity: 22003. Stratec Gestao Estrategica 2.0; direction is higher, lower or within, another: 22023';

