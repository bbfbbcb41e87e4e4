import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testServer } from '../../../testkit/server.ts'
import { yuexiuFigures, yuexiuTargets } from '../../districts/yuexiu-figures/all.ts'
import { yuexiuThreads } from '../../districts/yuexiu-figures/threads.ts'
import { packs } from '../../packs/index.ts'
import { seedPublished, seedRegister } from '../indicators/index.ts'
import { type Suggestion, type ThreadPage, type ThreadRow } from './domain/threads/contract.ts'
import { acceptPaper, importPaper, seedThreads } from './index.ts'

const reports = new URL('../../../../shared/reports/', import.meta.url)
const there = existsSync(reports)
if (!there) console.warn('../shared/reports is not there: the test of threads through four real reports is skipped')

describe.skipIf(!there)('threads through four real reports that are also known as published rows', async () => {
  const server = await testServer({ now: '2026-03-01T02:00:00.000Z' })
  const ctx = await server.ctx('planner')
  await ctx.write(async (tx, note) => {
    await seedRegister(tx, ctx, packs.flatMap(pack => pack.indicators ?? []))
    await seedPublished(tx, ctx, server.places.district.id, { figures: yuexiuFigures, targets: yuexiuTargets })
    await seedThreads(tx, ctx, yuexiuThreads)
    await note({ verb: 'district.seeded', thing: 'district', thingId: '440104' })
    return null
  })
  const get = async <T>(url: string) => (await server.ask('planner', { method: 'GET', url })).body as T // the reply of this route
  const lineOf = async (name: string) => {
    const { items } = await get<{ readonly items: readonly ThreadRow[] }>('/api/threads?limit=500')
    return (await get<ThreadPage>(`/api/threads/${items.find(t => t.name === name)?.id}`)).line
  }
  const names = ['固定资产投资', '优质项目', '招聘会', '中低收入家庭住房困难']
  const before = new Map<string, string[]>()
  for (const name of names) before.set(name, (await lineOf(name)).map(s => `${s.year} ${s.kind}`))
  for (const name of ['yuexiu-2021-work-report.txt', 'yuexiu-2023-plan.txt', 'yuexiu-2023-half-year.txt', 'yuexiu-2025-plan.txt']) {
    const imported = await importPaper(ctx, { bytes: readFileSync(new URL(name, reports)), name })
    if (!imported.ok) throw new Error(imported.refused)
    const accepted = await acceptPaper(ctx, imported.value.paper.id, { leaveOut: { reason: '测试中留下存疑项' } })
    if (!accepted.ok) throw new Error(accepted.refused)
  }

  it.each(names)('%s: the line is the same as before, and now opens to the characters of the papers', async name => {
    const line = await lineOf(name)
    expect(line.map(s => `${s.year} ${s.kind}`)).toEqual(before.get(name))
    expect([...new Set(line.flatMap(s => s.evidence.map(e => e.source.kind)))]).toEqual(['document'])
  })

  it('the project at Nanyang is found again in the words of three papers, and none of the suggestions lacks a reason', async () => {
    const { items } = await get<{ readonly items: readonly Suggestion[] }>('/api/thread-suggestions?limit=500')
    expect(items.filter(s => s.sides.every(side => side.saying.name.includes('南洋电器厂'))).length).toBeGreaterThanOrEqual(2)
    expect(items.every(s => s.reasons.length > 0)).toBe(true)
  })
})
