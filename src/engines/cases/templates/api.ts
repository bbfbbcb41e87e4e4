import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { branchOf } from '../domain/clocks.ts'
import { unknownPlaceholders } from '../domain/template.ts'
import { findNames, findType } from '../store.ts'
import { type templateContract, type TemplateGiven, type TemplateOwner, type TemplateView } from './contract.ts'
import { countTemplates, deleteTemplate, findTemplates, insertTemplate, saveTemplate, type Template } from './store.ts'

/** So many for each person, unit and district: a list to choose from, not a library. */
const MOST_TEMPLATES = 100

/** Everybody keeps their own; a head those of the unit; the dispatch desk and the supervisors the district's. */
function mayKeep(ctx: Context, owner: TemplateOwner): boolean {
  switch (owner.kind) {
    case 'person': return true
    case 'unit': return mayDo(ctx.actor, 'case.approve', owner.unit)
    case 'district': return mayDo(ctx.actor, 'case.dispatch', null) || mayDo(ctx.actor, 'case.supervise', null)
  }
}

/** Whose a template is, and whether the caller may change it: nobody else's own. */
function ownerOf({ owner, unit }: Pick<Template, 'owner' | 'unit'>): TemplateOwner {
  return owner === 'unit' && unit !== null ? { kind: 'unit', unit } : owner === 'district' ? { kind: 'district' } : { kind: 'person' }
}
const mayChange = (ctx: Context, of: Template) => (of.owner === 'person' ? of.person === ctx.actor.person : mayKeep(ctx, ownerOf(of)))

function viewOf(ctx: Context, of: Template): TemplateView {
  const { id, unitName, title, words, type, category, version, by } = of
  return { id, owner: ownerOf(of), unitName, title, words, type, category, version, by, mayEdit: mayChange(ctx, of) }
}

async function checked(tx: Tx, ctx: Context, given: TemplateGiven): Promise<Result<null>> {
  if (!mayKeep(ctx, given.owner)) return refuse('not-permitted', { permission: given.owner.kind === 'unit' ? 'case.approve' : 'case.dispatch' })
  const [unknown] = unknownPlaceholders(given.words)
  if (unknown !== undefined) return refuse('unknown-placeholder', { name: unknown })
  if (given.type === null) return given.category === null ? ok(null) : refuse('unknown-category', { category: given.category })
  const here = await findType(tx, ctx.district, given.type)
  if (!here) return refuse('unknown-case-type', { type: given.type })
  return given.category === null || branchOf(here.type.categories, given.category).length > 0 ? ok(null) : refuse('unknown-category', { category: given.category })
}

async function kept(tx: Tx, ctx: Context, id: Id, given: TemplateGiven, version: number): Promise<Template> {
  const unit = given.owner.kind === 'unit' ? given.owner.unit : null
  const names = await findNames(tx, ctx.district, unit === null ? [] : [unit])
  return { id, owner: given.owner.kind, person: given.owner.kind === 'person' ? ctx.actor.person : null, unit, unitName: unit === null ? null : names.get(unit) ?? null, title: given.title, words: given.words, type: given.type, category: given.category, version, by: ctx.actor.name }
}

const entry = (verb: string, of: Template) => ({ verb: `case-template.${verb}`, thing: 'case-template', thingId: of.id, unit: of.unit, detail: { title: of.title, owner: of.owner } })

export const templateHandlers: Handlers<typeof templateContract> = {
  templates: async ctx => ctx.read(async tx => {
    const units = ctx.actor.units.filter(unit => mayDo(ctx.actor, 'case.approve', unit))
    const names = await findNames(tx, ctx.district, units)
    const items = (await findTemplates(tx, ctx.district, { person: ctx.actor.person, units: ctx.actor.units })).map(one => viewOf(ctx, one))
    return ok({ items, may: { units: units.map(id => ({ id, name: names.get(id) ?? '—' })), district: mayKeep(ctx, { kind: 'district' }) } })
  }),

  addTemplate: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const may = await checked(tx, ctx, body)
    if (!may.ok) return may
    const template = await kept(tx, ctx, ctx.newId(), body, 1)
    if (await countTemplates(tx, ctx.district, template) >= MOST_TEMPLATES) return refuse('templates-full', { most: MOST_TEMPLATES })
    await insertTemplate(tx, ctx.district, template, ctx.now())
    await note(entry('added', template))
    return ok(viewOf(ctx, template))
  }),

  changeTemplate: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const [there] = await findTemplates(tx, ctx.district, params)
    if (!there || !mayChange(ctx, there)) return refuse('unknown-template')
    const may = await checked(tx, ctx, body)
    if (!may.ok) return may
    const template = await kept(tx, ctx, there.id, body, body.version + 1)
    if (!await saveTemplate(tx, ctx.district, template, body.version, ctx.now())) return refuse('changed-meanwhile', { seen: body.version, now: there.version })
    await note(entry('changed', template))
    return ok(viewOf(ctx, template))
  }),

  dropTemplate: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const [there] = await findTemplates(tx, ctx.district, params)
    if (!there || !mayChange(ctx, there)) return refuse('unknown-template')
    await deleteTemplate(tx, ctx.district, there.id)
    await note(entry('dropped', there))
    return ok({})
  }),
}
