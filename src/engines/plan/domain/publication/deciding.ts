import { type Id } from '../../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { type Difference } from './differences.ts'
import { type HeldBack, type LeftOut, type Publication, type Snapshot } from './publication.ts'

/** May what stands now be put up for approval? One at a time waits for a year, so that nobody approves the older of two. */
export function mayPrepare(snapshot: Snapshot, leftOut: readonly LeftOut[], known: ReadonlySet<string>, waiting: Pick<Publication, 'preparedByName'> | null): Result<null, 'publication-waiting' | 'nothing-to-publish' | 'line-not-published'> {
  if (waiting) return refuse('publication-waiting', { by: waiting.preparedByName })
  const unknown = leftOut.find(line => !known.has(line.key))
  if (unknown) return refuse('line-not-published', { key: unknown.key })
  return snapshot.lines.length === 0 ? refuse('nothing-to-publish', { year: snapshot.year }) : ok(null)
}

/**
 * May this person approve it? Two people stand behind everything public. What changed since it was prepared must be known to
 * the approver; a figure that may no longer be public stops it altogether.
 */
export function mayApprove(publication: Publication, by: Id, meanwhile: readonly Difference[], closed: readonly HeldBack[], knowing: boolean): Result<null, 'not-waiting' | 'prepared-it-himself' | 'figure-no-longer-public' | 'publication-outdated'> {
  if (publication.state !== 'waiting') return refuse('not-waiting', { year: publication.year })
  if (publication.preparedBy === by) return refuse('prepared-it-himself', { name: publication.preparedByName })
  const [first] = closed
  if (first) return refuse('figure-no-longer-public', { name: first.label.zh, nameEn: first.label.en, count: closed.length })
  return meanwhile.length > 0 && !knowing ? refuse('publication-outdated', { count: meanwhile.length }) : ok(null)
}

export function mayReturn(publication: Publication): Result<null, 'not-waiting'> {
  return publication.state === 'waiting' ? ok(null) : refuse('not-waiting', { year: publication.year })
}

/** Only who prepared it takes it back; the approver returns it. */
export function mayTakeBack(publication: Publication, by: Id): Result<null, 'not-waiting' | 'prepared-by-another'> {
  if (publication.state !== 'waiting') return refuse('not-waiting', { year: publication.year })
  return publication.preparedBy === by ? ok(null) : refuse('prepared-by-another', { name: publication.preparedByName })
}

export function mayWithdraw(publication: Publication): Result<null, 'not-public'> {
  return publication.state === 'public' ? ok(null) : refuse('not-public', { year: publication.year })
}
