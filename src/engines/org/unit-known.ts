import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Tx } from '../context.ts'
import { loadUnit } from './store.ts'

/** Is it a unit of the district that exists today? */
export async function unitKnown(tx: Tx, ctx: Context, id: Id): Promise<Result<null>> {
  const unit = await loadUnit(tx, ctx.district, id)
  return unit && (unit.until === null || unit.until > ctx.today()) ? ok(null) : refuse('unknown-unit', { id })
}
