import { type PlanLine } from '../../../engines/plan/schema.ts'
import { useLanguage } from '../../language.tsx'
import style from './LineOutlook.module.css'

/** Under a target: where its year will end, by which method, and what its rest must bring. Nothing where the year is over. `reasons`: also why there is no forecast. */
export function LineOutlook({ line: { forecast, noForecast, rest, light }, reasons = false }: { readonly line: Pick<PlanLine, 'forecast' | 'noForecast' | 'rest' | 'light'>; readonly reasons?: boolean }) {
  const { t } = useLanguage()
  // What is done needs no forecast of whether it will be.
  if (light === 'done' || (!forecast && !rest && !(reasons && noForecast))) return null
  return (
    <div className={style['outlook']}>
      {forecast && <p><b>{t(forecast.words)}</b> {t({ zh: '按{by}', en: 'by {by}' }, { by: t(forecast.by) })}</p>}
      {!forecast && reasons && noForecast && <p>{t(noForecast)}</p>}
      {rest && <p>{t(rest.words)}</p>}
    </div>
  )
}
