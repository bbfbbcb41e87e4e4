import { type Light, lightLabels } from '../../kernel/light.ts'
import { useLanguage } from '../language.tsx'
import style from './LightShape.module.css'

/** ● on pace, ▲ slipping, ■ off pace, ✓ done, ○ not judged: drawn, because fonts draw these signs in different sizes. */
const shapes = {
  'on-pace': <circle cx="8" cy="8" r="6" fill="currentColor" />,
  slipping: <path d="M8 1.5 15 14.5H1Z" fill="currentColor" />,
  'off-pace': <rect x="2" y="2" width="12" height="12" fill="currentColor" />,
  done: <path d="m2 8.5 4.2 4.5L14 3.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  'not-judged': <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="2" />,
} as const satisfies Record<Light, React.ReactNode>

/** A light as shape, word and colour, so that it can be told in black and white and by those who see no red. */
export function LightShape({ light }: { readonly light: Light }) {
  const { t } = useLanguage()
  return (
    <span className={`${style['light']} ${style[light]}`}>
      <svg className={style['shape']} viewBox="0 0 16 16" aria-hidden="true">{shapes[light]}</svg>
      <span>{t(lightLabels[light])}</span>
    </span>
  )
}
