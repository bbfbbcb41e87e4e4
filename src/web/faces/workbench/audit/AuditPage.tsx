import { Button } from 'antd'
import { contract, type TrailEntry } from '../../../../server/audit/contract.ts'
import { Day } from '../../../../kernel/time.ts'
import { addressOf, call } from '../../../client.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useSheet } from '../../../ui/SheetProvider.tsx'
import { DayFilter } from '../parts/DayFilter.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { usePages } from '../parts/use-pages.ts'
import { verbLabel } from './audit-verbs.ts'
import { thingLabel, thingNames } from './audit-words.ts'
import { EntrySheet } from './EntrySheet.tsx'
import { VerifyChain } from './VerifyChain.tsx'

/** Who did what and when, newest first; and whether the trail is whole. */
export function AuditPage() {
  const { language, t } = useLanguage()
  const { show } = useSheet()
  const [q] = useUrlState('q')
  const [verb] = useUrlState('verb')
  const [thing] = useUrlState('thing')
  const [thingId, setThingId] = useUrlState('of')
  const [fromText] = useUrlState('from')
  const [toText] = useUrlState('to')
  const from = Day.safeParse(fromText).data, to = Day.safeParse(toText).data
  const filter = { ...(q !== '' && { q }), ...(verb !== '' && { verb }), ...(thing !== '' && { thing }), ...(thingId !== '' && { thingId }), ...(from && { from }), ...(to && { to }) }
  const trail = usePages(['audit', filter], ({ after, signal }) => call(contract.list, { query: { ...filter, ...(after && { after }) }, signal }))
  const days = { ...(from && { from }), ...(to && { to }) }

  const columns: readonly Column<TrailEntry>[] = [
    { key: 'at', title: { zh: '时间', en: 'When' }, value: entry => entry.at, render: entry => instantText(entry.at, language), width: 170 },
    { key: 'actor', title: { zh: '何人', en: 'Who' }, value: entry => entry.actor, width: 140 },
    { key: 'verb', title: { zh: '何事', en: 'What' }, value: entry => t(verbLabel(entry.verb)), width: 150 },
    { key: 'thing', title: { zh: '对象', en: 'Thing' }, value: entry => `${t(thingLabel(entry.thing))} ${nameIn(entry)}`.trim(), width: 260 },
    { key: 'seq', title: { zh: '链上位置', en: 'In the chain' }, value: entry => entry.seq, render: entry => entry.seq ?? t({ zh: '待封', en: 'not yet' }), numeric: true, width: 90 },
  ]
  return (
    <Page
      title={t({ zh: '审计记录', en: 'Audit trail' })}
      actions={<><Button style={{ textDecoration: 'none' }} href={addressOf(contract.exportLines, { query: days })} download>{t({ zh: '导出可核验文件', en: 'Export to be verified' })}</Button><Button style={{ textDecoration: 'none' }} href={addressOf(contract.export, { query: days })} download>{t(from || to ? { zh: '导出所选日期（CSV）', en: 'Export these days (CSV)' } : { zh: '导出全部（CSV）', en: 'Export all (CSV)' })}</Button></>}
    >
      <VerifyChain />
      {trail.isPending && <Loading lines={8} />}
      {trail.error && <Failure error={trail.error} retry={trail.retry} />}
      {!trail.isPending && !trail.error && (
        <DataTable
          name="audit"
          caption={{ zh: '审计记录', en: 'Audit trail' }}
          rows={trail.rows}
          columns={columns}
          keyOf={entry => entry.id}
          onOpen={entry => show({ title: { zh: '一条审计记录', en: 'An entry of the trail' }, body: <EntrySheet entry={entry} /> })}
          more={trail.more}
          empty={<Empty title={{ zh: '没有符合条件的记录', en: 'No entry matches' }} next={{ zh: '放宽条件，或清空日期和搜索。', en: 'Widen the filters, or clear dates and search.' }} />}
          tools={(
            <>
              <SearchField label={{ zh: '搜索人、事、内容', en: 'Search people, acts, details' }} />
              <FilterSelect name="verb" label={{ zh: '何事', en: 'What' }} all={{ zh: '全部事项', en: 'Everything done' }} width={160} options={(trail.first?.verbs ?? []).map(value => ({ value, label: t(verbLabel(value)) }))} />
              <FilterSelect name="thing" label={{ zh: '对象', en: 'Thing' }} all={{ zh: '全部对象', en: 'All things' }} width={120} options={thingNames.map(value => ({ value, label: t(thingLabel(value)) }))} />
              <DayFilter name="from" label={{ zh: '自', en: 'From' }} />
              <DayFilter name="to" label={{ zh: '至', en: 'To' }} />
              {thingId !== '' && <Button onClick={() => setThingId('')}>{t({ zh: '不限对象编号', en: 'Any id' })}</Button>}
            </>
          )}
        />
      )}
    </Page>
  )
}

/** The name of the thing, where the entry tells it. */
function nameIn({ detail, thingId }: TrailEntry): string {
  for (const key of ['name', 'title', 'code', 'account'] as const) {
    const value = typeof detail === 'object' && detail !== null && key in detail ? Object.entries(detail).find(([name]) => name === key)?.[1] : undefined
    if (typeof value === 'string') return value
  }
  const finding = typeof detail === 'object' && detail !== null && 'finding' in detail ? detail.finding : undefined
  return [thingId.slice(0, 8), typeof finding === 'string' ? finding : ''].join(' ').trim()
}
