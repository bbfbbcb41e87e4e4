import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Indicator } from '../schema.ts'
import { looseName, nameParts, printedAlike, scopeOfName, toldApartBy } from './names.ts'
import { speaksOf } from './units.ts'

/** What matching needs to know of a register entry. */
export type RegisterName = Pick<Indicator, 'id' | 'code' | 'name' | 'aliases' | 'notNames' | 'unit'>

/**
 * An entry of the register that a name may mean. Certainty 1: the very name or a confirmed alias, which may be taken
 * without asking. Anything below is a suggestion, and a person decides.
 */
export type Candidate = { readonly indicator: Id; readonly code: string; readonly name: Label; readonly certainty: number; readonly why: Label }

const LIKELY = 0.9
const LEAST_LIKENESS = 0.5
const MOST = 5

/**
 * Which indicators may a paper mean by this name in this unit? Best first, at most five. `beside` are the words around
 * the name (its sentence and headings), in which an alias that holds only in a scope must find that scope.
 * Near names that are other indicators (listed in `notNames`, of another scope or class) are left out altogether.
 */
export function matchIndicator(name: string, unit: string, register: readonly RegisterName[], beside = ''): readonly Candidate[] {
  const asked = { ...nameParts(name), printed: printedAlike(name), unit, beside: printedAlike(`${beside} ${name}`) }
  if (asked.bare === '') return []
  const found = register.flatMap(entry => candidate(asked, entry) ?? [])
  const certain = found.filter(c => c.certainty === 1)
  // Two entries that both bear the name: the register itself is in doubt, and a person decides.
  const fair = certain.length < 2 ? found : found.map(c => (c.certainty === 1 ? { ...c, certainty: LIKELY, why: ambiguous } : c))
  return fair.toSorted((a, b) => b.certainty - a.certainty || a.code.localeCompare(b.code)).slice(0, MOST)
}

/** The one indicator a name means beyond doubt, or null: then a person is asked. */
export function certainMatch(name: string, unit: string, register: readonly RegisterName[], beside = ''): Id | null {
  const best = matchIndicator(name, unit, register, beside)[0]
  return best?.certainty === 1 ? best.indicator : null
}

const ambiguous: Label = { zh: '台账中不止一项用此名称', en: 'More than one entry of the register bears this name' }

type Asked = { readonly bare: string; readonly printed: string; readonly growth: boolean; readonly unit: string; readonly beside: string }

function candidate(asked: Asked, entry: RegisterName): Candidate | null {
  if (entry.notNames.some(not => nameParts(not).bare === asked.bare)) return null
  const as = (certainty: number, why: Label): Candidate => ({ indicator: entry.id, code: entry.code, name: entry.name, certainty, why })
  const fits = speaksOf(asked.unit, entry.unit)
  const same = sameName(asked, entry)
  if (same && !fits) return as(LEAST_LIKENESS, { zh: `名称与“${same.name}”相同，但单位不同（${asked.unit} / ${entry.unit}）`, en: `Named like “${same.name}”, but in another unit (${asked.unit} / ${entry.unit})` })
  if (same?.scope) return as(LIKELY, { zh: `别名“${same.name}”只在“${same.scope}”范围内成立，请确认`, en: `The alias “${same.name}” holds only for “${same.scope}”; please confirm` })
  if (same) return as(1, same.alias ? { zh: `已确认的别名“${same.name}”`, en: `The confirmed alias “${same.name}”` } : { zh: '名称相同', en: 'The same name' })
  return fits ? alike(asked, entry, as) : null
}

/** The name of the entry that is the name asked for; `scope` where it holds only beside words that are not there. */
function sameName(asked: Asked, entry: RegisterName): { readonly name: string; readonly alias: boolean; readonly scope: string | null } | null {
  const is = (name: string) => printedAlike(name) === asked.printed || nameParts(name).bare === asked.bare
  if (is(entry.name.zh)) return { name: entry.name.zh, alias: false, scope: null }
  const aliases = entry.aliases.filter(alias => is(alias.name))
  const open = aliases.find(alias => alias.scope === null || asked.beside.includes(printedAlike(alias.scope)))
  if (open) return { name: open.name, alias: true, scope: null }
  return aliases[0] ? { name: aliases[0].name, alias: true, scope: aliases[0].scope } : null
}

function alike(asked: Asked, entry: RegisterName, as: (certainty: number, why: Label) => Candidate): Candidate | null {
  let best = { likeness: 0, name: '' }
  for (const name of [entry.name.zh, ...entry.aliases.map(a => a.name)]) {
    const likeness = likenessOf(asked.bare, nameParts(name).bare)
    if (likeness > best.likeness) best = { likeness, name }
  }
  if (best.likeness < LEAST_LIKENESS) return null
  return as(best.likeness, { zh: `与“${best.name}”相近（${Math.round(best.likeness * 100)}%），请确认`, en: `Like “${best.name}” (${Math.round(best.likeness * 100)} %); please confirm` })
}

/** How alike two bare names are, 0 to 0.9: shared pairs of characters over all, nothing where scope or class tell them apart. */
function likenessOf(a: string, b: string): number {
  const x = looseName(a), y = looseName(b)
  const s = scopeOfName(a), t = scopeOfName(b)
  if (s.size > 0 && t.size > 0 && (s.size !== t.size || [...s].some(scope => !t.has(scope)))) return 0
  if (toldApartBy(a, b)) return 0
  // Where only one says whose things it counts, it may be a part of the other: a weaker reason.
  const scopeDoubt = s.size === t.size ? 1 : 0.7
  return Math.round((x === y ? 1 : dice(x, y)) * LIKELY * scopeDoubt * 100) / 100
}

/** Dice's coefficient over pairs of neighbouring characters, each pair counted as often as it stands there. */
function dice(a: string, b: string): number {
  const pairs = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1)
  let shared = 0
  for (let i = 0; i < b.length - 1; i++) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0
    if (left > 0) { shared += 1; pairs.set(b.slice(i, i + 2), left - 1) }
  }
  const all = a.length + b.length - 2
  return all <= 0 ? 0 : (2 * shared) / all
}
