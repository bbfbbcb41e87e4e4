import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../../engines/plan/contract.ts'
import { mayStandUnder, numbersOf } from '../../../../engines/plan/domain/tree.ts'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

/** Moves a commitment below another, or to another place among its neighbours. */
export function MoveForm({ commitment, nodes, onClose }: { readonly commitment: CommitmentNode; readonly nodes: readonly CommitmentNode[]; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const first = useMemo(() => ({ parent: commitment.parent ?? '', position: String(commitment.position) }), [commitment])
  const { fields, set, forget } = useDraft(`move-${commitment.id}`, first)
  const numbers = numbersOf(nodes)
  const parents = nodes.filter(node => node.id !== commitment.id && mayStandUnder(commitment, node).ok)
  const position = /^[1-9]\d{0,3}$/.test(fields.position.trim()) ? Number(fields.position) : null
  const save = async () => {
    if (position === null) return
    await call(contract.move, { params: { id: commitment.id }, body: { parent: fields.parent || null, position, version: commitment.version } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '调整位置', en: 'Move' }} act={{ zh: '保存', en: 'Save' }} ready={position !== null} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p lang="zh-CN"><b>{commitment.title}</b></p>
      <Field label={{ zh: '放在哪一项之下', en: 'Below which one' }}>
        {tied => (
          <Select<string>
            {...tied}
            showSearch={{ optionFilterProp: 'label' }}
            value={fields.parent}
            onChange={parent => set({ parent })}
            options={[{ value: '', label: t({ zh: '最上层', en: 'At the top' }) }, ...parents.map(node => ({ value: node.id, label: `${numbers.get(node.id) ?? ''} ${node.title}` }))]}
          />
        )}
      </Field>
      <Field label={{ zh: '排第几位', en: 'At which place' }} hint={{ zh: '从1起；后面的依次后移', en: 'From 1; what stands there moves one on' }} fault={position === null ? { zh: '应为1起的整数', en: 'a whole number from 1' } : null}>
        {tied => <Input {...tied} inputMode="numeric" maxLength={4} value={fields.position} onChange={event => set({ position: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
