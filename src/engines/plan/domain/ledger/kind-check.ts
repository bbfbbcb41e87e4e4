import { type LedgerKind } from '../../ledgers/schema.ts'

/** What is wrong with the columns of a kind of ledger, each by its key; nothing where all of it holds together. */
export function faultsOfKind({ particulars, groupBy, measuredBy, needs }: LedgerKind): readonly string[] {
  const byKey = new Map(particulars.map(column => [column.key, column]))
  const isNumber = (key: string) => byKey.get(key)?.kind === 'number'
  const faults = particulars.flatMap(column => {
    switch (column.kind) {
      case 'number': return column.atMost !== null && (!isNumber(column.atMost) || column.atMost === column.key) ? [`${column.key}: is bounded by ${column.atMost}, which is no other number`] : []
      case 'share': return [...[column.numerator, column.denominator].filter(key => !isNumber(key)).map(key => `${column.key}: is a share of ${key}, which is no number`), ...(column.required ? [`${column.key}: a share is worked out and cannot be required`] : [])]
      case 'choice': return new Set(column.choices.map(choice => choice.key)).size < column.choices.length ? [`${column.key}: has a choice twice`] : []
      case 'day':
      case 'text': return []
    }
  })
  const group = byKey.get(groupBy ?? ''), measure = byKey.get(measuredBy ?? '')
  return [
    ...(byKey.size < particulars.length ? ['a key stands there twice'] : []), ...faults,
    ...(groupBy !== null && group?.kind !== 'choice' && group?.kind !== 'text' ? [`groupBy: ${groupBy} is neither a choice nor words`] : []),
    ...(measuredBy !== null && measure?.kind !== 'share' && !(measure?.kind === 'choice' && measure.ordered && measure.choices.every(choice => choice.done !== null)) ? [`measuredBy: ${measuredBy} is neither a share nor stages that say how much is done`] : []),
    ...(needs.includes('particulars') !== particulars.some(column => column.required) ? ['needs: required columns are asked for where there are any, and only there'] : []),
  ]
}
