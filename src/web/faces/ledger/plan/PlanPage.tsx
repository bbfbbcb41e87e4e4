import { Button } from 'antd'
import { useParams } from 'react-router'
import { contract } from '../../../../engines/plan/contract.ts'
import { addressOf } from '../../../client.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { YearSwitch } from '../../../ui/YearSwitch.tsx'
import { Completion } from './Completion.tsx'
import { ItemSheet } from './ItemSheet.tsx'
import { usePlanFilter } from './plan-filter.ts'
import { PlanForms } from './PlanForms.tsx'
import { PlanList } from './PlanList.tsx'
import { PlanSummary } from './PlanSummary.tsx'
import { PlanTree } from './PlanTree.tsx'
import { Waiting } from './Waiting.tsx'
import { useCommitments, usePlanYear, usePlanYears } from './use-plan.ts'
import { thisYear } from '../../../today.ts'

const views = [
  { key: 'tree', label: { zh: '任务分解', en: 'Commitments' } },
  { key: 'list', label: { zh: '目标与进展清单', en: 'Targets and progress' } },
  { key: 'waiting', label: { zh: '等市下达', en: 'Waiting for their number' } },
  { key: 'completion', label: { zh: '主要目标完成情况', en: 'Completion of headline targets' } },
] as const

/** The plan of a year: what was promised as a tree, everything measured as a list, and the headline targets as reports print them. */
export function PlanPage() {
  const { year } = useParams()
  return /^(?:19|20)\d{2}$/.test(year ?? '') ? <YearOfPlan key={year} year={Number(year)} /> : <Absent />
}

function YearOfPlan({ year }: { readonly year: number }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const [chosen] = useUrlState('view')
  const { open: openForm } = useOpened('form')
  const { asked } = usePlanFilter()
  const years = usePlanYears()
  const plan = usePlanYear(year)
  const tree = useCommitments(year)

  const nodes = tree.data?.items ?? []
  const view = views.find(one => one.key === chosen)?.key ?? (nodes.length > 0 || plan.data?.lines.length === 0 ? 'tree' : 'list')
  const now = thisYear()
  const offered = [...new Set([...years.data?.years.map(row => row.year) ?? [], now, year])].sort((a, b) => b - a)
  const failed = [plan, tree].find(query => query.isError)
  const sheet = (form: 'csv' | 'xlsx') => addressOf(contract.exportYear, { params: { year }, query: { ...asked, form } })

  return (
    <Page
      title={t({ zh: '{year}年目标与承诺事项', en: 'Targets and commitments of {year}' }, { year })}
      asOf={plan.data?.lines.reduce<string | null>((latest, line) => (line.asOf !== null && (latest === null || line.asOf > latest) ? line.asOf : latest), null) ?? null}
      printable
      actions={(
        <>
          <YearSwitch years={offered} current={year} toYear={other => `/plan/${other}${chosen === '' ? '' : `?view=${chosen}`}`} />
          <DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>
          <DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink>
          {may('plan.edit') && <Button type="primary" onClick={() => openForm('add')}>{t({ zh: '新增事项', en: 'Add' })}</Button>}
        </>
      )}
    >
      {failed ? <Failure error={failed.error} retry={() => { void plan.refetch(); void tree.refetch() }} /> : !plan.data || !tree.data ? <Loading lines={10} /> : (
        <>
          <PlanSummary plan={plan.data} nodes={nodes} />
          <ViewSwitch label={{ zh: '查看方式', en: 'Views of the plan' }} views={views} current={view} />
          {view === 'tree' && <PlanTree year={year} nodes={nodes} />}
          {view === 'list' && <PlanList plan={plan.data} />}
          {view === 'waiting' && <Waiting plan={plan.data} />}
          {view === 'completion' && <Completion year={year} />}
          <ItemSheet plan={plan.data} nodes={nodes} />
          <PlanForms year={year} nodes={nodes} lines={plan.data.lines} />
        </>
      )}
    </Page>
  )
}
