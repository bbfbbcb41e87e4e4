import { type DivisionPage, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { type DivisionEvent } from '../../../../engines/plan/schema.ts'
import { dayText, instantText, numberText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { eventWords } from './division-words.ts'
import style from './division.module.css'

/** Everything that happened to an edition, newest first. */
export function DivisionHistory({ edition, page }: { readonly edition: DivisionRow; readonly page: DivisionPage }) {
  const { language, t } = useLanguage()
  const names = new Map(page.units.map(unit => [unit.id, unit.name]))
  const measure = page.line.unit
  return (
    <ol className={style['history']}>
      {edition.history.toReversed().map(({ seq, at, by, event }) => (
        <li key={seq}>
          <span className={style['aside']}>{instantText(at, language)}</span> <b>{t(eventWords[event.kind])}</b>{' '}
          {'unit' in event && <span lang="zh-CN">{names.get(event.unit) ?? ''} {numberText(event.value)}{measure}</span>} <span lang="zh-CN">{by}</span>
          <Why event={event} measure={measure} />
          {event.kind === 'enforced' && <span className={style['aside']}> {t({ zh: '自{day}起', en: 'from {day}' }, { day: dayText(event.on, language) })}</span>}
        </li>
      ))}
    </ol>
  )
}

function Why({ event, measure }: { readonly event: DivisionEvent; readonly measure: string }) {
  const { t } = useLanguage()
  const reason = 'reason' in event ? event.reason : null
  return (
    <>
      {reason && <span className={style['aside']}> {t({ zh: '理由：', en: 'Reason: ' })}<span lang="zh-CN">{reason}</span></span>}
      {event.kind === 'returned' && event.counter !== null && <span className={style['aside']}> {t({ zh: '建议{n}{unit}', en: 'proposes {n}{unit}' }, { n: numberText(event.counter), unit: measure })}</span>}
    </>
  )
}
