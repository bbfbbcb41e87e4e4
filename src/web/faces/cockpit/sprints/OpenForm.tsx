import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { type ProposedThing, sprintContract } from '../../../../engines/supervision/sprints/contract.ts'
import { Rhythm, SprintFrame } from '../../../../engines/supervision/sprints/schema.ts'
import { rhythms, sprintThings, weekdays } from '../../../../engines/supervision/domain/sprint-words.ts'
import { type Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { today } from '../../../today.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { useProposed } from './use-sprints.ts'
import style from './sprints.module.css'

/** Opens a sprint: its name and rhythm, and which of the reds of the year stand on it. Others are put on afterwards. */
export function OpenForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: Id) => void }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const proposed = useProposed()
  const [ticked, tick] = useState<readonly Id[]>([])
  const { fields, set, forget } = useDraft('sprint-open', { name: '', ground: '', from: today(), until: `${today().slice(0, 4)}-12-31`, every: 'week', weekday: '5', reach: '到期前补上落后，恢复正常' })
  const frame = SprintFrame.safeParse({ ...fields, weekday: Number(fields.weekday) }).data
  const items = proposed.data?.items ?? [], reach = fields.reach.trim()
  const things = items.flatMap(({ kind, thing, unit }) => (unit && ticked.includes(thing) ? [{ kind, thing, title: '', unit: unit.id, reach }] : []))
  const save = async () => {
    if (!frame) return
    const { id } = await call(sprintContract.open, { body: { ...frame, things } })
    await queries.invalidateQueries({ queryKey: ['sprints'] })
    forget()
    onDone(id)
  }
  const answered = items.filter(one => one.unit !== null)
  return (
    <FormSheet open title={{ zh: '启动攻坚行动', en: 'Open a sprint' }} act={{ zh: '启动', en: 'Open' }} ready={frame !== undefined && (things.length === 0 || reach.length >= 2)} onSubmit={save} onClose={onClose}>
      <Field label={{ zh: '名称', en: 'Name' }} hint={{ zh: '如：四季度攻坚', en: 'Such as: the fourth quarter' }}>{tied => <Input {...tied} maxLength={60} value={fields.name} onChange={event => set({ name: event.target.value })} />}</Field>
      <Field label={{ zh: '依据', en: 'Ground' }} hint={{ zh: '会议纪要或文件', en: 'Minutes or a paper' }}>{tied => <Input {...tied} maxLength={200} value={fields.ground} onChange={event => set({ ground: event.target.value })} />}</Field>
      <div className={style['days']}>
        <Field label={{ zh: '开始', en: 'From' }}>{tied => <Input {...tied} type="date" value={fields.from} onChange={event => set({ from: event.target.value })} />}</Field>
        <Field label={{ zh: '结束', en: 'Until' }}>{tied => <Input {...tied} type="date" min={today()} value={fields.until} onChange={event => set({ until: event.target.value })} />}</Field>
        <Field label={{ zh: '多久报一轮', en: 'Told every' }}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={fields.every} onChange={every => set({ every })} options={Rhythm.options.map(value => ({ value, label: t(rhythms[value]) }))} />}</Field>
        {fields.every !== 'day' && <Field label={{ zh: '截止日', en: 'By' }}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={fields.weekday} onChange={weekday => set({ weekday })} options={weekdays.map((label, i) => ({ value: String(i + 1), label: t(label) }))} />}</Field>}
      </div>
      <fieldset className={style['choice']}>
        <legend>{t({ zh: '列入哪些红灯事项（已选{n}项）', en: 'Which reds stand on it ({n} ticked)' }, { n: things.length })}</legend>
        {proposed.isPending && <Loading lines={4} />}
        {proposed.isError && <Failure error={proposed.error} retry={() => void proposed.refetch()} />}
        {proposed.isSuccess && items.length === 0 && <p>{t({ zh: '今年没有红灯项目和目标，也没有逾期的承诺事项。启动以后可以另行列入。', en: 'No project or target of this year is off pace and no commitment is late. You can put others on once it is open.' })}</p>}
        {answered.length > 0 && <p><Checkbox checked={things.length === answered.length} indeterminate={things.length > 0 && things.length < answered.length} onChange={event => tick(event.target.checked ? answered.map(one => one.thing) : [])}>{t({ zh: '全选', en: 'All' })}</Checkbox></p>}
        {items.length > 0 && <div className={style['reds']}>{items.map(one => <Red key={one.thing} one={one} ticked={ticked.includes(one.thing)} onTick={on => tick(on ? [...ticked, one.thing] : ticked.filter(id => id !== one.thing))} />)}</div>}
      </fieldset>
      {things.length > 0 && <Field label={{ zh: '到期要达到', en: 'To be reached by the end' }} hint={{ zh: '勾选的都按这一句；不同要求的，启动后单独列入', en: 'For all that are ticked; put those with another aim on one by one' }}>{tied => <Input {...tied} maxLength={300} value={fields.reach} onChange={event => set({ reach: event.target.value })} />}</Field>}
    </FormSheet>
  )
}

function Red({ one: { kind, title, why, unit }, ticked, onTick }: { readonly one: ProposedThing; readonly ticked: boolean; readonly onTick: (on: boolean) => void }) {
  const { t } = useLanguage()
  return (
    <Checkbox className={style['red'] ?? ''} checked={ticked} disabled={unit === null} onChange={event => onTick(event.target.checked)}>
      {t(sprintThings[kind])}{t({ zh: '：', en: ': ' })}<b {...(title.zh === title.en && { lang: 'zh-CN' })}>{t(title)}</b> {unit ? <span lang="zh-CN">{unit.name}</span> : t({ zh: '（责任单位未定，先定单位才能列入）', en: '(nobody answers for it yet, so it cannot be put on)' })}<small>{t(why)}</small>
    </Checkbox>
  )
}
