import { Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/documents/contract.ts'
import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { call } from '../../../client.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { useThreadChange } from './use-threads.ts'

const empty = { from: '', reason: '' }

/** Takes another thread into this one: both follow the same thing. */
export function JoinForm({ page, onClose }: { readonly page: ThreadPage; readonly onClose: () => void }) {
  const changed = useThreadChange()
  const { fields, set, forget } = useDraft(`thread-join-${page.id}`, empty)
  const others = useQuery({ queryKey: ['threads', 'names'], queryFn: ({ signal }) => call(contract.threads, { query: { limit: 500 }, signal }) })
  const save = async () => {
    await call(contract.joinThread, { params: { id: page.id }, body: { version: page.version, from: fields.from, reason: fields.reason.trim() } })
    forget()
    onClose()
    await changed()
  }
  const options = (others.data?.items ?? []).filter(other => other.id !== page.id).map(other => ({ value: other.id, label: other.name }))
  return (
    <FormSheet open title={{ zh: '并入另一条脉络', en: 'Join another thread' }} act={{ zh: '并入', en: 'Join' }} ready={fields.from !== '' && fields.reason.trim().length >= 4} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <Field label={{ zh: '把哪一条并进来', en: 'Which one comes in' }} hint={{ zh: '它的内容都归到这里；它自己的沿革保留，并指向这里', en: 'What it follows comes here; its own history stays and points here' }}>
        {({ id, ...tied }) => <Select {...tied} id={id} showSearch optionFilterProp="label" loading={others.isPending} value={fields.from || null} onChange={value => set({ from: value ?? '' })} options={options} />}
      </Field>
      <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '至少4个字', en: 'At least 4 characters' }}>{tied => <Input {...tied} maxLength={500} value={fields.reason} onChange={event => set({ reason: event.target.value })} />}</Field>
    </FormSheet>
  )
}
