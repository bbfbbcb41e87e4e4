import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { contract } from '../../../engines/plan/ledgers/contract.ts'
import { lightOrder } from '../../../kernel/light.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { LightShape } from '../../ui/LightShape.tsx'
import { Panel } from '../../ui/Panel.tsx'
import style from './PackPanels.module.css'

/** The ledgers of the year: the ten livelihood matters, the five-year plan. Each as a whole; the ledger itself is a step away. They come by themselves, so that the year does not wait for them. */
export function LedgerPanels({ year }: { readonly year: number }) {
  const { t } = useLanguage()
  const asked = useQuery({ queryKey: ['ledgers', 'list', year], queryFn: ({ signal }) => call(contract.list, { query: { year }, signal }) })
  const ledgers = asked.data?.items ?? []
  if (ledgers.length === 0) return null
  return (
    <div className={style['panels']}>
      {ledgers.map(ledger => (
        <Panel
          key={ledger.id}
          title={ledger.title}
          aside={(
            <ul className={style['counts']} aria-label={t({ zh: '各灯项数', en: 'How many show each light' })}>
              {lightOrder.filter(light => ledger.whole.lights[light] > 0).map(light => <li key={light}><LightShape light={light} /> {ledger.whole.lights[light]}</li>)}
            </ul>
          )}
        >
          <p>{t(ledger.whole.because)}{ledger.awaiting > 0 && t({ zh: '待验收{n}项。', en: ' {n} await acceptance.' }, { n: ledger.awaiting })}</p>
          <p className="unprinted"><Link to={`/ledgers/${ledger.id}`}>{t({ zh: '打开台账', en: 'Open the ledger' })}<span className="unseen"> {ledger.title}</span></Link></p>
        </Panel>
      ))}
    </div>
  )
}
