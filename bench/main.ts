/**
 * `npm run bench`: speed and memory as a table, each figure beside a peer or a limit measured in the same run.
 *   npm run bench -- --only reading      one of them
 *   npm run bench -- --json              for a program
 *   npm run bench -- --only cases --sizes 0,100000   on these sizes only
 */
import { parseArgs } from 'node:util'
import { type Row, print } from './table.ts'

type Options = { readonly sizes?: readonly number[] | undefined }
/** `measure` says the same as the table in a form of its own, for `--json`. */
type Bench = { readonly bench: (options: Options) => Promise<readonly Row[]>; readonly measure?: (options: Options) => Promise<object> }
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  reading: () => import('./reading.ts'),
  start: () => import('./start.ts'),
  door: () => import('./door.ts'),
  ledger: () => import('./ledger.ts'),
  cases: () => import('./cases.ts'),
  routing: () => import('./routing.ts'),
  projects: () => import('./projects.ts'),
}

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, json: { type: 'boolean', default: false }, sizes: { type: 'string' } } })
const options: Options = { sizes: values.sizes?.split(',').map(Number) }
const chosen = values.only ?? Object.keys(benches)
const unknown = chosen.find(name => !(name in benches))
if (unknown) {
  console.error(`没有名为 ${unknown} 的测量；可选：${Object.keys(benches).join('、')}。 There is no bench ${unknown}; choose from ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const results: Record<string, object> = {}
for (const name of chosen) {
  const load = benches[name]
  if (!load) continue
  if (!values.json) console.log(`\n${name}`)
  const { bench, measure } = await load()
  if (values.json) results[name] = await (measure ?? bench)(options)
  else print(await bench(options))
}
if (values.json) console.log(JSON.stringify(results, null, 2))
