import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Block } from '../../../../engines/documents/schema.ts'
import { waits } from './finding-order.ts'

/** A heading with how much was read below it, in its own text and in the headings under it. */
export type Heading = { readonly block: Block; readonly findings: number; readonly doubtful: number }

/** The headings of a paper, from the title down to groups; lead sentences are left out where there are parts above them. */
export function outlineOf(outline: readonly Block[], findings: readonly Finding[]): readonly Heading[] {
  const byId = new Map(outline.map(block => [block.id, block]))
  const counts = new Map<string, { findings: number; doubtful: number }>()
  for (const finding of findings) {
    const block = finding.block === null ? undefined : byId.get(finding.block)
    for (const id of block ? [...block.path, block.id] : []) {
      const count = counts.get(id) ?? { findings: 0, doubtful: 0 }
      counts.set(id, { findings: count.findings + 1, doubtful: count.doubtful + (waits(finding) ? 1 : 0) })
    }
  }
  return outline
    .filter(block => block.heading !== null && block.level !== null && block.level <= 3 && block.kind !== 'lead')
    .map(block => ({ block, ...counts.get(block.id) ?? { findings: 0, doubtful: 0 } }))
}
