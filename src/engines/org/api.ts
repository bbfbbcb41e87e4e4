import { type District, type Id } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { type Handlers, type Tx } from '../context.ts'
import { contract } from './contract.ts'
import { mayDo, scopeOf, verbLabels, type Verb } from './domain/permission.ts'
import { mayAppoint, mayDelegate, mayFound } from './domain/posts.ts'
import { heldBy, mayHoldBeside } from './domain/separation.ts'
import { applied, holdsOn, lineUp, mayHappen, byId, superiorsOf } from './domain/tree.ts'
import { findOutlines } from './outline-store.ts'
import { type Unit } from './schema.ts'
import * as store from './store.ts'

const verbs = Object.keys(verbLabels) as Verb[] // its keys are the verbs

/** Last row's key where a page is full, else null. */
function nextOf<T>(rows: readonly T[], limit: number, key: (row: T) => string): string | null {
  const last = rows.at(-1)
  return rows.length === limit && last ? key(last) : null
}

export const handlers: Handlers<typeof contract> = {
  me: async ctx => ctx.read(async tx => {
    const units = await Promise.all(ctx.actor.units.map(id => store.loadUnit(tx, ctx.district, id)))
    const may = verbs.filter(verb => { const scope = scopeOf(ctx.actor, verb); return scope === 'district' || scope.size > 0 })
    return ok({ district: ctx.district, person: ctx.actor.person, name: ctx.actor.name, roles: [...ctx.actor.roles], units: units.flatMap(u => (u ? [{ id: u.id, name: u.name, kind: u.kind }] : [])), verbs: may })
  }),

  units: async (ctx, { query }) => ctx.read(async tx => {
    const { under, on, ...filter } = query
    const day = on ?? ctx.today()
    const { total, rows } = await store.findUnitRows(tx, ctx.district, { ...plain(filter), limit: query.limit, on: day, ...(under && { parent: under }) })
    return ok({ items: rows, total, next: nextOf(rows, query.limit, row => row.code) })
  }),

  unit: async (ctx, { params, query }) => ctx.read(async tx => {
    const unit = await store.loadUnit(tx, ctx.district, params.id)
    if (!unit) return refuse('unknown-unit', { id: params.id })
    const day = query.on ?? ctx.today()
    const all = await store.findUnits(tx, ctx.district)
    const below = await store.findUnitRows(tx, ctx.district, { on: day, parent: unit.id, limit: 500 })
    const superiors = superiorsOf(unit.id, byId(all))
    return ok({
      unit: { ...unit, parentName: superiors[0]?.name ?? null, below: below.total },
      superiors: [...superiors],
      below: below.rows,
      posts: (await store.findPosts(tx, ctx.district, { unit: unit.id })).filter(post => holdsOn(day, post) || (post.from > day && (post.until === null || post.until > post.from))),
      jurisdictions: await store.findJurisdictions(tx, ctx.district, { unit: unit.id }),
      history: await store.findHistory(tx, ctx.district, unit.id),
    })
  }),

  outlines: async (ctx, { query }) => ctx.read(async tx => ok({ items: await findOutlines(tx, ctx.district, { ...query, on: query.on ?? ctx.today() }) })),

  found: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const parent = await store.loadUnit(tx, ctx.district, body.parent)
    if (!parent) return refuse('unknown-unit', { id: body.parent })
    const taken = (await store.findUnits(tx, ctx.district)).find(u => u.code === body.code && u.until === null)
    if (taken) return refuse('code-taken', { code: body.code, unit: taken.name })
    const unit: Unit = { id: ctx.newId(), ...body, generated: false, version: 1 }
    const allowed = mayFound(unit, parent)
    if (!allowed.ok) return allowed
    await store.insertUnit(tx, ctx.district, unit)
    await store.appendEvent(tx, ctx.district, unit.id, { id: ctx.newId(), seq: 1, event: { kind: 'founded', on: unit.from, unit }, at: ctx.now() })
    await note({ verb: 'unit.founded', thing: 'unit', thingId: unit.id, unit: unit.id, detail: { name: unit.name, kind: unit.kind, from: unit.from } })
    return ok(unit)
  }),

  change: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const unit = await store.loadUnit(tx, ctx.district, params.id)
    if (!unit) return refuse('unknown-unit', { id: params.id })
    const history = await store.findHistory(tx, ctx.district, unit.id)
    const allowed = mayHappen(unit, body.event, await store.findUnits(tx, ctx.district), history.findLast(entry => entry.state === 'applied')?.event.on ?? unit.from)
    if (!allowed.ok) return allowed
    // Noted before its day: nothing changes until then, but whoever saves after us must have seen it.
    const planned = body.event.on > ctx.today()
    const next = planned ? { ...unit, version: unit.version + 1 } : applied(unit, body.event)
    if (!next || !(await store.saveUnit(tx, ctx.district, next, body.version))) return refuse('changed-meanwhile', { unit: unit.name })
    await store.appendEvent(tx, ctx.district, unit.id, { id: ctx.newId(), seq: history.length + 1, event: body.event, at: ctx.now(), planned })
    await note({ verb: planned ? 'unit.change-planned' : `unit.${body.event.kind}`, thing: 'unit', thingId: unit.id, unit: unit.id, detail: { ...body.event, ...(body.reason && { reason: body.reason }) } })
    return ok(next)
  }),

  withdrawChange: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const unit = await store.loadUnit(tx, ctx.district, params.id)
    if (!unit) return refuse('unknown-unit', { id: params.id })
    const entry = (await store.findHistory(tx, ctx.district, unit.id)).find(one => one.seq === params.seq)
    if (!entry) return refuse('unknown-change', { id: String(params.seq) })
    if (entry.state !== 'planned') return refuse('change-over', { on: entry.event.on })
    const next = { ...unit, version: unit.version + 1 }
    if (!(await store.saveUnit(tx, ctx.district, next, body.version))) return refuse('changed-meanwhile', { unit: unit.name })
    await store.withdrawEvent(tx, ctx.district, unit.id, params.seq, ctx.now(), body.reason)
    await note({ verb: 'unit.change-withdrawn', thing: 'unit', thingId: unit.id, unit: unit.id, detail: { kind: entry.event.kind, on: entry.event.on, reason: body.reason } })
    return ok(next)
  }),

  people: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await store.findPeople(tx, ctx.district, { ...plain(query), limit: query.limit })
    const posts = Map.groupBy(await store.findPosts(tx, ctx.district, { people: rows.map(p => p.id) }), post => post.person)
    return ok({ items: rows.map(person => ({ ...person, posts: posts.get(person.id) ?? [] })), total, next: nextOf(rows, query.limit, row => row.account) })
  }),

  enrol: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const [taken] = await store.findPeopleOf(tx, ctx.district, { account: body.account })
    if (taken) return refuse('account-taken', { account: body.account, name: taken.name })
    const person = { id: ctx.newId(), ...body, active: true, generated: false, version: 1 }
    await store.insertPerson(tx, ctx.district, person)
    await note({ verb: 'person.enrolled', thing: 'person', thingId: person.id, detail: { account: person.account } })
    return ok(person)
  }),

  deactivate: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const person = await store.loadPerson(tx, ctx.district, params.id)
    if (!person) return refuse('unknown-person', { id: params.id })
    if (person.id === ctx.actor.person) return refuse('deactivate-self', {})
    if (!(await store.deactivatePerson(tx, ctx.district, person.id, body.version))) return refuse('changed-meanwhile', { name: person.name })
    await note({ verb: 'person.deactivated', thing: 'person', thingId: person.id, ...(body.reason && { detail: { reason: body.reason } }) })
    return ok({ ...person, active: false, version: person.version + 1 })
  }),

  leave: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const person = await store.loadPerson(tx, ctx.district, params.id)
    if (!person) return refuse('unknown-person', { id: params.id })
    if (person.id === ctx.actor.person) return refuse('deactivate-self', {})
    if (!person.active) return refuse('already-left', { name: person.name })
    if (body.on !== null && body.on < ctx.today()) return refuse('leave-past', { today: ctx.today() })
    if (!(await store.saveLeaving(tx, ctx.district, person.id, body.on, body.version))) return refuse('changed-meanwhile', { name: person.name })
    await note({ verb: body.on === null ? 'person.stays' : 'person.leaves', thing: 'person', thingId: person.id, detail: { ...(body.on !== null && { on: body.on }), reason: body.reason } })
    return ok({ ...person, leavesOn: body.on, version: body.version + 1 })
  }),

  appoint: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const person = await store.loadPerson(tx, ctx.district, body.person)
    if (!person) return refuse('unknown-person', { id: body.person })
    const unit = await store.loadUnit(tx, ctx.district, body.unit)
    if (!unit) return refuse('unknown-unit', { id: body.unit })
    const post = { id: ctx.newId(), ...body }
    const allowed = mayAppoint(post, unit, ctx.actor.person)
    if (!allowed.ok) return allowed
    await store.takePersonsTurn(tx, ctx.district, person.id)
    const apart = mayHoldBeside(post, await heldOf(tx, ctx.district, person.id))
    if (!apart.ok) return apart
    await store.insertPost(tx, ctx.district, post)
    await note({ verb: 'post.given', thing: 'post', thingId: post.id, unit: unit.id, detail: { person: person.id, role: post.role, from: post.from, until: post.until } })
    return ok(post)
  }),

  endPost: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const [post] = await store.findPosts(tx, ctx.district, { ids: [params.id] })
    if (!post) return refuse('unknown-post', { id: params.id })
    if (post.until !== null && post.until <= body.on) return refuse('already-ended', { on: post.until })
    if (body.on < post.from) return refuse('ends-before-start', { from: post.from })
    await store.endPost(tx, ctx.district, post.id, body.on)
    await note({ verb: 'post.ended', thing: 'post', thingId: post.id, unit: post.unit, detail: { on: body.on, ...(body.reason && { reason: body.reason }) } })
    return ok({ ...post, until: body.on })
  }),

  delegations: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await store.findDelegationRows(tx, ctx.district, { ...plain(query), limit: query.limit })
    return ok({ items: rows, total, next: nextOf(rows, query.limit, row => row.id) })
  }),

  delegate: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const [post] = await store.findPosts(tx, ctx.district, { ids: [body.post] })
    if (!post) return refuse('unknown-post', { id: body.post })
    if (post.person !== ctx.actor.person && !mayDo(ctx.actor, 'delegation.edit', post.unit)) return refuse('not-permitted', { permission: 'delegation.edit' })
    if (!(await store.loadPerson(tx, ctx.district, body.to))) return refuse('unknown-person', { id: body.to })
    const delegation = { id: ctx.newId(), ...body, withdrawn: false }
    const allowed = mayDelegate(delegation, post)
    if (!allowed.ok) return allowed
    await store.takePersonsTurn(tx, ctx.district, body.to)
    const apart = mayHoldBeside({ role: post.role, from: body.from, until: body.until }, await heldOf(tx, ctx.district, body.to))
    if (!apart.ok) return apart
    await store.insertDelegation(tx, ctx.district, delegation)
    await note({ verb: 'post.delegated', thing: 'delegation', thingId: delegation.id, unit: post.unit, detail: { post: post.id, to: body.to, from: body.from, until: body.until } })
    return ok(delegation)
  }),

  withdraw: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const [delegation] = await store.findDelegations(tx, ctx.district, { id: params.id })
    const [post] = delegation ? await store.findPosts(tx, ctx.district, { ids: [delegation.post] }) : []
    if (!delegation || !post) return refuse('unknown-delegation', { id: params.id })
    if (post.person !== ctx.actor.person && !mayDo(ctx.actor, 'delegation.edit', post.unit)) return refuse('not-permitted', { permission: 'delegation.edit' })
    await store.withdrawDelegation(tx, ctx.district, delegation.id)
    await note({ verb: 'delegation.withdrawn', thing: 'delegation', thingId: delegation.id, unit: post.unit })
    return ok({ ...delegation, withdrawn: true })
  }),

  assign: async (ctx, { body }) => ctx.write(async (tx, note) => {
    for (const id of [body.area, body.unit]) if (!(await store.loadUnit(tx, ctx.district, id))) return refuse('unknown-unit', { id })
    if (body.until !== null && body.until <= body.from) return refuse('ends-before-start', { from: body.from })
    const jurisdiction = { id: ctx.newId(), ...body }
    await store.insertJurisdiction(tx, ctx.district, jurisdiction)
    await note({ verb: 'jurisdiction.assigned', thing: 'jurisdiction', thingId: jurisdiction.id, unit: body.unit, detail: { matter: body.matter, area: body.area } })
    return ok(jurisdiction)
  }),

  responsible: async (ctx, { query }) => ctx.read(async tx => {
    const area = await store.loadUnit(tx, ctx.district, query.area)
    if (!area) return refuse('unknown-unit', { id: query.area })
    const day = query.on ?? ctx.today()
    const line = [...lineUp(area.id, byId(await store.findUnits(tx, ctx.district)))]
    const found = (await store.findJurisdictions(tx, ctx.district, { areas: line.map(u => u.id) })).filter(j => holdsOn(day, j) && (query.matter === undefined || j.matter === query.matter))
    return ok({ items: found.toSorted((a, b) => depth(line, a.area) - depth(line, b.area)), line })
  }),
}

/** Every role that a person exercises or will, by own posts and lent ones. */
async function heldOf(tx: Tx, district: District, person: Id) {
  const delegations = await store.findDelegations(tx, district, { to: person })
  return heldBy(person, [...await store.findPosts(tx, district, { people: [person] }), ...await store.findPosts(tx, district, { ids: delegations.map(d => d.post) })], delegations)
}

/** The nearest area answers first. */
function depth(line: readonly Unit[], area: Id): number {
  return line.findIndex(u => u.id === area)
}

/** A filter without the keys that were not given. */
function plain<T extends object>(filter: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> } // only defined values are left
}
