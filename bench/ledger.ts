import { setTimeout as sleep } from 'node:timers/promises'
import { signedIn, startProgram, temporaryFolder } from '../e2e/program.ts'
import { bareReads, type Loaded, loadLedger, openYear } from './ledger-load.ts'
import { memoryOf } from './process.ts'
import { quantile, type Row } from './table.ts'

const users = 20
const roles = ['leader', 'planner', 'statistician', 'department', 'street']
const rounds = 8
/** Between an answer and the next ask of the same person: people read what they asked for. */
const reading = 1000
/** What a page's data may take for nineteen of twenty asks, with everybody asking at once. */
const limit = 200

type Ask = (path: string, init?: RequestInit) => Promise<Response>
/** `may`: the roles that see it; the others' turn is taken by one of these. */
type Call = { readonly name: string; readonly path: (user: number, turn: number) => string; readonly may?: readonly string[] }

function callsOn({ indicators, units }: Loaded, sheets: readonly string[]): readonly Call[] {
  const indicator = (user: number, turn: number) => indicators[(user * 7 + turn) % indicators.length]
  const unit = (user: number, turn: number) => units[(user + turn) % units.length]
  return [
    { name: 'cockpit of a year', path: () => `/api/cockpit/${openYear}` },
    { name: 'plan of a year', path: () => `/api/plan/${openYear}` },
    { name: 'what a unit owes', path: (user, turn) => `/api/plan/units/${unit(user, turn)}?year=${openYear}` },
    { name: 'sheet of a unit with 40 rows', path: (user, turn) => `/api/returns/sheets/${sheets[(user * 3 + turn) % sheets.length]}`, may: ['leader', 'planner', 'statistician'] },
    { name: 'register, a page of 50 with latest figures', path: (_, turn) => `/api/indicators?limit=50${turn % 2 ? '&q=%E7%A4%BA%E4%BE%8B' : ''}` },
    { name: 'one indicator of one unit: figures, derived values, targets', path: (user, turn) => `/api/indicators/${indicator(user, turn)}?unit=${unit(user, turn)}` },
    { name: 'its outlook: pace, forecast, back-test, contributions', path: (user, turn) => `/api/indicators/${indicator(user, turn)}/outlook?unit=${unit(user, turn)}` },
    { name: 'figures, a page of 50', path: (user, turn) => `/api/figures?limit=50&indicator=${indicator(user, turn)}` },
    { name: 'who am I', path: () => '/api/me' },
  ]
}

/** A district's fifteen years in the ledger, and twenty people who read it, each over HTTP and signed in: asking again about a second after each answer, and, as the worst that can be, without a pause. */
export async function bench(): Promise<readonly Row[]> {
  const folder = await temporaryFolder()
  const program = await startProgram({ dataDir: folder.path, command: 'serve' })
  try {
    const loaded = await loadLedger(folder.path)
    const asks = await Promise.all(Array.from({ length: users }, (_, user) => signedIn(program.url, roles[user % roles.length] ?? 'leader')))
    const sheets = await openSheets(asks[roles.indexOf('planner')], loaded)
    const calls = callsOn(loaded, sheets)
    const measured: { readonly name: string; readonly alone: readonly number[]; readonly reading: readonly number[]; readonly together: readonly number[] }[] = []
    for (const { name, path, may = roles } of calls) {
      const timed = async (user: number, turn: number) => {
        const began = performance.now()
        const answer = await asks[may.includes(roles[user % roles.length] ?? '') ? user : roles.indexOf(may[user % may.length] ?? '')]?.(path(user, turn))
        await answer?.arrayBuffer()
        if (answer?.status !== 200) throw new Error(`${path(user, turn)} answered ${answer?.status}`)
        return performance.now() - began
      }
      await Promise.all(asks.map((_, user) => timed(user, rounds))) // warm
      const alone: number[] = []
      for (let turn = 0; turn < 8; turn++) alone.push(await timed(turn, turn))
      const apart: number[] = []
      await Promise.all(asks.map(async (_, user) => {
        await sleep((reading * user) / users)
        for (let turn = 0; turn < rounds; turn++) {
          apart.push(await timed(user, turn))
          await sleep(reading * (0.5 + ((user * 7 + turn * 3) % 10) / 10))
        }
      }))
      const together: number[] = []
      await Promise.all(asks.map(async (_, user) => { for (let turn = 0; turn < rounds; turn++) together.push(await timed(user, turn)) }))
      measured.push({ name, alone, reading: apart, together })
    }
    const fresh = await afterWriting(asks)
    const crowd = await everybodySubmits(asks[roles.indexOf('statistician')], sheets)
    const bare = await bareReads(folder.path, loaded, users, rounds)
    const memory = memoryOf(program.pid)
    const floor = quantile(measured.find(m => m.name === 'who am I')?.together ?? [], 0.5)
    const beside = `p50 ÷ who am I of ${users} at once`
    return [
      { what: `${loaded.figures} figures loaded (${loaded.megabytes.toFixed(0)} MB with indexes), ${loaded.targets} targets`, measured: loaded.seconds, unit: 's', beside: `${(loaded.figures / loaded.seconds).toFixed(0)} figures a second`, ratio: null },
      ...measured.flatMap(({ name, alone, reading: apart, together }): Row[] => [
        { what: `${name}, ${users} people: p50`, measured: quantile(apart, 0.5), unit: 'ms', beside: `alone p50 ${quantile(alone, 0.5).toFixed(1)} ms`, ratio: quantile(apart, 0.5) / quantile(alone, 0.5) },
        { what: `${name}, ${users} people: p95`, measured: quantile(apart, 0.95), unit: 'ms', beside: `limit ${limit} ms`, ratio: quantile(apart, 0.95) / limit },
        { what: `${name}, ${users} without a pause: p50`, measured: quantile(together, 0.5), unit: 'ms', beside, ratio: quantile(together, 0.5) / floor },
      ]),
      { what: 'cockpit of a year, the first after somebody wrote: p50', measured: quantile(fresh, 0.5), unit: 'ms', beside: 'worked out anew, then given to all', ratio: null },
      { what: `${crowd.sheets} units hand in ${crowd.cells} cells and submit, all at once`, measured: crowd.seconds, unit: 's', beside: `${crowd.kept} of ${crowd.cells} cells kept, each once; ${crowd.submitted} submitted`, ratio: crowd.kept / crowd.cells },
      { what: `bare statement of an indicator's figures, ${users} at once: p50`, measured: quantile(bare, 0.5), unit: 'ms', beside: 'straight to the database', ratio: quantile(bare, 0.5) / floor },
      { what: 'memory of the program after that', measured: memory.program, unit: 'MB', beside: '', ratio: null },
      { what: 'memory of its database, shared pages counted once', measured: memory.database, unit: 'MB', beside: '', ratio: null },
    ]
  } finally {
    await program.stop()
    await folder.remove()
  }
}

const rowsOfSheet = 40

/** A monthly form of forty rows over sixty units, opened for a month that has no figures yet; answers the ids of its sheets. */
async function openSheets(planner: Ask | undefined, { unitCodes, codes }: Loaded): Promise<readonly string[]> {
  const json = { 'content-type': 'application/json' }
  const asked = async (path: string, body?: object): Promise<unknown> => {
    const answer = await planner?.(path, body ? { method: 'POST', headers: json, body: JSON.stringify(body) } : {})
    if (answer?.status !== 200) throw new Error(`${path} answered ${answer?.status}: ${await answer?.text()}`)
    return answer.json()
  }
  const content = { name: { zh: '压测月报', en: 'Monthly return of the bench' }, rhythm: 'month', units: { of: 'these', codes: unitCodes }, due: { days: 5, of: 'working' }, rows: codes.slice(0, rowsOfSheet).map(indicator => ({ by: 'typed', indicator })) }
  const { id } = await asked('/api/returns/forms', { code: 'BENCH-MONTHLY', from: '2025-01-01', content }) as { id: string } // a FormView
  await asked(`/api/returns/forms/${id}/open`, { period: '2025-11' })
  const { items } = await asked(`/api/returns/sheets?limit=200&whose=all&form=${id}`) as { items: { id: string }[] } // a page of sheets
  return items.map(item => item.id)
}

/** How long the cockpit takes for the first who asks after a figure was entered. */
async function afterWriting(asks: readonly Ask[]): Promise<readonly number[]> {
  const planner = asks[roles.indexOf('planner')], leader = asks[roles.indexOf('leader')]
  const times: number[] = []
  for (let turn = 0; turn < 6; turn++) {
    await planner?.('/api/plan/2025/commitments', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'chapter', title: `压测 ${turn}`, dueOn: '2025-12-31', ground: '压测' }) })
    const began = performance.now()
    await (await leader?.(`/api/cockpit/${openYear}`))?.arrayBuffer()
    times.push(performance.now() - began)
  }
  return times
}

/** Sixty units fill their sheets and submit them at the same moment, each cell sent twice as an impatient browser does; then what is on file is counted. */
async function everybodySubmits(clerk: Ask | undefined, sheets: readonly string[]) {
  if (!clerk) throw new Error('nobody to fill the sheets')
  const headers = { 'content-type': 'application/json' }
  type Sheet = { readonly standing: { readonly version: number }; readonly rows: readonly { readonly key: string; readonly value: number | null }[] }
  const began = performance.now()
  const done = await Promise.all(sheets.map(async (id, i) => {
    const view = await (await clerk(`/api/returns/sheets/${id}`)).json() as Sheet // a SheetView
    const put = () => clerk(`/api/returns/sheets/${id}/cells`, { method: 'PUT', headers, body: JSON.stringify({ cells: view.rows.map((row, k) => ({ row: row.key, value: 1000 * i + k, version: 0 })) }) })
    await Promise.all([put(), put()])
    const filled = await (await clerk(`/api/returns/sheets/${id}`)).json() as Sheet // a SheetView
    const answer = await clerk(`/api/returns/sheets/${id}/submit`, { method: 'POST', headers, body: JSON.stringify({ version: filled.standing.version }) })
    return { kept: filled.rows.filter((row, k) => row.value === 1000 * i + k).length, cells: view.rows.length, submitted: answer.status === 200 }
  }))
  return { sheets: sheets.length, seconds: (performance.now() - began) / 1000, kept: done.reduce((sum, d) => sum + d.kept, 0), cells: done.reduce((sum, d) => sum + d.cells, 0), submitted: done.filter(d => d.submitted).length }
}
