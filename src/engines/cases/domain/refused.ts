import { type Label } from '../../../kernel/label.ts'
import { type Refusal } from '../../../kernel/result.ts'
import { type RefusalTable } from '../../refusal-table.ts'
import { refusals } from '../refusals.ts'

/** A refusal of this engine in words, where it is told within an answer and not as one. */
export function wordsOf({ refused, facts }: Refusal): Label {
  const table: RefusalTable = refusals
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
  const entry = table[refused]
  return entry ? { zh: fill(entry.zh), en: fill(entry.en) } : { zh: refused, en: refused }
}
