import { describe, expect, it } from 'vitest'
import { hotline } from '../../../testkit/cases.ts'
import { caseItems, foundCases } from './case-items.ts'

describe('cases in the inbox', async () => {
  const { here, opened } = await hotline()
  await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
  await opened()
  const items = async (role: 'department' | 'dispatcher' | 'auditor' | 'street') => { const ctx = await here.ctx(role); return ctx.read(tx => caseItems(tx, ctx)) }

  it('stand as one line for each kind of thing to do, which leads to its list; a search finds them by number and words', async () => {
    expect(await items('department')).toMatchObject([{ kind: 'cases', id: 'to-sign', title: { zh: '工单：待签收', en: 'Cases: To sign for' }, count: 1, page: `/cases?state=dispatched&lead=${here.places.finance.id}&order=due` }])
    expect(await items('dispatcher')).toMatchObject([{ id: 'to-file', count: 1 }])
    expect([await items('street'), await items('auditor')]).toEqual([[], []])
    const found = async (role: 'department' | 'street' | 'statistician', q: string) => { const ctx = await here.ctx(role); return ctx.read(tx => foundCases(tx, ctx, q)) }
    const [one] = await found('department', '垃圾')
    expect(await found('department', one?.detail.split(' ')[0] ?? '')).toEqual([one])
    expect([await found('statistician', '垃圾'), await found('department', '！')]).toEqual([[], []])
    here.clock.now = '2023-09-06T02:00:00.000Z'
    expect((await items('department')).map(item => item.id)).toEqual(['to-sign', 'late'])
  })
})
