-- Goals as people write them, and as they come back.
SELECT t AS written, t::plan_goal AS goal, plan_direction(t::plan_goal) AS direction,
	plan_target(t::plan_goal) AS target, plan_lower(t::plan_goal) AS lower,
	plan_upper(t::plan_goal) AS upper, plan_baseline(t::plan_goal) AS baseline
FROM (VALUES ('>= 95'), ('<= 10 from 44'), ('8..12'), ('>= 6.6..6.8'), ('= 63'),
	('= 63 from 64'), ('<=3..4'), ('>=95'), ('  >=   95.0  from -1e2 '), ('8 .. 12 from 5'),
	('8..8'), ('>= 5..5'), ('-12..-8'), ('>= -0'), ('.5..1.5'), ('>= 1e300'), ('= 0.1'),
	('>= 0.30000000000000004'), ('<= 123456789012345678'), ('>= 4.94e-322')) AS v (t);

-- Made of columns: target, direction, baseline; direction by name, in any letter case, or by sign.
SELECT plan_goal(95, 'higher'), plan_goal(10, 'lower', 44), plan_goal(63, 'Within'), plan_goal(95, 1), plan_goal(10, -1, 44),
	plan_goal(95, 'higher', NULL) AS no_baseline;
-- Two bounds: met from one and exceeded beyond the other, or met between them.
SELECT plan_goal_range(6.6, 6.8, 'higher'), plan_goal_range(3, 4, -1, 9), plan_goal_range(5, 5, 'lower'), plan_goal_range(8, 12, 'within'), plan_goal_range(8, 12, 0, 5), plan_goal_range(-1, -1, 'within');
SELECT plan_goal(NULL, 'higher', 1), plan_goal(1, NULL::text, 1), plan_goal(1, NULL::bigint), plan_goal_range(1, NULL, 'higher'), plan_goal_range(NULL, 1, 'within', 1), plan_goal_range(1, 2, NULL::text);
SELECT plan_goal(target, direction, baseline), plan_goal_range(target, target + 1, direction, baseline)
FROM (VALUES (8.5::numeric, 2::int, 1::smallint), (7, NULL, -1)) AS v (target, baseline, direction);
-- One name with one number of arguments has one meaning: untyped NULLs and parameters resolve.
SELECT plan_goal(NULL, NULL), plan_goal(NULL, NULL, NULL), plan_goal_range(NULL, NULL, NULL), plan_goal_range(NULL, NULL, NULL, NULL);
PREPARE goals AS SELECT plan_goal($1, $3), plan_goal($1, $3, $4), plan_goal_range($1, $2, $3), plan_goal_range($1, $2, $3, $4);
EXECUTE goals(8, 12, 'lower', 5);
EXECUTE goals('8', '12', '+1', NULL);
DEALLOCATE goals;
-- Nothing that was meant as a band becomes another goal.
SELECT plan_goal(8, 12, 'within');
\set VERBOSITY terse
SELECT plan_goal(8::float8, 12::float8, 'within'::text);
\set VERBOSITY default
SELECT plan_goal(8, 12, 10);
\set VERBOSITY terse
SELECT plan_goal_range(8, 12);
\set VERBOSITY default
SELECT plan_goal_range(12, 8, 'within');
SELECT plan_goal_range(8, 5, 'higher');

-- A text column can be stored as it is.
CREATE TABLE goals (goal plan_goal);
INSERT INTO goals SELECT t FROM (VALUES ('>= 95'::text), ('<= 10')) AS v (t);
INSERT INTO goals VALUES ('8..12');
SELECT * FROM goals ORDER BY goal;
DROP TABLE goals;

-- What cannot be read says why.
DO $$
DECLARE
	t text;
	hint text;
BEGIN
	FOREACH t IN ARRAY ARRAY['', ' ', '95', '> 95', '< 10', '>=', '>= x', '8..', '..12', '8..5', '>= 8..5',
		'8...12', '8..12..14', '= 8..12', '>= 95 from', '>= 95 from x', '>= 95 from 1 from 2', '>= 95%',
		'>= 9 5', '>= NaN', '>= Infinity', '>= inf', '>= 1e999', '-1e999..5', '>= 1e-999', '>= 5 from 1e400',
		'>= 0x10', '=> 95', '>= 95 FROM 1', 'at least 95', repeat('9', 2000), '>= ' || repeat('0', 1000) || '7']
	LOOP
		BEGIN
			RAISE NOTICE '% is %', left(t, 20), t::plan_goal;
		EXCEPTION WHEN OTHERS THEN
			GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
			RAISE NOTICE '% %: %', SQLSTATE, left(SQLERRM, 100), hint;
		END;
	END LOOP;
END
$$;
SELECT plan_goal('NaN', 'higher');
SELECT plan_goal('Infinity', 'higher');
SELECT plan_goal(5, 'higher', '-Infinity');
SELECT plan_goal(5, 'up');
SELECT plan_goal(5, '');
SELECT plan_goal(5, 'higher ');
SELECT plan_goal(5, repeat('x', 200));
SELECT plan_goal(5, 'caơ');
SELECT plan_goal(5, 0);
SELECT plan_goal(5, 2);

-- Order: direction, bounds, baseline.  Equality and hash go by meaning, not spelling.
SELECT g FROM (VALUES ('8..12'::plan_goal), ('>= 95'), ('<= 10 from 44'), ('<= 10'), ('>= 9.5e1 from 0'),
	('>= 6.6..6.8'), ('>= 6.6')) AS v (g) ORDER BY g;
SELECT g, count(*) FROM (VALUES ('>= 95'::plan_goal), ('>=95.00'), ('>= 9.5e1'), ('>= -0'), ('>= 0'), ('>= 0 from 0')) AS v (g)
GROUP BY g ORDER BY g;
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt
FROM (VALUES ('>= 1'::plan_goal, '>= 2'::plan_goal)) AS v (a, b);
