import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import style from './targets.module.css'
import { TargetRow } from './TargetRow.tsx'

/** What was promised, the newest period first. The year that the address names is unfolded; without one the newest. */
export function TargetsPanel({ page }: { readonly page: IndicatorPage }) {
  const { t } = useLanguage()
  const [year, setYear] = useUrlState('year')
  const { targets, indicator } = page
  const yearOf = (period: string) => (spanOf(period)?.to ?? period).slice(0, 4)
  const open = year !== '' ? year : yearOf(targets[0]?.period ?? '')
  return (
    <Panel title={t({ zh: '目标', en: 'Targets' })}>
      {targets.length === 0
        ? <p className={style['none']}>{t({ zh: '还没有目标。目标来自采纳的文件，也可由计划员录入。', en: 'No targets yet. They come with accepted papers, and a planner may enter them.' })}</p>
        : (
            <ol>
              {targets.map(target => (
                <TargetRow key={target.id} target={target} page={page} open={yearOf(target.period) === open} onOpen={() => setYear(yearOf(target.period))} />
              ))}
            </ol>
          )}
      {year !== '' && targets.length > 0 && !targets.some(target => yearOf(target.period) === year) && <p className={style['none']}>{t({ zh: '{name}没有{year}年的目标。', en: '{name} has no target for {year}.' }, { name: t(indicator.name), year })}</p>}
    </Panel>
  )
}
