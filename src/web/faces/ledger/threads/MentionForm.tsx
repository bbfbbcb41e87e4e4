import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../../engines/documents/contract.ts'
import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { SayingRole } from '../../../../engines/documents/domain/threads/saying.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { today } from '../../../today.ts'
import { useThreadChange } from './use-threads.ts'

const roles = { promise: { zh: '作出承诺', en: 'It promises' }, progress: { zh: '报告进展', en: 'It tells a stage' }, done: { zh: '宣布完成', en: 'It says that it is finished' } } as const

/** Notes what a paper says of the matter where the ledger has neither target nor commitment for it: a stage reached, a promise without a number. */
export function MentionForm({ page, onClose }: { readonly page: ThreadPage; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useThreadChange()
  const first = useMemo(() => ({ role: 'progress', year: String(page.to ?? today().slice(0, 4)), name: page.name, words: '', paper: '', section: '', at: '' }), [page.to, page.name])
  const { fields, set, forget } = useDraft(`thread-mention-${page.id}`, first)
  const paper = page.papers.find(p => p.key === fields.paper)
  const at = /^(\d{1,9})\s*[-—至]\s*(\d{1,9})$/.exec(fields.at.trim())
  const role = SayingRole.safeParse(fields.role).data ?? 'progress'
  const year = Number(fields.year)
  const save = async () => {
    if (!paper) return
    const from = paper.document !== null && at ? { kind: 'document' as const, document: paper.document, start: Number(at[1]), end: Number(at[2]) } : { kind: 'published' as const, title: paper.title, section: fields.section.trim(), saidOn: paper.saidOn }
    await call(contract.noteMention, { params: { id: page.id }, body: { version: page.version, role, year, name: fields.name.trim(), words: fields.words.trim(), from } })
    forget()
    onClose()
    await changed()
  }
  const ready = paper !== undefined && fields.words.trim().length >= 2 && fields.name.trim().length >= 2 && year >= 1949 && year <= 2100 && (paper.document !== null ? at !== null : fields.section.trim() !== '')
  return (
    <FormSheet open title={{ zh: '补记文件中的说法', en: 'Note what a paper says' }} act={{ zh: '记下', en: 'Note it' }} ready={ready} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <Field label={{ zh: '哪份文件', en: 'Which paper' }}>{({ id, ...tied }) => <Select {...tied} id={id} value={fields.paper || null} onChange={value => set({ paper: value ?? '' })} options={page.papers.map(p => ({ value: p.key, label: p.title }))} />}</Field>
      {paper?.document != null
        ? <Field label={{ zh: '原文第几字至第几字', en: 'Characters from–to' }} hint={{ zh: '如 1204-1218；在原文页选取后可从地址中看到', en: 'Such as 1204-1218; the address of the paper shows them' }} fault={fields.at !== '' && !at ? { zh: '应为两个数，如1204-1218', en: 'two numbers such as 1204-1218' } : null}>{tied => <Input {...tied} maxLength={24} value={fields.at} onChange={event => set({ at: event.target.value })} />}</Field>
        : <Field label={{ zh: '在哪一节', en: 'In which section' }} hint={{ zh: '如 二（五）', en: 'Such as 二（五）' }}>{tied => <Input {...tied} maxLength={200} value={fields.section} onChange={event => set({ section: event.target.value })} />}</Field>}
      <Field label={{ zh: '它说的是', en: 'What it does' }}>{({ id, ...tied }) => <Select {...tied} id={id} value={role} onChange={value => set({ role: value })} options={SayingRole.options.map(value => ({ value, label: t(roles[value]) }))} />}</Field>
      <Field label={{ zh: '说的是哪一年', en: 'Of which year' }}>{tied => <Input {...tied} inputMode="numeric" maxLength={4} value={fields.year} onChange={event => set({ year: event.target.value })} />}</Field>
      <Field label={{ zh: '那里的名称', en: 'Its name there' }}>{tied => <Input {...tied} maxLength={120} value={fields.name} onChange={event => set({ name: event.target.value })} />}</Field>
      <Field label={{ zh: '说了什么（几个字）', en: 'What it says, in few words' }} hint={{ zh: '如 完成控规调整；不抄整句', en: 'Such as 完成控规调整; no whole sentences' }}>{tied => <Input {...tied} maxLength={120} value={fields.words} onChange={event => set({ words: event.target.value })} />}</Field>
    </FormSheet>
  )
}
