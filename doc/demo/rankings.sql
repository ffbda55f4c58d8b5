-- Who moved: the province among its peers.

-- The provincial competitiveness index of 64, later 63 provinces.  The published figures of
-- 2013 have lost most of their names.
CREATE TABLE competitiveness (province text, year integer, pci float8);
\copy competitiveness FROM 'doc/demo/pci.csv' (FORMAT csv, HEADER)

CREATE TABLE rankings AS
SELECT plan_ranking_agg(province, year, pci) AS pci
FROM competitiveness
WHERE year <> 2013;

\echo 'Competitiveness: the path of the province'
SELECT period, standing, delta AS places_gained
FROM rankings, plan_rank_path(pci, 'Thai Nguyen');

\echo 'Who moved most from 2006 to 2016?'
SELECT entity AS province, before AS "2006", after AS "2016", delta AS places_gained
FROM rankings, plan_movers(pci, 2006, 2016, 6, NULL::text);

-- How far each year's ranking agrees with the one before.  The index was re-weighted in 2009
-- and 2013: a move across those years mixes performance and method.
\echo 'How far does each year agree with the one before?'
SELECT earlier, later, entities, round(tau_b::numeric, 2) AS tau_b,
	round(mean_shift::numeric, 1) AS mean_shift, max_shift,
	CASE WHEN earlier < 2009 AND later >= 2009 OR earlier < 2013 AND later >= 2013 THEN 're-weighted' END AS method
FROM rankings, plan_rank_agreement(pci);

\echo 'Do the same provinces lead?'
SELECT later AS year, stayed, entered, round(100 * turnover) AS "% new in the top 10"
FROM rankings, plan_rank_turnover(pci, 10);
