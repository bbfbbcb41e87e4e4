import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { packs } from '../../packs/index.ts'
import { seedRegister } from '../indicators/index.ts'
import { planYear } from '../plan/index.ts'
import { acceptPaper, importPaper } from './index.ts'

const reports = new URL('../../../../shared/reports/', import.meta.url)
const there = existsSync(reports)
if (!there) console.warn('../shared/reports is not there: the test of the year 2023 is skipped')

describe.skipIf(!there)('the year 2023 from two real reports', async () => {
  const yuexiu = await freshDistrict()
  const ctx = await yuexiu.ctx('planner')
  await ctx.write(async (tx, note) => {
    await seedRegister(tx, ctx, packs.flatMap(pack => pack.indicators ?? []))
    await note({ verb: 'register.seeded', thing: 'register', thingId: '' })
    return null
  })
  for (const name of ['yuexiu-2023-plan.txt', 'yuexiu-2023-half-year.txt']) {
    const imported = await importPaper(ctx, { bytes: readFileSync(new URL(name, reports)), name })
    if (!imported.ok) throw new Error(imported.refused)
    const accepted = await acceptPaper(ctx, imported.value.paper.id, { leaveOut: { reason: '测试中留下存疑项' } })
    if (!accepted.ok) throw new Error(accepted.refused)
  }
  const { lines } = await ctx.read(tx => planYear(tx, ctx, 2023))

  it('says that investment stands at +8.4 % for the half-year against at least +10 %', () => {
    expect(lines.find(line => line.code === 'FAI' && line.unit === '%')).toMatchObject({ kind: 'target', operator: '>=', target: 10, figure: 8.4, period: '2023H1', targetPeriod: '2023' })
  })

  it('says that 209 of 280 projects have come, and each line opens to the papers it came from', () => {
    const projects = lines.find(line => line.target === 280)
    expect(projects).toMatchObject({ figure: 209, period: '2023H1', unit: '个' })
    expect(projects?.share).toBeCloseTo(0.746, 2)
    expect(projects?.sources.map(({ of, source }) => [of, source.kind])).toEqual(expect.arrayContaining([['target', 'document'], ['figure', 'document'], ['commitment', 'document']]))
  })
})
