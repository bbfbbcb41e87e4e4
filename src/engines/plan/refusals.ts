import { type RefusalTable } from '../refusal-table.ts'

export const refusals = {
  'kind-below': { status: 422, zh: '不能挂在“{parent}”之下：章下设任务，任务下设举措。未作改动。', en: 'It cannot stand under “{parent}”: tasks stand under chapters, measures under tasks. Nothing was changed.' },
  'other-year': { status: 422, zh: '上级事项属于{year}年，不能跨年度挂接。未作改动。', en: 'What it should stand under belongs to {year}. Nothing was changed.' },
  'measured-by-figures': { status: 422, zh: '“{title}”由指标数值衡量，不必也不能手工填报进展。请填报相应指标的数值。', en: '“{title}” is measured by figures; its progress is not entered by hand. Enter the figure instead.' },
  'day-not-come': { status: 422, zh: '{day}尚未到来，不能填报那一天的进展。', en: '{day} has not come yet; progress cannot be entered for it.' },
  'from-a-paper': { status: 422, zh: '“{title}”来自已采纳的文件。如需删除，请撤回该文件。', en: '“{title}” came from an accepted paper. Retract that paper to remove it.' },
  'not-empty': { status: 422, zh: '“{title}”已有进展或下级事项（{below}项），不能删除。', en: '“{title}” has progress or {below} things below it and cannot be removed.' },
  'parent-below-itself': { status: 422, zh: '不能移到自己的下级之下。未作改动。', en: 'It cannot be moved below itself. Nothing was changed.' },
} as const satisfies RefusalTable
