import { useNavigate } from 'react-router'
import { contract, PaperState, type PaperRow } from '../../../../engines/documents/contract.ts'
import { PaperKind } from '../../../../engines/documents/schema.ts'
import { call } from '../../../client.ts'
import { dayText, instantText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { usePages } from '../parts/use-pages.ts'
import { paperKinds, paperStates } from './paper-words.ts'
import style from './imports.module.css'

/** Years that papers can be of: from the first whole five-year plan on file to the next one. */
const years = Array.from({ length: 16 }, (_, i) => String(2030 - i))

/** All imports, newest first, filtered by the address. */
export function PapersTable() {
  const { language, t } = useLanguage()
  const navigate = useNavigate()
  const [q] = useUrlState('q')
  const [stateText] = useUrlState('state')
  const [kindText] = useUrlState('kind')
  const [year] = useUrlState('year')
  const state = PaperState.safeParse(stateText).data, kind = PaperKind.safeParse(kindText).data
  const filter = { ...(q !== '' && { q }), ...(state && { state }), ...(kind && { kind }), ...(/^\d{4}$/.test(year) && { year }) }
  const papers = usePages(['papers', filter], ({ after, signal }) => call(contract.papers, { query: { ...filter, ...(after && { after }) }, signal }))
  if (papers.isPending) return <Loading lines={6} />
  if (papers.error) return <Failure error={papers.error} retry={papers.retry} />

  const columns: readonly Column<PaperRow>[] = [
    { key: 'title', title: { zh: '文件', en: 'Paper' }, value: row => row.title ?? row.name, render: row => <TitleCell row={row} />, sortable: true, width: 320 },
    { key: 'kind', title: { zh: '种类', en: 'Kind' }, value: row => t(paperKinds[row.kind]), sortable: true },
    { key: 'year', title: { zh: '年度', en: 'Year' }, value: row => row.year === null ? null : String(row.year), render: row => row.year ?? noNumber, sortable: true, width: 70 },
    { key: 'date', title: { zh: '文件日期', en: 'Date' }, value: row => row.date, render: row => (row.date ? dayText(row.date, language) : noNumber), sortable: true },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(paperStates[row.state]), render: row => <b className={style[row.state]}>{t(paperStates[row.state])}</b>, sortable: true },
    { key: 'progress', title: { zh: '核对进度', en: 'Reviewed' }, value: row => decided(row), render: row => <ProgressCell row={row} />, width: 150 },
    { key: 'imported', title: { zh: '导入', en: 'Imported' }, value: row => row.importedAt, render: row => <span className={style['two']}><span>{row.importedBy}</span><small>{instantText(row.importedAt, language)}</small></span>, sortable: true },
  ]
  const filtered = Object.keys(filter).length > 0
  return (
    <DataTable
      name="imports"
      caption={{ zh: '导入的文件', en: 'Imported papers' }}
      rows={papers.rows}
      columns={columns}
      keyOf={row => row.id}
      onOpen={row => void navigate(`/imports/${row.id}`)}
      more={papers.more}
      empty={filtered
        ? <Empty title={{ zh: '没有符合条件的文件', en: 'No paper matches' }} next={{ zh: '放宽上面的条件，或清空搜索。', en: 'Widen the filters above or clear the search.' }} />
        : <Empty title={{ zh: '还没有导入文件', en: 'Nothing has been imported yet' }} next={{ zh: '把政府工作报告或计划报告拖到本页任意位置，或点“选择文件”“粘贴正文”。读出的每个数都会连着原文，核对后才入账。', en: 'Drop a work report or plan report anywhere on this page, choose a file, or paste its text. Every figure stays tied to its words, and enters the ledger only after review.' }} />}
      tools={(
        <>
          <SearchField label={{ zh: '搜索标题或文件名', en: 'Search titles and file names' }} />
          <FilterSelect name="state" label={{ zh: '状态', en: 'State' }} all={{ zh: '全部状态', en: 'All states' }} width={130} options={PaperState.options.map(value => ({ value, label: t(paperStates[value]) }))} />
          <FilterSelect name="kind" label={{ zh: '种类', en: 'Kind' }} all={{ zh: '全部种类', en: 'All kinds' }} width={170} options={PaperKind.options.map(value => ({ value, label: t(paperKinds[value]) }))} />
          <FilterSelect name="year" label={{ zh: '年度', en: 'Year' }} all={{ zh: '全部年度', en: 'All years' }} width={110} options={years.map(value => ({ value, label: value }))} />
        </>
      )}
    />
  )
}

function decided({ progress }: PaperRow): string {
  return `${progress.all - progress.open}/${progress.all}`
}

function TitleCell({ row }: { readonly row: PaperRow }) {
  const { t } = useLanguage()
  return (
    <span className={style['two']}>
      <b>{row.title ?? t({ zh: '（题目待填）', en: '(title not known yet)' })}</b>
      <small>{row.name}</small>
    </span>
  )
}

function ProgressCell({ row }: { readonly row: PaperRow }) {
  const { t } = useLanguage()
  const { all, open, doubtful } = row.progress
  return (
    <span className={style['two']}>
      <span>{t({ zh: '{share}（{decided}）', en: '{share} ({decided})' }, { share: shareText(all - open, all, 0), decided: decided(row) })}</span>
      {doubtful > 0 && <small>{t({ zh: '存疑{n}条', en: '{n} doubtful' }, { n: doubtful })}</small>}
    </span>
  )
}
