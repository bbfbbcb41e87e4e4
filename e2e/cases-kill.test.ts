import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { knownFrom, rowOf } from '../src/engines/cases/domain/row.ts'
import { type CaseType, type Happened } from '../src/engines/cases/schema.ts'
import { testType } from '../testkit/case-type.ts'
import { createDatabase, testCluster, withClient } from '../testkit/cluster.ts'
import { dice } from '../testkit/dice.ts'
import { type Crew, live, type Log } from './cases-kill-clients.ts'
import { type Program, signedIn, startProgram, temporaryFolder } from './program.ts'

const seed = 20_261_126
const kills = 50
/** Every so many kills both programs go at once. */
const both = 10
const people = 4
const district = 440104
const root = join(import.meta.dirname, '..')

const seconds = (n: number) => ({ n: n / 3600, unit: 'calendar-hours' as const })
/** A hotline whose deadlines go by in seconds: a warning and three steps up. */
const hurried: CaseType = { ...testType, key: 'hurried', prefix: 'JJ', clocks: testType.clocks.map(clock => ({ ...clock, limit: { '*': seconds(clock.key === 'resolve' ? 4 : 3600) } })), ladders: [{ clock: 'resolve', warnAt: 0.5, steps: [{ after: null, to: 'superior' }, { after: seconds(2), to: 'street' }, { after: seconds(4), to: 'district' }] }] }

// Also after a failure nothing goes on running.
const running: Program[] = []
afterAll(() => Promise.all(running.map(program => program.kill())))

it(`with two programs on one database, nothing that was acknowledged of a case is lost or doubled and every deadline fires once, though they are killed ${kills} times`, async () => {
  const cluster = await testCluster()
  const database = await createDatabase(cluster, 'kill')
  const folders = await Promise.all([temporaryFolder(), temporaryFolder()])
  const env = { DATABASE_URL: database.url, OPENDISTRICT_DEMO: 'on', OPENDISTRICT_SECRET: 'two programs that know one and the same secret' }
  const start = (at: 0 | 1) => startProgram({ dataDir: folders[at].path, command: 'serve', env })
  running[0] = await start(0)
  await withClient(database.url, client => client.query(`insert into cases.type (district, id, key, version, definition, departments, at) values (${district}, $1, $2, 1, $3, '{}', now())`, [randomUUID(), hurried.key, JSON.stringify(hurried)]))
  running[1] = await start(1)
  const urlOf = (at: 0 | 1) => () => running[at]?.url ?? ''
  const session = async (at: 0 | 1) => ({ dispatcher: await signedIn(urlOf(at), 'dispatcher'), handler: await signedIn(urlOf(at), 'department') })
  const sessions = [await session(0), await session(1)] as const
  const auditor = await signedIn(urlOf(0), 'auditor')
  const { units: [unit] } = await (await sessions[0].handler('/api/me')).json() as { units: readonly { id: string }[] } // who is signed in
  const crew: Crew = { programs: sessions, lead: unit?.id ?? '', type: hurried.key }
  const log: Log = { done: [], left: [], repeated: 0, outrun: 0, wrong: [] }
  const roll = dice(seed)
  const verified = async () => { expect(await (await auditor('/api/audit/verify', { method: 'POST' })).json()).toMatchObject({ breach: null }) }

  let over = false
  const working = Promise.all(Array.from({ length: people }, () => live(crew, log, roll, () => over)))
  for (let kill = 1; kill <= kills; kill++) {
    const wanted = log.done.length + 4 + Math.floor(roll() * 24)
    while (log.done.length < wanted && log.wrong.length === 0) await pause(2)
    await pause(roll() * 40)
    const killed: readonly (0 | 1)[] = kill % both === 0 ? [0, 1] : [roll() < 0.5 ? 0 : 1]
    await Promise.all(killed.map(at => running[at]?.kill()))
    // The one that is left goes on with the work of both meanwhile.
    for (const [i, program] of (await Promise.all(killed.map(start))).entries()) running[killed[i] ?? 0] = program
    if (kill % both === 0) await verified()
  }
  over = true
  await working
  expect(log.wrong).toEqual([])

  await withClient(database.url, async client => {
    const waiting = async () => (await client.query<{ n: number }>(`select count(*)::int as n from cases.upcoming u join cases."case" c on c.district = u.district and c.id = u.case_id where c.type = $1 and u.timers @? '$[*] ? (@.clock == "resolve")'`, [hurried.key])).rows[0]?.n
    await expect.poll(waiting, { timeout: 60_000, interval: 500 }).toBe(0)
    const { rows } = await client.query<{ id: string; state: string; seq: number; step: number; history: Happened[] }>(`
      select c.id, c.state, c.seq, c.step, (select json_agg(json_build_object('seq', e.seq, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', case when e.person is null then null else json_build_object('person', e.person, 'name', e.by_name, 'unit', e.unit) end, 'event', e.event) order by e.seq) from cases.event e where e.district = c.district and e.case_id = c.id) as history
      from cases."case" c where c.type = $1`, [hurried.key])
    const ladder = new Map(rows.map(({ id, history }) => [id, history.filter(({ event }) => event.kind === 'warned' || event.kind === 'escalated').map(({ event }) => (event.kind === 'escalated' ? `${event.clock} ${event.step}` : event.kind))]))
    // What people did is there, each event at the place that was told, and nothing that nobody was told of.
    const byPeople = rows.flatMap(({ id, history }) => history.filter(({ by }) => by !== null).map(({ seq, event }) => `${id} ${seq} ${event.kind}`))
    expect(byPeople.toSorted()).toEqual(log.done.map(({ id, seq, kind }) => `${id} ${seq} ${kind}`).toSorted())
    // The trail has one entry for each command.
    const { rows: [trail] } = await client.query<{ entries: number }>(`select count(*)::int as entries from audit.entry where thing = 'case' and thing_id = any ($1) and person is not null`, [rows.map(({ id }) => id)])
    expect(trail?.entries).toBe(log.done.filter(({ kind }) => !['filed', 'dispatched'].includes(kind)).length)
    for (const { id, state, seq, step, history } of rows) {
      expect(history.map(one => one.seq), id).toEqual(history.map((_, i) => i + 1))
      const { state: folded, seq: last, step: climbed } = rowOf(knownFrom(hurried, id, history))
      expect({ state, seq, step }, id).toEqual({ state: folded, seq: last, step: climbed })
      const fired = ladder.get(id) ?? []
      expect(fired, id).toEqual(['warned', 'resolve 1', 'resolve 2', 'resolve 3'].slice(0, fired.length))
    }
    expect(log.left.filter(id => ladder.get(id)?.length !== 4)).toEqual([])
    const fired = [...ladder.values()].reduce((n, one) => n + one.length, 0)
    console.log(`\nkill test of cases: ${kills} kills of two programs, seed ${seed}; ${rows.length} cases, ${log.done.length} acknowledged, ${log.repeated} sent again, ${log.outrun} outrun, ${fired} deadlines, ${log.left.length} cases up all three steps\n`)
  })
  await verified()
  expect(await Promise.all(running.map(program => program.stop()))).toEqual([0, 0])
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/main.ts', 'audit', 'verify', '--json'], { cwd: root, env: { ...process.env, ...env, OPENDISTRICT_DATA: folders[0].path } }) // rejects on any exit code but 0
  expect(JSON.parse(stdout)).toMatchObject({ breach: null, open: 0 })
  await database.drop()
  await cluster.stop()
  await Promise.all(folders.map(folder => folder.remove()))
}, 900_000)
