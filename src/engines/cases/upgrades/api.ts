import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type Handlers } from '../../context.ts'
import { moveToVersion } from '../doing.ts'
import { upgradeOf } from '../domain/upgrade.ts'
import { wordsOf } from '../domain/refused.ts'
import { findType, loadCase, seeEveryCase } from '../store.ts'
import { type contract } from './contract.ts'
import { countEarlier, takeEarlier } from './store.ts'

const BATCH = 200

export const handlers: Handlers<typeof contract> = {
  earlier: async (ctx, { params }) => ctx.read(async tx => {
    const here = await findType(tx, ctx.district, params.key)
    return here ? ok({ key: params.key, inForce: here.type.version, earlier: await countEarlier(tx, ctx.district, params.key, here.type.version) }) : refuse('unknown-case-type', { type: params.key })
  }),

  upgrade: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const here = await findType(tx, ctx.district, params.key)
    if (!here) return refuse('unknown-case-type', { type: params.key })
    await seeEveryCase(tx)
    const ids = await takeEarlier(tx, ctx.district, params.key, here.type.version, body.after, BATCH)
    const stayed: { id: Id; number: string; because: Label }[] = []
    let moved = 0
    for (const id of ids) {
      const found = await loadCase(tx, ctx.district, { id })
      if (!found) continue
      const event = upgradeOf(found.type, here.type, found.events, ctx.now())
      if (!event.ok) { stayed.push({ id, number: found.present.number, because: wordsOf(event) }); continue }
      if (!body.check) await moveToVersion(tx, ctx, note, found, here, event.value)
      moved += 1
    }
    await note({ verb: body.check ? 'case-type.upgrade-checked' : 'case-type.upgraded', thing: 'case-type', thingId: params.key, detail: { version: here.type.version, moved, stayed: stayed.length } })
    return ok({ moved, stayed, next: ids.length === BATCH ? ids.at(-1) ?? null : null })
  }),
}
