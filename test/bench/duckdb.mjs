// Answer queries in DuckDB: an empty database in memory, one thread.
//
// Usage: node duckdb.mjs FOLDER, where the module is installed.  Reads a query a line, and
// prints its rows, fields separated by "|", and then "end-of-answer".
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.argv[2]}/package.json`);
const { DuckDBInstance } = await import(pathToFileURL(require.resolve('@duckdb/node-api')).href);
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();

for await (const line of createInterface({ input: process.stdin })) {
	let answer = [];
	try {
		const rows = (await connection.runAndReadAll(line)).getRows();
		if (!line.startsWith('CREATE'))
			answer = rows.map((row) => row.map((value) => value === null ? '' : String(value)).join('|'));
	} catch (error) {
		answer = [`ERROR: ${error.message.replaceAll('\n', ' ')}`];
	}
	process.stdout.write([...answer, 'end-of-answer', ''].join('\n'));
}
