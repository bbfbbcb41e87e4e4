import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/supervision/contract.ts'
import { usualMost } from '../../../../engines/supervision/domain/agenda.ts'
import { Most } from '../../../../engines/supervision/schema.ts'
import { type Id } from '../../../../kernel/id.ts'
import { Day } from '../../../../kernel/time.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { today } from '../../../today.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

/** Proposes a meeting for a day. Its agenda is worked out at once. */
export function ProposeForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: Id) => void }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const [day, setDay] = useState(today()), [most, setMost] = useState(String(usualMost))
  const asked = { day: Day.safeParse(day).data, most: Most.safeParse(Number(most)).data }
  const save = async () => {
    if (asked.day === undefined || asked.most === undefined) return
    const { id } = await call(contract.propose, { body: { day: asked.day, most: asked.most } })
    await queries.invalidateQueries({ queryKey: ['dispatch'] })
    onDone(id)
  }
  return (
    <FormSheet open title={{ zh: '拟开调度会', en: 'Propose a meeting' }} act={{ zh: '生成议题', en: 'Work out the agenda' }} ready={asked.day !== undefined && asked.most !== undefined} onSubmit={save} onClose={onClose} onReload={() => void queries.invalidateQueries({ queryKey: ['dispatch'] })}>
      <p>{t({ zh: '议题自动列出：先是以前会议没有办结的决定事项，再是攻坚行动落后的事项、红灯项目、久未解决的堵点、红灯指标和逾期的承诺事项。开会前可以增减，也可以重新生成。', en: 'The agenda is worked out: first decisions of earlier meetings that are not done, then what is behind on running sprints, projects off pace, blockers that stay, targets off pace, late commitments. Until the meeting you can add, take off, and work it out anew.' })}</p>
      <Field label={{ zh: '开会日期', en: 'Day of the meeting' }}>{tied => <Input {...tied} type="date" min={today()} value={day} onChange={event => setDay(event.target.value)} />}</Field>
      <Field label={{ zh: '每类最多几项', en: 'At most so many of each kind' }} hint={{ zh: '1至50，列不下的会注明项数', en: '1 to 50; what does not fit is counted and said' }}>{tied => <Input {...tied} inputMode="numeric" maxLength={2} value={most} onChange={event => setMost(event.target.value)} />}</Field>
    </FormSheet>
  )
}
