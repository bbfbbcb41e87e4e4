import { type FindingKind, type FindingState } from '../../../../engines/documents/domain/finding.ts'
import { type Fact, type FactKind, type PartRole, type Repair, type Strength } from '../../../../engines/documents/schema.ts'
import { type Label } from '../../../../kernel/label.ts'

export const findingKinds = {
  fact: { zh: '数值与目标', en: 'Figures and targets' },
  promise: { zh: '无数字的承诺', en: 'Promises without a figure' },
  term: { zh: '名词解释', en: 'Words explained' },
} as const satisfies Record<FindingKind, Label>

export const findingStates = {
  open: { zh: '待核', en: 'Open' },
  accepted: { zh: '采纳', en: 'Accepted' },
  corrected: { zh: '更正', en: 'Corrected' },
  rejected: { zh: '剔除', en: 'Rejected' },
} as const satisfies Record<FindingState, Label>

export const doubtful: Label = { zh: '存疑', en: 'Doubtful' }

export const factKinds = {
  actual: { zh: '实绩', en: 'Result' },
  cumulative: { zh: '累计', en: 'Cumulative' },
  target: { zh: '目标', en: 'Target' },
  rank: { zh: '位次', en: 'Rank' },
  'since-baseline': { zh: '较基期', en: 'Since a base year' },
} as const satisfies Record<FactKind, Label>

/** How a fact, promise or term is marked in the list. */
export const promiseKind: Label = { zh: '承诺', en: 'Promise' }
export const termKind: Label = { zh: '名词', en: 'Word' }

export const operators = {
  '=': { zh: '等于', en: 'Exactly' },
  '>=': { zh: '不低于', en: 'At least' },
  '<=': { zh: '不高于', en: 'At most' },
  '~': { zh: '左右', en: 'About' },
  municipality: { zh: '以市下达为准', en: 'As the municipality sets it' },
  tied: { zh: '与另一指标挂钩', en: 'Tied to another indicator' },
  pending: { zh: '尚未公布', en: 'Not published yet' },
} as const satisfies Record<NonNullable<Fact['operator']>, Label>

export const strengths = {
  ensure: { zh: '确保', en: 'Ensure' },
  complete: { zh: '完成', en: 'Complete' },
  'at-least': { zh: '不少于', en: 'At least' },
  strive: { zh: '力争', en: 'Strive for' },
  advance: { zh: '推进', en: 'Advance' },
  explore: { zh: '探索', en: 'Explore' },
  plain: { zh: '一般表述', en: 'Plainly stated' },
} as const satisfies Record<Strength, Label>

export const partRoles = {
  front: { zh: '文首', en: 'Front' },
  results: { zh: '完成情况', en: 'Results' },
  problems: { zh: '困难问题', en: 'Difficulties' },
  outlook: { zh: '形势', en: 'Outlook' },
  targets: { zh: '目标', en: 'Targets' },
  tasks: { zh: '任务', en: 'Tasks' },
  'self-government': { zh: '政府自身建设', en: 'The government itself' },
  annex: { zh: '附件', en: 'Annex' },
  glossary: { zh: '名词解释', en: 'Glossary' },
  closing: { zh: '结尾', en: 'Closing' },
  unknown: { zh: '未归类', en: 'Not classed' },
} as const satisfies Record<PartRole, Label>

/** What was repaired on the way from the raw text to the sentences that were read. */
export const repairKinds = {
  'joined-line': { zh: '接回句中断行', en: 'Lines broken inside a sentence, joined' },
  'joined-over-page': { zh: '接回跨页断句', en: 'Sentences broken over a page, joined' },
  'page-number': { zh: '略过页码', en: 'Page numbers, skipped' },
  'page-furniture': { zh: '略过页眉页脚', en: 'Page headers and footers, skipped' },
  'web-furniture': { zh: '略过网页导航', en: 'Web navigation, skipped' },
  'footnote-mark': { zh: '分出脚注标号', en: 'Footnote marks stuck to words, set apart' },
  'footnote-text': { zh: '移出夹在句中的脚注', en: 'Footnotes amid sentences, moved out' },
  markdown: { zh: '略过排版符号', en: 'Typesetting signs, skipped' },
  'script-digit': { zh: '还原上下标数字', en: 'Raised and lowered digits, read as digits' },
  'full-width': { zh: '全角数字和符号按半角读', en: 'Full-width digits and signs, read as plain ones' },
  table: { zh: '按表格还原行列', en: 'Flattened tables, read as rows and columns' },
  'split-one-line': { zh: '全文一行，按标题分段', en: 'A paper on one line, divided at its headings' },
  'stray-space': { zh: '略过多余空格', en: 'Stray spaces, skipped' },
  'half-width': { zh: '中文间的半角标点按全角读', en: 'Half-width punctuation between Chinese words, read as full-width' },
  'character-form': { zh: '统一异体字形', en: 'Unusual forms of characters, read as the usual ones' },
} as const satisfies Record<Repair['kind'], Label>

/** Fields of facts, promises and terms as the form names them. */
export const fieldLabels: Readonly<Record<string, Label>> = {
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  period: { zh: '时期', en: 'Period' },
  value: { zh: '数值', en: 'Value' },
  upper: { zh: '区间上限', en: 'Upper end' },
  unit: { zh: '单位', en: 'Unit' },
  hedge: { zh: '修饰词', en: 'Hedge' },
  change: { zh: '增减', en: 'Change' },
  rank: { zh: '位次', en: 'Rank' },
  streak: { zh: '连续', en: 'Streak' },
  qualifier: { zh: '口径说明', en: 'Qualifier' },
  operator: { zh: '目标方式', en: 'How the target is set' },
  strength: { zh: '承诺力度', en: 'Strength' },
  verb: { zh: '动词', en: 'Verb' },
  reference: { zh: '参照', en: 'Reference' },
  object: { zh: '事项', en: 'Object' },
  word: { zh: '名词', en: 'Word' },
  meaning: { zh: '解释', en: 'Meaning' },
}
