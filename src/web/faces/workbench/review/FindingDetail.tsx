import { Button } from 'antd'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useNarrow } from '../../../ui/narrow.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { FindingFields } from './FindingFields.tsx'
import { FindingForm } from './FindingForm.tsx'
import { FindingHistory } from './FindingHistory.tsx'
import { MatchPanel } from './MatchPanel.tsx'
import { useReview } from './review-context.ts'
import style from './findings.module.css'
import { useVerdicts } from './use-verdicts.ts'

/** The selected finding in full: what is doubtful, what was read, which indicator it speaks of, and what can be done. */
export function FindingDetail({ finding }: { readonly finding: Finding }) {
  const { language, t } = useLanguage()
  const { desk, mayReview, editing, edit, look, lookAt } = useReview()
  const { accept, reject, reopen } = useVerdicts()
  const narrow = useNarrow()
  const conflict = desk.conflicts.get(finding.id)
  const decided = finding.state === 'accepted' || finding.state === 'corrected'
  return (
    <div className={style['detail']}>
      {conflict && <ConflictNotice finding={finding} conflict={conflict} />}
      {finding.doubts.length > 0 && (
        <ul className={style['doubts']}>
          {finding.doubts.map((doubt, i) => (
            <li key={i}>
              {t(doubt.message)}
              {(doubt.start !== finding.start || doubt.end !== finding.end) && doubt.end > doubt.start && <Button type="link" size="small" onClick={() => lookAt(doubt)}>{t({ zh: '看这一处', en: 'Show that place' })}</Button>}
            </li>
          ))}
        </ul>
      )}
      {editing && mayReview
        ? <FindingForm finding={finding} />
        : (
            <>
              {mayReview && (
                <div className={style['acts']}>
                  {!decided && <Button type="primary" size="small" onClick={accept}>{t({ zh: '采纳', en: 'Accept' })} <kbd>a</kbd></Button>}
                  <Button size="small" onClick={() => edit(true)}>{t({ zh: '更正', en: 'Correct' })} <kbd>e</kbd></Button>
                  {finding.state !== 'rejected' && <Button size="small" onClick={reject}>{t({ zh: '剔除', en: 'Reject' })} <kbd>x</kbd></Button>}
                  {finding.state !== 'open' && <Button size="small" onClick={reopen}>{t({ zh: '重开', en: 'Reopen' })} <kbd>r</kbd></Button>}
                  {(narrow || (look && (look.start !== finding.start || look.end !== finding.end))) && <Button size="small" onClick={() => lookAt(finding)}>{t({ zh: '看原文', en: 'Show the words' })}</Button>}
                </div>
              )}
              {finding.kind === 'fact' && <MatchPanel finding={finding} />}
              <FindingFields finding={finding} />
            </>
          )}
      {finding.by !== null && finding.at !== null && (
        <p className={style['by']}>{t({ zh: '{by}于{at}处理', en: 'Decided by {by}, {at}' }, { by: finding.by, at: instantText(finding.at, language) })}</p>
      )}
      {finding.by !== null && <FindingHistory finding={finding} />}
    </div>
  )
}
