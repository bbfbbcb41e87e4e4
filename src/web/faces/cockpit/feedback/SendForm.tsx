import { feedbackContract, type FeedbackRow } from '../../../../engines/supervision/feedback/contract.ts'
import { acknowledgeBy, acknowledgeWithin } from '../../../../engines/supervision/domain/feedback.ts'
import { call } from '../../../client.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { today } from '../../../today.ts'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { useFeedbackChanged } from './use-feedback.ts'
import style from './feedback.module.css'

type SendFormProps = { readonly rows: readonly Pick<FeedbackRow, 'id' | 'seq' | 'unit'>[]; readonly onClose: () => void }

/** Says to how many units pages go, and to which, before they are sent. */
export function SendForm({ rows, onClose }: SendFormProps) {
  const { language, t } = useLanguage()
  const changed = useFeedbackChanged()
  const save = async () => {
    await call(feedbackContract.send, { body: { pages: rows.map(({ id, seq }) => ({ id, seq })) } })
    await changed()
    onClose()
  }
  return (
    <FormSheet open title={{ zh: '发出月反馈', en: 'Send the feedback' }} act={{ zh: `发出${rows.length}份`, en: `Send ${rows.length}` }} ready={rows.length > 0} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p className={style['finding']}>{t({ zh: '发给{n}个单位。', en: 'To {n} units.' }, { n: rows.length })}</p>
      <p>{t({ zh: '发出以后内容不再变动，也不能收回。单位应在{n}个工作日内（{day}前）签收，逾期会注明。', en: 'Once sent, a page stays as it is and cannot be taken back. Units acknowledge within {n} working days, by {day}; what is late is marked.' }, { n: acknowledgeWithin, day: dayText(acknowledgeBy(today()), language) })}</p>
      <p lang="zh-CN">{rows.map(row => row.unit.name).join('、')}</p>
    </FormSheet>
  )
}
