import { type ReactNode } from 'react'
import { type Label } from '../../kernel/label.ts'
import { noNumber, quantityText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import style from './PaceBar.module.css'
import { scaleOfPace } from './pace-scale.ts'

type PaceBarProps = {
  /** What the pace is of, for those who hear it. */
  readonly of: string
  /** Unit of measure of all the numbers: 个, %, 亿元. */
  readonly unit: string
  readonly actual: number | null
  /** The floor, where floor and stretch stand together. */
  readonly target: number | null
  readonly stretch?: number | null
  /** Where the actual should stand today. */
  readonly expected?: number | null
}

const names = {
  actual: { zh: '实际', en: 'Actual' },
  expected: { zh: '序时应达', en: 'Expected today' },
  target: { zh: '目标', en: 'Target' },
  floor: { zh: '底线', en: 'Floor' },
  stretch: { zh: '力争', en: 'Stretch' },
} as const satisfies Record<string, Label>

type Mark = { readonly name: keyof typeof names; readonly value: number | null }

/** Target, actual and what is expected today on one line, each with its name and number below. Drawn in ink: lights are for lights. */
export function PaceBar({ of, unit, actual, target, stretch = null, expected = null }: PaceBarProps) {
  const { language, t } = useLanguage()
  const text = (value: number | null) => (value === null ? noNumber : quantityText({ value, unit }, language))
  const { at, zero } = scaleOfPace([actual, target, stretch, expected])
  const marks: Mark[] = [
    { name: 'actual', value: actual },
    ...(expected === null ? [] : [{ name: 'expected' as const, value: expected }]),
    { name: stretch === null ? 'target' : 'floor', value: target },
    ...(stretch === null ? [] : [{ name: 'stretch' as const, value: stretch }]),
  ]
  const spoken = `${of}: ${marks.map(mark => `${t(names[mark.name])} ${text(mark.value)}`).join(', ')}`
  return (
    <div className={style['pace']}>
      <svg className={style['bar']} role="img" aria-label={spoken}>
        <rect className={style['track']} x="0" y="7" width="100%" height="8" />
        {actual !== null && <rect className={style['done']} x={`${Math.min(zero, at(actual))}%`} y="7" width={`${Math.abs(at(actual) - zero)}%`} height="8" />}
        {zero > 0 && <line className={style['zero']} x1={`${zero}%`} x2={`${zero}%`} y1="4" y2="18" />}
        {marks.map(({ name, value }) => value !== null && name !== 'actual' && (
          // A nested svg moves the mark to its place in per cent while its drawing stays in pixels.
          <svg key={name} x={`${at(value)}%`} overflow="visible">{drawings[name]}</svg>
        ))}
      </svg>
      <ul className={style['legend']} aria-hidden="true">
        {marks.map(({ name, value }) => (
          <li key={name}>
            <svg className={style['key']} viewBox="-6 0 12 22">{drawings[name]}</svg>
            <span>{t(names[name])}</span> <b>{text(value)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One drawing each, the same in the bar and in the legend; told apart by shape. 0,0 is the mark's place, 22 the bar's height. */
const drawings = {
  actual: <rect className={style['done']} x="-5" y="7" width="10" height="8" />,
  expected: <path className={style['expected']} d="M-5 0H5L0 7ZM0 7V16" />,
  target: <line className={style['target']} x1="0" x2="0" y1="2" y2="20" />,
  floor: <line className={style['target']} x1="0" x2="0" y1="2" y2="20" />,
  stretch: <line className={style['stretch']} x1="0" x2="0" y1="2" y2="20" />,
} as const satisfies Record<keyof typeof names, ReactNode>
