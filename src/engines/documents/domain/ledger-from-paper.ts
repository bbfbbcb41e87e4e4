import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Source } from '../../../kernel/source.ts'
import { type RegisterName } from '../../indicators/domain/match.ts'
import { type Block, Commitment, Fact, type FrontMatter, Term } from '../schema.ts'
import { isAmongTasks, type PlannedLine, plannedLines, type Promised } from './commitments-from-paper.ts'
import { type FindingKind, type Found, type IndicatorChoice } from './finding.ts'
import { type Asking, type Matched, type Proposed, proposedIndicators } from './indicator-for-fact.ts'
import { entryFrom, type FigureEntry, type TargetEntry } from './ledger-from-fact.ts'
import { wordsAround } from './text.ts'

/** An accepted paper: its front matter, outline and raw text, and the findings that go into the ledger. */
export type AcceptedPaper = {
  readonly id: Id; readonly document: FrontMatter; readonly outline: readonly Block[]; readonly raw: string
  readonly findings: readonly { readonly id: Id; readonly kind: FindingKind; readonly value: Found; readonly choice: IndicatorChoice | null }[]
}

/** Everything an accepted paper brings. `indicator` of figures and targets is an entry of the register or the code of a new one. */
export type Ledger = {
  readonly indicators: readonly Proposed[]
  readonly aliases: readonly { readonly indicator: Id; readonly name: string; readonly beside: string | null }[]
  readonly figures: readonly (FigureEntry & { readonly indicator: string; readonly saidAs: string | null })[]
  readonly targets: readonly (TargetEntry & { readonly indicator: string })[]
  readonly lines: readonly (PlannedLine & { readonly source: Source })[]
  readonly terms: readonly { readonly finding: Id; readonly term: Term }[]
  readonly factOnly: readonly { readonly finding: Id; readonly name: string; readonly why: Label }[]
  /** How many facts have near names in the register about which nobody has decided. */
  readonly suggested: number
}

/** Works out what accepting a paper writes. `unmatched`: what becomes of facts whose indicator is neither chosen nor certain. */
export function ledgerFromPaper(paper: AcceptedPaper, matches: readonly Matched[], register: readonly RegisterName[], unmatched: 'new' | 'fact-only'): Ledger {
  const source = sourceIn(paper)
  const factOnly: { finding: Id; name: string; why: Label }[] = []
  const figures: Ledger['figures'][number][] = [], targets: Ledger['targets'][number][] = []
  const aliases = new Map<string, Ledger['aliases'][number]>()
  const created: { fact: Fact; choice: Extract<IndicatorChoice, { kind: 'new' }> }[] = []
  const promised: Promised[] = []
  const blocks = new Map(paper.outline.map(block => [block.id, block]))
  const said = new Set<string>()

  const matched = new Map(matches.map(m => [m.id, m]))
  for (const { id, fact } of askingIn(paper)) {
    const choice = indicatorOf(matched.get(id), unmatched, register)
    const leave = (why: Label) => factOnly.push({ finding: id, name: fact.name, why })
    if ('why' in choice) { leave(choice.why); continue }
    const entry = entryFrom(fact, source(fact, id), paper.document.date)
    if (entry.kind === 'none') { leave(entry.why); continue }
    const indicator = choice.kind === 'new' ? choice.code : choice.indicator
    if (entry.kind === 'figure') {
      const { basis, level, change, rank, period } = entry.figure
      const saying = JSON.stringify([indicator, period, basis, level, change, rank])
      if (said.has(saying)) { leave({ zh: '与前文是同一数值', en: 'The paper says the same figure before' }); continue }
      said.add(saying)
      figures.push({ ...entry.figure, fact: id, indicator, saidAs: fact.name === choice.name ? null : fact.name.slice(0, 200) })
    } else {
      targets.push({ ...entry.target, fact: id, indicator })
      if (paper.document.year !== null && isAmongTasks(blocks.get(fact.block), fact, paper.document.year)) promised.push({ key: id, fact, target: entry.target })
    }
    if (choice.kind === 'new') created.push({ fact, choice })
    // Chosen by a person for a name that is not certain by itself: remembered for the next paper.
    else if (choice.learn) aliases.set(`${choice.indicator} ${fact.name}`, { indicator: choice.indicator, name: fact.name.slice(0, 120), beside: choice.beside })
  }
  for (const { id, kind, value } of paper.findings) if (kind === 'promise') promised.push({ key: id, promise: Commitment.parse(value) })
  const lines = paper.document.year === null ? [] : plannedLines(paper.outline, promised, paper.document.year)
  return {
    indicators: proposedIndicators(created), aliases: [...aliases.values()], figures, targets,
    lines: lines.map(line => ({ ...line, source: source(line, line.kind === 'measure' ? line.key : undefined) })),
    terms: paper.findings.flatMap(({ id, kind, value }) => (kind === 'term' ? [{ finding: id, term: Term.parse(value) }] : [])),
    factOnly, suggested: matches.filter(m => m.match === 'suggested').length,
  }
}

/** The facts of a paper as they ask for their indicators. */
export function askingIn(paper: Pick<AcceptedPaper, 'raw' | 'findings'>): readonly Asking[] {
  return paper.findings.flatMap(({ id, kind, value, choice }) => {
    if (kind !== 'fact') return []
    const fact = Fact.parse(value)
    return [{ id, fact, choice, beside: besideOf(paper.raw, fact) }]
  })
}

/** The words that a name may need beside it to mean an indicator: its sentence and its headings. */
function besideOf(raw: string, fact: Pick<Fact, 'start' | 'end' | 'section'>): string {
  return `${fact.section} ${wordsAround(raw, fact.start, fact.end, 240)}`
}

type Chosen = { readonly why: Label } | Extract<IndicatorChoice, { kind: 'new' }> | (Extract<IndicatorChoice, { kind: 'existing' }> & { readonly learn: boolean })

function indicatorOf(matched: Matched | undefined, unmatched: 'new' | 'fact-only', register: readonly RegisterName[]): Chosen {
  const { match, otherwise, candidates } = matched ?? { match: 'none', otherwise: { kind: 'fact-only' }, candidates: [] }
  if (otherwise.kind === 'fact-only') return { why: { zh: '选定不入账', en: 'Chosen not to be entered' } }
  if (match !== 'chosen' && otherwise.kind === 'new' && unmatched === 'fact-only') return { why: { zh: '台账中没有确定对应的指标', en: 'No indicator of the register is certain' } }
  if (otherwise.kind === 'new') return otherwise
  if (!register.some(entry => entry.id === otherwise.indicator)) return { why: { zh: `选定的指标“${otherwise.name}”已不在台账中`, en: `The chosen indicator “${otherwise.name}” is no longer in the register` } }
  return { ...otherwise, learn: match === 'chosen' && !candidates.some(c => c.indicator === otherwise.indicator && c.certainty === 1) }
}

/** Where something stands in the paper, with at most 120 characters around it. */
/** Where in a paper something stands, as figures, targets and doubts keep it. */
export function sourceIn(paper: Pick<AcceptedPaper, 'id' | 'document' | 'raw'>): (place: { readonly section: string; readonly start: number; readonly end: number }, finding: Id | undefined) => Source {
  const { id, document, raw } = paper
  return ({ section, start, end }, finding) => ({ kind: 'document', document: id, ...(finding !== undefined && { fact: finding }), title: document.title ?? '', section: section.slice(0, 300).toWellFormed(), start, end, words: wordsAround(raw, start, end), saidOn: document.date })
}
