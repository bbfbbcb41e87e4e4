import { useSearchParams } from 'react-router'
import { gradeWords, noticeStands, standWords } from '../../../../engines/supervision/domain/notice-steps.ts'
import { type NoticeCounts } from '../../../../engines/supervision/notices/contract.ts'
import { Grade } from '../../../../engines/supervision/notices/schema.ts'
import { useLanguage } from '../../../language.tsx'
import style from './notices.module.css'

/** How many there are of each grade and at each of the eight steps; a number shows those that it counts, and pressed again all. */
export function Stands({ counts }: { readonly counts: NoticeCounts }) {
  const { t } = useLanguage()
  return (
    <div className={style['stands']}>
      <p className={style['finding']}>{t({ zh: '共{all}张，在办{open}张，其中{late}张到期没有反馈。', en: '{all} notices, {open} open; {late} were not answered in time.' }, { all: counts.all, open: counts.open, late: counts.late })}</p>
      <ul aria-label={t({ zh: '等级', en: 'Grades' })}>
        {Grade.options.map(grade => <li key={grade}><Count name="grade" value={grade} n={counts.grades[grade]} words={t(gradeWords[grade])} /></li>)}
        <li><Count name="late" value="true" n={counts.late} words={t({ zh: '逾期未反馈', en: 'Not answered in time' })} /></li>
      </ul>
      <ol aria-label={t({ zh: '走到哪一步', en: 'At which step' })}>
        {noticeStands.filter(stand => counts.stands[stand] > 0 || !['disputed', 'refused', 'void'].includes(stand)).map(stand => <li key={stand}><Count name="stand" value={stand} n={counts.stands[stand]} words={t(standWords[stand])} /></li>)}
      </ol>
    </div>
  )
}

function Count({ name, value, n, words }: { readonly name: string; readonly value: string; readonly n: number; readonly words: string }) {
  const [search, setSearch] = useSearchParams()
  const pressed = search.get(name) === value
  const press = () => setSearch(before => {
    const after = new URLSearchParams(before)
    if (pressed) after.delete(name)
    else after.set(name, value)
    return after
  }, { replace: true, preventScrollReset: true })
  return <button type="button" className={style['count']} aria-pressed={pressed} onClick={press}><b>{n}</b> <span>{words}</span></button>
}
