import { Button, Input, Select } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { FactKind, Strength } from '../../../../engines/documents/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { changesFrom, type Draft, draftOf } from './finding-draft.ts'
import { keepDraft, keptDraft } from './kept-drafts.ts'
import { useReview } from './review-context.ts'
import { factKinds, fieldLabels, operators, strengths } from './review-words.ts'
import style from './findings.module.css'

/** Fields in the order of the form; those of a kind that stand on one line are one list. */
const rows = {
  fact: [['name'], ['kind', 'period'], ['value', 'upper', 'unit', 'hedge'], ['change.value', 'change.unit', 'change.base'], ['operator', 'strength', 'verb'], ['reference'], ['rank', 'streak'], ['qualifier']],
  promise: [['verb', 'strength', 'period'], ['object']],
  term: [['word'], ['meaning']],
} as const satisfies Record<Finding['kind'], readonly (readonly string[])[]>

const changeLabels: Readonly<Record<string, Label>> = {
  'change.value': { zh: '增减数字', en: 'Change' },
  'change.unit': { zh: '增减单位', en: 'Unit of change' },
  'change.base': { zh: '对比基数', en: 'Against what' },
}
const long = new Set(['object', 'meaning'])

/** Corrects a finding: filled in as it now stands. Ctrl+Enter saves, Escape leaves; what was typed is kept until it is saved. */
export function FindingForm({ finding }: { readonly finding: Finding }) {
  const { language, t } = useLanguage()
  const { desk, edit, select } = useReview()
  const [draft, setDraft] = useState<Draft>(() => keptDraft(finding) ?? draftOf(finding))
  const [faults, setFaults] = useState<Readonly<Record<string, Label>>>({})
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'start' })
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
  }, [])

  const set = (field: string, text: string) => {
    const next = { ...draft, [field]: text, ...withRate(draft, field, text) }
    setDraft(next)
    keepDraft(finding, next)
  }
  const leave = () => { edit(false); select(finding.key, { focus: true }) }
  const save = async () => {
    const drafted = changesFrom(draft, finding)
    if (!drafted.ok) { setFaults(drafted.faults); return }
    if (Object.keys(drafted.changes).length === 0) { leave(); return }
    setSaving(true)
    const saved = await desk.decide(finding, { decision: 'correct', changes: drafted.changes })
    setSaving(false)
    if (saved) keepDraft(finding, null)
    leave()
  }
  const submit = (event: FormEvent) => { event.preventDefault(); void save() }
  const hear = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
  }
  const control = (field: string, tied: { readonly id: string; readonly 'aria-describedby': string; readonly status: '' | 'error' }) => {
    const value = draft[field] ?? ''
    const choices = choicesOf(field, finding)
    if (choices) return <Select<string> {...tied} size="small" value={value} onChange={next => set(field, next)} options={choices.map(choice => ({ value: choice.value, label: t(choice.label) }))} popupMatchSelectWidth={false} />
    if (long.has(field)) return <Input.TextArea {...tied} rows={3} value={value} onChange={event => set(field, event.target.value)} />
    return <Input {...tied} size="small" value={value} inputMode={field === 'value' || field === 'upper' || field === 'change.value' ? 'decimal' : 'text'} onChange={event => set(field, event.target.value)} />
  }
  return (
    // The keys of the form belong to all its fields at once.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the fields within
    <form ref={form} className={style['form']} onSubmit={submit} onKeyDown={hear} aria-label={t({ zh: '更正', en: 'Correct' })}>
      {rows[finding.kind].map(row => (
        <div key={row.join()} className={style['form-row']}>
          {row.map(field => (
            <Field key={field} label={changeLabels[field] ?? fieldLabels[field] ?? { zh: field, en: field }} fault={faults[field] ?? null} {...(field === 'period' && { hint: saidPeriod(draft['period'] ?? '') })}>
              {tied => control(field, tied)}
            </Field>
          ))}
        </div>
      ))}
      <div className={style['acts']}>
        <Button type="primary" size="small" htmlType="submit" loading={saving}>{t({ zh: '保存更正', en: 'Save' })} <kbd>Ctrl+Enter</kbd></Button>
        <Button size="small" onClick={leave}>{t({ zh: '不改了', en: 'Leave it' })} <kbd>Esc</kbd></Button>
        {keptDraft(finding) && <Button size="small" type="link" onClick={() => { keepDraft(finding, null); setDraft(draftOf(finding)) }}>{t({ zh: '恢复为现值', en: 'Back to what stands' })}</Button>}
      </div>
    </form>
  )

  function saidPeriod(period: string): Label {
    const said = periodText(period.trim(), language)
    return { zh: said === period.trim() ? '例如 2023、2023H1、2023M1-5' : said, en: said === period.trim() ? 'Such as 2023, 2023H1, 2023M1-5' : said }
  }
}

/** Where the paper prints only a rate, value and change are one number: mending the one mends the other, before the eyes of who types. */
function withRate(draft: Draft, field: string, text: string): Draft {
  const isRate = draft['value'] !== '' && draft['value'] === draft['change.value'] && draft['unit'] === draft['change.unit']
  return isRate && (field === 'value' || field === 'unit') ? { [`change.${field}`]: text } : {}
}

function choicesOf(field: string, finding: Finding): readonly { readonly value: string; readonly label: Label }[] | null {
  if (field === 'kind') return FactKind.options.map(value => ({ value, label: factKinds[value] }))
  if (field === 'operator') return [{ value: '', label: { zh: '（不是目标）', en: '(not a target)' } }, ...Object.entries(operators).map(([value, label]) => ({ value, label }))]
  if (field === 'strength') return [...(finding.kind === 'fact' ? [{ value: '', label: { zh: '（无）', en: '(none)' } }] : []), ...Strength.options.map(value => ({ value, label: strengths[value] }))]
  return null
}
