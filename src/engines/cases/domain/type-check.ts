import { type CaseEvent, type CaseEventKind, type CaseState, type CaseType, type Category, placeholders } from '../schema.ts'
import { isEnd, moveKinds, statesBefore, stateAfter } from './machine.ts'

/** What is wrong with a case type, in words for whoever writes a pack; empty where it is sound. */
export function faultsOfType(type: CaseType): readonly string[] {
  return [...faultsOfStates(type), ...faultsOfOrder(type), ...faultsOfCategories(type), ...faultsOfClocks(type), ...faultsOfFields(type), ...faultsOfTexts(type), ...faultsOfRates(type), ...faultsOfUpgrades(type)]
}

function faultsOfFields({ fields, urgencies, results }: CaseType): string[] {
  return [
    ...repeated(fields.map(f => f.key), 'field'), ...repeated(urgencies.map(u => u.key), 'urgency'), ...repeated(results.map(r => r.key), 'result'),
    ...fields.filter(f => f.input === 'choice' && !f.choices?.length).map(f => `field ${f.key} has no choices`),
    ...fields.filter(f => (f.input === 'directory') !== (f.directory !== undefined)).map(f => `field ${f.key} must name a directory if it is chosen from one, and only then`),
  ]
}

/** What must come first, or is kept apart for two people, can be done in this type and has a name by which the refusal calls it. */
function faultsOfOrder(type: CaseType): string[] {
  const order = Object.entries(type.before ?? {}) as [CaseEventKind, readonly CaseEventKind[]][] // its keys are kinds by its type
  const apart = (type.apart ?? []).flatMap(([one, other]) => [
    ...(one === other ? [`the move ${one} is kept apart from itself`] : []),
    ...[one, other].filter(kind => !type.names?.[kind]).map(kind => `the move ${kind} is kept apart from another and has no name here`),
    ...[one, other].filter(kind => kind !== 'received' && statesBefore(type, kind).length === 0).map(kind => `the move ${kind} is kept apart from another and can never be made`),
  ])
  return [...apart, ...order.flatMap(([move, first]) => first.flatMap(kind => [
    ...(type.names?.[kind] ? [] : [`the move ${kind} comes before ${move} and has no name here`]),
    ...(statesBefore(type, kind).length === 0 ? [`the move ${kind} comes before ${move} and can never be made`] : []),
  ]))]
}

function faultsOfTexts({ messages = [], letters = [] }: CaseType): string[] {
  const texts = [...messages.map(m => ({ of: `${m.on} to ${m.to}`, text: m.text })), ...letters.map(l => ({ of: `letter ${l.key}`, text: l.text }))]
  const places = (text: string) => [...text.matchAll(/\{(\w*)\}/g)].map(m => m[1] ?? '').toSorted()
  return [
    ...repeated(texts.map(t => t.of), 'text'),
    ...texts.flatMap(({ of, text }) => places(text.zh).filter(place => !placeholders.some(p => p === place)).map(place => `text ${of} has the unknown place {${place}}`)),
    ...texts.filter(({ text }) => places(text.zh).join() !== places(text.en).join()).map(({ of }) => `text ${of} has other places in Chinese than in English`),
  ]
}

function faultsOfRates({ rates }: CaseType): string[] {
  const off = (rates?.weights ?? []).filter(w => Math.abs(w.response + w.solution + w.satisfaction - 1) > 1e-9)
  return [...off.map(w => `the weights of ${w.from} do not add up to 1`), ...repeated(rates?.weights.map(w => w.from) ?? [], 'weights of'), ...repeated(rates?.exclusions.map(e => e.key) ?? [], 'exclusion')]
}

function faultsOfUpgrades({ upgrades = [], version, categories, urgencies }: CaseType): string[] {
  const keys = new Set(keysOf(categories))
  return upgrades.flatMap(upgrade => [
    ...(upgrade.from >= version ? [`an upgrade takes cases of version ${upgrade.from}, which is not earlier`] : []),
    ...Object.values(upgrade.categories ?? {}).filter(key => !keys.has(key)).map(key => `an upgrade leads to the unknown category ${key}`),
    ...Object.values(upgrade.urgencies ?? {}).filter(key => !urgencies.some(u => u.key === key)).map(key => `an upgrade leads to the unknown urgency ${key}`),
  ])
}

/** A sample of each kind of event, both outcomes where there are two: enough to walk the machine. */
const id = '00000000-0000-7000-8000-000000000000'
const sample: readonly CaseEvent[] = [
  { kind: 'refused', basis: '-', words: '-' }, { kind: 'filed' }, { kind: 'dispatched', lead: id, co: [], words: '' }, { kind: 'signed' }, { kind: 'returned', basis: '-', words: '-' }, { kind: 'arbitrated', lead: id, floor: false, words: '-' }, { kind: 'transferred', lead: id, words: '-' },
  { kind: 'answered', words: '-', result: '', evidence: [] }, { kind: 'checked', passed: true, words: '' }, { kind: 'checked', passed: false, words: '' }, { kind: 'closed' }, { kind: 'settled' }, { kind: 'reopened', words: '-', byReporter: true },
  { kind: 'called-back', reached: true, responded: true, solved: true, satisfied: true, rework: false, words: '' }, { kind: 'called-back', reached: true, responded: true, solved: false, satisfied: false, rework: true, words: '' },
  { kind: 'suspension-decided', granted: true, words: '' }, { kind: 'resumed', words: '' }, { kind: 'merged', into: id }, { kind: 'voided', reason: '-' },
]

/** Where a case of this type can go from a state. */
export function waysFrom(type: Pick<CaseType, 'may' | 'steps'>, state: CaseState): ReadonlySet<CaseState> {
  const ways = new Set<CaseState>()
  for (const event of sample) {
    if (!statesBefore(type, event.kind).includes(state)) continue
    const to = stateAfter(type, { state, resumesTo: 'handling' }, event)
    if (to !== state) ways.add(to)
  }
  return ways
}

/** Every state that a case of this type can come to. */
export function reachable(type: Pick<CaseType, 'may' | 'steps'>, from: CaseState = 'received'): ReadonlySet<CaseState> {
  const found = new Set<CaseState>([from])
  for (const state of found) for (const next of waysFrom(type, state)) found.add(next) // a Set iterates over what is added while it is walked
  return found
}

function faultsOfStates(type: CaseType): string[] {
  const states = reachable(type)
  const stuck = [...states].filter(state => !isEnd(state) && ![...reachable(type, state)].some(isEnd)).map(state => `a case that is ${state} can never come to an end`)
  const done = states.has('settled') ? [] : ['a case can never be settled']
  const idle = moveKinds.filter(kind => kind !== 'received' && statesBefore(type, kind).length > 0 && !statesBefore(type, kind).some(state => states.has(state))).map(kind => `the move ${kind} can never be made`)
  return [...stuck, ...done, ...idle]
}

function keysOf(categories: readonly Category[]): string[] {
  return categories.flatMap(category => [category.key, ...keysOf(category.below ?? [])])
}

function faultsOfCategories(type: CaseType): string[] {
  const urgencies = new Set(type.urgencies.map(u => u.key))
  const clocks = new Set(type.clocks.map(c => c.key))
  const walk = (category: Category, above: readonly Category[]): string[] => {
    const branch = [...above, category]
    const below = category.below ?? []
    return [
      ...(category.urgency !== undefined && !urgencies.has(category.urgency) ? [`category ${category.key} names the unknown urgency ${category.urgency}`] : []),
      ...Object.keys(category.limits ?? {}).filter(key => !clocks.has(key)).map(key => `category ${category.key} limits the unknown clock ${key}`),
      ...(below.length === 0 && !branch.some(c => c.unit) ? [`category ${category.key} has no unit that answers for it`] : []),
      ...below.flatMap(child => walk(child, branch)),
    ]
  }
  return [...repeated(keysOf(type.categories), 'category'), ...type.categories.flatMap(category => walk(category, []))]
}

function faultsOfClocks(type: CaseType): string[] {
  const urgencies = [...type.urgencies.map(u => u.key), '*']
  return [
    ...repeated(type.clocks.map(c => c.key), 'clock'),
    ...type.clocks.flatMap(clock => Object.keys(clock.limit).filter(key => !urgencies.includes(key)).map(key => `clock ${clock.key} names the unknown urgency ${key}`)),
    ...type.ladders.filter(ladder => !type.clocks.some(c => c.key === ladder.clock)).map(ladder => `a ladder names the unknown clock ${ladder.clock}`),
    ...type.ladders.filter(ladder => ladder.steps.length > 3).map(ladder => `the ladder of ${ladder.clock} has more than three steps`),
    ...type.ladders.filter(ladder => ladder.warnAt !== null && (ladder.warnAt <= 0 || ladder.warnAt >= 1)).map(ladder => `the warning of ${ladder.clock} must lie between 0 and 1 of the time`),
  ]
}

function repeated(keys: readonly string[], what: string): string[] {
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))].map(key => `${what} ${key} stands twice`)
}
