import { Input, Select } from 'antd'
import { type LedgerKind } from '../../../../engines/plan/ledgers/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { targetWords } from '../../../parts/plan/line-words.ts'
import { Field } from '../../../ui/Field.tsx'
import { useCommitments, usePlanYear } from '../plan/use-plan.ts'
import { idsIn, type LineFields } from './line-choice.ts'

type LineChoiceProps = { readonly kind: LedgerKind; readonly span: string; readonly fields: LineFields; readonly set: (change: Partial<LineFields>) => void }

/** Which lines a ledger gets: commitments of the plan and new ones, or targets of the span. */
export function LineChoice({ kind, ...rest }: LineChoiceProps) {
  const year = Number(rest.span.slice(-4))
  if (!/^\d{4}(?:-\d{4})?$/.test(rest.span)) return null
  return kind.of === 'target' ? <Targets year={year} {...rest} /> : <Commitments year={year} {...rest} />
}

type Inner = Omit<LineChoiceProps, 'kind'> & { readonly year: number }

function Targets({ year, span, fields, set }: Inner) {
  const { language, t } = useLanguage()
  const plan = usePlanYear(year)
  // Targets of single years are reached on the way; the plan's own are those of the span and of its last year.
  const targets = (plan.data?.lines ?? []).filter(line => line.kind === 'target' && (line.targetPeriod === span || line.targetPeriod === String(year)))
  return (
    <Field label={{ zh: '列入的目标', en: 'Targets' }} hint={{ zh: '规划期末年的目标，或整个规划期的目标', en: 'Targets of the last year, or of the whole span' }}>
      {tied => <Select<string[]> {...tied} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={idsIn(fields.targets)} onChange={ids => set({ targets: ids.join(' ') })} loading={plan.isPending} options={targets.map(line => ({ value: line.id, label: `${t(line.label)} ${targetWords(line, language)}` }))} />}
    </Field>
  )
}

function Commitments({ year, fields, set }: Inner) {
  const tree = useCommitments(year)
  return (
    <>
      <Field label={{ zh: '从计划中选取', en: 'From the plan' }} hint={{ zh: '选任务即带上其下各项举措，作为要计量的内容', en: 'A task brings the measures below it, by which it is measured' }}>
        {tied => <Select<string[]> {...tied} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={idsIn(fields.commitments)} onChange={ids => set({ commitments: ids.join(' ') })} loading={tree.isPending} options={(tree.data?.items ?? []).map(node => ({ value: node.id, label: node.title }))} />}
      </Field>
      <Field label={{ zh: '新增（每行一项）', en: 'New ones, one a line' }} hint={{ zh: '计划中还没有的事项，建立后再定牵头单位和时限', en: 'What the plan does not hold yet; leads and days are set afterwards' }}>
        {tied => <Input.TextArea {...tied} rows={3} maxLength={20_000} value={fields.fresh} onChange={event => set({ fresh: event.target.value })} />}
      </Field>
    </>
  )
}
