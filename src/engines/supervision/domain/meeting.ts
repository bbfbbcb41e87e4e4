import { type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type AgendaItem, type Happened, type LeftOff, type MeetingEvent, type MeetingState } from '../schema.ts'

type Signed = { readonly by: string; readonly at: Instant }

/** A decision as it was taken. How it stands is asked of the plan. */
export type Decision = Omit<Extract<MeetingEvent, { kind: 'decided' }>, 'kind'> & Signed

/** A meeting as it stands: the fold of what happened to it. */
export type Meeting = {
  readonly day: Day
  readonly state: MeetingState
  readonly most: number
  /** What was worked out less what was taken off, then what was added by hand. */
  readonly agenda: readonly AgendaItem[]
  readonly added: ReadonlyMap<string, Signed & { readonly reason: string }>
  readonly removed: ReadonlyMap<string, Signed & { readonly title: AgendaItem['title']; readonly reason: string }>
  readonly left: LeftOff
  readonly workedOutAt: Instant
  readonly held: (Signed & { readonly chair: string; readonly present: string }) | null
  readonly decisions: readonly Decision[]
  readonly closed: (Signed & { readonly words: string }) | null
  readonly withdrawn: (Signed & { readonly reason: string }) | null
  readonly seq: number
}

export function meetingOf(events: readonly Happened[]): Meeting | null {
  return events.reduce<Meeting | null>(applied, null)
}

/** One step of the fold. */
export function applied(meeting: Meeting | null, { seq, at, by, event }: Happened): Meeting | null {
  if (event.kind === 'proposed') return { day: event.day, state: 'proposed', most: event.most, agenda: event.agenda, added: new Map(), removed: new Map(), left: event.left, workedOutAt: at, held: null, decisions: [], closed: null, withdrawn: null, seq }
  if (!meeting) return null
  return { ...meeting, ...changeOf(meeting, event, { by: by.name, at }), seq }
}

function changeOf(meeting: Meeting, event: Exclude<MeetingEvent, { kind: 'proposed' }>, signed: Signed): Partial<Meeting> {
  switch (event.kind) {
    // What a person took off or added outlives a new working out.
    case 'renewed': return { most: event.most, left: event.left, workedOutAt: signed.at, agenda: [...event.agenda.filter(item => !meeting.removed.has(item.key)), ...meeting.agenda.filter(item => meeting.added.has(item.key))] }
    case 'item-added': return { agenda: [...meeting.agenda, event.item], added: new Map([...meeting.added, [event.item.key, { ...signed, reason: event.reason }]]) }
    case 'item-removed': {
      const gone = meeting.agenda.find(item => item.key === event.key)
      return { agenda: meeting.agenda.filter(item => item !== gone), ...(gone && { removed: new Map([...meeting.removed, [gone.key, { ...signed, title: gone.title, reason: event.reason }]]) }) }
    }
    case 'held': return { state: 'held', held: { ...signed, chair: event.chair, present: event.present } }
    case 'decided': { const { kind: _kind, ...decision } = event; return { decisions: [...meeting.decisions, { ...decision, ...signed }] } }
    case 'closed': return { state: 'closed', closed: { ...signed, words: event.words } }
    case 'withdrawn': return { state: 'withdrawn', withdrawn: { ...signed, reason: event.reason } }
  }
}

/** The units that a decision names. */
export const unitsOf = ({ lead, co }: { readonly lead: Id; readonly co: readonly Id[] }): readonly Id[] => [lead, ...co]
