import { type RefusalTable } from '../refusal-table.ts'

export const refusals = {
  'unit-ended': { status: 422, zh: '“{unit}”已于{on}撤销，不能再变更。', en: '“{unit}” ended on {on} and can no longer change.' },
  'before-last-change': { status: 422, zh: '日期{on}早于“{unit}”上一次变更的{last}。历史只能向后续写，请改用{last}或之后的日期。', en: '{on} is before the last change of “{unit}” on {last}. History is only written forward: use {last} or later.' },
  'parent-below': { status: 422, zh: '“{unit}”不能隶属于自己或自己的下级单位。', en: '“{unit}” cannot report to itself or to a unit below it.' },
  'already-founded': { status: 422, zh: '“{unit}”已经设立。', en: '“{unit}” already exists.' },
  'parts-not-below': { status: 422, zh: '拆分后的单位不能包含“{unit}”本身。', en: '“{unit}” cannot be one of its own parts.' },
  'code-taken': { status: 422, zh: '代码{code}已被“{unit}”使用。', en: 'Code {code} is in use by “{unit}”.' },
  'task-force-needs-end': { status: 422, zh: '专班必须有结束日期。', en: 'A task force needs a last day.' },
  'ends-before-start': { status: 422, zh: '结束日期必须晚于开始日期{from}。', en: 'The end must be after the start, {from}.' },
  'already-ended': { status: 422, zh: '已于{on}结束。', en: 'This ended on {on}.' },
  'change-over': { status: 422, zh: '这项变更（{on}）已经生效或已撤回，不能再撤回。', en: 'This change of {on} has taken effect or was withdrawn; it cannot be withdrawn.' },
  'already-left': { status: 422, zh: '“{name}”已离任或停用。', en: '“{name}” has left already.' },
  'leave-past': { status: 422, zh: '离任日不能早于今天（{today}）。', en: 'The day of leaving cannot be before today, {today}.' },
  'account-taken': { status: 422, zh: '用户名{account}已属于{name}，请另取一个。', en: 'The user name {account} belongs to {name}; choose another.' },
  'deactivate-self': { status: 422, zh: '不能停用自己，请由其他管理员办理。', en: 'Nobody deactivates himself; ask another administrator.' },
  'appoint-self': { status: 422, zh: '不能给自己任职，请由其他管理员办理。', en: 'Nobody gives a post to himself; ask another administrator.' },
  'roles-apart': { status: 422, zh: '同一人不能同时担任“{role}”和“{other}”（自{from}起重叠）：系统、安全、审计管理三者分设，且不兼任审核、采纳、调灯等业务岗位。请改派他人或错开日期。', en: 'One person cannot be “{roleEn}” and “{otherEn}” at once (they overlap from {from}): system, security and audit administration are separate, and apart from whoever decides about the ledger. Choose somebody else, or other dates.' },
  'delegation-to-self': { status: 422, zh: '不能把岗位委托给自己。', en: 'A post cannot be delegated to its own holder.' },
  'delegation-too-long': { status: 422, zh: '委托期不能超过岗位任期（至{until}）。', en: 'The delegation cannot outlast the post, which ends on {until}.' },
} as const satisfies RefusalTable
