import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startProgram, temporaryFolder } from '../e2e/program.ts'
import { joinPostgres } from '../src/server/postgres/launcher.ts'
import { putOff } from './aside.ts'
import { clientOf, cookieOf } from './client.ts'
import { quantile, type Row } from './table.ts'

const district = 440104
const projects = 10_000
const years = 10
/** People who look at the portfolio, each asking again about a second after an answer. */
const people = 20
const rounds = 10

type Owner = pg.Client

/** Projects by a tenth of the demonstration's own: ten years of plans and approved months each, eleven nodes, and for a tenth something in the way. */
async function load(owner: Owner): Promise<{ readonly months: number; readonly seconds: number }> {
  const began = performance.now()
  const year = new Date().getUTCFullYear()
  const { rows: units } = await owner.query<{ id: string }>(`select id from org.unit where district = ${district} and kind in ('department', 'street')`)
  const idOf = `('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  // Thousands of red projects would bring as many notices meanwhile.
  await putOff(owner, 'supervision.%')
  await owner.query(`truncate projects.project, projects.event, projects.listing, projects.node, projects.year, projects.month, projects.blocker, projects.verdict, projects.light`)
  await owner.query(`insert into projects.project (district, id, code, name, names, of, phase, owner, total, generated, seq)
    select ${district}, ${idOf}, 'B' || lpad(n::text, 5, '0'), '压测项目' || n, '压测项目' || n, 'construction', 'started', ($1::uuid[])[1 + n % ${units.length}], 120000, true, 1 from generate_series(1, ${projects}) n`, [units.map(unit => unit.id)])
  await owner.query(`insert into projects.event (district, project, seq, at, by_name, event)
    select p.district, p.id, 1, now(), null, jsonb_build_object('kind', 'made', 'code', p.code, 'name', p.name, 'of', p.of, 'phase', p.phase, 'on', '${year - years + 1}-01-01', 'what', '', 'place', '{"unit":null,"address":null,"point":null}'::jsonb, 'total', 120000, 'owner', p.owner, 'leader', null, 'contractor', null, 'startsOn', null, 'endsOn', null, 'nodes', '[]'::jsonb, 'source', '{"kind":"generated","seed":"bench"}'::jsonb) from projects.project p`)
  await owner.query(`insert into projects.year (district, project, year, total, months, done) select ${district}, ${idOf}, y, 12000, array_fill(1000, array[12]), 11000 from generate_series(1, ${projects}) n, generate_series(${year - years + 1}, ${year}) y`)
  await owner.query(`insert into projects.month (district, year, project, month, amount, state)
    select ${district}, y, ${idOf}, m, 700 + (n * 37 + m * 101 + y * 7) % 500, 'approved' from generate_series(1, ${projects}) n, generate_series(${year - years + 1}, ${year}) y, generate_series(1, 12) m`)
  await owner.query(`insert into projects.listing (district, project, list, year) select ${district}, ${idOf}, 'district-key', y from generate_series(1, ${projects}) n, generate_series(${year - years + 1}, ${year}) y where n % ${years} >= y - ${year - years + 1}`)
  await owner.query(`insert into projects.node (district, project, key, position, name, weight, planned, reached, after)
    select ${district}, ${idOf}, 'n' || k, k, '节点' || k, 1, current_date + (k * 30 - 200 + n % 60), case when k < 7 then current_date + (k * 30 - 205) end, case when k > 1 then array['n' || (k - 1)] else array[]::text[] end from generate_series(1, ${projects}) n, generate_series(1, 11) k`)
  await owner.query(`insert into projects.blocker (district, project, case_id, kind, title, raised_on, open) select ${district}, ${idOf}, ${idOf}, 'pipes', '管线迁改', current_date - (n % 45), true from generate_series(1, ${projects}) n where n % 10 = 0`)
  await owner.query('vacuum analyze projects.project, projects.event, projects.listing, projects.node, projects.year, projects.month, projects.blocker')
  await owner.query('checkpoint') // else what was loaded is still being written out while it is asked
  return { months: projects * years * 12, seconds: (performance.now() - began) / 1000 }
}

/** How long the program takes for the lights of all projects when a day begins, by its own job. */
async function nightly(owner: Owner): Promise<number> {
  await untilLit(owner)
  // Now they are of yesterday, as at the beginning of a day.
  await owner.query(`update projects.project set lit_on = lit_on - 1`)
  return untilLit(owner)
}

/** Seconds until every project is lit today. */
async function untilLit(owner: Owner): Promise<number> {
  const began = performance.now()
  for (;;) {
    const { rows: [left] } = await owner.query<{ n: number }>(`select count(*)::int as n from projects.project where lit_on is distinct from (now() at time zone 'Asia/Shanghai')::date`)
    if (left?.n === 0) return (performance.now() - began) / 1000
    if (performance.now() - began > 120_000) throw new Error(`${left?.n} projects are not lit after two minutes`)
    await pause(50)
  }
}

/** Ten thousand projects with ten years of months: lights of all of them, the portfolio for twenty people, and a change until its light is there. */
export async function bench(): Promise<readonly Row[]> {
  const folder = await temporaryFolder()
  const program = await startProgram({ dataDir: folder.path, command: 'serve', env: { LOG_LEVEL: 'error' } })
  const server = await joinPostgres({ dataDir: folder.path })
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  try {
    const loaded = await load(owner)
    const lit = await nightly(owner)
    const cookies = await Promise.all((['leader', 'planner', 'department', 'street'] as const).map(role => cookieOf(program.url, role)))
    const clients = await Promise.all(Array.from({ length: people }, (_, i) => clientOf(program.url, cookies[i % cookies.length] ?? '')))
    const quiet = await lookAt(clients)
    const planner = await clientOf(program.url, cookies[1] ?? '')
    const busy = lookAt(clients), changes = await changesOf(planner, busy), whileChanged = await busy
    planner.close()
    for (const client of clients) client.close()
    return [
      { what: `${projects} projects with ${years} years, ${loaded.months} months of money`, measured: loaded.seconds, unit: 's', beside: 'loaded', ratio: null },
      { what: 'lights of all of them when a day begins', measured: lit, unit: 's', beside: 'limit 10', ratio: lit / 10 },
      { what: `portfolio, a page of 50 with its sums, ${people} people: p50`, measured: quantile(quiet, 0.5), unit: 'ms', beside: '', ratio: null },
      { what: `portfolio, a page of 50 with its sums, ${people} people: p95`, measured: quantile(quiet, 0.95), unit: 'ms', beside: 'limit 200', ratio: quantile(quiet, 0.95) / 200 },
      { what: 'the same while a project is changed every second: p95', measured: quantile(whileChanged, 0.95), unit: 'ms', beside: 'limit 200', ratio: quantile(whileChanged, 0.95) / 200 },
      { what: 'a change until the page has its light: p95', measured: quantile(changes, 0.95) / 1000, unit: 's', beside: 'limit 2', ratio: quantile(changes, 0.95) / 2000 },
    ]
  } finally {
    await owner.end().catch(() => {})
    await program.kill()
    await server.stop()
    await folder.remove()
  }
}

type Client = Awaited<ReturnType<typeof clientOf>>

/** How long each answer took, in ms, while people look at the portfolio, each asking again about a second after an answer. */
async function lookAt(clients: readonly Client[]): Promise<readonly number[]> {
  const year = new Date().getUTCFullYear(), times: number[] = []
  const paths = ['/api/projects?limit=50', '/api/projects?limit=50&light=off-pace,slipping', `/api/projects?limit=50&list=district-key&year=${year}`, '/api/projects?limit=50&order=lead&blocked=true', `/api/projects?limit=50&year=${year - 3}`]
  await Promise.all(clients.map(async (client, i) => {
    await pause((1000 * i) / people)
    for (let turn = 0; turn < rounds; turn++) {
      const began = performance.now(), path = paths[(i + turn) % paths.length] ?? ''
      const { status, text } = await client.ask('GET', path)
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
      times.push(performance.now() - began)
      await pause(500 + ((i * 7 + turn * 3) % 10) * 100)
    }
  }))
  return times
}

/** Every second a planner sets another project's light and asks for its page until it says so, as long as the others look; how long each took, in ms. */
async function changesOf(client: Client, others: Promise<unknown>): Promise<readonly number[]> {
  const { items } = JSON.parse((await client.ask('GET', '/api/projects?limit=50&light=on-pace,slipping,off-pace')).text) as { items: { id: string; seq: number }[] } // a page of projects
  const times: number[] = []
  let looking = true
  void others.finally(() => { looking = false }).catch(() => {})
  for (const { id, seq } of items) {
    if (!looking) break
    const began = performance.now()
    const answer = await client.ask('POST', `/api/projects/${id}/acts`, { seq, act: { kind: 'light-overridden', light: 'done', until: '2100-01-01', reason: '压测' } }, crypto.randomUUID())
    const page = JSON.parse((await client.ask('GET', `/api/projects/${id}`)).text) as { light: string } // a view of a project
    if (answer.status !== 200 || page.light !== 'done') throw new Error(`The change of ${id} answered ${answer.status}, its light is ${page.light}`)
    times.push(performance.now() - began)
    await pause(1000)
  }
  return times
}
