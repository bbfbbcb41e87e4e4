import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from 'react-router'
import { contract } from '../../../../engines/documents/contract.ts'
import { type ThreadRow } from '../../../../engines/documents/domain/threads/contract.ts'
import { askWhy, StationKind, stationLabels } from '../../../../engines/documents/domain/threads/station.ts'
import { ThreadKind } from '../../../../engines/documents/domain/threads/thread.ts'
import { call } from '../../../client.ts'
import { noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useUrlState } from '../../../url-state.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../../workbench/parts/SearchField.tsx'
import { usePages } from '../../workbench/parts/use-pages.ts'
import { stationChoices, threadKinds } from './station-words.ts'
import { StationShape } from './StationShape.tsx'
import style from './line.module.css'

/** Promises, indicators and projects followed across years: which were dropped, slipped, or promised below last year's result. */
export function ThreadsPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [q] = useUrlState('q'), [kindInUrl] = useUrlState('kind'), [stationInUrl] = useUrlState('station')
  const kind = ThreadKind.safeParse(kindInUrl).data, station = StationKind.safeParse(stationInUrl).data
  const query = { limit: 200, ...(q && { q }), ...(kind && { kind }), ...(station && { station }) }
  const threads = usePages(['threads', 'list', query], ({ after, signal }) => call(contract.threads, { query: { ...query, ...(after && { after }) }, signal }))
  if (threads.isPending) return <Loading lines={8} />
  if (threads.error) return <Failure size="page" error={threads.error} retry={threads.retry} />
  const columns: readonly Column<ThreadRow>[] = [
    { key: 'name', title: { zh: '脉络', en: 'Thread' }, value: row => row.name, render: row => <Link to={`/threads/${row.id}`} lang="zh-CN"><b>{row.name}</b></Link>, sortable: true, width: 240 },
    { key: 'stations', title: { zh: '值得一问', en: 'Worth asking why' }, value: row => row.stations.filter(s => askWhy.includes(s.kind)).map(s => t(stationLabels[s.kind])).join('、'), render: row => <Asks row={row} />, width: 260 },
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, value: row => t(threadKinds[row.kind]), sortable: true, width: 90 },
    { key: 'years', title: { zh: '年份', en: 'Years' }, value: row => yearsOf(row), sortable: true, width: 110 },
    { key: 'words', title: { zh: '最近的承诺', en: 'Last promise' }, value: row => row.words, render: row => <span lang="zh-CN">{row.words ?? noNumber}</span>, width: 200 },
  ]
  return (
    <Page title={t({ zh: '承诺脉络', en: 'Promises across years' })} printable actions={<Waiting />}>
      <p>{t({ zh: '同一项承诺、指标或项目，从哪份文件说起，后来怎么说，有没有兑现。每一站都能打开到出处。', en: 'Where a promise, an indicator or a project was first said, how it was said later, and whether it was kept. Each station opens to its source.' })}</p>
      <Counts counts={threads.first?.counts ?? []} />
      <DataTable
        name="threads" caption={{ zh: '承诺脉络', en: 'Threads' }} rows={threads.rows} columns={columns} keyOf={row => row.id} onOpen={row => void navigate(`/threads/${row.id}`)} more={threads.more}
        empty={q || kind || station
          ? <Empty title={{ zh: '没有符合条件的脉络', en: 'No thread matches' }} next={{ zh: '放宽上面的条件，或清空搜索。', en: 'Widen the filters or clear the search.' }} />
          : <Empty title={{ zh: '还没有脉络', en: 'There are no threads yet' }} next={{ zh: '采纳两个年度的文件后，系统会提示可能是同一件事的，确认后就连成脉络。', en: 'Accept papers of two years; what may be the same is then suggested, and linked once a person confirms.' }} action={<Link to="/threads/suggestions">{t({ zh: '看提示', en: 'See what is suggested' })}</Link>} />}
        tools={(
          <>
            <SearchField label={{ zh: '搜索脉络', en: 'Search threads' }} />
            <FilterSelect name="kind" label={{ zh: '类别', en: 'Kind' }} all={{ zh: '全部类别', en: 'Any kind' }} width={120} options={ThreadKind.options.map(value => ({ value, label: t(threadKinds[value]) }))} />
            <FilterSelect name="station" label={{ zh: '经过的站', en: 'Station' }} all={{ zh: '全部经过', en: 'Any station' }} width={170} options={stationChoices.map(({ kind: value, label }) => ({ value, label: t(label) }))} />
          </>
        )}
      />
    </Page>
  )
}

function yearsOf({ from, to }: ThreadRow): string {
  return from === null || to === null ? noNumber : from === to ? String(from) : `${from}—${to}`
}

function Asks({ row }: { readonly row: ThreadRow }) {
  const { t } = useLanguage()
  const asks = row.stations.filter(s => askWhy.includes(s.kind))
  if (asks.length === 0) return noNumber
  return <ul className={style['counts']}>{asks.map(({ kind, count }) => <li key={kind}><span><StationShape kind={kind} />{t(stationLabels[kind])}{count > 1 && ` ×${count}`}</span></li>)}</ul>
}

/** How many threads have each station that somebody should ask about; each is a filter. */
function Counts({ counts }: { readonly counts: readonly { readonly kind: StationKind; readonly count: number }[] }) {
  const { t } = useLanguage()
  const { pathname, search } = useLocation()
  const [chosen] = useUrlState('station')
  const to = (kind: string) => {
    const query = new URLSearchParams(search)
    if (chosen === kind) query.delete('station')
    else query.set('station', kind)
    return { pathname, search: `?${query.toString()}` }
  }
  const shown = askWhy.flatMap(kind => counts.filter(c => c.kind === kind))
  if (shown.length === 0) return null
  return (
    <nav aria-label={t({ zh: '值得一问的', en: 'Worth asking why' })}>
      <ul className={style['counts']}>{shown.map(({ kind, count }) => <li key={kind}><Link to={to(kind)} preventScrollReset aria-current={chosen === kind ? 'true' : undefined}><StationShape kind={kind} />{t({ zh: '{what} {n}条', en: '{what}: {n}' }, { what: t(stationLabels[kind]), n: count })}</Link></li>)}</ul>
    </nav>
  )
}

/** How many links wait for a person. */
function Waiting() {
  const { t } = useLanguage()
  const asked = useQuery({ queryKey: ['threads', 'waiting'], queryFn: ({ signal }) => call(contract.linkSuggestions, { query: { limit: 1 }, signal }) })
  const n = asked.data ? asked.data.certain + asked.data.likely + asked.data.possible : null
  return <Link to="/threads/suggestions">{n === null ? t({ zh: '可能是同一件事的', en: 'What may be the same' }) : t({ zh: '可能是同一件事的 {n}对', en: '{n} pairs that may be the same' }, { n })}</Link>
}
