import { startProgram, temporaryFolder } from '../e2e/program.ts'
import { type Client, clientOf, cookieOf } from './client.ts'
import { cpuOf } from './process.ts'
import { quantile, type Row } from './table.ts'

const users = 16
const each = 100
const roles = ['planner', 'street', 'department', 'street-head']

/** What it costs to be let in: many signed-in people ask the least there is to ask, and write the least there is to write, without a pause. */
export async function bench(): Promise<readonly Row[]> {
  const folder = await temporaryFolder()
  const program = await startProgram({ dataDir: folder.path, command: 'serve' })
  try {
    return await doors(program.url, program.pid)
  } finally {
    await program.stop()
    await folder.remove()
  }
}

export async function doors(url: string, pid: number): Promise<readonly Row[]> {
  const cookies = await Promise.all(roles.map(role => cookieOf(url, role)))
  const cookie = (user: number) => cookies[user % roles.length] ?? ''
  return [
    ...await measure(url, pid, 'healthz, which asks nobody', cookie, client => client.ask('GET', '/healthz')),
    ...await measure(url, pid, 'who am I', cookie, client => client.ask('GET', '/api/me')),
    ...await measure(url, pid, 'a commitment is written, once by its key', () => cookie(0), (client, n) => client.ask('POST', '/api/plan/2025/commitments', { kind: 'chapter', title: `压测 ${n}`, dueOn: '2025-12-31', ground: '压测' }, `bench-door-${started}-${n}`)),
  ]
}

const started = Date.now()

async function measure(url: string, pid: number, what: string, cookie: (user: number) => string, ask: (client: Client, n: number) => ReturnType<Client['ask']>): Promise<readonly Row[]> {
  const clients = await Promise.all(Array.from({ length: users }, async (_, user) => clientOf(url, cookie(user))))
  const times: number[] = []
  const turns = (from: number, to: number) => Promise.all(clients.map(async (client, user) => {
    for (let turn = from; turn < to; turn++) {
      const began = performance.now()
      const { status, text } = await ask(client, user * 10_000 + turn)
      if (status !== 200) throw new Error(`${what}: ${status} ${text}`)
      times.push(performance.now() - began)
    }
  }))
  await turns(0, each / 5) // warm
  times.length = 0
  const before = cpuOf(pid), began = performance.now()
  await turns(each / 5, each / 5 + each)
  const seconds = (performance.now() - began) / 1000, after = cpuOf(pid)
  for (const client of clients) client.close()
  const perAsk = (ms: number) => ms / times.length
  return [
    { what: `${what}, ${users} people without a pause`, measured: times.length / seconds, unit: 'a second', beside: `p95 ${quantile(times, 0.95).toFixed(1)} ms`, ratio: null },
    { what: `${what}: processor time of the program`, measured: perAsk(after.program - before.program), unit: 'ms', beside: `and of the database ${perAsk(after.database - before.database).toFixed(2)} ms`, ratio: null },
  ]
}
