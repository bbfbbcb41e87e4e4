import { type Severity, severityWords } from '../../../engines/documents/domain/checks/doubt.ts'
import { type DoubtState, stateWords } from '../../../engines/documents/domain/checks/settling.ts'
import { useLanguage } from '../../language.tsx'
import style from './doubts.module.css'

const shapes = { contradiction: '≠', question: '?', note: 'i' } as const satisfies Record<Severity, string>

/** How grave a doubt is: a sign and its word. */
export function DoubtSign({ severity, state }: { readonly severity: Severity; readonly state: DoubtState }) {
  const { t } = useLanguage()
  return (
    <span className={`${style['sign']} ${state === 'open' ? style[severity] : style['over']}`}>
      <span aria-hidden="true" className={style['shape']}>{state === 'open' ? shapes[severity] : '✓'}</span>
      {state === 'open' ? t(severityWords[severity]) : t(stateWords[state])}
    </span>
  )
}
