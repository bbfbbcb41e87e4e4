/** The one way in which a sheet changes: held, permitted, decided, folded, saved, appended to its history, noted. */
import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type AuditEntry, type Context, type Note, type Tx } from '../context.ts'
import { mayDo, type Verb } from '../org/domain/permission.ts'
import { after } from './domain/sheet.ts'
import { type Counters, fill, type FilledSheet } from './filling.ts'
import { type Sheet, type SheetEvent } from './schema.ts'
import { appendSteps, loadSheet, saveSheet } from './sheet-store.ts'

export type Decide = (filled: FilledSheet, tx: Tx) => Promise<Result<SheetEvent>> | Result<SheetEvent>

export type Asked = { readonly sheet: Id; /** Null where each cell carries its own version. */ readonly version: number | null; readonly permission: Verb; readonly verb: string; readonly detail?: AuditEntry['detail'] }

/** Takes one step with a sheet. Others who step on it at the same time wait, and are then told what they have not seen. */
export async function step(ctx: Context, counters: Counters, asked: Asked, decide: Decide): Promise<Result<FilledSheet>> {
  return ctx.write(async (tx, note) => {
    const held = await hold(tx, ctx, counters, asked)
    if (!held.ok) return held
    const event = await decide(held.value, tx)
    if (!event.ok) return event
    const sheet = await append(tx, ctx, held.value.sheet, [event.value])
    await noteStep(note, held.value, asked, { ...asked.detail, ...figuresIn(event.value) })
    const filled = await fill(tx, ctx, counters, sheet)
    return filled ? ok(filled) : refuse('unknown-sheet', { id: asked.sheet })
  })
}

/** The sheet if it is there, may be touched and is as the person saw it; held, until the transaction ends, from everybody else. */
export async function hold(tx: Tx, ctx: Context, counters: Counters, { sheet: id, version, permission }: Asked, how: 'held' | 'read' = 'held'): Promise<Result<FilledSheet>> {
  const sheet = await loadSheet(tx, ctx.district, id, how)
  if (!sheet) return refuse('unknown-sheet', { id })
  if (!mayDo(ctx.actor, permission, sheet.unit)) return refuse('not-permitted', { permission })
  if (version !== null && sheet.standing.version !== version) return refuse('changed-meanwhile', { period: sheet.period })
  const filled = await fill(tx, ctx, counters, sheet)
  return filled ? ok(filled) : refuse('unknown-sheet', { id })
}

/** Appends events to the history of a held sheet and saves what they leave. */
export async function append(tx: Tx, ctx: Context, sheet: Sheet, events: readonly SheetEvent[]): Promise<Sheet> {
  const at = ctx.now()
  const signed = { at, person: ctx.actor.person, by: ctx.actor.name }
  const standing = events.reduce((now, event) => after(now, { ...signed, event }), sheet.standing)
  await appendSteps(tx, ctx.district, events.map((event, i) => ({ id: ctx.newId(), sheet: sheet.id, seq: sheet.standing.version + i + 1, ...signed, event })))
  await saveSheet(tx, ctx.district, sheet.id, standing)
  return { ...sheet, standing }
}

export async function noteStep(note: Note, { sheet, form }: FilledSheet, { verb }: Pick<Asked, 'verb'>, detail: AuditEntry['detail'] = {}): Promise<void> {
  await note({ verb, thing: 'sheet', thingId: sheet.id, unit: sheet.unit, detail: { form: form.code, period: sheet.period, ...detail } })
}

function figuresIn(event: SheetEvent): AuditEntry['detail'] {
  return event.kind === 'accepted' ? { figures: event.figures.length } : {}
}
