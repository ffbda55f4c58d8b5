-- plan_status: ordered best first, and text where text is asked for.
CREATE TABLE verdicts AS
SELECT i, plan_status(i, '>= 10', 0.5) AS status FROM generate_series(0, 12) AS i UNION ALL SELECT 13, NULL;
CREATE INDEX ON verdicts (status);
CREATE INDEX ON verdicts USING hash (status);
CREATE INDEX ON verdicts (lower(status));
ALTER TABLE verdicts ADD word text GENERATED ALWAYS AS (status) STORED;
SELECT status, count(*), min(i) AS first, bool_and(word = status) AS word FROM verdicts GROUP BY status ORDER BY status;
SELECT min(status) AS best, max(status) AS worst, count(DISTINCT status) AS different, mode() WITHIN GROUP (ORDER BY status) AS most FROM verdicts;

-- By order where a status is compared with a literal, and as text beside text.
SELECT count(*) FILTER (WHERE status = 'met') AS met, count(*) FILTER (WHERE status < 'at_risk') AS better, count(*) FILTER (WHERE status >= 'at_risk') AS worse, count(*) FILTER (WHERE status BETWEEN 'met' AND 'on_track') AS between_two,
	count(*) FILTER (WHERE status = 'met'::varchar) AS met_as_varchar, count(*) FILTER (WHERE status = 'met'::text) AS met_as_text, count(*) FILTER (WHERE 'met' = status) AS met_turned, count(*) FILTER (WHERE status IN ('met', 'exceeded')) AS in_list,
	count(*) FILTER (WHERE status = ANY (ARRAY['met', 'exceeded'])) AS any_text, count(*) FILTER (WHERE status LIKE 'o%') AS alike, count(*) FILTER (WHERE status IS DISTINCT FROM 'met') AS distinct_from
FROM verdicts;
SELECT status || '' AS left_of, 'is ' || status AS right_of, status || ' ' || status AS both, status || i AS number, lower(status), initcap(replace(status, '_', ' ')), length(status), status::varchar(3), to_jsonb(status), coalesce(status, 'no_data')
FROM verdicts WHERE i = 4;
SELECT string_agg(status, ',' ORDER BY i) AS words, array_agg(DISTINCT status ORDER BY status) AS statuses FROM verdicts;
SELECT status = 'bogus' FROM verdicts;

-- What drivers send as varchar is stored as a status, and compared as text.
CREATE TABLE stated (status plan_status);
INSERT INTO stated VALUES ('met'::varchar), (NULL::varchar);
UPDATE stated SET status = 'at_risk'::varchar WHERE status = 'met'::varchar OR status = 'bogus'::varchar;
INSERT INTO stated VALUES ('bogus'::varchar);
SELECT * FROM stated;
DROP TABLE stated;

-- Indexes serve it.
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT i FROM verdicts WHERE status < 'met';
EXPLAIN (COSTS OFF) SELECT i FROM verdicts WHERE lower(status) = 'met';
RESET enable_seqscan;
RESET enable_bitmapscan;
DROP TABLE verdicts;
