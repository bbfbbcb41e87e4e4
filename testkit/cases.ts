import { handlers } from '../src/engines/cases/api.ts'
import { type CaseGiven, type CaseView, type Move } from '../src/engines/cases/contract.ts'
import { seedCaseTypes } from '../src/engines/cases/index.ts'
import { type Role } from '../src/engines/org/schema.ts'
import { testType } from './case-type.ts'
import { freshDistrict } from './district.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

/** What was answered; an error where it was refused. */
export function value<T>(result: { ok: true; value: T } | { ok: false; refused: string }): T {
  if (!result.ok) throw new Error(`refused: ${result.refused}`)
  return result.value
}

/** A district with the small hotline of the tests. */
export async function hotline(now = '2023-08-29T02:00:00.000Z') {
  const here = await freshDistrict({ now })
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedCaseTypes(tx, planner, [testType], key => (key === 'water' ? here.places.finance.id : null))
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const given = (more: Partial<CaseGiven> = {}): CaseGiven => ({
    type: 'hotline', category: 'rubbish', title: '门口垃圾没人清', words: '三元宫门口的垃圾堆了三天，味道很大', place: { unit: here.places.community.id, address: '三元宫路8号', point: { lng: 113.26, lat: 23.13 } }, channel: 'phone', fields: {},
    reporter: { name: '李小明', phone: '138 0013 8000', confidential: false }, ...more,
  })
  const open = async (role: Role, more: Partial<CaseGiven> = {}) => handlers.open(await here.ctx(role), { ...nothing, body: given(more) })
  const opened = async (more: Partial<CaseGiven> = {}) => value(await open('dispatcher', more)).id
  const one = async (role: Role, id: string) => handlers.one(await here.ctx(role), { ...nothing, params: { id } })
  const move = async (role: Role, id: string, move: Move, seq?: number) => handlers.move(await here.ctx(role), { ...nothing, params: { id }, body: { move, seq: seq ?? value(await one('dispatcher', id)).seq } })
  const list = async (role: Role, query: object = {}) => value(await handlers.cases(await here.ctx(role), { ...nothing, query: { limit: 50, order: 'newest', ...query } }))
  const kinds = (view: CaseView) => view.events.map(e => e.event.kind)
  return { here, given, open, opened, one, move, list, kinds }
}
