import { type Label, type Language } from '../kernel/label.ts'
import { systemGroups, type System } from './catalogue.ts'
import { type Pack } from './pack.ts'

/** A pack's claim to carry a system, with its proof. */
type Carrier = {
  readonly pack: string
  readonly packName: Label
  /** Name of the worked example that proves it. */
  readonly example: Label
  /** Path of the page on which it is seen. */
  readonly page: string
  /** Which part of the system works, where not all of it does. */
  readonly extent: Label | null
}

type SystemState = 'there' | 'partly' | 'not-yet'

type SystemLine = System & { readonly state: SystemState; readonly carriers: readonly Carrier[] }

export type SystemsReport = { readonly counts: Readonly<Record<SystemState, number>>; readonly lines: readonly SystemLine[] }

export const systemStates = {
  there: { zh: '已有', en: 'There' },
  partly: { zh: '部分已有', en: 'Partly' },
  'not-yet': { zh: '尚未实现', en: 'Not there yet' },
} as const satisfies Record<SystemState, Label>

/** For each system of the catalogue: which pack carries it, proved by which example, seen on which page. A claim whose example the pack lacks counts for nothing. */
export function systemsReport(packs: readonly Pack[], catalogue: readonly System[]): SystemsReport {
  const lines = catalogue.map((system): SystemLine => {
    const carriers = packs.flatMap(pack => carriersIn(pack, system))
    return { ...system, carriers, state: stateOf(carriers) }
  })
  const count = (state: SystemState) => lines.filter(line => line.state === state).length
  return { counts: { there: count('there'), partly: count('partly'), 'not-yet': count('not-yet') }, lines }
}

function carriersIn(pack: Pack, system: System): readonly Carrier[] {
  return pack.systems.filter(claim => claim.id === system.id).flatMap(claim => {
    const example = pack.examples.find(e => e.name.zh === claim.example)
    return example ? [{ pack: pack.id, packName: pack.name, example: example.name, page: claim.page, extent: claim.extent ?? null }] : []
  })
}

function stateOf(carriers: readonly Carrier[]): SystemState {
  if (carriers.length === 0) return 'not-yet'
  return carriers.some(carrier => carrier.extent === null) ? 'there' : 'partly'
}

/** The report as a plain table for a terminal: one system a line, the carriers of a carried one indented below it. */
export function printSystems(report: SystemsReport, language: Language): string {
  const states = ['there', 'partly', 'not-yet'] as const
  const head = states.map(state => `${systemStates[state][language]} ${report.counts[state]}`).join(' · ')
  const groups = [...new Set(report.lines.map(line => line.group))]
  return [
    `${head} / ${report.lines.length}`,
    ...groups.flatMap(group => ['', `${group} ${systemGroups[group][language]}`, ...report.lines.filter(line => line.group === group).flatMap(line => printLine(line, language))]),
    '',
  ].join('\n')
}

function printLine(line: SystemLine, language: Language): readonly string[] {
  return [
    `  ${line.id}  ${line.name[language]}  —  ${systemStates[line.state][language]}`,
    ...line.carriers.map(c => `        ${c.packName[language]} (${c.pack})  ${c.page}  ${c.example[language]}${c.extent ? `  [${c.extent[language]}]` : ''}`),
  ]
}
