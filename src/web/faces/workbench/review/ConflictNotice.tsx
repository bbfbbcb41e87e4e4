import { Button } from 'antd'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Asked } from '../../../../engines/documents/domain/review.ts'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { findingName, findingSays } from './finding-text.ts'
import { useReview } from './review-context.ts'
import { fieldLabels, findingStates } from './review-words.ts'
import style from './findings.module.css'
import { type Conflict } from './use-desk.ts'

const asks = {
  accept: { zh: '采纳', en: 'accept it' },
  correct: { zh: '更正', en: 'correct it' },
  reject: { zh: '剔除', en: 'reject it' },
  reopen: { zh: '重开', en: 'reopen it' },
} as const satisfies Record<Asked['decision'], Label>

/** Somebody decided this finding meanwhile: what now stands, what I wanted, and the choice between the two. */
export function ConflictNotice({ finding, conflict }: { readonly finding: Finding; readonly conflict: Conflict }) {
  const { language, t } = useLanguage()
  const { desk } = useReview()
  const { asked, by, stands } = conflict
  const says = findingSays(stands, language)
  return (
    <div className={style['conflict']} role="alert">
      <p><b>{t({ zh: '{by}已先行处理此条，您的操作没有保存。', en: '{by} decided this first; what you did was not saved.' }, { by: by || t({ zh: '他人', en: 'Somebody' }) })}</b></p>
      <dl className={style['fields']}>
        <div className={style['whole']}><dt>{t({ zh: '现为', en: 'Stands' })}</dt><dd>{t(findingStates[stands.state])} · {findingName(stands)}{says && ` · ${says}`}</dd></div>
        <div className={style['whole']}><dt>{t({ zh: '您要', en: 'You wanted to' })}</dt><dd>{t(asks[asked.decision])}{asked.decision === 'correct' && `：${Object.entries(asked.changes).map(([field, value]) => `${t(fieldLabels[field] ?? { zh: field, en: field })} ${typeof value === 'object' && value !== null ? `${value.base}${value.value}${value.unit}` : value ?? '—'}`).join('；')}`}</dd></div>
      </dl>
      <div className={style['acts']}>
        <Button size="small" onClick={() => desk.settle(finding.id)}>{t({ zh: '保留现值', en: 'Keep what stands' })}</Button>
        <Button size="small" onClick={() => void desk.decide(stands, asked)}>{t({ zh: '仍按我的处理', en: 'Do mine after all' })}</Button>
      </div>
    </div>
  )
}
