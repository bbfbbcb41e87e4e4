import { isEnd } from '../../../engines/cases/domain/machine.ts'
import { stateWords } from '../../../engines/cases/domain/words.ts'
import { type CaseState } from '../../../engines/cases/schema.ts'
import { useLanguage } from '../../language.tsx'
import style from './cases.module.css'

/** Where a case stands, as a word in a frame: whole while it is open, broken while it stands still, none at its end. */
export function StateTag({ state }: { readonly state: CaseState }) {
  const { t } = useLanguage()
  return <span className={`${style['state']} ${state === 'suspended' ? style['still'] : isEnd(state) ? style['ended'] : ''}`}>{t(stateWords[state])}</span>
}
