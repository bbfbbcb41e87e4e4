import { Button } from 'antd'
import { useCallback, useId, useMemo, useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { type CaseRowView, contract } from '../../../../../engines/cases/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { transferContract } from '../../../../../engines/cases/transfer/contract.ts'
import { addressOf, call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { DensitySwitch } from '../../../../ui/DensitySwitch.tsx'
import { DownloadLink } from '../../../../ui/DownloadLink.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { useNarrow, useWide } from '../../../../ui/narrow.ts'
import { Page } from '../../../../ui/Page.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { CaseView } from '../page/CaseView.tsx'
import { BulkBar } from './BulkBar.tsx'
import { addressOfList, askedBy, filterFrom, isSame } from './case-filter.ts'
import { CaseCards } from './CaseCards.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import { CaseTable } from './CaseTable.tsx'
import { countText, Lists } from './Lists.tsx'
import style from './list.module.css'
import { useListKeys } from './use-list-keys.ts'
import { useQueues, useTypes, useViews } from './use-cases.ts'
import { ViewsSheet } from './ViewsSheet.tsx'

const none: ReadonlyMap<Id, CaseRowView> = new Map()

/** `/cases`: the cases that a person sees, by what waits for them and by every filter; one lies open beside the list on a wide screen. */
export function CasesPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const narrow = useNarrow(), wide = useWide()
  const searchId = useId()
  const [search] = useSearchParams()
  const filter = useMemo(() => filterFrom(search), [search])
  const { what: beside, open, close } = useOpened('case')
  const [phone, setPhone] = useState('')
  const [chosen, choose] = useState<ReadonlyMap<Id, CaseRowView>>(none)
  const [managing, setManaging] = useState(false)
  const types = useTypes(), queues = useQueues(), views = useViews()
  const query = { ...askedBy(filter), ...(phone !== '' && { phone }) }
  const cases = usePages(['cases', 'list', filter, phone], ({ after, signal }) => call(contract.cases, { query: { ...query, limit: 50, ...(after && { after }) }, signal }))
  const { order: _order, ...sought } = askedBy(filter)
  const split = wide && beside !== ''

  const openOne = useCallback((id: Id) => { if (wide) open(id); else void navigate(`/cases/${id}`) }, [wide, open, navigate])
  const toggle = useCallback((row: CaseRowView) => choose(before => {
    const after = new Map(before)
    if (!after.delete(row.id)) after.set(row.id, row)
    return after
  }), [])
  const rowsById = new Map(cases.rows.map(row => [row.id, row]))
  const keys = {
    ids: cases.rows.map(row => row.id).join(' '), opened: split ? beside : '', open, close,
    toggle: (id: string) => { const row = rowsById.get(id); if (row) toggle(row) },
    search: () => document.getElementById(searchId)?.focus(), openNew: may('case.open') ? () => void navigate('/cases/new') : null,
  }
  useListKeys(keys)

  // The bare address is the beginning: the view with which this person wants to begin, if there is one.
  const start = views.data?.items.find(view => view.start)
  if (search.size === 0 && start) return <Navigate replace to={addressOfList(start.query)} />

  const queue = queues.data?.items.find(one => isSame(one.query, filter)), view = views.data?.items.find(one => isSame(one.query, filter))
  const name = phone !== '' ? t({ zh: '按电话查到的工单', en: 'Cases found by telephone' }) : queue ? t({ zh: '工单：{name}', en: 'Cases: {name}' }, { name: t(queue.name) }) : view ? t({ zh: '工单：{name}', en: 'Cases: {name}' }, { name: view.name }) : isSame(filter, {}) ? t({ zh: '工单', en: 'Cases' }) : t({ zh: '筛选出的工单', en: 'Cases by filter' })
  const counted = cases.first ? t({ zh: '{name}（{count}件）', en: '{name} ({count})' }, { name, count: countText(cases.total, cases.first.atLeast) }) : name
  const empty = isSame(filter, {}) && phone === ''
    ? <Empty title={{ zh: '还没有工单', en: 'No cases yet' }} next={{ zh: '登记、网上反映或导入的工单列在这里。', en: 'Cases that are opened, reported online or imported are listed here.' }} action={may('case.open') && <Link to="/cases/new">{t({ zh: '登记工单', en: 'Open a case' })}</Link>} />
    : <Empty title={queue ? { zh: `没有${queue.name.zh}的工单`, en: `Nothing in “${queue.name.en}”` } : { zh: '没有符合条件的工单', en: 'No case matches' }} next={queue ? { zh: '这一类已经办完，有新的会列在这里。', en: 'All of this kind is done; new ones will be listed here.' } : { zh: '放宽条件或清空搜索。您只能看到与本单位有关的工单。', en: 'Widen the filter or clear the search. You see the cases that concern your units.' }} action={<Link to={addressOfList({})}>{t({ zh: '看全部', en: 'See all' })}</Link>} />
  const more = cases.more
  const cards = <CaseCards rows={cases.rows} opened={split ? beside : ''} chosen={new Set(chosen.keys())} onChoose={toggle} onOpen={wide ? row => open(row.id) : null} more={more} />
  return (
    <Page
      title={counted}
      printable
      actions={(
        <>
          {phone === '' && cases.rows.length > 0 && <DownloadLink to={addressOf(transferContract.exportCases, { query: sought })}>{t({ zh: '导出', en: 'Export' })}</DownloadLink>}
          <Button onClick={() => setManaging(true)}>{t({ zh: '常用视图', en: 'Saved views' })}</Button>
          {may('case.open') && <Button type="primary" onClick={() => void navigate('/cases/new')}>{t({ zh: '登记工单', en: 'Open a case' })}</Button>}
        </>
      )}
    >
      <Lists filter={filter} queues={queues.data?.items ?? []} views={views.data?.items ?? []} />
      <div className={`${style['tools']} unprinted`}>
        <CaseFilters filter={filter} types={types.data?.items ?? []} searchId={searchId} phone={phone} onPhone={setPhone} />
        {(narrow || split) && <DensitySwitch />}
      </div>
      <BulkBar chosen={chosen} choose={choose} query={query} total={cases.total} atLeast={cases.first?.atLeast ?? false} />
      {cases.isPending && <Loading lines={8} />}
      {cases.error && <Failure error={cases.error} retry={cases.retry} />}
      {cases.first && cases.rows.length === 0 && !split && empty}
      {cases.first && (cases.rows.length > 0 || split) && (split
        ? (
          <div className={style['split']}>
            {cases.rows.length > 0 ? cards : empty}
            <section className={style['half']} aria-label={t({ zh: '打开的工单', en: 'The case that lies open' })}>
              <p className={`${style['halfHead']} unprinted`}><Link to={`/cases/${beside}`}>{t({ zh: '单独打开', en: 'Open as a page' })}</Link><Button size="small" onClick={close}>{t({ zh: '关闭', en: 'Close' })}</Button></p>
              <CaseView id={beside} />
            </section>
          </div>
        )
        : narrow ? cards
        : <CaseTable rows={cases.rows} chosen={[...chosen.keys()]} choose={ids => choose(new Map(ids.flatMap(id => { const row = rowsById.get(id) ?? chosen.get(id); return row ? [[id, row] as const] : [] })))} onOpen={row => openOne(row.id)} more={more} empty={empty} />)}
      {managing && <ViewsSheet filter={filter} onClose={() => setManaging(false)} />}
    </Page>
  )
}
