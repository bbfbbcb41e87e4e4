import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { contract as indicators } from '../../../../../engines/indicators/contract.ts'
import { contract, type FormView } from '../../../../../engines/returns/contract.ts'
import { type FormContent, FormRow } from '../../../../../engines/returns/schema.ts'
import { type UnitKind } from '../../../../../engines/org/schema.ts'
import { addDays } from '../../../../../kernel/time.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { IndicatorSelect } from '../../../../parts/indicators/IndicatorSelect.tsx'
import { WordSelect } from '../../../../parts/indicators/WordSelect.tsx'
import { today } from '../../../../today.ts'
import { Failure } from '../../../../ui/Failure.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { kindLabels, rhythmLabels } from '../returns-words.ts'
import { useReturnsChange } from '../use-sheets.ts'
import { contentOf, draftsOf, faultsOf, type RowDraft } from './form-draft.ts'
import { FormRows } from './FormRows.tsx'
import style from './forms.module.css'

const units = { owners: { zh: '各指标的责任单位（报全区数据）', en: 'Who keeps each indicator (figures of the district)' }, street: { zh: '全部街道', en: 'All streets' }, department: { zh: '全部部门', en: 'All departments' }, community: { zh: '全部社区', en: 'All communities' }, 'district-street': { zh: '区和全部街道（逐级汇总）', en: 'The district and all streets (adds up)' }, 'street-community': { zh: '街道和社区（逐级汇总）', en: 'Streets and communities (adds up)' }, kept: { zh: '与现行版相同', en: 'As it is now' } } as const
const kinds: Readonly<Record<string, readonly UnitKind[]>> = { street: ['street'], department: ['department'], community: ['community'], 'district-street': ['district', 'street'], 'street-community': ['street', 'community'] }
const vintages = { quick: { zh: '快报数', en: 'Quick' }, first: { zh: '初核数', en: 'First check' }, final: { zh: '核定数', en: 'Final' } } as const
const dueOf = { working: { zh: '工作日', en: 'working days' }, calendar: { zh: '自然日', en: 'calendar days' } } as const

/** Makes a form, or its next version from a day on. Sheets that are open stay under the version they were opened with. */
export function FormEditor({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const asked = useQuery({ queryKey: ['return-form', id], queryFn: ({ signal }) => call(contract.form, { params: { id: id ?? '' }, signal }), enabled: id !== null })
  if (id === null) return <Editor form={null} onClose={onClose} />
  if (asked.isPending) return <Loading />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  return <Editor key={asked.data.version} form={asked.data} onClose={onClose} />
}

function Editor({ form, onClose }: { readonly form: FormView | null; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useReturnsChange()
  const before = form?.versions[0]?.content ?? null
  const [code, setCode] = useState('')
  const [from, setFrom] = useState(() => (form ? addDays(today(), 1) : today()))
  const [fields, set] = useState(() => ({ zh: before?.name.zh ?? '', en: before?.name.en ?? '', rhythm: before?.rhythm ?? 'month', units: before ? 'kept' : 'owners', days: String(before?.due.days ?? 5), of: before?.due.of ?? 'working', vintage: before?.vintage ?? 'quick' }))
  const [rows, setRows] = useState<readonly RowDraft[]>(() => (before ? draftsOf(before) : []))
  const change = (more: Partial<typeof fields>) => set({ ...fields, ...more })
  const chosenUnits: FormContent['units'] = fields.units === 'kept' && before ? before.units : fields.units === 'owners' ? { of: 'owners' } : { of: 'all', kinds: [...kinds[fields.units] ?? ['street']] }
  const content = contentOf({
    name: { zh: fields.zh.trim(), en: fields.en.trim() }, rhythm: fields.rhythm, units: chosenUnits, due: { days: Number(fields.days), of: fields.of }, vintage: fields.vintage,
    addsUp: fields.units === 'kept' ? before?.addsUp ?? false : fields.units.includes('-'),
  }, rows, before?.checks ?? [])
  const faults = faultsOf(content)
  const save = async () => {
    if (form) await call(contract.changeForm, { params: { id: form.id }, body: { version: form.version, from, content } })
    else await call(contract.makeForm, { body: { code: code.trim(), from, content } })
    onClose()
    await changed()
  }
  const stop = async (until: string | null) => {
    if (form) await call(contract.stopForm, { params: { id: form.id }, body: { version: form.version, until } })
    onClose()
    await changed()
  }
  const add = async ([chosen]: readonly string[]) => {
    if (!chosen) return
    const { indicator } = await call(indicators.indicator, { params: { id: chosen }, query: {} })
    setRows([...rows, { row: FormRow.parse({ by: indicator.formula ? 'formula' : 'typed', indicator: indicator.code }), leap: '', least: '' }])
  }
  return (
    <FormSheet open title={form ? { zh: '报表改版', en: 'A new version of the form' } : { zh: '新建报表', en: 'Make a form' }} act={{ zh: '保存', en: 'Save' }} ready={faults.length === 0 && from !== '' && (form !== null || /^[A-Z][A-Z0-9-]{1,39}$/.test(code.trim()))} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      {form === null && <Field label={{ zh: '代码', en: 'Code' }} hint={{ zh: '大写字母、数字和连字符，如 STREET-MONTH', en: 'Capital letters, digits and hyphens, such as STREET-MONTH' }}>{tied => <Input {...tied} maxLength={40} value={code} onChange={event => setCode(event.target.value.toUpperCase())} />}</Field>}
      <div className={style['pair']}>
        <Field label={{ zh: '名称', en: 'Name in Chinese' }}>{tied => <Input {...tied} maxLength={60} value={fields.zh} onChange={event => change({ zh: event.target.value })} />}</Field>
        <Field label={{ zh: '英文名称', en: 'Name in English' }}>{tied => <Input {...tied} maxLength={80} value={fields.en} onChange={event => change({ en: event.target.value })} />}</Field>
        <Field label={{ zh: '报送周期', en: 'Rhythm' }}>{tied => <WordSelect {...tied} words={rhythmLabels} value={fields.rhythm} onChange={value => change({ rhythm: value as FormContent['rhythm'] })} />}</Field>{/* the words' keys are the rhythms */}
        <Field label={{ zh: '填报范围', en: 'Who fills it' }} {...(fields.units === 'kept' && before?.units.of === 'all' && { hint: { zh: before.units.kinds.map(kind => kindLabels[kind].zh).join('、'), en: before.units.kinds.map(kind => kindLabels[kind].en).join(', ') } })}>{tied => <WordSelect {...tied} words={before ? units : Object.fromEntries(Object.entries(units).filter(([key]) => key !== 'kept'))} value={fields.units} onChange={value => change({ units: value })} />}</Field>
        <Field label={{ zh: '期后多少天截止', en: 'Due so many days after the period' }}>{tied => <Input {...tied} inputMode="numeric" maxLength={3} value={fields.days} onChange={event => change({ days: event.target.value })} />}</Field>
        <Field label={{ zh: '按', en: 'Counted in' }}>{tied => <WordSelect {...tied} words={dueOf} value={fields.of} onChange={value => change({ of: value === 'calendar' ? 'calendar' : 'working' })} />}</Field>
        <Field label={{ zh: '首次报送的数别', en: 'Vintage of the first return' }}>{tied => <WordSelect {...tied} words={vintages} value={fields.vintage} onChange={value => change({ vintage: value as FormContent['vintage'] })} />}</Field>{/* the words' keys are the vintages */}
        <Field label={{ zh: '启用日', en: 'From which day' }} hint={form ? { zh: '须晚于现行版；已开的表不变', en: 'Later than the version in force; open sheets stay as they are' } : { zh: '此后结束的第一期起开表', en: 'The first period that ends after it is opened' }}>{tied => <Input {...tied} type="date" value={from} onChange={event => setFrom(event.target.value)} />}</Field>
      </div>
      <FormRows rows={rows} onChange={setRows} />
      <Field label={{ zh: '增加填报项', en: 'Add a row' }} hint={{ zh: '有公式的指标由系统推算，不用填', en: 'Indicators with a formula are worked out and not asked' }}>{tied => <IndicatorSelect {...tied} value={[]} onChange={chosen => void add(chosen)} />}</Field>
      {faults.length > 0 && rows.length > 0 && <ul role="status">{faults.slice(0, 5).map(fault => <li key={`${fault.at} ${fault.said.zh}`}>{t(fault.said)}</li>)}</ul>}
      {form && (
        <p className={style['stop']}>
          {form.until === null ? <Button onClick={() => void stop(addDays(today(), 1))}>{t({ zh: '明天起停用', en: 'Stop it from tomorrow' })}</Button> : <Button onClick={() => void stop(null)}>{t({ zh: '恢复使用', en: 'Go on with it' })}</Button>}
          <Checkbox checked={content.addsUp} disabled>{t({ zh: '下级审核后上级才能报送', en: 'Waits for the units below' })}</Checkbox>
        </p>
      )}
    </FormSheet>
  )
}
