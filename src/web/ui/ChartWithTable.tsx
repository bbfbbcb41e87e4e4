import { type KeyboardEvent, lazy, Suspense, useId, useState } from 'react'
import { useLanguage } from '../language.tsx'
import { type ChartData } from './chart-data.ts'
import style from './ChartWithTable.module.css'
import { NumbersTable } from './NumbersTable.tsx'

// The drawing library is large; it comes when the first chart is on screen.
const ChartDrawing = lazy(async () => ({ default: (await import('./ChartDrawing.tsx')).ChartDrawing }))

type ChartWithTableProps = {
  /** The finding in words: what a reader should see in it. */
  readonly finding: string
  readonly data: ChartData
  /** Height of the drawing in pixels. */
  readonly height?: number
}

/** A chart whose caption is its finding, and the table of the same numbers one key (T) away. */
export function ChartWithTable({ finding, data, height = 260 }: ChartWithTableProps) {
  const { t } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const caption = useId()
  const hear = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setAsTable(!asTable)
  }
  return (
    <figure className={style['chart']} aria-labelledby={caption}>
      <div className={style['head']}>
        <figcaption id={caption}>{finding}</figcaption>
        <button type="button" className={`${style['switch']} unprinted`} aria-pressed={asTable} onClick={() => setAsTable(!asTable)} onKeyDown={hear}>
          {t(asTable ? { zh: '看图', en: 'Chart' } : { zh: '看表', en: 'Table' })} <kbd aria-hidden="true">T</kbd>
        </button>
      </div>
      {asTable
        ? <NumbersTable caption={finding} data={data} />
        : (
            <Suspense fallback={<div style={{ height }} />}>
              <ChartDrawing finding={finding} data={data} height={height} />
            </Suspense>
          )}
    </figure>
  )
}
