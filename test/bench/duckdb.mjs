// The same questions in DuckDB: a native table of the same facts, one thread.
//
// Usage: node duckdb.mjs FOLDER RUNS [PATTERN], of questions, where the folder holds the module and the facts as
// CSV; prints Markdown.  CPU times of the
// process, medians of the runs after one warm-up.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, runs, pattern] = process.argv.slice(2);
const require = createRequire(`${folder}/package.json`);
const { DuckDBInstance } = await import(pathToFileURL(require.resolve('@duckdb/node-api')).href);

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const [[version]] = (await connection.runAndReadAll('SELECT version()')).getRows();
const load = (table, columns) => connection.run(`CREATE TABLE ${table} AS
	SELECT * FROM read_csv('${folder}/${table}.csv', header = true, nullstr = '', columns = {${columns}})`);
const figures_of_a_row = `target: 'DOUBLE', actual: 'DOUBLE', weight: 'DOUBLE', direction: 'SMALLINT'`;
await load('facts', `unit: 'INTEGER', indicator: 'INTEGER', year: 'INTEGER', ${figures_of_a_row}`);
await load('facts_leaf', `leaf: 'BIGINT', "at": 'DATE', ${figures_of_a_row}, quarter: 'INTEGER', month: 'INTEGER'`);
await load('facts_unit', `unit: 'BIGINT', "at": 'DATE', ${figures_of_a_row}, quarter: 'INTEGER', month: 'INTEGER'`);
await load('levels', `leaf: 'BIGINT', scheme: 'BIGINT', programme: 'BIGINT', orientation: 'BIGINT'`);
await load('scores', `unit: 'BIGINT', year: 'INTEGER', score: 'DOUBLE'`);
await load('scores_tenth', `unit: 'BIGINT', year: 'INTEGER', score: 'DOUBLE'`);
await load('incomes', `g: 'INTEGER', x: 'DOUBLE'`);
await load('series', `node: 'BIGINT', unit: 'INTEGER', indicator: 'INTEGER', "at": 'DATE', day: 'INTEGER', actual: 'DOUBLE'`);
await load('pairs', `x: 'DOUBLE', y: 'DOUBLE'`);

const figures = `count(*) AS planned,
	${['exceeded', 'met', 'on_track', 'at_risk', 'off_track', 'no_data']
		.map((status) => `count(*) FILTER (WHERE status = '${status}') AS ${status}`).join(', ')},
	sum(weight) AS weight, sum(weight) FILTER (WHERE achievement IS NOT NULL) AS weight_scored,
	sum(weight * greatest(least(achievement, 1), 0)) AS weighted_score,
	sum(actual) AS actual, sum(target) AS target`;
const judged_of = (table) => `(SELECT *, CASE
		WHEN achievement IS NULL THEN 'no_data'
		WHEN direction * actual > direction * target THEN 'exceeded'
		WHEN actual = target THEN 'met'
		WHEN achievement >= 0.95 THEN 'on_track'
		WHEN achievement >= 0.60 THEN 'at_risk'
		ELSE 'off_track'
	END AS status
	FROM (SELECT *, CASE
			WHEN actual IS NULL THEN NULL
			WHEN target = 0 THEN CASE WHEN direction * actual >= 0 THEN 1 ELSE 0 END
			ELSE 1 + direction * (actual - target) / abs(target)
		END AS achievement FROM ${table}))`;
const judged = judged_of('facts');
// The leaner form, without a status column: whatever is faster counts.
const lean = `count(*) AS planned, count(*) - count(achievement) AS no_data,
	count(*) FILTER (WHERE direction * actual > direction * target) AS exceeded,
	count(*) FILTER (WHERE actual = target) AS met,
	count(*) FILTER (WHERE direction * actual < direction * target AND achievement >= 0.95) AS on_track,
	count(*) FILTER (WHERE direction * actual < direction * target AND achievement >= 0.60 AND achievement < 0.95) AS at_risk,
	count(*) FILTER (WHERE direction * actual < direction * target AND achievement < 0.60) AS off_track,
	sum(weight) AS weight, sum(weight) FILTER (WHERE achievement IS NOT NULL) AS weight_scored,
	sum(weight * greatest(least(achievement, 1), 0)) AS weighted_score,
	sum(actual) AS actual, sum(target) AS target`;

const sets = ['orientation', 'programme', 'scheme', 'leaf']
	.map((level) => `(${level}), (${level}, year), (${level}, year, quarter)`).join(', ');
const sums_up = ['planned', 'no_data', 'exceeded', 'met', 'on_track', 'at_risk', 'off_track', 'weight', 'weight_scored',
	'weighted_score', 'actual', 'target'].map((name) => `sum(${name}) AS ${name}`).join(', ');

const questions = [
	['one group, by status', `SELECT ${figures} FROM ${judged}`],
	['one group, lean', `SELECT ${lean} FROM ${judged}`],
	['600 groups, lean', `SELECT indicator, year, ${lean} FROM ${judged} GROUP BY indicator, year`],
	['600,000 groups, lean', `SELECT unit, indicator, ${lean} FROM ${judged} GROUP BY unit, indicator`],
	['tree and calendar, GROUPING SETS', `SELECT orientation, programme, scheme, leaf, year, quarter, ${lean}
		FROM (SELECT * EXCLUDE (quarter), date_trunc('year', "at") AS year, date_trunc('quarter', "at") AS quarter
			FROM ${judged_of('facts_leaf')} JOIN levels USING (leaf)) GROUP BY GROUPING SETS (${sets})`],
	['tree and calendar, leaves by a stored quarter first', `SELECT orientation, programme, scheme, leaf, year, quarter, ${sums_up}
		FROM (SELECT *, quarter // 4 AS year FROM (SELECT leaf, quarter, ${lean} FROM ${judged_of('facts_leaf')} GROUP BY leaf, quarter)
			JOIN levels USING (leaf)) GROUP BY GROUPING SETS (${sets})`],
	['600,000 cells by a stored month, lean', `SELECT unit, month, ${lean} FROM ${judged_of('facts_unit')} GROUP BY unit, month`],
	['600,000 cells by the date, lean', `SELECT unit, date_trunc('month', "at") AS month, ${lean} FROM ${judged_of('facts_unit')} GROUP BY 1, 2`],
	...['scores_tenth', 'scores'].map((table) => [`rank history, ${table}`, `SELECT count(rank), count(previous), count(previous - rank) FROM (
		SELECT unit, year, rank, lag(rank) OVER (PARTITION BY unit ORDER BY year) AS previous
		FROM (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM ${table}))`]),
	['top 20 movers of the million', `WITH ranked AS (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM scores WHERE year IN (2016, 2025))
		SELECT x.unit, x.rank, y.rank, x.rank - y.rank FROM ranked AS x JOIN ranked AS y USING (unit)
		WHERE x.year = 2016 AND y.year = 2025 ORDER BY abs(x.rank - y.rank) DESC, y.rank, x.unit LIMIT 20`],
	['volatility of the million', `SELECT avg(mean_shift), max(worst) FROM (
		SELECT unit, avg(abs(rank - previous)) AS mean_shift, max(rank) AS worst FROM (
			SELECT unit, rank, lag(rank) OVER (PARTITION BY unit ORDER BY year) AS previous
			FROM (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM scores))
		GROUP BY unit)`],
	["Spearman's rho of the million, each year with the one before", `SELECT corr(rank, previous) FROM (
		SELECT year, rank, lag(rank) OVER (PARTITION BY unit ORDER BY year) AS previous
		FROM (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM scores)) GROUP BY year`],
	['path of one unit, ranked anew', `SELECT * FROM (SELECT unit, year, rank() OVER (PARTITION BY year ORDER BY score DESC) AS rank FROM scores) WHERE unit = 777`],
	['trends: regr_slope, 166,680 groups', `SELECT count(s) FROM (SELECT unit, indicator, regr_slope(actual, day) AS s FROM series GROUP BY unit, indicator)`],
	['disparity: Gini of a million in 1,000 groups', `SELECT count(gini) FROM (
		SELECT g, 2 * sum(i * x) / (count(*) * sum(x)) - (count(*) + 1.0) / count(*) AS gini
		FROM (SELECT g, x, row_number() OVER (PARTITION BY g ORDER BY x) AS i FROM incomes) GROUP BY g)`],
].filter(([name]) => name.match(new RegExp(pattern ?? '', 'i')));

console.log(`\n### DuckDB ${version}, native table, one thread\n\n| query | ms |\n|---|--:|`);
for (const [name, sql] of questions) {
	const times = [];
	for (let run = 0; run <= Number(runs); run++) {
		const start = process.cpuUsage();
		await connection.runAndReadAll(sql);
		const used = process.cpuUsage(start);
		if (run > 0) times.push((used.user + used.system) / 1000);
	}
	times.sort((a, b) => a - b);
	console.log(`| ${name} | ${times[Math.floor((times.length - 1) / 2)].toFixed(0)} |`);
}
