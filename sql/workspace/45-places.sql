-- Figures across places, beside those of the year before, and in other currencies.
-- What is added up is added exactly, in any order, and rounded once, as the verdicts do (src/core/answer.c): in units of 2^-64 or,
-- where all of it is below 2^-12, in units of 2^-152.

-- A place has its own figure or, without one, what the nearest figures below it make by the rule of the indicator.
-- A figure counts for the places above it up to the next that has one of its own and was there on one of its days, and for none where its
-- place was not there itself.  The days of a period that are due are all of them; of a stock the last, of a first value the first.  The lowest places tell what is missing: those that, on one of
-- these days, were there and had nothing below them that was.  Of two figures that count together neither is below the other while both were there.
-- Of figures to date these are the days from the first of the year on.  A place that ended behind it, by the last day of the period, counts
-- with its last one of the year that is of its end or later; but not beside what one reports of later days that it, or one below it, became, or that is above this
-- but not above the place, or below it, where places are added up.  Nor does it where those below it were there on all of its days and go on, or have figures of later days: these have it.
-- A row is looked up with NOT IN, which hashes what it looks in, whatever the planner expects.
-- Figures of an indicator and a period are read once, and are an array from there on.  Those whose place has a parent with a
-- figure count for none, so that a full plan costs little.  What is above and below a place is one row of arrays as well: the
-- planner knows nothing of the rows of a recursive query, and joins of these with each other multiplied what it expected.

CREATE OR REPLACE VIEW workspace.place_figure WITH (security_invoker = true) AS
WITH RECURSIVE change AS (
	SELECT c.place, c.became, c.changed_on AS from_day, c.changed_on FROM workspace.place_change AS c JOIN workspace.place AS p ON p.code = c.place WHERE p.valid_until IS NOT NULL
	UNION
	SELECT w.place, c.became, w.from_day, c.changed_on FROM change AS w JOIN workspace.place_change AS c ON c.place = w.became AND c.changed_on >= w.changed_on
), life AS NOT MATERIALIZED (
	SELECT code, coalesce(valid_from, '-infinity') AS from_day, coalesce(valid_until, 'infinity') AS until_day, daterange(valid_from, valid_until, '[]') AS days FROM workspace.place
), above AS MATERIALIZED (
	SELECT a.place, u.ancestor, u.steps, p.from_day, p.until_day, p.days, CASE WHEN p.days && q.days THEN greatest(p.from_day, q.from_day) ELSE 'infinity' END AS both_from, CASE WHEN p.days && q.days THEN least(p.until_day, q.until_day) ELSE '-infinity' END AS both_until
	FROM (SELECT place, array_agg(ancestor) AS ancestors, array_agg(steps) AS steps FROM workspace.place_above GROUP BY place) AS a
	CROSS JOIN LATERAL unnest(a.ancestors, a.steps) AS u (ancestor, steps)
	JOIN life AS p ON p.code = a.place JOIN life AS q ON q.code = u.ancestor
), way AS MATERIALIZED (
	SELECT w.place, array_agg(u.ancestor) AS became, array_agg(w.from_day) AS from_days, array_agg(w.changed_on) AS changed_on, array_agg(u.steps = 0 AND b.place IS NULL) AS takes_below
	FROM (
		SELECT place, became, from_day, changed_on FROM change
		UNION ALL
		SELECT a.ancestor, c.became, c.from_day, c.changed_on
		FROM change AS c JOIN above AS a ON a.place = c.place AND a.steps > 0 JOIN life AS l ON l.code = a.ancestor AND isfinite(l.until_day) AND a.from_day <= l.until_day
		WHERE NOT EXISTS (SELECT FROM above AS b WHERE b.place = c.became AND b.ancestor = a.ancestor AND b.from_day <= l.until_day)
	) AS w
	JOIN above AS u ON u.place = w.became
	LEFT JOIN above AS b ON b.place = w.place AND b.ancestor = u.ancestor
	WHERE u.steps = 0 OR b.place IS NULL AND u.both_from <= u.both_until
	GROUP BY w.place
), going_on AS MATERIALIZED (
	SELECT DISTINCT a.ancestor AS place FROM above AS a JOIN life AS l ON l.code = a.ancestor WHERE a.from_day <= l.until_day AND a.until_day > l.until_day
), chain AS MATERIALIZED (
	SELECT place, array_agg(ancestor ORDER BY steps) AS ancestors, array_agg(both_from ORDER BY steps) AS both_from, array_agg(both_until ORDER BY steps) AS both_until, min(from_day) AS from_day, min(until_day) AS until_day
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
		array_agg(a.place) FILTER (WHERE p.is_there) AS there, array_agg(a.value) FILTER (WHERE p.is_there) AS there_figures, array_agg(a.bound) FILTER (WHERE p.is_there) AS there_bounds, array_agg(a.known_on) FILTER (WHERE p.is_there) AS there_known_on,
		array_agg(a.place) FILTER (WHERE a.value < 0) AS loss_places
	FROM workspace.known_actual AS a
	JOIN workspace.indicator AS i ON i.code = a.indicator
	JOIN life AS l ON l.code = a.place
	CROSS JOIN LATERAL (SELECT i.kind NOT IN ('stock', 'first') OR CASE WHEN i.kind = 'first' THEN a.first_day ELSE a.last_day END BETWEEN l.from_day AND l.until_day AS is_there) AS p
	WHERE a.value IS NOT NULL
	GROUP BY a.year, a.indicator, a.period, a.first_day, a.last_day
) AS f
JOIN workspace.indicator AS i ON i.code = f.indicator
CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS s
CROSS JOIN LATERAL (
	SELECT CASE i.kind WHEN 'stock' THEN f.last_day WHEN 'cumulative' THEN tnplan.plan_first_day(tnplan.plan_period_of(f.first_day, 'year', s.calendar)) ELSE f.first_day END AS from_day, CASE WHEN i.kind = 'first' THEN f.first_day ELSE f.last_day END AS until_day OFFSET 0
) AS w
LEFT JOIN (
	SELECT y.year, y.first_day, y.indicator, array_agg(a.place) AS places, array_agg(a.until_day) AS until_days, array_agg(a.first_day) AS first_days, array_agg(a.last_day) AS last_days, array_agg(a.value) AS figures, array_agg(a.bound) AS bounds, array_agg(a.known_on) AS known_on
	FROM (
		SELECT p.code AS place, i.code AS indicator, p.valid_until AS until_day, tnplan.plan_fiscal_year(d.day, s.calendar) AS year, tnplan.plan_first_day(tnplan.plan_period_of(d.day, 'year', s.calendar)) AS first_day, tnplan.plan_last_day(tnplan.plan_period_of(d.day, 'year', s.calendar)) AS last_day
		FROM workspace.place AS p
		CROSS JOIN LATERAL (SELECT CASE WHEN p.valid_until BETWEEN '1800-01-01' AND '2199-12-31' THEN p.valid_until END AS day) AS d
		CROSS JOIN workspace.indicator AS i
		CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS s
		WHERE p.valid_until IS NOT NULL AND i.kind = 'cumulative' AND i.across <> 'none'
	) AS y
	CROSS JOIN LATERAL (
		SELECT DISTINCT ON (x.first_day, x.last_day) x.place, y.until_day, x.first_day, x.last_day, x.value, x.bound, x.known_on FROM workspace.actual AS x
		WHERE x.indicator = y.indicator AND x.place = y.place AND x.first_day BETWEEN y.first_day AND y.last_day AND x.last_day BETWEEN y.until_day AND y.last_day AND x.known_on <= (SELECT tnplan.plan_known_on())
		ORDER BY x.first_day, x.last_day, x.known_on DESC
	) AS a
	WHERE a.value IS NOT NULL
	GROUP BY y.year, y.first_day, y.indicator
) AS e ON e.year = f.year AND e.indicator = f.indicator AND e.first_day <= f.first_day
LEFT JOIN LATERAL (
	SELECT b.* FROM (
		SELECT l.places, l.figures, l.bounds, l.known_on, q.left_places, q.left_ancestors,
			(SELECT array_agg(u.place) FROM unnest(e.places, e.last_days, e.figures) AS u (place, last_day, value) WHERE u.last_day <= f.last_day AND u.value < 0) AS loss_places
		FROM (
			SELECT array_agg(o.place) AS places, array_agg(o.until_day) AS until_days, array_agg(o.last_day) AS last_days, array_agg(o.value) AS figures, array_agg(o.bound) AS bounds, array_agg(o.known_on) AS known_on
			FROM (
				SELECT DISTINCT ON (u.place) u.* FROM unnest(e.places, e.until_days, e.first_days, e.last_days, e.figures, e.bounds, e.known_on) AS u (place, until_day, first_day, last_day, value, bound, known_on)
				WHERE u.last_day <= f.last_day AND NOT EXISTS (SELECT FROM unnest(f.places) AS n (place) WHERE n.place = u.place)
				ORDER BY u.place, u.last_day DESC, u.known_on DESC, u.first_day
			) AS o
		) AS l
		CROSS JOIN LATERAL (
			WITH later AS MATERIALIZED (
				SELECT n.place, f.last_day FROM unnest(f.places) AS n (place) UNION ALL SELECT n.place, n.last_day FROM unnest(l.places, l.last_days) AS n (place, last_day)
			), superseded AS MATERIALIZED (
				SELECT DISTINCT n.place, a.ancestor
				FROM (
					SELECT array_agg(o.place) AS places, array_agg(t.place) AS later_places
					FROM unnest(l.places, l.until_days, l.last_days) AS o (place, until_day, last_day)
					JOIN way AS g ON g.place = o.place
					JOIN LATERAL unnest(g.became, g.from_days, g.changed_on, g.takes_below) AS r (became, from_day, changed_on, takes_below) ON r.from_day > w.from_day AND r.changed_on <= f.last_day
					JOIN (
						SELECT t.place, t.last_day, false AS is_below FROM later AS t
						UNION ALL
						SELECT a.ancestor, max(t.last_day), true FROM later AS t JOIN above AS a ON a.place = t.place AND a.steps > 0 AND a.both_from <= a.both_until GROUP BY a.ancestor
					) AS t ON t.place = r.became AND t.last_day > greatest(o.until_day, o.last_day) AND t.last_day >= r.changed_on AND (r.takes_below OR NOT t.is_below)
					WHERE i.across IN ('sum', 'mean')
				) AS m
				CROSS JOIN LATERAL unnest(m.places, m.later_places) AS n (place, later_place)
				JOIN chain AS h ON h.place = n.later_place
				CROSS JOIN LATERAL unnest(h.ancestors) AS a (ancestor)
			), reporting_on AS MATERIALIZED (
				SELECT DISTINCT b.ancestor AS place
				FROM later AS n
				JOIN above AS b ON b.place = n.place AND b.steps > 0 JOIN life AS p ON p.code = b.ancestor AND b.from_day <= p.until_day AND n.last_day > p.until_day
			)
			SELECT array_agg(b.place) AS left_places, array_agg(b.ancestor) AS left_ancestors
			FROM (
				SELECT u.place, u.ancestor FROM superseded AS u
				UNION ALL
				SELECT b.place, a.ancestor
				FROM unnest(l.places, l.last_days) AS o (place, last_day)
				LEFT JOIN lowest AS k ON k.place = o.place
				CROSS JOIN LATERAL (
					SELECT o.last_day < f.last_day AND (o.place IN (SELECT g.place FROM going_on AS g) OR o.place IN (SELECT g.place FROM reporting_on AS g)) AND NOT EXISTS (
						SELECT FROM unnest(k.is_below, k.lowest_from, k.lowest_until, k.lowest_days) AS l (is_below, lowest_from, lowest_until, lowest_days)
						WHERE NOT l.is_below AND l.lowest_from <= w.until_day AND l.lowest_until >= w.from_day AND (l.lowest_days IS NULL OR l.lowest_days && daterange(w.from_day, w.until_day, '[]'))
					) AS is_in_those_below OFFSET 0
				) AS d
				JOIN above AS b ON b.ancestor = o.place AND CASE WHEN d.is_in_those_below THEN b.steps = 0 ELSE b.steps > 0 AND b.both_from <= w.until_day AND b.both_until >= w.from_day END
				JOIN chain AS h ON h.place = o.place
				CROSS JOIN LATERAL unnest(h.ancestors) AS a (ancestor)
				WHERE NOT EXISTS (SELECT FROM superseded AS u WHERE u.place = o.place AND u.ancestor = a.ancestor)
			) AS b
		) AS q
	) AS b WHERE e.places IS NOT NULL OFFSET 0
) AS x ON true
CROSS JOIN LATERAL (
	SELECT o.place, o.value, o.bound, true AS is_own, 1 AS figures, NULL::int AS places, NULL::int AS places_covered, o.known_on
	FROM unnest(f.places, f.figures, f.bounds, f.known_on) AS o (place, value, bound, known_on)
	UNION ALL
	SELECT b.place,
		CASE WHEN i.across = 'max' THEN b.highest WHEN i.across = 'min' THEN b.lowest WHEN greatest(b.highest, -b.lowest) < 2::float8 ^ -12 THEN tnplan.plan_value(b.small) / 2::float8 ^ 88 ELSE tnplan.plan_value(b.together) END,
		CASE WHEN b.goes_up AND b.goes_down OR i.kind = 'average' AND i.across = 'sum' AND (b.first_from < b.last_from OR b.first_until < b.last_until)
				OR d.follow AND i.kind || ' ' || i.across NOT IN ('flow sum', 'cumulative sum', 'flow max', 'cumulative max', 'peak max', 'least min')
				OR (i.across = 'sum' AND b.covered < c.places OR i.kind <> 'peak' AND i.across = 'max' AND d.follow) AND (b.goes_down OR b.place IN (
				SELECT a.ancestor FROM unnest(f.loss_places || x.loss_places) AS o (place) JOIN chain AS h ON h.place = o.place CROSS JOIN LATERAL unnest(h.ancestors) AS a (ancestor)
			)) THEN NULL
			WHEN i.across = 'mean' THEN CASE WHEN b.covered < c.places THEN CASE WHEN NOT (b.goes_up OR b.goes_down) THEN '~' END WHEN b.goes_up THEN '>=' WHEN b.goes_down THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END
			WHEN i.across = 'min' THEN CASE WHEN b.goes_up THEN NULL WHEN b.goes_down OR b.covered < c.places THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END
			WHEN i.across = 'max' AND b.goes_down THEN NULL
			WHEN b.goes_up OR b.covered < c.places OR i.kind <> 'peak' AND i.across = 'max' AND d.follow THEN '>=' WHEN b.goes_down THEN '<=' WHEN b.is_about THEN '~' ELSE '=' END,
		false, b.figures::int, c.places, b.covered, b.known_on
	FROM (
		SELECT g.ancestor AS place, count(*) AS figures, min(g.value) AS lowest, max(g.value) AS highest,
			tnplan.plan_period_value_agg(i.across, f.last_day, g.value) FILTER (WHERE i.across IN ('sum', 'mean')) AS together,
			tnplan.plan_period_value_agg(i.across, f.last_day, g.value * 2::float8 ^ 88) FILTER (WHERE i.across IN ('sum', 'mean') AND abs(g.value) < 2::float8 ^ -12) AS small,
			bool_or(g.bound IN ('>', '>=')) AS goes_up, bool_or(g.bound IN ('<', '<=')) AS goes_down, bool_or(g.bound = '~') AS is_about,
			max(g.known_on) AS known_on, sum(g.covered)::int AS covered, min(g.from_day) AS first_from, max(g.from_day) AS last_from, min(g.until_day) AS first_until, max(g.until_day) AS last_until
		FROM (
			SELECT o.at, o.number, o.value, o.bound, o.known_on, o.covered, a.ancestor, CASE WHEN o.is_due THEN greatest(o.from_day, w.from_day) END AS from_day, CASE WHEN o.is_due THEN least(o.until_day, w.until_day) END AS until_day, bool_or(n.place IS NOT NULL) OVER (PARTITION BY o.number ORDER BY a.steps) AS is_beyond
			FROM (
				SELECT r.*, (
					SELECT count(*) FROM unnest(k.from_days, k.until_days, k.both_from, k.both_until, k.lowest_from, k.lowest_until, k.lowest_days) AS l (from_day, until_day, both_from, both_until, lowest_from, lowest_until, lowest_days)
					WHERE l.lowest_from <= w.until_day AND l.lowest_until >= w.from_day AND (l.lowest_days IS NULL OR l.lowest_days && daterange(w.from_day, w.until_day, '[]'))
						AND greatest(l.from_day, w.from_day) >= l.both_from AND least(l.until_day, w.until_day) <= l.both_until
				) AS covered
				FROM (
					SELECT u.*, h.*, h.from_day <= w.until_day AND h.until_day >= w.from_day AS is_due FROM unnest(f.there || x.places, f.there_figures || x.figures, f.there_bounds || x.bounds, f.there_known_on || x.known_on) WITH ORDINALITY AS u (at, value, bound, known_on, number)
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
		WHERE NOT g.is_beyond AND (g.at, g.ancestor) NOT IN (SELECT n.place, n.ancestor FROM unnest(x.left_places, x.left_ancestors) AS n (place, ancestor))
		GROUP BY g.ancestor
		HAVING min(g.number) <= cardinality(f.there) AND NOT EXISTS (SELECT FROM unnest(f.places) AS n (place) WHERE n.place = g.ancestor)
	) AS b
	JOIN lowest AS k ON k.place = b.place
	CROSS JOIN LATERAL (
		SELECT count(*)::int AS places FROM unnest(k.is_below, k.lowest_from, k.lowest_until, k.lowest_days) AS l (is_below, lowest_from, lowest_until, lowest_days)
		WHERE l.is_below AND l.lowest_from <= w.until_day AND l.lowest_until >= w.from_day AND (l.lowest_days IS NULL OR l.lowest_days && daterange(w.from_day, w.until_day, '[]'))
		OFFSET 0
	) AS c
	CROSS JOIN LATERAL (SELECT coalesce(b.last_from > b.first_until, false) AS follow) AS d
	WHERE i.across <> 'none'
) AS v
JOIN workspace.place AS p ON p.code = v.place

-- Figures of the places of today: those of all places that have become one, by the rule of the indicator.  A figure goes the way of its
-- place from the first day that is due, and counts where its place was there on one of these days.  A place that was divided gives each part
-- its share of a sum, about; where others are missing besides, nothing is known of it.  Of figures to date a place that ended counts as in place_figure; where it
-- does not, it still tells whether what is missing may be below zero.

CREATE OR REPLACE VIEW workspace.figure_today WITH (security_invoker = true) AS
WITH RECURSIVE way AS (
	SELECT c.place, c.became, c.changed_on AS from_day, c.changed_on FROM workspace.place_change AS c JOIN workspace.place AS p ON p.code = c.place WHERE p.valid_until IS NOT NULL
	UNION
	SELECT w.place, c.became, w.from_day, c.changed_on FROM way AS w JOIN workspace.place_change AS c ON c.place = w.became AND c.changed_on >= w.changed_on
), today AS MATERIALIZED (
	SELECT b.place, b.today, b.share, coalesce(b.valid_from, '-infinity') AS from_day, coalesce(b.valid_until, 'infinity') AS until_day,
		coalesce(p.valid_from, '-infinity') AS there_from, coalesce(p.valid_until, 'infinity') AS there_until, num_nulls(b.valid_from, b.valid_until, p.valid_from, p.valid_until) = 4 AS is_always, count(*) OVER (PARTITION BY b.today) > 1 AS is_several
	FROM workspace.place_became AS b JOIN workspace.place AS p ON p.code = b.place
), part AS MATERIALIZED (
	SELECT today, array_agg(from_day) AS from_days, array_agg(until_day) AS until_days, array_agg(there_from) AS there_from, array_agg(there_until) AS there_until, count(*) AS rows
	FROM today GROUP BY today
), of_period AS (
	SELECT a.year, a.indicator, t.today AS place, a.period, a.first_day, a.last_day, count(*)::int AS figures, min(a.value) AS lowest, max(a.value) AS highest, bool_or(a.value < 0) AS has_losses, bool_and(abs(a.value * t.share) < 2::float8 ^ -12) AS is_small,
		tnplan.plan_period_value_agg(i.across, a.last_day, a.value * t.share) FILTER (WHERE i.across IN ('sum', 'mean')) AS together,
		tnplan.plan_period_value_agg(i.across, a.last_day, a.value * t.share * 2::float8 ^ 88) FILTER (WHERE i.across IN ('sum', 'mean') AND abs(a.value * t.share) < 2::float8 ^ -12) AS small,
		bool_and(t.share = 1) AS is_whole, max(t.there_from) AS last_from, min(t.there_until) AS first_until,
		min(greatest(t.there_from, a.first_day)) < max(greatest(t.there_from, a.first_day)) OR min(least(t.there_until, a.last_day)) < max(least(t.there_until, a.last_day)) AS is_uneven, bool_or(a.bound IN ('>', '>=')) AS goes_up, bool_or(a.bound IN ('<', '<=')) AS goes_down, bool_or(a.bound = '~') AS is_about, min(a.bound) AS bound, max(a.known_on) AS known_on, array_agg(a.place) FILTER (WHERE t.is_several) AS places
	FROM workspace.known_actual AS a
	JOIN workspace.indicator AS i ON i.code = a.indicator
	JOIN today AS t ON t.place = a.place AND (t.is_always OR (
		SELECT t.from_day <= w.from_day AND t.until_day >= w.from_day AND t.there_from <= w.until_day AND t.there_until >= w.from_day
		FROM (SELECT CASE i.kind WHEN 'stock' THEN a.last_day WHEN 'cumulative' THEN tnplan.plan_first_day(tnplan.plan_period_of(a.first_day, 'year', (SELECT calendar::tnplan.plan_calendar FROM workspace.setting))) ELSE a.first_day END AS from_day, CASE WHEN i.kind = 'first' THEN a.first_day ELSE a.last_day END AS until_day OFFSET 0) AS w
	))
	WHERE a.value IS NOT NULL
	GROUP BY a.year, a.indicator, t.today, a.period, a.first_day, a.last_day
), ended AS (
	SELECT y.year, y.first_day, y.indicator, t.today, array_agg(a.place) AS places, array_agg(t.share) AS shares, array_agg(t.there_from) AS there_from, array_agg(a.until_day) AS until_days, array_agg(a.first_day) AS first_days, array_agg(a.last_day) AS last_days, array_agg(a.value) AS figures, array_agg(a.bound) AS bounds, array_agg(a.known_on) AS known_on
	FROM (
		SELECT p.code AS place, i.code AS indicator, p.valid_until AS until_day, tnplan.plan_fiscal_year(d.day, s.calendar) AS year, tnplan.plan_first_day(tnplan.plan_period_of(d.day, 'year', s.calendar)) AS first_day, tnplan.plan_last_day(tnplan.plan_period_of(d.day, 'year', s.calendar)) AS last_day
		FROM workspace.place AS p
		CROSS JOIN LATERAL (SELECT CASE WHEN p.valid_until BETWEEN '1800-01-01' AND '2199-12-31' THEN p.valid_until END AS day) AS d
		CROSS JOIN workspace.indicator AS i
		CROSS JOIN (SELECT calendar::tnplan.plan_calendar AS calendar FROM workspace.setting OFFSET 0) AS s
		WHERE p.valid_until IS NOT NULL AND i.kind = 'cumulative' AND i.across <> 'none'
	) AS y
	CROSS JOIN LATERAL (
		SELECT DISTINCT ON (x.first_day, x.last_day) x.place, y.until_day, x.first_day, x.last_day, x.value, x.bound, x.known_on FROM workspace.actual AS x
		WHERE x.indicator = y.indicator AND x.place = y.place AND x.first_day BETWEEN y.first_day AND y.last_day AND x.last_day BETWEEN y.until_day AND y.last_day AND x.known_on <= (SELECT tnplan.plan_known_on())
		ORDER BY x.first_day, x.last_day, x.known_on DESC
	) AS a
	JOIN today AS t ON t.place = a.place AND t.is_several AND t.from_day <= y.first_day AND t.until_day >= y.first_day
	WHERE a.value IS NOT NULL
	GROUP BY y.year, y.first_day, y.indicator, t.today
), figure AS (
	SELECT f.year, f.indicator, f.place, f.period, f.first_day, f.last_day, f.figures + coalesce(x.figures, 0) AS figures, least(f.lowest, x.lowest) AS lowest, greatest(f.highest, x.highest) AS highest, f.has_losses OR coalesce(x.has_losses, false) AS has_losses, f.is_small AND coalesce(x.is_small, true) AS is_small,
		coalesce(f.together OPERATOR(tnplan.+) x.together, f.together) AS together, coalesce(f.small OPERATOR(tnplan.+) x.small, f.small, x.small) AS small, f.is_whole AND coalesce(x.is_whole, true) AS is_whole, greatest(f.last_from, x.last_from) > least(f.first_until, x.first_until) AS follow, f.is_uneven,
		f.goes_up OR coalesce(x.goes_up, false) AS goes_up, f.goes_down OR coalesce(x.goes_down, false) AS goes_down, f.is_about OR coalesce(x.is_about, false) AS is_about, f.bound, greatest(f.known_on, x.known_on) AS known_on
	FROM of_period AS f
	LEFT JOIN (
		SELECT e.*, g.ways_of, g.became, g.from_days, g.changed_on FROM ended AS e
		LEFT JOIN (
			SELECT t.today, array_agg(r.place) AS ways_of, array_agg(r.became) AS became, array_agg(r.from_day) AS from_days, array_agg(r.changed_on) AS changed_on FROM way AS r JOIN today AS t ON t.place = r.place GROUP BY t.today
		) AS g ON g.today = e.today
	) AS e ON e.year = f.year AND e.indicator = f.indicator AND e.today = f.place AND e.first_day <= f.first_day
	LEFT JOIN LATERAL (
		SELECT b.* FROM (
			SELECT count(*) FILTER (WHERE l.counts)::int AS figures, min(o.value) FILTER (WHERE l.counts) AS lowest, max(o.value) FILTER (WHERE l.counts) AS highest, bool_and(abs(o.value * o.share) < 2::float8 ^ -12) FILTER (WHERE l.counts) AS is_small,
				tnplan.plan_period_value_agg(i.across, f.last_day, o.value * o.share) FILTER (WHERE i.across IN ('sum', 'mean') AND l.counts) AS together,
				tnplan.plan_period_value_agg(i.across, f.last_day, o.value * o.share * 2::float8 ^ 88) FILTER (WHERE i.across IN ('sum', 'mean') AND l.counts AND abs(o.value * o.share) < 2::float8 ^ -12) AS small,
				bool_and(o.share = 1) FILTER (WHERE l.counts) AS is_whole, max(o.there_from) FILTER (WHERE l.counts) AS last_from, min(o.until_day) FILTER (WHERE l.counts) AS first_until, bool_or(o.bound IN ('>', '>=')) FILTER (WHERE l.counts) AS goes_up, bool_or(o.bound IN ('<', '<=')) FILTER (WHERE l.counts) AS goes_down, bool_or(o.bound = '~') FILTER (WHERE l.counts) AS is_about, max(o.known_on) FILTER (WHERE l.counts) AS known_on,
				(SELECT bool_or(u.value < 0) FROM unnest(e.last_days, e.figures) AS u (last_day, value) WHERE u.last_day <= f.last_day) AS has_losses
			FROM workspace.indicator AS i
			CROSS JOIN LATERAL (
				SELECT DISTINCT ON (u.place) u.* FROM unnest(e.places, e.shares, e.there_from, e.until_days, e.first_days, e.last_days, e.figures, e.bounds, e.known_on) AS u (place, share, there_from, until_day, first_day, last_day, value, bound, known_on)
				WHERE u.last_day <= f.last_day AND u.place <> ALL (f.places)
				ORDER BY u.place, u.last_day DESC, u.known_on DESC, u.first_day
			) AS o
			CROSS JOIN LATERAL (
				SELECT NOT (i.across IN ('sum', 'mean') AND EXISTS (
					SELECT FROM unnest(e.ways_of, e.became, e.from_days, e.changed_on) AS r (place, became, from_day, changed_on)
					WHERE r.place = o.place AND r.from_day > e.first_day AND r.changed_on <= f.last_day
						AND (o.last_day < f.last_day AND r.became = ANY (f.places) OR EXISTS (
							SELECT FROM unnest(e.places, e.last_days) AS n (place, last_day)
							WHERE n.place = r.became AND n.last_day <= f.last_day AND n.last_day > greatest(o.until_day, o.last_day) AND n.last_day >= r.changed_on
						))
				)) AS counts OFFSET 0
			) AS l
			WHERE i.code = f.indicator
		) AS b WHERE e.places IS NOT NULL OFFSET 0
	) AS x ON true
)
SELECT i.node, f.indicator, i.name AS indicator_name, f.place, p.name AS place_name, f.period, f.year, f.first_day, f.last_day, i.unit, i.across,
	CASE WHEN d.places = 1 AND f.figures = 1 AND f.is_whole THEN f.highest WHEN i.across <> 'sum' AND NOT f.is_whole THEN NULL WHEN i.across = 'max' THEN f.highest WHEN i.across = 'min' THEN f.lowest WHEN f.is_small THEN tnplan.plan_value(f.small) / 2::float8 ^ 88 ELSE tnplan.plan_value(f.together) END AS value,
	CASE WHEN d.places = 1 AND f.figures = 1 AND f.is_whole THEN f.bound WHEN i.across = 'none' OR f.is_uneven AND i.kind = 'average' AND i.across = 'sum'
			OR f.follow AND CASE WHEN i.kind IN ('flow', 'cumulative') AND i.across = 'max' THEN f.has_losses OR f.goes_down ELSE i.kind || ' ' || i.across NOT IN ('flow sum', 'cumulative sum', 'peak max', 'least min') END
			OR i.across = 'sum' AND NOT f.is_whole AND f.figures < d.places THEN NULL
		WHEN NOT f.is_whole AND i.across <> 'sum' THEN NULL
		WHEN NOT f.is_whole OR i.across = 'mean' AND f.figures < d.places THEN CASE WHEN NOT (f.goes_up OR f.goes_down) THEN '~' END
		WHEN f.goes_up AND f.goes_down OR i.across = 'sum' AND f.figures < d.places AND (f.has_losses OR f.goes_down) OR i.across = 'max' AND f.goes_down OR i.across = 'min' AND f.goes_up THEN NULL
		WHEN f.goes_up OR i.across IN ('sum', 'max') AND f.figures < d.places OR f.follow AND i.across = 'max' AND i.kind <> 'peak' THEN '>=' WHEN f.goes_down OR i.across = 'min' AND f.figures < d.places THEN '<='
		WHEN f.is_about OR i.across = 'mean' THEN '~' ELSE '=' END AS bound,
	f.figures, d.places, f.known_on
FROM figure AS f
JOIN workspace.indicator AS i ON i.code = f.indicator
JOIN workspace.place AS p ON p.code = f.place
JOIN part AS t ON t.today = f.place
CROSS JOIN LATERAL (
	SELECT CASE WHEN t.rows = 1 THEN 1 ELSE (
		SELECT count(*)::int
		FROM (SELECT CASE i.kind WHEN 'stock' THEN f.last_day WHEN 'cumulative' THEN tnplan.plan_first_day(tnplan.plan_period_of(f.first_day, 'year', (SELECT calendar::tnplan.plan_calendar FROM workspace.setting))) ELSE f.first_day END AS from_day, CASE WHEN i.kind = 'first' THEN f.first_day ELSE f.last_day END AS until_day OFFSET 0) AS w
		CROSS JOIN LATERAL unnest(t.from_days, t.until_days, t.there_from, t.there_until) AS v (from_day, until_day, there_from, there_until)
		WHERE v.from_day <= w.from_day AND v.until_day >= w.from_day AND v.there_from <= w.until_day AND v.there_until >= w.from_day
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
