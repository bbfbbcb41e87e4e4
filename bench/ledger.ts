import { setTimeout as sleep } from 'node:timers/promises'
import { signedIn, startProgram, temporaryFolder } from '../e2e/program.ts'
import { bareReads, type Loaded, loadLedger, openYear } from './ledger-load.ts'
import { memoryOf } from './memory.ts'
import { quantile, type Row } from './table.ts'

const users = 20
const roles = ['leader', 'planner', 'statistician', 'department', 'street']
const rounds = 8
/** Between an answer and the next ask of the same person: people read what they asked for. */
const reading = 1000
/** What a page's data may take for nineteen of twenty asks, with everybody asking at once. */
const limit = 200

type Call = { readonly name: string; readonly path: (user: number, turn: number) => string }

function callsOn({ indicators, units }: Loaded): readonly Call[] {
  const indicator = (user: number, turn: number) => indicators[(user * 7 + turn) % indicators.length]
  const unit = (user: number, turn: number) => units[(user + turn) % units.length]
  return [
    { name: 'cockpit of a year', path: () => `/api/cockpit/${openYear}` },
    { name: 'plan of a year', path: () => `/api/plan/${openYear}` },
    { name: 'what a unit owes', path: (user, turn) => `/api/plan/units/${unit(user, turn)}?year=${openYear}` },
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
    const calls = callsOn(loaded)
    const measured: { readonly name: string; readonly alone: readonly number[]; readonly reading: readonly number[]; readonly together: readonly number[] }[] = []
    for (const { name, path } of calls) {
      const timed = async (user: number, turn: number) => {
        const began = performance.now()
        const answer = await asks[user]?.(path(user, turn))
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
      { what: `bare statement of an indicator's figures, ${users} at once: p50`, measured: quantile(bare, 0.5), unit: 'ms', beside: 'straight to the database', ratio: quantile(bare, 0.5) / floor },
      { what: 'memory of the program after that', measured: memory.program, unit: 'MB', beside: '', ratio: null },
      { what: 'memory of its database, shared pages counted once', measured: memory.database, unit: 'MB', beside: '', ratio: null },
    ]
  } finally {
    await program.stop()
    await folder.remove()
  }
}
