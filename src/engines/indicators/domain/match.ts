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
  const asked = { ...prepareName(name), unit, beside: printedAlike(`${beside} ${name}`) }
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

type Name = { readonly name: string; readonly printed: string; readonly bare: string; readonly loose: string; readonly pairs: ReadonlyMap<string, number> }
type Prepared = { readonly own: Name; readonly aliases: readonly (Name & { readonly scope: string | null })[]; readonly not: ReadonlySet<string> }

// A report asks a few hundred names of the same few hundred entries, so each entry is taken apart once. Entries are values and never change.
const prepared = new WeakMap<RegisterName, Prepared>()

function prepare(entry: RegisterName): Prepared {
  const known = prepared.get(entry)
  if (known) return known
  const made: Prepared = { own: prepareName(entry.name.zh), aliases: entry.aliases.map(a => ({ ...prepareName(a.name), scope: a.scope })), not: new Set(entry.notNames.map(not => nameParts(not).bare)) }
  prepared.set(entry, made)
  return made
}

function prepareName(name: string): Name {
  const { bare } = nameParts(name)
  const loose = looseName(bare)
  return { name, printed: printedAlike(name), bare, loose, pairs: pairsOf(loose) }
}

type Asked = Name & { readonly unit: string; readonly beside: string }

function candidate(asked: Asked, entry: RegisterName): Candidate | null {
  if (prepare(entry).not.has(asked.bare)) return null
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
  const { own, aliases } = prepare(entry)
  const is = (name: Name) => name.printed === asked.printed || name.bare === asked.bare
  if (is(own)) return { name: own.name, alias: false, scope: null }
  const same = aliases.filter(is)
  const open = same.find(alias => alias.scope === null || asked.beside.includes(printedAlike(alias.scope)))
  if (open) return { name: open.name, alias: true, scope: null }
  return same[0] ? { name: same[0].name, alias: true, scope: same[0].scope } : null
}

function alike(asked: Asked, entry: RegisterName, as: (certainty: number, why: Label) => Candidate): Candidate | null {
  const { own, aliases } = prepare(entry)
  let best = { likeness: 0, name: '' }
  for (const name of [own, ...aliases]) {
    const likeness = likenessOf(asked, name)
    if (likeness > best.likeness) best = { likeness, name: name.name }
  }
  if (best.likeness < LEAST_LIKENESS) return null
  return as(best.likeness, { zh: `与“${best.name}”相近（${Math.round(best.likeness * 100)}%），请确认`, en: `Like “${best.name}” (${Math.round(best.likeness * 100)} %); please confirm` })
}

/** How alike two names are, 0 to 0.9: shared pairs of characters over all, nothing where scope or class tell them apart. */
function likenessOf(a: Name, b: Name): number {
  const shared = (a.loose === b.loose ? 1 : dice(a.pairs, b.pairs)) * LIKELY
  if (shared < LEAST_LIKENESS) return 0
  const s = scopeOfName(a.bare), t = scopeOfName(b.bare)
  if (s.size > 0 && t.size > 0 && (s.size !== t.size || [...s].some(scope => !t.has(scope)))) return 0
  if (toldApartBy(a.bare, b.bare)) return 0
  // Where only one says whose things it counts, it may be a part of the other: a weaker reason.
  return Math.round(shared * (s.size === t.size ? 1 : 0.7) * 100) / 100
}

/** Pairs of neighbouring characters, each with how often it stands there. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (let i = 0; i < text.length - 1; i++) pairs.set(text.slice(i, i + 2), (pairs.get(text.slice(i, i + 2)) ?? 0) + 1)
  return pairs
}

/** Dice's coefficient: twice the shared pairs over all pairs. */
function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0, all = 0
  for (const [pair, times] of a) { shared += Math.min(times, b.get(pair) ?? 0); all += times }
  for (const times of b.values()) all += times
  return all === 0 ? 0 : (2 * shared) / all
}
