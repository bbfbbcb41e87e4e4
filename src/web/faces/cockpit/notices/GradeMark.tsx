import { gradeWords } from '../../../../engines/supervision/domain/notice-steps.ts'
import { type Grade } from '../../../../engines/supervision/notices/schema.ts'
import { useLanguage } from '../../../language.tsx'
import style from './notices.module.css'

/** The grade of a notice in words, with as many bars as it is high. */
export function GradeMark({ grade }: { readonly grade: Grade }) {
  const { t } = useLanguage()
  const high = { blue: 1, orange: 2, red: 3 }[grade]
  return (
    <span className={style['grade']}>
      <svg viewBox="0 0 14 12" aria-hidden="true">{[0, 1, 2].map(i => <rect key={i} className={i < high ? style['full'] : style['hollow']} x={i * 5 + 0.5} y={8 - i * 3.5} width="3" height={3.5 + i * 3.5} />)}</svg>
      {t(gradeWords[grade])}
    </span>
  )
}
