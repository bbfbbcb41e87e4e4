import { type BarSeriesOption, type LineSeriesOption } from 'echarts/charts'
import { type AriaComponentOption, type GridComponentOption, type LegendComponentOption, type TooltipComponentOption } from 'echarts/components'
import { type ComposeOption } from 'echarts/core'
import { type Language } from '../../kernel/label.ts'
import { numberText, unitText } from '../format.ts'
import { type Look } from '../theme.ts'
import { type ChartData, type Series } from './chart-data.ts'

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>

/** What ECharts draws for our chart data: inks and patterns, no animation, values beside the marks where there is room. */
export function optionOf(data: ChartData, look: Look, language: Language): ChartOption {
  const unit = unitText(data.series[0]?.unit ?? '', language)
  const names = { type: 'category' as const, data: [...data.categories], axisLine: { lineStyle: { color: look.edge } }, axisTick: { show: false }, axisLabel: { color: look.inkSoft, fontSize: 12 }, ...(data.kind === 'rows' && { inverse: true }) }
  const numbers = { type: 'value' as const, name: unit, nameTextStyle: { color: look.inkSoft, fontSize: 12, align: 'right' as const }, splitLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.inkSoft, fontSize: 12, formatter: (value: number) => numberText(value) } }
  const several = data.series.length > 1
  return {
    animation: false,
    color: inks(look),
    // Patterns tell bars apart in black and white; lines are told apart by their marks and dashes.
    aria: { enabled: true, decal: { show: several && data.kind !== 'line' } },
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 8, right: data.kind === 'rows' ? 48 : 24, top: several ? 40 : 28, bottom: 4, containLabel: true },
    ...(several && { legend: { top: 0, left: 0, itemWidth: 22, textStyle: { color: look.ink } } }),
    // Drawn as part of the SVG: a tooltip made of HTML would carry style attributes.
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, transitionDuration: 0, axisPointer: { type: data.kind === 'line' ? 'line' : 'shadow', animation: false }, valueFormatter: value => (typeof value === 'number' ? numberText(value) : '—') },
    xAxis: data.kind === 'rows' ? { ...numbers, name: '' } : names,
    yAxis: data.kind === 'rows' ? names : numbers,
    series: data.series.map((series, i) => (data.kind === 'line' ? lineOf(series, i, several) : barOf(series, data.kind === 'rows', several))),
  }
}

const inks = (look: Look) => [look.ink, '#7D8CA3', look.accent, '#B79A62']
const marks = ['circle', 'rect', 'triangle', 'diamond'] as const
const dashes = ['solid', 'dashed', 'dotted', 'solid'] as const

function lineOf(series: Series, i: number, several: boolean): LineSeriesOption {
  return {
    type: 'line',
    name: series.name,
    data: [...series.values],
    symbol: marks[i % marks.length] ?? 'circle',
    symbolSize: 7,
    lineStyle: { width: 2, type: dashes[i % dashes.length] ?? 'solid' },
    label: { show: !several && series.values.length <= 12, position: 'top', fontSize: 12, formatter: ({ value }) => (typeof value === 'number' ? numberText(value) : '') },
  }
}

function barOf(series: Series, lying: boolean, several: boolean): BarSeriesOption {
  return {
    type: 'bar',
    name: series.name,
    data: [...series.values],
    barMaxWidth: 28,
    label: { show: !several && series.values.length <= 20, position: lying ? 'right' : 'top', fontSize: 12, formatter: ({ value }) => (typeof value === 'number' ? numberText(value) : '') },
  }
}
