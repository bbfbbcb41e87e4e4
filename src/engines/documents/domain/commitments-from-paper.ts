import { spanOf, yearOf } from '../../../kernel/period.ts'
import { type Day } from '../../../kernel/time.ts'
import { type CommitmentKind, type Strength } from '../../plan/schema.ts'
import { type Block, type Commitment, type Fact } from '../schema.ts'
import { type TargetEntry } from './ledger-from-fact.ts'

/** A line of the tree of a plan year: chapter, task or measure, in the order of the paper. Parents come before what hangs on them. */
export type PlannedLine = {
  /** Unique within the paper: the id of the heading's block, or of the promise or fact. */
  readonly key: string
  readonly parent: string | null
  readonly kind: CommitmentKind
  readonly title: string
  readonly verb: string | null
  readonly strength: Strength
  readonly dueOn: Day
  /** The fact whose target measures it. */
  readonly target: string | null
  readonly section: string
  readonly start: number
  readonly end: number
}

/** A promise that was accepted, or a target that stands among the tasks and not in the list of headline targets. */
export type Promised = { readonly key: string; readonly promise: Commitment } | { readonly key: string; readonly fact: Fact; readonly target: TargetEntry }

/**
 * The tree of promises of a paper. Its headings are chapters and tasks: of the headings above a promise the part (一、) is left
 * out where a group (（一）) follows it, because the part is the whole year. The promises themselves are measures.
 */
export function plannedLines(outline: readonly Block[], promised: readonly Promised[], year: number): readonly PlannedLine[] {
  const blocks = new Map(outline.map(block => [block.id, block]))
  const lines: PlannedLine[] = []
  const known = new Set<string>()
  const endOfYear = `${year}-12-31`
  for (const each of promised.toSorted((a, b) => startOf(a) - startOf(b))) {
    const block = blocks.get('promise' in each ? each.promise.block : each.fact.block)
    const above = headingsAbove(block, blocks)
    above.forEach((heading, depth) => {
      if (known.has(heading.id)) return
      known.add(heading.id)
      const parent = above[depth - 1]?.id ?? null
      lines.push({ key: heading.id, parent, kind: depth === 0 ? 'chapter' : 'task', title: titleOf(heading.heading ?? ''), verb: null, strength: 'plain', dueOn: endOfYear, target: null, section: above.slice(0, depth).map(h => h.heading).join(' / '), start: heading.start, end: heading.end })
    })
    lines.push(measureOf(each, above.at(-1)?.id ?? null, year))
  }
  return lines
}

function startOf(promised: Promised): number {
  return 'promise' in promised ? promised.promise.start : promised.fact.start
}

/** At most two headings: the chapter and the task. */
function headingsAbove(block: Block | undefined, blocks: ReadonlyMap<string, Block>): readonly Block[] {
  const path = (block ? [...block.path, ...(block.heading === null ? [] : [block.id])] : []).flatMap(id => blocks.get(id) ?? []).filter(b => b.level !== null && b.level > 0 && (b.heading ?? '') !== '')
  return (path.length > 1 ? path.filter(b => b.level !== 1) : path).slice(0, 2)
}

function measureOf(promised: Promised, parent: string | null, year: number): PlannedLine {
  if ('promise' in promised) {
    const { verb, object, strength, period, section, start, end } = promised.promise
    return { key: promised.key, parent, kind: 'measure', title: titleOf(`${verb}${object}`), verb: verb.slice(0, 20), strength, dueOn: dueOn(period, year), target: null, section, start, end }
  }
  const { fact, target } = promised
  return { key: promised.key, parent, kind: 'measure', title: titleOf(`${fact.name}：${target.words}`), verb: fact.verb?.slice(0, 20) ?? null, strength: fact.strength ?? 'plain', dueOn: dueOn(fact.period, year), target: promised.key, section: fact.section, start: fact.start, end: fact.end }
}

/** A promise is due on the last day of its period; without one, of the plan year. */
function dueOn(period: string, year: number): Day {
  return spanOf(period)?.to ?? `${year}-12-31`
}

function titleOf(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim().slice(0, 300).toWellFormed() || '（无标题）'
}

/** Does a target stand among the tasks? Those in the list of headline targets are no tasks of anybody's. */
export function isAmongTasks(block: Block | undefined, fact: Fact, year: number): boolean {
  return block !== undefined && (block.role === 'tasks' || block.role === 'annex' || block.role === 'self-government') && yearOf(fact.period) === year
}
