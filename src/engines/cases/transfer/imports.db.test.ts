import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { inParts } from '../../../../testkit/form.ts'
import { testServer } from '../../../../testkit/server.ts'
import { type CaseView } from '../contract.ts'
import { sheetFile } from '../../indicators/index.ts'
import { seedCaseTypes } from '../index.ts'
import { sweep } from '../sweep.ts'
import { tell } from '../sendings/telling.ts'
import { forgetting } from './forgetting.ts'
import { type ImportRow, type ImportView } from './import-contract.ts'

const header = '来源编号,类别,诉求内容,标题,登记时间,所在单位,反映人,联系电话,证件号'

describe('cases from a file', async () => {
  const server = await testServer({ now: '2023-08-29T02:00:00.000Z' })
  const planner = await server.ctx('planner')
  await planner.write(async (tx, note) => {
    const personal = { key: 'card', name: { zh: '证件号', en: 'Card' }, input: 'text', required: false, personal: true, asks: 'staff' } as const
    await seedCaseTypes(tx, planner, [{ ...testType, fields: [personal], messages: [{ on: 'received', to: 'reporter', text: { zh: '已受理{number}', en: 'Received {number}' } }, { on: 'voided', to: 'reporter', text: { zh: '已作废{number}', en: 'Void {number}' } }] }], () => null)
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  type Role = Parameters<typeof server.ask>[0]
  const place = server.places.community.name
  const line = (number: string, more: Partial<Record<'category' | 'at' | 'title', string>> = {}) => `${number},${more.category ?? '暴露垃圾'},三天没人清,${more.title ?? '垃圾'},${more.at ?? '2023-08-28 10:00'},${place},李小明,13800138000,A12345`
  const bring = async (role: Role, given: string | Uint8Array, source = '市平台', headers: Record<string, string> = {}) => {
    const { payload, headers: own } = inParts({ name: typeof given === 'string' ? '工单.csv' : '工单.xlsx', bytes: given })
    return server.ask(role, { method: 'POST', url: `/api/cases/imports?type=hotline&source=${encodeURIComponent(source)}`, payload, headers: { ...own, ...headers } })
  }
  const post = (role: Role, url: string, payload: object = {}) => server.ask(role, { method: 'POST', url: `/api/cases/imports/${url}`, payload })
  const get = (role: Role, url: string) => server.ask(role, { method: 'GET', url: `/api/cases/imports${url}` })
  const brought = async (text: string, source?: string) => (await bring('dispatcher', text, source)).body as ImportView // by its contract
  const checked = async (one: ImportView, mapping: object = one.mapping) => (await post('dispatcher', `${one.id}/check`, { mapping })).body as ImportView // by its contract
  const takeAll = async (id: string) => { for (;;) { const { status, body } = await post('dispatcher', `${id}/take`); if (status !== 200) throw new Error(JSON.stringify(body)); const piece = body as { left: number; import: ImportView }; if (piece.left === 0) return piece.import } } // by its contract
  const rows = async (id: string, outcome: string) => ((await get('dispatcher', `/${id}/rows?outcome=${outcome}`)).body as { items: ImportRow[] }).items // by its contract
  const imported = async (text: string, source?: string) => takeAll((await checked(await brought(text, source))).id)

  it('are tried first, each row with what would come of it, and nothing is opened', async () => {
    const one = await brought(`${header}\n${line('T1')}\n\n${line('T2', { category: '没有这类' })}\n${line('T1')}\n`, '试算')
    expect(one).toMatchObject({ own: true, state: 'uploaded', headers: header.split(','), mapping: { number: '来源编号', words: '诉求内容', reporterPhone: '联系电话', 'field.card': '证件号' }, counts: { unchecked: 3 } })
    expect(await checked(one)).toMatchObject({ state: 'checked', counts: { new: 1, wrong: 2, there: 0, unchecked: 0 } })
    expect(await rows(one.id, 'wrong')).toMatchObject([{ row: 4, faults: [{ column: '类别', value: '没有这类' }] }, { row: 5, faults: [{ column: '来源编号', expected: { zh: '与第2行的编号相同' } }] }])
    expect(await server.db.selectFrom('cases.case').select('id').execute()).toEqual([])
    const file = String((await get('dispatcher', `/${one.id}/faults?form=csv`)).body)
    expect(file).toContain('原行号,不能导入的原因')
    expect(file).toMatch(/T2,没有这类.*,4,类别：应为：/)
  })

  it('say beforehand which of them are late as soon as they are there', async () => {
    const prompt = { ...testType, key: 'prompt', prefix: 'KS', clocks: testType.clocks.map(clock => (clock.key === 'resolve' ? { ...clock, starts: ['received' as const] } : clock)) }
    await planner.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: 't' }); return seedCaseTypes(tx, planner, [prompt], () => null) })
    const file = inParts({ name: '旧单.csv', bytes: '来源编号,类别,诉求内容,登记时间\nL1,暴露垃圾,没人清,2023-08-01 09:00\nL2,暴露垃圾,没人清,2023-08-28 09:00\nL3,暴露垃圾,没人清,\n' })
    const one = (await server.ask('dispatcher', { method: 'POST', url: '/api/cases/imports?type=prompt&source=old', ...file })).body as ImportView // by its contract
    expect(await checked(one)).toMatchObject({ counts: { new: 3 }, lateAtOnce: 1 })
    expect(await rows(one.id, 'new')).toMatchObject([{ row: 2, faults: [{ column: '登记时间', value: '2023-08-01', expected: { zh: '时限2023-08-08已过，导入后立即提醒和升级' } }] }, { faults: [] }, { faults: [] }])
  })

  it('are opened once, with the time at which their source received them, and told to nobody', async () => {
    const text = `${header}\n${line('A1', { title: "'=1+1" })}\n${line('A2', { at: '2023-08-01' })}\n`
    const done = await imported(text)
    expect(done).toMatchObject({ state: 'done', counts: { opened: 2, new: 0 } })
    const [first] = await rows(done.id, 'opened')
    const { body } = await server.ask('dispatcher', { method: 'GET', url: `/api/cases/${first?.case?.id}` })
    expect((body as CaseView).events).toMatchObject([{ at: '2023-08-28T02:00:00.000Z', event: { kind: 'received', title: '=1+1', channel: 'import', number: expect.stringContaining('RX20230828') as string } }]) // by its contract
    expect(await imported(text)).toMatchObject({ counts: { opened: 0, there: 2 } })
    expect(await imported(text, '另一平台')).toMatchObject({ counts: { opened: 2 } })
    await tell(planner)
    expect(await server.db.selectFrom('cases.sending').select('id').execute()).toEqual([])
    expect(await server.db.selectFrom('cases.import_row').select('row').where('outcome', '=', 'opened').where('cells', 'is not', null).execute()).toEqual([])
  })

  it('are the same whichever way the file is written', async () => {
    const cells = [header.split(','), line('X1').split(',')]
    const excel = await sheetFile('工单', 'xlsx', cells)
    expect((await bring('dispatcher', excel.bytes, '表格')).body).toMatchObject({ headers: cells[0], sample: [cells[1]] })
    // 编号,类别 in GB 18030.
    const gb = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc0, 0xe0, 0xb1, 0xf0, 0x0a, 0x31, 0x2c, 0x32, 0x0a])
    expect((await bring('dispatcher', gb, '国标')).body).toMatchObject({ headers: ['编号', '类别'] })
  })

  it('keep what their columns mean for the next file of the same source', async () => {
    const odd = `甲,乙,丙\nM1,暴露垃圾,没人清\n`
    const one = await brought(odd, '怪表')
    expect(one.mapping).toEqual({})
    expect(await post('dispatcher', `${one.id}/check`, { mapping: one.mapping })).toMatchObject({ status: 422, body: { title: 'column-needed' } })
    expect(await checked(one, { number: '甲', category: '乙', words: '丙' })).toMatchObject({ counts: { new: 1 } })
    expect((await brought(odd, '怪表')).mapping).toEqual({ number: '甲', category: '乙', words: '丙' })
    expect(await post('dispatcher', `${one.id}/check`, { mapping: { number: '甲', category: '甲', words: '丙' } })).toMatchObject({ body: { title: 'column-twice' } })
    expect(await post('dispatcher', `${one.id}/check`, { mapping: { number: '丁', category: '甲', words: '丙' } })).toMatchObject({ body: { title: 'no-such-column' } })
  })

  it('are taken back as a whole while nobody has touched them; the mended file can be brought again', async () => {
    const text = `${header}\n${line('U1', { at: '2023-07-01' })}\n${line('U2')}\n`
    const done = await imported(text, '撤回')
    await sweep(planner) // what the program does by itself is nobody's work
    expect(await post('dispatcher', `${done.id}/undo`, { reason: '' })).toMatchObject({ status: 400 })
    expect((await post('dispatcher', `${done.id}/undo`, { reason: '传错文件' })).body).toMatchObject({ done: 2, left: 0, import: { state: 'undone', undone: { reason: '传错文件' }, counts: { voided: 2 } } })
    expect(await post('dispatcher', `${done.id}/undo`, { reason: '传错文件' })).toMatchObject({ body: { title: 'no-case-to-take-back' } })
    expect(await post('dispatcher', `${done.id}/take`)).toMatchObject({ body: { title: 'import-undone' } })
    const again = await imported(text, '撤回')
    expect(again).toMatchObject({ counts: { opened: 2 } })
    const [first] = await rows(again.id, 'opened')
    await server.ask('dispatcher', { method: 'POST', url: `/api/cases/${first?.case?.id}/moves`, payload: { seq: 1, move: { kind: 'filed' } } })
    expect(await post('dispatcher', `${again.id}/undo`, { reason: '传错文件' })).toMatchObject({ status: 422, body: { title: 'import-touched' } })
  })

  it('bring only what the person may enter, and each sees their own imports', async () => {
    const one = await brought(`${header}\n${line('P1')}\n`, '权限')
    expect(((await get('dispatcher', '?limit=1')).body)).toMatchObject({ items: [{ id: one.id, own: true }], next: one.id })
    expect(await get('community', `/${one.id}`)).toMatchObject({ status: 404, body: { title: 'unknown-import' } })
    expect((await get('community', '')).body).toMatchObject({ items: [], total: 0 })
    const theirs = (await bring('community', `${header},主办单位\n${line('C1')},${place}\n`, '社区')).body as ImportView // by its contract
    expect(await post('community', `${theirs.id}/check`, { mapping: theirs.mapping })).toMatchObject({ status: 403, body: { title: 'column-dispatch' } })
    expect((await get('dispatcher', `/${theirs.id}`)).body).toMatchObject({ own: false, sample: [] })
    expect(await post('dispatcher', `${theirs.id}/take`)).toMatchObject({ status: 403, body: { title: 'not-your-import' } })
    // A program of a unit may open cases, but has no right to personal data.
    const key = await server.withKey('community', ['case.read', 'case.open'])
    const byKey = (await bring(null, `${header}\n${line('K1')}\n`, '接口', key)).body as ImportView // by its contract
    const check = (mapping: object) => server.ask(null, { method: 'POST', url: `/api/cases/imports/${byKey.id}/check`, payload: { mapping }, headers: key })
    expect(await check(byKey.mapping)).toMatchObject({ status: 403, body: { title: 'column-personal' } })
    const { reporterName: _, reporterPhone: __, ...rest } = byKey.mapping
    expect(await check(rest)).toMatchObject({ status: 403, body: { title: 'column-personal', detail: expect.stringContaining('证件号') as string } })
    for (const role of ['reader', 'leader', null] as const) expect((await bring(role, `${header}\n`)).status).toBe(role === null ? 401 : 403)
  })

  it('are refused as a whole where the file is none that can be imported', async () => {
    expect(await bring('dispatcher', `${header}\n`)).toMatchObject({ status: 422, body: { title: 'no-rows-to-import' } })
    expect(await bring('dispatcher', '编号,编号\n1,2\n')).toMatchObject({ status: 422, body: { title: 'header-twice' } })
    expect(await bring('dispatcher', `a\n${'1\n'.repeat(10_001)}`)).toMatchObject({ status: 413, body: { title: 'import-too-large' } })
    expect(await bring('dispatcher', `a\n${'1'.repeat(5_000_001)}`)).toMatchObject({ status: 413, body: { title: 'import-too-large' } })
    const one = await brought(`${header}\n${line('Z1')}\n`, '未试算')
    expect(await post('dispatcher', `${one.id}/take`)).toMatchObject({ status: 422, body: { title: 'import-unchecked' } })
  })

  it('leave nothing of rows that were never imported after thirty days', async () => {
    const one = await brought(`${header}\n${line('F1')}\n`, '忘记')
    server.clock.now = '2023-10-01T02:00:00.000Z'
    expect(await forgetting.run(await server.ctx('planner'))).toBeGreaterThan(0)
    expect(await server.db.selectFrom('cases.import_row').select('cells').where('import_id', '=', one.id).execute()).toEqual([{ cells: null }])
  })
})
