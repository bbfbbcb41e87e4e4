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
  '--out-file', out])
const text = await readFile(out, 'utf8')
await writeFile(out, text.replace('export interface DB {', 'export interface Database {').replace('import type', `import type { Jsonb } from './jsonb.ts'\nimport type`))
await database.drop()
await cluster.stop()
console.log(`wrote ${out}`)
