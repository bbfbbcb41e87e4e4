import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { findToldFigures, loadRegisterNames } from '../../indicators/index.ts'
import { loadDistrictUnit } from '../../org/index.ts'
import { type awaitedRoutes } from './contract.ts'
import { deleteAwaited, saveAwaited } from './store.ts'
import { type Awaited } from '../domain/completion.ts'

export const awaitedHandlers: Handlers<typeof awaitedRoutes> = {
  setAwaited: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const { indicator, period, publisher, expected, ground, version } = body
    const name = (await loadRegisterNames(tx, ctx.district)).find(entry => entry.id === indicator)?.name.zh
    if (name === undefined) return refuse('unknown-indicator', { id: indicator })
    if (await isThere(tx, ctx, indicator, period)) return refuse('figure-is-there', { name, period })
    const at = ctx.now(), awaited: Awaited = { indicator, period, publisher, expected, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at, ground }, by: ctx.actor.name, at, version: version + 1 }
    if (!await saveAwaited(tx, ctx.district, awaited, version)) return refuse('changed-meanwhile')
    await note({ verb: 'figure.awaited', thing: 'indicator', thingId: indicator, detail: { name, period, publisher, expected, ground } })
    return ok(awaited)
  }),

  removeAwaited: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const { indicator, period, version, reason } = body
    if (!await deleteAwaited(tx, ctx.district, indicator, period, version)) return refuse('not-awaited', { period })
    await note({ verb: 'figure.no-longer-awaited', thing: 'indicator', thingId: indicator, detail: { period, reason } })
    return ok({ indicator })
  }),
}

/** What has come is not awaited; a figure that only says it is still to come has not. */
async function isThere(tx: Tx, ctx: Context, indicator: string, period: string): Promise<boolean> {
  const unit = await loadDistrictUnit(tx, ctx.district)
  return unit !== null && (await findToldFigures(tx, ctx.district, [{ indicator, unit: unit.id }])).some(figure => figure.period === period && (figure.level !== null || figure.change !== null))
}
