import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { mayAnywhere, mayDo } from '../../org/domain/permission.ts'
import { keptUnderMask, mayKeep } from '../domain/directory.ts'
import { type Directory, type FieldValues } from '../schema.ts'
import { maskedFields } from '../showing.ts'
import { findNoUnits } from '../store.ts'
import { type directoryContract, type EntryView } from './contract.ts'
import * as store from './store.ts'

export const directoryHandlers: Handlers<typeof directoryContract> = {
  directories: async ctx => ctx.read(async tx => ok({ items: (await store.findDirectories(tx, ctx.district, ctx.today())).map(one => ({ ...one })) })),

  entries: async (ctx, { params, query: { limit, after = 0, choice, ended, ...filter } }) => ctx.read(async tx => {
    const directory = await store.loadDirectory(tx, ctx.district, params.key)
    if (!directory) return refuse('unknown-directory', { key: params.key })
    const [field, value] = choice?.split('/') ?? []
    if (field !== undefined && !directory.fields.some(one => one.key === field && one.input === 'choice' && !one.personal)) return refuse('field-wrong', { field })
    const { rows, total } = await store.findEntries(tx, ctx.district, directory, { ...filter, ended: ended === 'true', choice: field === undefined || value === undefined ? undefined : { field, value } }, ctx.today(), { limit, offset: after })
    const hidden = personalOf(directory)
    return ok({ items: rows.map(row => ({ ...row, fields: maskedFields(row.fields, hidden) })), total, next: after + rows.length < total && rows.length > 0 ? String(after + rows.length) : null, directory, mayAdd: mayAnywhere(ctx.actor, 'case.handle') })
  }),

  entryCounts: async (ctx, { params }) => ctx.read(async tx => {
    const directory = await store.loadDirectory(tx, ctx.district, params.key)
    if (!directory) return refuse('unknown-directory', { key: params.key })
    const { streets, choices } = await store.countEntries(tx, ctx.district, directory, ctx.today())
    const named = directory.fields.flatMap(field => (field.choices ?? []).map(choice => ({ field: field.key, value: choice.key, name: choice.name })))
    return ok({ streets: streets.map(({ id, name, count }) => ({ unit: { id, name }, count })), choices: named.map(one => ({ ...one, count: choices.find(found => found.field === one.field && found.value === one.value)?.count ?? 0 })) })
  }),

  addEntry: async (ctx, { params, body: { reason, ...given } }) => ctx.write(async (tx, note) => {
    const directory = await store.loadDirectory(tx, ctx.district, params.key)
    if (!directory) return refuse('unknown-directory', { key: params.key })
    const may = await mayKeepHere(tx, ctx, directory, given)
    if (!may.ok) return may
    const id = ctx.newId()
    if (await store.insertEntries(tx, ctx.district, params.key, [{ ...given, id, from: ctx.today(), generated: false }]) === 0) return refuse('entry-name-taken', { name: given.name })
    await store.insertChange(tx, ctx.district, { entry: id, version: 1, at: ctx.now(), person: ctx.actor.person, by: ctx.actor.name, reason, before: null })
    await note({ verb: 'directory.added', thing: 'directory-entry', thingId: id, unit: given.unit, detail: { directory: params.key, name: given.name, reason } })
    return shown(tx, ctx, directory, id)
  }),

  entry: async (ctx, { params }) => ctx.read(async tx => {
    const directory = await store.loadDirectory(tx, ctx.district, params.key)
    return directory ? shown(tx, ctx, directory, params.id) : refuse('unknown-directory', { key: params.key })
  }),

  changeEntry: async (ctx, { params, body: { reason, version, ...given } }) => ctx.write(async (tx, note) => {
    const directory = await store.loadDirectory(tx, ctx.district, params.key)
    if (!directory) return refuse('unknown-directory', { key: params.key })
    const before = await store.loadEntry(tx, ctx.district, params.key, params.id)
    if (!before) return refuse('unknown-entry')
    if (!mayEdit(ctx, before.unit.id)) return refuse('not-your-entry', { name: before.name, unit: before.unit.name })
    const kept = { ...given, fields: keptUnderMask(directory, given.fields, before.fields) }
    const may = await mayKeepHere(tx, ctx, directory, kept)
    if (!may.ok) return may
    const saved = await store.saveEntry(tx, ctx.district, params.key, { ...kept, id: params.id }, version)
    if (saved !== 'saved') return saved === 'changed' ? refuse('entry-changed', { name: before.name }) : refuse('entry-name-taken', { name: given.name })
    const { name, unit, fields, until } = before
    await store.insertChange(tx, ctx.district, { entry: params.id, version: version + 1, at: ctx.now(), person: ctx.actor.person, by: ctx.actor.name, reason, before: { name, unit: unit.name, fields, until } })
    await note({ verb: 'directory.changed', thing: 'directory-entry', thingId: params.id, unit: given.unit, detail: { directory: params.key, name: given.name, reason } })
    return shown(tx, ctx, directory, params.id)
  }),

  revealEntry: async (ctx, { params, body: { reason } }) => ctx.write(async (tx, note) => {
    const directory = await store.loadDirectory(tx, ctx.district, params.key)
    const found = directory && await store.loadEntry(tx, ctx.district, params.key, params.id)
    if (!directory || !found) return refuse('unknown-entry')
    if (!mayReveal(ctx, found.unit.id)) return refuse('not-your-entry', { name: found.name, unit: found.unit.name })
    await note({ verb: 'directory.revealed', thing: 'directory-entry', thingId: params.id, unit: found.unit.id, detail: { directory: params.key, name: found.name, reason } })
    const hidden = personalOf(directory)
    return ok({ fields: Object.fromEntries(Object.entries(found.fields).filter(([key]) => hidden.has(key))) })
  }),
}

const personalOf = ({ fields }: Directory): ReadonlySet<string> => new Set(fields.filter(field => field.personal).map(field => field.key))
/** Lines of a unit are kept by those who handle its cases. */
const mayEdit = (ctx: Context, unit: Id) => mayDo(ctx.actor, 'case.handle', unit)
const mayReveal = (ctx: Context, unit: Id) => [unit, null].some(of => mayDo(ctx.actor, 'case.reveal', of))

async function mayKeepHere(tx: Tx, ctx: Context, directory: Directory, { name, unit, fields }: { readonly name: string; readonly unit: Id; readonly fields: FieldValues }): Promise<Result<FieldValues>> {
  const wrong = await findNoUnits(tx, ctx.district, [unit], ctx.today())
  if (wrong.length > 0) return refuse('no-such-unit', { unit })
  return mayEdit(ctx, unit) ? mayKeep(directory, fields) : refuse('not-your-entry', { name, unit: '' })
}

async function shown(tx: Tx, ctx: Context, directory: Directory, id: Id): Promise<Result<EntryView>> {
  const found = await store.loadEntry(tx, ctx.district, directory.key, id)
  if (!found) return refuse('unknown-entry')
  const hidden = personalOf(directory)
  const changes = found.changes.map(change => ({ ...change, before: change.before && { ...change.before, fields: maskedFields(change.before.fields, hidden) } }))
  return ok({ ...found, fields: maskedFields(found.fields, hidden), changes, mayEdit: mayEdit(ctx, found.unit.id), mayReveal: hidden.size > 0 && mayReveal(ctx, found.unit.id) })
}
