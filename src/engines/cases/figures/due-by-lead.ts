import { type Id } from '../../../kernel/id.ts'
import { type Context, type Tx } from '../../context.ts'
import { tallied } from '../domain/rate-lines.ts'
import { type Share } from '../domain/rates.ts'
import { spanUntil } from '../domain/spans.ts'
import { countRates } from './store.ts'

/** Of the cases due to be closed in a period, how many were closed in time, by the unit that leads them. The caller sees every case. */
export async function countDueByLead(tx: Tx, ctx: Pick<Context, 'district' | 'now'>, period: string): Promise<ReadonlyMap<Id, Share>> {
  const span = spanUntil(period, ctx.now())
  if (!span || span.from >= span.to) return new Map()
  const counts = (await countRates(tx, ctx.district, {}, span, 'unit', ctx.now())).filter(row => row.key !== null)
  return new Map([...tallied(counts, [], key => key ?? '')].flatMap(([unit, { shares }]) => (shares['on-time'].whole > 0 ? [[unit, shares['on-time']]] : [])))
}
