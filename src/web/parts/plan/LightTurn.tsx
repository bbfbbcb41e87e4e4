import { type LightChange } from '../../../engines/plan/schema.ts'
import { useLanguage } from '../../language.tsx'
import { LightShape } from '../../ui/LightShape.tsx'
import style from './LightTurn.module.css'

/** From which light to which. */
export function LightTurn({ change }: { readonly change: Pick<LightChange, 'from' | 'to'> }) {
  const { t } = useLanguage()
  return (
    <span className={style['turn']}>
      <LightShape light={change.from} />
      <span aria-hidden="true">→</span><span className="unseen">{t({ zh: '变为', en: 'turned' })}</span>
      <LightShape light={change.to} />
    </span>
  )
}
