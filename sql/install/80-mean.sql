-- mean: power means with weights and a minimum of coverage

-- @moments plan_arithmetic_mean(value): arithmetic mean of the values; NULLs are skipped, NULL if there are no values

-- @moments plan_arithmetic_mean(value, weight): weighted arithmetic mean; NULL values and weights are skipped, NULL if there are no values

-- @moments plan_arithmetic_mean(value, weight, min_coverage): weighted arithmetic mean; NULL if less than the share min_coverage of the rows has a value

-- @moments plan_geometric_mean(value): geometric mean of values above 0; NULLs are skipped, NULL if there are no values

-- @moments plan_geometric_mean(value, weight): weighted geometric mean of values above 0; NULL values and weights are skipped, NULL if there are no values

-- @moments plan_geometric_mean(value, weight, min_coverage): weighted geometric mean of values above 0; NULL if less than the share min_coverage of the rows has a value

-- @moments plan_harmonic_mean(value): harmonic mean of values above 0; NULLs are skipped, NULL if there are no values

-- @moments plan_harmonic_mean(value, weight): weighted harmonic mean of values above 0; NULL values and weights are skipped, NULL if there are no values

-- @moments plan_harmonic_mean(value, weight, min_coverage): weighted harmonic mean of values above 0; NULL if less than the share min_coverage of the rows has a value

-- @moments plan_power_mean(value, power): power mean: 1 arithmetic, 0 geometric, -1 harmonic, infinity the maximum; NULLs are skipped, NULL if there are no values

-- @moments plan_power_mean(value, power, weight): weighted power mean; NULL values, powers and weights are skipped, NULL if there are no values

-- @moments plan_power_mean(value, power, weight, min_coverage): weighted power mean; NULL if less than the share min_coverage of the rows has a value
