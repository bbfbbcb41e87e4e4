import { Button } from 'antd'
import { useParams } from 'react-router'
import { contract } from '../../../../engines/plan/ledgers/contract.ts'
import { addressOf } from '../../../client.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { sourceLine } from '../../../ui/source-words.ts'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { useUrlState } from '../../../url-state.ts'
import { LedgerForms } from './LedgerForms.tsx'
import { LedgerHistory } from './LedgerHistory.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import style from './ledgers.module.css'
import { LightCounts } from './LightCounts.tsx'
import { LineSheet } from './LineSheet.tsx'
import { MidTermView } from './MidTermView.tsx'
import { ParticularsTable } from './particulars/ParticularsTable.tsx'
import { PathView } from './PathView.tsx'
import { useLedger } from './use-ledgers.ts'

const views = [
  { key: 'lines', label: { zh: '各项', en: 'Lines' } },
  { key: 'path', label: { zh: '年度路径', en: 'Yearly path' } },
  { key: 'mid-term', label: { zh: '中期评估', en: 'Mid-term evaluation' } },
  { key: 'history', label: { zh: '沿革', en: 'History' } },
] as const

/** One ledger: how it stands as a whole, its lines, and for a five-year plan its path and mid-term evaluation. */
export function LedgerPage() {
  const { id } = useParams()
  return id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? <OneLedger key={id} id={id} /> : <Absent />
}

function OneLedger({ id }: { readonly id: string }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const [chosen] = useUrlState('view')
  const { open } = useOpened('form')
  const asked = useLedger(id)
  if (asked.isPending) return <Loading lines={10} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { ledger, lines, on } = asked.data
  const offered = views.filter(view => (view.key !== 'path' && view.key !== 'mid-term') || (ledger.of.span === 'five-year' && ledger.of.of === 'target')).filter(view => view.key !== 'mid-term' || ledger.of.evaluatedInYear !== null)
  const view = offered.find(one => one.key === chosen)?.key ?? 'lines'
  return (
    <Page
      title={ledger.title}
      asOf={on}
      printable
      where={<Breadcrumbs sentence={{ zh: '{ledgers}中的一本', en: 'One of the {ledgers}' }} crumbs={{ ledgers: { text: { zh: '台账', en: 'ledgers' }, to: `/ledgers?year=${ledger.span.slice(-4)}` } }} />}
      actions={(
        <>
          <DownloadLink to={addressOf(contract.export, { params: { id }, query: { form: 'xlsx' } })}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>
          {may('progress.enter') && ledger.of.particulars.length > 0 && lines.length > 0 && <Button onClick={() => open('import')}>{t({ zh: '表格填报', en: 'Tell by a sheet' })}</Button>}
          {may('plan.edit') && <Button onClick={() => open('settings')}>{t({ zh: '修改台账', en: 'Change' })}</Button>}
          {may('plan.edit') && <Button type="primary" onClick={() => open('add')}>{t({ zh: '增加{line}', en: 'Add: {line}' }, { line: t(ledger.of.line) })}</Button>}
        </>
      )}
    >
      <div className={style['summary']}>
        <p className={style['switch']}><LightShape light={ledger.whole.light} /> <span>{t(ledger.whole.because)}</span></p>
        <LightCounts ledger={ledger} />
        <p className={style['aside']}>{t(ledger.of.name)} · {periodText(ledger.span, language)} · {t({ zh: '依据：', en: 'Ground: ' })}<span lang="zh-CN">{sourceLine(ledger.source, language)}</span></p>
      </div>
      <ViewSwitch label={{ zh: '查看方式', en: 'Views of the ledger' }} views={offered} current={view} />
      {view === 'lines' && (ledger.of.particulars.length > 0 ? <ParticularsTable ledger={ledger} lines={lines} /> : <LedgerTable ledger={ledger} lines={lines} />)}
      {view === 'path' && <PathView lines={lines} />}
      {view === 'mid-term' && <MidTermView ledger={ledger} concluded={asked.data.midTerms} />}
      {view === 'history' && <LedgerHistory history={asked.data.history} />}
      <LineSheet />
      <LedgerForms ledger={ledger} lines={lines} />
    </Page>
  )
}
