import { Button, Input } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { type Person } from '../../../../engines/org/schema.ts'
import { type Day } from '../../../../kernel/time.ts'
import { call } from '../../../client.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { Field } from '../../../ui/Field.tsx'
import style from './organisation.module.css'
import { today } from './use-day.ts'
import { useOrgChange } from './use-org-change.ts'

/** Plans the day on which somebody leaves, or takes it back. */
export function LeavePerson({ person }: { readonly person: Person & { readonly leavesOn: Day | null } }) {
  const { language, t } = useLanguage()
  const changed = useOrgChange()
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(today)
  const planned = person.leavesOn
  const save = async (reason: string) => {
    await call(contract.leave, { params: { id: person.id }, body: { on: planned === null ? on : null, version: person.version, reason } })
    await changed()
  }
  const act = planned === null ? { zh: '离任', en: 'Leaves' } : { zh: '撤回离任', en: 'Stays after all' }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`${t(act)} ${person.name}`}>{t(act)}</Button>
      <ConfirmWithReason
        open={open} onClose={() => setOpen(false)} onConfirm={save} title={{ zh: `${act.zh}：${person.name}`, en: `${act.en}: ${person.name}` }} act={act}
        consequence={planned !== null
          ? t({ zh: '原定{day}离任，撤回后照常任职。', en: 'Would have left on {day}; stays in all posts.' }, { day: dayText(planned, language) })
          : (
              <div className={style['form']}>
                <p>{t({ zh: '自该日零时起，所有岗位结束、退出所有设备、密钥失效；在此之前照常办理，并可撤回。', en: 'From the first moment of that day all posts end, all devices are signed out and keys open nothing. Until then everything goes on, and this can be taken back.' })}</p>
                <Field label={{ zh: '自哪一天起', en: 'From which day' }}>{tied => <Input {...tied} type="date" min={today()} value={on} onChange={event => setOn(event.target.value)} />}</Field>
              </div>
            )}
      />
    </>
  )
}
