import { type RefusalTable } from '../../refusal-table.ts'

export const forceRefusals = {
  'unknown-force': { status: 404, zh: '没有找到这个专班。', en: 'There is no such task force.' },
  'force-changed': { status: 409, zh: '“{name}”刚由{by}办理过（{done}），你看到的不是最新情况。未作改动，请刷新后再办。', en: '“{name}” was changed meanwhile by {byEn} ({doneEn}). Nothing was saved; reload and look again.' },
  'force-dissolved': { status: 422, zh: '“{name}”已于{on}到期或撤销，不能再办理。需要继续的，请另行组建。', en: '“{name}” ended on {on} and takes nothing more. Set up another if it is to go on.' },
  'force-dates': { status: 422, zh: '开始日期{from}晚于结束日期{until}。请改正。', en: 'It begins on {from}, after its end {until}. Correct the dates.' },
  'force-until-past': { status: 422, zh: '到期日期{until}已经过去。请填今天或以后的日期。', en: 'Its last day {until} is past. Give today or a later day.' },
  'same-leader': { status: 422, zh: '领衔领导现在就是“{leader}”。未作改动。', en: '“{leader}” leads it already. Nothing was changed.' },
  'member-twice': { status: 422, zh: '“{person}”已在专班中。未作改动。', en: '“{person}” is a member already. Nothing was changed.' },
  'unknown-force-member': { status: 422, zh: '专班没有这名成员，可能已有人办理。请刷新。', en: 'There is no such member; somebody may have been quicker. Reload.' },
  'project-taken-already': { status: 422, zh: '专班已经负责这个项目。未作改动。', en: 'It has this project already. Nothing was changed.' },
  'project-not-here': { status: 422, zh: '专班没有负责这个项目。请刷新后再选。', en: 'It does not have this project. Reload and choose again.' },
  'project-has-team': { status: 422, zh: '“{project}”已由“{force}”负责。本区一个项目只设一个专班：请先由那个专班移出。', en: '“{force}” has “{project}” already, and a project has one task force here. Have it given up there first.' },
  'measure-outside': { status: 422, zh: '完成期限{due}不在专班的期限（{from}至{until}）之内。请改日期，或先延长专班期限。', en: 'The day {due} is outside the time of the task force ({from} to {until}). Change it, or give the task force more time first.' },
  'unknown-measure': { status: 422, zh: '方案里没有这项措施，可能已有人办理。请刷新。', en: 'The plan has no such measure; somebody may have been quicker. Reload.' },
  'measure-done-already': { status: 422, zh: '“{measure}”已于{on}完成。如登记有误，请先撤销完成。', en: '“{measure}” was done on {on}. If that was an error, take it back first.' },
  'measure-not-done': { status: 422, zh: '这项措施本来就没有完成。未作改动。', en: 'The measure was not done anyway. Nothing was changed.' },
  'not-longer': { status: 422, zh: '现在的到期日期是{until}。请填更晚的日期；提前结束的，用“撤销专班”。', en: 'Its last day is {until} now. Give a later one; to end it earlier, dissolve it.' },
  'start-without-team': { status: 422, zh: '“{project}”还没有专班。本区要求一项目一方案一专班：请先由一个专班接手，再转开工。', en: '“{project}” has no task force. The district holds to one project, one plan, one team: have one take it on before building begins.' },
  'start-without-plan': { status: 422, zh: '负责“{project}”的“{force}”还没有方案。请先在专班里列出措施，再转开工。', en: '“{force}”, which has “{project}”, has no plan. Write its measures down before building begins.' },
  'start-without-nodes': { status: 422, zh: '“{project}”还没有排定节点。请先排定节点，再转开工。', en: '“{project}” has no nodes. Plan them before building begins.' },
} as const satisfies RefusalTable
