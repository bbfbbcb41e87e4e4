import { type ForceView } from '../../../../engines/projects/forces/contract.ts'
import { logKinds } from '../../../../engines/projects/domain/forces/words.ts'
import { ForceAct } from '../../../../engines/projects/forces/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { day, type FieldSpec, label, optional, type Option, reason, type Values } from '../projects/acts/act-form.ts'

/** A form by which somebody acts on a task force: its fields, and the act that their values make. */
export type ForceForm = {
  readonly key: string
  readonly may: 'edit' | 'tell'
  readonly title: Label
  readonly act: Label
  readonly fits?: (view: ForceView) => boolean
  readonly fields: (view: ForceView, today: string) => readonly FieldSpec[]
  readonly make: (values: Values) => unknown
}

const same = (words: string): Label => ({ zh: words, en: words })
const text = (values: Values, key: string) => (values[key] ?? '').trim()
const members = (view: ForceView): Option[] => view.members.map(({ key, person, unit }) => ({ value: key, label: same(`${person}（${unit.name}）`) }))
const open = (view: ForceView): Option[] => view.plan.filter(one => one.done === null).map(({ key, words }) => ({ value: key, label: same(words) }))
const done = (view: ForceView): Option[] => view.plan.filter(one => one.done !== null).map(({ key, words }) => ({ value: key, label: same(words) }))
const projects = (view: ForceView): Option[] => view.projects.map(({ id, name }) => ({ value: id, label: same(name) }))
const choice = (key: string, name: Label, options: readonly Option[]): FieldSpec => ({ key, label: name, input: 'choice', options, initial: options[0]?.value ?? '' })

export const forceForms: readonly ForceForm[] = [
  {
    key: 'log', may: 'tell', title: label('记事', 'Write into the log'), act: label('记下', 'Keep it'),
    fields: (_view, today) => [choice('what', label('哪一类', 'Kind'), Object.entries(logKinds).map(([value, name]) => ({ value, label: name }))), day('on', label('哪一天', 'On'), today), { key: 'words', label: label('内容', 'What'), input: 'long', hint: label('至少两个字', 'Two characters at least') }],
    make: values => ({ kind: 'logged', what: values['what'], on: values['on'], words: text(values, 'words') }),
  },
  {
    key: 'done', may: 'tell', title: label('措施完成', 'A measure is done'), act: label('登记完成', 'Tell it'), fits: view => open(view).length > 0,
    fields: (view, today) => [choice('measure', label('措施', 'Measure'), open(view)), day('on', label('完成日期', 'Done on'), today), { key: 'evidence', label: label('佐证', 'What shows it'), input: 'text', hint: label('文号、验收单、现场确认', 'A paper, an acceptance, a confirmation on the site') }],
    make: values => ({ kind: 'measure-done', measure: values['measure'], on: values['on'], evidence: text(values, 'evidence') }),
  },
  {
    key: 'plan', may: 'edit', title: label('方案增加措施', 'Add a measure to the plan'), act: label('列入方案', 'Put it in'),
    fields: view => [{ key: 'words', label: label('要做什么', 'What is to be done'), input: 'text' }, { key: 'unit', label: label('责任单位', 'Who does it'), input: 'unit', initial: view.leadUnit.id }, { key: 'dueOn', label: label('完成期限', 'Due'), input: 'day', initial: view.until, hint: label(`在${view.from}至${view.until}之内`, `From ${view.from} to ${view.until}`) }, { key: 'sign', label: label('怎样算完成', 'Done when'), input: 'text' }],
    make: values => ({ kind: 'measure-planned', words: text(values, 'words'), unit: values['unit'], dueOn: values['dueOn'], sign: text(values, 'sign') }),
  },
  {
    key: 'take', may: 'edit', title: label('接手项目', 'Take a project on'), act: label('接手', 'Take it on'),
    fields: () => [{ key: 'project', label: label('项目', 'Project'), input: 'project' }, { ...reason, key: 'ground', label: label('依据', 'By which paper') }],
    make: values => ({ kind: 'project-taken', project: values['project'], ground: text(values, 'ground') }),
  },
  {
    key: 'join', may: 'edit', title: label('增加成员', 'Add a member'), act: label('增加', 'Add'),
    fields: () => [{ key: 'person', label: label('姓名', 'Name'), input: 'text' }, { key: 'unit', label: label('所在单位', 'Unit'), input: 'unit' }, { key: 'part', label: label('分工', 'Part'), input: 'text', hint: optional }],
    make: values => ({ kind: 'member-joined', person: text(values, 'person'), unit: values['unit'], part: text(values, 'part') }),
  },
  {
    key: 'leave', may: 'edit', title: label('减少成员', 'A member leaves'), act: label('减少', 'Take off'), fits: view => view.members.length > 0,
    fields: view => [choice('member', label('成员', 'Member'), members(view)), reason],
    make: values => ({ kind: 'member-left', member: values['member'], reason: text(values, 'reason') }),
  },
  {
    key: 'leader', may: 'edit', title: label('更换领衔领导', 'Change its leader'), act: label('更换', 'Change'),
    fields: () => [{ key: 'leader', label: label('领衔领导', 'Leader'), input: 'text' }, reason],
    make: values => ({ kind: 'leader-changed', leader: text(values, 'leader'), reason: text(values, 'reason') }),
  },
  {
    key: 'give-up', may: 'edit', title: label('不再负责项目', 'Give a project up'), act: label('移出', 'Give it up'), fits: view => view.projects.length > 0,
    fields: view => [choice('project', label('项目', 'Project'), projects(view)), reason],
    make: values => ({ kind: 'project-given-up', project: values['project'], reason: text(values, 'reason') }),
  },
  {
    key: 'drop', may: 'edit', title: label('方案去掉措施', 'Drop a measure'), act: label('去掉', 'Drop it'), fits: view => open(view).length > 0,
    fields: view => [choice('measure', label('措施', 'Measure'), open(view)), reason],
    make: values => ({ kind: 'measure-dropped', measure: values['measure'], reason: text(values, 'reason') }),
  },
  {
    key: 'reopen', may: 'tell', title: label('撤销措施完成', 'Take a measure back'), act: label('撤销完成', 'Take it back'), fits: view => done(view).length > 0,
    fields: view => [choice('measure', label('措施', 'Measure'), done(view)), reason],
    make: values => ({ kind: 'measure-reopened', measure: values['measure'], reason: text(values, 'reason') }),
  },
  {
    key: 'extend', may: 'edit', title: label('延长期限', 'Give it more time'), act: label('延长', 'Extend'),
    fields: view => [{ key: 'until', label: label('延长到', 'Until'), input: 'day', initial: '', hint: label(`现在到${view.until}`, `Now until ${view.until}`) }, reason],
    make: values => ({ kind: 'extended', until: values['until'], reason: text(values, 'reason') }),
  },
  {
    key: 'dissolve', may: 'edit', title: label('撤销专班', 'Dissolve it'), act: label('撤销', 'Dissolve'),
    fields: (_view, today) => [day('on', label('哪一天', 'On'), today), { key: 'words', label: label('完成了什么', 'What was reached'), input: 'long', hint: label('撤销以后不能再办理', 'Nothing can be done with it afterwards') }],
    make: values => ({ kind: 'dissolved', on: values['on'], words: text(values, 'words') }),
  },
]

/** The act that a form's values make; null where something is missing or does not fit. */
export function forceActFrom(form: ForceForm, values: Values): ForceAct | null {
  return ForceAct.safeParse(form.make(values)).data ?? null
}
