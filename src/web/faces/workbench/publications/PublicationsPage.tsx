import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { type Publication } from '../../../../engines/plan/domain/publication/publication.ts'
import { publicationContract } from '../../../../engines/plan/publications/contract.ts'
import { call } from '../../../client.ts'
import { instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { usePages } from '../parts/use-pages.ts'
import { states } from './publication-words.ts'

/** Everything that was published, waits or came back, the newest first. */
export function PublicationsPage() {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const [year] = useUrlState('year')
  const asked = usePages(['publications', 'list', year], ({ after, signal }) => call(publicationContract.list, { query: { ...(year !== '' && { year: Number(year) }), ...(after && { after }) }, signal }))
  const years = asked.first?.years ?? []
  const toPrepare = year === '' ? years[0] : Number(year)
  const columns: readonly Column<Publication>[] = [
    { key: 'year', title: { zh: '年度', en: 'Year' }, value: row => row.year, render: row => <b>{row.year}</b>, sortable: true, width: 80 },
    { key: 'number', title: { zh: '期', en: 'Number' }, value: row => row.number, render: row => (row.number === null ? noNumber : t({ zh: '第{n}期', en: 'No. {n}' }, { n: row.number })), sortable: true, width: 90 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(states[row.state]), sortable: true, width: 120 },
    { key: 'lines', title: { zh: '承诺', en: 'Promises' }, value: row => row.lines, numeric: true, sortable: true, width: 90 },
    { key: 'prepared', title: { zh: '编制', en: 'Prepared' }, value: row => `${row.preparedByName} ${instantText(row.preparedAt, language)}`, width: 260 },
    { key: 'public', title: { zh: '公布', en: 'Public since' }, value: row => (row.publicAt === null ? null : instantText(row.publicAt, language)), sortable: true, width: 190 },
  ]
  return (
    <Page title={t({ zh: '公布', en: 'Publications' })} actions={<>
      <a href="/public" target="_blank" rel="noreferrer">{t({ zh: '公众看到的页面', en: 'What the public sees' })}</a>
      {may('publication.prepare') && toPrepare !== undefined && <Button type="primary" onClick={() => void navigate(`/publications/prepare/${toPrepare}`)}>{t({ zh: '编制{year}年公布内容', en: 'Prepare {year}' }, { year: toPrepare })}</Button>}
    </>}>
      {asked.isPending && <Loading lines={6} />}
      {asked.error && <Failure error={asked.error} retry={asked.retry} />}
      {!asked.isPending && !asked.error && (
        <DataTable
          name="publications"
          caption={{ zh: '公布记录', en: 'Publications' }}
          rows={asked.rows}
          columns={columns}
          keyOf={row => row.id}
          onOpen={row => void navigate(`/publications/${row.id}`)}
          more={asked.more}
          empty={<Empty title={{ zh: '还没有公布过', en: 'Nothing was published yet' }} next={may('publication.prepare') ? { zh: '点“编制”，看一年里可以公布的内容，再送批。', en: 'Prepare a year: see what can be public, then put it up for approval.' } : { zh: '计划员编制并送批后，会列在这里。', en: 'What a planner prepares is listed here.' }} />}
          tools={<FilterSelect name="year" label={{ zh: '年度', en: 'Year' }} all={{ zh: '全部年度', en: 'All years' }} options={years.map(value => ({ value: String(value), label: String(value) }))} />}
        />
      )}
    </Page>
  )
}
