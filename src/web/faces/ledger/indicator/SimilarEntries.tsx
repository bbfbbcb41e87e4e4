import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { contract, type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { contract as plan } from '../../../../engines/plan/contract.ts'
import { call } from '../../../client.ts'
import { shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { Refused } from '../../../ui/Refused.tsx'
import { Confirm } from '../../workbench/parts/Confirm.tsx'
import style from './indicator.module.css'

type Similar = IndicatorPage['similar'][number]

/** Entries that may be the same thing: a planner merges them or tells them apart; the machine does neither. */
export function SimilarEntries({ indicator, similar }: Pick<IndicatorPage, 'indicator' | 'similar'>) {
  const { t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const changed = useLedgerChange()
  const [merging, setMerging] = useState<Similar | null>(null)
  const [error, setError] = useState<unknown>(null)
  if (similar.length === 0) return null
  const { id, version } = indicator

  const tellApart = async (name: string) => {
    setError(null)
    try {
      await call(contract.denyName, { params: { id }, body: { name, version } })
      await changed()
    } catch (failure) {
      setError(failure)
    }
  }
  const merge = async () => {
    if (!merging) return
    await call(plan.mergeIndicators, { params: { id }, body: { into: merging.indicator, version } })
    void navigate(`/register/${merging.code}`, { replace: true })
    await changed()
  }
  return (
    <div className={style['part']}>
      <p className={style['aside']}>{t({ zh: '可能是同一项，请计划员判断', en: 'May be the same: for a planner to judge' })}</p>
      <ul className={style['list']}>
        {similar.map(other => (
          <li key={other.indicator}>
            <Link to={`/register/${other.code}`}>{t(other.name)}</Link>
            <small>{other.code} · {t({ zh: '相似度{share}', en: '{share} alike' }, { share: shareText(other.certainty, 1, 0) })} · {t(other.why)}</small>
            {may('register.edit') && (
              <div className={`${style['acts']} unprinted`}>
                <Button size="small" onClick={() => setMerging(other)}>{t({ zh: '本项并入它', en: 'Merge this into it' })}<span className="unseen"> {t(other.name)}</span></Button>
                <Button size="small" onClick={() => void tellApart(other.name.zh)}>{t({ zh: '不是同一项', en: 'Not the same' })}<span className="unseen"> {t(other.name)}</span></Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <Refused error={error} onReload={() => { setError(null); void changed() }} />}
      <Confirm open={merging !== null} title={{ zh: '并入另一项指标', en: 'Merge into another indicator' }} act={{ zh: '并入', en: 'Merge' }} onConfirm={merge} onClose={() => setMerging(null)}>
        <p>
          {t({ zh: '“{from}”（{code}）的数值、目标和名称都将归入“{into}”（{other}），台账中不再有{code}。此事不能撤销。', en: 'Figures, targets and names of “{from}” ({code}) go to “{into}” ({other}); {code} leaves the register. This cannot be undone.' }, { from: t(indicator.name), code: indicator.code, into: merging ? t(merging.name) : '', other: merging?.code ?? '' })}
        </p>
      </Confirm>
    </div>
  )
}
