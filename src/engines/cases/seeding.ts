import { type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { knownFrom } from './domain/row.ts'
import { type Happened, type Reporter } from './schema.ts'
import { findType, insertCase, seeEveryCase } from './store.ts'

/** A case with its whole history, made up for the demonstration. */
export type GeneratedCase = { readonly id: Id; readonly type: string; readonly version: number; readonly events: readonly Happened[]; readonly reporter: Reporter | null }

/** Puts made-up cases in place, each marked as generated; those whose numbers are taken are left out. Answers how many were new; none where some are there already. */
export async function seedCases(tx: Tx, ctx: Context, cases: () => readonly GeneratedCase[]): Promise<number> {
  await seeEveryCase(tx)
  const there = await tx.selectFrom('cases.case').select('id').where('district', '=', ctx.district).where('generated', '=', true).limit(1).executeTakeFirst()
  if (there) return 0
  let made = 0
  for (const one of cases()) if (await seedCase(tx, ctx, one)) made += 1
  return made
}

/** Puts one made-up case in place; false where its number is taken. */
export async function seedCase(tx: Tx, ctx: Context, { id, type: key, version, events, reporter }: GeneratedCase): Promise<boolean> {
  await seeEveryCase(tx)
  const here = await findType(tx, ctx.district, key, version)
  if (!here) throw new Error(`The made-up case ${id} is of ${key} ${version}, which is not in place`)
  return insertCase(tx, ctx.district, knownFrom(here.type, id, events), reporter && { ...reporter, codeHash: null }, true)
}
