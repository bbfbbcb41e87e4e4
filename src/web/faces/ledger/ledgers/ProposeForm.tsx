import { Input } from 'antd'
import { contract, type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

const first = { note: '' }

/** Puts a line forward for acceptance. */
export function ProposeForm({ line, onClose }: { readonly line: LineRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const { fields, set, forget } = useDraft(`propose-${line.id}`, first)
  const save = async () => {
    await call(contract.propose, { params: { id: line.id }, body: { note: fields.note.trim().replaceAll(/\s*\n\s*/g, ' ') || null, version: line.version } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '申请验收', en: 'Put forward for acceptance' }} act={{ zh: '申请验收', en: 'Put forward' }} ready onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p lang="zh-CN"><b>{line.title}</b></p>
      <p>{t({ zh: '已有佐证材料{n}份。申请后在有结论之前不能撤回佐证。', en: '{n} pieces of evidence. Until it is decided, none of them can be withdrawn.' }, { n: line.evidence })}</p>
      <Field label={{ zh: '说明（可不填）', en: 'Note (may be left empty)' }}>
        {tied => <Input.TextArea {...tied} rows={3} maxLength={500} value={fields.note} onChange={event => set({ note: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
