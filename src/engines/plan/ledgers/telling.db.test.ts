import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { tenMatters } from '../../../packs/ten-matters/pack.ts'
import { urbanRenewal } from '../../../packs/urban-renewal/pack.ts'
import { type Context } from '../../context.ts'
import { handlers as planHandlers } from '../api.ts'
import { seedLedger, seedLedgerKinds } from '../index.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nobody = '00000000-0000-7000-8000-000000000000'

function value<T>(result: { ok: true; value: T } | { ok: false; refused: string; facts?: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.facts)}`)
  return result.value
}

describe('columns of a ledger', async () => {
  const here = await freshDistrict({ now: '2023-07-10T02:00:00.000Z' })
  const { places } = here
  const planner = await here.ctx('planner'), street = await here.ctx('street'), other = await here.ctx('department')
  const write = <T>(work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<T>) => planner.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })
  await write(tx => seedLedgerKinds(tx, planner, [...urbanRenewal.ledgers ?? [], ...tenMatters.ledgers ?? []]))
  const fresh = (title: string, leadUnit: string | null = places.street.id) => ({ title, dueOn: '2023-12-31', leadUnit })
  const make = async (kind: string, span: string, lines: readonly object[]) => value(await handlers.make(planner, { ...nothing, body: contract.make.body.parse({ kind, span, title: `${span}年${kind}`, ground: '会议纪要', fresh: lines }) })).id
  const lifts = await make('lift-retrofit', '2023', [fresh('洪桥街道'), fresh('北京街道', places.statistics.id)])
  const estates = await make('old-estates', '2021-2025', [fresh('甲小区'), fresh('乙小区')])
  const view = async (id: string, query: object = {}) => value(await handlers.get(planner, { ...nothing, params: { id }, query }))
  const lineOf = async (id: string, at = 0) => (await view(id)).lines[at] ?? (() => { throw new Error('no line') })()
  const tell = async (who: Context, id: string, values: object, parts: object = {}, at = 0) => {
    const line = await lineOf(id, at)
    return handlers.tell(who, { ...nothing, params: { id: line.id }, body: contract.tell.body.parse({ onDay: '2023-06-30', values, ground: '半年报', version: line.version, ...parts }) })
  }

  it('are told by who works on the line, and by nobody else; the history keeps who, when and on what ground', async () => {
    expect(await tell(other, lifts, { applied: 20 })).toMatchObject({ refused: 'not-permitted' })
    expect((await lineOf(lifts)).lacks).toEqual(['particulars'])
    value(await tell(street, lifts, { applied: 20, permitted: 16, started: 12, finished: 8 }, { onDay: '2023-05-31' }))
    value(await tell(street, lifts, { finished: 10 }))
    const line = await lineOf(lifts)
    expect(line).toMatchObject({ lacks: [], particulars: { applied: { value: 20, onDay: '2023-05-31' }, finished: { value: 10, onDay: '2023-06-30', ground: '半年报', by: 'street（演示）' } } })
    const shown = value(await handlers.line(street, { ...nothing, params: { id: line.id }, query: {} }))
    expect(shown.history.flatMap(({ event, by }) => (event.kind === 'told' ? [[event.telling.onDay, event.telling.values, by]] : []))).toEqual([['2023-05-31', { applied: 20, permitted: 16, started: 12, finished: 8 }, 'street（演示）'], ['2023-06-30', { finished: 10 }, 'street（演示）']])
  })

  it('tell the progress of the commitment with it, so that nothing is told twice', async () => {
    const line = await lineOf(lifts)
    expect(line).toMatchObject({ share: 0.5, light: 'on-pace' })
    const tree = value(await planHandlers.commitments(planner, { ...nothing, params: { year: 2023 }, query: {} })).items
    expect(tree.find(node => node.id === line.commitment)?.progress.map(one => [one.share, one.onDay, one.note])).toEqual([[0.4, '2023-05-31', '半年报'], [0.5, '2023-06-30', '半年报']])
  })

  it('stand as they stood on an earlier day', async () => {
    const values = async (on: string) => Object.entries((await view(lifts, { on })).lines[0]?.particulars ?? {}).map(([key, one]) => [key, one.value])
    expect(await values('2023-06-29')).toContainEqual(['finished', 8])
    expect(await values('2023-06-30')).toContainEqual(['finished', 10])
    expect(await values('2023-05-30')).toEqual([])
  })

  it('refuse what does not fit, naming line and column, and change nothing', async () => {
    expect(await tell(street, lifts, { finished: 13 })).toMatchObject({ refused: 'column-above', facts: { title: '洪桥街道', column: '完工', value: '13', other: '开工', most: '12' } })
    expect(await tell(street, lifts, { finished: -1 })).toMatchObject({ refused: 'column-number', facts: { column: '完工', unit: '台' } })
    expect(await tell(street, lifts, { floors: 1 })).toMatchObject({ refused: 'unknown-particular' })
    expect(await tell(street, lifts, { 'finished-rate': 50 })).toMatchObject({ refused: 'column-worked-out' })
    expect(await tell(street, lifts, { applied: null })).toMatchObject({ refused: 'column-kept' })
    expect(await tell(street, lifts, { finished: 10 })).toMatchObject({ refused: 'nothing-told' })
    expect(await tell(street, lifts, { finished: 11 }, { onDay: '2023-07-11' })).toMatchObject({ refused: 'day-not-come' })
    expect(await tell(street, lifts, { finished: 11 }, { version: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
    expect((await lineOf(lifts)).particulars['finished']).toMatchObject({ value: 10 })
    expect(await handlers.tell(street, { ...nothing, params: { id: nobody }, body: contract.tell.body.parse({ onDay: '2023-06-30', values: { finished: 1 }, ground: '月报', version: 1 }) })).toMatchObject({ refused: 'unknown-line' })
    expect(contract.tell.body.safeParse({ onDay: '2023-06-30', values: { finished: 1 }, ground: '', version: 1 }).success).toBe(false)
  })

  it('a stage goes back only with a reason', async () => {
    value(await tell(street, estates, { batch: '第三批', stage: 'key-nodes' }))
    expect(await tell(street, estates, { stage: 'started' }, { onDay: '2023-07-01' })).toMatchObject({ refused: 'stage-back', facts: { from: '关键节点完成', to: '开工' } })
    value(await tell(street, estates, { stage: 'started' }, { onDay: '2023-07-01', reason: '外墙返工' }))
    expect((await lineOf(estates)).particulars['stage']).toMatchObject({ value: 'started' })
    value(await tell(street, estates, { stage: 'finished' }, { onDay: '2023-07-05' }))
    expect(await lineOf(estates)).toMatchObject({ share: 1, light: 'done' })
  })

  const sheetText = async (who: Context) => new TextDecoder().decode(value(await handlers.particularsSheet(who, { ...nothing, params: { id: lifts }, query: { form: 'csv' } })).bytes)
  const bring = (who: Context, text: string, check = false, id = lifts) => handlers.importParticulars(who, { ...nothing, params: { id }, query: { check: check ? 'true' : 'false' }, file: { name: '填报.csv', mime: 'text/csv', bytes: new TextEncoder().encode(text) } })

  it('go out on a sheet with what stands, of the lines of one’s own unit, and come back', async () => {
    const text = await sheetText(street)
    expect(text).toContain('序号,街道,申请（台）,批准（台）,开工（台）,完工（台）,已发补助（万元）,截至,依据,退回理由')
    expect(text).toContain('洪桥街道,20,16,12,10')
    expect(text).not.toContain('北京街道')
    const filled = (row: string) => `序号,街道,申请（台）,批准（台）,开工（台）,完工（台）,已发补助（万元）,截至,依据,退回理由\n${row}\n`
    expect(value(await bring(street, filled('1,洪桥街道,20,16,12,12,120,2023-07-10,七月表,'), true))).toMatchObject({ faults: [], changed: 0, checkedOnly: true })
    expect((await lineOf(lifts)).particulars['finished']).toMatchObject({ value: 10 })
    expect(value(await bring(street, filled('1,洪桥街道,20,16,12,12,120,2023-07-10,七月表,')))).toMatchObject({ faults: [], changed: 1 })
    expect(await lineOf(lifts)).toMatchObject({ share: 0.6, particulars: { finished: { value: 12, ground: '七月表' }, subsidy: { value: 120 } } })
    // What stands already is no telling.
    expect(value(await bring(street, filled('1,洪桥街道,20,16,12,12,120,2023-07-10,七月表,')))).toMatchObject({ faults: [], changed: 0 })
  })

  it('a sheet with a fault is not taken; every fault names row, column and expectation', async () => {
    const head = '序号,街道,申请（台）,完工（台）,截至,依据'
    const { faults, changed } = value(await bring(street, `${head}\n1,洪桥街道,,13,2023-07-10,月报\n2,北京街道,5,,2023-07-10,月报\n9,某街道,1,,2023-07-10,月报\n1,北京街道,1,,2023-07-10,月报\n1,洪桥街道,30,,2023-07-10,月报\n`))
    expect(changed).toBe(0)
    expect(faults.map(one => [one.row, one.column, one.message.zh])).toEqual([
      [2, '完工（台）', '“洪桥街道”的完工（13）超过开工（12）。请核对两栏后再填。未作改动。'], [3, '序号', '不是本单位的事项，不能填报'], [4, '序号', '这本台账没有第9项'], [5, '街道', '与序号不符，第1项是“洪桥街道”'], [6, '序号', '同一项出现了两次'],
    ])
    expect(value(await bring(street, `${head}\n1,洪桥街道,二十,,2023-07-10,月报\n`)).faults).toMatchObject([{ row: 2, column: '申请（台）', value: '二十' }])
  })

  it('a kind without columns has none to tell, by hand or by sheet', async () => {
    const matters = await make('ten-matters', '2023', [fresh('甲事项')])
    expect(await tell(street, matters, { applied: 1 })).toMatchObject({ refused: 'no-columns' })
    expect(await handlers.particularsSheet(street, { ...nothing, params: { id: matters }, query: { form: 'csv' } })).toMatchObject({ refused: 'no-columns' })
    expect(await bring(street, 'x\n', false, matters)).toMatchObject({ refused: 'no-columns' })
    expect(await bring(street, 'x\n', false, nobody)).toMatchObject({ refused: 'unknown-ledger' })
    expect((await lineOf(matters)).particulars).toEqual({})
  })

  it('stand in the export, once for a line', async () => {
    const text = new TextDecoder().decode(value(await handlers.export(planner, { ...nothing, params: { id: lifts }, query: { form: 'csv' } })).bytes)
    expect(text).toContain('申请（台）,批准（台）,开工（台）,完工（台）,完工率（%）,已发补助（万元）,栏目数据截至')
    expect(text).toContain('20,16,12,12,60,120,2023-07-10')
  })

  it('are seeded with the progress that follows from them', async () => {
    const id = '00000000-0000-7000-8000-0000000000aa'
    const list = { id, kind: 'old-estates', span: '2021-2025', title: '演示', source: { kind: 'generated', seed: 'x' } as const, lines: [{ title: '丙小区', leadUnit: null, parts: [], events: [{ what: 'told', onDay: '2023-06-30', values: { batch: '第二批', stage: 'finished' }, ground: '演示', by: '演示' } as const] }] }
    expect(await write(tx => seedLedger(tx, planner, list))).toBe(true)
    expect(await lineOf(id)).toMatchObject({ light: 'done', share: 1, particulars: { stage: { value: 'finished' } } })
  })
})
