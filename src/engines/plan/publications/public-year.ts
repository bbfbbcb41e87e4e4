/** A year of the plan as the public may know it: gathered from the ledger when a publication is prepared, and again before it is approved. */
import { createHash } from 'node:crypto'
import { type Id } from '../../../kernel/id.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Context, type Tx } from '../../context.ts'
import { findFiguresByIds, judgedTargetsOfYear } from '../../indicators/index.ts'
import { findUnits } from '../../org/index.ts'
import { childrenOf, numbersOf } from '../domain/tree.ts'
import { type HeldBack, type LeftOut, type PublicLine, Snapshot } from '../domain/publication/publication.ts'
import { heldBackOf, isPromise, lineFromCommitment, lineFromTarget } from '../domain/publication/public-line.ts'
import { groundOf, type LedgerGround, madeWithin, publicLedgers } from '../domain/publication/public-ledger.ts'
import { type LedgerView } from '../ledgers/contract.ts'
import { ledgersOfYear } from '../ledgers/standing.ts'
import { findNotApproved } from './store.ts'
import { findCommitments } from '../store.ts'
import { targetLines, treeOfYear } from '../year.ts'

export type PublicYear = { readonly snapshot: Snapshot; readonly heldBack: readonly HeldBack[]; readonly ledgers: readonly LedgerGround[] }

/** Every promise of a year on figures that anybody may know, with what the people here know beyond that. */
export async function publicYear(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, year: number): Promise<PublicYear> {
  const on = ctx.today()
  const targets = await publicTargets(tx, ctx, year)
  const views = await ledgersOfYear(tx, ctx, year)
  const commitments = await publicCommitments(tx, ctx, year, views)
  const all = [...targets, ...commitments]
  const ledgers = groundOf(views, new Map(all.map(({ id, line }) => [id, line.key])))
  const lines = all.map(({ line }) => line)
  const snapshot = Snapshot.parse({ form: 1, district: ctx.district, year, on, lines, ledgers: publicLedgers(ledgers, lines, new Set()) })
  return { snapshot, ledgers, heldBack: all.flatMap(({ held }) => held) }
}

type Gathered = { readonly id: Id; readonly line: PublicLine; readonly held: readonly HeldBack[] }

async function publicTargets(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, year: number): Promise<Gathered[]> {
  const { district } = ctx, on = ctx.today()
  const judged = await judgedTargetsOfYear(tx, district, year, on)
  const lines = await targetLines(tx, district, judged, await findCommitments(tx, district, year), on)
  const units = new Map((await findUnits(tx, district)).map(unit => [unit.id, unit]))
  const figures = await findFiguresByIds(tx, district, [...new Set(judged.flatMap(j => j.said.map(f => f.id)))])
  const sources: ReadonlyMap<Id, Source> = new Map([...figures].map(([id, figure]) => [id, figure.source]))
  const unseen = new Map((await findNotApproved(tx, district, year)).map(row => [`${row.indicator}/${row.unit}`, row.figures]))
  return judged.flatMap(({ target, indicator, said, override }, i) => {
    const line = lines[i], unit = units.get(target.unit)
    if (!line) return []
    const shown = lineFromTarget({ year, line, target, indicator, said, sources, unitCode: !unit || unit.kind === 'district' ? null : unit.code })
    const notApproved = unseen.get(`${target.indicator}/${target.unit}`) ?? 0
    return [{ id: target.id, line: shown, held: heldBackOf(shown, { light: override?.light ?? shown.light, override, notApproved, embargoed: indicator.embargoed }) }]
  })
}

async function publicCommitments(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, year: number, views: readonly LedgerView[]): Promise<Gathered[]> {
  const nodes = await treeOfYear(tx, ctx, year)
  const [numbers, children] = [numbersOf(nodes), childrenOf(nodes)]
  const within = madeWithin(views, nodes)
  return nodes.filter(node => !within.has(node.id) && isPromise(node, children.get(node.id)?.length ?? 0)).map(node => {
    const line = lineFromCommitment(node, numbers.get(node.id) ?? '', ctx.today())
    return { id: node.id, line, held: heldBackOf(line, { light: node.light, override: node.override, notApproved: 0, embargoed: false }) }
  })
}

/** The year without the promises that are left out; each stands among what is held back, with its reason. */
export function leavingOut({ snapshot, heldBack, ledgers }: PublicYear, leftOut: readonly LeftOut[]): PublicYear {
  const reasons = new Map(leftOut.map(line => [line.key, line.reason]))
  const out = snapshot.lines.filter(line => reasons.has(line.key))
  const lines = snapshot.lines.filter(line => !reasons.has(line.key))
  return {
    ledgers,
    snapshot: Snapshot.parse({ ...snapshot, lines, ledgers: publicLedgers(ledgers, lines, new Set(reasons.keys())) }),
    heldBack: [...heldBack, ...out.map(({ key, label }) => ({ key, label, kind: 'left-out' as const, why: { zh: reasons.get(key) ?? '', en: reasons.get(key) ?? '' } }))],
  }
}

/** Tells one content from another, so that nobody approves what he has not seen. */
export function digestOf(snapshot: Snapshot): string {
  return createHash('sha256').update(JSON.stringify(snapshot)).digest('hex')
}
