import { type Label } from '../../../kernel/label.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type CaseEvent, type CaseState, type Happened } from '../schema.ts'

/** What a resident may be told of a case: when, what in plain words, and the words said to who asked, where there are any. */
export type Told = { readonly seq: number; readonly at: Instant; readonly what: Label; readonly words: string | null; readonly open: boolean }

const label = (zh: string, en: string): Label => ({ zh, en })

/** The plain words of each step that is told outside. What units say to one another is not here, and therefore not told. */
const said: Partial<Record<CaseEvent['kind'], Label>> = {
  received: label('已收到', 'Received'),
  filed: label('已受理', 'Accepted'),
  refused: label('不予受理', 'Not accepted'),
  dispatched: label('已交承办单位', 'Handed to the unit that answers'),
  transferred: label('已转交其他单位办理', 'Handed on to another unit'),
  arbitrated: label('已确定承办单位', 'It is decided which unit answers'),
  signed: label('承办单位已签收', 'The unit has taken it on'),
  contacted: label('承办单位已联系反映人', 'The unit has been in touch'),
  noted: label('答复', 'Message'),
  answered: label('承办单位已报办理结果，待核查', 'The unit has reported its result, which is being checked'),
  closed: label('已办结', 'Done'),
  reopened: label('重新办理', 'Taken up again'),
  'extension-decided': label('已批准延长办理时间', 'More time was granted'),
  'suspension-decided': label('暂缓办理', 'Put on hold'),
  resumed: label('恢复办理', 'Taken up again after the hold'),
  merged: label('与同类诉求合并办理', 'Handled together with a request of the same kind'),
  voided: label('已作废', 'Withdrawn as void'),
}

const closes: ReadonlySet<CaseEvent['kind']> = new Set(['refused', 'closed', 'settled', 'merged', 'voided'])

/** Is the matter over for who asked? A case that waits for its call-back is. */
export function isOver(state: CaseState): boolean {
  return ['closed', 'refused', 'settled', 'voided', 'merged'].includes(state)
}

/** The history as it is told outside: an answer only once it was checked and the case closed, a note only where it was meant for the reporter, an application only once it was granted. */
export function toldOf(events: readonly Happened[]): readonly Told[] {
  let answer: string | null = null, open = true
  return events.flatMap(({ seq, at, event }): Told[] => {
    if (event.kind === 'answered') answer = event.words
    if (event.kind === 'reopened' || (event.kind === 'called-back' && event.rework)) open = true
    if (closes.has(event.kind)) open = false
    const what = said[event.kind]
    if (!what || (event.kind === 'noted' && !event.forReporter) || ('granted' in event && !event.granted)) return []
    return [{ seq, at, what, words: wordsIn(event, answer), open }]
  })
}

function wordsIn(event: CaseEvent, answer: string | null): string | null {
  switch (event.kind) {
    case 'noted': return event.words
    case 'refused': return `${event.basis}\n${event.words}`
    case 'closed': return answer
    default: return null
  }
}
