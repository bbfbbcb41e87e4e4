import { type BulkKind } from '../../../../../engines/cases/bulk/contract.ts'
import { type Verb } from '../../../../../engines/org/domain/permission.ts'

/** Who is offered which step for many cases. Whether it may be done with each of them is asked of the server. */
export const bulkVerbs = {
  filed: ['case.dispatch'], dispatched: ['case.dispatch'], signed: ['case.handle'], 'co-asked': ['case.dispatch', 'case.handle'], checked: ['case.check'], closed: ['case.dispatch', 'case.check'],
  noted: ['case.dispatch', 'case.handle', 'case.check', 'case.call-back', 'case.supervise'], 'jointly-supervised': ['case.supervise'], voided: ['case.dispatch'],
} as const satisfies Record<BulkKind, readonly Verb[]>

/** So many go in one request, so that it is seen how far it is and little is asked again after a failure. */
const AT_ONCE = 20

export function batchesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}
