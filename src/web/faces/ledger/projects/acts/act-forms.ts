import { nameOf } from '../../../../../engines/projects/domain/project.ts'
import { fundLabels } from '../../../../../engines/projects/domain/words.ts'
import { ProjectAct } from '../../../../../engines/projects/schema.ts'
import { lightLabels } from '../../../../../kernel/light.ts'
import { addDays } from '../../../../../kernel/time.ts'
import { type ActForm, amountOf, day, type FieldSpec, label, type Option, optional, orNull, reason, type Shown, type Values } from './act-form.ts'
import { monthSoFar, monthsToTell, sumOfMonths } from './months.ts'
import { evidenceGiven } from './rows.ts'
import { workForms } from './work-forms.ts'

const monthKeys = Array.from({ length: 12 }, (_, i) => `m${i + 1}`)
const openNodes = ({ view }: Shown): Option[] => view.nodes.filter(node => node.reached === null).map(node => ({ value: node.key, label: label(node.name, node.name) }))
const reachedNodes = ({ view }: Shown): Option[] => view.nodes.filter(node => node.reached !== null).map(node => ({ value: node.key, label: label(node.name, node.name) }))
const lists = ({ rules }: Shown): Option[] => rules.lists.map(list => ({ value: list.key, label: list.name }))
const listings = ({ view, rules }: Shown): Option[] => view.project.listings.map(({ list, year }) => { const name = rules.lists.find(one => one.key === list)?.name ?? label(list, list); return { value: `${list}/${year}`, label: label(`${year}年${name.zh}`, `${name.en}, ${year}`) } })

export const actForms: readonly ActForm[] = [
  {
    key: 'tell', may: 'tell', title: label('报月度投资', 'Tell a month'), act: label('报送', 'Send'), fits: shown => monthsToTell(shown.view.project, shown.today).length > 0,
    fields: shown => [
      { key: 'month', label: label('月份', 'Month'), input: 'choice', options: monthsToTell(shown.view.project, shown.today).map(month => ({ value: month, label: label(month, month) })), initial: monthsToTell(shown.view.project, shown.today).at(-1) ?? '' },
      { key: 'amount', label: label('当月完成投资（万元）', 'Done in the month (10,000 yuan)'), input: 'amount', hint: label('只报当月，不报累计；没有就填0', 'Of this month alone, no running total; nought where nothing was done') },
      { key: 'note', label: label('说明', 'Note'), input: 'text', hint: optional },
    ],
    said: (values, { view }) => monthSoFar(view.project, values['month'] ?? ''),
    make: values => ({ kind: 'month-told', month: values['month'], amount: amountOf(values['amount']), note: (values['note'] ?? '').trim() }),
  },
  {
    key: 'reach', may: 'tell', title: label('节点完成', 'A node is reached'), act: label('登记完成', 'Tell it'), fits: shown => openNodes(shown).length > 0,
    fields: shown => [
      { key: 'node', label: label('节点', 'Node'), input: 'choice', options: openNodes(shown), initial: openNodes(shown)[0]?.value ?? '' }, day('on', label('完成日期', 'Reached on'), shown.today),
      { key: 'evidence', label: label('佐证材料', 'Evidence'), input: 'evidence' },
    ],
    make: values => ({ kind: 'node-reached', node: values['node'], on: values['on'], evidence: evidenceGiven(values['evidence'] ?? '') }),
  },
  {
    key: 'visit', may: 'visit', title: label('现场查看', 'Visit to the site'), act: label('记下', 'Keep it'), large: true, photos: 6,
    fields: shown => [day('on', label('哪一天', 'On'), shown.today), { key: 'words', label: label('看到什么、要求什么', 'What was seen, what is asked'), input: 'long' }],
    make: values => ({ kind: 'visited', on: values['on'], words: (values['words'] ?? '').trim() }),
  },
  {
    key: 'forecast', may: 'tell', title: label('预计节点时间', 'Foresee a node'), act: label('保存', 'Save'), fits: shown => openNodes(shown).length > 0,
    fields: shown => [{ key: 'node', label: label('节点', 'Node'), input: 'choice', options: openNodes(shown), initial: openNodes(shown)[0]?.value ?? '' }, { ...day('on', label('预计完成日期', 'Foreseen for'), ''), hint: label('不填则恢复为计划日期', 'Left empty: as planned') }, reason],
    make: values => ({ kind: 'node-forecast', node: values['node'], on: orNull(values['on']), reason: (values['reason'] ?? '').trim() }),
  },
  {
    key: 'reopen', may: 'tell', title: label('撤销节点完成', 'Take a node back'), act: label('撤销完成', 'Take it back'), fits: shown => reachedNodes(shown).length > 0,
    fields: shown => [{ key: 'node', label: label('节点', 'Node'), input: 'choice', options: reachedNodes(shown), initial: reachedNodes(shown).at(-1)?.value ?? '' }, reason],
    make: values => ({ kind: 'node-reopened', node: values['node'], reason: (values['reason'] ?? '').trim() }),
  },
  {
    key: 'year', may: 'edit', title: label('下达年度计划', 'Plan a year'), act: label('下达', 'Set it'),
    fields: ({ view: { project, year } }) => {
      const plan = project.years.find(one => one.year === year.year)
      return [
        { key: 'year', label: label('年度', 'Year'), input: 'text', initial: String(year.year) }, { key: 'total', label: label('全年投资（万元）', 'The whole year (10,000 yuan)'), input: 'amount', initial: plan ? String(plan.total) : '', hint: label('各月都不填，按时间折算', 'Where no month is given, the time passed stands for them') },
        ...monthKeys.map((key, i): FieldSpec => ({ key, label: label(`${i + 1}月`, `Month ${i + 1}`), input: 'amount', initial: String(plan?.months?.[i] ?? '') })), { ...reason, hint: optional },
      ]
    },
    said: values => sumOfMonths(monthKeys.map(key => values[key] ?? ''), values['total'] ?? ''),
    make: values => { const months = monthKeys.map(key => amountOf(values[key])); return { kind: 'year-planned', year: Number(values['year']), total: amountOf(values['total']), months: months.every(month => month === null) ? null : months.map(month => month ?? 0), reason: (values['reason'] ?? '').trim() } },
  },
  {
    key: 'phase', may: 'edit', title: label('转阶段', 'Move to a phase'), act: label('转阶段', 'Move'),
    fields: shown => [{ key: 'phase', label: label('阶段', 'Phase'), input: 'choice', options: (['planned', 'reserved', 'started', 'operating'] as const).filter(phase => phase !== shown.view.project.phase).map(phase => ({ value: phase, label: shown.rules.phases[phase] })) }, day('on', label('自哪天起', 'Since'), shown.today), { ...reason, key: 'words' }],
    make: values => ({ kind: 'phased', phase: values['phase'], on: values['on'], words: (values['words'] ?? '').trim() }),
  },
  {
    key: 'rename', may: 'edit', title: label('更名', 'Rename'), act: label('更名', 'Rename'),
    fields: shown => [{ key: 'name', label: label('新名称', 'New name'), input: 'text', initial: nameOf(shown.view.project) }, day('from', label('自哪天起', 'Since'), shown.today), { ...reason, key: 'ground' }],
    make: values => ({ kind: 'renamed', name: (values['name'] ?? '').trim(), from: values['from'], ground: (values['ground'] ?? '').trim() }),
  },
  {
    key: 'describe', may: 'edit', title: label('修改项目信息', 'Change details'), act: label('保存', 'Save'),
    fields: ({ view: { project } }) => [
      { key: 'owner', label: label('业主单位', 'Owner'), input: 'unit', initial: project.owner }, { key: 'leader', label: label('挂点领导', 'Leader'), input: 'text', initial: project.leader ?? '', hint: optional }, { key: 'contractor', label: label('施工单位', 'Contractor'), input: 'text', initial: project.contractor ?? '', hint: optional },
      { key: 'total', label: label('总投资（万元）', 'Total (10,000 yuan)'), input: 'amount', initial: project.total === null ? '' : String(project.total), hint: optional }, { ...day('startsOn', label('计划开工', 'Starts'), project.startsOn ?? ''), hint: optional }, { ...day('endsOn', label('计划完工', 'Ends'), project.endsOn ?? ''), hint: optional },
      { key: 'unit', label: label('所在街道或社区', 'Street or community'), input: 'unit', initial: project.place.unit ?? '', hint: optional }, { key: 'address', label: label('地址', 'Address'), input: 'text', initial: project.place.address ?? '', hint: optional },
      { key: 'what', label: label('建设内容', 'What it is'), input: 'long', initial: project.what, hint: optional }, reason,
    ],
    make: (values, { view }) => ({ kind: 'described', owner: values['owner'], place: { ...view.project.place, unit: orNull(values['unit']), address: orNull(values['address']) }, leader: orNull(values['leader']), contractor: orNull(values['contractor']), total: amountOf(values['total']), startsOn: orNull(values['startsOn']), endsOn: orNull(values['endsOn']), what: (values['what'] ?? '').trim(), reason: (values['reason'] ?? '').trim() }),
  },
  {
    key: 'list', may: 'edit', title: label('列入清单', 'Put on a list'), act: label('列入', 'Put it on'),
    fields: shown => [{ key: 'list', label: label('清单', 'List'), input: 'choice', options: lists(shown), initial: lists(shown)[0]?.value ?? '' }, { key: 'year', label: label('年度', 'Year'), input: 'text', initial: shown.today.slice(0, 4) }, { key: 'ground', label: label('依据文件', 'By which paper'), input: 'text', hint: optional }],
    make: values => ({ kind: 'listed', list: values['list'], year: Number(values['year']), ground: (values['ground'] ?? '').trim() }),
  },
  {
    key: 'unlist', may: 'edit', title: label('移出清单', 'Take off a list'), act: label('移出', 'Take it off'), fits: shown => listings(shown).length > 0,
    fields: shown => [{ key: 'listing', label: label('清单', 'List'), input: 'choice', options: listings(shown), initial: listings(shown).at(-1)?.value ?? '' }, reason],
    make: values => { const [list, year] = (values['listing'] ?? '').split('/'); return { kind: 'unlisted', list, year: Number(year), reason: (values['reason'] ?? '').trim() } },
  },
  {
    key: 'fund', may: 'edit', title: label('登记资金来源', 'Tell a source of money'), act: label('保存', 'Save'),
    fields: () => [{ key: 'fund', label: label('来源', 'Source'), input: 'choice', options: Object.entries(fundLabels).map(([value, name]) => ({ value, label: name })), initial: 'budget' }, { key: 'amount', label: label('金额（万元）', 'Amount (10,000 yuan)'), input: 'amount', hint: label('填0为取消这一来源', 'Nought takes the source off') }, { key: 'ground', label: label('依据文件', 'By which paper'), input: 'text', hint: optional }],
    make: values => ({ kind: 'funded', fund: values['fund'], amount: amountOf(values['amount']), ground: (values['ground'] ?? '').trim() }),
  },
  {
    key: 'override', may: 'override', title: label('人工调灯', 'Override the light'), act: label('调灯', 'Set it'),
    fields: shown => [{ key: 'light', label: label('调为', 'Set to'), input: 'choice', options: (['on-pace', 'slipping', 'off-pace'] as const).map(light => ({ value: light, label: lightLabels[light] })) }, day('until', label('到哪天为止', 'Until'), addDays(shown.today, 30)), reason],
    make: values => ({ kind: 'light-overridden', light: values['light'], until: values['until'], reason: (values['reason'] ?? '').trim() }),
  },
  { key: 'end-override', may: 'override', title: label('取消人工调灯', 'End the override'), act: label('取消调灯', 'End it'), fits: ({ view }) => view.override !== null, fields: () => [reason], make: values => ({ kind: 'override-ended', reason: (values['reason'] ?? '').trim() }) },
  ...(['merged', 'split'] as const).map((kind): ActForm => ({
    key: kind, may: 'edit', title: kind === 'merged' ? label('并入其他项目', 'Merge into another') : label('拆分出另一项目', 'Another came out of it'), act: kind === 'merged' ? label('并入', 'Merge') : label('登记拆分', 'Tell it'),
    fields: shown => [{ key: 'into', label: label('另一个项目', 'The other project'), input: 'project', hint: label('先入库，再在这里选', 'Take it in first, then choose it here') }, day('on', label('哪一天', 'On'), shown.today), reason],
    make: values => ({ kind, into: values['into'], on: values['on'], reason: (values['reason'] ?? '').trim() }),
  })),
  ...workForms,
  { key: 'end', may: 'edit', title: label('退库', 'Withdraw'), act: label('退库', 'Withdraw'), fields: shown => [day('on', label('哪一天', 'On'), shown.today), reason], make: values => ({ kind: 'ended', on: values['on'], reason: (values['reason'] ?? '').trim() }) },
]

/** The act that a form's values make; null where something is missing or does not fit. */
export function actFrom(form: ActForm, values: Values, shown: Shown): ProjectAct | null {
  return ProjectAct.safeParse(form.make(values, shown)).data ?? null
}
