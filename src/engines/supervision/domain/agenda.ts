import { type Id } from '../../../kernel/id.ts'
import { counted, type Label } from '../../../kernel/label.ts'
import { type LagBands, type Light, lightOfLag } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { addDays, daysBetween, type Day } from '../../../kernel/time.ts'
import { AgendaKind, type AgendaItem, type DecisionState, type LeftOff } from '../schema.ts'

type Unit = AgendaItem['unit']

/** What an agenda is worked out from, in any order. Shares from 0 to 1, `lag` and `gap` in points (negative: behind). */
export type AgendaGiven = {
  /** What stands on running sprints and is not reached: with the rounds that were missed, and its light where it is a thing of the program. */
  readonly sprint: readonly { readonly item: Id; readonly thing: Id | null; readonly sprint: Id; readonly sprintName: string; readonly title: string; readonly reach: string; readonly missed: readonly { readonly no: number; readonly until: Day }[]; readonly light: Light | null; readonly because: Label | null; readonly unit: Unit }[]
  readonly decisions: readonly { readonly commitment: Id; readonly year: number; readonly day: Day; readonly no: number; readonly words: string; readonly dueOn: Day; readonly state: DecisionState; readonly share: number | null; readonly light: Light; readonly unit: Unit }[]
  readonly projects: readonly { readonly id: Id; readonly name: string; readonly lag: number | null; readonly because: Label; readonly since: Day; readonly unit: Unit }[]
  readonly blockers: readonly { readonly case: Id; readonly project: Id; readonly projectName: string; readonly title: string; readonly raisedOn: Day; readonly unit: Unit }[]
  readonly targets: readonly { readonly id: Id; readonly code: string; readonly year: number; readonly name: Label; readonly light: Light; readonly gap: number | null; readonly because: Label; readonly since: Day | null; readonly unit: Unit }[]
  readonly commitments: readonly { readonly id: Id; readonly year: number; readonly title: string; readonly dueOn: Day; readonly share: number | null; readonly light: Light; readonly unit: Unit }[]
}

/** `most`: so many of each kind. `blocker`: the ages in days at which the rule of projects turns a blocker yellow, and is brought before a meeting, and red. `except`: keys that a person took off. */
export type AgendaRule = { readonly most: number; readonly blocker: LagBands; readonly except: ReadonlySet<string> }

/** At most ten of a kind: more are not spoken about in an hour. Ours; who proposes a meeting sets another number. */
export const usualMost = 10

/**
 * The agenda of a meeting, worked out on a day: first decisions of earlier meetings that are late, then those still being carried out, what
 * running sprints have that is red or was not told in its round, and is not named again below, red projects with the greatest lag first, blockers by their age, red targets with the greatest gap first, late commitments by their due day.
 */
export function proposeAgenda(given: AgendaGiven, on: Day, rule: AgendaRule): { readonly agenda: readonly AgendaItem[]; readonly left: LeftOff } {
  const decided = new Set(given.decisions.map(decision => decision.commitment))
  const behind = given.sprint.filter(one => (one.missed.length > 0 || one.light === 'off-pace') && !(one.thing !== null && decided.has(one.thing))).toSorted((a, b) => b.missed.length - a.missed.length)
  // A thing that stands on two sprints is spoken about once, where more rounds were missed.
  const sprint = behind.filter((one, i) => one.thing === null || behind.findIndex(other => other.thing === one.thing) === i)
  const told = new Set([...decided, ...sprint.flatMap(one => one.thing ?? [])])
  const found: Readonly<Record<AgendaKind, readonly AgendaItem[]>> = {
    'late-decision': given.decisions.filter(one => one.state === 'late').toSorted(byDue).map(one => decisionItem(one, on)),
    'open-decision': given.decisions.filter(one => one.state === 'open').toSorted(byDue).map(one => decisionItem(one, on)),
    sprint: sprint.map(sprintItem),
    project: given.projects.filter(one => !told.has(one.id)).toSorted((a, b) => furthest(a.lag, b.lag) || a.since.localeCompare(b.since)).map(({ id, name, because, since, unit }) => ({ key: `project/${id}`, kind: 'project', thing: id, title: same(name), unit, why: because, since, light: 'off-pace', page: `/projects/${id}` })),
    blocker: given.blockers.filter(one => lightOfLag(daysBetween(one.raisedOn, on), rule.blocker) !== 'on-pace').toSorted((a, b) => a.raisedOn.localeCompare(b.raisedOn)).map(one => blockerItem(one, on, rule.blocker)),
    target: given.targets.filter(one => one.light === 'off-pace' && !told.has(one.id)).toSorted((a, b) => furthest(a.gap, b.gap)).map(({ id, code, year, name, because, since, light, unit }) => ({ key: `target/${id}`, kind: 'target', thing: id, title: name, unit, why: because, since, light, page: `/register/${code}?year=${year}` })),
    commitment: given.commitments.filter(one => one.dueOn < on && one.light !== 'done' && !told.has(one.id)).toSorted(byDue).map(one => commitmentItem(one, on)),
    other: [],
  }
  const agenda: AgendaItem[] = [], left: LeftOff = []
  for (const kind of AgendaKind.options) {
    const items = found[kind].filter(item => !rule.except.has(item.key))
    agenda.push(...items.slice(0, rule.most))
    if (items.length > rule.most) left.push({ kind, n: items.length - rule.most })
  }
  return { agenda, left }
}

const same = (words: string): Label => ({ zh: words, en: words })
const byDue = (a: { readonly dueOn: Day }, b: { readonly dueOn: Day }) => a.dueOn.localeCompare(b.dueOn)
/** The furthest behind first; what has no number last. */
const furthest = (a: number | null, b: number | null) => (a ?? Infinity) === (b ?? Infinity) ? 0 : (a ?? Infinity) - (b ?? Infinity)

/** 3月7日, as papers of the same year say it. */
const dayWords = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

function toldWords(share: number | null): Label {
  return share === null ? { zh: '尚未填报进展', en: 'nothing told yet' } : { zh: `完成${printNumber(share * 100)}%`, en: `${printNumber(share * 100)}% done` }
}

function dueWords(dueOn: Day, on: Day): Label {
  const days = daysBetween(dueOn, on)
  if (days > 0) return { zh: `应于${dayWords(dueOn)}前办结，已逾期${days}天`, en: `due ${dueOn}, ${counted(days, 'day')} late` }
  return days === 0 ? { zh: '今天到期', en: 'due today' } : { zh: `应于${dayWords(dueOn)}前办结，还有${-days}天`, en: `due ${dueOn}, ${counted(-days, 'day')} left` }
}

function decisionItem({ commitment, year, day, no, words, dueOn, state, share, light, unit }: AgendaGiven['decisions'][number], on: Day): AgendaItem {
  const due = dueWords(dueOn, on), told = toldWords(share), late = state === 'late'
  return {
    key: `decision/${commitment}`, kind: late ? 'late-decision' : 'open-decision', thing: commitment, title: same(words), unit,
    // Of what nobody told anything the plan judges nothing; here it is late all the same.
    light: late ? 'off-pace' : light, since: late ? addDays(dueOn, 1) : day, page: `/plan/${year}?item=${commitment}`,
    why: { zh: `${day}调度会第${no}项，${due.zh}；${told.zh}。`, en: `No. ${no} of the meeting of ${day}, ${due.en}; ${told.en}.` },
  }
}

function sprintItem({ item, thing, sprint, sprintName, title, reach, missed, light, because, unit }: AgendaGiven['sprint'][number]): AgendaItem {
  const first = missed[0]
  const untold = { zh: missed.length > 0 ? `${missed.length}轮没有报；` : '', en: missed.length > 0 ? `${counted(missed.length, 'round')} not told; ` : '' }
  return {
    key: `sprint/${item}`, kind: 'sprint', thing, title: same(title), unit, light, since: first ? addDays(first.until, 1) : null, page: `/sprints/${sprint}`,
    why: { zh: `${sprintName}：${untold.zh}要求${reach}。${because?.zh ?? ''}`, en: `${sprintName}: ${untold.en}to be reached: ${reach}. ${because?.en ?? ''}`.trim() },
  }
}

function blockerItem({ case: id, project, projectName, title, raisedOn, unit }: AgendaGiven['blockers'][number], on: Day, bands: LagBands): AgendaItem {
  const days = daysBetween(raisedOn, on)
  return {
    key: `blocker/${id}`, kind: 'blocker', thing: id, title: same(`${projectName}：${title}`), unit, light: lightOfLag(days, bands), since: raisedOn, page: `/projects/${project}`,
    why: { zh: `${dayWords(raisedOn)}提出，已${days}天没有解决。`, en: `Raised on ${raisedOn}, open for ${counted(days, 'day')}.` },
  }
}

function commitmentItem({ id, year, title, dueOn, share, light, unit }: AgendaGiven['commitments'][number], on: Day): AgendaItem {
  const due = dueWords(dueOn, on), told = toldWords(share)
  return { key: `commitment/${id}`, kind: 'commitment', thing: id, title: same(title), unit, light, since: addDays(dueOn, 1), page: `/plan/${year}?item=${id}`, why: { zh: `${due.zh}；${told.zh}。`, en: `${due.en.charAt(0).toUpperCase()}${due.en.slice(1)}; ${told.en}.` } }
}
