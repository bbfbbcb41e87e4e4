import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { type SprintView } from '../../../../engines/supervision/sprints/contract.ts'
import { SprintThing, SprintThingKind } from '../../../../engines/supervision/sprints/schema.ts'
import { sprintThings } from '../../../../engines/supervision/domain/sprint-words.ts'
import { type Id } from '../../../../kernel/id.ts'
import { contract as views } from '../../../../server/views/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { useSprintAct } from './use-sprints.ts'

/** Puts one thing on a sprint: a project, a target, a commitment, or a matter in free words. */
export function PutForm({ sprint, onClose }: { readonly sprint: SprintView; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { act, reload } = useSprintAct(sprint)
  const [kind, setKind] = useState<SprintThingKind>('project'), [thing, setThing] = useState<Id | null>(null), [unit, setUnit] = useState<Id | null>(null)
  const { fields, set, forget } = useDraft(`sprint-put-${sprint.id}`, { title: '', reach: '' })
  const asked = SprintThing.safeParse({ kind, thing: kind === 'other' ? null : thing, title: kind === 'other' ? fields.title : '', unit, reach: fields.reach }).data
  const save = async () => { if (asked) { await act({ kind: 'put', thing: asked }); forget(); onClose() } }
  return (
    <FormSheet open title={{ zh: '列入事项', en: 'Put a thing on' }} act={{ zh: '列入', en: 'Put on' }} ready={asked !== undefined} onSubmit={save} onClose={onClose} onReload={reload}>
      <Field label={{ zh: '类别', en: 'Kind' }}>{({ status: _status, ...tied }) => <Select<SprintThingKind> {...tied} value={kind} onChange={next => { setKind(next); setThing(null) }} options={SprintThingKind.options.map(value => ({ value, label: t(sprintThings[value]) }))} />}</Field>
      {kind === 'other'
        ? <Field label={{ zh: '事项', en: 'What it is' }}>{tied => <Input {...tied} maxLength={120} value={fields.title} onChange={event => set({ title: event.target.value })} />}</Field>
        : <Field label={{ zh: '选哪一个', en: 'Which one' }} hint={{ zh: '目标和承诺事项须是攻坚行动结束那一年的', en: 'Targets and commitments of the year in which the sprint ends' }}>{({ status: _status, ...tied }) => <ThingSelect {...tied} key={kind} kind={kind} value={thing} onChange={setThing} />}</Field>}
      <Field label={{ zh: '责任单位', en: 'Responsible unit' }} hint={{ zh: '由该单位每轮填报', en: 'It tells every round' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} value={unit === null ? [] : [unit]} onChange={([chosen = null]) => setUnit(chosen)} />}</Field>
      <Field label={{ zh: '到期要达到', en: 'To be reached by the end' }}>{tied => <Input {...tied} maxLength={300} value={fields.reach} onChange={event => set({ reach: event.target.value })} />}</Field>
    </FormSheet>
  )
}

type ThingSelectProps = { readonly id: string; readonly 'aria-describedby': string; readonly kind: SprintThingKind; readonly value: Id | null; readonly onChange: (thing: Id | null) => void }

/** Chooses a thing of the program by a part of its name, as the search of everything finds it. */
function ThingSelect({ kind, value, onChange, ...tied }: ThingSelectProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState(''), [chosen, setChosen] = useState<{ readonly value: Id; readonly label: string } | null>(null)
  const asked = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['search', asked], queryFn: ({ signal }) => call(views.search, { query: { q: asked }, signal }), enabled: asked !== '' })
  const offers = asked === '' ? [] : (found.data?.items ?? []).filter(one => one.kind === kind).map(one => ({ value: one.id, label: `${one.name}（${one.detail}）` }))
  return (
    <Select<Id>
      {...tied} showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }} allowClear value={value} placeholder={t({ zh: '输入名称查找', en: 'Type a part of the name' })}
      notFoundContent={t(asked === '' ? { zh: '请输入名称', en: 'Type a name' } : found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '没有找到', en: 'Nothing found' })}
      options={[...(chosen && chosen.value === value && !offers.some(offer => offer.value === value) ? [chosen] : []), ...offers]}
      onChange={(next: Id | undefined) => { setChosen(offers.find(offer => offer.value === next) ?? null); setQ(''); onChange(next ?? null) }}
    />
  )
}
