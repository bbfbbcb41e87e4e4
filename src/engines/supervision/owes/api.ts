import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { sheetFile } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { findUnitNames, loadUnit } from '../../org/index.ts'
import { countOwed, daysLeft, isLate, orderOwed, owedWords } from '../domain/owes.ts'
import { silenceOf } from '../domain/silence.ts'
import { findAnswerable } from '../notices/register-store.ts'
import { bringOwed } from './bringing.ts'
import { type owesContract, type OwedView } from './contract.ts'

type Named = { readonly id: Id; readonly name: string }

/** Whose list it is: the unit itself, those above it, supervision and leaders see it, as they see its cases. */
async function unitFor(tx: Tx, ctx: Context, asked: Id | undefined): Promise<Result<Named>> {
  const id = asked ?? ctx.actor.units[0]
  const unit = id === undefined ? null : await loadUnit(tx, ctx.district, id)
  if (id === undefined || !unit) return refuse('unknown-unit', { id: id ?? '—' })
  return mayDo(ctx.actor, 'case.read', id) ? ok({ id, name: unit.name }) : refuse('not-your-unit', { unit: unit.name })
}

async function listOf(tx: Tx, ctx: Context, unit: Id): Promise<{ readonly items: OwedView[]; readonly counts: ReturnType<typeof countOwed>; readonly cut: boolean }> {
  const today = ctx.today(), { items, cut } = await bringOwed(tx, ctx, unit)
  return { items: orderOwed(items).map(({ passed = false, ...item }) => ({ ...item, late: isLate({ ...item, passed }, today), days: daysLeft(item, today) })), counts: countOwed(items, today), cut }
}

const headers = ['种类', '事项', '情况', '分工', '时限', '逾期（天）', '剩余（天）']

export const owesHandlers: Handlers<typeof owesContract> = {
  owes: async (ctx, { query }) => ctx.read(async tx => {
    const unit = await unitFor(tx, ctx, query.unit)
    if (!unit.ok) return unit
    const names = await findUnitNames(tx, ctx.district, [...ctx.actor.units])
    const silence = silenceOf(await findAnswerable(tx, ctx.district, Number(ctx.today().slice(0, 4))), ctx.now()).byUnit.get(unit.value.id)
    return ok({ unit: unit.value, own: ctx.actor.units.map(id => ({ id, name: names.get(id) ?? '—' })), today: ctx.today(), ...await listOf(tx, ctx, unit.value.id), silences: silence?.thisYear ?? 0 })
  }),

  exportOwes: async (ctx, { query: { unit: asked, form } }) => ctx.read(async tx => {
    const unit = await unitFor(tx, ctx, asked)
    if (!unit.ok) return unit
    const { items } = await listOf(tx, ctx, unit.value.id)
    const rows = items.map(({ kind, title, why, part, dueOn, late, days }) => [owedWords[kind].zh, title.zh, why.zh, part === 'lead' ? '主办' : '协办', dueOn, late && days !== null ? -days : null, !late && days !== null ? days : null])
    return ok(await sheetFile(`${unit.value.name}应办清单${ctx.today()}`, form, [headers, ...rows]))
  }),
}
