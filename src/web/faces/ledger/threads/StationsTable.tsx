import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { type Station, stationLabels } from '../../../../engines/documents/domain/threads/station.ts'
import { noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { stationKeys } from './station-words.ts'

type Row = Station & { readonly key: string; readonly title: string | null }

/** The line as a table: to sort, to take along as a sheet, to read where the drawing says too little. */
export function StationsTable({ page }: { readonly page: ThreadPage }) {
  const { t } = useLanguage()
  const { open } = useOpened('station')
  const keys = stationKeys(page.line)
  const rows = page.line.map((station, i): Row => ({ ...station, key: keys[i] ?? '', title: page.papers.find(p => p.key === station.paper)?.title ?? null }))
  const columns: readonly Column<Row>[] = [
    { key: 'year', title: { zh: '年份', en: 'Year' }, value: row => String(row.year), sortable: true, width: 70 },
    { key: 'station', title: { zh: '经过', en: 'Station' }, value: row => t(stationLabels[row.kind]), sortable: true, width: 120 },
    { key: 'words', title: { zh: '说法', en: 'What was said' }, value: row => t(row.words), render: row => <span lang="zh-CN">{t(row.words)}</span>, width: 260 },
    { key: 'said-on', title: { zh: '日期', en: 'Day' }, value: row => row.saidOn, sortable: true, width: 110 },
    { key: 'paper', title: { zh: '见于', en: 'Paper' }, value: row => row.title, render: row => <span lang="zh-CN">{row.title ?? noNumber}</span>, width: 240 },
  ]
  return (
    <Panel title={t({ zh: '逐站列表', en: 'Station by station' })}>
      <DataTable name="stations" caption={{ zh: '逐站列表', en: 'Station by station' }} rows={rows} columns={columns} keyOf={row => row.key} onOpen={row => open(row.key)} empty={null} />
    </Panel>
  )
}
