import { type CaseEvent } from '../../../../../engines/cases/schema.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Due } from '../../../../parts/cases/Due.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'
import { type Opened } from './use-case.ts'

/** The co-units, each with its deadline until it has answered and with its answer afterwards. */
export function CoUnits({ opened: { view, present } }: { readonly opened: Opened }) {
  const { language, t } = useLanguage()
  if (present.co.length === 0) return null
  const answerOf = (unit: string): Extract<CaseEvent, { kind: 'co-answered' }> | null => {
    const event = view.events.findLast(one => one.event.kind === 'co-answered' && one.event.unit === unit)?.event
    return event?.kind === 'co-answered' ? event : null
  }
  return (
    <Panel title={t({ zh: '协办单位', en: 'Co-units' })}>
      <ul className={style['rows']}>
        {present.co.map(co => {
          const clock = view.clocks.findLast(one => one.unit === co.unit)
          return (
            <li key={co.unit}>
              <p><b lang="zh-CN">{view.names[co.unit] ?? '—'}</b> {co.answeredAt ? <span className={style['small']}>{t({ zh: '{at}答复', en: 'answered {at}' }, { at: instantText(co.answeredAt, language) })}</span> : <Due deadline={clock ? { at: clock.dueAt, unit: clock.limit.unit, known: clock.known, paused: clock.paused } : null} />}</p>
              {co.answeredAt && <p className={style['words']} lang="zh-CN">{answerOf(co.unit)?.words}</p>}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
