import { type BarSeriesOption, type LineSeriesOption } from 'echarts/charts'
import { type AriaComponentOption, type GridComponentOption, type LegendComponentOption, type TooltipComponentOption } from 'echarts/components'
import { type ComposeOption } from 'echarts/core'
import { type Language } from '../../kernel/label.ts'
import { numberText, unitText } from '../format.ts'
import { fontFamily, type Look } from '../theme.ts'
import { type ChartData, type Series } from './chart-data.ts'

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>

/** What ECharts draws for our chart data: inks and patterns, no animation, values beside the marks where there is room. */
export function optionOf(data: ChartData, look: Look, language: Language): ChartOption {
  const small = { color: look.inkSoft, fontSize: 12 }
  const names = { type: 'category' as const, data: [...data.categories], axisLine: { lineStyle: { color: look.edge } }, axisTick: { show: false }, axisLabel: small, inverse: data.kind === 'rows' }
  const numbers = {
    type: 'value' as const,
    name: data.kind === 'rows' ? '' : unitText(data.series[0]?.unit ?? '', language),
    nameTextStyle: { ...small, align: 'left' as const },
    splitLine: { lineStyle: { color: look.line } },
    axisLabel: { ...small, formatter: (value: number) => numberText(value) },
    // Bars say how much and begin at nought; lines say which way and may begin where they are.
    scale: data.kind === 'line',
  }
  const several = data.series.length > 1
  return {
    animation: false,
    color: inks(look),
    // Patterns tell bars apart in black and white; lines are told apart by their marks and dashes.
    aria: { enabled: true, decal: { show: several && data.kind !== 'line' } },
    textStyle: { fontFamily },
    grid: { left: 8, right: data.kind === 'rows' ? 48 : 24, top: several ? 54 : 28, bottom: 4, containLabel: true },
    ...(several && { legend: { top: 0, left: 0, itemWidth: 22, itemGap: 20, textStyle: { color: look.ink } } }),
    // Drawn as part of the SVG: a tooltip made of HTML would carry style attributes.
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, transitionDuration: 0, axisPointer: { type: data.kind === 'line' ? 'line' : 'shadow', animation: false }, valueFormatter: value => (typeof value === 'number' ? numberText(value) : '—') },
    xAxis: data.kind === 'rows' ? numbers : names,
    yAxis: data.kind === 'rows' ? names : numbers,
    series: data.series.map((series, i) => (data.kind === 'line' ? lineOf(series, i, several) : barOf(series, data, several, look))),
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

function barOf(series: Series, { kind, marked }: ChartData, several: boolean, look: Look): BarSeriesOption {
  const lying = kind === 'rows'
  const standsOut = { color: look.accent, decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: look.surface } }
  return {
    type: 'bar',
    name: series.name,
    data: series.values.map((value, i) => (i === marked ? { value, itemStyle: standsOut } : value)),
    barMaxWidth: 28,
    label: { show: !several && series.values.length <= 20, position: lying ? 'right' : 'top', fontSize: 12, formatter: ({ value }) => (typeof value === 'number' ? numberText(value) : '') },
  }
}
