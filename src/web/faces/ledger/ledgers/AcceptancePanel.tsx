import { acceptanceLabels } from '../../../../engines/plan/ledgers/schema.ts'
import { roleLabels } from '../../../../engines/org/schema.ts'
import { shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type LineAnswer } from './line-answer.ts'
import style from './ledgers.module.css'

/** The steps of acceptance: who takes each, and where the line stands. */
export function AcceptancePanel({ answer: { line, ledger } }: { readonly answer: LineAnswer }) {
  const { t } = useLanguage()
  const { state, step, share, note } = line.acceptance
  return (
    <section>
      <h3>{t({ zh: '验收', en: 'Acceptance' })}</h3>
      <p><b>{t(acceptanceLabels[state])}</b>{state === 'partly' && share !== null && ` ${shareText(share, 1, 0)}`}{note && <>{t({ zh: '：', en: ': ' })}<span lang="zh-CN">{note}</span></>}</p>
      <ol className={style['steps']}>
        {ledger.of.acceptance.map((one, i) => (
          <li key={one.name.zh}>
            {t(one.name)} <span className={style['small']}>{one.roles.map(role => t(roleLabels[role])).join(t({ zh: '、', en: ', ' }))}</span>
            <p className={style['small']}>{i < step || state === 'accepted' ? t({ zh: '已通过', en: 'passed' }) : i === step && state === 'proposed' ? t({ zh: '正等待这一步', en: 'waits here' }) : i === step && state !== 'none' ? t(acceptanceLabels[state]) : t({ zh: '尚未到这一步', en: 'not there yet' })}</p>
          </li>
        ))}
      </ol>
      <p className={style['small']}>{t({ zh: '牵头、配合单位和申请人不能验收。', en: 'Who leads, helps or put it forward cannot accept it.' })}</p>
    </section>
  )
}
