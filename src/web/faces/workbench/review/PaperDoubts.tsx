import { Button } from 'antd'
import { useLanguage } from '../../../language.tsx'
import { useReview } from './review-context.ts'
import style from './findings.module.css'

/** What is doubtful about the paper as a whole: cut off, a lost heading number, sums that do not agree. */
export function PaperDoubts() {
  const { t } = useLanguage()
  const { paper, lookAt } = useReview()
  const doubts = paper.doubts.filter(doubt => doubt.fact === null)
  if (doubts.length === 0 && paper.warnings.length === 0) return null
  return (
    <details className={style['paper-doubts']} open={doubts.length + paper.warnings.length <= 3}>
      <summary>{t({ zh: '整份文件的疑点和提醒（{n}）', en: 'About the paper as a whole ({n})' }, { n: doubts.length + paper.warnings.length })}</summary>
      <ul>
        {paper.warnings.map(warning => <li key={warning.zh}>{t(warning)}</li>)}
        {doubts.map((doubt, i) => (
          <li key={i}>
            {t(doubt.message)}
            {doubt.end > doubt.start && <Button type="link" size="small" onClick={() => lookAt(doubt)}>{t({ zh: '看原文', en: 'Show the words' })}</Button>}
          </li>
        ))}
      </ul>
    </details>
  )
}
