import { z } from 'zod'
import { type Label } from '../../../../kernel/label.ts'
import { baseValue } from '../../../../kernel/quantity.ts'
import { toldApartBy, nameParts } from '../../../indicators/domain/names.ts'
import { sameMeasure } from '../../../indicators/domain/units.ts'
import { alikeTo, commonParts, coreOf, isProper, type Likeness, likenessOf, type Named, namesIn, piecesOf, type Renaming, scoreOf } from './likeness.ts'
import { type Saying } from './saying.ts'
import { memberKey } from './thread.ts'

/** Why two things may be the same, or why not. The words of each stand in `reasonLabels`. */
export const ReasonKind = z.enum(['same-indicator', 'same-name', 'alike-name', 'proper-name', 'renamed', 'same-number', 'same-lead', 'same-chapter', 'near-years', 'same-year', 'other-number', 'told-apart', 'two-indicators'])
export type ReasonKind = z.infer<typeof ReasonKind>
export const Reason = z.object({ kind: ReasonKind, detail: z.string() })
export type Reason = z.infer<typeof Reason>

export const reasonLabels = {
  'same-indicator': { zh: '同一指标：{detail}', en: 'The same indicator: {detail}' },
  'same-name': { zh: '名称相同：{detail}', en: 'The same name: {detail}' },
  'alike-name': { zh: '名称相近，都说到“{detail}”', en: 'Alike in name: both say “{detail}”' },
  'proper-name': { zh: '同一地点或对象：{detail}', en: 'The same place or thing: {detail}' },
  renamed: { zh: '文中写明更名：{detail}', en: 'A paper says that it was renamed: {detail}' },
  'same-number': { zh: '数量相同：{detail}', en: 'The same number: {detail}' },
  'same-lead': { zh: '同一牵头单位', en: 'The same lead unit' },
  'same-chapter': { zh: '所在章节相近：{detail}', en: 'In chapters alike: {detail}' },
  'near-years': { zh: '相隔{detail}年', en: 'Years apart: {detail}' },
  'same-year': { zh: '同一年，两份文件', en: 'The same year, two papers' },
  'other-number': { zh: '注意：计量单位不同：{detail}', en: 'Mind: measured in other units: {detail}' },
  'two-indicators': { zh: '注意：台账中是两项指标：{detail}', en: 'Mind: two indicators in the register: {detail}' },
  'told-apart': { zh: '注意：名称所指不同：{detail}', en: 'Mind: the names differ in what they mean: {detail}' },
} as const satisfies Record<ReasonKind, Label>

/** certain 可一并确认: the same indicator, unit and aspect. likely 很可能. possible 可能. */
export const Strength = z.enum(['certain', 'likely', 'possible'])
export type Strength = z.infer<typeof Strength>

/** One thing as the search for links sees it: its last saying, and the thread it is in already. */
export type Candidate = {
  readonly saying: Saying
  /** The thread it is in, else it stands for itself. */
  readonly group: string
  /** Papers that speak of it, by key. */
  readonly papers: readonly string[]
  /** Names that the register says are other indicators than this one. */
  readonly not?: readonly string[]
}

/** Two candidates that may be the same thing. */
export type Link = { readonly a: Candidate; readonly b: Candidate; readonly score: number; readonly strength: Strength; readonly reasons: readonly Reason[] }

/** From which score a link is likely, and from which it is worth a look. Chosen on one half of the labelled sayings (labelled/), measured on the other. */
const LIKELY = 0.58
const POSSIBLE = 0.34
/** A piece of a name that stands in more names than this finds no partners, because it would bring nearly everything: one name in twenty, sixty where there are few. */
const mostPerPiece = (names: number) => Math.max(60, names / 20)
/** Papers this far apart in the order of their days are not compared: what was said in between stands for what was said before. */
const NEAR = 12
/** Below this share of a name in common nothing else could lift a pair over the threshold. */
const WORTH_A_LOOK = 0.15

/**
 * Pairs that may be one thing said in two papers, best first. Things of one paper are not compared: it says two things of
 * them. Of each thing the best partner in each other paper is suggested, and only if it is also that one's best here.
 * Nothing is linked by this; a person confirms.
 */
export function suggestLinks(candidates: readonly Candidate[], rejected: ReadonlySet<string>, renamings: readonly Renaming[] = []): Link[] {
  const named = namesIn(candidates.map(c => c.saying.name))
  const sides = sidesOf(candidates)
  const found: Link[] = []
  for (const [i, j] of pairsToCompare(candidates, named, renamings)) {
    const [a, b] = [sides[i], sides[j]]
    if (!a || !b || apart(a, b, rejected)) continue
    const link = linkOf(a, b, () => likenessOf(named, i, j), renamings)
    if (link) found.push(link)
  }
  return bestOnly(found).toSorted((x, y) => y.score - x.score || (memberKey(x.a.saying.member) < memberKey(y.a.saying.member) ? -1 : 1))
}

/** A candidate with what each comparison needs of it, worked out once. `at`: the place of its paper among all papers by day. */
type Side = { readonly of: Candidate; readonly at: number; readonly bare: string; readonly brands: readonly string[]; readonly chapter: string; readonly chapterPieces: ReadonlySet<string>; readonly not: ReadonlySet<string> }

function sidesOf(candidates: readonly Candidate[]): Side[] {
  const days = [...new Set(candidates.map(c => c.saying.saidOn ?? `${c.saying.year}-01-01`))].toSorted()
  const place = new Map(days.map((day, i) => [day, i]))
  const chapters = new Map<string, { readonly chapter: string; readonly chapterPieces: ReadonlySet<string> }>()
  return candidates.map(of => {
    const { name, section, saidOn, year } = of.saying
    // The last heading above it; what fills every heading (重点工作) is taken out.
    const last = section.split(' / ').at(-1) ?? ''
    const known = chapters.get(last) ?? { chapter: coreOf(last), chapterPieces: piecesOf(coreOf(last)) }
    chapters.set(last, known)
    return { of, at: place.get(saidOn ?? `${year}-01-01`) ?? 0, bare: nameParts(name).bare, brands: quotedIn(name), not: new Set(of.not?.map(other => nameParts(other).bare) ?? []), ...known }
  })
}

/** In one thread, in one paper, told apart by a person, or so many papers apart that only a common indicator would link them. */
function apart(a: Side, b: Side, rejected: ReadonlySet<string>): boolean {
  const far = Math.abs(a.at - b.at) > NEAR && a.of.saying.indicator?.id !== b.of.saying.indicator?.id
  return far || a.of.group === b.of.group || a.of.papers.some(paper => b.of.papers.includes(paper)) || rejected.has(groupPair(a.of.group, b.of.group))
}

export function groupPair(a: string, b: string): string {
  return [a, b].toSorted().join('+')
}

/** What a person told apart, by thread: who is not the same as one member of a thread is not the thread's. */
export function rejectedGroups(pairs: Iterable<string>, groupOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set([...pairs].map(pair => { const [a = '', b = ''] = pair.split('+'); return groupPair(groupOf.get(a) ?? a, groupOf.get(b) ?? b) }))
}

/** Of links that go round in a circle (a is b, b is c, a is c) those that say enough, the best first: what a person has to answer. */
export function enoughOf(links: readonly Link[]): Link[] {
  const root = new Map<string, string>()
  const find = (group: string): string => { let at = group; while (root.has(at)) at = root.get(at) ?? at; return at }
  return links.filter(({ a, b }) => {
    const [x, y] = [find(a.group), find(b.group)]
    if (x === y) return false
    root.set(x, y)
    return true
  })
}

/** Only what shares an indicator, a told renaming or enough telling pieces of its name is compared, so that thousands of things are matched in a moment. */
function pairsToCompare(candidates: readonly Candidate[], named: Named, renamings: readonly Renaming[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  const ofIndicator = Map.groupBy(candidates.keys(), i => candidates[i]?.saying.indicator?.id)
  const ofRenaming = renamings.map(r => candidates.flatMap(({ saying }, i) => (saying.name.includes(r.from) || saying.name.includes(r.to) ? [i] : [])))
  candidates.forEach(({ saying }, i) => {
    const partners = new Set([...(saying.indicator ? ofIndicator.get(saying.indicator.id) ?? [] : []), ...ofRenaming.filter(held => held.includes(i)).flat(), ...alikeTo(named, i, mostPerPiece(candidates.length), WORTH_A_LOOK)])
    for (const j of partners) if (j > i) pairs.push([i, j])
  })
  return pairs
}

function linkOf(left: Side, right: Side, alike: () => Likeness, renamings: readonly Renaming[]): Link | null {
  const [a, b] = [left.of, right.of]
  const [x, y] = [a.saying, b.saying]
  const years = Math.abs(x.year - y.year)
  const when: Reason = years === 0 ? { kind: 'same-year', detail: '' } : { kind: 'near-years', detail: String(years) }
  if (x.indicator && x.indicator.id === y.indicator?.id) {
    if (x.unit !== y.unit) return null
    const same: Reason = { kind: 'same-indicator', detail: x.indicator.name.zh }
    return x.number?.aspect === y.number?.aspect
      ? { a, b, score: 1, strength: 'certain', reasons: [same, when] }
      : { a, b, score: 0.7, strength: 'likely', reasons: [same, when, { kind: 'other-number', detail: '总量 / 增速' }] }
  }
  if (left.not.has(right.bare) || right.not.has(left.bare)) return null
  const reasons: Reason[] = []
  const likeness = alike()
  let score = scoreOf(likeness)
  const [bareX, bareY] = [left.bare, right.bare]
  const [longest = ''] = likeness.parts
  if (bareX === bareY) reasons.push({ kind: 'same-name', detail: x.name })
  else if (isProper(longest)) { reasons.push({ kind: 'proper-name', detail: longest }); score += 0.12 }
  else if (longest !== '') reasons.push({ kind: 'alike-name', detail: likeness.parts.slice(0, 3).join('、') })
  const brand = left.brands.find(word => right.brands.includes(word))
  if (brand !== undefined && bareX !== bareY) {
    if (!reasons.some(reason => reason.kind === 'proper-name')) reasons.push({ kind: 'proper-name', detail: `“${brand}”` })
    score += 0.2
  }
  else if (likeness.parts.length >= 3) score += 0.1 // three things named in both: 西坑、登峰、瑶台
  const renamed = renamings.find(r => (x.name.includes(r.from) && y.name.includes(r.to)) || (x.name.includes(r.to) && y.name.includes(r.from)))
  if (renamed) { reasons.push({ kind: 'renamed', detail: `${renamed.from} → ${renamed.to}` }); score += 0.5 }
  if (reasons.length === 0) return null
  score += numbersSay(x, y, reasons)
  if (x.lead !== null && x.lead === y.lead) { reasons.push({ kind: 'same-lead', detail: '' }); score += 0.05 }
  score += chaptersSay(left, right, reasons)
  if (score < POSSIBLE) return null
  const told = bareX === bareY || renamed ? null : toldApartBy(bareX, bareY)
  if (told !== null) { reasons.push({ kind: 'told-apart', detail: told }); score -= 0.12 }
  if (x.indicator && y.indicator) { reasons.push({ kind: 'two-indicators', detail: `${x.indicator.name.zh} / ${y.indicator.name.zh}` }); score -= 0.12 }
  if (score < POSSIBLE) return null
  return { a, b, score: Math.min(0.99, score), strength: score >= LIKELY ? 'likely' : 'possible', reasons: [...reasons, when] }
}

/** Names of programmes stand in quotation marks: “免申即享”, “零距离”. */
function quotedIn(name: string): string[] {
  return [...name.matchAll(/[“"「]([^”"」]{2,12})[”"」]/g)].map(m => m[1] ?? '')
}

/** The same number in the same measure speaks for, other measures against. Growth of two things that both grow says nothing. */
function numbersSay(x: Saying, y: Saying, reasons: Reason[]): number {
  if (x.number === null || y.number === null || x.number.value === null || y.number.value === null) return 0
  if (!sameMeasure(x.number.measure, y.number.measure)) {
    reasons.push({ kind: 'other-number', detail: `${x.number.measure} / ${y.number.measure}` })
    return -0.18
  }
  if (baseValue({ value: x.number.value, unit: x.number.measure }) !== baseValue({ value: y.number.value, unit: y.number.measure })) return 0.03
  reasons.push({ kind: 'same-number', detail: `${x.number.value}${x.number.measure}` })
  return x.number.measure === '%' ? 0.06 : 0.15
}

function chaptersSay(left: Side, right: Side, reasons: Reason[]): number {
  if (left.chapter.length < 4 || right.chapter.length < 4) return 0
  const common = [...left.chapterPieces].filter(piece => right.chapterPieces.has(piece)).length
  if ((2 * common) / (left.chapterPieces.size + right.chapterPieces.size) < 0.4) return 0
  reasons.push({ kind: 'same-chapter', detail: commonParts(left.chapter, right.chapter)[0] ?? '' })
  return 0.06
}

/** Keeps a link where each is the other's best in that paper; ties within a hair are kept together, for a person to tell. */
function bestOnly(links: readonly Link[]): Link[] {
  const best = new Map<string, number>()
  const places = (link: Link): string[] => [[link.a, link.b], [link.b, link.a]].flatMap(([from, to]) => (from && to ? to.papers.map(paper => `${memberKey(from.saying.member)}@${paper}`) : []))
  for (const link of links) for (const place of places(link)) best.set(place, Math.max(best.get(place) ?? 0, link.score))
  return links.filter(link => link.strength === 'certain' || places(link).every(place => link.score >= (best.get(place) ?? 0) - 0.02))
}
