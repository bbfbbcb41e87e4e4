import { Select } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../../engines/plan/contract.ts'
import { type CommitmentNode, type PlanLine } from '../../../../engines/plan/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { targetWords } from '../../../parts/plan/line-words.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

/** Says which target of the year measures a commitment; without one its progress is entered by hand. */
export function LinkForm({ commitment, lines, onClose }: { readonly commitment: CommitmentNode; readonly lines: readonly PlanLine[]; readonly onClose: () => void }) {
  const { language, t } = useLanguage()
  const changed = useLedgerChange()
  const first = useMemo(() => ({ target: commitment.target ?? '' }), [commitment])
  const { fields, set, forget } = useDraft(`link-${commitment.id}`, first)
  const save = async () => {
    await call(contract.link, { params: { id: commitment.id }, body: { target: fields.target || null, version: commitment.version } })
    forget()
    onClose()
    await changed()
  }
  const targets = lines.filter(line => line.kind === 'target')
  return (
    <FormSheet open title={{ zh: '挂接目标', en: 'Link a target' }} act={{ zh: '保存', en: 'Save' }} ready={fields.target !== (commitment.target ?? '')} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p lang="zh-CN"><b>{commitment.title}</b></p>
      <Field label={{ zh: '由哪个目标衡量', en: 'Measured by which target' }} hint={{ zh: '挂接后由指标数值衡量，不再手工填报进展；只列本年度的目标。', en: 'Its figures then measure it, and no progress is entered by hand. Targets of this year.' }}>
        {tied => (
          <Select<string>
            {...tied}
            showSearch={{ optionFilterProp: 'label' }}
            value={fields.target}
            onChange={target => set({ target })}
            options={[{ value: '', label: t({ zh: '不挂接，手工填报进展', en: 'None: progress is entered by hand' }) }, ...targets.map(line => ({ value: line.id, label: `${t(line.label)} ${targetWords(line, language)}` }))]}
          />
        )}
      </Field>
    </FormSheet>
  )
}
