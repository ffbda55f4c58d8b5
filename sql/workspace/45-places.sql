-- Figures across places, beside those of the year before, and in other currencies.

-- A place has its own figure or, without one, what the nearest figures below it make by the rule of the indicator.
-- A figure counts for the places above it up to the next that has one of its own.  The lowest places tell what is missing.
-- Figures of an indicator and a period are read once, and are an array from there on.  Those whose place has a parent with a
-- figure count for none, so that a full plan costs little; of two figures that count together neither is below the other.

CREATE OR REPLACE VIEW workspace.place_figure WITH (security_invoker = true) AS
WITH above AS MATERIALIZED (
	SELECT * FROM workspace.place_above
), lowest AS MATERIALIZED (
	SELECT a.ancestor, a.place, p.valid_from, p.valid_until
	FROM above AS a JOIN workspace.place AS p ON p.code = a.place
	WHERE NOT EXISTS (SELECT FROM workspace.place AS c WHERE c.parent = a.place)
)
SELECT i.node, f.indicator, i.name AS indicator_name, v.place, p.name AS place_name, f.period, f.year, f.first_day, f.last_day, i.unit, i.across, v.value, v.bound, v.is_own, v.figures, v.places, v.places_covered, v.known_on
FROM (
	SELECT year, indicator, period, first_day, last_day, array_agg(place) AS places, array_agg(value) AS figures, array_agg(bound) AS bounds, array_agg(known_on) AS known_on
	FROM workspace.known_actual WHERE value IS NOT NULL
	GROUP BY year, indicator, period, first_day, last_day
) AS f
JOIN workspace.indicator AS i ON i.code = f.indicator
CROSS JOIN LATERAL (
	SELECT o.place, o.value, o.bound, true AS is_own, 1 AS figures, NULL::int AS places, NULL::int AS places_covered, o.known_on
	FROM unnest(f.places, f.figures, f.bounds, f.known_on) AS o (place, value, bound, known_on)
	UNION ALL
	SELECT b.place,
		CASE i.across WHEN 'sum' THEN b.total WHEN 'mean' THEN b.total / b.figures WHEN 'max' THEN b.highest WHEN 'min' THEN b.lowest END,
		CASE WHEN b.goes_up AND b.goes_down OR i.across = 'sum' AND c.covered < c.places AND (b.lowest < 0 OR b.goes_down) THEN NULL
			WHEN i.across = 'mean' THEN CASE WHEN c.covered < c.places THEN '~' WHEN b.goes_up THEN '>=' WHEN b.goes_down THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END
			WHEN i.across = 'min' THEN CASE WHEN b.goes_up THEN NULL WHEN b.goes_down OR c.covered < c.places THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END
			WHEN i.across = 'max' AND b.goes_down THEN NULL
			WHEN b.goes_up OR c.covered < c.places THEN '>=' WHEN b.goes_down THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END,
		false, b.figures::int, c.places, c.covered, b.known_on
	FROM (
		SELECT a.ancestor AS place, count(*) AS figures, sum(o.value) AS total, min(o.value) AS lowest, max(o.value) AS highest,
			bool_or(o.bound IN ('>', '>=')) AS goes_up, bool_or(o.bound IN ('<', '<=')) AS goes_down, bool_or(o.bound = '~') AS is_about,
			max(o.known_on) AS known_on, array_agg(o.place) AS places
		FROM (
			SELECT o.* FROM unnest(f.places, f.figures, f.bounds, f.known_on) AS o (place, value, bound, known_on)
			JOIN above AS h ON h.place = o.place AND h.steps = 1
			WHERE NOT EXISTS (SELECT FROM unnest(f.places) AS n (place) WHERE n.place = h.ancestor)
			OFFSET 0
		) AS o
		JOIN above AS a ON a.place = o.place AND a.steps > 0
		WHERE NOT EXISTS (
			SELECT FROM above AS b JOIN unnest(f.places) AS n (place) ON n.place = b.ancestor
			WHERE b.place = o.place AND b.steps BETWEEN 1 AND a.steps
		)
		GROUP BY a.ancestor
	) AS b
	CROSS JOIN LATERAL (
		SELECT (SELECT count(*) FROM lowest AS l
				WHERE l.ancestor = b.place AND (l.valid_from IS NULL OR l.valid_from <= f.last_day) AND (l.valid_until IS NULL OR l.valid_until >= f.last_day))::int AS places,
			(SELECT count(*) FROM unnest(b.places) AS u (place) JOIN lowest AS l ON l.ancestor = u.place
				WHERE (l.valid_from IS NULL OR l.valid_from <= f.last_day) AND (l.valid_until IS NULL OR l.valid_until >= f.last_day))::int AS covered
		OFFSET 0
	) AS c
	WHERE i.across <> 'none'
) AS v
JOIN workspace.place AS p ON p.code = v.place

-- Figures of the places of today: those of all places that have become one, by the rule of the indicator.  A place
-- that was divided gives each part its share of a sum, about.

CREATE OR REPLACE VIEW workspace.figure_today WITH (security_invoker = true) AS
WITH today AS MATERIALIZED (
	SELECT t.place, t.today, t.share, array_agg(p.valid_from) OVER places AS valid_from, array_agg(p.valid_until) OVER places AS valid_until
	FROM workspace.place_today AS t JOIN workspace.place AS p ON p.code = t.place
	WINDOW places AS (PARTITION BY t.today)
), figure AS (
	SELECT a.year, a.indicator, t.today AS place, a.period, a.first_day, a.last_day, count(*)::int AS figures, sum(a.value * t.share) AS total, avg(a.value) AS mean, min(a.value) AS lowest, max(a.value) AS highest,
		bool_and(t.share = 1) AS is_whole, bool_or(a.bound IN ('>', '>=')) AS goes_up, bool_or(a.bound IN ('<', '<=')) AS goes_down, bool_or(a.bound = '~') AS is_about, min(a.bound) AS bound, max(a.known_on) AS known_on, min(t.valid_from) AS valid_from, min(t.valid_until) AS valid_until
	FROM workspace.known_actual AS a
	JOIN today AS t ON t.place = a.place
	WHERE a.value IS NOT NULL
	GROUP BY a.year, a.indicator, t.today, a.period, a.first_day, a.last_day
)
SELECT i.node, f.indicator, i.name AS indicator_name, f.place, p.name AS place_name, f.period, f.year, f.first_day, f.last_day, i.unit, i.across,
	CASE WHEN d.places = 1 AND f.figures = 1 AND f.is_whole THEN f.highest WHEN i.across = 'sum' THEN f.total WHEN NOT f.is_whole THEN NULL WHEN i.across = 'mean' THEN f.mean WHEN i.across = 'max' THEN f.highest WHEN i.across = 'min' THEN f.lowest END AS value,
	CASE WHEN d.places = 1 AND f.figures = 1 AND f.is_whole THEN f.bound WHEN i.across = 'none' THEN NULL WHEN NOT f.is_whole OR i.across = 'mean' AND f.figures < d.places THEN '~'
		WHEN f.goes_up AND f.goes_down OR i.across = 'sum' AND f.figures < d.places AND (f.lowest < 0 OR f.goes_down) OR i.across = 'max' AND f.goes_down OR i.across = 'min' AND f.goes_up THEN NULL
		WHEN f.goes_up OR i.across IN ('sum', 'max') AND f.figures < d.places THEN '>=' WHEN f.goes_down OR i.across = 'min' AND f.figures < d.places THEN '<='
		WHEN f.is_about OR i.across = 'mean' THEN '~' ELSE '=' END AS bound,
	f.figures, d.places, f.known_on
FROM figure AS f
JOIN workspace.indicator AS i ON i.code = f.indicator
JOIN workspace.place AS p ON p.code = f.place
CROSS JOIN LATERAL (
	SELECT count(*)::int AS places FROM unnest(f.valid_from, f.valid_until) AS v (valid_from, valid_until)
	WHERE (v.valid_from IS NULL OR v.valid_from <= f.last_day) AND (v.valid_until IS NULL OR v.valid_until >= f.last_day)
) AS d

-- Places are ranked among those of their kind that have a figure of the period; equal ones share a rank.

CREATE OR REPLACE VIEW workspace.place_rank WITH (security_invoker = true) AS
SELECT i.node, a.indicator, i.name AS indicator_name, a.place, p.name AS place_name, p.kind AS place_kind, a.period, a.year, a.first_day, a.last_day, i.unit, i.direction, a.value, a.bound,
	rank() OVER (PARTITION BY a.year, a.indicator, a.period, p.kind ORDER BY CASE i.direction WHEN 'higher' THEN -a.value ELSE a.value END)::int AS rank,
	count(*) OVER (PARTITION BY a.year, a.indicator, a.period, p.kind)::int AS total,
	a.known_on
FROM workspace.known_actual AS a
JOIN workspace.indicator AS i ON i.code = a.indicator AND i.direction <> 'within'
JOIN workspace.place AS p ON p.code = a.place
WHERE a.value IS NOT NULL

CREATE OR REPLACE VIEW workspace.growth WITH (security_invoker = true) AS
SELECT i.node, a.indicator, i.name AS indicator_name, a.place, p.name AS place_name, a.period, a.year, a.first_day, a.last_day, i.unit, a.value, a.bound,
	q.period AS previous_period, q.value AS previous_value, q.bound AS previous_bound, a.value - q.value AS change,
	CASE WHEN sign(a.value) * sign(q.value) >= 0 THEN 100 * (a.value - q.value) / nullif(abs(q.value), 0) END AS change_percent,
	a.known_on
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
