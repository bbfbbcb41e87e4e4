import { Button } from 'antd'
import { Link } from 'react-router'
import { type LedgerRow } from '../../../../engines/plan/ledgers/contract.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useYear, YearSwitch } from '../../../ui/YearSwitch.tsx'
import { LightCounts } from './LightCounts.tsx'
import style from './ledgers.module.css'
import { MakeLedger } from './MakeLedger.tsx'
import { Offers } from './Offers.tsx'
import { useLedgers } from './use-ledgers.ts'

/** Every ledger of a year: what it lists, how it stands as a whole, what it still lacks. */
export function LedgersPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const { what: form, open, close } = useOpened('form')
  const asked = useYear(0)
  const ledgers = useLedgers(asked === 0 ? null : asked)
  const { data } = ledgers
  const year = data?.year ?? asked
  const years = [...new Set([...data?.years ?? [], year])].filter(one => one > 0).sort((a, b) => b - a)
  return (
    <Page
      title={data ? t({ zh: '{year}年台账', en: 'Ledgers of {year}' }, { year }) : t({ zh: '台账', en: 'Ledgers' })}
      printable
      actions={(
        <>
          <YearSwitch years={years} current={year} />
          {may('plan.edit') && <Button type="primary" onClick={() => open('make')}>{t({ zh: '建立台账', en: 'Make a ledger' })}</Button>}
        </>
      )}
    >
      {ledgers.isPending && <Loading lines={6} />}
      {ledgers.isError && <Failure error={ledgers.error} retry={() => void ledgers.refetch()} />}
      {data && (
        <div className={style['list']}>
          {may('plan.edit') && <Offers year={year} kinds={data.kinds} />}
          {data.items.map(ledger => <Summary key={ledger.id} ledger={ledger} />)}
          {data.items.length === 0 && (
            <Empty
              title={{ zh: `${year}年还没有台账`, en: `There is no ledger for ${year} yet` }}
              next={may('plan.edit')
                ? { zh: '采纳带民生实事附件的报告后，可由附件直接立账；也可以从计划中挑选事项，或逐项录入。', en: 'Accept a report with an annex of livelihood matters and make a ledger of it, choose commitments of the plan, or enter lines one by one.' }
                : { zh: '台账由计划员建立。', en: 'A planner makes ledgers.' }}
            />
          )}
          {form.startsWith('make') && <MakeLedger key={form} offer={form.split(':')[1] ?? ''} year={year} kinds={data.kinds} onClose={close} />}
        </div>
      )}
    </Page>
  )
}

function Summary({ ledger }: { readonly ledger: LedgerRow }) {
  const { language, t } = useLanguage()
  return (
    <Panel title={ledger.title} aside={<LightShape light={ledger.whole.light} />}>
      <p className={style['aside']}>{t(ledger.of.name)} · {periodText(ledger.span, language)}{ledger.of.public && t({ zh: ' · 公布后对公众公开', en: ' · public once published' })}</p>
      <p className={style['because']}>{t(ledger.whole.because)}</p>
      <LightCounts ledger={ledger} />
      <p className={`${style['acts']} unprinted`}><Link to={`/ledgers/${ledger.id}`}>{t({ zh: '打开台账', en: 'Open' })}<span className="unseen"> {ledger.title}</span></Link></p>
    </Panel>
  )
}
