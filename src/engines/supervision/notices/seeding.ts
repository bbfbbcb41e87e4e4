import { type Context, type Tx } from '../../context.ts'
import { NoticeRule } from './schema.ts'
import { saveRule } from './store.ts'

/** Puts the rule that the packs bring in place, that of the last of them; answers whether anything changed. */
export async function seedNoticeRule(tx: Tx, ctx: Context, brought: readonly NoticeRule[]): Promise<number> {
  const last = brought.at(-1)
  return last ? Number(await saveRule(tx, ctx.district, NoticeRule.parse(last))) : 0
}
