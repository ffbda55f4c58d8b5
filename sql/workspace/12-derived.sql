-- What follows from the texts of a row: days of periods, and that goals can be read.  These columns and
-- constraints go when the extension is dropped, and come back when the workspace is created again.  What was reached is
-- known when its period has begun, not before: that of the rest of the period is an estimate.  Targets are stated before.

ALTER TABLE workspace.target
	ADD COLUMN IF NOT EXISTS first_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_first_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period begins in 1800 or later" CHECK (first_day >= '1800-01-01'),
	ADD COLUMN IF NOT EXISTS last_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period ends before 2200" CHECK (last_day < '2200-01-01'),
	ADD COLUMN IF NOT EXISTS period_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (tnplan.plan_parse_period(period)::text) STORED,
	ADD COLUMN IF NOT EXISTS year int NOT NULL GENERATED ALWAYS AS (EXTRACT(year FROM tnplan.plan_last_day(tnplan.plan_parse_period(period)))) STORED,
	ADD COLUMN IF NOT EXISTS target float8 GENERATED ALWAYS AS (tnplan.plan_target(goal::tnplan.plan_goal)) STORED CONSTRAINT "numbers of goal are 0 or between 1e-30 and 1e30, unsigned" CHECK ((tnplan.plan_lower(goal::tnplan.plan_goal) = 0 OR abs(tnplan.plan_lower(goal::tnplan.plan_goal)) > 1e-30 AND abs(tnplan.plan_lower(goal::tnplan.plan_goal)) < 1e30) AND (tnplan.plan_upper(goal::tnplan.plan_goal) = 0 OR abs(tnplan.plan_upper(goal::tnplan.plan_goal)) > 1e-30 AND abs(tnplan.plan_upper(goal::tnplan.plan_goal)) < 1e30) AND (tnplan.plan_baseline(goal::tnplan.plan_goal) = 0 OR abs(tnplan.plan_baseline(goal::tnplan.plan_goal)) > 1e-30 AND abs(tnplan.plan_baseline(goal::tnplan.plan_goal)) < 1e30)),
	ADD COLUMN IF NOT EXISTS goal_direction text GENERATED ALWAYS AS (tnplan.plan_direction(goal::tnplan.plan_goal)) STORED

CREATE UNIQUE INDEX IF NOT EXISTS target_of_period ON workspace.target (year, indicator, place, basis, first_day, last_day, known_on DESC)

CREATE INDEX IF NOT EXISTS target_of_period_name ON workspace.target (period_name)

CREATE INDEX IF NOT EXISTS target_of_indicator ON workspace.target (indicator, place, first_day, last_day)

CREATE INDEX IF NOT EXISTS target_of_first_date_key ON workspace.target (((date_part('year', first_day) * 10000 + date_part('month', first_day) * 100 + date_part('day', first_day))::int))

CREATE INDEX IF NOT EXISTS target_of_last_date_key ON workspace.target (((date_part('year', last_day) * 10000 + date_part('month', last_day) * 100 + date_part('day', last_day))::int))

ALTER TABLE workspace.actual
	ADD COLUMN IF NOT EXISTS first_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_first_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period begins in 1800 or later" CHECK (first_day >= '1800-01-01') CONSTRAINT "a figure is known from the first day of its period on" CHECK (known_on >= first_day OR NOT isfinite(known_on)),
	ADD COLUMN IF NOT EXISTS last_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period ends before 2200" CHECK (last_day < '2200-01-01'),
	ADD COLUMN IF NOT EXISTS period_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (tnplan.plan_parse_period(period)::text) STORED,
	ADD COLUMN IF NOT EXISTS year int NOT NULL GENERATED ALWAYS AS (EXTRACT(year FROM tnplan.plan_last_day(tnplan.plan_parse_period(period)))) STORED

CREATE UNIQUE INDEX IF NOT EXISTS actual_of_period ON workspace.actual (year, indicator, place, first_day, last_day, known_on DESC)

CREATE INDEX IF NOT EXISTS actual_of_period_name ON workspace.actual (period_name)

CREATE INDEX IF NOT EXISTS actual_of_indicator ON workspace.actual (indicator, place, first_day, last_day)

CREATE INDEX IF NOT EXISTS actual_of_first_date_key ON workspace.actual (((date_part('year', first_day) * 10000 + date_part('month', first_day) * 100 + date_part('day', first_day))::int))

CREATE INDEX IF NOT EXISTS actual_of_last_date_key ON workspace.actual (((date_part('year', last_day) * 10000 + date_part('month', last_day) * 100 + date_part('day', last_day))::int))

ALTER TABLE workspace.official_verdict
	ADD COLUMN IF NOT EXISTS first_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_first_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period begins in 1800 or later" CHECK (first_day >= '1800-01-01') CONSTRAINT "a verdict is known from the first day of its period on" CHECK (known_on >= first_day OR NOT isfinite(known_on)),
	ADD COLUMN IF NOT EXISTS last_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period ends before 2200" CHECK (last_day < '2200-01-01'),
	ADD COLUMN IF NOT EXISTS target_first_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_first_day(tnplan.plan_parse_period(target_period))) STORED CONSTRAINT "target_period begins in 1800 or later" CHECK (target_first_day >= '1800-01-01'),
	ADD COLUMN IF NOT EXISTS target_last_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(target_period))) STORED CONSTRAINT "target_period ends before 2200" CHECK (target_last_day < '2200-01-01')

CREATE UNIQUE INDEX IF NOT EXISTS official_verdict_of_period ON workspace.official_verdict (indicator, place, basis, target_first_day, target_last_day, first_day, last_day, known_on)

ALTER TABLE workspace.standing
	ADD COLUMN IF NOT EXISTS first_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_first_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period begins in 1800 or later" CHECK (first_day >= '1800-01-01') CONSTRAINT "a standing is known from the first day of its period on" CHECK (known_on >= first_day OR NOT isfinite(known_on)),
	ADD COLUMN IF NOT EXISTS last_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period ends before 2200" CHECK (last_day < '2200-01-01')

CREATE UNIQUE INDEX IF NOT EXISTS standing_of_period ON workspace.standing (ranking, place, first_day, last_day, known_on)

ALTER TABLE workspace.milestone
	ADD COLUMN IF NOT EXISTS due_on date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(due))) STORED CONSTRAINT "due is between 1900 and 2199" CHECK (due_on BETWEEN '1900-01-01' AND '2199-12-31'),
	ADD COLUMN IF NOT EXISTS reached_on date GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(reached))) STORED CONSTRAINT "reached is between 1900 and 2199" CHECK (reached_on BETWEEN '1900-01-01' AND '2199-12-31')

ALTER TABLE workspace.document_count
	ADD COLUMN IF NOT EXISTS first_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_first_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period begins in 1800 or later" CHECK (first_day >= '1800-01-01') CONSTRAINT "a count is known from the first day of its period on" CHECK (known_on >= first_day OR NOT isfinite(known_on)),
	ADD COLUMN IF NOT EXISTS last_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(period))) STORED CONSTRAINT "period ends before 2200" CHECK (last_day < '2200-01-01')

ALTER TABLE workspace.setting
	ADD COLUMN IF NOT EXISTS first_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_first_day(tnplan.plan_parse_period(term, calendar::tnplan.plan_calendar))) STORED CONSTRAINT "term begins in 1800 or later" CHECK (first_day >= '1800-01-01'),
	ADD COLUMN IF NOT EXISTS last_day date NOT NULL GENERATED ALWAYS AS (tnplan.plan_last_day(tnplan.plan_parse_period(term, calendar::tnplan.plan_calendar))) STORED CONSTRAINT "term ends before 2200" CHECK (last_day < '2200-01-01'),
	ADD COLUMN IF NOT EXISTS has_fiscal_years boolean GENERATED ALWAYS AS (tnplan.plan_period_name(tnplan.plan_period_of('2000-07-01', 'year', calendar::tnplan.plan_calendar), calendar::tnplan.plan_calendar) <> '2000') STORED

ALTER TABLE workspace.setting
	DROP CONSTRAINT IF EXISTS "calendar is read by plan_calendar",
	ADD CONSTRAINT "calendar is read by plan_calendar" CHECK (calendar::tnplan.plan_calendar IS NOT NULL)

ALTER TABLE workspace.node
	DROP CONSTRAINT IF EXISTS "period is read by plan_parse_period",
	ADD CONSTRAINT "period is read by plan_parse_period" CHECK (period IS NULL OR tnplan.plan_parse_period(period) IS NOT NULL)
