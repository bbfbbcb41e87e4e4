import { type Label, type Language } from '../../../kernel/label.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type Fact } from '../schema.ts'
import { type Finding } from './finding.ts'

/** A cell of an exported table. */
export type Cell = string | number | null

const kinds = { fact: { zh: '事实', en: 'fact' }, promise: { zh: '承诺', en: 'promise' }, term: { zh: '名词', en: 'term' } } as const satisfies Record<Finding['kind'], Label>
const states = { open: { zh: '待核', en: 'open' }, accepted: { zh: '采纳', en: 'accepted' }, corrected: { zh: '更正', en: 'corrected' }, rejected: { zh: '剔除', en: 'rejected' } } as const satisfies Record<Finding['state'], Label>
const factKinds = {
  actual: { zh: '结果', en: 'result' }, cumulative: { zh: '累计', en: 'running total' }, target: { zh: '目标', en: 'target' }, rank: { zh: '位次', en: 'rank' }, 'since-baseline': { zh: '较基期', en: 'since a base year' },
} as const satisfies Record<Fact['kind'], Label>
const yes: Label = { zh: '是', en: 'yes' }, notEntered: Label = { zh: '不入账', en: 'not entered' }

const head: readonly Label[] = [
  { zh: '编号', en: 'Key' }, { zh: '类型', en: 'Type' }, { zh: '状态', en: 'State' }, { zh: '存疑', en: 'Doubtful' }, { zh: '名称', en: 'Name' }, { zh: '性质', en: 'Kind' }, { zh: '时期', en: 'Period' },
  { zh: '数值', en: 'Value' }, { zh: '上限', en: 'Upper end' }, { zh: '单位', en: 'Unit' }, { zh: '修饰', en: 'Hedge' }, { zh: '变动', en: 'Change' }, { zh: '变动单位', en: 'Unit of change' }, { zh: '变动基准', en: 'Base of change' },
  { zh: '位次', en: 'Rank' }, { zh: '连续', en: 'Streak' }, { zh: '口径与说明', en: 'Basis and notes' }, { zh: '约束', en: 'Operator' }, { zh: '用词', en: 'Verb' }, { zh: '参照', en: 'Reference' }, { zh: '章节', en: 'Section' },
  { zh: '起', en: 'Start' }, { zh: '止', en: 'End' }, { zh: '把握', en: 'Certainty' }, { zh: '更正过的字段', en: 'Corrected fields' }, { zh: '核对人', en: 'Decided by' }, { zh: '核对时间', en: 'Decided at' }, { zh: '指标', en: 'Indicator' },
]

/** Findings as a table with its head, as they now stand. */
export function tableRows(findings: readonly Finding[], language: Language): Cell[][] {
  return [head.map(label => label[language]), ...findings.map(finding => rowOf(finding, language))]
}

function rowOf(finding: Finding, language: Language): Cell[] {
  const { value } = finding
  const fact = 'rank' in value ? value : null
  const promise = 'object' in value ? value : null
  const name = 'name' in value ? value.name : 'object' in value ? value.object : value.word
  return [
    finding.key, kinds[finding.kind][language], states[finding.state][language], finding.doubtful ? yes[language] : '', name, fact ? factKinds[fact.kind][language] : '', fact?.period ?? promise?.period ?? '',
    fact?.value ?? null, fact?.upper ?? null, fact?.unit ?? '', fact?.hedge ?? '', fact?.change?.value ?? null, fact?.change?.unit ?? '', fact?.change?.base ?? '', fact?.rank ?? '', fact?.streak ?? '',
    fact?.qualifier ?? ('word' in value ? value.meaning : ''), fact?.operator ?? '', fact?.verb ?? promise?.verb ?? '', fact?.reference ?? '', finding.section ?? '', finding.start, finding.end, finding.certainty,
    finding.corrected.join(' '), finding.by ?? '', finding.at ?? '', finding.choice === null ? '' : finding.choice.kind === 'fact-only' ? notEntered[language] : finding.choice.code,
  ]
}

/** A table as CSV (RFC 4180) that Excel opens as UTF-8. Text that a spreadsheet would run as a formula gets an apostrophe. */
export function csvFrom(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string => {
    if (value === null) return ''
    if (typeof value === 'number') return printNumber(value, 6)
    const safe = safeText(value)
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\uFEFF${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Text of a paper must not become a formula on the desk of whoever opens the export. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
