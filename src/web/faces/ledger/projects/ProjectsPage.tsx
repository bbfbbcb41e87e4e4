import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { contract } from '../../../../engines/projects/contract.ts'
import { addressOf } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { useNarrow } from '../../../ui/narrow.ts'
import { Page } from '../../../ui/Page.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { YearSwitch } from '../../../ui/YearSwitch.tsx'
import { useUrlState } from '../../../url-state.ts'
import { SheetImport } from '../SheetImport.tsx'
import { Courses } from './list/Courses.tsx'
import { MakeProject } from './list/MakeProject.tsx'
import { Matches } from './list/Matches.tsx'
import { Owners } from './list/Owners.tsx'
import { PortfolioMap } from './list/PortfolioMap.tsx'
import { PoolNote } from './list/PoolNote.tsx'
import { orderAsked, type ProjectFilter, useProjectFilter } from './list/project-filter.ts'
import { ProjectCards } from './list/ProjectCards.tsx'
import { ProjectFilters } from './list/ProjectFilters.tsx'
import { ProjectTable } from './list/ProjectTable.tsx'
import { Sums } from './list/Sums.tsx'
import { usePortfolio, useRules } from './use-project.ts'

const views = [{ key: 'table', label: { zh: '逐个项目', en: 'By project' } }, { key: 'courses', label: { zh: '投资曲线', en: 'Curves' } }, { key: 'owners', label: { zh: '按业主单位', en: 'By owner' } }, { key: 'map', label: { zh: '地图', en: 'Map' } }] as const

/** Without a list in the address the first one is meant; `any` means all that are on file, listed or not. */
function listedFirst({ list, ...filter }: ProjectFilter, first: string | undefined): ProjectFilter {
  const meant = list ?? first
  return meant === undefined || meant === 'any' ? filter : { ...filter, list: meant }
}

/** The portfolio of key projects: how they stand together, and each of them, the worst first. */
export function ProjectsPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const [chosen] = useUrlState('view'), [sort] = useUrlState('projects-sort')
  const narrow = useNarrow()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const { what: form, open, close } = useOpened('form')
  const rules = useRules(), filter = listedFirst(useProjectFilter(), rules.data?.lists[0]?.key), asked = usePortfolio(filter, orderAsked(sort), rules.isSuccess)
  const rows = asked.data?.pages.flatMap(page => page.items) ?? []
  const first = asked.data?.pages[0], view = views.find(one => one.key === chosen)?.key ?? 'table'
  // What is ticked is taken along as long as it is shown.
  const taken = view === 'table' && !narrow ? ticked.filter(id => rows.some(row => row.id === id)) : []
  const leave = (of: 'xlsx' | 'csv' | 'oc4ids' | 'ics') => addressOf(contract.export, { query: { ...filter, ...(taken.length > 0 && { ids: [...taken] }), form: of } })
  const listed = { rows, total: first?.total ?? 0, loading: asked.isFetchingNextPage, more: () => void asked.fetchNextPage() }
  const filters = rules.data && <ProjectFilters rules={rules.data} />
  const empty = <Empty title={{ zh: '没有符合条件的项目', en: 'No project is left by these filters' }} next={{ zh: '放宽条件，或换一个年度；新项目由计划员入库。', en: 'Ask for more, or for another year. A planner takes new projects in.' }} />
  return (
    <Page
      title={t({ zh: '重点项目', en: 'Key projects' })}
      printable
      actions={(
        <>
          {rules.data?.pool && <Link to={`/projects/pool?year=${first?.year ?? ''}`}>{t({ zh: '项目库', en: 'Library' })}</Link>}
          {first && <YearSwitch years={first.years.slice(0, 8)} current={first.year} />}
          {may('project.tell') && <Button onClick={() => open('months')}>{t({ zh: '表格报月度投资', en: 'Tell months by a sheet' })}</Button>}
          {may('project.edit') && <Button onClick={() => open('matches')}>{t({ zh: '疑似同一项目', en: 'Perhaps the same' })}</Button>}
          {may('project.edit') && <Button type="primary" onClick={() => open('make')}>{t({ zh: '项目入库', en: 'Take a project in' })}</Button>}
        </>
      )}
    >
      {asked.isPending && !rules.isError && <Loading lines={10} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {rules.isError && <Failure error={rules.error} retry={() => void rules.refetch()} />}
      {first && rules.data && (
        <>
          <PoolNote rules={rules.data} year={first.year} />
          <Sums sums={first.sums} year={first.year} rules={rules.data} />
          <ViewSwitch label={{ zh: '查看方式', en: 'Views' }} views={views} current={view} />
          {view === 'table' && !narrow
            ? <ProjectTable {...listed} rules={rules.data} tools={filters} empty={empty} ticked={taken} onTick={setTicked} />
            : (
                <>
                  {filters}
                  {rows.length === 0 && empty}
                  {rows.length > 0 && view === 'courses' && <Courses {...listed} year={first.year} />}
                  {rows.length > 0 && view === 'owners' && <Owners rows={rows} whole={listed.total} loading={listed.loading} more={listed.more} />}
                  {rows.length > 0 && view === 'map' && <PortfolioMap rows={rows} whole={listed.total} loading={listed.loading} more={listed.more} />}
                  {rows.length > 0 && view === 'table' && <ProjectCards {...listed} rules={rules.data} />}
                </>
              )}
          <p className="unprinted">
            {taken.length > 0 && <>{t({ zh: '只导出勾选的{n}个：', en: 'Only the {n} ticked: ' }, { n: taken.length })} </>}
            <DownloadLink to={leave('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink> <DownloadLink to={leave('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink>{' '}
            <DownloadLink to={leave('ics')}>{t({ zh: '节点日历', en: 'Calendar of nodes' })}</DownloadLink> <DownloadLink to={leave('oc4ids')}>OC4IDS</DownloadLink>
          </p>
          {form === 'make' && may('project.edit') && <MakeProject rules={rules.data} year={first.year} onClose={close} />}
          {form === 'matches' && may('project.edit') && <Matches rules={rules.data} year={first.year} onClose={close} />}
          {form === 'months' && may('project.tell') && <SheetImport of="months" onClose={close} />}
        </>
      )}
    </Page>
  )
}
