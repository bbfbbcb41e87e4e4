import { type Label } from '../../../kernel/label.ts'
import { dayOf, daysBetween, endOfDay, type Instant } from '../../../kernel/time.ts'
import { type Limit, type LimitUnit, type OfficeHours, type Remaining, remainingOf, remainingUntil, usualOfficeHours, workedBetween } from '../../../kernel/work-time.ts'
import { workingDaysBetween } from '../../../kernel/work-calendar.ts'
import { type CaseEventKind, type CaseState, type CaseType, type Channel, type Party } from '../schema.ts'

const l = (zh: string, en: string): Label => ({ zh, en })

/** Where a case stands, as a tag says it. */
export const stateWords = {
  received: l('待受理', 'To be filed'), filed: l('待派遣', 'To be dispatched'), dispatched: l('待签收', 'To be signed for'), disputed: l('待裁定', 'Disputed'), handling: l('办理中', 'In hand'), answered: l('待核查', 'To be checked'),
  checked: l('待结案', 'To be closed'), closed: l('待回访', 'To be called back'), suspended: l('挂起', 'Suspended'), refused: l('不予受理', 'Refused'), settled: l('办结', 'Settled'), voided: l('作废', 'Void'), merged: l('已并案', 'Merged'),
} as const satisfies Record<CaseState, Label>

/** What a person does, as the verb on its button. What only the program or the reporter does stands here too, so that no list of moves has a gap. */
export const actWords = {
  received: l('登记', 'Open'), amended: l('更正', 'Correct'), refused: l('不予受理', 'Refuse'), filed: l('受理', 'File'), dispatched: l('派遣', 'Dispatch'), signed: l('签收', 'Sign for it'), contacted: l('已联系反映人', 'Reporter contacted'),
  returned: l('退单', 'Return'), arbitrated: l('裁定', 'Decide whose it is'), transferred: l('转办', 'Hand on'), 'co-asked': l('增加协办单位', 'Add a co-unit'), 'co-answered': l('答复主办单位', 'Answer the lead'), 'co-released': l('解除协办', 'Release a co-unit'),
  delegated: l('指定经办人', 'Name a handler'), noted: l('备注', 'Note'), answered: l('答复', 'Answer'), checked: l('核查', 'Check'), closed: l('结案', 'Close'), 'called-back': l('回访', 'Call back'), excluded: l('不计入回访统计', 'Leave out of the rates'),
  settled: l('办结归档', 'Settle'), reopened: l('重新办理', 'Reopen'), rated: l('评价', 'Rate'), 'extension-asked': l('申请延期', 'Ask for more time'), 'extension-decided': l('审批延期', 'Decide on more time'),
  'suspension-asked': l('申请挂起', 'Ask to suspend'), 'suspension-decided': l('审批挂起', 'Decide on suspension'), resumed: l('恢复办理', 'Resume'), merged: l('并案', 'Merge'), absorbed: l('并入', 'Take in'), voided: l('作废', 'Void'),
  'jointly-supervised': l('联合督办', 'Supervise jointly'), warned: l('提醒', 'Warn'), escalated: l('升级', 'Escalate'), upgraded: l('更新版本', 'Upgrade'),
} as const satisfies Record<CaseEventKind, Label>

/** What happened, as a history says it. `domain/telling.ts` says more of each. */
export const doneWords = {
  received: l('登记', 'opened'), amended: l('更正内容', 'corrected'), refused: l('不予受理', 'refused'), filed: l('受理', 'filed'), dispatched: l('派遣', 'dispatched'), signed: l('签收', 'signed for'), contacted: l('联系了反映人', 'reporter contacted'),
  returned: l('退单', 'returned'), arbitrated: l('裁定', 'decided whose it is'), transferred: l('转办', 'handed on'), 'co-asked': l('增加协办单位', 'co-unit added'), 'co-answered': l('协办单位答复', 'co-unit answered'), 'co-released': l('解除协办', 'co-unit released'),
  delegated: l('指定经办人', 'handler named'), noted: l('备注', 'noted'), answered: l('答复', 'answered'), checked: l('核查', 'checked'), closed: l('结案', 'closed'), 'called-back': l('回访', 'called back'), excluded: l('不计入回访统计', 'left out of the rates'),
  settled: l('办结', 'settled'), reopened: l('重新办理', 'reopened'), rated: l('反映人评价', 'rated'), 'extension-asked': l('申请延期', 'more time asked for'), 'extension-decided': l('审批延期', 'more time decided on'),
  'suspension-asked': l('申请挂起', 'suspension asked for'), 'suspension-decided': l('审批挂起', 'suspension decided on'), resumed: l('恢复办理', 'resumed'), merged: l('并入其他工单', 'merged'), absorbed: l('有工单并入', 'another case merged into it'), voided: l('作废', 'made void'),
  'jointly-supervised': l('联合督办', 'joint supervision'), warned: l('临近时限提醒', 'warning before the deadline'), escalated: l('超时升级', 'escalated'), upgraded: l('更新版本', 'upgraded'),
} as const satisfies Record<CaseEventKind, Label>

/** What a move is called in this type: its own word where the trade has one. */
export function actName(type: Pick<CaseType, 'names'>, kind: CaseEventKind): Label {
  return type.names?.[kind] ?? actWords[kind]
}

export const channelWords = {
  portal: l('网上', 'Online'), phone: l('电话', 'Telephone'), counter: l('窗口', 'Counter'), patrol: l('巡查', 'Patrol'), street: l('街道呼叫', 'Call of a street'), platform: l('其他平台', 'Another platform'), letter: l('来信', 'Letter'), media: l('媒体', 'Media'), inspection: l('检查', 'Inspection'), import: l('导入', 'Import'),
} as const satisfies Record<Channel, Label>

export const partyWords = {
  reporter: l('反映人', 'Who asked'), opener: l('登记单位', 'Unit that opened it'), desk: l('派遣席', 'Dispatch desk'), lead: l('主办单位', 'Lead unit'), 'lead-head': l('主办单位负责人', 'Head of the lead unit'), 'co-unit': l('协办单位', 'Co-unit'),
  arbitrator: l('裁定人', 'Arbitrator'), checker: l('核查人', 'Checker'), caller: l('回访人', 'Caller'), supervisor: l('督办人', 'Supervisor'), program: l('系统', 'The program'),
} as const satisfies Record<Party, Label>

const unitWords = {
  'working-hours': l('{n}个工作小时', '{n} working {hour}'), 'working-days': l('{n}个工作日', '{n} working {day}'), 'calendar-hours': l('{n}小时', '{n} {hour}'), 'calendar-days': l('{n}天', '{n} {day}'),
} as const satisfies Record<LimitUnit, Label>

function counted(unit: LimitUnit, n: number): Label {
  const text = String(Math.round(n * 10) / 10)
  const many = n === 1 ? '' : 's'
  return { zh: unitWords[unit].zh.replace('{n}', text), en: unitWords[unit].en.replace('{n}', text).replace('{hour}', `hour${many}`).replace('{day}', `day${many}`) }
}

/** A limit in words: 7天, 2个工作小时. */
export function limitWords({ n, unit }: Limit): Label {
  return isHours(unit) && n < 1 ? amountWords(remainingOf({ n, unit })) : counted(unit, n)
}

const HOUR = 3_600_000
const isHours = (unit: LimitUnit) => unit === 'working-hours' || unit === 'calendar-hours'

/** An amount of a clock's own time in words; hours to the half, less than an hour in minutes. */
function amountWords({ unit, amount }: Remaining): Label {
  if (!isHours(unit)) return counted(unit, amount)
  if (amount >= HOUR) return counted(unit, amount >= 10 * HOUR ? Math.round(amount / HOUR) : Math.round((amount / HOUR) * 2) / 2)
  const minutes = Math.max(1, Math.round(amount / 60_000))
  return unit === 'working-hours' ? l(`${minutes}分钟（工作时间）`, `${minutes} working minute${minutes === 1 ? '' : 's'}`) : l(`${minutes}分钟`, `${minutes} minute${minutes === 1 ? '' : 's'}`)
}

/** A deadline as it is shown: its end, how it is counted, and whether it stands still or was met. */
export type Deadline = { readonly at: Instant; readonly unit: LimitUnit; readonly known?: boolean; readonly stoppedAt?: Instant | null; readonly paused?: Remaining | null }

/** How a deadline stands. `soon`: on its last day, or with less than two hours left. */
export type DueLevel = 'in-time' | 'soon' | 'late' | 'paused' | 'met' | 'met-late'

/** How a deadline stands at an instant, and in which words: 剩1个工作日, 今天到期, 超时2天. */
export function dueWords({ at, unit, stoppedAt = null, paused = null }: Deadline, now: Instant, hours: OfficeHours = usualOfficeHours): { readonly level: DueLevel; readonly words: Label } {
  if (stoppedAt !== null) {
    if (stoppedAt <= at) return { level: 'met', words: l('按时完成', 'Done in time') }
    const { zh, en } = overBy(at, stoppedAt, unit, hours)
    return { level: 'met-late', words: l(`已完成，${zh}`, `Done, ${en}`) }
  }
  if (paused) {
    const left = amountWords(paused)
    return { level: 'paused', words: l(`暂停计时，还剩${left.zh}`, `Paused with ${left.en} left`) }
  }
  if (now > at) {
    const { zh, en } = overBy(at, now, unit, hours)
    return { level: 'late', words: l(zh, en.charAt(0).toUpperCase() + en.slice(1)) }
  }
  const left = remainingUntil(at, now, unit, hours)
  if (!isHours(unit) && left.amount === 0) return dayOf(at) === dayOf(now) ? { level: 'soon', words: l('今天到期', 'Due today') } : { level: 'soon', words: l('下一个工作日前到期', 'Due before the next working day') }
  const words = amountWords(left)
  return { level: isHours(unit) ? (left.amount < 2 * HOUR ? 'soon' : 'in-time') : left.amount <= 1 ? 'soon' : 'in-time', words: l(`还剩${words.zh}`, `${words.en} left`) }
}

/** By how much an end was missed, counted as the clock counts; on a weekend a clock of working days is late by none yet. */
function overBy(due: Instant, at: Instant, unit: LimitUnit, hours: OfficeHours): Label {
  const amount = unit === 'calendar-days' ? daysBetween(dayOf(due), dayOf(at)) : unit === 'working-days' ? workingDaysBetween(dayOf(due), dayOf(at)).days : unit === 'working-hours' ? workedBetween(due, at, hours) : Date.parse(at) - Date.parse(due)
  if (amount <= 0) return l('已超时', 'overdue')
  const words = amountWords({ unit, amount })
  return l(`超时${words.zh}`, `overdue by ${words.en}`)
}

/** Does a deadline end with its day? Then the day alone is said. */
export function endsWithDay(at: Instant): boolean {
  return at === endOfDay(dayOf(at))
}
