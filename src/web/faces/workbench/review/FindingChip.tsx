import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { useLanguage } from '../../../language.tsx'
import { waits } from './finding-order.ts'
import { doubtful, findingStates } from './review-words.ts'
import style from './findings.module.css'

/** The state of a finding in a word. */
export function FindingChip({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage()
  const waiting = waits(finding)
  return <span className={`${style['chip']} ${style[waiting ? 'chip-doubtful' : `chip-${finding.state}`]}`}>{t(waiting ? doubtful : findingStates[finding.state])}</span>
}
