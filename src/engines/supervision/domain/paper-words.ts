import { lightLabels } from '../../../kernel/light.ts'
import { type Day } from '../../../kernel/time.ts'
import { type MeetingView } from '../contract.ts'
import { AgendaKind } from '../schema.ts'
import { agendaLabels, decisionStates } from './words.ts'

/** A table of a paper: a row with one cell only heads those that follow. */
export type PaperTable = { readonly head: readonly string[]; readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] }

const dayWords = (day: Day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Title, the lines under it, the notes below the agenda, and what closes the paper. */
export function headOf({ day, agenda, left, held, closed, removed, decisions }: MeetingView, district: string): { readonly title: string; readonly lines: readonly string[]; readonly notes: readonly string[]; readonly closing: readonly string[] } {
  const counts = AgendaKind.options.flatMap(kind => {
    const n = agenda.filter(item => item.kind === kind).length + (left.find(one => one.kind === kind)?.n ?? 0)
    return n === 0 ? [] : [`${agendaLabels[kind].zh}${n}项`]
  })
  return {
    title: `${district}${dayWords(day)}调度会议题${decisions.length > 0 ? '和决定事项' : ''}`,
    lines: [...(counts.length > 0 ? [`${counts.join('，')}。`] : []), ...(held ? [`主持：${held.chair}`, `到会：${held.present.replaceAll(/\s*\n\s*/g, '、')}`] : [])],
    notes: [
      ...(left.length > 0 ? [`未列入：${left.map(one => `${agendaLabels[one.kind].zh}${one.n}项`).join('，')}。`] : []),
      ...(removed.length > 0 ? [`经人工去掉：${removed.map(one => `${one.title.zh}（${one.reason}）`).join('；')}。`] : []),
    ],
    closing: closed?.words ? [`会议小结：${closed.words}`] : [],
  }
}

/** The agenda, numbered through, under the headings of its kinds. */
export function agendaTable({ agenda }: Pick<MeetingView, 'agenda'>): PaperTable {
  return {
    head: ['序号', '事项', '责任单位', '情况', '灯'], widths: [7, 30, 16, 36, 11],
    rows: AgendaKind.options.flatMap(kind => {
      const of = agenda.map((item, i) => ({ item, no: i + 1 })).filter(({ item }) => item.kind === kind)
      return of.length === 0 ? [] : [[agendaLabels[kind].zh], ...of.map(({ item, no }) => [String(no), item.title.zh, item.unit?.name ?? '—', item.why.zh, item.light === null ? '—' : lightLabels[item.light].zh])]
    }),
  }
}

/** The decisions, with how they stand. */
export function decisionTable({ decisions }: Pick<MeetingView, 'decisions'>): PaperTable {
  return {
    head: ['序号', '决定事项', '牵头单位', '配合单位', '办结时限', '怎样算办结', '状态'], widths: [7, 28, 14, 14, 12, 17, 8],
    rows: decisions.map(({ no, words, lead, co, dueOn, measure, state }) => [String(no), words, lead.name, co.map(unit => unit.name).join('、') || '—', dueOn, measure, decisionStates[state].zh]),
  }
}
