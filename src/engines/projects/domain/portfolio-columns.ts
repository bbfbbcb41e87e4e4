import { type Label, type Language } from '../../../kernel/label.ts'
import { lightLabels } from '../../../kernel/light.ts'
import { type ProjectRow } from '../contract.ts'
import { type ProjectRules } from '../schema.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** In which language a table speaks, and the district's words for phases, kinds and lists. */
export type Speaking = { readonly language: Language; readonly rules: Pick<ProjectRules, 'phases' | 'kinds' | 'lists'> }

type Column = { readonly key: string; readonly header: Label; readonly cell: (row: ProjectRow, speaking: Speaking) => string | number | null }

const yes = { zh: '是', en: 'yes' }
const named = (of: readonly { readonly key: string; readonly name: Label }[], key: string, language: Language) => of.find(one => one.key === key)?.name[language] ?? key
const hundredths = (share: number) => Math.round(share * 10_000) / 100

/** The columns of the portfolio as a table: text, numbers, and nothing where nothing is known. Money in 10 000 yuan, shares in per cent, leads in points. */
export const portfolioColumns: readonly Column[] = [
  { key: 'code', header: label('项目编号', 'Code'), cell: row => row.code },
  { key: 'name', header: label('项目名称', 'Name'), cell: row => row.name },
  { key: 'kind', header: label('类型', 'Kind'), cell: (row, { language, rules }) => named(rules.kinds, row.of, language) },
  { key: 'phase', header: label('阶段', 'Phase'), cell: (row, { language, rules }) => rules.phases[row.phase][language] },
  { key: 'lists', header: label('所在清单', 'Lists'), cell: (row, { language, rules }) => row.lists.map(list => named(rules.lists, list, language)).join(language === 'zh' ? '、' : ', ') || null },
  { key: 'owner', header: label('业主单位', 'Owner'), cell: row => row.owner.name },
  { key: 'leader', header: label('挂点领导', 'Leader'), cell: row => row.leader },
  { key: 'place', header: label('所在单位', 'Place'), cell: row => row.place.unit?.name ?? null },
  { key: 'lng', header: label('经度', 'Longitude'), cell: row => row.place.point?.lng ?? null },
  { key: 'lat', header: label('纬度', 'Latitude'), cell: row => row.place.point?.lat ?? null },
  { key: 'total', header: label('总投资（万元）', 'Total investment (10,000 yuan)'), cell: row => row.total },
  { key: 'planned', header: label('年度计划（万元）', "The year's plan (10,000 yuan)"), cell: row => row.planned },
  { key: 'due', header: label('应完成（万元）', 'Due (10,000 yuan)'), cell: row => row.due },
  { key: 'done', header: label('已完成（万元）', 'Done (10,000 yuan)'), cell: row => (row.planned === null && row.done === 0 ? null : row.done) },
  { key: 'completion', header: label('年度计划完成率（%）', "Share of the year's plan done (%)"), cell: row => (row.planned ? hundredths(row.done / row.planned) : null) },
  { key: 'lead', header: label('超前或滞后（百分点）', 'Ahead or behind (points)'), cell: row => row.lead },
  { key: 'light', header: label('亮灯', 'Light'), cell: (row, { language }) => lightLabels[row.light][language] },
  { key: 'computed', header: label('系统评灯', 'Light as computed'), cell: (row, { language }) => lightLabels[row.computed][language] },
  { key: 'overridden', header: label('人工调灯', 'Overridden'), cell: (row, { language }) => (row.overridden ? yes[language] : null) },
  { key: 'because', header: label('评灯理由', 'Why'), cell: (row, { language }) => row.because[language] },
  { key: 'nodes', header: label('节点数', 'Nodes'), cell: row => row.nodes.all },
  { key: 'reached', header: label('已完成节点', 'Nodes reached'), cell: row => row.nodes.reached },
  { key: 'late', header: label('逾期节点', 'Nodes late'), cell: row => row.nodes.late },
  { key: 'blockers', header: label('未解决堵点', 'Open blockers'), cell: row => row.blockers.open },
  { key: 'blockedSince', header: label('最早堵点提出日期', 'Blocked since'), cell: row => row.blockers.oldest },
  { key: 'generated', header: label('演示生成', 'Generated'), cell: (row, { language }) => (row.generated ? yes[language] : null) },
]

/** The table: its headers, then a line for each project. */
export function portfolioTable(rows: readonly ProjectRow[], speaking: Speaking): readonly (readonly (string | number | null)[])[] {
  return [portfolioColumns.map(column => column.header[speaking.language]), ...rows.map(row => portfolioColumns.map(column => column.cell(row, speaking)))]
}
