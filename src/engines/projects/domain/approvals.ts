import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { addWorkingDays, workingDaysBetween } from '../../../kernel/work-calendar.ts'
import { type ApprovalLine, type Approvals, type ApprovalStep, type WorkAct } from '../works-schema.ts'

type Act = Extract<WorkAct, { kind: `approval-${string}` }>
type Kind = { readonly key: string; readonly approvals?: readonly ApprovalLine[] | undefined }
type Of = { readonly of: string; readonly approvals: Approvals }

/** waiting: for those before it; open: may be applied for; running: with the office; with-owner: sent back for supplement. */
export type ApprovalState = 'waiting' | 'open' | 'running' | 'with-owner' | 'granted' | 'not-needed'

/** A line as it stands on a day. `due`: the day by whose end the office must have decided; `late`: working days beyond its limit; `known` is false where `due` rests on a year whose holidays are not published. */
export type ApprovalShown = {
  readonly line: ApprovalLine; readonly state: ApprovalState
  /** Lines that are not granted yet and for which it waits. */
  readonly formers: readonly ApprovalLine[]
  readonly since: Day | null; readonly due: Day | null; readonly used: number; readonly late: number; readonly known: boolean
  readonly steps: readonly ApprovalStep[]
}

const linesOf = (of: string, kinds: readonly Kind[]) => kinds.find(kind => kind.key === of)?.approvals ?? []
const stepsOf = (approvals: Approvals, line: string) => approvals.find(one => one.line === line)?.steps ?? []
const settled = (steps: readonly ApprovalStep[]) => steps.at(-1)?.kind === 'granted' || steps.at(-1)?.kind === 'not-needed'

/** The approvals of a project as parallel lines on a day, in the order of its kind; empty where its kind has none. */
export function approvalsOf({ of, approvals }: Of, kinds: readonly Kind[], today: Day): readonly ApprovalShown[] {
  const lines = linesOf(of, kinds)
  return lines.map((line): ApprovalShown => {
    const steps = stepsOf(approvals, line.key), last = steps.at(-1)
    const formers = lines.filter(other => line.after.includes(other.key) && !settled(stepsOf(approvals, other.key)))
    return { line, formers, steps, state: last ? states[last.kind] : formers.length > 0 ? 'waiting' : 'open', since: last?.on ?? null, ...clockOf(steps, line.limit, today) }
  })
}

const states = { applied: 'running', returned: 'with-owner', granted: 'granted', 'not-needed': 'not-needed' } as const satisfies Record<ApprovalStep['kind'], ApprovalState>

/**
 * The clock of the office: working days from the day after each application until it sends back or grants. It stands still while the
 * owner supplements, and goes on with what remained. The day on which it is due is not late.
 */
function clockOf(steps: readonly ApprovalStep[], limit: number, today: Day): Pick<ApprovalShown, 'due' | 'used' | 'late' | 'known'> {
  let used = 0, due: Day | null = null, known = true
  steps.forEach((step, i) => {
    if (step.kind !== 'applied') return
    if (used <= limit) {
      const ends = addWorkingDays(step.on, limit - used)
      due = ends.day
      known &&= ends.known
    }
    used += Math.max(0, workingDaysBetween(step.on, steps[i + 1]?.on ?? today).days)
  })
  // While it is with the owner nothing is due, unless the limit is over already.
  return { due: steps.at(-1)?.kind === 'returned' && used <= limit ? null : due, used, late: Math.max(0, used - limit), known }
}

/** The approvals after an act. */
export function approvalsAfter(approvals: Approvals, act: Act): Approvals {
  const before = stepsOf(approvals, act.line)
  const steps = act.kind === 'approval-taken-back' ? before.slice(0, -1) : [...before, stepFrom(act)]
  return [...approvals.filter(one => one.line !== act.line), ...(steps.length > 0 ? [{ line: act.line, steps }] : [])]
}

function stepFrom(act: Exclude<Act, { kind: 'approval-taken-back' }>): ApprovalStep {
  switch (act.kind) {
    case 'approval-applied': return { kind: 'applied', on: act.on, words: act.note }
    case 'approval-returned': return { kind: 'returned', on: act.on, words: act.reason }
    case 'approval-granted': return { kind: 'granted', on: act.on, words: act.reference }
    case 'approval-not-needed': return { kind: 'not-needed', on: act.on, words: act.reason }
  }
}

/** May this step be taken? A line is applied for once those before it are granted or not needed; only what is with the office is granted or sent back; no step lies before the one before it. */
export function mayApprove({ of, approvals }: Of, act: Act, kinds: readonly Kind[]): Result<null> {
  const lines = linesOf(of, kinds), line = lines.find(one => one.key === act.line)
  if (!line) return refuse('unknown-approval', { line: act.line })
  const steps = stepsOf(approvals, line.key), last = steps.at(-1), named = { line: line.name.zh, lineEn: line.name.en }
  if (act.kind === 'approval-taken-back') {
    // What was applied for on the strength of a settled line would hang in the air.
    const later = settled(steps) ? lines.find(other => other.after.includes(line.key) && stepsOf(approvals, other.key).length > 0) : undefined
    if (later) return refuse('approval-leaned-on', { ...named, later: later.name.zh, laterEn: later.name.en })
    return last ? ok(null) : refuse('approval-not-begun', named)
  }
  if (last?.kind === 'granted') return refuse('approval-granted-already', { ...named, on: last.on })
  if (last && act.on < last.on) return refuse('approval-day-order', { ...named, on: act.on, last: last.on })
  switch (act.kind) {
    case 'approval-applied': {
      if (last?.kind === 'applied') return refuse('approval-applied-already', { ...named, on: last.on })
      const former = lines.find(other => { const end = stepsOf(approvals, other.key).at(-1); return line.after.includes(other.key) && (!settled(stepsOf(approvals, other.key)) || (end !== undefined && end.on > act.on)) })
      return former ? refuse('approval-former-open', { ...named, former: former.name.zh, formerEn: former.name.en, on: act.on }) : ok(null)
    }
    case 'approval-returned':
    case 'approval-granted': return last?.kind === 'applied' ? ok(null) : refuse('approval-not-running', named)
    case 'approval-not-needed': return last?.kind === 'not-needed' ? refuse('approval-not-needed-already', named) : ok(null)
  }
}
