import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../../engines/documents/contract.ts'
import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { ThreadKind } from '../../../../engines/documents/domain/threads/thread.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { threadKinds } from './station-words.ts'
import { useThreadChange } from './use-threads.ts'

/** Gives a thread another name or kind. */
export function NameForm({ page, onClose }: { readonly page: ThreadPage; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useThreadChange()
  const first = useMemo(() => ({ name: page.name, kind: page.kind as string }), [page.name, page.kind]) // a draft holds text
  const { fields, set, forget } = useDraft(`thread-name-${page.id}`, first)
  const kind = ThreadKind.safeParse(fields.kind).data ?? page.kind
  const save = async () => {
    await call(contract.renameThread, { params: { id: page.id }, body: { version: page.version, name: fields.name.trim(), kind } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '改名称', en: 'Rename' }} act={{ zh: '保存', en: 'Save' }} ready={fields.name.trim().length >= 2} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <Field label={{ zh: '名称', en: 'Name' }}>{tied => <Input {...tied} maxLength={120} value={fields.name} onChange={event => set({ name: event.target.value })} />}</Field>
      <Field label={{ zh: '类别', en: 'Kind' }}>{({ id, ...tied }) => <Select {...tied} id={id} value={kind} onChange={value => set({ kind: value })} options={ThreadKind.options.map(value => ({ value, label: t(threadKinds[value]) }))} />}</Field>
    </FormSheet>
  )
}
