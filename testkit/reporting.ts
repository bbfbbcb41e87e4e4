import { type CaseType } from '../src/engines/cases/schema.ts'
import { type Move } from '../src/engines/cases/contract.ts'
import { seedCaseTypes } from '../src/engines/cases/index.ts'
import { type Role } from '../src/engines/org/schema.ts'
import { testType } from './case-type.ts'
import { portalFromSources } from './portal.ts'
import { type Resident, type Shown } from './resident.ts'
import { testServer } from './server.ts'

const name = (zh: string, en: string) => ({ zh, en })
/** What residents may ask, with a box of its own; and one type that they may not open. */
const asked: CaseType = { ...testType, fields: [...testType.fields, { key: 'since', name: name('从哪天起', 'Since'), input: 'day', required: false, personal: false, asks: 'reporter' }, { key: 'floor', name: name('楼层', 'Floor'), input: 'number', required: true, personal: false, asks: 'reporter' }] }

/** A district whose residents report without an account. */
export async function reporting(options: Parameters<typeof testServer>[0] = {}, types: readonly CaseType[] = [asked, { ...testType, key: 'inside', prefix: 'NB', onPortal: false }]) {
  const server = await testServer({ portal: await portalFromSources(), now: '2023-08-29T02:00:00.000Z', ...options })
  const planner = await server.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedCaseTypes(tx, planner, types, key => (key === 'water' ? server.places.finance.id : null))
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const home = `/public/${server.district}`
  const pass = (seconds: number) => { server.clock.now = new Date(Date.parse(server.clock.now) + seconds * 1000).toISOString() }
  /** Fills in every page up to the last, as it is told. */
  const fill = async (who: Resident, said: { readonly words?: string; readonly phone?: string; readonly name?: string; readonly kind?: string } = {}): Promise<Shown> => {
    const kind = await who.send(`${home}/report`, { words: said.words ?? '三元宫门口的垃圾堆了三天' })
    const where = await who.send(kind.at, { kind: said.kind ?? 'hotline/rubbish' })
    const words = await who.send(where.at, { address: '三元宫路8号', unit: server.places.community.id })
    const own = await who.send(words.at, { words: said.words ?? '三元宫门口的垃圾堆了三天。味道很大，\r\n请清走', 'field-floor': '1', 'field-since': '2023-08-26' })
    const asked = await who.send(own.at.replace(/near$/, 'who'), { name: said.name ?? '', phone: said.phone ?? '' })
    // What others reported nearby is another matter, unless a test says otherwise.
    const look = asked.at.endsWith('/near') ? await who.send(asked.at, { same: '' }) : asked
    pass(30)
    return look
  }
  const report = async (who: Resident, said: Parameters<typeof fill>[1] = {}) => { const look = await fill(who, said); return who.send(look.at, {}) }
  const move = async (role: Role, number: string, ...moves: readonly Move[]) => {
    for (const one of moves) {
      const found = await server.ask('dispatcher', { method: 'GET', url: `/api/cases/numbered/${number}` })
      const { id } = found.body as { id: string } // by its contract
      const { body } = await server.ask('dispatcher', { method: 'GET', url: `/api/cases/${id}` })
      const { seq } = body as { seq: number } // by its contract
      const moved = await server.ask(role, { method: 'POST', url: `/api/cases/${id}/moves`, payload: { seq, move: one } })
      if (moved.status !== 200) throw new Error(JSON.stringify(moved.body))
    }
  }
  const handled = (number: string) => move('dispatcher', number, { kind: 'filed' }, { kind: 'dispatched', lead: server.places.finance.id, co: [], words: '内部：请从速' })
    .then(() => move('department', number, { kind: 'signed' }, { kind: 'noted', words: '内部备注：老投诉户', forReporter: false }, { kind: 'noted', words: '明天上午清运', forReporter: true }, { kind: 'answered', words: '垃圾已清走，增设垃圾桶一个', result: 'solved', evidence: [] }))
    .then(() => move('dispatcher', number, { kind: 'checked', passed: true, words: '内部核查' }, { kind: 'closed' }))
  const follow = async (who: Resident, number: string, proof: string) => who.send(`${home}/follow`, { number, proof })
  return { server, home, pass, fill, report, move, handled, follow }
}
