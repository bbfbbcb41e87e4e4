import { type Light as LightName, lightLabels } from '../../../kernel/light.ts'
import { lightShapes } from '../../ui/light-shapes.tsx'
import { useFrame } from './frame.tsx'

/** A light as shape, word and colour. */
export function Light({ light }: { readonly light: LightName }) {
  const { t } = useFrame()
  return (
    <span className={`light ${light}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">{lightShapes[light]}</svg>
      {t(lightLabels[light])}
    </span>
  )
}
