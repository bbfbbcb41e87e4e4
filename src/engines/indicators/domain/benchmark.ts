import { type Label } from '../../../kernel/label.ts'
import { isRate } from '../../../kernel/quantity.ts'
import { type Change, type Indicator } from '../schema.ts'
import { inUnit, rounded } from './units.ts'

/** What is compared: how much there is, or how fast it grows. */
export type Compared = 'level' | 'growth'

/** What one district published of an indicator and period: its level, its growth or both. */
export type Told = { readonly level: { readonly value: number; readonly unit: string } | null; readonly change: Pick<Change, 'value' | 'unit'> | null }

/** Another district of the same rank (对标区) with what it published. `code`: six digits of GB/T 2260. */
export type PeerTold = Told & { readonly code: string; readonly name: string }

/** A district's place; `code` is null for our own. */
export type Place = { readonly code: string | null; readonly name: string; readonly value: number; readonly rank: number }

/** How our district stands among those whose figures are on file. */
export type Standing = {
  readonly compared: Compared
  readonly unit: string
  /** The best first. */
  readonly places: readonly Place[]
  /** Our place; null where nothing of ours is on file. */
  readonly rank: number | null
  /** How many districts are on file, ours among them. */
  readonly of: number
  /** By how much we are better (+) or worse (-): than the best, than the chosen district, than our own target. Points for growth and rates, else the indicator's unit. */
  readonly toBest: number | null
  readonly toBenchmark: number | null
  readonly toTarget: number | null
}

type Against = { readonly indicator: Pick<Indicator, 'unit' | 'direction'>; readonly ours: Told; readonly peers: readonly PeerTold[]; readonly benchmark: string | null; readonly target: number | null }

/**
 * Our district among its peers for one indicator and period. Growth is compared in points of per cent, levels only in the
 * indicator's own measure: what was said in another is left out. Who has the same value has the same place.
 */
export function standingAmong(compared: Compared, { indicator, ours, peers, benchmark, target }: Against): Standing {
  const unit = compared === 'growth' ? '%' : indicator.unit
  const valueOf = (told: Told) => comparable(compared, indicator.unit, told)
  const mine = valueOf(ours)
  const told = [
    ...(mine === null ? [] : [{ code: null, name: '', value: mine }]),
    ...peers.flatMap(({ code, name, ...peer }) => { const value = valueOf(peer); return value === null ? [] : [{ code, name, value }] }),
  ]
  const better = (a: number, b: number) => rounded(indicator.direction === 'up' ? a - b : b - a, 6)
  const places = told.map(one => ({ ...one, rank: 1 + told.filter(other => better(other.value, one.value) > 0).length }))
    .toSorted((a, b) => a.rank - b.rank || (a.code ?? '').localeCompare(b.code ?? ''))
  const away = (from: number | null | undefined) => (mine === null || from === null || from === undefined ? null : better(mine, from))
  return {
    compared, unit, places, of: places.length, rank: places.find(place => place.code === null)?.rank ?? null,
    toBest: away(places.find(place => place.code !== null)?.value), toBenchmark: away(places.find(place => place.code !== null && place.code === benchmark)?.value), toTarget: away(target),
  }
}

function comparable(compared: Compared, unit: string, { level, change }: Told): number | null {
  if (compared === 'level') return level && inUnit(level, unit)
  // "3 points more" is no growth rate.
  return change && isRate(change.unit) && !/点|point/.test(change.unit) ? change.value : null
}

/** Among whom a place is claimed. */
export type RankScope = 'city' | 'province' | 'nation'

export const scopeWords = {
  city: { zh: '全市', en: 'in the city' },
  province: { zh: '全省', en: 'in the province' },
  nation: { zh: '全国', en: 'in the country' },
} as const satisfies Record<RankScope, Label>

/** The peers that belong to the scope of a claim: a code begins with its province (two digits) and its city (four). */
export function peersWithin<P extends { readonly code: string }>(scope: RankScope, own: string, peers: readonly P[]): readonly P[] {
  const digits = { city: 4, province: 2, nation: 0 }[scope]
  return peers.filter(peer => peer.code.startsWith(own.slice(0, digits)))
}

/** A claim of a place, as a paper or a person makes it. Null where it was not told. */
export type Claim = { readonly scope: RankScope | null; readonly compared: Compared | null; readonly rank: number | null; readonly of: number | null }

export type Agreement = { readonly verdict: 'fits' | 'differs' | 'not-all-on-file' | 'cannot-say'; readonly words: Label }

/** Does a claim fit the standing within its own scope? Said only where every district of its denominator is on file. */
export function agrees(claim: Claim, standing: Standing | null): Agreement {
  const cannot = (zh: string, en: string): Agreement => ({ verdict: 'cannot-say', words: { zh, en } })
  if (claim.rank === null || claim.scope === null) return cannot('原话没有说清位次或范围，不能核对。', 'The words do not tell the place or among whom; it cannot be checked.')
  if (claim.compared === null || standing === null) return cannot('没有说明比的是总量还是增速，不能核对。', 'Whether levels or growth are compared was not told; it cannot be checked.')
  const { rank, of } = standing
  if (rank === null) return cannot('本区这一期的数没有录入，不能核对。', "Our own figure of this period is not on file; it cannot be checked.")
  const here: Label = of === 1 ? { zh: '其他区的数都还没有录入', en: 'no other district is on file' } : { zh: `已录入的${of}个区中本区第${rank}`, en: `we are number ${rank} of the ${of} districts on file` }
  if (claim.of === null) return cannot(`没有说明共几个区，不能核对；${here.zh}。`, `Of how many was not told, so it cannot be checked; ${here.en}.`)
  if (of < claim.of) return { verdict: 'not-all-on-file', words: { zh: `${claim.of}个区只录入了${of}个，还不能核对；${here.zh}。`, en: `Only ${of} of ${claim.of} districts are on file, so it cannot be checked yet; ${here.en}.` } }
  if (of > claim.of) return { verdict: 'differs', words: { zh: `说法共${claim.of}个区，已录入的却有${of}个，请核对范围。`, en: `The claim is of ${claim.of} districts, but ${of} are on file; look at the scope.` } }
  return rank === claim.rank ? { verdict: 'fits', words: { zh: `与已录入的数相符：${here.zh}。`, en: `Fits what is on file: ${here.en}.` } }
    : { verdict: 'differs', words: { zh: `与已录入的数不符：${here.zh}，说法是第${claim.rank}。请核对来源。`, en: `Differs from what is on file: ${here.en}; the claim is number ${claim.rank}. Look at the sources.` } }
}

/** Reads the words of a place as papers print them: 增速全市第一, 位居全省第12, 全市首位. What the words leave open stays null. */
export function claimFrom(words: string, told: Told): Claim {
  const ordinal = /第\s*([一二三四五六七八九十]{1,3}|\d{1,3})/.exec(words)?.[1]
  const of = /(?:在|共)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})个(?:区|县|市|城市|地区)/.exec(words)?.[1]
  return {
    scope: /全市/.test(words) ? 'city' : /全省/.test(words) ? 'province' : /全国/.test(words) ? 'nation' : null,
    compared: comparedIn(words, told),
    rank: ordinal ? numeral(ordinal) : /首位|榜首/.test(words) ? 1 : null,
    of: of ? numeral(of) : null,
  }
}

/** What the place is of: as the words say, else the only thing that stands beside them. */
function comparedIn(words: string, { level, change }: Told): Compared | null {
  if (/增速|增幅|增长/.test(words)) return 'growth'
  if (/总量|规模/.test(words)) return 'level'
  if (level && !change) return 'level'
  return change && !level ? 'growth' : null
}

const digits = '一二三四五六七八九'

function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  const digit = (mark: string | undefined) => (mark ? digits.indexOf(mark) + 1 : 0)
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
}
