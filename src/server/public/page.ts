/** What a public page shows, put together from publications. Knows no HTTP and no database. */
import { type Light, lightOrder } from '../../kernel/light.ts'
import { dayOf } from '../../kernel/time.ts'
import { type PublicLine, type Snapshot } from '../../engines/plan/domain/publication/publication.ts'
import { type Issue, type Stood } from '../../engines/plan/index.ts'
import { type Pack } from '../../packs/pack.ts'
import { type IssueTold, type PublicFilter, type PublicPage, type StoodTold } from './contract.ts'

/** Promises on one page of the list: with every word of theirs it stays below half of what a page may weigh. */
export const perPage = 100

export const told = (issue: Pick<Issue, 'year' | 'number' | 'publicAt'>): IssueTold => ({ year: issue.year, number: issue.number, day: dayOf(issue.publicAt) })

/** The year's list: narrowed as asked, the headline targets first, in the order the packs give. */
export function yearPage(snapshot: Snapshot, asked: PublicFilter, issues: readonly Issue[], packs: readonly Pack[]): PublicPage {
  const found = inOrder(snapshot.lines, packs).filter(line => (asked.light === null || line.light === asked.light) && matches(line, asked.q))
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const filter = { ...asked, page: Math.min(asked.page, pages) }
  const standing = issues.filter(issue => issue.state === 'public')
  return {
    kind: 'year', year: snapshot.year, years: [...new Set(standing.map(issue => issue.year))], issues: standing.filter(issue => issue.year === snapshot.year).map(told), total: snapshot.lines.length,
    counts: Object.fromEntries(lightOrder.map(light => [light, snapshot.lines.filter(line => line.light === light).length])) as Record<Light, number>, // every light is in the order
    filter, found: found.length, pages, lines: found.slice((filter.page - 1) * perPage, filter.page * perPage),
  }
}

function inOrder(lines: readonly PublicLine[], packs: readonly Pack[]): readonly PublicLine[] {
  const headline = packs.flatMap(pack => pack.headline ?? [])
  const place = (line: PublicLine) => { const at = line.code === null ? -1 : headline.indexOf(line.code); return at < 0 ? headline.length : at }
  return lines.toSorted((a, b) => place(a) - place(b))
}

function matches(line: PublicLine, q: string): boolean {
  const words = q.toLowerCase()
  return words === '' || [line.label.zh, line.label.en, line.owner ?? '', line.words, line.code ?? ''].some(text => text.toLowerCase().includes(words))
}

/** The ledgers that are public, with the names of the promises they consist of; where there is none, the promises of the pack that carries daily life. */
export function mattersPage(snapshot: Snapshot, packs: readonly Pack[]): PublicPage {
  const codes = new Set(packs.filter(pack => pack.id === 'livelihood').flatMap(pack => (pack.indicators ?? []).map(indicator => indicator.code)))
  const { ledgers } = snapshot
  const named = new Set(ledgers.flatMap(ledger => ledger.matters.flatMap(matter => matter.promises)))
  const names = Object.fromEntries(snapshot.lines.filter(line => named.has(line.key)).map(line => [line.key, line.label]))
  return { kind: 'matters', year: snapshot.year, ledgers, names, lines: ledgers.length > 0 ? [] : snapshot.lines.filter(line => line.code !== null && codes.has(line.code)) }
}

/** A promise with how it stood: in each publication of its year, and in the latest one of every other year. Null where it is not in this publication. */
export function linePage(snapshot: Snapshot, key: string, stood: readonly Stood[], home: string): PublicPage | null {
  const line = snapshot.lines.find(one => one.key === key)
  if (!line) return null
  const all = stood.map((one): StoodTold => ({ ...told(one), light: one.light, figure: one.figure, period: one.period, unit: one.unit, href: `${home}/${one.year}/${one.number}/${key}` }))
  const others = all.filter(one => one.year !== snapshot.year)
  return { kind: 'line', line, stood: all.filter(one => one.year === snapshot.year), otherYears: others.filter((one, i) => others.findIndex(other => other.year === one.year) === i) }
}
