import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { contract, GivenFrontMatter, type Paper } from '../../../../engines/documents/contract.ts'
import { type FrontMatter, PaperKind } from '../../../../engines/documents/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { call } from '../../../client.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { paperKinds } from '../imports/paper-words.ts'
import { frontMatterFields, type FrontMatterField } from './front-matter-fields.ts'
import { reachable } from '../parts/reachable.ts'
import { useReview } from './review-context.ts'
import style from './side.module.css'

type Form = Readonly<Record<FrontMatterField, string>>

/** The head of the paper as a form: filled where the paper says it, asked where not. */
export function FrontMatterForm() {
  const { t } = useLanguage()
  const { paper } = useReview()
  // A form of its own for each version: what somebody else saved meanwhile is not overwritten unseen.
  return (
    <div className={style['scroll']} {...reachable}>
      <p className={style['intro']}>{t({ zh: '读到的已填好，请核对；标“待填”的文中没有写明。年度、种类和时期改动后，全文会按新的时期重读，已更正的内容保留。', en: 'Filled with what the paper says; fields marked “asked” it does not say. When year, kind or periods change, the paper is read again by them, and corrections stay.' })}</p>
      <Fields key={paper.version} paper={paper} />
    </div>
  )
}

function Fields({ paper }: { readonly paper: Paper }) {
  const { language, t } = useLanguage()
  const { desk, mayReview } = useReview()
  const before = formOf(paper.document)
  const [form, setForm] = useState(before)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const faults = faultsOf(form)
  const changed = frontMatterFields.filter(({ name }) => form[name].trim() !== before[name])

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const changes = GivenFrontMatter.safeParse(Object.fromEntries(changed.map(({ name }) => [name, valueOf(name, form[name].trim())])))
    if (!changes.success) return
    setSaving(true)
    setError(null)
    try {
      const { rereadFindings } = await call(contract.mend, { params: { id: paper.id }, body: { version: paper.version, changes: changes.data } })
      await desk.refresh()
      desk.tell({ zh: `表头已保存${rereadFindings > 0 ? `，重读后有${rereadFindings}条内容随之改变` : ''}`, en: `Front matter saved${rereadFindings > 0 ? `; ${rereadFindings} findings changed with it` : ''}` }, false)
    } catch (failure) {
      setError(failure)
    } finally {
      setSaving(false)
    }
  }
  return (
    <form className={style['form']} onSubmit={event => void save(event)}>
      {frontMatterFields.map(({ name, label, hint }) => {
        const asked = paper.asked.includes(name), needed = paper.needed.includes(name), inferred = paper.document.inferred.includes(name)
        const mark: Label | null = needed ? { zh: '（待填，采纳前必填）', en: ' (asked; needed before accepting)' } : asked ? { zh: '（待填）', en: ' (asked)' } : inferred ? { zh: '（推断，请核对）', en: ' (inferred, please check)' } : null
        const said = name === 'resultsPeriod' || name === 'planPeriod' ? periodText(form[name].trim(), language) : ''
        return (
          <Field
            key={name} label={{ zh: `${label.zh}${mark?.zh ?? ''}`, en: `${label.en}${mark?.en ?? ''}` }} fault={faults[name] ?? null}
            {...(said !== '' && said !== form[name].trim() ? { hint: { zh: said, en: said } } : hint && { hint })}
          >
            {tied => (name === 'kind' && mayReview
              ? <Select<string> {...tied} value={form.kind} onChange={kind => setForm({ ...form, kind })} options={PaperKind.options.map(value => ({ value, label: t(paperKinds[value]) }))} />
              : <Input {...tied} readOnly={!mayReview} type={name === 'date' ? 'date' : 'text'} inputMode={name === 'year' ? 'numeric' : 'text'} value={name === 'kind' ? t(paperKinds[paper.document.kind]) : form[name]} onChange={event => setForm({ ...form, [name]: event.target.value })} />)}
          </Field>
        )
      })}
      {error !== null && <Failure error={error} kept={{ zh: '您填写的内容仍在表中。', en: 'What you entered is still in the form.' }} />}
      {mayReview && (
        <div className={style['acts']}>
          <Button type="primary" htmlType="submit" loading={saving} disabled={changed.length === 0 || Object.keys(faults).length > 0}>{t({ zh: '保存表头', en: 'Save' })}</Button>
          {changed.length > 0 && <Button onClick={() => setForm(before)}>{t({ zh: '恢复', en: 'Put back' })}</Button>}
        </div>
      )}
    </form>
  )
}

function formOf(document: FrontMatter): Form {
  const text = (name: FrontMatterField) => String(document[name] ?? '')
  return { title: text('title'), kind: text('kind'), body: text('body'), date: text('date'), session: text('session'), speaker: text('speaker'), district: text('district'), year: text('year'), resultsPeriod: text('resultsPeriod'), planPeriod: text('planPeriod') }
}

function valueOf(name: FrontMatterField, text: string): string | number | null {
  return text === '' ? null : name === 'year' ? Number(text) : text
}

function faultsOf(form: Form): Partial<Record<FrontMatterField, Label>> {
  const year = form.year.trim(), fits = (period: string) => period.trim() === '' || spanOf(period.trim()) !== null
  const period = { zh: '请填时期，例如 2022、2023H1、2021-2025。', en: 'A period, such as 2022, 2023H1 or 2021-2025.' }
  return {
    ...(year !== '' && !(/^\d{4}$/.test(year) && Number(year) >= 1949 && Number(year) <= 2100) && { year: { zh: '请填四位年份。', en: 'A year of four digits.' } }),
    ...(!fits(form.resultsPeriod) && { resultsPeriod: period }),
    ...(!fits(form.planPeriod) && { planPeriod: period }),
  }
}
