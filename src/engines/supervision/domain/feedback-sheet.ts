import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Light } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { addWorkingDays } from '../../../kernel/work-calendar.ts'
import { type FeedbackKind, type FeedbackLine, type FeedbackSheet, type Share } from '../feedback/schema.ts'
import { type DecisionState } from '../schema.ts'

/** What the program knows of one unit for a month, in any order. */
export type FeedbackGiven = {
  readonly projects: readonly { readonly name: string; readonly light: Light; readonly because: Label; readonly page: string; /** Was the investment of the month to be told, and was it told by the day? Null: not to be told. */ readonly told: boolean | null }[]
  readonly blockers: readonly { readonly title: string; readonly raisedOn: Day; readonly page: string }[]
  readonly targets: readonly { readonly name: Label; readonly light: Light; readonly because: Label; readonly page: string }[]
  readonly commitments: readonly { readonly id: Id; readonly title: string; readonly light: Light; readonly dueOn: Day; readonly share: number | null; readonly doneOn: Day | null; readonly page: string }[]
  /** Each with the commitment that it became, which is not told a second time. */
  readonly decisions: readonly { readonly commitment: Id; readonly words: string; readonly day: Day; readonly no: number; readonly state: DecisionState; readonly dueOn: Day; readonly doneOn: Day | null; readonly page: string }[]
  readonly notices: readonly { readonly number: string; readonly about: string; readonly dueOn: Day | null; readonly late: boolean; readonly page: string }[]
  /** Sheets that were due in the month. */
  readonly returns: readonly { readonly name: Label; readonly period: string; readonly dueOn: Day; readonly toldOn: Day | null; readonly page: string }[]
  /** Of the cases due to be closed in the month, those closed in time. */
  readonly cases: Share
}

export const nothingGiven: FeedbackGiven = { projects: [], blockers: [], targets: [], commitments: [], decisions: [], notices: [], returns: [], cases: { part: 0, whole: 0 } }

/** So many lines fit on one page of A4, and what is behind is put right, or answered for, within so many working days. Ours: no paper at hand gives the numbers. */
export const feedbackRule = { most: { good: 6, behind: 12, next: 6 }, answerWithin: 10, lookAhead: 31 } as const

const same = (words: string): Label => ({ zh: words, en: words })
const inMonth = (day: Day | null, month: string) => day !== null && day.slice(0, 7) === month
const told = (share: number | null): Label => (share === null ? { zh: '尚未填报进展', en: 'nothing told yet' } : { zh: `完成${printNumber(share * 100)}%`, en: `${printNumber(share * 100)}% done` })

type Drawn = { readonly kind: FeedbackKind; readonly title: Label; readonly why: Label; readonly page: string | null; readonly light?: Light; readonly ask?: Label; readonly until?: Day }
const line = ({ light = undefined, ask = undefined, until = undefined, ...rest }: Drawn): FeedbackLine => ({ ...rest, light: light ?? null, ask: ask ?? null, until: until ?? null })

/** The page of a unit for a month, worked out on a day; null where there is nothing to say. */
export function feedbackOf(given: FeedbackGiven, month: string, on: Day): FeedbackSheet | null {
  const asked = given.projects.filter(one => one.told !== null), late = given.returns.filter(one => one.toldOn === null || one.toldOn > one.dueOn)
  const shares = {
    months: { part: asked.filter(one => one.told).length, whole: asked.length },
    // What is due today is late only tomorrow, and says nothing before.
    returns: { part: given.returns.length - late.length, whole: given.returns.length - late.filter(one => one.toldOn === null && one.dueOn >= on).length },
    cases: given.cases,
  }
  const good = goodOf(given, month, shares), behind = behindOf(given, month, on, shares), next = nextOf(given, on)
  if (good.length + behind.length + next.length === 0) return null
  const { most } = feedbackRule
  const left = (lines: readonly FeedbackLine[], fit: number) => Math.max(0, lines.length - fit)
  return { on, good: good.slice(0, most.good), behind: behind.slice(0, most.behind), next: next.slice(0, most.next), left: { good: left(good, most.good), behind: left(behind, most.behind), next: left(next, most.next) }, shares }
}

type Shares = FeedbackSheet['shares']
const whole = ({ part, whole: all }: Share) => all > 0 && part === all

function goodOf({ decisions, commitments, projects, targets }: FeedbackGiven, month: string, shares: Shares): readonly FeedbackLine[] {
  const running = projects.filter(one => one.light === 'on-pace' || one.light === 'done'), ahead = targets.filter(one => one.light === 'on-pace' || one.light === 'done')
  const decided = new Set(decisions.map(one => one.commitment))
  return [
    ...decisions.filter(one => one.state === 'done' && inMonth(one.doneOn, month)).map(({ words, day, no, doneOn, page }) => line({ kind: 'decision', title: same(words), why: { zh: `${day}调度会第${no}项，${doneOn}办结。`, en: `No. ${no} of the meeting of ${day}, done on ${doneOn}.` }, light: 'done', page })),
    ...commitments.filter(one => one.light === 'done' && inMonth(one.doneOn, month) && !decided.has(one.id)).map(({ title, dueOn, doneOn, page }) => line({ kind: 'commitment', title: same(title), why: { zh: `${doneOn}办结，时限${dueOn}。`, en: `Done on ${doneOn}, due ${dueOn}.` }, light: 'done', page })),
    ...(running.length === 0 ? [] : [line({ kind: 'project', title: { zh: `${running.length}个项目按进度推进`, en: `${running.length} projects on pace` }, why: namesOf(running.map(one => same(one.name))), light: 'on-pace', page: running.length === 1 ? running[0]?.page ?? null : null })]),
    ...(ahead.length === 0 ? [] : [line({ kind: 'target', title: { zh: `${ahead.length}项指标按进度完成`, en: `${ahead.length} targets on pace` }, why: namesOf(ahead.map(one => one.name)), light: 'on-pace', page: ahead.length === 1 ? ahead[0]?.page ?? null : null })]),
    ...(whole(shares.months) ? [line({ kind: 'month', title: { zh: '项目月度投资都按时报了', en: 'The investment of the month was told in time for every project' }, why: { zh: `应报${shares.months.whole}个，按时${shares.months.part}个。`, en: `${shares.months.part} of ${shares.months.whole}.` }, page: null })] : []),
    ...(whole(shares.returns) ? [line({ kind: 'return', title: { zh: '报表都按时报了', en: 'Every sheet was submitted in time' }, why: { zh: `应报${shares.returns.whole}张，按时${shares.returns.part}张。`, en: `${shares.returns.part} of ${shares.returns.whole}.` }, page: null })] : []),
    ...(whole(shares.cases) ? [line({ kind: 'cases', title: { zh: '应结工单都按时办结', en: 'Every case due was closed in time' }, why: { zh: `应结${shares.cases.whole}件，按时${shares.cases.part}件。`, en: `${shares.cases.part} of ${shares.cases.whole}.` }, page: null })] : []),
  ]
}

/** The first five by name, and how many more. */
function namesOf(names: readonly Label[]): Label {
  const shown = names.slice(0, 5), more = names.length > 5
  return { zh: `${shown.map(one => one.zh).join('、')}${more ? '等' : ''}。`, en: `${shown.map(one => one.en).join(', ')}${more ? ' and others' : ''}.` }
}

function behindOf({ decisions, projects, blockers, targets, commitments, notices, returns }: FeedbackGiven, month: string, on: Day, shares: Shares): readonly FeedbackLine[] {
  const until = addWorkingDays(on, feedbackRule.answerWithin).day, decided = new Set(decisions.map(one => one.commitment))
  const red = <T extends { readonly light: Light }>(list: readonly T[]) => (['off-pace', 'slipping'] as const).flatMap(light => list.filter(one => one.light === light))
  const missed = shares.cases.whole - shares.cases.part, monthNo = Number(month.slice(5))
  return [
    ...decisions.filter(one => one.state === 'late').map(({ words, day, no, dueOn, page }) => line({ kind: 'decision', title: same(words), why: { zh: `${day}调度会第${no}项，应于${dueOn}前办结，没有办结。`, en: `No. ${no} of the meeting of ${day}, due ${dueOn}, is not done.` }, light: 'off-pace', ask: { zh: '办结，在计划里填报', en: 'Finish it and tell so in the plan' }, until, page })),
    ...red(projects).map(({ name, light, because, page }) => line({ kind: 'project', title: same(name), why: because, light, ask: light === 'off-pace' ? { zh: '说明原因，报追赶措施', en: 'Say why, and how it catches up' } : { zh: '盯紧进度，防止转红', en: 'Keep it from turning red' }, until, page })),
    ...red(targets).map(({ name, light, because, page }) => line({ kind: 'target', title: name, why: because, light, ask: light === 'off-pace' ? { zh: '说明原因，报全年完成的措施', en: 'Say why, and how the year is still met' } : { zh: '盯紧进度，防止转红', en: 'Keep it from turning red' }, until, page })),
    ...commitments.filter(one => one.dueOn < on && one.light !== 'done' && !decided.has(one.id)).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)).map(({ title, dueOn, share, light, page }) => line({ kind: 'commitment', title: same(title), why: { zh: `应于${dueOn}前办结；${told(share).zh}。`, en: `Was due ${dueOn}; ${told(share).en}.` }, light, ask: { zh: '办结，或报请调整时限', en: 'Finish it, or ask for another day' }, until, page })),
    ...blockers.toSorted((a, b) => a.raisedOn.localeCompare(b.raisedOn)).map(({ title, raisedOn, page }) => line({ kind: 'blocker', title: same(title), why: { zh: `${raisedOn}提出，没有解决。`, en: `Raised on ${raisedOn}, still open.` }, ask: { zh: '报解决办法和完成日期', en: 'Say how and by when it is removed' }, until, page })),
    ...notices.filter(one => one.late).map(({ number, about, dueOn, page }) => line({ kind: 'notice', title: { zh: `督办单${number}：${about}`, en: `Notice ${number}: ${about}` }, why: { zh: `应于${dueOn ?? '—'}前反馈，没有反馈。`, en: `Was to be answered by ${dueOn ?? '—'}.` }, light: 'off-pace', ask: { zh: '立即反馈', en: 'Answer now' }, until, page })),
    ...projects.filter(one => one.told === false).map(({ name, page }) => line({ kind: 'month', title: same(name), why: { zh: `${monthNo}月投资没有报或者被退回。`, en: `The investment of ${month} was not told, or sent back.` }, ask: { zh: '补报', en: 'Tell it' }, until, page })),
    ...returns.flatMap(({ name, period, dueOn, toldOn, page }) => {
      const title = { zh: `${name.zh}（${period}）`, en: `${name.en} (${period})` }
      if (toldOn === null) return dueOn < on ? [line({ kind: 'return', title, why: { zh: `应于${dueOn}前报，没有报。`, en: `Was due ${dueOn}, not submitted.` }, ask: { zh: '补报', en: 'Submit it' }, until, page })] : []
      return toldOn > dueOn ? [line({ kind: 'return', title, why: { zh: `应于${dueOn}前报，${toldOn}才报。`, en: `Was due ${dueOn}, submitted on ${toldOn}.` }, ask: { zh: '下月按时报', en: 'In time next month' }, page })] : []
    }),
    ...(missed > 0 ? [line({ kind: 'cases', title: { zh: `${missed}件工单没有按时办结`, en: `${missed} cases not closed in time` }, why: { zh: `应结${shares.cases.whole}件，按时${shares.cases.part}件。`, en: `${shares.cases.part} of ${shares.cases.whole} in time.` }, ask: { zh: '逐件办结，说明原因', en: 'Close each of them and say why' }, until, page: null })] : []),
  ]
}

/** What falls due soon, the first due first. */
function nextOf({ decisions, commitments, notices }: FeedbackGiven, on: Day): readonly FeedbackLine[] {
  const last = addDays(on, feedbackRule.lookAhead), soon = (day: Day) => day >= on && day <= last, decided = new Set(decisions.map(one => one.commitment))
  return [
    ...decisions.filter(one => one.state === 'open' && soon(one.dueOn)).map(({ words, day, no, dueOn, page }) => line({ kind: 'decision', title: same(words), why: { zh: `${day}调度会第${no}项。`, en: `No. ${no} of the meeting of ${day}.` }, until: dueOn, page })),
    ...commitments.filter(one => one.light !== 'done' && soon(one.dueOn) && !decided.has(one.id)).map(({ title, dueOn, share, light, page }) => line({ kind: 'commitment', title: same(title), why: { zh: `${told(share).zh}。`, en: `${told(share).en.charAt(0).toUpperCase()}${told(share).en.slice(1)}.` }, light, until: dueOn, page })),
    ...notices.flatMap(({ number, about, dueOn, late, page }) => (!late && dueOn !== null ? [line({ kind: 'notice', title: { zh: `督办单${number}：${about}`, en: `Notice ${number}: ${about}` }, why: { zh: '待反馈。', en: 'Waits for an answer.' }, until: dueOn, page })] : [])),
  ].toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
}

/** A page on which nothing stands any more: it was worked out anew before it was sent, and all was done meanwhile. */
export const emptySheet = (on: Day): FeedbackSheet => ({ on, good: [], behind: [], next: [], left: { good: 0, behind: 0, next: 0 }, shares: { months: { part: 0, whole: 0 }, returns: { part: 0, whole: 0 }, cases: { part: 0, whole: 0 } } })
