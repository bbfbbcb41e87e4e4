import { type Label } from '../../../kernel/label.ts'
import { spanOf } from '../../../kernel/period.ts'
import { Day } from '../../../kernel/time.ts'
import { choice, fitting, names, number, text, type Column } from './sheet.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

export const natureWords = { binding: label('约束性', 'binding'), expected: label('预期性', 'expected') }
export const directionWords = { up: label('越高越好', 'up'), down: label('越低越好', 'down') }
export const frequencyWords = { day: label('日', 'day'), week: label('周', 'week'), month: label('月', 'month'), quarter: label('季', 'quarter'), 'half-year': label('半年', 'half-year'), year: label('年', 'year') }
export const kindWords = { flow: label('流量', 'flow'), stock: label('存量', 'stock'), rate: label('比率', 'rate') }
export const aggregationWords = { sum: label('求和', 'sum'), mean: label('平均', 'mean'), 'weighted-mean': label('加权平均', 'weighted mean'), last: label('期末值', 'last'), none: label('不汇总', 'none') }
export const vintageWords = { quick: label('快报数', 'quick'), first: label('初核数', 'first'), final: label('核定数', 'final'), published: label('公布数', 'published') }
export const statusWords = { draft: label('草稿', 'draft'), submitted: label('已报送', 'submitted'), approved: label('已审核', 'approved'), published: label('已发布', 'published') }
export const aspectWords = { level: label('总量', 'level'), growth: label('增速', 'growth') }
export const operatorWords = { '=': label('等于', 'equal to'), '>=': label('以上', 'at least'), '<=': label('不超过', 'at most'), '~': label('左右', 'about'), municipality: label('市下达', 'municipality'), tied: label('同步', 'tied'), pending: label('待定', 'pending') }
const yesNo = { yes: label('是', 'yes'), no: label('否', 'no') }

const code = fitting('code', label('指标代码', 'Code'), label('大写字母开头，由大写字母、数字和连字符组成', 'capital letters, digits and hyphens, beginning with a letter'), cell => (/^[A-Z][A-Z0-9-]{1,39}$/.test(cell) ? cell : undefined), true)

/** 指标台账: what an exported register shows and an imported one may bring. */
export const registerColumns = [
  code,
  text('name', label('指标名称', 'Name'), 120, true),
  text('nameEn', label('英文名称', 'English name'), 160),
  names('aliases', label('别名', 'Aliases'), 120),
  names('notNames', label('易混名称', 'Not to be confused with'), 120),
  text('unit', label('计量单位', 'Unit of measure'), 20, true),
  choice('nature', label('属性', 'Nature'), natureWords),
  choice('direction', label('方向', 'Direction'), directionWords),
  choice('frequency', label('频率', 'Frequency'), frequencyWords),
  choice('kind', label('类型', 'Kind'), kindWords),
  choice('aggregation', label('汇总方式', 'Aggregation'), aggregationWords),
  text('basis', label('口径', 'Basis'), 60),
  text('owner', label('责任单位', 'Owner'), 60),
  choice('embargoed', label('公布前保密', 'Held back until published'), yesNo, false),
] as const satisfies readonly Column[]

const period = fitting('period', label('时期', 'Period'), label('如 2023、2023H1、2023Q1、2023-05、2023M1-5', 'such as 2023, 2023H1, 2023Q1, 2023-05, 2023M1-5'), cell => (spanOf(cell) ? cell : undefined), true)
const day = (key: string, header: Label) => fitting(key, header, label('日期，如 2023-08-29', 'a date such as 2023-08-29'), cell => { const iso = cell.replaceAll('/', '-'); return Day.safeParse(iso).success && iso >= '1900-01-01' && iso <= '2100-12-31' ? iso : undefined })

/** 数值: one row a figure. */
export const figureColumns = [
  code,
  text('indicatorName', label('指标名称', 'Name'), 200),
  text('place', label('组织单位', 'Place'), 60),
  period,
  choice('vintage', label('数据阶段', 'Vintage'), vintageWords, false),
  text('basis', label('口径', 'Basis'), 60),
  number('value', label('数值', 'Value')),
  text('unit', label('计量单位', 'Unit of measure'), 20),
  text('hedge', label('修饰', 'Hedge'), 10),
  number('change', label('变动', 'Change')),
  text('changeUnit', label('变动单位', 'Unit of change'), 20),
  text('changeBase', label('变动基期', 'Base of change'), 60),
  text('rank', label('位次', 'Rank'), 60),
  text('qualifier', label('限定', 'Qualifier'), 120),
  day('saidOn', label('发布日期', 'Said on')),
  text('ground', label('依据', 'Ground'), 300),
  choice('status', label('状态', 'Status'), statusWords, false),
] as const satisfies readonly Column[]

/** 目标: what an export shows; targets are entered one by one, since each is a promise. */
export const targetHeaders: readonly Label[] = [
  label('指标代码', 'Code'), label('指标名称', 'Name'), label('组织单位', 'Place'), label('时期', 'Period'), label('方面', 'Aspect'), label('算符', 'Operator'), label('目标值', 'Value'), label('力争值', 'Stretch'),
  label('计量单位', 'Unit of measure'), label('属性', 'Nature'), label('表述', 'Words'), label('依据', 'Source'), label('表述日期', 'Said on'),
]
