import { describe, expect, it } from 'vitest'
import { Source } from '../../../kernel/source.ts'
import { hotline, value } from '../../../../testkit/cases.ts'
import { seedRegister } from '../../indicators/index.ts'
import { sharesOf, type CountedFigure } from '../domain/counted-figures.ts'
import { countedHandlers as handlers } from './api.ts'
import { countingFigures, seedCountedFigures } from './counting.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const figures: readonly CountedFigure[] = [{ indicator: 'HOTLINE-CASES', type: 'hotline', counts: 'opened' }, { indicator: 'HOTLINE-ON-TIME', type: 'hotline', counts: 'on-time' }, { indicator: 'HOTLINE-SATISFACTION', type: 'hotline', counts: 'satisfaction' }]
const entry = (code: string, unit: string, kind: 'flow' | 'rate') => ({ code, name: { zh: code, en: code }, aliases: [], nature: 'expected' as const, direction: 'up' as const, frequency: 'month' as const, unit, kind, aggregation: kind === 'flow' ? 'sum' as const : 'none' as const })

describe('what the register is told of cases', async () => {
  const { here, opened, move, list } = await hotline('2023-07-03T02:00:00.000Z')
  const { street } = here.places
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedRegister(tx, planner, [entry('HOTLINE-CASES', '件', 'flow'), entry('HOTLINE-ON-TIME', '%', 'rate'), entry('HOTLINE-SATISFACTION', '%', 'rate')], () => null)
    expect(await seedCountedFigures(tx, planner, figures)).toBe(3)
    expect(await seedCountedFigures(tx, planner, figures)).toBe(0)
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const at = (day: string) => { here.clock.now = `2023-${day}T02:00:00.000Z` }
  const count = async (month: string) => handlers.count(await here.ctx('supervisor'), { ...nothing, body: { month } })
  const onFile = async (code: string) => {
    const rows = await here.db.selectFrom('indicators.figure as f').innerJoin('indicators.indicator as i', j => j.onRef('i.id', '=', 'f.indicator')).select(['f.period', 'f.level_value', 'f.source', 'f.replaces', 'f.replaced_by', 'f.reason', 'f.status']).where('i.code', '=', code).orderBy('f.id').execute()
    return rows.map(row => ({ ...row, shares: sharesOf(row.source as never) })) // written from a Source
  }
  const lives = async (day: string, end: string | null, satisfied: boolean) => {
    at(day)
    const id = await opened({ dispatch: { lead: street.id, co: [], words: '' } })
    if (end === null) return id
    at(end)
    value(await move('street', id, { kind: 'signed' }))
    value(await move('street', id, { kind: 'answered', words: '已办', result: 'solved', evidence: [] }))
    value(await move('dispatcher', id, { kind: 'checked', passed: true, words: '' }))
    value(await move('dispatcher', id, { kind: 'closed' }))
    value(await move('dispatcher', id, { kind: 'called-back', reached: true, responded: true, solved: true, satisfied, rework: false, words: '' }))
    return id
  }
  let unhappy = ''

  it('is counted once a month is over, from exactly the cases that its list shows, and written once', async () => {
    await lives('07-03', '07-05', true)
    await lives('07-04', '07-15', true)
    unhappy = await lives('07-10', '07-12', false)
    await lives('07-30', null, true)
    expect(await count('2023-07')).toMatchObject({ ok: false, refused: 'month-not-over' })
    at('08-01')
    expect(value(await count('2023-07'))).toEqual({ written: 3, unchanged: 0, nothing: [] })
    expect(value(await count('2023-07'))).toEqual({ written: 0, unchanged: 3, nothing: [] })
    expect(await onFile('HOTLINE-CASES')).toMatchObject([{ period: '2023-07', level_value: 4, shares: { part: 4, whole: 4 } }])
    const [onTime] = await onFile('HOTLINE-ON-TIME')
    expect(onTime).toMatchObject({ period: '2023-07', level_value: 66.67, shares: { part: 2, whole: 3 }, status: 'approved' })
    const source = Source.parse(onTime?.source)
    for (const { n, query } of source.kind === 'cases' ? source.counts : []) expect((await list('leader', query)).total, JSON.stringify(query)).toBe(n)
    expect(await onFile('HOTLINE-SATISFACTION')).toMatchObject([{ level_value: 66.67, shares: { part: 2, whole: 3 } }])
  })

  it('is corrected after what came later, and what was said before stays', async () => {
    value(await move('supervisor', unhappy, { kind: 'excluded', reason: '不合理诉求，经核实' }))
    await countingFigures.run(planner)
    const [before, after] = await onFile('HOTLINE-SATISFACTION')
    expect(before).toMatchObject({ level_value: 66.67, reason: null })
    expect(before?.replaced_by).not.toBeNull()
    expect(after).toMatchObject({ level_value: 100, shares: { part: 2, whole: 2 }, replaced_by: null })
    expect(after?.reason).toContain('重新统计')
    expect(await onFile('HOTLINE-ON-TIME')).toHaveLength(1)
  })

  it('says nothing where there was nothing to count', async () => {
    expect(value(await count('2023-05'))).toEqual({ written: 0, unchanged: 0, nothing: ['HOTLINE-CASES', 'HOTLINE-ON-TIME', 'HOTLINE-SATISFACTION'] })
    expect(await onFile('HOTLINE-CASES')).toMatchObject([{ period: '2023-07', level_value: 4 }])
  })

  it('is listed with what was last on file', async () => {
    const { items } = value(await handlers.counted(await here.ctx('leader'), nothing))
    expect(items).toMatchObject([{ indicator: 'HOTLINE-CASES', last: { period: '2023-07', value: 4, unit: '件' } }, { indicator: 'HOTLINE-ON-TIME', last: { value: 66.67, part: 2, whole: 3 } }, { indicator: 'HOTLINE-SATISFACTION', last: { value: 100, part: 2, whole: 2 } }])
  })
})
