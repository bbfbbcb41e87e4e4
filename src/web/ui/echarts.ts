import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type ChartOption } from './chart-option.ts'

// Only what the charts of this product are made of. SVG prints sharp and can be read without WebGL.
use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

export function drawOn(place: HTMLElement, option: ChartOption): EChartsType {
  const chart = init(place, null, { renderer: 'svg' })
  chart.setOption(option)
  return chart
}
