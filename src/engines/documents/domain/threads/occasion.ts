import { z } from 'zod'
import { Id } from '../../../../kernel/id.ts'
import { type Source } from '../../../../kernel/source.ts'
import { Day } from '../../../../kernel/time.ts'
import { PaperKind } from '../../schema.ts'

/** A paper as a thread meets it: on file here, or published and only quoted. One and the same paper has one key however it is known. */
export const Occasion = z.object({ key: z.string(), title: z.string(), kind: PaperKind, year: z.int().nullable(), saidOn: Day.nullable(), document: Id.nullable() })
export type Occasion = z.infer<typeof Occasion>

/** A paper on file that was accepted. */
export type FiledPaper = { readonly id: Id; readonly title: string | null; readonly name: string; readonly kind: PaperKind; readonly year: number | null; readonly saidOn: Day | null }

/** The kind that a title tells. A report on a half-year names it; a plan report speaks of 计划 and of 执行 or 草案. */
export function kindOfTitle(title: string): PaperKind {
  if (/上半年/.test(title)) return 'half-year-report'
  if (/预算/.test(title)) return 'budget-report'
  if (/五年规划|规划纲要/.test(title)) return 'five-year-plan'
  if (/计划/.test(title)) return 'plan-report'
  return /工作报告/.test(title) ? 'work-report' : 'other'
}

/** The year for which a paper plans: the last one its title names, else the year in which it was given. */
export function yearOfTitle(title: string, saidOn: Day | null): number | null {
  const named = [...title.matchAll(/(20\d\d)\s*年/g)].map(m => Number(m[1]))
  return named.length > 0 ? Math.max(...named) : saidOn === null ? null : Number(saidOn.slice(0, 4))
}

/** Two reports of one kind are not given on one day; without a day the title must do. */
function keyOf(kind: PaperKind, saidOn: Day | null, title: string): string {
  return saidOn !== null && kind !== 'other' ? `${kind}|${saidOn}` : title.replaceAll(/\s/g, '')
}

export function occasionOfFile(paper: FiledPaper): Occasion {
  const title = paper.title ?? paper.name
  return { key: keyOf(paper.kind, paper.saidOn, title), title, kind: paper.kind, year: paper.year, saidOn: paper.saidOn, document: paper.id }
}

/** The paper behind a source; null where a person, a formula or the demonstration is behind it. */
export function occasionOf(source: Source, filed: ReadonlyMap<Id, FiledPaper>): Occasion | null {
  if (source.kind === 'document') {
    const paper = filed.get(source.document)
    return paper ? occasionOfFile(paper) : null
  }
  if (source.kind !== 'published') return null
  const kind = kindOfTitle(source.title)
  return { key: keyOf(kind, source.saidOn, source.title), title: source.title, kind, year: yearOfTitle(source.title, source.saidOn), saidOn: source.saidOn, document: null }
}

/** Each paper once, those on file before those only quoted, in the order in which they were given. */
export function occasionsOf(all: readonly (Occasion | null)[]): Occasion[] {
  const byKey = new Map<string, Occasion>()
  for (const occasion of all) {
    if (occasion && (!byKey.has(occasion.key) || (occasion.document !== null && byKey.get(occasion.key)?.document === null))) byKey.set(occasion.key, occasion)
  }
  return [...byKey.values()].toSorted((a, b) => ((a.saidOn ?? '') < (b.saidOn ?? '') ? -1 : 1))
}
