-- kpi: key performance indicators as cubes and scorecard products judge them

CREATE FUNCTION plan_kpi_status(actual plan_number, goal plan_goal, good plan_number DEFAULT 0.95, acceptable plan_number DEFAULT 0.85)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_status(plan_number, plan_goal, plan_number, plan_number) IS
'status of a KPI as a share of its target: 1 from good, 0 from acceptable, else -1; mirrored if lower is better; NULL for NULL';

CREATE FUNCTION plan_kpi_band_status(actual plan_number, worst_low plan_number, best_low plan_number, best_high plan_number, worst_high plan_number)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_band_status(plan_number, plan_number, plan_number, plan_number, plan_number) IS
'status of a KPI with its best in the middle: 1 between the best thresholds, 0 between the worst, else -1; NULL for NULL';

CREATE FUNCTION plan_kpi_trend(current plan_number, earlier plan_number, direction plan_direction, rise plan_number DEFAULT 0.02, fall plan_number DEFAULT NULL)
	RETURNS integer
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_trend(plan_number, plan_number, plan_direction, plan_number, plan_number) IS
'trend of a KPI since an earlier period: 1 for growth above rise in the wanted direction, else -1; with fall, such as -0.02, 0 down to it; NULL from 0';

CREATE FUNCTION plan_kpi_rag(performance plan_number, on_track plan_number, off_track plan_number)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_kpi_rag(plan_number, plan_number, plan_number) IS
'traffic light of a completed share of the period''s target: green from on_track, red below off_track, else amber; NULL for NULL';

CREATE FUNCTION plan_infor_score(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_infor_score(plan_number, plan_goal) IS
'100 on target, 200 one whole target beyond, without limits; NULL for NULL';

CREATE FUNCTION plan_stratec_score(actual plan_number, goal plan_goal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_stratec_score(plan_number, plan_goal) IS
'actual in percent of the target, mirrored if lower is better; for within it decreases on both sides of the target; NULL for NULL';
