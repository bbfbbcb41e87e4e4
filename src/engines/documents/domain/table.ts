import { printNumber } from '../../../kernel/quantity.ts'
import { type Finding } from './finding.ts'

/** A cell of an exported table. */
export type Cell = string | number | null

const kinds = { fact: '事实', promise: '承诺', term: '名词' } as const
const states = { open: '待核', accepted: '采纳', corrected: '更正', rejected: '剔除' } as const
const factKinds = { actual: '结果', cumulative: '累计', target: '目标', rank: '位次', 'since-baseline': '较基期' } as const

export const tableHead = ['编号', '类型', '状态', '存疑', '名称', '性质', '时期', '数值', '上限', '单位', '修饰', '变动', '变动单位', '变动基准', '位次', '连续', '口径与说明', '约束', '用词', '参照', '章节', '起', '止', '把握', '更正过的字段', '核对人', '核对时间', '指标']

/** Findings as rows of a table, as they now stand. */
export function tableRows(findings: readonly Finding[]): Cell[][] {
  return findings.map(finding => {
    const { value } = finding
    const fact = 'rank' in value ? value : null
    const name = 'name' in value ? value.name : 'object' in value ? value.object : value.word
    const promise = 'object' in value ? value : null
    return [
      finding.key, kinds[finding.kind], states[finding.state], finding.doubtful ? '是' : '', name, fact ? factKinds[fact.kind] : '', fact?.period ?? promise?.period ?? '',
      fact?.value ?? null, fact?.upper ?? null, fact?.unit ?? '', fact?.hedge ?? '', fact?.change?.value ?? null, fact?.change?.unit ?? '', fact?.change?.base ?? '', fact?.rank ?? '', fact?.streak ?? '',
      fact?.qualifier ?? ('word' in value ? value.meaning : ''), fact?.operator ?? '', fact?.verb ?? promise?.verb ?? '', fact?.reference ?? '', finding.section ?? '', finding.start, finding.end, finding.certainty,
      finding.corrected.join(' '), finding.by ?? '', finding.at ?? '', finding.choice === null ? '' : finding.choice.kind === 'fact-only' ? '不入账' : finding.choice.code,
    ]
  })
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
