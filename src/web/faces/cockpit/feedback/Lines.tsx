import { Link } from 'react-router'
import { type FeedbackLine } from '../../../../engines/supervision/feedback/schema.ts'
import { feedbackKinds } from '../../../../engines/supervision/domain/feedback-words.ts'
import { type Label } from '../../../../kernel/label.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './feedback.module.css'

/** Lines of a page, numbered; each leads to where the program shows it. */
export function Lines({ lines, left, none }: { readonly lines: readonly FeedbackLine[]; readonly left: number; readonly none: Label }) {
  const { language, t } = useLanguage()
  if (lines.length === 0) return <p>{t(none)}</p>
  return (
    <>
      <ol>
        {lines.map((line, i) => {
          const own = line.title.zh === line.title.en ? { lang: 'zh-CN' } : {}
          return (
            <li key={`${line.kind} ${line.title.zh} ${line.page}`} className={style['line']}>
              <span className={style['number']}>{i + 1}</span>
              <span className={style['kind']}>{t(feedbackKinds[line.kind])}</span>
              <div>{line.page ? <Link to={line.page}><b {...own}>{t(line.title)}</b></Link> : <b {...own}>{t(line.title)}</b>}<p className={style['why']}>{t(line.why)}</p></div>
              <span>{line.light && <LightShape light={line.light} />}</span>
              <span className={style['ask']}>{line.ask && t(line.ask)}{line.until && <small>{t({ zh: '{day}前', en: 'by {day}' }, { day: dayText(line.until, language) })}</small>}</span>
            </li>
          )
        })}
      </ol>
      {left > 0 && <p className={style['note']}>{t({ zh: '另有{n}项没有列入。', en: '{n} more do not stand here.' }, { n: left })}</p>}
    </>
  )
}
