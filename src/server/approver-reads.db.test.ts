import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../testkit/district.ts'
import { api as indicators } from '../engines/indicators/index.ts'
import { type Actor, mayDo, seenBefore } from '../engines/org/domain/permission.ts'
import { holdsOn } from '../engines/org/domain/tree.ts'
import { loadActor, seedOrganisation } from '../engines/org/index.ts'
import { Role, type Post, type Unit } from '../engines/org/schema.ts'
import { handlersWith } from '../engines/returns/index.ts'
import { FormContent } from '../engines/returns/schema.ts'
import { type Tx } from '../engines/context.ts'
import { makeContext, systemContext } from './context.ts'
import { within } from './database/database.ts'

const today = '2023-08-29', now = '2023-08-29T02:00:00.000Z'
const statuses = ['draft', 'submitted', 'approved', 'published'] as const

/** An organisation by numbers: where each unit hangs, who holds what, who lent what to whom, which indicators are held back and for whom. */
const organisations = fc.record({
  parents: fc.array(fc.nat(), { minLength: 4, maxLength: 9 }),
  ended: fc.array(fc.nat(), { maxLength: 2 }),
  posts: fc.array(fc.record({ person: fc.nat(4), unit: fc.nat(), role: fc.constantFrom(...Role.options), from: fc.integer({ min: -40, max: 10 }), days: fc.option(fc.integer({ min: 1, max: 60 })) }), { minLength: 3, maxLength: 10 }),
  lent: fc.array(fc.record({ post: fc.nat(), to: fc.nat(4), from: fc.integer({ min: -20, max: 5 }), days: fc.integer({ min: 1, max: 30 }), withdrawn: fc.boolean() }), { maxLength: 5 }),
  embargoed: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  named: fc.array(fc.record({ indicator: fc.nat(2), post: fc.nat() }), { maxLength: 4 }),
  figures: fc.array(fc.record({ indicator: fc.nat(2), unit: fc.nat(), status: fc.constantFrom(...statuses) }), { minLength: 4, maxLength: 14 }),
})

const day = (offset: number) => new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10)

type Organisation = typeof organisations extends fc.Arbitrary<infer T> ? T : never

/** Units, people, posts and delegations by those numbers. */
function organisationFrom(given: Pick<Organisation, 'parents' | 'ended' | 'posts' | 'lent'>) {
  const units: Unit[] = []
  for (const [i, at] of [0, ...given.parents].entries()) units.push({ id: v7(), kind: i === 0 ? 'district' : 'department', code: `U${i}`, name: `单位${i}`, parent: i === 0 ? null : units[at % i]?.id ?? null, from: '2020-01-01', until: i > 0 && given.ended.some(e => e % (given.parents.length + 1) === i) ? '2023-01-01' : null, generated: true, version: 1 })
  const unitAt = (n: number) => units[n % units.length]?.id ?? ''
  const people = Array.from({ length: 5 }, (_, i) => ({ id: v7(), name: `人${i}`, account: `p${i}`, active: true, generated: true, version: 1 }))
  const posts: Post[] = given.posts.map(p => ({ id: v7(), person: people[p.person]?.id ?? '', unit: unitAt(p.unit), role: p.role, title: '', from: day(p.from), until: p.days === null ? null : day(p.from + p.days) }))
  const delegations = given.lent.map(l => ({ id: v7(), post: posts[l.post % posts.length]?.id ?? '', to: people[l.to]?.id ?? '', from: day(l.from), until: day(l.from + l.days), withdrawn: l.withdrawn }))
  return { units, unitAt, people, posts, delegations }
}

async function place(tx: Tx, district: number, { units, people, posts, delegations }: ReturnType<typeof organisationFrom>): Promise<void> {
  await seedOrganisation(tx, district, { units, people, posts }, now, v7)
  for (const d of delegations) await tx.insertInto('org.delegation').values({ district, id: d.id, post: d.post, to_person: d.to, from_on: d.from, until_on: d.until, reason: '出差', withdrawn: d.withdrawn }).execute()
}

it('whoever may approve a figure can read it, everywhere it stands; whoever reads one that is not open has a ground for it', async () => {
  const { db } = await freshDatabase()
  let district = 440500
  await fc.assert(fc.asyncProperty(organisations, async given => {
    district += 1
    const made = organisationFrom(given)
    const { unitAt, people, posts, delegations } = made
    const entries = given.embargoed.map((embargoed, i) => ({ id: v7(), code: `I${i}`, embargoed }))
    const figures = given.figures.map(f => ({ id: v7(), indicator: entries[f.indicator]?.id ?? '', unit: unitAt(f.unit), status: f.status }))
    await db.transaction().execute(async tx => {
      await place(tx, district, made)
      for (const e of entries) await tx.insertInto('indicators.indicator').values({ district, ...e, name_zh: e.code, name_en: e.code, measure: '个', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum', search: e.code }).execute()
      for (const n of given.named) await tx.insertInto('indicators.embargo_post').values({ district, indicator: entries[n.indicator]?.id ?? '', post: posts[n.post % posts.length]?.id ?? '', named_at: now, named_by: '计划员' }).onConflict(c => c.doNothing()).execute()
      for (const f of figures) await tx.insertInto('indicators.figure').values({ district, ...f, period: '2023-07', starts_on: '2023-07-01', ends_on: '2023-07-31', vintage: 'quick', level_value: 1, level_unit: '个', source: '{"kind":"generated"}', at: now }).execute()
    })

    for (const person of people) {
      const actor = await within(db, { district, sees: new Set() }, tx => loadActor(tx, district, person.id, today))
      if (!actor) throw new Error('everybody is active')
      const ctx = makeContext(db, { district, actor, requestId: 'test' }, () => now)
      const inDatabase = new Set((await ctx.read(tx => tx.selectFrom('indicators.figure').select('id').where('district', '=', district).execute())).map(row => row.id))
      for (const figure of figures) {
        const approves = mayDo(actor, 'figure.approve', figure.unit)
        const answer = await indicators.handlers['figure']?.(ctx, { params: { id: figure.id }, query: {}, body: {}, file: null })
        expect(answer?.ok, 'the page and the database agree').toBe(inDatabase.has(figure.id))
        if (approves) expect(answer?.ok, `${actor.roles.join()} approves ${figure.status}`).toBe(true)
        expect(inDatabase.has(figure.id)).toBe(maySee(actor, figure))
      }
    }

    /** The rule in words of its own: approved, or seen before approval; open, or in one's hands, or a post of mine is named. */
    function maySee(actor: Actor, figure: (typeof figures)[number]): boolean {
      const settled = figure.status === 'approved' || figure.status === 'published'
      const before = seenBefore(actor)
      const reached = settled || before === 'district' || before.has(figure.unit)
      const held = figure.status !== 'published' && entries.some(e => e.id === figure.indicator && e.embargoed)
      const inHands = mayDo(actor, 'figure.enter', figure.unit) || mayDo(actor, 'figure.approve', figure.unit)
      const mine = posts.filter(p => holdsOn(today, p) && (p.person === actor.person || delegations.some(d => d.post === p.id && d.to === actor.person && !d.withdrawn && d.from <= today && today < d.until))).map(p => p.id)
      const isNamed = given.named.some(n => entries[n.indicator]?.id === figure.indicator && mine.includes(posts[n.post % posts.length]?.id ?? ''))
      return reached && (!held || inHands || isNamed)
    }
  }), { numRuns: 20 })
}, 120_000)

it('whoever may approve a return can read its sheet and finds it in the list, in any organisation and whatever its form asks', async () => {
  const { db } = await freshDatabase()
  const returns = handlersWith({})
  const nothing = { params: {}, query: {}, body: {}, file: null }
  let district = 440700, approved = 0
  await fc.assert(fc.asyncProperty(organisations, fc.record({ rows: fc.subarray([0, 1, 2], { minLength: 1 }), addsUp: fc.boolean() }), async (given, form) => {
    district += 1
    const made = organisationFrom(given)
    const living = made.units.filter(u => holdsOn(today, u))
    await db.transaction().execute(async tx => {
      await place(tx, district, made)
      for (const [i, embargoed] of given.embargoed.entries()) await tx.insertInto('indicators.indicator').values({ district, id: v7(), code: `IND-${i}`, embargoed, name_zh: `IND-${i}`, name_en: `IND-${i}`, measure: '个', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum', search: `ind-${i}` }).execute()
    })
    const system = systemContext(db, district, () => now)
    const content = FormContent.parse({ name: { zh: '月报', en: 'Monthly' }, rhythm: 'month', units: { of: 'these', codes: living.map(u => u.code) }, due: { days: 5, of: 'working' }, addsUp: form.addsUp, rows: form.rows.map(i => ({ by: 'typed', indicator: `IND-${i}` })) })
    const view = await returns.makeForm(system, { ...nothing, body: { code: 'MONTHLY', from: '2023-01-01', content } })
    if (!view.ok) throw new Error(view.refused)
    const opened = await returns.openSheets(system, { ...nothing, params: { id: view.value.id }, body: { period: '2023-07' } })
    if (!opened.ok) throw new Error(opened.refused)
    const sheets = await db.selectFrom('returns.sheet').select(['id', 'unit']).where('district', '=', district).execute()
    for (const person of made.people) {
      const actor = await within(db, { district, sees: new Set() }, tx => loadActor(tx, district, person.id, today))
      if (!actor) throw new Error('everybody is active')
      const ctx = makeContext(db, { district, actor, requestId: 'test' }, () => now)
      const listed = await returns.sheets(ctx, { ...nothing, query: { limit: 200, whose: 'all' } })
      const ids = new Set(listed.ok ? listed.value.items.map(item => item.id) : [])
      for (const sheet of sheets.filter(one => mayDo(actor, 'figure.approve', one.unit))) {
        approved += 1
        expect((await returns.sheet(ctx, { ...nothing, params: { id: sheet.id } })).ok, `${actor.roles.join()} opens what he approves`).toBe(true)
        expect(ids.has(sheet.id), `${actor.roles.join()} finds it in the list`).toBe(true)
      }
    }
  }), { numRuns: 40 })
  expect(approved).toBeGreaterThan(20)
}, 120_000)
