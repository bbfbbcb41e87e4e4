import { type DivisionMatter } from '../../engines/plan/index.ts'
import { type Label } from '../../kernel/label.ts'
import { printNumber } from '../../kernel/quantity.ts'
import { type InboxItem } from './contract.ts'

/** What waits in a division, as a line of the inbox that leads to its page. */
export function divisionItem(matter: DivisionMatter): InboxItem {
  const { kind, division, target, year, name, unit, since } = matter
  return { kind: kind === 'sign' ? 'sign' : 'divide', id: unit === null ? division : `${division}-${unit}`, title: `${name}${year}年目标分解`, what: wordsOf(matter), since, count: null, page: `/plan/${year}/targets/${target}/division${kind === 'sign' ? `?unit=${unit ?? ''}` : ''}` }
}

function wordsOf({ kind, unitName, value, measure }: DivisionMatter): Label {
  const amount = value === null ? '' : `${printNumber(value)}${measure}`
  switch (kind) {
    case 'sign': return { zh: `${unitName ?? ''}分解数${amount}，待签认`, en: `${unitName ?? ''}: ${amount}, to be signed` }
    case 'returned': return { zh: `${unitName ?? ''}退回分解数${amount}，待处理`, en: `${unitName ?? ''} sent ${amount} back` }
    case 'refit': return { zh: '目标已调整，各单位分解数与目标不再相符', en: 'The target was restated; its parts no longer add up to it' }
  }
}
