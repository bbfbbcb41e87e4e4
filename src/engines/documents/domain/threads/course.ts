import { type Label } from '../../../../kernel/label.ts'
import { spanOf, yearOf } from '../../../../kernel/period.ts'
import { baseValue, printNumber } from '../../../../kernel/quantity.ts'
import { type Day } from '../../../../kernel/time.ts'
import { periodWords } from '../../../indicators/domain/words.ts'
import { sameMeasure } from '../../../indicators/domain/units.ts'
import { isRenamed } from './likeness.ts'
import { type Occasion } from './occasion.ts'
import { type Outcome, type Saying, type Told } from './saying.ts'
import { type Course, type Evidence, type Station, type StationKind, StationKind as kinds } from './station.ts'

/** Everything the line of one thread is worked out from. `papers`: all papers that are known, also those that say nothing of it. */
export type Followed = { readonly sayings: readonly Saying[]; readonly told: readonly Told[]; readonly outcomes: readonly Outcome[]; readonly papers: readonly Occasion[]; readonly today: Day }

/** What the papers promise for one year, as they came: one saying a paper. */
type Year = { readonly year: number; readonly said: readonly Saying[] }

/** The line of a thread: what was promised, said again, changed, dropped, kept. Only what the papers at hand can show is told. */
export function courseOf(given: Followed): Course {
  const years = yearsOf(given.sayings)
  const promised = new Set(years.map(y => y.year))
  const stations = [
    ...years.flatMap((year, i) => [...promisesOf(year, years.slice(0, i), given), ...droppedAtHalfYear(year, given), ...endOf(year, given)]),
    ...reached(given), ...resultsBeside(promised, given), ...lastHeardOf(years, given),
  ]
  const order = (s: Station) => `${s.saidOn ?? `${s.year}-12-31`}|${s.year}|${String(kinds.options.indexOf(s.kind)).padStart(2, '0')}`
  return { stations: stations.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)), untold: years.map(y => y.year).filter(year => isUntold(year, given)) }
}

/** Promises by their year. A paper that says the same thing twice (in the tasks and in the annex) said it once. */
function yearsOf(sayings: readonly Saying[]): Year[] {
  const promises = sayings.filter(s => s.role === 'promise').toSorted((a, b) => ((a.saidOn ?? `${a.year}-01-01`) < (b.saidOn ?? `${b.year}-01-01`) ? -1 : 1))
  return [...Map.groupBy(promises, s => s.year)].toSorted(([a], [b]) => a - b).map(([year, said]) => {
    const once = new Map<string, Saying>()
    for (const saying of said) {
      const key = `${saying.paper ?? saying.saidOn}|${saying.number?.aspect ?? ''}`
      const before = once.get(key)
      if (!before || (before.source.kind !== 'document' && saying.source.kind === 'document')) once.set(key, saying)
    }
    return { year, said: [...once.values()] }
  })
}

/** First said, and how each later paper says it, of the same year or of a later one. */
function promisesOf({ year, said }: Year, before: readonly Year[], given: Followed): Station[] {
  return said.flatMap((saying, i) => {
    const within = said.slice(0, i).findLast(s => comparable(s, saying)) ?? (saying.number === null ? said[i - 1] : undefined)
    // A five-year target said in 2021 comes before the yearly one of 2023, though its own year is later.
    const known = before.flatMap(y => y.said).filter(s => (s.saidOn ?? `${s.year}-01-01`) < (saying.saidOn ?? `${saying.year}-01-01`))
    const last = within ?? known.findLast(s => comparable(s, saying)) ?? known.at(-1)
    const own = [station(within ? changeBetween(within, saying) : last ? againAfter(last, saying, given) : 'promised', saying, last)]
    if (last && last.ownName && saying.ownName && isRenamed(last.name, saying.name)) own.push(renamed(last, saying))
    const below = within ? null : belowLastResult(year, saying, given.told)
    return below ? [...own, below] : own
  })
}

function comparable(a: Saying, b: Saying): boolean {
  return a.number !== null && b.number !== null && a.number.aspect === b.number.aspect && sameMeasure(a.number.measure, b.number.measure)
}

/** Another paper of the same year says it again: higher, lower, later, or the same. */
function changeBetween(a: Saying, b: Saying): StationKind {
  const [x, y] = [valueOf(a), valueOf(b)]
  if (x !== null && y !== null && comparable(a, b) && x !== y) return y > x ? 'raised' : 'lowered'
  return b.dueOn > a.dueOn ? 'slipped' : 'restated'
}

/**
 * Promised again in a later year. A yearly number is promised anew each year; what has no number and was not finished is
 * carried over, and has slipped where a day within its year had been named for it.
 */
function againAfter(last: Saying, saying: Saying, { sayings }: Followed): StationKind {
  if (last.number !== null || saying.number !== null) return 'renewed'
  const finished = sayings.some(s => s.role === 'done' && s.year >= last.year && s.year < saying.year)
  if (finished) return 'renewed'
  return last.dueOn < `${last.year}-12-31` ? 'slipped' : 'carried'
}

function valueOf({ number }: Saying): number | null {
  return number?.value === null || number === null ? null : baseValue({ value: number.value, unit: number.measure })
}

/** This year's target is lower than what last year brought. Levels only: a lower growth is still more than last year. */
function belowLastResult(year: number, saying: Saying, told: readonly Told[]): Station | null {
  const { number, indicator } = saying
  const goal = valueOf(saying)
  if (!number || number.aspect !== 'level' || goal === null || number.operator === '<=' || !indicator) return null
  const last = told.findLast(t => t.indicator === indicator.id && t.period === String(year - 1) && t.level !== null && sameMeasure(t.level.unit, number.measure))
  if (!last?.level) return null
  const result = baseValue(last.level)
  if (indicator.direction === 'down' ? goal <= result : goal >= result) return null
  return { kind: 'below-last-result', year, paper: saying.paper, saidOn: saying.saidOn, words: { zh: `${year}年目标${saying.words}，${year - 1}年已达${toldWords(last).zh}`, en: `Target of ${year}: ${saying.words}; ${year - 1} had reached ${toldWords(last).en}` }, evidence: [toldEvidence(last, saying.name), evidenceOf(saying)] }
}

/** The half-year report of the year was given and says nothing of it: neither the promise nor a figure. */
function droppedAtHalfYear({ year, said }: Year, given: Followed): Station[] {
  const first = said[0]
  return given.papers.filter(p => p.kind === 'half-year-report' && p.year === year && first && isBefore(first, p) && !speaksOf(p, given)).map(paper => left('dropped', year, paper, said, { zh: '半年报告未提目标，也未报进展', en: 'The half-year report names neither the target nor a figure' }))
}

function isBefore(saying: Saying, paper: Occasion): boolean {
  return saying.paper !== paper.key && (saying.saidOn ?? `${saying.year}-01-01`) < (paper.saidOn ?? `${paper.year}-12-31`)
}

function speaksOf(paper: Occasion, { sayings, told }: Followed): boolean {
  return sayings.some(s => s.paper === paper.key) || told.some(t => t.paper === paper.key)
}

/** Papers given early in a year: they tell the year before and promise the year itself. */
function papersOpening(year: number, papers: readonly Occasion[]): Occasion[] {
  return papers.filter(p => (p.kind === 'plan-report' || p.kind === 'work-report') && p.year === year)
}

/** How the year ended, by the light of its target or by a paper; or that the papers that had to tell it do not. */
function endOf({ year, said }: Year, given: Followed): Station[] {
  const members = new Set(said.map(s => s.member.id))
  const ended = given.outcomes.filter(o => members.has(o.member.id) && o.whole && o.met !== null).map((o): Station => {
    const promise = said.findLast(s => s.member.id === o.member.id)
    return { kind: o.met === true ? 'kept' : 'missed', year, paper: o.paper, saidOn: o.saidOn, words: { zh: `承诺${promise?.words ?? ''}，结果${o.words}`, en: `Promised ${promise?.words ?? ''}; result ${o.words}` }, evidence: [...(promise ? [evidenceOf(promise)] : []), { name: promise?.name ?? '', words: o.words, period: o.period, source: o.source }] }
  })
  if (ended.length > 0 || isTold(year, given)) return ended
  const [telling] = papersOpening(year + 1, given.papers)
  return telling ? [left('silent', year, telling, said, { zh: `${year}年承诺的结果，次年报告未见`, en: `What was promised for ${year} has no result in the papers of the next year` })] : []
}

/** Does any figure of the whole year, or word of a stage reached after it, tell how it went? */
function isTold(year: number, { told, sayings }: Followed): boolean {
  return told.some(t => isWholeOf(t.period, year)) || sayings.some(s => s.role !== 'promise' && s.year === year && (s.saidOn ?? '') > `${year}-12-31`) || sayings.some(s => s.role === 'done' && s.year <= year)
}

function isUntold(year: number, given: Followed): boolean {
  return given.today > `${year}-12-31` && !isTold(year, given) && papersOpening(year + 1, given.papers).length === 0
}

function isWholeOf(period: string, year: number): boolean {
  return period === String(year)
}

/** A total of five years says nothing of its last one. */
function isWithinYear(period: string): boolean {
  return spanOf(period)?.kind !== 'years'
}

/** Stages that papers tell in words, and figures of a part of a promised year. */
function reached({ sayings, told }: Followed): Station[] {
  const promised = new Set(sayings.filter(s => s.role === 'promise').map(s => s.year))
  const stages = sayings.filter(s => s.role !== 'promise').map((s): Station => ({ kind: s.role === 'done' ? 'done' : 'progress', year: s.year, paper: s.paper, saidOn: s.saidOn, words: { zh: s.words, en: s.words }, evidence: [evidenceOf(s)] }))
  const parts = onePerPeriod(told).filter(t => promised.has(yearOf(t.period) ?? 0) && isWithinYear(t.period) && !isWholeOf(t.period, yearOf(t.period) ?? 0))
  return [...stages, ...parts.map(t => toldStation('progress', t, sayings))]
}

/** Results of years for which no promise is on file: they show where the next promise started from. */
function resultsBeside(promised: ReadonlySet<number>, { told, sayings }: Followed): Station[] {
  return onePerPeriod(told).filter(t => { const year = yearOf(t.period); return year !== null && !promised.has(year) && isWholeOf(t.period, year) }).map(t => toldStation('result', t, sayings))
}

/** The last word on each indicator and period; of equal ones that on file here. */
function onePerPeriod(told: readonly Told[]): Told[] {
  const rank = (t: Told) => `${t.saidOn ?? ''}${t.source.kind === 'document' ? 1 : 0}`
  return [...Map.groupBy(told, t => `${t.indicator}|${t.period}`).values()].flatMap(same => same.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(-1))
}

/** After the last year of promises a later year's papers were given without one: dropped, or told about but promised no more. */
function lastHeardOf(years: readonly Year[], given: Followed): Station[] {
  const last = years.at(-1)
  if (!last || given.sayings.some(s => s.role === 'done')) return []
  const next = given.papers.filter(p => p.year !== null && p.year > last.year && papersOpening(p.year, given.papers).includes(p)).map(p => p.year ?? 0).toSorted((a, b) => a - b)[0]
  if (next === undefined || (next === last.year + 1 && !isTold(last.year, given))) return []
  const opening = papersOpening(next, given.papers)
  const speaking = opening.find(p => speaksOf(p, given))
  const paper = speaking ?? opening[0]
  return paper ? [left(speaking ? 'not-renewed' : 'dropped', next, paper, last.said, speaking ? { zh: `${next}年报告只报结果，未再设目标`, en: `The papers of ${next} tell a result and promise nothing` } : { zh: `${next}年报告未再提`, en: `The papers of ${next} no longer speak of it` })] : []
}

/** A station for what a paper leaves out. */
function left(kind: StationKind, year: number, paper: Occasion, said: readonly Saying[], words: Label): Station {
  const last = said.at(-1)
  return { kind, year, paper: paper.key, saidOn: paper.saidOn, words: { zh: `${words.zh}（${last?.words ?? ''}）`, en: `${words.en} (${last?.words ?? ''})` }, evidence: last ? [evidenceOf(last)] : [] }
}

function station(kind: StationKind, saying: Saying, earlier: Saying | undefined): Station {
  const verb = earlier && earlier.verb !== saying.verb && earlier.verb && saying.verb ? { zh: `，“${earlier.verb}”改为“${saying.verb}”`, en: `; “${earlier.verb}” became “${saying.verb}”` } : { zh: '', en: '' }
  const both = earlier && earlier.words !== saying.words ? `${earlier.words} → ${saying.words}` : saying.words
  return { kind, year: saying.year, paper: saying.paper, saidOn: saying.saidOn, words: { zh: `${both}${verb.zh}`, en: `${both}${verb.en}` }, evidence: [...(earlier ? [evidenceOf(earlier)] : []), evidenceOf(saying)] }
}

function renamed(a: Saying, b: Saying): Station {
  return { kind: 'renamed', year: b.year, paper: b.paper, saidOn: b.saidOn, words: { zh: `${a.name} → ${b.name}`, en: `${a.name} → ${b.name}` }, evidence: [evidenceOf(a), evidenceOf(b)] }
}

function evidenceOf({ name, words, year, source }: Saying): Evidence {
  return { name, words, period: String(year), source }
}

function toldStation(kind: StationKind, told: Told, sayings: readonly Saying[]): Station {
  const name = sayings.find(s => s.indicator?.id === told.indicator)?.indicator?.name.zh ?? ''
  const year = yearOf(told.period) ?? 0
  // 上半年增长5.3%: a part of the year says which.
  const [part, words] = [isWholeOf(told.period, year) ? { zh: '', en: '' } : periodWords(told.period, String(year)), toldWords(told)]
  return { kind, year, paper: told.paper, saidOn: told.saidOn, words: { zh: `${part.zh}${words.zh}`, en: `${part.en} ${words.en}`.trim() }, evidence: [toldEvidence(told, name)] }
}

function toldEvidence(told: Told, name: string): Evidence {
  return { name, words: toldWords(told).zh, period: told.period, source: told.source }
}

function toldWords({ level, growth }: Told): Label {
  const grown = growth === null ? null : { zh: growth < 0 ? `下降${printNumber(-growth)}%` : `增长${printNumber(growth)}%`, en: `${growth < 0 ? '' : '+'}${printNumber(growth)} %` }
  const stands = level === null ? null : `${level.hedge !== undefined && !/^(?:以上|以内|左右|余|多)$/.test(level.hedge) ? level.hedge : ''}${printNumber(level.value)}${level.unit}${level.hedge !== undefined && /^(?:以上|以内|左右|余|多)$/.test(level.hedge) ? level.hedge : ''}`
  return { zh: [stands, grown?.zh].filter(Boolean).join('、'), en: [stands, grown?.en].filter(Boolean).join(', ') }
}
