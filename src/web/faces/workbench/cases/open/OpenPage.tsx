import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../../engines/cases/contract.ts'
import { channelWords } from '../../../../../engines/cases/domain/words.ts'
import { urgencyOf } from '../../../../../engines/cases/domain/open.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategorySelect } from '../../../../parts/cases/CategorySelect.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { Problem } from '../../../../problem.ts'
import { useSession } from '../../../../session.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { useDraft } from '../../../../ui/draft.ts'
import { Failure } from '../../../../ui/Failure.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useTypes } from '../list/use-cases.ts'
import { blank, type Draft, fieldsIn, givenBy, isComplete } from './open-draft.ts'
import { OpenedCase } from './OpenedCase.tsx'
import { Suggested } from './Suggested.tsx'
import { TypeField } from './TypeField.tsx'
import { WhatFollows } from './WhatFollows.tsx'
import style from './open.module.css'

/** Where a refusal belongs. */
const refusedAt: Readonly<Record<string, string>> = { 'unknown-category': 'category', 'unknown-urgency': 'urgency', 'lead-is-no-co-unit': 'co', 'no-such-unit': 'unit', 'not-your-move': 'lead', 'unknown-case-type': 'type' }

/** `/cases/new`: a case is opened at the desk. What is typed stays in this tab until it is sent, and no longer. */
export function OpenPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const queries = useQueryClient()
  const types = useTypes()
  const { fields: draft, set, forget } = useDraft('case-new', blank)
  const [error, setError] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const all = types.data?.items ?? []
  const type = all.find(one => one.key === draft.type) ?? (all.length === 1 ? all[0] : undefined)
  const faults = faultsOf(error, type)
  const where = <Breadcrumbs sentence={{ zh: '登记一件{cases}', en: 'One more of the {cases}' }} crumbs={{ cases: { text: { zh: '工单', en: 'cases' }, to: '/cases' } }} />
  const title = t({ zh: '登记工单', en: 'Open a case' })
  if (opened !== null) return <Page title={title} where={where}><OpenedCase id={opened} onNext={() => setOpened(null)} /></Page>

  const send = async () => {
    if (!type || sending || !isComplete(draft, type)) return
    setSending(true)
    setError(null)
    try {
      const { id } = await call(contract.open, { body: givenBy(draft, type) })
      forget()
      setOpened(id)
      for (const key of ['cases', 'inbox']) void queries.invalidateQueries({ queryKey: [key] })
    } catch (failure) {
      setError(failure)
    } finally {
      setSending(false)
    }
  }
  const text = (name: keyof Draft, label: Label, more: { readonly hint?: Label; readonly long?: boolean; readonly max?: number } = {}) => (
    <Field label={label} {...(more.hint && { hint: more.hint })} fault={faults[name] ?? null}>
      {tied => (more.long ? <Input.TextArea {...tied} rows={6} maxLength={2000} value={draft[name]} onChange={event => set({ [name]: event.target.value })} /> : <Input {...tied} maxLength={more.max ?? 200} autoComplete="off" value={draft[name]} onChange={event => set({ [name]: event.target.value })} />)}
    </Field>
  )
  const typed = fieldsIn(draft)
  return (
    <Page title={title} where={where}>
      {types.isPending && <Loading lines={8} />}
      {types.isError && <Failure error={types.error} retry={() => void types.refetch()} />}
      {types.data && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the fields within
        <form className={style['form']} aria-label={title} onSubmit={event => { event.preventDefault(); void send() }} onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) { event.preventDefault(); void send() } }}>
          <Field label={{ zh: '事项类型', en: 'Type' }} fault={faults['type'] ?? null}>{({ status, ...tied }) => <Select<string> {...tied} status={status} value={type?.key ?? null} onChange={key => set({ type: key, category: '', urgency: '' })} options={all.map(one => ({ value: one.key, label: t(one.name) }))} />}</Field>
          {type && (
            <>
              <Field label={{ zh: '类别', en: 'Category' }} hint={{ zh: '选到最末一级', en: 'Down to the end of a branch' }} fault={faults['category'] ?? null}>{({ status: _status, ...tied }) => <CategorySelect {...tied} categories={type.categories} value={draft.category} onChange={category => set({ category, urgency: '' })} />}</Field>
              <Field label={{ zh: '紧急程度', en: 'Urgency' }} fault={faults['urgency'] ?? null}>{({ status: _status, ...tied }) => <Radio.Group {...tied} aria-label={t({ zh: '紧急程度', en: 'Urgency' })} value={draft.urgency || (draft.category === '' ? '' : urgencyOf(type, draft.category))} onChange={event => set({ urgency: String(event.target.value) })} options={type.urgencies.map(one => ({ value: one.key, label: t(one.name) }))} />}</Field>
              {draft.category !== '' && <WhatFollows type={type} category={draft.category} urgency={draft.urgency || urgencyOf(type, draft.category)} />}
              {text('title', { zh: '标题', en: 'Title' }, { hint: { zh: '一句话，不写姓名和电话', en: 'One sentence, without names and telephone numbers' }, max: 100 })}
              {text('words', { zh: '反映的内容', en: 'What is said' }, { long: true })}
              <Field label={{ zh: '来源', en: 'How it came' }}>{({ status, ...tied }) => <Select<string> {...tied} status={status} value={draft.channel} onChange={channel => set({ channel })} options={Object.entries(channelWords).filter(([key]) => key !== 'import' && key !== 'portal').map(([value, label]) => ({ value, label: t(label) }))} />}</Field>
              <section className={style['part']} aria-labelledby="open-place">
                <h2 id="open-place">{t({ zh: '地点', en: 'Place' })}</h2>
                <Field label={{ zh: '所在街道、社区或网格', en: 'Street, community or grid' }} fault={faults['unit'] ?? null}>{({ status: _status, ...tied }) => <UnitSelect {...tied} value={draft.unit === '' ? [] : [draft.unit]} onChange={units => set({ unit: units[0] ?? '' })} />}</Field>
                {text('address', { zh: '地址', en: 'Address' })}
                <div className={style['two']}>
                  {text('lng', { zh: '经度', en: 'Longitude' }, { hint: { zh: '可不填', en: 'May be left empty' }, max: 20 })}
                  {text('lat', { zh: '纬度', en: 'Latitude' }, { hint: { zh: '可不填', en: 'May be left empty' }, max: 20 })}
                </div>
              </section>
              <Suggested draft={draft} type={type} set={set} mayDispatch={may('case.dispatch')} />
              {type.fields.length > 0 && <section className={style['part']} aria-labelledby="open-fields"><h2 id="open-fields">{t({ zh: '其他内容', en: 'More of it' })}</h2>{type.fields.map(field => <TypeField key={field.key} field={field} text={typed[field.key] ?? ''} set={value => set({ fields: JSON.stringify({ ...typed, [field.key]: value }) })} fault={faults[`fields.${field.key}`] ?? null} near={draft.unit} />)}</section>}
              <section className={style['part']} aria-labelledby="open-reporter">
                <h2 id="open-reporter">{t({ zh: '反映人', en: 'Who asks' })}</h2>
                <p className={style['told']}>{t({ zh: '姓名、电话和邮箱单独保存，清单和导出中只显示一部分。', en: 'Name, telephone and e-mail are kept apart; lists and exports show only a part of them.' })}</p>
                <div className={style['two']}>{text('name', { zh: '姓名', en: 'Name' }, { max: 60 })}{text('phone', { zh: '电话', en: 'Telephone' }, { max: 20 })}{text('email', { zh: '电子邮箱', en: 'E-mail' }, { max: 120 })}</div>
                <Checkbox checked={draft.confidential === 'yes'} onChange={event => set({ confidential: event.target.checked ? 'yes' : '' })}>{t({ zh: '反映人要求保密', en: 'Asks not to be named' })}</Checkbox>
              </section>
              {may('case.dispatch') && (
                <section className={style['part']} aria-labelledby="open-dispatch">
                  <h2 id="open-dispatch">{t({ zh: '同时派遣（可不填）', en: 'Dispatch at once (may be left empty)' })}</h2>
                  <Field label={{ zh: '主办单位', en: 'Lead unit' }} fault={faults['lead'] ?? null}>{({ status: _status, ...tied }) => <UnitSelect {...tied} value={draft.lead === '' ? [] : [draft.lead]} onChange={units => set({ lead: units[0] ?? '' })} />}</Field>
                  <Field label={{ zh: '协办单位', en: 'Co-units' }} fault={faults['co'] ?? null}>{({ status: _status, ...tied }) => <UnitSelect {...tied} several value={draft.co === '' ? [] : draft.co.split(',')} onChange={units => set({ co: units.join(',') })} />}</Field>
                  {text('order', { zh: '派遣意见', en: 'Instruction' })}
                </section>
              )}
            </>
          )}
          {error !== null && <Failure error={error} kept={{ zh: '您填写的内容仍保留在这里。', en: 'What you entered is kept here.' }} />}
          <p className={style['acts']}>
            <Button type="primary" htmlType="submit" loading={sending} disabled={!isComplete(draft, type)}>{t({ zh: '登记', en: 'Open the case' })}</Button>
            <Button onClick={() => { forget(); setError(null) }}>{t({ zh: '清空', en: 'Clear' })}</Button>
          </p>
        </form>
      )}
    </Page>
  )
}

/** What was refused or found wrong, at the fields that it is about. */
function faultsOf(error: unknown, type: CaseType | undefined): Readonly<Record<string, Label>> {
  if (!(error instanceof Problem)) return {}
  const field = type?.fields.find(one => one.name.zh === error.facts['field'])
  const at = field ? `fields.${field.key}` : refusedAt[error.kind]
  const told = error.faults.map(fault => [fault.at.startsWith('fields.') ? fault.at : fault.at.replace('dispatch.words', 'order').split('.').find(part => part in blank) ?? fault.at, fault.said] as const)
  return { ...Object.fromEntries(told), ...(at !== undefined && { [at]: error.said }) }
}
