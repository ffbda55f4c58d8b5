// node-postgres: parameters bound on the server, results as text and in binary.
const { Client } = require('pg');
const given = process.argv.slice(2, 7), card = given[4];

(async () => {
	const client = new Client();
	const one = async (...query) => Object.values((await client.query(...query)).rows[0])[0];

	await client.connect();
	await client.query('BEGIN');
	await client.query('INSERT INTO item VALUES ($1, $2, $3, $4, $5, $6)', [...given, ['2022-Q3', '2022-10']]);
	console.log(['row', ...Object.values((await client.query('SELECT * FROM item')).rows[0])].join('|'));
	console.log('found', await one('SELECT count(*) FROM item WHERE period = $1 AND goal = $2 AND status = $3 AND card = $4', [given[0], given[1], given[2], card]));
	console.log('any', await one('SELECT count(*) FROM item WHERE period = ANY ($1)', [['2022-Q3', '2023']]));
	console.log('status', await one('SELECT plan_status($1, $2)', [96.5, '>= 95']));
	console.log('three', await one('SELECT plan_status($1, $2, $3)', [90.25, '>= 95 from 44', 0.95]));
	console.log('none', await one('SELECT plan_status($1, $2)', [null, '>= 95']));
	console.log('year', await one('SELECT plan_period($1)', [2022]));
	console.log('within', (await one("SELECT $1::date <@ plan_period '2022-Q3'", [new Date(2022, 7, 1)])) ? 'True' : 'False');
	console.log('json', (await one('SELECT $1::plan_scorecard::jsonb', [card])).exceeded);
	console.log('score', await one('SELECT plan_score(card) FROM item'));
	console.log('view', ...Object.values((await client.query(
		"SELECT period, goal, actual, status FROM province.performance WHERE indicator = 'GRDP' AND period = $1", ['2022'])).rows[0]));

	// With a parser that leaves bytes as they are, messages come in binary, and go back as a Buffer.
	const raw = { getTypeParser: () => (value) => value };
	const sent = (await client.query({ text: 'SELECT period, goal, card FROM item', binary: true, types: raw })).rows[0];
	console.log('binary', await one('SELECT count(*) FROM item WHERE period = $1 AND goal = $2 AND card = $3', [sent.period, sent.goal, sent.card]));
	await client.end();
})().catch((error) => { console.error(error.message); process.exit(1); });
