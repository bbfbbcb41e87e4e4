/**
 * `npm run bench`: speed and memory as a table, each figure beside a peer or a limit measured in the same run.
 *   npm run bench -- --only reading      one of them
 *   npm run bench -- --json              for a program
 */
import { parseArgs } from 'node:util'
import { type Row, print } from './table.ts'

const benches: Readonly<Record<string, () => Promise<{ readonly bench: () => Promise<readonly Row[]> }>>> = {
  reading: () => import('./reading.ts'),
  start: () => import('./start.ts'),
  ledger: () => import('./ledger.ts'),
}

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } })
const chosen = values.only ?? Object.keys(benches)
const unknown = chosen.find(name => !(name in benches))
if (unknown) {
  console.error(`没有名为 ${unknown} 的测量；可选：${Object.keys(benches).join('、')}。 There is no bench ${unknown}; choose from ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const results: Record<string, readonly Row[]> = {}
for (const name of chosen) {
  const load = benches[name]
  if (!load) continue
  if (!values.json) console.log(`\n${name}`)
  const rows = await (await load()).bench()
  results[name] = rows
  if (!values.json) print(rows)
}
if (values.json) console.log(JSON.stringify(results, null, 2))
