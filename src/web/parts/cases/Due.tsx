import { type Deadline, dueWords, endsWithDay } from '../../../engines/cases/domain/words.ts'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import { dayText, instantText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { now as thisMoment } from '../../today.ts'
import style from './cases.module.css'
import { dueShapes } from './due-shapes.tsx'

/**
 * A deadline (办结时限) as what is left of it in its own kind of time and as the instant of its end. `null`: no clock runs.
 * `now` is given where a page has a moment of its own, a server-rendered one above all.
 */
export function Due({ deadline, now = thisMoment(), brief = false }: { readonly deadline: Deadline | null; readonly now?: Instant; /** Without the instant: in narrow columns. */ readonly brief?: boolean }) {
  const { language, t } = useLanguage()
  if (!deadline) return <span className={style['none']}>{t({ zh: '不计时', en: 'No clock runs' })}</span>
  const { level, words } = dueWords(deadline, now)
  const end = endsWithDay(deadline.at) ? t({ zh: '{day}内', en: 'by the end of {day}' }, { day: dayText(dayOf(deadline.at), language) }) : t({ zh: '{at}前', en: 'by {at}' }, { at: instantText(deadline.at, language) })
  return (
    <span className={`${style['due']} ${style[level]}`}>
      <svg className={style['shape']} viewBox="0 0 16 16" aria-hidden="true">{dueShapes[level]}</svg>
      <b>{t(words)}</b>
      {!brief && level !== 'paused' && <time dateTime={deadline.at}>{end}</time>}
      {deadline.known === false && <small>{t({ zh: '次年放假安排未公布，以公布后为准', en: 'holidays of that year are not published yet' })}</small>}
    </span>
  )
}
