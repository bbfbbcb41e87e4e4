import { type Id } from '../../../../kernel/id.ts'
import { type Light } from '../../../../kernel/light.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { type Day } from '../../../../kernel/time.ts'
import { type Actor, mayDo } from '../../../org/domain/permission.ts'
import { type AcceptanceDecision, type AcceptanceStep, type LedgerKind, type LedgerLine } from '../../ledgers/schema.ts'
import { standingEvidence } from './fold.ts'

/** Who answers for a line: the units that lead and help, of the line and of every part of it. */
export type Responsible = readonly Id[]

/** May this person work on a line: add evidence, put it forward? Where nobody answers for it yet, only those who may for the whole district. */
export function mayWorkOn(actor: Actor, responsible: Responsible): boolean {
  return responsible.length === 0 ? mayDo(actor, 'progress.enter', null) : responsible.some(unit => mayDo(actor, 'progress.enter', unit))
}

/** Who may read the files of a line: who works on it, who plans, and whoever may have to accept it. */
export function mayReadFiles(actor: Actor, responsible: Responsible): boolean {
  return mayWorkOn(actor, responsible) || mayDo(actor, 'plan.edit', null) || mayDo(actor, 'ledger.accept', null)
}

type Titled = { readonly title: string }
type Standing = Titled & { readonly kind: LedgerKind; readonly line: LedgerLine; readonly light: Light }

/** May evidence be added? Not for a day that has not come, and not once the line is accepted: then it would look as if it had been accepted upon it. */
export function mayAddEvidence({ line, title }: Titled & { readonly line: LedgerLine }, on: Day, today: Day): Result<null, 'line-accepted' | 'evidence-not-yet'> {
  if (line.acceptance.state === 'accepted') return refuse('line-accepted', { title })
  return on > today ? refuse('evidence-not-yet', { day: on }) : ok(null)
}

/** May evidence be withdrawn? By who brought it or by a planner, and not while the line waits for acceptance upon it or after. */
export function mayWithdrawEvidence({ line, title }: Titled & { readonly line: LedgerLine }, evidence: Id, actor: Actor): Result<null, 'unknown-evidence' | 'not-your-evidence' | 'acceptance-under-way'> {
  const found = standingEvidence(line).find(e => e.id === evidence)
  if (!found) return refuse('unknown-evidence', { id: evidence })
  if (found.person !== actor.person && !mayDo(actor, 'plan.edit', null)) return refuse('not-your-evidence', { by: found.by })
  return line.acceptance.state === 'proposed' || line.acceptance.state === 'accepted' ? refuse('acceptance-under-way', { title }) : ok(null)
}

/** May a line be put forward for acceptance? Only where the kind asks for it, once every part is done, and with evidence where the kind asks for that. */
export function mayPropose({ kind, line, light, title }: Standing): Result<null, 'no-acceptance' | 'already-proposed' | 'line-accepted' | 'not-done' | 'no-evidence'> {
  if (kind.acceptance.length === 0) return refuse('no-acceptance', { kind: kind.name.zh })
  if (line.acceptance.state === 'proposed') return refuse('already-proposed', { title })
  if (line.acceptance.state === 'accepted') return refuse('line-accepted', { title })
  if (light !== 'done') return refuse('not-done', { title })
  return kind.needs.includes('evidence') && standingEvidence(line).length === 0 ? refuse('no-evidence', { title }) : ok(null)
}

/** The step at which a line waits; null where it waits for nobody. */
export function stepOf(kind: LedgerKind, line: Pick<LedgerLine, 'acceptance'>): AcceptanceStep | null {
  return line.acceptance.state === 'proposed' ? kind.acceptance[line.acceptance.step] ?? null : null
}

/** May this person decide the step at which a line waits? Never who put it forward, and never anybody of a unit that answers for it. */
export function mayDecide({ kind, line, title }: Pick<Standing, 'kind' | 'line' | 'title'>, responsible: Responsible, actor: Actor, given: { readonly decision: AcceptanceDecision; readonly share: number | null }): Result<{ readonly last: boolean }, 'not-proposed' | 'own-line' | 'not-your-step' | 'part-missing'> {
  const step = stepOf(kind, line)
  if (!step) return refuse('not-proposed', { title })
  if (line.acceptance.proposer === actor.person || responsible.some(unit => actor.units.includes(unit))) return refuse('own-line', { title })
  if (!mayDo(actor, 'ledger.accept', null) || !step.roles.some(role => actor.roles.includes(role))) return refuse('not-your-step', { step: step.name.zh })
  if (given.decision === 'partly' && (given.share === null || given.share <= 0 || given.share >= 1)) return refuse('part-missing', { title })
  return ok({ last: line.acceptance.step === kind.acceptance.length - 1 })
}

/** May so many lines be added? Not beyond the cap: the way out is to merge, to take off, or to change the cap with the paper that changes it. */
export function withinCap(ledger: { readonly title: string; readonly cap: number | null }, standing: number, asked: number): Result<null, 'cap-reached'> {
  return ledger.cap !== null && standing + asked > ledger.cap ? refuse('cap-reached', { title: ledger.title, cap: ledger.cap, standing, asked }) : ok(null)
}
