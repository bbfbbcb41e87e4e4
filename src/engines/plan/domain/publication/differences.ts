import { type Label } from '../../../../kernel/label.ts'
import { mostFigures } from './public-line.ts'
import { type PublicMatter } from './public-matter.ts'
import { type HeldBack, type PublicLine, type Snapshot } from './publication.ts'

/** What the public would notice of a promise: it came, it went, or some of it is told differently. */
export type Difference = { readonly key: string; readonly label: Label; readonly kind: 'added' | 'gone' | 'changed'; readonly of: readonly Changed[]; readonly before: Told | null; readonly after: Told | null }
export type Changed = 'name' | 'owner' | 'target' | 'figure' | 'light' | 'source' | 'history' | 'evidence'
/** The few things of a line that are shown beside one another. */
export type Told = Pick<PublicLine, 'words' | 'unit' | 'figure' | 'period' | 'light'>

const parts: Readonly<Record<Exclude<Changed, 'evidence'>, (line: PublicLine) => unknown>> = {
  name: line => [line.label, line.place],
  owner: line => line.owner,
  target: line => [line.words, line.operator, line.target, line.stretch, line.unit, line.targetPeriod],
  figure: line => [line.figure, line.period, line.asOf, line.heldBack],
  light: line => [line.light, line.stretchLight, line.because],
  source: line => [line.targetSource, line.figureSource],
  history: line => [line.statements, line.figures],
}

/** What would change for the public from one snapshot to the next, in the order of the later one, what is gone last. */
export function differencesBetween(before: Snapshot | null, after: Snapshot): readonly Difference[] {
  const earlier = new Map((before?.lines ?? []).map(line => [line.key, line]))
  const later = new Set(after.lines.map(line => line.key))
  return [
    ...after.lines.flatMap((line): Difference[] => {
      const was = earlier.get(line.key)
      if (!was) return [{ key: line.key, label: line.label, kind: 'added', of: [], before: null, after: told(line) }]
      const of = changedParts(was, line)
      return of.length === 0 ? [] : [{ key: line.key, label: line.label, kind: 'changed', of, before: told(was), after: told(line) }]
    }),
    ...(before?.lines ?? []).filter(line => !later.has(line.key)).map((line): Difference => ({ key: line.key, label: line.label, kind: 'gone', of: [], before: told(line), after: null })),
    ...mattersBetween(mattersOf(before), mattersOf(after)),
  ]
}

const mattersOf = (snapshot: Snapshot | null) => new Map((snapshot?.ledgers ?? []).flatMap(ledger => ledger.matters.map(matter => [matter.key, matter] as const)))

/** Matters of public ledgers, told by the share done. */
function mattersBetween(before: ReadonlyMap<string, PublicMatter>, after: ReadonlyMap<string, PublicMatter>): Difference[] {
  const toldOf = (matter: PublicMatter | undefined): Told | null => (matter ? { words: '', unit: '%', figure: matter.share === null ? null : Math.round(matter.share * 1000) / 10, period: null, light: matter.light } : null)
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key): Difference[] => {
    const [was, is] = [before.get(key), after.get(key)]
    const matter = is ?? was
    if (!matter) return []
    const differs = (part: (one: PublicMatter) => unknown) => was !== undefined && is !== undefined && JSON.stringify(part(was)) !== JSON.stringify(part(is))
    const of: Changed[] = [...(differs(m => [m.label]) ? ['name' as const] : []), ...(differs(m => m.leads) ? ['owner' as const] : []), ...(differs(m => [m.light, m.because]) ? ['light' as const] : []), ...(differs(m => [m.evidence, m.acceptance, m.acceptedShare, m.parts, m.promises, m.dueOn, m.done, m.share]) ? ['evidence' as const] : [])]
    return was && is && of.length === 0 ? [] : [{ key: `matter-${key}`, label: matter.label, kind: was && is ? 'changed' : is ? 'added' : 'gone', of, before: toldOf(was), after: toldOf(is) }]
  })
}

function changedParts(was: PublicLine, is: PublicLine): Changed[] {
  return Object.entries(parts).filter(([, part]) => JSON.stringify(part(was)) !== JSON.stringify(part(is))).map(([name]) => name as Changed) // the keys of the table
}

function told({ words, unit, figure, period, light }: PublicLine): Told {
  return { words, unit, figure, period, light }
}

/**
 * Promises that show a figure which may not be told any more: retracted with its paper, corrected, or held back since they were
 * prepared. Whoever may not see a figure that is held back sees that it is gone, so everybody finds the same.
 */
export function closedSince(prepared: Snapshot, now: Snapshot): readonly HeldBack[] {
  const current = new Map(now.lines.map(line => [line.key, line]))
  return prepared.lines.filter(line => hasLost(line, current.get(line.key))).map(({ key, label }) => ({ key, label, kind: 'embargoed', why: { zh: '数值已撤回、更正或转为公布前保密', en: 'a figure was retracted, corrected or is held back by now' } }))
}

function hasLost(was: PublicLine, is: PublicLine | undefined): boolean {
  const told = new Set((is?.figures ?? []).map(figure => JSON.stringify(figure)))
  // A full list may have lost its oldest to newer ones.
  const compared = told.size < mostFigures ? was.figures : was.figures.slice(0, 1)
  return (was.figure !== null && is?.figure == null) || compared.some(figure => !told.has(JSON.stringify(figure)))
}
