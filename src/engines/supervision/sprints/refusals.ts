import { type RefusalTable } from '../../refusal-table.ts'

export const sprintRefusals = {
  'unknown-sprint': { status: 404, zh: '没有找到这次攻坚行动。', en: 'There is no such sprint.' },
  'unknown-sprint-thing': { status: 404, zh: '没有找到这个事项：可能已从清单撤下，或者不在今年的项目、目标、承诺事项里。请刷新。', en: 'This thing was not found: it may have been taken off the list, or is no project, target or commitment of this year. Reload.' },
  'sprint-ends-before': { status: 422, zh: '结束日期{until}应在开始日期{from}之后。', en: 'A sprint ends after it begins: {until} is not after {from}.' },
  'sprint-over-already': { status: 422, zh: '结束日期{until}已经过去。请选今天或以后的日期。', en: 'The last day {until} is past. Choose today or a later day.' },
  'sprint-too-long': { status: 422, zh: '攻坚行动最长{n}天。更长的请列入年度计划。', en: 'A sprint lasts {n} days at most. What lasts longer belongs into the plan.' },
  'sprint-without-rounds': { status: 422, zh: '{from}至{until}之间没有工作日，没有一轮可报。请改日期或节奏。', en: 'Between {from} and {until} there is no working day, so nothing could be told. Change the days or the rhythm.' },
  'sprint-changed': { status: 409, zh: '“{name}”刚由{by}办理过（{done}），你看到的不是最新情况。未作改动，请刷新后再办。', en: '“{name}” was changed meanwhile by {by} ({doneEn}). Nothing was saved; reload and look again.' },
  'sprint-closed': { status: 422, zh: '“{name}”已经收官，不能再改动。', en: '“{name}” is closed and cannot be changed any more.' },
  'sprint-over': { status: 422, zh: '“{name}”已于{until}到期，不能再增减事项或填报。', en: '“{name}” ended on {until}: nothing can be put on, taken off or told any more.' },
  'sprint-thing-twice': { status: 422, zh: '“{title}”已在清单上，一个事项只列一次。', en: '“{title}” stands on the list already; a thing stands on it once.' },
  'sprint-no-round': { status: 422, zh: '{day}没有要报的一轮：还没有开始，或者不是工作日。', en: 'There is no round to tell on {day}: it has not begun, or nobody works that day.' },
  'not-your-round': { status: 403, zh: '“{title}”由{unit}填报，您不是该单位的人员。', en: '“{title}” is told by {unit}, to which you do not belong.' },
} as const satisfies RefusalTable
