import { type Context, type Tx } from '../../context.ts'
import { forceOf } from '../domain/forces/force.ts'
import { type Happened } from './schema.ts'
import { countForces, insertForce } from './store.ts'
import { type Id } from '../../../kernel/id.ts'

/** Writes task forces with their histories, made up for the demonstration; 0, and nothing is made, where there are some already. */
export async function seedForces(tx: Tx, ctx: Context, make: () => Promise<readonly { readonly id: Id; readonly events: readonly Happened[] }[]>): Promise<number> {
  if (await countForces(tx, ctx.district) > 0) return 0
  const made = await make()
  for (const { id, events } of made) {
    const force = forceOf(events)
    if (!force) throw new Error(`The task force ${id} of the demonstration cannot be made`)
    await insertForce(tx, ctx.district, { id, events, force, generated: true })
  }
  return made.length
}
