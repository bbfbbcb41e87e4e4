import { type Station, StationKind, stationLabels } from '../../../../engines/documents/domain/threads/station.ts'
import { type ThreadKind } from '../../../../engines/documents/domain/threads/thread.ts'
import { type PaperKind } from '../../../../engines/documents/schema.ts'
import { type Label } from '../../../../kernel/label.ts'

export const threadKinds = {
  indicator: { zh: '指标', en: 'Indicator' },
  promise: { zh: '承诺', en: 'Promise' },
  project: { zh: '项目', en: 'Project' },
} as const satisfies Record<ThreadKind, Label>

/** What a paper is called at the head of its column. */
export const paperNames = {
  'work-report': { zh: '政府工作报告', en: 'Work report' },
  'plan-report': { zh: '计划报告', en: 'Plan report' },
  'half-year-report': { zh: '上半年报告', en: 'Half-year report' },
  'budget-report': { zh: '预算报告', en: 'Budget report' },
  'five-year-plan': { zh: '五年规划', en: 'Five-year plan' },
  other: { zh: '文件', en: 'Paper' },
} as const satisfies Record<PaperKind, Label>

/** A name for each station of a line that stands in the address: `2023-dropped`, the second of a kind `2023-promised-2`. */
export function stationKeys(line: readonly Station[]): string[] {
  const seen = new Map<string, number>()
  return line.map(({ year, kind }) => {
    const key = `${year}-${kind}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? key : `${key}-${times}`
  })
}

/** Stations by the paper in which they are seen, in the order of the papers; what no paper tells stands by its day. */
export function columnsOf(line: readonly Station[]): { readonly paper: string | null; readonly saidOn: string | null; readonly stations: readonly number[] }[] {
  const columns = new Map<string, { paper: string | null; saidOn: string | null; stations: number[] }>()
  line.forEach(({ paper, saidOn }, i) => {
    const key = paper ?? saidOn ?? ''
    const column = columns.get(key)
    if (column) column.stations.push(i)
    else columns.set(key, { paper, saidOn, stations: [i] })
  })
  return [...columns.values()].toSorted((a, b) => ((a.saidOn ?? '') < (b.saidOn ?? '') ? -1 : 1))
}

export const stationChoices = StationKind.options.map(kind => ({ kind, label: stationLabels[kind] }))
