import { type Label } from '../../../../kernel/label.ts'
import { lightLabels } from '../../../../kernel/light.ts'
import { type Day } from '../../../../kernel/time.ts'
import { type PublicLine, type PublicSource, type Snapshot } from './publication.ts'

/** What a data set belongs to: the snapshot with its number in the year and the day on which it became public. */
export type Issued = { readonly snapshot: Snapshot; readonly number: number; readonly day: Day }

/** A column of the open data: its name never changes, its label says what it holds. The table, the file and the page that explains them are made from this one list. */
export type PublicField = { readonly name: string; readonly label: Label; readonly of: (line: PublicLine, issued: Issued) => string | number | null }

export const publicFields: readonly PublicField[] = [
  { name: 'district', label: { zh: '区的行政区划代码（GB/T 2260）', en: 'Area code of the district (GB/T 2260)' }, of: (_, i) => i.snapshot.district },
  { name: 'year', label: { zh: '计划年度', en: 'Plan year' }, of: (_, i) => i.snapshot.year },
  { name: 'issue', label: { zh: '当年第几期公布', en: 'Number of the publication in its year' }, of: (_, i) => i.number },
  { name: 'published_on', label: { zh: '公布日期', en: 'Day of publication' }, of: (_, i) => i.day },
  { name: 'as_of', label: { zh: '亮灯截至的日期', en: 'Day as of which lights were judged' }, of: (_, i) => i.snapshot.on },
  { name: 'key', label: { zh: '事项编号，各期不变', en: 'Key of the promise, the same in every publication' }, of: l => l.key },
  { name: 'kind', label: { zh: '类别：target 指标目标，commitment 任务', en: 'target (of an indicator) or commitment (a task)' }, of: l => l.kind },
  { name: 'indicator', label: { zh: '指标代码', en: 'Code of the indicator' }, of: l => l.code },
  { name: 'name_zh', label: { zh: '名称', en: 'Name, in Chinese' }, of: l => l.label.zh },
  { name: 'name_en', label: { zh: '英文名称', en: 'Name, in English where there is one' }, of: l => l.label.en },
  { name: 'owner', label: { zh: '责任单位', en: 'Unit that answers for it' }, of: l => l.owner },
  { name: 'place', label: { zh: '所属单位（不是全区时）', en: 'Unit whose target it is, where that is not the district' }, of: l => l.place },
  { name: 'target_words', label: { zh: '目标原话', en: 'The target in its own words' }, of: l => l.words },
  { name: 'operator', label: { zh: '比较方式：>= 不低于，<= 不高于，~ 左右，= 等于', en: 'How the target is meant: >= at least, <= at most, ~ about, = exactly' }, of: l => l.operator },
  { name: 'target', label: { zh: '目标值', en: 'Value of the target' }, of: l => l.target },
  { name: 'stretch', label: { zh: '力争值', en: 'Value striven for beside the target' }, of: l => l.stretch },
  { name: 'unit', label: { zh: '计量单位', en: 'Unit of measure' }, of: l => l.unit },
  { name: 'target_period', label: { zh: '目标时期或完成期限', en: 'Period of the target, or the day it is due' }, of: l => l.targetPeriod },
  { name: 'growth', label: { zh: '1 表示目标和数值是增速', en: '1 where target and figure are growth' }, of: l => (l.growth ? 1 : 0) },
  { name: 'figure', label: { zh: '数值', en: 'Figure' }, of: l => l.figure },
  { name: 'figure_period', label: { zh: '数值所属时期', en: 'Period the figure speaks of' }, of: l => l.period },
  { name: 'figure_as_of', label: { zh: '数值截至日期', en: 'Day up to which the figure speaks' }, of: l => l.asOf },
  { name: 'expected', label: { zh: '序时应达值', en: 'Where the figure should stand by then' }, of: l => l.expected },
  { name: 'gap_points', label: { zh: '与应达进度相差的百分点（负为落后）', en: 'Percentage points ahead (+) or behind (-)' }, of: l => l.gap },
  { name: 'light', label: { zh: '灯：on-pace、slipping、off-pace、done、not-judged', en: 'Light: on-pace, slipping, off-pace, done, not-judged' }, of: l => l.light },
  { name: 'light_zh', label: { zh: '灯的中文', en: 'Light, in Chinese' }, of: l => lightLabels[l.light].zh },
  { name: 'because_zh', label: { zh: '为什么是这个灯', en: 'Why it has this light, in Chinese' }, of: l => l.because.zh },
  { name: 'because_en', label: { zh: '为什么是这个灯（英文）', en: 'Why it has this light' }, of: l => l.because.en },
  { name: 'held_back', label: { zh: '1 表示数值未到公布时间', en: '1 where a figure is held back until its day' }, of: l => (l.heldBack ? 1 : 0) },
  { name: 'target_source', label: { zh: '目标出处', en: 'Where the target was said' }, of: l => sourceText(l.targetSource) },
  { name: 'target_source_day', label: { zh: '目标出处日期', en: 'Day on which the target was said' }, of: l => dayOfSource(l.targetSource) },
  { name: 'figure_source', label: { zh: '数值出处', en: 'Where the figure was said' }, of: l => sourceText(l.figureSource) },
  { name: 'figure_source_day', label: { zh: '数值出处日期', en: 'Day on which the figure was said' }, of: l => dayOfSource(l.figureSource) },
]

function sourceText(source: PublicSource | null): string | null {
  if (!source) return null
  switch (source.kind) {
    case 'paper': return source.section === '' ? source.title : `${source.title} ${source.section}`
    case 'reported': return '责任单位填报'
    case 'counted': return '由工单统计'
    case 'divided': return '由全区目标分解'
    case 'calculated': return '由已公布数值计算'
    case 'generated': return '演示生成，不是实际数据'
  }
}

function dayOfSource(source: PublicSource | null): Day | null {
  return source && 'day' in source ? source.day : null
}

/** The table of a publication: a head of names and a row for each promise. */
export function publicTable(issued: Issued): readonly (readonly (string | number | null)[])[] {
  return [publicFields.map(field => field.name), ...issued.snapshot.lines.map(line => publicFields.map(field => field.of(line, issued)))]
}
