import { ruleWords } from '../../../../engines/supervision/domain/rule-words.ts'
import { gradeWords } from '../../../../engines/supervision/domain/notice-steps.ts'
import { Grade, type NoticeRule } from '../../../../engines/supervision/notices/schema.ts'
import { useLanguage } from '../../../language.tsx'
import style from './notices.module.css'

/** How many had to be left for tomorrow, and by what rule notices are raised: as the rule says it of itself. */
export function Rule({ rule, left }: { readonly rule: NoticeRule; readonly left: number }) {
  const { t } = useLanguage()
  return (
    <>
      {left > 0 && <p className={style['left']}>{t({ zh: '今天自动提起的已满{most}张，另有{left}项符合条件，明天接着提。', en: '{most} were raised by themselves today, as many as a day may bring; {left} more wait for tomorrow.' }, { most: rule.most, left })}</p>}
      <details className={style['rule']}>
        <summary>{t({ zh: '自动提起规则和逾期不反馈的后果', en: 'The rule by which notices are raised, and what follows upon silence' })}</summary>
        <ul>{ruleWords(rule).map(words => <li key={words.en}>{t(words)}</li>)}</ul>
        <dl>{Grade.options.map(grade => <div key={grade}><dt>{t(gradeWords[grade])}</dt><dd>{t(rule.consequences[grade])}</dd></div>)}</dl>
        <p className={style['note']}>{t({ zh: '数字和后果没有公布的规定，由本区的督查督办包设定。', en: 'No published paper gives these numbers and consequences; the district’s pack sets them.' })}</p>
      </details>
    </>
  )
}
