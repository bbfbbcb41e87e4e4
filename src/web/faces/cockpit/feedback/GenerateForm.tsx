import { Input } from 'antd'
import { useState } from 'react'
import { feedbackContract } from '../../../../engines/supervision/feedback/contract.ts'
import { Month } from '../../../../engines/supervision/feedback/schema.ts'
import { addDays } from '../../../../kernel/time.ts'
import { call, type Answer } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { today } from '../../../today.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { useFeedbackChanged } from './use-feedback.ts'
import style from './feedback.module.css'

/** The month before this one. */
const lastMonth = () => addDays(`${today().slice(0, 7)}-01`, -1).slice(0, 7)

/** Works out the pages of all units for a month, and tells how many were made. */
export function GenerateForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (month: string) => void }) {
  const { t } = useLanguage()
  const changed = useFeedbackChanged()
  const [typed, setTyped] = useState(lastMonth)
  const [made, setMade] = useState<Answer<typeof feedbackContract.generate> | null>(null)
  const month = Month.safeParse(typed).data
  const save = async () => {
    if (made) { onDone(made.month); return }
    if (month === undefined) return
    setMade(await call(feedbackContract.generate, { params: { month } }))
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '生成月反馈', en: 'Work out the feedback of a month' }} act={made ? { zh: '查看', en: 'Look at them' } : { zh: '生成', en: 'Work out' }} ready={month !== undefined} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p>{t({ zh: '给每个部门和街道各写一页：做得好的、落后的和要求、近期到期的。社区和网格的事项归到街道。没有发出的会按现在的情况重写，写过的意见保留；已经发出的不动。没有可说的单位不写。', en: 'Each department and street gets a page: what was well done, what is behind and what is asked, what falls due. What communities and grids have is their street’s. Pages not sent are written anew and keep the words added; what was sent stays. Units of which there is nothing to say get none.' })}</p>
      <Field label={{ zh: '月份', en: 'Month' }} hint={{ zh: '本月或以前，如2025-02', en: 'This month or an earlier one, such as 2025-02' }}>{tied => <Input {...tied} type="month" max={today().slice(0, 7)} value={typed} disabled={made !== null} onChange={event => setTyped(event.target.value)} />}</Field>
      {made && <p role="status" className={style['finding']}>{t({ zh: '新写{made}页，重写{renewed}页，已发出未动{kept}页，没有可说的{silent}个单位。', en: '{made} made, {renewed} written anew, {kept} were sent and stayed; nothing to say of {silent} units.' }, made)}</p>}
    </FormSheet>
  )
}
