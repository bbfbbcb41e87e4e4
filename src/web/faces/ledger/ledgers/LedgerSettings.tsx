import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { contract, type LedgerRow } from '../../../../engines/plan/ledgers/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

/** Changes the title or the cap of a ledger, or removes it. */
export function LedgerSettings({ ledger, onClose }: { readonly ledger: LedgerRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const changed = useLedgerChange()
  const [removing, setRemoving] = useState(false)
  const first = useMemo(() => ({ title: ledger.title, cap: ledger.cap === null ? '' : String(ledger.cap), reason: '' }), [ledger])
  const { fields, set, forget } = useDraft(`ledger-settings-${ledger.id}`, first)
  const cap = /^\d{1,5}$/.test(fields.cap.trim()) ? Number(fields.cap) : null
  const same = fields.title.trim() === ledger.title && (ledger.cap === null || cap === ledger.cap)
  const save = async () => {
    await call(contract.edit, { params: { id: ledger.id }, body: { title: fields.title.trim(), ...(ledger.cap !== null && cap !== null && { cap }), reason: fields.reason.trim(), version: ledger.version } })
    forget()
    onClose()
    await changed()
  }
  const remove = async (reason: string) => {
    await call(contract.remove, { params: { id: ledger.id }, body: { reason, version: ledger.version } })
    void navigate(`/ledgers?year=${ledger.span.slice(-4)}`)
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '修改台账', en: 'Change the ledger' }} act={{ zh: '保存', en: 'Save' }} ready={!same && fields.title.trim() !== '' && fields.reason.trim().length >= 2 && (ledger.cap === null || cap !== null)} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <Field label={{ zh: '名称', en: 'Title' }}>
        {tied => <Input {...tied} maxLength={300} value={fields.title} onChange={event => set({ title: event.target.value })} />}
      </Field>
      {ledger.cap !== null && (
        <Field label={{ zh: '总数上限', en: 'Cap' }} hint={{ zh: '凭上级文件调整，不能低于已列项数', en: 'Changed with the paper from above; not below what stands in it' }}>
          {tied => <Input {...tied} inputMode="numeric" maxLength={5} value={fields.cap} onChange={event => set({ cap: event.target.value })} />}
        </Field>
      )}
      <Field label={{ zh: '理由', en: 'Reason' }}>
        {tied => <Input {...tied} maxLength={300} value={fields.reason} onChange={event => set({ reason: event.target.value })} />}
      </Field>
      <p><Button onClick={() => setRemoving(true)}>{t({ zh: '删除这本台账', en: 'Remove this ledger' })}</Button></p>
      <ConfirmWithReason open={removing} title={{ zh: '删除台账', en: 'Remove the ledger' }} act={{ zh: '删除', en: 'Remove' }} consequence={t({ zh: '只删除清单；其中事项和目标仍在计划中。已有佐证或验收记录的不能删除。', en: 'Only the list goes; what it lists stays in the plan. With evidence or acceptance it cannot be removed.' })} onConfirm={remove} onClose={() => setRemoving(false)} />
    </FormSheet>
  )
}
