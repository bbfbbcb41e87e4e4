import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { type Occasion } from '../../../../engines/documents/domain/threads/occasion.ts'
import { type Station, stationLabels } from '../../../../engines/documents/domain/threads/station.ts'
import { noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { paperNames, stationKeys } from './station-words.ts'

type Row = Station & { readonly key: string; readonly from: Occasion | null }

/** The line as a table: to sort, to take along as a sheet, to read where the drawing says too little. */
export function StationsTable({ page }: { readonly page: ThreadPage }) {
  const { t } = useLanguage()
  const { open } = useOpened('station')
  const keys = stationKeys(page.line)
  const rows = page.line.map((station, i): Row => ({ ...station, key: keys[i] ?? '', from: page.papers.find(p => p.key === station.paper) ?? null }))
  const columns: readonly Column<Row>[] = [
    { key: 'year', title: { zh: '年份', en: 'Year' }, value: row => String(row.year), sortable: true, width: 70 },
    { key: 'station', title: { zh: '经过', en: 'Station' }, value: row => t(stationLabels[row.kind]), sortable: true, width: 120 },
    { key: 'words', title: { zh: '说法', en: 'What was said' }, value: row => t(row.words), render: row => <span lang="zh-CN">{t(row.words)}</span>, width: 260 },
    { key: 'said-on', title: { zh: '日期', en: 'Day' }, value: row => row.saidOn, sortable: true, width: 110 },
    { key: 'paper', title: { zh: '见于', en: 'Paper' }, value: row => row.from?.title ?? null, render: row => <span title={row.from?.title}>{row.from ? t(paperNames[row.from.kind]) : noNumber}</span>, width: 120 },
  ]
  return (
    <Panel title={t({ zh: '逐站列表', en: 'Station by station' })}>
      <DataTable name="stations" caption={{ zh: '逐站列表', en: 'Station by station' }} rows={rows} columns={columns} keyOf={row => row.key} onOpen={row => open(row.key)} empty={null} />
    </Panel>
  )
}
