import type { Block, FrontMatter, PartRole } from '../../schema.ts'
import { periodOfHeading, yearOf, type Times } from './period.ts'

/** What a block brings to every figure in it: result or target, period, headings. */
export type Context = {
  readonly block: Block
  readonly side: 'result' | 'target'
  readonly sure: boolean
  readonly times: Times
  readonly section: string
}

const sideOfRole: Readonly<Partial<Record<PartRole, Context['side']>>> = { results: 'result', problems: 'result', targets: 'target', tasks: 'target', outlook: 'target' }
const skipped: ReadonlySet<PartRole> = new Set(['front', 'glossary', 'closing'])
const doneHeading = /完成情况|执行情况|落实情况|进展情况|回顾|上一年|总结|成效|成绩/

/** Contexts in the order of the text; blocks whose figures are nobody's statement (front, glossary, furniture) are left out. */
export function contextsOf(outline: readonly Block[], front: FrontMatter): Context[] {
  const byId = new Map(outline.map(block => [block.id, block]))
  let last: Context['side'] = 'result'
  const contexts: Context[] = []
  // Many blocks stand under the same headings.
  const under = new Map<string, Pick<Context, 'times' | 'section'>>()
  for (const block of outline) {
    const known = sideOfRole[block.role]
    if (known) last = known
    if (skipped.has(block.role) || block.kind === 'title' || block.kind === 'furniture' || block.kind === 'footnote') continue
    const headings = block.path.map(id => byId.get(id)?.heading ?? '').filter(heading => heading !== '')
    const side = known ?? (block.role === 'annex' ? (headings.some(heading => doneHeading.test(heading)) ? 'result' : 'target') : last)
    const key = `${side} ${block.path.join(' ')}`
    const place = under.get(key) ?? { times: timesOf(side, headings, front), section: headings.join(' / ') }
    under.set(key, place)
    contexts.push({ block, side, sure: known !== undefined || block.role === 'annex' || block.role === 'self-government', ...place })
  }
  return contexts
}

function timesOf(side: Context['side'], headings: readonly string[], front: FrontMatter): Times {
  const period = (side === 'result' ? front.resultsPeriod : front.planPeriod) ?? (front.year === null ? '' : String(side === 'result' && front.kind !== 'half-year-report' ? front.year - 1 : front.year))
  const times: Times = { period, thisYear: front.year ?? yearOf(period) }
  for (const heading of headings.toReversed()) {
    const named = periodOfHeading(heading, times)
    // The name of the paper's own year in a heading (2022年执行情况) says nothing that resultsPeriod does not say better.
    if (named !== null && named !== '') return { ...times, period: yearOf(named) === yearOf(period) && !named.includes('-') ? period : named }
  }
  return times
}
