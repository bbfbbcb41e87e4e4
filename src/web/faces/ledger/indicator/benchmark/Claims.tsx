import { type ClaimRow } from '../../../../../engines/indicators/benchmark-contract.ts'
import { scopeWords } from '../../../../../engines/indicators/domain/benchmark.ts'
import { dayText, periodText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { SourcedWords } from '../../../../ui/SourcedWords.tsx'
import style from '../indicator.module.css'

/** The places that our district is said to hold: when, among how many, by whom, and whether that fits what is on file. */
export function Claims({ claims }: { readonly claims: readonly ClaimRow[] }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('form')
  if (claims.length === 0) return null
  const among = ({ scope, of }: ClaimRow) => [scope && t(scopeWords[scope]), of === null ? t({ zh: '没有说明共几个区', en: 'of how many is not told' }) : t({ zh: '共{of}个区', en: 'of {of} districts' }, { of })].filter(part => part !== null).join(t({ zh: '，', en: ', ' }))
  return (
    <section className={style['part']}>
      <h3>{t({ zh: '位次说法', en: 'Claimed places' })}</h3>
      <ul className={style['list']}>
        {claims.map(claim => (
          <li key={claim.entered?.id ?? claim.figure}>
            <span>{periodText(claim.period, language)} {claim.entered?.withdrawn ? <s>{t(claim.words)}</s> : <SourcedWords name={periodText(claim.period, language)} words={t(claim.words)} source={claim.source} period={claim.period} />}</span>
            <small>{[among(claim), claim.saidOn && t({ zh: '{day}公布', en: 'published {day}' }, { day: dayText(claim.saidOn, language) })].filter(part => part !== null).join(' · ')}</small>
            {claim.agreement && <small className={claim.agreement.verdict === 'differs' ? style['doubt'] : undefined}>{t(claim.agreement.words)}</small>}
            {claim.entered?.withdrawn && <small>{t({ zh: '{by}撤回：{because}', en: 'withdrawn by {by}: {because}' }, claim.entered.withdrawn)}</small>}
            {claim.entered && !claim.entered.withdrawn && may('register.edit') && <button type="button" className={`${style['remove']} unprinted`} onClick={() => open(`withdraw-claim:${claim.entered?.id ?? ''}`)}>{t({ zh: '撤回', en: 'Withdraw' })}</button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
