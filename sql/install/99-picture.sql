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
