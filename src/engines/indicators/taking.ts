/** What papers, packs and published rows bring into the ledger, and how what an import brought goes again. */
import { type Id } from '../../kernel/id.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Source } from '../../kernel/source.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { codeFromName, entryFrom, type NewEntry } from './domain/entry.ts'
import { type LightParameters } from './domain/parameters.ts'
import { tiedToOf, wordsOf } from './domain/statements.ts'
import { deleteFiguresOf, insertFigures } from './figure-store.ts'
import { saveLightRule } from './light-store.ts'
import { deleteAliasesOf, deleteIndicatorsOf, findPackEntries, findRegister, insertAlias, insertIndicator, refreshSearch, saveIndicator } from './register-store.ts'
import { type Figure, type Indicator, type Statement, type Target } from './schema.ts'
import { deleteStatementsOf, ensureTarget, insertStatement, refold, savePartOf } from './target-store.ts'

/** An indicator that a planner chose to create for a fact. Figures and targets name it by `id`, which is given up where the register knows the name already. */
export type CreatedIndicator = { readonly id: Id; readonly name: string; readonly nameEn?: string; readonly unit: string; readonly kind: Indicator['kind']; readonly direction?: Indicator['direction']; readonly ownerUnit?: Id | null; readonly code?: string }

/** A figure to be taken. `fact` is unique within its origin. */
export type TakenFigure = Pick<Figure, 'indicator' | 'unit' | 'period' | 'vintage' | 'basis' | 'level' | 'change' | 'rank' | 'qualifier' | 'saidOn' | 'source'> & { readonly fact: string; readonly status?: Figure['status']; readonly saidAs?: string | null }

/** A statement of a target to be taken. `words` are made from the parts where they are left out. */
export type TakenTarget = Pick<Target, 'indicator' | 'unit' | 'period' | 'aspect' | 'operator' | 'value' | 'stretch' | 'measure' | 'hedge' | 'reference' | 'nature' | 'verb'> & { readonly fact: string; readonly words?: string; readonly tiedTo?: Id | null; /** The wider target of which it is a part. */ readonly partOf?: Id; readonly saidOn: Day | null; readonly source: Source }

export type Taking = {
  /** The import; null for rows that a district is seeded with, whose `fact` is then unique within the district. */
  readonly origin: Id | null
  readonly indicators?: readonly CreatedIndicator[]
  /** Names a person confirmed for an entry of the register: they are certain from now on. */
  readonly aliases?: readonly { readonly indicator: Id; readonly name: string; readonly scope?: string | null }[]
  readonly figures: readonly TakenFigure[]
  readonly targets: readonly TakenTarget[]
}

/** What was new. `targetOf` gives the target that each fact is a statement of, also where it was on file before. */
export type Taken = {
  readonly figures: number; readonly statements: number; readonly targets: number; readonly indicators: number; readonly aliases: number
  readonly targetOf: ReadonlyMap<string, Id>
  /** The entry that each created indicator became. */
  readonly indicatorOf: ReadonlyMap<Id, Id>
}

/**
 * Writes what was accepted into the ledger, within the caller's transaction. The same facts of the same origin a second time
 * change nothing. The caller notes the audit entry.
 */
export async function takeFigures(tx: Tx, ctx: Context, taking: Taking): Promise<Taken> {
  const { origin } = taking
  const at = ctx.now()
  const { indicatorOf, created } = await takeIndicators(tx, ctx, taking)
  const entry = (id: Id) => indicatorOf.get(id) ?? id
  let aliases = 0
  const renamed = new Set<Id>()
  for (const alias of taking.aliases ?? []) {
    const indicator = entry(alias.indicator)
    if (await insertAlias(tx, ctx.district, { id: ctx.newId(), indicator, name: alias.name, scope: alias.scope ?? null, confirmedBy: ctx.actor.name, ...(origin && { origin }) })) { aliases += 1; renamed.add(indicator) }
  }
  for (const id of renamed) await refreshSearch(tx, ctx.district, id)
  const added = await insertFigures(tx, ctx.district, taking.figures.filter(f => spanOf(f.period)).map(({ fact, ...f }) => ({ fact, figure: figureFrom(f, entry(f.indicator), ctx.newId(), origin, at) })))
  const { targetOf, statements, targets } = await takeTargets(tx, ctx, taking, entry)
  return { figures: added.size, statements, targets, indicators: created, aliases, targetOf, indicatorOf }
}

function figureFrom({ status = 'published', saidAs = null, ...f }: Omit<TakenFigure, 'fact'>, indicator: Id, id: Id, origin: Id | null, at: string): Figure {
  const nothing = !f.level && !f.change && !f.rank && !f.qualifier
  return { id, ...f, indicator, qualifier: nothing ? '文中无数值' : f.qualifier, status, saidAs, origin, at, replaces: null, replacedBy: null, reason: null, version: 1 }
}

async function takeIndicators(tx: Tx, ctx: Context, { origin, indicators = [] }: Taking): Promise<{ indicatorOf: ReadonlyMap<Id, Id>; created: number }> {
  const indicatorOf = new Map<Id, Id>()
  let created = 0
  for (const given of indicators) {
    const code = given.code ?? codeFromName(given.name, given.unit)
    const known = (await findRegister(tx, ctx.district)).find(e => e.code === code || (e.name.zh === given.name && e.unit === given.unit))
    if (known) { indicatorOf.set(given.id, known.id); continue }
    const { id, name, nameEn = name, ownerUnit = null, ...rest } = given
    if (await insertIndicator(tx, ctx.district, entryFrom(id, { ...rest, code, name: { zh: name, en: nameEn } }, ownerUnit, null), origin ? { origin } : {})) created += 1
  }
  return { indicatorOf, created }
}

async function takeTargets(tx: Tx, ctx: Context, { origin, targets }: Taking, entry: (id: Id) => Id): Promise<{ targetOf: ReadonlyMap<string, Id>; statements: number; targets: number }> {
  const register = targets.some(t => t.operator === 'tied') ? await findRegister(tx, ctx.district) : []
  const targetOf = new Map<string, Id>()
  const changed = new Set<Id>(), made = new Set<Id>()
  let statements = 0
  for (const { fact, words, tiedTo = null, partOf, indicator, unit, period, aspect, ...said } of targets) {
    if (!spanOf(period)) continue
    const statement: Statement = {
      id: ctx.newId(), ...said, tiedTo: tiedTo ? entry(tiedTo) : said.operator === 'tied' ? tiedToOf(said.reference, register) : null,
      words: (words ?? wordsOf({ ...said, aspect })).slice(0, 120), reason: null, origin, at: ctx.now(),
    }
    const id = ctx.newId()
    const target = await ensureTarget(tx, ctx.district, { indicator: entry(indicator), unit, period, aspect }, id, statement)
    targetOf.set(fact, target)
    if (target === id) made.add(id)
    if (partOf) await savePartOf(tx, ctx.district, target, partOf)
    if (await insertStatement(tx, ctx.district, target, statement, fact)) { statements += 1; changed.add(target) }
  }
  await refold(tx, ctx.district, [...changed])
  return { targetOf, statements, targets: made.size }
}

/** What went with an import, and what had to stay because something else rests on it. */
export type Withdrawn = {
  readonly figures: number; readonly statements: number; readonly aliases: number
  /** Targets of which nothing is said any more; the caller releases commitments that were measured by them. */
  readonly targetsGone: readonly Id[]
  /** Targets that another statement still holds. */
  readonly targetsKept: readonly Id[]
  readonly indicatorsGone: readonly Id[]
  readonly indicatorsKept: readonly { readonly id: Id; readonly code: string; readonly name: string }[]
}

/** Removes exactly what an import brought, within the caller's transaction. Nothing left of it: removes nothing. */
export async function withdrawOrigin(tx: Tx, ctx: Context, origin: Id): Promise<Withdrawn> {
  const figures = await deleteFiguresOf(tx, ctx.district, origin)
  const { statements, targets } = await deleteStatementsOf(tx, ctx.district, origin)
  const targetsGone = await refold(tx, ctx.district, targets)
  const renamed = await deleteAliasesOf(tx, ctx.district, origin)
  const { gone, kept } = await deleteIndicatorsOf(tx, ctx.district, origin)
  for (const id of new Set(renamed)) await refreshSearch(tx, ctx.district, id)
  return { figures, statements, aliases: renamed.length, targetsGone, targetsKept: targets.filter(id => !targetsGone.includes(id)), indicatorsGone: gone, indicatorsKept: kept }
}

/**
 * Puts the indicators of packs into the register. An entry that is there already and that nobody changed follows its pack; one
 * that a person changed stays as it is. `ownerOf` finds the unit behind a pack's key of a department.
 */
export async function seedRegister(tx: Tx, ctx: Context, entries: readonly (NewEntry & { readonly ownerUnit?: string })[], ownerOf: (key: string) => Id | null = () => null): Promise<{ readonly added: number; readonly changed: number }> {
  const known = new Map((await findRegister(tx, ctx.district)).map(entry => [entry.code, entry]))
  const ofPacks = await findPackEntries(tx, ctx.district)
  let added = 0, changed = 0
  for (const given of entries) {
    const before = known.get(given.code)
    const entry = entryFrom(before?.id ?? ctx.newId(), given, given.ownerUnit === undefined ? null : ownerOf(given.ownerUnit), null)
    if (before && !ofPacks.has(given.code)) continue
    if (!before) {
      if (await insertIndicator(tx, ctx.district, entry, { pack: true })) added += 1
    } else if (differs(before, entry)) {
      await saveIndicator(tx, ctx.district, { ...entry, aliases: before.aliases, embargoed: before.embargoed, formula: before.formula, parts: before.parts }, before.version, 'as-it-was')
      changed += 1
    }
    let more = false
    for (const alias of entry.aliases) {
      if (before?.aliases.some(a => a.name === alias.name && a.scope === alias.scope)) continue
      more = await insertAlias(tx, ctx.district, { id: ctx.newId(), indicator: entry.id, ...alias }) || more
    }
    if (more) await refreshSearch(tx, ctx.district, entry.id)
  }
  return { added, changed: changed + await seedParts(tx, ctx, entries) }
}

/** Ties entries to the parts that their packs name, once all of them are in the register. Answers how many changed. */
async function seedParts(tx: Tx, ctx: Context, entries: readonly NewEntry[]): Promise<number> {
  const whole = new Map(entries.flatMap(({ code, parts = [] }) => (parts.length > 0 ? [[code, parts] as const] : [])))
  if (whole.size === 0) return 0
  const register = await findRegister(tx, ctx.district), ofPacks = await findPackEntries(tx, ctx.district)
  const ids = new Map(register.map(entry => [entry.code, entry.id]))
  let changed = 0
  for (const entry of register) {
    const parts = (whole.get(entry.code) ?? []).flatMap(code => ids.get(code) ?? [])
    if (!whole.has(entry.code) || !ofPacks.has(entry.code) || parts.join() === entry.parts.join()) continue
    await saveIndicator(tx, ctx.district, { ...entry, parts }, entry.version, 'as-it-was')
    changed += 1
  }
  return changed
}

/** Would following the pack change anything that a pack sets? */
function differs(before: Indicator, entry: Indicator): boolean {
  const set = ({ name, notNames, unit, nature, direction, frequency, kind, aggregation, basis, ownerUnit, bands }: Indicator) => JSON.stringify([name.zh, name.en, notNames, unit, nature, direction, frequency, kind, aggregation, basis, ownerUnit, bands?.slipping, bands?.offPace])
  return set(before) !== set(entry)
}

/** A published figure of a paper that is not on file: `indicator` is a code of the register. */
export type PublishedFigure = Pick<Figure, 'period' | 'level' | 'change' | 'basis' | 'rank'> & { readonly indicator: string; readonly source: Extract<Source, { kind: 'published' }>; readonly qualifier?: string | null; readonly vintage?: Figure['vintage'] }
export type PublishedTarget = Pick<Target, 'period' | 'aspect' | 'operator' | 'value' | 'measure' | 'hedge' | 'verb' | 'reference' | 'nature'> & { readonly indicator: string; readonly source: Extract<Source, { kind: 'published' }>; readonly stretch?: number | null; readonly basis?: string | null }

/** Puts published rows into the ledger, each with its paper as its source. Rows on file already are passed over; unknown codes are told. */
export async function seedPublished(tx: Tx, ctx: Context, unit: Id, rows: { readonly figures: readonly PublishedFigure[]; readonly targets: readonly PublishedTarget[] }): Promise<{ readonly figures: number; readonly targets: number; readonly unknown: readonly string[] }> {
  const ids = new Map((await findRegister(tx, ctx.district)).map(entry => [entry.code, entry.id]))
  const keyed = keys()
  const known = (row: { readonly indicator: string }): boolean => ids.has(row.indicator)
  const taken = await takeFigures(tx, ctx, {
    origin: null,
    figures: rows.figures.filter(known).map(({ indicator, vintage = 'published', qualifier = null, ...row }) => ({ ...row, indicator: ids.get(indicator) ?? '', unit, vintage, qualifier, saidOn: row.source.saidOn, fact: keyed('figure', indicator, row.period, row.source.title, row.source.section) })),
    // The basis (可比) is part of how a target is worded; what it is judged by is the figure's.
    targets: rows.targets.filter(known).map(({ indicator, stretch = null, basis = null, ...row }) => ({ ...row, ...(basis && { words: `${basis}${wordsOf({ ...row, stretch })}` }), indicator: ids.get(indicator) ?? '', unit, stretch, saidOn: row.source.saidOn, fact: keyed('target', indicator, row.period, row.aspect, row.source.title, row.source.section) })),
  })
  return { figures: taken.figures, targets: taken.statements, unknown: [...new Set([...rows.figures, ...rows.targets].filter(row => !known(row)).map(row => row.indicator))] }
}

/** A figure made up for the demonstration; never to be taken for a fact. */
export type GeneratedFigure = Pick<Figure, 'period' | 'level' | 'saidOn'> & { readonly indicator: string; readonly unit: Id; /** On the year before, in per cent. */ readonly growth: number | null; readonly source: Extract<Source, { kind: 'generated' }> }

/** Puts generated rows into the ledger as approved quick figures. Rows on file already are passed over; unknown codes are told. */
export async function seedGenerated(tx: Tx, ctx: Context, rows: readonly GeneratedFigure[]): Promise<{ readonly figures: number; readonly unknown: readonly string[] }> {
  const ids = new Map((await findRegister(tx, ctx.district)).map(entry => [entry.code, entry.id]))
  const figures = rows.flatMap(({ indicator: code, growth, ...row }): TakenFigure[] => {
    const indicator = ids.get(code)
    return indicator === undefined ? [] : [{ ...row, indicator, vintage: 'quick', basis: null, change: growth === null ? null : { value: growth, unit: '%', base: '上年同期' }, rank: null, qualifier: null, status: 'approved', fact: `generated|${code}|${row.unit}|${row.period}` }]
  })
  const taken = await takeFigures(tx, ctx, { origin: null, figures, targets: [] })
  return { figures: taken.figures, unknown: [...new Set(rows.filter(row => !ids.has(row.indicator)).map(row => row.indicator))] }
}

/** A key for each row, told apart by number where a section says two things of one indicator. The same rows get the same keys again. */
function keys(): (...parts: readonly string[]) => string {
  const seen = new Map<string, number>()
  return (...parts) => {
    const key = parts.join('|')
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return `published|${key}|${times}`
  }
}

/** Sets the district's parameters of lights, each from its day on. */
export async function seedLightRules(tx: Tx, ctx: Context, rules: readonly LightParameters[]): Promise<void> {
  for (const rule of rules) await saveLightRule(tx, ctx.district, rule)
}
