import { type AcceptanceMatter } from '../../engines/plan/index.ts'
import { type InboxItem } from './contract.ts'

/** A line of a ledger that waits for this person to accept it. */
export function acceptanceItem({ line, ledger, title, ledgerTitle, step, since }: AcceptanceMatter): InboxItem {
  return { kind: 'acceptance', id: line, title, what: { zh: `${ledgerTitle}：待${step.zh}`, en: `${ledgerTitle}: waits for ${step.en}` }, since, count: null, page: `/ledgers/${ledger}?line=${line}` }
}
