import { Button } from 'antd'
import { benchmarkContract, type BenchmarkPage } from '../../../../../engines/indicators/benchmark-contract.ts'
import { type IndicatorPage } from '../../../../../engines/indicators/contract.ts'
import { addressOf } from '../../../../client.ts'
import { periodText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { DownloadLink } from '../../../../ui/DownloadLink.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import style from '../indicator.module.css'
import { BenchmarkForms } from './BenchmarkForms.tsx'
import { Claims } from './Claims.tsx'
import { Peers } from './Peers.tsx'
import { StandingChart } from './StandingChart.tsx'
import { useBenchmarks } from './use-benchmarks.ts'

/** Our district beside others, and whether the places it is said to hold fit what is on file. For the whole district only. */
export function BenchmarkPanel({ page: { indicator, unit } }: { readonly page: IndicatorPage }) {
  const { language, t } = useLanguage()
  const [period] = useUrlState('peers-of')
  const found = useBenchmarks(indicator.id, period)
  if (found.isError) return <Panel title={t(title)}><Failure error={found.error} retry={() => void found.refetch()} /></Panel>
  if (!found.data) return <Panel title={t(title)}><Loading lines={4} /></Panel>
  const page = found.data
  if (page.unit.id !== unit.id) return null
  const latest = page.periods[0]
  return (
    <Panel title={t(title)} aside={page.periods.length > 1 && latest && <FilterSelect name="peers-of" label={{ zh: '时期', en: 'Period' }} all={{ zh: '最近有数的一期', en: 'Latest with figures' }} options={page.periods.map(one => ({ value: one, label: periodText(one, language) }))} />}>
      <div className={indicator.embargoed ? `${style['benchmark']} unprinted` : style['benchmark']}>
        {page.standings.map(standing => <StandingChart key={standing.compared} name={indicator.name} page={page} standing={standing} />)}
        {page.standings.length === 0 && <Empty title={{ zh: '还没有其他区的数', en: 'Nothing of other districts is on file yet' }} next={{ zh: '把市统计公报、统计月报或其他区计划报告里公布的同一时期的数录进来，就能看出本区的位次和差距。', en: "Enter figures of the same period from the city's statistical bulletin or other districts' reports; then our place and distances are shown." }} />}
        <Acts page={page} indicator={indicator.id} />
        {page.peers.length > 0 && <Peers peers={page.peers} />}
        <Claims claims={page.claims} />
      </div>
      <BenchmarkForms indicator={indicator} page={page} />
    </Panel>
  )
}

const title = { zh: '与其他区对标', en: 'Beside other districts' }

function Acts({ page, indicator }: { readonly page: BenchmarkPage; readonly indicator: string }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('form')
  const file = (what: 'figures' | 'claims') => addressOf(benchmarkContract.exportBenchmarks, { params: { id: indicator }, query: { what, form: 'xlsx' } })
  return (
    <p className={`${style['acts']} unprinted`}>
      {may('register.edit') && (
        <>
          <Button size="small" onClick={() => open('peer')}>{t({ zh: '录入其他区的数', en: "Enter another district's figure" })}</Button>
          <Button size="small" onClick={() => open('claim')}>{t({ zh: '录入位次说法', en: 'Enter a claimed place' })}</Button>
          {page.districts.length > 0 && <Button size="small" onClick={() => open('benchmark')}>{t({ zh: '选定对标区', en: 'Choose whom to measure against' })}</Button>}
        </>
      )}
      {page.districts.length > 0 && <DownloadLink to={file('figures')}>{t({ zh: '导出对标数', en: 'Figures as xlsx' })}</DownloadLink>}
      {page.claims.length > 0 && <DownloadLink to={file('claims')}>{t({ zh: '导出位次说法', en: 'Claims as xlsx' })}</DownloadLink>}
    </p>
  )
}
