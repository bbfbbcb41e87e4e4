import { type LightRule } from '../../engines/projects/schema.ts'
import { type Dice, one } from '../requests/world.ts'
import { listedIn, type Life } from './lives.ts'
import { blockerSayings } from './sorts.ts'

/** Something in the way of a project, to be opened as a case; `project` is its code. */
export type DemoBlocker = { readonly project: string; readonly kind: string; readonly title: string; readonly words: string; readonly raisedDaysAgo: number; readonly solved: boolean }

/**
 * What is the matter with a project in the running year: a node late by so many days (that building begins, or the one after), money
 * so many points behind, a blocker of such an age, the last month not approved or sent back, a forecast that moves a node, an override.
 */
export type Trouble = {
  readonly late?: { readonly node: 'start' | 'structure'; readonly days: number }
  readonly lag?: number
  readonly blocker?: { readonly kind: string; readonly age: number; readonly solved?: true }
  readonly month?: 'waiting' | 'returned'
  readonly forecast?: true
  readonly overridden?: true
}

/** Who has which trouble, by code: some red, some yellow by each of the three parts, some with less. Bounds are those of the rule. */
export function troublesOf(lives: readonly Life[], works: ReadonlySet<string>, newest: number, rule: LightRule, dice: Dice): ReadonlyMap<string, Trouble> {
  const staying = lives.filter(life => life.last === null && listedIn(life, newest) && works.has(life.code))
  // Long enough under way that building began before any day on which the node after it was due.
  const underWay = staying.filter(life => life.starts !== null && life.starts <= newest - 2), toStart = staying.filter(life => life.starts === null || life.starts === newest)
  // In January nothing of the new year is told yet.
  const told = staying.filter(life => life.first !== null && life.first < newest)
  const many = staying.length > 30
  const yellowDays = (bounds: LightRule['node']) => Math.max(1, bounds.slipping + dice(Math.max(1, bounds.offPace - bounds.slipping)))
  const red: readonly Trouble[] = [
    { late: { node: 'structure', days: rule.node.offPace + 8 }, lag: rule.lag.offPace + 6, blocker: { kind: 'demolition', age: rule.blocker.offPace + 16 } },
    { late: { node: 'start', days: rule.node.offPace + 12 }, lag: rule.lag.offPace + 4, blocker: { kind: 'land', age: rule.blocker.offPace + 25 } },
    { late: { node: 'structure', days: rule.node.offPace + 21 }, lag: rule.lag.offPace + 2 },
    { late: { node: 'structure', days: rule.node.offPace + 3 }, overridden: true },
  ]
  const lagging = (): Trouble => ({ lag: rule.lag.slipping + (rule.lag.offPace - rule.lag.slipping) * (0.3 + dice(50) / 100) })
  const yellow: readonly Trouble[] = [
    { late: { node: 'start', days: yellowDays(rule.node) } }, { late: { node: 'structure', days: yellowDays(rule.node) } }, lagging(), { blocker: { kind: 'pipes', age: yellowDays(rule.blocker) } },
    { late: { node: 'structure', days: yellowDays(rule.node) }, blocker: { kind: 'money', age: 4 } }, { late: { node: 'start', days: yellowDays(rule.node) } }, { late: { node: 'structure', days: yellowDays(rule.node) } }, lagging(), lagging(), { blocker: { kind: 'permit', age: yellowDays(rule.blocker) } },
  ]
  const less: readonly Trouble[] = [
    { blocker: { kind: 'other', age: 2 } }, { month: 'waiting' }, { month: 'returned' }, { forecast: true }, { blocker: { kind: 'permit', age: 41, solved: true } },
    { month: 'waiting' }, { month: 'waiting' }, { blocker: { kind: 'demolition', age: Math.max(0, rule.blocker.slipping - 3) } }, { forecast: true }, { forecast: true }, { forecast: true }, { blocker: { kind: 'pipes', age: 63, solved: true } }, { blocker: { kind: 'land', age: 26, solved: true } }, { forecast: true }, { month: 'waiting' },
  ]
  const wanted = many ? [...red, ...yellow, ...less] : [...red.slice(0, 1), ...yellow.slice(1, 4), ...less.slice(0, 3)]
  // A late node suits the fewest, so these choose first, then what needs months of last year.
  const needy = ({ late, month }: Trouble) => (late ? 2 : month ? 1 : 0)
  const all = wanted.toSorted((a, b) => needy(b) - needy(a))
  const taken = new Set<string>()
  return new Map(all.flatMap((trouble): (readonly [string, Trouble])[] => {
    const among = (trouble.late?.node === 'start' ? toStart : trouble.late ? underWay : trouble.month ? told : staying).filter(life => !taken.has(life.code))
    const life = among.length > 0 ? one(dice, among) : undefined
    if (life) taken.add(life.code)
    return life ? [[life.code, trouble]] : []
  }))
}

export function blockersOf(troubles: ReadonlyMap<string, Trouble>, dice: Dice): readonly DemoBlocker[] {
  return [...troubles].flatMap(([project, { blocker }]): DemoBlocker[] => {
    if (!blocker) return []
    const [title, words] = one(dice, blockerSayings[blocker.kind] ?? [])
    return [{ project, kind: blocker.kind, title, words: `${words}（演示）`, raisedDaysAgo: blocker.age, solved: blocker.solved ?? false }]
  })
}
