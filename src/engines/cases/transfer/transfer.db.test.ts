import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { testServer } from '../../../../testkit/server.ts'
import { handlers } from '../api.ts'
import { seedCaseTypes } from '../index.ts'

describe('cases as a file', async () => {
  const server = await testServer()
  const planner = await server.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedCaseTypes(tx, planner, [{ ...testType, fields: [{ key: 'card', name: { zh: '证件号', en: 'Card' }, input: 'text', required: false, personal: true, asks: 'staff' }] }], () => null)
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  for (const [title, unit] of [['=1+1', server.places.community.id], ['别处的事', server.places.otherStreet.id]] as const) await handlers.open(await server.ctx('dispatcher'), { params: {}, query: {}, file: null, body: { type: 'hotline', category: 'rubbish', title, words: '三天没人清', place: { unit, address: null, point: null }, channel: 'phone', fields: { card: 'A12345' }, reporter: { name: '李小明', phone: '13800138000', confidential: false } } })
  const columns = 'columns=number,title,category,place,reporterName,reporterPhone,field.card&type=hotline&form=csv'
  const get = (role: Parameters<typeof server.ask>[0], query = columns) => server.ask(role, { method: 'GET', url: `/api/cases/export?${query}` })
  const reveal = (role: Parameters<typeof server.ask>[0]) => server.ask(role, { method: 'POST', url: `/api/cases/export?${columns}`, payload: { reason: '回访核实' } })

  it('holds what one sees and no more, with who asked masked and formulas made harmless', async () => {
    const text = String((await get('street')).body)
    expect(text).toMatch(/^\uFEFF工单编号,标题,类别,所在单位,反映人,联系电话,证件号\r\nRX\d+,'=1\+1,市容\/暴露垃圾,三元宫社区,李\*\*,138\*\*\*\*8000,\*\*\*\r\n$/)
    expect(String((await get('dispatcher')).body).split('\r\n')).toHaveLength(4)
    expect(String((await get('department')).body).split('\r\n')).toHaveLength(2)
    expect((await get('dispatcher', 'open=true')).headers['content-type']).toContain('spreadsheetml')
  })

  it('opens who asked only to those who may, case by case, with a reason in the trail and without the data', async () => {
    expect(String((await reveal('dispatcher')).body)).toContain('李小明,13800138000,A12345')
    expect(await reveal('leader')).toMatchObject({ status: 403 })
    expect(String((await reveal('street')).body)).toContain('李**,138****8000,***') // the community's case is not the street's own
    expect(await server.ask('dispatcher', { method: 'POST', url: `/api/cases/export?${columns}`, payload: { reason: '' } })).toMatchObject({ status: 400 })
    await get('dispatcher', `${columns}&phone=13800138000`)
    const entries = JSON.stringify(await server.db.selectFrom('audit.entry').select('detail').where('verb', '=', 'case.exported').execute())
    expect(entries).toContain('回访核实')
    for (const personal of ['13800138000', '李小明', 'A12345']) expect(entries).not.toContain(personal)
  })

  it('says what it cannot do', async () => {
    expect((await get('dispatcher', 'columns=nonsense')).body).toMatchObject({ title: 'unknown-column' })
    expect((await get('dispatcher', 'columns=field.card')).body).toMatchObject({ title: 'unknown-column' })
    expect(await get('dispatcher', 'form=pdf')).toMatchObject({ status: 400 })
    expect(await get('reader')).toMatchObject({ status: 403 })
    expect(await get(null)).toMatchObject({ status: 401 })
    await sql`with made as (insert into cases."case" select r.* from (select * from cases."case" limit 1) c, generate_series(1, 20000) n, jsonb_populate_record(c::cases."case", jsonb_build_object('id', gen_random_uuid(), 'number', 'RX' || n)) r returning *)
      insert into cases.event (district, case_id, seq, at, event) select made.district, made.id, 1, e.at, e.event from made, (select * from cases.event limit 1) e`.execute(server.db)
    expect((await get('dispatcher')).body).toMatchObject({ title: 'too-many-cases' })
  })
})
