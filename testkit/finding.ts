import { type Finding } from '../src/engines/documents/domain/finding.ts'
import { type Fact } from '../src/engines/documents/schema.ts'

type FactFinding = Extract<Finding, { kind: 'fact' }>

/** A fact for tests: 固定资产投资 +8.4 %, read without doubt and not decided; only what matters is given. */
export function aFact(given: Partial<Omit<FactFinding, 'read' | 'value' | 'kind'>> & { readonly says?: Partial<Fact> } = {}): FactFinding {
  const { says, ...finding } = given
  const start = finding.start ?? 0, end = finding.end ?? 10, key = finding.key ?? `f${start}`
  const fact: Fact = {
    id: key, kind: 'actual', name: '固定资产投资', period: '2023H1', value: 8.4, upper: null, unit: '%', hedge: null, change: { value: 8.4, unit: '%', base: '同比' }, rank: null, streak: null, qualifier: null,
    operator: null, strength: null, verb: null, reference: null, block: 'b1', section: '经济发展', start, end, certainty: 0.95, ...says,
  }
  return { id: `id-${key}`, key, state: 'open', start, end, block: 'b1', section: '经济发展', certainty: 0.95, doubtful: false, doubts: [], corrected: [], choice: null, by: null, at: null, version: 1, kind: 'fact', read: fact, value: fact, ...finding }
}
