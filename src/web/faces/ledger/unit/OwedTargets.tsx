import { type PlanLine } from '../../../../engines/plan/schema.ts'
import { Link } from 'react-router'
import { periodText, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { pageOfLine } from '../../../parts/plan/line-words.ts'
import style from './unit.module.css'

/** Targets that are the unit's own and no part of a wider one. */
export function OwedTargets({ lines }: { readonly lines: readonly PlanLine[] }) {
  const { language, t } = useLanguage()
  return (
    <ul className={style['parts']}>
      {lines.map(line => (
        <li key={line.id} className={style['part']}>
          <div className={style['row']}>
            <h3><Link to={pageOfLine(line)}>{t(line.label)}</Link></h3>
            <LineTarget line={line} />
            <span><LineFigure line={line} /> {line.period && <small className={style['aside']}>{periodText(line.period, language)}</small>}</span>
            <span>{t({ zh: '差距', en: 'gap' })} {signedText(line.gap)}</span>
            <LineLight line={line} />
          </div>
        </li>
      ))}
    </ul>
  )
}
