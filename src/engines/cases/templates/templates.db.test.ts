import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { freshDistrict } from '../../../../testkit/district.ts'
import { value } from '../../../../testkit/value.ts'
import { type Role } from '../../org/schema.ts'
import { seedCaseTypes } from '../index.ts'
import { templateHandlers } from './api.ts'
import { type TemplateGiven } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('templates of answers', async () => {
  const here = await freshDistrict({ now: '2023-08-29T02:00:00.000Z' })
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedCaseTypes(tx, planner, [testType], () => null)
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const head = await here.ctx('department-head')
  const unit = head.actor.units[0] ?? ''
  const given = (more: Partial<TemplateGiven> = {}): TemplateGiven => ({ owner: { kind: 'person' }, title: '已清运', words: '“{title}”（{number}）已于{due}前处理', type: null, category: null, ...more })
  const list = async (role: Role) => value(await templateHandlers.templates(await here.ctx(role), nothing))
  const add = async (role: Role, more: Partial<TemplateGiven> = {}) => templateHandlers.addTemplate(await here.ctx(role), { ...nothing, body: given(more) })

  it('are one’s own, the unit’s or the district’s, and each sees what is theirs to use', async () => {
    value(await add('department', { title: '自己的' }))
    value(await add('department-head', { owner: { kind: 'unit', unit }, title: '本单位的' }))
    value(await add('dispatcher', { owner: { kind: 'district' }, title: '全区的', type: 'hotline', category: 'street' }))
    expect((await list('department')).items.map(one => [one.title, one.mayEdit])).toEqual([['自己的', true], ['本单位的', false], ['全区的', false]])
    expect((await list('street')).items.map(one => one.title)).toEqual(['全区的'])
    expect((await list('department-head')).may.units.map(one => one.id)).toEqual([unit])
    expect((await list('department')).may).toEqual({ units: [], district: false })
    expect((await list('dispatcher')).may.district).toBe(true)
  })

  it('are kept only by those who may', async () => {
    expect(await add('department', { owner: { kind: 'district' } })).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await add('department', { owner: { kind: 'unit', unit } })).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await add('department-head', { owner: { kind: 'unit', unit: here.places.street.id } })).toMatchObject({ ok: false, refused: 'not-permitted' })
    const [own] = (await list('department')).items
    const change = async (role: Role, more: Partial<TemplateGiven> = {}) => templateHandlers.changeTemplate(await here.ctx(role), { ...nothing, params: { id: own?.id ?? '' }, body: { ...given(more), version: 1 } })
    expect(await change('department-head')).toMatchObject({ ok: false, refused: 'unknown-template' })
    expect(await change('department', { owner: { kind: 'district' } })).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(value(await change('department', { title: '改过的' })).version).toBe(2)
    expect(await change('department', { title: '再改' })).toMatchObject({ ok: false, refused: 'changed-meanwhile' })
    expect(await templateHandlers.dropTemplate(head, { ...nothing, params: { id: own?.id ?? '' } })).toMatchObject({ ok: false, refused: 'unknown-template' })
    value(await templateHandlers.dropTemplate(await here.ctx('department'), { ...nothing, params: { id: own?.id ?? '' } }))
    expect((await list('department')).items.map(one => one.title)).toEqual(['本单位的', '全区的'])
  })

  it('say nothing that no case has, and are for types and branches that there are', async () => {
    expect(await add('department', { words: '{姓名}您好' })).toMatchObject({ ok: false, refused: 'unknown-placeholder', facts: { name: '姓名' } })
    expect(await add('department', { type: 'no-such' })).toMatchObject({ ok: false, refused: 'unknown-case-type' })
    expect(await add('department', { type: 'hotline', category: 'no-such' })).toMatchObject({ ok: false, refused: 'unknown-category' })
    expect(await add('department', { category: 'street' })).toMatchObject({ ok: false, refused: 'unknown-category' })
  })

  it('are a hundred at most', async () => {
    for (let i = 0; i < 100; i += 1) value(await add('street', { title: `第${i}个` }))
    expect(await add('street')).toMatchObject({ ok: false, refused: 'templates-full' })
  })
})
