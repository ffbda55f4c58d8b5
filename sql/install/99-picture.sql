-- picture: pictures of one figure or a few

CREATE FUNCTION plan_bar(share plan_number, width integer DEFAULT 10)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bar(plan_number, integer) IS
'a bar of so many characters that is full at 1, and the share in percent; NULL for NULL';

CREATE FUNCTION plan_spark("values" double precision[], low plan_number DEFAULT NULL, high plan_number DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_spark(double precision[], plan_number, plan_number) IS
'a column of eight heights for each value, from low to high or from the lowest to the highest; a space for NULL, NULL for NULL values';

CREATE FUNCTION plan_bullet_svg(actual plan_number, goal plan_goal, expected plan_number DEFAULT 1, cuts double precision[] DEFAULT NULL, adds_up boolean DEFAULT false,
	unit text DEFAULT NULL, title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 360, height integer DEFAULT 62)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_bullet_svg(plan_number, plan_goal, plan_number, double precision[], boolean, text, text, text, text, integer, integer) IS
'bullet graph of an actual beside its goal, as SVG; a NULL actual is drawn as no data, a NULL goal without verdict; adds_up: of a total, as plan_status';

CREATE FUNCTION plan_sparkline_svg("values" double precision[], goal plan_goal DEFAULT NULL, projected double precision[] DEFAULT NULL, lower double precision[] DEFAULT NULL, upper double precision[] DEFAULT NULL,
	unit text DEFAULT NULL, title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 160, height integer DEFAULT 36)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_sparkline_svg(double precision[], plan_goal, double precision[], double precision[], double precision[], text, text, text, text, integer, integer) IS
'line through values, as SVG, with what is projected behind them and the band of it; NULL values are gaps';

CREATE FUNCTION plan_burnup_svg(actual double precision[], goal plan_goal DEFAULT NULL, pace double precision[] DEFAULT NULL, labels text[] DEFAULT NULL, adds_up boolean DEFAULT false,
	unit text DEFAULT NULL, title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 420, height integer DEFAULT 220)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_burnup_svg(double precision[], plan_goal, double precision[], text[], boolean, text, text, text, text, integer, integer) IS
'line of figures to date against their pace and target, as SVG; without a pace it is even; NULL values are gaps; adds_up: of totals, as plan_status';

CREATE FUNCTION plan_slope_svg(entities text[], periods plan_period[], standings plan_standing[], highlight text DEFAULT NULL,
	title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT 360, height integer DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_slope_svg(text[], plan_period[], plan_standing[], text, text, text, text, integer, integer) IS
'line through the ranks of each entity by period, the best at the top, as SVG; NULL entities are one, a NULL standing is a gap';

CREATE FUNCTION plan_heatmap_svg(branches text[], periods plan_period[], statuses text[],
	title text DEFAULT NULL, description text DEFAULT NULL, language text DEFAULT 'vi', width integer DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_heatmap_svg(text[], plan_period[], text[], text, text, text, integer) IS
'statuses by branch, in the order in which they come first, and period, as SVG; of plan_status, undecided or not_started; a NULL status leaves its cell empty';
