import { type Id } from '../../../kernel/id.ts'
import { type Context, type Tx } from '../../context.ts'
import { type Directory, type FieldValues } from '../schema.ts'
import { insertEntries, saveDirectory } from './store.ts'

/** Puts the directories of packs in place, as they are now. Answers how many were new or changed. */
export async function seedDirectories(tx: Tx, ctx: Context, directories: readonly Directory[]): Promise<number> {
  let made = 0
  for (const directory of directories) if (await saveDirectory(tx, ctx.district, directory)) made += 1
  return made
}

/** A made-up line of the demonstration. */
export type GeneratedEntry = { readonly name: string; readonly unit: Id; readonly fields: FieldValues }

/** Puts made-up lines into a directory, each marked as generated; none where it has some already. Answers how many. */
export async function seedEntries(tx: Tx, ctx: Context, directory: string, entries: () => readonly GeneratedEntry[]): Promise<number> {
  const there = await tx.selectFrom('cases.entry').select('id').where('district', '=', ctx.district).where('directory', '=', directory).limit(1).executeTakeFirst()
  if (there) return 0
  return insertEntries(tx, ctx.district, directory, entries().map(entry => ({ ...entry, id: ctx.newId(), from: ctx.today(), until: null, generated: true })))
}
