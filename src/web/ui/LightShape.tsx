import { type Light, lightLabels } from '../../kernel/light.ts'
import { useLanguage } from '../language.tsx'
import { lightShapes } from './light-shapes.tsx'
import style from './LightShape.module.css'

/** A light as shape, word and colour, so that it can be told in black and white and by those who see no red. */
export function LightShape({ light }: { readonly light: Light }) {
  const { t } = useLanguage()
  return (
    <span className={`${style['light']} ${style[light]}`}>
      <svg className={style['shape']} viewBox="0 0 16 16" aria-hidden="true">{lightShapes[light]}</svg>
      <span>{t(lightLabels[light])}</span>
    </span>
  )
}

/** The shape alone, as part of a drawing; its words stand beside the drawing. */
export function LightGlyph({ light, x, y }: { readonly light: Light; readonly x: number; readonly y: number }) {
  return <g className={style[light]} transform={`translate(${x} ${y})`} aria-hidden="true">{lightShapes[light]}</g>
}
