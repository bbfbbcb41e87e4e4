import { useQueryClient } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { z } from 'zod'
import { gradeWords } from '../../../../engines/supervision/domain/notice-steps.ts'
import { noticeContract } from '../../../../engines/supervision/notices/contract.ts'
import { AboutKind, Grade, type NoticeRule } from '../../../../engines/supervision/notices/schema.ts'
import { Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useUnitNames } from '../../../parts/org/use-unit-names.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { type About, AboutSelect } from './AboutSelect.tsx'
import style from './notices.module.css'

/** What the page that one came from wants a notice about, and who would answer it. */
const Wanted = z.object({ about: z.object({ kind: AboutKind, id: Id, name: z.string() }), unit: Id })

/** Raises a notice. It waits for somebody else's approval; nobody outside supervision is told before. */
export function RaiseForm({ rule, onClose, onDone }: { readonly rule: NoticeRule | null; readonly onClose: () => void; readonly onDone: (id: Id) => void }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const wanted = Wanted.safeParse(useLocation().state).data
  const [about, setAbout] = useState<About | null>(wanted?.about ?? null), [unit, setUnit] = useState<Id | null>(wanted?.unit ?? null), [grade, setGrade] = useState<Grade>('blue')
  const { fields, set, forget } = useDraft('notice-raise', { grounds: '', consequence: '' })
  const known = useUnitNames([unit ?? ''])
  const grounds = fields.grounds.trim(), consequence = fields.consequence.trim()
  const follows = consequence === '' ? rule?.consequences[grade] ?? null : { zh: consequence, en: consequence }
  const save = async () => {
    if (about === null || unit === null) return
    const made = await call(noticeContract.raise, { body: { about: { ...about, name: about.name.slice(0, 120) }, addressee: unit, grade, grounds, consequence } })
    forget()
    await queries.invalidateQueries({ queryKey: ['notices'] })
    onDone(made.case)
  }
  return (
    <FormSheet open title={{ zh: '提起督办单', en: 'Raise a notice' }} act={{ zh: '提起，报请批准', en: 'Raise it for approval' }} ready={about !== null && unit !== null && grounds.length >= 4} onSubmit={save} onClose={onClose}>
      <p>{t({ zh: '提起以后由另一位有权人批准，批准以后系统自动交办；批准以前承办单位看不到。', en: 'Somebody else approves it; then it is issued by itself. The unit does not see it before.' })}</p>
      <Field label={{ zh: '督办什么', en: 'About' }} hint={{ zh: '项目、目标、承诺事项或工单', en: 'A project, target, commitment or case' }}>{({ status: _status, ...tied }) => <AboutSelect {...tied} value={about} onChange={setAbout} />}</Field>
      <Field label={{ zh: '承办单位', en: 'Unit that answers' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} known={known} value={unit === null ? [] : [unit]} onChange={([chosen = null]) => setUnit(chosen)} />}</Field>
      <Field label={{ zh: '等级', en: 'Grade' }} hint={{ zh: '重大事项可以直接从高', en: 'Grave matters may start higher' }}>{({ status: _status, ...tied }) => <Select<Grade> {...tied} value={grade} onChange={setGrade} options={Grade.options.map(value => ({ value, label: t(gradeWords[value]) }))} />}</Field>
      <Field label={{ zh: '督办事由', en: 'Grounds' }} hint={{ zh: '写明哪件事、差多少、拖了多久', en: 'What, by how much, for how long' }}>{tied => <Input.TextArea {...tied} rows={4} maxLength={2000} value={fields.grounds} onChange={event => set({ grounds: event.target.value })} />}</Field>
      <Field label={{ zh: '逾期不反馈的后果', en: 'What follows upon silence' }} hint={{ zh: '不填的，按等级用下面这一句', en: 'Left empty, the sentence below stands' }}>{tied => <Input.TextArea {...tied} rows={2} maxLength={2000} value={fields.consequence} onChange={event => set({ consequence: event.target.value })} />}</Field>
      <p className={style['preview']}><small>{t({ zh: '督办单上将写：', en: 'The notice will say:' })}</small> {follows ? <b>{t(follows)}</b> : t({ zh: '本区没有规定后果，可以不写。', en: 'The district sets none; it may be left out.' })}</p>
    </FormSheet>
  )
}
