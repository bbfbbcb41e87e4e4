import { type Checked, type CheckedDoubt, type CheckKind } from './doubt.ts'
import { checkBases } from './bases.ts'
import { checkLowTargets } from './low-targets.ts'
import { checkRanks } from './ranks.ts'
import { type Saying } from './saying.ts'
import { checkShares } from './shares.ts'
import { checkStreaks } from './streaks.ts'
import { checkSums, type KnownSum } from './sums.ts'
import { checkTwice } from './twice.ts'

/** What the checks found: the doubts, and how many comparisons each check made, so that silence is known to be an answer. */
export type CheckReport = { readonly doubts: readonly CheckedDoubt[]; readonly compared: Readonly<Record<CheckKind, number>> }

/** Holds the sayings of one district's papers and ledger against one another. Deterministic: the same sayings give the same doubts. */
export function checkSayings(sayings: readonly Saying[], sums: readonly KnownSum[] = []): CheckReport {
  const ordered = sayings.toSorted((a, b) => (a.saidOn ?? '').localeCompare(b.saidOn ?? '') || (a.paper ?? '').localeCompare(b.paper ?? '') || a.at - b.at || a.key.localeCompare(b.key))
  const checks: readonly Checked[] = [checkSums(ordered, sums), checkBases(ordered), checkTwice(ordered), checkStreaks(ordered), checkRanks(ordered), checkShares(ordered), checkLowTargets(ordered)]
  return { doubts: [...new Map(checks.flatMap(check => check.doubts).map(doubt => [doubt.key, doubt])).values()], compared: count(kind => checks.filter(check => check.kind === kind).map(check => check.compared)) }
}

/** The reports of several districts as one. */
export function joined(reports: readonly CheckReport[]): CheckReport {
  return { doubts: reports.flatMap(report => report.doubts), compared: count(kind => reports.map(report => report.compared[kind])) }
}

function count(of: (kind: CheckKind) => readonly number[]): CheckReport['compared'] {
  const sum = (kind: CheckKind) => of(kind).reduce((a, b) => a + b, 0)
  return { sum: sum('sum'), base: sum('base'), twice: sum('twice'), streak: sum('streak'), rank: sum('rank'), share: sum('share'), 'low-target': sum('low-target') }
}
