import pg from 'pg'
import { diceOf } from '../src/districts/dice.ts'
import { sentenceFor } from '../src/districts/requests/corpus.ts'
import { firstOf, knownFrom, rowOf, searchGrams } from '../src/engines/cases/domain/row.ts'
import { urgencyOf } from '../src/engines/cases/domain/open.ts'
import { type CaseEvent, type CaseType, type Category, type Happened } from '../src/engines/cases/schema.ts'
import { type Id } from '../src/kernel/id.ts'

const district = 440104
/** So many different lives; each case is one of them under an id and a number of its own. */
const LIVES = 2000
/** Of a hundred cases so many are open, as in a district that answers in a week and keeps its cases for years. */
const OPEN_OF_100 = 4
const DAY = 86_400_000
const chunk = 100_000

/** Statements run as the owner of the program's own database. */
export type Owner = pg.Client

export type Here = { readonly type: CaseType; readonly streets: readonly Id[]; readonly departments: readonly Id[] }

/** What the lives are made of: the hotline as the district has it, its streets and departments. */
export async function readHere(owner: Owner): Promise<Here> {
  const { rows: [type] } = await owner.query<{ definition: CaseType }>(`select definition from cases.type where district = ${district} and key = 'hotline' order by version desc limit 1`)
  if (!type) throw new Error('The district has no hotline')
  const ids = async (kind: string) => (await owner.query<{ id: Id }>(`select id from org.unit where district = ${district} and kind = $1 and until_on is null order by code`, [kind])).rows.map(row => row.id)
  return { type: type.definition, streets: await ids('street'), departments: await ids('department') }
}

const leavesOf = (categories: readonly Category[]): readonly string[] => categories.flatMap(c => (c.below?.length ? leavesOf(c.below) : [c.key]))

/** One life: opened at an instant, closed and called back within a week where it is old, somewhere on its way where it is new. `due`: its deadline passed with the end of yesterday and its warning went off before, so that one step of its ladder is due. */
function lifeOf({ type, streets, departments }: Here, k: number, now: number, state: 'settled' | 'open' | 'due'): readonly Happened[] {
  const dice = diceOf(`bench-${k}-${state}`)
  const leaves = leavesOf(type.categories)
  const category = leaves[dice(leaves.length)] ?? ''
  const words = sentenceFor(dice, category) ?? `示例诉求${k}`
  const opened = state === 'settled' ? now - (10 + dice(1080)) * DAY - dice(DAY) : state === 'due' ? noonOf(now) - 16 * DAY : now - dice(20 * 3_600_000)
  const place = streets[dice(streets.length)] ?? null, lead = departments[dice(departments.length)] ?? ''
  const person = departments[0] ?? ''
  const events: CaseEvent[] = [
    { kind: 'received', number: '-', type: type.key, version: type.version, category, urgency: state === 'settled' ? urgencyOf(type, category) : 'hard', title: words.slice(0, 40), words, place: { unit: place, address: `示例路${dice(900) + 1}号`, point: { lng: 113.24 + dice(60_000) / 1e6, lat: 23.11 + dice(40_000) / 1e6 } }, channel: 'phone', fields: {}, hasReporter: true },
    { kind: 'filed' }, { kind: 'dispatched', lead, co: [], words: '' }, { kind: 'signed' },
    { kind: 'answered', words: '示例：已处理并告知反映人。', result: type.results[0]?.key ?? '', evidence: [] }, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' },
    { kind: 'called-back', reached: true, responded: true, solved: dice(10) > 1, satisfied: dice(10) > 2, rework: false, words: '' },
  ]
  const lived = state === 'settled' ? events : events.slice(0, state === 'due' ? 4 : 3 + dice(2))
  const step = state === 'settled' ? 6 * 3_600_000 : 60_000
  const happened: readonly Happened[] = lived.map((event, i) => ({ seq: i + 1, at: new Date(opened + i * step).toISOString(), by: i === 0 ? null : { person, name: '示例', unit: lead }, event }))
  return state === 'due' ? warned(type, happened) : happened
}

/** Noon in Beijing of the day of an instant. */
const noonOf = (now: number) => Math.floor((now + 8 * 3_600_000) / DAY) * DAY + 4 * 3_600_000

/** The same life after the warnings that stood before its deadline. */
function warned(type: CaseType, events: readonly Happened[]): readonly Happened[] {
  const warnings = knownFrom(type, '00000000-0000-7000-8000-000000000000', events).timers.flatMap(timer => ('step' in timer && timer.to === null ? [timer] : []))
  return [...events, ...warnings.map(({ clock, due, at }, i): Happened => ({ seq: events.length + i + 1, at, by: null, event: { kind: 'warned', clock, due } }))]
}

/** Fills a temporary table with lives, as rows and events that the program itself would have written. */
export async function writeLives(owner: Owner, here: Here, states: readonly ('settled' | 'open' | 'due')[]): Promise<void> {
  const now = Date.now()
  await owner.query('create temp table life as select 0 as k, c.* from cases."case" c with no data; create temp table life_words (k int, grams text[]); create temp table life_upcoming (k int, next_at timestamptz, timers jsonb); create temp table life_event as select 0 as k, e.seq, e.at, e.person, e.by_name, e.unit, e.event from cases.event e with no data')
  for (let from = 0; from < states.length; from += 200) {
    const lives = states.slice(from, from + 200).map((state, i) => ({ k: from + i, events: lifeOf(here, from + i, now, state) }))
    const known = lives.map(({ k, events }) => ({ k, ...knownFrom(here.type, '00000000-0000-7000-8000-000000000000', events) }))
    const rows = known.map(({ k, ...one }) => {
      const { at_point, ...row } = rowOf(one)
      return { k, ...row, at_point: at_point && `(${at_point.lng},${at_point.lat})`, district, id: '00000000-0000-7000-8000-000000000000', generated: true }
    })
    await owner.query('insert into life select r.* from jsonb_populate_recordset(null::life, $1::jsonb) r', [JSON.stringify(rows)])
    await owner.query('insert into life_words select * from jsonb_populate_recordset(null::life_words, $1::jsonb)', [JSON.stringify(known.map(one => ({ k: one.k, grams: searchGrams(one) })))])
    await owner.query('insert into life_upcoming select * from jsonb_populate_recordset(null::life_upcoming, $1::jsonb) u where u.next_at is not null', [JSON.stringify(known.map(({ k, timers }) => ({ k, next_at: firstOf(timers), timers })))])
    await owner.query('insert into life_event select * from jsonb_to_recordset($1::jsonb) as e(k int, seq int, at timestamptz, person uuid, by_name text, unit uuid, event jsonb)', [JSON.stringify(lives.flatMap(({ k, events }) => events.map(({ seq, at, by, event }) => ({ k, seq, at, person: by?.person, by_name: by?.name, unit: by?.unit, event }))))])
  }
  await owner.query('create index on life (k); create index on life_words (k); create index on life_upcoming (k); create index on life_event (k); analyze life; analyze life_event')
}

export const usualStates = Array.from({ length: LIVES }, (_, k) => (k % 100 < OPEN_OF_100 ? 'open' as const : 'settled' as const))

/** Copies of a life do not stand together: each is moved by up to a day, by its number. */
const scatter = (column: string, n: string) => `(${column} + make_interval(secs => ((${n}::bigint * 7919) % 86400)::int))`

/** An id that sorts by when the case was opened, and is its own for each number. */
const idOf = (opened: string, n: string) => `(lpad(to_hex((extract(epoch from ${opened}) * 1000)::bigint), 12, '0') || '7' || substr(md5('c' || ${n}), 1, 3) || '8' || substr(md5('c' || ${n}), 4, 15))::uuid`
/** Telephones that are nobody's: they begin with 100. */
export const phoneOf = (n: number) => `100${String(n).padStart(8, '0')}`
export const numberOf = (n: number) => `RX20200101${String(n).padStart(8, '0')}`

/** Brings the table of cases to so many, with their events and who asked; indexes but the keys are made anew over everything. Answers seconds. */
export async function loadCases(owner: Owner, from: number, to: number, lives = LIVES): Promise<number> {
  const began = performance.now()
  const { rows: columns } = await owner.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'cases' and table_name = 'case' and is_generated = 'NEVER' order by ordinal_position`)
  const names = columns.map(c => c.name)
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i where i.indrelid in ('cases.case'::regclass, 'cases.searched'::regclass, 'cases.upcoming'::regclass, 'cases.desk'::regclass, 'cases.reporter'::regclass) and not i.indisprimary and not i.indisunique`)
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  const number = `'RX20200101' || lpad(n::text, 8, '0')`
  for (let a = from; a < to; a += chunk) {
    const b = Math.min(a + chunk, to) - 1
    const numbered = `(select n, l.k, ${idOf(scatter('l.opened_at', 'n'), 'n')} as new_id, ${number} as new_number from generate_series(${a}, ${b}) n join life l on l.k = n % ${lives})`
    await owner.query(`insert into cases."case" (${names.map(n => `"${n}"`).join(', ')}) select ${names.map(n => (n === 'id' ? 'g.new_id' : n === 'number' ? 'g.new_number' : n === 'due_at' ? scatter('l.due_at', 'g.n') : `l."${n}"`)).join(', ')} from ${numbered} g join life l on l.k = g.k`)
    await owner.query(`insert into cases.searched (district, case_id, grams) select ${district}, g.new_id, w.grams from ${numbered} g join life_words w on w.k = g.k`)
    await owner.query(`insert into cases.upcoming (district, case_id, next_at, timers) select ${district}, g.new_id, u.next_at, u.timers from ${numbered} g join life_upcoming u on u.k = g.k`)
    await owner.query(`insert into cases.desk (district, unit, case_id, due_at) select ${district}, u.unit, g.new_id, ${scatter('l.due_at', 'g.n')} from ${numbered} g join life l on l.k = g.k, unnest(l.seen_by) u(unit) where l.state not in ('refused', 'settled', 'voided', 'merged')`)
    await owner.query(`insert into cases.event (district, case_id, seq, at, person, by_name, unit, event) select ${district}, g.new_id, e.seq, e.at, e.person, e.by_name, e.unit, case when e.seq = 1 then jsonb_set(e.event, '{number}', to_jsonb(g.new_number)) else e.event end from ${numbered} g join life_event e on e.k = g.k`)
    await owner.query(`insert into cases.reporter (district, case_id, name, phone, confidential) select ${district}, g.new_id, '示例', '100' || lpad(g.n::text, 8, '0'), false from ${numbered} g`)
  }
  await owner.query(`set maintenance_work_mem = '1GB'`)
  for (const { definition } of indexes) await owner.query(definition)
  await owner.query('vacuum analyze cases."case", cases.searched, cases.upcoming, cases.desk, cases.event, cases.reporter')
  await owner.query('checkpoint') // else what was loaded is still being written out while it is asked
  return (performance.now() - began) / 1000
}
