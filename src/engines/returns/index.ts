import { type Api, api as join } from '../api.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { contract } from './contract.ts'
import { entriesHandlers } from './entries-api.ts'
import { type Counters } from './filling.ts'
import { formHandlers } from './form-api.ts'
import { findForms, insertForm, insertVersion } from './form-store.ts'
import { progressHandlers } from './progress-api.ts'
import { FormContent, type PackForm } from './schema.ts'
import { sheetHandlers } from './sheet-api.ts'
import { stepHandlers } from './step-api.ts'

/** The handlers over what other engines count. */
export function handlersWith(counters: Counters): Handlers<typeof contract> {
  return { ...formHandlers(counters), ...sheetHandlers(counters), ...stepHandlers(counters), ...entriesHandlers(counters), ...progressHandlers }
}

export const api = (counters: Counters): Api => join('returns', contract, handlersWith(counters))

/**
 * Puts the forms of packs in place. A form that is there and that nobody changed gets a new version where its pack brings one
 * from a later day; one that a person changed stays theirs. Answers how many forms and versions were new.
 */
export async function seedForms(tx: Tx, ctx: Context, forms: readonly PackForm[]): Promise<number> {
  const known = new Map((await findForms(tx, ctx.district)).map(form => [form.code, form]))
  let made = 0
  for (const { code, from, content } of forms) {
    const before = known.get(code), latest = before?.versions[0]
    if (before && (!before.fromPack || (latest && latest.from >= from))) continue
    const form = before?.id ?? ctx.newId()
    if (!before) await insertForm(tx, ctx.district, { id: form, code, fromPack: true })
    await insertVersion(tx, ctx.district, { form, code, number: (latest?.number ?? 0) + 1, from, content: FormContent.parse(content), at: ctx.now(), by: ctx.actor.name })
    made += 1
  }
  return made
}

export { type Counters } from './filling.ts'
export { jobs } from './jobs.ts'
export { findForms } from './form-store.ts'
export { openPeriod } from './opening.ts'
export { countToAccept, findWaitingSheets, type SheetLine } from './sheet-store.ts'
export { seedSheets, type SeededCourse } from './seeding.ts'
