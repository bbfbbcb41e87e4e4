import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Instant } from '../../../kernel/time.ts'
import { dueAfter } from '../../../kernel/work-time.ts'
import { type Actor, mayAnywhere, mayDo, type Verb } from '../../org/domain/permission.ts'
import { type Asked } from './case.ts'
import { type CaseState } from '../schema.ts'

/** The part of a list's filter that a queue sets, by the same names; lists of values as they stand in an address, parted by commas. */
export type QueueQuery = { readonly state?: CaseState; readonly open?: 'true'; readonly lead?: string; readonly co?: string; readonly handler?: Id; readonly late?: 'true'; readonly soon?: 'true'; readonly climbed?: 'true'; readonly joint?: 'true'; readonly asked?: Asked['what'] | 'any'; readonly order: 'due' | 'newest' }

/** What waits for a person to do one thing with it (待办). `urgent`: it belongs among what needs them today. */
export type Queue = { readonly key: string; readonly name: Label; readonly urgent: boolean; readonly query: QueueQuery }

/** What may be done, which cases that is, and whether only those of the person's own units. */
type Kind = { readonly key: string; readonly name: Label; readonly verbs: readonly Verb[]; readonly of: 'all' | 'lead' | 'co' | 'handler'; readonly urgent: boolean; readonly query: Omit<QueueQuery, 'order' | 'lead' | 'co' | 'handler'> }

const kinds: readonly Kind[] = [
  { key: 'to-file', name: { zh: '待受理', en: 'To file' }, verbs: ['case.dispatch'], of: 'all', urgent: true, query: { state: 'received' } },
  { key: 'to-dispatch', name: { zh: '待派遣', en: 'To dispatch' }, verbs: ['case.dispatch'], of: 'all', urgent: true, query: { state: 'filed' } },
  { key: 'disputed', name: { zh: '待裁定', en: 'To decide' }, verbs: ['case.arbitrate'], of: 'all', urgent: true, query: { state: 'disputed' } },
  { key: 'to-sign', name: { zh: '待签收', en: 'To sign for' }, verbs: ['case.handle'], of: 'lead', urgent: true, query: { state: 'dispatched' } },
  { key: 'in-hand', name: { zh: '办理中', en: 'In hand' }, verbs: ['case.handle'], of: 'lead', urgent: false, query: { state: 'handling' } },
  { key: 'mine', name: { zh: '由我经办', en: 'Mine' }, verbs: ['case.handle'], of: 'handler', urgent: false, query: { open: 'true' } },
  { key: 'co', name: { zh: '协办', en: 'Co-unit' }, verbs: ['case.handle'], of: 'co', urgent: false, query: { open: 'true' } },
  { key: 'soon', name: { zh: '即将到期', en: 'Due soon' }, verbs: ['case.handle'], of: 'lead', urgent: false, query: { soon: 'true' } },
  { key: 'late', name: { zh: '超时', en: 'Late' }, verbs: ['case.handle'], of: 'lead', urgent: true, query: { late: 'true' } },
  { key: 'to-check', name: { zh: '待核查', en: 'To check' }, verbs: ['case.check'], of: 'all', urgent: true, query: { state: 'answered' } },
  { key: 'to-close', name: { zh: '待结案', en: 'To close' }, verbs: ['case.check'], of: 'all', urgent: false, query: { state: 'checked' } },
  { key: 'to-call', name: { zh: '待回访', en: 'To call back' }, verbs: ['case.call-back'], of: 'all', urgent: true, query: { state: 'closed' } },
  { key: 'asked', name: { zh: '待审批', en: 'To approve' }, verbs: ['case.dispatch', 'case.supervise'], of: 'all', urgent: true, query: { asked: 'any' } },
  { key: 'late-all', name: { zh: '全区超时', en: 'Late anywhere' }, verbs: ['case.dispatch', 'case.supervise'], of: 'all', urgent: false, query: { late: 'true' } },
  { key: 'climbed', name: { zh: '已升级', en: 'Climbed' }, verbs: ['case.supervise', 'case.approve'], of: 'all', urgent: true, query: { climbed: 'true', open: 'true' } },
  { key: 'joint', name: { zh: '联合督办', en: 'Joint supervision' }, verbs: ['case.supervise'], of: 'all', urgent: false, query: { joint: 'true', open: 'true' } },
]

/** What may wait for this person, in the order of a case's life. What belongs to a unit is that of their own units; row-level security bounds the rest. */
export function queuesFor(actor: Actor): readonly Queue[] {
  const units = actor.units.filter(unit => mayDo(actor, 'case.handle', unit)).join(',')
  return kinds.filter(kind => kind.verbs.some(verb => mayAnywhere(actor, verb)) && (kind.of !== 'lead' && kind.of !== 'co' || units !== '')).map(({ key, name, urgent, of, query }) => ({
    key, name, urgent, query: { ...query, ...(of === 'lead' && { lead: units }), ...(of === 'co' && { co: units }), ...(of === 'handler' && { handler: actor.person }), order: 'due' },
  }))
}

/** What is due before this is due soon: the end of the next working day. */
export function soonUntil(now: Instant): Instant {
  return dueAfter(now, { n: 1, unit: 'working-days' }).at
}
