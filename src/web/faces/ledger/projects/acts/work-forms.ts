import { approvalsOf, type ApprovalState } from '../../../../../engines/projects/domain/approvals.ts'
import { amountNow } from '../../../../../engines/projects/domain/contracts.ts'
import { sumToYuan } from '../../../../../engines/projects/domain/money.ts'
import { contractKindLabels } from '../../../../../engines/projects/domain/words.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { printNumber } from '../../../../../kernel/quantity.ts'
import { type ActForm, amountOf, day, type FieldSpec, label, type Option, optional, reason, type Shown } from './act-form.ts'

const textOf = (value: string | undefined) => (value ?? '').trim()
const contracts = ({ view: { project } }: Shown, open: boolean): Option[] => project.contracts.filter(one => !open || one.closed === null).map(one => ({ value: one.number, label: label(`${one.number} ${one.what}`, `${one.number} ${one.what}`) }))
const lines = ({ view: { project }, rules, today }: Shown, ...states: readonly ApprovalState[]): Option[] => approvalsOf(project, rules.kinds, today).filter(one => states.includes(one.state)).map(({ line }) => ({ value: line.key, label: line.name }))
const choice = (key: string, name: Label, options: readonly Option[]): FieldSpec => ({ key, label: name, input: 'choice', options, initial: options[0]?.value ?? '' })
const contractChoice = (shown: Shown, open: boolean) => choice('number', label('合同', 'Contract'), contracts(shown, open))
const lineChoice = (options: readonly Option[]) => choice('line', label('审批事项', 'Approval'), options)
const directions: readonly Option[] = [{ value: 'more', label: label('增加', 'More') }, { value: 'less', label: label('减少', 'Less') }]
const money = (value: number) => printNumber(value, 4)
const number = (key: string, name: Label, initial: number | undefined): FieldSpec => ({ key, label: name, input: 'amount', initial: initial === undefined ? '' : String(initial) })

/** By how much a contract changes; null where nothing was typed. */
const changeOf = (values: Readonly<Record<string, string>>) => { const amount = amountOf(values['amount']); return amount === null ? null : values['direction'] === 'less' ? -amount : amount }

const contractForms: readonly ActForm[] = [
  {
    key: 'contract', may: 'tell', panel: 'contracts', title: label('登记合同', 'Tell a contract'), act: label('登记', 'Tell it'),
    fields: shown => [
      { key: 'number', label: label('合同编号', 'Number'), input: 'text' }, { key: 'name', label: label('合同内容', 'What it is for'), input: 'text' },
      choice('of', label('合同类别', 'Kind'), Object.entries(contractKindLabels).map(([value, name]) => ({ value, label: name }))),
      { key: 'party', label: label('对方单位', 'With whom'), input: 'text' }, { key: 'amount', label: label('合同金额（万元）', 'Amount (10,000 yuan)'), input: 'amount' }, day('on', label('签订日期', 'Signed on'), shown.today),
    ],
    make: values => ({ kind: 'contract-signed', number: textOf(values['number']), what: textOf(values['name']), of: values['of'], party: textOf(values['party']), amount: amountOf(values['amount']), on: values['on'] }),
  },
  {
    key: 'contract-change', may: 'tell', panel: 'contracts', title: label('合同变更', 'Change a contract'), act: label('登记变更', 'Tell the change'), fits: shown => contracts(shown, true).length > 0,
    fields: shown => [
      contractChoice(shown, true), choice('direction', label('增或减', 'More or less'), directions), { key: 'amount', label: label('变更金额（万元）', 'By how much (10,000 yuan)'), input: 'amount' },
      { key: 'approval', label: label('批准文号', 'Approved by paper number'), input: 'text' }, day('on', label('变更日期', 'Changed on'), shown.today), reason,
    ],
    said: (values, { view: { project } }) => {
      const there = project.contracts.find(one => one.number === values['number']), by = changeOf(values)
      if (!there || by === null || Number.isNaN(by)) return null
      return { zh: `现为${money(amountNow(there))}万元，变更后${money(sumToYuan([amountNow(there), by]))}万元。`, en: `It stands at ${money(amountNow(there))} (10,000 yuan) and will be ${money(sumToYuan([amountNow(there), by]))}.` }
    },
    make: values => ({ kind: 'contract-changed', number: values['number'], by: changeOf(values), reason: textOf(values['reason']), approval: textOf(values['approval']), on: values['on'] }),
  },
  {
    key: 'contract-close', may: 'tell', panel: 'contracts', title: label('合同结算', 'Settle a contract'), act: label('登记结算', 'Settle it'), fits: shown => contracts(shown, true).length > 0,
    fields: shown => [contractChoice(shown, true), { key: 'amount', label: label('结算价（万元）', 'Final account (10,000 yuan)'), input: 'amount', hint: label('结算后不能再变更', 'No change after this') }, day('on', label('结算日期', 'Settled on'), shown.today)],
    make: values => ({ kind: 'contract-closed', number: values['number'], account: amountOf(values['amount']), on: values['on'] }),
  },
  {
    key: 'contract-strike', may: 'edit', panel: 'contracts', title: label('撤销合同登记', 'Strike a contract off'), act: label('撤销登记', 'Strike it off'), fits: shown => contracts(shown, false).length > 0,
    fields: shown => [contractChoice(shown, false), reason],
    make: values => ({ kind: 'contract-struck', number: values['number'], reason: textOf(values['reason']) }),
  },
]

const landForms: readonly ActForm[] = [
  {
    key: 'land-tell', may: 'tell', panel: 'land', title: label('报征迁进度', 'Tell land and demolition'), act: label('报送', 'Send'), fits: ({ view }) => view.project.land.planned !== null,
    fields: ({ view: { project: { land } }, today }) => {
      const last = land.told.at(-1)
      return [
        day('on', label('截至哪天', 'As of'), today), { ...number('signed', label('累计签约（户）', 'Households signed'), last?.signed), hint: label('都报累计数，不是新增数', 'All that was reached by that day, not what was added') }, number('cleared', label('累计清场（户）', 'Households cleared'), last?.cleared),
        number('area', label('累计征地（平方米）', 'Land acquired (m²)'), last?.area), number('demolished', label('累计拆除建筑（平方米）', 'Buildings torn down (m²)'), last?.demolished),
        { key: 'reason', label: label('更正理由', 'Reason of the correction'), input: 'text', hint: label('比上次报的少时才填', 'Only where less is told than before') },
      ]
    },
    make: values => ({ kind: 'land-told', on: values['on'], signed: amountOf(values['signed']), cleared: amountOf(values['cleared']), area: amountOf(values['area']), demolished: amountOf(values['demolished']), reason: textOf(values['reason']) }),
  },
  {
    key: 'land-plan', may: 'edit', panel: 'land', title: label('核定征迁任务', 'Plan land and demolition'), act: label('核定', 'Set it'),
    fields: ({ view: { project: { land: { planned } } } }) => [
      number('households', label('应征迁（户）', 'Households'), planned?.households), number('area', label('应征土地（平方米）', 'Land to be acquired (m²)'), planned?.area), { ...number('buildings', label('应拆建筑（平方米）', 'Buildings to be torn down (m²)'), planned?.buildings), hint: label('没有的填0', 'Nought where there is none') },
      { key: 'ground', label: label('依据文件', 'By which paper'), input: 'text' },
    ],
    make: values => ({ kind: 'land-planned', households: amountOf(values['households']), area: amountOf(values['area']), buildings: amountOf(values['buildings']), ground: textOf(values['ground']) }),
  },
]

const approvalForms: readonly ActForm[] = [
  {
    key: 'approval-apply', may: 'tell', panel: 'approvals', title: label('登记申报', 'Tell an application'), act: label('登记', 'Tell it'), fits: shown => lines(shown, 'open', 'with-owner', 'not-needed').length > 0,
    fields: shown => [lineChoice(lines(shown, 'open', 'with-owner', 'not-needed')), day('on', label('申报日期', 'Applied on'), shown.today), { key: 'note', label: label('说明', 'Note'), input: 'text', hint: optional }],
    make: values => ({ kind: 'approval-applied', line: values['line'], on: values['on'], note: textOf(values['note']) }),
  },
  {
    key: 'approval-grant', may: 'tell', panel: 'approvals', title: label('登记批准', 'Tell a grant'), act: label('登记', 'Tell it'), fits: shown => lines(shown, 'running').length > 0,
    fields: shown => [lineChoice(lines(shown, 'running')), day('on', label('批准日期', 'Granted on'), shown.today), { key: 'reference', label: label('批复文号', 'Number of the paper'), input: 'text' }],
    make: values => ({ kind: 'approval-granted', line: values['line'], on: values['on'], reference: textOf(values['reference']) }),
  },
  {
    key: 'approval-return', may: 'tell', panel: 'approvals', title: label('登记退回补正', 'Tell that it was sent back'), act: label('登记', 'Tell it'), fits: shown => lines(shown, 'running').length > 0,
    fields: shown => [lineChoice(lines(shown, 'running')), day('on', label('退回日期', 'Sent back on'), shown.today), reason],
    make: values => ({ kind: 'approval-returned', line: values['line'], on: values['on'], reason: textOf(values['reason']) }),
  },
  {
    key: 'approval-skip', may: 'edit', panel: 'approvals', title: label('认定不需办理', 'Not needed'), act: label('认定', 'Decide'), fits: shown => lines(shown, 'waiting', 'open', 'running', 'with-owner').length > 0,
    fields: shown => [lineChoice(lines(shown, 'waiting', 'open', 'running', 'with-owner')), day('on', label('哪一天', 'On'), shown.today), reason],
    make: values => ({ kind: 'approval-not-needed', line: values['line'], on: values['on'], reason: textOf(values['reason']) }),
  },
  {
    key: 'approval-back', may: 'edit', panel: 'approvals', title: label('撤销最近一步', 'Take the last step back'), act: label('撤销', 'Take it back'), fits: shown => lines(shown, 'running', 'with-owner', 'granted', 'not-needed').length > 0,
    fields: shown => [lineChoice(lines(shown, 'running', 'with-owner', 'granted', 'not-needed')), reason],
    make: values => ({ kind: 'approval-taken-back', line: values['line'], reason: textOf(values['reason']) }),
  },
]

/** Forms of contracts, land and approvals; each is offered by its panel. */
export const workForms: readonly ActForm[] = [...contractForms, ...landForms, ...approvalForms]
