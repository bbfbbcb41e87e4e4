import { describe, expect, it } from 'vitest'
import { halfYearReport, planReport } from '../../../testkit/invented-papers.ts'
import { testServer } from '../../../testkit/server.ts'
import { type Suggestion, type ThreadPage } from './domain/threads/contract.ts'

type Suggestions = { readonly items: readonly Suggestion[] }

const server = await testServer({ now: '2024-03-01T02:00:00.000Z' })
const nextYear = planReport.replaceAll('2023年', '2024年').replaceAll('2022年', '2023年').replace('云台大桥建设', '云台大桥主桥建设').replace('120个以上', '90个以上')

async function accept(text: string, name: string): Promise<string> {
  const { body } = await server.ask('planner', { method: 'POST', url: '/api/documents', payload: { text, name } })
  const { paper } = body as { readonly paper: { readonly id: string } } // the reply to an import
  const accepted = await server.ask('planner', { method: 'POST', url: `/api/documents/${paper.id}/accept`, payload: { leaveOut: { reason: '测试' } } })
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body))
  return paper.id
}
const get = async <T>(url: string) => (await server.ask('planner', { method: 'GET', url })).body as T // the reply of this route
const post = (url: string, payload: object) => server.ask('planner', { method: 'POST', url, payload })
const suggestions = async () => (await get<Suggestions>('/api/thread-suggestions?limit=500')).items
const confirm = async (found: Suggestion | undefined) => post('/api/thread-suggestions/confirm', { links: [{ a: found?.sides[0]?.saying.member, b: found?.sides[1]?.saying.member }] })

describe('threads through papers on file', async () => {
  const [first, half, second] = [await accept(planReport, '2023年计划.txt'), await accept(halfYearReport, '2023年上半年.txt'), await accept(nextYear, '2024年计划.txt')]

  it('the bridge of two plans is suggested by its name, confirmed, and opens to the characters of both papers', async () => {
    const found = (await suggestions()).find(s => s.sides.every(side => side.saying.name.includes('云台大桥')))
    expect(found?.reasons.map(r => r.kind)).toContain('proper-name')
    const { body } = await confirm(found)
    const { threads: [made] } = body as { readonly threads: readonly { readonly id: string }[] } // the reply to a confirmation
    const page = await get<ThreadPage>(`/api/threads/${made?.id}`)
    expect(page.line.map(s => `${s.year} ${s.kind}`)).toEqual(['2023 promised', '2023 dropped', '2023 silent', '2024 carried'])
    const carried = page.line.at(-1)
    expect(carried?.evidence.map(e => e.source.kind === 'document' && e.source.document)).toEqual([first, second])
    const [, now] = carried?.evidence ?? []
    expect(now?.source.kind === 'document' && nextYear.slice(now.source.start, now.source.end)).toContain('云台大桥')
  })

  it('targets of one indicator in two plans are certain: raised at half-year, lower in the next year', async () => {
    const found = (await suggestions()).find(s => s.strength === 'certain' && s.sides.some(side => side.saying.name.includes('优质项目')))
    const { body } = await confirm(found)
    const { threads: [made] } = body as { readonly threads: readonly { readonly id: string; readonly name: string }[] } // the reply to a confirmation
    const page = await get<ThreadPage>(`/api/threads/${made?.id}`)
    expect(page.line.find(s => s.year === 2024 && s.kind === 'renewed')?.words.zh).toBe('力争130个以上 → 力争90个以上')
    expect(page.line.find(s => s.kind === 'raised')?.words.zh).toBe('力争120个以上 → 力争130个以上')
  })

  it('a mention is noted from the characters of a paper; characters beyond its end are refused', async () => {
    const { items: [thread] } = await get<{ readonly items: readonly { readonly id: string; readonly version: number }[] }>('/api/threads?q=云台大桥')
    const note = { version: thread?.version, role: 'progress', year: 2023, name: '云台大桥', words: '桩基完成' }
    expect(await post(`/api/threads/${thread?.id}/mentions`, { ...note, from: { kind: 'document', document: half, start: 0, end: 10_000_000 } })).toMatchObject({ status: 422, body: { title: 'no-such-characters' } })
    const { body } = await post(`/api/threads/${thread?.id}/mentions`, { ...note, from: { kind: 'document', document: half, start: 10, end: 20 } })
    const page = body as ThreadPage // the reply of the route
    expect(page.sayings.find(s => s.role === 'progress')?.source).toMatchObject({ document: half, start: 10, end: 20 })
    expect(page.line.map(s => s.kind)).not.toContain('dropped')
  })

  it('with a paper retracted its members are gone, and the thread says so', async () => {
    await post(`/api/documents/${second}/retract`, { reason: '文件有误' })
    const { items: [thread] } = await get<{ readonly items: readonly { readonly id: string }[] }>('/api/threads?q=云台大桥')
    expect(await get<ThreadPage>(`/api/threads/${thread?.id}`)).toMatchObject({ gone: 1, from: 2023, to: 2023 })
  })
})
