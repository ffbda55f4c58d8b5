-- Figures across places, beside those of the year before, and in other currencies.
-- What is added up is added exactly, in any order, and rounded once, as the verdicts do (src/core/answer.c): in units of 2^-64 or,
-- where all of it is below 2^-12, in units of 2^-152.

-- A place has its own figure or, without one, what the nearest figures below it make by the rule of the indicator.
-- A figure counts for the places above it up to the next that has one of its own and was there on one of its days, and for none where its
-- place was not there itself.  The days of a period that are due are all of them; of a stock the last, of a first value the first.  The lowest places tell what is missing: those that, on one of
-- these days, were there and had nothing below them that was.  Of two figures that count together neither is below the other while both were there.
-- Figures of an indicator and a period are read once, and are an array from there on.  Those whose place has a parent with a
-- figure count for none, so that a full plan costs little.  What is above and below a place is one row of arrays as well: the
-- planner knows nothing of the rows of a recursive query, and joins of these with each other multiplied what it expected.

CREATE OR REPLACE VIEW workspace.place_figure WITH (security_invoker = true) AS
WITH life AS NOT MATERIALIZED (
	SELECT code, coalesce(valid_from, '-infinity') AS from_day, coalesce(valid_until, 'infinity') AS until_day, daterange(valid_from, valid_until, '[]') AS days FROM workspace.place
), above AS MATERIALIZED (
	SELECT a.place, u.ancestor, u.steps, p.from_day, p.until_day, p.days, CASE WHEN p.days && q.days THEN greatest(p.from_day, q.from_day) ELSE 'infinity' END AS both_from, CASE WHEN p.days && q.days THEN least(p.until_day, q.until_day) ELSE '-infinity' END AS both_until
	FROM (SELECT place, array_agg(ancestor) AS ancestors, array_agg(steps) AS steps FROM workspace.place_above GROUP BY place) AS a
	CROSS JOIN LATERAL unnest(a.ancestors, a.steps) AS u (ancestor, steps)
	JOIN life AS p ON p.code = a.place JOIN life AS q ON q.code = u.ancestor
), chain AS MATERIALIZED (
	SELECT place, array_agg(ancestor ORDER BY steps) AS ancestors, array_agg(both_from ORDER BY steps) AS both_from, array_agg(both_until ORDER BY steps) AS both_until
	FROM above WHERE steps > 0 GROUP BY place
), below AS MATERIALIZED (
	SELECT ancestor AS place, range_agg(days) AS days FROM above WHERE steps > 0 GROUP BY ancestor
), lowest AS MATERIALIZED (
	SELECT a.ancestor AS place, array_agg(a.steps > 0) AS is_below, array_agg(a.from_day) AS from_days, array_agg(a.until_day) AS until_days, array_agg(a.both_from) AS both_from, array_agg(a.both_until) AS both_until,
		array_agg(coalesce(lower(d.days), '-infinity')) AS lowest_from, array_agg(coalesce(upper(d.days) - 1, 'infinity')) AS lowest_until, array_agg(CASE WHEN d.days <> datemultirange(range_merge(d.days)) THEN d.days END) AS lowest_days
	FROM above AS a
	JOIN (SELECT l.code, datemultirange(l.days) - coalesce(b.days, '{}') AS days FROM life AS l LEFT JOIN below AS b ON b.place = l.code) AS d ON d.code = a.place AND NOT isempty(d.days)
	GROUP BY a.ancestor
)
SELECT i.node, f.indicator, i.name AS indicator_name, v.place, p.name AS place_name, f.period, f.year, f.first_day, f.last_day, i.unit, i.across, v.value, v.bound, v.is_own, v.figures, v.places, v.places_covered, v.known_on
FROM (
	SELECT a.year, a.indicator, a.period, a.first_day, a.last_day, array_agg(a.place) AS places, array_agg(a.value) AS figures, array_agg(a.bound) AS bounds, array_agg(a.known_on) AS known_on,
		array_agg(a.place) FILTER (WHERE p.is_there) AS there, array_agg(a.value) FILTER (WHERE p.is_there) AS there_figures, array_agg(a.bound) FILTER (WHERE p.is_there) AS there_bounds, array_agg(a.known_on) FILTER (WHERE p.is_there) AS there_known_on
	FROM workspace.known_actual AS a
	JOIN workspace.indicator AS i ON i.code = a.indicator
	JOIN life AS l ON l.code = a.place
	CROSS JOIN LATERAL (SELECT i.kind NOT IN ('stock', 'first') OR CASE WHEN i.kind = 'first' THEN a.first_day ELSE a.last_day END BETWEEN l.from_day AND l.until_day AS is_there) AS p
	WHERE a.value IS NOT NULL
	GROUP BY a.year, a.indicator, a.period, a.first_day, a.last_day
) AS f
JOIN workspace.indicator AS i ON i.code = f.indicator
CROSS JOIN LATERAL (SELECT CASE WHEN i.kind = 'stock' THEN f.last_day ELSE f.first_day END AS from_day, CASE WHEN i.kind = 'first' THEN f.first_day ELSE f.last_day END AS until_day) AS w
CROSS JOIN LATERAL (
	SELECT o.place, o.value, o.bound, true AS is_own, 1 AS figures, NULL::int AS places, NULL::int AS places_covered, o.known_on
	FROM unnest(f.places, f.figures, f.bounds, f.known_on) AS o (place, value, bound, known_on)
	UNION ALL
	SELECT b.place,
		CASE WHEN i.across = 'max' THEN b.highest WHEN i.across = 'min' THEN b.lowest WHEN greatest(b.highest, -b.lowest) < 2::float8 ^ -12 THEN tnplan.plan_value(b.small) / 2::float8 ^ 88 ELSE tnplan.plan_value(b.together) END,
		CASE WHEN b.goes_up AND b.goes_down OR i.across = 'sum' AND b.covered < c.places AND (b.lowest < 0 OR b.goes_down) THEN NULL
			WHEN i.across = 'mean' THEN CASE WHEN b.covered < c.places THEN CASE WHEN NOT (b.goes_up OR b.goes_down) THEN '~' END WHEN b.goes_up THEN '>=' WHEN b.goes_down THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END
			WHEN i.across = 'min' THEN CASE WHEN b.goes_up THEN NULL WHEN b.goes_down OR b.covered < c.places THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END
			WHEN i.across = 'max' AND b.goes_down THEN NULL
			WHEN b.goes_up OR b.covered < c.places THEN '>=' WHEN b.goes_down THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END,
		false, b.figures::int, c.places, b.covered, b.known_on
	FROM (
		SELECT g.ancestor AS place, count(*) AS figures, min(g.value) AS lowest, max(g.value) AS highest,
			tnplan.plan_period_value_agg(i.across, f.last_day, g.value) FILTER (WHERE i.across IN ('sum', 'mean')) AS together,
			tnplan.plan_period_value_agg(i.across, f.last_day, g.value * 2::float8 ^ 88) FILTER (WHERE i.across IN ('sum', 'mean') AND abs(g.value) < 2::float8 ^ -12) AS small,
			bool_or(g.bound IN ('>', '>=')) AS goes_up, bool_or(g.bound IN ('<', '<=')) AS goes_down, bool_or(g.bound = '~') AS is_about,
			max(g.known_on) AS known_on, sum(g.covered)::int AS covered
		FROM (
			SELECT o.value, o.bound, o.known_on, o.covered, a.ancestor, bool_or(n.place IS NOT NULL) OVER (PARTITION BY o.number ORDER BY a.steps) AS is_beyond
			FROM (
				SELECT r.*, (
					SELECT count(*) FROM unnest(k.from_days, k.until_days, k.both_from, k.both_until, k.lowest_from, k.lowest_until, k.lowest_days) AS l (from_day, until_day, both_from, both_until, lowest_from, lowest_until, lowest_days)
					WHERE l.lowest_from <= w.until_day AND l.lowest_until >= w.from_day AND (l.lowest_days IS NULL OR l.lowest_days && daterange(w.from_day, w.until_day, '[]'))
						AND greatest(l.from_day, w.from_day) >= l.both_from AND least(l.until_day, w.until_day) <= l.both_until
				) AS covered
				FROM (
					SELECT u.*, h.* FROM unnest(f.there, f.there_figures, f.there_bounds, f.there_known_on) WITH ORDINALITY AS u (at, value, bound, known_on, number)
					JOIN chain AS h ON h.place = u.at
					WHERE NOT EXISTS (
						SELECT FROM unnest(f.there) AS n (place)
						WHERE n.place = h.ancestors[1] AND h.both_from[1] <= w.until_day AND h.both_until[1] >= w.from_day
					)
					OFFSET 0
				) AS r
				LEFT JOIN lowest AS k ON k.place = r.at
				OFFSET 0
			) AS o
			CROSS JOIN LATERAL unnest(o.ancestors, o.both_from, o.both_until) WITH ORDINALITY AS a (ancestor, both_from, both_until, steps)
			LEFT JOIN LATERAL unnest(f.there) AS n (place) ON n.place = a.ancestor AND a.both_from <= w.until_day AND a.both_until >= w.from_day
		) AS g
		WHERE NOT g.is_beyond AND NOT EXISTS (SELECT FROM unnest(f.places) AS n (place) WHERE n.place = g.ancestor)
		GROUP BY g.ancestor
	) AS b
	JOIN lowest AS k ON k.place = b.place
	CROSS JOIN LATERAL (
		SELECT count(*)::int AS places FROM unnest(k.is_below, k.lowest_from, k.lowest_until, k.lowest_days) AS l (is_below, lowest_from, lowest_until, lowest_days)
		WHERE l.is_below AND l.lowest_from <= w.until_day AND l.lowest_until >= w.from_day AND (l.lowest_days IS NULL OR l.lowest_days && daterange(w.from_day, w.until_day, '[]'))
		OFFSET 0
	) AS c
	WHERE i.across <> 'none'
) AS v
JOIN workspace.place AS p ON p.code = v.place

-- Figures of the places of today: those of all places that have become one, by the rule of the indicator.  A figure goes the way of its
-- place from the first day that is due, and counts where its place was there on one of these days.  A place that was divided gives each part
-- its share of a sum, about; where others are missing besides, nothing is known of it.

CREATE OR REPLACE VIEW workspace.figure_today WITH (security_invoker = true) AS
WITH today AS MATERIALIZED (
	SELECT b.place, b.today, b.share, coalesce(b.valid_from, '-infinity') AS from_day, coalesce(b.valid_until, 'infinity') AS until_day,
		coalesce(p.valid_from, '-infinity') AS there_from, coalesce(p.valid_until, 'infinity') AS there_until
	FROM workspace.place_became AS b JOIN workspace.place AS p ON p.code = b.place
), part AS MATERIALIZED (
	SELECT today, array_agg(from_day) AS from_days, array_agg(until_day) AS until_days, array_agg(there_from) AS there_from, array_agg(there_until) AS there_until, count(*) AS rows
	FROM today GROUP BY today
), figure AS (
	SELECT a.year, a.indicator, t.today AS place, a.period, a.first_day, a.last_day, count(*)::int AS figures, min(a.value) AS lowest, max(a.value) AS highest, bool_and(abs(a.value * t.share) < 2::float8 ^ -12) AS is_small,
		tnplan.plan_period_value_agg(i.across, a.last_day, a.value * t.share) FILTER (WHERE i.across IN ('sum', 'mean')) AS together,
		tnplan.plan_period_value_agg(i.across, a.last_day, a.value * t.share * 2::float8 ^ 88) FILTER (WHERE i.across IN ('sum', 'mean') AND abs(a.value * t.share) < 2::float8 ^ -12) AS small,
		bool_and(t.share = 1) AS is_whole, bool_or(a.bound IN ('>', '>=')) AS goes_up, bool_or(a.bound IN ('<', '<=')) AS goes_down, bool_or(a.bound = '~') AS is_about, min(a.bound) AS bound, max(a.known_on) AS known_on
	FROM workspace.known_actual AS a
	JOIN workspace.indicator AS i ON i.code = a.indicator
	JOIN today AS t ON t.place = a.place AND t.from_day <= CASE WHEN i.kind = 'stock' THEN a.last_day ELSE a.first_day END AND t.until_day >= CASE WHEN i.kind = 'stock' THEN a.last_day ELSE a.first_day END
		AND t.there_from <= CASE WHEN i.kind = 'first' THEN a.first_day ELSE a.last_day END AND t.there_until >= CASE WHEN i.kind = 'stock' THEN a.last_day ELSE a.first_day END
	WHERE a.value IS NOT NULL
	GROUP BY a.year, a.indicator, t.today, a.period, a.first_day, a.last_day
)
SELECT i.node, f.indicator, i.name AS indicator_name, f.place, p.name AS place_name, f.period, f.year, f.first_day, f.last_day, i.unit, i.across,
	CASE WHEN d.places = 1 AND f.figures = 1 AND f.is_whole THEN f.highest WHEN i.across <> 'sum' AND NOT f.is_whole THEN NULL WHEN i.across = 'max' THEN f.highest WHEN i.across = 'min' THEN f.lowest WHEN f.is_small THEN tnplan.plan_value(f.small) / 2::float8 ^ 88 ELSE tnplan.plan_value(f.together) END AS value,
	CASE WHEN d.places = 1 AND f.figures = 1 AND f.is_whole THEN f.bound WHEN i.across = 'none' OR i.across = 'sum' AND NOT f.is_whole AND f.figures < d.places THEN NULL
		WHEN NOT f.is_whole AND i.across <> 'sum' THEN NULL
		WHEN NOT f.is_whole OR i.across = 'mean' AND f.figures < d.places THEN CASE WHEN NOT (f.goes_up OR f.goes_down) THEN '~' END
		WHEN f.goes_up AND f.goes_down OR i.across = 'sum' AND f.figures < d.places AND (f.lowest < 0 OR f.goes_down) OR i.across = 'max' AND f.goes_down OR i.across = 'min' AND f.goes_up THEN NULL
		WHEN f.goes_up OR i.across IN ('sum', 'max') AND f.figures < d.places THEN '>=' WHEN f.goes_down OR i.across = 'min' AND f.figures < d.places THEN '<='
		WHEN f.is_about OR i.across = 'mean' THEN '~' ELSE '=' END AS bound,
	f.figures, d.places, f.known_on
FROM figure AS f
JOIN workspace.indicator AS i ON i.code = f.indicator
JOIN workspace.place AS p ON p.code = f.place
JOIN part AS t ON t.today = f.place
CROSS JOIN LATERAL (
	SELECT CASE WHEN t.rows = 1 THEN 1 ELSE (
		SELECT count(*)::int FROM unnest(t.from_days, t.until_days, t.there_from, t.there_until) AS v (from_day, until_day, there_from, there_until)
		WHERE v.from_day <= CASE WHEN i.kind = 'stock' THEN f.last_day ELSE f.first_day END AND v.until_day >= CASE WHEN i.kind = 'stock' THEN f.last_day ELSE f.first_day END
			AND v.there_from <= CASE WHEN i.kind = 'first' THEN f.first_day ELSE f.last_day END AND v.there_until >= CASE WHEN i.kind = 'stock' THEN f.last_day ELSE f.first_day END
	) END AS places
	OFFSET 0
) AS d

-- Places are ranked among those of their kind that have a figure of the period; equal ones share a rank.  Who does not read all
-- of these knows no rank.

CREATE OR REPLACE VIEW workspace.place_rank WITH (security_invoker = true) AS
SELECT i.node, a.indicator, i.name AS indicator_name, a.place, p.name AS place_name, p.kind AS place_kind, a.period, a.year, a.first_day, a.last_day, i.unit, i.direction, a.value, a.bound,
	CASE WHEN (SELECT tnplan._plan_reads_all(tableoid) FROM workspace.setting) THEN rank() OVER (PARTITION BY a.year, a.indicator, a.period, p.kind ORDER BY CASE i.direction WHEN 'higher' THEN -a.value ELSE a.value END)::int END AS rank,
	CASE WHEN (SELECT tnplan._plan_reads_all(tableoid) FROM workspace.setting) THEN count(*) OVER (PARTITION BY a.year, a.indicator, a.period, p.kind)::int END AS total,
	a.known_on
FROM workspace.known_actual AS a
JOIN workspace.indicator AS i ON i.code = a.indicator AND i.direction <> 'within'
JOIN workspace.place AS p ON p.code = a.place
WHERE a.value IS NOT NULL

-- Both figures are decimals: plan_variance() subtracts them as such, and a share in percent has 15 digits.
-- A place is another one when it, or one below it, takes in or gives away something, but not by a change between two places that are both
-- below it, or one below the other.  The last such day counts behind the first that is due of the earlier period: that of its year where figures are
-- to date.  Places and their days are numbers in order in one array: a row takes no join, whatever the planner expects, and nothing is read
-- where nobody asks for the column.

CREATE OR REPLACE VIEW workspace.growth WITH (security_invoker = true) AS
WITH RECURSIVE side AS (
	SELECT c.place, c.became, c.changed_on, p.id, p.parent, 0 AS steps
	FROM workspace.place_change AS c CROSS JOIN LATERAL unnest(ARRAY[c.place, c.became]) AS u (code) JOIN workspace.place AS p ON p.code = u.code
	WHERE c.changed_on BETWEEN '1800-01-01' AND (SELECT tnplan.plan_known_on())
	UNION ALL
	SELECT s.place, s.became, s.changed_on, p.id, p.parent, s.steps + 1
	FROM side AS s JOIN workspace.place AS p ON p.code = s.parent WHERE s.steps < 100
), changed AS MATERIALIZED (
	SELECT array_agg(o.day ORDER BY o.day) AS days
	FROM (SELECT id * 1000000::bigint + (changed_on - '1800-01-01') AS day FROM side GROUP BY place, became, changed_on, id HAVING count(*) = 1) AS o
)
SELECT i.node, a.indicator, i.name AS indicator_name, a.place, p.name AS place_name, a.period, a.year, a.first_day, a.last_day, i.unit, a.value, a.bound,
	q.period AS previous_period, q.value AS previous_value, q.bound AS previous_bound, d.change,
	CASE WHEN sign(a.value) * sign(q.value) >= 0 THEN (100 * d.change / nullif(abs(q.value), 0))::numeric::float8 END AS change_percent,
	a.known_on,
	CASE WHEN (SELECT days IS NOT NULL FROM changed) THEN '1800-01-01'::date + (nullif(greatest((SELECT days FROM changed)[width_bucket(w.until_day, (SELECT days FROM changed))], w.from_day), w.from_day) - w.place)::int END AS place_changed_on
FROM workspace.known_actual AS a
JOIN workspace.indicator AS i ON i.code = a.indicator
JOIN workspace.place AS p ON p.code = a.place
CROSS JOIN LATERAL (SELECT tnplan.plan_prior_year(tnplan.plan_period(a.first_day, a.last_day)) AS period OFFSET 0) AS b
LEFT JOIN LATERAL (
	SELECT tnplan.plan_period_name(b.period, (SELECT calendar::tnplan.plan_calendar FROM workspace.setting)) AS period, x.value, x.bound FROM workspace.actual AS x
	WHERE x.year = EXTRACT(year FROM tnplan.plan_last_day(b.period))::int AND x.indicator = a.indicator AND x.place = a.place
		AND x.first_day = tnplan.plan_first_day(b.period) AND x.last_day = tnplan.plan_last_day(b.period) AND x.known_on <= (SELECT tnplan.plan_known_on())
	ORDER BY x.known_on DESC LIMIT 1
) AS q ON q.value IS NOT NULL
CROSS JOIN LATERAL (SELECT tnplan.plan_variance(a.value, tnplan.plan_goal(q.value, 'higher')) AS change OFFSET 0) AS d
CROSS JOIN LATERAL (
	SELECT n.place, n.place + (CASE WHEN i.kind = 'first' THEN a.first_day ELSE a.last_day END - '1800-01-01') AS until_day,
		n.place + (CASE i.kind WHEN 'stock' THEN tnplan.plan_last_day(b.period)
			WHEN 'cumulative' THEN least(tnplan.plan_first_day(b.period), tnplan.plan_first_day(tnplan.plan_period_of(tnplan.plan_last_day(b.period), 'year', (SELECT calendar::tnplan.plan_calendar FROM workspace.setting))))
			ELSE tnplan.plan_first_day(b.period) END - '1800-01-01') AS from_day
	FROM (SELECT p.id * 1000000::bigint AS place) AS n
) AS w
WHERE a.value IS NOT NULL

-- The rate is the last that held on the last day of the period, or on the day of reading if that is earlier.

CREATE OR REPLACE VIEW workspace.actual_in_currency WITH (security_invoker = true) AS
SELECT i.node, a.indicator, i.name AS indicator_name, a.place, p.name AS place_name, a.period, a.year, a.first_day, a.last_day, i.unit, a.value, a.bound, i.currency, a.value * i.scale AS amount,
	c.into_currency, CASE WHEN c.into_currency = i.currency THEN 1 ELSE r.rate END AS rate, r.valid_from AS rate_from,
	a.value * i.scale * CASE WHEN c.into_currency = i.currency THEN 1 ELSE r.rate END AS amount_in_currency, a.known_on
FROM workspace.known_actual AS a
JOIN workspace.indicator AS i ON i.code = a.indicator AND i.currency IS NOT NULL
JOIN workspace.place AS p ON p.code = a.place
JOIN (SELECT into_currency FROM workspace.exchange_rate UNION SELECT currency FROM workspace.indicator WHERE currency IS NOT NULL) AS c ON true
LEFT JOIN LATERAL (
	SELECT x.rate, x.valid_from FROM workspace.exchange_rate AS x
	WHERE x.currency = i.currency AND x.into_currency = c.into_currency AND x.valid_from <= least(a.last_day, (SELECT tnplan.plan_known_on()))
	ORDER BY x.valid_from DESC LIMIT 1
) AS r ON true
WHERE a.value IS NOT NULL
