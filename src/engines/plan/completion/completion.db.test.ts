import { expect, it } from 'vitest'
import { v7 } from 'uuid'
import { freshDistrict } from '../../../../testkit/district.ts'
import { type Source } from '../../../kernel/source.ts'
import { seedRegister, takeFigures } from '../../indicators/index.ts'
import { loadRegisterNames } from '../../indicators/index.ts'
import { handlers } from '../api.ts'
import { completionTable } from '../index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const paper: Source = { kind: 'published', title: '计划报告', section: '二', saidOn: '2025-02-26' }

it('a planner says who publishes what has not come; the table prints it until the figure is on file', async () => {
  const here = await freshDistrict({ now: '2025-03-01T02:00:00.000Z' })
  const planner = await here.ctx('planner')
  const write = <T>(work: (tx: Parameters<Parameters<typeof planner.write>[0]>[0]) => Promise<T>) => planner.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })
  await write(tx => seedRegister(tx, planner, [{ code: 'ENERGY', name: { zh: '单位GDP能耗下降率', en: 'Fall of energy use' }, unit: '%', kind: 'rate', ownerUnit: 'x' }], () => null))
  const indicator = (await planner.read(tx => loadRegisterNames(tx, here.district))).find(entry => entry.code === 'ENERGY')?.id ?? ''
  await write(tx => takeFigures(tx, planner, { origin: v7(), figures: [], targets: [{ fact: 't', indicator, unit: here.places.district.id, period: '2025', aspect: 'level', operator: 'municipality', value: null, stretch: null, measure: '%', hedge: null, reference: '完成市下达目标', nature: 'binding', verb: null, saidOn: '2025-02-26', source: paper }] }))
  const table = () => planner.read(tx => completionTable(tx, planner, 2024, lines => lines))
  const set = async (body: object, role: 'planner' | 'street' = 'planner') => handlers.setAwaited(await here.ctx(role), { ...nothing, body: { indicator, period: '2024', publisher: '市统计局', expected: '2025H1', ground: '计划报告表注', version: 0, ...body } })

  expect(await table()).toEqual([])
  expect(await set({})).toMatchObject({ ok: true, value: { publisher: '市统计局', version: 1, by: 'planner（演示）' } })
  expect(await set({})).toMatchObject({ refused: 'changed-meanwhile' })
  expect(await set({ indicator: v7() })).toMatchObject({ refused: 'unknown-indicator' })
  expect(await set({ version: 1, publisher: '市发展改革委' })).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await table()).toMatchObject([{ code: 'ENERGY', line: null, result: null, note: { words: { zh: '2024年数值由市发展改革委公布，预计2025年上半年公布。' }, late: false }, next: { words: '市下达目标' } }])

  const remove = async (version: number) => handlers.removeAwaited(planner, { ...nothing, body: { indicator, period: '2024', version, reason: '登记有误' } })
  expect(await remove(1)).toMatchObject({ refused: 'not-awaited' })
  expect(await remove(2)).toMatchObject({ ok: true })
  expect(await table()).toEqual([])

  await write(tx => takeFigures(tx, planner, { origin: v7(), targets: [], figures: [{ fact: 'f', indicator, unit: here.places.district.id, period: '2024', vintage: 'published', basis: null, level: { value: 3.1, unit: '%' }, change: null, rank: null, qualifier: null, saidOn: '2025-06-20', source: paper }] }))
  expect(await set({})).toMatchObject({ refused: 'figure-is-there' })
  expect(await table()).toMatchObject([{ result: { quantity: { value: 3.1, unit: '%' } }, note: null }])
})
