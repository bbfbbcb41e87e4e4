import { describe, expect, it } from 'vitest'
import { testServer } from '../../../testkit/server.ts'
import { yuexiuFigures, yuexiuTargets } from '../../districts/yuexiu-figures/all.ts'
import { yuexiuMentions, yuexiuThreads } from '../../districts/yuexiu-figures/threads.ts'
import { packs } from '../../packs/index.ts'
import { seedPublished, seedRegister } from '../indicators/index.ts'
import { type Suggestion, type ThreadPage, type ThreadRow } from './domain/threads/contract.ts'
import { threadFrom } from './domain/threads/thread.ts'
import { seedThreads } from './index.ts'

type Page<T> = { readonly items: readonly T[]; readonly total: number; readonly next: string | null }
type Suggestions = Page<Suggestion> & { readonly certain: number }

const server = await testServer({ now: '2026-03-01T02:00:00.000Z' })
const ctx = await server.ctx('planner')
const seeded = await ctx.write(async (tx, note) => {
  await seedRegister(tx, ctx, packs.flatMap(pack => pack.indicators ?? []))
  await seedPublished(tx, ctx, server.places.district.id, { figures: yuexiuFigures, targets: yuexiuTargets })
  await note({ verb: 'district.seeded', thing: 'district', thingId: '440104' })
  return seedThreads(tx, ctx, yuexiuThreads, yuexiuMentions)
})

async function get<T>(url: string): Promise<T> {
  const { status, body } = await server.ask('leader', { method: 'GET', url })
  if (status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`)
  return body as T // the reply of this route
}
const send = (url: string, payload: object, method: 'POST' | 'PATCH' = 'POST') => server.ask('planner', { method, url, payload })
const threads = () => get<Page<ThreadRow>>('/api/threads?limit=500').then(page => page.items)
const pageOf = async (name: string) => get<ThreadPage>(`/api/threads/${(await threads()).find(t => t.name === name)?.id ?? name}`)
const suggestions = (query = '') => get<Suggestions>(`/api/thread-suggestions?limit=500${query}`)
const lineOf = (page: ThreadPage) => page.line.map(s => `${s.year} ${s.kind}`)
const pairOf = ({ sides: [a, b] }: Suggestion) => ({ a: a?.saying.member, b: b?.saying.member })

describe('the threads of the demonstration', () => {
  it('are in place once, however often the program starts', async () => {
    expect(seeded.threads).toBe(yuexiuThreads.length)
    const again = await ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: '1' }); return seedThreads(tx, ctx, yuexiuThreads, yuexiuMentions) })
    expect(again).toEqual({ threads: 0, mentions: 0 })
  })

  it('investment: raised in words at half-year, told for 2024, no longer a target in 2025', async () => {
    const page = await pageOf('固定资产投资')
    expect(lineOf(page)).toEqual(['2020 result', '2022 result', '2023 promised', '2023 restated', '2023 progress', '2024 result', '2025 not-renewed'])
    const restated = page.line.find(s => s.kind === 'restated')
    expect(restated?.words.zh).toContain('“力争”改为“确保”')
    expect(restated?.evidence.map(e => e.source.kind === 'published' && e.source.title.slice(0, 4))).toEqual(['关于广州', '越秀区人'])
  })

  it('gross product: promised in 2021 for the year and for 2025, and again in 2023 and 2025', async () => {
    const line = lineOf(await pageOf('地区生产总值'))
    expect(line.filter(s => /promised|renewed/.test(s))).toEqual(['2021 promised', '2025 promised', '2023 renewed', '2025 renewed'])
  })

  it('lifts: 300 in 2021 where 551 had been added the year before, without a number in 2023, no more in 2025', async () => {
    expect(lineOf(await pageOf('加装电梯'))).toEqual(['2020 result', '2021 promised', '2021 below-last-result', '2022 result', '2023 renewed', '2023 restated', '2023 progress', '2025 dropped'])
  })

  it('job fairs: the target of 2023 and of 2025 is lower than what the year before had brought', async () => {
    const below = (await pageOf('招聘会')).line.filter(s => s.kind === 'below-last-result')
    expect(below.map(s => s.words.zh)).toEqual(['2023年目标100场以上，2022年已达159场', '2025年目标100场以上，2024年已达207场次'])
    expect(below[0]?.evidence).toHaveLength(2)
  })

  it('homes for families in need: the half-year report of 2023 says nothing of them', async () => {
    expect(lineOf(await pageOf('中低收入家庭住房困难'))).toContain('2023 dropped')
  })

  it('a project under three names: slipped, renamed, begun', async () => {
    const kinds = lineOf(await pageOf('南洋电器厂改造'))
    expect(kinds).toEqual(expect.arrayContaining(['2021 promised', '2023 slipped', '2023 renamed', '2023 restated', '2024 progress']))
  })

  it('says of which years no paper on file could tell the result', async () => {
    expect((await pageOf('加装电梯')).untold).toEqual([2021, 2023])
  })

  it('are found by what happened to them', async () => {
    const found = await get<Page<ThreadRow>>('/api/threads?station=below-last-result')
    expect(found.items.map(t => t.name)).toEqual(expect.arrayContaining(['招聘会', '中低收入家庭住房困难']))
    expect(found.items.every(t => t.stations.some(s => s.kind === 'below-last-result'))).toBe(true)
  })
})

describe('links that the machine suggests', () => {
  it('come certain ones first, each with its reasons, and none within one paper', async () => {
    const { items, certain } = await suggestions()
    expect(certain).toBeGreaterThan(5)
    expect(items.slice(0, certain).every(s => s.strength === 'certain' && s.reasons[0]?.kind === 'same-indicator')).toBe(true)
    expect(items.every(s => s.sides[0]?.saying.paper !== s.sides[1]?.saying.paper && s.reasons.length > 0)).toBe(true)
  })

  it('a person confirms: a thread is made, with the reasons in its history', async () => {
    const found = (await suggestions()).items.find(s => s.sides.every(side => side.saying.name.includes('港澳子弟班')))
    if (!found) throw new Error('the class was not suggested')
    const { status, body } = await send('/api/thread-suggestions/confirm', { links: [pairOf(found)] })
    expect([status, body]).toMatchObject([200, { linked: 1, threads: [{ name: '高中阶段港澳子弟班' }] }])
    const page = await pageOf('高中阶段港澳子弟班')
    expect(page.members).toBe(2)
    expect(page.history[0]?.event).toMatchObject({ kind: 'made', because: expect.arrayContaining([expect.stringContaining('名称相同')]) })
    expect(threadFrom(page.id, page.history.map(step => step.event))).toMatchObject({ name: page.name, version: page.version })
    expect((await suggestions()).items.some(s => s.key === found.key)).toBe(false)
  })

  it('what was rejected is not suggested again, until a person reconsiders', async () => {
    const found = (await suggestions()).items.find(s => s.sides.every(side => side.saying.name.includes('动物园北门')))
    if (!found) throw new Error('the plot was not suggested')
    expect((await send('/api/thread-suggestions/reject', { links: [pairOf(found)] })).body).toEqual({ rejected: 1 })
    expect((await suggestions()).items.some(s => s.key === found.key)).toBe(false)
    await send('/api/thread-suggestions/reconsider', { links: [pairOf(found)] })
    expect((await suggestions()).items.some(s => s.key === found.key)).toBe(true)
  })

  it('two confirmations at the same moment are both kept', async () => {
    const pairs = (await suggestions('&strength=certain&q=租赁补贴')).items.map(pairOf)
    expect(pairs).toHaveLength(2)
    const answers = await Promise.all(pairs.map(pair => send('/api/thread-suggestions/confirm', { links: [pair] })))
    expect(answers.map(a => a.status)).toEqual([200, 200])
    expect((await pageOf('发放租赁补贴')).members).toBe(3)
  })

  it('all certain ones can be confirmed at once, and then none is left', async () => {
    const { items, certain } = await suggestions('&strength=certain')
    expect(items).toHaveLength(certain)
    expect((await send('/api/thread-suggestions/confirm', { links: items.map(pairOf) })).status).toBe(200)
    expect((await suggestions()).certain).toBe(0)
    const retail = await pageOf('社会消费品零售总额')
    expect([retail.kind, retail.from, retail.to]).toEqual(['indicator', 2021, 2025])
  })

  it('who reads the plan but does not edit it cannot confirm', async () => {
    const [first] = (await suggestions()).items
    expect(first && await server.ask('department', { method: 'POST', url: '/api/thread-suggestions/confirm', payload: { links: [pairOf(first)] } })).toMatchObject({ status: 403 })
  })

  it('what is not in the ledger cannot be linked', async () => {
    const ghost = { kind: 'mention', id: '01890000-0000-7000-8000-00000000dead' }
    const [first] = (await suggestions()).items
    expect(await send('/api/thread-suggestions/confirm', { links: [{ a: first?.sides[0]?.saying.member, b: ghost }] })).toMatchObject({ status: 404, body: { title: 'unknown-member' } })
  })
})

describe('a thread in the hands of people', () => {
  it('is renamed by who saw its present version; who comes second is told', async () => {
    const page = await pageOf('招聘会')
    expect((await send(`/api/threads/${page.id}`, { version: page.version, name: '线上线下招聘会', kind: 'promise' }, 'PATCH')).status).toBe(200)
    expect(await send(`/api/threads/${page.id}`, { version: page.version, name: '招聘', kind: 'promise' }, 'PATCH')).toMatchObject({ status: 409, body: { title: 'changed-meanwhile' } })
  })

  it('gives up a member that is something else, which is then not suggested back', async () => {
    const page = await pageOf('南洋电器厂改造')
    const first = page.sayings[0]?.member
    const { status } = await send(`/api/threads/${page.id}/unlink`, { version: page.version, members: [first], reason: '另一件事', apart: '南洋电器厂控规调整' })
    expect(status).toBe(200)
    expect((await pageOf('南洋电器厂控规调整')).members).toBe(1)
    expect((await suggestions()).items.some(s => s.sides.some(side => side.thread?.name === '南洋电器厂控规调整') && s.sides.some(side => side.thread?.name === '南洋电器厂改造'))).toBe(false)
  })

  it('keeps at least one member, and gives up only its own', async () => {
    const page = await pageOf('南洋电器厂控规调整')
    expect(await send(`/api/threads/${page.id}/unlink`, { version: page.version, members: page.sayings.map(s => s.member), reason: '不要了吧' })).toMatchObject({ status: 422, body: { title: 'thread-would-be-empty' } })
    const other = (await pageOf('加装电梯')).sayings[0]?.member
    expect(await send(`/api/threads/${page.id}/unlink`, { version: page.version, members: [other], reason: '不属于此' })).toMatchObject({ status: 422, body: { title: 'not-a-member' } })
  })

  it('takes another one in, which keeps its history and points to it', async () => {
    const [into, from] = [await pageOf('南洋电器厂改造'), await pageOf('南洋电器厂控规调整')]
    expect(await send(`/api/threads/${into.id}/join`, { version: into.version, from: into.id, reason: '同一件事' })).toMatchObject({ status: 422, body: { title: 'thread-into-itself' } })
    expect((await send(`/api/threads/${into.id}/join`, { version: into.version, from: from.id, reason: '同一件事' })).body).toMatchObject({ members: into.members + 1 })
    const ended = await get<ThreadPage>(`/api/threads/${from.id}`)
    expect(ended).toMatchObject({ members: 0, into: { name: '南洋电器厂改造' } })
    expect(await send(`/api/threads/${from.id}`, { version: ended.version, name: '改名', kind: 'project' }, 'PATCH')).toMatchObject({ status: 422, body: { title: 'thread-ended' } })
  })

  it('gets a mention from a published paper; characters of a paper that is not there are refused', async () => {
    const page = await pageOf('加装电梯')
    const given = { version: page.version, role: 'progress', year: 2024, name: '加装电梯', words: '全年新增86台' }
    expect(await send(`/api/threads/${page.id}/mentions`, { ...given, from: { kind: 'document', document: '01890000-0000-7000-8000-00000000dead', start: 0, end: 5 } })).toMatchObject({ status: 404, body: { title: 'unknown-paper' } })
    const { body } = await send(`/api/threads/${page.id}/mentions`, { ...given, from: { kind: 'published', title: '2025年政府工作报告', section: '一', saidOn: '2025-02-25' } })
    expect(body).toMatchObject({ members: page.members + 1 })
    expect(lineOf(await pageOf('加装电梯'))).toContain('2024 progress')
  })

  it('is found from the indicator whose targets it follows', async () => {
    const target = (await pageOf('加装电梯')).sayings.find(s => s.indicator !== null)
    const { items } = await get<{ items: readonly { readonly name: string }[] }>(`/api/threads/of/indicator/${target?.indicator?.id}`)
    expect(items.map(t => t.name)).toEqual(['加装电梯'])
  })

  it('that nobody knows is not found', async () => {
    expect(await server.ask('leader', { method: 'GET', url: '/api/threads/01890000-0000-7000-8000-00000000dead' })).toMatchObject({ status: 404, body: { title: 'unknown-thread' } })
  })
})
