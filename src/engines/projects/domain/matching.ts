import { type Id } from '../../../kernel/id.ts'

type Named = { readonly id: Id; readonly names: readonly string[] }

/** Two projects that may be one under two names: `alike` from 0 to 1. A person decides. */
export type Match = { readonly one: Id; readonly other: Id; readonly alike: number }

/** Words that say of which sort a project is and not which one it is. */
const common = /项目|工程|建设|改造|提升|[一二三四五六]期|（.*?）|\(.*?\)|[\s“”"·、]/gu

function pairsOf(name: string): ReadonlySet<string> {
  const plain = name.replace(common, '') || name
  return new Set(Array.from({ length: Math.max(1, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)))
}

/** How alike two names are by the pairs of neighbouring characters that both have (Dice). Phases of one thing (一期, 二期) are two things. */
export function alike(one: string, other: string): number {
  const phase = (name: string) => /[一二三四五六]期/u.exec(name)?.[0] ?? ''
  if (phase(one) !== phase(other) && phase(one) !== '' && phase(other) !== '') return 0
  const a = pairsOf(one), b = pairsOf(other)
  return (2 * [...a].filter(pair => b.has(pair)).length) / (a.size + b.size)
}

/** From which likeness a pair is worth a look. */
const LOOK = 0.5

/** For each project of one list, those of another that may be the same, the likeliest first. Found by the pairs of characters they share, so that not every two are compared. */
export function suggestMatches(ones: readonly Named[], others: readonly Named[]): readonly Match[] {
  const having = new Map<string, Named[]>()
  for (const other of others) for (const pair of new Set(other.names.flatMap(name => [...pairsOf(name)]))) having.set(pair, [...(having.get(pair) ?? []), other])
  return ones.flatMap(one => {
    const near = new Set(one.names.flatMap(name => [...pairsOf(name)]).flatMap(pair => having.get(pair) ?? []))
    return [...near].filter(other => other.id !== one.id).map(other => ({ one: one.id, other: other.id, alike: Math.max(...one.names.flatMap(a => other.names.map(b => alike(a, b)))) }))
  }).filter(match => match.alike >= LOOK).toSorted((a, b) => b.alike - a.alike)
}
