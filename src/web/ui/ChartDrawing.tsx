import { useEffect, useRef } from 'react'
import { useLanguage } from '../language.tsx'
import { lightLook } from '../theme.ts'
import { type ChartData } from './chart-data.ts'
import { optionOf } from './chart-option.ts'
import { drawOn } from './echarts.ts'

/** Width of the text on A4 with the margins of base.css, in CSS pixels. */
const paperWidth = 700

/** The drawing itself, in SVG, redrawn when its place changes width. Read it in the table: to a screen reader it is one picture with its finding. */
export function ChartDrawing({ finding, data, height }: { readonly finding: string; readonly data: ChartData; readonly height: number }) {
  const { language } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return undefined
    const chart = drawOn(place.current, optionOf(data, lightLook, language))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current)
    // On paper the column is narrower than on most screens, and nothing tells the chart so in time.
    const shrink = () => chart.resize({ width: Math.min(place.current?.clientWidth ?? paperWidth, paperWidth) })
    const restore = () => chart.resize({ width: 'auto' })
    addEventListener('beforeprint', shrink)
    addEventListener('afterprint', restore)
    return () => {
      removeEventListener('beforeprint', shrink)
      removeEventListener('afterprint', restore)
      watch.disconnect()
      chart.dispose()
    }
  }, [data, language])
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the drawing is made inside by a script, which an img cannot hold
  return <div ref={place} role="img" aria-label={finding} style={{ height }} />
}
