import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { startProgram, temporaryFolder } from '../e2e/program.ts'
import { joinPostgres } from '../src/server/postgres/launcher.ts'
import { putOff } from './aside.ts'
import { type Answered, type Client, clientOf, cookieOf } from './client.ts'
import { type Here, loadCases, numberOf, type Owner, phoneOf, readHere, usualStates, writeLives } from './cases-load.ts'
import { quantile, type Row } from './table.ts'

const district = 440104
const usualSizes = [0, 100_000, 1_000_000, 3_000_000]
/** People who work at the same time in the measure of lifecycles. */
const atOnce = 16
const seconds = 20
/** What DIGIT publishes for its complaint system (2026): four calls, 16 cores, no queries besides. */
const digit: Readonly<Record<number, number>> = { 0: 37, 1_000_000: 6.3 }

type Ask = (path: string, body?: object) => Promise<Answered>
/** Somebody's browser: one connection, one thing after another. */
const at = (client: Client): Ask => (path, body) => client.ask(body ? 'POST' : 'GET', path, body, body && crypto.randomUUID())
/** A program of somebody's that sends without waiting for answers. */
const from = (url: string, cookie: string): Ask => async (path, body) => {
  const answer = await fetch(`${url}${path}`, { method: body ? 'POST' : 'GET', headers: { cookie, ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }) }, ...(body && { body: JSON.stringify(body) }) })
  return { status: answer.status, text: await answer.text() }
}
type Measured = { readonly lifecyclesPerSecond: number; readonly p50Ms: number; readonly p95Ms: number }
type Desk = { readonly dispatcher: Ask; readonly department: Ask; readonly lead: string }

async function asked(ask: Ask, times: number[], path: string, body?: object): Promise<Record<string, unknown>> {
  const began = performance.now()
  const { status, text } = await ask(path, body)
  const reply = JSON.parse(text) as Record<string, unknown> // every reply of ours is an object
  times.push(performance.now() - began)
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
  return reply
}

/** Create, assign, resolve, search: the four calls that DIGIT measures, each with sign-in, permissions, audit and an idempotency key. */
async function lifecycle({ dispatcher, department, lead }: Desk, times: number[]): Promise<void> {
  const opened = await asked(dispatcher, times, '/api/cases', { type: 'grid-own', category: 'e-rubbish', title: '示例：门口暴露垃圾', words: '示例：门口的垃圾堆了三天没人清，味道很大', place: { unit: lead, address: '示例路8号', point: { lng: 113.26, lat: 23.13 } }, channel: 'patrol' })
  const assigned = await asked(dispatcher, times, `/api/cases/${String(opened['id'])}/moves`, { seq: opened['seq'], move: { kind: 'dispatched', lead, co: [], words: '' } })
  await asked(department, times, `/api/cases/${String(opened['id'])}/moves`, { seq: assigned['seq'], move: { kind: 'answered', words: '示例：已清理', result: 'done', evidence: [] } })
  await asked(department, times, `/api/cases?q=${String(opened['number'])}`)
}

export async function lifecycles(desks: readonly Desk[], forSeconds: number): Promise<Measured> {
  const times: number[] = []
  let done = 0
  const until = performance.now() + forSeconds * 1000, began = performance.now()
  await Promise.all(desks.map(async desk => { while (performance.now() < until) { await lifecycle(desk, times); done += 1 } }))
  return { lifecyclesPerSecond: done / ((performance.now() - began) / 1000), p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) }
}

/** The same work by bare SQL: the insert and the two updates with their events, and the search, on as many connections. */
async function bareRate(url: string, desks: number, forSeconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: desks })
  const { rows: [sample] } = await pool.query<{ id: string }>(`select id from cases."case" where type = 'grid-own' limit 1`)
  let statements = 0
  const until = performance.now() + forSeconds * 1000, began = performance.now()
  await Promise.all(Array.from({ length: desks }, async () => {
    const client = await pool.connect()
    while (performance.now() < until) {
      const id = crypto.randomUUID(), number = `WZ${id.replaceAll('-', '').slice(0, 20)}`
      await client.query(`insert into cases."case" select r.* from cases."case" c, jsonb_populate_record(c, jsonb_build_object('id', $1::text, 'number', $2::text, 'seq', 1)) r where c.district = $3 and c.id = $4`, [id, number, district, sample?.id])
      await client.query(`insert into cases.searched select district, $1, grams from cases.searched where district = $2 and case_id = $3`, [id, district, sample?.id])
      for (const seq of [2, 3]) {
        await client.query('begin')
        await client.query(`update cases."case" set seq = $3, since = now() where district = $1 and id = $2 and seq = $3 - 1`, [district, id, seq])
        await client.query(`insert into cases.event (district, case_id, seq, at, event) values ($1, $2, $3, now(), '{"kind": "noted", "words": "示例", "forReporter": false}')`, [district, id, seq])
        await client.query('commit')
        statements += 2
      }
      await client.query('select * from cases."case" where district = $1 and number = $2', [district, number])
      statements += 3
    }
    client.release()
  }))
  const rate = statements / ((performance.now() - began) / 1000)
  // What was made only for this is taken away again.
  await pool.query(`delete from cases.searched s using cases."case" c where c.district = s.district and c.id = s.case_id and length(c.number) = 22 and c.type = 'grid-own'`)
  await pool.query(`delete from cases.event e using cases."case" c where c.district = e.district and c.id = e.case_id and length(c.number) = 22 and c.type = 'grid-own'`)
  await pool.query(`delete from cases."case" where length(number) = 22 and type = 'grid-own'`)
  await pool.end()
  return rate
}

/** The shape 1-15-1-25-2-35-10-0 times a unit rate, five seconds a step, sent without waiting for answers; errors and the slowest. */
async function burstOf(ask: Ask, lead: string, unit: number): Promise<{ readonly errors: number; readonly calls: number; readonly p95Ms: number }> {
  const times: number[] = []
  let errors = 0
  const pending: Promise<void>[] = []
  for (const factor of [1, 15, 1, 25, 2, 35, 10, 0]) {
    const n = Math.round(factor * unit * 5)
    for (let i = 0; i < n; i++) {
      pending.push(asked(ask, times, '/api/cases', { type: 'grid-own', category: 'e-rubbish', title: '示例：门口暴露垃圾', words: '示例：门口的垃圾没人清', place: { unit: lead } }).then(() => {}, () => { errors += 1 }))
      await new Promise(resolve => { setTimeout(resolve, 5000 / n) })
    }
    if (n === 0) await new Promise(resolve => { setTimeout(resolve, 5000) })
  }
  await Promise.all(pending)
  return { errors, calls: pending.length, p95Ms: quantile(times, 0.95) }
}

/** So many people, each doing something about every two seconds: a list, a case, a note. */
async function staff(sit: (role: 'dispatcher' | 'department') => Promise<Ask>, people: number, forSeconds: number): Promise<number> {
  const times: number[] = []
  const until = performance.now() + forSeconds * 1000
  await Promise.all(Array.from({ length: people }, async (_, i) => {
    const ask = await sit(i % 2 ? 'department' : 'dispatcher')
    await new Promise(resolve => { setTimeout(resolve, (2000 * i) / people) })
    for (; performance.now() < until; await new Promise(resolve => { setTimeout(resolve, 2000) })) {
      const list = await asked(ask, times, `/api/cases?open=true&order=due&limit=50${i % 3 ? '' : '&q=%E5%9E%83%E5%9C%BE'}`)
      const [first] = list['items'] as readonly { readonly id: string }[] // as the contract has it
      if (first) await asked(ask, times, `/api/cases/${first.id}`)
    }
  }))
  return quantile(times, 0.95)
}

/** Number, words of two characters and more, place and telephone, forty questions of each: within what time nineteen of twenty are answered when they are asked first, and when they are asked again, as in a program that is in use. */
async function searches(ask: Ask, size: number, { streets }: Here): Promise<{ readonly first: Readonly<Record<string, number>>; readonly again: Readonly<Record<string, number>> }> {
  const words = ['垃圾', '噪音', '停水', '路灯', '电梯', '占道经营', '下水道堵塞', '施工扰民', '漏水', '物业费']
  const kinds: Readonly<Record<string, (i: number) => string>> = {
    number: i => `q=${numberOf((i * 7919) % size)}`, words: i => `q=${encodeURIComponent(words[i % words.length] ?? '')}`,
    place: i => `place=${streets[i % streets.length]}`, phone: i => `phone=${phoneOf((i * 104_729) % size)}`,
  }
  const round = async () => {
    const each: Record<string, number> = {}
    for (const [kind, query] of Object.entries(kinds)) {
      const times: number[] = []
      for (let i = 0; i < 40; i++) await asked(ask, times, `/api/cases?limit=50&${query(i)}`)
      each[kind] = quantile(times, 0.95)
    }
    return each
  }
  return { first: await round(), again: await round() }
}

/** A million open cases of which a tenth is due, each for one step up, swept by two programs; each goes off once or the bench fails. */
async function sweepRate(owner: Owner, url: string, here: Here, total: number): Promise<number> {
  // The program itself stands aside meanwhile.
  await putOff(owner, 'cases.%')
  await owner.query('truncate cases."case", cases.searched, cases.upcoming, cases.desk, cases.event, cases.reporter, cases.outbox cascade; drop table if exists life; drop table if exists life_words; drop table if exists life_upcoming; drop table if exists life_event')
  await writeLives(owner, here, Array.from({ length: 1000 }, (_, k) => (k % 10 === 0 ? 'due' : 'open')))
  await loadCases(owner, 0, total, 1000)
  const { rows: [due] } = await owner.query<{ cases: number; timers: number }>(`select count(*)::int as cases, sum((select count(*) from jsonb_array_elements(timers) t where (t ->> 'at')::timestamptz <= now()))::int as timers from cases.upcoming where next_at <= now()`)
  const sweepers = [0, 1].map(() => spawn(process.execPath, [join(import.meta.dirname, 'cases-sweeper.ts'), url], { stdio: ['pipe', 'pipe', 'inherit'] }))
  await Promise.all(sweepers.map(s => once(s.stdout, 'data')))
  const began = performance.now(), start = new Date().toISOString()
  for (const s of sweepers) s.stdin.write('go\n')
  const counts = await Promise.all(sweepers.map(async s => { const [data] = await once(s.stdout, 'data') as [Buffer]; return Number(String(data)) })) // a stream's data
  const took = (performance.now() - began) / 1000
  const { rows: [went] } = await owner.query<{ n: number; distinct: number; left: number }>(`select count(*)::int as n, count(distinct (case_id, event ->> 'clock', event ->> 'step', event ->> 'due', event ->> 'kind'))::int as distinct, (select count(*)::int from cases.upcoming where next_at <= now() - interval '1 minute') as left from cases.event where at >= $1 and event ->> 'kind' in ('warned', 'escalated')`, [start])
  if (!due || due.timers !== due.cases || went?.n !== due.timers || went.n !== went.distinct || went.left > 0 || counts.reduce((a, b) => a + b, 0) !== due.cases) throw new Error(`Not each deadline went off once: ${JSON.stringify({ due, went, counts })}`)
  return due.cases / took
}

export type CasesMeasured = {
  readonly sizes: Readonly<Record<string, Measured>>
  readonly rawStatementsPerSecond: number
  readonly burst: { readonly errors: number; readonly calls: number; readonly p95Ms: number; readonly staff200P95Ms: number }
  readonly sweepPerSecond: number
  readonly searchP95Ms: number
}

/** The whole, in one program with its own database: lifecycles on bases of several sizes, and what else is asked of it at the largest. */
export async function measure({ sizes: sizesAsked = usualSizes }: { readonly sizes?: readonly number[] | undefined } = {}): Promise<CasesMeasured & { readonly searches: Awaited<ReturnType<typeof searches>>; readonly largest: number }> {
  const folder = await temporaryFolder()
  const program = await startProgram({ dataDir: folder.path, command: 'serve', env: { LOG_LEVEL: 'error' } })
  const server = await joinPostgres({ dataDir: folder.path })
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  try {
    const here = await readHere(owner)
    await writeLives(owner, here, usualStates)
    const { rows: [seat] } = await owner.query<{ unit: string }>(`select p.unit from org.post p join org.person n on n.district = p.district and n.id = p.person where p.district = ${district} and n.account = 'department'`)
    const lead = seat?.unit ?? ''
    const cookies = { dispatcher: await cookieOf(program.url, 'dispatcher'), department: await cookieOf(program.url, 'department') }
    const clients: Client[] = []
    const sit = async (role: keyof typeof cookies) => {
      const client = await clientOf(program.url, cookies[role])
      clients.push(client)
      return at(client)
    }
    const sizes: Record<string, Measured> = {}
    let raw = Number.NaN, loaded = 0
    for (const size of sizesAsked) {
      const took = size > loaded ? await loadCases(owner, loaded, size) : 0
      console.error(`  ${size} cases, loaded in ${took.toFixed(0)} s`)
      loaded = Math.max(loaded, size)
      // Whoever says nothing while cases are loaded is shown the door, so people sit down anew.
      const desks: Desk[] = []
      for (let i = 0; i < atOnce; i++) desks.push({ dispatcher: await sit('dispatcher'), department: await sit('department'), lead })
      await lifecycles(desks, 3) // warm
      sizes[size] = await lifecycles(desks, seconds)
      console.error(`  ${JSON.stringify(sizes[size])}`)
      if (size === 1_000_000 || size === sizesAsked.at(-1)) raw = await bareRate(server.url, atOnce, 8)
    }
    const found = await searches(await sit('dispatcher'), Math.max(loaded, 1), here)
    console.error(`  ${JSON.stringify(found)}`)
    const burst = await burstOf(from(program.url, cookies.dispatcher), lead, 4)
    const staff200P95Ms = await staff(sit, 200, 20)
    for (const client of clients) client.close()
    console.error(`  ${JSON.stringify({ burst, staff200P95Ms })}`)
    const sweepPerSecond = await sweepRate(owner, server.url, here, Math.min(1_000_000, Math.max(loaded, 10_000)))
    return { sizes, rawStatementsPerSecond: raw, burst: { ...burst, staff200P95Ms }, sweepPerSecond, searchP95Ms: Math.max(...Object.values(found.again)), searches: found, largest: loaded }
  } finally {
    await owner.end().catch(() => {})
    await program.kill()
    await server.stop()
    await folder.remove()
  }
}

export async function bench(options: Parameters<typeof measure>[0] = {}): Promise<readonly Row[]> {
  const { sizes, rawStatementsPerSecond, burst, sweepPerSecond, searchP95Ms, searches: { first, again }, largest } = await measure(options)
  const empty = sizes['0']?.lifecyclesPerSecond ?? Number.NaN
  return [
    ...Object.entries(sizes).flatMap(([size, m]): Row[] => [
      { what: `lifecycles at ${size} cases (create, assign, resolve, search)`, measured: m.lifecyclesPerSecond, unit: '/s', beside: `limit 100, DIGIT ${digit[Number(size)] ?? '—'} on 16 cores; of the empty base`, ratio: m.lifecyclesPerSecond / empty },
      { what: `  a call of them, nineteen of twenty`, measured: m.p95Ms, unit: 'ms', beside: `limit 100; half of them ${m.p50Ms.toFixed(0)} ms`, ratio: m.p95Ms / 100 },
    ]),
    { what: 'bare statements by SQL alone', measured: rawStatementsPerSecond, unit: '/s', beside: 'same statements, same connections', ratio: null },
    { what: 'burst 1-15-1-25-2-35-10-0: errors', measured: burst.errors, unit: `of ${burst.calls}`, beside: `limit 0; nineteen of twenty within ${burst.p95Ms.toFixed(0)} ms`, ratio: null },
    { what: '200 people at once, nineteen of twenty', measured: burst.staff200P95Ms, unit: 'ms', beside: 'limit 500', ratio: burst.staff200P95Ms / 500 },
    { what: 'cases a step of whose ladder is due, swept by two programs, each once', measured: sweepPerSecond, unit: '/s', beside: 'limit 10000', ratio: sweepPerSecond / 10_000 },
    { what: `search over ${largest}, nineteen of twenty of the slowest kind`, measured: searchP95Ms, unit: 'ms', beside: `limit 150; ${Object.entries(again).map(([kind, ms]) => `${kind} ${ms.toFixed(0)}, asked first ${first[kind]?.toFixed(0)}`).join('; ')}`, ratio: searchP95Ms / 150 },
  ]
}
