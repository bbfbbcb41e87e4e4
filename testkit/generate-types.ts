/** `npm run db:types`: migrates an empty database and writes the types of its tables to src/engines/database.generated.ts. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { emptyDatabase, testCluster } from './cluster.ts'

const out = 'src/engines/database.generated.ts'
const cluster = await testCluster()
const database = await emptyDatabase(cluster, 'types')
await promisify(execFile)('npx', ['kysely-codegen', '--dialect', 'postgres', '--url', database.url, '--numeric-parser', 'number', '--date-parser', 'string',
  '--type-mapping', JSON.stringify({ timestamptz: 'string', int8: 'number', date: 'string', numeric: 'number', jsonb: 'Jsonb' }),
  '--custom-imports', JSON.stringify({ Jsonb: './jsonb.ts' }), '--out-file', out])
await writeFile(out, (await readFile(out, 'utf8')).replace('export interface DB {', 'export interface Database {'))
await database.drop()
await cluster.stop()
console.log(`wrote ${out}`)
