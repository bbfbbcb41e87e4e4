import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers } from '../../context.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { nameOf } from '../domain/project.ts'
import { type Found, loadProject } from '../store.ts'
import { bringFile } from './bringing.ts'
import { type fileContract, type ProjectFile } from './contract.ts'
import { findFiles, loadFile, type StoredFile, withdrawFile } from './store.ts'

/** Who keeps a project, tells how it gets on, or visits it brings files. */
const mayBring = (ctx: Context, { project }: Pick<Found, 'project'>) => (['project.edit', 'project.tell', 'light.answer'] as const).some(verb => mayDo(ctx.actor, verb, project.owner))

/** Who brought it takes it back, or who keeps the project. */
const mayWithdraw = (ctx: Context, { project }: Pick<Found, 'project'>, of: StoredFile) => of.withdrawn === null && (of.person === ctx.actor.person || mayDo(ctx.actor, 'project.edit', project.owner))

function viewOf(ctx: Context, found: Found, of: StoredFile): ProjectFile {
  const { id, kind, name, mime, size, visit, at, by, withdrawn } = of
  return { id, kind, name, mime, size, visit, at, by, withdrawn, mayWithdraw: mayWithdraw(ctx, found, of) }
}

export const fileHandlers: Handlers<typeof fileContract> = {
  files: async (ctx, { params }) => ctx.read(async tx => {
    const found = await loadProject(tx, ctx.district, params.id)
    return found ? ok({ items: (await findFiles(tx, ctx.district, found.id)).map(one => viewOf(ctx, found, one)), mayBring: mayBring(ctx, found) }) : refuse('unknown-project')
  }),

  bring: async (ctx, { params, query: { kind, visit = null }, file }) => ctx.write(async (tx, note) => {
    const found = await loadProject(tx, ctx.district, params.id)
    if (!found) return refuse('unknown-project')
    if (!mayBring(ctx, found)) return refuse('not-permitted', { permission: 'project.tell' })
    const kept = await bringFile(tx, ctx, note, found, file, { kind, visit })
    return kept.ok ? ok(viewOf(ctx, found, kept.value)) : kept
  }),

  projectFile: async (ctx, { params }) => ctx.read(async tx => {
    const file = await loadFile(tx, ctx.district, params.id, params.file)
    return file ? ok(file) : refuse('unknown-project-file')
  }),

  withdrawFile: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const found = await loadProject(tx, ctx.district, params.id)
    if (!found) return refuse('unknown-project')
    const of = (await findFiles(tx, ctx.district, found.id)).find(one => one.id === params.file)
    if (!of || of.withdrawn !== null) return refuse('unknown-project-file')
    if (!mayWithdraw(ctx, found, of)) return refuse('not-permitted', { permission: 'project.edit' })
    const withdrawn = { at: ctx.now(), by: ctx.actor.name, reason: body.reason }
    if (!await withdrawFile(tx, ctx.district, of.id, withdrawn)) return refuse('unknown-project-file')
    await note({ verb: 'project.file-withdrawn', thing: 'project', thingId: found.id, unit: found.project.owner, detail: { code: found.project.code, name: nameOf(found.project), file: of.id, reason: body.reason } })
    return ok(viewOf(ctx, found, { ...of, withdrawn }))
  }),
}
