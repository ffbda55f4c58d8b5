-- mean: power means with weights and a minimum of coverage
--
-- Means of the same arguments share one state, and PostgreSQL builds it once for all of them.

CREATE FUNCTION plan_mean_add(internal, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_mean_add(internal, float8) IS
'transition: adds a value, and counts one that is missing';

CREATE FUNCTION plan_mean_add(internal, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_mean_add_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_mean_add(internal, float8, float8) IS
'transition: adds a value with its weight, and counts one that is missing';

CREATE FUNCTION plan_mean_add(internal, float8, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'plan_mean_add_weighted' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_mean_add(internal, float8, float8, float8) IS
'transition: the same, with a minimum of coverage';

CREATE FUNCTION plan_power_mean_add(internal, float8, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_power_mean_add(internal, float8, float8, float8) IS
'transition: adds a value with its weight, for a power';

CREATE FUNCTION plan_power_mean_add(internal, float8, float8, float8, float8)
	RETURNS internal
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_power_mean_add(internal, float8, float8, float8, float8) IS
'transition: the same, with a minimum of coverage';

CREATE FUNCTION plan_arithmetic_mean_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_arithmetic_mean_final(internal) IS
'final function of plan_arithmetic_mean';

CREATE FUNCTION plan_geometric_mean_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_geometric_mean_final(internal) IS
'final function of plan_geometric_mean';

CREATE FUNCTION plan_harmonic_mean_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_harmonic_mean_final(internal) IS
'final function of plan_harmonic_mean';

CREATE FUNCTION plan_power_mean_final(internal)
	RETURNS float8
	AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION plan_power_mean_final(internal) IS
'final function of plan_power_mean';

CREATE AGGREGATE plan_arithmetic_mean(value float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 256, FINALFUNC = plan_arithmetic_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(float8) IS
'arithmetic mean: sum x / n. NULL values are left out, and the mean is that of the others; NULL when there are none. 22003 for NaN and infinity. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_arithmetic_mean(value float8, weight float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_arithmetic_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(float8, float8) IS
'weighted arithmetic mean: sum w x / sum w; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. 22003 for NaN and infinity, 22023 for a negative or NaN weight. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_arithmetic_mean(value float8, weight float8, min_coverage float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_arithmetic_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_arithmetic_mean(float8, float8, float8) IS
'weighted arithmetic mean with a minimum of coverage: sum w x / sum w; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN and infinity, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_geometric_mean(value float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 256, FINALFUNC = plan_geometric_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(float8) IS
'geometric mean: exp(sum ln x / n). NULL values are left out, and the mean is that of the others; NULL when there are none. 22003 for NaN and infinity; 2201E when a value is not above 0: normalize to 1 to 100, not to 0 to 100. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_geometric_mean(value float8, weight float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_geometric_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(float8, float8) IS
'weighted geometric mean: exp(sum w ln x / sum w); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. 22003 for NaN and infinity, 22023 for a negative or NaN weight; 2201E when a value is not above 0: normalize to 1 to 100, not to 0 to 100. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_geometric_mean(value float8, weight float8, min_coverage float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_geometric_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_geometric_mean(float8, float8, float8) IS
'weighted geometric mean with a minimum of coverage: exp(sum w ln x / sum w); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN and infinity, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows; 2201E when a value is not above 0: normalize to 1 to 100, not to 0 to 100. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_harmonic_mean(value float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 256, FINALFUNC = plan_harmonic_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(float8) IS
'harmonic mean: n / sum (1/x). NULL values are left out, and the mean is that of the others; NULL when there are none. 22003 for NaN and infinity; 2201F when a value is not above 0. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_harmonic_mean(value float8, weight float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_harmonic_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(float8, float8) IS
'weighted harmonic mean: sum w / sum (w/x); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. 22003 for NaN and infinity, 22023 for a negative or NaN weight; 2201F when a value is not above 0. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_harmonic_mean(value float8, weight float8, min_coverage float8) (
	SFUNC = plan_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_harmonic_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_harmonic_mean(float8, float8, float8) IS
'weighted harmonic mean with a minimum of coverage: sum w / sum (w/x); weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN and infinity, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows; 2201F when a value is not above 0. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_power_mean(value float8, weight float8, power float8) (
	SFUNC = plan_power_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_power_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_power_mean(float8, float8, float8) IS
'weighted power mean: (sum w x^p / sum w)^(1/p); p = 1 is the arithmetic, 0 the geometric, -1 the harmonic mean, -infinity the least and infinity the greatest value; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; rows with a NULL power are not there; NULL when there are none. 22003 for NaN and infinity, 22023 for a negative or NaN weight, and for a NaN power or one that is not the same in all rows; 2201F when a value is below 0, or is 0 for a power below 0 (but for power 1 and infinite ones), 2201E when it is not above 0 for power 0. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';

CREATE AGGREGATE plan_power_mean(value float8, weight float8, power float8, min_coverage float8) (
	SFUNC = plan_power_mean_add, STYPE = internal, SSPACE = 512, FINALFUNC = plan_power_mean_final,
	COMBINEFUNC = plan_sample_combine, SERIALFUNC = plan_sample_serialize, DESERIALFUNC = plan_sample_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE plan_power_mean(float8, float8, float8, float8) IS
'weighted power mean with a minimum of coverage: (sum w x^p / sum w)^(1/p); p = 1 is the arithmetic, 0 the geometric, -1 the harmonic mean, -infinity the least and infinity the greatest value; weights are at least 0, and NULL or 0 weighs nothing. NULL values are left out, and the weights of the others count as if they were all; rows with a NULL power are not there; NULL when there are none. NULL also when fewer than min_coverage of the rows, counted without weights, have a value (equal is enough); min_coverage is between 0 and 1, NULL being none. 22003 for NaN and infinity, 22023 for a negative or NaN weight and for a min_coverage out of range or not the same in all rows, and for a NaN power or one that is not the same in all rows; 2201F when a value is below 0, or is 0 for a power below 0 (but for power 1 and infinite ones), 2201E when it is not above 0 for power 0. Keeps all values, beyond 1 GB if need be (54000 for more than 2147483647); any order of the rows and any parallel plan give the same to the last bit';
