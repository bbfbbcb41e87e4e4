import { type FrontMatter } from '../../../../engines/documents/schema.ts'
import { type Label } from '../../../../kernel/label.ts'

export type FrontMatterField = Exclude<keyof FrontMatter, 'inferred'>

/** The fields at the head of a paper, in the order of the form. */
export const frontMatterFields: readonly { readonly name: FrontMatterField; readonly label: Label; readonly hint?: Label }[] = [
  { name: 'title', label: { zh: '标题', en: 'Title' } },
  { name: 'kind', label: { zh: '种类', en: 'Kind' } },
  { name: 'year', label: { zh: '年度', en: 'Year' }, hint: { zh: '文件为哪一年作安排。', en: 'The year that the paper plans for.' } },
  { name: 'date', label: { zh: '日期', en: 'Date' }, hint: { zh: '报告作出或印发的日期。', en: 'The day on which it was given or issued.' } },
  { name: 'resultsPeriod', label: { zh: '完成情况所述时期', en: 'Period of the results' }, hint: { zh: '例如 2022、2023H1。', en: 'Such as 2022 or 2023H1.' } },
  { name: 'planPeriod', label: { zh: '工作安排所述时期', en: 'Period of the plan' }, hint: { zh: '例如 2023、2021-2025。', en: 'Such as 2023 or 2021-2025.' } },
  { name: 'district', label: { zh: '地区', en: 'District' } },
  { name: 'body', label: { zh: '作报告的机关', en: 'Body' } },
  { name: 'session', label: { zh: '会议', en: 'Session' } },
  { name: 'speaker', label: { zh: '报告人', en: 'Speaker' } },
]

/** Names of fields in a sentence: 标题、日期. */
export function fieldNames(names: readonly string[]): Label {
  const labels = names.map(name => frontMatterFields.find(field => field.name === name)?.label ?? { zh: name, en: name })
  return { zh: labels.map(label => label.zh).join('、'), en: labels.map(label => label.en.toLowerCase()).join(', ') }
}
