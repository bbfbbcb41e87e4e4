import { type District, type Id } from '../../../kernel/id.ts'
import { type Tx } from '../../context.ts'
import { loadCase } from '../../cases/index.ts'
import { findTargetsByIds } from '../../indicators/index.ts'
import { loadCommitment } from '../../plan/index.ts'
import { findStandings } from '../../projects/index.ts'
import { type AboutKind } from './schema.ts'

/** Is there such a thing, as far as the caller sees it, that a notice can be about? */
export async function isThere(tx: Tx, district: District, { kind, id }: { readonly kind: AboutKind; readonly id: Id }): Promise<boolean> {
  switch (kind) {
    case 'project': return (await findStandings(tx, district, [id])).has(id)
    case 'target': return (await findTargetsByIds(tx, district, [id])).length > 0
    case 'commitment': return await loadCommitment(tx, district, id) !== null
    case 'case': return await loadCase(tx, district, { id }) !== null
  }
}
