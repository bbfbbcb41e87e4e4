import { type Id } from '../../../../../kernel/id.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { type Instant } from '../../../../../kernel/time.ts'

/** A case that lies near and is of the same kind: `id` only where this person may see it. */
export type Similar = { readonly text: Label; readonly id: Id | null }

/**
 * A finding of a patrol as it waits in this browser. `key` is its idempotency key for good: however often it is sent, it is
 * taken once. `got` says how far it has come.
 */
export type Report = {
  readonly key: string
  readonly person: Id
  readonly at: Instant
  readonly type: string
  readonly category: string
  readonly title: string
  readonly words: string
  readonly place: { readonly unit: Id | null; readonly address: string | null; readonly point: { readonly lng: number; readonly lat: number } | null }
  /** Done on the spot: by which unit, with which result, in which words; null: handed on. */
  readonly self: { readonly unit: Id; readonly result: string; readonly words: string; readonly evidence: string; readonly signs: boolean; readonly closes: boolean } | null
  readonly photos: readonly File[]
  /** Sent although something like it is there. */
  readonly insists: boolean
  readonly got: { readonly checked: boolean; readonly id: Id | null; readonly number: string | null; readonly seq: number; readonly photos: number; readonly signed: boolean; readonly answered: boolean; readonly closed: boolean }
  readonly state: 'waiting' | 'similar' | 'signed-out' | 'refused' | 'sent'
  readonly similar: readonly Similar[]
  /** What was said of it last: why it was refused, or what of it did not work. */
  readonly said: Label | null
}

export const nothingYet: Report['got'] = { checked: false, id: null, number: null, seq: 0, photos: 0, signed: false, answered: false, closed: false }

/** What a report needs next; null when all of it has arrived. */
export type Step = 'check' | 'open' | 'photo' | 'sign' | 'answer' | 'close'

export function nextStep({ got, photos, self, insists }: Pick<Report, 'got' | 'photos' | 'self' | 'insists'>): Step | null {
  if (got.id === null) return got.checked || insists ? 'open' : 'check'
  if (got.photos < photos.length) return 'photo'
  if (self && self.signs && !got.signed) return 'sign'
  if (self && !got.answered) return 'answer'
  return self && self.closes && !got.closed ? 'close' : null
}

/** Is it to be sent by itself now? What needs a person's decision waits for it. */
export function isToSend({ state }: Pick<Report, 'state'>): boolean {
  return state === 'waiting' || state === 'signed-out'
}

/** What becomes of a report when a step of it was answered with an error of this status. */
export function afterFailure(report: Report, step: Step, status: number, said: Label): Report {
  if (status === 401) return { ...report, state: 'signed-out', said: null }
  // No answer, a fault, too many at once: it is sent again later.
  if (status === 0 || status === 429 || status >= 500) return { ...report, state: 'waiting', said: null }
  // The case is there already; what is wrong with the rest of it is told, and it is mended on the case's page.
  if (step === 'photo') return { ...report, got: { ...report.got, photos: report.got.photos + 1 }, said: { zh: `第${report.got.photos + 1}张照片未被接受：${said.zh}`, en: `Photograph ${report.got.photos + 1} was not taken: ${said.en}` } }
  if (step === 'sign' || step === 'answer' || step === 'close') return { ...report, got: { ...report.got, signed: true, answered: true, closed: true }, said: { zh: `已登记，但未能当场办结：${said.zh}请到工单页办理。`, en: `It is on file but could not be settled at once: ${said.en} Go on from its page.` } }
  return { ...report, state: 'refused', said }
}

/** The title of a finding: its category and how the words begin. */
export function titleFor(category: string, words: string): string {
  const begin = words.trim().split(/[\n。！？!?]/)[0] ?? ''
  return [...`${category}：${begin}`].slice(0, 60).join('')
}
